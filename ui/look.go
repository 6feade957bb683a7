package ui

import (
	"strings"

	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/program"
	"rakor/ui/state"
)

// looking tells whether the third tab is looked at in another way than entry by
// entry.
func (s *Session) looking() bool {
	return s.st.Tab == state.TabProgram && !s.st.Meeting.Shown && s.st.Program.View != state.ListView
}

// lookKey carries out what the views of the third tab do with a command; ok is
// false for any other.
func (s *Session) lookKey(c keys.Command) (effects []state.Effect, ok bool) {
	if s.st.Tab != state.TabProgram || s.st.Meeting.Shown {
		return nil, false
	}
	switch c {
	case keys.Open:
		if !s.looking() {
			return nil, false
		}
		in, does := s.program().Do(c)
		if !does {
			s.local.answer = s.env.Words.Program.Looks.TooLong
			return nil, true
		}
		return s.Do(in), true
	case keys.EditEntry, keys.RemoveEntry, keys.MarkEntry: // of an entry that is not in sight
		if !s.looking() {
			return nil, false
		}
		s.local.answer = s.env.Words.Program.Looks.ListFirst
		return nil, true
	case keys.SaveFilter:
		s.openFilterName()
		return nil, true
	case keys.Filters:
		s.openList(c)
		return nil, true
	case keys.Close:
		if s.looking() && s.st.Program.Filter == "" && s.local.banner == "" && !s.local.welcome {
			return s.Do(state.SetProgramView{}), true
		}
	}
	return nil, false
}

// lookBinding tells whether a binding of the third tab does nothing in the view
// that it has.
func (s *Session) lookBinding(b keys.Binding) bool {
	if s.st.Tab != state.TabProgram || s.st.Meeting.Shown {
		return false
	}
	view := s.st.Program.View
	switch b.Command {
	case keys.Sort, keys.SortReverse, keys.EditEntry, keys.RemoveEntry, keys.MarkEntry:
		return view != state.ListView
	case keys.SortThen:
		return view != state.ListView || len(s.st.Program.Orders()) == 0
	case keys.Less, keys.More:
		return view != state.MatrixView
	case keys.GroupBy:
		return view == state.DepartmentView || view == state.JudgeView
	case keys.SaveFilter:
		return s.st.Program.Filter == "" || s.snap.ReadOnly || s.role != state.Owner
	case keys.Table:
		return view != state.ListView
	}
	return false
}

// openFilterName opens the line for the name under which the filter is kept. A
// name that is taken has to be confirmed.
func (s *Session) openFilterName() {
	w := s.env.Words.Program.Looks
	filter := s.st.Program.Filter
	switch {
	case s.snap.ReadOnly:
		s.local.answer = s.env.Words.Estimate.Scenario.ReadOnly
		return
	case filter == "" || s.program().Fault != nil:
		s.local.answer = w.NothingToKeep
		return
	}
	confirmed := ""
	s.local.prompt = &prompt{
		label: w.FilterName, hint: s.env.Words.Common.TakeHint + " · " + s.env.Words.Common.CloseHint,
		input: newInput(s.snap.SavedAs(filter)), fresh: true, asked: lang.ArgSaveFilter,
		accept: func(text string) ([]state.Effect, string) {
			name := state.CleanName(text)
			if name == "" {
				return nil, s.env.Words.Estimate.Scenario.NoName
			}
			if _, taken := s.snap.SavedFilter(name); taken && name != confirmed {
				confirmed = name
				return nil, s.env.Words.Estimate.Scenario.Replace(name)
			}
			return s.saveFilter(name, filter), ""
		},
	}
}

func (s *Session) saveFilter(name, filter string) []state.Effect {
	if _, old := s.snap.SavedFilter(name); !old && len(s.snap.Filters) >= state.MaxFilters {
		s.local.answer = s.env.Words.Program.Looks.FiltersFull(state.MaxFilters)
		return nil
	}
	return s.keep(state.SaveFilter{Name: name, Filter: filter})
}

