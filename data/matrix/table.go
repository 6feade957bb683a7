package matrix

import (
	"rakor/model"
	"rakor/model/intake"
)

// Options tell how to read a file.
type Options struct {
	// Name is the name of the file in errors.
	Name string
	// Layout is what the file is to have; Auto takes what it has.
	Layout Layout
	// Region is the region whose list the file is about.
	Region model.RegionCode
	// HomeName is the region's name, under which lists mean all of it: "Kota
	// Palangka Raya".
	HomeName string
	// Year is that of entries without a year of their own; 0 takes the one that
	// the lines above the headings name.
	Year model.Year
	// Vocabulary knows places, strategies, indicators and sources.
	Vocabulary *model.Vocabulary
	// Strategies are the coded list of strategies.
	Strategies []model.StrategyItem
}

// Table is what was read from a file.
type Table struct {
	Name    string
	Sheets  []Sheet
	Rows    []intake.Row // in the order of the file
	Skipped []Skip
	// Notes are about the file, not about a row: sums that do not add up.
	Notes []intake.Remark
}

// Sheet is one table of a file.
type Sheet struct {
	Name    string // "" for CSV and JSON
	Heading string // the cell where its headings begin
	Layout  Layout
	Year    model.Year // that its heading names; 0 for none
	Rows    int
	// Unused are the headings of columns that no field of an entry stands for,
	// each with its cell: "H5 Keterangan lain".
	Unused []string
}

// Skip is a row, or a sheet, that holds no entry.
type Skip struct {
	Cell string
	Kind SkipKind
	Text string // the first text of it, at most 80 bytes
}

// SkipKind tells why a row holds no entry; the words are stable.
type SkipKind string

// The kinds.
const (
	SkipNumbers  SkipKind = "column-numbers" // 1, 2, 3 under the headings
	SkipHeading  SkipKind = "heading"        // headings once more
	SkipSection  SkipKind = "section"        // a strategy or department over the rows below
	SkipSubtotal SkipKind = "subtotal"       // JUMLAH, TOTAL
	SkipGroup    SkipKind = "group"          // a programme over its activities
	SkipText     SkipKind = "text"           // titles, signatures
	SkipHidden   SkipKind = "hidden-sheet"
	SkipNoTable  SkipKind = "no-table" // a sheet without headings
)

// Layout gives the layout of the first table; Auto where there is none.
func (t *Table) Layout() Layout {
	if len(t.Sheets) == 0 {
		return Auto
	}
	return t.Sheets[0].Layout
}
