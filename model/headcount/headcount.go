package headcount

import (
	"math"

	"rakor/model"
)

// MaxPersons is the largest population that is reckoned with: more people than
// there are.
const MaxPersons = 10_000_000_000

// Of gives the number of people that a rate is of a population:
//
//	n = round(rate / 100 x population), half away from zero
//
// 3,52 % of 310.113 is 10.916 (10.915,98 before rounding). Rates of up to six
// decimals are multiplied exactly. Error: *[RangeError] for a rate outside of
// 0 to 100 or a population outside of 0 to [MaxPersons].
func Of(rate Percent, population Persons) (Persons, error) {
	if err := check(rate, population); err != nil {
		return Persons{}, err
	}
	return of(rate, population), nil
}

// Exact gives rate / 100 x population before rounding, to be shown beside the
// rounded number. Errors as [Of].
func Exact(rate Percent, population Persons) (float64, error) {
	if err := check(rate, population); err != nil {
		return math.NaN(), err
	}
	return rate.percent * float64(population.n) / 100, nil
}

func check(rate Percent, population Persons) error {
	if err := inRange("rate", rate.percent, 0, 100); err != nil {
		return err
	}
	return inRange("population", float64(population.n), 0, MaxPersons)
}

// of is Of for arguments that were checked.
func of(rate Percent, population Persons) Persons {
	const scale = 1e6 // 100 x 1e6 x MaxPersons is below 2^63
	if m := math.Round(rate.percent * scale); m/scale == rate.percent {
		return People((int64(m)*population.n + 50*scale) / (100 * scale))
	}
	return People(int64(model.Round(rate.percent*float64(population.n)/100, 0)))
}

// Method tells how an interval came about.
type Method uint8

// The methods.
const (
	// MethodRounding: all values that are printed as this figure. It holds no
	// error of the survey.
	MethodRounding Method = iota
	// MethodLogit: normal on the scale of ln(p / (1 - p)).
	MethodLogit
)

// String gives the name used in JSON.
func (m Method) String() string {
	if m == MethodLogit {
		return "logit"
	}
	return "rounding"
}

// Interval is from where to where a number of people lies.
type Interval struct {
	Method            Method
	Level             Share // 0.95; 0 for MethodRounding, which has no probability
	LowRate, HighRate Percent
	Low, High         Persons
}

// RoundingInterval gives what the published digits alone leave open: a rate
// printed with d decimals lies within half a unit of its last digit, cut to 0
// to 100,
//
//	rate -/+ 0.5 x 10^-d
//
// so 3,52 % is 3,515 to 3,525 %, and of 310.113 people 10.900 to 10.932. It
// says nothing of the error of the survey, which is many times larger. Errors
// as [Of], and *[RangeError] for decimals outside of 0 to 6.
func RoundingInterval(rate Percent, decimals int, population Persons) (Interval, error) {
	if err := check(rate, population); err != nil {
		return Interval{}, err
	}
	if err := inRange("decimals", float64(decimals), 0, 6); err != nil {
		return Interval{}, err
	}
	lo, hi := around(rate.percent, decimals)
	iv := Interval{
		Method:  MethodRounding,
		LowRate: Percent{max(lo, 0)}, HighRate: Percent{min(hi, 100)},
	}
	iv.Low, iv.High = of(iv.LowRate, population), of(iv.HighRate, population)
	return iv, nil
}

// around gives v less and plus half a unit of its last decimal.
func around(v float64, decimals int) (lo, hi float64) {
	half := 0.5 * math.Pow10(-decimals)
	return model.Round(v-half, decimals+1), model.Round(v+half, decimals+1)
}
