package doc

import (
	"encoding"
	"fmt"
	"math"
	"strings"

	"rakor/data/internal/jscan"
	"rakor/model"
)

// The readers of single values below report a fault and give the zero value,
// NaN for a number.

// member is one member of an object and how it is read.
type member struct {
	name string
	read func()
}

// object reads an object by a table of members; the first need of them are
// required.
func object(r *jscan.Reader, need int, members []member) {
	var have uint64
	at := r.Offset()
	ok := r.Object(func(name []byte) {
		for i := range members {
			if string(name) == members[i].name {
				have |= 1 << i
				members[i].read()
				return
			}
		}
	})
	if !ok {
		return
	}
	for i, m := range members[:need] {
		if have&(1<<i) == 0 {
			r.ReportAt(at, jscan.RuleSchema, "no member "+m.name, "a member "+m.name)
		}
	}
}

// list reads an array; each element keeps its place.
func list[T any](r *jscan.Reader, into *[]T, read func(*jscan.Reader) T) {
	r.Array(func(int) { *into = append(*into, read(r)) })
}

// format checks the member that a document begins with.
func format(r *jscan.Reader, want string) {
	at := r.Offset()
	if got := r.Bytes(); got != nil && string(got) != want {
		r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%q", got), fmt.Sprintf("%q", want))
	}
}

// code takes a region code.
func code(r *jscan.Reader) model.RegionCode {
	at := r.Offset()
	b := r.Bytes()
	if len(b) == 4 && digit(b[0]) && digit(b[1]) && digit(b[2]) && digit(b[3]) {
		return model.RegionCode(b)
	}
	c, err := model.ParseRegionCode(string(b))
	if err != nil && b != nil {
		r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%q", b), "a region code such as 6271")
	}
	return c
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// kemendagri takes a code of Kemendagri.
func kemendagri(r *jscan.Reader) model.KemendagriCode {
	at := r.Offset()
	b := r.Bytes()
	c, err := model.ParseKemendagriCode(string(b))
	if err != nil && b != nil {
		r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%q", b), "a code of Kemendagri such as 62.71")
	}
	return c
}

// name takes a text that must not be empty.
func name(r *jscan.Reader) string {
	at := r.Offset()
	b := r.Bytes()
	if b != nil && len(b) == 0 {
		r.ReportAt(at, jscan.RuleSchema, "an empty text", "a text")
	}
	return string(b)
}

// coded takes a text of a coded kind; expected lists the codes.
func coded(r *jscan.Reader, into encoding.TextUnmarshaler, expected string) {
	at := r.Offset()
	b := r.Bytes()
	if b == nil {
		return
	}
	if err := into.UnmarshalText(b); err != nil || len(b) == 0 {
		r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%q", b), expected)
	}
}

// period takes a period.
func period(r *jscan.Reader) (p model.Period) {
	coded(r, &p, "a period such as 2024 or 2024-03")
	return p
}

// level takes the name of a level.
func level(r *jscan.Reader) (l model.Level) {
	coded(r, &l, "nation, province, regency, city, district or village")
	return l
}

// id takes an identifier: letters, digits, hyphen and underscore, which are
// safe in file names and on the command line.
func id[T ~string](r *jscan.Reader) T {
	at := r.Offset()
	b := r.Bytes()
	if b != nil && !isID(b) {
		r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%q", b), "1 to 64 letters, digits, - and _")
		return ""
	}
	return T(b)
}

func isID(b []byte) bool {
	for _, c := range b {
		if !digit(c) && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != '-' && c != '_' {
			return false
		}
	}
	return len(b) > 0 && len(b) <= 64
}

// choice takes one of the words of a list; "" where it is none.
func choice[T ~string](r *jscan.Reader, words []T) T {
	at := r.Offset()
	b := r.Bytes()
	for _, w := range words {
		if string(b) == string(w) {
			return w
		}
	}
	if b != nil {
		all := make([]string, 0, len(words))
		for _, w := range words {
			all = append(all, string(w))
		}
		r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%q", b), "one of "+strings.Join(all, ", "))
	}
	return ""
}

// number takes a number; NaN where the value is none.
func number(r *jscan.Reader) float64 {
	v, ok := r.Float()
	if !ok {
		return math.NaN()
	}
	return v
}

// whole takes a whole number from lo to hi.
func whole(r *jscan.Reader, lo, hi int64) (n int64, ok bool) {
	at := r.Offset()
	n, ok = r.Int()
	if ok && (n < lo || n > hi) {
		r.ReportAt(at, jscan.RuleSchema, fmt.Sprint(n), fmt.Sprintf("%d to %d", lo, hi))
		return 0, false
	}
	return n, ok
}

// year takes a year.
func year(r *jscan.Reader) model.Year {
	n, _ := whole(r, 1900, 2100)
	return model.Year(n)
}

// text takes a name in both languages.
func text(r *jscan.Reader) model.Text {
	var t model.Text
	object(r, 2, []member{
		{"id", func() { t.ID = name(r) }},
		{"en", func() { t.EN = name(r) }},
	})
	return t
}
