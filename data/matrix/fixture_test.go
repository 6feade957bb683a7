package matrix_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"rakor/data/matrix"
	"rakor/model"
	"rakor/model/intake"
)

// fixture is a workbook of 300 rows with the defects of real lists, and what
// is planted where.
type fixture struct {
	f       *excelize.File
	row     int
	want    []model.Programme // what a perfect reader finds; the zero entry for a refused row
	refused map[string]string // cell: kind
	noted   map[string]string
	cell    []string // of each entry: the first one of its row
	total   int64
}

const fixtureRows = 300

func (x *fixture) set(col string, v any) {
	must(x.f.SetCellValue("RAT 2026", col+strconv.Itoa(x.row), v))
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// grouped writes thousands with a mark.
func grouped(n int64, mark string) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + mark + s[i:]
	}
	return s
}

// amount writes the budget of an entry in one of the ways that are met.
func (x *fixture) amount(i int, v int64) any {
	switch i % 8 {
	case 0:
		return v
	case 1:
		return "Rp " + grouped(v, ".") + ",00"
	case 2:
		return grouped(v, ",") + ".00"
	case 3:
		return grouped(v, ".")
	case 4:
		return "Rp." + grouped(v, ".") + ",-"
	case 5:
		return strings.Replace(strconv.FormatFloat(float64(v)/1e6, 'f', -1, 64), ".", ",", 1) + " jt"
	case 6:
		return "\u00a0" + grouped(v, ",") + " \t "
	}
	return float64(v)
}

func (x *fixture) headings() {
	top := []string{
		"No", "Strategi", "Perangkat Daerah", "Kode", "Program", "Kegiatan", "Sub Kegiatan", "Aktivitas", "", "", "Alokasi Anggaran", "Sumber Dana",
		"Sifat Bantuan", "Lokasi", "Jumlah Sasaran", "Besaran Manfaat", "Jenis Bantuan", "Durasi", "Arsip",
	}
	for i, h := range top {
		col, _ := excelize.ColumnNumberToName(i + 1)
		if h != "" {
			x.set(col, h+" ")
		}
		if i < 7 || i > 9 {
			must(x.f.MergeCell("RAT 2026", fmt.Sprintf("%s%d", col, x.row), fmt.Sprintf("%s%d", col, x.row+1)))
		}
	}
	must(x.f.MergeCell("RAT 2026", fmt.Sprintf("H%d", x.row), fmt.Sprintf("J%d", x.row)))
	x.row++
	for i, h := range []string{"Langsung", "Tidak  Langsung", "Penunjang"} {
		x.set(string(rune('H'+i)), h)
	}
	x.row++
	for i := range 18 {
		col, _ := excelize.ColumnNumberToName(i + 1)
		x.set(col, i+1)
	}
	x.row++
}

// newFixture builds the workbook.
func newFixture() *fixture {
	x := &fixture{f: excelize.NewFile(), row: 1, refused: map[string]string{}, noted: map[string]string{}}
	must(x.f.SetSheetName("Sheet1", "RAT 2026"))
	x.set("A", "MATRIKS RENCANA AKSI TAHUNAN (RAT)")
	must(x.f.MergeCell("RAT 2026", "A1", "R1"))
	x.row = 2
	x.set("A", "KOTA PALANGKA RAYA, Permendagri Nomor 53 Tahun 2020")
	x.row = 3
	x.set("A", "TAHUN ANGGARAN 2026")
	x.row = 5
	x.headings()
	for block := range fixtureRows / 5 {
		if block > 0 && block%10 == 0 {
			x.headings() // as on every printed page
		}
		x.block(block)
	}
	x.set("G", "J U M L A H")
	x.set("E", "JUMLAH")
	x.set("K", x.total)
	x.row += 2
	x.set("N", "Palangka Raya, 12 Januari 2026")
	x.row++
	x.set("N", "NIP. 198503172010011001")
	_, err := x.f.NewSheet("Daftar pustaka")
	must(err)
	must(x.f.SetCellValue("Daftar pustaka", "A1", "Catatan penyusun"))
	_, err = x.f.NewSheet("Tersembunyi")
	must(err)
	must(x.f.SetCellValue("Tersembunyi", "A1", "No"))
	must(x.f.SetSheetVisible("Tersembunyi", false))
	return x
}

