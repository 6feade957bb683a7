package doc

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"rakor/model"
)

// Row is one reading of a cell, for [NewTable].
type Row struct {
	Region  model.RegionCode
	Period  model.Period
	Value   float64
	Sources []model.SourceID // the named one first
	Note    string
}

// NewTable lays out readings as a table. Of the readings of a cell the first is
// the preferred one, the others follow in their order. Rows stand in the order
// of regions. The inputs are not modified. Error: a region that is not among
// regions.
func NewTable(id model.IndicatorID, rows []Row, regions []model.Region) (*Table, error) {
	b := builder{
		order: make(map[model.RegionCode]int, len(regions)), tier: make(map[model.RegionCode]Tier, len(regions)), t: &Table{Indicator: id},
	}
	for i, r := range regions {
		b.order[r.Code], b.tier[r.Code] = i, TierOf(r.Level)
	}
	if err := b.build(rows); err != nil {
		return nil, err
	}
	return b.t, nil
}

// builder lays out the observations of one indicator.
type builder struct {
	order   map[model.RegionCode]int
	tier    map[model.RegionCode]Tier
	t       *Table
	origin  map[string]int
	cells   map[[2]int][]reading // by row and column, in the order of the rows
	regions map[model.RegionCode]int
}

type reading struct {
	value  float64
	origin int
}

func (b *builder) build(obs []Row) error {
	for _, o := range obs {
		if _, ok := b.order[o.Region]; !ok {
			return fmt.Errorf("doc: unknown region %s", o.Region)
		}
		b.t.Periods = append(b.t.Periods, o.Period)
		b.t.Regions = append(b.t.Regions, o.Region)
	}
	slices.SortFunc(b.t.Periods, model.Period.Compare)
	b.t.Periods = slices.Compact(b.t.Periods)
	slices.SortFunc(b.t.Regions, func(x, y model.RegionCode) int { return cmp.Compare(b.order[x], b.order[y]) })
	b.t.Regions = slices.Compact(b.t.Regions)
	b.regions = map[model.RegionCode]int{}
	for i, r := range b.t.Regions {
		b.regions[r] = i
	}
	b.origin, b.cells = map[string]int{}, map[[2]int][]reading{}
	b.t.Values = slices.Repeat([]float64{math.NaN()}, len(b.t.Regions)*len(b.t.Periods))
	for _, o := range obs {
		col, _ := slices.BinarySearchFunc(b.t.Periods, o.Period, model.Period.Compare)
		at := [2]int{b.regions[o.Region], col}
		b.cells[at] = append(b.cells[at], reading{o.Value, b.originOf(o)})
		b.t.Values[b.t.At(at[0], at[1])] = b.cells[at][0].value
	}
	b.columns()
	b.exceptions()
	for col := range b.t.Periods {
		b.t.Columns = append(b.t.Columns, col)
	}
	return nil
}

// originOf gives the index of the origin of an observation, new where it is the
// first of it.
func (b *builder) originOf(o Row) int {
	key := fmt.Sprint(o.Sources, "\x00", o.Note)
	n, ok := b.origin[key]
	if !ok {
		n = len(b.t.Origins)
		b.origin[key] = n
		b.t.Origins = append(b.t.Origins, Origin{Sources: o.Sources, Note: o.Note})
	}
	return n
}

// columns takes the most frequent origin of a tier's column as the column's.
func (b *builder) columns() {
	counts := map[Tier][]map[int]int{}
	for at, rs := range b.cells {
		tier := b.tier[b.t.Regions[at[0]]]
		if counts[tier] == nil {
			counts[tier] = make([]map[int]int, len(b.t.Periods))
		}
		if counts[tier][at[1]] == nil {
			counts[tier][at[1]] = map[int]int{}
		}
		counts[tier][at[1]][rs[0].origin]++
	}
	for tier, columns := range counts {
		b.t.From[tier] = slices.Repeat([]int{-1}, len(b.t.Periods))
		for col, n := range columns {
			best := -1
			for origin, k := range n {
				if best < 0 || k > n[best] || k == n[best] && origin < best {
					best = origin
				}
			}
			b.t.From[tier][col] = best
		}
	}
}

// exceptions lists the cells whose origin is not their column's, or for which
// sources differ.
func (b *builder) exceptions() {
	for at, rs := range b.cells {
		c := Cell{Row: at[0], Col: at[1], Origin: -1}
		if own := rs[0].origin; own != b.t.From[b.tier[b.t.Regions[at[0]]]][at[1]] {
			c.Origin = own
		}
		for _, r := range rs[1:] {
			c.Others = append(c.Others, Other{Value: r.value, Origin: r.origin})
		}
		if c.Origin >= 0 || c.Others != nil {
			b.t.Cells = append(b.t.Cells, c)
		}
	}
	slices.SortFunc(b.t.Cells, func(x, y Cell) int { return b.t.At(x.Row, x.Col) - b.t.At(y.Row, y.Col) })
}
