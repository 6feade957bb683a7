package main

import (
	"context"
	"errors"
	"maps"
	"os"
	"time"

	"rakor/data/scenarios"
	"rakor/ui/state"
)

// snapshot gives the data that the screens show now.
func (a *app) snapshot() *state.Snapshot {
	a.renewing.Lock()
	defer a.renewing.Unlock()
	return a.present()
}

// present gives the data that the screens show, made on first use. The caller
// holds renewing.
func (a *app) present() *state.Snapshot {
	if a.shown == nil {
		a.shown = &state.Snapshot{Rev: 1, Data: a.store.Dataset(), Programmes: a.programmes(), ReadOnly: a.flags.readonly, Peers: a.usedPeers(), Filters: a.usedFilters()}
		if a.scenarios != nil {
			a.shown.Scenarios = usedScenarios(a.scenarios.All())
		}
		if a.minutes != nil {
			a.shown.Minutes = a.minutes.Minutes()
		}
	}
	return a.shown
}

// renew makes the next snapshot of the present one and gives its revision.
func (a *app) renew(change func(*state.Snapshot)) uint64 {
	a.renewing.Lock()
	defer a.renewing.Unlock()
	next := *a.present()
	next.Rev++
	change(&next)
	a.shown = &next
	return next.Rev
}

// openScenarios reads the scenarios of the user; problem says in a sentence why
// they are not in use.
func (a *app) openScenarios() (problem string) {
	if info, err := os.Stat(a.dirs.Data); a.dirs.Data == "" || err == nil && !info.IsDir() { // a document of its own
		return ""
	}
	s, err := scenarios.Open(a.dirs.Data, scenarios.Options{ReadOnly: a.flags.readonly})
	if err != nil {
		return a.words.Estimate.Scenario.Broken + ": " + err.Error()
	}
	a.scenarios = s
	return ""
}

// keepScenario carries out a change of the scenarios that are kept; ok is false
// for any other effect.
func (a *app) keepScenario(e state.Effect) (in state.Intent, ok bool, err error) {
	var (
		ctx  = context.Background() // a save that has begun is finished
		done func(rev uint64) state.Intent
	)
	if a.scenarios == nil {
		switch e.(type) {
		case state.WriteScenario, state.MoveScenario, state.DropScenario, state.RevertScenarios:
			return nil, true, errors.New(a.words.Estimate.Scenario.NoPlace)
		}
		return nil, false, nil
	}
	switch e := e.(type) {
	case state.WriteScenario:
		var was *scenarios.Scenario
		if e.Was != nil {
			x := keptScenario(*e.Was)
			was = &x
		}
		err = a.scenarios.Save(ctx, keptScenario(e.Scenario), was, a.now())
		done = func(rev uint64) state.Intent { return state.ScenarioSaved{Rev: rev, Name: e.Scenario.Name} }
	case state.MoveScenario:
		err = a.scenarios.Rename(ctx, keptScenario(e.Was), e.Name, a.now())
		done = func(rev uint64) state.Intent {
			return state.ScenarioRenamed{Rev: rev, From: e.Was.Name, To: e.Name}
		}
	case state.DropScenario:
		err = a.scenarios.Remove(ctx, keptScenario(e.Was), a.now())
		done = func(rev uint64) state.Intent { return state.ScenarioRemoved{Rev: rev, Name: e.Was.Name} }
	case state.RevertScenarios:
		var u scenarios.Undone
		step := a.scenarios.Undo
		if e.Redo {
			step = a.scenarios.Redo
		}
		if u, err = step(ctx, a.now()); errors.Is(err, scenarios.ErrNothing) {
			err = nil // an answer, and no failure
		}
		done = func(rev uint64) state.Intent {
			return state.ScenarioUndone{Rev: rev, Redo: e.Redo, What: u.Do, Name: u.Name}
		}
	default:
		return nil, false, nil
	}
	// Whether it worked or not, what is there now is what the screens show:
	// another program may have written meanwhile.
	rev := a.renew(func(s *state.Snapshot) { s.Scenarios = usedScenarios(a.scenarios.All()) })
	if err != nil {
		return state.Loaded{Rev: rev}, true, a.scenarioError(err)
	}
	return done(rev), true, nil
}

// scenarioError words why a scenario was not kept.
func (a *app) scenarioError(err error) error {
	w := a.words.Estimate.Scenario
	if c := (*scenarios.ConflictError)(nil); errors.As(err, &c) {
		if c.Now == nil {
			return errors.New(w.Gone(c.Name))
		}
		return errors.New(w.Conflict(c.Name))
	}
	for cause, text := range map[error]string{
		scenarios.ErrFull: w.Full, scenarios.ErrReadOnly: w.ReadOnly, scenarios.ErrName: w.NoName, scenarios.ErrBroken: w.Broken,
	} {
		if errors.Is(err, cause) {
			return errors.New(text)
		}
	}
	return err
}

// usedScenarios gives scenarios as the screens use them: inputs that this
// version does not know, or whose values it cannot use, are put aside.
func usedScenarios(kept []scenarios.Scenario) []state.Scenario {
	out := make([]state.Scenario, len(kept))
	for i, k := range kept {
		x := state.Scenario{
			Name: k.Name, Home: k.Region, Dataset: k.Dataset, Saved: k.Saved.Format(time.DateOnly), Estimate: state.Estimate{Period: k.Period},
		}
		for name, v := range k.Inputs {
			var in state.Input
			if in.UnmarshalText([]byte(name)) == nil && in.Range().Has(v) {
				x.Estimate = x.Estimate.With(in, &v)
				continue
			}
			if x.Other == nil {
				x.Other = map[string]float64{}
			}
			x.Other[name] = v
		}
		out[i] = x
	}
	return out
}

// keptScenario gives a scenario as it is kept.
func keptScenario(x state.Scenario) scenarios.Scenario {
	out := scenarios.Scenario{Name: x.Name, Region: x.Home, Period: x.Estimate.Period, Dataset: x.Dataset, Inputs: map[string]float64{}}
	maps.Copy(out.Inputs, x.Other)
	for in := range state.Inputs {
		if v := x.Estimate.Entered(in); v != nil {
			name, _ := in.MarshalText()
			out.Inputs[string(name)] = *v
		}
	}
	return out
}
