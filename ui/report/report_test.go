package report_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
	"unicode"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/lang"
	"rakor/ui/report"
	"rakor/ui/theme"
)

// evil is text as somebody might write it into a programme or a decision.
const evil = "=cmd|'/c calc'!A1 <script>alert(\"1\")</script> & `x` *b* [l](http://evil) | \x1b[31mred\u202e"

// page is a page with everything in it, and evil text everywhere.
func page(text string) report.Page {
	nan := math.NaN()
	t := report.Table{
		Caption: text, Columns: []report.Column{{Title: text, Left: true}, {Title: "P0 (%)"}, {Title: "jiwa"}},
		Rows:  []report.Row{{Cells: []string{text, "3,52", "10.916"}, Strong: true}, {Cells: []string{"b", "-", "+0,10"}, Rule: true}, {Cells: []string{"c"}}},
		Notes: []string{text},
	}
	return report.Page{
		Lang: lang.Indonesian, ID: "x", Title: "Judul " + text, Sub: text, Alerts: []string{text}, Sources: []string{text, "BPS"},
		Stamp: report.Stamp{Version: "1", Dataset: "sha256:ab", Home: text, Made: "2026-02-18", Again: "rakor " + text, Period: "2025-03"},
		Blocks: []report.Block{
			report.Heading{Level: 2, Text: text},
			report.Text{Text: text},
			report.Text{Text: text, Tone: report.Care},
			report.Text{Text: text, Tone: report.Aside},
			report.Facts{Large: true, Rows: []report.Fact{{ID: "p0", Label: text, Text: text, Detail: text, Value: model.Known(3.52), Unit: "percent", Period: "2025-03"}}},
			report.Facts{Rows: []report.Fact{{Label: text, Text: text, Unit: text}}},
			report.Figure{Caption: text, Remarks: []string{text}, Table: t, Drawing: report.Bars{Lang: lang.Indonesian, Decimals: 2, Rows: []chart.BarRow{
				{Name: text, Value: 3.62, Style: theme.BarHome}, {Name: "b", Value: nan}, {Name: "c", Value: 5.2, Mark: "*"},
			}, Refs: []chart.Ref{{Name: text, Value: 5}}}},
			report.Figure{Caption: text, Table: t, Drawing: report.Lines{Lang: lang.Indonesian, Steps: []string{"2023", "2024", text, "2026"}, Values: true, Series: []chart.Series{
				{Label: text, Letter: 'K', Y: []float64{3, nan, 4, 5}, Lo: []float64{2, nan, 3, 4}, Hi: []float64{4, nan, 5, 6}, Breaks: []int{2}}, {Label: "b", Y: []float64{nan, nan}},
			}, Target: &chart.Target{Label: text, Step: 3, Y: 3.3}}},
			report.Figure{Caption: text, Drawing: report.Dots{Lang: lang.Indonesian, Rows: []chart.DotRow{{Name: text, Value: 3, Lo: 2, Hi: 5}, {Name: "n", Value: nan, Lo: nan, Hi: nan}}}},
			report.Figure{Caption: text, Drawing: report.Scatter{Lang: lang.Indonesian, XName: text, YName: text, CutX: 3, CutY: nan, Corners: [4]string{text}, Dots: []chart.Dot{
				{X: 2, Y: 50, Label: text}, {X: nan, Y: 2}, {X: 4, Y: 60, Label: "b", Style: theme.Accent},
			}}},
			report.Figure{Caption: text, Drawing: report.Panels{First: "2020", Last: text, Panels: []chart.Panel{{Title: text, Value: text, Y: []float64{1, nan, 3}}, {Title: "b", Y: []float64{2}, Style: theme.BarHome}}}},
			t,
		},
	}
}

// wellFormed reads XML to its end and gives the names of its elements.
func wellFormed(t *testing.T, text string) map[string]int {
	t.Helper()
	names := map[string]int{}
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = true
	d.Entity = xml.HTMLEntity
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return names
		}
		if err != nil {
			t.Fatalf("not well-formed: %v in\n%s", err, text)
		}
		if e, ok := tok.(xml.StartElement); ok {
			names[e.Name.Local]++
			for _, a := range e.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "src" || a.Name.Local == "href" && a.Value != "data:," {
					t.Errorf("attribute %s=%q", a.Name.Local, a.Value)
				}
			}
		}
	}
}

// closed makes HTML of the page's own making into XML: its empty elements end.
func closed(s string) string {
	s = strings.TrimPrefix(s, "<!DOCTYPE html>")
	for _, name := range []string{"meta", "link"} {
		parts := strings.Split(s, "<"+name+" ")
		for i := 1; i < len(parts); i++ {
			parts[i] = strings.Replace(parts[i], ">", "/>", 1)
		}
		s = strings.Join(parts, "<"+name+" ")
	}
	return s
}

