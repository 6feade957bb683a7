package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"rakor/data"
	"rakor/model"
	"rakor/ui"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// importer is an app with a directory of its own.
func importer(t testing.TB) *app {
	t.Helper()
	a := &app{process: process{out: io.Discard, err: io.Discard, now: time.Now}, words: lang.For(lang.Indonesian)}
	a.flags.data = t.TempDir()
	if err := a.load(); err != nil {
		t.Fatal(err)
	}
	return a
}

// p0File is a table of P0 of a year, with the lines that are handed in.
func p0File(t testing.TB, year string, lines ...string) string {
	t.Helper()
	return put(t, "p0.csv", "\ufeffProvinsi/Kabupaten/Kota,\n,Persentase Penduduk Miskin (P0) Menurut Kabupaten/Kota (Persen)\n,"+year+"\n"+strings.Join(lines, "\n")+"\n")
}

// read reads a file and gives the preview.
func read(t testing.TB, a *app, path string, as ...string) *ui.Preview {
	t.Helper()
	in, err := a.perform(state.ReadIntake{Kind: state.IntakeFigures, Path: path, As: as})
	if in != (state.IntakeRead{Kind: state.IntakeFigures}) || err != nil {
		t.Fatalf("%+v, %v", in, err)
	}
	return a.preview(state.IntakeFigures)
}

func counts(p *ui.Preview) map[string]int {
	out := map[string]int{}
	for _, g := range p.Groups {
		out[g.ID] = g.N
	}
	return out
}

// A file is read, previewed, kept as one step, and one undo takes it back; the
// same file twice says "the same" only.
func TestImportInTheTab(t *testing.T) {
	t.Parallel()
	a := importer(t)
	path := p0File(t, "2025", "Kotawaringin Barat,4.27", "Palangka Raja,3.63", "Lamandau,2.70", "Seruyan,x1.2", "Gunung Mas,55.1")
	at := func() float64 {
		v, _ := a.snapshot().Data.Value("6271", model.P0, model.Period{Year: 2025, Month: 3})
		return v
	}
	before := at()
	p := read(t, a, path)
	c := counts(p)
	if c["new"] != 0 || c["same"] != 1 || c["revised"] != 2 || c["refused"] != 2 || c["region:6271=Palangka Raja"] != 1 {
		t.Fatalf("%v", c)
	}
	w := a.words
	for _, g := range p.Groups {
		for i := range g.Rows {
			if cells := g.Row(w, i); len(cells) == 0 || cells[0] == "" {
				t.Errorf("%s: row %d has no place", g.ID, i)
			}
		}
	}
	p = read(t, a, path, "region:6271=Palangka Raja")
	if c := counts(p); c["revised"] != 3 || c["refused"] != 1 {
		t.Fatalf("what was said about the file was not heard: %v", c)
	}
	in, err := a.perform(state.WriteIntake{Kind: state.IntakeFigures, Groups: []string{"revised"}})
	kept, ok := in.(state.FiguresKept)
	if err != nil || !ok || kept.N != 3 || kept.Do != "import" || kept.Rev != 2 || at() != 3.63 {
		t.Fatalf("%+v, %v, %v", in, err, at())
	}
	if c := counts(read(t, a, path, "region:6271=Palangka Raja")); c["new"]+c["revised"] != 0 || c["same"] != 4 {
		t.Errorf("the same file again: %v", c)
	}
	in, err = a.perform(state.RevertFigures{})
	if undone, ok := in.(state.FiguresKept); err != nil || !ok || undone.Do != "undo" || undone.N != 3 || at() != before {
		t.Errorf("%+v, %v, %v", in, err, at())
	}
	if in, err = a.perform(state.RevertFigures{}); in != (state.FiguresKept{}) || err != nil {
		t.Errorf("nothing to undo: %+v, %v", in, err)
	}
}

// What cannot be read in is told in a sentence, and nothing is written.
func TestImportRefused(t *testing.T) {
	t.Parallel()
	a := importer(t)
	for name, path := range map[string]string{
		"tidak ditemuk": filepath.Join(t.TempDir(), "tak-ada.csv"),
		"data pribadi":  put(t, "nik.csv", "NIK,Nama,Alamat\n6271010101010001,Siti,Jl. Raya\n"),
		"berkas kosong": put(t, "kosong.csv", ""),
		"bukan tabel":   put(t, "acak.csv", "\x00\x01\x02\x03"),
	} {
		in, err := a.perform(state.ReadIntake{Kind: state.IntakeFigures, Path: path})
		said := ui.SentenceError("")
		if ok := errors.As(err, &said); in != nil || !ok || !strings.Contains(string(said), name) {
			t.Errorf("%s: %+v, %v", name, in, err)
		}
	}
	if _, err := a.perform(state.WriteIntake{Kind: state.IntakeFigures, Groups: []string{"new"}}); err == nil {
		t.Error("nothing was previewed, and yet it is kept")
	}
	if _, err := a.performRemote(state.ReadIntake{Kind: state.IntakeFigures, Path: "x"}); err == nil {
		t.Error("a file is read for a person over the network")
	}
}

