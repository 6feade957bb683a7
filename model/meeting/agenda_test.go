package meeting_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model/meeting"
)

func views(name string) (string, bool) {
	v, ok := map[string]string{"wilayah": "{tab 0}", "notulen": "{minutes}"}[name]
	return v, ok
}

func TestAgenda(t *testing.T) {
	t.Parallel()
	want := meeting.Meeting{
		Title: "Rakor TKPKD: semester II", Place: "Aula", Chair: "Wakil Wali Kota", Date: "2026-11-25",
		Agenda: []meeting.Item{
			{Title: "Tindak lanjut", Minutes: 10, View: "{minutes}"},
			{Title: "Situasi: P0 3,62 %", Minutes: 20, View: "{tab 0}"},
			{Title: "Lain-lain"},
			{Title: "Penutup", View: "{tab 0}"},
		},
	}
	for name, text := range map[string]string{
		"text": "\ufeff# agenda\r\njudul: Rakor TKPKD: semester II\r\nTempat: Aula\r\npimpinan: Wakil Wali Kota\r\ntanggal: 25-11-2026\r\n\r\n" +
			"1. Tindak lanjut; 10; notulen\r\n2. Situasi: P0 3,62 %; 20 menit; Wilayah\r\nLain-lain\r\n4. Penutup; wilayah\r\n",
		"json": `{"title":"Rakor TKPKD: semester II","place":"Aula","chair":"Wakil Wali Kota","date":"2026-11-25","agenda":[
			{"title":"Tindak lanjut","minutes":10,"view":"notulen"},{"title":"Situasi: P0 3,62 %","minutes":20,"view":"wilayah"},
			{"title":"Lain-lain"},{"title":"Penutup","view":"wilayah"}]}`,
	} {
		got, err := meeting.ParseAgenda([]byte(text), views)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestBadAgendas(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		what meeting.AgendaFault
		line int
	}{
		"nothing":       {"# nothing\n\n", meeting.AgendaEmpty, 0},
		"long":          {strings.Repeat("x", meeting.MaxAgendaFile+1), meeting.AgendaTooLong, 0},
		"binary":        {"a\x00b", meeting.AgendaNotText, 0},
		"escape":        {"a\x1b[2J", meeting.AgendaNotText, 0},
		"not UTF-8":     {"a\xff", meeting.AgendaNotText, 0},
		"minutes":       {"Satu; 10\nDua; 1x0", meeting.AgendaMinutes, 2},
		"half a minute": {"Satu; 1.5 menit", meeting.AgendaMinutes, 1},
		"negative":      {"Satu; -5", meeting.AgendaMinutes, 1},
		"a day":         {"Satu; 1441", meeting.AgendaMinutes, 1},
		"view":          {"\nSatu; 5; peta", meeting.AgendaView, 2},
		"fields":        {"Satu; 5; wilayah; lagi", meeting.AgendaFields, 1},
		"no title":      {"1. ; 5", meeting.AgendaNoTitle, 1},
		"long title":    {strings.Repeat("x", meeting.MaxTitle+1), meeting.AgendaLong, 1},
		"31-02":         {"tanggal: 31-02-2026\nSatu", meeting.AgendaDate, 1},
		"month":         {"tanggal: 2026-11\nSatu", meeting.AgendaDate, 1},
		"twice":         {"judul: a\njudul: b\nSatu", meeting.AgendaTwice, 2},
		"too many":      {strings.Repeat("Satu\n", meeting.MaxAgenda+1), meeting.AgendaTooMany, 0},
		"broken JSON":   {"{\n\"agenda\": [\n}", meeting.AgendaNotJSON, 3},
		"other JSON":    {`{"rows": []}`, meeting.AgendaNotJSON, 1},
		"two values":    {`[{"title":"a"}] x`, meeting.AgendaNotJSON, 1},
		"JSON view":     {`[{"title":"a","view":"peta"}]`, meeting.AgendaView, 0},
		"empty JSON":    {`[]`, meeting.AgendaEmpty, 0},
	} {
		_, err := meeting.ParseAgenda([]byte(c.text), views)
		var e *meeting.AgendaError
		if !errors.As(err, &e) || e.What != c.what || e.Line != c.line {
			t.Errorf("%s: %v, want line %d: %s", name, err, c.line, c.what)
		}
	}
}
