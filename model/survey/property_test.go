package survey_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"rakor/model/fgt"
	"rakor/model/survey"
)

func byGroup(tb testing.TB, d *survey.Design, r survey.Request) survey.Table {
	tb.Helper()
	table, err := d.ByGroup(r)
	if err != nil {
		tb.Fatal(err)
	}
	return table
}

// isTotal tells measures that count, and so follow the weights.
func isTotal(m survey.Measure) bool {
	return m == survey.Total || m == survey.Poor || m == survey.Persons
}

// compare holds one row against another whose totals are times as large; design effects are left to the caller.
func compare(t *testing.T, name string, got, want *survey.Row, times, tol float64) {
	t.Helper()
	for _, m := range allMeasures() {
		f := 1.0
		if isTotal(m) {
			f = times
		}
		a, b := got.Measure(m), want.Measure(m)
		same := func(x, y float64) bool { return near(x, y*f, tol) || math.IsNaN(x) && math.IsNaN(y) }
		if !same(a.Value, b.Value) || !same(a.SE, b.SE) || !same(a.Low, b.Low) || !same(a.High, b.High) || a.Why != b.Why {
			t.Errorf("%s: %s is %+v, was %+v", name, m.ID(), a, b)
		}
	}
	for j := range got.Quantiles {
		a, b := got.Quantiles[j], want.Quantiles[j]
		if diff := cmp.Diff(a, b, cmpopts.EquateNaNs(), cmpopts.IgnoreFields(survey.Estimate{}, "N", "SE")); diff != "" {
			t.Errorf("%s: quantile %d: %s", name, j, diff)
		}
	}
}

// TestReplication writes every row several times into its own PSU: the sample stands for more people, who are like
// those before.
func TestReplication(t *testing.T) {
	for seed := range uint64(10) {
		s := newSample(seed, 120, true)
		want := byGroup(t, s.design(t, false), s.request(1))
		const times = 3
		thrice := &sample{groups: s.groups, lonely: s.lonely}
		for range times {
			thrice.w, thrice.y = append(thrice.w, s.w...), append(thrice.y, s.y...)
			thrice.strata, thrice.psu = append(thrice.strata, s.strata...), append(thrice.psu, s.psu...)
			thrice.group = append(thrice.group, s.group...)
		}
		got := byGroup(t, thrice.design(t, false), thrice.request(1))
		compare(t, "all", &got.All, &want.All, times, 1e-10)
		for g := range got.Groups {
			compare(t, "group", &got.Groups[g], &want.Groups[g], times, 1e-10)
		}
	}
}

// TestScalingWeights multiplies weights: totals follow, everything else stays. (The design effect does not: it sets the
// number of rows against the number of people.)
func TestScalingWeights(t *testing.T) {
	for seed := range uint64(10) {
		s := newSample(seed, 120, true)
		want := byGroup(t, s.design(t, true), s.request(1))
		scaled := *s
		scaled.w = slices.Clone(s.w)
		for i := range scaled.w {
			scaled.w[i] *= 1234.5
		}
		got := byGroup(t, scaled.design(t, true), scaled.request(1))
		compare(t, "all", &got.All, &want.All, 1234.5, 1e-10)
		for g := range got.Groups {
			compare(t, "group", &got.Groups[g], &want.Groups[g], 1234.5, 1e-10)
		}
	}
}

// TestOrderOfRows shuffles the file.
func TestOrderOfRows(t *testing.T) {
	for seed := range uint64(10) {
		s := newSample(seed, 120, true)
		want := byGroup(t, s.design(t, true), s.request(1))
		shuffled := *s
		shuffled.w, shuffled.y, shuffled.fpc = slices.Clone(s.w), slices.Clone(s.y), slices.Clone(s.fpc)
		shuffled.strata, shuffled.psu = slices.Clone(s.strata), slices.Clone(s.psu)
		shuffled.group = slices.Clone(s.group)
		rand.New(rand.NewPCG(seed, 5)).Shuffle(len(s.w), func(i, j int) {
			for _, c := range [][]float64{shuffled.w, shuffled.y, shuffled.fpc} {
				c[i], c[j] = c[j], c[i]
			}
			for _, c := range [][]int32{shuffled.strata, shuffled.psu, shuffled.group} {
				c[i], c[j] = c[j], c[i]
			}
		})
		got := byGroup(t, shuffled.design(t, true), shuffled.request(1))
		compare(t, "all", &got.All, &want.All, 1, 1e-10)
		for g := range got.Groups {
			compare(t, "group", &got.Groups[g], &want.Groups[g], 1, 1e-10)
		}
	}
}

