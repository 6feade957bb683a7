package regional_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rakor/data"
	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/regional"
	"rakor/ui/state"
	"rakor/ui/theme"
)

const city, province = model.RegionCode("6271"), model.RegionCode("6200")

// snapshot is the embedded data, read once for all tests.
var snapshot = sync.OnceValues(func() (*state.Snapshot, error) {
	s, err := data.Open(data.Options{})
	if err != nil {
		return nil, err
	}
	return &state.Snapshot{Rev: 1, Data: s.Dataset(), Programmes: s.Programmes()}, nil
})

func snap(tb testing.TB) *state.Snapshot {
	tb.Helper()
	s, err := snapshot()
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func per(tb testing.TB, s string) model.Period {
	tb.Helper()
	p, err := model.ParsePeriod(s)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

func environment(w, h int, l lang.Lang) block.Env {
	return block.Env{Width: w, Height: h, Theme: theme.New(theme.None, colorprofile.NoTTY), Words: lang.For(l)}
}

// draw gives the frame of a state and its hit areas.
func draw(tb testing.TB, env block.Env, st state.State) (string, []block.Hit) {
	tb.Helper()
	c := block.New(env)
	regional.Render(env, c.All(), regional.Build(snap(tb), st))
	return c.Frame(env.Theme), c.Hits()
}

// plain takes the escape sequences out of a frame.
func plain(frame string) string {
	var b strings.Builder
	for i := 0; i < len(frame); i++ {
		if frame[i] == 0x1b {
			for i < len(frame) && frame[i] != 'm' {
				i++
			}
			continue
		}
		b.WriteByte(frame[i])
	}
	return b.String()
}

func apply(tb testing.TB, st state.State, in state.Intent) state.State {
	tb.Helper()
	next, _ := state.Apply(snap(tb), st, in)
	return next
}

// meeting is the sentence of the meeting on screen: the city and the nation of
// March 2024, the province of March 2023.
func meeting(tb testing.TB) state.State {
	tb.Helper()
	st := state.New(city)
	st.Regional.Period = per(tb, "2024-03")
	st.Regional.Own = []state.Pick{{Region: province, Period: per(tb, "2023-03")}}
	return st
}

// golden compares with what was accepted. The checksum of the data is left out:
// it changes with every figure.
func golden(t *testing.T, name, got string) {
	t.Helper()
	got = strings.ReplaceAll(got, snap(t).Data.Checksum(), "sha256:…")
	path := filepath.Join("testdata", name+".golden")
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s differs from what was accepted; with UPDATE_GOLDEN=1 it is written anew. Now:\n%s", path, got)
	}
}

type size struct {
	name string
	w, h int
}

// sizes are the areas that windows of 120x36, 100x30, 80x24 and 60x16 leave.
func sizes() []size {
	return []size{{"120x36", 120, 31}, {"100x30", 100, 25}, {"80x24", 80, 19}, {"60x16", 60, 11}}
}

func TestFrames(t *testing.T) {
	table := state.New(city)
	table.Table = true
	poor := state.New(city)
	poor.Regional.Indicator = model.Poor
	gini := state.New(city)
	gini.Regional.Indicator = "gini"
	scenes := []struct {
		name string
		st   state.State
	}{{"usual", state.New(city)}, {"table", table}, {"meeting", meeting(t)}, {"poor", poor}, {"gini", gini}, {"papua", state.New("9401")}}
	for _, sc := range scenes {
		for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
			if sc.name != "usual" && l == lang.English && sc.name != "meeting" {
				continue
			}
			for _, sz := range sizes() {
				frame, _ := draw(t, environment(sz.w, sz.h, l), sc.st)
				golden(t, sc.name+"-"+sz.name+"-"+l.Code(), plain(frame)+"\n")
			}
		}
	}
	big, _ := draw(t, environment(200, 55, lang.Indonesian), state.New(city))
	golden(t, "usual-200x60-id", plain(big)+"\n")
}

func TestFrameInColourAndASCII(t *testing.T) {
	env := environment(120, 31, lang.Indonesian)
	env.Theme = theme.New(theme.Dark, colorprofile.TrueColor)
	frame, _ := draw(t, env, meeting(t))
	golden(t, "meeting-120x36-id-dark", frame+"\n")

	for _, sz := range sizes() {
		env := environment(sz.w, sz.h, lang.Indonesian)
		env.ASCII = true
		frame, _ := draw(t, env, meeting(t))
		for i, r := range plain(frame) {
			if r > 0x7e {
				t.Fatalf("%s: %q at byte %d is not ASCII", sz.name, r, i)
			}
		}
		if sz.w == 80 {
			golden(t, "meeting-80x24-id-ascii", plain(frame)+"\n")
		}
	}
}

