package estimate

import (
	"slices"
	"strings"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// cell is one entry of a table: its text, and whether it is a number.
type column struct {
	width int
	right bool
}

// cells draws a line of a table.
func cells(a block.Area, y int, st theme.Style, cols []column, texts ...string) {
	x := 0
	for i, c := range cols {
		if i >= len(texts) || x >= a.W {
			break
		}
		w := min(c.width, a.W-x)
		if c.right {
			a.Right(x, y, w, st, texts[i])
		} else {
			a.Clip(x, y, w, st, texts[i])
		}
		x += c.width + 2
	}
}

// tableWide draws all inputs as numbers, results and what BPS published over
// the years below them.
func (p page) tableWide(a block.Area) {
	inputs := p.inputTable(a.W-4, max(a.H-13, 6))
	h := height(inputs)
	panel(a.Sub(0, 0, a.W, h), p.w.Inputs, inputs)
	left := min(a.W/2-2, 64)
	rest := a.H - h
	outcome := p.outcomeItems(left - 4)
	panel(a.Sub(0, h, left, min(rest, height(outcome))), p.w.OutcomeTitle, outcome)
	history := p.historyItems(rest - 2)
	panel(a.Sub(left+1, h, a.W-left-1, min(rest, height(history))), p.w.HistoryTitle, history)
}

// tableNarrow is the same in one column.
func (p page) tableNarrow(a block.Area) {
	out := p.inputTable(a.W, max(a.H/3, 4))
	out = append(out, p.rule(p.w.OutcomeTitle, ""))
	outcome := p.outcomeItems(a.W)
	out = append(out, outcome...)
	if room := a.H - len(out) - 1; room >= 3 {
		out = append(out, p.rule(p.w.HistoryTitle, ""))
		out = append(out, p.historyItems(room)...)
	}
	paint(a, out)
}

// inputTable lists the inputs as numbers, as many around the selected one as go
// into h lines; a narrow one leaves the difference out, which can be seen, and
// keeps the period.
func (p page) inputTable(w, h int) []item {
	cols := []column{{26, false}, {13, true}, {11, true}, {9, true}, {8, false}, {max(w-79, 0), false}}
	heads := []string{p.w.ColInput, p.w.ColUsed, p.w.ColPublished, p.w.ColDifference, p.w.ColPeriod, p.w.ColSource}
	narrow := w < 96
	if narrow {
		cols = append(cols[:3:3], cols[4], column{max(w-68, 0), false})
		heads = append(heads[:3:3], heads[4:]...)
	}
	if w < 78 { // nor is there room for the source
		cols = cols[:4]
	}
	out := []item{one(rankResult, func(a block.Area, y int) {
		cells(a.Sub(2, 0, a.W-2, a.H), y, theme.Muted, cols, heads...)
	})}
	ids := p.listed()
	n := min(len(ids), max(h-1, 1))
	top := min(max(slices.Index(ids, p.Selected)-n/2, 0), len(ids)-n)
	for _, id := range ids[top : top+n] {
		in := p.Inputs[id]
		texts := p.inputCells(id, in)
		if narrow {
			texts = append(texts[:3:3], texts[4:]...)
		}
		st := theme.Plain
		switch {
		case in.User || id == state.InputPopulation && p.otherYear():
			st = theme.Warn
		case !in.OK:
			st = theme.Muted
		}
		out = append(out, one(rankFirst, func(a block.Area, y int) {
			a.Hit(0, y, a.W, 1, state.SelectInput{Input: id})
			row := a.Row(y)
			if id == p.Selected {
				row.Text(0, 0, theme.Accent, "▸")
			}
			cells(row.Sub(2, 0, row.W-2, 1), 0, st, cols, texts...)
			if id == p.Selected {
				row.Select(0)
			}
		}))
	}
	return out
}

// inputCells gives an input's name, value used, published value, difference,
// period and source.
func (p page) inputCells(id state.Input, in Input) []string {
	used, published, diff, period, from := "-", "-", "", "", p.w.NotInData
	if assumed(id) || groupOf(id) == groupRegister {
		from = p.w.Empty
	}
	if in.OK {
		used = write(p.l, id, in.Value)
	}
	if f := in.Published; f.OK {
		published, period, from = write(p.l, id, f.Value), p.l.Period(f.Period), publisher(f)
	}
	if id == state.InputPopulation && p.otherYear() {
		from = "! " + from + ", " + p.w.OtherYear(year(p.Period.Year))
	}
	if in.User {
		from = "* " + p.w.ByUser
		if assumed(id) {
			from = "* " + p.w.Assumed + ", " + p.w.ByUser
		}
		if in.Published.OK {
			d := in.Value - in.Published.Value
			diff = p.l.Signed(d, places(id, d))
		}
	}
	switch {
	case id == state.InputMethod && !in.OK:
		used, from = p.l.Method(int(state.MethodRate)), p.w.Default
	case in.File:
		_, from = p.source()
	case p.idle(id):
		from = p.w.NotUsed
	}
	name := p.w.Names[id]
	if unit := p.w.Units[id]; unit != "" && groupOf(id) != groupRegister {
		name += " (" + unit + ")"
	}
	return []string{name, used, published, diff, period, from}
}

// outcomeItems lists the results, a figure a line.
func (p page) outcomeItems(w int) []item {
	var out []item
	w = min(w, 72)
	add := func(rank uint8, st theme.Style, name, value, unit string) {
		out = append(out, one(rank, func(a block.Area, y int) {
			a.Clip(2, y, w-28, theme.Plain, name)
			a.Right(w-25, y, 16, st, value)
			a.Clip(w-8, y, 8, theme.Muted, unit)
		}))
	}
	if !p.Result.OK {
		for _, s := range p.trouble() {
			out = append(out, text(rankFirst, theme.Plain, 2, w, s))
		}
	} else {
		r := p.Result.V
		add(rankFirst, theme.Figure, p.w.LinearResult, p.count(r.Poor), p.w.People)
		add(rankWhy, theme.Plain, p.w.RowExact, p.exact(), "")
		if r.Rounding.OK {
			add(rankWhy, theme.Plain, p.w.RowLow, p.count(r.Rounding.V.Low.N()), p.w.People)
			add(rankWhy, theme.Plain, p.w.RowHigh, p.count(r.Rounding.V.High.N()), p.w.People)
		}
	}
	if p.Sure.OK {
		s := p.Sure.V
		add(rankResult, theme.Strong, p.w.Sure.RowLow, p.count(s.Interval.Low.N()), p.w.People)
		add(rankResult, theme.Strong, p.w.Sure.RowHigh, p.count(s.Interval.High.N()), p.w.People)
		rse := "RSE * " + p.w.Assumed
		if s.Design {
			rse = "RSE"
		}
		add(rankBeside, theme.Plain, rse, p.l.Number(s.RSE, 1), "%")
		if p.Before.OK && !p.Before.V.Broken {
			add(rankBeside, theme.Plain, p.w.Sure.RowZ, p.l.Number(p.Before.V.Test.Z, 2), "")
		}
	}
	if p.Base.OK {
		b := p.Base.V
		add(rankResult, theme.Plain, p.w.Count, p.count(b.Count), p.w.People)
		add(rankDetail, theme.Plain, p.w.RowImplied, p.l.Number(model.Round(float64(b.Implied), -2), 0), p.w.People)
		if p.Inputs[state.InputPopulation].OK {
			add(rankDetail, theme.Plain, p.w.RowAgainst, p.l.Signed(b.Difference, 2), "%")
		}
	}
	if p.Goal.OK {
		g := p.Goal.V
		add(rankDetail, theme.Plain, p.w.Goal.RowPoints, p.points(g.Points), p.w.Points)
		add(rankWhy, theme.Plain, p.w.Goal.RowThen, p.count(g.Then), p.w.People)
		if g.Exits > 0 {
			add(rankResult, theme.Plain, p.w.Goal.RowExits, p.count(g.Exits), p.w.People)
		}
		if g.Growing.OK {
			add(rankResult, theme.Plain, p.w.Goal.RowGrowing, p.count(g.Growing.V.Exits), p.w.People)
		}
	}
	if p.Cost.OK {
		add(rankBeside, theme.Plain, p.w.Cost.RowBudget, p.l.Money(p.Cost.V.Budget), "")
	}
	return out
}

// historyItems lists what BPS published in at most h lines, around the period
// shown.
func (p page) historyItems(h int) []item {
	cols := []column{{8, false}, {6, true}, {9, true}, {12, true}, {9, true}}
	out := []item{one(rankDetail, func(a block.Area, y int) {
		cells(a.Sub(2, 0, a.W-2, a.H), y, theme.Muted, cols, p.w.ColPeriod, p.w.ColRate, p.w.ColCount, p.w.ColImplied, p.w.ColLine)
	})}
	rows := p.History
	breaks := false
	for _, r := range rows {
		breaks = breaks || r.Break
	}
	room := h - 1
	if breaks {
		room--
	}
	if len(rows) > room {
		room = max(room-1, 0) // one line says how many more there are
		from := p.firstRound(room)
		rows = rows[from:min(from+room, len(rows))]
	}
	for _, r := range rows {
		out = append(out, one(rankDetail, p.historyLine(r, cols)))
	}
	if more := len(p.History) - len(rows); more > 0 {
		out = append(out, one(rankDetail, func(a block.Area, y int) { a.Clip(2, y, a.W-2, theme.Muted, p.w.More(more)) }))
	}
	if breaks {
		out = append(out, one(rankMeaning, func(a block.Area, y int) { a.Clip(2, y, a.W-2, theme.Muted, p.w.BreakFoot) }))
	}
	return out
}

// firstRound gives the first round of a list of n that has the period shown in
// it.
func (p page) firstRound(n int) int {
	for i, r := range p.History {
		if r.Period == p.Period {
			return min(max(i-n+1, 0), max(len(p.History)-n, 0))
		}
	}
	return 0
}

func (p page) historyLine(r Round, cols []column) line {
	count, implied, poverty := "-", "-", "-"
	if r.Count.OK {
		count = p.l.Number(r.Count.V, r.Decimals) + strings.Repeat(" ", 2-min(r.Decimals, 2))
	}
	if r.Implied.OK {
		implied = p.thousands(r.Implied.V)
	}
	if r.Line.OK {
		poverty = p.l.Number(r.Line.V, 0)
	}
	period := r.Period
	if period == p.Newest {
		period = model.Period{}
	}
	return func(a block.Area, y int) {
		row := a.Row(y)
		row.Hit(0, 0, row.W, 1, state.SetEstimatePeriod{Period: period})
		st := theme.Plain
		if r.Period == p.Period {
			row.Text(0, 0, theme.Accent, "▸")
			st = theme.Strong
		}
		cells(row.Sub(2, 0, row.W-2, 1), 0, st, cols, p.l.Period(r.Period), p.l.Number(r.Rate, 2), count, implied, poverty)
		if r.Break {
			row.Text(55, 0, theme.Muted, "┄")
		}
	}
}
