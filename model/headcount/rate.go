package headcount

import (
	"fmt"
	"math"

	"rakor/model"
)

// Percent is a number of hundredths: a rate (0 to 100), a growth a year or a
// relative error. It is finite. The zero value is 0 %.
type Percent struct{ percent float64 }

// NewPercent makes a percentage; 3.52 is 3,52 %. Error: [ErrNotFinite].
func NewPercent(v float64) (Percent, error) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return Percent{}, fmt.Errorf("headcount: percent %v: %w", v, ErrNotFinite)
	}
	return Percent{v}, nil
}

// Value gives the number of hundredths, 3.52 for 3,52 %.
func (p Percent) Value() float64 { return p.percent }

// Share gives the same as a fraction of 1, 0.0352 for 3,52 %.
func (p Percent) Share() Share { return Share{p.percent / 100} }

// Minus gives p - q in percentage points.
func (p Percent) Minus(q Percent) Points {
	// Differences of published figures have their decimals; what lies beyond
	// the tenth one is the noise of binary fractions.
	return Points{model.Round(p.percent-q.percent, 10)}
}

// Share is a fraction of 1. It is finite. The zero value is nothing.
type Share struct{ share float64 }

// NewShare makes a share; 0.0352 is 3,52 %. Error: [ErrNotFinite].
func NewShare(v float64) (Share, error) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return Share{}, fmt.Errorf("headcount: share %v: %w", v, ErrNotFinite)
	}
	return Share{v}, nil
}

// Value gives the fraction of 1.
func (s Share) Value() float64 { return s.share }

// Percent gives the same in hundredths.
func (s Share) Percent() Percent { return Percent{s.share * 100} }

// Points is a distance between two percentages, in percentage points.
type Points struct{ points float64 }

// Value gives the number of points, below 0 where the first percentage is the
// lower one.
func (p Points) Value() float64 { return p.points }

// Thousands is a number of people as BPS publishes it, in thousands.
type Thousands struct{ thousands float64 }

// NewThousands makes a published count; 10.70 is 10.700 people. Errors:
// *[RangeError] below 0, for NaN or beyond [MaxPersons].
func NewThousands(v float64) (Thousands, error) {
	if err := inRange("thousand people", v, 0, MaxPersons/1000); err != nil {
		return Thousands{}, err
	}
	return Thousands{v}, nil
}

// Value gives the number of thousands.
func (t Thousands) Value() float64 { return t.thousands }

// Persons gives the number of people, rounded to a whole number.
func (t Thousands) Persons() Persons { return People(int64(model.Round(t.thousands*1000, 0))) }

// Per is the time an amount of money is for.
type Per interface{ per() }

type (
	// Month marks amounts a month.
	Month struct{}
	// Year marks amounts a year.
	Year struct{}
)

func (Month) per() {}
func (Year) per()  {}

// Amount is an amount of whole rupiah for a time. Amounts for different times
// are different types that do not convert into one another.
type Amount[P Per] struct {
	_      [0]P
	rupiah int64
}

// The amounts.
type (
	// RupiahMonth is rupiah a month: a poverty line (garis kemiskinan) is
	// rupiah a person a month.
	RupiahMonth = Amount[Month]
	// RupiahYear is rupiah a year.
	RupiahYear = Amount[Year]
)

// Rupiah makes an amount of whole rupiah.
func Rupiah[P Per](n int64) Amount[P] { return Amount[P]{rupiah: n} }

// Value gives the bare number of rupiah.
func (a Amount[P]) Value() int64 { return a.rupiah }

// ForYear gives twelve months' worth. Error: [ErrTooLarge].
func ForYear(a RupiahMonth) (RupiahYear, error) { return money[Year](12 * float64(a.rupiah)) }

// money rounds v to whole rupiah.
func money[P Per](v float64) (Amount[P], error) {
	r := model.Round(v, 0)
	if !(r > -1<<62 && r < 1<<62) {
		return Amount[P]{}, fmt.Errorf("headcount: %w: Rp%v", ErrTooLarge, v)
	}
	return Rupiah[P](int64(r)), nil
}
