package lang

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// maxInput is the longest text that is read as a number; nobody types more.
const maxInput = 64

// Entry is a number that a person typed.
type Entry struct {
	Value float64
	// OtherMark tells that the marks were those of the other language (3.52 in
	// Indonesian): it could only be read one way, but say how it was read.
	OtherMark bool
}

// AmbiguousError tells that a text can be read as two numbers: a point (in
// English: a comma) before exactly three digits groups thousands in one
// language and begins the decimals in the other. It is asked about, or decided
// by what is possible (see [AmbiguousError.Within]), never guessed.
type AmbiguousError struct {
	Text        string
	AsThousands float64
	AsDecimal   float64
}

// Error names both readings, for developers; people read [Lang.Explain].
func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("ambiguous number %q: %s or %s", e.Text, plain(e.AsThousands), plain(e.AsDecimal))
}

// Within gives the one reading that lies from lo to hi, both allowed; ok is
// false where both or none do.
func (e *AmbiguousError) Within(lo, hi float64) (v float64, ok bool) {
	a := e.AsThousands >= lo && e.AsThousands <= hi
	b := e.AsDecimal >= lo && e.AsDecimal <= hi
	switch {
	case a && !b:
		return e.AsThousands, true
	case b && !a:
		return e.AsDecimal, true
	}
	return 0, false
}

// NumberFault tells why a text is no number.
type NumberFault uint8

// The faults.
const (
	NumberEmpty    NumberFault = iota // nothing typed
	NumberForm                        // letters or marks that no number has
	NumberGroups                      // groups that are not of three digits
	NumberSuffix                      // an unknown word after the number
	NumberClash                       // "M" in English: miliar or million
	NumberTooLarge                    // beyond what can be counted
	NumberNotWhole                    // a part of a rupiah
)

// NumberError tells that a text could not be read as a number.
type NumberError struct {
	Text  string
	Fault NumberFault
}

// Error names the text and the fault, for developers; people read
// [Lang.Explain].
func (e *NumberError) Error() string {
	why := [...]string{
		"empty", "not a number", "groups are not of three digits", "unknown suffix",
		"suffix M means 10^9 in Indonesian and 10^6 in English", "too large", "not a whole number",
	}
	if int(e.Fault) < len(why) {
		return fmt.Sprintf("number %q: %s", e.Text, why[e.Fault])
	}
	return fmt.Sprintf("number %q: malformed", e.Text)
}

// ParseNumber reads a number as people type it; see [Lang.ReadNumber].
func (l Lang) ParseNumber(s string) (float64, error) {
	e, err := l.ReadNumber(s)
	return e.Value, err
}

// ReadNumber reads a number as people type it.
//
//   - The language's decimal mark, once, begins the decimals: 3,52 and 1,234 in
//     Indonesian, 3.52 and 1.234 in English.
//   - The other mark groups thousands: 1.450.000 in Indonesian. Once, before
//     exactly three digits and after one to three of which the first is no
//     zero, it might as well be a decimal mark: *[AmbiguousError].
//   - The other mark where it cannot group (3.52, 1234.5, 0.292) is read as the
//     decimal mark, and marks in the other language's order (1,234.56) as that
//     language; [Entry.OtherMark] then is true.
//   - A blank may group as well: 1 450 000.
//   - After the number may stand rb or ribu, jt or juta, M or miliar, T or
//     triliun, k or thousand, m or million, bn or billion, tn or trillion, in
//     either language. Only m differs: miliar in Indonesian, million in English,
//     where a capital M is refused.
//
// Signs are +, - and the minus sign. Errors: *[AmbiguousError], *[NumberError].
func (l Lang) ReadNumber(s string) (Entry, error) {
	n, fault := l.scan(s)
	if fault != nil {
		return Entry{}, fault
	}
	v, err := n.main.float(n.negative)
	if err != nil {
		return Entry{}, &NumberError{Text: s, Fault: NumberTooLarge}
	}
	if n.ambiguous {
		// The second reading has the same digits and is smaller: no overflow.
		w, err := n.second.float(n.negative)
		if err != nil {
			return Entry{}, &NumberError{Text: s, Fault: NumberTooLarge}
		}
		return Entry{}, &AmbiguousError{Text: s, AsThousands: v, AsDecimal: w}
	}
	return Entry{Value: v, OtherMark: n.otherMark}, nil
}

// ParsePercent reads a percentage (0 to 100): a number that may end in "%".
// Errors as in [Lang.ReadNumber].
func (l Lang) ParsePercent(s string) (float64, error) {
	return l.ParseNumber(strings.TrimSuffix(strings.TrimRight(s, " "), "%"))
}

