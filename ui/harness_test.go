package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rakor/data"
	"rakor/model"
	"rakor/ui"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// snapshot opens the embedded dataset once for all tests of the package.
func snapshot(tb testing.TB) *state.Snapshot {
	tb.Helper()
	store, err := data.Open(data.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return &state.Snapshot{Rev: 1, Data: store.Dataset(), Programmes: store.Programmes()}
}

func env(w, h int) block.Env {
	return block.Env{Width: w, Height: h, Theme: theme.New(theme.None, colorprofile.Ascii), Words: lang.For(lang.Indonesian)}
}

func session(tb testing.TB, w, h int, opts ...ui.Option) *ui.Session {
	tb.Helper()
	return ui.New(snapshot(tb), state.New("6271"), env(w, h), opts...)
}

// press makes the key message of a name as the key map writes it.
func press(name string) tea.KeyPressMsg {
	special := map[string]tea.Key{
		"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
		"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
		"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab}, "space": {Code: tea.KeySpace, Text: " "},
		"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "f1": {Code: tea.KeyF1},
		"shift+left": {Code: tea.KeyLeft, Mod: tea.ModShift}, "shift+right": {Code: tea.KeyRight, Mod: tea.ModShift},
		"ctrl+c": {Code: 'c', Mod: tea.ModCtrl}, "ctrl+z": {Code: 'z', Mod: tea.ModCtrl}, "ctrl+v": {Code: 'v', Mod: tea.ModCtrl},
		"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete}, "f2": {Code: tea.KeyF2},
	}
	if k, ok := special[name]; ok {
		return tea.KeyPressMsg(k)
	}
	r := []rune(name)[0]
	return tea.KeyPressMsg(tea.Key{Code: r, Text: name})
}

func typeKeys(s *ui.Session, names ...string) {
	for _, n := range names {
		s.Key(press(n))
	}
}

func typeText(s *ui.Session, text string) {
	for _, r := range text {
		if r == ' ' {
			s.Key(press("space"))
			continue
		}
		s.Key(press(string(r)))
	}
}

func plain(s *ui.Session) string { return ansi.Strip(s.Frame().Text) }

// checkFrame fails where a frame is not exactly as high as the window or a
// line is wider than it, or where it holds a control character.
func checkFrame(tb testing.TB, s *ui.Session, w, h int) {
	tb.Helper()
	lines := strings.Split(plain(s), "\n")
	if len(lines) != max(h, 1) {
		tb.Fatalf("%dx%d: frame has %d lines", w, h, len(lines))
	}
	for i, l := range lines {
		if n := ansi.StringWidth(l); n > max(w, 1) {
			tb.Fatalf("%dx%d: line %d is %d columns wide: %q", w, h, i, n, l)
		}
		if strings.ContainsFunc(l, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }) {
			tb.Fatalf("%dx%d: line %d holds a control character: %q", w, h, i, l)
		}
	}
}

// golden compares with a file of testdata; UPDATE_GOLDEN=1 rewrites it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	// The checksum stands on every screen and changes with every figure.
	got = strings.ReplaceAll(got, ui.ShortSum(data.EmbeddedChecksum()), "#000000")
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ReplaceAll(string(want), "\r\n", "\n") != got {
		t.Errorf("%s differs; UPDATE_GOLDEN=1 rewrites it, after which it is to be read.\ngot:\n%s", file, got)
	}
}

func regionName(t *testing.T, c model.RegionCode) string {
	t.Helper()
	r, ok := snapshot(t).Data.Region(c)
	if !ok {
		t.Fatalf("unknown region %s", c)
	}
	return r.Name
}

func firstLetters(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
}
