package estimate

import (
	"rakor/model"
	"rakor/model/headcount"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// detail gives title and lines of what belongs to a group of inputs.
func (p page) detail(g group, w, h int) (title string, items []item) {
	in := p.Selected
	if groupOf(in) != g {
		in = map[group]state.Input{groupPeople: state.InputRate, groupSure: state.InputMethod, groupCost: state.InputLine}[g]
	}
	if title, items, ok := p.fileDetail(in, w, h); ok {
		return title, items
	}
	if title, items, ok := p.sharesDetail(in, w, h); ok {
		return title, items
	}
	switch g {
	case groupGoal:
		title = p.goalTitle()
		if p.Goal.OK && !p.reached() {
			title += " · " + p.points(p.Goal.V.Points) + " " + p.w.Points
		}
		return title, p.goalItems(w, h)
	case groupSure:
		return p.w.Sure.Title, p.sureItems(w)
	case groupCost:
		return p.w.Cost.Title, p.costItems(w)
	case groupRegister:
		return p.w.Register.Title, p.registerItems(w)
	case groupPeople:
	}
	return p.w.Why, p.baseItems(w)
}

// details gives the groups in the order in which they are shown: the selected
// one first, then those that say most.
func (p page) details() []group {
	first := groupOf(p.Selected)
	out := []group{first}
	for _, g := range [...]group{groupGoal, groupPeople, groupSure, groupCost, groupRegister} {
		if g != first {
			out = append(out, g)
		}
	}
	return out
}

// pair draws a name and, from column at on, its value.
func pair(at int, name string, st theme.Style, value string) line {
	return func(a block.Area, y int) {
		a.Clip(0, y, at-1, theme.Muted, name)
		a.Clip(at, y, a.W-at, st, value)
	}
}

// baseItems sets the product beside BPS's count.
func (p page) baseItems(w int) []item {
	if !p.Base.OK {
		return []item{text(rankFirst, theme.Muted, 0, w, p.w.NoCount(p.l.PeriodLong(p.Period)))}
	}
	b := p.Base.V
	columns := min(w, 72)
	cols := func(st theme.Style, name, people, rate, base string) line {
		return func(a block.Area, y int) {
			a.Clip(0, y, columns-34, theme.Plain, name)
			a.Right(columns-35, y, 10, st, people)
			a.Right(columns-24, y, 8, st, rate)
			a.Right(columns-15, y, 15, st, base)
		}
	}
	published := p.percent(p.Inputs[state.InputRate].Published.Value)
	out := []item{one(rankDetail, cols(theme.Muted, "", p.w.ColPeople, "P0", p.w.ColBase))}
	if p.Result.OK {
		out = append(out, one(rankDetail, cols(theme.Plain, p.w.RowProduct, p.count(p.Result.V.Poor), p.rate(), p.people())))
	}
	out = append(out, one(rankBeside, cols(theme.Plain, p.w.RowPublished, p.count(b.Count), published, "*"+p.l.Number(model.Round(float64(b.Implied), -2), 0))))
	if p.Result.OK {
		out = append(out, one(rankDetail, cols(theme.Strong, p.w.RowDifference, p.signed(p.Result.V.Poor-b.Count), p.rateDifference(), p.baseDifference())))
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
	rate := p.Inputs[state.InputRate]
	if !rate.User {
		return ""
	}
	return p.points(rate.Value - rate.Published.Value)
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
	target, when := p.Inputs[state.InputTarget], p.Inputs[state.InputTargetYear]
	if !target.OK {
		return p.w.NoTargetTitle
	}
	y := ""
	if when.OK {
		y = year(model.Year(when.Value))
	}
	return p.w.ToTarget(p.percent(target.Value), y)
}

// goalItems is the distance to the target and the way there.
func (p page) goalItems(w, h int) []item {
	if !p.Goal.OK {
		s := p.w.Goal.NoTarget
		if p.Inputs[state.InputTarget].OK {
			s = p.w.TypeIt
		}
		return []item{text(rankFirst, theme.Muted, 0, w, s)}
	}
	const at = 18
	g := p.Goal.V
	var out []item
	if p.reached() {
		out = append(out, text(rankFirst, theme.Plain, 0, w, p.w.Goal.Reached(p.l.Number(g.Points, p.digits(g.Points)))))
	} else {
		out = append(out,
			one(rankFirst, pair(at, p.w.Goal.Constant, theme.Strong, p.w.Goal.Leave(p.count(g.Exits)))),
		)
	}
	switch {
	case g.Growing.OK:
		value := p.w.Goal.Leave(p.count(g.Growing.V.Exits))
		if g.Growing.V.Exits < 0 {
			value = p.w.Goal.MayRise(p.count(-g.Growing.V.Exits))
		}
		name := p.w.Goal.Growing(p.percent(p.Inputs[state.InputGrowth].Value))
		out = append(out, one(rankResult, pair(at, name, theme.Strong, value)))
	case p.past():
		y := year(model.Year(p.Inputs[state.InputTargetYear].Value))
		out = append(out, text(rankDetail, theme.Warn, 0, w, "! "+p.w.Goal.Past(y)))
	case g.Years == 0:
		out = append(out, text(rankDetail, theme.Muted, 0, w, p.w.Goal.NoYear))
	default:
		out = append(out, text(rankDetail, theme.Muted, 0, w, p.w.Goal.NoGrowth))
	}
	used := 0
	for _, it := range out {
		used += len(it.lines)
	}
	if len(g.Path) > 1 || g.Growing.OK {
		if room := h - used - 1; room >= 6 {
			return append(out, gap(), p.pathItem(min(w, 76), min(room, 11)))
		}
	}
	return append(out, gap(), p.goalBars(w))
}

// pathItem draws the way to the target year by year, and where things go if the
// rate stays.
func (p page) pathItem(w, h int) item {
	it := item{rank: rankPicture, lines: make([]line, h)}
	it.lines[0] = func(a block.Area, y int) { chart.Lines(a.Sub(0, y, w, h), p.fan()) }
	return it
}

// fan is the lines of the way to the target.
func (p page) fan() chart.LineSpec {
	g := p.Goal.V
	now := float64(p.Result.V.Poor)
	spec := chart.LineSpec{Lang: p.l, Steps: []string{year(p.Period.Year)}}
	for _, s := range g.Path {
		spec.Steps = append(spec.Steps, year(s.Year))
	}
	walk := func(label string, letter rune, st theme.Style, steps []headcount.Step) {
		y := []float64{now}
		for _, s := range steps {
			y = append(y, float64(s.Poor.N()))
		}
		label += " " + p.l.Number(y[len(y)-1], 0)
		spec.Series = append(spec.Series, chart.Series{Label: label, Letter: letter, Style: st, Y: y})
	}
	if g.Growing.OK {
		walk(p.w.Goal.Grow, '●', theme.Series1, g.Growing.V.Path)
		stay := []float64{now}
		for _, n := range g.Growing.V.Stay {
			stay = append(stay, float64(n))
		}
		label := p.w.Goal.Stay + " " + p.l.Number(stay[len(stay)-1], 0)
		walk(p.w.Goal.Flat, '○', theme.Series2, g.Path)
		spec.Series = append(spec.Series, chart.Series{Label: label, Letter: '×', Style: theme.Series3, Y: stay})
		return spec
	}
	walk(p.w.Goal.Flat, '●', theme.Series1, g.Path)
	return spec
}

// goalBars draws the people now and at the target from zero.
func (p page) goalBars(w int) item {
	now, then := float64(p.Result.V.Poor), float64(p.Goal.V.Then)
	label := max(block.Width(p.w.Goal.Now), block.Width(p.w.Goal.Then)) + 2
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
		bar(p.w.Goal.Now, now, p.Result.V.Poor, theme.BarHome), bar(p.w.Goal.Then, then, p.Goal.V.Then, theme.Bar),
	}}
}

