package fgt_test

import (
	"errors"
	"math"
	"testing"

	"rakor/model/fgt"
)

func TestVary(t *testing.T) {
	y, w := drawn(9, 500)
	points, err := fgt.Vary(y, w, 7e5, fgt.Shifts())
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range points {
		shift := fgt.Shifts()[i]
		if p.Shift != shift || p.Line != 7e5*(1+shift) || p.Measures != mustOf(t, y, w, p.Line) {
			t.Errorf("shift %v: %+v", shift, p)
		}
	}
	if points[2].Line != 7e5 {
		t.Errorf("shift 0 moved the line to %v", points[2].Line)
	}
	for _, shift := range []float64{-1, -2, math.NaN(), math.Inf(1)} {
		if _, err := fgt.Vary(y, w, 7e5, []float64{shift}); !errors.Is(err, fgt.ErrLine) {
			t.Errorf("shift %v: %v", shift, err)
		}
	}
}

// TestLinesThatDiffer counts by hand with two lines.
func TestLinesThatDiffer(t *testing.T) {
	y, w := drawn(10, 500)
	urban := make([]int32, len(y))
	for i := range urban {
		urban[i] = int32(i % 2)
	}
	level := []float64{6e5, 8e5}
	lines, err := fgt.LinesByGroup(urban, level)
	if err != nil {
		t.Fatal(err)
	}
	r, err := fgt.Relative(y, lines)
	if err != nil {
		t.Fatal(err)
	}
	got := mustOf(t, r, w, 1)
	var people, poor, gap float64
	for i, v := range y {
		people += w[i]
		if z := level[urban[i]]; v < z {
			poor += w[i]
			gap += w[i] * (z - v) / z
		}
	}
	if got.P0 != poor/people || !near(got.P1, gap/people, 1e-12) {
		t.Errorf("got %+v, want %v and %v", got, poor/people, gap/people)
	}
}

func TestRelativeOfOneLineIsTheLine(t *testing.T) {
	y, w := drawn(12, 400)
	const z = 733_333
	lines := make([]float64, len(y))
	for i := range lines {
		lines[i] = z
	}
	r, err := fgt.Relative(y, lines)
	if err != nil {
		t.Fatal(err)
	}
	if one, rel := mustOf(t, y, w, z), mustOf(t, r, w, 1); one != rel {
		t.Errorf("%+v with the line, %+v relative to it", one, rel)
	}
	for name, f := range map[string]func(y, w []float64, z float64) (float64, error){
		"Watts": fgt.Watts, "Sen": fgt.Sen, "SST": fgt.SST,
	} {
		one, err1 := f(y, w, z)
		rel, err2 := f(r, w, 1)
		if err1 != nil || err2 != nil || !near(one, rel, 1e-12) {
			t.Errorf("%s: %v with the line, %v relative to it (%v, %v)", name, one, rel, err1, err2)
		}
	}
}

func TestLinesRefused(t *testing.T) {
	if _, err := fgt.LinesByGroup([]int32{0, 2}, []float64{1, 2}); !errors.Is(err, fgt.ErrGroup) {
		t.Errorf("unknown group: %v", err)
	}
	if _, err := fgt.LinesByGroup([]int32{0}, []float64{1, 0}); !errors.Is(err, fgt.ErrLine) {
		t.Errorf("line 0: %v", err)
	}
	if _, err := fgt.Relative([]float64{1}, []float64{1, 2}); !errors.Is(err, fgt.ErrLength) {
		t.Errorf("lengths: %v", err)
	}
	var e *fgt.ValueError
	if _, err := fgt.Relative([]float64{1, 1}, []float64{1, -2}); !errors.As(err, &e) || e.Column != "line" || e.Row != 1 {
		t.Errorf("negative line: %v", err)
	}
}

// FuzzRelativeKeepsTheLine: below the line is below 1, and on or above it is not, to the last bit.
func FuzzRelativeKeepsTheLine(f *testing.F) {
	f.Add(500_000.0, 499_999.99999999994)
	f.Add(1.9999999999999998, 1.9999999999999996)
	f.Fuzz(func(t *testing.T, z, y float64) {
		if fgt.Classify(z) != fgt.Fine || z < 1e-200 {
			return
		}
		for _, v := range []float64{y, math.Nextafter(z, 0), z, math.Nextafter(z, math.Inf(1))} {
			if fgt.Classify(v) != fgt.Fine {
				continue
			}
			r, err := fgt.Relative([]float64{v}, []float64{z})
			if err != nil {
				t.Fatal(err)
			}
			if (v < z) != (r[0] < 1) {
				t.Errorf("%v under the line %v: %v, of 1: %v", v, z, v < z, r[0])
			}
		}
	})
}
