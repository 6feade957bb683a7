package headcount

// Targeting is how well money finds the poor.
type Targeting struct {
	// Leakage is the share of the money that reaches people who are not poor,
	// from 0 to below 1.
	Leakage Share
	// Coverage is the share of the gap that is filled: of the poor who are
	// reached, where all are equally poor. Above 0, at most 1.
	Coverage Share
}

// Perfect gives the targeting at which every rupiah fills the gap of a poor
// person and every poor person is reached: the least that ending poverty could
// cost, and never what it does.
func Perfect() Targeting { return Targeting{Coverage: Share{1}} }

// Cost is what the poverty gap of a year comes to.
type Cost struct {
	Gap    RupiahYear // what all the poor together lack
	Filled RupiahYear // the part of the gap that is filled, coverage x gap
	Budget RupiahYear // what filling it takes, leakage included
	// Untargeted is what giving everybody the line would take: the most that
	// ending poverty by transfers could cost. Gap / Untargeted is P1.
	Untargeted RupiahYear
}

// CostOfGap gives the cost of the poverty gap for a year:
//
//	gap        = P1 / 100 x line x population x 12
//	filled     = coverage x gap
//	budget     = filled / (1 - leakage)
//	untargeted = line x population x 12
//
// p1 is the index as BPS prints it, x 100, so a percent of the line averaged
// over all people; line is rupiah a person a month. It takes prices,
// expenditure and work as they are: what people do with the money, and what
// handing it out costs, is not in it. Errors: *[RangeError] for P1 outside of
// 0 to 100, a line below 0, a population as in [Of], a leakage that is not
// from 0 to below 1 or a coverage that is not above 0 and at most 1;
// [ErrTooLarge].
//
// Source: Foster, Greer and Thorbecke (1984); that P1 is the least over the
// most that transfers could cost: Ravallion (1994), Poverty Comparisons.
func CostOfGap(p1 Percent, line RupiahMonth, population Persons, t Targeting) (Cost, error) {
	if err := inRange("P1", p1.percent, 0, 100); err != nil {
		return Cost{}, err
	}
	if err := inRange("line", float64(line.rupiah), 0, 1e12); err != nil {
		return Cost{}, err
	}
	if err := inRange("population", float64(population.n), 0, MaxPersons); err != nil {
		return Cost{}, err
	}
	if t.Leakage.share == 1 {
		return Cost{}, &RangeError{Quantity: "leakage", Value: 1, High: 1}
	}
	if err := inRange("leakage", t.Leakage.share, 0, 1); err != nil {
		return Cost{}, err
	}
	if err := above("coverage", t.Coverage.share, 1); err != nil {
		return Cost{}, err
	}
	all := float64(line.rupiah) * float64(population.n) * 12
	gap := all * p1.percent / 100
	filled := gap * t.Coverage.share
	var (
		c   Cost
		err error
	)
	for _, x := range [...]struct {
		to *RupiahYear
		v  float64
	}{{&c.Gap, gap}, {&c.Filled, filled}, {&c.Budget, filled / (1 - t.Leakage.share)}, {&c.Untargeted, all}} {
		if *x.to, err = money[Year](x.v); err != nil {
			return Cost{}, err
		}
	}
	return c, nil
}
