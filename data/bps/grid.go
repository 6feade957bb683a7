package bps

import (
	"strings"

	"rakor/model"
)

// readGrid reads a sheet with the regions in a column and the figures beside
// them; nil where it has no such table.
func readGrid(name string, s *sheet) *Table {
	g := &gridReader{t: &Table{Name: name}, s: s}
	if !g.find() {
		return nil
	}
	g.headings()
	g.data()
	if len(g.raws) == 0 {
		return nil
	}
	g.t.finish(g.raws)
	return g.t
}

type gridReader struct {
	t      *Table
	s      *sheet
	first  int // index of the first row of figures
	name   int // column of the names
	code   int // column of codes; -1 where there is none
	width  int
	heads  []heading // by column
	raws   []raw
	rounds bool // a heading names a round
}

// find finds the first row of figures and the column of names.
func (g *gridReader) find() bool {
	for i, l := range g.s.lines {
		g.width = max(g.width, len(l.cells))
		if i < 200 && g.first == 0 {
			if col, ok := dataRow(l); ok && !isHead(l.at(col).text) && !g.numbersOnly(i, l) {
				g.first, g.name = i+1, col // one more: 0 is none
			}
		}
	}
	if g.first == 0 {
		return false
	}
	g.first--
	g.code = -1
	l := g.s.lines[g.first]
	for col := g.name - 1; col >= 0; col-- {
		if c := l.at(col); isCode(c) {
			g.code = col
			break
		}
	}
	return true
}

// numbersOnly tells whether a row before any other is a title of years: "Tabel
// 1", 2023, 2024.
func (g *gridReader) numbersOnly(i int, l line) bool {
	if i+1 >= len(g.s.lines) {
		return false
	}
	n := 0
	for _, c := range l.cells {
		if c.kind != number && c.kind != text {
			continue
		}
		var h heading
		h.add(c)
		if h.year != 0 {
			n++
		}
	}
	next := g.s.lines[i+1]
	_, data := dataRow(next)
	return n >= 2 && data && n >= filled(next)-1
}

func filled(l line) int {
	n := 0
	for _, c := range l.cells {
		if c.kind != blank {
			n++
		}
	}
	return n
}

// dataRow tells whether a row can be one of figures: a name, then a number or
// the sign that there is none. It gives the column of the name.
func dataRow(l line) (name int, ok bool) {
	name = -1
	for col, c := range l.cells {
		switch {
		case c.kind == blank:
		case name < 0:
			if c.kind == text && hasLetter(c.text) && !isMissing(c.text) {
				name = col
			}
		case c.kind == number || c.kind == fault || c.kind == recipe:
			return name, true
		case isMissing(c.text) || shapeOf(bare(c.text)).ok:
			return name, true
		default:
			return 0, false // text beside text: a heading
		}
	}
	return 0, false
}

func hasLetter(s string) bool { return strings.ToLower(s) != strings.ToUpper(s) }

// isCode tells whether a cell holds a code of a region.
func isCode(c cell) bool {
	digits := strings.ReplaceAll(strings.TrimSuffix(c.text, ".0"), ".", "")
	return len(digits) == 4 && strings.Trim(digits, "0123456789") == "" || len(digits) == 2 && strings.Trim(digits, "0123456789") == "" && digits > "10"
}

// headings reads the rows above the figures.
func (g *gridReader) headings() {
	g.heads = make([]heading, g.width)
	t := g.t
	var titles []string
	for i, l := range g.s.lines[:g.first] {
		last := i == g.first-1
		titles = append(titles, g.leftTitles(l)...)
		var over cell
		for col := g.name + 1; col < g.width; col++ {
			if c := l.at(col); c.kind != blank {
				over = c
			} else if last {
				continue
			}
			if over.kind != blank {
				g.heads[col].add(over)
			}
		}
	}
	for _, h := range g.heads {
		for _, s := range h.titles {
			if len(titles) == 0 || titles[len(titles)-1] != s {
				titles = append(titles, s)
			}
		}
	}
	t.Title = joinOnce(titles)
	if t.scope == scopeAny && !strings.Contains(fold(t.Title), "menurut provinsi dan kabupaten") {
		t.scope = scopeOf(afterBy(fold(t.Title)))
	}
	g.spread()
	t.Layout = g.layout()
}

