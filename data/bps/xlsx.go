package bps

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"
)

// workbook reads the cells of a spreadsheet and nothing else of it: no style,
// no macro, no link is looked at.
type workbook struct {
	name   string // of the file
	parts  map[string]*zip.File
	shared []string
	left   int64 // bytes that may still be unpacked
	cells  int
}

// readXLSX reads the visible sheets of a spreadsheet, in their order.
func readXLSX(name string, b []byte) ([]*sheet, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, &FileError{Name: name, Fault: Broken, Err: err}
	}
	w := &workbook{name: name, parts: map[string]*zip.File{}, left: maxUnzipped}
	var declared uint64
	for _, f := range z.File {
		declared += f.UncompressedSize64
		w.parts[strings.TrimPrefix(path.Clean(f.Name), "/")] = f
	}
	switch {
	case len(z.File) > maxParts || declared > maxUnzipped:
		return nil, &FileError{Name: name, Fault: Expands, Detail: strconv.FormatUint(declared, 10) + " bytes in " + strconv.Itoa(len(z.File)) + " parts"}
	case w.parts["content.xml"] != nil:
		return nil, &FileError{Name: name, Fault: OldFormat, Detail: "an OpenDocument spreadsheet (.ods)"}
	case w.parts["xl/workbook.xml"] == nil:
		return nil, &FileError{Name: name, Fault: NotTable, Detail: "an archive without a workbook"}
	}
	sheets, err := w.read()
	if err != nil {
		if e := (*FileError)(nil); errors.As(err, &e) {
			return nil, e
		}
		return nil, &FileError{Name: name, Fault: Broken, Err: err}
	}
	return sheets, nil
}

func (w *workbook) read() ([]*sheet, error) {
	var book struct {
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	if err := w.decode("xl/workbook.xml", &book); err != nil {
		return nil, err
	}
	if err := w.decode("xl/_rels/workbook.xml.rels", &rels); err != nil {
		return nil, err
	}
	if err := w.strings(); err != nil {
		return nil, err
	}
	target := map[string]string{}
	for _, r := range rels.All {
		if r.Mode == "External" {
			continue
		}
		t := path.Join("xl", r.Target)
		if strings.HasPrefix(r.Target, "/") {
			t = strings.TrimPrefix(path.Clean(r.Target), "/")
		}
		target[r.ID] = t
	}
	var out []*sheet
	for i, s := range book.Sheets {
		if i == maxSheets {
			return nil, &FileError{Name: w.name, Fault: TooLarge, Detail: "more than " + strconv.Itoa(maxSheets) + " sheets"}
		}
		if s.State != "" && s.State != "visible" || w.parts[target[s.ID]] == nil {
			continue
		}
		sh := &sheet{name: tidy(s.Name)}
		if err := w.sheet(target[s.ID], sh); err != nil {
			return nil, err
		}
		out = append(out, sh)
	}
	return out, nil
}

// open gives a part, bounded by what may still be unpacked.
func (w *workbook) open(part string) (io.ReadCloser, error) {
	f := w.parts[part]
	if f == nil {
		return io.NopCloser(strings.NewReader("")), nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return &bounded{r: r, w: w}, nil
}

// bounded counts what is unpacked, whatever sizes the archive declares.
type bounded struct {
	r io.ReadCloser
	w *workbook
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	b.w.left -= int64(n)
	if b.w.left < 0 {
		return 0, &FileError{Name: b.w.name, Fault: Expands, Detail: "more than it declares"}
	}
	return n, err
}

func (b *bounded) Close() error { return b.r.Close() }

func (w *workbook) decode(part string, into any) error {
	r, err := w.open(part)
	if err != nil {
		return err
	}
	err = xml.NewDecoder(r).Decode(into)
	return errors.Join(err, r.Close())
}

// each calls back for every token of a part; there may be no such part.
func (w *workbook) each(part string, f func(*xml.Decoder, xml.Token) error) error {
	r, err := w.open(part)
	if err != nil {
		return err
	}
	d := xml.NewDecoder(r)
	for err == nil {
		var t xml.Token
		if t, err = d.RawToken(); err == nil {
			err = f(d, t)
		}
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return errors.Join(err, r.Close())
}

// strings reads the table of texts.
func (w *workbook) strings() error {
	var b strings.Builder
	in, phonetic := false, 0
	return w.each("xl/sharedStrings.xml", func(_ *xml.Decoder, t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "si":
				b.Reset()
			case "rPh":
				phonetic++
			case "t":
				in = phonetic == 0
			}
		case xml.CharData:
			if in && b.Len() < maxText {
				b.Write(t)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "t":
				in = false
			case "rPh":
				phonetic--
			case "si":
				w.shared = append(w.shared, b.String())
				if len(w.shared) > maxCells {
					return &FileError{Name: w.name, Fault: TooLarge, Detail: "more texts than any table"}
				}
			}
		}
		return nil
	})
}

// sheetReader gathers the cells of one sheet.
type sheetReader struct {
	w        *workbook
	s        *sheet
	line     line
	col      int
	typ      string
	formula  bool
	value    strings.Builder
	in, cell bool
}

func (w *workbook) sheet(part string, s *sheet) error {
	r := &sheetReader{w: w, s: s}
	return w.each(part, func(_ *xml.Decoder, t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			return r.start(t)
		case xml.CharData:
			if r.in && r.value.Len() < maxText {
				r.value.Write(t)
			}
		case xml.EndElement:
			return r.end(t.Name.Local)
		}
		return nil
	})
}

