package bps

import "rakor/model"

// Layout names the form of a file.
type Layout string

// The layouts.
const (
	LayoutYear    Layout = "year"    // name and one value under three header lines
	LayoutYears   Layout = "years"   // a column a year
	LayoutRounds  Layout = "rounds"  // columns by area and semester
	LayoutDynamic Layout = "dynamic" // the old dynamic table, a row a figure
	LayoutPortal  Layout = "portal"  // an open-data portal, a row a figure with codes
	LayoutOwn     Layout = "own"     // the project's own CSV
	LayoutWebAPI  Layout = "webapi"  // an answer of the Web API
)

// Area tells which part of a region a figure is of.
type Area string

// The areas. Other words for an area are kept as the file has them.
const (
	AreaTotal Area = ""
	AreaUrban Area = "urban"
	AreaRural Area = "rural"
)

// Round tells how far a file names the month of a figure.
type Round uint8

// The rounds.
const (
	RoundUnknown Round = iota // the file names none
	RoundMonth                // Figure.Month
	RoundAnnual               // the file says "the year", beside rounds or not
	RoundExact                // the project's own CSV: month 0 is the year
)

// Figure is one number of a file, worded as the file words it.
type Figure struct {
	Region    string
	Code      string            // the region's code, where the file has one
	ID        model.IndicatorID // where the file names it by the dataset's id; else ""
	Indicator string            // title or variable
	Area      Area
	Year      model.Year // 0 where the file names none
	Month     int8
	Round     Round
	Number
	Unit     string // as the file words it; "" where it does not
	Forecast bool   // the heading says that it is one
	Cell     string // place in the file: B17, Data!C4, datacontent/627162401250
}

// Refusal is a cell that could not be read as a figure.
type Refusal struct {
	Cell   string
	Reason Reason
	Text   string // what stands there
	Region string // the row's name, where there is one
}

// Table is what a file holds, in neutral form.
type Table struct {
	Name     string // of the file
	Digest   string // SHA-256 of its bytes, in hexadecimal digits
	Layout   Layout
	Title    string
	Unit     string // of the title; "" where it names none
	Notation Notation
	Figures  []Figure
	Missing  int // cells that say that there is no figure
	Refused  []Refusal
	Notes    []string // footnotes
	Updated  string   // as the Web API tells it; else ""

	scope scope // what level the file's headings speak of
	caps  bool  // names in capitals stand beside others: they are provinces
}

// scope is the level that the headings of a file speak of.
type scope uint8

const (
	scopeAny scope = iota
	scopeProvince
	scopeLocal
)

// raw is a cell on its way to a figure.
type raw struct {
	f Figure
	c cell
}

// finish reads the numbers of a file, all in one notation, and settles what
// needs the whole file to be known.
func (t *Table) finish(all []raw) {
	if t.Notation == NotationUnknown {
		t.Notation = notationOf(func(yield func(string) bool) {
			for _, r := range all {
				if r.c.kind == text && !yield(r.c.text) {
					return
				}
			}
		})
	}
	t.Figures = make([]Figure, 0, len(all))
	for i := range all {
		r := &all[i]
		if r.c.kind == blank || r.c.kind == text && isMissing(r.c.text) {
			t.Missing++
			continue
		}
		n, ok := t.Notation.parse(r.c)
		if !ok {
			t.Refused = append(t.Refused, Refusal{Cell: r.f.Cell, Reason: NotNumber, Text: r.c.text, Region: r.f.Region})
			continue
		}
		r.f.Number = n
		t.Figures = append(t.Figures, r.f)
	}
	t.caps = capitalsTell(all)
	if t.Unit == "" {
		t.Unit = unitIn(t.Title)
	}
}

// capitalsTell tells whether names in capitals stand beside others: then the
// capitals are the mark of provinces.
func capitalsTell(all []raw) bool {
	upper, mixed, before := false, false, ""
	for _, r := range all {
		if r.f.Region == before {
			continue
		}
		before = r.f.Region
		switch classOf(r.f.Region) {
		case classNone:
			if isUpper(r.f.Region) {
				upper = true
			} else {
				mixed = true
			}
		case classCity, classRegency:
			mixed = mixed || !isUpper(r.f.Region)
		case classProvince, classNation:
		}
	}
	return upper && mixed
}
