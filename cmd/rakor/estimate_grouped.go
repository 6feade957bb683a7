package main

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rakor/data/microdata"
	"rakor/model/fgt"
	"rakor/model/lorenz"
	"rakor/ui/lang"
)

// groupedFlags are the flags of estimate grouped as typed; "" is not given.
type groupedFlags struct{ line, mean, curve string }

func (a *app) groupedCommand() *cobra.Command {
	w := a.words.Lang.CLIEstimate()
	var f groupedFlags
	c := &cobra.Command{
		Use: "grouped " + w.FileArgument, Short: w.GroupedShort, Long: w.GroupedLong, Args: a.oneFile(w),
		Example: "  rakor estimate grouped desil.csv --line 89 --mean 109.9\n" +
			"  rakor estimate grouped desil.csv --line 500000 --mean 1200000 --lorenz beta --format json",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.grouped(f, args[0], example(cmd))
		},
	}
	fl := c.Flags()
	fl.StringVar(&f.line, "line", "", w.FlagLine)
	fl.StringVar(&f.mean, "mean", "", w.FlagMean)
	fl.StringVar(&f.curve, "lorenz", "auto", w.FlagLorenz)
	return c
}

// groupedJSON is the result of estimate grouped: the figures of the curve that
// was chosen, and both curves whole.
type groupedJSON struct {
	Lorenz       string      `json:"lorenz"` // of the poverty figures
	P0           *float64    `json:"p0"`
	P1           *float64    `json:"p1"`
	P2           *float64    `json:"p2"`
	Watts        *float64    `json:"watts"`
	Gini         *float64    `json:"gini"`
	MLD          *float64    `json:"mld"`
	Median       *float64    `json:"median"`
	Valid        bool        `json:"valid"`
	Line         float64     `json:"line"`
	Mean         float64     `json:"mean"`
	Fit          fitJSON     `json:"fit"`
	Alternatives []curveJSON `json:"alternatives"`
}

// fitJSON tells how the curve was chosen, and from what.
type fitJSON struct {
	File       string      `json:"file"`
	Groups     int         `json:"groups"`
	Shares     string      `json:"shares"` // cumulative or plain
	Rescaled   bool        `json:"rescaled"`
	Poverty    string      `json:"poverty"`    // curve of P0, P1, P2, Watts
	Inequality string      `json:"inequality"` // curve of Gini, MLD, median
	Reason     string      `json:"reason"`     // given, lower-error, only-valid, none-valid
	Chosen     curveJSON   `json:"chosen"`
	Points     [][]float64 `json:"points"` // cumulative shares of people and welfare
}

// curveJSON is one curve with all its figures.
type curveJSON struct {
	Lorenz       string      `json:"lorenz"`
	P0           *float64    `json:"p0"`
	P1           *float64    `json:"p1"`
	P2           *float64    `json:"p2"`
	Watts        *float64    `json:"watts"`
	Gini         *float64    `json:"gini"`
	MLD          *float64    `json:"mld"`
	Median       *float64    `json:"median"`
	DCM          *float64    `json:"dcm"`
	Polarization *float64    `json:"polarization"`
	Deciles      []*float64  `json:"deciles"`
	Valid        bool        `json:"valid"`
	Normal       bool        `json:"normal"`
	Checks       []checkJSON `json:"checks"`
	Coefficients []*float64  `json:"coefficients"`
	SE           []*float64  `json:"coefficients_se"`
	SSE          *float64    `json:"sse"`
	SSEZ         *float64    `json:"ssez"`
	SST          *float64    `json:"sst"`
	R2           *float64    `json:"r2"`
	MSE          *float64    `json:"mse"`
}

type checkJSON struct {
	Condition string `json:"condition"`
	Holds     bool   `json:"holds"`
	Needed    bool   `json:"needed"`
}

// groupedCall is one call with what came of it.
type groupedCall struct {
	app    *app
	words  lang.CLIEstimate
	path   string
	name   string
	mean   float64
	line   float64
	curve  string
	shares *microdata.Grouped
	fit    lorenz.Fit
	notes  []note
}

