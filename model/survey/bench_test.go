package survey_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"rakor/model/survey"
)

// national is a made-up national survey: regencies with an urban and a rural stratum, PSUs of about ten households,
// rows in the order of a file.
type national struct {
	people, y   []float64
	strata, psu []int32
	group       []int32
	groups      int
}

// newNational draws the same survey for the same numbers.
func newNational(rows, psus, groups int) *national {
	rng := rand.New(rand.NewPCG(345, 514))
	s := &national{groups: groups}
	for i := range rows {
		p := i * psus / rows
		g := p * groups / psus
		if i == 0 || p != (i-1)*psus/rows {
			rng = rand.New(rand.NewPCG(uint64(p), uint64(g)))
		}
		level := 13.7 + 0.02*float64(g%40) + 0.3*math.Sin(float64(p))
		s.group = append(s.group, int32(g))
		s.strata = append(s.strata, int32(62010+g)*10+int32(p%2))
		s.psu = append(s.psu, int32(p))
		s.people = append(s.people, float64(1+rng.IntN(7))*(20+math.Round(rng.Float64()*200_000)/1000))
		s.y = append(s.y, math.Round(math.Exp(level+0.55*rng.NormFloat64())*100)/100)
	}
	return s
}

func (s *national) design(tb testing.TB, l survey.Lonely) *survey.Design {
	tb.Helper()
	d, err := survey.New(survey.Columns{Weight: s.people, Strata: s.strata, PSU: s.psu}, survey.Rules{Lonely: l})
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func (s *national) request(workers int) survey.Request {
	return survey.Request{
		Y: s.y, Line: 550_000, Group: s.group, Groups: s.groups, Workers: workers,
		Measures:  []survey.Measure{survey.P0, survey.P1, survey.P2, survey.Mean, survey.Gini, survey.Poor},
		Quantiles: quantileProbs(),
	}
}

func BenchmarkSurvey(b *testing.B) {
	for _, size := range []struct{ rows, psus, groups int }{
		{10_000, 1_000, 14}, {345_000, 35_000, 514},
	} {
		s := newNational(size.rows, size.psus, size.groups)
		b.Run(fmt.Sprintf("design %d", size.rows), func(b *testing.B) {
			for b.Loop() {
				s.design(b, survey.Fail)
			}
		})
		d := s.design(b, survey.Fail)
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("by group %d workers %d", size.rows, workers), func(b *testing.B) {
				for b.Loop() {
					if _, err := d.ByGroup(s.request(workers)); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		b.Run(fmt.Sprintf("all %d workers 2", size.rows), func(b *testing.B) {
			for b.Loop() {
				r := s.request(2)
				r.Group, r.Groups = nil, 0
				if _, err := d.ByGroup(r); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("design and by group %d workers 2", size.rows), func(b *testing.B) {
			for b.Loop() {
				if _, err := s.design(b, survey.Fail).ByGroup(s.request(2)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
