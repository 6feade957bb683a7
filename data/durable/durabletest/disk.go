// Package durabletest has file systems for tests of code that saves with
// package durable: [Disk] is kept in memory and forgets, at a simulated power
// failure, what was not flushed; [Faults] makes one chosen call fail.
//
// A test that a save is old or new and never a third reads:
//
//	for at := 1; ; at++ {
//		disk := durabletest.NewDisk()      // and save the old state on it
//		faulty := durabletest.NewFaults(disk, at, durabletest.Stop)
//		err := save(faulty)                // killed at its at-th call
//		for after := range disk.Crashes() {
//			check(after, err)              // old or new; new if err is nil
//		}
//		if !faulty.Fired() {
//			break                          // save has fewer calls than that
//		}
//	}
package durabletest

import (
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"rakor/data/durable"
)

// Disk is a durable.Tree in memory. For every file it knows the bytes written
// and the bytes flushed, for every folder the names made and the names
// flushed. It begins with the root folder, "/". It may be used by several
// goroutines.
type Disk struct {
	mu      sync.Mutex
	root    *node
	pending []change
	room    int64
	bounded bool
	locked  map[string]bool
}

// node is a file or, where names is not nil, a folder.
type node struct {
	perm          fs.FileMode
	data, flushed []byte
	names, listed map[string]*node
}

// change is a change of a folder's names that was not flushed: put under
// name (nil: taken away), and gone from the name from.
type change struct {
	dir        *node
	name, from string
	put        *node
}

func folder() *node {
	return &node{perm: 0o700, names: map[string]*node{}, listed: map[string]*node{}}
}

var _ durable.Tree = (*Disk)(nil)

// NewDisk returns a disk with an empty root folder and no end of space.
func NewDisk() *Disk { return &Disk{root: folder(), locked: map[string]bool{}} }

// Space leaves n more bytes on the disk: a write that needs more writes what
// fits and fails with ENOSPC. Bytes of files that are removed do not come back.
func (d *Disk) Space(n int64) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.room, d.bounded = n, true
}

// ReadOnly makes the names in dir unchangeable, or changeable again: making,
// renaming and removing there fail with EACCES.
func (d *Disk) ReadOnly(dir string, yes bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.locked[clean(dir)] = yes
}

func clean(name string) string { return path.Clean("/" + filepath.ToSlash(name)) }

func fail(op, name string, err error) error { return &fs.PathError{Op: op, Path: name, Err: err} }

// find returns the node of a path, nil where there is none.
func (d *Disk) find(name string) *node {
	n := d.root
	for part := range parts(clean(name)) {
		if n = n.names[part]; n == nil {
			return nil
		}
	}
	return n
}

func parts(name string) iter.Seq[string] {
	return strings.FieldsFuncSeq(name, func(r rune) bool { return r == '/' })
}

// parent returns the folder that holds name, for changing it.
func (d *Disk) parent(op, name string) (*node, string, error) {
	dir, base := path.Split(clean(name))
	n := d.find(dir)
	switch {
	case n == nil:
		return nil, "", fail(op, name, fs.ErrNotExist)
	case n.names == nil:
		return nil, "", fail(op, name, syscall.ENOTDIR)
	case d.locked[clean(dir)]:
		return nil, "", fail(op, name, syscall.EACCES)
	}
	return n, base, nil
}

// apply makes a change of names visible, flushed or not.
func (c change) apply(names map[string]*node) {
	if c.from != "" {
		delete(names, c.from)
	}
	if c.put == nil {
		delete(names, c.name)
	} else {
		names[c.name] = c.put
	}
}

func (d *Disk) change(c change) {
	c.apply(c.dir.names)
	d.pending = append(d.pending, c)
}

// Open opens a file or, for reading, a folder.
func (d *Disk) Open(name string, mode durable.Mode) (durable.File, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.find(name)
	switch {
	case n == nil && mode == durable.Read:
		return nil, fail("open", name, fs.ErrNotExist)
	case n != nil && mode == durable.Create:
		return nil, fail("open", name, fs.ErrExist)
	case n != nil && n.names != nil && mode != durable.Read:
		return nil, fail("open", name, syscall.EISDIR)
	case n == nil:
		dir, base, err := d.parent("open", name)
		if err != nil {
			return nil, err
		}
		n = &node{perm: 0o600}
		d.change(change{dir: dir, name: base, put: n})
	}
	return &file{disk: d, node: n, name: name, mode: mode}, nil
}

// Lstat describes a file or folder. There are no links on a Disk.
func (d *Disk) Lstat(name string) (fs.FileInfo, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.find(name)
	if n == nil {
		return nil, fail("lstat", name, fs.ErrNotExist)
	}
	return n.info(name), nil
}

// Rename moves a file within a folder.
func (d *Disk) Rename(from, to string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	dir, base, err := d.parent("rename", to)
	if err != nil {
		return err
	}
	src, old := path.Split(clean(from))
	if d.find(src) != dir || dir.names[old] == nil {
		return fail("rename", from, fs.ErrNotExist)
	}
	if there := dir.names[base]; there != nil && there.names != nil {
		return fail("rename", to, syscall.EISDIR)
	}
	d.change(change{dir: dir, name: base, from: old, put: dir.names[old]})
	return nil
}

