package model

import (
	"maps"
	"slices"
)

// Programmes is an immutable list of entries with its coded lists.
type Programmes struct {
	entries    []Programme
	index      map[ProgrammeID]int
	strategies []StrategyItem
	one        bool // all entries are of one region's list
}

// NewProgrammes indexes entries; the slices are kept, not copied.
func NewProgrammes(entries []Programme, strategies []StrategyItem) *Programmes {
	ps := &Programmes{entries: entries, strategies: strategies, index: make(map[ProgrammeID]int, len(entries)), one: true}
	for i := range entries {
		ps.index[entries[i].ID] = i
		ps.one = ps.one && entries[i].Region == entries[0].Region
	}
	return ps
}

// All gives every entry. The slice is shared: do not change it.
func (ps *Programmes) All() []Programme { return ps.entries }

// Len gives the number of entries.
func (ps *Programmes) Len() int { return len(ps.entries) }

// Of gives the entries of one region's list. The slice may be shared: do not
// change it.
func (ps *Programmes) Of(r RegionCode) []Programme {
	if ps.one && len(ps.entries) > 0 {
		if ps.entries[0].Region == r {
			return ps.entries
		}
		return nil
	}
	var out []Programme
	for i := range ps.entries {
		if ps.entries[i].Region == r {
			out = append(out, ps.entries[i])
		}
	}
	return out
}

// Get finds an entry.
func (ps *Programmes) Get(id ProgrammeID) (Programme, bool) {
	p := ps.Find(id)
	if p == nil {
		return Programme{}, false
	}
	return *p, true
}

// Find gives an entry in place, nil where there is none. It is shared: do not
// change it.
func (ps *Programmes) Find(id ProgrammeID) *Programme {
	if i, ok := ps.index[id]; ok {
		return &ps.entries[i]
	}
	return nil
}

// Strategies gives the coded list of strategies. The slice is shared: do not
// change it.
func (ps *Programmes) Strategies() []StrategyItem { return ps.strategies }

// With gives the list with entries replaced in their place, or added at the
// end where their identity is new. The list itself stays as it is. Cost: a copy
// of the entries.
func (ps *Programmes) With(entries ...*Programme) *Programmes {
	out := &Programmes{entries: slices.Clone(ps.entries), index: ps.index, strategies: ps.strategies, one: ps.one}
	shared := true
	for _, p := range entries {
		if i, ok := out.index[p.ID]; ok {
			out.entries[i] = *p
		} else {
			if shared {
				out.index, shared = maps.Clone(ps.index), false
			}
			out.index[p.ID] = len(out.entries)
			out.entries = append(out.entries, *p)
		}
		out.one = out.one && p.Region == out.entries[0].Region
	}
	return out
}
