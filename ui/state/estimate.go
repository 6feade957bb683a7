package state

import (
	"fmt"
	"math"

	"rakor/model"
)

// Input is a line of the second tab that can be changed.
type Input uint8

// The inputs of the estimate, in their order on the screen.
const (
	InputRate       Input = iota // P0, percent
	InputPopulation              // people
	InputMethod                  // where rate and population come from, a Method
	InputMean                    // mean expenditure, rupiah a person a month; for grouped shares alone
	InputTarget                  // P0 aimed at, percent
	InputTargetYear              // when
	InputGrowth                  // of the population, percent a year
	InputSample                  // households in the survey's sample
	InputDeff                    // design effect of the sample
	InputRSE                     // relative standard error, percent; in place of the two before
	InputLine                    // poverty line, rupiah a person a month
	InputGap                     // P1, the index x 100
	InputLeakage                 // share of the money that reaches others than the poor, percent
	InputCoverage                // share of the gap that is filled, percent
	InputDecile1                 // people whom the register lists in decile 1
	InputDecile1Families
	InputDecile4 // people whom the register lists in deciles 1 to 4
	InputDecile4Families
	Inputs // how many
)

// names gives the inputs' names in logs and files.
func inputNames() [Inputs]string {
	return [Inputs]string{
		"rate", "population", "method", "mean", "target", "target_year", "growth", "sample", "deff", "rse", "line", "gap", "leakage", "coverage",
		"decile1", "decile1_families", "decile4", "decile4_families",
	}
}

// MarshalText gives the name of the input.
func (in Input) MarshalText() ([]byte, error) {
	if in >= Inputs {
		in = InputRate
	}
	return []byte(inputNames()[in]), nil
}

// UnmarshalText reads a name.
func (in *Input) UnmarshalText(text []byte) error {
	for i, n := range inputNames() {
		if n == string(text) {
			*in = Input(i)
			return nil
		}
	}
	return fmt.Errorf("state: %q is no input of the estimate", text)
}

// Method is where rate and population come from, as the value of InputMethod.
type Method uint8

// The methods.
const (
	MethodRate   Method = iota // what is published, or entered
	MethodFile                 // the file of households that was opened last
	MethodShares               // the curve through grouped shares, times the population
	Methods
)

// Source gives where rate and population come from: a file only where one is
// open.
func (e Estimate) Source(snap *Snapshot) Method {
	if e.Method == nil || !snap.Offers(Method(*e.Method)) {
		return MethodRate
	}
	return Method(*e.Method)
}

// Offers tells whether a method can be used: whether its file is open.
func (s *Snapshot) Offers(m Method) bool {
	switch m {
	case MethodRate:
		return true
	case MethodFile:
		return len(s.Households) > 0
	case MethodShares:
		return s.Shares != nil
	}
	return false
}

// Range is what an input can be.
type Range struct {
	Lo, Hi float64 // both allowed
	Whole  bool    // no decimals
}

// Range gives what the input can be.
func (in Input) Range() Range {
	switch in {
	case InputPopulation, InputSample:
		return Range{1, MaxPopulation, true}
	case InputDecile1, InputDecile1Families, InputDecile4, InputDecile4Families:
		return Range{0, MaxPopulation, true}
	case InputMethod:
		return Range{0, float64(Methods - 1), true}
	case InputGrowth:
		return Range{Lo: -50, Hi: 50}
	case InputTargetYear:
		return Range{2000, 2100, true}
	case InputDeff:
		return Range{Lo: 0.01, Hi: 100}
	case InputRSE:
		return Range{Lo: 0.01, Hi: 1000}
	case InputLine, InputMean:
		return Range{1, 1e9, true}
	case InputLeakage:
		return Range{Lo: 0, Hi: 99}
	case InputCoverage:
		return Range{Lo: 1, Hi: 100}
	case InputRate, InputTarget, InputGap:
	}
	return Range{Lo: 0, Hi: 100}
}

// Has tells whether v is a value of the range.
func (r Range) Has(v float64) bool {
	return v >= r.Lo && v <= r.Hi && (!r.Whole || v == math.Trunc(v))
}

