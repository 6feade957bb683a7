package main

import (
	"slices"
	"strconv"

	"rakor/model"
	"rakor/model/compare"
)

type movementJSON struct {
	Region  model.RegionCode `json:"region"`
	From    string           `json:"from"`
	To      string           `json:"to"`
	Was     float64          `json:"was"`
	Now     float64          `json:"now"`
	Points  float64          `json:"points"`
	Percent *float64         `json:"percent"`
	Years   int              `json:"years"`
}

func movementOf(r model.RegionCode, ch compare.Change) movementJSON {
	return movementJSON{r, ch.From.Period.String(), ch.To.Period.String(), ch.From.Value, ch.To.Value, ch.Points, maybeOf(ch.Percent), ch.Years}
}

// courses answers --analysis trend: every change of every line.
func (a *app) courses(c *analysed) {
	w, l := a.words.CLI, a.words.Lang
	ans := &c.answer
	ans.header = []string{w.ColRegion, w.ColFrom, w.ColTo, l.FigureTitle(c.ind), "", l.CompareCLI().Change, "%"}
	ans.right = []bool{false, false, false, true, true, true, true}
	ans.rawHead = []string{"region", "from", "to", "was", "now", "points", "percent", "years"}
	rows := []movementJSON{}
	for _, line := range a.lines(c, c.all).Lines {
		course := compare.Follow(line, c.ind.Decimals)
		for _, ch := range course.Changes {
			j := movementOf(line.Region.Code, ch)
			rows = append(rows, j)
			ans.rows = append(ans.rows, []string{line.Region.Name, l.Period(ch.From.Period), l.Period(ch.To.Period), l.Value(j.Was, c.ind), l.Value(j.Now, c.ind), l.Signed(j.Points, c.ind.Decimals), orDash(ch.Percent, func(v float64) string { return l.Signed(v, 1) })})
			ans.raw = append(ans.raw, []string{string(j.Region), j.From, j.To, plainNumber(&j.Was), plainNumber(&j.Now), plainNumber(&j.Points), plainNumber(j.Percent), strconv.Itoa(j.Years)})
		}
		ans.foot = append(ans.foot, l.SayCourse(course, a.scene(c.ind))...)
	}
	ans.foot = append(ans.foot, a.caution(c)...)
	a.cutNotes(c)
	ans.result = struct {
		Indicator indicatorJSON  `json:"indicator"`
		Rows      []movementJSON `json:"rows"`
	}{a.indicatorJSON(c.ind), rows}
}

type effectJSON struct {
	Region    model.RegionCode `json:"region"`
	Name      string           `json:"name"`
	From      *string          `json:"from"`
	To        *string          `json:"to"`
	Points    *float64         `json:"points"`
	Slope     *float64         `json:"slope"`
	Toward    int              `json:"toward"`
	Away      int              `json:"away"`
	Flat      int              `json:"flat"`
	Verdict   compare.Verdict  `json:"verdict"`
	Low       *float64         `json:"ci_low"`
	High      *float64         `json:"ci_high"`
	NeededRSE *float64         `json:"needed_rse"`
}

