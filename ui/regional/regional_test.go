package regional_test

import (
	"strings"
	"testing"

	"rakor/model"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/regional"
	"rakor/ui/state"
)

// The city opens on the newest March round that all share, best region first,
// province and nation apart.
func TestOpensOnTheNewestSharedMarch(t *testing.T) {
	v := regional.Build(snap(t), state.New(city))
	if v.Period != per(t, "2025-03") {
		t.Errorf("period %v", v.Period)
	}
	if len(v.Locals) != 14 || len(v.Above) != 2 || v.Above[0].Region.Code != province || v.Above[1].Region.Code != model.Nation {
		t.Fatalf("%d regions, above %v", len(v.Locals), v.Above)
	}
	for i := range v.Locals[1:] {
		if v.Locals[i].Observation.Value > v.Locals[i+1].Observation.Value {
			t.Errorf("row %d is better than the one above it", i+1)
		}
	}
	frame, _ := draw(t, environment(120, 31, lang.Indonesian), state.New(city))
	for _, r := range append(v.Locals, v.Above...) {
		if want := lang.Indonesian.Number(r.Observation.Value, 2); !strings.Contains(frame, want) {
			t.Errorf("%s of %s is not on screen", want, r.Region.Name)
		}
	}
}

// The sentence of the meeting does not pass silently: marked on the row, in the
// title, counted, explained, and the comparison like for like is one key away.
func TestMeetingSentence(t *testing.T) {
	st := meeting(t)
	ds := snap(t).Data
	env := environment(120, 31, lang.Indonesian)
	v := regional.Build(snap(t), st)
	frame, _ := draw(t, env, st)
	old, _ := ds.Value(province, model.P0, per(t, "2023-03"))
	if want := lang.Indonesian.Number(old, 2) + "* Mar 2023"; !strings.Contains(plain(frame), want) {
		t.Errorf("no %q on screen", want)
	}
	if got := regional.Context(env, v, 40); got != "P0 (%) · Mar 2024*" {
		t.Errorf("context %q", got)
	}
	fair := regional.Build(snap(t), apply(t, st, state.LikeForLike{}))
	if v.WarningCount() != fair.WarningCount()+1 {
		t.Errorf("%d warnings, %d when alike", v.WarningCount(), fair.WarningCount())
	}
	sheet := regional.Warnings(env, v)
	accept, ok := sheet.Accept.(state.LikeForLike)
	if !ok || accept.Period != per(t, "2024-03") {
		t.Fatalf("offer %v", sheet.Accept)
	}
	var parts []string
	for _, r := range []model.RegionCode{city, province, model.Nation} {
		x, _ := ds.Value(r, model.P0, accept.Period)
		parts = append(parts, lang.Indonesian.Number(x, 2))
	}
	text := strings.Join(sheet.Lines(), "\n")
	for _, p := range parts {
		if !strings.Contains(text, p) {
			t.Errorf("the offer does not name %s:\n%s", p, text)
		}
	}
	after := regional.Build(snap(t), apply(t, st, accept))
	if regional.Warnings(env, after).Accept != nil || after.Period != accept.Period {
		t.Error("accepting the offer does not make the figures alike")
	}
}

// The sentence reached the other way, by own periods for all three, is offered
// the city's period.
func TestMeetingSentenceByOwnPeriods(t *testing.T) {
	st := state.New(city)
	st.Regional.Own = []state.Pick{
		{Region: city, Period: per(t, "2024-03")},
		{Region: province, Period: per(t, "2023-03")},
		{Region: model.Nation, Period: per(t, "2024-03")},
	}
	v := regional.Build(snap(t), st)
	if v.Alike != per(t, "2024-03") {
		t.Errorf("offer %v, want that of the home region", v.Alike)
	}
	for _, r := range v.Locals {
		if r.Home != r.Off || r.Home && r.Rank != 0 {
			t.Errorf("%s: off %v, rank %d", r.Region.Name, r.Off, r.Rank)
		}
	}
}

func TestDo(t *testing.T) {
	st := state.New(city)
	v := regional.Build(snap(t), st)
	tests := []struct {
		c    keys.Command
		want state.Intent
	}{
		{keys.PrevPeriod, state.StepPeriod{By: -1}},
		{keys.NextPeriod, state.StepPeriod{By: 1}},
		{keys.OwnPrev, state.StepOwn{Region: city, By: -1}},
		{keys.OwnNext, state.StepOwn{Region: city, By: 1}},
		{keys.OwnReset, state.SetOwn{Region: city}},
		{keys.Align, state.LikeForLike{}},
		{keys.Reference, state.SetReference{Region: model.Nation}},
		{keys.Trend, state.ToggleTrend{Region: city}},
		{keys.UsualRegions, state.UsualRegions{}},
		{keys.First, state.SelectRegion{Region: v.Locals[0].Region.Code}},
		{keys.Last, state.SelectRegion{Region: model.Nation}},
		{keys.Up, state.SelectRegion{Region: v.Locals[0].Region.Code}},
		{keys.Down, state.SelectRegion{Region: v.Locals[2].Region.Code}},
		{keys.PageUp, state.SelectRegion{Region: v.Locals[0].Region.Code}},
		{keys.PageDown, state.SelectRegion{Region: v.Locals[9].Region.Code}},
	}
	for _, tt := range tests {
		if got, ok := v.Do(tt.c); !ok || got != tt.want {
			t.Errorf("command %d: %v %v, want %v", tt.c, got, ok, tt.want)
		}
	}
	for _, c := range []keys.Command{keys.None, keys.Quit, keys.Less, keys.Sort, keys.Card} {
		if got, ok := v.Do(c); ok {
			t.Errorf("command %d is not this tab's, got %v", c, got)
		}
	}
	st = apply(t, st, state.SetReference{Region: model.Nation})
	if got, _ := regional.Build(snap(t), st).Do(keys.Reference); got != (state.SetReference{Region: province}) {
		t.Errorf("reference toggles to %v", got)
	}
	if got, _ := regional.Build(snap(t), meeting(t)).Do(keys.Align); got != (state.LikeForLike{Period: per(t, "2024-03")}) {
		t.Errorf("align gives %v", got)
	}
}

func TestWarningsAreCounted(t *testing.T) {
	env := environment(80, 24, lang.Indonesian)
	ds := snap(t).Data
	for _, ind := range ds.Indicators() {
		st := apply(t, state.New(city), state.SetIndicator{Indicator: ind.ID})
		for range 4 {
			v := regional.Build(snap(t), st)
			n := 0
			for _, r := range regional.Warnings(env, v).Rows {
				if strings.HasPrefix(r.Label, "! ") {
					n++
				}
			}
			if n != v.WarningCount() {
				t.Errorf("%s %v: %d warnings listed, %d counted", ind.ID, v.Period, n, v.WarningCount())
			}
			st = apply(t, st, state.StepPeriod{By: -1})
		}
	}
}
