package filter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is one part of an expression as it is written.
type token struct {
	pos, end   int    // bytes of the whole part
	neg        bool   // begins with - or !
	name       string // of the field; "" for text
	namePos    int
	op         string // "", ":", "=", "<", ">", "<=", ">="
	opPos      int
	value      string
	valuePos   int
	quoted     bool
	afterValue int // byte after the value
}

// lexer cuts an expression into tokens. It keeps only its place.
type lexer struct {
	src string
	at  int
}

func (l *lexer) space() {
	for l.at < len(l.src) {
		r, n := utf8.DecodeRuneInString(l.src[l.at:])
		if !unicode.IsSpace(r) {
			return
		}
		l.at += n
	}
}

// next gives the next token; ok is false at the end.
func (l *lexer) next() (t token, ok bool, err *Error) {
	l.space()
	if l.at >= len(l.src) {
		return token{}, false, nil
	}
	t.pos = l.at
	if c := l.src[l.at]; c == '-' || c == '!' {
		t.neg = true
		l.at++
		if l.at >= len(l.src) || isBlank(l.src[l.at:]) {
			return t, false, l.fault(NothingNegated, t.pos, l.at)
		}
	}
	t.namePos = l.at
	if closing := quote(l.src[l.at:]); closing != "" {
		t.quoted = true
		err = l.value(&t, closing)
		t.end = l.at
		return t, true, err
	}
	word := l.word(":<>=\"“")
	op := l.operator()
	if op == "" {
		t.value, t.valuePos, t.end, t.afterValue = word, t.namePos, l.at, l.at
		return t, true, nil
	}
	t.name, t.op, t.opPos = word, op, l.at-len(op)
	if word == "" {
		return t, false, l.fault(NoField, t.opPos, l.at)
	}
	l.space()
	err = l.value(&t, quote(l.src[l.at:]))
	t.end = l.at
	return t, true, err
}

// operator takes an operator. : stands right behind its field; the others may
// have a blank before them.
func (l *lexer) operator() string {
	back := l.at
	if !strings.HasPrefix(l.src[l.at:], ":") {
		l.space()
	}
	for _, op := range [...]string{"<=", ">=", "≤", "≥", "<", ">", "=", ":"} {
		if strings.HasPrefix(l.src[l.at:], op) && (op != ":" || l.at == back) {
			l.at += len(op)
			return op
		}
	}
	l.at = back
	return ""
}

// value takes what stands behind an operator, or a text in quotes.
func (l *lexer) value(t *token, closing string) *Error {
	if closing == "" {
		t.valuePos = l.at
		t.value = l.word("")
		t.afterValue = l.at
		if t.value == "" {
			return l.fault(NoValue, t.namePos, l.at)
		}
		return nil
	}
	t.quoted = true
	start := l.at
	_, n := utf8.DecodeRuneInString(l.src[l.at:])
	l.at += n
	t.valuePos = l.at
	i := strings.IndexAny(l.src[l.at:], closing)
	if i < 0 {
		l.at = len(l.src)
		return l.fault(OpenQuote, start, l.at)
	}
	t.value = l.src[l.at : l.at+i]
	t.afterValue = l.at + i
	_, n = utf8.DecodeRuneInString(l.src[t.afterValue:])
	l.at = t.afterValue + n
	if strings.TrimSpace(t.value) == "" {
		return l.fault(NoValue, start, l.at)
	}
	return nil
}

// word takes letters up to a blank or one of the stops.
func (l *lexer) word(stops string) string {
	start := l.at
	for l.at < len(l.src) {
		r, n := utf8.DecodeRuneInString(l.src[l.at:])
		if unicode.IsSpace(r) || strings.ContainsRune(stops, r) || stops != "" && (r == '≤' || r == '≥') {
			break
		}
		l.at += n
	}
	return l.src[start:l.at]
}

func (l *lexer) fault(why Reason, from, to int) *Error {
	return &Error{Pos: from, Len: to - from, Token: l.src[from:to], Reason: why}
}

// quote gives the marks that close a quotation begun at s, "" where none is.
func quote(s string) string {
	switch {
	case strings.HasPrefix(s, `"`):
		return `"`
	case strings.HasPrefix(s, "“"):
		return `”"`
	}
	return ""
}

func isBlank(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}
