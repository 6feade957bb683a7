package chart

import (
	"strings"
	"unicode/utf8"

	"github.com/guptarohit/asciigraph"

	"rakor/ui/theme"
)

// vertex is a figure at a column; lo and hi are the rows that the figures
// sharing the column reach to.
type vertex struct {
	x, row, lo, hi int
	v              float64
	step           int
}

// segments splits a series where a figure is missing or a method begins: within
// a segment a line joins the points, between two there is none.
func (p *plot) segments(x *Series) [][]vertex {
	var out [][]vertex
	var cur []vertex
	end := func() {
		if len(cur) > 0 {
			out = append(out, cur)
			cur = nil
		}
	}
	for i := range p.s.Steps {
		v, ok := x.at(i)
		if !ok || x.breaksAt(i) {
			end()
		}
		if !ok {
			continue
		}
		row, c := p.grid.row(v), p.col[i]
		if n := len(cur); n > 0 && cur[n-1].x == c {
			k := &cur[n-1]
			k.v, k.row, k.step = v, row, i
			k.lo, k.hi = min(k.lo, row), max(k.hi, row)
			continue
		}
		if cur == nil {
			cur = make([]vertex, 0, len(p.s.Steps)-i)
		}
		cur = append(cur, vertex{x: c, row: row, lo: row, hi: row, v: v, step: i})
	}
	end()
	return out
}

// lines draws the curves of one series.
func (p *plot) lines(index int, segments [][]vertex) {
	x := &p.s.Series[index]
	set := strokes(index, p.a.ASCII())
	for _, seg := range segments {
		if len(seg) > 1 {
			p.trace(seg, set, x.Style)
		}
		for i, k := range seg {
			if i > 0 && k.lo >= min(seg[i-1].row, k.row) && k.hi <= max(seg[i-1].row, k.row) {
				continue // the curve itself climbs through these rows
			}
			for row := k.lo; row <= k.hi && k.lo < k.hi; row++ {
				r, _ := utf8.DecodeRuneInString(set.VerticalLine)
				p.put(k.x, row, r, x.Style)
			}
		}
	}
}

// trace lets asciigraph draw one unbroken curve. It gets a figure a column, so
// that it does not sample on its own, already in rows, so that its scale is ours,
// and the last one twice, since it draws between figures.
func (p *plot) trace(seg []vertex, set asciigraph.CharSet, st theme.Style) {
	x0, x1 := seg[0].x, seg[len(seg)-1].x
	rows := make([]float64, 0, x1-x0+2)
	for i := range seg[:len(seg)-1] {
		a, b := seg[i], seg[i+1]
		for x := a.x; x < b.x; x++ {
			v := a.v + (b.v-a.v)*float64(x-a.x)/float64(b.x-a.x)
			rows = append(rows, float64(p.grid.row(v)))
		}
	}
	last := float64(seg[len(seg)-1].row)
	rows = append(rows, last, last)
	text := asciigraph.Plot(rows,
		asciigraph.Height(p.grid.rows-1),
		asciigraph.LowerBound(0), asciigraph.UpperBound(float64(p.grid.rows-1)),
		asciigraph.Offset(1),
		asciigraph.YAxisValueFormatter(noLabel),
		asciigraph.SeriesChars(set))
	for row := p.grid.rows - 1; row >= 0 && text != ""; row-- {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		x := x0 - 1 // its axis comes first
		for _, r := range line {
			if x >= x0 && r != ' ' {
				p.put(x, row, r, st)
			}
			x++
		}
	}
}

func noLabel(float64) string { return "" }

