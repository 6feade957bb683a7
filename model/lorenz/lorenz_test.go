package lorenz_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/gonum/integrate/quad"

	"rakor/model/lorenz"
)

func TestParseTellsKinds(t *testing.T) {
	want := []float64{0.08, 0.2, 0.36, 0.6, 1}
	cases := []struct {
		name       string
		p, l       []float64
		kind       lorenz.Kind
		rescaled   bool
		outOfOrder int
		wantP      []float64
		wantL      []float64
	}{
		{
			name: "plain", p: []float64{0.2, 0.2, 0.2, 0.2, 0.2}, l: []float64{0.08, 0.12, 0.16, 0.24, 0.4},
			kind: lorenz.Plain, wantP: []float64{0.2, 0.4, 0.6, 0.8, 1}, wantL: want,
		},
		{
			name: "cumulative", p: []float64{0.2, 0.4, 0.6, 0.8, 1}, l: want,
			kind: lorenz.Cumulative, wantP: []float64{0.2, 0.4, 0.6, 0.8, 1}, wantL: want,
		},
		{
			name: "cumulative from (0, 0)", p: []float64{0, 0.2, 0.4, 0.6, 0.8, 1}, l: append([]float64{0}, want...),
			kind: lorenz.Cumulative, wantP: []float64{0.2, 0.4, 0.6, 0.8, 1}, wantL: want,
		},
		{
			name: "plain, rounded to a sum of 0.998", p: []float64{0.2, 0.2, 0.2, 0.2, 0.2}, l: []float64{0.08, 0.12, 0.16, 0.24, 0.398},
			kind: lorenz.Plain, rescaled: true, wantP: []float64{0.2, 0.4, 0.6, 0.8, 1},
			wantL: []float64{0.08 / 0.998, 0.2 / 0.998, 0.36 / 0.998, 0.6 / 0.998, 1},
		},
		{
			name: "plain, third group poorer than the second", p: []float64{0.2, 0.2, 0.2, 0.2, 0.2}, l: []float64{0.08, 0.14, 0.12, 0.26, 0.4},
			kind: lorenz.Plain, outOfOrder: 3, wantP: []float64{0.2, 0.4, 0.6, 0.8, 1}, wantL: []float64{0.08, 0.22, 0.34, 0.6, 1},
		},
	}
	approx := cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-14 })
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, l := append([]float64(nil), c.p...), append([]float64(nil), c.l...)
			got, err := lorenz.Parse(c.p, c.l)
			if err != nil {
				t.Fatal(err)
			}
			if got.Kind != c.kind || got.Rescaled() != c.rescaled || got.OutOfOrder != c.outOfOrder {
				t.Errorf("kind %v, rescaled %v, out of order %d", got.Kind, got.Rescaled(), got.OutOfOrder)
			}
			if d := cmp.Diff(c.wantP, got.P, approx) + cmp.Diff(c.wantL, got.L, approx); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(p, c.p) + cmp.Diff(l, c.l); d != "" {
				t.Errorf("input modified: %s", d)
			}
		})
	}
}

func TestPlainAndCumulativeAgree(t *testing.T) {
	p, l := unequal()
	plainP, plainL := make([]float64, len(p)), make([]float64, len(l))
	for i := range p {
		plainP[i], plainL[i] = p[i], l[i]
		if i > 0 {
			plainP[i], plainL[i] = p[i]-p[i-1], l[i]-l[i-1]
		}
	}
	a, b := mustEstimate(t, p, l, 100, 45), mustEstimate(t, plainP, plainL, 100, 45)
	if b.Points.Kind != lorenz.Plain || a.Points.Kind != lorenz.Cumulative {
		t.Errorf("kinds %v, %v", a.Points.Kind, b.Points.Kind)
	}
	if d := relative(a.Poverty().Headcount, b.Poverty().Headcount); d > 1e-10 {
		t.Errorf("headcounts differ by %g", d)
	}
}

