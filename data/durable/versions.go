package durable

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

const (
	// Kept is the number of earlier states that Versions keeps.
	Kept = 20
	// versionsDir is the folder beside the file in which they stand.
	versionsDir = "versions"
)

// Version is one earlier state of a file.
type Version struct {
	// Number grows with every state kept. It does not lean on a clock.
	Number int
	// Path is where it stands: versions/NAME.000123 beside the file.
	Path string
}

// Versions saves one file and keeps its last Kept earlier states. To restore
// one, copy it over the file, or Read it and Save what was read.
type Versions struct {
	fsys  Tree
	path  string
	dir   string
	limit int64
}

// NewVersions returns the versions of the named file. Nothing is read or
// written yet. No state above limit bytes is kept or read.
func NewVersions(fsys Tree, path string, limit int64) *Versions {
	return &Versions{
		fsys:  fsys,
		path:  path,
		dir:   filepath.Join(filepath.Dir(path), versionsDir),
		limit: limit,
	}
}

// Dir returns the folder in which the earlier states stand.
func (v *Versions) Dir() string { return v.dir }

// Save keeps the file's present content as a version, unless the newest one
// has the same bytes, and replaces it as WriteFile does, with the same errors
// and the same promise. The caller holds the Lock.
//
// A version that could not be kept, or an old one that could not be removed,
// does not fail the save: it is a warning, a *FileError. What was saved counts
// for more than its history.
func (v *Versions) Save(data []byte) (warnings []error, err error) {
	if _, exists, err := target(v.fsys, v.path); err != nil {
		return nil, failed("write", v.path, err)
	} else if exists {
		if err := v.keep(); err != nil {
			warnings = append(warnings, err)
		}
	}
	if err := WriteFile(v.fsys, v.path, data); err != nil {
		return warnings, err
	}
	return append(warnings, v.prune()...), nil
}

// keep copies the present file to the next number.
func (v *Versions) keep() error {
	old, err := ReadFile(v.fsys, v.path, v.limit)
	if err != nil {
		return failed("keep version of", v.path, err)
	}
	list, err := v.List()
	if err != nil {
		return err
	}
	next := 1
	if len(list) > 0 {
		newest := list[0]
		next = newest.Number + 1
		// A newest version that cannot be read is no reason to keep none.
		if same, err := v.Read(newest.Number); err == nil && bytes.Equal(same, old) {
			return nil
		}
	}
	if err := MakeDir(v.fsys, v.dir); err != nil {
		return err
	}
	return WriteFile(v.fsys, v.name(next), old)
}

func (v *Versions) name(number int) string {
	return filepath.Join(v.dir, fmt.Sprintf("%s.%06d", filepath.Base(v.path), number))
}

// List returns the versions on the disk, newest first, none where there never
// was a save over something. The error is a *FileError.
func (v *Versions) List() ([]Version, error) {
	names, err := v.names()
	if err != nil {
		return nil, unread("list", v.dir, err)
	}
	var list []Version
	for _, name := range names {
		if n, ok := v.number(name); ok {
			list = append(list, Version{Number: n, Path: filepath.Join(v.dir, name)})
		}
	}
	slices.SortFunc(list, func(a, b Version) int { return b.Number - a.Number })
	return list, nil
}

func (v *Versions) names() ([]string, error) {
	names, err := v.fsys.List(v.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return names, err
}

// number reads NAME.000123. A name that v.name would not write is somebody
// else's file.
func (v *Versions) number(name string) (int, bool) {
	digits, ok := strings.CutPrefix(name, filepath.Base(v.path)+".")
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || filepath.Base(v.name(n)) != name {
		return 0, false
	}
	return n, true
}

// Read returns the bytes of one version. Errors are those of ReadFile.
func (v *Versions) Read(number int) ([]byte, error) {
	return ReadFile(v.fsys, v.name(number), v.limit)
}

// prune removes all but the newest versions, and what killed programs left in
// their folder.
func (v *Versions) prune() (warnings []error) {
	names, err := v.names()
	if err != nil {
		return []error{unread("list", v.dir, err)}
	}
	if _, err := cleanNames(v.fsys, v.dir, names); err != nil {
		warnings = append(warnings, err)
	}
	list, err := v.List()
	if err != nil {
		return append(warnings, err)
	}
	for _, old := range list[min(Kept, len(list)):] {
		if err := v.fsys.Remove(old.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			warnings = append(warnings, failed("remove version", old.Path, err))
		}
	}
	return warnings
}