// effects answers --analysis effectiveness: a verdict a region.
func (a *app) effects(c *analysed) {
	w, l := a.words.CLI, a.words.Lang
	ans := &c.answer
	ans.header = []string{w.ColRegion, w.ColFrom, w.ColTo, l.CompareCLI().Change, l.CompareCLI().Slope, l.CompareCLI().Verdict}
	ans.right = []bool{false, false, false, true, true, false}
	ans.rawHead = []string{"region", "from", "to", "points", "slope", "toward", "away", "flat", "verdict", "ci_low", "ci_high", "needed_rse"}
	rows := []effectJSON{}
	for i, line := range a.lines(c, c.all).Lines {
		e := compare.Effectiveness(line, c.ind, c.known())
		j := effectJSON{Region: line.Region.Code, Name: line.Region.Name, Slope: maybeOf(e.Slope), Toward: e.Toward, Away: e.Away, Flat: e.Flat, Verdict: e.Verdict, NeededRSE: maybeOf(e.Gap.NeededRSE)}
		text := []string{line.Region.Name, "-", "-", "-", orDash(e.Slope, func(v float64) string { return l.Signed(v, c.ind.Decimals+1) }), l.VerdictName(string(e.Verdict))}
		if e.Course.HasWhole {
			wh := e.Course.Whole
			j.From, j.To, j.Points = ptr(wh.From.Period.String()), ptr(wh.To.Period.String()), ptr(wh.Points)
			text[1], text[2], text[3] = l.Period(wh.From.Period), l.Period(wh.To.Period), l.Signed(wh.Points, c.ind.Decimals)
		}
		if e.Gap.Known {
			j.Low, j.High = ptr(e.Gap.Low), ptr(e.Gap.High)
		}
		rows = append(rows, j)
		ans.rows = append(ans.rows, text)
		ans.raw = append(ans.raw, []string{string(j.Region), orEmpty(j.From), orEmpty(j.To), plainNumber(j.Points), plainNumber(j.Slope), strconv.Itoa(j.Toward), strconv.Itoa(j.Away), strconv.Itoa(j.Flat), string(j.Verdict), plainNumber(j.Low), plainNumber(j.High), plainNumber(j.NeededRSE)})
		if i == 0 {
			ans.foot = l.SayEffect(e, a.scene(c.ind))
		}
	}
	if c.known().Known() {
		ans.foot = append(ans.foot, l.AssumedError(c.known()))
	}
	a.cutNotes(c)
	ans.result = struct {
		Indicator indicatorJSON `json:"indicator"`
		Rows      []effectJSON  `json:"rows"`
	}{a.indicatorJSON(c.ind), rows}
}

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

type yearStepJSON struct {
	Year   int                           `json:"year"`
	Points map[model.RegionCode]*float64 `json:"points"`
}

type linePairJSON struct {
	With  model.RegionCode `json:"with"`
	Same  int              `json:"same"`
	Of    int              `json:"of"`
	Share *float64         `json:"share"`
	Apart []model.Year     `json:"apart"`
}

// relevance answers --analysis relevance: the first region's changes beside
// those of the others.
func (a *app) relevance(c *analysed) {
	w, l := a.words.CLI, a.words.Lang
	ys := a.lines(c, c.all)
	t := compare.Relevance(ys, c.ind.Decimals)
	ans := &c.answer
	ans.header, ans.right, ans.rawHead = []string{w.ColPeriod}, []bool{false}, []string{"year"}
	for _, line := range ys.Lines {
		ans.header, ans.right, ans.rawHead = append(ans.header, line.Region.Name), append(ans.right, true), append(ans.rawHead, string(line.Region.Code))
	}
	steps, pairs := []yearStepJSON{}, []linePairJSON{}
	for _, st := range t.Steps {
		j := yearStepJSON{Year: int(st.Year), Points: map[model.RegionCode]*float64{}}
		text, raw := []string{strconv.Itoa(j.Year)}, []string{strconv.Itoa(j.Year)}
		for i, p := range st.Points {
			j.Points[ys.Lines[i].Region.Code] = maybeOf(p)
			text, raw = append(text, orDash(p, func(v float64) string { return l.Signed(v, c.ind.Decimals) })), append(raw, plainNumber(maybeOf(p)))
		}
		steps, ans.rows, ans.raw = append(steps, j), append(ans.rows, text), append(ans.raw, raw)
	}
	for _, p := range t.Pairs {
		pairs = append(pairs, linePairJSON{p.Other.Code, p.Same, p.Of, maybeOf(p.Share()), append([]model.Year{}, p.Apart...)})
	}
	if len(ys.Lines) > 0 {
		ans.foot = l.SayRelevance(t, ys.Lines[0].Region.Code, a.scene(c.ind))
	}
	ans.result = struct {
		Indicator indicatorJSON  `json:"indicator"`
		Rows      []yearStepJSON `json:"rows"`
		Pairs     []linePairJSON `json:"pairs"`
	}{a.indicatorJSON(c.ind), steps, pairs}
}

type pairPointJSON struct {
	Region   model.RegionCode `json:"region"`
	Name     string           `json:"name"`
	Value    float64          `json:"value"`
	Period   string           `json:"period"`
	Against  float64          `json:"against"`
	AgPeriod string           `json:"against_period"`
	Quadrant *int             `json:"quadrant"`
}

