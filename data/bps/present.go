package bps

import (
	"fmt"
	"math"
	"strconv"

	"rakor/model"
)

// present is the dataset's series of one indicator, laid out for comparing.
type present struct {
	s      *model.Series
	rounds map[tierYear]map[int8]int // figures by month
	of     map[model.RegionCode][]model.Observation
}

type tierYear struct {
	tier model.Level // cities count as regencies
	year model.Year
}

func tierOf(l model.Level) model.Level {
	if l == model.LevelCity {
		return model.LevelRegency
	}
	return l
}

// present loads an indicator, once.
func (c *comparer) present(id model.IndicatorID) (*present, error) {
	if p, ok := c.series[id]; ok {
		return p, nil
	}
	s, err := c.ds.Series(id)
	if err != nil {
		return nil, err
	}
	p := &present{s: s, rounds: map[tierYear]map[int8]int{}, of: make(map[model.RegionCode][]model.Observation, len(s.Regions()))}
	for _, code := range s.Regions() {
		p.of[code] = s.Of(code)
		tier := tierOf(c.m.levelOf(code))
		for _, o := range p.of[code] {
			key := tierYear{tier, o.Period.Year}
			if p.rounds[key] == nil {
				p.rounds[key] = map[int8]int{}
			}
			p.rounds[key][o.Period.Month]++
		}
	}
	c.series[id] = p
	return p, nil
}

// period settles the period of a figure.
func (c *comparer) period(f *Figure, ind model.Indicator, s *present, level model.Level) (model.Period, Reason, string) {
	year := f.Year
	if year == 0 {
		year = c.o.Period.Year
	}
	p := model.Period{Year: year, Month: f.Month}
	switch {
	case year == 0:
		return p, NoPeriod, ""
	case f.Round == RoundMonth && !ind.Allows(p) && len(ind.Months) == 1 && ind.Months[0] == 0:
		return model.Period{Year: year}, "", ""
	case f.Round == RoundMonth || f.Round == RoundExact:
		if !ind.Allows(p) {
			return p, BadPeriod, p.String()
		}
		return p, "", ""
	case f.Round == RoundAnnual && c.rounds[roundKey{f.Indicator, f.Area, f.Year}]:
		return model.Period{Year: year}, AnnualBeside, strconv.Itoa(int(year))
	}
	if c.o.Period.Month != 0 && c.o.Period.Year == year {
		if !ind.Allows(c.o.Period) {
			return c.o.Period, BadPeriod, c.o.Period.String()
		}
		return c.o.Period, "", ""
	}
	return c.round(ind, s, level, year)
}

// round gives a year the round that figures of the same level have in it, or in
// the nearest year that has any.
func (c *comparer) round(ind model.Indicator, s *present, level model.Level, year model.Year) (model.Period, Reason, string) {
	if len(ind.Months) == 1 {
		return model.Period{Year: year, Month: ind.Months[0]}, "", ""
	}
	counts := s.near(tierOf(level), year)
	most := 0
	for _, n := range counts {
		most = max(most, n)
	}
	var months []int8
	for _, m := range ind.Months {
		if n := counts[m]; n > 0 && n*5 > most {
			months = append(months, m)
		}
	}
	p := model.Period{Year: year}
	switch {
	case len(months) == 1:
		p.Month = months[0]
		if p.Month != 0 {
			c.note(NoteRound, p.String())
		}
		return p, "", ""
	case len(months) == 0 && ind.Allows(p):
		return p, "", ""
	}
	return p, WhichRound, strconv.Itoa(int(year))
}

// near gives the rounds of a tier in a year, or in the nearest that has any,
// earlier ones first.
func (s *present) near(tier model.Level, year model.Year) map[int8]int {
	for d := model.Year(0); d < 30; d++ {
		for _, y := range []model.Year{year - d, year + d} {
			if m := s.rounds[tierYear{tier, y}]; m != nil {
				return m
			}
		}
	}
	return nil
}

// nearest gives the figure of a region nearest in time to a period.
func (s *present) nearest(code model.RegionCode, p model.Period) (model.Observation, bool) {
	var best model.Observation
	least := math.MaxInt
	at := int(p.Year)*12 + int(p.Month)
	for _, o := range s.of[code] {
		d := int(o.Period.Year)*12 + int(o.Period.Month) - at
		if d = max(d, -d); d < least && o.Value != 0 {
			best, least = o, d
		}
	}
	return best, least != math.MaxInt
}

