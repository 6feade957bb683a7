package estimate

import (
	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// From this size on there are two columns.
const (
	twoColumns = 110
	twoLines   = 20
)

// Render draws the view into an area of any size and registers what the mouse
// can press.
func Render(env block.Env, a block.Area, v View) {
	p := newPage(env, v)
	wide := a.W >= twoColumns && a.H >= twoLines
	switch {
	case v.Table && wide:
		p.tableWide(a)
	case v.Table:
		paint(a.Sub(1, 0, a.W-2, a.H), p.tableItems(a.W-2, a.H))
	case wide:
		p.wide(a)
	default:
		p.narrow(a.Sub(1, 0, a.W-2, a.H))
	}
}

// wide draws two columns, the ledger under them, and what BPS published over
// the years where there is room for it.
func (p page) wide(a block.Area) {
	left := min(max(a.W*45/100, 52), 80)
	right := a.W - left - 1
	inputs, goal := p.inputPanel(left-4), inset(p.goalPanel(left-6))
	result, base := p.resultPanel(right-4), inset(p.basePanel(right-6))
	ledger := p.ledgerItems(a.W - 4)
	top := max(height(inputs)+height(goal), height(result)+height(base))
	top = min(top, max(a.H-height(ledger), twoLines)) // the ledger is worth the air
	rest := a.H - top
	if rest < 5 {
		top, rest = a.H, 0
	}
	split(a.Sub(0, 0, left, top), p.w.Inputs, inputs, p.goalTitle(), goal)
	split(a.Sub(left+1, 0, right, top), p.w.Result(p.periodTitle()), result, p.w.Why, base)
	if rest == 0 {
		return
	}
	h := min(rest, height(ledger))
	panel(a.Sub(0, top, a.W, h), p.w.LedgerTitle+" (A)", ledger)
	if rest-h >= 6 {
		items := p.historyItems(rest - h - 2)
		panel(a.Sub(0, top+h, a.W, min(rest-h, height(items))), p.w.HistoryTitle, items)
	}
}

// split draws two panels below each other; the upper one has what it needs, the
// lower one the rest.
func split(a block.Area, upperTitle string, upper []item, lowerTitle string, lower []item) {
	h := min(height(upper), max(a.H-height(lower), a.H*3/5))
	panel(a.Sub(0, 0, a.W, h), upperTitle, upper)
	panel(a.Sub(0, h, a.W, a.H-h), lowerTitle, lower)
}

// inputPanel lists the inputs, three lines each: value, slider, origin.
func (p page) inputPanel(w int) []item {
	out := []item{pad()}
	ends := p.endWidth()
	for i, in := range p.inputs() {
		id := state.Input(i)
		from, st := p.origin(id, w-2)
		out = append(out, item{rank: rankFirst, lines: []line{
			func(a block.Area, y int) {
				a.Hit(0, y, a.W, 3, state.SelectInput{Input: id})
				p.inputLine(a.Sub(0, y, w, 1), id, in, min(w, 60))
			},
			func(a block.Area, y int) { p.slider(a, 2, y, min(w, 60)-2, ends, id) },
			func(a block.Area, y int) { a.Clip(2, y, a.W-2, st, from) },
		}})
		if i < int(state.Inputs)-1 {
			out = append(out, gap())
		}
	}
	return out
}

// inputLine draws name and value of an input; the number ends eight columns
// before w, so that the units stand below each other.
func (p page) inputLine(a block.Area, id state.Input, in Input, w int) {
	const unit = 8
	name := theme.Plain
	if id == p.Selected {
		a.Text(0, 0, theme.Accent, "▸")
		name = theme.Strong
	}
	a.Clip(2, 0, 18, name, p.name(p.w, id))
	if !in.OK {
		a.Right(0, 0, w-unit, theme.Muted, "-")
	} else {
		a.Right(0, 0, w-unit, theme.Strong, write(p.l, id, in.Value))
		x := w - unit + 1
		if id != state.InputPopulation && p.l == lang.English {
			x-- // 3.62% is written without a blank
		}
		a.Text(x, 0, theme.Muted, p.unit(id))
	}
	if id == p.Selected {
		a.Select(0)
	}
}

// endWidth gives the columns of the longest end of a slider.
func (p page) endWidth() int {
	n := 1
	for i, in := range p.inputs() {
		if in.Hi > in.Lo {
			n = max(n, block.Width(p.end(state.Input(i), in.Lo)), block.Width(p.end(state.Input(i), in.Hi)))
		}
	}
	return n
}

func (p page) end(_ state.Input, x float64) string { return p.l.Number(x, 0) }

// slider draws the track of an input with its ends: a mark at the value, a
// stroke at the published one. ends is the width of the ends; 0 leaves them
// out. A press on the selected one's track sets the value.
func (p page) slider(a block.Area, x, y, w, ends int, id state.Input) {
	in := p.inputs()[id]
	if !(in.Hi > in.Lo) {
		return
	}
	if ends > 0 {
		a.Right(x, y, ends, theme.Muted, p.end(id, in.Lo))
		a.Text(x+w-ends, y, theme.Muted, p.end(id, in.Hi))
		x, w = x+ends+1, w-2*ends-2
	}
	if w < 5 {
		return
	}
	a.HLine(x, y, w, theme.Border)
	a.Text(x, y, theme.Border, "├")
	a.Text(x+w-1, y, theme.Border, "┤")
	at := func(v float64) int { return x + int(model.Round((v-in.Lo)/(in.Hi-in.Lo)*float64(w-1), 0)) }
	if in.Published.OK && in.User {
		a.Text(at(in.Published.Value), y, theme.Muted, "┼")
	}
	if in.OK {
		a.Text(at(in.Value), y, theme.Accent, "●")
	}
	if id != p.Selected {
		return
	}
	for i := range w {
		v := in.Lo + (in.Hi-in.Lo)*float64(i)/float64(w-1)
		if id == state.InputPopulation {
			v = model.Round(v, -2)
		} else {
			v = model.Round(v, 1)
		}
		a.Hit(x+i, y, 1, 1, p.set(p.clamp(v)))
	}
}

// resultPanel is the number of people and how it comes about.
func (p page) resultPanel(w int) []item {
	if !p.Result.OK {
		out := []item{pad()}
		for _, s := range p.trouble() {
			out = append(out, text(rankFirst, theme.Plain, 2, w, s), gap())
		}
		return append(out, p.poorMeans(w)...)
	}
	w = min(w, 84)
	out := []item{
		pad(), one(rankFirst, p.figure), gap(),
		text(rankResult, theme.Plain, 2, w, p.formula()+", "+p.w.RoundRule), gap(),
	}
	out = append(out, p.interval(w)...)
	return append(append(out, gap()), p.poorMeans(w)...)
}

// figure draws the number itself, calmly.
func (p page) figure(a block.Area, y int) {
	x := a.Text(2, y, theme.Figure, p.count(p.Result.V.Poor))
	x = a.Text(x+1, y, theme.Figure, p.w.People)
	if p.Rate.User || p.Population.User {
		a.Clip(x+3, y, a.W-x-3, theme.Warn, p.w.UserMark)
	}
}

// interval says what the digits leave open and what is not in it.
func (p page) interval(w int) []item {
	iv := p.Result.V.Interval
	if !iv.OK {
		return []item{text(rankBeside, theme.Muted, 2, w, p.w.NoInterval), text(rankDetail, theme.Muted, 2, w, p.w.NoSurvey)}
	}
	return []item{
		one(rankBeside, func(a block.Area, y int) {
			x := a.Text(2, y, theme.Muted, p.w.Interval)
			x = a.Clip(x+2, y, a.W-x-2, theme.Plain, p.w.Range(p.count(iv.V.Low.N()), p.count(iv.V.High.N()))+" "+p.w.People)
			a.Clip(x+1, y, a.W-x-1, theme.Muted, "("+p.w.Range(p.l.Number(iv.V.LowRate.Value(), 3), p.l.Percent(iv.V.HighRate.Value(), 3))+")")
		}),
		text(rankDetail, theme.Muted, 2, w, p.w.NoSurvey),
	}
}

func (p page) poorMeans(w int) []item {
	if !p.Line.OK {
		return nil
	}
	return []item{text(rankMeaning, theme.Muted, 2, w, p.w.PoorMeans(p.l.Rupiah(int64(p.Line.Value))))}
}

// basePanel sets the product beside BPS's count.
func (p page) basePanel(w int) []item {
	if !p.Base.OK {
		s := p.w.NoCount(p.l.PeriodLong(p.Period))
		return []item{text(rankFirst, theme.Muted, 0, w, s)}
	}
	b := p.Base.V
	cols := func(st theme.Style, name, people, rate, base string) line {
		return func(a block.Area, y int) {
			w := min(w, 72)
			a.Clip(0, y, w-40, theme.Plain, name)
			a.Right(w-42, y, 12, st, people)
			a.Right(w-29, y, 10, st, rate)
			a.Right(w-18, y, 18, st, base)
		}
	}
	out := []item{one(rankDetail, cols(theme.Muted, "", p.w.ColPeople, "P0", p.w.ColBase))}
	if p.Result.OK {
		out = append(out, one(rankDetail, cols(theme.Plain, p.w.RowProduct, p.count(p.Result.V.Poor), p.rate(), p.people())))
	}
	out = append(out, one(rankBeside, cols(theme.Plain, p.w.RowPublished, p.count(b.Count), p.percent(p.Rate.Published.Value), "*"+p.l.Number(model.Round(float64(b.Implied), -2), 0))))
	if p.Result.OK {
		diff := p.l.Signed(float64(p.Result.V.Poor-b.Count), 0)
		out = append(out, one(rankDetail, cols(theme.Strong, p.w.RowDifference, diff, p.rateDifference(), p.baseDifference())))
	}
	w = min(w, 84)
	out = append(out, gap(), text(rankBeside, theme.Plain, 0, w, p.implied()))
	if why := p.why(); why != "" {
		out = append(out, text(rankWhy, theme.Plain, 0, w, why))
	}
	return out
}

// rateDifference writes how far the rate entered lies from the published one;
// "" where they are the same.
func (p page) rateDifference() string {
	if !p.Rate.User {
		return ""
	}
	d := p.Rate.Value - p.Rate.Published.Value
	return p.l.Signed(d, decimals(d))
}

func (p page) baseDifference() string {
	d := p.Base.V.Difference
	s := p.l.Percent(d, 2)
	if model.Round(d, 2) > 0 {
		s = "+" + s
	}
	return s
}

// goalTitle names the target.
func (p page) goalTitle() string {
	if !p.Target.OK {
		return p.w.NoTargetTitle
	}
	y := year(p.TargetYear)
	if p.Target.User {
		y = p.w.ByUser
	}
	return p.w.ToTarget(p.percent(p.Target.Value), y)
}

// goalPanel is the distance to the target.
func (p page) goalPanel(w int) []item {
	if !p.Goal.OK {
		return p.noGoal(0, w)
	}
	g := p.Goal.V
	pair := func(name, value string) line {
		return func(a block.Area, y int) {
			a.Text(0, y, theme.Muted, name)
			a.Clip(15, y, a.W-15, theme.Plain, value)
		}
	}
	var out []item
	if g.Points > 0 || g.Exits <= 0 {
		out = append(out, text(rankFirst, theme.Plain, 0, w, p.w.Reached(p.l.Number(g.Points, decimals(g.Points)))))
	} else {
		out = append(out,
			one(rankResult, pair(p.w.Distance, p.l.Signed(g.Points, decimals(g.Points))+" "+p.w.Points)),
			one(rankFirst, pair(p.w.MustLeave, p.w.LeaveConstant(p.count(g.Exits)))),
		)
	}
	if p.past() {
		out = append(out, text(rankDetail, theme.Warn, 0, w, "! "+p.w.TargetPast(year(p.TargetYear))))
	}
	return append(out, gap(), p.goalBars(w))
}

// noGoal says what is wanting.
func (p page) noGoal(x, w int) []item {
	s := p.w.NoTarget
	if p.Target.OK {
		s = p.w.TypeIt
	}
	return []item{text(rankFirst, theme.Muted, x, w, s)}
}

// goalBars draws the people now and at the target from zero.
func (p page) goalBars(w int) item {
	now, then := float64(p.Result.V.Poor), float64(p.Goal.V.Then)
	label := max(block.Width(p.w.Now), block.Width(p.w.Then)) + 2
	number := max(block.Width(p.count(p.Result.V.Poor)), block.Width(p.count(p.Goal.V.Then))) + 1
	w = min(w, 72)
	track := chart.NewTrack(label, w-label-number, nil, now, then)
	track.Scale.Hi = max(now, then) // the longer bar ends beside its number
	bar := func(name string, v float64, n int64, st theme.Style) line {
		return func(a block.Area, y int) {
			a.Text(0, y, theme.Muted, name)
			track.Bar(a, y, v, st)
			a.Right(w-number, y, number, theme.Plain, p.count(n))
		}
	}
	return item{rank: rankPicture, lines: []line{
		bar(p.w.Now, now, p.Result.V.Poor, theme.BarHome), bar(p.w.Then, then, p.Goal.V.Then, theme.Bar),
	}}
}

// ledgerItems lists the inputs with their sources, one a line.
func (p page) ledgerItems(w int) []item {
	es := p.ledger()
	out := make([]item, 0, len(es))
	name, value := 0, 0
	for _, e := range es {
		name, value = max(name, block.Width(e.name)), max(value, block.Width(e.value))
	}
	role := max(block.Width(p.w.Used), block.Width(p.w.Compared), block.Width(p.w.Meaning), block.Width(p.w.Unused))
	for i, e := range es {
		st := theme.Plain
		if e.marked {
			st = theme.Warn
		}
		out = append(out, one(rankLedger+min(uint8(i/4), 1), func(a block.Area, y int) {
			x := 0
			a.Clip(x, y, name, theme.Plain, e.name)
			x += name + 2
			a.Right(x, y, value, theme.Strong, e.value)
			x += value + 2
			a.Clip(x, y, 8, st, e.period)
			x += 10
			if w >= 90 {
				a.Clip(x, y, role, theme.Muted, e.role)
				x += role + 2
			}
			a.Clip(x, y, w-x, st, e.source)
		}))
	}
	return out
}
