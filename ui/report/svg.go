package report

import (
	"math"
	"strconv"
	"strings"

	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// Measures of a vector chart, in its own units.
const (
	svgWidth = 640.0
	letter   = 6.1 // width of a letter at the usual size, about
	size     = 11.0
)

// Ink of a vector chart; every difference is told by a mark, a dash or a
// thickness too, since paper is often black and white.
const (
	ink    = "#111"
	soft   = "#555"
	faint  = "#c8c8c8"
	accent = "#00585a"
	grey   = "#a3a3a3"
)

// svgOf gives the first figure of a page as an SVG file.
func svgOf(p Page) []byte {
	f, ok := firstFigure(p)
	if !ok {
		return nil
	}
	if f.Caption == "" {
		f.Caption = p.Title
	}
	inner := vector(f, p.Lang, "g1")
	var foot []string
	foot = append(foot, strings.TrimSpace(p.Title+" · "+p.Sub))
	for _, a := range p.Alerts {
		foot = append(foot, "! "+a)
	}
	foot = append(foot, f.Remarks...)
	for i, s := range p.Sources {
		s, _, _ = strings.Cut(s, ". http") // a picture has no use for addresses
		foot = append(foot, p.Lang.ReportWords().Sources+" "+p.Lang.Int(int64(i+1))+": "+s)
	}
	for _, r := range stampRows(p) {
		foot = append(foot, r[0]+": "+r[1])
	}
	var lines []string
	for _, s := range foot {
		lines = append(lines, block.Wrap(s, 108)...)
	}
	chartH := heightOf(f)
	c := &canvas{w: svgWidth, h: chartH + 14 + 13*float64(len(lines))}
	for i, l := range lines {
		c.text(4, chartH+18+13*float64(i), l, "start", soft, 9.5, "")
	}
	return []byte(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + c.open(f.Caption, "t1", p.Lang) +
		strings.Replace(inner, "<svg ", `<svg x="0" y="0" width="640" height="`+num(chartH)+`" `, 1) + c.String() + "</svg>\n")
}

// vector draws a figure as an SVG element of its own.
func vector(f Figure, l lang.Lang, id string) string {
	c := &canvas{w: svgWidth, h: heightOf(f), l: l}
	switch d := f.Drawing.(type) {
	case Bars:
		c.bars(d)
	case Dots:
		c.dots(d)
	case Lines:
		c.lines(d)
	case Scatter:
		c.scatter(d)
	case Panels:
		c.panels(d)
	case nil:
		return ""
	}
	return c.open(f.Caption, id, l) + c.String() + "</svg>\n"
}

// heightOf gives the height of a figure.
func heightOf(f Figure) float64 {
	switch d := f.Drawing.(type) {
	case Bars:
		return 36 + 17*float64(len(d.Rows))
	case Dots:
		return 36 + 17*float64(len(d.Rows))
	case Scatter:
		return 360
	case Panels:
		return panelHeight*float64((len(d.Panels)+panelColumns-1)/panelColumns) + 4
	case Lines:
		if f.Small {
			return 112
		}
		return 240
	}
	return 20
}

// canvas is an SVG while it is written.
type canvas struct {
	strings.Builder
	w, h float64
	l    lang.Lang
}

func (c *canvas) open(caption, id string, l lang.Lang) string {
	label := escapeHTML(caption)
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ` + num(c.w) + " " + num(c.h) + `" role="img" aria-labelledby="` + id + `" font-family="Arial, 'Liberation Sans', sans-serif" font-size="` + num(size) + `">` +
		`<title id="` + id + `">` + label + `</title><desc>` + escapeHTML(l.ReportWords().Chart(caption)) + "</desc>\n"
}

// num writes a coordinate: two decimals are finer than any printer.
func num(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0
	}
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}

func (c *canvas) rect(x, y, w, h float64, fill string) {
	c.WriteString(`<rect x="` + num(x) + `" y="` + num(y) + `" width="` + num(max(w, 0)) + `" height="` + num(h) + `" fill="` + fill + "\"/>\n")
}

func (c *canvas) line(x0, y0, x1, y1 float64, stroke string, width float64, dash string) {
	c.WriteString(`<line x1="` + num(x0) + `" y1="` + num(y0) + `" x2="` + num(x1) + `" y2="` + num(y1) + `" stroke="` + stroke + `" stroke-width="` + num(width) + `"` + dashed(dash) + "/>\n")
}

func dashed(dash string) string {
	if dash == "" {
		return ""
	}
	return ` stroke-dasharray="` + dash + `"`
}

// text writes s at x, its baseline at y; more are further attributes.
func (c *canvas) text(x, y float64, s, anchor, fill string, size float64, more string) {
	c.WriteString(`<text x="` + num(x) + `" y="` + num(y) + `" text-anchor="` + anchor + `" fill="` + fill + `" font-size="` + num(size) + `"` + more + ">" + escapeHTML(s) + "</text>\n")
}

const bold = ` font-weight="700"`

// width gives about the width of a text.
func width(s string) float64 { return letter * float64(block.Width(s)) }

// isHome tells whether a style is that of the home region.
func isHome(s theme.Style) bool { return s == theme.BarHome || s == theme.Accent }
