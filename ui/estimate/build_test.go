package estimate_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rakor/model"
	"rakor/model/headcount"
	"rakor/ui/block"
	"rakor/ui/estimate"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// The figures of the issue: March 2024.
func TestBuildCity(t *testing.T) {
	v := estimate.Build(snapshot(t), scenes()["march2024"])
	if v.In(state.InputRate).Value != 3.52 || v.In(state.InputPopulation).Value != 310113 || v.In(state.InputTarget).Value != 3.30 || v.In(state.InputTargetYear).Value != 2026 {
		t.Errorf("inputs %v, %v, %v in %v", v.In(state.InputRate).Value, v.In(state.InputPopulation).Value, v.In(state.InputTarget).Value, v.In(state.InputTargetYear).Value)
	}
	if r := v.Result.V; !v.Result.OK || r.Poor != 10916 || math.Abs(r.Exact-10915.9776) > 1e-6 || !r.Rounding.OK {
		t.Errorf("result %+v", v.Result)
	}
	if b := v.Base.V; !v.Base.OK || b.Count != 10700 || b.Implied != 303977 || b.Rounding || math.Abs(b.Difference-2.0186) > 1e-3 {
		t.Errorf("base %+v", v.Base)
	}
	if g := v.Goal.V; !v.Goal.OK || g.Points != -0.22 || g.Exits != 10916-10234 {
		t.Errorf("goal %+v", v.Goal)
	}
	if v.Earlier != (model.Period{Year: 2023, Month: 3}) || v.Later != (model.Period{Year: 2025, Month: 3}) || v.Newest != v.Later {
		t.Errorf("periods %v %v %v", v.Earlier, v.Later, v.Newest)
	}
}

func TestBuildDefaultPeriod(t *testing.T) {
	v := estimate.Build(snapshot(t), state.New("6271"))
	if v.Period != (model.Period{Year: 2025, Month: 3}) || v.In(state.InputRate).Value != 3.62 || v.In(state.InputPopulation).Published.Period.Year != 2024 {
		t.Errorf("%v %% of %v, population of %v", v.In(state.InputRate).Value, v.Period, v.In(state.InputPopulation).Published.Period)
	}
}

// An input that was entered leaves the published figures beside it untouched.
func TestBuildUser(t *testing.T) {
	v := estimate.Build(snapshot(t), scenes()["user"])
	if !v.In(state.InputRate).User || v.In(state.InputRate).Published.Value != 3.62 || !v.In(state.InputPopulation).User || !v.In(state.InputTarget).User {
		t.Errorf("%+v", v.In(state.InputRate))
	}
	if v.Result.V.Poor != 12720 || v.Result.V.Rounding.OK || v.Without[state.InputRate].V.Result.V.Poor != 11512 || v.Without[state.InputPopulation].V.Result.V.Poor != 12405 {
		t.Errorf("result %+v, without %+v", v.Result, v.Without)
	}
	if v.Count.Value != 11.16 || v.Base.V.Implied != 308287 {
		t.Errorf("BPS's figures moved: %+v, %+v", v.Count, v.Base)
	}
	same := state.New("6271")
	same.Estimate.Rate = ptr(3.62)
	if v := estimate.Build(snapshot(t), same); v.In(state.InputRate).User || v.Without[state.InputRate].OK || !v.Result.V.Rounding.OK {
		t.Error("the published rate counts as entered")
	}
}

