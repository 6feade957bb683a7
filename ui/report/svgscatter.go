package report

import (
	"math"

	"rakor/ui/chart"
)

// box is where something stands.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) meets(o box) bool { return b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1 }

// scatter draws points with labels that touch neither each other nor a point.
func (c *canvas) scatter(d Scatter) {
	xlo, xhi, ylo, yhi := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	grow := func(x, y float64) {
		if known(x) {
			xlo, xhi = min(xlo, x), max(xhi, x)
		}
		if known(y) {
			ylo, yhi = min(ylo, y), max(yhi, y)
		}
	}
	for _, k := range d.Dots {
		if known(k.X) && known(k.Y) {
			grow(k.X, k.Y)
		}
	}
	if math.IsInf(xlo, 1) {
		return
	}
	grow(d.CutX, d.CutY)
	p := plot{c: c, x: 46, y: 20, w: svgWidth - 46 - 10, h: c.h - 20 - 40, ay: newAxis(ylo, yhi, 7, false)}
	ax := newAxis(xlo, xhi, 8, false)
	px := func(v float64) float64 { return p.x + (v-ax.lo)/(ax.hi-ax.lo)*p.w }
	p.yAxis(d.Lang)
	c.text(2, 11, d.YName, "start", soft, 9.5, "")
	c.line(p.x, p.y+p.h, p.x+p.w, p.y+p.h, ink, 1, "")
	for _, v := range ax.ticks() {
		c.line(px(v), p.y+p.h, px(v), p.y+p.h+4, ink, 1, "")
		c.text(px(v), p.y+p.h+15, d.Lang.Number(v, ax.decimals()), "middle", soft, 9.5, "")
	}
	c.text(p.x+p.w, p.y+p.h+30, d.XName, "end", soft, 9.5, "")
	if ax.lo > 0 && p.ay.lo <= 0 {
		p.cutMark(d.Lang)
	}
	if known(d.CutX) {
		c.line(px(d.CutX), p.y, px(d.CutX), p.y+p.h, soft, 0.8, "3 3")
	}
	if known(d.CutY) {
		c.line(p.x, p.py(d.CutY), p.x+p.w, p.py(d.CutY), soft, 0.8, "3 3")
	}
	c.corners(d, p)
	var taken []box
	for _, k := range d.Dots {
		if known(k.X) && known(k.Y) {
			x, y := px(k.X), p.py(k.Y)
			taken = append(taken, box{x - 4, y - 4, x + 4, y + 4})
			c.dot(k, x, y)
		}
	}
	for _, k := range d.Dots {
		if known(k.X) && known(k.Y) && k.Label != "" {
			taken = c.label(k, px(k.X), p.py(k.Y), p, taken)
		}
	}
}

func (c *canvas) dot(k chart.Dot, x, y float64) {
	if isHome(k.Style) {
		c.rect(x-4.5, y-4.5, 9, 9, accent)
		return
	}
	c.WriteString(`<circle cx="` + num(x) + `" cy="` + num(y) + `" r="3.4" fill="#fff" stroke="` + ink + "\" stroke-width=\"1.3\"/>\n")
}

// label writes the name of a point at the first place around it that is free.
func (c *canvas) label(k chart.Dot, x, y float64, p plot, taken []box) []box {
	w := width(k.Label) * 9 / size
	for _, at := range [...][2]float64{{7, 3}, {-7 - w, 3}, {-w / 2, -7}, {-w / 2, 14}, {6, -6}, {6, 12}, {-w - 6, -6}, {-w - 6, 12}} {
		b := box{x + at[0], y + at[1] - 8, x + at[0] + w, y + at[1] + 2}
		if b.x0 < p.x || b.x1 > p.x+p.w || b.y0 < p.y || b.y1 > p.y+p.h {
			continue
		}
		free := true
		for _, o := range taken {
			free = free && !b.meets(o)
		}
		if !free {
			continue
		}
		more := ""
		if isHome(k.Style) {
			more = bold
		}
		c.text(b.x0, y+at[1], k.Label, "start", ink, 9, more)
		return append(taken, b)
	}
	return taken
}

// corners names the quadrants.
func (c *canvas) corners(d Scatter, p plot) {
	for i, name := range d.Corners {
		if name == "" {
			continue
		}
		x, anchor := p.x+p.w-4, "end"
		if i%2 == 1 {
			x, anchor = p.x+6, "start"
		}
		y := p.y + 9
		if i >= 2 {
			y = p.y + p.h - 16
		}
		c.text(x, y, name, anchor, soft, 8.5, "")
	}
}
