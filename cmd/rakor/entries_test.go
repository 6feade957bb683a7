package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"rakor/data"
	"rakor/data/book"
	"rakor/model"
	"rakor/ui"
	"rakor/ui/state"
)

// TestNewEntryIsTyped types a whole entry: the year stands there, departments
// and places are found by a few letters, money is shown as it was read, and
// what is not typed is not known.
func TestNewEntryIsTyped(t *testing.T) {
	t.Parallel()
	c := newClerk(t, t.TempDir(), nil)
	c.press("o")
	c.shows("Program baru", "Tahun *", "2026", "wajib diisi", "belum diketahui")
	c.press("tab")
	c.write("sosi")
	c.shows("Dinas Sosial")
	c.press("down", "enter")
	c.write("1.6.5")
	c.press("tab")
	c.write("Perlindungan dan Jaminan Sosial")
	c.press("tab", "tab", "tab") // activities are not known
	c.write("beban")
	c.press("tab") // the only one of the strategies with that word
	c.shows("1 ")
	c.press("tab")
	c.write("1,45 M")
	c.shows("= Rp1.450.000.000 (Rp1,45 miliar)")
	c.press("tab")
	c.shows("1.450.000.000")
	c.write("1450jt")
	c.press("tab", "tab")
	c.write("paha")
	c.press("down", "enter")
	c.write("jekan")
	c.press("down", "enter", "tab")
	c.write("1.250")
	c.press("tab")
	c.write("kelu")
	c.press("tab", "ctrl+s")
	c.shows("Tersimpan: u1 ditambahkan (Perlindungan dan Jaminan Sosial).")
	p := c.saved("u1")
	if p == nil {
		t.Fatal("u1 is not on the disk")
	}
	want := model.Programme{
		ID: "u1", Region: "6271", Year: 2026, Department: "Dinas Sosial", Code: "1.06.05", Name: "Perlindungan dan Jaminan Sosial", Strategy: 1,
		Budget: model.Known(model.Rupiah(1_450_000_000)), BudgetRevised: model.Known(model.Rupiah(1_450_000_000)),
		Target: model.Known(model.Count{N: 1250, Unit: model.PerFamily}),
		Places: p.Places, PlaceNames: []string{"Pahandut", "Jekan Raya"},
	}
	if d := model.Differing(&want, p); len(d) > 0 || len(p.Places) != 2 {
		t.Errorf("differs in %v: %+v", d, p)
	}
	if c.s.State().Program.Selected != "u1" {
		t.Errorf("the new row is not the selected one: %q", c.s.State().Program.Selected)
	}
}

// TestWrongInputIsNamedAtItsField leaves fields with what they cannot hold.
func TestWrongInputIsNamedAtItsField(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct {
		downs int // Tabs from the year
		text  string
		want  string
	}{
		"year":            {0, "26", "! di luar batas"},
		"required":        {1, "", "! wajib diisi"},
		"code":            {2, "sosial", "! bentuk kode salah"},
		"strategy":        {6, "99", "! tidak ditemukan"},
		"choice":          {7, "setengah", "! bukan salah satu pilihan"},
		"money in words":  {8, "banyak", "bukan angka"},
		"money two ways":  {8, "1.234 jt", "dapat berarti 1.234.000.000 atau 1.234.000"},
		"money in parts":  {8, "12,5", "harus bilangan bulat"},
		"place":           {11, "Sampit", "! tidak ditemukan; yang terdekat"},
		"verification":    {24, "terverifikasi", "! terverifikasi dan dikembalikan hanya oleh koordinator"},
		"date":            {27, "kemarin", "! bukan tanggal"},
		"identity number": {28, "KK 6271031203800004", "! memuat nomor berbentuk NIK"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := newClerk(t, t.TempDir(), nil)
			c.press("o")
			for range x.downs {
				c.press("tab")
			}
			c.press("ctrl+u")
			c.write(x.text)
			c.press("tab")
			c.shows(x.want)
			if text := strings.TrimSpace(x.text); text != "" {
				c.shows(text) // what was typed stays
			}
		})
	}
}

