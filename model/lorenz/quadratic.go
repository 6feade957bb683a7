package lorenz

import "math"

// quadratic is the general quadratic Lorenz curve
//
//	L(p) = -(B p + e + sqrt(Q(p))) / 2,  Q(p) = m p^2 + n p + e^2
//
// with e = -(A + B + C + 1), m = B^2 - 4A, n = 2Be - 4C and the discriminant
// r^2 = n^2 - 4 m e^2 (Villasenor and Arnold 1989; Datt 1998, section 3).
type quadratic struct {
	a, b, c       float64
	e, m, n, r2   float64
	end           float64 // |A + C - 1|, the root of Q(1)
	sumAC         float64 // A + C, the value of the curve at 1 where it is below 1
	slopeAtVertex float64 // slope where Q is below 0 and taken as 0
}

func newQuadratic(a, b, c float64) quadratic {
	e := -(a + b + c + 1)
	m := b*b - 4*a
	n := 2*b*e - 4*c
	return quadratic{
		a: a, b: b, c: c, e: e, m: m, n: n, r2: n*n - 4*m*e*e,
		end: math.Abs(a + c - 1), sumAC: a + c, slopeAtVertex: -b / 2,
	}
}

// fitQuadratic regresses l (1 - l) on p^2 - l, l (p - 1) and p - l over all
// points but the last.
func fitQuadratic(p, l []float64) (quadratic, Regression, error) {
	n := len(p) - 1
	var x [3][]float64
	for j := range x {
		x[j] = make([]float64, n)
	}
	y := make([]float64, n)
	for i := range n {
		x[0][i] = p[i]*p[i] - l[i]
		x[1][i] = l[i] * (p[i] - 1)
		x[2][i] = p[i] - l[i]
		y[i] = l[i] * (1 - l[i])
	}
	k, reg, err := leastSquares(x, y)
	if err != nil {
		return quadratic{}, reg, err
	}
	return newQuadratic(k[0], k[1], k[2]), reg, nil
}

// under is Q(p), below 0 taken as 0. Near 1 it is written in q = 1 - p, which
// keeps the digits that m p^2 + n p + e^2 would cancel.
func (c quadratic) under(p, q float64) float64 {
	v := (c.m*p+c.n)*p + c.e*c.e
	if p > 0.5 {
		v = c.end*c.end - (2*c.m+c.n)*q + c.m*q*q
	}
	return math.Max(v, 0)
}

func (c quadratic) value(p, q float64) float64 {
	return -(c.b*p + c.e + math.Sqrt(c.under(p, q))) / 2
}

func (c quadratic) slope(p, q float64) float64 {
	d := 2*c.m*p + c.n
	if p > 0.5 {
		d = 2*c.m + c.n - 2*c.m*q
	}
	if d == 0 {
		return c.slopeAtVertex
	}
	u := c.under(p, q)
	if u == 0 && p > 0 && q > 0 {
		return c.slopeAtVertex
	}
	return c.slopeAtVertex - d/(4*math.Sqrt(u))
}

// roots returns where in (0, 1) the slope is t: with b = B + 2t,
// p = -(n + r b / sqrt(b^2 - m)) / (2m), at most one place.
func (c quadratic) roots(t float64) []float64 {
	b := c.b + 2*t
	w := b*b - c.m // r^2 / (4 Q(p)), so above 0 where there is a solution
	if !(w > 0) || !(c.r2 > 0) {
		return nil
	}
	k := math.Sqrt(c.r2/w) * b
	p := -(c.n + k) / (2 * c.m)
	if c.n*k < 0 {
		// The two terms cancel, and for m near 0 all digits go. The same root,
		// multiplied out with n - k: (n^2 - k^2) = m (n^2 - 4 e^2 b^2) / -w.
		p = (c.n*c.n - 4*c.e*c.e*b*b) / (2 * w * (c.n - k))
	}
	if !(p > 0 && p < 1) {
		return nil
	}
	return []float64{p}
}

