package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rakor/ui"
	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// TestLargeScreens compares the large view of each tab with files of
// testdata/large.
func TestLargeScreens(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	for tab, name := range []string{"regional", "estimate", "program"} {
		for size, l := range map[[2]int]lang.Lang{{120, 36}: lang.Indonesian, {80, 24}: lang.English, {60, 16}: lang.Indonesian} {
			st := state.New("6271")
			st.Tab = state.Tab(tab)
			e := block.Env{Width: size[0], Height: size[1], Theme: theme.New(theme.None, colorprofile.Ascii), Words: lang.For(l), ASCII: l == lang.English}
			s := ui.New(snap, st, e)
			s.Key(press("z"))
			golden(t, fmt.Sprintf("large/%s-%dx%d.txt", name, size[0], size[1]), s.Frame().Text+"\n")
		}
	}
}

// TestLargeWorks uses the large view as the other one: rows are moved, numbers
// changed, every home drawn; and z is the way back.
func TestLargeWorks(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	for _, size := range [][2]int{{200, 60}, {120, 36}, {80, 24}, {60, 16}} {
		s := ui.New(snap, state.New("6271"), env(size[0], size[1]))
		before := s.Frame().Text
		s.Key(press("z"))
		for _, k := range []string{"j", "G", "g", "t", "[", "]", "a", "A", "a", "?", "esc", "2", "j", "l", "t", "v", "esc", "3", "j", "G", "/", "x", "x", "enter", "esc", "N", "N", "1"} {
			s.Key(press(k))
			checkFrame(t, s, size[0], size[1])
		}
		if s.Env().Large != true {
			t.Fatal("the large view has gone by itself")
		}
		s = ui.New(snap, state.New("6271"), env(size[0], size[1]))
		s.Key(press("z"))
		if s.Frame().Text == before {
			t.Errorf("%v: nothing is larger", size)
		}
		s.Key(press("z"))
		if s.Frame().Text != before {
			t.Errorf("%v: z is not the way back", size)
		}
	}
	for _, home := range snap.Data.Locals() {
		e := env(80, 24)
		e.Large = true
		s := ui.New(snap, state.New(home), e)
		for _, c := range []keys.Command{keys.TabRegional, keys.TabEstimate, keys.TabProgram} {
			s.Run(c)
			checkFrame(t, s, 80, 24)
		}
	}
	// The pointer lights the row there too.
	st := state.New("6271")
	st.Pointer = true
	for tab := range state.Tabs {
		st.Tab = tab
		for _, large := range []bool{false, true} {
			e := env(120, 36)
			e.Large, e.ASCII = large, true
			if frame := plain(ui.New(snap, st, e)); !strings.Contains(frame, "#") || !strings.Contains(frame, "<") {
				t.Errorf("tab %d, large %t: no row is lit:\n%s", tab, large, frame)
			}
		}
	}
}
