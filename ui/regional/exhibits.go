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
	"rakor/ui/state"
	"rakor/ui/theme"
)

// short names the indicator with its unit.
func (s screen) short(ind model.Indicator) string {
	unit := s.lang.Unit(ind.Unit)
	if unit == "" {
		return s.lang.Of(ind.Short)
	}
	return s.lang.Of(ind.Short) + " (" + unit + ")"
}

func (s screen) titled(rest string) string {
	return s.lang.AnalysisName(string(s.Analysis)) + " · " + rest
}

// styled gives the style of a region's row and bar.
func (s screen) styled(c model.RegionCode) (theme.Style, theme.Style) {
	if c == s.Home.Code {
		return theme.Accent, theme.BarHome
	}
	return theme.Plain, theme.Bar
}

func (s screen) positionExhibit() exhibit {
	w := s.lang.AnalysisWords()
	e := exhibit{
		title: s.titled(s.short(s.Indicator) + " " + s.lang.Period(s.Period) + s.star() + " · " + s.lang.PeersName(s.found.group)),
		bars:  true,
		columns: []column{
			{title: "#"}, {title: s.words.ColRegion, left: true, least: leastName}, {title: s.lang.Of(s.Indicator.Short)},
			{title: w.ToProvince}, {title: w.People}, {title: w.ToNation}, {title: w.People}, {title: w.OfAll}, {title: w.Percentile, table: true},
			{title: w.Period, left: true, table: true}, {title: s.words.ColSource, left: true, least: leastSource, table: true},
		},
	}
	if s.lined() {
		e.refs = []chart.Ref{{Value: s.Reference.Observation.Value, Style: theme.RefLine}}
	}
	above := false
	for _, st := range s.found.standings {
		r := st.Row
		style, bar := s.styled(r.Region.Code)
		rec := record{region: r.Region.Code, style: style, bar: bar, selected: r.Region.Code == s.Selected, value: math.NaN()}
		rec.rule, above = !above && !r.Region.Level.IsLocal(), above || !r.Region.Level.IsLocal()
		cells := []string{"", s.lang.RegionShort(r.Region), "-", "-", "-", "-", "-", "", "", s.lang.Period(r.Period), s.env.Words.Common.Missing}
		if r.OK {
			if !compare.Total(s.Indicator) || r.Region.Level.IsLocal() {
				rec.value = r.Observation.Value
			}
			cells[2], cells[10] = s.lang.Value(r.Observation.Value, s.Indicator), s.source(r.Observation.Reading)
			if !compare.Total(s.Indicator) {
				cells[3], cells[5] = s.maybe(r.ToProvince, s.signed), s.maybe(r.ToNation, s.signed)
			}
			cells[4], cells[6] = s.maybe(st.PeopleToProvince, s.lang.SignedPeople), s.maybe(st.PeopleToNation, s.lang.SignedPeople)
		}
		switch {
		case s.found.group != "" && st.PeerOf > 0:
			cells[0] = s.lang.Int(int64(st.PeerRank))
		case s.found.group == "" && r.Rank > 0:
			cells[0] = s.lang.Int(int64(r.Rank))
		case r.Region.Level.IsLocal():
			cells[0] = "-"
		}
		if st.Of > 0 {
			cells[7], cells[8] = s.lang.Int(int64(st.Rank)), s.maybe(r.Percentile, func(v float64) string { return s.lang.Number(v, 0) })
		}
		rec.cells = cells
		e.rows = append(e.rows, rec)
		if r.Region.Code == s.Selected {
			prov, _ := s.ds.Province(r.Region.Code)
			if series, err := s.ds.Series(s.Indicator.ID); err == nil {
				prov, _ = compare.ProvinceAt(s.ds, series, r.Region.Code, r.Period)
			}
			e.says = paragraphsOf(s.lang.SayStanding(st, s.scene(), prov.Code, s.found.group), theme.Plain)
		}
	}
	if f, ok := compare.Find(s.Facts, compare.RuleUnlike); ok {
		e.says = append([]paragraph{{"! " + s.lang.Unlike(f, s.scene()), theme.Warn}}, e.says...)
	}
	e.says = append(e.says, paragraphsOf([]string{s.lang.Caution(s.Indicator)}, theme.Muted)...)
	e.remarks = func() []string {
		out := []string{w.Groups}
		if len(e.refs) > 0 {
			out = append([]string{s.words.FootRef(s.lang.RegionBare(s.Reference.Region), s.number(s.Reference))}, out...)
		}
		return out
	}
	return e
}

