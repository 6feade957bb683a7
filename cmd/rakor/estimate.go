package main

import (
	"errors"
	"math"
	"strconv"

	"github.com/spf13/cobra"

	"rakor/model"
	"rakor/model/headcount"
	"rakor/ui/lang"
)

func (a *app) estimateCommand() *cobra.Command {
	w := a.words.CLI
	return a.group("estimate", w.EstimateShort, w.EstimateShort, a.headcountCommand(), a.surveyCommand(), a.groupedCommand())
}

// headcountFlags are the flags of estimate headcount as typed; "" is not
// given.
type headcountFlags struct {
	rate, population, target, region, period string
	rse, sample, deff, level, line, gap      string
}

func (a *app) headcountCommand() *cobra.Command {
	w := a.words.CLI
	var f headcountFlags
	c := &cobra.Command{
		Use: "headcount", Short: w.HeadcountShort, Long: w.HeadcountLong, Args: a.noArgs,
		Example: "  rakor estimate headcount --rate 3.52 --population 310182 --target 3.30\n" +
			"  rakor estimate headcount --region 6271 --period 2024-03\n" +
			"  rakor estimate headcount --region 6271 --sample 640 --deff 1.5",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.open(); err != nil {
				return err
			}
			return a.headcount(f, example(cmd))
		},
	}
	fl := c.Flags()
	fl.StringVar(&f.rate, "rate", "", w.FlagRate)
	fl.StringVar(&f.population, "population", "", w.FlagPopulation)
	fl.StringVar(&f.target, "target", "", w.FlagTarget)
	fl.StringVar(&f.region, "region", "", w.FlagOneRegion)
	fl.StringVar(&f.period, "period", "", w.FlagPeriod)
	fl.StringVar(&f.rse, "rse", "", w.FlagRSE)
	fl.StringVar(&f.sample, "sample", "", w.FlagSample)
	fl.StringVar(&f.deff, "deff", "", w.FlagDeff)
	fl.StringVar(&f.level, "level", "", w.FlagLevel)
	fl.StringVar(&f.line, "line", "", w.FlagLine)
	fl.StringVar(&f.gap, "gap", "", w.FlagGap)
	return c
}

// headcountJSON is the result of estimate headcount.
type headcountJSON struct {
	Poor      int64          `json:"poor"`
	Rate      float64        `json:"rate"`
	People    int64          `json:"population"`
	Rounding  intervalJSON   `json:"rounding_interval"`
	Interval  *intervalJSON  `json:"interval,omitempty"`
	SE        *float64       `json:"se,omitempty"`  // points
	RSE       *float64       `json:"rse,omitempty"` // percent
	Band      string         `json:"rse_band,omitempty"`
	Target    *targetJSON    `json:"target,omitempty"`
	Cost      *int64         `json:"cost_per_year,omitempty"`
	Published *publishedJSON `json:"published,omitempty"`
	Inputs    []inputJSON    `json:"inputs"`
}

type intervalJSON struct {
	Level  *float64 `json:"level"` // null for the rounding interval, which has no probability
	Low    int64    `json:"low"`
	High   int64    `json:"high"`
	Method string   `json:"method"`
}

type targetJSON struct {
	Rate   float64 `json:"rate"`
	Points float64 `json:"points"`
	Poor   int64   `json:"poor"`
	Exits  int64   `json:"exits"`
}

type publishedJSON struct {
	Thousands float64 `json:"poor_thousands"`
	Base      int64   `json:"implied_base"`
	BaseLow   int64   `json:"implied_base_low"`
	BaseHigh  int64   `json:"implied_base_high"`
	Period    string  `json:"period"`
}

// inputJSON is one line of the ledger: what went in and from where.
type inputJSON struct {
	Name   string         `json:"name"`
	Value  float64        `json:"value"`
	Unit   string         `json:"unit"`
	Period string         `json:"period,omitempty"`
	Source model.SourceID `json:"source,omitempty"` // none: given in the call
	Given  bool           `json:"given"`
}

