package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"rakor/data/durable"
	"rakor/data/matrix"
	"rakor/model"
	"rakor/model/filter"
)

func (a *app) programExport() *cobra.Command {
	w := a.words.Lang.Matrix()
	var layoutName, expr string
	var samples, force bool
	c := &cobra.Command{
		Use: "export FILE", Short: w.ExportShort, Long: w.ExportLong,
		Example: "  rakor program export oppkpke.xlsx --layout oppkpke21\n  rakor program export pahandut.csv --filter kec:Pahandut",
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return failf(exitUsage, "%s", w.NeedsFile("rakor program export oppkpke.xlsx --layout oppkpke21"))
			}
			layout, ok := matrix.ParseLayout(layoutName)
			if !ok || layout == matrix.Auto {
				return failf(exitUsage, "%s", a.words.CLI.BadValue("--layout", layoutName, "rat18, oppkpke21, plain"))
			}
			format, ok := matrix.FormatOf(args[0])
			if !ok {
				return failf(exitUsage, "%s", w.BadName(args[0]))
			}
			e, err := filter.Parse(expr)
			if err != nil {
				return a.filterError(expr, err)
			}
			if err := a.openList(); err != nil {
				return err
			}
			if !force {
				if _, err := os.Lstat(args[0]); !errors.Is(err, fs.ErrNotExist) {
					return failf(exitConflict, "%s", w.Exists(args[0]))
				}
			}
			return a.exportList(args[0], a.matching(e.Within(a.store.Dataset(), a.home())), matrix.WriteOptions{
				Layout: layout, Format: format, Samples: samples,
			})
		},
	}
	f := c.Flags()
	f.StringVar(&layoutName, "layout", "plain", w.FlagLayout)
	f.StringVar(&expr, "filter", "", w.FlagFilter)
	f.BoolVar(&samples, "samples", false, w.FlagSamples)
	f.BoolVar(&force, "force", false, w.FlagForce)
	return c
}

// exportList writes entries to a file: the whole of it, or nothing.
func (a *app) exportList(path string, entries []*model.Programme, o matrix.WriteOptions) error {
	w := a.words.Lang.Matrix()
	home, _ := a.store.Dataset().Region(a.home())
	o.Region, o.HomeName, o.Vocabulary, o.Strategies = home.Code, home.Name, a.vocabulary(), a.programmes().Strategies()
	var b bytes.Buffer
	done, err := matrix.Write(&b, entries, o)
	switch {
	case errors.Is(err, matrix.ErrNothing):
		return failf(exitNotFound, "%s", w.NothingToExport)
	case err != nil:
		return err
	}
	if err := durable.WriteFile(durable.OS(), path, b.Bytes()); err != nil {
		return a.listError(err)
	}
	type lost struct {
		Field   model.Field `json:"field"`
		Entries int         `json:"entries"`
	}
	out := struct {
		File    string       `json:"file"`
		Layout  string       `json:"layout"`
		Rows    int          `json:"rows"`
		Samples int          `json:"samples"`
		Years   []model.Year `json:"years"`
		Lost    []lost       `json:"lost"`
	}{path, o.Layout.ID(), done.Rows, done.Samples, done.Years, []lost{}}
	ans := answer{command: "program export", header: []string{w.Exported(done.Rows, path)}, rows: [][]string{}, rawHead: []string{"file", "rows"}}
	var names []string
	for _, l := range done.Lost {
		out.Lost = append(out.Lost, lost(l))
		names = append(names, w.FieldName(l.Field))
	}
	if len(names) > 0 {
		ans.notes = append(ans.notes, note{Code: "no-column", Message: w.Lost(strings.Join(names, ", "))})
	}
	if done.Samples > 0 && !o.Samples && o.Layout != matrix.Plain {
		ans.notes = append(ans.notes, note{Code: "samples-left-out", Message: w.SamplesOut(done.Samples)})
	}
	ans.result = out
	return a.print(ans)
}
