package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rakor/model"
	"rakor/model/compare"
)

func (a *app) compareCommand() *cobra.Command {
	w := a.words.CLI
	x := a.words.Lang.CompareCLI()
	var f compareFlags
	c := &cobra.Command{
		Use: "compare", Short: w.CompareShort, Long: w.CompareLong, Args: a.noArgs,
		Example: "  rakor compare --region 6271,6200,0000 --indicator p0 --period 2024-03 --format json\n" +
			"  rakor compare --region 6271@2024-03,6200@2023-03,0000@2024-03\n" +
			"  rakor compare --region 6271 --children-of 6200 --analysis position --from 2010 --to 2025\n" +
			"  rakor compare --children-of 6200 --analysis association --against ipm\n" +
			"  rakor compare --region 6271@2025-03,6271@2024-03 --analysis difference --sample 640 --deff 1.5\n" +
			"  rakor compare --region 6271 --peers capitals --analysis position",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.open(); err != nil {
				return err
			}
			if f.analysis != "" || f.children != "" || f.from > 0 || f.to > 0 || f.peers != "" || f.near != "" {
				return a.analyse(f, example(cmd))
			}
			req, err := a.compareRequest(f.regions, f.indicator, f.period, example(cmd))
			if err != nil {
				return err
			}
			res, err := compare.Compare(a.store.Dataset(), req)
			if err != nil {
				return err
			}
			return a.print(a.compareAnswer(res))
		},
	}
	c.Flags().StringVar(&f.regions, "region", "", w.FlagRegion)
	c.Flags().StringVar(&f.indicator, "indicator", string(model.P0), w.FlagIndicator)
	c.Flags().StringVar(&f.period, "period", "latest", w.FlagPeriod)
	c.Flags().StringVar(&f.analysis, "analysis", "", x.Analysis)
	c.Flags().StringVar(&f.against, "against", "", x.Against)
	c.Flags().StringVar(&f.children, "children-of", "", x.Children)
	c.Flags().IntVar(&f.from, "from", 0, x.From)
	c.Flags().IntVar(&f.to, "to", 0, x.To)
	c.Flags().Float64Var(&f.rse, "rse", 0, x.RSE)
	c.Flags().IntVar(&f.sample, "sample", 0, x.Sample)
	c.Flags().Float64Var(&f.deff, "deff", 0, x.Deff)
	c.Flags().StringVar(&f.cut, "cut", "median", x.Cut)
	c.Flags().StringVar(&f.peers, "peers", "", x.Peers)
	c.Flags().StringVar(&f.near, "near", "", x.Near)
	return c
}

// compareRequest reads the flags: "6271@2024-03,6200".
func (a *app) compareRequest(regions, indicator, period, ex string) (compare.Request, error) {
	w := a.words.CLI
	req := compare.Request{Indicator: model.IndicatorID(indicator)}
	if strings.TrimSpace(regions) == "" {
		return req, failf(exitUsage, "%s", w.Needs("--region", ex))
	}
	p, err := a.readPeriod(period)
	if err != nil {
		return req, err
	}
	req.Period = p
	for _, word := range strings.Split(regions, ",") {
		code, own, has := strings.Cut(strings.TrimSpace(word), "@")
		c, err := a.readRegion(code)
		if err != nil {
			return req, err
		}
		pick := compare.Pick{Region: c}
		if has {
			if own == "" {
				return req, failf(exitUsage, "%s", a.words.CLI.BadPeriod(word))
			}
			if pick.Period, err = a.readPeriod(own); err != nil {
				return req, err
			}
		}
		req.Picks = append(req.Picks, pick)
	}
	return req, nil
}

// readPeriod reads a period as typed; "latest" and "" are none.
func (a *app) readPeriod(s string) (model.Period, error) {
	if s == "latest" || s == "" {
		return model.Period{}, nil
	}
	p, err := model.ParsePeriod(s)
	if err != nil {
		return p, failf(exitUsage, "%s", a.words.CLI.BadPeriod(s))
	}
	return p, nil
}

// readRegion reads a region's code as typed.
func (a *app) readRegion(s string) (model.RegionCode, error) {
	c, err := model.ParseRegionCode(s)
	if err == nil {
		return c, nil
	}
	// A name, or the code of Kemendagri, is what people know: say which code
	// is meant.
	ds := a.store.Dataset()
	if k, err := model.ParseKemendagriCode(s); err == nil {
		if r, ok := ds.RegionByKemendagri(k); ok {
			return c, failf(exitNotFound, "%s", a.words.CLI.MeansCode(s, string(r.Code), r.Name))
		}
	}
	if near := ds.NearestRegions(s, 1); len(near) > 0 && !strings.ContainsAny(s, "0123456789") {
		return c, &model.NotFoundError{Kind: "region", Name: s, Nearest: near}
	}
	return c, failf(exitUsage, "%s", a.words.CLI.BadCode(s))
}

// sourceName gives a source's title with its publisher, unless the title
// begins with it already.
func sourceName(s model.Source) string {
	if s.Publisher == "" || strings.HasPrefix(s.Title, s.Publisher) {
		return s.Title
	}
	return s.Publisher + ": " + s.Title
}

// indicatorJSON describes an indicator in JSON output.
type indicatorJSON struct {
	ID     model.IndicatorID `json:"id"`
	Name   string            `json:"name"`
	Unit   model.Unit        `json:"unit"`
	Better model.Direction   `json:"better"`
}

