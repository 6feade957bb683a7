package scenarios

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"rakor/data/durable"
	"rakor/model"
)

const (
	// File is the name of the journal in the data directory.
	File     = "scenarios.jsonl"
	lockFile = "lock" // of the whole directory
	lockWait = 3 * time.Second
	format   = "rakor/scenarios/1"

	// A journal of more than manyEntries is cut to the newest kept.
	manyEntries = 200
	kept        = 100
)

// Options say how a store is opened. The zero value is the usual one.
type Options struct {
	ReadOnly bool
	// FS is the file system, [durable.OS] where it is nil; Lock takes the lock
	// of the directory, nil is that of the operating system.
	FS   durable.Tree
	Lock func(ctx context.Context) (release func() error, err error)
}

// Store is the scenarios of a directory. It is safe for concurrent use.
type Store struct {
	dir  string
	opts Options
	fsys durable.Tree

	mu      sync.Mutex
	journal *durable.Journal
	entries []entry // as in the journal
}

// entry is one change: what was done, and the whole list after it.
type entry struct {
	Format string     `json:"format"`
	At     time.Time  `json:"at"`
	Do     string     `json:"do"` // save, rename, remove, undo, redo
	Name   string     `json:"name"`
	Back   *uint64    `json:"back,omitempty"`  // the entry that an undo goes back to, 0 for the empty list; none: nothing to undo
	Forth  *uint64    `json:"forth,omitempty"` // the entry that a redo goes to; none: nothing was taken back
	List   []Scenario `json:"scenarios"`

	seq uint64
}

// Open reads the scenarios of a directory. Nothing is written; a directory that
// does not exist has none. Errors: [ErrBroken], *[durable.FileError].
func Open(dir string, o Options) (*Store, error) {
	s := &Store{dir: dir, opts: o, fsys: o.FS}
	if s.fsys == nil {
		s.fsys = durable.OS()
	}
	if s.opts.Lock == nil {
		s.opts.Lock = func(ctx context.Context) (func() error, error) {
			l, err := durable.Acquire(ctx, filepath.Join(dir, lockFile), lockWait)
			if err != nil {
				return nil, err
			}
			return l.Release, nil
		}
	}
	j, log, err := durable.OpenJournal(s.fsys, filepath.Join(dir, File), durable.Limits{})
	if err != nil {
		return nil, err
	}
	s.journal = j
	return s, s.take(log)
}

// take adds what was read from the journal.
func (s *Store) take(log durable.Log) error {
	entries := s.entries
	if log.Whole {
		entries = nil
	}
	for _, l := range log.Entries {
		e := entry{seq: l.Seq}
		if err := json.Unmarshal(l.Data, &e); err != nil {
			return fmt.Errorf("%w: %s, entry %d: %w", ErrBroken, s.journal.Path(), l.Seq, err)
		}
		if e.Format != format {
			return fmt.Errorf("%w: %s, entry %d: format %q, want %q", ErrBroken, s.journal.Path(), l.Seq, e.Format, format)
		}
		if err := checkList(e.List); err != nil {
			return fmt.Errorf("%w: %s, entry %d: %w", ErrBroken, s.journal.Path(), l.Seq, err)
		}
		entries = append(entries, e)
	}
	s.entries = entries
	return nil
}

// checkList refuses a list with what is no scenario, or with one twice.
func checkList(list []Scenario) error {
	seen := map[key]bool{}
	for _, x := range list {
		if err := x.check(); err != nil {
			return err
		}
		if seen[x.key()] {
			return fmt.Errorf("%w: %q twice", ErrInvalid, x.Name)
		}
		seen[x.key()] = true
	}
	if len(list) > Most {
		return ErrFull
	}
	return nil
}

// All gives the scenarios, by region and name.
func (s *Store) All() []Scenario {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.list()
}

