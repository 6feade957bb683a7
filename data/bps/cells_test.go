package bps_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rakor/data/bps"
	"rakor/model"
)

// find gives the row of a cell.
func find(t *testing.T, p *bps.Preview, cell string) bps.Row {
	t.Helper()
	i := slices.IndexFunc(p.Rows, func(r bps.Row) bool { return r.Cell == cell })
	if i < 0 {
		t.Fatalf("no row of cell %s", cell)
	}
	return p.Rows[i]
}

// TestNumbers reads numbers as they stand in files.
func TestNumbers(t *testing.T) {
	tests := []struct {
		name  string
		cells []string // of one file
		want  []string // the value read, or the two of an ambiguous one, or "" where it is none
	}{
		{"points", []string{"3.52", "1,234.5", "11.191", "1,234"}, []string{"3.52", "1234.5", "11.191", "1234"}},
		{"commas", []string{"3,52", "1.234,5", "11.191", "11,191"}, []string{"3.52", "1234.5", "11191", "11.191"}},
		{"groups", []string{"1.234.567", "11.191"}, []string{"1.234567e+06", "11191"}},
		{"nothing tells", []string{"11.191", "587075"}, []string{"11.191|11191", "587075"}},
		{"both", []string{"3.52", "3,52", "11.191"}, []string{"3.52", "3.52", "11.191|11191"}},
		{"marks of footnotes", []string{"3.52*)", "3.61 r", "4.1**"}, []string{"3.52", "3.61", "4.1"}},
		{"a minus of its own", []string{"\u22121.5", "-2.5"}, []string{"-1.5", "-2.5"}},
		{"money", []string{"Rp 555.618,00", "Rp587.075"}, []string{"555618", "587075"}},
		{"none", []string{"3.5.2", "1.2,3,4", "tiga", "3,52 jiwa", "12-13", "0x10", "1e5"}, []string{"", "", "", "", "", "", ""}},
		{"small", []string{"0.123", "0,123"}, []string{"0.123", "0.123"}},
	}
	for _, tt := range tests {
		var b strings.Builder
		b.WriteString("Kabupaten/Kota;2024\nSukamara;1\n")
		for _, c := range tt.cells {
			fmt.Fprintf(&b, "Kapuas;\"%s\"\n", c)
		}
		got := map[string]string{}
		table := read(t, tt.name, []byte(b.String()))[0]
		for _, f := range table.Figures {
			got[f.Cell] = fmt.Sprint(f.Value)
			if f.Ambiguous {
				got[f.Cell] += "|" + fmt.Sprint(f.Grouped)
			}
		}
		for i, want := range tt.want {
			if cell := fmt.Sprintf("B%d", i+3); got[cell] != want {
				t.Errorf("%s: %q is %q, want %q", tt.name, tt.cells[i], got[cell], want)
			}
		}
	}
}

