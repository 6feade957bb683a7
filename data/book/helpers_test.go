package book_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rakor/data/book"
	"rakor/model"
)

// noon is the clock of the tests.
func noon() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 0, time.FixedZone("WIB", 7*3600)) }

// base is an embedded list of three entries.
func base() *model.Programmes {
	var rows []model.Programme
	for i := 1; i <= 3; i++ {
		rows = append(rows, row(fmt.Sprintf("p%03d", i), "embedded"))
	}
	return model.NewProgrammes(rows, []model.StrategyItem{{Code: 1}})
}

// row is an entry with a note.
func row(id, note string) model.Programme {
	return model.Programme{
		ID: model.ProgrammeID(id), Region: "6271", Year: 2026, Department: "Dinas Sosial", Code: "1.06.05", Name: "Perlindungan",
		Strategy: 1, Budget: model.Known[model.Rupiah](1000), Note: note,
	}
}

func open(t testing.TB, dir string, o book.Options) *book.Book {
	t.Helper()
	b, err := book.Open(dir, base(), o)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func closeBook(t testing.TB, b *book.Book) {
	t.Helper()
	if err := b.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// edited gives the change of a note.
func edited(t testing.TB, list *model.Programmes, id model.ProgrammeID, note string) model.Change {
	t.Helper()
	was, ok := list.Get(id)
	if !ok {
		t.Fatalf("no %s", id)
	}
	now := was
	now.Note = note
	return model.Change{ID: id, Was: &was, Now: &now}
}

func commit(t testing.TB, b *book.Book, c model.Change) book.Saved {
	t.Helper()
	s, err := b.Commit(t.Context(), c, "Rina", noon())
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Warnings) > 0 {
		t.Fatal(s.Warnings)
	}
	return s
}

// note commits a note.
func note(t testing.TB, b *book.Book, id model.ProgrammeID, text string) {
	t.Helper()
	commit(t, b, edited(t, b.Snapshot(), id, text))
}

func add(t testing.TB, b *book.Book, text string) model.ProgrammeID {
	t.Helper()
	p := row("", text)
	return commit(t, b, model.Change{Now: &p}).Changes[0].ID
}

func remove(t testing.TB, b *book.Book, id model.ProgrammeID) {
	t.Helper()
	was, _ := b.Snapshot().Get(id)
	commit(t, b, model.Change{ID: id, Was: &was})
}

// brief writes a list as "p001=note p002=note".
func brief(list *model.Programmes) string {
	var out []string
	for _, p := range list.All() {
		out = append(out, string(p.ID)+"="+p.Note)
	}
	return strings.Join(out, " ")
}

// want holds the list of a book, and the one that somebody else reads, against
// what is expected.
func want(t testing.TB, b *book.Book, dir, text string) {
	t.Helper()
	if diff := cmp.Diff(text, brief(b.Snapshot())); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	again := open(t, dir, book.Options{ReadOnly: true})
	if diff := cmp.Diff(text, brief(again.Snapshot())); diff != "" {
		t.Fatalf("read again (-want +got):\n%s", diff)
	}
	for _, p := range b.Snapshot().All() {
		other, ok := again.Snapshot().Get(p.ID)
		if diff := cmp.Diff(p, other); !ok || diff != "" {
			t.Fatalf("%s read again (-want +got):\n%s", p.ID, diff)
		}
	}
}

// long gives a list of n entries as full as those of a real one.
func long(n int) *model.Programmes {
	departments := []string{"Dinas Sosial", "Disperkimtan", "DPKUKMP", "Dinas Pendidikan", "Dinas Kesehatan", "DPKP (Pertanian & Ketahanan Pangan)"}
	rows := make([]model.Programme, n)
	for i := range rows {
		rows[i] = model.Programme{
			ID: model.ProgrammeID(fmt.Sprintf("q%05d", i)), Region: "6271", Year: model.Year(2024 + i%3),
			Department: departments[i%len(departments)], Code: fmt.Sprintf("1.06.%02d.2.%02d.%04d", i%9+1, i%20+1, i%500+1),
			Name:        fmt.Sprintf("Program Perlindungan dan Jaminan Sosial %d", i%60),
			Activity:    fmt.Sprintf("Pengelolaan Data Fakir Miskin Cakupan Daerah Kabupaten/Kota %d", i%400),
			SubActivity: fmt.Sprintf("Fasilitasi Bantuan Sosial Kesejahteraan Keluarga %d", i),
			Strategy:    model.Strategy(i%3 + 1), Directness: model.Direct,
			Budget: model.Known(model.Rupiah(1_000_000 * i)), BudgetRevised: model.Known(model.Rupiah(1_100_000 * i)),
			RealisedH1: model.Known(model.Rupiah(300_000 * i)), Target: model.Known(model.Count{N: int64(i), Unit: model.PerFamily}),
			TargetText: fmt.Sprintf("%d KPM", i), TargetGroup: "desil 1-4", Benefit: "Rp600.000 per bulan",
			Places: []model.KemendagriCode{"62.71.01", "62.71.03"}, PlaceNames: []string{"Pahandut", "Jekan Raya"},
			Funding: "APBD kota", AidKind: "uang", Duration: "12 bulan", SIPD: model.Tagged, Indicator: "p0", Verification: model.Proposed,
			Basis: "DPA 2026", SourceText: "DPA-SKPD 2026 halaman 12", SourceDate: "2026-01-05", Note: fmt.Sprintf("baris %d", i),
		}
	}
	return model.NewProgrammes(rows, nil)
}

// adds gives a change that adds each entry of a list.
func adds(list *model.Programmes) []model.Change {
	out := make([]model.Change, list.Len())
	rows := slices.Clone(list.All())
	for i := range rows {
		out[i] = model.Change{ID: rows[i].ID, Now: &rows[i]}
	}
	return out
}

func background() context.Context { return context.Background() }