// block writes five entries of one strategy, department, programme and
// activity, whose cells are merged, and the sum below them.
func (x *fixture) block(n int) {
	departments := []string{"Dinas Sosial", "Dinas Kesehatan", "Disperkimtan", "DPKUKMP", "Dinas Pendidikan", "Disnaker"}
	e := model.Programme{
		Region: "6271", Year: 2026, Department: departments[n%6], Name: fmt.Sprintf("Program Penanggulangan %d", n), Activity: fmt.Sprintf("Kegiatan %d", n),
		Strategy: model.Strategy(n%3 + 1),
	}
	first := x.row
	names := []string{"1. Mengurangi beban pengeluaran", "Strategi 2", "Menurunkan kantong kemiskinan"}
	strategy := names[n%3]
	if n == 24 {
		strategy = "Strategi 9"
	}
	if n == 50 { // a programme over its activities, with the sum of them
		x.set("A", "a")
		x.set("D", "1.07.01")
		x.set("C", e.Department)
		x.set("B", strategy)
		x.set("E", e.Name)
		x.set("K", "=")
		sum := int64(0)
		for i := n * 5; i < n*5+5; i++ {
			sum += money(i)
		}
		x.set("K", sum)
		x.row++
		first = x.row
	}
	x.set("B", strategy+"  ")
	x.set("C", " "+e.Department)
	x.set("E", e.Name)
	x.set("F", e.Activity)
	sum := int64(0)
	for i := n * 5; i < n*5+5; i++ {
		x.entry(i, e, n == 24)
		sum += money(i)
		x.row++
	}
	x.total += sum
	for _, col := range []string{"B", "C", "E", "F"} {
		must(x.f.MergeCell("RAT 2026", fmt.Sprintf("%s%d", col, first), fmt.Sprintf("%s%d", col, x.row-1)))
	}
	x.set("E", "Jumlah "+e.Department)
	x.set("K", grouped(sum, "."))
	x.row++
}

func money(i int) int64 { return int64(i+1) * 1_250_000 }

// entry writes one row.
func (x *fixture) entry(i int, e model.Programme, refused bool) {
	e.Code = fmt.Sprintf("1.06.05.2.02.%04d", i+1)
	if i/5 == 50 {
		e.Code = fmt.Sprintf("1.07.01.2.01.%04d", i+1)
	}
	e.SubActivity = fmt.Sprintf("Sub kegiatan %d", i)
	e.Directness = model.DirectnessKinds()[i%3]
	e.Budget = model.Known(model.Rupiah(money(i)))
	e.Funding, e.AidKind = "APBD kota", "uang"
	district := i%5 + 1
	e.Places = []model.KemendagriCode{model.KemendagriCode(fmt.Sprintf("62.71.%02d", district))}
	e.PlaceNames = []string{[]string{"Pahandut", "Bukit Batu", "Jekan Raya", "Sabangau", "Rakumpit"}[district-1]}
	e.TargetText = grouped(int64(i+1)*10, ".") + " KK"
	e.Target = model.Known(model.Count{N: int64(i+1) * 10, Unit: model.PerFamily})
	e.Duration = "12 bulan"

	x.set("A", i+1)
	x.set("D", e.Code+" ")
	x.set("G", e.SubActivity+"  ")
	x.set(string(rune('H'+i%3)), "v")
	x.set(string(rune('H'+(i+1)%3)), "-")
	x.set("K", x.amount(i, money(i)))
	x.set("L", e.Funding)
	x.set("M", "–")
	x.set("N", "Kec. "+e.PlaceNames[0]+" ")
	x.set("O", " "+e.TargetText)
	x.set("Q", "uang\u00a0")
	x.set("R", "12 bulan")
	x.set("S", "abaikan")
	x.defect(i, &e)
	if _, bad := x.refused[x.at("B")]; refused {
		if !bad {
			x.refused[x.at("B")] = "unknown-choice" // at the merged cell, for every row
		}
		e = model.Programme{}
	}
	x.want = append(x.want, e)
	x.cell = append(x.cell, x.at("A"))
}

func (x *fixture) at(col string) string { return fmt.Sprintf("'RAT 2026'!%s%d", col, x.row) }

