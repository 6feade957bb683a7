package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rakor/model"
	"rakor/model/filter"
	"rakor/model/target"
	"rakor/ui/lang"
)

func (a *app) programScore() *cobra.Command {
	w := a.words.Lang.CLIScore()
	var expr, deciles string
	var lowPeople int64
	c := &cobra.Command{
		Use: "score", Short: w.Short, Long: w.Long, Args: a.noArgs,
		Example: "  rakor program score\n  rakor program score --filter tahun:2025 --format json\n  rakor program score --reached-deciles 120,90,60,40,20,10,0,0,0,0 --low-deciles 4200",
		RunE: func(*cobra.Command, []string) error {
			e, err := filter.Parse(expr)
			if err != nil {
				return a.filterError(expr, err)
			}
			recipients, err := a.deciles(deciles)
			if err != nil {
				return err
			}
			if lowPeople < 0 {
				return failf(exitUsage, "%s", a.words.CLI.BadValue("--low-deciles", strconv.FormatInt(lowPeople, 10), "4200"))
			}
			if err := a.openList(); err != nil {
				return err
			}
			shown := a.matching(e.Within(a.store.Dataset(), a.home()))
			if len(shown) == 0 {
				return failf(exitNotFound, "%s", w.Nothing)
			}
			j := target.Judge(a.store.Dataset(), a.home(), shown, a.programmes().Strategies())
			var hit *target.Targeting
			if recipients != nil {
				people := model.Maybe[int64]{}
				if lowPeople > 0 {
					people = model.Known(lowPeople)
				}
				t, ok := target.Targeted(*recipients, people)
				if !ok {
					return failf(exitNoAnswer, "%s", w.NoRecipients)
				}
				hit = &t
			}
			return a.print(a.scoreAnswer(j, hit))
		},
	}
	f := c.Flags()
	f.StringVar(&expr, "filter", "", a.words.CLI.FlagFilter)
	f.StringVar(&deciles, "reached-deciles", "", w.FlagDeciles)
	f.Int64Var(&lowPeople, "low-deciles", 0, w.FlagLow)
	return c
}

// deciles reads ten numbers of recipients; nil for none.
func (a *app) deciles(text string) (*target.Deciles, error) {
	if text == "" {
		return nil, nil //nolint:nilnil // none were given
	}
	bad := failf(exitUsage, "%s", a.words.CLI.BadValue("--reached-deciles", text, "120,90,60,40,20,10,0,0,0,0"))
	parts := strings.Split(text, ",")
	var out target.Deciles
	if len(parts) != len(out) {
		return nil, bad
	}
	for i, p := range parts {
		n, err := strconv.ParseInt(strings.TrimSpace(p), 10, 64)
		if err != nil || n < 0 {
			return nil, bad
		}
		out[i] = n
	}
	return &out, nil
}

