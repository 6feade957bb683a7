package survey

import (
	"fmt"
	"math"
	"slices"
)

// Method is the way in which an interval was made.
type Method uint8

// Methods.
const (
	NoInterval Method = iota
	T                 // estimate -/+ t SE; not cut off at 0
	Logit             // the same on the scale of ln(p/(1-p)), for shares
	Woodruff          // for quantiles: the T interval of F(quantile), read back
)

// Estimate is a figure and how sure it is. Where something does not exist it is NaN, and Why says the reason.
type Estimate struct {
	Value     float64 // NaN for EmptyGroup and NoValue
	SE        float64 // standard error, in the unit of Value; NaN unless Why is Estimated, or NoDegrees
	Low, High float64 // limits of the interval at the level of the rules; NaN unless Why is Estimated
	Deff      float64 // design effect; NaN where there is no SE, for figures without one, and for a census
	Why       Reason
	Method    Method
	N         int // rows in the group
	PSUs      int // PSUs with a row in the group
	DF        int // PSUs minus strata with a row in the group

	// Linear is the linear form, for covariances; nil in tables unless asked for.
	Linear *Linear
}

// Linear is an estimate as a sum over PSUs: its error is that of the sum. PSUs not listed have 0. Both slices are
// read-only and belong to the design that made them.
type Linear struct {
	PSU   []int32 // ascending
	Total []float64
}

// StandardError returns the standard error, or false when there is none.
func (e Estimate) StandardError() (float64, bool) {
	if e.Why != Estimated && e.Why != NoDegrees || math.IsNaN(e.SE) {
		return math.NaN(), false
	}
	return e.SE, true
}

// RSE returns the relative standard error SE/|Value| as a fraction of 1, or false when there is none: BPS uses figures
// up to 0.25, with care up to 0.50, and not above.
func (e Estimate) RSE() (float64, bool) {
	se, ok := e.StandardError()
	if !ok || e.Value == 0 {
		return math.NaN(), false
	}
	return se / math.Abs(e.Value), true
}

// Interval returns the limits, or false when there are none.
func (e Estimate) Interval() (low, high float64, ok bool) {
	if e.Why != Estimated || math.IsNaN(e.Low) || math.IsNaN(e.High) {
		return math.NaN(), math.NaN(), false
	}
	return e.Low, e.High, true
}

// DesignEffect returns the design effect, or false when there is none.
func (e Estimate) DesignEffect() (float64, bool) {
	return e.Deff, e.Why != NotEstimated && !math.IsNaN(e.Deff)
}

// Err returns nil when there is a standard error and an interval, else the error of the reason.
func (e Estimate) Err() error { return e.Why.Err() }

// draft is what an estimator knows before the design is asked for the variance.
type draft struct {
	value   float64
	scale   float64 // size of the figure, below 1e-13 of which a standard error is rounding noise
	flat    bool    // every row has the same value, so that nothing can be seen of the error
	summing bool    // a total: its linear form does not add up to 0, and one PSU does have a variance
	logit   bool    // a share of 0..1
	simple  float64 // variance of a simple random sample of that size; NaN: no design effect
	keep    bool
}

// simple returns the variance that a mean would have in a simple random sample of the part's rows, out of as many
// people as they stand for:
//
//	(1 - n/W) S^2 / n    S^2 = n/(n-1) x spread
//
// with spread the weighted mean of squared deviations; NaN where it is not positive. Kish (1965); n counts rows but W
// people, as in R.
func (p *part) simple(spread float64) float64 {
	n := float64(p.n())
	v := (1 - n/p.people) * spread / (n - 1)
	if !(v > 0) {
		return math.NaN()
	}
	return v
}

// none is an estimate without anything but its size and reason.
func (p *part) none(why Reason) Estimate {
	nan := math.NaN()
	return Estimate{
		Value: nan, SE: nan, Low: nan, High: nan, Deff: nan,
		Why: why, N: p.n(), PSUs: len(p.psus), DF: p.df(),
	}
}

