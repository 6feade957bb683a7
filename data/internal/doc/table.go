package doc

import (
	"fmt"
	"math"
	"slices"

	"rakor/data/internal/jscan"
	"rakor/model"
)

// Origin is where figures come from: the sources that agree, the named one
// first, and a note.
type Origin struct {
	Sources []model.SourceID
	Note    string
}

// Tier groups the levels that one table of a publisher covers; the origin of a
// column is given by tier.
type Tier uint8

// The tiers.
const (
	TierNation Tier = iota
	TierProvince
	TierLocal // regencies and cities
	TierDistrict
	TierVillage
	Tiers // how many there are
)

// String gives the name used in files.
func (t Tier) String() string {
	return [...]string{"nation", "province", "local", "district", "village", ""}[min(t, Tiers)]
}

// TierOf gives the tier of a level.
func TierOf(l model.Level) Tier {
	switch l {
	case model.LevelNation:
		return TierNation
	case model.LevelProvince:
		return TierProvince
	case model.LevelDistrict:
		return TierDistrict
	case model.LevelVillage:
		return TierVillage
	}
	return TierLocal
}

// Table is one indicator in columns.
type Table struct {
	Indicator model.IndicatorID
	Periods   []model.Period // ascending, each once
	Columns   []int          // where each period stands in the document
	Origins   []Origin
	From      [Tiers][]int       // index of the origin by period; nil: the first for all; -1: none
	Regions   []model.RegionCode // each once, in the order of the document
	Values    []float64          // row by row, NaN for a gap
	Cells     []Cell             // by row, then period
}

// Cell is what is particular about one figure.
type Cell struct {
	Row, Col int
	Origin   int // -1: the column's
	Others   []Other
	Index    int // in the document's list
}

// Other is a reading of a source that differs.
type Other struct {
	Value  float64
	Origin int
}

// maxOthers is how many readings that differ a cell may have.
const maxOthers = 100

// At gives the place of a figure in Values.
func (t *Table) At(row, col int) int { return row*len(t.Periods) + col }

// Tier gives the origins of the columns for a tier. Where from is nil all of
// them are rest: the first origin where no tier has origins of its own, else
// -1, none.
func (t *Table) Tier(tier Tier) (from []int, rest int) {
	if t.From[tier] != nil {
		return t.From[tier], -1
	}
	for _, other := range t.From {
		if other != nil {
			return nil, -1
		}
	}
	return nil, 0
}

// ReadTable reads one indicator. What could be read is given whatever was
// reported; rows and cells with a fault of form are left out.
func ReadTable(b []byte, report Report) (*Table, *jscan.SyntaxError) {
	r := jscan.New(b, report)
	d := tableReader{t: &Table{}, report: report}
	rows, cells := -1, -1 // where they stand, when they come before what they need
	object(r, 4, []member{
		{"format", func() { format(r, IndicatorFormat) }},
		{"indicator", func() { d.t.Indicator = id[model.IndicatorID](r) }},
		{"periods", func() { d.periods(r) }},
		{"rows", func() {
			if d.columns == nil {
				rows = later(r)
				return
			}
			d.rows(r)
		}},
		{"origins", func() { list(r, &d.t.Origins, readOrigin) }},
		{"from", func() { d.from(r) }},
		{"cells", func() {
			if d.row == nil {
				cells = later(r)
				return
			}
			d.cells(r)
		}},
	})
	syntax := finish(r)
	if syntax != nil {
		return d.t, syntax
	}
	if rows >= 0 {
		d.rows(jscan.NewAt(b, report, rows, "rows"))
	}
	if cells >= 0 {
		d.cells(jscan.NewAt(b, report, cells, "cells"))
	}
	d.order()
	return d.t, nil
}

type tableReader struct {
	t       *Table
	report  Report
	row     map[model.RegionCode]int
	columns []model.Period // as the document has them; zero where there is a fault
}

// later passes over a member that needs others to have been read.
func later(r *jscan.Reader) int {
	at := r.Offset()
	r.Skip()
	return at
}

func (d *tableReader) periods(r *jscan.Reader) {
	d.columns = []model.Period{}
	r.Array(func(int) {
		at := r.Offset()
		p := period(r)
		if !p.IsZero() && slices.Contains(d.columns, p) {
			r.ReportAt(at, jscan.RuleDuplicate, "the period "+p.String()+" again", "each period once")
			p = model.Period{}
		}
		d.columns = append(d.columns, p)
	})
	for i, p := range d.columns {
		if !p.IsZero() {
			d.t.Columns = append(d.t.Columns, i)
		}
	}
	slices.SortStableFunc(d.t.Columns, func(a, b int) int { return d.columns[a].Compare(d.columns[b]) })
	for _, c := range d.t.Columns {
		d.t.Periods = append(d.t.Periods, d.columns[c])
	}
}

func readOrigin(r *jscan.Reader) (o Origin) {
	object(r, 1, []member{
		{"sources", func() {
			at := r.Offset()
			list(r, &o.Sources, id[model.SourceID])
			if len(o.Sources) == 0 {
				r.ReportAt(at, jscan.RuleSchema, "no source", "at least one source")
			}
		}},
		{"note", func() { o.Note = r.String() }},
	})
	return o
}

// index takes the place of an origin; -1 where the value is none.
func index(r *jscan.Reader) int {
	n, ok := whole(r, 0, math.MaxInt16)
	if !ok {
		return -1
	}
	return int(n)
}

