package compare

import (
	"rakor/model"
)

// Standing is where one region stands (posisi relatif): its figure, the
// distances to province and nation in points and in people, and its place
// among all regencies and cities and among its peers.
type Standing struct {
	Row Row
	// PeopleToProvince and PeopleToNation are ToProvince and ToNation of the row
	// in people: distance / 100 x base, where base = 100 x poor / rate is the
	// population that the survey itself had in that period; how many people
	// fewer (more, where positive the other way) would be poor at the other
	// side's rate. Known only for [model.P0] and where the number of poor people
	// is printed for the very same period. Not rounded.
	PeopleToProvince, PeopleToNation model.Maybe[float64]
	// Rank counts from 1, the best, among Of regencies and cities of the whole
	// country that have a figure for the row's period; 0 where the row has none.
	Rank, Of int
	// PeerRank and PeerOf are the same among the regencies and cities asked for,
	// the row's own region counted.
	PeerRank, PeerOf int
	// PeerPercentile is the part, in percent, of the other peers with a figure
	// for the same period whose figure is lower, those equal counted half.
	PeerPercentile model.Maybe[float64]
}

// Standings gives where each row of a comparison stands; peers are the
// regencies and cities of the peer group. The comparison must have been made
// with Position. Nothing for an unknown indicator.
//
// Formula of the percentile: 100 (below + equal/2) / others, see [Row].
func Standings(ds *model.Dataset, res Result, peers []model.RegionCode) []Standing {
	s, err := ds.Series(res.Indicator.ID)
	if err != nil {
		return nil
	}
	locals := ds.Locals()
	out := make([]Standing, 0, len(res.Rows))
	for _, r := range res.Rows {
		st := Standing{Row: r}
		if r.OK {
			st.PeopleToProvince = people(ds, res.Indicator.ID, r, r.ToProvince)
			st.PeopleToNation = people(ds, res.Indicator.ID, r, r.ToNation)
		}
		if r.OK && r.Region.Level.IsLocal() {
			v := r.Observation.Value
			st.Rank, st.Of = placeAmong(s, locals, r.Region.Code, r.Period, v)
			st.PeerRank, st.PeerOf = placeAmong(s, peers, r.Region.Code, r.Period, v)
			st.PeerPercentile = percentile(s, peers, r.Region.Code, r.Period, v)
		}
		out = append(out, st)
	}
	return out
}

// people turns a distance of rates into people of the row's region.
func people(ds *model.Dataset, id model.IndicatorID, r Row, d model.Maybe[float64]) model.Maybe[float64] {
	base, ok := SurveyBase(ds, r.Region.Code, r.Period)
	if id != model.P0 || !d.OK || !ok {
		return model.Maybe[float64]{}
	}
	return model.Known(d.V / 100 * base)
}

// SurveyBase gives the population that the survey had for a region in a period,
// 100 x poor / rate in people, from the printed number and rate of the poor. ok
// is false where either is missing or zero. It carries the rounding of both.
func SurveyBase(ds *model.Dataset, r model.RegionCode, p model.Period) (base float64, ok bool) {
	rate, has := ds.Value(r, model.P0, p)
	poor, hasPoor := ds.Value(r, model.Poor, p)
	if !has || !hasPoor || rate <= 0 || poor <= 0 {
		return 0, false
	}
	return poor * 1000 / (rate / 100), true
}

// placeAmong ranks r among all that have a figure for p, r itself counted.
func placeAmong(s *model.Series, all []model.RegionCode, r model.RegionCode, p model.Period, v float64) (rank, of int) {
	rank, of = 1, 1
	for _, q := range all {
		w, ok := s.Value(q, p)
		if !ok || q == r {
			continue
		}
		of++
		if Better(s.Indicator(), w, v) {
			rank++
		}
	}
	return rank, of
}

// Yearly compares the same regions year by year (peringkat dari tahun ke
// tahun): one comparison with Position for each year from first to last, none
// left out. A year for which the indicator has no figure of any region at all
// has only rows without a figure. Errors are those of [Compare].
func Yearly(ds *model.Dataset, req Request, first, last model.Year) ([]Result, error) {
	s, err := series(ds, req.Indicator)
	if err != nil {
		return nil, err
	}
	var out []Result
	for y := first; y <= last; y++ {
		req.Period, req.Position = model.Period{Year: y}, true
		if knownPeriod(s, req.Period) == nil {
			res, err := Compare(ds, req)
			if err != nil {
				return nil, err
			}
			out = append(out, res)
			continue
		}
		res := Result{Indicator: s.Indicator(), Period: req.Period}
		for _, p := range req.Picks {
			r, ok := ds.Region(p.Region)
			if !ok {
				return nil, unknownRegion(ds, p.Region)
			}
			res.Rows = append(res.Rows, Row{Region: r, Period: req.Period})
		}
		out = append(out, res)
	}
	return out, nil
}
