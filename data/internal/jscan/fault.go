package jscan

import (
	"bytes"
	"fmt"
	"slices"
	"unicode/utf8"
)

// Rule names what a fault offends.
type Rule string

// The rules that a Reader itself knows.
const (
	RuleSyntax    Rule = "syntax"    // no JSON
	RuleSchema    Rule = "schema"    // a value of the wrong type or form, an unknown or missing member
	RuleDuplicate Rule = "duplicate" // a member given twice
)

// Fault is one thing wrong with a document.
type Fault struct {
	Pointer  string // JSON pointer (RFC 6901) of the value; "" is the document
	Offset   int    // of the value, in bytes; -1 where it is not known
	Rule     Rule
	Found    string
	Expected string
}

// SyntaxError tells where a text stops being JSON.
type SyntaxError struct {
	Fault
	Line   int // from 1
	Column int // from 1, in characters
}

// Error names the place, what was found and what was expected.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("line %d, column %d: found %s, expected %s", e.Line, e.Column, e.Found, e.Expected)
}

// Lines finds lines and columns in a text.
type Lines struct {
	b      []byte
	breaks []int // offsets of the line feeds
}

// NewLines indexes b, which is kept, not copied.
func NewLines(b []byte) *Lines {
	l := &Lines{b: b}
	for i := 0; ; {
		n := bytes.IndexByte(b[i:], '\n')
		if n < 0 {
			return l
		}
		l.breaks = append(l.breaks, i+n)
		i += n + 1
	}
}

// At gives line and column, both from 1, of a byte offset; columns count
// characters. An offset beyond the text stands for its end.
func (l *Lines) At(offset int) (line, column int) {
	offset = min(max(offset, 0), len(l.b))
	n, _ := slices.BinarySearch(l.breaks, offset)
	start := 0
	if n > 0 {
		start = l.breaks[n-1] + 1
	}
	return n + 1, utf8.RuneCount(bytes.TrimPrefix(l.b[start:offset], []byte(bom))) + 1
}