// TestSimpleRandomSample has one household a PSU, one stratum and equal weights: the formulas of a textbook.
func TestSimpleRandomSample(t *testing.T) {
	s := newSample(3, 80, false)
	const weight = 12.5
	n := float64(len(s.y))
	d, err := survey.New(survey.Columns{Weight: slices.Repeat([]float64{weight}, len(s.y))}, survey.Rules{})
	if err != nil {
		t.Fatal(err)
	}
	var mean, ss, p float64
	yes := make([]bool, len(s.y))
	for i, y := range s.y {
		mean += y / n
		if yes[i] = y < lineOfSamples; yes[i] {
			p += 1 / n
		}
	}
	for _, y := range s.y {
		ss += (y - mean) * (y - mean)
	}
	variance := ss / (n - 1)

	w := newWorst(t)
	e := must(t)(d.Mean(s.y, nil))
	w.check("mean", "mean", e.Value, mean, 1e-13)
	w.check("mean", "standard error", e.SE, math.Sqrt(variance/n), 1e-13)
	w.check("mean", "degrees of freedom", float64(e.DF), n-1, 0)
	w.check("mean", "design effect", e.Deff*(1-1/weight), 1, 1e-12)
	total := must(t)(d.Total(s.y, nil))
	// Each PSU's whole total varies, not its distance from the mean: the same, since each stands for as many people.
	w.check("total", "standard error", total.SE, weight*n*math.Sqrt(variance/n), 1e-12)
	w.check("total", "design effect", total.Deff, e.Deff, 1e-12)
	share := must(t)(d.Proportion(yes, nil))
	w.check("share", "standard error", share.SE, math.Sqrt(p*(1-p)/(n-1)), 1e-13)
	ratio := must(t)(d.Ratio(s.y, s.w, nil))
	var a, b, residuals float64
	for i := range s.y {
		a += s.y[i]
		b += s.w[i]
	}
	for i := range s.y {
		residuals += (s.y[i] - a/b*s.w[i]) * (s.y[i] - a/b*s.w[i])
	}
	w.check("ratio", "value", ratio.Value, a/b, 1e-13)
	w.check("ratio", "standard error", ratio.SE, math.Sqrt(residuals/(n-1)/n)/(b/n), 1e-12)
	if c := must(t)(d.Count(nil)); c.Why != survey.NoVariation || c.Value != weight*n {
		t.Errorf("equal weights do not vary: %+v", c)
	}
}

// TestCensus draws every PSU of the population: nothing is left to be unsure of, and that is known.
func TestCensus(t *testing.T) {
	for _, fraction := range []bool{false, true} {
		s := newSample(8, 100, true)
		psus := map[int32]map[int32]bool{}
		for i, h := range s.strata {
			if psus[h] == nil {
				psus[h] = map[int32]bool{}
			}
			psus[h][s.psu[i]] = true
		}
		for i, h := range s.strata {
			s.fpc[i] = float64(len(psus[h]))
			if fraction {
				s.fpc[i] = 1
			}
		}
		s.lonely = survey.Fail // a stratum of one PSU that has no other is no lone one
		table := byGroup(t, s.design(t, true), s.request(1))
		for _, row := range append([]survey.Row{table.All}, table.Groups...) {
			if row.N == 0 {
				continue
			}
			estimates := row.Quantiles
			for _, m := range allMeasures() {
				estimates = append(estimates, row.Measure(m))
			}
			for i, e := range estimates {
				if se, ok := e.StandardError(); !ok || se != 0 || e.Low != e.Value || e.High != e.Value || e.Err() != nil {
					t.Errorf("fraction %v: figure %d has an error: %+v", fraction, i, e)
				}
			}
		}
	}
}

