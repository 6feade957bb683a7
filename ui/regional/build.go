package regional

import (
	"cmp"
	"slices"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/state"
)

// rounds is how many of the last figures the reading lists.
const rounds = 3

// Row is one region of the comparison.
type Row struct {
	compare.Row
	Home  bool
	Off   bool // a figure of another period than the comparison's
	Doubt bool // sources differ, or none of them is official
}

// View is what the tab shows: numbers and identities.
type View struct {
	Home      model.Region
	province  model.Region // that home lies in at the period; no code where it lies in none
	Indicator model.Indicator
	Period    model.Period // of the comparison
	Table     bool         // tables of numbers instead of charts

	Locals []Row // best first, without figure last; then regions of other tiers
	Above  []Row // provinces and nation

	Selected     model.RegionCode
	Reference    Row                 // of the reference line
	HasReference bool                // there is such a region; its figure may be missing
	nextRef      model.RegionCode    // the other of province and nation
	Trend        compare.Years       // lines, to the year of the target at least
	Letters      []rune              // of each line
	Target       *model.Target       // of a line
	TargetOf     int                 // which
	Facts        []compare.Fact      // of the home region, or the selected one
	Last         []model.Observation // its last figures up to the period
	Result       compare.Result      // the comparison itself
	Alike        model.Period        // offered instead, where figures are not alike
	AlikeRows    []model.Observation // home, province and nation for it
	Analysis     state.Analysis      // what is looked at
	found        findings            // of the analysis
	ds           *model.Dataset      // names and sources
	order        []model.RegionCode  // rows from top to bottom
	off          []model.RegionCode  // rows of another period
	cuts         []cut               // where lines must not be joined
}

// cut is a place at which a line must not be joined to the figure before.
type cut struct {
	region   model.RegionCode
	from, to model.Period
	method   bool // the way of counting changed; else only the round did
}

// Build gathers what the tab shows for a state. It never panics: what is
// missing is shown as missing.
func Build(snap *state.Snapshot, st state.State) View {
	ds := snap.Data
	v := View{Table: st.Table, Analysis: st.Regional.Analysis, ds: ds, Period: st.CommonPeriod(ds)}
	v.Home, _ = ds.Region(st.Home)
	v.Indicator, _ = ds.Indicator(st.Regional.Indicator)
	s, err := ds.Series(st.Regional.Indicator)
	if err != nil {
		return v
	}
	v.province, _ = compare.ProvinceAt(ds, s, st.Home, v.Period)
	v.Result = v.result(s, st)
	if !v.Result.Period.IsZero() {
		v.Period = v.Result.Period
	}
	v.rows()
	v.reference(st)
	v.selection(st.Regional.Selected)
	v.reading()
	v.trend(v.drawn(st))
	v.offer()
	v.analyse(snap, st)
	return v
}

// result compares; a period that the data do not have gives each region's
// newest, anything else that cannot be compared gives no rows.
func (v *View) result(s *model.Series, st state.State) compare.Result {
	req := compare.Request{Indicator: v.Indicator.ID, Period: v.Period, Position: v.Table}
	for _, r := range v.compared(s, st) {
		p := compare.Pick{Region: r}
		for _, own := range st.Regional.Own {
			if own.Region == r && exists(s, own.Period) {
				p.Period = own.Period
			}
		}
		if _, ok := v.ds.Region(r); ok {
			req.Picks = append(req.Picks, p)
		}
	}
	if !exists(s, v.Period) {
		req.Period = model.Period{}
	}
	res, err := compare.Compare(v.ds, req)
	if err != nil {
		return compare.Result{}
	}
	return res
}

// compared gives the regions of the comparison: the chosen ones as they are; of
// the usual ones those that lie in home's province at the period, where that
// was split.
func (v *View) compared(s *model.Series, st state.State) []model.RegionCode {
	all := st.Compared(v.ds)
	usual, ok := v.ds.Province(st.Home)
	if len(st.Regional.Regions) > 0 || !ok || usual.Code == v.province.Code {
		return all
	}
	out := make([]model.RegionCode, 0, len(all))
	for _, c := range all {
		r, _ := v.ds.Region(c)
		switch p, _ := compare.ProvinceAt(v.ds, s, c, v.Period); {
		case c == usual.Code:
			out = append(out, v.province.Code)
		case !r.Level.IsLocal() || p.Code == v.province.Code:
			out = append(out, c)
		}
	}
	return out
}

