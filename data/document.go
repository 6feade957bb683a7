package data

import (
	"path/filepath"
	"strconv"

	"rakor/data/internal/doc"
)

// document is one file with what could be read of it and what is wrong with
// it. One of index, programmes and table is set, or none where the file is no
// JSON or of no known format.
type document struct {
	collector
	format     string
	index      *doc.Index
	programmes *doc.Programmes
	table      *doc.Table
}

// parse reads a document of a format.
func parse(path string, b []byte, format string) *document {
	d := &document{collector: collector{file: path, b: b}, format: format}
	switch format {
	case doc.IndexFormat:
		x, syntax := doc.ReadIndex(b, d.fault)
		if d.syntax(syntax) {
			d.index = &x
		}
	case doc.ProgrammesFormat:
		x, syntax := doc.ReadProgrammes(b, d.fault)
		if d.syntax(syntax) {
			d.programmes = &x
		}
	case doc.IndicatorFormat:
		t, syntax := doc.ReadTable(b, d.fault)
		if d.syntax(syntax) {
			d.table = t
		}
	default:
		if d.syntax(doc.Check(b)) {
			d.add(Problem{
				Pointer: "/format", Rule: RuleSchema, Found: strconv.Quote(format),
				Expected: doc.IndexFormat + ", " + doc.IndicatorFormat + " or " + doc.ProgrammesFormat,
			})
		}
	}
	return d
}

// named checks that the document of an indicator bears its name: in a
// directory the name of the file tells what it is.
func (d *document) named() {
	if d.table == nil || d.table.Indicator == "" {
		return
	}
	if name := filepath.Base(d.file); name != fileOf(d.table.Indicator) {
		d.add(Problem{
			Pointer: "/indicator", Rule: RuleSchema, Found: strconv.Quote(string(d.table.Indicator)),
			Expected: "the name of the file, " + name,
		})
	}
}

// check looks up what the document refers to. What an index brings must be
// among what is known already.
func (d *document) check(k *known) {
	c := checker{k, d.fault}
	switch {
	case d.index != nil:
		c.index(*d.index)
	case d.programmes != nil:
		c.programmes(*d.programmes)
	case d.table != nil:
		c.table(d.table)
	}
}
