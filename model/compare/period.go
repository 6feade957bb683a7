package compare

import (
	"slices"

	"rakor/model"
)

// NewestCommon gives the period with which a comparison opens for a home
// region: the newest round of March that the region, its province, the nation
// and at least three quarters of its sisters have. Where there is no such
// round: the same for any kind of period; then both again without the regions
// of which the indicator has no figure at all (BPS prints no P1 for the
// nation); then the newest that home has; then the newest of the series. ok is
// false where the indicator has no figure.
func NewestCommon(ds *model.Dataset, id model.IndicatorID, home model.RegionCode) (p model.Period, ok bool) {
	s, err := ds.Series(id)
	if err != nil || len(s.Periods()) == 0 {
		return model.Period{}, false
	}
	must := []model.RegionCode{home, model.Nation}
	if prov, ok := ds.Province(home); ok {
		must = append(must, prov.Code)
	}
	sisters := ds.Sisters(home)
	if p, ok := newestShared(s, must, sisters); ok {
		return p, true
	}
	known := func(rs []model.RegionCode) []model.RegionCode {
		return slices.DeleteFunc(slices.Clone(rs), func(r model.RegionCode) bool { return !hasAny(s, r) })
	}
	if m, k := known(must), known(sisters); len(m)+len(k) > 0 {
		if p, ok := newestShared(s, m, k); ok {
			return p, true
		}
	}
	if o, ok := s.Newest(home); ok {
		return o.Period, true
	}
	return s.Periods()[len(s.Periods())-1], true
}

// newestShared gives the newest period that all of must and three quarters of
// most have, of March where there is one.
func newestShared(s *model.Series, must, most []model.RegionCode) (model.Period, bool) {
	for _, march := range [...]bool{true, false} {
		for _, p := range slices.Backward(s.Periods()) {
			if (p.Month == 3 || !march) && hasAll(s, must, p) && 4*countHaving(s, most, p) >= 3*len(most) {
				return p, true
			}
		}
	}
	return model.Period{}, false
}

// StepPeriod gives the period that lies by periods after from (before, where
// by is negative). It stops at the periods for which at least half of those
// regions have a figure that have any, so that a step never leads to a screen
// of gaps, and does not go beyond the first and the last of them. Where no
// region has a figure it gives from back.
func StepPeriod(s *model.Series, regions []model.RegionCode, from model.Period, by int) model.Period {
	n := 0
	for _, r := range regions {
		if hasAny(s, r) {
			n++
		}
	}
	if n == 0 {
		return from
	}
	ps := make([]model.Period, 0, len(s.Periods()))
	for _, p := range s.Periods() {
		if 2*countHaving(s, regions, p) >= n {
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

func hasAny(s *model.Series, r model.RegionCode) bool {
	return slices.ContainsFunc(s.Periods(), func(p model.Period) bool {
		_, ok := s.Value(r, p)
		return ok
	})
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

// ProvinceAt gives the province that a region lies in at a period, as far as
// the series tells: that of its Kemendagri code, which follows the splits of
// provinces, where the series has a figure of it for the period, else that of
// [model.Dataset.Province]. Merauke lies in Papua Selatan from the first figure
// of that province on, in Papua before. ok is false for the nation and for
// unknown codes.
func ProvinceAt(ds *model.Dataset, s *model.Series, r model.RegionCode, p model.Period) (prov model.Region, ok bool) {
	prov, ok = ds.Province(r)
	region, _ := ds.Region(r)
	if len(region.Kemendagri) < 2 {
		return prov, ok
	}
	now, known := ds.RegionByKemendagri(region.Kemendagri[:2])
	if _, has := at(s, now.Code, p); known && has && now.Level == model.LevelProvince {
		return now, true
	}
	return prov, ok
}

// ChildrenAt gives the regencies and cities that lie in a province at a period,
// in the order of the file, as [ProvinceAt] tells: those of Papua before and
// after its split. No period is the newest of the series. The index names the
// province that a region had when most of its figures were published, so its
// children are not asked.
func ChildrenAt(ds *model.Dataset, s *model.Series, province model.RegionCode, p model.Period) []model.RegionCode {
	if ps := s.Periods(); p.IsZero() && len(ps) > 0 {
		p = ps[len(ps)-1]
	}
	var out []model.RegionCode
	for _, c := range ds.Locals() {
		if prov, ok := ProvinceAt(ds, s, c, p); ok && prov.Code == province {
			out = append(out, c)
		}
	}
	return out
}

// sistersNow gives the regencies and cities of a region's province as its newest
// P0 tells; as the index has them where there is no P0.
func sistersNow(ds *model.Dataset, home model.RegionCode) []model.RegionCode {
	s, err := ds.Series(model.P0)
	if err != nil || len(s.Periods()) == 0 {
		return ds.Sisters(home)
	}
	ps := s.Periods()
	prov, ok := ProvinceAt(ds, s, home, ps[len(ps)-1])
	if !ok {
		return ds.Sisters(home)
	}
	return ChildrenAt(ds, s, prov.Code, ps[len(ps)-1])
}