// cuts returns the places in (0, 1) where Q changes its sign; a normal curve
// has none.
func (c quadratic) cuts() []float64 {
	if !(c.r2 > 0) || c.m == 0 {
		return nil
	}
	r := math.Sqrt(c.r2)
	var out []float64
	for _, s := range []float64{(-c.n - r) / (2 * c.m), (-c.n + r) / (2 * c.m)} {
		if s > 0 && s < 1 {
			out = append(out, s)
		}
	}
	return out
}

// squaredSlope is the integral of the squared slope from 0 to h:
//
//	(r/16) ln((1 - h/s1) / (1 - h/s2)) - A h - B L(h)
//
// with s1 = (r - n)/(2m) and s2 = -(r + n)/(2m). The logarithm is written with
// 1/s1 = -(n + r)/(2e^2) and 1/s2 = (r - n)/(2e^2), which do not divide by m.
func (c quadratic) squaredSlope(h float64) float64 {
	if !(c.r2 > 0) {
		return math.NaN()
	}
	r := math.Sqrt(c.r2)
	e2 := 2 * c.e * c.e
	ratio := (e2 + h*(c.n+r)) / (e2 + h*(c.n-r))
	return r/16*math.Log(ratio) - c.a*h - c.b*c.value(h, 1-h)
}

// severity is 2 PG - H + (mu/z)^2 x the integral of the squared slope.
func (c quadratic) severity(h, pg, ratio float64) float64 {
	if h == 0 {
		return 0
	}
	return 2*pg - h + ratio*ratio*c.squaredSlope(h)
}

// gini is 1 - 2 x the integral of L: closed where m is clear of 0, else by
// quadrature, because the closed form divides by m^1.5.
func (c quadratic) gini() float64 {
	r := math.Sqrt(c.r2)
	if math.Abs(c.m) < 0.01 || len(c.cuts()) > 0 || math.IsNaN(r) {
		root := integrate(func(p, q float64) float64 { return math.Sqrt(c.under(p, q)) }, 0, 1)
		return 1 + c.b/2 + c.e + root
	}
	g := 1 + c.b/2 + c.e + ((2*c.m+c.n)*c.end-c.n*math.Abs(c.e))/(4*c.m)
	if c.m < 0 {
		asin := func(x float64) float64 { return math.Asin(math.Max(-1, math.Min(1, x))) }
		return g + c.r2/(8*c.m*math.Sqrt(-c.m))*(asin((2*c.m+c.n)/r)-asin(c.n/r))
	}
	s := math.Sqrt(c.m)
	return g - c.r2/(8*c.m*s)*math.Log(math.Abs((2*c.m+c.n+2*s*c.end)/(c.n+2*s*math.Abs(c.e))))
}

// conditions: the curve is normal when it passes through (0, 0), has a root to
// take, begins with a slope of at least 0 (which is C / -e) and is convex over
// 0..1; it is valid when it also ends at 1, or nearly.
func (c quadratic) conditions(bool) (checks []Check, normal, valid bool) {
	e2 := 4 * c.e * c.e
	convex := c.m < 0
	switch {
	case c.m > 0 && c.n >= 0:
		convex = c.m*e2 < c.n*c.n
	case c.m > 0:
		convex = c.m < -c.n/2 && c.m*e2 < c.n*c.n
	}
	realRoots := c.n*c.n >= c.m*e2
	checks = []Check{
		{RealRoots, realRoots, true},
		{StartsAtZero, c.e <= 0, true},
		{Rising, c.c >= 0, true},
		{Convex, convex, true},
		{EndsNearOne, c.sumAC >= 0.9, true},
		{EndsAtOne, c.sumAC >= 1, false},
	}
	normal = realRoots && c.e <= 0 && c.c >= 0 && convex
	return checks, normal, normal && c.sumAC >= 0.9
}
