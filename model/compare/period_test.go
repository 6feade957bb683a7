package compare_test

import (
	"testing"

	"rakor/model"
	"rakor/model/compare"
)

func TestNewestCommon(t *testing.T) {
	later := func(fs ...figure) []figure { return append(meeting().figures, fs...) }
	tests := []struct {
		name    string
		figures []figure
		home    model.RegionCode
		want    string
	}{
		{"newest March of all", meeting().figures, d, "2025-03"},
		{"three of four sisters are enough", later(march("2026", 8, 5, 5, 7)[0], march("2026", 8, 5, 5, 7)[1], figure{a, "2026-03", 1}, figure{b, "2026-03", 1}, figure{d, "2026-03", 1}), d, "2026-03"},
		{"two of four are not", later(figure{model.Nation, "2026-03", 8}, figure{north, "2026-03", 5}, figure{a, "2026-03", 1}, figure{d, "2026-03", 1}), d, "2025-03"},
		{"home must have it", later(march("2026", 8, 5, 5, 7, 3)...), d, "2025-03"},
		{"the nation must have it", later(march("2026", 8, 5, 5, 7, 3, 2)[1:]...), d, "2025-03"},
		{"September does not count beside March", later(
			figure{a, "2025-09", 1}, figure{b, "2025-09", 1}, figure{c, "2025-09", 1}, figure{d, "2025-09", 1}), d, "2025-03"},
		{"whole years where there is no March", []figure{
			{model.Nation, "2024", 1}, {north, "2024", 1}, {a, "2024", 1}, {b, "2024", 1}, {c, "2024", 1}, {d, "2024", 1}, {d, "2025", 1},
		}, d, "2024"},
		{"a nation without any figure is not waited for", []figure{
			{north, "2024-03", 1}, {a, "2024-03", 1}, {b, "2024-03", 1}, {c, "2024-03", 1}, {d, "2024-03", 1}, {d, "2025-03", 1},
		}, d, "2024-03"},
		{"nothing shared: the newest of home", []figure{{d, "2020-03", 1}, {north, "2022-03", 1}}, d, "2020-03"},
		{"nothing of home: what province and nation share", []figure{{model.Nation, "2021", 1}, {north, "2021", 1}, {model.Nation, "2022", 1}}, d, "2021"},
		{"nothing of all: the newest of the series", []figure{{x, "2020-03", 1}, {x, "2021-03", 1}}, d, "2021-03"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := compare.NewestCommon(sample{figures: tt.figures}.build(), "rate", tt.home)
			if !ok || got != per(tt.want) {
				t.Errorf("%v %v, want %s", got, ok, tt.want)
			}
		})
	}
	if _, ok := compare.NewestCommon(sample{}.build(), "rate", d); ok {
		t.Error("a period of an empty series")
	}
	if _, ok := compare.NewestCommon(sample{}.build(), "nothing", d); ok {
		t.Error("a period of an unknown indicator")
	}
}

func TestStepPeriod(t *testing.T) {
	s, err := meeting().build().Series("rate")
	if err != nil {
		t.Fatal(err)
	}
	all := []model.RegionCode{model.Nation, north, a, b, c, d}
	tests := []struct {
		name    string
		regions []model.RegionCode
		from    string
		by      int
		want    string
	}{
		{"back", all, "2025-03", -1, "2024-03"},
		{"stops at the first", all, "2025-03", -9, "2023-03"},
		{"stops at the last, over a round that few have", all, "2025-03", 1, "2025-03"},
		{"a region alone walks over all it has", []model.RegionCode{north}, "2025-03", 1, "2025-09"},
		{"from a period between, forwards", all, "2023-09", 1, "2024-03"},
		{"from a period between, backwards", all, "2023-09", -1, "2023-03"},
		{"from beyond the end, backwards", all, "2030", -1, "2025-03"},
		{"from beyond the end, forwards", all, "2030", 1, "2025-03"},
		{"from before the beginning", all, "1990", -1, "2023-03"},
		{"not at all", all, "2024-03", 0, "2024-03"},
		{"far", all, "2023-03", 1 << 62, "2025-03"},
		{"far back", all, "2025-03", -1 << 62, "2023-03"},
		{"regions without figures stay", []model.RegionCode{x, y}, "2024-03", 1, "2024-03"},
		{"regions without figures are not counted", append([]model.RegionCode{x, y, district, south, "?", "!"}, all...), "2025-03", -1, "2024-03"},
		{"no regions", nil, "2024-03", 1, "2024-03"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := compare.StepPeriod(s, tt.regions, per(tt.from), tt.by); got != per(tt.want) {
				t.Errorf("%v, want %s", got, tt.want)
			}
		})
	}
}

// A province that was split: the figure of the whole is that of the part once
// the part has figures of its own.
func TestProvinceAtFollowsASplit(t *testing.T) {
	const old, young, town = model.RegionCode("9400"), model.RegionCode("9500"), model.RegionCode("9401")
	ind := model.Indicator{ID: "rate", Decimals: 2, Unit: model.UnitPercent}
	var obs []model.Observation
	add := func(r model.RegionCode, p string, v float64) {
		obs = append(obs, model.Observation{Region: r, Indicator: "rate", Period: per(p), Reading: model.Reading{Value: v, Sources: []model.SourceID{"x"}}})
	}
	add(old, "2023-03", 26)
	add(old, "2024-03", 17)
	add(young, "2024-03", 18)
	add(town, "2023-03", 10)
	add(town, "2024-03", 11)
	ds := model.NewDataset(model.Parts{
		Indicators: []model.Indicator{ind},
		Regions: []model.Region{
			{Code: old, Kemendagri: "91", Level: model.LevelProvince, Parent: model.Nation},
			{Code: young, Kemendagri: "93", Level: model.LevelProvince, Parent: model.Nation},
			{Code: town, Kemendagri: "93.01", Level: model.LevelRegency, Parent: old},
		},
		Series: func(model.IndicatorID) (*model.Series, error) { return model.NewSeries(ind, obs), nil },
	})
	s, err := ds.Series("rate")
	if err != nil {
		t.Fatal(err)
	}
	for p, want := range map[string]model.RegionCode{"2023-03": old, "2024-03": young} {
		if got, ok := compare.ProvinceAt(ds, s, town, per(p)); !ok || got.Code != want {
			t.Errorf("%s: %v %v, want %s", p, got.Code, ok, want)
		}
		res := must(t, ds, compare.Request{Picks: picks(town), Period: per(p), Position: true})
		v, _ := s.Value(want, per(p))
		if d := res.Rows[0].ToProvince; !d.OK || d.V != res.Rows[0].Observation.Value-v {
			t.Errorf("%s: distance %v, want that to %s", p, d, want)
		}
	}
}
