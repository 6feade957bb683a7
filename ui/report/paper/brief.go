package paper

import (
	"slices"
	"strings"

	"rakor/model"
	"rakor/model/target"
	"rakor/ui/block"
	"rakor/ui/estimate"
	"rakor/ui/program"
	"rakor/ui/regional"
	"rakor/ui/report"
	"rakor/ui/state"
)

// brief is a brief while it is made.
type brief struct {
	Input
	region   regional.View
	estimate estimate.View
	program  program.View
	works    report.Works
	page     report.Page
	lines    []line
}

// line is a piece of the sheet with what it is worth: 0 stays whatever happens,
// the highest goes first.
type line struct {
	report.Block
	rank  int
	cites []model.SourceID // that it leans on, besides those numbered
}

// Brief gives one sheet of A4 for who chairs the meeting: where the region
// stands, like for like; how many people that is and how sure; the way to the
// target; the programmes; decisions; what is to be decided; sources. Where it
// would not fit, the least important lines are left out, never a source.
func Brief(in Input) report.Page {
	st := in.State
	st.Regional = state.Regional{Indicator: model.P0, RSE: in.State.Regional.RSE}
	st.Program = state.Program{}
	b := &brief{Input: in, works: report.Works{Short: true}, region: regional.Build(in.Snap, st), estimate: estimate.Build(in.Snap, st), program: program.Build(in.Snap, st)}
	l := in.Env.Words.Lang
	w := l.PaperWords()
	prov, _ := in.Snap.Data.Province(in.State.Home)
	b.page = report.Page{ID: "brief", Title: w.BriefTitle(in.home().Name), Sub: w.BriefSub(prov.Name, l.PeriodLong(b.region.Period)), Single: true}
	b.page.Stamp.Period = b.region.Period.String()
	if s := in.samples(b.program); s != "" {
		b.page.Alerts = append(b.page.Alerts, s)
	}
	b.stand()
	b.people()
	b.goal()
	b.programmes()
	b.decisions()
	b.conclude()
	b.fit()
	return b.stamped(b.page)
}

func (b *brief) add(rank int, blocks ...report.Block) {
	for _, k := range blocks {
		b.lines = append(b.lines, line{Block: k, rank: rank})
	}
}

func (b *brief) head(rank int, text string) { b.add(rank, report.Heading{Level: 2, Text: text}) }

func (b *brief) say(rank int, texts ...string) {
	for _, t := range texts {
		b.add(rank, report.Text{Text: t})
	}
}

// rateFact gives the rate of one region with period, rank and source.
func (b *brief) rateFact(id string, r regional.Row) report.Fact {
	l := b.Env.Words.Lang
	w := l.PaperWords()
	f := report.Fact{ID: id, Label: w.RateOf(l.RegionShort(r.Region)), Text: b.Env.Words.Common.Missing, Unit: "percent", Period: r.Period.String()}
	if !r.OK {
		return f
	}
	f.Value, f.Text, f.Detail = model.Known(r.Observation.Value), l.Percent(r.Observation.Value, b.region.Indicator.Decimals), l.Period(r.Period)
	if r.Home && r.Rank > 0 {
		f.Detail += ", " + strings.ToLower(w.Rank) + " " + w.RankOf(r.Rank, r.RankOf)
	}
	if len(r.Observation.Sources) > 0 {
		f.Detail += " " + w.SourceNo(b.works.Add(b.Snap.Data.Source(r.Observation.Sources[0])))
	}
	return f
}

// stand is where the region stands, against province and nation of the same
// period.
func (b *brief) stand() {
	w := b.Env.Words.Lang.PaperWords()
	facts := report.Facts{Large: true}
	for _, r := range b.region.Locals {
		if r.Home {
			facts.Rows = append(facts.Rows, b.rateFact("p0_home", r))
		}
	}
	for _, r := range b.region.Above {
		switch r.Region.Level {
		case model.LevelProvince:
			facts.Rows = append(facts.Rows, b.rateFact("p0_province", r))
		case model.LevelNation:
			facts.Rows = append(facts.Rows, b.rateFact("p0_nation", r))
		default:
		}
	}
	if e := b.estimate; e.Result.OK {
		l := b.Env.Words.Lang
		facts.Rows = append(facts.Rows, report.Fact{
			ID: "poor", Label: w.PoorOf, Text: l.Int(e.Result.V.Poor), Detail: b.peopleDetail(), Value: model.Known(float64(e.Result.V.Poor)), Unit: "person", Period: e.Period.String(),
		})
	}
	b.head(0, w.Stand)
	b.add(0, facts)
	says, cares, unlike := regional.Say(b.Env, b.region)
	if unlike != "" {
		b.add(0, report.Text{Text: unlike, Tone: report.Care})
	}
	b.say(0, says...)
	if f, ok := regional.Years(b.Env, b.region); ok {
		f.Bare, f.Small = true, true
		b.lines = append(b.lines, line{Block: f, rank: 2, cites: b.ofYears()})
	}
	b.say(5, cares...)
}

