package compare_test

import (
	"errors"
	"testing"

	"rakor/model"
	"rakor/model/compare"
)

// The regions of the tests are made up: a nation, two provinces, six
// regencies and cities, one district.
const (
	north, south = model.RegionCode("9100"), model.RegionCode("9200")
	a, b, c, d   = model.RegionCode("9101"), model.RegionCode("9102"), model.RegionCode("9103"), model.RegionCode("9171")
	x, y         = model.RegionCode("9201"), model.RegionCode("9202")
	district     = model.RegionCode("91.71.01")
)

func regions() []model.Region {
	return []model.Region{
		{Code: model.Nation, Level: model.LevelNation, Name: "Nation"},
		{Code: north, Level: model.LevelProvince, Name: "North", Parent: model.Nation},
		{Code: a, Level: model.LevelRegency, Name: "A", Parent: north},
		{Code: b, Level: model.LevelRegency, Name: "B", Parent: north},
		{Code: c, Level: model.LevelRegency, Name: "C", Parent: north},
		{Code: d, Level: model.LevelCity, Name: "City D", Parent: north},
		{Code: district, Level: model.LevelDistrict, Name: "District", Parent: d},
		{Code: south, Level: model.LevelProvince, Name: "South", Parent: model.Nation},
		{Code: x, Level: model.LevelRegency, Name: "X", Parent: south},
		{Code: y, Level: model.LevelRegency, Name: "Y", Parent: south},
	}
}

func per(s string) model.Period {
	p, err := model.ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

type figure struct {
	region model.RegionCode
	period string
	value  float64
}

// sample is a dataset under construction.
type sample struct {
	better   model.Direction
	figures  []figure
	others   map[figure][]float64 // further readings of a cell
	sources  map[model.RegionCode]model.SourceID
	targets  []model.Target
	breaks   []model.Break
	decimals int
	id       model.IndicatorID
	unit     model.Unit
	fails    error
}

func (s sample) build() *model.Dataset {
	if s.id == "" {
		s.id = "rate"
	}
	if s.unit == model.UnitNone {
		s.unit = model.UnitPercent
	}
	if s.decimals == 0 {
		s.decimals = 2
	}
	ind := model.Indicator{ID: s.id, Better: s.better, Decimals: s.decimals, Unit: s.unit, Max: 100, Months: []int8{0, 3, 9}}
	return model.NewDataset(model.Parts{
		Regions: regions(),
		Indicators: []model.Indicator{
			ind,
			{ID: "other"},
		},
		Sources: []model.Source{
			{ID: "table", Kind: model.SourceTable},
			{ID: "office", Kind: model.SourceGovernment},
			{ID: "press", Kind: model.SourcePress},
			{ID: "thesis", Kind: model.SourceThesis},
		},
		Targets: s.targets,
		Breaks:  s.breaks,
		Series: func(model.IndicatorID) (*model.Series, error) {
			if s.fails != nil {
				return nil, s.fails
			}
			var obs []model.Observation
			for _, f := range s.figures {
				src := model.SourceID("table")
				if k, ok := s.sources[f.region]; ok {
					src = k
				}
				o := model.Observation{
					Region: f.region, Indicator: s.id, Period: per(f.period),
					Reading: model.Reading{Value: f.value, Sources: []model.SourceID{src}},
				}
				for _, v := range s.others[f] {
					o.Others = append(o.Others, model.Reading{Value: v, Sources: []model.SourceID{"press"}})
				}
				obs = append(obs, o)
			}
			return model.NewSeries(ind, obs), nil
		},
	})
}

// march gives the figures of one round for nation, north, a, b, c and d.
func march(year string, vs ...float64) []figure {
	var out []figure
	for i, r := range []model.RegionCode{model.Nation, north, a, b, c, d}[:len(vs)] {
		out = append(out, figure{r, year + "-03", vs[i]})
	}
	return out
}

func join(fs ...[]figure) []figure {
	var out []figure
	for _, f := range fs {
		out = append(out, f...)
	}
	return out
}

func picks(rs ...model.RegionCode) []compare.Pick {
	var out []compare.Pick
	for _, r := range rs {
		out = append(out, compare.Pick{Region: r})
	}
	return out
}

func must(t *testing.T, ds *model.Dataset, req compare.Request) compare.Result {
	t.Helper()
	if req.Indicator == "" {
		req.Indicator = "rate"
	}
	res, err := compare.Compare(ds, req)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func notFound(t *testing.T, err error, kind string) *model.NotFoundError {
	t.Helper()
	var nf *model.NotFoundError
	if !errors.As(err, &nf) || nf.Kind != kind {
		t.Fatalf("error %v, want one of kind %q", err, kind)
	}
	return nf
}
