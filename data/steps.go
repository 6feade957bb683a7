package data

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"rakor/data/durable"
	"rakor/model"
)

const (
	// stepsFile is the log of edits of figures, in a user's directory.
	stepsFile = "figures.jsonl"
	// stepsKept is how many steps are kept when the log grows too large.
	stepsKept = 50
)

// ReadingLog is a reading as the log has it.
type ReadingLog struct {
	Value   float64          `json:"value"`
	Sources []model.SourceID `json:"sources"`
	Note    string           `json:"note,omitempty"`
}

// CellChange is what a step changed about a cell of the user's own documents:
// all readings there, the preferred one first. Nil is none.
type CellChange struct {
	Region    model.RegionCode  `json:"region"`
	Indicator model.IndicatorID `json:"indicator"`
	Period    model.Period      `json:"period"`
	Was       []ReadingLog      `json:"was,omitempty"`
	Now       []ReadingLog      `json:"now,omitempty"`
}

// Step is one entry of the log.
type Step struct {
	Seq     uint64         `json:"-"`
	Kind    EditKind       `json:"kind"`
	Title   string         `json:"title,omitempty"`
	At      time.Time      `json:"at"`
	Undoes  uint64         `json:"undoes,omitempty"` // of an undo: the step taken back
	Sources []model.Source `json:"sources,omitempty"`
	Cells   []CellChange   `json:"cells"`
}

// ConflictError says that a cell is no longer as a step left it: the step
// cannot be undone. Nothing was written.
type ConflictError struct {
	Step uint64
	Cell CellChange // as the step left it
}

// Error names the step and the cell.
func (e *ConflictError) Error() string {
	return fmt.Sprintf("data: step %d cannot be undone: %s %s %s was changed after it", e.Step, e.Cell.Indicator, e.Cell.Region, e.Cell.Period)
}

func readingsOf(rs []model.Reading) []ReadingLog {
	var out []ReadingLog
	for _, r := range rs {
		out = append(out, ReadingLog(r))
	}
	return out
}

func fromLog(rs []ReadingLog) []model.Reading {
	var out []model.Reading
	for _, r := range rs {
		out = append(out, model.Reading(r))
	}
	return out
}

func alikeReadings(a, b []ReadingLog) bool {
	return slices.EqualFunc(a, b, func(x, y ReadingLog) bool {
		return x.Value == y.Value && x.Note == y.Note && slices.Equal(x.Sources, y.Sources)
	})
}

// FigureLog gives the edits of figures of a user's directory, oldest first; nil
// where there are none. Errors: *durable.FileError.
func FigureLog(dir string) ([]Step, error) {
	_, steps, err := openSteps(durable.OS(), dir)
	return steps, err
}

func openSteps(fsys durable.FS, dir string) (*durable.Journal, []Step, error) {
	j, log, err := durable.OpenJournal(fsys, filepath.Join(dir, stepsFile), durable.Limits{})
	if err != nil {
		return nil, nil, err
	}
	var steps []Step
	for _, e := range log.Entries {
		s := Step{}
		if err := json.Unmarshal(e.Data, &s); err != nil {
			return nil, nil, &durable.FileError{
				Op: "read", Path: j.Path(), Kind: durable.ErrCorrupt, Err: fmt.Errorf("step %d: %w", e.Seq, err),
			}
		}
		s.Seq = e.Seq
		steps = append(steps, s)
	}
	return j, steps, nil
}

// appendStep logs a step; where the log is full its oldest steps go.
func appendStep(fsys durable.Tree, dir string, s *Step) error {
	j, _, err := openSteps(fsys, dir)
	if err != nil {
		return err
	}
	b, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("data: %w", err)
	}
	s.Seq, err = j.Append(b)
	if errors.Is(err, durable.ErrTooLarge) && len(b) < 8<<20 {
		if _, err = j.Trim(stepsKept); err == nil {
			s.Seq, err = j.Append(b)
		}
	}
	return err
}

// UndoFigures takes back the last edit of figures that has not been taken back.
// It gives the step of the undoing, whose Undoes names the one taken back. A
// source that the edit added stays in the index. Errors: [ErrNothingToUndo],
// *[ConflictError], and those of [CommitFigures].
func UndoFigures(ctx context.Context, dir string, at time.Time) (Step, error) {
	return undoFigures(ctx, durable.OS(), dir, at)
}

func undoFigures(ctx context.Context, fsys durable.Tree, dir string, at time.Time) (step Step, err error) {
	release, err := enter(ctx, fsys, dir)
	if err != nil {
		return Step{}, err
	}
	defer func() { err = errors.Join(err, release()) }()
	_, steps, err := openSteps(fsys, dir)
	if err != nil {
		return Step{}, err
	}
	last, ok := lastDone(steps)
	if !ok {
		return Step{}, ErrNothingToUndo
	}
	b, err := newBench(dir)
	if err != nil {
		return Step{}, err
	}
	step = Step{Kind: EditUndo, Title: last.Title, At: at, Undoes: last.Seq}
	for _, c := range slices.Backward(last.Cells) {
		t := b.table(c.Indicator)
		key := cellKey{c.Region, c.Period}
		now := readingsOf(t.at[key])
		switch {
		case alikeReadings(now, c.Was): // it had not come to the disk
			continue
		case !alikeReadings(now, c.Now):
			return Step{}, &ConflictError{Step: last.Seq, Cell: c}
		}
		step.Cells = append(step.Cells, CellChange{Region: c.Region, Indicator: c.Indicator, Period: c.Period, Was: now, Now: c.Was})
		if t.at[key] = fromLog(c.Was); c.Was == nil {
			delete(t.at, key)
		}
	}
	return step, b.write(fsys, &step)
}

// lastDone finds the last step that stands.
func lastDone(steps []Step) (Step, bool) {
	undone := map[uint64]bool{}
	for _, s := range slices.Backward(steps) {
		switch {
		case s.Kind == EditUndo:
			undone[s.Undoes] = true
		case !undone[s.Seq]:
			return s, true
		}
	}
	return Step{}, false
}

// CellID names a cell.
type CellID struct {
	Region    model.RegionCode
	Indicator model.IndicatorID
	Period    model.Period
}

// Touched gives, of the steps that stand, the last one that changed each cell.
func Touched(steps []Step) map[CellID]Step {
	undone := map[uint64]bool{}
	for _, s := range steps {
		if s.Kind == EditUndo {
			undone[s.Undoes] = true
		}
	}
	out := map[CellID]Step{}
	for _, s := range steps {
		if s.Kind == EditUndo || undone[s.Seq] {
			continue
		}
		for _, c := range s.Cells {
			out[CellID{c.Region, c.Indicator, c.Period}] = s
		}
	}
	return out
}
