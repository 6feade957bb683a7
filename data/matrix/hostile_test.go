package matrix_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"rakor/data/matrix"
)

// parts are the files of a workbook, by name.
type parts map[string]string

// archive packs parts as a spreadsheet.
func archive(t *testing.T, ps parts) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for name, text := range ps {
		f, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(f, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const sheetHead = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`

// book gives the parts of a workbook with one sheet of these rows.
func book(rows string) parts {
	const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	return parts{
		"[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		"_rels/.rels":         `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + rel + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":     `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + rel + `"><sheets><sheet name="RAT" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + rel +
			`/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": sheetHead + rows + `</sheetData></worksheet>`,
	}
}

func with(ps parts, name, text string) parts {
	ps[name] = text
	return ps
}

func row(n int, cells ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, n)
	for i, c := range cells {
		fmt.Fprintf(&b, `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+i, n, c)
	}
	b.WriteString("</row>")
	return b.String()
}

func heading() string {
	return row(1, "id", "year", "strategy", "department", "code", "name", "budget")
}

// understate rewrites the sizes that an archive declares, in its directory and
// before each file, to one byte.
func understate(b []byte) []byte {
	b = bytes.Clone(b)
	for _, mark := range []struct {
		sign   string
		offset int
	}{{"PK\x01\x02", 24}, {"PK\x03\x04", 22}, {"PK\x07\x08", 12}} {
		for at := 0; ; {
			i := bytes.Index(b[at:], []byte(mark.sign))
			if i < 0 {
				break
			}
			at += i
			if at+mark.offset+4 <= len(b) {
				binary.LittleEndian.PutUint32(b[at+mark.offset:], 1)
			}
			at += 4
		}
	}
	return b
}

// TestHostileFiles reads files that were made to hurt: each has its fault, costs
// little memory, and takes nothing down.
func TestHostileFiles(t *testing.T) {
	w := open(t)
	good := func() parts {
		return book(heading() + row(2, "", "2026", "1", "Dinas Sosial", "1.06.05", "Kios", "1000"))
	}
	if table, err := matrix.Read(bytes.NewReader(archive(t, good())), w.options()); err != nil || len(table.Rows) != 1 {
		t.Fatalf("the harmless one: %v", err)
	}
	blank := strings.Repeat(" ", 1<<20)
	var rows, cells strings.Builder
	for n := 2; n < 1_000_000; n++ {
		fmt.Fprintf(&rows, `<row r="%d"/>`, n)
	}
	for n := 2; n < 110_000; n++ {
		fmt.Fprintf(&cells, `<row r="%d"><c r="A%d"><v>1</v></c></row>`, n, n)
	}
	whole := archive(t, good())
	bomb := archive(t, with(good(), "xl/worksheets/sheet1.xml", sheetHead+strings.Repeat(blank, 100)+`</sheetData></worksheet>`))
	for name, c := range map[string]struct {
		data  []byte
		fault matrix.Fault
	}{
		"zip bomb":            {bomb, matrix.Expands},
		"bomb that lies":      {understate(bomb), matrix.Broken},
		"bomb of strings":     {archive(t, with(good(), "xl/sharedStrings.xml", strings.Repeat(blank, 70))), matrix.Expands},
		"bomb of styles":      {archive(t, with(good(), "xl/styles.xml", strings.Repeat(blank, 10))), matrix.Expands},
		"many parts":          {archive(t, manyParts(good())), matrix.Expands},
		"macros":              {archive(t, with(good(), "xl/vbaProject.bin", "x")), matrix.Macros},
		"macro sheet":         {archive(t, with(good(), "xl/macrosheets/sheet1.xml", "x")), matrix.Macros},
		"external links":      {archive(t, with(good(), "xl/externalLinks/externalLink1.xml", "x")), matrix.ExternalLinks},
		"connections":         {archive(t, with(good(), "xl/connections.xml", "x")), matrix.ExternalLinks},
		"a million empty":     {archive(t, book(heading()+rows.String())), matrix.NoRows},
		"rows without end":    {archive(t, book(heading()+cells.String())), matrix.TooLarge},
		"row two billion":     {archive(t, book(heading()+`<row r="2147483647"><c r="A2147483647"><v>1</v></c></row>`)), matrix.Broken},
		"row below zero":      {archive(t, book(heading()+`<row r="-1"><c r="A-1"><v>1</v></c></row>`)), matrix.Broken},
		"cut off":             {whole[:len(whole)/2], matrix.Broken},
		"first bytes only":    {whole[:10], matrix.Broken},
		"no workbook":         {archive(t, parts{"a.txt": "x"}), matrix.NotSpreadsheet},
		"sheet is no XML":     {archive(t, with(good(), "xl/worksheets/sheet1.xml", "<worksheet")), matrix.Broken},
		"workbook is no XML":  {archive(t, with(good(), "xl/workbook.xml", "<a>")), matrix.Broken},
		"OpenDocument":        {archive(t, parts{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}), matrix.OldFormat},
		"xls":                 {append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...), matrix.OldFormat},
		"encrypted":           {append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")...), matrix.Encrypted},
		"PDF":                 {[]byte("%PDF-1.7\n1 0 obj"), matrix.NotSpreadsheet},
		"picture":             {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), matrix.NotSpreadsheet},
		"zeros":               {make([]byte, 4096), matrix.NotSpreadsheet},
		"nothing":             {nil, matrix.Empty},
		"blanks":              {[]byte(" \r\n\t"), matrix.Empty},
		"headings alone":      {archive(t, book(heading())), matrix.NoRows},
		"no headings":         {archive(t, book(row(1, "a", "b")+row(2, "c", "d"))), matrix.NoTable},
		"no year":             {archive(t, book(row(1, "strategy", "department", "code", "name")+row(2, "1", "Dinas Sosial", "1.06.05", "Kios"))), matrix.NoYear},
		"entities":            {archive(t, with(good(), "xl/worksheets/sheet1.xml", `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "`+strings.Repeat("x", 1000)+`"><!ENTITY c "&b;&b;&b;">]><worksheet><sheetData>&c;</sheetData></worksheet>`)), matrix.Broken},
		"binary called a CSV": {[]byte("id,year\n\x00\x01\x02\xff\xfe"), matrix.NotSpreadsheet},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := matrix.Read(bytes.NewReader(c.data), w.options())
		runtime.ReadMemStats(&after)
		var e *matrix.FileError
		if !errors.As(err, &e) || e.Fault != c.fault {
			t.Errorf("%s: %v, want %s", name, err, c.fault.ID())
		}
		if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 700 {
			t.Errorf("%s: %d MB allocated for a file of %d bytes", name, used, len(c.data))
		}
	}
}

