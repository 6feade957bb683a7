package fgt

import (
	"math"

	"rakor/model/fgt/rank"
)

// Watts returns the index of Watts, the mean shortfall in logarithms:
//
//	W = sum of w_i ln(z / y_i) over the poor / sum of w_i
//
// Inputs as for [Of], but an expenditure of 0 has no logarithm: it gives a [*ValueError] with [Zero]. The result is 0
// or more, without upper bound. Watts (1968).
func Watts(y, w []float64, z float64) (float64, error) {
	if err := check(y, w); err != nil {
		return 0, err
	}
	if err := checkLine(z); err != nil {
		return 0, err
	}
	var people, sum float64
	for i, v := range y {
		people += weight(w, i)
		if v >= z {
			continue
		}
		if v == 0 {
			return 0, &ValueError{Column: "expenditure", Row: i, Value: v, Problem: Zero}
		}
		sum += weight(w, i) * math.Log(z/v)
	}
	return sum / people, nil
}

// Sen returns the index of Sen in its form for large numbers of poor people, which does not change when a population
// is doubled:
//
//	S = P0 G + P1 (1 - G) = P0 (I + (1 - I) G)
//
// where G is the Gini index of expenditure among the poor and I = P1/P0 their mean gap. (Sen's own formula multiplies
// G by q/(q+1), q the number of poor.) Inputs and errors as for [Of]. The result lies in 0..1 and is 0 where nobody is
// poor. Sen (1976), equation 24.
func Sen(y, w []float64, z float64) (float64, error) {
	m, err := Of(y, w, z)
	if err != nil || m.PoorRows == 0 {
		return 0, err
	}
	poor := make([]float64, 0, m.PoorRows)
	rows := make([]int32, 0, m.PoorRows)
	for i, v := range y {
		if v < z {
			poor = append(poor, v)
			rows = append(rows, int32(i))
		}
	}
	g := gini(poor, rows, w)
	if math.IsNaN(g) {
		g = 0 // all the poor have nothing, so they are equal
	}
	return m.P0*g + m.P1*(1-g), nil
}

// SST returns the index of Sen, Shorrocks and Thon:
//
//	S = P1 (1 + G)
//
// where G is the Gini index of the gaps of all people, 0 for those who are not poor. Inputs and errors as for [Of].
// The result lies in 0..1 and is 0 where nobody is poor. Thon (1979); Shorrocks (1995), equation 4.
func SST(y, w []float64, z float64) (float64, error) {
	m, err := Of(y, w, z)
	if err != nil || m.PoorRows == 0 {
		return 0, err
	}
	gaps := make([]float64, len(y))
	for i, v := range y {
		gaps[i], _ = Gap(v, z)
	}
	return m.P1 * (1 + gini(gaps, allRows(len(y)), w)), nil
}

// Gini returns the Gini index of y with weights w, 1 minus twice the area under the Lorenz polygon:
//
//	G = 1 - sum of w_k (Y_(k-1) + Y_k) / (W T)    rows in order of y; Y running sum of w y, T the last; W sum of w
//
// which equals the sum over all pairs of w_k w_l |y_k - y_l| / (2 W T). y must not be negative, as for [Of]. The
// result lies in 0..1. It costs the time of sorting.
//
// Errors: [ErrNoRows], [ErrLength], [ErrNoMean] when every y is 0, or a [*ValueError].
//
// Gini (1914); Lerman and Yitzhaki (1989) for the weights.
func Gini(y, w []float64) (float64, error) {
	if err := check(y, w); err != nil {
		return 0, err
	}
	sorted := append([]float64(nil), y...)
	g := gini(sorted, allRows(len(y)), w)
	if math.IsNaN(g) {
		return 0, ErrNoMean
	}
	return g, nil
}

// gini sorts values with their rows in place and returns the index, NaN when the sum of values is 0.
func gini(values []float64, rows []int32, w []float64) float64 {
	var s rank.Sorter
	s.Sort(values, rows)
	var people, total, area float64
	for i, v := range values {
		k := weight(w, int(rows[i]))
		before := total
		people += k
		total += k * v
		area += k * (before + total)
	}
	return 1 - area/(people*total)
}

func allRows(n int) []int32 {
	rows := make([]int32, n)
	for i := range rows {
		rows[i] = int32(i)
	}
	return rows
}
