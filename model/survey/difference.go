package survey

import "math"

// Difference is one estimate minus another, and whether that is more than noise. Where something does not exist it is
// NaN, and Why says the reason.
type Difference struct {
	Value     float64
	SE        float64
	Low, High float64 // t interval
	T         float64 // Value / SE
	P         float64 // two-sided probability of so large a T where there is no difference
	DF        int
	Why       Reason
}

// Significant tells whether the difference is beyond noise at a level such as 0.95: whether P is below 1 - level. It is
// false where there is no standard error.
func (x Difference) Significant(level float64) bool {
	return (x.Why == Estimated) && x.P < 1-level
}

// Difference returns a - b, two estimates of this design, with their covariance; both must have their linear form. The
// interval has the level of the rules, degrees of freedom are those of the PSUs that have a row in either.
//
//	V = V(a) + V(b) - 2 Cov(a, b)
//
// Errors: [ErrNoLinear]. Where a or b has no standard error its reason is that of the difference; where the two are the
// same figure it is [NoVariation].
func (d *Design) Difference(a, b Estimate) (Difference, error) {
	e, err := d.Combine([]float64{1, -1}, []Estimate{a, b})
	if err != nil {
		return Difference{}, err
	}
	return e.test(), nil
}

// Independent returns a - b of two samples that were drawn independently, with an interval at the given level:
//
//	V = V(a) + V(b)
//
// The degrees of freedom are the sum of both, those of the two samples as one with their strata apart. Where a or b has
// no standard error its reason is that of the difference.
func Independent(a, b Estimate, level float64) Difference {
	nan := math.NaN()
	e := Estimate{
		Value: a.Value - b.Value, SE: nan, Low: nan, High: nan,
		Why: Estimated, DF: a.DF + b.DF,
	}
	for _, x := range []Estimate{b, a} {
		if _, ok := x.StandardError(); !ok {
			e.Why = x.Why
		}
	}
	if e.Why == Estimated {
		e.SE = math.Hypot(a.SE, b.SE)
		e.limits(new(student), level, false)
	}
	return e.test()
}

// test turns an estimate of a difference into a test of it.
func (e Estimate) test() Difference {
	x := Difference{
		Value: e.Value, SE: e.SE, Low: e.Low, High: e.High,
		T: math.NaN(), P: math.NaN(), DF: e.DF, Why: e.Why,
	}
	switch {
	case e.Why != Estimated:
	case e.SE > 0:
		x.T = e.Value / e.SE
		x.P = twoSided(x.T, e.DF)
	case e.Value == 0: // known without error, and equal
		x.T, x.P = 0, 1
	default:
		x.T, x.P = math.Copysign(math.Inf(1), e.Value), 0
	}
	return x
}
