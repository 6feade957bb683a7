package estimate_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"rakor/model"
	"rakor/ui/estimate"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// after carries out commands one by one and gives the state.
func after(t *testing.T, snap *state.Snapshot, st state.State, cs ...keys.Command) state.State {
	t.Helper()
	for _, c := range cs {
		if in, ok := estimate.Build(snap, st).Do(c); ok {
			st, _ = state.Apply(snap, st, in)
		}
	}
	return st
}

func show(e state.Estimate) string {
	b, _ := json.Marshal(e)
	return string(b)
}

func TestDo(t *testing.T) {
	snap := snapshot(t)
	march := model.Period{Year: 2024, Month: 3}
	for _, c := range []struct {
		name string
		from state.Estimate
		cs   []keys.Command
		want state.Estimate
	}{
		{"down and up", state.Estimate{}, []keys.Command{keys.Down, keys.Down, keys.Up}, state.Estimate{Selected: state.InputPopulation}},
		{"not above the first", state.Estimate{}, []keys.Command{keys.Up}, state.Estimate{}},
		{"not below the last", state.Estimate{}, []keys.Command{keys.Last, keys.Down, keys.PageDown}, state.Estimate{Selected: state.InputDecile4Families}},
		{"back to the first", state.Estimate{Selected: state.InputTarget}, []keys.Command{keys.First}, state.Estimate{}},
		{"rate a hundredth up", state.Estimate{}, []keys.Command{keys.More}, state.Estimate{Rate: ptr(3.63)}},
		{"rate three times down", state.Estimate{}, []keys.Command{keys.Less, keys.Less, keys.Less}, state.Estimate{Rate: ptr(3.59)}},
		{"rate a tenth up", state.Estimate{}, []keys.Command{keys.MuchMore}, state.Estimate{Rate: ptr(3.72)}},
		{"back to the published rate", state.Estimate{}, []keys.Command{keys.More, keys.MuchLess, keys.MuchMore, keys.Less}, state.Estimate{}},
		{"rate not below 0", state.Estimate{Rate: ptr(0.03)}, []keys.Command{keys.MuchLess, keys.Less}, state.Estimate{Rate: ptr(0.0)}},
		{"rate not above 100", state.Estimate{Rate: ptr(99.995)}, []keys.Command{keys.More, keys.More}, state.Estimate{Rate: ptr(100.0)}},
		{"rate of four decimals", state.Estimate{Rate: ptr(3.5234)}, []keys.Command{keys.More}, state.Estimate{Rate: ptr(3.5334)}},
		{
			"a hundred people",
			state.Estimate{Selected: state.InputPopulation},
			[]keys.Command{keys.More, keys.MuchMore, keys.Less},
			state.Estimate{Population: ptr(float64(311113)), Selected: state.InputPopulation},
		},
		{"a page is a group", state.Estimate{}, []keys.Command{keys.PageDown, keys.PageDown, keys.PageDown}, state.Estimate{Selected: state.InputLine}},
		{"and back to its first", state.Estimate{Selected: state.InputRSE}, []keys.Command{keys.PageUp, keys.PageUp}, state.Estimate{Selected: state.InputTarget}},
		{"a design effect begins at one", state.Estimate{Selected: state.InputDeff}, []keys.Command{keys.More, keys.MuchMore}, state.Estimate{Deff: ptr(1.55), Selected: state.InputDeff}},
		{"growth begins at none", state.Estimate{Selected: state.InputGrowth}, []keys.Command{keys.Less}, state.Estimate{Growth: ptr(-0.01), Selected: state.InputGrowth}},
		{"coverage begins at all", state.Estimate{Selected: state.InputCoverage}, []keys.Command{keys.MuchLess, keys.More}, state.Estimate{Coverage: ptr(91.0), Selected: state.InputCoverage}},
		{"a sample has to be typed", state.Estimate{Selected: state.InputSample}, []keys.Command{keys.More, keys.MuchLess}, state.Estimate{Selected: state.InputSample}},
		{"the line by thousands", state.Estimate{Selected: state.InputLine}, []keys.Command{keys.MuchMore, keys.Less}, state.Estimate{Line: ptr(596075.0), Selected: state.InputLine}},
		{"a year", state.Estimate{Selected: state.InputTargetYear}, []keys.Command{keys.More, keys.More}, state.Estimate{TargetYear: ptr(2028.0), Selected: state.InputTargetYear}},
		{
			"no fewer than one",
			state.Estimate{Population: ptr(float64(40)), Selected: state.InputPopulation},
			[]keys.Command{keys.Less, keys.Less},
			state.Estimate{Population: ptr(1.0), Selected: state.InputPopulation},
		},
		{"target", state.Estimate{Selected: state.InputTarget}, []keys.Command{keys.Less}, state.Estimate{Target: ptr(3.29), Selected: state.InputTarget}},
		{"period before", state.Estimate{}, []keys.Command{keys.PrevPeriod}, state.Estimate{Period: march}},
		{"and the newest again, which is none", state.Estimate{Period: march}, []keys.Command{keys.NextPeriod}, state.Estimate{}},
		{"no period after the newest", state.Estimate{}, []keys.Command{keys.NextPeriod}, state.Estimate{}},
		{"what was entered stays over periods", state.Estimate{Rate: ptr(4.0)}, []keys.Command{keys.PrevPeriod}, state.Estimate{Rate: ptr(4.0), Period: march}},
		{
			"reset",
			state.Estimate{Rate: ptr(4.0), Period: march, Selected: state.InputTarget},
			[]keys.Command{keys.Reset},
			state.Estimate{Selected: state.InputTarget},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			st := state.New("6271")
			st.Estimate = c.from
			if got := after(t, snap, st, c.cs...); show(got.Estimate) != show(c.want) {
				t.Errorf("%s, want %s", show(got.Estimate), show(c.want))
			}
		})
	}
}