// Somebody else wrote between preview and Enter: nothing is overwritten.
func TestImportConflict(t *testing.T) {
	t.Parallel()
	a := importer(t)
	read(t, a, p0File(t, "2025", "Lamandau,2.70"))
	b := &app{process: a.process, words: a.words, flags: a.flags}
	if err := b.load(); err != nil {
		t.Fatal(err)
	}
	read(t, b, p0File(t, "2025", "Seruyan,6.90"))
	if _, err := b.perform(state.WriteIntake{Kind: state.IntakeFigures, Groups: []string{"revised"}}); err != nil {
		t.Fatal(err)
	}
	in, err := a.perform(state.WriteIntake{Kind: state.IntakeFigures, Groups: []string{"revised"}})
	if _, ok := in.(state.Loaded); !ok || err == nil || !strings.Contains(err.Error(), "diubah orang lain") {
		t.Errorf("%+v, %v", in, err)
	}
	if v, _ := a.snapshot().Data.Value("6208", model.P0, model.Period{Year: 2025, Month: 3}); v != 6.9 {
		t.Errorf("what is there now is not shown: %v", v)
	}
}

func TestListFiles(t *testing.T) {
	t.Parallel()
	a := importer(t)
	dir := t.TempDir()
	for _, name := range []string{"b.csv", "a.XLSX", "foto.png", ".tersembunyi.csv"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "unduhan"), 0o700); err != nil {
		t.Fatal(err)
	}
	in, err := a.perform(state.ListFiles{Dir: dir + "/"})
	got := ""
	for _, f := range in.(state.FilesListed).Files {
		got += f.Name + " "
	}
	if err != nil || got != ".. unduhan a.XLSX b.csv " {
		t.Errorf("%q, %v", got, err)
	}
	if in, err := a.perform(state.ListFiles{Dir: filepath.Join(dir, "nosuch") + "/"}); err != nil || len(in.(state.FilesListed).Files) != 0 {
		t.Errorf("%+v, %v", in, err)
	}
}

// Choosing another source of a cell is kept, and taken back.
func TestUseReading(t *testing.T) {
	t.Parallel()
	a := importer(t)
	p := model.Period{Year: 2022, Month: 3}
	o, ok := a.snapshot().Data.At("6200", "p1", p)
	if !ok || len(o.Others) == 0 {
		t.Fatal("the province's P1 of March 2022 has one source only")
	}
	other := o.Others[0]
	in, err := a.perform(state.UseReading{Of: state.ChooseReading{Region: "6200", Indicator: "p1", Period: p, Source: other.Sources[0]}})
	if kept, ok := in.(state.FiguresKept); err != nil || !ok || kept.Do != "choose" {
		t.Fatalf("%+v, %v", in, err)
	}
	now, _ := a.snapshot().Data.At("6200", "p1", p)
	if now.Value != other.Value || len(now.Others) == 0 || now.Others[0].Value != o.Value {
		t.Errorf("%+v", now)
	}
	if _, err := a.perform(state.RevertFigures{}); err != nil {
		t.Fatal(err)
	}
	if back, _ := a.snapshot().Data.At("6200", "p1", p); back.Value != o.Value {
		t.Errorf("undone, and yet %v", back.Value)
	}
	if _, err := a.perform(state.UseReading{Of: state.ChooseReading{Region: "6200", Indicator: "p1", Period: p, Source: "nosuch"}}); err == nil {
		t.Error("a source without a value was chosen")
	}
}

// The user's figures are read beside the screens, which show the embedded ones
// until then.
func TestLoadFigures(t *testing.T) {
	t.Parallel()
	a := importer(t)
	read(t, a, p0File(t, "2025", "Lamandau,2.70"))
	if _, err := a.perform(state.WriteIntake{Kind: state.IntakeFigures, Groups: []string{"revised"}}); err != nil {
		t.Fatal(err)
	}
	b := &app{process: a.process, words: a.words, flags: a.flags}
	store, err := data.Open(data.Options{Dir: a.dirs.Data, SkipFigures: true})
	if err != nil {
		t.Fatal(err)
	}
	b.store, b.dirs = store, a.dirs
	at := func() float64 {
		v, _ := b.snapshot().Data.Value("6207", model.P0, model.Period{Year: 2025, Month: 3})
		return v
	}
	if at() == 2.7 {
		t.Fatal("the figures were not left out")
	}
	in, err := b.perform(state.LoadFigures{})
	if err != nil || in != (state.Loaded{Rev: 2}) || at() != 2.7 {
		t.Errorf("%+v, %v, %v", in, err, at())
	}
	if err := os.WriteFile(filepath.Join(a.dirs.Data, "p1.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := &app{process: a.process, words: a.words, flags: a.flags, store: store, dirs: a.dirs}
	if _, err := c.perform(state.LoadFigures{}); err == nil || !strings.Contains(err.Error(), "p1.json") {
		t.Errorf("a broken document is not told: %v", err)
	}
}

// BenchmarkImportPreview reads, compares, checks and words a table of 514
// regions and 15 years, as the screen does.
func BenchmarkImportPreview(b *testing.B) {
	a := importer(b)
	ds := a.store.Dataset()
	var text strings.Builder
	text.WriteString("\ufeffProvinsi/Kabupaten/Kota,Persentase Penduduk Miskin (P0) Menurut Kabupaten/Kota (Persen)" + strings.Repeat(",", 14) + "\n")
	for y := 2011; y <= 2025; y++ {
		text.WriteString("," + strconv.Itoa(y))
	}
	for i, c := range ds.Locals() {
		r, _ := ds.Region(c)
		text.WriteString("\n" + r.Name)
		for y := 2011; y <= 2025; y++ {
			text.WriteString("," + strconv.FormatFloat(float64(3+(i*7+y)%9)+0.25, 'f', 2, 64))
		}
	}
	path := put(b, "p0.csv", text.String())
	b.ReportAllocs()
	for b.Loop() {
		p := read(b, a, path)
		for _, g := range p.Groups {
			for i := range min(g.Rows, 30) {
				g.Row(a.words, i)
			}
		}
	}
}
