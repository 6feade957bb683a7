package chart

import (
	"math"

	"rakor/ui/theme"
)

// band gives the interval of a series at a step; ok is false where a limit is
// missing.
func (x *Series) band(step int) (lo, hi float64, ok bool) {
	if step < 0 || step >= len(x.Lo) || step >= len(x.Hi) || !known(x.Lo[step]) || !known(x.Hi[step]) {
		return 0, 0, false
	}
	return min(x.Lo[step], x.Hi[step]), max(x.Lo[step], x.Hi[step]), true
}

// bands shades the intervals of a series, under everything else: between two
// steps the limits are joined where the line is, a step between two gaps has a
// strip of its own.
func (p *plot) bands(x *Series) {
	if len(x.Lo) == 0 {
		return
	}
	for i := range p.s.Steps {
		lo, hi, ok := x.band(i)
		if !ok {
			continue
		}
		p.strip(p.col[i], lo, hi)
		lo1, hi1, more := x.band(i + 1)
		_, here := x.at(i)
		_, next := x.at(i + 1)
		if !more || here != next || x.breaksAt(i+1) || i+1 >= len(p.col) {
			continue
		}
		for c := p.col[i] + 1; c < p.col[i+1]; c++ {
			part := float64(c-p.col[i]) / float64(p.col[i+1]-p.col[i])
			p.strip(c, lo+(lo1-lo)*part, hi+(hi1-hi)*part)
		}
	}
}

// strip shades one column from lo to hi.
func (p *plot) strip(x int, lo, hi float64) {
	for row := p.grid.row(lo); row <= p.grid.row(hi); row++ {
		p.below(x, row, p.pick('░', ','), theme.Border)
	}
}

// bandExtent widens the ends of the axis to the intervals.
func (x *Series) bandExtent(steps int, lo, hi float64) (float64, float64) {
	for i := range steps {
		if from, to, ok := x.band(i); ok {
			lo, hi = math.Min(lo, from), math.Max(hi, to)
		}
	}
	return lo, hi
}