// defect plants what is wrong with one row.
func (x *fixture) defect(i int, e *model.Programme) {
	day := time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
	refuse := func(col, kind string, v any) {
		x.set(col, v)
		x.refused[x.at(col)] = kind
		*e = model.Programme{}
	}
	note := func(col, kind string, v any) {
		x.set(col, v)
		x.noted[x.at(col)] = kind
	}
	switch i {
	case 17:
		refuse("K", "not-number", "seratus juta")
	case 33:
		refuse("K", "two-readings", "1.234 jt")
	case 47:
		refuse("K", "negative", "(5.000.000)")
	case 75:
		x.set("K", nil)
		must(x.f.SetCellFormula("RAT 2026", fmt.Sprintf("K%d", x.row), "A1*2"))
		x.refused[x.at("K")] = "no-result"
		*e = model.Programme{}
	case 89:
		refuse("D", "code-as-number", 1.06)
	case 103:
		refuse("D", "code-as-date", day)
	case 131:
		refuse("O", "not-whole", "12,5 KK")
	case 145:
		refuse("K", "date-for-number", day)
	case 159:
		refuse("D", "required", nil)
	case 10:
		note("O", "no-unit", 500)
		e.TargetText, e.Target = "500", model.Maybe[model.Count]{}
	case 24:
		note("O", "two-counts", "500 KK / 2.000 jiwa")
		e.TargetText, e.Target = "500 KK / 2.000 jiwa", model.Maybe[model.Count]{}
	case 38:
		note("O", "no-number", "keluarga miskin")
		e.TargetText, e.Target = "keluarga miskin", model.Maybe[model.Count]{}
	case 52:
		note("N", "unknown-place", "19 kelurahan lokus")
		e.Places, e.PlaceNames = nil, []string{"19 kelurahan lokus"}
	case 67:
		note("K", "shared-amount", nil)
		must(x.f.MergeCell("RAT 2026", fmt.Sprintf("K%d", x.row-1), fmt.Sprintf("K%d", x.row)))
		e.Budget = model.Maybe[model.Rupiah]{}
	case 80:
		x.set("R", day)
		e.Duration = "2026-01-02"
	case 81:
		x.set("R", 46_024) // the same day, as a bare number
		e.Duration = "2026-01-02"
	case 94:
		note("D", "code-restored", "1.6.5.2.2.0095")
	case 108:
		note("H", "two-activities", "bantuan")
		x.set("I", "pendampingan")
		e.Directness, e.Deed = "", "Langsung: bantuan | Tidak langsung: pendampingan"
	case 20, 40, 60, 180:
		x.set("K", "-")
		e.Budget = model.Maybe[model.Rupiah]{}
	case 203: // the row above once more
		*e = x.want[202]
		for col, v := range map[string]any{
			"D": e.Code, "G": e.SubActivity, "H": nil, "I": nil, "J": nil, "K": money(202), "N": e.PlaceNames[0], "O": e.TargetText,
		} {
			x.set(col, v)
		}
		x.set(string(rune('H'+202%3)), "v")
	}
}

