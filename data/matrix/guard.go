package matrix

import (
	"slices"
	"strings"

	"rakor/data/personal"
)

// refusePersonal looks at every cell of every sheet, the hidden ones among
// them, and refuses the file where one holds data about persons.
func refusePersonal(name string, sheets []*sheet) error {
	var found []personal.Column
	for _, s := range sheets {
		for _, c := range s.personal() {
			if s.name != "" {
				c.Name = personal.Printable(s.name, 31) + "!" + c.Name
			}
			found = append(found, c)
		}
	}
	if found == nil {
		return nil
	}
	return &personal.Error{Name: name, Columns: found}
}

// evidence is what was seen in one column.
type evidence struct {
	heading string
	known   column
	digits  personal.Digits
	texts   personal.Text
}

// personal gives the columns of a sheet that hold data about persons.
func (s *sheet) personal() []personal.Column {
	cols := map[int]*evidence{}
	col := func(n int) *evidence {
		e := cols[n]
		if e == nil {
			e = &evidence{}
			cols[n] = e
		}
		return e
	}
	var out []personal.Column
	h, ok := s.findHeader(0)
	if ok {
		for _, hd := range h.cols {
			e := col(hd.col)
			e.heading, e.known = hd.text, hd.column
		}
	} else {
		out = s.personalHeadings()
	}
	for i := range s.lines {
		if ok && i >= h.from && i <= h.to {
			continue
		}
		for _, c := range s.lines[i].cells {
			col(c.col).add(c)
		}
	}
	order := make([]int, 0, len(cols))
	for n := range cols {
		order = append(order, n)
	}
	slices.Sort(order)
	for _, n := range order {
		if c, bad := cols[n].verdict(n); bad && !slices.ContainsFunc(out, func(o personal.Column) bool { return o.Name == c.Name }) {
			out = append(out, c)
		}
	}
	return out
}

func (e *evidence) add(c cell) {
	switch c.kind {
	case number:
		if c.num >= 1e15 && c.num < 1e16 {
			e.digits.Add([]byte(plainNumber(c.num)))
		}
	case text:
		e.digits.Add([]byte(c.text))
		e.texts.Add(c.text)
	case blank, date, fault, recipe:
	}
}

// verdict tells whether a column is personal. Columns of a list hold names and
// streets for other reasons (a road is mended), so that only identity numbers
// count in them, and addresses in that of the places.
func (e *evidence) verdict(n int) (personal.Column, bool) {
	c := personal.Column{Name: personal.ColumnName([]string{e.heading}, 0), ByContent: true}
	if e.heading == "" || strings.HasPrefix(c.Name, "column ") {
		c.Name = "column " + columnLetters(n)
	}
	if e.known == "" && e.heading != "" {
		if kind, bad := personal.Header(e.heading); bad {
			c.Kind, c.ByContent = kind, false
			return c, true
		}
	}
	if e.digits.Personal() || personal.Inside(e.heading) {
		c.Kind = personal.IdentityNumber
		return c, true
	}
	kind, bad := e.texts.Personal()
	c.Kind = kind
	switch {
	case !bad || kind == personal.IdentityNumber:
	case e.known == "", e.known == colTargetGroup && kind == personal.PersonName, e.known == colPlace && kind == personal.Address:
	default:
		bad = false
	}
	return c, bad
}

// personalHeadings looks for headings of personal columns in the first lines
// of a sheet that is no list of programmes.
func (s *sheet) personalHeadings() []personal.Column {
	for i := range min(len(s.lines), linesAbove) {
		l := &s.lines[i]
		if !l.couldBeHeadings() {
			continue
		}
		var names []string
		for _, c := range l.cells {
			if c.kind == text && len(c.text) <= maxHeading {
				names = append(names, c.text)
			}
		}
		if out := personal.ByHeader(names); out != nil {
			return out
		}
	}
	return nil
}
