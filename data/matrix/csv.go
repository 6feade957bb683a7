package matrix

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// readCSV reads a CSV file that lies in memory. The separator is a semicolon,
// a tab or a comma, whichever splits more lines alike; text is UTF-8, UTF-16
// with its mark, or what Windows calls ANSI. Rows are numbered as a spreadsheet
// that opens the file numbers them.
func readCSV(name string, b []byte) (*sheet, error) {
	b, err := toUTF8(b)
	if err != nil {
		return nil, &FileError{Name: name, Fault: NotSpreadsheet, Err: err}
	}
	out := &sheet{source: fromCSV}
	row := 0
	sep := findSeparator(b)
	if first, rest, _ := bytes.Cut(b, []byte{'\n'}); len(bytes.TrimRight(first, "\r")) == 5 && bytes.EqualFold(first[:4], []byte("sep=")) {
		sep, b = first[4], rest // a spreadsheet does not count this line
	}
	r := csv.NewReader(bytes.NewReader(b))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.ReuseRecord = rune(sep), -1, true, true
	cells, at := 0, int64(0)
	for {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, &FileError{Name: name, Fault: Broken, Err: err}
		}
		end := r.InputOffset()
		row += 1 + blankLines(b[at:end])
		at = end
		l := line{row: row}
		for i, f := range fields {
			if s := clean(unguard(f)); s != "" {
				l.cells = append(l.cells, cell{col: i + 1, kind: text, text: s})
			}
		}
		if len(l.cells) == 0 {
			continue
		}
		if cells += len(l.cells); cells > maxCells || len(out.lines) >= maxRows {
			return nil, &FileError{Name: name, Fault: TooLarge, Detail: fmt.Sprintf("more than %d rows or %d cells", maxRows, maxCells)}
		}
		out.lines = append(out.lines, l)
	}
}

// blankLines counts the empty lines at the beginning of what was read for a
// record: the reader passes over them, a spreadsheet does not.
func blankLines(b []byte) int {
	n := 0
	for {
		switch {
		case bytes.HasPrefix(b, []byte("\r\n")):
			b = b[2:]
		case bytes.HasPrefix(b, []byte("\n")):
			b = b[1:]
		default:
			return n
		}
		n++
	}
}

// toUTF8 gives the text of a file in UTF-8 without a mark.
func toUTF8(b []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(b, []byte{0xef, 0xbb, 0xbf}):
		b = b[3:]
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}), bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		var err error
		if b, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(b); err != nil {
			return nil, err
		}
	case !utf8.Valid(b):
		var err error
		if b, err = charmap.Windows1252.NewDecoder().Bytes(b); err != nil {
			return nil, err
		}
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return nil, errors.New("holds zero bytes")
	}
	return b, nil
}

// findSeparator finds the separator by the first lines: the one that gives
// most fields over them.
func findSeparator(b []byte) byte {
	best, most := byte(','), 0
	for _, sep := range []byte{';', '\t', ','} {
		n, lines, quoted := 0, 0, false
		for _, c := range b {
			switch {
			case c == '"':
				quoted = !quoted
			case quoted:
			case c == sep:
				n++
			case c == '\n':
				lines++
			}
			if lines >= 60 {
				break
			}
		}
		if n > most {
			best, most = sep, n
		}
	}
	return best
}

// dangerous tells whether a spreadsheet could take a text for a formula, or
// stumble over it: it begins with = + - @ (also in their wide forms) or a
// control character, whatever blanks stand before.
func dangerous(s string) bool {
	s = strings.TrimLeft(s, " \u00a0")
	if s == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r < ' ' || r == 0x7f || strings.ContainsRune("=+-@＝＋－＠", r)
}

// guard writes a text so that no spreadsheet runs it: with an apostrophe
// before it. A text that has the apostrophe already gets one more, so that
// unguard gives back what was written.
func guard(s string) string {
	if dangerous(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

// unguard takes off what guard put on.
func unguard(s string) string {
	if strings.HasPrefix(s, "'") && dangerous(strings.TrimLeft(s, "'")) {
		return s[1:]
	}
	return s
}
