package durable

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// Causes that a caller may want to tell apart. They are found with errors.Is
// in the errors of this package.
var (
	// ErrDirectory means that a file was expected and a folder found.
	ErrDirectory = errors.New("is a folder, not a file")
	// ErrNotDirectory means that a folder was expected and a file found.
	ErrNotDirectory = errors.New("is a file, not a folder")
	// ErrLink means that the file to be replaced is a symbolic link: a rename
	// would replace the link and leave the file it names as it was.
	ErrLink = errors.New("is a symbolic link, not a regular file")
	// ErrNotRegular means that the name is a device, a pipe or a socket.
	ErrNotRegular = errors.New("is a device, pipe or socket, not a regular file")
	// ErrLinkLoop means that symbolic links lead back to themselves.
	ErrLinkLoop = errors.New("symbolic links lead in a circle")
	// ErrTooLarge means that a file or an entry has more bytes than allowed.
	ErrTooLarge = errors.New("is too large")
	// ErrUnreadable means that the file is there and cannot be read.
	ErrUnreadable = errors.New("cannot be read")
	// ErrReadOnly means that the folder, the file or the disk may not be
	// written to.
	ErrReadOnly = errors.New("may not be written")
	// ErrNoSpace means that the disk or the person's share of it is full.
	ErrNoSpace = errors.New("disk full")
	// ErrLocked means that another program holds the lock.
	ErrLocked = errors.New("locked by another program")
	// ErrStale means that the journal has changed since it was last read:
	// Refresh it and decide again.
	ErrStale = errors.New("changed by another program since it was read")
	// ErrCorrupt means that a journal is damaged before its last line.
	ErrCorrupt = errors.New("is damaged")
	// ErrInvalid means that an entry offered to a journal is not JSON.
	ErrInvalid = errors.New("is not one JSON value")
)

// FileError says what could not be done with which file.
type FileError struct {
	// Op is what was attempted: "read", "write", "lock", "append", ...
	Op string
	// Path is the file as the caller named it.
	Path string
	// Kind is one of the Err values of this package, or nil where the cause
	// is none of them.
	Kind error
	// Err is the cause as the system gave it, or more detail; it may be nil
	// where Kind says it all.
	Err error
	// Placed tells that the new content is, or may be, what a reader now
	// finds, although it is not known to survive a power failure. False means
	// that the old content is still there. It is always false for reading.
	Placed bool
}

// Error names the attempt, the file, and the cause.
func (e *FileError) Error() string {
	s := e.Op + " " + e.Path
	if e.Kind != nil {
		s += ": " + e.Kind.Error()
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	if e.Placed {
		s += " (the new content may be in place, but it may not survive a power failure)"
	}
	return s
}

// Unwrap returns Kind and Err, those that are not nil.
func (e *FileError) Unwrap() []error {
	var all []error
	for _, err := range []error{e.Kind, e.Err} {
		if err != nil {
			all = append(all, err)
		}
	}
	return all
}

// CorruptError says where a journal is damaged. It is found with errors.As
// inside the *FileError that OpenJournal, Refresh and Trim return.
type CorruptError struct {
	// Line is the number of the damaged line, from 1.
	Line int
	// Offset is the byte at which it begins, from 0.
	Offset int64
	// Expected and Found say what is wrong with it.
	Expected, Found string
}

// Error names the place, what was expected and what was found.
func (e *CorruptError) Error() string {
	return fmt.Sprintf("line %d (byte %d): expected %s, found %s", e.Line, e.Offset, e.Expected, e.Found)
}

// failed wraps err for a call that changes the disk. An error that already
// is a kind of its own keeps it.
func failed(op, path string, err error) *FileError {
	return wrap(op, path, err, writeKind)
}

// unread wraps err for a call that only reads.
func unread(op, path string, err error) *FileError {
	return wrap(op, path, err, readKind)
}

func wrap(op, path string, err error, kind func(error) error) *FileError {
	var inner *FileError
	if errors.As(err, &inner) && inner.Path == path {
		return &FileError{Op: op, Path: path, Kind: inner.Kind, Err: inner.Err, Placed: inner.Placed}
	}
	return &FileError{Op: op, Path: path, Kind: kind(err), Err: err}
}

func writeKind(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), noSpace(err):
		return ErrNoSpace
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission), writeProtected(err):
		return ErrReadOnly
	case errors.Is(err, syscall.ELOOP), linkLoop(err):
		return ErrLinkLoop
	}
	return nil
}

func readKind(err error) error {
	switch {
	case errors.Is(err, syscall.ELOOP), linkLoop(err):
		return ErrLinkLoop
	case errors.Is(err, fs.ErrNotExist):
		return nil // fs.ErrNotExist says it all
	}
	return ErrUnreadable
}

// kindOf tells a regular file (nil) from everything else.
func kindOf(mode fs.FileMode) error {
	switch {
	case mode.IsRegular():
		return nil
	case mode.IsDir():
		return ErrDirectory
	case mode&fs.ModeSymlink != 0:
		return ErrLink
	}
	return ErrNotRegular
}
