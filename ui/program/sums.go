package program

import (
	"cmp"
	"slices"

	"rakor/model"
	"rakor/model/target"
)

// sum adds up the rows.
func (v *View) sum(coded []model.StrategyItem) {
	v.Totals = target.Sum(v.Rows)
	for _, p := range v.Rows {
		if p.RealisedH1.OK {
			v.FirstHalf++
		}
		if p.Year != 0 {
			if v.From == 0 || p.Year < v.From {
				v.From = p.Year
			}
			v.To = max(v.To, p.Year)
		}
		if p.Target.OK {
			v.LargestN = max(v.LargestN, p.Target.V.N)
		}
		budget := p.EffectiveBudget()
		if !budget.OK {
			continue
		}
		v.Largest = max(v.Largest, budget.V)
		if budget.V > 0 && (v.Smallest == 0 || budget.V < v.Smallest) {
			v.Smallest = budget.V
		}
		if !p.Sample && v.fromPress(p) {
			v.Press++
		}
	}
	v.Strategies = strategies(v.Rows, coded)
	v.Departments = target.By(v.Rows, func(p *model.Programme) string { return p.Department })
	slices.SortStableFunc(v.Departments, func(a, b target.Group[string]) int {
		return cmp.Or(cmp.Compare(b.Known().Sum, a.Known().Sum), b.Counted()-a.Counted())
	})
}

// fromPress tells whether the press is all that vouches for an entry.
func (v *View) fromPress(p *model.Programme) bool {
	for _, id := range p.Sources {
		switch v.data.Source(id).Kind {
		case model.SourcePress, model.SourceNomenclature, model.SourcePeer: // the latter two know no budgets
		default:
			return false
		}
	}
	return len(p.Sources) > 0
}

// strategies sums the rows a strategy: those of the coded list first, then
// others that occur, then work without one.
func strategies(rows []*model.Programme, coded []model.StrategyItem) []StrategySum {
	groups := target.By(rows, func(p *model.Programme) model.Strategy { return p.Strategy })
	out := make([]StrategySum, 0, len(coded)+1)
	place := func(s model.Strategy) int {
		i := slices.IndexFunc(coded, func(c model.StrategyItem) bool { return c.Code == s })
		switch {
		case i >= 0:
			return i
		case s == 0:
			return len(coded) + 1
		}
		return len(coded)
	}
	for _, c := range coded {
		out = append(out, StrategySum{Item: c})
	}
	slices.SortFunc(groups, func(a, b target.Group[model.Strategy]) int {
		return cmp.Or(place(a.Key)-place(b.Key), int(a.Key)-int(b.Key))
	})
	for _, g := range groups {
		if i := place(g.Key); i < len(coded) {
			out[i].Totals = g.Totals
			continue
		}
		out = append(out, StrategySum{Item: model.StrategyItem{Code: g.Key}, Totals: g.Totals})
	}
	return out
}
