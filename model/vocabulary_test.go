package model_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model"
)

func vocabulary() *model.Vocabulary {
	return model.NewVocabulary(model.NewDataset(model.Parts{
		Regions: []model.Region{
			{Code: "0000", Level: model.LevelNation, Name: "Indonesia"},
			{Code: "6271", Kemendagri: "62.71", Level: model.LevelCity, Name: "Kota Palangka Raya", Parent: "0000"},
			{Code: "62.71.01", Kemendagri: "62.71.01", Level: model.LevelDistrict, Name: "Pahandut", Parent: "6271"},
			{Code: "62.71.01.1001", Kemendagri: "62.71.01.1001", Level: model.LevelVillage, Name: "Pahandut", Parent: "62.71.01"},
			{Code: "62.71.01.1002", Kemendagri: "62.71.01.1002", Level: model.LevelVillage, Name: "Panarung", Parent: "62.71.01"},
			{Code: "62.71.01.1003", Kemendagri: "62.71.01.1003", Level: model.LevelVillage, Name: "Sama", Parent: "62.71.01"},
			{Code: "62.71.03", Kemendagri: "62.71.03", Level: model.LevelDistrict, Name: "Jekan Raya", Parent: "6271"},
			{Code: "62.71.03.1001", Kemendagri: "62.71.03.1001", Level: model.LevelVillage, Name: "Sama", Parent: "62.71.03"},
		},
		Indicators: []model.Indicator{{ID: "p0"}, {ID: "p1"}}, Sources: []model.Source{{ID: "S30"}},
	}), []model.StrategyItem{{Code: 1}, {Code: 2}})
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text, codes, names string
		reason             model.Reason
		want               string
	}{
		{text: ""},
		{text: "Pahandut", codes: "62.71.01", names: "Pahandut"}, // the district before its village
		{text: "pahandut (PANARUNG)", codes: "62.71.01.1002", names: "Pahandut (Panarung)"},
		{text: "Pahandut / Panarung", codes: "62.71.01.1002", names: "Pahandut (Panarung)"},
		{text: "Pahandut/Pahandut", codes: "62.71.01.1001", names: "Pahandut (Pahandut)"},
		{text: "panarung; jekan  raya, Panarung", codes: "62.71.01.1002,62.71.03", names: "Pahandut (Panarung),Jekan Raya"},
		{text: "62.71.03.1001", codes: "62.71.03.1001", names: "Jekan Raya (Sama)"},
		{text: "all", codes: "62.71", names: "semua"},
		{text: "62.71", codes: "62.71", names: "semua"},
		{text: "semua, Pahandut", reason: model.ReasonAmbiguous, want: "semua"},
		{text: "Sama", reason: model.ReasonAmbiguous, want: "Pahandut (Sama), Jekan Raya (Sama)"},
		{text: "Pahandt", reason: model.ReasonUnknown, want: "Pahandut, "},
		{text: "62.72.01", reason: model.ReasonUnknown},
	} {
		codes, names, err := vocabulary().Places("6271", c.text)
		var fault *model.FieldError
		switch {
		case c.reason != "":
			if !errors.As(err, &fault) || fault.Reason != c.reason || !strings.Contains(fault.Want, c.want) {
				t.Errorf("%q: %v, want %s %q", c.text, err, c.reason, c.want)
			}
		case err != nil:
			t.Errorf("%q: %v", c.text, err)
		default:
			p := model.Programme{Places: codes}
			if got := p.Text(model.FieldPlaces); got != c.codes || strings.Join(names, ",") != c.names {
				t.Errorf("%q: %s %q", c.text, got, names)
			}
		}
	}
}

func TestVocabularyCheck(t *testing.T) {
	t.Parallel()
	p := full()
	if got := vocabulary().Check(&p); got != nil {
		t.Fatalf("a sound entry: %v", got)
	}
	p.Region, p.Strategy, p.Indicator, p.Sources = "9999", 3, "p00", []model.SourceID{"S30", "S99"}
	p.Places = append(p.Places, "62.71.09")
	var got []string
	for _, e := range vocabulary().Check(&p) {
		got = append(got, string(e.Field)+" "+e.Value+" "+e.Want)
	}
	want := []string{"region 9999 ", "strategy 3 0, 1, 2", "indicator p00 p0, p1", "places 62.71.09 ", "sources S99 "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
