package chart

import (
	"math"

	"rakor/ui/block"
	"rakor/ui/theme"
)

// Columns draws figures as upright bars on a zero baseline, one column wide,
// from the bottom of a: exact to an eighth of a cell, in ASCII to a cell. hi is
// the figure that reaches the top. A missing figure is a gap, "·" at the bottom;
// what is not zero has at least a trace. Figures beyond the width are left out
// from the front: the newest are seen.
func Columns(a block.Area, ys []float64, hi float64, st theme.Style) {
	if a.W < 1 || a.H < 1 || !known(hi) || hi <= 0 {
		return
	}
	ys = ys[max(len(ys)-a.W, 0):]
	for x, v := range ys {
		if !known(v) {
			a.Text(x, a.H-1, theme.Muted, "·")
			continue
		}
		cells := min(max(v, 0)/hi, 1) * float64(a.H)
		if a.ASCII() {
			n := int(math.Floor(cells + 0.5))
			if v > 0 {
				n = max(n, 1)
			}
			a.Fill(x, a.H-n, 1, n, st, "#")
			continue
		}
		e := int(math.Floor(cells*8 + 0.5))
		if v > 0 {
			e = max(e, 1)
		}
		a.Fill(x, a.H-e/8, 1, e/8, st, "█")
		if e%8 > 0 {
			a.Text(x, a.H-1-e/8, st, string(rune('▁'+e%8-1)))
		}
	}
}

// Spark draws figures as a line of eighths between lo and hi in one row from x
// on: a shape, no scale. In ASCII it has the levels "_.-=^".
func Spark(a block.Area, x, y int, ys []float64, lo, hi float64, st theme.Style) {
	for i, v := range ys {
		if !known(v) || !known(lo) || !known(hi) {
			continue
		}
		part := 0.5
		if hi > lo {
			part = min(max((v-lo)/(hi-lo), 0), 1)
		}
		mark := string(rune('▁' + int(math.Floor(part*7+0.5))))
		if a.ASCII() {
			mark = string("_.-=^"[int(math.Floor(part*4+0.5))])
		}
		a.Text(x+i, y, st, mark)
	}
}

// Panel is one of many small charts.
type Panel struct {
	Title      string
	Value      string // the newest figure, at the right of the title
	TitleStyle theme.Style
	Style      theme.Style
	Selected   bool
	Y          []float64
	Do         any // what a press means
}

// PanelSpec is small multiples: the same chart many times over one scale.
type PanelSpec struct {
	Panels []Panel
	// First and Last name the ends of the x axis, below the lowest panels.
	First, Last string
	// Shown is the panel that must be in sight where not all fit.
	Shown int
}

// Panelled tells how small multiples were drawn.
type Panelled struct {
	OK      bool
	From, N int     // the panels drawn
	Top     float64 // the figure that reaches the top of every panel
	Columns int     // panels side by side
	Each    int     // columns of one panel's bars
	Height  int     // lines of bars
}

// Panels draws small multiples: a line of title and figure, below it upright
// bars over the same scale from zero to the greatest figure of all. Where not
// all fit, rows of panels are scrolled so that Shown is in sight. In an area
// that has no room for one panel of 16 x 3 nothing is drawn.
func Panels(a block.Area, s PanelSpec) Panelled {
	steps, top := 0, 0.0
	for _, p := range s.Panels {
		steps = max(steps, len(p.Y))
		for _, v := range p.Y {
			if known(v) {
				top = max(top, v)
			}
		}
	}
	body := a.H - 1 // the axis
	if len(s.Panels) == 0 || top <= 0 || a.W < 16 || body < 3 {
		return Panelled{}
	}
	cols, rows := panelGrid(a.W, body, len(s.Panels), steps)
	w, h := a.W/cols, min(body/rows, 8)
	from := 0
	if all := (len(s.Panels) + cols - 1) / cols; all > rows {
		from = cols * max(0, min(s.Shown/cols-rows/2, all-rows))
	}
	d := Panelled{OK: true, From: from, N: min(len(s.Panels)-from, cols*rows), Top: top, Columns: cols, Each: min(steps, w-2), Height: h - 1}
	if h > 4 {
		d.Height-- // air between the rows
	}
	for i := range d.N {
		k := a.Sub(i%cols*w, i/cols*h, w-2, h)
		p := s.Panels[from+i]
		v := block.Width(p.Value)
		k.Clip(0, 0, k.W-v-1, p.TitleStyle, p.Title)
		k.Right(0, 0, min(k.W, max(d.Each, 16)), p.TitleStyle, p.Value)
		if e := min(k.W, max(d.Each, 16)) - v - 1; block.Width(p.Title) > e {
			k.Fill(0, 0, k.W, 1, theme.Plain, "")
			k.Clip(0, 0, k.W-v-1, p.TitleStyle, p.Title)
			k.Right(0, 0, k.W, p.TitleStyle, p.Value)
		}
		if p.Selected {
			k.Select(0)
		}
		Columns(k.Sub(0, 1, d.Each, d.Height), p.Y[max(len(p.Y)-d.Each, 0):], top, p.Style)
		if p.Do != nil {
			k.Hit(0, 0, k.W, h, p.Do)
		}
	}
	last := (d.N + cols - 1) / cols * h
	for c := range min(cols, d.N) {
		k := a.Sub(c*w, min(last, a.H-1), w-2, 1)
		k.Clip(0, 0, d.Each, theme.Muted, s.First)
		if d.Each >= block.Width(s.First)+block.Width(s.Last)+1 {
			k.Right(0, 0, d.Each, theme.Muted, s.Last)
		}
	}
	return d
}

// panelGrid chooses how many panels stand side by side and below each other:
// all of them where that leaves three lines each, the widest such grid.
func panelGrid(w, h, n, steps int) (cols, rows int) {
	most := max(w/max(min(steps, 20)+3, 18), 1)
	for cols = 1; cols <= most; cols++ {
		rows = (n + cols - 1) / cols
		if h/rows >= 3 && (h/rows >= 5 || cols == most) {
			return cols, rows
		}
	}
	cols = most
	rows = (n + cols - 1) / cols
	return cols, max(min(rows, h/3), 1)
}