// leftTitles gives the titles that stand in or before the column of names; the
// heading of that column tells the level of the rows instead.
func (g *gridReader) leftTitles(l line) []string {
	var out []string
	for col := range g.name + 1 {
		c := l.at(col)
		switch {
		case c.kind != text:
		case !isHead(c.text):
			out = append(out, c.text)
		case g.t.scope == scopeAny:
			g.t.scope = scopeOf(fold(c.text))
		}
	}
	return out
}

// afterBy gives what a title says behind "by": the levels of the rows.
func afterBy(folded string) string {
	for _, by := range []string{"menurut ", "by "} {
		if _, rest, ok := strings.Cut(folded, by); ok {
			return rest
		}
	}
	return ""
}

func joinOnce(parts []string) string {
	var out []string
	for _, p := range parts {
		seen := false
		for _, o := range out {
			seen = seen || o == p
		}
		if !seen && len(out) < 8 {
			out = append(out, p)
		}
	}
	return strings.Join(out, "; ")
}

// spread gives every column the time that the title names, where its own
// heading names none.
func (g *gridReader) spread() {
	title := fold(g.t.Title)
	years := yearWords(title)
	one := model.Year(0)
	for _, y := range years {
		if one == 0 || one == y {
			one = y
			continue
		}
		one = 0
		break
	}
	month, round := int8(0), RoundUnknown
	if m, r, ok := roundOf(title); ok && r == RoundMonth {
		month, round = m, r
	}
	forecast := isForecast(title)
	for i := range g.heads {
		h := &g.heads[i]
		g.rounds = g.rounds || h.round == RoundMonth
		if h.year == 0 {
			h.year = one
		}
		if h.round == RoundUnknown && round == RoundMonth && (one == 0 || h.year == one) && h.month == 0 {
			h.month, h.round = month, round
		}
		h.forecast = h.forecast || forecast
		h.title = strings.Join(h.titles, "; ")
		h.unit = unitIn(h.title)
	}
}

func (g *gridReader) layout() Layout {
	years := map[model.Year]bool{}
	for _, h := range g.heads[g.name+1:] {
		if h.area != AreaTotal {
			return LayoutRounds
		}
		years[h.year] = true
	}
	if g.rounds {
		return LayoutRounds
	}
	if len(years) > 1 {
		return LayoutYears
	}
	return LayoutYear
}

// data reads the rows of figures.
func (g *gridReader) data() {
	notes := false
	n := 0
	for _, l := range g.s.lines[g.first:] {
		n += filled(l)
	}
	g.raws = make([]raw, 0, n)
	for _, l := range g.s.lines[g.first:] {
		name := l.at(g.name)
		if name.kind == text && isNote(name.text) {
			notes = true
		}
		if notes {
			if name.kind == text && len(g.t.Notes) < 50 {
				g.t.Notes = append(g.t.Notes, name.text)
			}
			continue
		}
		if name.kind == text && isHead(name.text) || g.headingAgain(l) {
			continue // a page with its headings again
		}
		g.row(l, name)
	}
}

// headingAgain tells whether a row without a name repeats the years.
func (g *gridReader) headingAgain(l line) bool {
	if l.at(g.name).kind != blank {
		return false
	}
	for _, c := range l.cells {
		var h heading
		if h.add(c); c.kind != blank && h.year == 0 && h.round == RoundUnknown {
			return false
		}
	}
	return true
}

func (g *gridReader) row(l line, name cell) {
	code := ""
	if g.code >= 0 {
		code = strings.TrimSuffix(l.at(g.code).text, ".0")
	}
	blanks := 0
	for col := g.name + 1; col < g.width; col++ {
		h := &g.heads[col]
		c := l.at(col)
		if c.kind == blank {
			if h.year == 0 && len(h.titles) == 0 {
				continue
			}
			if blanks++; blanks > 1 {
				g.t.Missing++ // one blank a row tells how its name is written; the rest is only counted
				continue
			}
		}
		g.raws = append(g.raws, raw{c: c, f: Figure{
			Region: name.text, Code: code, Indicator: h.title, Area: h.area, Year: h.year, Month: h.month, Round: h.round,
			Unit: h.unit, Forecast: h.forecast, Cell: g.s.cellName(l.row, col),
		}})
	}
}
