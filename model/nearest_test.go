package model_test

import (
	"slices"
	"testing"

	"rakor/model"
)

func TestNearest(t *testing.T) {
	t.Parallel()
	names := []string{"indikator", "istilah", "6271", "6201", "Kota Palangka Raya", "periode"}
	for name, want := range map[string]string{
		"indikatr":         "indikator",
		"ISTILA":           "istilah",
		"6272":             "6271",
		"kota palngka rya": "Kota Palangka Raya",
	} {
		got := model.Nearest(name, names, 2)
		if len(got) == 0 || got[0] != want {
			t.Errorf("Nearest(%q) = %q, want %q first", name, got, want)
		}
	}
	if got := model.Nearest("###", names, 3); len(got) != 0 {
		t.Errorf("names that share nothing: %q", got)
	}
	if got := model.Nearest("6271", []string{"6271", "6271"}, 3); !slices.Equal(got, []string{"6271"}) {
		t.Errorf("a name given twice: %q", got)
	}
}
