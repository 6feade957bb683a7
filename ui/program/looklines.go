package program

import (
	"math"
	"strings"

	"rakor/model"
	"rakor/model/target"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// orderWords gives the columns that the list is sorted by, with their
// directions, as one piece; none for the list's own order.
func (v View) orderWords(w *lang.Program) []string {
	var out []string
	for _, o := range v.Orders {
		mark := " ▲"
		if o.Desc {
			mark = " ▼"
		}
		out = append(out, w.SortWord(string(o.Key))+mark)
	}
	if len(out) == 0 {
		return nil
	}
	return []string{strings.Join(out, w.Looks.AndThen)}
}

// sayOrder says what the list is sorted by and what its groups amount to.
func (v View) sayOrder(x writer, say func(label, text string)) {
	for i, o := range v.Orders {
		label := x.w.LinearSort
		if i > 0 {
			label += " " + x.l.Int(int64(i+1))
		}
		say(label, x.w.SortOrder(x.w.SortWord(string(o.Key)), o.Desc))
	}
	for _, s := range v.Sections {
		known := s.Known()
		say(x.w.LinearSums, x.w.Looks.GroupHead(x.groupName(v.By, s.Key), s.Counted(), int64(known.Sum), known.Rows, s.Samples))
	}
}

// lookStatus names what a view other than the list was worked out from.
func (v View) lookStatus(x writer) string {
	s := x.w.Looks.ListSource
	if v.View == state.JudgeView || v.View == state.MoneyView {
		if j := v.Judge; j.PoorN.OK && len(j.Poor.V.Sources) > 0 {
			s += "; " + x.sourceTitle(j.Poor.V.Sources[0]) + " (" + x.l.Period(j.Poor.V.Period) + ")"
		}
	}
	return x.w.StatusSource(s)
}

// sayAbsorbed gives the figures of a group in one line.
func (x writer) sayAbsorbed(a target.Absorption) string {
	w := x.w.Looks
	out := []string{x.w.RowsAll(a.Rows, 0)}
	if a.Budget.Rows > 0 {
		out = append(out, x.w.SumBudget(a.Budget.Rows, int64(a.Budget.Sum)))
	} else {
		out = append(out, x.w.SumNothing)
	}
	if a.Semester1.OK {
		out = append(out, w.HalfShare(x.l.Percent(a.Semester1.V, 1)), w.Below(a.Below))
	}
	if a.Year.OK {
		out = append(out, w.YearShare(x.l.Percent(a.Year.V, 1)))
	}
	if !a.Semester1.OK && !a.Year.OK {
		out = append(out, w.NoAbsorbed)
	}
	return strings.Join(out, "; ")
}

// sayCell gives the figures of a cell in one line.
func (x writer) sayCell(c target.Cell) string {
	if c.Empty() {
		return x.w.Looks.Empty
	}
	out := []string{x.w.RowsAll(c.Rows, 0)}
	if c.Budget.Rows > 0 {
		out = append(out, x.w.SumBudget(c.Budget.Rows, int64(c.Budget.Sum)))
	}
	if c.PeopleRows > 0 {
		out = append(out, x.w.Looks.TargetsOf(x.l.Count(model.Count{N: c.People, Unit: model.PerPerson})))
	}
	return strings.Join(out, "; ")
}

// figures gives what a view shows, a label and a text a line.
func (x writer) figures(env block.Env, v View) []fact {
	var out []fact
	switch v.View {
	case state.MatrixView:
		m := &v.Judge.Matrix
		for i, p := range m.Places {
			for j, s := range m.Strategies {
				out = append(out, fact{label: x.w.Looks.LinearCell(p.Name, x.strategy(s.Code)), text: x.sayCell(m.Cells[i][j])})
			}
		}
		for j, s := range m.Strategies {
			if c := m.Everywhere[j]; !c.Empty() {
				out = append(out, fact{label: x.w.Looks.LinearCell(x.w.Looks.Everywhere, x.strategy(s.Code)), text: x.sayCell(c)})
			}
		}
	case state.JudgeView:
		parts := x.parts(v.Judge)
		for i, p := range Passages(env, v) {
			out = append(out, fact{label: p.Head, text: parts[i].text})
		}
	default:
		for _, g := range v.Groups {
			out = append(out, fact{label: x.groupName(v.By, g.Key), text: x.sayAbsorbed(g.Absorption)})
		}
	}
	return out
}

// chosen gives the place of what is selected among the figures; -1 for none.
func (v View) chosen() int {
	if v.View == state.MatrixView {
		return v.Cell[0]*len(v.Judge.Matrix.Strategies) + v.Cell[1]
	}
	return v.GroupAt
}

// lookLines says what a view other than the list shows, a fact a line.
func (v View) lookLines(env block.Env) []string {
	x := v.writer(env)
	out := []string{block.Clean(x.w.Looks.LinearView + ": " + v.lookTitle(env))}
	all := x.figures(env, v)
	for _, f := range all {
		out = append(out, block.Clean(f.label+": "+f.text))
	}
	for _, p := range Passages(env, v) {
		for _, line := range p.Lines {
			out = append(out, block.Clean(p.Head+": "+line))
		}
	}
	if i := v.chosen(); i >= 0 && i < len(all) {
		out = append(out, block.Clean(x.w.LinearSelected+": "+all[i].label))
	}
	return out
}

// lookCard is the sheet of a view other than the list: what is selected, then
// everything that the view says.
func lookCard(env block.Env, v View) block.Sheet {
	x := v.writer(env)
	sh := block.Sheet{Title: v.lookTitle(env)}
	all := x.figures(env, v)
	if i := v.chosen(); i >= 0 && i < len(all) {
		sh.Rows = append(sh.Rows, block.SheetRow{Label: all[i].label}, block.SheetRow{Text: all[i].text, Style: theme.Strong})
	}
	for _, p := range Passages(env, v) {
		sh.Rows = append(sh.Rows, block.SheetRow{}, block.SheetRow{Label: p.Head})
		for _, line := range p.Lines {
			sh.Rows = append(sh.Rows, block.SheetRow{Text: line})
		}
	}
	sh.Rows = append(sh.Rows, block.SheetRow{}, block.SheetRow{Text: v.lookStatus(x), Style: theme.Muted})
	return sh
}

// drawAbsorbed draws how much of a budget was realised, of semester I where it is
// known, with the line of half of it.
func drawAbsorbed(_ *table, a block.Area, x, y, w int, p *model.Programme, _ theme.Style) {
	share := math.NaN()
	budget := p.EffectiveBudget()
	if s, ok := target.Absorbed(p); ok {
		share = s
	}
	if budget.OK && budget.V > 0 && p.RealisedH1.OK {
		share = float64(p.RealisedH1.V) / float64(budget.V) * 100
	}
	if math.IsNaN(share) {
		return
	}
	line := target.HalfBySemester1().Percent
	st := theme.Bar
	if p.RealisedH1.OK && share < line {
		st = theme.Warn
	}
	t := chart.Track{X: x, W: w, Scale: chart.Scale{Lo: 0, Hi: 100, Step: line}, Refs: []chart.Ref{{Value: line, Style: theme.RefLine}}}
	t.Bar(a, y, min(share, 100), st)
}
