package lorenz

import "math"

// Step and reach of the quadrature: 1/16 and 4.5 give 1e-13 and better for the
// logarithmic and power singularities that slopes of Lorenz curves have at 0
// and 1, at 145 evaluations.
const (
	quadStep  = 1.0 / 16
	quadReach = 72
)

// integrate returns the integral of f from lo to hi by the double exponential
// rule (Takahasi and Mori 1974). f gets p and 1 - p, the latter without
// cancellation near 1; values that are not finite count as 0, because they
// stand at an end with a weight of nearly nothing.
func integrate(f func(p, q float64) float64, lo, hi float64) float64 {
	width := hi - lo
	if !(width > 0) {
		return 0
	}
	rest := 1 - hi
	sum := 0.0
	for k := -quadReach; k <= quadReach; k++ {
		t := float64(k) * quadStep
		x := math.Exp(t)
		g := math.Exp(-math.Pi / 2 * (x - 1/x)) // exp(-pi sinh t)
		u, v := 1/(1+g), g/(1+g)
		if math.IsInf(g, 0) || u == 0 || v == 0 {
			continue
		}
		y := f(lo+width*u, rest+width*v)
		if math.IsNaN(y) || math.IsInf(y, 0) {
			continue
		}
		sum += y * math.Pi / 2 * (x + 1/x) * u * v
	}
	return sum * width * quadStep
}
