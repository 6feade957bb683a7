package estimate_test

import (
	"reflect"
	"strings"
	"testing"

	"rakor/ui/estimate"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// The pages of words, each with its sheets.
func TestWordGoldens(t *testing.T) {
	snap := snapshot(t)
	for name, st := range scenes() {
		v := estimate.Build(snap, st)
		for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
			e := env(l, 120, 31)
			var b strings.Builder
			b.WriteString(estimate.Context(e, v, 60) + "\n" + estimate.Status(e, v) + "\n")
			b.WriteString("\n# linear\n" + strings.Join(estimate.Linear(e, v), "\n") + "\n")
			for in := state.InputRate; in < state.Inputs; in++ {
				at := v
				at.Selected = in
				b.WriteString("\n# card\n" + strings.Join(estimate.Card(e, at).Lines(), "\n") + "\n")
				b.WriteString(at.InputLabel(l) + ": " + at.InputText(l) + "\n")
			}
			b.WriteString("\n# ledger\n" + strings.Join(estimate.Ledger(e, v).Lines(), "\n") + "\n")
			b.WriteString("\n# warnings\n" + strings.Join(estimate.Warnings(e, v).Lines(), "\n"))
			golden(t, "words_"+name+"_"+l.Code(), b.String())
		}
	}
}

// Every word is there in both languages.
func TestWordsAreComplete(t *testing.T) {
	for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
		w := reflect.ValueOf(lang.For(l).Estimate)
		for i := range w.NumField() {
			if w.Field(i).IsZero() {
				t.Errorf("%s: no %s", l.Code(), w.Type().Field(i).Name)
			}
		}
	}
}
