package data

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"time"

	"rakor/data/durable"
	"rakor/data/internal/doc"
	"rakor/model"
)

// lockFile is the lock of a user's directory, shared by everything that writes
// there.
const lockFile = "lock"

// lockWait is how long a writer waits for another.
const lockWait = 2 * time.Second

// Figure is one figure to be put into a user's documents. Its sources must be
// known to the dataset or named by the edit.
type Figure struct {
	Region    model.RegionCode
	Indicator model.IndicatorID
	Period    model.Period
	Reading   model.Reading
}

// EditKind tells what an edit of figures is.
type EditKind string

// The kinds.
const (
	EditImport EditKind = "import" // figures of files
	EditChoose EditKind = "choose" // another source's value for a cell whose sources differ
	EditUndo   EditKind = "undo"
)

// Edit is a change of a user's figures: one step, undone as one.
type Edit struct {
	Kind    EditKind
	Title   string // what it is, for the log: names of files
	At      time.Time
	Base    string         // [Store.FiguresSum] of the data on which it was decided; "": whatever is there
	Sources []model.Source // new ones, added to the user's index
	Figures []Figure
}

// Errors of edits.
var (
	// ErrChanged means that the user's documents changed since the edit was
	// decided: nothing was written.
	ErrChanged = errors.New("data: the documents were changed by someone else; nothing was written")
	// ErrNothingToUndo means that no edit is left to be undone.
	ErrNothingToUndo = errors.New("data: nothing to undo")
	// ErrOneFile means that --data names a single document, which takes no
	// edit.
	ErrOneFile = errors.New("data: a directory is needed to write to, not a single document")
	// ErrDocumentFull means that a document would pass the size that is read.
	ErrDocumentFull = errors.New("data: the document would be too large to be read")
)

// RefusedError says that documents are, or would be, such that they are left
// out; nothing was written.
type RefusedError struct{ Problems []Problem }

// Error gives the first problem.
func (e *RefusedError) Error() string {
	return fmt.Sprintf("data: nothing written: %s", e.Problems[0].String())
}

// CommitFigures puts figures into the documents of a user's directory, which is
// made where it does not exist. Each figure becomes the user's preferred
// reading of its cell; a reading that was there stays as another one unless it
// has the same value. All of it is one step of the log ([FigureLog]), undone by
// [UndoFigures].
//
// It waits up to two seconds for the directory's lock. When it returns nil the
// documents are on the disk. The step is logged before the documents are
// written: after a power failure between the two, undoing it is safe, and so is
// doing it again.
//
// Errors: [ErrChanged], [ErrOneFile], [ErrNoHome], [ErrDocumentFull],
// *[RefusedError], *durable.FileError (durable.ErrLocked among them).
func CommitFigures(ctx context.Context, dir string, e Edit) (Step, error) {
	return commitFigures(ctx, durable.OS(), dir, e)
}

func commitFigures(ctx context.Context, fsys durable.Tree, dir string, e Edit) (step Step, err error) {
	release, err := enter(ctx, fsys, dir)
	if err != nil {
		return Step{}, err
	}
	defer func() { err = errors.Join(err, release()) }()
	b, err := newBench(dir)
	if err != nil {
		return Step{}, err
	}
	if e.Base != "" && e.Base != b.layer.figuresSum() {
		return Step{}, ErrChanged
	}
	step = Step{Kind: e.Kind, Title: e.Title, At: e.At, Sources: e.Sources}
	b.sources(e.Sources)
	for _, f := range e.Figures {
		if err := b.put(f, &step); err != nil {
			return Step{}, err
		}
	}
	return step, b.write(fsys, &step)
}

// FiguresSum gives a digest of the user's documents of figures, for
// [Edit.Base]: it is another one when somebody has changed them.
func (s *Store) FiguresSum() string { return s.layer.figuresSum() }

func (l *layer) figuresSum() string {
	of := layer{used: slices.DeleteFunc(slices.Clone(l.used), func(u used) bool { return u.name == programmesFile })}
	return of.checksum()
}

