package main

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"rakor/data/book"
	"rakor/data/matrix"
	"rakor/model"
	preview "rakor/model/intake"
	"rakor/ui"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// listPreview is a file of programmes that was previewed in the tab.
type listPreview struct {
	name    string // of the file
	table   *matrix.Table
	preview *preview.Preview
}

// previewProgrammes reads a file of programmes and previews it.
func (a *app) previewProgrammes(ctx context.Context, path string, e state.ReadIntake, r *reading) (*ui.Preview, error) {
	if info, err := os.Stat(path); err == nil {
		if info.IsDir() {
			return nil, errFolder
		}
		r.total.Store(info.Size())
	}
	year := model.Year(0)
	for _, s := range e.As {
		if v, ok := strings.CutPrefix(s, saidPeriod); ok {
			n, _ := strconv.Atoi(v)
			year = model.Year(n)
		}
	}
	table, p, err := a.readList(path, matrix.Auto, year)
	bad := (*matrix.FileError)(nil)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.As(err, &bad) && bad.Fault == matrix.NoYear:
		return a.askYear(e), nil
	case err != nil:
		return nil, a.matrixError(filepath.Base(path), err)
	}
	v := &listPreview{name: filepath.Base(path), table: table, preview: p}
	a.intake.mu.Lock()
	a.intake.list = v
	a.intake.mu.Unlock()
	return v.shown(a, e), nil
}

// writeList keeps groups of the programmes that were previewed, as one step. A
// save that has begun is finished: the end of the program waits for it.
func (a *app) writeList(e state.WriteIntake) (state.Intent, error) {
	a.intake.mu.Lock()
	v := a.intake.list
	a.intake.mu.Unlock()
	if v == nil {
		return nil, ui.SentenceError(a.words.Intake.NothingTicked)
	}
	changes := v.preview.Changes(func(l *preview.Line) bool { return slices.Contains(e.Groups, l.Status.ID()) })
	if len(changes) == 0 {
		return nil, ui.SentenceError(a.words.Data.NothingToWrite)
	}
	if err := a.writable(); err != nil {
		return nil, ui.SentenceError(a.sentence(err))
	}
	done, open := a.book.Begin()
	if !open {
		return nil, ui.SentenceError(a.sentence(a.listError(book.ErrClosed)))
	}
	defer done()
	saved, err := a.book.CommitMany(context.Background(), changes, "import "+v.name, a.who(), a.now())
	if err != nil {
		return nil, ui.SentenceError(a.sentence(a.faultError(err, "")))
	}
	a.intake.mu.Lock()
	a.intake.list = nil // what was compared is the list before
	a.intake.mu.Unlock()
	in := state.ProgrammesKept{Rev: a.renewList(), What: "import"}
	for _, c := range saved.Changes {
		in.IDs = append(in.IDs, c.ID)
	}
	return in, nil
}

// askYear asks which year a file is of that names none.
func (a *app) askYear(e state.ReadIntake) *ui.Preview {
	p := &ui.Preview{
		Kind: e.Kind, Path: e.Path, As: e.As, Columns: func(w *lang.Catalogue) []string { return w.Intake.ListColumns },
		Head: func(w *lang.Catalogue) []string { return []string{w.Intake.NoYear} },
	}
	now := a.now().Year()
	for _, y := range []int{now, now + 1, now - 1, now - 2} {
		p.Groups = append(p.Groups, ui.PreviewGroup{
			ID: saidPeriod + strconv.Itoa(y), Tick: true, Again: true,
			Label: func(w *lang.Catalogue) string { return w.Intake.AsPeriod(strconv.Itoa(y)) },
		})
	}
	return p
}

