package matrix_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"rakor/data/matrix"
	"rakor/model/intake"
)

// FuzzRead reads files of any bytes: each is refused with an error, or gives
// rows that name their cell, that say why where they are refused, and that can
// be kept where they are not.
func FuzzRead(f *testing.F) {
	w := open(f)
	for _, name := range []string{"rat18.csv", "oppkpke21.csv", "plain.csv"} {
		b, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte("id,year,strategy,department,code,name,budget\n,2026,1,Dinas Sosial,1.06.05,Kios,\"1,45 M\"\n"))
	f.Add([]byte(`{"format": "rakor/programmes/1", "programmes": []}`))
	list := w.store.Programmes().Of("6271")
	f.Fuzz(func(t *testing.T, b []byte) {
		table, err := matrix.Read(bytes.NewReader(b), w.options())
		if err != nil {
			return
		}
		if len(table.Rows) == 0 {
			t.Fatal("no rows and no error")
		}
		p := intake.Compare(table.Rows, list, intake.Options{Region: "6271"})
		for i := range p.Lines {
			l := &p.Lines[i]
			switch {
			case l.Cell == "":
				t.Fatalf("row %d names no cell", i)
			case l.Status == intake.Refused && len(l.Refusals) == 0:
				t.Fatalf("%s is refused and nobody says why", l.Cell)
			}
		}
		for _, c := range p.Changes(func(*intake.Line) bool { return true }) {
			if faults := c.Now.Check(); len(faults) > 0 {
				t.Fatalf("what would be kept cannot be: %v", faults[0])
			}
		}
	})
}
