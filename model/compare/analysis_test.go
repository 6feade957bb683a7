package compare_test

import (
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model"
	"rakor/model/compare"
)

// several builds a dataset of several indicators from figures.
func several(better model.Direction, all map[model.IndicatorID][]figure, breaks ...model.Break) *model.Dataset {
	var inds []model.Indicator
	for _, id := range []model.IndicatorID{model.P0, model.Poor, model.PopulationAdmin, "tpt", "ipm", "exp_adj", "rls", "other"} {
		unit := model.UnitPercent
		if id == model.Poor {
			unit = model.UnitThousandPersons
		}
		inds = append(inds, model.Indicator{ID: id, Better: better, Decimals: 2, Unit: unit, Max: 1e9, Months: []int8{0, 3, 8, 9}})
	}
	return model.NewDataset(model.Parts{
		Regions: regions(), Indicators: inds, Breaks: breaks,
		Sources: []model.Source{{ID: "table", Kind: model.SourceTable}},
		Series: func(id model.IndicatorID) (*model.Series, error) {
			var obs []model.Observation
			for _, f := range all[id] {
				obs = append(obs, model.Observation{Region: f.region, Indicator: id, Period: per(f.period), Reading: model.Reading{Value: f.value, Sources: []model.SourceID{"table"}}})
			}
			return model.NewSeries(model.Indicator{ID: id, Better: better, Decimals: 2, Unit: model.UnitPercent}, obs), nil
		},
	})
}

func near(t *testing.T, what string, got, want, tol float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tol) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// City D: 10 thousand poor at 4 percent are 250,000 people; 1.5 points above
// the province's 2.5 percent is 3,750 people, 5 points below the nation's 9 is
// 12,500 the other way.
func TestStandings(t *testing.T) {
	ds := several(model.BetterLower, map[model.IndicatorID][]figure{
		model.P0:   march("2024", 9, 2.5, 6, 3, 6, 4),
		model.Poor: {{d, "2024-03", 10}, {a, "2023-03", 5}},
	})
	res := must(t, ds, compare.Request{Indicator: model.P0, Picks: picks(d, a, north), Period: per("2024-03"), Position: true})
	got := compare.Standings(ds, res, []model.RegionCode{d, b, x})
	if len(got) != 3 {
		t.Fatalf("%d standings", len(got))
	}
	near(t, "to province", got[0].PeopleToProvince.V, 3750, 1e-6)
	near(t, "to nation", got[0].PeopleToNation.V, -12500, 1e-6)
	if got[0].Rank != 2 || got[0].Of != 4 || got[0].PeerRank != 2 || got[0].PeerOf != 2 {
		t.Errorf("place %d of %d, among peers %d of %d", got[0].Rank, got[0].Of, got[0].PeerRank, got[0].PeerOf)
	}
	near(t, "percentile among peers", got[0].PeerPercentile.V, 100, 0)
	near(t, "percentile among all", got[0].Row.Percentile.V, 100.0/3, 1e-9)
	if got[1].PeopleToProvince.OK {
		t.Error("people without the number of poor of that very period")
	}
	if got[1].Rank != 3 || got[2].Rank != 0 || got[2].Of != 0 {
		t.Errorf("ties share a rank and a province has none: %d, %d", got[1].Rank, got[2].Rank)
	}
}

func TestYearlyKeepsEveryYear(t *testing.T) {
	ds := meeting().build()
	got, err := compare.Yearly(ds, compare.Request{Indicator: "rate", Picks: picks(d, a, b)}, 2022, 2025)
	if err != nil || len(got) != 4 {
		t.Fatalf("%d years, %v", len(got), err)
	}
	if r, _ := got[0].Row(d); r.OK || got[0].Period != per("2022") {
		t.Errorf("2022: %+v", r)
	}
	r, _ := got[3].Row(d)
	near(t, "2025", r.ToProvince.V, -3, 1e-9)
	if r.Rank != 1 || r.RankOf != 3 {
		t.Errorf("rank %d of %d", r.Rank, r.RankOf)
	}
	if _, err := compare.Yearly(ds, compare.Request{Indicator: "rate", Picks: picks("8888")}, 2022, 2022); err == nil {
		t.Error("an unknown region is not refused in a year without figures")
	}
}

func lineOf(t *testing.T, fs []figure, breaks ...model.Break) compare.Line {
	t.Helper()
	ys := compare.Trend(sample{figures: fs, breaks: breaks, better: model.BetterLower}.build(), "rate", []model.RegionCode{d})
	if len(ys.Lines) != 1 {
		t.Fatal("no line")
	}
	return ys.Lines[0]
}

