package headcount

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Basis tells where a standard error comes from.
type Basis uint8

// The bases.
const (
	BasisRSE    Basis = iota // a relative standard error that somebody gave
	BasisSample              // worked out from sample size and design effect
)

// String gives the name used in JSON.
func (b Basis) String() string {
	if b == BasisSample {
		return "sample"
	}
	return "rse"
}

// Sampled is a rate with the standard error of the survey that gave it. Make
// it with [FromRSE] or [FromSample].
type Sampled struct {
	Rate  Percent
	SE    Points // standard error, above 0
	Basis Basis
}

// FromRSE makes a rate with the standard error that a relative standard error
// means, SE = RSE / 100 x rate. Errors: *[RangeError] for a rate outside of 0
// to 100 or an RSE that is not above 0 and at most 1000; [ErrNoVariance] for a
// rate of 0 or 100.
func FromRSE(rate, rse Percent) (Sampled, error) {
	if err := checkSampled(rate); err != nil {
		return Sampled{}, err
	}
	if err := above("RSE", rse.percent, 1000); err != nil {
		return Sampled{}, err
	}
	return Sampled{Rate: rate, SE: Points{rse.percent * rate.percent / 100}, Basis: BasisRSE}, nil
}

// FromSample makes a rate with the standard error of a sample of n households
// and a design effect:
//
//	SE = sqrt(deff x p (1 - p) / n), p = rate / 100
//
// The design effect is the one for households as drawn (Kish 1965). 3,62 %
// with 640 households and a design effect of 1,5 has an SE of 0,90 points, an
// RSE of 25 %. Errors: *[RangeError] for a rate outside of 0 to 100, n below 1
// or beyond [MaxPersons], or a design effect that is not above 0 and at most
// 100; [ErrNoVariance] for a rate of 0 or 100.
func FromSample(rate Percent, n Households, deff float64) (Sampled, error) {
	if err := checkSampled(rate); err != nil {
		return Sampled{}, err
	}
	if err := inRange("sample size", float64(n.n), 1, MaxPersons); err != nil {
		return Sampled{}, err
	}
	if err := above("design effect", deff, 100); err != nil {
		return Sampled{}, err
	}
	p := rate.percent / 100
	return Sampled{Rate: rate, SE: Points{100 * math.Sqrt(deff*p*(1-p)/float64(n.n))}, Basis: BasisSample}, nil
}

func checkSampled(rate Percent) error {
	if err := inRange("rate", rate.percent, 0, 100); err != nil {
		return err
	}
	if rate.percent == 0 || rate.percent == 100 {
		return fmt.Errorf("headcount: %w", ErrNoVariance)
	}
	return nil
}

// above gives a *RangeError unless v is above 0 and at most hi.
func above(quantity string, v, hi float64) error {
	if !(v > 0) {
		return &RangeError{Quantity: quantity, Value: v, High: hi}
	}
	return inRange(quantity, v, 0, hi)
}

// RSE gives the relative standard error, 100 x SE / rate.
func (s Sampled) RSE() Percent { return Percent{100 * s.SE.points / s.Rate.percent} }

// Band is what BPS advises for a figure of a given relative standard error.
type Band uint8

// The bands.
const (
	BandUse  Band = iota // up to 25 %: may be used
	BandCare             // above 25 up to 50 %: with care
	BandNot              // above 50 %: not accurate
)

// String gives the name used in JSON.
func (b Band) String() string {
	switch b {
	case BandCare:
		return "care"
	case BandNot:
		return "not"
	case BandUse:
	}
	return "use"
}

// BandOf gives the band of a relative standard error: up to 25 % use, up to
// 50 % with care, above not (BPS's rule of training, after Soedarti and others
// 2007).
func BandOf(rse Percent) Band {
	switch {
	case rse.percent <= 25:
		return BandUse
	case rse.percent <= 50:
		return BandCare
	}
	return BandNot
}

// Interval gives the logit interval of the number of people:
//
//	q = ln(p / (1 - p)), s = SE / (p (1 - p))
//	limits 1 / (1 + exp(-(q -/+ z s))), z the normal quantile of (1 + level) / 2
//
// It never goes below 0 nor above the whole population, as the usual p -/+ z
// SE does for small rates. 3,62 % with 640 households and design effect 1,5:
// 2,2 to 5,9 % at level 0,95. Errors: *[RangeError] for a population as in
// [Of] or a level that is not between 0 and 1; [ErrNoVariance] for the zero
// Sampled.
func (s Sampled) Interval(level Share, population Persons) (Interval, error) {
	if err := check(s.Rate, population); err != nil {
		return Interval{}, err
	}
	if !(level.share > 0 && level.share < 1) {
		return Interval{}, &RangeError{Quantity: "level", Value: level.share, High: 1}
	}
	p := s.Rate.percent / 100
	spread := p * (1 - p)
	if !(spread > 0) || !(s.SE.points > 0) {
		return Interval{}, fmt.Errorf("headcount: %w", ErrNoVariance)
	}
	q := math.Log(p / (1 - p))
	d := distuv.UnitNormal.Quantile((1+level.share)/2) * s.SE.points / 100 / spread
	iv := Interval{
		Method: MethodLogit, Level: level,
		LowRate: Percent{100 / (1 + math.Exp(d-q))}, HighRate: Percent{100 / (1 + math.Exp(-d-q))},
	}
	iv.Low, iv.High = of(iv.LowRate, population), of(iv.HighRate, population)
	return iv, nil
}

// Test is whether two rates differ by more than the errors of their surveys.
type Test struct {
	Points Points  // b - a
	SE     Points  // of the difference
	Z      float64 // Points / SE
	P      float64 // two-sided probability of at least this |Z| where nothing changed
}

// Distinct tells whether the difference is more than noise at a level: P is
// below 1 - level.
func (t Test) Distinct(level Share) bool { return t.P < 1-level.share }

// Compare tests the change from a to b, two independent samples:
//
//	z = (b - a) / sqrt(SE_a^2 + SE_b^2)
//
// 3,52 to 3,62 % with 640 households and design effect 1,5 each: z = 0,08,
// which cannot be told from no change. The rounds of Susenas share some of
// their households; then the true error is smaller and this test errs towards
// "no change". Error: [ErrNoVariance] for the zero Sampled.
func Compare(a, b Sampled) (Test, error) {
	se := math.Hypot(a.SE.points, b.SE.points)
	if !(a.SE.points > 0) || !(b.SE.points > 0) {
		return Test{}, fmt.Errorf("headcount: %w", ErrNoVariance)
	}
	t := Test{Points: b.Rate.Minus(a.Rate), SE: Points{se}}
	t.Z = t.Points.points / se
	t.P = 2 * distuv.UnitNormal.Survival(math.Abs(t.Z))
	return t, nil
}