func (s screen) courseExhibit() exhibit {
	w := s.lang.AnalysisWords()
	e := exhibit{title: s.titled(s.short(s.Indicator))}
	e.columns = []column{{title: w.Year, left: true}}
	for i, l := range s.Trend.Lines {
		e.columns = append(e.columns, column{title: string(s.Letters[i]) + " " + s.lang.RegionBare(l.Region)}, column{title: w.Change}, column{title: w.Percent})
	}
	for k, y := range slices.Backward(s.Trend.Years) {
		rec := record{cells: []string{strconv.Itoa(int(y))}}
		if y == s.Period.Year {
			rec.style = theme.Strong
		}
		any := false
		for i, l := range s.Trend.Lines {
			cells := [3]string{"-", "", ""}
			if p, ok := s.point(i, k); ok {
				any = true
				cells[0] = s.lang.Value(p.Observation.Value, s.Indicator)
				if p.Cut {
					cells[1] = "┊"
				}
				for _, ch := range s.found.courses[i].Changes {
					if ch.To.Period == p.Observation.Period {
						cells[1] = s.signed(ch.Points)
						cells[2] = s.maybe(ch.Percent, func(v float64) string { return s.lang.Signed(v, 1) })
					}
				}
			}
			_ = l
			rec.cells = append(rec.cells, cells[:]...)
		}
		if any {
			e.rows = append(e.rows, rec)
		}
	}
	var remarks []string
	e.draw = func(a block.Area) bool {
		remarks = s.trendPanel(a)
		return true
	}
	e.remarks = func() []string { return remarks }
	for i, c := range s.found.courses {
		says := s.lang.SayCourse(c, s.scene())
		if i > 0 {
			says = says[:1]
		}
		e.says = append(e.says, paragraphsOf(says, theme.Plain)...)
	}
	e.says = append(e.says, paragraphsOf([]string{s.lang.Caution(s.Indicator)}, theme.Muted)...)
	return e
}

// single gives the chart of one line with the target.
func (s screen) alone(l compare.Line, years []model.Year) screen {
	one := s
	one.Trend = compare.Years{Years: years, Lines: []compare.Line{l}}
	one.Letters = []rune{letter(l.Region, s.Home.Code, map[rune]bool{})}
	one.cuts = nil
	one.Target = nil
	one.addCuts(l)
	one.addTarget(l.Region.Code, 0)
	return one
}

func (s screen) effectExhibit() exhibit {
	w := s.lang.AnalysisWords()
	e := exhibit{title: s.titled(s.short(s.Indicator) + " · " + s.lang.Region(s.found.own.Region))}
	if len(s.found.years) == 0 {
		return e
	}
	e.columns = []column{{title: w.Year, left: true}, {title: s.lang.Of(s.Indicator.Short)}, {title: w.Change}, {title: w.Percent}, {title: w.Wanted, left: true}}
	for k := len(s.found.years) - 1; k >= 0; k-- {
		p := s.found.own.Points[k]
		if !p.OK {
			continue
		}
		rec := record{cells: []string{s.lang.Period(p.Observation.Period), s.lang.Value(p.Observation.Value, s.Indicator), "", "", ""}}
		if p.Cut {
			rec.cells[2] = "┊"
		}
		for _, ch := range s.found.effect.Course.Changes {
			if ch.To.Period == p.Observation.Period {
				rec.cells[2], rec.cells[3] = s.signed(ch.Points), s.maybe(ch.Percent, func(v float64) string { return s.lang.Signed(v, 1) })
				rec.cells[4] = s.wantedMark(ch.Points)
			}
		}
		e.rows = append(e.rows, rec)
	}
	var remarks []string
	e.draw = func(a block.Area) bool {
		remarks = s.alone(s.found.own, slices.Clone(s.found.years)).trendPanel(a)
		return true
	}
	e.remarks = func() []string { return remarks }
	e.says = paragraphsOf(s.lang.SayEffect(s.found.effect, s.scene()), theme.Plain)
	if s.found.rse.OK {
		e.says = append(e.says, paragraph{s.assumed(), theme.Warn})
	}
	return e
}

