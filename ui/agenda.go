package ui

import (
	"fmt"
	"slices"
	"strings"

	"rakor/model"
	"rakor/model/meeting"
	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/minutes"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Clock is the time as whoever has a clock tells it: the moment, and the day
// where the person is.
type Clock struct {
	Now   meeting.Stamp
	Today model.Date
	Unix  int64  // seconds, for what is left of an item
	Wall  string // the time of day where the person is, "14:02"
}

// Clock tells the session what time it is. The screen is drawn again only where
// it shows the time.
func (s *Session) Clock(c Clock) {
	if c.Unix != s.local.clock.Unix && s.timed() {
		s.frame = nil
	}
	s.local.clock = c
}

// Timed tells whether the screen shows a time that runs.
func (s *Session) Timed() bool { return s.timed() }

func (s *Session) timed() bool { return s.st.Meeting.Item > 0 && s.local.clock.Unix > 0 }

// Draft hands over what was typed for a decision when the program ended.
func (s *Session) Draft(text string) { s.local.draft, s.frame = text, nil }

// newMeeting gives today's meeting with the usual agenda.
func (s *Session) newMeeting() meeting.Meeting {
	today := s.today()
	return meeting.Meeting{
		ID: s.snap.Minutes.NewID(today), Home: string(s.st.Home), Title: s.env.Words.Minutes.UsualTitle(s.homeName()), Date: today,
		Agenda: s.env.Words.Lang.UsualAgenda(), Opened: s.now(),
	}
}

// page gives what the minutes show.
func (s *Session) page() minutes.Page {
	s.check()
	v := &s.views
	if !v.minutesBuilt || v.minutesState != s.st.Meeting || v.minutesLang != s.env.Words.Lang {
		v.minutes = minutes.NewPage(s.env.Words, s.snap, minutes.Build(s.snap, s.st))
		v.minutesState, v.minutesLang, v.minutesBuilt = s.st.Meeting, s.env.Words.Lang, true
	}
	return v.minutes
}

// meetingKey carries out the commands of a meeting; false where it has none.
func (s *Session) meetingKey(c keys.Command) (effects []state.Effect, ok bool) {
	switch c {
	case keys.Decide:
		s.openDecide()
	case keys.Minutes:
		effects = s.Do(state.ShowMinutes{On: !s.st.Meeting.Shown})
	case keys.MeetingMenu:
		s.openList(c)
	case keys.NextItem, keys.PrevItem:
		effects = s.stepItem(c == keys.NextItem)
	default:
		return s.minutesKey(c)
	}
	return effects, true
}

// minutesKey carries out what only the minutes know.
func (s *Session) minutesKey(c keys.Command) (effects []state.Effect, ok bool) {
	if !s.st.Meeting.Shown {
		return nil, false
	}
	l, selected := s.page().Selected()
	switch {
	case c == keys.Undo || c == keys.Redo:
		if s.mayRecord() {
			effects = s.Do(state.UndoMinutes{Redo: c == keys.Redo})
		}
	case c == keys.Close:
		effects = s.Do(state.ShowMinutes{})
	case !selected:
		return nil, false
	case c == keys.Open:
		if l.Basis.View != "" {
			view := s.Do(state.OpenView{View: l.Basis.View})
			effects = append(view, s.Do(state.ShowMinutes{})...)
			s.local.done = s.env.Words.Minutes.TakenOn(l.Text)
		}
	case c == keys.MoveOn:
		s.openList(c)
	default:
		return nil, false
	}
	return effects, true
}

// stepItem calls the next item of the agenda or the one before.
func (s *Session) stepItem(forward bool) []state.Effect {
	m, ok := s.snap.Minutes.Meeting(s.st.Meeting.ID)
	if !ok || len(m.Agenda) == 0 {
		s.local.answer = s.env.Words.Minutes.NoMeeting
		return nil
	}
	to := s.st.Meeting.Item - 1
	if forward {
		to = s.st.Meeting.Item + 1
	}
	if to < 1 || to > len(m.Agenda) {
		return nil
	}
	return s.Do(state.CallItem{Item: to, At: s.now()})
}

// meetingItems lists what can be done with meetings.
func (s *Session) meetingItems(query string) []item {
	w := s.env.Words.Minutes
	var out []item
	add := func(it item) {
		if matches(query, it.label, it.detail) {
			out = append(out, it)
		}
	}
	held, ok := s.snap.Minutes.Meeting(s.st.Meeting.ID)
	if ok {
		for i, it := range held.Agenda {
			detail := ""
			if it.Minutes > 0 {
				detail = w.MinutesLong(it.Minutes)
			}
			add(item{
				key: fmt.Sprint(i + 1), label: it.Title, detail: detail, marked: i+1 == s.st.Meeting.Item,
				do: act(func() []state.Effect { return s.Do(state.CallItem{Item: i + 1, At: s.now()}) }),
			})
		}
		add(item{label: w.Leave, do: state.HoldMeeting{}})
	} else if !s.snap.ReadOnly && s.today() != "" {
		add(item{label: w.Start, detail: s.env.Words.Lang.DayLong(s.today()), do: act(func() []state.Effect {
			return s.Do(state.StartMeeting{Meeting: s.newMeeting()})
		})})
		add(item{label: w.StartFrom, do: act(func() []state.Effect { s.openAgenda(); return nil })})
	}
	past := s.snap.Minutes.Meetings(s.st.Home)
	slices.Reverse(past)
	for _, m := range past {
		if m.ID != s.st.Meeting.ID {
			add(item{label: w.GoOn(m.Title), detail: s.env.Words.Lang.MeetingName(m.ID), do: state.HoldMeeting{ID: m.ID}})
		}
	}
	return out
}

// openAgenda opens the line for the path of an agenda.
func (s *Session) openAgenda() {
	w := s.env.Words
	s.local.prompt = &prompt{
		label: w.Minutes.AgendaPath, hint: w.Common.TakeHint + " · " + w.Common.CloseHint, input: newInput(""), asked: lang.ArgAgenda,
		accept: func(text string) ([]state.Effect, string) {
			path := cleanPath(text)
			if path == "" {
				return nil, w.Minutes.AgendaPath
			}
			return s.Do(s.fromAgenda(path)), ""
		},
	}
	s.local.prompt.input.CharLimit = state.MaxPath
}

func (s *Session) fromAgenda(path string) state.Intent {
	return state.OpenAgenda{Path: path, Title: s.env.Words.Minutes.UsualTitle(s.homeName()), Today: s.today()}
}

func parseAgenda(s *Session, v string) (any, bool) {
	path := cleanPath(v)
	return act(func() []state.Effect {
		if !s.mayRecord() {
			return nil
		}
		return s.Do(s.fromAgenda(path))
	}), path != ""
}

// moveItems lists what can become of the selected decision.
func (s *Session) moveItems(query string) []item {
	w, l := s.env.Words.Minutes, s.env.Words.Lang
	x, ok := s.page().Selected()
	if !ok {
		return nil
	}
	var out []item
	add := func(label string, do func() []state.Effect) {
		if matches(query, label) {
			out = append(out, item{label: label, do: act(do)})
		}
	}
	for _, to := range []meeting.Status{meeting.Done, meeting.Extended, meeting.Escalated, meeting.Dropped, meeting.Open} {
		if to != x.Status {
			add(w.MoveTo(l.MeetingStatus(to)), func() []state.Effect { s.openMove(x.Decision, to); return nil })
		}
	}
	add(w.RemoveIt, func() []state.Effect {
		if !s.mayRecord() {
			return nil
		}
		return s.Do(state.RemoveDecision{ID: x.ID()})
	})
	return out
}

// strip gives the line of the agenda; "" where no meeting is held.
func (s *Session) strip() string {
	m, ok := s.snap.Minutes.Meeting(s.st.Meeting.ID)
	if !ok {
		return ""
	}
	w := s.env.Words.Minutes
	i := s.st.Meeting.Item
	if i < 1 || i > len(m.Agenda) {
		return w.NoItem(len(m.Agenda))
	}
	return w.Strip(i, len(m.Agenda), m.Agenda[i-1].Title)
}

// clockOf says what is left of the item, or how long it is over; over is true
// then. "" where there is no clock or nothing was planned.
func (s *Session) clockOf() (text string, over bool) {
	m, ok := s.snap.Minutes.Meeting(s.st.Meeting.ID)
	i := s.st.Meeting.Item
	if !ok || i < 1 || i > len(m.Agenda) || !s.timed() || m.Agenda[i-1].Minutes == 0 {
		return "", false
	}
	since, ok := unix(s.st.Meeting.Since)
	if !ok {
		return "", false
	}
	left := since + int64(m.Agenda[i-1].Minutes)*60 - s.local.clock.Unix
	w := s.env.Words.Minutes
	if left < 0 {
		return w.OverTime(clock(-left)), true
	}
	return w.LeftTime(clock(left)), false
}

func clock(seconds int64) string {
	if seconds >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
	}
	return fmt.Sprintf("%02d:%02d", seconds/60, seconds%60)
}