// MaxPopulation is the largest number of people that can be typed in: more
// than Indonesia has, few enough to be multiplied without care.
const MaxPopulation = 1_000_000_000

// inputDecimals is the most decimals that an input has.
const inputDecimals = 6

// Estimate is the state of the second tab. A nil value is the dataset's own
// figure for the home region, or none where it has none.
type Estimate struct {
	Period     model.Period `json:"period,omitzero"` // of the rate; none is the newest
	Rate       *float64     `json:"rate,omitempty"`
	Population *float64     `json:"population,omitempty"`
	Method     *float64     `json:"method,omitempty"` // a Method
	Mean       *float64     `json:"mean,omitempty"`
	Growth     *float64     `json:"growth,omitempty"`
	Target     *float64     `json:"target,omitempty"`
	TargetYear *float64     `json:"target_year,omitempty"`
	Sample     *float64     `json:"sample,omitempty"`
	Deff       *float64     `json:"deff,omitempty"`
	RSE        *float64     `json:"rse,omitempty"`
	Line       *float64     `json:"line,omitempty"`
	Gap        *float64     `json:"gap,omitempty"`
	Leakage    *float64     `json:"leakage,omitempty"`
	Coverage   *float64     `json:"coverage,omitempty"`

	Decile1         *float64 `json:"decile1,omitempty"`
	Decile1Families *float64 `json:"decile1_families,omitempty"`
	Decile4         *float64 `json:"decile4,omitempty"`
	Decile4Families *float64 `json:"decile4_families,omitempty"`

	Selected Input `json:"selected"`

	Scenario  string   `json:"scenario,omitempty"`  // whose inputs these are, or were
	Compare   []string `json:"compare,omitempty"`   // scenarios side by side; none are the first
	Comparing bool     `json:"comparing,omitempty"` // they are shown
}

// at gives where the value of an input stands, nil for no input.
func (e *Estimate) at(in Input) **float64 {
	all := [Inputs]**float64{
		InputRate: &e.Rate, InputPopulation: &e.Population, InputMethod: &e.Method, InputMean: &e.Mean, InputGrowth: &e.Growth, InputTarget: &e.Target, InputTargetYear: &e.TargetYear,
		InputSample: &e.Sample, InputDeff: &e.Deff, InputRSE: &e.RSE,
		InputLine: &e.Line, InputGap: &e.Gap, InputLeakage: &e.Leakage, InputCoverage: &e.Coverage,
		InputDecile1: &e.Decile1, InputDecile1Families: &e.Decile1Families,
		InputDecile4: &e.Decile4, InputDecile4Families: &e.Decile4Families,
	}
	for i, p := range all {
		if Input(i) == in {
			return p
		}
	}
	return nil
}

// Entered gives what was entered for an input, nil for nothing.
func (e Estimate) Entered(in Input) *float64 {
	if p := e.at(in); p != nil {
		return *p
	}
	return nil
}

// With gives the estimate with another value of an input; nil takes it out.
func (e Estimate) With(in Input, v *float64) Estimate {
	if p := e.at(in); p != nil {
		*p = v
	}
	return e
}

func applyEstimate(snap *Snapshot, st State, in Intent) Estimate {
	e := st.Estimate
	switch in := in.(type) {
	case SelectInput:
		e.Selected = in.Input
	case SetInput:
		if v := in.Value; v != nil {
			x := model.Round(*v, inputDecimals)
			in.Value = &x
		}
		e = e.With(in.Input, in.Value)
	case SetEstimatePeriod:
		if s, err := snap.Data.Series(model.P0); err == nil && (in.Period.IsZero() || hasYear(s, in.Period)) {
			e.Period = in.Period
		}
	case ResetEstimate:
		e = Estimate{Selected: e.Selected, Compare: e.Compare, Comparing: e.Comparing}
	}
	return e
}

func validEstimate(e Estimate) Estimate {
	for in := range Inputs {
		if v := e.Entered(in); v != nil && !in.Range().Has(*v) {
			e = e.With(in, nil)
		}
	}
	if e.Selected >= Inputs {
		e.Selected = InputRate
	}
	return e
}
