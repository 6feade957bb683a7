//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rakor/data/scenarios"
)

// TestScenariosSurvive keeps two scenarios, opens the program again, sets them
// side by side, removes one, opens it a third time and takes that back.
func TestScenariosSurvive(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	env := []string{"XDG_DATA_HOME=" + home}
	s := start(t, 120, 36, env)
	s.see("q keluar")
	s.keys("2")
	s.see("11.226")
	s.keys("W")
	s.see("sebagai skenario")
	s.keys("Dasar\r")
	s.see("Skenario Dasar tersimpan.")
	s.keys("l")
	s.see("skenario Dasar*")
	s.keys("W")
	s.see("sebagai skenario")
	s.keys("Naik\r")
	s.see("Skenario Naik tersimpan.")
	s.keys("q")
	if code := s.exit(); code != 0 {
		t.Fatalf("exit status %d", code)
	}

	s = start(t, 120, 36, env)
	s.see("q keluar")
	s.keys("2v")
	s.see("bandingkan berdampingan")
	s.keys("\r")
	s.see("Skenario berdampingan")
	s.see("11.257")
	s.keys(":")
	s.see("Perintah")
	s.keys("hapus skenario Naik\r")
	s.see("Skenario Naik dihapus")
	s.keys("q")
	s.exit()

	s = start(t, 120, 36, env)
	s.see("q keluar")
	s.keys("2u")
	s.see("Penghapusan skenario Naik diurungkan.")
	s.keys("v")
	s.see("✓ Naik")
	s.keys("\x1b")
	s.until("the list to close", func(x string) bool { return !strings.Contains(x, "ketik untuk mencari") })
	s.keys("q")
	s.exit()
	store, err := scenarios.Open(filepath.Join(home, "rakor"), scenarios.Options{})
	if err != nil || len(store.All()) != 2 {
		t.Errorf("%v, %v", store, err)
	}
}

// TestBrokenScenarios opens with a journal that is none: the screens work, and
// say why the scenarios are not in use.
func TestBrokenScenarios(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	path := filepath.Join(home, "rakor", scenarios.File)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("bukan jurnal\n{}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := start(t, 120, 36, []string{"XDG_DATA_HOME=" + home})
	s.see("berkas skenario rusak")
	s.keys("2W")
	s.see("sebagai skenario")
	s.keys("Dasar\r")
	s.see("tidak dapat disimpan di sini")
	s.keys("q")
	s.exit()
	if b, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(b), "bukan jurnal") {
		t.Errorf("the broken file was touched: %q, %v", b, err)
	}
}

// TestScenariosByEar keeps and compares scenarios in the dialogue of lines.
func TestScenariosByEar(t *testing.T) {
	t.Parallel()
	s := start(t, 200, 200, []string{"TERM=dumb", "XDG_DATA_HOME=" + t.TempDir()})
	s.see("Perintah (bantuan")
	s.keys("2\r")
	s.see("2. Estimasi Jumlah Jiwa")
	s.keys("simpan skenario Dasar\r")
	s.see("Skenario Dasar tersimpan.")
	s.keys("tingkat 4\r")
	s.see("12.405 jiwa")
	s.keys("banding skenario Dasar\r")
	s.see("Skenario berdampingan.")
	s.see("Skenario Dasar (Maret 2025)")
	s.keys("keluar\r")
	s.exit()
}

// TestHouseholdsOnTheScreen opens a file in the program itself, moves the line
// over it, and is refused one with personal data.
func TestHouseholdsOnTheScreen(t *testing.T) {
	t.Parallel()
	good := put(t, "susenas.csv", made(t, 2000))
	bad := put(t, "nama.csv", "Nama KRT,kapita,art,weight,strata,psu\nSiti Aminah,600000,4,10,1,1\nBudi Santoso,700000,3,12,1,2\n")
	s := start(t, 120, 36, nil)
	s.see("q keluar")
	s.keys("2O")
	s.see("Berkas rumah tangga atau data kelompok (CSV")
	s.keys(good + "\r")
	s.see("Ukuran dari berkas")
	s.see("2.000 ruta, 200 PSU")
	s.keys("\x1b[6~\x1b[6~\x1b[6~") // to the line
	s.see("menurut garis; kini Rp587.075")
	s.keys(">")
	s.see("kini Rp597.075")
	s.keys("O")
	s.see("Berkas rumah tangga atau data kelompok (CSV")
	s.keys(bad + "\r")
	s.see("data pribadi di kolom")
	s.keys("q")
	s.until("the sheet to close", func(x string) bool { return !strings.Contains(x, "data pribadi") })
	s.see("Rp597.075")
	s.keys("q")
	if code := s.exit(); code != 0 {
		t.Errorf("exit status %d", code)
	}
}
