package chart

import (
	"slices"
	"unicode/utf8"

	"rakor/ui/block"
	"rakor/ui/theme"
)

// glyph is one cell of a plot before it goes to the area; r is 0 where nothing
// was drawn yet.
type glyph struct {
	r     rune
	style theme.Style
	mark  bool // a point or a number: nothing covers it
}

// plot is a chart while it is drawn: its place in the area and its cells.
type plot struct {
	a      block.Area
	s      *LineSpec
	grid   grid
	left   int  // area column of the first plot column; the axis stands before it
	top    int  // area line of the topmost plot row
	w      int  // plot columns
	beside bool // names stand at the right ends of lines
	under  bool // names stand in a line below

	col    []int   // plot column of each step
	gap    int     // least distance of two steps, 0 where they share columns
	broken []int   // steps at which a method begins, ascending
	cells  []glyph // grid.rows x w, top row first
	hidden int
}

// newPlot lays the chart out: how many rows and columns the curves get once the
// axes and names have theirs.
func newPlot(a block.Area, s *LineSpec, lo, hi float64) *plot {
	p := &plot{a: a, s: s}
	nameW, names := 0, 0
	for _, n := range s.named() {
		nameW, names = max(nameW, block.Width(n.text)), names+1
	}
	for i := range s.Series {
		for _, b := range s.Series[i].Breaks {
			if b > 0 && b < len(s.Steps) {
				p.broken = append(p.broken, b)
			}
		}
	}
	slices.Sort(p.broken)
	p.broken = slices.Compact(p.broken)

	rows := a.H - 2
	if s.Unit != "" && a.H >= 8 {
		p.top = 1
		rows--
	}
	nameW = min(nameW, a.W/3)
	need := len(s.Steps) + len(p.broken)
	p.beside = names > 0 && names <= rows && a.W >= 40
	if p.beside {
		p.fit(lo, hi, rows, nameW+1)
		p.beside = p.w >= need || p.w+nameW+1 < need
	}
	if !p.beside {
		if names > 0 && a.H >= 6 {
			p.under = true
			rows--
		}
		p.fit(lo, hi, rows, 0)
	}
	p.top += rows - p.grid.rows // what is left over stays blank above
	p.columns()
	p.w = min(p.col[len(p.col)-1]+2, p.w) // names stand close to the lines
	p.cells = make([]glyph, p.w*p.grid.rows)
	return p
}

// fit chooses the axis and the plot's columns, with right columns kept for
// names.
func (p *plot) fit(lo, hi float64, rows, right int) {
	p.grid = fit(lo, hi, rows, p.s.Decimals, p.s.FromZero)
	label := 0
	for _, v := range p.grid.Ticks() {
		label = max(label, len(p.s.Lang.Number(v, p.grid.Decimals())))
	}
	p.left = min(label, p.a.W-8) + 1
	p.w = max(p.a.W-p.left-right, 1)
}

// columns places the steps. Equal steps get equal columns, unless that would
// waste an eighth of the width; between two methods there is a column of its own.
// Where there are more steps than columns, they share them.
func (p *plot) columns() {
	n := len(p.s.Steps)
	p.col = make([]int, n)
	if n == 1 {
		p.col[0], p.gap = min(p.w/2, 8), p.w
		return
	}
	extra := 0
	k := (p.w - 1) / (n - 1)
	if k < 2 { // no room between two steps: make some where a method begins
		extra = len(p.broken)
		k = (p.w - 1 - extra) / (n - 1)
	}
	room := max(p.w-1-extra, 0)
	even := k >= 1 && room-k*(n-1) <= p.w/8
	p.gap = max(k, 0)
	past := 0
	for i := range p.col {
		for extra > 0 && past < len(p.broken) && p.broken[past] <= i {
			past++
		}
		if even {
			p.col[i] = i*k + past
		} else {
			p.col[i] = i*room/(n-1) + past
		}
		p.col[i] = min(p.col[i], p.w-1)
	}
}

// at gives the cell of a plot column and a row counted from the bottom, nil
// outside of the plot.
func (p *plot) at(x, row int) *glyph {
	if x < 0 || x >= p.w || row < 0 || row >= p.grid.rows {
		return nil
	}
	return &p.cells[(p.grid.rows-1-row)*p.w+x]
}

// put draws a character where no point stands.
func (p *plot) put(x, row int, r rune, st theme.Style) {
	if g := p.at(x, row); g != nil && !g.mark {
		g.r, g.style = r, st
	}
}

// below draws a character where nothing stands yet.
func (p *plot) below(x, row int, r rune, st theme.Style) {
	if g := p.at(x, row); g != nil && g.r == 0 {
		g.r, g.style = r, st
	}
}

// pick gives the character for the terminal at hand.
func (p *plot) pick(r, ascii rune) rune {
	if p.a.ASCII() {
		return ascii
	}
	return r
}

