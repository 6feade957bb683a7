package target_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"rakor/model"
	"rakor/model/target"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// judged is five entries and a sample, worked out by hand below.
func judged() []*model.Programme {
	return pointers([]model.Programme{
		{
			ID: "a", Year: 2026, Department: "Dinas Sosial", Strategy: 1, Budget: rupiah(1000), BudgetRevised: rupiah(800), RealisedH1: rupiah(400), RealisedH2: rupiah(200),
			Target: count(500, model.PerPerson), Reached: count(450, model.PerPerson), Places: []model.KemendagriCode{"62.71.01"}, PlaceNames: []string{"Pahandut"},
			TargetGroup: "Desil 1-4", AidKind: "Uang", SIPD: model.Tagged, SourceText: "DPA", Indicator: "p0",
		},
		{
			ID: "b", Year: 2026, Department: "Disdik", Strategy: 1, Budget: rupiah(200), RealisedH1: rupiah(50), Target: count(100, model.PerPerson),
			Places: []model.KemendagriCode{"62.71.01.1001", "62.71.03"}, PlaceNames: []string{"Pahandut (Pahandut)", "Jekan Raya"}, TargetGroup: "desil 1-4 ", AidKind: "uang", SourceText: "DPA",
		},
		{
			ID: "c", Year: 2026, Department: "DPKUKMP", Strategy: 2, Budget: rupiah(100), Realised: rupiah(150), Target: count(30, model.PerFamily), Reached: count(20, model.PerFamily),
			Places: []model.KemendagriCode{"62.71"}, PlaceNames: []string{"semua"}, Indicator: "p0",
		},
		{ID: "d", Year: 2026, Department: "Disnaker", Strategy: 3, BudgetComputed: true, Budget: rupiah(900), Realised: rupiah(0), PlaceNames: []string{"19 kelurahan"}},
		{ID: "e", Year: 2026, Department: "Bapperida", Strategy: 0},
		{ID: "x", Year: 2026, Department: "Contoh", Strategy: 3, Sample: true, Budget: rupiah(5000), Target: count(9999, model.PerPerson), Places: []model.KemendagriCode{"62.71.03"}},
	})
}

// TestCovered: persons: targets 500 + 100 = 600, reached 450; of 1,200 poor
// people 50 % are aimed at and 37.5 % reached; of the one entry that knows both,
// 450 / 500 = 90 %. Families: 20 / 30 = 66.67 %, held against nothing.
func TestCovered(t *testing.T) {
	t.Parallel()
	got := target.Covered(judged(), model.Known[int64](1200))
	want := []target.Coverage{
		{
			Unit: model.PerPerson, Rows: 2, Targeted: 600, Reached: 450, TargetedRows: 2, ReachedRows: 1,
			Aim: model.Known(50.0), Reach: model.Known(37.5), Executed: model.Known(90.0), BothRows: 1,
		},
		{Unit: model.PerFamily, Rows: 1, Targeted: 30, Reached: 20, TargetedRows: 1, ReachedRows: 1, Executed: model.Known(20.0 / 30 * 100), BothRows: 1},
	}
	if d := cmp.Diff(want, got, cmpopts.EquateApprox(1e-12, 0)); d != "" {
		t.Error(d)
	}
	if c := target.Covered(judged(), model.Maybe[int64]{})[0]; c.Aim.OK || c.Reach.OK || !c.Executed.OK {
		t.Errorf("without the number of poor people: %+v", c)
	}
	mixed := pointers([]model.Programme{{Target: count(10, model.PerHouse), Reached: count(5, model.PerFamily)}})
	for _, c := range target.Covered(mixed, model.Known[int64](100)) {
		if c.Executed.OK || c.Rows != 1 {
			t.Errorf("houses and families were held against each other: %+v", c)
		}
	}
}

