package ui

import (
	"strings"

	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// Line carries out one line of the linear dialogue and gives what is to be
// printed: the tab or sheet that the command leads to, the rows of a list, or
// the sentence that says why nothing was done. "1", "2" and "3" open a tab.
func (s *Session) Line(line string) (effects []state.Effect, out []string) {
	s.local.sheet, s.local.list, s.local.prompt, s.local.export = nil, nil, nil, nil
	line = strings.TrimSpace(line)
	if line == "" {
		return nil, s.Lines()
	}
	effects, answer := s.Command(line)
	if s.local.entry.form != nil || s.local.ask != nil { // typed line by line on the command line
		s.local.entry.form, s.local.ask = nil, nil
		return effects, []string{s.env.Words.Entry.NothingHere}
	}
	switch {
	case answer != "":
		return effects, []string{answer}
	case len(effects) > 0 && isQuit(effects):
		return effects, nil
	case s.local.prompt != nil: // a number or a filter: say how it is typed
		out = s.promptLines()
	case s.local.list != nil:
		out = s.listLines()
	case s.local.export != nil:
		out = s.exportLines()
	default:
		out = s.Lines()
	}
	s.local.sheet, s.local.list, s.local.prompt, s.local.export = nil, nil, nil, nil
	return effects, out
}

func isQuit(effects []state.Effect) bool {
	for _, e := range effects {
		if _, ok := e.(state.Quit); ok {
			return true
		}
	}
	return false
}

// maxListLines bounds what a list prints in the dialogue: 514 regions are for
// searching, not for listening to.
const maxListLines = 60

// listLines gives the rows of the open list, one a line, and how one is
// chosen.
func (s *Session) listLines() []string {
	l := s.local.list
	w := s.env.Words
	out := []string{s.listTitle(l) + "."}
	switch l.kind {
	case keys.Help:
		out = []string{w.Common.LinearHelp}
		for _, it := range s.paletteItems("") {
			out = append(out, strings.TrimSuffix(it.label, " …")+": "+it.detail)
		}
		return out
	case keys.Glossary:
		for _, it := range l.items {
			out = append(out, it.key+": "+it.label+". "+it.text)
		}
		return out
	}
	for i, it := range l.items {
		if i == maxListLines {
			out = append(out, w.Common.More(len(l.items)-i))
			break
		}
		line := it.key + ": " + it.label
		if it.detail != "" {
			line += ", " + it.detail
		}
		if it.marked {
			line += " (" + w.Common.Marked + ")"
		}
		out = append(out, line)
	}
	return append(out, s.chooseBy(l.kind))
}

// chooseBy tells how a row of a list is chosen in the dialogue.
func (s *Session) chooseBy(kind keys.Command) string {
	by := map[keys.Command]lang.Argument{keys.Import: lang.ArgImport, keys.Indicator: lang.ArgIndicator, keys.Regions: lang.ArgRegion, keys.Home: lang.ArgHome}
	arg, ok := by[kind]
	if !ok {
		return ""
	}
	w := s.env.Words
	a := w.Lang.Argument(arg)
	return w.Common.NeedsArgument(a.Names[0], a.Example)
}

// promptLines tells how what the prompt asks for is typed in one line.
func (s *Session) promptLines() []string {
	w := s.env.Words
	a := w.Lang.Argument(lang.ArgFilter)
	switch {
	case s.local.prompt.accept != nil:
		a = w.Lang.Argument(s.local.prompt.asked)
	case !s.local.prompt.filter:
		a = w.Lang.Argument(lang.ArgRate + lang.Argument(s.st.Estimate.Selected))
	}
	return []string{w.Common.NeedsArgument(a.Names[0], a.Example)}
}
