package filter

import (
	"strconv"
	"strings"
)

// number is a value to compare with.
type number struct {
	value    float64
	decimals int // digits behind the mark, as typed
}

// scales gives the power of ten of a word behind a number. English tells that
// it follows an English field name: m is then million, and M, which the same
// reader may have meant as miliar, is refused.
func scaleOf(word string, english bool) (scale float64, why Reason) {
	switch word {
	case "":
		return 1, ""
	case "M":
		if english {
			return 0, AmbiguousUnit
		}
		return 1e9, ""
	case "m":
		if english {
			return 1e6, ""
		}
		return 1e9, ""
	}
	switch Fold(word) {
	case "rb", "ribu", "k", "thousand":
		return 1e3, ""
	case "jt", "juta", "million":
		return 1e6, ""
	case "miliar", "milyar", "bn", "billion":
		return 1e9, ""
	case "t", "triliun", "tn", "trillion":
		return 1e12, ""
	}
	return 0, BadNumber
}

// isScale tells whether a word can stand behind an amount.
func isScale(word string) bool {
	_, why := scaleOf(word, false)
	return word != "" && why == ""
}

// parseNumber reads the number of a field. Amounts and counts are whole, so a
// single mark before three digits groups thousands in them; where decimals are
// possible (percentages, amounts with a unit) it has two readings and is
// refused.
func parseNumber(s string, kind Kind, english bool) (number, Reason) {
	if kind == Money && len(s) >= 2 && strings.EqualFold(s[:2], "rp") {
		s = strings.TrimLeft(s[2:], ". ")
	}
	s = strings.TrimSpace(s)
	percent := strings.HasSuffix(s, "%")
	s = strings.TrimSpace(strings.TrimSuffix(s, "%"))
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || s[end] == '.' || s[end] == ',') {
		end++
	}
	digits, word := s[:end], strings.TrimSpace(s[end:])
	scale, why := scaleOf(word, english)
	switch {
	case why != "":
		return number{}, why
	case percent && kind != Percent:
		return number{}, BadNumber
	case scale != 1 && kind == Percent:
		return number{}, NotPercent
	}
	whole := kind != Percent && scale == 1
	plain, why := plainDigits(digits, whole)
	if why != "" {
		return number{}, why
	}
	n := number{}
	if i := strings.IndexByte(plain, '.'); i >= 0 {
		n.decimals = len(plain) - i - 1
	}
	if n.decimals > 0 && whole {
		if kind == Money {
			return number{}, NeedsUnit
		}
		return number{}, NotWhole
	}
	v, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		return number{}, BadNumber
	}
	n.value = v * scale
	return n, ""
}

// plainDigits turns digits with marks into digits with at most one point.
// Whole tells that no decimals are possible, so that a mark can only group.
func plainDigits(s string, whole bool) (string, Reason) {
	if s == "" || s[0] == '.' || s[0] == ',' || s[len(s)-1] == '.' || s[len(s)-1] == ',' {
		return "", BadNumber
	}
	points, commas := strings.Count(s, "."), strings.Count(s, ",")
	switch {
	case points+commas == 0:
		return s, ""
	case points > 0 && commas > 0: // the last one begins the decimals
		mark, group := ",", "."
		if strings.LastIndexByte(s, '.') > strings.LastIndexByte(s, ',') {
			mark, group = ".", ","
		}
		head, tail, _ := strings.Cut(s, mark)
		if strings.Contains(tail, mark) || strings.Contains(tail, group) {
			return "", BadNumber
		}
		head, ok := ungroup(head, group)
		if !ok {
			return "", BadNumber
		}
		return head + "." + tail, ""
	}
	mark := "."
	if commas > 0 {
		mark = ","
	}
	grouped, ok := ungroup(s, mark)
	if points+commas > 1 {
		if !ok {
			return "", BadNumber
		}
		return grouped, ""
	}
	decimal := strings.Replace(s, mark, ".", 1)
	switch {
	case !ok:
		return decimal, ""
	case whole:
		return grouped, ""
	}
	return "", AmbiguousNumber
}

// ungroup takes the grouping marks out; ok is false where the groups are not
// of three digits, or the first begins with a zero.
func ungroup(s, mark string) (digits string, ok bool) {
	groups := strings.Split(s, mark)
	for i, g := range groups {
		if i == 0 && (len(g) > 3 || g == "" || g[0] == '0') || i > 0 && len(g) != 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}
