package estimate

import (
	"strconv"
	"strings"

	"rakor/model"
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

// name gives what an input is called.
func (v View) name(w lang.Estimate, in state.Input) string {
	switch in {
	case state.InputPopulation:
		return w.Population
	case state.InputTarget:
		return v.targetName(w)
	}
	return w.Rate
}

// targetName gives the target with its year, which belongs to the region's own
// target only.
func (v View) targetName(w lang.Estimate) string {
	if v.TargetYear == 0 || v.Target.User {
		return w.TargetRate
	}
	return w.TargetOf(year(v.TargetYear))
}

func year(y model.Year) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(int(y))
}

func (p page) percent(v float64) string { return p.l.Percent(v, decimals(v)) }

func (p page) count(n int64) string { return p.l.Int(n) }

// thousands writes people in thousands, with one decimal.
func (p page) thousands(n int64) string { return p.l.Number(float64(n)/1000, 1) }

// unit gives the word after an input's number.
func (p page) unit(in state.Input) string {
	if in == state.InputPopulation {
		return p.w.People
	}
	return "%"
}

// value writes an input with its unit.
func (p page) value(in state.Input, x float64) string {
	if in == state.InputPopulation {
		return p.l.Number(x, 0) + " " + p.w.People
	}
	return p.percent(x)
}

// rate and people write the inputs as they are used.
func (p page) rate() string { return p.percent(p.Rate.Value) }

func (p page) people() string { return p.l.Number(p.Population.Value, 0) }

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

// origin tells in at most width columns where the value of an input comes from:
// the longest wording that fits.
func (p page) origin(in state.Input, width int) (text string, st theme.Style) {
	x := p.inputs()[in]
	var short string
	switch {
	case x.User:
		text, short, st = "* "+p.w.ByUser, "* "+p.w.ByUserShort, theme.Warn
		if x.Published.OK {
			long := text + "; " + p.w.Published(p.value(in, x.Published.Value))
			if block.Width(long) <= width {
				return long, st
			}
		}
	case !x.OK && in == state.InputTarget:
		return p.w.NotInData, theme.Muted
	case !x.OK:
		return "! " + p.w.NotInData, theme.Warn
	case in == state.InputTarget:
		return publisher(x.Published), theme.Muted
	case in == state.InputPopulation && p.otherYear():
		when := p.l.Period(x.Published.Period)
		text, short, st = "! "+publisher(x.Published)+", "+when, "! "+when, theme.Warn
		if long := text + ", " + p.w.OtherYear(year(p.Period.Year)); block.Width(long) <= width {
			text = long
		}
	default:
		text, st = publisher(x.Published)+", "+p.l.Period(x.Published.Period), theme.Muted
		short = p.l.Period(x.Published.Period)
	}
	if block.Width(text) > width {
		text = short
	}
	return text, st
}

// entry is one line of the ledger.
type entry struct {
	name, value, period, role, source string
	marked                            bool // not as published, or not alike
}

// ledger lists every input with its value and where it comes from.
func (p page) ledger() []entry {
	out := make([]entry, 0, 7)
	for i, in := range p.inputs() {
		out = append(out, p.inputEntry(state.Input(i), in))
	}
	add := func(name string, f Fact, value, role string) {
		e := entry{name: name, value: "-", role: role, source: p.w.NotInData}
		if f.OK {
			e.value, e.period, e.source = value, p.l.Period(f.Period), cite(f.Sources[0])
		}
		out = append(out, e)
	}
	add(p.w.Count, p.Count, p.l.Number(p.Count.Value, p.countDecimals())+" "+p.w.Thousand, p.w.Compared)
	add(p.w.Line, p.Line, p.l.Rupiah(int64(p.Line.Value)), p.w.Meaning)
	add(p.w.Admin, p.Admin, p.l.Number(p.Admin.Value, 0)+" "+p.w.People, p.w.Unused)
	return append(out, entry{name: p.w.RoundName, role: p.w.Rule, source: p.w.RoundText + " (" + p.w.RoundSource + ")"})
}

func (p page) inputEntry(i state.Input, in Input) entry {
	e := entry{name: p.name(p.w, i), value: "-", role: p.w.Used, source: p.w.NotInData}
	if in.OK {
		e.value = p.value(i, in.Value)
	}
	switch {
	case in.User:
		e.source, e.marked = p.w.ByUser, true
		if in.Published.OK {
			e.source += "; " + p.w.Published(p.value(i, in.Published.Value)) + ", " + p.l.Period(in.Published.Period)
		}
	case in.OK:
		e.period, e.source = p.l.Period(in.Published.Period), cite(in.Published.Sources[0])
		e.marked = i == state.InputPopulation && p.otherYear()
	}
	return e
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
	switch {
	case !p.Population.OK:
		return ""
	case p.Base.V.Rounding:
		return p.w.WhyRounding
	}
	of := ""
	if p.otherYear() {
		of = year(p.Population.Published.Period.Year)
	}
	return p.w.WhyDiffers(p.people(), year(p.Period.Year), of)
}

// implied tells how the base follows from count and rate.
func (p page) implied() string {
	b := p.Base.V
	return p.w.Implied(p.countWords(), p.percent(p.Rate.Published.Value), p.thousands(b.Implied), p.thousands(b.Low), p.thousands(b.High))
}

// intervalWhy tells what the rounding interval is.
func (p page) intervalWhy() string {
	iv := p.Result.V.Interval.V
	return p.w.IntervalWhy(p.rate(), p.l.Number(iv.LowRate.Value(), 3), p.l.Percent(iv.HighRate.Value(), 3))
}

// exact writes the product before rounding.
func (p page) exact() string { return p.l.Number(p.Result.V.Exact, 2) }

func (p page) formula() string { return p.w.Formula(p.rate(), p.people(), p.exact()) }

// trouble says why there is no number, and what can be done.
func (p page) trouble() []string {
	var out []string
	if !p.Rate.OK {
		out = append(out, p.w.CannotRate)
	}
	if !p.Population.OK {
		out = append(out, p.w.CannotPeople(p.Region.Name))
		if p.Admin.OK {
			out = append(out, p.w.HasAdmin(p.l.Number(p.Admin.Value, 0), p.l.Period(p.Admin.Period)))
		}
	}
	return append(out, p.w.TypeIt)
}

// periodTitle is the period of the rate; what a user entered has none.
func (p page) periodTitle() string {
	if p.Rate.User {
		return p.w.ContextUser
	}
	return p.l.PeriodLong(p.Period)
}
