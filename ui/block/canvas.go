package block

import (
	"strings"
	"unicode/utf8"

	"rakor/ui/theme"
)

// cell is one column of a row. text is "" for an empty cell and for the second
// half of a wide character.
type cell struct {
	text  string
	style theme.Style
	half  bool // second half of a wide character
}

// Canvas is the cells of one frame.
type Canvas struct {
	w, h  int
	ascii bool
	lit   bool // what is selected is lit by the pointer
	cells []cell
	hits  []Hit
}

// New makes an empty canvas of the environment's size; sizes below 1 give 1.
func New(env Env) *Canvas {
	w, h := max(env.Width, 1), max(env.Height, 1)
	return &Canvas{w: w, h: h, ascii: env.ASCII, cells: make([]cell, w*h)}
}

// All gives the whole canvas as an area.
func (c *Canvas) All() Area { return Area{c: c, W: c.w, H: c.h} }

// Hits gives the areas that the mouse can press, in the order drawn: a later
// one lies above an earlier one.
func (c *Canvas) Hits() []Hit { return c.hits }

// Frame gives the canvas as lines joined by newlines, each run of a style
// between its prefix and a reset, blanks at the end of a line left out.
func (c *Canvas) Frame(t *theme.Theme) string {
	var b strings.Builder
	b.Grow(len(c.cells) * 2)
	for y := range c.h {
		if y > 0 {
			b.WriteByte('\n')
		}
		c.line(&b, t, c.cells[y*c.w:(y+1)*c.w])
	}
	return b.String()
}

func (c *Canvas) line(b *strings.Builder, t *theme.Theme, row []cell) {
	end := len(row)
	for end > 0 && row[end-1].text == "" && !row[end-1].half && !visibleBlank(row[end-1].style) {
		end--
	}
	open := false
	cur := theme.Plain
	for _, k := range row[:end] {
		if k.half {
			continue
		}
		// A blank looks the same in any style without ground or line under it:
		// leaving the pen as it is spares the terminal two changes of it.
		if k.style != cur && (k.text != "" || visibleBlank(k.style) || visibleBlank(cur)) {
			if open {
				b.WriteString(theme.Reset)
			}
			p := t.Prefix(k.style)
			b.WriteString(p)
			open, cur = p != "", k.style
		}
		switch {
		case k.text == "":
			b.WriteByte(' ')
		case c.ascii:
			b.WriteString(asciiTwin(k.text))
		default:
			b.WriteString(k.text)
		}
	}
	if open {
		b.WriteString(theme.Reset)
	}
}

// visibleBlank tells whether a blank of this style can be seen.
func visibleBlank(s theme.Style) bool {
	return s&theme.Selected != 0 || s == theme.Cursor || s == theme.Input || s == theme.Lit
}

// Area is a rectangle of a canvas; drawing outside of it is clipped. The zero
// Area draws nothing.
type Area struct {
	c    *Canvas
	x, y int
	W, H int
}

// ASCII tells whether the frame is drawn without box drawing and blocks.
func (a Area) ASCII() bool { return a.c != nil && a.c.ascii }

// Sub gives the part of a at x, y of size w, h, cut to what lies in a.
func (a Area) Sub(x, y, w, h int) Area {
	x0, y0 := max(x, 0), max(y, 0)
	x1, y1 := min(x+w, a.W), min(y+h, a.H)
	if x1 <= x0 || y1 <= y0 {
		return Area{c: a.c, x: a.x, y: a.y}
	}
	return Area{c: a.c, x: a.x + x0, y: a.y + y0, W: x1 - x0, H: y1 - y0}
}

// Row gives line y of a as an area.
func (a Area) Row(y int) Area { return a.Sub(0, y, a.W, 1) }

// Hit makes the rectangle x, y, w, h of a answer the mouse.
func (a Area) Hit(x, y, w, h int, do any) {
	s := a.Sub(x, y, w, h)
	if s.W > 0 && s.H > 0 {
		a.c.hits = append(a.c.hits, Hit{X: s.x, Y: s.y, W: s.W, H: s.H, Do: do})
	}
}

// Origin gives the place of a on the canvas.
func (a Area) Origin() (x, y int) { return a.x, a.y }

// Text writes s at x, y and returns the column after it. What does not fit in
// a is cut without a mark: use [Area.Clip] for text that may be long.
func (a Area) Text(x, y int, st theme.Style, s string) int {
	drawn := false // the character that a mark would join
	for len(s) > 0 {
		n, w, text := next(s)
		s = s[n:]
		if w == 0 {
			if drawn {
				a.join(x-1, y, text)
			}
			continue
		}
		drawn = a.put(x, y, w, st, text)
		x += w
	}
	return x
}

