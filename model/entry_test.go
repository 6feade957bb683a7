package model_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model"
)

// full is an entry in which every field says something.
func full() model.Programme {
	return model.Programme{
		ID: "u1", Region: "6271", Year: 2026, Department: "Dinas Sosial", Code: "1.06.05.2.02.0006", Name: "Perlindungan",
		Activity: "Bantuan", SubActivity: "Fasilitasi", Strategy: 1, Directness: model.Direct, Deed: "penyaluran",
		Budget: model.Known[model.Rupiah](1000), BudgetComputed: true, BudgetBasis: "2x500", BudgetRevised: model.Known[model.Rupiah](1200),
		Realised: model.Known[model.Rupiah](700), RealisedH1: model.Known[model.Rupiah](300), RealisedH2: model.Known[model.Rupiah](400),
		TargetText: "20 KPM", Target: model.Known(model.Count{N: 20, Unit: model.PerFamily}), TargetGroup: "desil 1-4", Benefit: "Rp50",
		Reached: model.Known(model.Count{N: 10, Unit: model.PerFamily}), Places: []model.KemendagriCode{"62.71.01"}, PlaceNames: []string{"Pahandut"},
		Funding: "APBD kota", AidNature: "tunai", AidKind: "uang", Duration: "12 bulan", SIPD: model.Tagged, Indicator: "p0", Verification: model.Proposed,
		Basis: "DPA", Sample: true, Evidence: "P", Sources: []model.SourceID{"S30"}, SourceText: "DPA 2026", SourceDate: "2026-01-05", Note: "n",
	}
}

// TestFieldsCoverAnEntry fails when a field of Programme is in no Field: it
// would be lost in conflicts and in the journal.
func TestFieldsCoverAnEntry(t *testing.T) {
	t.Parallel()
	f, empty := full(), model.Programme{ID: "u1"}
	differing := model.Differing(&f, &empty)
	if diff := cmp.Diff(model.Fields(), differing); diff != "" {
		t.Errorf("fields that differ (-all +found):\n%s", diff)
	}
	got, err := model.Change{ID: "u1", Was: &empty, Now: &f}.Apply(&empty)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(f, *got); diff != "" {
		t.Errorf("every field applied (-want +got):\n%s", diff)
	}
	back, err := model.Change{ID: "u1", Was: &empty, Now: &f}.Reverse().Apply(got)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(empty, *back); diff != "" {
		t.Errorf("taken back (-want +got):\n%s", diff)
	}
}

// TestSetReadsWhatTextWrites sets every field to its own text.
func TestSetReadsWhatTextWrites(t *testing.T) {
	t.Parallel()
	for _, f := range model.Fields() {
		p, want := full(), full()
		if err := p.Set(f, want.Text(f)); err != nil {
			t.Errorf("%s: %v", f, err)
		}
		if p.Text(f) != want.Text(f) {
			t.Errorf("%s: %q, want %q", f, p.Text(f), want.Text(f))
		}
	}
}

