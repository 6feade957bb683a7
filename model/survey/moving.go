package survey

import (
	"fmt"
	"slices"

	"rakor/model/fgt"
)

// Moving answers for P0, P1 and P2 with their errors at any poverty line, over rows that were put in order once: what a
// slider needs where [Design.ByGroup] goes through the file again. It is immutable and safe for concurrent use, and
// takes 20 bytes a row.
type Moving struct {
	p  part
	y  []float64 // in order
	w  []float64 // in the same order
	at []int32   // place of the row's PSU among the part's
}

// AtLine is poverty at one line.
type AtLine struct {
	Line       float64
	P0, P1, P2 Estimate // fractions of 1
	Poor       Estimate // people below the line
	PoorRows   int      // the sample behind it
}

// Moving puts the rows of a domain in order of y, expenditure per person and not negative; rows are numbers of rows of
// the file, each at most once, nil for all. The full design is kept, as everywhere. y and rows are not modified, nor
// kept.
//
// Errors: [ErrLength]; [ErrRequest] for a row that is not in the file or listed twice; a [*fgt.ValueError] in column
// "expenditure" (missing, infinite, negative); [*LonePSUError] under the rule [Fail].
func (d *Design) Moving(y []float64, rows []int32) (*Moving, error) {
	if len(y) != len(d.w) {
		return nil, fmt.Errorf("%w: %d rows and %d expenditures", ErrLength, len(d.w), len(y))
	}
	m := &Moving{p: d.whole}
	if rows != nil {
		rows = slices.Clone(rows)
		slices.Sort(rows)
		for k, r := range rows {
			if r < 0 || int(r) >= len(y) || k > 0 && rows[k-1] == r {
				return nil, fmt.Errorf("%w: row %d of %d", ErrRequest, r, len(y))
			}
		}
		m.p = *new(frame).cut(d, rows) // the frame is this domain's own
	}
	if err := m.p.refusal(); err != nil {
		return nil, err
	}
	if err := m.p.check(&query{y: y}); err != nil {
		return nil, err
	}
	var f frame
	n := m.p.n()
	f.values, f.at = make([]float64, n), make([]int32, n)
	for k := range n {
		f.values[k], f.at[k] = y[m.p.row(k)], int32(k)
	}
	f.sort(&m.p)
	m.y, m.w, m.at = f.values, slices.Clone(f.weights), f.at
	m.p.rows = nil // rows of the part are told apart by their order from here on
	return m, nil
}

// Rows returns the number of rows.
func (m *Moving) Rows() int { return len(m.y) }

// People returns the sum of weights.
func (m *Moving) People() float64 { return m.p.people }

// PSUs returns the number of PSUs that have a row in the domain.
func (m *Moving) PSUs() int { return len(m.p.psus) }

// At estimates P0 with a logit interval, P1, P2 and the number of poor with t intervals, as [Design.ByGroup] does and
// equal to it but for rounding. A line that is not above 0, NaN or infinite has no figure ([NoValue]).
//
// It goes through the poor and the PSUs once: the time is theirs, not the file's.
func (m *Moving) At(line float64) AtLine {
	p := &m.p
	out := AtLine{Line: line}
	if p.n() == 0 || fgt.Classify(line) != fgt.Fine {
		why := EmptyGroup
		if p.n() > 0 {
			why = NoValue
		}
		e := p.none(why)
		out.P0, out.P1, out.P2, out.Poor = e, e, e, e
		return out
	}
	k, _ := slices.BinarySearch(m.y, line) // rows before k are strictly below the line
	out.PoorRows = k
	by := make([]sums, len(p.psus))
	for i, y := range m.y[:k] {
		g, _ := fgt.Gap(y, line)
		by[m.at[i]].addPoor(m.w[i], g)
	}
	var all sums
	for i := range by {
		if k == p.n() {
			by[i].poor = p.sw[i] // everybody, to the last bit
		}
		all.poor += by[i].poor
		all.gap += by[i].gap
		all.sq += by[i].sq
	}
	w := p.people
	p0, p1, p2 := all.poor/w, all.gap/w, all.sq/w
	spread := m.spread(line, k, sums{poor: p0, gap: p1, sq: p2})
	none := k == 0
	flat := none || k == p.n() && m.y[0] == m.y[k-1]
	var st student
	t := make([]float64, len(by))
	estimate := func(of func(*sums) float64, x draft) Estimate {
		for i := range by {
			t[i] = of(&by[i])
			if !x.summing {
				t[i] = (t[i] - x.value*p.sw[i]) / w
			}
		}
		return p.estimate(&st, x, t)
	}
	poor := func(s *sums) float64 { return s.poor }
	out.P0 = estimate(poor, draft{value: p0, scale: p0, flat: none || k == p.n(), logit: true, simple: p.simple(spread.poor)})
	out.P1 = estimate(func(s *sums) float64 { return s.gap }, draft{value: p1, scale: p1, flat: flat, simple: p.simple(spread.gap)})
	out.P2 = estimate(func(s *sums) float64 { return s.sq }, draft{value: p2, scale: p2, flat: flat, simple: p.simple(spread.sq)})
	out.Poor = estimate(poor, draft{
		value: all.poor, scale: all.poor, flat: none, summing: true, simple: w * w * p.simple(spread.poor),
	})
	return out
}

// spread returns the weighted means of squared deviations from the means, as [part.spreads] does, of which the first k
// rows in order are poor.
func (m *Moving) spread(line float64, k int, mean sums) sums {
	v := sums{poor: mean.poor * (1 - mean.poor)}
	for i, y := range m.y[:k] {
		g, _ := fgt.Gap(y, line)
		w := m.w[i]
		v.gap += w * (g - mean.gap) * (g - mean.gap)
		v.sq += w * (g*g - mean.sq) * (g*g - mean.sq)
	}
	rest := m.p.people * (1 - mean.poor) // the deviation of those who are not poor is the mean itself
	v.gap = (v.gap + rest*mean.gap*mean.gap) / m.p.people
	v.sq = (v.sq + rest*mean.sq*mean.sq) / m.p.people
	return v
}