func TestRefusals(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	deciles, shares := unequal()
	with := func(x []float64, i int, v float64) []float64 {
		y := append([]float64(nil), x...)
		y[i] = v
		return y
	}
	cases := []struct {
		name       string
		p, l       []float64
		mean, line float64
		want       error
		row        int
		column     string
	}{
		{"no rows", nil, nil, 100, 45, lorenz.ErrTooFewPoints, 0, ""},
		{"quartiles", []float64{0.25, 0.5, 0.75, 1}, []float64{0.1, 0.25, 0.5, 1}, 100, 45, lorenz.ErrTooFewPoints, 0, ""},
		{"lengths", deciles, shares[:9], 100, 45, lorenz.ErrLength, 0, ""},
		{"NaN", with(deciles, 3, nan), shares, 100, 45, lorenz.ErrNotFinite, 4, "population"},
		{"infinite", deciles, with(shares, 0, inf), 100, 45, lorenz.ErrNotFinite, 1, "welfare"},
		{"percent", []float64{20, 40, 60, 80, 100}, []float64{8, 20, 36, 60, 100}, 100, 45, lorenz.ErrShareRange, 1, "population"},
		{"negative", deciles, with(shares, 1, -0.01), 100, 45, lorenz.ErrShareRange, 2, "welfare"},
		{"population stands still", with(deciles, 4, 0.4), shares, 100, 45, lorenz.ErrNotIncreasing, 5, "population"},
		{"welfare shrinks", deciles, with(shares, 5, 0.19), 100, 45, lorenz.ErrNotIncreasing, 6, "welfare"},
		{"last row forgotten", deciles[:9], shares[:9], 100, 45, lorenz.ErrNotShares, 0, ""},
		{"richest first", []float64{0.2, 0.2, 0.2, 0.2, 0.2}, []float64{0.4, 0.24, 0.16, 0.12, 0.08}, 100, 45, lorenz.ErrAboveDiagonal, 1, "welfare"},
		{"nobody differs", []float64{0.2, 0.2, 0.2, 0.2, 0.2}, []float64{0.2, 0.2, 0.2, 0.2, 0.2}, 100, 45, lorenz.ErrAboveDiagonal, 1, "welfare"},
		{"an empty group", []float64{0.2, 0, 0.2, 0.3, 0.3}, []float64{0.08, 0, 0.12, 0.3, 0.5}, 100, 45, lorenz.ErrNotIncreasing, 2, "population"},
		{"mean 0", deciles, shares, 0, 45, lorenz.ErrMean, 0, ""},
		{"mean NaN", deciles, shares, nan, 45, lorenz.ErrMean, 0, ""},
		{"line below 0", deciles, shares, 100, -1, lorenz.ErrLine, 0, ""},
		{"line infinite", deciles, shares, 100, inf, lorenz.ErrLine, 0, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			pts, err := lorenz.Parse(c.p, c.l)
			if err == nil {
				_, err = lorenz.Estimate(pts, c.mean, c.line)
			}
			if !errors.Is(err, c.want) {
				t.Fatalf("error %v, want %v", err, c.want)
			}
			var at *lorenz.PointError
			if errors.As(err, &at) != (c.row > 0) {
				t.Fatalf("place in the error: %v", err)
			}
			if at != nil && (at.Row != c.row || at.Column != c.column) {
				t.Errorf("place %d %s, want %d %s", at.Row, at.Column, c.row, c.column)
			}
		})
	}
	if _, err := lorenz.Estimate(lorenz.Points{P: deciles[:3], L: shares[:3]}, 100, 45); err == nil {
		t.Error("points made by hand are not checked")
	}
}

// Points taken from a curve give that curve back.
func TestRecoversCurves(t *testing.T) {
	p := []float64{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1}
	for _, k := range [][3]float64{{0.56, 0.93, 0.58}, {0.8, 0.97, 0.36}, {0.3, 0.99, 0.7}, {0.7, 1, 0.5}} {
		l := make([]float64, len(p))
		for i, x := range p {
			l[i] = x - k[0]*math.Pow(x, k[1])*math.Pow(1-x, k[2])
		}
		c := mustEstimate(t, p, l, 100, 60).Curve(lorenz.Beta)
		for j := range k {
			if d := relative(c.Coefficients[j], k[j]); d > 1e-11 {
				t.Errorf("beta %v: coefficient %d is %.15g", k, j, c.Coefficients[j])
			}
		}
		if !(c.SSE < 1e-28) {
			t.Errorf("beta %v: sse %g", k, c.SSE)
		}
	}
	// A Lorenz curve of Pareto incomes with exponent 2, L = 1 - sqrt(1 - p), is
	// quadratic: (1 - L)^2 = 1 - p.
	l := make([]float64, len(p))
	for i, x := range p {
		l[i] = 1 - math.Sqrt(1-x)
	}
	f := mustEstimate(t, p, l, 100, 80)
	c := f.Curve(lorenz.GeneralQuadratic)
	// Income at rank p is 50 / sqrt(1 - p): below 80 for p < 1 - (50/80)^2.
	h := 1 - 0.625*0.625
	for _, x := range []struct {
		name      string
		got, want float64
	}{
		{"headcount", c.Headcount, h},
		{"gap", c.PovertyGap, h - 100.0/80*(1-0.625)},
		{"severity", c.PovertySeverity, h - 2*100.0/80*(1-0.625) + 0.625*0.625*-math.Log(1-h)},
		{"watts", c.Watts, h*math.Log(80.0/50) + 0.5*(-(1-h)*math.Log(1-h)-h)},
		{"gini", c.Gini, 1.0 / 3},
		{"mld", c.MLD, math.Log(2) - 0.5},
		{"median", c.Median, 50 * math.Sqrt2},
	} {
		if d := relative(x.got, x.want); !(d < 1e-11) {
			t.Errorf("Pareto %s = %.15g, want %.15g", x.name, x.got, x.want)
		}
	}
	if f.Poverty().Family != lorenz.GeneralQuadratic || !c.Valid {
		t.Errorf("Pareto: chosen %v, valid %v, %v", f.ForPoverty, c.Valid, c.Checks)
	}
}

