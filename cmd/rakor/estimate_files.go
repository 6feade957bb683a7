package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"rakor/data/microdata"
	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/lang"
)

// readHouseholds reads a household file, or standard input for "-".
func (a *app) readHouseholds(ctx context.Context, path string, opt microdata.Options) (*microdata.Table, error) {
	if path == "-" {
		return microdata.Read(ctx, a.in, opt)
	}
	if isFolder(path) {
		return nil, errFolder
	}
	return microdata.Open(ctx, path, opt)
}

// errFolder tells that a file was named which is a folder.
var errFolder = errors.New("is a folder")

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// surveyRoles gives the flag that names the column of a role, for remedies.
func surveyRoles() map[microdata.Role]string {
	return map[microdata.Role]string{
		microdata.RoleValue: "--value", microdata.RoleSize: "--hhsize", microdata.RoleWeight: "--weight", microdata.RolePersonWeight: "--weight",
		microdata.RoleStrata: "--strata", microdata.RolePSU: "--psu", microdata.RoleFPC: "--fpc", microdata.RoleGroup: "--by, --line-by",
	}
}

// fileError words an error of reading a file: one sentence with the file, the
// place in it and the remedy, and the exit status.
func (a *app) fileError(w lang.CLIEstimate, path, name string, err error, flags map[microdata.Role]string) error {
	if e := (*microdata.PersonalDataError)(nil); errors.As(err, &e) {
		var cols []string
		for _, c := range e.Columns {
			cols = append(cols, c.Name+" ("+w.Kind(kindID(c.Kind))+")")
		}
		return failf(exitPersonal, "%s", w.Personal(name, strings.Join(cols, ", ")))
	}
	if e := (*microdata.ColumnError)(nil); errors.As(err, &e) {
		return columnError(w, name, e, flags)
	}
	if e := (*microdata.RefusedError)(nil); errors.As(err, &e) {
		return a.refused(w, name, e, flags != nil)
	}
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, errFolder):
		return failf(exitUsage, "%s", w.Folder(name))
	case errors.Is(err, fs.ErrNotExist):
		return &model.NotFoundError{Kind: "file", Name: path, Nearest: nearFiles(path)}
	case errors.Is(err, fs.ErrPermission):
		return failf(exitFailed, "%s", w.Unreadable(name))
	}
	for _, f := range []struct {
		err error
		id  string
	}{
		{microdata.ErrEmpty, "empty"},
		{microdata.ErrNoRows, "no-rows"},
		{microdata.ErrNoHeader, "no-header"},
		{microdata.ErrNotText, "not-text"},
		{microdata.ErrLineEnds, "line-ends"},
		{microdata.ErrRecordTooLong, "record-too-long"},
		{microdata.ErrTooManyRows, "too-many-rows"},
	} {
		if errors.Is(err, f.err) {
			return failf(exitInvalid, "%s", w.Fault(name, f.id))
		}
	}
	return failf(exitFailed, "%s", w.Fault(name, "read"))
}

func kindID(k microdata.PersonalKind) string {
	switch k {
	case microdata.PersonName:
		return "name"
	case microdata.Address:
		return "address"
	case microdata.IdentityNumber:
	}
	return "identity"
}

// shownNames is how many column names a sentence lists.
const shownNames = 12

// columnError words a column that is not there: a name of the call that is
// wrong, or a file that does not have what is needed.
func columnError(w lang.CLIEstimate, name string, e *microdata.ColumnError, flags map[microdata.Role]string) error {
	header := w.Names(e.Header, shownNames)
	switch {
	case e.Twice:
		return failf(exitInvalid, "%s", w.ColumnTwice(name, e.Wanted))
	case e.Wanted == microdata.None: // a column that cannot be left out
		return failf(exitUsage, "%s", w.ColumnUsual(name, w.Role(e.Role.ID()), "", flags[e.Role], false, header))
	case e.Wanted != "":
		return failf(exitUsage, "%s", w.ColumnNamed(name, e.Wanted, flags[e.Role], header))
	}
	usual := microdata.UsualNames(e.Role)
	optional := e.Role != microdata.RoleValue && flags != nil
	return failf(exitInvalid, "%s", w.ColumnUsual(name, w.Role(e.Role.ID()), strings.Join(usual[:min(4, len(usual))], ", "), flags[e.Role], optional, header))
}

// refused lists the first refused rows on standard error and counts the
// others.
func (a *app) refused(w lang.CLIEstimate, name string, e *microdata.RefusedError, households bool) error {
	if e.Refused > 1 {
		for _, p := range e.Problems {
			a.say("  " + rowSentence(w, p))
		}
		if more := e.Refused - len(e.Problems); more > 0 {
			a.say("  " + w.MoreRows(more))
		}
	}
	first := rowSentence(w, e.Problems[0])
	if !households {
		return failf(exitInvalid, "%s", w.RefusedShares(name, e.Refused, first))
	}
	return failf(exitInvalid, "%s", w.Refused(name, e.Refused, e.Refused+e.Rows, first))
}

// rowSentence words one refused row.
func rowSentence(w lang.CLIEstimate, p microdata.Problem) string {
	return block.Clean(w.Row(p.Line, p.Column, p.Value, p.Reason.ID(), p.Found, p.Want))
}

// nearFiles gives the data files beside a file that is not there whose names
// are nearest to its name.
func nearFiles(path string) []string {
	dir, base := filepath.Split(path)
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		switch strings.ToLower(filepath.Ext(e.Name())) {
		case ".csv", ".tsv", ".txt", ".gz", ".zst":
			names = append(names, e.Name())
		}
	}
	near := model.Nearest(base, names, 2)
	for i, n := range near {
		near[i] = dir + n
	}
	return near
}
