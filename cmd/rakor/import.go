package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rakor/data"
	"rakor/data/bps"
	"rakor/data/durable"
	"rakor/data/personal"
	"rakor/model"
	"rakor/ui/lang"
)

// importFlags are the flags of data import and data fetch as typed.
type importFlags struct {
	indicator, period, apply string
	as                       []string
}

func (a *app) importFlags(c *cobra.Command, f *importFlags) {
	w := a.words.Data
	fl := c.Flags()
	fl.StringVar(&f.indicator, "indicator", "", w.FlagImportIndicator)
	fl.StringVar(&f.period, "period", "", w.FlagImportPeriod)
	fl.StringVar(&f.apply, "apply", "", w.FlagApply)
	fl.StringArrayVar(&f.as, "as", nil, w.FlagAs)
}

func (a *app) dataImport() *cobra.Command {
	w := a.words.Data
	var f importFlags
	c := &cobra.Command{
		Use: "import FILE...", Short: w.ImportShort, Long: w.ImportLong,
		Example: "  rakor data import p0.csv\n  rakor data import p0.xlsx line.csv --apply new,revised\n" +
			"  rakor data import ipm.csv --indicator ipm --as 'Kab. Toba Samosir=1206'",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return failf(exitUsage, "%s", a.words.CLI.Needs(w.NoFile, example(cmd)))
			}
			ask, err := a.readImport(f)
			if err != nil {
				return err
			}
			var tables []*bps.Table
			for _, name := range args {
				b, err := a.readFile(name)
				if err != nil {
					return err
				}
				t, err := a.readTables(name, b)
				if err != nil {
					return err
				}
				tables = append(tables, t...)
			}
			call := "rakor data import " + strings.Join(args, " ")
			return a.imported(cmd.Context(), importCall{"data import", call, tables, ask})
		},
	}
	a.importFlags(c, &f)
	return c
}

// importAsk is what the flags of an import ask for.
type importAsk struct {
	o     bps.Options
	apply []bps.Status
	own   map[string]model.RegionCode
}

// readImport checks the flags of an import, after the data are open.
func (a *app) readImport(f importFlags) (ask importAsk, err error) {
	w := a.words.CLI
	if err := a.open(); err != nil {
		return ask, err
	}
	for s := range strings.SplitSeq(f.apply, ",") {
		switch strings.TrimSpace(s) {
		case "":
		case bps.New.String():
			ask.apply = append(ask.apply, bps.New)
		case bps.Revised.String():
			ask.apply = append(ask.apply, bps.Revised)
		default:
			return ask, failf(exitUsage, "%s", w.BadValue("--apply", s, "new, revised"))
		}
	}
	if ask.apply != nil && a.flags.readonly {
		return ask, failf(exitForbidden, "%s", a.words.Data.ReadOnly)
	}
	ask.o.Indicator = model.IndicatorID(f.indicator)
	if _, ok := a.store.Dataset().Indicator(ask.o.Indicator); f.indicator != "" && !ok {
		return ask, a.unknownIndicator(ask.o.Indicator)
	}
	if f.period != "" {
		if ask.o.Period, err = model.ParsePeriod(f.period); err != nil {
			return ask, failf(exitUsage, "%s", w.BadPeriod(f.period))
		}
	}
	ask.own = map[string]model.RegionCode{}
	for _, s := range f.as {
		name, code, ok := strings.Cut(s, "=")
		if !ok || name == "" {
			return ask, failf(exitUsage, "%s", w.BadValue("--as", s, "NAMA=6271"))
		}
		r, err := a.readRegion(code)
		if err != nil {
			return ask, err
		}
		if _, ok := a.store.Dataset().Region(r); !ok {
			return ask, a.unknownRegion(code)
		}
		ask.own[name] = r
	}
	return ask, nil
}

// readFile reads a file of a person, "-" is the standard input.
func (a *app) readFile(name string) ([]byte, error) {
	if name == "-" {
		b, err := io.ReadAll(io.LimitReader(a.in, bps.MaxFile+1))
		if err != nil {
			return nil, err
		}
		return b, nil
	}
	b, err := durable.ReadFile(durable.OS(), name, bps.MaxFile)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, &model.NotFoundError{Kind: "file", Name: name}
	case errors.Is(err, durable.ErrTooLarge):
		return nil, failf(exitInvalid, "%s", a.words.Data.BadFile(name, a.words.Data.Fault(string(bps.TooLarge)), ""))
	case err != nil:
		return nil, err
	}
	return b, nil
}

