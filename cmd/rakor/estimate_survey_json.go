package main

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"rakor/model/survey"
)

// surveyJSON is the result of estimate survey.
type surveyJSON struct {
	sampleJSON
	Level   float64      `json:"level"`
	Lonely  string       `json:"lonely"`
	Columns columnsJSON  `json:"columns"`
	Against *againstJSON `json:"against,omitempty"`
}

// sampleJSON is a file with its figures.
type sampleJSON struct {
	File       string           `json:"file"`
	Households int              `json:"households"`
	Persons    float64          `json:"persons"`
	PSUs       int              `json:"psus"`
	Strata     int              `json:"strata"`
	Line       *float64         `json:"line"` // null: by column, or none
	Lines      *linesJSON       `json:"lines,omitempty"`
	DF         int              `json:"degrees_of_freedom"`
	Refused    int              `json:"refused"`
	Rows       []refusedRowJSON `json:"refused_rows,omitempty"`
	byMeasure[figureOf]
	By []groupOf[figureOf] `json:"by,omitempty"`
}

// columnsJSON tells which columns of the file were used; "" for none.
type columnsJSON struct {
	Value  string `json:"value"`
	HHSize string `json:"hhsize"`
	Weight string `json:"weight"`
	Strata string `json:"strata"`
	PSU    string `json:"psu"`
	FPC    string `json:"fpc,omitempty"`
	By     string `json:"by,omitempty"`
}

// linesJSON is poverty lines by the values of a column.
type linesJSON struct {
	Column string             `json:"column"`
	Lines  map[string]float64 `json:"lines"`
}

// refusedRowJSON is a row that was skipped.
type refusedRowJSON struct {
	Line   int    `json:"line"`
	Column string `json:"column,omitempty"`
	Value  string `json:"value,omitempty"`
	Reason string `json:"reason"`
}

// figureOf is one figure with its error. What does not exist is null, and
// reason says why.
type figureOf struct {
	Estimate *float64 `json:"estimate"`
	SE       *float64 `json:"se"`
	Low      *float64 `json:"ci_low"`
	High     *float64 `json:"ci_high"`
	RSE      *float64 `json:"rse"` // percent
	Deff     *float64 `json:"deff"`
	Reason   string   `json:"reason,omitempty"`
}

// byMeasure is something for each measure asked for.
type byMeasure[T any] struct {
	Measures  measuresOf[T]   `json:"measures"`
	Poor      *T              `json:"poor,omitempty"`
	Gini      *T              `json:"gini,omitempty"`
	Quantiles *quantilesOf[T] `json:"quantiles,omitempty"`
}

type measuresOf[T any] struct {
	P0    *T `json:"p0,omitempty"`
	P1    *T `json:"p1,omitempty"`
	P2    *T `json:"p2,omitempty"`
	Watts *T `json:"watts,omitempty"`
	Sen   *T `json:"sen,omitempty"`
	SST   *T `json:"sst,omitempty"`
	Mean  *T `json:"mean,omitempty"`
	Total *T `json:"total,omitempty"`
}

type quantilesOf[T any] struct {
	Q1 *T `json:"0.1"`
	Q2 *T `json:"0.2"`
	Q4 *T `json:"0.4"`
	Q5 *T `json:"0.5"`
	Q6 *T `json:"0.6"`
	Q9 *T `json:"0.9"`
}

// put sets what belongs to the measure of that id.
func (b *byMeasure[T]) put(id string, v *T) {
	if strings.HasPrefix(id, "q") && b.Quantiles == nil {
		b.Quantiles = &quantilesOf[T]{}
	}
	switch id {
	case "p0":
		b.Measures.P0 = v
	case "p1":
		b.Measures.P1 = v
	case "p2":
		b.Measures.P2 = v
	case "watts":
		b.Measures.Watts = v
	case "sen":
		b.Measures.Sen = v
	case "sst":
		b.Measures.SST = v
	case "mean":
		b.Measures.Mean = v
	case "total":
		b.Measures.Total = v
	case "poor":
		b.Poor = v
	case "gini":
		b.Gini = v
	case "q0.1":
		b.Quantiles.Q1 = v
	case "q0.2":
		b.Quantiles.Q2 = v
	case "q0.4":
		b.Quantiles.Q4 = v
	case "q0.5":
		b.Quantiles.Q5 = v
	case "q0.6":
		b.Quantiles.Q6 = v
	case "q0.9":
		b.Quantiles.Q9 = v
	}
}

// groupOf is something for each measure, of one group.
type groupOf[T any] struct {
	Group      string  `json:"group"`
	Households int     `json:"households"`
	Persons    float64 `json:"persons"`
	PSUs       int     `json:"psus"`
	DF         int     `json:"degrees_of_freedom"`
	byMeasure[T]
}

