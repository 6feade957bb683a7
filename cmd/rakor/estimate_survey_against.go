package main

import (
	"context"
	"errors"
	"slices"

	"rakor/model/fgt"
	"rakor/model/survey"
)

// comparison is a file set against another: what changed, whether that is more
// than noise, and how growth and redistribution share in it.
type comparison struct {
	one, other *sample
	all        []change
	groups     []groupChange
	apart      []string // groups of one file only
	split      *fgt.Split
}

// change is the difference of one measure, the file's less the other's.
type change struct {
	id string
	d  survey.Difference
}

type groupChange struct {
	label   string
	row     *survey.Row // of the file
	changes []change
}

// againstJSON is the file that was compared with, and the differences.
type againstJSON struct {
	sampleJSON
	SameSample bool                    `json:"same_sample"`
	Difference byMeasure[differenceOf] `json:"difference"`
	ByGroup    []groupOf[differenceOf] `json:"difference_by,omitempty"`
	Split      *splitJSON              `json:"growth_redistribution,omitempty"`
}

// differenceOf is the difference of one measure with its test.
type differenceOf struct {
	Difference  *float64 `json:"estimate"`
	SE          *float64 `json:"se"`
	Low         *float64 `json:"ci_low"`
	High        *float64 `json:"ci_high"`
	T           *float64 `json:"t"`
	P           *float64 `json:"p"`
	DF          int      `json:"degrees_of_freedom"`
	Significant *bool    `json:"significant"`
	Reason      string   `json:"reason,omitempty"`
}

// splitJSON is the change of P0, P1 and P2 in two parts.
type splitJSON struct {
	MeanGrowth float64   `json:"mean_growth"` // percent, of the mean in units of the line
	P0         partsJSON `json:"p0"`
	P1         partsJSON `json:"p1"`
	P2         partsJSON `json:"p2"`
}

type partsJSON struct {
	Change         float64 `json:"change"`
	Growth         float64 `json:"growth"`
	Redistribution float64 `json:"redistribution"`
}

// paired is the two files' figures as they are tested against each other.
type paired struct {
	all   [2]*survey.Row
	group func(one, other int) [2]*survey.Row // by the files' codes
	test  func(one, other survey.Estimate) (survey.Difference, error)
}

// compare sets one against other.
func (c *surveyCall) compare(ctx context.Context, one, other *sample) (*comparison, error) {
	if c.line.value > 0 && c.againstLine.value == c.line.value {
		c.note("same-line", c.words.SameLine(c.app.words.Lang.Rupiah(int64(c.line.value))))
	}
	codes := otherCodes(one, other)
	p := &paired{
		all:   [2]*survey.Row{&one.figures.All, &other.figures.All},
		group: func(g, h int) [2]*survey.Row { return [2]*survey.Row{&one.figures.Groups[g], &other.figures.Groups[h]} },
		test: func(x, y survey.Estimate) (survey.Difference, error) {
			return survey.Independent(x, y, c.rules.Level), nil
		},
	}
	if c.sameSample {
		joint, err := c.join(one, other, codes)
		if err != nil {
			return nil, err
		}
		if p, err = soon(ctx, func() (*paired, error) { return c.estimateJoint(joint) }); err != nil {
			return nil, c.kernelError(one, err)
		}
	}
	d := &comparison{one: one, other: other}
	var err error
	if d.all, err = c.changes(p.all, p.test); err != nil {
		return nil, c.kernelError(one, err)
	}
	for _, g := range one.groups() {
		label := one.table.Groups[0].Levels[g]
		h, ok := codes[g]
		if !ok {
			d.apart = append(d.apart, label)
			continue
		}
		changes, err := c.changes(p.group(g, h), p.test)
		if err != nil {
			return nil, c.kernelError(one, err)
		}
		d.groups = append(d.groups, groupChange{label, &one.figures.Groups[g], changes})
	}
	for _, h := range other.groups() {
		if label := other.table.Groups[0].Levels[h]; !slices.Contains(one.table.Groups[0].Levels, label) {
			d.apart = append(d.apart, label)
		}
	}
	if len(d.apart) > 0 {
		c.note("groups-apart", c.words.Apart(c.words.Names(d.apart, shownNames)))
	}
	if c.line.given() {
		d.split, err = soon(ctx, func() (*fgt.Split, error) { return split(one, other) })
	}
	if errors.Is(err, fgt.ErrNoMean) { // nobody has anything: nothing to split
		err = nil
	}
	return d, err
}