// slow integrates f over lo..hi by Gauss-Legendre on a grid that is finer at
// both ends: another rule than the package's.
func slow(f func(p float64) float64, lo, hi float64) float64 {
	g := func(u float64) float64 {
		p := u * u * u * u * (35 + u*(-84+u*(70-20*u)))
		dp := 140 * u * u * u * (1 - u) * (1 - u) * (1 - u)
		return f(lo+(hi-lo)*math.Min(p, 1)) * dp
	}
	return (hi - lo) * quad.Fixed(g, 0, 1, 4000, quad.Legendre{}, 0)
}

// Random tables: lognormal and Pareto mixtures cut into groups.
func randomTable(r *rand.Rand) (p, l []float64) {
	n := 5 + r.IntN(12)
	sigma := 0.2 + 0.9*r.Float64()
	x := make([]float64, n)
	for i := range x {
		x[i] = math.Exp(sigma*(3*(float64(i)+0.5)/float64(n)-1.5)) * (1 + 0.02*r.Float64())
	}
	var total float64
	p, l = make([]float64, n), make([]float64, n)
	for i := range x {
		total += x[i]
		p[i], l[i] = float64(i+1)/float64(n), total
	}
	for i := range l {
		l[i] /= total
	}
	return p, l
}

func TestFiguresAgainstIntegrals(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1983))
	for range 40 {
		p, l := randomTable(r)
		line := 20 + 120*r.Float64()
		f := mustEstimate(t, p, l, 100, line)
		for _, of := range []lorenz.Family{lorenz.GeneralQuadratic, lorenz.Beta} {
			c := f.Curve(of)
			if !c.Valid || !c.Normal {
				continue
			}
			below := func(g func(x float64) float64) float64 {
				return slow(func(p float64) float64 { return g(c.Income(p)) }, 0, c.Headcount)
			}
			logOf := func(x float64) float64 {
				if x <= 0 {
					return 0
				}
				return math.Log(line / x)
			}
			check := func(name string, got, want, tolerance float64) {
				if !(math.Abs(got-want) <= tolerance) {
					t.Errorf("%s %s of %v at line %g: %.12g, integral %.12g", of.ID(), name, c.Coefficients, line, got, want)
				}
			}
			if c.Headcount > 0 && c.Headcount < 1 {
				check("income at the headcount", c.Income(c.Headcount), line, 1e-9*line)
			}
			check("gap", c.PovertyGap, below(func(x float64) float64 { return 1 - x/line }), 1e-6)
			check("gini", c.Gini, 1-2*slow(c.L, 0, 1), 1e-9)
			check("watts", c.Watts, below(logOf), 1e-3)
			if of == lorenz.GeneralQuadratic || c.Coefficients[1] > 0.9 {
				check("severity", c.PovertySeverity, below(func(x float64) float64 { return (1 - x/line) * (1 - x/line) }), 1e-6)
			}
		}
	}
}

func TestProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 2025))
	for range 200 {
		p, l := randomTable(r)
		f := mustEstimate(t, p, l, 100, 60)
		scaled := mustEstimate(t, p, l, 777700, 60*7777)
		for _, of := range []lorenz.Family{lorenz.GeneralQuadratic, lorenz.Beta} {
			c, s := f.Curve(of), scaled.Curve(of)
			if relative(s.Watts, c.Watts) > 1e-12 || relative(s.Gini, c.Gini) > 1e-12 || relative(s.Median, 7777*c.Median) > 1e-12 {
				t.Errorf("%v changes with the unit: %v, %v", of.ID(), c.Poverty, s.Poverty)
			}
			sum := 0.0
			for _, d := range c.Deciles {
				sum += d
			}
			if math.Abs(sum-1) > 1e-14 {
				t.Errorf("deciles add up to %g", sum)
			}
			if c.Valid && c.Normal {
				sweep(t, c)
			}
		}
	}
}

// sweep moves the line over a valid curve, from below to above every income.
func sweep(t *testing.T, c lorenz.Curve) {
	t.Helper()
	before := lorenz.Poverty{}
	for line := 0.5; line < 1e5; line *= 1.25 {
		m, err := c.At(line)
		if err != nil {
			t.Fatal(err)
		}
		h, err := c.HeadcountAt(line)
		if err != nil || h != m.Headcount {
			t.Fatalf("HeadcountAt(%g) = %g, %v; At %g", line, h, err, m.Headcount)
		}
		if math.IsNaN(m.Watts) || math.IsNaN(m.PovertyGap) {
			t.Fatalf("%v: %+v at %g", c.Coefficients, m, line)
		}
		if m.Headcount < before.Headcount || m.PovertyGap < before.PovertyGap-1e-12 || m.Watts < before.Watts-1e-9 {
			t.Errorf("%s %v falls at line %g: %+v after %+v", c.Family.ID(), c.Coefficients, line, m, before)
		}
		// A beta curve may have a sliver of negative incomes, where the gap of a
		// person exceeds the line: only there may the order break.
		if c.Income(1e-4) > 0 && line > 5 && (m.PovertyGap > m.Headcount || m.PovertySeverity > m.PovertyGap*(1+1e-9) || m.PovertySeverity < 0) {
			t.Errorf("%s %v: order of %+v at line %g", c.Family.ID(), c.Coefficients, m, line)
		}
		before = m
	}
	if before.Headcount < 0.999 && c.Family == lorenz.GeneralQuadratic {
		t.Errorf("%v: headcount %g at the highest line", c.Coefficients, before.Headcount)
	}
}

// A line under every fitted income leaves nobody poor; one above all leaves nobody out.
func TestLinesOutside(t *testing.T) {
	ref := readReference(t)
	q := mustEstimate(t, ref.P, ref.L, ref.Mean, 0.01).Curve(lorenz.GeneralQuadratic)
	if q.Poverty != (lorenz.Poverty{}) {
		t.Errorf("poverty below every income: %+v", q.Poverty)
	}
	if !(q.SSEZ > 0) {
		t.Errorf("ssez %g: the first point counts", q.SSEZ)
	}
	p, l := unequal()
	q = mustEstimate(t, p, l, 100, 1e9).Curve(lorenz.GeneralQuadratic)
	if q.Headcount != 1 || math.Abs(q.PovertyGap-1) > 1e-6 || math.Abs(q.PovertySeverity-1) > 1e-6 {
		t.Errorf("poverty above every income: %+v", q.Poverty)
	}
}

// An invalid curve is marked and keeps its figures.
func TestInvalidCurve(t *testing.T) {
	p := []float64{0.2, 0.4, 0.6, 0.8, 1}
	l := []float64{0.0001, 0.0002, 0.2, 0.5, 1}
	f := mustEstimate(t, p, l, 100, 50)
	marked := 0
	for _, of := range []lorenz.Family{lorenz.GeneralQuadratic, lorenz.Beta} {
		c := f.Curve(of)
		broken := false
		for _, k := range c.Checks {
			broken = broken || k.Needed && !k.Holds
		}
		if broken == (c.Valid && c.Normal) {
			t.Errorf("%s: valid %v, normal %v, checks %v", of.ID(), c.Valid, c.Normal, c.Checks)
		}
		if !c.Valid {
			marked++
			if math.IsNaN(c.Headcount) || math.IsNaN(c.Gini) || math.IsNaN(c.PovertyGap) {
				t.Errorf("%s: no figures: %+v", of.ID(), c)
			}
		}
	}
	if marked == 0 {
		t.Error("no curve is marked")
	}
	if marked == 2 && f.Reason != lorenz.NoneValid || marked == 1 && f.Reason != lorenz.OnlyValid {
		t.Errorf("reason %v with %d marked", f.Reason, marked)
	}
	if marked == 1 && !f.Poverty().Valid {
		t.Error("the invalid curve was chosen")
	}
}