func (a *app) grouped(f groupedFlags, path, ex string) error {
	c := &groupedCall{app: a, words: a.words.Lang.CLIEstimate(), path: path, name: path, curve: f.curve}
	if path == "-" {
		c.path, c.name = "stdin", c.words.Stdin
	}
	var err error
	if c.line, err = a.positive("--line", f.line, c.words.LineAllowed, ex); err != nil {
		return err
	}
	if c.mean, err = a.positive("--mean", f.mean, c.words.LineAllowed, ex); err != nil {
		return err
	}
	if f.curve != "auto" && f.curve != lorenz.GeneralQuadratic.ID() && f.curve != lorenz.Beta.ID() {
		return failf(exitUsage, "%s", a.words.CLI.BadValue("--lorenz", f.curve, "auto, gq, beta"))
	}
	if err := a.open(); err != nil {
		return err
	}
	opt := microdata.GroupedOptions{Name: c.name}
	switch {
	case path == "-":
		c.shares, err = microdata.ReadGrouped(a.in, opt)
	case isFolder(path):
		err = errFolder
	default:
		c.shares, err = microdata.OpenGrouped(path, opt)
	}
	if err != nil {
		return a.fileError(c.words, path, c.name, err, nil)
	}
	points, err := lorenz.Parse(c.shares.Population, c.shares.Welfare)
	if err == nil {
		c.fit, err = lorenz.Estimate(points, c.mean, c.line)
	}
	if err != nil {
		return c.kernelError(err)
	}
	poverty, inequality := c.chosen()
	if poverty.Err != nil { // one of the two has no curve, and it was asked for
		return c.kernelError(poverty.Err)
	}
	c.note(poverty, inequality)
	return a.print(c.answer(poverty, inequality))
}

// positive reads a number above 0 that must be given.
func (a *app) positive(flag, s, allowed, ex string) (float64, error) {
	if s == "" {
		return 0, failf(exitUsage, "%s", a.words.CLI.Needs(flag, ex))
	}
	v, err := a.number(flag, s)
	if err != nil {
		return 0, err
	}
	if fgt.Classify(v) != fgt.Fine {
		return 0, failf(exitUsage, "%s", a.words.CLI.BadValue(flag, s, allowed))
	}
	return v, nil
}

// chosen gives the curves of the poverty figures and of the others.
func (c *groupedCall) chosen() (poverty, inequality lorenz.Curve) {
	switch c.curve {
	case lorenz.GeneralQuadratic.ID():
		g := c.fit.Curve(lorenz.GeneralQuadratic)
		return g, g
	case lorenz.Beta.ID():
		b := c.fit.Curve(lorenz.Beta)
		return b, b
	}
	return c.fit.Poverty(), c.fit.Inequality()
}

// kernelError words an error about shares that cannot be fitted.
func (c *groupedCall) kernelError(err error) error {
	w := c.words
	if e := (*lorenz.PointError)(nil); errors.As(err, &e) {
		column := c.shares.PopulationName
		if e.Column == "welfare" {
			column = c.shares.WelfareName
		}
		why := "not-finite"
		switch {
		case errors.Is(err, lorenz.ErrShareRange):
			why = "range"
		case errors.Is(err, lorenz.ErrNotIncreasing):
			why = "not-increasing"
		case errors.Is(err, lorenz.ErrAboveDiagonal):
			why = "above-diagonal"
		}
		v := c.app.words.Lang.Number(e.Value, places(e.Value))
		return failf(exitInvalid, "%s", w.BadShare(c.name, c.shares.RowLines[e.Row-1], column, v, w.Shares(why)))
	}
	switch {
	case errors.Is(err, lorenz.ErrTooFewPoints):
		return failf(exitNoAnswer, "%s", w.TooFew(c.name, lorenz.MinPoints))
	case errors.Is(err, lorenz.ErrNotShares):
		return failf(exitInvalid, "%s", w.NotShares(c.name))
	}
	return failf(exitNoAnswer, "%s", w.NoCurve(c.name))
}

