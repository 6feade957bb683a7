package estimate_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"rakor/model/lorenz"
	"rakor/ui/estimate"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// grouped is the city with shares of tenths open, at a selected input; a mean of
// 0 is none.
func grouped(t testing.TB, selected state.Input, mean float64, welfare ...float64) (*state.Snapshot, state.State) {
	t.Helper()
	people := make([]float64, len(welfare))
	for i := range people {
		people[i] = 1 / float64(len(welfare))
	}
	points, err := lorenz.Parse(people, welfare)
	if err != nil {
		t.Fatal(err)
	}
	snap := snapshot(t)
	snap.Shares = &state.Shares{Name: "desil.csv", Points: points}
	st, _ := state.Apply(snap, state.New("6271"), state.SharesOpened{Rev: 2, Name: "desil.csv"})
	if mean > 0 {
		st.Estimate.Mean = &mean
	}
	st.Estimate.Selected = selected
	return snap, st
}

// tenths are made-up shares of tenths.
func tenths() []float64 {
	return []float64{0.036, 0.049, 0.058, 0.067, 0.077, 0.088, 0.101, 0.119, 0.149, 0.256}
}

// The curve gives rate and gap at any line; the population stays BPS's, and an
// error is there only where somebody enters one.
func TestSharesGiveTheRate(t *testing.T) {
	snap, st := grouped(t, state.InputRate, 1_200_000, tenths()...)
	v := estimate.Build(snap, st)
	fit, err := lorenz.Estimate(snap.Shares.Points, 1_200_000, v.In(state.InputLine).Value)
	if err != nil {
		t.Fatal(err)
	}
	want := fit.Poverty()
	if got := v.In(state.InputRate); !got.File || math.Abs(got.Value-100*want.Headcount) > 1e-4 {
		t.Errorf("rate %v, want %v", got, 100*want.Headcount)
	}
	if got := v.In(state.InputGap).Value; math.Abs(got-100*want.PovertyGap) > 1e-4 {
		t.Errorf("gap %v, want %v", got, 100*want.PovertyGap)
	}
	if p := v.In(state.InputPopulation); p.File || p.Value != 310113 {
		t.Errorf("population %+v", p)
	}
	if !v.Result.OK || v.Sure.OK || v.Before.OK || v.Result.V.Rounding.OK {
		t.Errorf("%+v", v.Outcome)
	}
	for k := range v.Shares.V.Curve {
		if k > 0 && v.Shares.V.Curve[k] < v.Shares.V.Curve[k-1] {
			t.Error("P0 falls as the line rises")
		}
	}
	rse := 20.0
	st.Estimate.RSE = &rse
	if v := estimate.Build(snap, st); !v.Sure.OK || v.Sure.V.Design {
		t.Errorf("an error that was entered: %+v", v.Sure)
	}
	line := 700_000.0
	st.Estimate.Line = &line
	moved := estimate.Build(snap, st)
	if !(moved.Result.V.Poor > v.Result.V.Poor) || moved.Without[state.InputLine].V.Result.V.Poor != v.Result.V.Poor {
		t.Errorf("%d at a higher line, %d without it, %d before", moved.Result.V.Poor, moved.Without[state.InputLine].V.Result.V.Poor, v.Result.V.Poor)
	}
}

// Without a mean there is no figure, and the screen says which input is wanting;
// a method whose file is not open falls back and says so.
func TestSharesWithoutMean(t *testing.T) {
	snap, st := grouped(t, state.InputRate, 0, tenths()...)
	v := estimate.Build(snap, st)
	frame, _ := draw(env(lang.Indonesian, 120, 31), v)
	if v.Result.OK || !strings.Contains(plain(frame), "pilih Rata-rata") && !strings.Contains(plain(frame), "perlu rata-rata") {
		t.Errorf("%s", plain(frame))
	}
	snap.Shares = nil
	v = estimate.Build(snap, st)
	if v.Result.V.Poor != 11226 || v.In(state.InputRate).File {
		t.Errorf("%+v", v.Result)
	}
	frame, _ = draw(env(lang.Indonesian, 120, 31), v)
	if !strings.Contains(plain(frame), "! O buka berkas") || !strings.Contains(fmt.Sprint(estimate.Warnings(env(lang.English, 120, 31), v)), "not open") {
		t.Errorf("%s", plain(frame))
	}
}

// The slider of the method goes over what cannot be used.
func TestMethodSteps(t *testing.T) {
	snap, st := grouped(t, state.InputMethod, 1_200_000, tenths()...)
	in, ok := estimate.Build(snap, st).Do(keys.Less)
	if !ok {
		t.Fatal("no way back to the rate")
	}
	st, _ = state.Apply(snap, st, in)
	v := estimate.Build(snap, st)
	if v.Shares.OK || v.In(state.InputMethod).Value != float64(state.MethodRate) {
		t.Errorf("%+v", v.In(state.InputMethod))
	}
	if in, ok = v.Do(keys.More); !ok {
		t.Fatal("no way to the shares")
	}
	if st, _ = state.Apply(snap, st, in); !estimate.Build(snap, st).Shares.OK {
		t.Error("the shares are not in use")
	}
	if _, ok := estimate.Build(snapshot(t), state.State{Home: "6271", Estimate: state.Estimate{Selected: state.InputMethod}}).Do(keys.More); ok {
		t.Error("a method without a file")
	}
}

// Shares of everything: lines and means far off, a curve that is none.
func TestSharesAtTheEnds(t *testing.T) {
	odd := []float64{0.0001, 0.0001, 0.0001, 0.0001, 0.0001, 0.0001, 0.0001, 0.0001, 0.0001, 0.9991}
	for name, welfare := range map[string][]float64{"usual": tenths(), "odd": odd} {
		for _, mean := range []float64{1, 600_000, 1e9} {
			for _, line := range []float64{1, 587_075, 1e9} {
				for in := range state.Inputs {
					snap, st := grouped(t, in, mean, welfare...)
					st.Estimate.Line = &line
					v := estimate.Build(snap, st)
					checkView(t, env(lang.Indonesian, 120, 31), v, fmt.Sprint(name, mean, line, in))
					checkView(t, env(lang.English, 60, 11), v, fmt.Sprint(name, mean, line, in))
				}
			}
		}
	}
}

func TestSharesGoldens(t *testing.T) {
	for name, in := range map[string]state.Input{"table": state.InputMean, "lorenz": state.InputMethod, "curve": state.InputLine} {
		snap, st := grouped(t, in, 1_200_000, tenths()...)
		v := estimate.Build(snap, st)
		for _, size := range [][2]int{{120, 31}, {80, 19}} {
			frame, _ := draw(env(lang.Indonesian, size[0], size[1]), v)
			golden(t, fmt.Sprintf("shares_%s_%dx%d", name, size[0], size[1]), plain(frame))
		}
	}
	snap, st := grouped(t, state.InputRate, 1_200_000, tenths()...)
	golden(t, "words_shares_en", strings.Join(estimate.Linear(env(lang.English, 80, 19), estimate.Build(snap, st)), "\n"))
}

// BenchmarkShares measures a change of an input with grouped shares open: build
// and frame.
func BenchmarkShares(b *testing.B) {
	snap, st := grouped(b, state.InputLine, 1_200_000, tenths()...)
	e := env(lang.Indonesian, 120, 31)
	i := 0.0
	for b.Loop() {
		line := 500_000 + i
		i++
		st.Estimate.Line = &line
		draw(e, estimate.Build(snap, st))
	}
}