// ParseRupiah reads an amount of money exactly, with or without "Rp" before it
// and ",-" behind it. A part of a rupiah is an error, and so Rp641.524 has one
// reading, while 1.234 jt has two. Errors: *[AmbiguousError], *[NumberError].
func (l Lang) ParseRupiah(s string) (int64, error) {
	bad := func(f NumberFault) (int64, error) { return 0, &NumberError{Text: s, Fault: f} }
	text, negative := cutSign(strings.TrimSpace(s))
	if len(text) >= 2 && strings.EqualFold(text[:2], "rp") {
		text = strings.TrimLeft(strings.TrimPrefix(text[2:], "."), " ")
		if text != "" && (text[0] < '0' || text[0] > '9') {
			return bad(NumberForm) // no second sign
		}
	}
	n, err := l.scan(strings.TrimSuffix(text, ",-"))
	if err != nil {
		return bad(err.Fault)
	}
	if n.negative {
		if negative {
			return bad(NumberForm)
		}
		negative = true
	}
	v, fault, ok := n.main.whole(negative)
	if n.ambiguous && n.suffixed && ok {
		if w, _, also := n.second.whole(negative); also {
			return 0, &AmbiguousError{Text: s, AsThousands: float64(v), AsDecimal: float64(w)}
		}
	}
	if !ok {
		return bad(fault)
	}
	return v, nil
}

// reading is a number as its digits: 0.digits x 10^point, point >= 0.
type reading struct {
	digits string
	point  int
}

// scanned is what stands in a text: one reading, or two.
type scanned struct {
	negative  bool
	ambiguous bool
	otherMark bool
	suffixed  bool // a word for a power of ten stood behind it
	main      reading
	second    reading // the decimal reading of an ambiguous text
}

func (r reading) float(negative bool) (float64, error) {
	sign := ""
	if negative && strings.Trim(r.digits, "0") != "" {
		sign = "-"
	}
	return strconv.ParseFloat(sign+r.digits+"e"+strconv.Itoa(r.point-len(r.digits)), 64)
}

func (r reading) whole(negative bool) (v int64, fault NumberFault, ok bool) {
	digits := r.digits
	if n := r.point - len(digits); n > 0 {
		digits += strings.Repeat("0", n)
	}
	if strings.Trim(digits[r.point:], "0") != "" {
		return 0, NumberNotWhole, false
	}
	digits = "0" + digits[:r.point]
	if negative {
		digits = "-" + digits
	}
	v, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return 0, NumberTooLarge, false
	}
	return v, 0, true
}

// cutSign takes one sign off.
func cutSign(s string) (rest string, negative bool) {
	for _, sign := range [...]string{"-", "−", "+"} {
		if r, ok := strings.CutPrefix(s, sign); ok {
			return strings.TrimLeft(r, " "), sign != "+"
		}
	}
	return s, false
}

// scan takes a text apart: sign, digits with marks, suffix.
func (l Lang) scan(s string) (scanned, *NumberError) {
	bad := func(f NumberFault) (scanned, *NumberError) { return scanned{}, &NumberError{Text: s, Fault: f} }
	text := strings.TrimSpace(strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s))
	if text == "" {
		return bad(NumberEmpty)
	}
	if len(text) > maxInput {
		return bad(NumberTooLarge)
	}
	text, negative := cutSign(text)
	end := strings.IndexFunc(text, func(r rune) bool { return (r < '0' || r > '9') && r != '.' && r != ',' && r != ' ' })
	if end < 0 {
		end = len(text)
	}
	body := strings.TrimRight(text[:end], " ")
	if strings.Trim(body, "., ") == "" {
		return bad(NumberForm)
	}
	n, fault, ok := l.marked(body)
	if !ok {
		return bad(fault)
	}
	power, fault, ok := l.suffix(text[end:])
	if !ok {
		return bad(fault)
	}
	n.negative, n.suffixed = negative, power > 0
	n.main.point += power
	n.second.point += power
	return n, nil
}

// marked reads digits with points, commas and blanks between them.
func (l Lang) marked(body string) (n scanned, fault NumberFault, ok bool) {
	own, _ := l.marks()
	points, commas, blanks := strings.Count(body, "."), strings.Count(body, ","), strings.Count(body, " ")
	last := strings.LastIndexAny(body, "., ")
	if last < 0 {
		return scanned{main: reading{body, len(body)}}, 0, true
	}
	mark := body[last]
	kinds := min(points, 1) + min(commas, 1) + min(blanks, 1)
	switch {
	case kinds > 2:
		return n, NumberForm, false
	case kinds == 2: // the last one, once, begins the decimals
		if strings.IndexByte(body, mark) != last {
			return n, NumberForm, false
		}
		if mark == ' ' {
			return n, NumberForm, false
		}
		return l.split(body, last, mark != own)
	case mark == ' ' || points+commas > 1:
		return l.split(body, len(body), mark == own)
	case mark == own:
		return l.split(body, last, false)
	}
	// The grouping mark, once: thousands, decimals, or not to be told.
	before, after := body[:last], body[last+1:]
	n, fault, ok = l.split(body, last, true)
	if ok && len(after) == 3 && len(before) >= 1 && len(before) <= 3 && before[0] != '0' {
		n.ambiguous, n.otherMark = true, false
		n.second = n.main
		n.main = reading{before + after, len(before) + len(after)}
	}
	return n, fault, ok
}

