package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rakor/data"
	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/state"
)

// usedPeers gives the peer groups of the user as the screens use them.
func (a *app) usedPeers() []state.PeerSet {
	var out []state.PeerSet
	for _, p := range a.settings.Peers {
		if name := state.CleanName(p.Name); name == p.Name && !slices.Contains(compare.PeerGroups(), compare.PeerGroup(name)) {
			out = append(out, state.PeerSet{Name: name, Regions: p.Regions})
		}
	}
	slices.SortStableFunc(out, func(x, y state.PeerSet) int { return strings.Compare(strings.ToLower(x.Name), strings.ToLower(y.Name)) })
	return slices.CompactFunc(out, func(x, y state.PeerSet) bool { return x.Name == y.Name })
}

// keepPeers puts a peer group in the settings, or with no regions takes it out.
func (a *app) keepPeers(set state.PeerSet) error {
	return a.remember(func(s *data.Settings) {
		s.Peers = slices.DeleteFunc(slices.Clone(s.Peers), func(p data.PeerSet) bool { return p.Name == set.Name })
		if len(set.Regions) > 0 {
			s.Peers = append(s.Peers, data.PeerSet{Name: set.Name, Regions: set.Regions})
		}
	})
}

// writePeers keeps a peer group for the screens.
func (a *app) writePeers(set state.PeerSet) (state.Intent, error) {
	err := a.keepPeers(set)
	a.saving.Lock()
	peers := a.usedPeers()
	a.saving.Unlock()
	rev := a.renew(func(s *state.Snapshot) { s.Peers = peers })
	if err != nil {
		return state.Loaded{Rev: rev}, err
	}
	return state.PeersKept{Rev: rev, Name: set.Name, Removed: len(set.Regions) == 0}, nil
}

// dataPeers lists the peer groups of the user, and keeps or removes one.
func (a *app) dataPeers() *cobra.Command {
	w := a.words.Lang.CompareCLI()
	var save, remove, regions, children string
	c := &cobra.Command{
		Use: "peers", Short: w.PeersShort, Long: w.PeersLong, Args: a.noArgs,
		Example: "  rakor data peers\n  rakor data peers --save Tetangga --region 6271,6211,6210\n  rakor data peers --remove Tetangga",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.open(); err != nil {
				return err
			}
			if err := a.changePeers(save, remove, regions, children, example(cmd)); err != nil {
				return err
			}
			return a.print(a.peersAnswer())
		},
	}
	c.Flags().StringVar(&save, "save", "", w.PeersSave)
	c.Flags().StringVar(&remove, "remove", "", w.PeersRemove)
	c.Flags().StringVar(&regions, "region", "", a.words.CLI.FlagRegion)
	c.Flags().StringVar(&children, "children-of", "", w.Children)
	return c
}

func (a *app) changePeers(save, remove, regions, children, ex string) error {
	if save == "" && remove == "" {
		if regions != "" || children != "" {
			return failf(exitUsage, "%s", a.words.CLI.Needs("--save", ex))
		}
		return nil
	}
	if a.flags.readonly {
		return failf(exitForbidden, "%s", a.words.Data.ReadOnly)
	}
	if remove != "" {
		if !a.ownPeers(remove) {
			return &model.NotFoundError{Kind: "group", Name: remove, Nearest: a.peerNames()}
		}
		if err := a.keepPeers(state.PeerSet{Name: remove}); err != nil {
			return err
		}
	}
	if save == "" {
		return nil
	}
	name := state.CleanName(save)
	if name != save || slices.Contains(compare.PeerGroups(), compare.PeerGroup(name)) {
		return failf(exitUsage, "%s", a.words.Lang.CompareCLI().PeersName(save))
	}
	below, err := a.childrenOf(compareFlags{children: children})
	if err != nil {
		return err
	}
	set := state.PeerSet{Name: name}
	for word := range strings.SplitSeq(strings.Trim(regions+","+strings.Join(below, ","), ","), ",") {
		if word == "" {
			return failf(exitUsage, "%s", a.words.CLI.Needs("--region", ex))
		}
		code, err := a.readRegion(strings.TrimSpace(word))
		if err != nil {
			return err
		}
		r, ok := a.store.Dataset().Region(code)
		switch {
		case !ok:
			return a.unknownRegion(word)
		case !r.Level.IsLocal():
			return failf(exitUsage, "%s", a.words.CLI.NotLocal(r.Name))
		case !slices.Contains(set.Regions, code):
			set.Regions = append(set.Regions, code)
		}
	}
	if len(set.Regions) > state.MaxPeerSet || !a.ownPeers(name) && len(a.usedPeers()) >= state.MaxPeerSets {
		return failf(exitUsage, "%s", a.words.Lang.CompareCLI().PeersFull(state.MaxPeerSets, state.MaxPeerSet))
	}
	return a.keepPeers(set)
}

