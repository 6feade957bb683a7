package chart

import (
	"math"

	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// Ref is a reference line that runs through all bars: the figure of the
// province, of the nation.
type Ref struct {
	Name  string // "prov", a few letters
	Value float64
	Style theme.Style
	Mark  string // one character; "" for "│"
}

// Track is the strip of columns in which bars are drawn, from column X on, W
// wide. Rows of one chart share a Track, so that their bars can be compared.
type Track struct {
	X, W  int
	Scale Scale
	Refs  []Ref // later ones lie above earlier ones
}

// NewTrack makes a track with a scale from zero that holds every value and
// reference, with as many ticks as the width has room for.
func NewTrack(x, w int, refs []Ref, values ...float64) Track {
	lo, hi := 0.0, 0.0
	grow := func(v float64) {
		if known(v) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	for _, v := range values {
		grow(v)
	}
	for _, r := range refs {
		grow(r.Value)
	}
	return Track{X: x, W: w, Scale: NewScale(lo, hi, w/7), Refs: refs}
}

// zero gives the column at whose left edge zero stands, counted from X.
func (t Track) zero() int { return int(math.Round(t.Scale.part(0) * float64(t.W))) }

// cells gives the distance of v from zero in cells; below zero it is negative.
// Zero stands on the edge of a cell, so the shorter side decides the length of
// a unit.
func (t Track) cells(v float64) float64 {
	unit := math.Inf(1)
	if t.Scale.Hi > 0 {
		unit = float64(t.W-t.zero()) / t.Scale.Hi
	}
	if t.Scale.Lo < 0 {
		unit = min(unit, float64(t.zero())/-t.Scale.Lo)
	}
	if math.IsInf(unit, 1) {
		return 0
	}
	return min(max(v, t.Scale.Lo), t.Scale.Hi) * unit
}

// Column gives the column in whose cell the end of a bar of v lies, in the
// coordinates of the area, and whether v is a figure on the axis.
func (t Track) Column(v float64) (x int, ok bool) {
	if !known(v) || v < t.Scale.Lo || v > t.Scale.Hi || t.W < 1 {
		return 0, false
	}
	c := t.zero() + int(math.Floor(t.cells(v)+1e-9))
	return t.X + min(max(c, 0), t.W-1), true
}

// Bar draws the bar of v in line y, and the reference lines over it. The bar
// ends within an eighth of a cell of its place (below zero: a quarter, since
// there are no such blocks; in ASCII: half a cell), and what is not zero has at
// least a trace. A missing figure has no bar.
func (t Track) Bar(a block.Area, y int, v float64, st theme.Style) {
	if t.W < 1 {
		return
	}
	if known(v) {
		switch n := t.cells(v); {
		case n > 0:
			t.right(a, y, n, st)
		case n < 0:
			t.left(a, y, -n, st)
		}
	}
	t.RefLines(a, y, 1)
}

func (t Track) right(a block.Area, y int, n float64, st theme.Style) {
	x := t.X + t.zero()
	room := t.W - t.zero()
	if a.ASCII() {
		a.Fill(x, y, min(max(int(math.Floor(n+0.5)), 1), room), 1, st, "#")
		return
	}
	eighths := min(max(int(math.Floor(n*8+0.5)), 1), room*8)
	a.Fill(x, y, eighths/8, 1, st, "█")
	if e := eighths % 8; e > 0 {
		a.Text(x+eighths/8, y, st, string(rune('█'+8-e))) // ▏ is one eighth, ▉ seven
	}
}

func (t Track) left(a block.Area, y int, n float64, st theme.Style) {
	zero := t.zero()
	if a.ASCII() {
		w := min(max(int(math.Floor(n+0.5)), 1), zero)
		a.Fill(t.X+zero-w, y, w, 1, st, "#")
		return
	}
	whole := int(n)
	end := ""
	switch rest := n - float64(whole); {
	case rest >= 0.75:
		whole++
	case rest >= 0.3125:
		end = "▐"
	case rest >= 0.0625 || whole == 0:
		end = "▕"
	}
	whole = min(whole, zero)
	a.Fill(t.X+zero-whole, y, whole, 1, st, "█")
	if end != "" && whole < zero {
		a.Text(t.X+zero-whole-1, y, st, end)
	}
}

// RefLines draws the reference lines through h lines from y on: for gaps and
// rules between bars.
func (t Track) RefLines(a block.Area, y, h int) {
	for _, r := range t.Refs {
		x, ok := t.Column(r.Value)
		if !ok {
			continue
		}
		mark := r.Mark
		if mark == "" {
			mark = "│"
		}
		a.Fill(x, y, 1, h, r.Style, mark)
	}
}

// RefNames writes the names of the reference lines in line y, each where its
// line is or, where lines are close, beside the other's name and in the order of
// the lines. Names for which there is no room are left out.
func (t Track) RefNames(a block.Area, y int) {
	taken := make([]bool, max(t.W, 0))
	for i := len(t.Refs) - 1; i >= 0; i-- {
		r := t.Refs[i]
		x, ok := t.Column(r.Value)
		w := block.Width(r.Name)
		if !ok || w == 0 || w > t.W {
			continue
		}
		step := 1
		for _, other := range t.Refs[i+1:] {
			if other.Value > r.Value {
				step = -1
			}
		}
		if left := place(taken, x-t.X-w/2, w, step); left >= 0 {
			a.Text(t.X+left, y, r.Style, r.Name)
		}
	}
}

// place finds room for w columns at a place or, stepping from it, not further
// than beside it, a blank away from what is taken, and takes it; -1 where there
// is none.
func place(taken []bool, at, w, step int) int {
	for d := range w + 2 {
		left := min(max(at+d*step, 0), len(taken)-w)
		if free(taken, left-1, left+w+1) {
			for i := left; i < left+w; i++ {
				taken[i] = true
			}
			return left
		}
	}
	return -1
}

func free(taken []bool, from, to int) bool {
	for i := max(from, 0); i < min(to, len(taken)); i++ {
		if taken[i] {
			return false
		}
	}
	return from < len(taken)
}

// Axis writes the round numbers of the scale in line y, each centred on its
// place and moved inward at the ends; numbers without room are left out.
func (t Track) Axis(a block.Area, y int, l lang.Lang, st theme.Style) {
	taken := make([]bool, max(t.W, 0))
	write := func(v float64) {
		s := l.Number(v, t.Scale.Decimals())
		w := len(s)
		left := t.zero() + int(math.Round(t.cells(v))) - w/2
		if v == 0 && t.Scale.Lo == 0 {
			left = 0 // under the edge at which all bars begin
		}
		left = min(max(left, 0), t.W-w)
		if left < 0 || !free(taken, left-1, left+w+1) {
			return
		}
		for i := left; i < left+w; i++ {
			taken[i] = true
		}
		a.Text(t.X+left, y, st, s)
	}
	write(0)
	for _, v := range t.Scale.Ticks() {
		if v != 0 {
			write(v)
		}
	}
}

// Interval draws an interval with its estimate, "├───●───┤", in line y. Limits
// that are missing are left out, and an interval that is cut by the axis has no
// end mark there.
func (t Track) Interval(a block.Area, y int, lo, mid, hi float64, st theme.Style) {
	ends, dot := [...]string{"├", "─", "┤"}, "●"
	if a.ASCII() {
		ends, dot = [...]string{"[", "-", "]"}, "o"
	}
	if known(lo) && known(hi) && lo <= hi && t.W > 0 {
		x0, in0 := t.Column(lo)
		x1, in1 := t.Column(hi)
		if !in0 {
			x0 = t.X
		}
		if !in1 {
			x1 = t.X + t.W - 1
		}
		if lo <= t.Scale.Hi && hi >= t.Scale.Lo {
			a.Fill(x0, y, x1-x0+1, 1, st, ends[1])
			if in0 {
				a.Text(x0, y, st, ends[0])
			}
			if in1 {
				a.Text(x1, y, st, ends[2])
			}
		}
	}
	t.Point(a, y, mid, dot, st)
}

// Point draws one character at the place of v in line y; nothing where v is
// missing or off the axis.
func (t Track) Point(a block.Area, y int, v float64, mark string, st theme.Style) {
	if x, ok := t.Column(v); ok {
		a.Text(x, y, st, mark)
	}
}

// BarRow is one row of [Bars].
type BarRow struct {
	Name      string
	NameStyle theme.Style
	Value     float64 // NaN for a missing figure
	Mark      string  // behind the number: "*" for another year
	Style     theme.Style
}

// BarSpec is a chart of horizontal bars.
type BarSpec struct {
	Rows     []BarRow
	Refs     []Ref
	Lang     lang.Lang
	Decimals int
	Max      float64 // least end of the axis, so that charts can share it; 0 for none
}

// Bars draws an axis line, then a row a bar: name, number, mark, bar; and, where
// there is a line more, the names of the reference lines below. Rows that do not
// fit are left out: it returns how many were drawn.
func Bars(a block.Area, s BarSpec) int {
	if a.H < 2 || len(s.Rows) == 0 {
		return 0
	}
	shown := s.Rows[:min(len(s.Rows), a.H-1)]
	name, number, mark := 0, 0, 0
	values := make([]float64, 0, len(shown)+1)
	for _, r := range s.Rows {
		name = max(name, block.Width(r.Name))
		number = max(number, len(s.Lang.Number(r.Value, s.Decimals)))
		mark = max(mark, block.Width(r.Mark))
		values = append(values, r.Value)
	}
	name = min(name, max(a.W/3, 6))
	x := name + 1 + number + mark + 1
	t := NewTrack(x, a.W-x, s.Refs, append(values, s.Max)...)
	if t.W < 4 {
		t.W = 0
	}
	t.Axis(a, 0, s.Lang, theme.Muted)
	for i, r := range shown {
		y := i + 1
		a.Clip(0, y, name, r.NameStyle, r.Name)
		a.Right(name+1, y, number, r.NameStyle, s.Lang.Number(r.Value, s.Decimals))
		a.Clip(name+1+number, y, mark, r.NameStyle, r.Mark)
		t.Bar(a, y, r.Value, r.Style)
	}
	t.RefNames(a, len(shown)+1)
	return len(shown)
}
