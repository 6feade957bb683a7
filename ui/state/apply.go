package state

import (
	"slices"

	"rakor/model"
	"rakor/model/compare"
)

// Effect is something to be done outside of the State: saving, quitting. It is
// run by whoever owns the session and may answer with an Intent.
type Effect interface{ effect() }

// The effects.
type (
	// SaveHome remembers the home region with the user's data.
	SaveHome struct{ Region model.RegionCode }
	// SaveWelcomed remembers that the first line was dismissed.
	SaveWelcomed struct{}
	// Quit ends the program.
	Quit struct{}
	// Suspend gives the terminal back to the shell for a while.
	Suspend struct{}
	// ReadHouseholds reads a file of households, which takes a while.
	ReadHouseholds struct{ Path string }
	// CancelRead ends the reading that is under way.
	CancelRead struct{}
	// DropHouseholds lets the files of households go.
	DropHouseholds struct{}
)

// MaxPath is the longest path of a file, in bytes.
const MaxPath = 4096

func (SaveHome) effect()     {}
func (SaveWelcomed) effect() {}
func (Quit) effect()         {}
func (Suspend) effect()      {}

func (ReadHouseholds) effect() {}
func (CancelRead) effect()     {}
func (DropHouseholds) effect() {}

// Apply gives the state after an intent. It is pure and total: the state
// passed in is not changed, an intent that makes no sense gives it back as it
// was, and the result is always valid (see [Valid]).
func Apply(snap *Snapshot, st State, in Intent) (State, []Effect) {
	if in, ok := in.(ScenarioRenamed); ok { // before its old name, which is gone, is forgotten
		st.Estimate = renamed(st.Estimate, in)
	}
	st = Valid(snap, st)
	switch in := in.(type) {
	case ShowTab:
		if in.Tab < Tabs {
			st.Tab, st.Meeting.Shown = in.Tab, false
		}
	case ToggleTable:
		st.Table = !st.Table
	case Point:
		st.Pointer = !st.Pointer
	case SetHome:
		return setHome(snap, st, in.Region)
	case Loaded:
		st.Rev = max(st.Rev, in.Rev)
	case SetInput, SetEstimatePeriod, SelectInput, ResetEstimate:
		st.Estimate = applyEstimate(snap, st, in)
	case OpenHouseholds:
		if in.Path != "" && len(in.Path) <= MaxPath {
			return st, []Effect{ReadHouseholds(in)}
		}
	case CloseHouseholds:
		if len(snap.Households) > 0 || snap.Shares != nil {
			return st, []Effect{DropHouseholds{}}
		}
	case HouseholdsOpened:
		st = st.use(snap, in.Rev, MethodFile)
	case SharesOpened:
		st = st.use(snap, in.Rev, MethodShares)
	case HouseholdsClosed:
		st.Rev, st.Estimate.Method = max(st.Rev, in.Rev), nil
	default:
		if next, effects, ok := applyScenario(snap, st, in); ok {
			return Valid(snap, next), effects
		}
		if next, effects, ok := applyProgram(snap, st, in); ok {
			return Valid(snap, next), effects
		}
		if next, effects, ok := applyPeers(snap, st, in); ok {
			return Valid(snap, next), effects
		}
		if next, effects, ok := applyEntry(snap, st, in); ok {
			return Valid(snap, next), effects
		}
		if next, effects, ok := applyIntake(snap, st, in); ok {
			return Valid(snap, next), effects
		}
		if next, effects, ok := applyMeeting(snap, st, in); ok {
			return Valid(snap, next), effects
		}
		st.Regional = applyRegional(snap, st, in)
	}
	return Valid(snap, st), nil
}

func setHome(snap *Snapshot, st State, code model.RegionCode) (State, []Effect) {
	r, ok := snap.Data.Region(code)
	if !ok || !r.Level.IsLocal() || code == st.Home {
		return st, nil
	}
	next := New(code)
	next.Rev, next.Tab, next.Table = st.Rev, st.Tab, st.Table
	next.Regional.Indicator = st.Regional.Indicator
	next.Program.Sort, next.Program.Desc, next.Program.Then = st.Program.Sort, st.Program.Desc, st.Program.Then
	next.Program.View, next.Program.By, next.Program.Measure = st.Program.View, st.Program.By, st.Program.Measure
	return Valid(snap, next), []Effect{SaveHome{Region: code}}
}

