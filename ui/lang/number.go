package lang

import (
	"math"
	"strconv"

	"rakor/model"
)

// missing stands where a figure is not known: never a zero.
const missing = "-"

// marks gives the decimal and the grouping mark.
func (l Lang) marks() (decimal, group byte) {
	if l == English {
		return '.', ','
	}
	return ',', '.'
}

// Number writes v with exactly that many decimals (0 to 15), digits grouped in
// threes: "10.916" and "3,52" in Indonesian, "10,916" and "3.52" in English. It
// rounds half away from zero (see [model.Round]); a value that rounds to zero
// carries no sign. NaN and infinities are no figures and give "-", the mark of
// what is missing.
func (l Lang) Number(v float64, decimals int) string {
	var buf [48]byte
	return string(l.appendNumber(buf[:0], v, decimals))
}

// Int writes a whole number with its digits grouped in threes: "10.916".
func (l Lang) Int(n int64) string {
	var raw, buf [32]byte
	return string(l.appendGrouped(buf[:0], strconv.AppendInt(raw[:0], n, 10)))
}

// Signed writes v as [Lang.Number] does, with "+" before what is above zero;
// for changes and distances.
func (l Lang) Signed(v float64, decimals int) string {
	var buf [48]byte
	out := buf[:0]
	if model.Round(v, clampDecimals(decimals)) > 0 && !math.IsInf(v, 0) {
		out = append(out, '+')
	}
	return string(l.appendNumber(out, v, decimals))
}

// Percent writes a percentage (0 to 100): "3,52 %" in Indonesian, "3.52%" in
// English. NaN and infinities give "-".
func (l Lang) Percent(v float64, decimals int) string {
	s := l.Number(v, decimals)
	if s == missing {
		return s
	}
	return s + pick(l, " %", "%")
}

// Rupiah writes an amount in full: "Rp641.524"; "-Rp641.524" below zero.
func (l Lang) Rupiah(n int64) string {
	s := l.Int(n)
	if n < 0 {
		return "-Rp" + s[1:]
	}
	return "Rp" + s
}

// Value writes a figure of an indicator with the decimals it is published
// with and without its unit.
func (l Lang) Value(v float64, ind model.Indicator) string { return l.Number(v, ind.Decimals) }

func clampDecimals(d int) int { return min(max(d, 0), 15) }

func (l Lang) appendNumber(out []byte, v float64, decimals int) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return append(out, missing...)
	}
	decimals = clampDecimals(decimals)
	var raw [400]byte
	return l.appendGrouped(out, strconv.AppendFloat(raw[:0], model.Round(v, decimals), 'f', decimals, 64))
}

// appendGrouped turns "-1234.5" into the language's writing.
func (l Lang) appendGrouped(out, raw []byte) []byte {
	decimal, group := l.marks()
	if raw[0] == '-' {
		out, raw = append(out, '-'), raw[1:]
	}
	whole := len(raw)
	for i, c := range raw {
		if c == '.' {
			whole = i
			break
		}
	}
	for i, c := range raw {
		switch {
		case i == whole:
			out = append(out, decimal)
			continue
		case i > 0 && i < whole && (whole-i)%3 == 0:
			out = append(out, group)
		}
		out = append(out, c)
	}
	return out
}
