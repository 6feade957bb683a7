package doc_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"rakor/data/internal/doc"
	"rakor/data/internal/jscan"
	"rakor/model"
)

// everything is an entry in which every field says something.
func everything() model.Programme {
	return model.Programme{
		ID: "u1", Region: "6271", Year: 2026, Department: "Dinas \"Sosial\"", Code: "1.06.05.2.02.0006", Name: "Perlindungan",
		Activity: "Bantuan", SubActivity: "Fasilitasi", Strategy: 1, Directness: model.Direct, Deed: "penyaluran",
		Budget: model.Known[model.Rupiah](1000), BudgetComputed: true, BudgetBasis: "2x500", BudgetRevised: model.Known[model.Rupiah](model.MostRupiah),
		Realised: model.Known[model.Rupiah](700), RealisedH1: model.Known[model.Rupiah](300), RealisedH2: model.Known[model.Rupiah](400),
		TargetText: "20 KPM", Target: model.Known(model.Count{N: 20, Unit: model.PerFamily}), TargetGroup: "desil 1-4", Benefit: "Rp50",
		Reached: model.Known(model.Count{N: 10, Unit: model.PerPerson}), Places: []model.KemendagriCode{"62.71.01"}, PlaceNames: []string{"Pahandut"},
		Funding: "APBD <kota>", AidNature: "tunai", AidKind: "uang", Duration: "12 bulan", SIPD: model.Tagged, Indicator: "p0", Verification: model.Proposed,
		Basis: "DPA", Sample: true, Evidence: "P", Sources: []model.SourceID{"S30"}, SourceText: "DPA 2026", SourceDate: "2026-01-05", Note: "a\nb",
	}
}

// TestEntryRoundTrip writes and reads an entry with every field, one with
// none, and one whose year's figure stands alone.
func TestEntryRoundTrip(t *testing.T) {
	least := model.Programme{ID: "u2", Region: "6271", Year: 2026, Department: "d", Code: "c", Name: "n"}
	alone := least
	alone.ID, alone.Realised, alone.RealisedH1 = "u3", model.Known[model.Rupiah](0), model.Known[model.Rupiah](0)
	want := doc.Programmes{Entries: []model.Programme{everything(), least, alone}, Removed: []model.ProgrammeID{"p001"}, Journal: 77}
	b, err := doc.WriteProgrammes(want)
	if err != nil {
		t.Fatal(err)
	}
	got, syntax := doc.ReadProgrammes(b, func(f jscan.Fault) { t.Error(f) })
	if syntax != nil {
		t.Fatal(syntax)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if err := schemas(t)[doc.ProgrammesFormat].Validate(v); err != nil {
		t.Error(err)
	}
	var objects [][]byte
	for i := range want.Entries {
		object, err := doc.AppendEntry(nil, &want.Entries[i])
		if err != nil {
			t.Fatal(err)
		}
		objects = append(objects, object)
	}
	entries, syntax := doc.ReadEntries(objects, func(f jscan.Fault) { t.Error(f) })
	if syntax != nil {
		t.Fatal(syntax)
	}
	if diff := cmp.Diff(want.Entries, entries); diff != "" {
		t.Errorf("alone (-want +got):\n%s", diff)
	}
}

// TestEntryFaults: each member of the wrong form is reported at its place.
func TestEntryFaults(t *testing.T) {
	for member, value := range map[string]string{
		"directness": `"langsung"`, "sipd": `"unknown"`, "verification": `"done"`, "source_date": `"2026-13"`, "indicator": `"a b"`,
		"budget_revised": `-1`, "realised_h1": `1.5`, "reached": `{"count":1,"unit":"kk"}`, "target": `{"unit":"person"}`, "sub_activity": `1`,
		"name": `""`, "unheard_of": `1`, "places": `["Pahandut"]`, "year": `26`,
	} {
		b := fmt.Appendf(nil, `{"format":"rakor/programmes/1","programmes":[{"id":"a","region":"6271","department":"d","code":"c",%q:%s}]}`, member, value)
		found := false
		_, syntax := doc.ReadProgrammes(b, func(f jscan.Fault) {
			found = found || len(f.Pointer) > len("/programmes/0/") && f.Pointer[:len("/programmes/0/"+member)] == "/programmes/0/"+member
		})
		if syntax != nil || !found {
			t.Errorf("%s: %s: not reported (%v)", member, value, syntax)
		}
	}
}
