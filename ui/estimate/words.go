package estimate

import (
	"strconv"
	"strings"

	"rakor/model"
	"rakor/model/headcount"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// page is a view with the words and numbers of one viewer.
type page struct {
	View
	env block.Env
	l   lang.Lang
	w   lang.Estimate
}

func newPage(env block.Env, v View) page {
	return page{View: v, env: env, l: env.Words.Lang, w: env.Words.Estimate}
}

func year(y model.Year) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(int(y))
}

// digits gives with how many decimals a rate is shown; what is worked out from a
// file has two.
func (p page) digits(v float64) int {
	if p.File.OK || p.Shares.OK {
		return 2
	}
	return decimals(v)
}

func (p page) percent(v float64) string { return p.l.Percent(v, p.digits(v)) }

func (p page) count(n int64) string { return p.l.Int(n) }

func (p page) signed(n int64) string { return p.l.Signed(float64(n), 0) }

func (p page) points(v float64) string { return p.l.Signed(v, p.digits(v)) }

// thousands writes people in thousands, with one decimal.
func (p page) thousands(n int64) string { return p.l.Number(float64(n)/1000, 1) }

// fewer writes how many people there are to be fewer of: "-992".
func (p page) fewer(exits int64) string { return p.signed(-exits) }

// value writes a value of an input with its unit.
func (p page) value(in state.Input, x float64) string {
	s, unit := write(p.l, in, x), p.w.Units[in]
	switch unit {
	case "":
		return s
	case "%":
		return p.l.Percent(x, places(in, x))
	}
	if in == state.InputLine || in == state.InputMean {
		return p.l.Rupiah(int64(x))
	}
	if strings.HasPrefix(unit, "%") { // a percentage a year
		return p.l.Percent(x, places(in, x)) + unit[1:]
	}
	return s + " " + unit
}

// write writes the value of an input without its unit; what comes from a file
// has as many digits as a table of it would.
func (p page) write(in state.Input, x Input) string {
	if x.File && !in.Range().Whole {
		return p.l.Number(x.Value, 2)
	}
	return write(p.l, in, x.Value)
}

// used writes the value of an input as it is used, with its unit; "" where it
// has none.
func (p page) used(in state.Input) string {
	if x := p.Inputs[in]; x.OK {
		return p.value(in, x.Value)
	}
	return ""
}

// rate and people write the inputs as they are used.
func (p page) rate() string { return p.percent(p.Inputs[state.InputRate].Value) }

func (p page) people() string { return p.l.Number(p.Inputs[state.InputPopulation].Value, 0) }

// publisher gives who published a figure.
func publisher(f Fact) string {
	if len(f.Sources) == 0 {
		return ""
	}
	s := f.Sources[0]
	if s.Publisher == "" {
		return s.Title
	}
	return s.Publisher
}

// cite gives a source with publisher and year.
func cite(s model.Source) string {
	out := s.Title
	if s.Publisher != "" && !strings.HasPrefix(s.Title, s.Publisher) {
		out += ". " + s.Publisher
	}
	if s.Year != 0 {
		out += " (" + year(s.Year) + ")"
	}
	return out
}

func isTarget(in state.Input) bool { return in == state.InputTarget || in == state.InputTargetYear }

// assumed tells whether an input is one that no office publishes, so that what
// the user enters is an assumption.
func assumed(in state.Input) bool {
	switch in {
	case state.InputSample, state.InputDeff, state.InputRSE, state.InputGrowth, state.InputLeakage, state.InputCoverage:
		return true
	}
	return false
}

// idle tells whether an input is not used, since an RSE stands in its place.
func (p page) idle(in state.Input) bool {
	if p.File.OK && groupOf(in) == groupSure {
		return p.Inputs[in].OK
	}
	return p.Inputs[state.InputRSE].OK && (in == state.InputSample || in == state.InputDeff) && p.Inputs[in].OK
}

// origin tells in at most width columns where the value of an input comes from:
// the longest wording that fits.
func (p page) origin(in state.Input, width int) (text string, st theme.Style) {
	x := p.Inputs[in]
	var wordings []string // longest first
	switch {
	case x.File:
		m, _ := p.source()
		wordings, st = []string{p.w.File.FromFile, p.l.Method(int(m))}, theme.Accent
	case in == state.InputMethod && p.closed:
		wordings, st = []string{"! " + p.w.Shares.WarnMethod, "! " + p.w.File.Open, "! O"}, theme.Warn
	case in == state.InputMethod && !x.OK:
		wordings, st = []string{p.w.File.Open, "O"}, theme.Muted
	case p.idle(in):
		wordings, st = []string{p.w.NotUsed, "-"}, theme.Muted
	case x.User && !x.Published.OK && assumed(in):
		wordings, st = []string{"* " + p.w.Assumed + ", " + p.w.ByUser, "* " + p.w.Assumed}, theme.Warn
	case x.User:
		wordings, st = []string{"* " + p.w.ByUser, "* " + p.w.ByUserShort}, theme.Warn
		if x.Published.OK {
			wordings = append([]string{wordings[0] + "; " + p.w.Published(p.value(in, x.Published.Value))}, wordings...)
		}
	case !x.OK && (in == state.InputRate || in == state.InputPopulation):
		wordings, st = []string{"! " + p.w.NotInData, "! -"}, theme.Warn
	case !x.OK:
		wordings, st = []string{p.w.Empty}, theme.Muted
	case isTarget(in):
		return publisher(x.Published), theme.Muted
	case in == state.InputPopulation && p.otherYear():
		when := p.l.Period(x.Published.Period)
		text := "! " + publisher(x.Published) + ", " + when
		wordings, st = []string{text + ", " + p.w.OtherYear(year(p.Period.Year)), text, "! " + when}, theme.Warn
	default:
		when := p.l.Period(x.Published.Period)
		wordings, st = []string{publisher(x.Published) + ", " + when, when}, theme.Muted
	}
	for _, s := range wordings {
		if block.Width(s) <= width {
			return s, st
		}
	}
	return wordings[len(wordings)-1], st
}

