package survey

import (
	"errors"
	"fmt"
)

var (
	// ErrNoRows is returned for a sample without rows.
	ErrNoRows = errors.New("survey: no rows")
	// ErrLength is returned for a column whose length is not the number of rows.
	ErrLength = errors.New("survey: wrong length")
	// ErrRules is returned for a level outside 0..1 or an unknown rule for lone PSUs.
	ErrRules = errors.New("survey: rules out of range")
	// ErrRequest is returned for a request that asks for nothing that can be: an unknown measure, a probability outside
	// 0..1, a group code out of range, a line that is missing or not positive.
	ErrRequest = errors.New("survey: request out of range")
	// ErrFPC is returned for a finite population correction that contradicts the sample.
	ErrFPC = errors.New("survey: impossible finite population correction")
	// ErrNoLinear is returned where a covariance is asked of an estimate without its linear form, or of another design.
	ErrNoLinear = errors.New("survey: no linear form of this design")

	// ErrEmptyGroup is [Estimate.Err] for [EmptyGroup].
	ErrEmptyGroup = errors.New("survey: no row in this group")
	// ErrOnePSU is [Estimate.Err] for [OnePSU].
	ErrOnePSU = errors.New("survey: all rows of the group are in one PSU")
	// ErrNoVariation is [Estimate.Err] for [NoVariation].
	ErrNoVariation = errors.New("survey: nothing varies between the PSUs of the group")
	// ErrLoneStrata is [Estimate.Err] for [LoneStrata].
	ErrLoneStrata = errors.New("survey: every stratum of the group has one PSU")
	// ErrNoValue is [Estimate.Err] for [NoValue].
	ErrNoValue = errors.New("survey: the figure is a division by 0")
	// ErrNoDegrees is [Estimate.Err] for [NoDegrees].
	ErrNoDegrees = errors.New("survey: no degrees of freedom")
	// ErrNotEstimated is [Estimate.Err] for [NotEstimated].
	ErrNotEstimated = errors.New("survey: not estimated")
)

// LonePSUError reports, under the rule [Fail], a stratum that has one PSU.
type LonePSUError struct {
	Stratum int32  // its code
	Name    string // its name, or the code in digits
	Strata  int    // how many such strata there are
}

// Error returns a sentence that names the stratum.
func (e *LonePSUError) Error() string {
	if e.Strata > 1 {
		return fmt.Sprintf("survey: stratum %s and %d more have only one PSU", e.Name, e.Strata-1)
	}
	return fmt.Sprintf("survey: stratum %s has only one PSU", e.Name)
}

// FPCError reports a finite population correction that contradicts the sample; it is an [ErrFPC].
type FPCError struct {
	Stratum      string  // its name, or the code in digits
	First, Other float64 // two different values in the stratum; equal where one value is impossible
	Drawn        int     // PSUs of the stratum in the sample, more than First says there are
}

// Error returns a sentence that names the stratum.
func (e *FPCError) Error() string {
	if e.First != e.Other {
		return fmt.Sprintf("%s: stratum %s has both %v and %v", ErrFPC.Error(), e.Stratum, e.First, e.Other)
	}
	return fmt.Sprintf("%s: %d PSUs drawn in stratum %s out of %v", ErrFPC.Error(), e.Drawn, e.Stratum, e.First)
}

// Unwrap returns [ErrFPC].
func (e *FPCError) Unwrap() error { return ErrFPC }

// Reason says why an estimate has no standard error, or that it has one. The zero value is [NotEstimated], so that an
// Estimate that nobody computed does not look like one without error.
type Reason uint8

// Reasons, in the order in which they are looked for.
const (
	NotEstimated Reason = iota // nobody asked
	Estimated                  // there is a standard error and an interval
	EmptyGroup                 // no row: no figure either
	NoValue                    // division by 0: no figure either
	OnePSU                     // all rows in one PSU, whose difference from others cannot be seen
	NoVariation                // every row has the same value, or the PSUs agree: no precision, just nothing seen
	LoneStrata                 // each stratum of the group has one PSU, and the rule leaves none to measure by
	NoDegrees                  // no more PSUs than strata: a standard error, but no interval
)

// ID returns the name of the reason in output that programs read: "empty-group", "no-value", "one-psu",
// "no-variation", "lone-strata", "no-degrees", "not-estimated"; "" for [Estimated].
func (r Reason) ID() string {
	switch r {
	case Estimated:
		return ""
	case EmptyGroup:
		return "empty-group"
	case NoValue:
		return "no-value"
	case OnePSU:
		return "one-psu"
	case NoVariation:
		return "no-variation"
	case LoneStrata:
		return "lone-strata"
	case NoDegrees:
		return "no-degrees"
	case NotEstimated:
	}
	return "not-estimated"
}

// Err returns nil for [Estimated], else the error that stands for the reason.
func (r Reason) Err() error {
	switch r {
	case Estimated:
		return nil
	case EmptyGroup:
		return ErrEmptyGroup
	case NoValue:
		return ErrNoValue
	case OnePSU:
		return ErrOnePSU
	case NoVariation:
		return ErrNoVariation
	case LoneStrata:
		return ErrLoneStrata
	case NoDegrees:
		return ErrNoDegrees
	case NotEstimated:
	}
	return ErrNotEstimated
}
