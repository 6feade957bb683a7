package headcount_test

import (
	"errors"
	"math"
	"math/big"
	"strconv"
	"testing"

	"rakor/model/headcount"
)

func percent(t testing.TB, v float64) headcount.Percent {
	t.Helper()
	p, err := headcount.NewPercent(v)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func share(t testing.TB, v float64) headcount.Share {
	t.Helper()
	s, err := headcount.NewShare(v)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestOf(t *testing.T) {
	for _, c := range []struct {
		name       string
		rate       float64
		population int64
		want       int64
	}{
		{"the city, March 2024", 3.52, 310113, 10916},
		{"the meeting of 2026", 3.62, 310000, 11222},
		{"target", 3.30, 310000, 10230},
		{"half goes up", 0.5, 100, 1},
		{"half of an odd product", 3.55, 1000, 36},
		{"just below half", 3.549999, 1000, 35},
		{"a half that binary fractions miss", 0.29, 50, 0},    // 0.145
		{"a half that binary fractions lose", 1.15, 1000, 12}, // 11.5, binary product 11.499999999999998
		{"nobody", 0, 310113, 0},
		{"everybody", 100, 310113, 310113},
		{"no population", 3.52, 0, 0},
		{"six decimals", 3.523456, 100_000_000, 3_523_456},
		{"seven decimals", 3.5234565, 100_000_000, 3_523_457},
		{"largest", 100, headcount.MaxPersons, headcount.MaxPersons},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := headcount.Of(percent(t, c.rate), headcount.People(c.population))
			if err != nil || got.N() != c.want {
				t.Errorf("Of(%v, %d) = %v, %v; want %d", c.rate, c.population, got, err, c.want)
			}
		})
	}
}

func TestOfRefuses(t *testing.T) {
	for _, c := range []struct {
		name       string
		rate       float64
		population int64
		quantity   string
	}{
		{"rate below 0", -0.01, 1, "rate"},
		{"rate above 100", 100.01, 1, "rate"},
		{"population below 0", 3, -1, "population"},
		{"population beyond everybody", 3, headcount.MaxPersons + 1, "population"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := headcount.Of(percent(t, c.rate), headcount.People(c.population))
			var r *headcount.RangeError
			if !errors.As(err, &r) || r.Quantity != c.quantity {
				t.Errorf("error %v, want a RangeError of %s", err, c.quantity)
			}
		})
	}
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if _, err := headcount.NewPercent(v); !errors.Is(err, headcount.ErrNotFinite) {
			t.Errorf("NewPercent(%v): %v", v, err)
		}
		if _, err := headcount.NewShare(v); !errors.Is(err, headcount.ErrNotFinite) {
			t.Errorf("NewShare(%v): %v", v, err)
		}
	}
}

func TestExact(t *testing.T) {
	got, err := headcount.Exact(percent(t, 3.52), headcount.People(310113))
	if err != nil || math.Abs(got-10915.9776) > 1e-9 {
		t.Errorf("Exact = %v, %v", got, err)
	}
	if got, err := headcount.Exact(percent(t, -1), headcount.People(1)); err == nil || !math.IsNaN(got) {
		t.Errorf("Exact of a rate below 0 = %v, %v", got, err)
	}
}

// FuzzOf checks the product against exact fractions of the decimal number
// that a person typed.
func FuzzOf(f *testing.F) {
	f.Add(3.52, int64(310113))
	f.Add(1.15, int64(1000))
	f.Add(99.999999, int64(headcount.MaxPersons))
	f.Fuzz(func(t *testing.T, rate float64, population int64) {
		p, err := headcount.NewPercent(rate)
		if err != nil {
			return
		}
		got, err := headcount.Of(p, headcount.People(population))
		if rate < 0 || rate > 100 || population < 0 || population > headcount.MaxPersons {
			if err == nil {
				t.Fatalf("Of(%v, %d) accepted", rate, population)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if got.N() < 0 || got.N() > population {
			t.Fatalf("Of(%v, %d) = %d lies outside of the population", rate, population, got.N())
		}
		dec := strconv.FormatFloat(rate, 'f', -1, 64)
		r, ok := new(big.Rat).SetString(dec)
		if !ok {
			t.Fatal(dec)
		}
		r.Mul(r, new(big.Rat).SetInt64(population))
		r.Quo(r, new(big.Rat).SetInt64(100))
		off, _ := new(big.Rat).Sub(r, new(big.Rat).SetInt64(got.N())).Float64()
		if i := len(dec) - 1 - indexOr(dec); i <= 6 { // exact
			if off < -0.5 || off >= 0.5 {
				t.Fatalf("Of(%v, %d) = %d, off by %v", rate, population, got.N(), off)
			}
		} else if math.Abs(off) > 0.5+1e-5 {
			t.Fatalf("Of(%v, %d) = %d, off by %v", rate, population, got.N(), off)
		}
	})
}

// indexOr gives the place of the point, or the last place where there is none.
func indexOr(s string) int {
	for i := range len(s) {
		if s[i] == '.' {
			return i
		}
	}
	return len(s) - 1
}

func TestRoundingInterval(t *testing.T) {
	iv, err := headcount.RoundingInterval(percent(t, 3.52), 2, headcount.People(310113))
	if err != nil {
		t.Fatal(err)
	}
	if iv.Method.String() != "rounding" || iv.Level.Value() != 0 {
		t.Errorf("method %v, level %v", iv.Method, iv.Level)
	}
	if iv.LowRate.Value() != 3.515 || iv.HighRate.Value() != 3.525 {
		t.Errorf("rates %v to %v", iv.LowRate.Value(), iv.HighRate.Value())
	}
	// 3,515 % x 310.113 = 10.900,47; 3,525 % x 310.113 = 10.931,48
	if iv.Low.N() != 10900 || iv.High.N() != 10931 {
		t.Errorf("%d to %d, want 10900 to 10931", iv.Low.N(), iv.High.N())
	}
}

// Every rate that is printed as the published one gives a number inside.
func TestRoundingIntervalHoldsAll(t *testing.T) {
	pop := headcount.People(310113)
	for rate := 0.0; rate <= 100; rate += 0.37 {
		published := percent(t, math.Round(rate*100)/100)
		iv, err := headcount.RoundingInterval(published, 2, pop)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range []float64{-0.005, -0.0031, 0, 0.0049, 0.005} {
			v := published.Value() + d
			if v < 0 || v > 100 {
				continue
			}
			n, err := headcount.Of(percent(t, math.Round(v*1e5)/1e5), pop)
			if err != nil {
				t.Fatal(err)
			}
			if n.Compare(iv.Low) < 0 || n.Compare(iv.High) > 0 {
				t.Errorf("%v of %v lies outside of %v to %v", v, n, iv.Low, iv.High)
			}
		}
	}
}

func TestRoundingIntervalEnds(t *testing.T) {
	iv, err := headcount.RoundingInterval(percent(t, 0), 2, headcount.People(1000))
	if err != nil || iv.LowRate.Value() != 0 || iv.Low.N() != 0 {
		t.Errorf("of 0: %+v, %v", iv, err)
	}
	iv, err = headcount.RoundingInterval(percent(t, 100), 2, headcount.People(1000))
	if err != nil || iv.HighRate.Value() != 100 || iv.High.N() != 1000 {
		t.Errorf("of 100: %+v, %v", iv, err)
	}
	var r *headcount.RangeError
	if _, err := headcount.RoundingInterval(percent(t, 3), 7, headcount.People(1)); !errors.As(err, &r) || r.Quantity != "decimals" {
		t.Errorf("seven decimals: %v", err)
	}
}