func manyParts(ps parts) parts {
	for i := range 5000 {
		ps[fmt.Sprintf("xl/x%d.xml", i)] = ""
	}
	return ps
}

// TestHostilePlaces opens what is no file to read.
func TestHostilePlaces(t *testing.T) {
	t.Parallel()
	w := open(t)
	dir := t.TempDir()
	opt := w.options()
	opt.Name = ""
	if _, err := matrix.Open(filepath.Join(dir, "none.xlsx"), opt); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
	if _, err := matrix.Open(dir, opt); err == nil {
		t.Error("a folder was read")
	}
	huge := filepath.Join(dir, "huge.xlsx")
	f, err := os.Create(huge)
	if err != nil {
		t.Fatal(err)
	}
	err = errors.Join(f.Truncate(1<<30), f.Close()) // sparse: it takes no room
	var e *matrix.FileError
	if _, rerr := matrix.Open(huge, opt); err != nil || !errors.As(rerr, &e) || e.Fault != matrix.TooLarge {
		t.Errorf("1 GB: %v %v", err, rerr)
	}
}

// TestPersonalFiles refuses files about persons, by heading and by content, in
// every kind of file and on hidden sheets.
func TestPersonalFiles(t *testing.T) {
	t.Parallel()
	w := open(t)
	nik := "6271014507850001" // of the right form; nobody's
	for name, data := range map[string][]byte{
		"heading":      []byte("id,year,strategy,department,code,name,NIK\n,2026,1,Dinas Sosial,1.06.05,Kios,\n"),
		"content":      []byte("id,year,strategy,department,code,name,x\n,2026,1,Dinas Sosial,1.06.05,Kios," + nik + "\n"),
		"in a text":    archive(t, book(heading()+row(2, "", "2026", "1", "Dinas Sosial", "1.06.05", "Kios milik "+nik, "1"))),
		"hidden sheet": archive(t, hidden(book(heading()+row(2, "", "2026", "1", "Dinas Sosial", "1.06.05", "Kios", "1")), row(1, "Nama Penerima", "NIK")+row(2, "x", nik))),
	} {
		_, err := matrix.Read(bytes.NewReader(data), w.options())
		var p *matrix.PersonalError
		if !errors.As(err, &p) || len(p.Columns) == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// hidden adds a hidden sheet.
func hidden(ps parts, rows string) parts {
	ps["xl/workbook.xml"] = strings.Replace(ps["xl/workbook.xml"], "</sheets>", `<sheet name="x" sheetId="2" state="veryHidden" r:id="rId2"/></sheets>`, 1)
	rels := "xl/_rels/workbook.xml.rels"
	ps[rels] = strings.Replace(ps[rels], "</Relationships>",
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`, 1)
	ps["xl/worksheets/sheet2.xml"] = sheetHead + rows + `</sheetData></worksheet>`
	return ps
}
