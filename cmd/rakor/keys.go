package main

import (
	"errors"
	"io/fs"
	"path/filepath"

	"rakor/data/durable"
	"rakor/ui/keys"
	"rakor/ui/lang"
)

// keysFile is the user's own keys, in the data directory.
const keysFile = "keys.txt"

// keysPath gives the name of the file of keys; "" where there is no place.
func (a *app) keysPath() string {
	if a.dirs.Data == "" {
		return ""
	}
	return filepath.Join(a.dirs.Data, keysFile)
}

// keyMap gives the keys in use: the program's own with the changes of the
// user's file. The error is a sentence; the keys are then the program's own.
func (a *app) keyMap() (keys.Map, error) {
	m := keys.Default()
	path := a.keysPath()
	if path == "" {
		return m, nil
	}
	text, err := durable.ReadFile(durable.OS(), path, keys.MaxFile)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, durable.ErrNotDirectory):
		return m, nil
	case errors.Is(err, durable.ErrTooLarge):
		err = &keys.FileError{What: keys.FileTooLong}
	case err == nil:
		m, err = m.Read(string(text), lang.CommandNamed)
	}
	if f := (*keys.FileError)(nil); errors.As(err, &f) {
		return m, failf(exitInvalid, "%s", a.words.Lang.KeysFault(path, f))
	}
	if err != nil {
		return m, failf(exitFailed, "%s", err)
	}
	return m, nil
}
