package lang_test

import (
	"reflect"
	"testing"

	"rakor/model/lorenz"
	"rakor/model/survey"
	"rakor/ui/lang"
)

// Every word is there in both languages, and told apart.
func TestCLIEstimate(t *testing.T) {
	t.Parallel()
	same := map[string]bool{"ColSE": true, "ColRSE": true, "ColDeff": true, "ColHouseholds": true, "ColPSU": true, "ColP": true}
	a, b := reflect.ValueOf(id.CLIEstimate()), reflect.ValueOf(en.CLIEstimate())
	for i := range a.NumField() {
		name := a.Type().Field(i).Name
		for l, v := range map[lang.Lang]reflect.Value{id: a.Field(i), en: b.Field(i)} {
			if v.IsZero() {
				t.Errorf("%s: %s is missing", l.Code(), name)
			}
		}
		switch x, y := a.Field(i), b.Field(i); x.Kind() {
		case reflect.String:
			if a.Type().Field(i).IsExported() && x.String() == y.String() && !same[name] {
				t.Errorf("%s is not translated: %q", name, x.String())
			}
		case reflect.Map:
			for _, k := range x.MapKeys() {
				if !y.MapIndex(k).IsValid() {
					t.Errorf("%s: no %q in English", name, k)
				}
			}
			if x.Len() != y.Len() {
				t.Errorf("%s: %d words and %d", name, x.Len(), y.Len())
			}
		default:
		}
	}
}

// Every name that the kernels give has its words.
func TestCLIEstimateNames(t *testing.T) {
	t.Parallel()
	for _, l := range []lang.Lang{id, en} {
		w := l.CLIEstimate()
		worded := func(of func(string) string, name string) {
			t.Helper()
			if s := of(name); s == name || s == "" {
				t.Errorf("%s: no words for %q", l.Code(), name)
			}
		}
		for r := survey.NotEstimated; r <= survey.NoDegrees; r++ {
			if r != survey.Estimated {
				worded(w.Reason, r.ID())
				worded(w.Why, r.ID())
			}
		}
		for m := survey.P0; m <= survey.Poor; m++ {
			worded(w.Measure, m.ID())
		}
		for c := lorenz.RealRoots; c <= lorenz.HeadcountFound; c++ {
			worded(w.Check, c.ID())
		}
		for r := lorenz.LowerError; r <= lorenz.NoneValid; r++ {
			worded(w.Choice, r.ID())
		}
		for _, k := range []lorenz.Kind{lorenz.Cumulative, lorenz.Plain} {
			if l == id { // English has the same words
				worded(w.Shares, k.ID())
			}
		}
	}
	if got := id.CLIEstimate().Measure("q0.1"); got != "Kuantil 0,1 (Rp)" {
		t.Errorf("%q", got)
	}
	if got := en.CLIEstimate().Measure("q0.9"); got != "Quantile 0.9 (Rp)" {
		t.Errorf("%q", got)
	}
	if got := en.CLIEstimate().Names([]string{"a", "b", "c"}, 2); got != "a, b and 1 other" {
		t.Errorf("%q", got)
	}
}
