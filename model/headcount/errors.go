package headcount

import (
	"errors"
	"fmt"

	"rakor/model"
)

var (
	// ErrNotFinite is returned for NaN and infinities, which are no figures.
	ErrNotFinite = errors.New("not a finite number")
	// ErrNoSource is returned for a factor or a count without a source.
	ErrNoSource = errors.New("no source named")
	// ErrTooLarge is returned where a result is more than can be counted.
	ErrTooLarge = errors.New("result too large")
	// ErrNoVariance is returned where no standard error exists: a rate of 0 or
	// 100 percent.
	ErrNoVariance = errors.New("no variance: the rate is 0 or 100 percent")
	// ErrNoBase is returned where a count and a rate imply no base: the rate is
	// 0 at the decimals it is published with.
	ErrNoBase = errors.New("no base: the rate is 0 as published")
	// ErrYears is returned for a target that does not lie after the start.
	ErrYears = errors.New("the target year must be after the first year")
	// ErrConcept is returned where figures of the wrong concept are set beside
	// each other.
	ErrConcept = errors.New("wrong concept")
)

// RangeError tells that a quantity lies outside of what it can be.
type RangeError struct {
	Quantity  string // "rate", "population", "leakage"
	Value     float64
	Low, High float64 // both allowed, unless the quantity's text says otherwise
}

// Error names the quantity, its value and the range.
func (e *RangeError) Error() string {
	return fmt.Sprintf("headcount: %s %v is outside of %v to %v", e.Quantity, e.Value, e.Low, e.High)
}

// UnitError tells that a count is in another unit than is wanted.
type UnitError struct {
	Want, Got model.TargetUnit
}

// Error names both units and what to do.
func (e *UnitError) Error() string {
	return fmt.Sprintf("headcount: a count of unit %q cannot stand for unit %q; convert it with a factor that has a source", e.Got, e.Want)
}

// inRange gives a *RangeError where v is not from lo to hi; NaN never is.
func inRange(quantity string, v, lo, hi float64) error {
	if v >= lo && v <= hi {
		return nil
	}
	return &RangeError{Quantity: quantity, Value: v, Low: lo, High: hi}
}