// note says what is to be known of shares and curves.
func (c *groupedCall) note(poverty, inequality lorenz.Curve) {
	w, l, p := c.words, c.app.words.Lang, c.fit.Points
	add := func(code, message string) { c.notes = append(c.notes, note{Code: code, Message: message}) }
	if p.Rescaled() {
		add("rescaled-shares", w.Rescaled(l.Number(p.SumP, 4), l.Number(p.SumL, 4)))
	}
	if p.OutOfOrder > 0 {
		add("out-of-order", w.Order(c.name, c.shares.RowLines[p.OutOfOrder-1]))
	}
	curves := []lorenz.Curve{poverty}
	if inequality.Family != poverty.Family {
		curves = append(curves, inequality)
	}
	for _, k := range curves {
		if !k.Valid || !k.Normal {
			add("invalid-curve", w.Invalid(w.Curve(k.Family.ID()), c.broken(k)))
		}
	}
	c.missing(add, poverty.Family, []string{"p0", "p1", "p2", "watts"}, poverty.Headcount, poverty.PovertyGap, poverty.PovertySeverity, poverty.Watts)
	c.missing(add, inequality.Family, []string{"gini", "mld", "median"}, inequality.Gini, inequality.MLD, inequality.Median)
}

// missing notes which figures of a curve do not exist.
func (c *groupedCall) missing(add func(code, message string), of lorenz.Family, ids []string, figures ...float64) {
	var names []string
	for i, v := range figures {
		if finite(v) == nil {
			names = append(names, c.words.Measure(ids[i]))
		}
	}
	if len(names) > 0 {
		add("no-figure", c.words.NoFigure(c.words.Curve(of.ID()), strings.Join(names, ", ")))
	}
}

// broken lists the conditions that a curve does not meet and must.
func (c *groupedCall) broken(k lorenz.Curve) string {
	var out []string
	for _, x := range k.Checks {
		if x.Needed && !x.Holds {
			out = append(out, c.words.Check(x.Condition.ID()))
		}
	}
	return strings.Join(out, ", ")
}

func curveOf(k lorenz.Curve) curveJSON {
	j := curveJSON{
		Lorenz: k.Family.ID(), P0: finite(k.Headcount), P1: finite(k.PovertyGap), P2: finite(k.PovertySeverity), Watts: finite(k.Watts),
		Gini: finite(k.Gini), MLD: finite(k.MLD), Median: finite(k.Median), DCM: finite(k.DCM), Polarization: finite(k.Polarization),
		Valid: k.Valid, Normal: k.Normal, Checks: []checkJSON{}, SSE: finite(k.SSE), SSEZ: finite(k.SSEZ),
		SST: finite(k.Regression.SST), R2: finite(k.Regression.R2), MSE: finite(k.Regression.MSE),
	}
	for _, d := range k.Deciles {
		j.Deciles = append(j.Deciles, finite(d))
	}
	for i := range k.Coefficients {
		j.Coefficients = append(j.Coefficients, finite(k.Coefficients[i]))
		j.SE = append(j.SE, finite(k.Regression.SE[i]))
	}
	for _, x := range k.Checks {
		j.Checks = append(j.Checks, checkJSON{x.Condition.ID(), x.Holds, x.Needed})
	}
	return j
}

func (c *groupedCall) answer(poverty, inequality lorenz.Curve) answer {
	reason := "given"
	if c.curve == "auto" {
		reason = c.fit.Reason.ID()
	}
	p, q := curveOf(poverty), curveOf(inequality)
	out := groupedJSON{
		Lorenz: p.Lorenz, P0: p.P0, P1: p.P1, P2: p.P2, Watts: p.Watts, Gini: q.Gini, MLD: q.MLD, Median: q.Median,
		Valid: poverty.Valid && inequality.Valid, Line: c.line, Mean: c.mean,
		Fit: fitJSON{
			File: c.path, Groups: len(c.fit.Points.P), Shares: c.fit.Points.Kind.ID(), Rescaled: c.fit.Points.Rescaled(),
			Poverty: p.Lorenz, Inequality: q.Lorenz, Reason: reason, Chosen: p,
		},
		Alternatives: []curveJSON{},
	}
	for i := range c.fit.Points.P {
		out.Fit.Points = append(out.Fit.Points, []float64{c.fit.Points.P[i], c.fit.Points.L[i]})
	}
	for _, f := range []lorenz.Family{lorenz.GeneralQuadratic, lorenz.Beta} {
		if f != poverty.Family {
			out.Alternatives = append(out.Alternatives, curveOf(c.fit.Curve(f)))
		}
	}
	ans := answer{command: "estimate grouped", result: out, notes: c.notes}
	c.table(&ans, p, q, reason)
	return ans
}

