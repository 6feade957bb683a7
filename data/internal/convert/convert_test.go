package convert_test

import (
	"errors"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"rakor/data/internal/convert"
	"rakor/data/internal/doc"
	"rakor/data/internal/jscan"
	"rakor/model"
)

func TestParseTarget(t *testing.T) {
	tests := map[string]model.Maybe[model.Count]{
		"1.000 pelaku usaha mikro":      model.Known(model.Count{N: 1000, Unit: model.PerBusiness}),
		"110 pelaku UMKM":               model.Known(model.Count{N: 110, Unit: model.PerBusiness}),
		"29 rumah":                      model.Known(model.Count{N: 29, Unit: model.PerHouse}),
		"2.200 KPM":                     model.Known(model.Count{N: 2200, Unit: model.PerFamily}),
		"500 KK":                        model.Known(model.Count{N: 500, Unit: model.PerFamily}),
		"40.000 jiwa":                   model.Known(model.Count{N: 40000, Unit: model.PerPerson}),
		"7.727 penganggur (TPT 5,02%)":  model.Known(model.Count{N: 7727, Unit: model.PerPerson}),
		"1.200 murid SD-SMP":            model.Known(model.Count{N: 1200, Unit: model.PerStudent}),
		"142 baduta":                    model.Known(model.Count{N: 142, Unit: model.PerPerson}),
		"12 ruta":                       model.Known(model.Count{N: 12, Unit: model.PerHousehold}),
		"3 kelompok tani":               model.Known(model.Count{N: 3, Unit: model.PerGroup}),
		"250 sambungan":                 {}, // no unit of the model
		"pencari kerja; 12 paket":       {},
		"kelompok tani":                 {},
		"1.00 jiwa":                     {}, // neither grouped nor whole
		"desil 1-4":                     {},
		"":                              {},
		"99999999999999999999999 orang": {},
	}
	for s, want := range tests {
		if d := cmp.Diff(want, convert.ParseTarget(s)); d != "" {
			t.Errorf("%q (-want +got):\n%s", s, d)
		}
	}
}

// programmes reads the list that the sources give.
func programmes(t *testing.T) []model.Programme {
	t.Helper()
	docs, err := convert.Seed(os.DirFS("../../source"))
	if err != nil {
		t.Fatal(err)
	}
	x, syntax := doc.ReadProgrammes(docs["programmes.json"], func(f jscan.Fault) { t.Error(f) })
	if syntax != nil {
		t.Fatal(syntax)
	}
	return x.Entries
}

// TestProgrammesFollowTheRows holds every entry against its row.
func TestProgrammesFollowTheRows(t *testing.T) {
	rows, err := convert.Rows(os.DirFS("../../source"), "programmes.csv")
	if err != nil {
		t.Fatal(err)
	}
	entries := programmes(t)
	if len(entries) != len(rows) {
		t.Fatalf("%d entries of %d rows", len(entries), len(rows))
	}
	for i, row := range rows {
		p := entries[i]
		budget := ""
		if p.Budget.OK {
			budget = strconv.FormatInt(int64(p.Budget.V), 10)
		}
		strategy := ""
		if p.Strategy != 0 {
			strategy = strconv.Itoa(int(p.Strategy))
		}
		var sources []string
		for _, id := range p.Sources {
			sources = append(sources, string(id))
		}
		got := []string{
			p.Department, p.Code, p.Name, p.Activity, strategy, p.TargetText, budget, strconv.Itoa(int(p.Year)),
			strings.Join(p.PlaceNames, "; "), strings.Join(sources, ";"), strconv.FormatBool(p.Sample), strconv.FormatBool(p.BudgetComputed),
		}
		want := []string{
			row["opd"], row["program_code"], row["program"], row["kegiatan"], row["strategy"], row["target_group"], row["budget_rp"], row["year"],
			row["kecamatan"], row["source_id"], strconv.FormatBool(strings.HasPrefix(row["verified"], "x")), strconv.FormatBool(strings.Contains(row["verified"], "b=")),
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-row +entry):\n%s", p.ID, d)
		}
		if p.Realised.OK || p.Region != convert.Home {
			t.Errorf("%s: realised %v, region %s", p.ID, p.Realised, p.Region)
		}
	}
}

