package lorenz

import (
	"errors"
	"fmt"
	"math"
)

// MinPoints is the smallest number of groups that can be fitted: three
// coefficients are estimated from all points but the last, and one degree of
// freedom must remain for the errors of the regression. Quintiles suffice.
const MinPoints = 5

// rescaleLimit is how far a sum of plain shares may lie from 1 before it is no
// rounding any more: ten groups rounded to three decimals can miss by 0.005.
const rescaleLimit = 0.01

// endTolerance is how far the last cumulative share may lie from 1.
const endTolerance = 1e-6

// Errors for shares, mean and line that cannot be fitted. They come wrapped,
// those about one row inside a *PointError.
var (
	// ErrLength says that the two columns have different lengths.
	ErrLength = errors.New("population and welfare shares differ in length")
	// ErrTooFewPoints says that there are fewer than MinPoints groups.
	ErrTooFewPoints = errors.New("too few groups")
	// ErrNotFinite says that a number is NaN or infinite.
	ErrNotFinite = errors.New("not a finite number")
	// ErrShareRange says that a share is below 0 or above 1.
	ErrShareRange = errors.New("share outside 0 to 1 (shares are fractions, not percent)")
	// ErrNotIncreasing says that cumulative shares do not grow from row to row.
	ErrNotIncreasing = errors.New("cumulative share does not increase")
	// ErrNotShares says that the columns are neither cumulative (ending at 1) nor plain (adding up to 1).
	ErrNotShares = errors.New("neither cumulative shares ending at 1 nor plain shares adding up to 1")
	// ErrAboveDiagonal says that a cumulative welfare share is not below its population share:
	// the groups are not ordered from poorest to richest, or there is no inequality to fit.
	ErrAboveDiagonal = errors.New("cumulative welfare share is not below the population share")
	// ErrMean says that the mean is not a finite number above 0.
	ErrMean = errors.New("mean must be above 0")
	// ErrLine says that the poverty line is not a finite number above 0.
	ErrLine = errors.New("poverty line must be above 0")
	// ErrSingular says that the points do not determine the three coefficients of a curve.
	ErrSingular = errors.New("the points do not determine the curve")
)

// PointError is an error about one row of the shares.
type PointError struct {
	Row    int     // counted from 1
	Column string  // "population" or "welfare"
	Value  float64 // what was found
	Err    error   // one of the errors of this package
}

// Error returns the sentence: row, column, value and reason.
func (e *PointError) Error() string {
	return fmt.Sprintf("lorenz: row %d, %s share %g: %v", e.Row, e.Column, e.Value, e.Err)
}

// Unwrap returns the reason, one of the errors of this package.
func (e *PointError) Unwrap() error { return e.Err }

// Kind tells how shares were given.
type Kind int

// The two ways of giving shares.
const (
	// Cumulative shares count everybody up to and including the group; the last is 1.
	Cumulative Kind = iota
	// Plain shares count the group alone; they add up to 1.
	Plain
)

// ID returns "cumulative" or "plain", for output that programs read.
func (k Kind) ID() string {
	if k == Plain {
		return "plain"
	}
	return "cumulative"
}

// Points are the points of an empirical Lorenz curve: cumulative shares of
// people and of their welfare, poorest first, both ending at 1, without (0, 0).
type Points struct {
	P, L []float64
	// Kind tells how the shares were given.
	Kind Kind
	// SumP and SumL are the sums of plain shares as given; when one is not 1
	// the shares were divided by it. Both are 1 for cumulative shares.
	SumP, SumL float64
	// OutOfOrder is the row, counted from 1, of the first group that is poorer
	// on average than the group before it; 0 when there is none. The curve is
	// fitted all the same: rounding can do this.
	OutOfOrder int
}

// Rescaled reports whether plain shares were divided by a sum that was not 1.
func (p Points) Rescaled() bool { return p.SumP != 1 || p.SumL != 1 }

