package main

import (
	"context"
	"errors"
	"strings"
	"sync"

	"rakor/data/book"
	"rakor/data/personal"
	"rakor/model"
	"rakor/ui"
	"rakor/ui/state"
)

// entryDraft is the name of the draft of what is typed of an entry at this
// machine.
const entryDraft = "entry"

// entryDrafts puts drafts in their order: effects run beside each other.
type entryDrafts struct {
	mu     sync.Mutex // over newest
	newest uint64
	file   sync.Mutex // over the file
}

// entering gives what the session needs to know to let entries be typed.
func (a *app) entering() ui.Entering {
	return ui.Entering{
		By: a.who(), Coordinators: a.settings.Coordinators, Personal: personal.Inside, Nomenclature: a.store.Nomenclature(),
	}
}

// enteringRemote gives the same for somebody who drives from another machine,
// and what they typed there and did not save.
func (a *app) enteringRemote(by string) (ui.Entering, string) {
	e := a.entering()
	e.By = by
	return e, a.loadEntryDraft(by)
}

// keepEntries carries out an effect on the list of programmes; ok is false for
// any other effect.
func (a *app) keepEntries(e state.Effect) (in state.Intent, ok bool, err error) {
	switch e := e.(type) {
	case state.WriteProgrammes:
		return a.writeEntries(e), true, nil
	case state.RevertProgrammes:
		return a.revertEntries(e), true, nil
	case state.KeepEntryDraft:
		if a.book == nil || a.flags.readonly {
			return nil, true, nil
		}
		if err := a.keepEntryDraft(e); err != nil {
			return nil, true, ui.SentenceError(a.words.Entry.DraftFailed)
		}
		return nil, true, nil
	case state.LoadHistory:
		return a.entryHistory(e.ID)
	case state.RefreshProgrammes:
		if a.book == nil {
			return nil, true, nil
		}
		changed, err := a.book.Refresh()
		if err != nil || !changed {
			return nil, true, nil //nolint:nilerr // what is wrong is told by the change that it stops
		}
		return state.ProgrammesKept{Rev: a.renewList(), What: "reload"}, true, nil
	}
	return nil, false, nil
}

// renewList shows the list as it is now, and gives the revision.
func (a *app) renewList() uint64 {
	return a.renew(func(s *state.Snapshot) { s.Programmes = a.programmes() })
}

// writeEntries keeps changes. A save that has begun is finished: the end of the
// program waits for it.
func (a *app) writeEntries(e state.WriteProgrammes) state.Intent {
	if err := a.writable(); err != nil {
		return a.entryFailed(err)
	}
	done, open := a.book.Begin()
	if !open {
		return a.entryFailed(book.ErrClosed)
	}
	defer done()
	for _, c := range e.Changes {
		if f := personalField(c); f != "" {
			w := a.words.Lang.Editing()
			return state.ProgrammesFailed{Field: f, Why: w.Personal(w.FieldName(f))}
		}
	}
	saved, err := a.book.CommitMany(context.Background(), e.Changes, "", first(e.By, a.who()), a.now())
	if err != nil {
		return a.entryFailed(err)
	}
	_ = a.keepEntryDraft(state.KeepEntryDraft{N: e.Draft, By: e.By}) // it is kept; a draft that stays is offered once more, no worse
	what := "none"
	if n := len(saved.Changes); n == 1 {
		what = changeName(saved.Changes[0].Kind())
	} else if n > 1 {
		what = "many"
	}
	return a.entryKept(what, saved)
}

// personalField gives the field that a change would put a person's number in.
func personalField(c model.Change) model.Field {
	if c.Now == nil {
		return ""
	}
	was := c.Was
	if was == nil {
		was = &model.Programme{}
	}
	for _, f := range model.Differing(was, c.Now) {
		if personal.Inside(c.Now.Text(f)) || f == model.FieldPlaces && personal.Inside(strings.Join(c.Now.PlaceNames, " ; ")) {
			return f
		}
	}
	return ""
}

