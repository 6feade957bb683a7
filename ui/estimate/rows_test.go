package estimate_test

import (
	"testing"

	"rakor/ui/estimate"
	"rakor/ui/lang"
	"rakor/ui/report"
	"rakor/ui/state"
)

// The comparison as rows is as wide as its columns, says what the screen says,
// and is empty where nothing is compared.
func TestScenarioRows(t *testing.T) {
	snap, e := snapshot(t), env(lang.Indonesian, 120, 31)
	if head, rows := estimate.ScenarioRows(e, estimate.Build(snap, state.New("6271"))); head != nil || rows != nil {
		t.Errorf("nothing is compared: %v", head)
	}
	rate := 4.0
	snap.Scenarios = []state.Scenario{{Name: "Naik", Home: "6271", Estimate: state.Estimate{Rate: &rate}}}
	st := state.New("6271")
	st.Estimate.Comparing = true
	v := estimate.Build(snap, st)
	head, rows := estimate.ScenarioRows(e, v)
	if len(head) != 3 || head[2] != "Naik" {
		t.Fatalf("%q", head)
	}
	found := map[string][]string{}
	for _, r := range rows {
		if len(r) != len(head) {
			t.Errorf("%q has %d cells", r, len(r))
		}
		found[r[0]] = r
	}
	if r := found["Tingkat P0"]; len(r) != 3 || r[1] != "3,62 %" || r[2] != "4,00 % *" {
		t.Errorf("%q", r)
	}
	held := false
	for _, b := range estimate.Report(e, v).Blocks {
		if t, ok := b.(report.Table); ok && len(t.Columns) == 3 && t.Columns[2].Title == "Naik" {
			held = len(t.Rows) == len(rows)
		}
	}
	if !held {
		t.Error("the view that is carried away lacks the comparison")
	}
	if r := found[lang.For(lang.Indonesian).Estimate.Scenario.Poor]; len(r) != 3 || r[1] != "11.226" || r[2] != "12.405" {
		t.Errorf("%q", r)
	}
}
