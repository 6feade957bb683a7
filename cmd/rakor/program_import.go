package main

import (
	"cmp"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rakor/data/book"
	"rakor/data/matrix"
	"rakor/model"
	preview "rakor/model/intake"
	"rakor/ui/lang"
)

// listImport is the flags of program import as typed.
type listImport struct {
	layout, apply, only string
	year                int
}

func (a *app) programImport() *cobra.Command {
	w := a.words.Lang.Matrix()
	var f listImport
	c := &cobra.Command{
		Use: "import FILE", Short: w.ImportShort, Long: w.ImportLong,
		Example: "  rakor program import rat-2026.xlsx\n  rakor program import rat-2026.xlsx --apply new,changed",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return failf(exitUsage, "%s", w.NeedsFile("rakor program import rat-2026.xlsx"))
			}
			return a.importList(cmd, args[0], f)
		},
	}
	fl := c.Flags()
	fl.StringVar(&f.layout, "layout", "auto", w.FlagLayout)
	fl.StringVar(&f.apply, "apply", "", w.FlagApply)
	fl.StringVar(&f.only, "only", "", w.FlagOnly)
	fl.IntVar(&f.year, "year", 0, w.FlagYear)
	return c
}

// statuses reads the groups of --apply; nil is none.
func (a *app) statuses(text string) ([]preview.Status, error) {
	var out []preview.Status
	for s := range strings.SplitSeq(text, ",") {
		if s = strings.TrimSpace(s); s == "" {
			continue
		}
		st, ok := preview.ParseStatus(s)
		if !ok || !st.Applicable() {
			return nil, failf(exitUsage, "%s", a.words.CLI.BadValue("--apply", s, "new, changed, duplicate"))
		}
		out = append(out, st)
	}
	return out, nil
}

func (a *app) importList(cmd *cobra.Command, path string, f listImport) error {
	w := a.words.Lang.Matrix()
	layout, ok := matrix.ParseLayout(f.layout)
	if !ok {
		return failf(exitUsage, "%s", a.words.CLI.BadValue("--layout", f.layout, "auto, rat18, oppkpke21, plain"))
	}
	if f.year != 0 && (f.year < 1990 || f.year > 2100) {
		return failf(exitUsage, "%s", a.words.CLI.BadValue("--year", strconv.Itoa(f.year), "2026"))
	}
	apply, err := a.statuses(f.apply)
	if err != nil {
		return err
	}
	if err := a.openList(); err != nil {
		return err
	}
	if apply != nil {
		if err := a.writable(); err != nil {
			return err
		}
	}
	table, p, err := a.previewList(path, layout, model.Year(f.year))
	if err != nil {
		return err
	}
	only, err := chosenRows(p, f.only)
	if err != nil {
		return failf(exitUsage, "%s", w.BadOnly(err.Error()))
	}
	changes := p.Changes(func(l *preview.Line) bool {
		return slices.Contains(apply, l.Status) && (only == nil || only[l.Cell])
	})
	odd := a.flags.strict && slices.ContainsFunc(p.Lines, func(l preview.Line) bool { return len(l.Notes) > 0 })
	var saved *book.Saved
	if len(changes) > 0 && !odd { // with --strict a doubtful list is not written
		done, err := a.book.CommitMany(cmd.Context(), changes, "import "+filepath.Base(path), a.who(), a.now())
		if err != nil {
			return a.faultError(err, "")
		}
		saved = &done
	}
	if err := a.print(a.listImportAnswer(path, table, p, apply != nil, saved)); err != nil {
		return err
	}
	if p.Count(preview.Refused) == len(p.Lines) {
		return failf(exitInvalid, "%s", w.NothingUsable)
	}
	if odd {
		return &printedError{code: exitFailed}
	}
	return nil
}

// previewList reads a file of programmes and holds it against the list. Nothing
// is written. Errors are sentences with their exit status.
func (a *app) previewList(path string, layout matrix.Layout, year model.Year) (*matrix.Table, *preview.Preview, error) {
	table, p, err := a.readList(path, layout, year)
	if err != nil {
		err = a.matrixError(path, err)
	}
	return table, p, err
}

// readList does the same with the errors of [matrix.Read].
func (a *app) readList(path string, layout matrix.Layout, year model.Year) (*matrix.Table, *preview.Preview, error) {
	home, _ := a.store.Dataset().Region(a.home())
	strategies := a.programmes().Strategies()
	opt := matrix.Options{
		Name: path, Layout: layout, Region: home.Code, HomeName: home.Name, Year: year,
		Vocabulary: a.vocabulary(), Strategies: strategies,
	}
	var table *matrix.Table
	var err error
	source := filepath.Base(path)
	if path == "-" {
		source = ""
		table, err = matrix.Read(a.in, opt)
	} else {
		table, err = matrix.Open(path, opt)
	}
	if err != nil {
		return nil, nil, err
	}
	return table, preview.Compare(table.Rows, a.programmes().All(), preview.Options{
		Region: home.Code, Base: model.Programme{SourceText: source}, Seen: table.Layout() != matrix.Plain,
		Coordinator: slices.Contains(a.settings.Coordinators, a.who()),
	}), nil
}

