package durabletest

import (
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"rakor/data/durable"
)

// ErrInjected is the cause of every error that Faults makes up.
var ErrInjected = errors.New("injected fault")

// How says in which way the chosen call fails.
type How int

const (
	// Refuse does nothing and reports a failure.
	Refuse How = iota
	// Late does what was asked and reports a failure all the same, as a
	// network folder does whose answer was lost.
	Late
	// Short writes half of what was asked and reports a failure. Calls other
	// than Write are refused.
	Short
	// Stop does nothing from the chosen call on: the program was killed.
	Stop
	// StopShort is Stop, but a Write that is the chosen call writes half.
	StopShort
)

// Ways returns every How.
func Ways() []How { return []How{Refuse, Late, Short, Stop, StopShort} }

// String names the way, for messages of tests.
func (h How) String() string {
	return [...]string{"refuse", "late", "short", "stop", "stop short"}[h]
}

// Faults passes calls on to another Tree and makes one of them fail, in its
// files too. It may be used by several goroutines.
type Faults struct {
	inner durable.Tree
	at    int
	how   How

	mu    sync.Mutex
	calls int
	call  string
}

var _ durable.Tree = (*Faults)(nil)

// NewFaults makes the at-th call on inner fail, counted from 1; none if at is 0.
func NewFaults(inner durable.Tree, at int, how How) *Faults {
	return &Faults{inner: inner, at: at, how: how}
}

// Fired tells whether the chosen call was reached.
func (f *Faults) Fired() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.call != ""
}

// Calls returns the number of calls so far.
func (f *Faults) Calls() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.calls
}

// String describes the fault and the call it hit, for messages of tests.
func (f *Faults) String() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return fmt.Sprintf("call %d (%s), %v", f.at, f.call, f.how)
}

// step counts a call. do tells to pass it on, half to pass on half of a
// write; err is what to report in place of success.
func (f *Faults) step(op, name string) (do, half bool, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.calls++
	stops := f.how == Stop || f.how == StopShort
	hit := f.calls == f.at
	if !hit && (!stops || f.at == 0 || f.calls < f.at) {
		return true, false, nil
	}
	err = &fs.PathError{Op: op, Path: name, Err: ErrInjected}
	if hit {
		f.call = op + " " + name
		half = f.how == Short || f.how == StopShort
	}
	return f.how == Late, half, err
}

// through runs a call that has nothing but an error to return.
func (f *Faults) through(op, name string, call func() error) error {
	do, _, err := f.step(op, name)
	if !do {
		return err
	}
	if cerr := call(); cerr != nil {
		return cerr
	}
	return err
}

// Open opens a file whose calls are counted too.
func (f *Faults) Open(name string, mode durable.Mode) (durable.File, error) {
	var inner durable.File
	err := f.through("open", name, func() (err error) {
		inner, err = f.inner.Open(name, mode)
		return err
	})
	if err != nil {
		if inner != nil {
			_ = inner.Close()
		}
		return nil, err
	}
	return &faultyFile{File: inner, faults: f, name: name}, nil
}

// Lstat passes the call on or fails.
func (f *Faults) Lstat(name string) (info fs.FileInfo, err error) {
	err = f.through("lstat", name, func() (err error) {
		info, err = f.inner.Lstat(name)
		return err
	})
	return info, err
}

// Rename passes the call on or fails.
func (f *Faults) Rename(from, to string) error {
	return f.through("rename", to, func() error { return f.inner.Rename(from, to) })
}

// Remove passes the call on or fails.
func (f *Faults) Remove(name string) error {
	return f.through("remove", name, func() error { return f.inner.Remove(name) })
}

// SyncDir passes the call on or fails.
func (f *Faults) SyncDir(dir string) error {
	return f.through("sync folder", dir, func() error { return f.inner.SyncDir(dir) })
}

// Mkdir passes the call on or fails.
func (f *Faults) Mkdir(dir string) error {
	return f.through("mkdir", dir, func() error { return f.inner.Mkdir(dir) })
}

// List passes the call on or fails.
func (f *Faults) List(dir string) (names []string, err error) {
	err = f.through("list", dir, func() (err error) {
		names, err = f.inner.List(dir)
		return err
	})
	return names, err
}

type faultyFile struct {
	durable.File
	faults *Faults
	name   string
}

func (f *faultyFile) ReadAt(p []byte, off int64) (n int, err error) {
	do, _, err := f.faults.step("read", f.name)
	if !do {
		return 0, err
	}
	n, rerr := f.File.ReadAt(p, off)
	if err == nil {
		err = rerr
	}
	return n, err
}

func (f *faultyFile) Write(p []byte) (int, error) {
	do, half, err := f.faults.step("write", f.name)
	if half {
		p = p[:len(p)/2]
	}
	if !do && !half {
		return 0, err
	}
	n, werr := f.File.Write(p)
	if err == nil {
		err = werr
	}
	return n, err
}

func (f *faultyFile) Stat() (info fs.FileInfo, err error) {
	err = f.faults.through("stat", f.name, func() (err error) {
		info, err = f.File.Stat()
		return err
	})
	return info, err
}

func (f *faultyFile) Chmod(mode fs.FileMode) error {
	return f.faults.through("chmod", f.name, func() error { return f.File.Chmod(mode) })
}

func (f *faultyFile) Truncate(size int64) error {
	return f.faults.through("truncate", f.name, func() error { return f.File.Truncate(size) })
}

func (f *faultyFile) Sync() error {
	return f.faults.through("sync", f.name, f.File.Sync)
}

// Close closes the file even where it reports a failure: the descriptor is
// gone whatever close says, and a killed program has none.
func (f *faultyFile) Close() error {
	_, _, err := f.faults.step("close", f.name)
	if cerr := f.File.Close(); err == nil {
		err = cerr
	}
	return err
}
