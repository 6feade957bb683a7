package compare

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"rakor/model"
)

// DefaultLevel is the confidence level of intervals where none is asked for.
const DefaultLevel = 0.95

// Estimate is a figure with its standard error, in the same unit; unknown where
// nobody printed it.
type Estimate struct {
	Value float64
	SE    model.Maybe[float64]
}

// ErrUncertainty is returned for a standard error that cannot be: negative, not
// a number, a sample of nothing, a design effect of nothing.
var ErrUncertainty = errors.New("impossible uncertainty")

// FromRSE gives an estimate with SE = |value| x rse / 100; rse in percent.
// Error: [ErrUncertainty].
func FromRSE(v, rse float64) (Estimate, error) {
	if !(rse >= 0) || math.IsInf(rse, 0) {
		return Estimate{}, fmt.Errorf("compare: %w: relative standard error %v percent", ErrUncertainty, rse)
	}
	return Estimate{Value: v, SE: model.Known(math.Abs(v) * rse / 100)}, nil
}

// FromSample gives the estimate of a rate in percent from a sample of n
// households with a design effect: SE = 100 sqrt(deff p (1-p) / n) with p =
// value / 100. Error: [ErrUncertainty], also for a rate of 0 or 100, whose
// formula gives no error.
func FromSample(v float64, n int, deff float64) (Estimate, error) {
	p := v / 100
	if n < 1 || !(deff > 0) || math.IsInf(deff, 0) || !(p > 0 && p < 1) {
		return Estimate{}, fmt.Errorf("compare: %w: rate %v percent, n %d, deff %v", ErrUncertainty, v, n, deff)
	}
	return Estimate{Value: v, SE: model.Known(100 * math.Sqrt(deff*p*(1-p)/float64(n)))}, nil
}

// Difference is one figure less another, with what is known of its uncertainty.
// The figures are taken as independent samples.
type Difference struct {
	Points float64 // A - B
	Known  bool    // both standard errors are known: the fields below hold
	SE     float64 // sqrt(SE_A^2 + SE_B^2)
	Level  float64
	// Low and High are Points -+ z SE, z the normal quantile of the level.
	Low, High float64
	// NeededRSE is the relative standard error in percent that both figures may
	// at most have for the difference to be beyond it at this level:
	// 100 |Points| / (z sqrt(A^2 + B^2)). It needs no standard error, and tells
	// how good a survey would have to be. Unknown where there is no difference.
	NeededRSE model.Maybe[float64]
}

// Beyond tells whether zero lies outside the interval; false where nothing is
// known.
func (d Difference) Beyond() bool { return d.Known && (d.Low > 0 || d.High < 0) }

// Differ gives a - b at a level between 0 and 1, [DefaultLevel] for any other.
func Differ(a, b Estimate, level float64) Difference {
	if !(level > 0 && level < 1) {
		level = DefaultLevel
	}
	z := distuv.UnitNormal.Quantile((1 + level) / 2)
	d := Difference{Points: model.Round(a.Value-b.Value, 9), Level: level}
	if size := math.Hypot(a.Value, b.Value); d.Points != 0 && size > 0 {
		d.NeededRSE = model.Known(100 * math.Abs(d.Points) / (z * size))
	}
	if a.SE.OK && b.SE.OK {
		d.Known, d.SE = true, math.Hypot(a.SE.V, b.SE.V)
		d.Low, d.High = d.Points-z*d.SE, d.Points+z*d.SE
	}
	return d
}
