package book

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"rakor/data/durable"
	"rakor/model"
)

// ErrNothing tells that there is nothing to take back, or to make again.
var ErrNothing = errors.New("book: no step to take back or make again")

// history is what can be taken back and made again.
type history struct {
	undo, redo []uint64 // numbers of steps, the next one last
	steps      map[uint64]durable.Entry
}

// past reads the history from the journal. A step made after an undo leaves
// nothing to make again.
func (b *Book) past() (history, error) {
	h := history{steps: map[uint64]durable.Entry{}}
	_, log, err := durable.OpenJournal(b.fsys, b.Journal(), limits())
	if err != nil {
		return h, fmt.Errorf("book: %w", err)
	}
	for _, e := range log.Entries {
		if is(e.Data, didSave) {
			continue
		}
		var r record
		if is(e.Data, model.LogUndo) || is(e.Data, model.LogRedo) {
			if err := json.Unmarshal(e.Data, &r); err != nil {
				return h, fmt.Errorf("book: entry %d of the journal: %w", e.Seq, err)
			}
		}
		switch {
		case is(e.Data, model.LogRestored):
			h.undo, h.redo = nil, nil
		case is(e.Data, model.LogUndo):
			h.undo = drop(h.undo, r.Of)
			h.redo = append(h.redo, r.Of)
		case is(e.Data, model.LogRedo):
			h.redo = drop(h.redo, r.Of)
			h.undo = append(h.undo, r.Of)
		default:
			h.steps[e.Seq] = e
			h.undo, h.redo = append(h.undo, e.Seq), nil
		}
	}
	// What a trimmed journal no longer holds cannot be taken back.
	lost := func(seq uint64) bool { _, ok := h.steps[seq]; return !ok }
	h.undo, h.redo = slices.DeleteFunc(h.undo, lost), slices.DeleteFunc(h.redo, lost)
	if b.tail.foreign {
		h.undo, h.redo = nil, nil
	}
	return h, nil
}

func drop(steps []uint64, seq uint64) []uint64 {
	return slices.DeleteFunc(steps, func(s uint64) bool { return s == seq })
}

// History gives how many steps can be taken back and how many made again.
// Errors are those of [Open].
func (b *Book) History() (undo, redo int, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	h, err := b.past()
	return len(h.undo), len(h.redo), err
}

// Undo takes back the last n steps that are not taken back yet, whoever made
// them and whenever, the newest first; each is a step of its own in the
// history. It gives those that were taken back, also where an error ended it.
// Errors: [ErrNothing] where there is not even one, *[model.ConflictError]
// where the entry was changed outside the history since, and those of
// [Book.Commit].
func (b *Book) Undo(ctx context.Context, n int, by string, at time.Time) ([]Saved, error) {
	return b.step(ctx, n, model.LogUndo, by, at)
}

// Redo makes again the last n steps that were taken back, as long as nothing
// else was changed since. Errors are those of [Book.Undo].
func (b *Book) Redo(ctx context.Context, n int, by string, at time.Time) ([]Saved, error) {
	return b.step(ctx, n, model.LogRedo, by, at)
}

func (b *Book) step(ctx context.Context, n int, kind model.LogKind, by string, at time.Time) ([]Saved, error) {
	var out []Saved
	var warnings []error
	err := b.write(ctx, func() error {
		h, err := b.past()
		if err != nil {
			return err
		}
		steps := h.undo
		if kind == model.LogRedo {
			steps = h.redo
		}
		if len(steps) == 0 {
			return ErrNothing
		}
		for range min(n, len(steps)) {
			seq := steps[len(steps)-1]
			steps = steps[:len(steps)-1]
			saved := Saved{Kind: kind, Of: seq}
			made, label, err := b.again(h.steps[seq], kind)
			if err != nil {
				return err
			}
			r := record{Do: kind, Of: seq, By: name(by), At: stamp(at), Label: label}
			if err := b.append(r, made, &saved); err != nil {
				return err
			}
			out = append(out, saved)
		}
		return nil
	}, &warnings)
	if len(out) > 0 {
		out[len(out)-1].Warnings = warnings
	}
	return out, err
}

// again gives the changes that take a step back, or make it again.
func (b *Book) again(e durable.Entry, kind model.LogKind) ([]model.Change, string, error) {
	r, changes, err := decode(e)
	if err != nil {
		return nil, "", err
	}
	if kind == model.LogUndo {
		slices.Reverse(changes)
		for i, c := range changes {
			changes[i] = c.Reverse()
		}
	}
	made := make([]model.Change, 0, len(changes))
	for _, c := range changes {
		current := b.state.list.Find(c.ID)
		row, err := c.Apply(current)
		if err != nil {
			return nil, "", err
		}
		// A step is written even where the list says already what it would, so
		// that the history knows that it was taken back.
		made = append(made, model.Change{ID: c.ID, Was: current, Now: row})
	}
	return made, r.Label, nil
}

// Log gives the history as far as the journal reaches, oldest first. Errors
// are those of [Open].
func (b *Book) Log() ([]model.LogEntry, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	_, log, err := durable.OpenJournal(b.fsys, b.Journal(), limits())
	if err != nil {
		return nil, fmt.Errorf("book: %w", err)
	}
	var out []model.LogEntry
	at := map[uint64]int{}
	for _, e := range log.Entries {
		if is(e.Data, didSave) {
			continue
		}
		r, changes, err := decode(e)
		if err != nil {
			return nil, err
		}
		if i, ok := at[r.Of]; ok {
			out[i].Undone = r.Do == model.LogUndo
		}
		at[e.Seq] = len(out)
		out = append(out, model.LogEntry{Seq: e.Seq, At: r.At, By: r.By, Kind: r.Do, Of: r.Of, Label: r.Label, Changes: changes})
	}
	return out, nil
}
