package estimate

import (
	"strings"

	"rakor/ui/block"
	"rakor/ui/state"
)

// Linear gives the view for a screen reader: one fact a line, the label before
// the value.
func Linear(env block.Env, v View) []string {
	p := newPage(env, v)
	var out []string
	add := func(parts ...string) { out = append(out, strings.Join(parts, " ")) }
	for i := range v.inputs() {
		out = append(out, p.linearInput(state.Input(i)))
	}
	if v.Result.OK {
		r := v.Result.V
		head := p.w.LinearResult + ": " + p.count(r.Poor) + " " + p.w.People
		if v.Rate.User || v.Population.User {
			head += " (" + strings.TrimPrefix(p.w.UserMark, "* ") + ")"
		}
		head += "."
		add(head, p.w.LinearHow(p.spoken(v.Rate.Value), p.people(), p.exact())+".")
		if r.Interval.OK {
			add(p.w.Interval+":", p.w.FromTo(p.count(r.Interval.V.Low.N()), p.count(r.Interval.V.High.N())), p.w.People+".", p.intervalWhy())
		} else {
			add(p.w.NoInterval)
		}
		add(p.w.NoSurvey)
	} else {
		out = append(out, p.trouble()...)
	}
	out = append(out, p.linearBase()...)
	out = append(out, p.linearGoal()...)
	if v.Line.OK {
		add(p.w.PoorMeans(p.l.Rupiah(int64(v.Line.Value))), p.w.Line+" "+p.l.PeriodLong(v.Line.Period)+".", p.sourceOf(v.Line))
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
	return p.l.Number(x, decimals(x)) + " " + p.l.UnitLong(unitOf(state.InputRate))
}

func (p page) sourceOf(f Fact) string {
	if len(f.Sources) == 0 {
		return ""
	}
	return p.env.Words.Common.Source + ": " + cite(f.Sources[0]) + "."
}

func (p page) linearInput(id state.Input) string {
	in := p.inputs()[id]
	label := p.name(p.w, id) + " " + p.Region.Name
	if in.OK && !in.User && id != state.InputTarget {
		label += " " + p.l.PeriodLong(in.Published.Period)
	}
	value := p.w.NotInData
	if in.OK {
		value = p.spoken(in.Value)
		if id == state.InputPopulation {
			value = p.value(id, in.Value)
		}
	}
	out := label + ": " + value
	switch {
	case in.User && in.Published.OK:
		out += " (" + p.w.ByUser + "; " + p.w.Published(p.value(id, in.Published.Value)) + ")."
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

func (p page) linearBase() []string {
	if !p.Base.OK {
		return []string{p.w.NoCount(p.l.PeriodLong(p.Period))}
	}
	b := p.Base.V
	out := []string{
		p.w.Count + " BPS " + p.l.PeriodLong(p.Count.Period) + ": " + p.countWords() + " " + p.w.Thousand + ". " + p.sourceOf(p.Count),
		p.w.RowImplied + ": " + p.thousands(b.Implied) + " " + p.w.Thousand + ", " + p.w.FromTo(p.thousands(b.Low), p.thousands(b.High)) + ".",
	}
	if p.Population.OK {
		out = append(out, p.w.RowAgainst+": "+p.l.Signed(p.Base.V.Difference, 2)+" "+p.l.UnitLong(unitOf(state.InputRate))+". "+p.why())
	}
	return out
}

func (p page) linearGoal() []string {
	if !p.Goal.OK {
		if p.Target.OK {
			return nil
		}
		return []string{p.w.NoTarget}
	}
	g := p.Goal.V
	if g.Points > 0 || g.Exits <= 0 {
		return []string{p.goalTitle() + ": " + p.w.Reached(p.l.Number(g.Points, decimals(g.Points))) + "."}
	}
	out := []string{
		p.w.RowPoints + ": " + p.l.Signed(g.Points, decimals(g.Points)) + " " + p.w.Points + ".",
		p.w.MustLeave + ": " + p.w.LeaveConstant(p.count(g.Exits)) + ".",
	}
	if p.past() {
		out = append(out, p.w.TargetPast(year(p.TargetYear))+".")
	}
	return out
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
