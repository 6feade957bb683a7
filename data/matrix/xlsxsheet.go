package matrix

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// sheetReader reads the cells of one sheet as they come.
type sheetReader struct {
	w   *opened
	out *sheet
	row int // of the row that is read
	col int // of the last cell of it
	now line

	// Of the cell that is read.
	style          int
	kind           string // s, str, inlineStr, n, b, e, d
	value, inlined strings.Builder
	into           *strings.Builder // where characters go; nil for nowhere
	formula        bool
}

// readSheet reads one sheet. Rows and cells without content cost nothing but
// the time to pass over them.
func (w *opened) readSheet(p sheetPart) (*sheet, error) {
	b := w.part(p.path)
	if b == nil {
		return nil, w.broken(p.path, errors.New("not in the file"))
	}
	r := &sheetReader{w: w, out: &sheet{name: p.name, hidden: p.hidden, base104: w.base04}}
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		tok, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return r.out, nil
		}
		if err != nil {
			return nil, w.broken(p.path, err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if err := r.start(&t); err != nil {
				return nil, err
			}
		case xml.EndElement:
			if err := r.end(t.Name.Local); err != nil {
				return nil, err
			}
		case xml.CharData:
			if r.into != nil && r.into.Len() < maxText {
				r.into.Write(t)
			}
		}
	}
}

func attribute(t *xml.StartElement, name string) string {
	for i := range t.Attr {
		if t.Attr[i].Name.Local == name {
			return t.Attr[i].Value
		}
	}
	return ""
}

func (r *sheetReader) start(t *xml.StartElement) error {
	switch t.Name.Local {
	case "row":
		r.row++
		if s := attribute(t, "r"); s != "" {
			n, err := strconv.Atoi(s)
			if err != nil || n < r.row || n > maxRow {
				return r.w.broken("rows", fmt.Errorf("row %q", s))
			}
			r.row = n
		}
		r.col, r.now = 0, line{row: r.row}
	case "c":
		return r.startCell(t)
	case "v":
		r.into = &r.value
	case "t":
		r.into = &r.inlined
	case "f":
		r.formula = true
	case "mergeCell":
		first, last, _ := strings.Cut(attribute(t, "ref"), ":")
		top, left, ok := parseCell(first)
		bottom, right, ok2 := parseCell(last)
		if ok && ok2 && top <= bottom && left <= right && len(r.out.merged) < maxRows {
			r.out.merged = append(r.out.merged, area{top, left, bottom, right})
		}
	}
	return nil
}

func (r *sheetReader) startCell(t *xml.StartElement) error {
	r.col++
	if ref := attribute(t, "r"); ref != "" {
		_, col, ok := parseCell(ref)
		if !ok || col < r.col {
			return r.w.broken("cells", fmt.Errorf("cell %q", ref))
		}
		r.col = col
	}
	r.style, _ = strconv.Atoi(attribute(t, "s"))
	r.kind = attribute(t, "t")
	r.formula = false
	r.value.Reset()
	r.inlined.Reset()
	return nil
}

func (r *sheetReader) end(name string) error {
	switch name {
	case "v", "t", "f":
		r.into = nil
	case "c":
		c := r.cell()
		if c.kind == blank {
			return nil
		}
		if r.w.cells++; r.w.cells > maxCells {
			return &FileError{Name: r.w.name, Fault: TooLarge, Detail: fmt.Sprintf("more than %d cells", maxCells)}
		}
		r.now.cells = append(r.now.cells, c)
	case "row":
		if len(r.now.cells) == 0 {
			return nil
		}
		if r.w.rows++; r.w.rows > maxRows {
			return &FileError{Name: r.w.name, Fault: TooLarge, Detail: fmt.Sprintf("more than %d rows", maxRows)}
		}
		r.out.lines = append(r.out.lines, r.now)
		r.now = line{}
	}
	return nil
}

// cell gives the cell that has been read.
func (r *sheetReader) cell() cell {
	c := cell{col: r.col}
	v := r.value.String()
	switch r.kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(v))
		if err == nil && i >= 0 && i < len(r.w.shared) {
			c.text = r.w.shared[i]
		}
	case "inlineStr":
		c.text = clean(unescape(r.inlined.String()))
	case "str":
		c.text = clean(unescape(v))
	case "e":
		c.kind, c.text = fault, clean(v)
		return c
	case "b":
		c.text = map[string]string{"1": "TRUE", "0": "FALSE"}[strings.TrimSpace(v)]
	case "d": // a date written out, as some programs do
		c.text = clean(v)
	default:
		return r.numeric(c, strings.TrimSpace(v))
	}
	if c.text != "" {
		c.kind = text
	} else if r.formula && v == "" {
		c.kind = recipe
	}
	return c
}

func (r *sheetReader) numeric(c cell, v string) cell {
	if v == "" {
		if r.formula {
			c.kind = recipe
		}
		return c
	}
	n, err := strconv.ParseFloat(v, 64)
	if err != nil || n != n || n > 1e300 || n < -1e300 {
		c.kind, c.text = fault, clean(v)
		return c
	}
	c.kind, c.num = number, n
	if r.style >= 0 && r.style < len(r.w.dates) && r.w.dates[r.style] {
		c.kind = date
	}
	return c
}

// unescape reads the way in which spreadsheets write characters that XML does
// not have: _x000D_ is a carriage return, _x005F_ the underscore itself.
func unescape(s string) string {
	i := strings.Index(s, "_x")
	if i < 0 {
		return s
	}
	var b strings.Builder
	for ; i >= 0; i = strings.Index(s, "_x") {
		b.WriteString(s[:i])
		s = s[i:]
		if len(s) >= 7 && s[6] == '_' {
			if n, err := strconv.ParseUint(s[2:6], 16, 16); err == nil {
				b.WriteRune(rune(n))
				s = s[7:]
				continue
			}
		}
		b.WriteString(s[:2])
		s = s[2:]
	}
	b.WriteString(s)
	return b.String()
}
