package ui

import (
	"slices"
	"strings"

	"rakor/model/compare"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// analysisArguments lists the commands with a value that choose what is looked
// at in the first tab.
func (s *Session) analysisArguments() []argument {
	w := s.env.Words.Lang
	arg := func(a lang.Argument, choices func(*Session) []item, parse func(*Session, string) (any, bool)) argument {
		return argument{words: w.Argument(a), tab: state.TabRegional, choices: choices, parse: parse}
	}
	return []argument{
		arg(lang.ArgAnalysis, (*Session).analysisChoices, (*Session).parseAnalysis),
		arg(lang.ArgAgainst, (*Session).indicatorChoices, (*Session).parseAgainst),
		arg(lang.ArgPeers, (*Session).peerChoices, (*Session).parsePeers),
		arg(lang.ArgRegionRSE, nil, (*Session).parseRegionRSE),
	}
}

// overview is what the first analysis is called when it is typed.
const overview = "overview"

func (s *Session) analysisChoices() []item {
	var out []item
	for _, a := range state.Analyses() {
		key := string(a)
		if a == state.Overview {
			key = overview
		}
		out = append(out, item{key: key, label: s.env.Words.Lang.AnalysisName(string(a))})
	}
	return out
}

func (s *Session) parseAnalysis(v string) (any, bool) {
	for _, it := range s.analysisChoices() {
		if strings.EqualFold(v, it.key) || strings.EqualFold(v, it.label) {
			a := state.Analysis(it.key)
			if it.key == overview {
				a = state.Overview
			}
			return state.SetAnalysis{Analysis: a}, true
		}
	}
	return nil, false
}

func (s *Session) parseAgainst(v string) (any, bool) {
	in, ok := s.parseIndicator(v)
	set, is := in.(state.SetIndicator)
	return state.SetAgainst(set), ok && is
}

func (s *Session) peerChoices() []item {
	var out []item
	for _, g := range compare.PeerGroups() {
		out = append(out, item{key: string(g), label: s.env.Words.Lang.PeersName(g)})
	}
	return out
}

func (s *Session) parsePeers(v string) (any, bool) {
	g := compare.PeerGroup(strings.ToLower(v))
	return state.SetPeers{Group: g}, slices.Contains(compare.PeerGroups(), g)
}

// parseRegionRSE reads a relative standard error in percent, or the word that
// takes it away.
func (s *Session) parseRegionRSE(v string) (any, bool) {
	switch strings.ToLower(v) {
	case "lepas", "none":
		return state.SetRSE{}, true
	}
	x, err := s.env.Words.Lang.ParseNumber(strings.TrimSuffix(strings.TrimSpace(v), "%"))
	return state.SetRSE{Percent: &x}, err == nil && x > 0 && x <= 100
}