func TestFollow(t *testing.T) {
	l := lineOf(t, []figure{
		{d, "2010", 5}, {d, "2011", 4}, {d, "2012-09", 9}, // the round changes
		{d, "2015-03", 4}, {d, "2016-03", 3}, {d, "2017-03", 2.5}, {d, "2019-03", 2}, {d, "2020-03", 3}, {d, "2021-03", 3.001},
	})
	c := compare.Follow(l, 2)
	if !cmp.Equal(c.Cuts, []model.Year{2012, 2015}) {
		t.Errorf("cuts %v", c.Cuts)
	}
	var pts []float64
	for _, ch := range c.Changes {
		pts = append(pts, ch.Points)
	}
	if diff := cmp.Diff([]float64{-1, -1, -0.5, -0.5, 1, 0}, pts); diff != "" {
		t.Errorf("a cut is never set against what lies before, and what prints alike is no change: %s", diff)
	}
	if c.Changes[3].Years != 2 {
		t.Errorf("a gap counts as one year")
	}
	near(t, "percent", c.Changes[1].Percent.V, -25, 1e-9)
	if !c.HasWhole || c.Whole.From.Period != per("2015-03") || c.Figures != 6 {
		t.Errorf("whole %+v of %d figures", c.Whole, c.Figures)
	}
	near(t, "whole", c.Whole.Points, -0.999, 1e-9)
	if !c.HasLongest || c.Longest.Steps != 2 || c.Longest.Up || c.Longest.From.Period != per("2015-03") || c.Longest.Points != -1.5 {
		t.Errorf("longest %+v", c.Longest)
	}
	if c := compare.Follow(compare.Line{}, 2); c.HasWhole || c.HasLongest {
		t.Errorf("%+v of nothing", c)
	}
}

func TestEffectiveness(t *testing.T) {
	l := lineOf(t, []figure{{d, "2015-03", 6}, {d, "2016-03", 5}, {d, "2017-03", 5.5}, {d, "2018-03", 3}})
	ind := model.Indicator{Better: model.BetterLower, Decimals: 2}
	e := compare.Effectiveness(l, ind, compare.Uncertainty{})
	// mean t 1.5, mean y 4.875: sum (-1.5*1.125 -0.5*0.125 +0.5*0.625 +1.5*-1.875)/5
	near(t, "slope", e.Slope.V, -0.85, 1e-9)
	if e.Verdict != compare.VerdictUntold || e.Way != 1 || e.Toward != 2 || e.Away != 1 || e.Flat != 0 {
		t.Errorf("%+v", e)
	}
	// 25 percent of 6 and of 3: SE sqrt(1.5^2 + 0.75^2) = 1.677; 3 points are 1.79 of it.
	if e = compare.Effectiveness(l, ind, compare.Uncertainty{RSE: 25.0}); e.Verdict != compare.VerdictNoise {
		t.Errorf("RSE 25: %s", e.Verdict)
	}
	if e = compare.Effectiveness(l, ind, compare.Uncertainty{RSE: 10.0}); e.Verdict != compare.VerdictToward {
		t.Errorf("RSE 10: %s", e.Verdict)
	}
	ind.Better = model.BetterHigher
	if e = compare.Effectiveness(l, ind, compare.Uncertainty{RSE: 10.0}); e.Verdict != compare.VerdictAway || e.Way != -1 {
		t.Errorf("the other way: %s %d", e.Verdict, e.Way)
	}
	ind.Better = model.BetterNone
	if e = compare.Effectiveness(l, ind, compare.Uncertainty{RSE: 1.0}); e.Verdict != compare.VerdictNone {
		t.Errorf("no way wanted: %s", e.Verdict)
	}
	// Only the figures since the break count: two are too few.
	cut := model.Break{Indicators: []model.IndicatorID{"rate"}, From: per("2017")}
	l = lineOf(t, []figure{{d, "2015-03", 6}, {d, "2016-03", 5}, {d, "2017-03", 5.5}, {d, "2018-03", 3}}, cut)
	ind.Better = model.BetterLower
	if e = compare.Effectiveness(l, ind, compare.Uncertainty{RSE: 1.0}); e.Verdict != compare.VerdictNone {
		t.Errorf("across a break: %s", e.Verdict)
	}
}

