package estimate

import (
	"rakor/ui/block"
	"rakor/ui/chart"
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
	case env.Large && !v.Comparing && v.Result.OK:
		p.large(a.Sub(2, 0, a.W-4, a.H))
	case v.Comparing && a.H >= twoLines:
		in := a.Box(theme.Border, theme.Heading, p.w.Scenario.Title)
		p.comparison(in.Sub(1, 0, in.W-2, in.H))
	case v.Comparing:
		p.comparison(a.Sub(1, 0, a.W-2, a.H))
	case v.Table && wide:
		p.tableWide(a)
	case v.Table:
		p.tableNarrow(a.Sub(1, 0, a.W-2, a.H))
	case wide:
		p.wide(a)
	default:
		p.narrow(a.Sub(1, 0, a.W-2, a.H))
	}
}

// tallest is the most lines that the inputs need; below them lies the rest of a
// high window.
const tallest = 31

// wide draws the inputs to the left; to the right the number with what it is
// worth, and below it what belongs to the selected input, then more of the
// same. A high window has the ledger and the history below the inputs.
func (p page) wide(a block.Area) {
	left := min(max(a.W*48/100, 58), 84)
	right := a.W - left - 1
	p.fieldPanel(a.Sub(0, 0, left, min(a.H, tallest)))
	p.below(a.Sub(0, tallest, left, a.H-tallest))

	b := a.Sub(left+1, 0, right, a.H)
	result := p.resultItems(right-4, true)
	h := min(height(result), max(a.H-8, a.H*3/5))
	panel(b.Sub(0, 0, right, h), p.w.Result(p.periodTitle()), result)
	shown := map[string]bool{}
	for i, g := range p.details() {
		rest := b.H - h
		if rest < 5 {
			break
		}
		title, items := p.detail(g, right-6, rest-2)
		if shown[title] {
			continue
		}
		shown[title] = true
		need := height(items)
		if i > 0 && need > rest {
			continue // cut short it would say little
		}
		if i == 0 || rest-need < 5 {
			need = min(max(need, 5), rest)
		}
		panel(b.Sub(0, h, right, need), title, inset(items))
		h += need
	}
}

// below draws ledger and history where the window is that high.
func (p page) below(a block.Area) {
	if a.H < 6 {
		return
	}
	ledger := p.ledgerItems(a.W - 4)
	h := min(a.H, height(ledger))
	panel(a.Sub(0, 0, a.W, h), p.w.LedgerTitle+" (A)", ledger)
	if a.H-h >= 6 {
		items := p.historyItems(a.H - h - 2)
		panel(a.Sub(0, h, a.W, min(a.H-h, height(items))), p.w.HistoryTitle, items)
	}
}

// narrow draws one column: the inputs around the selected one, the number, and
// what belongs to the selected input.
func (p page) narrow(a block.Area) {
	rows := 3
	switch {
	case a.H >= 24:
		rows = 8
	case a.H >= 17:
		rows = 5
	}
	list := p.list(rows)
	for y, r := range list {
		slider := 0
		if a.W >= 76 {
			slider = min(a.W-rowColumns-22, 40)
		}
		p.fieldLine(a.Row(y), r, slider)
	}
	above, below := p.more(list)
	rest := a.Sub(0, rows, a.W, a.H-rows)
	head := p.rule(p.w.Result(p.periodTitle()), p.hidden(above, below))
	head.rank = rankBeside
	items := append([]item{head}, p.resultItems(a.W, false)...)
	g := groupOf(p.Selected)
	title, detail := p.detail(g, a.W-2, max(rest.H-9, 0))
	if room := rest.H - 9; g == groupGoal && len(p.Goal.V.Path) > 1 && room >= 4 { // the sentence above has the numbers
		path := p.pathItem(min(a.W-2, 76), min(room, 10))
		path.rank = rankBeside
		detail = []item{path}
	}
	detail = inset(detail)
	// Where the picture of the interval says what the detail would, the detail
	// goes first; else the number and its error go before the detail.
	least := rankBeside
	if p.Sure.OK && !p.File.OK && (g == groupPeople || g == groupSure || g == groupGoal && len(p.Goal.V.Path) < 2) {
		least = rankLedger
	}
	for i := range detail {
		detail[i].rank = max(detail[i].rank, least)
	}
	if len(detail) > 0 {
		detail[0].lines = append(p.rule(title, "").lines, detail[0].lines...) // a title alone says nothing
	}
	paint(rest, append(items, detail...))
}

