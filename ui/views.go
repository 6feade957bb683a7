package ui

import (
	"reflect"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/estimate"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/minutes"
	"rakor/ui/program"
	"rakor/ui/regional"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// views are the three tabs as last built, and what they were built from.
type views struct {
	regional      regional.View
	estimate      estimate.View
	program       program.View
	built         [state.Tabs]bool
	rev           uint64
	home          model.RegionCode
	table         bool
	regionalState state.Regional
	estimateState state.Estimate
	programState  state.Program
	minutes       minutes.Page
	minutesBuilt  bool
	minutesState  state.Meeting
	minutesLang   lang.Lang
}

// tab is what the three views have in common.
type tab interface {
	Do(keys.Command) (state.Intent, bool)
	WarningCount() int
}

func (s *Session) view() tab {
	if s.st.Meeting.Shown {
		return s.page()
	}
	switch s.st.Tab {
	case state.TabEstimate:
		return s.estimate()
	case state.TabProgram:
		return s.program()
	}
	return s.regional()
}

// check forgets the views whose part of the state has changed.
func (s *Session) check() {
	v := &s.views
	if v.rev != s.snap.Rev || v.home != s.st.Home || v.table != s.st.Table {
		v.built, v.minutesBuilt = [state.Tabs]bool{}, false
	}
	v.rev, v.home, v.table = s.snap.Rev, s.st.Home, s.st.Table
}

func (s *Session) regional() regional.View {
	s.check()
	v := &s.views
	if !v.built[state.TabRegional] || !reflect.DeepEqual(v.regionalState, s.st.Regional) {
		v.regional, v.regionalState = regional.Build(s.snap, s.st), s.st.Regional
		v.built[state.TabRegional] = true
	}
	return v.regional
}

func (s *Session) estimate() estimate.View {
	s.check()
	v := &s.views
	if !v.built[state.TabEstimate] || !reflect.DeepEqual(v.estimateState, s.st.Estimate) {
		v.estimate, v.estimateState = estimate.Build(s.snap, s.st), s.st.Estimate
		v.built[state.TabEstimate] = true
	}
	return v.estimate
}

// estimateOf builds the second tab for another state.
func (s *Session) estimateOf(st state.State) estimate.View { return estimate.Build(s.snap, st) }

func (s *Session) program() program.View {
	s.check()
	v := &s.views
	if !v.built[state.TabProgram] || v.programState != s.st.Program {
		v.program, v.programState = program.Build(s.snap, s.st), s.st.Program
		v.built[state.TabProgram] = true
	}
	v.program.Marked = s.local.entry.marked
	return v.program
}

func (s *Session) card() block.Sheet {
	if s.st.Meeting.Shown {
		return minutes.Card(s.env, s.page())
	}
	switch s.st.Tab {
	case state.TabEstimate:
		return estimate.Card(s.env, s.estimate())
	case state.TabProgram:
		return program.Card(s.env, s.program())
	}
	sh := regional.Card(s.env, s.regional())
	if s.snap.ReadOnly && sh.Accept == keys.Readings {
		sh.Foot, sh.Accept = "", nil
	}
	return sh
}

func (s *Session) warnings() block.Sheet {
	var sh block.Sheet
	switch {
	case s.st.Meeting.Shown:
		sh = minutes.Warnings(s.env, s.page())
	case s.st.Tab == state.TabEstimate:
		sh = estimate.Warnings(s.env, s.estimate())
	case s.st.Tab == state.TabProgram:
		sh = program.Warnings(s.env, s.program())
	default:
		sh = regional.Warnings(s.env, s.regional())
	}
	if s.local.banner != "" {
		sh.Rows = append([]block.SheetRow{{Label: "!", Text: s.env.Words.Common.DataProblem(s.local.dir, s.local.banner), Style: theme.Warn}, {}}, sh.Rows...)
	}
	if len(sh.Rows) == 0 {
		sh.Rows = []block.SheetRow{{Text: s.env.Words.Common.NoWarnings}}
	}
	return sh
}
