package survey

import (
	"slices"

	"rakor/model/fgt/rank"
)

// part is the sample as one group sees it: its rows, and its PSUs within the full design.
type part struct {
	d      *Design
	rows   []int32   // row numbers in file order; nil: all rows
	psus   []int32   // PSUs with a row in the group, ascending
	w      []float64 // weight by row of the part
	loc    []int32   // place in psus by row of the part
	sw     []float64 // sum of weights by PSU of the part
	spans  []span    // the strata among psus
	people float64
	shared []int32 // a copy of psus that estimates may keep; nil: not made yet
}

// span is the PSUs of one stratum in a part: psus[from:to].
type span struct{ stratum, from, to int32 }

func (p *part) n() int { return len(p.w) }

// df returns PSUs minus strata that have a row in the group.
func (p *part) df() int { return len(p.psus) - len(p.spans) }

// row returns the number of the part's k-th row in the file.
func (p *part) row(k int) int {
	if p.rows == nil {
		return k
	}
	return int(p.rows[k])
}

// everybody is the part that is the sample.
func (d *Design) everybody() part {
	p := part{d: d, w: d.w, loc: d.psu}
	p.psus = make([]int32, d.PSUs())
	for i := range p.psus {
		p.psus[i] = int32(i)
	}
	p.sw = make([]float64, d.PSUs())
	p.shared = p.psus
	p.finish()
	return p
}

// finish fills in sums and strata. The sum of weights is the sum over PSUs, so that shares of PSUs add up.
func (p *part) finish() {
	for k, w := range p.w {
		p.sw[p.loc[k]] += w
	}
	p.people = 0
	for _, w := range p.sw {
		p.people += w
	}
	p.spans = p.d.strataOf(p.spans[:0], p.psus)
}

// strataOf appends the strata of ascending PSUs.
func (d *Design) strataOf(spans []span, psus []int32) []span {
	for i := 0; i < len(psus); {
		s := d.stratum[psus[i]]
		end := d.first[s+1]
		j := i + 1
		for j < len(psus) && psus[j] < end {
			j++
		}
		spans = append(spans, span{s, int32(i), int32(j)})
		i = j
	}
	return spans
}

// cut makes the part of the given rows in the frame's memory, which holds until the next cut.
func (f *frame) cut(d *Design, rows []int32) *part {
	if len(f.local) < d.PSUs() {
		f.local = slices.Repeat([]int32{-1}, d.PSUs())
	}
	psus := f.psus[:0]
	last := int32(-1)
	for _, r := range rows {
		if q := d.psu[r]; q != last {
			last = q
			if f.local[q] < 0 {
				f.local[q] = 0
				psus = append(psus, q)
			}
		}
	}
	slices.Sort(psus)
	for i, q := range psus {
		f.local[q] = int32(i)
	}
	f.psus = psus
	f.w = resize(f.w, len(rows))
	f.loc = resize(f.loc, len(rows))
	for k, r := range rows {
		f.w[k] = d.w[r]
		f.loc[k] = f.local[d.psu[r]]
	}
	for _, q := range psus {
		f.local[q] = -1
	}
	f.sw = zeros(f.sw, len(psus))
	f.part = part{d: d, rows: rows, psus: psus, w: f.w, loc: f.loc, sw: f.sw, spans: f.part.spans}
	f.part.finish()
	return &f.part
}

// refusal returns the error of the rule Fail when a stratum of the part has one PSU.
func (p *part) refusal() error {
	if p.d.rules.Lonely != Fail {
		return nil
	}
	var e *LonePSUError
	for _, s := range p.spans {
		if !p.d.lone(s.stratum) {
			continue
		}
		if e == nil {
			e = &LonePSUError{Stratum: p.d.codes[s.stratum], Name: p.d.stratumName(s.stratum)}
		}
		e.Strata++
	}
	if e == nil {
		return nil
	}
	return e
}

// census tells whether every PSU of every stratum of the spans was drawn.
func (d *Design) census(spans []span) bool {
	if d.open == nil {
		return false
	}
	for _, s := range spans {
		if !d.complete(s.stratum) {
			return false
		}
	}
	return true
}

// measurable tells whether the rule leaves a stratum to measure the variance by.
func (d *Design) measurable(spans []span) bool {
	if d.rules.Lonely == Adjust {
		return true
	}
	for _, s := range spans {
		if !d.lone(s.stratum) {
			return true
		}
	}
	return false
}

// covariance returns the covariance of two linear forms given by their totals t and u in the PSUs of the spans; all
// other PSUs of the design have 0. With t twice it is the variance:
//
//	V = sum over strata h of f_h n_h/(n_h - 1) sum over PSUs i of (t_hi - tbar_h)^2
//
// n_h and tbar_h count all PSUs of the stratum. Lone PSUs follow the rule of the design.
func (d *Design) covariance(spans []span, t, u []float64) float64 {
	var v float64
	lone := 0
	for _, s := range spans {
		f := d.left(s.stratum)
		a, b := t[s.from:s.to], u[s.from:s.to]
		n := d.size(s.stratum)
		switch {
		case d.complete(s.stratum):
		case n > 1:
			v += f * float64(n) / float64(n-1) * products(a, b, n)
		case d.rules.Lonely == Adjust:
			v += f * a[0] * b[0]
		case d.rules.Lonely == Average:
			lone++
		}
	}
	if lone > 0 && lone < len(spans) {
		v *= float64(len(spans)) / float64(len(spans)-lone)
	}
	return v
}

// products returns the sum of centred products of two lists, to which n - len(a) zeros belong.
func products(a, b []float64, n int) float64 {
	var sa, sb float64
	for i := range a {
		sa += a[i]
		sb += b[i]
	}
	ma, mb := sa/float64(n), sb/float64(n)
	var s float64
	for i := range a {
		s += (a[i] - ma) * (b[i] - mb)
	}
	return s + float64(n-len(a))*ma*mb
}

// frame is the working memory of one goroutine.
type frame struct {
	part    part
	local   []int32 // by PSU of the design: its place in the part being cut, else -1
	psus    []int32
	loc     []int32
	w, sw   []float64
	sums    []sums    // by PSU
	t, g, u []float64 // by PSU: linear forms, and what they are built from
	values  []float64 // by row, in order
	weights []float64 // by row, in order; the sorter's memory
	at      []int32   // by row, in order: its PSU's place in the part
	cum     []float64 // by row, in order: weight up to it
	sorter  rank.Sorter
	student student
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

func zeros[T any](s []T, n int) []T {
	s = resize(s, n)
	clear(s)
	return s
}
