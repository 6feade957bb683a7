package compare

import (
	"math"
	"slices"

	"rakor/model"
)

// Rule names one thing that can be said of a region.
type Rule uint8

// The rules, in the order in which they are said. Each speaks only where its
// comment says so and is silent otherwise.
const (
	// RuleUnlike: figures of the comparison differ in period or round. Regions
	// are those that differ; To is the period of the others, Offer the one in
	// which all would be alike, if there is one.
	RuleUnlike Rule = iota
	// RuleNoFigure: the region has no figure for the period To. From is the
	// newest period that it has, or none.
	RuleNoFigure
	// RuleLevel: the region has a figure, Now, for the period To.
	RuleLevel
	// RuleChange: there is an earlier figure, Was, of the same round, From,
	// with no change of method between; Diff is Now - Was, 0 where both print
	// alike.
	RuleChange
	// RuleSmallChange: the change is not zero, yet no larger than rounding
	// alone can make it (one unit of the last printed digit).
	RuleSmallChange
	// RuleGapBefore: years without a figure lie between the two figures of the
	// change. Years are those.
	RuleGapBefore
	// RuleBroken: the earlier figure of the same round lies before a change of
	// method, Break, so that no change is stated.
	RuleBroken
	// RuleFirstRound: there are earlier figures, none of the same round, so
	// that no change is stated. From is the period of the last of them.
	RuleFirstRound
	// RuleToProvince and RuleToNation: the other side, Other, has a figure,
	// Was, for the very same period; Diff is Now - Was, 0 where both print
	// alike. Unseen tells that the comparison shows another figure of it, or
	// none. Silent for totals, which a part and its whole do not share.
	RuleToProvince
	RuleToNation
	// RuleSmallGap: a distance to province or nation is not zero, yet no
	// larger than rounding alone can make it. Other is that side.
	RuleSmallGap
	// RuleRank: the region is ranked N among Of, at least two, of its period;
	// Tied tells that others share the rank.
	RuleRank
	// RuleTarget: the region has a target, Was, for the year To, not before
	// the figure's, and the indicator a wanted direction. Diff is Now - Was;
	// the target is reached where Better is not -1.
	RuleTarget
	// RuleNoSamplingError: a change or a distance is stated, and the indicator
	// comes from a sample survey, whose error the data do not hold. Local tells
	// that the region is a regency or city, for which none is published.
	RuleNoSamplingError
	// RuleDisputed: sources differ on the figure. Was is that of the first
	// other source, N the number of other readings.
	RuleDisputed
	// RuleGaps: years without a figure lie within the region's series. Years
	// are those.
	RuleGaps
	// RuleRounds: the rounds of the region's series change. Years are those
	// of the first figure of another round.
	RuleRounds
	rules // how many
)

// Rules lists every rule, in the order in which they are said.
func Rules() []Rule {
	out := make([]Rule, rules)
	for i := range out {
		out[i] = Rule(i)
	}
	return out
}

// Fact is one thing that can be said, with what is needed to say it. Which
// fields are set the comment of its [Rule] tells; the rest are zero.
type Fact struct {
	Rule     Rule
	Region   model.RegionCode
	Other    model.RegionCode
	From, To model.Period
	Offer    model.Period
	Was, Now float64 // in the indicator's unit
	Diff     float64 // in points of the indicator
	// Better tells whether Diff goes the wanted way (1), the other way (-1),
	// or neither (0: no difference, or neither way is better).
	Better  int
	N, Of   int
	Tied    bool
	Local   bool
	Unseen  bool
	Regions []model.RegionCode
	Years   []model.Year
	Break   model.Break
	// People is Diff in people of the region, for [RuleTarget] of P0 where the
	// number of the poor is printed for the same period: |Diff| / 100 x base, the
	// base as in [SurveyBase].
	People model.Maybe[float64]
}

// Read gives what can be said of one region of a comparison, from the table of
// rules, in their order. No fact claims significance: differences are set
// against the rounding of the printed figures, and [RuleNoSamplingError] says
// what is not known. A region that the comparison does not hold gives only
// what holds for all of it.
func Read(ds *model.Dataset, res Result, region model.RegionCode) []Fact {
	g := newReading(ds, res, region)
	var out []Fact
	for r := range rules {
		f, ok := g.apply(r, out)
		if !ok {
			continue
		}
		f.Rule = r
		if f.Region == "" {
			f.Region = region
		}
		out = append(out, f)
	}
	return out
}

// Find gives the fact of a rule.
func Find(fs []Fact, r Rule) (Fact, bool) {
	for _, f := range fs {
		if f.Rule == r {
			return f, true
		}
	}
	return Fact{}, false
}

