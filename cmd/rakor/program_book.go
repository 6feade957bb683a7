package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"rakor/data"
	"rakor/data/book"
	"rakor/data/durable"
	"rakor/model"
)

// closeWait is how long the end of the program waits for a save under way.
const closeWait = 10 * time.Second

// openList opens the data and the list of programmes for a command: a list that
// cannot be read is an error.
func (a *app) openList() error {
	if err := a.open(); err != nil {
		return err
	}
	return a.listError(a.openBook())
}

// openBook opens the user's list of programmes; there is none where nobody has
// a home, and where --data names a single document.
func (a *app) openBook() error {
	if a.book != nil || a.dirs.Data == "" {
		return nil
	}
	if info, err := os.Stat(a.dirs.Data); err == nil && !info.IsDir() {
		return nil
	}
	base := a.store.Programmes()
	b, err := book.Open(a.dirs.Data, base, book.Options{
		ReadOnly: a.flags.readonly, Coordinators: a.settings.Coordinators,
		Check: model.NewVocabulary(a.store.Dataset(), base.Strategies()).Check,
	})
	if err != nil {
		return err
	}
	a.book = b
	return nil
}

// closeList ends the list: a save under way is waited for. What was committed
// is safe whatever goes wrong here, so it is only said.
func (a *app) closeList() {
	if a.book == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), closeWait)
	defer cancel()
	if err := a.book.Close(ctx); err != nil {
		a.say(a.sentence(a.listError(err)))
	}
}

// programmes gives the list as it stands.
func (a *app) programmes() *model.Programmes {
	if a.book != nil {
		return a.book.Snapshot()
	}
	return a.store.Programmes()
}

// writable refuses to change a list that cannot be.
func (a *app) writable() error {
	w := a.words.Lang.Editing()
	switch {
	case a.flags.readonly:
		return failf(exitForbidden, "%s", w.ReadOnly)
	case a.book == nil && a.dirs.Data == "":
		return data.ErrNoHome
	case a.book == nil:
		return failf(exitUsage, "%s", w.OneDocument(a.dirs.Data))
	}
	return nil
}

// who gives the name under which a change stands in the history: that of the
// settings, else that of the account.
func (a *app) who() string {
	return first(a.settings.Name, a.getenv("USER"), a.getenv("LOGNAME"), a.getenv("USERNAME"))
}

// listError gives an error of the list its exit status and its sentence.
func (a *app) listError(err error) error {
	w := a.words.Lang.Editing()
	conflict, broken := (*model.ConflictError)(nil), (*book.BrokenError)(nil)
	file, corrupt := (*durable.FileError)(nil), (*durable.CorruptError)(nil)
	path := filepath.Join(a.dirs.Data, data.ListFile)
	if errors.As(err, &file) {
		path = file.Path
	}
	switch {
	case err == nil:
		return nil
	case errors.As(err, &conflict):
		return failf(exitConflict, "%s", w.Conflict(conflict))
	case errors.As(err, &broken):
		return failf(problemCode(broken.Problems[0]), "%s", w.Broken(a.problem(broken.Problems[0])))
	case errors.Is(err, durable.ErrLocked):
		return failf(exitConflict, "%s", w.Locked(path))
	case errors.Is(err, book.ErrReadOnly):
		return failf(exitForbidden, "%s", w.ReadOnly)
	case errors.Is(err, book.ErrMissing):
		return failf(exitInvalid, "%s", w.Missing(path))
	case errors.As(err, &corrupt):
		return failf(exitInvalid, "%s", w.DamagedJournal(path, fmt.Sprintf("%d:%d", corrupt.Line, corrupt.Offset)))
	case file != nil && file.Placed:
		return failf(exitFailed, "%s", w.Uncertain(path))
	case errors.Is(err, durable.ErrNoSpace):
		return failf(exitFailed, "%s", w.Full(path))
	case errors.Is(err, durable.ErrReadOnly), errors.Is(err, durable.ErrLink), errors.Is(err, durable.ErrNotDirectory), errors.Is(err, durable.ErrNotRegular):
		return failf(exitFailed, "%s", w.NotWritable(path))
	}
	return err
}

// faultError gives a fault of a field its exit status and its sentence, by the
// flag that was used.
func (a *app) faultError(err error, flag string) error {
	fault := (*model.FieldError)(nil)
	if !errors.As(err, &fault) {
		return a.listError(err)
	}
	w := a.words.Lang.Editing()
	if flag == "" {
		flag = flagOf(fault.Field)
	}
	code := exitUsage
	switch {
	case fault.Reason == model.ReasonNotAllowed:
		return failf(exitForbidden, "%s", w.NotCoordinator(a.who()))
	case fault.Reason == model.ReasonUnknown && fault.Field != model.FieldStrategy:
		code = exitNotFound
	}
	return failf(code, "%s", w.Refused(flag, fault.Value, w.FieldFault(fault)))
}

// warnings gives what is odd about entries of the list, as notes.
func (a *app) warnings(list *model.Programmes, ids ...model.ProgrammeID) []note {
	var notes []note
	w := a.words.Lang.Editing()
	for _, id := range ids {
		p := list.Find(id)
		if p == nil {
			continue
		}
		for _, x := range p.Warnings(a.store.Nomenclature()) {
			notes = append(notes, note{Code: string(x.Kind), Message: w.Warning(x)})
		}
		for i := range list.All() {
			if o := &list.All()[i]; o.ID != id && o.Alike(p) {
				notes = append(notes, note{Code: string(model.WarnDuplicate), Message: w.Warning(model.Warning{Kind: model.WarnDuplicate, ID: id, Other: o.ID})})
				break
			}
		}
	}
	return notes
}

// refuseStrictly refuses under --strict what has a warning, before anything is
// written.
func (a *app) refuseStrictly(notes []note) error {
	if !a.flags.strict || len(notes) == 0 {
		return nil
	}
	var all []string
	for _, n := range notes {
		all = append(all, n.Message)
	}
	return failf(exitFailed, "%s", a.words.Lang.Editing().Strict(strings.Join(all, " ")))
}

// listFiles names the files of the list: the document, its history, and the
// folder of the earlier states, whether they exist or not.
func (a *app) listFiles(result map[string]string) [][]string {
	w := a.words.Lang.Editing()
	if a.dirs.Data == "" {
		return nil
	}
	names := [...]string{"programmes", "journal", "versions"}
	var rows [][]string
	for i, path := range [...]string{data.ListFile, book.JournalFile, "versions"} {
		result[names[i]] = filepath.Join(a.dirs.Data, path)
		rows = append(rows, []string{w.Files[i], result[names[i]]})
	}
	return rows
}