// hidden tells how many inputs are above and below those that are listed.
func (p page) hidden(above, below int) string {
	s := ""
	if above > 0 {
		s = "▲ " + p.count(int64(above))
	}
	if below > 0 {
		if s != "" {
			s += "  "
		}
		s += "▼ " + p.count(int64(below))
	}
	return s
}

// rule is a titled rule between parts, with a word at its right end.
func (p page) rule(title, right string) item {
	return one(rankTitle, func(a block.Area, y int) {
		a.HLine(0, y, a.W, theme.Border)
		x := a.Clip(1, y, a.W-4, theme.Heading, " "+title)
		a.Text(x, y, theme.Border, " ")
		if right != "" && x+block.Width(right)+6 < a.W {
			a.Right(0, y, a.W-1, theme.Muted, " "+right+" ")
		}
	})
}

// resultItems is the number of people, how sure it is, and whether it changed.
func (p page) resultItems(w int, wide bool) []item {
	if !p.Result.OK {
		var out []item
		for _, s := range p.trouble() {
			out = append(out, text(rankFirst, theme.Plain, 2, w, s))
		}
		if !p.Inputs[state.InputTarget].OK {
			out = append(out, text(rankBeside, theme.Plain, 2, w, p.w.Goal.None))
		}
		return append(out, p.poorMeans(w)...)
	}
	w = min(w, 84)
	var out []item
	if wide {
		out = append(out, pad())
	}
	out = append(out, one(rankFirst, p.figure))
	formula := p.formula() + ", " + p.w.RoundRule
	if block.Width(formula) > w-2 {
		formula = p.formula()
	}
	if !p.File.OK { // there it is a sum of weights
		out = append(out, text(rankWhy, theme.Plain, 2, w, formula))
	}
	if wide {
		out = append(out, gap())
	}
	out = append(out, p.surety(w, wide)...)
	if aim := p.aim(); aim != "" {
		out = append(out, text(rankBeside, theme.Plain, 2, w, aim))
	}
	return append(out, p.poorMeans(w)...)
}

// figure draws the number itself, calmly.
func (p page) figure(a block.Area, y int) {
	x := a.Text(2, y, theme.Figure, p.count(p.Result.V.Poor))
	x = a.Text(x+1, y, theme.Figure, p.w.People)
	if p.changed() {
		a.Clip(x+3, y, a.W-x-3, theme.Warn, p.w.UserMark)
	}
}

