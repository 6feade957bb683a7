package headcount

import (
	"rakor/model"
	"rakor/model/compare"
)

// HouseholdSizePoor is the indicator of the members of a poor household
// (rata-rata anggota rumah tangga miskin).
const HouseholdSizePoor model.IndicatorID = "hhsize_poor"

// Figure is a published figure, or that there is none.
type Figure = model.Maybe[model.Observation]

// Inputs are the published figures of a region that an estimate begins with,
// each with its period and sources. What is missing is unknown, never 0.
type Inputs struct {
	Region model.RegionCode
	Period model.Period // of the rate; what was asked for where there is no rate
	Rate   Figure       // P0, percent
	Count  Figure       // published number of poor people, thousands, same period as the rate
	P1     Figure       // poverty gap index, same period
	Line   Figure       // poverty line, rupiah a person a month, same period
	// Population is BPS's, of the year of the rate or the nearest one.
	Population Figure
	// Admin is the civil register's population (Kemendagri), which counts
	// something else. It is an alternative to be shown, never put in place of
	// Population.
	Admin  Figure
	Target model.Maybe[model.Target]
}

// FromDataset collects the published figures of a region. No period is the
// period with which a comparison of P0 opens for the region (the newest round
// of March that is common, see [compare.NewestCommon]); a year is its March
// round, else its only one.
//
// Count, P1 and line are those of the rate's own period or missing. Population
// and Admin are of the rate's year, else of the nearest year (of two equally
// near the later one); within a year the one nearest in months, a whole year
// standing for its middle. Target is the earliest one for P0 that does not lie
// before the rate, else the latest. Nothing is computed.
func FromDataset(ds *model.Dataset, region model.RegionCode, period model.Period) Inputs {
	if period.IsZero() {
		period, _ = compare.NewestCommon(ds, model.P0, region)
	}
	in := Inputs{Region: region, Period: period}
	in.Rate = at(ds, model.P0, region, period)
	if in.Rate.OK {
		in.Period = in.Rate.V.Period
	}
	in.Count = exactly(ds, model.Poor, region, in.Period)
	in.P1 = exactly(ds, model.P1, region, in.Period)
	in.Line = exactly(ds, model.Line, region, in.Period)
	in.Population = nearest(ds, model.Population, region, in.Period)
	in.Admin = nearest(ds, model.PopulationAdmin, region, in.Period)
	in.Target = target(ds, region, in.Period)
	return in
}

// RateDecimals gives the decimals that BPS prints the rate with.
func (in Inputs) RateDecimals() int { return 2 }

// CountDecimals gives the decimals that BPS printed the count with: one before
// 2015, two since.
func (in Inputs) CountDecimals() int {
	if in.Count.OK && in.Count.V.Period.Year < 2015 {
		return 1
	}
	return 2
}

// PopulationYearsOff gives how many years the population lies after the rate
// (below 0: before); 0 where either is missing.
func (in Inputs) PopulationYearsOff() int {
	if !in.Rate.OK || !in.Population.OK {
		return 0
	}
	return int(in.Population.V.Period.Year - in.Rate.V.Period.Year)
}

// MembersOfPoorHousehold gives the factor from households to persons that the
// dataset has for a region or its province: the newest figure not after the
// period, else the earliest; ok is false where there is none. It is the mean
// of poor households, so of no use for others.
func MembersOfPoorHousehold(ds *model.Dataset, region model.RegionCode, period model.Period) (f Factor[Household, Person], ok bool) {
	s, err := ds.Series(HouseholdSizePoor)
	if err != nil {
		return f, false
	}
	obs := s.Of(region)
	if len(obs) == 0 {
		prov, found := ds.Province(region)
		if !found {
			return f, false
		}
		obs = s.Of(prov.Code)
	}
	if len(obs) == 0 {
		return f, false
	}
	o := obs[0]
	for _, x := range obs {
		if !period.Before(x.Period) {
			o = x
		}
	}
	if len(o.Sources) == 0 {
		return f, false
	}
	f, err = NewFactor[Household, Person](string(HouseholdSizePoor), o.Value, o.Period, o.Sources[0])
	return f, err == nil
}

func exactly(ds *model.Dataset, id model.IndicatorID, r model.RegionCode, p model.Period) Figure {
	o, ok := ds.At(r, id, p)
	return Figure{V: o, OK: ok}
}

func at(ds *model.Dataset, id model.IndicatorID, r model.RegionCode, p model.Period) Figure {
	f := exactly(ds, id, r, p)
	if f.OK || p.Month != 0 {
		return f
	}
	s, err := ds.Series(id)
	if err != nil {
		return f
	}
	o, ok := s.InYear(r, p.Year)
	return Figure{V: o, OK: ok}
}

// nearest gives the figure of the year of p, or of the nearest year.
func nearest(ds *model.Dataset, id model.IndicatorID, r model.RegionCode, p model.Period) Figure {
	s, err := ds.Series(id)
	if err != nil {
		return Figure{}
	}
	best, found := model.Period{}, false
	for _, q := range s.Periods() {
		if _, ok := s.Value(r, q); ok && (!found || !farther(q, best, p)) {
			best, found = q, true
		}
	}
	if !found {
		return Figure{}
	}
	return exactly(ds, id, r, best)
}

// farther tells whether q lies farther from p than best does: by years, within
// one year by months. Periods come oldest first, so that of two equally near
// the later one is kept.
func farther(q, best, p model.Period) bool {
	a, b := abs(int(q.Year-p.Year)), abs(int(best.Year-p.Year))
	if a != b || q.Year != best.Year {
		return a > b
	}
	return abs(months(q)-months(p)) > abs(months(best)-months(p))
}

// months gives the month that p lies in, counted from year 0; a whole year is
// its June.
func months(p model.Period) int {
	m := int(p.Month)
	if m == 0 {
		m = 6
	}
	return 12*int(p.Year) + m
}

func abs(n int) int { return max(n, -n) }

func target(ds *model.Dataset, r model.RegionCode, p model.Period) model.Maybe[model.Target] {
	ts := ds.Targets(r, model.P0)
	for _, t := range ts {
		if t.Year >= p.Year {
			return model.Known(t)
		}
	}
	if len(ts) > 0 {
		return model.Known(ts[len(ts)-1])
	}
	return model.Maybe[model.Target]{}
}
