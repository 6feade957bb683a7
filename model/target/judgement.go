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
	PerPoor      model.Maybe[float64] // rupiah

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

// Judge judges entries of a home region's list, those that are shown.
func Judge(ds *model.Dataset, home model.RegionCode, entries []*model.Programme, strategies []model.StrategyItem) Judgement {
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
	j.Coverage = Covered(entries, j.PoorN)
	j.Money = Absorb(entries, j.Line)
	j.ByStrategy = AbsorbBy(entries, j.Line, func(p *model.Programme) model.Strategy { return p.Strategy })
	j.ByDepartment = AbsorbBy(entries, j.Line, func(p *model.Programme) string { return p.Department })
	j.ByFunding = AbsorbBy(entries, j.Line, func(p *model.Programme) string { return p.Funding })
	if top, rows, ok := TopShare(entries, j.TopRows); ok {
		j.TopPercent, j.TopRows = model.Known(top), rows
	}
	if v, ok := PerPoor(entries, j.PoorN); ok {
		j.PerPoor = model.Known(v)
	}
	var districts []model.Region
	for _, c := range ds.Children(home) {
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
	j.Ready = Ready(entries)
	aims, none := Aims(entries)
	j.NoAim = none
	for _, a := range aims {
		j.Aims = append(j.Aims, Moved{Aim: a, Change: lastChange(ds, a.Indicator, home)})
	}
	return j
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
