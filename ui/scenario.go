package ui

import (
	"slices"
	"strings"

	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// act is what a row of a list does where neither an intent nor a command says
// it.
type act func() []state.Effect

// renew takes newer data where an intent answers with their revision, and says
// what was done.
func (s *Session) renew(in state.Intent) {
	rev, ok := state.Revision(in)
	if !ok {
		return
	}
	if s.source != nil && rev > s.snap.Rev {
		if snap := s.source(); snap != nil && snap.Rev > s.snap.Rev {
			s.snap = snap
		}
	}
	w := s.env.Words.Estimate.Scenario
	switch in := in.(type) {
	case state.MinutesKept:
		s.minutesKept(in)
	case state.HouseholdsOpened, state.HouseholdsClosed, state.SharesOpened:
		s.households(in)
	case state.FilterKept:
		s.local.done = s.env.Words.Program.Looks.FilterKept(in.Name, in.Removed)
	case state.PeersKept:
		s.local.done = s.env.Words.Lang.PeersKept(in.Name, in.Removed)
	case state.FiguresKept:
		s.figuresKept(in)
	case state.ProgrammesKept:
		s.entryKept(in)
	case state.ProgrammesFailed:
		s.entryRefused(in)
	case state.ScenarioSaved:
		s.local.done = w.Saved(in.Name)
	case state.ScenarioRenamed:
		s.local.done = w.Renamed(in.From, in.To)
	case state.ScenarioRemoved:
		s.local.done = w.Removed(in.Name)
	case state.ScenarioUndone:
		switch {
		case in.What == "" && in.Redo:
			s.local.done = w.NothingForth
		case in.What == "":
			s.local.done = w.Nothing
		case in.Redo:
			s.local.done = w.Redone(in.What, in.Name)
		default:
			s.local.done = w.Undone(in.What, in.Name)
		}
	}
	if s.local.list != nil {
		s.refill()
	}
}

// Said gives the sentence that the last answer left, for who hears instead of
// seeing, and forgets it.
func (s *Session) Said() string {
	said := s.local.done
	if s.local.answer != "" {
		said = s.local.answer
	}
	s.local.done, s.local.answer = "", ""
	if k := s.local.intake; k != nil && k.fresh {
		k.fresh = false
		return strings.TrimSpace(strings.Join(append(s.intakeLines(), block.Clean(said)), "\n"))
	}
	return said
}

// keep applies an intent that is to be kept on the disk, or says that nothing
// is.
func (s *Session) keep(in state.Intent) []state.Effect {
	if s.snap.ReadOnly {
		s.local.answer = s.env.Words.Estimate.Scenario.ReadOnly
		return nil
	}
	if !s.role.May(in) {
		s.local.answer = s.env.Words.Room.NotYours
		return nil
	}
	return s.Do(in)
}

// openScenarios opens the list of scenarios, or the line for the name of a new
// one.
func (s *Session) openScenarios(c keys.Command) {
	switch {
	case c == keys.Scenarios:
		s.openList(c)
	case s.snap.ReadOnly:
		s.local.answer = s.env.Words.Estimate.Scenario.ReadOnly
	default:
		s.openName()
	}
}

// openName opens the line for the name under which the inputs are kept. A name
// that is taken has to be confirmed, unless it is that of the inputs' own.
func (s *Session) openName() {
	w := s.env.Words.Estimate.Scenario
	confirmed := ""
	s.local.prompt = &prompt{
		label: w.SaveLabel, hint: s.env.Words.Common.TakeHint + " · " + s.env.Words.Common.CloseHint,
		input: newInput(s.st.Estimate.Scenario), fresh: true, asked: lang.ArgSaveScenario,
		accept: func(text string) ([]state.Effect, string) {
			name := state.CleanName(text)
			if name == "" {
				return nil, w.NoName
			}
			if _, taken := s.snap.Scenario(s.st.Home, name); taken && name != s.st.Estimate.Scenario && name != confirmed {
				confirmed = name
				return nil, w.Replace(name)
			}
			return s.keep(state.SaveScenario{Name: name}), ""
		},
	}
}

// openRename opens the line for another name of a scenario.
func (s *Session) openRename(from string) []state.Effect {
	if s.snap.ReadOnly {
		return s.keep(nil)
	}
	w := s.env.Words.Estimate.Scenario
	s.local.prompt = &prompt{
		label: w.RenameLabel(from), hint: s.env.Words.Common.TakeHint + " · " + s.env.Words.Common.CloseHint,
		input: newInput(from), fresh: true, asked: lang.ArgRenameScenario,
		accept: func(text string) ([]state.Effect, string) {
			to := state.CleanName(text)
			if to == "" {
				return nil, w.NoName
			}
			if _, taken := s.snap.Scenario(s.st.Home, to); taken && to != from {
				return nil, w.Conflict(to)
			}
			return s.keep(state.RenameScenario{From: from, To: to}), ""
		},
	}
	return nil
}

// scenarioItems lists the scenarios of the home region, or what can be done
// with one of them.
func (s *Session) scenarioItems(query, of string) []item {
	w := s.env.Words.Estimate.Scenario
	var out []item
	add := func(it item) {
		if matches(query, it.label, it.detail) {
			out = append(out, it)
		}
	}
	if of != "" {
		for _, it := range s.scenarioActions(of) {
			add(it)
		}
		return out
	}
	all := s.snap.ScenariosOf(s.st.Home)
	switch {
	case s.st.Estimate.Comparing:
		add(item{label: w.Closed, do: state.CompareScenarios{}})
	case len(all) > 0:
		add(item{label: w.Compare, do: state.CompareScenarios{On: true}})
	default:
		add(item{label: w.None, do: keys.SaveScenario})
		return out
	}
	beside := s.st.ComparedScenarios(s.snap)
	for _, x := range all {
		st := s.st
		st.Estimate = x.Estimate
		detail := ""
		if r := s.estimateOf(st).Result; r.OK {
			detail = s.env.Words.Lang.Int(r.V.Poor) + " " + s.env.Words.Estimate.People
		}
		add(item{
			label: x.Name, detail: detail, marked: slices.Contains(beside, x.Name),
			do: act(func() []state.Effect {
				s.local.list = &list{kind: keys.Scenarios, input: newInput(""), of: x.Name}
				s.refill()
				return nil
			}),
		})
	}
	add(item{label: w.SaveNow, do: keys.SaveScenario})
	return out
}

// scenarioActions lists what can be done with a scenario.
func (s *Session) scenarioActions(name string) []item {
	w := s.env.Words.Estimate.Scenario
	beside := w.Beside
	if s.st.Estimate.Comparing && slices.Contains(s.st.ComparedScenarios(s.snap), name) {
		beside = w.Apart
	}
	return []item{
		{label: w.Open, do: act(func() []state.Effect { return s.openScenario(name) })},
		{label: beside, do: act(func() []state.Effect { return s.besideScenario(name) })},
		{label: w.Rename, do: act(func() []state.Effect { return s.openRename(name) })},
		{label: w.Remove, do: act(func() []state.Effect { return s.keep(state.RemoveScenario{Name: name}) })},
	}
}

func (s *Session) openScenario(name string) []state.Effect {
	effects := s.Do(state.OpenScenario{Name: name})
	s.local.done = s.env.Words.Estimate.Scenario.Opened(name)
	return effects
}

// besideScenario shows scenarios side by side with one among them, or takes it
// out where it is.
func (s *Session) besideScenario(name string) []state.Effect {
	beside := s.st.ComparedScenarios(s.snap)
	switch {
	case slices.Contains(beside, name) && !s.st.Estimate.Comparing:
		return s.Do(state.CompareScenarios{On: true})
	case !slices.Contains(beside, name) && len(beside) >= state.MaxCompared:
		s.local.answer = s.env.Words.Estimate.Scenario.CompareFull(state.MaxCompared)
		return nil
	}
	effects := s.Do(state.ToggleScenario{Name: name})
	return append(effects, s.Do(state.CompareScenarios{On: true})...)
}

func (s *Session) scenarioChoices() []item {
	var out []item
	for _, x := range s.snap.ScenariosOf(s.st.Home) {
		out = append(out, item{key: x.Name, label: x.Name})
	}
	return out
}

// scenarioOf finds a scenario as typed, capitals or not.
func (s *Session) scenarioOf(v string) (string, bool) {
	for _, x := range s.snap.ScenariosOf(s.st.Home) {
		if x.Name == v {
			return v, true
		}
	}
	for _, x := range s.snap.ScenariosOf(s.st.Home) {
		if strings.EqualFold(x.Name, v) {
			return x.Name, true
		}
	}
	return "", false
}

func (s *Session) parseOpenScenario(v string) (any, bool) {
	name, ok := s.scenarioOf(v)
	return act(func() []state.Effect { return s.openScenario(name) }), ok
}

func parseSaveScenario(s *Session, v string) (any, bool) {
	name := state.CleanName(v)
	return act(func() []state.Effect { return s.keep(state.SaveScenario{Name: name}) }), name != ""
}

func (s *Session) parseCompareScenario(v string) (any, bool) {
	name, ok := s.scenarioOf(v)
	return act(func() []state.Effect { return s.besideScenario(name) }), ok
}

func (s *Session) parseRemoveScenario(v string) (any, bool) {
	name, ok := s.scenarioOf(v)
	return act(func() []state.Effect { return s.keep(state.RemoveScenario{Name: name}) }), ok
}

func (s *Session) parseRenameScenario(v string) (any, bool) {
	from, to := s.st.Estimate.Scenario, state.CleanName(v)
	return act(func() []state.Effect { return s.keep(state.RenameScenario{From: from, To: to}) }), from != "" && to != ""
}
