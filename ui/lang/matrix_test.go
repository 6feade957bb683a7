package lang_test

import (
	"testing"

	"rakor/ui/lang"
)

// TestFaultDetails: what a reader of files found is told in the language of the
// person; names of sheets stay as they are.
func TestFaultDetails(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ detail, want string }{
		{"1024 MB or more", "a.xlsx mengembang lebih dari 64 MB saat dibuka, jadi tidak dibuka; simpan hanya baris yang terisi (1024 MB atau lebih)"},
		{"more than 100000 rows", "a.xlsx mengembang lebih dari 64 MB saat dibuka, jadi tidak dibuka; simpan hanya baris yang terisi (lebih dari 100000 baris)"},
		{"'Rows or cells'!A5", "a.xlsx mengembang lebih dari 64 MB saat dibuka, jadi tidak dibuka; simpan hanya baris yang terisi ('Rows or cells'!A5)"},
		{"", "a.xlsx mengembang lebih dari 64 MB saat dibuka, jadi tidak dibuka; simpan hanya baris yang terisi"},
	} {
		if got := lang.Indonesian.Matrix().Fault("a.xlsx", "expands", c.detail); got != c.want {
			t.Errorf("%q: %s", c.detail, got)
		}
	}
	if got := lang.English.Matrix().Fault("a.pdf", "not-spreadsheet", "a PDF file"); got != "a.pdf is no spreadsheet, CSV or JSON (a PDF file)" {
		t.Error(got)
	}
}