// sureItems tells how the interval comes about.
func (p page) sureItems(w int) []item {
	if !p.Sure.OK {
		s := p.w.NoSurvey
		if p.Unsure != UnsureNothing {
			s = p.unsure()
		}
		return []item{text(rankFirst, theme.Plain, 0, w, s), gap(), text(rankDetail, theme.Muted, 0, w, p.w.Sure.BandRule)}
	}
	s := p.Sure.V
	cols := func(st theme.Style, name, rate, se, rse, iv string) line {
		return func(a block.Area, y int) {
			a.Clip(0, y, 9, theme.Plain, name)
			a.Right(9, y, 7, st, rate)
			a.Right(16, y, 11, st, se)
			a.Right(27, y, 8, st, rse)
			a.Right(37, y, min(max(a.W-37, 0), 18), st, iv)
		}
	}
	row := func(st theme.Style, name string, rate float64, s Sure) item {
		return one(rankBeside, cols(
			st, name, p.percent(rate), p.l.Number(s.SE, 2), p.l.Percent(s.RSE, 1),
			p.w.Range(p.count(s.Interval.Low.N()), p.count(s.Interval.High.N())),
		))
	}
	out := []item{
		one(rankDetail, cols(theme.Muted, "", "P0", p.w.Sure.ColSE, p.w.Sure.ColRSE, p.w.Sure.ColInterval)),
		row(theme.Strong, p.periodShort(), p.Inputs[state.InputRate].Value, s),
	}
	if p.Before.OK {
		b := p.Before.V
		out = append(out, row(theme.Plain, p.earlier(false), b.Rate, b.Sure))
	}
	rates := p.w.Sure.Rates(p.l.Number(s.Interval.LowRate.Value(), 2), p.l.Percent(s.Interval.HighRate.Value(), 2))
	out = append(out, gap(), text(rankDetail, theme.Warn, 0, w, p.w.Sure.Assumed(p.rests())), text(rankDetail, theme.Plain, 0, w, rates))
	if p.Before.OK && !p.Before.V.Broken {
		t := p.Before.V.Test
		out = append(out, text(rankResult, theme.Plain, 0, w, p.w.Sure.Test(p.l.Number(t.Z, 2), p.l.Number(t.P, 2))))
		out = append(out, text(rankWhy, theme.Muted, 0, w, p.w.Sure.SameRule))
	}
	return append(out, text(rankMeaning, theme.Muted, 0, w, p.w.Sure.BandRule))
}