// Every regency and city, with what must hold for all of them.
func TestEveryHomeRegion(t *testing.T) {
	snap := snapshot(t)
	locals := snap.Data.Locals()
	if len(locals) != 514 {
		t.Errorf("%d home regions", len(locals))
	}
	envs := []block.Env{env(lang.Indonesian, 120, 31), env(lang.English, 60, 11)}
	for _, code := range locals {
		v := estimate.Build(snap, state.New(code))
		if !v.In(state.InputRate).OK || !v.In(state.InputPopulation).OK || !v.Result.OK || len(v.History) == 0 {
			t.Errorf("%s: rate %v, population %v, %d rounds", code, v.In(state.InputRate).OK, v.In(state.InputPopulation).OK, len(v.History))
			continue
		}
		n, err := headcount.Of(mustPercent(t, v.In(state.InputRate).Value), headcount.People(int64(v.In(state.InputPopulation).Value)))
		if err != nil || n.N() != v.Result.V.Poor {
			t.Errorf("%s: %d, want %v", code, v.Result.V.Poor, n)
		}
		iv := v.Result.V.Rounding
		if !iv.OK || iv.V.Low.N() > v.Result.V.Poor || iv.V.High.N() < v.Result.V.Poor {
			t.Errorf("%s: %d outside of its rounding %+v", code, v.Result.V.Poor, iv)
		}
		if v.Base.OK && (v.Base.V.Low > v.Base.V.Implied || v.Base.V.High < v.Base.V.Implied) {
			t.Errorf("%s: base %+v", code, v.Base)
		}
		for _, e := range envs {
			checkView(t, e, v, string(code))
		}
	}
}

func mustPercent(t testing.TB, v float64) headcount.Percent {
	t.Helper()
	p, err := headcount.NewPercent(v)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// checkView draws a view in every form and looks for what must never be.
func checkView(t *testing.T, e block.Env, v estimate.View, what string) {
	t.Helper()
	frame, hits := draw(e, v)
	lines := strings.Split(plain(frame), "\n")
	if len(lines) != e.Height {
		t.Errorf("%s: %d lines, want %d", what, len(lines), e.Height)
	}
	for _, l := range lines {
		if block.Width(l) > e.Width {
			t.Errorf("%s: line of %d columns: %q", what, block.Width(l), l)
		}
	}
	for _, h := range hits {
		if h.X < 0 || h.Y < 0 || h.X+h.W > e.Width || h.Y+h.H > e.Height {
			t.Errorf("%s: %+v lies outside of the frame", what, h)
		}
	}
	text := frame + strings.Join(estimate.Linear(e, v), "\n") + estimate.Status(e, v)
	for _, bad := range []string{"NaN", "+Inf", "-Inf", "%!", "<nil>"} {
		if strings.Contains(text, bad) {
			t.Errorf("%s: %q in\n%s", what, bad, text)
		}
	}
	for _, l := range estimate.Linear(e, v) {
		if strings.TrimSpace(l) == "" {
			t.Errorf("%s: an empty line for the screen reader", what)
		}
	}
	if n := len(estimate.Warnings(e, v).Rows); n != v.WarningCount() {
		t.Errorf("%s: %d warnings listed, %d counted", what, n, v.WarningCount())
	}
	for w := range 60 {
		if got := block.Width(estimate.Context(e, v, w)); got > w {
			t.Errorf("%s: context of %d columns in %d", what, got, w)
		}
	}
	if sh := estimate.Ledger(e, v); len(sh.Rows) < 7 || sh.Title == "" {
		t.Errorf("%s: ledger %+v", what, sh)
	}
	if sh := estimate.Card(e, v); len(sh.Rows) == 0 || sh.Title == "" {
		t.Errorf("%s: card %+v", what, sh)
	}
}

// made is a dataset of one city, with figures as the test wants them.
func made(obs map[model.IndicatorID]map[string]float64, targets ...model.Target) *state.Snapshot {
	nasty := "Kota \x1b[31mX\u202eevil 漢字"
	var inds []model.Indicator
	for _, id := range []model.IndicatorID{model.P0, model.P1, model.Poor, model.Line, model.Population, model.PopulationAdmin} {
		inds = append(inds, model.Indicator{ID: id, Decimals: 2})
	}
	for i := range targets {
		targets[i].Region, targets[i].Indicator = "0001", model.P0
	}
	return &state.Snapshot{Rev: 1, Programmes: model.NewProgrammes(nil, nil), Data: model.NewDataset(model.Parts{
		Regions:    []model.Region{{Code: "0001", Level: model.LevelCity, Name: nasty}},
		Indicators: inds, Targets: targets,
		Sources: []model.Source{{ID: "s", Kind: model.SourceTable, Title: "Tabel\n\x1b]0;x\a" + nasty, Publisher: "BPS"}, {ID: "p", Kind: model.SourcePress, Title: "Koran"}},
		Series: func(id model.IndicatorID) (*model.Series, error) {
			var os []model.Observation
			for at, v := range obs[id] {
				p, err := model.ParsePeriod(at)
				if err != nil {
					return nil, err
				}
				os = append(os, model.Observation{Region: "0001", Indicator: id, Period: p, Reading: model.Reading{Value: v, Sources: []model.SourceID{"s"}}})
			}
			return model.NewSeries(model.Indicator{ID: id}, os), nil
		},
	})}
}

func text(e block.Env, v estimate.View) string {
	frame, _ := draw(e, v)
	return plain(frame)
}

// Regions of which something is not known say so plainly, and nothing is made
// up in its place.
func TestMissing(t *testing.T) {
	type figures = map[model.IndicatorID]map[string]float64
	rate := map[string]float64{"2024-03": 5}
	for _, c := range []struct {
		name   string
		obs    figures
		says   []string
		result bool
	}{
		{
			"no population, but a register",
			figures{model.P0: rate, model.PopulationAdmin: {"2025": 90000}},
			[]string{"tidak ada di data", "Register Kemendagri", "90.000"},
			false,
		},
		{"no rate", figures{model.Population: {"2024": 90000}}, []string{"Tingkat P0 periode ini tidak ada di data"}, false},
		{"nothing", nil, []string{"Tingkat P0 periode ini tidak ada", "Sasaran wilayah ini tidak ada di data"}, false},
		{
			"no count, no line, no target",
			figures{model.P0: rate, model.Population: {"2024": 90000}},
			[]string{"4.500 jiwa", "Jumlah penduduk miskin Maret 2024 tidak ada di data", "Sasaran wilayah ini tidak ada di data"},
			true,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			st := state.New("0001")
			v := estimate.Build(made(c.obs), st)
			if v.Result.OK != c.result {
				t.Errorf("result %+v", v.Result)
			}
			for _, e := range []block.Env{env(lang.Indonesian, 120, 31), env(lang.Indonesian, 80, 19)} {
				got := strings.Join(strings.Fields(strings.NewReplacer("│", " ", "╭", " ", "╰", " ").Replace(text(e, v))), " ")
				linear := strings.Join(estimate.Linear(e, v), " ")
				for _, s := range c.says {
					if !strings.Contains(got, s) && e.Width == 80 {
						t.Errorf("%d columns do not say %q:\n%s", e.Width, s, got)
					}
					if !strings.Contains(linear, s) {
						t.Errorf("the screen reader is not told %q:\n%s", s, linear)
					}
				}
				checkView(t, e, v, c.name)
			}
		})
	}
}