// association answers --analysis association and quadrant.
func (a *app) association(c *analysed) error {
	ds, w, l := a.store.Dataset(), a.words.CLI, a.words.Lang
	quadrant := c.analysis == "quadrant"
	x, y := model.IndicatorID(c.against), c.ind.ID
	if quadrant {
		x, y = model.Poor, model.P0
	} else if x == "" {
		usual := slices.DeleteFunc(compare.Usual(ds), func(id model.IndicatorID) bool { return id == y })
		if len(usual) > 0 {
			x = usual[0]
		}
	}
	prov, _ := ds.Province(c.all[0])
	year := c.req.Period.Year
	if year == 0 {
		year = compare.NewestPair(ds, y, x, c.all, 2100)
	}
	cut := compare.CutMedian
	if c.cut == "province" {
		cut = compare.CutProvince
	}
	p, err := compare.Associate(ds, y, x, c.all, prov.Code, year, cut)
	if err != nil {
		return err
	}
	says := l.SayAssociation(&p)
	if quadrant {
		says = l.SayPriority(&p, c.named[0], a.scene(c.ind))
	}
	if !quadrant && len(p.Points) < compare.LeastPairs || len(p.Points) == 0 {
		return failf(exitNoAnswer, "%s", says[0])
	}
	ans := &c.answer
	ans.header = []string{w.ColRegion, l.FigureTitle(p.Y), w.ColPeriod, l.FigureTitle(p.X), w.ColPeriod, l.AnalysisWords().Quadrant}
	ans.right = []bool{false, true, false, true, false, false}
	ans.rawHead = []string{"region", "name", "value", "period", "against", "against_period", "quadrant"}
	rows := []pairPointJSON{}
	for _, k := range p.Points {
		j := pairPointJSON{k.Region.Code, k.Region.Name, k.Y.Value, k.Y.Period.String(), k.X.Value, k.X.Period.String(), nil}
		if k.Quadrant > 0 {
			j.Quadrant = ptr(int(k.Quadrant))
		}
		rows = append(rows, j)
		ans.rows = append(ans.rows, []string{k.Region.Name, l.Value(k.Y.Value, p.Y), l.Period(k.Y.Period), l.Value(k.X.Value, p.X), l.Period(k.X.Period), l.AnalysisWords().Letters[k.Quadrant]})
		ans.raw = append(ans.raw, []string{string(j.Region), j.Name, plainNumber(&j.Value), j.Period, plainNumber(&j.Against), j.AgPeriod, plainInt(j.Quadrant)})
	}
	ans.foot = says
	if other := l.Of(p.X.Care); other != "" && !quadrant {
		ans.foot = append(ans.foot, other)
	}
	if p.Unlike {
		ans.notes = append(ans.notes, note{Code: string(compare.RoundMismatch), Message: says[len(says)-1]})
	}
	ans.result = associationResult(a, &p, rows, quadrant)
	return nil
}

type correlationJSON struct {
	Rho   float64 `json:"spearman"`
	N     int     `json:"n"`
	Level float64 `json:"level"`
	Low   float64 `json:"ci_low"`
	High  float64 `json:"ci_high"`
}

type associationJSON struct {
	Indicator   indicatorJSON    `json:"indicator"`
	Against     indicatorJSON    `json:"against"`
	Year        model.Year       `json:"year"`
	CutValue    *float64         `json:"cut_value"`
	CutAgainst  *float64         `json:"cut_against"`
	Correlation *correlationJSON `json:"correlation,omitempty"`
	Rows        []pairPointJSON  `json:"rows"`
}

func associationResult(a *app, p *compare.Association, rows []pairPointJSON, quadrant bool) associationJSON {
	out := associationJSON{Indicator: a.indicatorJSON(p.Y), Against: a.indicatorJSON(p.X), Year: p.Year, CutValue: maybeOf(p.CutY), CutAgainst: maybeOf(p.CutX), Rows: rows}
	if p.OK && !quadrant {
		out.Correlation = &correlationJSON{p.Rho, len(p.Points), p.Level, p.Low, p.High}
	}
	return out
}