// limitOf gives the ratio to the nearest present figure from which on a figure
// is refused: shares of small groups move more than money and people do.
func limitOf(ind model.Indicator) float64 {
	switch {
	case ind.Unit == model.UnitPercent || ind.ID == model.P1 || ind.ID == model.P2:
		return 20
	}
	return 8
}

// jumpOf gives the ratio to the nearest present figure from which on a figure is
// pointed out, not refused. Between neighbouring rounds of the embedded P0 the
// ratio stays below 1.62 in all 8,820 pairs, that of other indicators below 2
// in all but one of a thousand; P1, P2, unemployment and growth move more.
func jumpOf(ind model.Indicator) float64 {
	switch ind.ID {
	case model.P1, model.P2, "tpt", "pdrb_growth":
		return 10
	}
	return 2
}

// value settles the number of a figure and checks that it can be one of the
// region.
func (c *comparer) value(f *Figure, row *Row, ind model.Indicator, s *present) {
	near, known := s.nearest(row.Region, row.Period)
	if f.Ambiguous {
		v, ok := choose(f.Number, near.Value, known)
		if !ok {
			row.refuse(AmbiguousNumber, plain(f.Value)+"; "+plain(f.Grouped))
			return
		}
		row.Value = v
		c.note(NoteMagnitude, f.Text+" = "+plain(v))
	}
	v := row.Value
	switch {
	case v < ind.Min || v > ind.Max:
		row.refuse(OutOfRange, fmt.Sprintf("%s; %s-%s %s", plain(v), plain(ind.Min), plain(ind.Max), ind.Unit))
	case v == 0 && ind.Min >= 0 && ind.ID != model.P1 && ind.ID != model.P2:
		row.refuse(ZeroNoData, "")
	case known && v > 0 && near.Value > 0:
		what := fmt.Sprintf("%s; %s (%s)", plain(v), plain(near.Value), near.Period)
		switch ratio := max(v/near.Value, near.Value/v); {
		case ind.Min < 0:
		case ratio >= limitOf(ind):
			row.refuse(Magnitude, what)
		case ratio >= jumpOf(ind):
			row.Detail = what
			c.note(NoteJump, row.Name+" "+what)
		}
	}
}

// choose picks the reading of an ambiguous number that lies by the present
// figure; ok is false where neither clearly does.
func choose(n Number, near float64, known bool) (float64, bool) {
	if !known || near <= 0 || n.Value <= 0 {
		return 0, false
	}
	off := func(v float64) float64 { return math.Abs(math.Log10(v / near)) }
	a, b := off(n.Value), off(n.Grouped)
	switch {
	case a < 1 && b > 2:
		return n.Value, true
	case b < 1 && a > 2:
		return n.Grouped, true
	}
	return 0, false
}

func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// compare tells whether the dataset has the figure, and refuses what the files
// give twice.
func (c *comparer) compare(f *Figure, row *Row, ind model.Indicator, s *present) {
	key := figureKey{row.Region, row.Indicator, row.Period}
	if i, again := c.seen[key]; again {
		c.again(&c.out.Rows[i], row)
		return
	}
	c.seen[key] = len(c.out.Rows)
	if f.Decimals < ind.Decimals && f.Decimals > 0 && ind.Decimals-f.Decimals > 1 {
		c.note(NoteDecimals, f.Text)
	}
	o, ok := s.s.At(row.Region, row.Period)
	if !ok {
		row.Status = New
		return
	}
	row.Was = model.Known(o.Reading)
	row.Status = Revised
	if alike(row.Value, o.Value, ind.Decimals) {
		row.Status = Same
	}
}

// again settles a figure that the files give a second time.
func (c *comparer) again(first, row *Row) {
	same := first.Value == row.Value
	if same && first.table != row.table && first.Status != Refused {
		row.Status, row.Was = Same, model.Known(model.Reading{Value: first.Value})
		return
	}
	where := first.Cell
	if first.File != row.File {
		where = first.File + " " + where
	}
	row.refuse(Twice, where+" = "+plain(first.Value))
	if !same && first.Status != Refused {
		first.refuse(Twice, row.Cell+" = "+plain(row.Value))
	}
}

// alike tells whether two figures are the same published one: equal, or equal
// when the one with more digits is rounded to those of the indicator.
func alike(a, b float64, decimals int) bool {
	if a == b {
		return true
	}
	d := max(decimals, min(decimalsOf(a), decimalsOf(b)))
	return model.Round(a, d) == model.Round(b, d)
}
