package estimate

import (
	"rakor/ui/block"
	"rakor/ui/theme"
)

// large draws the tab for the back row: the number of people in large figures,
// how sure it is, the way to the target, and the inputs around the selected one
// with air between them.
func (p page) large(a block.Area) {
	rows, step := 1, 1
	switch {
	case a.H >= 26:
		rows, step = 4, 2
	case a.H >= 17:
		rows = 3
	}
	inputs := a.Sub(0, a.H-rows*step, a.W, rows*step)
	for i, r := range p.largeInputs(rows) {
		slider := 0
		if a.W >= 76 {
			slider = min(a.W-rowColumns-22, 44)
		}
		p.fieldLine(inputs.Row(i*step), r, slider)
	}
	top := a.Sub(0, 0, a.W, a.H-rows*step-1)
	y := 0
	if a.H >= 24 {
		y++
	}
	top.Clip(0, y, top.W, theme.Heading, p.w.Result(p.periodTitle()))
	y += 1 + min(a.H/12, 2)
	y = p.largeFigure(top, y)
	rest := top.Sub(0, y, top.W, top.H-y)
	items := p.surety(rest.W, a.H >= 24)
	if aim := p.aim(); aim != "" {
		items = append(items, text(rankFirst, theme.Strong, 2, rest.W, aim))
	}
	paint(rest, items)
}

// largeInputs gives the lines of the inputs around the selected one.
func (p page) largeInputs(n int) []listed {
	var out []listed
	for _, r := range p.list(n) {
		if !r.air && !r.heading {
			out = append(out, r)
		}
	}
	return out
}

// largeFigure draws the number of people, and gives the line below it.
func (p page) largeFigure(a block.Area, y int) int {
	figure := p.count(p.Result.V.Poor)
	var x int
	if w := block.FiguresWidth(figure); w > 0 && w+4+block.Width(p.w.People) <= a.W && a.H-y >= block.FiguresHeight+2 {
		x = a.Figures(2, y, theme.Figure, figure)
		y += block.FiguresHeight - 1
	} else {
		x = a.Clip(2, y, a.W-2, theme.Figure, figure)
	}
	x = a.Clip(x+1, y, a.W-x-1, theme.Strong, p.w.People)
	if p.changed() {
		a.Clip(x+3, y, a.W-x-3, theme.Warn, p.w.UserMark)
	}
	if a.H-y > 4 {
		y++
	}
	return y + 1
}
