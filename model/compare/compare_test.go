package compare_test

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model"
	"rakor/model/compare"
)

// meeting is the shape of the sentence that mixes years: city and nation of
// the later round, province of the earlier one.
func meeting() sample {
	return sample{better: model.BetterLower, figures: join(
		march("2023", 9.5, 5.25, 4, 6, 3, 2),
		march("2024", 9, 5.5, 4.5, 6.5, 3, 2.5),
		march("2025", 8.5, 5.75, 5, 7, 3, 2.75),
		[]figure{{model.Nation, "2025-09", 8.25}, {north, "2025-09", 5}},
	)}
}

func TestRowsTellPeriodAndSource(t *testing.T) {
	res := must(t, meeting().build(), compare.Request{Picks: picks(d, north, model.Nation), Period: per("2024-03")})
	if len(res.Notes) != 0 {
		t.Errorf("notes of a fair comparison: %+v", res.Notes)
	}
	want := []float64{2.5, 5.5, 9}
	for i, r := range res.Rows {
		if !r.OK || r.Observation.Value != want[i] || r.Period != per("2024-03") {
			t.Errorf("row %d: %v %v %v", i, r.OK, r.Observation.Value, r.Period)
		}
		if len(r.Observation.Sources) == 0 {
			t.Errorf("row %d has no source", i)
		}
	}
	if !res.Alike.IsZero() {
		t.Errorf("a fair comparison offers %v instead", res.Alike)
	}
}

func TestDefaultPeriodIsTheNewestAllHave(t *testing.T) {
	res := must(t, meeting().build(), compare.Request{Picks: picks(d, north, model.Nation)})
	n, ok := res.Note(compare.PeriodChosen)
	if !ok || n.Period != per("2025-03") || res.Period != per("2025-03") {
		t.Errorf("chosen %v (%v), period %v; want 2025-03", n.Period, ok, res.Period)
	}
	if _, ok := res.Note(compare.PeriodMismatch); ok {
		t.Error("mismatch noted where all have the round")
	}
	res = must(t, meeting().build(), compare.Request{Picks: picks(north, model.Nation)})
	if res.Period != per("2025-09") {
		t.Errorf("province and nation alone: %v, want 2025-09", res.Period)
	}
}

func TestDefaultPeriodWithoutCommonRound(t *testing.T) {
	s := sample{figures: []figure{{a, "2024-03", 1}, {b, "2023-03", 2}, {c, "2024-03", 3}}}
	res := must(t, s.build(), compare.Request{Picks: picks(a, b, c)})
	if _, ok := res.Note(compare.PeriodChosen); ok {
		t.Error("a common period was chosen where there is none")
	}
	n, ok := res.Note(compare.PeriodMismatch)
	if !ok || !cmp.Equal(n.Regions, []model.RegionCode{b}) {
		t.Errorf("mismatch %v %v, want that of b", ok, n.Regions)
	}
	if r, _ := res.Row(b); r.Rank != 0 || r.Observation.Value != 2 {
		t.Errorf("b: rank %d, value %v; want its newest, unranked", r.Rank, r.Observation.Value)
	}
	if r, _ := res.Row(a); r.RankOf != 2 {
		t.Errorf("a is ranked among %d, want 2", r.RankOf)
	}
}

func TestRegionsWithoutAnyFigureHaveNoSayInThePeriod(t *testing.T) {
	res := must(t, meeting().build(), compare.Request{Picks: picks(d, district)})
	if res.Period != per("2025-03") {
		t.Errorf("period %v, want 2025-03", res.Period)
	}
	if n, ok := res.Note(compare.Missing); !ok || !cmp.Equal(n.Regions, []model.RegionCode{district}) {
		t.Errorf("missing: %v %v", ok, n.Regions)
	}
}

