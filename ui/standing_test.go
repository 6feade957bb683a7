package ui_test

import (
	"strings"
	"testing"

	"rakor/ui"
	"rakor/ui/keys"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// TestShow shows a session another state: it draws what a new session on that
// state draws, keeps what lies on top, and logs nothing.
func TestShow(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	other := *snap
	other.Rev++
	e := colourEnv(120, 36)
	s := ui.New(snap, state.New("6271"), e)
	for tab := range state.Tabs {
		for _, data := range []*state.Snapshot{snap, &other} {
			st := state.New("6203")
			st.Tab, st.Table = tab, tab == state.TabProgram
			s.Show(data, st)
			if got, want := s.Frame().Text, ui.New(data, st, e).Frame().Text; got != want {
				t.Errorf("tab %d is drawn otherwise than by a new session", tab)
			}
			if s.Snapshot() != data {
				t.Error("the data are not those shown")
			}
		}
	}
	if n := len(s.Log().Intents()); n != 0 {
		t.Errorf("%d intents logged", n)
	}
	s.Key(press("?"))
	s.Show(snap, state.New("6271"))
	if !strings.Contains(s.Frame().Text, "Bantuan") {
		t.Error("the help is taken away by what somebody else does")
	}
}

// TestTyping tells letters that are text from letters that are commands.
func TestTyping(t *testing.T) {
	t.Parallel()
	for name, keysOf := range map[string][]string{
		"palette": {":"}, "filter": {"3", "/"}, "number": {"2", "enter"}, "name": {"2", "W"}, "decision": {"n"},
	} {
		s := ui.New(snapshot(t), state.New("6271"), colourEnv(120, 36))
		if s.Typing() || s.Means("P") != keys.People {
			t.Errorf("%s: typing at the start", name)
		}
		for _, k := range keysOf {
			s.Key(press(k))
		}
		if name == "decision" {
			continue // where no minutes can be kept there is no form
		}
		if !s.Typing() || s.Means("P") != keys.None {
			t.Errorf("%s: a letter is a command", name)
		}
		s.Key(press("esc"))
		if s.Typing() {
			t.Errorf("%s: still typing", name)
		}
	}
}

// TestStanding sees to it that a key is listed and does something exactly where
// its person stands.
func TestStanding(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		st    ui.Standing
		role  state.Role
		works string
		not   string
	}{
		"nobody":    {ui.Standing{}, state.Owner, "O", "pPJ.bTf"},
		"at home":   {ui.Standing{Hosts: true}, state.Owner, "pO", "PJ.bTf"},
		"presents":  {ui.Standing{Hosts: true, Seated: true, Drives: true}, state.Owner, "pPJ.bO", "Tf"},
		"drives":    {ui.Standing{Seated: true, Drives: true}, state.Driver, "PJ.bW", "pTfO"},
		"waits":     {ui.Standing{Seated: true, MayTake: true}, state.Viewer, "PJT", "p.bfOW"},
		"looks on":  {ui.Standing{Seated: true, Looks: true}, state.Viewer, "PJf", "p.bTOW"},
		"a visitor": {ui.Standing{Looks: true}, state.Viewer, "f", "pPJ.bTOW"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, k := range tt.works + tt.not {
				st := state.New("6271")
				st.Tab = state.TabEstimate
				s := ui.New(snapshot(t), st, colourEnv(120, 36), ui.WithRole(tt.role))
				s.Stand(tt.st)
				before := s.State()
				effects := s.Key(press(string(k)))
				did := len(effects) > 0 || s.State().Pointer != before.Pointer || s.Typing()
				if want := strings.ContainsRune(tt.works, k); did != want {
					t.Errorf("%c does something: %t", k, did)
				}
			}
		})
	}
}

// TestMark puts what a person is at the end of the title, beside the checksum.
func TestMark(t *testing.T) {
	t.Parallel()
	for _, w := range []int{60, 80, 120} {
		s := ui.New(snapshot(t), state.New("6271"), colourEnv(w, 24))
		s.Stand(ui.Standing{Mark: "Anda menyajikan · 12", Style: theme.Accent})
		title, _, _ := strings.Cut(s.Frame().Text, "\n")
		if !strings.Contains(title, "Anda menyajikan · 12") || !strings.Contains(title, "#") {
			t.Errorf("%d columns: %q", w, title)
		}
	}
}