// drawn gives the regions of the lines, home's province at the period among
// the usual ones.
func (v *View) drawn(st state.State) []model.RegionCode {
	out := slices.Clone(st.Drawn(v.ds))
	if usual, ok := v.ds.Province(st.Home); ok && len(st.Regional.Trend) == 0 {
		if i := slices.Index(out, usual.Code); i >= 0 {
			out[i] = v.province.Code
		}
	}
	return out
}

func exists(s *model.Series, p model.Period) bool {
	return s.HasPeriod(p) || p.Month == 0 && slices.ContainsFunc(s.Periods(), func(q model.Period) bool { return q.Year == p.Year })
}

// rows sorts the comparison: regencies and cities best first, then those
// without a figure, provinces and nation apart.
func (v *View) rows() {
	for _, r := range v.Result.Rows {
		row := Row{Row: r, Home: r.Region.Code == v.Home.Code}
		if r.OK {
			row.Off = r.Period != v.Period
			row.Doubt = len(r.Observation.Others) > 0 || !compare.Official(v.ds, r.Observation.Reading)
		}
		if row.Off {
			v.off = append(v.off, r.Region.Code)
		}
		if r.Region.Level <= model.LevelProvince {
			v.Above = append(v.Above, row)
		} else {
			v.Locals = append(v.Locals, row)
		}
	}
	better := func(a, b Row) int {
		switch {
		case a.Region.Level.IsLocal() != b.Region.Level.IsLocal():
			return first(a.Region.Level.IsLocal())
		case a.OK != b.OK:
			return first(a.OK)
		case !a.OK:
			return 0
		case compare.Better(v.Indicator, a.Observation.Value, b.Observation.Value):
			return -1
		case compare.Better(v.Indicator, b.Observation.Value, a.Observation.Value):
			return 1
		}
		return 0
	}
	slices.SortStableFunc(v.Locals, better)
	slices.SortStableFunc(v.Above, func(a, b Row) int {
		if a.Region.Level != b.Region.Level {
			return int(b.Region.Level) - int(a.Region.Level)
		}
		return better(a, b)
	})
	for _, rs := range [...][]Row{v.Locals, v.Above} {
		for _, r := range rs {
			v.order = append(v.order, r.Region.Code)
		}
	}
}

func first(is bool) int {
	if is {
		return -1
	}
	return 1
}

// row finds a row of the screen.
func (v *View) row(c model.RegionCode) (Row, bool) {
	for _, rs := range [...][]Row{v.Locals, v.Above} {
		for _, r := range rs {
			if r.Region.Code == c {
				return r, true
			}
		}
	}
	return Row{}, false
}

// reference finds the region of the reference line: the chosen one, else the
// province, else the nation.
func (v *View) reference(st state.State) {
	prov := v.province.Code
	code := st.Regional.Reference
	if code == "" {
		code = cmp.Or(prov, model.Nation)
	}
	v.nextRef = model.Nation
	if code == model.Nation {
		v.nextRef = cmp.Or(prov, model.Nation)
	}
	if row, ok := v.row(code); ok {
		v.Reference, v.HasReference = row, true
		return
	}
	r, ok := v.ds.Region(code)
	if !ok {
		return
	}
	v.Reference, v.HasReference = Row{Row: compare.Row{Region: r, Period: v.Period}}, true
	if o, ok := v.ds.At(code, v.Indicator.ID, v.Period); ok {
		v.Reference.Observation, v.Reference.OK = o, true
	}
}

// selection settles which row is selected: the chosen one, else home, else the
// first.
func (v *View) selection(chosen model.RegionCode) {
	for _, c := range [...]model.RegionCode{chosen, v.Home.Code} {
		if _, ok := v.row(c); ok {
			v.Selected = c
			return
		}
	}
	if len(v.order) > 0 {
		v.Selected = v.order[0]
	}
}

// subject is the region that the reading speaks of: home, or the selected one
// where home is not compared.
func (v *View) subject() model.RegionCode {
	if _, ok := v.row(v.Home.Code); ok {
		return v.Home.Code
	}
	return v.Selected
}

