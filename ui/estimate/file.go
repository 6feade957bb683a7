package estimate

import (
	"math"

	"rakor/model"
	"rakor/model/fgt"
	"rakor/model/headcount"
	"rakor/model/household"
	"rakor/model/survey"
	"rakor/ui/state"
)

// File is what the file of households says at the line in use.
type File struct {
	Name         string
	Own          bool // the region alone; else everybody in the file
	Rows         int
	PSUs, Strata int
	Lone         int // strata with one PSU
	People       float64
	Line         float64 // rupiah a person a month; 0 where there is none
	At           survey.AtLine
	Mean, Gini   survey.Estimate
	Lines        []float64 // of Curve
	Curve        []float64 // P0, percent, at Lines
	Lorenz       []float64 // at 0, 1/LorenzSteps, ... 1
	Change       model.Maybe[Change]
}

// Change is what became of P0 from the file opened before.
type Change struct {
	Name   string
	Line   float64 // of the earlier file
	P0     float64 // of the earlier file, percent
	Was    model.Maybe[Sure]
	Poor   int64 // of the earlier file
	Test   survey.Difference
	Points [3]float64 // growth, redistribution, change
}

// CurvePoints and LorenzSteps are how finely the pictures are drawn.
const (
	CurvePoints = 61
	LorenzSteps = 20
)

// curveSpread is how far the curve reaches to either side of the line.
const curveSpread = 0.5

// file gives what the file opened last says; ok is false where none is in use.
func (v *View) file(snap *state.Snapshot, home model.RegionCode, e state.Estimate) (f File, ok bool) {
	if e.Source(snap) != state.MethodFile {
		return f, false
	}
	h := snap.Households[len(snap.Households)-1]
	s, own := h.For(string(home))
	f = File{
		Name: h.Name, Own: own, Rows: s.Rows(), PSUs: s.PSUs(), Strata: h.Strata, Lone: h.Lone, People: s.People(),
		Mean: s.Mean, Gini: s.Gini, Lorenz: make([]float64, LorenzSteps+1),
	}
	for i := range f.Lorenz {
		f.Lorenz[i] = s.Curve.Lorenz(float64(i) / LorenzSteps)
	}
	line := v.Inputs[state.InputLine]
	if !line.OK || !(line.Value > 0) {
		return f, true
	}
	f.Line, f.At = line.Value, s.At(line.Value)
	if points, err := s.Curve.Range((1-curveSpread)*f.Line, (1+curveSpread)*f.Line, CurvePoints); err == nil {
		for _, p := range points {
			f.Lines, f.Curve = append(f.Lines, p.Line), append(f.Curve, 100*p.P0)
		}
	}
	return f, true
}

// change compares the file opened last with the one before it: at the published
// line of the period before where that of the rate is in use, else, the line
// being typed or moved, both at the same one.
func (f *File) change(snap *state.Snapshot, home model.RegionCode, lineBefore float64) {
	if len(snap.Households) < 2 || f.Line == 0 {
		return
	}
	h := snap.Households[len(snap.Households)-2]
	was, _ := h.For(string(home))
	now, _ := snap.Households[len(snap.Households)-1].For(string(home))
	if !(lineBefore > 0) {
		lineBefore = f.Line
	}
	split, err := household.Change(was, lineBefore, now, f.Line)
	if err != nil {
		return
	}
	at := was.At(lineBefore)
	c := Change{
		Name: h.Name, Line: lineBefore, P0: model.Round(100*at.P0.Value, 6), Test: survey.Independent(f.At.P0, at.P0, level),
		Points: [3]float64{100 * split.Growth[0], 100 * split.Redistribution[0], 100 * split.Change[0]},
	}
	people := headcount.People(int64(model.Round(was.People(), 0)))
	c.Was.V, c.Was.OK = fileSure(at, people)
	c.Poor = int64(model.Round(at.Poor.Value, 0))
	f.Change = model.Known(c)
}

// fileBefore sets the file opened before beside the one in use; there is nothing
// where either has no standard error.
func (f figures) fileBefore(now Sure) model.Maybe[Before] {
	c := f.file.Change
	if !c.OK || !c.V.Was.OK || c.V.Test.Why != survey.Estimated {
		return model.Maybe[Before]{}
	}
	was, err := headcount.NewPercent(c.V.P0)
	rate, err2 := headcount.NewPercent(f.in[state.InputRate].Value)
	if err != nil || err2 != nil || !now.Design {
		return model.Maybe[Before]{}
	}
	return model.Known(Before{
		File: c.V.Name, Rate: c.V.P0, Poor: c.V.Poor, Sure: c.V.Was.V,
		Test:     headcount.Test{Points: rate.Minus(was), Z: c.V.Test.T, P: c.V.Test.P},
		Distinct: c.V.Test.Significant(level),
	})
}

// fromFile puts what the file says in the place of rate, population and gap.
func (v *View) fromFile(f File) {
	give := func(in state.Input, x float64, decimals int) {
		v.Inputs[in] = Input{OK: f.Line > 0 && !math.IsNaN(x), Value: model.Round(x, decimals), File: true, Published: v.Inputs[in].Published}
	}
	give(state.InputRate, 100*f.At.P0.Value, 6)
	give(state.InputGap, 100*f.At.P1.Value, 6)
	v.Inputs[state.InputPopulation] = Input{OK: true, Value: model.Round(f.People, 0), File: true, Published: v.Inputs[state.InputPopulation].Published}
}

// fileSure is how sure a file is of its poor people, by its design: a total,
// whose error is that of `rakor estimate survey` too, where the population is an
// estimate as well; ok is false where it has no standard error.
func fileSure(at survey.AtLine, people headcount.Persons) (s Sure, ok bool) {
	se, ok := at.P0.StandardError()
	lowRate, highRate, bounded := at.P0.Interval()
	low, high, counted := at.Poor.Interval()
	rse, related := at.Poor.RSE()
	if !ok || !bounded || !counted || !related {
		return s, false
	}
	percent := func(x float64) headcount.Percent {
		p, _ := headcount.NewPercent(100 * min(max(x, 0), 1))
		return p
	}
	persons := func(x float64) headcount.Persons {
		return headcount.People(int64(model.Round(min(max(x, 0), float64(people.N())), 0)))
	}
	iv := headcount.Interval{Level: share(level), LowRate: percent(lowRate), HighRate: percent(highRate), Low: persons(low), High: persons(high)}
	r, err := headcount.NewPercent(100 * rse)
	return Sure{Design: true, SE: 100 * se, RSE: r.Value(), Band: headcount.BandOf(r), Interval: iv}, err == nil
}

// measure is a line of the table of measures.
type measure struct {
	name  string
	e     survey.Estimate
	scale float64 // of the figure as shown
	money bool    // without decimals: people, thousand rupiah
}

// measures lists what a file says, in the order of the table.
func (p page) measures() []measure {
	f := p.File.V
	names := [fgt.Orders]string{"P0 %", "P1 × 100", "P2 × 100"}
	return []measure{
		{names[0], f.At.P0, 100, false},
		{names[1], f.At.P1, 100, false},
		{names[2], f.At.P2, 100, false},
		{p.w.File.Poor, f.At.Poor, 1, true},
		{p.w.File.Mean, f.Mean, 0.001, true},
		{p.w.File.Gini, f.Gini, 1, false},
	}
}
