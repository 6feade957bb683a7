package model

import (
	"fmt"
	"strconv"
)

// dayNumber gives the number of a whole day counted from 1 March of the year 0
// of the Gregorian calendar, so that a difference of two numbers is one of
// days; ok is false for a date without a day.
func (d Date) dayNumber() (n int, ok bool) {
	if len(d) != len("2026-03-31") || d[4] != '-' || d[7] != '-' || !digits(string(d[:4]+d[5:7]+d[8:])) {
		return 0, false
	}
	y, m, day := d.parts()
	if m < 1 || m > 12 || day < 1 || day > daysIn(y, m) {
		return 0, false
	}
	// The year begins in March, so that the leap day is its last.
	if m < 3 {
		y--
		m += 12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + day - 1, true
}

// fromDayNumber is the reverse of dayNumber.
func fromDayNumber(n int) Date {
	y := (n*10000 + 14780) / 3652425
	rest := n - (365*y + y/4 - y/100 + y/400)
	if rest < 0 {
		y--
		rest = n - (365*y + y/4 - y/100 + y/400)
	}
	m := (rest*100 + 52) / 3060
	day := rest - (m*306+5)/10 + 1
	y += (m + 2) / 12
	return Date(fmt.Sprintf("%04d-%02d-%02d", y, (m+2)%12+1, day))
}

// DaysBetween gives the days from a to b, below 0 where b is before a; ok is
// false where one of them is not a whole day.
func DaysBetween(a, b Date) (days int, ok bool) {
	x, okX := a.dayNumber()
	y, okY := b.dayNumber()
	return y - x, okX && okY
}

// AddDays gives the day that many days later; "" where d is not a whole day, or
// the result is outside the years that dates can have.
func (d Date) AddDays(n int) Date {
	x, ok := d.dayNumber()
	if !ok || n > 400*366 || n < -400*366 {
		return ""
	}
	out := fromDayNumber(x + n)
	if _, err := ParseDate(string(out)); err != nil {
		return ""
	}
	return out
}

// AddMonths gives the same day that many months later, or the last of that
// month where it has no such day; "" as for [Date.AddDays].
func (d Date) AddMonths(n int) Date {
	if _, ok := d.dayNumber(); !ok || n > 4800 || n < -4800 {
		return ""
	}
	y, m, day := d.parts()
	m += n - 1
	y += m / 12
	m %= 12
	if m < 0 {
		m += 12
		y--
	}
	m++
	out := Date(fmt.Sprintf("%04d-%02d-%02d", y, m, min(day, daysIn(y, m))))
	if _, err := ParseDate(string(out)); err != nil {
		return ""
	}
	return out
}

// parts gives year, month and day of a whole day.
func (d Date) parts() (y, m, day int) {
	y, _ = strconv.Atoi(string(d[:4]))
	m, _ = strconv.Atoi(string(d[5:7]))
	day, _ = strconv.Atoi(string(d[8:]))
	return y, m, day
}

// EndOfSemester gives the last day of the half year that d lies in, 30 June or
// 31 December; "" where d is not a whole day.
func (d Date) EndOfSemester() Date {
	if _, ok := d.dayNumber(); !ok {
		return ""
	}
	y, m, _ := d.parts()
	if m <= 6 {
		return Date(fmt.Sprintf("%04d-06-30", y))
	}
	return Date(fmt.Sprintf("%04d-12-31", y))
}

// EndOfMonth gives the last day of d's month; "" where d
// is not a whole day.
func (d Date) EndOfMonth() Date {
	if _, ok := d.dayNumber(); !ok {
		return ""
	}
	y, m, _ := d.parts()
	return Date(fmt.Sprintf("%04d-%02d-%02d", y, m, daysIn(y, m)))
}

// EndOfYear gives 31 December of d's year; "" where d is not a whole day.
func (d Date) EndOfYear() Date {
	if _, ok := d.dayNumber(); !ok {
		return ""
	}
	return d[:4] + "-12-31"
}
