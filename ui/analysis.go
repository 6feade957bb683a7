package ui

import (
	"slices"
	"strings"

	"rakor/model"
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
		arg(lang.ArgRegionSample, nil, (*Session).parseRegionSample),
		arg(lang.ArgNear, (*Session).indicatorChoices, (*Session).parseNear),
		arg(lang.ArgSavePeers, nil, parseSavePeers),
		arg(lang.ArgRemovePeers, (*Session).ownPeerChoices, (*Session).parseRemovePeers),
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
	return append(out, s.ownPeerChoices()...)
}

func (s *Session) ownPeerChoices() []item {
	var out []item
	for _, p := range s.snap.Peers {
		out = append(out, item{key: p.Name, label: s.env.Words.Lang.SavedPeers(len(p.Regions))})
	}
	return out
}

// ownPeers finds a saved peer group as typed, capitals or not.
func (s *Session) ownPeers(v string) (string, bool) {
	i := slices.IndexFunc(s.snap.Peers, func(p state.PeerSet) bool { return strings.EqualFold(p.Name, strings.TrimSpace(v)) })
	if i < 0 {
		return "", false
	}
	return s.snap.Peers[i].Name, true
}

func (s *Session) parsePeers(v string) (any, bool) {
	if own, ok := s.ownPeers(v); ok {
		return state.SetPeers{Group: compare.PeerGroup(own)}, true
	}
	g := compare.PeerGroup(strings.ToLower(v))
	return state.SetPeers{Group: g}, slices.Contains(compare.PeerGroups(), g)
}

// parseSavePeers keeps the regencies and cities compared as a peer group.
func parseSavePeers(s *Session, v string) (any, bool) {
	name := state.CleanName(v)
	var regions []model.RegionCode
	for _, c := range s.st.Compared(s.snap.Data) {
		if r, ok := s.snap.Data.Region(c); ok && r.Level.IsLocal() {
			regions = append(regions, c)
		}
	}
	ok := name != "" && len(regions) > 0 && !slices.Contains(compare.PeerGroups(), compare.PeerGroup(name))
	return act(func() []state.Effect { return s.keep(state.SavePeers{Name: name, Regions: regions}) }), ok
}

func (s *Session) parseRemovePeers(v string) (any, bool) {
	name, ok := s.ownPeers(v)
	return act(func() []state.Effect { return s.keep(state.RemovePeers{Name: name}) }), ok
}

// parseNear reads indicators, parted by commas or blanks.
func (s *Session) parseNear(v string) (any, bool) {
	var ids []model.IndicatorID
	for _, word := range strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ' ' }) {
		in, ok := s.parseIndicator(word)
		set, is := in.(state.SetIndicator)
		if !ok || !is {
			return nil, false
		}
		ids = append(ids, set.Indicator)
	}
	return state.SetNear{Indicators: ids}, len(ids) > 0 && len(ids) <= state.MaxNear
}

// parseRegionSample reads households and design effect, "640/1,5", or the word
// that takes them away.
func (s *Session) parseRegionSample(v string) (any, bool) {
	switch strings.ToLower(v) {
	case "lepas", "none":
		return state.SetSample{}, true
	}
	head, tail, has := strings.Cut(v, "/")
	n, err := s.env.Words.Lang.ParseNumber(strings.TrimSpace(head))
	set := state.SetSample{Households: int(n)}
	if err != nil || n < 1 || n > 1e7 || n != float64(int(n)) {
		return nil, false
	}
	if has {
		set.Deff, err = s.env.Words.Lang.ParseNumber(strings.TrimSpace(tail))
		if err != nil || !(set.Deff > 0 && set.Deff <= 100) {
			return nil, false
		}
	}
	return set, true
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
