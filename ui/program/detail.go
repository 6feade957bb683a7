package program

import (
	"strings"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/theme"
)

// panelFacts gives the facts of an entry for a panel with little room: office,
// code and year together, what is not known in one line, sources last.
func (x writer) panelFacts(p *model.Programme) []fact {
	w := x.w
	var office, unknown []string
	var out, last []fact
	for _, f := range x.facts(p) {
		switch {
		case f.unknown:
			unknown = append(unknown, strings.ToLower(f.label))
		case f.label == w.LabelDepartment || f.label == w.LabelCode || f.label == w.LabelYear:
			office = append(office, f.text)
		case f.label == w.LabelProgramme:
			f.text = strings.TrimPrefix(f.text, "Program ")
			last = append([]fact{f}, last...)
		case f.label == w.LabelSource || f.label == "" || f.label == w.LabelNote || f.label == w.LabelEvidence:
			last = append(last, f)
		default:
			out = append(out, f)
		}
	}
	if len(office) > 0 {
		out = append([]fact{{label: w.LabelDepartment, text: strings.Join(office, " · ")}}, out...)
	}
	if len(unknown) > 0 {
		out = append(out, fact{text: w.NotKnown(strings.Join(unknown, ", ")), style: theme.Warn})
	}
	return append(out, last...)
}

// heading gives what stands over the facts, and whether it is a sample.
func (x writer) heading(p *model.Programme) (string, theme.Style) {
	if p.Sample {
		return x.w.FlagLetters[model.FlagSample] + " " + strings.ToUpper(x.w.SampleTag) + ": " + title(p), theme.Warn
	}
	return title(p), theme.Strong
}

// renderDetail draws the selected entry, a fact a line.
func renderDetail(env block.Env, a block.Area, v View) {
	x := v.writer(env)
	p, ok := v.selected()
	if !ok {
		a.Clip(0, 0, a.W, theme.Muted, x.w.NoEntry)
		return
	}
	type line struct {
		label, text string
		style       theme.Style
		first       bool
	}
	var lines []line
	head, st := x.heading(p)
	for i, s := range block.Wrap(head, a.W) {
		if i == 1 { // two lines are enough to know it by; Enter shows all
			rest := strings.TrimPrefix(strings.Join(strings.Fields(block.Clean(head)), " "), lines[0].text)
			lines = append(lines, line{text: block.Clip(strings.TrimSpace(rest), a.W, a.ASCII()), style: st})
			break
		}
		lines = append(lines, line{text: s, style: st})
	}
	facts := x.panelFacts(p)
	labels := 0
	for _, f := range facts {
		labels = max(labels, block.Width(f.label))
	}
	labels = min(labels+2, a.W/3)
	heads := len(lines)
	for _, f := range facts {
		for i, s := range block.Wrap(f.text, a.W-labels) {
			l := line{text: s, style: f.style, first: i == 0}
			if i == 0 {
				l.label = f.label
			}
			lines = append(lines, l)
		}
	}
	shown := len(lines)
	if shown > a.H {
		shown = max(a.H-1, 0)
	}
	left := 0
	for _, l := range lines[shown:] {
		if l.first {
			left++
		}
	}
	for y, l := range lines[:shown] {
		if y < heads {
			a.Text(0, y, l.style, l.text)
			continue
		}
		a.Clip(0, y, labels-1, theme.Muted, l.label)
		a.Text(labels, y, l.style, l.text)
	}
	if shown < len(lines) && a.H > 0 {
		a.Clip(0, a.H-1, a.W, theme.Muted, x.w.MoreLines(max(left, 1)))
	}
}

// renderShort draws the selected entry with its facts one after the other.
func renderShort(env block.Env, a block.Area, v View) {
	x := v.writer(env)
	p, ok := v.selected()
	if !ok {
		a.Clip(0, 0, a.W, theme.Muted, x.w.NoEntry)
		return
	}
	at, y := 0, 1
	facts := x.panelFacts(p)
	left := len(facts)
	for _, f := range facts {
		label := f.label
		if label != "" {
			label += " "
		}
		if at > 0 && at+3+block.Width(label)+block.Width(f.text) > a.W {
			at, y = 0, y+1
		}
		if y >= a.H {
			break
		}
		if at > 0 {
			at = a.Text(at, y, theme.Muted, " · ")
		}
		at = a.Clip(at, y, a.W-at, theme.Muted, label)
		at = a.Clip(at, y, a.W-at, f.style, f.text)
		left--
	}
	room := a.W
	if left > 0 {
		more := x.w.MoreLines(left)
		a.Right(0, 0, a.W, theme.Muted, more)
		room -= block.Width(more) + 2
	}
	head, st := x.heading(p)
	a.Clip(0, 0, room, st, head)
}

