package target

import (
	"math"
	"slices"

	"rakor/model"
	"rakor/model/compare"
	"rakor/model/headcount"
)

// Judgement is everything that a list is judged by.
type Judgement struct {
	Home model.Region
	// Poor is the published number of poor people, in thousands as BPS prints
	// it; PoorN is the same in people.
	Poor  headcount.Figure
	PoorN model.Maybe[int64]

	Line     Line
	Coverage []Coverage
	// Factor turns households into people, with its source; for a person to
	// decide about, never applied here.
	Factor model.Maybe[headcount.Factor[headcount.Household, headcount.Person]]

	Years        []model.Year // of the entries that are no samples, ascending
	Money        Absorption
	ByStrategy   []AbsorbedBy[model.Strategy]
	ByDepartment []AbsorbedBy[string]
	ByFunding    []AbsorbedBy[string]
	TopPercent   model.Maybe[float64] // of the largest TopRows budgets
	TopRows      int
	// PerPoor is rupiah a year; not known for a list of several years.
	PerPoor model.Maybe[float64]

	Matrix   Matrix
	Overlaps []Overlap
	Ready    Readiness
	Aims     []Moved
	NoAim    int
}

// Moved is an indicator that entries aim at, and how it moved last: the two
// newest figures of the home region that are alike. ok of Change is false where
// there are no two.
type Moved struct {
	Aim
	Change model.Maybe[compare.Change]
}

// Aspect is a part of a judgement that can be asked for alone.
type Aspect uint8

// The aspects.
const (
	Reach       Aspect = iota // coverage
	Spending                  // the money of the whole list
	Grouping                  // the money by strategy, department and funding
	Convergence               // the matrix, and overlaps
	Fitness                   // readiness
	Linking                   // the indicators aimed at
)

// Judge judges entries of a home region's list, those that are shown. Where
// aspects are named, all others are left at zero. Home, the poor, the line and
// the years are always given.
func Judge(ds *model.Dataset, home model.RegionCode, entries []*model.Programme, strategies []model.StrategyItem, only ...Aspect) Judgement {
	asked := func(a Aspect) bool { return len(only) == 0 || slices.Contains(only, a) }
	j := Judgement{Line: HalfBySemester1(), TopRows: 10}
	j.Home, _ = ds.Region(home)
	in := headcount.FromDataset(ds, home, model.Period{})
	if j.Poor = in.Count; j.Poor.OK {
		j.PoorN = model.Known(int64(math.Round(j.Poor.V.Value * 1000)))
	}
	if f, ok := headcount.MembersOfPoorHousehold(ds, home, in.Period); ok {
		j.Factor = model.Known(f)
	}
	for _, p := range entries {
		if !p.Sample && !slices.Contains(j.Years, p.Year) {
			j.Years = append(j.Years, p.Year)
		}
	}
	slices.Sort(j.Years)
	if asked(Reach) {
		j.Coverage = Covered(entries, j.PoorN)
	}
	if asked(Spending) {
		j.spending(entries)
	}
	if asked(Grouping) {
		j.grouping(entries)
	}
	if asked(Convergence) {
		j.converging(ds, entries, strategies)
	}
	if asked(Fitness) {
		j.Ready = Ready(entries)
	}
	if asked(Linking) {
		j.linking(ds, entries)
	}
	return j
}

func (j *Judgement) grouping(entries []*model.Programme) {
	j.ByStrategy = AbsorbBy(entries, j.Line, func(p *model.Programme) model.Strategy { return p.Strategy })
	j.ByDepartment = AbsorbBy(entries, j.Line, func(p *model.Programme) string { return p.Department })
	j.ByFunding = AbsorbBy(entries, j.Line, func(p *model.Programme) string { return p.Funding })
}

func (j *Judgement) spending(entries []*model.Programme) {
	j.Money = Absorb(entries, j.Line)
	if top, rows, ok := TopShare(entries, j.TopRows); ok {
		j.TopPercent, j.TopRows = model.Known(top), rows
	}
	if v, ok := PerPoor(entries, j.PoorN); ok && len(j.Years) == 1 {
		j.PerPoor = model.Known(v)
	}
}

func (j *Judgement) converging(ds *model.Dataset, entries []*model.Programme, strategies []model.StrategyItem) {
	var districts []model.Region
	for _, c := range ds.Children(j.Home.Code) {
		if r, ok := ds.Region(c); ok && r.Level == model.LevelDistrict {
			districts = append(districts, r)
		}
	}
	var coded []model.StrategyItem
	for _, s := range strategies {
		if s.Code != 0 {
			coded = append(coded, s)
		}
	}
	j.Matrix = Converge(entries, j.Home, districts, coded)
	j.Overlaps = Overlaps(entries)
}

func (j *Judgement) linking(ds *model.Dataset, entries []*model.Programme) {
	aims, none := Aims(entries)
	j.NoAim = none
	for _, a := range aims {
		j.Aims = append(j.Aims, Moved{Aim: a, Change: lastChange(ds, a.Indicator, j.Home.Code)})
	}
}

// lastChange gives the newest change of an indicator between two figures that
// are alike.
func lastChange(ds *model.Dataset, id model.IndicatorID, home model.RegionCode) model.Maybe[compare.Change] {
	ind, ok := ds.Indicator(id)
	if !ok {
		return model.Maybe[compare.Change]{}
	}
	years := compare.Trend(ds, id, []model.RegionCode{home})
	if len(years.Lines) == 0 {
		return model.Maybe[compare.Change]{}
	}
	changes := compare.Follow(years.Lines[0], ind.Decimals).Changes
	if len(changes) == 0 {
		return model.Maybe[compare.Change]{}
	}
	return model.Known(changes[len(changes)-1])
}
