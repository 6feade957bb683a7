package data_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/data"
)

func TestSettingsAreRemembered(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "rakor")
	if s, ps := data.LoadSettings(dir); !cmp.Equal(s, data.Settings{}) || ps != nil {
		t.Errorf("nothing saved: %+v, %v", s, ps)
	}
	want := data.Settings{Home: "6203", HintDismissed: true, Name: "Rina", Coordinators: []string{"Asisten I", "Rina"}}
	if err := data.SaveSettings(dir, want); err != nil {
		t.Fatal(err)
	}
	if got, ps := data.LoadSettings(dir); !cmp.Equal(got, want) || ps != nil {
		t.Errorf("got %+v, %v", got, ps)
	}
	want = data.Settings{}
	if err := data.SaveSettings(dir, want); err != nil {
		t.Fatal(err)
	}
	if got, ps := data.LoadSettings(dir); !cmp.Equal(got, want) || ps != nil {
		t.Errorf("got %+v, %v", got, ps)
	}
}

// TestSettingsOfLaterVersions keeps what this version does not know.
func TestSettingsOfLaterVersions(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, data.SettingsFile, `{"format": "rakor/settings/1", "home": "6271", "theme": {"name": "senja", "n": 12345678901234567}}`)
	if err := data.SaveSettings(dir, data.Settings{Home: "6203"}); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(dir, data.SettingsFile))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"home": "6203"`, `"senja"`, `12345678901234567`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("no %s in %s", want, b)
		}
	}
}

func TestBrokenSettings(t *testing.T) {
	for text, rule := range map[string]data.Rule{
		`{"home": `:                      data.RuleSyntax,
		`{"home": "Palangka Raya"}`:      data.RuleSchema,
		`{"home": 6271}`:                 data.RuleSchema,
		`{"hint_dismissed": "yes"}`:      data.RuleSchema,
		`{"coordinators": "Rina"}`:       data.RuleSchema,
		`{"format": "rakor/settings/9"}`: data.RuleSchema,
		`[]`:                             data.RuleSchema,
	} {
		dir := t.TempDir()
		write(t, dir, data.SettingsFile, text)
		s, ps := data.LoadSettings(dir)
		if !cmp.Equal(s, data.Settings{}) || len(ps) == 0 || ps[0].Rule != rule {
			t.Errorf("%s: %+v, %v", text, s, ps)
		}
		// They are written anew, not stuck with.
		if err := data.SaveSettings(dir, data.Settings{Home: "6271"}); err != nil {
			t.Error(err)
		}
		if s, ps := data.LoadSettings(dir); s.Home != "6271" || ps != nil {
			t.Errorf("%s, saved again: %+v, %v", text, s, ps)
		}
	}
	dir := t.TempDir()
	folder(t, filepath.Join(dir, data.SettingsFile))
	if _, ps := data.LoadSettings(dir); len(ps) != 1 || ps[0].Rule != data.RuleUnreadable {
		t.Errorf("a directory: %v", ps)
	}
	if err := data.SaveSettings(dir, data.Settings{}); err == nil {
		t.Error("saved over a directory")
	}
}

func TestUserDirs(t *testing.T) {
	tests := map[string]struct {
		goos  string
		env   map[string]string
		data  string
		state string
	}{
		"linux":             {"linux", map[string]string{"HOME": "/home/a"}, "/home/a/.local/share/rakor", "/home/a/.local/state/rakor"},
		"linux, a root":     {"linux", map[string]string{"HOME": "/"}, "/.local/share/rakor", "/.local/state/rakor"},
		"XDG":               {"linux", map[string]string{"HOME": "/home/a", "XDG_DATA_HOME": "/d/", "XDG_STATE_HOME": "/s"}, "/d/rakor", "/s/rakor"},
		"XDG without home":  {"freebsd", map[string]string{"XDG_DATA_HOME": "/d", "XDG_STATE_HOME": "/s"}, "/d/rakor", "/s/rakor"},
		"XDG not absolute":  {"linux", map[string]string{"HOME": "/home/a", "XDG_DATA_HOME": "d"}, "/home/a/.local/share/rakor", "/home/a/.local/state/rakor"},
		"macOS":             {"darwin", map[string]string{"HOME": "/Users/a"}, "/Users/a/Library/Application Support/rakor", "/Users/a/Library/Application Support/rakor/state"},
		"Windows":           {"windows", map[string]string{"LOCALAPPDATA": `C:\U\a\AppData\Local`}, `C:\U\a\AppData\Local\rakor`, `C:\U\a\AppData\Local\rakor\state`},
		"Windows, profile":  {"windows", map[string]string{"USERPROFILE": `C:\U\a`}, `C:\U\a\AppData\Local\rakor`, `C:\U\a\AppData\Local\rakor\state`},
		"Windows, XDG":      {"windows", map[string]string{"LOCALAPPDATA": `C:\L`, "XDG_DATA_HOME": `D:\x`}, `D:\x\rakor`, `C:\L\rakor\state`},
		"Windows, a share":  {"windows", map[string]string{"XDG_DATA_HOME": `\\s\x`, "XDG_STATE_HOME": `\\s\y`}, `\\s\x\rakor`, `\\s\y\rakor`},
		"Windows, unix XDG": {"windows", map[string]string{"LOCALAPPDATA": `C:\L`, "XDG_DATA_HOME": "/d"}, `C:\L\rakor`, `C:\L\rakor\state`},
	}
	for name, tt := range tests {
		got, err := data.UserDirs(func(k string) string { return tt.env[k] }, tt.goos)
		if err != nil || got.Data != tt.data || got.State != tt.state {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	for _, goos := range []string{"linux", "darwin", "windows"} {
		if _, err := data.UserDirs(func(string) string { return "" }, goos); !errors.Is(err, data.ErrNoHome) {
			t.Errorf("%s without an environment: %v", goos, err)
		}
	}
}
