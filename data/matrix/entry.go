package matrix

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"rakor/data/personal"
	"rakor/model"
	"rakor/model/intake"
)

// rowScan reads one row as an entry.
type rowScan struct {
	*scan
	l    *line
	row  intake.Row
	told map[model.Field]string // the cell of each field that the row tells
	code string
}

// entry reads a row as an entry.
func (sc *scan) entry(l *line) {
	r := &rowScan{scan: sc, l: l, told: map[model.Field]string{}}
	r.row = intake.Row{Cell: sc.rowName(l), Sheet: sc.s.name, Line: l.row}
	r.row.Entry.Region = sc.opt.Region
	if sc.h.layout == Plain {
		r.plain()
	}
	r.levels()
	r.readCode()
	r.readYear()
	r.texts()
	r.activities()
	r.amounts()
	r.recipients()
	r.readPlaces()
	r.finish()
	bare := true
	for _, f := range []model.Field{
		model.FieldBudget, model.FieldBudgetRevised, model.FieldTarget, model.FieldTargetText, model.FieldPlaces, model.FieldRealised,
		model.FieldRealisedH1, model.FieldRealisedH2,
	} {
		_, told := r.told[f]
		bare = bare && !told
	}
	sc.rows = append(sc.rows, entryRow{row: r.row, code: r.code, bare: bare})
}

// tell notes that the row tells a field.
func (r *rowScan) tell(f model.Field, cell string) { r.told[f] = cell }

func (r *rowScan) refuse(k intake.Kind, f model.Field, cell, found, want string) {
	r.row.Refusals = append(r.row.Refusals, intake.Remark{Kind: k, Cell: cell, Field: f, Found: personal.Printable(found, 80), Want: want})
}

func (r *rowScan) note(k intake.Kind, f model.Field, cell, found, want string) {
	r.row.Notes = append(r.row.Notes, intake.Remark{Kind: k, Cell: cell, Field: f, Found: personal.Printable(found, 80), Want: want})
}

// levels reads the columns of the hierarchy: strategy, department, programme
// and activity are often written once, over the rows that they hold for.
func (r *rowScan) levels() {
	moved := false // a higher level has changed: lower ones are not carried over
	for i, col := range hierarchy() {
		c, cell := r.effective(r.l, col)
		last := &r.state.levels[i]
		switch {
		case c.kind != blank:
			if c.kind != last.cell.kind || c.text != last.cell.text || c.num != last.cell.num {
				moved = true
			}
			*last = carried{cell: c, name: cell}
		case i == 0 && r.state.strategy.kind != blank:
			c, cell = r.state.strategy, r.state.strategyCell
		case i == 1 && r.state.department.kind != blank:
			c, cell = r.state.department, r.state.departmentCell
		case r.h.layout == Plain:
		case moved || last.cell.kind == blank:
			*last = carried{}
		case i >= 2 && !r.lower(i):
		default:
			c = last.cell
			r.note(intake.CarriedDown, levelField(i), r.name(r.l, col), c.text, last.name)
			cell = r.name(r.l, col)
		}
		r.level(i, c, cell)
	}
}

// lower tells whether a row says something below a level of the hierarchy:
// only then does the level above hold for it.
func (r *rowScan) lower(level int) bool {
	below := []column{colActivity, colSub}
	if level == 3 {
		below = below[1:]
	}
	for _, c := range below {
		if x := r.cell(r.l, c); x.kind == text && !unknownText(x.text) {
			return true
		}
	}
	return false
}

func levelField(i int) model.Field {
	return [...]model.Field{model.FieldStrategy, model.FieldDepartment, model.FieldName, model.FieldActivity}[i]
}

// level takes the value of one level.
func (r *rowScan) level(i int, c cell, cell string) {
	if i > 0 {
		r.text(levelField(i), c, cell)
		return
	}
	if c.kind == blank {
		return
	}
	s, ok := r.strategyOf(c)
	if !ok {
		r.refuse(intake.UnknownChoice, model.FieldStrategy, cell, c.show(), r.strategyCodes())
		return
	}
	r.row.Entry.Strategy = s
	r.tell(model.FieldStrategy, cell)
}

func (sc *scan) strategyCodes() string {
	var out []string
	for _, s := range sc.opt.Strategies {
		out = append(out, strconv.Itoa(int(s.Code)))
	}
	return strings.Join(out, ", ")
}

