package fgt

import (
	"fmt"
	"math"
	"slices"
	"sort"

	"rakor/model/fgt/rank"
)

// Curve answers for any poverty line over one file, without going through the file again.
//
// It holds the rows in order of expenditure with running sums of w, w y and w y^2, from which
//
//	P0 = C/W    P1 = (C - A/z) / W    P2 = (C - 2 A/z + B/z^2) / W
//
// with C, A, B the sums over the rows below z. A Curve is immutable and safe for concurrent use. It takes 32 bytes a
// row.
type Curve struct {
	y          []float64
	w, wy, wyy []float64 // sums over the first k rows, k = 0..n
}

// NewCurve sorts a file once. Inputs and errors as for [Of]; the slices are neither modified nor kept. For lines that
// differ by row pass y from [Relative]: then At(1.05) is every line 5 % higher.
//
// The cost is that of sorting, linear in the number of rows.
func NewCurve(y, w []float64) (*Curve, error) {
	if err := check(y, w); err != nil {
		return nil, err
	}
	n := len(y)
	c := &Curve{
		y: slices.Clone(y),
		w: make([]float64, n+1), wy: make([]float64, n+1), wyy: make([]float64, n+1),
	}
	rows := allRows(n)
	var s rank.Sorter
	s.Sort(c.y, rows)
	// Sums of this length lose digits that the differences in At need, so they are compensated.
	var sw, swy, swyy running
	for k, v := range c.y {
		x := weight(w, int(rows[k]))
		c.w[k+1] = sw.add(x)
		c.wy[k+1] = swy.add(x * v)
		c.wyy[k+1] = swyy.add(x * v * v)
	}
	return c, nil
}

// running is a sum that carries its own rounding error (Neumaier 1974).
type running struct{ sum, lost float64 }

func (r *running) add(v float64) float64 {
	t := r.sum + v
	if math.Abs(r.sum) >= math.Abs(v) {
		r.lost += (r.sum - t) + v
	} else {
		r.lost += (v - t) + r.sum
	}
	r.sum = t
	return r.sum + r.lost
}

// At returns the measures at the line z, in O(log n). They are those of [Of] but for rounding: within 1e-15 of P0 in
// absolute terms, and always 0 <= P2 <= P1 <= P0. A line of 0 or below has nobody under it; NaN and infinite lines give
// NaN in P0, P1 and P2.
func (c *Curve) At(z float64) Measures {
	n := len(c.y)
	k, _ := slices.BinarySearch(c.y, z) // rows before k are strictly below z
	people := c.w[n]
	m := Measures{Poor: c.w[k], People: people, PoorRows: k, Rows: n}
	switch {
	case math.IsNaN(z) || math.IsInf(z, 0):
		m.P0, m.P1, m.P2 = math.NaN(), math.NaN(), math.NaN()
		m.Poor, m.PoorRows = 0, 0
	case k > 0:
		poor, a, b := c.w[k], c.wy[k]/z, c.wyy[k]/z/z
		m.P0 = poor / people
		m.P1 = min(max((poor-a)/people, 0), m.P0)
		m.P2 = min(max((poor-2*a+b)/people, 0), m.P1)
	}
	return m
}

// Vary returns the measures with the line moved by each of shifts, as the function [Vary] does.
func (c *Curve) Vary(z float64, shifts []float64) ([]Point, error) { return vary(z, shifts, c.At) }

// Range returns the measures at so many lines, evenly spaced from the lowest to the highest and including both: P0 as
// a function of the line. A single point is the lowest.
//
// Errors: [ErrLine] for limits that are not positive and finite or the wrong way round; [ErrLength] for fewer than one point.
func (c *Curve) Range(from, to float64, points int) ([]Point, error) {
	if err := checkLine(from); err != nil {
		return nil, err
	}
	if err := checkLine(to); err != nil {
		return nil, err
	}
	if to < from {
		return nil, fmt.Errorf("%w: the range ends at %v, below its start %v", ErrLine, to, from)
	}
	if points < 1 {
		return nil, fmt.Errorf("%w: %d points, expected 1 or more", ErrLength, points)
	}
	out := make([]Point, points)
	for i := range out {
		z := from
		switch {
		case i > 0 && i == points-1:
			z = to
		case i > 0:
			z += (to - from) * float64(i) / float64(points-1)
		}
		out[i] = Point{Line: z, Measures: c.At(z)}
	}
	return out, nil
}

// Quantile returns the smallest expenditure y with F(y) >= p, where F counts everybody up to and including y: the
// weighted quantile of definition 1 of Hyndman and Fan (1996). It is the inverse of P0: at that line no more than the
// share p is poor, and at any line above it at least p is. p outside 0..1 gives the lowest or the highest expenditure,
// NaN gives NaN. O(log n).
//
// F is taken to reach p when it is within 1e-14 of it, since sums of weights round.
func (c *Curve) Quantile(p float64) float64 {
	if math.IsNaN(p) {
		return p
	}
	n := len(c.y)
	k := sort.Search(n-1, func(i int) bool { return c.w[i+1]/c.w[n] >= p-1e-14 })
	return c.y[k]
}

// Mean returns the weighted mean of expenditure.
func (c *Curve) Mean() float64 { return c.wy[len(c.y)] / c.w[len(c.y)] }

// Lorenz returns the share of all expenditure that the poorest share p of people have, on the Lorenz polygon; p is cut
// to 0..1. It is NaN when nobody has anything, and for NaN. O(log n).
func (c *Curve) Lorenz(p float64) float64 {
	n := len(c.y)
	if math.IsNaN(p) {
		return p
	}
	target := min(max(p, 0), 1) * c.w[n]
	k, _ := slices.BinarySearch(c.w, target)
	if k == 0 {
		return 0 / c.wy[n]
	}
	k = min(k, n)
	part := (target - c.w[k-1]) / (c.w[k] - c.w[k-1])
	return (c.wy[k-1] + part*(c.wy[k]-c.wy[k-1])) / c.wy[n]
}

// Gini returns the Gini index, as the function [Gini] does; NaN when nobody has anything. It goes through all rows.
func (c *Curve) Gini() float64 {
	n := len(c.y)
	var area float64
	for k := 1; k <= n; k++ {
		area += (c.w[k] - c.w[k-1]) * (c.wy[k-1] + c.wy[k])
	}
	return 1 - area/(c.w[n]*c.wy[n])
}

// Limits returns the lowest and the highest expenditure.
func (c *Curve) Limits() (lowest, highest float64) { return c.y[0], c.y[len(c.y)-1] }
