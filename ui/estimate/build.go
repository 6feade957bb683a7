package estimate

import (
	"rakor/model"
	"rakor/model/compare"
	"rakor/model/headcount"
	"rakor/ui/state"
)

// View is the second tab as numbers and identities.
type View struct {
	Region   model.Region
	Period   model.Period // of the rate
	Earlier  model.Period // the period before that has a rate; zero for none
	Later    model.Period // the one after; zero for none
	Newest   model.Period // the period shown where none is chosen
	Selected state.Input
	Table    bool

	Rate, Population, Target Input
	TargetYear               model.Year // 0 where the data have no target

	Count Fact // BPS's number of poor people, thousands
	Line  Fact // poverty line, rupiah a person a month
	Admin Fact // population of the civil register, never used

	Result  model.Maybe[Result]
	Without model.Maybe[int64] // people with the published inputs, where the user entered any
	Base    model.Maybe[Base]
	Goal    model.Maybe[Goal]
	History []Round // newest first

	notes []note
}

// Fact is a published figure with its sources.
type Fact struct {
	OK       bool
	ID       model.IndicatorID
	Value    float64
	Period   model.Period
	Sources  []model.Source // that agree, the named one first
	Note     string
	Others   []Other
	Official bool // a table, release or government office is among the sources
}

// Other is what another source says.
type Other struct {
	Value   float64
	Sources []model.Source
	Note    string
}

// Input is a number that the user can change.
type Input struct {
	OK        bool
	Value     float64
	User      bool // entered by the user, and not the published value
	Published Fact
	Lo, Hi    float64 // ends of its slider
}

// Result is rate times population.
type Result struct {
	Poor     int64
	Exact    float64 // before rounding
	Interval model.Maybe[headcount.Interval]
}

// Base is what the published count and rate imply.
type Base struct {
	Count              int64 // people
	CountDecimals      int   // of the published thousands
	Implied, Low, High int64
	Difference         float64 // of the population used, percent of Implied
	Rounding           bool    // rounding alone may explain it
}

// Goal is the distance to the target with a population that stays as it is.
type Goal struct {
	Points float64
	Then   int64 // poor at the target
	Exits  int64
}

// Round is what BPS published for one period.
type Round struct {
	Period   model.Period
	Rate     float64
	Count    model.Maybe[float64] // thousands
	Decimals int                  // of Count
	Implied  model.Maybe[int64]
	Line     model.Maybe[float64]
	Break    bool // another round or method than the one below
}

// Build makes the view of a state. It never fails: an unknown region, a period
// without a figure or an empty dataset give a view in which things are missing.
func Build(snap *state.Snapshot, st state.State) View {
	ds := snap.Data
	v := View{Selected: min(st.Estimate.Selected, state.Inputs-1), Table: st.Table}
	v.Region, _ = ds.Region(st.Home)
	v.Newest, _ = compare.NewestCommon(ds, model.P0, st.Home)
	period := st.Estimate.Period
	if period.IsZero() {
		period = v.Newest
	}
	in := headcount.FromDataset(ds, st.Home, period)
	v.Period = in.Period
	v.around(ds, st.Home)

	e := st.Estimate
	v.Rate = input(fact(ds, model.P0, in.Rate), e.Rate)
	var people *float64
	if e.Population != nil {
		n := float64(*e.Population)
		people = &n
	}
	v.Population = input(fact(ds, model.Population, in.Population), people)
	var target Fact
	if t := in.Target; t.OK {
		v.TargetYear = t.V.Year
		target = Fact{
			OK: true, ID: model.P0, Value: t.V.Value, Period: model.Period{Year: t.V.Year}, Note: t.V.Note,
			Sources: []model.Source{ds.Source(t.V.Source)},
		}
		target.Official = official(target.Sources)
	}
	v.Target = input(target, e.Target)
	v.Count, v.Line, v.Admin = fact(ds, model.Poor, in.Count), fact(ds, model.Line, in.Line), fact(ds, model.PopulationAdmin, in.Admin)

	v.scales()
	v.reckon(in)
	v.history(ds, st.Home)
	v.note()
	return v
}

// around finds the periods before and after that have a rate.
func (v *View) around(ds *model.Dataset, home model.RegionCode) {
	s, err := ds.Series(model.P0)
	if err != nil {
		return
	}
	regions := []model.RegionCode{home}
	if p := compare.StepPeriod(s, regions, v.Period, -1); p.Before(v.Period) {
		v.Earlier = p
	}
	if p := compare.StepPeriod(s, regions, v.Period, 1); v.Period.Before(p) {
		v.Later = p
	}
}

func fact(ds *model.Dataset, id model.IndicatorID, f headcount.Figure) Fact {
	if !f.OK {
		return Fact{ID: id}
	}
	o := f.V
	out := Fact{OK: true, ID: id, Value: o.Value, Period: o.Period, Sources: sources(ds, o.Sources), Note: o.Note}
	out.Official = official(out.Sources)
	for _, r := range o.Others {
		out.Others = append(out.Others, Other{Value: r.Value, Sources: sources(ds, r.Sources), Note: r.Note})
	}
	return out
}

func sources(ds *model.Dataset, ids []model.SourceID) []model.Source {
	out := make([]model.Source, len(ids))
	for i, id := range ids {
		out[i] = ds.Source(id)
	}
	return out
}

func official(ss []model.Source) bool {
	for _, s := range ss {
		switch s.Kind {
		case model.SourceTable, model.SourceRelease, model.SourceGovernment:
			return true
		}
	}
	return false
}

