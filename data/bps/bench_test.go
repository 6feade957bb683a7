package bps_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"rakor/data"
	"rakor/data/bps"
	"rakor/model"
)

// wide writes a table of 514 regions and 15 years, with figures of the dataset
// where it has them, one cell in seven revised.
func wide(tb testing.TB) [][]string {
	tb.Helper()
	ds := dataset(tb)
	s, err := ds.Series(model.P0)
	if err != nil {
		tb.Fatal(err)
	}
	head := []string{"Provinsi/Kabupaten/Kota", "Persentase Penduduk Miskin (P0) Menurut Kabupaten/Kota (Persen)"}
	years := []string{""}
	for y := 2011; y <= 2025; y++ {
		years = append(years, strconv.Itoa(y))
	}
	out := [][]string{head, years}
	for i, code := range ds.Locals() {
		r, _ := ds.Region(code)
		row := []string{strings.TrimPrefix(strings.TrimPrefix(r.Name, "Kabupaten "), "Administrasi ")}
		for y := model.Year(2011); y <= 2025; y++ {
			o, ok := s.InYear(code, y)
			switch {
			case !ok:
				row = append(row, "-")
			case (i+int(y))%7 == 0:
				row = append(row, strconv.FormatFloat(o.Value+0.01, 'f', 2, 64))
			default:
				row = append(row, strconv.FormatFloat(o.Value, 'f', 2, 64))
			}
		}
		out = append(out, row)
	}
	return out
}

func wideCSV(tb testing.TB) []byte {
	var b bytes.Buffer
	for _, row := range wide(tb) {
		b.WriteString(strings.Join(row, ",") + "\n")
	}
	return b.Bytes()
}

func wideXLSX(tb testing.TB) []byte {
	const head = `<?xml version="1.0" encoding="UTF-8"?>`
	var sheet bytes.Buffer
	sheet.WriteString(head + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for i, row := range wide(tb) {
		fmt.Fprintf(&sheet, `<row r="%d">`, i+1)
		for _, c := range row {
			if _, err := strconv.ParseFloat(c, 64); err == nil {
				fmt.Fprintf(&sheet, `<c><v>%s</v></c>`, c)
				continue
			}
			fmt.Fprintf(&sheet, `<c t="inlineStr"><is><t>%s</t></is></c>`, c)
		}
		sheet.WriteString("</row>")
	}
	sheet.WriteString("</sheetData></worksheet>")
	return zipped(tb, map[string]string{
		"xl/workbook.xml":            head + `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": head + `<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   sheet.String(),
	})
}

func zipped(tb testing.TB, parts map[string]string) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, s := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(s))
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// TestWide imports a table of every regency and year, as CSV and as a
// spreadsheet: both say the same.
func TestWide(t *testing.T) {
	ds := dataset(t)
	a := compare(t, ds, read(t, "wide.csv", wideCSV(t)), bps.Options{})
	b := compare(t, ds, read(t, "wide.xlsx", wideXLSX(t)), bps.Options{})
	if counts(a) != counts(b) || a.Count(bps.Refused) != 0 || a.Count(bps.New) != 0 || a.Count(bps.Revised) < 900 || len(a.Rows) < 7000 {
		t.Error(len(a.Rows), counts(a), counts(b))
		for _, r := range a.Rows {
			if r.Status == bps.Refused {
				t.Log(r)
			}
		}
	}
}

// TestBomb refuses spreadsheets that unpack to more than a table can be, and
// those that are no workbook.
func TestBomb(t *testing.T) {
	big := strings.Repeat(" ", 70<<20)
	for name, tt := range map[string]struct {
		parts map[string]string
		want  string
	}{
		"a bomb":      {map[string]string{"xl/workbook.xml": big}, "expands"},
		"an archive":  {map[string]string{"a.txt": "x"}, "not-table"},
		"ods":         {map[string]string{"content.xml": "<x/>"}, "old-format"},
		"no relation": {map[string]string{"xl/workbook.xml": "<workbook/>"}, "broken"},
	} {
		if _, err := bps.Read(name, zipped(t, tt.parts)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
}

// BenchmarkImport reads and previews a table of 514 regions and 15 years: the
// dataset is opened anew each time, as a command does it. The goal is 150 ms.
func BenchmarkImport(b *testing.B) {
	for name, file := range map[string][]byte{"csv": wideCSV(b), "xlsx": wideXLSX(b)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				ds := dataset(b)
				tables, err := bps.Read(name, file)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := bps.Compare(ds, bps.NewMatcher(ds, nil), tables, bps.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkCheck is what else a preview on the command line does: it holds the
// documents that would be written against the rules.
func BenchmarkCheck(b *testing.B) {
	file := wideCSV(b)
	ds := dataset(b)
	tables := read(b, "csv", file)
	edit := bps.EditOf(compare(b, ds, tables, bps.Options{}), tables, "", at(), bps.New, bps.Revised)
	for b.Loop() {
		if _, err := data.CheckFigures(b.TempDir(), edit); err != nil {
			b.Fatal(err)
		}
	}
}