// Parse returns the points of the Lorenz curve given by two columns of shares,
// and tells cumulative from plain shares:
//
//	cumulative  the last row of both columns is 1 (within 1e-6)
//	plain       otherwise, if both columns add up to 1 (within 0.01)
//
// Plain shares are added up; a sum that is off by rounding is divided out, and
// SumP and SumL keep it. A first cumulative row (0, 0) says nothing and is
// dropped. Shares are fractions of 1, poorest group first, at least MinPoints
// of them; the inputs are not modified.
//
// Errors: ErrLength, ErrTooFewPoints, ErrNotShares; as *PointError ErrNotFinite,
// ErrShareRange, ErrNotIncreasing (population must grow, welfare must not
// shrink) and ErrAboveDiagonal.
func Parse(population, welfare []float64) (Points, error) {
	if len(population) != len(welfare) {
		return Points{}, fmt.Errorf("lorenz: %w: %d and %d", ErrLength, len(population), len(welfare))
	}
	if err := checkRange(population, "population"); err != nil {
		return Points{}, err
	}
	if err := checkRange(welfare, "welfare"); err != nil {
		return Points{}, err
	}
	pts, first := cumulate(population, welfare)
	if n := len(pts.P); n < MinPoints {
		return Points{}, fmt.Errorf("lorenz: %w: %d, at least %d needed", ErrTooFewPoints, n, MinPoints)
	}
	if pts.Kind == Plain && (math.Abs(pts.SumP-1) > rescaleLimit || math.Abs(pts.SumL-1) > rescaleLimit) {
		n := len(population) - 1
		return Points{}, fmt.Errorf("lorenz: %w: last row %g and %g, sums %g and %g",
			ErrNotShares, population[n], welfare[n], pts.SumP, pts.SumL)
	}
	if err := pts.check(first); err != nil {
		return Points{}, err
	}
	return pts, nil
}

func checkRange(x []float64, column string) error {
	for i, v := range x {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return &PointError{Row: i + 1, Column: column, Value: v, Err: ErrNotFinite}
		}
		if v < 0 || v > 1+endTolerance {
			return &PointError{Row: i + 1, Column: column, Value: v, Err: ErrShareRange}
		}
	}
	return nil
}

// cumulate returns copies of the columns as cumulative shares, and the row,
// counted from 1, of the first of them.
func cumulate(population, welfare []float64) (Points, int) {
	n := len(population)
	if n == 0 {
		return Points{SumP: 1, SumL: 1}, 1
	}
	if math.Abs(population[n-1]-1) <= endTolerance && math.Abs(welfare[n-1]-1) <= endTolerance {
		first := 0
		if n > 1 && population[0] == 0 && welfare[0] == 0 {
			first = 1
		}
		pts := Points{
			P: append([]float64(nil), population[first:]...), L: append([]float64(nil), welfare[first:]...),
			Kind: Cumulative, SumP: 1, SumL: 1,
		}
		pts.P[len(pts.P)-1], pts.L[len(pts.L)-1] = 1, 1
		return pts, first + 1
	}
	pts := Points{P: make([]float64, n), L: make([]float64, n), Kind: Plain}
	pts.SumP, pts.SumL = runningSum(pts.P, population), runningSum(pts.L, welfare)
	return pts, 1
}

// runningSum writes the running sums of x to dst, ending at exactly 1, and
// returns the sum as given, or 1 where it differs by no more than the
// arithmetic may.
func runningSum(dst, x []float64) float64 {
	sum := 0.0
	for i, v := range x {
		sum += v
		dst[i] = sum
	}
	if sum > 0 {
		if math.Abs(sum-1) <= 1e-9 {
			sum = 1
		} else {
			for i := range dst {
				dst[i] /= sum
			}
		}
		dst[len(dst)-1] = 1
	}
	return sum
}

// check refuses points that are no Lorenz curve and notes a group out of order.
func (p *Points) check(first int) error {
	lastP, lastL, lastSlope := 0.0, 0.0, 0.0
	for i := range p.P {
		dp, dl := p.P[i]-lastP, p.L[i]-lastL
		if dp <= 0 {
			return &PointError{Row: first + i, Column: "population", Value: p.P[i], Err: ErrNotIncreasing}
		}
		if dl < 0 {
			return &PointError{Row: first + i, Column: "welfare", Value: p.L[i], Err: ErrNotIncreasing}
		}
		if i < len(p.P)-1 && p.L[i] >= p.P[i] {
			return &PointError{Row: first + i, Column: "welfare", Value: p.L[i], Err: ErrAboveDiagonal}
		}
		if slope := dl / dp; slope < lastSlope && p.OutOfOrder == 0 {
			// A running sum carries an error of a few last places, which is no order.
			if lastSlope-slope > 1e-9*lastSlope {
				p.OutOfOrder = first + i
			}
		}
		lastP, lastL, lastSlope = p.P[i], p.L[i], dl/dp
	}
	return nil
}
