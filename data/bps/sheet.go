package bps

import (
	"strconv"
	"strings"
	"unicode"
)

// Limits bound what a file may cost: far above any table of BPS, far below what
// a laptop has.
const (
	// MaxFile is the largest file in bytes.
	MaxFile     = 32 << 20
	maxUnzipped = 64 << 20
	maxParts    = 4096
	maxSheets   = 64
	maxRows     = 200_000
	maxColumns  = 512
	maxCells    = 1_000_000
	maxText     = 32_767 * 4 // bytes in a cell
	maxKeys     = 5_000_000  // combinations of a Web API answer
)

// kind is what a cell holds.
type kind uint8

const (
	blank kind = iota
	text
	number
	fault  // #REF!, #N/A and their like
	recipe // a formula of which the file holds no result
)

// cell is one cell; num is of a number, whose text is as the file has it.
type cell struct {
	kind kind
	num  float64
	text string // trimmed
}

// line is a row with something in it.
type line struct {
	row   int // from 1
	cells []cell
}

// at gives a cell by its column from 0, a blank one where there is none.
func (l line) at(col int) cell {
	if col < 0 || col >= len(l.cells) {
		return cell{}
	}
	return l.cells[col]
}

// sheet is one sheet of a spreadsheet, or a CSV file.
type sheet struct {
	name  string // "" for CSV
	lines []line // ascending, blank ones left out
}

// cellName names a cell as people do: Sheet1!H42, H42 in a file without sheets.
// col counts from 0.
func (s *sheet) cellName(row, col int) string {
	name := columnLetters(col) + strconv.Itoa(row)
	switch {
	case s.name == "":
		return name
	case strings.ContainsAny(s.name, " '!-()."):
		return "'" + strings.ReplaceAll(s.name, "'", "''") + "'!" + name
	}
	return s.name + "!" + name
}

// columnLetters gives a column's name: 0 is A, 26 is AA.
func columnLetters(col int) string {
	var b [8]byte
	i := len(b)
	for n := col + 1; n > 0 && i > 0; n = (n - 1) / 26 {
		i--
		b[i] = byte('A' + (n-1)%26)
	}
	return string(b[i:])
}

// tidy takes a text as a file has it: tags and control characters go, blanks of
// every kind become one blank each, those at the ends go.
func tidy(s string) string {
	if len(s) > maxText {
		s = strings.ToValidUTF8(s[:maxText], "")
	}
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] > ' ' && s[i] < 0x7f && s[i] != '<' && s[i] != '&' || s[i] == ' ' && i > 0 && s[i-1] != ' '
	}
	if plain && (s == "" || s[len(s)-1] != ' ') {
		return s
	}
	s = untag(strings.ToValidUTF8(s, "\uFFFD"))
	var b strings.Builder
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) || r < ' ' || r == 0x7f:
			gap = b.Len() > 0
		case unicode.Is(unicode.Cf, r) || r >= 0x80 && r < 0xa0:
		default:
			if gap {
				b.WriteByte(' ')
				gap = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// untag takes the tags out of a label: <b>ACEH</b>.
func untag(s string) string {
	if strings.ContainsRune(s, '&') {
		s = strings.NewReplacer("&nbsp;", " ", "&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'").Replace(s)
	}
	if !strings.ContainsRune(s, '<') {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '<' && i+1 < len(s) && (s[i+1] == '/' || s[i+1]|0x20 >= 'a' && s[i+1]|0x20 <= 'z') {
			if end := strings.IndexByte(s[i:], '>'); end > 0 {
				b.WriteByte(' ')
				i += end
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// textCell makes a cell of a text as a file has it.
func textCell(s string) cell {
	s = tidy(s)
	if s == "" {
		return cell{}
	}
	return cell{kind: text, text: s}
}
