package regional

import (
	"math"
	"slices"
	"strconv"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/block"
	"rakor/ui/chart"
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
			{title: "#"},
			{title: s.words.ColRegion, left: true, least: leastName},
			{title: s.lang.Of(s.Indicator.Short)},
			{title: w.ToProvince},
			{title: w.People},
			{title: w.ToNation},
			{title: w.People},
			{title: w.OfAll},
			{title: w.Percentile, table: true},
			{title: w.Period, left: true, table: true},
			{title: s.words.ColSource, left: true, least: leastSource, table: true},
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
		if r.OK && (!compare.Total(s.Indicator) || r.Region.Level.IsLocal()) {
			rec.value = r.Observation.Value
		}
		rec.cells = s.standingCells(st)
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

// standingCells writes the columns of the position.
func (s screen) standingCells(st compare.Standing) []string {
	r := st.Row
	cells := []string{"", s.lang.RegionShort(r.Region), "-", "-", "-", "-", "-", "", "", s.lang.Period(r.Period), s.env.Words.Common.Missing}
	if r.OK {
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
	return cells
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
		for i := range s.Trend.Lines {
			cells, ok := s.courseCells(i, k)
			any = any || ok
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

// courseCells writes figure, change and percent of line i in year k; ok is false
// where there is no figure.
func (s screen) courseCells(i, k int) (cells [3]string, ok bool) {
	cells[0] = "-"
	p, ok := s.point(i, k)
	if !ok {
		return cells, false
	}
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
	return cells, true
}

// alone gives the chart of one line with the target.
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
	if s.found.known.Known() {
		e.says = append(e.says, paragraph{s.assumed(), theme.Warn})
	}
	return e
}

func (s screen) assumed() string { return "! " + s.lang.AssumedError(s.found.known) }

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