// TestEntryIsEdited changes one field, takes it back after a restart, and makes
// it again; the history below the detail tells all of it.
func TestEntryIsEdited(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	c := newClerk(t, dir, nil)
	c.s.Do(state.SelectProgramme{ID: "p003"})
	was := *c.app.programmes().Find("p003")
	c.press("e")
	c.shows("Sunting program p003")
	c.press("ctrl+end", "up")
	c.write("menunggu perubahan")
	c.press("ctrl+s")
	c.shows("Tersimpan: p003, Catatan menjadi")
	now := c.saved("p003")
	if d := model.Differing(&was, now); len(d) != 1 || d[0] != model.FieldNote || !strings.HasSuffix(now.Note, "menunggu perubahan") {
		t.Fatalf("changed %v, note %q", d, now.Note)
	}
	c.app.closeList()

	c = newClerk(t, dir, nil)
	c.press("u")
	c.shows("Diurungkan dan tersimpan: p003, Catatan menjadi")
	if got := c.saved("p003"); len(model.Differing(&was, got)) > 0 {
		t.Fatalf("undone: %+v", got)
	}
	c.press("u")
	c.shows("Tidak ada lagi perubahan")
	c.press("ctrl+r")
	c.shows("Diulangi dan tersimpan: p003")
	c.press("enter", "end")
	c.shows("Riwayat", "25 Nov 2026 14.02", "Rina", "Rina · urung", "Catatan: semula")
}

// TestMarkedRowsAreChangedTogether marks three rows, edits them in one form,
// removes them, and takes each back with one key.
func TestMarkedRowsAreChangedTogether(t *testing.T) {
	t.Parallel()
	c := newClerk(t, t.TempDir(), nil)
	n := len(c.app.programmes().Of("6271"))
	c.press("space", "space", "space")
	c.shows("3 baris ditandai", "✓")
	c.press("e")
	c.shows("Sunting 3 program sekaligus", "tetap seperti semula")
	for range 10 {
		c.press("tab")
	}
	c.write("CSR")
	c.press("ctrl+s")
	c.shows("Tersimpan: 3 program berubah")
	changed := 0
	for _, p := range c.app.programmes().Of("6271") {
		if p.Funding == "CSR" {
			changed++
		}
	}
	if changed != 3 {
		t.Errorf("%d rows have the new funding", changed)
	}
	c.press("u")
	for _, p := range c.app.programmes().Of("6271") {
		if p.Funding == "CSR" {
			t.Errorf("%s still has it", p.ID)
		}
	}
	c.press("g", "space", "space", "d")
	c.shows("Hapus program?", "u (urung)")
	c.press("esc")
	if got := len(c.app.programmes().Of("6271")); got != n {
		t.Fatalf("%d rows of %d after Esc", got, n)
	}
	c.press("d", "enter")
	c.shows("Tersimpan: 2 program berubah")
	if got := len(c.app.programmes().Of("6271")); got != n-2 {
		t.Fatalf("%d rows of %d", got, n)
	}
	c.press("u")
	if got := len(c.app.programmes().Of("6271")); got != n {
		t.Errorf("%d rows of %d after undo", got, n)
	}
}