// TestTargeted: 100 + 80 + 60 + 40 = 280 of 400 recipients lie in deciles 1-4:
// 70 %; CGH 70 / 40 = 1.75; inclusion error 30 %. Of 1,000 people in those
// deciles 720 receive nothing: 72 %.
func TestTargeted(t *testing.T) {
	t.Parallel()
	d := target.Deciles{100, 80, 60, 40, 30, 30, 20, 20, 10, 10}
	got, ok := target.Targeted(d, model.Known[int64](1000))
	if !ok || got.All != 400 || got.Low != 280 || !near(got.Share, 70) || !near(got.CGH, 1.75) || !near(got.Inclusion, 30) || !near(got.Exclusion.V, 72) {
		t.Errorf("%+v %v", got, ok)
	}
	even := target.Deciles{5, 5, 5, 5, 5, 5, 5, 5, 5, 5}
	if got, _ := target.Targeted(even, model.Maybe[int64]{}); !near(got.CGH, 1) || got.Exclusion.OK {
		t.Errorf("given to everybody alike: %+v", got)
	}
	if got, _ := target.Targeted(d, model.Known[int64](100)); got.Exclusion.OK {
		t.Error("fewer people than recipients, and an exclusion error all the same")
	}
	for name, bad := range map[string]target.Deciles{"nobody": {}, "below zero": {-1, 2}} {
		if _, ok := target.Targeted(bad, model.Maybe[int64]{}); ok {
			t.Errorf("%s was judged", name)
		}
	}
}

// TestAbsorb: budgets 800 (revised) + 200 + 100 + 900 = 2,000, one of them
// computed, one not known. Semester 1: 400 + 50 of 800 + 200 = 45 %; b lies at
// 25 %, below the line, a at exactly 50 %. Year: 600 + 150 + 0 of 800 + 100 +
// 900 = 41.67 %; c is over its budget, d spent nothing, e knows neither.
func TestAbsorb(t *testing.T) {
	t.Parallel()
	got := target.Absorb(judged(), target.HalfBySemester1())
	want := target.Absorption{
		Rows: 5, Budget: target.Money{Rows: 4, Sum: 2000}, NoBudget: 1, Computed: 1,
		Realised1: target.Money{Rows: 2, Sum: 450}, Semester1: model.Known(45.0), Rows1: 2,
		RealisedYear: target.Money{Rows: 3, Sum: 750}, Year: model.Known(750.0 / 1800 * 100), RowsYear: 3,
		NoRealised: 1, Nothing: 1, Over: 1, Below: 1,
	}
	if d := cmp.Diff(want, got, cmpopts.EquateApprox(1e-12, 0)); d != "" {
		t.Error(d)
	}
	if a := target.Absorb(nil, target.HalfBySemester1()); a.Semester1.OK || a.Year.OK {
		t.Errorf("nothing has a share: %+v", a)
	}
	groups := target.AbsorbBy(judged(), target.HalfBySemester1(), func(p *model.Programme) model.Strategy { return p.Strategy })
	var keys []model.Strategy
	rows := 0
	for _, g := range groups {
		keys = append(keys, g.Key)
		rows += g.Rows
	}
	if d := cmp.Diff([]model.Strategy{1, 3, 2, 0}, keys); d != "" || rows != got.Rows { // 1,000, 900, 100, nothing
		t.Errorf("%s, %d rows", d, rows)
	}
	for percent, name := range map[float64]string{0: "low", 24.9: "low", 25: "slow", 50: "on-way", 79.9: "on-way", 80: "good", 130: "good", -1: "low"} {
		if b := target.BandOf(percent); b.Name != name {
			t.Errorf("%v %% is %s, want %s", percent, b.Name, name)
		}
	}
}

// TestMoneyShares: the two largest of 900, 800, 200, 100 are 1,700 of 2,000 =
// 85 %; 2,000 rupiah for 500 poor people are 4 each.
func TestMoneyShares(t *testing.T) {
	t.Parallel()
	if p, rows, ok := target.TopShare(judged(), 2); !ok || rows != 2 || !near(p, 85) {
		t.Errorf("%v of %d rows %v", p, rows, ok)
	}
	if p, rows, ok := target.TopShare(judged(), 10); !ok || rows != 4 || !near(p, 100) {
		t.Errorf("%v of %d rows %v", p, rows, ok)
	}
	if v, ok := target.PerPoor(judged(), model.Known[int64](500)); !ok || !near(v, 4) {
		t.Errorf("%v %v", v, ok)
	}
	for name, poor := range map[string]model.Maybe[int64]{"not known": {}, "nobody": model.Known[int64](0)} {
		if _, ok := target.PerPoor(judged(), poor); ok {
			t.Errorf("poor people %s, and money for each", name)
		}
	}
}

