package state

import (
	"encoding/json"

	"rakor/model"
	"rakor/model/meeting"
)

// Meeting is the state of the meeting: which one is held, which item of its
// agenda was called and when, and whether its minutes are on the screen.
type Meeting struct {
	ID    meeting.ID    `json:"id,omitempty"`    // none: no meeting is held
	Item  int           `json:"item,omitempty"`  // from 1; 0: none was called
	Since meeting.Stamp `json:"since,omitempty"` // when it was called
	// Shown puts the minutes on the screen in the place of a tab.
	Shown    bool               `json:"shown,omitempty"`
	Selected meeting.DecisionID `json:"selected,omitempty"` // none is the first
	Order    MinutesOrder       `json:"order,omitempty"`
}

// MinutesOrder is how decisions and follow-ups are listed.
type MinutesOrder string

// The orders.
const (
	ByMeeting    MinutesOrder = ""           // this meeting's decisions, then what earlier ones left open
	ByDepartment MinutesOrder = "department" // everything that is open, by who answers for it
	ByLateness   MinutesOrder = "late"       // everything that is open, the latest first
)

// MinutesOrders lists the orders in which `s` goes through them.
func MinutesOrders() []MinutesOrder { return []MinutesOrder{ByMeeting, ByDepartment, ByLateness} }

// The intents of a meeting. Those that are kept on the disk change nothing by
// themselves: they are effects, whose answer is an intent again. Times are
// handed in by whoever has a clock.
type (
	// StartMeeting keeps a new meeting and holds it.
	StartMeeting struct {
		Meeting meeting.Meeting `json:"meeting"`
		// Decision is the first one, which opened the meeting; nil for none.
		Decision *meeting.Decision `json:"decision,omitempty"`
	}
	// OpenAgenda keeps a new meeting with the agenda of a file.
	OpenAgenda struct {
		Path  string     `json:"path"`
		Title string     `json:"title"` // where the file names none
		Today model.Date `json:"today"`
	}
	// HoldMeeting goes on with a meeting that was kept; none holds none.
	HoldMeeting struct {
		ID meeting.ID `json:"id"`
	}
	// EditMeeting changes what is kept of a meeting.
	EditMeeting struct {
		Was meeting.Meeting `json:"was"`
		Now meeting.Meeting `json:"now"`
	}
	// CallItem calls an item of the agenda and opens the view it names; 0 is
	// none.
	CallItem struct {
		Item int           `json:"item"`
		At   meeting.Stamp `json:"at"`
	}
	// RecordDecision keeps a new decision, or what became of one where Was is
	// set.
	RecordDecision struct {
		Was *meeting.Decision `json:"was,omitempty"`
		Now meeting.Decision  `json:"now"`
	}
	// RemoveDecision takes a decision out of the minutes.
	RemoveDecision struct {
		ID meeting.DecisionID `json:"id"`
	}
	// RecordHands keeps a show of hands.
	RecordHands struct {
		Hands meeting.Hands `json:"hands"`
	}
	// UndoMinutes takes the last change of the minutes back, or makes it again.
	UndoMinutes struct {
		Redo bool `json:"redo,omitempty"`
	}
	// MinutesKept answers that changes of the minutes were kept; Key names the
	// record, What what was done with it: start, begin (with its first decision), edit, decide, move, remove,
	// hands, undo, redo, none.
	MinutesKept struct {
		Rev  uint64 `json:"rev"`
		What string `json:"what"`
		Key  string `json:"key"`
	}
	// ShowMinutes puts the minutes on the screen, or takes them away.
	ShowMinutes struct {
		On bool `json:"on"`
	}
	// SelectDecision selects a line of the minutes.
	SelectDecision struct {
		ID meeting.DecisionID `json:"id"`
	}
	// SetMinutesOrder lists the minutes in another order.
	SetMinutesOrder struct {
		Order MinutesOrder `json:"order"`
	}
	// OpenView shows the view that a text of [State.View] holds.
	OpenView struct {
		View string `json:"view"`
	}
)

func (StartMeeting) intent()    {}
func (OpenAgenda) intent()      {}
func (HoldMeeting) intent()     {}
func (EditMeeting) intent()     {}
func (CallItem) intent()        {}
func (RecordDecision) intent()  {}
func (RemoveDecision) intent()  {}
func (RecordHands) intent()     {}
func (UndoMinutes) intent()     {}
func (MinutesKept) intent()     {}
func (ShowMinutes) intent()     {}
func (SelectDecision) intent()  {}
func (SetMinutesOrder) intent() {}
func (OpenView) intent()        {}

// The effects on minutes.
type (
	// WriteMinutes keeps changes; What is for the answer.
	WriteMinutes struct {
		Changes []meeting.Change
		What    string
	}
	// RevertMinutes takes the last change back, or makes it again.
	RevertMinutes struct{ Redo bool }
	// ReadAgenda keeps a new meeting of a home region with the agenda of a file.
	ReadAgenda struct {
		OpenAgenda
		Home model.RegionCode
	}
	// KeepDecisionDraft keeps what is typed of a decision through the end of the
	// program.
	KeepDecisionDraft struct{ Text string }
	// DropDecisionDraft throws it away.
	DropDecisionDraft struct{}
)

func (WriteMinutes) effect()      {}
func (RevertMinutes) effect()     {}
func (ReadAgenda) effect()        {}
func (KeepDecisionDraft) effect() {}
func (DropDecisionDraft) effect() {}

