package book

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"rakor/data/durable"
	"rakor/model"
)

// Saved is what a commit, an undo or a redo did.
type Saved struct {
	Seq  uint64            // of the step in the history; 0 where nothing was left to do
	Kind model.LogKind     // change, undo or redo
	Of   uint64            // the step that an undo or redo is about
	List *model.Programmes // as it is now
	// Changes are the changes as they were made: with the identities chosen, and
	// with what others had changed meanwhile in other fields.
	Changes []model.Change
	// Warnings tell of what went wrong beside the save, such as a version that
	// could not be kept. What was saved is saved.
	Warnings []error
}

// Commit saves one change. It returns once the change survives a power failure
// as far as the system can promise. A change without an identity and without
// Was adds an entry; the book chooses its identity. A change with nothing left
// to do, because somebody made the same one, writes nothing.
//
// Errors: *[model.ConflictError], *[model.FieldError], [ErrReadOnly],
// [ErrClosed], *[durable.FileError] (ErrLocked, ErrNoSpace, ErrReadOnly).
func (b *Book) Commit(ctx context.Context, c model.Change, by string, at time.Time) (Saved, error) {
	return b.CommitMany(ctx, []model.Change{c}, "", by, at)
}

// CommitMany saves changes together: all of them or none, and one undo takes
// all of them back. label says what they are ("import rat.xlsx"). Errors are
// those of [Book.Commit], for the first change that cannot be made.
func (b *Book) CommitMany(ctx context.Context, changes []model.Change, label, by string, at time.Time) (Saved, error) {
	r := record{Do: model.LogChange, By: name(by), At: stamp(at), Label: name(label)}
	saved := Saved{Kind: model.LogChange}
	if b.opts.ReadOnly {
		return saved, ErrReadOnly
	}
	changes = slices.Clone(changes)
	for i := range changes { // before anything is made or locked
		if err := b.fit(&changes[i], by); err != nil {
			return saved, err
		}
	}
	err := b.write(ctx, func() error {
		made, err := b.resolve(changes)
		if err != nil {
			return err
		}
		return b.append(r, made, &saved)
	}, &saved.Warnings)
	return saved, err
}

// stamp writes the clock's time as the journal has it.
func stamp(at time.Time) string { return at.Format(time.RFC3339) }

// name makes a person's name, or a label, fit for one line.
func name(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	if r := []rune(s); len(r) > 200 {
		s = string(r[:200])
	}
	return s
}

// write runs do with the lock held and everything read that others wrote.
func (b *Book) write(ctx context.Context, do func() error, warnings *[]error) (err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.closed:
		return ErrClosed
	case b.opts.ReadOnly:
		return ErrReadOnly
	}
	if !b.ready {
		if err := durable.MakeDir(b.fsys, b.dir); err != nil {
			return fmt.Errorf("book: %w", err)
		}
	}
	release, err := b.opts.Lock(ctx)
	if err != nil {
		return fmt.Errorf("book: %w", err)
	}
	defer func() {
		if rerr := release(); rerr != nil {
			*warnings = append(*warnings, rerr)
		}
	}()
	if !b.ready {
		if _, err := durable.Clean(b.fsys, b.dir); err != nil {
			*warnings = append(*warnings, err)
		}
		b.ready = true
	}
	if err := b.refresh(true); err != nil {
		return err
	}
	b.shown.Store(b.state.list)
	if b.tail.foreign {
		*warnings = append(*warnings, b.adopt()...)
		if b.tail.foreign {
			return errors.Join(*warnings...)
		}
	}
	if err := do(); err != nil {
		return err
	}
	if b.tail.unmarked >= manySteps {
		*warnings = append(*warnings, b.save()...)
	}
	return nil
}

