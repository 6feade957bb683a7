package matrix

import (
	"fmt"
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"

	"rakor/model"
)

// styles are the looks of cells, by their number in the workbook.
type styles struct{ title, head, text, guarded, money, whole, sum, sumText, note int }

// xlsx writes a list as a workbook.
func (w *writer) xlsx(out io.Writer, entries []*model.Programme, years []model.Year, plain bool) (err error) {
	f := excelize.NewFile()
	defer func() {
		if cerr := f.Close(); err == nil {
			err = cerr
		}
	}()
	st, err := newStyles(f)
	if err != nil {
		return fmt.Errorf("matrix: %w", err)
	}
	if plain {
		years = []model.Year{0}
	}
	if len(years) == 0 {
		return fmt.Errorf("matrix: %w", ErrNothing)
	}
	for n, y := range years {
		name := "Program"
		if !plain {
			name = map[Layout]string{RAT18: "RAT ", OPPKPKE21: "OPPKPKE "}[w.o.Layout] + strconv.Itoa(int(y))
		}
		if n == 0 {
			err = f.SetSheetName("Sheet1", name)
		} else {
			_, err = f.NewSheet(name)
		}
		if err != nil {
			return fmt.Errorf("matrix: %w", err)
		}
		if plain {
			err = w.plainSheet(f, name, st, entries)
		} else {
			err = w.matrixSheet(f, name, st, ofYear(entries, y), y)
		}
		if err != nil {
			return fmt.Errorf("matrix: %w", err)
		}
	}
	if _, err := f.WriteTo(out); err != nil {
		return fmt.Errorf("matrix: %w", err)
	}
	return nil
}

func newStyles(f *excelize.File) (styles, error) {
	border := []excelize.Border{
		{Type: "left", Color: "999999", Style: 1},
		{Type: "right", Color: "999999", Style: 1},
		{Type: "top", Color: "999999", Style: 1},
		{Type: "bottom", Color: "999999", Style: 1},
	}
	bold := &excelize.Font{Bold: true}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	number := "#,##0"
	fill := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDE6F0"}}
	const asText = 49 // the format @: what is typed stays text
	var st styles
	for _, s := range []struct {
		to    *int
		style excelize.Style
	}{
		{&st.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 12}, Alignment: &excelize.Alignment{Horizontal: "center"}}},
		{&st.head, excelize.Style{Font: bold, Fill: fill, Border: border, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}}},
		{&st.text, excelize.Style{Border: border, Alignment: top, NumFmt: asText}},
		{&st.guarded, excelize.Style{Border: border, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true, Indent: 1}, NumFmt: asText}},
		{&st.money, excelize.Style{Border: border, Alignment: &excelize.Alignment{Vertical: "top"}, CustomNumFmt: &number}},
		{&st.whole, excelize.Style{Border: border, Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "center"}}},
		{&st.sum, excelize.Style{Font: bold, Border: border, Fill: fill, CustomNumFmt: &number}},
		{&st.sumText, excelize.Style{Font: bold, Border: border, Fill: fill, NumFmt: asText}},
		{&st.note, excelize.Style{Font: &excelize.Font{Italic: true, Color: "555555"}}},
	} {
		id, err := f.NewStyle(&s.style)
		if err != nil {
			return st, err
		}
		*s.to = id
	}
	// A text that could be taken for a formula keeps its quote: also after
	// somebody has stood in the cell and pressed Enter.
	quote := true
	f.Styles.CellXfs.Xf[st.guarded].QuotePrefix = &quote
	return st, nil
}

// cell gives a value as a typed cell.
func (st styles) cell(v value, money bool) excelize.Cell {
	switch {
	case v.amount.OK && money:
		return excelize.Cell{StyleID: st.money, Value: int64(v.amount.V)}
	case v.amount.OK:
		return excelize.Cell{StyleID: st.whole, Value: int64(v.amount.V)}
	case v.text == "" && money:
		return excelize.Cell{StyleID: st.money}
	case v.text == "":
		return excelize.Cell{StyleID: st.text}
	}
	s := clean(v.text)
	if dangerous(s) {
		return excelize.Cell{StyleID: st.guarded, Value: s}
	}
	return excelize.Cell{StyleID: st.text, Value: s}
}

// matrixSheet writes the matrix of one year.
func (w *writer) matrixSheet(f *excelize.File, name string, st styles, entries []*model.Programme, y model.Year) error {
	sw, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, c := range w.cols {
		if err := sw.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
	}
	lines := title(w.o.Layout, w.o.HomeName, y)
	head := len(lines) + 2 // an empty row between
	first := head + 3      // of the entries: two rows of headings, one of numbers
	if err := freeze(sw, 4, first); err != nil {
		return err
	}
	for i, t := range lines {
		if err := w.wide(sw, i+1, t, st.title); err != nil {
			return err
		}
	}
	if err := w.headings(sw, head, st); err != nil {
		return err
	}
	for n, p := range entries {
		row := make([]any, len(w.cols))
		for i, v := range w.cells(p, n+1) {
			row[i] = st.cell(v, w.cols[i].money)
		}
		if err := sw.SetRow(at(first+n, 1), row); err != nil {
			return err
		}
	}
	if err := w.footRows(sw, entries, first, st); err != nil {
		return err
	}
	if err := sw.Flush(); err != nil {
		return err
	}
	return printable(f, name, head)
}

