package fgt_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"rakor/model/fgt"
)

func split(t *testing.T, a, b fgt.Sample) fgt.Split {
	t.Helper()
	s, err := fgt.GrowthRedistribution(a, b)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestGrowthRedistribution(t *testing.T) {
	const z = 9e5
	y, w := drawn(1, 400)
	other, otherW := drawn(2, 300)

	t.Run("everybody grows alike", func(t *testing.T) {
		s := split(t, fgt.Sample{Y: y, W: w, Line: z}, fgt.Sample{Y: scale(y, 1.25), W: w, Line: z})
		for a := range fgt.Orders {
			if math.Abs(s.Redistribution[a]) > 1e-14 || s.Growth[a] >= 0 {
				t.Errorf("P%d: growth %v, redistribution %v", a, s.Growth[a], s.Redistribution[a])
			}
		}
		if !near(s.MeanGrowth, 0.25, 1e-13) {
			t.Errorf("mean grew by %v", s.MeanGrowth)
		}
	})
	t.Run("prices grow alike", func(t *testing.T) {
		s := split(t, fgt.Sample{Y: y, W: w, Line: z}, fgt.Sample{Y: scale(y, 2), W: w, Line: 2 * z})
		if s.Change != [fgt.Orders]float64{} || s.MeanGrowth != 0 {
			t.Errorf("a line that follows prices shows a change: %+v", s)
		}
	})
	t.Run("same mean", func(t *testing.T) {
		// Each is moved a fifth of the way to the mean, which stays what it was.
		var sum, people float64
		for i := range y {
			sum += w[i] * y[i]
			people += w[i]
		}
		flat := make([]float64, len(y))
		for i := range y {
			flat[i] = y[i] + (sum/people-y[i])/5
		}
		s := split(t, fgt.Sample{Y: y, W: w, Line: z}, fgt.Sample{Y: flat, W: w, Line: z})
		for a := range fgt.Orders {
			if math.Abs(s.Growth[a]) > 1e-12 || s.Redistribution[a] >= 0 {
				t.Errorf("P%d: growth %v, redistribution %v", a, s.Growth[a], s.Redistribution[a])
			}
		}
	})
	t.Run("two files", func(t *testing.T) {
		a, b := fgt.Sample{Y: y, W: w, Line: z}, fgt.Sample{Y: other, W: otherW, Line: 1.1 * z}
		s, back := split(t, a, b), split(t, b, a)
		for i, change := range s.Change {
			if s.Growth[i]+s.Redistribution[i] != change {
				t.Errorf("P%d does not add up", i)
			}
			if !near(s.Growth[i], -back.Growth[i], 1e-9) || !near(s.Redistribution[i], -back.Redistribution[i], 1e-9) {
				t.Errorf("P%d: the way back is not the opposite: %+v, %+v", i, s, back)
			}
		}
		for i, want := range []float64{s.After.P0 - s.Before.P0, s.After.P1 - s.Before.P1, s.After.P2 - s.Before.P2} {
			if math.Abs(s.Change[i]-want) > 1e-15 {
				t.Errorf("change of P%d is %v, the files differ by %v", i, s.Change[i], want)
			}
		}
		if before := mustOf(t, y, w, z); before != s.Before {
			t.Errorf("first file alone has %+v, in the split %+v", before, s.Before)
		}
	})
}

// TestGrowthRedistributionByHand follows a case small enough for fractions: line 4; 2, 6 (mean 4) become 3, 9 (mean 6)
// with the poorer now at 1/2 of the mean as before, then 5, 7 with the same mean.
func TestGrowthRedistributionByHand(t *testing.T) {
	s := split(t, fgt.Sample{Y: []float64{2, 6}, Line: 4}, fgt.Sample{Y: []float64{5, 7}, Line: 4})
	// P1 at (mean, curve): (4,1) 1/4; (6,1) from 3: 1/8; (4,2) from 10/3: 1/12; (6,2) 0.
	growth := ((1.0/8 - 1.0/4) + (0 - 1.0/12)) / 2
	redistribution := ((1.0/12 - 1.0/4) + (0 - 1.0/8)) / 2
	if !near(s.Growth[1], growth, 1e-14) || !near(s.Redistribution[1], redistribution, 1e-14) {
		t.Errorf("got %v and %v, want %v and %v", s.Growth[1], s.Redistribution[1], growth, redistribution)
	}
}

func TestGrowthRedistributionKeepsItsInput(t *testing.T) {
	y, w := drawn(1, 50)
	y0, w0 := slices.Clone(y), slices.Clone(w)
	split(t, fgt.Sample{Y: y, W: w, Line: 7e5}, fgt.Sample{Y: y, W: w, Line: 8e5})
	if !slices.Equal(y, y0) || !slices.Equal(w, w0) {
		t.Error("the files were modified")
	}
	_, err := fgt.GrowthRedistribution(fgt.Sample{Y: []float64{0}, Line: 1}, fgt.Sample{Y: y, Line: 1})
	if !errors.Is(err, fgt.ErrNoMean) {
		t.Errorf("a file of zeros: %v", err)
	}
}