// otherCodes gives, by the code of a group of one file, the other file's code
// of the same label.
func otherCodes(one, other *sample) map[int]int {
	out := map[int]int{}
	if len(one.table.Groups) == 0 {
		return out
	}
	theirs := map[string]int{}
	for h, label := range other.table.Groups[0].Levels {
		theirs[label] = h
	}
	for g, label := range one.table.Groups[0].Levels {
		if h, ok := theirs[label]; ok {
			out[g] = h
		}
	}
	return out
}

// changes gives the difference of each measure, the first row's less the
// second's.
func (c *surveyCall) changes(rows [2]*survey.Row, test func(a, b survey.Estimate) (survey.Difference, error)) ([]change, error) {
	theirs := c.figures(rows[1])
	var out []change
	for i, f := range c.figures(rows[0]) {
		d, err := test(f.e, theirs[i].e)
		switch {
		case errors.Is(err, survey.ErrNoLinear): // one of the two is no figure
			d = survey.Independent(f.e, theirs[i].e, c.rules.Level)
		case err != nil:
			return nil, err
		}
		out = append(out, change{f.id, d})
	}
	return out, nil
}

// split splits the change from other to one.
func split(one, other *sample) (*fgt.Split, error) {
	before, err := other.distribution()
	if err != nil {
		return nil, err
	}
	after, err := one.distribution()
	if err != nil {
		return nil, err
	}
	s, err := fgt.GrowthRedistribution(before, after)
	return &s, err
}

// distribution gives what the split looks at: expenditures against their
// lines.
func (s *sample) distribution() (fgt.Sample, error) {
	if s.lines == nil {
		return fgt.Sample{Y: s.table.Value, W: s.table.Weight, Line: s.rule.value}, nil
	}
	y, err := fgt.Relative(s.table.Value, s.lines)
	return fgt.Sample{Y: y, W: s.table.Weight, Line: 1}, err
}

// joint is two rounds of one sample under each other: the file's rows, then
// the other's.
type joint struct {
	columns survey.Columns
	y       []float64
	rule    [2]lineRule
	lines   []float64
	group   []int32 // codes of the file; -1 for a group that it does not have
	groups  int
	rows    int // of the file
}

// join puts two files under each other, PSUs matched by the labels of their
// stratum and their own.
func (c *surveyCall) join(one, other *sample, codes map[int]int) (*joint, error) {
	if one.table.PSU.Codes == nil || other.table.PSU.Codes == nil {
		return nil, failf(exitUsage, "%s", c.words.PSUNeeded)
	}
	j := &joint{rows: one.table.Rows(), rule: [2]lineRule{one.rule, other.rule}}
	type place struct{ stratum, psu string }
	strata, psus := map[string]int32{}, map[place]int32{}
	var names []string
	common := 0
	for file, s := range []*sample{one, other} {
		t := s.table
		stratumOf := make([]int32, len(t.Strata.Levels))
		for i, label := range t.Strata.Levels {
			code, ok := strata[label]
			if !ok {
				code = int32(len(names))
				strata[label], names = code, append(names, label)
			}
			stratumOf[i] = code
		}
		psuOf := make([]int32, len(t.PSU.Levels))
		for i, label := range t.PSU.Levels {
			at := place{psu: label}
			if len(t.Strata.Levels) > 0 {
				at.stratum = t.Strata.Levels[t.PSUStratum[i]]
			}
			code, ok := psus[at]
			if !ok {
				code = int32(len(psus))
				psus[at] = code
			} else if file == 1 {
				common++
			}
			psuOf[i] = code
		}
		j.columns.Strata = appendCodes(j.columns.Strata, t.Strata.Codes, stratumOf)
		j.columns.PSU = appendCodes(j.columns.PSU, t.PSU.Codes, psuOf)
		j.columns.Weight = append(j.columns.Weight, t.Weight...)
		j.columns.FPC = append(j.columns.FPC, t.FPC...)
		j.y = append(j.y, t.Value...)
	}
	if common == 0 {
		return nil, failf(exitUsage, "%s", c.words.NothingCommon(one.name, other.name))
	}
	j.columns.StratumName = func(code int32) string {
		if int(code) < len(names) {
			return names[code]
		}
		return "1"
	}
	j.joinLines(one, other)
	j.joinGroups(one, other, codes)
	return j, nil
}

