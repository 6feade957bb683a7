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
	"rakor/ui/report"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// scatterOf draws the points of a pair, home first.
func (s screen) scatterOf(a block.Area, corners [4]string) chart.Scattered {
	return chart.Scatter(a, s.scatterSpec(corners))
}

// scatterSpec gives the points of a pair, home first.
func (s screen) scatterSpec(corners [4]string) chart.ScatterSpec {
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
	return spec
}

// pairRows lists the points of a pair as rows, the highest first.
func (s screen) pairRows(e *exhibit) {
	w := s.lang.AnalysisWords()
	p := &s.found.pair
	e.columns = []column{
		{title: w.City, left: true, least: leastName},
		{title: s.short(p.Y)},
		{title: s.short(p.X)},
		{title: w.Quadrant},
		{title: s.lang.Of(p.Y.Short) + ": " + w.Period, left: true},
		{title: s.lang.Of(p.X.Short) + ": " + w.Period, left: true},
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
	for _, ind := range [...]model.Indicator{p.Y, p.X} {
		if care := s.lang.Of(ind.Care); care != "" {
			e.says = append(e.says, paragraph{"! " + care, theme.Warn})
		}
	}
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
	if len(years) > 0 {
		all := spec
		all.First, all.Last = strconv.Itoa(int(years[0])), strconv.Itoa(int(years[len(years)-1]))
		e.vector = report.Panels(all)
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
