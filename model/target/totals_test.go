package target_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model"
	"rakor/model/target"
)

func rupiah(v int64) model.Maybe[model.Rupiah] { return model.Known(model.Rupiah(v)) }

func count(n int64, u model.TargetUnit) model.Maybe[model.Count] {
	return model.Known(model.Count{N: n, Unit: u})
}

func pointers(ps []model.Programme) []*model.Programme {
	out := make([]*model.Programme, len(ps))
	for i := range ps {
		out[i] = &ps[i]
	}
	return out
}

func list() []model.Programme {
	return []model.Programme{
		{Year: 2025, Strategy: 2, Budget: rupiah(2_500), Realised: rupiah(2_600), Target: count(1000, model.PerBusiness)},
		{Year: 2023, Strategy: 1, Budget: rupiah(880), Realised: rupiah(440), Target: count(2200, model.PerFamily), PlaceNames: []string{"semua"}},
		{Year: 2023, Strategy: 3, Budget: rupiah(720), BudgetComputed: true, Target: count(36, model.PerHouse)},
		{Year: 2023, Strategy: 1, Target: count(40, model.PerFamily), Places: []model.KemendagriCode{"62.71.01"}},
		{Year: 2020, Strategy: 1, Realised: rupiah(10)},
		{Year: 2025, Strategy: 1, Budget: rupiah(1_000_000), Realised: rupiah(5), Target: count(9, model.PerPerson), Sample: true},
	}
}

// By hand: read budgets 2,500 + 880 = 3,380 in two rows, worked out 720 in one,
// none in the entries of 2023 and 2020; realised 2,600 + 440 + 10 = 3,050. The
// sample's million stays out.
func TestSum(t *testing.T) {
	got := target.Sum(pointers(list()))
	want := target.Totals{
		Rows: 6, Samples: 1,
		Budget: target.Money{Rows: 2, Sum: 3_380}, Computed: target.Money{Rows: 1, Sum: 720}, NoBudget: 2,
		Realised: target.Money{Rows: 3, Sum: 3_050}, NoRealised: 2,
		Targets: []target.UnitCount{
			{Unit: model.PerFamily, Rows: 2, N: 2240}, {Unit: model.PerHouse, Rows: 1, N: 36}, {Unit: model.PerBusiness, Rows: 1, N: 1000},
		},
		NoTarget: 1, NoPlace: 3, Over: 1,
		Years: []model.Year{2023, 2025},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if k := got.Known(); k != (target.Money{Rows: 3, Sum: 4_100}) {
		t.Errorf("Known() = %+v", k)
	}
	if got.Counted() != 5 {
		t.Errorf("Counted() = %d, want 5", got.Counted())
	}
}

func TestSumOfNothing(t *testing.T) {
	if d := cmp.Diff(target.Totals{}, target.Sum(nil)); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestSumStaysAtTheLargestNumber(t *testing.T) {
	ps := pointers([]model.Programme{
		{Budget: rupiah(math.MaxInt64 - 1), Target: count(math.MaxInt64, model.PerPerson)},
		{Budget: rupiah(5), Target: count(5, model.PerPerson)},
		{Budget: rupiah(7), BudgetComputed: true},
	})
	got := target.Sum(ps)
	if got.Budget.Sum != math.MaxInt64 || got.Targets[0].N != math.MaxInt64 || got.Known().Sum != math.MaxInt64 {
		t.Errorf("sums turned over: %+v, known %+v", got, got.Known())
	}
	if got.Known().Rows != 3 {
		t.Errorf("Known().Rows = %d, want 3", got.Known().Rows)
	}
}

// The groups share the entries among them: every count and sum adds up to that
// of the whole.
func TestByAddsUpToTheWhole(t *testing.T) {
	ps := pointers(list())
	whole := target.Sum(ps)
	groups := target.By(ps, func(p *model.Programme) model.Strategy { return p.Strategy })
	var keys []model.Strategy
	var rows, samples, none int
	var sum model.Rupiah
	for _, g := range groups {
		keys = append(keys, g.Key)
		rows, samples, none = rows+g.Rows, samples+g.Samples, none+g.NoBudget
		sum += g.Known().Sum
	}
	if d := cmp.Diff([]model.Strategy{2, 1, 3}, keys); d != "" {
		t.Errorf("order of groups (-want +got):\n%s", d)
	}
	if rows != whole.Rows || samples != whole.Samples || none != whole.NoBudget || sum != whole.Known().Sum {
		t.Errorf("groups give %d rows, %d samples, %d without budget, %d; the whole %+v", rows, samples, none, sum, whole)
	}
}

func TestAbsorbed(t *testing.T) {
	for _, c := range []struct {
		name string
		p    model.Programme
		want float64
		ok   bool
	}{
		{"half", model.Programme{Budget: rupiah(880), Realised: rupiah(440)}, 50, true},
		{"nothing spent is zero, not unknown", model.Programme{Budget: rupiah(880), Realised: rupiah(0)}, 0, true},
		{"above", model.Programme{Budget: rupiah(100), Realised: rupiah(104)}, 104, true},
		{"budget unknown", model.Programme{Realised: rupiah(5)}, 0, false},
		{"realised unknown", model.Programme{Budget: rupiah(5)}, 0, false},
		{"budget zero", model.Programme{Budget: rupiah(0), Realised: rupiah(5)}, 0, false},
	} {
		got, ok := target.Absorbed(&c.p)
		if got != c.want || ok != c.ok {
			t.Errorf("%s: %v %v, want %v %v", c.name, got, ok, c.want, c.ok)
		}
	}
}

// A revised budget holds instead of the original one, and was read even where
// the original was worked out: 100 -> 80 read, 90 (worked out) -> 60 read, 50
// alone as revised. 70 realised of 80 is 87.5 %, and 65 of 60 is too much.
func TestTheRevisedBudgetHolds(t *testing.T) {
	t.Parallel()
	ps := []model.Programme{
		{Year: 2025, Budget: rupiah(100), BudgetRevised: rupiah(80), Realised: rupiah(70)},
		{Year: 2025, Budget: rupiah(90), BudgetComputed: true, BudgetRevised: rupiah(60), Realised: rupiah(65)},
		{Year: 2026, BudgetRevised: rupiah(50)},
	}
	got := target.Sum(pointers(ps))
	if got.Budget != (target.Money{Rows: 3, Sum: 190}) || got.Computed.Rows != 0 || got.NoBudget != 0 || got.Over != 1 || len(got.Years) != 2 {
		t.Errorf("%+v", got)
	}
	if share, ok := target.Absorbed(&ps[0]); !ok || share != 87.5 {
		t.Errorf("absorbed %v %v, want 87.5", share, ok)
	}
}
