package regional_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/regional"
	"rakor/ui/state"
	"rakor/ui/theme"
)

func looking(tb testing.TB, a state.Analysis) state.State {
	tb.Helper()
	return apply(tb, state.New(city), state.SetAnalysis{Analysis: a})
}

func TestAnalysisFrames(t *testing.T) {
	for _, a := range state.Analyses()[1:] {
		for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
			for _, table := range []bool{false, true} {
				st := looking(t, a)
				st.Table = table
				name := string(a)
				if table {
					name += "-table"
				}
				for _, sz := range []size{{"120x36", 120, 31}, {"80x24", 80, 19}} {
					frame, _ := draw(t, environment(sz.w, sz.h, l), st)
					golden(t, "analysis/"+name+"-"+sz.name+"-"+l.Code(), plain(frame)+"\n")
				}
			}
			v := regional.Build(snap(t), looking(t, a))
			golden(t, "analysis/"+string(a)+"-linear-"+l.Code(), strings.Join(regional.Linear(environment(80, 24, l), v), "\n")+"\n")
		}
	}
}

// `a` goes through every analysis and comes back; each draws something of its
// own at every size, in both forms, in ASCII, and stays inside.
func TestAnalysesGoRound(t *testing.T) {
	st := state.New(city)
	var seen []state.Analysis
	for range state.Analyses() {
		v := regional.Build(snap(t), st)
		seen = append(seen, v.Analysis)
		for _, table := range []bool{false, true} {
			st.Table = table
			v := regional.Build(snap(t), st)
			for w := 1; w < 130; w += 9 {
				for h := 1; h < 40; h += 3 {
					env := environment(w, h, lang.English)
					env.ASCII = true
					c := block.New(env)
					regional.Render(env, c.All(), v)
					for _, line := range strings.Split(plain(c.Frame(env.Theme)), "\n") {
						if block.Width(line) > w || strings.ContainsFunc(line, func(r rune) bool { return r > 0x7e }) {
							t.Fatalf("%s %dx%d: %q", v.Analysis, w, h, line)
						}
					}
				}
			}
		}
		st.Table = false
		in, ok := v.Do(keys.Analysis)
		if !ok {
			t.Fatal("no next analysis")
		}
		st = apply(t, st, in)
	}
	if !slices.Equal(seen, state.Analyses()) || st.Regional.Analysis != state.Overview {
		t.Errorf("went through %v", seen)
	}
}

// What the screens say agrees with the data: the distance in people from the
// printed numbers, and no word of significance without a standard error.
func TestAnalysesSayWhatTheDataSay(t *testing.T) {
	ds := snap(t).Data
	p := per(t, "2025-03")
	own, _ := ds.Value(city, model.P0, p)
	prov, _ := ds.Value(province, model.P0, p)
	poor, _ := ds.Value(city, model.Poor, p)
	env := environment(120, 31, lang.Indonesian)
	text := func(st state.State) string {
		return strings.Join(regional.Linear(env, regional.Build(snap(t), st)), "\n")
	}
	if want := lang.Indonesian.People((own - prov) / own * poor * 1000); !strings.Contains(text(looking(t, state.Position)), want) {
		t.Errorf("no %q in the position", want)
	}
	for _, a := range []state.Analysis{state.Effectiveness, state.Difference} {
		if got := text(looking(t, a)); !strings.Contains(got, "tidak diketahui") || strings.Contains(got, "melebihi galat survei yang diberikan") {
			t.Errorf("%s claims what is not known:\n%s", a, got)
		}
	}
	rse := 25.0
	st := apply(t, looking(t, state.Effectiveness), state.SetRSE{Percent: &rse})
	if got := text(st); !strings.Contains(got, "di dalam galat survei yang diberikan") || !strings.Contains(got, "bukan angka BPS") {
		t.Errorf("with an RSE of 25 percent:\n%s", got)
	}
	few := looking(t, state.Association)
	few.Regional.Regions = []model.RegionCode{city, "6201", "6202", "6203", province}
	if got := text(few); !strings.Contains(got, "Hanya 4 pasangan") || strings.Contains(got, "Spearman") || strings.Contains(got, "Putaran") {
		t.Errorf("four pairs say more than that nothing can be said:\n%s", got)
	}
	if got := text(looking(t, state.Association)); !strings.Contains(got, "tidak membuktikan") || !strings.Contains(got, "n = 14") {
		t.Errorf("no caution:\n%s", got)
	}
}

func TestAgainstAndCut(t *testing.T) {
	st := looking(t, state.Position)
	var groups []compare.PeerGroup
	for range len(compare.PeerGroups()) + 1 {
		groups = append(groups, st.Regional.Peers)
		in, ok := regional.Build(snap(t), st).Do(keys.Against)
		if !ok {
			t.Fatal("no next group")
		}
		st = apply(t, st, in)
	}
	if len(slices.Compact(slices.Sorted(slices.Values(groups)))) != 5 || st.Regional.Peers != "" {
		t.Errorf("groups %v", groups)
	}
	st = looking(t, state.Association)
	pairs := map[model.IndicatorID]bool{}
	for range 9 {
		in, _ := regional.Build(snap(t), st).Do(keys.Against)
		st = apply(t, st, in)
		pairs[st.Regional.Against] = true
	}
	if len(pairs) != 9 {
		t.Errorf("%d pairs, want nine", len(pairs))
	}
	in, _ := regional.Build(snap(t), st).Do(keys.Reference)
	if in != (state.SetCut{ByProvince: true}) {
		t.Errorf("the reference key gives %#v", in)
	}
}

// Every home and every analysis can be looked at.
func TestEveryHomeAndAnalysis(t *testing.T) {
	env := environment(80, 19, lang.Indonesian)
	locals := snap(t).Data.Locals()
	for i := 0; i < len(locals); i += 23 {
		for _, a := range state.Analyses() {
			for _, ind := range []model.IndicatorID{model.P0, "gini", model.Population} {
				st := apply(t, apply(t, state.New(locals[i]), state.SetAnalysis{Analysis: a}), state.SetIndicator{Indicator: ind})
				v := regional.Build(snap(t), st)
				c := block.New(env)
				regional.Render(env, c.All(), v)
				if len(strings.TrimSpace(plain(c.Frame(env.Theme)))) == 0 || len(regional.Linear(env, v)) < 2 {
					t.Fatalf("%s, %s, %s: nothing to see", locals[i], a, ind)
				}
			}
		}
	}
}

// BenchmarkAnalysis is from the state to the frame; the goal is 16 ms a key.
func BenchmarkAnalysis(b *testing.B) {
	env := environment(120, 36, lang.Indonesian)
	env.Theme = theme.New(theme.Dark, colorprofile.TrueColor)
	s := snap(b)
	for _, a := range state.Analyses() {
		st := looking(b, a)
		b.Run("of-"+string(a), func(b *testing.B) {
			for b.Loop() {
				c := block.New(env)
				regional.Render(env, c.All().Sub(0, 3, 120, 31), regional.Build(s, st))
				c.Frame(env.Theme)
			}
		})
	}
}
