package durable

import (
	"io/fs"
	"os"
	"slices"
)

const (
	filePerm   fs.FileMode = 0o600
	folderPerm fs.FileMode = 0o700
)

// OS returns the real file system. On Linux and macOS Sync and SyncDir are
// fsync (on macOS in its full form, through the drive's own cache); on Windows
// Sync is a flush and Rename a write-through move.
func OS() Tree { return osFS{} }

type osFS struct{}

func (osFS) Lstat(name string) (fs.FileInfo, error) { return os.Lstat(name) }

func (osFS) Remove(name string) error { return os.Remove(name) }

func (osFS) Mkdir(dir string) error { return os.Mkdir(dir, folderPerm) }

func (osFS) List(dir string) ([]string, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	names, err := f.Readdirnames(-1)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	return names, nil
}
