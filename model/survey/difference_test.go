package survey_test

import (
	"errors"
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"rakor/model/survey"
)

// TestDifferenceIsTheMeanOfDifferences: for two variables of one sample the difference of means is the mean of the
// differences, which needs no covariance.
func TestDifferenceIsTheMeanOfDifferences(t *testing.T) {
	for seed := range uint64(10) {
		s := newSample(seed, 120, true)
		other := newSample(seed+100, 120, true)
		d := s.design(t, seed%2 == 0)
		change := make([]float64, len(s.y))
		for i := range change {
			change[i] = s.y[i] - 0.9*other.y[i]
		}
		second := make([]float64, len(s.y))
		for i := range second {
			second[i] = 0.9 * other.y[i]
		}
		for _, in := range [][]bool{nil, s.in(0)} {
			want := must(t)(d.Mean(change, in))
			a, b := must(t)(d.Mean(s.y, in)), must(t)(d.Mean(second, in))
			got, err := d.Difference(a, b)
			if err != nil {
				t.Fatal(err)
			}
			if !near(got.Value, want.Value, 1e-9) || !near(got.SE, want.SE, 1e-9) || !near(got.Low, want.Low, 1e-7) ||
				got.DF != want.DF || got.Why != want.Why {
				t.Errorf("difference %+v, mean of differences %+v", got, want)
			}
			p := 2 * distuv.StudentsT{Sigma: 1, Nu: float64(want.DF)}.Survival(math.Abs(want.Value/want.SE))
			if !near(got.P, p, 1e-8) || !near(got.T, want.Value/want.SE, 1e-9) {
				t.Errorf("test %+v, want p %v", got, p)
			}
			if got.Significant(0.95) != (got.Low > 0 || got.High < 0) {
				t.Errorf("test and interval disagree: %+v", got)
			}
			v, err := d.Covariance(a, b)
			if err != nil || !near(a.SE*a.SE+b.SE*b.SE-2*v, want.SE*want.SE, 1e-9) {
				t.Errorf("covariance %v, %v", v, err)
			}
		}
	}
}

// TestPanel puts two rounds of the same households under each other: what is like both times cancels.
func TestPanel(t *testing.T) {
	s := newSample(4, 150, false)
	s.lonely = survey.Adjust
	n := len(s.w)
	both := &sample{lonely: s.lonely}
	first, second := make([]bool, 2*n), make([]bool, 2*n)
	for i := range 2 * n {
		k := i % n
		y := s.y[k]
		if i >= n {
			y += 20_000 + 5_000*float64(k%3)
		}
		first[i], second[i] = i < n, i >= n
		both.y, both.w, both.fpc = append(both.y, y), append(both.w, s.w[k]), append(both.fpc, s.fpc[k])
		both.strata, both.psu = append(both.strata, s.strata[k]), append(both.psu, s.psu[k])
	}
	d := both.design(t, false)
	a, b := must(t)(d.Mean(both.y, first)), must(t)(d.Mean(both.y, second))
	same, err := d.Difference(b, a)
	if err != nil {
		t.Fatal(err)
	}
	apart := survey.Independent(b, a, 0.95)
	if same.SE > apart.SE/10 || !same.Significant(0.95) || apart.Significant(0.95) || same.Value != apart.Value {
		t.Errorf("one sample %+v, as if two %+v", same, apart)
	}
	change := make([]float64, n)
	for i := range change {
		change[i] = both.y[i+n] - s.y[i]
	}
	if want := must(t)(s.design(t, false).Mean(change, nil)); !near(same.SE, want.SE, 1e-8) || same.DF != want.DF {
		t.Errorf("rounds under each other %+v, change of each household %+v", same, want)
	}
}

