package survey

import (
	"fmt"
	"math"
	"slices"

	"rakor/model/fgt"
)

// Measure is a figure that a table can have.
type Measure uint8

// Measures. All are of Request.Y with its line; see package fgt for the definitions.
const (
	P0      Measure = iota // headcount ratio, logit interval
	P1                     // gap index
	P2                     // severity index
	Watts                  // mean log gap
	Sen                    // index of Sen, for large numbers
	SST                    // index of Sen, Shorrocks and Thon
	Mean                   // of Y
	Total                  // of Y times weight
	Gini                   // of Y
	Poor                   // people below the line
	Persons                // people
)

const measures = int(Persons) + 1

// ID returns the name of the measure in files and on the command line: "p0", "p1", "p2", "watts", "sen", "sst", "mean",
// "total", "gini", "poor", "persons"; "" for an unknown one.
func (m Measure) ID() string {
	if int(m) >= measures {
		return ""
	}
	return [measures]string{
		"p0", "p1", "p2", "watts", "sen", "sst", "mean", "total", "gini", "poor", "persons",
	}[m]
}

// ParseMeasure returns the measure with that ID, or [ErrRequest].
func ParseMeasure(id string) (Measure, error) {
	for m := range Measure(measures) {
		if m.ID() == id {
			return m, nil
		}
	}
	return 0, fmt.Errorf("%w: unknown measure %q", ErrRequest, id)
}

// needsLine tells whether the measure counts the poor.
func (m Measure) needsLine() bool {
	switch m {
	case P0, P1, P2, Watts, Sen, SST, Poor:
		return true
	case Mean, Total, Gini, Persons:
	}
	return false
}

// sums holds the weighted sums, of a PSU or a part, that means and totals are made of.
type sums struct{ poor, gap, sq, watts, y float64 }

// facts is what a pass over a part finds.
type facts struct {
	sums           // over the part
	poorRows       int
	lowest, widest float64 // limits of y
	near, far      float64 // limits of the gaps of the poor
}

// add counts a poor row.
func (s *sums) addPoor(w, gap float64) {
	s.poor += w
	s.gap += w * gap
	s.sq += w * gap * gap
}

// pass sums over the rows of a part by PSU, in file order, and then over PSUs.
func (f *frame) pass(p *part, q *query) facts {
	f.sums = zeros(f.sums, len(p.psus))
	x := facts{lowest: math.Inf(1), widest: math.Inf(-1), near: math.Inf(1), far: math.Inf(-1)}
	watts := q.wants(Watts)
	for k, w := range p.w {
		r := p.row(k)
		y := q.y[r]
		s := &f.sums[p.loc[k]]
		s.y += w * y
		x.lowest, x.widest = min(x.lowest, y), max(x.widest, y)
		z := q.line(r)
		if g, poor := fgt.Gap(y, z); poor {
			s.addPoor(w, g)
			x.poorRows++
			x.near, x.far = min(x.near, g), max(x.far, g)
			if watts {
				s.watts += w * math.Log(z/y)
			}
		}
	}
	for i := range f.sums {
		s := &f.sums[i]
		x.poor += s.poor
		x.gap += s.gap
		x.sq += s.sq
		x.watts += s.watts
		x.y += s.y
	}
	return x
}

// spreads returns the weighted means of squared deviations from the means m, for design effects. (Of those who are not
// poor the deviation is the mean itself; and for 1 and 0 the spread is m (1 - m).)
func (p *part) spreads(q *query, m sums) sums {
	var v sums
	watts := q.wants(Watts)
	poor := 0.0
	for k, w := range p.w {
		r := p.row(k)
		y := q.y[r]
		v.y += w * (y - m.y) * (y - m.y)
		z := q.line(r)
		if g, ok := fgt.Gap(y, z); ok {
			poor += w
			v.gap += w * (g - m.gap) * (g - m.gap)
			v.sq += w * (g*g - m.sq) * (g*g - m.sq)
			if watts {
				l := math.Log(z/y) - m.watts
				v.watts += w * l * l
			}
		}
	}
	rest := max(p.people-poor, 0)
	return sums{
		poor:  m.poor * (1 - m.poor),
		gap:   (v.gap + rest*m.gap*m.gap) / p.people,
		sq:    (v.sq + rest*m.sq*m.sq) / p.people,
		watts: (v.watts + rest*m.watts*m.watts) / p.people,
		y:     v.y / p.people,
	}
}

// row estimates everything a query asks of one part.
func (f *frame) row(p *part, q *query) Row {
	r := Row{N: p.n(), PSUs: len(p.psus), Strata: len(p.spans), DF: p.df(), People: p.people}
	if p.n() == 0 {
		for _, m := range q.measures {
			r.measure[m] = p.none(EmptyGroup)
		}
		r.Quantiles = f.quantiles(p, q.probs, q.keep)
		return r
	}
	x := f.pass(p, q)
	f.linear(p, q, x, &r)
	if q.wants(Persons) {
		r.measure[Persons] = p.count(f, q.keep)
	}
	if q.wants(Gini) || len(q.probs) > 0 {
		f.order(p, q.y)
	}
	if q.wants(Gini) {
		f.g = f.collect(f.g, func(s *sums) float64 { return s.y })
		r.measure[Gini] = f.giniOf(p, f.g, q.keep)
	}
	if len(q.probs) > 0 {
		r.Quantiles = f.quantiles(p, q.probs, q.keep)
	}
	if q.wants(Sen) || q.wants(SST) {
		f.amongPoor(p, q, x, &r)
	}
	return r
}

