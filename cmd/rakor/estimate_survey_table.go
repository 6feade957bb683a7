package main

import (
	"slices"
	"strconv"
	"strings"

	"rakor/model/headcount"
	"rakor/model/survey"
	"rakor/ui/lang"
)

// noNumber stands in a table where there is no figure.
const noNumber = "-"

// answer gives the result in the form that is asked for, and makes no other:
// the figures of 514 regencies are seven thousand rows of text.
func (c *surveyCall) answer(s *sample, d *comparison) answer {
	ans := answer{command: "estimate survey"}
	if c.app.flags.format == "json" {
		ans.result = c.surveyJSON(s, d)
	} else {
		t := surveyTable{surveyCall: c, l: c.app.words.Lang, ans: &ans, files: d != nil, groups: len(s.table.Groups) > 0}
		t.head()
		t.fill(s, d)
		t.foot(s, d)
	}
	c.noteReasons(s)
	ans.notes = c.notes
	return ans
}

// surveyTable writes figures as rows.
type surveyTable struct {
	*surveyCall
	l             lang.Lang
	ans           *answer
	files, groups bool // whether rows tell their file, their group
}

func (t *surveyTable) level() string {
	return t.l.Percent(100*t.rules.Level, places(100*t.rules.Level))
}

func (t *surveyTable) head() {
	w := t.words
	if t.files {
		t.ans.header, t.ans.right = append(t.ans.header, w.ColFile), append(t.ans.right, false)
	}
	if t.groups {
		t.ans.header, t.ans.right = append(t.ans.header, w.ColGroup), append(t.ans.right, false)
	}
	t.ans.header = append(t.ans.header, w.ColMeasure, w.ColEstimate, w.ColSE, w.ColRSE, w.ColBand, w.ColInterval(t.level()), w.ColDeff, w.ColHouseholds, w.ColPSU)
	t.ans.right = append(t.ans.right, false, true, true, true, false, true, true, true, true)
	if t.files {
		t.ans.header, t.ans.right = append(t.ans.header, w.ColP), append(t.ans.right, true)
	}
	t.ans.rawHead = []string{
		"file", "group", "measure", "unit", "estimate", "se", "ci_low", "ci_high", "rse", "deff", "households", "psus", "degrees_of_freedom", "t", "p", "reason",
	}
}

func (t *surveyTable) fill(s *sample, d *comparison) {
	t.measures(s, d, "", nil, allChanges(d))
	for _, g := range s.groups() {
		label := s.table.Groups[0].Levels[g]
		t.measures(s, d, label, &s.figures.Groups[g], d.changesOf(label))
	}
}

func allChanges(d *comparison) []change {
	if d == nil {
		return nil
	}
	return d.all
}

// changesOf gives the differences of a group, none where it is in one file
// only.
func (d *comparison) changesOf(label string) []change {
	if d == nil {
		return nil
	}
	for _, g := range d.groups {
		if g.label == label {
			return g.changes
		}
	}
	return nil
}

// measures writes the rows of one group, of everybody for row nil: for each
// measure the file's, the other's and the difference.
func (t *surveyTable) measures(s *sample, d *comparison, label string, row *survey.Row, changes []change) {
	var theirs []figure
	if row == nil {
		row = &s.figures.All
		if d != nil {
			theirs = t.figures(&d.other.figures.All)
		}
	} else if other := d.otherRow(label); other != nil {
		theirs = t.figures(other)
	}
	for i, f := range t.figures(row) {
		t.figure(s.path, s.name, label, f)
		if theirs != nil {
			t.figure(d.other.path, d.other.name, label, theirs[i])
		}
		if changes != nil {
			t.change(label, changes[i])
		}
	}
}

// otherRow gives the other file's row of a group, nil where it has none.
func (d *comparison) otherRow(label string) *survey.Row {
	if d == nil {
		return nil
	}
	for h, l := range d.other.table.Groups[0].Levels {
		if l == label {
			return &d.other.figures.Groups[h]
		}
	}
	return nil
}