// surety is the interval with its bands, or what is known without one.
func (p page) surety(w int, wide bool) []item {
	const at = 16
	named := func(rank uint8, name string, st theme.Style, value, more string, moreStyle theme.Style) item {
		return one(rank, func(a block.Area, y int) {
			a.Text(2, y, theme.Muted, name)
			x := a.Clip(at, y, a.W-at, st, value)
			a.Clip(x+2, y, a.W-x-2, moreStyle, more)
		})
	}
	var out []item
	if !p.Sure.OK {
		if iv := p.Result.V.Rounding; iv.OK {
			out = append(out, one(rankResult, func(a block.Area, y int) {
				x := a.Text(2, y, theme.Muted, p.w.Interval)
				x = a.Clip(x+2, y, a.W-x-2, theme.Plain, p.w.Range(p.count(iv.V.Low.N()), p.count(iv.V.High.N()))+" "+p.w.People)
				a.Clip(x+1, y, a.W-x-1, theme.Muted, "("+p.w.Range(p.l.Number(iv.V.LowRate.Value(), 3), p.l.Percent(iv.V.HighRate.Value(), 3))+")")
			}))
		} else if !p.File.OK && !p.Shares.OK {
			out = append(out, text(rankDetail, theme.Muted, 2, w, p.w.NoInterval))
		}
		s := p.w.NoSurvey
		switch {
		case p.Unsure != UnsureNothing:
			s = p.unsure()
		case p.Shares.OK:
			s = p.w.Shares.NoError
		}
		out = append(out, text(rankDetail, theme.Muted, 2, w, s))
		if wide {
			out = append(out, gap())
		}
		return out
	}
	s := p.Sure.V
	band, st := p.w.Sure.Bands[min(int(s.Band), 2)], theme.Plain
	if s.Band > 0 {
		band, st = "! "+band, theme.Warn
	}
	people := p.w.Range(p.count(s.Interval.Low.N()), p.count(s.Interval.High.N())) + " " + p.w.People
	assumption, mark := p.w.Sure.Assumed(p.rests()), theme.Warn
	if s.Design {
		assumption, mark = p.rests(), theme.Muted
		if !p.File.V.Own { // whose number this is stands on the number
			assumption, mark = "! "+p.w.File.WholeShort+", "+assumption, theme.Warn
		}
	}
	beside := ""
	if at+block.Width(people)+2+block.Width(assumption) <= w {
		beside = assumption
	}
	out = append(out, named(rankFirst, p.w.Sure.Interval, theme.Strong, people, beside, mark))
	if beside == "" { // it stands on the result itself, wherever there is room
		out = append(out, text(rankFirst, mark, min(at, max(w-36, 2)), w, assumption))
	}
	out = append(out, named(rankResult, "RSE", theme.Strong, p.l.Percent(s.RSE, 1), band, st))
	if wide {
		out = append(out, gap())
	}
	out = append(out, p.intervals(w))
	if wide {
		out = append(out, gap())
	}
	if verdict := p.verdict(); verdict != "" {
		out = append(out, text(rankResult, theme.Plain, 2, w, verdict))
	}
	return out
}

// intervals draws the interval on an axis from zero, that of the year before
// below it, and the target.
func (p page) intervals(w int) item {
	type bar struct {
		name        string
		lo, mid, hi float64
		style       theme.Style
		point       bool
		text        string
	}
	s := p.Sure.V
	bars := []bar{{
		name: p.periodShort(), style: theme.BarHome,
		lo: float64(s.Interval.Low.N()), mid: float64(p.Result.V.Poor), hi: float64(s.Interval.High.N()),
	}}
	if p.Before.OK {
		b := p.Before.V
		bars = append(bars, bar{
			name: p.earlier(false), style: theme.Bar,
			lo: float64(b.Sure.Interval.Low.N()), mid: float64(b.Poor), hi: float64(b.Sure.Interval.High.N()),
		})
	}
	if p.Goal.OK {
		bars = append(bars, bar{name: p.w.Goal.Then, style: theme.RefLine, mid: float64(p.Goal.V.Then), point: true, text: p.count(p.Goal.V.Then)})
	}
	label, most := 0, 0.0
	for _, b := range bars {
		label, most = max(label, block.Width(b.name)), max(most, b.hi, b.mid)
	}
	track := chart.NewTrack(label+4, min(w, 76)-label-5, nil, most)
	lines := []line{func(a block.Area, y int) { track.Axis(a, y, p.l, theme.Muted) }}
	for _, b := range bars {
		lines = append(lines, func(a block.Area, y int) {
			a.Clip(2, y, label, theme.Muted, b.name)
			if !b.point {
				track.Interval(a, y, b.lo, b.mid, b.hi, b.style)
				return
			}
			track.Point(a, y, b.mid, "○", b.style)
			if x, ok := track.Column(b.mid); ok {
				a.Clip(x+2, y, a.W-x-2, theme.Muted, b.text)
			}
		})
	}
	return item{rank: rankPicture, lines: lines}
}

func (p page) poorMeans(w int) []item {
	line := p.Inputs[state.InputLine]
	if _, file := p.source(); file == "" { // a published rate is at the published line
		line = Input{OK: line.Published.OK, Value: line.Published.Value}
	}
	if !line.OK {
		return nil
	}
	return []item{text(rankMeaning, theme.Muted, 2, w, p.w.PoorMeans(p.l.Rupiah(int64(line.Value))))}
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
	for _, e := range es {
		st := theme.Plain
		if e.marked {
			st = theme.Warn
		}
		out = append(out, one(rankLedger, func(a block.Area, y int) {
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
