package compare

import (
	"slices"

	"rakor/model"
)

// NewestCommon gives the period with which a comparison opens for a home
// region: the newest round of March that the region, its province, the nation
// and at least three quarters of its sisters have. Indicators without a March
// round, and regions without such a period, get the newest period that home
// has, else the newest of the series. ok is false where the indicator has no
// figure at all.
func NewestCommon(ds *model.Dataset, id model.IndicatorID, home model.RegionCode) (p model.Period, ok bool) {
	s, err := ds.Series(id)
	if err != nil || len(s.Periods()) == 0 {
		return model.Period{}, false
	}
	all := []model.RegionCode{home, model.Nation}
	if prov, ok := ds.Province(home); ok {
		all = append(all, prov.Code)
	}
	sisters := ds.Sisters(home)
	for _, p := range slices.Backward(s.Periods()) {
		if p.Month == 3 && hasAll(s, all, p) && 4*countHaving(s, sisters, p) >= 3*len(sisters) {
			return p, true
		}
	}
	if o, ok := s.Newest(home); ok {
		return o.Period, true
	}
	return s.Periods()[len(s.Periods())-1], true
}

// StepPeriod gives the period that lies by periods after from (before, where
// by is negative), counting only periods for which one of the regions has a
// figure; it stops at the first and the last of them. Where none of them has a
// figure it gives from back.
func StepPeriod(s *model.Series, regions []model.RegionCode, from model.Period, by int) model.Period {
	var ps []model.Period
	for _, p := range s.Periods() {
		if countHaving(s, regions, p) > 0 {
			ps = append(ps, p)
		}
	}
	if len(ps) == 0 {
		return from
	}
	i, exact := slices.BinarySearchFunc(ps, from, model.Period.Compare)
	if !exact && by > 0 {
		i-- // the next one lies at i already
	}
	by = min(max(by, -len(ps)), len(ps))
	return ps[min(max(i+by, 0), len(ps)-1)]
}

func hasAll(s *model.Series, rs []model.RegionCode, p model.Period) bool {
	return countHaving(s, rs, p) == len(rs)
}

func countHaving(s *model.Series, rs []model.RegionCode, p model.Period) int {
	n := 0
	for _, r := range rs {
		if _, ok := s.Value(r, p); ok {
			n++
		}
	}
	return n
}
