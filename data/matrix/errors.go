package matrix

import (
	"errors"
	"fmt"
	"strings"
)

// ErrNothing is returned for a matrix without a single entry: it would have no
// year, and no sheet.
var ErrNothing = errors.New("no entry to write")

// Fault is why a file as a whole cannot be used.
type Fault uint8

// The faults of files.
const (
	// Unreadable: the file could not be read to its end.
	Unreadable Fault = iota
	// Empty: nothing is in it.
	Empty
	// TooLarge: the file is larger than 64 MB, or has more rows or cells than
	// any list.
	TooLarge
	// Expands: the spreadsheet unpacks to more than 64 MB: a zip bomb, or a
	// sheet filled to the last row.
	Expands
	// Macros: the spreadsheet carries a program.
	Macros
	// ExternalLinks: the spreadsheet takes figures from other files, which are
	// not there to be checked.
	ExternalLinks
	// OldFormat: a spreadsheet of the old kind (.xls), or another program's (.ods).
	OldFormat
	// Encrypted: the spreadsheet has a password.
	Encrypted
	// NotSpreadsheet: the file is something else, whatever its name says.
	NotSpreadsheet
	// Broken: the file begins like a spreadsheet and is damaged.
	Broken
	// NoTable: no row has the headings of a layout.
	NoTable
	// NoRows: there are headings and no entry below them.
	NoRows
	// NoYear: neither the file nor the caller tells the year of the entries.
	NoYear
	// Missing: a column without which there are no entries is not there.
	Missing
)

// ID returns the name of the fault in output that programs read.
func (f Fault) ID() string {
	names := [...]string{
		"unreadable", "empty", "too-large", "expands", "macros", "external-links", "old-format", "encrypted",
		"not-spreadsheet", "broken", "no-table", "no-rows", "no-year", "missing-column",
	}
	if int(f) >= len(names) {
		return ""
	}
	return names[f]
}

// FileError says why a file as a whole cannot be used. Nothing of it was kept.
type FileError struct {
	Name   string // of the file
	Fault  Fault
	Detail string // what was found; may be empty
	Err    error  // what the system or a decoder said; may be nil
}

// Error returns the fault and the remedy.
func (e *FileError) Error() string {
	s := e.Name + ": " + e.Fault.text()
	if e.Detail != "" {
		s += ": " + e.Detail
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns what the system or a decoder said.
func (e *FileError) Unwrap() error { return e.Err }

func (f Fault) text() string {
	switch f {
	case Unreadable:
		return "cannot be read"
	case Empty:
		return "the file is empty"
	case TooLarge:
		return "the file is too large for a list of programmes"
	case Expands:
		return fmt.Sprintf("unpacks to more than %d MB; nothing was unpacked", maxUnzipped>>20)
	case Macros:
		return "holds macros; save it as a workbook without macros (.xlsx) first"
	case ExternalLinks:
		return "takes figures from other files; paste them as values first"
	case OldFormat:
		return "an old or foreign kind of spreadsheet; save it as .xlsx or CSV first"
	case Encrypted:
		return "has a password; remove it first"
	case NotSpreadsheet:
		return "neither a spreadsheet (.xlsx) nor CSV"
	case Broken:
		return "the spreadsheet is damaged"
	case NoTable:
		return "no row has the headings of a programme list"
	case NoRows:
		return "no entry below the headings"
	case NoYear:
		return "the year of the entries is told nowhere; name it"
	case Missing:
		return "a column is missing"
	}
	return "cannot be used"
}

// columnLetters gives a column's name in a spreadsheet: 1 is A, 27 is AA.
func columnLetters(col int) string {
	var b [8]byte
	i := len(b)
	for ; col > 0 && i > 0; col = (col - 1) / 26 {
		i--
		b[i] = byte('A' + (col-1)%26)
	}
	return string(b[i:])
}

// cellName gives a cell's name as people write it: Sheet1!H42, and H42 in a
// file without sheets.
func cellName(sheet string, row, col int) string {
	name := fmt.Sprintf("%s%d", columnLetters(col), row)
	switch {
	case sheet == "":
		return name
	case strings.ContainsAny(sheet, " '!-()."):
		return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + name
	}
	return sheet + "!" + name
}

// parseCell reads a cell's name: "H42" is row 42, column 8.
func parseCell(ref string) (row, col int, ok bool) {
	i := 0
	for i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z' {
		col = col*26 + int(ref[i]-'A') + 1
		if col > maxColumn {
			return 0, 0, false
		}
		i++
	}
	if i == 0 || i == len(ref) {
		return 0, 0, false
	}
	for ; i < len(ref); i++ {
		if ref[i] < '0' || ref[i] > '9' {
			return 0, 0, false
		}
		row = row*10 + int(ref[i]-'0')
		if row > maxRow {
			return 0, 0, false
		}
	}
	return row, col, row > 0
}
