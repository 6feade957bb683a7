package matrix

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// kind is what a cell holds.
type kind uint8

const (
	blank kind = iota
	text
	number
	date   // a number shown as a date
	fault  // #REF!, #N/A and their like
	recipe // a formula of which the file holds no result
)

// cell is one cell with something in it.
type cell struct {
	col  int // from 1
	kind kind
	num  float64 // of number and date
	text string  // of text and fault, trimmed
}

// line is a row with something in it.
type line struct {
	row   int // from 1
	cells []cell
}

// at gives the cell of a column; a blank one where there is none.
func (l *line) at(col int) cell {
	i, ok := slices.BinarySearchFunc(l.cells, col, func(c cell, col int) int { return c.col - col })
	if !ok {
		return cell{col: col}
	}
	return l.cells[i]
}

// area is a merged range, edges included.
type area struct{ top, left, bottom, right int }

// sheet is one sheet of a file, or a CSV file.
type sheet struct {
	name    string // "" for CSV
	hidden  bool
	lines   []line // ascending, blank ones left out
	merged  []area
	base104 bool // days are counted from 1904
	source  format
}

// format is the kind of file that a sheet came from: what a text may be
// differs.
type format uint8

const (
	fromXLSX format = iota
	fromCSV
	fromJSON
)

// show gives a cell's content as a person sees it, for messages.
func (c cell) show() string {
	switch c.kind {
	case number:
		return plainNumber(c.num)
	case date:
		if d, ok := dayOf(c.num, false); ok {
			return d
		}
		return plainNumber(c.num)
	case text, fault:
		return c.text
	case blank, recipe:
	}
	return ""
}

// plainNumber writes a number with a point, without grouping or exponent.
func plainNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// clean takes a text as a file has it: line ends become \n, other control
// characters and marks without width go, and so do blanks at both ends.
// Everything else stays, so that a text that was written comes back.
func clean(s string) string {
	if plainText(s) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\r', r == '\v', r == '\f', r == 0x2028, r == 0x2029:
			return '\n'
		case unicode.IsSpace(r):
			return ' '
		case r < ' ', r >= 0x7f && r < 0xa0, unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(s)
}

func plainText(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return s == "" || s[0] != ' ' && s[len(s)-1] != ' '
}

// tidy is clean on one line: any run of blanks is one blank.
func tidy(s string) string {
	s = clean(s)
	if !strings.ContainsAny(s, "\n") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
