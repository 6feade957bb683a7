package chart

import (
	"math"

	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// Dot is one point of a scatter.
type Dot struct {
	X, Y  float64 // NaN or infinite: not drawn
	Label string
	Mark  rune // one column wide; 0 for "•"
	Style theme.Style
	Do    any // what a press on it means; nil for nothing
}

// ScatterSpec is one figure against another.
type ScatterSpec struct {
	// Dots are drawn and labelled in this order: earlier ones get the better
	// places and lie above later ones.
	Dots []Dot
	// CutX and CutY are the lines that make quadrants; NaN for none.
	CutX, CutY float64
	// Corners are the names of the quadrants: upper right, upper left, lower
	// right, lower left; "" for none. Written where there is room.
	Corners      [4]string
	XName, YName string // behind the axes
	Lang         lang.Lang
}

// Placed is where a dot came to lie, in the coordinates of the area.
type Placed struct {
	X, Y     int
	Drawn    bool
	Labelled bool // its label stands beside it, whole or cut
}

// Scattered tells how a scatter was drawn.
type Scattered struct {
	OK         bool // anything was drawn
	Dots       []Placed
	XLo, XHi   float64 // ends of the axes; neither need begin at zero
	YLo, YHi   float64
	Left, Top  int // first column and line of the plot
	W, H       int // its size
	Unlabelled int // dots for whose label there was no room
	Covered    int // dots that lie under another
}

// scatter is a chart while it is drawn.
type scatter struct {
	a     block.Area
	s     *ScatterSpec
	d     Scattered
	x     Scale
	y     grid
	taken []bool // cells of dots and labels
	dot   []bool // cells of dots
	shown int
}

// Scatter draws points with labels that avoid each other. Every point stands in
// the cell nearest to its figures; a label stands right, left, above or below
// of its point, touches no other point or label, and is shortened or left out
// before it would. Where an axis does not hold zero the corner of both is a mark
// ("≈", in ASCII "~") instead of a corner. Points in one cell are drawn as the first of them, and
// counted. Where a is smaller than 24 x 6, or there is no point, nothing is
// drawn and OK is false.
func Scatter(a block.Area, s ScatterSpec) Scattered {
	p := &scatter{a: a, s: &s}
	p.d.Dots = make([]Placed, len(s.Dots))
	if a.W < 24 || a.H < 6 || !p.layout() {
		return Scattered{Dots: p.d.Dots}
	}
	p.axes()
	p.cuts()
	p.points()
	p.labels()
	p.corners()
	p.d.OK = true
	return p.d
}

// layout chooses the axes; false where there is no point.
func (p *scatter) layout() bool {
	xlo, xhi, ylo, yhi := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for _, d := range p.s.Dots {
		if known(d.X) && known(d.Y) {
			xlo, xhi, ylo, yhi = min(xlo, d.X), max(xhi, d.X), min(ylo, d.Y), max(yhi, d.Y)
			p.shown++
		}
	}
	if p.shown == 0 {
		return false
	}
	if known(p.s.CutX) {
		xlo, xhi = min(xlo, p.s.CutX), max(xhi, p.s.CutX)
	}
	if known(p.s.CutY) {
		ylo, yhi = min(ylo, p.s.CutY), max(yhi, p.s.CutY)
	}
	if yhi-ylo < 1e-9 {
		ylo, yhi = ylo-1, yhi+1
	}
	p.y = fit(ylo, yhi, p.a.H-3, 0, false)
	width := 0
	for _, v := range p.y.Ticks() {
		width = max(width, block.Width(p.s.Lang.Number(v, p.y.Decimals())))
	}
	p.d.Left, p.d.Top = width+1, 1
	p.d.W, p.d.H = p.a.W-p.d.Left, p.y.rows
	if p.d.W < 12 {
		return false
	}
	p.x = wideScale(xlo, xhi, max(p.d.W/11, 1))
	p.d.XLo, p.d.XHi, p.d.YLo, p.d.YHi = p.x.Lo, p.x.Hi, p.y.Lo, p.y.Hi
	p.taken, p.dot = make([]bool, p.d.W*p.d.H), make([]bool, p.d.W*p.d.H)
	return true
}

// wideScale makes an axis that holds lo to hi, need not begin at zero and has
// about as many round numbers as asked for; its ends lie beside the outermost
// figures, so that no point stands on the frame.
func wideScale(lo, hi float64, ticks int) Scale {
	if hi-lo < 1e-9 {
		pad := max(math.Abs(lo)*0.05, 1)
		lo, hi = lo-pad, hi+pad
	}
	room := hi - lo
	step := 0.0
	for e := int(math.Floor(math.Log10(room))) - 2; step == 0; e++ {
		for _, m := range mantissas() {
			if x := times10(m, e); room/x <= float64(ticks) {
				step = x
				break
			}
		}
	}
	from := lo - room*0.04
	if lo >= 0 {
		from = max(from, 0)
	}
	return Scale{Lo: from, Hi: hi + room*0.04, Step: step}
}

func (p *scatter) column(v float64) int {
	return int(math.Floor(p.x.part(v)*float64(p.d.W-1) + 0.5))
}
func (p *scatter) line(v float64) int { return p.d.H - 1 - p.y.row(v) }

func (p *scatter) axes() {
	l := p.s.Lang
	p.a.Clip(0, 0, p.a.W, theme.Muted, p.s.YName)
	for y := range p.d.H {
		p.a.Text(p.d.Left-1, p.d.Top+y, theme.Border, "│")
	}
	for i, v := range p.y.Ticks() {
		y := p.d.Top + p.line(v)
		if i%2 == 1 && p.y.per == 1 && p.d.H > 8 { // every line would have a number
			continue
		}
		p.a.Right(0, y, p.d.Left-1, theme.Muted, l.Number(v, p.y.Decimals()))
		p.a.Text(p.d.Left-1, y, theme.Border, "┤")
	}
	below := p.d.Top + p.d.H
	corner := "╰"
	if p.d.YLo > 0 || p.d.YHi < 0 || p.d.XLo > 0 || p.d.XHi < 0 {
		corner = "≈"
		if p.a.ASCII() {
			corner = "~"
		}
	}
	p.a.Text(p.d.Left-1, below, theme.Border, corner)
	p.a.HLine(p.d.Left, below, p.d.W, theme.Border)
	end := 0
	name := min(block.Width(p.s.XName), p.d.W/2)
	room := p.a.W - name - 2
	for _, v := range p.x.Ticks() {
		c := p.d.Left + p.column(v)
		p.a.Text(c, below, theme.Border, "┬")
		text := l.Number(v, p.x.Decimals())
		w := block.Width(text)
		if left := c - w/2; left > end && left+w <= room {
			p.a.Text(left, below+1, theme.Muted, text)
			end = left + w
		}
	}
	p.a.Right(room+1, below+1, name+1, theme.Muted, p.s.XName)
}

// cuts draws the lines of the quadrants.
func (p *scatter) cuts() {
	if known(p.s.CutY) {
		p.a.Fill(p.d.Left, p.d.Top+p.line(p.s.CutY), p.d.W, 1, theme.Border, "┈")
	}
	if known(p.s.CutX) {
		p.a.Fill(p.d.Left+p.column(p.s.CutX), p.d.Top, 1, p.d.H, theme.Border, "┊")
	}
	if known(p.s.CutX) && known(p.s.CutY) {
		p.a.Text(p.d.Left+p.column(p.s.CutX), p.d.Top+p.line(p.s.CutY), theme.Border, "┼")
	}
}

func (p *scatter) points() {
	for i, d := range p.s.Dots {
		if !known(d.X) || !known(d.Y) {
			continue
		}
		c, r := p.column(d.X), p.line(d.Y)
		k := &p.d.Dots[i]
		k.X, k.Y, k.Drawn = p.d.Left+c, p.d.Top+r, true
		if p.dot[r*p.d.W+c] {
			p.d.Covered++
			continue
		}
		mark := d.Mark
		if mark == 0 || block.Width(string(mark)) != 1 {
			mark = '•'
		}
		p.dot[r*p.d.W+c], p.taken[r*p.d.W+c] = true, true
		p.a.Text(k.X, k.Y, d.Style, string(mark))
		if d.Do != nil {
			p.a.Hit(k.X, k.Y, 1, 1, d.Do)
		}
	}
}

// labels writes the labels, whole where they can be, else cut.
func (p *scatter) labels() {
	for i := range p.s.Dots {
		k := &p.d.Dots[i]
		if !k.Drawn || p.s.Dots[i].Label == "" {
			continue
		}
		full := block.Width(p.s.Dots[i].Label)
		for _, w := range [...]int{full, 10, 6} {
			if w <= full && p.label(k, &p.s.Dots[i], w) {
				k.Labelled = true
				break
			}
		}
		if !k.Labelled {
			p.d.Unlabelled++
		}
	}
}

// label tries the places around a point for w columns of its label.
func (p *scatter) label(k *Placed, d *Dot, w int) bool {
	c, r := k.X-p.d.Left, k.Y-p.d.Top
	for _, at := range [...][2]int{{c + 2, r}, {c - 1 - w, r}, {c + 1, r - 1}, {c + 1, r + 1}, {c - w, r - 1}, {c - w, r + 1}, {c - w/2, r - 1}, {c - w/2, r + 1}} {
		if !p.free(at[0], at[1], w, c, r) {
			continue
		}
		for x := at[0]; x < at[0]+w; x++ {
			p.taken[at[1]*p.d.W+x] = true
		}
		x, y := p.d.Left+at[0], p.d.Top+at[1]
		p.a.Clip(x, y, w, d.Style, d.Label)
		if d.Do != nil {
			p.a.Hit(x, y, w, 1, d.Do)
		}
		return true
	}
	return false
}

// free tells whether w columns from x on in row y are empty, with a blank on
// either side of them; the label's own point at c, r may stand beside.
func (p *scatter) free(x, y, w, c, r int) bool {
	if y < 0 || y >= p.d.H || x < 0 || x+w > p.d.W {
		return false
	}
	for i := x - 1; i <= x+w; i++ {
		if i >= 0 && i < p.d.W && p.taken[y*p.d.W+i] && (i != c || y != r) {
			return false
		}
	}
	return true
}

// corners names the quadrants in the corners of the plot, where nothing stands.
func (p *scatter) corners() {
	for i, name := range p.s.Corners {
		w := block.Width(name)
		if w == 0 || w+2 > p.d.W/2 {
			continue
		}
		x := 1
		if i%2 == 0 {
			x = p.d.W - w - 1
		}
		rows := [...]int{0, 1, 2}
		if i >= 2 {
			rows = [...]int{p.d.H - 1, p.d.H - 2, p.d.H - 3}
		}
		for _, y := range rows {
			if p.free(x, y, w, -1, -1) {
				p.a.Text(p.d.Left+x, p.d.Top+y, theme.Muted, name)
				break
			}
		}
	}
}
