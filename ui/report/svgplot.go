package report

import (
	"math"
	"slices"

	"rakor/ui/chart"
	"rakor/ui/lang"
)

// axis is a scale of a plot that need not begin at zero.
type axis struct {
	lo, hi, step float64
}

// newAxis makes an axis that holds lo to hi, with about n round numbers; it
// begins at zero where zero is near.
func newAxis(lo, hi float64, n int, zero bool) axis {
	if zero || lo >= 0 && lo <= 0.4*hi {
		lo = min(lo, 0)
	}
	if hi-lo < 1e-9 {
		pad := max(math.Abs(hi)*0.05, 0.01)
		lo, hi = lo-pad, hi+pad
	}
	span := hi - lo
	step := math.Pow(10, math.Floor(math.Log10(span/float64(n))))
	for _, m := range [...]float64{1, 2, 2.5, 5, 10} {
		if span/(step*m) <= float64(n) {
			step *= m
			break
		}
	}
	return axis{lo: math.Floor(lo/step+1e-9) * step, hi: math.Ceil(hi/step-1e-9) * step, step: step}
}

func (a axis) ticks() []float64 {
	var out []float64
	for i := range 41 {
		v := a.lo + float64(i)*a.step
		if v > a.hi+a.step/2 {
			break
		}
		out = append(out, v)
	}
	return out
}

func (a axis) decimals() int { return chart.Scale{Step: a.step}.Decimals() }

// plot is the rectangle of a plot with its axes.
type plot struct {
	c          *canvas
	x, y, w, h float64
	ay         axis
}

func (p plot) py(v float64) float64 { return p.y + p.h - (v-p.ay.lo)/(p.ay.hi-p.ay.lo)*p.h }

// yAxis draws the numbers at the left, and a mark where the axis is cut.
func (p plot) yAxis(l lang.Lang) {
	for _, v := range p.ay.ticks() {
		y := p.py(v)
		p.c.line(p.x, y, p.x+p.w, y, faint, 0.5, "")
		p.c.text(p.x-6, y+3.5, l.Number(v, p.ay.decimals()), "end", soft, 9.5, "")
	}
	p.c.line(p.x, p.y, p.x, p.y+p.h, ink, 1, "")
	if p.ay.lo > 0 || p.ay.hi < 0 {
		p.cutMark(l)
	}
}

// cutMark draws the mark of an axis that does not hold zero, and says so.
func (p plot) cutMark(l lang.Lang) {
	y := p.y + p.h
	p.c.rect(p.x-5, y-8, 10, 5, "#fff")
	p.c.line(p.x-5, y-3, p.x+5, y-6, ink, 1, "")
	p.c.line(p.x-5, y-7, p.x+5, y-10, ink, 1, "")
	p.c.text(p.x+9, y-4, "≈ "+l.ReportWords().AxisCut, "start", soft, 8.5, "")
}

// strokeOf gives ink, thickness and dash of the series with that index.
func strokeOf(i int) (stroke string, width float64, dash string) {
	switch i % 4 {
	case 0:
		return accent, 2.6, ""
	case 1:
		return ink, 1.5, "7 3"
	case 2:
		return soft, 1.5, "2 2.5"
	}
	return soft, 1.5, "9 3 2 3"
}

func (c *canvas) lines(d Lines) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, x := range d.Series {
		for _, ys := range [...][]float64{x.Y, x.Lo, x.Hi} {
			for i, v := range ys {
				if known(v) && i < len(d.Steps) {
					lo, hi = min(lo, v), max(hi, v)
				}
			}
		}
	}
	if math.IsInf(lo, 1) || len(d.Steps) == 0 {
		return
	}
	if d.Target != nil && known(d.Target.Y) {
		lo, hi = min(lo, d.Target.Y), max(hi, d.Target.Y)
	}
	names := 40.0
	for _, x := range d.Series {
		names = max(names, width(seriesName(x))+14)
	}
	p := plot{c: c, x: 40, y: 12, ay: newAxis(lo, hi, 6, d.FromZero)}
	p.w, p.h = svgWidth-p.x-min(names, 190), c.h-p.y-24
	p.yAxis(d.Lang)
	px := func(i int) float64 {
		if len(d.Steps) == 1 {
			return p.x + p.w/2
		}
		return p.x + 14 + float64(i)/float64(len(d.Steps)-1)*(p.w-28)
	}
	c.steps(d, p, px)
	for i := len(d.Series) - 1; i >= 0; i-- {
		c.band(d.Series[i], p, px)
	}
	for i := len(d.Series) - 1; i >= 0; i-- {
		c.series(i, d.Series[i], p, px)
	}
	if d.Values && len(d.Series) > 0 {
		c.values(d, p, px)
	}
	if t := d.Target; t != nil && known(t.Y) && t.Step >= 0 && t.Step < len(d.Steps) {
		c.WriteString(`<circle cx="` + num(px(t.Step)) + `" cy="` + num(p.py(t.Y)) + `" r="4" fill="#fff" stroke="` + accent + "\" stroke-width=\"2\"/>\n")
	}
	c.ends(d, p)
}

