package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"

	"rakor/ui/block"
	"rakor/ui/lang"
)

// cell gives a cell for another program: a figure with a point and no grouping,
// a missing one empty, a text that is no formula.
func cell(l lang.Lang, s string, left bool) string {
	if s == "-" {
		return ""
	}
	if !left {
		if n, ok := l.PlainNumber(s); ok {
			return n
		}
	}
	return EscapeCell(s)
}

// commaSeparated writes the facts and tables of a page: a header, its rows, an
// empty line between two tables; last what they are and where they are from.
func commaSeparated(p Page) []byte {
	w := p.Lang.ReportWords()
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	line := func(cells ...string) { _ = out.Write(cells) } // into memory
	gap := func() {
		out.Flush()
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
	}
	for _, f := range factsOf(p) {
		line("figure", "value", "unit", "period", "text", "detail")
		for _, r := range f.Rows {
			value := ""
			if r.Value.OK {
				value = lang.Point(r.Value.V)
			}
			line(EscapeCell(r.Label), value, EscapeCell(r.Unit), EscapeCell(r.Period), EscapeCell(r.Text), EscapeCell(r.Detail))
		}
		gap()
	}
	all := tables(p)
	for i, t := range all {
		if i > 0 {
			gap()
		}
		if len(all) > 1 {
			line(EscapeCell(t.Caption))
		}
		for _, cells := range plainTable(p.Lang, t) {
			line(cells...)
		}
	}
	gap()
	line(EscapeCell(w.Title), EscapeCell(p.Title))
	if p.Sub != "" {
		line("", EscapeCell(p.Sub))
	}
	for _, a := range p.Alerts {
		line("!", EscapeCell(a))
	}
	for _, s := range p.Sources {
		line(EscapeCell(w.Sources), EscapeCell(s))
	}
	for _, r := range stampRows(p) {
		line(EscapeCell(r[0]), EscapeCell(r[1]))
	}
	out.Flush()
	return b.Bytes()
}

// plainTable gives the lines of a table, its header first.
func plainTable(l lang.Lang, t Table) [][]string {
	head := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = EscapeCell(c.Title)
	}
	out := [][]string{head}
	for _, r := range t.Rows {
		cells := make([]string, len(t.Columns))
		for i, c := range t.Columns {
			if i < len(r.Cells) {
				cells[i] = cell(l, r.Cells[i], c.Left)
			}
		}
		out = append(out, cells)
	}
	return out
}

func factsOf(p Page) []Facts {
	var out []Facts
	for _, b := range p.Blocks {
		if f, ok := b.(Facts); ok {
			out = append(out, f)
		}
	}
	return out
}

// pageJSON is a page in the envelope of the command line.
type pageJSON struct {
	Command string     `json:"command"`
	Version int        `json:"version"`
	Dataset string     `json:"dataset"`
	Result  resultJSON `json:"result"`
	Notes   []noteJSON `json:"notes"`
}

type noteJSON struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

type resultJSON struct {
	ID      string      `json:"id"`
	Title   string      `json:"title"`
	Sub     string      `json:"subtitle"`
	Facts   []factJSON  `json:"facts"`
	Tables  []tableJSON `json:"tables"`
	Text    []string    `json:"text"`
	Sources []string    `json:"sources"`
	Home    string      `json:"home"`
	Period  string      `json:"period"`
	Made    string      `json:"made"`
	Program string      `json:"program"`
	Again   string      `json:"again"`
}

type factJSON struct {
	ID     string   `json:"id"`
	Label  string   `json:"label"`
	Value  *float64 `json:"value"`
	Unit   string   `json:"unit"`
	Period string   `json:"period"`
	Text   string   `json:"text"`
	Detail string   `json:"detail"`
}

type tableJSON struct {
	Title   string   `json:"title"`
	Columns []string `json:"columns"`
	Rows    [][]any  `json:"rows"`
	Notes   []string `json:"notes"`
}

// object writes a page as one JSON object: numbers plain, as written in the
// page; null for what is missing.
func object(p Page) []byte {
	o := pageJSON{
		Command: "report " + p.ID, Version: 1, Dataset: p.Stamp.Dataset, Notes: []noteJSON{},
		Result: resultJSON{
			ID: p.ID, Title: block.Clean(p.Title), Sub: block.Clean(p.Sub), Facts: []factJSON{}, Tables: []tableJSON{}, Text: []string{}, Sources: []string{},
			Home: block.Clean(p.Stamp.Home), Period: p.Stamp.Period, Made: p.Stamp.Made, Program: p.Stamp.Version, Again: block.Clean(p.Stamp.Again),
		},
	}
	for _, a := range p.Alerts {
		o.Notes = append(o.Notes, noteJSON{"care", block.Clean(a)})
	}
	r := &o.Result
	for _, b := range p.Blocks {
		if t, ok := b.(Text); ok {
			r.Text = append(r.Text, block.Clean(t.Text))
		}
	}
	for _, f := range factsOf(p) {
		for _, k := range f.Rows {
			j := factJSON{ID: k.ID, Label: block.Clean(k.Label), Unit: block.Clean(k.Unit), Period: k.Period, Text: block.Clean(k.Text), Detail: block.Clean(k.Detail)}
			if k.Value.OK {
				j.Value = &k.Value.V
			}
			r.Facts = append(r.Facts, j)
		}
	}
	for _, t := range tables(p) {
		r.Tables = append(r.Tables, tableOf(p.Lang, t))
	}
	for _, s := range p.Sources {
		r.Sources = append(r.Sources, block.Clean(s))
	}
	b, err := json.MarshalIndent(o, "", "  ")
	if err != nil { // only for numbers that are none, which facts do not hold
		return nil
	}
	return append(b, '\n')
}

func tableOf(l lang.Lang, t Table) tableJSON {
	j := tableJSON{Title: block.Clean(t.Caption), Columns: []string{}, Rows: [][]any{}, Notes: []string{}}
	for _, c := range t.Columns {
		j.Columns = append(j.Columns, block.Clean(c.Title))
	}
	for _, r := range t.Rows {
		row := make([]any, len(t.Columns))
		for i, c := range t.Columns {
			if i >= len(r.Cells) || r.Cells[i] == "-" || r.Cells[i] == "" {
				continue
			}
			row[i] = block.Clean(r.Cells[i])
			if n, ok := l.PlainNumber(r.Cells[i]); ok && !c.Left {
				row[i] = json.Number(n)
			}
		}
		j.Rows = append(j.Rows, row)
	}
	for _, n := range t.Notes {
		j.Notes = append(j.Notes, block.Clean(n))
	}
	return j
}