// append writes a step to the journal and then shows it. Nothing to do is not
// written.
func (b *Book) append(r record, made []model.Change, saved *Saved) error {
	saved.List = b.state.list
	if len(made) == 0 {
		return nil
	}
	line, err := r.encode(made)
	if err != nil {
		return err
	}
	seq, err := b.journal.Append(line)
	if err != nil {
		// Whether the line can be read is what decides: after a failure that
		// may have left it there, the list is what the next reader will find.
		if placed(err) && b.refresh(true) == nil {
			b.shown.Store(b.state.list)
			saved.List = b.state.list
		}
		return fmt.Errorf("book: %w", err)
	}
	results := make([]result, len(made))
	for i, c := range made {
		results[i] = result{c.ID, c.Now}
	}
	b.state.put(results)
	b.shown.Store(b.state.list)
	b.tail.behind += len(made)
	b.tail.unmarked++
	b.wrote = true
	saved.Seq, saved.Changes, saved.List = seq, made, b.state.list
	return nil
}

// placed tells whether a failed save may be there all the same.
func placed(err error) bool {
	var f *durable.FileError
	return errors.As(err, &f) && f.Placed
}

// resolve holds changes against the list and gives what is to be written: each
// from the entry as it is to the entry as it will be, without those that have
// nothing left to do.
func (b *Book) resolve(changes []model.Change) ([]model.Change, error) {
	seq := b.journal.Last() + 1
	many := len(changes) > 1
	at := make(map[model.ProgrammeID]int, len(changes)) // in made
	var made []model.Change
	for i, c := range changes {
		if c.ID == "" && c.Kind() == model.ChangeAdd {
			c.ID = b.free(seq, i, many, at)
			c.Now.ID = c.ID // the entry is the book's own
		}
		current := b.state.list.Find(c.ID)
		k, again := at[c.ID]
		if again {
			current = made[k].Now
		}
		row, err := c.Apply(current)
		if err != nil {
			return nil, err
		}
		switch {
		case again:
			made[k].Now = row
		case row != current:
			at[c.ID] = len(made)
			made = append(made, model.Change{ID: c.ID, Was: current, Now: row})
		}
	}
	made = slices.DeleteFunc(made, func(c model.Change) bool { return c.Kind() == model.ChangeNothing })
	for _, c := range made {
		if c.Now == nil {
			continue
		}
		if faults := c.Now.Check(); len(faults) > 0 { // what was merged must be fit as well
			return nil, faults[0]
		}
	}
	return made, nil
}

// free chooses the identity of a new entry: from the number of the step, which
// no other step has or will have.
func (b *Book) free(seq uint64, i int, many bool, taken map[model.ProgrammeID]int) model.ProgrammeID {
	id := fmt.Sprintf("u%d", seq)
	if many {
		id = fmt.Sprintf("u%d-%d", seq, i+1)
	}
	for n := 2; ; n++ {
		_, used := taken[model.ProgrammeID(id)]
		if !used && b.state.list.Find(model.ProgrammeID(id)) == nil && !b.state.removed[model.ProgrammeID(id)] {
			return model.ProgrammeID(id)
		}
		id = fmt.Sprintf("u%d-%d", seq, i+n)
	}
}

// fit refuses an entry that cannot be kept, and a verification that is not
// by's to give. The change gets an entry of its own that bears its identity,
// which for a new entry may still be open.
func (b *Book) fit(c *model.Change, by string) error {
	bad := func(f model.Field, value string, reason model.Reason) error {
		return &model.FieldError{ID: c.ID, Field: f, Value: value, Reason: reason}
	}
	if !identity(string(c.ID)) && (c.ID != "" || c.Kind() != model.ChangeAdd) {
		return bad("id", string(c.ID), model.ReasonCode)
	}
	if c.Now == nil {
		return nil
	}
	now := *c.Now
	now.ID = c.ID
	c.Now = &now
	if faults := now.Check(); len(faults) > 0 {
		return faults[0]
	}
	if b.opts.Check != nil {
		if faults := b.opts.Check(&now); len(faults) > 0 {
			return faults[0]
		}
	}
	set := c.Was == nil || c.Was.Verification != now.Verification
	if set && now.Verification.Judged() && !slices.Contains(b.opts.Coordinators, by) {
		return bad(model.FieldVerification, string(now.Verification), model.ReasonNotAllowed)
	}
	return nil
}

// identity tells whether an identity is one that documents can hold.
func identity(id string) bool {
	for _, r := range id {
		if (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '-' && r != '_' {
			return false
		}
	}
	return id != "" && len(id) <= 64
}
