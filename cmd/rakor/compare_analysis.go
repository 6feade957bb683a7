package main

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/lang"
)

// compareFlags are the flags of compare as typed.
type compareFlags struct {
	regions, indicator, period  string
	analysis, against, children string
	from, to                    int
	peers, near, cut            string
	rse, deff                   float64
	sample                      int
}

// known is what the flags tell of the error of regencies' figures.
func (f compareFlags) known() compare.Uncertainty {
	return compare.Uncertainty{RSE: f.rse, Sample: f.sample, Deff: f.deff}
}

// analysisNames are what --analysis takes.
func analysisNames() []string {
	return []string{"position", "trend", "effectiveness", "relevance", "association", "quadrant", "multiples", "decomposition", "convergence", "difference"}
}

// analysed is a call of compare with an analysis, its regions settled.
type analysed struct {
	compareFlags
	req    compare.Request
	named  []model.RegionCode // of --region, in their order
	all    []model.RegionCode // with the children
	ind    model.Indicator
	answer answer
}

// analyse answers a call with --analysis, --from, --to or --children-of.
func (a *app) analyse(f compareFlags, ex string) error {
	c, err := a.analysedOf(f, ex)
	if err != nil {
		return err
	}
	yearly := f.from > 0 || f.to > 0
	switch {
	case (f.analysis == "" || f.analysis == "position") && yearly:
		err = a.positionsByYear(c)
	case f.analysis == "":
		res, err := compare.Compare(a.store.Dataset(), c.req)
		if err != nil {
			return err
		}
		return a.print(a.compareAnswer(res))
	case f.analysis == "position":
		err = a.positions(c)
	case f.analysis == "trend":
		a.courses(c)
	case f.analysis == "effectiveness":
		a.effects(c)
	case f.analysis == "relevance":
		a.relevance(c)
	case f.analysis == "multiples":
		a.multiples(c)
	case f.analysis == "decomposition":
		err = a.decomposition(c)
	case f.analysis == "convergence":
		err = a.convergence(c)
	case f.analysis == "difference":
		err = a.differences(c)
	default:
		err = a.association(c)
	}
	if err != nil {
		return err
	}
	c.answer.command = "compare"
	return a.print(c.answer)
}

func (a *app) analysedOf(f compareFlags, ex string) (*analysed, error) {
	if err := a.checkAnalysis(f); err != nil {
		return nil, err
	}
	children, err := a.childrenOf(f)
	if err != nil {
		return nil, err
	}
	peers, err := a.peersOf(f.peers, f.near, a.firstOf(f.regions))
	if err != nil {
		return nil, err
	}
	children = append(children, peers...)
	words := strings.Trim(f.regions+","+strings.Join(children, ","), ",")
	req, err := a.compareRequest(words, f.indicator, f.period, ex)
	if err != nil {
		return nil, err
	}
	c := &analysed{compareFlags: f, req: req}
	ds, named := a.store.Dataset(), max(len(req.Picks)-len(children), 0)
	for i, p := range req.Picks {
		if _, ok := ds.Region(p.Region); !ok {
			_, err := compare.Compare(ds, req) // says which are near
			return nil, err
		}
		if i < named || named == 0 {
			c.named = append(c.named, p.Region)
		}
		if !slices.Contains(c.all, p.Region) {
			c.all = append(c.all, p.Region)
		}
	}
	var ok bool
	if c.ind, ok = ds.Indicator(req.Indicator); !ok {
		_, err := compare.Compare(ds, req)
		return nil, err
	}
	return c, nil
}

// checkAnalysis refuses what cannot be meant.
func (a *app) checkAnalysis(f compareFlags) error {
	w, l := a.words.CLI, a.words.Lang
	if f.analysis != "" && !slices.Contains(analysisNames(), f.analysis) {
		return failf(exitUsage, "%s", w.BadValue("--analysis", f.analysis, strings.Join(analysisNames(), ", ")))
	}
	if f.from > 0 && f.to > 0 && f.from > f.to {
		return failf(exitUsage, "%s", l.CompareCLI().Years(strconv.Itoa(f.from), strconv.Itoa(f.to)))
	}
	if f.sample < 0 || f.sample > 10_000_000 {
		return failf(exitUsage, "%s", w.BadValue("--sample", strconv.Itoa(f.sample), "1 … 10000000"))
	}
	if !(f.deff >= 0 && f.deff <= 100) || f.deff > 0 && f.sample == 0 {
		return failf(exitUsage, "%s", l.CompareCLI().NeedsSample(strconv.FormatFloat(f.deff, 'g', -1, 64)))
	}
	if f.cut != "" && f.cut != "median" && f.cut != "province" {
		return failf(exitUsage, "%s", w.BadValue("--cut", f.cut, "median, province"))
	}
	if f.rse > 0 && f.sample > 0 {
		return failf(exitUsage, "%s", l.CompareCLI().Either)
	}
	if !(f.rse >= 0 && f.rse <= 100) {
		return failf(exitUsage, "%s", w.BadValue("--rse", strconv.FormatFloat(f.rse, 'g', -1, 64), "0 … 100"))
	}
	return nil
}

