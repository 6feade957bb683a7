package estimate

import (
	"errors"
	"math"
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

func (v View) move(c keys.Command) (state.Intent, bool) {
	to := int(v.Selected)
	switch c {
	case keys.Up:
		to--
	case keys.Down:
		to++
	case keys.PageUp, keys.First:
		to = 0
	default:
		to = int(state.Inputs) - 1
	}
	if to < 0 || to >= int(state.Inputs) || to == int(v.Selected) {
		return nil, false
	}
	return state.SelectInput{Input: state.Input(to)}, true
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

// stepOf gives the small step of an input: a hundredth of a point, or a
// hundred people.
func stepOf(in state.Input) float64 {
	if in == state.InputPopulation {
		return 100
	}
	return 0.01
}

// step moves the selected input by so many small steps. A target that is not
// known begins at the rate; other inputs without a value have to be typed.
func (v View) step(by float64) (state.Intent, bool) {
	in := v.inputs()[v.Selected]
	from := in.Value
	switch {
	case in.OK:
	case v.Selected == state.InputTarget && v.Rate.OK:
		from = v.Rate.Value
	default:
		return nil, false
	}
	to := v.clamp(from + by*stepOf(v.Selected))
	if in.OK && to == in.Value {
		return nil, false
	}
	return v.set(to), true
}

// clamp puts a value of the selected input into its range and rounds it to
// what can be shown.
func (v View) clamp(x float64) float64 {
	if v.Selected == state.InputPopulation {
		return model.Round(min(max(x, 0), state.MaxPopulation), 0)
	}
	return model.Round(min(max(x, 0), 100), 6)
}

// set gives the intent that makes x the value of the selected input; the
// published value is told as "none entered".
func (v View) set(x float64) state.Intent {
	in := v.inputs()[v.Selected]
	published := in.Published.OK && x == in.Published.Value
	value := &x
	if published {
		value = nil
	}
	switch v.Selected {
	case state.InputPopulation:
		if published {
			return state.SetPopulation{}
		}
		n := int64(x)
		return state.SetPopulation{Persons: &n}
	case state.InputTarget:
		return state.SetTarget{Percent: value}
	}
	return state.SetRate{Percent: value}
}

// InputLabel tells what is being typed.
func (v View) InputLabel(l lang.Lang) string {
	w := lang.For(l).Estimate
	return w.Label(v.name(w, v.Selected), l.Unit(unitOf(v.Selected)))
}

// InputText gives the value with which typing begins; "" where there is none.
func (v View) InputText(l lang.Lang) string {
	in := v.inputs()[v.Selected]
	if !in.OK {
		return ""
	}
	return write(l, v.Selected, in.Value)
}

// Typed gives the intent of a number typed for the selected input. Nothing
// typed is the published figure again. The error is a sentence in l. A number
// of people has no decimals, so that a mark before three digits can only group
// thousands: 310.113 is no riddle here.
func (v View) Typed(l lang.Lang, text string) (state.Intent, error) {
	w := lang.For(l).Estimate
	text = strings.TrimSpace(text)
	if text == "" {
		switch v.Selected {
		case state.InputPopulation:
			return state.SetPopulation{}, nil
		case state.InputTarget:
			return state.SetTarget{}, nil
		}
		return state.SetRate{}, nil
	}
	lo, hi := 0.0, 100.0
	if v.Selected == state.InputPopulation {
		lo, hi = 1, state.MaxPopulation
		text = strings.TrimSpace(strings.TrimSuffix(text, l.Unit(model.UnitPersons)))
	}
	x, err := read(l, text, v.Selected, lo, hi)
	if err != nil {
		return nil, errors.New(l.Explain(err))
	}
	if !(x >= lo && x <= hi) {
		return nil, errors.New(w.OutOf(v.name(w, v.Selected), l.Number(lo, 0), l.Number(hi, 0)))
	}
	if v.Selected == state.InputPopulation && x != math.Trunc(x) {
		return nil, errors.New(w.Whole)
	}
	return v.set(v.clamp(x)), nil
}

// read reads a number; of two readings it takes the only one that is possible.
func read(l lang.Lang, text string, in state.Input, lo, hi float64) (float64, error) {
	parse := l.ParsePercent
	if in == state.InputPopulation {
		parse = l.ParseNumber
	}
	x, err := parse(text)
	var both *lang.AmbiguousError
	if !errors.As(err, &both) {
		return x, err
	}
	if in == state.InputPopulation && strings.IndexFunc(text, isLetter) < 0 {
		return both.AsThousands, nil
	}
	if x, ok := both.Within(lo, hi); ok {
		return x, nil
	}
	return 0, err
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func unitOf(in state.Input) model.Unit {
	if in == state.InputPopulation {
		return model.UnitPersons
	}
	return model.UnitPercent
}

// write writes a value of an input without its unit.
func write(l lang.Lang, in state.Input, x float64) string {
	if in == state.InputPopulation {
		return l.Number(x, 0)
	}
	return l.Number(x, decimals(x))
}