func (a *app) indicatorJSON(ind model.Indicator) indicatorJSON {
	return indicatorJSON{ID: ind.ID, Name: a.words.Lang.Of(ind.Name), Unit: ind.Unit, Better: ind.Better}
}

// compareJSON is the result of compare.
type compareJSON struct {
	Indicator indicatorJSON `json:"indicator"`
	Rows      []compareRow  `json:"rows"`
}

type compareRow struct {
	Region  model.RegionCode `json:"region"`
	Name    string           `json:"name"`
	Level   model.Level      `json:"level"`
	Period  *string          `json:"period"`
	Value   *float64         `json:"value"`
	Source  *model.SourceID  `json:"source"`
	Sources []model.SourceID `json:"sources"`
	Title   *string          `json:"source_title"`
	Rank    *int             `json:"rank"`
	RankOf  *int             `json:"rank_of"`
}

func (a *app) compareAnswer(res compare.Result) answer {
	w, l := a.words.CLI, a.words.Lang
	ans := answer{
		command: "compare",
		header:  []string{w.ColRegion, w.ColPeriod, l.Of(res.Indicator.Short) + " (" + l.Unit(res.Indicator.Unit) + ")", w.ColRank, w.ColSource},
		right:   []bool{false, false, true, true, false},
		rawHead: []string{"region", "name", "level", "indicator", "unit", "period", "value", "source", "rank", "rank_of"},
		notes:   a.compareNotes(res),
	}
	out := compareJSON{Indicator: a.indicatorJSON(res.Indicator), Rows: []compareRow{}}
	for _, r := range res.Rows {
		j := compareRow{Region: r.Region.Code, Name: r.Region.Name, Level: r.Region.Level, Sources: []model.SourceID{}}
		text := []string{r.Region.Name, l.Period(r.Period), a.words.Common.Missing, "", ""}
		raw := []string{string(r.Region.Code), r.Region.Name, r.Region.Level.String(), string(res.Indicator.ID), res.Indicator.Unit.String(), r.Period.String(), "", "", "", ""}
		if !r.Period.IsZero() {
			j.Period = ptr(r.Period.String())
		}
		if r.OK {
			src := a.store.Dataset().Source(r.Observation.Sources[0])
			j.Value, j.Source, j.Sources, j.Title = ptr(r.Observation.Value), ptr(src.ID), r.Observation.Sources, ptr(src.Title)
			text[2], text[4] = l.Value(r.Observation.Value, res.Indicator), sourceName(src)
			raw[6], raw[7] = strconv.FormatFloat(r.Observation.Value, 'f', -1, 64), string(src.ID)
		}
		if r.Rank > 0 {
			j.Rank, j.RankOf = ptr(r.Rank), ptr(r.RankOf)
			text[3] = w.RankOf(r.Rank, r.RankOf)
			raw[8], raw[9] = strconv.Itoa(r.Rank), strconv.Itoa(r.RankOf)
		}
		out.Rows = append(out.Rows, j)
		ans.rows = append(ans.rows, text)
		ans.raw = append(ans.raw, raw)
	}
	ans.result = out
	if care := l.Of(res.Indicator.Care); care != "" {
		ans.foot = append(ans.foot, care)
	}
	return ans
}

// compareNotes words the notes of a comparison; the offer of a comparison like
// for like follows the first that tells of a difference.
func (a *app) compareNotes(res compare.Result) []note {
	w, l := a.words.CLI, a.words.Lang
	names := func(codes []model.RegionCode) string {
		var out []string
		for _, c := range codes {
			name := string(c)
			if r, ok := res.Row(c); ok {
				name = r.Region.Name
				if r.OK {
					name += " " + l.Period(r.Period)
				}
			}
			out = append(out, name)
		}
		return strings.Join(out, ", ")
	}
	var out []note
	for _, n := range res.Notes {
		message := ""
		switch n.Code {
		case compare.PeriodChosen:
			message = w.NoteChosen(l.Period(n.Period))
			if _, some := res.Note(compare.Missing); some {
				message = w.NoteChosenSome(l.Period(n.Period))
			}
		case compare.PeriodMismatch:
			message = w.NotePeriods(names(n.Regions))
			if !res.Alike.IsZero() {
				message += " " + w.Alike(res.Alike.String())
			}
		case compare.RoundMismatch:
			message = w.NoteRounds(names(n.Regions))
		case compare.SeriesBreak:
			var what []string
			for _, b := range n.Breaks {
				what = append(what, l.Of(b.What))
			}
			message = w.NoteBreak(strings.Join(what, " "), names(n.Regions))
		case compare.Missing:
			message = w.NoteMissing(names(n.Regions))
		case compare.SecondarySource:
			message = a.secondary(n, names)
		}
		j := note{Code: string(n.Code), Message: message}
		for _, r := range n.Regions {
			j.Regions = append(j.Regions, string(r))
		}
		out = append(out, j)
	}
	return out
}

func (a *app) secondary(n compare.Note, names func([]model.RegionCode) string) string {
	var plain []model.RegionCode
	disputed := map[model.RegionCode]bool{}
	for _, r := range n.Disputed {
		disputed[r] = true
	}
	for _, r := range n.Regions {
		if !disputed[r] {
			plain = append(plain, r)
		}
	}
	var out []string
	if len(plain) > 0 {
		out = append(out, a.words.CLI.NoteSecondary(names(plain)))
	}
	if len(n.Disputed) > 0 {
		out = append(out, a.words.CLI.NoteDisputed(names(n.Disputed)))
	}
	return strings.Join(out, " ")
}

func ptr[T any](v T) *T { return &v }
