package program

import (
	"strings"

	"rakor/model"
	"rakor/ui/block"
)

// mostLinear is how many entries are read out; a filter brings the others.
const mostLinear = 200

// Context is what the right end of the line of tabs says: how many rows, of
// which years, in which order; cut from its end to fit the width.
func Context(env block.Env, v View, width int) string {
	w := &env.Words.Program
	if !v.Listed {
		return ""
	}
	var pieces []string
	if v.Filter != "" {
		pieces = append(pieces, w.RowsShown(len(v.Rows), v.All))
	} else {
		pieces = append(pieces, w.RowsAll(v.All, v.AllSamples))
	}
	if v.To != 0 {
		pieces = append(pieces, w.Years(v.From, v.To))
	}
	if v.Judge == nil {
		pieces = append(pieces, v.orderWords(w)...)
	} else {
		pieces = append([]string{w.Looks.Views[string(v.View)]}, pieces...)
	}
	if v.Saved != "" {
		pieces = append(pieces, w.Looks.SavedAs(v.Saved))
	}
	out := ""
	for _, p := range pieces {
		next := p
		if out != "" {
			next = out + " · " + p
		}
		if block.Width(next) > width {
			break
		}
		out = next
	}
	return out
}

// Status is the line below the tab: where the selected entry was read.
func Status(env block.Env, v View) string {
	x := v.writer(env)
	if v.Judge != nil {
		return v.lookStatus(x)
	}
	p, ok := v.selected()
	switch {
	case !ok:
		return ""
	case len(p.Sources) == 0:
		return x.w.StatusNone
	}
	names := make([]string, len(p.Sources))
	for i, id := range p.Sources {
		names[i] = x.source(id)
	}
	s := strings.Join(names, "; ")
	if p.Sample {
		return x.w.StatusSample(s)
	}
	return x.w.StatusSource(s)
}

// Linear says what the tab shows in lines, a fact a line, label before value:
// first the sums, then the entries, then the selected one in full.
func Linear(env block.Env, v View) []string {
	x := v.writer(env)
	x.mark = "" // the word for it is enough
	w := x.w
	if !v.Listed {
		out := []string{w.NoListLinear(v.Home.Name)}
		return append(out, v.noList(env)[1:]...)
	}
	var out []string
	say := func(label, text string) { out = append(out, block.Clean(label+": "+text)) }
	if v.Filter != "" {
		say(w.LinearFilter, v.Filter)
		if s := FilterError(env, v); s != "" {
			say(w.LinearFilter, s)
		}
		say(w.LinearRows, w.RowsShown(len(v.Rows), v.All))
	} else {
		say(w.LinearRows, w.RowsAll(v.All, v.AllSamples))
	}
	if v.Judge != nil {
		return append(out, v.lookLines(env)...)
	}
	v.sayOrder(x, say)
	t := &v.Totals
	if t.Budget.Rows > 0 {
		say(w.LinearSums, w.SumBudget(t.Budget.Rows, int64(t.Budget.Sum)))
	}
	if t.Computed.Rows > 0 {
		say(w.LinearSums, w.SumComputed(t.Computed.Rows, int64(t.Computed.Sum)))
	}
	if t.Known().Rows == 0 {
		say(w.LinearSums, w.SumNothing)
	}
	if t.NoBudget > 0 {
		say(w.LinearSums, w.SumNone(t.NoBudget))
	}
	if t.Samples > 0 {
		say(w.LinearSums, w.SumSamples(t.Samples))
	}
	if n := len(t.Years); n > 1 {
		say(w.LinearSums, w.SumYears(t.Years[0], t.Years[n-1]))
	}
	for _, s := range v.Strategies {
		if s.Rows == 0 {
			continue
		}
		known := s.Known()
		say(w.LinearStrategy(s.Item.Code != 0, x.strategy(s.Item.Code)), w.LinearStrategySum(s.Counted(), known.Rows, int64(known.Sum)))
	}
	if len(t.Targets) > 0 {
		say(w.LinearTargets, targets(env, t.Targets))
	}
	if len(v.Rows) == 0 {
		return append(out, w.NoMatch)
	}
	for i, p := range v.Rows[:min(len(v.Rows), mostLinear)] {
		say(w.LinearRow(i+1), x.sentence(p))
	}
	if n := len(v.Rows) - mostLinear; n > 0 {
		say(w.LinearMoreRows, x.l.Int(int64(n)))
	}
	if p, ok := v.selected(); ok {
		say(w.LinearSelected, w.Entry(v.At+1, len(v.Rows)))
		say(w.LabelActivity, title(p))
		last := ""
		for _, f := range x.facts(p) {
			if f.label != "" {
				last = f.label
			}
			say(last, f.text)
		}
		say(w.LabelFlags, x.flags(p))
	}
	return out
}

// sentence gives an entry in one line: what, who, when, for whom, how much.
func (x writer) sentence(p *model.Programme) string {
	w := x.w
	parts := []string{title(p)}
	if p.Sample {
		parts = append(parts, w.SampleTag)
	}
	for _, s := range []string{p.Department, p.Code, x.year(p.Year)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	goal := w.Unknown
	switch {
	case p.Target.OK:
		goal = x.l.Count(p.Target.V)
	case p.TargetText != "":
		goal = p.TargetText
	}
	money := w.Unknown
	if budget := p.EffectiveBudget(); budget.OK {
		money = x.l.Rupiah(int64(budget.V))
		if p.EffectiveComputed() {
			money += " (" + w.FlagLegend[model.FlagComputed] + ")"
		}
	}
	parts = append(parts, w.LabelTarget+": "+goal, w.LabelBudget+": "+money)
	if s := x.places(p, ", "); s != "" {
		parts = append(parts, w.LabelPlace+": "+s)
	}
	return strings.Join(parts, "; ")
}