func TestTexts(t *testing.T) {
	for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
		env := environment(80, 19, l)
		for name, st := range map[string]state.State{"usual": state.New(city), "meeting": meeting(t)} {
			v := regional.Build(snap(t), st)
			warn := regional.Warnings(env, v)
			golden(t, name+"-linear-"+l.Code(), strings.Join(regional.Linear(env, v), "\n")+"\n")
			golden(t, name+"-card-"+l.Code(), strings.Join(regional.Card(env, v).Lines(), "\n")+"\n")
			golden(t, name+"-warnings-"+l.Code(), strings.Join(append(warn.Lines(), warn.Foot), "\n")+"\n")
		}
	}
}

// Every line stays within the area, whatever the size; nothing is drawn
// outside, and no size panics.
func TestEverySize(t *testing.T) {
	states := []state.State{state.New(city), meeting(t)}
	states[0].Table = true
	for _, st := range states {
		v := regional.Build(snap(t), st)
		for w := 0; w < 130; w += 7 {
			for h := range 40 {
				env := environment(w, h, lang.Indonesian)
				c := block.New(env)
				regional.Render(env, c.All(), v)
				lines := strings.Split(plain(c.Frame(env.Theme)), "\n")
				for _, line := range lines {
					if block.Width(line) > max(w, 1) {
						t.Fatalf("%dx%d: line of %d columns", w, h, block.Width(line))
					}
				}
				if len(lines) > max(h, 1) {
					t.Fatalf("%dx%d: %d lines", w, h, len(lines))
				}
			}
		}
	}
}

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

// The city opens on the newest March round that all share, best region first,
// province and nation apart.
func TestOpensOnTheNewestSharedMarch(t *testing.T) {
	v := regional.Build(snap(t), state.New(city))
	if v.Period != per(t, "2025-03") {
		t.Errorf("period %v", v.Period)
	}
	if len(v.Locals) != 14 || len(v.Above) != 2 || v.Above[0].Region.Code != province || v.Above[1].Region.Code != model.Nation {
		t.Fatalf("%d regions, above %v", len(v.Locals), v.Above)
	}
	for i := range v.Locals[1:] {
		if v.Locals[i].Observation.Value > v.Locals[i+1].Observation.Value {
			t.Errorf("row %d is better than the one above it", i+1)
		}
	}
	frame, _ := draw(t, environment(120, 31, lang.Indonesian), state.New(city))
	for _, r := range append(v.Locals, v.Above...) {
		if want := lang.Indonesian.Number(r.Observation.Value, 2); !strings.Contains(frame, want) {
			t.Errorf("%s of %s is not on screen", want, r.Region.Name)
		}
	}
}

// The sentence of the meeting does not pass silently: marked on the row, in the
// title, counted, explained, and the comparison like for like is one key away.
func TestMeetingSentence(t *testing.T) {
	st := meeting(t)
	ds := snap(t).Data
	env := environment(120, 31, lang.Indonesian)
	v := regional.Build(snap(t), st)
	frame, _ := draw(t, env, st)
	old, _ := ds.Value(province, model.P0, per(t, "2023-03"))
	if want := lang.Indonesian.Number(old, 2) + "* Mar 2023"; !strings.Contains(plain(frame), want) {
		t.Errorf("no %q on screen", want)
	}
	if got := regional.Context(env, v, 40); got != "P0 (%) · Mar 2024*" {
		t.Errorf("context %q", got)
	}
	fair := regional.Build(snap(t), apply(t, st, state.LikeForLike{}))
	if v.WarningCount() != fair.WarningCount()+1 {
		t.Errorf("%d warnings, %d when alike", v.WarningCount(), fair.WarningCount())
	}
	sheet := regional.Warnings(env, v)
	accept, ok := sheet.Accept.(state.LikeForLike)
	if !ok || accept.Period != per(t, "2024-03") {
		t.Fatalf("offer %v", sheet.Accept)
	}
	var parts []string
	for _, r := range []model.RegionCode{city, province, model.Nation} {
		x, _ := ds.Value(r, model.P0, accept.Period)
		parts = append(parts, lang.Indonesian.Number(x, 2))
	}
	text := strings.Join(sheet.Lines(), "\n")
	for _, p := range parts {
		if !strings.Contains(text, p) {
			t.Errorf("the offer does not name %s:\n%s", p, text)
		}
	}
	after := regional.Build(snap(t), apply(t, st, accept))
	if regional.Warnings(env, after).Accept != nil || after.Period != accept.Period {
		t.Error("accepting the offer does not make the figures alike")
	}
}

