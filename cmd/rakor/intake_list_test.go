package main

import (
	"path/filepath"
	"strings"
	"testing"

	"rakor/ui"
	"rakor/ui/state"
)

// listImporter is an app with a list of its own, as the screens have it.
func listImporter(t testing.TB) *app {
	t.Helper()
	a := importer(t)
	if err := a.openBook(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(a.closeList)
	return a
}

func readList(t testing.TB, a *app, path string, as ...string) *ui.Preview {
	t.Helper()
	in, err := a.perform(state.ReadIntake{Kind: state.IntakeProgrammes, Path: path, As: as})
	if in != (state.IntakeRead{Kind: state.IntakeProgrammes}) || err != nil {
		t.Fatalf("%+v, %v", in, err)
	}
	return a.preview(state.IntakeProgrammes)
}

// A file of programmes is previewed in the tab, kept as one step, and one undo
// takes all of it back; the same file again says "the same".
func TestImportProgrammesInTheTab(t *testing.T) {
	t.Parallel()
	a := listImporter(t)
	path := filepath.Join("..", "..", "data", "matrix", "testdata", "rat300.xlsx")
	before := a.snapshot().Programmes.Len()
	p := readList(t, a, path)
	c := counts(p)
	if c["new"] != 285 || c["duplicate"] != 1 || c["refused"] != 14 || c["same"]+c["changed"]+c["ambiguous"] != 0 {
		t.Fatalf("%v", c)
	}
	for _, g := range p.Groups {
		if ticked := g.Tick && g.On; ticked != (g.ID == "new") && g.N > 0 {
			t.Errorf("%s ticked: %v", g.ID, ticked)
		}
		for i := range g.Rows {
			if cells := g.Row(a.words, i); len(cells) == 0 || cells[0] == "" {
				t.Errorf("%s: row %d has no place", g.ID, i)
			}
		}
	}
	if head := strings.Join(p.Head(a.words), "\n"); head != "matriks RAT · RAT 2026 · 2026 · 300 baris" {
		t.Errorf("head %q", head)
	}
	in, err := a.perform(state.WriteIntake{Kind: state.IntakeProgrammes, Groups: []string{"new", "refused"}})
	kept, ok := in.(state.ProgrammesKept)
	if err != nil || !ok || len(kept.IDs) != 285 || kept.What != "import" || a.snapshot().Programmes.Len() != before+285 {
		t.Fatalf("%+v, %v", in, err)
	}
	if _, err := a.perform(state.WriteIntake{Kind: state.IntakeProgrammes, Groups: []string{"new"}}); err == nil {
		t.Error("the preview was kept twice")
	}
	if c := counts(readList(t, a, path)); c["same"] != 285 || c["new"]+c["changed"] != 0 {
		t.Errorf("the same file again: %v", c)
	}
	if _, err := a.perform(state.RevertProgrammes{}); err != nil || a.snapshot().Programmes.Len() != before {
		t.Errorf("after one undo: %d entries, %v", a.snapshot().Programmes.Len(), err)
	}
}

// A file that names no year asks for it; one with data about persons, or that
// is none, is refused in a sentence.
func TestImportProgrammesAsks(t *testing.T) {
	t.Parallel()
	a := listImporter(t)
	path := put(t, "list.csv", "strategy,department,code,name\n1,Dinas Sosial,1.06.05,Kios\n")
	p := readList(t, a, path)
	if len(p.Groups) == 0 || !p.Groups[0].Again || p.Groups[0].N != 0 {
		t.Fatalf("%+v", p.Groups)
	}
	if c := counts(readList(t, a, path, p.Groups[0].ID)); c["new"] != 1 {
		t.Errorf("with the year: %v", c)
	}
	for want, path := range map[string]string{
		"data pribadi":  put(t, "nik.csv", "year,strategy,department,code,name,NIK\n2026,1,Dinas Sosial,1.06.05,Kios,\n"),
		"lembar kerja":  put(t, "a.pdf", "%PDF-1.7"),
		"Tidak ada ber": filepath.Join(t.TempDir(), "none.xlsx"),
	} {
		if _, err := a.perform(state.ReadIntake{Kind: state.IntakeProgrammes, Path: path}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
}
