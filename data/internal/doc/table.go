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

// ReadTable reads one indicator. What could be read is given whatever was
// reported; rows and cells with a fault of form are left out.
func ReadTable(b []byte, report Report) (*Table, *jscan.SyntaxError) {
	d := tableReader{r: jscan.New(b, report), t: &Table{}, report: report}
	rows, cells := -1, -1
	object(d.r, 4, []member{
		{"format", func() { readFormat(d.r, IndicatorFormat) }},
		{"indicator", func() {
			id, _ := readID(d.r, true)
			d.t.Indicator = model.IndicatorID(id)
		}},
		{"periods", d.periods},
		{"rows", func() {
			if d.columns == nil {
				rows = d.later()
				return
			}
			d.rows()
		}},
		{"origins", d.origins},
		{"from", d.from},
		{"cells", func() {
			if d.row == nil {
				cells = d.later()
				return
			}
			d.cells()
		}},
	})
	syntax := finish(d.r)
	if syntax == nil {
		if rows >= 0 {
			d.r = jscan.NewAt(b, report, rows, "rows")
			d.rows()
		}
		if cells >= 0 {
			d.r = jscan.NewAt(b, report, cells, "cells")
			d.cells()
		}
		d.order()
	}
	return d.t, syntax
}

type tableReader struct {
	r       *jscan.Reader
	t       *Table
	row     map[model.RegionCode]int
	report  Report
	columns []model.Period // as the document has them; zero where there is a fault
}

// later passes over a member that needs others to have been read.
func (d *tableReader) later() int {
	at := d.r.Offset()
	d.r.Skip()
	return at
}

func (d *tableReader) periods() {
	d.r.Array(func(i int) {
		var p model.Period
		if readText(d.r, &p, "a period such as 2024 or 2024-03") && slices.Contains(d.columns, p) {
			d.r.Report(jscan.RuleDuplicate, "the period "+p.String()+" again", "each period once")
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

func (d *tableReader) origins() {
	d.r.Array(func(int) {
		var o Origin
		object(d.r, 1, []member{
			{"sources", func() {
				at := d.r.Offset()
				d.r.Array(func(int) {
					if id, ok := readSourceID(d.r, true); ok {
						o.Sources = append(o.Sources, id)
					}
				})
				if len(o.Sources) == 0 {
					d.r.ReportAt(at, jscan.RuleSchema, "no source", "at least one source")
				}
			}},
			{"note", func() { o.Note = d.r.String() }},
		})
		d.t.Origins = append(d.t.Origins, o)
	})
}

func (d *tableReader) from() {
	members := make([]member, Tiers)
	for t := range Tiers {
		members[t] = member{t.String(), func() {
			from := []int{}
			d.r.Array(func(int) {
				if d.r.Null() {
					from = append(from, -1)
					return
				}
				n, ok := readInt(d.r, 0, math.MaxInt16)
				if !ok {
					n = -1
				}
				from = append(from, int(n))
			})
			d.t.From[t] = from
		}}
	}
	object(d.r, 0, members)
}

func (d *tableReader) rows() {
	t := d.t
	d.row = make(map[model.RegionCode]int, 600)
	t.Regions = make([]model.RegionCode, 0, 600)
	t.Values = make([]float64, 0, 600*len(t.Periods))
	row := make([]float64, 0, len(d.columns))
	d.r.Map(func(name []byte) {
		code, err := model.ParseRegionCode(string(name))
		at := d.r.Offset()
		var ok bool
		if row, ok = d.r.Floats(row[:0]); !ok {
			return
		}
		if err != nil {
			d.r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%q", name), "a region code such as 6271")
			return
		}
		if _, twice := d.row[code]; twice {
			d.r.ReportAt(at, jscan.RuleDuplicate, "the region "+string(code)+" again", "each region once")
			return
		}
		if len(row) != len(d.columns) {
			d.r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%d figures", len(row)), fmt.Sprintf("%d, one a period", len(d.columns)))
			return
		}
		d.row[code] = len(t.Regions)
		t.Regions = append(t.Regions, code)
		for _, c := range t.Columns {
			t.Values = append(t.Values, row[c])
		}
	})
}

func (d *tableReader) cells() {
	d.r.Array(func(i int) {
		at := d.r.Offset()
		c := Cell{Row: -1, Col: -1, Origin: -1, Index: i}
		sound := true
		ok := object(d.r, 2, []member{
			{"region", func() {
				var code model.RegionCode
				code, sound = readCode(d.r, sound)
				if row, ok := d.row[code]; ok {
					c.Row = row
				}
			}},
			{"period", func() {
				var p model.Period
				sound = readText(d.r, &p, "a period such as 2024 or 2024-03") && sound
				c.Col = slices.Index(d.t.Periods, p)
			}},
			{"origin", func() {
				n, ok := readInt(d.r, 0, math.MaxInt16)
				c.Origin, sound = int(n), sound && ok
			}},
			{"others", func() {
				at := d.r.Offset()
				list(d.r, &c.Others, readOther)
				if len(c.Others) > maxOthers {
					d.r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%d readings", len(c.Others)), fmt.Sprintf("at most %d", maxOthers))
					sound = false
				}
			}},
		})
		switch {
		case !ok || !sound:
		case c.Row < 0 || c.Col < 0 || math.IsNaN(d.t.Values[d.t.At(c.Row, c.Col)]):
			d.r.ReportAt(at, jscan.RuleSchema, "a region and period without a figure", "a cell that has a figure in rows")
		default:
			d.t.Cells = append(d.t.Cells, c)
		}
	})
}

func readOther(r *jscan.Reader) (Other, bool) {
	var o Other
	sound := true
	ok := object(r, 2, []member{
		{"value", func() {
			var ok bool
			o.Value, ok = r.Float()
			sound = sound && ok
		}},
		{"origin", func() {
			n, ok := readInt(r, 0, math.MaxInt16)
			o.Origin, sound = int(n), sound && ok
		}},
	})
	return o, ok && sound
}

// order sorts the cells, checks that none is given twice, brings the origins of
// columns into the order of Periods and checks that every origin exists.
func (d *tableReader) order() {
	t := d.t
	slices.SortStableFunc(t.Cells, func(a, b Cell) int { return t.At(a.Row, a.Col) - t.At(b.Row, b.Col) })
	t.Cells = slices.CompactFunc(t.Cells, func(a, b Cell) bool {
		twice := a.Row == b.Row && a.Col == b.Col
		if twice {
			d.fault(fmt.Sprintf("/cells/%d", b.Index), jscan.RuleDuplicate, "the cell again", "each cell once")
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