// TestConflictAsksForAChoice: somebody else changes the same field while the
// form is open, and each of the three answers does what it says; another field
// or another row goes through.
func TestConflictAsksForAChoice(t *testing.T) {
	t.Parallel()
	edit := func(t *testing.T) *clerk {
		t.Helper()
		c := newClerk(t, t.TempDir(), nil)
		c.s.Do(state.SelectProgramme{ID: "p003"})
		c.press("e")
		for range 8 { // to the budget
			c.press("tab")
		}
		c.press("ctrl+u")
		c.write("3jt")
		return c
	}
	budget := func(c *clerk) model.Rupiah { return c.saved("p003").Budget.V }
	t.Run("mine", func(t *testing.T) {
		t.Parallel()
		c := edit(t)
		c.other("p003", model.FieldBudget, "5000000")
		c.press("ctrl+s")
		c.shows("Baris p003 baru saja diubah orang lain", "kini di daftar", "Rp5.000.000", "dari Anda", "Rp3.000.000", "Pakai isian saya")
		if budget(c) != 5_000_000 {
			t.Fatal("something was written")
		}
		c.press("enter")
		c.shows("Tersimpan: p003")
		if budget(c) != 3_000_000 {
			t.Errorf("budget %d", budget(c))
		}
	})
	t.Run("theirs", func(t *testing.T) {
		t.Parallel()
		c := edit(t)
		c.press("tab", "tab")
		c.press("ctrl+u")
		c.write("CSR")
		c.other("p003", model.FieldBudget, "5000000")
		c.press("ctrl+s", "down", "enter")
		c.shows("Tersimpan: p003, Sumber dana menjadi CSR")
		if p := c.saved("p003"); p.Budget.V != 5_000_000 || p.Funding != "CSR" {
			t.Errorf("%+v", p)
		}
	})
	t.Run("back", func(t *testing.T) {
		t.Parallel()
		c := edit(t)
		c.other("p003", model.FieldBudget, "5000000")
		c.press("ctrl+s", "esc")
		c.shows("Sunting program p003", "3.000.000")
	})
	t.Run("removed", func(t *testing.T) {
		t.Parallel()
		c := edit(t)
		b, err := book.Open(c.dir, c.app.store.Programmes(), book.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := b.Commit(t.Context(), model.Change{ID: "p003", Was: b.Snapshot().Find("p003")}, "Budi", c.app.now()); err != nil {
			t.Fatal(err)
		}
		c.press("ctrl+s")
		c.shows("dihapus orang lain", "Simpan sebagai baris baru")
		c.press("enter")
		c.shows("Tersimpan: u2 ditambahkan")
	})
	t.Run("another field", func(t *testing.T) {
		t.Parallel()
		c := edit(t)
		c.other("p003", model.FieldNote, "dari orang lain")
		c.other("p004", model.FieldBudget, "1")
		c.press("ctrl+s")
		c.shows("Tersimpan: p003")
		if p := c.saved("p003"); p.Budget.V != 3_000_000 || p.Note != "dari orang lain" {
			t.Errorf("%+v", p)
		}
	})
}

// TestChangesFromOutsideAreSeen: a key on the third tab looks whether another
// program has changed the list.
func TestChangesFromOutsideAreSeen(t *testing.T) {
	t.Parallel()
	c := newClerk(t, t.TempDir(), nil)
	c.other("p003", model.FieldDepartment, "Dinas Baru")
	c.s.Clock(ui.Clock{Today: "2026-11-25", Unix: c.app.now().Unix() + 10})
	c.press("down")
	c.shows("Daftar program diubah dari luar", "Dinas Baru")
}

// TestFailedSaveKeepsTheForm: a folder that may not be written, told in one
// sentence with everything typed still there; once it may be, the same keys
// save.
func TestFailedSaveKeepsTheForm(t *testing.T) {
	t.Parallel()
	if os.Getuid() == 0 {
		testFailedSave(t, func(dir string) func() { // root writes anywhere: a file where the journal would be is in its way
			path := filepath.Join(dir, book.JournalFile)
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
			return func() { _ = os.Remove(path) }
		})
		return
	}
	testFailedSave(t, func(dir string) func() {
		if err := os.Chmod(dir, 0o500); err != nil {
			t.Fatal(err)
		}
		return func() { _ = os.Chmod(dir, 0o700) }
	})
}

func testFailedSave(t *testing.T, forbid func(dir string) func()) {
	t.Helper()
	dir := t.TempDir()
	c := newClerk(t, dir, nil)
	allow := forbid(dir)
	c.press("o", "tab")
	c.fill("Dinas Uji", "1.06.05", "Nama", "", "", "2 ")
	c.press("ctrl+s")
	c.shows("Program baru", "Dinas Uji", "ersimpan: ")
	allow()
	c.press("ctrl+s")
	c.shows("Tersimpan: u1")
}

// TestReadOnlyShowsNoEditing: with --readonly the keys are not there, and one
// that is pressed all the same says why nothing happens.
func TestReadOnlyShowsNoEditing(t *testing.T) {
	t.Parallel()
	c := newClerk(t, t.TempDir(), func(a *app) { a.flags.readonly = true })
	c.hides("o baru", "e sunting")
	c.shows("baca-saja")
	for _, k := range []string{"o", "e", "d", "space", "u", "ctrl+r"} {
		c.press(k)
		c.shows("Baca-saja: daftar program tidak dapat diubah")
	}
	c.press("?")
	c.write("sunting")
	c.shows("Tidak ditemukan")
	if entries, err := os.ReadDir(c.dir); err != nil || len(entries) > 0 {
		t.Errorf("something was made: %v, %v", entries, err)
	}
}

// TestOnlyCoordinatorsVerify: who is named in the settings finds verified among
// the choices; who is not, does not, and somebody who drives from another
// machine is never taken for one.
func TestOnlyCoordinatorsVerify(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := data.SaveSettings(dir, data.Settings{Name: "Rina", Coordinators: []string{"Rina"}}); err != nil {
		t.Fatal(err)
	}
	c := newClerk(t, dir, nil)
	c.s.Do(state.SelectProgramme{ID: "p003"})
	c.press("e")
	for range 24 {
		c.press("tab")
	}
	c.shows("terverifikasi")
	c.write("terver")
	c.press("ctrl+s")
	c.shows("Tersimpan: p003, Verifikasi menjadi terverifikasi")

	was := c.app.programmes().Find("p004")
	now := *was
	now.Verification = model.Verified
	in, err := c.app.performRemote(state.Signed(state.WriteProgrammes{Changes: []model.Change{{ID: "p004", Was: was, Now: &now}}}, "Rina (SSH SHA256:abc)"))
	if failed, ok := in.(state.ProgrammesFailed); !ok || err != nil || failed.Field != model.FieldVerification {
		t.Errorf("%+v, %v", in, err)
	}
}

// TestHostileTyping pastes and types control sequences, wide letters, marks, and
// far more than a field holds: the screen stays whole, nothing is lost that
// fits, and what does not is told.
func TestHostileTyping(t *testing.T) {
	t.Parallel()
	for i, text := range []string{
		"\x1b[2J\x1b]0;x\x07Dinas\u009b31m", "漢字👩‍👩‍👧 Dinas", "\u202eDinas\u0301\u0301\u0301", "Dinas\r\nSosial\tdua", strings.Repeat("a", 1<<20), strings.Repeat("\u0301", 1<<20) + "Dinas", "\xff\xfeDinas",
	} {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			c := newClerk(t, t.TempDir(), nil)
			c.press("o", "tab")
			c.run(c.s.Paste(text))
			c.press("tab")
			for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 16}, {40, 10}} {
				c.s.Resize(size[0], size[1])
				got := c.screen()
				lines := strings.Split(got, "\n")
				if len(lines) != size[1] {
					t.Fatalf("%d lines", len(lines))
				}
				for _, l := range lines {
					if ansi.StringWidth(l) > size[0] || strings.ContainsFunc(l, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e }) {
						t.Fatalf("%dx%d: %q", size[0], size[1], l)
					}
				}
			}
			c.s.Resize(120, 36)
			if len(text) < 1<<20 {
				c.shows("Dinas")
			} else {
				c.press("up")
				c.shows("terpotong")
			}
		})
	}
}

