package ui

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// prompt is one line being typed at the bottom of a tab: a number of the
// estimate, or the filter of the programmes.
type prompt struct {
	filter bool // the filter; otherwise an input of the estimate
	label  string
	hint   string
	before string // the filter before typing began, for Esc
	err    string // why what is typed cannot be taken
	fresh  bool   // the text is the present figure: the first letter replaces it
	input  textinput.Model

	// accept takes what was typed, or says why it cannot: "" for done. It is
	// set for a text that is neither a number nor the filter; asked is the
	// command that takes the same text in one line.
	accept func(text string) (effects []state.Effect, problem string)
	asked  lang.Argument
}

// openInput opens the typing of the estimate's selected input.
func (s *Session) openInput() {
	v := s.estimate()
	w := s.env.Words.Common
	s.local.prompt = &prompt{
		label: v.InputLabel(s.env.Words.Lang), hint: w.TakeHint + " · " + w.CloseHint,
		input: newInput(v.InputText(s.env.Words.Lang)), fresh: true,
	}
}

// openFilter opens the typing of the programmes' filter, which acts as it is
// typed.
func (s *Session) openFilter() {
	w := s.env.Words.Common
	s.local.prompt = &prompt{
		filter: true, label: w.FilterTitle, hint: w.FilterHint + " · " + w.TakeHint + " · " + w.CloseHint,
		before: s.st.Program.Filter, input: newInput(s.st.Program.Filter),
	}
}

func (s *Session) promptKey(k tea.KeyPressMsg) []state.Effect {
	p := s.local.prompt
	switch k.String() {
	case "esc":
		s.local.prompt = nil
		if p.filter && p.before != s.st.Program.Filter {
			return s.Do(state.SetFilter{Filter: p.before})
		}
		return nil
	case "enter":
		switch {
		case p.accept != nil:
			return s.acceptText()
		case p.filter:
			s.local.prompt = nil
			return nil
		}
		return s.acceptInput()
	case "ctrl+z":
		return []state.Effect{state.Suspend{}}
	}
	if p.fresh && k.Text != "" {
		p.input.SetValue("")
	}
	p.fresh = false
	p.input, _ = p.input.Update(k)
	return s.typed()
}

// typed acts on what stands in the line after each key.
func (s *Session) typed() []state.Effect {
	p := s.local.prompt
	text := p.input.Value()
	if p.filter {
		return s.Do(state.SetFilter{Filter: text}) // the tab points at what is wrong
	}
	p.err = ""
	if text != "" && p.accept == nil {
		if _, err := s.estimate().Typed(s.env.Words.Lang, text); err != nil {
			p.err = err.Error()
		}
	}
	return nil
}

// acceptText hands over the text typed, or says why it cannot be taken.
func (s *Session) acceptText() []state.Effect {
	p := s.local.prompt
	effects, problem := p.accept(p.input.Value())
	if problem != "" {
		p.err = problem
		return nil
	}
	if s.local.prompt == p {
		s.local.prompt = nil
	}
	return effects
}

// acceptInput takes the number typed, or says why it cannot and keeps it.
func (s *Session) acceptInput() []state.Effect {
	p := s.local.prompt
	in, err := s.estimate().Typed(s.env.Words.Lang, p.input.Value())
	if err != nil {
		p.err = err.Error()
		return nil
	}
	s.local.prompt = nil
	return s.Do(in)
}

// drawPrompt draws the line in a small panel above the keys.
func (s *Session) drawPrompt(a block.Area) {
	p := s.local.prompt
	w := min(a.W-4, 84)
	h := 3
	errLines := block.Wrap(p.err, w-4)
	if p.err != "" {
		h += len(errLines)
	}
	box := a.Sub((a.W-w)/2, a.H-2-h, w, h)
	box.Clear()
	in := box.Box(theme.Accent, theme.Heading, p.label)
	in = in.Sub(1, 0, in.W-2, in.H)
	s.drawInput(in.Row(0), p.input, "")
	if p.err != "" {
		for i, line := range errLines {
			in.Text(0, 1+i, theme.Warn, line)
		}
	}
}
