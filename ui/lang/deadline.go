package lang

import (
	"errors"
	"strconv"
	"strings"

	"rakor/model"
)

// ErrDeadline tells that a text is no day on which something can be due.
var ErrDeadline = errors.New("no deadline")

// maxAhead bounds how many days ahead a deadline may lie, so that a slip of the
// finger in the year is noticed.
const maxAhead = 10 * 366

// ParseDeadline reads the day on which something is due, in either language
// whatever the language of the screens:
//
//	31-12, 31/12/2026, 31 Desember 2026, 2026-12-31
//	besok, 10 hari, 2 minggu, 3 bulan, 1 tahun
//	akhir bulan, akhir semester, akhir tahun
//
// A day without a year is the next one of that name, today included. Today is a
// whole day. An empty text is no deadline. Error: [ErrDeadline], also for a day
// before today or more than ten years ahead.
func ParseDeadline(text string, today model.Date) (model.Date, error) {
	t := strings.Join(strings.Fields(strings.ToLower(text)), " ")
	if t == "" {
		return "", nil
	}
	if len(t) > maxInput {
		return "", ErrDeadline
	}
	d := namedDay(t, today)
	if d == "" {
		d = spanned(t, today)
	}
	if d == "" {
		d = writtenDay(t, today)
	}
	if days, ok := model.DaysBetween(today, d); !ok || days < 0 || days > maxAhead {
		return "", ErrDeadline
	}
	return d, nil
}

// namedDay reads a day that has a name.
func namedDay(t string, today model.Date) model.Date {
	switch t {
	case "hari ini", "today":
		return today
	case "besok", "tomorrow":
		return today.AddDays(1)
	case "lusa":
		return today.AddDays(2)
	case "minggu depan", "next week":
		return today.AddDays(7)
	case "bulan depan", "next month":
		return today.AddMonths(1)
	case "akhir bulan", "end of month", "end of the month":
		return today.EndOfMonth()
	case "akhir semester", "end of semester", "end of the semester", "end of half year":
		return today.EndOfSemester()
	case "akhir tahun", "end of year", "end of the year":
		return today.EndOfYear()
	}
	return ""
}

// spanned reads "2 minggu" and its like; "" for anything else.
func spanned(t string, today model.Date) model.Date {
	count, unit, ok := strings.Cut(t, " ")
	n, err := strconv.Atoi(count)
	if !ok || err != nil || n < 0 || n > maxAhead {
		return ""
	}
	unit = strings.TrimSuffix(strings.TrimSuffix(unit, " lagi"), " kerja")
	switch unit {
	case "hari", "day", "days":
		return today.AddDays(n)
	case "minggu", "pekan", "week", "weeks":
		return today.AddDays(7 * n)
	case "bulan", "month", "months":
		return today.AddMonths(n)
	case "tahun", "year", "years":
		return today.AddMonths(12 * n)
	}
	return ""
}

// writtenDay reads a day as people write it, with or without its year.
func writtenDay(t string, today model.Date) model.Date {
	t = strings.NewReplacer("/", "-", ".", "-", " ", "-").Replace(t)
	parts := strings.Split(t, "-")
	if len(parts) < 2 || len(parts) > 3 {
		return ""
	}
	if m := monthNumber(parts[1]); m > 0 {
		parts[1] = strconv.Itoa(m)
	}
	if len(parts) == 3 {
		d, err := model.ParseDate(strings.Join(parts, "-"))
		if err != nil || len(d) != len("2026-12-31") {
			return ""
		}
		return d
	}
	if len(parts[0]) > 2 || len(today) < 4 { // 2026-12 is a month, not a day
		return ""
	}
	year, err := strconv.Atoi(string(today[:4]))
	if err != nil {
		return ""
	}
	// Four years, since 29 February has to wait.
	for y := year; y <= year+4; y++ {
		d, err := model.ParseDate(parts[0] + "-" + parts[1] + "-" + strconv.Itoa(y))
		if err != nil {
			continue
		}
		if days, ok := model.DaysBetween(today, d); ok && days >= 0 {
			return d
		}
	}
	return ""
}

// monthNumber gives the number of a month from its name or the first letters of
// it, at least three, in either language; 0 for none.
func monthNumber(name string) int {
	if len(name) < 3 {
		return 0
	}
	for m := 1; m <= 12; m++ {
		for _, l := range [...]Lang{Indonesian, English} {
			if strings.HasPrefix(strings.ToLower(l.Month(m)), name) {
				return m
			}
		}
	}
	return 0
}

// Day writes a day: "31 Des 2026"; shorter dates as far as they go, "-" for
// none.
func (l Lang) Day(d model.Date) string {
	parts := strings.Split(string(d), "-")
	out := parts[0]
	if len(parts) > 1 {
		m, _ := strconv.Atoi(parts[1])
		out = l.MonthShort(m) + " " + out
	}
	if len(parts) > 2 {
		out = strings.TrimPrefix(parts[2], "0") + " " + out
	}
	if out == "" {
		return "-"
	}
	return out
}

// DayLong writes a day with the whole name of its month: "31 Desember 2026".
func (l Lang) DayLong(d model.Date) string {
	parts := strings.Split(string(d), "-")
	if len(parts) != 3 {
		return l.Day(d)
	}
	m, _ := strconv.Atoi(parts[1])
	return strings.TrimPrefix(parts[2], "0") + " " + l.Month(m) + " " + parts[0]
}
