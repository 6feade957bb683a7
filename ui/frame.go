package ui

import (
	"strings"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/block"
	"rakor/ui/estimate"
	"rakor/ui/keys"
	"rakor/ui/minutes"
	"rakor/ui/program"
	"rakor/ui/regional"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Frame is one drawn screen.
type Frame struct {
	Text string      // Env.Height lines of at most Env.Width columns
	Hits []block.Hit // what the mouse can press
}

// Rows around a tab: title, tabs and a rule above; status and keys below.
const (
	rowsAbove = 3
	rowsBelow = 2
)

// Frame draws the session. Nothing is drawn twice: until something changes the
// same frame is given back.
func (s *Session) Frame() Frame {
	if s.frame != nil {
		return *s.frame
	}
	c := block.New(s.env)
	a := c.All()
	if s.small() {
		s.drawSmall(a)
		s.drawOver(a)
	} else {
		s.drawScreen(c)
	}
	s.frame = &Frame{Text: c.Frame(s.env.Theme), Hits: c.Hits()}
	return *s.frame
}

func (s *Session) drawScreen(c *block.Canvas) {
	a := c.All()
	s.drawTitle(a.Row(0))
	s.drawTabs(a.Row(1))
	a.HLine(0, 2, a.W, theme.Border)
	below := rowsBelow
	if s.local.reading != nil {
		below++
		s.drawReading(a.Row(a.H - below))
	} else if line, st := s.notice(); line != "" {
		below++
		a.Clip(1, a.H-below, a.W-2, st, line)
	}
	if s.st.Meeting.ID != "" {
		below++
		s.drawStrip(a.Row(a.H - below))
	}
	c.Light(s.st.Pointer)
	body := a.Sub(0, rowsAbove, a.W, a.H-rowsAbove-below)
	switch {
	case s.st.Meeting.Shown:
		minutes.Render(s.env, body, s.page())
	case s.st.Tab == state.TabEstimate:
		estimate.Render(s.env, body, s.estimate())
	case s.st.Tab == state.TabProgram:
		program.Render(s.env, body, s.program())
	default:
		regional.Render(s.env, body, s.regional())
	}
	c.Light(false)
	s.drawStatus(a.Row(a.H - 2))
	s.drawOver(a)
	s.drawKeys(a.Row(a.H - 1))
}

// notice gives the line between tab and status: an answer, why the user's data
// are not in use, or the first line; "" for none.
func (s *Session) notice() (string, theme.Style) {
	w := s.env.Words.Common
	switch {
	case s.local.answer != "":
		return "! " + s.local.answer, theme.Warn
	case s.local.done != "":
		return s.local.done, theme.Accent
	case s.local.banner != "":
		return "! " + w.DataProblem(s.local.dir, s.local.banner), theme.Warn
	case s.local.welcome:
		return w.Welcome, theme.Accent
	}
	return "", theme.Plain
}

func (s *Session) drawTitle(a block.Area) {
	w := s.env.Words.Common
	x := a.Text(1, 0, theme.Title, "rakor")
	right := w.Data + " " + ShortSum(s.snap.Data.Checksum())
	if s.snap.ReadOnly {
		right += " · " + w.ReadOnly
	}
	if m := s.standing; m.Mark != "" {
		a.Right(0, 0, a.W-1, m.Style, m.Mark)
		a.W -= block.Width(m.Mark) + 3
	}
	room := a.W - x - block.Width(right) - 6
	x = a.Clip(x+3, 0, room, theme.Strong, s.homeName())
	if sub := s.homeSub(); x+block.Width(sub)+4 < a.W-block.Width(right) {
		a.Text(x+1, 0, theme.Muted, sub)
	}
	a.Right(0, 0, a.W-1, theme.Muted, right)
}

// ShortSum gives the first six digits of a checksum, as the title line shows
// it: "sha256:7f3a91…" gives "#7f3a91".
func ShortSum(sum string) string {
	_, hex, _ := strings.Cut(sum, ":")
	return "#" + hex[:min(6, len(hex))]
}

func (s *Session) homeName() string {
	r, _ := s.snap.Data.Region(s.st.Home)
	return r.Name
}

func (s *Session) homeSub() string {
	r, _ := s.snap.Data.Region(s.st.Home)
	out := ""
	if r.Kemendagri != "" {
		out = "(" + string(r.Kemendagri) + ")"
	}
	if p, ok := s.province(); ok {
		out += " · " + p.Name
	}
	return out
}

// province gives the province that the home region lies in now: in Papua that
// is not the one it had when most figures were published.
func (s *Session) province() (model.Region, bool) {
	ser, err := s.snap.Data.Series(model.P0)
	if err != nil || len(ser.Periods()) == 0 {
		return s.snap.Data.Province(s.st.Home)
	}
	return compare.ProvinceAt(s.snap.Data, ser, s.st.Home, ser.Periods()[len(ser.Periods())-1])
}

func (s *Session) drawTabs(a block.Area) {
	names := s.env.Words.Common.Tabs
	if a.W < 100 {
		names = s.env.Words.Common.TabsShort
	}
	x := 1
	for i, name := range names {
		st, label := theme.Muted, " "+string(rune('1'+i))+" "+name+" "
		if state.Tab(i) == s.st.Tab && !s.st.Meeting.Shown {
			st, label = theme.Tab, "["+strings.TrimSpace(label)+"]"
		}
		end := a.Text(x, 0, st, label)
		a.Hit(x, 0, end-x, 1, keys.TabRegional+keys.Command(i))
		x = end + 1
	}
	room := a.W - x - 2
	a.Right(x+1, 0, room, theme.Plain, block.Clip(s.context(room), room, a.ASCII()))
}

func (s *Session) context(width int) string {
	if s.st.Meeting.Shown {
		return minutes.Context(s.env, s.page(), width)
	}
	switch s.st.Tab {
	case state.TabEstimate:
		return estimate.Context(s.env, s.estimate(), width)
	case state.TabProgram:
		return program.Context(s.env, s.program(), width)
	}
	return regional.Context(s.env, s.regional(), width)
}

func (s *Session) drawStatus(a block.Area) {
	status := s.status()
	room := a.W - 2
	if n := s.view().WarningCount(); n > 0 {
		label := "! " + s.env.Words.Common.Warnings(n)
		k := block.Width(label)
		a.Right(1, 0, room, theme.Warn, label)
		a.Hit(1+room-k, 0, k, 1, keys.Warnings)
		room -= k + 2
	}
	a.Clip(1, 0, room, theme.Muted, status)
}

// status gives the sources of what the tab shows.
func (s *Session) status() string {
	if s.st.Meeting.Shown {
		return minutes.Status(s.env, s.page())
	}
	switch s.st.Tab {
	case state.TabEstimate:
		return estimate.Status(s.env, s.estimate())
	case state.TabProgram:
		return program.Status(s.env, s.program())
	}
	return regional.Status(s.env, s.regional())
}

// drawKeys writes the keys that are most useful now, as many as fit; help and
// leaving stand last and are always there.
func (s *Session) drawKeys(a block.Area) {
	if hint := s.overHint(); hint != "" {
		a.Clip(1, 0, a.W-2, theme.Muted, hint)
		return
	}
	var hints, last []keys.Binding
	for _, b := range s.bindings() {
		switch {
		case len(b.Keys) == 0:
		case b.Command == keys.Help || b.Command == keys.Quit || b.Command == keys.Large && s.env.Large: // the way back
			last = append(last, b)
		case !b.Hint:
		default:
			hints = append(hints, b)
		}
	}
	room := a.W - 2
	for _, b := range last {
		room -= s.hintWidth(b) + 3
	}
	x := 1
	for i := 0; i < len(hints); i++ {
		b := hints[i]
		if i+1 < len(hints) && s.hintWord(b) == s.hintWord(hints[i+1]) { // "[ ] period"
			b.Keys = []string{b.Keys[0] + " " + hints[i+1].Keys[0]}
			i++
		}
		if x+s.hintWidth(b) > room {
			break
		}
		x = s.drawHint(a, x, b) + 3
	}
	for _, b := range last {
		x = s.drawHint(a, x, b) + 3
	}
}

func (s *Session) hintWord(b keys.Binding) string { return s.env.Words.Lang.Command(b.Command).Hint }

func (s *Session) hintWidth(b keys.Binding) int {
	return block.Width(s.keyName(b.Keys[0])) + 1 + block.Width(s.hintWord(b))
}

func (s *Session) drawHint(a block.Area, x int, b keys.Binding) int {
	end := a.Text(x, 0, theme.Key, s.keyName(b.Keys[0]))
	end = a.Text(end+1, 0, theme.Muted, s.hintWord(b))
	a.Hit(x, 0, end-x, 1, b.Command)
	return end
}

func (s *Session) keyName(k string) string { return s.env.Words.Lang.Key(k) }

// drawSmall draws the tab as lines in a window that is too small for it.
func (s *Session) drawSmall(a block.Area) {
	w := s.env.Words.Common
	lines := block.Wrap(w.TooSmall(s.env.Width, s.env.Height, MinWidth, MinHeight), a.W)
	lines = append(lines, "")
	for _, l := range s.Lines() {
		lines = append(lines, block.Wrap(l, a.W)...)
	}
	s.local.scroll = max(0, min(s.local.scroll, len(lines)-a.H))
	for y := range a.H {
		if i := y + s.local.scroll; i < len(lines) {
			a.Text(0, y, theme.Plain, lines[i])
		}
	}
}

// smallScroll moves the summary of a window that is too small; false where the
// command is no movement.
func (s *Session) smallScroll(c keys.Command) bool {
	switch c {
	case keys.Up:
		s.local.scroll--
	case keys.Down:
		s.local.scroll++
	case keys.PageUp:
		s.local.scroll -= s.env.Height
	case keys.PageDown:
		s.local.scroll += s.env.Height
	case keys.First:
		s.local.scroll = 0
	case keys.Last:
		s.local.scroll = 1 << 20
	default:
		return false
	}
	return true
}

// Lines gives what is on the screen as lines without frames or bars: the sheet
// on top, or the tab.
func (s *Session) Lines() []string {
	if s.local.sheet != nil {
		return s.local.sheet.sheet.Lines()
	}
	if s.st.Meeting.Shown {
		return minutes.Linear(s.env, s.page())
	}
	return s.TabLines(s.st.Tab)
}

// TabLines gives one tab as lines for a screen reader: its title, then one
// fact a line.
func (s *Session) TabLines(t state.Tab) []string {
	var lines []string
	switch t {
	case state.TabEstimate:
		lines = estimate.Linear(s.env, s.estimate())
	case state.TabProgram:
		lines = program.Linear(s.env, s.program())
	default:
		lines = regional.Linear(s.env, s.regional())
	}
	w := s.env.Words.Common
	title := string(rune('1'+t)) + ". " + w.Tabs[t] + ": " + s.homeName() + ". " + w.Data + " " + ShortSum(s.snap.Data.Checksum()) + "."
	out := make([]string, 0, 1+len(lines))
	for _, l := range append([]string{title}, lines...) {
		out = append(out, block.Clean(l))
	}
	return out
}
