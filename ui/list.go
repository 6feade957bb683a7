package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// list is a panel with a search field and rows: help, palette, glossary,
// indicators, regions.
type list struct {
	kind   keys.Command // what opened it
	input  textinput.Model
	items  []item
	cursor int
	of     string             // whose actions these are, where they are of one thing
	cell   *model.Observation // of which the values are listed
}

// item is one row of a list. An item without Do is a heading.
type item struct {
	label  string
	detail string
	key    string
	marked bool
	do     any    // state.Intent, keys.Command, completion or act
	text   string // a longer explanation, shown for the row under the cursor
}

// completion is an item of the palette that fills the field instead of running.
type completion string

// itemHit is a click on row i of the list.
type itemHit int

// newInput makes an empty, focused text field. Paste by key is unbound: it
// would read the clipboard of the machine that the program runs on, which over
// SSH is not the person's own; text that the terminal pastes still arrives.
func newInput(value string) textinput.Model {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = state.MaxFilter
	in.KeyMap.Paste = key.NewBinding()
	in.SetVirtualCursor(false)
	in.SetValue(value)
	in.CursorEnd()
	in.Focus()
	return in
}

func (s *Session) openList(kind keys.Command) {
	s.local.list = &list{kind: kind, input: newInput("")}
	s.refill()
	for i, it := range s.local.list.items {
		if it.marked && kind != keys.Regions && kind != keys.Scenarios {
			s.local.list.cursor = i
		}
	}
}

// refill makes the rows again for what is typed.
func (s *Session) refill() {
	l := s.local.list
	query := l.input.Value()
	switch l.kind {
	case keys.Palette:
		l.items = s.paletteItems(query)
	case keys.Help:
		l.items = s.helpItems(query)
	case keys.Glossary:
		l.items = s.glossaryItems(query)
	case keys.Indicator:
		l.items = s.indicatorItems(query)
	case keys.Regions, keys.Home:
		l.items = s.regionItems(query, l.kind == keys.Home)
	case keys.Readings:
		l.items = s.readingItems(query)
	case keys.Import:
		l.items = s.fileItems(query)
	case keys.MeetingMenu:
		l.items = s.meetingItems(query)
	case keys.MoveOn:
		l.items = s.moveItems(query)
	case keys.Filters:
		l.items = s.filterItems(query, l.of)
	case keys.Scenarios:
		l.items = s.scenarioItems(query, l.of)
	}
	l.cursor = max(0, min(l.cursor, len(l.items)-1))
	if len(l.items) > 0 && l.items[l.cursor].do == nil {
		l.move(1)
	}
}

// move moves the cursor by rows, over headings.
func (l *list) move(by int) {
	step := 1
	if by < 0 {
		step = -1
	}
	for i := l.cursor + by; i >= 0 && i < len(l.items); i += step {
		if l.items[i].do != nil {
			l.cursor = i
			return
		}
	}
	if by > 1 || by < -1 { // a page that runs over the end stops at it
		l.move(step)
	}
}

func (s *Session) listKey(k tea.KeyPressMsg) []state.Effect {
	l := s.local.list
	switch k.String() {
	case "esc":
		s.local.list = nil
		return nil
	case "up", "ctrl+p":
		l.move(-1)
		return nil
	case "down", "ctrl+n":
		l.move(1)
		return nil
	case "pgup":
		l.move(-10)
		return nil
	case "pgdown":
		l.move(10)
		return nil
	case "tab":
		if l.kind == keys.Import {
			return s.completePath()
		}
		if l.kind == keys.Palette && l.cursor < len(l.items) {
			l.complete()
			s.refill()
		}
		return nil
	case "enter":
		return s.listEnter()
	case "ctrl+z":
		return []state.Effect{state.Suspend{}}
	}
	before := l.input.Value()
	l.input, _ = l.input.Update(k)
	if l.input.Value() != before {
		l.cursor = 0
		s.refill()
		return s.relist()
	}
	return nil
}

// complete fills the field with the row under the cursor.
func (l *list) complete() {
	it := l.items[l.cursor]
	text := it.label + " "
	if c, ok := it.do.(completion); ok {
		text = string(c)
	}
	l.input.SetValue(text)
	l.input.CursorEnd()
	l.cursor = 0
}

func (s *Session) listEnter() []state.Effect {
	l := s.local.list
	if l.kind == keys.Palette {
		return s.paletteEnter()
	}
	if l.kind == keys.Import {
		return s.choosePath()
	}
	if l.cursor >= len(l.items) {
		return nil
	}
	return s.listDo(l.items[l.cursor])
}

func (s *Session) listClick(i int) []state.Effect {
	l := s.local.list
	if l == nil || i >= len(l.items) {
		return nil
	}
	l.cursor, s.frame = i, nil
	if l.kind == keys.Import {
		return s.choosePath()
	}
	if l.kind == keys.Palette {
		return s.paletteEnter()
	}
	return s.listDo(l.items[i])
}

