package matrix

import (
	"strings"

	"rakor/data/personal"
	"rakor/model"
	"rakor/model/intake"
)

// scan reads the tables of one sheet.
type scan struct {
	opt    *Options
	s      *sheet
	h      header
	merged map[int][]area // by column, ascending
	habit  marks
	offer  *placeReader
	out    *Table
	at     *Sheet // of the table that is read
	state  section
	rows   []entryRow // of the table that is read
	totals []total
}

// section is what stands above rows and holds for them: a strategy or a
// department in a row of its own, and the last value of each column of the
// hierarchy.
type section struct {
	strategy, department cell
	strategyCell         string
	departmentCell       string
	levels               [4]carried
}

// carried is the last value of a column of the hierarchy.
type carried struct {
	cell cell
	name string // of the cell
}

// hierarchy gives the columns that are written once and hold for the rows
// below, from the highest.
func hierarchy() [4]column { return [4]column{colStrategy, colDepartment, colName, colActivity} }

// entryRow is a row that may be an entry, with what decides it.
type entryRow struct {
	row   intake.Row
	code  string
	bare  bool // no amount, recipients or place
	group bool // it only stands over the rows below
}

// total is a row that adds up others.
type total struct {
	cell   string
	grand  bool // of the whole table
	amount model.Maybe[model.Rupiah]
}

// newScan prepares a sheet for reading.
func newScan(opt *Options, s *sheet, out *Table) *scan {
	sc := &scan{opt: opt, s: s, out: out, merged: map[int][]area{}, offer: newPlaceReader(opt)}
	for _, a := range s.merged {
		for col := a.left; col <= min(a.right, maxColumns); col++ {
			sc.merged[col] = append(sc.merged[col], a)
		}
	}
	return sc
}

// run reads every table of the sheet. ok is false where there is none.
func (sc *scan) run() bool {
	h, ok := sc.s.findHeader(0)
	if !ok {
		return false
	}
	sc.open(h)
	for i := h.to + 1; i < len(sc.s.lines); i++ {
		l := &sc.s.lines[i]
		if next, ok := sc.nextHeader(i); ok {
			sc.skip(l, SkipHeading)
			sc.close()
			sc.open(next)
			i = next.to
			continue
		}
		sc.line(l)
	}
	sc.close()
	return true
}

// nextHeader tells whether the headings stand here again, as they do on every
// printed page, or over a table of another year.
func (sc *scan) nextHeader(i int) (header, bool) {
	l := &sc.s.lines[i]
	first := sc.h.cols[0]
	c := l.at(first.col)
	if c.kind != text || label(c.text) == "" || label(c.text) != label(first.text) || !l.couldBeHeadings() {
		return header{}, false
	}
	last := min(i+sc.h.to-sc.h.from, len(sc.s.lines)-1)
	next := sc.s.headings(i, last)
	if !next.enough() {
		return header{}, false
	}
	from := i
	for from > 0 && from > sc.h.to+1 && sc.isText(&sc.s.lines[from-1]) {
		from--
	}
	sc.s.readAbove(&next, from)
	if next.year == 0 {
		next.year, next.yearCell = sc.h.year, sc.h.yearCell
	}
	return next, true
}

// isText tells whether a row has nothing in the columns that make an entry.
func (sc *scan) isText(l *line) bool {
	for _, c := range []column{colCode, colBudget, colOriginal, colTarget} {
		if sc.cell(l, c).kind != blank {
			return false
		}
	}
	return true
}

// open begins a table.
func (sc *scan) open(h header) {
	sc.h, sc.state, sc.rows, sc.totals, sc.habit = h, section{}, nil, nil, marks{}
	head := &sc.s.lines[h.from]
	at := Sheet{Name: sc.s.name, Layout: h.layout, Year: h.year, Heading: cellName(sc.s.name, head.row, head.cells[0].col)}
	for _, c := range h.cols {
		if c.column == "" || sc.opt.Layout == RAT18 && c.column.reports() {
			at.Unused = append(at.Unused, cellName("", head.row, c.col)+" "+personal.Printable(tidy(c.text), 80))
		}
	}
	sc.out.Sheets = append(sc.out.Sheets, at)
	sc.at = &sc.out.Sheets[len(sc.out.Sheets)-1]
	for i := range sc.s.lines {
		for _, hd := range h.cols {
			if hd.column.money() {
				if c := sc.s.lines[i].at(hd.col); c.kind == text {
					sc.habit.add(c.text)
				}
			}
		}
	}
}

// reports tells whether a column is one of those that the plan lacks.
func (c column) reports() bool { return c == colH1 || c == colH2 || c == colRealised }

