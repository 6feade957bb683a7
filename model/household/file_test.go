package household_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"rakor/model/fgt"
	"rakor/model/household"
	"rakor/model/survey"
)

// drawn makes up a file: strata of PSUs of ten households, regions of two
// strata each.
func drawn(seed uint64, households, regions int, level float64) household.Columns {
	rng := rand.New(rand.NewPCG(seed, 7))
	c := household.Columns{Name: fmt.Sprintf("file %d", seed)}
	for g := range regions {
		c.Regions = append(c.Regions, fmt.Sprint(6201+g))
	}
	psus := households / 10
	effect := 0.0
	for i := range households {
		p := i / 10
		if i%10 == 0 {
			effect = 0.2 * rng.NormFloat64()
		}
		g := p * regions / psus
		c.Value = append(c.Value, math.Round(math.Exp(level+effect+0.5*rng.NormFloat64())))
		c.Size = append(c.Size, float64(1+rng.IntN(6)))
		c.Weight = append(c.Weight, 20+100*rng.Float64())
		c.Strata = append(c.Strata, int32(2*g+p%2))
		c.PSU = append(c.PSU, int32(p))
		c.Region = append(c.Region, int32(g))
	}
	return c
}

func people(c household.Columns) []float64 {
	out := make([]float64, len(c.Size))
	for i := range out {
		out[i] = c.Weight[i] * c.Size[i]
	}
	return out
}

// A region of a file is a domain of its whole design.
func TestRegionsAreDomains(t *testing.T) {
	t.Parallel()
	c := drawn(1, 3000, 5, 13.6)
	f, err := household.New(c)
	if err != nil {
		t.Fatal(err)
	}
	d, err := survey.New(survey.Columns{Weight: people(c), Strata: c.Strata, PSU: c.PSU}, survey.Rules{Lonely: survey.Adjust})
	if err != nil {
		t.Fatal(err)
	}
	const z = 600_000
	table, err := d.ByGroup(survey.Request{
		Y: c.Value, Line: z, Group: c.Region, Groups: len(c.Regions), Measures: []survey.Measure{survey.P0, survey.P1, survey.P2, survey.Mean, survey.Gini},
	})
	if err != nil {
		t.Fatal(err)
	}
	check := func(name string, s *household.Sample, r *survey.Row) {
		at := s.At(z)
		for m, got := range map[survey.Measure]survey.Estimate{survey.P0: at.P0, survey.P1: at.P1, survey.P2: at.P2, survey.Mean: s.Mean, survey.Gini: s.Gini} {
			want := r.Measure(m)
			if math.Abs(got.Value-want.Value) > 1e-12*math.Abs(want.Value) || math.Abs(got.SE-want.SE) > 1e-9*want.SE {
				t.Errorf("%s, %s: %v (%v), want %v (%v)", name, m.ID(), got.Value, got.SE, want.Value, want.SE)
			}
		}
		if c := s.Curve.At(z); math.Abs(c.P0-at.P0.Value) > 1e-12 || math.Abs(c.P1-at.P1.Value) > 1e-12 {
			t.Errorf("%s: curve %v, %v", name, c, at.P0)
		}
	}
	all, own := f.For("nosuch")
	if own {
		t.Error("a region that the file does not have")
	}
	check("everybody", all, &table.All)
	for g, label := range c.Regions {
		s, own := f.For(label)
		if !own {
			t.Errorf("%s is not told apart", label)
		}
		check(label, s, &table.Groups[g])
	}
	if f.Regions() != 5 || f.PSUs != 300 || f.Strata != 10 || f.Lone != 0 || all.Rows() != 3000 {
		t.Errorf("%+v", f)
	}
}

// The split from two curves is the split from two files.
func TestChangeIsGrowthRedistribution(t *testing.T) {
	t.Parallel()
	a, b := drawn(1, 2000, 1, 13.5), drawn(2, 2500, 1, 13.7)
	one, err := household.New(a)
	if err != nil {
		t.Fatal(err)
	}
	two, err := household.New(b)
	if err != nil {
		t.Fatal(err)
	}
	s1, _ := one.For("")
	s2, _ := two.For("")
	for _, z := range [][2]float64{{500_000, 540_000}, {540_000, 500_000}, {3e6, 3.1e6}, {100, 110}} {
		got, err := household.Change(s1, z[0], s2, z[1])
		if err != nil {
			t.Fatal(err)
		}
		want, err := fgt.GrowthRedistribution(fgt.Sample{Y: a.Value, W: people(a), Line: z[0]}, fgt.Sample{Y: b.Value, W: people(b), Line: z[1]})
		if err != nil {
			t.Fatal(err)
		}
		for k := range fgt.Orders {
			for what, d := range map[string]float64{
				"growth": got.Growth[k] - want.Growth[k], "redistribution": got.Redistribution[k] - want.Redistribution[k], "change": got.Change[k] - want.Change[k],
			} {
				if math.Abs(d) > 1e-12 {
					t.Errorf("%v, P%d, %s is off by %v", z, k, what, d)
				}
			}
		}
		if math.Abs(got.MeanGrowth-want.MeanGrowth) > 1e-12 {
			t.Errorf("mean %v, want %v", got.MeanGrowth, want.MeanGrowth)
		}
	}
	if _, err := household.Change(s1, 0, s2, 1); !errors.Is(err, fgt.ErrLine) {
		t.Errorf("no line: %v", err)
	}
}

func TestNewRefuses(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func(*household.Columns){
		"weight 0":      func(c *household.Columns) { c.Weight[3] = 0 },
		"nobody":        func(c *household.Columns) { c.Size[3] = 0 },
		"below nothing": func(c *household.Columns) { c.Value[3] = -1 },
		"missing":       func(c *household.Columns) { c.Value[3] = math.NaN() },
		"no rows":       func(c *household.Columns) { *c = household.Columns{} },
		"short":         func(c *household.Columns) { c.Strata = c.Strata[:5] },
		"no such code":  func(c *household.Columns) { c.Region[3] = 99 },
	} {
		c := drawn(1, 100, 2, 13)
		spoil(&c)
		if _, err := household.New(c); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	c := drawn(1, 100, 2, 13)
	c.Strata = make([]int32, 100)
	for i := range c.Strata {
		c.Strata[i] = int32(i / 10) // every stratum has one PSU
	}
	f, err := household.New(c)
	if err != nil || f.Lone != 10 {
		t.Errorf("%+v, %v", f, err)
	}
}

func BenchmarkFile(b *testing.B) {
	c := drawn(1, 345_000, 514, 13.6)
	b.Run("open", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := household.New(c); err != nil {
				b.Fatal(err)
			}
		}
	})
	f, err := household.New(c)
	if err != nil {
		b.Fatal(err)
	}
	s, _ := f.For("")
	b.Run("line", func(b *testing.B) {
		for b.Loop() {
			s.At(600_000)
		}
	})
}
