package state_test

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model"
	"rakor/model/meeting"
	"rakor/ui/state"
)

// TestRoles asks every kind of change of every role: what is kept is for who
// drives, files are for who sits at the machine, and a viewer's wish changes
// neither.
func TestRoles(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	snap.Scenarios = []state.Scenario{{Name: "satu", Home: "6271"}}
	st := state.New("6271")
	rate := 3.0
	st, _ = state.Apply(snap, st, state.SetInput{Input: state.InputRate, Value: &rate})
	for _, tt := range []struct {
		in      state.Intent
		may     [3]bool // owner, driver, viewer
		effects [3]int
	}{
		{state.SaveScenario{Name: "dua"}, [3]bool{true, true, false}, [3]int{1, 1, 0}},
		{state.RenameScenario{From: "satu", To: "dua"}, [3]bool{true, true, false}, [3]int{1, 1, 0}},
		{state.RemoveScenario{Name: "satu"}, [3]bool{true, true, false}, [3]int{1, 1, 0}},
		{state.UndoScenario{}, [3]bool{true, true, false}, [3]int{1, 1, 0}},
		{state.RecordDecision{Now: meeting.Decision{Text: "x"}}, [3]bool{true, true, false}, [3]int{1, 1, 0}},
		{state.StartMeeting{}, [3]bool{true, true, false}, [3]int{1, 1, 0}},
		{state.UndoMinutes{}, [3]bool{true, true, false}, [3]int{1, 1, 0}},
		{state.OpenHouseholds{Path: "/etc/passwd"}, [3]bool{true, false, false}, [3]int{1, 0, 0}},
		{state.OpenAgenda{Path: "/etc/passwd"}, [3]bool{true, false, false}, [3]int{1, 0, 0}},
		{state.SetHome{Region: "6203"}, [3]bool{true, true, true}, [3]int{1, 0, 0}},
		{state.ShowTab{Tab: state.TabProgram}, [3]bool{true, true, true}, [3]int{}},
		{state.SaveProgrammes{Changes: []model.Change{{ID: "p001", Was: snap.Programmes.Find("p001")}}}, [3]bool{true, true, false}, [3]int{1, 1, 0}},
		{state.UndoProgrammes{}, [3]bool{true, true, false}, [3]int{1, 1, 0}},
		{state.AskHistory{ID: "p001"}, [3]bool{true, true, true}, [3]int{1, 1, 0}},
		{state.Point{}, [3]bool{true, true, false}, [3]int{}},
		{state.SetInput{Input: state.InputRate}, [3]bool{true, true, true}, [3]int{}},
	} {
		for role := state.Owner; role <= state.Viewer; role++ {
			t.Run(fmt.Sprintf("%s by %d", reflect.TypeOf(tt.in).Name(), role), func(t *testing.T) {
				t.Parallel()
				next, effects := state.ApplyAs(role, snap, st, tt.in)
				if got := role.May(tt.in); got != tt.may[role] {
					t.Errorf("may: %t", got)
				}
				if len(effects) != tt.effects[role] {
					t.Errorf("effects %v", effects)
				}
				if diff := cmp.Diff(state.Valid(snap, st), next); !tt.may[role] && diff != "" {
					t.Errorf("a wish that is refused changes the state:\n%s", diff)
				}
			})
		}
	}
}