func (s screen) assumed() string { return "! " + s.lang.AssumedRSE(s.found.rse.V) }

// wantedMark marks a change as wanted or not, in a word and a sign.
func (s screen) wantedMark(points float64) string {
	wanted := s.Indicator.Better == model.BetterLower && points < 0 || s.Indicator.Better == model.BetterHigher && points > 0
	switch {
	case s.Indicator.Better == model.BetterNone:
		return ""
	case points == 0:
		return "="
	case wanted:
		return "✓"
	}
	return "×"
}

func (s screen) relevanceExhibit() exhibit {
	w := s.lang.AnalysisWords()
	e := exhibit{title: s.titled(s.short(s.Indicator))}
	t := s.found.together
	e.columns = []column{{title: w.Year, left: true}}
	for i, l := range s.Trend.Lines {
		e.columns = append(e.columns, column{title: string(s.Letters[i]) + " " + s.lang.RegionBare(l.Region)})
		if i > 0 {
			e.columns = append(e.columns, column{title: "", left: true})
		}
	}
	for _, st := range slices.Backward(t.Steps) {
		rec := record{cells: []string{strconv.Itoa(int(st.Year))}}
		for i, p := range st.Points {
			rec.cells = append(rec.cells, s.maybe(p, s.signed))
			if i > 0 {
				rec.cells = append(rec.cells, s.togetherMark(st.Points[0], p))
			}
		}
		e.rows = append(e.rows, rec)
	}
	var remarks []string
	e.draw = func(a block.Area) bool {
		matrix := len(s.Trend.Lines) + 1
		if a.H < matrix {
			return false
		}
		if a.H >= matrix+7 {
			remarks = s.trendPanel(a.Sub(0, 0, a.W, a.H-matrix-1))
			a = a.Sub(0, a.H-matrix, a.W, matrix)
		}
		return s.changes(a)
	}
	e.remarks = func() []string { return append(remarks, "✓ "+w.Same+"  × "+w.Apart) }
	if len(s.Trend.Lines) > 0 {
		e.says = paragraphsOf(s.lang.SayRelevance(t, s.Trend.Lines[0].Region.Code, s.scene()), theme.Plain)
	}
	return e
}

func (s screen) togetherMark(own, other model.Maybe[float64]) string {
	switch {
	case !own.OK || !other.OK:
		return ""
	case own.V > 0 == (other.V > 0) && own.V < 0 == (other.V < 0):
		return "✓"
	}
	return "×"
}

// changes draws the changes of every line, a column a year, "×" where a line
// parts from the first.
func (s screen) changes(a block.Area) bool {
	h := chart.HeatSpec{Lang: s.lang, Decimals: s.Indicator.Decimals, Signed: true}
	for _, st := range s.found.together.Steps {
		h.Columns = append(h.Columns, strconv.Itoa(int(st.Year)))
	}
	for i, l := range s.Trend.Lines {
		r := chart.HeatRow{Name: string(s.Letters[i]) + " " + s.lang.RegionBare(l.Region), NameStyle: series(i)}
		for _, st := range s.found.together.Steps {
			v, style, mark := math.NaN(), theme.Plain, ""
			if st.Points[i].OK {
				v = st.Points[i].V
			}
			if i > 0 {
				if mark = s.togetherMark(st.Points[0], st.Points[i]); mark == "×" {
					style = theme.Warn
				}
			}
			r.Values, r.Styles, r.Marks = append(r.Values, v), append(r.Styles, style), append(r.Marks, mark)
		}
		h.Rows = append(h.Rows, r)
	}
	return chart.Heat(a, h).OK
}

