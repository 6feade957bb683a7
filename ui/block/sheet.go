package block

import (
	"strings"

	"rakor/ui/theme"
)

// Sheet is a page of labelled facts that lies above a screen: the card of a
// figure, the list of warnings, the ledger, the glossary. Linear mode prints
// the same sheet as lines.
type Sheet struct {
	Title string
	Rows  []SheetRow
	// Foot is what can be done from the sheet, one line.
	Foot string
	// Accept is what Enter does on the sheet (a state.Intent or a
	// keys.Command), nil for nothing.
	Accept any
}

// SheetRow is one fact. A row without a label continues the one above; a row
// without text is a heading; a row with neither is a gap.
type SheetRow struct {
	Label string
	Text  string
	Style theme.Style // of the text
}

// Lines gives the sheet as plain lines, "label: text".
func (s Sheet) Lines() []string {
	out := []string{Clean(s.Title)}
	for _, r := range s.Rows {
		switch {
		case r.Label == "" && r.Text == "":
			continue
		case r.Label == "":
			out = append(out, "  "+Clean(r.Text))
		case r.Text == "":
			out = append(out, Clean(r.Label))
		default:
			out = append(out, Clean(r.Label)+": "+Clean(r.Text))
		}
	}
	return out
}

// Wrap breaks s into lines of at most w columns at blanks; words longer than a
// line are cut across lines, and a wide character that no line can hold becomes
// an ellipsis. Never nil for w > 0.
func Wrap(s string, w int) []string {
	if w <= 0 {
		return nil
	}
	var out []string
	line, n := "", 0
	for _, word := range strings.Fields(Clean(s)) {
		k := Width(word)
		if n > 0 && n+1+k > w {
			out = append(out, line)
			line, n = "", 0
		}
		for k > w {
			head, used := head(word, w)
			out = append(out, head)
			word = word[used:]
			k = Width(word)
		}
		if word == "" {
			continue
		}
		if n > 0 {
			line += " "
			n++
		}
		line += word
		n += k
	}
	if n > 0 || len(out) == 0 {
		out = append(out, line)
	}
	return out
}

// head gives the characters of s that fit into w columns, at least one, and how
// many bytes they take.
func head(s string, w int) (text string, used int) {
	sum := 0
	for used < len(s) {
		n, k, _ := next(s[used:])
		if sum+k > w {
			break
		}
		sum += k
		used += n
	}
	if used == 0 {
		n, _, _ := next(s)
		return "…", n
	}
	return s[:used], used
}
