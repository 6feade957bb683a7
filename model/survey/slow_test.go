package survey_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"rakor/model/fgt"
	"rakor/model/survey"
)

// sample is a small made-up sample with everything that makes trouble: rows in no order, PSU codes used in several
// strata, lone strata, ties, groups that cut through PSUs.
type sample struct {
	w, y, fpc   []float64
	strata, psu []int32
	group       []int32
	groups      int
	lonely      survey.Lonely
}

func newSample(seed uint64, rows int, lone bool) *sample {
	rng := rand.New(rand.NewPCG(seed, 99))
	s := &sample{groups: 4, lonely: survey.Lonely(1 + rng.IntN(3))}
	strata := 2 + rng.IntN(4)
	psus := make([]int, strata)
	for h := range psus {
		psus[h] = 2 + rng.IntN(4)
	}
	if lone {
		psus[0] = 1
	}
	for range rows {
		h := rng.IntN(strata)
		s.strata = append(s.strata, int32(62010+7*h))
		s.psu = append(s.psu, int32(rng.IntN(psus[h])*3-1))
		s.w = append(s.w, 0.5+float64(rng.IntN(40))/3)
		s.y = append(s.y, float64(1+rng.IntN(25))*40_000)
		s.group = append(s.group, int32(rng.IntN(s.groups))-1) // the last group stays empty
		s.fpc = append(s.fpc, float64(40+10*h))
	}
	return s
}