// scatterOf draws the points of a pair, home first.
func (s screen) scatterOf(a block.Area, corners [4]string) chart.Scattered {
	p := &s.found.pair
	spec := chart.ScatterSpec{CutX: math.NaN(), CutY: math.NaN(), Corners: corners, XName: s.short(p.X), YName: s.short(p.Y), Lang: s.lang}
	if p.CutX.OK && p.CutY.OK {
		spec.CutX, spec.CutY = p.CutX.V, p.CutY.V
	}
	var rest []chart.Dot
	for _, k := range p.Points {
		d := chart.Dot{X: k.X.Value, Y: k.Y.Value, Label: s.lang.RegionBare(k.Region), Do: state.SelectRegion{Region: k.Region.Code}}
		switch k.Region.Code {
		case s.Home.Code:
			d.Mark, d.Style = '●', theme.Accent
			spec.Dots = append([]chart.Dot{d}, spec.Dots...)
			continue
		case s.Selected:
			d.Mark, d.Style = '◆', theme.Strong
			spec.Dots = append(spec.Dots, d)
			continue
		}
		rest = append(rest, d)
	}
	spec.Dots = append(spec.Dots, rest...)
	return chart.Scatter(a, spec)
}

// pairRows lists the points of a pair as rows, the highest first.
func (s screen) pairRows(e *exhibit) {
	w := s.lang.AnalysisWords()
	p := &s.found.pair
	e.columns = []column{
		{title: w.City, left: true, least: leastName}, {title: s.short(p.Y)}, {title: s.short(p.X)}, {title: w.Quadrant},
		{title: s.lang.Of(p.Y.Short) + ": " + w.Period, left: true}, {title: s.lang.Of(p.X.Short) + ": " + w.Period, left: true},
	}
	points := slices.Clone(p.Points)
	slices.SortStableFunc(points, func(a, b compare.Scattered) int {
		switch {
		case a.Y.Value > b.Y.Value:
			return -1
		case a.Y.Value < b.Y.Value:
			return 1
		}
		return 0
	})
	for _, k := range points {
		style, _ := s.styled(k.Region.Code)
		e.rows = append(e.rows, record{
			region: k.Region.Code, style: style, selected: k.Region.Code == s.Selected,
			cells: []string{
				s.lang.RegionShort(k.Region), s.lang.Value(k.Y.Value, p.Y), s.lang.Value(k.X.Value, p.X), w.Letters[k.Quadrant],
				s.lang.Period(k.Y.Period), s.lang.Period(k.X.Period),
			},
		})
	}
}

// pairRemarks tells how the scatter was drawn.
func (s screen) pairRemarks(d chart.Scattered, extra ...string) []string {
	w := s.lang.AnalysisWords()
	out := extra
	if s.found.byProvince {
		out = append(out, w.CutProvince)
	} else {
		out = append(out, w.CutMedian)
	}
	if d.YLo > 0 || d.XLo > 0 {
		out = append([]string{w.NotZero}, out...)
	}
	if d.Unlabelled > 0 {
		out = append([]string{w.NoRoom(d.Unlabelled)}, out...)
	}
	if d.Covered > 0 {
		out = append([]string{w.Covered(d.Covered)}, out...)
	}
	return out
}

func (s screen) associationExhibit(_ int) exhibit {
	p := &s.found.pair
	e := exhibit{title: s.titled(s.lang.Of(p.Y.Short) + " × " + s.lang.Of(p.X.Short) + " " + s.yearOf(p.Year))}
	s.pairRows(&e)
	e.says = paragraphsOf(s.lang.SayAssociation(p), theme.Plain)
	if len(p.Points) >= compare.LeastPairs && p.Year != s.Period.Year {
		e.says = append(e.says, paragraph{"! " + s.lang.OlderPair(p, s.Period), theme.Warn})
	}
	var d chart.Scattered
	e.draw = func(a block.Area) bool {
		d = s.scatterOf(a, [4]string{})
		return d.OK
	}
	e.remarks = func() []string { return s.pairRemarks(d, s.lang.AnalysisWords().Against) }
	return e
}

