package minutes

import (
	"cmp"
	"slices"

	"rakor/model"
	"rakor/model/meeting"
	"rakor/ui/keys"
	"rakor/ui/state"
)

// View is what the screen shows.
type View struct {
	Home   model.Region
	Held   meeting.Meeting // the meeting held
	IsHeld bool
	Item   int // of its agenda, from 1; 0: none was called
	Last   meeting.Meeting
	IsLast bool // there is an earlier meeting
	Order  state.MinutesOrder

	Lines   []Line
	At      int // the selected one in Lines; -1 for none
	Decided int // in the meeting held
	Older   int // left open by earlier ones
	Late    int // of these and the meeting's own, past their deadline
	Hands   []meeting.Hands
}

// Line is one decision in the list, under its heading.
type Line struct {
	meeting.Decision
	Late  int  // days past the deadline, below 0 left; 0 also without one
	Older bool // of an earlier meeting
	Group string
	First bool // of its group
}

// Build gathers the decisions. It is total. Lateness counts to the day of the
// meeting held; where none is held nothing is late.
func Build(snap *state.Snapshot, st state.State) View {
	v := View{At: -1, Order: st.Meeting.Order, Item: st.Meeting.Item}
	v.Home, _ = snap.Data.Region(st.Home)
	v.Held, v.IsHeld = snap.Minutes.Meeting(st.Meeting.ID)
	for _, m := range snap.Minutes.Meetings(st.Home) {
		if !v.IsHeld || meeting.Before(m.ID, v.Held.ID) {
			v.Last, v.IsLast = m, true
		}
	}
	today := model.Date("")
	if v.IsHeld {
		today = v.Held.Date
		v.Hands = snap.Minutes.Hands(v.Held.ID)
	}
	for _, d := range snap.Minutes.AllDecisions(st.Home) {
		older := !v.IsHeld || d.Meeting != v.Held.ID
		if older && (!d.Status.IsOpen() || v.IsHeld && !meeting.Before(d.Meeting, v.Held.ID)) {
			continue
		}
		l := Line{Decision: d, Older: older, Late: meeting.DaysLate(d, today)}
		if !d.Status.IsOpen() {
			l.Late = 0
		}
		v.Lines = append(v.Lines, l)
		if older {
			v.Older++
		} else {
			v.Decided++
		}
		if l.Late > 0 {
			v.Late++
		}
	}
	v.sort()
	v.At = slices.IndexFunc(v.Lines, func(l Line) bool { return l.ID() == st.Meeting.Selected })
	if v.At < 0 && len(v.Lines) > 0 {
		v.At = 0
	}
	return v
}

// Groups of the list by meeting. By department the group is its name.
const (
	GroupThis  = "this"
	GroupOlder = "older"
	GroupLate  = "late"
)

func (v *View) sort() {
	if v.Order != state.ByMeeting { // what is done is of no interest there
		v.Lines = slices.DeleteFunc(v.Lines, func(l Line) bool { return !l.Status.IsOpen() })
	}
	for i := range v.Lines {
		l := &v.Lines[i]
		switch {
		case v.Order == state.ByDepartment:
			l.Group = l.Owner
		case v.Order == state.ByLateness:
			l.Group = GroupLate
		case l.Older:
			l.Group = GroupOlder
		default:
			l.Group = GroupThis
		}
	}
	slices.SortStableFunc(v.Lines, func(a, b Line) int {
		switch v.Order {
		case state.ByDepartment:
			return cmp.Or(cmp.Compare(a.Owner, b.Owner), later(a, b))
		case state.ByLateness:
			return later(a, b)
		}
		if a.Older != b.Older {
			if b.Older {
				return -1
			}
			return 1
		}
		if a.Older {
			return later(a, b)
		}
		return 0
	})
	for i := range v.Lines {
		v.Lines[i].First = i == 0 || v.Lines[i].Group != v.Lines[i-1].Group
	}
}

// later orders what is later first, and what has no deadline last.
func later(a, b Line) int {
	if none, other := a.Deadline == "", b.Deadline == ""; none != other {
		if none {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(b.Late, a.Late), cmp.Compare(a.Deadline, b.Deadline))
}

// Selected gives the selected decision.
func (v View) Selected() (Line, bool) {
	if v.At < 0 || v.At >= len(v.Lines) {
		return Line{}, false
	}
	return v.Lines[v.At], true
}

// WarningCount gives how many decisions are late.
func (v View) WarningCount() int { return v.Late }

// Do gives the intent of a command that needs the view.
func (v View) Do(c keys.Command) (state.Intent, bool) {
	at := v.At
	switch c {
	case keys.Up:
		at--
	case keys.Down:
		at++
	case keys.PageUp:
		at -= 10
	case keys.PageDown:
		at += 10
	case keys.First:
		at = 0
	case keys.Last:
		at = len(v.Lines) - 1
	case keys.Sort, keys.SortReverse:
		return state.SetMinutesOrder{Order: next(v.Order, c == keys.Sort)}, true
	default:
		return nil, false
	}
	if len(v.Lines) == 0 {
		return nil, false
	}
	at = max(0, min(at, len(v.Lines)-1))
	return state.SelectDecision{ID: v.Lines[at].ID()}, true
}

func next(o state.MinutesOrder, forward bool) state.MinutesOrder {
	all := state.MinutesOrders()
	i := slices.Index(all, o)
	if forward {
		return all[(i+1)%len(all)]
	}
	return all[(i+len(all)-1)%len(all)]
}