// Clip writes s at x, y in at most w columns; text that is longer ends in an
// ellipsis. It returns the column after it.
func (a Area) Clip(x, y, w int, st theme.Style, s string) int {
	w = min(w, a.W-x)
	if w <= 0 {
		return x
	}
	return a.Text(x, y, st, Clip(s, w, a.ASCII()))
}

// Right writes s at x, y so that it ends at column x+w, cut with an ellipsis
// where it is longer than w.
func (a Area) Right(x, y, w int, st theme.Style, s string) {
	if n := Width(s); n < w {
		x, w = x+w-n, n
	}
	a.Clip(x, y, w, st, s)
}

// Fill fills the rectangle x, y, w, h with one character ("" for blanks).
func (a Area) Fill(x, y, w, h int, st theme.Style, s string) {
	for j := y; j < y+h; j++ {
		for i := x; i < x+w; i++ {
			a.put(i, j, 1, st, s)
		}
	}
}

// Restyle gives the cells of the rectangle another style and leaves the text.
func (a Area) Restyle(x, y, w, h int, f func(theme.Style) theme.Style) {
	s := a.Sub(x, y, w, h)
	for j := range s.H {
		for i := range s.W {
			k := &s.c.cells[(s.y+j)*s.c.w+s.x+i]
			k.style = f(k.style)
		}
	}
}

// Light lets the pointer light, or no longer, whatever [Area.Select] selects from
// now on.
func (c *Canvas) Light(on bool) { c.lit = on }

// Select draws line y of a as selected. Where the pointer lights what is
// selected, the line is drawn on a ground of its own between two marks, which
// tell it without colour.
func (a Area) Select(y int) {
	if a.c != nil && a.c.lit {
		a.Restyle(0, y, a.W, 1, func(theme.Style) theme.Style { return theme.Lit })
		a.Text(0, y, theme.Lit, "█")
		if s := a.Sub(a.W-1, y, 1, 1); s.W == 1 && s.c.cells[s.y*s.c.w+s.x].text == "" {
			a.Text(a.W-1, y, theme.Lit, "◀")
		}
		return
	}
	a.Restyle(0, y, a.W, 1, func(s theme.Style) theme.Style { return s | theme.Selected })
}

// HLine draws a rule of w columns.
func (a Area) HLine(x, y, w int, st theme.Style) { a.Fill(x, y, w, 1, st, "─") }

// Box draws a frame around a with a title in its top edge and returns the area
// inside. Areas under 2 x 2 are returned as they are.
func (a Area) Box(st theme.Style, titleStyle theme.Style, title string) Area {
	if a.W < 2 || a.H < 2 {
		return a
	}
	a.HLine(1, 0, a.W-2, st)
	a.HLine(1, a.H-1, a.W-2, st)
	for y := 1; y < a.H-1; y++ {
		a.Text(0, y, st, "│")
		a.Text(a.W-1, y, st, "│")
	}
	a.Text(0, 0, st, "╭")
	a.Text(a.W-1, 0, st, "╮")
	a.Text(0, a.H-1, st, "╰")
	a.Text(a.W-1, a.H-1, st, "╯")
	if title != "" && a.W > 6 {
		x := a.Clip(2, 0, a.W-5, titleStyle, " "+title)
		a.Text(x, 0, st, " ")
	}
	return a.Sub(1, 1, a.W-2, a.H-2)
}

// Clear blanks the whole area, for a panel that lies above others.
func (a Area) Clear() { a.Fill(0, 0, a.W, a.H, theme.Plain, "") }

// put draws one character, wholly or not at all, and tells whether it did.
func (a Area) put(x, y, w int, st theme.Style, text string) bool {
	if x < 0 || y < 0 || y >= a.H || x+w > a.W {
		return false
	}
	i := (a.y+y)*a.c.w + a.x + x
	if a.c.cells[i].half { // overwriting the second half frees the first
		a.c.cells[i-1].text = ""
	}
	if last := i + w - 1; (a.x+x+w) < a.c.w && a.c.cells[last+1].half {
		a.c.cells[last+1] = cell{style: a.c.cells[last+1].style}
	}
	a.c.cells[i] = cell{text: text, style: st}
	if text == " " {
		a.c.cells[i].text = ""
	}
	if w == 2 {
		a.c.cells[i+1] = cell{style: st, half: true}
	}
	return true
}

// join adds a combining mark to the character before it, up to maxMarks.
func (a Area) join(x, y int, mark string) {
	if mark == "" || x < 0 || y < 0 || y >= a.H || x >= a.W {
		return
	}
	k := &a.c.cells[(a.y+y)*a.c.w+a.x+x]
	if k.half && x > 0 {
		k = &a.c.cells[(a.y+y)*a.c.w+a.x+x-1]
	}
	if k.text != "" && utf8.RuneCountInString(k.text) <= maxMarks {
		k.text += mark
	}
}