func TestRelevance(t *testing.T) {
	s := sample{figures: []figure{
		{d, "2020-03", 4},
		{d, "2021-03", 5},
		{d, "2022-03", 4},
		{d, "2023-03", 4},
		{d, "2024-09", 6},
		{north, "2020-03", 6},
		{north, "2021-03", 7},
		{north, "2022-03", 8},
		{north, "2023-03", 8},
		{north, "2024-03", 9},
		{model.Nation, "2020-03", 9},
		{model.Nation, "2021-03", 10},
		{model.Nation, "2023-03", 8},
		{model.Nation, "2024-03", 7},
	}}
	got := compare.Relevance(compare.Trend(s.build(), "rate", []model.RegionCode{d, north, model.Nation}), 2)
	want := []compare.Pair{{Same: 2, Of: 3, Apart: []model.Year{2022}}, {Same: 1, Of: 1}}
	for i := range got.Pairs {
		got.Pairs[i].Other = model.Region{}
	}
	if diff := cmp.Diff(want, got.Pairs); diff != "" {
		t.Error(diff)
	}
	if got.AllSame != 1 || got.AllOf != 1 || len(got.Steps) != 4 {
		t.Errorf("all %d of %d, %d steps", got.AllSame, got.AllOf, len(got.Steps))
	}
	near(t, "share", got.Pairs[0].Share().V, 200.0/3, 1e-9)
	if (compare.Pair{}).Share().OK {
		t.Error("a share of nothing")
	}
}

func TestSpearman(t *testing.T) {
	// Worked by hand: ranks 1 2.5 2.5 4 5 and 2 1 4 3 5, sum of products of
	// deviations 6.5, squares 9.5 and 10.
	rho, ok := compare.Spearman([]float64{1, 2, 2, 3, 9}, []float64{20, 10, 40, 30, 50})
	if !ok {
		t.Fatal("none")
	}
	near(t, "rho", rho, 6.5/math.Sqrt(95), 1e-12)
	for name, xy := range map[string][2][]float64{
		"all equal": {{1, 1, 1}, {1, 2, 3}}, "one pair": {{1}, {1}}, "unequal": {{1, 2}, {1}},
	} {
		if _, ok := compare.Spearman(xy[0], xy[1]); ok {
			t.Errorf("%s has a correlation", name)
		}
	}
}

func TestAssociate(t *testing.T) {
	p0 := []figure{{a, "2024-03", 4}, {b, "2024-03", 6}, {c, "2024-03", 8}, {d, "2024-03", 2}, {x, "2024-03", 7}, {north, "2024-03", 5}}
	tpt := []figure{{a, "2024-08", 1}, {b, "2024-08", 3}, {c, "2024-08", 5}, {d, "2024-08", 9}, {north, "2024-08", 4}}
	five := append([]figure{{x, "2024-08", 4}}, tpt...)
	all := []model.RegionCode{a, b, c, d, x, y}
	few, err := compare.Associate(several(model.BetterLower, map[model.IndicatorID][]figure{model.P0: p0, "tpt": tpt}), model.P0, "tpt", all, north, 2024, compare.CutMedian)
	if err != nil || few.OK || few.Rho != 0 || len(few.Points) != 4 {
		t.Errorf("four pairs: %v, OK %v", err, few.OK)
	}
	ds := several(model.BetterLower, map[model.IndicatorID][]figure{model.P0: p0, "tpt": five})
	got, err := compare.Associate(ds, model.P0, "tpt", all, north, 2024, compare.CutMedian)
	if err != nil || !got.OK || !got.Unlike || !cmp.Equal(got.Missing, []model.RegionCode{y}) {
		t.Fatalf("%v %+v", err, got)
	}
	// Ranks of tpt a1 b2 x3 c4 d5, of p0 d1 a2 b3 x4 c5: d^2 = 1+1+1+1+16 = 20.
	near(t, "rho", got.Rho, 1-6*20.0/(5*24), 1e-12)
	if got.Low != -got.High || got.Low > -0.88 {
		t.Errorf("interval %v to %v of five pairs", got.Low, got.High)
	}
	near(t, "cut x", got.CutX.V, 4, 0)
	near(t, "cut y", got.CutY.V, 6, 0)
	want := map[model.RegionCode]compare.Quadrant{a: 4, b: 2, c: 1, d: 3, x: 1}
	for _, p := range got.Points {
		if p.Quadrant != want[p.Region.Code] {
			t.Errorf("%s lies in %d, want %d", p.Region.Code, p.Quadrant, want[p.Region.Code])
		}
	}
	got, _ = compare.Associate(ds, model.P0, "tpt", all, north, 2024, compare.CutProvince)
	near(t, "province's cut", got.CutY.V, 5, 0)
	if got, _ = compare.Associate(ds, model.P0, "tpt", all, "9300", 2024, compare.CutProvince); got.CutX.OK || got.Points[0].Quadrant != 0 {
		t.Error("quadrants without lines")
	}
	if _, err := compare.Associate(ds, model.P0, "nothing", all, north, 2024, 0); !errors.As(err, new(*model.NotFoundError)) {
		t.Errorf("unknown indicator: %v", err)
	}
	if y := compare.NewestPair(ds, model.P0, "tpt", all, 2026); y != 2024 {
		t.Errorf("newest pair %d", y)
	}
}

