package lang

import (
	"strconv"
	"strings"
)

// PlainNumber turns a figure as this language writes it (see [Lang.Number] and
// [Lang.Signed]) into one for other programs: a point, no grouping, no "+".
// ok is false for anything else.
func (l Lang) PlainNumber(s string) (plain string, ok bool) {
	decimal, group := l.marks()
	whole, rest, has := strings.Cut(s, string(decimal))
	sign := ""
	switch {
	case strings.HasPrefix(whole, "-"):
		sign, whole = "-", whole[1:]
	case strings.HasPrefix(whole, "+"):
		whole = whole[1:]
	}
	parts := strings.Split(whole, string(group))
	for i, p := range parts {
		if p == "" || strings.Trim(p, "0123456789") != "" || i > 0 && len(p) != 3 || i == 0 && len(parts) > 1 && len(p) > 3 {
			return "", false
		}
	}
	out := sign + strings.Join(parts, "")
	if has {
		if rest == "" || strings.Trim(rest, "0123456789") != "" {
			return "", false
		}
		out += "." + rest
	}
	return out, true
}

// Point writes a number for other programs: a point, no grouping, as many
// digits as it has.
func Point(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
