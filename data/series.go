package data

import (
	"math"

	"rakor/data/internal/doc"
	"rakor/model"
)

// levels tells the level of a region, none where it is unknown.
type levels func(model.RegionCode) model.Level

// columnsOf lays out a table, which must be sound, as a series.
func columnsOf(t *doc.Table, level levels) model.Columns {
	n := len(t.Values)
	for _, c := range t.Cells {
		n += len(c.Others)
	}
	c := model.Columns{
		Periods: t.Periods, Regions: t.Regions,
		Counts: make([]uint8, len(t.Values)), Readings: make([]model.Reading, 0, figures(t)+n-len(t.Values)),
	}
	cells := t.Cells
	for row, region := range t.Regions {
		from, rest := t.Tier(doc.TierOf(level(region)))
		for col := range t.Periods {
			at := t.At(row, col)
			v := t.Values[at]
			if math.IsNaN(v) {
				continue
			}
			origin := rest
			if from != nil {
				origin = from[col]
			}
			var others []doc.Other
			if len(cells) > 0 && cells[0].Row == row && cells[0].Col == col {
				if cells[0].Origin >= 0 {
					origin = cells[0].Origin
				}
				others, cells = cells[0].Others, cells[1:]
			}
			c.Readings = append(c.Readings, reading(t, v, origin))
			for _, o := range others {
				c.Readings = append(c.Readings, reading(t, o.Value, o.Origin))
			}
			c.Counts[at] = uint8(1 + len(others))
		}
	}
	return c
}

// figures counts the cells that have a figure.
func figures(t *doc.Table) int {
	n := 0
	for _, v := range t.Values {
		if !math.IsNaN(v) {
			n++
		}
	}
	return n
}

func reading(t *doc.Table, v float64, origin int) model.Reading {
	if origin < 0 || origin >= len(t.Origins) {
		return model.Reading{Value: v}
	}
	o := t.Origins[origin]
	return model.Reading{Value: v, Sources: o.Sources, Note: o.Note}
}
