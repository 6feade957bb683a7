package headcount

import (
	"fmt"
	"math"

	"rakor/model"
)

// Unit is something that is counted. Only the types of this package are units.
type Unit interface {
	// Target gives the unit as programmes name it.
	Target() model.TargetUnit
	unit()
}

type (
	// Person is jiwa.
	Person struct{}
	// Family is keluarga, KK.
	Family struct{}
	// Household is rumah tangga.
	Household struct{}
	// House is rumah.
	House struct{}
	// Business is usaha.
	Business struct{}
	// Student is murid.
	Student struct{}
	// Group is kelompok.
	Group struct{}
)

func (Person) unit()    {}
func (Family) unit()    {}
func (Household) unit() {}
func (House) unit()     {}
func (Business) unit()  {}
func (Student) unit()   {}
func (Group) unit()     {}

// Target gives the unit as programmes name it.
func (Person) Target() model.TargetUnit { return model.PerPerson }

// Target gives the unit as programmes name it.
func (Family) Target() model.TargetUnit { return model.PerFamily }

// Target gives the unit as programmes name it.
func (Household) Target() model.TargetUnit { return model.PerHousehold }

// Target gives the unit as programmes name it.
func (House) Target() model.TargetUnit { return model.PerHouse }

// Target gives the unit as programmes name it.
func (Business) Target() model.TargetUnit { return model.PerBusiness }

// Target gives the unit as programmes name it.
func (Student) Target() model.TargetUnit { return model.PerStudent }

// Target gives the unit as programmes name it.
func (Group) Target() model.TargetUnit { return model.PerGroup }

// Count is a whole number of one unit; below 0 only as a difference. Counts of
// different units are different types, and not even a conversion from one to
// the other compiles: that takes a [Factor]. The zero value is none of it.
type Count[U Unit] struct {
	_ [0]U // keeps counts of different units from being convertible
	n int64
}

type (
	// Persons is a number of people.
	Persons = Count[Person]
	// Families is a number of families.
	Families = Count[Family]
	// Households is a number of households.
	Households = Count[Household]
	// Houses is a number of houses.
	Houses = Count[House]
	// Businesses is a number of businesses.
	Businesses = Count[Business]
	// Students is a number of students.
	Students = Count[Student]
	// Groups is a number of groups.
	Groups = Count[Group]
)

// New makes a count of n.
func New[U Unit](n int64) Count[U] { return Count[U]{n: n} }

// People makes a count of n people.
func People(n int64) Persons { return New[Person](n) }

// FromCount takes a count whose unit is data. Error: *[UnitError] for another
// unit than U.
func FromCount[U Unit](c model.Count) (Count[U], error) {
	var u U
	if c.Unit != u.Target() {
		return Count[U]{}, &UnitError{Want: u.Target(), Got: c.Unit}
	}
	return New[U](c.N), nil
}

// N gives the bare number.
func (c Count[U]) N() int64 { return c.n }

// Model gives the count with its unit as data.
func (c Count[U]) Model() model.Count {
	var u U
	return model.Count{N: c.n, Unit: u.Target()}
}

// Add gives c + d, at most what can be counted.
func (c Count[U]) Add(d Count[U]) Count[U] {
	s := c.n + d.n
	switch {
	case c.n > 0 && d.n > 0 && s < 0:
		s = math.MaxInt64
	case c.n < 0 && d.n < 0 && s >= 0:
		s = math.MinInt64
	}
	return New[U](s)
}

// Sub gives c - d, which may be below 0.
func (c Count[U]) Sub(d Count[U]) Count[U] {
	if d.n == math.MinInt64 {
		d.n++
	}
	return c.Add(New[U](-d.n))
}

// Compare gives -1, 0 or 1 as c is less than, equal to or more than d.
func (c Count[U]) Compare(d Count[U]) int {
	switch {
	case c.n < d.n:
		return -1
	case c.n > d.n:
		return 1
	}
	return 0
}

// String gives number and unit for developers, "310113 person".
func (c Count[U]) String() string {
	m := c.Model()
	return fmt.Sprintf("%d %s", m.N, m.Unit)
}

// Factor turns a count of one unit into a count of another: so many To a From.
// It always has a name and a source. Make it with [NewFactor].
type Factor[From, To Unit] struct {
	name   string
	value  float64
	period model.Period
	source model.SourceID
}

// NewFactor makes a factor: value To's a From ("persons a poor household",
// 4.68, March 2024, a source). Errors: *[RangeError] for a value that is not
// above 0 and at most a million; [ErrNoSource] without name or source.
func NewFactor[From, To Unit](name string, value float64, period model.Period, source model.SourceID) (Factor[From, To], error) {
	if name == "" || source == "" {
		return Factor[From, To]{}, fmt.Errorf("headcount: factor %q: %w", name, ErrNoSource)
	}
	if !(value > 0) {
		return Factor[From, To]{}, &RangeError{Quantity: name, Value: value, High: 1e6}
	}
	if err := inRange(name, value, 0, 1e6); err != nil {
		return Factor[From, To]{}, err
	}
	return Factor[From, To]{name: name, value: value, period: period, source: source}, nil
}

// Name gives what the factor is called.
func (f Factor[From, To]) Name() string { return f.name }

// Value gives how many To's a From is.
func (f Factor[From, To]) Value() float64 { return f.value }

// Period gives the time the factor speaks of.
func (f Factor[From, To]) Period() model.Period { return f.period }

// Source gives where the factor was read.
func (f Factor[From, To]) Source() model.SourceID { return f.source }

// Apply turns c into the other unit, rounded to a whole number. Errors:
// [ErrNoSource] for the zero Factor, [ErrTooLarge].
func (f Factor[From, To]) Apply(c Count[From]) (Count[To], error) {
	if f.source == "" {
		return Count[To]{}, fmt.Errorf("headcount: factor %q: %w", f.name, ErrNoSource)
	}
	return whole[To](float64(c.n) * f.value)
}

// Invert turns a count of To's back, rounded to a whole number. Errors:
// [ErrNoSource] for the zero Factor, [ErrTooLarge].
func (f Factor[From, To]) Invert(c Count[To]) (Count[From], error) {
	if f.source == "" {
		return Count[From]{}, fmt.Errorf("headcount: factor %q: %w", f.name, ErrNoSource)
	}
	return whole[From](float64(c.n) / f.value)
}

// whole rounds v to a count.
func whole[U Unit](v float64) (Count[U], error) {
	r := model.Round(v, 0)
	if !(r > -1<<62 && r < 1<<62) {
		return Count[U]{}, fmt.Errorf("headcount: %w: %v", ErrTooLarge, v)
	}
	return New[U](int64(r)), nil
}