// collect writes one of the sums by PSU into dst.
func (f *frame) collect(dst []float64, of func(*sums) float64) []float64 {
	dst = resize(dst, len(f.sums))
	for i := range f.sums {
		dst[i] = of(&f.sums[i])
	}
	return dst
}

// linear estimates the means and totals that a pass has summed.
func (f *frame) linear(p *part, q *query, x facts, r *Row) {
	w := p.people
	m := sums{x.poor / w, x.gap / w, x.sq / w, x.watts / w, x.y / w}
	v := p.spreads(q, m)
	none := x.poorRows == 0
	gapFlat := none || x.poorRows == p.n() && x.near == x.far
	for _, c := range []struct {
		mean, total Measure
		of          func(*sums) float64
		m, v        float64
		flat, none  bool
	}{
		{P0, Poor, func(s *sums) float64 { return s.poor }, m.poor, v.poor, none || x.poorRows == p.n(), none},
		{P1, P1, func(s *sums) float64 { return s.gap }, m.gap, v.gap, gapFlat, none},
		{P2, P2, func(s *sums) float64 { return s.sq }, m.sq, v.sq, gapFlat, none},
		{Watts, Watts, func(s *sums) float64 { return s.watts }, m.watts, v.watts, gapFlat, none},
		{Mean, Total, func(s *sums) float64 { return s.y }, m.y, v.y, x.lowest == x.widest, x.widest == 0},
	} {
		mean, total := q.wants(c.mean), c.total != c.mean && q.wants(c.total)
		if !mean && !total {
			continue
		}
		f.g = f.collect(f.g, c.of)
		if mean {
			f.t = p.centre(f.t, f.g, c.m)
			r.measure[c.mean] = p.estimate(&f.student, draft{
				value: c.m, scale: c.m, flat: c.flat, logit: c.mean == P0, simple: p.simple(c.v), keep: q.keep,
			}, f.t)
		}
		if total {
			r.measure[c.total] = p.estimate(&f.student, draft{
				value: c.m * w, scale: c.m * w, flat: c.none, summing: true, simple: w * w * p.simple(c.v), keep: q.keep,
			}, f.g)
		}
	}
}

// amongPoor estimates the indices that look at inequality among the poor, by the chain rule on
//
//	Sen = P0 G + P1 (1 - G), G of y/z among the poor    SST = P1 (1 + G), G of the gaps of all
func (f *frame) amongPoor(p *part, q *query, x facts, r *Row) {
	f.values, f.at = f.values[:0], f.at[:0]
	for k := range p.w {
		i := p.row(k)
		if g, poor := fgt.Gap(q.y[i], q.line(i)); poor {
			f.values = append(f.values, g)
			f.at = append(f.at, int32(k))
		}
	}
	f.sort(p)
	p0, p1 := x.poor/p.people, x.gap/p.people
	none := x.poorRows == 0

	// First the gaps as they are, then, from the other end, the y/z = 1 - gap that belong to them.
	f.u = zeros(f.u, len(p.psus))
	c := f.concentrate(p.people-x.poor, f.u)
	f.t = resize(f.t, len(p.psus))
	for i, s := range f.sums {
		g := f.u[i] + (p.sw[i]-s.poor)/c.people - c.gini*(p.sw[i]/c.people+s.gap/c.total)
		f.t[i] = (1+c.gini)*(s.gap-p1*p.sw[i])/p.people + p1*g
	}
	value := p1 * (1 + c.gini)
	if none {
		value = 0
	}
	if q.wants(SST) {
		r.measure[SST] = p.estimate(&f.student, draft{
			value: value, scale: value, flat: none, simple: math.NaN(), keep: q.keep,
		}, f.t)
	}
	if !q.wants(Sen) {
		return
	}
	slices.Reverse(f.values)
	slices.Reverse(f.at)
	slices.Reverse(f.weights)
	for i, g := range f.values {
		f.values[i] = 1 - g
	}
	f.u = zeros(f.u, len(p.psus))
	c = f.concentrate(0, f.u)
	nothing := !(c.total > 0) // nobody is poor, or all the poor have nothing and are equal
	if nothing {
		c.gini = 0
	}
	for i, s := range f.sums {
		f.t[i] = (c.gini*(s.poor-p0*p.sw[i]) + (1-c.gini)*(s.gap-p1*p.sw[i])) / p.people
		if !nothing {
			f.t[i] += (p0 - p1) * (f.u[i] - c.gini*(s.poor/c.people+(s.poor-s.gap)/c.total))
		}
	}
	value = p0*c.gini + p1*(1-c.gini)
	r.measure[Sen] = p.estimate(&f.student, draft{
		value: value, scale: value, flat: none, simple: math.NaN(), keep: q.keep,
	}, f.t)
}
