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

import (
	"fmt"

	"rakor/data/internal/jscan"
)

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

// fields reads an object and remembers which of its members were there.
type fields struct {
	r    *jscan.Reader
	have uint64
}

// object reads an object by a table of members; the first need of them are
// required.
func object(r *jscan.Reader, need int, members []member) bool {
	f := fields{r: r}
	at := r.Offset()
	ok := r.Object(func(name []byte) {
		for i := range members {
			if string(name) == members[i].name {
				f.have |= 1 << i
				members[i].read()
				return
			}
		}
	})
	if !ok {
		return false
	}
	for i, m := range members[:need] {
		if f.have&(1<<i) == 0 {
			r.ReportAt(at, jscan.RuleSchema, "no member "+m.name, "a member "+m.name)
			ok = false
		}
	}
	return ok
}

// member is one member of an object and how it is read.
type member struct {
	name string
	read func()
}

// readFormat takes the format and checks it.
func readFormat(r *jscan.Reader, want string) {
	at := r.Offset()
	if got := r.String(); got != want && r.Err() == nil {
		r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("format %q", got), fmt.Sprintf("%q", want))
	}
}

// finish checks what follows the document and gives the error of syntax.
func finish(r *jscan.Reader) *jscan.SyntaxError {
	r.End()
	return r.Err()
}
