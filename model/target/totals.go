package target

import (
	"cmp"
	"math"
	"slices"

	"rakor/model"
)

// Money is a sum of rupiah and the number of entries that gave it.
type Money struct {
	Rows int
	Sum  model.Rupiah
}

// add adds an amount; a sum beyond the largest number stays there.
func (m *Money) add(v model.Rupiah) {
	m.Rows++
	switch {
	case v > 0 && m.Sum > math.MaxInt64-v:
		m.Sum = math.MaxInt64
	case v < 0 && m.Sum < math.MinInt64-v:
		m.Sum = math.MinInt64
	default:
		m.Sum += v
	}
}

// Plus gives the sum of both.
func (m Money) Plus(o Money) Money {
	rows := m.Rows + o.Rows
	m.add(o.Sum)
	m.Rows = rows
	return m
}

// UnitCount is what entries with targets of one unit aim at.
type UnitCount struct {
	Unit model.TargetUnit
	Rows int
	N    int64
}

// Totals are the figures of a list. Every figure but Rows and Samples leaves
// the samples out.
type Totals struct {
	Rows    int // all entries
	Samples int // not seen for this region

	Budget   Money // budgets read in a document
	Computed Money // budgets worked out from units and prices
	NoBudget int   // entries without either

	Realised   Money
	NoRealised int

	Targets  []UnitCount // a unit each, in the order of [model.TargetUnits]
	NoTarget int         // entries whose target names no number with a unit

	NoPlace int
	Over    int // entries that realised more than their budget

	// Years are those of the entries whose budget, of either kind, is in the
	// sums, ascending, each once: more than one is no figure of a year.
	Years []model.Year
}

// Counted gives how many entries are no samples.
func (t Totals) Counted() int { return t.Rows - t.Samples }

// Known gives the budgets of both kinds.
func (t Totals) Known() Money { return t.Budget.Plus(t.Computed) }

// Sum adds up entries; nil gives the zero Totals. The entries are not changed.
func Sum(entries []*model.Programme) Totals {
	var t Totals
	for _, p := range entries {
		t.add(p)
	}
	slices.SortFunc(t.Targets, func(a, b UnitCount) int {
		return cmp.Or(place(a.Unit)-place(b.Unit), cmp.Compare(a.Unit, b.Unit))
	})
	slices.Sort(t.Years)
	return t
}

// place gives a unit's place in the order of units; unknown units come last.
func place(u model.TargetUnit) int {
	switch u {
	case model.PerPerson:
		return 0
	case model.PerFamily:
		return 1
	case model.PerHousehold:
		return 2
	case model.PerHouse:
		return 3
	case model.PerBusiness:
		return 4
	case model.PerStudent:
		return 5
	case model.PerGroup:
		return 6
	}
	return 7
}

func (t *Totals) add(p *model.Programme) {
	t.Rows++
	if p.Sample {
		t.Samples++
		return
	}
	budget := p.EffectiveBudget()
	switch {
	case !budget.OK:
		t.NoBudget++
	case p.EffectiveComputed():
		t.Computed.add(budget.V)
	default:
		t.Budget.add(budget.V)
	}
	if budget.OK && !slices.Contains(t.Years, p.Year) {
		t.Years = append(t.Years, p.Year)
	}
	if p.Realised.OK {
		t.Realised.add(p.Realised.V)
	} else {
		t.NoRealised++
	}
	if budget.OK && p.Realised.OK && p.Realised.V > budget.V {
		t.Over++
	}
	if len(p.Places) == 0 && len(p.PlaceNames) == 0 {
		t.NoPlace++
	}
	if !p.Target.OK {
		t.NoTarget++
		return
	}
	i := slices.IndexFunc(t.Targets, func(u UnitCount) bool { return u.Unit == p.Target.V.Unit })
	if i < 0 {
		i = len(t.Targets)
		t.Targets = append(t.Targets, UnitCount{Unit: p.Target.V.Unit})
	}
	t.Targets[i].Rows++
	t.Targets[i].N = saturating(t.Targets[i].N, p.Target.V.N)
}

func saturating(a, b int64) int64 {
	if b > 0 && a > math.MaxInt64-b {
		return math.MaxInt64
	}
	return a + b
}

// Group is the figures of the entries that share a key.
type Group[K comparable] struct {
	Key K
	Totals
}

// By groups entries by a key, groups in the order in which they first appear,
// and adds up each. Every entry lies in exactly one group. The entries are not
// changed.
func By[K comparable](entries []*model.Programme, key func(*model.Programme) K) []Group[K] {
	var keys []K
	members := map[K][]*model.Programme{}
	for _, p := range entries {
		k := key(p)
		if _, ok := members[k]; !ok {
			keys = append(keys, k)
		}
		members[k] = append(members[k], p)
	}
	out := make([]Group[K], len(keys))
	for i, k := range keys {
		out[i] = Group[K]{Key: k, Totals: Sum(members[k])}
	}
	return out
}

// Absorbed gives what of an entry's budget was realised, in per cent (above
// 100 where more was spent than planned):
//
//	realised / budget x 100
//
// of the budget that holds ([model.Programme.EffectiveBudget]). ok is false where
// either is unknown or the budget is not above zero.
func Absorbed(p *model.Programme) (percent float64, ok bool) {
	budget := p.EffectiveBudget()
	if !budget.OK || !p.Realised.OK || budget.V <= 0 {
		return 0, false
	}
	return float64(p.Realised.V) / float64(budget.V) * 100, true
}