// ofYears gives the sources of the lines that are drawn.
func (b *brief) ofYears() []model.SourceID {
	var out []model.SourceID
	for _, l := range b.region.Trend.Lines {
		for _, p := range l.Points {
			if p.OK && len(p.Observation.Sources) > 0 {
				out = append(out, p.Observation.Sources[0])
			}
		}
	}
	return out
}

func (b *brief) peopleDetail() string {
	e := b.estimate
	out := b.Env.Words.Lang.Period(e.Period)
	if p := e.In(state.InputPopulation).Published; p.OK && len(p.Sources) > 0 {
		w := b.Env.Words.Lang.PaperWords()
		out += ", " + w.PopulationOf(b.Env.Words.Lang.Period(p.Period)) + " " + w.SourceNo(b.works.Add(p.Sources[0]))
	}
	return out
}

// people is how many people that is and how sure.
func (b *brief) people() {
	w := b.Env.Words.Lang.PaperWords()
	b.head(0, w.People)
	s := estimate.Say(b.Env, b.estimate)
	for i, text := range s.Poor {
		if text == b.Env.Words.Estimate.NoSurvey { // what can be typed is not for paper
			text = w.NoSurvey
		}
		b.say(min(i, 1), text)
	}
	for i, text := range s.Base {
		l := line{Block: report.Text{Text: text}, rank: [...]int{1, 3, 3}[min(i, 2)]}
		if c := b.estimate.Count; c.OK && len(c.Sources) > 0 {
			l.cites = []model.SourceID{c.Sources[0].ID}
		}
		b.lines = append(b.lines, l)
	}
}

// goal is the way to the target.
func (b *brief) goal() {
	w := b.Env.Words.Lang.PaperWords()
	b.head(0, w.Goal)
	says := estimate.Say(b.Env, b.estimate).Goal
	switch g := b.estimate.Goal; {
	case !b.estimate.In(state.InputTarget).OK:
		b.say(0, w.NoTarget)
	case !g.OK || g.V.Exits <= 0:
		b.say(0, says...)
	}
	if g := b.estimate.Goal; g.OK {
		l := b.Env.Words.Lang
		t, y := b.estimate.In(state.InputTarget), b.estimate.In(state.InputTargetYear)
		if len(t.Published.Sources) > 0 {
			b.works.Add(t.Published.Sources[0])
		}
		detail := w.ToTarget(l.Percent(t.Value, b.region.Indicator.Decimals), l.YearText(int(y.Value)))
		b.add(0, report.Facts{Rows: []report.Fact{
			{ID: "points", Label: w.Points, Text: l.Signed(g.V.Points, b.region.Indicator.Decimals), Value: model.Known(g.V.Points), Unit: "point", Period: l.YearText(int(y.Value))},
			{ID: "exits", Label: w.Exits, Text: l.Int(g.V.Exits), Detail: detail, Value: model.Known(float64(g.V.Exits)), Unit: "person", Period: l.YearText(int(y.Value))},
		}})
		if g.V.Exits > 0 {
			b.say(3, says[min(1, len(says)):]...)
		}
	}
}

// programmes is what the list amounts to.
func (b *brief) programmes() {
	w := b.Env.Words.Lang.PaperWords()
	b.head(0, w.Programmes)
	if !b.program.Listed {
		b.add(0, program.Report(b.Env, b.program).Blocks[0])
		return
	}
	b.add(0, program.Sums(b.Env, b.program))
	b.say(1, b.halfLine())
	f := program.Strategies(b.Env, b.program)
	f.Table.Caption = b.Env.Words.Program.ByStrategy
	b.add(3, f.Table)
	for _, p := range b.program.Rows {
		if p.Sample || !p.Budget.OK && !p.Realised.OK {
			continue
		}
		for _, id := range p.Sources {
			b.works.Add(b.Snap.Data.Source(id))
		}
	}
}

// halfLine sets what was spent against the half that is due by the end of the
// first semester.
func (b *brief) halfLine() string {
	l := b.Env.Words.Lang
	w := l.PaperWords()
	var budget, realised int64
	rows := 0
	for _, p := range b.program.Rows {
		if _, ok := target.Absorbed(p); ok && !p.Sample {
			rows++
			budget, realised = budget+int64(p.Budget.V), realised+int64(p.Realised.V)
		}
	}
	if rows == 0 || budget == 0 {
		return w.HalfUnknown(b.program.Totals.NoRealised)
	}
	return w.HalfLine(l.Money(realised), l.Money(budget), rows, l.Percent(float64(realised)/float64(budget)*100, 1))
}

