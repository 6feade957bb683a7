package personal_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/data/personal"
)

// The numbers are made up: districts of the city with days of birth, serial
// numbers that were never given out.
func TestInside(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"in a sentence", "penerima 6271031708850001 (istri)", true},
		{"glued to letters", "NIK6271031708850001x", true},
		{"groups of four", "a.n. 6271 0317 0885 0001", true},
		{"six, six, four", "627103-170885-0001", true},
		{"as on the card", "62.71.03.170885.0001", true},
		{"behind another number", "12 6271031708850001", true},
		{"a code and a year", "1.06.05.2.02.0006 2025", false},
		{"an amount", "Rp6.271.031.708.850.001", false},
		{"no day of birth", "6271039908850001", false},
		{"17 digits", "62710317088500011", false},
		{"a number of 18 digits (NIP)", "198503172010011001", false},
		{"none", "36 rumah", false},
		{"empty", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := personal.Inside(c.text); got != c.want {
				t.Errorf("Inside(%q) = %v", c.text, got)
			}
		})
	}
}

func TestHeadersOfProgrammeLists(t *testing.T) {
	harmless := []string{
		"No", "Nama Program", "Nama Sub Kegiatan", "Nama OPD", "Nama Perangkat Daerah", "Nama Kecamatan", "Jenis Bantuan", "Lokasi", "Jumlah Sasaran", "Sumber Pembiayaan", "Realisasi Semester I", "Aktivitas Langsung", "Teknik",
	}
	if got := personal.ByHeader(harmless); got != nil {
		t.Errorf("harmless columns refused: %v", got)
	}
	got := personal.ByHeader([]string{"No", "Nama Penerima Bantuan Program", "N I K", "NIK", "Alamat Lengkap", "6271031708850001"})
	want := []personal.Column{
		{Name: "Nama Penerima Bantuan Program", Kind: personal.PersonName},
		{Name: "N I K", Kind: personal.IdentityNumber},
		{Name: "NIK", Kind: personal.IdentityNumber},
		{Name: "Alamat Lengkap", Kind: personal.Address},
		{Name: "column 6", Kind: personal.IdentityNumber, ByContent: true},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestTextColumns(t *testing.T) {
	names := []string{"Siti Aminah", "Ahmad Fauzi", "Dewi Lestari", "Lambang", "Tuah Bangas"}
	for _, c := range []struct {
		name  string
		texts []string
		kind  personal.Kind
		want  bool
	}{
		{"names", names, personal.PersonName, true},
		{"addresses", []string{"Jl. Tjilik Riwut Km 5", "Gg. Manggis RT 2", "Jalan G. Obos No 3"}, personal.Address, true},
		{"one number in a long text", []string{"a", "b", strings.Repeat("uraian ", 200) + "6271031708850001"}, personal.IdentityNumber, true},
		{"programmes", []string{
			"Pemberdayaan Potensi Sumber Kesejahteraan Sosial, kader putri dan putra daerah se-kota", "Rehabilitasi Sosial Dasar", "Pasar murah",
			"Fasilitasi Bantuan Sosial", "Jaminan kesehatan bagi ibu hamil, Siti dan kawan-kawan sebagai kader penggerak",
		}, 0, false},
		{"numbers only", []string{"1", "2", "6271"}, 0, false},
		{"nothing", nil, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var col personal.Text
			for _, s := range c.texts {
				col.Add(s)
			}
			if kind, ok := col.Personal(); kind != c.kind || ok != c.want {
				t.Errorf("Personal() = %v, %v", kind, ok)
			}
		})
	}
}

func TestErrorRepeatsNothing(t *testing.T) {
	e := &personal.Error{Name: "rat.xlsx", Columns: personal.ByHeader([]string{"NIK 6271031708850001", "nama"})}
	if s := e.Error(); strings.Contains(s, "6271") || !strings.Contains(s, "column 1") || !strings.Contains(s, "nama") {
		t.Errorf("Error() = %q", s)
	}
}

func TestPrintable(t *testing.T) {
	if got := personal.Printable("a\x1b[31mb\u202ec", 40); got != "a\uFFFD[31mb\uFFFDc" {
		t.Errorf("%q", got)
	}
	if got := personal.Printable(strings.Repeat("x", 50), 40); got != strings.Repeat("x", 40)+"..." {
		t.Errorf("%q", got)
	}
}