func TestPriorityCutsTheNumberAtTheMedian(t *testing.T) {
	ds := several(model.BetterLower, map[model.IndicatorID][]figure{
		model.P0:   {{a, "2024-03", 4}, {b, "2024-03", 6}, {c, "2024-03", 8}, {north, "2024-03", 5}},
		model.Poor: {{a, "2024-03", 30}, {b, "2024-03", 10}, {c, "2024-03", 20}, {north, "2024-03", 60}},
	})
	got, err := compare.Priority(ds, []model.RegionCode{a, b, c}, north, 2024, compare.CutProvince)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "number", got.CutX.V, 20, 0)
	near(t, "rate", got.CutY.V, 5, 0)
	for q, want := range map[compare.Quadrant]string{1: "C", 2: "B", 3: "A"} {
		if in := got.In(q); len(in) != 1 || in[0].Name != want {
			t.Errorf("quadrant %d: %v", q, in)
		}
	}
}

func TestPeers(t *testing.T) {
	ds := several(model.BetterLower, map[model.IndicatorID][]figure{
		model.PopulationAdmin: {{d, "2025", 100}, {a, "2025", 400}, {x, "2025", 80}, {b, "2025", 101}, {y, "2024", 100}},
		model.P0:              {{d, "2024-03", 4}, {a, "2024-03", 5}, {b, "2024-03", 9}, {c, "2024-03", 4.5}},
		"ipm":                 {{d, "2024", 70}, {a, "2024", 71}, {b, "2024", 70}, {y, "2024", 70}},
	})
	for g, want := range map[compare.PeerGroup][]model.RegionCode{
		compare.PeersProvince: {d, a, b, c},
		compare.PeersSize:     {d, b, x, a}, // y has no figure of that period
		compare.PeersNearest:  {d, a, b},    // c and y lack an indicator
		"nothing":             {d},
	} {
		if diff := cmp.Diff(want, compare.Peers(ds, g, d)); diff != "" {
			t.Errorf("%s: %s", g, diff)
		}
	}
	if compare.Peers(ds, compare.PeersSize, north) != nil {
		t.Error("a province has peers")
	}
}

// Two regencies of 100 and 300 thousand people: A 10 to 8 percent, B 20 to 20,
// and 100 thousand people more in A. Before 17.5, after 15.2 (200x8 + 300x20 =
// 7600 of 500).
func TestDecompose(t *testing.T) {
	ds := several(model.BetterLower, map[model.IndicatorID][]figure{
		model.P0:   {{x, "2020-03", 10}, {x, "2024-03", 8}, {y, "2020-03", 20}, {y, "2024-03", 20}, {south, "2020-03", 17.5}, {south, "2024-03", 15.3}},
		model.Poor: {{x, "2020-03", 10}, {x, "2024-03", 16}, {y, "2020-03", 60}, {y, "2024-03", 60}},
	})
	got := compare.Decompose(ds, south, per("2020-03"), per("2024-03"))
	if !got.OK {
		t.Fatalf("%+v", got)
	}
	near(t, "total", got.Total(), 15.2-17.5, 1e-9)
	near(t, "within", got.Within, 0.325*-2, 1e-9)
	near(t, "between", got.Between, -1.65, 1e-9) // 0.15 x (9 - 20)
	near(t, "unexplained", got.Unexplained().V, 0.1, 1e-9)
	sum := 0.0
	for _, s := range got.Shares {
		sum += s.Points()
	}
	near(t, "parts", sum, got.Total(), 1e-12)
	if got := compare.Decompose(ds, north, per("2020-03"), per("2024-03")); got.OK || len(got.Missing) != 4 || got.Shares != nil {
		t.Errorf("a province with gaps: %+v", got)
	}
}

