package regional

import (
	"math"
	"slices"
	"strconv"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/report"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// exhibit is one analysis to be drawn: a chart, the same as a table, and what
// it says.
type exhibit struct {
	title   string
	columns []column
	rows    []record
	bars    bool                               // rows end in a bar of their value, where it is no table
	refs    []chart.Ref                        // of the bars
	draw    func(a block.Area) (drawn bool)    // the chart; nil: rows with bars
	says    []paragraph                        // what it says, the most important first
	remarks func() []string                    // on the frame, once it is drawn
	dots    func(a block.Area, y int, i int)   // instead of a bar
	heat    func(a block.Area) (remark string) // instead of the table of rows
	vector  report.Drawing                     // in documents, where it is not one of the usual ones
}

// column is one column of a table.
type column struct {
	title string
	left  bool // text: at the left
	least int  // columns that it may be cut to; 0: never
	table bool // only in the table, not beside the chart
}

// record is one row of a table.
type record struct {
	cells    []string
	style    theme.Style
	region   model.RegionCode // selected by a press; "" for none
	selected bool
	value    float64 // of the bar; NaN: none
	bar      theme.Style
	rule     bool // a rule above it
}

// exhibit gives the analysis that is looked at.
func (s screen) exhibit(w int) exhibit {
	switch s.Analysis {
	case state.Position:
		return s.positionExhibit()
	case state.Course:
		return s.courseExhibit()
	case state.Effectiveness:
		return s.effectExhibit()
	case state.Relevance:
		return s.relevanceExhibit()
	case state.Association:
		return s.associationExhibit(w)
	case state.Quadrant:
		return s.quadrantExhibit(w)
	case state.Multiples:
		return s.multiplesExhibit()
	case state.Decomposition:
		return s.partsExhibit()
	case state.Convergence:
		return s.convergenceExhibit()
	case state.Difference:
		return s.differenceExhibit()
	case state.Overview:
	}
	return exhibit{}
}

// number of the analysis among all, as the title tells it.
func (s screen) step() string {
	all := state.Analyses()
	return "a " + strconv.Itoa(slices.Index(all, s.Analysis)+1) + "/" + strconv.Itoa(len(all))
}

// analysis draws one analysis: the chart or table above, what it says below.
func (s screen) analysis(a block.Area) {
	e := s.exhibit(a.W)
	if a.W >= wideColumns && a.H >= wideLines {
		says := min(max(height(e.says, a.W-4)+min(len(e.says)-1, 2)+2, 6), a.H/3+1)
		top := a.Sub(0, 0, a.W, a.H-says)
		in := top.Box(theme.Border, theme.Heading, e.title)
		remarks := s.show(in.Sub(1, 0, in.W-2, in.H), e)
		s.note(top.Sub(2, top.H-1, top.W-4, 1), remarks)
		a.Right(0, 0, a.W-2, theme.Muted, " "+s.step()+" ")
		box := a.Sub(0, a.H-says, a.W, says).Box(theme.Border, theme.Heading, s.words.Reading)
		s.paragraphs(box.Sub(1, 0, box.W-2, box.H), e.says)
		return
	}
	a = a.Sub(1, 0, a.W-2, a.H)
	says := min(max(a.H/3, 3), max(height(e.says, a.W), 1))
	rest := a.H - says
	a.HLine(0, 0, a.W, theme.Border)
	x := a.Clip(1, 0, a.W-12, theme.Heading, " "+e.title)
	a.Text(x, 0, theme.Border, " ")
	a.Right(0, 0, a.W-1, theme.Muted, " "+s.step()+" ")
	body := a.Sub(0, 1, a.W, rest-1)
	if a.H >= ruledLines {
		body.H--
		a.HLine(0, rest-1, a.W, theme.Border)
		s.note(a.Sub(1, rest-1, a.W-2, 1), s.show(body, e))
	} else {
		s.show(body, e)
	}
	s.paragraphs(a.Sub(0, rest, a.W, says), e.says)
}

// show draws chart or table, and gives the remarks for the frame.
func (s screen) show(a block.Area, e exhibit) []string {
	if len(e.rows) == 0 {
		a.Clip(0, 0, a.W, theme.Muted, s.lang.AnalysisWords().NoFigures)
		return nil
	}
	if !s.Table && e.draw != nil && e.draw(a) {
		if e.remarks != nil {
			return e.remarks()
		}
		return nil
	}
	if s.Table && e.heat != nil {
		return []string{e.heat(a)}
	}
	a.Clear()
	below := s.tabulate(a, e)
	if below > 0 {
		return []string{s.words.Hidden(0, below)}
	}
	if e.remarks != nil && !s.Table && e.draw == nil {
		return e.remarks()
	}
	return nil
}

// tabulate draws the rows, those around the selected one where not all fit, and
// tells how many are below.
func (s screen) tabulate(a block.Area, e exhibit) (below int) {
	chosen := s.fitting(e, a.W)
	widths := s.widths(e, chosen, a.W)
	x := make([]int, len(chosen))
	at := 2
	for i := range chosen {
		x[i] = at
		at += widths[i] + 2
	}
	track := s.strip(a, e, at)
	for i, c := range chosen {
		s.cell(a, x[i], 0, widths[i], theme.Muted, e.columns[c], e.columns[c].title)
	}
	lines := a.H - 1
	rules := 0
	for _, r := range e.rows {
		rules += count(r.rule)
	}
	if len(e.rows)+rules > lines {
		rules = 0
	}
	n := min(len(e.rows), lines)
	sel := max(slices.IndexFunc(e.rows, func(r record) bool { return r.selected }), 0)
	from := max(0, min(sel-n/2, len(e.rows)-n))
	y := 1
	for i := from; i < from+n; i++ {
		r := e.rows[i]
		if r.rule && rules > 0 {
			a.HLine(0, y, a.W, theme.Border)
			track.RefLines(a, y, 1)
			y++
		}
		s.mark(a, y, r)
		for k, c := range chosen {
			if c < len(r.cells) {
				s.cell(a, x[k], y, widths[k], r.style, e.columns[c], r.cells[c])
			}
		}
		if track.W > 0 && e.dots != nil {
			e.dots(a.Sub(at, y, a.W-at, 1), 0, i)
		} else if track.W > 0 {
			track.Bar(a, y, r.value, r.bar)
		}
		if r.selected {
			a.Sub(0, y, min(at, a.W), 1).Select(0)
		}
		if r.region != "" {
			a.Hit(0, y, a.W, 1, state.SelectRegion{Region: r.region})
		}
		y++
	}
	return len(e.rows) - from - n
}

// strip makes the track of the bars behind column at, with its axis; one of no
// width where there are none.
func (s screen) strip(a block.Area, e exhibit, at int) chart.Track {
	if !e.bars && e.dots == nil || s.Table || a.W-at < leastBar {
		return chart.Track{}
	}
	values := make([]float64, 0, len(e.rows))
	for _, r := range e.rows {
		values = append(values, r.value)
	}
	t := chart.NewTrack(at, a.W-at, e.refs, values...)
	t.Axis(a, 0, s.lang, theme.Muted)
	return t
}

func (s screen) mark(a block.Area, y int, r record) {
	switch {
	case r.selected:
		a.Text(0, y, theme.Accent, "▸")
	case r.region != "" && r.region == s.Home.Code:
		a.Text(0, y, theme.Accent, "●")
	}
}

func (s screen) cell(a block.Area, x, y, w int, st theme.Style, c column, text string) {
	if c.left {
		a.Clip(x, y, w, st, text)
		return
	}
	a.Right(x, y, w, st, text)
}

// fitting chooses the columns that there is room for, the last ones left out
// first.
func (s screen) fitting(e exhibit, w int) []int {
	var out []int
	for i, c := range e.columns {
		if !c.table || s.Table {
			out = append(out, i)
		}
	}
	bars := 0
	if (e.bars || e.dots != nil) && !s.Table {
		bars = 2 * leastBar // the chart goes before its further columns
	}
	for len(out) > 3 {
		sum := 2 + bars
		for _, i := range out {
			n := s.wanted(e, i)
			if l := e.columns[i].least; l > 0 {
				n = min(n, l)
			}
			sum += n + 2
		}
		if sum-2 <= w {
			break
		}
		out = out[:len(out)-1]
	}
	return out
}

// wanted gives the widest cell of a column.
func (s screen) wanted(e exhibit, i int) int {
	n := block.Width(e.columns[i].title)
	for _, r := range e.rows {
		if i < len(r.cells) {
			n = max(n, block.Width(r.cells[i]))
		}
	}
	return n
}

// widths gives the columns what they want, those that may be cut what is left.
func (s screen) widths(e exhibit, chosen []int, w int) []int {
	out := make([]int, len(chosen))
	over := 2 - w
	if (e.bars || e.dots != nil) && !s.Table {
		over += leastBar
	}
	for k, i := range chosen {
		out[k] = s.wanted(e, i)
		over += out[k] + 2
	}
	for k, i := range chosen {
		if l := e.columns[i].least; l > 0 && over > 0 {
			cut := min(over, max(out[k]-l, 0))
			out[k] -= cut
			over -= cut
		}
	}
	return out
}

// lines gives the analysis as lines for a screen reader: what it says, then
// each row with its columns named.
func (s screen) analysisLines() []string {
	s.Table = true
	e := s.exhibit(0)
	out := []string{s.lang.AnalysisName(string(s.Analysis)) + ". " + e.title + "."}
	for _, p := range e.says {
		out = append(out, s.words.Reading+": "+p.text)
	}
	if len(e.rows) == 0 {
		return append(out, s.lang.AnalysisWords().NoFigures)
	}
	for _, r := range e.rows {
		text := ""
		for i, c := range r.cells {
			if c == "" || i >= len(e.columns) {
				continue
			}
			if text != "" {
				text += ", "
			}
			text += e.columns[i].title + " " + c
		}
		out = append(out, text+".")
	}
	return out
}

func paragraphsOf(texts []string, st theme.Style) []paragraph {
	var out []paragraph
	for _, t := range texts {
		if t != "" {
			out = append(out, paragraph{t, st})
		}
	}
	return out
}

func (s screen) maybe(m model.Maybe[float64], f func(float64) string) string {
	if !m.OK || math.IsNaN(m.V) {
		return "-"
	}
	return f(m.V)
}

func (s screen) signed(v float64) string { return s.lang.Signed(v, s.Indicator.Decimals) }
