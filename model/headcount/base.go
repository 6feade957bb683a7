package headcount

import (
	"fmt"

	"rakor/model"
)

// Implied is the base that a published count and a published rate speak of.
type Implied struct {
	Base      Persons // count / rate
	Low, High Persons // from and to what the rounding of both leaves open
}

// ImpliedBase gives the population that count and rate belong to,
//
//	base = count / (rate / 100)
//
// with what the rounding of both leaves open. 10,70 thousand and 3,52 %, both
// with two decimals, imply 303.977 people, from 303.404 to 304.552. Errors:
// *[RangeError] for a rate outside of 0 to 100 or decimals outside of 0 to 6;
// [ErrNoBase] where the rate is 0 at its decimals.
func ImpliedBase(count Thousands, countDecimals int, rate Percent, rateDecimals int) (Implied, error) {
	if err := inRange("rate", rate.percent, 0, 100); err != nil {
		return Implied{}, err
	}
	for _, d := range [...]int{countDecimals, rateDecimals} {
		if err := inRange("decimals", float64(d), 0, 6); err != nil {
			return Implied{}, err
		}
	}
	rlo, rhi := around(rate.percent, rateDecimals)
	if rlo <= 0 {
		return Implied{}, fmt.Errorf("headcount: %w (%v %%, %d decimals)", ErrNoBase, rate.percent, rateDecimals)
	}
	clo, chi := around(count.thousands, countDecimals)
	base := func(count, rate float64) Persons { return People(int64(model.Round(count*1e5/rate, 0))) }
	return Implied{
		Base: base(count.thousands, rate.percent),
		Low:  base(max(clo, 0), rhi), High: base(chi, rlo),
	}, nil
}

// Against sets a population beside the base: by how many percent of the base
// it is larger, and whether the rounding of count and rate alone may explain
// it. Where it may not, population and base are different populations: the
// survey's own (projected, without those in institutions) and the one that was
// published. Error: [ErrNoBase] for a base of 0.
func (b Implied) Against(population Persons) (difference Percent, rounding bool, err error) {
	if b.Base.n <= 0 {
		return Percent{}, false, fmt.Errorf("headcount: %w", ErrNoBase)
	}
	d := 100 * (float64(population.n)/float64(b.Base.n) - 1)
	return Percent{d}, population.n >= b.Low.n && population.n <= b.High.n, nil
}