// strategyOf reads a strategy: its number, a text that begins with the number
// ("Strategi 2", "2. Peningkatan pendapatan") or one that holds the short name
// of a single strategy ("pengurangan beban pengeluaran"). A dash, or words for
// it, is work without a strategy of its own: 0.
func (sc *scan) strategyOf(c cell) (model.Strategy, bool) {
	switch c.kind {
	case number:
		return sc.coded(int(c.num))
	case text:
	case blank, date, fault, recipe:
		return 0, false
	}
	if unknownText(c.text) {
		return 0, true
	}
	w := label(c.text)
	if strings.Contains(w, "tanpa strategi") || w == "penunjang" || w == "0" || strings.Contains(w, "without strategy") {
		return 0, true
	}
	rest := strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(w, "strategi"), "ke"))
	first, _, _ := strings.Cut(rest, " ")
	if n, err := strconv.Atoi(first); err == nil {
		return sc.coded(n)
	}
	for i, roman := range [...]string{"i", "ii", "iii", "iv", "v"} {
		if first == roman && w != rest {
			return sc.coded(i + 1)
		}
	}
	found, n := model.Strategy(0), 0
	for _, s := range sc.opt.Strategies {
		for _, short := range []string{s.Short.ID, s.Short.EN} {
			if short = label(short); short != "" && strings.Contains(w, short) {
				if s.Code != found || n == 0 {
					n++
				}
				found = s.Code
				break
			}
		}
	}
	return found, n == 1
}

func (sc *scan) coded(n int) (model.Strategy, bool) {
	for _, s := range sc.opt.Strategies {
		if int(s.Code) == n {
			return s.Code, true
		}
	}
	return 0, n == 0
}

// codeText takes the code out of a cell that may hold more: "1.06.05 Program
// Perlindungan", "'1.06.05.", "1.06. 05".
func codeText(s string) string {
	s = strings.TrimLeft(tidy(s), "'")
	s = strings.ReplaceAll(s, ". ", ".")
	s, _, _ = strings.Cut(s, " ")
	return strings.TrimRight(s, ".:-")
}

func (r *rowScan) readCode() {
	c, cell := r.effective(r.l, colCode)
	switch c.kind {
	case blank, recipe:
		return
	case number:
		r.refuse(intake.CodeAsNumber, model.FieldCode, cell, c.show(), "1.06.05")
		return
	case date:
		r.refuse(intake.CodeAsDate, model.FieldCode, cell, c.show(), "1.06.05")
		return
	case fault:
		r.refuse(intake.CellError, model.FieldCode, cell, c.text, "")
		return
	case text:
	}
	if unknownText(c.text) {
		return
	}
	given := codeText(c.text)
	r.tell(model.FieldCode, cell)
	code, err := model.ParseProgrammeCode(given)
	if err != nil {
		r.row.Entry.Code = tidy(c.text)
		r.note(intake.OddCode, model.FieldCode, cell, c.text, "")
		return
	}
	r.code = code.String()
	r.row.Entry.Code = r.code
	if !strings.EqualFold(given, r.code) {
		r.note(intake.CodeRestored, model.FieldCode, cell, given, r.code)
	}
}

// readYear finds the year: of the row, of the caller, of the lines above.
func (r *rowScan) readYear() {
	c, cell := r.effective(r.l, colYear)
	switch c.kind {
	case number:
		r.row.Entry.Year = model.Year(c.num)
	case date:
		if d, ok := dayOf(c.num, r.s.base104); ok {
			n, _ := strconv.Atoi(d[:4])
			r.row.Entry.Year = model.Year(n)
		}
	case text:
		y, twice := yearIn(c.text)
		if n, err := strconv.Atoi(tidy(c.text)); err == nil {
			y, twice = model.Year(n), false
		}
		if y == 0 || twice {
			r.refuse(intake.NotNumber, model.FieldYear, cell, c.text, "2025")
		}
		r.row.Entry.Year = y
	case fault:
		r.refuse(intake.CellError, model.FieldYear, cell, c.text, "")
	case blank, recipe:
		switch {
		case r.opt.Year != 0:
			r.row.Entry.Year = r.opt.Year
			cell = r.row.Cell
		case !r.h.yearTwice:
			r.row.Entry.Year, cell = r.h.year, r.h.yearCell
		}
		if cell == "" {
			cell = r.row.Cell
		}
	}
	if r.row.Entry.Year != 0 {
		r.tell(model.FieldYear, cell)
	}
}

// texts reads the columns that are plain text.
func (r *rowScan) texts() {
	for _, t := range []struct {
		col   column
		field model.Field
	}{
		{colSub, model.FieldSubActivity},
		{colFunding, model.FieldFunding},
		{colNature, model.FieldAidNature},
		{colAid, model.FieldAidKind},
		{colBenefit, model.FieldBenefit},
		{colTargetGroup, model.FieldTargetGroup},
		{colBasis, model.FieldBasis},
		{colNote, model.FieldNote},
		{colBudgetBasis, model.FieldBudgetBasis},
		{colEvidence, model.FieldEvidence},
		{colSourceText, model.FieldSourceText},
	} {
		c, cell := r.effective(r.l, t.col)
		r.text(t.field, c, cell)
	}
	c, cell := r.effective(r.l, colDuration)
	if c.kind == date || c.kind == number && c.num >= 36_526 {
		if d, ok := dayOf(c.num, r.s.base104); ok {
			c.kind, c.text = text, d
		}
	}
	r.text(model.FieldDuration, c, cell)
}

