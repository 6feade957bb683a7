package model

import (
	"errors"
	"fmt"
	"strconv"
)

// Year is a calendar year (tahun), 1900 to 2100 in the dataset.
type Year int

// Period is the time a figure speaks of: a year, or the month of a survey
// round in it. Month is 3 or 9 for the rounds of Susenas, 2 or 8 for Sakernas,
// 6 for mid-year, and 0 for the whole year or where the month is not known.
// The zero Period is "no period".
type Period struct {
	Year  Year
	Month int8
}

// ErrPeriod is returned for a period of the wrong form.
var ErrPeriod = errors.New("malformed period")

// ParsePeriod reads "2024-03" or "2024" (ISO 8601). Error: [ErrPeriod].
func ParsePeriod(s string) (Period, error) {
	bad := func() error { return fmt.Errorf("model: %w: %q (want 2024 or 2024-03)", ErrPeriod, s) }
	if len(s) != 4 && (len(s) != 7 || s[4] != '-' || !digits(s[5:])) || !digits(s[:min(4, len(s))]) {
		return Period{}, bad()
	}
	y, _ := strconv.Atoi(s[:4])
	p := Period{Year: Year(y)}
	if len(s) == 7 {
		m, _ := strconv.Atoi(s[5:])
		if m < 1 || m > 12 {
			return Period{}, bad()
		}
		p.Month = int8(m)
	}
	if y < 1900 || y > 2100 {
		return Period{}, bad()
	}
	return p, nil
}

// String gives the ISO form, "2024-03" or "2024", and "" for no period.
func (p Period) String() string {
	switch {
	case p.IsZero():
		return ""
	case p.Month == 0:
		return strconv.Itoa(int(p.Year))
	}
	return fmt.Sprintf("%04d-%02d", int(p.Year), p.Month)
}

// IsZero tells whether p is no period.
func (p Period) IsZero() bool { return p == Period{} }

// Compare orders periods in time; a whole year stands before its months.
func (p Period) Compare(q Period) int {
	if p.Year != q.Year {
		if p.Year < q.Year {
			return -1
		}
		return 1
	}
	return int(p.Month) - int(q.Month)
}

// Before tells whether p is earlier than q.
func (p Period) Before(q Period) bool { return p.Compare(q) < 0 }

// SameRound tells whether p and q are the same kind of round (both March, both
// whole years), whatever their year: only such figures are alike.
func (p Period) SameRound(q Period) bool { return p.Month == q.Month }

// MarshalText writes the ISO form.
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads the ISO form; an empty text is no period.
func (p *Period) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*p = Period{}
		return nil
	}
	v, err := ParsePeriod(string(b))
	if err == nil {
		*p = v
	}
	return err
}
