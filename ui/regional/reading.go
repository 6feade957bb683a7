package regional

import (
	"slices"
	"strconv"
	"strings"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// paragraph is one thing said, wrapped to the width when drawn.
type paragraph struct {
	text  string
	style theme.Style
}

func (s screen) scene() lang.Scene {
	return lang.Scene{
		Indicator: s.Indicator,
		Name:      func(c model.RegionCode) string { return s.lang.Region(s.region(c)) },
	}
}

// readings is what is seen: the sentence, the last rounds, the target.
func (s screen) readings(length lang.Length, w int) []paragraph {
	var out []paragraph
	if text := s.lang.Sentence(s.Facts, s.scene(), length); text != "" {
		out = append(out, paragraph{text, theme.Plain})
	}
	if text := s.lastRounds(w); text != "" {
		out = append(out, paragraph{text, theme.Accent})
	}
	if f, ok := compare.Find(s.Facts, compare.RuleTarget); ok {
		out = append(out, paragraph{s.lang.Say(f, s.scene()), theme.Plain})
	}
	return out
}

// cares is what is to be heeded: every other fact that has words.
func (s screen) cares() []paragraph {
	var out []paragraph
	if care := s.lang.Of(s.Indicator.Care); care != "" {
		out = append(out, paragraph{"! " + care, theme.Warn})
	}
	for _, f := range s.Facts {
		if f.Rule == compare.RuleTarget {
			continue
		}
		text, st := s.lang.Say(f, s.scene()), theme.Plain
		if f.Rule == compare.RuleUnlike {
			text, st = "! "+text, theme.Warn
		}
		if text != "" {
			out = append(out, paragraph{text, st})
		}
	}
	return out
}

// brief is the reading for few lines: the sentence as full as fits beside the
// last rounds, and what is to be heeded where there is room.
func (s screen) brief(w, lines int) []paragraph {
	var out []paragraph
	cares := s.cares()
	if f, ok := compare.Find(s.Facts, compare.RuleUnlike); ok { // it is said first
		out = []paragraph{{"! " + s.lang.Unlike(f, s.scene()), theme.Warn}}
		unlike := "! " + s.lang.Say(f, s.scene())
		cares = slices.DeleteFunc(cares, func(p paragraph) bool { return p.text == unlike })
		lines -= height(out, w)
	}
	var says []paragraph
	for _, length := range [...]lang.Length{lang.Full, lang.Short, lang.Terse} {
		says = s.readings(length, w)
		if height(says[:min(2, len(says))], w) <= lines {
			break
		}
	}
	return append(append(out, says...), cares...)
}

// height gives the lines that paragraphs take without air.
func height(ps []paragraph, w int) int {
	n := 0
	for _, p := range ps {
		n += len(block.Wrap(p.text, w))
	}
	return n
}

// lastRounds lists the last figures of the subject with their periods; the
// words before them are left out where they do not fit in w columns.
func (s screen) lastRounds(w int) string {
	if len(s.Last) == 0 {
		return ""
	}
	parts := make([]string, 0, len(s.Last))
	for _, o := range s.Last {
		period := s.lang.Period(o.Period)
		if o.Period.Month == 0 { // two numbers side by side
			period = "(" + period + ")"
		}
		parts = append(parts, s.lang.Value(o.Value, s.Indicator)+" "+period)
	}
	text := strings.Join(parts, " · ")
	if full := s.words.LastRounds + text; block.Width(full) <= w {
		return full
	}
	return text
}

// paragraphs draws what fits, with a blank line between where there is room
// for all of it; what is cut ends in an ellipsis.
func (s screen) paragraphs(a block.Area, ps []paragraph) {
	air := 0
	if height(ps, a.W)+len(ps)-1 <= a.H {
		air = 1
	}
	y := 0
	for _, p := range ps {
		for i, line := range block.Wrap(p.text, a.W) {
			if i == 0 && y > 0 {
				y += air
			}
			if y == a.H-1 && i+1 < len(block.Wrap(p.text, a.W)) {
				line = block.Clip(line, a.W-2, a.ASCII())
				if !strings.HasSuffix(line, "…") && !strings.HasSuffix(line, "~") {
					line += " …"
				}
			}
			if y >= a.H {
				return
			}
			a.Clip(0, y, a.W, p.style, line)
			y++
		}
	}
}

// Linear gives the tab as lines for a screen reader, one fact a line.
func Linear(env block.Env, v View) []string {
	s := newScreen(env, v)
	if len(v.order) == 0 {
		return []string{s.lang.Of(v.Indicator.Name) + ". " + s.words.NoRows}
	}
	if s.Analysis != state.Overview {
		return s.analysisLines()
	}
	out := []string{s.words.LinearHead(s.lang.Of(v.Indicator.Name), s.lang.UnitLong(v.Indicator.Unit), s.lang.PeriodLong(v.Period))}
	if row, ok := v.row(v.Selected); ok {
		out = append(out, s.words.LinearChosen+": "+s.lang.Region(row.Region)+".")
	}
	if text := s.lang.Sentence(s.Facts, s.scene(), lang.Full); text != "" {
		out = append(out, s.words.Reading+": "+text)
	}
	if len(v.Last) > 0 {
		parts := make([]string, 0, len(v.Last))
		for _, o := range v.Last {
			parts = append(parts, s.lang.PeriodLong(o.Period)+" "+s.lang.WithUnitLong(o.Value, v.Indicator))
		}
		out = append(out, s.words.LastRounds+strings.Join(parts, "; ")+".")
	}
	if f, ok := compare.Find(v.Facts, compare.RuleTarget); ok {
		out = append(out, s.words.Reading+": "+s.lang.Say(f, s.scene()))
	}
	for _, p := range s.cares() {
		out = append(out, s.words.Care+": "+strings.TrimPrefix(p.text, "! "))
	}
	for _, rs := range [...][]Row{v.Locals, v.Above} {
		for _, r := range rs {
			out = append(out, s.line(r))
		}
	}
	return append(out, s.trendTexts()...)
}

// line words one row: label, value, rank, source.
func (s screen) line(r Row) string {
	text := s.lang.Of(s.Indicator.Name) + " " + s.lang.Region(r.Region) + " " + s.lang.PeriodLong(r.Period) + ": "
	if !r.OK {
		return text + s.env.Words.Common.Missing + "."
	}
	text += s.lang.WithUnitLong(r.Observation.Value, s.Indicator)
	if r.Rank > 0 {
		text += ", " + s.words.LinearRank(r.Rank, r.RankOf, s.tied(r))
	}
	if r.Off {
		text += ", " + s.words.LinearOwn
	}
	if s.Table {
		for _, d := range [...]struct {
			name string
			v    model.Maybe[float64]
		}{{s.words.ColToProvince, r.ToProvince}, {s.words.ColToNation, r.ToNation}} {
			if d.v.OK {
				text += ", " + d.name + " " + s.lang.Signed(d.v.V, s.Indicator.Decimals)
			}
		}
	}
	return text + ". " + s.words.LinearSource + ": " + s.source(r.Observation.Reading) + "."
}

// trendTexts words the lines over the years: the last rounds of each, or with
// the table every year on a line of its own.
func (s screen) trendTexts() []string {
	var out []string
	for _, l := range s.Trend.Lines {
		label := s.words.LinearTrend(s.lang.Region(l.Region))
		var all []string
		for _, p := range l.Points {
			if p.OK {
				all = append(all, s.lang.PeriodLong(p.Observation.Period)+" "+s.lang.WithUnitLong(p.Observation.Value, s.Indicator))
			}
		}
		switch {
		case len(all) == 0:
			out = append(out, label+": "+s.env.Words.Common.Missing+".")
		case s.Table:
			for _, text := range all {
				out = append(out, label+": "+text+".")
			}
		default:
			out = append(out, label+": "+strings.Join(all[max(len(all)-rounds, 0):], "; ")+".")
		}
	}
	if s.Target != nil {
		out = append(out, s.words.TargetLine(strconv.Itoa(int(s.Target.Year)), s.lang.WithUnitLong(s.Target.Value, s.Indicator))+". "+
			s.words.LinearSource+": "+s.ds.Source(s.Target.Source).Title+".")
	}
	return out
}
