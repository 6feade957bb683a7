package target

import (
	"cmp"
	"slices"

	"rakor/model"
)

// Line is a share of the budget that has to be realised by the end of a
// semester.
type Line struct {
	Percent  float64
	Semester int
	// Source says who asked for it and when.
	Source model.Text
}

// HalfBySemester1 is the condition that the city's deputy mayor named on 18
// February 2026 for the poverty budget tagged in SIPD: at least half realised by
// the end of the first semester (lenterapost.com, jendeladunia.id).
func HalfBySemester1() Line {
	return Line{Percent: 50, Semester: 1, Source: model.Text{
		ID: "Wakil Wali Kota, rakor 18-2-2026 (lenterapost.com, jendeladunia.id)", EN: "Deputy mayor, meeting of 18-2-2026 (lenterapost.com, jendeladunia.id)",
	}}
}

// Band is one step of how far a budget is realised.
type Band struct {
	From float64 // per cent, inclusive
	Name string  // "low", "slow", "on-way", "good"
}

// Bands gives the steps that the peer program of Kabupaten Kotabaru colours by
// (harya12x/oppkpke_apps: 25, 50 and 80 per cent), the lowest first.
func Bands() []Band {
	return []Band{{0, "low"}, {25, "slow"}, {50, "on-way"}, {80, "good"}}
}

// BandOf gives the step that a share lies in.
func BandOf(percent float64) Band {
	all := Bands()
	out := all[0]
	for _, b := range all {
		if percent >= b.From {
			out = b
		}
	}
	return out
}

// Absorption is how much of a budget was realised. A share is worked out over
// the entries that know both figures, so that an unknown figure never counts as
// nothing spent.
//
//	Semester1 = sum of semester 1 / sum of budgets x 100, over Rows1 entries
//	Year      = sum of the year / sum of budgets x 100, over RowsYear entries
//
// The budget is the one that holds: the revised one where it is known. Budgets
// worked out from units and prices take part and are counted in Computed.
// Samples are left out.
type Absorption struct {
	Rows     int
	Budget   Money
	NoBudget int
	Computed int

	Realised1    Money // of semester 1
	Semester1    model.Maybe[float64]
	Rows1        int
	RealisedYear Money
	Year         model.Maybe[float64]
	RowsYear     int
	NoRealised   int // entries that know neither
	Nothing      int // entries that realised 0 of a known budget
	Over         int // entries that realised more than their budget
	// Below are the entries that know semester 1 and lie under the line.
	Below int
}

// Absorb adds entries up and holds them against a line.
func Absorb(entries []*model.Programme, line Line) Absorption {
	var a Absorption
	var base1, baseYear Money // budgets of the entries that know the other figure
	for _, p := range entries {
		if p.Sample {
			continue
		}
		a.Rows++
		b := p.EffectiveBudget()
		if !b.OK {
			a.NoBudget++
		} else {
			a.Budget.add(b.V)
			if p.BudgetComputed && !p.BudgetRevised.OK {
				a.Computed++
			}
		}
		if p.RealisedH1.OK {
			a.Realised1.add(p.RealisedH1.V)
		}
		year := Spent(p)
		if year.OK {
			a.RealisedYear.add(year.V)
		} else if !p.RealisedH1.OK {
			a.NoRealised++
		}
		if b.OK && b.V > 0 {
			a.hold(b.V, p.RealisedH1, year, line, &base1, &baseYear)
		}
	}
	a.Rows1, a.RowsYear = base1.Rows, baseYear.Rows
	a.Semester1 = shareOf(entries, base1, func(p *model.Programme) model.Maybe[model.Rupiah] { return p.RealisedH1 })
	a.Year = shareOf(entries, baseYear, Spent)
	return a
}

// hold holds what an entry realised against its budget.
func (a *Absorption) hold(budget model.Rupiah, first, year model.Maybe[model.Rupiah], line Line, base1, baseYear *Money) {
	if first.OK {
		base1.add(budget)
		if float64(first.V) < float64(budget)*line.Percent/100 {
			a.Below++
		}
	}
	if !year.OK {
		return
	}
	baseYear.add(budget)
	switch {
	case year.V == 0:
		a.Nothing++
	case year.V > budget:
		a.Over++
	}
}

// Spent gives the year's realised figure: the total, else semester 1 and 2
// where both are known.
func Spent(p *model.Programme) model.Maybe[model.Rupiah] {
	if p.Realised.OK {
		return p.Realised
	}
	if p.RealisedH1.OK && p.RealisedH2.OK {
		return model.Known(p.RealisedH1.V + p.RealisedH2.V)
	}
	return model.Maybe[model.Rupiah]{}
}

// shareOf gives what was spent of budgets in per cent, over the entries that
// know both.
func shareOf(entries []*model.Programme, base Money, spent func(*model.Programme) model.Maybe[model.Rupiah]) model.Maybe[float64] {
	if base.Sum <= 0 {
		return model.Maybe[float64]{}
	}
	var sum Money
	for _, p := range entries {
		if b, s := p.EffectiveBudget(), spent(p); !p.Sample && b.OK && b.V > 0 && s.OK {
			sum.add(s.V)
		}
	}
	return model.Known(float64(sum.Sum) / float64(base.Sum) * 100)
}

// AbsorbedBy is the absorption of the entries that share a key.
type AbsorbedBy[K cmp.Ordered] struct {
	Key K
	Absorption
}

// AbsorbBy gives the absorption of each group, the largest budget first, then
// by key.
func AbsorbBy[K cmp.Ordered](entries []*model.Programme, line Line, key func(*model.Programme) K) []AbsorbedBy[K] {
	members := map[K][]*model.Programme{}
	for _, p := range entries {
		members[key(p)] = append(members[key(p)], p)
	}
	out := make([]AbsorbedBy[K], 0, len(members))
	for k, ps := range members {
		out = append(out, AbsorbedBy[K]{k, Absorb(ps, line)})
	}
	slices.SortFunc(out, func(a, b AbsorbedBy[K]) int {
		return cmp.Or(cmp.Compare(b.Budget.Sum, a.Budget.Sum), cmp.Compare(a.Key, b.Key))
	})
	return out
}

// TopShare gives what the n largest budgets are of all known ones, in per cent:
// how much of the money a few entries decide over. ok is false where no budget
// above zero is known.
func TopShare(entries []*model.Programme, n int) (percent float64, rows int, ok bool) {
	var all []model.Rupiah
	var sum float64
	for _, p := range entries {
		if b := p.EffectiveBudget(); !p.Sample && b.OK && b.V > 0 {
			all = append(all, b.V)
			sum += float64(b.V)
		}
	}
	if len(all) == 0 || n <= 0 {
		return 0, 0, false
	}
	slices.SortFunc(all, func(a, b model.Rupiah) int { return cmp.Compare(b, a) })
	rows = min(n, len(all))
	top := 0.0
	for _, v := range all[:rows] {
		top += float64(v)
	}
	return top / sum * 100, rows, true
}

// PerPoor gives rupiah a poor person a year: the known budgets over the number
// of poor people. It is what the list spends for each, not what each gets. ok is
// false where either is not known or not above zero.
func PerPoor(entries []*model.Programme, poor model.Maybe[int64]) (rupiah float64, ok bool) {
	var sum float64
	for _, p := range entries {
		if b := p.EffectiveBudget(); !p.Sample && b.OK {
			sum += float64(b.V)
		}
	}
	if !poor.OK || poor.V <= 0 || sum <= 0 {
		return 0, false
	}
	return sum / float64(poor.V), true
}
