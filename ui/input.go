package ui

import (
	tea "charm.land/bubbletea/v2"

	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/state"
)

// Key takes one key press.
func (s *Session) Key(k tea.KeyPressMsg) []state.Effect {
	return append(s.key(k), s.watchList()...)
}

func (s *Session) key(k tea.KeyPressMsg) []state.Effect {
	s.frame = nil
	s.local.answer, s.local.done = "", ""
	if k.String() == "ctrl+c" {
		return []state.Effect{state.Quit{}}
	}
	if effects, ok := s.entryTyped(k); ok {
		return effects
	}
	switch {
	case s.local.list != nil:
		return s.listKey(k)
	case s.local.prompt != nil:
		return s.promptKey(k)
	case s.local.decide != nil:
		return s.decideKey(k)
	case s.local.intake != nil:
		return s.intakeKey(k)
	case s.local.export != nil:
		return s.exportKey(k)
	case s.local.sheet != nil:
		return s.sheetKey(k)
	}
	return s.Run(s.keys.Find(s.scope(), k.String()))
}

// Paste takes pasted text: into the line being typed, or nowhere.
func (s *Session) Paste(text string) []state.Effect {
	s.frame = nil
	if s.local.entry.form != nil {
		return s.formPaste(text)
	}
	msg := tea.PasteMsg{Content: block.Clean(text)}
	switch {
	case s.local.list != nil:
		s.local.list.input, _ = s.local.list.input.Update(msg)
		s.refill()
		return s.relist()
	case s.local.prompt != nil:
		s.local.prompt.input, _ = s.local.prompt.input.Update(msg)
		return s.typed()
	case s.local.decide != nil:
		d := s.local.decide
		in := &d.inputs[d.field()]
		before := in.Value()
		*in, _ = in.Update(msg)
		return s.edited(d, before)
	}
	return nil
}

// Click takes a press of the mouse at a cell of the last frame.
func (s *Session) Click(x, y int) []state.Effect {
	hits := s.Frame().Hits
	for i := len(hits) - 1; i >= 0; i-- {
		if !hits[i].Contains(x, y) {
			continue
		}
		switch do := hits[i].Do.(type) {
		case state.Intent:
			return s.Do(do)
		case keys.Command:
			s.frame = nil
			return s.Run(do)
		case itemHit:
			return s.listClick(int(do))
		case exportHit:
			return s.exportClick(int(do))
		case groupHit:
			return s.groupClick(int(do))
		case askHit:
			return s.askClick(int(do))
		case formHit:
			return s.formClick(do)
		}
		return nil
	}
	return nil
}

// Wheel takes a turn of the mouse wheel: by rows down, negative up.
func (s *Session) Wheel(by int) []state.Effect {
	s.frame = nil
	switch {
	case s.local.ask != nil:
		s.local.ask.move(by)
		return nil
	case s.local.entry.form != nil:
		return s.formWheel(by)
	case s.local.list != nil:
		s.local.list.move(by)
		return nil
	case s.local.intake != nil:
		s.local.intake.scroll(by)
		return nil
	case s.local.export != nil:
		s.local.export.top += by
		return nil
	case s.local.sheet != nil:
		s.local.sheet.top = max(s.local.sheet.top+by, 0)
		return nil
	}
	c := keys.Down
	if by < 0 {
		c = keys.Up
	}
	return s.Run(c)
}