// When each warning speaks, and when it is silent.
func TestWarnings(t *testing.T) {
	type figures = map[model.IndicatorID]map[string]float64
	all := func() figures {
		return figures{
			model.P0: {"2024-03": 5}, model.Population: {"2024": 90000}, model.Poor: {"2024-03": 4.5}, model.Line: {"2024-03": 500000},
		}
	}
	target := model.Target{Year: 2026, Value: 4, Source: "s"}
	with := func(change func(figures)) figures {
		f := all()
		change(f)
		return f
	}
	for _, c := range []struct {
		name   string
		obs    figures
		target model.Target
		est    state.Estimate
		want   []string // labels, in their order
	}{
		{"all alike", all(), target, state.Estimate{}, nil},
		{
			"population of another year", with(func(f figures) { f[model.Population] = map[string]float64{"2020": 90000} }),
			target,
			state.Estimate{},
			[]string{"Tahun berbeda"},
		},
		{
			"population of another year, but the user gave one",
			with(func(f figures) { f[model.Population] = map[string]float64{"2020": 90000} }),
			target,
			state.Estimate{Population: ptr(float64(90010))},
			[]string{"Diisi pengguna"},
		},
		{
			"base beyond rounding", with(func(f figures) { f[model.Population] = map[string]float64{"2024": 92000} }),
			target,
			state.Estimate{},
			[]string{"Dasar berbeda"},
		},
		{
			"base within rounding", with(func(f figures) { f[model.Population] = map[string]float64{"2024": 90100} }),
			target,
			state.Estimate{},
			nil,
		},
		{"no line", with(func(f figures) { delete(f, model.Line) }), target, state.Estimate{}, []string{"Tidak ada data"}},
		{"no count", with(func(f figures) { delete(f, model.Poor) }), target, state.Estimate{}, []string{"Tidak ada data"}},
		{"rate entered", all(), target, state.Estimate{Rate: ptr(6.0)}, []string{"Diisi pengguna"}},
		{"target of the press", all(), model.Target{Year: 2026, Value: 4, Source: "p"}, state.Estimate{}, []string{"Sumber tidak resmi"}},
		{"target has passed", all(), model.Target{Year: 2023, Value: 4, Source: "s"}, state.Estimate{}, []string{"Sasaran lewat"}},
		{"target passed, another entered", all(), model.Target{Year: 2023, Value: 4, Source: "s"}, state.Estimate{Target: ptr(3.0)}, []string{"Diisi pengguna", "Sasaran lewat"}},
		{"target passed, another and its year entered", all(), model.Target{Year: 2023, Value: 4, Source: "s"}, state.Estimate{Target: ptr(3.0), TargetYear: ptr(2030.0)}, []string{"Diisi pengguna", "Diisi pengguna"}},
		{
			"no month",
			figures{model.P0: {"2011": 5}, model.Population: {"2011": 90000}, model.Poor: {"2011": 4.5}, model.Line: {"2011": 1}},
			target,
			state.Estimate{},
			[]string{"Bulan tidak disebut"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			st := state.New("0001")
			st.Estimate = c.est
			v := estimate.Build(made(c.obs, c.target), st)
			var got []string
			for _, r := range estimate.Warnings(env(lang.Indonesian, 80, 19), v).Rows {
				got = append(got, r.Label)
			}
			if fmt.Sprint(got) != fmt.Sprint(c.want) {
				t.Errorf("warnings %v, want %v", got, c.want)
			}
		})
	}
}