func (v *View) reading() {
	if len(v.Result.Rows) == 0 {
		return
	}
	subject := v.subject()
	v.Facts = compare.Read(v.ds, v.Result, subject)
	s, err := v.ds.Series(v.Indicator.ID)
	row, ok := v.row(subject)
	if err != nil || !ok {
		return
	}
	v.Last = compare.LastRounds(s, subject, row.Period, rounds)
}

// trend gathers the lines, leaves out the years before two of them can be
// compared, adds those up to the first target of one of them, and gives each
// line its letter.
func (v *View) trend(drawn []model.RegionCode) {
	v.Trend = compare.Trend(v.ds, v.Indicator.ID, drawn)
	v.shorten()
	taken := map[rune]bool{}
	for i, l := range v.Trend.Lines {
		v.Letters = append(v.Letters, letter(l.Region, v.Home.Code, taken))
		v.addCuts(l)
		if v.Target == nil {
			v.addTarget(l.Region.Code, i)
		}
	}
}

// shorten leaves out the first years in which only one of several lines has a
// figure: there is nothing to compare in them.
func (v *View) shorten() {
	for i := range v.Trend.Years {
		n := 0
		for _, l := range v.Trend.Lines {
			n += count(l.Points[i].OK)
		}
		if n < 2 {
			continue
		}
		v.Trend.Years = v.Trend.Years[i:]
		for k := range v.Trend.Lines {
			v.Trend.Lines[k].Points = v.Trend.Lines[k].Points[i:]
		}
		return
	}
}

func (v *View) addCuts(l compare.Line) {
	var before model.Period
	for _, p := range l.Points {
		if !p.OK {
			continue
		}
		at := p.Observation.Period
		if p.Cut && !before.IsZero() {
			_, method := v.ds.BreakBetween(v.Indicator.ID, l.Region.Code, before, at)
			v.cuts = append(v.cuts, cut{l.Region.Code, before, at, method})
		}
		before = at
	}
}

// targetAhead is the most years that a target may lie beyond the last figure.
const targetAhead = 10

func (v *View) addTarget(r model.RegionCode, line int) {
	if len(v.Trend.Years) == 0 {
		return
	}
	start, last := v.Trend.Years[0], v.Trend.Years[len(v.Trend.Years)-1]
	for _, t := range v.ds.Targets(r, v.Indicator.ID) {
		if t.Year < v.Period.Year || t.Year < start || t.Year > last+targetAhead {
			continue
		}
		v.Target, v.TargetOf = &t, line
		for y := last + 1; y <= t.Year; y++ {
			v.Trend.Years = append(v.Trend.Years, y)
		}
		return
	}
}

// letter gives the mark of a line: K for home (kota, kabupaten), N for the
// nation, P for a province, else the first letter of the name that is free.
func letter(r model.Region, home model.RegionCode, taken map[rune]bool) rune {
	var want string
	switch {
	case r.Code == home:
		want = "K"
	case r.Level == model.LevelNation:
		want = "N"
	case r.Level == model.LevelProvince:
		want = "P"
	default:
		want = bare(r.Name)
	}
	for _, c := range want + "ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
		if c >= 'a' && c <= 'z' {
			c += 'A' - 'a'
		}
		if c >= 'A' && c <= 'Z' && !taken[c] {
			taken[c] = true
			return c
		}
	}
	return '?'
}

// offer settles the comparison like for like: the newest period, not after
// that of the subject, that all rows with a figure share.
func (v *View) offer() {
	if len(v.off) == 0 {
		return
	}
	v.Alike = v.Result.Alike
	if row, ok := v.row(v.subject()); ok && row.OK {
		if p := compare.AlikeUpTo(v.ds, v.Result, row.Period); !p.IsZero() {
			v.Alike = p
		}
	}
	if v.Alike.IsZero() {
		return
	}
	for _, c := range [...]model.RegionCode{v.Home.Code, v.province.Code, model.Nation} {
		if o, ok := v.ds.At(c, v.Indicator.ID, v.Alike); ok {
			v.AlikeRows = append(v.AlikeRows, o)
		}
	}
}
