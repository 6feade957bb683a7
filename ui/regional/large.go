package regional

import (
	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Least lines of the large view with air between its parts.
const airyLines = 17

// large draws the tab for the back row: the selected region's figure in large
// figures, what it is compared with as bars with air between them, and the
// reading. Nothing is muted.
func (s screen) large(a block.Area) {
	airy := a.H >= airyLines
	y := 0
	if a.H >= 24 {
		y++
	}
	title := s.lang.Of(s.Indicator.Name) + " · " + s.lang.PeriodLong(s.Period) + s.star()
	a.Clip(0, y, a.W, theme.Heading, title)
	y++
	if airy {
		y++
	}
	row, ok := s.View.row(s.Selected)
	if ok {
		y = s.largeFigure(a, y, row, airy)
	}

	says := s.largeReading(a.W, min(max(a.H/5, 1), 5))
	foot := min(height(says, a.W), max(a.H-y-2, 0))
	s.paragraphs(a.Sub(0, a.H-foot, a.W, foot), says)
	s.largeBars(a.Sub(0, y, a.W, a.H-foot-1-y), airy)
}

// largeFigure draws the selected region and its figure, and gives the line
// below them.
func (s screen) largeFigure(a block.Area, y int, r Row, airy bool) int {
	st := theme.Strong
	if r.Home {
		st = theme.Figure
	}
	a.Text(0, y, theme.Accent, "▸")
	a.Clip(2, y, a.W-2, st, s.lang.Region(r.Region))
	line := a.Row(y)
	line.Select(0)
	a.Hit(0, y, a.W, 1, state.SelectRegion{Region: r.Region.Code})
	y++
	if !r.OK {
		a.Clip(2, y, a.W-2, theme.Strong, s.env.Words.Common.Missing+" "+s.lang.Period(r.Period))
		return y + 2
	}
	figure, unit := s.number(r), s.lang.Unit(s.Indicator.Unit)
	if airy {
		y++
	}
	var x int
	if w := block.FiguresWidth(figure); w > 0 && w+4+block.Width(unit) <= a.W && a.H-y >= block.FiguresHeight+4 {
		x = a.Figures(2, y, st, figure)
		y += block.FiguresHeight - 1
	} else {
		x = a.Clip(2, y, a.W-2, st, figure)
	}
	x = a.Clip(x+1, y, a.W-x-1, theme.Strong, unit)
	marks := ""
	if r.Off {
		marks += "* " + s.lang.Period(r.Period)
	}
	if r.Doubt {
		marks += " ? " + s.words.FootDoubt
	}
	a.Clip(x+2, y, a.W-x-2, theme.Warn, marks)
	if airy {
		y++
	}
	return y + 2
}

// largeReading gives the sentences in at most that many lines.
func (s screen) largeReading(w, lines int) []paragraph {
	for _, length := range [...]lang.Length{lang.Full, lang.Short, lang.Terse} {
		if says := s.readings(length, w); height(says[:min(1, len(says))], w) <= lines || length == lang.Terse {
			says = says[:min(1, len(says))]
			if cares := s.brief(w, lines); len(cares) > 0 && cares[0].style == theme.Warn { // unlike figures are said first
				says = append(cares[:1:1], says...)
			}
			for i := range says {
				if says[i].style == theme.Muted {
					says[i].style = theme.Plain
				}
			}
			return says
		}
	}
	return nil
}

// largeBars draws the selected region, home, province and nation as bars.
func (s screen) largeBars(a block.Area, airy bool) {
	var rows []Row
	add := func(r Row) {
		for _, q := range rows {
			if q.Region.Code == r.Region.Code {
				return
			}
		}
		rows = append(rows, r)
	}
	if r, ok := s.View.row(s.Selected); ok {
		add(r)
	}
	for _, rs := range [...][]Row{s.Locals, s.Above} {
		for _, r := range rs {
			if r.Home || r.Region.Level <= model.LevelProvince && len(rows) < 6 {
				add(r)
			}
		}
	}
	step := 1
	if airy && a.H >= 2*len(rows) {
		step = 2
	}
	name, value := 0, 0
	values := make([]float64, 0, len(rows))
	for _, r := range rows {
		name, value = max(name, block.Width(s.lang.RegionShort(r.Region))), max(value, block.Width(s.number(r))+count(r.Off))
		if s.barred(r) {
			values = append(values, figure(r))
		}
	}
	name = min(name, a.W/2)
	at := name + value + 6
	track := chart.NewTrack(at, max(a.W-at, 0), nil, values...)
	for i, r := range rows {
		y := i * step
		if y >= a.H {
			return
		}
		s.largeBar(a, y, r, name, value, track)
	}
}

func (s screen) largeBar(a block.Area, y int, r Row, name, value int, track chart.Track) {
	st, bar := theme.Strong, theme.Bar
	if r.Home {
		st, bar = theme.Figure, theme.BarHome
	}
	a.Clip(2, y, name, st, s.lang.RegionShort(r.Region))
	a.Right(2+name+1, y, value, st, s.number(r)+star(r))
	if r.OK && s.barred(r) && track.W >= leastBar {
		track.Bar(a, y, r.Observation.Value, bar)
	}
	a.Hit(0, y, a.W, 1, state.SelectRegion{Region: r.Region.Code})
}
