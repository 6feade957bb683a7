package regional_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/regional"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Every regency and city can be the home region: the screen speaks of it, its
// province and the nation, in every form.
func TestEveryHome(t *testing.T) {
	locals := snap(t).Data.Locals()
	if len(locals) != 514 {
		t.Fatalf("%d regencies and cities, want 514", len(locals))
	}
	wide, small := environment(120, 31, lang.Indonesian), environment(60, 11, lang.English)
	for _, home := range locals {
		st := state.New(home)
		v := regional.Build(snap(t), st)
		if v.Period.IsZero() || len(v.Locals) == 0 || len(v.Above) < 2 || len(v.Trend.Years) == 0 {
			t.Fatalf("%s: period %v, %d regions, %d above", home, v.Period, len(v.Locals), len(v.Above))
		}
		name := wide.Words.Lang.RegionShort(v.Home)
		for _, env := range []block.Env{wide, small} {
			c := block.New(env)
			regional.Render(env, c.All(), v)
			frame := plain(c.Frame(env.Theme))
			if !strings.Contains(frame, "▸") || !strings.Contains(frame, name[:min(len(name), 12)]) {
				t.Fatalf("%s is not on its own screen:\n%s", home, frame)
			}
			if !strings.Contains(frame, "Indonesia") {
				t.Fatalf("%s: no nation:\n%s", home, frame)
			}
		}
		lines := regional.Linear(wide, v)
		if !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, v.Home.Name) }) {
			t.Fatalf("%s is not in its own lines", home)
		}
		if regional.Status(wide, v) == "" || len(regional.Card(wide, v).Rows) < 6 {
			t.Fatalf("%s: no source or card", home)
		}
	}
}

// Every indicator can be looked at, also those that the city has no figure of.
func TestEveryIndicator(t *testing.T) {
	env := environment(120, 31, lang.Indonesian)
	for _, ind := range snap(t).Data.Indicators() {
		st := apply(t, state.New(city), state.SetIndicator{Indicator: ind.ID})
		for _, table := range []bool{false, true} {
			st.Table = table
			v := regional.Build(snap(t), st)
			frame, _ := draw(t, env, st)
			if v.Indicator.ID != ind.ID || v.Period.IsZero() || !strings.Contains(frame, "Kota Palangka Raya") {
				t.Errorf("%s: %v\n%s", ind.ID, v.Period, frame)
			}
			if _, has := snap(t).Data.Value(city, ind.ID, v.Period); !has && !strings.Contains(frame, env.Words.Common.Missing) {
				t.Errorf("%s: a missing figure is not called so", ind.ID)
			}
		}
	}
}

// States that Apply would never give are drawn all the same.
func TestBuildIsTotal(t *testing.T) {
	odd := []state.State{
		{},
		{Home: "0000"},
		{Home: "nowhere", Regional: state.Regional{Indicator: model.P0}},
		{Home: city, Regional: state.Regional{Indicator: "nothing"}},
		{Home: city, Regional: state.Regional{Indicator: model.P0, Period: model.Period{Year: 1800, Month: 77}}},
		{Home: city, Regional: state.Regional{Indicator: model.P0, Regions: []model.RegionCode{"?", "!"}, Trend: []model.RegionCode{"?"}}},
		{Home: city, Regional: state.Regional{Indicator: model.P0, Own: []state.Pick{{Region: city, Period: model.Period{Year: 3000}}}}},
		{Home: city, Regional: state.Regional{Indicator: model.P0, Regions: []model.RegionCode{model.Nation}, Reference: "?", Selected: "?"}},
		{Home: "62.71.01", Regional: state.Regional{Indicator: model.PopulationAdmin, Regions: []model.RegionCode{"62.71.01", "62.71.02", city}}},
	}
	for i, st := range odd {
		v := regional.Build(snap(t), st)
		for _, sz := range sizes() {
			env := environment(sz.w, sz.h, lang.English)
			c := block.New(env)
			regional.Render(env, c.All(), v)
			if plain(c.Frame(env.Theme)) == "" {
				t.Errorf("state %d: empty screen at %s", i, sz.name)
			}
			if len(regional.Linear(env, v)) == 0 || len(regional.Card(env, v).Rows) == 0 {
				t.Errorf("state %d: nothing to read", i)
			}
			regional.Warnings(env, v)
			regional.Status(env, v)
			regional.Context(env, v, 30)
		}
		for _, c := range keys.Commands() {
			v.Do(c)
		}
	}
}

func FuzzRender(f *testing.F) {
	f.Add(uint16(100), uint8(0), int8(-1), int8(1), uint8(120), uint8(31), uint8(3), false)
	f.Add(uint16(500), uint8(7), int8(3), int8(-9), uint8(60), uint8(11), uint8(200), true)
	ds := snap(f).Data
	locals, indicators := ds.Locals(), ds.Indicators()
	f.Fuzz(func(t *testing.T, home uint16, ind uint8, step, own int8, w, h, more uint8, table bool) {
		s := snap(t)
		st := state.New(locals[int(home)%len(locals)])
		st.Table = table
		pick := ds.Regions()[int(more)*2%len(ds.Regions())].Code
		for _, in := range []state.Intent{
			state.SetIndicator{Indicator: indicators[int(ind)%len(indicators)].ID},
			state.StepPeriod{By: int(step)},
			state.StepOwn{Region: st.Home, By: int(own)},
			state.ToggleRegion{Region: pick},
			state.ToggleTrend{Region: pick},
			state.SelectRegion{Region: pick},
			state.StepOwn{Region: pick, By: int(own)},
		} {
			st, _ = state.Apply(s, st, in)
		}
		env := environment(int(w), int(h), lang.Lang(home%2))
		env.ASCII = table
		v := regional.Build(s, st)
		c := block.New(env)
		regional.Render(env, c.All(), v)
		for _, line := range strings.Split(plain(c.Frame(env.Theme)), "\n") {
			if block.Width(line) > max(int(w), 1) {
				t.Fatalf("line of %d columns in %d", block.Width(line), w)
			}
		}
		regional.Linear(env, v)
		regional.Card(env, v)
		regional.Warnings(env, v)
	})
}

func BenchmarkBuildAndRender(b *testing.B) {
	env := environment(120, 36, lang.Indonesian)
	env.Theme = theme.New(theme.Dark, colorprofile.TrueColor)
	s := snap(b)
	st := state.New(city)
	b.ReportAllocs()
	for b.Loop() {
		c := block.New(env)
		regional.Render(env, c.All().Sub(0, 3, 120, 31), regional.Build(s, st))
		c.Frame(env.Theme)
	}
}

func BenchmarkBuild(b *testing.B) {
	s := snap(b)
	st := state.New(city)
	b.ReportAllocs()
	for b.Loop() {
		regional.Build(s, st)
	}
}

// The tab keeps to its share of allocations, at the size it is measured at.
func TestAllocations(t *testing.T) {
	env := environment(120, 36, lang.Indonesian)
	s, st := snap(t), state.New(city)
	n := testing.AllocsPerRun(20, func() {
		c := block.New(env)
		regional.Render(env, c.All().Sub(0, 3, 120, 31), regional.Build(s, st))
		c.Frame(env.Theme)
	})
	if n > 3000 {
		t.Errorf("%.0f allocations for one frame, want at most 3000", n)
	}
}
