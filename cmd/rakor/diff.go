package main

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"rakor/data"
	"rakor/model"
)

// embeddedName names the built-in data in data diff.
const embeddedName = "embedded"

func (a *app) dataDiff() *cobra.Command {
	w := a.words.Data
	return &cobra.Command{
		Use: "diff A B", Short: w.DiffShort, Long: w.DiffLong, Example: "  rakor data diff embedded ~/rakor-data\n  rakor data diff data-lama data-baru --format csv",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 2 {
				return a.noArgs(cmd, args[2:])
			}
			if len(args) < 2 {
				return failf(exitUsage, "%s", a.words.CLI.Needs("A B", example(cmd)))
			}
			if err := a.load(); err != nil {
				return err
			}
			var sides [2]*data.Store
			for i, name := range args {
				s, err := a.openSide(name)
				if err != nil {
					return err
				}
				sides[i] = s
			}
			return a.diff(sides[0].Dataset(), sides[1].Dataset())
		},
	}
}

// openSide opens one side of a comparison.
func (a *app) openSide(name string) (*data.Store, error) {
	o := data.Options{Dir: name, MustExist: true, SkipList: true}
	if name == embeddedName {
		o = data.Options{}
	} else if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		return nil, &model.NotFoundError{Kind: "file", Name: name}
	}
	s, err := data.Open(o)
	if err != nil {
		return nil, err
	}
	if ps := s.Problems(); len(ps) > 0 {
		return nil, failf(problemCode(ps[0]), "%s", a.words.CLI.BrokenData(a.problem(ps[0])))
	}
	return s, nil
}

// diffJSON is a figure in which two datasets differ.
type diffJSON struct {
	Change    string            `json:"change"` // added, removed, revised
	Region    model.RegionCode  `json:"region"`
	Name      string            `json:"name"`
	Indicator model.IndicatorID `json:"indicator"`
	Period    string            `json:"period"`
	Old       *float64          `json:"old"`
	New       *float64          `json:"new"`
	OldSource *model.SourceID   `json:"old_source"`
	NewSource *model.SourceID   `json:"new_source"`
}

func (a *app) diff(x, y *model.Dataset) error {
	w, l := a.words.Data, a.words.Lang
	ans := answer{
		command: "data diff",
		header:  []string{w.ColChange, a.words.CLI.ColRegion, a.words.CLI.ColIndicator, a.words.CLI.ColPeriod, w.ColWas, w.ColNow, a.words.CLI.ColSource},
		right:   []bool{false, false, false, false, true, true},
		rawHead: []string{"change", "region", "name", "indicator", "period", "old", "new", "old_source", "new_source"},
		rows:    [][]string{}, raw: [][]string{},
	}
	out := []diffJSON{}
	counts := map[string]int{"added": 0, "removed": 0, "revised": 0}
	for _, ind := range unionOf(x, y) {
		all, err := differences(x, y, ind)
		if err != nil {
			return err
		}
		for _, d := range all {
			out = append(out, d)
			counts[d.Change]++
			text := func(v *float64) string {
				if v == nil {
					return ""
				}
				return l.Value(*v, ind)
			}
			plain := func(v *float64) string {
				if v == nil {
					return ""
				}
				return strconv.FormatFloat(*v, 'f', -1, 64)
			}
			source := func(id *model.SourceID) string {
				if id == nil {
					return ""
				}
				return string(*id)
			}
			newest := d.NewSource
			if newest == nil {
				newest = d.OldSource
			}
			period, _ := model.ParsePeriod(d.Period)
			ans.rows = append(ans.rows, []string{w.Change(d.Change), d.Name, string(d.Indicator), l.Period(period), text(d.Old), text(d.New), source(newest)})
			ans.raw = append(ans.raw, []string{d.Change, string(d.Region), d.Name, string(d.Indicator), d.Period, plain(d.Old), plain(d.New), source(d.OldSource), source(d.NewSource)})
		}
	}
	ans.foot = []string{w.Diff(counts["added"], counts["removed"], counts["revised"])}
	if len(out) == 0 {
		ans.header, ans.foot = nil, []string{w.DiffSame}
	}
	ans.result = map[string]any{"a": x.Checksum(), "b": y.Checksum(), "counts": counts, "differences": out}
	return a.print(ans)
}

// unionOf gives the indicators of both datasets.
func unionOf(x, y *model.Dataset) []model.Indicator {
	all := slices.Clone(x.Indicators())
	for _, ind := range y.Indicators() {
		if _, ok := x.Indicator(ind.ID); !ok {
			all = append(all, ind)
		}
	}
	return all
}

// differences lists the figures of an indicator in which two datasets differ, by
// region and time.
func differences(x, y *model.Dataset, ind model.Indicator) ([]diffJSON, error) {
	of := func(ds *model.Dataset) (map[model.RegionCode][]model.Observation, []model.RegionCode, error) {
		out := map[model.RegionCode][]model.Observation{}
		if _, ok := ds.Indicator(ind.ID); !ok {
			return out, nil, nil
		}
		s, err := ds.Series(ind.ID)
		if err != nil {
			return nil, nil, err
		}
		for _, r := range s.Regions() {
			out[r] = s.Of(r)
		}
		return out, s.Regions(), nil
	}
	a, regions, err := of(x)
	if err != nil {
		return nil, err
	}
	b, more, err := of(y)
	if err != nil {
		return nil, err
	}
	for _, r := range more {
		if _, ok := a[r]; !ok {
			regions = append(slices.Clone(regions), r)
		}
	}
	var out []diffJSON
	for _, r := range regions {
		name := y
		if _, ok := y.Region(r); !ok {
			name = x
		}
		region, _ := name.Region(r)
		out = append(out, apart(region, ind.ID, a[r], b[r])...)
	}
	return out, nil
}

// apart compares two lists of observations of one region, oldest first.
func apart(r model.Region, id model.IndicatorID, a, b []model.Observation) []diffJSON {
	var out []diffJSON
	put := func(change string, p model.Period, was, now *model.Observation) {
		d := diffJSON{Change: change, Region: r.Code, Name: r.Name, Indicator: id, Period: p.String()}
		if was != nil {
			d.Old, d.OldSource = &was.Value, &was.Sources[0]
		}
		if now != nil {
			d.New, d.NewSource = &now.Value, &now.Sources[0]
		}
		out = append(out, d)
	}
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].Period.Before(b[0].Period):
			put("removed", a[0].Period, &a[0], nil)
			a = a[1:]
		case len(a) == 0 || b[0].Period.Before(a[0].Period):
			put("added", b[0].Period, nil, &b[0])
			b = b[1:]
		default:
			if a[0].Value != b[0].Value {
				put("revised", a[0].Period, &a[0], &b[0])
			}
			a, b = a[1:], b[1:]
		}
	}
	return out
}
