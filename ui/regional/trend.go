package regional

import (
	"math"
	"slices"
	"strconv"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// leastShape is the rows over which a line's own course has to reach beside
// others. Below it, in a chart of three rows, nobody could tell the lines apart;
// the analysis of development has the rows for all of them at every size.
const leastShape = 0.8

// legendLines is the least height at which letters are explained below the
// lines, so that their ends have room for figures.
const legendLines = 11

// trendPanel draws the lines, or the table of their numbers. It returns remarks
// on them, to be written on the frame.
func (s screen) trendPanel(a block.Area) (remarks []string) {
	if len(s.Trend.Years) == 0 {
		a.Clip(0, 0, a.W, theme.Muted, s.words.NoTrend)
		return nil
	}
	if s.Table {
		s.years(a)
		return nil
	}
	foot, legend := count(a.H >= 9), a.H >= legendLines
	names := count(legend)
	if legend && a.H >= legendLines+3 && s.legendWidth() > a.W {
		names = 2
	}
	below := foot + names
	spec, leftOut := s.legible(s.lines(legend), a.H-below-2)
	drawn := len(spec.Series)
	spec, banded := s.banded(spec)
	d := chart.Lines(a.Sub(0, 0, a.W, a.H-below), spec)
	if !d.OK {
		s.years(a)
		return nil
	}
	if legend {
		s.legend(a.Sub(0, a.H-below, a.W, names), drawn)
	}
	if ys := s.cutYears(); foot > 0 && len(ys) > 0 {
		a.Clip(0, a.H-1, a.W, theme.Muted, s.words.FootBreaks(lang.Years(ys)))
	}
	if banded != "" {
		remarks = append(remarks, banded)
	}
	if d.Cut {
		remarks = append(remarks, s.words.FootCut)
	}
	if leftOut != "" {
		remarks = append(remarks, leftOut)
	}
	return remarks
}

// legend names the letters of the first n lines, one behind the other.
func (s screen) legend(a block.Area, n int) {
	x, y := 0, 0
	for i, l := range s.Trend.Lines[:n] {
		name := string(s.Letters[i]) + " " + s.lang.RegionBare(l.Region)
		if x > 0 && x+block.Width(name) > a.W && y+1 < a.H {
			x, y = 0, y+1
		}
		x = a.Clip(x, y, a.W-x, series(i), name)
		if !slices.ContainsFunc(l.Points, func(p compare.Point) bool { return p.OK }) {
			x = a.Clip(x+1, y, a.W-x-1, theme.Muted, "("+s.env.Words.Common.Missing+")")
		}
		x += 2
	}
}

// legendWidth gives the columns that the legend wants.
func (s screen) legendWidth() int {
	w := 0
	for _, l := range s.Trend.Lines {
		w += block.Width(s.lang.RegionBare(l.Region)) + 4
	}
	return w - 2
}

// cutYears gives the years in which a line is cut.
func (s screen) cutYears() []model.Year {
	var ys []model.Year
	for _, c := range s.cuts {
		ys = append(ys, c.to.Year)
	}
	slices.Sort(ys)
	return slices.Compact(ys)
}

// legible leaves out lines from the last on while the first one with figures
// would be flattened by them to little more than a row, although it has shape of
// its own, and names those left out.
func (s screen) legible(spec chart.LineSpec, rows int) (chart.LineSpec, string) {
	first := slices.IndexFunc(spec.Series, func(x chart.Series) bool {
		return slices.ContainsFunc(x.Y, func(v float64) bool { return !math.IsNaN(v) })
	})
	if first < 0 {
		return spec, ""
	}
	lo, hi := extent(spec.Series[first : first+1])
	own := hi - lo
	n := len(spec.Series)
	for ; n > first+1 && own > 0; n-- {
		lo, all := extent(spec.Series[:n])
		if lo < 0 || lo > 0.4*all { // else the axis begins at zero
			all -= lo
		}
		if own/all*float64(rows) >= leastShape || all < 2*own {
			break
		}
	}
	if own == 0 || n == len(spec.Series) {
		return spec, ""
	}
	names := ""
	for i := n; i < len(spec.Series); i++ {
		names += " " + string(s.Letters[i])
	}
	spec.Series = spec.Series[:n]
	return spec, s.words.LeftOut(names[1:])
}

// banded adds the ends of the intervals of the first line of a regency or city,
// where something is known of its error: two thin lines without letters, cut
// where it is cut. The remark names them.
func (s screen) banded(spec chart.LineSpec) (chart.LineSpec, string) {
	at := slices.IndexFunc(s.Trend.Lines[:min(len(spec.Series), len(s.Trend.Lines))], func(l compare.Line) bool { return l.Region.Level.IsLocal() })
	if at < 0 || !s.found.known.Known() {
		return spec, ""
	}
	line := s.Trend.Lines[at]
	lo := chart.Series{Style: theme.Muted, Y: make([]float64, len(spec.Steps)), Breaks: spec.Series[at].Breaks}
	hi := chart.Series{Style: theme.Muted, Y: make([]float64, len(spec.Steps)), Breaks: spec.Series[at].Breaks}
	any := false
	for k := range spec.Steps {
		lo.Y[k], hi.Y[k] = math.NaN(), math.NaN()
		if k >= len(line.Points) || !line.Points[k].OK {
			continue
		}
		a, b, ok := s.found.known.Of(line.Points[k].Observation.Value, s.Indicator, line.Region.Level).Band(s.Indicator, compare.DefaultLevel)
		if ok {
			lo.Y[k], hi.Y[k], any = a, b, true
		}
	}
	if !any {
		return spec, ""
	}
	spec.Series = append(spec.Series, lo, hi)
	return spec, s.words.Band(string(s.Letters[at]), s.lang.Percent(100*compare.DefaultLevel, 0))
}

// extent gives the least and the greatest figure.
func extent(xs []chart.Series) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, x := range xs {
		for _, v := range x.Y {
			if !math.IsNaN(v) {
				lo, hi = min(lo, v), max(hi, v)
			}
		}
	}
	if lo > hi {
		return 0, 0
	}
	return lo, hi
}