// readTables reads a file; one that cannot be used says why.
func (a *app) readTables(name string, b []byte) ([]*bps.Table, error) {
	w := a.words.Data
	tables, err := bps.Read(name, b)
	var bad *bps.FileError
	var persons *personal.Error
	switch {
	case errors.As(err, &persons):
		var columns []string
		for _, c := range persons.Columns {
			columns = append(columns, c.Name)
		}
		slices.Sort(columns)
		return nil, failf(exitPersonal, "%s", w.PersonalFile(name, strings.Join(slices.Compact(columns), ", ")))
	case errors.As(err, &bad) && bad.Fault == bps.NotAvailable:
		return nil, failf(exitNotFound, "%s", w.BadFile(name, w.Fault(string(bad.Fault)), bad.Detail))
	case errors.As(err, &bad):
		detail := bad.Detail
		if detail == "" && bad.Err != nil {
			detail = bad.Err.Error()
		}
		return nil, failf(exitInvalid, "%s", w.BadFile(name, w.Fault(string(bad.Fault)), a.words.Lang.Finding(detail)))
	}
	return tables, err
}

// importCall is one import: what it was called, and with what.
type importCall struct {
	command string
	call    string // as it is typed again, with --apply
	tables  []*bps.Table
	ask     importAsk
}

// imported previews tables, and writes what was asked for.
func (a *app) imported(ctx context.Context, c importCall) error {
	ds := a.store.Dataset()
	p, err := bps.Compare(ds, bps.NewMatcher(ds, c.ask.own), c.tables, c.ask.o)
	if err != nil {
		return err
	}
	statuses := c.ask.apply
	if statuses == nil {
		statuses = []bps.Status{bps.New, bps.Revised}
	}
	edit := bps.EditOf(p, c.tables, a.store.FiguresSum(), a.now().UTC(), statuses...)
	checks, err := data.CheckFigures(a.dirs.Data, edit)
	if err != nil {
		return a.editError(err)
	}
	var step *data.Step
	if c.ask.apply != nil && len(edit.Figures) > 0 {
		if checks.Errors() > 0 {
			return failf(exitInvalid, "%s", a.words.CLI.BrokenData(a.problem(checks.Problems[0])))
		}
		done, err := data.CommitFigures(ctx, a.dirs.Data, edit)
		if err != nil {
			return a.editError(err)
		}
		step = &done
	}
	if err := a.print(a.importAnswer(c, p, edit, checks, step)); err != nil {
		return err
	}
	if p.Count(bps.New)+p.Count(bps.Same)+p.Count(bps.Revised) == 0 {
		return failf(exitInvalid, "%s", a.words.Data.NothingUsable)
	}
	return nil
}

// editError words an error of writing figures, with its exit status.
func (a *app) editError(err error) error {
	w := a.words.Data
	var refused *data.RefusedError
	var conflict *data.ConflictError
	switch {
	case errors.Is(err, data.ErrChanged), errors.Is(err, durable.ErrStale):
		return failf(exitConflict, "%s", w.Changed)
	case errors.Is(err, durable.ErrLocked):
		return failf(exitConflict, "%s", w.Locked(a.dirs.Data))
	case errors.Is(err, data.ErrOneFile):
		return failf(exitUsage, "%s", w.OneDir)
	case errors.Is(err, data.ErrDocumentFull):
		return failf(exitInvalid, "%s", w.LargeDocument)
	case errors.As(err, &conflict):
		c := conflict.Cell
		return failf(exitConflict, "%s", w.UndoConflict(conflict.Step, string(c.Indicator)+" "+string(c.Region)+" "+c.Period.String()))
	case errors.As(err, &refused):
		return failf(problemCode(refused.Problems[0]), "%s", a.words.CLI.BrokenData(a.problem(refused.Problems[0])))
	}
	return err
}

