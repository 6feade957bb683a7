package state_test

import (
	"reflect"
	"strings"
	"testing"

	"rakor/model"
	"rakor/ui/state"
)

// kept is a snapshot with two scenarios of the city and one of another region.
func kept(tb testing.TB) *state.Snapshot {
	snap := snapshot(tb)
	rate, people := 4.0, 318000.0
	snap.Scenarios = []state.Scenario{
		{Name: "Dasar", Home: "6203", Estimate: state.Estimate{Rate: &rate}},
		{Name: "Dasar", Home: "6271", Estimate: state.Estimate{Period: model.Period{Year: 2024, Month: 3}}},
		{Name: "Hati-hati", Home: "6271", Estimate: state.Estimate{Rate: &rate, Population: &people, Period: model.Period{Year: 2025, Month: 3}}},
	}
	return snap
}

func TestSaveScenario(t *testing.T) {
	t.Parallel()
	snap := kept(t)
	rate := 3.3
	st := state.New("6271")
	st.Estimate = state.Estimate{Rate: &rate, Selected: state.InputRSE, Compare: []string{"Dasar"}, Comparing: true}
	next, effects := state.Apply(snap, st, state.SaveScenario{Name: "  Baru\x1b sekali "})
	if !reflect.DeepEqual(next, state.Valid(snap, st)) || len(effects) != 1 {
		t.Fatalf("%+v, %+v", next, effects)
	}
	w, ok := effects[0].(state.WriteScenario)
	want := state.Scenario{
		Name: "Baru sekali", Home: "6271", Dataset: snap.Data.Checksum(),
		Estimate: state.Estimate{Rate: &rate, Period: model.Period{Year: 2025, Month: 3}},
	}
	if !ok || !reflect.DeepEqual(w.Scenario, want) || w.Was != nil {
		t.Errorf("%+v", effects[0])
	}
	_, effects = state.Apply(snap, st, state.SaveScenario{Name: "Dasar"})
	if w, ok := effects[0].(state.WriteScenario); !ok || w.Was == nil || w.Was.Home != "6271" {
		t.Errorf("what is replaced is not told: %+v", effects)
	}
	snap.ReadOnly = true
	for _, in := range []state.Intent{
		state.SaveScenario{Name: "x"}, state.RenameScenario{From: "Dasar", To: "x"}, state.RemoveScenario{Name: "Dasar"}, state.UndoScenario{},
	} {
		if _, effects := state.Apply(snap, st, in); effects != nil {
			t.Errorf("read only, yet %T gives %+v", in, effects)
		}
	}
}

func TestOpenRenameRemoveScenario(t *testing.T) {
	t.Parallel()
	snap := kept(t)
	st := state.New("6271")
	st.Estimate.Selected = state.InputLine
	st, _ = state.Apply(snap, st, state.OpenScenario{Name: "Hati-hati"})
	if e := st.Estimate; e.Rate == nil || *e.Rate != 4 || e.Scenario != "Hati-hati" || e.Selected != state.InputLine {
		t.Errorf("%+v", e)
	}
	x, _ := snap.Scenario("6271", "Hati-hati")
	if !state.SameInputs(snap.Data, "6271", st.Estimate, x.Estimate) {
		t.Error("an opened scenario counts as changed")
	}
	newest := st.Estimate
	newest.Period = model.Period{}
	if !state.SameInputs(snap.Data, "6271", newest, x.Estimate) {
		t.Error("the newest period is not the one that it means")
	}
	if same, _ := state.Apply(snap, st, state.OpenScenario{Name: "nosuch"}); !reflect.DeepEqual(same, st) {
		t.Error("a scenario that is not there was opened")
	}
	if _, effects := state.Apply(snap, st, state.RenameScenario{From: "nosuch", To: "x"}); effects != nil {
		t.Errorf("%+v", effects)
	}
	_, effects := state.Apply(snap, st, state.RenameScenario{From: "Dasar", To: "Awal"})
	if m, ok := effects[0].(state.MoveScenario); !ok || m.Name != "Awal" || m.Was.Home != "6271" {
		t.Errorf("%+v", effects)
	}
	st.Estimate.Compare = []string{"Hati-hati", "Dasar"}
	snap.Scenarios[2].Name = "Waspada"
	st, _ = state.Apply(snap, st, state.ScenarioRenamed{Rev: 9, From: "Hati-hati", To: "Waspada"})
	if st.Estimate.Scenario != "Waspada" || !reflect.DeepEqual(st.Estimate.Compare, []string{"Waspada", "Dasar"}) || st.Rev != 9 {
		t.Errorf("%+v", st)
	}
	snap.Scenarios = snap.Scenarios[:2]
	st, _ = state.Apply(snap, st, state.ScenarioRemoved{Rev: 10, Name: "Waspada"})
	if st.Estimate.Scenario != "" || !reflect.DeepEqual(st.Estimate.Compare, []string{"Dasar"}) || st.Estimate.Rate == nil {
		t.Errorf("%+v", st.Estimate)
	}
}

func TestCompareScenarios(t *testing.T) {
	t.Parallel()
	snap := kept(t)
	st := state.New("6271")
	if got := st.ComparedScenarios(snap); !reflect.DeepEqual(got, []string{"Dasar", "Hati-hati"}) {
		t.Errorf("%v", got)
	}
	st, _ = state.Apply(snap, st, state.ToggleScenario{Name: "Dasar"})
	if got := st.ComparedScenarios(snap); !reflect.DeepEqual(got, []string{"Hati-hati"}) {
		t.Errorf("%v", got)
	}
	for i := range 9 {
		name := strings.Repeat("s", i+1)
		snap.Scenarios = append(snap.Scenarios, state.Scenario{Name: name, Home: "6271"})
		st, _ = state.Apply(snap, st, state.ToggleScenario{Name: name})
	}
	if got := st.ComparedScenarios(snap); len(got) != state.MaxCompared {
		t.Errorf("%v", got)
	}
	st, _ = state.Apply(snap, st, state.SetHome{Region: "6203"})
	if got := st.ComparedScenarios(snap); !reflect.DeepEqual(got, []string{"Dasar"}) {
		t.Errorf("another home: %v", got)
	}
}

func TestCleanName(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Dasar": "Dasar", " a \t b\n": "a b", "\x1b[2Jx": "[2Jx", "a\u202eb\u200f": "ab", "\xff": "", "": "",
		strings.Repeat("é", 30): strings.Repeat("é", 20),
	} {
		if got := state.CleanName(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}

// Taking back and making again are the same effect with a direction.
func TestRedoScenario(t *testing.T) {
	t.Parallel()
	for _, redo := range []bool{false, true} {
		_, effects := state.Apply(kept(t), state.New("6271"), state.UndoScenario{Redo: redo})
		if len(effects) != 1 || effects[0] != (state.RevertScenarios{Redo: redo}) {
			t.Errorf("%v: %+v", redo, effects)
		}
	}
}