// estimate is the inputs of one call, read and filled from the dataset.
type estimateCall struct {
	rate       headcount.Percent
	decimals   int
	population headcount.Persons
	published  headcount.Inputs
	ledger     []inputJSON
	notes      []note
}

func (a *app) headcount(f headcountFlags, ex string) error {
	c, err := a.estimateInputs(f, ex)
	if err != nil {
		return err
	}
	poor, err := headcount.Of(c.rate, c.population)
	if err != nil {
		return a.rangeError(err)
	}
	round, err := headcount.RoundingInterval(c.rate, c.decimals, c.population)
	if err != nil {
		return a.rangeError(err)
	}
	out := headcountJSON{
		Poor: poor.N(), Rate: c.rate.Value(), People: c.population.N(),
		Rounding: intervalJSON{Low: round.Low.N(), High: round.High.N(), Method: round.Method.String()},
	}
	if err := a.sampled(f, &c, &out, ex); err != nil {
		return err
	}
	if err := a.target(f, &c, &out); err != nil {
		return err
	}
	if err := a.cost(f, &c, &out, ex); err != nil {
		return err
	}
	out.Published = published(c)
	out.Inputs = c.ledger
	return a.print(a.headcountAnswer(c, out))
}

// estimateInputs reads rate and population, from the call or the dataset.
func (a *app) estimateInputs(f headcountFlags, ex string) (c estimateCall, err error) {
	w := a.words.CLI
	c.decimals = 2
	if f.region != "" {
		code, err := a.readRegion(f.region)
		if err != nil {
			return c, err
		}
		if _, ok := a.store.Dataset().Region(code); !ok {
			return c, a.unknownRegion(f.region)
		}
		p, err := a.readPeriod(f.period)
		if err != nil {
			return c, err
		}
		c.published = headcount.FromDataset(a.store.Dataset(), code, p)
		if !c.published.Rate.OK && f.rate == "" && !p.IsZero() {
			return c, &model.NotFoundError{Kind: "period", Name: first(p.String(), f.region), Nearest: a.periodsOf(code)}
		}
	}
	if name := c.regionName(a); name != "" {
		switch {
		case f.rate == "" && !c.published.Rate.OK:
			return c, failf(exitNotFound, "%s", w.NoFigure(w.Quantity("rate"), name, "--rate"))
		case f.population == "" && !c.published.Population.OK:
			return c, failf(exitNotFound, "%s", w.NoFigure(w.Quantity("population"), name, "--population"))
		}
	}
	rate, err := a.figure(f.rate, "--rate", "rate", "percent", c.published.Rate, &c, w.Needs("--rate", ex))
	if err != nil {
		return c, err
	}
	if f.rate == "" {
		c.decimals = c.published.RateDecimals()
	}
	if c.rate, err = headcount.NewPercent(rate); err != nil {
		return c, a.rangeError(err)
	}
	people, err := a.figure(f.population, "--population", "population", "persons", c.published.Population, &c, w.Needs("--population", ex))
	if err != nil {
		return c, err
	}
	if people != math.Trunc(people) {
		return c, failf(exitUsage, "%s", w.BadValue("--population", f.population, "310182"))
	}
	c.population = headcount.People(int64(people))
	if off := c.published.PopulationYearsOff(); off != 0 && f.rate == "" && f.population == "" {
		c.notes = append(c.notes, note{Code: "period-mismatch", Message: w.NotePopulation(
			a.words.Lang.Period(c.published.Rate.V.Period), a.words.Lang.Period(c.published.Population.V.Period))})
	}
	return c, nil
}

// regionName gives the name of the region that the call is for, "" for none.
func (c *estimateCall) regionName(a *app) string {
	r, _ := a.store.Dataset().Region(c.published.Region)
	return r.Name
}

