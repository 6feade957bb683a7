package bps_test

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"rakor/data/bps"
)

// FuzzRead reads anything: no panic, every figure a number with a place, and
// the same table each time. What was read is held against the dataset, too.
func FuzzRead(f *testing.F) {
	names, err := filepath.Glob("testdata/*.*")
	if err != nil || len(names) < 10 {
		f.Fatal(err, names)
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte("Kabupaten/Kota;1.234.567,8\n;2024\nKapuas;1.234,5\n"))
	ds := dataset(f)
	m := bps.NewMatcher(ds, nil)
	f.Fuzz(func(t *testing.T, b []byte) {
		tables, err := bps.Read("x", b)
		if err != nil {
			return
		}
		again, err := bps.Read("x", b)
		if err != nil || len(again) != len(tables) {
			t.Fatal("not the same twice", err)
		}
		n := 0
		for i, table := range tables {
			if len(again[i].Figures) != len(table.Figures) || len(again[i].Refused) != len(table.Refused) {
				t.Fatal("not the same twice")
			}
			n += len(table.Figures) + len(table.Refused)
			for _, fig := range table.Figures {
				if fig.Cell == "" || math.IsNaN(fig.Value) || math.IsInf(fig.Value, 0) {
					t.Fatalf("%+v", fig)
				}
			}
		}
		if n > 2000 {
			return
		}
		p, err := bps.Compare(ds, m, tables, bps.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Rows) != n {
			t.Fatalf("%d rows of %d figures", len(p.Rows), n)
		}
		for _, r := range p.Rows {
			ind, _ := ds.Indicator(r.Indicator)
			if r.Status != bps.Refused && (r.Value < ind.Min || r.Value > ind.Max || !ind.Allows(r.Period) || r.Region == "") {
				t.Fatalf("%+v", r)
			}
			if (r.Status == bps.Refused) != (r.Reason != "") {
				t.Fatalf("%+v", r)
			}
		}
	})
}

// FuzzMatch looks any name up: no panic, and what is known exists.
func FuzzMatch(f *testing.F) {
	for _, s := range []string{"Kab. Kapuas", "GORONTALO", "Toba Samosir / Toba", "Kota ", "()", "KEP."} {
		f.Add(s, "6271")
	}
	ds := dataset(f)
	m := bps.NewMatcher(ds, nil)
	f.Fuzz(func(t *testing.T, name, code string) {
		got := m.Match(nil, name, code)
		if _, ok := ds.Region(got.Region); got.OK() && !ok {
			t.Fatalf("%+v", got)
		}
		for _, c := range got.Among {
			if _, ok := ds.Region(c); !ok && c != "" {
				t.Fatalf("%+v", got)
			}
		}
	})
}