// strokes gives the characters of the series with that index: each dashed in
// its own way.
func strokes(index int, ascii bool) asciigraph.CharSet {
	horizontal, vertical := [...]string{"─", "╌", "┄", "·"}, [...]string{"│", "╎", "┆", "·"}
	set := asciigraph.CharSet{ArcDownRight: "╭", ArcDownLeft: "╮", ArcUpRight: "╰", ArcUpLeft: "╯"}
	if ascii {
		horizontal, vertical = [...]string{"-", "=", "~", "."}, [...]string{"|", "|", "|", "."}
		set = asciigraph.CharSet{ArcDownRight: ".", ArcDownLeft: ".", ArcUpRight: "'", ArcUpLeft: "'"}
	}
	set.Horizontal = horizontal[index%len(horizontal)]
	set.VerticalLine = vertical[index%len(vertical)]
	return set
}

// marks draws the letters of the points, those of the first series first. Where
// two points share a cell the second stands beside it; where curves are dense
// only some points are marked, the last and lone ones always.
func (p *plot) marks(index int, segments [][]vertex) {
	x := &p.s.Series[index]
	letter := x.letter()
	next := p.w + 8 // column of the mark to the right
	for i := len(segments) - 1; i >= 0; i-- {
		seg := segments[i]
		for j := len(seg) - 1; j >= 0; j-- {
			k := seg[j]
			lone := len(seg) == 1
			if letter == 0 && !lone {
				continue
			}
			least := 4
			if j == 0 {
				least = 2 // where a segment begins
			}
			if !lone && p.gap < 3 && next-k.x < least {
				continue
			}
			next = k.x
			r := letter
			if r == 0 {
				r = p.pick('•', '*')
			}
			p.mark(k.x, k.row, glyph{r, x.Style, true})
		}
	}
}

func (p *plot) mark(x, row int, g glyph) {
	reach := 1
	if p.gap > 4 {
		reach = 2
	}
	for d := range reach + 1 {
		for _, at := range [...]int{x + d, x - d} {
			if c := p.at(at, row); c != nil && !c.mark {
				*c = g
				return
			}
		}
	}
	p.hidden++
}

// values writes the figures of the first series above or below its points: the
// marked and the last first, then the highest and the lowest, then as many as
// there is room for.
func (p *plot) values(segments [][]vertex) {
	var ks []vertex
	for _, seg := range segments {
		ks = append(ks, seg...)
	}
	if len(ks) == 0 {
		return
	}
	hi, lo := 0, 0
	for i, k := range ks {
		if k.v > ks[hi].v {
			hi = i
		}
		if k.v < ks[lo].v {
			lo = i
		}
	}
	order := make([]int, 0, len(ks)+4)
	for i, k := range ks {
		if k.step == p.s.Marked-1 {
			order = append(order, i)
		}
	}
	order = append(order, len(ks)-1, hi, lo)
	for i := len(ks) - 2; i >= 0; i-- {
		order = append(order, i)
	}
	written := make([]bool, len(ks))
	for _, i := range order {
		if !written[i] {
			written[i] = true
			p.value(ks[i])
		}
	}
}

// value writes one figure where there is room above or below its mark; one
// whose mark had no place of its own stays unwritten, since it would be taken
// for another's.
func (p *plot) value(k vertex) {
	if g := p.at(k.x, k.row); g == nil || !g.mark || g.r != p.s.Series[0].letter() {
		return
	}
	s := p.s.Lang.Number(k.v, p.s.Decimals)
	left := min(max(k.x-len(s)/2, 0), p.w-len(s))
	if left < 0 {
		return
	}
	for _, row := range [...]int{k.row + 1, k.row - 1} {
		if !p.blank(left-1, left+len(s), row) {
			continue
		}
		for i, r := range s {
			*p.at(left+i, row) = glyph{r, p.s.Series[0].Style, true}
		}
		return
	}
}

// blank tells whether nothing stands in the columns from x0 to x1 of a row.
func (p *plot) blank(x0, x1, row int) bool {
	if row < 0 || row >= p.grid.rows {
		return false
	}
	for x := x0; x <= x1; x++ {
		if g := p.at(x, row); g != nil && g.r != 0 {
			return false
		}
	}
	return true
}
