package matrix

import (
	"fmt"
	"io"
	"strconv"

	"rakor/data/internal/workbook"
	"rakor/model"
)

// xlsx writes a list as a workbook.
func (w *writer) xlsx(out io.Writer, entries []*model.Programme, years []model.Year, plain bool) error {
	if plain {
		years = []model.Year{0}
	}
	if len(years) == 0 {
		return fmt.Errorf("matrix: %w", ErrNothing)
	}
	book := workbook.New()
	for _, y := range years {
		if plain {
			w.plainSheet(book.Sheet("Program"), entries)
			continue
		}
		name := map[Layout]string{RAT18: "RAT ", OPPKPKE21: "OPPKPKE "}[w.o.Layout] + strconv.Itoa(int(y))
		w.matrixSheet(book.Sheet(name), ofYear(entries, y), y)
	}
	if err := book.Write(out); err != nil {
		return fmt.Errorf("matrix: %w", err)
	}
	return nil
}

// typed gives a value as a typed cell. A text that could be taken for a formula
// keeps its quote: also after somebody has stood in the cell and pressed Enter.
func typed(v value, money bool) workbook.Cell {
	switch {
	case v.amount.OK:
		n := int64(v.amount.V)
		if money {
			return workbook.Cell{Style: workbook.Money, Number: &n}
		}
		return workbook.Cell{Style: workbook.Whole, Number: &n}
	case v.text == "" && money:
		return workbook.Cell{Style: workbook.Money}
	}
	s := clean(v.text)
	if dangerous(s) {
		return workbook.Cell{Style: workbook.Guarded, Text: s}
	}
	return workbook.Cell{Style: workbook.Text, Text: s}
}

// matrixSheet writes the matrix of one year.
func (w *writer) matrixSheet(s *workbook.Sheet, entries []*model.Programme, y model.Year) {
	for i, c := range w.cols {
		s.Width(i+1, c.width)
	}
	lines := title(w.o.Layout, w.o.HomeName, y)
	head := len(lines) + 2 // an empty row between
	first := head + 3      // of the entries: two rows of headings, one of numbers
	s.Freeze(4, first-1)
	s.Repeat(head, head+2)
	for i, t := range lines {
		w.wide(s, i+1, t, workbook.Title)
	}
	w.headings(s, head)
	for n, p := range entries {
		row := make([]workbook.Cell, len(w.cols))
		for i, v := range w.cells(p, n+1) {
			row[i] = typed(v, w.cols[i].money)
		}
		s.Row(first+n, row)
	}
	w.footRows(s, entries, first)
}

// wide writes one text over all columns.
func (w *writer) wide(s *workbook.Sheet, row int, text string, style workbook.Style) {
	s.Row(row, []workbook.Cell{{Style: style, Text: text}})
	s.Merge(row, 1, row, len(w.cols))
}

// headings writes the two rows of headings and the row of column numbers.
func (w *writer) headings(s *workbook.Sheet, head int) {
	n := len(w.cols)
	top, below, numbers := make([]workbook.Cell, n), make([]workbook.Cell, n), make([]workbook.Cell, n)
	for i, c := range w.cols {
		top[i], below[i] = workbook.Cell{Style: workbook.Head, Text: c.head}, workbook.Cell{Style: workbook.Head}
		numbers[i] = workbook.Cell{Style: workbook.Head, Text: fmt.Sprintf("(%d)", i+1)}
		switch {
		case c.group == "":
			s.Merge(head, i+1, head+1, i+1)
			continue
		case i == 0 || w.cols[i-1].group != c.group:
			top[i].Text = c.group
			last := i
			for last+1 < n && w.cols[last+1].group == c.group {
				last++
			}
			s.Merge(head, i+1, head, last+1)
		default:
			top[i].Text = ""
		}
		below[i].Text = c.head
	}
	for k, row := range [][]workbook.Cell{top, below, numbers} {
		s.Row(head+k, row)
	}
}

// footRows writes the sums, as formulas with their results, and what they
// leave out.
func (w *writer) footRows(s *workbook.Sheet, entries []*model.Programme, first int) {
	sum, rows := w.sums(entries)
	row := make([]workbook.Cell, len(w.cols))
	last := first + len(entries) - 1
	for i, c := range w.cols {
		row[i] = workbook.Cell{Style: workbook.SumText}
		switch {
		case i == 1:
			row[i].Text = "JUMLAH"
		case c.money && sum[i].amount.OK:
			n := int64(sum[i].amount.V)
			row[i] = workbook.Cell{Style: workbook.Sum, Number: &n, Formula: fmt.Sprintf("SUM(%s:%s)", workbook.At(first, i+1), workbook.At(last, i+1))}
		}
	}
	s.Row(last+1, row)
	w.wide(s, last+2, w.footer(entries, rows), workbook.Note)
}

// plainSheet writes the plain table.
func (w *writer) plainSheet(s *workbook.Sheet, entries []*model.Programme) {
	cols := Plain.columns()
	head := make([]workbook.Cell, len(cols))
	for i, c := range cols {
		s.Width(i+1, plainWidth(c))
		head[i] = workbook.Cell{Style: workbook.Head, Text: string(c)}
	}
	s.Freeze(1, 1)
	s.Row(1, head)
	for n, p := range entries {
		row := make([]workbook.Cell, len(cols))
		for i, c := range cols {
			row[i] = typed(plainCell(p, c), c.money())
		}
		s.Row(n+2, row)
	}
}
