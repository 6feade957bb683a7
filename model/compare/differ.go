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

// Uncertainty is what a person knows of the sampling error of the figures of
// regencies and cities, which BPS does not print: a relative standard error, or
// else the size of the sample with its design effect. The zero Uncertainty
// knows nothing.
type Uncertainty struct {
	RSE    float64 // percent, above 0 to 100; 0 for not known
	Sample int     // households; 0 for not known
	Deff   float64 // of the sample; 0 for 1
}

// Known tells whether anything is known.
func (u Uncertainty) Known() bool { return u.RSE > 0 || u.Sample > 0 }

// Of gives a figure its standard error: by [FromRSE], else for a percentage by
// [FromSample]. The error is unknown where nothing is known of it, for figures
// of provinces and the nation, of which u does not speak, and for what is
// counted in a register.
func (u Uncertainty) Of(v float64, ind model.Indicator, level model.Level) Estimate {
	e := Estimate{Value: v}
	if !level.IsLocal() || !Sampled(ind.ID) {
		return e
	}
	switch {
	case u.RSE > 0:
		if x, err := FromRSE(v, u.RSE); err == nil {
			return x
		}
	case u.Sample > 0 && ind.Unit == model.UnitPercent:
		deff := u.Deff
		if deff == 0 {
			deff = 1
		}
		if x, err := FromSample(v, u.Sample, deff); err == nil {
			return x
		}
	}
	return e
}

// Band gives the interval of an estimate at a level, cut at zero and, for a
// percentage, at a hundred; ok is false where its error is unknown.
func (e Estimate) Band(ind model.Indicator, level float64) (lo, hi float64, ok bool) {
	if !e.SE.OK {
		return 0, 0, false
	}
	if !(level > 0 && level < 1) {
		level = DefaultLevel
	}
	z := distuv.UnitNormal.Quantile((1 + level) / 2)
	lo, hi = e.Value-z*e.SE.V, e.Value+z*e.SE.V
	if ind.Min >= 0 {
		lo = max(lo, 0)
	}
	if ind.Unit == model.UnitPercent {
		hi = min(hi, 100)
	}
	return lo, hi, true
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
