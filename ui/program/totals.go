package program

import (
	"math"

	"rakor/model"
	"rakor/model/target"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/theme"
)

// sumLines gives the sums of what is shown: in whole sentences where they fit
// in a line (long: in two), else in few words.
func (v View) sumLines(env block.Env, width int, long bool) []string {
	x := v.writer(env)
	t := &v.Totals
	w := x.w
	var full, few []string
	full = append(full, w.SumRows(t.Rows))
	few = append(few, w.RowsAll(t.Rows, 0))
	if t.Budget.Rows > 0 {
		full = append(full, w.SumBudget(t.Budget.Rows, int64(t.Budget.Sum)))
		few = append(few, w.FewBudget(t.Budget.Rows, int64(t.Budget.Sum)))
	}
	if t.Computed.Rows > 0 {
		full = append(full, x.mark+" "+w.SumComputed(t.Computed.Rows, int64(t.Computed.Sum)))
		few = append(few, x.mark+w.FewComputed(t.Computed.Rows, int64(t.Computed.Sum)))
	}
	if t.Known().Rows == 0 && t.Counted() > 0 {
		full, few = append(full, w.SumNothing), append(few, w.SumNothing)
	}
	if t.NoBudget > 0 && t.Known().Rows > 0 {
		full, few = append(full, w.SumNone(t.NoBudget)), append(few, w.FewNone(t.NoBudget))
	}
	if t.Samples > 0 {
		full, few = append(full, w.SumSamples(t.Samples)), append(few, w.FewSamples(t.Samples))
	}
	if n := len(t.Years); n > 1 {
		full, few = append(full, w.SumYears(t.Years[0], t.Years[n-1])), append(few, w.Years(t.Years[0], t.Years[n-1]))
	}
	if lines := join(full, width); len(lines) == 1 || long && len(lines) == 2 {
		return lines
	}
	// The years stand in the line of tabs as well: they are the first to go,
	// then the count of samples.
	lines := join(few, width)
	for len(lines) > 1 && len(few) > 1 {
		few = few[:len(few)-1]
		lines = join(few, width)
	}
	return lines
}

// join sets pieces one after the other, broken between them.
func join(pieces []string, width int) []string {
	var out []string
	line := ""
	for _, p := range pieces {
		switch {
		case line == "":
			line = p
		case block.Width(line)+3+block.Width(p) <= width:
			line += " · " + p
		default:
			out = append(out, line)
			line = p
		}
	}
	return append(out, line)
}

// sumRow is one line of the panel of sums.
type sumRow struct {
	name                   string
	rows, samples          int
	read, computed, sum    float64 // millions of rupiah; NaN where nothing is known
	readRows, compRows, no int
}

func (v View) strategyRows(env block.Env) []sumRow {
	x := v.writer(env)
	var out []sumRow
	for _, s := range v.Strategies {
		name := x.l.Of(s.Item.Short)
		if s.Item.Code != 0 {
			name = x.l.Int(int64(s.Item.Code)) + " " + name
		} else {
			name = "- " + x.w.NoStrategyShort
		}
		r := rowOf(s.Totals)
		r.name = name
		out = append(out, r)
	}
	return out
}

// renderSums draws the sums by strategy: bars, or all numbers; and by office
// where there is room.
func renderSums(env block.Env, a block.Area, v View) {
	x := v.writer(env)
	w := x.w
	notes := v.sumNotes(env)
	var lines []string
	for _, n := range notes {
		lines = append(lines, block.Wrap(n, a.W)...)
	}
	rows := v.strategyRows(env)
	room := a.H - 1 - len(rows)
	if room < len(lines) {
		lines = lines[:max(room, 0)]
	}
	values := []float64{}
	for _, r := range rows {
		values = append(values, r.sum)
	}
	g := sumGrid(env, a, v, rows, values)
	g.head(a.Row(0), w.SumColName)
	y := 1
	for _, r := range rows {
		if y >= a.H {
			return
		}
		g.row(a, y, r)
		y++
	}
	if room -= len(lines); room >= 4 {
		y++
		a.Clip(0, y, a.W, theme.Heading, w.ByDepartment)
		y++
		for _, d := range v.Departments[:min(len(v.Departments), room-3)] {
			r := rowOf(d.Totals)
			r.name = d.Key
			g.row(a, y, r)
			y++
		}
	}
	y = a.H - len(lines)
	for i, line := range lines {
		st := theme.Muted
		if i == 0 && len(v.Totals.Years) > 1 {
			st = theme.Warn
		}
		a.Text(0, y+i, st, line)
	}
}