// unix gives a stamp in seconds since 1970.
func unix(s meeting.Stamp) (int64, bool) {
	if len(s) != len("2026-11-25T07:00:00Z") {
		return 0, false
	}
	days, ok := model.DaysBetween("1970-01-01", model.Date(s[:10]))
	var h, m, sec int64
	if _, err := fmt.Sscanf(string(s[10:]), "T%02d:%02d:%02dZ", &h, &m, &sec); err != nil || !ok {
		return 0, false
	}
	return int64(days)*86400 + h*3600 + m*60 + sec, true
}

// drawStrip draws the agenda over the status line. The time is the presenter's
// alone: followers have no clock.
func (s *Session) drawStrip(a block.Area) {
	w := s.env.Words.Minutes
	page := s.page()
	parts := []string{w.Decisions(page.Decided)}
	if page.Older > 0 {
		parts = append(parts, w.FollowUps(page.Older))
	}
	right := strings.Join(parts, "   ")
	time, over := s.clockOf()
	style := theme.Muted
	if over {
		time, style = "! "+time, theme.Warn
	}
	room := a.W - 2
	a.Right(1, 0, room, theme.Muted, right)
	a.Hit(a.W-1-block.Width(right), 0, block.Width(right), 1, keys.Minutes)
	room -= block.Width(right) + 3
	if time != "" && room > 40 {
		a.Right(1, 0, room, style, time)
		room -= block.Width(time) + 3
	}
	a.Clip(1, 0, room, theme.Plain, s.strip())
}

// minutesKept says what was kept. A decision that is kept has no draft any
// more.
func (s *Session) minutesKept(in state.MinutesKept) {
	w := s.env.Words.Minutes
	said := map[string]string{
		"start": w.Started, "begin": w.Begun, "edit": w.Edited, "decide": w.Decided, "move": w.Moved, "remove": w.Removed,
		"hands": w.HandsKept, "undo": w.Undone, "redo": w.Redone, "none": w.Nothing,
	}
	s.local.done = said[in.What]
	if in.What == "decide" || in.What == "begin" {
		s.local.draft = ""
	}
}
