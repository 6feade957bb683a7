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
