package main

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rakor/data/microdata"
	"rakor/model/fgt"
	"rakor/model/survey"
	"rakor/ui/lang"
)

// surveyFlags are the flags of estimate survey as typed; "" is not given.
type surveyFlags struct {
	line, lineBy, by, measures, level        string
	value, hhsize, weight, strata, psu       string
	lonely, fpc, against, againstLine, marks string
	skipBad, sameSample                      bool
}

func (a *app) surveyCommand() *cobra.Command {
	w := a.words.Lang.CLIEstimate()
	var f surveyFlags
	c := &cobra.Command{
		Use: "survey " + w.FileArgument, Short: w.SurveyShort, Long: w.SurveyLong, Args: a.oneFile(w),
		Example: "  rakor estimate survey susenas.csv --line 500000 --by regency\n" +
			"  rakor estimate survey susenas.csv.gz --line-by urban=0:450000,1:520000 --lonely adjust --format json\n" +
			"  rakor estimate survey 2024.csv --line 641524 --against 2023.csv --against-line 599000",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.stopped(cmd.Context(), w, a.survey(cmd.Context(), f, args[0], example(cmd)))
		},
	}
	fl := c.Flags()
	fl.StringVar(&f.line, "line", "", w.FlagLine)
	fl.StringVar(&f.lineBy, "line-by", "", w.FlagLineBy)
	fl.StringVar(&f.by, "by", "", w.FlagBy)
	fl.StringVar(&f.measures, "measures", "p0,p1,p2,mean,gini,quantiles", w.FlagMeasures)
	fl.StringVar(&f.level, "level", "0.95", a.words.CLI.FlagLevel)
	fl.StringVar(&f.value, "value", "", w.FlagValue)
	fl.StringVar(&f.hhsize, "hhsize", "", w.FlagHHSize)
	fl.StringVar(&f.weight, "weight", "", w.FlagWeight)
	fl.StringVar(&f.strata, "strata", "", w.FlagStrata)
	fl.StringVar(&f.psu, "psu", "", w.FlagPSU)
	fl.StringVar(&f.lonely, "lonely", survey.Fail.ID(), w.FlagLonely)
	fl.StringVar(&f.fpc, "fpc", "", w.FlagFPC)
	fl.StringVar(&f.against, "against", "", w.FlagAgainst)
	fl.StringVar(&f.againstLine, "against-line", "", w.FlagAgainstLine)
	fl.StringVar(&f.marks, "decimal", "auto", w.FlagDecimal)
	fl.BoolVar(&f.sameSample, "same-sample", false, w.FlagSameSample)
	fl.BoolVar(&f.skipBad, "skip-bad", false, w.FlagSkipBad)
	return c
}

// oneFile wants one word, the name of a file.
func (a *app) oneFile(w lang.CLIEstimate) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch len(args) {
		case 0:
			return failf(exitUsage, "%s", a.words.CLI.Needs(w.FileArgument, example(cmd)))
		case 1:
			return nil
		}
		return a.noArgs(cmd, args[1:])
	}
}

// stopped words the error of a call that was ended before it was done.
func (a *app) stopped(ctx context.Context, w lang.CLIEstimate, err error) error {
	if err == nil || ctx.Err() == nil || !errors.Is(err, context.Canceled) {
		return err
	}
	if signalled := (*printedError)(nil); errors.As(interrupted(ctx), &signalled) {
		a.say("rakor: " + w.Interrupted)
		return signalled
	}
	return failf(exitTerminated, "%s", w.Interrupted)
}