func at(row, col int) string { return columnLetters(col) + strconv.Itoa(row) }

// freeze keeps the headings and the first columns in sight.
func freeze(sw *excelize.StreamWriter, cols, firstRow int) error {
	return sw.SetPanes(&excelize.Panes{
		Freeze: true, XSplit: cols, YSplit: firstRow - 1, TopLeftCell: at(firstRow, cols+1), ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: at(firstRow, 1), ActiveCell: at(firstRow, 1), Pane: "bottomRight"}},
	})
}

// wide writes one text over all columns.
func (w *writer) wide(sw *excelize.StreamWriter, row int, s string, style int) error {
	if err := sw.SetRow(at(row, 1), []any{excelize.Cell{StyleID: style, Value: s}}); err != nil {
		return err
	}
	return sw.MergeCell(at(row, 1), at(row, len(w.cols)))
}

// headings writes the two rows of headings and the row of column numbers.
func (w *writer) headings(sw *excelize.StreamWriter, head int, st styles) error {
	n := len(w.cols)
	top, below, numbers := make([]any, n), make([]any, n), make([]any, n)
	type span struct{ from, to string }
	var merge []span
	for i, c := range w.cols {
		top[i], below[i] = excelize.Cell{StyleID: st.head, Value: c.head}, excelize.Cell{StyleID: st.head}
		numbers[i] = excelize.Cell{StyleID: st.head, Value: fmt.Sprintf("(%d)", i+1)}
		switch {
		case c.group == "":
			merge = append(merge, span{at(head, i+1), at(head+1, i+1)})
			continue
		case i == 0 || w.cols[i-1].group != c.group:
			top[i] = excelize.Cell{StyleID: st.head, Value: c.group}
			last := i
			for last+1 < n && w.cols[last+1].group == c.group {
				last++
			}
			merge = append(merge, span{at(head, i+1), at(head, last+1)})
		default:
			top[i] = excelize.Cell{StyleID: st.head}
		}
		below[i] = excelize.Cell{StyleID: st.head, Value: c.head}
	}
	for k, row := range [][]any{top, below, numbers} {
		if err := sw.SetRow(at(head+k, 1), row); err != nil {
			return err
		}
	}
	for _, m := range merge {
		if err := sw.MergeCell(m.from, m.to); err != nil {
			return err
		}
	}
	return nil
}

// footRows writes the sums, as formulas with their results, and what they
// leave out.
func (w *writer) footRows(sw *excelize.StreamWriter, entries []*model.Programme, first int, st styles) error {
	sum, rows := w.sums(entries)
	row := make([]any, len(w.cols))
	last := first + len(entries) - 1
	for i, c := range w.cols {
		switch {
		case i == 1:
			row[i] = excelize.Cell{StyleID: st.sumText, Value: "JUMLAH"}
		case c.money && sum[i].amount.OK:
			row[i] = excelize.Cell{
				StyleID: st.sum, Value: int64(sum[i].amount.V), Formula: fmt.Sprintf("SUM(%s:%s)", at(first, i+1), at(last, i+1)),
			}
		default:
			row[i] = excelize.Cell{StyleID: st.sumText}
		}
	}
	if err := sw.SetRow(at(last+1, 1), row); err != nil {
		return err
	}
	return w.wide(sw, last+2, w.footer(entries, rows), st.note)
}

// printable prepares a sheet for the printer: landscape, as wide as one page,
// the headings on every page.
func printable(f *excelize.File, name string, head int) error {
	landscape, paper, wide, high := "landscape", 8, 1, 0 // A3
	if err := f.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &paper, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	fit := true
	if err := f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", name, head, head+2), Scope: name,
	})
}

// plainSheet writes the plain table.
func (w *writer) plainSheet(f *excelize.File, name string, st styles, entries []*model.Programme) error {
	sw, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	cols := Plain.columns()
	for i, c := range cols {
		if err := sw.SetColWidth(i+1, i+1, plainWidth(c)); err != nil {
			return err
		}
	}
	if err := freeze(sw, 1, 2); err != nil {
		return err
	}
	head := make([]any, len(cols))
	for i, c := range cols {
		head[i] = excelize.Cell{StyleID: st.head, Value: string(c)}
	}
	if err := sw.SetRow("A1", head); err != nil {
		return err
	}
	for n, p := range entries {
		row := make([]any, len(cols))
		for i, c := range cols {
			row[i] = st.cell(plainCell(p, c), c.money())
		}
		if err := sw.SetRow(at(n+2, 1), row); err != nil {
			return err
		}
	}
	return sw.Flush()
}
