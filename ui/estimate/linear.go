package estimate

import (
	"strings"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/state"
)

// Linear gives the view for a screen reader: one fact a line, the label before
// the value.
func Linear(env block.Env, v View) []string {
	p := newPage(env, v)
	var out []string
	add := func(parts ...string) {
		if s := strings.TrimSpace(strings.Join(parts, " ")); s != "" {
			out = append(out, s)
		}
	}
	var empty []string
	for _, in := range v.listed() {
		if v.Inputs[in].OK || in == v.Selected || groupOf(in) == groupPeople || in == state.InputTarget {
			out = append(out, p.linearInput(in))
		} else {
			empty = append(empty, p.w.Names[in])
		}
	}
	if len(empty) > 0 {
		add(p.w.LinearEmpty(strings.Join(empty, "; ")))
	}
	out = append(out, p.linearScenarios()...)
	out = append(out, p.linearFile()...)
	out = append(out, p.linearShares()...)
	if v.Result.OK {
		out = append(out, p.linearResult()...)
	} else {
		out = append(out, p.trouble()...)
	}
	out = append(out, p.linearBase()...)
	out = append(out, p.linearGoal()...)
	out = append(out, p.linearCost()...)
	out = append(out, p.linearRegister()...)
	if line := v.Inputs[state.InputLine].Published; line.OK && (!v.Inputs[state.InputLine].User || !v.File.OK && !v.Shares.OK) {
		add(p.w.PoorMeans(p.l.Rupiah(int64(line.Value))), p.w.Line+" "+p.l.PeriodLong(line.Period)+".", p.sourceOf(line))
	}
	if v.Admin.OK {
		add(p.w.Admin, p.l.PeriodLong(v.Admin.Period)+":", p.l.Number(v.Admin.Value, 0), p.w.People+",", p.w.Unused+".", p.sourceOf(v.Admin))
	}
	if v.Table {
		out = append(out, p.linearHistory()...)
	}
	for _, n := range v.notes {
		label, why := p.warning(n)
		add("! "+label+".", why)
	}
	return out
}

// spoken writes a rate with its unit in full.
func (p page) spoken(x float64) string {
	return p.l.Number(x, p.digits(x)) + " " + p.l.UnitLong(model.UnitPercent)
}

func (p page) sourceOf(f Fact) string {
	if len(f.Sources) == 0 {
		return ""
	}
	return p.env.Words.Common.Source + ": " + cite(f.Sources[0]) + "."
}

func (p page) linearInput(id state.Input) string {
	in := p.Inputs[id]
	label := p.w.Names[id] + " " + p.Region.Name
	if in.OK && !in.User && !in.File && !isTarget(id) {
		label += " " + p.l.PeriodLong(in.Published.Period)
	}
	value := p.w.NotInData
	switch {
	case !in.OK && id == state.InputMethod:
		value = p.l.Method(int(state.MethodRate)) + " (" + p.w.Default + ")"
	case !in.OK && assumed(id):
		value = p.w.Empty
	case in.OK && p.w.Units[id] == "%":
		value = p.spoken(in.Value)
	case in.OK:
		value = p.value(id, in.Value)
	}
	out := label + ": " + value
	switch {
	case in.File:
		out += " (" + p.w.File.FromFile + ")."
	case in.User && in.Published.OK:
		out += " (" + p.w.ByUser + "; " + p.w.Published(p.value(id, in.Published.Value)) + ")."
	case in.User && assumed(id):
		out += " (" + p.w.Assumed + ", " + p.w.ByUser + ")."
	case in.User:
		out += " (" + p.w.ByUser + ")."
	case in.OK:
		out += ". " + p.sourceOf(in.Published)
	default:
		out += "."
	}
	if id == p.Selected {
		out += " " + p.w.LinearChosen
	}
	return out
}

func (p page) linearResult() []string {
	r := p.Result.V
	head := p.w.LinearResult + ": " + p.count(r.Poor) + " " + p.w.People
	if p.changed() {
		head += " (" + strings.TrimPrefix(p.w.UserMark, "* ") + ")"
	}
	if p.File.OK {
		head += " (" + p.w.File.FromFile + ")"
	}
	out := []string{head + ". " + p.w.LinearHow(p.spoken(p.Inputs[state.InputRate].Value), p.people(), p.exact()) + "."}
	if iv := r.Rounding; iv.OK {
		why := p.w.IntervalWhy(p.rate(), p.l.Number(iv.V.LowRate.Value(), 3), p.l.Percent(iv.V.HighRate.Value(), 3))
		out = append(out, p.w.Interval+": "+p.w.FromTo(p.count(iv.V.Low.N()), p.count(iv.V.High.N()))+" "+p.w.People+". "+why)
	} else if !p.File.OK && !p.Shares.OK {
		out = append(out, p.w.NoInterval)
	}
	if !p.Sure.OK {
		if p.Unsure != UnsureNothing {
			return append(out, p.unsure())
		}
		if p.Shares.OK {
			return append(out, p.w.Shares.NoError)
		}
		return append(out, p.w.NoSurvey)
	}
	s, rests := p.Sure.V, p.rests()
	if !s.Design {
		rests = strings.TrimPrefix(p.w.Sure.Assumed(rests), "* ")
	}
	out = append(out,
		p.w.Sure.Interval+": "+p.w.FromTo(p.count(s.Interval.Low.N()), p.count(s.Interval.High.N()))+" "+p.w.People+" ("+rests+").",
		p.w.Sure.LinearBand(p.l.Percent(s.RSE, 1), p.w.Sure.Bands[min(int(s.Band), 2)])+".",
	)
	if b := p.Before; b.OK {
		iv := b.V.Sure.Interval
		out = append(out, p.earlier(true)+": P0 "+p.spoken(b.V.Rate)+", "+p.count(b.V.Poor)+" "+p.w.People+"; "+
			p.w.Sure.Interval+": "+p.w.FromTo(p.count(iv.Low.N()), p.count(iv.High.N()))+".")
	}
	if s := p.verdict(); s != "" {
		out = append(out, s)
	}
	return out
}

