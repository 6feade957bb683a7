//go:build windows

package durable

import (
	"errors"
	"io"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

func (osFS) Open(name string, mode Mode) (File, error) {
	switch mode {
	case Create:
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, filePerm)
		if err != nil {
			return nil, err
		}
		return f, nil
	case Append:
		// Not O_APPEND: a handle opened so can neither truncate nor read.
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, filePerm)
		if err != nil {
			return nil, err
		}
		return appendFile{f}, nil
	default:
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		return f, nil
	}
}

// appendFile writes at the end, wherever that is by now.
type appendFile struct{ *os.File }

func (f appendFile) Write(p []byte) (int, error) {
	if _, err := f.Seek(0, io.SeekEnd); err != nil {
		return 0, err
	}
	return f.File.Write(p)
}

// Rename waits until the move is on the disk. Virus scanners and indexers
// hold a new file open for some milliseconds, which refuses the move, so it
// is tried again for about half a second.
func (osFS) Rename(from, to string) error {
	src, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	dst, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	const flags = windows.MOVEFILE_REPLACE_EXISTING | windows.MOVEFILE_WRITE_THROUGH
	for pause := time.Millisecond; ; pause *= 2 {
		err = windows.MoveFileEx(src, dst, flags)
		if err == nil {
			return nil
		}
		busy := errors.Is(err, windows.ERROR_SHARING_VIOLATION) ||
			errors.Is(err, windows.ERROR_LOCK_VIOLATION) ||
			errors.Is(err, windows.ERROR_ACCESS_DENIED)
		if !busy || pause > 256*time.Millisecond {
			return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
		}
		time.Sleep(pause)
	}
}

// SyncDir has nothing to do: NTFS keeps names in its own journal, Rename
// writes through, and flushing a new file flushes its entry.
func (osFS) SyncDir(string) error { return nil }

func noSpace(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

func writeProtected(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

func linkLoop(err error) bool { return errors.Is(err, windows.ERROR_CANT_RESOLVE_FILENAME) }