// The sentence reached the other way, by own periods for all three, is offered
// the city's period.
func TestMeetingSentenceByOwnPeriods(t *testing.T) {
	st := state.New(city)
	st.Regional.Own = []state.Pick{
		{Region: city, Period: per(t, "2024-03")},
		{Region: province, Period: per(t, "2023-03")},
		{Region: model.Nation, Period: per(t, "2024-03")},
	}
	v := regional.Build(snap(t), st)
	if v.Alike != per(t, "2024-03") {
		t.Errorf("offer %v, want that of the home region", v.Alike)
	}
	for _, r := range v.Locals {
		if r.Home != r.Off || r.Home && r.Rank != 0 {
			t.Errorf("%s: off %v, rank %d", r.Region.Name, r.Off, r.Rank)
		}
	}
}

func TestDo(t *testing.T) {
	st := state.New(city)
	v := regional.Build(snap(t), st)
	tests := []struct {
		c    keys.Command
		want state.Intent
	}{
		{keys.PrevPeriod, state.StepPeriod{By: -1}},
		{keys.NextPeriod, state.StepPeriod{By: 1}},
		{keys.OwnPrev, state.StepOwn{Region: city, By: -1}},
		{keys.OwnNext, state.StepOwn{Region: city, By: 1}},
		{keys.OwnReset, state.SetOwn{Region: city}},
		{keys.Align, state.LikeForLike{}},
		{keys.Reference, state.SetReference{Region: model.Nation}},
		{keys.Trend, state.ToggleTrend{Region: city}},
		{keys.UsualRegions, state.UsualRegions{}},
		{keys.First, state.SelectRegion{Region: v.Locals[0].Region.Code}},
		{keys.Last, state.SelectRegion{Region: model.Nation}},
		{keys.Up, state.SelectRegion{Region: v.Locals[0].Region.Code}},
		{keys.Down, state.SelectRegion{Region: v.Locals[2].Region.Code}},
		{keys.PageUp, state.SelectRegion{Region: v.Locals[0].Region.Code}},
		{keys.PageDown, state.SelectRegion{Region: v.Locals[9].Region.Code}},
	}
	for _, tt := range tests {
		if got, ok := v.Do(tt.c); !ok || got != tt.want {
			t.Errorf("command %d: %v %v, want %v", tt.c, got, ok, tt.want)
		}
	}
	for _, c := range []keys.Command{keys.None, keys.Quit, keys.Less, keys.Sort, keys.Card} {
		if got, ok := v.Do(c); ok {
			t.Errorf("command %d is not this tab's, got %v", c, got)
		}
	}
	st = apply(t, st, state.SetReference{Region: model.Nation})
	if got, _ := regional.Build(snap(t), st).Do(keys.Reference); got != (state.SetReference{Region: province}) {
		t.Errorf("reference toggles to %v", got)
	}
	if got, _ := regional.Build(snap(t), meeting(t)).Do(keys.Align); got != (state.LikeForLike{Period: per(t, "2024-03")}) {
		t.Errorf("align gives %v", got)
	}
}

// Walking down from the first row reaches every row once, and the selected row
// can be seen at every size: it is the one whose hit area lies on its line.
func TestSelectionIsAlwaysInSight(t *testing.T) {
	for _, sz := range append(sizes(), size{"short", 80, 9}, size{"tiny", 40, 5}) {
		env := environment(sz.w, sz.h, lang.Indonesian)
		st := state.New(city)
		in, _ := regional.Build(snap(t), st).Do(keys.First)
		st = apply(t, st, in)
		seen := map[model.RegionCode]bool{}
		for range 16 {
			v := regional.Build(snap(t), st)
			frame, hits := draw(t, env, st)
			lines := strings.Split(plain(frame), "\n")
			found := false
			for _, h := range hits {
				sel, ok := h.Do.(state.SelectRegion)
				if !ok {
					t.Fatalf("hit %v", h.Do)
				}
				r, _ := snap(t).Data.Region(sel.Region)
				name := env.Words.Lang.RegionShort(r)
				if h.H != 1 || !strings.Contains(lines[h.Y], name[:min(len(name), 10)]) {
					t.Fatalf("%s: a press on line %d selects %s:\n%s", sz.name, h.Y, name, lines[h.Y])
				}
				found = found || sel.Region == v.Selected
			}
			if !found {
				t.Errorf("%s: %s is selected but not in sight", sz.name, v.Selected)
			}
			seen[v.Selected] = true
			in, _ := v.Do(keys.Down)
			st = apply(t, st, in)
		}
		if len(seen) != 16 {
			t.Errorf("%s: %d rows reached, want 16", sz.name, len(seen))
		}
	}
}

