package state

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rakor/model"
	"rakor/model/compare"
)

// Limits of scenarios.
const (
	MaxScenarioName = 40 // bytes of a name
	MaxCompared     = 4  // scenarios side by side
)

// Scenario is a named set of inputs of the estimate for a home region.
type Scenario struct {
	Name     string
	Home     model.RegionCode
	Estimate Estimate // inputs and period only
	Dataset  string   // checksum of the data in use when it was saved
	Saved    string   // date, 2026-11-25
	// Other is inputs that this version cannot use, kept as they are.
	Other map[string]float64
}

// CleanName makes a name that can be shown and kept: printable characters on
// one line, at most MaxScenarioName bytes; "" where nothing is left.
func CleanName(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsPrint(r) || r == utf8.RuneError:
			return -1
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	for len(s) > MaxScenarioName {
		_, n := utf8.DecodeLastRuneInString(s)
		s = strings.TrimSpace(s[:len(s)-n])
	}
	return s
}

// Scenario gives a home region's scenario by its name.
func (s *Snapshot) Scenario(home model.RegionCode, name string) (Scenario, bool) {
	i := slices.IndexFunc(s.Scenarios, func(x Scenario) bool { return x.Home == home && x.Name == name })
	if i < 0 {
		return Scenario{}, false
	}
	return s.Scenarios[i], true
}

// ScenariosOf lists a home region's scenarios, by name.
func (s *Snapshot) ScenariosOf(home model.RegionCode) []Scenario {
	var out []Scenario
	for _, x := range s.Scenarios {
		if x.Home == home {
			out = append(out, x)
		}
	}
	return out
}

// ComparedScenarios gives the names of the scenarios side by side: the chosen
// ones, or the first of the home region's.
func (st State) ComparedScenarios(snap *Snapshot) []string {
	if len(st.Estimate.Compare) > 0 {
		return st.Estimate.Compare
	}
	var out []string
	for _, x := range snap.ScenariosOf(st.Home) {
		if len(out) < MaxCompared {
			out = append(out, x.Name)
		}
	}
	return out
}

// InputsOnly gives the inputs and the period, without what is shown of them;
// the period is the one that they mean.
func (e Estimate) InputsOnly(ds *model.Dataset, home model.RegionCode) Estimate {
	e.Selected, e.Scenario, e.Compare, e.Comparing = 0, "", nil, false
	if e.Period.IsZero() {
		e.Period, _ = compare.NewestCommon(ds, model.P0, home)
	}
	return e
}

// SameInputs tells whether two estimates of a home region have the same inputs.
func SameInputs(ds *model.Dataset, home model.RegionCode, a, b Estimate) bool {
	a, b = a.InputsOnly(ds, home), b.InputsOnly(ds, home)
	for in := range Inputs {
		x, y := a.Entered(in), b.Entered(in)
		if (x == nil) != (y == nil) || x != nil && *x != *y {
			return false
		}
	}
	return a.Period == b.Period
}

// The effects on scenarios, each with what it believes to be there.
type (
	// WriteScenario keeps a scenario; Was is the one that it replaces, nil for
	// none.
	WriteScenario struct {
		Scenario Scenario
		Was      *Scenario
	}
	// MoveScenario gives a scenario another name.
	MoveScenario struct {
		Was  Scenario
		Name string
	}
	// DropScenario takes a scenario away.
	DropScenario struct{ Was Scenario }
	// RevertScenarios takes the last change of a scenario back.
	RevertScenarios struct{ Redo bool } // or makes it again
)

func (WriteScenario) effect()   {}
func (MoveScenario) effect()    {}
func (DropScenario) effect()    {}
func (RevertScenarios) effect() {}

// The intents on scenarios. Those that are kept on the disk change nothing by
// themselves: they are effects, whose answer is an intent again.
type (
	// SaveScenario keeps the present inputs under a name.
	SaveScenario struct {
		Name string `json:"name"`
	}
	// RenameScenario gives a scenario another name.
	RenameScenario struct {
		From string `json:"from"`
		To   string `json:"to"`
	}
	// RemoveScenario takes a scenario away.
	RemoveScenario struct {
		Name string `json:"name"`
	}
	// UndoScenario takes the last change of a scenario back, or makes it again.
	UndoScenario struct {
		Redo bool `json:"redo,omitempty"`
	}
	// OpenScenario makes a scenario's inputs the present ones.
	OpenScenario struct {
		Name string `json:"name"`
	}
	// ToggleScenario puts a scenario beside the others or takes it out.
	ToggleScenario struct {
		Name string `json:"name"`
	}
	// CompareScenarios shows scenarios side by side, or no longer.
	CompareScenarios struct {
		On bool `json:"on"`
	}
	// ScenarioSaved answers that the inputs were kept.
	ScenarioSaved struct {
		Rev  uint64 `json:"rev"`
		Name string `json:"name"`
	}
	// ScenarioRenamed answers that a scenario has another name.
	ScenarioRenamed struct {
		Rev  uint64 `json:"rev"`
		From string `json:"from"`
		To   string `json:"to"`
	}
	// ScenarioRemoved answers that a scenario is gone.
	ScenarioRemoved struct {
		Rev  uint64 `json:"rev"`
		Name string `json:"name"`
	}
	// ScenarioUndone answers which change was taken back, or made again: save,
	// rename, remove; none where there was none.
	ScenarioUndone struct {
		Redo bool   `json:"redo,omitempty"`
		Rev  uint64 `json:"rev"`
		What string `json:"what"`
		Name string `json:"name"`
	}
)