// cell gives the cell of a column in a row; a blank one where the table has no
// such column.
func (sc *scan) cell(l *line, c column) cell {
	i, ok := sc.h.at[c]
	if !ok || sc.opt.Layout == RAT18 && c.reports() {
		return cell{}
	}
	return l.at(sc.h.cols[i].col)
}

// name gives the name of the cell of a column in a row.
func (sc *scan) name(l *line, c column) string {
	i, ok := sc.h.at[c]
	if !ok {
		return sc.rowName(l)
	}
	return cellName(sc.s.name, l.row, sc.h.cols[i].col)
}

// rowName gives the name of the first cell of a row.
func (sc *scan) rowName(l *line) string {
	col := 1
	if len(sc.h.cols) > 0 {
		col = sc.h.cols[0].col
	}
	return cellName(sc.s.name, l.row, col)
}

// over gives the merged range that covers a cell without beginning in its row.
func (sc *scan) over(row, col int) (area, bool) {
	for _, a := range sc.merged[col] {
		if a.top > row {
			break
		}
		if row <= a.bottom && (a.top < row || a.left < col) {
			return a, true
		}
	}
	return area{}, false
}

// effective gives the cell of a column, or that of the merged range that
// covers it, with its name.
func (sc *scan) effective(l *line, c column) (cell, string) {
	own := sc.cell(l, c)
	i, ok := sc.h.at[c]
	if own.kind != blank || !ok {
		return own, sc.name(l, c)
	}
	a, ok := sc.over(l.row, sc.h.cols[i].col)
	if !ok {
		return own, sc.name(l, c)
	}
	k, ok := sc.s.lineOf(a.top)
	if !ok {
		return own, sc.name(l, c)
	}
	return sc.s.lines[k].at(a.left), cellName(sc.s.name, a.top, a.left)
}

func (sc *scan) skip(l *line, kind SkipKind) {
	t := ""
	for _, c := range l.cells {
		if c.kind == text {
			t = personal.Printable(tidy(c.text), 80)
			break
		}
	}
	sc.out.Skipped = append(sc.out.Skipped, Skip{Cell: cellName(sc.s.name, l.row, l.cells[0].col), Kind: kind, Text: t})
}

// line reads one row.
func (sc *scan) line(l *line) {
	switch {
	case l.numbersColumns():
		sc.skip(l, SkipNumbers)
	case sc.isTotal(l):
		sc.skip(l, SkipSubtotal)
	case sc.isSection(l):
		sc.skip(l, SkipSection)
	case sc.saysNothing(l):
		sc.skip(l, SkipText)
	default:
		sc.entry(l)
	}
}