// Remove takes a file or an empty folder away.
func (d *Disk) Remove(name string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	dir, base, err := d.parent("remove", name)
	if err != nil {
		return err
	}
	n := dir.names[base]
	if n == nil {
		return fail("remove", name, fs.ErrNotExist)
	}
	if len(n.names) > 0 {
		return fail("remove", name, syscall.ENOTEMPTY)
	}
	d.change(change{dir: dir, name: base})
	return nil
}

// SyncDir flushes the names in dir, not what is in the files.
func (d *Disk) SyncDir(dir string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.find(dir)
	if n == nil || n.names == nil {
		return fail("sync", dir, fs.ErrNotExist)
	}
	d.pending = slices.DeleteFunc(d.pending, func(c change) bool {
		if c.dir == n {
			c.apply(n.listed)
		}
		return c.dir == n
	})
	return nil
}

// Mkdir makes a folder.
func (d *Disk) Mkdir(dir string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	up, base, err := d.parent("mkdir", dir)
	if err != nil {
		return err
	}
	if up.names[base] != nil {
		return fail("mkdir", dir, fs.ErrExist)
	}
	d.change(change{dir: up, name: base, put: folder()})
	return nil
}

// List returns the names in dir in increasing order.
func (d *Disk) List(dir string) ([]string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.find(dir)
	if n == nil {
		return nil, fail("list", dir, fs.ErrNotExist)
	}
	if n.names == nil {
		return nil, fail("list", dir, syscall.ENOTDIR)
	}
	var names []string
	for name := range n.names {
		names = append(names, name)
	}
	slices.Sort(names)
	return names, nil
}

// Put writes a file and flushes it, for the state in which a test begins. It
// makes the folders above it.
func (d *Disk) Put(name string, data []byte) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.root
	dir, base := path.Split(clean(name))
	for part := range parts(dir) {
		if n.names[part] == nil {
			sub := folder()
			n.names[part], n.listed[part] = sub, sub
		}
		n = n.names[part]
	}
	f := &node{perm: 0o600, data: slices.Clone(data), flushed: slices.Clone(data)}
	n.names[base], n.listed[base] = f, f
}

// file is an open file of a Disk.
type file struct {
	disk   *Disk
	node   *node
	name   string
	mode   durable.Mode
	closed bool
}

// enter locks the disk for a call on the file.
func (f *file) enter(op string, writes bool) (leave func(), err error) {
	f.disk.mu.Lock()
	switch {
	case f.closed:
		err = fail(op, f.name, fs.ErrClosed)
	case writes && f.mode == durable.Read:
		err = fail(op, f.name, syscall.EBADF)
	}
	return f.disk.mu.Unlock, err
}

func (f *file) ReadAt(p []byte, off int64) (int, error) {
	leave, err := f.enter("read", false)
	defer leave()
	if err != nil {
		return 0, err
	}
	if off < 0 || f.mode == durable.Create {
		return 0, fail("read", f.name, syscall.EBADF)
	}
	if off >= int64(len(f.node.data)) {
		return 0, io.EOF
	}
	n := copy(p, f.node.data[off:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (f *file) Write(p []byte) (int, error) {
	leave, err := f.enter("write", true)
	defer leave()
	if err != nil {
		return 0, err
	}
	n := len(p)
	if f.disk.bounded && int64(n) > f.disk.room {
		n, err = int(f.disk.room), fail("write", f.name, syscall.ENOSPC)
	}
	f.disk.room -= int64(n)
	f.node.data = append(f.node.data, p[:n]...)
	return n, err
}

func (f *file) Truncate(size int64) error {
	leave, err := f.enter("truncate", true)
	defer leave()
	if err != nil {
		return err
	}
	if size < 0 || size > int64(len(f.node.data)) {
		return fail("truncate", f.name, syscall.EINVAL)
	}
	f.node.data = slices.Clone(f.node.data[:size])
	return nil
}

func (f *file) Sync() error {
	leave, err := f.enter("sync", true)
	defer leave()
	if err != nil {
		return err
	}
	f.node.flushed = slices.Clone(f.node.data)
	return nil
}

func (f *file) Chmod(mode fs.FileMode) error {
	leave, err := f.enter("chmod", false)
	defer leave()
	if err != nil {
		return err
	}
	f.node.perm = mode.Perm()
	return nil
}

func (f *file) Stat() (fs.FileInfo, error) {
	leave, err := f.enter("stat", false)
	defer leave()
	if err != nil {
		return nil, err
	}
	return f.node.info(f.name), nil
}

func (f *file) Close() error {
	leave, err := f.enter("close", false)
	defer leave()
	f.closed = true
	return err
}

// info is the fs.FileInfo of a node. A Disk has no clock.
type info struct {
	name string
	size int64
	mode fs.FileMode
}

func (n *node) info(name string) fs.FileInfo {
	i := info{name: path.Base(clean(name)), size: int64(len(n.data)), mode: n.perm}
	if n.names != nil {
		i.mode |= fs.ModeDir
	}
	return i
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }

// String says where the info comes from, for messages of tests.
func (i info) String() string { return fmt.Sprintf("%s %v %d bytes", i.name, i.mode, i.size) }
