package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"rakor/data"
	"rakor/data/bps"
	"rakor/model"
	"rakor/ui"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// intake is what the screens have read in and previewed, and not kept yet.
type intake struct {
	mu      sync.Mutex
	store   *data.Store // the figures in use; nil until they change
	figures *figuresIntake
	list    *listPreview
	shown   map[state.Intake]*ui.Preview
}

// figuresIntake is a file of figures that was previewed.
type figuresIntake struct {
	tables  []*bps.Table
	preview *bps.Preview
	base    string // digest of the user's documents it was compared with
}

// maxListed is how many files of a folder are listed.
const maxListed = 2000

// preview gives the preview of a kind of file that was made last.
func (a *app) preview(kind state.Intake) *ui.Preview {
	a.intake.mu.Lock()
	defer a.intake.mu.Unlock()
	return a.intake.shown[kind]
}

// show keeps a preview for the screens to fetch.
func (a *app) show(p *ui.Preview) {
	a.intake.mu.Lock()
	defer a.intake.mu.Unlock()
	if a.intake.shown == nil {
		a.intake.shown = map[state.Intake]*ui.Preview{}
	}
	a.intake.shown[p.Kind] = p
}

// figures gives the figures in use.
func (a *app) figures() *data.Store {
	a.intake.mu.Lock()
	defer a.intake.mu.Unlock()
	if a.intake.store != nil {
		return a.intake.store
	}
	return a.store
}

// takeIn carries out the effects of files that are read in and of choices among
// sources; ok is false for any other.
func (a *app) takeIn(e state.Effect) (in state.Intent, ok bool, err error) {
	switch e := e.(type) {
	case state.ListFiles:
		return state.FilesListed{Dir: e.Dir, Files: a.chooseFrom(e)}, true, nil
	case state.ReadIntake:
		in, err = a.readIntake(e)
		return in, true, err
	case state.WriteIntake:
		if e.Kind == state.IntakeProgrammes {
			in, err = a.writeList(e)
		} else {
			in, err = a.writeFigures(e)
		}
		return in, true, err
	case state.UseReading:
		in, err = a.useReading(e.Of)
		return in, true, err
	case state.LoadFigures:
		in, err = a.loadFigures()
		return in, true, err
	case state.WriteFilter:
		in, err = a.writeFilter(e.Filter)
		return in, true, err
	case state.WritePeers:
		in, err = a.writePeers(e.Set)
		return in, true, err
	case state.RevertFigures:
		step, err := data.UndoFigures(context.Background(), a.dirs.Data, a.now().UTC())
		if errors.Is(err, data.ErrNothingToUndo) {
			return state.FiguresKept{}, true, nil
		}
		in, err = a.renewFigures("undo", step.Title, len(step.Cells), err)
		return in, true, err
	}
	return nil, false, nil
}

