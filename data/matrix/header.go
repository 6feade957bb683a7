package matrix

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rakor/model"
)

// header is the headings of a table in a sheet.
type header struct {
	from, to int // places of its first and last line in the sheet
	cols     []heading
	at       map[column]int // place in cols
	layout   Layout
	// What the headings and the lines above them tell.
	year      model.Year
	yearCell  string
	yearTwice bool // the lines above name several years
}

// heading is one column of a table.
type heading struct {
	col    int // in the sheet, from 1
	column column
	text   string           // as the file has it, for messages
	unit   float64          // of amounts: 1e6 under "juta rupiah"
	count  model.TargetUnit // of recipients: "(KK)"
}

// leastHeadings is how many columns have to be recognised before a row is
// taken for headings.
const leastHeadings = 4

// findHeader finds the headings of the first table at or below a line: the
// first row, alone or with the one or two rows below it, that names enough
// columns.
func (s *sheet) findHeader(from int) (header, bool) {
	for i := from; i < len(s.lines); i++ {
		if !s.lines[i].couldBeHeadings() {
			continue
		}
		var best header
		for n := 1; n <= 3 && i+n <= len(s.lines); n++ {
			if n > 1 && (s.lines[i+n-1].row != s.lines[i].row+n-1 || !s.lines[i+n-1].couldGoOn()) {
				break
			}
			if h := s.headings(i, i+n-1); len(h.at) > len(best.at) {
				best = h
			}
		}
		if best.enough() {
			s.readAbove(&best, from)
			return best, true
		}
	}
	return header{}, false
}

// couldBeHeadings tells cheaply whether a row could be headings: short texts,
// hardly a number.
func (l *line) couldBeHeadings() bool {
	short, figures := 0, 0
	for _, c := range l.cells {
		switch {
		case c.kind != text:
			figures++
		case len(c.text) <= maxHeading:
			short++
		}
	}
	return short >= 3 && figures <= short/4
}

// maxHeading is the longest heading in bytes; longer texts are sentences.
const maxHeading = 120

// couldGoOn tells whether a row can be the second or third of headings: short
// texts without digits of codes or amounts, and not the row of column numbers.
func (l *line) couldGoOn() bool {
	if l.numbersColumns() {
		return false
	}
	for _, c := range l.cells {
		if c.kind != text || len(c.text) > maxHeading || strings.Count(c.text, ".") > 1 {
			return false
		}
	}
	return true
}

// numbersColumns tells whether a row only numbers the columns: 1, 2, 3 or (1),
// (2), (3).
func (l *line) numbersColumns() bool {
	last := 0
	for _, c := range l.cells {
		n := 0
		switch c.kind {
		case number:
			n = int(c.num)
		case text:
			n, _ = strconv.Atoi(strings.Trim(c.text, "() ."))
		case blank, date, fault, recipe:
		}
		if n != last+1 && (n <= last || n > last+3) {
			return false
		}
		last = n
	}
	return len(l.cells) >= 3
}

// enough tells whether a row names what a list cannot be without.
func (h *header) enough() bool {
	has := func(cs ...column) bool {
		return slices.ContainsFunc(cs, func(c column) bool { _, ok := h.at[c]; return ok })
	}
	return len(h.at) >= leastHeadings && has(colName, colActivity, colSub) &&
		has(colCode, colDepartment, colStrategy, colID) && has(colBudget, colOriginal, colTarget, colPlace, colRealised, colStrategy, colActivity)
}

// headings reads the lines from i to j as headings.
func (s *sheet) headings(i, j int) header {
	h := header{from: i, to: j, at: map[column]int{}}
	last := 0
	for n := i; n <= j; n++ {
		if cs := s.lines[n].cells; len(cs) > 0 {
			last = max(last, cs[len(cs)-1].col)
		}
	}
	var cols []heading
	above := ""
	plain := 0
	for col := 1; col <= min(last, maxColumns); col++ {
		top, own := s.stacked(i, j, col, &above)
		hd := heading{col: col, text: own, column: headings(top, own), unit: 1}
		if own == "" {
			hd.text = top
		}
		if hd.text == "" {
			continue
		}
		hd.unit, hd.count = unitsIn(top+" "+own, 1)
		if top == "" && plainHeading(label(own)) != "" {
			plain++
		}
		cols = append(cols, hd)
		if _, twice := h.at[hd.column]; hd.column != "" && !twice {
			h.at[hd.column] = len(cols) - 1
		} else {
			cols[len(cols)-1].column = ""
		}
	}
	h.cols = cols
	_, reports := h.at[colRealised]
	_, half := h.at[colH1]
	switch {
	case plain >= leastHeadings:
		h.layout = Plain
	case reports || half:
		h.layout = OPPKPKE21
	default:
		h.layout = RAT18
	}
	return h
}

// maxColumns is how many columns can have a heading of a list.
const maxColumns = 128