// The decimal marks of a column stand below each other.
func TestNumbersAreAligned(t *testing.T) {
	v := regional.Build(snap(t), state.New(city))
	for _, sz := range sizes() {
		env := environment(sz.w, sz.h, lang.Indonesian)
		frame, hits := draw(t, env, state.New(city))
		lines := strings.Split(plain(frame), "\n")
		at := -1
		for _, h := range hits {
			sel := h.Do.(state.SelectRegion)
			for _, r := range append(slices.Clone(v.Locals), v.Above...) {
				if r.Region.Code != sel.Region {
					continue
				}
				before, _, ok := strings.Cut(lines[h.Y], lang.Indonesian.Number(r.Observation.Value, 2))
				if !ok {
					t.Fatalf("%s: no figure on line %q", sz.name, lines[h.Y])
				}
				end := block.Width(before) + len(lang.Indonesian.Number(r.Observation.Value, 2))
				if at >= 0 && end != at {
					t.Errorf("%s: figure ends in column %d, others in %d: %q", sz.name, end, at, lines[h.Y])
				}
				at = end
			}
		}
	}
}

// A bar begins in the same column as all others, and its length follows the
// value: read back from the frame, in the order of the values.
func TestBarsFollowValues(t *testing.T) {
	env := environment(120, 31, lang.Indonesian)
	st := state.New(city)
	v := regional.Build(snap(t), st)
	frame, hits := draw(t, env, st)
	lines := strings.Split(plain(frame), "\n")
	start, last := -1, -1
	for _, r := range v.Locals {
		i := slices.IndexFunc(hits, func(h block.Hit) bool { return h.Do == state.SelectRegion{Region: r.Region.Code} })
		if i < 0 {
			t.Fatalf("%s is not drawn", r.Region.Name)
		}
		row := []rune(lines[hits[i].Y])[:62]
		from := slices.Index(row, '█')
		n := 0
		for _, c := range row {
			if c == '█' {
				n++
			}
		}
		if start >= 0 && from != start {
			t.Errorf("%s: bar begins in column %d, others in %d", r.Region.Name, from, start)
		}
		if n < last {
			t.Errorf("%s: bar of %d cells below one of %d", r.Region.Name, n, last)
		}
		start, last = from, n
	}
}

func TestTies(t *testing.T) {
	v := regional.Build(snap(t), state.New(city))
	byRank := map[int]int{}
	for _, r := range v.Locals {
		byRank[r.Rank]++
	}
	frame, _ := draw(t, environment(120, 31, lang.Indonesian), state.New(city))
	tied := 0
	for rank, n := range byRank {
		if n > 1 {
			tied++
			if want := lang.Indonesian.Int(int64(rank)) + "= "; strings.Count(plain(frame), want) != n {
				t.Errorf("rank %d is shared by %d, not marked so", rank, n)
			}
		}
	}
	if tied == 0 {
		t.Error("no tie in the data: the test shows nothing")
	}
}

func TestLinearIsPlain(t *testing.T) {
	for _, st := range []state.State{state.New(city), meeting(t)} {
		for _, table := range []bool{false, true} {
			st.Table = table
			for _, line := range regional.Linear(environment(80, 24, lang.Indonesian), regional.Build(snap(t), st)) {
				for _, r := range line {
					if strings.Contains(line, " Mar 20") || r >= 0x2190 && r <= 0x2bff || r == '·' || r == '*' {
						t.Errorf("%q in a line for a screen reader: %s", r, line)
					}
				}
				if strings.ContainsAny(line, "\n") || line == "" {
					t.Errorf("%q is not one line", line)
				}
			}
		}
	}
}

func TestContextFits(t *testing.T) {
	env := environment(80, 24, lang.Indonesian)
	for _, ind := range snap(t).Data.Indicators() {
		v := regional.Build(snap(t), apply(t, state.New(city), state.SetIndicator{Indicator: ind.ID}))
		for w := range 60 {
			if got := regional.Context(env, v, w); block.Width(got) > w {
				t.Errorf("%s: %q is wider than %d", ind.ID, got, w)
			}
		}
	}
}

func TestWarningsAreCounted(t *testing.T) {
	env := environment(80, 24, lang.Indonesian)
	ds := snap(t).Data
	for _, ind := range ds.Indicators() {
		st := apply(t, state.New(city), state.SetIndicator{Indicator: ind.ID})
		for range 4 {
			v := regional.Build(snap(t), st)
			n := 0
			for _, r := range regional.Warnings(env, v).Rows {
				if strings.HasPrefix(r.Label, "! ") {
					n++
				}
			}
			if n != v.WarningCount() {
				t.Errorf("%s %v: %d warnings listed, %d counted", ind.ID, v.Period, n, v.WarningCount())
			}
			st = apply(t, st, state.StepPeriod{By: -1})
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