// firstOf gives the first region named, else the home region.
func (a *app) firstOf(regions string) model.RegionCode {
	first, _, _ := strings.Cut(regions, ",")
	first, _, _ = strings.Cut(strings.TrimSpace(first), "@")
	if first == "" {
		return a.home()
	}
	return model.RegionCode(first)
}

// childrenOf gives the regencies and cities of a province as they are typed, at
// the period of the call or its last year, for Papua was split; none for "".
func (a *app) childrenOf(f compareFlags) ([]string, error) {
	if f.children == "" {
		return nil, nil
	}
	code, err := a.readRegion(f.children)
	if err != nil {
		return nil, err
	}
	p, err := a.readPeriod(f.period)
	if err != nil {
		return nil, err
	}
	if p.IsZero() && f.to > 0 {
		p.Year = model.Year(f.to)
	}
	ds := a.store.Dataset()
	id := model.IndicatorID(f.indicator)
	if _, known := ds.Indicator(id); !known {
		id = model.P0
	}
	s, err := ds.Series(id)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, k := range compare.ChildrenAt(ds, s, code, p) {
		out = append(out, string(k))
	}
	if len(out) == 0 {
		return nil, failf(exitNotFound, "%s", a.words.Lang.CompareCLI().NoChildren(f.children))
	}
	return out, nil
}

// positionRow is a row of --analysis position.
type positionRow struct {
	compareRow
	Year             *int     `json:"year,omitempty"`
	ToProvince       *float64 `json:"to_province"`
	ToNation         *float64 `json:"to_nation"`
	PeopleToProvince *float64 `json:"people_to_province"`
	PeopleToNation   *float64 `json:"people_to_nation"`
	Percentile       *float64 `json:"percentile"`
	RankAll          *int     `json:"rank_all"`
	RankAllOf        *int     `json:"rank_all_of"`
}

func maybeOf(m model.Maybe[float64]) *float64 {
	if !m.OK {
		return nil
	}
	return ptr(m.V)
}

func (a *app) positions(c *analysed) error {
	c.req.Position = true
	res, err := compare.Compare(a.store.Dataset(), c.req)
	if err != nil {
		return err
	}
	a.positionAnswer(c, []compare.Result{res}, false)
	c.answer.notes = a.compareNotes(res)
	return nil
}

func (a *app) positionsByYear(c *analysed) error {
	ds := a.store.Dataset()
	s, err := ds.Series(c.ind.ID)
	if err != nil {
		return err
	}
	first, last := model.Year(c.from), model.Year(c.to)
	if ps := s.Periods(); len(ps) > 0 {
		if first == 0 {
			first = ps[0].Year
		}
		if last == 0 {
			last = ps[len(ps)-1].Year
		}
	}
	if last-first > 200 {
		return failf(exitUsage, "%s", a.words.CLI.BadValue("--from", strconv.Itoa(c.from), "1900 … 2100"))
	}
	results, err := compare.Yearly(ds, c.req, first, last)
	if err != nil {
		return err
	}
	a.positionAnswer(c, results, true)
	a.cutNotes(c)
	return nil
}

// namedCuts is how many regions a note on cuts names.
const namedCuts = 3

// cutNotes notes where lines must not be read across, those cut in the same
// years in one note.
func (a *app) cutNotes(c *analysed) {
	at := map[string]int{}
	var names [][]string
	first := len(c.answer.notes)
	for _, l := range a.lines(c, c.named).Lines {
		cuts := compare.Follow(l, c.ind.Decimals).Cuts
		if len(cuts) == 0 {
			continue
		}
		years := lang.Years(cuts)
		i, ok := at[years]
		if !ok {
			i = len(names)
			at[years] = i
			names = append(names, nil)
			c.answer.notes = append(c.answer.notes, note{Code: string(compare.SeriesBreak), Message: years})
		}
		names[i] = append(names[i], l.Region.Name)
		n := &c.answer.notes[first+i]
		n.Regions = append(n.Regions, string(l.Region.Code))
	}
	for i, all := range names {
		n := &c.answer.notes[first+i]
		who := strings.Join(all, ", ")
		if len(all) > namedCuts {
			who = a.words.Lang.CompareCLI().Lines(len(all))
		}
		n.Message = a.words.Lang.CompareCLI().Cuts(who, n.Message)
	}
}

// lines gives the lines of regions within --from and --to.
func (a *app) lines(c *analysed, regions []model.RegionCode) compare.Years {
	ys := compare.Trend(a.store.Dataset(), c.ind.ID, regions)
	from, to := 0, len(ys.Years)
	for i, y := range ys.Years {
		if c.from > 0 && int(y) < c.from {
			from = i + 1
		}
		if c.to > 0 && int(y) <= c.to {
			to = i + 1
		}
	}
	if c.to > 0 && len(ys.Years) > 0 && int(ys.Years[0]) > c.to || from > to {
		from, to = 0, 0
	}
	ys.Years = ys.Years[from:to]
	for i := range ys.Lines {
		ys.Lines[i].Points = ys.Lines[i].Points[from:to]
	}
	return ys
}

