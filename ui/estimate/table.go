package estimate

import (
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

// tableWide draws inputs and results to the left, what BPS published over the
// years to the right.
func (p page) tableWide(a block.Area) {
	inputs := p.inputTable(a.W - 4)
	h := height(inputs)
	panel(a.Sub(0, 0, a.W, h), p.w.Inputs, inputs)
	left := min(a.W/2-2, 64)
	rest := a.H - h
	outcome := p.outcomeItems(left - 4)
	panel(a.Sub(0, h, left, min(rest, height(outcome))), p.w.OutcomeTitle, outcome)
	history := p.historyItems(rest - 2)
	panel(a.Sub(left+1, h, a.W-left-1, min(rest, height(history))), p.w.HistoryTitle, history)
}

// tableItems is the same in one column.
func (p page) tableItems(w, h int) []item {
	out := p.inputTable(w)
	out = append(out, p.rule(p.w.OutcomeTitle))
	outcome := p.outcomeItems(w)
	out = append(out, outcome...)
	if room := h - len(out) - 1; room >= 3 {
		out = append(out, p.rule(p.w.HistoryTitle))
		out = append(out, p.historyItems(room)...)
	}
	return out
}

// inputTable lists the inputs as numbers; a narrow one leaves the difference
// out, which can be seen, and keeps the period.
func (p page) inputTable(w int) []item {
	cols := []column{{19, false}, {10, true}, {10, true}, {8, true}, {8, false}, {max(w-67, 0), false}}
	heads := []string{p.w.ColInput, p.w.ColUsed, p.w.ColPublished, p.w.ColDifference, p.w.ColPeriod, p.w.ColSource}
	if w < 76 {
		cols = append(cols[:3:3], cols[4], column{max(w-57, 0), false})
		heads = append(heads[:3:3], heads[4:]...)
	}
	if w < 68 { // nor is there room for the source
		cols = cols[:4]
	}
	out := []item{one(rankResult, func(a block.Area, y int) {
		cells(a.Sub(2, 0, a.W-2, a.H), y, theme.Muted, cols, heads...)
	})}
	for i, in := range p.inputs() {
		id := state.Input(i)
		texts := p.inputCells(id, in)
		if w < 76 {
			texts = append(texts[:3:3], texts[4:]...)
		}
		st := theme.Plain
		if in.User || id == state.InputPopulation && p.otherYear() {
			st = theme.Warn
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
		if in.Published.OK {
			d := in.Value - in.Published.Value
			diff = p.l.Signed(d, 0)
			if id != state.InputPopulation {
				diff = p.l.Signed(d, decimals(d))
			}
		}
	}
	return []string{p.name(p.w, id) + " (" + p.unit(id) + ")", used, published, diff, period, from}
}

// outcomeItems lists the results, a figure a line.
func (p page) outcomeItems(w int) []item {
	var out []item
	w = min(w, 72)
	add := func(rank uint8, st theme.Style, name, value, unit string) {
		out = append(out, one(rank, func(a block.Area, y int) {
			a.Clip(2, y, w-24, theme.Plain, name)
			a.Right(w-21, y, 12, st, value)
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
		add(rankDetail, theme.Plain, p.w.RowExact, p.exact(), "")
		if r.Interval.OK {
			add(rankBeside, theme.Plain, p.w.RowLow, p.count(r.Interval.V.Low.N()), p.w.People)
			add(rankBeside, theme.Plain, p.w.RowHigh, p.count(r.Interval.V.High.N()), p.w.People)
		}
	}
	if p.Base.OK {
		b := p.Base.V
		add(rankResult, theme.Plain, p.w.Count, p.count(b.Count), p.w.People)
		add(rankResult, theme.Plain, p.w.RowImplied, p.l.Number(model.Round(float64(b.Implied), -2), 0), p.w.People)
		if p.Population.OK {
			add(rankDetail, theme.Plain, p.w.RowAgainst, p.l.Signed(b.Difference, 2), "%")
		}
	}
	if p.Goal.OK {
		g := p.Goal.V
		add(rankDetail, theme.Plain, p.w.RowPoints, p.l.Signed(g.Points, decimals(g.Points)), p.w.Points)
		add(rankDetail, theme.Plain, p.w.RowThen, p.count(g.Then), p.w.People)
		if g.Exits > 0 {
			add(rankResult, theme.Plain, p.w.RowExits, p.count(g.Exits), p.w.People)
		}
	}
	if p.Line.OK {
		add(rankMeaning, theme.Plain, p.w.Line, p.l.Rupiah(int64(p.Line.Value)), "")
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
