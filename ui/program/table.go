package program

import (
	"strings"

	"rakor/model"
	"rakor/model/target"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// column is one column of the table.
type column struct {
	key   state.SortKey // SortNone where it cannot be sorted by
	head  string
	w     int
	gap   int // blanks before it
	right bool
	draw  func(t *table, a block.Area, x, y, w int, p *model.Programme, st theme.Style)
}

// table is what drawing the rows needs, worked out once a frame.
type table struct {
	writer
	cols     []column
	decimals int // of budgets, in millions
	numW     int // of targets
}

// marks are the selection's mark, that of samples and a blank, before the first
// column.
const marks = 3

// renderTable draws the filter, the head, the rows and the sums. It gives the
// first row shown and the one after the last.
func renderTable(env block.Env, a block.Area, v View, legend bool) (from, to int) {
	y := renderFilter(env, a, v)
	sums := v.sumLines(env, a.W-marks, a.W+4 >= twoPanels)
	foot := len(sums)
	if legend {
		foot++
	}
	if len(v.Rows) == 0 { // nothing to be added up or explained
		foot = 0
	}
	rule := foot > 0 && a.H-y-foot > 10 && a.W+4 >= twoPanels
	if rule {
		foot++
	}
	rows := a.Sub(0, y, a.W, a.H-y-foot)
	if rows.H < 2 && foot > 0 { // rows before sums
		rows, foot = a.Sub(0, y, a.W, a.H-y), 0
	}
	t := v.layout(env, a.W)
	t.head(rows.Row(0), v)
	from, to = t.rows(env, rows.Sub(0, 1, rows.W, rows.H-1), v)
	if foot == 0 {
		return from, to
	}
	y = a.H - foot
	if rule {
		a.HLine(marks, y, a.W-marks, theme.Border)
		y++
	}
	st := theme.Strong
	for _, line := range sums {
		a.Clip(marks, y, a.W-marks, st, line)
		st = theme.Plain
		y++
	}
	if legend {
		t.legend(a.Sub(marks, y, a.W-marks, 1), v)
	}
	return from, to
}

// layout chooses the columns for a width: what is asked for least goes first,
// and the activity takes what is left.
func (v View) layout(env block.Env, w int) *table {
	t := &table{writer: v.writer(env), decimals: budgetDecimals(v.Smallest)}
	t.numW = max(len(t.l.Int(v.LargestN)), 3)
	gap, office, place, goal := 1, 10, 0, t.numW+9
	switch {
	case w >= 150:
		gap, office, place, goal = 2, 22, 22, t.numW+18
	case w >= 100:
		office, place, goal = 14, 13, t.numW+11
	case w >= 76:
		office = 12
	}
	words := t.w
	budget := max(block.Width(words.ColBudget)+1, block.Width(t.millions(v.Largest))+1)
	year := max(4, block.Width(words.ColYear)+1)
	bar := 0
	if w >= 100 && v.Totals.Realised.Rows+v.FirstHalf > 0 {
		bar = 6
	}
	all := []struct {
		column
		drop int // the order in which columns go when there is no room; 0 stays
	}{
		{column{state.SortDepartment, words.ColDepartment, office, 0, false, drawOffice}, 0},
		{column{state.SortCode, words.ColCode, 7, gap, false, drawCode}, 4},
		{column{state.SortNone, words.ColProgramme, w / 6, gap, false, drawProgramme}, 1},
		{column{state.SortName, words.ColActivity, 0, gap, false, drawActivity}, 0},
		{column{state.SortStrategy, words.ColStrategy, 2, gap, false, drawStrategy}, 0},
		{column{state.SortYear, words.ColYear, year, gap - 1, false, drawYear}, 5},
		{column{state.SortTarget, words.ColTarget, goal, gap, false, drawTarget}, 6},
		{column{state.SortBudget, words.ColBudget, budget, gap, true, drawBudget}, 0},
		{column{state.SortRealised, words.ColRealised, 6, 1, true, drawRealised}, 3},
		{column{state.SortNone, words.Looks.ColBar, bar, 1, false, drawAbsorbed}, 3},
		{column{state.SortPlace, words.ColPlace, place, 2, false, drawPlace}, 2},
		{column{state.SortNone, words.ColFlags, 5, gap, false, drawFlags}, 0},
	}
	gone := 0
	if w < 150 {
		gone = 1
	}
	if place == 0 {
		gone = 2
		if v.Totals.Realised.Rows == 0 { // a column of nothing but dashes
			gone = 3
		}
	}
	for ; ; gone++ {
		t.cols = t.cols[:0]
		room, flex := w-marks, -1
		for _, c := range all {
			if c.drop != 0 && (c.drop <= gone || c.w == 0) {
				continue
			}
			if c.w == 0 {
				flex = len(t.cols)
			}
			t.cols = append(t.cols, c.column)
			room -= c.w + c.gap
		}
		if room >= 16 || gone >= 6 {
			t.cols[flex].w = max(room, 0)
			return t
		}
	}
}

// head draws the names of the columns, the sorted one with its direction.
func (t *table) head(a block.Area, v View) {
	x := marks
	for _, c := range t.cols {
		x += c.gap
		st, text := theme.Muted, c.head
		if c.key != state.SortNone {
			if c.key == v.Sort {
				st = theme.Accent
				if v.Desc {
					text += "▼"
				} else {
					text += "▲"
				}
			}
			a.Hit(x, 0, c.w, 1, v.sortBy(c.key))
		}
		if c.right {
			a.Right(x, 0, c.w, st, text)
		} else {
			a.Clip(x, 0, c.w, st, text)
		}
		x += c.w
	}
}

// rows draws as many rows as there is room for, the selected one among them.
func (t *table) rows(env block.Env, a block.Area, v View) (from, to int) {
	if len(v.Rows) == 0 {
		w := &env.Words.Program
		a.Clip(marks, 1, a.W-marks, theme.Plain, w.NoMatch)
		a.Clip(marks, 2, a.W-marks, theme.Muted, w.NoMatchHint)
		return 0, 0
	}
	if len(v.Sections) > 0 {
		return t.sections(a, v)
	}
	from = firstShown(v.At, len(v.Rows), a.H)
	to = from + max(min(a.H, len(v.Rows)-from), 0)
	for i := from; i < to; i++ {
		t.row(a, i-from, i, v)
	}
	return from, to
}

// row draws row i of the list in line y.
func (t *table) row(a block.Area, y, i int, v View) {
	p := v.Rows[i]
	st := theme.Plain
	if p.Sample {
		st = theme.Muted
		a.Text(1, y, theme.Warn, t.w.FlagLetters[model.FlagSample])
	}
	x := marks
	for _, c := range t.cols {
		x += c.gap
		c.draw(t, a, x, y, c.w, p, st)
		x += c.w
	}
	if v.Marked[p.ID] {
		a.Text(0, y, theme.Accent, "✓")
	}
	if i == v.At {
		if !v.Marked[p.ID] {
			a.Text(0, y, theme.Accent, "▸")
		}
		a.Select(y)
	}
	a.Hit(0, y, a.W, 1, state.SelectProgramme{ID: p.ID})
}

// firstShown gives the first of n rows to show in h so that row at is in
// sight, in the middle where it can.
func firstShown(at, n, h int) int {
	if n <= h || h <= 0 {
		return 0
	}
	return max(0, min(at-h/2, n-h))
}

func drawOffice(_ *table, a block.Area, x, y, w int, p *model.Programme, st theme.Style) {
	a.Clip(x, y, w, st, p.Department)
}

func drawCode(_ *table, a block.Area, x, y, w int, p *model.Programme, st theme.Style) {
	a.Clip(x, y, w, st, p.Code)
}

func drawProgramme(_ *table, a block.Area, x, y, w int, p *model.Programme, st theme.Style) {
	a.Clip(x, y, w, st, strings.TrimPrefix(p.Name, "Program "))
}

func drawActivity(_ *table, a block.Area, x, y, w int, p *model.Programme, st theme.Style) {
	a.Clip(x, y, w, st, shortTitle(p))
}

func drawStrategy(t *table, a block.Area, x, y, w int, p *model.Programme, st theme.Style) {
	s := "-"
	if p.Strategy != 0 {
		s = t.l.Int(int64(p.Strategy))
	}
	a.Clip(x, y, w, st, s)
}

func drawYear(t *table, a block.Area, x, y, w int, p *model.Programme, st theme.Style) {
	s := t.year(p.Year)
	if s == "" {
		s, st = "-", theme.Muted
	}
	a.Clip(x, y, w, st, s)
}

// drawTarget writes number and unit, numbers under each other; words without
// them stand where the unit begins.
func drawTarget(t *table, a block.Area, x, y, w int, p *model.Programme, st theme.Style) {
	if !p.Target.OK {
		s := p.TargetText
		if s == "" {
			s = "-"
		}
		a.Clip(x, y, w, theme.Muted, s)
		return
	}
	a.Right(x, y, t.numW, st, t.l.Int(p.Target.V.N))
	a.Clip(x+t.numW+1, y, w-t.numW-1, st, t.l.TargetUnit(p.Target.V.Unit, p.Target.V.N))
}

func drawBudget(t *table, a block.Area, x, y, w int, p *model.Programme, st theme.Style) {
	budget := p.EffectiveBudget()
	if !budget.OK {
		a.Right(x, y, w, theme.Muted, "-")
		return
	}
	s := t.millions(budget.V)
	a.Right(x, y, w, st, s)
	if p.EffectiveComputed() {
		a.Text(x+max(w-block.Width(s)-1, 0), y, theme.Warn, t.mark)
	}
}

// drawRealised writes what of the budget was realised; where there is no
// budget to hold it against, the amount.
func drawRealised(t *table, a block.Area, x, y, w int, p *model.Programme, st theme.Style) {
	share, ok := target.Absorbed(p)
	switch {
	case ok:
		if share > 100 {
			st = theme.Warn
		}
		a.Right(x, y, w, st, t.l.Percent(share, 0))
	case p.Realised.OK:
		a.Right(x, y, w, st, t.l.MoneyShort(int64(p.Realised.V)))
	default:
		a.Right(x, y, w, theme.Muted, "-")
	}
}

func drawPlace(t *table, a block.Area, x, y, w int, p *model.Programme, st theme.Style) {
	s := t.placeShort(p)
	if s == "" {
		s, st = "-", theme.Muted
	}
	a.Clip(x, y, w, st, s)
}

// drawFlags gives each flag a place of its own, so that they can be read down
// the column. More spent than budgeted takes the place of what cannot be
// missing then.
func drawFlags(t *table, a block.Area, x, y, _ int, p *model.Programme, _ theme.Style) {
	for _, f := range p.Flags() {
		at, st := int(f)-int(model.FlagNoBudget), theme.Muted
		switch f {
		case model.FlagSample, model.FlagComputed: // stand at the row and at the budget
			continue
		case model.FlagOver:
			at, st = int(model.FlagNoRealised)-int(model.FlagNoBudget), theme.Warn
		default:
		}
		a.Text(x+at, y, st, t.w.FlagLetters[f])
	}
}

// legend says what the marks mean that can be seen.
func (t *table) legend(a block.Area, v View) {
	w := t.w
	x := 0
	put := func(before, mark string, st theme.Style, word string) {
		need := block.Width(before) + block.Width(mark) + 1 + block.Width(word)
		if x+need > a.W {
			return
		}
		x = a.Text(x, 0, theme.Muted, before)
		x = a.Text(x, 0, st, mark)
		x = a.Text(x+1, 0, theme.Muted, word) + 2
	}
	before := w.Without + " "
	for f := model.FlagNoBudget; f <= model.FlagNoPlace; f++ {
		put(before, w.FlagLetters[f], theme.Plain, w.FlagLegend[f])
		before = ""
	}
	if v.Totals.Samples > 0 {
		put(" ", w.FlagLetters[model.FlagSample], theme.Warn, w.FlagLegend[model.FlagSample])
	}
	if v.Totals.Computed.Rows > 0 {
		put(" ", t.mark, theme.Warn, w.FlagLegend[model.FlagComputed])
	}
	if v.Totals.Over > 0 {
		put(" ", w.FlagLetters[model.FlagOver], theme.Warn, w.FlagLegend[model.FlagOver])
	}
}

// budgetDecimals gives the decimals that the smallest amount needs in millions
// so that it does not become zero.
func budgetDecimals(smallest model.Rupiah) int {
	switch {
	case smallest == 0 || smallest >= 10_000_000:
		return 0
	case smallest >= 1_000_000:
		return 1
	case smallest >= 100_000:
		return 2
	}
	return 3
}

// millions writes an amount in millions of rupiah, all with the same decimals.
func (t *table) millions(v model.Rupiah) string { return millions(t.l, v, t.decimals) }

func millions(l lang.Lang, v model.Rupiah, decimals int) string {
	m := float64(v) / 1e6
	if v > 0 && model.Round(m, decimals) == 0 {
		least := 1.0
		for range decimals {
			least /= 10
		}
		return "<" + l.Number(least, decimals)
	}
	return l.Number(m, decimals)
}