// OwnFigure tells whether the figure of a cell is one of the user's documents.
func (s *Store) OwnFigure(r model.RegionCode, id model.IndicatorID, p model.Period) bool {
	t := s.layer.tables[id]
	if t == nil {
		return false
	}
	row := slices.Index(t.Regions, r)
	col := slices.Index(t.Periods, p)
	return row >= 0 && col >= 0 && !math.IsNaN(t.Values[t.At(row, col)])
}

// enter makes and locks a user's directory.
func enter(ctx context.Context, fsys durable.Tree, dir string) (release func() error, err error) {
	if dir == "" {
		return nil, ErrNoHome
	}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, fmt.Errorf("%w: %s", ErrOneFile, dir)
	}
	if err := durable.MakeDir(fsys, dir); err != nil {
		return nil, err
	}
	lock, err := durable.Acquire(ctx, filepath.Join(dir, lockFile), lockWait)
	if err != nil {
		return nil, err
	}
	if _, err := durable.Clean(fsys, dir); err != nil {
		return nil, errors.Join(err, lock.Release())
	}
	return lock.Release, nil
}

// bench holds a user's documents while they are changed.
type bench struct {
	dir    string
	base   doc.Index // embedded
	layer  *layer
	index  doc.Index // of the user
	tables map[model.IndicatorID]*cells
	fresh  bool // the index changed
}

// cells are the figures of one document of the user, by cell.
type cells struct {
	id model.IndicatorID
	at map[cellKey][]model.Reading
}

type cellKey struct {
	r model.RegionCode
	p model.Period
}

// newBench reads the user's documents. One that is broken is an error: it would
// be overwritten.
func newBench(dir string) (*bench, error) {
	base, err := seedIndex()
	if err != nil {
		return nil, err
	}
	b := &bench{dir: dir, base: base, layer: load(Options{Dir: dir, SkipList: true}, base), tables: map[model.IndicatorID]*cells{}}
	if len(b.layer.problems) > 0 {
		return nil, &RefusedError{Problems: b.layer.problems}
	}
	if b.layer.index != nil {
		b.index = *b.layer.index
	}
	return b, nil
}

// known gives the index in use.
func (b *bench) known() doc.Index { return mergeIndex(b.base, b.index) }

// sources adds sources that are not known yet.
func (b *bench) sources(all []model.Source) {
	known := b.known()
	for _, s := range all {
		if !slices.ContainsFunc(known.Sources, func(k model.Source) bool { return k.ID == s.ID }) {
			b.index.Sources = append(slices.Clone(b.index.Sources), s)
			b.fresh = true
		}
	}
}

// table gives the figures of the user's document of an indicator.
func (b *bench) table(id model.IndicatorID) *cells {
	c := b.tables[id]
	if c != nil {
		return c
	}
	c = &cells{id: id, at: map[cellKey][]model.Reading{}}
	if t := b.layer.tables[id]; t != nil {
		k := knownOf(b.known())
		for _, o := range observations(t, k.level) {
			c.at[cellKey{o.Region, o.Period}] = slices.Concat([]model.Reading{o.Reading}, o.Others)
		}
	}
	b.tables[id] = c
	return c
}

// put makes a figure the preferred one of its cell.
func (b *bench) put(f Figure, step *Step) error {
	if math.IsNaN(f.Reading.Value) || math.IsInf(f.Reading.Value, 0) || len(f.Reading.Sources) == 0 {
		return fmt.Errorf("data: %s %s %s: found no number or no source, expected both", f.Indicator, f.Region, f.Period)
	}
	c := b.table(f.Indicator)
	key := cellKey{f.Region, f.Period}
	was := c.at[key]
	now := []model.Reading{f.Reading}
	for _, r := range was {
		if r.Value != f.Reading.Value && slices.Equal(r.Sources, f.Reading.Sources) {
			continue // the source has revised its own figure
		}
		now = addReading(now, r)
	}
	step.Cells = append(step.Cells, CellChange{
		Region: f.Region, Indicator: f.Indicator, Period: f.Period, Was: readingsOf(was), Now: readingsOf(now),
	})
	c.at[key] = now
	return nil
}

// output is a file to be written; without bytes it is taken away.
type output struct {
	path string
	b    []byte
}

