package report

import (
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/theme"
)

// Draw is how a page is written as text.
type Draw struct {
	Width int  // columns; 0 for 78
	ASCII bool // no box drawing, no blocks
}

// TextWidth is the width of a page of text: what an editor and a mail show.
const TextWidth = 78

type textWriter struct {
	strings.Builder
	w int
	d Draw
}

// WriteText writes a page as plain text of a width: charts drawn in characters,
// tables in columns.
func WriteText(p Page, d Draw) []byte {
	t := &textWriter{w: d.Width, d: d}
	if t.w <= 0 {
		t.w = TextWidth
	}
	t.line(strings.ToUpper(block.Clean(p.Title)))
	if p.Sub != "" {
		t.wrap(p.Sub, "")
	}
	t.line(strings.Repeat(t.pick("═", "="), t.w))
	for _, a := range p.Alerts {
		t.wrap("! "+strings.TrimPrefix(a, "! "), "  ")
	}
	for _, b := range p.Blocks {
		t.block(b)
	}
	w := p.Lang.ReportWords()
	if len(p.Sources) > 0 {
		t.gap()
		t.line(w.Sources)
		for i, s := range p.Sources {
			t.wrap(p.Lang.Int(int64(i+1))+". "+s, "   ")
		}
	}
	t.gap()
	t.line(strings.Repeat(t.pick("─", "-"), t.w))
	for _, r := range stampRows(p) {
		t.wrap(r[0]+": "+r[1], "   ")
	}
	return []byte(t.String())
}

func (t *textWriter) pick(s, ascii string) string {
	if t.d.ASCII {
		return ascii
	}
	return s
}

func (t *textWriter) line(s string) { t.WriteString(strings.TrimRight(s, " ") + "\n") }

// gap ends a part with an empty line, never two.
func (t *textWriter) gap() {
	if !strings.HasSuffix(t.String(), "\n\n") {
		t.WriteByte('\n')
	}
}

// wrap writes a paragraph, lines after the first indented.
func (t *textWriter) wrap(s, indent string) {
	for i, l := range block.Wrap(s, t.w-len(indent)) {
		if i > 0 {
			l = indent + l
		}
		t.line(l)
	}
}

func (t *textWriter) block(b Block) {
	switch b := b.(type) {
	case Heading:
		t.gap()
		title := block.Clean(b.Text)
		t.line(title)
		if b.Level <= 2 {
			t.line(strings.Repeat(t.pick("─", "-"), min(block.Width(title), t.w)))
		}
	case Text:
		s := b.Text
		if b.Tone == Care {
			s = "! " + strings.TrimPrefix(s, "! ")
		}
		t.wrap(s, "")
	case Facts:
		t.facts(b)
	case Table:
		t.gap()
		t.table(b)
	case Figure:
		t.figure(b)
	}
}

func (t *textWriter) facts(f Facts) {
	label := 0
	for _, r := range f.Rows {
		label = max(label, block.Width(r.Label))
	}
	label = min(label, t.w/2)
	t.gap()
	for _, r := range f.Rows {
		s := r.Text
		if r.Detail != "" {
			s += "  (" + r.Detail + ")"
		}
		for i, l := range block.Wrap(s, t.w-label-2) {
			name := ""
			if i == 0 {
				name = block.Clip(block.Clean(r.Label), label, t.d.ASCII)
			}
			t.line(name + strings.Repeat(" ", label-block.Width(name)+2) + l)
		}
	}
}

// table writes columns two blanks apart; one that is too wide for the page is
// written a row at a time.
func (t *textWriter) table(tb Table) {
	if tb.Caption != "" {
		t.wrap(tb.Caption, "")
	}
	widths := make([]int, len(tb.Columns))
	sum := 0
	for i, c := range tb.Columns {
		widths[i] = block.Width(c.Title)
		for _, r := range tb.Rows {
			if i < len(r.Cells) {
				widths[i] = max(widths[i], block.Width(r.Cells[i]))
			}
		}
		sum += widths[i] + 2
	}
	if sum-2 > t.w {
		t.records(tb)
	} else {
		head := make([]string, len(tb.Columns))
		for i, c := range tb.Columns {
			head[i] = c.Title
		}
		t.cells(tb, widths, head)
		rule := make([]string, len(widths))
		for i, w := range widths {
			rule[i] = strings.Repeat(t.pick("─", "-"), w)
		}
		t.line(strings.Join(rule, "  "))
		for _, r := range tb.Rows {
			if r.Rule {
				t.line(strings.Join(rule, "  "))
			}
			t.cells(tb, widths, r.Cells)
		}
	}
	for _, n := range tb.Notes {
		t.wrap(n, "")
	}
}

