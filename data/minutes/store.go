package minutes

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"rakor/data/durable"
	"rakor/model/meeting"
)

// Names of the files in the data directory.
const (
	// File holds all records as they were when the journal was last shortened.
	File = "meetings.json"
	// JournalFile is the history since then.
	JournalFile = "meetings.journal"

	lockFile = "lock" // of the whole directory
)

const (
	lockWait     = 3 * time.Second
	mostDocument = 64 << 20 // bytes of meetings.json
	manyLines    = 3000     // a journal of more lines is shortened
	keptLines    = 300      // to so many
)

// What a call is refused for.
var (
	// ErrReadOnly: the store was opened for reading.
	ErrReadOnly = errors.New("minutes: opened for reading only")
	// ErrNothing: there is no step to take back or to make again.
	ErrNothing = errors.New("minutes: no step to take back or make again")
	// ErrBroken: a file holds something else than records of meetings.
	ErrBroken = errors.New("minutes: not records of meetings")
	// ErrMissing: meetings.json is gone or too old, and the journal does not
	// reach back far enough to make it again.
	ErrMissing = errors.New("minutes: meetings.json is missing and its journal begins later: copy the newest of the versions back")
)

// BrokenError names the file that holds something else than records of
// meetings. It is an [ErrBroken]; nothing is written until the file is put right.
type BrokenError struct {
	Path string
	Err  error
}

// Error names the file and what is wrong in it.
func (e *BrokenError) Error() string { return fmt.Sprintf("%v: %s: %v", ErrBroken, e.Path, e.Err) }

// Unwrap gives the cause and ErrBroken.
func (e *BrokenError) Unwrap() []error { return []error{ErrBroken, e.Err} }

// Options say how a store is opened. The zero value is the usual one.
type Options struct {
	ReadOnly bool
	// FS is the file system, [durable.OS] where it is nil; Lock takes the lock
	// of the directory, nil is that of the operating system.
	FS   durable.Tree
	Lock func(ctx context.Context) (release func() error, err error)
	// Most is how many lines the journal may have; 0 is the usual number.
	Most int
}

// Store is the records of a directory. It is safe for concurrent use.
type Store struct {
	dir   string
	opts  Options
	fsys  durable.Tree
	shown atomic.Pointer[meeting.Minutes]

	mu       sync.Mutex
	journal  *durable.Journal
	versions *durable.Versions
	included uint64  // the document has all lines up to this one
	kept     []entry // the lines of the journal, in their order
}

// entry is a line with its number.
type entry struct {
	line
	seq uint64
}

// Saved tells what was done.
type Saved struct {
	Seq     uint64
	Label   string
	Changes []meeting.Change
}

// Step is one line of the history.
type Step struct {
	Seq     uint64
	Do      string // change, undo, redo
	At      string // RFC 3339
	By      string
	Label   string
	Changes []meeting.Change
}