// documents gives the files that changed, the index first.
func (b *bench) documents() ([]output, error) {
	var out []output
	if b.fresh {
		text, err := doc.WriteIndex(b.index)
		if err != nil {
			return nil, err
		}
		out = append(out, output{filepath.Join(b.dir, indexFile), text})
	}
	known := b.known()
	for _, ind := range known.Indicators {
		c := b.tables[ind.ID]
		if c == nil {
			continue
		}
		o := output{path: filepath.Join(b.dir, fileOf(ind.ID))}
		if rows := c.rows(); len(rows) > 0 {
			t, err := doc.NewTable(ind.ID, rows, known.Regions)
			if err == nil {
				o.b, err = doc.WriteTable(t)
			}
			if err != nil {
				return nil, fmt.Errorf("data: %s: %w", fileOf(ind.ID), err)
			}
		}
		out = append(out, o)
		delete(b.tables, ind.ID)
	}
	for id := range b.tables {
		return nil, fmt.Errorf("data: found the indicator %q, expected one of the index", id)
	}
	for _, o := range out {
		if len(o.b) > maxFile {
			return nil, fmt.Errorf("%w: %s: %d bytes, at most %d", ErrDocumentFull, o.path, len(o.b), maxFile)
		}
	}
	return out, nil
}

// rows gives the readings of all cells, in an order that does not change.
func (c *cells) rows() []doc.Row {
	keys := make([]cellKey, 0, len(c.at))
	for k := range c.at {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b cellKey) int {
		if a.r != b.r {
			if a.r < b.r {
				return -1
			}
			return 1
		}
		return a.p.Compare(b.p)
	})
	var out []doc.Row
	for _, k := range keys {
		for _, r := range c.at[k] {
			out = append(out, doc.Row{Region: k.r, Period: k.p, Value: r.Value, Sources: r.Sources, Note: r.Note})
		}
	}
	return out
}

// write checks the documents, logs the step and writes them.
func (b *bench) write(fsys durable.Tree, step *Step) error {
	out, err := b.documents()
	if err != nil {
		return err
	}
	if err := b.sound(out); err != nil {
		return err
	}
	if err := appendStep(fsys, b.dir, step); err != nil {
		return err
	}
	for _, o := range out {
		if o.b == nil {
			err = remove(fsys, o.path)
		} else {
			err = durable.WriteFile(fsys, o.path, o.b)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func remove(fsys durable.Tree, path string) error {
	if err := fsys.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return &durable.FileError{Op: "remove", Path: path, Err: err}
	}
	return fsys.SyncDir(filepath.Dir(path))
}

// sound tells whether the documents would be taken when they are opened.
func (b *bench) sound(out []output) error {
	known := b.known()
	for _, o := range out {
		if o.b == nil {
			continue
		}
		d := parseNamed(o.path, o.b, known.Indicators)
		d.check(knownOf(known))
		if d.errors() > 0 {
			return &RefusedError{Problems: d.problems}
		}
	}
	return nil
}

// CheckFigures tells what [Validate] would say of the documents that an edit
// would write. Nothing is written. Errors are those of [CommitFigures] that show
// before anything is written; documents that would be refused are no error but
// in the report.
func CheckFigures(dir string, e Edit) (Report, error) {
	b, err := newBench(dir)
	if err != nil {
		return Report{}, err
	}
	b.sources(e.Sources)
	var step Step
	for _, f := range e.Figures {
		if err := b.put(f, &step); err != nil {
			return Report{}, err
		}
	}
	out, err := b.documents()
	if err != nil {
		return Report{}, err
	}
	v, base := newValidation()
	indicators := b.known().Indicators
	judged := map[*document]bool{}
	names := map[string]bool{}
	for _, o := range out {
		names[filepath.Base(o.path)] = true
		if o.b != nil {
			d := parseNamed(o.path, o.b, indicators)
			v.docs = append(v.docs, d)
			judged[d] = true
		}
	}
	for _, u := range b.layer.used { // the user's other documents, as they are
		if names[u.name] || u.name == programmesFile {
			continue
		}
		path := filepath.Join(dir, u.name)
		if text, problem := readBounded(path); problem == nil && text != nil {
			v.docs = append(v.docs, parseNamed(path, text, indicators))
		}
	}
	v.judge(base, func(d *document) bool { return judged[d] })
	return v.report(), nil
}
