//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestTypedEntrySurvivesKill types an entry in the real program, kills it with
// SIGKILL in the middle of a word, opens it again, goes on where it stopped,
// saves, and finds the row in a third run.
func TestTypedEntrySurvivesKill(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	env := []string{"XDG_DATA_HOME=" + home, "USER=Rina"}
	s := start(t, 120, 36, env)
	s.see("q keluar")
	s.keys("3")
	s.see("o baru")
	s.keys("o")
	s.see("Program baru")
	s.keys("\tDinas Uji Coba\t1.06.05\tPerlindungan Sos")
	draft := filepath.Join(home, "rakor", "drafts", entryDraft+".draft")
	waitFile(t, draft, "Perlindungan Sos")
	if err := s.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-s.ended

	s = start(t, 120, 36, env)
	s.see("Isian yang belum tersimpan")
	s.see("Dinas Uji Coba")
	s.keys("\r")
	s.see("Perlindungan Sos")
	s.keys("ial\t\t\t2 \t")
	s.see("2 Meningkatkan pendapatan")
	s.keys("\x13") // Ctrl+S
	s.see("Tersimpan: u1 ditambahkan (Perlindungan Sosial).")
	s.keys("q")
	if code := s.exit(); code != 0 {
		t.Fatalf("exit status %d", code)
	}
	if _, err := os.Stat(draft); err == nil {
		t.Error("the draft is still there")
	}

	s = start(t, 120, 36, env)
	s.see("q keluar")
	s.keys("3/coba\r")
	s.see("Dinas Uji")
	s.keys("\r")
	s.see("Riwayat")
	s.see("baris ditambahkan")
	s.keys("\x1b")
	s.until("the sheet to close", func(x string) bool { return !strings.Contains(x, "Riwayat") })
	s.keys("d")
	s.see("Hapus program?")
	s.keys("\r")
	s.see("Tersimpan: u1 dihapus")
	s.keys("u")
	s.see("Diurungkan dan tersimpan: u1")
	s.keys("q")
	s.exit()
}

// waitFile waits until a file holds a text.
func waitFile(t *testing.T, path, text string) {
	t.Helper()
	end := time.After(deadline)
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		if b, err := os.ReadFile(path); err == nil && bytes.Contains(b, []byte(text)) {
			return
		}
		select {
		case <-end:
			t.Fatalf("%s never held %q", path, text)
		case <-tick.C:
		}
	}
}

// TestQuittingWaitsForTheSave: Ctrl+S and Ctrl+C in one piece: the program ends
// only after the row is on the disk.
func TestQuittingWaitsForTheSave(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	env := []string{"XDG_DATA_HOME=" + home, "USER=Rina"}
	s := start(t, 80, 24, env)
	s.see("q keluar")
	s.keys("3")
	s.see("o baru")
	s.keys("o")
	s.see("Program baru")
	s.keys("\tDinas Uji\t1.06.05\tNama\t\t\t2 \t")
	s.see("2 Meningkatkan")
	s.keys("\x13\x03")
	if code := s.exit(); code != 0 {
		t.Fatalf("exit status %d", code)
	}
	c := newClerk(t, filepath.Join(home, "rakor"), nil)
	if p := c.app.programmes().Find("u1"); p == nil || p.Department != "Dinas Uji" {
		t.Fatalf("u1 is %+v", p)
	}
}

// TestKilledAroundTheSave kills the program right after Ctrl+S, and right after
// it has said that the row is saved: what was acknowledged is there, and what
// was typed is never gone: it is a row, or the draft that is offered next.
func TestKilledAroundTheSave(t *testing.T) {
	t.Parallel()
	for round := range 6 {
		home := t.TempDir()
		s := start(t, 80, 24, []string{"XDG_DATA_HOME=" + home, "USER=Rina"})
		s.see("q keluar")
		s.keys("3")
		s.see("o baru")
		s.keys("o")
		s.see("Program baru")
		s.keys("\tDinas Uji\t1.06.05\tNama\t\t\t2 \t")
		s.see("2 Meningkatkan")
		draft := filepath.Join(home, "rakor", "drafts", entryDraft+".draft")
		waitFile(t, draft, `"strategy":"2 "`)
		s.keys("\x13")
		acknowledged := round%2 == 0
		if acknowledged {
			s.see("Tersimpan: u1")
		}
		if err := s.cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		<-s.ended
		c := newClerk(t, filepath.Join(home, "rakor"), nil)
		row := c.app.programmes().Find("u1")
		text, _ := os.ReadFile(draft)
		switch {
		case row == nil && acknowledged:
			t.Fatalf("round %d: the row that was saved is gone", round)
		case row == nil && !bytes.Contains(text, []byte("Dinas Uji")):
			t.Fatalf("round %d: neither row nor draft", round)
		case row != nil && (row.Department != "Dinas Uji" || row.Strategy != 2):
			t.Fatalf("round %d: half a row: %+v", round, row)
		}
	}
}
