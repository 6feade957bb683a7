package data_test

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rakor/data"
	"rakor/data/internal/doc"
	"rakor/model"
)

// figure gives a figure of the embedded data by which a plant is made; no
// figure is typed by hand.
type figure func(model.RegionCode, model.IndicatorID, model.Period) float64

// plant is a table to be written, whose figures come from the embedded ones.
type plant struct {
	id      model.IndicatorID
	regions []model.RegionCode
	periods []string
	note    string
	value   func(f figure, r model.RegionCode, p model.Period) float64
}

// write puts the document of a plant into a directory.
func (x plant) write(t *testing.T, dir string, ds *model.Dataset) {
	t.Helper()
	f := func(r model.RegionCode, id model.IndicatorID, p model.Period) float64 {
		v, ok := ds.Value(r, id, p)
		if !ok {
			return math.NaN()
		}
		return v
	}
	table := &doc.Table{Indicator: x.id, Regions: x.regions, Origins: []doc.Origin{{Sources: []model.SourceID{"bps-si"}, Note: x.note}}}
	for _, s := range x.periods {
		table.Periods = append(table.Periods, period(t, s))
	}
	figures := 0
	for _, r := range x.regions {
		for _, p := range table.Periods {
			v := x.value(f, r, p)
			if !math.IsNaN(v) {
				figures++
			}
			table.Values = append(table.Values, v)
		}
	}
	if figures == 0 {
		t.Fatal("the embedded data have nothing to plant")
	}
	b, err := doc.WriteTable(table)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, string(x.id)+".json"), b, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// same gives the embedded figures as they are.
func same(id model.IndicatorID) func(figure, model.RegionCode, model.Period) float64 {
	return func(f figure, r model.RegionCode, p model.Period) float64 { return f(r, id, p) }
}

// of gives the embedded figures of another indicator or period.
func of(id model.IndicatorID, p model.Period) func(figure, model.RegionCode, model.Period) float64 {
	return func(f figure, r model.RegionCode, _ model.Period) float64 { return f(r, id, p) }
}

// TestErrorsMetInRealCopies plants each error that was met in copies of BPS
// tables, and finds it.
func TestErrorsMetInRealCopies(t *testing.T) {
	ds := open(t, data.Options{}).Dataset()
	east := ds.Children("3500") // 38 regencies and cities
	sisters := ds.Children("6200")
	provinces := ds.Children(model.Nation)
	march := func(y model.Year) model.Period { return model.Period{Year: y, Month: 3} }
	var sorted []float64
	for _, r := range east {
		v, _ := ds.Value(r, model.P0, march(2024))
		sorted = append(sorted, v)
	}
	slices.Sort(sorted)
	tests := map[string]struct {
		plants []plant
		rule   data.Rule
		at     string
	}{
		"P1 and P2 swapped for a province": {[]plant{
			{id: "p1", regions: east, periods: []string{"2023-03"}, value: of(model.P2, march(2023))},
			{id: "p2", regions: east, periods: []string{"2023-03"}, value: of(model.P1, march(2023))},
		}, data.RuleSwapped, "/periods/0"},
		"a province shifted by a round": {[]plant{
			{id: "p0", regions: sisters, periods: []string{"2024-03"}, value: of(model.P0, march(2023))},
		}, data.RuleShifted, "/periods/0"},
		"a year repeated as the next": {[]plant{
			{id: "p0", regions: ds.Locals(), periods: []string{"2026-03"}, value: of(model.P0, march(2025))},
		}, data.RuleCopy, "/periods/0"},
		"figures sorted away from their regencies": {[]plant{
			{id: "p0", regions: east, periods: []string{"2024-03"}, value: func(_ figure, r model.RegionCode, _ model.Period) float64 {
				return sorted[slices.Index(east, r)]
			}},
		}, data.RuleSorted, "/periods/0"},
		"figures that belong to other regencies": {[]plant{
			{id: "p0", regions: east, periods: []string{"2024-03"}, value: func(f figure, r model.RegionCode, p model.Period) float64 {
				return f(east[(slices.Index(east, r)+1)%len(east)], model.P0, p)
			}},
		}, data.RulePermuted, "/periods/0"},
		"a regency filled with another's figures": {[]plant{
			{id: "exp_adj", regions: []model.RegionCode{"6213"}, periods: []string{"2015", "2016", "2017", "2018", "2019"}, value: func(f figure, _ model.RegionCode, p model.Period) float64 {
				return f("6212", "exp_adj", p)
			}},
		}, data.RuleRepeated, "/rows/6213/3"},
		"zeros for no data": {[]plant{
			{id: "p0", regions: []model.RegionCode{"6213"}, periods: []string{"2026-03"}, value: func(figure, model.RegionCode, model.Period) float64 { return 0 }},
		}, data.RuleZero, "/rows/6213/0"},
		"the old method's index in the first years": {[]plant{
			{id: "ipm", regions: provinces, periods: []string{"2010", "2011", "2012"}, value: func(f figure, r model.RegionCode, p model.Period) float64 {
				return math.Round(f(r, "ipm", p)*109) / 100
			}},
		}, data.RuleShift, "/periods/2"},
		"February's unemployment as August's": {[]plant{
			{id: "tpt", regions: provinces, periods: []string{"2022-08"}, value: of("tpt", model.Period{Year: 2022, Month: 2})},
		}, data.RuleShifted, "/periods/0"},
		"a misplaced row": {[]plant{
			{id: "poor", regions: []model.RegionCode{"6203"}, periods: []string{"2023-03"}, value: func(f figure, r model.RegionCode, p model.Period) float64 {
				return math.Round(f(r, "poor", p)*160) / 100
			}},
		}, data.RuleBase, "/rows/6203/0"},
		"parts that do not add up": {[]plant{
			{id: "poor", regions: []model.RegionCode{"6200"}, periods: []string{"2023-03"}, value: func(f figure, r model.RegionCode, p model.Period) float64 {
				return math.Round(f(r, "poor", p)*110) / 100
			}},
		}, data.RuleSum, "/rows/6200/0"},
		"thousands among persons": {[]plant{
			{id: "population", regions: []model.RegionCode{"6271"}, periods: []string{"2024"}, value: func(f figure, r model.RegionCode, p model.Period) float64 {
				return math.Round(f(r, "population", p) / 1000)
			}},
		}, data.RuleMagnitude, "/rows/6271/0"},
		"a count of persons where thousands are counted": {[]plant{
			{id: "poor", regions: []model.RegionCode{"6271"}, periods: []string{"2026-03"}, value: func(f figure, r model.RegionCode, _ model.Period) float64 {
				return f(r, "poor", march(2025)) * 1000
			}},
		}, data.RuleMagnitude, "/rows/6271/0"},
		"the count far from rate and population": {[]plant{
			{id: "poor", regions: []model.RegionCode{"6271"}, periods: []string{"2024-03"}, value: func(f figure, r model.RegionCode, p model.Period) float64 {
				return math.Round(f(r, "poor", p)*140) / 100
			}},
		}, data.RuleCountRate, "/rows/6271/0"},
		"forecasts among observations": {[]plant{
			{id: "p0", regions: sisters, periods: []string{"2025-03"}, note: "Proyeksi dinas", value: same(model.P0)},
		}, data.RuleForecast, "/origins/0"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for _, x := range tt.plants {
				x.write(t, dir, ds)
			}
			r := data.Validate(dir)
			if !slices.ContainsFunc(r.Problems, func(p data.Problem) bool {
				return p.Rule == tt.rule && p.Pointer == tt.at && p.Severity == data.Warning && p.Line > 0
			}) {
				t.Errorf("no %s at %s in %d problems: %v", tt.rule, tt.at, len(r.Problems), r.Problems[:min(5, len(r.Problems))])
			}
			if name == "P1 and P2 swapped for a province" {
				if n := r.Errors(); n < 30 {
					t.Errorf("%d errors, want one for nearly every regency", n)
				}
				return
			}
			if n := r.Errors(); n != 0 {
				t.Errorf("%d errors; a suspicion is a warning", n)
			}
		})
	}
}