// figure reads one input: what was typed, else what is published. It puts the
// line into the ledger.
func (a *app) figure(typed, flag, name, unit string, pub headcount.Figure, c *estimateCall, needs string) (float64, error) {
	switch {
	case typed != "":
		v, err := a.number(flag, typed)
		if err == nil {
			c.ledger = append(c.ledger, inputJSON{Name: name, Value: v, Unit: unit, Given: true})
		}
		return v, err
	case pub.OK:
		c.ledger = append(c.ledger, inputJSON{Name: name, Value: pub.V.Value, Unit: unit, Period: pub.V.Period.String(), Source: pub.V.Sources[0]})
		return pub.V.Value, nil
	}
	return 0, failf(exitUsage, "%s", needs)
}

// number reads a number of the call: with a point, as scripts write it, or the
// way the language writes it. "310.182" could be both and is refused with both
// readings.
func (a *app) number(flag, s string) (float64, error) {
	v, err := a.words.Lang.ParseNumber(s)
	if amb := (*lang.AmbiguousError)(nil); errors.As(err, &amb) {
		if plain, e := strconv.ParseFloat(s, 64); e == nil && flag == "--rate" || flag == "--target" || flag == "--gap" {
			return plain, e
		}
	}
	if err != nil {
		return 0, failf(exitUsage, "%s: %s", flag, a.words.Lang.Explain(err))
	}
	return v, nil
}

// sampled adds the interval that an RSE, or a sample size and a design effect,
// give.
func (a *app) sampled(f headcountFlags, c *estimateCall, out *headcountJSON, ex string) error {
	w := a.words.CLI
	if f.rse == "" && f.sample == "" && f.deff == "" {
		if f.level != "" {
			return failf(exitUsage, "%s", w.Needs("--rse, --sample", ex))
		}
		return nil
	}
	f.level = first(f.level, "0.95")
	if f.rse != "" && (f.sample != "" || f.deff != "") {
		return failf(exitUsage, "%s", w.NotBoth("--rse", "--sample", ex))
	}
	s, err := a.standardError(f, c, ex)
	if err != nil {
		return err
	}
	lv, err := a.number("--level", f.level)
	if err != nil {
		return err
	}
	level, err := headcount.NewShare(lv)
	if err != nil {
		return a.rangeError(err)
	}
	in, err := s.Interval(level, c.population)
	if err != nil {
		return a.rangeError(err)
	}
	out.Interval = &intervalJSON{Level: ptr(in.Level.Value()), Low: in.Low.N(), High: in.High.N(), Method: in.Method.String()}
	out.SE, out.RSE, out.Band = ptr(s.SE.Value()), ptr(s.RSE().Value()), headcount.BandOf(s.RSE()).String()
	return nil
}

// standardError gives the rate with the standard error that the flags imply.
func (a *app) standardError(f headcountFlags, c *estimateCall, ex string) (s headcount.Sampled, err error) {
	w := a.words.CLI
	if f.rse != "" {
		v, err := a.given("--rse", f.rse, "rse", "percent", c)
		if err != nil {
			return s, err
		}
		rse, err := headcount.NewPercent(v)
		if err == nil {
			s, err = headcount.FromRSE(c.rate, rse)
		}
		return s, a.rangeError(err)
	}
	if f.sample == "" || f.deff == "" {
		return s, failf(exitUsage, "%s", w.Needs("--sample, --deff", ex))
	}
	n, err := a.given("--sample", f.sample, "sample", "household", c)
	if err != nil {
		return s, err
	}
	if n != math.Trunc(n) {
		return s, failf(exitUsage, "%s", w.BadValue("--sample", f.sample, "640"))
	}
	deff, err := a.given("--deff", f.deff, "deff", "", c)
	if err != nil {
		return s, err
	}
	s, err = headcount.FromSample(c.rate, headcount.New[headcount.Household](int64(n)), deff)
	return s, a.rangeError(err)
}