func TestTextOfPeopleStaysText(t *testing.T) {
	tame := strings.Repeat("A", block.Width(evil)) // as wide, so that as many labels fit
	for _, f := range report.Formats() {
		out, plain := string(report.Write(page(evil), f)), string(report.Write(page(tame), f))
		if strings.ContainsFunc(out, func(r rune) bool { return unicode.IsControl(r) && r != '\n' || r == '\u202e' }) {
			t.Errorf("%s: a control character or bidi mark got through", f)
		}
		switch f {
		case report.HTML, report.SVG:
			got, want := wellFormed(t, closed(out)), wellFormed(t, closed(plain))
			if got["script"] != 0 || got["a"] != 0 || got["img"] != 0 {
				t.Errorf("%s: elements %v", f, got)
			}
			for name, n := range want {
				if got[name] != n {
					t.Errorf("%s: %d elements %s with other words, %d with these", f, n, name, got[name])
				}
			}
		case report.Markdown:
			inCode := false
			for _, l := range strings.Split(out, "\n") {
				if strings.HasPrefix(l, "```") {
					inCode = !inCode
				}
				if !inCode && strings.Contains(l, "<script>") && !strings.Contains(l, `\<script`) && !strings.Contains(l, "`") {
					t.Errorf("markup got through: %s", l)
				}
			}
			if a, b := strings.Count(out, "\n| "), strings.Count(plain, "\n| "); a != b {
				t.Errorf("%d rows of tables, want %d", a, b)
			}
		case report.CSV:
			r := csv.NewReader(strings.NewReader(out))
			r.FieldsPerRecord = -1
			rows, err := r.ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				for _, c := range row {
					if c != "" && strings.ContainsRune("=+-@", rune(c[0])) && strings.Trim(c, "-0123456789.") != "" {
						t.Errorf("a formula: %q", c)
					}
				}
			}
		case report.JSON:
			if !json.Valid([]byte(out)) {
				t.Error("no JSON")
			}
		case report.Plain:
		}
	}
}

func TestFormatsHoldTheStamp(t *testing.T) {
	p := page("Palangka Raya")
	for _, f := range report.Formats() {
		out := string(report.Write(p, f))
		for _, want := range []string{"sha256:ab", "2026-02-18", "2025-03", "BPS", "rakor Palangka Raya"} {
			if !strings.Contains(strings.ReplaceAll(out, "\n", " "), want) {
				t.Errorf("%s lacks %q", f, want)
			}
		}
		if out != string(report.Write(p, f)) {
			t.Errorf("%s: the same page gives other bytes", f)
		}
	}
}

// Numbers for other programs have a point and no grouping; what is missing is
// empty or null.
func TestNumbersForPrograms(t *testing.T) {
	p := page("x")
	csvText := string(report.Write(p, report.CSV))
	for _, want := range []string{"\nx,3.52,10916\n", "\nb,,0.10\n", "\nc,,\n", "x,3.52,percent,2025-03,x,x\n"} {
		if !strings.Contains(csvText, want) {
			t.Errorf("CSV lacks %q:\n%s", want, csvText)
		}
	}
	var o struct {
		Dataset string
		Result  struct {
			Tables []struct{ Rows [][]any }
			Facts  []struct {
				ID    string
				Value *float64
			}
		}
	}
	if err := json.Unmarshal(report.Write(p, report.JSON), &o); err != nil {
		t.Fatal(err)
	}
	rows := o.Result.Tables[0].Rows
	if rows[0][1] != 3.52 || rows[0][2] != float64(10916) || rows[1][1] != nil || o.Dataset != "sha256:ab" || *o.Result.Facts[0].Value != 3.52 || o.Result.Facts[1].Value != nil {
		t.Errorf("%+v", o)
	}
}

// The decoder of the vectors: bars begin at one place and are as long as their
// figures are to each other; an axis that is cut says so.
func TestVectorsReadBack(t *testing.T) {
	values := []float64{3.62, 5.19, 8.47, 0.5}
	d := report.Bars{Lang: lang.English, Decimals: 2}
	for _, v := range values {
		d.Rows = append(d.Rows, chart.BarRow{Name: "r", Value: v})
	}
	out := string(report.Write(report.Page{Lang: lang.English, Blocks: []report.Block{report.Figure{Drawing: d}}}, report.SVG))
	var rects []struct{ x, w float64 }
	dec := xml.NewDecoder(strings.NewReader(out))
	for {
		tok, err := dec.Token()
		if err != nil {
			break
		}
		e, ok := tok.(xml.StartElement)
		if !ok || e.Name.Local != "rect" {
			continue
		}
		var r struct{ x, w float64 }
		for _, a := range e.Attr {
			v, _ := lang.English.ParseNumber(a.Value)
			switch a.Name.Local {
			case "x":
				r.x = v
			case "width":
				r.w = v
			}
		}
		rects = append(rects, r)
	}
	if len(rects) != len(values) {
		t.Fatalf("%d bars", len(rects))
	}
	for i, r := range rects {
		if r.x != rects[0].x || math.Abs(r.w/rects[0].w-values[i]/values[0]) > 0.01 {
			t.Errorf("bar of %v: x %v, width %v", values[i], r.x, r.w)
		}
	}
	for lo, cut := range map[float64]bool{60: true, 1: false} {
		p := report.Page{Lang: lang.English, Blocks: []report.Block{report.Figure{Drawing: report.Lines{Lang: lang.English, Steps: []string{"a", "b"}, Series: []chart.Series{{Y: []float64{lo, 70}}}}}}}
		if got := strings.Contains(string(report.Write(p, report.SVG)), lang.English.ReportWords().AxisCut); got != cut {
			t.Errorf("from %v: the axis says that it is cut: %v", lo, got)
		}
	}
	if report.Write(report.Page{}, report.SVG) != nil {
		t.Error("a picture of nothing")
	}
}

func TestTextFitsItsWidth(t *testing.T) {
	for _, d := range []report.Draw{{}, {Width: 60, ASCII: true}} {
		w := d.Width
		if w == 0 {
			w = report.TextWidth
		}
		for _, l := range strings.Split(string(report.WriteText(page("Kota Palangka Raya"), d)), "\n") {
			if n := len([]rune(l)); n > w {
				t.Errorf("%d columns of %d: %s", n, w, l)
			}
			if d.ASCII && strings.ContainsFunc(l, func(r rune) bool { return r > 0x7e }) {
				t.Errorf("not ASCII: %s", l)
			}
		}
	}
}