func TestDoNothing(t *testing.T) {
	snap := snapshot(t)
	v := estimate.Build(snap, state.New("6271"))
	if in, ok := v.Do(keys.Reset); ok {
		t.Errorf("nothing to reset, yet %#v", in)
	}
	for _, c := range []keys.Command{keys.None, keys.Sort, keys.Indicator, keys.OwnPrev, keys.Quit, keys.Card} {
		if in, ok := v.Do(c); ok {
			t.Errorf("command %d: %#v", c, in)
		}
	}
	empty := estimate.Build(&state.Snapshot{Data: model.NewDataset(model.Parts{})}, state.State{})
	for _, c := range keys.Commands() {
		in, ok := empty.Do(c)
		if _, selects := in.(state.SelectInput); ok && !selects {
			t.Errorf("no data, command %d: %#v", c, in)
		}
	}
}

// A target that no document has begins at the rate.
func TestTargetBeginsAtRate(t *testing.T) {
	snap := snapshot(t)
	st := state.New("6203")
	st.Estimate.Selected = state.InputTarget
	v := estimate.Build(snap, st)
	if v.In(state.InputTarget).OK {
		t.Fatal("the data have a target of 6203 now; choose another region")
	}
	got := after(t, snap, st, keys.Less).Estimate
	if got.Target == nil || fmt.Sprint(*got.Target) != fmt.Sprint(model.Round(v.In(state.InputRate).Value-0.01, 2)) {
		t.Errorf("%s, rate %v", show(got), v.In(state.InputRate).Value)
	}
}

