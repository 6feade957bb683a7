package regional

import (
	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Sizes at which the layout changes.
const (
	wideColumns = 110 // two panels side by side
	wideLines   = 18
	trendLines  = 17 // one column: lines over the years below the bars
	ruledLines  = 13 // one column: a rule above the reading
	leastTrend  = 6  // lines of the trend with its title
)

// screen is a view being drawn.
type screen struct {
	View
	env   block.Env
	lang  lang.Lang
	words lang.Regional
}

func newScreen(env block.Env, v View) screen {
	return screen{View: v, env: env, lang: env.Words.Lang, words: env.Words.Regional}
}

// Render draws the tab into a.
func Render(env block.Env, a block.Area, v View) {
	s := newScreen(env, v)
	switch {
	case a.W < 1 || a.H < 1:
	case env.Large && s.Analysis == state.Overview && len(s.order) > 0:
		s.large(a.Sub(2, 0, a.W-4, a.H))
	case s.Analysis != state.Overview && len(s.order) > 0:
		s.analysis(a)
	case a.W >= wideColumns && a.H >= wideLines:
		s.wide(a)
	default:
		s.narrow(a)
	}
}

// wide draws bars and lines side by side, the reading below.
func (s screen) wide(a block.Area) {
	left := a.W * 52 / 100
	bottom := min(max(a.H-s.listLines()-2, 7), 12)
	if a.H < 26 {
		bottom = 7
	}
	top := a.H - bottom

	list := a.Sub(0, 0, left, top).Box(theme.Border, theme.Heading, s.positionTitle())
	s.list(list.Sub(1, 0, list.W-2, list.H), true)
	frame := a.Sub(left, 0, a.W-left, top)
	trend := frame.Box(theme.Border, theme.Heading, s.trendTitle())
	s.note(frame.Sub(2, frame.H-1, frame.W-4, 1), s.trendPanel(trend.Sub(1, 0, trend.W-2, trend.H)))

	read := a.Sub(0, top, left, bottom).Box(theme.Border, theme.Heading, s.words.Reading)
	s.paragraphs(read.Sub(1, 0, read.W-2, read.H), s.readings(lang.Full, read.W-2))
	care := a.Sub(left, top, a.W-left, bottom).Box(theme.Border, theme.Heading, s.words.Care)
	s.paragraphs(care.Sub(1, 0, care.W-2, care.H), s.cares())
}

// narrow draws bars, lines and reading one below the other.
func (s screen) narrow(a block.Area) {
	a = a.Sub(1, 0, a.W-2, a.H)
	read := 2
	switch {
	case a.H >= 28:
		read = 5
	case a.H >= 22:
		read = 4
	case a.H >= ruledLines:
		read = 3
	case s.Table:
		read = 0 // the tables need the lines
	}
	rest := a.H - read
	if a.H >= ruledLines {
		rest--
		a.HLine(0, rest, a.W, theme.Border)
	}
	s.paragraphs(a.Sub(0, a.H-read, a.W, read), s.brief(a.W, read))

	trend := 0
	if a.H >= trendLines || s.Table {
		trend = s.trendShare(rest)
	}
	s.list(a.Sub(0, 0, a.W, rest-trend), false)
	if trend > 0 {
		y := rest - trend
		a.HLine(0, y, a.W, theme.Border)
		x := a.Clip(1, y, a.W-4, theme.Heading, " "+s.trendTitle())
		a.Text(x, y, theme.Border, " ")
		s.note(a.Sub(x+1, y, a.W-x-2, 1), s.trendPanel(a.Sub(0, y+1, a.W, trend-1)))
	}
}

// note writes remarks at the right end of a rule, as many as fit.
func (s screen) note(a block.Area, remarks []string) {
	text := ""
	for _, r := range remarks {
		longer := r
		if text != "" {
			longer = text + " · " + r
		}
		if block.Width(longer)+2 <= a.W {
			text = longer
		}
	}
	if text != "" {
		a.Right(0, 0, a.W, theme.Muted, " "+text+" ")
	}
}

// trendShare gives the lines of the trend out of rest: half of what rows and
// trend share, more where there is plenty or there are few rows.
func (s screen) trendShare(rest int) int {
	least := leastTrend
	if s.Table {
		least = 2 + min(len(s.Trend.Lines), 3)
	}
	fixed := 2 + min(len(s.Above), 3) // more of them are scrolled with the rest
	shared := rest - fixed
	trend := max(shared/2, rest-s.listLines())
	if rest >= 18 {
		trend = max(shared*3/5, trend)
	}
	trend = max(trend, least)
	if rest-trend < fixed+2 {
		return 0
	}
	return trend
}

func (s screen) positionTitle() string {
	return s.words.Position(s.lang.Period(s.Period)+s.star(), s.lang.Of(s.Indicator.Name), s.lang.Unit(s.Indicator.Unit))
}

// star marks a comparison whose figures are not of one period.
func (s screen) star() string {
	if len(s.off) > 0 {
		return "*"
	}
	return ""
}

func (s screen) trendTitle() string {
	ys := s.Trend.Years
	if len(ys) == 0 {
		return s.words.Trend("", "", "")
	}
	p := func(y model.Year) string { return s.lang.Period(model.Period{Year: y}) }
	return s.words.Trend(p(ys[0]), p(ys[len(ys)-1]), s.lang.Unit(s.Indicator.Unit))
}

// Context gives the right end of the line of tabs: indicator, unit and period,
// as much as fits into width.
func Context(env block.Env, v View, width int) string {
	s := newScreen(env, v)
	name, unit := s.lang.Of(v.Indicator.Short), s.lang.Unit(v.Indicator.Unit)
	period := s.lang.Period(v.Period) + s.star()
	full := name
	if unit != "" {
		full += " (" + unit + ")"
	}
	for _, text := range [...]string{full + " · " + period, name + " · " + period, period} {
		if block.Width(text) <= width {
			return text
		}
	}
	return ""
}

// Status tells where the selected figure comes from.
func Status(env block.Env, v View) string {
	s := newScreen(env, v)
	row, ok := v.row(v.Selected)
	if !ok {
		return ""
	}
	name := s.lang.Region(row.Region)
	if !row.OK {
		return name + ": " + env.Words.Common.Missing + " " + s.lang.Period(row.Period)
	}
	return env.Words.Common.Source + " " + name + " " + s.lang.Value(row.Observation.Value, v.Indicator) + " " +
		s.lang.Period(row.Period) + ": " + s.source(row.Observation.Reading)
}

// source writes the first source of a reading in one line.
func (s screen) source(r model.Reading) string {
	if len(r.Sources) == 0 {
		return "-"
	}
	return s.title(s.ds.Source(r.Sources[0]))
}