func (a *app) given(flag, typed, name, unit string, c *estimateCall) (float64, error) {
	v, err := a.number(flag, typed)
	if err == nil {
		c.ledger = append(c.ledger, inputJSON{Name: name, Value: v, Unit: unit, Given: true})
	}
	return v, err
}

// target adds the distance to a target: that of the call, else the region's
// own.
func (a *app) target(f headcountFlags, c *estimateCall, out *headcountJSON) error {
	var v float64
	switch {
	case f.target != "":
		var err error
		if v, err = a.given("--target", f.target, "target", "percent", c); err != nil {
			return err
		}
	case c.published.Target.OK:
		t := c.published.Target.V
		v = t.Value
		c.ledger = append(c.ledger, inputJSON{Name: "target", Value: v, Unit: "percent", Period: strconv.Itoa(int(t.Year)), Source: t.Source})
	default:
		return nil
	}
	goal, err := headcount.NewPercent(v)
	if err != nil {
		return a.rangeError(err)
	}
	d, err := headcount.ToTarget(c.rate, c.population, goal)
	if err != nil {
		return a.rangeError(err)
	}
	out.Target = &targetJSON{Rate: v, Points: d.Points.Value(), Poor: d.Then.N(), Exits: d.Exits.N()}
	return nil
}

// cost adds what the gap of a year comes to, where the poverty gap index is
// given.
func (a *app) cost(f headcountFlags, c *estimateCall, out *headcountJSON, ex string) error {
	if f.gap == "" && f.line == "" {
		return nil
	}
	if f.gap == "" {
		return failf(exitUsage, "%s", a.words.CLI.Needs("--gap", ex))
	}
	gap, err := a.given("--gap", f.gap, "p1", "index", c)
	if err != nil {
		return err
	}
	line, err := a.figure(f.line, "--line", "line", "rupiah_month", c.published.Line, c, a.words.CLI.Needs("--line", ex))
	if err != nil {
		return err
	}
	p1, err := headcount.NewPercent(gap)
	if err != nil {
		return a.rangeError(err)
	}
	k, err := headcount.CostOfGap(p1, headcount.Rupiah[headcount.Month](int64(line)), c.population, headcount.Perfect())
	if err != nil {
		return a.rangeError(err)
	}
	out.Cost = ptr(k.Gap.Value())
	return nil
}

// published gives the count that BPS published for the same period and the
// base that it implies, where the rate is the published one.
func published(c estimateCall) *publishedJSON {
	in := c.published
	if !in.Count.OK || !in.Rate.OK || c.rate.Value() != in.Rate.V.Value {
		return nil
	}
	count, err := headcount.NewThousands(in.Count.V.Value)
	if err != nil {
		return nil
	}
	b, err := headcount.ImpliedBase(count, in.CountDecimals(), c.rate, in.RateDecimals())
	if err != nil {
		return nil
	}
	return &publishedJSON{Thousands: in.Count.V.Value, Base: b.Base.N(), BaseLow: b.Low.N(), BaseHigh: b.High.N(), Period: in.Count.V.Period.String()}
}

// rangeError words an error of the kernel: a wrong value of the call, or that
// no answer exists.
func (a *app) rangeError(err error) error {
	if err == nil {
		return nil
	}
	w := a.words.CLI
	if r := (*headcount.RangeError)(nil); errors.As(err, &r) {
		l := a.words.Lang
		return failf(exitUsage, "%s", w.OutOfRange(w.Quantity(r.Quantity), l.Number(r.Value, places(r.Value)), l.Number(r.Low, places(r.Low)), l.Number(r.High, places(r.High))))
	}
	switch {
	case errors.Is(err, headcount.ErrNoVariance):
		return failf(exitNoAnswer, "%s", w.NoVariance)
	case errors.Is(err, headcount.ErrNotFinite):
		return failf(exitUsage, "%s", w.NotFinite)
	}
	return failf(exitNoAnswer, "%s", err.Error())
}

