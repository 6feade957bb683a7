package compare_test

import (
	"testing"

	"rakor/model"
	"rakor/model/compare"
)

func TestPrefer(t *testing.T) {
	t.Parallel()
	ds := model.NewDataset(model.Parts{Sources: []model.Source{
		{ID: "a", Kind: model.SourceTable}, {ID: "b", Kind: model.SourceTable}, {ID: "p", Kind: model.SourcePress}, {ID: "u", Kind: model.SourceUser},
	}})
	of := func(used model.SourceID, others ...model.SourceID) model.Observation {
		o := model.Observation{Reading: model.Reading{Value: 1, Sources: []model.SourceID{used}}}
		for _, id := range others {
			o.Others = append(o.Others, model.Reading{Value: 2, Sources: []model.SourceID{id}})
		}
		return o
	}
	for name, x := range map[string]struct {
		o    model.Observation
		want compare.PreferRule
	}{
		"alone":              {of("a"), ""},
		"a table before":     {of("a", "p"), compare.PreferKind},
		"first in the list":  {of("a", "b"), compare.PreferOrder},
		"second in the list": {of("b", "a"), compare.PreferChosen},
		"press over a table": {of("p", "a"), compare.PreferChosen},
		"the user's":         {of("u", "a"), compare.PreferUser},
	} {
		if got := compare.Prefer(ds, x.o); got != x.want {
			t.Errorf("%s: %q, want %q", name, got, x.want)
		}
	}
}

// An error is known of regencies' sample figures only, and a band does not leave
// what the figure can be.
func TestUncertainty(t *testing.T) {
	t.Parallel()
	rate := model.Indicator{ID: model.P0, Unit: model.UnitPercent, Max: 100}
	if e := (compare.Uncertainty{RSE: 25}).Of(4, rate, model.LevelCity); !e.SE.OK || e.SE.V != 1 {
		t.Errorf("%+v", e)
	}
	e := compare.Uncertainty{Sample: 100, Deff: 4}.Of(50, rate, model.LevelRegency)
	near(t, "sample", e.SE.V, 10, 1e-12) // 100 sqrt(4 x 0.25 / 100)
	if one := (compare.Uncertainty{Sample: 100}).Of(50, rate, model.LevelRegency); one.SE.V != 5 {
		t.Errorf("without a design effect: %+v", one)
	}
	for name, e := range map[string]compare.Estimate{
		"nothing known":          compare.Uncertainty{}.Of(4, rate, model.LevelCity),
		"a province":             compare.Uncertainty{RSE: 25}.Of(4, rate, model.LevelProvince),
		"a register":             compare.Uncertainty{RSE: 25}.Of(4, model.Indicator{ID: model.Population}, model.LevelCity),
		"a sample of no percent": compare.Uncertainty{Sample: 100}.Of(4, model.Indicator{ID: "line", Unit: model.UnitIndex}, model.LevelCity),
	} {
		if e.SE.OK {
			t.Errorf("%s: %+v", name, e)
		}
	}
	lo, hi, ok := compare.Estimate{Value: 99, SE: model.Known(50.0)}.Band(rate, 0.95)
	if !ok || lo <= 0 || lo > 2 || hi != 100 {
		t.Errorf("%v to %v", lo, hi)
	}
	if lo, _, _ = (compare.Estimate{Value: 1, SE: model.Known(5.0)}).Band(rate, 0); lo != 0 {
		t.Errorf("a rate below zero: %v", lo)
	}
}
