package lang_test

import (
	"strings"
	"testing"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/lang"
)

func scene(unit model.Unit, better model.Direction) lang.Scene {
	decimals := 2
	if unit == model.UnitRupiahMonth {
		decimals = 0
	}
	names := map[model.RegionCode]string{"A": "Kota A", "P": "Provinsi P", "N": "Indonesia", "B": "Kabupaten B", "C": "Kabupaten C"}
	return lang.Scene{
		Indicator: model.Indicator{Short: model.Text{ID: "P0", EN: "P0"}, Unit: unit, Better: better, Decimals: decimals},
		Name:      func(c model.RegionCode) string { return names[c] },
	}
}

func march(y model.Year) model.Period { return model.Period{Year: y, Month: 3} }

// facts is one of every rule, as compare gives them.
func facts() map[compare.Rule]compare.Fact {
	out := map[compare.Rule]compare.Fact{
		compare.RuleUnlike:          {Regions: []model.RegionCode{"P", "B", "C"}, To: march(2024), Offer: march(2024)},
		compare.RuleNoFigure:        {To: march(2026), From: march(2025)},
		compare.RuleLevel:           {To: march(2025), Now: 4.5},
		compare.RuleChange:          {From: march(2024), To: march(2025), Was: 4.25, Now: 4.5, Diff: 0.25, Better: -1},
		compare.RuleSmallChange:     {From: march(2024), To: march(2025), Was: 4.49, Now: 4.5, Diff: 0.01},
		compare.RuleGapBefore:       {Years: []model.Year{2019, 2020, 2022}},
		compare.RuleBroken:          {From: march(2020), To: march(2021), Break: model.Break{What: model.Text{ID: "basis berganti", EN: "the base changed"}}},
		compare.RuleFirstRound:      {From: model.Period{Year: 2014, Month: 9}, To: march(2015)},
		compare.RuleToProvince:      {Other: "P", Diff: -1.5},
		compare.RuleToNation:        {Other: "N", Diff: 2.25},
		compare.RuleSmallGap:        {Other: "N", Diff: 0.01},
		compare.RuleRank:            {N: 2, Of: 14, To: march(2025)},
		compare.RuleTarget:          {From: march(2025), To: model.Period{Year: 2026}, Was: 4, Now: 4.5, Diff: 0.5, Better: -1},
		compare.RuleNoSamplingError: {Local: true},
		compare.RuleDisputed:        {To: march(2025), Now: 4.5, Was: 4.75, N: 1},
		compare.RuleGaps:            {Years: []model.Year{2011}},
		compare.RuleRounds:          {Years: []model.Year{2012, 2015}},
	}
	for r, f := range out {
		f.Rule, f.Region = r, "A"
		out[r] = f
	}
	return out
}

func only(rs ...compare.Rule) []compare.Fact {
	var out []compare.Fact
	for _, r := range rs {
		out = append(out, facts()[r])
	}
	return out
}

