package survey_test

import (
	"errors"
	"fmt"
	"math"
	"sync"
	"testing"

	"rakor/model/fgt"
	"rakor/model/survey"
)

// alike tells whether two figures are equal but for rounding; NaN is equal to NaN.
func alike(a, b, within float64) bool {
	return a == b || math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= within*math.Max(math.Abs(a), math.Abs(b))
}

// A line that moves gives what a file gone through anew gives: for everybody and for domains, far below everybody, far
// above, and exactly on an expenditure.
func TestMovingIsByGroup(t *testing.T) {
	t.Parallel()
	s := newNational(4_000, 400, 14)
	d := s.design(t, survey.Adjust)
	domains := map[string]func(i int) bool{
		"everybody": nil, "a regency": func(i int) bool { return s.group[i] == 3 }, "every third": func(i int) bool { return i%3 == 0 },
		"one PSU": func(i int) bool { return s.psu[i] == 7 }, "one row": func(i int) bool { return i == 11 }, "nobody": func(int) bool { return false },
	}
	for name, is := range domains {
		var in []bool
		var rows []int32
		if is != nil {
			in, rows = make([]bool, len(s.y)), []int32{}
			for i := range in {
				if in[i] = is(i); in[i] {
					rows = append(rows, int32(i))
				}
			}
		}
		m, err := d.Moving(s.y, rows)
		if err != nil {
			t.Fatal(err)
		}
		for _, z := range []float64{1, s.y[11], 400_000, 550_000, 800_000, 2_000_000, 1e9} {
			table, err := d.ByGroup(survey.Request{Y: s.y, Line: z, In: in, Measures: []survey.Measure{survey.P0, survey.P1, survey.P2, survey.Poor}})
			if err != nil {
				t.Fatal(err)
			}
			got := m.At(z)
			for _, c := range []struct {
				measure survey.Measure
				got     survey.Estimate
			}{{survey.P0, got.P0}, {survey.P1, got.P1}, {survey.P2, got.P2}, {survey.Poor, got.Poor}} {
				want := table.All.Measure(c.measure)
				g := c.got
				same := alike(g.Value, want.Value, 1e-12) && alike(g.SE, want.SE, 1e-10) && alike(g.Low, want.Low, 1e-9) && alike(g.High, want.High, 1e-9) &&
					alike(g.Deff, want.Deff, 1e-8) && g.Why == want.Why && g.N == want.N && g.PSUs == want.PSUs && g.DF == want.DF && g.Method == want.Method
				if !same {
					t.Errorf("%s at %v, %s: %+v, want %+v", name, z, c.measure.ID(), g, want)
				}
			}
		}
	}
}

func TestMovingRefuses(t *testing.T) {
	t.Parallel()
	d, err := survey.New(survey.Columns{Weight: []float64{1, 1, 1}, Strata: []int32{0, 0, 1}, PSU: []int32{0, 1, 2}}, survey.Rules{})
	if err != nil {
		t.Fatal(err)
	}
	adjusted, err := d.With(survey.Rules{Lonely: survey.Adjust})
	if err != nil {
		t.Fatal(err)
	}
	y := []float64{1, 2, 3}
	var lone *survey.LonePSUError
	if _, err := d.Moving(y, nil); !errors.As(err, &lone) {
		t.Errorf("a lone PSU: %v", err)
	}
	if _, err := adjusted.Moving(y[:2], nil); !errors.Is(err, survey.ErrLength) {
		t.Errorf("two of three: %v", err)
	}
	for _, rows := range [][]int32{{-1}, {3}, {1, 1}} {
		if _, err := adjusted.Moving(y, rows); !errors.Is(err, survey.ErrRequest) {
			t.Errorf("rows %v: %v", rows, err)
		}
	}
	var bad *fgt.ValueError
	if _, err := adjusted.Moving([]float64{1, math.NaN(), 3}, nil); !errors.As(err, &bad) || bad.Row != 1 {
		t.Errorf("a missing expenditure: %v", err)
	}
	m, err := adjusted.Moving(y, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, z := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		if e := m.At(z); !math.IsNaN(e.P0.Value) || e.P0.Why != survey.NoValue || e.PoorRows != 0 {
			t.Errorf("line %v: %+v", z, e)
		}
	}
	if m.Rows() != 3 || m.People() != 3 || m.PSUs() != 3 {
		t.Errorf("%d rows, %v people, %d PSUs", m.Rows(), m.People(), m.PSUs())
	}
}

// One Moving answers many at once.
func TestMovingTogether(t *testing.T) {
	t.Parallel()
	s := newNational(2_000, 200, 4)
	m, err := s.design(t, survey.Adjust).Moving(s.y, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprint(m.At(550_000))
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if got := fmt.Sprint(m.At(550_000)); got != want {
				t.Error("another answer")
			}
		})
	}
	wait.Wait()
}

func BenchmarkMoving(b *testing.B) {
	s := newNational(345_000, 35_000, 514)
	d := s.design(b, survey.Adjust)
	b.Run("order", func(b *testing.B) {
		for b.Loop() {
			if _, err := d.Moving(s.y, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	m, err := d.Moving(s.y, nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, z := range []float64{550_000, 1_000_000} {
		b.Run(fmt.Sprintf("at a line with %.0f %% poor", 100*m.At(z).P0.Value), func(b *testing.B) {
			for b.Loop() {
				m.At(z)
			}
		})
	}
}