// The JSON of a judgement. A share is in per cent; null is not known.
type (
	scoreJSON struct {
		Poor       *poorJSON      `json:"poor"`
		Line       askedJSON      `json:"line"`
		Coverage   []reachJSON    `json:"coverage"`
		Targeting  *targetingJSON `json:"targeting"`
		Absorption absorbJSON     `json:"absorption"`
		Strategy   []absorbJSON   `json:"by_strategy"`
		Department []absorbJSON   `json:"by_department"`
		Funding    []absorbJSON   `json:"by_funding"`
		Top        *topJSON       `json:"largest"`
		PerPoor    *float64       `json:"budget_per_poor_person"`
		Matrix     matrixJSON     `json:"convergence"`
		Overlaps   []overlapJSON  `json:"overlaps"`
		Readiness  readyJSON      `json:"readiness"`
		Links      []linkJSON     `json:"links"`
		NoLink     int            `json:"without_indicator"`
	}
	poorJSON struct {
		People int64           `json:"people"`
		Period string          `json:"period"`
		Source *model.SourceID `json:"source"`
	}
	askedJSON struct {
		Percent  float64 `json:"percent"`
		Semester int     `json:"semester"`
		Source   string  `json:"source"`
	}
	reachJSON struct {
		Unit     model.TargetUnit `json:"unit"`
		Rows     int              `json:"rows"`
		Targeted int64            `json:"targeted"`
		Reached  int64            `json:"reached"`
		Aim      *float64         `json:"targeted_of_poor"`
		Reach    *float64         `json:"reached_of_poor"`
		Executed *float64         `json:"reached_of_target"`
		Same     bool             `json:"comparable_with_poor"`
	}
	targetingJSON struct {
		Share     float64  `json:"share_deciles_1_4"`
		CGH       float64  `json:"coady_grosh_hoddinott"`
		Inclusion float64  `json:"inclusion_error"`
		Exclusion *float64 `json:"exclusion_error"`
	}
	absorbJSON struct {
		Key        string   `json:"key"`
		Rows       int      `json:"rows"`
		Budget     int64    `json:"budget"`
		BudgetRows int      `json:"budget_rows"`
		Computed   int      `json:"budget_computed_rows"`
		Realised1  int64    `json:"realised_h1"`
		Semester1  *float64 `json:"absorbed_h1"`
		Rows1      int      `json:"absorbed_h1_rows"`
		Realised   int64    `json:"realised"`
		Year       *float64 `json:"absorbed"`
		RowsYear   int      `json:"absorbed_rows"`
		Below      int      `json:"below_line"`
		Over       int      `json:"over_budget"`
		Nothing    int      `json:"nothing_realised"`
		NoBudget   int      `json:"budget_unknown"`
		NoRealised int      `json:"realised_unknown"`
	}
	topJSON struct {
		Rows    int     `json:"rows"`
		Percent float64 `json:"percent"`
	}
	matrixJSON struct {
		Cells      []cellJSON `json:"cells"`
		Unplaced   int        `json:"without_place"`
		Unknown    int        `json:"place_unknown"`
		Everywhere int        `json:"everywhere"`
		Samples    int        `json:"samples"`
	}
	cellJSON struct {
		Place    model.KemendagriCode `json:"place"`
		Name     string               `json:"name"`
		Strategy model.Strategy       `json:"strategy"`
		Rows     int                  `json:"rows"`
		Budget   int64                `json:"budget"`
		People   int64                `json:"people"`
	}
	overlapJSON struct {
		A     model.ProgrammeID `json:"a"`
		B     model.ProgrammeID `json:"b"`
		Place string            `json:"place"`
		Group string            `json:"group"`
		Kind  string            `json:"kind"`
	}
	readyJSON struct {
		Rows    int            `json:"rows"`
		Fit     int            `json:"fit"`
		Almost  int            `json:"one_missing"`
		Score   *float64       `json:"score"`
		Lacking map[string]int `json:"lacking"`
	}
	linkJSON struct {
		Indicator model.IndicatorID `json:"indicator"`
		Rows      int               `json:"rows"`
		From      *float64          `json:"from"`
		To        *float64          `json:"to"`
		Periods   []string          `json:"periods"`
	}
)

func pointer[T any](m model.Maybe[T]) *T {
	if !m.OK {
		return nil
	}
	return &m.V
}

func absorbOf(key string, x target.Absorption) absorbJSON {
	return absorbJSON{
		Key: key, Rows: x.Rows, Budget: int64(x.Budget.Sum), BudgetRows: x.Budget.Rows, Computed: x.Computed,
		Realised1: int64(x.Realised1.Sum), Semester1: pointer(x.Semester1), Rows1: x.Rows1, Realised: int64(x.RealisedYear.Sum), Year: pointer(x.Year), RowsYear: x.RowsYear,
		Below: x.Below, Over: x.Over, Nothing: x.Nothing, NoBudget: x.NoBudget, NoRealised: x.NoRealised,
	}
}

