package estimate

import (
	"rakor/ui/block"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// narrow draws one column: the inputs, the number, what BPS published, the
// target, and as much of the ledger as there is room for.
func (p page) narrow(a block.Area) {
	paint(a, p.narrowItems(a.W))
}

func (p page) narrowItems(w int) []item {
	var out []item
	for i, in := range p.inputs() {
		out = append(out, one(rankFirst, p.narrowInput(state.Input(i), in, w)))
	}
	out = append(out, p.rule(p.w.Result(p.periodTitle())))
	out = append(out, p.narrowResult(w)...)
	out = append(out, p.rule(p.w.Why))
	out = append(out, p.narrowBase(w)...)
	out = append(out, p.rule(p.goalTitle()))
	out = append(out, p.narrowGoal(w)...)
	ledger := p.ledgerItems(w)
	title := p.rule(p.w.LedgerTitle + " (A)")
	ledger[0].lines = append(title.lines, ledger[0].lines...) // a title alone says nothing
	return append(out, ledger...)
}

// rule is a titled rule between parts.
func (p page) rule(title string) item {
	return one(rankTitle, func(a block.Area, y int) {
		a.HLine(0, y, a.W, theme.Border)
		x := a.Clip(1, y, a.W-4, theme.Heading, " "+title)
		a.Text(x, y, theme.Border, " ")
	})
}

// narrowInput draws an input in one line.
func (p page) narrowInput(id state.Input, in Input, w int) line {
	numbers, ends, origin := 32, 0, min(max(w*3/10, 14), 44)
	if w >= 90 {
		numbers, ends = 36, p.endWidth()
	}
	from, st := p.origin(id, origin)
	return func(a block.Area, y int) {
		a.Hit(0, y, a.W, 1, state.SelectInput{Input: id})
		p.inputLine(a.Sub(0, y, numbers, 1), id, in, numbers)
		p.slider(a, numbers+1, y, w-numbers-origin-3, ends, id)
		a.Clip(w-origin, y, origin, st, from)
	}
}

func (p page) narrowResult(w int) []item {
	if !p.Result.OK {
		var out []item
		for _, s := range p.trouble() {
			out = append(out, text(rankFirst, theme.Plain, 2, w, s))
		}
		return append(out, p.poorMeans(w)...)
	}
	const at = 24
	formula := p.formula()
	long := formula + ", " + p.w.RoundRule
	whole := block.Width(long) <= w-at
	if whole {
		formula = long
	}
	out := []item{
		one(rankFirst, func(a block.Area, y int) {
			p.figure(a, y)
			if !p.Rate.User && !p.Population.User {
				a.Clip(at, y, a.W-at, theme.Plain, formula)
			}
		}),
	}
	if p.Rate.User || p.Population.User {
		out = append(out, one(rankResult, func(a block.Area, y int) { a.Clip(2, y, a.W-2, theme.Plain, p.formula()) }))
	}
	if !whole {
		out = append(out, text(rankDetail, theme.Muted, 2, w, p.w.RoundName+": "+p.w.RoundText))
	}
	return append(append(out, p.interval(w)...), p.poorMeans(w)...)
}

func (p page) narrowBase(w int) []item {
	if !p.Base.OK {
		return []item{text(rankResult, theme.Muted, 2, w, p.w.NoCount(p.l.PeriodLong(p.Period)))}
	}
	short := p.w.ImpliedShort(p.countWords(), p.thousands(p.Base.V.Implied))
	if p.Population.OK && w >= 70 {
		short += p.w.AgainstShort(p.baseDifference())
	}
	out := []item{text(rankResult, theme.Plain, 2, w, short)}
	if why := p.why(); why != "" {
		out = append(out, text(rankWhy, theme.Muted, 2, w, why))
	}
	return out
}

func (p page) narrowGoal(w int) []item {
	if !p.Goal.OK {
		return p.noGoal(2, w)
	}
	g := p.Goal.V
	if g.Points > 0 || g.Exits <= 0 {
		return []item{text(rankResult, theme.Plain, 2, w, p.w.Reached(p.l.Number(g.Points, decimals(g.Points))))}
	}
	short := p.w.TargetShort(p.percent(p.Target.Value), p.l.Signed(g.Points, decimals(g.Points)), p.l.Signed(float64(-g.Exits), 0))
	out := []item{text(rankResult, theme.Plain, 2, w, short)}
	if p.past() {
		out = append(out, text(rankDetail, theme.Warn, 2, w, "! "+p.w.TargetPast(year(p.TargetYear))))
	}
	return append(out, inset([]item{p.goalBars(w - 2)})...)
}
