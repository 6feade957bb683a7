package report

import (
	"strings"

	"rakor/ui/block"
)

// markdown writes a page as Markdown with tables; charts stand in blocks of
// code, where every reader shows them in one width.
func markdown(p Page) []byte {
	m := &markdownWriter{}
	m.line("# " + escapeMarkdown(p.Title))
	if p.Sub != "" {
		m.para(escapeMarkdown(p.Sub))
	}
	for _, a := range p.Alerts {
		m.para("> **!** " + escapeMarkdown(strings.TrimPrefix(a, "! ")))
	}
	for _, b := range p.Blocks {
		m.block(b)
	}
	w := p.Lang.ReportWords()
	if len(p.Sources) > 0 {
		m.para("## " + escapeMarkdown(w.Sources))
		m.WriteByte('\n')
		for i, s := range p.Sources {
			m.line(p.Lang.Int(int64(i+1)) + ". " + escapeMarkdown(s))
		}
	}
	m.para("---")
	m.WriteByte('\n')
	for _, r := range stampRows(p) {
		m.line("- " + escapeMarkdown(r[0]) + ": " + code(r[1]))
	}
	return []byte(m.String())
}

// code writes s as code, whatever marks it holds.
func code(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	s = strings.ReplaceAll(block.Clean(s), "`", "'")
	return "`" + s + "`"
}

type markdownWriter struct{ strings.Builder }

func (m *markdownWriter) line(s string) { m.WriteString(s + "\n") }
func (m *markdownWriter) para(s string) { m.WriteString("\n" + s + "\n") }

func (m *markdownWriter) block(b Block) {
	switch b := b.(type) {
	case Heading:
		m.para(strings.Repeat("#", max(b.Level, 2)) + " " + escapeMarkdown(b.Text))
	case Text:
		switch b.Tone {
		case Care:
			m.para("**!** " + escapeMarkdown(strings.TrimPrefix(b.Text, "! ")))
		case Aside:
			m.para("*" + escapeMarkdown(b.Text) + "*")
		case Said:
			m.para(escapeMarkdown(b.Text))
		}
	case Facts:
		m.WriteByte('\n')
		for _, r := range b.Rows {
			s := "- " + escapeMarkdown(r.Label) + ": **" + escapeMarkdown(r.Text) + "**"
			if r.Detail != "" {
				s += " (" + escapeMarkdown(r.Detail) + ")"
			}
			m.line(s)
		}
	case Table:
		m.table(b)
	case Figure:
		m.figure(b)
	}
}

func (m *markdownWriter) table(t Table) {
	if t.Caption != "" {
		m.para("**" + escapeMarkdown(t.Caption) + "**")
	}
	if len(t.Columns) > 0 {
		m.WriteByte('\n')
		m.cells(t, titles(t), false)
		rule := make([]string, len(t.Columns))
		for i, c := range t.Columns {
			rule[i] = "--:"
			if c.Left {
				rule[i] = ":--"
			}
		}
		m.line("| " + strings.Join(rule, " | ") + " |")
		for _, r := range t.Rows {
			m.cells(t, r.Cells, r.Strong)
		}
	}
	for _, n := range t.Notes {
		m.para("*" + escapeMarkdown(n) + "*")
	}
}

func titles(t Table) []string {
	out := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = c.Title
	}
	return out
}

func (m *markdownWriter) cells(t Table, cells []string, strong bool) {
	out := make([]string, len(t.Columns))
	for i := range t.Columns {
		if i < len(cells) {
			out[i] = escapeMarkdown(cells[i])
		}
		if strong && out[i] != "" {
			out[i] = "**" + out[i] + "**"
		}
	}
	m.line("| " + strings.Join(out, " | ") + " |")
}

func (m *markdownWriter) figure(f Figure) {
	if f.Caption != "" {
		m.para("**" + escapeMarkdown(f.Caption) + "**")
	}
	if d := drawing(f.Drawing, TextWidth, false); d != "" {
		m.para("```text\n" + strings.ReplaceAll(d, "```", "'''") + "```")
	}
	for _, r := range f.Remarks {
		m.para("*" + escapeMarkdown(r) + "*")
	}
	t := f.Table
	if t.Caption == f.Caption {
		t.Caption = ""
	}
	m.table(t)
}
