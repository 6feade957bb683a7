package minutes

import (
	"cmp"
	"encoding/json"
	"strconv"

	"rakor/model"
	"rakor/model/compare"
	"rakor/model/meeting"
	"rakor/ui/estimate"
	"rakor/ui/lang"
	"rakor/ui/program"
	"rakor/ui/regional"
	"rakor/ui/state"
)

// Figures gives the figures that a state shows, most important first: the home
// region's beside province and nation, the number of people with its inputs, or
// the sums of the list and the selected entry. Each text carries unit and
// period.
func Figures(words *lang.Catalogue, snap *state.Snapshot, st state.State) []meeting.Figure {
	var out []meeting.Figure
	switch st.Tab {
	case state.TabEstimate:
		out = estimateFigures(words, snap, st)
	case state.TabProgram:
		out = programFigures(words, snap, st)
	default:
		out = regionalFigures(words, snap, st)
	}
	return out[:min(len(out), meeting.MaxFigures)]
}

func regionalFigures(words *lang.Catalogue, snap *state.Snapshot, st state.State) []meeting.Figure {
	v, l := regional.Build(snap, st), words.Lang
	var out []meeting.Figure
	add := func(r compare.Row) {
		if !r.OK {
			return
		}
		o := r.Observation
		out = append(out, meeting.Figure{
			Key: "value/" + string(o.Indicator) + "/" + string(o.Region), Label: r.Region.Name + ", " + l.Of(v.Indicator.Short),
			Value: o.Value, Text: l.WithUnit(o.Value, v.Indicator) + ", " + l.Period(o.Period), Period: o.Period.String(), Source: source(snap, o.Reading),
		})
	}
	for _, r := range v.Locals {
		if r.Home || r.Region.Code == v.Selected {
			add(r.Row)
		}
	}
	for _, r := range v.Above {
		add(r.Row)
	}
	return out
}

// source gives the title of the source that a reading names.
func source(snap *state.Snapshot, r model.Reading) string {
	if len(r.Sources) == 0 {
		return ""
	}
	s := snap.Data.Source(r.Sources[0])
	out := cmp.Or(s.Publisher, s.Title)
	if s.Year > 0 {
		out += " " + strconv.Itoa(int(s.Year))
	}
	return out
}

func estimateFigures(words *lang.Catalogue, snap *state.Snapshot, st state.State) []meeting.Figure {
	v, l, w := estimate.Build(snap, st), words.Lang, words.Minutes
	if !v.Result.OK {
		return nil
	}
	rate, population := v.In(state.InputRate), v.In(state.InputPopulation)
	of := func(in estimate.Input) string {
		if in.User {
			return w.Entered
		}
		if len(in.Published.Sources) > 0 {
			return in.Published.Sources[0].Publisher + " " + l.Period(in.Published.Period)
		}
		return ""
	}
	out := []meeting.Figure{
		{
			Key: "poor", Label: w.Poor(v.Region.Name), Value: float64(v.Result.V.Poor), Period: v.Period.String(),
			Text: l.Int(v.Result.V.Poor) + " " + w.People + ", " + l.Period(v.Period), Source: w.RateTimes,
		},
		{Key: "rate", Label: w.Rate, Value: rate.Value, Text: l.Percent(rate.Value, 2), Period: v.Period.String(), Source: of(rate)},
		{
			Key: "population", Label: w.Population, Value: population.Value, Text: l.Number(population.Value, 0) + " " + w.People,
			Period: population.Published.Period.String(), Source: of(population),
		},
	}
	if s := v.Sure; s.OK {
		low, high := float64(s.V.Interval.Low.N()), float64(s.V.Interval.High.N())
		out = append(out, meeting.Figure{
			Key: "low", Label: w.Interval, Value: low, Period: v.Period.String(), Source: of(v.In(state.InputRSE)),
			Text: l.Number(low, 0) + "–" + l.Number(high, 0) + " " + w.People,
		})
	}
	if target := v.In(state.InputTarget); target.OK {
		out = append(out, meeting.Figure{Key: "target", Label: w.Target, Value: target.Value, Text: l.Percent(target.Value, 2), Source: of(target)})
	}
	return out
}

func programFigures(words *lang.Catalogue, snap *state.Snapshot, st state.State) []meeting.Figure {
	v, l, w := program.Build(snap, st), words.Lang, words.Minutes
	if !v.Listed {
		return nil
	}
	known := v.Totals.Known()
	out := []meeting.Figure{{Key: "rows", Label: w.Rows, Value: float64(len(v.Rows)), Text: w.RowsOf(l.Int(int64(len(v.Rows))), v.Filter)}}
	if known.Rows > 0 {
		out = append(out, meeting.Figure{Key: "budget", Label: w.Budget, Value: float64(known.Sum), Text: w.MoneyOf(l.Money(int64(known.Sum)), l.Int(int64(known.Rows)))})
	}
	if r := v.Totals.Realised; r.Rows > 0 {
		out = append(out, meeting.Figure{Key: "realised", Label: w.Realised, Value: float64(r.Sum), Text: w.MoneyOf(l.Money(int64(r.Sum)), l.Int(int64(r.Rows)))})
	}
	if v.At >= 0 {
		p := v.Rows[v.At]
		if b := p.EffectiveBudget(); b.OK {
			out = append(out, meeting.Figure{
				Key: "entry/" + string(p.ID), Label: p.Name, Value: float64(b.V), Text: l.Money(int64(b.V)) + ", " + p.Department,
				Period: strconv.Itoa(int(p.Year)), Source: p.SourceText,
			})
		}
	}
	return out
}

// Then compares the figures of a decision with those that the same view has on
// today's data.
type Then struct {
	Was meeting.Figure
	Now model.Maybe[meeting.Figure] // not known: the view has no such figure any more
}

// Changed tells whether the figure is another one now, or one of another
// period. The words do not count: they may be of another language.
func (t Then) Changed() bool {
	return !t.Now.OK || t.Now.V.Value != t.Was.Value || t.Now.V.Period != t.Was.Period
}

// Since gives a decision's figures beside today's. Nil for a decision without
// figures.
func Since(words *lang.Catalogue, snap *state.Snapshot, home model.RegionCode, b meeting.Basis) []Then {
	if len(b.Figures) == 0 {
		return nil
	}
	st := state.New(home)
	if json.Unmarshal([]byte(b.View), &st) != nil {
		st = state.New(home)
	}
	today := map[string]meeting.Figure{}
	for _, f := range Figures(words, snap, state.Valid(snap, st)) {
		today[f.Key] = f
	}
	out := make([]Then, len(b.Figures))
	for i, f := range b.Figures {
		out[i].Was = f
		if now, ok := today[f.Key]; ok {
			out[i].Now = model.Known(now)
		}
	}
	return out
}
