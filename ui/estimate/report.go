package estimate

import (
	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/report"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Report gives the view as a document: the number of people with what it is
// worked out from, how sure it is, the way to the target, every input with its
// source. The stamp is the caller's.
func Report(env block.Env, v View) report.Page {
	p := newPage(env, v)
	out := report.Page{Lang: p.l, ID: "estimate", Title: env.Words.Common.Tabs[state.TabEstimate], Sub: p.Region.Name + " · " + p.l.PeriodLong(v.Period)}
	out.Stamp.Period = v.Period.String()
	for _, n := range v.notes {
		label, why := p.warning(n)
		out.Alerts = append(out.Alerts, label+". "+why)
	}
	if v.Result.OK {
		out.Blocks = append(out.Blocks, p.mainFacts())
		out.Blocks = append(out.Blocks, said(p.linearResult())...)
		if f, ok := p.sureFigure(); ok {
			out.Blocks = append(out.Blocks, f)
		}
	} else {
		out.Blocks = append(out.Blocks, said(p.trouble())...)
	}
	out.Blocks = append(out.Blocks, said(p.linearBase())...)
	out.Blocks = append(out.Blocks, report.Heading{Level: 2, Text: p.goalTitle()})
	out.Blocks = append(out.Blocks, said(p.linearGoal())...)
	out.Blocks = append(out.Blocks, said(p.linearCost())...)
	out.Blocks = append(out.Blocks, said(p.linearRegister())...)
	out.Blocks = append(out.Blocks, report.Heading{Level: 2, Text: p.w.LedgerTitle}, p.inputsTable())
	if head, rows := ScenarioRows(env, v); len(rows) > 0 {
		t := report.Table{}
		for i, h := range head {
			t.Columns = append(t.Columns, report.Column{Title: h, Left: i == 0})
		}
		for _, r := range rows {
			t.Rows = append(t.Rows, report.Row{Cells: r})
		}
		out.Blocks = append(out.Blocks, report.Heading{Level: 2, Text: p.w.Scenario.Title}, t)
	}
	if len(v.History) > 0 {
		out.Blocks = append(out.Blocks, report.Heading{Level: 2, Text: p.w.HistoryTitle}, p.historyTable())
	}
	var works report.Works
	Cite(v, &works)
	out.Sources = works.List()
	return out
}

// Sayings are what the tab says of an estimate, a sentence each.
type Sayings struct {
	Poor []string // how many people, from what, how sure
	Base []string // against what BPS published
	Goal []string // the way to the target
	Cost []string // what the gap comes to
}

// Say gives the sentences of the tab.
func Say(env block.Env, v View) Sayings {
	p := newPage(env, v)
	out := Sayings{Base: p.linearBase(), Goal: p.linearGoal(), Cost: p.linearCost()}
	if v.Result.OK {
		out.Poor = p.linearResult()
	} else {
		out.Poor = p.trouble()
	}
	return out
}

// Cite adds the sources of the published inputs.
func Cite(v View, works *report.Works) {
	facts := []Fact{v.Count, v.Admin}
	for _, in := range v.Inputs {
		facts = append(facts, in.Published)
	}
	for _, f := range facts {
		if f.OK && len(f.Sources) > 0 {
			works.Add(f.Sources[0])
		}
	}
}

func said(lines []string) []report.Block {
	out := make([]report.Block, 0, len(lines))
	for _, l := range lines {
		out = append(out, report.Text{Text: l})
	}
	return out
}

// mainFacts are rate, population and their product.
func (p page) mainFacts() report.Facts {
	rate, people, r := p.Inputs[state.InputRate], p.Inputs[state.InputPopulation], p.Result.V
	period := p.Period.String()
	fact := func(id, label, text string, v float64, unit string, at string) report.Fact {
		return report.Fact{ID: id, Label: label, Text: text, Value: model.Known(v), Unit: unit, Period: at}
	}
	return report.Facts{Large: true, Rows: []report.Fact{
		fact("rate", p.w.Names[state.InputRate], p.rate(), rate.Value, "percent", period),
		fact("population", p.w.Names[state.InputPopulation], p.people()+" "+p.w.People, people.Value, "person", people.Published.Period.String()),
		fact("poor", p.w.LinearResult, p.count(r.Poor)+" "+p.w.People, float64(r.Poor), "person", period),
	}}
}

// sureFigure draws the interval of the number of people, and that of the rate
// it is compared with.
func (p page) sureFigure() (report.Figure, bool) {
	if !p.Sure.OK {
		return report.Figure{}, false
	}
	d := report.Dots{Lang: p.l}
	t := report.Table{Columns: []report.Column{{Title: p.w.ColPeriod, Left: true}, {Title: p.w.People}, {Title: p.w.RowLow}, {Title: p.w.RowHigh}}}
	add := func(name string, poor int64, s Sure, st theme.Style) {
		lo, hi := s.Interval.Low.N(), s.Interval.High.N()
		d.Rows = append(d.Rows, chart.DotRow{Name: name, Value: float64(poor), Lo: float64(lo), Hi: float64(hi), Style: st})
		t.Rows = append(t.Rows, report.Row{Cells: []string{name, p.count(poor), p.count(lo), p.count(hi)}})
	}
	add(p.l.Period(p.Period), p.Result.V.Poor, p.Sure.V, theme.BarHome)
	if b := p.Before; b.OK {
		add(p.earlier(false), b.V.Poor, b.V.Sure, theme.Bar)
	}
	return report.Figure{Caption: p.w.Sure.Interval, Drawing: d, Table: t}, true
}

func (p page) inputsTable() report.Table {
	t := report.Table{Columns: []report.Column{
		{Title: p.w.ColInput, Left: true}, {Title: p.w.ColUsed}, {Title: p.w.ColPublished}, {Title: p.w.ColDifference}, {Title: p.w.ColPeriod, Left: true}, {Title: p.w.ColSource, Left: true},
	}}
	for id := range state.Inputs {
		t.Rows = append(t.Rows, report.Row{Cells: p.inputCells(id, p.Inputs[id]), Strong: p.Inputs[id].User})
	}
	return t
}

func (p page) historyTable() report.Table {
	t := report.Table{Columns: []report.Column{{Title: p.w.ColPeriod, Left: true}, {Title: p.w.ColRate}, {Title: p.w.ColCount}, {Title: p.w.ColImplied}, {Title: p.w.ColLine}}}
	breaks := false
	for _, r := range p.History {
		row := report.Row{Cells: []string{p.l.Period(r.Period), p.l.Number(r.Rate, 2), "-", "-", "-"}, Strong: r.Period == p.Period}
		if r.Count.OK {
			row.Cells[2] = p.l.Number(r.Count.V, r.Decimals)
		}
		if r.Implied.OK {
			row.Cells[3] = p.thousands(r.Implied.V)
		}
		if r.Line.OK {
			row.Cells[4] = p.l.Number(r.Line.V, 0)
		}
		if r.Break {
			row.Cells[0] += " ┄"
			breaks = true
		}
		t.Rows = append(t.Rows, row)
	}
	if breaks {
		t.Notes = []string{p.w.BreakFoot}
	}
	return t
}
