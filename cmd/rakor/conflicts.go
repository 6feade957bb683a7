package main

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rakor/data"
	"rakor/model"
)

// conflictFlags are the flags of data conflicts as typed.
type conflictFlags struct{ region, indicator, period, use string }

func (a *app) dataConflicts() *cobra.Command {
	w := a.words.Data
	var f conflictFlags
	c := &cobra.Command{
		Use: "conflicts", Short: w.ConflictsShort, Long: w.ConflictsLong, Args: a.noArgs,
		Example: "  rakor data conflicts\n  rakor data conflicts --region 6200 --indicator p1\n" +
			"  rakor data conflicts --region 6200 --indicator p1 --period 2022-03 --use press-kalteng-2022-07",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.open(); err != nil {
				return err
			}
			q, err := a.readConflicts(f)
			if err != nil {
				return err
			}
			if f.use != "" {
				return a.choose(cmd, q, model.SourceID(f.use))
			}
			return a.conflicts(q)
		},
	}
	fl := c.Flags()
	fl.StringVar(&f.region, "region", "", a.words.CLI.FlagDataRegion)
	fl.StringVar(&f.indicator, "indicator", "", a.words.CLI.FlagIndicator)
	fl.StringVar(&f.period, "period", "", w.FlagCellPeriod)
	fl.StringVar(&f.use, "use", "", w.FlagUse)
	return c
}

// conflictQuery narrows the cells; a zero field is every one.
type conflictQuery struct {
	region    model.RegionCode
	indicator model.IndicatorID
	period    model.Period
}

func (a *app) readConflicts(f conflictFlags) (q conflictQuery, err error) {
	ds := a.store.Dataset()
	if f.region != "" {
		if q.region, err = a.readRegion(f.region); err != nil {
			return q, err
		}
		if _, ok := ds.Region(q.region); !ok {
			return q, a.unknownRegion(f.region)
		}
	}
	q.indicator = model.IndicatorID(f.indicator)
	if _, ok := ds.Indicator(q.indicator); f.indicator != "" && !ok {
		return q, a.unknownIndicator(q.indicator)
	}
	if f.period != "" {
		if q.period, err = model.ParsePeriod(f.period); err != nil {
			return q, failf(exitUsage, "%s", a.words.CLI.BadPeriod(f.period))
		}
	}
	if f.use != "" {
		for _, need := range [][2]string{{f.region, "--region"}, {f.indicator, "--indicator"}, {f.period, "--period"}} {
			if need[0] == "" {
				return q, failf(exitUsage, "%s", a.words.CLI.Needs(need[1], strings.TrimSpace("rakor data conflicts --region 6200 --indicator p1 --period 2022-03 --use "+f.use)))
			}
		}
		if a.flags.readonly {
			return q, failf(exitForbidden, "%s", a.words.Data.ReadOnly)
		}
	}
	return q, nil
}

// conflictJSON is a cell for which sources differ.
type conflictJSON struct {
	Region    model.RegionCode  `json:"region"`
	Name      string            `json:"name"`
	Indicator model.IndicatorID `json:"indicator"`
	Period    string            `json:"period"`
	Value     float64           `json:"value"`
	Sources   []model.SourceID  `json:"sources"`
	Rule      string            `json:"rule"`
	Others    []otherJSON       `json:"others"`
}

func (a *app) conflicts(q conflictQuery) error {
	w, l, ds := a.words.Data, a.words.Lang, a.store.Dataset()
	steps, err := data.FigureLog(a.dirs.Data)
	if err != nil {
		return a.editError(err)
	}
	touched := data.Touched(steps)
	ans := answer{
		command: "data conflicts",
		header:  []string{a.words.CLI.ColRegion, a.words.CLI.ColIndicator, a.words.CLI.ColPeriod, a.words.CLI.ColValue, a.words.CLI.ColSource, w.ColRule, w.ColOthers},
		right:   []bool{false, false, false, true},
		rawHead: []string{"region", "name", "indicator", "period", "value", "source", "used", "rule"},
		rows:    [][]string{}, raw: [][]string{},
	}
	out := []conflictJSON{}
	for _, ind := range ds.Indicators() {
		if q.indicator != "" && q.indicator != ind.ID {
			continue
		}
		s, err := ds.Series(ind.ID)
		if err != nil {
			return err
		}
		for _, o := range s.Conflicts() {
			if q.region != "" && q.region != o.Region || !q.period.IsZero() && q.period != o.Period {
				continue
			}
			rule := a.ruleOf(o, touched)
			r, _ := ds.Region(o.Region)
			j := conflictJSON{o.Region, r.Name, ind.ID, o.Period.String(), o.Value, o.Sources, rule, []otherJSON{}}
			var others []string
			raw := func(v model.Reading, used bool) {
				ans.raw = append(ans.raw, []string{
					string(o.Region), r.Name, string(ind.ID), o.Period.String(), strconv.FormatFloat(v.Value, 'f', -1, 64), joinSources(v.Sources), strconv.FormatBool(used), rule,
				})
			}
			raw(o.Reading, true)
			for _, x := range o.Others {
				j.Others = append(j.Others, otherJSON{Value: x.Value, Sources: x.Sources, Note: known(x.Note)})
				others = append(others, l.Value(x.Value, ind)+" ("+joinSources(x.Sources)+")")
				raw(x, false)
			}
			out = append(out, j)
			ans.rows = append(ans.rows, []string{
				r.Name, string(ind.ID), l.Period(o.Period), l.Value(o.Value, ind), joinSources(o.Sources), w.Rule(rule), strings.Join(others, "; "),
			})
		}
	}
	ans.foot = []string{w.Conflicts(len(out))}
	if len(out) == 0 {
		ans.header, ans.foot = nil, []string{w.NoConflict}
	}
	ans.result = map[string]any{"conflicts": out}
	return a.print(ans)
}