func (s *Store) list() []Scenario {
	if len(s.entries) == 0 {
		return nil
	}
	list := s.entries[len(s.entries)-1].List
	out := make([]Scenario, len(list))
	for i, x := range list {
		out[i] = x.clone()
	}
	slices.SortFunc(out, func(a, b Scenario) int {
		return cmp.Or(cmp.Compare(a.Region, b.Region), cmp.Compare(a.Name, b.Name))
	})
	return out
}

// Save keeps a scenario under its name. Was is the one that it replaces as the
// caller knows it, nil for none. Errors: [ErrName], [ErrInvalid], [ErrFull],
// [ErrReadOnly], *[ConflictError], *[durable.FileError].
func (s *Store) Save(ctx context.Context, now Scenario, was *Scenario, at time.Time) error {
	if err := now.check(); err != nil {
		return err
	}
	now = now.clone()
	now.Saved = at.UTC().Truncate(time.Second)
	return s.change(ctx, entry{At: at, Do: "save", Name: now.Name}, func(list []Scenario) ([]Scenario, error) {
		i := slices.IndexFunc(list, func(x Scenario) bool { return x.key() == now.key() })
		if err := holds(now.Name, list, i, was); err != nil {
			return nil, err
		}
		if i >= 0 {
			list[i] = now
			return list, nil
		}
		if len(list) >= Most {
			return nil, fmt.Errorf("%w: there are %d", ErrFull, len(list))
		}
		return append(list, now), nil
	})
}

// Rename gives a scenario another name, which must be free. Errors as for
// [Store.Save].
func (s *Store) Rename(ctx context.Context, was Scenario, name string, at time.Time) error {
	if err := checkName(name); err != nil {
		return err
	}
	return s.change(ctx, entry{At: at, Do: "rename", Name: name}, func(list []Scenario) ([]Scenario, error) {
		i := slices.IndexFunc(list, func(x Scenario) bool { return x.key() == was.key() })
		if err := holds(was.Name, list, i, &was); err != nil {
			return nil, err
		}
		to := key{was.Region, name}
		if k := slices.IndexFunc(list, func(x Scenario) bool { return x.key() == to }); k >= 0 && k != i {
			other := list[k].clone()
			return nil, &ConflictError{Name: name, Now: &other}
		}
		list[i].Name = name
		return list, nil
	})
}

// Remove takes a scenario away. Errors as for [Store.Save].
func (s *Store) Remove(ctx context.Context, was Scenario, at time.Time) error {
	return s.change(ctx, entry{At: at, Do: "remove", Name: was.Name}, func(list []Scenario) ([]Scenario, error) {
		i := slices.IndexFunc(list, func(x Scenario) bool { return x.key() == was.key() })
		if err := holds(was.Name, list, i, &was); err != nil {
			return nil, err
		}
		return slices.Delete(list, i, i+1), nil
	})
}

// holds refuses a change whose scenario is not, or no longer, what it was.
func holds(name string, list []Scenario, i int, was *Scenario) error {
	switch {
	case i < 0 && was == nil:
		return nil
	case i < 0:
		return &ConflictError{Name: name}
	case was == nil || !list[i].same(*was):
		now := list[i].clone()
		return &ConflictError{Name: name, Now: &now}
	}
	return nil
}

// Undone tells which change was taken back.
type Undone struct {
	Do   string // save, rename, remove
	Name string
}

// Undo takes the newest change back that was not taken back yet, whoever made
// it; again and again it goes on to older ones. Errors: [ErrNothing],
// [ErrReadOnly], *[durable.FileError].
func (s *Store) Undo(ctx context.Context, at time.Time) (Undone, error) {
	var undone Undone
	err := s.write(ctx, func() error {
		if len(s.entries) == 0 || s.entries[len(s.entries)-1].Back == nil {
			return ErrNothing
		}
		// The newest entry may be an undo itself: the change that it left
		// standing is the one whose list is there now.
		last := s.entries[len(s.entries)-1]
		target := entry{}
		if back := *last.Back; back > 0 {
			i := slices.IndexFunc(s.entries, func(e entry) bool { return e.seq == back })
			if i < 0 {
				return ErrNothing // so old that it was dropped
			}
			target = s.entries[i]
		}
		undone = s.standing(last)
		return s.append(entry{At: at, Do: "undo", Name: undone.Name, Back: target.Back, Forth: &last.seq, List: target.List})
	})
	return undone, err
}