func (SaveScenario) intent()     {}
func (RenameScenario) intent()   {}
func (RemoveScenario) intent()   {}
func (UndoScenario) intent()     {}
func (OpenScenario) intent()     {}
func (ToggleScenario) intent()   {}
func (CompareScenarios) intent() {}
func (ScenarioSaved) intent()    {}
func (ScenarioRenamed) intent()  {}
func (ScenarioRemoved) intent()  {}
func (ScenarioUndone) intent()   {}

// Revision gives the revision of the data that an answer speaks of.
func Revision(in Intent) (rev uint64, ok bool) {
	switch in := in.(type) {
	case Loaded:
		return in.Rev, true
	case ScenarioSaved:
		return in.Rev, true
	case ScenarioRenamed:
		return in.Rev, true
	case ScenarioRemoved:
		return in.Rev, true
	case ScenarioUndone:
		return in.Rev, true
	case HouseholdsOpened:
		return in.Rev, true
	case HouseholdsClosed:
		return in.Rev, true
	case SharesOpened:
		return in.Rev, true
	case FilterKept:
		return in.Rev, true
	case PeersKept:
		return in.Rev, true
	case FiguresKept:
		return in.Rev, true
	case MinutesKept:
		return in.Rev, true
	case ProgrammesKept:
		return in.Rev, true
	case ProgrammesFailed:
		return in.Rev, true
	}
	return 0, false
}

// applyScenario carries out an intent on scenarios; ok is false for any other.
func applyScenario(snap *Snapshot, st State, in Intent) (next State, effects []Effect, ok bool) {
	switch in := in.(type) {
	case SaveScenario, RenameScenario, RemoveScenario, UndoScenario:
		if snap.ReadOnly {
			return st, nil, true
		}
		return st, keepScenario(snap, st, in), true
	case OpenScenario:
		if x, found := snap.Scenario(st.Home, in.Name); found {
			e := x.Estimate
			e.Selected, e.Compare, e.Comparing = st.Estimate.Selected, st.Estimate.Compare, st.Estimate.Comparing
			e.Scenario = x.Name
			st.Estimate = e
		}
	case ToggleScenario:
		st.Estimate.Compare = toggleName(st.ComparedScenarios(snap), in.Name)
	case CompareScenarios:
		st.Estimate.Comparing = in.On
	case ScenarioSaved:
		st.Estimate.Scenario = in.Name
	case ScenarioRenamed, ScenarioRemoved, ScenarioUndone: // Apply renamed it, Valid forgets what is gone
	default:
		return st, nil, false
	}
	if rev, answered := Revision(in); answered {
		st.Rev = max(st.Rev, rev)
	}
	return st, nil, true
}

// renamed gives an estimate that calls a scenario by its new name.
func renamed(e Estimate, in ScenarioRenamed) Estimate {
	if e.Scenario == in.From {
		e.Scenario = in.To
	}
	if i := slices.Index(e.Compare, in.From); i >= 0 {
		e.Compare = slices.Clone(e.Compare)
		e.Compare[i] = in.To
	}
	return e
}

// keepScenario gives the effect of an intent that changes what is kept.
func keepScenario(snap *Snapshot, st State, in Intent) []Effect {
	switch in := in.(type) {
	case SaveScenario:
		name := CleanName(in.Name)
		if name == "" {
			return nil
		}
		e := WriteScenario{Scenario: Scenario{
			Name: name, Home: st.Home, Estimate: st.Estimate.InputsOnly(snap.Data, st.Home), Dataset: snap.Data.Checksum(),
		}}
		if was, ok := snap.Scenario(st.Home, name); ok {
			e.Was, e.Scenario.Other = &was, was.Other
		}
		return []Effect{e}
	case RenameScenario:
		to := CleanName(in.To)
		if was, ok := snap.Scenario(st.Home, in.From); ok && to != "" && to != in.From {
			return []Effect{MoveScenario{Was: was, Name: to}}
		}
	case RemoveScenario:
		if was, ok := snap.Scenario(st.Home, in.Name); ok {
			return []Effect{DropScenario{Was: was}}
		}
	case UndoScenario:
		return []Effect{RevertScenarios(in)}
	}
	return nil
}

// toggleName gives names with one added at the end or taken out; a full list
// takes no more.
func toggleName(names []string, name string) []string {
	if i := slices.Index(names, name); i >= 0 {
		return slices.Delete(slices.Clone(names), i, i+1)
	}
	if len(names) >= MaxCompared {
		return names
	}
	return append(slices.Clone(names), name)
}

// validScenarios forgets names of scenarios that are not there.
func validScenarios(snap *Snapshot, home model.RegionCode, e Estimate) Estimate {
	known := func(name string) bool {
		_, ok := snap.Scenario(home, name)
		return ok
	}
	if e.Scenario != "" && !known(e.Scenario) {
		e.Scenario = ""
	}
	if len(e.Compare) == 0 {
		e.Compare = nil
		return e
	}
	out := make([]string, 0, MaxCompared)
	for _, n := range e.Compare {
		if known(n) && !slices.Contains(out, n) && len(out) < MaxCompared {
			out = append(out, n)
		}
	}
	e.Compare = out
	if len(out) == 0 {
		e.Compare = nil
	}
	return e
}
