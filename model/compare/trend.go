package compare

import (
	"rakor/model"
)

// Point is one year of a line.
type Point struct {
	Observation model.Observation
	OK          bool // there is a figure
	// Cut tells that the line must not be joined to the figure before: the
	// round changed, or the method did.
	Cut bool
}

// Line is one region over the years.
type Line struct {
	Region model.Region
	Points []Point // one a year of [Years.Years]
}

// Years is figures of regions year by year.
type Years struct {
	Years  []model.Year // from the first with a figure to the last, none left out
	Lines  []Line       // in the order asked for
	Breaks []model.Break
}

// Trend gives the figures of regions for every year in which one of them has
// one. A year with several rounds gives that of March, else that of the
// region's usual month, else the one of the whole year, else the latest.
//
// Points are cut where months differ from the figure before (September 2014
// and March 2015 are not the same round), and where a change of method lies
// between; such changes are listed once in Breaks. Unknown regions are left
// out; an unknown indicator gives no years.
func Trend(ds *model.Dataset, id model.IndicatorID, regions []model.RegionCode) Years {
	s, err := ds.Series(id)
	if err != nil {
		return Years{}
	}
	first, last := span(s, regions)
	if last == 0 {
		return Years{}
	}
	out := Years{Years: make([]model.Year, 0, last-first+1)}
	for y := first; y <= last; y++ {
		out.Years = append(out.Years, y)
	}
	for _, c := range regions {
		if r, ok := ds.Region(c); ok {
			l := Line{Region: r, Points: yearly(s, c, first, last)}
			out.Breaks = cut(ds, id, l, out.Breaks)
			out.Lines = append(out.Lines, l)
		}
	}
	return out
}

// span gives the first and the last year with a figure.
func span(s *model.Series, regions []model.RegionCode) (first, last model.Year) {
	for _, p := range s.Periods() {
		if countHaving(s, regions, p) == 0 {
			continue
		}
		if first == 0 {
			first = p.Year
		}
		last = p.Year
	}
	return first, last
}

func yearly(s *model.Series, r model.RegionCode, first, last model.Year) []Point {
	out := make([]Point, last-first+1)
	usual := usualMonth(s, r)
	for _, p := range s.Periods() {
		if p.Year < first || p.Year > last {
			continue
		}
		k := &out[p.Year-first]
		if k.OK && !preferred(p.Month, k.Observation.Period.Month, usual) {
			continue
		}
		if o, ok := s.At(r, p); ok {
			k.Observation, k.OK = o, true
		}
	}
	return out
}

// preferred tells whether month a stands for a year rather than the earlier
// month b.
func preferred(a, b, usual int8) bool {
	for _, m := range [...]int8{3, usual, 0} {
		if a == m || b == m {
			return a == m
		}
	}
	return true
}

// usualMonth gives the month for which a region has most figures, the later of
// equally many.
func usualMonth(s *model.Series, r model.RegionCode) int8 {
	var n [13]int
	best := int8(0)
	for _, p := range s.Periods() {
		if _, ok := s.Value(r, p); ok {
			n[p.Month]++
		}
	}
	for m := range int8(13) {
		if n[m] >= n[best] {
			best = m
		}
	}
	return best
}

// cut marks where the line must not be joined and adds the changes of method
// that are not yet listed.
func cut(ds *model.Dataset, id model.IndicatorID, l Line, breaks []model.Break) []model.Break {
	var before *Point
	for i := range l.Points {
		p := &l.Points[i]
		if !p.OK {
			continue
		}
		if before != nil {
			a, b := before.Observation.Period, p.Observation.Period
			k, broken := ds.BreakBetween(id, l.Region.Code, a, b)
			p.Cut = broken || !a.SameRound(b)
			if broken {
				breaks = addBreak(breaks, k)
			}
		}
		before = p
	}
	return breaks
}

func addBreak(ks []model.Break, k model.Break) []model.Break {
	for _, b := range ks {
		if b.From == k.From && b.What == k.What {
			return ks
		}
	}
	return append(ks, k)
}

// LastRounds gives the last n figures of a region up to a period, oldest
// first, each with its own period; fewer where there are not as many.
func LastRounds(s *model.Series, r model.RegionCode, upTo model.Period, n int) []model.Observation {
	var out []model.Observation
	for i := len(s.Periods()) - 1; i >= 0 && len(out) < n; i-- {
		if p := s.Periods()[i]; !upTo.Before(p) {
			if o, ok := s.At(r, p); ok {
				out = append(out, o)
			}
		}
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}
