package estimate

import (
	"math"

	"rakor/model"
	"rakor/model/survey"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// fileDetail gives title and lines of what belongs to the selected input where
// a file is in use; ok is false where that is the same as without one.
func (p page) fileDetail(in state.Input, w, h int) (title string, items []item, ok bool) {
	if !p.File.OK {
		return "", nil, false
	}
	f := p.File.V
	switch in {
	case state.InputMethod:
		return p.w.File.Lorenz(p.number(f.Gini.Value, 3)), p.lorenzItems(f.Lorenz, p.fileFacts(w), w, h), true
	case state.InputLine:
		if f.Line > 0 {
			return p.w.File.Curve(p.l.Rupiah(int64(f.Line))), p.curveItems(f.Lines, f.Curve, w, h), true
		}
	case state.InputPopulation:
		if f.Change.OK {
			return p.w.File.Change(f.Change.V.Name, f.Name), p.changeItems(w), true
		}
		return p.w.File.Measures, p.measureItems(w), true
	case state.InputRate, state.InputSample, state.InputDeff, state.InputRSE:
		return p.w.File.Measures, p.measureItems(w), true
	}
	return "", nil, false
}

// number writes a figure that may be missing.
func (p page) number(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "-"
	}
	return p.l.Number(v, decimals)
}

// fileFacts says which households these are.
func (p page) fileFacts(w int) []item {
	f := p.File.V
	where, st := p.w.File.Own, theme.Muted
	if !f.Own {
		where, st = p.w.File.Whole, theme.Warn
	}
	out := []item{
		text(rankBeside, theme.Plain, 0, w, p.w.File.Title(f.Name)+": "+p.design()),
		text(rankBeside, st, 0, w, where),
	}
	if f.Lone > 0 {
		out = append(out, text(rankBeside, theme.Warn, 0, w, p.w.File.Lone(p.count(int64(f.Lone)))))
	}
	return out
}

// measureItems is the table of measures with their errors.
func (p page) measureItems(w int) []item {
	f := p.File.V
	if f.Line == 0 {
		return append([]item{text(rankFirst, theme.Warn, 0, w, "! "+p.w.File.NoLine)}, p.fileFacts(w)...)
	}
	deff := w >= 62
	cols := func(st theme.Style, name, value, se, rse, iv, de string) line {
		return func(a block.Area, y int) {
			a.Clip(0, y, 12, theme.Plain, name)
			a.Right(12, y, 9, st, value)
			a.Right(21, y, 11, st, se)
			a.Right(32, y, 8, st, rse)
			a.Right(40, y, min(max(a.W-40, 0), 15), st, iv)
			if deff {
				a.Right(56, y, min(max(a.W-56, 0), 6), st, de)
			}
		}
	}
	out := []item{one(rankBeside, cols(theme.Muted, p.w.File.ColMeasure, p.w.File.ColValue, p.w.Sure.ColSE, p.w.Sure.ColRSE, p.w.Sure.ColInterval, p.w.File.ColDeff))}
	for i, m := range p.measures() {
		decimals := 3
		if m.money {
			decimals = 0
		}
		write := func(v float64) string { return p.number(m.scale*v, decimals) }
		se, rse, iv, de := "-", "-", "-", "-"
		if x, ok := m.e.StandardError(); ok {
			se = write(x)
		}
		if x, ok := m.e.RSE(); ok {
			rse = p.l.Percent(100*x, 1)
		}
		if lo, hi, ok := m.e.Interval(); ok {
			iv = p.w.Range(write(lo), write(hi))
		}
		if x, ok := m.e.DesignEffect(); ok {
			de = p.l.Number(x, 2)
		}
		rank, st := rankBeside, theme.Plain
		if i == 0 {
			rank, st = rankFirst, theme.Strong
		}
		out = append(out, one(rank, cols(st, m.name, write(m.e.Value), se, rse, iv, de)))
	}
	out = append(out, gap())
	if why := f.At.P0.Why; why != survey.Estimated {
		out = append(out, text(rankResult, theme.Warn, 0, w, "! "+p.w.File.Why(why.ID())))
	}
	out = append(out, p.fileFacts(w)...)
	return append(out, text(rankLedger, theme.Muted, 0, w, p.w.File.More))
}

// curveItems draws P0, percent, as a function of the line.
func (p page) curveItems(at, curve []float64, w, h int) []item {
	if len(curve) < 2 {
		return nil
	}
	h = min(max(h, 6), 14)
	it := item{rank: rankBeside, lines: make([]line, h)}
	middle := len(curve) / 2
	spec := chart.LineSpec{
		Lang: p.l, Decimals: 1, FromZero: true, Steps: make([]string, len(curve)), Marked: middle + 1,
		Series: []chart.Series{{Style: theme.Series1, Y: curve}},
	}
	for i := range curve {
		if i%(len(curve)/4) == 0 {
			spec.Steps[i] = p.l.MoneyShort(int64(at[i]))
		}
	}
	it.lines[0] = func(a block.Area, y int) { chart.Lines(a.Sub(0, y, min(w, 90), h), spec) }
	return []item{it}
}

