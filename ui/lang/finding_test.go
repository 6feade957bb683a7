package lang_test

import (
	"strings"
	"testing"

	"rakor/ui/lang"
)

func TestFinding(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"P2 above P1 in 5 of 14 regions of Kalimantan Tengah, 2024-03": "P2 di atas P1 di 5 dari 14 wilayah Kalimantan Tengah, Mar 2024",
		"about 12.5 thousand, as in the years around":                  "sekitar 12,5 ribu, seperti tahun-tahun di sekitarnya",
		"0 for 9431, 2021": "0 untuk 9431, 2021",
		"\"9999\"":         "\"9999\"",
		"number 12":        "bilangan 12",
		"0 to 100 percent": "0 sampai 100 %",
		"":                 "",
		"about  thousand, as in the years around": "about  thousand, as in the years around",
	} {
		if got := lang.Indonesian.Finding(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		if got := lang.English.Finding(text); got != text {
			t.Errorf("%q: %q in English", text, got)
		}
	}
}

// What stands in the gaps is data of people: nothing of it is taken for a gap.
func TestFindingKeepsText(t *testing.T) {
	t.Parallel()
	if got := lang.Indonesian.Finding("a source or note with the word {} \x1b"); !strings.HasSuffix(got, "{} \x1b") {
		t.Errorf("%q", got)
	}
}
