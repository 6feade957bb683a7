package state_test

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"rakor/data"
	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/state"
)

func snapshot(tb testing.TB) *state.Snapshot {
	tb.Helper()
	store, err := data.Open(data.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return &state.Snapshot{Rev: 1, Data: store.Dataset(), Programmes: store.Programmes()}
}

func TestApplyDoesNotChangeWhatItWasGiven(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	st := state.New("6271")
	st, _ = state.Apply(snap, st, state.ToggleTrend{Region: "6203"})
	st, _ = state.Apply(snap, st, state.SetOwn{Region: "6200", Period: model.Period{Year: 2023, Month: 3}})
	before, _ := json.Marshal(st)
	for _, in := range []state.Intent{
		state.ToggleTrend{Region: "6201"},
		state.ToggleTrend{Region: "6203"},
		state.ToggleRegion{Region: "6201"},
		state.SetOwn{Region: "6200"},
		state.StepOwn{Region: "6200", By: -1},
		state.LikeForLike{},
	} {
		state.Apply(snap, st, in)
		if after, _ := json.Marshal(st); string(after) != string(before) {
			t.Fatalf("%T changed the state it was given", in)
		}
	}
}

func TestMeetingsSentence(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	st := state.New("6271")
	if p := st.CommonPeriod(snap.Data); p.String() != "2025-03" {
		t.Errorf("opens on %s, want the newest March round, 2025-03", p)
	}
	st, _ = state.Apply(snap, st, state.SetPeriod{Period: model.Period{Year: 2024, Month: 3}})
	st, _ = state.Apply(snap, st, state.SetOwn{Region: "6200", Period: model.Period{Year: 2023, Month: 3}})
	if p, own := st.OwnPeriod(snap.Data, "6200"); !own || p.String() != "2023-03" {
		t.Errorf("the province is shown for %s", p)
	}
	if p, own := st.OwnPeriod(snap.Data, "6271"); own || p.String() != "2024-03" {
		t.Errorf("the city is shown for %s", p)
	}
	st, _ = state.Apply(snap, st, state.LikeForLike{Period: model.Period{Year: 2024, Month: 3}})
	if p, own := st.OwnPeriod(snap.Data, "6200"); own || p.String() != "2024-03" {
		t.Errorf("like for like leaves the province at %s", p)
	}
}

func TestHome(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	st := state.New("6271")
	st, _ = state.Apply(snap, st, state.ToggleTrend{Region: "6203"})
	next, effects := state.Apply(snap, st, state.SetHome{Region: "3273"})
	if next.Home != "3273" || len(effects) != 1 || effects[0] != (state.SaveHome{Region: "3273"}) {
		t.Errorf("home %s, effects %v", next.Home, effects)
	}
	if next.Regional.Trend != nil {
		t.Error("the trend of the old home is kept")
	}
	for _, code := range []model.RegionCode{"0000", "6200", "62.71.01", "9999", ""} {
		if same, effects := state.Apply(snap, st, state.SetHome{Region: code}); same.Home != "6271" || effects != nil {
			t.Errorf("%q became home", code)
		}
	}
}

func TestListsAreCapped(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	st := state.New("6271")
	for _, r := range snap.Data.Regions() {
		st, _ = state.Apply(snap, st, state.ToggleRegion{Region: r.Code})
		st, _ = state.Apply(snap, st, state.ToggleTrend{Region: r.Code})
		st, _ = state.Apply(snap, st, state.SetOwn{Region: r.Code, Period: model.Period{Year: 2020, Month: 3}})
	}
	st, _ = state.Apply(snap, st, state.SetFilter{Filter: strings.Repeat("x", state.MaxFilter)})
	for i := range state.MaxCompared {
		name := fmt.Sprint(i, strings.Repeat("n", state.MaxScenarioName-1))
		snap.Scenarios = append(snap.Scenarios, state.Scenario{Name: name, Home: "6271"})
		st, _ = state.Apply(snap, st, state.ScenarioSaved{Name: name})
		st.Estimate.Compare = append(st.Estimate.Compare, name)
	}
	st, _ = state.Apply(snap, st, state.CompareScenarios{On: true})
	for in := range state.Inputs {
		v := in.Range().Hi
		if !in.Range().Whole {
			v = in.Range().Lo + math.Pi/4
		}
		st, _ = state.Apply(snap, st, state.SetInput{Input: in, Value: &v})
	}
	if n := len(st.Regional.Regions); n > state.MaxRegions {
		t.Errorf("%d regions", n)
	}
	if n := len(st.Regional.Trend); n > state.MaxTrend {
		t.Errorf("%d in the trend", n)
	}
	snap.Peers = []state.PeerSet{{Name: strings.Repeat("k", state.MaxScenarioName), Regions: []model.RegionCode{"6271"}}}
	st, _ = state.Apply(snap, st, state.SetNear{Indicators: []model.IndicatorID{"exp_nonfood", "pdrb_pc_current", "population_admin", "hhsize_poor", "line_nonfood", "p0"}})
	st, _ = state.Apply(snap, st, state.SetPeers{Group: compare.PeerGroup(snap.Peers[0].Name)})
	st, _ = state.Apply(snap, st, state.SetSample{Households: 1_234_567, Deff: math.Pi})
	st, _ = state.Apply(snap, st, state.SetOrder{Orders: []state.Order{{Key: state.SortDepartment, Desc: true}, {Key: state.SortRealised, Desc: true}, {Key: state.SortStrategy, Desc: true}}})
	for _, in := range []state.Intent{
		state.SetProgramView{View: state.DepartmentView},
		state.SetProgramBy{By: state.GroupDepartment},
		state.SetMeasure{Measure: state.MeasurePeople},
		state.SelectCell{Cell: state.MatrixCell{Place: "62.71.03", Strategy: 2}},
		state.SelectGroup{Group: strings.Repeat("d", state.MaxGroup)},
	} {
		st, _ = state.Apply(snap, st, in)
	}
	b, _ := json.Marshal(st)
	if len(b) > 2048 {
		t.Errorf("the fullest state takes %d bytes", len(b))
	}
	var back state.State
	if err := json.Unmarshal(b, &back); err != nil || !reflect.DeepEqual(back, st) {
		t.Errorf("the fullest state comes back as %+v, %v", back, err)
	}
	if again, _ := state.Apply(snap, st, state.SetFilter{Filter: strings.Repeat("x", state.MaxFilter+1)}); again.Program.Filter != st.Program.Filter {
		t.Error("too long a filter was taken")
	}
}

func TestNumbersOutOfRangeAreForgotten(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	for in := range state.Inputs {
		r := in.Range()
		bad := []float64{r.Lo - 0.001, r.Hi + 0.01, math.NaN(), math.Inf(1), math.Inf(-1), -math.MaxFloat64}
		if r.Whole {
			bad = append(bad, r.Lo+0.5)
		}
		for _, v := range bad {
			if st, _ := state.Apply(snap, state.New("6271"), state.SetInput{Input: in, Value: &v}); st.Estimate.Entered(in) != nil {
				t.Errorf("input %d: %v was taken", in, v)
			}
		}
		for _, v := range []float64{r.Lo, r.Hi} {
			st, _ := state.Apply(snap, state.New("6271"), state.SetInput{Input: in, Value: &v})
			if got := st.Estimate.Entered(in); got == nil || *got != v {
				t.Errorf("input %d: %v was not taken", in, v)
			}
			if st, _ = state.Apply(snap, st, state.SetInput{Input: in}); !reflect.DeepEqual(st.Estimate, state.Estimate{}) {
				t.Errorf("input %d: not taken out", in)
			}
		}
	}
}

func TestInputNames(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for in := range state.Inputs {
		text, err := in.MarshalText()
		var back state.Input
		if err != nil || back.UnmarshalText(text) != nil || back != in || seen[string(text)] {
			t.Errorf("input %d is named %q", in, text)
		}
		seen[string(text)] = true
	}
	var in state.Input
	if in.UnmarshalText([]byte("nosuch")) == nil {
		t.Error("an unknown name was taken")
	}
}

func TestStepsStopAtTheEnds(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	st := state.New("6271")
	for range 200 {
		st, _ = state.Apply(snap, st, state.StepPeriod{By: -1})
	}
	first := st.CommonPeriod(snap.Data)
	st, _ = state.Apply(snap, st, state.StepPeriod{By: -1})
	if st.CommonPeriod(snap.Data) != first {
		t.Error("there is a period before the first")
	}
	st, _ = state.Apply(snap, st, state.StepPeriod{By: math.MaxInt})
	last := st.CommonPeriod(snap.Data)
	if !first.Before(last) {
		t.Errorf("from %s to %s", first, last)
	}
}

func TestLogRoundTrip(t *testing.T) {
	t.Parallel()
	rate, people := 3.3, 310113.0
	var l state.Log
	for _, in := range []state.Intent{
		state.ShowTab{Tab: state.TabProgram},
		state.ToggleTable{},
		state.SetInput{Input: state.InputRate, Value: &rate},
		state.SetInput{Input: state.InputPopulation, Value: &people},
		state.SetInput{Input: state.InputTargetYear},
		state.SetOwn{Region: "6200", Period: model.Period{Year: 2023, Month: 3}},
		state.SetFilter{Filter: "kec:\"Jekan Raya\""},
		state.SetSort{Key: state.SortBudget, Desc: true},
		state.Loaded{Rev: 3},
	} {
		l.Add(in)
	}
	var b strings.Builder
	if _, err := l.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	back, err := state.ReadLog(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(l.Intents(), back.Intents()) {
		t.Errorf("%s\nreads back as %#v", b.String(), back.Intents())
	}
}

func TestBrokenLogNamesTheLine(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"no JSON":  "{\"do\":\"ToggleTable\"}\nnonsense\n",
		"unknown":  "{\"do\":\"ToggleTable\"}\n{\"do\":\"DropTable\"}\n",
		"bad data": "{\"do\":\"ToggleTable\"}\n{\"do\":\"ShowTab\",\"with\":{\"tab\":\"x\"}}\n",
	} {
		l, err := state.ReadLog(strings.NewReader(text))
		if err == nil || !strings.Contains(err.Error(), "line 2") || len(l.Intents()) != 1 {
			t.Errorf("%s: %v, %d intents kept", name, err, len(l.Intents()))
		}
	}
}

// FuzzApply applies whatever intents a log can hold to whatever state JSON can
// hold: the result is valid, and a valid state stays as it is.
func FuzzApply(f *testing.F) {
	f.Add([]byte(`{"home":"6271"}`), []byte(`{"do":"SetIndicator","with":{"indicator":"p1"}}`))
	f.Add([]byte(`{"tab":9,"home":"x","regional":{"own":[{"region":"6200","period":"2023-03"}]}}`), []byte(`{"do":"StepOwn","with":{"region":"6200","by":-9223372036854775808}}`))
	f.Add([]byte(`{"estimate":{"rate":1e300}}`), []byte(`{"do":"StepPeriod","with":{"by":9223372036854775807}}`))
	snap := snapshot(f)
	f.Fuzz(func(t *testing.T, stateJSON, logLines []byte) {
		var st state.State
		if json.Unmarshal(stateJSON, &st) != nil {
			st = state.New("6271")
		}
		l, _ := state.ReadLog(strings.NewReader(string(logLines)))
		st = l.Replay(snap, st)
		st, _ = state.Apply(snap, st, state.ToggleTable{})
		again := state.Valid(snap, st)
		a, err := json.Marshal(st)
		if err != nil {
			t.Fatal(err)
		}
		if b, _ := json.Marshal(again); string(a) != string(b) {
			t.Fatalf("not valid after Apply:\n%s\n%s", a, b)
		}
		if r, ok := snap.Data.Region(st.Home); !ok || !r.Level.IsLocal() {
			t.Fatalf("home %q", st.Home)
		}
		st.CommonPeriod(snap.Data)
	})
}

// What is looked at: names that do not exist leave the state as it was.
func TestAnalysisIntents(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	st := state.New("6271")
	rse, bad := 12.0, -1.0
	for _, in := range []state.Intent{
		state.SetPeers{Group: "capitals"},
		state.SetAgainst{Indicator: "ipm"},
		state.SetCut{ByProvince: true},
		state.SetRSE{Percent: &rse},
		state.SetAnalysis{Analysis: state.Quadrant},
		state.SetAnalysis{Analysis: "nothing"},
	} {
		st, _ = state.Apply(snap, st, in)
	}
	g := st.Regional
	if g.Analysis != state.Quadrant || g.Against != "ipm" || g.Peers != "capitals" || !g.ByProvince || g.RSE == nil || *g.RSE != 12 {
		t.Errorf("%+v", g)
	}
	for _, in := range []state.Intent{state.SetPeers{Group: "nothing"}, state.SetAgainst{Indicator: "nothing"}, state.SetRSE{Percent: &bad}} {
		st, _ = state.Apply(snap, st, in)
	}
	if g := st.Regional; g.Peers != "" || g.Against != "" || g.RSE != nil {
		t.Errorf("kept what does not exist: %+v", g)
	}
}