// The JSON of a preview.
type (
	importJSON struct {
		Files   []importFileJSON  `json:"files"`
		Counts  map[string]int    `json:"counts"`
		Matches []importMatchJSON `json:"matches"`
		Rows    []importRowJSON   `json:"rows"`
		Checks  []problemJSON     `json:"checks"`
		Applied *appliedJSON      `json:"applied"` // null where nothing was written
	}
	importFileJSON struct {
		File    string         `json:"file"`
		Layout  bps.Layout     `json:"layout"`
		Title   string         `json:"title"`
		Figures int            `json:"figures"`
		Missing int            `json:"missing"`
		Source  model.SourceID `json:"source"`
	}
	importMatchJSON struct {
		Name     string             `json:"name"`
		Code     string             `json:"code"`
		Kind     bps.MatchKind      `json:"kind"`
		Region   model.RegionCode   `json:"region"`
		Distance int                `json:"distance"`
		Among    []model.RegionCode `json:"among"`
		Figures  int                `json:"figures"`
	}
	importRowJSON struct {
		Status    string            `json:"status"`
		File      string            `json:"file"`
		Cell      string            `json:"cell"`
		Name      string            `json:"name"`
		Region    model.RegionCode  `json:"region"`
		Indicator model.IndicatorID `json:"indicator"`
		Period    string            `json:"period"`
		Value     *float64          `json:"value"`
		Text      string            `json:"text"`
		Was       *float64          `json:"was"`
		WasSource *model.SourceID   `json:"was_source"`
		Reason    bps.Reason        `json:"reason"`
		Detail    string            `json:"detail"`
	}
	appliedJSON struct {
		Step    uint64 `json:"step"`
		Figures int    `json:"figures"`
	}
)

// previewRows is how many rows a preview shows on paper.
const previewRows = 60

func (a *app) importAnswer(c importCall, p *bps.Preview, edit data.Edit, checks data.Report, step *data.Step) answer {
	w := a.words.Data
	out := importJSON{Files: []importFileJSON{}, Counts: map[string]int{}, Matches: []importMatchJSON{}, Rows: []importRowJSON{}, Checks: []problemJSON{}}
	missing := 0
	for _, t := range c.tables {
		out.Files = append(out.Files, importFileJSON{t.Name, t.Layout, t.Title, len(t.Figures), t.Missing, bps.SourceOf(t).ID})
		missing += t.Missing
	}
	for _, m := range p.Matches {
		j := importMatchJSON{m.Name, m.Code, m.Kind, m.Region, m.Distance, m.Among, m.Figures}
		if j.Among == nil {
			j.Among = []model.RegionCode{}
		}
		out.Matches = append(out.Matches, j)
	}
	for _, s := range []bps.Status{bps.New, bps.Same, bps.Revised, bps.Refused} {
		out.Counts[s.String()] = p.Count(s)
	}
	ans := answer{
		command: c.command,
		header:  []string{w.ColStatus, a.words.CLI.ColFile, w.ColCell, a.words.CLI.ColRegion, a.words.CLI.ColIndicator, a.words.CLI.ColPeriod, w.ColWas, w.ColNow, w.ColWhy},
		right:   []bool{false, false, false, false, false, false, true, true},
		rawHead: []string{"status", "file", "cell", "name", "region", "indicator", "period", "value", "text", "was", "was_source", "reason", "detail"},
		raw:     [][]string{}, rows: [][]string{},
	}
	a.importRows(p, &out, &ans)
	ans.foot = append(ans.foot, a.words.Data.Counts(out.Counts["new"], out.Counts["same"], out.Counts["revised"], out.Counts["refused"], missing))
	switch {
	case step != nil:
		out.Applied = &appliedJSON{step.Seq, len(edit.Figures)}
		ans.foot = append(ans.foot, w.Written(len(edit.Figures), step.Seq))
	case c.ask.apply != nil:
		ans.foot = append(ans.foot, w.NothingToWrite)
	case len(edit.Figures) > 0:
		ans.foot = append(ans.foot, w.NotWritten(c.call+" --apply new,revised"))
	}
	a.importNotes(p, checks, &out, &ans)
	ans.result = out
	return ans
}