// matrixError gives an error of a file of programmes its exit status and its
// sentence.
func (a *app) matrixError(path string, err error) error {
	w := a.words.Lang.Matrix()
	persons, bad := (*matrix.PersonalError)(nil), (*matrix.FileError)(nil)
	switch {
	case errors.As(err, &persons):
		var columns []string
		for _, c := range persons.Columns {
			columns = append(columns, c.Name)
		}
		slices.Sort(columns)
		return failf(exitPersonal, "%s", w.Personal(path, strings.Join(slices.Compact(columns), ", ")))
	case errors.As(err, &bad):
		detail := bad.Detail
		if detail == "" && bad.Err != nil {
			detail = bad.Err.Error()
		}
		return failf(exitInvalid, "%s", w.Fault(path, bad.Fault.ID(), detail))
	case errors.Is(err, fs.ErrNotExist):
		return failf(exitNotFound, "%s", w.NoFile(path))
	}
	return failf(exitFailed, "%s", w.Fault(path, matrix.Unreadable.ID(), err.Error()))
}

// chosenRows gives the cells of --only, each of which must begin a row that can
// be written; nil for all. The error is the cell.
func chosenRows(p *preview.Preview, text string) (map[string]bool, error) {
	var out map[string]bool
	for c := range strings.SplitSeq(text, ",") {
		if c = strings.TrimSpace(c); c == "" {
			continue
		}
		if !slices.ContainsFunc(p.Lines, func(l preview.Line) bool { return l.Cell == c && l.Status.Applicable() }) {
			return nil, errors.New(c)
		}
		if out == nil {
			out = map[string]bool{}
		}
		out[c] = true
	}
	return out, nil
}

// The JSON of a preview.
type (
	listImportJSON struct {
		File    string           `json:"file"`
		Sheets  []sheetJSON      `json:"sheets"`
		Counts  map[string]int   `json:"counts"`
		Rows    []listRowJSON    `json:"rows"`
		Skipped []skipJSON       `json:"skipped"`
		Absent  []string         `json:"absent"`
		Notes   []remarkJSON     `json:"file_notes"`
		Applied *listAppliedJSON `json:"applied"` // null where nothing was written
	}
	sheetJSON struct {
		Name    string   `json:"name"`
		Layout  string   `json:"layout"`
		Heading string   `json:"heading"`
		Year    int      `json:"year"`
		Rows    int      `json:"rows"`
		Unused  []string `json:"unused"`
	}
	listRowJSON struct {
		Status     string            `json:"status"`
		Cell       string            `json:"cell"`
		Match      model.ProgrammeID `json:"match"`
		Name       string            `json:"name"`
		Edits      []editJSON        `json:"edits"`
		Like       string            `json:"like"`
		Candidates []string          `json:"candidates"`
		Refusals   []remarkJSON      `json:"refusals"`
		Notes      []remarkJSON      `json:"notes"`
	}
	editJSON struct {
		Field model.Field `json:"field"`
		Cell  string      `json:"cell"`
		Was   string      `json:"was"`
		Now   string      `json:"now"`
	}
	remarkJSON struct {
		Kind  preview.Kind `json:"kind"`
		Cell  string       `json:"cell"`
		Field model.Field  `json:"field"`
		Found string       `json:"found"`
		Want  string       `json:"want"`
	}
	skipJSON struct {
		Cell string          `json:"cell"`
		Kind matrix.SkipKind `json:"kind"`
		Text string          `json:"text"`
	}
	listAppliedJSON struct {
		Step    uint64 `json:"step"`
		Entries int    `json:"entries"`
	}
)

func remarksOf(rs []preview.Remark) []remarkJSON {
	out := make([]remarkJSON, len(rs))
	for i, r := range rs {
		out[i] = remarkJSON(r)
	}
	return out
}

