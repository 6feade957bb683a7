package headcount_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rakor/model"
	"rakor/model/headcount"
)

func modelYear(n int) model.Year { return model.Year(n) }

func rows(t testing.TB, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // read only
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[1:]
}

func number(t testing.TB, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// dataset builds Central Kalimantan from the rows in testdata. Rows of one
// cell follow each other, the preferred one first.
func dataset(t testing.TB) *model.Dataset {
	t.Helper()
	var p model.Parts
	for _, r := range rows(t, "regions.csv") {
		level, err := model.ParseLevel(r[2])
		if err != nil {
			t.Fatal(err)
		}
		p.Regions = append(p.Regions, model.Region{
			Code: model.RegionCode(r[0]), Kemendagri: model.KemendagriCode(r[1]), Level: level, Name: r[3], Parent: model.RegionCode(r[4]),
		})
	}
	for _, r := range rows(t, "targets.csv") {
		p.Targets = append(p.Targets, model.Target{
			Region: model.RegionCode(r[0]), Indicator: model.IndicatorID(r[1]), Year: model.Year(number(t, r[2])),
			Value: number(t, r[3]), Source: model.SourceID(r[4]), Note: r[5],
		})
	}
	obs := map[model.IndicatorID][]model.Observation{}
	for _, r := range rows(t, "observations.csv") {
		o := model.Observation{Region: model.RegionCode(r[0]), Indicator: model.IndicatorID(r[1]), Period: model.Period{Year: model.Year(number(t, r[2]))}}
		if r[3] != "" {
			o.Period.Month = int8(number(t, r[3]))
		}
		o.Reading = model.Reading{Value: number(t, r[4]), Sources: []model.SourceID{model.SourceID(r[5])}, Note: r[7]}
		if r[6] != "" {
			for _, s := range strings.Split(r[6], ";") {
				o.Sources = append(o.Sources, model.SourceID(s))
			}
		}
		list := obs[o.Indicator]
		if n := len(list); n > 0 && list[n-1].Region == o.Region && list[n-1].Period == o.Period {
			list[n-1].Others = append(list[n-1].Others, o.Reading)
		} else {
			list = append(list, o)
		}
		obs[o.Indicator] = list
	}
	for _, id := range []model.IndicatorID{
		model.P0, model.P1, model.Poor, model.Line, model.Population, model.PopulationAdmin, headcount.HouseholdSizePoor,
	} {
		p.Indicators = append(p.Indicators, model.Indicator{ID: id})
	}
	p.Series = func(id model.IndicatorID) (*model.Series, error) {
		return model.NewSeries(model.Indicator{ID: id}, obs[id]), nil
	}
	return model.NewDataset(p)
}

func value(f headcount.Figure) float64 {
	if !f.OK {
		return -1
	}
	return f.V.Value
}

func TestFromDatasetCity(t *testing.T) {
	ds := dataset(t)
	march := func(y model.Year) model.Period { return model.Period{Year: y, Month: 3} }
	for _, c := range []struct {
		name       string
		ask, rate  model.Period
		population model.Period
		off        int
		values     [6]float64 // rate, count, line, P1, population, admin
	}{
		{"none asked for", model.Period{}, march(2025), model.Period{Year: 2024}, -1, [6]float64{3.62, 11.16, 587075, 0.38, 310113, 315153}},
		{"March 2024", march(2024), march(2024), model.Period{Year: 2024}, 0, [6]float64{3.52, 10.70, 555618, 0.42, 310113, 315153}},
		{"the year 2024", model.Period{Year: 2024}, march(2024), model.Period{Year: 2024}, 0, [6]float64{3.52, 10.70, 555618, 0.42, 310113, 315153}},
		{"two populations equally near", march(2022), march(2022), model.Period{Year: 2023, Month: 6}, 1, [6]float64{3.61, 10.62, 485800, 0.66, 305797, 315153}},
		{"before all populations", march(2015), march(2015), model.Period{Year: 2020, Month: 9}, 5, [6]float64{3.91, 10.25, 307796, 0.51, 293500, 315153}},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := headcount.FromDataset(ds, "6271", c.ask)
			if in.Period != c.rate || !in.Rate.OK || in.Rate.V.Period != c.rate {
				t.Errorf("rate of %v, want %v", in.Period, c.rate)
			}
			if in.Population.V.Period != c.population || in.PopulationYearsOff() != c.off {
				t.Errorf("population of %v, %d years off", in.Population.V.Period, in.PopulationYearsOff())
			}
			got := [6]float64{value(in.Rate), value(in.Count), value(in.Line), value(in.P1), value(in.Population), value(in.Admin)}
			if got != c.values {
				t.Errorf("figures %v, want %v", got, c.values)
			}
			for _, f := range []headcount.Figure{in.Rate, in.Count, in.Line, in.P1, in.Population, in.Admin} {
				if len(f.V.Sources) == 0 || f.V.Period.IsZero() {
					t.Errorf("a figure without source or period: %+v", f)
				}
			}
			if !in.Target.OK || in.Target.V.Value != 3.30 || in.Target.V.Year != 2026 {
				t.Errorf("target %+v", in.Target)
			}
		})
	}
	in := headcount.FromDataset(ds, "6271", march(2024))
	if len(in.Population.V.Others) != 1 || in.Population.V.Others[0].Value != 310110 {
		t.Errorf("the other reading of the population is lost: %+v", in.Population.V)
	}
}

