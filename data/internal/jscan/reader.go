package jscan

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxDepth is how deep objects and arrays may be nested.
const MaxDepth = 64

const bom = "\uFEFF"

// Reader takes values from a JSON text, one after the other.
type Reader struct {
	b      []byte
	i      int
	path   []step
	err    *SyntaxError
	report func(Fault)
}

// step is one part of the pointer to the value being read: a member's name, or
// where that is nil, an index; a negative one before the first member.
type step struct {
	key   []byte
	index int
}

// New makes a reader of b, which must not change while it is read. report gets
// every fault but the one of syntax; nil drops them.
func New(b []byte, report func(Fault)) *Reader {
	if report == nil {
		report = func(Fault) {}
	}
	r := &Reader{b: b, report: report, path: make([]step, 0, 8)}
	if bytes.HasPrefix(b, []byte(bom)) {
		r.i = len(bom)
	}
	return r
}

// NewAt makes a reader that begins at the value of a member of the document,
// whose offset a reader gave.
func NewAt(b []byte, report func(Fault), offset int, member string) *Reader {
	r := New(b, report)
	r.i = min(max(offset, r.i), len(b))
	r.path = append(r.path, step{key: []byte(member)})
	return r
}

// Check tells where b stops being one JSON value; nil where it is one.
func Check(b []byte) *SyntaxError {
	r := New(b, nil)
	r.Skip()
	r.End()
	return r.err
}

// Err tells where the text stopped being JSON; nil where it has not.
func (r *Reader) Err() *SyntaxError { return r.err }

// End checks that nothing follows the value.
func (r *Reader) End() {
	if r.next() != 0 {
		r.fail("the end of the file")
	}
}

// Offset gives the position, to come back to with [Reader.Seek].
func (r *Reader) Offset() int {
	r.next()
	return r.i
}

// Pointer gives the JSON pointer of the value being read.
func (r *Reader) Pointer() string {
	var s strings.Builder
	for _, p := range r.path {
		if p.key == nil && p.index < 0 {
			break
		}
		s.WriteByte('/')
		if p.key == nil {
			s.WriteString(strconv.Itoa(p.index))
			continue
		}
		s.WriteString(Escape(string(p.key)))
	}
	return s.String()
}

// Escape writes a name as a part of a JSON pointer.
func Escape(name string) string {
	return strings.ReplaceAll(strings.ReplaceAll(name, "~", "~0"), "/", "~1")
}

// Report tells of a fault at the value being read, or just read.
func (r *Reader) Report(rule Rule, found, expected string) {
	if r.err == nil {
		r.report(Fault{Pointer: r.Pointer(), Offset: r.i, Rule: rule, Found: found, Expected: expected})
	}
}

// ReportAt tells of a fault at the value that begins at offset.
func (r *Reader) ReportAt(offset int, rule Rule, found, expected string) {
	if r.err == nil {
		r.report(Fault{Pointer: r.Pointer(), Offset: offset, Rule: rule, Found: found, Expected: expected})
	}
}

// next skips blanks and gives the byte that follows, 0 at the end or after an
// error of syntax.
func (r *Reader) next() byte {
	if r.err != nil {
		return 0
	}
	for r.i < len(r.b) {
		switch c := r.b[r.i]; c {
		case ' ', '\t', '\n', '\r':
			r.i++
		case 0:
			return 1 // a NUL byte begins no value, and is not the end
		default:
			return c
		}
	}
	return 0
}

// fail ends the reading.
func (r *Reader) fail(expected string) {
	if r.err != nil {
		return
	}
	line, column := NewLines(r.b).At(r.i)
	r.err = &SyntaxError{
		Fault: Fault{Pointer: r.Pointer(), Offset: r.i, Rule: RuleSyntax, Found: r.excerpt(), Expected: expected},
		Line:  line, Column: column,
	}
	r.i = len(r.b)
}

// excerpt describes what stands at the position, short.
func (r *Reader) excerpt() string {
	if r.i >= len(r.b) {
		return "the end of the file"
	}
	c, size := utf8.DecodeRune(r.b[r.i:])
	if c == utf8.RuneError && size <= 1 {
		return fmt.Sprintf("the byte 0x%02x, which is not UTF-8", r.b[r.i])
	}
	return strconv.QuoteRune(c)
}

// Null takes a null and tells whether there was one.
func (r *Reader) Null() bool {
	if r.next() != 'n' {
		return false
	}
	r.word("null")
	return true
}

func (r *Reader) word(w string) {
	if !bytes.HasPrefix(r.b[r.i:], []byte(w)) {
		r.fail("a value")
		return
	}
	r.i += len(w)
}

// mismatch reports the value at the position as not what was asked for, and
// skips it.
func (r *Reader) mismatch(expected string) {
	r.next()
	at := r.i
	r.Skip()
	r.ReportAt(at, RuleSchema, Describe(r.b[min(at, len(r.b)):r.i]), expected)
}

// Describe words a raw JSON value for a report: its kind and, where it is
// short, itself.
func Describe(raw []byte) string {
	if len(raw) == 0 {
		return "nothing"
	}
	switch raw[0] {
	case '{':
		return "an object"
	case '[':
		return "an array"
	case '"':
		return "text " + clip(raw)
	case 't', 'f', 'n':
		return string(raw)
	}
	return "number " + clip(raw)
}

func clip(raw []byte) string {
	const most = 60
	if len(raw) <= most {
		return string(raw)
	}
	cut := most
	for cut > 0 && !utf8.RuneStart(raw[cut]) {
		cut--
	}
	return string(raw[:cut]) + "…"
}
