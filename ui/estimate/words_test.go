package estimate_test

import (
	"fmt"
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

// Every word is there in both languages; only some units have no name.
func TestWordsAreComplete(t *testing.T) {
	var look func(t *testing.T, name string, v reflect.Value)
	look = func(t *testing.T, name string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				look(t, name+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Array:
			for i := range v.Len() {
				if !strings.HasSuffix(name, ".Units") && !(strings.HasSuffix(name, ".Missing") && i == 0) {
					look(t, fmt.Sprintf("%s[%d]", name, i), v.Index(i))
				}
			}
		default:
			if v.IsZero() {
				t.Errorf("no %s", name)
			}
		}
	}
	for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
		look(t, l.Code(), reflect.ValueOf(lang.For(l).Estimate))
	}
}