// lorenzItems draws the Lorenz curve below the line of equality.
func (p page) lorenzItems(points []float64, facts []item, w, h int) []item {
	used := 0
	for _, it := range facts {
		used += len(it.lines)
	}
	room := min(max(h-used-1, 6), 14)
	steps, equal, curve := make([]string, len(points)), make([]float64, len(points)), make([]float64, len(points))
	for i, v := range points {
		equal[i], curve[i] = 100*float64(i)/LorenzSteps, 100*v
		if i%(LorenzSteps/4) == 0 {
			steps[i] = p.l.Percent(equal[i], 0)
		}
	}
	spec := chart.LineSpec{
		Lang: p.l, FromZero: true, Steps: steps,
		Series: []chart.Series{{Style: theme.Series1, Y: curve}, {Label: p.w.File.Equal, Style: theme.Muted, Y: equal}},
	}
	it := item{rank: rankBeside, lines: make([]line, room)}
	it.lines[0] = func(a block.Area, y int) { chart.Lines(a.Sub(0, y, min(w, 60), room), spec) }
	return append([]item{it}, facts...)
}

// changeItems draws the parts of a change between two files from zero.
func (p page) changeItems(w int) []item {
	c := p.File.V.Change.V
	names := [...]string{p.w.File.Growth, p.w.File.Redistribution, p.w.File.Total}
	label, number := 0, 0
	for i, n := range names {
		label, number = max(label, block.Width(n)), max(number, block.Width(p.l.Signed(c.Points[i], 2)))
	}
	w = min(w, 76)
	track := chart.NewTrack(label+number+2, w-label-number-3, nil, c.Points[:]...)
	out := make([]item, 0, 6)
	for i, n := range names {
		st := theme.Bar
		if i == len(names)-1 {
			st = theme.BarHome
		}
		out = append(out, one(rankFirst, func(a block.Area, y int) {
			a.Text(0, y, theme.Plain, n)
			a.Right(label+1, y, number, theme.Strong, p.l.Signed(c.Points[i], 2))
			track.Bar(a, y, c.Points[i], st)
		}))
	}
	out = append(out, gap(), text(rankBeside, theme.Plain, 0, w, p.percent(model.Round(c.P0, 2))+" → "+p.percent(model.Round(100*p.File.V.At.P0.Value, 2))+"; "+p.w.File.LineOfBefore(p.l.Rupiah(int64(c.Line)))))
	return append(out, text(rankDetail, theme.Muted, 0, w, p.w.File.Independent))
}

// linearFile is what the file says, one measure a line.
func (p page) linearFile() []string {
	if !p.File.OK {
		return nil
	}
	f := p.File.V
	where := p.w.File.Own
	if !f.Own {
		where = p.w.File.Whole
	}
	out := []string{p.w.File.Title(f.Name) + ": " + p.design() + "; " + where + "."}
	if f.Line == 0 {
		return append(out, p.w.File.NoLine)
	}
	for _, m := range p.measures() {
		decimals := 3
		if m.money {
			decimals = 0
		}
		se, low, high := "", "", ""
		if x, ok := m.e.StandardError(); ok {
			se = p.number(m.scale*x, decimals)
		}
		if lo, hi, ok := m.e.Interval(); ok {
			low, high = p.number(m.scale*lo, decimals), p.number(m.scale*hi, decimals)
		}
		out = append(out, p.w.File.Linear(m.name, p.number(m.scale*m.e.Value, decimals), se, low, high))
	}
	if f.Lone > 0 {
		out = append(out, p.w.File.Lone(p.count(int64(f.Lone)))+".")
	}
	if c := f.Change; c.OK {
		out = append(out, p.w.File.Change(c.V.Name, f.Name)+": "+p.l.Signed(c.V.Points[2], 2)+"; "+
			p.w.File.Growth+" "+p.l.Signed(c.V.Points[0], 2)+"; "+p.w.File.Redistribution+" "+p.l.Signed(c.V.Points[1], 2)+"; "+
			p.w.File.LineOfBefore(p.l.Rupiah(int64(c.V.Line)))+".")
	}
	return out
}

// design tells how many households and PSUs the figures rest on.
func (p page) design() string {
	f := p.File.V
	return p.w.File.Rests(p.count(int64(f.Rows)), p.count(int64(f.PSUs)))
}
