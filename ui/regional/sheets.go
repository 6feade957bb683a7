package regional

import (
	"slices"
	"strconv"
	"strings"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Figure gives the selected figure.
func (v View) Figure() (model.Observation, bool) {
	row, ok := v.row(v.Selected)
	return row.Observation, ok && row.OK
}

// Card tells everything about the selected figure: value, unit, period, round,
// sources with publisher and year, note, and what other sources say.
func Card(env block.Env, v View) block.Sheet {
	s := newScreen(env, v)
	sh := block.Sheet{Title: s.lang.Of(v.Indicator.Name)}
	row, ok := v.row(v.Selected)
	if !ok {
		sh.Rows = []block.SheetRow{{Text: s.words.NoRows}}
		return sh
	}
	sh.Title = s.lang.Region(row.Region) + ": " + sh.Title
	add := func(label, text string, st theme.Style) {
		if text != "" {
			sh.Rows = append(sh.Rows, block.SheetRow{Label: label, Text: text, Style: st})
		}
	}
	if !row.OK {
		add(s.words.CardValue, s.words.CardMissing, theme.Warn)
		add(s.words.CardPeriod, s.lang.PeriodLong(row.Period), theme.Plain)
		if series, err := v.ds.Series(v.Indicator.ID); err == nil {
			if o, ok := series.Newest(row.Region.Code); ok {
				add(s.words.CardNewest, s.lang.WithUnit(o.Value, v.Indicator)+" · "+s.lang.PeriodLong(o.Period), theme.Plain)
			}
		}
		add(s.words.CardData, v.ds.Checksum(), theme.Muted)
		return sh
	}
	o := row.Observation
	add(s.words.CardValue, s.lang.Value(o.Value, v.Indicator), theme.Figure)
	add(s.words.CardUnit, s.lang.UnitLong(v.Indicator.Unit), theme.Plain)
	period := s.lang.PeriodLong(o.Period)
	if row.Off {
		period += " * (" + s.words.WhyPeriod(s.lang.PeriodLong(v.Period)) + ")"
		period = strings.TrimSuffix(period, ":)") + ")"
	}
	add(s.words.CardPeriod, period, theme.Plain)
	add(s.words.CardRound, s.lang.Round(v.Indicator, o.Period), theme.Plain)
	if row.Rank > 0 {
		add(s.words.CardRank, s.words.LinearRank(row.Rank, row.RankOf, s.tied(row)), theme.Plain)
	}
	for _, f := range compare.Read(v.ds, v.Result, row.Region.Code) {
		if f.Rule == compare.RuleToProvince || f.Rule == compare.RuleToNation {
			add(s.words.CardTo+" "+s.lang.RegionBare(s.region(f.Other)), s.lang.Signed(f.Diff, v.Indicator.Decimals), theme.Plain)
		}
	}
	sh.Rows = append(sh.Rows, block.SheetRow{})
	s.readingRows(&sh, o.Reading)
	for _, other := range o.Others {
		sh.Rows = append(sh.Rows, block.SheetRow{})
		add("? "+s.words.CardOthers, s.lang.WithUnit(other.Value, v.Indicator), theme.Warn)
		s.readingRows(&sh, other)
	}
	if len(o.Others) > 0 {
		sh.Rows = append(sh.Rows, block.SheetRow{})
		add(s.words.CardRule, s.env.Words.Data.Rule(string(compare.Prefer(s.ds, o)))+". "+s.words.CardRuleText, theme.Plain)
		sh.Foot, sh.Accept = s.words.CardChoose, keys.Readings
	}
	if care := s.lang.Of(v.Indicator.Care); care != "" {
		sh.Rows = append(sh.Rows, block.SheetRow{})
		add("! "+s.words.Care, care, theme.Warn)
	}
	sh.Rows = append(sh.Rows, block.SheetRow{})
	add(s.words.CardCode, string(row.Region.Code)+" BPS"+codeOf(row.Region), theme.Muted)
	add(s.words.CardData, v.ds.Checksum(), theme.Muted)
	return sh
}

func codeOf(r model.Region) string {
	if r.Kemendagri == "" {
		return ""
	}
	return ", " + string(r.Kemendagri) + " Kemendagri"
}

// readingRows lists the sources of a reading: the first in full, those that
// agree with it by their titles.
func (s screen) readingRows(sh *block.Sheet, r model.Reading) {
	add := func(label, text string, st theme.Style) {
		if text != "" {
			sh.Rows = append(sh.Rows, block.SheetRow{Label: label, Text: text, Style: st})
		}
	}
	for i, id := range r.Sources {
		src := s.ds.Source(id)
		if i > 0 {
			add(s.words.CardAlso, s.title(src), theme.Plain)
			continue
		}
		add(s.words.CardSource, src.Title, theme.Plain)
		add(s.words.CardPublisher, s.publisher(src), theme.Plain)
		add(s.words.CardURL, src.URL, theme.Muted)
		add(s.words.CardTrust, s.words.Trust(s.env.Words.Program.SourceKind(src.Kind), compare.Official(s.ds, r), len(r.Sources)), theme.Plain)
	}
	add(s.words.CardNote, s.lang.DataNote(r.Note), theme.Plain)
	add(s.words.CardCopy, s.lang.DataNote(s.ds.Source(r.Sources[0]).Note), theme.Muted)
}

// title writes a source in one line: its title, before it the publisher where
// the title does not begin with it, behind it the year where that is known.
func (s screen) title(src model.Source) string {
	out := src.Title
	if !strings.HasPrefix(out, src.Publisher) {
		out = src.Publisher + ", " + out
	}
	if src.Year > 0 {
		out += " (" + strconv.Itoa(int(src.Year)) + ")"
	}
	return out
}

func (s screen) publisher(src model.Source) string {
	year := ""
	if src.Year > 0 {
		year = strconv.Itoa(int(src.Year))
	}
	if src.Publisher == "" {
		return s.words.PublishedIn(string(src.ID), year)
	}
	return s.words.PublishedIn(src.Publisher, year)
}

// warning is one kind of figures that are not alike.
type warning struct {
	title, why string
	regions    []model.RegionCode
	lines      []string // instead of regions
}

// WarningCount tells how many kinds of warnings there are.
func (v View) WarningCount() int {
	n := 0
	for _, note := range v.Result.Notes {
		switch note.Code {
		case compare.PeriodChosen:
		case compare.SecondarySource:
			plain := len(note.Regions) > len(note.Disputed)
			n += count(plain) + count(len(note.Disputed) > 0)
		default:
			n++
		}
	}
	method, round := false, false
	for _, c := range v.cuts {
		method, round = method || c.method, round || !c.method
	}
	return n + count(method) + count(round)
}

// warnings lists the kinds, as many as WarningCount tells.
func (s screen) warnings() []warning {
	var out []warning
	w := s.words
	for _, n := range s.Result.Notes {
		period := s.lang.PeriodLong(n.Period)
		switch n.Code {
		case compare.PeriodMismatch:
			out = append(out, warning{title: w.WarnPeriod, why: w.WhyPeriod(period), regions: n.Regions})
		case compare.RoundMismatch:
			out = append(out, warning{title: w.WarnRound, why: w.WhyRound, regions: n.Regions})
		case compare.SeriesBreak:
			out = append(out, warning{title: w.WarnBreak, why: s.whats(n.Breaks), regions: n.Regions})
		case compare.Missing:
			out = append(out, warning{title: w.WarnMissing, why: w.WhyMissing(period), regions: n.Regions})
		case compare.SecondarySource:
			plain := slices.DeleteFunc(slices.Clone(n.Regions), func(r model.RegionCode) bool { return slices.Contains(n.Disputed, r) })
			if len(plain) > 0 {
				out = append(out, warning{title: w.WarnSecond, why: w.WhySecond, regions: plain})
			}
			if len(n.Disputed) > 0 {
				out = append(out, warning{title: w.WarnDisputed, why: w.WhyDisputed, regions: n.Disputed})
			}
		case compare.PeriodChosen:
		}
	}
	return append(out, s.cutWarnings()...)
}

// cutWarnings tells why lines are cut: for method with the text of the data,
// for round line by line.
func (s screen) cutWarnings() []warning {
	w := s.words
	method, round := warning{title: w.WarnTrend, why: w.WhyTrend}, warning{title: w.WarnRounds, why: w.WhyRounds}
	for _, c := range s.cuts {
		if !c.method {
			round.lines = append(round.lines, s.lang.Region(s.region(c.region))+": "+s.lang.Period(c.from)+" / "+s.lang.Period(c.to))
			continue
		}
		k, _ := s.ds.BreakBetween(s.Indicator.ID, c.region, c.from, c.to)
		line := s.lang.Period(k.From) + ": " + s.lang.Of(k.What)
		if !slices.Contains(method.lines, line) {
			method.lines = append(method.lines, line)
		}
	}
	var out []warning
	for _, k := range [...]warning{method, round} {
		if len(k.lines) > 0 {
			out = append(out, k)
		}
	}
	return out
}

func (s screen) whats(ks []model.Break) string {
	parts := make([]string, 0, len(ks))
	for _, k := range ks {
		parts = append(parts, s.lang.Of(k.What))
	}
	return strings.Join(parts, " ")
}

// Warnings lists everything that is not alike or missing, what and why, and
// offers the comparison that would be fair. No rows: nothing to warn of.
func Warnings(env block.Env, v View) block.Sheet {
	s := newScreen(env, v)
	sh := block.Sheet{Title: s.words.WarnTitle}
	s.offered(&sh)
	for _, w := range s.warnings() {
		sh.Rows = append(sh.Rows, block.SheetRow{Label: "! " + w.title, Text: w.why, Style: theme.Warn})
		for _, c := range w.regions {
			sh.Rows = append(sh.Rows, block.SheetRow{Text: s.figureOf(c)})
		}
		for _, line := range w.lines {
			sh.Rows = append(sh.Rows, block.SheetRow{Text: line})
		}
		sh.Rows = append(sh.Rows, block.SheetRow{})
	}
	if len(sh.Rows) > 0 {
		sh.Rows = sh.Rows[:len(sh.Rows)-1]
	}
	return sh
}

// figureOf writes a region with its figure and period.
func (s screen) figureOf(c model.RegionCode) string {
	name := s.lang.Region(s.region(c))
	row, ok := s.View.row(c)
	if !ok || !row.OK {
		return name
	}
	return name + ": " + s.lang.WithUnit(row.Observation.Value, s.Indicator) + " · " + s.lang.Period(row.Period)
}

// offered puts the comparison like for like first, so that it is seen without
// scrolling.
func (s screen) offered(sh *block.Sheet) {
	if len(s.off) == 0 {
		return
	}
	text := s.words.NoOffer
	if !s.Alike.IsZero() {
		parts := make([]string, 0, len(s.AlikeRows))
		for _, o := range s.AlikeRows {
			parts = append(parts, s.lang.RegionBare(s.region(o.Region))+" "+s.lang.Value(o.Value, s.Indicator))
		}
		text = s.lang.PeriodLong(s.Alike) + ": " + strings.Join(parts, " / ")
		sh.Foot = s.words.Offer(s.lang.PeriodLong(s.Alike))
		sh.Accept = state.LikeForLike{Period: s.Alike}
	}
	sh.Rows = append(sh.Rows, block.SheetRow{Label: s.words.OfferLabel, Text: text, Style: theme.Accent}, block.SheetRow{})
}