func (p page) linearBase() []string {
	if !p.Base.OK {
		return []string{p.w.NoCount(p.l.PeriodLong(p.Period))}
	}
	b := p.Base.V
	out := []string{
		p.w.Count + " BPS " + p.l.PeriodLong(p.Count.Period) + ": " + p.countWords() + " " + p.w.Thousand + ". " + p.sourceOf(p.Count),
		p.w.RowImplied + ": " + p.thousands(b.Implied) + " " + p.w.Thousand + ", " + p.w.FromTo(p.thousands(b.Low), p.thousands(b.High)) + ".",
	}
	if x := p.Inputs[state.InputPopulation]; x.OK && !x.File {
		out = append(out, p.w.RowAgainst+": "+p.l.Signed(b.Difference, 2)+" "+p.l.UnitLong(model.UnitPercent)+". "+p.why())
	}
	return out
}

func (p page) linearGoal() []string {
	if !p.Goal.OK {
		if p.Inputs[state.InputTarget].OK {
			return nil
		}
		return []string{p.w.Goal.NoTarget}
	}
	g := p.Goal.V
	if p.reached() {
		return []string{p.goalTitle() + ": " + p.w.Goal.Reached(p.l.Number(g.Points, p.digits(g.Points))) + "."}
	}
	out := []string{
		p.w.Goal.RowPoints + ": " + p.points(g.Points) + " " + p.w.Points + ".",
		p.aim(),
	}
	path := g.Path
	if g.Growing.OK {
		path = g.Growing.V.Path
	}
	if len(path) > 1 {
		for _, s := range path {
			out = append(out, p.w.Goal.LinearStep(year(s.Year), p.spoken(s.Rate.Value()), p.count(s.Population.N()), p.count(s.Poor.N()), p.count(s.Exits.N())))
		}
	}
	if n := len(g.Growing.V.Stay); g.Growing.OK && n > 0 {
		out = append(out, p.w.Goal.LinearStay(year(path[n-1].Year), p.count(g.Growing.V.Stay[n-1])))
	}
	if p.past() {
		out = append(out, p.w.Goal.Past(year(model.Year(p.Inputs[state.InputTargetYear].Value)))+".")
	}
	return out
}

func (p page) linearCost() []string {
	if !p.Cost.OK {
		return nil
	}
	c := p.Cost.V
	out := []string{
		p.w.Cost.Title + ". " + p.w.Cost.Gap + ": " + p.l.Rupiah(c.Gap) + ". " + p.w.Cost.Formula + ".",
		p.w.Cost.RowBudget + ": " + p.l.Rupiah(c.Budget) + ".",
	}
	if c.Perfect {
		out = append(out, p.w.Cost.Perfect)
	}
	return append(out, p.w.Cost.Note)
}

func (p page) linearRegister() []string {
	r := p.Register
	if !r.Entered() {
		return nil
	}
	out := []string{p.w.Register.Title + "."}
	if r.People.OK {
		name := p.w.Register.BPS
		if !r.Published {
			name = p.w.Register.Product
		}
		out = append(out, p.w.Register.LinearPeople(name, p.count(r.People.V), ""))
	}
	for _, row := range r.Rows {
		people, families := "", ""
		if row.People.OK {
			people = p.count(row.People.V)
		}
		if row.Families.OK {
			families = p.count(row.Families.V)
		}
		if people != "" || families != "" {
			out = append(out, p.w.Register.LinearPeople(p.w.Register.Decile(p.decile(row.Decile)), people, families))
		}
		if row.Gap.OK {
			out = append(out, p.w.Register.Gap(p.decile(row.Decile), p.signed(row.Gap.V)))
		}
	}
	return append(out, p.w.Register.Explain)
}

func (p page) linearHistory() []string {
	out := []string{p.w.HistoryTitle + "."}
	for _, r := range p.History {
		s := p.l.PeriodLong(r.Period) + ": P0 " + p.spoken(r.Rate) + "."
		add := func(label, value string) { s += " " + label + ": " + value + "." }
		if r.Count.OK {
			add(p.w.Count, p.l.Number(r.Count.V, r.Decimals)+" "+p.w.Thousand)
		}
		if r.Implied.OK {
			add(p.w.RowImplied, p.thousands(r.Implied.V)+" "+p.w.Thousand)
		}
		if r.Line.OK {
			add(p.w.Line, p.l.Rupiah(int64(r.Line.V)))
		}
		out = append(out, s)
	}
	return out
}
