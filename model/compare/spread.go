package compare

import (
	"math"
	"slices"

	"rakor/model"
)

// Share is what one regency had in the change of its province.
type Share struct {
	Region           model.Region
	RateFrom, RateTo float64 // in percent
	BaseFrom, BaseTo float64 // people, see [SurveyBase]
	// Within is mean share x change of rate, Between is change of share x (mean
	// rate - mean of the province), both in points of the province.
	Within, Between float64
}

// Points is what the regency added to the province's change.
func (s Share) Points() float64 { return s.Within + s.Between }

// Decomposition is a province's change of [model.P0] as the sum of its
// regencies' parts (Kitagawa 1955): with w a regency's part of the people and r
// its rate, bars for the mean of both years,
//
//	sum w r | to - from  =  sum w̄ Δr  +  sum Δw (r̄ - R̄)
//
// the first sum is what changed within regencies, the second what people moving
// between them did. Exact for the sum over regencies; Unexplained is what the
// printed rate of the province differs from that.
type Decomposition struct {
	Province        model.Region
	From, To        model.Period
	Shares          []Share // in the order of the file
	Missing         []model.RegionCode
	Within, Between float64
	Published       model.Maybe[float64] // change of the province's printed rate
	OK              bool                 // every regency has both figures for both periods
}

// Total is the sum over regencies.
func (d *Decomposition) Total() float64 { return d.Within + d.Between }

// Unexplained is the printed change less the sum; unknown without a printed one.
func (d *Decomposition) Unexplained() model.Maybe[float64] {
	if !d.Published.OK {
		return d.Published
	}
	return model.Known(d.Published.V - d.Total())
}

// Decompose breaks a province's change between two periods. Where a regency
// lacks a figure nothing is summed and OK is false: a part is not the whole.
// So it is for a province that was split between the two.
// Periods with a break between them are refused likewise.
func Decompose(ds *model.Dataset, province model.RegionCode, from, to model.Period) Decomposition {
	p, _ := ds.Region(province)
	d := Decomposition{Province: p, From: from, To: to}
	series, err := ds.Series(model.P0)
	if err != nil {
		return d
	}
	members := ChildrenAt(ds, series, province, to)
	if !slices.Equal(members, ChildrenAt(ds, series, province, from)) { // it was split
		d.Missing = members
		return d
	}
	var wFrom, wTo float64
	for _, c := range members {
		r, _ := ds.Region(c)
		s := Share{Region: r}
		var okA, okB bool
		s.BaseFrom, okA = SurveyBase(ds, c, from)
		s.BaseTo, okB = SurveyBase(ds, c, to)
		_, broken := ds.BreakBetween(model.P0, c, from, to)
		if !okA || !okB || broken || !from.SameRound(to) {
			d.Missing = append(d.Missing, c)
			continue
		}
		s.RateFrom, _ = ds.Value(c, model.P0, from)
		s.RateTo, _ = ds.Value(c, model.P0, to)
		wFrom, wTo = wFrom+s.BaseFrom, wTo+s.BaseTo
		d.Shares = append(d.Shares, s)
	}
	d.OK = len(d.Shares) > 1 && len(d.Missing) == 0
	if !d.OK {
		d.Shares = nil
		return d
	}
	rFrom, rTo := 0.0, 0.0
	for _, s := range d.Shares {
		rFrom += s.BaseFrom / wFrom * s.RateFrom
		rTo += s.BaseTo / wTo * s.RateTo
	}
	mean := (rFrom + rTo) / 2
	for i := range d.Shares {
		s := &d.Shares[i]
		a, b := s.BaseFrom/wFrom, s.BaseTo/wTo
		s.Within = (a + b) / 2 * (s.RateTo - s.RateFrom)
		s.Between = (b - a) * ((s.RateFrom+s.RateTo)/2 - mean)
		d.Within, d.Between = d.Within+s.Within, d.Between+s.Between
	}
	if a, ok := ds.Value(province, model.P0, from); ok {
		if b, ok := ds.Value(province, model.P0, to); ok {
			d.Published = model.Known(model.Round(b-a, 9))
		}
	}
	return d
}

// Dispersion is how far regions lie apart in one period.
type Dispersion struct {
	Period model.Period
	N      int
	Mean   float64
	SD     float64 // over the regions, divided by n - 1
	CV     float64 // SD / Mean
}

// Convergence asks whether regions draw nearer (konvergensi).
type Convergence struct {
	From, To model.Period
	N        int // regions with a figure for both periods
	// OK: at least [LeastPairs] regions.
	OK bool
	// Beta is the least-squares slope b of (y_to - y_from) / years = a + b
	// y_from: below zero the higher ones fell faster. BetaLow and BetaHigh are
	// its interval at Level from Student's t with n - 2 degrees. A figure that
	// was high by the chance of its sample falls back by itself, so that b is
	// below zero even where nothing draws nearer: sigma decides.
	Beta, BetaLow, BetaHigh, Level float64
	// Sigma are the spreads of the same regions, one a year of the same round.
	Sigma []Dispersion
}

// Converge gives beta between two periods of the same round, and the spread for
// every such period between them that all those regions have.
func Converge(ds *model.Dataset, id model.IndicatorID, regions []model.RegionCode, from, to model.Period) Convergence {
	c := Convergence{From: from, To: to, Level: DefaultLevel}
	s, err := ds.Series(id)
	if err != nil || !from.SameRound(to) || to.Year <= from.Year {
		return c
	}
	var both []model.RegionCode
	var x, y []float64
	years := float64(to.Year - from.Year)
	for _, r := range regions {
		a, okA := s.Value(r, from)
		b, okB := s.Value(r, to)
		if _, broken := ds.BreakBetween(id, r, from, to); okA && okB && !broken {
			both, x, y = append(both, r), append(x, a), append(y, (b-a)/years)
		}
	}
	c.N = len(both)
	if c.N < LeastPairs {
		return c
	}
	c.Beta, c.BetaLow, c.BetaHigh, c.OK = line(x, y, c.Level)
	for _, p := range s.Periods() {
		if p.SameRound(from) && !p.Before(from) && !to.Before(p) && hasAll(s, both, p) {
			vs := make([]float64, 0, len(both))
			for _, r := range both {
				v, _ := s.Value(r, p)
				vs = append(vs, v)
			}
			c.Sigma = append(c.Sigma, dispersion(p, vs))
		}
	}
	return c
}

func dispersion(p model.Period, vs []float64) Dispersion {
	d := Dispersion{Period: p, N: len(vs), SD: deviation(vs)}
	for _, v := range vs {
		d.Mean += v / float64(len(vs))
	}
	if d.Mean != 0 {
		d.CV = d.SD / math.Abs(d.Mean)
	}
	return d
}
