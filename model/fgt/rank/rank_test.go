package rank_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"testing"

	"rakor/model/fgt/rank"
)

// slow is the standard library's stable sort of the same rows.
func slow(values []float64) []int32 {
	rows := iota32(len(values))
	sort.SliceStable(rows, func(i, j int) bool { return values[rows[i]] < values[rows[j]] })
	return rows
}

func iota32(n int) []int32 {
	rows := make([]int32, n)
	for i := range rows {
		rows[i] = int32(i)
	}
	return rows
}

func check(t *testing.T, s *rank.Sorter, values []float64) {
	t.Helper()
	want := slow(values)
	got, sorted := iota32(len(values)), slices.Clone(values)
	s.Sort(sorted, got)
	if !slices.Equal(got, want) {
		t.Fatalf("order of %d values differs from a stable sort", len(values))
	}
	for i, r := range got {
		if sorted[i] != values[r] {
			t.Fatalf("value %d is %v, but row %d holds %v", i, sorted[i], r, values[r])
		}
	}
}

func TestSortAgreesWithStableSort(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	draw := map[string]func() float64{
		"spread":      func() float64 { return math.Exp(rng.NormFloat64()*5) * 1e5 },
		"ties":        func() float64 { return float64(rng.IntN(7)) },
		"both signs":  func() float64 { return rng.NormFloat64() },
		"all equal":   func() float64 { return 3.5 },
		"zeros":       func() float64 { return math.Copysign(0, rng.NormFloat64()) },
		"rupiah":      func() float64 { return math.Round(rng.Float64()*1e9) / 100 },
		"infinite":    func() float64 { return math.Inf(rng.IntN(2)*2 - 1) },
		"subnormal":   func() float64 { return rng.Float64() * 1e-310 },
		"low bits":    func() float64 { return 1 + float64(rng.IntN(1e9))*0x1p-52 },
		"near to one": func() float64 { return math.Nextafter(1, float64(rng.IntN(3))) },
	}
	var s rank.Sorter // one for all sizes: what it keeps must not leak from call to call
	for name, next := range draw {
		for _, n := range []int{0, 1, 2, 127, 128, 129, 1000, 300, 5000} {
			t.Run(fmt.Sprintf("%s %d", name, n), func(t *testing.T) {
				values := make([]float64, n)
				for i := range values {
					values[i] = next()
				}
				check(t, &s, values)
				sort.Float64s(values)
				check(t, &s, values)
				slices.Reverse(values)
				check(t, &s, values)
			})
		}
	}
}

func TestSortTakesTheShorterLength(t *testing.T) {
	values, rows := []float64{3, 1, 2}, []int32{0, 1}
	new(rank.Sorter).Sort(values, rows)
	if !slices.Equal(values, []float64{1, 3, 2}) || !slices.Equal(rows, []int32{1, 0}) {
		t.Errorf("got %v %v, want the first two in order and the third untouched", values, rows)
	}
}

func FuzzSort(f *testing.F) {
	f.Add(uint64(1), uint16(100), uint8(3))
	f.Fuzz(func(t *testing.T, seed uint64, n uint16, kinds uint8) {
		rng := rand.New(rand.NewPCG(seed, 0))
		values := make([]float64, int(n)%3000)
		for i := range values {
			v := math.Float64frombits(rng.Uint64())
			if math.IsNaN(v) || kinds%2 == 1 {
				v = float64(rng.IntN(int(kinds)+1)) - float64(kinds)/2
			}
			values[i] = v
		}
		check(t, new(rank.Sorter), values)
	})
}

func BenchmarkSort(b *testing.B) {
	for _, n := range []int{30, 64, 100, 670, 10_000, 345_000} {
		rng := rand.New(rand.NewPCG(7, 7))
		values := make([]float64, n)
		for i := range values {
			values[i] = math.Round(math.Exp(rng.NormFloat64()*0.6+14)*100) / 100
		}
		work, rows := make([]float64, n), make([]int32, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var s rank.Sorter
			for b.Loop() {
				copy(work, values)
				for i := range rows {
					rows[i] = int32(i)
				}
				s.Sort(work, rows)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/row")
		})
	}
}

func TestSortKeepsEverythingWithNaN(t *testing.T) {
	for _, n := range []int{5, 400} {
		values, rows := make([]float64, n), iota32(n)
		for i := range values {
			values[i] = float64((i * 7919) % n)
			if i%3 == 0 {
				values[i] = math.NaN()
			}
		}
		before := slices.Clone(values)
		new(rank.Sorter).Sort(values, rows)
		seen := make([]bool, n)
		for i, r := range rows {
			same := values[i] == before[r] || math.IsNaN(values[i]) && math.IsNaN(before[r])
			if seen[r] || !same {
				t.Fatalf("row %d of %d came out wrong", r, n)
			}
			seen[r] = true
		}
	}
}
