package main

import (
	"testing"

	"rakor/ui/state"
)

// TestTypedTextSurvives: Esc asks, a failed save keeps the form as it is, and
// what was typed when the program ended is offered at the next start, once.
func TestTypedTextSurvives(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	c := newClerk(t, dir, nil)
	c.press("o", "esc")
	c.hides("Program baru")
	c.press("o", "tab")
	c.write("Dinas Uji")
	c.press("esc")
	c.shows("Isian belum disimpan", "Lanjut mengisi")
	c.press("esc")
	c.shows("Program baru", "Dinas Uji")

	c.open() // the program was killed
	c.shows("Isian yang belum tersimpan", "Program baru", "Dinas Uji")
	c.press("3", "down", "enter") // later
	c.press("o")
	c.shows("Isian yang belum tersimpan")
	c.press("enter")
	c.shows("Program baru", "Dinas Uji")
	c.press("tab")
	c.write("1.06.05")
	c.press("tab")
	c.write("Nama")
	c.press("tab", "tab", "tab")
	c.write("2 ")
	c.press("ctrl+s")
	c.shows("Tersimpan: u1")
	c.open()
	c.hides("Isian yang belum tersimpan")
}

// TestDraftsKeepTheirOrder: an older draft that comes late neither replaces a
// newer one nor comes back after the save.
func TestDraftsKeepTheirOrder(t *testing.T) {
	t.Parallel()
	c := newClerk(t, t.TempDir(), nil)
	keep := func(n uint64, text string) {
		if _, err := c.app.perform(state.KeepEntryDraft{N: n, Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	keep(2, "dua")
	keep(1, "satu")
	if got := c.app.loadEntryDraft(""); got != "dua" {
		t.Errorf("draft %q", got)
	}
	keep(4, "")
	keep(3, "tiga")
	if got := c.app.loadEntryDraft(""); got != "" {
		t.Errorf("draft %q came back", got)
	}
}
