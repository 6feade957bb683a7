package estimate

import (
	"math"
	"strconv"
	"strings"

	"rakor/model"
	"rakor/ui/state"
)

// scales sets the ends of the sliders: rate and target share theirs, so that
// they can be compared by eye; population and line have a tenth and a fifth to
// either side of the published one. A value beyond the ends moves them.
func (v *View) scales() {
	top := 0.0
	for _, f := range [...]Input{v.Inputs[state.InputRate], v.Inputs[state.InputTarget]} {
		if f.Published.OK {
			top = max(top, 2*f.Published.Value)
		}
		if f.OK {
			top = max(top, f.Value)
		}
	}
	if top == 0 {
		top = 20
	}
	year := float64(v.Period.Year)
	for i := range v.Inputs {
		in := &v.Inputs[i]
		middle := in.Value
		if in.Published.OK {
			middle = in.Published.Value
		}
		around := func(part float64) (lo, hi float64) {
			return floorTwo(min((1-part)*middle, in.Value)), ceilTwo(max((1+part)*middle, in.Value))
		}
		switch state.Input(i) {
		case state.InputRate, state.InputTarget:
			in.Hi = ceilNice(top)
		case state.InputPopulation:
			in.Lo, in.Hi = around(0.1)
		case state.InputLine, state.InputMean:
			in.Lo, in.Hi = around(0.2)
		case state.InputGrowth:
			in.Lo, in.Hi = min(-1, math.Floor(in.Value)), max(4, math.Ceil(in.Value))
		case state.InputTargetYear:
			in.Lo, in.Hi = year, max(year+10, in.Value)
		case state.InputSample:
			in.Hi = max(2000, ceilTwo(in.Value))
		case state.InputDeff:
			in.Hi = max(4, math.Ceil(in.Value))
		case state.InputRSE:
			in.Hi = max(60, math.Ceil(in.Value))
		case state.InputGap:
			in.Hi = ceilNice(max(2*middle, in.Value))
		case state.InputLeakage, state.InputCoverage:
			in.Hi = 100
		case state.InputMethod: // a choice, and no scale
		default: // counts of the register
			in.Hi = ceilTwo(2 * in.Value)
		}
	}
}

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
func decimals(v float64) int { return decimalsFrom(v, 2) }

// decimalsFrom gives the decimals that a number has, at least so many and up to
// six.
func decimalsFrom(v float64, least int) int {
	s := strconv.FormatFloat(model.Round(v, 6), 'f', -1, 64)
	_, after, _ := strings.Cut(s, ".")
	return max(len(after), least)
}

// places gives with how many decimals a value of an input is shown.
func places(in state.Input, v float64) int {
	switch in {
	case state.InputRSE:
		return decimalsFrom(v, 1)
	case state.InputLeakage, state.InputCoverage:
		return decimalsFrom(v, 0)
	}
	if in.Range().Whole {
		return 0
	}
	return decimals(v)
}
