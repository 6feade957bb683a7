package compare

import "rakor/model"

// rank ranks the regencies and cities of one period among each other, the
// better figure first; where neither way is better, the larger. Figures that
// print alike share a rank, and the next one counts on from their number
// (1, 2, 2, 4).
func (c *comparison) rank() {
	local := func(r Row) bool { return r.Region.Level.IsLocal() }
	c.Ranked = usual(c.Rows, local)
	in := func(r Row) bool { return r.OK && local(r) && r.Period == c.Ranked }
	n := 0
	for _, r := range c.Rows {
		if in(r) {
			n++
		}
	}
	for i := range c.Rows {
		r := &c.Rows[i]
		if !in(*r) {
			continue
		}
		r.Rank, r.RankOf = 1, n
		for _, q := range c.Rows {
			if in(q) && Better(c.Indicator, q.Observation.Value, r.Observation.Value) {
				r.Rank++
			}
		}
	}
}

// Better tells whether a is better than b as printed, with the decimals that
// the indicator is published with; where neither way is better, whether it is
// larger.
func Better(ind model.Indicator, a, b float64) bool {
	a, b = model.Round(a, ind.Decimals), model.Round(b, ind.Decimals)
	if ind.Better == model.BetterLower {
		return a < b
	}
	return a > b
}

// position sets each row against its province, the nation and all regencies
// and cities.
func (c *comparison) position() {
	locals := c.ds.Locals()
	for i := range c.Rows {
		r := &c.Rows[i]
		if !r.OK {
			continue
		}
		v := r.Observation.Value
		if p, ok := ProvinceAt(c.ds, c.s, r.Region.Code, r.Period); ok && p.Code != r.Region.Code {
			r.ToProvince = c.distance(v, p.Code, r.Period)
		}
		if r.Region.Level != model.LevelNation {
			r.ToNation = c.distance(v, model.Nation, r.Period)
		}
		if r.Region.Level.IsLocal() {
			r.Percentile = percentile(c.s, locals, r.Region.Code, r.Period, v)
		}
	}
}

// distance gives v less the figure of another region for the same period.
func (c *comparison) distance(v float64, to model.RegionCode, p model.Period) model.Maybe[float64] {
	w, ok := c.s.Value(to, p)
	if !ok {
		return model.Maybe[float64]{}
	}
	return model.Known(difference(v, w, c.Indicator.Decimals))
}

// difference gives a - b without the noise of binary fractions: 3.62 - 3.52 is
// 0.10. Six more digits than are printed stay.
func difference(a, b float64, decimals int) float64 { return model.Round(a-b, decimals+6) }

// percentile gives 100 (below + equal/2) / others over all regions but r that
// have a figure for p.
func percentile(s *model.Series, all []model.RegionCode, r model.RegionCode, p model.Period, v float64) model.Maybe[float64] {
	below, equal, n := 0, 0, 0
	for _, q := range all {
		w, ok := s.Value(q, p)
		if !ok || q == r {
			continue
		}
		n++
		switch {
		case w < v:
			below++
		case w == v:
			equal++
		}
	}
	if n == 0 {
		return model.Maybe[float64]{}
	}
	return model.Known(100 * (float64(below) + float64(equal)/2) / float64(n))
}