// Open reads the records of a directory. Nothing is written; a directory that
// does not exist has none. Errors: [ErrBroken], [ErrMissing],
// *[durable.FileError].
func Open(dir string, o Options) (*Store, error) {
	s := &Store{dir: dir, opts: o, fsys: o.FS}
	if s.fsys == nil {
		s.fsys = durable.OS()
	}
	if s.opts.Most <= 0 {
		s.opts.Most = manyLines
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
	s.versions = durable.NewVersions(s.fsys, s.Path(), mostDocument)
	if err := s.read(); err != nil {
		return nil, err
	}
	return s, nil
}

// Path gives the name of meetings.json.
func (s *Store) Path() string { return filepath.Join(s.dir, File) }

// Minutes gives the records as last read or written.
func (s *Store) Minutes() *meeting.Minutes { return s.shown.Load() }

// read reads document and journal from the beginning. Another program may
// shorten the journal between the two: then both are read again.
func (s *Store) read() error {
	for try := 0; ; try++ {
		base, included, err := s.document()
		if err != nil {
			return err
		}
		j, log, err := durable.OpenJournal(s.fsys, filepath.Join(s.dir, JournalFile), durable.Limits{})
		if err != nil {
			return err
		}
		if len(log.Entries) > 0 && log.Entries[0].Seq > included+1 {
			if try < 3 {
				continue
			}
			return ErrMissing
		}
		s.journal, s.included, s.kept = j, included, nil
		return s.take(base, log.Entries)
	}
}

// document reads meetings.json.
func (s *Store) document() (*meeting.Minutes, uint64, error) {
	none := &meeting.Minutes{}
	data, err := durable.ReadFile(s.fsys, s.Path(), mostDocument)
	if errors.Is(err, fs.ErrNotExist) {
		return none, 0, nil
	}
	if err != nil {
		return nil, 0, err
	}
	var d document
	if err := json.Unmarshal(data, &d); err != nil {
		return nil, 0, &BrokenError{Path: s.Path(), Err: err}
	}
	if d.Format != format {
		return nil, 0, &BrokenError{Path: s.Path(), Err: fmt.Errorf("format %q, want %q", d.Format, format)}
	}
	changes, err := decode(d.Records)
	if err != nil {
		return nil, 0, &BrokenError{Path: s.Path(), Err: err}
	}
	out, err := none.Apply(changes...)
	if err != nil {
		return nil, 0, &BrokenError{Path: s.Path(), Err: err}
	}
	return out, d.Included, nil
}

// take lays lines of the journal over records.
func (s *Store) take(base *meeting.Minutes, entries []durable.Entry) error {
	var all []meeting.Change
	for _, e := range entries {
		x := entry{seq: e.Seq}
		if err := json.Unmarshal(e.Data, &x.line); err != nil {
			return &BrokenError{Path: s.journal.Path(), Err: fmt.Errorf("line %d: %w", e.Seq, err)}
		}
		if x.Format != format {
			return &BrokenError{Path: s.journal.Path(), Err: fmt.Errorf("line %d: format %q, want %q", e.Seq, x.Format, format)}
		}
		s.kept = append(s.kept, x)
		if e.Seq <= s.included {
			continue
		}
		changes, err := decode(x.Changes)
		if err != nil {
			return &BrokenError{Path: s.journal.Path(), Err: fmt.Errorf("line %d: %w", e.Seq, err)}
		}
		all = append(all, changes...)
	}
	now, err := base.Apply(all...)
	if err != nil {
		return &BrokenError{Path: s.journal.Path(), Err: err}
	}
	s.shown.Store(now)
	return nil
}

// Commit keeps changes, all of them or none. Errors: [ErrReadOnly],
// [meeting.ErrRecord], *[meeting.ConflictError], *[durable.FileError].
func (s *Store) Commit(ctx context.Context, changes []meeting.Change, label, by string, at time.Time) (Saved, error) {
	var saved Saved
	err := s.write(ctx, func() error {
		var err error
		saved, err = s.append(line{Do: didChange, By: by, Label: label}, changes, at)
		return err
	})
	return saved, err
}

// Undo takes the newest step back that is not taken back yet, whoever made it;
// again and again it goes on to older ones. Errors: [ErrNothing] and those of
// [Store.Commit].
func (s *Store) Undo(ctx context.Context, by string, at time.Time) (Saved, error) {
	return s.again(ctx, didUndo, by, at)
}

// Redo makes the step again that was taken back last, as long as nothing else
// was changed since. Errors as for [Store.Undo].
func (s *Store) Redo(ctx context.Context, by string, at time.Time) (Saved, error) {
	return s.again(ctx, didRedo, by, at)
}

func (s *Store) again(ctx context.Context, do, by string, at time.Time) (Saved, error) {
	var saved Saved
	err := s.write(ctx, func() error {
		undo, redo := s.history()
		steps := undo
		if do == didRedo {
			steps = redo
		}
		if len(steps) == 0 {
			return ErrNothing
		}
		of := steps[len(steps)-1]
		changes, err := decode(of.Changes)
		if err != nil {
			return err
		}
		if do == didUndo {
			slices.Reverse(changes)
			for i, c := range changes {
				changes[i] = c.Reverse()
			}
		}
		saved, err = s.append(line{Do: do, By: by, Label: of.Label, Of: of.seq}, changes, at)
		return err
	})
	return saved, err
}

// history gives the steps that can be taken back and made again, the next one
// last.
func (s *Store) history() (undo, redo []entry) {
	steps := map[uint64]entry{}
	drop := func(list []entry, seq uint64) []entry {
		return slices.DeleteFunc(list, func(e entry) bool { return e.seq == seq })
	}
	for _, e := range s.kept {
		switch e.Do {
		case didUndo:
			undo = drop(undo, e.Of)
			if of, ok := steps[e.Of]; ok {
				redo = append(redo, of)
			}
		case didRedo:
			redo = drop(redo, e.Of)
			if of, ok := steps[e.Of]; ok {
				undo = append(undo, of)
			}
		default:
			steps[e.seq] = e
			undo, redo = append(undo, e), nil
		}
	}
	return undo, redo
}

// Log gives the history that the journal still has, the oldest first. Error:
// [ErrBroken].
func (s *Store) Log() ([]Step, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]Step, 0, len(s.kept))
	for _, e := range s.kept {
		changes, err := decode(e.Changes)
		if err != nil {
			return nil, err
		}
		out = append(out, Step{Seq: e.seq, Do: e.Do, At: e.At, By: e.By, Label: e.Label, Changes: changes})
	}
	return out, nil
}

