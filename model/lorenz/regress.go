package lorenz

import "math"

// Regression is how well the least-squares line behind a curve fits. The left
// side is l (1 - l) for the general quadratic and ln(p - l) for the beta curve.
type Regression struct {
	// SST is the sum of squares of the left side about its mean.
	SST float64
	// R2 is 1 - R / SST, R the residual sum of squares; about the mean also
	// for the quadratic, which has no constant. NaN when SST is 0.
	R2 float64
	// MSE is R / (points used - 3).
	MSE float64
	// SE are the standard errors of the coefficients A, B, C or ln theta, gamma, delta.
	SE [3]float64
}

// leastSquares returns the coefficients of y on the three columns of x, without
// a constant and without weights, by modified Gram-Schmidt with y carried along
// as a fourth column (Bjorck 1967): as accurate as Householder reflections, and
// short. ErrSingular when a column depends on the others.
func leastSquares(x [3][]float64, y []float64) ([3]float64, Regression, error) {
	var (
		q    [3][]float64
		r    [3][3]float64
		beta [3]float64
		res  = append([]float64(nil), y...)
		d    [3]float64
	)
	for j := range x {
		q[j] = append([]float64(nil), x[j]...)
	}
	for j := range q {
		norm := norm2(q[j])
		if !(norm > 1e-12*norm2(x[j])) {
			return beta, Regression{}, ErrSingular
		}
		r[j][j] = norm
		scale(q[j], 1/norm)
		for k := j + 1; k < 3; k++ {
			r[j][k] = dot(q[j], q[k])
			subtract(q[k], r[j][k], q[j])
		}
		d[j] = dot(q[j], res)
		subtract(res, d[j], q[j])
	}
	for j := 2; j >= 0; j-- {
		beta[j] = d[j]
		for k := j + 1; k < 3; k++ {
			beta[j] -= r[j][k] * beta[k]
		}
		beta[j] /= r[j][j]
	}
	return beta, statistics(y, res, r), nil
}

// statistics returns the fit figures from the left side, the residuals and the
// triangular factor.
func statistics(y, res []float64, r [3][3]float64) Regression {
	var mean, sst float64
	for _, v := range y {
		mean += v
	}
	mean /= float64(len(y))
	for _, v := range y {
		sst += (v - mean) * (v - mean)
	}
	rss := dot(res, res)
	reg := Regression{SST: sst, R2: 1 - rss/sst, MSE: rss / float64(len(y)-3)}
	if sst == 0 {
		reg.R2 = math.NaN()
	}
	// The covariance is MSE times inv(R) inv(R)', so the variance of coefficient
	// j is MSE times the squared length of row j of inv(R).
	i11, i22 := 1/r[1][1], 1/r[2][2]
	i12 := -r[1][2] * i11 * i22
	i00 := 1 / r[0][0]
	i01 := -r[0][1] * i11 * i00
	i02 := -(r[0][1]*i12 + r[0][2]*i22) * i00
	s := math.Sqrt(reg.MSE)
	reg.SE = [3]float64{
		s * math.Sqrt(i00*i00+i01*i01+i02*i02),
		s * math.Hypot(i11, i12),
		s * math.Abs(i22),
	}
	return reg
}

func dot(a, b []float64) float64 {
	s := 0.0
	for i := range a {
		s += a[i] * b[i]
	}
	return s
}

func norm2(a []float64) float64 { return math.Sqrt(dot(a, a)) }

func scale(a []float64, f float64) {
	for i := range a {
		a[i] *= f
	}
}

func subtract(a []float64, f float64, b []float64) {
	for i := range a {
		a[i] -= f * b[i]
	}
}