// listImportAnswer shows what an import would do, or did: a line a row, and one
// a field for those that change.
func (a *app) listImportAnswer(path string, t *matrix.Table, p *preview.Preview, applied bool, saved *book.Saved) answer {
	w := a.words.Lang.Matrix()
	out := listImportJSON{
		File: path, Sheets: []sheetJSON{}, Counts: map[string]int{}, Rows: []listRowJSON{}, Skipped: []skipJSON{}, Absent: []string{}, Notes: remarksOf(t.Notes),
	}
	ans := answer{
		command: "program import", rows: [][]string{}, raw: [][]string{},
		header:  []string{w.ColStatus, w.ColCell, w.ColEntry, w.ColField, w.ColWas, w.ColNow, w.ColWhy},
		rawHead: []string{"status", "cell", "match", "field", "was", "now", "why"},
	}
	for _, s := range preview.Statuses() {
		out.Counts[s.ID()] = p.Count(s)
	}
	var unused []string
	for _, s := range t.Sheets {
		out.Sheets = append(out.Sheets, sheetJSON{s.Name, s.Layout.ID(), s.Heading, int(s.Year), s.Rows, append([]string{}, s.Unused...)})
		unused = append(unused, s.Unused...)
	}
	for _, s := range t.Skipped {
		out.Skipped = append(out.Skipped, skipJSON(s))
	}
	for _, id := range p.Absent {
		out.Absent = append(out.Absent, string(id))
	}
	for i := range p.Lines {
		l := &p.Lines[i]
		row := lineJSON(l)
		out.Rows = append(out.Rows, row)
		why := lineWhy(w, l, row)
		if l.Status != preview.Changed {
			ans.raw = append(ans.raw, []string{l.Status.ID(), l.Cell, string(l.Match), "", "", "", why})
			if l.Status != preview.Same {
				ans.rows = append(ans.rows, []string{w.Status(l.Status), l.Cell, row.Name, "", "", "", why})
			}
		}
		for n, e := range l.Edits {
			if n > 0 {
				why = ""
			}
			ans.raw = append(ans.raw, []string{l.Status.ID(), l.Cell, string(l.Match), string(e.Field), e.Was, e.Now, why})
			ans.rows = append(ans.rows, []string{w.Status(l.Status), l.Cell, row.Name, w.FieldName(e.Field), w.FieldText(l.Was, e.Field), w.FieldText(l.Now, e.Field), why})
		}
	}
	if len(ans.rows) == 0 {
		ans.header = nil // every row says the same
	}
	if more := len(ans.rows) - previewRows; more > 0 && a.flags.format == "table" {
		ans.rows = ans.rows[:previewRows]
		ans.foot = append(ans.foot, w.More(more))
	}
	ans.foot = append(ans.foot, w.Counts(p))
	if len(t.Skipped) > 0 {
		ans.foot = append(ans.foot, w.Skipped(len(t.Skipped)))
	}
	if len(unused) > 0 {
		ans.foot = append(ans.foot, w.Unused(strings.Join(unused, ", ")))
	}
	if len(p.Absent) > 0 {
		ans.foot = append(ans.foot, w.Absent(len(p.Absent)))
	}
	for _, r := range t.Notes {
		ans.notes = append(ans.notes, note{Code: string(r.Kind), Message: w.Remark(r)})
	}
	switch {
	case saved != nil:
		out.Applied = &listAppliedJSON{saved.Seq, len(saved.Changes)}
		ans.foot = append(ans.foot, w.Written(len(saved.Changes), saved.Seq))
	case applied:
		ans.foot = append(ans.foot, w.NothingToWrite)
	case p.Count(preview.New)+p.Count(preview.Changed) > 0:
		ans.foot = append(ans.foot, w.NotWritten("rakor program import "+path+" --apply new,changed"))
	}
	ans.result = out
	return ans
}

func lineJSON(l *preview.Line) listRowJSON {
	row := listRowJSON{
		Status: l.Status.ID(), Cell: l.Cell, Match: l.Match, Name: cmp.Or(l.Entry.Activity, l.Entry.Name), Edits: []editJSON{}, Like: l.Like,
		Candidates: []string{}, Refusals: remarksOf(l.Refusals), Notes: remarksOf(l.Notes),
	}
	for _, e := range l.Edits {
		row.Edits = append(row.Edits, editJSON(e))
	}
	for _, c := range l.Candidates {
		row.Candidates = append(row.Candidates, string(c))
	}
	return row
}

// lineWhy says why a row is what it is, and what is odd about it.
func lineWhy(w lang.Matrix, l *preview.Line, row listRowJSON) string {
	var why []string
	switch l.Status {
	case preview.Duplicate:
		why = append(why, w.Like(l.Like))
	case preview.Ambiguous:
		why = append(why, w.Between(strings.Join(row.Candidates, ", ")))
	}
	for _, r := range append(slices.Clone(l.Refusals), l.Notes...) {
		why = append(why, w.Remark(r))
	}
	return strings.Join(why, "; ")
}