// TestConverge: a in Pahandut alone, with its money and 500 people; b in
// Pahandut (by a kelurahan) and Jekan Raya, counted in both, its money in
// neither; c everywhere; d has a place without a code, e none; the sample is
// left out, so that Jekan Raya has nothing of strategy 3.
func TestConverge(t *testing.T) {
	t.Parallel()
	home := model.Region{Code: "6271", Kemendagri: "62.71"}
	districts := []model.Region{{Name: "Pahandut", Kemendagri: "62.71.01"}, {Name: "Jekan Raya", Kemendagri: "62.71.03"}}
	strategies := []model.StrategyItem{{Code: 1}, {Code: 2}, {Code: 3}}
	m := target.Converge(judged(), home, districts, strategies)
	want := [][]target.Cell{
		{{Rows: 2, Budget: target.Money{Rows: 1, Sum: 800}, People: 500, PeopleRows: 1}, {}, {}},
		{{Rows: 1}, {}, {}},
	}
	if d := cmp.Diff(want, m.Cells); d != "" {
		t.Error(d)
	}
	if m.Everywhere[1].Rows != 1 || m.Everywhere[1].Budget.Sum != 100 || m.Unplaced != 1 || m.Unknown != 1 || m.Shared != 1 || m.Samples != 1 || m.Other != 0 {
		t.Errorf("%+v", m)
	}
	if g := m.Gaps(); len(g) != 4 || g[0].Place.Name != "Pahandut" || g[0].Strategy.Code != 2 || g[3].Place.Name != "Jekan Raya" || g[3].Strategy.Code != 3 {
		t.Errorf("%+v", g)
	}
}

// TestOverlaps: two departments, the same group and help; a and b share no code
// of a place, so that they overlap only once b names Pahandut itself.
func TestOverlaps(t *testing.T) {
	t.Parallel()
	ps := judged()
	if got := target.Overlaps(ps); len(got) != 0 {
		t.Errorf("%+v", got)
	}
	ps[1].Places = append(ps[1].Places, "62.71.01")
	ps[1].PlaceNames = append(ps[1].PlaceNames, "Pahandut")
	got := target.Overlaps(ps)
	if len(got) != 1 || got[0].A.ID != "a" || got[0].B.ID != "b" || got[0].Place != "Pahandut" || got[0].Group != "Desil 1-4" || got[0].Kind != "Uang" {
		t.Errorf("%+v", got)
	}
	ps[1].Department = "DINAS  sosial"
	if got := target.Overlaps(ps); len(got) != 0 {
		t.Errorf("one department overlaps itself: %+v", got)
	}
}

// TestReady: of seven parts a tells all, b lacks the SIPD tag, c source and SIPD
// tag, d target, unit, source and SIPD tag, e all seven: 7 + 6 + 5 + 3 + 0 = 21
// of 35 = 60 %.
func TestReady(t *testing.T) {
	t.Parallel()
	got := target.Ready(judged())
	want := target.Readiness{
		Rows: 5, Samples: 1, Fit: 1, Almost: 1, Score: model.Known(60.0),
		Lacking: [target.Parts]int{target.PartTarget: 2, target.PartUnit: 2, target.PartPlace: 1, target.PartBudget: 1, target.PartRealised: 1, target.PartSource: 3, target.PartSIPD: 4},
	}
	if d := cmp.Diff(want, got, cmpopts.EquateApprox(1e-12, 0)); d != "" {
		t.Error(d)
	}
	if r := target.Ready(nil); r.Score.OK {
		t.Error("an empty list has a score")
	}
}

func TestAims(t *testing.T) {
	t.Parallel()
	aims, none := target.Aims(judged())
	if d := cmp.Diff([]target.Aim{{Indicator: "p0", Rows: 2}}, aims); d != "" || none != 3 {
		t.Errorf("%s, %d without", d, none)
	}
}

func BenchmarkJudge(b *testing.B) {
	var all []*model.Programme
	for range 4000 {
		all = append(all, judged()...)
	}
	home := model.Region{Code: "6271", Kemendagri: "62.71"}
	districts := []model.Region{{Name: "Pahandut", Kemendagri: "62.71.01"}, {Name: "Jekan Raya", Kemendagri: "62.71.03"}}
	for b.Loop() {
		target.Absorb(all, target.HalfBySemester1())
		target.Covered(all, model.Known[int64](11226))
		target.Converge(all, home, districts, []model.StrategyItem{{Code: 1}, {Code: 2}, {Code: 3}})
		target.Ready(all)
	}
}