// ruleOf tells by which rule the used value of a cell goes before the others:
// "chosen" and "user" where it is in the user's documents, else "source-kind" or
// "source-order".
func (a *app) ruleOf(o model.Observation, touched map[data.CellID]data.Step) string {
	if a.store.OwnFigure(o.Region, o.Indicator, o.Period) {
		if touched[data.CellID{Region: o.Region, Indicator: o.Indicator, Period: o.Period}].Kind == data.EditChoose {
			return "chosen"
		}
		return "user"
	}
	ds := a.store.Dataset()
	if len(o.Sources) > 0 && len(o.Others) > 0 && len(o.Others[0].Sources) > 0 && ds.Source(o.Sources[0]).Kind != ds.Source(o.Others[0].Sources[0]).Kind {
		return "source-kind"
	}
	return "source-order"
}

// choose makes another source's value the used one of a cell, and logs it.
func (a *app) choose(cmd *cobra.Command, q conflictQuery, source model.SourceID) error {
	w, ds := a.words.Data, a.store.Dataset()
	o, ok := ds.At(q.region, q.indicator, q.period)
	if !ok {
		return &model.NotFoundError{Kind: "period", Name: q.period.String()}
	}
	readings := slices.Concat([]model.Reading{o.Reading}, o.Others)
	at := slices.IndexFunc(readings, func(r model.Reading) bool { return slices.Contains(r.Sources, source) })
	if at < 0 {
		var among []string
		for _, r := range readings {
			among = append(among, joinSources(r.Sources))
		}
		return failf(exitNotFound, "%s", w.NotAmong(string(source), strings.Join(among, ", ")))
	}
	step, err := data.CommitFigures(cmd.Context(), a.dirs.Data, data.Edit{
		Kind: data.EditChoose, Title: string(source), At: a.now().UTC(), Base: a.store.FiguresSum(),
		Figures: []data.Figure{{Region: q.region, Indicator: q.indicator, Period: q.period, Reading: readings[at]}},
	})
	if err != nil {
		return a.editError(err)
	}
	ind, _ := ds.Indicator(q.indicator)
	return a.print(answer{
		command: "data conflicts",
		rawHead: []string{"region", "indicator", "period", "value", "source", "step"},
		raw: [][]string{{
			string(q.region), string(q.indicator), q.period.String(), strconv.FormatFloat(readings[at].Value, 'f', -1, 64), string(source), strconv.FormatUint(step.Seq, 10),
		}},
		result: map[string]any{
			"region": q.region, "indicator": q.indicator, "period": q.period.String(), "value": readings[at].Value, "source": source, "step": step.Seq,
		},
		foot: []string{w.Chose(a.words.Lang.Value(readings[at].Value, ind), string(source), step.Seq)},
	})
}

func (a *app) dataUndo() *cobra.Command {
	w := a.words.Data
	return &cobra.Command{
		Use: "undo", Short: w.UndoShort, Args: a.noArgs, Example: "  rakor data undo",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if a.flags.readonly {
				return failf(exitForbidden, "%s", w.ReadOnly)
			}
			if err := a.open(); err != nil {
				return err
			}
			step, err := data.UndoFigures(cmd.Context(), a.dirs.Data, a.now().UTC())
			if errors.Is(err, data.ErrNothingToUndo) {
				return failf(exitNotFound, "%s", w.NothingToUndo)
			}
			if err != nil {
				return a.editError(err)
			}
			return a.print(answer{
				command: "data undo",
				rawHead: []string{"step", "undoes", "figures"},
				raw:     [][]string{{strconv.FormatUint(step.Seq, 10), strconv.FormatUint(step.Undoes, 10), strconv.Itoa(len(step.Cells))}},
				result:  map[string]any{"step": step.Seq, "undoes": step.Undoes, "figures": len(step.Cells)},
				foot:    []string{w.Undone(len(step.Cells), step.Title)},
			})
		},
	}
}

func (a *app) dataLog() *cobra.Command {
	w := a.words.Data
	return &cobra.Command{
		Use: "log", Short: w.LogShort, Args: a.noArgs, Example: "  rakor data log",
		RunE: func(*cobra.Command, []string) error {
			if err := a.open(); err != nil {
				return err
			}
			steps, err := data.FigureLog(a.dirs.Data)
			if err != nil {
				return a.editError(err)
			}
			ans := answer{
				command: "data log",
				header:  []string{w.ColStep, w.ColWhen, w.ColWhat, a.words.CLI.ColTitle, w.ColCells}, right: []bool{true, false, false, false, true},
				rawHead: []string{"step", "at", "kind", "title", "undoes", "figures"}, raw: [][]string{}, rows: [][]string{},
			}
			out := []map[string]any{}
			for _, s := range steps {
				when := s.At.UTC().Format(time.RFC3339)
				undoes := ""
				if s.Undoes > 0 {
					undoes = strconv.FormatUint(s.Undoes, 10)
				}
				out = append(out, map[string]any{"step": s.Seq, "at": when, "kind": s.Kind, "title": s.Title, "undoes": s.Undoes, "figures": len(s.Cells), "cells": s.Cells})
				ans.raw = append(ans.raw, []string{strconv.FormatUint(s.Seq, 10), when, string(s.Kind), s.Title, undoes, strconv.Itoa(len(s.Cells))})
				what := w.Step(string(s.Kind))
				if undoes != "" {
					what += " " + undoes
				}
				ans.rows = append(ans.rows, []string{strconv.FormatUint(s.Seq, 10), when, what, s.Title, a.words.Lang.Int(int64(len(s.Cells)))})
			}
			ans.result = map[string]any{"steps": out}
			return a.print(ans)
		},
	}
}