func appendCodes(dst, codes, to []int32) []int32 {
	for _, c := range codes {
		dst = append(dst, to[c])
	}
	return dst
}

// joinLines gives each row its line where they differ by row or by file.
func (j *joint) joinLines(one, other *sample) {
	if one.lines == nil && other.lines == nil && j.rule[0].value == j.rule[1].value {
		return
	}
	for i, s := range []*sample{one, other} {
		if s.lines != nil {
			j.lines = append(j.lines, s.lines...)
			continue
		}
		j.lines = append(j.lines, slices.Repeat([]float64{j.rule[i].value}, s.table.Rows())...)
	}
}

func (j *joint) joinGroups(one, other *sample, codes map[int]int) {
	if len(one.table.Groups) == 0 {
		return
	}
	j.groups = len(one.table.Groups[0].Levels)
	j.group = slices.Clone(one.table.Groups[0].Codes)
	ours := slices.Repeat([]int32{-1}, len(other.table.Groups[0].Levels))
	for g, h := range codes {
		ours[h] = int32(g)
	}
	j.group = appendCodes(j.group, other.table.Groups[0].Codes, ours)
}

// estimateJoint estimates both rounds as domains of one design, with their
// linear forms.
func (c *surveyCall) estimateJoint(j *joint) (*paired, error) {
	design, err := survey.New(j.columns, c.rules)
	if err != nil {
		return nil, err
	}
	var tables [2]survey.Table
	for file := range tables {
		r := c.request()
		r.Y, r.Line, r.Lines, r.Group, r.Groups, r.Keep = j.y, j.rule[0].value, j.lines, j.group, j.groups, true
		r.In = make([]bool, len(j.y))
		for i := range r.In {
			r.In[i] = i < j.rows == (file == 0)
		}
		if tables[file], err = design.ByGroup(r); err != nil {
			return nil, err
		}
	}
	return &paired{
		all:   [2]*survey.Row{&tables[0].All, &tables[1].All},
		group: func(g, _ int) [2]*survey.Row { return [2]*survey.Row{&tables[0].Groups[g], &tables[1].Groups[g]} },
		test:  design.Difference,
	}, nil
}

func (c *surveyCall) differenceJSON(d survey.Difference) *differenceOf {
	j := &differenceOf{
		Difference: finite(d.Value), SE: finite(d.SE), Low: finite(d.Low), High: finite(d.High), T: finite(d.T), P: finite(d.P), DF: d.DF,
		Reason: d.Why.ID(),
	}
	if d.Why == survey.Estimated {
		j.Significant = ptr(d.Significant(c.rules.Level))
	}
	return j
}

func (c *surveyCall) againstJSON(d *comparison) *againstJSON {
	j := &againstJSON{sampleJSON: c.sampleJSON(d.other), SameSample: c.sameSample}
	for _, x := range d.all {
		j.Difference.put(x.id, c.differenceJSON(x.d))
	}
	for _, g := range d.groups {
		o := groupOf[differenceOf]{Group: g.label, Households: g.row.N, Persons: g.row.People, PSUs: g.row.PSUs, DF: g.row.DF}
		for _, x := range g.changes {
			o.put(x.id, c.differenceJSON(x.d))
		}
		j.ByGroup = append(j.ByGroup, o)
	}
	if s := d.split; s != nil {
		part := func(i int) partsJSON { return partsJSON{s.Change[i], s.Growth[i], s.Redistribution[i]} }
		j.Split = &splitJSON{MeanGrowth: 100 * s.MeanGrowth, P0: part(0), P1: part(1), P2: part(2)}
	}
	return j
}