func TestConverge(t *testing.T) {
	all := []model.RegionCode{a, b, c, d, x}
	var fs []figure
	for i, r := range all {
		v := float64(2 + 2*i)
		fs = append(fs, figure{r, "2020-03", v}, figure{r, "2022-03", v * 0.8}, figure{r, "2024-03", v * 0.6})
	}
	ds := several(model.BetterLower, map[model.IndicatorID][]figure{model.P0: fs})
	got := compare.Converge(ds, model.P0, append(all, y), per("2020-03"), per("2024-03"))
	if !got.OK || got.N != 5 || len(got.Sigma) != 3 {
		t.Fatalf("%+v", got)
	}
	near(t, "beta", got.Beta, -0.1, 1e-12) // -0.4 v / 4 years
	near(t, "low", got.BetaLow, -0.1, 1e-9)
	near(t, "sd", got.Sigma[0].SD, math.Sqrt(10), 1e-12)
	near(t, "sd after", got.Sigma[2].SD, 0.6*math.Sqrt(10), 1e-12)
	near(t, "cv stays", got.Sigma[2].CV, got.Sigma[0].CV, 1e-12)
	if got := compare.Converge(ds, model.P0, all[:4], per("2020-03"), per("2024-03")); got.OK {
		t.Error("four regions are said to converge")
	}
	// y = 1 2 4 5 5 on x = 0..4: slope 1.1, rest 1.1, t(3) 3.182446.
	fs = nil
	for i, v := range []float64{1, 2, 4, 5, 5} {
		fs = append(fs, figure{all[i], "2020-03", float64(i)}, figure{all[i], "2021-03", float64(i) + v})
	}
	got = compare.Converge(several(model.BetterLower, map[model.IndicatorID][]figure{model.P0: fs}), model.P0, all, per("2020-03"), per("2021-03"))
	half := 3.182446 * math.Sqrt(1.1/3/10)
	near(t, "slope", got.Beta, 1.1, 1e-12)
	near(t, "low", got.BetaLow, 1.1-half, 1e-5)
	near(t, "high", got.BetaHigh, 1.1+half, 1e-5)
}

func TestDiffer(t *testing.T) {
	one, err := compare.FromSample(3.52, 640, 1.5)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "SE", one.SE.V, 100*math.Sqrt(1.5*0.0352*0.9648/640), 1e-12)
	two, _ := compare.FromRSE(3.62, 25)
	near(t, "SE of RSE", two.SE.V, 0.905, 1e-12)
	got := compare.Differ(two, one, 0.95)
	near(t, "points", got.Points, 0.1, 1e-12)
	near(t, "high", got.High, 0.1+1.959964*math.Hypot(one.SE.V, two.SE.V), 1e-6)
	if got.Beyond() || !got.Known {
		t.Errorf("%+v", got)
	}
	got = compare.Differ(compare.Estimate{Value: 3.62}, one, 0)
	if got.Known || got.Beyond() {
		t.Error("an unknown standard error was taken for zero")
	}
	near(t, "needed RSE", got.NeededRSE.V, 100*0.1/(1.959964*math.Hypot(3.62, 3.52)), 1e-6)
	a, _ := compare.FromRSE(3, got.NeededRSE.V)
	b, _ := compare.FromRSE(3, got.NeededRSE.V)
	if compare.Differ(a, b, 0.95).NeededRSE.OK {
		t.Error("no difference needs no survey")
	}
	for name, err := range map[string]error{
		"negative": second(compare.FromRSE(1, -1)), "no number": second(compare.FromRSE(1, math.NaN())),
		"no sample": second(compare.FromSample(3, 0, 1)), "no effect": second(compare.FromSample(3, 10, 0)), "rate 0": second(compare.FromSample(0, 10, 1)),
	} {
		if !errors.Is(err, compare.ErrUncertainty) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func second(_ compare.Estimate, err error) error { return err }

func TestPropertiesOfSpearman(t *testing.T) {
	x := []float64{3, 1, 4, 1.5, 9, 2.6}
	up := make([]float64, len(x))
	down := make([]float64, len(x))
	for i, v := range x {
		up[i], down[i] = math.Exp(v), -v*v*v
	}
	for want, y := range map[float64][]float64{1: up, -1: down} {
		if rho, ok := compare.Spearman(x, y); !ok || math.Abs(rho-want) > 1e-12 {
			t.Errorf("a rising or falling curve gives %v, want %v", rho, want)
		}
	}
}
