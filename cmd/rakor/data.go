package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"rakor/data"
	"rakor/model"
)

func (a *app) dataCommand() *cobra.Command {
	w := a.words.CLI
	return a.group("data", w.DataShort, w.DataShort, a.dataShow(), a.dataValidate(), a.dataSources(), a.dataPath(),
		a.dataConflicts(), a.dataDiff(), a.dataImport(), a.dataFetch(), a.dataUndo(), a.dataLog(), a.dataPeers())
}

func (a *app) dataShow() *cobra.Command {
	w := a.words.CLI
	var region string
	c := &cobra.Command{
		Use: "show [INDICATOR]", Short: w.DataShowShort,
		Example: "  rakor data show\n  rakor data show p0 --region 6271",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return a.noArgs(cmd, args[1:])
			}
			if err := a.open(); err != nil {
				return err
			}
			if len(args) == 0 {
				if region != "" {
					return failf(exitUsage, "%s", w.Needs("INDICATOR", "rakor data show p0 --region "+region))
				}
				return a.showIndicators()
			}
			return a.showFigures(model.IndicatorID(args[0]), region)
		},
	}
	c.Flags().StringVar(&region, "region", "", w.FlagDataRegion)
	return c
}

// coverageJSON is one indicator and what the dataset has of it.
type coverageJSON struct {
	indicatorJSON
	Decimals int      `json:"decimals"`
	Figures  int      `json:"figures"`
	Regions  int      `json:"regions"`
	From     string   `json:"from"`
	To       string   `json:"to"`
	Periods  []string `json:"periods"`
}

func (a *app) showIndicators() error {
	w, l := a.words.CLI, a.words.Lang
	ds := a.store.Dataset()
	out := []coverageJSON{}
	ans := answer{
		command: "data show",
		header:  []string{w.ColID, w.ColName, w.ColUnit, w.ColBetter, w.ColFigures, w.ColRegions, w.ColFrom, w.ColTo},
		right:   []bool{false, false, false, false, true, true, false, false},
		rawHead: []string{"indicator", "name", "unit", "better", "figures", "regions", "from", "to"},
	}
	for _, ind := range ds.Indicators() {
		s, err := ds.Series(ind.ID)
		if err != nil {
			return err
		}
		j := coverageJSON{indicatorJSON: a.indicatorJSON(ind), Decimals: ind.Decimals, Figures: s.Len(), Regions: len(s.Regions()), Periods: []string{}}
		for _, p := range s.Periods() {
			j.Periods = append(j.Periods, p.String())
		}
		if n := len(j.Periods); n > 0 {
			j.From, j.To = j.Periods[0], j.Periods[n-1]
		}
		out = append(out, j)
		ans.rows = append(ans.rows, []string{
			string(ind.ID), j.Name, l.Unit(ind.Unit), w.BetterNames[ind.Better], l.Int(int64(j.Figures)), l.Int(int64(j.Regions)), j.From, j.To,
		})
		ans.raw = append(ans.raw, []string{
			string(ind.ID), j.Name, ind.Unit.String(), ind.Better.String(), strconv.Itoa(j.Figures), strconv.Itoa(j.Regions), j.From, j.To,
		})
	}
	ans.result = map[string]any{"indicators": out}
	return a.print(ans)
}

// figureJSON is one figure with where it comes from.
type figureJSON struct {
	Region  model.RegionCode `json:"region"`
	Name    string           `json:"name"`
	Period  string           `json:"period"`
	Value   float64          `json:"value"`
	Source  model.SourceID   `json:"source"`
	Sources []model.SourceID `json:"sources"`
	Note    *string          `json:"note"`
	Others  []otherJSON      `json:"others"`
}

type otherJSON struct {
	Value   float64          `json:"value"`
	Sources []model.SourceID `json:"sources"`
	Note    *string          `json:"note"`
}

func (a *app) showFigures(id model.IndicatorID, region string) error {
	w, l := a.words.CLI, a.words.Lang
	ds := a.store.Dataset()
	ind, ok := ds.Indicator(id)
	if !ok {
		return a.unknownIndicator(id)
	}
	s, err := ds.Series(id)
	if err != nil {
		return err
	}
	regions := s.Regions()
	if region != "" {
		code, err := a.readRegion(region)
		if err != nil {
			return err
		}
		if _, ok := ds.Region(code); !ok {
			return a.unknownRegion(region)
		}
		regions = []model.RegionCode{code}
	}
	ans := answer{
		command: "data show",
		header:  []string{w.ColRegion, w.ColPeriod, w.ColValue, w.ColUnit, w.ColSource}, right: []bool{false, false, true},
		rawHead: []string{"region", "name", "indicator", "period", "value", "unit", "source", "note"},
	}
	figures := []figureJSON{}
	for _, c := range regions {
		r, _ := ds.Region(c)
		for _, o := range s.Of(c) {
			src := ds.Source(o.Sources[0])
			j := figureJSON{
				Region: c, Name: r.Name, Period: o.Period.String(), Value: o.Value, Source: src.ID, Sources: o.Sources,
				Note: known(o.Note), Others: []otherJSON{},
			}
			for _, x := range o.Others {
				j.Others = append(j.Others, otherJSON{Value: x.Value, Sources: x.Sources, Note: known(x.Note)})
			}
			figures = append(figures, j)
			ans.rows = append(ans.rows, []string{r.Name, l.Period(o.Period), l.Value(o.Value, ind), l.Unit(ind.Unit), sourceName(src)})
			ans.raw = append(ans.raw, []string{
				string(c), r.Name, string(id), o.Period.String(), strconv.FormatFloat(o.Value, 'f', -1, 64), ind.Unit.String(), string(src.ID), o.Note,
			})
		}
	}
	if len(figures) == 0 {
		ans.foot = []string{w.NothingKnown}
	}
	ans.result = map[string]any{"indicator": a.indicatorJSON(ind), "figures": figures}
	return a.print(ans)
}

