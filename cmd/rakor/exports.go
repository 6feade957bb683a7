package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"rakor/data/durable"
	"rakor/ui"
	"rakor/ui/state"
)

// mostExports is how many files of one name stand beside each other.
const mostExports = 999

// exports carries out what is copied and carried away; ok is false for any
// other effect.
func (a *app) exports(e state.Effect) (in state.Intent, ok bool, err error) {
	var (
		name string
		data []byte
	)
	switch e := e.(type) {
	case state.SaveExport:
		name, data = e.Name, e.Data
	case state.CopyText: // the terminal has no clipboard
		name, data = e.Name, []byte(e.Text)
	default:
		return nil, false, nil
	}
	w := a.words.Lang.ExportWords()
	if a.flags.readonly {
		return nil, true, ui.SentenceError(w.NotSaved("--readonly"))
	}
	dir := a.exportDir()
	if dir == "" {
		return nil, true, ui.SentenceError(w.NotSaved(w.NoPlace))
	}
	file, err := saveBeside(dir, filepath.Base(name), data)
	if err != nil {
		return nil, true, ui.SentenceError(w.NotSaved(reason(err) + " (" + dir + ")"))
	}
	return state.Exported{File: file}, true, nil
}

// exportDir gives the folder of what is carried away: exports beside the data
// that --data names, else rakor in the user's documents, where people look for
// files, else exports beside the user's data; "" where there is none.
func (a *app) exportDir() string {
	own := a.dirs.Data
	if info, err := os.Stat(own); own != "" && err == nil && !info.IsDir() { // a document of its own
		own = filepath.Dir(own)
	}
	if a.flags.data != "" {
		return filepath.Join(own, "exports")
	}
	home := a.getenv("HOME")
	if runtime.GOOS == "windows" {
		home = a.getenv("USERPROFILE")
	}
	for _, name := range [...]string{"Documents", "Dokumen"} {
		if info, err := os.Stat(filepath.Join(home, name)); home != "" && err == nil && info.IsDir() {
			return filepath.Join(home, name, "rakor")
		}
	}
	if own == "" {
		return ""
	}
	return filepath.Join(own, "exports")
}

// saveBeside writes a file under its name, or under the first numbered one that
// is free, and gives its path: nothing is ever overwritten.
func saveBeside(dir, name string, data []byte) (string, error) {
	disk := durable.OS()
	if err := durable.MakeDir(disk, dir); err != nil {
		return "", err
	}
	ext := filepath.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	for i := 1; i <= mostExports; i++ {
		file := filepath.Join(dir, name)
		if i > 1 {
			file = filepath.Join(dir, stem+"-"+strconv.Itoa(i)+ext)
		}
		// The name is taken first, so that two programs never share one.
		f, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		err = errors.Join(f.Close(), durable.WriteFile(disk, file, data))
		if err != nil {
			_ = os.Remove(file) // what is there is empty
			return "", err
		}
		return file, nil
	}
	return "", errors.New("too many files of the name " + name)
}

// noClipboard tells whether the terminal is known to have no clipboard for
// programs.
func (a *app) noClipboard() bool {
	term := a.getenv("TERM")
	return term == "linux" || term == "dumb" || strings.HasPrefix(term, "vt") || a.getenv("TERM_PROGRAM") == "Apple_Terminal"
}
