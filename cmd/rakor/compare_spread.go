package main

import (
	"slices"
	"strconv"

	"rakor/model"
	"rakor/model/compare"
)

type differenceJSON struct {
	Region     model.RegionCode `json:"region"`
	Name       string           `json:"name"`
	Period     string           `json:"period"`
	Value      float64          `json:"value"`
	With       model.RegionCode `json:"with"`
	WithName   string           `json:"with_name"`
	WithPeriod string           `json:"with_period"`
	WithValue  float64          `json:"with_value"`
	Points     float64          `json:"points"`
	SE         *float64         `json:"se"`
	Level      float64          `json:"level"`
	Low        *float64         `json:"ci_low"`
	High       *float64         `json:"ci_high"`
	NeededRSE  *float64         `json:"needed_rse"`
	// Verdict is "beyond" or "within" the error given, or "unknown".
	Verdict string `json:"verdict"`
}

// differences answers --analysis difference: the first figure less each of the
// others; alone, less the earlier ones of its own line.
func (a *app) differences(c *analysed) error {
	ds := a.store.Dataset()
	res, err := compare.Compare(ds, c.req)
	if err != nil {
		return err
	}
	first := res.Rows[0]
	if !first.OK {
		return failf(exitNoAnswer, "%s", a.words.Lang.CompareCLI().NoPeriod(first.Region.Name, a.words.Lang.PeriodLong(first.Period)))
	}
	others := res.Rows[1:]
	if len(others) == 0 {
		others = a.earlier(c, first)
	}
	w, l := a.words.CLI, a.words.Lang
	ans := &c.answer
	ans.header = []string{w.ColRegion, w.ColPeriod, l.FigureTitle(c.ind), l.AnalysisWords().Compared, w.ColPeriod, l.FigureTitle(c.ind), l.AnalysisWords().Difference, l.AnalysisWords().Interval, l.AnalysisWords().NeededRSE}
	ans.right = []bool{false, false, true, false, false, true, true, true, true}
	ans.rawHead = []string{"region", "period", "value", "with", "with_period", "with_value", "points", "se", "ci_low", "ci_high", "needed_rse", "verdict"}
	rows := []differenceJSON{}
	for _, o := range others {
		if !o.OK {
			continue
		}
		d := compare.Differ(c.known().Of(first.Observation.Value, c.ind, first.Region.Level), c.known().Of(o.Observation.Value, c.ind, o.Region.Level), compare.DefaultLevel)
		j := gapOf(first, o, d)
		rows = append(rows, j)
		interval := l.AnalysisWords().Unknown
		if d.Known {
			interval = l.Signed(d.Low, c.ind.Decimals) + " … " + l.Signed(d.High, c.ind.Decimals)
		}
		ans.rows = append(ans.rows, []string{
			first.Region.Name, l.Period(first.Period), l.Value(j.Value, c.ind), o.Region.Name, l.Period(o.Period), l.Value(j.WithValue, c.ind),
			l.Signed(d.Points, c.ind.Decimals), interval, orDash(d.NeededRSE, func(v float64) string { return l.Percent(v, 1) }),
		})
		ans.raw = append(ans.raw, []string{
			string(j.Region), j.Period, plainNumber(&j.Value), string(j.With), j.WithPeriod, plainNumber(&j.WithValue), plainNumber(&j.Points),
			plainNumber(j.SE), plainNumber(j.Low), plainNumber(j.High), plainNumber(j.NeededRSE), j.Verdict,
		})
		if len(rows) <= 3 {
			what := l.Region(first.Region) + " " + l.PeriodLong(first.Period) + " – " + l.Region(o.Region) + " " + l.PeriodLong(o.Period)
			ans.foot = append(ans.foot, l.SayDifference(d, what, c.ind))
		}
	}
	if len(rows) == 0 {
		return failf(exitNoAnswer, "%s", l.CompareCLI().NoTwo)
	}
	if c.known().Known() {
		ans.foot = append(ans.foot, l.AssumedError(c.known()))
	}
	ans.notes = a.compareNotes(res)
	ans.result = struct {
		Indicator indicatorJSON    `json:"indicator"`
		Rows      []differenceJSON `json:"rows"`
	}{a.indicatorJSON(c.ind), rows}
	return nil
}

func gapOf(a, b compare.Row, d compare.Difference) differenceJSON {
	j := differenceJSON{
		Region: a.Region.Code, Name: a.Region.Name, Period: a.Period.String(), Value: a.Observation.Value,
		With: b.Region.Code, WithName: b.Region.Name, WithPeriod: b.Period.String(), WithValue: b.Observation.Value,
		Points: d.Points, Level: d.Level, NeededRSE: maybeOf(d.NeededRSE), Verdict: "unknown",
	}
	if d.Known {
		j.SE, j.Low, j.High, j.Verdict = &d.SE, &d.Low, &d.High, "within"
		if d.Beyond() {
			j.Verdict = "beyond"
		}
	}
	return j
}

