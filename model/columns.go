package model

import (
	"errors"
	"fmt"
)

// Columns is a series laid out row by row, for [NewSeriesColumns].
type Columns struct {
	Periods  []Period     // ascending, each once
	Regions  []RegionCode // each once
	Counts   []uint8      // readings of each cell, row after row; 0: the figure is missing
	Readings []Reading    // cell after cell, the preferred one first
}

// ErrColumns is returned for columns whose parts do not fit together.
var ErrColumns = errors.New("columns that do not fit together")

// NewSeriesColumns builds a series from columns, in one pass over the cells.
// The slices are kept, not copied: the caller no longer changes them. Error:
// [ErrColumns].
func NewSeriesColumns(ind Indicator, c Columns) (*Series, error) {
	bad := func(what string) (*Series, error) {
		return nil, fmt.Errorf("model: %s: %w: %s", ind.ID, ErrColumns, what)
	}
	if len(c.Counts) != len(c.Regions)*len(c.Periods) {
		return bad("the number of cells")
	}
	for i := 1; i < len(c.Periods); i++ {
		if !c.Periods[i-1].Before(c.Periods[i]) {
			return bad("the order of periods")
		}
	}
	s := &Series{
		indicator: ind, periods: c.Periods, regions: c.Regions, readings: c.Readings,
		row:   make(map[RegionCode]int, len(c.Regions)),
		cells: make([]cell, len(c.Counts)),
	}
	for i, r := range c.Regions {
		s.row[r] = i
	}
	if len(s.row) != len(c.Regions) {
		return bad("a region twice")
	}
	next := int32(1)
	for i, n := range c.Counts {
		if n > 0 {
			s.cells[i] = cell{first: next, n: int32(n)}
			next += int32(n)
		}
	}
	if int(next-1) != len(c.Readings) {
		return bad("the number of readings")
	}
	return s, nil
}