func TestTyped(t *testing.T) {
	snap := snapshot(t)
	rate := func(v float64) string { return show(state.Estimate{Rate: &v}) }
	people := func(n float64) string {
		return show(state.Estimate{Population: &n, Selected: state.InputPopulation})
	}
	for _, c := range []struct {
		l    lang.Lang
		in   state.Input
		text string
		want string // the state after it, or a part of the sentence of the error
	}{
		{lang.Indonesian, state.InputRate, "3,52", rate(3.52)},
		{lang.Indonesian, state.InputRate, " 3,52 % ", rate(3.52)},
		{lang.Indonesian, state.InputRate, "3.52", rate(3.52)},
		{lang.Indonesian, state.InputRate, "3.523", rate(3.523)}, // 3.523 % there cannot be
		{lang.Indonesian, state.InputRate, "0", rate(0)},
		{lang.Indonesian, state.InputRate, "100", rate(100)},
		{lang.Indonesian, state.InputRate, "3,62", show(state.Estimate{})}, // as published
		{lang.Indonesian, state.InputRate, "", show(state.Estimate{})},
		{lang.English, state.InputRate, "3.52%", rate(3.52)},
		{lang.English, state.InputRate, "3,52", rate(3.52)},
		{lang.Indonesian, state.InputRate, "100,01", "Tingkat P0 harus dari 0 sampai 100"},
		{lang.English, state.InputRate, "-1", "Rate P0 must be from 0 to 100"},
		{lang.Indonesian, state.InputRate, "tiga", "bukan angka"},
		{lang.English, state.InputRate, "three", "not a number"},

		{lang.Indonesian, state.InputPopulation, "310.000", people(310000)},
		{lang.Indonesian, state.InputPopulation, "310000", people(310000)},
		{lang.Indonesian, state.InputPopulation, "310 ribu", people(310000)},
		{lang.Indonesian, state.InputPopulation, "1.450.000 jiwa", people(1450000)},
		{lang.Indonesian, state.InputPopulation, "0,31 jt", people(310000)},
		{lang.English, state.InputPopulation, "310,000", people(310000)},
		{lang.English, state.InputPopulation, "310,000 people", people(310000)},
		{lang.Indonesian, state.InputPopulation, "310.113", show(state.Estimate{Selected: state.InputPopulation})},
		{lang.Indonesian, state.InputPopulation, "1.234 jt", people(1234000)}, // 1.234.000.000 there cannot be
		{lang.Indonesian, state.InputPopulation, "1.234 rb", "dapat berarti"}, // two readings that both can be
		{lang.Indonesian, state.InputPopulation, "310,5", "bilangan bulat"},
		{lang.English, state.InputPopulation, "310.5", "whole"},
		{lang.Indonesian, state.InputPopulation, "0", "Penduduk harus dari 1 sampai 1.000.000.000"},
		{lang.English, state.InputPopulation, "2 bn", "Population must be from 1 to 1,000,000,000"},
		{lang.Indonesian, state.InputPopulation, "31.00", people(31)},

		{lang.Indonesian, state.InputTarget, "3", show(state.Estimate{Target: ptr(3.0), Selected: state.InputTarget})},
		{lang.Indonesian, state.InputTarget, "3,30", show(state.Estimate{Selected: state.InputTarget})},
	} {
		t.Run(c.l.Code()+" "+c.text, func(t *testing.T) {
			st := state.New("6271")
			st.Estimate.Selected = c.in
			in, err := estimate.Build(snap, st).Typed(c.l, c.text)
			if err != nil {
				if in != nil || !strings.Contains(err.Error(), c.want) {
					t.Errorf("error %q, intent %v; want %s", err, in, c.want)
				}
				return
			}
			st, _ = state.Apply(snap, st, in)
			if got := show(st.Estimate); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// What stands in the field, taken as it is, changes nothing; in both languages,
// published or entered.
func TestInputTextRoundTrip(t *testing.T) {
	snap := snapshot(t)
	for name, st := range scenes() {
		for in := state.InputRate; in < state.Inputs; in++ {
			st.Estimate.Selected = in
			v := estimate.Build(snap, st)
			for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
				if v.InputLabel(l) == "" {
					t.Errorf("%s: no label", name)
				}
				do, err := v.Typed(l, v.InputText(l))
				if err != nil {
					t.Errorf("%s, input %d, %s: %v", name, in, l.Code(), err)
					continue
				}
				next, _ := state.Apply(snap, st, do)
				if show(next.Estimate) != show(st.Estimate) {
					t.Errorf("%s, input %d, %s: %s becomes %s", name, in, l.Code(), show(st.Estimate), show(next.Estimate))
				}
			}
		}
	}
}

func FuzzTyped(f *testing.F) {
	snap := snapshot(f)
	f.Add("3,52", uint8(0), false)
	f.Add("310.113", uint8(1), false)
	f.Add("1,234 m", uint8(1), true)
	f.Fuzz(func(t *testing.T, text string, input uint8, english bool) {
		st := state.New("6271")
		st.Estimate.Selected = state.Input(input % uint8(state.Inputs))
		l := lang.Indonesian
		if english {
			l = lang.English
		}
		in, err := estimate.Build(snap, st).Typed(l, text)
		if err != nil {
			if err.Error() == "" || in != nil {
				t.Fatalf("%q: %q, %v", text, err, in)
			}
			return
		}
		next, _ := state.Apply(snap, st, in)
		v := estimate.Build(snap, next)
		again, err := v.Typed(l, v.InputText(l))
		if err != nil {
			t.Fatalf("%q was taken, but its own text %q is not: %v", text, v.InputText(l), err)
		}
		if twice, _ := state.Apply(snap, next, again); show(twice.Estimate) != show(next.Estimate) {
			t.Fatalf("%q: %s, then %s", text, show(next.Estimate), show(twice.Estimate))
		}
	})
}
