package data

import (
	"path/filepath"
	"slices"
	"strconv"

	"rakor/data/internal/doc"
	"rakor/model"
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

// formatOf gives the format that a document must have by the name of its file;
// "" where the name tells nothing.
func formatOf(path string, indicators []model.Indicator) string {
	switch name := filepath.Base(path); {
	case name == indexFile:
		return doc.IndexFormat
	case name == programmesFile:
		return doc.ProgrammesFormat
	case slices.ContainsFunc(indicators, func(i model.Indicator) bool { return fileOf(i.ID) == name }):
		return doc.IndicatorFormat
	}
	return ""
}

// parseNamed reads a document of the format that the name of its file tells,
// or else its own member "format".
func parseNamed(path string, b []byte, indicators []model.Indicator) *document {
	format := formatOf(path, indicators)
	if format == "" {
		return parse(path, b, doc.Format(b))
	}
	d := parse(path, b, format)
	d.named()
	return d
}

// named checks that the document of an indicator bears the name of its file.
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
