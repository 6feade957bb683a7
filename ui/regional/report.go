package regional

import (
	"math"
	"slices"
	"strings"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/lang"
	"rakor/ui/report"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Report gives the view as a document: the chart, the same as a table, what it
// says, and where the figures are from. The stamp is the caller's.
func Report(env block.Env, v View) report.Page {
	v.Table = false // the document has both
	s := newScreen(env, v)
	p := report.Page{Lang: s.lang, ID: "overview", Sub: s.lang.Region(v.Home) + " · " + s.lang.PeriodLong(v.Period)}
	p.Stamp.Period = v.Period.String()
	var works report.Works
	if v.Analysis != state.Overview {
		p.ID = string(v.Analysis)
	}
	if f, ok := compare.Find(v.Facts, compare.RuleUnlike); ok {
		p.Alerts = append(p.Alerts, s.lang.Unlike(f, s.scene()))
	}
	if v.Analysis == state.Overview {
		s.overviewPage(&p, &works)
	} else {
		e := s.tabled()
		p.Title = e.title
		p.Blocks = s.blocks(e, &works)
	}
	s.cite(&works)
	p.Sources = works.List()
	return p
}

// Section gives one analysis as blocks of a longer document, under a heading,
// with the sources it uses added to works.
func Section(env block.Env, v View, works *report.Works) []report.Block {
	v.Table = false
	s := newScreen(env, v)
	e := s.tabled()
	head := s.lang.AnalysisName(string(v.Analysis))
	e.title = strings.TrimPrefix(e.title, head+" · ")
	out := append([]report.Block{report.Heading{Level: 3, Text: head}}, s.blocks(e, works)...)
	s.cite(works)
	return out
}

// Say gives what the tab reads from the comparison: the sentence, what is to be
// heeded, and whether figures are unlike.
func Say(env block.Env, v View) (says, cares []string, unlike string) {
	s := newScreen(env, v)
	if text := s.lang.Sentence(s.Facts, s.scene(), lang.Full); text != "" {
		says = append(says, text)
	}
	for _, f := range s.Facts {
		text := s.lang.Say(f, s.scene())
		switch {
		case f.Rule == compare.RuleUnlike:
			unlike = s.lang.Unlike(f, s.scene())
		case text != "":
			cares = append(cares, text)
		}
	}
	return says, cares, unlike
}

// Years gives the chart of lines over the years.
func Years(env block.Env, v View) (report.Figure, bool) {
	v.Table = false
	s := newScreen(env, v)
	d, remarks := linesOf(s)
	if d == nil {
		return report.Figure{}, false
	}
	one := s
	one.found.courses = nil
	for _, l := range s.Trend.Lines {
		one.found.courses = append(one.found.courses, compare.Follow(l, s.Indicator.Decimals))
	}
	return report.Figure{Caption: s.trendTitle(), Drawing: d, Remarks: remarks, Table: one.tableOf(one.courseExhibit())}, true
}

// tabled gives the exhibit with all columns of its table.
func (s screen) tabled() exhibit {
	s.Table = true
	return s.exhibit(0)
}

// blocks gives an exhibit's chart with its table, then what it says.
func (s screen) blocks(e exhibit, works *report.Works) []report.Block {
	if len(e.rows) == 0 {
		return []report.Block{report.Text{Text: s.lang.AnalysisWords().NoFigures, Tone: report.Aside}}
	}
	if s.Analysis == state.Position {
		s.numberSources(e, works)
	}
	t := s.tableOf(e)
	t.Caption = e.title
	var out []report.Block
	if d, remarks := s.drawingOf(e); d != nil {
		out = append(out, report.Figure{Caption: e.title, Drawing: d, Remarks: remarks, Table: t})
	} else {
		out = append(out, t)
	}
	return append(out, paragraphBlocks(e.says)...)
}

func paragraphBlocks(ps []paragraph) []report.Block {
	var out []report.Block
	for _, p := range ps {
		tone := report.Said
		switch p.style {
		case theme.Warn:
			tone = report.Care
		case theme.Muted:
			tone = report.Aside
		default:
		}
		out = append(out, report.Text{Text: p.text, Tone: tone})
	}
	return out
}

func (s screen) tableOf(e exhibit) report.Table {
	var t report.Table
	for _, c := range e.columns {
		t.Columns = append(t.Columns, report.Column{Title: c.title, Left: c.left})
	}
	for _, r := range e.rows {
		home := r.region != "" && r.region == s.Home.Code
		t.Rows = append(t.Rows, report.Row{Cells: r.cells, Strong: home || r.style == theme.Strong, Rule: r.rule})
	}
	return t
}

// drawingOf gives the chart of the analysis as a document draws it, nil where
// its table says all.
func (s screen) drawingOf(e exhibit) (report.Drawing, []string) {
	if e.vector != nil {
		return e.vector, nil
	}
	switch s.Analysis {
	case state.Position, state.Decomposition:
		if allMissing(e.rows) {
			return nil, nil
		}
		return s.barsOf(e)
	case state.Course, state.Relevance:
		return linesOf(s)
	case state.Effectiveness:
		if len(s.found.years) == 0 {
			return nil, nil
		}
		return linesOf(s.alone(s.found.own, slices.Clone(s.found.years)))
	case state.Association, state.Quadrant:
		return s.dotsOf()
	case state.Difference:
		return s.gapsOf(), nil
	default: // no chart, or one of its own
	}
	return nil, nil
}

func allMissing(rows []record) bool {
	return !slices.ContainsFunc(rows, func(r record) bool { return !math.IsNaN(r.value) })
}

// barsOf draws the rows that have a bar.
func (s screen) barsOf(e exhibit) (report.Drawing, []string) {
	d := report.Bars{Lang: s.lang, Decimals: s.Indicator.Decimals}
	if s.Analysis == state.Decomposition {
		d.Decimals = 2
	}
	name := max(slices.IndexFunc(e.columns, func(c column) bool { return c.left }), 0)
	for _, r := range e.rows {
		if name < len(r.cells) && (!math.IsNaN(r.value) || s.lacks(r)) {
			d.Rows = append(d.Rows, chart.BarRow{Name: r.cells[name], Value: r.value, Style: r.bar})
		}
	}
	if s.Analysis == state.Position && s.lined() {
		d.Refs = []chart.Ref{{Name: s.lang.RegionBare(s.Reference.Region), Value: s.Reference.Observation.Value}}
	}
	return d, nil
}

// lacks tells whether a row has no bar because its figure is missing; a sum of
// many regions has none because it would flatten all others.
func (s screen) lacks(r record) bool {
	region, ok := s.ds.Region(r.region)
	return ok && (region.Level.IsLocal() || !compare.Total(s.Indicator))
}

// plotRows is how many rows a chart would need on the screen to show what its
// vectors show.
const plotRows = 24

func linesOf(s screen) (report.Drawing, []string) {
	if len(s.Trend.Years) == 0 || len(s.Trend.Lines) == 0 {
		return nil, nil
	}
	spec, leftOut := s.legible(s.lines(false), plotRows)
	d := report.Lines(spec)
	d.Values = true
	var remarks []string
	if leftOut != "" {
		remarks = append(remarks, leftOut)
	}
	if ys := s.cutYears(); len(ys) > 0 {
		remarks = append(remarks, s.words.FootBreaks(lang.Years(ys)))
	}
	return d, remarks
}

// dotsOf draws the points of a pair of indicators.
func (s screen) dotsOf() (report.Drawing, []string) {
	if len(s.found.pair.Points) == 0 {
		return nil, nil
	}
	corners := [4]string{}
	if s.Analysis == state.Quadrant {
		corners = s.lang.AnalysisWords().Corners
	}
	return report.Scatter(s.scatterSpec(corners)), nil
}

// gapsOf draws differences with their intervals.
func (s screen) gapsOf() report.Drawing {
	d := report.Dots{Lang: s.lang, Decimals: s.Indicator.Decimals}
	for _, g := range s.found.gaps {
		r := chart.DotRow{Name: s.lang.RegionShort(g.region), Value: g.diff.Points, Lo: math.NaN(), Hi: math.NaN(), Style: theme.Bar}
		if g.region.Code == s.Selected {
			r.Name, r.Style = s.lang.Period(g.with.Period), theme.BarHome
		}
		if g.diff.Known {
			r.Lo, r.Hi = g.diff.Low, g.diff.High
		}
		d.Rows = append(d.Rows, r)
	}
	return d
}

// overviewPage is position and course as the first screen shows them.
func (s screen) overviewPage(p *report.Page, works *report.Works) {
	w := s.lang.AnalysisWords()
	p.Title = s.lang.Of(s.Indicator.Name)
	t := report.Table{Caption: s.positionTitle(), Columns: []report.Column{
		{Title: "#"}, {Title: s.words.ColRegion, Left: true}, {Title: s.short(s.Indicator)}, {Title: w.Period, Left: true}, {Title: s.words.ColSource, Left: true},
	}}
	d := report.Bars{Lang: s.lang, Decimals: s.Indicator.Decimals}
	for i, r := range slices.Concat(s.Locals, s.Above) {
		rank, value := "-", "-"
		if r.Rank > 0 {
			rank = s.lang.Int(int64(r.Rank))
		}
		if !r.Region.Level.IsLocal() {
			rank = ""
		}
		_, bar := s.styled(r.Region.Code)
		row := chart.BarRow{Name: s.lang.RegionShort(r.Region), Value: math.NaN(), Style: bar}
		if r.OK {
			value = s.lang.Value(r.Observation.Value, s.Indicator)
			if !compare.Total(s.Indicator) || r.Region.Level.IsLocal() {
				row.Value = r.Observation.Value
			}
		}
		if r.Off {
			row.Mark = "*"
		}
		d.Rows = append(d.Rows, row)
		t.Rows = append(t.Rows, report.Row{
			Cells:  []string{rank, s.lang.RegionShort(r.Region), value, s.lang.Period(r.Period), s.numbered(obs{r.Observation, r.OK}, works)},
			Strong: r.Region.Code == s.Home.Code, Rule: i == len(s.Locals),
		})
	}
	if s.lined() {
		d.Refs = []chart.Ref{{Name: s.lang.RegionBare(s.Reference.Region), Value: s.Reference.Observation.Value}}
	}
	p.Blocks = append(p.Blocks, report.Figure{Caption: s.positionTitle(), Drawing: d, Table: t})
	if f, ok := Years(s.env, s.View); ok {
		p.Blocks = append(p.Blocks, f)
	}
	p.Blocks = append(p.Blocks, paragraphBlocks(append(s.readings(lang.Full, 1000), s.cares()...))...)
}

// numbered gives the number of a figure's source in the list at the end.
func (s screen) numbered(o obs, works *report.Works) string {
	if !o.OK || len(o.Sources) == 0 {
		return ""
	}
	return s.lang.PaperWords().SourceNo(works.Add(s.ds.Source(o.Sources[0])))
}

// numberSources puts the numbers of the sources where the table of positions
// has their titles.
func (s screen) numberSources(e exhibit, works *report.Works) {
	at := slices.IndexFunc(e.columns, func(c column) bool { return c.title == s.words.ColSource })
	for i, k := range s.found.standings {
		if i < len(e.rows) && at >= 0 && at < len(e.rows[i].cells) {
			e.rows[i].cells[at] = s.numbered(obs{k.Row.Observation, k.Row.OK}, works)
		}
	}
}

// cite adds the sources of the figures that the analysis shows.
func (s screen) cite(w *report.Works) {
	add := func(o obs) {
		if o.OK && len(o.Sources) > 0 {
			w.Add(s.ds.Source(o.Sources[0]))
		}
	}
	switch s.Analysis {
	case state.Association, state.Quadrant:
		for _, k := range s.found.pair.Points {
			add(obs{k.Y, true})
			add(obs{k.X, true})
		}
		return
	case state.Position:
		for _, k := range s.found.standings {
			add(obs{k.Row.Observation, k.Row.OK})
		}
		return
	case state.Multiples:
		s.citeLines(s.found.many.Lines, add)
		return
	case state.Effectiveness:
		s.citeLines([]compare.Line{s.found.own}, add)
	case state.Course, state.Relevance:
		s.citeLines(s.Trend.Lines, add)
	default:
		for _, r := range slices.Concat(s.Locals, s.Above) {
			add(obs{r.Observation, r.OK})
		}
		s.citeLines(s.Trend.Lines, add)
	}
	if s.Target != nil {
		w.Add(s.ds.Source(s.Target.Source))
	}
}

// obs is a figure that may be missing.
type obs struct {
	model.Observation
	OK bool
}

func (s screen) citeLines(lines []compare.Line, add func(obs)) {
	for _, l := range lines {
		for _, p := range slices.Backward(l.Points) {
			add(obs{p.Observation, p.OK})
		}
	}
}
