package chart

import (
	"math"

	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// Series is one line. Series earlier in a chart lie above later ones.
type Series struct {
	Label  string // "Kota", "Provinsi 5,19": at the right end, after the letter
	Letter rune   // marks the points, one column wide; 0 for a curve without marks
	Style  theme.Style
	Y      []float64 // a figure a step; NaN, infinite or beyond the end: missing
	// Breaks are the steps that begin a new method: each is not joined with the
	// figures before it.
	Breaks []int
	// Lo and Hi are the limits of each figure's interval, shaded as a band under
	// all lines; missing like the figures, nil for none.
	Lo, Hi []float64
}

// Target is a point that is aimed at.
type Target struct {
	Label string // "target 3,30"
	Step  int
	Y     float64
	Style theme.Style
	// Of is the index of the series that aims at it: dots lead from its last
	// figure to the target. -1 for none.
	Of int
}

// LineSpec is a chart of lines over equal steps of time.
type LineSpec struct {
	// Steps names the steps of the x axis, one a year or half year, first to
	// last; also those without any figure, so that gaps are as long as they
	// were. "" is a step without a name. As many names are written as fit.
	Steps    []string
	Series   []Series
	Target   *Target
	Lang     lang.Lang
	Decimals int    // of the figures
	Unit     string // above the axis; "" for none
	FromZero bool   // make the axis begin at zero
	Values   bool   // write figures of the first series at its points
	Marked   int    // 1 + the step that is marked on the axis; 0 for none
}

// Drawn tells how a chart was drawn.
type Drawn struct {
	OK      bool    // anything was drawn
	Cut     bool    // the y axis does not begin at zero: say so
	Lo, Hi  float64 // ends of the y axis
	Columns []int   // column of each step, in the coordinates of the area
	Hidden  int     // points that share a cell with others and found none of their own
}

// Least size in which lines are drawn.
const (
	leastWidth  = 16
	leastHeight = 4
)

// Lines draws the chart into a. Where a is smaller than 16 x 4, or no series
// has a figure, nothing is drawn and OK is false.
func Lines(a block.Area, s LineSpec) Drawn {
	lo, hi, any := s.extent()
	if !any || len(s.Steps) == 0 || a.W < leastWidth || a.H < leastHeight {
		return Drawn{}
	}
	p := newPlot(a, &s, lo, hi)
	p.background()
	p.target()
	for i := range s.Series {
		p.bands(&s.Series[i])
	}
	segments := make([][][]vertex, len(s.Series))
	for i := len(s.Series) - 1; i >= 0; i-- {
		segments[i] = p.segments(&s.Series[i])
		p.lines(i, segments[i])
	}
	for i := range s.Series {
		p.marks(i, segments[i])
	}
	if s.Values && len(segments) > 0 {
		p.values(segments[0])
	}
	p.flush()
	p.yAxis()
	p.xAxis()
	p.names()
	d := Drawn{OK: true, Cut: p.cut(), Lo: p.grid.Lo, Hi: p.grid.Hi, Hidden: p.hidden, Columns: make([]int, len(p.col))}
	for i, c := range p.col {
		d.Columns[i] = p.left + c
	}
	return d
}

// extent gives the least and the greatest figure, the target's among them.
func (s *LineSpec) extent() (lo, hi float64, any bool) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, x := range s.Series {
		for i, v := range x.Y {
			if i < len(s.Steps) && known(v) {
				lo, hi, any = min(lo, v), max(hi, v), true
			}
		}
		lo, hi = x.bandExtent(len(s.Steps), lo, hi)
	}
	if t := s.Target; any && s.targetKnown() {
		lo, hi = min(lo, t.Y), max(hi, t.Y)
	}
	return lo, hi, any
}

func (s *LineSpec) targetKnown() bool {
	return s.Target != nil && known(s.Target.Y) && s.Target.Step >= 0 && s.Target.Step < len(s.Steps)
}

// at gives the figure of a series at a step.
func (x *Series) at(step int) (float64, bool) {
	if step < 0 || step >= len(x.Y) || !known(x.Y[step]) {
		return 0, false
	}
	return x.Y[step], true
}

// letter gives the mark of the points, 0 for none.
func (x *Series) letter() rune {
	if x.Letter == 0 || block.Width(string(x.Letter)) != 1 {
		return 0
	}
	return x.Letter
}

// breaksAt tells whether a new method begins at the step.
func (x *Series) breaksAt(step int) bool {
	for _, b := range x.Breaks {
		if b == step {
			return true
		}
	}
	return false
}