func TestFractionAndCountAreTheSameCorrection(t *testing.T) {
	s := newSample(9, 100, false)
	psus := map[int32]map[int32]bool{}
	for i, h := range s.strata {
		if psus[h] == nil {
			psus[h] = map[int32]bool{}
		}
		psus[h][s.psu[i]] = true
	}
	share := *s
	share.fpc = make([]float64, len(s.fpc))
	for i, h := range s.strata {
		share.fpc[i] = float64(len(psus[h])) / s.fpc[i]
	}
	count, fraction := must(t)(s.design(t, true).Mean(s.y, nil)), must(t)(share.design(t, true).Mean(s.y, nil))
	none := must(t)(s.design(t, false).Mean(s.y, nil))
	if !near(count.SE, fraction.SE, 1e-13) || count.SE >= none.SE {
		t.Errorf("se %v by count, %v by fraction, %v without", count.SE, fraction.SE, none.SE)
	}
}

// TestCountsAndFractionsAreNotMixed has a count of 1 among counts, which is no fraction.
func TestCountsAndFractionsAreNotMixed(t *testing.T) {
	c := survey.Columns{
		Weight: []float64{1, 2, 3, 4}, Strata: []int32{1, 1, 1, 2}, FPC: []float64{6, 6, 6, 1},
	}
	d, err := survey.New(c, survey.Rules{})
	if err != nil {
		t.Fatal(err)
	}
	e := must(t)(d.Count(nil))
	if want := math.Sqrt(0.5 * 3.0 / 2 * 2); !near(e.SE, want, 1e-14) {
		t.Errorf("se %v, want %v: half of three PSUs, and all of one", e.SE, want)
	}
}

// TestQuantileOfEqualWeights has shares that are whole parts, although sums of their weights are not quite.
func TestQuantileOfEqualWeights(t *testing.T) {
	for n := 2; n < 60; n++ {
		y := make([]float64, n)
		for i := range y {
			y[i] = float64(n - i)
		}
		for _, weight := range []float64{86.056, 0.1, 1.0 / 3} {
			d, err := survey.New(survey.Columns{Weight: slices.Repeat([]float64{weight}, n)}, survey.Rules{})
			if err != nil {
				t.Fatal(err)
			}
			for k := 1; k < n; k++ {
				if e := must(t)(d.Quantile(y, float64(k)/float64(n), nil)); e.Value != float64(k) {
					t.Errorf("quantile %d/%d of 1..%d is %v", k, n, n, e.Value)
				}
			}
		}
	}
}

// TestSumOverDomains adds up the totals of groups with their covariances.
func TestSumOverDomains(t *testing.T) {
	for seed := range uint64(20) {
		s := newSample(seed, 200, true)
		if s.lonely == survey.Average {
			s.lonely = survey.Remove // that rule looks at which strata a domain has, so its variances do not add up
		}
		for i, g := range s.group {
			s.group[i] = max(g, 0)
		}
		d := s.design(t, seed%2 == 0)
		r := s.request(1)
		r.Keep = true
		table := byGroup(t, d, r)
		for _, m := range []survey.Measure{survey.Total, survey.Poor, survey.Persons} {
			var parts []survey.Estimate
			var coefficients []float64
			var variance float64
			for g := range table.Groups {
				if table.Groups[g].N == 0 {
					continue
				}
				parts = append(parts, table.Groups[g].Measure(m))
				coefficients = append(coefficients, 1)
			}
			for i, a := range parts {
				for _, b := range parts[i:] {
					v, err := d.Covariance(a, b)
					if err != nil {
						t.Fatal(err)
					}
					variance += v
					if len(a.Linear.PSU) > 0 && &a.Linear.Total[0] != &b.Linear.Total[0] {
						variance += v
					}
				}
			}
			all := table.All.Measure(m)
			sum, err := d.Combine(coefficients, parts)
			if err != nil {
				t.Fatal(err)
			}
			if !near(sum.Value, all.Value, 1e-12) || !near(sum.SE, all.SE, 1e-11) || !near(math.Sqrt(variance), all.SE, 1e-11) ||
				sum.DF != all.DF || !near(sum.Low, all.Low, 1e-9) {
				t.Errorf("%s: parts add up to %+v (se by covariances %v), all %+v", m.ID(), sum, math.Sqrt(variance), all)
			}
		}
	}
}

