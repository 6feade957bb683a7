package chart

import (
	"math"

	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// HeatRow is one row of a matrix.
type HeatRow struct {
	Name      string
	NameStyle theme.Style
	Values    []float64 // a figure a column; NaN: missing, "-"
	// Styles are those of the cells; nil: all plain.
	Styles   []theme.Style
	Marks    []string // one character behind a figure; nil: none
	Selected bool
	Do       any
}

// HeatSpec is a matrix of figures, the newest column at the right.
type HeatSpec struct {
	Rows     []HeatRow
	Columns  []string
	Lang     lang.Lang
	Decimals int
	Signed   bool // write "+"
	Shade    bool // shade cells by where the figure lies between least and greatest
	Shown    int  // the row that must be in sight where not all fit
}

// Heated tells how a matrix was drawn.
type Heated struct {
	OK       bool
	From, N  int // the rows drawn
	First    int // the first column drawn; older ones had no room
	Left     int // the column of the area at which the cells begin
	Width    int // of a cell
	Lo, Hi   float64
	MoreDown int // rows below
}

// Heat draws a matrix with a number in every cell and, where Shade is set, one
// of four shades before it (" ", "░", "▒", "▓", in ASCII " ", ".", ":", "#") by
// the quarter of the range in which the figure lies, so that it reads without
// colour. Columns that do not fit are left out from the front, rows are
// scrolled. It writes a line of column names first.
func Heat(a block.Area, s HeatSpec) Heated {
	d := Heated{Lo: math.Inf(1), Hi: math.Inf(-1)}
	name, number := 0, 0
	for _, r := range s.Rows {
		name = max(name, block.Width(r.Name))
		for _, v := range r.Values {
			if known(v) {
				d.Lo, d.Hi = min(d.Lo, v), max(d.Hi, v)
				number = max(number, block.Width(s.number(v)))
			}
		}
	}
	for _, c := range s.Columns {
		number = max(number, min(block.Width(c), 6))
	}
	if len(s.Rows) == 0 || len(s.Columns) == 0 || a.H < 2 {
		return Heated{}
	}
	d.Width = number + 2 // shade or blank, number, mark
	d.Left = min(name, max(a.W/4, 12)) + 1
	shown := min((a.W-d.Left)/d.Width, len(s.Columns))
	if shown < 1 {
		return Heated{}
	}
	d.OK, d.First = true, len(s.Columns)-shown
	d.N = min(len(s.Rows), a.H-1)
	d.From = max(0, min(s.Shown-d.N/2, len(s.Rows)-d.N))
	d.MoreDown = len(s.Rows) - d.From - d.N
	for c := d.First; c < len(s.Columns); c++ {
		a.Right(d.Left+(c-d.First)*d.Width, 0, d.Width-1, theme.Muted, s.Columns[c])
	}
	for i := range d.N {
		s.row(a, i+1, &s.Rows[d.From+i], d)
	}
	return d
}

func (s *HeatSpec) number(v float64) string {
	if s.Signed {
		return s.Lang.Signed(v, s.Decimals)
	}
	return s.Lang.Number(v, s.Decimals)
}

func (s *HeatSpec) row(a block.Area, y int, r *HeatRow, d Heated) {
	a.Clip(0, y, d.Left-1, r.NameStyle, r.Name)
	for c := d.First; c < len(s.Columns); c++ {
		x := d.Left + (c-d.First)*d.Width
		if c >= len(r.Values) || !known(r.Values[c]) {
			a.Right(x, y, d.Width-1, theme.Muted, "-")
			continue
		}
		st := theme.Plain
		if c < len(r.Styles) {
			st = r.Styles[c]
		}
		if s.Shade {
			a.Text(x, y, theme.Bar, shadeOf(r.Values[c], d.Lo, d.Hi, a.ASCII()))
		}
		a.Right(x, y, d.Width-1, st, s.number(r.Values[c]))
		if c < len(r.Marks) {
			a.Text(x+d.Width-1, y, st, r.Marks[c])
		}
	}
	if r.Selected {
		a.Sub(0, y, d.Left-1, 1).Select(0)
	}
	if r.Do != nil {
		a.Hit(0, y, a.W, 1, r.Do)
	}
}

// shadeOf gives the shade of a figure between lo and hi.
func shadeOf(v, lo, hi float64, ascii bool) string {
	if hi <= lo {
		return ""
	}
	level := min(int((v-lo)/(hi-lo)*4), 3)
	if ascii {
		return [...]string{" ", ".", ":", "#"}[level]
	}
	return [...]string{" ", "░", "▒", "▓"}[level]
}
