package survey

import (
	"fmt"
	"math"
	"slices"
	"sync"
	"sync/atomic"

	"rakor/model/fgt"
)

// Request asks for poverty figures of a sample, of everybody and by group.
type Request struct {
	Y     []float64 // expenditure per person, one a row, not negative
	Line  float64   // the poverty line in the unit of Y; not looked at where Lines is given
	Lines []float64 // the line of each row, where it differs (see fgt.LinesByGroup)

	Measures  []Measure
	Quantiles []float64 // probabilities between 0 and 1, in any order

	In     []bool  // the rows that count; nil: all. The others stay in the design
	Group  []int32 // the group of each row, 0..Groups-1, or -1 for none; nil: no groups
	Groups int

	Keep    bool // give each estimate its linear form, for covariances
	Workers int  // goroutines; below 1 it is 1. The result does not depend on it
}

// Table is the answer to a Request.
type Table struct {
	All    Row
	Groups []Row // by code
}

// Row is the figures of one group.
type Row struct {
	N, PSUs, Strata, DF int        // rows; PSUs and strata with a row; degrees of freedom
	People              float64    // sum of weights
	Quantiles           []Estimate // as Request.Quantiles

	measure [measures]Estimate
}

// Measure returns the estimate of a measure; Why is [NotEstimated] for one that was not asked for.
func (r *Row) Measure(m Measure) Estimate {
	if int(m) >= measures {
		return Estimate{}
	}
	return r.measure[m]
}

// query is a request that has been checked.
type query struct {
	y        []float64
	z        float64
	lines    []float64
	measures []Measure
	wanted   [measures]bool
	probs    []float64 // ascending
	place    []int     // of each requested probability in probs
	keep     bool
}

func (q *query) wants(m Measure) bool { return q.wanted[m] }

// line returns the line of a row of the file, 0 without lines: nobody is below it.
func (q *query) line(r int) float64 {
	if q.lines != nil {
		return q.lines[r]
	}
	return q.z
}

// ByGroup estimates all measures and quantiles of a request, for everybody and for each group, each in the full design.
//
// A group without a row, or in one PSU, or without variation is not an error: its estimates say so. It costs about one
// sort of the file and a few passes over it, twice.
//
// Errors: [ErrLength]; [ErrRequest]; a [*fgt.ValueError] in column "expenditure" (missing, infinite, negative; with
// Watts also 0 below the line) or "line"; [*LonePSUError] under the rule [Fail].
func (d *Design) ByGroup(r Request) (Table, error) {
	q, err := d.prepare(r)
	if err != nil {
		return Table{}, err
	}
	rows, first, err := d.split(r)
	if err != nil {
		return Table{}, err
	}
	// Everybody is the longest piece of work, so it is started first.
	var f frame
	all, err := d.group(&f, r.In)
	if err != nil {
		return Table{}, err
	}
	if err := all.check(q); err != nil {
		return Table{}, err
	}
	groups := max(len(first)-1, 0)
	table := Table{Groups: make([]Row, groups)}
	var next atomic.Int64
	work := func(f *frame) {
		for {
			g := int(next.Add(1)) - 1
			if g >= groups {
				return
			}
			table.Groups[g] = f.row(f.cut(d, rows[first[g]:first[g+1]]), q)
		}
	}
	var wait sync.WaitGroup
	for range min(r.Workers-1, groups) {
		wait.Go(func() { work(new(frame)) })
	}
	table.All = f.row(all, q)
	work(&f)
	wait.Wait()
	q.restore(&table.All)
	for g := range table.Groups {
		q.restore(&table.Groups[g])
	}
	return table, nil
}

// restore puts quantiles in the order in which they were asked for.
func (q *query) restore(r *Row) {
	if slices.IsSorted(q.place) {
		return
	}
	asked := make([]Estimate, len(q.place))
	for j, k := range q.place {
		asked[j] = r.Quantiles[k]
	}
	r.Quantiles = asked
}

// prepare checks everything about a request but the numbers in its columns.
func (d *Design) prepare(r Request) (*query, error) {
	n := len(d.w)
	if len(r.Y) != n || r.Lines != nil && len(r.Lines) != n {
		return nil, fmt.Errorf("%w: %d rows, %d expenditures, %d lines", ErrLength, n, len(r.Y), len(r.Lines))
	}
	q := &query{y: r.Y, measures: r.Measures, keep: r.Keep}
	line := false
	for _, m := range r.Measures {
		if int(m) >= measures {
			return nil, fmt.Errorf("%w: unknown measure %d", ErrRequest, m)
		}
		q.wanted[m] = true
		line = line || m.needsLine()
	}
	switch {
	case !line:
	case r.Lines != nil:
		q.lines = r.Lines
	case fgt.Classify(r.Line) == fgt.Fine:
		q.z = r.Line
	default:
		return nil, fmt.Errorf("%w: line %v, expected a positive number", ErrRequest, r.Line)
	}
	for _, p := range r.Quantiles {
		if !(p > 0 && p < 1) {
			return nil, fmt.Errorf("%w: quantile at %v, expected a number between 0 and 1", ErrRequest, p)
		}
	}
	q.probs = slices.Clone(r.Quantiles)
	slices.Sort(q.probs)
	for _, p := range r.Quantiles {
		k, _ := slices.BinarySearch(q.probs, p)
		q.place = append(q.place, k)
	}
	return q, nil
}

// check looks at the numbers of the rows that count.
func (p *part) check(q *query) error {
	watts := q.wants(Watts)
	for k := range p.n() {
		r := p.row(k)
		y := q.y[r]
		c := fgt.Classify(y)
		if c != fgt.Fine && (c != fgt.Zero || watts && q.line(r) > 0) {
			return &fgt.ValueError{Column: "expenditure", Row: r, Value: y, Problem: c}
		}
		if q.lines != nil {
			if c := fgt.Classify(q.lines[r]); c != fgt.Fine {
				return &fgt.ValueError{Column: "line", Row: r, Value: q.lines[r], Problem: c}
			}
		}
	}
	return nil
}

// split returns the rows of each group in file order: those of group g are rows[first[g]:first[g+1]].
func (d *Design) split(r Request) (rows []int32, first []int, err error) {
	if r.Group == nil {
		if r.Groups > 0 {
			return nil, nil, fmt.Errorf("%w: %d groups without a group of each row", ErrRequest, r.Groups)
		}
		return nil, nil, nil
	}
	n := len(d.w)
	if len(r.Group) != n || r.In != nil && len(r.In) != n {
		return nil, nil, fmt.Errorf("%w: %d rows, %d group codes, %d marks of a domain",
			ErrLength, n, len(r.Group), len(r.In))
	}
	if r.Groups < 0 || r.Groups > math.MaxInt32 {
		return nil, nil, fmt.Errorf("%w: %d groups", ErrRequest, r.Groups)
	}
	first = make([]int, r.Groups+1)
	for i, g := range r.Group {
		if g < -1 || int(g) >= r.Groups {
			return nil, nil, fmt.Errorf("%w: group of row %d is %d, expected -1 to %d", ErrRequest, i, g, r.Groups-1)
		}
		if g >= 0 && (r.In == nil || r.In[i]) {
			first[g+1]++
		}
	}
	for g := range r.Groups {
		first[g+1] += first[g]
	}
	next := slices.Clone(first)
	rows = make([]int32, first[r.Groups])
	for i, g := range r.Group {
		if g >= 0 && (r.In == nil || r.In[i]) {
			rows[next[g]] = int32(i)
			next[g]++
		}
	}
	return rows, first, nil
}