// TestTrueFiguresRaiseNoSuspicion validates the newest embedded figures as a
// user's own.
func TestTrueFiguresRaiseNoSuspicion(t *testing.T) {
	ds := open(t, data.Options{}).Dataset()
	dir := t.TempDir()
	for _, id := range []model.IndicatorID{"p0", "p1", "p2", "poor", "line"} {
		plant{id: id, regions: ds.Children("6200"), periods: []string{"2023-03", "2024-03", "2025-03"}, value: same(id)}.write(t, dir, ds)
	}
	for _, p := range data.Validate(dir).Problems {
		if p.Rule != data.RuleCountRate { // the survey's base is another one than the population
			t.Error(p)
		}
	}
}

// TestOddIndexAndProgrammes finds a region under a second code, a figure older
// than its time and odd programmes.
func TestOddIndexAndProgrammes(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "index.json", `{"format": "rakor/index/1",
		"regions": [{"code": "9604", "level": "regency", "name": "Kabupaten Nabire", "parent": "9600"}],
		"sources": [{"id": "old", "kind": "user", "title": "Buku saku", "publisher": "Bapperida", "year": 2023}]}`)
	write(t, dir, "p0.json", `{"format": "rakor/indicator/1", "indicator": "p0", "periods": ["2023-03", "2024-03"],
		"origins": [{"sources": ["old"]}], "rows": {"6271": [3.44, 3.52]}}`)
	write(t, dir, "programmes.json", `{"format": "rakor/programmes/1", "programmes": [
		{"id": "a", "region": "6271", "year": 2025, "department": "d", "code": "1.01", "name": "n", "budget": 10, "realised": 11},
		{"id": "b", "region": "6271", "year": 2025, "department": "d", "code": "1.01", "name": "n"},
		{"id": "c", "region": "6271", "year": 2026, "department": "d", "code": "1.01", "name": "n"}]}`)
	write(t, dir, "notes.json", `{"mine": true}`)
	want := []place{
		{data.RuleTwice, "/regions/0", 2},
		{data.RuleUnused, "", 0},
		{data.RuleAfter, "/rows/6271/1", 2},
		{data.RuleOver, "/programmes/0", 2},
		{data.RuleEntry, "/programmes/1", 3},
	}
	r := data.Validate(dir)
	if got := placesOf(r.Problems, data.Warning); !slices.Equal(got, want) || r.Errors() != 0 {
		t.Errorf("got %v\nwant %v\n%v", got, want, r.Problems)
	}
}

func write(t testing.TB, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
