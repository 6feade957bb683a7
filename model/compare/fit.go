package compare

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// line gives the least-squares slope of y on x with its interval from Student's
// t; ok is false for fewer than three points or equal x.
func line(x, y []float64, level float64) (b, low, high float64, ok bool) {
	n := float64(len(x))
	if n < 3 {
		return 0, 0, 0, false
	}
	var mx, my float64
	for i := range x {
		mx, my = mx+x[i]/n, my+y[i]/n
	}
	var sxy, sxx float64
	for i := range x {
		sxy += (x[i] - mx) * (y[i] - my)
		sxx += (x[i] - mx) * (x[i] - mx)
	}
	if sxx == 0 {
		return 0, 0, 0, false
	}
	b = sxy / sxx
	rest := 0.0
	for i := range x {
		e := y[i] - my - b*(x[i]-mx)
		rest += e * e
	}
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: n - 2}.Quantile((1 + level) / 2)
	half := t * math.Sqrt(rest/(n-2)/sxx)
	return b, b - half, b + half, true
}