func TestSentence(t *testing.T) {
	sc := scene(model.UnitPercent, model.BetterLower)
	all := only(compare.RuleLevel, compare.RuleChange, compare.RuleToProvince, compare.RuleToNation, compare.RuleRank)
	equal := only(compare.RuleLevel, compare.RuleChange, compare.RuleToProvince)
	equal[1].Diff, equal[2].Diff = 0, 0
	unseen := only(compare.RuleLevel, compare.RuleToProvince)
	unseen[1].Unseen, unseen[1].Was = true, 6
	tied := only(compare.RuleLevel, compare.RuleRank)
	tied[1].Tied = true
	tests := []struct {
		name   string
		l      lang.Lang
		fs     []compare.Fact
		length lang.Length
		want   string
	}{
		{"all", lang.Indonesian, all, lang.Full, "Kota A 4,50 % pada Maret 2025: naik 0,25 poin dari Maret 2024 (4,25 %); 1,50 poin di bawah Provinsi P dan 2,25 poin di atas Indonesia; urutan 2 dari 14 kabupaten/kota (terendah dulu)."},
		{"all", lang.English, all, lang.Full, "Kota A 4.50% in March 2025: up 0.25 points from March 2024 (4.25%); 1.50 points below Provinsi P and 2.25 points above Indonesia; place 2 of 14 regencies and cities (lowest first)."},
		{"short", lang.Indonesian, all, lang.Short, "Kota A 4,50 % pada Maret 2025: naik 0,25 poin dari Maret 2024 (4,25 %); urutan 2 dari 14 kabupaten/kota (terendah dulu)."},
		{"terse", lang.Indonesian, all, lang.Terse, "Kota A naik 0,25 poin; urutan 2 dari 14."},
		{"terse without change and rank", lang.Indonesian, all[:1], lang.Terse, "Kota A 4,50 % pada Maret 2025."},
		{"level alone", lang.Indonesian, all[:1], lang.Full, "Kota A 4,50 % pada Maret 2025."},
		{"equal", lang.Indonesian, equal, lang.Full, "Kota A 4,50 % pada Maret 2025: sama dengan Maret 2024 (4,25 %); sama dengan Provinsi P."},
		{"other side not on screen", lang.Indonesian, unseen, lang.Full, "Kota A 4,50 % pada Maret 2025: 1,50 poin di bawah Provinsi P (6,00 %)."},
		{"tie", lang.English, tied, lang.Full, "Kota A 4.50% in March 2025: place 2 of 14 regencies and cities (lowest first, shared)."},
		{"no figure", lang.Indonesian, only(compare.RuleNoFigure), lang.Full, "Tidak ada angka P0 Kota A untuk Maret 2026; yang terbaru Maret 2025."},
		{"nothing", lang.Indonesian, nil, lang.Full, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name+"-"+tt.l.Code(), func(t *testing.T) {
			if got := tt.l.Sentence(tt.fs, sc, tt.length); got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
		})
	}
}

// Every rule has words in both languages, in the sentence or beside it; none of
// them claims significance or judges.
func TestEveryRuleHasWords(t *testing.T) {
	sc := scene(model.UnitPercent, model.BetterLower)
	for _, r := range compare.Rules() {
		f, ok := facts()[r]
		if !ok {
			t.Errorf("rule %d is not tested", r)
		}
		for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
			said := l.Say(f, sc)
			if said == "" {
				fs := append(only(compare.RuleLevel), f)
				said = l.Sentence(fs, sc, lang.Full)
				if r != compare.RuleLevel && said == l.Sentence(only(compare.RuleLevel), sc, lang.Full) {
					t.Errorf("rule %d has no words in %s", r, l.Code())
				}
			}
			for _, claim := range []string{"signifi", "terbukti", "pasti", "proved", "surely", "membaik", "memburuk"} {
				if strings.Contains(strings.ToLower(said), claim) {
					t.Errorf("rule %d claims too much: %s", r, said)
				}
			}
		}
	}
}

func TestSay(t *testing.T) {
	sc := scene(model.UnitPercent, model.BetterLower)
	reached := facts()[compare.RuleTarget]
	reached.Better = 1
	province := facts()[compare.RuleNoSamplingError]
	province.Local = false
	tests := []struct {
		f    compare.Fact
		want string
	}{
		{facts()[compare.RuleUnlike], "Angka di layar ini tidak sejenis: Provinsi P dan 2 wilayah lain bukan Maret 2024. Banding setara ada untuk Maret 2024."},
		{facts()[compare.RuleSmallChange], "Perubahan 0,01 poin sebesar pembulatan angka terbit: mungkin tidak ada perubahan."},
		{facts()[compare.RuleGapBefore], "Di antara kedua angka itu tidak ada data: 2019-2020, 2022."},
		{facts()[compare.RuleBroken], "Tidak dibandingkan dengan Maret 2020: basis berganti"},
		{facts()[compare.RuleTarget], "Sasaran 2026: 4,00 %, masih 0,50 poin lagi."},
		{reached, "Sasaran 2026: 4,00 %, sudah tercapai oleh angka Maret 2025."},
		{facts()[compare.RuleNoSamplingError], "Galat sampel Kota A tidak diterbitkan: tidak dapat dikatakan apakah selisih ini nyata."},
		{province, "Galat sampel Kota A tidak ada di dalam data: tidak dapat dikatakan apakah selisih ini nyata."},
		{facts()[compare.RuleDisputed], "Sumber lain menyebut 4,75 % untuk Maret 2025."},
	}
	for _, tt := range tests {
		if got := lang.Indonesian.Say(tt.f, sc); got != tt.want {
			t.Errorf("\n got %s\nwant %s", got, tt.want)
		}
	}
	if got := lang.Indonesian.Unlike(facts()[compare.RuleUnlike], sc); got != "Tidak sejenis: Provinsi P dan 2 wilayah lain bukan Mar 2024" {
		t.Error(got)
	}
}