func TestSet(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		field  model.Field
		text   string
		want   string
		reason model.Reason
	}{
		{"code without zeros", model.FieldCode, "1.6.5", "1.06.05", ""},
		{"code of a sub activity", model.FieldCode, " 1.06.05.2.02.0006 ", "1.06.05.2.02.0006", ""},
		{"shared code", model.FieldCode, "x.xx.01", "X.XX.01", ""},
		{"code that stops at the level", model.FieldCode, "1.06.05.2", "", model.ReasonCode},
		{"no code", model.FieldCode, "", "", model.ReasonRequired},
		{"letters in a code", model.FieldCode, "1.O6.05", "", model.ReasonCode},
		{"unknown budget", model.FieldBudget, "", "", ""},
		{"no budget at all", model.FieldBudget, "0", "0", ""},
		{"negative budget", model.FieldBudget, "-1", "", model.ReasonRange},
		{"huge budget", model.FieldBudget, "99999999999999999999", "", model.ReasonRange},
		{"words for a budget", model.FieldBudget, "banyak", "", model.ReasonNumber},
		{"signed", model.FieldBudget, "+5", "", model.ReasonNumber},
		{"target with unit", model.FieldTarget, "500 family", "500 family", ""},
		{"target without unit", model.FieldTarget, "500", "", model.ReasonUnit},
		{"target in another unit", model.FieldTarget, "500 kk", "", model.ReasonChoice},
		{"year of another age", model.FieldYear, "26", "", model.ReasonRange},
		{"no year", model.FieldYear, "", "", model.ReasonRequired},
		{"date the day first", model.FieldSourceDate, "31-3-2026", "2026-03-31", ""},
		{"day that is none", model.FieldSourceDate, "2026-02-29", "", model.ReasonDate},
		{"leap day", model.FieldSourceDate, "29/2/2024", "2024-02-29", ""},
		{"month alone", model.FieldSourceDate, "2026-03", "2026-03", ""},
		{"direct", model.FieldDirectness, "direct", "direct", ""},
		{"directness in another language", model.FieldDirectness, "langsung", "", model.ReasonChoice},
		{"tag not known", model.FieldSIPD, "unknown", "", ""},
		{"places", model.FieldPlaces, "62.71.01; 62.71.02,62.71.01", "62.71.01,62.71.02", ""},
		{"place by its name", model.FieldPlaces, "Pahandut", "", model.ReasonCode},
		{"long text", model.FieldDepartment, strings.Repeat("x", model.MostText+1), "", model.ReasonLong},
		{"control character", model.FieldName, "a\x1b[2Jb", "", model.ReasonControl},
		{"lines in a note", model.FieldNote, "a\nb", "a\nb", ""},
		{"lines in a name", model.FieldName, "a\nb", "", model.ReasonControl},
		{"bytes that are no text", model.FieldName, "a\xff", "", model.ReasonControl},
		{"region", model.FieldRegion, "627", "", model.ReasonCode},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := full()
			before := p
			err := p.Set(c.field, c.text)
			if c.reason == "" {
				if err != nil {
					t.Fatal(err)
				}
				if got := p.Text(c.field); got != c.want {
					t.Errorf("%q, want %q", got, c.want)
				}
				return
			}
			var fault *model.FieldError
			if !errors.As(err, &fault) || fault.Reason != c.reason || fault.Field != c.field {
				t.Fatalf("%v, want %s of %s", err, c.reason, c.field)
			}
			if diff := cmp.Diff(before, p); diff != "" {
				t.Errorf("refused, and yet changed:\n%s", diff)
			}
		})
	}
}

func TestWhatHangsOnAField(t *testing.T) {
	t.Parallel()
	p := full()
	must := func(f model.Field, text string) {
		t.Helper()
		if err := p.Set(f, text); err != nil {
			t.Fatal(err)
		}
	}
	must(model.FieldRealisedH1, "500") // 500 + 400
	if p.Realised != model.Known[model.Rupiah](900) {
		t.Errorf("realised %v after semester 1, want 900", p.Realised)
	}
	must(model.FieldRealisedH2, "")
	if p.Realised.OK {
		t.Errorf("realised %v with a semester unknown", p.Realised)
	}
	must(model.FieldBudget, "1000")
	if p.BudgetComputed || p.BudgetBasis != "" {
		t.Error("a typed budget is still called computed")
	}
	must(model.FieldTarget, "20 family")
	if p.TargetText == "" {
		t.Error("the same target dropped the words of the source")
	}
	must(model.FieldTarget, "21 family")
	if p.TargetText != "" {
		t.Error("the words of the source name another number")
	}
	if !p.Sample {
		t.Fatal("no sample any more")
	}
	must(model.FieldSourceText, "DPA")
	if p.Sample {
		t.Error("named a source and still a sample")
	}
	p = full()
	must(model.FieldVerification, "verified")
	if p.Sample {
		t.Error("verified and still a sample")
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	p := full()
	if got := p.Check(); got != nil {
		t.Fatalf("a sound entry: %v", got)
	}
	got := map[model.Field]model.Reason{}
	bad := model.Programme{
		Year: 3000, Strategy: 100, Directness: "x", SIPD: "x", Verification: "x", SourceDate: "2026-13",
		Budget: model.Known[model.Rupiah](-1), Target: model.Known(model.Count{N: 1, Unit: "x"}), Places: []model.KemendagriCode{"x"},
		RealisedH1: model.Known[model.Rupiah](1), RealisedH2: model.Known[model.Rupiah](1), Note: "\x07",
	}
	for _, e := range bad.Check() {
		got[e.Field] = e.Reason
	}
	want := map[model.Field]model.Reason{
		model.FieldRegion: model.ReasonCode, model.FieldYear: model.ReasonRange, model.FieldDepartment: model.ReasonRequired,
		model.FieldCode: model.ReasonRequired, model.FieldName: model.ReasonRequired, model.FieldStrategy: model.ReasonRange,
		model.FieldDirectness: model.ReasonChoice, model.FieldSIPD: model.ReasonChoice, model.FieldVerification: model.ReasonChoice,
		model.FieldSourceDate: model.ReasonDate, model.FieldBudget: model.ReasonRange, model.FieldTarget: model.ReasonChoice,
		model.FieldPlaces: model.ReasonCode, model.FieldRealised: model.ReasonRange, model.FieldNote: model.ReasonControl,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