// earlier gives the figures of a row's line before it that are alike, the newest
// first.
func (a *app) earlier(c *analysed, row compare.Row) []compare.Row {
	ds := a.store.Dataset()
	s, err := ds.Series(c.ind.ID)
	if err != nil {
		return nil
	}
	var out []compare.Row
	for _, p := range slices.Backward(s.Periods()) {
		if !p.Before(row.Period) || !p.SameRound(row.Period) {
			continue
		}
		o, ok := s.At(row.Region.Code, p)
		if _, broken := ds.BreakBetween(c.ind.ID, row.Region.Code, p, row.Period); ok && !broken {
			out = append(out, compare.Row{Region: row.Region, Period: p, Observation: o, OK: true})
		}
	}
	return out
}

type courseJSON struct {
	Region  model.RegionCode `json:"region"`
	Name    string           `json:"name"`
	Periods []string         `json:"periods"`
	Values  []float64        `json:"values"`
	Cuts    []model.Year     `json:"cuts"`
}

// multiples answers --analysis multiples: every line, a column a year.
func (a *app) multiples(c *analysed) {
	w, l := a.words.CLI, a.words.Lang
	ys := a.lines(c, c.all)
	ans := &c.answer
	ans.header, ans.right, ans.rawHead = []string{w.ColRegion}, []bool{false}, []string{"region", "name"}
	for _, y := range ys.Years {
		ans.header, ans.right, ans.rawHead = append(ans.header, strconv.Itoa(int(y))), append(ans.right, true), append(ans.rawHead, strconv.Itoa(int(y)))
	}
	rows := []courseJSON{}
	var courses []compare.Course
	for _, line := range ys.Lines {
		course := compare.Follow(line, c.ind.Decimals)
		courses = append(courses, course)
		j := courseJSON{line.Region.Code, line.Region.Name, []string{}, []float64{}, append([]model.Year{}, course.Cuts...)}
		text, raw := []string{line.Region.Name}, []string{string(j.Region), j.Name}
		for _, p := range line.Points {
			if !p.OK {
				text, raw = append(text, "-"), append(raw, "")
				continue
			}
			j.Periods, j.Values = append(j.Periods, p.Observation.Period.String()), append(j.Values, p.Observation.Value)
			mark := ""
			if p.Cut {
				mark = "┊"
			}
			text, raw = append(text, mark+l.Value(p.Observation.Value, c.ind)), append(raw, plainNumber(&p.Observation.Value))
		}
		rows, ans.rows, ans.raw = append(rows, j), append(ans.rows, text), append(ans.raw, raw)
	}
	ans.foot = l.SayMultiples(courses, a.scene(c.ind))
	a.cutNotes(c)
	ans.result = struct {
		Indicator indicatorJSON `json:"indicator"`
		Rows      []courseJSON  `json:"rows"`
	}{a.indicatorJSON(c.ind), rows}
}

// span gives the first and the last period between --from and --to that a region
// has figures of, alike and without a break between them; none where there are
// no two.
func (a *app) span(c *analysed, id model.IndicatorID, region model.RegionCode) (from, to model.Period) {
	ds := a.store.Dataset()
	s, err := ds.Series(id)
	if err != nil {
		return from, to
	}
	for _, p := range slices.Backward(s.Periods()) {
		if _, has := s.Value(region, p); !has || c.to > 0 && int(p.Year) > c.to || c.from > 0 && int(p.Year) < c.from {
			continue
		}
		if to.IsZero() && (c.req.Period.IsZero() || c.req.Period == p || c.req.Period.Month == 0 && c.req.Period.Year == p.Year) {
			to = p
			continue
		}
		if _, broken := ds.BreakBetween(id, region, p, to); !to.IsZero() && p.SameRound(to) && p.Year < to.Year && !broken {
			from = p
		}
	}
	return from, to
}

type shareJSON struct {
	Region   model.RegionCode `json:"region"`
	Name     string           `json:"name"`
	RateFrom float64          `json:"rate_from"`
	RateTo   float64          `json:"rate_to"`
	BaseFrom float64          `json:"base_from"`
	BaseTo   float64          `json:"base_to"`
	Within   float64          `json:"within"`
	Between  float64          `json:"between"`
	Points   float64          `json:"points"`
}

