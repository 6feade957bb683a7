package ui_test

import (
	"fmt"
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

// BenchmarkAnalysisKey measures from a key to its frame string on every
// analysis, at both sizes: a row down and up, the period back and forth, chart
// to table and back.
func BenchmarkAnalysisKey(b *testing.B) {
	for _, size := range [][2]int{{120, 36}, {80, 24}} {
		for _, a := range state.Analyses() {
			for name, k := range map[string][2]string{"row": {"j", "k"}, "period": {"[", "]"}, "table": {"t", "t"}, "next": {"a", "B"}} {
				what := string(a)
				if a == state.Overview {
					what = "overview"
				}
				b.Run(fmt.Sprintf("%dx%d/%s/%s", size[0], size[1], what, name), func(b *testing.B) {
					st := state.New("6271")
					st.Regional.Analysis = a
					snap := snapshot(b)
					s := ui.New(snap, st, colourEnv(size[0], size[1]), ui.WithoutLog())
					b.ReportAllocs()
					for i := 0; b.Loop(); i++ {
						s.Key(press(k[i%2]))
						s.Frame()
					}
				})
			}
		}
	}
}

// BenchmarkSearchRegions types into the search over 8,000 region names, a letter
// and a step back, with the frame of each.
func BenchmarkSearchRegions(b *testing.B) {
	ds := snapshot(b).Data
	regions := append([]model.Region(nil), ds.Regions()...)
	for i := 0; len(regions) < 8000; i++ {
		r := ds.Regions()[i%len(ds.Regions())]
		if !r.Level.IsLocal() {
			continue
		}
		r.Code, r.Name = model.RegionCode(fmt.Sprintf("x%05d", i)), fmt.Sprintf("%s Bagian %d", r.Name, i)
		regions = append(regions, r)
	}
	snap := &state.Snapshot{Rev: 1, Programmes: snapshot(b).Programmes, Data: model.NewDataset(model.Parts{
		Regions: regions, Indicators: ds.Indicators(), Sources: ds.Sources(), Series: ds.Series,
	})}
	s := ui.New(snap, state.New("6271"), colourEnv(120, 36))
	typeKeys(s, "w", "p", "a")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%2 == 0 {
			s.Key(press("l"))
		} else {
			s.Key(press("backspace"))
		}
		s.Frame()
	}
}

// BenchmarkFormKey is one letter typed into the form of an entry, with the
// frame that shows it.
func BenchmarkFormKey(b *testing.B) {
	s := session(b, 120, 36)
	typeKeys(s, "3", "o", "tab")
	for i := range b.N {
		k := "a"
		if i%2 == 1 {
			k = "backspace"
		}
		s.Key(press(k))
		s.Frame()
	}
}