// reading is what the rules look at.
type reading struct {
	ds       *model.Dataset
	s        *model.Series
	res      Result
	row      Row  // of the region
	in       bool // the comparison holds it
	previous model.Observation
	hasPrev  bool // an earlier figure of the same round
	breaks   model.Break
	broken   bool // a change of method lies between
}

func newReading(ds *model.Dataset, res Result, region model.RegionCode) reading {
	g := reading{ds: ds, res: res}
	g.row, g.in = res.Row(region)
	s, err := ds.Series(res.Indicator.ID)
	if err != nil {
		g.in = false
		return g
	}
	g.s = s
	if !g.in || !g.row.OK {
		return g
	}
	for _, p := range slices.Backward(s.Periods()) {
		if p.Before(g.row.Period) && p.SameRound(g.row.Period) {
			if o, ok := s.At(region, p); ok {
				g.previous, g.hasPrev = o, true
				g.breaks, g.broken = ds.BreakBetween(res.Indicator.ID, region, p, g.row.Period)
				break
			}
		}
	}
	return g
}

// apply is the table of rules. said is what came before.
func (g reading) apply(r Rule, said []Fact) (Fact, bool) {
	if r == RuleUnlike {
		return g.unlike()
	}
	if !g.in {
		return Fact{}, false
	}
	if r == RuleNoFigure {
		return g.noFigure()
	}
	if !g.row.OK {
		return Fact{}, false
	}
	switch r {
	case RuleLevel:
		return Fact{To: g.row.Period, Now: g.value()}, true
	case RuleChange:
		f := g.against(g.previous.Value)
		f.From = g.previous.Period
		return f, g.hasPrev && !g.broken
	case RuleSmallChange:
		f, ok := Find(said, RuleChange)
		return f, ok && g.small(f.Diff)
	case RuleGapBefore:
		f, ok := Find(said, RuleChange)
		f.Years = g.yearsWithout(g.previous.Period.Year, g.row.Period.Year)
		return f, ok && len(f.Years) > 0
	case RuleBroken:
		return Fact{From: g.previous.Period, To: g.row.Period, Break: g.breaks}, g.hasPrev && g.broken
	case RuleFirstRound:
		return g.firstRound()
	case RuleToProvince:
		p, ok := ProvinceAt(g.ds, g.s, g.row.Region.Code, g.row.Period)
		return g.distance(p.Code, ok)
	case RuleToNation:
		return g.distance(model.Nation, true)
	case RuleSmallGap:
		return g.smallGap(said)
	case RuleRank:
		return g.ranked()
	case RuleTarget:
		return g.target()
	case RuleNoSamplingError:
		return Fact{Local: g.row.Region.Level.IsLocal()}, Sampled(g.res.Indicator.ID) && slices.ContainsFunc(said, func(f Fact) bool {
			return f.Rule == RuleChange || f.Rule == RuleToProvince || f.Rule == RuleToNation
		})
	case RuleDisputed:
		return g.disputed()
	case RuleGaps:
		return g.gaps()
	case RuleRounds:
		return g.rounds()
	default:
		return Fact{}, false
	}
}

func (g reading) value() float64 { return g.row.Observation.Value }

func (g reading) unlike() (Fact, bool) {
	n, ok := g.res.Note(PeriodMismatch)
	return Fact{Regions: n.Regions, To: n.Period, Offer: g.res.Alike}, ok
}

func (g reading) noFigure() (Fact, bool) {
	f := Fact{To: g.row.Period}
	if o, ok := g.s.Newest(g.row.Region.Code); ok {
		f.From = o.Period
	}
	return f, !g.row.OK
}

// against sets the region's figure against another, both as printed.
func (g reading) against(was float64) Fact {
	d := g.res.Indicator.Decimals
	f := Fact{To: g.row.Period, Was: was, Now: g.value()}
	f.Diff = difference(model.Round(f.Now, d), model.Round(was, d), d)
	switch {
	case f.Diff == 0 || g.res.Indicator.Better == model.BetterNone:
	case (f.Diff < 0) == (g.res.Indicator.Better == model.BetterLower):
		f.Better = 1
	default:
		f.Better = -1
	}
	return f
}

// small tells whether a difference of two printed figures may be rounding
// alone: each is off by half a unit of its last digit at most, both together
// by one.
func (g reading) small(diff float64) bool {
	unit := math.Pow10(-g.res.Indicator.Decimals)
	return diff != 0 && math.Abs(diff) <= unit*(1+1e-9)
}

