package lorenz

import "math"

// Family names one of the two Lorenz curves.
type Family int

// The two curves.
const (
	// GeneralQuadratic is the curve of Villasenor and Arnold (1989).
	GeneralQuadratic Family = iota
	// Beta is the curve of Kakwani (1980).
	Beta
)

// ID returns "gq" or "beta", for output that programs read.
func (f Family) ID() string {
	if f == Beta {
		return "beta"
	}
	return "gq"
}

// Condition is something a fitted curve must satisfy to be a Lorenz curve.
type Condition int

// The conditions; Check.Needed says which of them a curve must meet to be valid.
const (
	// RealRoots: n^2 >= 4 m e^2 (general quadratic).
	RealRoots Condition = iota
	// StartsAtZero: the curve passes through (0, 0): e <= 0, gamma > 0.
	StartsAtZero
	// Rising: no negative income at the low end: C >= 0; slope at 0.001 and 0.051 at least 0.
	Rising
	// Convex: nobody earns more than someone ranked higher.
	Convex
	// EndsNearOne: A + C >= 0.9, the shortfall that the World Bank allows.
	EndsNearOne
	// EndsAtOne: A + C >= 1, what Datt (1998) asks; delta > 0.
	EndsAtOne
	// HeadcountFound: some place on the beta curve has a slope of line / mean.
	HeadcountFound
)

// ID returns the name of the condition in output that programs read: "real-roots", "starts-at-zero", "rising",
// "convex", "ends-near-one", "ends-at-one", "headcount-found".
func (c Condition) ID() string {
	if c < RealRoots || c > HeadcountFound {
		return ""
	}
	return [...]string{"real-roots", "starts-at-zero", "rising", "convex", "ends-near-one", "ends-at-one", "headcount-found"}[c]
}

// Check is a condition and whether the curve meets it. Needed is false for a
// condition that theory asks and the World Bank does not.
type Check struct {
	Condition     Condition
	Holds, Needed bool
}

// Poverty holds the measures at one poverty line, as fractions of 1.
type Poverty struct {
	// Headcount is P0 = H, where the slope of the curve is line / mean. It is 0
	// when every fitted income is at least the line, 1 when every one is below.
	Headcount float64
	// PovertyGap is P1 = H - (mean/line) L(H).
	PovertyGap float64
	// PovertySeverity is P2, the mean of (1 - x/z)^2 over the poor and 0 over
	// the others; NaN where that integral does not exist (beta, gamma <= 1/2).
	PovertySeverity float64
	// Watts is H ln(line/mean) less the integral of ln L' from 0 to H, where L' > 0.
	Watts float64
}

// Curve is a fitted Lorenz curve with its figures. Copies share nothing that
// changes; methods may be called from many goroutines.
type Curve struct {
	Family Family
	// Coefficients are A, B, C of the general quadratic or theta, gamma, delta
	// of the beta curve.
	Coefficients [3]float64
	Mean, Line   float64 // as given, in one unit

	// Poverty holds the measures at Line.
	Poverty
	Gini float64 // 1 - 2 x area under the curve
	MLD  float64 // mean log deviation (Theil 1967): - integral of ln L', where L' > 0
	// Median is mean x L'(1/2), in the unit of the mean.
	Median float64
	// DCM is the distribution-corrected mean, mean x (1 - Gini).
	DCM float64
	// Polarization is 2 (DCM - 2 mean L(1/2)) / Median (Wolfson 1994).
	Polarization float64
	Deciles      [10]float64 // welfare shares of the tenths, poorest first; they add up to 1

	// SSE is the sum of (l - L(p))^2 over all points but the last. SSEZ is the
	// same over the points with p below the headcount of this curve and the
	// one after them.
	SSE, SSEZ  float64
	Regression Regression

	Normal, Valid bool    // as the World Bank draws them; figures of an invalid curve are only shown
	Checks        []Check // what Normal and Valid were concluded from
	// Err is ErrSingular when the points do not determine this curve; its
	// figures are then NaN.
	Err error

	shape shape
}

// shape is the mathematics of one family. Arguments p and q are a share and
// 1 minus it, so that nothing is lost near 1.
type shape interface {
	value(p, q float64) float64
	slope(p, q float64) float64
	roots(t float64) []float64 // places in (0, 1) with slope t, in order
	cuts() []float64           // places in (0, 1) where the formula changes, in order
	severity(h, pg, ratio float64) float64
	gini() float64
	conditions(found bool) (checks []Check, normal, valid bool)
}