// The city's population has two readings and its target one of the press.
func TestWarningsOfTheCity(t *testing.T) {
	v := estimate.Build(snapshot(t), state.New("6271"))
	all := strings.Join(estimate.Warnings(env(lang.Indonesian, 80, 19), v).Lines(), "\n")
	for _, s := range []string{"Penduduk 2024 dikalikan dengan tingkat Mar 2025", "310.113 jiwa, 310.110 jiwa", "enterkal.com", "308,3 ribu jiwa"} {
		if !strings.Contains(all, s) {
			t.Errorf("no %q in\n%s", s, all)
		}
	}
}

func TestTargetReached(t *testing.T) {
	st := state.New("6271")
	st.Estimate.Target = ptr(4.0)
	v := estimate.Build(snapshot(t), st)
	for _, e := range []block.Env{env(lang.Indonesian, 120, 31), env(lang.Indonesian, 80, 19)} {
		got := text(e, v)
		if !strings.Contains(got, "sudah tercapai: 0,38 poin di bawah") || strings.Contains(got, "Harus keluar") {
			t.Errorf("a target above the rate:\n%s", got)
		}
	}
}

// A card names value, period, round, publisher, and what others say.
func TestCard(t *testing.T) {
	snap := snapshot(t)
	st := scenes()["march2024"]
	for in, says := range map[state.Input][]string{
		state.InputRate:       {"3,52 %", "Maret 2024", "survei Maret (Susenas)", "BPS", "https://"},
		state.InputPopulation: {"310.113 jiwa", "2024", "310.110 jiwa", "Pemerintah Kota Palangka Raya"},
		state.InputTarget:     {"3,30 %", "2026", "enterkal.com"},
	} {
		st.Estimate.Selected = in
		all := strings.Join(estimate.Card(env(lang.Indonesian, 80, 19), estimate.Build(snap, st)).Lines(), "\n")
		for _, s := range says {
			if !strings.Contains(all, s) {
				t.Errorf("card of input %d: no %q in\n%s", in, s, all)
			}
		}
	}
}

