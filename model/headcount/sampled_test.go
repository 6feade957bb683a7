package headcount_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"rakor/model/headcount"
)

func sample(t testing.TB, rate float64, n int64, deff float64) headcount.Sampled {
	t.Helper()
	s, err := headcount.FromSample(percent(t, rate), headcount.New[headcount.Household](n), deff)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func near(t *testing.T, what string, got, want, tol float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tol) {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

// The illustration of the meeting: 640 households, design effect 1,5.
func TestFromSample(t *testing.T) {
	s := sample(t, 3.62, 640, 1.5)
	near(t, "SE", s.SE.Value(), 0.9043, 5e-5) // sqrt(1,5 x 0,0362 x 0,9638 / 640)
	near(t, "RSE", s.RSE().Value(), 24.98, 5e-3)
	if b := headcount.BandOf(s.RSE()); b != headcount.BandUse {
		t.Errorf("band %v", b)
	}
	iv, err := s.Interval(share(t, 0.95), headcount.People(310000))
	if err != nil {
		t.Fatal(err)
	}
	near(t, "low rate", iv.LowRate.Value(), 2.21003, 5e-6)
	near(t, "high rate", iv.HighRate.Value(), 5.87546, 5e-6)
	near(t, "low", float64(iv.Low.N()), 6900, 60)
	near(t, "high", float64(iv.High.N()), 18200, 60)
	if iv.Method.String() != "logit" || iv.Level.Value() != 0.95 {
		t.Errorf("method %v, level %v", iv.Method, iv.Level.Value())
	}
}

func TestFromRSEAgreesWithFromSample(t *testing.T) {
	a := sample(t, 3.62, 640, 1.5)
	b, err := headcount.FromRSE(percent(t, 3.62), a.RSE())
	if err != nil {
		t.Fatal(err)
	}
	near(t, "SE", b.SE.Value(), a.SE.Value(), 1e-12)
	if a.Basis.String() != "sample" || b.Basis.String() != "rse" {
		t.Errorf("bases %v, %v", a.Basis, b.Basis)
	}
}

// One household a PSU and no design effect is the textbook formula.
func TestFromSampleTextbook(t *testing.T) {
	near(t, "SE", sample(t, 50, 100, 1).SE.Value(), 5, 1e-12)
}

func TestCompare(t *testing.T) {
	got, err := headcount.Compare(sample(t, 3.52, 640, 1.5), sample(t, 3.62, 640, 1.5))
	if err != nil {
		t.Fatal(err)
	}
	near(t, "points", got.Points.Value(), 0.10, 1e-12)
	near(t, "z", got.Z, 0.08, 0.005)
	near(t, "p", got.P, 0.937, 0.001)
	if got.Distinct(share(t, 0.95)) {
		t.Error("0,10 points told from noise")
	}
	big, err := headcount.Compare(sample(t, 9, 300000, 2), sample(t, 8, 300000, 2))
	if err != nil || !big.Distinct(share(t, 0.95)) || big.Z >= 0 {
		t.Errorf("a point down in a large sample: %+v, %v", big, err)
	}
	if _, err := headcount.Compare(headcount.Sampled{}, sample(t, 3, 640, 1)); !errors.Is(err, headcount.ErrNoVariance) {
		t.Errorf("zero Sampled: %v", err)
	}
}

func TestBands(t *testing.T) {
	for _, c := range []struct {
		rse  float64
		want string
	}{{0, "use"}, {25, "use"}, {25.01, "care"}, {50, "care"}, {50.01, "not"}, {400, "not"}} {
		if got := headcount.BandOf(percent(t, c.rse)).String(); got != c.want {
			t.Errorf("%v %%: %s, want %s", c.rse, got, c.want)
		}
	}
}

// Whatever the rate, the interval holds it, stays inside 0 to 100, and widens
// with the level.
func TestIntervalProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	pop := headcount.People(310113)
	for range 2000 {
		rate := math.Exp(rng.Float64()*math.Log(99.99/0.01)) * 0.01
		s := sample(t, rate, 1+rng.Int64N(5000), 0.2+5*rng.Float64())
		a, err := s.Interval(share(t, 0.80), pop)
		if err != nil {
			t.Fatal(err)
		}
		b, err := s.Interval(share(t, 0.99), pop)
		if err != nil {
			t.Fatal(err)
		}
		if !(b.LowRate.Value() <= a.LowRate.Value() && a.LowRate.Value() < rate && rate < a.HighRate.Value() && a.HighRate.Value() <= b.HighRate.Value()) {
			t.Fatalf("%v %%: %v to %v inside %v to %v", rate, a.LowRate, a.HighRate, b.LowRate, b.HighRate)
		}
		if b.LowRate.Value() < 0 || b.HighRate.Value() > 100 || b.Low.N() < 0 || b.High.Compare(pop) > 0 {
			t.Fatalf("%v %%: %+v", rate, b)
		}
	}
}

func TestSampledRefuses(t *testing.T) {
	hh := headcount.New[headcount.Household]
	var r *headcount.RangeError
	for name, err := range map[string]error{
		"no households":  second(headcount.FromSample(percent(t, 3), hh(0), 1)),
		"no deff":        second(headcount.FromSample(percent(t, 3), hh(640), 0)),
		"deff NaN":       second(headcount.FromSample(percent(t, 3), hh(640), math.NaN())),
		"RSE 0":          second(headcount.FromRSE(percent(t, 3), percent(t, 0))),
		"RSE below 0":    second(headcount.FromRSE(percent(t, 3), percent(t, -4))),
		"rate above 100": second(headcount.FromRSE(percent(t, 101), percent(t, 4))),
		"level 1":        second(sample(t, 3, 640, 1).Interval(share(t, 1), headcount.People(1))),
		"level 0":        second(sample(t, 3, 640, 1).Interval(share(t, 0), headcount.People(1))),
		"population":     second(sample(t, 3, 640, 1).Interval(share(t, 0.95), headcount.People(-1))),
	} {
		if !errors.As(err, &r) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, err := range map[string]error{
		"rate 0":   second(headcount.FromSample(percent(t, 0), hh(640), 1)),
		"rate 100": second(headcount.FromRSE(percent(t, 100), percent(t, 10))),
		"zero":     second(headcount.Sampled{}.Interval(share(t, 0.95), headcount.People(1))),
	} {
		if !errors.Is(err, headcount.ErrNoVariance) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func FuzzInterval(f *testing.F) {
	f.Add(3.62, 25.0, 0.95)
	f.Add(0.0001, 1000.0, 0.9999999)
	f.Fuzz(func(t *testing.T, rate, rse, level float64) {
		r, err1 := headcount.NewPercent(rate)
		e, err2 := headcount.NewPercent(rse)
		l, err3 := headcount.NewShare(level)
		if err1 != nil || err2 != nil || err3 != nil {
			return
		}
		s, err := headcount.FromRSE(r, e)
		if err != nil {
			return
		}
		iv, err := s.Interval(l, headcount.People(310113))
		if err != nil {
			return
		}
		if !(iv.LowRate.Value() >= 0 && iv.LowRate.Value() <= iv.HighRate.Value() && iv.HighRate.Value() <= 100) {
			t.Fatalf("rate %v, RSE %v, level %v: %v to %v", rate, rse, level, iv.LowRate, iv.HighRate)
		}
		if iv.Low.N() < 0 || iv.High.N() > 310113 || iv.Low.Compare(iv.High) > 0 {
			t.Fatalf("people %v to %v", iv.Low, iv.High)
		}
	})
}
