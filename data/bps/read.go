package bps

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strconv"

	"rakor/data/personal"
)

// Read reads the bytes of one file in whatever layout, told by its contents and
// never by its name. A spreadsheet may hold several tables, one a sheet.
//
// Errors: *[FileError], with the reason for which nothing of the file can be
// used. Cells that cannot be read are no error: [Table.Refused] lists them.
func Read(name string, b []byte) ([]*Table, error) {
	sheets, tables, err := open(name, b)
	if err != nil {
		return nil, err
	}
	for _, s := range sheets {
		if err := refusePersonal(name, s); err != nil {
			return nil, err
		}
		t, err := readRecords(name, s)
		if err != nil {
			return nil, err
		}
		if t == nil {
			t = readGrid(name, s)
		}
		if t != nil {
			tables = append(tables, t)
		}
	}
	if len(tables) == 0 {
		return nil, &FileError{Name: name, Fault: NoTable, Detail: "no row with a name and a number"}
	}
	sum := sha256.Sum256(b)
	figures := 0
	for _, t := range tables {
		t.Digest = hex.EncodeToString(sum[:])
		figures += len(t.Figures) + len(t.Refused)
	}
	if figures > 0 {
		return tables, nil
	}
	return nil, &FileError{Name: name, Fault: NoFigures, Detail: strconv.Itoa(tables[0].Missing) + " cells without a figure"}
}

// open tells what kind of file it is and takes it apart.
func open(name string, b []byte) ([]*sheet, []*Table, error) {
	if len(b) > MaxFile {
		return nil, nil, &FileError{Name: name, Fault: TooLarge, Detail: strconv.Itoa(len(b)) + " bytes, at most " + strconv.Itoa(MaxFile)}
	}
	head := bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF")), " \t\r\n")
	lower := bytes.ToLower(head[:min(len(head), 64<<10)])
	switch {
	case len(head) == 0:
		return nil, nil, &FileError{Name: name, Fault: Empty}
	case bytes.HasPrefix(b, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		if bytes.Contains(b, utf16Name("EncryptedPackage")) {
			return nil, nil, &FileError{Name: name, Fault: Encrypted}
		}
		return nil, nil, &FileError{Name: name, Fault: OldFormat, Detail: "a spreadsheet of the old kind (.xls)"}
	case bytes.HasPrefix(b, []byte("PK\x03\x04")), bytes.HasPrefix(b, []byte("PK\x05\x06")):
		sheets, err := readXLSX(name, b)
		return sheets, nil, err
	case isWebPage(lower):
		if bytes.Contains(lower, []byte("<frameset")) {
			return nil, nil, &FileError{Name: name, Fault: WebFrames, Detail: "the frames point to other files; the data are not in this one"}
		}
		return nil, nil, &FileError{Name: name, Fault: WebPage, Detail: "HTML"}
	case head[0] == '{':
		t, err := readWebAPI(name, head)
		if err != nil {
			return nil, nil, err
		}
		return nil, []*Table{t}, nil
	case bytes.HasPrefix(head, []byte("%PDF")):
		return nil, nil, &FileError{Name: name, Fault: NotTable, Detail: "a PDF"}
	case head[0] == '[', bytes.HasPrefix(lower, []byte("<?xml")), binary(b):
		return nil, nil, &FileError{Name: name, Fault: NotTable}
	}
	s, err := readCSV(name, b)
	return []*sheet{s}, nil, err
}

func isWebPage(lower []byte) bool {
	for _, tag := range []string{"<html", "<!doctype html", "<head", "<frameset", "<table", "<body", "<meta", "<!--"} {
		if bytes.HasPrefix(lower, []byte(tag)) {
			return true
		}
	}
	return bytes.Contains(lower[:min(len(lower), 2048)], []byte("<html"))
}

// binary tells whether a file holds bytes that no text has.
func binary(b []byte) bool {
	if bytes.HasPrefix(b, []byte("\xFF\xFE")) || bytes.HasPrefix(b, []byte("\xFE\xFF")) {
		return false
	}
	return bytes.IndexByte(b[:min(len(b), 8<<10)], 0) >= 0
}

// utf16Name writes a name as directories of the old container have it.
func utf16Name(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}

// refusePersonal refuses a sheet with data about persons: every column's texts
// are looked at for identity numbers, the first rows for names and addresses.
func refusePersonal(name string, s *sheet) error {
	var header []string
	var rows [][]string
	digits := []personal.Digits{}
	for i, l := range s.lines {
		for len(digits) < len(l.cells) {
			digits = append(digits, personal.Digits{})
		}
		var row []string
		for col, c := range l.cells {
			if c.kind == text || c.kind == number {
				if len(c.text) >= 16 {
					digits[col].Add([]byte(c.text))
				}
			}
			if i < 500 {
				row = append(row, c.text)
			}
		}
		switch {
		case i == 0:
			header = row
		case i < 500:
			rows = append(rows, row)
		}
	}
	for len(header) < len(digits) {
		header = append(header, "")
	}
	found := personal.ByHeader(unsuspected(header))
	for col, d := range digits {
		if d.Personal() {
			found = append(found, personal.Column{Name: personal.ColumnName(header, col), Kind: personal.IdentityNumber, ByContent: true})
		}
	}
	for i := range rows {
		rows[i] = append(rows[i], make([]string, max(len(header)-len(rows[i]), 0))...)
	}
	found = append(found, personal.ByContent(header, rows)...)
	if len(found) == 0 {
		return nil
	}
	return &FileError{Name: name, Fault: FaultPersonal, Err: &personal.Error{Name: name, Columns: found}}
}

// unsuspected gives the names of columns without those that tables of regions
// have: "Nama" above regions is no name of a person. Their contents still tell.
func unsuspected(header []string) []string {
	names := make([]string, len(header))
	for i, h := range header {
		names[i] = columnName(h)
	}
	known := roles(recordLayout(names))
	for i, n := range names {
		switch {
		case n == "nama", n == "name", known[n] != roleNone:
			names[i] = ""
		default:
			names[i] = header[i]
		}
	}
	return names
}

// Personal tells whether an error says that a file holds personal data.
func Personal(err error) bool {
	var e *personal.Error
	return errors.As(err, &e)
}
