package lorenz

import (
	"fmt"
	"math"
)

// Fit is the outcome of Estimate: both curves, and which of them is preferred
// for what.
type Fit struct {
	Points     Points
	Mean, Line float64
	// ForPoverty is the curve for headcount, gap, severity and Watts index,
	// ForInequality the one for the other figures.
	ForPoverty, ForInequality Family
	// Reason tells why those two were chosen.
	Reason Reason

	curves [2]Curve
}

// Reason is why a curve was preferred.
type Reason int

// The reasons.
const (
	// LowerError: both curves are valid and normal; the lower SSEZ was taken
	// for poverty, the lower SSE for the rest.
	LowerError Reason = iota
	// OnlyValid: one of the curves alone is valid and normal.
	OnlyValid
	// NoneValid: neither is; a valid one goes before a normal one, that before
	// the rest, then the lower error counts. The figures are shown as invalid.
	NoneValid
)

// ID returns the name of the reason in output that programs read: "lower-error", "only-valid", "none-valid".
func (r Reason) ID() string {
	if r < LowerError || r > NoneValid {
		return ""
	}
	return [...]string{"lower-error", "only-valid", "none-valid"}[r]
}

// Curve returns the fitted curve of a family.
func (f Fit) Curve(of Family) Curve {
	if of == Beta {
		return f.curves[1]
	}
	return f.curves[0]
}

// Poverty returns the curve preferred for the poverty figures.
func (f Fit) Poverty() Curve { return f.Curve(f.ForPoverty) }

// Inequality returns the curve preferred for the figures other than poverty.
func (f Fit) Inequality() Curve { return f.Curve(f.ForInequality) }

// Estimate fits the general quadratic and the beta Lorenz curve to the points
// by ordinary least squares, without weights, over all points but the last,
// and returns the figures of both at the given mean and poverty line.
//
//	general quadratic  l (1 - l) on p^2 - l, l (p - 1), p - l, no constant
//	beta               ln(p - l) on 1, ln p, ln(1 - p)
//
// Points come from Parse; mean and line are in one unit and above 0. The choice
// between the curves: where both are valid and normal, the lower SSEZ for
// poverty figures and the lower SSE for the rest; otherwise the valid one.
//
// Errors: ErrMean, ErrLine, ErrTooFewPoints, those of Parse for points made by
// hand, and ErrSingular where neither curve is determined (one alone: Curve.Err).
//
// Source: Datt (1998); choice and validity as the World Bank's code for grouped
// data draws them.
func Estimate(points Points, mean, line float64) (Fit, error) {
	if !positive(mean) {
		return Fit{}, fmt.Errorf("lorenz: %w: %g", ErrMean, mean)
	}
	if !positive(line) {
		return Fit{}, fmt.Errorf("lorenz: %w: %g", ErrLine, line)
	}
	pts, err := points.verified()
	if err != nil {
		return Fit{}, err
	}
	f := Fit{Points: pts, Mean: mean, Line: line}
	q, regQ, errQ := fitQuadratic(pts.P, pts.L)
	b, regB, errB := fitBeta(pts.P, pts.L)
	if errQ != nil && errB != nil {
		return Fit{}, fmt.Errorf("lorenz: %w", ErrSingular)
	}
	f.curves[0] = newCurve(GeneralQuadratic, [3]float64{q.a, q.b, q.c}, q, regQ, errQ, f)
	f.curves[1] = newCurve(Beta, [3]float64{b.theta, b.gamma, b.delta}, b, regB, errB, f)
	f.choose()
	return f, nil
}

// verified returns a copy of the points that Parse would accept; Kind and sums
// stay as they are.
func (p Points) verified() (Points, error) {
	out, err := Parse(p.P, p.L)
	if err != nil {
		return Points{}, err
	}
	if out.Kind != Cumulative {
		return Points{}, fmt.Errorf("lorenz: %w: points must be cumulative", ErrNotShares)
	}
	out.Kind = p.Kind
	if p.SumP > 0 && p.SumL > 0 {
		out.SumP, out.SumL = p.SumP, p.SumL
	}
	if p.OutOfOrder > 0 { // counted in the rows of the source
		out.OutOfOrder = p.OutOfOrder
	}
	return out, nil
}

func newCurve(of Family, k [3]float64, s shape, reg Regression, err error, f Fit) Curve {
	c := Curve{Family: of, Coefficients: k, Mean: f.Mean, Line: f.Line, Regression: reg, Err: err}
	if err != nil {
		nan := math.NaN()
		c.Coefficients = [3]float64{nan, nan, nan}
		c.Poverty = nanPoverty()
		c.Gini, c.MLD, c.Median, c.DCM, c.Polarization, c.SSE, c.SSEZ = nan, nan, nan, nan, nan, nan, nan
		for i := range c.Deciles {
			c.Deciles[i] = nan
		}
		c.Regression = Regression{SST: nan, R2: nan, MSE: nan, SE: [3]float64{nan, nan, nan}}
		return c
	}
	c.shape = s
	var found bool
	c.Poverty, found = poverty(s, f.Mean, f.Line)
	c.Checks, c.Normal, c.Valid = s.conditions(found)
	c.Gini = s.gini()
	c.MLD = -logSlope(s, 1)
	c.Median = f.Mean * s.slope(0.5, 0.5)
	c.DCM = f.Mean * (1 - c.Gini)
	c.Polarization = 2 * (c.DCM - 2*f.Mean*s.value(0.5, 0.5)) / c.Median
	before := 0.0
	for i := range c.Deciles {
		end := 1.0
		if i < 9 {
			p := float64(i+1) / 10
			end = s.value(p, 1-p)
		}
		c.Deciles[i] = end - before
		before = end
	}
	c.SSE, c.SSEZ = c.errorSums(f.Points)
	return c
}

// errorSums returns SSE and SSEZ. The point after those below the headcount
// may be the last one, where a quadratic with A + C < 1 misses 1.
func (c Curve) errorSums(pts Points) (sse, ssez float64) {
	n := len(pts.P) - 1
	below := 0
	for below < n && pts.P[below] < c.Headcount {
		below++
	}
	for i := range pts.P {
		d := pts.L[i] - c.L(pts.P[i])
		if i < n {
			sse += d * d
		}
		if i <= below {
			ssez += d * d
		}
	}
	if math.IsNaN(c.Headcount) {
		ssez = math.NaN()
	}
	return sse, ssez
}

// choose applies the rule of Estimate.
func (f *Fit) choose() {
	q, b := f.curves[0], f.curves[1]
	rank := func(c Curve) int {
		switch {
		case c.Valid && c.Normal:
			return 3
		case c.Valid:
			return 2
		case c.Normal:
			return 1
		case c.Err == nil:
			return 0
		}
		return -1
	}
	rq, rb := rank(q), rank(b)
	switch {
	case rq != 3 && rb != 3:
		f.Reason = NoneValid
	case rq != rb:
		f.Reason = OnlyValid
	}
	switch {
	case rq < rb:
		f.ForPoverty, f.ForInequality = Beta, Beta
	case rq == rb:
		if b.SSEZ < q.SSEZ || math.IsNaN(q.SSEZ) {
			f.ForPoverty = Beta
		}
		if b.SSE < q.SSE || math.IsNaN(q.SSE) {
			f.ForInequality = Beta
		}
	}
}