// listDo does what a row stands for. The list of regions stays open, since
// several are chosen in turn; the others close.
func (s *Session) listDo(it item) []state.Effect {
	kind := s.local.list.kind
	switch do := it.do.(type) {
	case state.Intent:
		effects := s.Do(do)
		s.explain(do)
		if kind == keys.Regions {
			s.refill()
		} else {
			s.local.list = nil
		}
		return effects
	case keys.Command:
		s.local.list = nil
		return s.Run(do)
	case act:
		s.local.list = nil
		return do()
	}
	return nil
}

// matches tells whether every word of the query stands in one of the texts,
// without regard to case.
func matches(query string, texts ...string) bool {
	all := strings.ToLower(strings.Join(texts, " "))
	for _, w := range strings.Fields(strings.ToLower(query)) {
		if !strings.Contains(all, w) {
			return false
		}
	}
	return true
}

func (s *Session) helpItems(query string) []item {
	w := s.env.Words
	var out []item
	for g := keys.Moving; g <= keys.General; g++ {
		head := false
		for _, b := range s.bindings() {
			cw := w.Lang.Command(b.Command)
			if b.Group != g || len(b.Keys) == 0 {
				continue
			}
			names := make([]string, len(b.Keys))
			for i, k := range b.Keys {
				names[i] = s.keyName(k)
			}
			if !matches(query, cw.Name, cw.Help, strings.Join(names, " ")) {
				continue
			}
			if !head {
				out = append(out, item{label: w.Common.HelpGroups[g]})
				head = true
			}
			out = append(out, item{key: strings.Join(names, " "), label: cw.Help, do: b.Command})
		}
	}
	return out
}

func (s *Session) glossaryItems(query string) []item {
	var out []item
	for _, t := range s.env.Words.Lang.Glossary() {
		if matches(query, t.Term, t.Short, t.Text) {
			out = append(out, item{key: t.Term, label: t.Short, text: t.Text, do: completion("")})
		}
	}
	return out
}

func (s *Session) indicatorItems(query string) []item {
	w := s.env.Words.Lang
	var out []item
	for _, ind := range s.snap.Data.Indicators() {
		if matches(query, string(ind.ID), ind.Name.ID, ind.Name.EN, ind.Short.ID, ind.Short.EN) {
			out = append(out, item{
				key: string(ind.ID), label: w.Of(ind.Name), detail: w.Unit(ind.Unit),
				marked: ind.ID == s.st.Regional.Indicator, do: state.SetIndicator{Indicator: ind.ID},
			})
		}
	}
	return out
}

func (s *Session) listTitle(l *list) string {
	w := s.env.Words.Common
	switch l.kind {
	case keys.Help:
		return w.HelpTitle
	case keys.Palette:
		return w.PaletteTitle
	case keys.Glossary:
		return w.GlossaryTitle
	case keys.Indicator:
		return w.IndicatorTitle
	case keys.Home:
		return w.HomeTitle
	case keys.Import:
		if s.intakeKind() == state.IntakeProgrammes {
			return s.env.Words.Intake.ListTitle
		}
		return s.env.Words.Intake.ChooserTitle
	case keys.Readings:
		if l.of != "" {
			return l.of
		}
		return s.env.Words.Intake.Choose
	case keys.MeetingMenu:
		return s.env.Words.Minutes.MenuTitle
	case keys.MoveOn:
		return s.env.Words.Minutes.MoveTitle
	case keys.Filters:
		if l.of != "" {
			return l.of
		}
		return s.env.Words.Program.Looks.FiltersTitle
	case keys.Scenarios:
		if l.of != "" {
			return l.of
		}
		return s.env.Words.Estimate.Scenario.ListTitle
	}
	return w.RegionsTitle
}

// drawList draws the list in a panel in the middle of the screen.
func (s *Session) drawList(a block.Area) {
	l := s.local.list
	w := s.env.Words.Common
	lines := len(l.items) + 6
	if l.cell != nil {
		lines += 4 // the source under the cursor in full
	}
	p := panel(a, 84, lines)
	in := p.Box(theme.Border, theme.Heading, s.listTitle(l))
	in = in.Sub(1, 0, in.W-2, in.H)
	s.drawInput(in.Row(0), l.input, w.SearchHint)
	in.HLine(0, 1, in.W, theme.Border)
	body := in.Sub(0, 2, in.W, in.H-2)
	if (l.kind == keys.Glossary || l.cell != nil) && body.H > 6 {
		note := body.Sub(0, body.H-4, body.W, 4)
		body = body.Sub(0, 0, body.W, body.H-4)
		s.drawNote(note)
	}
	if len(l.items) == 0 {
		body.Clip(0, 0, body.W, theme.Muted, w.NothingFound)
		return
	}
	keyWidth, labelWidth := 0, 0
	for _, it := range l.items {
		keyWidth = max(keyWidth, block.Width(it.key))
		if it.detail != "" {
			labelWidth = max(labelWidth, block.Width(it.label))
		}
	}
	keyWidth = min(keyWidth, in.W/3)
	top := scrollTo(l.cursor, len(l.items), body.H)
	for y := range min(body.H, len(l.items)-top) {
		drawItem(body.Row(y), l.items[top+y], keyWidth, labelWidth, top+y == l.cursor)
		if l.items[top+y].do != nil {
			body.Hit(0, y, body.W, 1, itemHit(top+y))
		}
	}
	if rest := len(l.items) - top - body.H; rest > 0 {
		more := " ▼ " + w.More(rest) + " "
		p.Right(0, p.H-1, p.W-2, theme.Muted, more)
	}
}

