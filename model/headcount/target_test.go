package headcount_test

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model/headcount"
)

// The question of the meeting: 3,62 % of 310.000 people to 3,30 %.
func TestToTarget(t *testing.T) {
	rate, target, pop := percent(t, 3.62), percent(t, 3.30), headcount.People(310000)
	d, err := headcount.ToTarget(rate, pop, target)
	if err != nil {
		t.Fatal(err)
	}
	if d.Now.N() != 11222 || d.Then.N() != 10230 || d.Exits.N() != 992 || d.Points.Value() != -0.32 {
		t.Errorf("constant population: %+v", d)
	}
	d, err = headcount.ToTargetGrowing(rate, pop, target, percent(t, 1.43), 1)
	if err != nil {
		t.Fatal(err)
	}
	if d.Then.N() != 10376 || d.Exits.N() != 846 {
		t.Errorf("growing population: %+v", d)
	}
}

func TestToTargetReached(t *testing.T) {
	d, err := headcount.ToTarget(percent(t, 3.10), headcount.People(310000), percent(t, 3.30))
	if err != nil || d.Exits.N() != -620 || d.Points.Value() != 0.2 {
		t.Errorf("%+v, %v", d, err)
	}
}

func TestGrowth(t *testing.T) {
	// mid-2023 to mid-2024 as an encyclopaedia has them
	g, err := headcount.Growth(headcount.People(305797), headcount.People(310182), 1)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "growth", g.Value(), 1.43, 0.005)
	back, err := headcount.Grow(headcount.People(305797), g, 1)
	if err != nil || back.N() != 310182 {
		t.Errorf("Grow(Growth) = %v, %v", back, err)
	}
	two, err := headcount.Growth(headcount.People(100), headcount.People(121), 2)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "growth over two years", two.Value(), 10, 1e-9)
	for name, err := range map[string]error{
		"from nobody": second(headcount.Growth(headcount.People(0), headcount.People(1), 1)),
		"no time":     second(headcount.Growth(headcount.People(1), headcount.People(1), 0)),
		"too fast":    second(headcount.Grow(headcount.People(1), percent(t, 51), 1)),
		"too long":    second(headcount.Grow(headcount.People(1), percent(t, 1), 101)),
		"too many":    second(headcount.Grow(headcount.People(headcount.MaxPersons), percent(t, 1), 1)),
		"below 0":     second(headcount.Grow(headcount.People(-1), percent(t, 1), 1)),
	} {
		var r *headcount.RangeError
		if !errors.As(err, &r) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPath(t *testing.T) {
	from := headcount.Start{Year: 2025, Rate: percent(t, 3.62), Population: headcount.People(310000)}
	one, err := headcount.Path(from, percent(t, 3.30), 2026, percent(t, 1.43))
	if err != nil {
		t.Fatal(err)
	}
	want := []headcount.Step{{
		Year: 2026, Rate: percent(t, 3.30), Population: headcount.People(314433),
		Poor: headcount.People(10376), Exits: headcount.People(846),
	}}
	if diff := cmp.Diff(want, one, cmp.AllowUnexported(headcount.Percent{}, headcount.Persons{})); diff != "" {
		t.Error(diff)
	}
	four, err := headcount.Path(from, percent(t, 3.30), 2029, percent(t, 0))
	if err != nil {
		t.Fatal(err)
	}
	for i, rate := range []float64{3.54, 3.46, 3.38, 3.30} {
		if four[i].Rate.Value() != rate || four[i].Year != 2026+modelYear(i) {
			t.Errorf("step %d: %v in %d, want %v", i, four[i].Rate.Value(), four[i].Year, rate)
		}
	}
	if _, err := headcount.Path(from, percent(t, 3.30), 2025, percent(t, 0)); !errors.Is(err, headcount.ErrYears) {
		t.Errorf("target in the first year: %v", err)
	}
}

// The exits of a path add up to the whole way, and its last step is the target.
func TestPathAddsUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		from := headcount.Start{Year: 2025, Rate: percent(t, 40*rng.Float64()), Population: headcount.People(rng.Int64N(5e6))}
		target, growth, years := percent(t, 40*rng.Float64()), percent(t, 6*rng.Float64()-2), 1+rng.IntN(12)
		steps, err := headcount.Path(from, target, 2025+modelYear(years), growth)
		if err != nil {
			t.Fatal(err)
		}
		all, err := headcount.ToTargetGrowing(from.Rate, from.Population, target, growth, years)
		if err != nil {
			t.Fatal(err)
		}
		var sum headcount.Persons
		for _, s := range steps {
			sum = sum.Add(s.Exits)
		}
		last := steps[len(steps)-1]
		if sum != all.Exits || last.Poor != all.Then || last.Rate != target || len(steps) != years {
			t.Fatalf("steps sum to %v and end at %+v, whole way %+v", sum, last, all)
		}
	}
}
