package main

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"rakor/ui/lang"
	"rakor/ui/state"
)

// exporter is a program whose user has these folders.
func exporter(t *testing.T, env ...string) *app {
	t.Helper()
	a := &app{process: process{env: env}, words: lang.For(lang.English)}
	a.dirs.Data = filepath.Join(t.TempDir(), "rakor")
	return a
}

// Files stand beside each other, whatever was there; nobody overwrites anybody,
// nor when many save at once.
func TestExportsNeverOverwrite(t *testing.T) {
	t.Parallel()
	a := exporter(t)
	var wait sync.WaitGroup
	for range 20 {
		wait.Go(func() {
			if _, ok, err := a.exports(state.SaveExport{Name: "rakor-6271.csv", Data: []byte("x")}); !ok || err != nil {
				t.Errorf("%v, %v", ok, err)
			}
		})
	}
	wait.Wait()
	in, _, err := a.exports(state.CopyText{Name: "rakor-6271.csv", Text: "last"})
	if err != nil {
		t.Fatal(err)
	}
	file := in.(state.Exported).File
	if b, err := os.ReadFile(file); err != nil || string(b) != "last" || filepath.Base(file) != "rakor-6271-21.csv" {
		t.Errorf("%s holds %q, %v", file, b, err)
	}
	names, _ := os.ReadDir(filepath.Dir(file))
	if len(names) != 21 {
		t.Errorf("%d files, want 21", len(names))
	}
}

// Files go where people look for them: their documents; else beside the data.
// A name never leaves the folder.
func TestWhereExportsGo(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	if err := os.Mkdir(filepath.Join(home, "Documents"), 0o700); err != nil {
		t.Fatal(err)
	}
	documents := filepath.Join(home, "Documents", "rakor")
	a := exporter(t, "HOME="+home, "USERPROFILE="+home)
	if got := a.exportDir(); got != documents {
		t.Errorf("%s, want %s", got, documents)
	}
	in, _, err := a.exports(state.SaveExport{Name: "../../up.txt"})
	if err != nil || in.(state.Exported).File != filepath.Join(documents, "up.txt") {
		t.Errorf("%+v, %v", in, err)
	}
	a.flags.data = a.dirs.Data
	if got, want := a.exportDir(), filepath.Join(a.dirs.Data, "exports"); got != want {
		t.Errorf("with --data: %s, want %s", got, want)
	}
	if got := exporter(t).exportDir(); filepath.Base(got) != "exports" {
		t.Errorf("without documents: %s", got)
	}
	nowhere := &app{words: lang.For(lang.English)}
	if _, ok, err := nowhere.exports(state.SaveExport{Name: "a"}); !ok || err == nil || !strings.Contains(err.Error(), "--data") {
		t.Errorf("without any folder: %v", err)
	}
	a.flags.readonly = true
	if _, ok, err := a.exports(state.SaveExport{Name: "b.txt"}); !ok || err == nil {
		t.Error("written although nothing is to be written")
	}
	if names, _ := os.ReadDir(documents); len(names) != 1 {
		t.Errorf("files %v", names)
	}
}

func TestTerminalsWithoutAClipboard(t *testing.T) {
	t.Parallel()
	for _, env := range [][]string{{"TERM=linux"}, {"TERM=dumb"}, {"TERM=vt220"}, {"TERM=xterm-256color", "TERM_PROGRAM=Apple_Terminal"}} {
		if a := exporter(t, env...); !a.noClipboard() {
			t.Errorf("%v is taken to have one", env)
		}
	}
	if exporter(t, "TERM=xterm-256color").noClipboard() {
		t.Error("xterm has one")
	}
}
