package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"

	"rakor/data"
	"rakor/model"
	"rakor/ui"
	"rakor/ui/state"
)

// load opens the data and the settings, whatever is wrong with the user's
// files.
func (a *app) load() error {
	if a.store != nil {
		return nil
	}
	if dirs, err := data.UserDirs(a.getenv, runtime.GOOS); err == nil {
		a.dirs = dirs
	}
	o := data.Options{Dir: a.dirs.Data, SkipList: true}
	if a.flags.data != "" {
		a.dirs.Data = a.flags.data
		o = data.Options{Dir: a.dirs.Data, MustExist: true, SkipList: true}
	}
	a.later = a.screenful() && data.FiguresSize(o.Dir) > largeData
	o.SkipFigures = a.later
	store, err := data.Open(o)
	if err != nil {
		return err
	}
	a.store = store
	if a.dirs.Data != "" {
		a.settings, _ = data.LoadSettings(a.dirs.Data) // broken ones are as good as none
	}
	return nil
}

// largeData is from how many bytes of the user's figures on the screens do not
// wait for them.
const largeData = 2 << 20

// screenful tells whether the screens are being opened, which show something
// before everything is read.
func (a *app) screenful() bool {
	_, tty := a.terminal()
	return a.opening && tty && !a.flags.text && a.getenv("TERM") != "dumb"
}

// loadFigures reads the user's figures, beside the screens.
func (a *app) loadFigures() (state.Intent, error) {
	r := &reading{name: a.words.Intake.YourData, cancel: func() {}, fixed: true}
	if !a.reading.CompareAndSwap(nil, r) {
		r = &reading{}
	}
	defer a.reading.CompareAndSwap(r, nil)
	store, err := data.Open(data.Options{Dir: a.dirs.Data, SkipList: true, Progress: func(done, total int64) {
		r.done.Store(done)
		r.total.Store(total)
	}})
	if err != nil {
		return nil, err
	}
	a.intake.mu.Lock()
	if a.intake.store == nil { // nothing was imported meanwhile
		a.intake.store = store
	}
	store = a.intake.store
	a.intake.mu.Unlock()
	rev := a.renew(func(s *state.Snapshot) { s.Data = store.Dataset() })
	if ps := store.Problems(); len(ps) > 0 {
		err = ui.SentenceError(a.words.Common.DataProblem(a.dirs.Data, a.problem(ps[0])))
	}
	return state.Loaded{Rev: rev}, err
}

// remember changes the settings and saves them. Effects may call it from
// several goroutines.
func (a *app) remember(change func(*data.Settings)) error {
	a.saving.Lock()
	defer a.saving.Unlock()
	change(&a.settings)
	if a.flags.readonly {
		return nil
	}
	if a.dirs.Data == "" {
		return data.ErrNoHome
	}
	return data.SaveSettings(a.dirs.Data, a.settings)
}

// open opens the data for a command: a broken file of the user is an error.
func (a *app) open() error {
	if err := a.load(); err != nil {
		return err
	}
	ps := a.store.Problems()
	if len(ps) == 0 {
		return a.checkHome()
	}
	return failf(problemCode(ps[0]), "%s", a.words.CLI.BrokenData(a.problem(ps[0])))
}

// openLeniently opens the data for the screens: a broken file of the user is
// left out, and banner says which and why.
func (a *app) openLeniently() (banner string, err error) {
	if err := a.load(); err != nil {
		return "", err
	}
	if err := a.listError(a.openBook()); err != nil {
		banner = err.Error()
	}
	if ps := a.store.Problems(); len(ps) > 0 {
		banner = a.problem(ps[0])
	}
	return banner, a.checkHome()
}

// problem words one problem of a file.
func (a *app) problem(p data.Problem) string {
	place := p.Pointer
	if p.Line > 0 {
		place = strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
	}
	return a.words.CLI.Problem(p.File, place, a.words.Lang.Rule(string(p.Rule)), a.words.Lang.Finding(p.Found), a.words.Lang.Finding(p.Expected))
}

// problemCode tells a file that could not be read from one that was refused.
func problemCode(p data.Problem) int {
	switch p.Rule {
	case data.RuleUnreadable, data.RuleTooLarge:
		if _, err := os.Stat(p.File); errors.Is(err, fs.ErrNotExist) {
			return exitNotFound
		}
		return exitFailed
	}
	return exitInvalid
}

// checkHome refuses a home region that the data do not have.
func (a *app) checkHome() error {
	if a.flags.home == "" {
		return nil
	}
	r, ok := a.store.Dataset().Region(model.RegionCode(a.flags.home))
	if !ok {
		return a.unknownRegion(a.flags.home)
	}
	if !r.Level.IsLocal() {
		return failf(exitUsage, "%s", a.words.CLI.NotLocal(r.Name))
	}
	return nil
}

// settingsPath gives the file of the settings, "" where there is no home for
// it.
func (a *app) settingsPath() string {
	if a.dirs.Data == "" {
		return ""
	}
	return filepath.Join(a.dirs.Data, data.SettingsFile)
}
