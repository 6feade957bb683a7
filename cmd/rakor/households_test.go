package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rakor/data/microdata"
	"rakor/model/household"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// files is an app that opens files of households.
func files(t testing.TB) *app {
	t.Helper()
	a := &app{process: process{out: io.Discard, err: io.Discard, now: time.Now}, words: lang.For(lang.Indonesian)}
	if err := a.load(); err != nil {
		t.Fatal(err)
	}
	return a
}

func put(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// made is a household file made up by the generator.
func made(t testing.TB, households int) string {
	t.Helper()
	var b bytes.Buffer
	if err := microdata.Generate(&b, microdata.Spec{Households: households, Regencies: 4, Seed: 7}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Files are opened one after the other: the last one is in use, the one before
// it beside it, older ones are let go.
func TestOpenHouseholds(t *testing.T) {
	t.Parallel()
	a := files(t)
	for i := range 3 {
		in, err := a.perform(state.ReadHouseholds{Path: put(t, fmt.Sprintf("f%d.csv", i), made(t, 400+10*i))})
		opened, ok := in.(state.HouseholdsOpened)
		if err != nil || !ok || opened.Name != fmt.Sprintf("f%d.csv", i) || opened.Rev != uint64(i+2) {
			t.Fatalf("%+v, %v", in, err)
		}
	}
	snap := a.snapshot()
	if n := len(snap.Households); n != 2 || snap.Households[0].Name != "f1.csv" || snap.Households[1].Regions() != 4 {
		t.Fatalf("%d files", n)
	}
	if s, own := snap.Households[1].For("1101"); !own || s.Rows() == 0 {
		t.Error("the regencies of the file are not told apart")
	}
	if in, err := a.perform(state.DropHouseholds{}); err != nil || len(a.snapshot().Households) != 0 {
		t.Errorf("%+v, %v", in, err)
	}
	if in, err := a.performRemote(state.ReadHouseholds{Path: "x"}); in != nil || err == nil || !strings.Contains(err.Error(), "bukan lewat jaringan") {
		t.Errorf("over the network: %+v, %v", in, err)
	}
}

// A file without a column of regencies is opened all the same.
func TestOpenHouseholdsWithoutRegions(t *testing.T) {
	t.Parallel()
	a := files(t)
	_, err := a.perform(state.ReadHouseholds{Path: put(t, "satu.csv", "kapita;art;weight;strata;psu\n600000;4;10;1;1\n700000;3;12;1;2\n500000;5;9;1;3\n")})
	if err != nil || a.snapshot().Households[0].Regions() != 0 {
		t.Errorf("%v", err)
	}
}

// What cannot be opened is told in a sentence that names the file, and what was
// open stays open.
func TestHouseholdsRefused(t *testing.T) {
	t.Parallel()
	a := files(t)
	good := put(t, "baik.csv", made(t, 400))
	if _, err := a.perform(state.ReadHouseholds{Path: good}); err != nil {
		t.Fatal(err)
	}
	head := "kapita,art,weight,strata,psu\n"
	for name, c := range map[string]struct{ content, says string }{
		"pribadi.csv": {"NIK,kapita,art,weight,strata,psu\n6271010101900001,600000,4,10,1,1\n", "data pribadi di kolom NIK"},
		"isi.csv":     {"kode,kapita,art,weight,strata,psu\n6271010101900001,600000,4,10,1,1\n", "data pribadi"},
		"kosong.csv":  {"", "kosong"},
		"judul.csv":   {head, "judul.csv"},
		"kolom.csv":   {"a,b\n1,2\n", "tidak ada kolom"},
		"bobot.csv":   {head + "600000,4,0,1,1\n700000,3,12,1,2\n", "1 dari 2 baris ditolak"},
		"negatif.csv": {head + "-600000,4,10,1,1\n700000,3,12,1,2\n", "baris ditolak"},
		"huruf.csv":   {head + "banyak,4,10,1,1\n700000,3,12,1,2\n", "banyak"},
		"biner.csv":   {"PK\x03\x04\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00", "biner.csv"},
		"lari.csv":    {head + "\x1b[2J,4,10,1,1\n", "ditolak"},
	} {
		path := put(t, name, c.content)
		_, err := a.perform(state.ReadHouseholds{Path: path})
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q: %v", name, err)
		}
		if strings.Contains(fmt.Sprint(err), "6271010101900001") {
			t.Errorf("%s: the number of a person is told: %v", name, err)
		}
	}
	for path, says := range map[string]string{
		filepath.Dir(good): "folder", good + ".csv": "baik.csv", os.DevNull: "bukan berkas biasa", "": "",
	} {
		if _, err := a.perform(state.ReadHouseholds{Path: path}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v", path, err)
		}
	}
	if open := a.snapshot().Households; len(open) != 1 || open[0].Name != "baik.csv" {
		t.Errorf("%+v", open)
	}
}

// Reading tells how far it is and ends as soon as it is cancelled.
func TestHouseholdsCancelled(t *testing.T) {
	t.Parallel()
	a := files(t)
	path := filepath.Join(t.TempDir(), "besar.csv.gz")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z, _ := gzip.NewWriterLevel(f, gzip.BestSpeed)
	rows := []byte(strings.Repeat("600000,4,10,1,1\n", 10_000))
	_, _ = z.Write([]byte("kapita,art,weight,strata,psu\n"))
	for range 600 {
		if _, err := z.Write(rows); err != nil {
			t.Fatal(err)
		}
	}
	if err := errorsOf(z.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() {
		_, err := a.perform(state.ReadHouseholds{Path: path})
		done <- err
	}()
	for end := time.Now().Add(deadlineOfTests); ; {
		if r, reading := a.progress(); reading && r.Rows > 0 {
			if r.Name != "besar.csv.gz" || r.Total <= 0 || r.Done <= 0 {
				t.Errorf("%+v", r)
			}
			break
		}
		if time.Now().After(end) {
			t.Fatal("nothing is read")
		}
		time.Sleep(time.Millisecond)
	}
	if _, err := a.perform(state.CancelRead{}); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-done:
		if err == nil || !strings.Contains(err.Error(), "dibatalkan") {
			t.Errorf("%v", err)
		}
	case <-time.After(deadlineOfTests):
		t.Fatal("the reading goes on")
	}
	if _, reading := a.progress(); reading || len(a.snapshot().Households) != 0 {
		t.Error("something is left of it")
	}
}

const deadlineOfTests = 90 * time.Second

func errorsOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkOpenHouseholds reads a national file and puts it in order.
func BenchmarkOpenHouseholds(b *testing.B) {
	a := files(b)
	var buf bytes.Buffer
	if err := microdata.Generate(&buf, microdata.Spec{Seed: 1}); err != nil {
		b.Fatal(err)
	}
	path := put(b, "nasional.csv", buf.String())
	for b.Loop() {
		if _, err := a.perform(state.ReadHouseholds{Path: path}); err != nil {
			b.Fatal(err)
		}
		a.renew(func(s *state.Snapshot) { s.Households = []*household.File{} })
	}
}

// A file of grouped shares is told from households by its columns; closing lets
// both go.
func TestOpenShares(t *testing.T) {
	t.Parallel()
	a := files(t)
	path := put(t, "desil.csv", "population_share;welfare_share\n0,2;0,07\n0,2;0,12\n0,2;0,17\n0,2;0,23\n0,2;0,41\n")
	in, err := a.perform(state.ReadHouseholds{Path: path})
	opened, ok := in.(state.SharesOpened)
	if err != nil || !ok || opened.Name != "desil.csv" || a.snapshot().Shares == nil || len(a.snapshot().Shares.Points.P) != 5 {
		t.Fatalf("%+v, %v", in, err)
	}
	if _, err := a.perform(state.DropHouseholds{}); err != nil || a.snapshot().Shares != nil {
		t.Errorf("%v, %+v", err, a.snapshot().Shares)
	}
	for name, text := range map[string]string{
		"personal.csv": "nik,population_share,welfare_share\n6271012345678901,0.5,0.3\n",
		"order.csv":    "population_share,welfare_share\n0.5,0.7\n0.5,0.3\n",
		"words.csv":    "a,b\n1,2\n",
	} {
		if in, err := a.perform(state.ReadHouseholds{Path: put(t, name, text)}); err == nil || in != nil || a.snapshot().Shares != nil {
			t.Errorf("%s: %+v, %v", name, in, err)
		}
	}
}