func (a *app) positionAnswer(c *analysed, results []compare.Result, yearly bool) {
	w, l := a.words.CLI, a.words.Lang
	aw := l.AnalysisWords()
	ans := &c.answer
	ans.header = []string{w.ColRegion, w.ColPeriod, l.FigureTitle(c.ind), w.ColRank, aw.ToProvince, aw.People, aw.ToNation, aw.People, aw.OfAll, aw.Percentile, w.ColSource}
	ans.right = []bool{false, false, true, true, true, true, true, true, true, true, false}
	ans.rawHead = []string{"region", "name", "level", "indicator", "unit", "period", "value", "source", "rank", "rank_of", "to_province", "people_to_province", "to_nation", "people_to_nation", "rank_all", "rank_all_of", "percentile"}
	out := []positionRow{}
	var locals []model.RegionCode
	for _, r := range c.all {
		if x, ok := a.store.Dataset().Region(r); ok && x.Level.IsLocal() {
			locals = append(locals, r)
		}
	}
	var said []string
	for _, res := range results {
		plain := a.compareAnswer(res)
		rows := plain.result.(compareJSON).Rows //nolint:forcetypeassert // compareAnswer makes no other
		for i, st := range compare.Standings(a.store.Dataset(), res, locals) {
			if yearly && !slices.Contains(c.named, st.Row.Region.Code) {
				continue
			}
			j, text, raw := a.positionRowOf(c, st, rows[i], plain.rows[i], plain.raw[i])
			if yearly {
				j.Year = ptr(int(st.Row.Period.Year))
			}
			out, ans.rows, ans.raw = append(out, j), append(ans.rows, text), append(ans.raw, raw)
			if st.Row.Region.Code == c.named[0] && !yearly {
				prov, _ := a.store.Dataset().Province(st.Row.Region.Code)
				said = l.SayStanding(st, a.scene(c.ind), prov.Code, "")
			}
		}
	}
	ans.foot = append(said, a.caution(c)...)
	ans.result = struct {
		Indicator indicatorJSON `json:"indicator"`
		Rows      []positionRow `json:"rows"`
	}{a.indicatorJSON(c.ind), out}
}

// positionRowOf adds what --analysis position knows to a row of compare, as
// JSON, as text and as CSV.
func (a *app) positionRowOf(c *analysed, st compare.Standing, row compareRow, text, raw []string) (j positionRow, words, fields []string) {
	l := a.words.Lang
	j = positionRow{
		compareRow: row, ToProvince: maybeOf(st.Row.ToProvince), ToNation: maybeOf(st.Row.ToNation),
		PeopleToProvince: maybeOf(st.PeopleToProvince), PeopleToNation: maybeOf(st.PeopleToNation), Percentile: maybeOf(st.Row.Percentile),
	}
	place := ""
	if st.Of > 0 {
		j.RankAll, j.RankAllOf = ptr(st.Rank), ptr(st.Of)
		place = a.words.CLI.RankOf(st.Rank, st.Of)
	}
	signed := func(m model.Maybe[float64]) string {
		return orDash(m, func(v float64) string { return l.Signed(v, c.ind.Decimals) })
	}
	words = []string{
		text[0], text[1], text[2], text[3], signed(st.Row.ToProvince), orDash(st.PeopleToProvince, l.SignedPeople),
		signed(st.Row.ToNation), orDash(st.PeopleToNation, l.SignedPeople), place,
		orDash(st.Row.Percentile, func(v float64) string { return l.Number(v, 0) }), text[4],
	}
	return j, words, append(raw, plainNumber(j.ToProvince), plainNumber(j.PeopleToProvince), plainNumber(j.ToNation), plainNumber(j.PeopleToNation), plainInt(j.RankAll), plainInt(j.RankAllOf), plainNumber(j.Percentile))
}

func (a *app) caution(c *analysed) []string {
	if s := a.words.Lang.Caution(c.ind); s != "" {
		return []string{s}
	}
	return nil
}

// scene is what sentences need.
func (a *app) scene(ind model.Indicator) lang.Scene {
	return lang.Scene{Indicator: ind, Name: func(c model.RegionCode) string {
		if r, ok := a.store.Dataset().Region(c); ok {
			return a.words.Lang.Region(r)
		}
		return string(c)
	}}
}

func orDash(m model.Maybe[float64], f func(float64) string) string {
	if !m.OK {
		return "-"
	}
	return f(m.V)
}

func plainNumber(v *float64) string {
	if v == nil || math.IsNaN(*v) {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

func plainInt(v *int) string {
	if v == nil {
		return ""
	}
	return strconv.Itoa(*v)
}