// conclude is three sentences that follow from rules, each with its figures.
func (b *brief) conclude() {
	l := b.Env.Words.Lang
	w := l.PaperWords()
	var out []string
	if g := b.estimate.Goal; g.OK && g.V.Exits > 0 {
		y := b.estimate.In(state.InputTargetYear)
		out = append(out, w.NeedYear(l.Int(g.V.Exits), l.YearText(int(y.Value)), l.Signed(g.V.Points, b.region.Indicator.Decimals)))
	}
	if n := len(b.region.Last); n > 1 && b.region.Last[n-1].Period.SameRound(b.region.Last[n-2].Period) {
		switch d := model.Round(b.region.Last[n-1].Value-b.region.Last[n-2].Value, b.region.Indicator.Decimals); {
		case d > 0:
			out = append(out, w.NoiseRise(l.Number(d, b.region.Indicator.Decimals)))
		case d < 0:
			out = append(out, w.NoiseFall(l.Number(-d, b.region.Indicator.Decimals)))
		default:
			out = append(out, w.NoiseSame(""))
		}
	}
	if t := b.program.Totals; t.NoBudget > 0 {
		out = append(out, w.BudgetGap(t.NoBudget, t.Counted()))
	}
	if len(out) == 0 {
		return
	}
	b.head(1, w.Conclude)
	b.say(1, out...)
}

// sheetLines is how many lines of words one sheet holds, and lineLetters how
// many letters a line: less than measured in a browser, so that other fonts fit
// too.
const (
	sheetLines  = 62.5
	lineLetters = 116
)

// cost gives about how many lines a block takes.
func cost(k report.Block) float64 {
	switch k := k.(type) {
	case report.Heading:
		return 1.9
	case report.Text:
		n := float64(len(block.Wrap(k.Text, lineLetters)))
		if k.Tone == report.Care {
			n += 1.1
		}
		return n + 0.17
	case report.Facts:
		if k.Large {
			return 3.1
		}
		n := 0.2
		for i := 0; i < len(k.Rows); i += 2 { // two side by side
			most := 0
			for _, r := range k.Rows[i:min(i+2, len(k.Rows))] {
				most = max(most, len(block.Wrap(r.Text+" "+r.Detail, lineLetters/3)))
			}
			n += float64(most) + 0.1
		}
		return n
	case report.Table:
		n := 2.4
		for _, r := range k.Rows {
			n += rowCost(k, r)
		}
		for _, t := range k.Notes {
			n += float64(len(block.Wrap(t, lineLetters))) + 0.2
		}
		return n
	case report.Figure:
		return 9.2
	}
	return 1
}

// rowCost gives the lines of a row: its widest cell may be broken.
func rowCost(t report.Table, r report.Row) float64 {
	most := 1
	for i, c := range r.Cells {
		if i < len(t.Columns) && t.Columns[i].Left {
			most = max(most, len(block.Wrap(c, lineLetters/2)))
		}
	}
	return float64(most) + 0.25
}

// fixed gives what stands on the sheet besides the lines.
func (b *brief) fixed() float64 {
	n := 4.2 // title, what it is of, the heading of the sources
	for _, a := range b.page.Alerts {
		n += float64(len(block.Wrap(a, lineLetters))) + 0.9
	}
	lines := 0
	for _, s := range b.cited() {
		lines += len(block.Wrap(s, lineLetters*9/16)) // two columns of small letters
	}
	return n + 0.79*(float64(lines)/2+1) + 2.6 // the stamp
}

// cited gives the sources of the lines that are there, those with numbers
// first.
func (b *brief) cited() []string {
	w := report.Works{Short: true}
	out := slices.Clone(b.works.List())
	for _, l := range b.lines {
		for _, id := range l.cites {
			w.Add(b.Snap.Data.Source(id))
		}
	}
	for _, s := range w.List() {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// height gives about how many lines the sheet takes as it is.
func (b *brief) height() float64 {
	n := b.fixed()
	for i, l := range b.lines {
		if !b.bare(i) {
			n += cost(l.Block)
		}
	}
	return n
}

// fit takes the lines in the order of what they are worth as long as they fit on
// one sheet. A line that does not fit is left out, and a shorter one of less
// worth may take its room; a heading without anything below it goes too.
func (b *brief) fit() {
	all := b.lines
	chosen := make([]bool, len(all))
	pick := func() {
		b.lines = nil
		for i, l := range all {
			if chosen[i] {
				b.lines = append(b.lines, l)
			}
		}
	}
	for rank := 0; rank <= least; rank++ {
		for i := range all {
			if all[i].rank != rank {
				continue
			}
			chosen[i] = true
			if pick(); rank > 0 && b.height() > sheetLines {
				chosen[i] = false
			}
		}
	}
	pick()
	b.page.Sources = b.cited()
	for i, l := range b.lines {
		if !b.bare(i) {
			b.page.Blocks = append(b.page.Blocks, l.Block)
		}
	}
}

// least is the rank of what is worth least.
const least = 5

// bare tells whether a line is a heading without anything below it.
func (b *brief) bare(i int) bool {
	return isHeading(b.lines[i].Block) && (i+1 == len(b.lines) || isHeading(b.lines[i+1].Block))
}

func isHeading(k report.Block) bool {
	_, is := k.(report.Heading)
	return is
}