// importRows fills the rows in: all of them for programs, and for people the
// refused ones first, then the revised and the new ones, as far as they fit.
func (a *app) importRows(p *bps.Preview, out *importJSON, ans *answer) {
	for i := range p.Rows {
		r := &p.Rows[i]
		j := importRowJSON{
			Status: r.Status.String(), File: r.File, Cell: r.Cell, Name: r.Name, Region: r.Region, Indicator: r.Indicator,
			Period: r.Period.String(), Text: r.Text, Reason: r.Reason, Detail: r.Detail,
		}
		value, was, source := "", "", ""
		if r.Reason != bps.NotNumber && r.Reason != bps.AmbiguousKey && r.Reason != bps.UnknownKey {
			j.Value, value = &r.Value, strconv.FormatFloat(r.Value, 'f', -1, 64)
		}
		if r.Was.OK {
			j.Was, was = &r.Was.V.Value, strconv.FormatFloat(r.Was.V.Value, 'f', -1, 64)
			if len(r.Was.V.Sources) > 0 {
				j.WasSource, source = &r.Was.V.Sources[0], string(r.Was.V.Sources[0])
			}
		}
		out.Rows = append(out.Rows, j)
		ans.raw = append(ans.raw, []string{
			j.Status, j.File, j.Cell, j.Name, string(j.Region), string(j.Indicator), j.Period, value, j.Text, was, source, string(j.Reason), j.Detail,
		})
	}
	left := 0
	for _, s := range []bps.Status{bps.Refused, bps.Revised, bps.New} {
		for i := range p.Rows {
			switch {
			case p.Rows[i].Status != s:
			case len(ans.rows) == previewRows:
				left++
			default:
				ans.rows = append(ans.rows, a.importRow(&p.Rows[i]))
			}
		}
	}
	if len(ans.rows) == 0 {
		ans.header = nil
	}
	if left > 0 {
		ans.foot = append(ans.foot, a.words.Data.More(left))
	}
}

func (a *app) importRow(r *bps.Row) []string {
	w, l, ds := a.words.Data, a.words.Lang, a.store.Dataset()
	ind, _ := ds.Indicator(r.Indicator)
	name := r.Name
	if region, ok := ds.Region(r.Region); ok {
		name = region.Name
	}
	now, was := r.Text, ""
	if r.Status != bps.Refused {
		now = l.Value(r.Value, ind)
	}
	if r.Was.OK {
		was = l.Value(r.Was.V.Value, ind)
	}
	why := ""
	if r.Reason != "" {
		why = w.Reason(string(r.Reason))
		if r.Detail != "" {
			why += ": " + l.RowDetail(r.Detail)
		}
	} else if r.Was.OK && len(r.Was.V.Sources) > 0 {
		why = string(r.Was.V.Sources[0])
	}
	return []string{w.Status(r.Status.String()), filepath.Base(r.File), r.Cell, name, string(r.Indicator), l.Period(r.Period), was, now, why}
}

// checksShown is how many findings of the check stand below a preview.
const checksShown = 20

// importNotes adds what is remarkable: names that were no exact match, remarks
// about files, what the check of the result found.
func (a *app) importNotes(p *bps.Preview, checks data.Report, out *importJSON, ans *answer) {
	w, ds := a.words.Data, a.store.Dataset()
	add := func(code, message string, regions ...string) {
		ans.notes = append(ans.notes, note{Code: code, Message: message, Regions: regions})
	}
	for _, m := range p.Matches {
		if m.Kind == bps.MatchAlias {
			r, _ := ds.Region(m.Region)
			kind := w.Match(string(m.Kind))
			if m.Source != "" {
				kind += ", " + string(m.Source)
			}
			add("alias", w.MatchedAs(m.Name, r.Name, string(m.Region), kind), string(m.Region))
		}
	}
	for _, n := range p.Notes {
		add(n.Code, w.Note(n.Code, filepath.Base(n.File), n.Detail, n.N))
	}
	for i, q := range checks.Problems {
		out.Checks = append(out.Checks, problemJSON{File: q.File, Pointer: q.Pointer, Rule: q.Rule, Severity: q.Severity, Found: q.Found, Expected: q.Expected})
		if i < checksShown {
			add("check-"+string(q.Rule), checkOf(a.words, q))
		}
	}
}

// checkOf words one finding of the check.
func checkOf(w *lang.Catalogue, q data.Problem) string {
	l := w.Lang
	return w.Data.Check(l.Rule(string(q.Rule)), filepath.Base(q.File)+q.Pointer, l.Finding(q.Found), l.Finding(q.Expected))
}
