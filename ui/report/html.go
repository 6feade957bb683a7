package report

import (
	"strconv"
	"strings"

	"rakor/ui/block"
	"rakor/ui/lang"
)

// policy lets a browser load nothing at all, whatever a page holds.
const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:`

// htmlOf writes a page as one HTML file without a request to anywhere. Each tag is
// written here and each text through escapeHTML: html/template would bring the
// execution of templates into the program, which costs 4 MB.
func htmlOf(p Page) []byte {
	h := &htmlWriter{l: p.Lang, w: p.Lang.ReportWords()}
	code := "id"
	if p.Lang == lang.English {
		code = "en"
	}
	h.raw("<!DOCTYPE html>\n<html lang=\"" + code + "\">\n<head>\n<meta charset=\"utf-8\">\n")
	h.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n")
	h.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n")
	h.tag("title", "", strings.TrimSpace(p.Title+" "+p.Sub))
	h.raw("<style>" + style)
	if p.Single {
		h.raw(single)
	} else {
		h.raw(pageNumbers(h.w.Page, h.w.Of))
	}
	h.raw("</style>\n</head>\n<body>\n<header>\n")
	h.tag("h1", "", p.Title)
	if p.Sub != "" {
		h.tag("p", "sub", p.Sub)
	}
	for _, a := range p.Alerts {
		h.tag("div", "care", "! "+strings.TrimPrefix(a, "! "))
	}
	h.raw("</header>\n<main>\n")
	for _, b := range p.Blocks {
		h.block(b)
	}
	h.raw("</main>\n")
	if len(p.Sources) > 0 {
		h.raw("<section>\n")
		h.tag("h2", "", h.w.Sources)
		h.raw("<ol class=\"sources\">\n")
		for _, s := range p.Sources {
			h.tag("li", "", s)
		}
		h.raw("</ol>\n</section>\n")
	}
	h.raw("<footer>\n")
	h.stamp(p)
	h.raw("</footer>\n</body>\n</html>\n")
	return []byte(h.String())
}

type htmlWriter struct {
	strings.Builder
	l       lang.Lang
	w       lang.Report
	figures int
}

func (h *htmlWriter) raw(s string) { h.WriteString(s) }

// tag writes an element that holds text; class "" is none.
func (h *htmlWriter) tag(name, class, text string) {
	h.open(name, class)
	h.raw(escapeHTML(text) + "</" + name + ">\n")
}

func (h *htmlWriter) open(name, class string) {
	h.raw("<" + name)
	if class != "" {
		h.raw(" class=\"" + class + "\"")
	}
	h.raw(">")
}

// stamp writes what the document was made from: on one sheet in one paragraph.
func (h *htmlWriter) stamp(p Page) {
	rows := stampRows(p)
	if !p.Single {
		for _, r := range rows {
			h.tag("p", "", r[0]+": "+r[1])
		}
		return
	}
	parts := make([]string, len(rows))
	for i, r := range rows {
		parts[i] = r[0] + ": " + r[1]
	}
	h.tag("p", "", strings.Join(parts, " · "))
}

func (h *htmlWriter) block(b Block) {
	switch b := b.(type) {
	case Heading:
		h.tag("h"+strconv.Itoa(min(max(b.Level, 2), 4)), "", b.Text)
	case Text:
		text := b.Text
		if b.Tone == Care {
			text = "! " + strings.TrimPrefix(text, "! ")
		}
		h.tag("p", [...]string{"", "care", "aside"}[min(b.Tone, Aside)], text)
	case Facts:
		h.facts(b)
	case Table:
		h.table(b, b.Caption, "", false)
	case Figure:
		h.figure(b)
	}
}

func (h *htmlWriter) facts(f Facts) {
	class := "facts"
	if f.Large {
		class = "large"
	}
	h.open("dl", class)
	for _, r := range f.Rows {
		if f.Large {
			h.raw("<div>")
		}
		h.raw("<dt>" + escapeHTML(r.Label) + "</dt><dd>" + escapeHTML(r.Text))
		if r.Detail != "" {
			h.raw(" <small>" + escapeHTML(r.Detail) + "</small>")
		}
		h.raw("</dd>")
		if f.Large {
			h.raw("</div>")
		}
	}
	h.raw("</dl>\n")
}

// density gives the class of a table that is too wide for paper at the usual
// size: figures are never broken, words may be.
func density(t Table) string {
	sum := 0
	for i, c := range t.Columns {
		w := 3
		for _, r := range t.Rows {
			if i < len(r.Cells) {
				w = max(w, block.Width(r.Cells[i]))
			}
		}
		if c.Left {
			w = min(w, shortCell)
		}
		sum += w + 2
	}
	switch {
	case sum > 128:
		return "denser"
	case sum > 98:
		return "dense"
	}
	return ""
}

// table writes a table; a caption that is the same as that of the figure above is
// only heard.
func (h *htmlWriter) table(t Table, caption, class string, same bool) {
	h.open("table", strings.TrimSpace(class+" "+density(t)))
	h.raw("\n")
	if same {
		h.tag("caption", "hidden", caption)
	} else if caption != "" {
		h.tag("caption", "", caption)
	}
	h.raw("<thead><tr>")
	for _, c := range t.Columns {
		h.raw("<th scope=\"col\"" + left(c.Left) + ">" + escapeHTML(c.Title) + "</th>")
	}
	h.raw("</tr></thead>\n<tbody>\n")
	for _, r := range t.Rows {
		h.row(t, r)
	}
	h.raw("</tbody>\n</table>\n")
	for _, n := range t.Notes {
		h.tag("p", "note", n)
	}
}

func left(is bool) string {
	if is {
		return " class=\"l\""
	}
	return ""
}

// shortCell is the width up to which a cell is never broken: a period, a sum.
const shortCell = 14

// longCell is the width from which on what names a row gets a third of the
// page.
const longCell = 30

// row writes a row; its first cell of words names it for who hears the table.
func (h *htmlWriter) row(t Table, r Row) {
	class := ""
	switch {
	case r.Strong && r.Rule:
		class = "strong rule"
	case r.Strong:
		class = "strong"
	case r.Rule:
		class = "rule"
	}
	h.open("tr", class)
	named := false
	for i, c := range t.Columns {
		text := ""
		if i < len(r.Cells) {
			text = r.Cells[i]
		}
		if block.Width(text) <= shortCell {
			text = strings.ReplaceAll(text, " ", "\u00a0")
		}
		if c.Left && !named {
			named = true
			wide := ""
			if block.Width(text) > longCell {
				wide = " class=\"w\""
			}
			h.raw("<th scope=\"row\"" + wide + ">" + escapeHTML(text) + "</th>")
			continue
		}
		h.raw("<td" + left(c.Left) + ">" + escapeHTML(text) + "</td>")
	}
	h.raw("</tr>\n")
}

func (h *htmlWriter) figure(f Figure) {
	h.figures++
	h.raw("<figure>\n")
	if f.Caption != "" {
		h.tag("figcaption", "", f.Caption)
	}
	h.raw(vector(f, h.l, "g"+strconv.Itoa(h.figures)))
	for _, r := range f.Remarks {
		h.tag("p", "note", r)
	}
	h.raw("</figure>\n")
	if len(f.Table.Columns) == 0 || len(f.Table.Rows) == 0 {
		return
	}
	caption := f.Table.Caption
	if caption == "" {
		caption = h.w.Table
		if f.Caption != "" {
			caption += ": " + f.Caption
		}
	}
	class := ""
	if f.Bare {
		class = "hidden"
	}
	h.table(f.Table, caption, class, f.Table.Caption == f.Caption)
}