// split reads body with its decimal mark at dot (len(body) for none); what is
// before it may be in groups of three.
func (l Lang) split(body string, dot int, otherMark bool) (n scanned, fault NumberFault, ok bool) {
	whole, decimals := body[:dot], ""
	if dot < len(body) {
		decimals = body[dot+1:]
		if decimals == "" {
			return n, NumberForm, false
		}
	}
	groups := strings.FieldsFunc(whole, func(r rune) bool { return r < '0' || r > '9' })
	digits := strings.Join(groups, "")
	if len(groups) > 1 || len(digits) != len(whole) {
		if len(digits)+len(groups)-1 != len(whole) || groups[0][0] == '0' || len(groups[0]) > 3 {
			return n, NumberGroups, false
		}
		for _, g := range groups[1:] {
			if len(g) != 3 {
				return n, NumberGroups, false
			}
		}
	}
	return scanned{main: reading{digits + decimals, len(digits)}, otherMark: otherMark}, 0, true
}

// suffix gives the power of ten of the word after a number.
func (l Lang) suffix(s string) (power int, fault NumberFault, ok bool) {
	word := strings.TrimSpace(s)
	switch strings.ToLower(word) {
	case "":
		return 0, 0, true
	case "rb", "ribu", "k", "thousand":
		return 3, 0, true
	case "jt", "juta", "mn", "million":
		return 6, 0, true
	case "miliar", "milyar", "bn", "billion":
		return 9, 0, true
	case "t", "triliun", "trilyun", "tn", "trillion":
		return 12, 0, true
	case "m":
		switch {
		case l == Indonesian:
			return 9, 0, true
		case word == "m":
			return 6, 0, true
		}
		return 0, NumberClash, false
	}
	return 0, NumberSuffix, false
}

// plain writes a number without grouping, with as many decimals as it has.
func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// typed writes a number so that it can be typed and read in one way only.
func (l Lang) typed(v float64) string {
	if math.Abs(v) >= 1e6 && v == math.Trunc(v) {
		return l.Number(v, 0) // two groups or more are thousands for certain
	}
	decimal, _ := l.marks()
	return strings.Replace(plain(v), ".", string(decimal), 1)
}

// ReadAs tells how a number with the other language's marks was read (see
// [Entry.OtherMark]).
func (l Lang) ReadAs(v float64) string { return pick(l, "dibaca ", "read as ") + l.typed(v) }

// Explain tells a person what is wrong with a number that they typed and what
// to type instead, in one sentence; "" for errors that are not about numbers.
func (l Lang) Explain(err error) string {
	var both *AmbiguousError
	if errors.As(err, &both) {
		a, b := l.typed(both.AsThousands), l.typed(both.AsDecimal)
		return pick(l,
			fmt.Sprintf("“%s” dapat berarti %s atau %s; ketik salah satunya", both.Text, a, b),
			fmt.Sprintf("“%s” can mean %s or %s; type one of them", both.Text, a, b))
	}
	var bad *NumberError
	if !errors.As(err, &bad) {
		return ""
	}
	switch bad.Fault {
	case NumberEmpty:
		return pick(l, "belum ada angka", "no number yet")
	case NumberGroups:
		return pick(l,
			fmt.Sprintf("“%s”: kelompok ribuan harus tiga angka, misalnya 1.450.000", bad.Text),
			fmt.Sprintf("“%s”: thousands come in groups of three digits, such as 1,450,000", bad.Text))
	case NumberSuffix:
		return pick(l,
			fmt.Sprintf("“%s”: akhiran tidak dikenal; pakai rb, jt, M (miliar) atau T (triliun)", bad.Text),
			fmt.Sprintf("“%s”: unknown ending; use k, m, bn or tn", bad.Text))
	case NumberClash:
		return pick(l,
			fmt.Sprintf("“%s”: M dapat berarti miliar atau million; ketik miliar atau jt", bad.Text),
			fmt.Sprintf("“%s”: M can mean miliar or million; type bn or m", bad.Text))
	case NumberTooLarge:
		return pick(l, "angka terlalu besar", "the number is too large")
	case NumberNotWhole:
		return pick(l,
			fmt.Sprintf("“%s” bukan rupiah bulat", bad.Text),
			fmt.Sprintf("“%s” is not a whole number of rupiah", bad.Text))
	case NumberForm:
	}
	return pick(l,
		fmt.Sprintf("“%s” bukan angka; contoh: 3,52 atau 1.450.000", bad.Text),
		fmt.Sprintf("“%s” is not a number; examples: 3.52 or 1,450,000", bad.Text))
}
