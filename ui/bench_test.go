package ui_test

import (
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rakor/model"
	"rakor/ui"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

func colourEnv(w, h int) block.Env {
	return block.Env{Width: w, Height: h, Theme: theme.New(theme.Dark, colorprofile.TrueColor), Words: lang.For(lang.Indonesian)}
}

// BenchmarkTab measures Build and Render of each tab, 120x36, nothing
// memoised: a fresh session each time on data already decoded.
func BenchmarkTab(b *testing.B) {
	snap := snapshot(b)
	e := colourEnv(120, 36)
	for t, name := range []string{"regional", "estimate", "program"} {
		st := state.New("6271")
		st.Tab = state.Tab(t)
		ui.New(snap, st, e).Frame()
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ui.New(snap, st, e).Frame()
			}
		})
	}
}

// BenchmarkKey measures from a key to its frame string.
func BenchmarkKey(b *testing.B) {
	for name, k := range map[string][2]string{"row": {"j", "k"}, "period": {"[", "]"}, "tab": {"2", "1"}, "table": {"t", "t"}} {
		b.Run(name, func(b *testing.B) {
			s := ui.New(snapshot(b), state.New("6271"), colourEnv(120, 36))
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				s.Key(press(k[i%2]))
				s.Frame()
				i++
			}
		})
	}
}

// BenchmarkFollow measures what a group of followers does for a post: a new
// session, as it was done before, and one that is shown the next state. The
// presenter moves by a row, or between two tabs.
func BenchmarkFollow(b *testing.B) {
	snap := snapshot(b)
	e := colourEnv(120, 36)
	at := func(tab state.Tab, row string) state.State {
		st := state.New("6271")
		st.Tab, st.Regional.Selected = tab, model.RegionCode(row)
		return st
	}
	for name, posts := range map[string][2]state.State{
		"row": {at(state.TabRegional, "6271"), at(state.TabRegional, "6203")},
		"tab": {at(state.TabEstimate, ""), at(state.TabProgram, "")},
	} {
		b.Run(name+"/new", func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				ui.New(snap, posts[i%2], e).Frame()
			}
		})
		b.Run(name+"/show", func(b *testing.B) {
			s := ui.New(snap, posts[0], e, ui.WithRole(state.Viewer), ui.WithoutLog())
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				s.Show(snap, posts[i%2])
				s.Frame()
			}
		})
	}
}