func (x *fixture) bytes(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := x.f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestFixture keeps testdata/rat300.xlsx, which the scripts of the command line
// use, in step with the generator.
func TestFixture(t *testing.T) {
	name := filepath.Join("testdata", "rat300.xlsx")
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile(name, newFixture().bytes(t), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	o := open(t).options()
	kept, err := matrix.Open(name, o)
	if err != nil {
		t.Fatal(err)
	}
	made, err := matrix.Read(bytes.NewReader(newFixture().bytes(t)), o)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(made.Rows, kept.Rows); d != "" {
		t.Errorf("run with UPDATE_GOLDEN=1 (-made +kept):\n%s", d)
	}
}

// Every planted defect is found where it was planted, and nothing else is.
func TestDefects(t *testing.T) {
	x := newFixture()
	table, err := matrix.Read(bytes.NewReader(x.bytes(t)), open(t).options())
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Rows) != fixtureRows {
		t.Fatalf("%d rows, want %d", len(table.Rows), fixtureRows)
	}
	refused, noted := map[string]string{}, map[string]string{}
	for i, r := range table.Rows {
		if r.Cell != x.cell[i] {
			t.Fatalf("row %d stands at %s, want %s", i, r.Cell, x.cell[i])
		}
		for _, q := range r.Refusals {
			refused[q.Cell] = string(q.Kind)
		}
		for _, q := range r.Notes {
			noted[q.Cell] = string(q.Kind)
		}
		if want := x.want[i]; want.Code != "" {
			if d := cmp.Diff(want, r.Entry); d != "" {
				t.Errorf("row %d, %s (-want +got):\n%s", i, r.Cell, d)
			}
		} else if r.Refusals == nil {
			t.Errorf("row %d, %s is not refused", i, r.Cell)
		}
	}
	// The strategy of block 24 is one merged cell: all five rows name it.
	for cell, kind := range x.refused {
		if kind == "unknown-choice" && refused[cell] == "" {
			delete(x.refused, cell)
		}
	}
	if d := cmp.Diff(x.refused, refused); d != "" {
		t.Errorf("refused (-planted +found):\n%s", d)
	}
	if d := cmp.Diff(x.noted, noted); d != "" {
		t.Errorf("noted (-planted +found):\n%s", d)
	}
	skipped := map[matrix.SkipKind]int{}
	for _, s := range table.Skipped {
		skipped[s.Kind]++
	}
	// 60 sums of departments and the grand one; six rows of column numbers, five
	// of them after headings that stand once more.
	want := map[matrix.SkipKind]int{
		matrix.SkipSubtotal: 61, matrix.SkipNumbers: 6, matrix.SkipHeading: 5, matrix.SkipGroup: 1, matrix.SkipText: 2,
		matrix.SkipHidden: 1, matrix.SkipNoTable: 1,
	}
	if d := cmp.Diff(want, skipped); d != "" {
		t.Errorf("skipped (-want +got):\n%s", d)
	}
	if u := table.Sheets[0].Unused; len(u) != 1 || u[0] != "S5 Arsip" {
		t.Errorf("unused columns %q", u)
	}
}

// TestRoundTrip: the file of defects is previewed against a list, applied,
// written as a matrix and read again: nothing changes.
func TestRoundTrip(t *testing.T) {
	w := open(t)
	x := newFixture()
	table, err := matrix.Read(bytes.NewReader(x.bytes(t)), w.options())
	if err != nil {
		t.Fatal(err)
	}
	// The list has entries 220 to 239 as they are, 240 to 249 with half the
	// budget, and two that entry 210 could be.
	var list []model.Programme
	for i := 220; i < 250; i++ {
		e := x.want[i]
		e.ID = model.ProgrammeID(fmt.Sprintf("u%04d", i))
		if i >= 240 {
			e.Budget.V /= 2
		}
		list = append(list, e)
	}
	for _, id := range []model.ProgrammeID{"u1", "u2"} {
		e := x.want[210]
		e.ID, e.Places, e.PlaceNames = id, nil, nil
		list = append(list, e)
	}
	other := x.want[0]
	other.ID, other.Name, other.Code, other.SubActivity = "u3", "Lain", "2.17.07", ""
	list = append(list, other)

	p := intake.Compare(table.Rows, list, intake.Options{Region: "6271", Seen: true})
	got := map[string]int{}
	for _, s := range intake.Statuses() {
		got[s.ID()] = p.Count(s)
	}
	// 300 rows: 9 refused for a cell and 5 for their strategy, 20 the same, 10
	// changed, 1 repeated, 1 ambiguous; the rest is new.
	want := map[string]int{"refused": 14, "same": 20, "changed": 10, "duplicate": 1, "ambiguous": 1, "new": 254}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("preview (-want +got):\n%s\n%s", d, describe(p))
	}
	if !slices.Equal(p.Absent, []model.ProgrammeID{"u3"}) {
		t.Errorf("absent %v", p.Absent)
	}

	applied := apply(t, list, p.Changes(nil))
	for _, layout := range []matrix.Layout{matrix.RAT18, matrix.OPPKPKE21, matrix.Plain} {
		for _, format := range []matrix.Format{matrix.XLSX, matrix.CSV, matrix.JSON} {
			var b bytes.Buffer
			if _, err := matrix.Write(&b, pointers(applied), w.writing(layout, format)); err != nil {
				t.Fatal(err)
			}
			again, err := matrix.Read(&b, w.options())
			if err != nil {
				t.Fatal(err)
			}
			q := intake.Compare(again.Rows, applied, intake.Options{Region: "6271", Seen: layout != matrix.Plain})
			if q.Count(intake.Same) != len(applied) || len(q.Changes(nil)) > 0 || len(q.Absent) > 0 {
				t.Errorf("%s: %d of %d the same\n%s", layout.ID(), q.Count(intake.Same), len(applied), describe(q))
			}
		}
	}
}

// apply gives the list after changes, as a store would have it.
func apply(t *testing.T, list []model.Programme, changes []model.Change) []model.Programme {
	t.Helper()
	out := slices.Clone(list)
	for n, c := range changes {
		if c.Was == nil {
			e := *c.Now
			if e.ID == "" {
				e.ID = model.ProgrammeID(fmt.Sprintf("n%04d", n))
			}
			out = append(out, e)
			continue
		}
		i := slices.IndexFunc(out, func(p model.Programme) bool { return p.ID == c.ID })
		now, err := c.Apply(&out[i])
		if err != nil {
			t.Fatal(err)
		}
		out[i] = *now
	}
	return out
}
