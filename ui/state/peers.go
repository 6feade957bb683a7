package state

import (
	"slices"

	"rakor/model"
	"rakor/model/compare"
)

// Limits of peer groups that are saved.
const (
	MaxPeerSet  = 600 // regions of one
	MaxPeerSets = 50  // groups
)

// PeerSet is a list of regions that the user saved under a name.
type PeerSet struct {
	Name    string // see [CleanName]; not that of a group that rakor makes
	Regions []model.RegionCode
}

// PeerSet finds a saved peer group by its name.
func (s *Snapshot) PeerSet(name compare.PeerGroup) (PeerSet, bool) {
	i := slices.IndexFunc(s.Peers, func(p PeerSet) bool { return p.Name == string(name) })
	if i < 0 {
		return PeerSet{}, false
	}
	return s.Peers[i], true
}

// PeersOf gives the regions of a peer group, home first where rakor makes the
// group; those of a saved one in their own order, home added at the end where it
// is not among them.
func (s *Snapshot) PeersOf(g compare.PeerGroup, home model.RegionCode, near []model.IndicatorID) []model.RegionCode {
	set, own := s.PeerSet(g)
	switch {
	case own:
		var out []model.RegionCode
		for _, c := range set.Regions {
			if r, ok := s.Data.Region(c); ok && r.Level.IsLocal() && !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
		if !slices.Contains(out, home) {
			out = append(out, home)
		}
		return out
	case g == compare.PeersNearest:
		return compare.PeersBy(s.Data, home, near)
	}
	return compare.Peers(s.Data, g, home)
}

// The intents of peer groups.
type (
	// SavePeers keeps a list of regions under a name; an old one of that name is
	// replaced.
	SavePeers struct {
		Name    string             `json:"name"`
		Regions []model.RegionCode `json:"regions"`
	}
	// RemovePeers forgets a peer group that was saved.
	RemovePeers struct {
		Name string `json:"name"`
	}
	// PeersKept answers both: the group is looked at, or gone.
	PeersKept struct {
		Rev     uint64 `json:"rev"`
		Name    string `json:"name"`
		Removed bool   `json:"removed,omitempty"`
	}
	// SetNear chooses the indicators that the nearest peers are found by, and
	// looks at these.
	SetNear struct {
		Indicators []model.IndicatorID `json:"indicators"`
	}
	// SetSample gives the size of the survey's sample in a region and its design
	// effect, in place of a relative standard error; none takes it away.
	SetSample struct {
		Households int     `json:"households"`
		Deff       float64 `json:"deff,omitempty"`
	}
)

func (SavePeers) intent()   {}
func (RemovePeers) intent() {}
func (PeersKept) intent()   {}
func (SetNear) intent()     {}
func (SetSample) intent()   {}

// WritePeers keeps a peer group, or with no regions forgets it. Answer:
// [PeersKept].
type WritePeers struct{ Set PeerSet }

func (WritePeers) effect() {}

// applyPeers carries out an intent on peer groups; ok is false for any other.
func applyPeers(snap *Snapshot, st State, in Intent) (next State, effects []Effect, ok bool) {
	switch in := in.(type) {
	case SavePeers:
		name := CleanName(in.Name)
		if snap.ReadOnly || name == "" || slices.Contains(compare.PeerGroups(), compare.PeerGroup(name)) || len(in.Regions) == 0 || len(in.Regions) > MaxPeerSet {
			return st, nil, true
		}
		if _, old := snap.PeerSet(compare.PeerGroup(name)); !old && len(snap.Peers) >= MaxPeerSets {
			return st, nil, true
		}
		effects = []Effect{WritePeers{Set: PeerSet{Name: name, Regions: slices.Clone(in.Regions)}}}
	case RemovePeers:
		if _, found := snap.PeerSet(compare.PeerGroup(in.Name)); found && !snap.ReadOnly {
			effects = []Effect{WritePeers{Set: PeerSet{Name: in.Name}}}
		}
	case PeersKept:
		st.Rev = max(st.Rev, in.Rev)
		if !in.Removed {
			st.Regional.Peers, st.Regional.Analysis = compare.PeerGroup(in.Name), Position
		}
	case SetNear:
		st.Regional.Near = slices.Clone(in.Indicators)
		st.Regional.Peers, st.Regional.Analysis = compare.PeersNearest, Position
	case SetSample:
		st.Regional.Sample, st.Regional.Deff, st.Regional.RSE = in.Households, in.Deff, nil
	default:
		return st, nil, false
	}
	return st, effects, true
}

// validPeers forgets a peer group that is gone, and what is out of range.
func validPeers(snap *Snapshot, g Regional) Regional {
	if _, own := snap.PeerSet(g.Peers); !own && !slices.Contains(compare.PeerGroups(), g.Peers) {
		g.Peers = ""
	}
	if g.Sample < 0 || g.Sample > 10_000_000 {
		g.Sample = 0
	}
	if !(g.Deff > 0 && g.Deff <= 100) || g.Sample == 0 {
		g.Deff = 0
	}
	if len(g.Near) > 0 {
		near := make([]model.IndicatorID, 0, MaxNear)
		for _, id := range g.Near {
			if _, ok := snap.Data.Indicator(id); ok && len(near) < MaxNear && !slices.Contains(near, id) {
				near = append(near, id)
			}
		}
		g.Near = near
	}
	return g
}