func TestMeetingSentenceIsNotedAndLikeForLikeOffered(t *testing.T) {
	req := compare.Request{Picks: []compare.Pick{
		{Region: d, Period: per("2024-03")},
		{Region: north, Period: per("2023-03")},
		{Region: model.Nation, Period: per("2024-03")},
	}}
	ds := meeting().build()
	res := must(t, ds, req)
	n, ok := res.Note(compare.PeriodMismatch)
	if !ok || !cmp.Equal(n.Regions, []model.RegionCode{north}) || n.Period != per("2024-03") {
		t.Errorf("mismatch %v: %v from %v", ok, n.Regions, n.Period)
	}
	if _, ok := res.Note(compare.RoundMismatch); ok {
		t.Error("two rounds of March are noted as different rounds")
	}
	if _, ok := res.Note(compare.PeriodChosen); ok {
		t.Error("a chosen period is noted although every region has its own")
	}
	if res.Alike != per("2024-03") {
		t.Fatalf("offer %v, want 2024-03", res.Alike)
	}
	req = compare.Request{Picks: picks(d, north, model.Nation), Period: res.Alike}
	if res = must(t, ds, req); len(res.Notes) != 0 {
		t.Errorf("the offer itself is noted: %+v", res.Notes)
	}
}

func TestRoundsOfAYear(t *testing.T) {
	s := sample{figures: []figure{
		{a, "2024-03", 1},
		{a, "2024-09", 2},
		{b, "2024-09", 3},
		{c, "2024", 4},
		{d, "2024", 5},
		{d, "2024-09", 6},
	}}
	res := must(t, s.build(), compare.Request{Picks: picks(a, b, c, d), Period: per("2024")})
	want := map[model.RegionCode]struct {
		p string
		v float64
	}{a: {"2024-03", 1}, b: {"2024-09", 3}, c: {"2024", 4}, d: {"2024", 5}}
	for _, r := range res.Rows {
		if w := want[r.Region.Code]; r.Observation.Value != w.v || r.Period != per(w.p) {
			t.Errorf("%s: %v of %v, want %v of %v", r.Region.Code, r.Observation.Value, r.Period, w.v, w.p)
		}
	}
	if res.Period != per("2024") {
		t.Errorf("period %v, want that of two of the rows, 2024", res.Period)
	}
	n, ok := res.Note(compare.RoundMismatch)
	if !ok || !cmp.Equal(n.Regions, []model.RegionCode{a, b}) {
		t.Errorf("round mismatch %v %v, want a and b", ok, n.Regions)
	}
}

func TestNotes(t *testing.T) {
	from := model.Break{Indicators: []model.IndicatorID{"rate"}, Regions: []model.RegionCode{b}, From: per("2024-03"), What: model.Text{EN: "new"}}
	disputed := figure{a, "2024-03", 1}
	s := sample{
		figures: []figure{
			disputed,
			{b, "2023-03", 2},
			{b, "2024-03", 2},
			{c, "2023-03", 2},
			{c, "2024-03", 3},
			{d, "2024-03", 4},
			{x, "2024-03", 4},
		},
		breaks: []model.Break{from},
		others: map[figure][]float64{disputed: {1.5}},
		sources: map[model.RegionCode]model.SourceID{
			d: "press",
			x: "office",
		},
	}
	res := must(t, s.build(), compare.Request{
		Period: per("2024-03"),
		Picks: []compare.Pick{
			{Region: a},
			{Region: b, Period: per("2023-03")},
			{Region: c, Period: per("2023-03")},
			{Region: d},
			{Region: x},
			{Region: y},
		},
	})
	want := []compare.Note{
		{Code: compare.PeriodMismatch, Regions: []model.RegionCode{b, c}, Period: per("2024-03")},
		{Code: compare.SeriesBreak, Regions: []model.RegionCode{b}, Period: per("2024-03"), Breaks: []model.Break{from}},
		{Code: compare.Missing, Regions: []model.RegionCode{y}, Period: per("2024-03")},
		{Code: compare.SecondarySource, Regions: []model.RegionCode{a, d}, Period: per("2024-03"), Disputed: []model.RegionCode{a}},
	}
	if diff := cmp.Diff(want, res.Notes); diff != "" {
		t.Error(diff)
	}
}

func TestRank(t *testing.T) {
	figures := march("2024", 9, 5, 4.001, 6, 3.999, 2)
	tests := []struct {
		name   string
		better model.Direction
		want   map[model.RegionCode]int
	}{
		{"lower is better", model.BetterLower, map[model.RegionCode]int{d: 1, a: 2, c: 2, b: 4}},
		{"higher is better", model.BetterHigher, map[model.RegionCode]int{b: 1, a: 2, c: 2, d: 4}},
		{"neither: the larger first", model.BetterNone, map[model.RegionCode]int{b: 1, a: 2, c: 2, d: 4}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := sample{better: tt.better, figures: figures}
			res := must(t, s.build(), compare.Request{Picks: picks(a, model.Nation, b, c, north, d, y), Period: per("2024-03")})
			for _, r := range res.Rows {
				if r.Rank != tt.want[r.Region.Code] {
					t.Errorf("%s: rank %d, want %d", r.Region.Code, r.Rank, tt.want[r.Region.Code])
				}
				if of := r.RankOf; r.Rank > 0 && of != 4 || r.Rank == 0 && of != 0 {
					t.Errorf("%s: among %d", r.Region.Code, of)
				}
			}
		})
	}
}