// TestRefusedCells gives each reason for which a cell is refused, with its
// place.
func TestRefusedCells(t *testing.T) {
	ds := dataset(t)
	const p0 = "Kabupaten/Kota,Persentase Penduduk Miskin (P0) (Persen)\n,2024\n"
	tests := []struct {
		name, file, cell string
		o                bps.Options
		reason           bps.Reason
	}{
		{"a word", p0 + "Kapuas,5.1\nSukamara,tiga\n", "B4", bps.Options{}, bps.NotNumber},
		{"unknown region", p0 + "Atlantis,5.1\n", "B3", bps.Options{}, bps.UnknownRegion},
		{"proposed region", p0 + "Kapuass,5.1\n", "B3", bps.Options{}, bps.ProposedRegion},
		{"ambiguous region", "Wilayah,Persentase Penduduk Miskin\n,2024\nGorontalo,5.1\n", "B3", bps.Options{}, bps.AmbiguousRegion},
		{"ambiguous number", "Kabupaten/Kota,Persentase Penduduk Miskin\n,2024\nKapuas,11.191\n", "B3", bps.Options{}, ""},
		{"an unreadable one", "Kabupaten/Kota,Rasio Gini\n,2024\nKapuas,11.191\n", "B3", bps.Options{}, bps.AmbiguousNumber},
		{"no year", "Kabupaten/Kota,Persentase Penduduk Miskin\nKapuas,5.1\n", "B2", bps.Options{}, bps.NoPeriod},
		{"which round", "Provinsi,Persentase Penduduk Miskin\n,2024\nKALIMANTAN TENGAH,5.1\n", "B3", bps.Options{}, bps.WhichRound},
		{"the round told", "Provinsi,Persentase Penduduk Miskin\n,2024\nKALIMANTAN TENGAH,5.17\n", "B3", bps.Options{Period: model.Period{Year: 2024, Month: 3}}, ""},
		{"impossible round", "Provinsi,Persentase Penduduk Miskin\n,Mei 2024\nKALIMANTAN TENGAH,5.1\n", "B3", bps.Options{}, bps.BadPeriod},
		{"no indicator", "Kabupaten/Kota,Banyaknya Sapi\n,2024\nKapuas,5.1\n", "B3", bps.Options{}, bps.NoIndicator},
		{"which indicator", "Kabupaten/Kota,Jumlah dan Persentase Penduduk Miskin\n,2024\nKapuas,5.1\n", "B3", bps.Options{}, bps.WhichIndicator},
		{"which HDI", "Kabupaten/Kota,Indeks Pembangunan Manusia\n,2024\nKapuas,71.1\n", "B3", bps.Options{}, bps.WhichIndicator},
		{"HDI told", "Kabupaten/Kota,Indeks Pembangunan Manusia\n,2024\nKapuas,71.1\n", "B3", bps.Options{Indicator: "ipm"}, ""},
		{"persons, not thousands", "Kabupaten/Kota,Jumlah Penduduk Miskin (Jiwa)\n,2024\nKapuas,18400\n", "B3", bps.Options{}, bps.WrongUnit},
		{"persons without a unit", "Kabupaten/Kota,Jumlah Penduduk Miskin\n,2024\nKapuas,18400\n", "B3", bps.Options{}, bps.Magnitude},
		{"above 100 percent", p0 + "Kapuas,510\n", "B3", bps.Options{}, bps.OutOfRange},
		{"a decimal slip", "Kabupaten/Kota,Garis Kemiskinan\n,2024\nKapuas,55000\n", "B3", bps.Options{}, bps.Magnitude},
		{"zero", p0 + "Kapuas,0\n", "B3", bps.Options{}, bps.ZeroNoData},
		{"twice", p0 + "Kapuas,5.1\nSukamara,4\nKab. Kapuas,5.2\n", "B5", bps.Options{}, bps.Twice},
		{"twice, the first", p0 + "Kapuas,5.1\nSukamara,4\nKab. Kapuas,5.2\n", "B3", bps.Options{}, bps.Twice},
		{"forecast", "Kabupaten/Kota,Proyeksi Persentase Penduduk Miskin\n,2027\nKapuas,5.1\n", "B3", bps.Options{}, bps.Forecast},
		{
			"the year beside rounds", "38 Provinsi,Persentase Penduduk Miskin (P0)\n,2024,,\n,Semester 1 (Maret),Semester 2 (September),Tahunan\nACEH,14.2,12.6,13.4\n",
			"D4",
			bps.Options{},
			bps.AnnualBeside,
		},
	}
	for _, tt := range tests {
		p := compare(t, ds, read(t, tt.name, []byte(tt.file)), tt.o)
		if got := find(t, p, tt.cell); got.Reason != tt.reason || (tt.reason != "") != (got.Status == bps.Refused) {
			t.Errorf("%s: %+v, want %q", tt.name, got, tt.reason)
		}
	}
}

