// Package lorenz estimates poverty and inequality from grouped data: a table
// of population and welfare shares (deciles, say) and a mean, which is often
// all that a statistics office publishes for a regency.
//
// Two parametric Lorenz curves are fitted by ordinary least squares: the
// general quadratic (Villasenor and Arnold 1989) and the beta curve (Kakwani
// 1980). The poverty measures follow from the curve, the mean and the poverty
// line (Datt 1998).
//
// # Use
//
//	pts, err := lorenz.Parse(population, welfare) // cumulative or plain: pts.Kind says which
//	fit, err := lorenz.Estimate(pts, mean, line)
//	best := fit.Poverty()              // the curve chosen for the poverty figures
//	best.Headcount, best.Valid         // a fraction of 1; false: shown, but marked
//	fit.Inequality().Gini              // the curve chosen for everything else
//	fit.Curve(lorenz.Beta)             // or one of the two by name
//	best.At(otherLine)                 // the line moves without a new fit
//
// # Rules
//
// Shares are fractions of 1. Mean and line are in one unit (rupiah per person
// per month); only their ratio matters to the poverty measures. Poor is whoever
// lies below the line. Both curves are always returned, each with the
// conditions it was checked against: a curve that breaks one is marked not
// valid, and its figures are still there. A figure that does not exist (the
// severity of a beta curve with an exponent of at most one half, say) is NaN.
//
// Watts index and mean log deviation are integrals of the logarithm of the
// slope over the part of the curve where the slope is positive; they are
// integrated to about 12 digits, not summed over a coarse grid.
//
// Everything is a pure function of its arguments, which are not modified, and
// is safe for concurrent use. One call of Estimate takes well under a
// millisecond.
//
// # Sources
//
//   - Villasenor, J. and Arnold, B. C. (1989). Elliptical Lorenz curves.
//     Journal of Econometrics 40, 327-338.
//   - Kakwani, N. (1980). On a class of poverty measures. Econometrica 48, 437-446.
//   - Datt, G. (1998). Computational tools for poverty measurement and analysis.
//     IFPRI FCND Discussion Paper 50.
//   - Krause, M. (2013). Corrigendum to "Elliptical Lorenz curves". Journal of
//     Econometrics 174, 44.
//   - Watts, H. (1968); Theil, H. (1967); Wolfson, M. (1994) for the measures
//     of those names.
package lorenz
