package estimate

import (
	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// listed is one line of the list of inputs: an input, a heading, or air.
type listed struct {
	input   state.Input
	heading bool
	air     bool
}

// list gives the lines of the inputs in at most h lines: with headings and air
// where there is room for all, with headings alone, or as many inputs around
// the selected one as fit.
func (p page) list(h int) []listed {
	rows := make([]listed, 0, 2*int(state.Inputs))
	headings := 0
	for _, in := range p.listed() {
		if in == 0 || groupOf(in) != groupOf(in-1) {
			headings++
			rows = append(rows, listed{input: in, air: true}, listed{input: in, heading: true})
		}
		rows = append(rows, listed{input: in})
	}
	rows = rows[1:] // no air at the top
	drop := func(which func(listed) bool) {
		kept := rows[:0:0]
		for _, r := range rows {
			if !which(r) {
				kept = append(kept, r)
			}
		}
		rows = kept
	}
	if len(rows) > h {
		drop(func(r listed) bool { return r.air })
	}
	if len(rows) > h {
		drop(func(r listed) bool { return r.heading })
	}
	if len(rows) <= h {
		return rows
	}
	// The window moves with the selection and keeps one more line in sight.
	at := 0
	for i, r := range rows {
		if r.input <= p.Selected {
			at = i
		}
	}
	top := min(max(at-h/2, 0), len(rows)-h)
	return rows[top : top+max(h, 0)]
}

// more tells how many inputs are above and below those listed.
func (p page) more(rows []listed) (above, below int) {
	if len(rows) == 0 {
		return 0, 0
	}
	for _, in := range p.listed() {
		switch {
		case in < rows[0].input:
			above++
		case in > rows[len(rows)-1].input:
			below++
		}
	}
	return above, below
}

// Columns of a line of the list.
const (
	nameColumns  = 17
	valueColumns = 12
	unitColumns  = 7
	rowColumns   = 2 + nameColumns + valueColumns + unitColumns
)

// field draws the name, value and unit of an input.
func (p page) field(a block.Area, id state.Input) {
	in := p.Inputs[id]
	name := theme.Plain
	if id == p.Selected {
		a.Text(0, 0, theme.Accent, "▸")
		name = theme.Strong
	}
	a.Clip(2, 0, nameColumns, name, p.w.Names[id])
	x := 2 + nameColumns + valueColumns
	if !in.OK {
		s := "-"
		if id == state.InputMethod {
			s = p.l.Method(int(state.MethodRate))
		}
		a.Right(0, 0, x, theme.Muted, s)
		return
	}
	st := theme.Strong
	if p.idle(id) {
		st = theme.Muted
	}
	a.Right(0, 0, x, st, p.write(id, in))
	unit := p.w.Units[id]
	if p.l != lang.English || len(unit) == 0 || unit[0] != '%' {
		x++ // 3.62% is written without a blank
	}
	a.Clip(x, 0, unitColumns-1, theme.Muted, unit)
}

// fieldLine draws a line of the list in w columns: the field, a slider where
// asked for, and where the value comes from.
func (p page) fieldLine(a block.Area, r listed, slider int) {
	if r.air {
		return
	}
	if r.heading {
		a.Clip(0, 0, a.W, theme.Heading, p.w.Groups[groupOf(r.input)])
		return
	}
	a.Hit(0, 0, a.W, 1, state.SelectInput{Input: r.input})
	p.field(a, r.input)
	x := rowColumns + 1
	if slider > 0 {
		p.slider(a, x, 0, slider, 0, r.input)
		x += slider + 2
	}
	from, st := p.origin(r.input, a.W-x)
	a.Clip(x, 0, a.W-x, st, from)
	if r.input == p.Selected {
		a.Select(0)
	}
}

// fieldPanel draws the list in a box, and below it the slider of the selected
// input with what it is and where its value comes from.
func (p page) fieldPanel(a block.Area) {
	in := a.Box(theme.Border, theme.Heading, p.w.Inputs)
	in = in.Sub(1, 0, in.W-2, in.H)
	foot := 0
	if in.H >= 14 {
		foot = 3
	}
	rows := p.list(in.H - foot)
	for y, r := range rows {
		p.fieldLine(in.Row(y), r, 0)
	}
	p.edges(a, rows)
	if foot == 0 {
		return
	}
	y := in.H - foot
	in.HLine(0, y, in.W, theme.Border)
	x := p.Inputs[p.Selected]
	switch {
	case x.File:
		in.Clip(2, y+1, in.W-2, theme.Muted, p.w.Names[p.Selected]+" "+p.w.File.Fixed)
	case x.Hi > x.Lo:
		p.slider(in, 2, y+1, min(in.W-2, 70), p.endWidth(p.Selected), p.Selected)
	default:
		in.Clip(2, y+1, in.W-2, theme.Muted, p.w.TypeIt)
	}
	help, st := p.w.Helps[p.Selected], theme.Muted
	if from, mark := p.origin(p.Selected, in.W-2); mark == theme.Warn { // what is not as published, in full
		help, st = from, mark
	}
	in.Clip(2, y+2, in.W-2, st, help)
}

// edges tells on the box how many inputs are out of sight.
func (p page) edges(a block.Area, rows []listed) {
	above, below := p.more(rows)
	if above > 0 {
		a.Right(0, 0, a.W-2, theme.Muted, " ▲ "+p.count(int64(above))+" ")
	}
	if below > 0 {
		a.Right(0, a.H-1, a.W-2, theme.Muted, " ▼ "+p.count(int64(below))+" ")
	}
}

// endWidth gives the columns of the longer end of a slider.
func (p page) endWidth(in state.Input) int {
	x := p.Inputs[in]
	return max(block.Width(p.end(in, x.Lo)), block.Width(p.end(in, x.Hi)))
}

func (p page) end(in state.Input, x float64) string { return limit(p.l, in, x) }

// slider draws the track of an input with its ends: a mark at the value, a
// stroke at the published one. ends is the width of the ends; 0 leaves them
// out. A press on the selected one's track sets the value.
func (p page) slider(a block.Area, x, y, w, ends int, id state.Input) {
	in := p.Inputs[id]
	if !(in.Hi > in.Lo) || in.File {
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
		a.Hit(x+i, y, 1, 1, p.set(p.clamp(coarse(id, v))))
	}
}

// coarse rounds a place on a slider to what a person would have meant.
func coarse(in state.Input, v float64) float64 {
	step := 10 * stepOf(in)
	switch in {
	case state.InputTargetYear, state.InputLeakage, state.InputCoverage:
		step = stepOf(in)
	case state.InputPopulation:
		step = 100
	}
	return model.Round(model.Round(v/step, 0)*step, 6)
}