// entry is one line of the ledger.
type entry struct {
	name, value, period, role, source string
	marked                            bool // not as published, or not alike
}

// ledger lists every input with its value and where it comes from. Inputs that
// have none are left out, but for those that a number cannot do without.
func (p page) ledger() []entry {
	out := make([]entry, 0, int(state.Inputs)+3)
	for _, i := range p.listed() {
		if p.Inputs[i].OK || groupOf(i) == groupPeople || i == state.InputTarget || i == state.InputLine {
			out = append(out, p.inputEntry(i))
		}
	}
	add := func(name string, f Fact, value, role string) {
		e := entry{name: name, value: "-", role: role, source: p.w.NotInData}
		if f.OK {
			e.value, e.period, e.source = value, p.l.Period(f.Period), cite(f.Sources[0])
		}
		out = append(out, e)
	}
	add(p.w.Count, p.Count, p.l.Number(p.Count.Value, p.countDecimals())+" "+p.w.Thousand, p.w.Compared)
	add(p.w.Admin, p.Admin, p.l.Number(p.Admin.Value, 0)+" "+p.w.People, p.w.Unused)
	return append(out, entry{name: p.w.RoundName, role: p.w.Rule, source: p.w.RoundText + " (" + p.w.RoundSource + ")"})
}

func (p page) inputEntry(i state.Input) entry {
	in := p.Inputs[i]
	e := entry{name: p.w.Names[i], value: "-", role: p.w.Used, source: p.w.NotInData}
	if in.OK {
		e.value = p.value(i, in.Value)
	}
	if p.idle(i) {
		e.role = p.w.Unused
	}
	switch {
	case i == state.InputMethod && !in.OK:
		e.value, e.source = p.l.Method(int(state.MethodRate)), p.w.Default
	case in.File:
		_, file := p.source()
		e.source = p.w.File.Title(file)
	case in.User:
		e.source, e.marked = p.w.ByUser, true
		if assumed(i) {
			e.source = p.w.Assumed + ", " + p.w.ByUser
		}
		if in.Published.OK {
			e.source += "; " + p.w.Published(p.value(i, in.Published.Value)) + ", " + p.l.Period(in.Published.Period)
		}
		if s := p.since(i); s != "" {
			e.source += "; " + s
		}
		if s := p.otherwise(i); s != "" {
			e.source += "; " + p.w.Without(s)
		}
	case in.OK:
		e.period, e.source = p.l.Period(in.Published.Period), cite(in.Published.Sources[0])
		e.marked = i == state.InputPopulation && p.otherYear()
	}
	return e
}

// otherwise tells what would come out without one input of the user, in what
// that input is for; "" where it makes no difference that can be told.
func (p page) otherwise(in state.Input) string {
	if !p.Without[in].OK {
		return ""
	}
	o := p.Without[in].V
	switch groupOf(in) {
	case groupPeople:
		if o.Result.OK {
			return p.count(o.Result.V.Poor) + " " + p.w.People
		}
	case groupGoal:
		if in == state.InputGrowth && o.Goal.OK {
			return p.fewer(o.Goal.V.Exits) + " " + p.w.People
		}
		if o.Goal.OK && o.Goal.V.Growing.OK {
			return p.fewer(o.Goal.V.Growing.V.Exits) + " " + p.w.People
		}
		if o.Goal.OK {
			return p.fewer(o.Goal.V.Exits) + " " + p.w.People
		}
	case groupSure:
		if o.Sure.OK {
			iv := o.Sure.V.Interval
			return p.w.Range(p.count(iv.Low.N()), p.count(iv.High.N())) + " " + p.w.People
		}
	case groupCost:
		if o.Cost.OK {
			return p.l.Money(o.Cost.V.Budget)
		}
	case groupRegister:
		return ""
	}
	return "-"
}

func (p page) countDecimals() int {
	if p.Base.OK {
		return p.Base.V.CountDecimals
	}
	return 2
}

// countWords writes BPS's count in thousands, without the unit.
func (p page) countWords() string { return p.l.Number(p.Count.Value, p.countDecimals()) }

