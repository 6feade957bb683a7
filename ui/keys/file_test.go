package keys_test

import (
	"errors"
	"slices"
	"testing"

	"rakor/ui/keys"
)

func named(name string) (keys.Command, bool) {
	c, ok := map[string]keys.Command{
		"decide": keys.Decide, "minutes": keys.Minutes, "quit": keys.Quit, "filter": keys.Filter, "indicator": keys.Indicator, "mouse": keys.Mouse, "own": keys.OwnReset,
	}[name]
	return c, ok
}

func keysOf(m keys.Map, c keys.Command) []string {
	for _, b := range m.All() {
		if b.Command == c {
			return b.Keys
		}
	}
	return nil
}

func TestKeysFromAFile(t *testing.T) {
	t.Parallel()
	m, err := keys.Default().Read("\ufeff# mine\r\n\r\ndecide = N, Ctrl+K\r\nminutes = n\r\nmouse = f8\nquit = f10\nown = =\nfilter =\n", named)
	if err != nil {
		t.Fatal(err)
	}
	for c, want := range map[keys.Command][]string{
		keys.Decide: {"N", "ctrl+k"}, keys.Minutes: {"n"}, keys.Mouse: {"f8"}, keys.Quit: {"f10", "ctrl+c"}, keys.OwnReset: {"="}, keys.Filter: nil,
	} {
		if got := keysOf(m, c); !slices.Equal(got, want) {
			t.Errorf("command %d has %q, want %q", c, got, want)
		}
	}
	if c := m.Find(keys.Regional, "n"); c != keys.Minutes {
		t.Errorf("n finds %d", c)
	}
	if c := m.Find(keys.Regional, "q"); c != keys.None {
		t.Errorf("q still finds %d", c)
	}
	if c := keys.Default().Find(keys.Regional, "n"); c != keys.Decide {
		t.Errorf("the default map was changed: n finds %d", c)
	}
}

func TestBadKeyFiles(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		what keys.FileFault
		line int
	}{
		"no equals sign":    {"decide n", keys.FileForm, 1},
		"no name":           {"\n= n", keys.FileForm, 2},
		"unknown command":   {"# x\nfly = f", keys.FileCommand, 2},
		"unknown key":       {"decide = spasi", keys.FileKey, 1},
		"empty modifier":    {"decide = ctrl+", keys.FileKey, 1},
		"control character": {"decide = \x1b", keys.FileNotText, 0},
		"twice":             {"decide = f4\ndecide = f3", keys.FileTwice, 2},
		"taken":             {"decide = N", keys.FileTaken, 1},
		"taken by the file": {"decide = f4\nminutes = f4", keys.FileTaken, 2},
		"taken on one tab":  {"decide = i", keys.FileTaken, 1},
		"taken everywhere":  {"indicator = n", keys.FileTaken, 1},
		"no way out":        {"quit =", keys.FileQuit, 1},
		"ctrl+c":            {"decide = ctrl+c", keys.FileTyping, 1},
		"enter":             {"decide = enter", keys.FileTyping, 1},
		"not UTF-8":         {"decide = \xff", keys.FileNotText, 0},
	} {
		m, err := keys.Default().Read(c.text, named)
		var e *keys.FileError
		if !errors.As(err, &e) || e.What != c.what || e.Line != c.line {
			t.Errorf("%s: %v, want line %d: %s", name, err, c.line, c.what)
		}
		if got := keysOf(m, keys.Decide); !slices.Equal(got, []string{"n"}) {
			t.Errorf("%s: half a file was used: %q", name, got)
		}
	}
	// Another tab's key is free.
	if _, err := keys.Default().Read("indicator = r", named); err != nil {
		t.Error(err)
	}
}
