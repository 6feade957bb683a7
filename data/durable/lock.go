package durable

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/gofrs/flock"
)

// lockPoll is the pause between two tries for a lock that is held.
const lockPoll = 10 * time.Millisecond

// Lock is the exclusive right to write in a folder. The operating system
// holds it for the process on an open file and takes it back when the process
// ends, however it ends, so that a lock file that exists means nothing. It
// keeps out other programs and other Locks of the same program alike.
type Lock struct {
	path string
	f    *flock.Flock
}

// Acquire takes the lock of the named file, which it makes if needed (0600)
// and which is never removed: a file removed and made again would be two
// locks. It tries at once and then until wait is over (wait of 0 or less: only
// once) or ctx is done.
//
// The error is a *FileError that names the lock file: ErrLocked after wait, the
// error of ctx if that came first, ErrReadOnly where the file may not be made,
// ErrDirectory, ErrLink or ErrNotRegular where it is no regular file.
func Acquire(ctx context.Context, path string, wait time.Duration) (*Lock, error) {
	if err := ctx.Err(); err != nil {
		return nil, failed("lock", path, err)
	}
	if _, _, err := target(OS(), path); err != nil {
		return nil, failed("lock", path, err)
	}
	// Opened for writing, which network folders ask of an exclusive lock.
	f := flock.New(path, flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(filePerm))
	ok, err := f.TryLock()
	if err == nil && !ok && wait > 0 {
		ok, err = tryFor(ctx, f, wait)
	}
	switch {
	case err != nil:
		return nil, failed("lock", path, err)
	case !ok:
		return nil, &FileError{Op: "lock", Path: path, Kind: ErrLocked, Err: fmt.Errorf("waited %v", max(wait, 0))}
	}
	return &Lock{path: path, f: f}, nil
}

// tryFor reports false without an error when wait is over, and the error of
// ctx when that ends first.
func tryFor(ctx context.Context, f *flock.Flock, wait time.Duration) (bool, error) {
	bounded, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	ok, err := f.TryLockContext(bounded, lockPoll)
	if err != nil && ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded) {
		return false, nil
	}
	return ok, err
}

// Path returns the name of the lock file.
func (l *Lock) Path() string { return l.path }

// Release gives the lock back. Releasing it again does nothing. The error is
// a *FileError.
func (l *Lock) Release() error {
	if err := l.f.Unlock(); err != nil {
		return failed("unlock", l.path, err)
	}
	return nil
}