// why explains the difference between the product and BPS's count.
func (p page) why() string {
	population := p.Inputs[state.InputPopulation]
	switch {
	case !population.OK:
		return ""
	case p.Base.V.Rounding:
		return p.w.WhyRounding
	}
	of := ""
	if p.otherYear() {
		of = year(population.Published.Period.Year)
	}
	return p.w.WhyDiffers(p.people(), year(p.Period.Year), of)
}

// implied tells how the base follows from count and rate.
func (p page) implied() string {
	b := p.Base.V
	rate := p.percent(p.Inputs[state.InputRate].Published.Value)
	return p.w.Implied(p.countWords(), rate, p.thousands(b.Implied), p.thousands(b.Low), p.thousands(b.High))
}

// exact writes the product before rounding.
func (p page) exact() string { return p.l.Number(p.Result.V.Exact, 2) }

func (p page) formula() string {
	if p.Shares.OK { // with the decimals that are multiplied
		return p.w.Formula(p.l.Percent(p.Inputs[state.InputRate].Value, 4), p.people(), p.exact())
	}
	return p.w.Formula(p.rate(), p.people(), p.exact())
}

// trouble says why there is no number, and what can be done.
func (p page) trouble() []string {
	var out []string
	switch {
	case p.File.OK && p.File.V.Line == 0:
		return []string{p.w.File.NoLine}
	case p.Shares.OK && !p.Shares.V.Fit.OK:
		return []string{p.sharesTrouble()}
	case !p.Inputs[state.InputRate].OK:
		out = append(out, p.w.CannotRate)
	}
	if !p.Inputs[state.InputPopulation].OK {
		out = append(out, p.w.CannotPeople(p.Region.Name))
		if p.Admin.OK {
			out = append(out, p.w.HasAdmin(p.l.Number(p.Admin.Value, 0), p.l.Period(p.Admin.Period)))
		}
	}
	return append(out, p.w.TypeIt)
}

// periodTitle is the period of the rate; what a user entered has none.
func (p page) periodTitle() string {
	if _, file := p.source(); file != "" {
		return file
	}
	if p.Inputs[state.InputRate].User {
		return p.w.ContextUser
	}
	return p.l.PeriodLong(p.Period)
}

// rests tells what the interval rests on.
func (p page) rests() string {
	if p.Sure.V.Design {
		return p.w.File.Rests(p.count(int64(p.File.V.Rows)), p.count(int64(p.File.V.PSUs)))
	}
	if p.Sure.V.Basis == headcount.BasisRSE {
		return p.w.Sure.RSE(p.used(state.InputRSE))
	}
	return p.w.Sure.Sample(write(p.l, state.InputSample, p.Inputs[state.InputSample].Value), write(p.l, state.InputDeff, p.Inputs[state.InputDeff].Value))
}

// earlier names what the rate is compared with: a period, or the file opened
// before.
func (p page) earlier(long bool) string {
	b := p.Before.V
	switch {
	case b.File != "":
		return block.Clip(b.File, 24, p.env.ASCII)
	case long:
		return p.l.PeriodLong(b.Period)
	}
	return p.l.Period(b.Period)
}

// verdict says whether the change can be told from noise; "" where there is
// nothing to compare with.
func (p page) verdict() string {
	if !p.Before.OK {
		return ""
	}
	b := p.Before.V
	when, from := p.earlier(false), p.percent(b.Rate)
	d := b.Test.Points.Value()
	z := p.l.Number(max(b.Test.Z, -b.Test.Z), 2)
	switch {
	case b.Broken:
		return p.w.Sure.Break(when)
	case b.Same:
		return p.w.Sure.Entered(p.points(d), from, when, z, b.Distinct)
	}
	return p.w.Sure.Change(d, p.l.Number(max(d, -d), p.digits(d)), from, when, z, b.Distinct)
}

// aim says in a sentence how far the target is, or that there is none.
func (p page) aim() string {
	if !p.Goal.OK {
		return p.w.Goal.None
	}
	g := p.Goal.V
	target := p.percent(p.Inputs[state.InputTarget].Value)
	if p.reached() {
		return p.w.Goal.ShortReached(target, p.l.Number(g.Points, p.digits(g.Points)))
	}
	when := ""
	if y := p.Inputs[state.InputTargetYear]; y.OK {
		when = year(model.Year(y.Value))
	}
	growing, growth := "", ""
	if g.Growing.OK {
		growing, growth = p.fewer(g.Growing.V.Exits), p.percent(p.Inputs[state.InputGrowth].Value)
	}
	return p.w.Goal.Short(target, when, p.fewer(g.Exits), growing, growth)
}

// reached tells whether the rate is at the target already.
func (p page) reached() bool { return p.Goal.OK && (p.Goal.V.Points > 0 || p.Goal.V.Exits <= 0) }

// unsure says why there is no interval.
func (p page) unsure() string {
	if p.Unsure == UnsureFile {
		return p.w.File.Why(p.File.V.At.P0.Why.ID())
	}
	return p.w.Sure.Missing[p.Unsure]
}