// words gives the first text of a row in the columns from the number to the
// sub activity.
func (sc *scan) words(l *line) string {
	for _, c := range []column{colNumber, colStrategy, colDepartment, colCode, colName, colActivity, colSub} {
		if x := sc.cell(l, c); x.kind == text && strings.ContainsFunc(x.text, isLetter) {
			return x.text
		}
	}
	return ""
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// isTotal tells whether a row adds up others, and keeps its amount.
func (sc *scan) isTotal(l *line) bool {
	w := label(sc.words(l))
	sums := false
	for _, p := range []string{"jumlah", "total", "sub total", "subtotal", "sub jumlah", "grand total"} {
		sums = sums || w == p || strings.HasPrefix(w, p+" ")
	}
	if !sums || sc.hasCode(l) {
		return false
	}
	t := total{cell: sc.name(l, colBudget)}
	switch w {
	case "jumlah", "total", "grand total", "jumlah total", "total jumlah", "jumlah seluruhnya", "jumlah keseluruhan", "total keseluruhan":
		t.grand = true
	}
	if i, ok := sc.h.at[colBudget]; ok {
		t.amount, _ = amountOf(sc.cell(l, colBudget), sc.h.cols[i].unit, sc.habit)
	}
	sc.totals = append(sc.totals, t)
	return true
}

// hasCode tells whether a row has a code of a programme.
func (sc *scan) hasCode(l *line) bool {
	c := sc.cell(l, colCode)
	if c.kind != text {
		return false
	}
	_, err := model.ParseProgrammeCode(codeText(c.text))
	return err == nil
}

// isSection tells whether a row only names the strategy or the department of
// the rows below, and keeps it.
func (sc *scan) isSection(l *line) bool {
	var only cell
	for _, c := range l.cells {
		if i, ok := sc.h.at[colNumber]; ok && c.col == sc.h.cols[i].col && (c.kind != text || len(tidy(c.text)) <= 4) {
			continue
		}
		if c.kind != text || only.kind == text && tidy(c.text) != tidy(only.text) {
			return false
		}
		if only.kind == blank {
			only = c
		}
	}
	if only.kind != text {
		return false
	}
	name := cellName(sc.s.name, l.row, only.col)
	if s, ok := sc.strategyOf(only); ok && s != 0 && !isDepartment(only.text) {
		sc.state = section{strategy: only, strategyCell: name}
		return true
	}
	if isDepartment(only.text) {
		sc.state.department, sc.state.departmentCell = only, name
		sc.state.levels = [4]carried{}
		return true
	}
	return false
}

// isDepartment tells whether a text begins as names of departments do.
func isDepartment(s string) bool {
	first, _, _ := strings.Cut(label(strings.TrimLeft(tidy(s), "0123456789.) ")), " ")
	switch first {
	case "dinas", "badan", "kantor", "sekretariat", "inspektorat", "kecamatan", "satuan", "rsud", "bapperida", "bappeda", "bappedalitbang",
		"bpkad", "bpbd", "disnaker", "dpkukmp", "disperkimtan", "disdukcapil", "satpol", "perangkat", "opd", "upt":
		return true
	}
	return false
}

// saysNothing tells whether a row has nothing of an entry: a title, a place
// with a date, a signature.
func (sc *scan) saysNothing(l *line) bool {
	for _, c := range []column{
		colID, colCode, colName, colActivity, colSub, colBudget, colOriginal, colRevised, colTarget, colTargetN, colH1, colH2, colRealised,
	} {
		if x := sc.cell(l, c); x.kind != blank && (x.kind != text || !unknownText(x.text)) {
			return false
		}
	}
	return true
}

// close decides which rows of the table are groups, checks its sums, and hands
// out the entries.
func (sc *scan) close() {
	sc.findGroups()
	sum := model.Rupiah(0)
	for i := range sc.rows {
		r := &sc.rows[i]
		if r.group {
			sc.out.Skipped = append(sc.out.Skipped, Skip{Cell: r.row.Cell, Kind: SkipGroup, Text: personal.Printable(r.row.Entry.Name, 80)})
			continue
		}
		if len(r.row.Refusals) == 0 {
			sum += r.row.Entry.Budget.V
		}
		sc.out.Rows = append(sc.out.Rows, r.row)
		sc.at.Rows++
	}
	for _, t := range sc.totals {
		if t.grand && t.amount.OK && t.amount.V != sum {
			stated, added := model.Programme{Budget: t.amount}, model.Programme{Budget: model.Known(sum)}
			sc.out.Notes = append(sc.out.Notes, intake.Remark{
				Kind: intake.TotalDiffers, Cell: t.cell, Field: model.FieldBudget,
				Found: stated.Text(model.FieldBudget), Want: added.Text(model.FieldBudget),
			})
		}
	}
	sc.rows, sc.totals = nil, nil
}

// findGroups finds the rows that stand over the rows below: their code goes on
// in the next rows, and they have no figures, or just the sum of those rows.
// Counted as entries they would double the budget.
func (sc *scan) findGroups() {
	for i := len(sc.rows) - 1; i >= 0; i-- {
		r := &sc.rows[i]
		if r.code == "" {
			r.group = r.bare && i+1 < len(sc.rows) && onlyCode(&r.row)
			continue
		}
		sum, below, known := model.Rupiah(0), 0, true
		for j := i + 1; j < len(sc.rows) && strings.HasPrefix(sc.rows[j].code, r.code+"."); j++ {
			if !sc.rows[j].group {
				below++
				sum += sc.rows[j].row.Entry.Budget.V
				known = known && sc.rows[j].row.Entry.Budget.OK
			}
		}
		switch budget := r.row.Entry.Budget; {
		case below == 0:
		case r.bare:
			r.group = true
		case budget.OK && known && budget.V == sum && r.row.Entry.SubActivity == "":
			r.group = true
		case budget.OK && r.row.Entry.SubActivity == "":
			added := model.Programme{Budget: model.Known(sum)}
			cell, _ := r.row.Tells(model.FieldBudget)
			r.row.Notes = append(r.row.Notes, intake.Remark{
				Kind: intake.MaybeSubtotal, Cell: cell, Field: model.FieldBudget,
				Found: r.row.Entry.Text(model.FieldBudget), Want: added.Text(model.FieldBudget),
			})
		}
	}
}

// onlyCode tells whether a row is refused for nothing but required fields: a
// row that only names a programme over its activities.
func onlyCode(r *intake.Row) bool {
	for _, x := range r.Refusals {
		if x.Kind != intake.Required {
			return false
		}
	}
	return len(r.Refusals) > 0
}