// View gives the view alone as a text that [OpenView] opens again: what is on
// the screen, without the meeting it is shown in and the revision of its data.
func (st State) View() string {
	shown := st.Meeting.Shown
	st.Rev, st.Meeting, st.Pointer = 0, Meeting{Shown: shown}, false
	b, err := json.Marshal(st)
	if err != nil { // a State is plain data
		return ""
	}
	return string(b)
}

// openView gives the state with a view in the place of what is on the screen.
// What the text leaves out is as in a new State; the home region, the meeting
// and the revision stay. A text that is no view changes nothing.
func openView(snap *Snapshot, st State, view string) State {
	next := New(st.Home)
	if view == "" || json.Unmarshal([]byte(view), &next) != nil {
		return st
	}
	held, home := st.Meeting, st.Home
	held.Shown = next.Meeting.Shown
	if next.Home != home { // taken when the screens spoke of another region
		held.Shown = false
	}
	next.Rev, next.Meeting = st.Rev, held
	return Valid(snap, next)
}

// applyMeeting carries out an intent of a meeting; ok is false for any other.
func applyMeeting(snap *Snapshot, st State, in Intent) (next State, effects []Effect, ok bool) {
	switch in := in.(type) {
	case StartMeeting, EditMeeting, RecordDecision, RemoveDecision, RecordHands, UndoMinutes:
		if !snap.ReadOnly {
			effects = keepMinutes(snap, in)
		}
		return st, effects, true
	case OpenAgenda:
		if !snap.ReadOnly && in.Path != "" && len(in.Path) <= MaxPath {
			effects = []Effect{ReadAgenda{OpenAgenda: in, Home: st.Home}}
		}
	case MinutesKept:
		st.Rev = max(st.Rev, in.Rev)
		st.Meeting = kept(snap, st.Meeting, in)
	case HoldMeeting:
		shown := st.Meeting.Shown
		st.Meeting = Meeting{Shown: shown}
		if m, found := snap.Minutes.Meeting(in.ID); found && m.Home == string(st.Home) {
			st.Meeting.ID = in.ID
		}
	case CallItem:
		m, found := snap.Minutes.Meeting(st.Meeting.ID)
		if !found || in.Item < 0 || in.Item > len(m.Agenda) {
			return st, nil, true
		}
		st.Meeting.Item, st.Meeting.Since = in.Item, in.At
		if in.Item > 0 {
			st = openView(snap, st, m.Agenda[in.Item-1].View)
		}
	case ShowMinutes:
		st.Meeting.Shown = in.On
	case SelectDecision:
		if _, found := snap.Minutes.Decision(in.ID); found {
			st.Meeting.Selected = in.ID
		}
	case SetMinutesOrder:
		st.Meeting.Order = in.Order
	case OpenView:
		st = openView(snap, st, in.View)
	default:
		return st, nil, false
	}
	return st, effects, true
}

// kept gives the meeting after an answer: one that was started is held, and a
// decision that was recorded is the selected one.
func kept(snap *Snapshot, m Meeting, in MinutesKept) Meeting {
	if len(in.Key) < 2 {
		return m
	}
	switch name := in.Key[2:]; in.Key[:2] {
	case "m/":
		if _, found := snap.Minutes.Meeting(meeting.ID(name)); found && (in.What == "start" || in.What == "begin") {
			begun := Meeting{ID: meeting.ID(name), Shown: m.Shown}
			if in.What == "begin" {
				begun.Selected = meeting.Decision{Meeting: begun.ID, Number: 1}.ID()
			}
			return begun
		}
	case "d/":
		if _, found := snap.Minutes.Decision(meeting.DecisionID(name)); found {
			m.Selected = meeting.DecisionID(name)
		}
	}
	return m
}

// keepMinutes gives the effect of an intent that changes what is kept.
func keepMinutes(snap *Snapshot, in Intent) []Effect {
	write := func(what string, c meeting.Change) []Effect {
		return []Effect{WriteMinutes{Changes: []meeting.Change{c}, What: what}}
	}
	switch in := in.(type) {
	case StartMeeting:
		if in.Decision == nil {
			return write("start", meeting.Add(in.Meeting))
		}
		return []Effect{WriteMinutes{Changes: []meeting.Change{meeting.Add(in.Meeting), meeting.Add(*in.Decision)}, What: "begin"}}
	case EditMeeting:
		return write("edit", meeting.Edit(in.Was, in.Now))
	case RecordDecision:
		if in.Was != nil {
			return write("move", meeting.Edit(*in.Was, in.Now))
		}
		return write("decide", meeting.Add(in.Now))
	case RemoveDecision:
		if d, ok := snap.Minutes.Decision(in.ID); ok {
			return write("remove", meeting.Remove(d))
		}
	case RecordHands:
		return write("hands", meeting.Add(in.Hands))
	case UndoMinutes:
		return []Effect{RevertMinutes(in)}
	}
	return nil
}

// validMeeting forgets what is not there.
func validMeeting(snap *Snapshot, home model.RegionCode, m Meeting) Meeting {
	held, ok := snap.Minutes.Meeting(m.ID)
	if !ok || held.Home != string(home) {
		m.ID, m.Item, m.Since = "", 0, ""
	}
	if m.Item < 0 || m.Item > len(held.Agenda) {
		m.Item, m.Since = 0, ""
	}
	if len(m.Since) > 32 {
		m.Since = ""
	}
	if _, ok := snap.Minutes.Decision(m.Selected); !ok {
		m.Selected = ""
	}
	for _, o := range MinutesOrders() {
		if m.Order == o {
			return m
		}
	}
	m.Order = ByMeeting
	return m
}