// TestWebAPIKeys builds keys from the metadata: one that two combinations give
// is refused, and so is one that none gives.
func TestWebAPIKeys(t *testing.T) {
	const answer = `{"status":"OK","data-availability":"available","var":[{"val":1,"label":"Garis Kemiskinan","unit":"Rupiah/kapita/bulan"}],
		"turvar":[{"val":0,"label":"Tidak ada"}],"vervar":[{"val":6271,"label":"<b>Kota Palangka Raya</b>"},{"val":"62711","label":"x"}],
		"tahun":[{"val":"1124","label":"2024"},{"val":124,"label":2024}],"turtahun":[{"val":0,"label":"Tahun"}],
		"datacontent":{"62711011240":"555.618","6271101240":"555618,0","99":1}}`
	table := read(t, "keys", []byte(answer))[0]
	var reasons []string
	for _, r := range table.Refused {
		reasons = append(reasons, r.Cell+" "+string(r.Reason))
	}
	if want := []string{"datacontent/99 unknown-key"}; !slices.Equal(reasons, want) {
		t.Errorf("%v, want %v", reasons, want)
	}
	if f := table.Figures; len(f) != 2 || f[0].Region != "Kota Palangka Raya" || f[0].Value != 555618 {
		t.Errorf("%+v", f)
	}
	const twice = `{"vervar":[{"val":1,"label":"a"},{"val":11,"label":"b"}],"var":[{"val":11,"label":"v"},{"val":1,"label":"w"}],
		"tahun":[{"val":120,"label":"2020"}],"datacontent":{"11101200":5}}`
	table = read(t, "twice", []byte(twice))[0]
	if len(table.Figures) != 0 || len(table.Refused) != 1 || table.Refused[0].Reason != bps.AmbiguousKey {
		t.Errorf("%+v %+v", table.Figures, table.Refused)
	}
}

// TestFilesTogether gives two files with the same figures, and two that differ.
func TestFilesTogether(t *testing.T) {
	ds := dataset(t)
	a := read(t, "a.csv", file(t, "years.csv"))
	b := read(t, "b.xlsx", file(t, "years.xlsx"))
	if got := counts(compare(t, ds, append(a, b...), bps.Options{})); got != [4]int{0, 210, 0, 0} {
		t.Error(got)
	}
	c := read(t, "c.csv", []byte("Kabupaten/Kota,Persentase Penduduk Miskin\n,2025\nKapuas,6.66\n"))
	p := compare(t, ds, append(a, c...), bps.Options{})
	if got := counts(p); got != [4]int{0, 153, 0, 2} {
		t.Error(got)
	}
}

// TestEncodings reads the encodings in which people save CSV.
func TestEncodings(t *testing.T) {
	ds := dataset(t)
	plain := "Kabupaten/Kota\tPersentase Penduduk Miskin (P0)\r\n\t2024\r\nKapuas\t5,13\r\n"
	wide := []byte{0xFF, 0xFE}
	for _, r := range plain {
		wide = append(wide, byte(r), byte(r>>8))
	}
	for name, b := range map[string][]byte{"utf-16": wide, "windows": []byte(plain + "Catatan \x96 sumber\r\n"), "utf-8": []byte("\xEF\xBB\xBF" + plain)} {
		p := compare(t, ds, read(t, name, b), bps.Options{})
		if len(p.Rows) != 1 || p.Rows[0].Region != "6203" || p.Rows[0].Value != 5.13 {
			t.Errorf("%s: %+v", name, p.Rows)
		}
	}
}

// TestSparse reads a table of many columns and empty rows in little memory: what
// is blank is counted and not kept.
func TestSparse(t *testing.T) {
	var b strings.Builder
	b.WriteString("Kabupaten/Kota")
	for i := range 500 {
		fmt.Fprintf(&b, ",%d", 1990+i%36)
	}
	b.WriteString("\nSukamara,1\n")
	for range 100_000 {
		b.WriteString("Kapuas\n")
	}
	table := read(t, "sparse", []byte(b.String()))[0]
	if len(table.Figures) != 1 || table.Missing == 0 {
		t.Errorf("%d figures, %d missing", len(table.Figures), table.Missing)
	}
}