// L returns the value of the curve at p, a share of people from 0 to 1: the
// share of welfare of the poorest p. NaN outside 0..1 and without a curve.
func (c Curve) L(p float64) float64 {
	if c.shape == nil || !(p >= 0 && p <= 1) {
		return math.NaN()
	}
	return c.shape.value(p, 1-p)
}

// Income returns mean x L'(p), the income of the person at rank p, a share
// from 0 to 1, in the unit of the mean; it can be negative or infinite at the
// ends. NaN outside 0..1 and without a curve.
func (c Curve) Income(p float64) float64 {
	if c.shape == nil || !(p >= 0 && p <= 1) {
		return math.NaN()
	}
	return c.Mean * c.shape.slope(p, 1-p)
}

// At returns the poverty measures of the curve at another line, in the unit of
// the mean, without a new fit. ErrLine for a line that is not above 0; ErrSingular
// without a curve.
func (c Curve) At(line float64) (Poverty, error) {
	if c.shape == nil {
		return nanPoverty(), ErrSingular
	}
	if !positive(line) {
		return nanPoverty(), ErrLine
	}
	p, _ := poverty(c.shape, c.Mean, line)
	return p, nil
}

// HeadcountAt returns the headcount alone at another line: a closed form or one
// search, for drawing it as a function of the line. Errors as At.
func (c Curve) HeadcountAt(line float64) (float64, error) {
	if c.shape == nil {
		return math.NaN(), ErrSingular
	}
	if !positive(line) {
		return math.NaN(), ErrLine
	}
	h, _ := headcount(c.shape, line/c.Mean)
	return h, nil
}

func nanPoverty() Poverty {
	nan := math.NaN()
	return Poverty{Headcount: nan, PovertyGap: nan, PovertySeverity: nan, Watts: nan}
}

func positive(x float64) bool { return x > 0 && !math.IsInf(x, 0) }

// headcount returns the highest rank at which the slope crosses t upwards, and
// whether there is one. Without it everybody is on one side of the line.
func headcount(s shape, t float64) (float64, bool) {
	roots := s.roots(t)
	for i := len(roots) - 1; i >= 0; i-- {
		next := 1.0
		if i+1 < len(roots) {
			next = roots[i+1]
		}
		mid := roots[i] + (next-roots[i])/2
		if s.slope(mid, 1-mid) > t {
			return roots[i], true
		}
	}
	switch at := s.slope(0.5, 0.5); {
	case math.IsNaN(at) || len(roots) > 0:
		return math.NaN(), false
	case at < t:
		return 1, false
	}
	return 0, false
}

func poverty(s shape, mean, line float64) (Poverty, bool) {
	ratio := mean / line
	h, found := headcount(s, line/mean)
	if math.IsNaN(h) {
		return nanPoverty(), found
	}
	if h == 0 {
		return Poverty{}, found
	}
	pg := h - ratio*s.value(h, 1-h)
	return Poverty{
		Headcount:       h,
		PovertyGap:      pg,
		PovertySeverity: s.severity(h, pg, ratio),
		Watts:           h*math.Log(line/mean) - logSlope(s, h),
	}, found
}

// logSlope is the integral of ln L' over the part of 0..h where L' > 0. A curve
// is cut where its slope passes through 0, so that the logarithm is singular at
// an end only, which the quadrature takes.
func logSlope(s shape, h float64) float64 {
	edges := []float64{0}
	for _, list := range [][]float64{s.roots(0), s.cuts()} {
		for _, p := range list {
			if p < h {
				edges = append(edges, p)
			}
		}
	}
	edges = append(edges, h)
	sortSmall(edges)
	sum := 0.0
	for i := 1; i < len(edges); i++ {
		lo, hi := edges[i-1], edges[i]
		mid := lo + (hi-lo)/2
		if !(s.slope(mid, 1-mid) > 0) {
			continue
		}
		sum += integrate(func(p, q float64) float64 { return math.Log(s.slope(p, q)) }, lo, hi)
	}
	return sum
}

// sortSmall sorts a handful of numbers.
func sortSmall(x []float64) {
	for i := 1; i < len(x); i++ {
		for j := i; j > 0 && x[j] < x[j-1]; j-- {
			x[j], x[j-1] = x[j-1], x[j]
		}
	}
}
