package report

import (
	"strings"

	"rakor/ui/block"
)

// escapeHTML makes s safe as text and as an attribute between double quotes, in
// HTML and in SVG. Control sequences and bidi marks do not survive.
func escapeHTML(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;").Replace(block.Clean(s))
}

// escapeMarkdown makes s safe as text of one line of Markdown: nothing in it is
// markup, a link, HTML or the end of a table's cell.
func escapeMarkdown(s string) string {
	s = block.Clean(s)
	var b strings.Builder
	for i, r := range s {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '|', '~', '&', '#':
			b.WriteByte('\\')
		case '+', '-', '=':
			if i == 0 && len(s) > 1 && (s[1] == ' ' || s[1] == s[0]) { // a list, a rule
				b.WriteByte('\\')
			}
		case '.', ')':
			if i > 0 && strings.Trim(s[:i], "0123456789") == "" && i+1 < len(s) && s[i+1] == ' ' { // a numbered list
				b.WriteByte('\\')
			}
		case ':', '@': // no address becomes a link by itself
			if strings.HasPrefix(s[i:], "://") || r == '@' {
				b.WriteByte('\\')
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// EscapeCell makes s safe as a cell of a spreadsheet: what it would take for a
// formula begins with an apostrophe. Numbers stay numbers.
func EscapeCell(s string) string {
	s = block.Clean(s)
	t := strings.TrimLeft(s, " \u00a0")
	if t == "" || !strings.ContainsRune("=+-@", rune(t[0])) {
		return s
	}
	if len(t) > 1 && strings.Trim(t, "+-0123456789.") == "" || t == "-" { // a number, or a figure that is missing
		return s
	}
	return "'" + s
}
