package bps

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decodeText gives the text of a file as UTF-8: byte-order marks are obeyed,
// and what is no UTF-8 is read as Windows-1252, which is what Excel writes.
func decodeText(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		b = b[3:]
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return utf16Text(b[2:], 1)
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return utf16Text(b[2:], 0)
	}
	if utf8.Valid(b) {
		return string(b)
	}
	var out strings.Builder
	for _, c := range b {
		out.WriteRune(windows1252(c))
	}
	return out.String()
}

// utf16Text decodes UTF-16; high is the place of the high byte.
func utf16Text(b []byte, high int) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i+high])<<8 | uint16(b[2*i+1-high])
	}
	return string(utf16.Decode(units))
}

// windows1252 gives the character of a byte; those without one are the
// replacement character.
func windows1252(c byte) rune {
	if c < 0x80 || c >= 0xa0 {
		return rune(c)
	}
	return [...]rune{
		'€', utf8.RuneError, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', utf8.RuneError, 'Ž', utf8.RuneError,
		utf8.RuneError, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', utf8.RuneError, 'ž', 'Ÿ',
	}[c-0x80]
}

// separator finds what parts the fields: the one of comma, semicolon and tab
// that the most of the first lines have outside quotes, the commonest among
// equals. Decimal commas lose against semicolons that way.
func separator(s string) rune {
	candidates := [...]rune{';', '\t', ','}
	var lines, total [len(candidates)]int
	seen, quoted := 0, false
	var here [len(candidates)]int
	end := func() {
		for i, n := range here {
			if n > 0 {
				lines[i]++
			}
			total[i] += n
		}
		here = [len(candidates)]int{}
		seen++
	}
	for _, r := range s[:min(len(s), 64<<10)] {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == '\n':
			end()
		default:
			if i := slices.Index(candidates[:], r); i >= 0 {
				here[i]++
			}
		}
		if seen == 50 {
			break
		}
	}
	end() // a last line without an end
	best := 2
	for i := range candidates {
		if lines[i] > lines[best] || lines[i] == lines[best] && total[i] > total[best] {
			best = i
		}
	}
	return candidates[best]
}

// readCSV reads a text file as one sheet.
func readCSV(name string, b []byte) (*sheet, error) {
	s := decodeText(b)
	r := csv.NewReader(strings.NewReader(s))
	r.Comma = separator(s)
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	r.ReuseRecord = true
	out := &sheet{}
	cells := 0
	for {
		rec, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, &FileError{Name: name, Fault: Broken, Err: err}
		}
		row, _ := r.FieldPos(0)
		l := line{row: row}
		for col, f := range rec {
			c := textCell(f)
			if c.kind == blank {
				continue
			}
			if col >= maxColumns {
				return nil, &FileError{Name: name, Fault: TooLarge, Detail: "a column beyond " + columnLetters(maxColumns-1)}
			}
			if l.cells == nil {
				l.cells = make([]cell, min(len(rec), maxColumns))
			}
			l.cells[col] = c
			cells++
		}
		if l.cells == nil {
			continue
		}
		out.lines = append(out.lines, l)
		if len(out.lines) > maxRows || cells > maxCells {
			return nil, &FileError{Name: name, Fault: TooLarge, Detail: "more rows or cells than any table"}
		}
	}
}
