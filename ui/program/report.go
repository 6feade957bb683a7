package program

import (
	"math"
	"strings"

	"rakor/model"
	"rakor/model/target"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/report"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Report gives the view as a document: sums with what they leave out, by
// strategy and by office, then every entry shown. The stamp is the caller's.
func Report(env block.Env, v View) report.Page {
	x := v.writer(env)
	p := report.Page{Lang: x.l, ID: "programs", Title: env.Words.Common.Tabs[state.TabProgram], Sub: v.Home.Name}
	if v.To != 0 {
		p.Sub += " · " + x.w.Years(v.From, v.To)
		p.Stamp.Period = x.year(v.From)
		if v.From != v.To {
			p.Stamp.Period += "/" + x.year(v.To)
		}
	}
	if !v.Listed {
		for _, s := range v.noList(env) {
			p.Blocks = append(p.Blocks, report.Text{Text: s})
		}
		return p
	}
	if v.Filter != "" {
		p.Alerts = append(p.Alerts, x.w.LinearFilter+": "+v.Filter+". "+x.w.RowsShown(len(v.Rows), v.All)+".")
	}
	if t := &v.Totals; t.Samples > 0 {
		p.Alerts = append(p.Alerts, x.l.PaperWords().Samples(t.Samples, t.Rows))
	}
	p.Blocks = append(p.Blocks, Sums(env, v))
	p.Blocks = append(p.Blocks, report.Heading{Level: 2, Text: x.w.ByStrategy}, Strategies(env, v))
	if len(v.Departments) > 0 {
		p.Blocks = append(p.Blocks, report.Heading{Level: 2, Text: x.w.ByDepartment}, v.departmentTable(env))
	}
	p.Blocks = append(p.Blocks, report.Heading{Level: 2, Text: x.w.LinearRows}, v.entryTable(env))
	p.Blocks = append(p.Blocks, v.cares(env)...)
	var works report.Works
	for _, e := range v.Rows {
		for _, id := range e.Sources {
			works.Add(v.data.Source(id))
		}
	}
	p.Sources = works.List()
	return p
}

// cares is what is missing, mixed or odd in the list, and what it means.
func (v View) cares(env block.Env) []report.Block {
	var out []report.Block
	for k := range warnings {
		if k == warnSamples || !v.holds(k) { // samples are said first of all
			continue
		}
		if len(out) == 0 {
			out = append(out, report.Heading{Level: 2, Text: env.Words.Program.WarnTitle})
		}
		what, why := v.warning(env, k)
		out = append(out, report.Text{Text: strings.TrimSuffix(what, ".") + ". " + why})
	}
	return out
}

// Sums are the sums of what is shown, samples left out.
func Sums(env block.Env, v View) report.Facts {
	x := v.writer(env)
	rw := x.l.ReportWords()
	t := &v.Totals
	f := report.Facts{}
	add := func(id, label, text string, value model.Maybe[float64], unit string) {
		f.Rows = append(f.Rows, report.Fact{ID: id, Label: label, Text: text, Value: value, Unit: unit})
	}
	add("rows", rw.Rows, x.w.RowsAll(t.Rows, t.Samples), model.Known(float64(t.Counted())), "row")
	money := func(id, label, mark string, m target.Money) {
		if m.Rows > 0 {
			add(id, label, mark+rw.OfRows(x.l.Money(int64(m.Sum)), m.Rows), model.Known(float64(m.Sum)), "rupiah")
		}
	}
	money("budget", rw.BudgetRead, "", t.Budget)
	money("budget_computed", rw.BudgetComputed, x.mark+" ", t.Computed)
	if t.Known().Rows == 0 {
		add("budget", rw.BudgetRead, x.w.SumNothing, model.Maybe[float64]{}, "rupiah")
	}
	if t.NoBudget > 0 {
		add("no_budget", rw.BudgetNone, x.l.Int(int64(t.NoBudget)), model.Known(float64(t.NoBudget)), "row")
	}
	if len(t.Targets) > 0 {
		add("targets", x.w.LinearTargets, targets(env, t.Targets), model.Maybe[float64]{}, "")
	}
	return f
}

// columnsOfSums are those of the panel of sums as a table.
func (x writer) columnsOfSums(name string) []report.Column {
	return []report.Column{
		{Title: name, Left: true},
		{Title: x.w.SumColRows},
		{Title: x.w.FlagLetters[model.FlagSample]},
		{Title: x.w.SumColRead},
		{Title: x.w.SumColComputed},
		{Title: x.w.SumColKnown},
		{Title: x.w.SumColNone},
	}
}

func (x writer) sumCells(r sumRow, decimals int) []string {
	return []string{
		r.name, x.l.Int(int64(r.rows)), x.l.Int(int64(r.samples)), x.l.Number(r.read, decimals), x.l.Number(r.computed, decimals),
		x.l.Number(r.sum, decimals), x.l.Int(int64(r.no)),
	}
}

// Strategies gives the sums by strategy, as bars and as a table.
func Strategies(env block.Env, v View) report.Figure {
	x := v.writer(env)
	decimals := budgetDecimals(v.Smallest)
	d := report.Bars{Lang: x.l, Decimals: decimals}
	t := report.Table{Columns: x.columnsOfSums(x.w.SumColName), Notes: v.sumNotes(env)}
	known := false
	for _, r := range v.strategyRows(env) {
		d.Rows = append(d.Rows, chart.BarRow{Name: r.name, Value: r.sum, Style: theme.Bar})
		t.Rows = append(t.Rows, report.Row{Cells: x.sumCells(r, decimals)})
		known = known || !math.IsNaN(r.sum)
	}
	f := report.Figure{Caption: x.w.SumColKnown, Table: t}
	if known {
		f.Drawing = d
	}
	return f
}

func (v View) departmentTable(env block.Env) report.Table {
	x := v.writer(env)
	t := report.Table{Columns: x.columnsOfSums(x.w.ColDepartment)}
	for _, d := range v.Departments {
		r := rowOf(d.Totals)
		r.name = d.Key
		t.Rows = append(t.Rows, report.Row{Cells: x.sumCells(r, budgetDecimals(v.Smallest))})
	}
	return t
}

// entryTable lists the entries as shown, samples marked.
func (v View) entryTable(env block.Env) report.Table {
	x := v.writer(env)
	w := x.w
	t := report.Table{Columns: []report.Column{
		{Title: w.LabelActivity, Left: true},
		{Title: w.ColDepartment, Left: true},
		{Title: w.ColCode, Left: true},
		{Title: w.ColStrategy, Left: true},
		{Title: w.ColYear, Left: true},
		{Title: w.ColTarget, Left: true},
		{Title: w.LabelBudget + " (Rp)"},
		{Title: w.LabelRealised + " (Rp)"},
		{Title: w.ColPlace, Left: true},
		{Title: w.LabelFlags, Left: true},
	}}
	for _, p := range v.Rows {
		name := title(p)
		if p.Sample {
			name = w.FlagLetters[model.FlagSample] + " " + w.SampleTag + ": " + name
		}
		cells := []string{name, p.Department, p.Code, "-", x.year(p.Year), "-", "-", "-", x.places(p, ", "), x.flagLetters(p)}
		if p.Strategy != 0 {
			cells[3] = x.l.Int(int64(p.Strategy))
		}
		if p.Target.OK {
			cells[5] = x.l.Count(p.Target.V)
		} else if p.TargetText != "" {
			cells[5] = p.TargetText
		}
		if p.Budget.OK {
			cells[6] = x.l.Int(int64(p.Budget.V))
		}
		if p.Realised.OK {
			cells[7] = x.l.Int(int64(p.Realised.V))
		}
		t.Rows = append(t.Rows, report.Row{Cells: cells})
	}
	var legend []string
	for f, letter := range w.FlagLetters {
		legend = append(legend, letter+" "+w.FlagWords[f])
	}
	t.Notes = []string{w.LabelFlags + ": " + strings.Join(legend, ", ")}
	return t
}

// flagLetters gives what is missing or odd as letters.
func (x writer) flagLetters(p *model.Programme) string {
	var out []string
	for _, f := range p.Flags() {
		out = append(out, x.w.FlagLetters[f])
	}
	return strings.Join(out, " ")
}