func (a *app) entryKept(what string, saved book.Saved) state.Intent {
	in := state.ProgrammesKept{Rev: a.renewList(), What: what}
	for _, c := range saved.Changes {
		in.IDs = append(in.IDs, c.ID)
	}
	if len(saved.Changes) == 1 {
		in.One = &saved.Changes[0]
	}
	return in
}

// entryFailed words why a change was not kept, and shows the list as it is now.
func (a *app) entryFailed(err error) state.Intent {
	in := state.ProgrammesFailed{}
	if a.book != nil {
		in.Rev = a.renewList()
	}
	w := a.words.Lang.Editing()
	conflict, fault := (*model.ConflictError)(nil), (*model.FieldError)(nil)
	switch {
	case errors.As(err, &conflict):
		in.Conflict = conflict
	case errors.As(err, &fault) && fault.Reason == model.ReasonNotAllowed:
		in.Field, in.Why = fault.Field, a.words.Entry.OnlyCoordinator
	case errors.As(err, &fault):
		in.Field, in.Why = fault.Field, w.FieldName(fault.Field)+": "+w.FieldFault(fault)
	default:
		err = a.listError(err)
		if in.Why = a.sentence(err); !errors.As(err, new(*exitError)) { // no sentence of its own
			in.Why = a.words.Common.SaveFailed(in.Why)
		}
	}
	return in
}

func (a *app) revertEntries(e state.RevertProgrammes) state.Intent {
	if err := a.writable(); err != nil {
		return a.entryFailed(err)
	}
	done, open := a.book.Begin()
	if !open {
		return a.entryFailed(book.ErrClosed)
	}
	defer done()
	do, what := a.book.Undo, "undo"
	if e.Redo {
		do, what = a.book.Redo, "redo"
	}
	saved, err := do(context.Background(), 1, first(e.By, a.who()), a.now())
	switch {
	case errors.Is(err, book.ErrNothing):
		return state.ProgrammesKept{Rev: a.renewList(), What: "none"}
	case err != nil:
		return a.entryFailed(err)
	}
	return a.entryKept(what, saved[0])
}

// entryHistory reads what was done with an entry.
func (a *app) entryHistory(id model.ProgrammeID) (state.Intent, bool, error) {
	if a.book == nil {
		return state.HistoryRead{ID: id}, true, nil
	}
	log, err := a.book.Log()
	if err != nil {
		return nil, true, ui.SentenceError(a.sentence(a.listError(err)))
	}
	steps := model.LogOf(log, id)
	return state.HistoryRead{ID: id, Steps: steps[max(len(steps)-state.MaxHistory, 0):]}, true, nil
}

// draftName names the draft of somebody: of who is at this machine, or of who
// drives from another one, whose name is a text of their own.
func draftName(by string) string {
	if by == "" {
		return entryDraft
	}
	plain := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, by)
	return entryDraft + "-" + plain[:min(len(plain), 40)]
}

// keepEntryDraft keeps a draft, or throws it away where its text is empty. Of
// those at this machine an older one never replaces a newer one; those of
// others come one after the other.
func (a *app) keepEntryDraft(e state.KeepEntryDraft) error {
	d := &a.entryDrafts
	stale := func() bool {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.newest = max(d.newest, e.N)
		return e.N < d.newest
	}
	if e.By == "" && stale() {
		return nil
	}
	d.file.Lock()
	defer d.file.Unlock()
	if e.By == "" && stale() {
		return nil
	}
	if e.Text == "" {
		return a.book.DropDraft(context.Background(), draftName(e.By))
	}
	return a.book.SaveDraft(context.Background(), draftName(e.By), []byte(e.Text))
}

// loadEntryDraft gives what was typed of an entry when a program ended; "" for
// nothing.
func (a *app) loadEntryDraft(by string) string {
	if a.book == nil || a.flags.readonly {
		return ""
	}
	text, err := a.book.LoadDraft(draftName(by))
	if err != nil {
		return "" // the next one replaces it
	}
	return string(text)
}