// TestWorkersDoNotMatter compares every bit.
func TestWorkersDoNotMatter(t *testing.T) {
	s := newNational(6_000, 600, 31)
	d := s.design(t, survey.Adjust)
	r := s.request(1)
	r.Measures, r.Keep = allMeasures(), true
	want := byGroup(t, d, r)
	for _, workers := range []int{2, 8} {
		r.Workers = workers
		got := byGroup(t, d, r)
		if diff := cmp.Diff(want, got, cmpopts.EquateNaNs(), cmp.AllowUnexported(survey.Row{})); diff != "" {
			t.Errorf("%d workers: %s", workers, diff)
		}
	}
}

// TestLinesByRow gives each row the line of its stratum.
func TestLinesByRow(t *testing.T) {
	s := newSample(6, 150, false)
	d := s.design(t, false)
	r := s.request(1)
	r.Line, r.Lines = 0, make([]float64, len(s.y))
	for i := range r.Lines {
		r.Lines[i] = 450_000
		if s.strata[i] == 62010 {
			r.Lines[i] = 620_000
		}
	}
	got := byGroup(t, d, r).All
	relative, err := fgt.Relative(s.y, r.Lines)
	if err != nil {
		t.Fatal(err)
	}
	r.Y, r.Line, r.Lines = relative, 1, nil
	want := byGroup(t, d, r).All
	for _, m := range []survey.Measure{survey.P0, survey.P1, survey.P2, survey.Watts, survey.Sen, survey.SST, survey.Poor} {
		a, b := got.Measure(m), want.Measure(m)
		if !near(a.Value, b.Value, 1e-12) || !near(a.SE, b.SE, 1e-10) {
			t.Errorf("%s: %v se %v by line, %v se %v relative to it", m.ID(), a.Value, a.SE, b.Value, b.SE)
		}
	}
}

// TestDomainOfATable marks the rows that count, and compares with groups.
func TestDomainOfATable(t *testing.T) {
	s := newSample(12, 200, true)
	d := s.design(t, false)
	want := byGroup(t, d, s.request(1)).Groups[1]
	r := s.request(2)
	r.In = s.in(1)
	got := byGroup(t, d, r)
	for _, row := range []*survey.Row{&got.All, &got.Groups[1]} {
		if diff := cmp.Diff(&want, row, cmpopts.EquateNaNs(), cmp.AllowUnexported(survey.Row{})); diff != "" {
			t.Error(diff)
		}
	}
	if got.Groups[0].N != 0 {
		t.Errorf("a group outside the domain has %d rows", got.Groups[0].N)
	}
}

func FuzzTableIsTheDefinition(f *testing.F) {
	f.Add(uint64(1), uint8(50), true, true)
	f.Fuzz(func(t *testing.T, seed uint64, rows uint8, lone, fpc bool) {
		s := newSample(seed, 1+int(rows), lone)
		d := s.design(t, fpc)
		table := byGroup(t, d, s.request(2))
		mean := statistics()[survey.Mean]
		for g := range s.groups {
			in := s.in(int32(g))
			e := table.Groups[g].Measure(survey.Mean)
			se, ok := e.StandardError()
			want := math.Sqrt(s.variance(s.linearise(in, mean), in, fpc))
			if ok && !near(se, want, 1e-5) || !ok && e.Why == survey.NoVariation && want > 1e-6*e.Value {
				t.Errorf("se %v, reason %d, definition %v", se, e.Why, want)
			}
		}
	})
}
