package estimate

import (
	"strings"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Card tells where the figure of the selected input comes from.
func Card(env block.Env, v View) block.Sheet {
	p := newPage(env, v)
	id := v.Selected
	in := v.Inputs[id]
	sh := block.Sheet{Title: p.w.Names[id] + " · " + v.Region.Name}
	row := func(label, text string) {
		if text != "" {
			sh.Rows = append(sh.Rows, block.SheetRow{Label: label, Text: text})
		}
	}
	if in.User {
		text := p.value(id, in.Value)
		if s := p.otherwise(id); s != "" {
			text += "; " + p.w.Without(s)
		}
		sh.Rows = append(sh.Rows, block.SheetRow{Label: p.w.CardUser, Text: text, Style: theme.Warn})
	}
	f := in.Published
	if !f.OK {
		row(p.w.CardValue, p.w.NotInData)
		row("", p.w.Helps[id])
		if id == state.InputPopulation && v.Admin.OK {
			row("", p.w.HasAdmin(p.l.Number(v.Admin.Value, 0), p.l.Period(v.Admin.Period)))
			p.cardSource(row, v.Admin)
		}
		return sh
	}
	row(p.w.CardValue, p.value(id, f.Value))
	row(p.w.CardUnit, p.l.UnitLong(unitOf(id)))
	row(p.w.CardPeriod, p.l.PeriodLong(f.Period))
	if !isTarget(id) {
		row(p.w.CardRound, p.w.Round(f.ID, f.Period))
	}
	if id == state.InputPopulation && p.otherYear() {
		row(p.w.WarnYear, p.w.WhyYear(p.l.Period(f.Period), p.l.Period(v.Period)))
	}
	p.cardSource(row, f)
	return sh
}

// unitOf gives the unit of an input that is published.
func unitOf(in state.Input) model.Unit {
	switch in {
	case state.InputPopulation:
		return model.UnitPersons
	case state.InputLine:
		return model.UnitRupiahMonth
	case state.InputGap:
		return model.UnitIndex
	case state.InputTargetYear:
		return model.UnitNone
	}
	return model.UnitPercent
}

func (p page) cardSource(row func(label, text string), f Fact) {
	for i, s := range f.Sources {
		label := p.w.CardSource
		if i > 0 {
			label = p.w.CardAlso
		}
		row(label, cite(s))
		if i == 0 {
			row(p.w.CardURL, s.URL)
			row(p.w.CardCopy, p.l.DataNote(s.Note))
		}
	}
	row(p.w.CardNote, p.l.DataNote(f.Note))
	for i, o := range f.Others {
		label := p.w.CardOthers
		if i > 0 {
			label = ""
		}
		names := make([]string, len(o.Sources))
		for k, s := range o.Sources {
			names[k] = cite(s)
		}
		text := p.figureWords(f, o.Value) + ": " + strings.Join(names, "; ")
		if o.Note != "" {
			text += " (" + p.l.DataNote(o.Note) + ")"
		}
		row(label, text)
	}
	if len(f.Others) > 0 {
		row(p.w.CardRule, p.w.CardRuleText)
	}
}

// figureWords writes another reading of a figure.
func (p page) figureWords(f Fact, x float64) string {
	switch f.ID {
	case model.P0:
		return p.percent(x)
	case model.P1:
		return p.l.Number(x, decimals(x))
	case model.Line:
		return p.l.Rupiah(int64(x))
	case model.Poor:
		return p.l.Number(x, p.countDecimals()) + " " + p.w.Thousand
	}
	return p.l.Number(x, 0) + " " + p.w.People
}

// Ledger lists every input with its value, period and source, or that the user
// entered it, and what the number would be without that.
func Ledger(env block.Env, v View) block.Sheet {
	p := newPage(env, v)
	sh := block.Sheet{Title: p.w.LedgerTitle}
	for _, e := range p.ledger() {
		st := theme.Plain
		if e.marked {
			st = theme.Warn
		}
		sh.Rows = append(sh.Rows, block.SheetRow{Label: e.name, Text: e.text(), Style: st})
	}
	p.offerReset(&sh)
	return sh
}

// text joins the parts of an entry that are there.
func (e entry) text() string {
	parts := make([]string, 0, 4)
	for _, s := range [...]string{e.value, e.period, e.role, e.source} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}

// offerReset lets Enter drop what the user entered, where there is any.
func (p page) offerReset(sh *block.Sheet) {
	if p.user() {
		sh.Foot, sh.Accept = p.w.LedgerFoot, state.ResetEstimate{}
	}
}

// Warnings lists what is missing or not alike, and why.
func Warnings(env block.Env, v View) block.Sheet {
	p := newPage(env, v)
	sh := block.Sheet{Title: p.w.WarnTitle}
	for _, n := range v.notes {
		label, why := p.warning(n)
		sh.Rows = append(sh.Rows, block.SheetRow{Label: label, Text: why})
	}
	p.offerReset(&sh)
	return sh
}

// warning words one note.
func (p page) warning(n note) (label, why string) {
	f, what := p.fact(n.what), p.subject(n.what)
	switch n.kind {
	case noteYear:
		return p.w.WarnYear, p.w.WhyYear(p.l.Period(f.Period), p.l.Period(p.Period))
	case noteBase:
		return p.w.WarnBase, p.w.WhyBase(p.baseDifference(), p.people(), p.thousands(p.Base.V.Implied)+" "+p.w.Thousand)
	case noteWhole:
		return p.w.File.WarnWhole, p.w.File.WhyWhole(p.File.V.Name, p.Region.Name)
	case noteFileLine:
		return p.w.File.WarnLine, p.w.File.WhyLine(p.File.V.Name, p.l.Period(f.Period))
	case noteLone:
		return p.w.File.WarnLone, strings.TrimPrefix(p.w.File.Lone(p.count(int64(p.File.V.Lone))), "! ") + "."
	case noteInvalid:
		return p.w.Shares.WarnInvalid, p.w.Shares.WhichInvalid
	case noteShares:
		return p.w.Shares.WarnWhose, p.w.Shares.WhyWhose(p.Shares.V.Name, p.Region.Name, p.l.PeriodLong(p.Period))
	case noteClosed:
		return p.w.Shares.WarnMethod, p.w.Shares.WhyMethod(p.l.Method(int(p.Inputs[state.InputMethod].Value)))
	case noteUser:
		id := n.input
		in := p.Inputs[id]
		published := ""
		if in.Published.OK {
			published = p.value(id, in.Published.Value)
		}
		return p.w.WarnUser, p.w.WhyUser(p.w.Names[id], p.value(id, in.Value), published)
	case noteOther:
		values := p.figureWords(f, f.Value)
		for _, o := range f.Others {
			values += ", " + p.figureWords(f, o.Value)
		}
		return p.w.WarnOther, p.w.WhyOther(what + " " + p.l.Period(f.Period) + ": " + values)
	case noteSecond:
		return p.w.WarnSecond, p.w.WhySecond(what + " " + p.figureWords(f, f.Value) + ", " + publisher(f))
	case notePast:
		return p.w.WarnPast, p.w.Goal.Past(year(model.Year(p.Inputs[state.InputTargetYear].Value)))
	case noteAssumed:
		return p.w.WarnAssumed, p.rests() + ". " + p.w.WhyAssumed
	case noteMonth:
		return p.w.WarnMonth, p.w.WhyMonth(p.l.Period(f.Period))
	case noteMissing:
	}
	return p.w.WarnMissing, p.w.WhyMissing(what)
}

// subject names the figure of a warning.
func (p page) subject(s subject) string {
	switch s {
	case subjectPopulation:
		return p.w.Names[state.InputPopulation]
	case subjectTarget:
		return p.w.Names[state.InputTarget]
	case subjectCount:
		return p.w.Count
	case subjectLine:
		return p.w.Line
	case subjectGap:
		return p.w.Names[state.InputGap]
	case subjectRate:
	}
	return p.w.Names[state.InputRate]
}

// Context tells in at most width columns what is multiplied.
func Context(env block.Env, v View, width int) string {
	p := newPage(env, v)
	rate, people := p.l.Period(v.Period), "-"
	population := v.Inputs[state.InputPopulation]
	if population.OK {
		people = p.l.Period(population.Published.Period)
	}
	if v.Inputs[state.InputRate].User {
		rate = "*"
	}
	if population.User {
		people = "*"
	}
	long := p.w.Context(rate, people)
	full := long
	if v.user() {
		full += " · * " + p.w.ContextUser
	}
	wordings := []string{full, long, p.l.Period(v.Period)}
	if _, name := p.source(); name != "" {
		line := ""
		if x := v.Inputs[state.InputLine]; x.OK {
			line = p.l.Rupiah(int64(x.Value))
		}
		long = p.w.File.Context(name, line)
		wordings = []string{long, p.w.File.Context(name, "")}
	}
	if v.Scenario != "" {
		kept, name := p.w.Scenario.Context(v.Scenario, v.Changed, v.Kept), p.w.Scenario.Context(v.Scenario, v.Changed, 0)
		wordings = append([]string{long + " · " + kept, kept, name}, wordings...)
	}
	for _, s := range wordings {
		if block.Width(s) <= width {
			return s
		}
	}
	return ""
}

// Status names in one line the sources of what is shown, an assumed error
// first.
func Status(env block.Env, v View) string {
	p := newPage(env, v)
	parts := make([]string, 0, 4)
	if v.Sure.OK && !v.Sure.V.Design {
		parts = append(parts, p.w.Assumptions(p.rests()))
	}
	for _, id := range [...]state.Input{state.InputRate, state.InputPopulation, state.InputTarget} {
		in, name := v.Inputs[id], p.w.Names[id]
		switch {
		case in.File:
			_, file := p.source()
			parts = append(parts, p.w.StatusPart(name, file, ""))
		case in.User:
			parts = append(parts, p.w.StatusPart(name, p.w.ByUser, ""))
		case !in.OK:
			parts = append(parts, p.w.StatusPart(name, p.w.NotInData, ""))
		case id == state.InputTarget:
			parts = append(parts, p.w.StatusPart(name, publisher(in.Published), ""))
		default:
			parts = append(parts, p.w.StatusPart(name, publisher(in.Published), p.l.Period(in.Published.Period)))
		}
	}
	return strings.Join(parts, " · ")
}
