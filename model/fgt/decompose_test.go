package fgt_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"rakor/model/fgt"
)

// addsUp fails unless every sum over groups is the total bit for bit.
func addsUp(t *testing.T, d fgt.Decomposition) {
	t.Helper()
	var share, people, poor float64
	var contribution, relative [fgt.Orders]float64
	for _, p := range d.Parts {
		share += p.Share
		people += p.People
		poor += p.Poor
		for a := range contribution {
			contribution[a] += p.Contribution[a]
			relative[a] += p.Relative[a]
		}
	}
	if share != 1 || people != d.Total.People || poor != d.Total.Poor {
		t.Fatalf("shares add up to %v, people to %v of %v, poor to %v of %v",
			share, people, d.Total.People, poor, d.Total.Poor)
	}
	if total := [fgt.Orders]float64{d.Total.P0, d.Total.P1, d.Total.P2}; contribution != total {
		t.Fatalf("contributions add up to %v, not %v", contribution, total)
	}
	for a, r := range relative {
		if r != 1 && !(math.IsNaN(r) && contribution[a] == 0) {
			t.Fatalf("relative contributions to P%d add up to %v", a, r)
		}
	}
}

func TestDecompose(t *testing.T) {
	y := []float64{1, 3, 1, 2, 8}
	w := []float64{1, 1, 2, 2, 2}
	d, err := fgt.Decompose(y, w, 2, []int32{0, 0, 2, 2, 2}, 3)
	if err != nil {
		t.Fatal(err)
	}
	addsUp(t, d)
	if p := d.Parts[0]; p.Share != 0.25 || p.P0 != 0.5 || p.P1 != 0.25 || p.Contribution[0] != 0.125 || p.Rows != 2 {
		t.Errorf("first group: %+v", p)
	}
	if p := d.Parts[1]; p.Share != 0 || !math.IsNaN(p.P0) || p.Contribution[0] != 0 || p.Relative[0] != 0 {
		t.Errorf("a group without rows has no rate and contributes nothing: %+v", p)
	}
	if p := d.Parts[2]; !near(p.Relative[0], 2.0/3, 1e-15) || p.PoorRows != 1 {
		t.Errorf("last group: %+v", p)
	}
}

func TestDecomposeAddsUpAndAgrees(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 2))
	for seed := range uint64(300) {
		y, w := drawn(seed, 5+rng.IntN(400))
		groups := 1 + rng.IntN(60)
		group := make([]int32, len(y))
		for i := range group {
			group[i] = int32(rng.IntN(groups) * rng.IntN(2)) // half of all in group 0
		}
		z := 1e5 * math.Exp(rng.Float64()*3)
		d, err := fgt.Decompose(y, w, z, group, groups)
		if err != nil {
			t.Fatal(err)
		}
		addsUp(t, d)
		m := mustOf(t, y, w, z)
		if !near(d.Total.P2, m.P2, 1e-13) || !near(d.Total.People, m.People, 1e-13) || d.Total.PoorRows != m.PoorRows {
			t.Fatalf("total %+v, all at once %+v", d.Total, m)
		}
		for g, p := range d.Parts {
			if p.Rows > 0 && !near(p.Share*p.P1, p.Contribution[1], 1e-12) {
				t.Fatalf("group %d: share times gap is %v, contribution %v", g, p.Share*p.P1, p.Contribution[1])
			}
		}
	}
}

func TestDecomposeRefusesGroups(t *testing.T) {
	for name, group := range map[string][]int32{"below": {0, -1}, "above": {0, 2}} {
		if _, err := fgt.Decompose([]float64{1, 2}, nil, 1, group, 2); !errors.Is(err, fgt.ErrGroup) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := fgt.Decompose([]float64{1, 2}, nil, 1, []int32{0}, 2); !errors.Is(err, fgt.ErrLength) {
		t.Errorf("too few codes: %v", err)
	}
}

func FuzzDecomposeAddsUp(f *testing.F) {
	f.Add(uint64(1), uint16(10), uint8(3), 5e5)
	f.Fuzz(func(t *testing.T, seed uint64, n uint16, groups uint8, z float64) {
		y, w := drawn(seed, 1+int(n)%500)
		k := 1 + int(groups)
		group := make([]int32, len(y))
		rng := rand.New(rand.NewPCG(seed, 1))
		for i := range group {
			group[i] = int32(rng.IntN(k))
		}
		d, err := fgt.Decompose(y, w, z, group, k)
		if err != nil {
			return // the line
		}
		addsUp(t, d)
	})
}