// lines gives the chart: its lines end in their last figure and its period, or
// in the region's name where there is no legend.
func (s screen) lines(legend bool) chart.LineSpec {
	spec := chart.LineSpec{Lang: s.lang, Decimals: s.Indicator.Decimals, Values: true}
	for i, y := range s.Trend.Years {
		spec.Steps = append(spec.Steps, strconv.Itoa(int(y)))
		if y == s.Period.Year {
			spec.Marked = i + 1
		}
	}
	for i, l := range s.Trend.Lines {
		x := chart.Series{
			Label: s.lang.RegionBare(l.Region), Letter: s.Letters[i], Style: series(i),
			Y: make([]float64, len(s.Trend.Years)),
		}
		for k := range x.Y {
			x.Y[k] = math.NaN()
			if k < len(l.Points) && l.Points[k].OK {
				x.Y[k] = l.Points[k].Observation.Value
				if legend {
					x.Label = s.lang.Value(x.Y[k], s.Indicator) + " " + s.lang.Period(l.Points[k].Observation.Period)
				}
				if l.Points[k].Cut {
					x.Breaks = append(x.Breaks, k)
				}
			}
		}
		spec.Series = append(spec.Series, x)
	}
	if s.Target != nil {
		spec.Target = &chart.Target{
			Label: s.words.Target(s.lang.Value(s.Target.Value, s.Indicator)),
			Step:  slices.Index(s.Trend.Years, s.Target.Year),
			Y:     s.Target.Value, Style: series(s.TargetOf), Of: s.TargetOf,
		}
	}
	return spec
}

// series gives the style of a line; the first is usually the home region's.
func series(i int) theme.Style {
	return [...]theme.Style{theme.Series1, theme.Series2, theme.Series3, theme.Series4}[i%4]
}

// Columns of the table of years.
const (
	yearColumn  = 4
	monthColumn = 4 // a blank and three letters
	tallTable   = 7 // lines from which on years stand one below the other
)

// numbers gives the columns that the widest figure of the lines takes.
func (s screen) numbers() int {
	n := 0
	for _, l := range s.Trend.Lines {
		for _, p := range l.Points {
			if p.OK {
				n = max(n, len(s.lang.Value(p.Observation.Value, s.Indicator)))
			}
		}
	}
	return n
}