// Ranks do not depend on the order of the call, and the number of regions
// ranked better than one is its rank less one.
func TestRankProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	locals := []model.RegionCode{a, b, c, d, x, y}
	for range 200 {
		var s sample
		s.better = model.BetterLower
		for _, r := range locals {
			if rng.IntN(5) > 0 {
				s.figures = append(s.figures, figure{r, "2024-03", float64(rng.IntN(4)) / 100})
			}
		}
		s.figures = append(s.figures, figure{model.Nation, "2024-03", 1})
		ds := s.build()
		one := must(t, ds, compare.Request{Picks: picks(locals...), Period: per("2024-03")})
		mixed := append([]model.RegionCode(nil), locals...)
		rng.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		two := must(t, ds, compare.Request{Picks: picks(mixed...), Period: per("2024-03")})
		for _, r := range one.Rows {
			q, _ := two.Row(r.Region.Code)
			if r.Rank != q.Rank {
				t.Fatalf("rank %d, after shuffling %d", r.Rank, q.Rank)
			}
			better := 0
			for _, o := range one.Rows {
				if r.OK && o.OK && o.Observation.Value < r.Observation.Value {
					better++
				}
			}
			if r.OK && r.Rank != better+1 {
				t.Fatalf("rank %d with %d better", r.Rank, better)
			}
		}
	}
}

func TestPosition(t *testing.T) {
	s := sample{better: model.BetterLower, figures: append(march("2024", 9, 5, 4, 6, 3.52, 3.62), figure{x, "2024-03", 4})}
	res := must(t, s.build(), compare.Request{Picks: picks(d, a, x, north, model.Nation), Period: per("2024-03"), Position: true})
	type pos struct{ Province, Nation, Percentile model.Maybe[float64] }
	k, none := model.Known[float64], model.Maybe[float64]{}
	want := map[model.RegionCode]pos{
		d:            {k(-1.38), k(-5.38), k(25)},   // c below, a, b and x above
		a:            {k(-1), k(-5), k(100 * .625)}, // c and d below, x alike, b above
		x:            {none, k(-5), k(100 * .625)},  // its province has no figure
		north:        {none, k(-4), none},
		model.Nation: {none, none, none},
	}
	for _, r := range res.Rows {
		got := pos{r.ToProvince, r.ToNation, r.Percentile}
		if diff := cmp.Diff(want[r.Region.Code], got); diff != "" {
			t.Errorf("%s: %s", r.Region.Code, diff)
		}
	}
	for _, r := range must(t, s.build(), compare.Request{Picks: picks(d), Period: per("2024-03")}).Rows {
		if r.ToProvince.OK || r.ToNation.OK || r.Percentile.OK {
			t.Error("position without being asked for")
		}
	}
}

// A row of a period of its own is set against the province of that period.
func TestPositionKeepsToThePeriodOfTheRow(t *testing.T) {
	res := must(t, meeting().build(), compare.Request{
		Picks:  []compare.Pick{{Region: d, Period: per("2023-03")}, {Region: a}},
		Period: per("2025-03"), Position: true,
	})
	if got := res.Rows[0].ToProvince; !got.OK || got.V != 2-5.25 {
		t.Errorf("distance %v, want that of 2023", got)
	}
}

