package estimate

import (
	"math"
	"strconv"
	"strings"

	"rakor/model"
)

// ceilNice gives the next end of an axis of percent: 1, 2, 4, 5, 8, 10, 15, 20
// and so on, at most 100.
func ceilNice(v float64) float64 {
	for _, n := range [...]float64{1, 2, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80} {
		if v <= n {
			return n
		}
	}
	return 100
}

// floorTwo and ceilTwo give a round number with two digits that is not above,
// or not below, v.
func floorTwo(v float64) float64 { return two(v, math.Floor) }
func ceilTwo(v float64) float64  { return two(v, math.Ceil) }

func two(v float64, to func(float64) float64) float64 {
	if !(v >= 1) {
		return to(max(v, 0))
	}
	unit := math.Pow10(max(int(math.Floor(math.Log10(v)))-1, 0))
	return to(v/unit) * unit
}

// decimals gives with how many decimals a rate is shown: two, or as many as
// were entered, up to six.
func decimals(v float64) int {
	s := strconv.FormatFloat(model.Round(v, 6), 'f', -1, 64)
	_, after, _ := strings.Cut(s, ".")
	return max(len(after), 2)
}
