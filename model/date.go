package model

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Date is a day, or only its month or year, as ISO 8601 writes it:
// "2026-03-31", "2026-03" or "2026"; "" is not known.
type Date string

// ErrDate is returned for a date of the wrong form, or one that no calendar has.
var ErrDate = errors.New("malformed date")

// ParseDate reads "2026-03-31", "2026-03", "2026" and the way people write the
// day first, "31-3-2026" or "31/3/2026"; an empty text is the unknown date.
// Error: [ErrDate].
func ParseDate(s string) (Date, error) {
	s = strings.TrimSpace(s)
	bad := func() (Date, error) {
		return "", fmt.Errorf("model: %w: %q (want 2026-03-31, 2026-03 or 2026)", ErrDate, s)
	}
	if s == "" {
		return "", nil
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '/' })
	if len(parts) == 0 || len(parts) > 3 || strings.Count(s, "-")+strings.Count(s, "/") != len(parts)-1 {
		return bad()
	}
	if len(parts) == 3 && len(parts[0]) <= 2 { // the day first
		parts[0], parts[2] = parts[2], parts[0]
	}
	var n [3]int
	for i, p := range parts {
		if len(p) > 4 || i > 0 && len(p) > 2 || !digits(p) {
			return bad()
		}
		n[i], _ = strconv.Atoi(p)
	}
	if len(parts[0]) != 4 || n[0] < firstYear || n[0] > lastYear {
		return bad()
	}
	out := parts[0]
	if len(parts) > 1 {
		if n[1] < 1 || n[1] > 12 {
			return bad()
		}
		out += fmt.Sprintf("-%02d", n[1])
	}
	if len(parts) > 2 {
		if n[2] < 1 || n[2] > daysIn(n[0], n[1]) {
			return bad()
		}
		out += fmt.Sprintf("-%02d", n[2])
	}
	return Date(out), nil
}

// daysIn gives the days of a month in the Gregorian calendar.
func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
