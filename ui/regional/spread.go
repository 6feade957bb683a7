package regional

import (
	"math"
	"slices"
	"strconv"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/report"
	"rakor/ui/theme"
)

func (s screen) partsExhibit() exhibit {
	w := s.lang.AnalysisWords()
	d := &s.found.parts
	p0, _ := s.ds.Indicator(model.P0)
	e := exhibit{title: s.titled(s.lang.RegionBare(d.Province) + " " + s.lang.Period(d.From) + " – " + s.lang.Period(d.To)), bars: true}
	e.says = paragraphsOf(s.lang.SayDecomposition(d, p0), theme.Plain)
	e.columns = []column{
		{title: w.City, left: true, least: leastName},
		{title: w.Sum},
		{title: w.Within},
		{title: w.Between},
		{title: "P0 " + s.lang.Period(d.From)},
		{title: "P0 " + s.lang.Period(d.To)},
		{title: w.Base, table: true},
	}
	shares := slices.Clone(d.Shares)
	slices.SortStableFunc(shares, func(a, b compare.Share) int {
		switch {
		case a.Points() < b.Points():
			return -1
		case a.Points() > b.Points():
			return 1
		}
		return 0
	})
	point := func(v float64) string { return s.lang.Signed(v, 4) } // so that parts add up as they stand
	for _, k := range shares {
		style, bar := s.styled(k.Region.Code)
		e.rows = append(e.rows, record{
			region: k.Region.Code, style: style, bar: bar, selected: k.Region.Code == s.Selected, value: k.Points(),
			cells: []string{
				s.lang.RegionShort(k.Region), point(k.Points()), point(k.Within), point(k.Between), s.lang.Value(k.RateFrom, p0), s.lang.Value(k.RateTo, p0),
				s.lang.Int(int64(math.Round(k.BaseTo/100) * 100)),
			},
		})
	}
	if len(shares) > 0 {
		e.rows = append(e.rows, record{rule: true, value: math.NaN(), style: theme.Strong, cells: []string{s.lang.Region(d.Province), point(d.Total()), point(d.Within), point(d.Between), "", "", ""}})
	}
	return e
}

func (s screen) convergenceExhibit() exhibit {
	w := s.lang.AnalysisWords()
	e := exhibit{title: s.titled(s.short(s.Indicator) + " · " + w.SD)}
	near, all := &s.found.near, &s.found.all
	e.columns = []column{
		{title: w.Period, left: true},
		{title: "A " + w.SD},
		{title: w.CV},
		{title: w.Mean},
		{title: w.Regions},
		{title: "B " + w.SD},
		{title: w.CV},
		{title: w.Mean},
		{title: w.Regions},
	}
	cells := func(c *compare.Convergence, p model.Period) []string {
		for _, d := range c.Sigma {
			if d.Period == p {
				return []string{s.lang.Number(d.SD, 2), s.lang.Number(d.CV, 2), s.lang.Number(d.Mean, 2), s.lang.Int(int64(d.N))}
			}
		}
		return []string{"-", "-", "-", "-"}
	}
	var periods []model.Period
	for _, c := range [...]*compare.Convergence{near, all} {
		for _, d := range c.Sigma {
			periods = append(periods, d.Period)
		}
	}
	slices.SortFunc(periods, model.Period.Compare)
	periods = slices.Compact(periods)
	for _, p := range slices.Backward(periods) {
		e.rows = append(e.rows, record{cells: append(append([]string{s.lang.Period(p)}, cells(near, p)...), cells(all, p)...)})
	}
	names := [...]string{"A " + s.lang.PeersName(""), "B " + s.lang.AllRegions()}
	e.draw = func(a block.Area) bool { return s.spreads(a, periods, names) }
	if len(periods) > 0 {
		e.vector = report.Lines(s.sigmaSpec(periods, names))
	}
	e.remarks = func() []string { return []string{names[0], names[1]} }
	for i, c := range [...]*compare.Convergence{near, all} {
		e.says = append(e.says, paragraphsOf(s.lang.SayConvergence(c, names[i], s.Indicator), theme.Plain)...)
	}
	e.says = append(e.says, paragraph{s.lang.ConvergenceCare(), theme.Muted})
	return e
}

