package main

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"rakor/ui/block"
)

// note is a remark beside a result: a stable code and a sentence.
type note struct {
	Code    string   `json:"code"`
	Message string   `json:"message"`
	Regions []string `json:"regions,omitempty"`
}

// answer is what a command that prints a table has to say.
type answer struct {
	command string // "compare", "estimate headcount"
	result  any    // as JSON
	header  []string
	rows    [][]string // as text, written for people
	right   []bool     // columns aligned to the right
	raw     [][]string // as CSV: points, no grouping; nil is rows
	rawHead []string   // header of raw, snake_case; nil is header
	// each gives the rows of CSV one by one, instead of raw, for long lists; a
	// row is only good until the next.
	each func(yield func([]string) bool)
	// entries gives the members of "entries" of the result one by one, where the
	// result has it empty, for long lists.
	entries func(yield func(any) bool)
	notes   []note
	foot    []string // sentences below the table: sources, sums
}

// envelope is the one JSON object that --format json prints.
type envelope struct {
	Command string `json:"command"`
	Version int    `json:"version"`
	Dataset string `json:"dataset"`
	Result  any    `json:"result"`
	Notes   []note `json:"notes"`
}

// outputVersion is the version of the JSON output.
const outputVersion = 1

// print writes an answer in the format asked for. Under --strict notes make
// the command fail after it has printed.
func (a *app) print(ans answer) error {
	var err error
	noted := len(ans.notes) > 0
	switch a.flags.format {
	case "json":
		err = a.printJSON(ans)
	case "csv":
		err = printCSV(a.out, ans)
	case "md":
		if a.flags.quiet {
			ans.notes = nil
		}
		err = printMarkdown(a.out, ans)
	default:
		err = a.printTable(ans)
	}
	if err != nil {
		return err
	}
	if a.flags.strict && noted {
		return &printedError{code: exitFailed}
	}
	return nil
}

func (a *app) printJSON(ans answer) error {
	notes := ans.notes
	if notes == nil {
		notes = []note{}
	}
	b, err := json.MarshalIndent(envelope{
		Command: ans.command, Version: outputVersion, Dataset: a.store.Dataset().Checksum(), Result: ans.result, Notes: notes,
	}, "", "  ")
	if err != nil {
		return err
	}
	out := bufio.NewWriter(a.out)
	head, tail, _ := bytes.Cut(b, []byte(noEntries))
	if ans.entries == nil || len(tail) == 0 {
		head, tail = b, nil
	}
	out.Write(head) //nolint:errcheck // Flush tells
	if tail != nil {
		if err := writeEntries(out, ans.entries); err != nil {
			return err
		}
	}
	out.Write(tail)     //nolint:errcheck // Flush tells
	out.WriteByte('\n') //nolint:errcheck // Flush tells
	return out.Flush()
}

// noEntries stands where the entries of a long list go.
const noEntries = `"entries": []`

// writeEntries writes the members of a list as they are asked for, in the form
// that the whole would have.
func writeEntries(out *bufio.Writer, entries func(yield func(any) bool)) error {
	const prefix = "      "
	before := `"entries": [` + "\n" + prefix
	for e := range entries {
		b, err := json.MarshalIndent(e, prefix, "  ")
		if err != nil {
			return err
		}
		out.WriteString(before) //nolint:errcheck // Flush tells
		out.Write(b)            //nolint:errcheck // Flush tells
		before = ",\n" + prefix
	}
	if before[0] == '"' {
		out.WriteString(noEntries) //nolint:errcheck // Flush tells
		return nil
	}
	out.WriteString("\n    ]") //nolint:errcheck // Flush tells
	return nil
}

func printCSV(w io.Writer, ans answer) error {
	head, rows := ans.rawHead, ans.raw
	if rows == nil {
		rows = ans.rows
	}
	if head == nil {
		head = ans.header
	}
	out := csv.NewWriter(w)
	if err := out.Write(head); err != nil {
		return err
	}
	each := ans.each
	if each == nil {
		each = func(yield func([]string) bool) { slices.Values(rows)(yield) }
	}
	var safe []string
	for r := range each {
		safe = safe[:0]
		for _, cell := range r {
			safe = append(safe, formulaSafe(block.Clean(cell)))
		}
		if err := out.Write(safe); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// formulaSafe keeps a spreadsheet from running a text cell as a formula.
func formulaSafe(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	if strings.TrimLeft(s, "+-0123456789.") == "" && len(s) > 1 { // a number
		return s
	}
	return "'" + s
}

func printMarkdown(w io.Writer, ans answer) error {
	var b strings.Builder
	line := func(cells []string) {
		for _, c := range cells {
			b.WriteString("| " + strings.ReplaceAll(block.Clean(c), "|", `\|`) + " ")
		}
		b.WriteString("|\n")
	}
	line(ans.header)
	rule := make([]string, len(ans.header))
	for i := range rule {
		rule[i] = "---"
		if i < len(ans.right) && ans.right[i] {
			rule[i] = "--:"
		}
	}
	line(rule)
	for _, r := range ans.rows {
		line(r)
	}
	for _, f := range ans.foot {
		b.WriteString("\n" + block.Clean(f) + "\n")
	}
	for _, n := range ans.notes {
		b.WriteString("\n> " + block.Clean(n.Message) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// printTable writes aligned columns, two blanks apart.
func (a *app) printTable(ans answer) error {
	widths := make([]int, len(ans.header))
	for _, r := range append([][]string{ans.header}, ans.rows...) {
		for i, c := range r {
			if i < len(widths) {
				widths[i] = max(widths[i], block.Width(c))
			}
		}
	}
	var b strings.Builder
	line := func(cells []string) {
		var l strings.Builder
		for i, c := range cells {
			c = block.Clean(c)
			pad := strings.Repeat(" ", max(widths[i]-block.Width(c), 0))
			if i < len(ans.right) && ans.right[i] {
				l.WriteString(pad + c)
			} else {
				l.WriteString(c + pad)
			}
			if i+1 < len(cells) {
				l.WriteString("  ")
			}
		}
		b.WriteString(strings.TrimRight(l.String(), " ") + "\n")
	}
	if len(ans.header) > 0 {
		line(ans.header)
	}
	for _, r := range ans.rows {
		line(r)
	}
	for _, f := range ans.foot {
		b.WriteString(block.Clean(f) + "\n")
	}
	if !a.flags.quiet {
		for _, n := range ans.notes {
			b.WriteString("! " + block.Clean(n.Message) + "\n")
		}
	}
	_, err := io.WriteString(a.out, b.String())
	return err
}

// say writes a sentence to standard error, unless --quiet.
func (a *app) say(sentence string) {
	if !a.flags.quiet {
		fmt.Fprintln(a.err, block.Clean(sentence))
	}
}