// chooseFrom lists folders and the files that could be read, folders first; none
// where the folder cannot be read.
func (a *app) chooseFrom(e state.ListFiles) []state.File {
	dir := a.expand(e.Dir)
	if dir == "" {
		dir = "."
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	dirs, files := []state.File{{Name: "..", Dir: true}}, []state.File{}
	for _, f := range entries {
		if len(dirs)+len(files) >= maxListed {
			break
		}
		name := f.Name()
		info, err := os.Stat(filepath.Join(dir, name)) // where a link leads
		switch {
		case err != nil || strings.HasPrefix(name, "."):
		case info.IsDir():
			dirs = append(dirs, state.File{Name: name, Dir: true})
		case info.Mode().IsRegular() && slices.Contains(intakeEndings(), strings.ToLower(filepath.Ext(name))):
			files = append(files, state.File{Name: name, Size: info.Size()})
		}
	}
	return append(dirs, files...)
}

// intakeEndings are the names of files that are listed; others can be typed.
func intakeEndings() []string { return []string{".csv", ".xlsx", ".xls", ".json", ".txt"} }

// readIntake reads a file and previews it. A second call ends the first. Errors
// are sentences.
func (a *app) readIntake(e state.ReadIntake) (state.Intent, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	path := a.expand(e.Path)
	r := &reading{name: filepath.Base(path), cancel: cancel}
	if old := a.reading.Swap(r); old != nil {
		old.cancel()
	}
	defer a.reading.CompareAndSwap(r, nil)
	p, err := soon(ctx, func() (*ui.Preview, error) {
		if e.Kind == state.IntakeProgrammes {
			return a.previewProgrammes(ctx, path, e, r)
		}
		return a.previewFigures(ctx, path, e, r)
	})
	switch {
	case errors.Is(err, context.Canceled):
		return nil, ui.SentenceError(a.words.Intake.Cancelled)
	case err != nil:
		return nil, ui.SentenceError(a.sentence(err))
	}
	a.show(p)
	return state.IntakeRead{Kind: e.Kind}, nil
}

// previewFigures reads, compares and checks a file.
func (a *app) previewFigures(ctx context.Context, path string, e state.ReadIntake, r *reading) (*ui.Preview, error) {
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return nil, errFolder
	case err == nil && !info.Mode().IsRegular():
		return nil, failf(exitUsage, "%s", a.words.Estimate.File.NotFile(r.name))
	case err == nil:
		r.total.Store(info.Size())
	}
	b, err := a.readFile(path)
	if err != nil {
		return nil, err
	}
	r.done.Store(int64(len(b)))
	tables, err := a.readTables(path, b)
	if err != nil || ctx.Err() != nil {
		return nil, errors.Join(err, ctx.Err())
	}
	store := a.figures()
	ds := store.Dataset()
	o, own := saidOf(e.As)
	p, err := bps.Compare(ds, bps.NewMatcher(ds, own), tables, o)
	if err != nil || ctx.Err() != nil {
		return nil, errors.Join(err, ctx.Err())
	}
	f := &figuresIntake{tables: tables, preview: p, base: store.FiguresSum()}
	edit := bps.EditOf(p, tables, f.base, a.now().UTC(), bps.New, bps.Revised)
	checks, err := data.CheckFigures(a.dirs.Data, edit)
	if err != nil {
		return nil, a.editError(err)
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	a.intake.mu.Lock()
	a.intake.figures = f
	a.intake.mu.Unlock()
	return (&intakeView{a: a, ds: ds, f: f, checks: checks}).preview(e), nil
}

// The forms of what a person says about a file: "name=6271" in quotes is a
// region's name, the others are options of the reading.
const (
	saidRegion    = "region:"
	saidIndicator = "indicator:"
	saidPeriod    = "period:"
)

// saidOf reads what was said about a file.
func saidOf(as []string) (o bps.Options, own map[string]model.RegionCode) {
	own = map[string]model.RegionCode{}
	for _, s := range as {
		if v, ok := strings.CutPrefix(s, saidRegion); ok {
			if code, name, ok := strings.Cut(v, "="); ok {
				own[name] = model.RegionCode(code)
			}
		}
		if v, ok := strings.CutPrefix(s, saidIndicator); ok {
			o.Indicator = model.IndicatorID(v)
		}
		if v, ok := strings.CutPrefix(s, saidPeriod); ok {
			o.Period, _ = model.ParsePeriod(v)
		}
	}
	return o, own
}

// writeFigures keeps groups of the figures that were previewed.
func (a *app) writeFigures(e state.WriteIntake) (state.Intent, error) {
	a.intake.mu.Lock()
	f := a.intake.figures
	a.intake.mu.Unlock()
	if f == nil {
		return nil, ui.SentenceError(a.words.Intake.NothingTicked)
	}
	var statuses []bps.Status
	for _, s := range []bps.Status{bps.New, bps.Revised} {
		if slices.Contains(e.Groups, s.String()) {
			statuses = append(statuses, s)
		}
	}
	edit := bps.EditOf(f.preview, f.tables, f.base, a.now().UTC(), statuses...)
	if len(edit.Figures) == 0 {
		return nil, ui.SentenceError(a.words.Data.NothingToWrite)
	}
	step, err := data.CommitFigures(context.Background(), a.dirs.Data, edit)
	return a.renewFigures("import", edit.Title, len(step.Cells), err)
}

// useReading keeps the choice of another source for a cell.
func (a *app) useReading(c state.ChooseReading) (state.Intent, error) {
	store := a.figures()
	o, ok := store.Dataset().At(c.Region, c.Indicator, c.Period)
	if !ok {
		return nil, ui.SentenceError(a.sentence(&model.NotFoundError{Kind: "period", Name: c.Period.String()}))
	}
	for _, r := range o.Others {
		if !slices.Contains(r.Sources, c.Source) {
			continue
		}
		_, err := data.CommitFigures(context.Background(), a.dirs.Data, data.Edit{
			Kind: data.EditChoose, Title: string(c.Source), At: a.now().UTC(), Base: store.FiguresSum(),
			Figures: []data.Figure{{Region: c.Region, Indicator: c.Indicator, Period: c.Period, Reading: r}},
		})
		return a.renewFigures("choose", store.Dataset().Source(c.Source).Title, 1, err)
	}
	return nil, ui.SentenceError(a.words.Data.NotAmong(string(c.Source), joinSources(o.Sources)))
}

// renewFigures opens the figures again after they were changed, or failed to
// be, and answers with what was done.
func (a *app) renewFigures(do, title string, n int, failed error) (state.Intent, error) {
	store, err := data.Open(data.Options{Dir: a.dirs.Data, SkipList: true})
	if err != nil {
		return nil, errors.Join(failed, err)
	}
	a.intake.mu.Lock()
	a.intake.store, a.intake.figures = store, nil
	a.intake.mu.Unlock()
	rev := a.renew(func(s *state.Snapshot) { s.Data = store.Dataset() })
	if failed != nil {
		return state.Loaded{Rev: rev}, ui.SentenceError(a.sentence(a.editError(failed)))
	}
	return state.FiguresKept{Rev: rev, Do: do, Title: title, N: n}, nil
}

// intakeView words a preview of figures.
type intakeView struct {
	a      *app
	ds     *model.Dataset
	f      *figuresIntake
	checks data.Report
}

func (v *intakeView) preview(e state.ReadIntake) *ui.Preview {
	p := &ui.Preview{
		Kind: state.IntakeFigures, Path: e.Path, As: e.As, Head: v.head,
		Columns: func(w *lang.Catalogue) []string { return w.Intake.Columns },
		Right:   []bool{false, false, false, false, true, true, false},
	}
	of := map[bps.Status][]*bps.Row{}
	for i := range v.f.preview.Rows {
		r := &v.f.preview.Rows[i]
		of[r.Status] = append(of[r.Status], r)
	}
	for _, s := range []bps.Status{bps.New, bps.Revised, bps.Refused, bps.Same} {
		rows := of[s]
		writes := s == bps.New || s == bps.Revised
		p.Groups = append(p.Groups, ui.PreviewGroup{
			ID: s.String(), N: len(rows), Rows: len(rows), Tick: writes && len(rows) > 0, On: writes, Care: s == bps.Refused,
			Label: func(w *lang.Catalogue) string { return statusName(w, s) },
			Row:   func(w *lang.Catalogue, i int) []string { return v.row(w, rows[i]) },
		})
	}
	p.Groups = append(p.Groups, v.questions(e)...)
	p.Groups = append(p.Groups, v.names(), v.remarks())
	return p
}

func statusName(w *lang.Catalogue, s bps.Status) string {
	return map[bps.Status]string{
		bps.New: w.Intake.New, bps.Same: w.Intake.Same, bps.Revised: w.Intake.Revised, bps.Refused: w.Intake.Refused,
	}[s]
}

// head tells what was read.
func (v *intakeView) head(w *lang.Catalogue) []string {
	var out []string
	for _, t := range v.f.tables {
		if t.Title != "" {
			out = append(out, t.Title)
		}
		out = append(out, w.Intake.Head(w.Intake.Layout(string(t.Layout)), w.Lang.Int(int64(len(t.Figures))), w.Lang.Int(int64(t.Missing))))
	}
	return out
}

// row words one figure.
func (v *intakeView) row(w *lang.Catalogue, r *bps.Row) []string {
	ind, known := v.ds.Indicator(r.Indicator)
	name := r.Name
	if region, ok := v.ds.Region(r.Region); ok {
		name = region.Name
	}
	now, was, why, short := r.Text, "", "", string(r.Indicator)
	if known {
		short = w.Lang.Of(ind.Short)
	}
	if r.Status != bps.Refused {
		now = w.Lang.Value(r.Value, ind)
	}
	if r.Was.OK {
		was = w.Lang.Value(r.Was.V.Value, ind)
	}
	switch {
	case r.Reason != "":
		why, _, _ = strings.Cut(w.Data.Reason(string(r.Reason)), " (--")
		if r.Detail != "" {
			why += ": " + w.Lang.RowDetail(r.Detail)
		}
	case r.Detail != "":
		why = "! " + w.Intake.Jump(w.Lang.RowDetail(r.Detail))
	case r.Was.OK && len(r.Was.V.Sources) > 0:
		why = v.ds.Source(r.Was.V.Sources[0]).Title
	}
	return []string{r.Cell, name, short, w.Lang.Period(r.Period), was, now, why}
}

// names lists the names that are not the dataset's own.
func (v *intakeView) names() ui.PreviewGroup {
	var all []bps.Match
	for _, m := range v.f.preview.Matches {
		if m.Kind != bps.MatchExact && m.Kind != bps.MatchCode && m.Kind != bps.MatchProposed && m.Kind != bps.MatchUnknown {
			all = append(all, m)
		}
	}
	return ui.PreviewGroup{
		ID: "names", N: len(all), Rows: len(all), Label: func(w *lang.Catalogue) string { return w.Intake.Names },
		Row: func(w *lang.Catalogue, i int) []string {
			m := all[i]
			r, _ := v.ds.Region(m.Region)
			kind := w.Data.Match(string(m.Kind))
			if m.Source != "" {
				kind += ", " + v.ds.Source(m.Source).Title
			}
			return []string{w.Data.MatchedAs(m.Name, r.Name, string(m.Region), kind)}
		},
	}
}

// remarks lists the notes of the reading and what the check of the result found.
func (v *intakeView) remarks() ui.PreviewGroup {
	notes, checks := v.f.preview.Notes, v.checks.Problems
	return ui.PreviewGroup{
		ID: "remarks", N: len(notes) + len(checks), Rows: len(notes) + len(checks), Care: len(checks) > 0,
		Label: func(w *lang.Catalogue) string { return w.Intake.Remarks },
		Row: func(w *lang.Catalogue, i int) []string {
			if i < len(notes) {
				n := notes[i]
				return []string{w.Data.Note(n.Code, filepath.Base(n.File), n.Detail, n.N)}
			}
			q := checks[i-len(notes)]
			return []string{checkOf(w, q)}
		},
	}
}