// Usual gives the usual set of a home region: itself, its province, the nation
// and its sisters, each once.
func Usual(ds *model.Dataset, home model.RegionCode) []model.RegionCode {
	out := []model.RegionCode{home}
	if p, ok := ds.Province(home); ok {
		out = append(out, p.Code)
	}
	out = append(out, model.Nation)
	for _, s := range ds.Sisters(home) {
		if s != home {
			out = append(out, s)
		}
	}
	return out
}

// Compared gives the regions that the first tab compares.
func (st State) Compared(ds *model.Dataset) []model.RegionCode {
	if len(st.Regional.Regions) > 0 {
		return st.Regional.Regions
	}
	return Usual(ds, st.Home)
}

// Drawn gives the regions of the trend: the chosen ones, or home, province and
// nation.
func (st State) Drawn(ds *model.Dataset) []model.RegionCode {
	if len(st.Regional.Trend) > 0 {
		return st.Regional.Trend
	}
	u := Usual(ds, st.Home)
	return u[:min(3, len(u))]
}

// CommonPeriod gives the period that the first tab compares: the chosen one,
// or the newest that the usual set shares. It is zero where there is none.
func (st State) CommonPeriod(ds *model.Dataset) model.Period {
	if !st.Regional.Period.IsZero() {
		return st.Regional.Period
	}
	p, _ := compare.NewestCommon(ds, st.Regional.Indicator, st.Home)
	return p
}

// OwnPeriod gives the period of one region: its own, or the common one.
func (st State) OwnPeriod(ds *model.Dataset, r model.RegionCode) (p model.Period, own bool) {
	for _, k := range st.Regional.Own {
		if k.Region == r {
			return k.Period, true
		}
	}
	return st.CommonPeriod(ds), false
}

func applyRegional(snap *Snapshot, st State, in Intent) Regional {
	ds, g := snap.Data, st.Regional
	switch in := in.(type) {
	case SetIndicator:
		s, err := ds.Series(in.Indicator)
		if err != nil {
			return g
		}
		g.Indicator = in.Indicator
		if !hasYear(s, g.Period) {
			g.Period = model.Period{}
		}
		g.Own = nil
	case SetPeriod:
		if s, err := ds.Series(g.Indicator); err == nil && (in.Period.IsZero() || hasYear(s, in.Period)) {
			g.Period = in.Period
		}
	case StepPeriod:
		if s, err := ds.Series(g.Indicator); err == nil {
			g.Period = compare.StepPeriod(s, st.Compared(ds), st.CommonPeriod(ds), in.By)
		}
	case LikeForLike:
		g.Own = nil
		if s, err := ds.Series(g.Indicator); err == nil && !in.Period.IsZero() && hasYear(s, in.Period) {
			g.Period = in.Period
		}
	case StepOwn:
		if s, err := ds.Series(g.Indicator); err == nil {
			from, _ := st.OwnPeriod(ds, in.Region)
			g.Own = setOwn(g.Own, in.Region, compare.StepPeriod(s, []model.RegionCode{in.Region}, from, in.By))
		}
	case SetOwn:
		if s, err := ds.Series(g.Indicator); err == nil && (in.Period.IsZero() || hasYear(s, in.Period)) {
			g.Own = setOwn(g.Own, in.Region, in.Period)
		}
	case ToggleRegion:
		g.Regions = toggle(st.Compared(ds), in.Region, MaxRegions)
	case UsualRegions:
		g.Regions, g.Own = nil, nil
	case ToggleTrend:
		g.Trend = toggle(st.Drawn(ds), in.Region, MaxTrend)
	case SetReference:
		g.Reference = in.Region
	case SelectRegion:
		g.Selected = in.Region
	default:
		return applyAnalysis(g, in)
	}
	return g
}

