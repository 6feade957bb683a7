package survey

import (
	"fmt"
	"strconv"

	"rakor/model/fgt"
)

// Lonely is what to do with a stratum of one PSU, whose variance is 0/0. The names and meanings are those of R's
// survey.lonely.psu.
type Lonely uint8

// Rules for lone PSUs.
const (
	Fail    Lonely = iota // refuse, naming the stratum
	Remove                // the stratum adds nothing to the variance (R also calls this certainty)
	Adjust                // it adds the square of its total, centred at nothing
	Average               // it adds the mean of what the other strata add
)

// ParseLonely returns the rule of that name: fail, remove, adjust or average.
func ParseLonely(name string) (Lonely, error) {
	for l := Fail; l <= Average; l++ {
		if l.ID() == name {
			return l, nil
		}
	}
	return Fail, fmt.Errorf("%w: lone PSU rule %q, expected fail, remove, adjust or average", ErrRules, name)
}

// ID returns the name of the rule, as R and the command line spell it.
func (l Lonely) ID() string {
	switch l {
	case Fail:
		return "fail"
	case Remove:
		return "remove"
	case Adjust:
		return "adjust"
	case Average:
		return "average"
	}
	return ""
}

// Columns describes a sample, one entry a row. The slices are kept and must not be modified afterwards; FPC, Strata
// and PSU are read by New only.
type Columns struct {
	Weight []float64 // what the row stands for, positive: people (household weight x household size) or households
	Strata []int32   // any integers; nil: one stratum
	PSU    []int32   // any integers, unique within a stratum; nil: each row is a PSU

	// FPC is the number of PSUs in the population of the row's stratum or, when no entry is above 1, the fraction of
	// them that was drawn; constant within a stratum. nil: no correction.
	FPC []float64

	StratumName func(code int32) string // for errors; nil: the code in digits
}

// Rules are the choices that the data do not make.
type Rules struct {
	Lonely Lonely
	Level  float64 // confidence level of intervals, between 0 and 1; 0 stands for 0.95
}

// Design is a sample with everything that is known about how it was drawn.
type Design struct {
	w       []float64
	psu     []int32   // by row; numbered so that PSUs of a stratum follow each other
	first   []int32   // by stratum: its first PSU; one more entry at the end
	stratum []int32   // by PSU
	codes   []int32   // by stratum: the code that it was given with
	open    []float64 // by stratum: the share of its PSUs that was not drawn; nil: 1
	name    func(code int32) string
	rules   Rules
	whole   part
}

// New numbers strata and PSUs and checks the columns.
//
// Errors: [ErrNoRows], [ErrLength], [ErrRules], a [*FPCError] naming the stratum, or a [*fgt.ValueError] for a weight or an
// FPC that is missing, infinite, zero or negative. A stratum with one PSU is not an error here: under [Fail] it is one
// for each figure that the stratum has a part in.
func New(c Columns, r Rules) (*Design, error) {
	n := len(c.Weight)
	if n == 0 {
		return nil, ErrNoRows
	}
	if r.Level == 0 {
		r.Level = defaultLevel
	}
	if !(r.Level > 0 && r.Level < 1) || r.Lonely > Average {
		return nil, fmt.Errorf("%w: level %v, lone PSU rule %d", ErrRules, r.Level, r.Lonely)
	}
	for _, column := range []struct {
		name    string
		present bool
		rows    int
	}{
		{"strata", c.Strata != nil, len(c.Strata)},
		{"PSUs", c.PSU != nil, len(c.PSU)},
		{"population corrections", c.FPC != nil, len(c.FPC)},
	} {
		if column.present && column.rows != n {
			return nil, fmt.Errorf("%w: %d weights and %d %s", ErrLength, n, column.rows, column.name)
		}
	}
	if err := positive("weight", c.Weight); err != nil {
		return nil, err
	}
	if err := positive("fpc", c.FPC); err != nil {
		return nil, err
	}
	d := &Design{w: c.Weight, name: c.StratumName, rules: r}
	stratumOfRow := d.number(c.Strata, c.PSU)
	if c.FPC != nil {
		if err := d.correct(c.FPC, stratumOfRow); err != nil {
			return nil, err
		}
	}
	d.whole = d.everybody()
	return d, nil
}

func positive(column string, v []float64) error {
	for i, x := range v {
		if p := fgt.Classify(x); p != fgt.Fine {
			return &fgt.ValueError{Column: column, Row: i, Value: x, Problem: p}
		}
	}
	return nil
}

// PersonWeights returns weight times size: the people that each household stands for.
//
// Errors: [ErrLength], or a [*fgt.ValueError] in column "weight" or "hhsize" for a number that is missing, infinite,
// zero or negative.
func PersonWeights(weight, size []float64) ([]float64, error) {
	if len(weight) != len(size) {
		return nil, fmt.Errorf("%w: %d weights and %d household sizes", ErrLength, len(weight), len(size))
	}
	if err := positive("weight", weight); err != nil {
		return nil, err
	}
	if err := positive("hhsize", size); err != nil {
		return nil, err
	}
	out := make([]float64, len(weight))
	for i, w := range weight {
		out[i] = w * size[i]
	}
	return out, nil
}

