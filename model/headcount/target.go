package headcount

import (
	"fmt"
	"math"

	"rakor/model"
)

// Distance is how far a target lies off.
type Distance struct {
	Points Points  // target - rate, below 0 where the rate must fall
	Now    Persons // poor at the rate
	Then   Persons // poor at the target, of the population then
	Exits  Persons // Now - Then: who must leave poverty, on balance; not above 0 where the target is reached
}

// ToTarget gives the distance to a target rate with a population that stays
// as it is: 3,62 % to 3,30 % of 310.000 is 992 people. Errors as [Of], for
// either rate.
func ToTarget(rate Percent, population Persons, target Percent) (Distance, error) {
	return distance(rate, population, target, population)
}

// ToTargetGrowing gives the distance with a population that grows by a
// percentage a year for a number of years, compounded. More people at the same
// rate are more poor people, so that fewer need to leave: with a growth of
// 1,43 % for one year 846 instead of 992. Errors as [ToTarget]; *[RangeError]
// for a growth outside of -50 to 50 percent or years outside of 0 to 100.
func ToTargetGrowing(rate Percent, population Persons, target, growth Percent, years int) (Distance, error) {
	then, err := Grow(population, growth, years)
	if err != nil {
		return Distance{}, err
	}
	return distance(rate, population, target, then)
}

func distance(rate Percent, now Persons, target Percent, then Persons) (Distance, error) {
	if err := check(rate, now); err != nil {
		return Distance{}, err
	}
	if err := inRange("target", target.percent, 0, 100); err != nil {
		return Distance{}, err
	}
	d := Distance{Points: target.Minus(rate), Now: of(rate, now), Then: of(target, then)}
	d.Exits = d.Now.Sub(d.Then)
	return d, nil
}

// Grow gives population x (1 + growth / 100)^years, rounded to whole people.
// Errors: *[RangeError] for a population as in [Of], also of the result, a
// growth outside of -50 to 50 percent or years outside of 0 to 100.
func Grow(population Persons, growth Percent, years int) (Persons, error) {
	if err := inRange("population", float64(population.n), 0, MaxPersons); err != nil {
		return Persons{}, err
	}
	if err := inRange("growth", growth.percent, -50, 50); err != nil {
		return Persons{}, err
	}
	if err := inRange("years", float64(years), 0, 100); err != nil {
		return Persons{}, err
	}
	v := float64(population.n) * math.Pow(1+growth.percent/100, float64(years))
	if err := inRange("population", v, 0, MaxPersons); err != nil {
		return Persons{}, err
	}
	return People(int64(model.Round(v, 0))), nil
}

// Growth gives the growth a year, in percent, that leads from one population
// to another, compounded:
//
//	100 x ((to / from)^(1 / years) - 1)
//
// Errors: *[RangeError] for populations outside of 1 to [MaxPersons] or years
// that are not above 0 and at most 100.
func Growth(from, to Persons, years float64) (Percent, error) {
	for _, p := range [...]Persons{from, to} {
		if err := inRange("population", float64(p.n), 1, MaxPersons); err != nil {
			return Percent{}, err
		}
	}
	if err := above("years", years, 100); err != nil {
		return Percent{}, err
	}
	return Percent{100 * (math.Pow(float64(to.n)/float64(from.n), 1/years) - 1)}, nil
}

// Start is where a path begins.
type Start struct {
	Year       model.Year
	Rate       Percent
	Population Persons
}

// Step is one year of a path.
type Step struct {
	Year       model.Year
	Rate       Percent
	Population Persons
	Poor       Persons
	Exits      Persons // who must leave since the year before, on balance
}

// Path gives the yearly way to a target: the rate moves by equal points a year,
// the population grows by a percentage a year, compounded. The first step is
// the year after the start, the last one the target's year, and the exits of
// all steps add up to [ToTargetGrowing]'s. Errors as [ToTargetGrowing], and
// [ErrYears] for a target year that is not after the start.
func Path(from Start, target Percent, year model.Year, growth Percent) ([]Step, error) {
	years := int(year - from.Year)
	if years < 1 {
		return nil, fmt.Errorf("headcount: %w: %d to %d", ErrYears, from.Year, year)
	}
	d, err := ToTargetGrowing(from.Rate, from.Population, target, growth, years)
	if err != nil {
		return nil, err
	}
	steps, before := make([]Step, years), d.Now
	for i := range steps {
		rate := target
		if i < years-1 {
			part := float64(i+1) / float64(years)
			rate = Percent{model.Round(from.Rate.percent+part*(target.percent-from.Rate.percent), 10)}
		}
		people, err := Grow(from.Population, growth, i+1)
		if err != nil {
			return nil, err
		}
		poor := of(rate, people)
		steps[i] = Step{
			Year: from.Year + model.Year(i+1), Rate: rate, Population: people,
			Poor: poor, Exits: before.Sub(poor),
		}
		before = poor
	}
	return steps, nil
}