// filterItems lists the saved filters, or what can be done with one of them.
func (s *Session) filterItems(query, of string) []item {
	w := s.env.Words.Program.Looks
	var out []item
	add := func(it item) {
		if matches(query, it.label, it.detail) {
			out = append(out, it)
		}
	}
	if of != "" {
		add(item{label: w.Use, do: state.UseFilter{Name: of}})
		add(item{label: s.env.Words.Estimate.Scenario.Remove, do: act(func() []state.Effect { return s.keep(state.RemoveFilter{Name: of}) })})
		return out
	}
	if s.st.Program.Filter != "" && s.snap.SavedAs(s.st.Program.Filter) == "" && !s.snap.ReadOnly && s.role == state.Owner {
		add(item{label: w.KeepThis, detail: s.st.Program.Filter, do: keys.SaveFilter})
	}
	for _, f := range s.snap.Filters {
		add(item{label: f.Name, detail: f.Filter, marked: f.Filter == s.st.Program.Filter, do: act(func() []state.Effect {
			s.local.list = &list{kind: keys.Filters, input: newInput(""), of: f.Name}
			s.refill()
			return nil
		})})
	}
	if len(out) == 0 && len(s.snap.Filters) == 0 {
		out = append(out, item{label: w.NoFilters, do: keys.Filter})
	}
	return out
}

// lookArguments lists the commands with a value of the third tab's views.
func (s *Session) lookArguments() []argument {
	w := s.env.Words.Lang
	arg := func(a lang.Argument, choices func(*Session) []item, parse func(*Session, string) (any, bool)) argument {
		return argument{words: w.Argument(a), tab: state.TabProgram, choices: choices, parse: parse}
	}
	return []argument{
		arg(lang.ArgProgramView, (*Session).viewChoices, parseView),
		arg(lang.ArgGroup, (*Session).groupChoices, parseGroup),
		arg(lang.ArgUseFilter, (*Session).filterChoices, (*Session).parseUseFilter),
		arg(lang.ArgSaveFilter, nil, parseSaveFilter),
		arg(lang.ArgRemoveFilter, (*Session).filterChoices, (*Session).parseRemoveFilter),
	}
}

func (s *Session) viewChoices() []item {
	var out []item
	for _, v := range state.ProgramViews() {
		out = append(out, item{key: s.env.Words.Program.Looks.Views[string(v)], label: program.LookTitle(s.env, v)})
	}
	return out
}

// either tells whether a typed word is a name in one of the languages.
func either(typed, name string, of func(*lang.Catalogue) string) bool {
	return strings.EqualFold(typed, name) && name != "" ||
		strings.EqualFold(typed, of(lang.For(lang.Indonesian))) || strings.EqualFold(typed, of(lang.For(lang.English)))
}

func parseView(_ *Session, v string) (any, bool) {
	for _, view := range state.ProgramViews() {
		if either(v, string(view), func(c *lang.Catalogue) string { return c.Program.Looks.Views[string(view)] }) {
			return state.SetProgramView{View: view}, true
		}
	}
	return nil, false
}

func (s *Session) groupChoices() []item {
	var out []item
	for _, g := range state.ProgramGroups() {
		out = append(out, item{key: s.env.Words.Program.Looks.Groups[string(g)]})
	}
	return out
}

func parseGroup(_ *Session, v string) (any, bool) {
	for _, g := range state.ProgramGroups() {
		if either(v, string(g), func(c *lang.Catalogue) string { return c.Program.Looks.Groups[string(g)] }) {
			return state.SetProgramBy{By: g}, true
		}
	}
	return nil, false
}

func (s *Session) filterChoices() []item {
	var out []item
	for _, f := range s.snap.Filters {
		out = append(out, item{key: f.Name, label: f.Filter})
	}
	return out
}

// filterOf finds a saved filter as typed, capitals or not.
func (s *Session) filterOf(v string) (string, bool) {
	for _, f := range s.snap.Filters {
		if strings.EqualFold(f.Name, strings.TrimSpace(v)) {
			return f.Name, true
		}
	}
	return "", false
}

func (s *Session) parseUseFilter(v string) (any, bool) {
	name, ok := s.filterOf(v)
	return state.UseFilter{Name: name}, ok
}

func parseSaveFilter(s *Session, v string) (any, bool) {
	name := state.CleanName(v)
	return act(func() []state.Effect { return s.saveFilter(name, s.st.Program.Filter) }), name != "" && s.st.Program.Filter != "" && s.program().Fault == nil
}

func (s *Session) parseRemoveFilter(v string) (any, bool) {
	name, ok := s.filterOf(v)
	return act(func() []state.Effect { return s.keep(state.RemoveFilter{Name: name}) }), ok
}

// parseOrders reads columns to sort by, parted by commas, each with its
// direction: "opd, pagu turun".
func (s *Session) parseOrders(v string) (any, bool) {
	var orders []state.Order
	for part := range strings.SplitSeq(v, ",") {
		in, ok := s.parseSort(strings.TrimSpace(block.Clean(part)))
		set, is := in.(state.SetSort)
		if !ok || !is {
			return nil, false
		}
		orders = append(orders, state.Order(set))
	}
	return state.SetOrder{Orders: orders}, len(orders) <= state.MaxOrders
}