// number gives strata and PSUs numbers in the order in which they first appear, PSUs by stratum, and returns the
// stratum of each row.
func (d *Design) number(strata, psus []int32) []int32 {
	n := len(d.w)
	d.psu = make([]int32, n)
	stratumOfRow := make([]int32, n)
	if strata == nil {
		d.codes = []int32{0}
	} else {
		seen := make(map[int32]int32)
		last := int32(-1)
		for i, code := range strata {
			// Files are mostly in order, so the row before has the answer.
			if i == 0 || code != strata[i-1] {
				s, ok := seen[code]
				if !ok {
					s = int32(len(d.codes))
					seen[code] = s
					d.codes = append(d.codes, code)
				}
				last = s
			}
			stratumOfRow[i] = last
		}
	}
	var stratumOf []int32 // by PSU in order of appearance
	if psus == nil {
		for i := range d.psu {
			d.psu[i] = int32(i)
		}
		stratumOf = stratumOfRow
	} else {
		stratumOf = appear(d.psu, stratumOfRow, psus)
	}
	d.arrange(stratumOf)
	return stratumOfRow
}

// appear numbers pairs of stratum and code in order of appearance and returns the stratum of each.
func appear(out, stratum, code []int32) (stratumOf []int32) {
	seen := make(map[[2]int32]int32)
	for i, c := range code {
		if i > 0 && c == code[i-1] && stratum[i] == stratum[i-1] {
			out[i] = out[i-1]
			continue
		}
		key := [2]int32{stratum[i], c}
		p, ok := seen[key]
		if !ok {
			p = int32(len(stratumOf))
			seen[key] = p
			stratumOf = append(stratumOf, stratum[i])
		}
		out[i] = p
	}
	return stratumOf
}

// arrange renumbers PSUs so that those of a stratum follow each other.
func (d *Design) arrange(stratumOf []int32) {
	d.first = make([]int32, len(d.codes)+1)
	for _, s := range stratumOf {
		d.first[s+1]++
	}
	for s := range d.codes {
		d.first[s+1] += d.first[s]
	}
	next := append([]int32(nil), d.first...)
	renumbered := make([]int32, len(stratumOf))
	d.stratum = make([]int32, len(stratumOf))
	for p, s := range stratumOf {
		q := next[s]
		next[s]++
		renumbered[p] = q
		d.stratum[q] = s
	}
	for i, p := range d.psu {
		d.psu[i] = renumbered[p]
	}
}

// correct fills in the share of PSUs that was not drawn.
func (d *Design) correct(fpc []float64, stratumOfRow []int32) error {
	given := make([]float64, len(d.codes))
	fractions := true
	for i, v := range fpc {
		s := stratumOfRow[i]
		if given[s] != 0 && given[s] != v {
			return &FPCError{Stratum: d.stratumName(s), First: given[s], Other: v}
		}
		given[s] = v
		fractions = fractions && v <= 1
	}
	d.open = given
	for s, v := range given {
		drawn := d.size(int32(s))
		switch {
		case fractions:
			d.open[s] = 1 - v
		case v < float64(drawn):
			return &FPCError{Stratum: d.stratumName(int32(s)), First: v, Other: v, Drawn: drawn}
		default:
			d.open[s] = (v - float64(drawn)) / v
		}
	}
	return nil
}

// size returns the number of PSUs in a stratum.
func (d *Design) size(s int32) int { return int(d.first[s+1] - d.first[s]) }

// left returns the share of a stratum's PSUs that was not drawn, 1 without correction.
func (d *Design) left(s int32) float64 {
	if d.open == nil {
		return 1
	}
	return d.open[s]
}

// complete tells whether every PSU of the stratum was drawn, so that it has no error.
func (d *Design) complete(s int32) bool { return d.left(s) < 1e-7 }

// lone tells whether a stratum has one PSU out of several in the population.
func (d *Design) lone(s int32) bool { return d.size(s) == 1 && !d.complete(s) }

func (d *Design) stratumName(s int32) string {
	if d.name != nil {
		return d.name(d.codes[s])
	}
	return strconv.Itoa(int(d.codes[s]))
}

// Rows returns the number of rows.
func (d *Design) Rows() int { return len(d.w) }

// PSUs returns the number of PSUs.
func (d *Design) PSUs() int { return len(d.stratum) }

// Strata returns the number of strata.
func (d *Design) Strata() int { return len(d.codes) }

// DF returns the degrees of freedom: PSUs minus strata, lone ones counted in both.
func (d *Design) DF() int { return d.PSUs() - d.Strata() }

// People returns the sum of weights.
func (d *Design) People() float64 { return d.whole.people }

// Rules returns the rules, the level filled in.
func (d *Design) Rules() Rules { return d.rules }

// LoneStrata returns the codes of strata with one PSU, in the order in which they appear in the file. A stratum of
// which the population has no more than that PSU, as the FPC says, is not among them.
func (d *Design) LoneStrata() []int32 {
	var out []int32
	for s := range d.codes {
		if d.lone(int32(s)) {
			out = append(out, d.codes[s])
		}
	}
	return out
}

// With returns the same sample under other rules; nothing is computed anew. Errors: [ErrRules].
func (d *Design) With(r Rules) (*Design, error) {
	if r.Level == 0 {
		r.Level = defaultLevel
	}
	if !(r.Level > 0 && r.Level < 1) || r.Lonely > Average {
		return nil, fmt.Errorf("%w: level %v, lone PSU rule %d", ErrRules, r.Level, r.Lonely)
	}
	e := *d
	e.rules = r
	e.whole.d = &e
	return &e, nil
}