// flush draws the cells into the area, neighbours of one style at once.
func (p *plot) flush() {
	run := make([]byte, 0, 3*p.w)
	for y := range p.grid.rows {
		row := p.cells[y*p.w : (y+1)*p.w]
		for x := 0; x < p.w; {
			from, st := x, row[x].style
			run = run[:0]
			for ; x < p.w && row[x].r != 0 && row[x].style == st; x++ {
				run = utf8.AppendRune(run, row[x].r)
			}
			if len(run) > 0 {
				p.a.Text(p.left+from, p.top+y, st, string(run))
			} else {
				x++
			}
		}
	}
}

// background draws what lies under the curves: the zero line and the places
// where a new method begins.
func (p *plot) background() {
	if p.grid.Lo < 0 && p.grid.Hi > 0 && !p.a.ASCII() {
		for x := range p.w {
			p.below(x, p.grid.row(0), '┈', theme.Border)
		}
	}
	for _, b := range p.broken {
		x := (p.col[b-1] + p.col[b] + 1) / 2
		for row := range p.grid.rows {
			p.put(x, row, p.pick('┊', ':'), theme.Muted)
		}
	}
}

// target draws the point aimed at and the dots that lead to it.
func (p *plot) target() {
	if !p.s.targetKnown() {
		return
	}
	t := p.s.Target
	x1, row1 := p.col[t.Step], p.grid.row(t.Y)
	if t.Of >= 0 && t.Of < len(p.s.Series) {
		from := &p.s.Series[t.Of]
		for i := t.Step - 1; i >= 0; i-- {
			v, ok := from.at(i)
			if !ok {
				continue
			}
			x0 := p.col[i]
			for x := x0 + 2; x < x1; x += 2 {
				y := v + (t.Y-v)*float64(x-x0)/float64(x1-x0)
				p.below(x, p.grid.row(y), p.pick('·', '.'), t.Style)
			}
			break
		}
	}
	if g := p.at(x1, row1); g != nil {
		*g = glyph{p.pick('○', 'o'), t.Style, true}
	}
}

// yAxis draws the axis with its numbers, each beside its row.
func (p *plot) yAxis() {
	x := p.left - 1
	every := p.grid.per
	if every == 1 && p.grid.rows > 5 {
		every = 2
	}
	for row := range p.grid.rows {
		y := p.top + p.grid.rows - 1 - row
		if row%every != 0 {
			p.a.Text(x, y, theme.Border, "│")
			continue
		}
		v := p.grid.Lo + float64(row/p.grid.per)*p.grid.Step
		p.a.Right(0, y, x, theme.Muted, p.s.Lang.Number(v, p.grid.Decimals()))
		p.a.Text(x, y, theme.Border, "┤")
	}
	if p.s.Unit != "" && p.a.H >= 8 && p.top > 0 {
		p.a.Clip(0, p.top-1, p.a.W, theme.Muted, p.s.Unit)
	}
}

// cut tells whether the axis does not begin at zero.
func (p *plot) cut() bool { return p.grid.Lo > 0 || p.grid.Hi < 0 }

// xAxis draws the axis and the names of steps for which there is room: the
// marked one first, then from the newest back.
func (p *plot) xAxis() {
	y := p.top + p.grid.rows
	p.a.HLine(p.left, y, p.w, theme.Border)
	corner := "└"
	if p.cut() {
		corner = string(p.pick('≈', '~'))
	}
	p.a.Text(p.left-1, y, theme.Border, corner)
	taken := make([]bool, p.a.W)
	write := func(step int, st theme.Style) {
		s := p.s.Steps[step]
		w := block.Width(s)
		left := min(max(p.left+p.col[step]-w/2, 0), p.a.W-w)
		if w == 0 || left < 0 || !free(taken, left-1, left+w+1) {
			return
		}
		for i := left; i < left+w; i++ {
			taken[i] = true
		}
		p.a.Text(p.left+p.col[step], y, theme.Border, "┬")
		p.a.Text(left, y+1, st, s)
	}
	marked := p.s.Marked - 1
	if marked >= 0 && marked < len(p.s.Steps) {
		write(marked, theme.Strong)
		p.a.Text(p.left+p.col[marked], y, theme.Accent, "▲")
	}
	stride := p.stride()
	for i := len(p.s.Steps) - 1; i >= 0; i -= stride {
		if i != marked {
			write(i, theme.Muted)
		}
	}
}

// stride gives the least distance of named steps at which no two names touch,
// so that the names are evenly spaced. Where only some steps have names the
// caller chose them, and it is 1.
func (p *plot) stride() int {
	widest := 0
	for _, s := range p.s.Steps {
		if s == "" {
			return 1
		}
		widest = max(widest, block.Width(s))
	}
	n := len(p.col)
	for d := 1; d < n; d++ {
		fits := true
		for i := n - 1; i >= d && fits; i -= d {
			fits = p.col[i]-p.col[i-d] > widest
		}
		if fits {
			return d
		}
	}
	return max(n, 1)
}
