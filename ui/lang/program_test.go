package lang_test

import (
	"reflect"
	"strings"
	"testing"

	"rakor/model"
	"rakor/model/filter"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// Every word of the tab exists in both languages, and those that are made from
// values name them.
func TestProgramWordsAreComplete(t *testing.T) {
	for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
		w := lang.For(l).Program
		wordsAreComplete(t, l, reflect.ValueOf(w))
		looks := w.Looks
		for name, m := range map[string]map[string]string{"Views": looks.Views, "Groups": looks.Groups, "Measures": looks.Measures, "Unknown": looks.Unknown} {
			for k, s := range m {
				if s == "" {
					t.Errorf("%s: %s[%s] is empty", l.Code(), name, k)
				}
			}
		}
		for _, v := range state.ProgramViews() {
			if looks.Views[string(v)] == "" {
				t.Errorf("%s: the view %q has no name", l.Code(), v)
			}
		}
		for _, g := range state.ProgramGroups() {
			if looks.Groups[string(g)] == "" || g != state.GroupNone && looks.Unknown[string(g)] == "" {
				t.Errorf("%s: the groups %q have no name", l.Code(), g)
			}
		}
		for _, m := range state.Measures() {
			if looks.Measures[string(m)] == "" {
				t.Errorf("%s: the measure %q has no name", l.Code(), m)
			}
		}
	}
}

func wordsAreComplete(t *testing.T, l lang.Lang, v reflect.Value) {
	t.Helper()
	for i := range v.NumField() {
		name, f := v.Type().Field(i).Name, v.Field(i)
		switch f.Kind() {
		case reflect.Struct:
			if name != "Judge" {
				wordsAreComplete(t, l, f)
			}
		case reflect.Map:
		case reflect.String:
			if f.String() == "" {
				t.Errorf("%s: %s is empty", l.Code(), name)
			}
		case reflect.Array:
			for j := range f.Len() {
				if f.Index(j).String() == "" {
					t.Errorf("%s: %s[%d] is empty", l.Code(), name, j)
				}
			}
		case reflect.Func:
			if f.IsNil() {
				t.Errorf("%s: %s is missing", l.Code(), name)
			}
		default:
			t.Errorf("%s is a %s: teach this test what complete means", name, f.Kind())
		}
	}
}

// Each fault is told in a sentence of its own, which names what was typed or
// what is wanted.
func TestFilterFaultsAreTold(t *testing.T) {
	for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
		seen := map[string]filter.Reason{}
		for _, expr := range []string{
			":5", "pagi>1", "pagu>", `"a`, "-", "kec<5", "pagu>x", "pagu>1.234 jt", "budget>1M", "pagu>1,45", "tahun>2024,5", "real>100jt", "contoh:entah",
		} {
			_, err := filter.Parse(expr)
			fault, ok := err.(*filter.Error) //nolint:errorlint // Parse gives it unwrapped
			if !ok {
				t.Fatalf("%q: %v", expr, err)
			}
			s := l.FilterFault(fault)
			if was, twice := seen[s]; s == "" || twice {
				t.Errorf("%s: %s and %s are told alike: %q", l.Code(), fault.Reason, was, s)
			}
			seen[s] = fault.Reason
			for _, suggestion := range fault.Suggest {
				if !strings.Contains(s, suggestion) {
					t.Errorf("%s: %q does not offer %s", l.Code(), s, suggestion)
				}
			}
		}
	}
}

func TestEvidenceIsSpelledOut(t *testing.T) {
	id, en := lang.For(lang.Indonesian).Program, lang.For(lang.English).Program
	for code, want := range map[string][2]string{
		"P+B":       {"program, pagu", "programme, budget"},
		"C+K+Sub":   {"kode program, kegiatan, sub kegiatan", "code of the programme, activity, sub-activity"},
		"P+?+":      {"program, ?", "programme, ?"},
		"":          {"", ""},
		"Sub(nama)": {"nama sub kegiatan", "name of the sub-activity"},
	} {
		if got := [2]string{id.Evidence(code), en.Evidence(code)}; got != want {
			t.Errorf("Evidence(%q) = %q, want %q", code, got, want)
		}
	}
}

func TestProgramCountsAndPlurals(t *testing.T) {
	id, en := lang.For(lang.Indonesian).Program, lang.For(lang.English).Program
	for _, c := range []struct{ got, want string }{
		{id.RowsAll(43, 18), "43 baris, 18 contoh"},
		{id.RowsAll(43, 0), "43 baris"},
		{en.RowsAll(1, 1), "1 row, 1 sample"},
		{en.RowsAll(1200, 2), "1,200 rows, 2 samples"},
		{en.SumNone(1), "1 without budget"},
		{id.SumBudget(5, 36_880_000_000), "pagu Rp36,88 miliar dari 5 baris"},
		{en.SumBudget(1, 36_880_000_000), "budget Rp36.88 billion from 1 row"},
		{id.Years(2020, 2025), "2020-2025"},
		{en.Years(2025, 2025), "2025"},
		{en.WarnNoPlace(1, 3), "1 of 3 rows has no place"},
		{en.SourceKind(model.SourcePress), "press"},
		{id.SourceKind("lain"), "lain"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