// estimate turns a draft and its linear form t, by PSU of the part, into an estimate. t is copied if it is kept.
func (p *part) estimate(st *student, x draft, t []float64) Estimate {
	e := p.none(EmptyGroup)
	if p.n() == 0 {
		return e
	}
	e.Value = x.value
	if math.IsNaN(x.value) || math.IsInf(x.value, 0) {
		e.Value = math.NaN()
		e.Why = NoValue
		return e
	}
	if x.keep {
		if p.shared == nil {
			p.shared = slices.Clone(p.psus)
		}
		e.Linear = &Linear{PSU: p.shared, Total: slices.Clone(t)}
	}
	if e.Why = p.obstacle(x); e.Why != Estimated {
		return e
	}
	v := p.d.covariance(p.spans, t, t)
	se := math.Sqrt(v)
	if !p.d.census(p.spans) && !(se > 1e-13*x.scale) {
		e.Why = NoVariation
		return e
	}
	e.SE = se
	if v > 0 {
		e.Deff = v / x.simple
	}
	e.limits(st, p.d.rules.Level, x.logit)
	return e
}

// obstacle returns the reason that can be seen without the variance, else Estimated.
func (p *part) obstacle(x draft) Reason {
	switch {
	case p.d.census(p.spans):
		return Estimated // without error, and known to be
	case len(p.psus) == 1 && !x.summing:
		return OnePSU
	case x.flat:
		return NoVariation
	case !p.d.measurable(p.spans):
		return LoneStrata
	}
	return Estimated
}

// limits fills in the interval of an estimate that has a standard error.
func (e *Estimate) limits(st *student, level float64, logit bool) {
	if e.SE == 0 {
		e.Low, e.High, e.Method = e.Value, e.Value, T
		return
	}
	t := st.two(level, e.DF)
	if math.IsNaN(t) {
		e.Why = NoDegrees
		return
	}
	if logit {
		e.Low, e.High = logitLimits(e.Value, e.SE, t)
		e.Method = Logit
		return
	}
	e.Low, e.High, e.Method = e.Value-t*e.SE, e.Value+t*e.SE, T
}

// Covariance returns the covariance of two estimates of this design, and of an estimate with itself the variance.
// Errors: [ErrNoLinear].
func (d *Design) Covariance(a, b Estimate) (float64, error) {
	psus, t, u, err := d.align(a.Linear, b.Linear)
	if err != nil {
		return 0, err
	}
	return d.covariance(d.strataOf(nil, psus), t, u), nil
}

// align puts two linear forms on one list of PSUs.
func (d *Design) align(a, b *Linear) (psus []int32, t, u []float64, err error) {
	for _, l := range []*Linear{a, b} {
		if l == nil || len(l.PSU) != len(l.Total) {
			return nil, nil, nil, ErrNoLinear
		}
		if n := len(l.PSU); n > 0 && (l.PSU[0] < 0 || int(l.PSU[n-1]) >= d.PSUs()) {
			return nil, nil, nil, fmt.Errorf("%w: PSU %d of %d", ErrNoLinear, l.PSU[n-1], d.PSUs())
		}
	}
	if slices.Equal(a.PSU, b.PSU) {
		return a.PSU, a.Total, b.Total, nil
	}
	i, j := 0, 0
	for i < len(a.PSU) || j < len(b.PSU) {
		var q int32
		switch {
		case j == len(b.PSU) || i < len(a.PSU) && a.PSU[i] < b.PSU[j]:
			q = a.PSU[i]
		default:
			q = b.PSU[j]
		}
		var x, y float64
		if i < len(a.PSU) && a.PSU[i] == q {
			x = a.Total[i]
			i++
		}
		if j < len(b.PSU) && b.PSU[j] == q {
			y = b.Total[j]
			j++
		}
		psus, t, u = append(psus, q), append(t, x), append(u, y)
	}
	return psus, t, u, nil
}