// shown words the preview: new and changed rows are ticked, and what could be
// an entry twice is not.
func (v *listPreview) shown(a *app, e state.ReadIntake) *ui.Preview {
	p := &ui.Preview{
		Kind: e.Kind, Path: e.Path, As: e.As, Head: v.head,
		Columns: func(w *lang.Catalogue) []string { return w.Intake.ListColumns },
		Right:   []bool{false, false, false, true, true, false},
	}
	for _, s := range preview.Statuses() {
		var rows []listedRow
		for i := range v.preview.Lines {
			if l := &v.preview.Lines[i]; l.Status == s {
				rows = append(rows, rowsOf(l)...)
			}
		}
		p.Groups = append(p.Groups, ui.PreviewGroup{
			ID: s.ID(), N: v.preview.Count(s), Rows: len(rows), Tick: s.Applicable() && len(rows) > 0, On: s == preview.New || s == preview.Changed,
			Care:  s == preview.Refused || s == preview.Ambiguous,
			Label: func(w *lang.Catalogue) string { return w.Lang.Matrix().Status(s) },
			Row:   func(w *lang.Catalogue, i int) []string { return rows[i].cells(w) },
		})
	}
	return v.rest(a, p)
}

// rest adds what no row is about, and what is odd about the file.
func (v *listPreview) rest(a *app, p *ui.Preview) *ui.Preview {
	list, absent, notes, skipped := a.programmes(), v.preview.Absent, v.table.Notes, v.table.Skipped
	p.Groups = append(p.Groups, ui.PreviewGroup{
		ID: "absent", N: len(absent), Rows: len(absent), Label: func(w *lang.Catalogue) string { return w.Intake.Absent },
		Row: func(_ *lang.Catalogue, i int) []string {
			name := ""
			if p := list.Find(absent[i]); p != nil {
				name = nameOf(p)
			}
			return []string{string(absent[i]), name, "", "", "", ""}
		},
	}, ui.PreviewGroup{
		ID: "notes", N: len(notes) + len(skipped), Rows: len(notes) + len(skipped), Care: len(notes) > 0,
		Label: func(w *lang.Catalogue) string { return w.Intake.Remarks },
		Row: func(w *lang.Catalogue, i int) []string {
			if i < len(notes) {
				return []string{w.Lang.Matrix().Remark(notes[i])}
			}
			s := skipped[i-len(notes)]
			return []string{s.Cell + ": " + cmp.Or(s.Text, w.Intake.Skipped)}
		},
	})
	return p
}

// head tells what was read.
func (v *listPreview) head(w *lang.Catalogue) []string {
	var all []matrix.Sheet
	for _, s := range v.table.Sheets { // a table that goes on below a second heading is one
		i := slices.IndexFunc(all, func(o matrix.Sheet) bool { return o.Name == s.Name && o.Layout == s.Layout && o.Year == s.Year })
		if i < 0 {
			all = append(all, s)
			continue
		}
		all[i].Rows += s.Rows
	}
	var out []string
	for _, s := range all {
		year := ""
		if s.Year != 0 {
			year = strconv.Itoa(int(s.Year))
		}
		out = append(out, w.Intake.ListHead(s.Layout.ID(), s.Name, year, s.Rows))
	}
	return out
}

// listedRow is a row of the preview: one of the file, or one field of it that
// would change.
type listedRow struct {
	line *preview.Line
	edit int // -1 for the row as a whole
}

// rowsOf gives the rows that show a line: a field each where it changes.
func rowsOf(l *preview.Line) []listedRow {
	if l.Status != preview.Changed {
		return []listedRow{{l, -1}}
	}
	out := make([]listedRow, len(l.Edits))
	for i := range l.Edits {
		out[i] = listedRow{l, i}
	}
	return out
}

// cells words a row: cell, programme, field, was, now, why.
func (r listedRow) cells(w *lang.Catalogue) []string {
	m, l := w.Lang.Matrix(), r.line
	cell, field, was, now := l.Cell, "", "", ""
	switch {
	case r.edit < 0 && l.Entry.Budget.OK: // what most look for
		field, now = m.FieldName(model.FieldBudget), m.FieldText(&l.Entry, model.FieldBudget)
	case r.edit >= 0:
		e := l.Edits[r.edit]
		cell, field, was, now = e.Cell, m.FieldName(e.Field), m.FieldText(l.Was, e.Field), m.FieldText(l.Now, e.Field)
	}
	why := ""
	if r.edit <= 0 {
		why = lineWhy(m, l, lineJSON(l))
	}
	return []string{cell, nameOf(&l.Entry), field, was, now, why}
}
