package bps

import (
	"math"
	"strconv"
	"strings"
)

// Notation is how a file writes numbers.
type Notation uint8

// The notations.
const (
	NotationUnknown Notation = iota // nothing in the file tells
	NotationPoint                   // 1,234.5
	NotationComma                   // 1.234,5
	NotationMixed                   // both: only unambiguous numbers are read
)

// Number is a number as a file has it. Where it can be read in two ways, Value
// is what it is with a point or comma as the decimal mark, and Grouped what it
// is with the mark between thousands.
type Number struct {
	Value     float64
	Ambiguous bool
	Grouped   float64
	Decimals  int // digits behind the decimal mark
	Text      string
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// isMissing tells whether a text stands for "no figure".
func isMissing(s string) bool {
	switch strings.ToLower(s) {
	case "", "-", "--", "---", "–", "—", "−", "...", "…", "....", "..", "na", "n/a", "n.a.", "n.a", "#n/a", "nan", "null", "none",
		"x", "tad", "tidak ada data", "tidak tersedia", "not available", "data tidak tersedia", "belum tersedia", "*", "**":
		return true
	}
	return false
}

// bare takes the marks of footnotes, percent signs, blanks and currency off a
// number: "3,52*)", "3.52 r", "Rp 555.618", "1 234,5".
func bare(s string) string {
	if strings.Trim(s, "0123456789.,") == "" {
		return s
	}
	s = strings.TrimPrefix(strings.TrimPrefix(s, "'"), "Rp")
	s = strings.TrimPrefix(s, ".")
	s = strings.TrimSpace(s)
	s = strings.TrimRight(s, "*) %rRxXeE¹²³")
	s = strings.NewReplacer("\u2212", "-", "\u2013", "-", " ", "", "\u00a0", "", "\u202f", "").Replace(s)
	return s
}

// shape is what the marks of a number tell.
type shape struct {
	digits   string // sign and digits, marks left out
	point    bool   // a point is the decimal mark, or a comma groups
	comma    bool   // a comma is the decimal mark, or a point groups
	decimals int    // digits behind the last mark, read as decimal mark
	whole    string // reading with every mark a group
	ok       bool
}

// shapeOf reads the marks of a number. point and comma are both false where it
// has none, both true where it has one that can be either: 11.191 and 11,191.
func shapeOf(s string) shape {
	body := strings.TrimPrefix(strings.TrimPrefix(s, "-"), "+")
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign = "-"
	}
	if body == "" || len(body) > 40 || strings.Trim(body, "0123456789.,") != "" || strings.Trim(body, ".,") == "" {
		return shape{}
	}
	points, commas := strings.Count(body, "."), strings.Count(body, ",")
	digits := body
	if points+commas > 0 {
		digits = strings.Map(func(r rune) rune {
			if r == '.' || r == ',' {
				return -1
			}
			return r
		}, body)
	}
	out := shape{digits: sign + digits, whole: sign + digits, ok: true}
	last := strings.LastIndexAny(body, ".,")
	if last >= 0 {
		out.decimals = len(body) - last - 1
	}
	switch {
	case points == 0 && commas == 0:
	case points > 0 && commas > 0:
		comma := strings.LastIndex(body, ",") > strings.LastIndex(body, ".")
		group, mark := ",", "."
		if comma {
			group, mark = ".", ","
		}
		head, _, _ := strings.Cut(body, mark)
		out.comma, out.point = comma, !comma
		out.ok = strings.Count(body, mark) == 1 && grouped(head, group)
	case points > 1 || commas > 1:
		out.comma, out.point = points > 1, commas > 1
		out.decimals = 0
		out.ok = grouped(body, body[last:last+1])
	default:
		mark := body[last : last+1]
		head := body[:last]
		either := out.decimals == 3 && len(head) <= 3 && head != "" && head[0] != '0'
		out.point = mark == "." || either
		out.comma = mark == "," || either
	}
	return out
}

// grouped tells whether marks part a number into thousands.
func grouped(s, mark string) bool {
	parts := strings.Split(s, mark)
	for i, p := range parts {
		if i == 0 && (p == "" || len(p) > 3) || i > 0 && len(p) != 3 {
			return false
		}
	}
	return true
}

// notationOf tells how a file writes its numbers, from those that can be read
// in one way alone.
func notationOf(texts func(yield func(string) bool)) Notation {
	point, comma := false, false
	for s := range texts {
		if sh := shapeOf(bare(s)); sh.ok && sh.point != sh.comma {
			point, comma = point || sh.point, comma || sh.comma
		}
	}
	switch {
	case point && comma:
		return NotationMixed
	case point:
		return NotationPoint
	case comma:
		return NotationComma
	}
	return NotationUnknown
}

// parse reads a cell's number; ok is false where it is none. Numbers of
// spreadsheets are never ambiguous.
func (n Notation) parse(c cell) (Number, bool) {
	if c.kind == number {
		return Number{Value: c.num, Decimals: decimalsOf(c.num), Text: c.text}, true
	}
	sh := shapeOf(bare(c.text))
	if c.kind != text || !sh.ok {
		return Number{}, false
	}
	out := Number{Text: c.text, Decimals: sh.decimals}
	whole, err := strconv.ParseFloat(sh.whole, 64)
	if err != nil || !finite(whole) {
		return Number{}, false
	}
	marked := sh.decimals > 0
	asDecimal := func() float64 {
		v, _ := strconv.ParseFloat(sh.digits[:len(sh.digits)-sh.decimals]+"."+sh.digits[len(sh.digits)-sh.decimals:], 64)
		return v
	}
	switch {
	case !marked:
		out.Value, out.Decimals = whole, 0
	case sh.point != sh.comma:
		out.Value = asDecimal()
	default:
		mark := NotationPoint
		if strings.Contains(bare(c.text), ",") {
			mark = NotationComma
		}
		switch n {
		case NotationPoint, NotationComma:
			out.Value = asDecimal()
			if n != mark {
				out.Value, out.Decimals = whole, 0
			}
		default:
			out.Value, out.Grouped, out.Ambiguous = asDecimal(), whole, true
		}
	}
	return out, true
}

// decimalsOf counts the digits behind the point of the shortest number that
// reads back as v.
func decimalsOf(v float64) int {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if i := strings.IndexByte(s, '.'); i >= 0 {
		return len(s) - i - 1
	}
	return 0
}