// drawNote writes the longer explanation of the row under the cursor.
func (s *Session) drawNote(a block.Area) {
	a.HLine(0, 0, a.W, theme.Border)
	l := s.local.list
	if l.cursor >= len(l.items) {
		return
	}
	for y, line := range block.Wrap(l.items[l.cursor].text, a.W) {
		if y+1 < a.H {
			a.Text(0, y+1, theme.Plain, line)
		}
	}
}

// drawItem draws one row: mark, key, label and detail in columns.
func drawItem(a block.Area, it item, keyWidth, labelWidth int, cursor bool) {
	if it.do == nil {
		a.Clip(0, 0, a.W, theme.Muted, it.label)
		return
	}
	mark := "  "
	switch {
	case cursor:
		mark = "▸ "
	case it.marked:
		mark = "✓ "
	}
	x := a.Text(0, 0, theme.Accent, mark)
	if keyWidth > 0 {
		a.Clip(x, 0, keyWidth, theme.Key, it.key)
		x += keyWidth + 2
	}
	room := a.W - x
	label := min(labelWidth, max(room-12, room*3/5))
	if it.detail == "" {
		label = room
	}
	a.Clip(x, 0, label, theme.Plain, it.label)
	a.Clip(x+label+2, 0, room-label-4, theme.Muted, it.detail)
	if it.marked && cursor {
		a.Right(x, 0, room, theme.Accent, "✓")
	}
	if cursor {
		a.Select(0)
	}
}

// drawInput draws a text field with its cursor, or a hint where it is empty.
func (s *Session) drawInput(a block.Area, in textinput.Model, hint string) {
	a.Text(0, 0, theme.Accent, "> ")
	field := a.Sub(2, 0, a.W-2, 1)
	value := []rune(in.Value())
	if len(value) == 0 {
		field.Clip(1, 0, field.W-1, theme.Muted, hint)
		field.Text(0, 0, theme.Cursor, " ")
		return
	}
	pos := min(in.Position(), len(value))
	from := 0
	for from < pos && block.Width(string(value[from:pos])) > field.W-2 { // keep the cursor in sight
		from++
	}
	x := field.Text(0, 0, theme.Plain, string(value[from:pos]))
	at, rest := " ", ""
	if pos < len(value) {
		at, rest = string(value[pos]), string(value[pos+1:])
	}
	x = field.Text(x, 0, theme.Cursor, at)
	field.Clip(x, 0, field.W-x, theme.Plain, rest)
}

// panel gives the area of a panel of at most w x h in the middle of a.
func panel(a block.Area, w, h int) block.Area {
	w, h = min(w, a.W-4), min(h, a.H-4)
	w, h = max(w, min(a.W, 20)), max(h, min(a.H, 5))
	p := a.Sub((a.W-w)/2, max((a.H-h)/3, 0), w, h)
	p.Clear()
	p.Hit(0, 0, p.W, p.H, nil)
	return p
}

// scrollTo gives the first of n rows to show in h so that row at is in sight.
func scrollTo(at, n, h int) int {
	if n <= h || h <= 0 {
		return 0
	}
	return max(0, min(at-h/2, n-h))
}

// searchHints are the words of the bottom line while a list is open.
func (s *Session) listHint() string {
	w := s.env.Words.Common
	switch s.local.list.kind {
	case keys.Palette:
		return w.PaletteHint + " · " + w.CloseHint
	case keys.Regions:
		return w.RegionsHint
	case keys.Import:
		return s.env.Words.Intake.ChooserHint
	case keys.Readings:
		if l := s.local.list; l.cell != nil {
			return s.env.Words.Intake.HowToChoose + " · " + w.CloseHint
		}
	case keys.Glossary:
		return w.SearchHint + " · " + w.CloseHint
	}
	return w.SearchHint + " · " + w.AcceptHint + " · " + w.CloseHint
}

// langOf reads a language's name as typed.
func langOf(text string) (lang.Lang, bool) {
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "id", "indonesia", "indonesian":
		return lang.Indonesian, true
	case "en", "english", "inggris":
		return lang.English, true
	}
	return lang.Indonesian, false
}
