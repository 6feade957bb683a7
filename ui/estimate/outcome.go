package estimate

import (
	"errors"

	"rakor/model"
	"rakor/model/headcount"
	"rakor/ui/state"
)

// Outcome is what the inputs come to.
type Outcome struct {
	Result model.Maybe[Result]
	Sure   model.Maybe[Sure]
	Unsure Unsure // why there is no Sure
	Before model.Maybe[Before]
	Goal   model.Maybe[Goal]
	Cost   model.Maybe[Cost]
}

// Result is rate times population.
type Result struct {
	Poor     int64
	Exact    float64                         // before rounding
	Rounding model.Maybe[headcount.Interval] // what the published digits leave open
}

// Unsure tells why there is no interval of the survey's error.
type Unsure uint8

// The reasons.
const (
	UnsureNothing Unsure = iota // nothing was entered
	UnsureDeff                  // n alone was entered
	UnsureSample                // the design effect alone was entered
	UnsureRate                  // a rate of 0 or 100 % has no variance
	UnsureFile                  // the file's design gives none, see File.At.P0.Why
)

// Sure is how sure a rate and its number of people are: by the design of a file
// of households, or on an error that the user entered, since nobody publishes
// one by regency.
type Sure struct {
	Design   bool // from a file; else assumed
	Basis    headcount.Basis
	SE       float64 // points
	RSE      float64 // percent
	Band     headcount.Band
	Interval headcount.Interval
}

// Before is the rate that the rate is compared with, under the same error.
type Before struct {
	Period   model.Period
	File     string // the file opened before, in place of a period
	Same     bool   // the published rate of the same period, where the user entered another
	Rate     float64
	Poor     int64
	Sure     Sure
	Test     headcount.Test // of the change from it to the rate
	Distinct bool           // more than noise at 95 %
	Broken   bool           // another round or method: not to be tested
}

// Goal is the distance to the target.
type Goal struct {
	Points  float64
	Then    int64 // poor at the target, population constant
	Exits   int64
	Years   int // from the rate to the target; 0 where no year is known, below 0 where it has passed
	Growing model.Maybe[Growing]
	Path    []headcount.Step // year by year, constant population; nil unless Years is above 0
}

// Growing is the distance to the target with a population that grows.
type Growing struct {
	Population, Then, Exits int64
	Path                    []headcount.Step
	Stay                    []int64 // poor by year if the rate stays as it is
}

// Cost is what the gap of a year comes to.
type Cost struct {
	Gap, Filled, Budget, Untargeted int64   // rupiah a year
	PerPoor                         float64 // what a poor person lacks a month, on average; 0 where not known
	Perfect                         bool    // neither leakage nor coverage was entered
}

// level is that of all intervals and tests here.
const level = 0.95

// longestPath is how many years a path has at most.
const longestPath = 40

// figures is what an outcome is reckoned from.
type figures struct {
	in       [state.Inputs]Input
	period   model.Period
	decimals int // that the rate is published with
	before   model.Maybe[earlier]
	file     *File // nil for none
}

// earlier is a published rate to compare with.
type earlier struct {
	period model.Period
	same   bool
	rate   float64
	people Input
	broken bool
}

// reckon does the arithmetic, each part where its inputs are there.
func (f figures) reckon() Outcome {
	var out Outcome
	rate, err := headcount.NewPercent(f.in[state.InputRate].Value)
	people := headcount.People(int64(f.in[state.InputPopulation].Value))
	if !f.in[state.InputRate].OK || err != nil || !f.in[state.InputPopulation].OK {
		return out
	}
	poor, err := headcount.Of(rate, people)
	if err != nil {
		return out
	}
	r := Result{Poor: poor.N()}
	r.Exact, _ = headcount.Exact(rate, people)
	if f.file != nil { // a sum of weights, and no product
		r.Exact, r.Poor = f.file.At.Poor.Value, int64(model.Round(f.file.At.Poor.Value, 0))
	}
	if in := f.in[state.InputRate]; !in.User && !in.File {
		iv, err := headcount.RoundingInterval(rate, f.decimals, people)
		r.Rounding = model.Maybe[headcount.Interval]{V: iv, OK: err == nil}
	}
	out.Result = model.Known(r)
	f.sure(rate, people, &out)
	out.Goal = f.goal(rate, people)
	out.Cost = f.cost(rate, people)
	return out
}

// sampled gives a rate the error that was entered.
func (f figures) sampled(rate headcount.Percent) (headcount.Sampled, Unsure) {
	var (
		s   headcount.Sampled
		err error
	)
	n, deff, rse := f.in[state.InputSample], f.in[state.InputDeff], f.in[state.InputRSE]
	switch {
	case rse.OK:
		var p headcount.Percent
		if p, err = headcount.NewPercent(rse.Value); err == nil {
			s, err = headcount.FromRSE(rate, p)
		}
	case n.OK && deff.OK:
		s, err = headcount.FromSample(rate, headcount.New[headcount.Household](int64(n.Value)), deff.Value)
	case n.OK:
		return s, UnsureDeff
	case deff.OK:
		return s, UnsureSample
	default:
		return s, UnsureNothing
	}
	if err != nil {
		return headcount.Sampled{}, UnsureRate
	}
	return s, UnsureNothing
}

