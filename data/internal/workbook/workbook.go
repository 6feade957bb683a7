// Package workbook writes spreadsheets in the form of Office Open XML (ECMA-376,
// part 1): sheets with typed cells in a few looks, column widths, merged cells,
// frozen headings, sums with their results, and headings repeated in print.
//
//	b := workbook.New()
//	s := b.Sheet("RAT 2026")
//	s.Width(1, 6)
//	s.Row(1, []workbook.Cell{{Style: workbook.Head, Text: "No"}})
//	err := b.Write(w)
//
// It writes what a list of programmes needs and no more. A library that can do
// everything looks methods up by name, so that with it the linker keeps every
// exported method of the program: 4 MB, for 300 lines here. Reading workbooks
// of others, where everything occurs, is left to such a library.
//
// The bytes depend on what was written alone: no time, no name of a person.
package workbook

import (
	"archive/zip"
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Limits of the format.
const (
	MaxRows    = 1 << 20
	MaxColumns = 1 << 14
	maxName    = 31
	maxText    = 32767 // characters of a cell
)

// ErrFormat is returned for what the format cannot hold: too many rows or
// columns, rows out of order, a name of a sheet that is empty, too long, taken
// or has one of : \ / ? * [ ].
var ErrFormat = errors.New("workbook: not in this format")

// Style is the look of a cell.
type Style uint8

// The looks.
const (
	Plain   Style = iota
	Title         // bold, centred
	Head          // a heading: bold, filled, centred, wrapped
	Text          // wrapped; what is typed into it stays text
	Guarded       // Text that could be taken for a formula: its quote is kept
	Money         // thousands grouped
	Whole         // a number, centred
	Sum           // bold, filled, thousands grouped
	SumText       // bold, filled
	Note          // in italics
	looks
)

// Cell is one cell: a text, or a number where Number is set. Formula, without
// its equals sign, is what spreadsheets compute the number from.
type Cell struct {
	Style   Style
	Text    string
	Number  *int64
	Formula string
}

// Book is a workbook that is made.
type Book struct{ sheets []*Sheet }

// Sheet is a sheet that is made.
type Sheet struct {
	name   string
	widths map[int]float64
	rows   strings.Builder
	last   int
	cols   int
	merged []string
	freeze [2]int // columns and rows that stay in sight
	print  [2]int // first and last row that is repeated on paper
	err    error
}

// New gives an empty workbook.
func New() *Book { return &Book{} }

// Sheet adds a sheet.
func (b *Book) Sheet(name string) *Sheet {
	s := &Sheet{name: name, widths: map[int]float64{}}
	n := utf8.RuneCountInString(name)
	if n == 0 || n > maxName || strings.ContainsAny(name, `:\/?*[]`) || strings.Trim(name, "'") != name {
		s.err = fmt.Errorf("%w: sheet %q", ErrFormat, name)
	}
	for _, other := range b.sheets {
		if strings.EqualFold(other.name, name) {
			s.err = fmt.Errorf("%w: two sheets %q", ErrFormat, name)
		}
	}
	b.sheets = append(b.sheets, s)
	return s
}

// Width sets the width of a column, from 1, in characters.
func (s *Sheet) Width(col int, w float64) { s.widths[col] = w }

// Freeze keeps columns and rows in sight while the rest is scrolled.
func (s *Sheet) Freeze(cols, rows int) { s.freeze = [2]int{cols, rows} }

// Repeat prints rows, from 1, on every page; the sheet is then as wide as a
// page, which lies on its side.
func (s *Sheet) Repeat(first, last int) { s.print = [2]int{first, last} }

// Merge makes one cell of those between two corners.
func (s *Sheet) Merge(row1, col1, row2, col2 int) {
	s.merged = append(s.merged, At(row1, col1)+":"+At(row2, col2))
}

// Row writes a row, from 1; each must lie below the one before. Control
// characters are left out of texts, which are cut to what a cell holds.
func (s *Sheet) Row(n int, cells []Cell) {
	if n <= s.last || n > MaxRows || len(cells) > MaxColumns {
		if s.err == nil {
			s.err = fmt.Errorf("%w: row %d of %d cells after row %d", ErrFormat, n, len(cells), s.last)
		}
		return
	}
	s.last, s.cols = n, max(s.cols, len(cells))
	b := &s.rows
	fmt.Fprintf(b, `<row r="%d">`, n)
	for i, c := range cells {
		at := At(n, i+1)
		style := ""
		if c.Style != Plain {
			style = ` s="` + strconv.Itoa(int(c.Style)) + `"`
		}
		switch {
		case c.Number != nil:
			b.WriteString(`<c r="` + at + `"` + style + `>`)
			if c.Formula != "" {
				b.WriteString("<f>" + escape(c.Formula) + "</f>")
			}
			b.WriteString("<v>" + strconv.FormatInt(*c.Number, 10) + "</v></c>")
		case c.Text != "":
			b.WriteString(`<c r="` + at + `"` + style + ` t="inlineStr"><is><t xml:space="preserve">` + escape(c.Text) + "</t></is></c>")
		case style != "":
			b.WriteString(`<c r="` + at + `"` + style + "/>")
		}
	}
	b.WriteString("</row>")
}

// At names a cell: At(3, 28) is "AB3".
func At(row, col int) string {
	letters := ""
	for ; col > 0; col = (col - 1) / 26 {
		letters = string(rune('A'+(col-1)%26)) + letters
	}
	return letters + strconv.Itoa(row)
}

// escape writes a text for XML. What the format cannot hold is left out; an
// escape of the format itself, as _x000A_, is escaped so that it stays as it is.
func escape(s string) string {
	var b strings.Builder
	n := 0
	for i, r := range s {
		if n++; n > maxText {
			break
		}
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '_' && len(s) > i+6 && s[i+1] == 'x' && s[i+6] == '_':
			b.WriteString("_x005F_")
		case r == utf8.RuneError, r < ' ' && r != '\n' && r != '\t', r == 0xfffe, r == 0xffff:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

const header = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Write writes the workbook. Errors: [ErrFormat], and those of w.
func (b *Book) Write(w io.Writer) error {
	if len(b.sheets) == 0 {
		return fmt.Errorf("%w: no sheet", ErrFormat)
	}
	for _, s := range b.sheets {
		if s.err != nil {
			return s.err
		}
	}
	z := zip.NewWriter(w)
	add := func(name string, write func(*bufio.Writer)) error {
		f, err := z.Create(name)
		if err != nil {
			return err
		}
		out := bufio.NewWriter(f)
		_, _ = out.WriteString(header) // the error stays with the writer until Flush
		write(out)
		return out.Flush()
	}
	text := func(s string) func(*bufio.Writer) {
		return func(out *bufio.Writer) { _, _ = out.WriteString(s) }
	}
	parts := []struct {
		name  string
		write func(*bufio.Writer)
	}{
		{"[Content_Types].xml", text(b.types())},
		{"_rels/.rels", text(`<Relationships xmlns="` + nsRels + `"><Relationship Id="rId1" Type="` + nsDoc + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`)},
		{"xl/workbook.xml", text(b.book())},
		{"xl/_rels/workbook.xml.rels", text(b.rels())},
		{"xl/styles.xml", text(stylesheet())},
	}
	for _, p := range parts {
		if err := add(p.name, p.write); err != nil {
			return err
		}
	}
	for i, s := range b.sheets {
		if err := add(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), s.write); err != nil {
			return err
		}
	}
	return z.Close()
}

// Names of the format.
const (
	nsMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	nsDoc  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsRels = "http://schemas.openxmlformats.org/package/2006/relationships"
	nsType = "http://schemas.openxmlformats.org/package/2006/content-types"
	mime   = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

func (b *Book) types() string {
	var s strings.Builder
	s.WriteString(`<Types xmlns="` + nsType + `"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="` + mime + `sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="` + mime + `styles+xml"/>`)
	for i := range b.sheets {
		fmt.Fprintf(&s, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, i+1, mime)
	}
	s.WriteString("</Types>")
	return s.String()
}

func (b *Book) rels() string {
	var s strings.Builder
	s.WriteString(`<Relationships xmlns="` + nsRels + `">`)
	for i := range b.sheets {
		fmt.Fprintf(&s, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, nsDoc, i+1)
	}
	fmt.Fprintf(&s, `<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/></Relationships>`, len(b.sheets)+1, nsDoc)
	return s.String()
}

func (b *Book) book() string {
	var s, names strings.Builder
	s.WriteString(`<workbook xmlns="` + nsMain + `" xmlns:r="` + nsDoc + `"><sheets>`)
	for i, sh := range b.sheets {
		fmt.Fprintf(&s, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, attribute(sh.name), i+1, i+1)
		if sh.print != [2]int{} {
			fmt.Fprintf(&names, `<definedName name="_xlnm.Print_Titles" localSheetId="%d">'%s'!$%d:$%d</definedName>`,
				i, strings.ReplaceAll(escape(sh.name), "'", "''"), sh.print[0], sh.print[1])
		}
	}
	s.WriteString("</sheets>")
	if names.Len() > 0 {
		s.WriteString("<definedNames>" + names.String() + "</definedNames>")
	}
	s.WriteString("</workbook>")
	return s.String()
}

func attribute(s string) string { return strings.ReplaceAll(escape(s), `"`, "&quot;") }

// write writes the sheet, its parts in the order that the format asks for.
func (s *Sheet) write(out *bufio.Writer) {
	p := func(format string, args ...any) { _, _ = fmt.Fprintf(out, format, args...) }
	p(`<worksheet xmlns="%s">`, nsMain)
	if s.print != [2]int{} {
		p(`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	}
	p(`<dimension ref="A1:%s"/>`, At(max(s.last, 1), max(s.cols, 1)))
	p(`<sheetViews><sheetView workbookViewId="0">`)
	if s.freeze != [2]int{} {
		corner := At(s.freeze[1]+1, s.freeze[0]+1)
		p(`<pane xSplit="%d" ySplit="%d" topLeftCell="%s" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="%s" sqref="%s"/>`,
			s.freeze[0], s.freeze[1], corner, corner, corner)
	}
	p(`</sheetView></sheetViews>`)
	if len(s.widths) > 0 {
		p("<cols>")
		for i := 1; i <= MaxColumns; i++ {
			if w, ok := s.widths[i]; ok {
				p(`<col min="%d" max="%d" width="%s" customWidth="1"/>`, i, i, strconv.FormatFloat(w, 'g', -1, 64))
			}
		}
		p("</cols>")
	}
	p("<sheetData>")
	_, _ = out.WriteString(s.rows.String())
	p("</sheetData>")
	if len(s.merged) > 0 {
		p(`<mergeCells count="%d">`, len(s.merged))
		for _, m := range s.merged {
			p(`<mergeCell ref="%s"/>`, m)
		}
		p("</mergeCells>")
	}
	if s.print != [2]int{} {
		p(`<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`)
	}
	p("</worksheet>")
}
