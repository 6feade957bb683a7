package bps_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"rakor/data"
	"rakor/data/bps"
	"rakor/model"
)

func at() time.Time { return time.Date(2026, 11, 25, 4, 0, 0, 0, time.UTC) }

func open(t testing.TB, dir string) *data.Store {
	t.Helper()
	s, err := data.Open(data.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if ps := s.Problems(); len(ps) > 0 {
		t.Fatal(ps)
	}
	return s
}

// preview compares a file with a user's data and gives the edit of it.
func preview(t testing.TB, dir, name string, b []byte) (*bps.Preview, data.Edit) {
	t.Helper()
	s := open(t, dir)
	tables := read(t, name, b)
	p := compare(t, s.Dataset(), tables, bps.Options{})
	return p, bps.EditOf(p, tables, s.FiguresSum(), at(), bps.New, bps.Revised)
}

const revised = "Kabupaten/Kota,Persentase Penduduk Miskin (P0) Menurut Kabupaten/Kota (Persen)\n,2025,2026\nKota Palangka Raya,3.63,3.41\nKapuas,4.99,-\n"

// TestImport writes a file's figures, finds them the same the second time, and
// takes them back.
func TestImport(t *testing.T) {
	dir := t.TempDir()
	p, e := preview(t, dir, "p0.csv", []byte(revised))
	if got := counts(p); got != [4]int{1, 0, 2, 0} {
		t.Fatal(got)
	}
	was := open(t, dir).Dataset()
	step, err := data.CommitFigures(t.Context(), dir, e)
	if err != nil || step.Seq != 1 || len(step.Cells) != 3 {
		t.Fatal(step, err)
	}
	now := open(t, dir)
	march := model.Period{Year: 2025, Month: 3}
	o, _ := now.Dataset().At("6271", model.P0, march)
	if o.Value != 3.63 || len(o.Others) == 0 || now.Dataset().Source(o.Sources[0]).Publisher != "BPS" {
		t.Errorf("%+v", o)
	}
	if !now.OwnFigure("6271", model.P0, march) || now.OwnFigure("6202", model.P0, march) {
		t.Error("whose figure is it?")
	}
	if v, ok := now.Dataset().Value("6271", model.P0, model.Period{Year: 2026, Month: 3}); !ok || v != 3.41 {
		t.Error(v, ok)
	}
	p, e = preview(t, dir, "p0.csv", []byte(revised))
	if got := counts(p); got != [4]int{0, 3, 0, 0} || len(e.Figures) != 0 || len(e.Sources) != 0 {
		t.Error("the same file again:", got)
	}
	step, err = data.UndoFigures(t.Context(), dir, at())
	if err != nil || step.Undoes != 1 {
		t.Fatal(step, err)
	}
	back := open(t, dir).Dataset()
	for _, code := range was.Locals() {
		a, okA := was.At(code, model.P0, march)
		b, okB := back.At(code, model.P0, march)
		if okA != okB || a.Value != b.Value || len(a.Others) != len(b.Others) || !slices.Equal(a.Sources, b.Sources) {
			t.Fatalf("%s: %+v, was %+v", code, b, a)
		}
	}
	if _, err := data.UndoFigures(t.Context(), dir, at()); !errors.Is(err, data.ErrNothingToUndo) {
		t.Error(err)
	}
	steps, err := data.FigureLog(dir)
	if err != nil || len(steps) != 2 || steps[0].Kind != data.EditImport || steps[1].Kind != data.EditUndo {
		t.Error(steps, err)
	}
}

// TestImportRefused gives edits of which nothing is written.
func TestImportRefused(t *testing.T) {
	dir := t.TempDir()
	_, first := preview(t, dir, "a.csv", []byte(revised))
	_, second := preview(t, dir, "b.csv", []byte(strings.Replace(revised, "3.63", "3.64", 1)))
	if _, err := data.CommitFigures(t.Context(), dir, first); err != nil {
		t.Fatal(err)
	}
	if _, err := data.CommitFigures(t.Context(), dir, second); !errors.Is(err, data.ErrChanged) {
		t.Errorf("decided on what is there no longer: %v", err)
	}
	second.Base = ""
	if _, err := data.CommitFigures(t.Context(), dir, second); err != nil {
		t.Error(err)
	}
	path := filepath.Join(dir, "p0.json")
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(b), "3.64", "3.66", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	var conflict *data.ConflictError
	if _, err := data.UndoFigures(t.Context(), dir, at()); !errors.As(err, &conflict) || conflict.Cell.Region != "6271" {
		t.Errorf("undoing what somebody has changed since: %v", err)
	}
	if err := os.WriteFile(path, b[:len(b)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	var refused *data.RefusedError
	if _, err := data.CommitFigures(t.Context(), dir, second); !errors.As(err, &refused) {
		t.Errorf("over a broken document: %v", err)
	}
	if _, err := data.CommitFigures(t.Context(), path, second); !errors.Is(err, data.ErrOneFile) {
		t.Errorf("into a document: %v", err)
	}
	if _, err := data.CommitFigures(t.Context(), "", second); !errors.Is(err, data.ErrNoHome) {
		t.Errorf("nowhere: %v", err)
	}
	bad := data.Edit{Figures: []data.Figure{{Region: "6271", Indicator: "p0", Period: model.Period{Year: 2026, Month: 5}, Reading: model.Reading{Value: 3, Sources: []model.SourceID{"bps-si"}}}}}
	if _, err := data.CommitFigures(t.Context(), t.TempDir(), bad); !errors.As(err, &refused) {
		t.Errorf("a month without a survey: %v", err)
	}
	bad.Figures[0].Reading.Sources = nil
	if _, err := data.CommitFigures(t.Context(), t.TempDir(), bad); err == nil {
		t.Error("a figure without a source")
	}
}

// planted writes a yearly file of an indicator from the dataset's own figures.
func planted(ds *model.Dataset, title string, regions []model.RegionCode, years []int, value func(model.RegionCode, int) (float64, bool)) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "Provinsi/Kabupaten/Kota,%s\n", title)
	for _, y := range years {
		fmt.Fprintf(&b, ",%d", y)
	}
	b.WriteString("\n")
	for _, code := range regions {
		r, _ := ds.Region(code)
		name := strings.TrimPrefix(r.Name, "Kabupaten ")
		if r.Level == model.LevelProvince {
			name = strings.ToUpper(name)
		}
		b.WriteString(name)
		for _, y := range years {
			cell := "-"
			if v, ok := value(code, y); ok {
				cell = strconv.FormatFloat(v, 'f', -1, 64)
			}
			b.WriteString("," + cell)
		}
		b.WriteString("\n")
	}
	return []byte(b.String())
}

// TestErrorsOfRealCopies plants each error that was met in copies of tables into
// a file; either the preview refuses the cells, or the check of what would be
// written names it.
func TestErrorsOfRealCopies(t *testing.T) {
	ds := dataset(t)
	const (
		p0 = "Persentase Penduduk Miskin (P0) (Persen)"
		p1 = "Indeks Kedalaman Kemiskinan (P1)"
		p2 = "Indeks Keparahan Kemiskinan (P2)"
	)
	value := func(id model.IndicatorID) func(model.RegionCode, int) (float64, bool) {
		return func(r model.RegionCode, y int) (float64, bool) {
			s, err := ds.Series(id)
			if err != nil {
				t.Fatal(err)
			}
			o, ok := s.InYear(r, model.Year(y))
			return o.Value, ok
		}
	}
	east, sisters := ds.Children("3500"), ds.Children("6200")
	tests := []struct {
		name   string
		files  [][]byte
		rule   data.Rule  // of the check
		reason bps.Reason // of a refused cell
		note   string
	}{
		{"P1 and P2 swapped", [][]byte{planted(ds, p1, east, []int{2023}, value("p2")), planted(ds, p2, east, []int{2023}, value("p1"))}, data.RuleSwapped, "", ""},
		{"shifted by one round", [][]byte{planted(ds, p0, east, []int{2023}, func(r model.RegionCode, y int) (float64, bool) { return value("p0")(r, y-1) })}, data.RuleShifted, "", ""},
		{"a year repeated as the next", [][]byte{planted(ds, p0, ds.Locals(), []int{2024, 2025}, func(r model.RegionCode, _ int) (float64, bool) { return value("p0")(r, 2024) })}, data.RuleCopy, "", ""},
		{"sorted values", [][]byte{planted(ds, p0, sisters, []int{2025}, func(r model.RegionCode, y int) (float64, bool) {
			var all []float64
			for _, s := range sisters {
				v, _ := value("p0")(s, y)
				all = append(all, v)
			}
			slices.Sort(all)
			return all[slices.Index(sisters, r)], true
		})}, data.RulePermuted, "", ""},
		{"a child filled with its parent's values", [][]byte{planted(ds, p0, []model.RegionCode{"3218"}, []int{2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012}, func(_ model.RegionCode, y int) (float64, bool) {
			return value("p0")("3207", max(y, 2010))
		})}, "", "", bps.NoteSplit},
		{"zeros for no data", [][]byte{planted(ds, p0, sisters, []int{2025}, func(model.RegionCode, int) (float64, bool) { return 0, true })}, "", bps.ZeroNoData, ""},
		{"the old method's index", [][]byte{planted(ds, "Indeks Pembangunan Manusia (Metode Lama)", sisters, []int{2010}, value("ipm"))}, "", bps.WhichIndicator, ""},
		{"a forecast", [][]byte{planted(ds, "Proyeksi "+p0, sisters, []int{2027}, func(r model.RegionCode, _ int) (float64, bool) { return value("p0")(r, 2025) })}, "", bps.Forecast, ""},
		{"a misplaced count", [][]byte{planted(ds, "Jumlah Penduduk Miskin (Ribu Jiwa)", []model.RegionCode{"6271"}, []int{2025}, func(_ model.RegionCode, y int) (float64, bool) {
			v, ok := value("poor")("6271", y)
			return v * 1.7, ok
		})}, data.RuleCountRate, "", ""},
		{"persons after thousands", [][]byte{planted(ds, "Jumlah Penduduk Miskin", sisters, []int{2025}, func(r model.RegionCode, y int) (float64, bool) {
			v, ok := value("poor")(r, y)
			return v * 1000, ok
		})}, "", bps.Magnitude, ""},
		{"a region twice", [][]byte{planted(ds, p0, []model.RegionCode{"9401", "9402", "9401"}, []int{2025}, func(r model.RegionCode, y int) (float64, bool) {
			v, ok := value("p0")(r, y)
			return v, ok
		})}, "", bps.Twice, ""},
		{"Indonesia missing", [][]byte{planted(ds, p0, ds.Children(model.Nation), []int{2010}, value("p0"))}, "", "", bps.NoteOrder},
		{"capitals alone", [][]byte{[]byte("Wilayah,Persentase Penduduk Miskin\n,2025\nGORONTALO,14\n")}, "", bps.AmbiguousRegion, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var tables []*bps.Table
			for i, b := range tt.files {
				tables = append(tables, read(t, fmt.Sprint(i), b)...)
			}
			p := compare(t, ds, tables, bps.Options{})
			rep, err := data.CheckFigures(t.TempDir(), bps.EditOf(p, tables, "", at(), bps.New, bps.Revised))
			if err != nil {
				t.Fatal(err)
			}
			if tt.reason != "" && !slices.ContainsFunc(p.Rows, func(r bps.Row) bool { return r.Reason == tt.reason && r.Cell != "" }) {
				t.Errorf("no cell is refused as %s: %v %+v", tt.reason, counts(p), p.Rows[0])
			}
			if tt.rule != "" && !slices.ContainsFunc(rep.Problems, func(q data.Problem) bool { return q.Rule == tt.rule }) {
				t.Errorf("nothing says %s: %v %v", tt.rule, counts(p), rep.Problems)
			}
			if tt.note != "" && !slices.ContainsFunc(p.Notes, func(n bps.Note) bool { return n.Code == tt.note }) {
				t.Errorf("no note %s: %v", tt.note, p.Notes)
			}
		})
	}
}

// TestFebruaryBesideAugust keeps the two rounds of a year apart.
func TestFebruaryBesideAugust(t *testing.T) {
	b := []byte("Kabupaten/Kota,Tingkat Pengangguran Terbuka\n,2021,\n,Februari,Agustus\nKota Palangka Raya,5.1,7.1\n")
	p := compare(t, dataset(t), read(t, "tpt.csv", b), bps.Options{})
	if len(p.Rows) != 2 || p.Rows[0].Period.String() != "2021-02" || p.Rows[1].Period.String() != "2021-08" {
		t.Errorf("%+v", p.Rows)
	}
}