func (a *app) headcountAnswer(c estimateCall, out headcountJSON) answer {
	w, l := a.words.CLI, a.words.Lang
	ans := answer{
		command: "estimate headcount", result: out, notes: c.notes,
		header: []string{w.ColItem, w.ColValue, w.ColUnit, w.ColPeriod, w.ColSource}, right: []bool{false, true},
		rawHead: []string{"item", "value", "unit", "period", "source"},
	}
	add := func(item string, text, raw, unit, unitRaw, period, source string) {
		ans.rows = append(ans.rows, []string{w.Quantity(item), text, unit, period, source})
		ans.raw = append(ans.raw, []string{item, raw, unitRaw, period, source})
	}
	people := l.TargetUnit(model.PerPerson, 2)
	count := func(item string, n int64) {
		add(item, l.Int(n), strconv.FormatInt(n, 10), people, "persons", "", "")
	}
	for _, in := range c.ledger {
		source := w.Given
		if !in.Given {
			source = sourceName(a.store.Dataset().Source(in.Source))
		}
		add(in.Name, l.Number(in.Value, places(in.Value)), strconv.FormatFloat(in.Value, 'f', -1, 64), w.UnitName(in.Unit), in.Unit, in.Period, source)
	}
	count("poor", out.Poor)
	count("rounding_low", out.Rounding.Low)
	count("rounding_high", out.Rounding.High)
	if out.Interval != nil {
		add("se", l.Number(*out.SE, 2), strconv.FormatFloat(*out.SE, 'f', -1, 64), w.UnitName("points"), "points", "", "")
		add("rse_result", l.Number(*out.RSE, 1), strconv.FormatFloat(*out.RSE, 'f', -1, 64), "% ("+w.Band(out.Band)+")", "percent", "", "")
		count("interval_low", out.Interval.Low)
		count("interval_high", out.Interval.High)
	}
	if p := out.Published; p != nil {
		src := sourceName(a.store.Dataset().Source(c.published.Count.V.Sources[0]))
		add("published", l.Number(p.Thousands, c.published.CountDecimals()), strconv.FormatFloat(p.Thousands, 'f', -1, 64), l.Unit(model.UnitThousandPersons), "thousand_persons", p.Period, src)
		count("implied_base", p.Base)
	}
	if t := out.Target; t != nil {
		add("target_points", l.Signed(t.Points, 2), strconv.FormatFloat(t.Points, 'f', -1, 64), w.UnitName("points"), "points", "", "")
		count("target_poor", t.Poor)
		count("target_exits", t.Exits)
	}
	if out.Cost != nil {
		add("cost_per_year", l.Rupiah(*out.Cost), strconv.FormatInt(*out.Cost, 10), w.UnitName("rupiah_year"), "rupiah_year", "", "")
	}
	ans.foot = []string{w.RoundingRule}
	if out.Published != nil {
		ans.foot = append(ans.foot, w.BaseRule)
	}
	return ans
}

// places gives the decimals that show a number whole, at most four.
func places(v float64) int {
	for d := range 4 {
		if math.Abs(v-model.Round(v, d)) < 1e-9 {
			return d
		}
	}
	return 4
}

// unknownRegion tells that a code names no region, with those nearest to it.
func (a *app) unknownRegion(code string) error {
	return &model.NotFoundError{Kind: "region", Name: code, Nearest: a.store.Dataset().NearestRegions(code, 3)}
}

// periodsOf lists the newest periods for which a region has a rate.
func (a *app) periodsOf(r model.RegionCode) []string {
	s, err := a.store.Dataset().Series(model.P0)
	if err != nil {
		return nil
	}
	var out []string
	obs := s.Of(r)
	for i := len(obs) - 1; i >= 0 && len(out) < 3; i-- {
		out = append(out, obs[i].Period.String())
	}
	return out
}
