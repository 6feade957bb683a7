package regional

import (
	"slices"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/state"
)

// findings are the numbers of one analysis; only its own fields are set.
type findings struct {
	group      compare.PeerGroup
	standings  []compare.Standing // as the rows are drawn
	own        compare.Line       // the subject's line
	years      []model.Year       // of own
	courses    []compare.Course   // of the lines drawn, or of all
	effect     compare.Effect
	together   compare.Together
	pair       compare.Association
	against    model.IndicatorID
	byProvince bool
	many       compare.Years // a line for every region
	parts      compare.Decomposition
	near, all  compare.Convergence
	gaps       []gap
	known      compare.Uncertainty
	sets       []compare.PeerGroup // peer groups that there are
}

// gap is one difference of the subject.
type gap struct {
	with   model.Observation
	region model.Region
	diff   compare.Difference
}

// analyse gathers the numbers of the analysis that is looked at.
func (v *View) analyse(snap *state.Snapshot, st state.State) {
	f := &v.found
	f.known = st.Regional.Uncertainty()
	f.sets = append([]compare.PeerGroup{""}, compare.PeerGroups()...)
	for _, p := range snap.Peers {
		f.sets = append(f.sets, compare.PeerGroup(p.Name))
	}
	f.byProvince = st.Regional.ByProvince
	switch v.Analysis {
	case state.Position:
		v.positions(snap, st)
	case state.Course:
		for _, l := range v.Trend.Lines {
			f.courses = append(f.courses, compare.Follow(l, v.Indicator.Decimals))
		}
	case state.Effectiveness:
		v.effect()
	case state.Relevance:
		f.together = compare.Relevance(v.Trend, v.Indicator.Decimals)
	case state.Association:
		v.associate(st)
	case state.Quadrant:
		v.priorities()
	case state.Multiples:
		rows := v.locals()
		if len(rows) == 0 {
			rows = v.order
		}
		f.many = compare.Trend(v.ds, v.Indicator.ID, rows)
		for _, l := range f.many.Lines {
			f.courses = append(f.courses, compare.Follow(l, v.Indicator.Decimals))
		}
	case state.Decomposition:
		v.decompose()
	case state.Convergence:
		v.converge()
	case state.Difference:
		v.differences()
	case state.Overview:
	}
}

// positions sets the rows, or those of a peer group, against province, nation
// and each other.
func (v *View) positions(snap *state.Snapshot, st state.State) {
	f := &v.found
	f.group = st.Regional.Peers
	req := compare.Request{Indicator: v.Indicator.ID, Period: v.Period, Position: true}
	peers := v.locals()
	if f.group != "" {
		peers = snap.PeersOf(f.group, v.Home.Code, st.Regional.Near)
		for _, c := range append(slices.Clone(peers), v.province.Code, model.Nation) {
			if _, ok := v.ds.Region(c); ok {
				req.Picks = append(req.Picks, compare.Pick{Region: c})
			}
		}
	} else {
		for _, r := range v.Result.Rows {
			p := compare.Pick{Region: r.Region.Code}
			if r.Own {
				p.Period = r.Period
			}
			req.Picks = append(req.Picks, p)
		}
	}
	if s, err := v.ds.Series(v.Indicator.ID); err != nil || !exists(s, req.Period) {
		return
	}
	res, err := compare.Compare(v.ds, req)
	if err != nil {
		return
	}
	f.standings = compare.Standings(v.ds, res, peers)
	slices.SortStableFunc(f.standings, func(a, b compare.Standing) int {
		x, y := a.Row, b.Row
		switch {
		case x.Region.Level.IsLocal() != y.Region.Level.IsLocal():
			return first(x.Region.Level.IsLocal())
		case !x.Region.Level.IsLocal():
			return int(y.Region.Level) - int(x.Region.Level)
		case x.OK != y.OK:
			return first(x.OK)
		case x.OK && compare.Better(v.Indicator, x.Observation.Value, y.Observation.Value):
			return -1
		case x.OK && compare.Better(v.Indicator, y.Observation.Value, x.Observation.Value):
			return 1
		}
		return 0
	})
	if f.group != "" { // the selection walks over the group
		v.order = v.order[:0:0]
		for _, s := range f.standings {
			v.order = append(v.order, s.Row.Region.Code)
		}
		if !slices.Contains(v.order, v.Selected) {
			v.Selected = v.Home.Code
		}
	}
}

// locals gives the regencies and cities compared.
func (v *View) locals() []model.RegionCode {
	var out []model.RegionCode
	for _, r := range v.Locals {
		if r.Region.Level.IsLocal() {
			out = append(out, r.Region.Code)
		}
	}
	return out
}

