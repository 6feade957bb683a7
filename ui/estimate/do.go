package estimate

import (
	"errors"
	"strings"

	"rakor/model"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// Do gives the intent of a command that needs the view; ok is false for
// commands without a meaning here, and where nothing would change.
func (v View) Do(c keys.Command) (in state.Intent, ok bool) {
	switch c {
	case keys.Up, keys.Down, keys.PageUp, keys.PageDown, keys.First, keys.Last:
		return v.move(c)
	case keys.Less:
		return v.step(-1)
	case keys.More:
		return v.step(1)
	case keys.MuchLess:
		return v.step(-10)
	case keys.MuchMore:
		return v.step(10)
	case keys.Reset:
		return state.ResetEstimate{}, v.user() || v.Period != v.Newest
	case keys.PrevPeriod:
		return v.toPeriod(v.Earlier)
	case keys.NextPeriod:
		return v.toPeriod(v.Later)
	}
	return nil, false
}

// move goes to another input: by one, to the next group, or to an end.
func (v View) move(c keys.Command) (state.Intent, bool) {
	to := v.Selected
	switch c {
	case keys.Up:
		for to > 0 && (to == v.Selected || v.hides(to)) {
			to--
		}
	case keys.Down:
		for to++; to < state.Inputs && v.hides(to); {
			to++
		}
	case keys.PageUp:
		for to > 0 && (to == v.Selected || groupOf(to) == groupOf(to-1)) {
			to--
		}
	case keys.PageDown:
		for to < state.Inputs && groupOf(to) == groupOf(v.Selected) {
			to++
		}
		if to == state.Inputs {
			to--
		}
	case keys.First:
		to = 0
	default:
		to = state.Inputs - 1
	}
	if to >= state.Inputs || to == v.Selected {
		return nil, false
	}
	return state.SelectInput{Input: to}, true
}

func (v View) toPeriod(p model.Period) (state.Intent, bool) {
	if p.IsZero() {
		return nil, false
	}
	if p == v.Newest {
		p = model.Period{}
	}
	return state.SetEstimatePeriod{Period: p}, true
}

// stepOf gives the small step of an input.
func stepOf(in state.Input) float64 {
	switch in {
	case state.InputPopulation, state.InputDecile1, state.InputDecile1Families, state.InputDecile4, state.InputDecile4Families:
		return 100
	case state.InputSample:
		return 10
	case state.InputTargetYear, state.InputLeakage, state.InputCoverage, state.InputMethod:
		return 1
	case state.InputDeff:
		return 0.05
	case state.InputRSE:
		return 0.1
	case state.InputLine:
		return 1000
	case state.InputMean:
		return 10_000
	}
	return 0.01
}

// first gives where an input without a value begins to move: the target at the
// rate, the year after the rate's, a design effect of one, nothing that leaks,
// everything covered. Others have to be typed: nobody knows where they begin.
func (v View) first(in state.Input) (float64, bool) {
	switch in {
	case state.InputTarget:
		return v.Inputs[state.InputRate].Value, v.Inputs[state.InputRate].OK
	case state.InputTargetYear:
		return float64(v.Period.Year), !v.Period.IsZero()
	case state.InputGrowth, state.InputLeakage, state.InputMethod:
		return 0, true
	case state.InputDeff:
		return 1, true
	case state.InputCoverage:
		return 100, true
	}
	return 0, false
}

// step moves the selected input by so many small steps.
func (v View) step(by float64) (state.Intent, bool) {
	in := v.In(v.Selected)
	if in.File {
		return nil, false
	}
	if v.Selected == state.InputMethod {
		return v.stepMethod(by)
	}
	from := in.Value
	if !in.OK {
		var ok bool
		if from, ok = v.first(v.Selected); !ok {
			return nil, false
		}
	}
	to := v.clamp(from + by*stepOf(v.Selected))
	if in.OK && to == in.Value {
		return nil, false
	}
	return v.set(to), true
}

// stepMethod goes to the next method that can be used.
func (v View) stepMethod(by float64) (state.Intent, bool) {
	now := int(v.In(state.InputMethod).Value)
	step := 1
	if by < 0 {
		step = -1
	}
	for m := now + step; m >= 0 && m < int(state.Methods); m += step {
		if v.offers[m] {
			return v.set(float64(m)), true
		}
	}
	return nil, false
}

// clamp puts a value of the selected input into its range and rounds it to
// what can be shown.
func (v View) clamp(x float64) float64 {
	r := v.Selected.Range()
	x = min(max(x, r.Lo), r.Hi)
	if r.Whole {
		return model.Round(x, 0)
	}
	return model.Round(x, 6)
}

// set gives the intent that makes x the value of the selected input; the
// published value is told as "none entered".
func (v View) set(x float64) state.Intent {
	if p := v.In(v.Selected).Published; p.OK && x == p.Value {
		return state.SetInput{Input: v.Selected}
	}
	return state.SetInput{Input: v.Selected, Value: &x}
}

// InputLabel tells what is being typed.
func (v View) InputLabel(l lang.Lang) string {
	w := lang.For(l).Estimate
	return w.Label(w.Names[v.Selected], w.Units[v.Selected], v.In(v.Selected).Published.OK)
}

// InputText gives the value with which typing begins; "" where there is none.
func (v View) InputText(l lang.Lang) string {
	in := v.In(v.Selected)
	if !in.OK {
		return ""
	}
	return write(l, v.Selected, in.Value)
}

// Typed gives the intent of a number typed for the selected input. Nothing
// typed is the published figure again, or none. The error is a sentence in l. A
// number of people has no decimals, so that a mark before three digits can only
// group thousands: 310.113 is no riddle here.
func (v View) Typed(l lang.Lang, text string) (state.Intent, error) {
	w := lang.For(l).Estimate
	text = strings.TrimSpace(text)
	if text == "" {
		return state.SetInput{Input: v.Selected}, nil
	}
	if v.In(v.Selected).File {
		return nil, errors.New(w.Names[v.Selected] + " " + w.File.Fixed)
	}
	r := v.Selected.Range()
	name := w.Names[v.Selected]
	x, err := read(l, text, v.Selected, w.Units[v.Selected])
	if err != nil {
		return nil, errors.New(l.Explain(err))
	}
	if !(x >= r.Lo && x <= r.Hi) {
		return nil, errors.New(w.OutOf(name, limit(l, v.Selected, r.Lo), limit(l, v.Selected, r.Hi)))
	}
	if !r.Has(x) {
		return nil, errors.New(name + " " + w.Whole)
	}
	return v.set(v.clamp(x)), nil
}

// read reads a number with or without its unit; of two readings it takes the
// only one that is possible.
func read(l lang.Lang, text string, in state.Input, unit string) (float64, error) {
	if in == state.InputMethod {
		return readMethod(l, text)
	}
	if in == state.InputLine || in == state.InputMean {
		n, err := l.ParseRupiah(strings.TrimSuffix(text, unit[2:]))
		return float64(n), err
	}
	r := in.Range()
	for _, u := range [...]string{unit, l.Unit(model.UnitPersons), "%"} {
		if u != "" {
			text = strings.TrimRight(strings.TrimSuffix(text, u), " ")
		}
	}
	x, err := l.ParseNumber(text)
	var both *lang.AmbiguousError
	if !errors.As(err, &both) {
		return x, err
	}
	if r.Whole && strings.IndexFunc(text, isLetter) < 0 {
		return both.AsThousands, nil
	}
	if x, ok := both.Within(r.Lo, r.Hi); ok {
		return x, nil
	}
	return 0, err
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// write writes a value of an input without its unit; years are not grouped.
func write(l lang.Lang, in state.Input, x float64) string {
	switch in {
	case state.InputTargetYear:
		return year(model.Year(x))
	case state.InputMethod:
		return l.Method(int(x))
	}
	return l.Number(x, places(in, x))
}

// limit writes an end of a range, without needless decimals.
func limit(l lang.Lang, in state.Input, x float64) string {
	if in == state.InputTargetYear {
		return write(l, in, x)
	}
	return l.Number(x, decimalsFrom(x, 0))
}

// readMethod reads the name of a method, in either language.
func readMethod(l lang.Lang, text string) (float64, error) {
	for _, of := range [...]lang.Lang{lang.Indonesian, lang.English} {
		for m := range state.Methods {
			if strings.EqualFold(text, of.Method(int(m))) {
				return float64(m), nil
			}
		}
	}
	return l.ParseNumber(text)
}
