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

	Inputs [state.Inputs]Input
	Count  Fact // BPS's number of poor people, thousands
	Admin  Fact // population of the civil register, never used

	Outcome
	// Without is what would come out without one input of the user, for each
	// that was entered.
	Without [state.Inputs]model.Maybe[Outcome]

	File     model.Maybe[File]   // the households in use, where they are
	Shares   model.Maybe[Shares] // the grouped shares in use
	offers   [state.Methods]bool // methods that can be used
	closed   bool                // the method entered has no file that is open
	Base     model.Maybe[Base]
	Register Register

	// Scenario names whose inputs these are; Changed tells that they are no
	// longer what was kept. Kept is how many the region has.
	Scenario  string
	Changed   bool
	Saved     string // date of Scenario
	Kept      int
	Comparing bool
	Columns   []Column // side by side, while Comparing

	History []Round // newest first

	// EnteredAt is when an input was entered in this session, as a clock on the wall
	// has it; "" where it was not, or nobody knows. It is for who entered it
	// alone: Build leaves it empty.
	EnteredAt [state.Inputs]string

	notes []note
}

// In gives an input; the zero Input where there is no such one.
func (v View) In(in state.Input) Input {
	if in >= state.Inputs {
		return Input{}
	}
	return v.Inputs[in]
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
	File      bool // worked out from the file of households
	Published Fact
	Lo, Hi    float64 // ends of its slider
}

// Base is what the published count and rate imply.
type Base struct {
	Count              int64 // people
	CountDecimals      int   // of the published thousands
	Implied, Low, High int64
	Difference         float64 // of the population used, percent of Implied
	Rounding           bool    // rounding alone may explain it
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
	in, f := v.begin(snap, st.Home, st.Estimate)
	v.Count, v.Admin = fact(ds, model.Poor, in.Count), fact(ds, model.PopulationAdmin, in.Admin)
	v.scales()
	v.Outcome = f.reckon()
	v.without(f, snap, st)
	v.scenarios(snap, st)
	v.base(in)
	v.register()
	v.history(ds, st.Home)
	v.note()
	return v
}

// begin collects the inputs of an estimate and what is reckoned from.
func (v *View) begin(snap *state.Snapshot, home model.RegionCode, e state.Estimate) (headcount.Inputs, figures) {
	ds := snap.Data
	period := e.Period
	if period.IsZero() {
		period = v.Newest
	}
	in := headcount.FromDataset(ds, home, period)
	v.Period = in.Period
	v.around(ds, home)
	v.fill(ds, in, e)
	f := figures{period: v.Period, decimals: in.RateDecimals()}
	if file, ok := v.file(snap, home, e); ok {
		before := headcount.FromDataset(ds, home, v.Earlier)
		line := before.Line.V.Value
		if v.Inputs[state.InputLine].User {
			line = 0
		}
		file.change(snap, home, line)
		v.fromFile(file)
		v.File, f.file = model.Known(file), &file
	} else if shares, ok := v.shares(snap, e); ok {
		v.fromShares(shares)
		v.Shares = model.Known(shares)
	} else {
		f.before = v.before(ds, home)
	}
	for m := range state.Methods {
		v.offers[m] = snap.Offers(m)
	}
	v.closed = e.Method != nil && e.Source(snap) != state.Method(*e.Method)
	f.in = v.Inputs
	return in, f
}

// fill lays what the user entered over what is published.
func (v *View) fill(ds *model.Dataset, in headcount.Inputs, e state.Estimate) {
	published := [state.Inputs]Fact{
		state.InputRate:       fact(ds, model.P0, in.Rate),
		state.InputPopulation: fact(ds, model.Population, in.Population),
		state.InputLine:       fact(ds, model.Line, in.Line),
		state.InputGap:        fact(ds, model.P1, in.P1),
	}
	if t := in.Target; t.OK {
		target := Fact{
			OK: true, ID: model.P0, Value: t.V.Value, Period: model.Period{Year: t.V.Year}, Note: t.V.Note,
			Sources: []model.Source{ds.Source(t.V.Source)},
		}
		target.Official = official(target.Sources)
		published[state.InputTarget] = target
		target.Value, target.ID = float64(t.V.Year), ""
		published[state.InputTargetYear] = target
	}
	for i := range state.Inputs {
		v.Inputs[i] = input(published[i], e.Entered(i))
	}
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

// without reckons again without each input of the user.
func (v *View) without(f figures, snap *state.Snapshot, st state.State) {
	for i, in := range v.Inputs {
		if !in.User {
			continue
		}
		g := f
		g.in[i] = input(in.Published, nil)
		if id := state.Input(i); (f.file != nil || v.Shares.OK) && (id == state.InputLine || id == state.InputMethod || id == state.InputMean) { // the file says something else
			w := View{Region: v.Region, Newest: v.Newest}
			_, g = w.begin(snap, st.Home, st.Estimate.With(id, nil))
		}
		v.Without[i] = model.Known(g.reckon())
	}
}

// before gives what the rate can be compared with: where the user entered one,
// the published rate of the same period; else the published one of the period
// before.
func (v *View) before(ds *model.Dataset, home model.RegionCode) model.Maybe[earlier] {
	none := model.Maybe[earlier]{}
	rate, people := v.Inputs[state.InputRate], v.Inputs[state.InputPopulation]
	if rate.User && rate.Published.OK {
		return model.Known(earlier{period: v.Period, same: true, rate: rate.Published.Value, people: people})
	}
	if v.Earlier.IsZero() {
		return none
	}
	in := headcount.FromDataset(ds, home, v.Earlier)
	if !in.Rate.OK {
		return none
	}
	out := earlier{period: in.Period, rate: in.Rate.V.Value, people: Input{OK: in.Population.OK, Value: in.Population.V.Value}}
	_, out.broken = ds.BreakBetween(model.P0, home, in.Period, v.Period)
	return model.Known(out)
}

func (v *View) base(in headcount.Inputs) {
	rate := v.Inputs[state.InputRate].Published
	if !v.Count.OK || !rate.OK {
		return
	}
	b, count, ok := implied(v.Count.Value, in.CountDecimals(), rate.Value, in.RateDecimals())
	if !ok {
		return
	}
	out := Base{
		Count: count, CountDecimals: in.CountDecimals(),
		Implied: b.Base.N(), Low: b.Low.N(), High: b.High.N(),
	}
	if p := v.Inputs[state.InputPopulation]; p.OK {
		d, rounding, err := b.Against(headcount.People(int64(p.Value)))
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