func TestProgrammesAsRead(t *testing.T) {
	by := map[model.ProgrammeID]model.Programme{}
	for _, p := range programmes(t) {
		by[p.ID] = p
	}
	type facts struct {
		Funding, Basis, Evidence, Note string
		Places                         []model.KemendagriCode
	}
	tests := map[model.ProgrammeID]facts{
		"p003": {"APBD", "plafon 29x50jt bukan pagu", "P+T+C+K", "strategi belum dipastikan dari sumber", []model.KemendagriCode{"62.71.03"}},
		"p005": {"APBN", "", "P+T+C", "", nil}, // "APBN, bukan APBD"
		"p013": {"", "", "P+B+C+K+Sub", "pagu menurut RAPBD (rancangan)", nil},
		"p023": {"", "", "P+T+C+K", "", nil}, // "19 kelurahan lokus" names none
		"p024": {"", "", "P+C+K", "kegiatan belum dipastikan dari sumber", []model.KemendagriCode{"62.71"}},
		"p026": {"", "", "P+C+K", "", []model.KemendagriCode{"62.71.01.1002", "62.71.04.1002"}},
		"p028": {"", "", "C+Sub", "lokasi ilustrasi", []model.KemendagriCode{"62.71.04", "62.71.02", "62.71.05"}},
	}
	for id, want := range tests {
		p := by[id]
		got := facts{p.Funding, p.BudgetBasis, p.Evidence, p.Note, p.Places}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", id, d)
		}
	}
	samples := 0
	for _, p := range by {
		if p.Sample {
			samples++
		}
	}
	if samples != 18 || len(by) != 43 {
		t.Errorf("%d samples of %d entries; 25 of 43 were seen", samples, len(by))
	}
}

// TestSourceYearsAreTold finds every year of publication in the words of its
// source.
func TestSourceYearsAreTold(t *testing.T) {
	docs, err := convert.Seed(os.DirFS("../../source"))
	if err != nil {
		t.Fatal(err)
	}
	x, _ := doc.ReadIndex(docs["index.json"], nil)
	dated := 0
	for _, s := range x.Sources {
		if s.Year == 0 {
			continue
		}
		dated++
		if y := strconv.Itoa(int(s.Year)); !strings.Contains(s.Title+s.URL+s.Note, y) {
			t.Errorf("%s: %s stands nowhere in its title, address or note", s.ID, y)
		}
	}
	if dated < 30 {
		t.Errorf("%d sources have a year", dated)
	}
}

// TestBadSources makes each file wrong in turn.
func TestBadSources(t *testing.T) {
	good := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS("../../source"), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile("../../source/" + path)
		good[path] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct{ file, from, to string }{
		"unknown region":    {"observations.csv", "1100,area", "1199,area"},
		"unknown indicator": {"observations.csv", "1100,area", "1100,areal"},
		"no number":         {"observations.csv", "56835.019", "56.835,019"},
		"a field too many":  {"observations.csv", "56835.019", "56835,019"},
		"bad year":          {"observations.csv", "1100,area,2024", "1100,area,MMXXIV"},
		"bad level":         {"regions.csv", "nation", "country"},
		"bad target":        {"targets.csv", "3.30", "3,30"},
		"unknown place":     {"programmes.csv", "Jekan Raya,S31", "Jekan Jaya,S31"},
		"bad budget":        {"programmes.csv", "2500000000", "2.5 M"},
		"broken list":       {"indicators.json", "[", "{"},
		"unknown unit":      {"indicators.json", `"percent"`, `"permille"`},
		"a year of nothing": {"source_years.json", `"S11"`, `"S99"`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			bad := fstest.MapFS{}
			for path, f := range good {
				bad[path] = f
			}
			text := strings.Replace(string(good[tt.file].Data), tt.from, tt.to, 1)
			if text == string(good[tt.file].Data) {
				t.Fatal("nothing to replace")
			}
			bad[tt.file] = &fstest.MapFile{Data: []byte(text)}
			if _, err := convert.Seed(bad); !errors.Is(err, convert.ErrSource) {
				t.Errorf("error %v, want %v", err, convert.ErrSource)
			}
		})
	}
	for path := range good {
		if strings.HasSuffix(path, ".md") {
			continue
		}
		bad := fstest.MapFS{}
		for other, f := range good {
			if other != path {
				bad[other] = f
			}
		}
		if _, err := convert.Seed(bad); err == nil {
			t.Errorf("without %s: no error", path)
		}
	}
}
