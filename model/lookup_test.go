package model_test

import (
	"slices"
	"testing"

	"rakor/model"
)

func TestNearestRegionsAndIndicators(t *testing.T) {
	ds := model.NewDataset(model.Parts{
		Regions: []model.Region{
			{Code: "0000", Level: model.LevelNation, Name: "Indonesia"},
			{Code: "6200", Kemendagri: "62", Level: model.LevelProvince, Name: "Kalimantan Tengah", Parent: "0000"},
			{Code: "6206", Kemendagri: "62.08", Level: model.LevelRegency, Name: "Kabupaten Sukamara", Parent: "6200"},
			{Code: "6209", Kemendagri: "62.06", Level: model.LevelRegency, Name: "Kabupaten Katingan", Parent: "6200"},
			{Code: "6271", Kemendagri: "62.71", Level: model.LevelCity, Name: "Kota Palangka Raya", Parent: "6200"},
			{Code: "7500", Kemendagri: "75", Level: model.LevelProvince, Name: "Gorontalo", Parent: "0000"},
			{Code: "7501", Kemendagri: "75.01", Level: model.LevelRegency, Name: "Kabupaten Gorontalo", Parent: "7500"},
		},
		Indicators: []model.Indicator{
			{ID: "p0", Name: model.Text{ID: "Persentase penduduk miskin", EN: "Poverty rate"}, Short: model.Text{ID: "P0", EN: "P0"}},
			{ID: "tpt", Name: model.Text{ID: "Tingkat pengangguran terbuka", EN: "Open unemployment rate"}, Short: model.Text{ID: "TPT", EN: "Unemployment"}},
		},
	})
	regions := map[string][]string{
		"palangkaraya":       {"6271"},         // a space forgotten
		"Palangka":           {"6271"},         // the beginning of a name
		"62.06":              {"6209"},         // of Kemendagri, where BPS means another
		"kota palangka raya": {"6271"},         // in full
		"6270":               {"6271"},         // a digit wrong
		"gorontalo":          {"7500", "7501"}, // two of a name: both
		"tengah":             {"6200"},         // within a name
	}
	for asked, want := range regions {
		got := ds.NearestRegions(asked, 3)
		if len(got) > 3 || len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
			t.Errorf("NearestRegions(%q) = %q, want %q first", asked, got, want)
		}
	}
	for asked, want := range map[string]string{"P00": "p0", "pengangguran": "tpt", "poverty": "p0", "unemploy": "tpt", "tpk": "tpt"} {
		if got := ds.NearestIndicators(asked, 2); len(got) == 0 || got[0] != want {
			t.Errorf("NearestIndicators(%q) = %q, want %q first", asked, got, want)
		}
	}
	if got := ds.NearestRegions("", 3); len(got) > 3 {
		t.Errorf("NearestRegions of nothing = %q", got)
	}
}
