package ui

import (
	"slices"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/keys"
	"rakor/ui/state"
)

// openReadings lists the values that sources give for the selected figure, to
// choose another; where they agree on it, the figures of the indicator on which
// they do not.
func (s *Session) openReadings() {
	if s.snap.ReadOnly {
		s.local.answer = s.env.Words.Data.ReadOnly
		return
	}
	o, ok := s.regional().Figure()
	s.local.list = &list{kind: keys.Readings, input: newInput("")}
	if ok && len(o.Others) > 0 {
		s.local.list.cell = &o
		s.local.list.of = s.cellName(o)
	}
	s.refill()
}

// cellName names a figure: region, indicator, period.
func (s *Session) cellName(o model.Observation) string {
	w := s.env.Words.Lang
	r, _ := s.snap.Data.Region(o.Region)
	ind, _ := s.snap.Data.Indicator(s.st.Regional.Indicator)
	return w.Region(r) + " · " + w.Of(ind.Short) + " · " + w.PeriodLong(o.Period)
}

// readingItems lists the values of a cell, or the cells on which sources
// differ: those of the regions compared first, the newest before older ones.
func (s *Session) readingItems(query string) []item {
	ds, w := s.snap.Data, s.env.Words
	ind, _ := ds.Indicator(s.st.Regional.Indicator)
	if o := s.local.list.cell; o != nil {
		return s.valueItems(query, *o, ind)
	}
	series, err := ds.Series(ind.ID)
	if err != nil {
		return nil
	}
	all := series.Conflicts()
	compared := s.st.Compared(ds)
	slices.SortStableFunc(all, func(a, b model.Observation) int {
		x, y := slices.Contains(compared, a.Region), slices.Contains(compared, b.Region)
		switch {
		case x && !y:
			return -1
		case y && !x:
			return 1
		}
		return b.Period.Compare(a.Period)
	})
	var out []item
	for _, o := range all {
		detail := w.Lang.Value(o.Value, ind)
		for _, r := range o.Others {
			detail += " / " + w.Lang.Value(r.Value, ind)
		}
		name := s.cellName(o)
		if !matches(query, name, string(o.Region)) {
			continue
		}
		out = append(out, item{key: string(o.Region), label: name, detail: detail, do: act(func() []state.Effect {
			s.local.list = &list{kind: keys.Readings, input: newInput(""), of: name, cell: &o}
			s.refill()
			return nil
		})})
	}
	return out
}

// valueItems lists the values of a cell with their sources, the used one first.
func (s *Session) valueItems(query string, o model.Observation, ind model.Indicator) []item {
	ds, w := s.snap.Data, s.env.Words
	var out []item
	for i, r := range slices.Concat([]model.Reading{o.Reading}, o.Others) {
		if len(r.Sources) == 0 {
			continue
		}
		src := ds.Source(r.Sources[0])
		it := item{key: w.Lang.Value(r.Value, ind), label: src.Title, text: src.Title}
		it.do = state.ChooseReading{Region: o.Region, Indicator: ind.ID, Period: o.Period, Source: src.ID}
		if i == 0 {
			it.marked = true
			it.detail = w.Intake.Chosen
			it.text += " · " + w.Intake.Chosen + ": " + w.Data.Rule(string(compare.Prefer(ds, o)))
			it.do = act(func() []state.Effect { return nil })
		}
		if matches(query, it.key, it.label, string(src.ID)) {
			out = append(out, it)
		}
	}
	return out
}