// Detail is the sheet of the selected entry: every field, what is not known
// said to be unknown.
func Detail(env block.Env, v View) block.Sheet {
	x := v.writer(env)
	w := x.w
	p, ok := v.selected()
	if !ok {
		return block.Sheet{Title: w.DetailTitle, Rows: []block.SheetRow{{Label: "", Text: w.NoEntry}}}
	}
	sh := block.Sheet{Title: v.detailHead(env)}
	sh.Rows = append(sh.Rows, block.SheetRow{Label: w.LabelActivity, Text: title(p), Style: theme.Strong})
	if p.Sample {
		sh.Rows = append(sh.Rows, block.SheetRow{Label: w.LabelFlags, Text: w.SampleWhy, Style: theme.Warn})
	}
	for _, f := range x.facts(p) {
		sh.Rows = append(sh.Rows, block.SheetRow{Label: f.label, Text: f.text, Style: f.style})
	}
	sh.Rows = append(sh.Rows, block.SheetRow{Label: w.LabelFlags, Text: x.flags(p)}, block.SheetRow{Label: w.LabelID, Text: string(p.ID), Style: theme.Muted})
	return sh
}

// Card is the sheet of the selected entry's budget: the figure with its unit,
// its year, how it came about and where it was read.
func Card(env block.Env, v View) block.Sheet {
	if v.Judge != nil {
		return lookCard(env, v)
	}
	x := v.writer(env)
	w := x.w
	p, ok := v.selected()
	if !ok {
		return block.Sheet{Title: w.LabelBudget, Rows: []block.SheetRow{{Text: w.NoEntry}}}
	}
	sh := block.Sheet{Title: w.CardTitle(title(p))}
	row := func(label, text string, st theme.Style) {
		sh.Rows = append(sh.Rows, block.SheetRow{Label: label, Text: text, Style: st})
	}
	x.budgetRows(p, row)
	if p.Year != 0 {
		row(w.LabelUnit, w.UnitBudget(p.Year), theme.Plain)
	} else {
		row(w.LabelUnit, w.UnitNoYear, theme.Warn)
	}
	switch {
	case p.EffectiveComputed():
		row(w.LabelHow, w.Computed(x.basis(p.BudgetBasis)), theme.Warn)
	case p.EffectiveBudget().OK:
		row(w.LabelHow, w.ReadBudget, theme.Plain)
	}
	if r := x.realised(p); !r.unknown {
		row(r.label, r.text, r.style)
	}
	if p.Sample {
		row(w.LabelFlags, w.SampleWhy, theme.Warn)
	}
	for _, id := range p.Sources {
		row(w.LabelSource, x.source(id), theme.Plain)
		if x.data == nil {
			continue
		}
		s := x.data.Source(id)
		about := w.SourceKind(s.Kind)
		if s.Publisher != "" {
			about += ", " + s.Publisher
		}
		if s.Year != 0 {
			about += ", " + x.year(s.Year)
		}
		row("", about, theme.Muted)
		if s.URL != "" {
			row("", s.URL, theme.Muted)
		}
	}
	if len(p.Sources) == 0 {
		row(w.LabelSource, w.Unknown, theme.Warn)
	}
	if p.Evidence != "" {
		row(w.LabelEvidence, w.Evidence(p.Evidence), theme.Plain)
	}
	if p.Note != "" {
		row(w.LabelNote, p.Note, theme.Plain)
	}
	return sh
}

// budgetRows writes the budget that holds, and the original one that it replaced.
func (x writer) budgetRows(p *model.Programme, row func(label, text string, st theme.Style)) {
	budget := p.EffectiveBudget()
	if budget.OK {
		value := x.l.Rupiah(int64(budget.V))
		if p.EffectiveComputed() {
			value = x.mark + value
		}
		if short := x.l.Money(int64(budget.V)); short != x.l.Rupiah(int64(budget.V)) {
			value += " (" + short + ")"
		}
		row(x.w.LabelBudget, value, theme.Figure)
	} else {
		row(x.w.LabelBudget, x.w.Unknown, theme.Warn)
		row("", x.w.UnknownWhy, theme.Plain)
	}
	if p.BudgetRevised.OK && p.Budget.OK && p.Budget != p.BudgetRevised {
		row(x.l.Editing().ColWas, x.l.Rupiah(int64(p.Budget.V)), theme.Plain)
	}
}
