package microdata

import (
	"bytes"
	"math"
	"strconv"
)

// pow10 returns 10^n for n up to 22, where a double holds it exactly.
func pow10(n int) float64 {
	return [...]float64{
		1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
		1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
	}[n]
}

// fastNumber reads digits with at most one decimal mark from data[pos:] up to
// a separator or line end, and returns the value and where it stopped. ok is
// false where the field is anything else or has more digits than fit: whole
// digits below 2^53 over a power of ten up to 22 round once, so the result is
// that of strconv.ParseFloat (Clinger 1990). data ends with a line end.
func fastNumber(data []byte, pos int, sep, mark byte) (v float64, end int, ok bool) {
	var m uint64
	i := pos
	for {
		d := data[i] - '0'
		if d > 9 {
			break
		}
		m = m*10 + uint64(d)
		i++
	}
	digits := i - pos
	fraction := 0
	if data[i] == mark {
		i++
		start := i
		for {
			d := data[i] - '0'
			if d > 9 {
				break
			}
			m = m*10 + uint64(d)
			i++
		}
		fraction = i - start
		digits += fraction
	}
	if c := data[i]; c != sep && c != '\n' && (c != '\r' || data[i+1] != '\n') {
		return 0, pos, false
	}
	if digits == 0 || digits > 18 || m > 1<<53 {
		return 0, pos, false
	}
	v = float64(m)
	if fraction > 0 {
		v /= pow10(fraction)
	}
	return v, i, true
}

// isMissing tells whether a trimmed field stands for no value.
func isMissing(field []byte) bool {
	if len(field) == 0 {
		return true
	}
	// Nearly every field begins with a digit, and no sign for nothing does.
	if len(field) > 7 || field[0] >= '0' && field[0] <= '9' {
		return false
	}
	var lower [7]byte
	for i, c := range field {
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower[i] = c
	}
	switch string(lower[:len(field)]) {
	case ".", "-", "na", "n/a", "#n/a", "nan", "null", "none", "#null!":
		return true
	}
	return false
}

// parseNumber reads a field that may have spaces around it, a sign, grouped
// digits and an exponent. Hexadecimal digits, infinities and units are refused.
func parseNumber(field []byte, how Decimal) (float64, Reason) {
	field = bytes.TrimSpace(field)
	if isMissing(field) {
		return 0, Missing
	}
	if len(field) > 64 {
		return 0, NotNumber
	}
	var buf [64]byte
	text, ok := plainNumber(buf[:0], field, how)
	if !ok {
		return 0, NotNumber
	}
	v, err := strconv.ParseFloat(string(text), 64)
	if err != nil {
		if math.IsInf(v, 0) {
			return 0, TooLarge
		}
		return 0, NotNumber
	}
	return v, NoReason
}

// plainNumber appends field to dst with a decimal point and without grouping,
// and tells whether it is a number at all.
func plainNumber(dst, field []byte, how Decimal) ([]byte, bool) {
	i := 0
	if field[0] == '+' || field[0] == '-' {
		dst = append(dst, field[0])
		i++
	}
	body := field[i:]
	exponent := []byte(nil)
	if e := bytes.IndexAny(body, "eE"); e >= 0 {
		body, exponent = body[:e], body[e:]
	}
	mark := decimalMark(body, how)
	whole, fraction := body, []byte(nil)
	if j := bytes.IndexByte(body, mark); j >= 0 {
		whole, fraction = body[:j], body[j+1:]
	}
	dst, n, ok := appendWhole(dst, whole, mark)
	if !ok || n == 0 && len(fraction) == 0 {
		return dst, false
	}
	if len(fraction) > 0 {
		if !allDigits(fraction) {
			return dst, false
		}
		dst = append(append(dst, '.'), fraction...)
	}
	if exponent != nil {
		digits := exponent[1:]
		if len(digits) > 0 && (digits[0] == '+' || digits[0] == '-') {
			digits = digits[1:]
		}
		if len(digits) == 0 || !allDigits(digits) {
			return dst, false
		}
		dst = append(dst, exponent...)
	}
	return dst, true
}

// decimalMark returns the byte that separates the decimals of body. Where the
// file does not say, the later of two different marks is meant, one that stands
// there twice groups digits, and a single one is the decimal mark.
func decimalMark(body []byte, how Decimal) byte {
	switch how {
	case DecimalPoint:
		return '.'
	case DecimalComma:
		return ','
	default:
	}
	point, comma := bytes.LastIndexByte(body, '.'), bytes.LastIndexByte(body, ',')
	switch {
	case comma > point && bytes.Count(body, []byte{','}) == 1:
		return ','
	case point > comma && point >= 0 && bytes.Count(body, []byte{'.'}) > 1:
		return ','
	}
	return '.'
}

// appendWhole appends the digits before the decimal mark; they may be grouped
// in threes by the other mark.
func appendWhole(dst, whole []byte, mark byte) ([]byte, int, bool) {
	group := byte(',')
	if mark == ',' {
		group = '.'
	}
	if bytes.IndexByte(whole, group) < 0 {
		return append(dst, whole...), len(whole), allDigits(whole)
	}
	n := 0
	for first := true; ; first = false {
		part, rest, more := bytes.Cut(whole, []byte{group})
		if !allDigits(part) || first && (len(part) == 0 || len(part) > 3) || !first && len(part) != 3 {
			return dst, n, false
		}
		dst = append(dst, part...)
		n += len(part)
		if !more {
			return dst, n, true
		}
		whole = rest
	}
}

func allDigits(b []byte) bool {
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// marks counts how numbers of a sample are written.
type marks struct{ point, comma, unclear int }

// add looks at one field: 1.234.567 and 12,5 can only have a decimal comma,
// 1,234,567 and 12.5 only a decimal point. A single mark with three digits
// behind could group or divide; its weight is small.
func (m *marks) add(field []byte) {
	field = bytes.TrimLeft(bytes.TrimSpace(field), "+-")
	points, commas := bytes.Count(field, []byte{'.'}), bytes.Count(field, []byte{','})
	last := bytes.LastIndexAny(field, ".,")
	if last < 0 || !allDigits(bytes.ReplaceAll(bytes.ReplaceAll(field, []byte{'.'}, nil), []byte{','}, nil)) {
		return
	}
	switch {
	case points > 0 && commas > 0 && field[last] == ',', points > 1 && commas == 0:
		m.comma++
	case points > 0 && commas > 0, commas > 1:
		m.point++
	case len(field)-last == 4 && last <= 3 && !bytes.HasPrefix(field, []byte{'0'}):
		m.unclear++
	case commas == 1:
		m.comma++
	default:
		m.point++
	}
}
