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

func TestFrames(t *testing.T) {
	table := state.New(city)
	table.Table = true
	poor := state.New(city)
	poor.Regional.Indicator = model.Poor
	gini := state.New(city)
	gini.Regional.Indicator = "gini"
	provinces := state.New(city)
	for _, r := range snap(t).Data.Regions() {
		if r.Level == model.LevelProvince && len(provinces.Regional.Regions) < state.MaxRegions {
			provinces.Regional.Regions = append(provinces.Regional.Regions, r.Code)
		}
	}
	provinces.Regional.Trend = []model.RegionCode{city, "6203", "6201", "6202"}
	scenes := []struct {
		name string
		st   state.State
	}{{"usual", state.New(city)}, {"table", table}, {"meeting", meeting(t)}, {"poor", poor}, {"gini", gini}, {"papua", state.New("9401")}, {"provinces", provinces}}
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
