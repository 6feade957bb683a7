package regional

import (
	"math"
	"slices"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// columns is where the columns of the list stand, from the left; a column of
// no width is not shown.
type columns struct {
	mark, rank, name, value, flag, period int // columns of each
	xName, xValue, xFlag, xPeriod, xRest  int
	rest                                  int // for bars, or the further columns of the table
}

// Least columns of a name and of the bars.
const (
	leastName   = 12
	leastBar    = 10
	leastSource = 14
	distance    = 8 // a column of distances in the table
)

// lay gives the columns for a width.
func (s screen) lay(w int) columns {
	c := columns{mark: 1, rank: 3, name: leastName}
	widest := 0
	for _, rs := range [...][]Row{s.Locals, s.Above} {
		for _, r := range rs {
			widest = max(widest, block.Width(s.lang.RegionShort(r.Region)))
			c.value = max(c.value, block.Width(s.number(r)))
			if r.Off || r.Doubt {
				c.flag = max(c.flag, count(r.Off)+count(r.Doubt))
			}
			if r.Off {
				c.period = max(c.period, block.Width(s.lang.Period(r.Period))+1)
			}
		}
	}
	// mark rank␣name␣value flag period␣rest
	fixed := c.mark + c.rank + 1 + 1 + c.value + c.flag + c.period + 1
	least := leastBar
	if s.Table {
		least = 0
	}
	c.name = min(max(w-fixed-least, leastName), max(widest, leastName))
	c.xName = c.mark + c.rank + 1
	c.xValue = c.xName + c.name + 1
	c.xFlag = c.xValue + c.value
	c.xPeriod = c.xFlag + c.flag
	c.xRest = c.xPeriod + c.period + 1
	c.rest = max(w-c.xRest, 0)
	return c
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// number writes the figure of a row, "-" where it is missing.
func (s screen) number(r Row) string {
	if !r.OK {
		return "-"
	}
	return s.lang.Value(r.Observation.Value, s.Indicator)
}

// listLines is how many lines the whole list takes: heading, rows, rule, rows
// above, foot.
func (s screen) listLines() int { return 1 + len(s.Locals) + 1 + len(s.Above) + 1 }

// list draws the rows; foot explains the marks where there is room for it.
func (s screen) list(a block.Area, foot bool) {
	if len(s.order) == 0 {
		for i, line := range block.Wrap(s.words.NoRows, a.W) {
			a.Text(0, i, theme.Muted, line)
		}
		return
	}
	c := s.lay(a.W)
	track := s.track(c)
	s.heading(a, c, track)

	body := a.Sub(0, 1, a.W, a.H-1)
	if foot {
		body.H--
		s.foot(a, a.H-1)
	}
	above := s.Above
	if len(above) > 3 || len(above) == 0 || len(s.Locals) == 0 || body.H < len(above)+3 {
		// no room to keep them in sight, or one kind alone: one list to scroll
		s.single(body, c, track)
		return
	}
	step := 1
	if body.H >= 2*(len(s.Locals)+len(above))+2 {
		step = 2 // air, where there is plenty
	}
	room := body.H - 1 - step*len(above)
	used := min(step*len(s.Locals), room)
	up, down := s.scroll(body.Sub(0, 0, body.W, used), c, track, s.Locals, step)
	a.HLine(0, 1+used, a.W, theme.Border)
	track.RefLines(a, 1+used, 1)
	x := 2
	if text := s.words.Hidden(up, down); text != "" {
		x = a.Text(a.Clip(x, 1+used, a.W-4, theme.Muted, " "+text), 1+used, theme.Border, " ") + 1
	}
	if !foot {
		s.marks(a, 1+used, x)
	}
	s.scroll(body.Sub(0, used+1, body.W, step*len(above)), c, track, above, step)
}

// single draws all rows as one list, and how many are out of sight.
func (s screen) single(a block.Area, c columns, track chart.Track) {
	rows := slices.Concat(s.Locals, s.Above)
	if len(rows) <= a.H || a.H < 3 {
		s.scroll(a, c, track, rows, 1)
		return
	}
	up, down := s.scroll(a.Sub(0, 0, a.W, a.H-1), c, track, rows, 1)
	a.Clip(2, a.H-1, a.W-2, theme.Muted, s.words.Hidden(up, down))
}

// track makes the strip of the bars with the reference line.
func (s screen) track(c columns) chart.Track {
	if s.Table || c.rest < leastBar {
		return chart.Track{}
	}
	values := make([]float64, 0, len(s.order))
	for _, rs := range [...][]Row{s.Locals, s.Above} {
		for _, r := range rs {
			if s.barred(r) {
				values = append(values, figure(r))
			}
		}
	}
	var refs []chart.Ref
	if s.lined() {
		refs = []chart.Ref{{Value: s.Reference.Observation.Value, Style: theme.RefLine}}
	}
	return chart.NewTrack(c.xRest, c.rest, refs, values...)
}

// barred tells whether a row has a bar: not the whole beside its parts where
// the indicator is a total.
func (s screen) barred(r Row) bool {
	return !compare.Total(s.Indicator) || len(s.Locals) == 0 || r.Region.Level > model.LevelProvince
}

// lined tells whether there is a reference line.
func (s screen) lined() bool {
	return s.HasReference && s.Reference.OK && s.barred(s.Reference) && !s.Table
}

// figure gives the value of a row, NaN where it is missing.
func figure(r Row) float64 {
	if !r.OK {
		return math.NaN()
	}
	return r.Observation.Value
}

func (s screen) heading(a block.Area, c columns, track chart.Track) {
	a.Right(0, 0, c.mark+c.rank-1, theme.Muted, s.words.ColRank)
	end := a.Clip(c.xName, 0, c.name, theme.Muted, s.words.ColRegion)
	a.Right(end+1, 0, c.xFlag-end-1, theme.Muted, s.lang.Of(s.Indicator.Short))
	if s.Table {
		if c.period > 0 {
			a.Clip(c.xPeriod+1, 0, c.period, theme.Muted, s.words.ColPeriod)
		}
		x := c.xRest
		for _, title := range [...]string{s.words.ColToProvince, s.words.ColToNation} {
			if x+distance <= a.W {
				a.Right(x, 0, distance, theme.Muted, title)
			}
			x += distance + 1
		}
		if a.W-x-1 >= leastSource {
			a.Clip(x+1, 0, a.W-x-1, theme.Muted, s.words.ColSource)
		}
		return
	}
	if track.W > 0 {
		track.Axis(a, 0, s.lang, theme.Muted)
	}
}

// scroll draws as many rows as fit, the selected one among them, step lines
// each, and tells how many lie above and below.
func (s screen) scroll(a block.Area, c columns, track chart.Track, rows []Row, step int) (up, down int) {
	n := min(a.H/step, len(rows))
	if n <= 0 {
		return 0, len(rows)
	}
	at := -1
	for i, r := range rows {
		if r.Region.Code == s.Selected {
			at = i
		}
	}
	from := 0
	switch {
	case at >= 0:
		from = min(max(at-n/2, 0), len(rows)-n)
	case !s.selectedIn(s.Locals): // it stands below the rows: show their end
		from = len(rows) - n
	}
	for i := range n {
		s.row(a, i*step, c, track, rows[from+i])
		if step > 1 {
			track.RefLines(a, i*step+1, step-1)
		}
	}
	return from, len(rows) - from - n
}

func (s screen) selectedIn(rows []Row) bool {
	for _, r := range rows {
		if r.Region.Code == s.Selected {
			return true
		}
	}
	return false
}

// row draws one region.
func (s screen) row(a block.Area, y int, c columns, track chart.Track, r Row) {
	st, bar := theme.Plain, theme.Bar
	if r.Home {
		st, bar = theme.Accent, theme.BarHome
	}
	switch {
	case r.Region.Code == s.Selected:
		a.Text(0, y, theme.Accent, "▸")
	case r.Home:
		a.Text(0, y, theme.Accent, "●")
	case s.lined() && r.Region.Code == s.Reference.Region.Code:
		a.Text(0, y, theme.RefLine, "│")
	}
	if !r.OK {
		st = theme.Muted
	}
	switch {
	case r.Rank > 0:
		a.Right(c.mark, y, c.rank-1, st, s.lang.Int(int64(r.Rank)))
		if s.tied(r) {
			a.Text(c.mark+c.rank-1, y, theme.Muted, "=")
		}
	case r.Region.Level.IsLocal():
		a.Right(c.mark, y, c.rank-1, theme.Muted, "-")
	}
	a.Clip(c.xName, y, c.name, st, s.lang.RegionShort(r.Region))
	a.Right(c.xValue, y, c.value, st, s.number(r))
	x := c.xFlag
	if r.Off {
		x = a.Text(x, y, theme.Warn, "*")
	}
	if r.Doubt {
		a.Text(x, y, theme.Warn, "?")
	}
	if r.Off {
		a.Clip(c.xPeriod+1, y, c.period, theme.Warn, s.lang.Period(r.Period))
	}
	switch {
	case !r.OK:
		a.Clip(c.xRest, y, c.rest, theme.Muted, s.env.Words.Common.Missing)
	case s.Table:
		s.further(a, y, c, r)
	case s.barred(r):
		track.Bar(a, y, r.Observation.Value, bar)
	}
	if r.Region.Code == s.Selected {
		// Without a ground of its own the selection is drawn in reverse, and a
		// reversed bar reads as its opposite: only the words are selected.
		w := a.W
		if !s.Table {
			w = c.xRest
		}
		a.Sub(0, y, w, 1).Select(0)
	}
	a.Hit(0, y, a.W, 1, state.SelectRegion{Region: r.Region.Code})
}

// further draws the columns that only the table has.
func (s screen) further(a block.Area, y int, c columns, r Row) {
	x := c.xRest
	for _, d := range [...]struct {
		v  float64
		ok bool
	}{{r.ToProvince.V, r.ToProvince.OK}, {r.ToNation.V, r.ToNation.OK}} {
		if x+distance <= a.W {
			text := "-"
			if d.ok {
				text = s.lang.Signed(d.v, s.Indicator.Decimals)
			}
			a.Right(x, y, distance, theme.Plain, text)
		}
		x += distance + 1
	}
	if a.W-x-1 >= leastSource {
		a.Clip(x+1, y, a.W-x-1, theme.Muted, s.source(r.Observation.Reading))
	}
}

func (s screen) tied(r Row) bool {
	for _, q := range s.Locals {
		if q.Rank == r.Rank && q.Region.Code != r.Region.Code {
			return true
		}
	}
	return false
}

// foot explains the marks that are in use.
func (s screen) foot(a block.Area, y int) {
	x := 0
	add := func(st theme.Style, text string) {
		if x > 0 {
			x += 2
		}
		x = a.Clip(x, y, a.W-x, st, text)
	}
	if s.lined() {
		add(theme.RefLine, s.words.FootRef(s.lang.RegionBare(s.Reference.Region), s.number(s.Reference)+star(s.Reference)))
	}
	off, doubt := s.marked()
	if off {
		add(theme.Warn, s.words.FootOwn)
	}
	if doubt {
		add(theme.Warn, s.words.FootDoubt)
	}
}

// marks explains the marks in the rule above the provinces, at its right end,
// as far as there is room from x on.
func (s screen) marks(a block.Area, y, x int) {
	off, doubt := s.marked()
	for _, m := range [...]struct {
		is   bool
		text string
	}{{doubt, s.words.FootDoubt}, {off, s.words.FootOwn}} {
		if w := block.Width(m.text) + 2; m.is && a.W-2-w >= x {
			a.Text(a.W-2-w, y, theme.Warn, " "+m.text+" ")
			a.W -= w + 1
		}
	}
}

// marked tells which marks are in use.
func (s screen) marked() (off, doubt bool) {
	for _, rs := range [...][]Row{s.Locals, s.Above} {
		for _, r := range rs {
			off, doubt = off || r.Off, doubt || r.Doubt
		}
	}
	return off, doubt
}

func star(r Row) string {
	if r.Off {
		return "*"
	}
	return ""
}
