package lang

import (
	"strconv"

	"rakor/model"
)

// months gives the names of the months; index 0 is empty.
func (l Lang) months() [13]string {
	if l == English {
		return [...]string{
			"", "January", "February", "March", "April", "May", "June", "July",
			"August", "September", "October", "November", "December",
		}
	}
	return [...]string{
		"", "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
		"Agustus", "September", "Oktober", "November", "Desember",
	}
}

// Month gives the name of a month, 1 to 12, and "" for anything else.
func (l Lang) Month(m int) string {
	if m < 1 || m > 12 {
		return ""
	}
	return l.months()[m]
}

// MonthShort gives the first three letters of a month's name.
func (l Lang) MonthShort(m int) string {
	name := l.Month(m)
	return name[:min(3, len(name))]
}

// Period writes a period in few columns: "Mar 2025", or "2024" for a whole
// year; "-" for no period.
func (l Lang) Period(p model.Period) string { return l.period(p, l.MonthShort(int(p.Month))) }

// PeriodLong writes a period in full: "Maret 2025".
func (l Lang) PeriodLong(p model.Period) string { return l.period(p, l.Month(int(p.Month))) }

func (l Lang) period(p model.Period, month string) string {
	switch {
	case p.IsZero():
		return missing
	case month == "":
		return strconv.Itoa(int(p.Year))
	}
	return month + " " + strconv.Itoa(int(p.Year))
}

// Date writes a day in few columns: "24 Nov 2026". A month outside 1 to 12
// gives "-".
func (l Lang) Date(year, month, day int) string { return date(year, l.MonthShort(month), day) }

// DateLong writes a day in full: "24 November 2026".
func (l Lang) DateLong(year, month, day int) string { return date(year, l.Month(month), day) }

func date(year int, month string, day int) string {
	if month == "" {
		return missing
	}
	return strconv.Itoa(day) + " " + month + " " + strconv.Itoa(year)
}