func (v *View) effect() {
	ys := compare.Trend(v.ds, v.Indicator.ID, []model.RegionCode{v.Selected})
	if len(ys.Lines) == 0 {
		return
	}
	v.found.own, v.found.years = ys.Lines[0], ys.Years
	v.found.effect = compare.Effectiveness(ys.Lines[0], v.Indicator, v.found.known)
}

func (v *View) cutting() compare.Cutting {
	if v.found.byProvince {
		return compare.CutProvince
	}
	return compare.CutMedian
}

func (v *View) associate(st state.State) {
	f := &v.found
	f.against = st.Regional.Against
	if f.against == "" || f.against == v.Indicator.ID {
		f.against = v.nextAgainst("")
	}
	locals := v.locals()
	year := compare.NewestPair(v.ds, v.Indicator.ID, f.against, locals, v.Period.Year)
	f.pair, _ = compare.Associate(v.ds, v.Indicator.ID, f.against, locals, v.province.Code, year, v.cutting())
}

// nextAgainst gives the usual partner after one, the indicator itself left out.
func (v *View) nextAgainst(after model.IndicatorID) model.IndicatorID {
	usual := slices.DeleteFunc(append(compare.Usual(v.ds), model.P0), func(id model.IndicatorID) bool { return id == v.Indicator.ID })
	if len(usual) == 0 {
		return after
	}
	i := slices.Index(usual, after) + 1
	return usual[i%len(usual)]
}

func (v *View) priorities() {
	locals := v.locals()
	year := compare.NewestPair(v.ds, model.P0, model.Poor, locals, v.Period.Year)
	v.found.pair, _ = compare.Priority(v.ds, locals, v.province.Code, year, v.cutting())
}

func (v *View) decompose() {
	to := v.Period
	if _, ok := v.ds.Value(v.Home.Code, model.P0, to); !ok {
		to, _ = compare.NewestCommon(v.ds, model.P0, v.Home.Code)
	}
	v.found.parts.Province, v.found.parts.To = v.province, to
	for back := model.Year(5); back > 0; back-- { // as far as the same method and round reach
		from := model.Period{Year: to.Year - back, Month: to.Month}
		if d := compare.Decompose(v.ds, v.province.Code, from, to); d.OK {
			v.found.parts = d
			return
		}
	}
}

// converge sets the newest round against the earliest alike of the last
// ten years.
func (v *View) converge() {
	s, err := v.ds.Series(v.Indicator.ID)
	if err != nil {
		return
	}
	locals := v.locals()
	for _, p := range s.Periods() {
		if !p.SameRound(v.Period) || !p.Before(v.Period) || v.Period.Year-p.Year > 10 {
			continue
		}
		if !v.found.near.OK {
			v.found.near = compare.Converge(v.ds, v.Indicator.ID, locals, p, v.Period)
		}
		if c := compare.Converge(v.ds, v.Indicator.ID, v.ds.Locals(), p, v.Period); !v.found.all.OK || c.N > v.found.all.N+50 {
			v.found.all = c
		}
	}
}

// differences sets the selected figure against earlier ones of its line, home,
// the province and the nation.
func (v *View) differences() {
	row, ok := v.row(v.Selected)
	if !ok || !row.OK {
		return
	}
	s, err := v.ds.Series(v.Indicator.ID)
	if err != nil {
		return
	}
	add := func(r model.Region, o model.Observation) {
		v.found.gaps = append(v.found.gaps, gap{with: o, region: r, diff: compare.Differ(v.estimate(row.Region, row.Observation.Value), v.estimate(r, o.Value), compare.DefaultLevel)})
	}
	for _, back := range [...]model.Year{1, 2, 3, 5, 10} {
		p := model.Period{Year: row.Period.Year - back, Month: row.Period.Month}
		if o, ok := s.At(row.Region.Code, p); ok {
			if _, broken := v.ds.BreakBetween(v.Indicator.ID, row.Region.Code, p, row.Period); !broken {
				add(row.Region, o)
			}
		}
	}
	if compare.Total(v.Indicator) {
		return
	}
	for _, q := range slices.Concat(v.Locals, v.Above) {
		if q.OK && q.Region.Code != v.Selected && q.Period == row.Period {
			add(q.Region, q.Observation)
		}
	}
}

// estimate gives a figure its standard error, where one was given for its
// level.
func (v *View) estimate(r model.Region, x float64) compare.Estimate {
	return v.found.known.Of(x, v.Indicator, r.Level)
}
