package matrix

import (
	"encoding/csv"
	"io"
	"strconv"

	"rakor/model"
)

// csv writes a list as CSV: commas, UTF-8, a point and no grouping in numbers.
// A matrix begins with the mark by which Excel knows UTF-8.
func (w *writer) csv(out io.Writer, entries []*model.Programme, years []model.Year, plain bool) error {
	if plain {
		return w.plainCSV(out, entries)
	}
	if _, err := io.WriteString(out, "\ufeff"); err != nil {
		return err
	}
	c := csv.NewWriter(out)
	for n, y := range years {
		if n > 0 {
			if err := c.Write(make([]string, len(w.cols))); err != nil {
				return err
			}
		}
		if err := w.block(c, ofYear(entries, y), y); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// block writes the matrix of one year.
func (w *writer) block(c *csv.Writer, entries []*model.Programme, y model.Year) error {
	row := func(set func(i int) string) error {
		cells := make([]string, len(w.cols))
		for i := range cells {
			cells[i] = guard(clean(set(i)))
		}
		return c.Write(cells)
	}
	first := func(s string) func(int) string {
		return func(i int) string {
			if i == 0 {
				return s
			}
			return ""
		}
	}
	for _, t := range title(w.o.Layout, w.o.HomeName, y) {
		if err := row(first(t)); err != nil {
			return err
		}
	}
	heads := []func(int) string{
		func(i int) string {
			switch g := w.cols[i].group; {
			case g == "":
				return w.cols[i].head
			case i > 0 && w.cols[i-1].group == g:
				return ""
			default:
				return g
			}
		},
		func(i int) string {
			if w.cols[i].group == "" {
				return ""
			}
			return w.cols[i].head
		},
		func(i int) string { return strconv.Itoa(i + 1) },
	}
	for _, h := range heads {
		if err := row(h); err != nil {
			return err
		}
	}
	for n, p := range entries {
		cells := w.cells(p, n+1)
		if err := row(func(i int) string { return cells[i].plain() }); err != nil {
			return err
		}
	}
	sum, rows := w.sums(entries)
	if err := row(func(i int) string {
		if i == 1 {
			return "JUMLAH"
		}
		return sum[i].plain()
	}); err != nil {
		return err
	}
	return row(first(w.footer(entries, rows)))
}

// plain gives a value as text for programs.
func (v value) plain() string {
	if v.amount.OK {
		return strconv.FormatInt(int64(v.amount.V), 10)
	}
	return v.text
}

func (w *writer) plainCSV(out io.Writer, entries []*model.Programme) error {
	c := csv.NewWriter(out)
	cols := Plain.columns()
	row := make([]string, len(cols))
	for i, col := range cols {
		row[i] = string(col)
	}
	if err := c.Write(row); err != nil {
		return err
	}
	for _, p := range entries {
		for i, col := range cols {
			row[i] = guard(clean(plainCell(p, col).plain()))
		}
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}
