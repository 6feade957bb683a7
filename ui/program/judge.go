package program

import (
	"slices"

	"rakor/model"
	"rakor/model/target"
	"rakor/ui/block"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Passage is sentences under a heading.
type Passage struct {
	Head  string
	Lines []string
}

// Passages says everything that the rows shown are judged by, the most asked
// for first; nil in the list.
func Passages(env block.Env, v View) []Passage {
	j := v.Judge
	if j == nil {
		return nil
	}
	x := v.writer(env)
	var mixed []string // the graver first
	if n := len(j.Years); n > 1 {
		mixed = []string{"! " + x.w.YearNote(j.Years[0], j.Years[n-1])}
	}
	words := x.w.Looks.Judge
	out := []Passage{
		{words.Coverage, append(slices.Clone(mixed), x.coverage(j)...)},
		{words.Targeted, []string{x.w.Looks.Deciles + "."}},
		{words.Money, append(mixed, x.money(j)...)},
		{words.Converge, x.converge(j)},
		{words.OverlapTitle, x.overlaps(j)},
		{words.Ready, []string{words.SayReady(j.Ready)}},
		{words.Link, x.links(j)},
	}
	switch v.View {
	case state.MoneyView:
		return out[2:3]
	case state.DepartmentView:
		return []Passage{out[2], out[5]}
	case state.MatrixView:
		return out[3:5]
	}
	return out
}

func (x writer) coverage(j *target.Judgement) []string {
	words := x.w.Looks.Judge
	poor := words.NoPoor
	if j.PoorN.OK {
		source := ""
		if len(j.Poor.V.Sources) > 0 {
			source = x.sourceTitle(j.Poor.V.Sources[0])
		}
		poor = words.Poor(x.l.Int(j.PoorN.V), x.l.Period(j.Poor.V.Period), source)
	}
	out := []string{poor + "."}
	for _, c := range j.Coverage {
		factor := ""
		if (c.Unit == model.PerFamily || c.Unit == model.PerHousehold) && j.Factor.OK {
			f := j.Factor.V
			factor = words.PerHousehold + " " + x.l.Number(f.Value(), 2) + " (" + x.l.Period(f.Period()) + ", " + x.sourceTitle(f.Source()) + ")"
		}
		out = append(out, words.SayCoverage(c, factor))
	}
	return out
}

func (x writer) money(j *target.Judgement) []string {
	words := x.w.Looks.Judge
	out := append([]string{words.Line(j.Line) + "."}, words.SayMoney(j.Money, j.Line)...)
	if j.TopPercent.OK && j.Money.Budget.Rows > j.TopRows {
		out = append(out, words.SayTop(j.TopPercent.V, j.TopRows))
	}
	if j.PerPoor.OK {
		out = append(out, words.SayPerPoor(j.PerPoor.V))
	}
	return out
}

func (x writer) converge(j *target.Judgement) []string {
	words := x.w.Looks.Judge
	m := &j.Matrix
	out := []string{x.w.Looks.EmptyCells(len(m.Gaps()), len(m.Places)*len(m.Strategies)) + ". " + words.SayGaps(m)}
	if s := words.NotInCells(m); s != "" {
		out = append(out, s)
	}
	if m.Shared > 0 {
		out = append(out, x.w.Looks.Shared(m.Shared))
	}
	return out
}

// sourceTitle gives the title of a source, for a sentence.
func (x writer) sourceTitle(id model.SourceID) string {
	if s := x.data.Source(id); s.Title != "" {
		return s.Title
	}
	return string(id)
}

// mostOverlaps is how many pairs are named; the command line lists all.
const mostOverlaps = 5

func (x writer) overlaps(j *target.Judgement) []string {
	words := x.w.Looks.Judge
	if len(j.Overlaps) == 0 {
		return []string{words.NoOverlap}
	}
	var out []string
	for _, o := range j.Overlaps[:min(len(j.Overlaps), mostOverlaps)] {
		out = append(out, words.Overlap(o)+".")
	}
	if rest := len(j.Overlaps) - mostOverlaps; rest > 0 {
		out = append(out, x.w.Looks.More(rest))
	}
	return out
}

func (x writer) links(j *target.Judgement) []string {
	words := x.w.Looks.Judge
	var out []string
	for _, m := range j.Aims {
		name, from, to, change := string(m.Indicator), "", "", ""
		if ind, ok := x.data.Indicator(m.Indicator); ok {
			name = x.l.Of(ind.Short)
			if c := m.Change; c.OK {
				from = x.l.WithUnit(c.V.From.Value, ind) + " " + x.l.Period(c.V.From.Period)
				to = x.l.WithUnit(c.V.To.Value, ind) + " " + x.l.Period(c.V.To.Period)
				change = x.l.Signed(c.V.Points, ind.Decimals)
			}
		}
		out = append(out, words.SayAim(m.Aim, name, from, to, change))
	}
	if j.NoAim > 0 {
		out = append(out, words.NoAim(j.NoAim))
	}
	return out
}

// renderPassages writes sentences, headings before their own; where there is no
// room for all it says so.
func renderPassages(env block.Env, a block.Area, ps []Passage) {
	type line struct {
		text  string
		first bool
		head  bool
	}
	var lines []line
	for _, p := range ps {
		if len(ps) > 1 && a.H >= 6 {
			lines = append(lines, line{text: p.Head, head: true})
		}
		for _, text := range p.Lines {
			for k, s := range block.Wrap(text, max(a.W-2, 1)) {
				lines = append(lines, line{text: s, first: k == 0})
			}
		}
	}
	if len(lines) > a.H {
		lines = lines[:max(a.H-1, 0)]
		a.Clip(0, a.H-1, a.W, theme.Muted, env.Words.Program.Looks.MoreBelow)
	}
	for y, l := range lines {
		switch {
		case l.head:
			a.Clip(0, y, a.W, theme.Heading, l.text)
		case l.text != "":
			if l.first {
				a.Text(0, y, theme.Muted, "·")
			}
			a.Text(2, y, theme.Plain, l.text)
		}
	}
}
