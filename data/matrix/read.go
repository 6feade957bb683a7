package matrix

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"rakor/data/personal"
)

// Open reads the list at path; see [Read]. A path that names no file gives the
// system's error, [fs.ErrNotExist].
func Open(path string, opt Options) (*Table, error) {
	if opt.Name == "" {
		opt.Name = path
	}
	info, err := os.Stat(path) // before it is opened: opening a pipe waits for whoever writes to it
	switch {
	case err != nil:
		return nil, err
	case !info.IsDir() && !info.Mode().IsRegular():
		return nil, &FileError{Name: opt.Name, Fault: NotSpreadsheet, Detail: "a pipe or a device"}
	case info.IsDir():
		return nil, &fs.PathError{Op: "read", Path: path, Err: errors.New("is a directory")}
	case info.Size() > maxFile:
		return nil, &FileError{Name: opt.Name, Fault: TooLarge, Detail: megabytes(uint64(info.Size()))}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read from
	return Read(f, opt)
}

// Read reads a list of programmes: XLSX, CSV, or a document of programmes in
// JSON, told apart by what they begin with. Nothing is kept of a file that is
// refused.
//
// Errors: *[personal.Error] where the file holds data about persons;
// *[FileError] for everything else that makes the file as a whole unusable.
// A row that cannot be used is no error: it is a row with refusals.
//
// Cost: 5,000 rows in about a third of a second; see the benchmark.
func Read(r io.Reader, opt Options) (*Table, error) {
	if opt.Name == "" {
		opt.Name = "input"
	}
	b, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	switch {
	case err != nil:
		return nil, &FileError{Name: opt.Name, Fault: Unreadable, Err: err}
	case len(b) > maxFile:
		return nil, &FileError{Name: opt.Name, Fault: TooLarge, Detail: megabytes(uint64(len(b))) + " or more"}
	case len(bytes.TrimSpace(b)) == 0:
		return nil, &FileError{Name: opt.Name, Fault: Empty}
	}
	if isDocument(b) {
		return readDocument(b, &opt)
	}
	sheets, err := readSheets(opt.Name, b)
	if err != nil {
		return nil, err
	}
	if err := refusePersonal(opt.Name, sheets); err != nil {
		return nil, err
	}
	return readTables(sheets, &opt)
}

// readSheets reads the cells of a file, whatever kind it is.
func readSheets(name string, b []byte) (out []*sheet, err error) {
	if fault, what := otherKind(b); what != "" {
		return nil, &FileError{Name: name, Fault: fault, Detail: what}
	}
	if !bytes.HasPrefix(b, []byte("PK\x03\x04")) {
		s, err := readCSV(name, b)
		if err != nil {
			return nil, err
		}
		return []*sheet{s}, nil
	}
	defer func() {
		if r := recover(); r != nil { // see openWorkbook
			out, err = nil, &FileError{Name: name, Fault: Broken, Detail: fmt.Sprint(r)}
		}
	}()
	w, err := openWorkbook(name, b)
	if err != nil {
		return nil, err
	}
	parts, err := w.sheets()
	if err != nil {
		return nil, err
	}
	for _, p := range parts {
		s, err := w.readSheet(p)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// otherKind names what the first bytes of a file say it is, if none that is
// read here.
func otherKind(b []byte) (Fault, string) {
	head := b[:min(len(b), 1024)]
	switch {
	case bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		// The names inside are UTF-16.
		if bytes.Contains(b[:min(len(b), 1<<20)], []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
			return Encrypted, "an encrypted workbook"
		}
		return OldFormat, "a workbook of Excel 97-2003 (.xls)"
	case bytes.HasPrefix(b, []byte("%PDF")):
		return NotSpreadsheet, "a PDF file"
	case bytes.HasPrefix(b, []byte{0x1f, 0x8b}), bytes.HasPrefix(b, []byte("Rar!")), bytes.HasPrefix(b, []byte("7z\xbc\xaf")):
		return NotSpreadsheet, "a packed file; unpack it first"
	case bytes.HasPrefix(b, []byte("\x89PNG")), bytes.HasPrefix(b, []byte("\xff\xd8\xff")):
		return NotSpreadsheet, "a picture"
	}
	text := strings.ToLower(string(bytes.TrimSpace(bytes.TrimPrefix(head, []byte{0xef, 0xbb, 0xbf}))))
	switch {
	case strings.HasPrefix(text, "<!doctype html"), strings.HasPrefix(text, "<html"), strings.HasPrefix(text, "<table"):
		return NotSpreadsheet, "a web page under another name"
	case strings.HasPrefix(text, "<?xml"):
		return NotSpreadsheet, "an XML file"
	case strings.HasPrefix(text, "{"), strings.HasPrefix(text, "["):
		return NotSpreadsheet, "JSON that is no document of programmes"
	}
	return 0, ""
}

// readTables reads the lists in the sheets.
func readTables(sheets []*sheet, opt *Options) (*Table, error) {
	out := &Table{Name: opt.Name}
	for _, s := range sheets {
		if s.hidden {
			out.Skipped = append(out.Skipped, Skip{Cell: cellName(s.name, 1, 1), Kind: SkipHidden})
			continue
		}
		if !newScan(opt, s, out).run() && len(s.lines) > 0 {
			out.Skipped = append(out.Skipped, Skip{Cell: cellName(s.name, s.lines[0].row, 1), Kind: SkipNoTable})
		}
	}
	return out, out.check(opt)
}

// check refuses a file that holds no list, or not the one that was named.
func (t *Table) check(opt *Options) error {
	if len(t.Sheets) == 0 {
		return &FileError{Name: t.Name, Fault: NoTable, Detail: "wanted the headings program, kegiatan, kode, alokasi and their like in one row"}
	}
	if len(t.Rows) == 0 {
		return &FileError{Name: t.Name, Fault: NoRows, Detail: t.Sheets[0].Heading}
	}
	for _, s := range t.Sheets {
		switch {
		case opt.Layout == OPPKPKE21 && s.Layout == RAT18:
			return &FileError{Name: t.Name, Fault: Missing, Detail: s.Heading + ": no column of realisation"}
		case opt.Layout == Plain && s.Layout != Plain, opt.Layout != Plain && opt.Layout != Auto && s.Layout == Plain:
			return &FileError{Name: t.Name, Fault: NoTable, Detail: fmt.Sprintf("%s: the headings are those of %s, not of %s", s.Heading, s.Layout.ID(), opt.Layout.ID())}
		}
	}
	for _, r := range t.Rows {
		if r.Entry.Year != 0 {
			return nil
		}
	}
	return &FileError{Name: t.Name, Fault: NoYear, Detail: t.Sheets[0].Heading}
}

// PersonalError is the error of a file with data about persons.
type PersonalError = personal.Error