// Refresh reads what other programs wrote. Errors are those of [Open]; after
// one the records are as they were.
func (s *Store) Refresh() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.refresh()
}

func (s *Store) refresh() error {
	log, err := s.journal.Refresh()
	if err != nil {
		return err
	}
	if log.Whole {
		return s.read()
	}
	return s.take(s.shown.Load(), log.Entries)
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
	if err := s.refresh(); err != nil {
		return err
	}
	return do()
}

// append writes a line. After a failure that may have left it in the journal,
// the records are what the next reader will find.
func (s *Store) append(l line, changes []meeting.Change, at time.Time) (Saved, error) {
	now, err := s.shown.Load().Apply(changes...)
	if err != nil {
		return Saved{}, err
	}
	l.Format, l.At = format, string(Stamp(at))
	if l.Changes, err = encode(changes); err != nil {
		return Saved{}, err
	}
	b, err := marshal(l)
	if err != nil {
		return Saved{}, fmt.Errorf("minutes: %w", err)
	}
	seq, err := s.journal.Append(b)
	if err != nil {
		if f := (*durable.FileError)(nil); errors.As(err, &f) && f.Placed {
			_ = s.refresh() // the next call tries again
		}
		return Saved{}, err
	}
	s.kept = append(s.kept, entry{line: l, seq: seq})
	s.shown.Store(now)
	if len(s.kept) > s.opts.Most {
		s.shorten()
	}
	return Saved{Seq: seq, Label: l.Label, Changes: changes}, nil
}

// shorten writes the document and drops the journal's older lines. Where that
// fails nothing is lost: the journal stays long and the next commit tries
// again.
func (s *Store) shorten() {
	records := s.shown.Load().Records()
	changes := make([]meeting.Change, len(records))
	for i, r := range records {
		changes[i] = meeting.Add(r)
	}
	steps, err := encode(changes)
	if err != nil {
		return
	}
	b, err := marshal(document{Format: format, Included: s.journal.Last(), Records: steps})
	if err != nil || len(b) > mostDocument {
		return
	}
	if _, err := s.versions.Save(append(b, '\n')); err != nil {
		return
	}
	s.included = s.journal.Last()
	if n, err := s.journal.Trim(min(keptLines, s.opts.Most/2+1)); err == nil {
		s.kept = slices.Clone(s.kept[n:])
	}
}

// Stamp gives a moment as records have it.
func Stamp(at time.Time) meeting.Stamp {
	return meeting.Stamp(at.UTC().Truncate(time.Second).Format(time.RFC3339))
}
