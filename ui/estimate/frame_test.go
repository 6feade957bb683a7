package estimate_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rakor/data"
	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/estimate"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// snapshot opens the embedded data.
func snapshot(t testing.TB) *state.Snapshot {
	t.Helper()
	s, err := data.Open(data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	kept := func(name string, e state.Estimate) state.Scenario {
		e.Period = model.Period{Year: 2025, Month: 3}
		return state.Scenario{Name: name, Home: "6271", Estimate: e, Dataset: s.Dataset().Checksum(), Saved: "2026-11-25"}
	}
	old := kept("Tahun lalu", state.Estimate{})
	old.Estimate.Period, old.Dataset = model.Period{Year: 2024, Month: 3}, "sha256:0"
	return &state.Snapshot{Rev: 1, Data: s.Dataset(), Programmes: s.Programmes(), Scenarios: []state.Scenario{
		kept("Dasar", state.Estimate{Sample: ptr(640.0), Deff: ptr(1.5), Growth: ptr(1.43)}),
		kept("Sasaran berat yang panjang namanya", state.Estimate{Target: ptr(2.5), TargetYear: ptr(2030.0), RSE: ptr(20.0), Leakage: ptr(25.0)}),
		old,
		kept("Waspada", state.Estimate{Rate: ptr(4.4), Population: ptr(318000.0), Sample: ptr(640.0), Deff: ptr(2.0)}),
	}}
}

func env(l lang.Lang, w, h int) block.Env {
	return block.Env{Width: w, Height: h, Theme: theme.New(theme.None, colorprofile.NoTTY), Words: lang.For(l)}
}

// draw renders a view into a canvas of its own.
func draw(e block.Env, v estimate.View) (string, []block.Hit) {
	c := block.New(e)
	estimate.Render(e, c.All(), v)
	return c.Frame(e.Theme), c.Hits()
}

// plain takes the escape sequences of a theme out of a frame.
func plain(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\x1b' {
			for i < len(s) && s[i] != 'm' {
				i++
			}
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got+"\n" != string(want) {
		t.Errorf("%s differs; run with UPDATE_GOLDEN=1 and read it.\n%s", path, got)
	}
}

func ptr[T any](v T) *T { return &v }

// scenes are the states whose frames are kept.
func scenes() map[string]state.State {
	city := state.New("6271")
	march := city
	march.Estimate.Period = model.Period{Year: 2024, Month: 3}
	user := city
	user.Estimate = state.Estimate{Rate: ptr(4.0), Population: ptr(318000.0), Target: ptr(3.0), Selected: state.InputPopulation}
	table := march
	table.Table = true
	other := state.New("6203")
	other.Estimate.Selected = state.InputTarget
	old := city
	old.Estimate.Period = model.Period{Year: 2011}
	sure := city
	sure.Estimate = state.Estimate{Sample: ptr(640.0), Deff: ptr(1.5), Growth: ptr(1.43), Selected: state.InputSample}
	path := city
	path.Estimate = state.Estimate{
		RSE: ptr(32.0), Target: ptr(2.5), TargetYear: ptr(2030.0), Growth: ptr(1.43), Line: ptr(600000.0),
		Leakage: ptr(20.0), Coverage: ptr(80.0), Selected: state.InputTargetYear,
	}
	cost := path
	cost.Estimate.Selected = state.InputLeakage
	register := city
	register.Estimate = state.Estimate{Decile1: ptr(29489.0), Decile1Families: ptr(6202.0), Decile4Families: ptr(24638.0), Selected: state.InputDecile4}
	compared := sure
	compared.Estimate.Comparing, compared.Estimate.Scenario = true, "Dasar"
	compared.Estimate.Rate = ptr(4.0)
	return map[string]state.State{"compared": compared, "sure": sure, "path": path, "cost": cost, "register": register, "city": city, "march2024": march, "user": user, "table": table, "kapuas": other, "old": old}
}

func TestGoldens(t *testing.T) {
	snap := snapshot(t)
	sizes := map[string][2]int{"120x25": {120, 25}, "200x55": {200, 55}, "120x31": {120, 31}, "100x25": {100, 25}, "80x19": {80, 19}, "60x11": {60, 11}}
	for name, st := range scenes() {
		v := estimate.Build(snap, st)
		for size, s := range sizes {
			if (name == "path" || name == "cost" || name == "register" || name == "compared") && size != "120x31" && size != "80x19" {
				continue
			}
			for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
				file := name + "_" + size + "_" + l.Code()
				t.Run(file, func(t *testing.T) {
					frame, _ := draw(env(l, s[0], s[1]), v)
					golden(t, file, plain(frame))
				})
			}
		}
	}
}