func TestCompareRefuses(t *testing.T) {
	ds := meeting().build()
	t.Run("indicator", func(t *testing.T) {
		_, err := compare.Compare(ds, compare.Request{Indicator: "rat", Picks: picks(a)})
		if nf := notFound(t, err, "indicator"); len(nf.Nearest) == 0 || nf.Nearest[0] != "rate" {
			t.Errorf("nearest %v", nf.Nearest)
		}
	})
	t.Run("region", func(t *testing.T) {
		_, err := compare.Compare(ds, compare.Request{Indicator: "rate", Picks: picks(a, "9172")})
		nf := notFound(t, err, "region")
		if nf.Name != "9172" || len(nf.Nearest) == 0 || nf.Nearest[0] != string(d) {
			t.Errorf("%q, nearest %v; want 9171 first", nf.Name, nf.Nearest)
		}
	})
	t.Run("period without any figure", func(t *testing.T) {
		_, err := compare.Compare(ds, compare.Request{Indicator: "rate", Picks: picks(a), Period: per("2024-04")})
		nf := notFound(t, err, "period")
		if nf.Name != "2024-04" || len(nf.Nearest) == 0 || nf.Nearest[0] != "2024-03" {
			t.Errorf("%q, nearest %v; want 2024-03 first", nf.Name, nf.Nearest)
		}
	})
	t.Run("year without any figure", func(t *testing.T) {
		_, err := compare.Compare(ds, compare.Request{Indicator: "rate", Picks: picks(a), Period: per("1999")})
		_ = notFound(t, err, "period")
	})
	t.Run("own period without any figure", func(t *testing.T) {
		_, err := compare.Compare(ds, compare.Request{Indicator: "rate", Picks: []compare.Pick{{Region: a, Period: per("2030-03")}}})
		_ = notFound(t, err, "period")
	})
	t.Run("malformed period", func(t *testing.T) {
		for _, p := range []model.Period{{Year: 2024, Month: 13}, {Year: 2024, Month: -1}, {Month: 3}, {Year: 20240}} {
			_, err := compare.Compare(ds, compare.Request{Indicator: "rate", Picks: picks(a), Period: p})
			if !errors.Is(err, model.ErrPeriod) {
				t.Errorf("%+v: %v", p, err)
			}
		}
	})
	t.Run("no region", func(t *testing.T) {
		_, err := compare.Compare(ds, compare.Request{Indicator: "rate"})
		if !errors.Is(err, compare.ErrNoRegion) {
			t.Error(err)
		}
	})
	t.Run("broken series", func(t *testing.T) {
		broken := errors.New("broken")
		_, err := compare.Compare(sample{fails: broken}.build(), compare.Request{Indicator: "rate", Picks: picks(a)})
		if !errors.Is(err, broken) {
			t.Error(err)
		}
	})
}

// A period that only some regions lack is missing, never an error and never
// zero.
func TestMissingIsNotZero(t *testing.T) {
	res := must(t, meeting().build(), compare.Request{Picks: picks(d, north), Period: per("2025-09")})
	r, _ := res.Row(d)
	if r.OK || r.Rank != 0 || r.Period != per("2025-09") {
		t.Errorf("%+v", r)
	}
	if n, ok := res.Note(compare.Missing); !ok || !cmp.Equal(n.Regions, []model.RegionCode{d}) {
		t.Errorf("missing: %v %v", ok, n)
	}
}

// A region named twice for one period is one row; for two periods it is two, so
// that it can be set against itself.
func TestRegionNamedTwice(t *testing.T) {
	res := must(t, meeting().build(), compare.Request{Picks: []compare.Pick{
		{Region: d, Period: per("2023-03")}, {Region: a}, {Region: d}, {Region: d, Period: per("2023-03")},
	}})
	if len(res.Rows) != 3 || res.Rows[2].Region.Code != d || res.Rows[2].Own || res.Rows[0].Region.Code != d || res.Rows[0].Period != per("2023-03") {
		t.Errorf("%+v", res.Rows)
	}
}

func TestOfferWithoutCommonPeriodIsNone(t *testing.T) {
	s := sample{figures: []figure{{a, "2024-03", 1}, {b, "2023-03", 2}}}
	if res := must(t, s.build(), compare.Request{Picks: picks(a, b)}); !res.Alike.IsZero() {
		t.Errorf("offer %v where no period is shared", res.Alike)
	}
}

func TestOfferDoesNotRunAheadOfWhatIsShown(t *testing.T) {
	res := must(t, meeting().build(), compare.Request{Picks: []compare.Pick{
		{Region: a, Period: per("2024-03")}, {Region: b, Period: per("2023-03")},
	}})
	if res.Alike != per("2024-03") {
		t.Errorf("offer %v, want 2024-03 although 2025-03 is shared too", res.Alike)
	}
}
