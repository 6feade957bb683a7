package jscan

import (
	"bytes"
	"math"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// Object takes an object and calls member for each of its members with the
// name, which must not be changed. A member that the callback does not take is
// reported as unknown. A name met twice among the first 24 is
// reported, and its value skipped.
func (r *Reader) Object(member func(name []byte)) bool {
	var seen [24][]byte
	n := 0
	return r.Map(func(name []byte) {
		for _, s := range seen[:n] {
			if bytes.Equal(s, name) {
				r.Report(RuleDuplicate, "a second member of this name", "one")
				r.Skip()
				return
			}
		}
		if n < len(seen) {
			seen[n] = name
			n++
		}
		at := r.i
		member(name)
		if r.i == at && r.err == nil {
			r.Report(RuleSchema, "an unknown member", "no such member")
			r.Skip()
		}
	})
}

// Map is Object for tables: names met twice and members not taken are the
// caller's affair; what the callback does not take is skipped in silence. It
// gives false where the value is no object.
func (r *Reader) Map(member func(name []byte)) bool {
	if r.next() != '{' {
		r.mismatch("an object")
		return false
	}
	if !r.open() {
		return false
	}
	defer r.close()
	if r.next() == '}' {
		r.i++
		return true
	}
	for r.err == nil {
		if r.next() != '"' {
			r.fail("a name in quotes")
			return false
		}
		name := r.text()
		if r.next() != ':' {
			r.fail("a colon")
			return false
		}
		r.i++
		r.next()
		if name == nil {
			name = []byte{}
		}
		r.path[len(r.path)-1] = step{key: name}
		r.take(func() { member(name) })
		if r.separator('}', "a comma or a closing brace") {
			return r.err == nil
		}
	}
	return false
}

// Array takes an array and calls element for each of its elements; what the
// callback does not take is skipped. It gives false where the value is no
// array.
func (r *Reader) Array(element func(i int)) bool {
	if r.next() != '[' {
		r.mismatch("an array")
		return false
	}
	if !r.open() {
		return false
	}
	defer r.close()
	if r.next() == ']' {
		r.i++
		return true
	}
	for i := 0; r.err == nil; i++ {
		r.next()
		r.path[len(r.path)-1] = step{index: i}
		r.take(func() { element(i) })
		if r.separator(']', "a comma or a closing bracket") {
			return r.err == nil
		}
	}
	return false
}

// take lets the callback take a value, and skips it where it did not.
func (r *Reader) take(callback func()) {
	at, depth := r.i, len(r.path)
	callback()
	r.path = r.path[:depth]
	if r.i == at && r.err == nil {
		r.Skip()
	}
}

func (r *Reader) open() bool {
	if len(r.path) >= MaxDepth {
		r.fail("no deeper nesting")
		return false
	}
	r.i++
	r.path = append(r.path, step{index: -1})
	return true
}

func (r *Reader) close() { r.path = r.path[:len(r.path)-1] }

// separator takes a comma, or the closing byte and gives true.
func (r *Reader) separator(closing byte, expected string) bool {
	switch r.next() {
	case ',':
		r.i++
		return false
	case closing:
		r.i++
		return true
	}
	r.fail(expected)
	return true
}

// Skip takes a value of any kind and checks its syntax.
func (r *Reader) Skip() {
	switch c := r.next(); {
	case c == '{':
		r.Map(func([]byte) { r.Skip() })
	case c == '[':
		r.Array(func(int) { r.Skip() })
	case c == '"':
		r.text()
	case c == 't':
		r.word("true")
	case c == 'f':
		r.word("false")
	case c == 'n':
		r.word("null")
	case c == '-' || c >= '0' && c <= '9':
		r.number()
	default:
		r.fail("a value")
	}
}

// String takes a text; "" where the value is none.
func (r *Reader) String() string { return string(r.Bytes()) }

// Bytes takes a text as bytes that must not be changed; nil where the value is
// none.
func (r *Reader) Bytes() []byte {
	if r.next() != '"' {
		r.mismatch("text")
		return nil
	}
	return r.text()
}

// Bool takes true or false; false where the value is neither.
func (r *Reader) Bool() bool {
	switch r.next() {
	case 't':
		r.word("true")
		return r.err == nil
	case 'f':
		r.word("false")
	default:
		r.mismatch("true or false")
	}
	return false
}

// Float takes a finite number; ok is false where the value is none.
func (r *Reader) Float() (v float64, ok bool) {
	c := r.next()
	if c != '-' && (c < '0' || c > '9') {
		r.mismatch("a number")
		return 0, false
	}
	at := r.i
	raw := r.number()
	if r.err != nil {
		return 0, false
	}
	if v, ok = simple(raw); ok {
		return v, true
	}
	v, err := strconv.ParseFloat(string(raw), 64)
	if err != nil || math.IsInf(v, 0) {
		r.ReportAt(at, RuleSchema, Describe(raw), "a number within the range of a double")
		return 0, false
	}
	return v, true
}

// Floats takes an array of finite numbers and nulls and appends them to dst; a
// null, and what is no number, gives NaN. ok is false where the value is no
// array.
func (r *Reader) Floats(dst []float64) (out []float64, ok bool) {
	if r.next() != '[' {
		r.mismatch("an array")
		return dst, false
	}
	if !r.open() {
		return dst, false
	}
	defer r.close()
	if r.next() == ']' {
		r.i++
		return dst, true
	}
	// The loop of Array without a call back for each figure.
	for i := 0; r.err == nil; i++ {
		r.path[len(r.path)-1] = step{index: i}
		v := math.NaN()
		if !r.Null() {
			if f, ok := r.Float(); ok {
				v = f
			}
		}
		dst = append(dst, v)
		if r.separator(']', "a comma or a closing bracket") {
			break
		}
	}
	return dst, r.err == nil
}

// Int takes a whole number that a double holds exactly; ok is false where the
// value is none.
func (r *Reader) Int() (n int64, ok bool) {
	c := r.next()
	if c != '-' && (c < '0' || c > '9') {
		r.mismatch("a whole number")
		return 0, false
	}
	at := r.i
	raw := r.number()
	if r.err != nil {
		return 0, false
	}
	v, err := strconv.ParseFloat(string(raw), 64)
	if err != nil || v != math.Trunc(v) || math.Abs(v) > 1<<53 {
		r.ReportAt(at, RuleSchema, Describe(raw), "a whole number")
		return 0, false
	}
	return int64(v), true
}

// simple reads a decimal number of at most 15 digits exactly: its digits and
// the power of ten are both exact doubles, so that their quotient is the double
// nearest to the number, which is what strconv gives.
func simple(raw []byte) (v float64, ok bool) {
	i, neg := 0, false
	if raw[0] == '-' {
		i, neg = 1, true
	}
	if len(raw)-i > 16 {
		return 0, false
	}
	var n int64
	dot := -1
	for ; i < len(raw); i++ {
		switch c := raw[i]; {
		case c == '.':
			dot = i
		case c >= '0' && c <= '9':
			n = n*10 + int64(c-'0')
		default:
			return 0, false
		}
	}
	if n >= 1<<53 {
		return 0, false
	}
	v = float64(n)
	if dot >= 0 {
		v /= tens()[len(raw)-1-dot]
	}
	if neg {
		v = -v
	}
	return v, true
}

func tens() *[17]float64 {
	return &[...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16}
}

// number takes a number as JSON writes it and gives its bytes.
func (r *Reader) number() []byte {
	at := r.i
	if r.b[r.i] == '-' {
		r.i++
	}
	switch {
	case r.i < len(r.b) && r.b[r.i] == '0':
		r.i++
	case !r.digits():
		r.fail("a digit")
		return nil
	}
	if r.i < len(r.b) && r.b[r.i] == '.' {
		r.i++
		if !r.digits() {
			r.fail("a digit")
			return nil
		}
	}
	if r.i < len(r.b) && (r.b[r.i] == 'e' || r.b[r.i] == 'E') {
		r.i++
		if r.i < len(r.b) && (r.b[r.i] == '+' || r.b[r.i] == '-') {
			r.i++
		}
		if !r.digits() {
			r.fail("a digit")
			return nil
		}
	}
	return r.b[at:r.i]
}

func (r *Reader) digits() bool {
	at := r.i
	for r.i < len(r.b) && r.b[r.i] >= '0' && r.b[r.i] <= '9' {
		r.i++
	}
	return r.i > at
}

// text takes a text; the position is at its opening quote.
func (r *Reader) text() []byte {
	r.i++
	at, high := r.i, false
	for r.i < len(r.b) {
		switch c := r.b[r.i]; {
		case c == '"':
			s := r.b[at:r.i]
			if high && !r.valid(s, at) {
				return nil
			}
			r.i++
			return s
		case c == '\\':
			return r.escaped(at)
		case c < ' ':
			r.fail("no control character within a text")
			return nil
		case c >= utf8.RuneSelf:
			high = true
		}
		r.i++
	}
	r.fail("a closing quote")
	return nil
}

// valid checks that a text is UTF-8.
func (r *Reader) valid(s []byte, at int) bool {
	if utf8.Valid(s) {
		return true
	}
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRune(s[i:])
		if c == utf8.RuneError && size == 1 {
			r.i = at + i
			break
		}
		i += size
	}
	r.fail("text in UTF-8")
	return false
}