// applyAnalysis changes what is looked at; what does not exist is put right by
// [Valid].
func applyAnalysis(g Regional, in Intent) Regional {
	switch in := in.(type) {
	case SetAnalysis:
		if slices.Contains(Analyses(), in.Analysis) {
			g.Analysis = in.Analysis
		}
	case SetAgainst:
		g.Against, g.Analysis = in.Indicator, Association
	case SetPeers:
		g.Peers, g.Analysis = in.Group, Position
	case SetCut:
		g.ByProvince = in.ByProvince
	case SetRSE:
		g.RSE, g.Sample, g.Deff = in.Percent, 0, 0
	}
	return g
}

// hasYear tells whether any region has a figure for p, or, where p is a year,
// for one of its rounds.
func hasYear(s *model.Series, p model.Period) bool {
	for _, q := range s.Periods() {
		if q == p || p.Month == 0 && q.Year == p.Year {
			return true
		}
	}
	return false
}

// toggle gives xs with r added at its end or taken out; the last one stays,
// and a full list takes no more.
func toggle(xs []model.RegionCode, r model.RegionCode, most int) []model.RegionCode {
	if i := slices.Index(xs, r); i >= 0 {
		if len(xs) == 1 {
			return xs
		}
		return slices.Delete(slices.Clone(xs), i, i+1)
	}
	if len(xs) >= most {
		return xs
	}
	return append(slices.Clone(xs), r)
}

func setOwn(own []Pick, r model.RegionCode, p model.Period) []Pick {
	out := slices.DeleteFunc(slices.Clone(own), func(k Pick) bool { return k.Region == r })
	if !p.IsZero() {
		out = append(out, Pick{Region: r, Period: p})
	}
	return out
}

// Valid gives the state with everything put right that its parts do not allow:
// unknown regions, indicators and entries are dropped, lists cut to their
// limits, numbers out of range forgotten. A valid state is given back as it
// is. The slices and pointers of st are never written to.
func Valid(snap *Snapshot, st State) State {
	ds := snap.Data
	st.Version = Version
	if st.Tab >= Tabs {
		st.Tab = TabRegional
	}
	if r, ok := ds.Region(st.Home); !ok || !r.Level.IsLocal() {
		if locals := ds.Locals(); len(locals) > 0 && !slices.Contains(locals, st.Home) {
			st = New(locals[0])
		}
	}
	st.Regional = validPeers(snap, validRegional(ds, st.Regional))
	st.Estimate = validScenarios(snap, st.Home, validEstimate(st.Estimate))
	st.Program = validProgram(snap, st.Program)
	st.Meeting = validMeeting(snap, st.Home, st.Meeting)
	return st
}

func validRegional(ds *model.Dataset, g Regional) Regional {
	if _, ok := ds.Indicator(g.Indicator); !ok {
		g.Indicator, g.Period, g.Own = model.P0, model.Period{}, nil
	}
	g.Regions = known(ds, g.Regions, MaxRegions)
	g.Trend = known(ds, g.Trend, MaxTrend)
	if len(g.Own) > 0 {
		own, seen := make([]Pick, 0, len(g.Own)), map[model.RegionCode]bool{}
		for _, k := range g.Own {
			if _, ok := ds.Region(k.Region); ok && !k.Period.IsZero() && !seen[k.Region] && len(own) < MaxRegions {
				seen[k.Region] = true
				own = append(own, k)
			}
		}
		g.Own = own
	}
	if r, ok := ds.Region(g.Reference); !ok || r.Level > model.LevelProvince {
		g.Reference = ""
	}
	if _, ok := ds.Region(g.Selected); !ok {
		g.Selected = ""
	}
	if !slices.Contains(Analyses(), g.Analysis) {
		g.Analysis = Overview
	}
	if _, ok := ds.Indicator(g.Against); !ok {
		g.Against = ""
	}
	if v := g.RSE; v != nil && !(*v > 0 && *v <= 100) {
		g.RSE = nil
	}
	return g
}

func known(ds *model.Dataset, xs []model.RegionCode, most int) []model.RegionCode {
	if len(xs) == 0 {
		return nil
	}
	out, seen := make([]model.RegionCode, 0, min(len(xs), most)), map[model.RegionCode]bool{}
	for _, x := range xs {
		if _, ok := ds.Region(x); ok && !seen[x] && len(out) < most {
			seen[x] = true
			out = append(out, x)
		}
	}
	return out
}
