package fgt_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model/fgt"
)

func curve(tb testing.TB, y, w []float64) *fgt.Curve {
	tb.Helper()
	c, err := fgt.NewCurve(y, w)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// same fails unless the curve's answer is that of going through the file.
func same(t *testing.T, got, want fgt.Measures) {
	t.Helper()
	off := math.Max(math.Abs(got.P1-want.P1), math.Abs(got.P2-want.P2))
	if got.PoorRows != want.PoorRows || got.Rows != want.Rows || !near(got.P0, want.P0, 1e-12) ||
		!near(got.Poor, want.Poor, 1e-12) || !near(got.People, want.People, 1e-12) || off > 1e-14*(1+want.P0*100) {
		t.Fatalf("curve %+v, file %+v", got, want)
	}
	if got.P2 < 0 || got.P2 > got.P1 || got.P1 > got.P0 || got.P0 > 1 {
		t.Fatalf("out of order: %+v", got)
	}
}

func TestCurveIsTheFile(t *testing.T) {
	for seed := range uint64(10) {
		y, w := drawn(seed, 700)
		if seed%2 == 1 {
			w = nil
		}
		y0 := slices.Clone(y)
		c := curve(t, y, w)
		if !slices.Equal(y, y0) {
			t.Fatal("the file was modified")
		}
		lines := append(slices.Clone(y[:50]), 1, 1e5, 123456.7, 1e9) // on an expenditure, below all, above all
		for _, z := range lines {
			same(t, c.At(z), mustOf(t, y, w, z))
			same(t, c.At(math.Nextafter(z, math.Inf(1))), mustOf(t, y, w, math.Nextafter(z, math.Inf(1))))
		}
		g, err := fgt.Gini(y, w)
		if err != nil || !near(c.Gini(), g, 1e-11) {
			t.Errorf("Gini %v, of the file %v", c.Gini(), g)
		}
		low, high := c.Limits()
		if low != slices.Min(y) || high != slices.Max(y) {
			t.Errorf("limits %v, %v", low, high)
		}
	}
}

func FuzzCurveIsTheFile(f *testing.F) {
	f.Add(uint64(3), uint16(100), 6e5)
	f.Fuzz(func(t *testing.T, seed uint64, n uint16, z float64) {
		y, w := drawn(seed, 1+int(n)%2000)
		want, err := fgt.Of(y, w, z)
		if err != nil {
			return
		}
		same(t, curve(t, y, w).At(z), want)
	})
}

func TestCurveAtLinesThatAreNone(t *testing.T) {
	c := curve(t, []float64{0, 1, 2}, nil)
	for _, z := range []float64{0, -1} {
		if diff := cmp.Diff(fgt.Measures{People: 3, Rows: 3}, c.At(z)); diff != "" {
			t.Errorf("line %v: %s", z, diff)
		}
	}
	for _, z := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if m := c.At(z); !math.IsNaN(m.P0) || !math.IsNaN(m.P1) || !math.IsNaN(m.P2) || m.Poor != 0 {
			t.Errorf("line %v: %+v", z, m)
		}
	}
}

func TestCurveRange(t *testing.T) {
	y, w := drawn(2, 200)
	c := curve(t, y, w)
	points, err := c.Range(4e5, 9e5, 7)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range points {
		if want := 4e5 + 5e5*float64(i)/6; !near(p.Line, want, 1e-15) || p.Measures != c.At(p.Line) {
			t.Errorf("point %d: %+v", i, p)
		}
	}
	if points[6].Line != 9e5 {
		t.Errorf("the range ends at %v", points[6].Line)
	}
	if one, err := c.Range(4e5, 9e5, 1); err != nil || len(one) != 1 || one[0].Line != 4e5 {
		t.Errorf("one point: %+v, %v", one, err)
	}
	shifted, err := c.Vary(7e5, fgt.Shifts())
	if err != nil || len(shifted) != 5 || shifted[0].Measures != c.At(7e5*0.9) {
		t.Errorf("shifts: %+v, %v", shifted, err)
	}
	for _, bad := range [][2]float64{{0, 1}, {2, 1}, {1, math.NaN()}, {1, math.Inf(1)}} {
		if _, err := c.Range(bad[0], bad[1], 3); !errors.Is(err, fgt.ErrLine) {
			t.Errorf("range %v: %v", bad, err)
		}
	}
	if _, err := c.Range(1, 2, 0); !errors.Is(err, fgt.ErrLength) {
		t.Errorf("no points: %v", err)
	}
}

