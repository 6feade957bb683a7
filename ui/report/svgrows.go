package report

import (
	"math"

	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// rowsChart is what bars and dots have in common: names and numbers before a
// scale from zero, reference lines through all rows.
type rowsChart struct {
	c        *canvas
	x, w     float64 // of the strip
	scale    chart.Scale
	decimals int
}

func known(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// at gives the place of a figure.
func (r rowsChart) at(v float64) float64 {
	return r.x + (min(max(v, r.scale.Lo), r.scale.Hi)-r.scale.Lo)/(r.scale.Hi-r.scale.Lo)*r.w
}

func newRows(c *canvas, names, numbers []string, refs []chart.Ref, decimals int, values []float64) rowsChart {
	name, number := 0.0, 0.0
	for i := range names {
		name, number = max(name, width(names[i])), max(number, width(numbers[i]))
	}
	lo, hi := 0.0, 0.0
	for _, r := range refs {
		values = append(values, r.Value)
	}
	for _, v := range values {
		if known(v) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	r := rowsChart{c: c, decimals: decimals, scale: chart.NewScale(lo, hi, 8)}
	r.x = min(name, 210) + number + 16
	r.w = svgWidth - r.x - 12
	return r
}

// axis draws the numbers of the scale and a faint line for each.
func (r rowsChart) axis(rows int, l lang.Lang) {
	bottom := 18 + 17*float64(rows)
	for _, v := range r.scale.Ticks() {
		x := r.at(v)
		r.c.line(x, 16, x, bottom, faint, 0.5, "")
		r.c.text(x, 11, l.Number(v, r.scale.Decimals()), "middle", soft, 9.5, "")
	}
}

// refs draws the reference lines with their names below.
func (r rowsChart) refs(refs []chart.Ref, rows int, l lang.Lang) {
	bottom := 18 + 17*float64(rows)
	for _, k := range refs {
		if !known(k.Value) || k.Value == 0 {
			continue
		}
		x := r.at(k.Value)
		r.c.line(x, 16, x, bottom+2, ink, 1.2, "4 2")
		if k.Name != "" {
			r.c.text(min(x, svgWidth-width(k.Name)/2), bottom+12, k.Name+" "+l.Number(k.Value, r.decimals), "middle", ink, 9.5, "")
		}
	}
}

// label writes name and number of a row.
func (r rowsChart) label(i int, name, number string, home bool) float64 {
	y := 18 + 17*float64(i)
	more := ""
	if home {
		more = bold
	}
	r.c.text(0, y+11, block.Clip(name, 34, false), "start", ink, size, more)
	r.c.text(r.x-8, y+11, number, "end", ink, size, more)
	return y
}

func (c *canvas) bars(d Bars) {
	names, numbers, values := make([]string, len(d.Rows)), make([]string, len(d.Rows)), []float64{d.Max}
	for i, r := range d.Rows {
		names[i], numbers[i] = r.Name, d.Lang.Number(r.Value, d.Decimals)+r.Mark
		values = append(values, r.Value)
	}
	s := newRows(c, names, numbers, d.Refs, d.Decimals, values)
	s.axis(len(d.Rows), d.Lang)
	for i, r := range d.Rows {
		home := isHome(r.Style)
		y := s.label(i, names[i], numbers[i], home)
		if !known(r.Value) {
			continue
		}
		fill := grey
		if home {
			fill = accent
		}
		from, to := s.at(0), s.at(r.Value)
		c.rect(min(from, to), y+3, math.Abs(to-from), 11, fill)
	}
	s.refs(d.Refs, len(d.Rows), d.Lang)
}

func (c *canvas) dots(d Dots) {
	names, numbers, values := make([]string, len(d.Rows)), make([]string, len(d.Rows)), []float64{d.Max}
	for i, r := range d.Rows {
		names[i], numbers[i] = r.Name, d.Lang.Number(r.Value, d.Decimals)+r.Mark
		values = append(values, r.Value, r.Lo, r.Hi)
	}
	s := newRows(c, names, numbers, d.Refs, d.Decimals, values)
	s.axis(len(d.Rows), d.Lang)
	for i, r := range d.Rows {
		home := isHome(r.Style) || r.Style == theme.Accent
		y := s.label(i, names[i], numbers[i], home) + 8
		stroke := soft
		if home {
			stroke = accent
		}
		if known(r.Lo) && known(r.Hi) {
			c.line(s.at(r.Lo), y, s.at(r.Hi), y, stroke, 1.6, "")
			for _, v := range [...]float64{r.Lo, r.Hi} {
				c.line(s.at(v), y-4, s.at(v), y+4, stroke, 1.6, "")
			}
		}
		if known(r.Value) {
			c.WriteString(`<circle cx="` + num(s.at(r.Value)) + `" cy="` + num(y) + `" r="4" fill="` + stroke + "\"/>\n")
		}
	}
	s.refs(d.Refs, len(d.Rows), d.Lang)
}