// The ledger offers the way back only where something was entered, and tells
// what the number would be without that.
func TestLedger(t *testing.T) {
	snap := snapshot(t)
	e := env(lang.Indonesian, 80, 19)
	user := estimate.Ledger(e, estimate.Build(snap, scenes()["user"]))
	if user.Accept != (state.ResetEstimate{}) || !strings.Contains(strings.Join(user.Lines(), "\n"), "tanpa isian ini 11.512 jiwa") {
		t.Errorf("%+v", user)
	}
	if sh := estimate.Ledger(e, estimate.Build(snap, state.New("6271"))); sh.Accept != nil || sh.Foot != "" {
		t.Errorf("%+v", sh)
	}
}

// Whatever the state and the size, nothing breaks.
func TestAnyStateAnySize(t *testing.T) {
	snap := snapshot(t)
	rng := rand.New(rand.NewPCG(5, 6))
	locals := snap.Data.Locals()
	sizes := [][2]int{{1, 1}, {10, 200}, {300, 2}, {59, 15}, {110, 20}, {109, 20}, {110, 19}, {200, 60}, {130, 24}}
	for range 300 {
		st := state.New(locals[rng.IntN(len(locals))])
		st.Table = rng.IntN(2) == 0
		st.Estimate.Selected = state.Input(rng.IntN(int(state.Inputs) + 3))
		st.Estimate.Period = model.Period{Year: model.Year(1990 + rng.IntN(50)), Month: int8(rng.IntN(14) - 1)}
		for in := range state.Inputs {
			r := in.Range()
			if rng.IntN(2) == 0 {
				v := []float64{
					r.Lo, r.Hi, (r.Lo + r.Hi) / 2, r.Lo + 1, r.Lo + 3.123456789, 0, 1, 100, -4, 1e300, math.NaN(), math.Inf(1), math.Inf(-1), 0.0049,
				}[rng.IntN(14)]
				st.Estimate = st.Estimate.With(in, &v)
			}
		}
		valid := state.Valid(snap, st)
		size := sizes[rng.IntN(len(sizes))]
		e := env(lang.Lang(rng.IntN(2)), size[0], size[1])
		e.ASCII = rng.IntN(2) == 0
		e.Theme = theme.New(theme.Name(rng.IntN(3)), colorprofile.TrueColor)
		raw := estimate.Build(snap, st) // Build is total even without Valid
		draw(e, raw)
		estimate.Linear(e, raw)
		estimate.Card(e, raw)
		checkView(t, e, estimate.Build(snap, valid), fmt.Sprintf("%+v", valid.Estimate))
	}
}

func FuzzView(f *testing.F) {
	snap := snapshot(f)
	f.Add(uint16(3), 3.5, 1000.0, 2.5, 640.0, 1.5, uint8(2), int16(2024), int8(3), uint8(80), uint8(19))
	f.Fuzz(func(t *testing.T, region uint16, rate, people, target, sample, deff float64, selected uint8, y int16, month int8, w, h uint8) {
		locals := snap.Data.Locals()
		st := state.New(locals[int(region)%len(locals)])
		st.Table = region%2 == 1
		st.Estimate = state.Estimate{
			Period: model.Period{Year: model.Year(y), Month: month}, Rate: &rate, Population: &people, Target: &target, Selected: state.Input(selected),
			Sample: &sample, Deff: &deff, Growth: &target, Leakage: &rate, Decile1: &people, Decile4Families: &sample,
		}
		st = state.Valid(snap, st)
		v := estimate.Build(snap, st)
		checkView(t, env(lang.Lang(region%2), int(w)+1, int(h)+1), v, "")
		for _, c := range keys.Commands() {
			if in, ok := v.Do(c); ok {
				state.Apply(snap, st, in)
			}
		}
	})
}
