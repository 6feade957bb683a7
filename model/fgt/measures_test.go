package fgt_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/gonum/floats/scalar"

	"rakor/model/fgt"
)

// near compares with a relative tolerance, and absolutely around 0.
func near(a, b, tol float64) bool { return scalar.EqualWithinAbsOrRel(a, b, tol*1e-6, tol) }

// drawn is a made-up file: log-normal expenditure with ties, whole and broken weights.
func drawn(seed uint64, n int) (y, w []float64) {
	rng := rand.New(rand.NewPCG(seed, 11))
	y, w = make([]float64, n), make([]float64, n)
	for i := range y {
		y[i] = math.Round(math.Exp(rng.NormFloat64()*0.6+13.9)/1000) * 1000
		w[i] = 1 + math.Round(rng.Float64()*300000)/1000
	}
	return y, w
}

func mustOf(t *testing.T, y, w []float64, z float64) fgt.Measures {
	t.Helper()
	m, err := fgt.Of(y, w, z)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestOf(t *testing.T) {
	tests := []struct {
		name string
		y, w []float64
		z    float64
		want fgt.Measures
	}{
		{
			"two of four",
			[]float64{1, 2, 3, 4},
			nil, 4,
			fgt.Measures{
				P0: 3.0 / 4, P1: (3.0/4 + 2.0/4 + 1.0/4) / 4, P2: (9.0 + 4 + 1) / 16 / 4,
				Poor: 3, People: 4, PoorRows: 3, Rows: 4,
			},
		},
		{
			"on the line is not poor",
			[]float64{2, 2, 2},
			nil, 2,
			fgt.Measures{People: 3, Rows: 3},
		},
		{
			"nothing at all has the whole gap",
			[]float64{0, 5},
			[]float64{1, 3},
			2,
			fgt.Measures{P0: 0.25, P1: 0.25, P2: 0.25, Poor: 1, People: 4, PoorRows: 1, Rows: 2},
		},
		{
			"weights are people",
			[]float64{1, 4},
			[]float64{6, 2},
			2,
			fgt.Measures{P0: 0.75, P1: 0.375, P2: 0.1875, Poor: 6, People: 8, PoorRows: 1, Rows: 2},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, mustOf(t, tt.y, tt.w, tt.z)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestOfAgreesWithR compares with the means of poor, gap and sq that R's survey package gives.
func TestOfAgreesWithR(t *testing.T) {
	file, err := os.ReadFile("../survey/testdata/households.csv")
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var y, w []float64
	column := func(record []string, name string) float64 {
		v, err := strconv.ParseFloat(record[slices.Index(records[0], name)], 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for _, r := range records[1:] {
		y = append(y, column(r, "expenditure"))
		w = append(w, column(r, "weight")*column(r, "hhsize"))
	}
	var want struct {
		Z       float64
		Persons float64
		Gini    float64
		Mean    struct{ Poor, Gap, Sq float64 }
		Total   struct{ Poor float64 }
	}
	raw, err := os.ReadFile("../survey/testdata/households.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	m := mustOf(t, y, w, want.Z)
	g, err := fgt.Gini(y, w)
	if err != nil {
		t.Fatal(err)
	}
	c, err := fgt.NewCurve(y, w)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []struct {
		name      string
		got, want float64
	}{
		{"P0", m.P0, want.Mean.Poor},
		{"P1", m.P1, want.Mean.Gap},
		{"P2", m.P2, want.Mean.Sq},
		{"people", m.People, want.Persons},
		{"poor", m.Poor, want.Total.Poor},
		{"Gini", g, want.Gini},
		{"P2 of the curve", c.At(want.Z).P2, want.Mean.Sq},
		{"Gini of the curve", c.Gini(), want.Gini},
	} {
		if !near(f.got, f.want, 1e-12) {
			t.Errorf("%s is %v, R has %v", f.name, f.got, f.want)
		}
	}
}

func TestMeasuresProperties(t *testing.T) {
	for seed := range uint64(20) {
		y, w := drawn(seed, 300)
		last := fgt.Measures{}
		for z := 2e5; z < 3e6; z *= 1.3 {
			m := mustOf(t, y, w, z)
			if m.P2 < 0 || m.P2 > m.P1 || m.P1 > m.P0 || m.P0 > 1 {
				t.Fatalf("line %v: P0, P1, P2 out of order: %+v", z, m)
			}
			if m.P0 < last.P0 || m.P1 < last.P1 || m.P2 < last.P2 {
				t.Fatalf("a higher line made fewer poor: %+v after %+v", m, last)
			}
			last = m

			money := mustOf(t, scale(y, 4), w, 4*z) // a power of two keeps every bit
			if diff := cmp.Diff(m, money); diff != "" {
				t.Errorf("the unit of money matters: %s", diff)
			}
			heavier := mustOf(t, y, scale(w, 8), z)
			if heavier.P0 != m.P0 || heavier.P2 != m.P2 || heavier.Poor != 8*m.Poor {
				t.Errorf("heavier weights changed more than counts: %+v, %+v", m, heavier)
			}
			twice := mustOf(t, append(slices.Clone(y), y...), append(slices.Clone(w), w...), z)
			if !near(twice.P1, m.P1, 1e-13) || !near(twice.Poor, 2*m.Poor, 1e-13) {
				t.Errorf("doubling the file changed more than counts: %+v, %+v", m, twice)
			}
		}
	}
}

func scale(v []float64, f float64) []float64 {
	out := make([]float64, len(v))
	for i := range v {
		out[i] = v[i] * f
	}
	return out
}

// TestRefusals asks every function that takes a file for the same refusals.
func TestRefusals(t *testing.T) {
	type file struct {
		y, w []float64
		z    float64
	}
	value := func(column string, row int, p fgt.Problem) func(error) bool {
		return func(err error) bool {
			var e *fgt.ValueError
			return errors.As(err, &e) && e.Column == column && e.Row == row && e.Problem == p && e.Error() != ""
		}
	}
	is := func(target error) func(error) bool { return func(err error) bool { return errors.Is(err, target) } }
	nan, inf := math.NaN(), math.Inf(1)
	cases := []struct {
		name string
		file file
		want func(error) bool
		line bool // only for functions with a line
	}{
		{"empty", file{nil, nil, 1}, is(fgt.ErrNoRows), false},
		{"lengths", file{[]float64{1}, []float64{1, 2}, 1}, is(fgt.ErrLength), false},
		{"missing expenditure", file{[]float64{1, nan}, nil, 1}, value("expenditure", 1, fgt.Missing), false},
		{"negative expenditure", file{[]float64{-1, 2}, nil, 1}, value("expenditure", 0, fgt.Negative), false},
		{"infinite expenditure", file{[]float64{1, 2, inf}, nil, 1}, value("expenditure", 2, fgt.Infinite), false},
		{"missing weight", file{[]float64{1}, []float64{nan}, 1}, value("weight", 0, fgt.Missing), false},
		{"zero weight", file{[]float64{1, 2}, []float64{1, 0}, 1}, value("weight", 1, fgt.Zero), false},
		{"negative weight", file{[]float64{1, 2}, []float64{1, -3}, 1}, value("weight", 1, fgt.Negative), false},
		{"infinite weight", file{[]float64{1}, []float64{inf}, 1}, value("weight", 0, fgt.Infinite), false},
		{"line 0", file{[]float64{1}, nil, 0}, is(fgt.ErrLine), true},
		{"line below 0", file{[]float64{1}, nil, -1}, is(fgt.ErrLine), true},
		{"missing line", file{[]float64{1}, nil, nan}, is(fgt.ErrLine), true},
		{"infinite line", file{[]float64{1}, nil, inf}, is(fgt.ErrLine), true},
	}
	calls := []struct {
		name string
		line bool
		call func(f file) error
	}{
		{"Of", true, func(f file) error { _, err := fgt.Of(f.y, f.w, f.z); return err }},
		{"Watts", true, func(f file) error { _, err := fgt.Watts(f.y, f.w, f.z); return err }},
		{"Sen", true, func(f file) error { _, err := fgt.Sen(f.y, f.w, f.z); return err }},
		{"SST", true, func(f file) error { _, err := fgt.SST(f.y, f.w, f.z); return err }},
		{"Gini", false, func(f file) error { _, err := fgt.Gini(f.y, f.w); return err }},
		{"NewCurve", false, func(f file) error { _, err := fgt.NewCurve(f.y, f.w); return err }},
		{"Vary", true, func(f file) error { _, err := fgt.Vary(f.y, f.w, f.z, fgt.Shifts()); return err }},
		{"Decompose", true, func(f file) error {
			_, err := fgt.Decompose(f.y, f.w, f.z, make([]int32, len(f.y)), 1)
			return err
		}},
		{"first of two", true, func(f file) error {
			_, err := fgt.GrowthRedistribution(fgt.Sample{f.y, f.w, f.z}, fgt.Sample{[]float64{1}, nil, 1})
			return err
		}},
		{"second of two", true, func(f file) error {
			_, err := fgt.GrowthRedistribution(fgt.Sample{[]float64{1}, nil, 1}, fgt.Sample{f.y, f.w, f.z})
			return err
		}},
	}
	for _, call := range calls {
		for _, c := range cases {
			if c.line && !call.line {
				continue
			}
			t.Run(call.name+" "+c.name, func(t *testing.T) {
				if err := call.call(c.file); !c.want(err) {
					t.Errorf("got %v", err)
				}
			})
		}
	}
}