func seriesName(x chart.Series) string {
	if x.Letter != 0 {
		return string(x.Letter) + " " + x.Label
	}
	return x.Label
}

// steps names the steps, as many as fit, the newest first.
func (c *canvas) steps(d Lines, p plot, px func(int) float64) {
	c.line(p.x, p.y+p.h, p.x+p.w, p.y+p.h, ink, 1, "")
	last := math.Inf(1)
	for i := len(d.Steps) - 1; i >= 0; i-- {
		w := width(d.Steps[i])
		if px(i)+w > last {
			continue
		}
		last = px(i)
		c.line(px(i), p.y+p.h, px(i), p.y+p.h+4, ink, 1, "")
		c.text(px(i), p.y+p.h+15, d.Steps[i], "middle", soft, 9.5, "")
	}
}

// series draws a line: joined figures, lone ones as a mark, its letter at every
// figure where there is room.
func (c *canvas) series(index int, x chart.Series, p plot, px func(int) float64) {
	stroke, w, dash := strokeOf(index)
	for i, v := range x.Y {
		if !known(v) {
			continue
		}
		if i > 0 && known(x.Y[i-1]) && !slices.Contains(x.Breaks, i) {
			c.line(px(i-1), p.py(x.Y[i-1]), px(i), p.py(v), stroke, w, dash)
		}
		if slices.Contains(x.Breaks, i) && i > 0 {
			mid := (px(i-1) + px(i)) / 2
			c.line(mid, p.y, mid, p.y+p.h, soft, 0.7, "1 2")
		}
		r := 2.2
		if index == 0 {
			r = 3.2
		}
		c.WriteString(`<circle cx="` + num(px(i)) + `" cy="` + num(p.py(v)) + `" r="` + num(r) + `" fill="` + stroke + "\"/>\n")
	}
}

// band shades the intervals of a series.
func (c *canvas) band(x chart.Series, p plot, px func(int) float64) {
	for i := range min(len(x.Lo), len(x.Hi)) {
		if !known(x.Lo[i]) || !known(x.Hi[i]) {
			continue
		}
		c.line(px(i), p.py(x.Lo[i]), px(i), p.py(x.Hi[i]), grey, 3, "")
	}
}

// values writes the figures of the first series over its points, where they do
// not touch each other.
func (c *canvas) values(d Lines, p plot, px func(int) float64) {
	last := math.Inf(1)
	x := d.Series[0]
	for i := len(x.Y) - 1; i >= 0; i-- {
		if !known(x.Y[i]) {
			continue
		}
		s := d.Lang.Number(x.Y[i], d.Decimals)
		if px(i)+width(s)/2 > last-3 {
			continue
		}
		last = px(i) - width(s)/2
		c.text(px(i), p.py(x.Y[i])-7, s, "middle", accent, 9.5, bold)
	}
}

// ends names the lines at their right ends, moved apart where ends are close.
func (c *canvas) ends(d Lines, p plot) {
	type end struct {
		i int // of the series; -1 for the target
		y float64
	}
	var all []end
	if t := d.Target; t != nil && known(t.Y) && t.Label != "" {
		all = append(all, end{-1, p.py(t.Y)})
	}
	for i, x := range d.Series {
		for k := len(x.Y) - 1; k >= 0; k-- {
			if known(x.Y[k]) {
				all = append(all, end{i, p.py(x.Y[k])})
				break
			}
		}
	}
	slices.SortStableFunc(all, func(a, b end) int {
		switch {
		case a.y < b.y:
			return -1
		case a.y > b.y:
			return 1
		}
		return 0
	})
	for k := range all {
		if k > 0 {
			all[k].y = max(all[k].y, all[k-1].y+13)
		}
	}
	if n := len(all); n > 0 {
		if over := all[n-1].y - (p.y + p.h - 4); over > 0 {
			for k := range all {
				all[k].y -= over
			}
		}
	}
	for _, e := range all {
		x := p.x + p.w + 4
		if e.i < 0 {
			c.text(x, e.y+3.5, "○ "+d.Target.Label, "start", ink, 10, "")
			continue
		}
		stroke, w, dash := strokeOf(e.i)
		c.line(x, e.y, x+16, e.y, stroke, w, dash)
		more := ""
		if e.i == 0 {
			more = bold
		}
		c.text(x+20, e.y+3.5, seriesName(d.Series[e.i]), "start", ink, 10, more)
	}
}
