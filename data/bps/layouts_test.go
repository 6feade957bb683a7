package bps_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/data"
	"rakor/data/bps"
	"rakor/model"
)

// dataset gives the embedded data.
func dataset(t testing.TB) *model.Dataset {
	t.Helper()
	s, err := data.Open(data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s.Dataset()
}

func file(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func read(t testing.TB, name string, b []byte) []*bps.Table {
	t.Helper()
	tables, err := bps.Read(name, b)
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

func compare(t testing.TB, ds *model.Dataset, tables []*bps.Table, o bps.Options) *bps.Preview {
	t.Helper()
	p, err := bps.Compare(ds, bps.NewMatcher(ds, nil), tables, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// counts gives new, same, revised, refused.
func counts(p *bps.Preview) [4]int {
	return [4]int{p.Count(bps.New), p.Count(bps.Same), p.Count(bps.Revised), p.Count(bps.Refused)}
}

// TestLayouts reads each layout; the figures are those of the dataset, so that
// every one of them is the same.
func TestLayouts(t *testing.T) {
	ds := dataset(t)
	tests := []struct {
		file    string
		layout  bps.Layout
		o       bps.Options
		counts  [4]int
		missing int
		notes   []string
	}{
		{"year.csv", bps.LayoutYear, bps.Options{}, [4]int{0, 20, 0, 0}, 2, []string{bps.NoteRound}},
		{"years.csv", bps.LayoutYears, bps.Options{}, [4]int{0, 154, 0, 0}, 0, []string{bps.NoteRound}},
		{"years.xlsx", bps.LayoutYears, bps.Options{}, [4]int{0, 56, 0, 0}, 4, []string{bps.NoteRound}},
		{"dynamic.csv", bps.LayoutDynamic, bps.Options{}, [4]int{0, 28, 0, 0}, 0, []string{bps.NoteRound}},
		{"english.csv", bps.LayoutYears, bps.Options{}, [4]int{0, 28, 0, 0}, 0, []string{bps.NoteRound}},
		{"thousands.csv", bps.LayoutYears, bps.Options{}, [4]int{0, 28, 0, 0}, 0, []string{bps.NoteMagnitude}},
		{"portal.csv", bps.LayoutPortal, bps.Options{}, [4]int{0, 14, 0, 0}, 0, []string{bps.NoteRound}},
		{"webapi.json", bps.LayoutWebAPI, bps.Options{}, [4]int{0, 28, 0, 0}, 0, []string{bps.NoteRound}},
		{"own.csv", bps.LayoutOwn, bps.Options{}, [4]int{0, 14, 0, 0}, 0, nil},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			tables := read(t, tt.file, file(t, tt.file))
			p := compare(t, ds, tables, tt.o)
			if tables[0].Layout != tt.layout {
				t.Errorf("layout %s, want %s", tables[0].Layout, tt.layout)
			}
			if d := cmp.Diff(tt.counts, counts(p)); d != "" {
				t.Errorf("new, same, revised, refused: %s", d)
				for _, r := range p.Rows {
					if r.Status != bps.Same {
						t.Logf("%+v", r)
					}
				}
			}
			if tables[0].Missing != tt.missing {
				t.Errorf("%d missing, want %d", tables[0].Missing, tt.missing)
			}
			var notes []string
			for _, n := range p.Notes {
				notes = append(notes, n.Code)
			}
			if d := cmp.Diff(tt.notes, notes); d != "" {
				t.Errorf("notes: %s", d)
			}
		})
	}
}

// TestRounds reads merged headings: areas become indicators of their own,
// semesters rounds.
func TestRounds(t *testing.T) {
	ds := dataset(t)
	tables := read(t, "rounds.csv", file(t, "rounds.csv"))
	p := compare(t, ds, tables, bps.Options{})
	if tables[0].Layout != bps.LayoutRounds {
		t.Errorf("layout %s", tables[0].Layout)
	}
	got := map[string]float64{}
	for _, r := range p.Rows {
		if r.Status != bps.Same {
			t.Errorf("%s %s %s: %s %s", r.Cell, r.Name, r.Period, r.Status, r.Reason)
		}
		got[string(r.Region)+" "+string(r.Indicator)+" "+r.Period.String()] = r.Value
	}
	for _, key := range []string{"6200 p0 2024-03", "6200 p0 2024-09", "0000 p0 2024-03", "6200 p0_urban 2022-03", "1100 p0 2022-09"} {
		f := strings.Fields(key)
		period, _ := model.ParsePeriod(f[2])
		want, ok := ds.Value(model.RegionCode(f[0]), model.IndicatorID(f[1]), period)
		if !ok && got[key] == 0 {
			continue
		}
		if got[key] != want {
			t.Errorf("%s: %v, want %v", key, got[key], want)
		}
	}
	if len(got) < 20 {
		t.Errorf("only %d figures", len(got))
	}
}

// TestGorontalo tells a province from its regency by capitals alone.
func TestGorontalo(t *testing.T) {
	ds := dataset(t)
	p := compare(t, ds, read(t, "year.csv", file(t, "year.csv")), bps.Options{})
	got := map[string]model.RegionCode{}
	for _, r := range p.Rows {
		got[r.Name] = r.Region
	}
	if got["Gorontalo"] != "7502" || got["Kota Gorontalo"] != "7571" {
		t.Error(got)
	}
	m := bps.NewMatcher(ds, nil)
	all := read(t, "x.csv", []byte("Provinsi/Kabupaten/Kota,\n,Garis Kemiskinan\n,2024\nGORONTALO,1\nGorontalo,2\n"))
	if m := m.Match(all[0], "GORONTALO", ""); m.Region != "7500" {
		t.Error(m)
	}
	if m := m.Match(nil, "Gorontalo", ""); m.Kind != bps.MatchAmbiguous || len(m.Among) != 2 {
		t.Errorf("without anything to tell by: %+v", m)
	}
}

// TestPortalCodes reads Kemendagri's codes, by which eight regencies of the
// province have the BPS code of another.
func TestPortalCodes(t *testing.T) {
	ds := dataset(t)
	p := compare(t, ds, read(t, "portal.csv", file(t, "portal.csv")), bps.Options{})
	swapped := 0
	for _, m := range p.Matches {
		r, _ := ds.Region(m.Region)
		if !strings.EqualFold(r.Name, m.Name) {
			t.Errorf("%s became %s", m.Name, r.Name)
		}
		if m.Code != string(m.Region) {
			swapped++
		}
	}
	if swapped < 6 {
		t.Errorf("%d codes differ: the file tests nothing", swapped)
	}
	bad := strings.Replace(string(file(t, "portal.csv")), "6271,KOTA PALANGKA RAYA", "6203,KOTA PALANGKA RAYA", 1)
	p = compare(t, ds, read(t, "portal.csv", []byte(bad)), bps.Options{})
	if got := counts(p); got != [4]int{0, 13, 0, 1} {
		t.Error(got)
	}
	i := slices.IndexFunc(p.Rows, func(r bps.Row) bool { return r.Status == bps.Refused })
	if r := p.Rows[i]; r.Reason != bps.CodeName || r.Cell != "F15" {
		t.Errorf("%+v", r)
	}
}

// TestInflation reads a real answer of the Web API: its keys are of several
// lengths, and the dataset has no such indicator.
func TestInflation(t *testing.T) {
	tables := read(t, "inflation.json", file(t, "inflation.json"))
	got := tables[0]
	if len(got.Figures) != 56 || len(got.Refused) != 0 {
		t.Fatalf("%d figures, %d refused", len(got.Figures), len(got.Refused))
	}
	f := got.Figures[slices.IndexFunc(got.Figures, func(f bps.Figure) bool { return f.Cell == "datacontent/2218011712" })]
	if f.Region != "Tual" || f.Year != 2017 || f.Month != 12 || f.Value != 9.41 || f.Unit != "Persen" {
		t.Errorf("%+v", f)
	}
	p := compare(t, dataset(t), tables, bps.Options{})
	if c := counts(p); c[3] != 56 || p.Rows[0].Reason != bps.NoIndicator {
		t.Error(c, p.Rows[0])
	}
}

// TestRefusedFiles gives files of which nothing can be used.
func TestRefusedFiles(t *testing.T) {
	tests := []struct {
		name  string
		b     string
		fault bps.Fault
	}{
		{"frames", string(file(t, "frameset.xls")), bps.WebFrames},
		{"a web page", "<!DOCTYPE html><html><table><tr><td>x</td></tr></table></html>", bps.WebPage},
		{"nothing", "\xEF\xBB\xBF \n", bps.Empty},
		{"old kind", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600), bps.OldFormat},
		{"password", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", bps.Encrypted},
		{"pdf", "%PDF-1.7", bps.NotTable},
		{"cut spreadsheet", string(file(t, "years.xlsx")[:900]), bps.Broken},
		{"bytes", "a,b\x00,1\n", bps.NotTable},
		{"words", "Judul\nDua kata saja\n", bps.NoTable},
		{"no figures", "Kabupaten/Kota,2024\nKapuas,-\nSukamara,...\n", bps.NoFigures},
		{"cut json", `{"status":"OK","data-availability":"available","datacontent":{"1":`, bps.Broken},
		{"no data", `{"status":"OK","data-availability":"list-not-available"}`, bps.NotAvailable},
		{"an error", `{"status":"Error","message":"token salah"}`, bps.NotAvailable},
		{"json of something", `{"a":1}`, bps.NoTable},
		{"combinations", manyKeys(), bps.TooManyKeys},
		{"no value", "region_code,indicator,values\n6271,p0,1\n", bps.MissingColumn},
		{"persons", "NIK,Nama Kepala Keluarga,2024\n6271011505800001,Budi,1\n", bps.FaultPersonal},
		{"wide", "a" + strings.Repeat(",1", 600) + "\n", bps.TooLarge},
	}
	for _, tt := range tests {
		_, err := bps.Read(tt.name, []byte(tt.b))
		e := (*bps.FileError)(nil)
		if !errors.As(err, &e) || e.Fault != tt.fault || e.Name != tt.name {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.fault)
		}
	}
	if _, err := bps.Read("big", make([]byte, bps.MaxFile+1)); err == nil {
		t.Error("a file above the limit was read")
	}
}

func manyKeys() string {
	items := "[" + strings.Repeat(`{"val":1,"label":"x"},`, 2499) + `{"val":1,"label":"x"}]`
	return `{"vervar":` + items + `,"var":` + items + `,"tahun":[{"val":1,"label":"2020"}],"datacontent":{"1":1}}`
}
