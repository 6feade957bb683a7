package convert

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"rakor/data/internal/doc"
	"rakor/model"
)

// Observation is a row of observations.csv: one source's value for a cell.
type Observation struct {
	Region    model.RegionCode
	Indicator model.IndicatorID
	Period    model.Period
	Value     float64
	Sources   []model.SourceID // the named one first, then those of "also"
	Note      string
}

// Observations reads observations.csv in the order of its rows.
func Observations(source fs.FS) ([]Observation, error) {
	rows, err := Rows(source, "observations.csv")
	if err != nil {
		return nil, err
	}
	out := make([]Observation, 0, len(rows))
	for i, row := range rows {
		o := Observation{
			Region: model.RegionCode(row["region_code"]), Indicator: model.IndicatorID(row["indicator"]), Note: row["note"],
			Sources: []model.SourceID{model.SourceID(row["source_id"])},
		}
		for id := range strings.SplitSeq(row["also"], ";") {
			if id != "" {
				o.Sources = append(o.Sources, model.SourceID(id))
			}
		}
		year, err := strconv.Atoi(row["year"])
		if err == nil && row["month"] != "" {
			var m int64
			m, err = strconv.ParseInt(row["month"], 10, 8)
			o.Period.Month = int8(m)
		}
		o.Period.Year = model.Year(year)
		var err2 error
		o.Value, err2 = strconv.ParseFloat(row["value"], 64)
		if err := errors.Join(err, err2); err != nil {
			return nil, fmt.Errorf("%w: observations.csv, row %d: %w", ErrSource, i+1, err)
		}
		out = append(out, o)
	}
	return out, nil
}

func readTables(source fs.FS, x doc.Index) ([]*doc.Table, error) {
	all, err := Observations(source)
	if err != nil {
		return nil, err
	}
	by := map[model.IndicatorID][]Observation{}
	for _, o := range all {
		by[o.Indicator] = append(by[o.Indicator], o)
	}
	order := map[model.RegionCode]int{}
	tier := map[model.RegionCode]doc.Tier{}
	for i, r := range x.Regions {
		order[r.Code], tier[r.Code] = i, doc.TierOf(r.Level)
	}
	var out []*doc.Table
	for _, ind := range x.Indicators {
		if len(by[ind.ID]) == 0 {
			return nil, fmt.Errorf("%w: %s has no observation", ErrSource, ind.ID)
		}
		b := builder{order: order, tier: tier, t: &doc.Table{Indicator: ind.ID}}
		if err := b.build(by[ind.ID]); err != nil {
			return nil, err
		}
		out = append(out, b.t)
		delete(by, ind.ID)
	}
	for id := range by {
		return nil, fmt.Errorf("%w: observations.csv: unknown indicator %s", ErrSource, id)
	}
	return out, nil
}

// builder lays out the observations of one indicator.
type builder struct {
	order   map[model.RegionCode]int
	tier    map[model.RegionCode]doc.Tier
	t       *doc.Table
	origin  map[string]int
	cells   map[[2]int][]reading // by row and column, in the order of the rows
	regions map[model.RegionCode]int
}

type reading struct {
	value  float64
	origin int
}

func (b *builder) build(obs []Observation) error {
	for _, o := range obs {
		if _, ok := b.order[o.Region]; !ok {
			return fmt.Errorf("%w: observations.csv: unknown region %s", ErrSource, o.Region)
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
	return nil
}

// originOf gives the index of the origin of an observation, new where it is the
// first of it.
func (b *builder) originOf(o Observation) int {
	key := fmt.Sprint(o.Sources, "\x00", o.Note)
	n, ok := b.origin[key]
	if !ok {
		n = len(b.t.Origins)
		b.origin[key] = n
		b.t.Origins = append(b.t.Origins, doc.Origin{Sources: o.Sources, Note: o.Note})
	}
	return n
}

// columns takes the most frequent origin of a tier's column as the column's.
func (b *builder) columns() {
	counts := map[doc.Tier][]map[int]int{}
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
		c := doc.Cell{Row: at[0], Col: at[1], Origin: -1}
		if own := rs[0].origin; own != b.t.From[b.tier[b.t.Regions[at[0]]]][at[1]] {
			c.Origin = own
		}
		for _, r := range rs[1:] {
			c.Others = append(c.Others, doc.Other{Value: r.value, Origin: r.origin})
		}
		if c.Origin >= 0 || c.Others != nil {
			b.t.Cells = append(b.t.Cells, c)
		}
	}
	slices.SortFunc(b.t.Cells, func(x, y doc.Cell) int { return b.t.At(x.Row, x.Col) - b.t.At(y.Row, y.Col) })
}