// soon gives what compute gives, or the context's error as soon as it ends:
// the kernels run to their end, nobody has to wait for it.
func soon[T any](ctx context.Context, compute func() (T, error)) (T, error) {
	type outcome struct {
		v   T
		err error
	}
	done := make(chan outcome, 1)
	go func() {
		v, err := compute()
		done <- outcome{v, err}
	}()
	select {
	case o := <-done:
		return o.v, o.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// surveyCall is a call of estimate survey that has been understood.
type surveyCall struct {
	app               *app
	words             lang.CLIEstimate
	path, against     string
	options           microdata.Options
	line, againstLine lineRule
	measures          []survey.Measure // in the order of the table, the number of poor among them
	quantiles         bool
	rules             survey.Rules
	sameSample        bool
	notes             []note
}

// probabilities gives where quantiles are taken.
func probabilities() []float64 { return []float64{0.1, 0.2, 0.4, 0.5, 0.6, 0.9} }

// survey carries out a call.
func (a *app) survey(ctx context.Context, f surveyFlags, path, ex string) error {
	c, err := a.surveyCall(f, path, ex)
	if err != nil {
		return err
	}
	if err := a.open(); err != nil {
		return err
	}
	one, err := c.sample(ctx, c.path, c.line)
	if err != nil {
		return err
	}
	var d *comparison
	if c.against != "" {
		other, err := c.sample(ctx, c.against, c.againstLine)
		if err != nil {
			return err
		}
		if d, err = c.compare(ctx, one, other); err != nil {
			return err
		}
	}
	if err := a.print(c.answer(one, d)); err != nil {
		return err
	}
	return c.unanswered(one)
}

// surveyCall reads the flags.
func (a *app) surveyCall(f surveyFlags, path, ex string) (*surveyCall, error) {
	w := a.words.CLI
	c := &surveyCall{app: a, words: a.words.Lang.CLIEstimate(), path: path, against: f.against, sameSample: f.sameSample}
	c.options = microdata.Options{
		SkipBad: f.skipBad, Sign: microdata.NotNegative,
		Columns: microdata.Columns{Value: f.value, HHSize: f.hhsize, Weight: f.weight, Strata: f.strata, PSU: f.psu, FPC: f.fpc},
	}
	if f.by != "" {
		c.options.Columns.By = []string{f.by}
	}
	var ok bool
	if c.options.Decimal, ok = decimals(f.marks); !ok {
		return nil, failf(exitUsage, "%s", w.BadValue("--decimal", f.marks, "auto, point, comma"))
	}
	level, err := a.number("--level", f.level)
	if err != nil {
		return nil, err
	}
	if !(level > 0 && level < 1) {
		return nil, failf(exitUsage, "%s", w.BadValue("--level", f.level, c.words.LevelAllowed))
	}
	c.rules.Level = level
	if c.rules.Lonely, err = survey.ParseLonely(f.lonely); err != nil {
		return nil, failf(exitUsage, "%s", w.BadValue("--lonely", f.lonely, "fail, remove, adjust, average"))
	}
	if err := c.readLines(f, ex); err != nil {
		return nil, err
	}
	if err := c.readMeasures(f.measures, ex); err != nil {
		return nil, err
	}
	switch {
	case f.sameSample && f.against == "":
		return nil, failf(exitUsage, "%s", c.words.Together("--same-sample", "--against", ex+" --against 2023.csv --same-sample"))
	case f.againstLine != "" && f.against == "":
		return nil, failf(exitUsage, "%s", c.words.Together("--against-line", "--against", ex+" --against 2023.csv --against-line 480000"))
	case path == "-" && f.against == "-":
		return nil, failf(exitUsage, "%s", c.words.StdinTwice)
	}
	return c, nil
}

func decimals(word string) (microdata.Decimal, bool) {
	switch word {
	case "auto":
		return microdata.AutoDecimal, true
	case "point":
		return microdata.DecimalPoint, true
	case "comma":
		return microdata.DecimalComma, true
	}
	return microdata.AutoDecimal, false
}

// readMeasures reads "p0,mean,quantiles". The number of poor goes with every
// line.
func (c *surveyCall) readMeasures(list, ex string) error {
	var wanted []survey.Measure
	needs := false
	for _, word := range strings.Split(list, ",") {
		word = strings.ToLower(strings.TrimSpace(word))
		if word == "quantiles" {
			c.quantiles = true
			continue
		}
		m, err := survey.ParseMeasure(word)
		if err != nil || m == survey.Poor || m == survey.Persons {
			return failf(exitUsage, "%s", c.app.words.CLI.BadValue("--measures", word, "p0, p1, p2, watts, sen, sst, mean, total, gini, quantiles"))
		}
		wanted = append(wanted, m)
		needs = needs || m < survey.Mean
		if m == survey.Watts {
			c.options.Sign = microdata.AboveZero
		}
	}
	if needs && !c.line.given() {
		return failf(exitUsage, "%s", c.app.words.CLI.Needs("--line", ex))
	}
	if c.line.given() {
		wanted = append(wanted, survey.Poor)
	}
	for _, m := range []survey.Measure{
		survey.P0, survey.Poor, survey.P1, survey.P2, survey.Watts, survey.Sen, survey.SST, survey.Mean, survey.Total, survey.Gini,
	} {
		if slices.Contains(wanted, m) {
			c.measures = append(c.measures, m)
		}
	}
	return nil
}

// lineRule is one line, or lines by the values of a column. The zero value is
// none.
type lineRule struct {
	value  float64
	column string
	labels []string
	lines  []float64
}

func (r lineRule) given() bool { return r.value > 0 || r.column != "" }

func (c *surveyCall) readLines(f surveyFlags, ex string) (err error) {
	if f.line != "" && f.lineBy != "" {
		return failf(exitUsage, "%s", c.app.words.CLI.NotBoth("--line", "--line-by", ex))
	}
	if f.line != "" {
		if c.line.value, err = c.oneLine("--line", f.line); err != nil {
			return err
		}
	}
	if f.lineBy != "" {
		if c.line, err = c.linesBy("--line-by", f.lineBy); err != nil {
			return err
		}
	}
	c.againstLine = c.line
	switch {
	case f.againstLine == "":
	case strings.Contains(f.againstLine, "="):
		c.againstLine, err = c.linesBy("--against-line", f.againstLine)
	default:
		c.againstLine = lineRule{}
		c.againstLine.value, err = c.oneLine("--against-line", f.againstLine)
	}
	if err == nil && f.againstLine != "" && !c.line.given() {
		return failf(exitUsage, "%s", c.words.Together("--against-line", "--line", ex))
	}
	return err
}

func (c *surveyCall) oneLine(flag, s string) (float64, error) {
	v, err := c.app.number(flag, s)
	if err != nil {
		return 0, err
	}
	if fgt.Classify(v) != fgt.Fine {
		return 0, failf(exitUsage, "%s", c.app.words.CLI.BadValue(flag, s, c.words.LineAllowed))
	}
	return v, nil
}

// linesBy reads "urban=0:450000,1:520000".
func (c *surveyCall) linesBy(flag, s string) (lineRule, error) {
	bad := func() (lineRule, error) {
		return lineRule{}, failf(exitUsage, "%s", c.app.words.CLI.BadValue(flag, s, c.words.LinesAllowed))
	}
	column, list, ok := strings.Cut(s, "=")
	r := lineRule{column: strings.TrimSpace(column)}
	if !ok || r.column == "" || r.column == microdata.None {
		return bad()
	}
	for _, pair := range strings.Split(list, ",") {
		at := strings.LastIndexByte(pair, ':')
		if at < 0 {
			return bad()
		}
		label := strings.TrimSpace(pair[:at])
		if label == "" || slices.Contains(r.labels, label) {
			return bad()
		}
		v, err := c.oneLine(flag, strings.TrimSpace(pair[at+1:]))
		if err != nil {
			return lineRule{}, err
		}
		r.labels, r.lines = append(r.labels, label), append(r.lines, v)
	}
	return r, nil
}

// sample is a file with its figures.
type sample struct {
	path, name string // for programs, for people
	rule       lineRule
	table      *microdata.Table // its weights are those of people
	lines      []float64        // by row; nil: one line or none
	design     *survey.Design
	figures    survey.Table
}

// sample reads a file and estimates from it.
func (c *surveyCall) sample(ctx context.Context, path string, rule lineRule) (*sample, error) {
	s := &sample{path: path, name: path, rule: rule}
	if path == "-" {
		s.path, s.name = "stdin", c.words.Stdin
	}
	opt := c.options
	opt.Name, opt.Columns.LineBy = s.name, rule.column
	var err error
	if s.table, err = c.app.readHouseholds(ctx, path, opt); err != nil {
		return nil, c.app.fileError(c.words, path, s.name, err, surveyRoles())
	}
	if err := c.setLines(s); err != nil {
		return nil, err
	}
	s.figures, err = soon(ctx, func() (survey.Table, error) { return c.estimate(s) })
	if err != nil {
		return nil, c.kernelError(s, err)
	}
	c.noteSample(s)
	return s, nil
}

// setLines looks up the line of each household.
func (c *surveyCall) setLines(s *sample) error {
	if s.rule.column == "" {
		return nil
	}
	f := s.table.LineBy
	byCode := make([]float64, len(f.Levels))
	for i, label := range f.Levels {
		at := slices.Index(s.rule.labels, label)
		if at < 0 {
			return failf(exitUsage, "%s", c.words.NoLineFor(s.name, f.Name, label, label+":500000"))
		}
		byCode[i] = s.rule.lines[at]
	}
	for _, label := range s.rule.labels {
		if !slices.Contains(f.Levels, label) {
			c.note("unused-line", c.words.Unused(f.Name, label, s.name))
		}
	}
	var err error
	s.lines, err = fgt.LinesByGroup(f.Codes, byCode)
	f.Codes = nil
	return err
}

// manyRows is from how many rows on memory is worth a thought.
const manyRows = 1_000_000

// estimate makes the design and all figures. What is not needed any more is
// let go on the way: a national file fills hundreds of megabytes.
func (c *surveyCall) estimate(s *sample) (survey.Table, error) {
	t := s.table
	for i, size := range t.HHSize {
		t.Weight[i] *= size
	}
	t.HHSize = nil
	columns := survey.Columns{
		Weight: t.Weight, Strata: t.Strata.Codes, PSU: t.PSU.Codes, FPC: t.FPC,
		StratumName: func(code int32) string {
			if int(code) < len(t.Strata.Levels) {
				return t.Strata.Levels[code]
			}
			return "1"
		},
	}
	var err error
	if s.design, err = survey.New(columns, c.rules); err != nil {
		return survey.Table{}, err
	}
	if !c.sameSample {
		t.Strata.Codes, t.PSU.Codes, t.FPC = nil, nil, nil
	}
	if t.Rows() >= manyRows {
		// What was let go makes room for what sorting needs, which else comes
		// on top: the collector would wait until the heap has doubled. It has
		// a few dozen columns to look at, so this takes a millisecond.
		runtime.GC()
	}
	r := c.request()
	r.Y, r.Line, r.Lines = t.Value, s.rule.value, s.lines
	if len(t.Groups) > 0 {
		r.Group, r.Groups = t.Groups[0].Codes, len(t.Groups[0].Levels)
	}
	return s.design.ByGroup(r)
}

// request gives what every table is asked for.
func (c *surveyCall) request() survey.Request {
	r := survey.Request{Measures: c.measures, Workers: min(runtime.GOMAXPROCS(0), 8)}
	if c.quantiles {
		r.Quantiles = probabilities()
	}
	return r
}

func (c *surveyCall) note(code, message string) {
	c.notes = append(c.notes, note{Code: code, Message: message})
}

// noteSample notes what a reader of the figures must know of the file.
func (c *surveyCall) noteSample(s *sample) {
	t := s.table
	if t.Refused > 0 {
		c.note("skipped-rows", c.words.Skipped(s.name, t.Refused, t.Refused+t.Rows(), rowSentence(c.words, t.Problems[0])))
	}
	if t.AmbiguousDecimal {
		c.note("ambiguous-decimal", c.words.Ambiguous(s.name, t.ValueName))
	}
	if n := len(s.design.LoneStrata()); n > 0 {
		c.note("lone-psu", c.words.LoneRule(s.name, n, c.rules.Lonely.ID()))
	}
}

// kernelError words an error of the estimation.
func (c *surveyCall) kernelError(s *sample, err error) error {
	w, l := c.words, c.app.words.Lang
	if errors.Is(err, context.Canceled) {
		return err
	}
	if e := (*survey.LonePSUError)(nil); errors.As(err, &e) {
		return failf(exitNoAnswer, "%s", w.Lone(s.name, e.Name, e.Strata-1))
	}
	if e := (*survey.FPCError)(nil); errors.As(err, &e) {
		if e.First != e.Other {
			return failf(exitInvalid, "%s", w.FPCTwo(s.name, s.table.FPCName, e.Stratum, l.Number(e.First, places(e.First)), l.Number(e.Other, places(e.Other))))
		}
		return failf(exitInvalid, "%s", w.FPCFew(s.name, s.table.FPCName, e.Stratum, e.Drawn, l.Number(e.First, places(e.First))))
	}
	return failf(exitNoAnswer, "%s", w.NotPossible(s.name))
}

// unanswered is the error of a call in which no figure of everybody has a
// standard error; the figures themselves are on the output by then.
func (c *surveyCall) unanswered(s *sample) error {
	why := survey.NotEstimated
	for _, f := range c.figures(&s.figures.All) {
		if f.id == survey.Poor.ID() { // a total, which may have one where no rate has
			continue
		}
		if _, ok := f.e.StandardError(); ok {
			return nil
		}
		if why == survey.NotEstimated {
			why = f.e.Why
		}
	}
	return failf(exitNoAnswer, "%s", c.words.NoError(s.name, c.words.Why(why.ID())))
}
