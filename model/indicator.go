package model

import "fmt"

// IndicatorID names an indicator ("p0", "line").
type IndicatorID string

// The indicators that the program itself speaks of; all others are data.
const (
	P0              IndicatorID = "p0"               // persentase penduduk miskin, headcount ratio
	P1              IndicatorID = "p1"               // indeks kedalaman, poverty gap
	P2              IndicatorID = "p2"               // indeks keparahan, severity
	Poor            IndicatorID = "poor"             // jumlah penduduk miskin, thousand people
	Line            IndicatorID = "line"             // garis kemiskinan
	Population      IndicatorID = "population"       // penduduk, BPS
	PopulationAdmin IndicatorID = "population_admin" // penduduk, Kemendagri
)

// Text is a name in both languages.
type Text struct {
	ID string `json:"id"`
	EN string `json:"en"`
}

// Unit is what an indicator is counted in. Quantities of different units are
// never added or compared.
type Unit uint8

// The units of the dataset.
const (
	UnitNone                Unit = iota
	UnitPercent                  // 0 to 100
	UnitIndex                    // index x 100, as BPS prints P1 and P2; HDI
	UnitRatio                    // 0 to 1, the Gini ratio
	UnitThousandPersons          // ribu jiwa
	UnitPersons                  // jiwa
	UnitRupiahMonth              // rupiah a person a month
	UnitThousandRupiahYear       // thousand rupiah a person a year
	UnitMillionRupiah            // million rupiah a year
	UnitYears                    // years
	UnitSquareKm                 // km2
	UnitPersonsPerHousehold      // persons a household
)

// unitNames gives the names used in files, by Unit.
func unitNames() [12]string {
	return [...]string{
		"", "percent", "index", "ratio", "thousand_persons", "persons", "rupiah_month",
		"thousand_rupiah_year", "million_rupiah", "years", "km2", "persons_per_household",
	}
}

// Units lists every unit but none, for tests and schemas.
func Units() []Unit {
	var us []Unit
	for u := UnitNone + 1; u <= UnitPersonsPerHousehold; u++ {
		us = append(us, u)
	}
	return us
}

// String gives the name used in files and JSON; it is not text for people.
func (u Unit) String() string {
	if names := unitNames(); int(u) < len(names) {
		return names[u]
	}
	return ""
}

// MarshalText writes the name of the unit.
func (u Unit) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads the name of a unit.
func (u *Unit) UnmarshalText(b []byte) error {
	for i, name := range unitNames() {
		if name == string(b) {
			*u = Unit(i)
			return nil
		}
	}
	return fmt.Errorf("model: unknown unit %q", b)
}

// Direction tells which way of an indicator is wanted.
type Direction uint8

// The directions.
const (
	BetterNone   Direction = iota // neither way is better in itself
	BetterLower                   // fewer is better
	BetterHigher                  // more is better
)

// directionNames gives the names used in files, by Direction.
func directionNames() [3]string { return [...]string{"none", "lower", "higher"} }

// String gives the name used in files and JSON.
func (d Direction) String() string {
	if names := directionNames(); int(d) < len(names) {
		return names[d]
	}
	return ""
}

// MarshalText writes the name of the direction.
func (d Direction) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the name of a direction.
func (d *Direction) UnmarshalText(b []byte) error {
	for i, name := range directionNames() {
		if name == string(b) {
			*d = Direction(i)
			return nil
		}
	}
	return fmt.Errorf("model: unknown direction %q", b)
}

// Indicator describes one measured quantity.
type Indicator struct {
	ID       IndicatorID `json:"id"`
	Name     Text        `json:"name"`  // "Persentase penduduk miskin (P0)"
	Short    Text        `json:"short"` // at most 16 columns, "P0"
	Unit     Unit        `json:"unit"`
	Better   Direction   `json:"better"`
	Decimals int         `json:"decimals"` // digits behind the comma, as published
	Min      float64     `json:"min"`      // plausible range, both ends allowed
	Max      float64     `json:"max"`
	Months   []int8      `json:"months"` // months a period of it may have; 0 is the year
	// Care is what has to be remembered of every figure of it, such as another
	// indicator that it must not be set against; empty for nothing.
	Care Text `json:"care,omitzero"`
}

// Allows tells whether the indicator can have a figure for period p.
func (i Indicator) Allows(p Period) bool {
	for _, m := range i.Months {
		if m == p.Month {
			return true
		}
	}
	return false
}

// Break is a change of method: figures before From and from From on are not
// alike and are never joined by a line. It is data, with its source.
type Break struct {
	Indicators []IndicatorID `json:"indicators"`
	Regions    []RegionCode  `json:"regions,omitempty"` // nil: every region
	Levels     []Level       `json:"levels,omitempty"`  // nil: every level; Dataset.BreakBetween looks at it
	From       Period        `json:"from"`              // first period of the new method
	What       Text          `json:"what"`
	Source     SourceID      `json:"source"`
}

// Between tells whether the break lies between periods a and b (in either
// order) of the given indicator and region. It does not know the region's
// level: [Dataset.BreakBetween] does.
func (k Break) Between(id IndicatorID, r RegionCode, a, b Period) bool {
	if b.Before(a) {
		a, b = b, a
	}
	if !a.Before(k.From) || b.Before(k.From) {
		return false
	}
	return contains(k.Indicators, id) && (len(k.Regions) == 0 || contains(k.Regions, r))
}

func contains[T comparable](xs []T, x T) bool {
	for _, y := range xs {
		if y == x {
			return true
		}
	}
	return false
}