func (s *sample) design(tb testing.TB, fpc bool) *survey.Design {
	tb.Helper()
	c := survey.Columns{Weight: s.w, Strata: s.strata, PSU: s.psu}
	if fpc {
		c.FPC = s.fpc
	}
	d, err := survey.New(c, survey.Rules{Lonely: s.lonely})
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func (s *sample) in(g int32) []bool {
	in := make([]bool, len(s.w))
	for i := range in {
		in[i] = s.group[i] == g
	}
	return in
}

// variance is the definition, row by row: u is the linearised value of each row, 0 outside the domain.
func (s *sample) variance(u []float64, in []bool, fpc bool) float64 {
	type psu struct{ stratum, code int32 }
	total := map[psu]float64{}
	population := map[int32]float64{}
	touched := map[int32]bool{}
	for i := range u {
		total[psu{s.strata[i], s.psu[i]}] += u[i]
		population[s.strata[i]] = s.fpc[i]
		if in == nil || in[i] {
			touched[s.strata[i]] = true
		}
	}
	var v float64
	strata, lone := 0, 0
	for h := range touched {
		strata++
		var t []float64
		for p, x := range total {
			if p.stratum == h {
				t = append(t, x)
			}
		}
		n := float64(len(t))
		f := 1.0
		if fpc {
			f = 1 - n/population[h]
		}
		if n == 1 {
			lone++
			if s.lonely == survey.Adjust {
				v += f * t[0] * t[0]
			}
			continue
		}
		var mean, ss float64
		for _, x := range t {
			mean += x / n
		}
		for _, x := range t {
			ss += (x - mean) * (x - mean)
		}
		v += f * n / (n - 1) * ss
	}
	if s.lonely == survey.Average && lone < strata {
		v *= float64(strata) / float64(strata-lone)
	}
	return v
}

// linearise differentiates a statistic of weights by each weight: u_k = w_k d/dw_k.
func (s *sample) linearise(in []bool, stat func(y, w []float64) float64) []float64 {
	var rows []int
	var y, w []float64
	for i := range s.w {
		if in == nil || in[i] {
			rows, y, w = append(rows, i), append(y, s.y[i]), append(w, s.w[i])
		}
	}
	u := make([]float64, len(s.w))
	for k, r := range rows {
		at := w[k]
		h := at * 1e-4
		w[k] = at + h
		above := stat(y, w)
		w[k] = at - h
		below := stat(y, w)
		w[k] = at
		u[r] = at * (above - below) / (2 * h)
	}
	return u
}

const lineOfSamples = 500_000

// statistics are the measures as functions of weights, from package fgt and plain sums.
func statistics() map[survey.Measure]func(y, w []float64) float64 {
	orNaN := func(v float64, err error) float64 {
		if err != nil {
			return math.NaN()
		}
		return v
	}
	of := func(y, w []float64) fgt.Measures {
		m, _ := fgt.Of(y, w, lineOfSamples)
		return m
	}
	total := func(y, w []float64) (sum, people float64) {
		for i := range y {
			sum += w[i] * y[i]
			people += w[i]
		}
		return sum, people
	}
	return map[survey.Measure]func(y, w []float64) float64{
		survey.P0:      func(y, w []float64) float64 { return of(y, w).P0 },
		survey.P1:      func(y, w []float64) float64 { return of(y, w).P1 },
		survey.P2:      func(y, w []float64) float64 { return of(y, w).P2 },
		survey.Poor:    func(y, w []float64) float64 { return of(y, w).Poor },
		survey.Persons: func(y, w []float64) float64 { return of(y, w).People },
		survey.Watts:   func(y, w []float64) float64 { return orNaN(fgt.Watts(y, w, lineOfSamples)) },
		survey.Sen:     func(y, w []float64) float64 { return orNaN(fgt.Sen(y, w, lineOfSamples)) },
		survey.SST:     func(y, w []float64) float64 { return orNaN(fgt.SST(y, w, lineOfSamples)) },
		survey.Gini:    func(y, w []float64) float64 { return orNaN(fgt.Gini(y, w)) },
		survey.Total:   func(y, w []float64) float64 { sum, _ := total(y, w); return sum },
		survey.Mean:    func(y, w []float64) float64 { sum, people := total(y, w); return sum / people },
	}
}

func allMeasures() []survey.Measure {
	var out []survey.Measure
	for m := survey.P0; m <= survey.Persons; m++ {
		out = append(out, m)
	}
	return out
}

func (s *sample) request(workers int) survey.Request {
	return survey.Request{
		Y: s.y, Line: lineOfSamples, Group: s.group, Groups: s.groups, Workers: workers,
		Measures: allMeasures(), Quantiles: []float64{0.9, 0.2, 0.5, 0.5},
	}
}

// TestErrorsAreDerivatives holds every measure of every group against the definition of linearisation, the derivative
// of the statistic by each weight taken numerically.
func TestErrorsAreDerivatives(t *testing.T) {
	seen := map[survey.Measure]int{}
	for seed := range uint64(72) {
		// Every mix of a lone stratum, a correction and a rule; small files have groups that miss strata.
		s := newSample(seed, 10+int(seed%5)*20, seed%2 == 1)
		fpc := seed%4 >= 2
		s.lonely = survey.Lonely(1 + seed/4%3)
		d := s.design(t, fpc)
		table, err := d.ByGroup(s.request(1))
		if err != nil {
			t.Fatal(err)
		}
		for g := -1; g < s.groups; g++ {
			row, in := &table.All, []bool(nil)
			if g >= 0 {
				row, in = &table.Groups[g], s.in(int32(g))
			}
			for m, stat := range statistics() {
				e := row.Measure(m)
				if row.N == 0 {
					if e.Why != survey.EmptyGroup || !math.IsNaN(e.Value) {
						t.Fatalf("%s of an empty group: %+v", m.ID(), e)
					}
					continue
				}
				se, ok := e.StandardError()
				v := s.variance(s.linearise(in, stat), in, fpc)
				if want := math.Sqrt(v); !ok && want > 1e-7*math.Max(math.Abs(e.Value), 0.1) || ok && !near(se, want, 1e-5) {
					t.Errorf("seed %d group %d %s: se %v (reason %d), derivative gives %v", seed, g, m.ID(), se, e.Why, want)
				}
				if ok {
					seen[m]++
				}
			}
		}
	}
	for _, m := range allMeasures() {
		if seen[m] < 100 {
			t.Errorf("%s was compared %d times only", m.ID(), seen[m])
		}
	}
}

func near(a, b, tol float64) bool {
	return a == b || math.Abs(a-b) <= tol*math.Max(math.Abs(a), math.Abs(b))
}

// TestQuantilesAreTheDefinition goes through all observed values for each quantile and limit.
func TestQuantilesAreTheDefinition(t *testing.T) {
	for seed := range uint64(40) {
		s := newSample(seed, 120, false)
		d := s.design(t, false)
		for _, in := range [][]bool{nil, s.in(1)} {
			share := func(q float64) (below, upTo float64) {
				var people float64
				for i, w := range s.w {
					if in != nil && !in[i] {
						continue
					}
					people += w
					if s.y[i] < q {
						below += w
					}
					if s.y[i] <= q {
						upTo += w
					}
				}
				return below / people, upTo / people
			}
			// smallest returns the smallest observed value whose share is at least p, or the largest value.
			smallest := func(p float64) float64 {
				best := math.Inf(1)
				most := 0.0
				for i, v := range s.y {
					if in != nil && !in[i] {
						continue
					}
					most = max(most, v)
					if _, upTo := share(v); upTo >= p {
						best = min(best, v)
					}
				}
				return min(best, most)
			}
			for _, p := range []float64{0.07, 0.33, 0.5, 0.81} {
				e := must(t)(d.Quantile(s.y, p, in))
				if want := smallest(p); e.Value != want {
					t.Fatalf("seed %d: quantile %v is %v, want %v", seed, p, e.Value, want)
				}
				upTo := make([]bool, len(s.y))
				for i, v := range s.y {
					upTo[i] = v <= e.Value
				}
				x := make([]float64, len(s.y))
				for i, yes := range upTo {
					if yes {
						x[i] = 1
					}
				}
				f := must(t)(d.Mean(x, in))
				low, high, ok := e.Interval()
				if !ok {
					continue
				}
				if low != smallest(f.Low) || high != smallest(f.High) {
					t.Errorf("seed %d: interval of quantile %v is %v to %v, want %v to %v",
						seed, p, low, high, smallest(f.Low), smallest(f.High))
				}
				tq := (f.High - f.Value) / f.SE
				if !near(e.SE, (high-low)/(2*tq), 1e-12) {
					t.Errorf("seed %d: se of quantile %v is %v", seed, p, e.SE)
				}
				if g := must(t)(d.Mean(s.y, in)); p == 0.5 && in == nil && g.Why == survey.Estimated {
					if v, err := d.Covariance(e, g); err != nil || v <= 0 {
						t.Errorf("seed %d: median and mean do not go together: %v", seed, v)
					}
				}
				if v, err := d.Covariance(e, e); err != nil || !near(math.Sqrt(v), e.SE, 1e-9) {
					t.Errorf("seed %d: linear form of quantile %v has error %v, not %v", seed, p, math.Sqrt(v), e.SE)
				}
			}
		}
	}
}

// TestTableIsTheSingleFigures compares each figure of a table with the one asked for alone, which goes another way.
func TestTableIsTheSingleFigures(t *testing.T) {
	for seed := range uint64(30) {
		s := newSample(seed, 150, seed%2 == 0)
		d := s.design(t, seed%3 == 0)
		r := s.request(1 + int(seed%3))
		r.Keep = true
		table, err := d.ByGroup(r)
		if err != nil {
			t.Fatal(err)
		}
		poor, gap := make([]float64, len(s.y)), make([]float64, len(s.y))
		yes := make([]bool, len(s.y))
		for i, y := range s.y {
			if gap[i], yes[i] = fgt.Gap(y, lineOfSamples); yes[i] {
				poor[i] = 1
			}
		}
		for g := -1; g < s.groups; g++ {
			row, in := &table.All, []bool(nil)
			if g >= 0 {
				row, in = &table.Groups[g], s.in(int32(g))
			}
			singles := map[survey.Measure]survey.Estimate{
				survey.P0:      must(t)(d.Proportion(yes, in)),
				survey.P1:      must(t)(d.Mean(gap, in)),
				survey.Mean:    must(t)(d.Mean(s.y, in)),
				survey.Total:   must(t)(d.Total(s.y, in)),
				survey.Poor:    must(t)(d.Total(poor, in)),
				survey.Persons: must(t)(d.Count(in)),
				survey.Gini:    must(t)(d.Gini(s.y, in)),
			}
			for m, want := range singles {
				sameEstimate(t, m.ID(), row.Measure(m), want)
			}
			for j, p := range r.Quantiles {
				sameEstimate(t, "quantile", row.Quantiles[j], must(t)(d.Quantile(s.y, p, in)))
			}
		}
	}
}

func sameEstimate(t *testing.T, name string, got, want survey.Estimate) {
	t.Helper()
	same := func(a, b float64) bool { return near(a, b, 1e-11) || math.IsNaN(a) && math.IsNaN(b) }
	if !same(got.Value, want.Value) || !same(got.SE, want.SE) || !same(got.Low, want.Low) || !same(got.High, want.High) ||
		!same(got.Deff, want.Deff) || got.Why != want.Why || got.Method != want.Method ||
		got.N != want.N || got.PSUs != want.PSUs || got.DF != want.DF {
		t.Errorf("%s: table %+v, single %+v", name, got, want)
	}
	if got.Linear == nil || want.Linear == nil {
		if got.Linear != want.Linear {
			t.Errorf("%s: one has a linear form, the other not", name)
		}
		return
	}
	if !slices.Equal(got.Linear.PSU, want.Linear.PSU) {
		t.Errorf("%s: other PSUs", name)
	}
}