// text takes a text. A dash, or words for it, says nothing.
func (r *rowScan) text(f model.Field, c cell, cell string) {
	s := ""
	switch c.kind {
	case blank, recipe:
		return
	case fault:
		r.refuse(intake.CellError, f, cell, c.text, "")
		return
	case number, date:
		s = c.show()
	case text:
		if s = c.text; f != model.FieldNote {
			s = tidy(s)
		}
		if unknownText(s) {
			return
		}
	}
	if utf8.RuneCountInString(s) > model.MostText {
		r.refuse(intake.TooLong, f, cell, s, strconv.Itoa(model.MostText))
		return
	}
	probe := model.Programme{Region: r.row.Entry.Region}
	if err := probe.Set(f, s); err != nil {
		r.refuse(intake.Unfit, f, cell, s, "")
		return
	}
	r.row.Entry.Take(&probe, f)
	r.tell(f, cell)
}

// activities reads the three columns of activities: the one that is filled
// tells the kind, its words what is done.
func (r *rowScan) activities() {
	kinds := [...]struct {
		col  column
		kind model.Directness
	}{{colDirect, model.Direct}, {colIndirect, model.Indirect}, {colSupporting, model.Supporting}}
	var filled []int
	words, first := [3]string{}, ""
	for i, k := range kinds {
		c, cell := r.effective(r.l, k.col)
		if c.kind == blank || c.kind == recipe || c.kind == text && unknownText(c.text) || c.kind == number && c.num == 0 {
			continue
		}
		if c.kind == fault {
			r.refuse(intake.CellError, model.FieldDirectness, cell, c.text, "")
			continue
		}
		filled = append(filled, i)
		if first == "" {
			first = cell
		}
		if c.kind == text && !isMark(c.text) {
			words[i] = tidy(c.text)
		}
	}
	e := &r.row.Entry
	switch len(filled) {
	case 0:
		return
	case 1:
		e.Directness, e.Deed = kinds[filled[0]].kind, words[filled[0]]
		r.tell(model.FieldDirectness, first)
		if e.Deed != "" {
			r.tell(model.FieldDeed, first)
		}
	default:
		e.Deed = joinDeeds(words)
		r.note(intake.TwoActivities, model.FieldDirectness, first, e.Deed, "")
		if e.Deed != "" {
			r.tell(model.FieldDeed, first)
		}
	}
	if utf8.RuneCountInString(e.Deed) > model.MostText {
		r.refuse(intake.TooLong, model.FieldDeed, first, e.Deed, strconv.Itoa(model.MostText))
	}
}

// isMark tells whether a text only marks a cell: a tick, a cross, yes.
func isMark(s string) bool {
	switch fold(strings.Trim(tidy(s), ". ")) {
	case "v", "x", "✓", "✔", "√", "ü", "ya", "yes", "1", "•", "●", "*", "ada", "o":
		return true
	}
	return false
}

// deedLabels are the words before the deeds of an entry whose row fills more
// than one column of activities, in the order of the columns.
func deedLabels() [3]string { return [3]string{"Langsung: ", "Tidak langsung: ", "Penunjang: "} }

func joinDeeds(words [3]string) string {
	var out []string
	for i, w := range words {
		if w != "" {
			out = append(out, deedLabels()[i]+w)
		}
	}
	return strings.Join(out, " | ")
}

// splitDeeds takes apart what joinDeeds made; ok is false for other texts.
func splitDeeds(deed string) (words [3]string, ok bool) {
	next := 0
	for part := range strings.SplitSeq(deed, " | ") {
		found := false
		for i := next; i < 3 && !found; i++ {
			if w, is := strings.CutPrefix(part, deedLabels()[i]); is {
				words[i], next, found = w, i+1, true
			}
		}
		if !found {
			return [3]string{}, false
		}
	}
	return words, true
}

// finish looks at the entry as a whole.
func (r *rowScan) finish() {
	for _, f := range []model.Field{model.FieldYear, model.FieldDepartment, model.FieldCode, model.FieldName, model.FieldStrategy} {
		if _, told := r.told[f]; !told && !r.refused(f) {
			r.refuse(intake.Required, f, r.name(r.l, columnOf(f)), "", "")
		}
	}
	if len(r.row.Refusals) == 0 {
		problems := r.row.Entry.Check()
		if r.opt.Vocabulary != nil {
			for _, p := range r.opt.Vocabulary.Check(&r.row.Entry) {
				r.refuse(intake.UnknownRef, p.Field, r.where(p.Field), p.Value, p.Want)
			}
		}
		for _, p := range problems {
			r.refuse(intake.Unfit, p.Field, r.where(p.Field), p.Value, p.Want)
		}
	}
	for _, f := range model.Fields() {
		if cell, ok := r.told[f]; ok {
			r.row.Told = append(r.row.Told, intake.Told{Field: f, Cell: cell})
		}
	}
}

func (r *rowScan) where(f model.Field) string {
	if cell, ok := r.told[f]; ok {
		return cell
	}
	return r.row.Cell
}

func (r *rowScan) refused(f model.Field) bool {
	for _, x := range r.row.Refusals {
		if x.Field == f {
			return true
		}
	}
	return false
}

func columnOf(f model.Field) column {
	if f == model.FieldSubActivity {
		return colSub
	}
	return column(f)
}