// TestBlindTypingAnswersNothing: whoever goes on typing while a question stands
// on the screen neither throws anything away nor saves it.
func TestBlindTypingAnswersNothing(t *testing.T) {
	t.Parallel()
	c := newClerk(t, t.TempDir(), nil)
	c.press("o", "tab")
	c.write("Dinas Uji")
	c.open()
	c.shows("Isian yang belum tersimpan")
	c.write("3 o ke Dinas Sosial 1 2 3 q ")
	c.shows("Isian yang belum tersimpan", "Dinas Uji")
	if got := c.app.loadEntryDraft(""); !strings.Contains(got, "Dinas Uji") {
		t.Errorf("draft %q", got)
	}
	c.press("down", "down", "enter") // thrown away
	if got := c.app.loadEntryDraft(""); got != "" {
		t.Errorf("draft %q", got)
	}
}

// TestFirstEntryOfARegion: a region without a list gets its first row, and the
// draft of another region goes back there.
func TestFirstEntryOfARegion(t *testing.T) {
	t.Parallel()
	c := newClerk(t, t.TempDir(), nil)
	c.run(c.s.Do(state.SetHome{Region: "6203"}))
	c.shows("o baru")
	c.hides("e sunting")
	c.press("o", "tab")
	c.write("Dinas Uji")
	c.open() // killed; opens at home
	c.press("enter")
	c.shows("Program baru", "Dinas Uji")
	c.press("tab")
	c.fill("1.06.05", "Nama", "", "", "1 ")
	c.press("ctrl+s")
	c.shows("Tersimpan: u1")
	if p := c.saved("u1"); p == nil || p.Region != "6203" {
		t.Errorf("%+v", p)
	}
}

// TestFilterThatHidesIsNamed: a row that was changed so that the filter hides
// it is not gone, and the screen says so.
func TestFilterThatHidesIsNamed(t *testing.T) {
	t.Parallel()
	c := newClerk(t, t.TempDir(), nil)
	c.run(c.s.Do(state.SetFilter{Filter: "opd:Disperkimtan"}))
	c.run(c.s.Do(state.SelectProgramme{ID: "p003"}))
	c.press("e", "tab", "ctrl+u")
	c.write("Dinas Lain")
	c.press("ctrl+s")
	c.shows("Tersimpan: p003", "Saringan menyembunyikannya")
}