func (t *textWriter) cells(tb Table, widths []int, cells []string) {
	var l strings.Builder
	for i := range tb.Columns {
		c := ""
		if i < len(cells) {
			c = block.Clean(cells[i])
		}
		if t.d.ASCII {
			c = ascii(c)
		}
		pad := strings.Repeat(" ", max(widths[i]-block.Width(c), 0))
		if i > 0 {
			l.WriteString("  ")
		}
		if tb.Columns[i].Left {
			l.WriteString(c + pad)
		} else {
			l.WriteString(pad + c)
		}
	}
	t.line(l.String())
}

// ascii gives marks of tables their twins.
func ascii(s string) string {
	return strings.NewReplacer("┊", ":", "✓", "v", "×", "x", "…", "~", "▸", ">", "●", "*").Replace(s)
}

// records writes a wide table a row a paragraph: the first column, then the
// others with their names.
func (t *textWriter) records(tb Table) {
	for _, r := range tb.Rows {
		var parts []string
		for i, c := range r.Cells {
			if i > 0 && i < len(tb.Columns) && c != "" && c != "-" {
				parts = append(parts, strings.TrimSpace(tb.Columns[i].Title+" "+c))
			}
		}
		head := ""
		if len(r.Cells) > 0 {
			head = r.Cells[0]
		}
		t.wrap(head+": "+strings.Join(parts, "; "), "  ")
	}
}

func (t *textWriter) figure(f Figure) {
	t.gap()
	if f.Caption != "" {
		t.wrap(f.Caption, "")
	}
	drawn := drawing(f.Drawing, t.w, t.d.ASCII)
	t.WriteString(drawn)
	for _, r := range f.Remarks {
		t.wrap(r, "")
	}
	if (drawn == "" || !f.Bare) && len(f.Table.Rows) > 0 {
		t.gap()
		tb := f.Table
		if tb.Caption == f.Caption {
			tb.Caption = ""
		}
		t.table(tb)
	}
}

// drawing draws a figure in characters, "" where there is none.
func drawing(d Drawing, w int, ascii bool) string {
	h := 18
	switch d := d.(type) {
	case Bars:
		h = len(d.Rows) + 2
	case Dots:
		h = len(d.Rows) + 2
	case Scatter:
		h = 22
	case Panels:
		h = 6*((len(d.Panels)+2)/3) + 1
	case Lines:
	case nil:
		return ""
	}
	c := block.New(block.Env{Width: w, Height: h, ASCII: ascii})
	a := c.All()
	ok := false
	switch d := d.(type) {
	case Bars:
		ok = chart.Bars(a, chart.BarSpec(d)) > 0
	case Dots:
		ok = chart.Dots(a, chart.DotSpec(d)).N > 0
	case Scatter:
		ok = chart.Scatter(a, chart.ScatterSpec(d)).OK
	case Lines:
		ok = chart.Lines(a, chart.LineSpec(d)).OK
	case Panels:
		ok = chart.Panels(a, cutPanels(d, w/3-3)).OK
	}
	if !ok {
		return ""
	}
	frame := c.Frame(theme.New(theme.None, colorprofile.NoTTY))
	return strings.TrimRight(plain(frame), "\n ") + "\n"
}

// plain takes the escape sequences of bold and reverse off.
func plain(s string) string {
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(s, "\x1b[")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		_, s, _ = strings.Cut(after, "m")
	}
}

// stampRows gives the stamp as labels and texts.
func stampRows(p Page) [][2]string {
	w := p.Lang.ReportWords()
	var out [][2]string
	add := func(label, s string) {
		if s != "" {
			out = append(out, [2]string{label, s})
		}
	}
	add(w.Home, p.Stamp.Home)
	add(w.Period, p.Stamp.Period)
	add(w.Made, p.Stamp.Made)
	add(w.Program, "rakor "+p.Stamp.Version)
	add(w.Dataset, p.Stamp.Dataset)
	add(w.Again, p.Stamp.Again)
	return out
}

// cutPanels leaves out the oldest figures beyond n, so that panels stand beside
// each other.
func cutPanels(d Panels, n int) chart.PanelSpec {
	spec := chart.PanelSpec(d)
	spec.Panels = slices.Clone(d.Panels)
	for i := range spec.Panels {
		y := spec.Panels[i].Y
		if len(y) > n {
			spec.Panels[i].Y, spec.First = y[len(y)-n:], "…"
		}
	}
	return spec
}