// row adds a row, with the columns that tell file and group where there are
// any.
func (t *surveyTable) row(file, label string, text []string, p string, raw []string) {
	var cells []string
	if t.files {
		cells = append(cells, file)
	}
	if t.groups {
		cells = append(cells, or(label, t.words.All))
	}
	cells = append(cells, text...)
	if t.files {
		cells = append(cells, p)
	}
	t.ans.rows = append(t.ans.rows, cells)
	t.ans.raw = append(t.ans.raw, raw)
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func (t *surveyTable) figure(path, name, label string, f figure) {
	j := figureJSONOf(f.e)
	rse, band := noNumber, noNumber
	if j.RSE != nil {
		rse = t.l.Number(*j.RSE, 1)
		if r, err := headcount.NewPercent(*j.RSE); err == nil {
			band = t.app.words.CLI.Band(headcount.BandOf(r).String())
		}
	}
	if j.Reason != "" {
		band = t.words.Reason(j.Reason)
	}
	text := []string{
		t.words.Measure(f.id), t.value(f.id, j.Estimate, false), t.value(f.id, j.SE, false), rse, band,
		t.interval(f.id, j.Low, j.High), t.number(j.Deff, 2), t.l.Int(int64(f.e.N)), t.l.Int(int64(f.e.PSUs)),
	}
	t.row(name, label, text, "", []string{
		path, label, f.id, unitOf(f.id), raw(j.Estimate), raw(j.SE), raw(j.Low), raw(j.High), raw(j.RSE), raw(j.Deff),
		strconv.Itoa(f.e.N), strconv.Itoa(f.e.PSUs), strconv.Itoa(f.e.DF), "", "", j.Reason,
	})
}

func (t *surveyTable) change(label string, x change) {
	j := t.differenceJSON(x.d)
	band := ""
	if j.Reason != "" {
		band = t.words.Reason(j.Reason)
	}
	text := []string{
		t.words.Measure(x.id), t.value(x.id, j.Difference, true), t.value(x.id, j.SE, false), "", band,
		t.interval(x.id, j.Low, j.High), "", "", "",
	}
	t.row(t.words.Difference, label, text, t.probability(j.P), []string{
		"difference", label, x.id, unitOf(x.id), raw(j.Difference), raw(j.SE), raw(j.Low), raw(j.High), "", "",
		"", "", strconv.Itoa(j.DF), raw(j.T), raw(j.P), j.Reason,
	})
}

// raw gives a number for programs, "" for none.
func raw(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

func (t *surveyTable) number(v *float64, decimals int) string {
	if v == nil {
		return noNumber
	}
	return t.l.Number(*v, decimals)
}

// probability writes a p, never as 0.
func (t *surveyTable) probability(p *float64) string {
	if p != nil && *p < 0.001 {
		return "< " + t.l.Number(0.001, 3)
	}
	return t.number(p, 3)
}

// value writes a figure of a measure in the unit that its name tells: shares
// of poor in percent.
func (t *surveyTable) value(id string, v *float64, signed bool) string {
	if v == nil {
		return noNumber
	}
	x, decimals := shownAs(id, *v)
	if signed {
		return t.l.Signed(x, decimals)
	}
	return t.l.Number(x, decimals)
}

func (t *surveyTable) interval(id string, low, high *float64) string {
	if low == nil || high == nil {
		return noNumber
	}
	to := " – "
	if t.app.flags.ascii {
		to = " .. "
	}
	return t.value(id, low, false) + to + t.value(id, high, false)
}

// shownAs gives a figure as tables show it, with its decimals.
func shownAs(id string, v float64) (float64, int) {
	switch id {
	case "p0":
		return 100 * v, 2
	case "p1", "p2":
		return 100 * v, 3
	case "watts", "sen", "sst", "gini":
		return v, 4
	}
	return v, 0
}

// unitOf gives the unit of a measure for programs.
func unitOf(id string) string {
	switch id {
	case "p0", "p1", "p2":
		return "fraction"
	case "watts", "sen", "sst", "gini":
		return "index"
	case "poor":
		return "persons"
	}
	return "rupiah_month"
}

// foot says how the figures came about, and what changed.
func (t *surveyTable) foot(s *sample, d *comparison) {
	samples := []*sample{s}
	if d != nil {
		samples = append(samples, d.other)
	}
	say := func(sentence string) { t.ans.foot = append(t.ans.foot, sentence) }
	for _, x := range samples {
		r := x.figures.All
		say(t.words.Design(x.name, r.N, r.PSUs, r.Strata, r.DF, t.l.Number(r.People, 0)))
		switch {
		case x.rule.column != "":
			var lines []string
			for i, label := range x.rule.labels {
				lines = append(lines, label+": "+t.l.Number(x.rule.lines[i], places(x.rule.lines[i])))
			}
			say(t.words.LinesAre(x.name, x.table.LineBy.Name, strings.Join(lines, "; ")))
		case x.rule.value > 0:
			say(t.words.LineIs(x.name, "Rp"+t.l.Number(x.rule.value, places(x.rule.value))))
		}
		if x.table.PersonWeight {
			say(t.words.PersonWeight(x.table.WeightName))
		}
	}
	say(t.words.Method(t.level(), t.rules.Lonely.ID(), s.table.FPCName != ""))
	say(t.words.BandRule)
	if d != nil {
		t.verdicts(d, say)
	}
}

// verdicts tells of each measure whether its change is more than noise, and
// how growth and redistribution share in it.
func (t *surveyTable) verdicts(d *comparison, say func(string)) {
	if t.sameSample {
		say(t.words.SameSample)
	} else {
		say(t.words.Independent)
	}
	for _, x := range d.all {
		if strings.HasPrefix(x.id, "q") {
			continue // in the table
		}
		say(t.verdict(x))
	}
	if d.split == nil {
		return
	}
	growth := t.l.Percent(100*d.split.MeanGrowth, 1)
	if d.split.MeanGrowth > 0 {
		growth = "+" + growth
	}
	say(t.words.MeanGrowth(growth))
	for i, id := range []string{"p0", "p1", "p2"} {
		say(t.words.Split(t.words.Measure(id), t.value(id, &d.split.Change[i], true), t.value(id, &d.split.Growth[i], true), t.value(id, &d.split.Redistribution[i], true)))
	}
}

func (t *surveyTable) verdict(x change) string {
	measure, by := t.words.Measure(x.id), t.value(x.id, finite(x.d.Value), true)
	if x.d.Why != survey.Estimated {
		return t.words.NoTest(measure, by, t.words.Why(x.d.Why.ID()))
	}
	p := t.probability(&x.d.P)
	if !strings.HasPrefix(p, "<") {
		p = "= " + p
	}
	se := t.value(x.id, &x.d.SE, false)
	if x.d.Significant(t.rules.Level) {
		return t.words.Told(measure, by, se, p, t.level())
	}
	return t.words.Noise(measure, by, se, p, t.level())
}

// noteReasons notes for which measures and groups there is no standard error:
// the reason once, with all that it holds for.
func (c *surveyCall) noteReasons(s *sample) {
	for why := survey.EmptyGroup; why <= survey.NoDegrees; why++ {
		code, sentence := "no-standard-error", c.words.NoErrorOf
		if why == survey.NoDegrees {
			code, sentence = "no-interval", c.words.NoIntervalOf
		}
		if measures := c.without(why, &s.figures.All); len(measures) > 0 {
			c.note(code, sentence(c.words.Why(why.ID()), strings.Join(measures, ", "), ""))
		}
		var groups, measures []string
		for _, g := range s.groups() {
			these := c.without(why, &s.figures.Groups[g])
			if len(these) > 0 {
				groups = append(groups, s.table.Groups[0].Levels[g])
			}
			for _, m := range these {
				if !slices.Contains(measures, m) {
					measures = append(measures, m)
				}
			}
		}
		if len(groups) > 0 {
			c.note(code, sentence(c.words.Why(why.ID()), strings.Join(measures, ", "), c.words.Names(groups, shownNames)))
		}
	}
}

// without names the measures of a row that have no standard error, or no
// interval, for a reason.
func (c *surveyCall) without(why survey.Reason, r *survey.Row) []string {
	var out []string
	for _, f := range c.figures(r) {
		if f.e.Why == why {
			out = append(out, c.words.Measure(f.id))
		}
	}
	return out
}
