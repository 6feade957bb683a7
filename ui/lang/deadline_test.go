package lang_test

import (
	"testing"

	"rakor/model"
	"rakor/ui/lang"
)

func TestParseDeadline(t *testing.T) {
	t.Parallel()
	const today = "2026-11-25"
	for text, want := range map[string]model.Date{
		"":                  "",
		"31-12":             "2026-12-31",
		"31/12":             "2026-12-31",
		"25-11":             "2026-11-25",
		"24-11":             "2027-11-24", // passed this year: the next one
		"29-2":              "2028-02-29",
		"1 Jan":             "2027-01-01",
		"31 Desember 2026":  "2026-12-31",
		"31 december 2026":  "2026-12-31",
		"5 agu":             "2027-08-05",
		"2026-12-31":        "2026-12-31",
		"31.12.2026":        "2026-12-31",
		"besok":             "2026-11-26",
		"2 minggu":          "2026-12-09",
		"2 minggu lagi":     "2026-12-09",
		" 2  Weeks ":        "2026-12-09",
		"3 bulan":           "2027-02-25",
		"10 hari":           "2026-12-05",
		"1 tahun":           "2027-11-25",
		"akhir bulan":       "2026-11-30",
		"Akhir Semester":    "2026-12-31",
		"end of semester":   "2026-12-31",
		"akhir tahun":       "2026-12-31",
		"minggu depan":      "2026-12-02",
		"end of the  month": "2026-11-30",
	} {
		got, err := lang.ParseDeadline(text, today)
		if err != nil || got != want {
			t.Errorf("%q: %q %v, want %q", text, got, err, want)
		}
	}
	for _, text := range []string{
		"31-02", "31-02-2026", "30-2-2028", "32-12", "0-12", "12", "2026-12", "2026", "24-11-2026", "1-1-2020", "1-1-2037",
		"minggu", "dua minggu", "-3 hari", "3 jam", "2 minggu x", "akhir", "31-12-26", "99999999999999999999 hari", "\x1b[2J", "4000 hari",
	} {
		if got, err := lang.ParseDeadline(text, today); err == nil {
			t.Errorf("%q was read as %q", text, got)
		}
	}
}

func TestDay(t *testing.T) {
	t.Parallel()
	for d, want := range map[model.Date][2]string{
		"2026-12-01": {"1 Des 2026", "1 Dec 2026"},
		"2026-05":    {"Mei 2026", "May 2026"},
		"2026":       {"2026", "2026"},
		"":           {"-", "-"},
	} {
		if id, en := lang.Indonesian.Day(d), lang.English.Day(d); id != want[0] || en != want[1] {
			t.Errorf("%q: %q, %q", d, id, en)
		}
	}
	if got := lang.Indonesian.DayLong("2026-12-01"); got != "1 Desember 2026" {
		t.Error(got)
	}
}
