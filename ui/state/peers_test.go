package state_test

import (
	"reflect"
	"testing"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/state"
)

func TestPeerSets(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	st := state.New("6271")
	regions := []model.RegionCode{"6211", "6210"}
	_, effects := state.Apply(snap, st, state.SavePeers{Name: " Tetangga\x1b ", Regions: regions})
	if want := []state.Effect{state.WritePeers{Set: state.PeerSet{Name: "Tetangga", Regions: regions}}}; !reflect.DeepEqual(effects, want) {
		t.Fatalf("%+v", effects)
	}
	for name, in := range map[string]state.Intent{
		"a group that rakor makes": state.SavePeers{Name: "capitals", Regions: regions},
		"without a name":           state.SavePeers{Name: "\x1b", Regions: regions},
		"without a region":         state.SavePeers{Name: "x"},
		"too many":                 state.SavePeers{Name: "x", Regions: make([]model.RegionCode, state.MaxPeerSet+1)},
		"remove what is not there": state.RemovePeers{Name: "x"},
	} {
		if _, effects := state.Apply(snap, st, in); effects != nil {
			t.Errorf("%s: %+v", name, effects)
		}
	}
	snap.Peers = []state.PeerSet{{Name: "Tetangga", Regions: append(regions, "9999", "6200", "6211")}}
	st, _ = state.Apply(snap, st, state.PeersKept{Rev: 7, Name: "Tetangga"})
	if st.Rev != 7 || st.Regional.Peers != "Tetangga" || st.Regional.Analysis != state.Position {
		t.Errorf("%+v", st.Regional)
	}
	if got := snap.PeersOf("Tetangga", "6271", nil); !reflect.DeepEqual(got, []model.RegionCode{"6211", "6210", "6271"}) {
		t.Errorf("%v", got)
	}
	snap.Peers = nil
	if st, _ = state.Apply(snap, st, state.PeersKept{Rev: 8, Name: "Tetangga", Removed: true}); st.Regional.Peers != "" {
		t.Errorf("a group that is gone is looked at: %+v", st.Regional)
	}
	snap.ReadOnly = true
	if _, effects = state.Apply(snap, st, state.SavePeers{Name: "x", Regions: regions}); effects != nil {
		t.Errorf("read only: %+v", effects)
	}
}

func TestUncertaintyOfRegions(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	st := state.New("6271")
	rse := 12.0
	st, _ = state.Apply(snap, st, state.SetRSE{Percent: &rse})
	if u := st.Regional.Uncertainty(); u != (compare.Uncertainty{RSE: 12}) {
		t.Errorf("%+v", u)
	}
	st, _ = state.Apply(snap, st, state.SetSample{Households: 640, Deff: 1.5})
	if u := st.Regional.Uncertainty(); u != (compare.Uncertainty{Sample: 640, Deff: 1.5}) {
		t.Errorf("the sample stands beside the RSE: %+v", u)
	}
	st, _ = state.Apply(snap, st, state.SetSample{Households: -3, Deff: 1.5})
	if u := st.Regional.Uncertainty(); u.Known() || u.Deff != 0 {
		t.Errorf("%+v", u)
	}
	st, _ = state.Apply(snap, st, state.SetNear{Indicators: []model.IndicatorID{"p0", "nosuch", "p0", "ipm"}})
	if got := st.Regional; got.Peers != compare.PeersNearest || !reflect.DeepEqual(got.Near, []model.IndicatorID{"p0", "ipm"}) {
		t.Errorf("%+v", got)
	}
}
