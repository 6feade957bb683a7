package matrix

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// opened is a spreadsheet: its parts as they are, and what the
// sheets are called.
type opened struct {
	name   string
	parts  map[string][]byte
	shared []string // texts that cells refer to by their number
	dates  []bool   // which styles show a number as a date
	base04 bool
	rows   int // with something in them, so far
	cells  int
}

// openWorkbook opens a spreadsheet that lies in memory.
//
// The parts are listed first, so that what would not be read is refused by the
// names and sizes in the directory of the archive; then they are unpacked under
// the same limit. Cells are told apart by their kind, since the number 1.234 and
// the text "1.234" are not the same; a library that hands out every cell as text
// cannot do that, and makes room for every row up to the last to tell merged
// ranges.
func openWorkbook(name string, b []byte) (w *opened, err error) {
	defer func() {
		// A file can be damaged in ways that nobody has thought of.
		if r := recover(); r != nil {
			w, err = nil, &FileError{Name: name, Fault: Broken, Detail: fmt.Sprint(r)}
		}
	}()
	if err := inspect(name, b); err != nil {
		return nil, err
	}
	w = &opened{name: name}
	if w.parts, err = unpack(name, b); err != nil {
		return nil, err
	}
	if err := w.readStyles(); err != nil {
		return nil, err
	}
	if err := w.readShared(); err != nil {
		return nil, err
	}
	return w, nil
}

// unpack reads the parts that hold cells, texts, styles and names; pictures are
// left packed. What the directory says of their sizes is not trusted.
func unpack(name string, b []byte) (map[string][]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, &FileError{Name: name, Fault: Broken, Err: err}
	}
	out := map[string][]byte{}
	room := int64(maxUnzipped)
	for _, f := range z.File {
		part := strings.ReplaceAll(f.Name, "\\", "/")
		if low := strings.ToLower(part); !strings.HasSuffix(low, ".xml") && !strings.HasSuffix(low, ".rels") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, &FileError{Name: name, Fault: Broken, Detail: part, Err: err}
		}
		text, err := io.ReadAll(io.LimitReader(r, room+1))
		err = errors.Join(err, r.Close())
		switch room -= int64(len(text)); {
		case room < 0:
			return nil, &FileError{Name: name, Fault: Expands, Detail: megabytes(maxUnzipped) + " or more"}
		case err != nil:
			return nil, &FileError{Name: name, Fault: Broken, Detail: part, Err: err}
		}
		out[part] = text
	}
	return out, nil
}

// inspect looks at the directory of the archive.
func inspect(name string, b []byte) error {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return &FileError{Name: name, Fault: Broken, Err: err}
	}
	if len(z.File) > maxParts {
		return &FileError{Name: name, Fault: Expands, Detail: fmt.Sprintf("%d files in it", len(z.File))}
	}
	var total uint64
	book := false
	for _, f := range z.File {
		part := strings.ToLower(strings.ReplaceAll(f.Name, "\\", "/"))
		size := f.UncompressedSize64
		if total += size; size > maxUnzipped || total > maxUnzipped {
			return &FileError{Name: name, Fault: Expands, Detail: megabytes(max(size, total)) + " or more"}
		}
		book = book || part == "xl/workbook.xml"
		switch {
		case part == "mimetype" || part == "content.xml":
			return &FileError{Name: name, Fault: OldFormat, Detail: "OpenDocument (.ods)"}
		case strings.HasSuffix(part, "vbaproject.bin"), strings.HasPrefix(part, "xl/macrosheets/"):
			return &FileError{Name: name, Fault: Macros, Detail: f.Name}
		case strings.HasPrefix(part, "xl/externallinks/"), part == "xl/connections.xml", strings.HasPrefix(part, "xl/querytables/"):
			return &FileError{Name: name, Fault: ExternalLinks, Detail: f.Name}
		case part == "xl/workbook.bin":
			return &FileError{Name: name, Fault: OldFormat, Detail: "binary workbook (.xlsb)"}
		case strings.HasPrefix(part, "xl/worksheets/"), strings.HasPrefix(part, "xl/media/"), strings.HasPrefix(part, "xl/drawings/"),
			part == "xl/sharedstrings.xml":
		case size > maxTables:
			return &FileError{Name: name, Fault: Expands, Detail: f.Name + ", " + megabytes(size)}
		}
	}
	if !book {
		return &FileError{Name: name, Fault: NotSpreadsheet, Detail: "an archive without a workbook"}
	}
	return nil
}

