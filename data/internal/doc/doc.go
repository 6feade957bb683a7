// Package doc reads and writes the three kinds of JSON documents that hold the
// dataset: the index ([Index]), one indicator in columns ([Table]) and a list
// of programmes ([Programmes]). What each member means, and how a person adds
// or corrects a figure, stands in the comment of package data; the JSON Schemas
// lie in data/seed/schema.
//
// Reading never stops at a fault: every one is reported with its JSON pointer,
// and what could be read is given, so that the rules that need other documents
// can be checked as well. Whoever wants a document to be sound gets none
// reported. Unknown members, missing ones and those given twice are faults.
//
// Writing puts one region, source, row or programme on a line, so that a change
// of a figure is a change of one line.
package doc

import "rakor/data/internal/jscan"

// The values of the member "format", which a document begins with.
const (
	IndexFormat      = "rakor/index/1"
	IndicatorFormat  = "rakor/indicator/1"
	ProgrammesFormat = "rakor/programmes/1"
)

// Report gets the faults of a document.
type Report = func(jscan.Fault)

// Format gives the member "format" of a document, "" where it has none or is
// no JSON.
func Format(b []byte) string {
	var format string
	r := jscan.New(b, nil)
	r.Object(func(name []byte) {
		if string(name) == "format" && format == "" {
			format = r.String()
			return
		}
		r.Skip()
	})
	return format
}

// Check tells where b stops being JSON; nil where it is.
func Check(b []byte) *jscan.SyntaxError { return jscan.Check(b) }

// finish checks what follows the document and gives the error of syntax.
func finish(r *jscan.Reader) *jscan.SyntaxError {
	r.End()
	return r.Err()
}
