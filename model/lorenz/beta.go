package lorenz

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// betaCurve is the beta Lorenz curve of Kakwani (1980)
//
//	L(p) = p - theta p^gamma (1 - p)^delta
type betaCurve struct{ theta, gamma, delta float64 }

// fitBeta regresses ln(p - l) on 1, ln p and ln(1 - p) over all points but the last.
func fitBeta(p, l []float64) (betaCurve, Regression, error) {
	n := len(p) - 1
	var x [3][]float64
	for j := range x {
		x[j] = make([]float64, n)
	}
	y := make([]float64, n)
	for i := range n {
		x[0][i] = 1
		x[1][i] = math.Log(p[i])
		x[2][i] = math.Log1p(-p[i])
		y[i] = math.Log(p[i] - l[i])
	}
	k, reg, err := leastSquares(x, y)
	if err != nil {
		return betaCurve{}, reg, err
	}
	return betaCurve{math.Exp(k[0]), k[1], k[2]}, reg, nil
}

// bow is theta p^gamma q^delta, how far the curve hangs below the diagonal.
func (c betaCurve) bow(p, q float64) float64 {
	if p <= 0 || q <= 0 {
		return 0
	}
	return c.theta * math.Exp(c.gamma*math.Log(p)+c.delta*math.Log(q))
}

func (c betaCurve) value(p, q float64) float64 { return p - c.bow(p, q) }

func (c betaCurve) slope(p, q float64) float64 {
	return 1 - c.bow(p, q)*(c.gamma/p-c.delta/q)
}

// curvature is the second derivative; its sign is that of a quadratic in p/q.
func (c betaCurve) curvature(p, q float64) float64 {
	g, d := c.gamma, c.delta
	return c.bow(p, q) * (g*(1-g)/(p*p) + 2*g*d/(p*q) + d*(1-d)/(q*q))
}

// turns returns the logits ln(p/q) at which the curvature changes its sign, in order.
func (c betaCurve) turns() []float64 {
	k0, k1, k2 := c.gamma*(1-c.gamma), 2*c.gamma*c.delta, c.delta*(1-c.delta)
	disc := k1*k1 - 4*k0*k2
	if disc < 0 {
		return nil
	}
	s := -(k1 + math.Copysign(math.Sqrt(disc), k1)) / 2
	var out []float64
	for _, x := range []float64{s / k2, k0 / s} {
		if x > 0 && !math.IsInf(x, 0) {
			out = append(out, math.Log(x))
		}
	}
	if len(out) == 2 && out[0] > out[1] {
		out[0], out[1] = out[1], out[0]
	}
	return out
}

// logitReach bounds the search for roots: exp(-700) is the smallest p that
// double precision still holds with all digits.
const logitReach = 700

// roots returns where in (0, 1) the slope is t. Between two turns the slope is
// monotone, so each stretch has at most one root; it is found by halving in
// ln(p/q), which keeps relative precision near both ends.
func (c betaCurve) roots(t float64) []float64 {
	f := func(y float64) float64 { return c.slope(1/(1+math.Exp(-y)), 1/(1+math.Exp(y))) - t }
	edges := append([]float64{-logitReach}, c.turns()...)
	edges = append(edges, logitReach)
	var out []float64
	for i := 1; i < len(edges); i++ {
		lo, hi := edges[i-1], edges[i]
		flo, fhi := f(lo), f(hi)
		if !(flo*fhi < 0) {
			continue
		}
		for {
			mid := lo + (hi-lo)/2
			if mid <= lo || mid >= hi {
				break
			}
			if (f(mid) < 0) == (flo < 0) {
				lo = mid
			} else {
				hi = mid
			}
		}
		out = append(out, 1/(1+math.Exp(-(lo+hi)/2)))
	}
	return out
}

func (betaCurve) cuts() []float64 { return nil }

// severity is v (2 PG - v H) + (theta mu/z)^2 (gamma^2 I(2 gamma - 1, 2 delta + 1)
// - 2 gamma delta I(2 gamma, 2 delta) + delta^2 I(2 gamma + 1, 2 delta - 1)),
// v = 1 - mu/z, I the incomplete beta function up to H, not regularised.
func (c betaCurve) severity(h, pg, ratio float64) float64 {
	g, d := c.gamma, c.delta
	if h == 0 {
		return 0
	}
	if !(g > 0.5) || !(d > 0) {
		return math.NaN()
	}
	// The last integral has a second argument that may be 0 or negative; its
	// integrand is smooth at 0, so that quadrature gives all digits.
	last := integrate(func(p, q float64) float64 {
		return math.Exp(2*g*math.Log(p) + (2*d-2)*math.Log(q))
	}, 0, h)
	v, k := 1-ratio, c.theta*ratio
	return v*(2*pg-v*h) + k*k*(g*g*incompleteBeta(2*g-1, 2*d+1, h)-
		2*g*d*incompleteBeta(2*g, 2*d, h)+d*d*last)
}

// incompleteBeta is the integral of t^(a-1) (1-t)^(b-1) from 0 to x, a, b > 0.
func incompleteBeta(a, b, x float64) float64 {
	return mathext.RegIncBeta(a, b, x) * mathext.Beta(a, b)
}

// gini is 2 theta Beta(gamma + 1, delta + 1).
func (c betaCurve) gini() float64 {
	if !(c.gamma > -1) || !(c.delta > -1) {
		return math.NaN()
	}
	return 2 * c.theta * mathext.Beta(c.gamma+1, c.delta+1)
}

// conditions: the curve is normal when a headcount was found; it is valid when
// slope and curvature are not negative at the places the World Bank looks at.
// A curve that misses a corner is no Lorenz curve and not valid either.
func (c betaCurve) conditions(found bool) (checks []Check, normal, valid bool) {
	rising, convex := true, true
	for i := range 20 {
		p := 0.001 + 0.05*float64(i)
		if i < 2 && !(c.slope(p, 1-p) >= 0) {
			rising = false
		}
		if !(c.curvature(p, 1-p) >= 0) {
			convex = false
		}
	}
	checks = []Check{
		{HeadcountFound, found, true},
		{StartsAtZero, c.gamma > 0, true},
		{Rising, rising, true},
		{Convex, convex, true},
		{EndsAtOne, c.delta > 0, true},
	}
	return checks, found, rising && convex && c.gamma > 0 && c.delta > 0
}
