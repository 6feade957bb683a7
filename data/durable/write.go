package durable

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
)

const (
	// tempMark is in the name of every temporary file, and in no other.
	tempMark = ".rakor-tmp"
	// tempTries bounds the search for a free temporary name.
	tempTries = 64
)

// WriteFile makes data the content of the named file, wholly or not at all.
// It writes a temporary file in the same folder, flushes it, renames it over
// the old one and flushes the folder. A new file may be read and written by
// its owner only (0600); a file that exists keeps its permission bits. The
// caller holds the folder's Lock; the folder exists (see MakeDir).
//
// A nil error means that data survives a power failure as far as the system
// can promise. Otherwise the error is a *FileError: ErrDirectory, ErrLink or
// ErrNotRegular where the target is no regular file, ErrReadOnly where the
// folder, the file or the disk is, ErrNoSpace where the disk is full. The old
// content is untouched unless Placed is set, which says that the new content
// took its place and could not be flushed.
func WriteFile(fsys FS, path string, data []byte) error {
	perm, exists, err := target(fsys, path)
	if err != nil {
		return failed("write", path, err)
	}
	f, temp, err := createTemp(fsys, path)
	if err != nil {
		return failed("write", path, err)
	}
	if err := fill(f, data, perm, exists); err != nil {
		// What cannot be removed now is removed by Clean later.
		_ = fsys.Remove(temp)
		return failed("write", path, err)
	}
	if err := fsys.Rename(temp, path); err != nil {
		e := failed("write", path, err)
		// A rename may have happened although it was reported to fail
		// (network folders). Then the temporary name is gone.
		e.Placed = errors.Is(fsys.Remove(temp), fs.ErrNotExist)
		return e
	}
	if err := fsys.SyncDir(filepath.Dir(path)); err != nil {
		e := failed("write", path, err)
		e.Placed = true
		return e
	}
	return nil
}

// target looks at what a write would replace. A file without the owner's
// write bit is refused: somebody took the bit away on purpose, and a rename
// would not notice.
func target(fsys FS, path string) (perm fs.FileMode, exists bool, err error) {
	info, err := fsys.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return filePerm, false, nil
	}
	if err != nil {
		return 0, false, err
	}
	if kind := kindOf(info.Mode()); kind != nil {
		return 0, true, &FileError{Path: path, Kind: kind}
	}
	if info.Mode()&0o200 == 0 {
		return 0, true, &FileError{Path: path, Kind: ErrReadOnly, Err: errors.New("the file is marked read-only")}
	}
	return info.Mode().Perm(), true, nil
}

// createTemp makes a temporary file beside path. It never reuses one that is
// there: without a lock it could belong to a program that is writing it.
func createTemp(fsys FS, path string) (File, string, error) {
	for i := range tempTries {
		name := tempName(path, i)
		f, err := fsys.Open(name, Create)
		if err == nil {
			return f, name, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, "", err
		}
	}
	return nil, "", fmt.Errorf("%d temporary files such as %s are in the way", tempTries, tempName(path, 0))
}

func tempName(path string, i int) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+tempMark+strconv.Itoa(i))
}

func isTemp(name string) bool {
	i := strings.LastIndex(name, tempMark)
	if i < 1 || name[0] != '.' {
		return false
	}
	n, err := strconv.Atoi(name[i+len(tempMark):])
	return err == nil && n >= 0 && n < tempTries
}

// fill writes, flushes and closes a temporary file.
func fill(f File, data []byte, perm fs.FileMode, keep bool) error {
	err := fillOpen(f, data, perm, keep)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}

func fillOpen(f File, data []byte, perm fs.FileMode, keep bool) error {
	if _, err := f.Write(data); err != nil {
		return err
	}
	if keep {
		info, err := f.Stat()
		if err != nil {
			return err
		}
		if info.Mode().Perm() != perm {
			if err := f.Chmod(perm); err != nil {
				return err
			}
		}
	}
	return f.Sync()
}

// Clean removes the temporary files that a killed program left in dir and
// returns their names. It must be called with the folder's Lock held: without
// it, it could take the file of a save under way. A folder that is not there
// is clean. The error is a *FileError that names the first file that would
// not go; the others are removed all the same.
func Clean(fsys Tree, dir string) (removed []string, err error) {
	names, err := fsys.List(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, unread("clean", dir, err)
	}
	return cleanNames(fsys, dir, names)
}

func cleanNames(fsys FS, dir string, names []string) (removed []string, err error) {
	for _, name := range names {
		if !isTemp(name) {
			continue
		}
		path := filepath.Join(dir, name)
		rerr := fsys.Remove(path)
		switch {
		case rerr == nil:
			removed = append(removed, name)
		case err == nil && !errors.Is(rerr, fs.ErrNotExist):
			err = failed("clean", path, rerr)
		}
	}
	return removed, err
}

// MakeDir makes the folder dir and the missing ones above it, each for its
// owner only (0700) and flushed into the folder that holds it. A folder that
// exists, or a link to one, is left as it is. The error is a *FileError:
// ErrNotDirectory where a file has the name, ErrReadOnly, ErrNoSpace.
func MakeDir(fsys Tree, dir string) error {
	dir = filepath.Clean(dir)
	parent := filepath.Dir(dir)
	there, err := isDir(fsys, dir)
	if err != nil {
		return failed("make folder", dir, err)
	}
	if there {
		// A program killed between making and flushing left the flush to us.
		// The folder above may belong to somebody else, and then it was not
		// ours to make: no error.
		_ = fsys.SyncDir(parent)
		return nil
	}
	if parent != dir {
		if err := MakeDir(fsys, parent); err != nil {
			return err
		}
	}
	if err := fsys.Mkdir(dir); err != nil {
		// Taken meanwhile by another program that makes the same folder, or
		// all along by a link that leads nowhere.
		if there, derr := isDir(fsys, dir); derr != nil || !there {
			return failed("make folder", dir, err)
		}
	}
	if err := fsys.SyncDir(parent); err != nil {
		return failed("make folder", dir, err)
	}
	return nil
}

// isDir follows links, as Open does.
func isDir(fsys FS, dir string) (bool, error) {
	f, err := fsys.Open(dir, Read)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if errors.Is(err, fs.ErrPermission) {
		// A folder may be entered by those who may not list it.
		info, lerr := fsys.Lstat(dir)
		if lerr == nil && info.IsDir() {
			return true, nil
		}
	}
	if err != nil {
		return false, err
	}
	info, err := f.Stat()
	_ = f.Close()
	if err != nil {
		return false, err
	}
	if !info.IsDir() {
		return false, &FileError{Path: dir, Kind: ErrNotDirectory}
	}
	return true, nil
}