func TestIndependent(t *testing.T) {
	a := survey.Estimate{Value: 10, SE: 3, Why: survey.Estimated, DF: 20}
	b := survey.Estimate{Value: 4, SE: 4, Why: survey.Estimated, DF: 30}
	x := survey.Independent(a, b, 0.9)
	tq := distuv.StudentsT{Sigma: 1, Nu: 50}.Quantile(0.95)
	if x.Value != 6 || x.SE != 5 || x.DF != 50 || x.T != 1.2 || !near(x.Low, 6-5*tq, 1e-12) || !near(x.High, 6+5*tq, 1e-12) {
		t.Errorf("got %+v", x)
	}
	if x.Significant(0.75) != true || x.Significant(0.95) != false {
		t.Errorf("p is %v", x.P)
	}
	none := survey.Independent(a, survey.Estimate{Value: 4, SE: math.NaN(), Why: survey.OnePSU}, 0.9)
	if none.Why != survey.OnePSU || none.Value != 6 || !math.IsNaN(none.SE) || !math.IsNaN(none.P) || none.Significant(0.01) {
		t.Errorf("without an error on one side: %+v", none)
	}
	for value, p := range map[float64]float64{10: 0, 4: 1} {
		known := survey.Independent(survey.Estimate{Value: value, Why: survey.Estimated},
			survey.Estimate{Value: 4, Why: survey.Estimated}, 0.9)
		if known.SE != 0 || known.P != p || known.Why != survey.Estimated {
			t.Errorf("two censuses, %v against 4: %+v", value, known)
		}
	}
}

func TestDifferenceNeedsLinearForms(t *testing.T) {
	s := newSample(1, 60, false)
	d := s.design(t, false)
	a := must(t)(d.Mean(s.y, nil))
	b := a
	b.Linear = nil
	if _, err := d.Difference(a, b); !errors.Is(err, survey.ErrNoLinear) {
		t.Errorf("without: %v", err)
	}
	if _, err := d.Covariance(a, b); !errors.Is(err, survey.ErrNoLinear) {
		t.Errorf("covariance without: %v", err)
	}
	b.Linear = &survey.Linear{PSU: []int32{int32(d.PSUs())}, Total: []float64{1}}
	if _, err := d.Difference(a, b); !errors.Is(err, survey.ErrNoLinear) {
		t.Errorf("of another design: %v", err)
	}
	if _, err := d.Combine([]float64{1}, nil); !errors.Is(err, survey.ErrLength) {
		t.Errorf("lengths: %v", err)
	}
	if x, err := d.Difference(a, a); err != nil || x.Why != survey.NoVariation || x.Value != 0 || x.Significant(0.5) {
		t.Errorf("with itself: %+v, %v", x, err)
	}
	empty := must(t)(d.Mean(s.y, make([]bool, len(s.y))))
	if x, err := d.Difference(a, empty); err != nil || x.Why != survey.EmptyGroup || !math.IsNaN(x.Value) {
		t.Errorf("with an empty group: %+v, %v", x, err)
	}
	if a.Linear.Total[0] != must(t)(d.Mean(s.y, nil)).Linear.Total[0] {
		t.Error("a linear form was modified")
	}
}

// TestLevels widens and narrows intervals without touching errors.
func TestLevels(t *testing.T) {
	s := newSample(2, 200, false)
	d := s.design(t, false)
	table := byGroup(t, d, s.request(1))
	for _, level := range []float64{0.8, 0.99} {
		other, err := d.With(survey.Rules{Lonely: s.lonely, Level: level})
		if err != nil {
			t.Fatal(err)
		}
		got := byGroup(t, other, s.request(1))
		for _, m := range allMeasures() {
			a, b := table.All.Measure(m), got.All.Measure(m)
			if a.SE != b.SE || a.Deff != b.Deff && !math.IsNaN(a.Deff) || (b.High-b.Low > a.High-a.Low) != (level > 0.95) {
				t.Errorf("%s at %v: %+v, at 0.95 %+v", m.ID(), level, b, a)
			}
		}
		for j, a := range table.All.Quantiles {
			if b := got.All.Quantiles[j]; a.SE != b.SE || (level > 0.95) != (b.Low <= a.Low && b.High >= a.High) {
				t.Errorf("quantile %d at %v: %+v, at 0.95 %+v", j, level, b, a)
			}
		}
	}
	// P0's limits at 0.99 are t limits on the scale of the logit.
	other, _ := d.With(survey.Rules{Lonely: s.lonely, Level: 0.99})
	table = byGroup(t, other, s.request(1))
	e := table.All.Measure(survey.P0)
	logit := func(p float64) float64 { return math.Log(p / (1 - p)) }
	tq := distuv.StudentsT{Sigma: 1, Nu: float64(e.DF)}.Quantile(0.995)
	half := tq * e.SE / (e.Value * (1 - e.Value))
	if !near(logit(e.High)-logit(e.Value), half, 1e-9) || !near(logit(e.Value)-logit(e.Low), half, 1e-9) || e.Method != survey.Logit {
		t.Errorf("logit limits of %+v", e)
	}
}