func TestWithoutCurve(t *testing.T) {
	var c lorenz.Curve
	if _, err := c.At(10); !errors.Is(err, lorenz.ErrSingular) {
		t.Error(err)
	}
	if !math.IsNaN(c.L(0.5)) || !math.IsNaN(c.Income(0.5)) {
		t.Error("a curve out of nothing")
	}
	p, l := unequal()
	c = mustEstimate(t, p, l, 100, 45).Poverty()
	if _, err := c.At(0); !errors.Is(err, lorenz.ErrLine) {
		t.Error(err)
	}
	if _, err := c.HeadcountAt(math.NaN()); !errors.Is(err, lorenz.ErrLine) {
		t.Error(err)
	}
	if !math.IsNaN(c.L(-0.1)) || !math.IsNaN(c.L(1.1)) || c.L(0) != 0 || c.L(1) != 1 {
		t.Error("ends of the curve")
	}
}

func FuzzEstimate(f *testing.F) {
	f.Add(0.02, 0.03, 0.05, 0.2, 0.7, 100.0, 45.0)
	f.Add(0.1, 0.15, 0.2, 0.25, 0.3, 1.0, 1e-9)
	f.Fuzz(func(t *testing.T, a, b, c, d, e, mean, line float64) {
		pts, err := lorenz.Parse([]float64{0.2, 0.2, 0.2, 0.2, 0.2}, []float64{a, b, c, d, e})
		if err != nil {
			return
		}
		fit, err := lorenz.Estimate(pts, mean, line)
		if err != nil {
			return
		}
		for _, k := range []lorenz.Curve{fit.Poverty(), fit.Inequality()} {
			if k.Valid && k.Normal && !(k.Headcount >= 0 && k.Headcount <= 1) {
				t.Errorf("headcount %g of a valid curve", k.Headcount)
			}
		}
	})
}

func BenchmarkEstimate(b *testing.B) {
	p, l := unequal()
	pts, err := lorenz.Parse(p, l)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := lorenz.Estimate(pts, 100, 45); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHeadcountAt(b *testing.B) {
	p, l := unequal()
	c := mustEstimate(b, p, l, 100, 45).Curve(lorenz.Beta)
	for b.Loop() {
		if _, err := c.HeadcountAt(60); err != nil {
			b.Fatal(err)
		}
	}
}

// Where the points do not determine one curve, the other one answers.
func TestOneCurveSingular(t *testing.T) {
	p := []float64{0.25, 0.5, 0.75, 0.875, 1}
	l := make([]float64, len(p))
	for i, x := range p {
		l[i] = x * x
	}
	f := mustEstimate(t, p, l, 100, 45)
	q := f.Curve(lorenz.GeneralQuadratic)
	if !errors.Is(q.Err, lorenz.ErrSingular) || !math.IsNaN(q.Headcount) || !math.IsNaN(q.SSEZ) || q.Valid {
		t.Errorf("quadratic: %+v", q)
	}
	// Incomes are 2 x 100 x p, so 45 is passed at p = 0.225.
	b := f.Poverty()
	if b.Family != lorenz.Beta || f.ForInequality != lorenz.Beta || f.Reason != lorenz.OnlyValid {
		t.Errorf("chosen %v, %v, %v", f.ForPoverty, f.ForInequality, f.Reason)
	}
	for _, x := range []struct{ got, want float64 }{
		{b.Headcount, 0.225}, {b.PovertyGap, 0.225 / 2}, {b.PovertySeverity, 0.225 / 3}, {b.Watts, 0.225}, {b.Gini, 1.0 / 3}, {b.MLD, 1 - math.Ln2},
	} {
		if relative(x.got, x.want) > 1e-11 {
			t.Errorf("uniform incomes: %.15g, want %.15g", x.got, x.want)
		}
	}
}

// Programs lean on these names.
func TestIDs(t *testing.T) {
	var got []string
	for c := lorenz.RealRoots; c <= lorenz.HeadcountFound+1; c++ {
		got = append(got, c.ID())
	}
	for r := lorenz.LowerError; r <= lorenz.NoneValid+1; r++ {
		got = append(got, r.ID())
	}
	want := []string{
		"real-roots", "starts-at-zero", "rising", "convex", "ends-near-one", "ends-at-one", "headcount-found", "",
		"lower-error", "only-valid", "none-valid", "",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