func TestCurveQuantile(t *testing.T) {
	y, w := drawn(8, 300)
	c := curve(t, y, w)
	var people float64
	for _, v := range w {
		people += v
	}
	upTo := func(q float64) (below, with float64) {
		for i := range y {
			if y[i] < q {
				below += w[i] / people
			}
			if y[i] <= q {
				with += w[i] / people
			}
		}
		return below, with
	}
	for p := 0.003; p < 1; p += 0.01 {
		q := c.Quantile(p)
		if below, with := upTo(q); below >= p || with < p-1e-12 {
			t.Errorf("quantile %v is %v: %v below, %v up to it", p, q, below, with)
		}
		if c.At(q).P0 > p {
			t.Errorf("at the quantile %v, %v are poor", p, c.At(q).P0)
		}
	}
	low, high := c.Limits()
	for p, want := range map[float64]float64{-1: low, 0: low, 1: high, 2: high} {
		if got := c.Quantile(p); got != want {
			t.Errorf("quantile %v is %v, want %v", p, got, want)
		}
	}
	if !math.IsNaN(c.Quantile(math.NaN())) {
		t.Error("quantile of NaN is a number")
	}
	// Ten rows of the same weight: the first alone is a tenth, although ten times the weight is not ten weights.
	even := curve(t, []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, slices.Repeat([]float64{86.056}, 10))
	for k := 1; k <= 10; k++ {
		if got := even.Quantile(float64(k) / 10); got != float64(k) {
			t.Errorf("quantile %d/10 of 1..10 is %v", k, got)
		}
	}
}

func TestCurveLorenz(t *testing.T) {
	c := curve(t, []float64{4, 1, 3, 0}, []float64{1, 2, 1, 4})
	if c.Mean() != 9.0/8 {
		t.Errorf("mean %v", c.Mean())
	}
	for p, want := range map[float64]float64{
		-1: 0, 0: 0, 0.5: 0, 0.625: 1.0 / 9, 0.75: 2.0 / 9, 0.875: 5.0 / 9, 1: 1, 2: 1,
	} {
		if got := c.Lorenz(p); !near(got, want, 1e-14) {
			t.Errorf("the poorest %v have %v, want %v", p, got, want)
		}
	}
	if !math.IsNaN(c.Lorenz(math.NaN())) || !math.IsNaN(curve(t, []float64{0}, nil).Lorenz(0.5)) {
		t.Error("a share of nothing is a number")
	}
}

// BenchmarkCurve measures a line that moves over a file of the size of a national survey.
func BenchmarkCurve(b *testing.B) {
	y, w := drawn(1, 345_000)
	b.Run("new 345000", func(b *testing.B) {
		for b.Loop() {
			if _, err := fgt.NewCurve(y, w); err != nil {
				b.Fatal(err)
			}
		}
	})
	c := curve(b, y, w)
	rng := rand.New(rand.NewPCG(1, 1))
	b.Run("line 345000", func(b *testing.B) {
		for b.Loop() {
			c.At(3e5 + rng.Float64()*1e6)
		}
	})
	b.Run("120 lines 345000", func(b *testing.B) {
		for b.Loop() {
			if _, err := c.Range(3e5, 1.3e6, 120); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("file 345000", func(b *testing.B) {
		for b.Loop() {
			if _, err := fgt.Of(y, w, 6e5); err != nil {
				b.Fatal(err)
			}
		}
	})
}
