package survey_test

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model/fgt"
	"rakor/model/survey"
)

func TestNewRefuses(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	is := func(target error) func(error) bool { return func(err error) bool { return errors.Is(err, target) } }
	value := func(column string, row int, p fgt.Problem) func(error) bool {
		return func(err error) bool {
			var e *fgt.ValueError
			return errors.As(err, &e) && e.Column == column && e.Row == row && e.Problem == p
		}
	}
	names := func(part string) func(error) bool {
		return func(err error) bool { return errors.Is(err, survey.ErrFPC) && strings.Contains(err.Error(), part) }
	}
	two := []float64{1, 1}
	tests := []struct {
		name  string
		c     survey.Columns
		rules survey.Rules
		want  func(error) bool
	}{
		{"no rows", survey.Columns{}, survey.Rules{}, is(survey.ErrNoRows)},
		{"strata", survey.Columns{Weight: two, Strata: []int32{1}}, survey.Rules{}, is(survey.ErrLength)},
		{"no strata at all", survey.Columns{Weight: two, Strata: []int32{}}, survey.Rules{}, is(survey.ErrLength)},
		{"PSUs", survey.Columns{Weight: two, PSU: []int32{1, 2, 3}}, survey.Rules{}, is(survey.ErrLength)},
		{"corrections", survey.Columns{Weight: two, FPC: []float64{1}}, survey.Rules{}, is(survey.ErrLength)},
		{"level 1", survey.Columns{Weight: two}, survey.Rules{Level: 1}, is(survey.ErrRules)},
		{"level in percent", survey.Columns{Weight: two}, survey.Rules{Level: 95}, is(survey.ErrRules)},
		{"no level", survey.Columns{Weight: two}, survey.Rules{Level: nan}, is(survey.ErrRules)},
		{"unknown rule", survey.Columns{Weight: two}, survey.Rules{Lonely: 9}, is(survey.ErrRules)},
		{"missing", survey.Columns{Weight: []float64{1, nan}}, survey.Rules{}, value("weight", 1, fgt.Missing)},
		{"zero", survey.Columns{Weight: []float64{0, 1}}, survey.Rules{}, value("weight", 0, fgt.Zero)},
		{"negative", survey.Columns{Weight: []float64{1, -2}}, survey.Rules{}, value("weight", 1, fgt.Negative)},
		{"infinite", survey.Columns{Weight: []float64{inf, 1}}, survey.Rules{}, value("weight", 0, fgt.Infinite)},
		{"no correction", survey.Columns{Weight: two, FPC: []float64{5, nan}}, survey.Rules{}, value("fpc", 1, fgt.Missing)},
		{
			"corrections differ",
			survey.Columns{Weight: two, Strata: []int32{7, 7}, FPC: []float64{5, 6}},
			survey.Rules{},
			names("stratum 7"),
		},
		{
			"more drawn than there are",
			survey.Columns{
				Weight: []float64{1, 1, 1}, FPC: []float64{2, 2, 2},
				StratumName: func(int32) string { return "Kota 1" },
			},
			survey.Rules{},
			names("Kota 1"),
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := survey.New(tt.c, tt.rules); !tt.want(err) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestPersonWeights(t *testing.T) {
	got, err := survey.PersonWeights([]float64{2, 3}, []float64{4, 1})
	if err != nil || !slices.Equal(got, []float64{8, 3}) {
		t.Errorf("got %v, %v", got, err)
	}
	var e *fgt.ValueError
	if _, err := survey.PersonWeights([]float64{2, 3}, []float64{4, 0}); !errors.As(err, &e) || e.Column != "hhsize" ||
		e.Row != 1 || e.Problem != fgt.Zero {
		t.Errorf("household of nobody: %v", err)
	}
	if _, err := survey.PersonWeights([]float64{2, -3}, []float64{4, 1}); !errors.As(err, &e) || e.Column != "weight" {
		t.Errorf("negative weight: %v", err)
	}
	if _, err := survey.PersonWeights([]float64{2}, []float64{4, 1}); !errors.Is(err, survey.ErrLength) {
		t.Errorf("lengths: %v", err)
	}
}

func TestCodes(t *testing.T) {
	codes, c := survey.Encode([]string{"b", "a", "b", ""})
	if !slices.Equal(codes, []int32{0, 1, 0, 2}) || c.Len() != 3 {
		t.Errorf("codes %v of %d names", codes, c.Len())
	}
	if c.CodeBytes([]byte("a")) != 1 || c.CodeBytes([]byte("new")) != 3 || c.Name(3) != "new" || c.Name(0) != "b" {
		t.Error("bytes and strings differ")
	}
	if c.Name(-1) != "" || c.Name(4) != "" {
		t.Error("a code that was never given out has a name")
	}
}

func TestNamesOfRulesAndMeasures(t *testing.T) {
	for _, id := range []string{"fail", "remove", "adjust", "average"} {
		if l, err := survey.ParseLonely(id); err != nil || l.ID() != id {
			t.Errorf("%s: %v, %v", id, l, err)
		}
	}
	if _, err := survey.ParseLonely("certainty"); !errors.Is(err, survey.ErrRules) {
		t.Errorf("unknown rule: %v", err)
	}
	for _, m := range allMeasures() {
		if got, err := survey.ParseMeasure(m.ID()); err != nil || got != m {
			t.Errorf("%s: %v, %v", m.ID(), got, err)
		}
	}
	if _, err := survey.ParseMeasure(""); !errors.Is(err, survey.ErrRequest) {
		t.Errorf("no measure: %v", err)
	}
	if id := survey.Measure(200).ID() + survey.Lonely(200).ID(); id != "" {
		t.Errorf("out of range: %q", id)
	}
}

// TestNumbering has PSU codes that repeat in strata, strata in no order, and negative codes.
func TestNumbering(t *testing.T) {
	c := survey.Columns{
		Weight: []float64{1, 2, 3, 4, 5, 6, 7},
		Strata: []int32{9, 3, 9, 3, -1, 9, 3},
		PSU:    []int32{1, 1, 2, 1, 1, 1, -5},
	}
	d, err := survey.New(c, survey.Rules{Lonely: survey.Remove, Level: 0.9})
	if err != nil {
		t.Fatal(err)
	}
	got := []int{d.Rows(), d.Strata(), d.PSUs(), d.DF()}
	if want := []int{7, 3, 5, 2}; !slices.Equal(got, want) || d.People() != 28 {
		t.Errorf("rows, strata, PSUs, df are %v, want %v; people %v", got, want, d.People())
	}
	if lone := d.LoneStrata(); !slices.Equal(lone, []int32{-1}) {
		t.Errorf("lone strata %v", lone)
	}
	if d.Rules() != (survey.Rules{Lonely: survey.Remove, Level: 0.9}) {
		t.Errorf("rules %v", d.Rules())
	}
	// Totals of weights: stratum 9 has 7 and 3, stratum 3 has 6 and 7.
	e := must(t)(d.Count(nil))
	if want := math.Sqrt(2*(2*2+2*2) + 2*(0.5*0.5+0.5*0.5)); !near(e.SE, want, 1e-14) {
		t.Errorf("se %v, want %v", e.SE, want)
	}
	if strict, err := d.With(survey.Rules{}); err != nil || strict.Rules().Level != 0.95 {
		t.Errorf("other rules: %v", err)
	} else if _, err := strict.Count(nil); err == nil || !strings.Contains(err.Error(), "stratum -1") {
		t.Errorf("other rules do not hold: %v", err)
	}
	if _, err := d.With(survey.Rules{Level: 2}); !errors.Is(err, survey.ErrRules) {
		t.Errorf("impossible rules: %v", err)
	}
	if e := must(t)(d.Count(nil)); e.Why != survey.Estimated {
		t.Error("other rules changed the design they were taken from")
	}
}

func TestLoneErrorCountsStrata(t *testing.T) {
	d, err := survey.New(survey.Columns{
		Weight: []float64{1, 1, 1, 1}, Strata: []int32{1, 2, 3, 3},
		StratumName: func(code int32) string { return "S" + string('0'+code) },
	}, survey.Rules{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.Count(nil)
	want := &survey.LonePSUError{Stratum: 1, Name: "S1", Strata: 2}
	var got *survey.LonePSUError
	if !errors.As(err, &got) || cmp.Diff(want, got) != "" || !strings.Contains(got.Error(), "S1 and 1 more") {
		t.Errorf("got %v", err)
	}
}

// TestReasons asks for figures whose error cannot be known; none of them may look precise.
func TestReasons(t *testing.T) {
	y := []float64{1, 2, 3, 4, 5, 5, 7, 8}
	c := survey.Columns{
		Weight: slices.Repeat([]float64{2}, 8),
		Strata: []int32{1, 1, 1, 1, 2, 2, 2, 3},
		PSU:    []int32{1, 1, 2, 2, 1, 2, 2, 1},
	}
	rows := func(numbers ...int) []bool {
		in := make([]bool, 8)
		for _, i := range numbers {
			in[i] = true
		}
		return in
	}
	ones := slices.Repeat([]float64{1}, 8)
	zero := make([]float64, 8)
	tests := []struct {
		name  string
		rule  survey.Lonely
		call  func(d *survey.Design) (survey.Estimate, error)
		why   survey.Reason
		err   error
		value float64
	}{
		{"empty", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Mean(y, rows())
		}, survey.EmptyGroup, survey.ErrEmptyGroup, math.NaN()},
		{"empty total", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Total(y, rows())
		}, survey.EmptyGroup, survey.ErrEmptyGroup, math.NaN()},
		{"empty count", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Count(rows())
		}, survey.EmptyGroup, survey.ErrEmptyGroup, math.NaN()},
		{"empty Gini", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Gini(y, rows())
		}, survey.EmptyGroup, survey.ErrEmptyGroup, math.NaN()},
		{"empty quantile", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Quantile(y, 0.5, rows())
		}, survey.EmptyGroup, survey.ErrEmptyGroup, math.NaN()},
		{"empty ratio", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Ratio(y, ones, rows())
		}, survey.EmptyGroup, survey.ErrEmptyGroup, math.NaN()},
		{"one PSU", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Mean(y, rows(2, 3))
		}, survey.OnePSU, survey.ErrOnePSU, 3.5},
		{"one PSU Gini", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Gini(y, rows(2, 3))
		}, survey.OnePSU, survey.ErrOnePSU, 1.0 / 14},
		{"one PSU quantile", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Quantile(y, 0.5, rows(2, 3))
		}, survey.OnePSU, survey.ErrOnePSU, 3},
		{"one PSU total", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Total(y, rows(2, 3))
		}, survey.NoDegrees, survey.ErrNoDegrees, 14},
		{"all the same", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Mean(y, rows(4, 5))
		}, survey.NoVariation, survey.ErrNoVariation, 5},
		{"all the same ratio", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Ratio(y, y, nil)
		}, survey.NoVariation, survey.ErrNoVariation, 1},
		{"nobody", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Proportion(make([]bool, 8), nil)
		}, survey.NoVariation, survey.ErrNoVariation, 0},
		{"total of nothing", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Total(zero, nil)
		}, survey.NoVariation, survey.ErrNoVariation, 0},
		{"PSUs agree", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Mean([]float64{1, 4, 2, 3, 0, 0, 0, 0}, rows(0, 1, 2, 3))
		}, survey.NoVariation, survey.ErrNoVariation, 2.5},
		{"highest", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Quantile(y, 0.999, nil)
		}, survey.NoVariation, survey.ErrNoVariation, 8},
		{"divided by 0", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Ratio(y, zero, nil)
		}, survey.NoValue, survey.ErrNoValue, math.NaN()},
		{"Gini of nothing", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Gini(zero, nil)
		}, survey.NoValue, survey.ErrNoValue, math.NaN()},
		{"lone stratum removed", survey.Remove, func(d *survey.Design) (survey.Estimate, error) {
			return d.Total(y, rows(7))
		}, survey.LoneStrata, survey.ErrLoneStrata, 16},
		{"lone stratum alone", survey.Average, func(d *survey.Design) (survey.Estimate, error) {
			return d.Count(rows(7))
		}, survey.LoneStrata, survey.ErrLoneStrata, 2},
		{"a PSU a stratum", survey.Adjust, func(d *survey.Design) (survey.Estimate, error) {
			return d.Mean(y, rows(0, 4, 7))
		}, survey.NoDegrees, survey.ErrNoDegrees, 14.0 / 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := survey.New(c, survey.Rules{Lonely: tt.rule})
			if err != nil {
				t.Fatal(err)
			}
			e, err := tt.call(d)
			if err != nil {
				t.Fatal(err)
			}
			if e.Why != tt.why || !errors.Is(e.Err(), tt.err) {
				t.Errorf("reason %d, %v; want %v", e.Why, e.Err(), tt.err)
			}
			if !near(e.Value, tt.value, 1e-14) && !(math.IsNaN(e.Value) && math.IsNaN(tt.value)) {
				t.Errorf("value %v, want %v", e.Value, tt.value)
			}
			se, ok := e.StandardError()
			if ok != (tt.why == survey.NoDegrees) || ok == math.IsNaN(se) {
				t.Errorf("standard error %v, %v", se, ok)
			}
			if _, _, ok := e.Interval(); ok || !math.IsNaN(e.Low) || !math.IsNaN(e.High) {
				t.Errorf("an interval: %+v", e)
			}
			if _, ok := e.DesignEffect(); ok && tt.why != survey.NoDegrees {
				t.Errorf("a design effect: %+v", e)
			}
			if _, ok := e.RSE(); ok && tt.why != survey.NoDegrees {
				t.Errorf("a relative standard error: %+v", e)
			}
		})
	}
}