func (g reading) firstRound() (Fact, bool) {
	if g.hasPrev {
		return Fact{}, false
	}
	for _, p := range slices.Backward(g.s.Periods()) {
		if p.Before(g.row.Period) {
			if o, ok := g.s.At(g.row.Region.Code, p); ok {
				return Fact{From: o.Period, To: g.row.Period}, true
			}
		}
	}
	return Fact{}, false
}

func (g reading) distance(to model.RegionCode, exists bool) (Fact, bool) {
	if !exists || to == g.row.Region.Code || Total(g.res.Indicator) {
		return Fact{}, false
	}
	w, ok := g.s.Value(to, g.row.Period)
	f := g.against(w)
	f.Other = to
	seen, in := g.res.Row(to)
	f.Unseen = !in || seen.Period != g.row.Period
	return f, ok
}

func (g reading) smallGap(said []Fact) (Fact, bool) {
	for _, r := range [...]Rule{RuleToProvince, RuleToNation} {
		if f, ok := Find(said, r); ok && g.small(f.Diff) {
			return f, true
		}
	}
	return Fact{}, false
}

func (g reading) ranked() (Fact, bool) {
	f := Fact{To: g.row.Period, N: g.row.Rank, Of: g.row.RankOf}
	for _, q := range g.res.Rows {
		f.Tied = f.Tied || q.Rank == f.N && q.Region.Code != g.row.Region.Code
	}
	return f, f.Of > 1
}

// target speaks of the newest figure alone: how far an old one lies from a
// target that was set later says nothing.
func (g reading) target() (Fact, bool) {
	if o, ok := g.s.Newest(g.row.Region.Code); ok && g.row.Period.Before(o.Period) {
		return Fact{}, false
	}
	for _, t := range g.ds.Targets(g.row.Region.Code, g.res.Indicator.ID) {
		if t.Year < g.row.Period.Year {
			continue
		}
		f := g.against(t.Value)
		f.To = model.Period{Year: t.Year}
		f.From = g.row.Period
		if base, known := SurveyBase(g.ds, g.row.Region.Code, g.row.Period); known && g.res.Indicator.ID == model.P0 {
			f.People = model.Known(math.Abs(f.Diff) / 100 * base)
		}
		return f, g.res.Indicator.Better != model.BetterNone
	}
	return Fact{}, false
}

func (g reading) disputed() (Fact, bool) {
	others := g.row.Observation.Others
	if len(others) == 0 {
		return Fact{}, false
	}
	return Fact{To: g.row.Period, Now: g.value(), Was: others[0].Value, N: len(others)}, true
}

// yearsWithout lists the years between two, both left out, in which the region
// has no figure at all.
func (g reading) yearsWithout(from, to model.Year) []model.Year {
	var out []model.Year
	for y := from + 1; y < to; y++ {
		if !slices.ContainsFunc(g.s.Periods(), func(p model.Period) bool {
			_, ok := g.s.Value(g.row.Region.Code, p)
			return ok && p.Year == y
		}) {
			out = append(out, y)
		}
	}
	return out
}

func (g reading) gaps() (Fact, bool) {
	first, last := span(g.s, []model.RegionCode{g.row.Region.Code})
	ys := g.yearsWithout(first, last)
	return Fact{Years: ys}, len(ys) > 0
}

func (g reading) rounds() (Fact, bool) {
	first, last := span(g.s, []model.RegionCode{g.row.Region.Code})
	var f Fact
	var before model.Period
	for _, p := range yearly(g.s, g.row.Region.Code, first, last) {
		if !p.OK {
			continue
		}
		if at := p.Observation.Period; before.IsZero() || before.SameRound(at) {
			before = at
		} else {
			f.Years = append(f.Years, at.Year)
			before = at
		}
	}
	return f, len(f.Years) > 0
}

// Sampled tells whether an indicator is estimated from a sample of households,
// so that it has a sampling error. Registers, areas and accounts have none.
func Sampled(id model.IndicatorID) bool {
	switch id {
	case model.Population, model.PopulationAdmin, "area", "pdrb", "pdrb_pc", "pdrb_pc_current", "pdrb_growth":
		return false
	default:
		return true
	}
}

// Total tells whether an indicator counts something that grows with the region:
// people, rupiah, square kilometres. Regions can be ranked by it, but a region
// is not set against its province or the nation, of which it is a part.
func Total(ind model.Indicator) bool {
	switch ind.Unit {
	case model.UnitThousandPersons, model.UnitPersons, model.UnitMillionRupiah, model.UnitSquareKm:
		return true
	default:
		return false
	}
}
