package estimate_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"rakor/model/household"
	"rakor/model/survey"
	"rakor/ui/estimate"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// households makes up a file: PSUs of ten households, two strata a region.
func households(t testing.TB, name string, n int, mean float64, regions ...string) *household.File {
	t.Helper()
	rng := rand.New(rand.NewPCG(uint64(n), 11))
	c := household.Columns{Name: name, Regions: regions}
	effect := 0.0
	for i := range n {
		psu := i / 10
		if i%10 == 0 {
			effect = 0.2 * rng.NormFloat64()
		}
		g := psu * len(regions) / max(n/10, 1)
		c.Value = append(c.Value, math.Round(math.Exp(mean+effect+0.5*rng.NormFloat64())))
		c.Size = append(c.Size, float64(1+rng.IntN(6)))
		c.Weight = append(c.Weight, 50+50*rng.Float64())
		c.Strata, c.PSU = append(c.Strata, int32(2*g+psu%2)), append(c.PSU, int32(psu))
		if len(regions) > 0 {
			c.Region = append(c.Region, int32(g))
		}
	}
	f, err := household.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// inFile is the city with a file open, at a selected input.
func inFile(t testing.TB, selected state.Input, files ...*household.File) (*state.Snapshot, state.State) {
	t.Helper()
	snap := snapshot(t)
	snap.Households = files
	st := state.New("6271")
	st, _ = state.Apply(snap, st, state.HouseholdsOpened{Rev: 2, Name: files[len(files)-1].Name})
	st.Estimate.Selected = selected
	return snap, st
}

// What a file says stands in the place of rate, population, P1 and error; all
// the rest goes on as with a rate.
func TestFileGivesTheRate(t *testing.T) {
	f := households(t, "susenas.csv", 1280, 14.1, "6203", "6271")
	snap, st := inFile(t, state.InputRate, f)
	v := estimate.Build(snap, st)
	s, own := f.For("6271")
	at := s.At(587075) // the city's line of March 2025
	if !own || !v.File.OK || !v.File.V.Own || v.File.V.Line != 587075 || v.File.V.At.P0.Value != at.P0.Value {
		t.Fatalf("%+v", v.File)
	}
	rate, people, gap := v.In(state.InputRate), v.In(state.InputPopulation), v.In(state.InputGap)
	if !rate.File || math.Abs(rate.Value-100*at.P0.Value) > 1e-6 || math.Abs(people.Value-s.People()) > 0.5 || math.Abs(gap.Value-100*at.P1.Value) > 1e-6 {
		t.Errorf("%+v, %+v, %+v", rate, people, gap)
	}
	if math.Abs(float64(v.Result.V.Poor)-at.Poor.Value) > 1 {
		t.Errorf("%d poor, the file has %v", v.Result.V.Poor, at.Poor.Value)
	}
	lo, hi, _ := at.P0.Interval()
	if sure := v.Sure.V; !sure.Design || math.Abs(sure.Interval.LowRate.Value()-100*lo) > 1e-9 || math.Abs(sure.Interval.HighRate.Value()-100*hi) > 1e-9 || math.Abs(sure.SE-100*at.P0.SE) > 1e-12 {
		t.Errorf("%+v, want %v to %v", sure, lo, hi)
	}
	if !v.Goal.OK || !v.Cost.OK || v.Before.OK {
		t.Errorf("goal %v, cost %v, before %v", v.Goal.OK, v.Cost.OK, v.Before.OK)
	}
	for _, l := range estimate.Linear(env(lang.Indonesian, 80, 19), v) {
		if strings.Contains(strings.ToLower(l), "asumsi") {
			t.Errorf("an error of the design is called assumed: %s", l)
		}
	}
	if in, ok := v.Do(keys.More); ok {
		t.Errorf("a rate that the file gives was moved: %+v", in)
	}
	if _, err := v.Typed(lang.Indonesian, "3,5"); err == nil || !strings.Contains(err.Error(), "dari berkas") {
		t.Errorf("a rate that the file gives was typed: %v", err)
	}
}

// The line moves everything; without its own value it is the published one.
func TestFileFollowsTheLine(t *testing.T) {
	snap, st := inFile(t, state.InputLine, households(t, "susenas.csv", 1280, 14.1, "6203", "6271"))
	last := 0.0
	for i := range 40 {
		v := estimate.Build(snap, st)
		if rate := v.In(state.InputRate).Value; rate < last {
			t.Fatalf("step %d: %v after %v", i, rate, last)
		} else {
			last = rate
		}
		if n := len(v.File.V.Curve); n != estimate.CurvePoints || math.Abs(v.File.V.Curve[n/2]-100*v.File.V.At.P0.Value) > 1e-9 {
			t.Fatalf("the line is not in the middle of its curve")
		}
		in, ok := v.Do(keys.MuchMore)
		if !ok {
			t.Fatal("the line does not move")
		}
		st, _ = state.Apply(snap, st, in)
	}
	v := estimate.Build(snap, st)
	if w := v.Without[state.InputLine]; !w.OK || w.V.Result.V.Poor >= v.Result.V.Poor {
		t.Errorf("without the line entered %+v, with it %+v", w.V.Result, v.Result)
	}
}

// Back to the rate nothing of the file is left; and forth again.
func TestMethodGoesBackAndForth(t *testing.T) {
	snap, st := inFile(t, state.InputMethod, households(t, "susenas.csv", 640, 14.1, "6271"))
	plain := estimate.Build(snap, state.New("6271"))
	in, ok := estimate.Build(snap, st).Do(keys.Less)
	if !ok {
		t.Fatal("the method does not change")
	}
	st, _ = state.Apply(snap, st, in)
	if v := estimate.Build(snap, st); v.File.OK || v.Result != plain.Result || v.Sure.OK {
		t.Errorf("%+v", v.Result)
	}
	if in, ok = estimate.Build(snap, st).Do(keys.More); !ok {
		t.Fatal("the method does not change back")
	}
	st, _ = state.Apply(snap, st, in)
	if !estimate.Build(snap, st).File.OK {
		t.Error("the file is not in use again")
	}
	snap.Households = nil // somebody closed it
	if v := estimate.Build(snap, st); v.File.OK || v.Result != plain.Result {
		t.Errorf("a file that is closed: %+v", v.Result)
	}
	if _, err := estimate.Build(snap, st).Typed(lang.English, "berkas"); err != nil {
		t.Errorf("a method by its Indonesian name: %v", err)
	}
}

// A file without the region says that its figures are of everybody in it.
func TestFileOfOthers(t *testing.T) {
	snap, st := inFile(t, state.InputRate, households(t, "lain.csv", 640, 14.1, "3273"))
	v := estimate.Build(snap, st)
	if v.File.V.Own {
		t.Fatal("the city is not in that file")
	}
	for _, e := range []struct{ w, h int }{{120, 31}, {80, 19}, {60, 11}} {
		if got := text(env(lang.Indonesian, e.w, e.h), v); !strings.Contains(got, "! seluruh berkas") {
			t.Errorf("%d columns do not say whose number it is:\n%s", e.w, got)
		}
	}
	got := strings.Join(estimate.Warnings(env(lang.Indonesian, 80, 19), v).Lines(), "\n")
	for _, want := range []string{"tidak membedakan Kota Palangka Raya", "tahun berkas tidak diketahui"} {
		if !strings.Contains(got, want) {
			t.Errorf("not warned of %q:\n%s", want, got)
		}
	}
}

// What has no standard error says why, and is never taken for certain.
func TestFileWithoutError(t *testing.T) {
	rich := households(t, "kaya.csv", 100, 17, "6271")
	snap, st := inFile(t, state.InputRate, rich)
	v := estimate.Build(snap, st)
	if v.Sure.OK || v.Unsure != estimate.UnsureFile || v.File.V.At.P0.Why != survey.NoVariation {
		t.Errorf("%+v, %v, %v", v.Sure, v.Unsure, v.File.V.At.P0.Why)
	}
	checkView(t, env(lang.Indonesian, 120, 31), v, "nobody poor")
}

// Two files: the change is split, and tested as one of independent samples.
func TestTwoFiles(t *testing.T) {
	one, two := households(t, "2024.csv", 640, 14.2, "6271"), households(t, "2025.csv", 700, 14.0, "6271")
	snap, st := inFile(t, state.InputPopulation, one, two)
	v := estimate.Build(snap, st)
	c := v.File.V.Change
	if !c.OK || c.V.Name != "2024.csv" || c.V.Line != 555618 {
		t.Fatalf("%+v", c)
	}
	if math.Abs(c.V.Points[0]+c.V.Points[1]-c.V.Points[2]) > 1e-12 || math.Abs(c.V.Points[2]-(v.In(state.InputRate).Value-c.V.P0)) > 1e-5 {
		t.Errorf("%+v", c.V)
	}
	if d := survey.Independent(v.File.V.At.P0, mustSample(one, "6271").At(555618).P0, 0.95); c.V.Test != d {
		t.Errorf("%+v, want %+v", c.V.Test, d)
	}
	if !v.Before.OK || v.Before.V.Rate != c.V.P0 || math.Abs(v.Before.V.Test.Z-c.V.Test.T) > 1e-12 {
		t.Errorf("before %+v", v.Before)
	}
}

func mustSample(f *household.File, region string) *household.Sample {
	s, _ := f.For(region)
	return s
}

func TestFileGoldens(t *testing.T) {
	one, two := households(t, "2024.csv", 640, 14.2, "6271"), households(t, "2025.csv", 700, 14.1, "6203", "6271")
	for name, in := range map[string]state.Input{"measures": state.InputRate, "change": state.InputPopulation, "lorenz": state.InputMethod, "curve": state.InputLine} {
		snap, st := inFile(t, in, one, two)
		v := estimate.Build(snap, st)
		for _, size := range [][2]int{{120, 31}, {80, 19}} {
			frame, _ := draw(env(lang.Indonesian, size[0], size[1]), v)
			golden(t, fmt.Sprintf("file_%s_%dx%d", name, size[0], size[1]), plain(frame))
		}
		for _, e := range []struct{ w, h int }{{120, 31}, {80, 19}, {60, 11}, {200, 55}, {110, 20}, {40, 8}} {
			checkView(t, env(lang.English, e.w, e.h), v, name)
		}
	}
	snap, st := inFile(t, state.InputRate, one, two)
	golden(t, "words_file_en", strings.Join(estimate.Linear(env(lang.English, 120, 31), estimate.Build(snap, st)), "\n"))
}

// Moving the line over a national file has to be done well within a frame.
func BenchmarkMoveTheLine(b *testing.B) {
	snap, st := inFile(b, state.InputLine, households(b, "nasional.csv", 345_000, 14.1))
	e := env(lang.Indonesian, 120, 31)
	line := 587075.0
	for b.Loop() {
		line += 100
		if line > 800_000 {
			line = 400_000
		}
		st, _ = state.Apply(snap, st, state.SetInput{Input: state.InputLine, Value: &line})
		draw(e, estimate.Build(snap, st))
	}
}
