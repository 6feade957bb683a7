package main

import (
	"context"
	"io/fs"
	"path/filepath"
	"testing"

	"rakor/data/book"
	"rakor/data/durable"
)

// TestFailuresAreToldInASentence lets the save fail as a full disk, a folder
// that may not be written and a lock that is held do: the form stays with all
// that was typed, and says what to do; once the cause is gone the same key
// saves.
func TestFailuresAreToldInASentence(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct {
		cause error
		want  string
	}{
		"full disk": {durable.ErrNoSpace, "! Tidak tersimpan: disk penuh"},
		"read-only": {durable.ErrReadOnly, "izinnya"},
		"locked":    {durable.ErrLocked, "ulangi sebentar lagi"},
		"other":     {fs.ErrInvalid, "! Belum tersimpan: "},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := newClerk(t, t.TempDir(), nil)
			fails := true
			real := c.app.book
			b, err := book.Open(c.dir, c.app.store.Programmes(), book.Options{Lock: func(context.Context) (book.Release, error) {
				if fails {
					return nil, &durable.FileError{Op: "lock", Path: filepath.Join(c.dir, "lock"), Kind: x.cause, Err: x.cause}
				}
				return func() error { return nil }, nil
			}})
			if err != nil {
				t.Fatal(err)
			}
			c.app.book = b
			t.Cleanup(func() { _ = real.Close(context.Background()) })
			c.press("o", "tab")
			c.fill("Dinas Uji", "1.06.05", "Nama", "", "", "2 ")
			c.press("ctrl+s")
			c.shows("Program baru", "Dinas Uji", x.want)
			if p := c.saved("u1"); p != nil {
				t.Fatalf("something was written: %+v", p)
			}
			fails = false
			c.press("ctrl+s")
			c.shows("Tersimpan: u1")
		})
	}
}
