package model_test

import (
	"testing"
	"time"

	"rakor/model"
)

// TestDays holds the arithmetic against the standard library's calendar, over
// leap years, centuries and both ends of a month.
func TestDays(t *testing.T) {
	t.Parallel()
	day := func(x time.Time) model.Date { return model.Date(x.Format(time.DateOnly)) }
	start := time.Date(1999, 12, 20, 0, 0, 0, 0, time.UTC)
	for i := 0; i < 3000; i += 7 {
		from := start.AddDate(0, 0, i)
		for _, n := range []int{-400, -31, -1, 0, 1, 28, 29, 59, 366} {
			to := from.AddDate(0, 0, n)
			if got := day(from).AddDays(n); got != day(to) {
				t.Fatalf("%s + %d = %s, want %s", day(from), n, got, day(to))
			}
			if got, ok := model.DaysBetween(day(from), day(to)); !ok || got != n {
				t.Fatalf("%s to %s = %d %v, want %d", day(from), day(to), got, ok, n)
			}
		}
	}
}

func TestMonthsAndEnds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name      string
		got, want model.Date
	}{
		{"a month", model.Date("2026-11-25").AddMonths(1), "2026-12-25"},
		{"over the year", model.Date("2026-11-25").AddMonths(2), "2027-01-25"},
		{"no such day", model.Date("2026-01-31").AddMonths(1), "2026-02-28"},
		{"leap", model.Date("2024-01-31").AddMonths(1), "2024-02-29"},
		{"back", model.Date("2026-01-15").AddMonths(-1), "2025-12-15"},
		{"back a year", model.Date("2026-12-15").AddMonths(-12), "2025-12-15"},
		{"first semester", model.Date("2026-06-30").EndOfSemester(), "2026-06-30"},
		{"second semester", model.Date("2026-07-01").EndOfSemester(), "2026-12-31"},
		{"month", model.Date("2024-02-03").EndOfMonth(), "2024-02-29"},
		{"year", model.Date("2024-02-03").EndOfYear(), "2024-12-31"},
		{"no day", model.Date("2024-02").AddDays(1), ""},
		{"no such date", model.Date("2026-02-31").AddDays(1), ""},
		{"unknown", model.Date("").EndOfSemester(), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}
