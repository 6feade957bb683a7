package survey

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

const defaultLevel = 0.95

// student holds quantiles of Student's t that were looked up before: the groups of a table have few different degrees
// of freedom.
type student struct {
	level float64
	known map[int]float64
}

// two returns the t beyond which 1 - level lies on both sides, NaN for df < 1.
func (s *student) two(level float64, df int) float64 {
	if df < 1 {
		return math.NaN()
	}
	if s.level != level || s.known == nil {
		s.level, s.known = level, make(map[int]float64)
	}
	t, ok := s.known[df]
	if !ok {
		t = distuv.StudentsT{Sigma: 1, Nu: float64(df)}.Quantile(1 - (1-level)/2)
		s.known[df] = t
	}
	return t
}

// twoSided returns the probability of a Student's t further from 0 than t.
func twoSided(t float64, df int) float64 {
	return 2 * distuv.StudentsT{Sigma: 1, Nu: float64(df)}.CDF(-math.Abs(t))
}

// logitLimits returns the interval of a share p with standard error se that stays inside 0..1: p -/+ t se on the scale
// of ln(p/(1-p)). NaN for p at or beyond 0 and 1.
func logitLimits(p, se, t float64) (low, high float64) {
	if !(p > 0 && p < 1) {
		return math.NaN(), math.NaN()
	}
	q := math.Log(p / (1 - p))
	s := t * se / (p * (1 - p))
	return 1 / (1 + math.Exp(-(q - s))), 1 / (1 + math.Exp(-(q + s)))
}
