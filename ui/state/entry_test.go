package state_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model"
	"rakor/ui/state"
)

// TestEntryIntents: what is kept becomes an effect, never where the data are
// read only; the answer selects the row; the log keeps both with their data,
// also of many rows at once.
func TestEntryIntents(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	st := state.New("6271")
	var changes []model.Change
	for _, p := range snap.Programmes.Of("6271") {
		now := p
		now.Note = "sama"
		changes = append(changes, model.Change{ID: p.ID, Was: &p, Now: &now})
	}
	save := state.SaveProgrammes{Changes: changes}
	_, effects := state.Apply(snap, st, save)
	if diff := cmp.Diff([]state.Effect{state.WriteProgrammes{Changes: changes}}, effects); diff != "" {
		t.Error(diff)
	}
	readOnly := *snap
	readOnly.ReadOnly = true
	for _, in := range []state.Intent{save, state.UndoProgrammes{}, state.UndoProgrammes{Redo: true}} {
		if _, effects := state.Apply(&readOnly, st, in); len(effects) > 0 {
			t.Errorf("%T though read only: %v", in, effects)
		}
	}
	kept := state.ProgrammesKept{Rev: 7, What: "edit", IDs: []model.ProgrammeID{"p003"}, One: &changes[2]}
	st, _ = state.Apply(snap, st, kept)
	if st.Rev != 7 || st.Program.Selected != "p003" {
		t.Errorf("after the answer: rev %d, selected %q", st.Rev, st.Program.Selected)
	}
	log := &state.Log{}
	failed := state.ProgrammesFailed{Rev: 8, Conflict: &model.ConflictError{ID: "p003", Field: model.FieldNote, Was: changes[2].Was}}
	for _, in := range []state.Intent{save, kept, failed, state.UndoProgrammes{Redo: true}, state.HistoryRead{ID: "p003"}} {
		log.Add(in)
	}
	var b bytes.Buffer
	if _, err := log.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	again, err := state.ReadLog(&b)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(log.Intents(), again.Intents()); diff != "" {
		t.Error(diff)
	}
}

// TestSigned: the name of who is not at the machine goes into what leaves one
// behind, and into nothing else.
func TestSigned(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ in, want state.Effect }{
		{state.WriteProgrammes{Draft: 3}, state.WriteProgrammes{Draft: 3, By: "Budi"}},
		{state.RevertProgrammes{Redo: true}, state.RevertProgrammes{Redo: true, By: "Budi"}},
		{state.KeepEntryDraft{N: 1, Text: "x"}, state.KeepEntryDraft{N: 1, Text: "x", By: "Budi"}},
		{state.RefreshProgrammes{}, state.RefreshProgrammes{}},
		{state.Quit{}, state.Quit{}},
	} {
		if diff := cmp.Diff(tt.want, state.Signed(tt.in, "Budi")); diff != "" {
			t.Error(diff)
		}
	}
}
