package minutes

import (
	"cmp"
	"fmt"
	"strings"

	"rakor/model/meeting"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Page is a view with what words need besides: the figures of the selected
// decision then and now, and whether the data are others than then.
type Page struct {
	View
	Then  []Then
	Newer bool // the data in use are not those of the decision
}

// NewPage gathers what the screen shows beside the view itself.
func NewPage(words *lang.Catalogue, snap *state.Snapshot, v View) Page {
	p := Page{View: v}
	if l, ok := v.Selected(); ok {
		p.Then = Since(words, snap, v.Home.Code, l.Basis)
		p.Newer = l.Basis.Dataset != "" && l.Basis.Dataset != snap.Data.Checksum()
	}
	return p
}

// Render draws the screen.
func Render(env block.Env, a block.Area, p Page) {
	w := env.Words.Minutes
	if len(p.Lines) == 0 {
		in := a.Sub(2, min(2, max(a.H-3, 0)), a.W-4, a.H)
		y := 0
		sentences := []string{w.NoLines}
		if !p.IsHeld {
			sentences = []string{w.None, w.NoneHint}
		}
		for _, s := range sentences {
			for _, line := range block.Wrap(s, min(in.W, 76)) {
				in.Text(0, y, theme.Plain, line)
				y++
			}
			y++
		}
		p.drawHands(env, in.Sub(0, y+1, in.W, in.H-y-1))
		return
	}
	below := min(max(a.H*2/5, 6), 14)
	if a.H < 14 {
		below = 0
	}
	list := a.Sub(0, 0, a.W, a.H-below)
	if a.W >= 100 && a.H >= 20 {
		in := list.Box(theme.Border, theme.Heading, p.title(env))
		p.drawList(env, in.Sub(1, 0, in.W-2, in.H))
		in = a.Sub(0, a.H-below, a.W, below).Box(theme.Border, theme.Heading, p.detailTitle(env))
		p.drawDetail(env, in.Sub(1, 0, in.W-2, in.H))
		return
	}
	p.drawList(env, list.Sub(1, 0, a.W-2, list.H))
	if below > 0 {
		a.HLine(0, a.H-below, a.W, theme.Border)
		p.drawDetail(env, a.Sub(1, a.H-below+1, a.W-2, below-1))
	}
}

func (p Page) title(env block.Env) string {
	w := env.Words.Minutes
	if !p.IsHeld {
		return w.Title
	}
	parts := []string{w.Title, p.Held.Title, env.Words.Lang.MeetingName(p.Held.ID), p.Held.Place}
	return strings.Join(strings.FieldsFunc(strings.Join(parts, "\x00"), func(r rune) bool { return r == 0 }), " · ")
}

func (p Page) detailTitle(env block.Env) string {
	l, ok := p.Selected()
	if !ok {
		return env.Words.Minutes.Detail
	}
	return env.Words.Minutes.Detail + " · " + env.Words.Minutes.MeetingOf(l.Meeting) + ", " + fmt.Sprint(l.Number)
}

// row is what one row of the list shows: a heading, or a line.
type row struct {
	heading string
	at      int
}

func (p Page) rowsOf(env block.Env) (rows []row, at int) {
	for i, l := range p.Lines {
		if l.First {
			if len(rows) > 0 {
				rows = append(rows, row{at: -1})
			}
			rows = append(rows, row{heading: p.heading(env, l), at: -1})
		}
		if i == p.At {
			at = len(rows)
		}
		rows = append(rows, row{at: i})
	}
	return rows, at
}

func (p Page) heading(env block.Env, l Line) string {
	w := env.Words.Minutes
	switch l.Group {
	case GroupThis:
		return w.This
	case GroupOlder:
		return w.OlderHead(p.Older)
	case GroupLate:
		return w.LateHead
	case "":
		return w.NoOwner
	}
	return l.Group
}

// Widths of the columns beside the text.
const (
	widthNumber = 6 // "18-2/3"
	widthDue    = 12
	widthStatus = 16
)

func (p Page) drawList(env block.Env, a block.Area) {
	w := env.Words.Minutes
	rows, at := p.rowsOf(env)
	owner := 0
	if a.W >= 70 {
		owner = min(18, a.W/5)
	}
	textX := 2 + widthNumber + 1
	room := a.W - textX - widthDue - widthStatus - 2
	if owner > 0 {
		room -= owner + 1
	}
	x := textX + room + 1
	a.Clip(textX, 0, room, theme.Muted, w.Text)
	if owner > 0 {
		a.Clip(x, 0, owner, theme.Muted, w.ColWho)
		x += owner + 1
	}
	a.Clip(x, 0, widthDue, theme.Muted, w.ColDue)
	a.Clip(x+widthDue+1, 0, widthStatus, theme.Muted, w.ColStatus)
	body := a.Sub(0, 1, a.W, a.H-1)
	hands := 0
	if n := len(p.Hands); n > 0 && body.H > n+8 {
		hands = n + 2
		p.drawHands(env, body.Sub(0, body.H-n-1, body.W, n+1))
	}
	body = body.Sub(0, 0, body.W, body.H-hands)
	top := scroll(at, len(rows), body.H)
	for y := range min(body.H, len(rows)-top) {
		r := rows[top+y]
		line := body.Row(y)
		if r.at < 0 {
			line.Clip(0, 0, line.W, theme.Heading, r.heading)
			continue
		}
		l := p.Lines[r.at]
		mark := "  "
		if r.at == p.At {
			mark = "▸ "
		}
		line.Text(0, 0, theme.Accent, mark)
		line.Clip(2, 0, widthNumber, theme.Muted, number(l))
		line.Clip(textX, 0, room, theme.Plain, strings.ReplaceAll(l.Text, "\n", " "))
		x := textX + room + 1
		if owner > 0 {
			line.Clip(x, 0, owner, theme.Plain, l.Owner)
			x += owner + 1
		}
		line.Clip(x, 0, widthDue, theme.Plain, env.Words.Lang.Day(l.Deadline))
		st, style := p.due(env, l)
		line.Clip(x+widthDue+1, 0, widthStatus, style, st)
		if r.at == p.At {
			line.Select(0)
		}
		body.Hit(0, y, body.W, 1, state.SelectDecision{ID: l.ID()})
	}
}

// number gives a decision's number, with the day of its meeting where that is
// an earlier one: "18-2/3".
func number(l Line) string {
	if !l.Older || len(l.Meeting) < 10 {
		return fmt.Sprint(l.Number)
	}
	day, month := strings.TrimPrefix(string(l.Meeting[8:10]), "0"), strings.TrimPrefix(string(l.Meeting[5:7]), "0")
	return fmt.Sprintf("%s-%s/%d", day, month, l.Number)
}

// due gives the status, or how late the decision is.
func (p Page) due(env block.Env, l Line) (string, theme.Style) {
	w := env.Words.Minutes
	switch {
	case !l.Status.IsOpen():
		return env.Words.Lang.MeetingStatus(l.Status), theme.Muted
	case l.Late > 0:
		return "! " + w.LateBy(l.Late), theme.Warn
	}
	return env.Words.Lang.MeetingStatus(l.Status), theme.Plain
}

func (p Page) drawHands(env block.Env, a block.Area) {
	if len(p.Hands) == 0 || a.H < 2 {
		return
	}
	w := env.Words.Minutes
	a.Text(0, 0, theme.Heading, w.HandsTitle)
	for i, h := range p.Hands[:min(len(p.Hands), a.H-1)] {
		s := w.HandsLine(h)
		if h.Few() {
			s += " · ! " + w.Few
		}
		a.Clip(2, i+1, a.W-2, theme.Plain, s)
	}
}

// drawDetail writes the selected decision in labelled lines.
func (p Page) drawDetail(env block.Env, a block.Area) {
	width := 0
	rows := p.rows(env)
	for _, r := range rows {
		width = max(width, block.Width(r.Label))
	}
	y := 0
	for _, r := range rows {
		lines := block.Wrap(r.Text, a.W-width-2)
		for i, line := range lines {
			if y >= a.H {
				return
			}
			if i == 0 {
				a.Text(0, y, theme.Muted, r.Label)
			}
			if y == a.H-1 && (i+1 < len(lines)) {
				line = block.Clip(line+" …", a.W-width-2, a.ASCII())
			}
			a.Text(width+2, y, r.Style, line)
			y++
		}
	}
}

// rows gives the selected decision as labelled facts.
func (p Page) rows(env block.Env) []block.SheetRow {
	d, ok := p.Selected()
	if !ok {
		return nil
	}
	w, l := env.Words.Minutes, env.Words.Lang
	var out []block.SheetRow
	add := func(label, text string, st theme.Style) {
		if text != "" {
			out = append(out, block.SheetRow{Label: label, Text: text, Style: st})
		}
	}
	add(w.Text, d.Text, theme.Strong)
	add(w.Owner, cmp.Or(d.Owner, w.NoOwner), theme.Plain)
	due, style := w.NoDue, theme.Muted
	if d.Deadline != "" {
		due, style = l.DayLong(d.Deadline), theme.Plain
		switch {
		case !d.Status.IsOpen() || !p.IsHeld:
		case d.Late > 0:
			due, style = due+" · ! "+w.LateBy(d.Late), theme.Warn
		default:
			due += " · " + w.Left(-d.Late)
		}
	}
	add(w.Due, due, style)
	add(w.Status, l.MeetingStatus(d.Status), theme.Plain)
	p.basis(env, add)
	add(w.Note, d.Note, theme.Plain)
	for i := len(d.Progress) - 1; i >= 0; i-- {
		label := ""
		if i == len(d.Progress)-1 {
			label = w.Progress
		}
		add(label, progress(l, d.Progress[i]), theme.Muted)
	}
	by := string(d.At)
	if len(by) >= 16 {
		by = by[:10] + " " + by[11:16] + " UTC"
	}
	if d.By != "" {
		by += " · " + d.By
	}
	add(w.By, by, theme.Muted)
	return out
}

// basis adds the figures that the decision was taken on, then and now.
func (p Page) basis(env block.Env, add func(label, text string, st theme.Style)) {
	w := env.Words.Minutes
	periods := false
	for _, t := range p.Then {
		periods = periods || t.Now.OK && t.Now.V.Period != t.Was.Period
	}
	changed := false
	for i, t := range p.Then {
		label := ""
		if i == 0 {
			label = w.Basis
		}
		text, st := t.Was.Label+": "+t.Was.Text, theme.Plain
		if t.Was.Source != "" {
			text += " (" + t.Was.Source + ")"
		}
		switch {
		case !t.Now.OK:
			text, st, changed = text+" · ! "+w.Gone, theme.Warn, true
		case t.Changed():
			text, st, changed = t.Was.Label+": ! "+w.Then(t.Was.Text, t.Now.V.Text), theme.Warn, true
		}
		add(label, text, st)
	}
	if changed {
		add("", w.Why(periods, p.Newer), theme.Muted)
	}
}

func progress(l lang.Lang, s meeting.Progress) string {
	text := l.MeetingStatus(s.Status)
	if s.Deadline != "" {
		text += ", " + l.Day(s.Deadline)
	}
	if s.Reason != "" {
		text += ": " + s.Reason
	}
	at := string(s.At)
	return at[:min(10, len(at))] + " " + text
}

// scroll gives the first of n rows to show in h so that row at is in sight.
func scroll(at, n, h int) int {
	if n <= h || h <= 0 {
		return 0
	}
	return max(0, min(at-h/2, n-h))
}

// Card is the selected decision as a sheet, opened by Enter's sister D.
func Card(env block.Env, p Page) block.Sheet {
	return block.Sheet{Title: p.detailTitle(env), Rows: p.rows(env)}
}

// Warnings lists what is late.
func Warnings(env block.Env, p Page) block.Sheet {
	sh := block.Sheet{Title: env.Words.Minutes.Title}
	for _, l := range p.Lines {
		if l.Late > 0 {
			sh.Rows = append(sh.Rows, block.SheetRow{Label: "! " + env.Words.Minutes.LateBy(l.Late), Text: l.Text + " · " + l.Owner, Style: theme.Plain})
		}
	}
	return sh
}

// Context is the right end of the line of tabs.
func Context(env block.Env, p Page, width int) string {
	s := env.Words.Minutes.Context(p.Decided, p.Older, p.Late)
	return block.Clip(s, width, env.ASCII)
}

// Status says how the list is ordered.
func Status(env block.Env, p Page) string {
	w := env.Words.Minutes
	for i, o := range state.MinutesOrders() {
		if o == p.Order {
			return w.Orders[i] + " · " + w.StatusLine
		}
	}
	return w.StatusLine
}

// Linear gives the screen as lines, a decision each.
func Linear(env block.Env, p Page) []string {
	w, l := env.Words.Minutes, env.Words.Lang
	out := []string{p.title(env) + ". " + w.Context(p.Decided, p.Older, p.Late) + "."}
	if len(p.Lines) == 0 {
		if !p.IsHeld {
			return append(out, w.None, w.NoneHint)
		}
		return append(out, w.NoLines)
	}
	for _, x := range p.Lines {
		if x.First {
			out = append(out, p.heading(env, x)+":")
		}
		due := w.NoDue
		if x.Deadline != "" {
			due = w.ColDue + " " + l.DayLong(x.Deadline)
		}
		st, _ := p.due(env, x)
		out = append(out, number(x)+": "+x.Text+". "+w.ColWho+": "+x.Owner+". "+due+". "+strings.TrimPrefix(st, "! ")+".")
	}
	for _, h := range p.Hands {
		out = append(out, w.HandsTitle+": "+w.HandsLine(h)+".")
	}
	return out
}
