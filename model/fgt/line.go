package fgt

import "fmt"

// Point is the measures at one line.
type Point struct {
	Shift float64 // of the line, as a share: -0.05 is 5 % lower; 0 where the point is not a shift
	Line  float64
	Measures
}

// Shifts returns the shifts that reports show: -10, -5, 0, +5 and +10 %, as shares.
func Shifts() []float64 { return []float64{-0.10, -0.05, 0, 0.05, 0.10} }

// Vary returns the measures with the line moved by each of shifts: the line of a point is z (1 + shift), and z itself
// for shift 0.
//
// Inputs and errors as for [Of]; a shift of -1 or less gives [ErrLine]. For many lines over one file use a [Curve].
func Vary(y, w []float64, z float64, shifts []float64) ([]Point, error) {
	if err := check(y, w); err != nil {
		return nil, err
	}
	return vary(z, shifts, func(line float64) Measures { return of(y, w, line) })
}

func vary(z float64, shifts []float64, at func(float64) Measures) ([]Point, error) {
	points := make([]Point, len(shifts))
	for i, s := range shifts {
		line := z * (1 + s)
		if err := checkLine(line); err != nil {
			return nil, err
		}
		points[i] = Point{Shift: s, Line: line, Measures: at(line)}
	}
	return points, nil
}

// LinesByGroup returns the line of each row, looked up by its group: lines[group[i]].
//
// group holds codes 0..len(lines)-1; lines are positive. Errors: [ErrLine], [ErrGroup].
func LinesByGroup(group []int32, lines []float64) ([]float64, error) {
	for _, z := range lines {
		if err := checkLine(z); err != nil {
			return nil, err
		}
	}
	out := make([]float64, len(group))
	for i, g := range group {
		if g < 0 || int(g) >= len(lines) {
			return nil, fmt.Errorf("%w: row %d has %d, expected 0 to %d", ErrGroup, i, g, len(lines)-1)
		}
		out[i] = lines[g]
	}
	return out, nil
}

// Relative returns y divided by the line of each row. With it the line is 1 for everybody, and every measure of this
// package at line 1 is the one with lines that differ: y < z holds exactly when y/z < 1, in floating point too (the
// largest number below z, divided by z, does not round to 1).
//
// Errors: [ErrLength]; a [*ValueError] in column "line" for a line that is not positive and finite. What is wrong with
// y is left to the function that measures. y is not modified.
func Relative(y, lines []float64) ([]float64, error) {
	if len(y) != len(lines) {
		return nil, fmt.Errorf("%w: %d rows and %d lines", ErrLength, len(y), len(lines))
	}
	out := make([]float64, len(y))
	for i, z := range lines {
		if p := Classify(z); p != Fine {
			return nil, &ValueError{Column: "line", Row: i, Value: z, Problem: p}
		}
		out[i] = y[i] / z
	}
	return out, nil
}