// years draws the numbers of the lines, the newest year first: each with the
// month of its round, "┊" where it must not be joined to the year before. In few
// lines the years stand side by side.
func (s screen) years(a block.Area) {
	if a.H < tallTable {
		s.across(a)
		return
	}
	least := 3 + s.numbers() + monthColumn // gap, mark, number, month
	n := min(len(s.Trend.Lines), (a.W-yearColumn)/least)
	if n < 1 {
		return
	}
	width := min((a.W-yearColumn)/n, least+16)
	a.Clip(0, 0, yearColumn+1, theme.Muted, s.words.ColYear)
	for i, l := range s.Trend.Lines[:n] {
		title := string(s.Letters[i]) + " " + s.lang.RegionBare(l.Region)
		a.Right(yearColumn+i*width+2, 0, width-2, series(i), title)
	}
	years := s.Trend.Years
	rows := a.H - 1
	if rows < len(years) {
		rows--
		a.Clip(0, a.H-1, a.W, theme.Muted, s.words.Hidden(0, len(years)-max(rows, 0)))
	}
	for y := range min(rows, len(years)) {
		k := len(years) - 1 - y
		st := theme.Plain
		if years[k] == s.Period.Year {
			st = theme.Strong
		}
		a.Text(0, y+1, st, strconv.Itoa(int(years[k])))
		for i := range n {
			s.yearCell(a.Sub(yearColumn+i*width, y+1, width, 1), i, k, st)
		}
	}
}

// point gives the figure of line i in year k.
func (s screen) point(i, k int) (compare.Point, bool) {
	if ps := s.Trend.Lines[i].Points; k < len(ps) && ps[k].OK {
		return ps[k], true
	}
	return compare.Point{}, false
}

// yearCell draws the figure of line i in year k, or its target.
func (s screen) yearCell(a block.Area, i, k int, st theme.Style) {
	x := a.W - monthColumn
	p, ok := s.point(i, k)
	switch {
	case ok:
		text := s.lang.Value(p.Observation.Value, s.Indicator)
		a.Right(1, 0, x-1, st, text)
		if p.Cut {
			a.Text(x-len(text)-1, 0, theme.Muted, "┊")
		}
		a.Text(x+1, 0, theme.Muted, s.lang.MonthShort(int(p.Observation.Period.Month)))
	case s.isTarget(i, k):
		a.Right(2, 0, a.W-2, theme.Muted, s.words.Target(s.lang.Value(s.Target.Value, s.Indicator)))
	default:
		a.Right(1, 0, x-1, theme.Muted, "-")
	}
}

func (s screen) isTarget(i, k int) bool {
	return s.Target != nil && s.TargetOf == i && s.Target.Year == s.Trend.Years[k]
}

// across draws the last years side by side, a line a region. A column is headed
// by the round, or by the year where rounds differ; "*" then marks those that
// are not of the first one's.
func (s screen) across(a block.Area) {
	const name = 18
	n := min(len(s.Trend.Lines), a.H-1)
	width := max(s.numbers()+1, len("Mar 2025")) + 2
	if n < 1 {
		return
	}
	last := len(s.Trend.Years) - 1
	for last > 0 && !s.any(last) {
		last-- // a year that only a target has
	}
	columns := min((a.W-name-1)/width, last+1)
	for c := range columns {
		k := last - columns + 1 + c
		s.column(a.Sub(name+c*width, 0, width, n+1), k)
	}
	for i, l := range s.Trend.Lines[:n] {
		a.Clip(0, i+1, name, series(i), string(s.Letters[i])+" "+s.lang.RegionBare(l.Region))
	}
}

// any tells whether any line has a figure in year k.
func (s screen) any(k int) bool {
	for i := range s.Trend.Lines {
		if _, ok := s.point(i, k); ok {
			return true
		}
	}
	return false
}

func (s screen) column(a block.Area, k int) {
	head := model.Period{}
	mixed := false
	for i := range s.Trend.Lines {
		if p, ok := s.point(i, k); ok {
			if head.IsZero() {
				head = p.Observation.Period
			}
			mixed = mixed || p.Observation.Period != head
		}
	}
	title := s.lang.Period(head)
	if mixed || head.IsZero() {
		title = strconv.Itoa(int(s.Trend.Years[k]))
	}
	st := theme.Muted
	if s.Trend.Years[k] == s.Period.Year {
		st = theme.Strong
	}
	a.Right(0, 0, a.W-1, st, title)
	for i := range a.H - 1 {
		p, ok := s.point(i, k)
		if !ok {
			a.Right(0, i+1, a.W-1, theme.Muted, "-")
			continue
		}
		text := s.lang.Value(p.Observation.Value, s.Indicator)
		a.Right(0, i+1, a.W-1, theme.Plain, text)
		if p.Cut {
			a.Text(a.W-2-len(text), i+1, theme.Muted, "┊")
		}
		if p.Observation.Period != head {
			a.Text(a.W-1, i+1, theme.Warn, "*")
		}
	}
}