func megabytes(n uint64) string { return fmt.Sprintf("%d MB", n>>20) }

// readStyles tells of every cell style whether it shows a number as a date.
func (w *opened) readStyles() error {
	const name = "xl/styles.xml"
	b := w.part(name)
	if len(b) == 0 {
		return nil
	}
	var sheet struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := xml.Unmarshal(b, &sheet); err != nil {
		return w.broken(name, err)
	}
	custom := map[int]string{}
	for _, f := range sheet.Formats {
		custom[f.ID] = f.Code
	}
	w.dates = make([]bool, len(sheet.Cells))
	for i, c := range sheet.Cells {
		if code, ok := custom[c.Format]; ok {
			w.dates[i] = isDateFormat(code)
			continue
		}
		id := c.Format
		w.dates[i] = id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
	}
	return nil
}

// isDateFormat tells whether a number format shows a date: it names a day, a
// month or a year outside quotes, brackets and escapes.
func isDateFormat(code string) bool {
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		c := code[i]
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\' || c == '_' || c == '*':
			i++
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case bracket:
		case strings.ContainsRune("dDmMyY", rune(c)):
			return true
		case c == ';': // what follows is of negative numbers
			return false
		}
	}
	return false
}

// part gives one file of the spreadsheet, by a name that may differ in case;
// nil where there is none.
func (w *opened) part(name string) []byte {
	if b, ok := w.parts[name]; ok {
		return b
	}
	for key, b := range w.parts {
		if strings.EqualFold(key, name) {
			return b
		}
	}
	return nil
}

// broken is the error of a part that cannot be decoded.
func (w *opened) broken(part string, err error) error {
	return &FileError{Name: w.name, Fault: Broken, Detail: part, Err: err}
}

// sheetPart is a sheet in the order of the workbook.
type sheetPart struct {
	name, path string
	hidden     bool
}

// sheets lists the sheets.
func (w *opened) sheets() ([]sheetPart, error) {
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			Rel   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			Rel2  string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		Relationships []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	if err := xml.Unmarshal(w.part("xl/workbook.xml"), &book); err != nil {
		return nil, w.broken("xl/workbook.xml", err)
	}
	if err := xml.Unmarshal(w.part("xl/_rels/workbook.xml.rels"), &rels); err != nil {
		return nil, w.broken("xl/_rels/workbook.xml.rels", err)
	}
	w.base04 = book.Properties.Date1904 == "1" || book.Properties.Date1904 == "true"
	target := map[string]string{}
	for _, r := range rels.Relationships {
		if strings.HasSuffix(r.Type, "/worksheet") && r.Mode != "External" {
			target[r.ID] = r.Target
		}
	}
	if len(book.Sheets) > maxSheets {
		return nil, &FileError{Name: w.name, Fault: TooLarge, Detail: fmt.Sprintf("%d sheets", len(book.Sheets))}
	}
	var out []sheetPart
	for _, s := range book.Sheets {
		id := s.Rel
		if id == "" {
			id = s.Rel2
		}
		t, ok := target[id]
		if !ok { // a chart
			continue
		}
		if strings.HasPrefix(t, "/") {
			t = strings.TrimPrefix(t, "/")
		} else {
			t = path.Join("xl", t)
		}
		out = append(out, sheetPart{name: clean(s.Name), path: t, hidden: s.State != "" && s.State != "visible"})
	}
	return out, nil
}

// readShared reads the table of texts.
func (w *opened) readShared() error {
	const name = "xl/sharedStrings.xml"
	b := w.part(name)
	if len(b) == 0 {
		return nil
	}
	d := xml.NewDecoder(bytes.NewReader(b))
	var s strings.Builder
	open, phonetic := false, false
	for {
		tok, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return w.broken(name, err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "si":
				s.Reset()
			case "t":
				open = !phonetic
			case "rPh":
				phonetic = true
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "si":
				if len(w.shared) >= maxCells {
					return &FileError{Name: w.name, Fault: TooLarge, Detail: fmt.Sprintf("more than %d texts", maxCells)}
				}
				w.shared = append(w.shared, clean(unescape(s.String())))
			case "t":
				open = false
			case "rPh":
				phonetic = false
			}
		case xml.CharData:
			if open && s.Len() < maxText {
				s.Write(t)
			}
		}
	}
}
