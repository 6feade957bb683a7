package main

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rakor/data/book"
	"rakor/model"
)

// mostSteps is how many steps one call takes back.
const mostSteps = 1000

// stepper takes steps back, or makes them again.
type stepper func(ctx context.Context, n int, by string, at time.Time) ([]book.Saved, error)

func (a *app) programUndo() *cobra.Command {
	w := a.words.Lang.Editing()
	return &cobra.Command{
		Use: "undo [N]", Short: w.UndoShort, Long: w.UndoLong, Example: "  rakor program undo\n  rakor program undo 3",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.steps(cmd, args, w.NothingToUndo, func() stepper { return a.book.Undo })
		},
	}
}

func (a *app) programRedo() *cobra.Command {
	w := a.words.Lang.Editing()
	return &cobra.Command{
		Use: "redo [N]", Short: w.RedoShort, Example: "  rakor program redo",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.steps(cmd, args, w.NothingToRedo, func() stepper { return a.book.Redo })
		},
	}
}

func (a *app) steps(cmd *cobra.Command, args []string, nothing string, do func() stepper) error {
	n := 1
	if len(args) > 1 {
		return a.noArgs(cmd, args[1:])
	}
	if len(args) == 1 {
		var err error
		if n, err = strconv.Atoi(args[0]); err != nil || n < 1 || n > mostSteps {
			return failf(exitUsage, "%s", a.words.Lang.Editing().BadStep(args[0]))
		}
	}
	if err := a.openList(); err != nil {
		return err
	}
	if err := a.writable(); err != nil {
		return err
	}
	saved, err := do()(cmd.Context(), n, a.who(), a.now())
	if errors.Is(err, book.ErrNothing) {
		return failf(exitNotFound, "%s", nothing)
	}
	if len(saved) > 0 { // what was done is said, also where the next step failed
		if perr := a.print(a.changed("program "+cmd.Name(), "", saved)); perr != nil && err == nil {
			err = perr
		}
	}
	return a.listError(err)
}

func (a *app) programLog() *cobra.Command {
	w := a.words.Lang.Editing()
	return &cobra.Command{
		Use: "log [ID]", Short: w.LogShort, Long: w.LogLong, Example: "  rakor program log\n  rakor program log u12 --format json",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return a.noArgs(cmd, args[1:])
			}
			if err := a.openList(); err != nil {
				return err
			}
			var log []model.LogEntry
			if a.book != nil {
				var err error
				if log, err = a.book.Log(); err != nil {
					return a.listError(err)
				}
			}
			if len(args) == 1 {
				id := args[0]
				if model.LogOf(log, model.ProgrammeID(id)) == nil {
					id = strings.ToLower(id)
				}
				log = model.LogOf(log, model.ProgrammeID(id))
				if len(log) == 0 { // a row that was never changed, or none at all
					if _, err := a.entry(args[0]); err != nil {
						return err
					}
				}
			}
			return a.print(a.logAnswer(log))
		},
	}
}

// logAnswer gives the history, the newest first, a row a field.
func (a *app) logAnswer(log []model.LogEntry) answer {
	w := a.words.Lang.Editing()
	type result struct {
		Steps []stepJSON `json:"steps"`
	}
	out := result{Steps: []stepJSON{}}
	ans := answer{
		command: "program log", header: []string{w.ColStep, w.ColWhen, w.ColWho, w.ColWhat, w.ColEntry, w.ColField, w.ColWas, w.ColNow},
		rawHead: []string{"step", "at", "by", "kind", "id", "field", "was", "now"}, rows: [][]string{}, raw: [][]string{},
		right: []bool{true},
	}
	for _, e := range slices.Backward(log) {
		step := stepJSON{Step: e.Seq, Kind: e.Kind, Of: e.Of, At: e.At, By: e.By, Label: e.Label, Undone: e.Undone, Changes: []changeJSON{}}
		what := w.Kind(e.Kind)
		if e.Of > 0 {
			what += " " + strconv.FormatUint(e.Of, 10)
		}
		if e.Label != "" {
			what += ", " + e.Label
		}
		if e.Undone {
			what += " (" + w.UndoneMark + ")"
		}
		lead := []string{strconv.FormatUint(e.Seq, 10), when(e.At), first(e.By, w.Nobody), what}
		if len(e.Changes) == 0 {
			ans.rows = append(ans.rows, append(slices.Clone(lead), "", "", "", ""))
			ans.raw = append(ans.raw, []string{lead[0], e.At, e.By, string(e.Kind), "", "", "", ""})
		}
		for _, c := range e.Changes {
			change := changeOf(c)
			step.Changes = append(step.Changes, change)
			for _, r := range fieldRows(w, c, false) {
				ans.rows = append(ans.rows, append(append(slices.Clone(lead), string(c.ID)), r...))
				lead = []string{"", "", "", ""} // said once
			}
			for _, f := range change.Fields {
				ans.raw = append(ans.raw, []string{strconv.FormatUint(e.Seq, 10), e.At, e.By, string(e.Kind), string(c.ID), string(f.Field), deref(f.Was), deref(f.Now)})
			}
		}
		out.Steps = append(out.Steps, step)
	}
	if len(log) == 0 {
		ans.header, ans.foot = nil, []string{w.NoLog}
	}
	ans.result = out
	return ans
}

// when writes a moment of the history: the day and the minute, as the clock
// stood.
func when(at string) string {
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return at
	}
	return t.Format("2006-01-02 15:04")
}
