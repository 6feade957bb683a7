//go:build unix

package durable

import (
	"errors"
	"os"
	"syscall"
)

func (osFS) Open(name string, mode Mode) (File, error) {
	// O_NONBLOCK: a named pipe put where a file is expected must not make the
	// program wait for its other end. It has no meaning for regular files.
	flag := os.O_RDONLY | syscall.O_NONBLOCK
	switch mode {
	case Read:
	case Create:
		flag = os.O_WRONLY | os.O_CREATE | os.O_EXCL
	case Append:
		flag = os.O_RDWR | os.O_CREATE | os.O_APPEND | syscall.O_NOFOLLOW | syscall.O_NONBLOCK
	}
	f, err := os.OpenFile(name, flag, filePerm)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (osFS) Rename(from, to string) error { return os.Rename(from, to) }

func (osFS) SyncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = f.Sync()
	// Some network and FUSE folders cannot flush a folder at all. There is
	// nothing more to ask of them, and refusing every save would not help.
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}

// The portable error numbers say it all on Unix.

func noSpace(error) bool { return false }

func writeProtected(error) bool { return false }

func linkLoop(error) bool { return false }