func input(f Fact, user *float64) Input {
	i := Input{OK: f.OK, Value: f.Value, Published: f}
	if user != nil {
		i.OK, i.Value = true, *user
		i.User = !f.OK || *user != f.Value
	}
	return i
}

// scales sets the ends of the sliders: both rates share theirs, so that rate
// and target can be compared by eye; the population has a tenth to either side
// of the published one. A value beyond them moves them.
func (v *View) scales() {
	top := 0.0
	for _, f := range [...]Input{v.Rate, v.Target} {
		if f.Published.OK {
			top = max(top, 2*f.Published.Value)
		}
		if f.OK {
			top = max(top, f.Value)
		}
	}
	if top == 0 {
		top = 20
	}
	v.Rate.Hi = ceilNice(top)
	v.Target.Hi = v.Rate.Hi

	p := &v.Population
	middle := p.Value
	if p.Published.OK {
		middle = p.Published.Value
	}
	if !p.OK {
		return
	}
	p.Lo, p.Hi = floorTwo(min(0.9*middle, p.Value)), ceilTwo(max(1.1*middle, p.Value))
}

// reckon does the arithmetic, each part where its inputs are there.
func (v *View) reckon(in headcount.Inputs) {
	v.base(in)
	rate, err := headcount.NewPercent(v.Rate.Value)
	if err != nil || !v.Rate.OK {
		return
	}
	people := headcount.People(int64(v.Population.Value))
	poor, err := headcount.Of(rate, people)
	if err != nil || !v.Population.OK {
		v.Goal = v.goal(rate, people, false)
		return
	}
	r := Result{Poor: poor.N()}
	r.Exact, _ = headcount.Exact(rate, people)
	if !v.Rate.User {
		iv, err := headcount.RoundingInterval(rate, in.RateDecimals(), people)
		r.Interval = model.Maybe[headcount.Interval]{V: iv, OK: err == nil}
	}
	v.Result = model.Known(r)
	v.Goal = v.goal(rate, people, true)
	v.without()
}

// without gives the people with the published inputs, where the user entered
// others.
func (v *View) without() {
	if !v.Rate.User && !v.Population.User || !v.Rate.Published.OK || !v.Population.Published.OK {
		return
	}
	rate, err := headcount.NewPercent(v.Rate.Published.Value)
	if err != nil {
		return
	}
	if n, err := headcount.Of(rate, headcount.People(int64(v.Population.Published.Value))); err == nil {
		v.Without = model.Known(n.N())
	}
}

func (v *View) goal(rate headcount.Percent, people headcount.Persons, counted bool) model.Maybe[Goal] {
	target, err := headcount.NewPercent(v.Target.Value)
	if err != nil || !v.Target.OK || !counted {
		return model.Maybe[Goal]{}
	}
	d, err := headcount.ToTarget(rate, people, target)
	return model.Maybe[Goal]{V: Goal{Points: d.Points.Value(), Then: d.Then.N(), Exits: d.Exits.N()}, OK: err == nil}
}

func (v *View) base(in headcount.Inputs) {
	if !v.Count.OK || !v.Rate.Published.OK {
		return
	}
	b, count, ok := implied(v.Count.Value, in.CountDecimals(), v.Rate.Published.Value, in.RateDecimals())
	if !ok {
		return
	}
	out := Base{
		Count: count, CountDecimals: in.CountDecimals(),
		Implied: b.Base.N(), Low: b.Low.N(), High: b.High.N(),
	}
	if v.Population.OK {
		d, rounding, err := b.Against(headcount.People(int64(v.Population.Value)))
		if err == nil {
			out.Difference, out.Rounding = d.Value(), rounding
		}
	}
	v.Base = model.Known(out)
}

func implied(count float64, countDecimals int, rate float64, rateDecimals int) (b headcount.Implied, people int64, ok bool) {
	n, err := headcount.NewThousands(count)
	if err != nil {
		return b, 0, false
	}
	r, err := headcount.NewPercent(rate)
	if err != nil {
		return b, 0, false
	}
	b, err = headcount.ImpliedBase(n, countDecimals, r, rateDecimals)
	return b, n.Persons().N(), err == nil
}

// history collects what BPS published for the region, newest first.
func (v *View) history(ds *model.Dataset, home model.RegionCode) {
	s, err := ds.Series(model.P0)
	if err != nil {
		return
	}
	ps := s.Periods()
	v.History = make([]Round, 0, len(ps))
	for i := len(ps) - 1; i >= 0; i-- {
		rate, ok := s.Value(home, ps[i])
		if !ok {
			continue
		}
		r := Round{Period: ps[i], Rate: rate}
		r.Count.V, r.Count.OK = ds.Value(home, model.Poor, ps[i])
		r.Line.V, r.Line.OK = ds.Value(home, model.Line, ps[i])
		if r.Count.OK {
			in := headcount.Inputs{Count: model.Known(model.Observation{Period: ps[i]})}
			r.Decimals = in.CountDecimals()
			if b, _, ok := implied(r.Count.V, r.Decimals, rate, in.RateDecimals()); ok {
				r.Implied = model.Known(b.Base.N())
			}
		}
		if n := len(v.History); n > 0 {
			_, v.History[n-1].Break = ds.BreakBetween(model.Poor, home, ps[i], v.History[n-1].Period)
		}
		v.History = append(v.History, r)
	}
}
