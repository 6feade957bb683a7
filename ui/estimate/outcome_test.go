package estimate_test

import (
	"math"
	"strings"
	"testing"

	"rakor/model"
	"rakor/model/headcount"
	"rakor/ui/estimate"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// The meeting of 18 February 2026: 3,62 % of about 310.000 people, target 3,30 %.
func TestMeetingsQuestion(t *testing.T) {
	snap := snapshot(t)
	st := state.New("6271")
	st.Estimate = state.Estimate{Population: ptr(310000.0), Growth: ptr(1.43), Sample: ptr(640.0), Deff: ptr(1.5)}
	v := estimate.Build(snap, st)
	if v.Result.V.Poor != 11222 {
		t.Errorf("%d poor", v.Result.V.Poor)
	}
	g := v.Goal.V
	if !v.Goal.OK || g.Exits != 992 || !g.Growing.OK || g.Growing.V.Exits != 846 || g.Years != 1 {
		t.Errorf("goal %+v", v.Goal)
	}
	s, b := v.Sure.V, v.Before.V
	if !v.Sure.OK || math.Abs(s.SE-0.904) > 0.001 || math.Abs(s.RSE-24.98) > 0.01 || s.Band != headcount.BandUse {
		t.Errorf("sure %+v", v.Sure)
	}
	if lo, hi := s.Interval.Low.N(), s.Interval.High.N(); lo < 6800 || lo > 6900 || hi < 18150 || hi > 18250 {
		t.Errorf("interval %d to %d", lo, hi)
	}
	if !v.Before.OK || b.Rate != 3.52 || b.Period != (model.Period{Year: 2024, Month: 3}) || b.Distinct || b.Same || b.Broken || math.Abs(b.Test.Z-0.08) > 0.005 {
		t.Errorf("before %+v", v.Before)
	}
	for _, e := range []struct{ w, h int }{{120, 31}, {80, 19}, {60, 11}} {
		got := strings.Join(strings.Fields(text(env(lang.Indonesian, e.w, e.h), v)), " ")
		for _, want := range []string{"asumsi", "-992", "-846", "z = 0,08"} {
			if !strings.Contains(strings.NewReplacer("│ ", "", "z = 0,08", "z = 0,08").Replace(got), want) {
				t.Errorf("%d columns do not say %q:\n%s", e.w, want, got)
			}
		}
	}
}

// Where there is no interval, the screen says what is wanting.
func TestUnsure(t *testing.T) {
	snap := snapshot(t)
	for name, c := range map[string]struct {
		e    state.Estimate
		why  estimate.Unsure
		says string
	}{
		"nothing":          {state.Estimate{}, estimate.UnsureNothing, "isi n dan efek desain, atau RSE"},
		"n alone":          {state.Estimate{Sample: ptr(640.0)}, estimate.UnsureDeff, "Efek desain belum diisi"},
		"deff alone":       {state.Estimate{Deff: ptr(1.5)}, estimate.UnsureSample, "Sampel n belum diisi"},
		"a rate of 0":      {state.Estimate{Rate: ptr(0.0), RSE: ptr(20.0)}, estimate.UnsureRate, "tidak ada ragam"},
		"everybody is":     {state.Estimate{Rate: ptr(100.0), Sample: ptr(640.0), Deff: ptr(1.5)}, estimate.UnsureRate, "tidak ada ragam"},
		"too large an RSE": {state.Estimate{RSE: ptr(1000.0)}, estimate.UnsureNothing, ""},
	} {
		t.Run(name, func(t *testing.T) {
			st := state.New("6271")
			st.Estimate = c.e
			v := estimate.Build(snap, st)
			if v.Unsure != c.why || v.Sure.OK != (c.says == "") {
				t.Errorf("%v, %+v", v.Unsure, v.Sure)
			}
			got := strings.Join(estimate.Linear(env(lang.Indonesian, 120, 31), v), " ")
			if !strings.Contains(got, c.says) {
				t.Errorf("%q is not said: %s", c.says, got)
			}
		})
	}
}

// An RSE stands in place of n and design effect, and says so.
func TestRSEReplacesSample(t *testing.T) {
	st := state.New("6271")
	st.Estimate = state.Estimate{Sample: ptr(640.0), Deff: ptr(1.5), RSE: ptr(40.0)}
	v := estimate.Build(snapshot(t), st)
	if s := v.Sure.V; s.Basis != headcount.BasisRSE || math.Abs(s.RSE-40) > 1e-9 || s.Band != headcount.BandCare {
		t.Errorf("%+v", s)
	}
	if w := v.Without[state.InputRSE]; !w.OK || !w.V.Sure.OK || w.V.Sure.V.Basis != headcount.BasisSample {
		t.Errorf("without the RSE: %+v", w)
	}
	if got := text(env(lang.Indonesian, 120, 31), v); !strings.Contains(got, "hati-hati") {
		t.Errorf("no care is asked for:\n%s", got)
	}
}

// A rate that the user entered is compared with the published one.
func TestEnteredRateAgainstPublished(t *testing.T) {
	st := state.New("6271")
	st.Estimate = state.Estimate{Rate: ptr(8.0), RSE: ptr(15.0)}
	b := estimate.Build(snapshot(t), st).Before
	if !b.OK || !b.V.Same || b.V.Rate != 3.62 || !b.V.Distinct || b.V.Test.Points.Value() != 4.38 {
		t.Errorf("%+v", b)
	}
}

// Rounds of another method are not tested against each other.
func TestBrokenSeries(t *testing.T) {
	st := state.New("6271")
	st.Estimate = state.Estimate{Period: model.Period{Year: 2021, Month: 3}, RSE: ptr(15.0)}
	v := estimate.Build(snapshot(t), st)
	if !v.Before.OK || !v.Before.V.Broken {
		t.Fatal("the data have no break between 2020 and 2021; choose other years")
	}
	if got := strings.Join(estimate.Linear(env(lang.Indonesian, 120, 31), v), " "); !strings.Contains(got, "perubahannya tidak diuji") {
		t.Error(got)
	}
}

// The path leads to the target, and its exits add up.
func TestPath(t *testing.T) {
	v := estimate.Build(snapshot(t), scenes()["path"])
	g := v.Goal.V
	if g.Years != 5 || len(g.Path) != 5 || len(g.Growing.V.Path) != 5 || len(g.Growing.V.Stay) != 5 {
		t.Fatalf("%+v", g)
	}
	var sum, constant int64
	for i := range g.Path {
		sum += g.Growing.V.Path[i].Exits.N()
		constant += g.Path[i].Exits.N()
	}
	if sum != g.Growing.V.Exits || constant != g.Exits || g.Growing.V.Stay[4] <= v.Result.V.Poor {
		t.Errorf("%d, %d of %+v", sum, constant, g)
	}
	for _, y := range []float64{2000, 2025, 2100} {
		st := scenes()["path"]
		st.Estimate.TargetYear = &y
		if g := estimate.Build(snapshot(t), st).Goal; !g.OK || g.V.Path != nil || g.V.Growing.OK {
			t.Errorf("a path to %v: %+v", y, g)
		}
	}
}

func TestCost(t *testing.T) {
	snap := snapshot(t)
	v := estimate.Build(snap, scenes()["cost"])
	p1, line, people := v.In(state.InputGap).Value, 600000.0, v.In(state.InputPopulation).Value
	gap := p1 / 100 * line * people * 12
	c := v.Cost.V
	for what, x := range map[string][2]float64{
		"gap": {float64(c.Gap), gap}, "filled": {float64(c.Filled), 0.8 * gap}, "budget": {float64(c.Budget), 0.8 * gap / 0.8},
		"everybody": {float64(c.Untargeted), line * people * 12}, "a poor person": {c.PerPoor, p1 / v.In(state.InputRate).Value * line},
	} {
		if math.Abs(x[0]-x[1]) > 1 {
			t.Errorf("%s: %v, want %v", what, x[0], x[1])
		}
	}
	if c.Perfect || !estimate.Build(snap, state.New("6271")).Cost.V.Perfect {
		t.Error("assumptions are not told from their absence")
	}
}

// Two concepts: a difference is only given with its name.
func TestRegister(t *testing.T) {
	v := estimate.Build(snapshot(t), scenes()["register"])
	r := v.Register
	if !r.Published || r.People.V != 11160 || r.Rows[0].Gap.V != 29489-11160 || r.Rows[1].Gap.OK || r.Rows[1].Families.V != 24638 {
		t.Errorf("%+v", r)
	}
	for _, l := range estimate.Linear(env(lang.Indonesian, 80, 19), v) {
		if strings.Contains(l, "18.329") && !strings.Contains(l, "selisih konsep") {
			t.Errorf("a bare difference: %s", l)
		}
	}
}