func (s screen) yearOf(y model.Year) string {
	if y == 0 {
		return "-"
	}
	return strconv.Itoa(int(y))
}

func (s screen) quadrantExhibit(_ int) exhibit {
	w := s.lang.AnalysisWords()
	p := &s.found.pair
	e := exhibit{title: s.titled(s.lang.Of(p.Y.Short) + " × " + s.lang.Of(p.X.Short) + " " + s.yearOf(p.Year))}
	s.pairRows(&e)
	e.says = paragraphsOf(s.lang.SayPriority(p, s.Home.Code, s.scene()), theme.Plain)
	var d chart.Scattered
	e.draw = func(a block.Area) bool {
		d = s.scatterOf(a, w.Corners)
		return d.OK
	}
	e.remarks = func() []string { return s.pairRemarks(d) }
	return e
}

func (s screen) multiplesExhibit() exhibit {
	w := s.lang.AnalysisWords()
	e := exhibit{title: s.titled(s.short(s.Indicator) + " " + lang.Years(s.found.many.Years))}
	years := s.found.many.Years
	e.columns = []column{{title: w.City, left: true, least: leastName}}
	for _, y := range years {
		e.columns = append(e.columns, column{title: strconv.Itoa(int(y))})
	}
	spec := chart.PanelSpec{}
	h := chart.HeatSpec{Lang: s.lang, Decimals: s.Indicator.Decimals, Shade: true}
	for _, y := range years {
		h.Columns = append(h.Columns, strconv.Itoa(int(y)))
	}
	for _, l := range s.found.many.Lines {
		style, bar := s.styled(l.Region.Code)
		chosen := l.Region.Code == s.Selected
		if chosen {
			spec.Shown, h.Shown = len(spec.Panels), len(h.Rows)
		}
		rec := record{region: l.Region.Code, style: style, selected: chosen, cells: []string{s.lang.RegionShort(l.Region)}}
		p := chart.Panel{Title: s.lang.RegionBare(l.Region), TitleStyle: style, Style: bar, Selected: chosen, Do: state.SelectRegion{Region: l.Region.Code}}
		for _, pt := range l.Points {
			v, text := math.NaN(), "-"
			if pt.OK {
				v, text = pt.Observation.Value, s.lang.Value(pt.Observation.Value, s.Indicator)
				p.Value = text
			}
			p.Y, rec.cells = append(p.Y, v), append(rec.cells, text)
		}
		spec.Panels = append(spec.Panels, p)
		h.Rows = append(h.Rows, chart.HeatRow{Name: s.lang.RegionShort(l.Region), NameStyle: style, Values: p.Y, Selected: chosen, Do: p.Do})
		e.rows = append(e.rows, rec)
	}
	var d chart.Panelled
	e.draw = func(a block.Area) bool {
		if n := len(years); n > 16 { // the newest, so that the panels are wide enough to be read
			for i := range spec.Panels {
				spec.Panels[i].Y = spec.Panels[i].Y[n-16:]
			}
			years = years[n-16:]
		}
		spec.First, spec.Last = strconv.Itoa(int(years[0])), strconv.Itoa(int(years[len(years)-1]))
		d = chart.Panels(a, spec)
		return d.OK
	}
	e.remarks = func() []string {
		out := []string{w.SharedScale + " " + s.lang.Value(d.Top, s.Indicator)}
		if rest := len(spec.Panels) - d.N; rest > 0 {
			out = append(out, s.env.Words.Common.More(rest))
		}
		return out
	}
	e.heat = func(a block.Area) string {
		chart.Heat(a, h)
		return w.HeatHint
	}
	e.says = paragraphsOf(s.lang.SayMultiples(s.found.courses, s.scene()), theme.Plain)
	return e
}

