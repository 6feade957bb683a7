package survey_test

import (
	"flag"
	"math"
	"math/rand/v2"
	"testing"

	"rakor/model/fgt"
	"rakor/model/survey"
)

// samplesFlag makes the experiment longer: go test ./model/survey -run Coverage -samples 100000.
var samplesFlag = flag.Int("samples", 2000, "samples drawn by the coverage experiment")

// population is made up: strata of clusters whose households are alike, which is what design effects come from.
type population struct {
	strata, clusters, households int
	y, size                      []float64 // by household, cluster after cluster
	urban                        []int32   // a domain that cuts through clusters
}

func newPopulation() *population {
	p := &population{strata: 4, clusters: 1500, households: 14}
	rng := rand.New(rand.NewPCG(2025, 7))
	for h := range p.strata {
		for range p.clusters {
			level := 13.75 + 0.12*float64(h) + 0.22*rng.NormFloat64()
			for range p.households {
				p.y = append(p.y, math.Exp(level+0.42*rng.NormFloat64()))
				p.size = append(p.size, float64(1+rng.IntN(6)))
				p.urban = append(p.urban, int32(rng.IntN(3)/2))
			}
		}
	}
	return p
}

// draw takes PSUs and households within them, both without replacement and all alike likely.
func (p *population) draw(rng *rand.Rand, psus, households int) (s national) {
	cluster, member := make([]int, p.clusters), make([]int, p.households)
	for h := range p.strata {
		for c := range cluster {
			cluster[c] = c
		}
		for k := range psus {
			j := k + rng.IntN(len(cluster)-k)
			cluster[k], cluster[j] = cluster[j], cluster[k]
			for m := range member {
				member[m] = m
			}
			for l := range households {
				j := l + rng.IntN(len(member)-l)
				member[l], member[j] = member[j], member[l]
				i := (h*p.clusters+cluster[k])*p.households + member[l]
				weight := float64(p.clusters) / float64(psus) * float64(p.households) / float64(households)
				s.people = append(s.people, weight*p.size[i])
				s.y = append(s.y, p.y[i])
				s.strata, s.psu = append(s.strata, int32(h)), append(s.psu, int32(cluster[k]))
				s.group = append(s.group, p.urban[i])
			}
		}
	}
	s.groups = 2
	return s
}

// TestCoverage draws samples from a population whose truth is known and counts the 95 % intervals that cover it. There
// are 240 PSUs in a sample: linearisation is exact for many of them only. With 100 of them the interval of the Gini
// index, whose distribution is skewed, covers it in 92 to 93 % of samples.
func TestCoverage(t *testing.T) {
	const line = 700_000
	p := newPopulation()
	truth := func(domain int32) (fgt.Measures, *fgt.Curve) {
		var y, w []float64
		for i := range p.y {
			if domain < 0 || p.urban[i] == domain {
				y, w = append(y, p.y[i]), append(w, p.size[i])
			}
		}
		m, err := fgt.Of(y, w, line)
		if err != nil {
			t.Fatal(err)
		}
		c, err := fgt.NewCurve(y, w)
		if err != nil {
			t.Fatal(err)
		}
		return m, c
	}
	all, curve := truth(-1)
	rural, _ := truth(0)
	urban, urbanCurve := truth(1)

	type figure struct {
		name      string
		true      float64
		low, high float64
		covered   int
	}
	figures := []*figure{
		{name: "P0", true: all.P0},
		{name: "P1", true: all.P1},
		{name: "P2", true: all.P2},
		{name: "mean", true: curve.Mean()},
		{name: "Gini", true: curve.Gini()},
		{name: "poor", true: all.Poor},
		{name: "people", true: all.People},
		{name: "quantile 0.2", true: curve.Quantile(0.2)},
		{name: "median", true: curve.Quantile(0.5)},
		{name: "P0 of a domain", true: urban.P0},
		{name: "Gini of a domain", true: urbanCurve.Gini()},
		{name: "difference of domains", true: urban.P0 - rural.P0},
		{name: "difference of samples", true: 0},
	}
	rng := rand.New(rand.NewPCG(1, 2026))
	var last survey.Estimate
	counted := 0
	for n := range *samplesFlag {
		s := p.draw(rng, 60, 8)
		d := s.design(t, survey.Fail)
		r := s.request(1)
		r.Line, r.Quantiles, r.Keep = line, []float64{0.2, 0.5}, true
		r.Measures = append(r.Measures, survey.Persons)
		table := byGroup(t, d, r)
		one, two := &table.All, &table.Groups[1]
		estimates := []survey.Estimate{
			one.Measure(survey.P0), one.Measure(survey.P1), one.Measure(survey.P2), one.Measure(survey.Mean),
			one.Measure(survey.Gini), one.Measure(survey.Poor), one.Measure(survey.Persons), one.Quantiles[0],
			one.Quantiles[1], two.Measure(survey.P0), two.Measure(survey.Gini),
		}
		difference, err := d.Difference(two.Measure(survey.P0), table.Groups[0].Measure(survey.P0))
		if err != nil {
			t.Fatal(err)
		}
		between := survey.Independent(one.Measure(survey.P0), last, 0.95)
		last = one.Measure(survey.P0)
		for i, f := range figures {
			switch i {
			case len(figures) - 1:
				if n == 0 {
					continue
				}
				f.low, f.high = between.Low, between.High
				if between.Significant(0.95) == (f.low <= 0 && 0 <= f.high) {
					t.Fatalf("the test and the interval disagree: %+v", between)
				}
				counted++
			case len(figures) - 2:
				f.low, f.high = difference.Low, difference.High
			default:
				f.low, f.high, _ = estimates[i].Interval()
			}
			if f.low <= f.true && f.true <= f.high {
				f.covered++
			}
		}
	}
	for i, f := range figures {
		n := *samplesFlag
		if i == len(figures)-1 {
			n = counted
		}
		share := float64(f.covered) / float64(n)
		t.Logf("%-22s covered in %.2f %% of %d samples", f.name, 100*share, n)
		if share < 0.93 || share > 0.97 {
			t.Errorf("%s is covered in %.2f %% of samples, expected 93 to 97 %%", f.name, 100*share)
		}
	}
}