// table writes both curves side by side, a mark at the figures that are the
// answer.
func (c *groupedCall) table(ans *answer, p, q curveJSON, reason string) {
	w, l := c.words, c.app.words.Lang
	curves := []curveJSON{curveOf(c.fit.Curve(lorenz.GeneralQuadratic)), curveOf(c.fit.Curve(lorenz.Beta))}
	ans.header, ans.right = []string{w.ColMeasure}, []bool{false}
	for _, k := range curves {
		ans.header, ans.right = append(ans.header, w.Curve(k.Lorenz)), append(ans.right, true)
	}
	ans.rawHead = []string{"measure", "lorenz", "value", "chosen"}
	row := func(id, chosen string, of func(curveJSON) *float64, text func(*float64) string) {
		cells := []string{w.Measure(id)}
		for _, k := range curves {
			v := of(k)
			mark := "  "
			if k.Lorenz == chosen {
				mark = " *"
			}
			cells = append(cells, text(v)+mark)
			ans.raw = append(ans.raw, []string{id, k.Lorenz, raw(v), strconv.FormatBool(k.Lorenz == chosen)})
		}
		ans.rows = append(ans.rows, cells)
	}
	number := func(scale float64, decimals int) func(*float64) string {
		return func(v *float64) string {
			if v == nil {
				return noNumber
			}
			return l.Number(scale**v, decimals)
		}
	}
	row("p0", p.Lorenz, func(k curveJSON) *float64 { return k.P0 }, number(100, 2))
	row("p1", p.Lorenz, func(k curveJSON) *float64 { return k.P1 }, number(100, 3))
	row("p2", p.Lorenz, func(k curveJSON) *float64 { return k.P2 }, number(100, 3))
	row("watts", p.Lorenz, func(k curveJSON) *float64 { return k.Watts }, number(1, 4))
	row("gini", q.Lorenz, func(k curveJSON) *float64 { return k.Gini }, number(1, 4))
	row("mld", q.Lorenz, func(k curveJSON) *float64 { return k.MLD }, number(1, 4))
	row("median", q.Lorenz, func(k curveJSON) *float64 { return k.Median }, number(1, 2))
	truth := func(v *float64) string {
		if v != nil && *v == 1 {
			return c.app.words.CLI.Yes
		}
		return c.app.words.CLI.No
	}
	row("valid", p.Lorenz, func(k curveJSON) *float64 { return oneIf(k.Valid) }, truth)
	row("sse", q.Lorenz, func(k curveJSON) *float64 { return k.SSE }, number(1e6, 2))
	row("ssez", p.Lorenz, func(k curveJSON) *float64 { return k.SSEZ }, number(1e6, 2))
	row("r2", p.Lorenz, func(k curveJSON) *float64 { return k.R2 }, number(1, 5))
	chosen := w.CurveGiven(w.Curve(p.Lorenz))
	if reason != "given" {
		chosen = w.CurveChosen(w.Curve(p.Lorenz), w.Curve(q.Lorenz), w.Choice(reason))
	}
	ans.foot = []string{"* " + chosen, w.SharesAre(c.name, len(c.fit.Points.P), w.Shares(c.fit.Points.Kind.ID()))}
}

// oneIf gives 1 for true, 0 for false.
func oneIf(b bool) *float64 {
	if b {
		return ptr(1.0)
	}
	return ptr(0.0)
}