func (s screen) partsExhibit() exhibit {
	w := s.lang.AnalysisWords()
	d := &s.found.parts
	p0, _ := s.ds.Indicator(model.P0)
	e := exhibit{title: s.titled(s.lang.RegionBare(d.Province) + " " + s.lang.Period(d.From) + " – " + s.lang.Period(d.To)), bars: true}
	e.says = paragraphsOf(s.lang.SayDecomposition(d, p0), theme.Plain)
	e.columns = []column{
		{title: w.City, left: true, least: leastName}, {title: w.Sum}, {title: w.Within}, {title: w.Between},
		{title: "P0 " + s.lang.Period(d.From)}, {title: "P0 " + s.lang.Period(d.To)}, {title: w.Base, table: true},
	}
	shares := slices.Clone(d.Shares)
	slices.SortStableFunc(shares, func(a, b compare.Share) int {
		switch {
		case a.Points() < b.Points():
			return -1
		case a.Points() > b.Points():
			return 1
		}
		return 0
	})
	point := func(v float64) string { return s.lang.Signed(v, 4) } // so that parts add up as they stand
	for _, k := range shares {
		style, bar := s.styled(k.Region.Code)
		e.rows = append(e.rows, record{
			region: k.Region.Code, style: style, bar: bar, selected: k.Region.Code == s.Selected, value: k.Points(),
			cells: []string{
				s.lang.RegionShort(k.Region), point(k.Points()), point(k.Within), point(k.Between), s.lang.Value(k.RateFrom, p0), s.lang.Value(k.RateTo, p0),
				s.lang.Int(int64(math.Round(k.BaseTo/100) * 100)),
			},
		})
	}
	if len(shares) > 0 {
		e.rows = append(e.rows, record{rule: true, value: math.NaN(), style: theme.Strong, cells: []string{s.lang.Region(d.Province), point(d.Total()), point(d.Within), point(d.Between), "", "", ""}})
	}
	return e
}

func (s screen) convergenceExhibit() exhibit {
	w := s.lang.AnalysisWords()
	e := exhibit{title: s.titled(s.short(s.Indicator) + " · " + w.SD)}
	near, all := &s.found.near, &s.found.all
	e.columns = []column{
		{title: w.Period, left: true},
		{title: "A " + w.SD}, {title: w.CV}, {title: w.Mean}, {title: w.Regions},
		{title: "B " + w.SD}, {title: w.CV}, {title: w.Mean}, {title: w.Regions},
	}
	cells := func(c *compare.Convergence, p model.Period) []string {
		for _, d := range c.Sigma {
			if d.Period == p {
				return []string{s.lang.Number(d.SD, 2), s.lang.Number(d.CV, 2), s.lang.Number(d.Mean, 2), s.lang.Int(int64(d.N))}
			}
		}
		return []string{"-", "-", "-", "-"}
	}
	var periods []model.Period
	for _, c := range [...]*compare.Convergence{near, all} {
		for _, d := range c.Sigma {
			periods = append(periods, d.Period)
		}
	}
	slices.SortFunc(periods, model.Period.Compare)
	periods = slices.Compact(periods)
	for _, p := range slices.Backward(periods) {
		e.rows = append(e.rows, record{cells: append(append([]string{s.lang.Period(p)}, cells(near, p)...), cells(all, p)...)})
	}
	names := [...]string{"A " + s.lang.PeersName(""), "B " + s.lang.AllRegions()}
	e.draw = func(a block.Area) bool { return s.spreads(a, periods, names) }
	e.remarks = func() []string { return []string{names[0], names[1]} }
	for i, c := range [...]*compare.Convergence{near, all} {
		e.says = append(e.says, paragraphsOf(s.lang.SayConvergence(c, names[i], s.Indicator), theme.Plain)...)
	}
	e.says = append(e.says, paragraph{s.lang.ConvergenceCare(), theme.Muted})
	return e
}

