package estimate

import (
	"math"

	"rakor/model"
	"rakor/model/lorenz"
	"rakor/ui/block"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Shares is what the curve through grouped shares says at the line and mean in
// use. There is no design behind shares, so no error either: who knows one
// enters it, as for a published rate.
type Shares struct {
	Name       string
	Groups     int
	Rescaled   bool    // the shares did not add up to 1 and were divided by their sum
	Line, Mean float64 // rupiah a person a month; 0 where there is none
	// Fit, its curves and the rest are there once line and mean are.
	Fit    model.Maybe[lorenz.Fit]
	Points lorenz.Points
	Valid  bool      // the curve of the poverty figures is a Lorenz curve
	Gini   float64   // of the curve for inequality
	Lines  []float64 // of Curve
	Curve  []float64 // P0, percent, at Lines
	Lorenz []float64 // at 0, 1/LorenzSteps, ... 1
}

// shares gives what the grouped shares say; ok is false where none are in use.
func (v *View) shares(snap *state.Snapshot, e state.Estimate) (s Shares, ok bool) {
	if e.Source(snap) != state.MethodShares {
		return s, false
	}
	open := snap.Shares
	s = Shares{Name: open.Name, Groups: len(open.Points.P), Rescaled: open.Points.Rescaled(), Points: open.Points, Gini: math.NaN()}
	if line := v.Inputs[state.InputLine]; line.OK {
		s.Line = line.Value
	}
	if mean := v.Inputs[state.InputMean]; mean.OK {
		s.Mean = mean.Value
	}
	if !(s.Line > 0) || !(s.Mean > 0) {
		return s, true
	}
	fit, err := lorenz.Estimate(open.Points, s.Mean, s.Line)
	if err != nil {
		return s, true
	}
	s.Fit = model.Known(fit)
	poverty, inequality := fit.Poverty(), fit.Inequality()
	s.Valid, s.Gini = poverty.Valid && poverty.Normal, inequality.Gini
	s.Lorenz = make([]float64, LorenzSteps+1)
	for i := range s.Lorenz {
		s.Lorenz[i] = inequality.L(float64(i) / LorenzSteps)
	}
	for i := range CurvePoints {
		z := s.Line * (1 - curveSpread + 2*curveSpread*float64(i)/(CurvePoints-1))
		p, err := poverty.HeadcountAt(z)
		if err != nil {
			p = math.NaN()
		}
		s.Lines, s.Curve = append(s.Lines, z), append(s.Curve, 100*p)
	}
	return s, true
}

// fromShares puts what the curve says in the place of rate and gap. The rate has
// four decimals, so that the product shown is the one reckoned.
func (v *View) fromShares(s Shares) {
	give := func(in state.Input, x float64) {
		v.Inputs[in] = Input{OK: s.Fit.OK && x >= 0 && x <= 100, Value: model.Round(x, 4), File: true, Published: v.Inputs[in].Published}
	}
	c := lorenz.Curve{}
	if s.Fit.OK {
		c = s.Fit.V.Poverty()
	}
	give(state.InputRate, 100*c.Headcount)
	give(state.InputGap, 100*c.PovertyGap)
}

// sharesDetail gives title and lines of what belongs to the selected input where
// grouped shares are in use; ok is false where that is the same as without.
func (p page) sharesDetail(in state.Input, w, h int) (title string, items []item, ok bool) {
	if !p.Shares.OK {
		return "", nil, false
	}
	s := p.Shares.V
	ready := s.Fit.OK
	switch in {
	case state.InputMethod:
		if ready {
			return p.w.File.Lorenz(p.number(s.Gini, 3)), p.lorenzItems(s.Lorenz, p.sharesFacts(w), w, h), true
		}
		return p.w.Shares.Title, p.sharesItems(w), true
	case state.InputLine:
		if ready {
			return p.w.File.Curve(p.l.Rupiah(int64(s.Line))), p.curveItems(s.Lines, s.Curve, w, h), true
		}
	case state.InputRate, state.InputPopulation, state.InputMean:
		return p.w.Shares.Title, p.sharesItems(w), true
	}
	return "", nil, false
}

// sharesFacts says which shares these are and what is to be known of the curve.
func (p page) sharesFacts(w int) []item {
	s, c := p.Shares.V, p.l.CLIEstimate()
	out := []item{text(rankBeside, theme.Plain, 0, w, c.SharesAre(s.Name, s.Groups, c.Shares(s.Points.Kind.ID())))}
	if s.Fit.OK && !s.Valid {
		out = append(out, text(rankFirst, theme.Warn, 0, w, "! "+p.w.Shares.Invalid))
	}
	return append(out, text(rankWhy, theme.Muted, 0, w, p.w.Shares.NoError))
}

// figureOfCurve is a line of the table of both curves.
type figureOfCurve struct {
	name     string
	poverty  bool // from the curve of the poverty figures
	decimals int
	scale    float64
	of       func(lorenz.Curve) float64
}

func (p page) figuresOfCurves() []figureOfCurve {
	c := p.l.CLIEstimate()
	return []figureOfCurve{
		{"P0 %", true, 2, 100, func(k lorenz.Curve) float64 { return k.Headcount }},
		{"P1 × 100", true, 3, 100, func(k lorenz.Curve) float64 { return k.PovertyGap }},
		{"P2 × 100", true, 3, 100, func(k lorenz.Curve) float64 { return k.PovertySeverity }},
		{c.Measure("watts"), true, 4, 1, func(k lorenz.Curve) float64 { return k.Watts }},
		{c.Measure("gini"), false, 4, 1, func(k lorenz.Curve) float64 { return k.Gini }},
	}
}

// sharesItems is the table of both curves, a mark at the figures in use.
func (p page) sharesItems(w int) []item {
	s, c := p.Shares.V, p.l.CLIEstimate()
	if !s.Fit.OK {
		return append([]item{text(rankFirst, theme.Warn, 0, w, "! "+p.sharesTrouble())}, p.sharesFacts(w)...)
	}
	const first, each = 16, 20
	row := func(st theme.Style, name string, texts [2]string) line {
		return func(a block.Area, y int) {
			a.Clip(0, y, first-1, theme.Plain, name)
			for i, t := range texts {
				a.Right(first+i*each, y, each-2, st, t)
			}
		}
	}
	curves := [2]lorenz.Curve{s.Fit.V.Curve(lorenz.GeneralQuadratic), s.Fit.V.Curve(lorenz.Beta)}
	var heads [2]string
	for i, k := range curves {
		heads[i] = c.Curve(k.Family.ID()) + "  "
	}
	out := []item{one(rankBeside, row(theme.Muted, p.w.File.ColMeasure, heads))}
	for i, f := range p.figuresOfCurves() {
		chosen := s.Fit.V.ForPoverty
		if !f.poverty {
			chosen = s.Fit.V.ForInequality
		}
		var texts [2]string
		for j, k := range curves {
			texts[j] = p.number(f.scale*f.of(k), f.decimals) + "  "
			if k.Family == chosen {
				texts[j] = p.number(f.scale*f.of(k), f.decimals) + " *"
			}
		}
		st, rank := theme.Plain, rankBeside
		if i == 0 {
			st, rank = theme.Strong, rankFirst
		}
		out = append(out, one(rank, row(st, f.name, texts)))
	}
	why := "* " + c.CurveChosen(c.Curve(s.Fit.V.ForPoverty.ID()), c.Curve(s.Fit.V.ForInequality.ID()), c.Choice(s.Fit.V.Reason.ID()))
	out = append(out, gap(), text(rankWhy, theme.Muted, 0, w, why))
	return append(out, p.sharesFacts(w)...)
}

// sharesTrouble says why the shares give no figure, and what can be done.
func (p page) sharesTrouble() string {
	switch s := p.Shares.V; {
	case !(s.Mean > 0):
		return p.w.Shares.NoMean
	case !(s.Line > 0):
		return p.w.File.NoLine
	}
	return p.w.Shares.NoCurve
}

// linearShares is what the curves say, one figure a line.
func (p page) linearShares() []string {
	if !p.Shares.OK {
		return nil
	}
	s, c := p.Shares.V, p.l.CLIEstimate()
	out := []string{c.SharesAre(s.Name, s.Groups, c.Shares(s.Points.Kind.ID()))}
	if !s.Fit.OK {
		return append(out, p.sharesTrouble())
	}
	for _, f := range p.figuresOfCurves() {
		family := s.Fit.V.ForPoverty
		if !f.poverty {
			family = s.Fit.V.ForInequality
		}
		out = append(out, f.name+", "+c.Curve(family.ID())+": "+p.number(f.scale*f.of(s.Fit.V.Curve(family)), f.decimals)+".")
	}
	if !s.Valid {
		out = append(out, p.w.Shares.Invalid)
	}
	return out
}

// source gives the method in use and the name of its file; the file is "" where
// the rate is published or entered.
func (p page) source() (state.Method, string) {
	switch {
	case p.File.OK:
		return state.MethodFile, p.File.V.Name
	case p.Shares.OK:
		return state.MethodShares, p.Shares.V.Name
	}
	return state.MethodRate, ""
}

// hides tells whether an input is not listed: a mean has a use only for grouped
// shares.
func (v *View) hides(in state.Input) bool {
	return in == state.InputMean && !v.Shares.OK && !v.Inputs[in].OK && v.Selected != in
}

// listed gives the inputs that are listed, in their order.
func (v *View) listed() []state.Input {
	out := make([]state.Input, 0, state.Inputs)
	for in := range state.Inputs {
		if !v.hides(in) {
			out = append(out, in)
		}
	}
	return out
}
