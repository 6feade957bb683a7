package fgt_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"rakor/model/fgt"
)

// pairs is the definition of Gini: the mean difference over all pairs, over twice the mean.
func pairs(y, w []float64) float64 {
	var diff, people, total float64
	for i := range y {
		people += w[i]
		total += w[i] * y[i]
		for j := range y {
			diff += w[i] * w[j] * math.Abs(y[i]-y[j])
		}
	}
	return diff / (2 * people * total)
}

func TestGiniIsTheMeanDifference(t *testing.T) {
	for seed := range uint64(10) {
		y, w := drawn(seed, 200)
		got, err := fgt.Gini(y, w)
		if err != nil {
			t.Fatal(err)
		}
		if want := pairs(y, w); !near(got, want, 1e-12) {
			t.Errorf("seed %d: %v, pairs give %v", seed, got, want)
		}
	}
	if _, err := fgt.Gini([]float64{0, 0}, nil); !errors.Is(err, fgt.ErrNoMean) {
		t.Errorf("of zeros: %v", err)
	}
	if g, err := fgt.Gini([]float64{7}, nil); g != 0 || err != nil {
		t.Errorf("of one person: %v, %v", g, err)
	}
}

func TestWattsIsTheMeanLogGap(t *testing.T) {
	y, w := drawn(3, 200)
	const z = 1e6
	var sum, people float64
	for i := range y {
		people += w[i]
		if y[i] < z {
			sum += w[i] * (math.Log(z) - math.Log(y[i]))
		}
	}
	got, err := fgt.Watts(y, w, z)
	if err != nil || !near(got, sum/people, 1e-12) {
		t.Errorf("got %v, %v, want %v", got, err, sum/people)
	}
	var e *fgt.ValueError
	if _, err := fgt.Watts([]float64{3, 0}, nil, 1); !errors.As(err, &e) || e.Row != 1 || e.Problem != fgt.Zero {
		t.Errorf("the logarithm of 0: %v", err)
	}
}

// senOf is Sen's formula with ranks, for q poor of n people of weight 1: the poorest has rank q.
func senOf(y []float64, z float64) float64 {
	y = slices.Clone(y)
	slices.Sort(y)
	q := 0
	for q < len(y) && y[q] < z {
		q++
	}
	var sum float64
	for i, v := range y[:q] {
		sum += (z - v) * float64(q-i)
	}
	return 2 * sum / (float64(q+1) * float64(len(y)) * z)
}

// TestSenIsTheLimitOfRanks repeats every person many times, as weights do: Sen's formula with ranks tends to the form
// for large numbers as 1/q.
func TestSenIsTheLimitOfRanks(t *testing.T) {
	y, _ := drawn(5, 40)
	const z = 1.1e6
	w := make([]float64, len(y))
	for i := range w {
		w[i] = float64(1 + i%3)
	}
	got, err := fgt.Sen(y, w, z)
	if err != nil {
		t.Fatal(err)
	}
	ranks := func(times int) float64 {
		var all []float64
		for i, v := range y {
			for range times * int(w[i]) {
				all = append(all, v)
			}
		}
		return senOf(all, z)
	}
	// Doubling the number halves the distance, so twice the second less the first is the limit but for 1/q^2.
	if limit := 2*ranks(200) - ranks(100); !near(got, limit, 1e-6) || near(got, ranks(1), 1e-3) {
		t.Errorf("got %v, ranks tend to %v and give %v at first", got, limit, ranks(1))
	}
}

// TestSSTIsShorrocksFormula compares with (1/n^2) sum of (2n - 2i + 1) gap_i, gaps from the largest.
func TestSSTIsShorrocksFormula(t *testing.T) {
	y, _ := drawn(6, 301)
	const z = 1.1e6
	gaps := make([]float64, len(y))
	for i, v := range y {
		gaps[i], _ = fgt.Gap(v, z)
	}
	slices.Sort(gaps)
	slices.Reverse(gaps)
	n := float64(len(y))
	var want float64
	for i, g := range gaps {
		want += (2*n - 2*float64(i+1) + 1) * g / (n * n)
	}
	got, err := fgt.SST(y, nil, z)
	if err != nil || !near(got, want, 1e-12) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
}

func TestIndicesAtTheEdges(t *testing.T) {
	index := map[string]func(y, w []float64, z float64) (float64, error){
		"Watts": fgt.Watts, "Sen": fgt.Sen, "SST": fgt.SST,
	}
	for name, f := range index {
		if v, err := f([]float64{5, 6}, nil, 5); v != 0 || err != nil {
			t.Errorf("%s of nobody poor: %v, %v", name, v, err)
		}
	}
	for _, name := range []string{"Sen", "SST"} {
		if v, err := index[name]([]float64{0, 0}, nil, 5); !near(v, 1, 1e-15) || err != nil {
			t.Errorf("%s of people without anything: %v, %v", name, v, err)
		}
	}
	// Among equal poor people Sen is P1, and a transfer from the poorer to the less poor raises every index.
	even, _ := fgt.Sen([]float64{2, 2, 9}, nil, 4)
	if want := 1.0 / 3; !near(even, want, 1e-14) {
		t.Errorf("Sen of equals: %v, want the gap index %v", even, want)
	}
	for name, f := range index {
		before, _ := f([]float64{2, 3, 9}, nil, 4)
		after, _ := f([]float64{1, 3.9, 9}, nil, 4)
		if after <= before {
			t.Errorf("%s does not see a transfer upwards: %v then %v", name, before, after)
		}
	}
}
