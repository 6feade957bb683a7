package workbook_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rakor/data/internal/workbook"
)

func number(n int64) *int64 { return &n }

// sample makes a book with everything that can be in one.
func sample() *workbook.Book {
	b := workbook.New()
	s := b.Sheet("RAT 2026")
	s.Width(1, 6)
	s.Width(3, 40.5)
	s.Freeze(2, 3)
	s.Repeat(2, 3)
	s.Row(1, []workbook.Cell{{Style: workbook.Title, Text: "Rencana <Aksi> & \"Tahunan\""}})
	s.Merge(1, 1, 1, 3)
	s.Row(2, []workbook.Cell{{Style: workbook.Head, Text: "No"}, {}, {Style: workbook.Head, Text: "Pagu"}})
	s.Row(4, []workbook.Cell{
		{Style: workbook.Whole, Number: number(1)}, {Style: workbook.Guarded, Text: "=1+1"}, {Style: workbook.Money, Number: number(1_450_000_000)},
	})
	s.Row(5, []workbook.Cell{
		{Style: workbook.Text, Text: " dua\nbaris\x1b[2J\x00 "},
		{Style: workbook.Text, Text: "_x000A_"},
		{Style: workbook.Sum, Number: number(1_450_000_000), Formula: "SUM(C4:C4)"},
	})
	b.Sheet("Lain 'x' y").Row(1, []workbook.Cell{{Text: "a"}})
	return b
}

// TestReadBack reads a book with another program than the one that wrote it.
func TestReadBack(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if err := sample().Write(&out); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read from
	if got := f.GetSheetList(); len(got) != 2 || got[0] != "RAT 2026" || got[1] != "Lain 'x' y" {
		t.Fatalf("sheets %q", got)
	}
	for at, want := range map[string]string{
		"A1": "Rencana <Aksi> & \"Tahunan\"", "A2": "No", "B2": "", "A4": "1", "B4": "=1+1", "C4": "1,450,000,000",
		"A5": " dua\nbaris[2J ", "B5": "_x000A_", "C5": "1,450,000,000",
	} {
		if got, err := f.GetCellValue("RAT 2026", at); got != want || err != nil {
			t.Errorf("%s: %q %v, want %q", at, got, err, want)
		}
	}
	if got, _ := f.GetCellFormula("RAT 2026", "C5"); got != "SUM(C4:C4)" {
		t.Errorf("formula %q", got)
	}
	if got, _ := f.GetCellFormula("RAT 2026", "B4"); got != "" {
		t.Errorf("a text became the formula %q", got)
	}
	if m, _ := f.GetMergeCells("RAT 2026"); len(m) != 1 || m[0].GetStartAxis() != "A1" || m[0].GetEndAxis() != "C1" {
		t.Errorf("merged %v", m)
	}
	if w, _ := f.GetColWidth("RAT 2026", "C"); w != 40.5 {
		t.Errorf("width %v", w)
	}
	if p, _ := f.GetPanes("RAT 2026"); !p.Freeze || p.XSplit != 2 || p.YSplit != 3 || p.TopLeftCell != "C4" {
		t.Errorf("panes %+v", p)
	}
	if n := f.GetDefinedName(); len(n) != 1 || n[0].RefersTo != "'RAT 2026'!$2:$3" {
		t.Errorf("names %+v", n)
	}
	id, _ := f.GetCellStyle("RAT 2026", "B4")
	if q := f.Styles.CellXfs.Xf[id].QuotePrefix; q == nil || !*q {
		t.Error("a guarded text has lost its quote")
	}
	head, _ := f.GetCellStyle("RAT 2026", "A2")
	if st, err := f.GetStyle(head); err != nil || !st.Font.Bold || st.Fill.Pattern != 1 || len(st.Border) == 0 || !st.Alignment.WrapText {
		t.Errorf("heading %+v %v", st, err)
	}
}

func TestSameBytes(t *testing.T) {
	t.Parallel()
	var a, b bytes.Buffer
	if err := errors.Join(sample().Write(&a), sample().Write(&b)); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Fatal("the same book gives other bytes", err)
	}
}

func TestRefused(t *testing.T) {
	t.Parallel()
	for name, make := range map[string]func(b *workbook.Book){
		"no sheet":   func(*workbook.Book) {},
		"no name":    func(b *workbook.Book) { b.Sheet("") },
		"long name":  func(b *workbook.Book) { b.Sheet(strings.Repeat("x", 32)) },
		"bad name":   func(b *workbook.Book) { b.Sheet("a/b") },
		"quoted":     func(b *workbook.Book) { b.Sheet("'a") },
		"taken name": func(b *workbook.Book) { b.Sheet("a"); b.Sheet("A") },
		"backwards":  func(b *workbook.Book) { s := b.Sheet("a"); s.Row(2, nil); s.Row(2, nil) },
		"too far":    func(b *workbook.Book) { b.Sheet("a").Row(workbook.MaxRows+1, nil) },
	} {
		b := workbook.New()
		make(b)
		if err := b.Write(&bytes.Buffer{}); !errors.Is(err, workbook.ErrFormat) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAt(t *testing.T) {
	t.Parallel()
	for want, at := range map[string][2]int{"A1": {1, 1}, "Z9": {9, 26}, "AA1": {1, 27}, "AZ3": {3, 52}, "XFD1048576": {workbook.MaxRows, workbook.MaxColumns}} {
		if got := workbook.At(at[0], at[1]); got != want {
			t.Errorf("%v: %s, want %s", at, got, want)
		}
	}
}
