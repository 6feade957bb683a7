package state_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"rakor/ui/state"
)

// TestSavedFilters: a filter is kept by an effect, used by its name, forgotten
// as the one in use once another is typed, and viewers' machines keep none.
func TestSavedFilters(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	st := state.New("6271")
	_, effects := state.Apply(snap, st, state.SaveFilter{Name: " Belum  realisasi ", Filter: "tanpa:real"})
	if len(effects) != 1 || effects[0] != (state.WriteFilter{Filter: state.SavedFilter{Name: "Belum realisasi", Filter: "tanpa:real"}}) {
		t.Fatalf("%+v", effects)
	}
	for _, role := range []state.Role{state.Driver, state.Viewer} {
		if _, effects := state.ApplyAs(role, snap, st, state.SaveFilter{Name: "x", Filter: "a"}); len(effects) > 0 {
			t.Errorf("role %d writes the owner's settings", role)
		}
	}
	for _, bad := range []state.SaveFilter{{Name: "", Filter: "a"}, {Name: "x"}, {Name: "x", Filter: strings.Repeat("a", state.MaxFilter+1)}, {Name: "x", Filter: "\xff"}} {
		if _, effects := state.Apply(snap, st, bad); len(effects) > 0 {
			t.Errorf("%+v is kept", bad)
		}
	}
	snap.Filters = []state.SavedFilter{{Name: "Belum realisasi", Filter: "tanpa:real"}}
	st, _ = state.Apply(snap, st, state.UseFilter{Name: "Belum realisasi"})
	if st.Program.Filter != "tanpa:real" || snap.SavedAs(st.Program.Filter) != "Belum realisasi" {
		t.Fatalf("%+v", st.Program)
	}
	if again, _ := state.Apply(snap, st, state.SetFilter{Filter: "tanpa:pagu"}); snap.SavedAs(again.Program.Filter) != "" {
		t.Error("another filter goes by the saved one's name")
	}
	snap.Filters = nil
	if st = state.Valid(snap, st); snap.SavedAs(st.Program.Filter) != "" || st.Program.Filter != "tanpa:real" {
		t.Errorf("a filter that is gone: %+v", st.Program)
	}
	snap.ReadOnly = true
	if _, effects := state.Apply(snap, st, state.SaveFilter{Name: "x", Filter: "a"}); len(effects) > 0 {
		t.Error("kept though nothing is to be written")
	}
}

// TestProgramStateIsPutRight: what does not exist is forgotten.
func TestProgramStateIsPutRight(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	st := state.New("6271")
	st.Program = state.Program{
		View: "nosuch", By: "nosuch", Measure: "nosuch", Cell: state.MatrixCell{Place: "62.71", Strategy: 1}, Group: strings.Repeat("x", state.MaxGroup+1),
		Then: [state.MaxOrders - 1]state.Order{{Key: "nosuch", Desc: true}},
	}
	if got := state.Valid(snap, st).Program; got != (state.Program{}) {
		t.Errorf("%+v", got)
	}
	st.Program = state.Program{View: state.MatrixView, Cell: state.MatrixCell{Place: "62.71.03", Strategy: 2}}
	if got := state.Valid(snap, st).Program; got != st.Program {
		t.Errorf("%+v", got)
	}
}

func TestOrdersAreBounded(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	st, _ := state.Apply(snap, state.New("6271"), state.SetOrder{Orders: []state.Order{
		{Key: state.SortDepartment}, {Key: "nosuch"}, {Key: state.SortBudget, Desc: true}, {Key: state.SortNone}, {Key: state.SortYear}, {Key: state.SortCode},
	}})
	got := st.Program.Orders()
	if len(got) != state.MaxOrders || got[0].Key != state.SortDepartment || got[1] != (state.Order{Key: state.SortBudget, Desc: true}) || got[2].Key != state.SortYear {
		t.Errorf("%+v", got)
	}
	if st, _ = state.Apply(snap, st, state.SetSort{}); len(st.Program.Orders()) != 0 {
		t.Errorf("the list's own order is %+v", st.Program.Orders())
	}
}

// TestGroupIDs: short names are themselves; long ones that begin alike differ.
func TestGroupIDs(t *testing.T) {
	t.Parallel()
	if got := state.GroupID("Dinas Sosial"); got != "Dinas Sosial" {
		t.Error(got)
	}
	long := strings.Repeat("é", 300)
	a, b := state.GroupID(long+"a"), state.GroupID(long+"b")
	if a == b || len(a) > state.MaxGroup || !utf8.ValidString(a) {
		t.Errorf("%q, %q", a, b)
	}
}
