package fgt

import (
	"errors"
	"fmt"
	"math"
)

var (
	// ErrNoRows is returned for an empty file or group.
	ErrNoRows = errors.New("fgt: no rows")
	// ErrLength is returned when slices that go together have different lengths, or a list has no possible length.
	ErrLength = errors.New("fgt: wrong length")
	// ErrLine is returned for a poverty line that is not a positive, finite number.
	ErrLine = errors.New("fgt: the line must be a positive, finite number")
	// ErrGroup is returned for a group code that is below 0 or not below the number of groups.
	ErrGroup = errors.New("fgt: group code out of range")
	// ErrNoMean is returned where a figure is relative to a mean and nobody has anything.
	ErrNoMean = errors.New("fgt: the mean is 0")
)

// Problem says what is wrong with a number. The zero value is a number that is positive and finite.
type Problem uint8

// What can be wrong with a number; whether Zero and Negative are wrong depends on the column.
const (
	Fine     Problem = iota
	Missing          // NaN
	Infinite         // of either sign
	Negative         // below 0
	Zero             // 0 or -0
)

// Classify returns what is special about v: [Missing] for NaN, [Infinite], [Negative], [Zero], else [Fine].
func Classify(v float64) Problem {
	switch {
	case v > 0 && v <= math.MaxFloat64:
		return Fine
	case v == 0:
		return Zero
	case v < 0 && v >= -math.MaxFloat64:
		return Negative
	case math.IsNaN(v):
		return Missing
	default:
		return Infinite
	}
}

// ValueError reports a number in a column that cannot be used there.
type ValueError struct {
	Column  string  // "expenditure", "weight", "line" or another name
	Row     int     // from 0
	Value   float64 // as given
	Problem Problem
}

// Error returns a sentence with the column, the row (counted from 0), the value and what was expected.
func (e *ValueError) Error() string {
	switch e.Problem {
	case Missing:
		return fmt.Sprintf("%s of row %d is missing", e.Column, e.Row)
	case Infinite:
		return fmt.Sprintf("%s of row %d is infinite", e.Column, e.Row)
	case Zero:
		return fmt.Sprintf("%s of row %d is zero, expected a number above 0", e.Column, e.Row)
	case Negative:
		return fmt.Sprintf("%s of row %d is negative: %v", e.Column, e.Row, e.Value)
	case Fine:
	}
	return fmt.Sprintf("%s of row %d cannot be used: %v", e.Column, e.Row, e.Value)
}

// checkLine returns ErrLine unless z is positive and finite.
func checkLine(z float64) error {
	if Classify(z) != Fine {
		return fmt.Errorf("%w, not %v", ErrLine, z)
	}
	return nil
}

// check returns the first thing wrong with a file of expenditures and weights.
func check(y, w []float64) error {
	if len(y) == 0 {
		return ErrNoRows
	}
	if w != nil && len(w) != len(y) {
		return fmt.Errorf("%w: %d rows and %d weights", ErrLength, len(y), len(w))
	}
	for i, v := range y {
		if p := Classify(v); p != Fine && p != Zero {
			return &ValueError{Column: "expenditure", Row: i, Value: v, Problem: p}
		}
	}
	for i, v := range w {
		if p := Classify(v); p != Fine {
			return &ValueError{Column: "weight", Row: i, Value: v, Problem: p}
		}
	}
	return nil
}

// weight returns the weight of row i, 1 where there are none.
func weight(w []float64, i int) float64 {
	if w == nil {
		return 1
	}
	return w[i]
}