// spreads draws the standard deviations over the years.
func (s screen) spreads(a block.Area, periods []model.Period, names [2]string) bool {
	if len(periods) == 0 {
		return false
	}
	first, last := periods[0].Year, periods[len(periods)-1].Year
	spec := chart.LineSpec{Lang: s.lang, Decimals: 2, Values: true, FromZero: true}
	for y := first; y <= last; y++ {
		spec.Steps = append(spec.Steps, strconv.Itoa(int(y)))
	}
	for i, c := range [...]*compare.Convergence{&s.found.near, &s.found.all} {
		x := chart.Series{Letter: rune(names[i][0]), Style: series(i), Y: make([]float64, len(spec.Steps))}
		for k := range x.Y {
			x.Y[k] = math.NaN()
		}
		for _, d := range c.Sigma {
			x.Y[d.Period.Year-first] = d.SD
			x.Label = s.lang.Number(d.SD, 2)
		}
		spec.Series = append(spec.Series, x)
	}
	return chart.Lines(a, spec).OK
}

func (s screen) differenceExhibit() exhibit {
	w := s.lang.AnalysisWords()
	row, _ := s.View.row(s.Selected)
	e := exhibit{title: s.titled(s.lang.Region(row.Region) + " " + s.number(row) + " " + s.lang.Period(row.Period))}
	e.columns = []column{
		{title: w.Compared, left: true, least: leastName}, {title: s.lang.Of(s.Indicator.Short)}, {title: w.Difference}, {title: w.Interval}, {title: w.NeededRSE},
	}
	for i, g := range s.found.gaps {
		name := s.lang.RegionShort(g.region)
		if g.region.Code == row.Region.Code {
			name = s.lang.Period(g.with.Period)
		}
		rec := record{value: g.diff.Points, cells: []string{name, s.lang.Value(g.with.Value, s.Indicator), s.signed(g.diff.Points), w.Unknown, "-"}}
		rec.rule = i > 0 && g.region.Code != row.Region.Code && s.found.gaps[i-1].region.Code == row.Region.Code
		if g.diff.Known {
			rec.cells[3] = s.signed(g.diff.Low) + " … " + s.signed(g.diff.High)
		}
		rec.cells[4] = s.maybe(g.diff.NeededRSE, func(v float64) string { return s.lang.Percent(v, 1) })
		rec.style, _ = s.styled(g.region.Code)
		e.rows = append(e.rows, rec)
	}
	s.dotted(&e)
	for i, g := range s.found.gaps {
		if i == 0 || g.region.Code == s.province.Code || g.region.Code == s.Home.Code && row.Region.Code != s.Home.Code {
			name := s.lang.PeriodLong(row.Period) + " – " + s.lang.PeriodLong(g.with.Period)
			if g.region.Code != row.Region.Code {
				name = s.lang.Region(row.Region) + " – " + s.lang.Region(g.region)
			}
			e.says = append(e.says, paragraph{s.lang.SayDifference(g.diff, name, s.Indicator), theme.Plain})
		}
	}
	if s.found.rse.OK {
		e.says = append(e.says, paragraph{s.assumed(), theme.Warn})
	} else {
		e.says = append(e.says, paragraph{s.lang.HowRSE(), theme.Muted})
	}
	return e
}

// dotted makes the rows of differences end in dots, with error bars where they
// are known, over one scale with zero.
func (s screen) dotted(e *exhibit) {
	e.refs = []chart.Ref{{Value: 0, Style: theme.RefLine}}
	values := make([]float64, 0, 3*len(e.rows))
	for _, g := range s.found.gaps {
		values = append(values, g.diff.Points)
		if g.diff.Known {
			values = append(values, g.diff.Low, g.diff.High)
		}
	}
	e.dots = func(a block.Area, y, i int) {
		t := chart.NewTrack(0, a.W, e.refs, values...)
		t.RefLines(a, y, 1)
		g := s.found.gaps[i]
		lo, hi := math.NaN(), math.NaN()
		if g.diff.Known {
			lo, hi = g.diff.Low, g.diff.High
		}
		t.Interval(a, y, lo, g.diff.Points, hi, theme.Accent)
	}
}