func TestZeroEstimateIsNone(t *testing.T) {
	var e survey.Estimate
	if _, ok := e.StandardError(); ok || !errors.Is(e.Err(), survey.ErrNotEstimated) {
		t.Error("an estimate that nobody computed has a standard error")
	}
	if _, _, ok := e.Interval(); ok {
		t.Error("an estimate that nobody computed has an interval")
	}
	if _, ok := e.DesignEffect(); ok {
		t.Error("an estimate that nobody computed has a design effect")
	}
	var r survey.Row
	if r.Measure(survey.P0).Why != survey.NotEstimated || r.Measure(200).Why != survey.NotEstimated {
		t.Error("a measure that was not asked for has a reason")
	}
}

func TestSingleFiguresRefuse(t *testing.T) {
	d, err := survey.New(survey.Columns{Weight: []float64{1, 1, 1}}, survey.Rules{})
	if err != nil {
		t.Fatal(err)
	}
	nan, inf := math.NaN(), math.Inf(-1)
	calls := map[string]func(x []float64, in []bool) (survey.Estimate, error){
		"mean":        d.Mean,
		"total":       d.Total,
		"Gini":        d.Gini,
		"quantile":    func(x []float64, in []bool) (survey.Estimate, error) { return d.Quantile(x, 0.5, in) },
		"ratio":       func(x []float64, in []bool) (survey.Estimate, error) { return d.Ratio(x, []float64{1, 2, 3}, in) },
		"ratio to it": func(x []float64, in []bool) (survey.Estimate, error) { return d.Ratio([]float64{1, 2, 3}, x, in) },
		"one table cell": func(x []float64, in []bool) (survey.Estimate, error) {
			table, err := d.ByGroup(survey.Request{Y: x, In: in, Measures: []survey.Measure{survey.Mean}})
			return table.All.Measure(survey.Mean), err
		},
	}
	for name, call := range calls {
		t.Run(name, func(t *testing.T) {
			var e *fgt.ValueError
			if _, err := call([]float64{1, nan, 2}, nil); !errors.As(err, &e) || e.Row != 1 || e.Problem != fgt.Missing {
				t.Errorf("missing: %v", err)
			}
			if _, err := call([]float64{1, 2, inf}, nil); !errors.As(err, &e) || e.Row != 2 || e.Problem != fgt.Infinite {
				t.Errorf("infinite: %v", err)
			}
			if got, err := call([]float64{1, nan, 2}, []bool{true, false, true}); err != nil || got.N != 2 {
				t.Errorf("missing outside the domain: %+v, %v", got, err)
			}
			if _, err := call([]float64{1}, nil); !errors.Is(err, survey.ErrLength) {
				t.Errorf("too short: %v", err)
			}
			if _, err := call([]float64{1, 2, 3}, []bool{true}); !errors.Is(err, survey.ErrLength) {
				t.Errorf("too short a domain: %v", err)
			}
		})
	}
	for _, p := range []float64{0, 1, -0.1, 50, nan} {
		if _, err := d.Quantile([]float64{1, 2, 3}, p, nil); !errors.Is(err, survey.ErrRequest) {
			t.Errorf("quantile %v: %v", p, err)
		}
	}
}

