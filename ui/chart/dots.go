package chart

import (
	"math"

	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// DotRow is one row of [Dots]: a figure with its interval.
type DotRow struct {
	Name      string
	NameStyle theme.Style
	Value     float64 // NaN for a missing figure
	Lo, Hi    float64 // limits; NaN for what is not known
	Mark      string  // behind the number: "*" for another year
	Style     theme.Style
	Do        any // what a press means
}

// DotSpec is a chart of dots with error bars.
type DotSpec struct {
	Rows     []DotRow
	Refs     []Ref
	Lang     lang.Lang
	Decimals int
	Max      float64 // least end of the axis, so that charts can share it; 0 for none
}

// Dotted tells how a chart of dots was drawn.
type Dotted struct {
	N     int // rows drawn, from the first
	Track Track
	Cut   int // intervals of them that go on beyond the axis
}

// Dots draws an axis line from zero, then a row a figure: name, number, mark and
// the dot with its error bar; and, where there is a line more, the names of the
// reference lines. The axis holds every limit, unless one interval would make
// all others unreadable: then it ends at twice the greatest figure and that
// interval has no end mark. Rows that do not fit are left out. In an area that
// has no room for ten columns of dots nothing is drawn.
func Dots(a block.Area, s DotSpec) Dotted {
	if a.H < 2 || len(s.Rows) == 0 {
		return Dotted{}
	}
	name, number, mark, most, limit := 0, 0, 0, s.Max, s.Max
	for _, r := range s.Rows {
		name = max(name, block.Width(r.Name))
		number = max(number, len(s.Lang.Number(r.Value, s.Decimals)))
		mark = max(mark, block.Width(r.Mark))
		if known(r.Value) {
			most = max(most, r.Value)
		}
		if known(r.Hi) {
			limit = max(limit, r.Hi)
		}
	}
	if most > 0 {
		limit = min(limit, 2*most)
	}
	values := []float64{most, limit}
	for _, r := range s.Rows {
		values = append(values, math.Min(r.Value, 0), math.Min(r.Lo, 0))
	}
	name = min(name, max(a.W/3, 6))
	x := name + 1 + number + mark + 1
	if a.W-x < 10 {
		return Dotted{}
	}
	d := Dotted{N: min(len(s.Rows), a.H-1), Track: NewTrack(x, a.W-x, s.Refs, values...)}
	d.Track.Axis(a, 0, s.Lang, theme.Muted)
	for i, r := range s.Rows[:d.N] {
		y := i + 1
		a.Clip(0, y, name, r.NameStyle, r.Name)
		a.Right(name+1, y, number, r.NameStyle, s.Lang.Number(r.Value, s.Decimals))
		a.Clip(name+1+number, y, mark, r.NameStyle, r.Mark)
		d.Track.RefLines(a, y, 1)
		d.Track.Interval(a, y, r.Lo, r.Value, r.Hi, r.Style)
		if known(r.Hi) && r.Hi > d.Track.Scale.Hi {
			d.Cut++
		}
		if r.Do != nil {
			a.Hit(0, y, a.W, 1, r.Do)
		}
	}
	d.Track.RefNames(a, d.N+1)
	return d
}
