package matrix_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"rakor/data/matrix"
	"rakor/model"
	"rakor/model/intake"
)

func rp(v int64) model.Maybe[model.Rupiah] { return model.Known(model.Rupiah(v)) }

func count(n int64, u model.TargetUnit) model.Maybe[model.Count] {
	return model.Known(model.Count{N: n, Unit: u})
}

func read(t *testing.T, name string, change func(*matrix.Options)) *matrix.Table {
	t.Helper()
	o := open(t).options()
	if change != nil {
		change(&o)
	}
	table, err := matrix.Open(filepath.Join("testdata", name), o)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func entries(table *matrix.Table) []model.Programme {
	var out []model.Programme
	for _, r := range table.Rows {
		out = append(out, r.Entry)
	}
	return out
}

func kinds(rs []intake.Remark) []string {
	var out []string
	for _, r := range rs {
		out = append(out, r.Cell+" "+string(r.Kind))
	}
	return out
}

// The expected entries were read from testdata/rat18.csv by eye. The second
// row has its department, programme and activity from the first; "30
// kelurahan" is no unit of recipients.
func TestRAT18ByHand(t *testing.T) {
	table := read(t, "rat18.csv", nil)
	want := []model.Programme{
		{
			Region: "6271", Year: 2026, Department: "Dinas Sosial", Code: "1.06.05.2.02.0006", Name: "Program Perlindungan dan Jaminan Sosial",
			Activity: "Pengelolaan Data Fakir Miskin", SubActivity: "Fasilitasi Bantuan Sosial Kesejahteraan Keluarga", Strategy: 1,
			Directness: model.Direct, Deed: "Penyaluran bantuan", Budget: rp(880_000_000), Funding: "APBD Kota", AidNature: "Stimulan",
			Places: []model.KemendagriCode{"62.71.01"}, PlaceNames: []string{"Pahandut"}, TargetText: "2.200 KPM",
			Target: count(2200, model.PerFamily), Benefit: "Rp400.000", AidKind: "Uang", Duration: "12 bulan",
		},
		{
			Region: "6271", Year: 2026, Department: "Dinas Sosial", Code: "1.06.05.2.02.0007", Name: "Program Perlindungan dan Jaminan Sosial",
			Activity: "Pengelolaan Data Fakir Miskin", SubActivity: "Pemutakhiran data", Strategy: 1, Directness: model.Supporting,
			Budget: rp(1_450_000_000), Places: []model.KemendagriCode{"62.71"}, PlaceNames: []string{"semua"}, TargetText: "30 kelurahan",
		},
		{
			Region: "6271", Year: 2026, Department: "DPKUKMP", Code: "2.17.07", Name: "Program Pemberdayaan UMKM", Activity: "Pemberdayaan Usaha Mikro",
			SubActivity: "Pendataan, kemitraan, dan perizinan", Strategy: 2, Directness: model.Direct, Budget: rp(250_000_000), Funding: "DBH",
			Places:     []model.KemendagriCode{"62.71.01.1003", "62.71.02.1001", "62.71.02.1004"},
			PlaceNames: []string{"Pahandut (Langkai)", "Bukit Batu (Marang)", "Bukit Batu (Tangkiling)"},
			TargetText: "1.000 pelaku usaha mikro", Target: count(1000, model.PerBusiness), Benefit: "2,5 juta", AidKind: "Barang",
		},
	}
	if d := cmp.Diff(want, entries(table)); d != "" {
		t.Errorf("entries (-want +got):\n%s", d)
	}
	wantNotes := []string{"F10 carried-down", "C10 carried-down", "E10 carried-down", "O10 no-unit", "D13 code-restored"}
	var notes []string
	for _, r := range table.Rows {
		notes = append(notes, kinds(r.Notes)...)
		if r.Refusals != nil {
			t.Errorf("%s refused: %v", r.Cell, r.Refusals)
		}
	}
	if d := cmp.Diff(wantNotes, notes, cmpopts.SortSlices(strings.Compare)); d != "" {
		t.Errorf("notes (-want +got):\n%s", d)
	}
	wantSkipped := []string{"A7 column-numbers", "A8 section", "G11 subtotal", "A12 section", "G14 subtotal", "N15 text", "N16 text"}
	var skipped []string
	for _, s := range table.Skipped {
		skipped = append(skipped, s.Cell+" "+string(s.Kind))
	}
	if d := cmp.Diff(wantSkipped, skipped); d != "" {
		t.Errorf("skipped (-want +got):\n%s", d)
	}
	if table.Layout() != matrix.RAT18 || table.Sheets[0].Heading != "A5" || table.Sheets[0].Year != 2026 || table.Notes != nil {
		t.Errorf("%+v, notes %v", table.Sheets, table.Notes)
	}
}

// Amounts are millions, as the title says; "1,450.50" shows that the sheet
// writes decimals with a point, so that "20,000" is twenty thousand millions.
// Row 1 fills two columns of activities. The stated total 21,463 is 1,450.5 +
// 12.5 + 20,000 = 21,463: it agrees. Semester 2 of row 1, 725,250, does not
// agree with its total: 725.25 + 725,250 = 725,975.25 is not 1,450.5.
func TestOPPKPKE21ByHand(t *testing.T) {
	table := read(t, "oppkpke21.csv", nil)
	got := entries(table)
	want := []model.Programme{
		{
			Region: "6271", Year: 2025, Department: "Disperkimtan", Code: "1.04.04", Name: "Program Perumahan dan Kawasan Permukiman Kumuh",
			Activity: "Bedah rumah", Strategy: 3, Deed: "Langsung: Perbaikan atap | Tidak langsung: Pengawasan", Budget: rp(1_450_500_000),
			Funding: "APBN", Places: []model.KemendagriCode{"62.71.05"}, PlaceNames: []string{"Rakumpit"}, TargetText: "29 rumah",
			Target: count(29, model.PerHouse), RealisedH1: rp(725_250_000), RealisedH2: rp(725_250_000_000), Realised: rp(725_975_250_000),
		},
		{
			Region: "6271", Year: 2025, Department: "Bapperida", Code: "5.01.03", Name: "Program Koordinasi", Activity: "Rakor TKPK",
			Directness: model.Supporting, Deed: "Rapat", Budget: rp(12_500_000), Funding: "APBD", Realised: rp(6_250_000),
		},
		{
			Region: "6271", Year: 2025, Department: "Dinas Kesehatan", Code: "1.02.02", Name: "Program Kesehatan", Activity: "PBI APBD", Strategy: 1,
			Directness: model.Direct, Budget: rp(20_000_000_000), Funding: "APBD", Places: []model.KemendagriCode{"62.71"}, PlaceNames: []string{"semua"},
			TargetText: "40000", Target: count(40_000, model.PerFamily),
		},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("entries (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"H5 two-activities", "U5 total-differs"}, kinds(table.Rows[0].Notes)); d != "" {
		t.Errorf("notes (-want +got):\n%s", d)
	}
	if table.Layout() != matrix.OPPKPKE21 || table.Notes != nil {
		t.Errorf("%+v, notes %v", table.Sheets, table.Notes)
	}
	for _, f := range []model.Field{model.FieldRealisedH1, model.FieldRealisedH2, model.FieldRealised} {
		if cell, ok := table.Rows[2].Tells(f); ok {
			t.Errorf("%s tells %s, though nothing is known", cell, f)
		}
	}
}

func TestPlainByHand(t *testing.T) {
	table := read(t, "plain.csv", nil)
	want := model.Programme{
		ID: "u7", Region: "6271", Year: 2026, Department: "Dinas Sosial", Code: "1.06.05", Name: "Perlindungan", Activity: "Bantuan", Strategy: 1,
		Directness: model.Direct, Budget: rp(1000), BudgetRevised: rp(1200), Places: []model.KemendagriCode{"62.71.01", "62.71.02"},
		Target: count(20, model.PerFamily), Reached: count(12, model.PerFamily), SIPD: model.Tagged, Indicator: "p0", Verification: model.Proposed,
		SourceText: "DPA 2026", SourceDate: "2026-03-26", Note: "=1+1, dua baris\nkedua",
	}
	if d := cmp.Diff(want, table.Rows[0].Entry); d != "" {
		t.Errorf("entry (-want +got):\n%s", d)
	}
	if table.Layout() != matrix.Plain || table.Rows[1].Refusals != nil {
		t.Errorf("%+v; row 2: %v", table.Sheets, table.Rows[1].Refusals)
	}
	wantRefused := []string{"G4 unknown-choice", "P4 unknown-choice", "L4 negative", "T4 malformed-date"}
	if d := cmp.Diff(wantRefused, kinds(table.Rows[2].Refusals), cmpopts.SortSlices(strings.Compare)); d != "" {
		t.Errorf("refusals (-want +got):\n%s", d)
	}
}

// The layout that a person names is held against the file.
func TestNamedLayout(t *testing.T) {
	for _, c := range []struct {
		file   string
		layout matrix.Layout
		fault  matrix.Fault
	}{
		{"rat18.csv", matrix.OPPKPKE21, matrix.Missing},
		{"rat18.csv", matrix.Plain, matrix.NoTable},
		{"plain.csv", matrix.RAT18, matrix.NoTable},
	} {
		o := open(t).options()
		o.Layout = c.layout
		_, err := matrix.Open(filepath.Join("testdata", c.file), o)
		if got := faultOf(err); got != c.fault {
			t.Errorf("%s as %s: %v", c.file, c.layout.ID(), err)
		}
	}
	// A report read as a plan: what the plan does not have is left alone.
	table := read(t, "oppkpke21.csv", func(o *matrix.Options) { o.Layout = matrix.RAT18 })
	if table.Rows[1].Entry.Realised.OK || len(table.Sheets[0].Unused) != 3 {
		t.Errorf("realised %v, unused %q", table.Rows[1].Entry.Realised, table.Sheets[0].Unused)
	}
}

func TestNamedYear(t *testing.T) {
	b, err := os.ReadFile("testdata/rat18.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, title string
		year        model.Year // named by the person
		want        model.Year // 0: refused
	}{
		{"the title's", "TAHUN ANGGARAN 2027", 0, 2027},
		{"the person's", "TAHUN ANGGARAN 2027", 2028, 2028},
		{"none", "tanpa angka", 0, 0},
		{"a span is none", "RPKD 2025-2029", 0, 0},
		{"that of a regulation is none", "Inpres Nomor 8 Tahun 2025", 0, 0},
		{"two", "Tahun 2025 dan Tahun 2026", 0, 0},
		{"two, and the person's", "Tahun 2025 dan Tahun 2026", 2026, 2026},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := open(t).options()
			o.Year = c.year
			table, err := matrix.Read(strings.NewReader(strings.Replace(string(b), "RPKD 2025-2029, TAHUN ANGGARAN 2026", c.title, 1)), o)
			if c.want == 0 {
				if faultOf(err) != matrix.NoYear {
					t.Errorf("error %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := table.Rows[0].Entry.Year; got != c.want {
				t.Errorf("year %d, want %d", got, c.want)
			}
		})
	}
}
