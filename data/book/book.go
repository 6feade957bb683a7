package book

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"rakor/data"
	"rakor/data/durable"
	"rakor/model"
)

// Names of the files beside [data.ListFile].
const (
	// JournalFile is the history of the list.
	JournalFile = "programmes.journal"
	lockFile    = "lock"
	draftsDir   = "drafts"
)

const (
	mostDocument = 64 << 20 // bytes of programmes.json
	// lockWait is how long a write waits for another program's: far longer than
	// one takes, and short enough for a person.
	lockWait = 3 * time.Second
)

var (
	// ErrReadOnly tells that the book was opened for reading.
	ErrReadOnly = errors.New("book: opened for reading only")
	// ErrClosed tells that the book was closed.
	ErrClosed = errors.New("book: closed")
	// ErrMissing tells that programmes.json is gone, and the journal does not
	// reach back far enough to make it again.
	ErrMissing = errors.New("book: programmes.json is missing and its journal begins later: copy the newest of the versions back")
)

// BrokenError tells that programmes.json cannot be read. Nothing is written
// until it can.
type BrokenError struct {
	Problems []data.Problem // at least one
}

// Error names the first problem.
func (e *BrokenError) Error() string { return "book: " + e.Problems[0].String() }

// Release gives a lock back.
type Release func() error

// Options tells how to open a list.
type Options struct {
	// ReadOnly opens nothing for writing, and makes nothing.
	ReadOnly bool
	// Coordinators are the people who may set the verification to verified or
	// returned, as they are named in By.
	Coordinators []string
	// Check gives what else is wrong with an entry that is to be kept, such as
	// [model.Vocabulary.Check]; it may be nil.
	Check func(*model.Programme) []*model.FieldError
	// FS is the file system, [durable.OS] where it is nil. Lock takes the lock
	// of the directory; nil is that of the operating system.
	FS   durable.Tree
	Lock func(ctx context.Context) (Release, error)
}

// Book is a list of programmes on the disk.
type Book struct {
	dir  string
	base *model.Programmes
	opts Options
	fsys durable.Tree

	shown   atomic.Pointer[model.Programmes]
	pending sync.WaitGroup

	mu       sync.Mutex // over what follows
	closing  bool       // no new save is announced
	closed   bool
	ready    bool // the directory exists and was cleaned
	wrote    bool // this book has appended something
	state    *state
	journal  *durable.Journal
	versions *durable.Versions
	seen     signature // of programmes.json when it was read
	tail     tail
}

// tail is what is known of the journal beyond the document.
type tail struct {
	included uint64 // the document has all entries up to this one
	behind   int    // changes after that one
	marked   uint64 // the last full save; a document older than this was put back by hand
	unmarked int    // steps after that one
	foreign  bool   // the document was put back by hand, and the journal does not know yet
}

// signature tells whether a file is the one that was read.
type signature struct {
	exists bool
	size   int64
	time   time.Time
}

// Open reads the list of a directory, laid over the embedded one; a directory
// or file that does not exist is an empty one. Nothing is written. Errors:
// *[BrokenError], [ErrMissing], *[durable.FileError].
//
// Cost: 100 ms for 20,000 entries.
func Open(dir string, base *model.Programmes, o Options) (*Book, error) {
	b := &Book{dir: dir, base: base, opts: o, fsys: o.FS}
	if b.fsys == nil {
		b.fsys = durable.OS()
	}
	if b.opts.Lock == nil {
		b.opts.Lock = func(ctx context.Context) (Release, error) {
			l, err := durable.Acquire(ctx, filepath.Join(dir, lockFile), lockWait)
			if err != nil {
				return nil, err
			}
			return l.Release, nil
		}
	}
	b.versions = durable.NewVersions(b.fsys, b.Path(), mostDocument)
	if err := b.load(false); err != nil {
		return nil, err
	}
	b.shown.Store(b.state.list)
	return b, nil
}

// Snapshot gives the list as it stands. It is immutable.
func (b *Book) Snapshot() *model.Programmes { return b.shown.Load() }

// ReadOnly tells whether the book was opened for reading.
func (b *Book) ReadOnly() bool { return b.opts.ReadOnly }

// Path gives the name of the document.
func (b *Book) Path() string { return filepath.Join(b.dir, data.ListFile) }

// Journal gives the name of the history's file.
func (b *Book) Journal() string { return filepath.Join(b.dir, JournalFile) }

// Versions gives the directory of the earlier states.
func (b *Book) Versions() string { return b.versions.Dir() }

// Refresh reads what other programs have written, and tells whether the list
// is another one now. Errors are those of [Open].
func (b *Book) Refresh() (changed bool, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return false, ErrClosed
	}
	was := b.shown.Load()
	if err := b.refresh(false); err != nil {
		return false, err
	}
	b.shown.Store(b.state.list)
	return b.state.list != was, nil
}

// Begin announces a save that will follow in another goroutine: [Book.Close]
// waits until done was called. ok is false where the book is closed already.
func (b *Book) Begin() (done func(), ok bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closing {
		return func() {}, false
	}
	b.pending.Add(1)
	return sync.OnceFunc(b.pending.Done), true
}

// Close waits for the saves under way and those announced by [Book.Begin],
// writes the document where enough has changed, and ends the book. What was
// committed is safe whatever Close returns: an error or a warning only tells
// that the document, or a version of it, is behind its journal.
func (b *Book) Close(ctx context.Context) error {
	b.mu.Lock()
	b.closing = true
	b.mu.Unlock()
	waited := make(chan struct{})
	go func() {
		b.pending.Wait()
		close(waited)
	}()
	select {
	case <-waited:
	case <-ctx.Done():
		return ctx.Err()
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return nil
	}
	b.closed = true
	if !b.wrote {
		return nil
	}
	release, err := b.opts.Lock(ctx)
	if err != nil {
		return fmt.Errorf("book: %w", err)
	}
	err = b.tidy()
	return errors.Join(err, release())
}

// sign looks at the document without reading it.
func (b *Book) sign() (signature, error) {
	info, err := b.fsys.Lstat(b.Path())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return signature{}, nil
	case err != nil:
		return signature{}, err
	}
	return signature{exists: true, size: info.Size(), time: info.ModTime()}, nil
}
