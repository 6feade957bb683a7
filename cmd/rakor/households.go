package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"rakor/data/microdata"
	"rakor/model/household"
	"rakor/model/lorenz"
	"rakor/ui"
	"rakor/ui/state"
)

// reading is a file of households while it is read.
type reading struct {
	name        string
	done, total atomic.Int64
	rows        atomic.Int64
	cancel      context.CancelFunc
	fixed       bool // it cannot be cancelled
}

// errNotRegular tells that a pipe or a device was named, which may never end.
var errNotRegular = errors.New("is no regular file")

// progress tells how far the file is read that is being read.
func (a *app) progress() (ui.Reading, bool) {
	r := a.reading.Load()
	if r == nil {
		return ui.Reading{}, false
	}
	return ui.Reading{Name: r.name, Done: r.done.Load(), Total: r.total.Load(), Rows: int(r.rows.Load()), Fixed: r.fixed}, true
}

// households carries out an effect on files of households; ok is false for any
// other.
func (a *app) households(e state.Effect) (in state.Intent, ok bool, err error) {
	switch e := e.(type) {
	case state.ReadHouseholds:
		in, err = a.openHouseholds(e.Path)
		return in, true, err
	case state.CancelRead:
		if r := a.reading.Load(); r != nil {
			r.cancel()
		}
		return nil, true, nil
	case state.DropHouseholds:
		rev := a.renew(func(s *state.Snapshot) { s.Households, s.Shares = nil, nil })
		return state.HouseholdsClosed{Rev: rev}, true, nil
	}
	return nil, false, nil
}

// performRemote carries out the effects of a session over the network: files of
// this computer are not opened for it.
func (a *app) performRemote(e state.Effect) (state.Intent, error) {
	switch e.(type) {
	case state.ReadHouseholds, state.CancelRead:
		return nil, ui.SentenceError(a.words.Estimate.File.OnlyHere)
	case state.ListFiles, state.ReadIntake, state.WriteIntake:
		return nil, ui.SentenceError(a.words.Intake.OnlyHere)
	}
	return a.perform(e)
}

// openHouseholds reads a file of households and lays it beside the one opened
// before. A second call ends the first. Errors are sentences.
func (a *app) openHouseholds(path string) (state.Intent, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	path = a.expand(path)
	r := &reading{name: filepath.Base(path), cancel: cancel}
	if old := a.reading.Swap(r); old != nil {
		old.cancel()
	}
	defer a.reading.CompareAndSwap(r, nil)
	f, err := a.readSample(ctx, path, r)
	if noHouseholds(err) {
		if in, ok := a.openShares(path, r.name); ok {
			return in, nil
		}
	}
	if err != nil {
		return nil, a.householdError(path, err)
	}
	rev := a.renew(func(s *state.Snapshot) {
		open := append([]*household.File(nil), s.Households...)
		open = append(open, f)
		s.Households = open[max(len(open)-state.MaxHouseholds, 0):]
	})
	return state.HouseholdsOpened{Rev: rev, Name: f.Name}, nil
}

// noHouseholds tells whether a file lacks a column that households have.
func noHouseholds(err error) bool {
	c := (*microdata.ColumnError)(nil)
	return errors.As(err, &c) && !c.Twice
}

// openShares opens a file of grouped shares; ok is false where it is none, and
// what was said about households stands.
func (a *app) openShares(path, name string) (in state.Intent, ok bool) {
	g, err := microdata.OpenGrouped(path, microdata.GroupedOptions{Name: name})
	if err != nil {
		return nil, false
	}
	points, err := lorenz.Parse(g.Population, g.Welfare)
	if err != nil {
		return nil, false
	}
	rev := a.renew(func(s *state.Snapshot) { s.Shares = &state.Shares{Name: name, Points: points} })
	return state.SharesOpened{Rev: rev, Name: name}, true
}

// expand puts the home directory in the place of a leading ~.
func (a *app) expand(path string) string {
	home := a.getenv("HOME")
	if home == "" {
		home = a.getenv("USERPROFILE")
	}
	if rest, ok := strings.CutPrefix(path, "~/"); ok && home != "" {
		return filepath.Join(home, rest)
	}
	return path
}

// readSample reads a file and puts it in order. Regions are told apart where it
// has a column of them.
func (a *app) readSample(ctx context.Context, path string, r *reading) (*household.File, error) {
	opt := microdata.Options{
		Name: r.name, Sign: microdata.NotNegative, Columns: microdata.Columns{By: []string{"regency"}},
		Progress: func(p microdata.Progress) {
			r.done.Store(p.Bytes)
			r.total.Store(p.Total)
			r.rows.Store(int64(p.Rows))
		},
	}
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return nil, errFolder
	case err == nil && !info.Mode().IsRegular():
		return nil, errNotRegular
	}
	t, err := microdata.Open(ctx, path, opt)
	if c := (*microdata.ColumnError)(nil); errors.As(err, &c) && (c.Role == microdata.RoleRegency || c.Role == microdata.RoleGroup) && !c.Twice {
		opt.Columns.By = nil
		t, err = microdata.Open(ctx, path, opt)
	}
	if err != nil {
		return nil, err
	}
	columns := household.Columns{
		Name: r.name, Value: t.Value, Size: t.HHSize, Weight: t.Weight, Strata: t.Strata.Codes, PSU: t.PSU.Codes,
	}
	if len(t.Groups) > 0 {
		columns.Region, columns.Regions = t.Groups[0].Codes, t.Groups[0].Levels
	}
	return soon(ctx, func() (*household.File, error) { return household.New(columns) })
}

// householdError words why a file of households was not opened.
func (a *app) householdError(path string, err error) error {
	w, name := a.words.Lang.CLIEstimate(), filepath.Base(path)
	if errors.Is(err, context.Canceled) {
		return ui.SentenceError(a.words.Estimate.File.Cancelled)
	}
	if errors.Is(err, errNotRegular) {
		return ui.SentenceError(a.words.Estimate.File.NotFile(name))
	}
	if e := (*microdata.RefusedError)(nil); errors.As(err, &e) {
		l := a.words.Lang
		return ui.SentenceError(a.words.Estimate.File.Refused(name, l.Int(int64(e.Refused)), l.Int(int64(e.Refused+e.Rows)), rowSentence(w, e.Problems[0])))
	}
	return ui.SentenceError(a.sentence(a.fileError(w, path, name, err, nil)))
}