// periodShort names the period of the rate in a few columns.
func (p page) periodShort() string {
	if m, _ := p.source(); m != state.MethodRate {
		return p.l.Method(int(m))
	}
	if p.Inputs[state.InputRate].User {
		return p.w.ContextUser
	}
	return p.l.Period(p.Period)
}

// costItems is what filling the gap takes.
func (p page) costItems(w int) []item {
	if !p.Cost.OK {
		var wanting string
		for _, in := range [...]state.Input{state.InputGap, state.InputLine, state.InputPopulation, state.InputRate} {
			if !p.Inputs[in].OK {
				if wanting != "" {
					wanting += ", "
				}
				wanting += p.w.Names[in]
			}
		}
		return []item{text(rankFirst, theme.Muted, 0, w, p.w.Cost.Missing(wanting)), text(rankDetail, theme.Muted, 0, w, p.w.TypeIt)}
	}
	c := p.Cost.V
	columns := min(w, 72)
	row := func(rank uint8, st theme.Style, name, value string) item {
		return one(rank, func(a block.Area, y int) {
			a.Clip(0, y, columns-21, theme.Plain, name)
			a.Right(columns-20, y, 20, st, value)
		})
	}
	share := func(in state.Input, without float64) string {
		v := without
		if p.Inputs[in].OK {
			v = p.Inputs[in].Value
		}
		return p.l.Percent(v, places(in, v))
	}
	out := []item{
		row(rankBeside, theme.Plain, p.w.Cost.Gap, p.l.Money(c.Gap)),
		row(rankDetail, theme.Plain, p.w.Cost.Filled(share(state.InputCoverage, 100)), p.l.Money(c.Filled)),
		row(rankFirst, theme.Strong, p.w.Cost.Budget(share(state.InputLeakage, 0)), p.l.Money(c.Budget)),
		gap(),
	}
	if c.PerPoor > 0 {
		out = append(out, row(rankDetail, theme.Plain, p.w.Cost.PerPoor, p.l.Rupiah(int64(model.Round(c.PerPoor, 0)))))
	}
	out = append(out, row(rankWhy, theme.Plain, p.w.Cost.Untargeted, p.l.Money(c.Untargeted)), gap())
	if c.Perfect {
		out = append(out, text(rankResult, theme.Warn, 0, w, "* "+p.w.Cost.Perfect))
	} else {
		out = append(out, text(rankResult, theme.Warn, 0, w, "* "+p.w.Assumed+", "+p.w.ByUser))
	}
	return append(out, text(rankWhy, theme.Muted, 0, w, p.w.Cost.Formula+". "+p.w.Cost.Note))
}

// registerItems sets BPS's people beside those of the register.
func (p page) registerItems(w int) []item {
	r := p.Register
	columns := min(w, 76)
	cols := func(st theme.Style, source, concept, people, families string) line {
		return func(a block.Area, y int) {
			a.Clip(0, y, 16, theme.Plain, source)
			if columns >= 52 {
				a.Clip(17, y, columns-36, theme.Muted, concept)
			}
			a.Right(columns-19, y, 10, st, people)
			a.Right(columns-9, y, 9, st, families)
		}
	}
	number := func(n model.Maybe[int64]) string {
		if !n.OK {
			return "-"
		}
		return p.count(n.V)
	}
	name := p.w.Register.BPS
	if !r.Published {
		name = p.w.Register.Product
	}
	out := []item{
		one(rankDetail, cols(theme.Muted, p.w.Register.ColSource, p.w.Register.ColConcept, p.w.Register.ColPeople, p.w.Register.ColFamily)),
		one(rankFirst, cols(theme.Strong, name, p.w.Register.BPSConcept, number(r.People), "-")),
	}
	for _, row := range r.Rows {
		decile := p.decile(row.Decile)
		concept := p.w.Register.DecileConcept(p.count(int64(10 * row.Decile)))
		out = append(out, one(rankFirst, cols(theme.Strong, p.w.Register.Decile(decile), concept, number(row.People), number(row.Families))))
	}
	out = append(out, gap())
	if !r.Entered() {
		out = append(out, text(rankResult, theme.Plain, 0, w, p.w.Register.Empty))
	}
	for _, row := range r.Rows {
		if row.Gap.OK {
			out = append(out, text(rankBeside, theme.Plain, 0, w, p.w.Register.Gap(p.decile(row.Decile), p.signed(row.Gap.V))))
		}
	}
	return append(out, text(rankWhy, theme.Muted, 0, w, p.w.Register.Explain))
}

// decile names the deciles up to d.
func (p page) decile(d int) string {
	if d == 1 {
		return "1"
	}
	return "1-" + p.count(int64(d))
}
