package fgt

import "fmt"

// Sample is one file at one line, for comparing it with another.
type Sample struct {
	Y    []float64 // expenditure per person, not negative
	W    []float64 // people a row stands for, positive; nil for 1 each
	Line float64   // the line of this file's year, in its prices
}

// Split is a change in poverty in two parts; lists are by order (P0, P1, P2), in fractions of 1.
type Split struct {
	Before, After  Measures
	Change         [Orders]float64 // Growth + Redistribution, bit for bit; After - Before but for the last bit
	Growth         [Orders]float64 // from the mean alone
	Redistribution [Orders]float64 // from the shape of the distribution alone
	MeanGrowth     float64         // of the mean in units of the line: 0.02 is 2 % more
}

// GrowthRedistribution splits the change of P0, P1 and P2 from one file to another into what the change of the mean
// did and what the change of the distribution around it did. With P(m, L) the poverty of mean m and Lorenz curve L,
// both in units of the line of their own year:
//
//	growth         = ( P(m2, L1) - P(m1, L1) + P(m2, L2) - P(m1, L2) ) / 2
//	redistribution = ( P(m1, L2) - P(m1, L1) + P(m2, L2) - P(m2, L1) ) / 2
//
// Each is the mean over the two orders in which the changes can be made, so there is no remainder and the result does
// not depend on which is taken first. Since each file is measured against its own line, growth is real: a mean that
// rises just like the line did not grow.
//
// Errors: those of [Of], naming the file, and [ErrNoMean] when a file has nothing but zeros.
//
// Datt and Ravallion (1992); Shapley value: Shorrocks (2013), section 4.
func GrowthRedistribution(before, after Sample) (Split, error) {
	x1, m1, err := before.relative()
	if err != nil {
		return Split{}, fmt.Errorf("first file: %w", err)
	}
	x2, m2, err := after.relative()
	if err != nil {
		return Split{}, fmt.Errorf("second file: %w", err)
	}
	s := Split{
		Before:     of(x1, before.W, 1),
		After:      of(x2, after.W, 1),
		MeanGrowth: m2/m1 - 1,
	}
	m1L1, m2L2 := s.Before.at(), s.After.at()
	m2L1 := of(scaled(x1, m2/m1), before.W, 1).at()
	m1L2 := of(scaled(x2, m1/m2), after.W, 1).at()
	for a := range Orders {
		s.Growth[a] = (m2L1[a] - m1L1[a] + m2L2[a] - m1L2[a]) / 2
		s.Redistribution[a] = (m1L2[a] - m1L1[a] + m2L2[a] - m2L1[a]) / 2
		s.Change[a] = s.Growth[a] + s.Redistribution[a]
	}
	return s, nil
}

// relative returns expenditure in units of the line, and its mean.
func (s Sample) relative() ([]float64, float64, error) {
	if err := check(s.Y, s.W); err != nil {
		return nil, 0, err
	}
	if err := checkLine(s.Line); err != nil {
		return nil, 0, err
	}
	x := scaled(s.Y, 1)
	var people, sum float64
	for i := range x {
		x[i] /= s.Line
		people += weight(s.W, i)
		sum += weight(s.W, i) * x[i]
	}
	if sum == 0 {
		return nil, 0, ErrNoMean
	}
	return x, sum / people, nil
}

// scaled returns a copy of y times f.
func scaled(y []float64, f float64) []float64 {
	out := make([]float64, len(y))
	for i, v := range y {
		out[i] = v * f
	}
	return out
}