// sumNotes says what the sums mix and leave out, the graver first.
func (v View) sumNotes(env block.Env) []string {
	w := &env.Words.Program
	var out []string
	if n := len(v.Totals.Years); n > 1 {
		out = append(out, "! "+w.YearNote(v.Totals.Years[0], v.Totals.Years[n-1]))
	}
	if v.Totals.Known().Rows > 0 {
		out = append(out, w.BarNote(v.Totals.Samples))
	}
	return out
}

// grid is the columns of the panel of sums.
type grid struct {
	writer
	table    bool
	name     int
	cols     []int // widths
	heads    []string
	decimals int
	track    chart.Track
}

func sumGrid(env block.Env, a block.Area, v View, rows []sumRow, values []float64) grid {
	g := grid{writer: v.writer(env), table: v.Table, decimals: budgetDecimals(v.Smallest)}
	w := g.w
	longest := 0
	for _, r := range rows {
		longest = max(longest, block.Width(r.name))
	}
	amount := max(block.Width(g.l.Number(float64(v.Totals.Known().Sum)/1e6, g.decimals)), block.Width(w.SumColKnown))
	if g.table {
		g.heads = []string{w.SumColRows, w.FlagLetters[model.FlagSample], w.SumColRead, w.SumColComputed, w.SumColKnown, w.SumColNone}
		g.cols = []int{0, 0, amount, amount, amount, 0}
	} else {
		g.heads = []string{w.SumColRows, w.SumColBudgeted, w.SumColKnown}
		g.cols = []int{0, 0, amount}
	}
	used := 0
	for i, h := range g.heads {
		g.cols[i] = max(g.cols[i], block.Width(h))
		used += g.cols[i] + 1
	}
	if g.table {
		g.name = max(min(a.W-used, 26), 6)
		return g
	}
	g.name = min(longest, max(a.W/3, 10))
	if a.W >= 80 {
		g.name = max(g.name, 22)
	}
	at := g.name + used + 1
	g.track = chart.NewTrack(at, max(a.W-at, 0), nil, values...)
	return g
}

func (g grid) head(a block.Area, name string) {
	a.Clip(0, 0, g.name, theme.Muted, name)
	x := g.name + 1
	for i, h := range g.heads {
		a.Right(x, 0, g.cols[i], theme.Muted, h)
		x += g.cols[i] + 1
	}
}

func (g grid) row(a block.Area, y int, r sumRow) {
	a.Clip(0, y, g.name, theme.Plain, r.name)
	x := g.name + 1
	count := func(i, n int) {
		st := theme.Plain
		if n == 0 {
			st = theme.Muted
		}
		a.Right(x, y, g.cols[i], st, g.l.Int(int64(n)))
		x += g.cols[i] + 1
	}
	money := func(i int, m float64) {
		st := theme.Plain
		if math.IsNaN(m) {
			st = theme.Muted
		}
		a.Right(x, y, g.cols[i], st, g.l.Number(m, g.decimals))
		x += g.cols[i] + 1
	}
	count(0, r.rows)
	if g.table {
		count(1, r.samples)
		money(2, r.read)
		money(3, r.computed)
		money(4, r.sum)
		count(5, r.no)
		return
	}
	count(1, r.readRows+r.compRows)
	money(2, r.sum)
	g.track.Bar(a, y, r.sum, theme.Bar)
}

// rowOf gives the line of a group of entries.
func rowOf(t target.Totals) sumRow {
	million := func(m target.Money) float64 {
		if m.Rows == 0 {
			return math.NaN()
		}
		return float64(m.Sum) / 1e6
	}
	return sumRow{
		rows: t.Counted(), samples: t.Samples, no: t.NoBudget, readRows: t.Budget.Rows, compRows: t.Computed.Rows,
		read: million(t.Budget), computed: million(t.Computed), sum: million(t.Known()),
	}
}