// Two years are equally near: 2020 and 2024 lie two years from 2022.
func TestFromDatasetTie(t *testing.T) {
	obs := func(id model.IndicatorID, p model.Period, v float64) model.Observation {
		return model.Observation{Region: "0001", Indicator: id, Period: p, Reading: model.Reading{Value: v, Sources: []model.SourceID{"s"}}}
	}
	data := map[model.IndicatorID][]model.Observation{
		model.P0: {obs(model.P0, model.Period{Year: 2022, Month: 3}, 5)},
		model.Population: {
			obs(model.Population, model.Period{Year: 2020}, 100), obs(model.Population, model.Period{Year: 2024}, 140),
		},
		model.PopulationAdmin: {
			obs(model.PopulationAdmin, model.Period{Year: 2022, Month: 9}, 120), obs(model.PopulationAdmin, model.Period{Year: 2022, Month: 2}, 119),
		},
	}
	ds := model.NewDataset(model.Parts{
		Regions:    []model.Region{{Code: "0001", Level: model.LevelCity, Name: "X"}},
		Indicators: []model.Indicator{{ID: model.P0}, {ID: model.Population}, {ID: model.PopulationAdmin}},
		Targets: []model.Target{
			{Region: "0001", Indicator: model.P0, Year: 2021, Value: 5}, {Region: "0001", Indicator: model.P0, Year: 2019, Value: 6},
		},
		Series: func(id model.IndicatorID) (*model.Series, error) {
			return model.NewSeries(model.Indicator{ID: id}, data[id]), nil
		},
	})
	in := headcount.FromDataset(ds, "0001", model.Period{Year: 2022, Month: 3})
	if value(in.Population) != 140 {
		t.Errorf("population %v, want the later of two equally near", value(in.Population))
	}
	if value(in.Admin) != 119 {
		t.Errorf("register %v, want the one nearest in months", value(in.Admin))
	}
	if in.Target.V.Year != 2021 {
		t.Errorf("target %+v, want the latest where all lie before the rate", in.Target)
	}
	if in.Count.OK || in.Line.OK || in.P1.OK {
		t.Error("figures out of nowhere")
	}
}

func TestFromDatasetMissing(t *testing.T) {
	ds := dataset(t)
	in := headcount.FromDataset(ds, "6200", model.Period{Year: 2024, Month: 3})
	if in.Population.OK || !in.Rate.OK || in.Target.OK {
		t.Errorf("the province: %+v", in)
	}
	if !in.Admin.OK {
		t.Error("the province's register count is an alternative")
	}
	for _, p := range []model.Period{{}, {Year: 1950}, {Year: 2024, Month: 3}, {Year: 2024, Month: 9}} {
		in := headcount.FromDataset(ds, "nowhere", p)
		if in.Rate.OK || in.Population.OK || in.Target.OK || in.PopulationYearsOff() != 0 {
			t.Errorf("a region that does not exist, %v: %+v", p, in)
		}
	}
	in = headcount.FromDataset(ds, "6271", model.Period{Year: 2024, Month: 9})
	if in.Rate.OK || in.Period != (model.Period{Year: 2024, Month: 9}) {
		t.Errorf("a round that regencies lack: %+v", in.Rate)
	}
	empty := headcount.FromDataset(model.NewDataset(model.Parts{}), "6271", model.Period{})
	if empty.Rate.OK || empty.Population.OK {
		t.Errorf("an empty dataset: %+v", empty)
	}
}

func TestDecimals(t *testing.T) {
	ds := dataset(t)
	old := headcount.FromDataset(ds, "6271", model.Period{Year: 2014, Month: 9})
	if !old.Count.OK || old.CountDecimals() != 1 || old.RateDecimals() != 2 {
		t.Errorf("2014: %d, %d", old.CountDecimals(), old.RateDecimals())
	}
	if now := headcount.FromDataset(ds, "6271", model.Period{}); now.CountDecimals() != 2 {
		t.Errorf("2025: %d", now.CountDecimals())
	}
}

func TestMembersOfPoorHousehold(t *testing.T) {
	ds := dataset(t)
	f, ok := headcount.MembersOfPoorHousehold(ds, "6271", model.Period{Year: 2025, Month: 3})
	if !ok || f.Value() != 4.68 || f.Period() != (model.Period{Year: 2024, Month: 9}) || f.Source() == "" {
		t.Errorf("%+v, %v: want the province's of September 2024", f, ok)
	}
	f, ok = headcount.MembersOfPoorHousehold(ds, "6200", model.Period{Year: 2023, Month: 9})
	if !ok || f.Value() != 4.58 {
		t.Errorf("%+v, %v: want March 2023", f, ok)
	}
	f, ok = headcount.MembersOfPoorHousehold(ds, "6200", model.Period{Year: 2015})
	if !ok || f.Value() != 4.45 {
		t.Errorf("%+v, %v: want the earliest", f, ok)
	}
	if _, ok := headcount.MembersOfPoorHousehold(ds, "0000", model.Period{Year: 2024}); ok {
		t.Error("the nation has none in the dataset")
	}
	if _, ok := headcount.MembersOfPoorHousehold(model.NewDataset(model.Parts{}), "6271", model.Period{}); ok {
		t.Error("an empty dataset")
	}
}
