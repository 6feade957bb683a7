// Package durable is the one way in which rakor puts a file on a disk so that
// it stays there.
//
// # Saving
//
// [WriteFile] replaces a file as a whole: the new bytes go to a temporary file
// in the same folder, are flushed, and take the old file's name in one step.
// Whoever reads the file, after a kill, a power failure or a full disk, finds
// the old bytes or the new ones, never a mixture. A nil error means the new
// bytes are on the disk as far as the system can promise. [Versions] does the
// same and keeps the last twenty states in a folder beside the file.
// [Journal] appends one entry at a time.
//
// # Order of calls
//
// Everything that writes is called with the [Lock] of the folder held:
//
//	lock, err := durable.Acquire(ctx, filepath.Join(dir, "lock"), 2*time.Second)
//	defer lock.Release()
//	durable.Clean(fsys, dir)           // what a killed program left behind
//	log, err := journal.Refresh()      // what another program wrote meanwhile
//	seq, err := journal.Append(entry)
//	warnings, err := versions.Save(data)
//
// Reading needs no lock: [ReadFile] and [OpenJournal] write nothing.
//
// # Errors
//
// Every failure is a [*FileError] that names the file and, where the cause is
// known, carries one of the Err values of this package, to be asked for with
// errors.Is. Its Placed field tells the one case in which a failed save may
// have changed what a reader sees.
//
// # Tests
//
// The functions reach the disk only through [FS] and [Tree], so that a test
// can make every call fail. Package durabletest has an in-memory disk that
// forgets what was not flushed, and a wrapper that fails the k-th call.
package durable

import (
	"io"
	"io/fs"
)

// Mode says what a file is opened for. The zero value, Read, changes nothing
// on the disk.
type Mode int

const (
	// Read opens what exists, following links. It never waits, not even for
	// the other end of a named pipe: the caller asks Stat what was opened.
	Read Mode = iota
	// Create makes a new file that only its owner may read and write (0600)
	// and fails with fs.ErrExist where the name is taken, even by a link.
	Create
	// Append opens a file, or makes one as Create does, for reading and for
	// writing at its end.
	Append
)

// FS is what a durable write needs of a file system: five calls, each of which
// can fail. Names are paths as package filepath writes them. Errors are those
// of package os, so that errors.Is(err, fs.ErrNotExist) and its like hold.
type FS interface {
	// Open opens the named file for the given purpose.
	Open(name string, mode Mode) (File, error)
	// Lstat describes the name itself: a link is not followed.
	Lstat(name string) (fs.FileInfo, error)
	// Rename gives a file another name in the same folder and replaces what
	// had that name, in one step.
	Rename(from, to string) error
	// Remove takes a file away.
	Remove(name string) error
	// SyncDir returns once the names in dir are on the disk. Where the system
	// has no such call (Windows: Rename itself waits; some network folders)
	// it returns nil.
	SyncDir(dir string) error
}

// Tree is an FS whose folders can be made and listed. [Versions], [Clean] and
// [MakeDir] need it.
type Tree interface {
	FS
	// Mkdir makes one folder that only its owner may enter (0700).
	Mkdir(dir string) error
	// List returns the names in dir in increasing order.
	List(dir string) ([]string, error)
}

// File is an open file. *os.File is one. Write, as io.Writer asks, has an
// error whenever it writes less than all.
type File interface {
	io.ReaderAt
	io.Writer
	io.Closer
	// Stat describes the open file, links followed.
	Stat() (fs.FileInfo, error)
	// Chmod sets the permission bits.
	Chmod(mode fs.FileMode) error
	// Truncate cuts the file to size bytes.
	Truncate(size int64) error
	// Sync returns once the file's bytes are on the disk.
	Sync() error
}
