package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"

	"rakor/data/durable"
	"rakor/data/minutes"
	"rakor/model/meeting"
	"rakor/ui"
	"rakor/ui/keys"
	"rakor/ui/lang"
	room "rakor/ui/meeting"
	"rakor/ui/state"
)

// scopeName names where a key holds.
func (a *app) scopeName(s keys.Scope) string {
	switch s {
	case keys.MinutesList:
		return a.words.Minutes.Title
	case keys.PeopleList:
		return a.words.Room.PeopleShort
	case keys.Question:
		return a.words.Room.Question
	}
	return a.words.Common.TabsShort[s-keys.Regional]
}

// clock tells the time where the program runs.
func (a *app) clock() ui.Clock { return ui.ClockAt(a.now()) }

// openMinutes reads the records of meetings; problem says in a sentence why
// they are not in use.
func (a *app) openMinutes() (problem string) {
	if info, err := os.Stat(a.dirs.Data); a.dirs.Data == "" || err == nil && !info.IsDir() { // a document of its own
		return ""
	}
	s, err := minutes.Open(a.dirs.Data, minutes.Options{ReadOnly: a.flags.readonly})
	if err != nil {
		return a.minutesError(err).Error()
	}
	a.minutes = s
	return ""
}

// decisionDraft gives what was typed for a decision when a program ended; ""
// for nothing.
func (a *app) decisionDraft() string {
	if a.minutes == nil {
		return ""
	}
	text, err := a.minutes.LoadDraft()
	if err != nil {
		return "" // it is no more than a convenience: the next one replaces it
	}
	return string(text)
}

// drafts puts the drafts of effects in order: each is numbered as it comes, and
// an older one never replaces a newer one.
type drafts struct {
	mu      sync.Mutex
	writing sync.Mutex
	newest  uint64
}

// keepDraft keeps a draft, or throws it away where text is empty.
func (a *app) keepDraft(text string) error {
	a.drafts.mu.Lock()
	a.drafts.newest++
	mine := a.drafts.newest
	a.drafts.mu.Unlock()
	a.drafts.writing.Lock()
	defer a.drafts.writing.Unlock()
	a.drafts.mu.Lock()
	stale := mine != a.drafts.newest
	a.drafts.mu.Unlock()
	if stale {
		return nil
	}
	if text == "" {
		return a.minutes.DropDraft(context.Background())
	}
	return a.minutes.SaveDraft(context.Background(), []byte(text))
}

// keepMinutes carries out an effect on the records of meetings; ok is false for
// any other effect.
func (a *app) keepMinutes(e state.Effect) (in state.Intent, ok bool, err error) {
	switch e.(type) {
	case state.WriteMinutes, state.RevertMinutes, state.ReadAgenda, state.KeepDecisionDraft, state.DropDecisionDraft:
	default:
		return nil, false, nil
	}
	w := a.words.Minutes
	if a.minutes == nil {
		return nil, true, ui.SentenceError(w.NoPlace)
	}
	answer := state.MinutesKept{}
	switch e := e.(type) {
	case state.KeepDecisionDraft:
		return nil, true, a.keepDraft(e.Text)
	case state.DropDecisionDraft:
		return nil, true, a.keepDraft("")
	case state.WriteMinutes:
		answer, err = a.writeMinutes(e)
	case state.ReadAgenda:
		answer, err = a.readAgenda(e)
	case state.RevertMinutes:
		answer, err = a.revertMinutes(e.Redo)
	}
	// Whether it worked or not, what is there now is what the screens show.
	answer.Rev = a.renew(func(s *state.Snapshot) { s.Minutes = a.minutes.Minutes() })
	if err != nil {
		return state.Loaded{Rev: answer.Rev}, true, a.minutesError(err)
	}
	return answer, true, nil
}

// mostTries bounds how often a decision takes the next number, where other
// programs record too.
const mostTries = 20

// writeMinutes keeps changes. A new decision or meeting whose number another
// program has taken meanwhile gets the next one: what was said is kept.
func (a *app) writeMinutes(e state.WriteMinutes) (state.MinutesKept, error) {
	ctx := context.Background() // a save that has begun is finished
	changes := e.Changes
	for try := 0; ; try++ {
		for i, c := range changes {
			if d, ok := c.Now.(meeting.Decision); ok && c.Was == nil && d.By == "" {
				d.By = a.who()
				changes[i].Now = d
			}
		}
		_, err := a.minutes.Commit(ctx, changes, "", a.who(), a.now())
		if c := (*meeting.ConflictError)(nil); errors.As(err, &c) && try < mostTries {
			if next := renumbered(a.minutes.Minutes(), changes); next != nil {
				changes = next
				continue
			}
		}
		if err != nil {
			return state.MinutesKept{}, err
		}
		last := changes[len(changes)-1]
		if _, decided := last.Now.(meeting.Decision); decided && last.Was == nil {
			_ = a.keepDraft("") // it is kept; a draft that stays is offered once more, no worse
		}
		return state.MinutesKept{What: e.What, Key: changes[0].Key()}, nil
	}
}