func (d *tableReader) from(r *jscan.Reader) {
	members := make([]member, Tiers)
	for t := range Tiers {
		members[t] = member{t.String(), func() {
			from := []int{}
			list(r, &from, func(r *jscan.Reader) int {
				if r.Null() {
					return -1
				}
				return index(r)
			})
			d.t.From[t] = from
		}}
	}
	object(r, 0, members)
}

func (d *tableReader) rows(r *jscan.Reader) {
	t := d.t
	d.row = make(map[model.RegionCode]int, 600)
	t.Regions = make([]model.RegionCode, 0, 600)
	t.Values = make([]float64, 0, 600*len(t.Periods))
	row := make([]float64, 0, len(d.columns))
	r.Map(func(name []byte) {
		code, err := model.ParseRegionCode(string(name))
		at := r.Offset()
		var ok bool
		if row, ok = r.Floats(row[:0]); !ok {
			return
		}
		_, twice := d.row[code]
		switch {
		case err != nil:
			r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%q", name), "a region code such as 6271")
		case twice:
			r.ReportAt(at, jscan.RuleDuplicate, "the region "+string(code)+" again", "each region once")
		case len(row) != len(d.columns):
			r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%d figures", len(row)), fmt.Sprintf("%d, one a period", len(d.columns)))
		default:
			d.row[code] = len(t.Regions)
			t.Regions = append(t.Regions, code)
			for _, c := range t.Columns {
				t.Values = append(t.Values, row[c])
			}
		}
	})
}

func (d *tableReader) cells(r *jscan.Reader) {
	r.Array(func(i int) {
		at := r.Offset()
		c := Cell{Row: -1, Col: -1, Origin: -1, Index: i}
		object(r, 2, []member{
			{"region", func() {
				if row, ok := d.row[code(r)]; ok {
					c.Row = row
				}
			}},
			{"period", func() { c.Col = slices.Index(d.t.Periods, period(r)) }},
			{"origin", func() { c.Origin = index(r) }},
			{"others", func() {
				at := r.Offset()
				list(r, &c.Others, readOther)
				if len(c.Others) > maxOthers {
					r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%d readings", len(c.Others)), fmt.Sprintf("at most %d", maxOthers))
				}
			}},
		})
		if c.Row < 0 || c.Col < 0 || math.IsNaN(d.t.Values[d.t.At(c.Row, c.Col)]) {
			r.ReportAt(at, jscan.RuleSchema, "a region and period without a figure", "a cell that has a figure in rows")
			return
		}
		d.t.Cells = append(d.t.Cells, c)
	})
}

func readOther(r *jscan.Reader) (o Other) {
	object(r, 2, []member{
		{"value", func() { o.Value = number(r) }},
		{"origin", func() { o.Origin = index(r) }},
	})
	return o
}

// order sorts the cells, checks that none is given twice, brings the origins of
// columns into the order of Periods and checks that every origin exists.
func (d *tableReader) order() {
	t := d.t
	slices.SortStableFunc(t.Cells, func(a, b Cell) int { return t.At(a.Row, a.Col) - t.At(b.Row, b.Col) })
	t.Cells = slices.CompactFunc(t.Cells, func(a, b Cell) bool {
		twice := a.Row == b.Row && a.Col == b.Col
		if twice {
			d.fault(fmt.Sprintf("/cells/%d", max(a.Index, b.Index)), jscan.RuleDuplicate, "the cell again", "each cell once")
		}
		return twice
	})
	for tier, from := range t.From {
		if from != nil {
			t.From[tier] = d.tier(Tier(tier), from)
		}
	}
	for _, c := range t.Cells {
		if c.Origin >= len(t.Origins) {
			d.noOrigin(fmt.Sprintf("/cells/%d/origin", c.Index), c.Origin)
		}
		for i, o := range c.Others {
			if o.Origin >= len(t.Origins) {
				d.noOrigin(fmt.Sprintf("/cells/%d/others/%d/origin", c.Index, i), o.Origin)
			}
		}
	}
	if len(t.Origins) == 0 && len(t.Values) > 0 {
		d.fault("", jscan.RuleSchema, "no origins", "at least one origin, with its sources")
	}
}

// tier brings the origins of a tier's columns into the order of Periods.
func (d *tableReader) tier(tier Tier, from []int) []int {
	pointer := "/from/" + tier.String()
	if len(from) != len(d.columns) {
		d.fault(pointer, jscan.RuleSchema, fmt.Sprintf("%d origins", len(from)), fmt.Sprintf("%d, one a period", len(d.columns)))
		return nil
	}
	sorted := make([]int, 0, len(from))
	for _, c := range d.t.Columns {
		if from[c] >= len(d.t.Origins) {
			d.noOrigin(fmt.Sprintf("%s/%d", pointer, c), from[c])
		}
		sorted = append(sorted, from[c])
	}
	return sorted
}

func (d *tableReader) noOrigin(pointer string, n int) {
	d.fault(pointer, jscan.RuleSchema, fmt.Sprintf("origin %d", n), fmt.Sprintf("less than %d, the number of origins", len(d.t.Origins)))
}

func (d *tableReader) fault(pointer string, rule jscan.Rule, found, expected string) {
	if d.report != nil {
		d.report(jscan.Fault{Pointer: pointer, Offset: -1, Rule: rule, Found: found, Expected: expected})
	}
}