func (a *app) unknownIndicator(id model.IndicatorID) error {
	return &model.NotFoundError{Kind: "indicator", Name: string(id), Nearest: a.store.Dataset().NearestIndicators(string(id), 3)}
}

func (a *app) dataSources() *cobra.Command {
	w := a.words.CLI
	return &cobra.Command{
		Use: "sources", Short: w.DataSourcesShort, Args: a.noArgs, Example: "  rakor data sources --format csv",
		RunE: func(*cobra.Command, []string) error {
			if err := a.open(); err != nil {
				return err
			}
			ans := answer{
				command: "data sources",
				header:  []string{w.ColID, w.ColKind, w.ColPublisher, w.ColTitle},
				rawHead: []string{"id", "kind", "title", "publisher", "year", "url", "note"},
				result:  map[string]any{"sources": a.store.Dataset().Sources()},
			}
			for _, s := range a.store.Dataset().Sources() {
				year := ""
				if s.Year != 0 {
					year = strconv.Itoa(int(s.Year))
				}
				ans.rows = append(ans.rows, []string{string(s.ID), string(s.Kind), s.Publisher, s.Title})
				ans.raw = append(ans.raw, []string{string(s.ID), string(s.Kind), s.Title, s.Publisher, year, s.URL, s.Note})
			}
			return a.print(ans)
		},
	}
}

func (a *app) dataPath() *cobra.Command {
	w := a.words.CLI
	return &cobra.Command{
		Use: "path", Short: w.DataPathShort, Args: a.noArgs, Example: "  rakor data path",
		RunE: func(*cobra.Command, []string) error {
			if err := a.open(); err != nil {
				return err
			}
			rows := [][]string{
				{w.PathBase, a.store.Dataset().Checksum()},
				{w.PathUser, first(a.dirs.Data, w.NoHome)},
				{w.PathSettings, first(a.settingsPath(), w.NoHome)},
			}
			result := map[string]string{"checksum": rows[0][1], "user": rows[1][1], "settings": rows[2][1]}
			rows = append(rows, a.listFiles(result)...)
			return a.print(answer{command: "data path", header: []string{w.ColItem, w.ColPlace}, rows: rows, result: result})
		},
	}
}

// problemJSON is one thing that is wrong, or odd, with data.
type problemJSON struct {
	File     string        `json:"file"`
	Pointer  string        `json:"pointer"`
	Rule     data.Rule     `json:"rule"`
	Severity data.Severity `json:"severity"`
	Found    string        `json:"found"`
	Expected string        `json:"expected"`
}

func (a *app) dataValidate() *cobra.Command {
	w := a.words.CLI
	return &cobra.Command{
		Use: "validate [FILE|DIR ...]", Short: w.DataValidateShort, Example: "  rakor data validate\n  rakor data validate my-data/p0.json",
		RunE: func(_ *cobra.Command, args []string) error {
			for _, f := range args {
				if _, err := os.Stat(f); errors.Is(err, fs.ErrNotExist) {
					return &model.NotFoundError{Kind: "file", Name: f}
				}
			}
			if len(args) == 0 && a.flags.data != "" {
				args = []string{a.flags.data}
			}
			if err := a.load(); err != nil {
				return err
			}
			return a.validated(data.Validate(args...))
		},
	}
}

// validated prints what was found: every problem, errors and warnings apart.
// Data that are refused end with the status of validation.
func (a *app) validated(rep data.Report) error {
	w := a.words.CLI
	ans := answer{
		command: "data validate",
		header:  []string{w.ColSeverity, w.ColFile, w.ColPlace, w.ColRule, w.ColFound, w.ColWanted},
		rawHead: []string{"severity", "file", "pointer", "rule", "found", "expected"},
		raw:     [][]string{},
	}
	problems := []problemJSON{}
	for _, severity := range []data.Severity{data.Error, data.Warning} {
		word := w.Error
		if severity == data.Warning {
			word = w.Warning
		}
		for _, p := range rep.Problems {
			if p.Severity != severity {
				continue
			}
			problems = append(problems, problemJSON{File: p.File, Pointer: p.Pointer, Rule: p.Rule, Severity: p.Severity, Found: p.Found, Expected: p.Expected})
			ans.rows = append(ans.rows, []string{word, filepath.Base(p.File), p.Pointer, a.words.Lang.Rule(string(p.Rule)), a.words.Lang.Finding(p.Found), a.words.Lang.Finding(p.Expected)})
			ans.raw = append(ans.raw, []string{severity.String(), p.File, p.Pointer, string(p.Rule), p.Found, p.Expected})
		}
	}
	ans.result = map[string]any{"valid": rep.Errors() == 0, "errors": rep.Errors(), "warnings": rep.Warnings(), "files": rep.Files, "problems": problems}
	if rep.Files == 0 && len(problems) == 0 {
		return &exitError{code: exitNotFound, err: errors.New(w.NoDataFiles)}
	}
	ans.foot = []string{w.DataClean(rep.Files, rep.Warnings())}
	if rep.Errors() > 0 {
		ans.foot = []string{w.DataFaulty(rep.Files, rep.Errors(), rep.Warnings())}
	}
	if len(problems) == 0 {
		ans.header = nil
	}
	if err := a.print(ans); err != nil {
		return err
	}
	switch {
	case rep.Unreadable():
		return &printedError{code: exitFailed}
	case rep.Errors() > 0:
		return &printedError{code: exitInvalid}
	case rep.Warnings() > 0 && a.flags.strict:
		return &printedError{code: exitFailed}
	}
	return nil
}