// ownPeers tells whether the user saved a peer group of that name.
func (a *app) ownPeers(name string) bool {
	return slices.ContainsFunc(a.usedPeers(), func(p state.PeerSet) bool { return p.Name == name })
}

// peerNames lists what --peers takes.
func (a *app) peerNames() []string {
	var out []string
	for _, g := range compare.PeerGroups() {
		out = append(out, string(g))
	}
	for _, p := range a.usedPeers() {
		out = append(out, p.Name)
	}
	return out
}

// peersOf gives the regions of a peer group of a region as they are typed.
func (a *app) peersOf(group, near string, of model.RegionCode) ([]string, error) {
	if near != "" && group == "" {
		group = string(compare.PeersNearest)
	}
	if group == "" {
		return nil, nil
	}
	if !slices.Contains(a.peerNames(), group) {
		return nil, failf(exitUsage, "%s", a.words.CLI.BadValue("--peers", group, strings.Join(a.peerNames(), ", ")))
	}
	var ids []model.IndicatorID
	for word := range strings.FieldsFuncSeq(near, func(r rune) bool { return r == ',' }) {
		id := model.IndicatorID(strings.TrimSpace(word))
		if _, ok := a.store.Dataset().Indicator(id); !ok {
			return nil, a.unknownIndicator(id)
		}
		ids = append(ids, id)
	}
	snap := &state.Snapshot{Data: a.store.Dataset(), Peers: a.usedPeers()}
	var out []string
	for _, c := range snap.PeersOf(compare.PeerGroup(group), of, ids) {
		out = append(out, string(c))
	}
	if len(out) == 0 {
		return nil, a.unknownRegion(string(of))
	}
	return out, nil
}

func (a *app) peersAnswer() answer {
	w := a.words.Lang.CompareCLI()
	ans := answer{
		command: "data peers", header: []string{w.PeersTitle, w.PeersCount, a.words.CLI.ColRegion}, right: []bool{false, true, false},
		rawHead: []string{"name", "regions", "codes"}, raw: [][]string{}, rows: [][]string{},
	}
	type groupJSON struct {
		Name    string             `json:"name"`
		Regions []model.RegionCode `json:"regions"`
	}
	out := []groupJSON{}
	for _, p := range a.usedPeers() {
		var names, codes []string
		for _, c := range p.Regions {
			codes = append(codes, string(c))
			if r, ok := a.store.Dataset().Region(c); ok {
				names = append(names, a.words.Lang.RegionBare(r))
			}
		}
		out = append(out, groupJSON(p))
		ans.rows = append(ans.rows, []string{p.Name, a.words.Lang.Int(int64(len(codes))), strings.Join(names, ", ")})
		ans.raw = append(ans.raw, []string{p.Name, strconv.Itoa(len(codes)), strings.Join(codes, " ")})
	}
	if len(out) == 0 {
		ans.header = nil
		ans.foot = []string{w.PeersNone}
	}
	ans.result = map[string]any{"groups": out}
	return ans
}
