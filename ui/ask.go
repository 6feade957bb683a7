package ui

import (
	tea "charm.land/bubbletea/v2"

	"rakor/ui/block"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// ask is a question on top of everything else, with its answers one below the
// other.
type ask struct {
	title   string
	rows    []block.SheetRow
	choices []answer
	at      int
	back    act // what Esc does; nil for closing the question
}

// answer is one answer to a question.
type answer struct {
	label string
	do    act // nil for closing the question
}

// askHit is a press of the mouse on an answer.
type askHit int

func (k *ask) move(by int) { k.at = max(0, min(k.at+by, len(k.choices)-1)) }

// askKey takes a key for a question. Nothing but Enter answers it: whoever goes
// on typing without a look at the screen has answered nothing.
func (s *Session) askKey(k tea.KeyPressMsg) []state.Effect {
	q := s.local.ask
	switch k.String() {
	case "up", "left", "shift+tab":
		q.move(-1)
	case "down", "right", "tab":
		q.move(1)
	case "enter":
		return s.askClick(q.at)
	case "esc":
		s.local.ask = nil
		if q.back != nil {
			return q.back()
		}
	case "ctrl+z":
		return []state.Effect{state.Suspend{}}
	}
	return nil
}

// askClick gives an answer.
func (s *Session) askClick(i int) []state.Effect {
	q := s.local.ask
	if q == nil || i < 0 || i >= len(q.choices) {
		return nil
	}
	s.local.ask, s.frame = nil, nil
	if do := q.choices[i].do; do != nil {
		return do()
	}
	return nil
}

// drawAsk draws the question: what it is about, then the answers.
func (s *Session) drawAsk(a block.Area) {
	q := s.local.ask
	width := min(76, max(a.W-4, 20))
	lines, labels := layout(block.Sheet{Rows: q.rows}, width-4)
	room := max(a.H-4-2-len(q.choices)-1, 1)
	lines = lines[:min(len(lines), room)]
	in := panel(a, width, len(lines)+len(q.choices)+3).Box(theme.Accent, theme.Heading, q.title)
	in = in.Sub(1, 0, in.W-2, in.H)
	for y, l := range lines {
		x := 0
		if labels > 0 && (l.text != "" || l.label == "") {
			x = labels + 2
			in.Clip(0, y, labels, theme.Muted, l.label)
		} else {
			in.Clip(0, y, in.W, theme.Heading, l.label)
		}
		in.Clip(x, y, in.W-x, l.style, l.text)
	}
	y := len(lines) + 1
	for i, c := range q.choices {
		mark := "  "
		if i == q.at {
			mark = "▸ "
		}
		x := in.Text(0, y, theme.Accent, mark)
		in.Clip(x, y, in.W-x, theme.Plain, c.label)
		if i == q.at {
			in.Select(y)
		}
		in.Hit(0, y, in.W, 1, askHit(i))
		y++
	}
}