// decomposition answers --analysis decomposition: what each regency had in the
// change of the province's P0.
func (a *app) decomposition(c *analysed) error {
	ds, w, l := a.store.Dataset(), a.words.CLI, a.words.Lang
	aw := l.AnalysisWords()
	at := c.named[0]
	prov, ok := a.provinceNow(at)
	if r, is := ds.Region(at); is && r.Level == model.LevelProvince {
		prov, ok = r, true
	}
	if !ok {
		return failf(exitUsage, "%s", l.CompareCLI().NoChildren(string(at)))
	}
	series, err := ds.Series(model.P0)
	if err != nil {
		return err
	}
	child := prov.Code
	if below := compare.ChildrenAt(ds, series, prov.Code, c.req.Period); len(below) > 0 {
		child = below[0] // whose rounds the regencies' figures have
	}
	from, to := a.span(c, model.P0, child)
	d := compare.Decompose(ds, prov.Code, from, to)
	ind, _ := ds.Indicator(model.P0)
	says := l.SayDecomposition(&d, ind)
	if !d.OK {
		return failf(exitNoAnswer, "%s", says[0])
	}
	ans := &c.answer
	ans.header = []string{w.ColRegion, "P0 " + l.Period(from), "P0 " + l.Period(to), aw.Within, aw.Between, aw.Sum}
	ans.right = []bool{false, true, true, true, true, true}
	ans.rawHead = []string{"region", "name", "rate_from", "rate_to", "base_from", "base_to", "within", "between", "points"}
	rows := []shareJSON{}
	for _, s := range d.Shares {
		j := shareJSON{s.Region.Code, s.Region.Name, s.RateFrom, s.RateTo, s.BaseFrom, s.BaseTo, s.Within, s.Between, s.Points()}
		rows = append(rows, j)
		ans.rows = append(ans.rows, []string{j.Name, l.Value(j.RateFrom, ind), l.Value(j.RateTo, ind), l.Signed(j.Within, 4), l.Signed(j.Between, 4), l.Signed(j.Points, 4)})
		ans.raw = append(ans.raw, []string{string(j.Region), j.Name, plainNumber(&j.RateFrom), plainNumber(&j.RateTo), plainNumber(&j.BaseFrom), plainNumber(&j.BaseTo), plainNumber(&j.Within), plainNumber(&j.Between), plainNumber(&j.Points)})
	}
	ans.foot = says
	total := d.Total()
	ans.result = map[string]any{
		"indicator": a.indicatorJSON(ind), "province": prov.Code, "from": from.String(), "to": to.String(), "within": d.Within, "between": d.Between,
		"total": total, "published": maybeOf(d.Published), "unexplained": maybeOf(d.Unexplained()), "rows": rows,
	}
	return nil
}

// provinceNow gives the province that a region lies in, as the newest P0 tells.
func (a *app) provinceNow(r model.RegionCode) (model.Region, bool) {
	ds := a.store.Dataset()
	s, err := ds.Series(model.P0)
	if err != nil || len(s.Periods()) == 0 {
		return ds.Province(r)
	}
	ps := s.Periods()
	return compare.ProvinceAt(ds, s, r, ps[len(ps)-1])
}

type sigmaJSON struct {
	Period string  `json:"period"`
	N      int     `json:"n"`
	Mean   float64 `json:"mean"`
	SD     float64 `json:"sd"`
	CV     float64 `json:"cv"`
}

// convergence answers --analysis convergence: beta and sigma of the regencies
// and cities of the call; fewer than two are all of the country.
func (a *app) convergence(c *analysed) error {
	ds, w, l := a.store.Dataset(), a.words.CLI, a.words.Lang
	aw := l.AnalysisWords()
	var regions []model.RegionCode
	for _, code := range c.all {
		if r, ok := ds.Region(code); ok && r.Level.IsLocal() {
			regions = append(regions, code)
		}
	}
	of := l.PeersName("")
	if len(regions) < 2 {
		regions, of = ds.Locals(), l.AllRegions()
	}
	from, to := a.span(c, c.ind.ID, regions[0])
	v := compare.Converge(ds, c.ind.ID, regions, from, to)
	says := l.SayConvergence(&v, of, c.ind)
	if !v.OK || len(v.Sigma) < 2 {
		return failf(exitNoAnswer, "%s", says[0])
	}
	ans := &c.answer
	ans.header = []string{w.ColPeriod, aw.Regions, aw.Mean, aw.SD, aw.CV}
	ans.right = []bool{false, true, true, true, true}
	ans.rawHead = []string{"period", "n", "mean", "sd", "cv"}
	rows := []sigmaJSON{}
	for _, s := range v.Sigma {
		j := sigmaJSON{s.Period.String(), s.N, s.Mean, s.SD, s.CV}
		rows = append(rows, j)
		ans.rows = append(ans.rows, []string{l.Period(s.Period), l.Int(int64(s.N)), l.Number(s.Mean, c.ind.Decimals), l.Number(s.SD, c.ind.Decimals+1), l.Percent(100*s.CV, 1)})
		ans.raw = append(ans.raw, []string{j.Period, strconv.Itoa(j.N), plainNumber(&j.Mean), plainNumber(&j.SD), plainNumber(&j.CV)})
	}
	ans.foot = append(append(says, l.ConvergenceCare()), a.caution(c)...)
	ans.result = map[string]any{
		"indicator": a.indicatorJSON(c.ind), "from": v.From.String(), "to": v.To.String(), "n": v.N,
		"beta": v.Beta, "ci_low": v.BetaLow, "ci_high": v.BetaHigh, "level": v.Level, "sigma": rows,
	}
	return nil
}