// figure is a figure of a table with the id of its measure.
type figure struct {
	id string
	e  survey.Estimate
}

// quantileIDs gives the ids of the quantiles, as probabilities.
func quantileIDs() []string { return []string{"q0.1", "q0.2", "q0.4", "q0.5", "q0.6", "q0.9"} }

// figures lists the figures of a row that were asked for.
func (c *surveyCall) figures(r *survey.Row) []figure {
	out := make([]figure, 0, len(c.measures)+len(r.Quantiles))
	for _, m := range c.measures {
		out = append(out, figure{m.ID(), r.Measure(m)})
	}
	for i, e := range r.Quantiles {
		out = append(out, figure{quantileIDs()[i], e})
	}
	return out
}

// finite gives a pointer to a number that exists, nil for NaN and infinities.
func finite(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return &v
}

func figureJSONOf(e survey.Estimate) *figureOf {
	f := &figureOf{Estimate: finite(e.Value), Reason: e.Why.ID()}
	if se, ok := e.StandardError(); ok {
		f.SE = &se
	}
	if low, high, ok := e.Interval(); ok {
		f.Low, f.High = &low, &high
	}
	if rse, ok := e.RSE(); ok {
		f.RSE = finite(100 * rse)
	}
	if deff, ok := e.DesignEffect(); ok {
		f.Deff = finite(deff)
	}
	return f
}

// figuresJSON gives the figures of a row.
func (c *surveyCall) figuresJSON(r *survey.Row) byMeasure[figureOf] {
	var b byMeasure[figureOf]
	for _, f := range c.figures(r) {
		b.put(f.id, figureJSONOf(f.e))
	}
	return b
}

// sampleJSON gives a file with its figures.
func (c *surveyCall) sampleJSON(s *sample) sampleJSON {
	all := &s.figures.All
	j := sampleJSON{
		File: s.path, Households: all.N, Persons: all.People, PSUs: all.PSUs, Strata: all.Strata, DF: all.DF, Refused: s.table.Refused,
		byMeasure: c.figuresJSON(all),
	}
	if s.rule.value > 0 {
		j.Line = &s.rule.value
	}
	if s.rule.column != "" {
		j.Lines = &linesJSON{Column: s.table.LineBy.Name, Lines: map[string]float64{}}
		for i, label := range s.rule.labels {
			j.Lines.Lines[label] = s.rule.lines[i]
		}
	}
	for _, p := range s.table.Problems {
		j.Rows = append(j.Rows, refusedRowJSON{Line: p.Line, Column: p.Column, Value: p.Value, Reason: p.Reason.ID()})
	}
	for _, g := range s.groups() {
		r := &s.figures.Groups[g]
		j.By = append(j.By, groupOf[figureOf]{
			Group: s.table.Groups[0].Levels[g], Households: r.N, Persons: r.People, PSUs: r.PSUs, DF: r.DF, byMeasure: c.figuresJSON(r),
		})
	}
	return j
}

func (c *surveyCall) surveyJSON(s *sample, d *comparison) surveyJSON {
	t := s.table
	j := surveyJSON{
		sampleJSON: c.sampleJSON(s), Level: c.rules.Level, Lonely: c.rules.Lonely.ID(),
		Columns: columnsJSON{Value: t.ValueName, HHSize: t.SizeName, Weight: t.WeightName, Strata: t.Strata.Name, PSU: t.PSU.Name, FPC: t.FPCName},
	}
	if len(t.Groups) > 0 {
		j.Columns.By = t.Groups[0].Name
	}
	if d != nil {
		j.Against = c.againstJSON(d)
	}
	return j
}

// groups gives the codes of the groups in the order of their labels: numbers
// by their value, then words.
func (s *sample) groups() []int {
	if len(s.table.Groups) == 0 {
		return nil
	}
	levels := s.table.Groups[0].Levels
	out := make([]int, len(levels))
	for i := range out {
		out[i] = i
	}
	slices.SortFunc(out, func(a, b int) int { return compareLabels(levels[a], levels[b]) })
	return out
}

// compareLabels orders labels: numbers by their value and before words.
func compareLabels(a, b string) int {
	x, errX := strconv.ParseUint(a, 10, 64)
	y, errY := strconv.ParseUint(b, 10, 64)
	switch {
	case errX == nil && errY == nil && x != y:
		if x < y {
			return -1
		}
		return 1
	case errX == nil && errY != nil:
		return -1
	case errX != nil && errY == nil:
		return 1
	}
	return strings.Compare(a, b)
}
