package main

import (
	"slices"
	"strings"

	"rakor/data/bps"
	"rakor/model"
	"rakor/ui"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// questions are what the person can say about the file: which region a name
// means, which indicator and which round the figures are of.
func (v *intakeView) questions(e state.ReadIntake) []ui.PreviewGroup {
	var out []ui.PreviewGroup
	seen := map[string]bool{}
	add := func(id string, n int, label func(*lang.Catalogue) string, is func(*bps.Row) bool) {
		if seen[id] {
			return
		}
		seen[id] = true
		var rows []*bps.Row
		for i := range v.f.preview.Rows {
			if is(&v.f.preview.Rows[i]) {
				rows = append(rows, &v.f.preview.Rows[i])
			}
		}
		out = append(out, ui.PreviewGroup{
			ID: id, N: max(n, len(rows)), Tick: true, Again: true, Rows: len(rows), Label: label,
			Row: func(w *lang.Catalogue, i int) []string { return v.row(w, rows[i]) },
		})
	}
	for _, m := range v.f.preview.Matches {
		id := saidRegion + string(m.Region) + "=" + m.Name
		if m.Kind != bps.MatchProposed && !slices.Contains(e.As, id) {
			continue
		}
		r, _ := v.ds.Region(m.Region)
		add(id, m.Figures, func(w *lang.Catalogue) string { return w.Intake.Proposed(m.Name, r.Name, string(m.Region), m.Distance) },
			func(x *bps.Row) bool { return x.Name == m.Name })
	}
	for i := range v.f.preview.Rows {
		switch r := &v.f.preview.Rows[i]; r.Reason {
		case bps.NoIndicator, bps.WhichIndicator:
			for _, id := range v.fitting(r) {
				v.asIndicator(id, add, r.Reason)
			}
		case bps.NoPeriod, bps.WhichRound:
			for _, p := range v.rounds(r) {
				add(saidPeriod+p.String(), 0, func(w *lang.Catalogue) string { return w.Intake.AsPeriod(w.Lang.PeriodLong(p)) },
					func(x *bps.Row) bool { return x.Reason == r.Reason })
			}
		}
	}
	for _, id := range e.As { // what was said stays to be unsaid
		if ind, ok := strings.CutPrefix(id, saidIndicator); ok {
			v.asIndicator(model.IndicatorID(ind), add, "-")
		}
		if text, ok := strings.CutPrefix(id, saidPeriod); ok {
			p, _ := model.ParsePeriod(text)
			add(id, 0, func(w *lang.Catalogue) string { return w.Intake.AsPeriod(w.Lang.PeriodLong(p)) },
				func(x *bps.Row) bool { return x.Period == p })
		}
	}
	return out
}

func (v *intakeView) asIndicator(id model.IndicatorID, add func(string, int, func(*lang.Catalogue) string, func(*bps.Row) bool), reason bps.Reason) {
	ind, _ := v.ds.Indicator(id)
	add(saidIndicator+string(id), 0, func(w *lang.Catalogue) string {
		return w.Intake.AsIndicator(w.Lang.Of(ind.Name) + " (" + w.Lang.Unit(ind.Unit) + ")")
	}, func(x *bps.Row) bool { return x.Reason == reason || x.Indicator == id })
}

// fitting gives the indicators that the figure of a title which tells none, or
// several, could be of: those whose range it lies in and that regencies have.
func (v *intakeView) fitting(r *bps.Row) []model.IndicatorID {
	var out []model.IndicatorID
	for _, id := range []model.IndicatorID{model.P0, "p1", "p2", model.Poor, "line", "ipm", "tpt", "rls", "exp_adj"} {
		if ind, ok := v.ds.Indicator(id); ok && r.Value >= ind.Min && r.Value <= ind.Max {
			out = append(out, id)
		}
	}
	return out
}

// rounds gives the periods that a figure without one could be of: the two
// rounds of its year, or of the two newest years of the data.
func (v *intakeView) rounds(r *bps.Row) []model.Period {
	ind, ok := v.ds.Indicator(r.Indicator)
	s, err := v.ds.Series(r.Indicator)
	if !ok || err != nil {
		return nil
	}
	years := []model.Year{r.Period.Year}
	if r.Period.Year == 0 {
		ps := s.Periods()
		if len(ps) == 0 {
			return nil
		}
		years = []model.Year{ps[len(ps)-1].Year + 1, ps[len(ps)-1].Year}
	}
	var out []model.Period
	for _, y := range years {
		for _, m := range ind.Months {
			if m == 0 && len(ind.Months) > 1 { // it is of a round, the file does not tell which
				continue
			}
			out = append(out, model.Period{Year: y, Month: m})
		}
	}
	return out
}