func (r *sheetReader) start(t xml.StartElement) error {
	switch t.Name.Local {
	case "row":
		n := r.line.row + 1
		for _, a := range t.Attr {
			if a.Name.Local == "r" {
				if m, err := strconv.Atoi(a.Value); err == nil && m > r.line.row {
					n = m
				}
			}
		}
		r.line, r.col = line{row: n}, -1
	case "c":
		r.cell, r.formula, r.typ = true, false, ""
		r.value.Reset()
		r.col++
		for _, a := range t.Attr {
			switch a.Name.Local {
			case "t":
				r.typ = a.Value
			case "r":
				if col, ok := columnOf(a.Value); ok {
					r.col = col
				}
			}
		}
	case "f":
		r.formula = r.cell
	case "v", "t":
		r.in = r.cell
	}
	return nil
}

func (r *sheetReader) end(name string) error {
	switch name {
	case "v", "t":
		r.in = false
	case "c":
		r.cell = false
		return r.put()
	case "row":
		if r.line.cells != nil {
			r.s.lines = append(r.s.lines, r.line)
			if len(r.s.lines) > maxRows {
				return &FileError{Name: r.w.name, Fault: TooLarge, Detail: "more rows than any table"}
			}
		}
	}
	return nil
}

// put keeps the cell that has ended.
func (r *sheetReader) put() error {
	c := r.content()
	if c.kind == blank {
		return nil
	}
	if r.col >= maxColumns {
		return &FileError{Name: r.w.name, Fault: TooLarge, Detail: "a column beyond " + columnLetters(maxColumns-1)}
	}
	if r.w.cells++; r.w.cells > maxCells {
		return &FileError{Name: r.w.name, Fault: TooLarge, Detail: "more cells than any table"}
	}
	for len(r.line.cells) <= r.col {
		r.line.cells = append(r.line.cells, cell{})
	}
	r.line.cells[r.col] = c
	return nil
}

func (r *sheetReader) content() cell {
	v := r.value.String()
	switch {
	case v == "" && r.formula:
		return cell{kind: recipe, text: "="}
	case v == "":
		return cell{}
	}
	switch r.typ {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(v))
		if err != nil || i < 0 || i >= len(r.w.shared) {
			return cell{kind: fault, text: "text " + tidy(v)}
		}
		return textCell(r.w.shared[i])
	case "str", "inlineStr":
		return textCell(v)
	case "e":
		return cell{kind: fault, text: tidy(v)}
	case "b":
		return cell{kind: fault, text: "TRUE/FALSE"}
	}
	n, err := strconv.ParseFloat(strings.TrimSpace(v), 64)
	if err != nil || !finite(n) {
		return cell{kind: fault, text: tidy(v)}
	}
	return cell{kind: number, num: n, text: strings.TrimSpace(v)}
}

// columnOf gives the column of a cell's name from 0: C7 is 2.
func columnOf(ref string) (int, bool) {
	col := 0
	for i := range len(ref) {
		c := ref[i]
		if c < 'A' || c > 'Z' {
			return col - 1, i > 0
		}
		if col = col*26 + int(c-'A') + 1; col > 1<<15 {
			return 0, false
		}
	}
	return 0, false
}