// escaped takes a text with escapes; at is its first byte, the position at the
// first backslash.
func (r *Reader) escaped(at int) []byte {
	out := bytes.Clone(r.b[at:r.i])
	for r.i < len(r.b) {
		switch c := r.b[r.i]; {
		case c == '"':
			if !utf8.Valid(out) {
				r.i = at
				r.fail("text in UTF-8")
				return nil
			}
			r.i++
			return out
		case c < ' ':
			r.fail("no control character within a text")
			return nil
		case c == '\\':
			out = r.escape(out)
			if r.err != nil {
				return nil
			}
		default:
			out = append(out, c)
			r.i++
		}
	}
	r.fail("a closing quote")
	return nil
}

// escape takes one escape and appends what it stands for.
func (r *Reader) escape(out []byte) []byte {
	const from, to = `"\/bfnrt`, "\"\\/\b\f\n\r\t"
	if r.i+1 >= len(r.b) {
		r.fail("an escape such as \\n")
		return nil
	}
	c := r.b[r.i+1]
	if k := bytes.IndexByte([]byte(from), c); k >= 0 {
		r.i += 2
		return append(out, to[k])
	}
	u, ok := r.hex()
	if c != 'u' || !ok {
		r.fail("an escape such as \\n")
		return nil
	}
	r.i += 6
	if utf16.IsSurrogate(u) {
		low, ok := r.hex()
		if d := utf16.DecodeRune(u, low); ok && d != utf8.RuneError {
			r.i += 6
			return utf8.AppendRune(out, d)
		}
		return utf8.AppendRune(out, utf8.RuneError)
	}
	return utf8.AppendRune(out, u)
}

// hex reads \uXXXX at the position without taking it.
func (r *Reader) hex() (rune, bool) {
	if r.i+6 > len(r.b) || r.b[r.i] != '\\' || r.b[r.i+1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(r.b[r.i+2:r.i+6]), 16, 16)
	return rune(n), err == nil
}
