package compare

import (
	"slices"

	"rakor/model"
)

// NoteCode names a kind of note; the codes are part of the command line's
// contract and do not change.
type NoteCode string

// The notes.
const (
	// PeriodChosen tells that no period was asked for and which was taken.
	PeriodChosen NoteCode = "period-chosen"
	// PeriodMismatch tells that figures are of different periods.
	PeriodMismatch NoteCode = "period-mismatch"
	// RoundMismatch tells that figures are of different rounds, such as March
	// and September, or a round and a whole year.
	RoundMismatch NoteCode = "round-mismatch"
	// SeriesBreak tells that a change of method lies between the figures.
	SeriesBreak NoteCode = "series-break"
	// Missing tells that regions have no figure for the period.
	Missing NoteCode = "missing"
	// SecondarySource tells that a figure comes from a source that is neither
	// a table, a release nor an office's own publication, or that sources
	// differ on it.
	SecondarySource NoteCode = "secondary-source"
)

// NoteCodes lists every code, in the order in which notes are given.
func NoteCodes() []NoteCode {
	return []NoteCode{PeriodChosen, PeriodMismatch, RoundMismatch, SeriesBreak, Missing, SecondarySource}
}

// Note tells where figures are not alike, or not what they seem.
type Note struct {
	Code NoteCode
	// Regions are those concerned, in the order of the rows; nil for
	// [PeriodChosen].
	Regions []model.RegionCode
	// Period is the one chosen, or the one from which the regions differ.
	Period model.Period
	// Breaks are the changes of method, each once.
	Breaks []model.Break
	// Disputed are those of Regions on whose figure sources differ.
	Disputed []model.RegionCode
}

func (c *comparison) notes() {
	if !c.chosen.IsZero() {
		c.Notes = append(c.Notes, Note{Code: PeriodChosen, Period: c.chosen})
	}
	add := func(n Note) {
		if len(n.Regions) > 0 {
			c.Notes = append(c.Notes, n)
		}
	}
	add(c.where(PeriodMismatch, func(r Row) bool { return r.OK && r.Period != c.Period }))
	add(c.where(RoundMismatch, func(r Row) bool { return r.OK && !r.Period.SameRound(c.Period) }))
	add(c.breaks())
	add(c.where(Missing, func(r Row) bool { return !r.OK }))
	n := c.where(SecondarySource, func(r Row) bool {
		return r.OK && (len(r.Observation.Others) > 0 || !Official(c.ds, r.Observation.Reading))
	})
	for _, r := range c.Rows {
		if r.OK && len(r.Observation.Others) > 0 {
			n.Disputed = append(n.Disputed, r.Region.Code)
		}
	}
	add(n)
}

// where makes a note of the rows for which is holds.
func (c *comparison) where(code NoteCode, is func(Row) bool) Note {
	n := Note{Code: code, Period: c.Period}
	for _, r := range c.Rows {
		if is(r) {
			n.Regions = append(n.Regions, r.Region.Code)
		}
	}
	return n
}

// breaks finds the changes of method between a row's period and that of the
// comparison.
func (c *comparison) breaks() Note {
	n := Note{Code: SeriesBreak, Period: c.Period}
	for _, r := range c.Rows {
		if !r.OK || r.Period == c.Period {
			continue
		}
		k, ok := c.ds.BreakBetween(c.Indicator.ID, r.Region.Code, r.Period, c.Period)
		if !ok {
			continue
		}
		n.Regions = append(n.Regions, r.Region.Code)
		n.Breaks = addBreak(n.Breaks, k)
	}
	return n
}

// Official tells whether one of the sources that agree on a reading is a
// table, a release or a government office.
func Official(ds *model.Dataset, r model.Reading) bool {
	return slices.ContainsFunc(r.Sources, func(id model.SourceID) bool {
		switch ds.Source(id).Kind {
		case model.SourceTable, model.SourceRelease, model.SourceGovernment:
			return true
		default:
			return false
		}
	})
}
