package program

import (
	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// renderLarge draws the tab for the back row: the selected entry, its budget in
// large figures, what it is for and how far it is, and the rows around it with
// air between them.
func renderLarge(env block.Env, a block.Area, v View) {
	w := &env.Words.Program
	p, ok := v.selected()
	if !ok {
		a.Clip(0, 0, a.W, theme.Strong, w.NoMatch)
		a.Clip(0, 1, a.W, theme.Plain, w.NoMatchHint)
		return
	}
	rows, step := 3, 1
	switch {
	case a.H >= 26:
		rows, step = 5, 2
	case a.H < 15:
		rows = 2
	}
	x := v.writer(env)
	y := largeEntry(a.Sub(0, 0, a.W, a.H-rows*step-1), x, p)
	list := a.Sub(0, max(a.H-rows*step, y+1), a.W, rows*step)
	if a.H >= 15 {
		a.HLine(0, a.H-rows*step-1, a.W, theme.Border)
		a.Right(0, a.H-rows*step-1, a.W, theme.Plain, " "+w.Entry(v.At+1, len(v.Rows)))
	}
	largeRows(env, list, v, x, step)
}

// largeEntry draws the selected entry, and gives the line below it.
func largeEntry(a block.Area, x writer, p *model.Programme) int {
	y := 0
	if a.H >= 18 {
		y++
	}
	st := theme.Strong
	name := shortTitle(p)
	if p.Sample {
		st, name = theme.Warn, x.w.FlagLegend[model.FlagSample]+" (x) · "+name
	}
	most := 1
	if a.H >= 12 {
		most = 2
	}
	lines := block.Wrap(name, a.W)
	for i, l := range lines[:min(most, len(lines))] {
		if i == most-1 && i < len(lines)-1 {
			l += " …"
		}
		a.Clip(0, y, a.W, st, l)
		y++
	}
	a.Clip(0, y, a.W, theme.Plain, p.Department+" · "+x.year(p.Year)+" · "+x.strategy(p.Strategy))
	y++
	if a.H-y >= 10 {
		y++
	}
	y = largeBudget(a, y, x, p)
	target, realised := x.target(p), x.realised(p)
	for _, f := range []fact{target, realised} {
		if y < a.H {
			at := a.Clip(0, y, a.W, theme.Strong, f.label)
			a.Clip(at+1, y, a.W-at-1, largeStyle(f), f.text)
			y++
		}
	}
	return y
}

// largeStyle is a fact's style where nothing is muted.
func largeStyle(f fact) theme.Style {
	if f.style == theme.Muted {
		return theme.Plain
	}
	return f.style
}

// largeBudget draws the budget in millions in large figures, or says that it is
// not known, and gives the line below it.
func largeBudget(a block.Area, y int, x writer, p *model.Programme) int {
	f := x.budget(p)
	budget := p.EffectiveBudget()
	figure := ""
	if budget.OK {
		figure = millions(x.l, budget.V, budgetDecimals(budget.V))
	}
	w := block.FiguresWidth(figure)
	if w == 0 || w+30 > a.W || a.H-y < block.FiguresHeight+3 {
		at := a.Clip(0, y, a.W, theme.Strong, f.label)
		a.Clip(at+1, y, a.W-at-1, largeStyle(f), f.text)
		return y + 1
	}
	at := a.Figures(0, y, theme.Figure, figure)
	a.Clip(at+1, y+block.FiguresHeight-2, a.W-at-1, theme.Strong, x.w.ColBudget)
	a.Clip(at+1, y+block.FiguresHeight-1, a.W-at-1, theme.Plain, f.text)
	return y + block.FiguresHeight + 1
}

// largeRows draws the rows around the selected one: office, what is done, and
// the budget.
func largeRows(env block.Env, a block.Area, v View, x writer, step int) {
	n := a.H / step
	from := firstShown(v.At, len(v.Rows), n)
	t := v.layout(env, a.W)
	office, money := min(18, a.W/4), 10
	for i := from; i < min(from+n, len(v.Rows)); i++ {
		p, y := v.Rows[i], (i-from)*step
		st := theme.Plain
		if i == v.At {
			st = theme.Strong
			a.Text(0, y, theme.Accent, "▸")
		}
		if p.Sample {
			a.Text(1, y, theme.Warn, x.w.FlagLetters[model.FlagSample])
		}
		a.Clip(3, y, office-1, st, p.Department)
		a.Clip(3+office, y, a.W-office-money-5, st, shortTitle(p))
		drawBudget(t, a, a.W-money-1, y, money, p, st)
		if i == v.At {
			a.Select(y)
		}
		a.Hit(0, y, a.W, 1, state.SelectProgramme{ID: p.ID})
	}
}
