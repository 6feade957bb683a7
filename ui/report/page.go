package report

import (
	"strconv"
	"strings"

	"rakor/model"
	"rakor/ui/chart"
	"rakor/ui/lang"
)

// Page is one document.
type Page struct {
	Lang   lang.Lang
	ID     string   // stable name: "brief", "position"
	Title  string   // what it is
	Sub    string   // of whom and when
	Alerts []string // what must be known before reading on: samples, unlike figures
	Blocks []Block
	// Sources are the works that the figures are from, each once, in the order
	// of their numbers.
	Sources []string
	Stamp   Stamp
	// Single tells that the page is to be one sheet of paper.
	Single bool
}

// Stamp tells what a document was made from and how it is made again.
type Stamp struct {
	Version string // of the program
	Dataset string // checksum, "sha256:…"
	Home    string // code and name of the home region
	Period  string // of the figures, "" where each names its own
	Made    string // when; "" where nobody says
	Again   string // the command that makes it again; "" where there is none
}

// Block is one piece of a page: [Heading], [Text], [Facts], [Table] or
// [Figure].
type Block interface{ block() }

// Heading begins a part; Level 2 is a chapter, 3 a part of one.
type Heading struct {
	Level int
	Text  string
}

// Text is a paragraph.
type Text struct {
	Text string
	Tone Tone
}

// Tone is how a paragraph is meant.
type Tone uint8

// The tones.
const (
	Said  Tone = iota
	Care       // to be heeded; begins with "!"
	Aside      // less important
)

// Facts are labelled figures, the first ones large where Large is set.
type Facts struct {
	Large bool
	Rows  []Fact
}

// Fact is one figure as written, with what it is in plain numbers.
type Fact struct {
	ID     string // stable, snake_case; "" for none
	Label  string
	Text   string // with its unit
	Detail string // period, source number, what qualifies it
	Value  model.Maybe[float64]
	Unit   string
	Period string
}

// Table is rows under columns.
type Table struct {
	Caption string
	Columns []Column
	Rows    []Row
	Notes   []string
}

// Column is one column of a table.
type Column struct {
	Title string
	Left  bool // text; else figures, at the right
}

// Row is one row of a table; cells that are missing are empty.
type Row struct {
	Cells  []string
	Strong bool // the home region, a sum
	Rule   bool // a rule above it
}

// Figure is a chart with its table.
type Figure struct {
	Caption string
	Drawing Drawing
	Remarks []string // below it: a cut axis, what a line means
	Table   Table    // the same in numbers
	// Bare leaves the table out of what is printed; it stays for who cannot
	// see.
	Bare bool
	// Small draws it low.
	Small bool
}

// Drawing is what a figure draws: [Bars], [Lines], [Dots], [Scatter] or
// [Panels].
type Drawing interface{ drawing() }

// The drawings.
type (
	// Bars are horizontal bars from zero.
	Bars chart.BarSpec
	// Lines are lines over the years.
	Lines chart.LineSpec
	// Dots are figures with their intervals.
	Dots chart.DotSpec
	// Scatter sets one figure against another.
	Scatter chart.ScatterSpec
	// Panels are small multiples over one scale.
	Panels chart.PanelSpec
)

func (Heading) block() {}
func (Text) block()    {}
func (Facts) block()   {}
func (Table) block()   {}
func (Figure) block()  {}

func (Bars) drawing()    {}
func (Lines) drawing()   {}
func (Dots) drawing()    {}
func (Scatter) drawing() {}
func (Panels) drawing()  {}

// Format is a way of writing a page.
type Format string

// The formats.
const (
	HTML     Format = "html"
	Markdown Format = "md"
	Plain    Format = "txt"
	CSV      Format = "csv"
	JSON     Format = "json"
	SVG      Format = "svg" // the first figure alone
)

// Formats lists the formats, the one to read first.
func Formats() []Format { return []Format{HTML, Markdown, Plain, CSV, JSON, SVG} }

// Write writes a page in a format; an unknown one is written as [Plain]. A page
// without a figure has no SVG: nil.
func Write(p Page, f Format) []byte {
	switch f {
	case HTML:
		return htmlOf(p)
	case Markdown:
		return markdown(p)
	case CSV:
		return commaSeparated(p)
	case JSON:
		return object(p)
	case SVG:
		return svgOf(p)
	case Plain:
	}
	return WriteText(p, Draw{})
}

// HasFigure tells whether a page has a figure, and so an SVG.
func HasFigure(p Page) bool {
	_, ok := firstFigure(p)
	return ok
}

func firstFigure(p Page) (Figure, bool) {
	for _, b := range p.Blocks {
		if f, ok := b.(Figure); ok && f.Drawing != nil {
			return f, true
		}
	}
	return Figure{}, false
}

// tables gives the tables of a page in their order, those of figures among
// them. A table without a caption has that of the part it stands in.
func tables(p Page) []Table {
	var out []Table
	part := p.Title
	for _, b := range p.Blocks {
		switch b := b.(type) {
		case Heading:
			part = b.Text
		case Table:
			out = append(out, named(b, part))
		case Figure:
			if len(b.Table.Columns) > 0 {
				out = append(out, named(b.Table, part))
			}
		case Facts, Text:
		}
	}
	return out
}

func named(t Table, part string) Table {
	if t.Caption == "" {
		t.Caption = part
	}
	return t
}

// Cite writes a source as a document names it: publisher, title, year, address.
func Cite(s model.Source) string {
	out := s.Title
	if s.Publisher != "" && !strings.HasPrefix(s.Title, s.Publisher) {
		out = s.Publisher + ": " + out
	}
	if s.Year != 0 {
		out += " (" + strconv.Itoa(int(s.Year)) + ")"
	}
	if s.URL != "" {
		out += ". " + s.URL
	}
	return out
}

// CiteShort is [Cite] without the address, for one sheet of paper.
func CiteShort(s model.Source) string {
	s.URL = ""
	return Cite(s)
}

// Works collects the sources of a page, each once, and gives them numbers.
type Works struct {
	Short bool // without addresses
	list  []string
	at    map[string]int
}

// Add gives the number of a source, from 1.
func (w *Works) Add(s model.Source) int {
	text := Cite(s)
	if w.Short {
		text = CiteShort(s)
	}
	if w.at == nil {
		w.at = map[string]int{}
	}
	n, ok := w.at[text]
	if !ok {
		w.list = append(w.list, text)
		n = len(w.list)
		w.at[text] = n
	}
	return n
}

// List gives the sources in the order of their numbers.
func (w *Works) List() []string { return w.list }
