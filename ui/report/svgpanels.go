package report

// Measures of small multiples.
const (
	panelColumns = 4
	panelHeight  = 78.0
)

// panels draws small multiples: upright bars over one scale from zero, the
// newest figure beside the name.
func (c *canvas) panels(d Panels) {
	top, steps := 0.0, 1
	for _, p := range d.Panels {
		steps = max(steps, len(p.Y))
		for _, v := range p.Y {
			if known(v) {
				top = max(top, v)
			}
		}
	}
	if top <= 0 {
		return
	}
	w := svgWidth/panelColumns - 14
	each := w / float64(steps)
	for i, p := range d.Panels {
		x, y := float64(i%panelColumns)*(svgWidth/panelColumns), float64(i/panelColumns)*panelHeight
		more, fill := "", grey
		if isHome(p.Style) {
			more, fill = bold, accent
		}
		c.text(x, y+11, p.Title, "start", ink, 9.5, more)
		c.text(x+w, y+11, p.Value, "end", ink, 9.5, more)
		const high = panelHeight - 34
		base := y + 16 + high
		c.line(x, base, x+w, base, ink, 0.8, "")
		for k, v := range p.Y {
			if known(v) && v > 0 {
				h := v / top * high
				c.rect(x+float64(k)*each+0.6, base-h, max(each-1.2, 0.8), h, fill)
			}
		}
		c.text(x, base+11, d.First, "start", soft, 8, "")
		c.text(x+w, base+11, d.Last, "end", soft, 8, "")
	}
}