// known tells whether there is an error at all.
func known(s headcount.Sampled) bool { return s.SE.Value() > 0 }

func (f figures) sure(rate headcount.Percent, people headcount.Persons, out *Outcome) {
	if f.file != nil {
		s, ok := fileSure(f.file.At, people)
		out.Sure = model.Maybe[Sure]{V: s, OK: ok}
		if !ok {
			out.Unsure = UnsureFile
			return
		}
		out.Before = f.fileBefore(s)
		return
	}
	now, why := f.sampled(rate)
	out.Unsure = why
	if !known(now) {
		return
	}
	s, err := sureOf(now, people)
	if err != nil {
		out.Unsure = UnsureRate
		return
	}
	out.Sure = model.Known(s)
	e := f.before.V
	then, err := headcount.NewPercent(e.rate)
	if !f.before.OK || err != nil || !e.people.OK {
		return
	}
	was, _ := f.sampled(then)
	population := headcount.People(int64(e.people.Value))
	poor, err := headcount.Of(then, population)
	if !known(was) || err != nil {
		return
	}
	b := Before{Period: e.period, Same: e.same, Rate: e.rate, Poor: poor.N(), Broken: e.broken}
	if b.Sure, err = sureOf(was, population); err != nil {
		return
	}
	if b.Test, err = headcount.Compare(was, now); err != nil {
		return
	}
	b.Distinct = b.Test.Distinct(share(level))
	out.Before = model.Known(b)
}

func sureOf(s headcount.Sampled, people headcount.Persons) (Sure, error) {
	iv, err := s.Interval(share(level), people)
	return Sure{Basis: s.Basis, SE: s.SE.Value(), RSE: s.RSE().Value(), Band: headcount.BandOf(s.RSE()), Interval: iv}, err
}

// share makes a share of a number that is known to be finite.
func share(v float64) headcount.Share {
	s, _ := headcount.NewShare(v)
	return s
}

func (f figures) goal(rate headcount.Percent, people headcount.Persons) model.Maybe[Goal] {
	none := model.Maybe[Goal]{}
	target, err := headcount.NewPercent(f.in[state.InputTarget].Value)
	if err != nil || !f.in[state.InputTarget].OK {
		return none
	}
	d, err := headcount.ToTarget(rate, people, target)
	if err != nil {
		return none
	}
	g := Goal{Points: d.Points.Value(), Then: d.Then.N(), Exits: d.Exits.N()}
	year := f.in[state.InputTargetYear]
	if !year.OK {
		return model.Known(g)
	}
	g.Years = int(year.Value) - int(f.period.Year)
	if g.Years < 1 || g.Years > longestPath {
		return model.Known(g)
	}
	start := headcount.Start{Year: f.period.Year, Rate: rate, Population: people}
	end := model.Year(year.Value)
	g.Path, _ = headcount.Path(start, target, end, headcount.Percent{})
	growth, err := headcount.NewPercent(f.in[state.InputGrowth].Value)
	if err != nil || !f.in[state.InputGrowth].OK {
		return model.Known(g)
	}
	if more, err := grow(start, target, end, growth); err == nil {
		g.Growing = model.Known(more)
	}
	return model.Known(g)
}

// grow gives the way to a target with a population that grows.
func grow(from headcount.Start, target headcount.Percent, year model.Year, growth headcount.Percent) (Growing, error) {
	path, err := headcount.Path(from, target, year, growth)
	if err != nil || len(path) == 0 {
		return Growing{}, errors.Join(err, headcount.ErrYears)
	}
	d, err := headcount.ToTargetGrowing(from.Rate, from.Population, target, growth, len(path))
	if err != nil {
		return Growing{}, err
	}
	g := Growing{Population: path[len(path)-1].Population.N(), Then: d.Then.N(), Exits: d.Exits.N(), Path: path, Stay: make([]int64, len(path))}
	for i, s := range path {
		n, err := headcount.Of(from.Rate, s.Population)
		if err != nil {
			return Growing{}, err
		}
		g.Stay[i] = n.N()
	}
	return g, nil
}

func (f figures) cost(rate headcount.Percent, people headcount.Persons) model.Maybe[Cost] {
	none := model.Maybe[Cost]{}
	gap, line := f.in[state.InputGap], f.in[state.InputLine]
	p1, err := headcount.NewPercent(gap.Value)
	if err != nil || !gap.OK || !line.OK {
		return none
	}
	leak, cover := f.in[state.InputLeakage], f.in[state.InputCoverage]
	t := headcount.Perfect()
	if leak.OK {
		t.Leakage = share(leak.Value / 100)
	}
	if cover.OK {
		t.Coverage = share(cover.Value / 100)
	}
	c, err := headcount.CostOfGap(p1, headcount.Rupiah[headcount.Month](int64(line.Value)), people, t)
	if err != nil {
		return none
	}
	out := Cost{
		Gap: c.Gap.Value(), Filled: c.Filled.Value(), Budget: c.Budget.Value(), Untargeted: c.Untargeted.Value(),
		Perfect: !leak.OK && !cover.OK,
	}
	if rate.Value() > 0 {
		out.PerPoor = p1.Value() / rate.Value() * line.Value
	}
	return model.Known(out)
}
