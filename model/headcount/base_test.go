package headcount_test

import (
	"errors"
	"testing"

	"rakor/model/headcount"
)

func thousands(t testing.TB, v float64) headcount.Thousands {
	t.Helper()
	n, err := headcount.NewThousands(v)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestImpliedBase(t *testing.T) {
	b, err := headcount.ImpliedBase(thousands(t, 10.70), 2, percent(t, 3.52), 2)
	if err != nil {
		t.Fatal(err)
	}
	// 10.700 / 0,0352; 10.695 / 0,03525; 10.705 / 0,03515
	if b.Base.N() != 303977 || b.Low.N() != 303404 || b.High.N() != 304552 {
		t.Errorf("%+v", b)
	}
	diff, rounding, err := b.Against(headcount.People(310113))
	if err != nil || rounding {
		t.Errorf("rounding %v, %v", rounding, err)
	}
	near(t, "difference", diff.Value(), 2.0186, 5e-4)
	if _, rounding, _ := b.Against(headcount.People(304500)); !rounding {
		t.Error("304.500 lies within the rounding")
	}
	one, err := headcount.ImpliedBase(thousands(t, 9.7), 1, percent(t, 3.81), 2)
	if err != nil || one.High.N()-one.Low.N() < 3000 {
		t.Errorf("one decimal leaves more open: %+v, %v", one, err)
	}
}

// The rate of the base gives the published count back, within rounding.
func TestImpliedBaseRoundTrip(t *testing.T) {
	for rate := 0.5; rate < 45; rate += 0.71 {
		for _, count := range []float64{0.4, 10.70, 253.18} {
			r := percent(t, rate)
			b, err := headcount.ImpliedBase(thousands(t, count), 2, r, 2)
			if err != nil {
				t.Fatal(err)
			}
			n, err := headcount.Of(r, b.Base)
			if err != nil {
				t.Fatal(err)
			}
			near(t, "count", float64(n.N()), count*1000, 1)
			if b.Low.Compare(b.Base) > 0 || b.High.Compare(b.Base) < 0 {
				t.Errorf("base outside of its rounding: %+v", b)
			}
		}
	}
}

func TestImpliedBaseRefuses(t *testing.T) {
	if _, err := headcount.ImpliedBase(thousands(t, 10), 2, percent(t, 0), 2); !errors.Is(err, headcount.ErrNoBase) {
		t.Errorf("rate 0: %v", err)
	}
	if _, err := headcount.ImpliedBase(thousands(t, 10), 2, percent(t, 0.004), 2); !errors.Is(err, headcount.ErrNoBase) {
		t.Errorf("rate that prints as 0: %v", err)
	}
	if _, _, err := (headcount.Implied{}).Against(headcount.People(1)); !errors.Is(err, headcount.ErrNoBase) {
		t.Errorf("no base: %v", err)
	}
	var r *headcount.RangeError
	if _, err := headcount.NewThousands(-1); !errors.As(err, &r) {
		t.Errorf("count below 0: %v", err)
	}
	if _, err := headcount.ImpliedBase(thousands(t, 1), 2, percent(t, 120), 2); !errors.As(err, &r) {
		t.Errorf("rate 120: %v", err)
	}
	if got := thousands(t, 10.705).Persons().N(); got != 10705 {
		t.Errorf("10,705 thousand are %d", got)
	}
}

func TestCostOfGap(t *testing.T) {
	// P1 0,42; line Rp555.618; 310.113 people: the city in March 2024
	line, pop := headcount.Rupiah[headcount.Month](555618), headcount.People(310113)
	c, err := headcount.CostOfGap(percent(t, 0.42), line, pop, headcount.Perfect())
	if err != nil {
		t.Fatal(err)
	}
	// 555.618 x 310.113 x 12 = 2.067.652.778.808 (rupiah a year for all)
	if c.Untargeted.Value() != 555618*310113*12 {
		t.Errorf("untargeted %d", c.Untargeted.Value())
	}
	near(t, "gap", float64(c.Gap.Value()), 0.0042*555618*310113*12, 1)
	if c.Filled != c.Gap || c.Budget != c.Gap {
		t.Errorf("perfect targeting: %+v", c)
	}
	half, err := headcount.CostOfGap(percent(t, 0.42), line, pop, headcount.Targeting{Leakage: share(t, 0.2), Coverage: share(t, 0.5)})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "filled", float64(half.Filled.Value()), float64(c.Gap.Value())/2, 1)
	near(t, "budget", float64(half.Budget.Value()), float64(half.Filled.Value())/0.8, 2)
	year, err := headcount.ForYear(line)
	if err != nil || year.Value() != 12*555618 {
		t.Errorf("a year of the line: %v, %v", year, err)
	}
}

func TestCostOfGapRefuses(t *testing.T) {
	line, pop := headcount.Rupiah[headcount.Month](555618), headcount.People(310113)
	var r *headcount.RangeError
	for name, err := range map[string]error{
		"all leaks":     second(headcount.CostOfGap(percent(t, 1), line, pop, headcount.Targeting{Leakage: share(t, 1), Coverage: share(t, 1)})),
		"leakage below": second(headcount.CostOfGap(percent(t, 1), line, pop, headcount.Targeting{Leakage: share(t, -0.1), Coverage: share(t, 1)})),
		"nobody":        second(headcount.CostOfGap(percent(t, 1), line, pop, headcount.Targeting{})),
		"coverage":      second(headcount.CostOfGap(percent(t, 1), line, pop, headcount.Targeting{Coverage: share(t, 1.1)})),
		"P1":            second(headcount.CostOfGap(percent(t, 101), line, pop, headcount.Perfect())),
		"line":          second(headcount.CostOfGap(percent(t, 1), headcount.Rupiah[headcount.Month](-1), pop, headcount.Perfect())),
		"population":    second(headcount.CostOfGap(percent(t, 1), line, headcount.People(-1), headcount.Perfect())),
	} {
		if !errors.As(err, &r) {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := headcount.CostOfGap(percent(t, 50), headcount.Rupiah[headcount.Month](1e12), headcount.People(headcount.MaxPersons), headcount.Perfect())
	if !errors.Is(err, headcount.ErrTooLarge) {
		t.Errorf("too much money: %v", err)
	}
}