func TestByGroupRefuses(t *testing.T) {
	d, err := survey.New(survey.Columns{Weight: []float64{1, 1, 1}}, survey.Rules{})
	if err != nil {
		t.Fatal(err)
	}
	p0 := []survey.Measure{survey.P0}
	y := []float64{1, 2, 3}
	is := func(target error) func(error) bool { return func(err error) bool { return errors.Is(err, target) } }
	value := func(column string, row int, p fgt.Problem) func(error) bool {
		return func(err error) bool {
			var e *fgt.ValueError
			return errors.As(err, &e) && e.Column == column && e.Row == row && e.Problem == p
		}
	}
	tests := []struct {
		name string
		r    survey.Request
		want func(error) bool
	}{
		{"expenditures", survey.Request{Y: y[:2]}, is(survey.ErrLength)},
		{"lines", survey.Request{Y: y, Lines: y[:1], Measures: p0}, is(survey.ErrLength)},
		{"groups", survey.Request{Y: y, Group: []int32{0}, Groups: 1}, is(survey.ErrLength)},
		{"domain of groups", survey.Request{Y: y, Group: []int32{0, 0, 0}, Groups: 1, In: []bool{true}}, is(survey.ErrLength)},
		{"group above", survey.Request{Y: y, Group: []int32{0, 1, 2}, Groups: 2}, is(survey.ErrRequest)},
		{"group below", survey.Request{Y: y, Group: []int32{0, -2, 1}, Groups: 2}, is(survey.ErrRequest)},
		{"groups of nothing", survey.Request{Y: y, Groups: 2}, is(survey.ErrRequest)},
		{"groups below 0", survey.Request{Y: y, Group: []int32{-1, -1, -1}, Groups: -1}, is(survey.ErrRequest)},
		{"no line", survey.Request{Y: y, Measures: p0}, is(survey.ErrRequest)},
		{"negative line", survey.Request{Y: y, Line: -1, Measures: []survey.Measure{survey.Sen}}, is(survey.ErrRequest)},
		{"unknown measure", survey.Request{Y: y, Measures: []survey.Measure{99}}, is(survey.ErrRequest)},
		{"percentile", survey.Request{Y: y, Quantiles: []float64{50}}, is(survey.ErrRequest)},
		{"negative", survey.Request{Y: []float64{1, -2, 3}}, value("expenditure", 1, fgt.Negative)},
		{
			"logarithm of 0",
			survey.Request{Y: []float64{1, 2, 0}, Line: 2, Measures: []survey.Measure{survey.Watts}},
			value("expenditure", 2, fgt.Zero),
		},
		{"zero line", survey.Request{Y: y, Lines: []float64{1, 0, 1}, Measures: p0}, value("line", 1, fgt.Zero)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := d.ByGroup(tt.r); !tt.want(err) {
				t.Errorf("got %v", err)
			}
		})
	}
	table, err := d.ByGroup(survey.Request{Y: []float64{0, 2, 3}, Measures: []survey.Measure{survey.Mean}})
	if err != nil || table.All.Measure(survey.Mean).Value != 5.0/3 {
		t.Errorf("a mean needs no line and takes 0: %v", err)
	}
}

// Programs lean on these names.
func TestReasonIDs(t *testing.T) {
	want := map[survey.Reason]string{
		survey.NotEstimated: "not-estimated", survey.Estimated: "", survey.EmptyGroup: "empty-group", survey.NoValue: "no-value",
		survey.OnePSU: "one-psu", survey.NoVariation: "no-variation", survey.LoneStrata: "lone-strata", survey.NoDegrees: "no-degrees",
	}
	for r, id := range want {
		if r.ID() != id {
			t.Errorf("reason %d is named %q, want %q", r, r.ID(), id)
		}
	}
}
