package convert

import (
	"errors"
	"fmt"
	"io/fs"
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
	by := map[model.IndicatorID][]doc.Row{}
	for _, o := range all {
		by[o.Indicator] = append(by[o.Indicator], doc.Row{Region: o.Region, Period: o.Period, Value: o.Value, Sources: o.Sources, Note: o.Note})
	}
	var out []*doc.Table
	for _, ind := range x.Indicators {
		if len(by[ind.ID]) == 0 {
			return nil, fmt.Errorf("%w: %s has no observation", ErrSource, ind.ID)
		}
		t, err := doc.NewTable(ind.ID, by[ind.ID], x.Regions)
		if err != nil {
			return nil, fmt.Errorf("%w: observations.csv: %w", ErrSource, err)
		}
		out = append(out, t)
		delete(by, ind.ID)
	}
	for id := range by {
		return nil, fmt.Errorf("%w: observations.csv: unknown indicator %s", ErrSource, id)
	}
	return out, nil
}
