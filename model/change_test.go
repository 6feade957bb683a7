package model_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model"
)

// edit gives an entry with some fields set.
func edit(t *testing.T, p model.Programme, pairs ...string) *model.Programme {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if err := p.Set(model.Field(pairs[i]), pairs[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	return &p
}

func TestApply(t *testing.T) {
	t.Parallel()
	was := edit(t, full(), "realised_h1", "", "realised_h2", "3")
	for _, c := range []struct {
		name     string
		mine     *model.Programme // nil: remove
		theirs   *model.Programme // nil: removed
		want     *model.Programme
		conflict []model.Field // nil and want nil: conflict on the whole
		whole    bool
	}{
		{"nobody else", edit(t, *was, "budget", "5"), was, edit(t, *was, "budget", "5"), nil, false},
		{"another field", edit(t, *was, "note", "mine"), edit(t, *was, "benefit", "theirs"), edit(t, *was, "note", "mine", "benefit", "theirs"), nil, false},
		{"the same field", edit(t, *was, "note", "mine"), edit(t, *was, "note", "theirs"), nil, []model.Field{model.FieldNote}, false},
		{"the same wish", edit(t, *was, "note", "both"), edit(t, *was, "note", "both"), edit(t, *was, "note", "both"), nil, false},
		{"two of three", edit(t, *was, "note", "m", "benefit", "m", "budget", "1"), edit(t, *was, "note", "t", "budget", "2"), nil, []model.Field{model.FieldBudget, model.FieldNote}, false},
		// The sum follows both semesters, whoever gave which.
		{"a semester each", edit(t, *was, "realised_h1", "2"), edit(t, *was, "realised_h2", "4"), edit(t, *was, "realised_h1", "2", "realised_h2", "4"), nil, false},
		{"removed meanwhile", edit(t, *was, "note", "m"), nil, nil, nil, true},
		{"remove", nil, was, nil, nil, false},
		{"remove what changed", nil, edit(t, *was, "note", "t"), nil, []model.Field{model.FieldNote}, false},
		{"remove what is gone", nil, nil, nil, nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := model.Change{ID: "u1", Was: was, Now: c.mine}.Apply(c.theirs)
			if c.conflict == nil && !c.whole {
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(c.want, got); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
				return
			}
			var conflict *model.ConflictError
			if !errors.As(err, &conflict) {
				t.Fatalf("%v, want a conflict", err)
			}
			if diff := cmp.Diff(c.conflict, conflict.Fields); diff != "" {
				t.Errorf("fields (-want +got):\n%s", diff)
			}
		})
	}
}

// TestApplyAdd: an identity that is taken is a conflict, unless it says the
// same, as after a save whose answer was lost.
func TestApplyAdd(t *testing.T) {
	t.Parallel()
	p := full()
	for name, c := range map[string]struct {
		theirs   *model.Programme
		conflict bool
	}{
		"new": {nil, false}, "taken": {edit(t, p, "note", "x"), true}, "there already": {&p, false},
	} {
		_, err := model.Change{ID: p.ID, Now: &p}.Apply(c.theirs)
		var conflict *model.ConflictError
		if errors.As(err, &conflict) != c.conflict {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestReverseKeepsTheYearsOwnFigure: an entry whose source gave one figure for
// the year gets it back when semesters typed later are taken back.
func TestReverseKeepsTheYearsOwnFigure(t *testing.T) {
	t.Parallel()
	was := full()
	was.RealisedH1, was.RealisedH2, was.Realised = model.Maybe[model.Rupiah]{}, model.Maybe[model.Rupiah]{}, model.Known[model.Rupiah](50)
	now := edit(t, was, "realised_h1", "10", "realised_h2", "20")
	c := model.Change{ID: was.ID, Was: &was, Now: now}
	after, err := c.Apply(&was)
	if err != nil || after.Realised != model.Known[model.Rupiah](30) {
		t.Fatal(after, err)
	}
	back, err := c.Reverse().Apply(after)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(was, *back); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWith(t *testing.T) {
	t.Parallel()
	a, b := full(), full()
	b.ID = "u2"
	ps := model.NewProgrammes([]model.Programme{a, b}, nil)
	c := full()
	c.ID = "u3"
	next := ps.With(edit(t, a, "note", "new"), &c)
	if got, _ := ps.Get("u1"); got.Note != "n" || ps.Len() != 2 {
		t.Error("the list itself changed")
	}
	if _, ok := ps.Get("u3"); ok {
		t.Error("the index itself changed")
	}
	if got, _ := next.Get("u1"); got.Note != "new" || next.Len() != 3 || next.All()[2].ID != "u3" {
		t.Errorf("%v", next.All())
	}
	if got := len(next.Of("6271")); got != 3 {
		t.Errorf("%d entries of the region", got)
	}
	other := full()
	other.ID, other.Region = "u4", "6203"
	if got := len(next.With(&other).Of("6271")); got != 3 {
		t.Errorf("%d entries of the region beside another", got)
	}
}