// spreads draws the standard deviations over the years.
func (s screen) spreads(a block.Area, periods []model.Period, names [2]string) bool {
	if len(periods) == 0 {
		return false
	}
	return chart.Lines(a, s.sigmaSpec(periods, names)).OK
}

// sigmaSpec is the standard deviations over the years as lines.
func (s screen) sigmaSpec(periods []model.Period, names [2]string) chart.LineSpec {
	first, last := periods[0].Year, periods[len(periods)-1].Year
	spec := chart.LineSpec{Lang: s.lang, Decimals: 2, Values: true, FromZero: true}
	for y := first; y <= last; y++ {
		spec.Steps = append(spec.Steps, strconv.Itoa(int(y)))
	}
	for i, c := range [...]*compare.Convergence{&s.found.near, &s.found.all} {
		x := chart.Series{Letter: rune(names[i][0]), Style: series(i), Y: make([]float64, len(spec.Steps))}
		for k := range x.Y {
			x.Y[k] = math.NaN()
		}
		for _, d := range c.Sigma {
			x.Y[d.Period.Year-first] = d.SD
			x.Label = s.lang.Number(d.SD, 2)
		}
		spec.Series = append(spec.Series, x)
	}
	return spec
}

func (s screen) differenceExhibit() exhibit {
	w := s.lang.AnalysisWords()
	row, _ := s.View.row(s.Selected)
	e := exhibit{title: s.titled(s.lang.Region(row.Region) + " " + s.number(row) + " " + s.lang.Period(row.Period))}
	e.columns = []column{
		{title: w.Compared, left: true, least: leastName}, {title: s.lang.Of(s.Indicator.Short)}, {title: w.Difference}, {title: w.Interval}, {title: w.NeededRSE},
	}
	for i, g := range s.found.gaps {
		name := s.lang.RegionShort(g.region)
		if g.region.Code == row.Region.Code {
			name = s.lang.Period(g.with.Period)
		}
		rec := record{value: g.diff.Points, cells: []string{name, s.lang.Value(g.with.Value, s.Indicator), s.signed(g.diff.Points), w.Unknown, "-"}}
		rec.rule = i > 0 && g.region.Code != row.Region.Code && s.found.gaps[i-1].region.Code == row.Region.Code
		if g.diff.Known {
			rec.cells[3] = s.signed(g.diff.Low) + " … " + s.signed(g.diff.High)
		}
		rec.cells[4] = s.maybe(g.diff.NeededRSE, func(v float64) string { return s.lang.Percent(v, 1) })
		rec.style, _ = s.styled(g.region.Code)
		e.rows = append(e.rows, rec)
	}
	s.dotted(&e)
	for i, g := range s.found.gaps {
		if i == 0 || g.region.Code == s.province.Code || g.region.Code == s.Home.Code && row.Region.Code != s.Home.Code {
			name := s.lang.PeriodLong(row.Period) + " – " + s.lang.PeriodLong(g.with.Period)
			if g.region.Code != row.Region.Code {
				name = s.lang.Region(row.Region) + " – " + s.lang.Region(g.region)
			}
			e.says = append(e.says, paragraph{s.lang.SayDifference(g.diff, name, s.Indicator), theme.Plain})
		}
	}
	if s.found.known.Known() {
		e.says = append(e.says, paragraph{s.assumed(), theme.Warn})
	} else {
		e.says = append(e.says, paragraph{s.lang.HowRSE(), theme.Muted})
	}
	return e
}

// dotted makes the rows of differences end in dots, with error bars where they
// are known, over one scale with zero.
func (s screen) dotted(e *exhibit) {
	e.refs = []chart.Ref{{Value: 0, Style: theme.RefLine}}
	values := make([]float64, 0, 3*len(e.rows))
	for _, g := range s.found.gaps {
		values = append(values, g.diff.Points)
		if g.diff.Known {
			values = append(values, g.diff.Low, g.diff.High)
		}
	}
	e.dots = func(a block.Area, y, i int) {
		t := chart.NewTrack(0, a.W, e.refs, values...)
		t.RefLines(a, y, 1)
		g := s.found.gaps[i]
		lo, hi := math.NaN(), math.NaN()
		if g.diff.Known {
			lo, hi = g.diff.Low, g.diff.High
		}
		t.Interval(a, y, lo, g.diff.Points, hi, theme.Accent)
	}
}
