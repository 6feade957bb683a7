package ui

import (
	tea "charm.land/bubbletea/v2"

	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// pane is a sheet on top of a tab, with how far it is scrolled.
type pane struct {
	sheet block.Sheet
	top   int
}

func (s *Session) show(sh block.Sheet) { s.local.sheet = &pane{sheet: sh} }

func (s *Session) sheetKey(k tea.KeyPressMsg) []state.Effect {
	p := s.local.sheet
	name := k.String()
	if name == "enter" && p.sheet.Accept != nil {
		s.local.sheet = nil
		switch do := p.sheet.Accept.(type) {
		case state.Intent:
			return s.Do(do)
		case keys.Command:
			return s.Run(do)
		}
		return nil
	}
	switch c := s.keys.Find(s.scope(), name); c {
	case keys.Up:
		p.top--
	case keys.Down:
		p.top++
	case keys.PageUp:
		p.top -= 10
	case keys.PageDown:
		p.top += 10
	case keys.First:
		p.top = 0
	case keys.Last:
		p.top = 1 << 20
	case keys.Close, keys.Open:
		s.local.sheet = nil
	case keys.None:
	default: // any other command closes the sheet and is carried out
		s.local.sheet = nil
		if c != keys.Quit || name != "q" { // q leaves the sheet first
			return s.Run(c)
		}
	}
	p.top = max(p.top, 0)
	return nil
}

// sheetLine is one drawn line of a sheet.
type sheetLine struct {
	label, text string
	style       theme.Style
}

// layout breaks the rows of a sheet into lines for a width.
func layout(sh block.Sheet, w int) (lines []sheetLine, labelWidth int) {
	for _, r := range sh.Rows {
		if r.Text != "" {
			labelWidth = max(labelWidth, block.Width(r.Label))
		}
	}
	labelWidth = min(labelWidth, w*2/5)
	for _, r := range sh.Rows {
		switch {
		case r.Text == "":
			lines = append(lines, sheetLine{label: r.Label})
		case r.Label != "" && block.Width(r.Label) > labelWidth:
			lines = append(lines, sheetLine{label: r.Label})
			r.Label = ""
			fallthrough
		default:
			for i, t := range block.Wrap(r.Text, max(w-labelWidth-2, 8)) {
				l := sheetLine{text: t, style: r.Style}
				if i == 0 {
					l.label = r.Label
				}
				lines = append(lines, l)
			}
		}
	}
	return lines, labelWidth
}

// drawSheet draws the sheet in a panel in the middle of the screen.
func (s *Session) drawSheet(a block.Area) {
	p := s.local.sheet
	width := min(88, max(a.W-4, 20))
	lines, labelWidth := layout(p.sheet, width-4)
	extra := 2
	if p.sheet.Foot != "" {
		extra += 2
	}
	in := panel(a, width, len(lines)+extra).Box(theme.Border, theme.Heading, p.sheet.Title)
	in = in.Sub(1, 0, in.W-2, in.H)
	body := in
	if p.sheet.Foot != "" && in.H > 3 {
		body = in.Sub(0, 0, in.W, in.H-2)
		in.HLine(0, in.H-2, in.W, theme.Border)
		in.Clip(0, in.H-1, in.W, theme.Accent, p.sheet.Foot)
	}
	p.top = max(0, min(p.top, len(lines)-body.H))
	for y := range min(body.H, len(lines)-p.top) {
		l := lines[p.top+y]
		x := 0
		if labelWidth > 0 && (l.text != "" || l.label == "") {
			x = labelWidth + 2
			body.Clip(0, y, labelWidth, theme.Muted, l.label)
		} else {
			body.Clip(0, y, body.W, theme.Heading, l.label)
		}
		body.Clip(x, y, body.W-x, l.style, l.text)
	}
	if rest := len(lines) - p.top - body.H; rest > 0 {
		more := "▼ " + s.env.Words.Common.More(rest)
		body.Fill(body.W-block.Width(more)-1, body.H-1, block.Width(more)+1, 1, theme.Plain, "")
		body.Right(0, body.H-1, body.W, theme.Muted, more)
	}
}

// drawOver draws what lies on top of the tab.
func (s *Session) drawOver(a block.Area) {
	switch {
	case s.local.ask != nil || s.local.entry.form != nil:
		s.drawEntry(a)
	case s.local.list != nil:
		s.drawList(a)
	case s.local.prompt != nil:
		s.drawPrompt(a)
	case s.local.decide != nil:
		s.drawDecide(a)
	case s.local.intake != nil:
		s.drawIntake(a)
	case s.local.export != nil:
		s.drawExport(a)
	case s.local.sheet != nil:
		s.drawSheet(a)
	}
}

// overHint is the bottom line while something lies on top; "" for nothing.
func (s *Session) overHint() string {
	w := s.env.Words.Common
	switch {
	case s.local.ask != nil:
		return s.env.Words.Entry.AskHint
	case s.local.entry.form != nil:
		return s.env.Words.Entry.FormHint
	case s.local.list != nil:
		return s.listHint()
	case s.local.prompt != nil:
		return s.local.prompt.hint
	case s.local.decide != nil:
		return s.env.Words.Minutes.FormHint
	case s.local.intake != nil:
		return s.env.Words.Intake.Hint
	case s.local.export != nil:
		return s.exportHint()
	case s.local.sheet != nil:
		return w.ScrollHint + " · " + w.CloseHint
	}
	return ""
}