func TestFiguresWithUnits(t *testing.T) {
	for unit, want := range map[model.Unit][3]string{
		model.UnitPercent:         {"1.234,50 %", "1.234,50 persen", "1.234,50 poin"},
		model.UnitIndex:           {"1.234,50", "1.234,50", "1.234,50 poin"},
		model.UnitThousandPersons: {"1.234,50 ribu jiwa", "1.234,50 ribu jiwa", "1.234,50 ribu jiwa"},
		model.UnitRupiahMonth:     {"Rp1.235", "1.235 rupiah per kapita per bulan", "Rp1.235"},
	} {
		ind := scene(unit, model.BetterNone).Indicator
		got := [3]string{lang.Indonesian.WithUnit(1234.5, ind), lang.Indonesian.WithUnitLong(1234.5, ind), lang.Indonesian.Distance(-1234.5, ind)}
		if got != want {
			t.Errorf("%s: %q, want %q", unit, got, want)
		}
	}
}

func TestRegionNames(t *testing.T) {
	tests := []struct {
		r                 model.Region
		full, short, bare string
	}{
		{model.Region{Level: model.LevelProvince, Name: "Gorontalo"}, "Provinsi Gorontalo", "Prov. Gorontalo", "Gorontalo"},
		{model.Region{Level: model.LevelRegency, Name: "Kabupaten Gorontalo"}, "Kabupaten Gorontalo", "Gorontalo", "Gorontalo"},
		{model.Region{Level: model.LevelCity, Name: "Kota Gorontalo"}, "Kota Gorontalo", "Kota Gorontalo", "Gorontalo"},
		{model.Region{Level: model.LevelCity, Name: "Kota Administrasi Jakarta Barat"}, "Kota Administrasi Jakarta Barat", "Kota Jakarta Barat", "Jakarta Barat"},
		{model.Region{Level: model.LevelRegency, Name: "Kabupaten Administrasi Kepulauan Seribu"}, "Kabupaten Administrasi Kepulauan Seribu", "Kepulauan Seribu", "Kepulauan Seribu"},
		{model.Region{Level: model.LevelNation, Name: "Indonesia"}, "Indonesia", "Indonesia", "Indonesia"},
	}
	l := lang.Indonesian
	for _, tt := range tests {
		if got := [3]string{l.Region(tt.r), l.RegionShort(tt.r), l.RegionBare(tt.r)}; got != [3]string{tt.full, tt.short, tt.bare} {
			t.Errorf("%s: %q", tt.r.Name, got)
		}
	}
}

func TestYears(t *testing.T) {
	for want, ys := range map[string][]model.Year{
		"":                      nil,
		"2020":                  {2020},
		"2019-2020, 2022":       {2019, 2020, 2022},
		"2001, 2003-2005, 2009": {2001, 2003, 2004, 2005, 2009},
	} {
		if got := lang.Years(ys); got != want {
			t.Errorf("%v: %q, want %q", ys, got, want)
		}
	}
}
