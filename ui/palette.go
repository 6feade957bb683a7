package ui

import (
	"cmp"
	"slices"
	"strings"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// argument is a command of the palette that takes a value: "indikator p1".
type argument struct {
	words   lang.ArgumentWords
	tab     state.Tab // where it has a meaning; state.Tabs for everywhere
	choices func(s *Session) []item
	parse   func(s *Session, value string) (any, bool) // state.Intent, keys.Command, lang.Lang or block.Sheet
}

// arguments lists the commands that take a value.
func (s *Session) arguments() []argument {
	w := s.env.Words.Lang
	arg := func(a lang.Argument, t state.Tab, choices func(*Session) []item, parse func(*Session, string) (any, bool)) argument {
		return argument{words: w.Argument(a), tab: t, choices: choices, parse: parse}
	}
	out := []argument{
		arg(lang.ArgIndicator, state.TabRegional, (*Session).indicatorChoices, (*Session).parseIndicator),
		arg(lang.ArgPeriod, state.TabRegional, (*Session).periodChoices, (*Session).parsePeriod),
		arg(lang.ArgOwnPeriod, state.TabRegional, (*Session).periodChoices, (*Session).parseOwnPeriod),
		arg(lang.ArgRegion, state.TabRegional, (*Session).regionChoices, (*Session).parseRegion),
		arg(lang.ArgSelect, state.TabRegional, (*Session).regionChoices, (*Session).parseSelect),
		arg(lang.ArgReference, state.TabRegional, nil, (*Session).parseReference),
		arg(lang.ArgFilter, state.TabProgram, nil, (*Session).parseFilter),
		arg(lang.ArgSort, state.TabProgram, (*Session).sortChoices, (*Session).parseOrders),
		arg(lang.ArgExport, state.Tabs, nil, (*Session).parseExport),
		arg(lang.ArgHome, state.Tabs, (*Session).homeChoices, (*Session).parseHome),
		arg(lang.ArgLanguage, state.Tabs, nil, (*Session).parseLanguage),
		arg(lang.ArgTerm, state.Tabs, (*Session).termChoices, (*Session).parseTerm),
	}
	out = append(out,
		arg(lang.ArgAsk, state.Tabs, nil, parseAsk),
		arg(lang.ArgAgenda, state.Tabs, nil, parseAgenda),
		arg(lang.ArgHouseholds, state.TabEstimate, nil, parseHouseholds),
		arg(lang.ArgOpenScenario, state.TabEstimate, (*Session).scenarioChoices, (*Session).parseOpenScenario),
		arg(lang.ArgSaveScenario, state.TabEstimate, nil, parseSaveScenario),
		arg(lang.ArgCompareScenario, state.TabEstimate, (*Session).scenarioChoices, (*Session).parseCompareScenario),
		arg(lang.ArgRenameScenario, state.TabEstimate, nil, (*Session).parseRenameScenario),
		arg(lang.ArgRemoveScenario, state.TabEstimate, (*Session).scenarioChoices, (*Session).parseRemoveScenario),
	)
	out = append(out, s.intakeArguments()...)
	out = append(out, s.lookArguments()...)
	for in := range state.Inputs {
		out = append(out, arg(lang.ArgRate+lang.Argument(in), state.TabEstimate, nil, parseInput(in)))
	}
	return s.forRole(append(out, s.analysisArguments()...))
}

// cutCommand splits a line into the longest command name it begins with and
// the value behind it; commands of the present tab go first where two tabs
// share a name.
func (s *Session) cutCommand(line string) (a argument, value string, ok bool) {
	low := strings.ToLower(line)
	best := -1
	for _, k := range s.arguments() {
		for _, name := range k.words.Names {
			here := k.tab == s.st.Tab || k.tab == state.Tabs
			score := 2 * len(name)
			if here {
				score++
			}
			if (low == name || strings.HasPrefix(low, name+" ")) && score > best {
				best, a, value, ok = score, k, strings.TrimSpace(line[len(name):]), true
			}
		}
	}
	return a, value, ok
}

// paletteItems lists what the typed line can become: commands whose words it
// holds, or the choices of the value it has begun.
func (s *Session) paletteItems(line string) []item {
	var out []item
	if a, value, ok := s.cutCommand(strings.TrimLeft(line, " ")); ok && strings.Contains(line, " ") && a.choices != nil {
		for _, it := range a.choices(s) {
			if matches(value, it.label, it.key) {
				it.do = completion(a.words.Names[0] + " " + it.key)
				out = append(out, it)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	w := s.env.Words.Lang
	seen := map[keys.Command]bool{}
	for _, b := range s.bindings() {
		cw := w.Command(b.Command)
		if seen[b.Command] || b.Command == keys.Palette || !matches(line, cw.Name, cw.Help) && !slices.Contains(b.Keys, strings.TrimSpace(line)) {
			continue
		}
		seen[b.Command] = true
		names := make([]string, 0, len(b.Keys))
		for _, k := range b.Keys {
			names = append(names, s.keyName(k))
		}
		out = append(out, item{label: cw.Name, detail: cw.Help, key: strings.Join(names, " "), do: b.Command})
	}
	for _, a := range s.arguments() {
		if (a.tab == s.st.Tab || a.tab == state.Tabs) && matches(line, a.words.Names[0], a.words.Help) {
			out = append(out, item{label: a.words.Names[0] + " …", detail: a.words.Help, do: completion(a.words.Names[0] + " ")})
		}
	}
	slices.SortStableFunc(out, func(a, b item) int { return cmp.Compare(fit(line, a), fit(line, b)) })
	return out
}

// fit ranks a row for what is typed, the best first: its name or key, a name
// that begins with it, one that holds it, one whose explanation does.
func fit(line string, it item) int {
	line = strings.TrimSpace(line)
	low, name := strings.ToLower(line), strings.TrimSuffix(it.label, " …")
	switch {
	case line == "":
		return 0
	case low == name || slices.Contains(strings.Fields(it.key), line):
		return 0
	case strings.HasPrefix(name, low):
		return 1
	case strings.Contains(name, low):
		return 2
	}
	return 3
}

// paletteEnter runs what is typed, where it is a command; else the row under
// the cursor.
func (s *Session) paletteEnter() []state.Effect {
	l := s.local.list
	line := strings.TrimSpace(l.input.Value())
	if c := s.named(line); c != keys.None && l.cursor == 0 {
		s.local.list = nil
		return s.Run(c)
	}
	if _, value, ok := s.cutCommand(line); ok && value != "" && l.cursor == 0 {
		if effects, answer := s.Command(line); answer == "" || len(l.items) == 0 {
			s.local.list, s.local.answer = closeIfDone(l, answer), answer
			return effects
		}
	}
	if l.cursor >= len(l.items) {
		if line != "" {
			_, s.local.answer = s.Command(line)
		}
		s.local.list = nil
		return nil
	}
	switch do := l.items[l.cursor].do.(type) {
	case completion:
		if !strings.HasSuffix(string(do), " ") {
			s.local.list = nil
			effects, answer := s.Command(string(do))
			s.local.answer = answer
			return effects
		}
		l.complete()
		s.refill()
	case keys.Command:
		s.local.list = nil
		return s.Run(do)
	}
	return nil
}

// closeIfDone keeps the palette open while its line could not be carried out.
func closeIfDone(l *list, answer string) *list {
	if answer == "" {
		return nil
	}
	return l
}

// Command carries out a line as typed in the palette or in the linear
// dialogue: the name of a command in either language, its key, or a command
// with a value. answer is "" or one sentence that says why nothing was done.
func (s *Session) Command(line string) (effects []state.Effect, answer string) {
	s.frame = nil
	line = strings.TrimSpace(block.Clean(strings.TrimPrefix(strings.TrimSpace(line), ":")))
	if line == "" {
		return nil, ""
	}
	w := s.env.Words.Common
	if c := s.named(line); c != keys.None {
		return s.Run(c), ""
	}
	a, value, ok := s.cutCommand(line)
	switch {
	case !ok:
		return nil, w.UnknownCommand(line, s.nearestCommand(line))
	case value == "":
		return nil, w.NeedsArgument(a.words.Names[0], a.words.Example)
	}
	do, ok := a.parse(s, value)
	if !ok {
		if near := s.nearestChoice(a, value); near != "" {
			return nil, w.BadValue(value, a.words.Names[0]+" "+near)
		}
		return nil, w.BadValue(value, a.words.Example)
	}
	if a.tab < state.Tabs && a.tab != s.st.Tab {
		s.Do(state.ShowTab{Tab: a.tab})
	}
	switch do := do.(type) {
	case state.Intent:
		effects = s.Do(do)
		s.explain(do)
		return effects, ""
	case act:
		return do(), ""
	case keys.Command:
		return s.Run(do), ""
	case lang.Lang:
		s.SetLang(do)
	case block.Sheet:
		s.show(do)
	}
	return nil, ""
}

// nearestChoice gives the choice of a command that looks most like a value.
func (s *Session) nearestChoice(a argument, value string) string {
	if a.choices == nil {
		return ""
	}
	byName, names := map[string]string{}, []string{}
	for _, it := range a.choices(s) {
		byName[it.key], byName[it.label] = it.key, it.key
		names = append(names, it.key, it.label)
	}
	for _, n := range model.Nearest(value, names, 1) {
		return byName[n]
	}
	return ""
}

// named finds a command by its whole name in either language, or by its key.
func (s *Session) named(line string) keys.Command {
	low := strings.ToLower(line)
	for _, b := range s.bindings() {
		if low == lang.Indonesian.Command(b.Command).Name || low == lang.English.Command(b.Command).Name || slices.Contains(b.Keys, line) {
			return b.Command
		}
	}
	return keys.None
}

// nearestCommand gives the name of the command that looks most like a line.
func (s *Session) nearestCommand(line string) string {
	w := s.env.Words.Lang
	var names []string
	for _, b := range s.bindings() {
		names = append(names, w.Command(b.Command).Name)
	}
	for _, a := range s.arguments() {
		names = append(names, a.words.Names[0])
	}
	if near := model.Nearest(line, names, 1); len(near) > 0 && strings.HasPrefix(near[0], strings.ToLower(line[:min(2, len(line))])) {
		return near[0]
	}
	return ""
}

func (s *Session) indicatorChoices() []item { return s.indicatorItems("") }

func (s *Session) parseIndicator(v string) (any, bool) {
	id := model.IndicatorID(strings.ToLower(v))
	if _, ok := s.snap.Data.Indicator(id); ok {
		return state.SetIndicator{Indicator: id}, true
	}
	for _, ind := range s.snap.Data.Indicators() {
		if strings.EqualFold(v, ind.Short.ID) || strings.EqualFold(v, ind.Short.EN) {
			return state.SetIndicator{Indicator: ind.ID}, true
		}
	}
	return nil, false
}

func (s *Session) periodChoices() []item {
	ser, err := s.snap.Data.Series(s.st.Regional.Indicator)
	if err != nil {
		return nil
	}
	var out []item
	for _, p := range slices.Backward(ser.Periods()) {
		out = append(out, item{key: p.String(), label: s.env.Words.Lang.PeriodLong(p)})
	}
	return out
}

func (s *Session) periodOf(v string) (model.Period, bool) {
	ser, err := s.snap.Data.Series(s.st.Regional.Indicator)
	if err != nil {
		return model.Period{}, false
	}
	p, err := model.ParsePeriod(v)
	if err != nil {
		return model.Period{}, false
	}
	for _, q := range ser.Periods() {
		if q == p || p.Month == 0 && q.Year == p.Year {
			return p, true
		}
	}
	return model.Period{}, false
}

func (s *Session) parsePeriod(v string) (any, bool) {
	switch strings.ToLower(v) {
	case "terbaru", "latest":
		return state.SetPeriod{}, true
	}
	p, ok := s.periodOf(v)
	return state.SetPeriod{Period: p}, ok
}

func (s *Session) parseOwnPeriod(v string) (any, bool) {
	p, ok := s.periodOf(v)
	r := s.st.Regional.Selected
	if r == "" {
		r = s.st.Home
	}
	return state.SetOwn{Region: r, Period: p}, ok
}

func (s *Session) regionChoices() []item { return s.regionItems("", false) }

func (s *Session) homeChoices() []item { return s.regionItems("", true) }

// regionOf finds a region by code of BPS, code of Kemendagri, or whole name.
func (s *Session) regionOf(v string) (model.Region, bool) {
	ds := s.snap.Data
	if r, ok := ds.Region(model.RegionCode(v)); ok {
		return r, true
	}
	if k, err := model.ParseKemendagriCode(v); err == nil {
		if r, ok := ds.RegionByKemendagri(k); ok {
			return r, true
		}
	}
	for _, r := range ds.Regions() {
		if r.Level <= model.LevelCity && strings.EqualFold(r.Name, v) {
			return r, true
		}
	}
	return model.Region{}, false
}

func (s *Session) parseRegion(v string) (any, bool) {
	r, ok := s.regionOf(v)
	return state.ToggleRegion{Region: r.Code}, ok
}

func (s *Session) parseSelect(v string) (any, bool) {
	r, ok := s.regionOf(v)
	return state.SelectRegion{Region: r.Code}, ok
}

func (s *Session) parseHome(v string) (any, bool) {
	r, ok := s.regionOf(v)
	return state.SetHome{Region: r.Code}, ok && r.Level.IsLocal()
}

func (s *Session) parseReference(v string) (any, bool) {
	switch strings.ToLower(v) {
	case "nasional", "nation":
		return state.SetReference{Region: model.Nation}, true
	case "provinsi", "province":
		return state.SetReference{}, true
	}
	return nil, false
}

func (s *Session) parseLanguage(v string) (any, bool) {
	l, ok := langOf(v)
	return l, ok
}

func (s *Session) termChoices() []item { return s.glossaryItems("") }

func (s *Session) parseTerm(v string) (any, bool) {
	for _, t := range s.env.Words.Lang.Glossary() {
		if strings.EqualFold(t.Term, v) {
			return block.Sheet{Title: t.Term, Rows: []block.SheetRow{{Label: t.Term, Text: t.Short}, {}, {Text: t.Text}}}, true
		}
	}
	return nil, false
}

// parseInput reads a number for one input of the estimate.
func parseInput(in state.Input) func(*Session, string) (any, bool) {
	return func(s *Session, v string) (any, bool) {
		st := s.st
		st.Estimate.Selected = in
		do, err := s.estimateOf(st).Typed(s.env.Words.Lang, v)
		return do, err == nil
	}
}

func (s *Session) parseFilter(v string) (any, bool) {
	return state.SetFilter{Filter: v}, len(v) <= state.MaxFilter
}

func (s *Session) sortChoices() []item {
	var out []item
	for _, k := range state.SortKeys() {
		if k != state.SortNone {
			out = append(out, item{key: string(k), label: s.env.Words.SortName(string(k))})
		}
	}
	return out
}

func (s *Session) parseSort(v string) (any, bool) {
	key, order, _ := strings.Cut(strings.ToLower(v), " ")
	for _, k := range state.SortKeys() {
		if key == string(k) || key == strings.ToLower(s.env.Words.SortName(string(k))) {
			return state.SetSort{Key: k, Desc: strings.HasPrefix(order, "turun") || strings.HasPrefix(order, "desc")}, k != state.SortNone
		}
	}
	return nil, false
}