// Redo makes the change again that was taken back last, as long as nothing else
// was changed since. Errors as for [Store.Undo].
func (s *Store) Redo(ctx context.Context, at time.Time) (Undone, error) {
	var redone Undone
	err := s.write(ctx, func() error {
		if len(s.entries) == 0 || s.entries[len(s.entries)-1].Forth == nil {
			return ErrNothing
		}
		forth := *s.entries[len(s.entries)-1].Forth
		i := slices.IndexFunc(s.entries, func(e entry) bool { return e.seq == forth })
		if i < 0 {
			return ErrNothing // so old that it was dropped
		}
		target := s.entries[i]
		redone = s.standing(target)
		return s.append(entry{At: at, Do: "redo", Name: redone.Name, Back: target.Back, Forth: target.Forth, List: target.List})
	})
	return redone, err
}

// back tells whether an entry is no change of its own.
func (e entry) back() bool { return e.Do == "undo" || e.Do == "redo" }

// standing gives the change that made the list of an entry: itself, or, where
// it is an undo or a redo, the one that it went to.
func (s *Store) standing(e entry) Undone {
	for i := len(s.entries) - 1; e.back() && i >= 0; i-- {
		x := s.entries[i]
		if !x.back() && x.Back != nil && e.Back != nil && *x.Back == *e.Back && sameList(x.List, e.List) {
			e = x
		}
	}
	return Undone{Do: e.Do, Name: e.Name}
}

func sameList(a, b []Scenario) bool { return slices.EqualFunc(a, b, Scenario.same) }

// change makes a new list of the present one and writes it.
func (s *Store) change(ctx context.Context, e entry, next func([]Scenario) ([]Scenario, error)) error {
	return s.write(ctx, func() error {
		list, err := next(s.list())
		if err != nil {
			return err
		}
		last := s.journal.Last()
		if len(s.entries) == 0 {
			last = 0
		}
		e.List, e.Back = list, &last
		return s.append(e)
	})
}

// write runs do with the lock held and everything read that others wrote.
func (s *Store) write(ctx context.Context, do func() error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.opts.ReadOnly {
		return ErrReadOnly
	}
	if err := durable.MakeDir(s.fsys, s.dir); err != nil {
		return err
	}
	release, err := s.opts.Lock(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = release() }() // what was written stands, and the system lets go at the latest when the program ends
	if _, err := durable.Clean(s.fsys, s.dir); err != nil {
		return err
	}
	log, err := s.journal.Refresh()
	if err != nil {
		return err
	}
	if err := s.take(log); err != nil {
		return err
	}
	return do()
}

// append writes an entry. After a failure that may have left it in the journal,
// the list is what the next reader will find.
func (s *Store) append(e entry) error {
	e.Format = format
	e.At = e.At.UTC().Truncate(time.Second)
	if e.List == nil {
		e.List = []Scenario{}
	}
	line, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("scenarios: %w", err)
	}
	seq, err := s.journal.Append(line)
	if err != nil {
		if f := (*durable.FileError)(nil); errors.As(err, &f) && f.Placed {
			if log, rerr := s.journal.Refresh(); rerr == nil {
				_ = s.take(log)
			}
		}
		return err
	}
	e.seq = seq
	s.entries = append(s.entries, e)
	if len(s.entries) > manyEntries {
		// A journal that stays long is no loss: the next change tries again.
		if n, err := s.journal.Trim(kept); err == nil {
			s.entries = slices.Clone(s.entries[n:])
		}
	}
	return nil
}

// Find gives the scenario of a region with a name.
func Find(list []Scenario, region model.RegionCode, name string) (Scenario, bool) {
	i := slices.IndexFunc(list, func(x Scenario) bool { return x.key() == key{region, name} })
	if i < 0 {
		return Scenario{}, false
	}
	return list[i], true
}