func scoreOf(j target.Judgement, hit *target.Targeting) scoreJSON {
	out := scoreJSON{
		Line: askedJSON{j.Line.Percent, j.Line.Semester, j.Line.Source.EN}, Coverage: []reachJSON{}, Absorption: absorbOf("", j.Money),
		Strategy: []absorbJSON{}, Department: []absorbJSON{}, Funding: []absorbJSON{}, PerPoor: pointer(j.PerPoor),
		Matrix: matrixJSON{Cells: []cellJSON{}, Unplaced: j.Matrix.Unplaced, Unknown: j.Matrix.Unknown, Samples: j.Matrix.Samples}, Overlaps: []overlapJSON{},
		Readiness: readyJSON{j.Ready.Rows, j.Ready.Fit, j.Ready.Almost, pointer(j.Ready.Score), map[string]int{}}, Links: []linkJSON{}, NoLink: j.NoAim,
	}
	if j.PoorN.OK {
		p := poorJSON{People: j.PoorN.V, Period: j.Poor.V.Period.String()}
		if len(j.Poor.V.Sources) > 0 {
			p.Source = &j.Poor.V.Sources[0]
		}
		out.Poor = &p
	}
	for _, c := range j.Coverage {
		out.Coverage = append(out.Coverage, reachJSON{c.Unit, c.Rows, c.Targeted, c.Reached, pointer(c.Aim), pointer(c.Reach), pointer(c.Executed), c.Comparable()})
	}
	if hit != nil {
		out.Targeting = &targetingJSON{hit.Share, hit.CGH, hit.Inclusion, pointer(hit.Exclusion)}
	}
	for _, g := range j.ByStrategy {
		out.Strategy = append(out.Strategy, absorbOf(strconv.Itoa(int(g.Key)), g.Absorption))
	}
	for _, g := range j.ByDepartment {
		out.Department = append(out.Department, absorbOf(g.Key, g.Absorption))
	}
	for _, g := range j.ByFunding {
		out.Funding = append(out.Funding, absorbOf(g.Key, g.Absorption))
	}
	if j.TopPercent.OK {
		out.Top = &topJSON{j.TopRows, j.TopPercent.V}
	}
	for i, p := range j.Matrix.Places {
		for k, s := range j.Matrix.Strategies {
			c := j.Matrix.Cells[i][k]
			out.Matrix.Cells = append(out.Matrix.Cells, cellJSON{p.Kemendagri, p.Name, s.Code, c.Rows, int64(c.Budget.Sum), c.People})
		}
	}
	for _, c := range j.Matrix.Everywhere {
		out.Matrix.Everywhere += c.Rows
	}
	for _, o := range j.Overlaps {
		out.Overlaps = append(out.Overlaps, overlapJSON{o.A.ID, o.B.ID, o.Place, o.Group, o.Kind})
	}
	names := [target.Parts]string{"target", "target_unit", "place", "budget", "realised", "source", "sipd"}
	for p, n := range j.Ready.Lacking {
		out.Readiness.Lacking[names[p]] = n
	}
	for _, m := range j.Aims {
		l := linkJSON{Indicator: m.Indicator, Rows: m.Rows, Periods: []string{}}
		if c := m.Change; c.OK {
			l.From, l.To = &c.V.From.Value, &c.V.To.Value
			l.Periods = []string{c.V.From.Period.String(), c.V.To.Period.String()}
		}
		out.Links = append(out.Links, l)
	}
	return out
}

// scoreAnswer shows a judgement: the money by group as a table, everything else
// in sentences.
func (a *app) scoreAnswer(j target.Judgement, hit *target.Targeting) answer {
	w, l := a.words.Lang.Judge(), a.words.Lang
	ans := answer{
		command: "program score", result: scoreOf(j, hit), rows: [][]string{}, raw: [][]string{},
		header:  []string{w.ColWhat, w.ColRows, w.ColBudget, w.ColSemester, w.ColYear, w.ColBand, w.ColMark},
		right:   []bool{false, true, true, true, true, false, true},
		rawHead: []string{"group", "rows", "budget", "absorbed_h1", "absorbed", "step", "below_line"},
	}
	add := func(name string, x target.Absorption) {
		band, share := "", x.Year
		if x.Semester1.OK {
			share = x.Semester1
		}
		if share.OK {
			band = w.Band(target.BandOf(share.V))
		}
		mark := ""
		if x.Below > 0 {
			mark = "! " + strconv.Itoa(x.Below)
		}
		money := "-"
		if x.Budget.Rows > 0 {
			money = l.Money(int64(x.Budget.Sum))
		}
		ans.rows = append(ans.rows, []string{name, strconv.Itoa(x.Rows), money, w.Percent(x.Semester1), w.Percent(x.Year), band, mark})
		number := func(m model.Maybe[float64]) string {
			if !m.OK {
				return ""
			}
			return strconv.FormatFloat(m.V, 'f', -1, 64)
		}
		ans.raw = append(ans.raw, []string{name, strconv.Itoa(x.Rows), strconv.FormatInt(int64(x.Budget.Sum), 10), number(x.Semester1), number(x.Year), band, strconv.Itoa(x.Below)})
	}
	add(w.Money, j.Money)
	for _, g := range j.ByStrategy {
		if g.Rows > 0 {
			add(a.strategyName(g.Key), g.Absorption)
		}
	}
	for _, g := range j.ByDepartment {
		if g.Rows > 0 {
			add(g.Key, g.Absorption)
		}
	}
	for _, g := range j.ByFunding {
		if g.Rows > 0 {
			add(first(g.Key, w.NoFunding), g.Absorption)
		}
	}
	ans.foot = a.scoreSentences(w, j, hit)
	if n := len(j.Years); n > 1 {
		ans.notes = append(ans.notes, note{Code: "years-mixed", Message: a.words.Program.WarnYears(j.Years[0], j.Years[n-1])})
	}
	if j.Ready.Samples > 0 {
		ans.notes = append(ans.notes, note{Code: "samples", Message: a.words.Program.WarnSamples(j.Ready.Samples, j.Ready.Samples+j.Ready.Rows)})
	}
	return ans
}

