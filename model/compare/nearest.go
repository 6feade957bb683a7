package compare

import (
	"cmp"
	"slices"

	"rakor/model"
)

// nearestKept is how many near names an error lists.
const nearestKept = 3

// nearestPeriods gives the periods of a series closest in time to p, as they
// are to be typed.
func nearestPeriods(s *model.Series, p model.Period) []string {
	months := func(q model.Period) int {
		m := int(q.Month)
		if m == 0 {
			m = 6 // a whole year has its middle there
		}
		return int(q.Year)*12 + m
	}
	far := func(q model.Period) int {
		d := months(q) - months(p)
		return max(d, -d)
	}
	ps := slices.Clone(s.Periods())
	slices.SortStableFunc(ps, func(a, b model.Period) int { return cmp.Compare(far(a), far(b)) })
	out := make([]string, 0, nearestKept)
	for _, q := range ps[:min(nearestKept, len(ps))] {
		out = append(out, q.String())
	}
	return out
}

func unknownRegion(ds *model.Dataset, c model.RegionCode) error {
	names := make([]string, 0, len(ds.Regions()))
	for _, r := range ds.Regions() {
		names = append(names, string(r.Code))
	}
	return &model.NotFoundError{Kind: "region", Name: string(c), Nearest: model.Nearest(string(c), names, nearestKept)}
}