// stacked gives the heading of a column and the one above it. Merged cells
// stand in every place they cover. Without merging, as in CSV, a heading that
// has another below it goes on to the right until the next one: above keeps it.
func (s *sheet) stacked(i, j, col int, above *string) (top, own string) {
	var rows []string
	for n := i; n <= j; n++ {
		t := s.headingAt(n, col)
		if len(rows) > 0 && t == rows[len(rows)-1] {
			t = "" // one cell over several rows
		}
		rows = append(rows, t)
	}
	own = rows[len(rows)-1]
	if len(rows) == 1 {
		return "", own
	}
	top = strings.TrimSpace(strings.Join(rows[:len(rows)-1], " "))
	switch {
	case top != "":
		*above = top
		if own == "" {
			*above = ""
		}
	case own != "":
		top = *above
	}
	if own == "" {
		return "", top
	}
	return top, own
}

// headingAt gives the text of a cell, or of the merged one that covers it.
func (s *sheet) headingAt(n, col int) string {
	l := &s.lines[n]
	if c := l.at(col); c.kind == text {
		return c.text
	}
	for _, a := range s.merged {
		if a.top <= l.row && l.row <= a.bottom && a.left <= col && col <= a.right {
			if k, ok := s.lineOf(a.top); ok {
				return s.lines[k].at(a.left).text
			}
		}
	}
	return ""
}

// lineOf finds the line of a row.
func (s *sheet) lineOf(row int) (int, bool) {
	return slices.BinarySearchFunc(s.lines, row, func(l line, row int) int { return l.row - row })
}

// unitsIn reads what a heading or a title says about units: "(dalam juta
// rupiah)" of amounts, "(KK)" of recipients.
func unitsIn(s string, fallback float64) (money float64, count model.TargetUnit) {
	folded := fold(s)
	money = fallback
	switch {
	case strings.Contains(folded, "miliar") || strings.Contains(folded, "milyar"):
		money = 1e9
	case strings.Contains(folded, "juta"):
		money = 1e6
	case strings.Contains(folded, "ribu") || strings.Contains(folded, "rp.000") || strings.Contains(folded, "(000)"):
		money = 1e3
	}
	if i := strings.IndexByte(folded, '('); i >= 0 {
		count, _ = unitOf(folded[i+1:])
	}
	return money, count
}

// linesAbove is how many lines above the headings are read.
const linesAbove = 40

// readAbove reads the lines above the headings: the year, and the unit of
// amounts where the headings name none.
func (s *sheet) readAbove(h *header, from int) {
	unit := 1.0
	for n := max(from, h.from-linesAbove); n < h.from; n++ {
		for _, c := range s.lines[n].cells {
			if c.kind != text || len(c.text) > 300 {
				continue
			}
			if u, _ := unitsIn(c.text, 1); u != 1 && strings.Contains(fold(c.text), "dalam") {
				unit = u
			}
			y, twice := yearIn(c.text)
			switch {
			case y == 0:
			case h.year == 0:
				h.year, h.yearCell = y, cellName(s.name, s.lines[n].row, c.col)
			case h.year != y:
				h.yearTwice = true
			}
			h.yearTwice = h.yearTwice || twice
		}
	}
	if y, twice := yearIn(s.name); h.year == 0 && !twice {
		h.year = y
	}
	for i := range h.cols {
		if h.cols[i].unit == 1 && h.cols[i].column.money() {
			h.cols[i].unit = unit
		}
	}
}

// yearIn finds the year that a title names: 2025 in "TAHUN ANGGARAN 2025". A
// year behind the word tahun counts more than any other number of four digits
// (as in "Inpres 8 Tahun 2025", which names no budget). twice tells that several
// years stand there; a span of years (RPKD 2025-2029) counts for none.
func yearIn(s string) (y model.Year, twice bool) {
	s = strings.TrimSpace(s)
	if !strings.Contains(s, "20") {
		return 0, false
	}
	if n, err := strconv.Atoi(s); err == nil && n >= 2000 && n < 2100 { // a column of years: no pattern is needed
		return model.Year(n), false
	}
	s = regexp.MustCompile(`\b(19|20)\d\d\s*(-|–|—|/|s\.?\s?d\.?|sampai)\s*(19|20)\d\d\b`).ReplaceAllString(s, "")
	s = regexp.MustCompile(`(?i)\b(inpres|perpres|permendagri|perda|perwali|peraturan|instruksi|uu|pp|nomor|no\.?)\b[^,;]{0,60}?tahun\s+(19|20)\d\d`).ReplaceAllString(s, "")
	for _, pattern := range []string{
		`(?i)\b(?:tahun\s+anggaran|tahun|t\.?\s*a\.?|periode)\s*:?\s*((?:20)\d\d)\b`,
		`\b(20\d\d)\b`,
	} {
		found := regexp.MustCompile(pattern).FindAllStringSubmatch(s, -1)
		for _, m := range found {
			n, _ := strconv.Atoi(m[1])
			if y != 0 && y != model.Year(n) {
				twice = true
			}
			y = model.Year(n)
		}
		if y != 0 {
			return y, twice
		}
	}
	return 0, false
}