// strategyName gives a strategy as the table has it.
func (a *app) strategyName(s model.Strategy) string {
	for _, x := range a.programmes().Strategies() {
		if x.Code == s && s != 0 {
			return strconv.Itoa(int(s)) + " " + a.words.Lang.Of(x.Short)
		}
	}
	return a.words.Lang.Judge().NoStrategy
}

// scoreSentences says everything about a list in sentences, the headings before
// their own.
func (a *app) scoreSentences(w lang.Judge, j target.Judgement, hit *target.Targeting) []string {
	l, ds := a.words.Lang, a.store.Dataset()
	poor := w.NoPoor
	if j.PoorN.OK {
		source := ""
		if len(j.Poor.V.Sources) > 0 {
			source = ds.Source(j.Poor.V.Sources[0]).Title
		}
		poor = w.Poor(l.Int(j.PoorN.V), l.Period(j.Poor.V.Period), source)
	}
	out := []string{w.Coverage + ": " + poor + "."}
	factor := ""
	if j.Factor.OK {
		f := j.Factor.V
		factor = w.PerHousehold + " " + l.Number(f.Value(), 2) + " (" + l.Period(f.Period()) + ", " + ds.Source(f.Source()).Title + ")"
	}
	for _, c := range j.Coverage {
		k := ""
		if c.Unit == model.PerFamily || c.Unit == model.PerHousehold {
			k = factor
		}
		out = append(out, w.SayCoverage(c, k))
	}
	if hit != nil {
		out = append(out, w.Targeted+": "+w.SayTargeting(*hit))
	} else {
		out = append(out, w.Targeted+": "+w.NeedsDeciles+".")
	}
	out = append(out, w.Money+" ("+w.Line(j.Line)+"):")
	out = append(out, w.SayMoney(j.Money, j.Line)...)
	if j.TopPercent.OK {
		out = append(out, w.SayTop(j.TopPercent.V, j.TopRows))
	}
	if j.PerPoor.OK {
		out = append(out, w.SayPerPoor(j.PerPoor.V))
	}
	out = append(out, w.Converge+": "+w.SayGaps(&j.Matrix))
	if s := w.NotInCells(&j.Matrix); s != "" {
		out = append(out, s)
	}
	if len(j.Overlaps) == 0 {
		out = append(out, w.OverlapTitle+": "+w.NoOverlap)
	}
	for i, o := range j.Overlaps {
		if i == 10 {
			out = append(out, a.words.Common.More(len(j.Overlaps)-i))
			break
		}
		out = append(out, w.OverlapTitle+": "+w.Overlap(o)+".")
	}
	out = append(out, w.Ready+": "+w.SayReady(j.Ready))
	for _, m := range j.Aims {
		name, from, to, change := string(m.Indicator), "", "", ""
		if ind, ok := ds.Indicator(m.Indicator); ok {
			name = l.Of(ind.Short)
			if c := m.Change; c.OK {
				from = l.WithUnit(c.V.From.Value, ind) + " " + l.Period(c.V.From.Period)
				to = l.WithUnit(c.V.To.Value, ind) + " " + l.Period(c.V.To.Period)
				change = l.Signed(c.V.Points, ind.Decimals)
			}
		}
		out = append(out, w.Link+": "+w.SayAim(m.Aim, name, from, to, change))
	}
	if j.NoAim > 0 {
		out = append(out, w.Link+": "+w.NoAim(j.NoAim))
	}
	return out
}