// renumbered gives changes whose new records have names that are free; nil
// where the conflict is about something else.
func renumbered(m *meeting.Minutes, changes []meeting.Change) []meeting.Change {
	out := make([]meeting.Change, 0, len(changes))
	id := meeting.ID("")
	for _, c := range changes {
		if c.Was != nil {
			return nil
		}
		switch r := c.Now.(type) {
		case meeting.Meeting:
			r.ID = m.NewID(r.Date)
			id = r.ID
			c.Now = r
		case meeting.Decision:
			if id != "" {
				r.Meeting = id
			}
			r.Number = m.NextNumber(r.Meeting)
			c.Now = r
		case meeting.Hands:
			r.Number = m.NextHands(r.Meeting)
			c.Now = r
		}
		out = append(out, c)
	}
	return out
}

// keepAttendance writes into the record of the meeting that a room held who
// joined it, with since and until; where none was held there is nothing to keep.
func (a *app) keepAttendance(room *room.Room) error {
	_, st := room.Live()
	if a.minutes == nil || a.flags.readonly || st.Meeting.ID == "" {
		return nil
	}
	visits := room.Visits()
	for try := 0; ; try++ {
		was, ok := a.minutes.Minutes().Meeting(st.Meeting.ID)
		if !ok { // it was taken back
			return nil
		}
		now := was
		for _, v := range visits {
			if len(now.Attendance) == meeting.MaxAttendance {
				break
			}
			now = now.With(meeting.Attendee{Name: v.Name, Joined: true, Since: minutes.Stamp(v.Since), Until: minutes.Stamp(v.Until)})
		}
		if len(now.Attendance) == len(was.Attendance) {
			return nil
		}
		_, err := a.minutes.Commit(context.Background(), []meeting.Change{meeting.Edit(was, now)}, "", a.who(), a.now())
		if c := (*meeting.ConflictError)(nil); errors.As(err, &c) && try < mostTries {
			continue // another program wrote meanwhile: on what it wrote
		}
		if err != nil {
			return a.minutesError(err)
		}
		a.renew(func(s *state.Snapshot) { s.Minutes = a.minutes.Minutes() })
		return nil
	}
}

func (a *app) revertMinutes(redo bool) (state.MinutesKept, error) {
	do, what := a.minutes.Undo, "undo"
	if redo {
		do, what = a.minutes.Redo, "redo"
	}
	saved, err := do(context.Background(), a.who(), a.now())
	if errors.Is(err, minutes.ErrNothing) { // an answer, and no failure
		return state.MinutesKept{What: "none"}, nil
	}
	answer := state.MinutesKept{What: what}
	if len(saved.Changes) > 0 {
		answer.Key = saved.Changes[0].Key()
	}
	return answer, err
}

// readAgenda keeps a meeting with the agenda of a file.
func (a *app) readAgenda(e state.ReadAgenda) (state.MinutesKept, error) {
	m, err := a.agenda(e.Path)
	if err != nil {
		return state.MinutesKept{}, ui.SentenceError(err.Error())
	}
	if m.Title == "" {
		m.Title = e.Title
	}
	if m.Date == "" {
		m.Date = e.Today
	}
	m.Home, m.ID, m.Opened = string(e.Home), a.minutes.Minutes().NewID(m.Date), minutes.Stamp(a.now())
	return a.writeMinutes(state.WriteMinutes{Changes: []meeting.Change{meeting.Add(m)}, What: "start"})
}

// agenda reads the file of an agenda. Errors are sentences with their exit
// status.
func (a *app) agenda(path string) (meeting.Meeting, error) {
	w := a.words.Lang.AgendaWords()
	data, err := durable.ReadFile(durable.OS(), a.expand(path), meeting.MaxAgendaFile)
	switch {
	case errors.Is(err, durable.ErrTooLarge):
		return meeting.Meeting{}, failf(exitInvalid, "%s", w.Fault(path, &meeting.AgendaError{What: meeting.AgendaTooLong}))
	case errors.Is(err, os.ErrNotExist):
		return meeting.Meeting{}, failf(exitNotFound, "%s", w.NoFile(path))
	case err != nil:
		return meeting.Meeting{}, failf(exitFailed, "%s", w.Unreadable(path, err.Error()))
	}
	m, err := meeting.ParseAgenda(data, lang.ViewOf)
	if f := (*meeting.AgendaError)(nil); errors.As(err, &f) {
		return m, failf(exitInvalid, "%s", w.Fault(path, f))
	}
	return m, err
}

// minutesError words why a record was not kept.
func (a *app) minutesError(err error) error {
	w := a.words.Minutes
	if said := ui.SentenceError(""); errors.As(err, &said) {
		return err
	}
	if c := (*meeting.ConflictError)(nil); errors.As(err, &c) {
		if c.Theirs == nil {
			return ui.SentenceError(w.GoneNow)
		}
		return ui.SentenceError(w.Conflict)
	}
	switch {
	case errors.Is(err, minutes.ErrReadOnly):
		return ui.SentenceError(w.ReadOnly)
	case errors.Is(err, minutes.ErrMissing):
		return ui.SentenceError(w.BrokenFile(filepath.Join(a.dirs.Data, minutes.File)))
	}
	if b := (*minutes.BrokenError)(nil); errors.As(err, &b) {
		return ui.SentenceError(w.BrokenFile(b.Path))
	}
	if c := (*durable.CorruptError)(nil); errors.As(err, &c) {
		return ui.SentenceError(w.BrokenFile(filepath.Join(a.dirs.Data, minutes.JournalFile)))
	}
	return err
}
