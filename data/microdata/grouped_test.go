package microdata_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/data/microdata"
)

func TestReadGrouped(t *testing.T) {
	want := []float64{0.08, 0.12, 0.16, 0.24, 0.4}
	english := "population_share,welfare_share\n0.2,0.08\n0.2,0.12\n0.2,0.16\n0.2,0.24\n0.2,0.4\n"
	cases := []struct {
		name, text string
		opt        microdata.GroupedOptions
		lines      int
	}{
		{"English", english, microdata.GroupedOptions{}, 6},
		{"Indonesian, decimal comma", "kelompok;Pangsa Penduduk;Pangsa Pengeluaran\r\n1;0,2;0,08\r\n2;0,2;0,12\r\n\r\n3;0,2;0,16\r\n4;0,2;0,24\r\n5;0,2;0,4\r\n;;\r\n", microdata.GroupedOptions{}, 7},
		{"named", "a\tb\n0.2\t0.08\n0.2\t0.12\n0.2\t0.16\n0.2\t0.24\n0.2\t0.4", microdata.GroupedOptions{Population: "a", Welfare: "b"}, 6},
		{"gzip", string(packGzip(t, []byte("\ufeff"+english))), microdata.GroupedOptions{}, 6},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := microdata.ReadGrouped(strings.NewReader(c.text), c.opt)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, got.Welfare); d != "" || !slices.Equal(got.Population, []float64{0.2, 0.2, 0.2, 0.2, 0.2}) {
				t.Errorf("%s%v", d, got.Population)
			}
			if got.Lines != c.lines {
				t.Errorf("last row on line %d, want %d", got.Lines, c.lines)
			}
			if len(got.RowLines) != 5 || got.RowLines[0] != 2 || got.RowLines[4] != c.lines {
				t.Errorf("rows on lines %d", got.RowLines)
			}
		})
	}
	path := filepath.Join(t.TempDir(), "deciles.csv")
	if err := os.WriteFile(path, []byte(english), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := microdata.OpenGrouped(path, microdata.GroupedOptions{}); err != nil || len(got.Welfare) != 5 {
		t.Errorf("%v, %v", got, err)
	}
}

func TestGroupedErrors(t *testing.T) {
	_, err := microdata.ReadGrouped(strings.NewReader("population_share,welfare_share\n0.2,x\n0.2\n0.2,0.1\n\"0.2\"0,1\n"), microdata.GroupedOptions{Name: "d.csv"})
	want := &microdata.RefusedError{Name: "d.csv", Rows: 1, Refused: 3, Problems: []microdata.Problem{
		{Line: 2, Column: "welfare_share", Value: "x", Reason: microdata.NotNumber},
		{Line: 3, Reason: microdata.FieldCount, Found: 1, Want: 2},
		{Line: 5, Reason: microdata.BadQuote},
	}}
	var refused *microdata.RefusedError
	if !errors.As(err, &refused) {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, refused); d != "" {
		t.Error(d)
	}
	var column *microdata.ColumnError
	var personal *microdata.PersonalDataError
	for _, c := range []struct {
		text string
		as   any
		is   error
	}{
		{"a,b\n1,2\n", &column, nil},
		{"population_share,nama\n1,2\n", &personal, nil},
		{"", nil, microdata.ErrEmpty},
		{"population_share,welfare_share\n", nil, microdata.ErrNoRows},
		{"0.2,0.1\n0.4,0.3\n", nil, microdata.ErrNoHeader},
		{strings.Repeat("population_share,welfare_share\n", 40000), nil, microdata.ErrTooManyRows},
	} {
		_, err := microdata.ReadGrouped(strings.NewReader(c.text), microdata.GroupedOptions{Name: "d.csv"})
		if c.is != nil && !errors.Is(err, c.is) || c.as != nil && !errors.As(err, c.as) {
			t.Errorf("%.20q: %v", c.text, err)
		}
		if !strings.HasPrefix(err.Error(), "d.csv: ") {
			t.Errorf("no file name in %q", err)
		}
	}
}

func FuzzReadGrouped(f *testing.F) {
	f.Add([]byte("population_share,welfare_share\n0.2,0.08\n\"0.8\",0.92\n"))
	f.Add([]byte("p;l\r\n0,2;0,08\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := microdata.ReadGrouped(bytes.NewReader(data), microdata.GroupedOptions{})
		if err == nil && (len(g.Population) == 0 || len(g.Population) != len(g.Welfare)) {
			t.Errorf("%d and %d shares", len(g.Population), len(g.Welfare))
		}
	})
}
