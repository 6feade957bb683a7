package ui

import (
	"strings"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/theme"
)

// mostOffers is how many proposals stand below a field at once.
const mostOffers = 6

// formLine is one line of the form.
type formLine struct {
	at    int // field; -1 for none
	offer int // proposal; -1 for none
	draw  func(a block.Area)
}

// drawEntry draws the form, and the question above it.
func (s *Session) drawEntry(a block.Area) {
	if s.local.entry.form != nil {
		s.drawForm(a)
	}
	if s.local.ask != nil {
		s.drawAsk(a)
	}
}

func (s *Session) drawForm(a block.Area) {
	f := s.local.entry.form
	w := s.env.Words.Entry
	width := min(104, max(a.W-2, 20))
	box := a.Sub((a.W-width)/2, 1, width, max(a.H-3, 3))
	box.Clear()
	box.Hit(0, 0, box.W, box.H, nil)
	in := box.Box(theme.Accent, theme.Heading, s.formTitle(f))
	in = in.Sub(1, 0, in.W-2, in.H)
	note, st := w.Need, theme.Muted
	switch {
	case f.saving:
		note, st = w.Saving, theme.Accent
	case f.problem != "":
		note, st = "! "+f.problem, theme.Warn
	case f.many():
		note = w.ManyNote
	}
	y := 0
	for _, line := range block.Wrap(note, in.W) {
		if y < max(in.H/3, 1) {
			in.Text(0, y, st, line)
			y++
		}
	}
	body := in.Sub(0, y, in.W, in.H-y)
	lines, from, to := s.formLines(f, in.W)
	top := 0
	if len(lines) > body.H { // the active field with what stands below it is in sight
		top = max(0, min(from-max((body.H-(to-from))/2, 0), len(lines)-body.H))
		if from < top {
			top = from
		}
	}
	for y := range min(body.H, len(lines)-top) {
		l := lines[top+y]
		if l.draw != nil {
			l.draw(body.Row(y))
		}
		if l.at >= 0 && !f.saving {
			body.Hit(0, y, body.W, 1, formHit{l.at, l.offer})
		}
	}
	if rest := len(lines) - top - body.H; rest > 0 {
		box.Right(0, box.H-1, box.W-2, theme.Muted, " ▼ ")
	}
	if top > 0 {
		box.Right(0, 0, box.W-2, theme.Muted, " ▲ ")
	}
}

// formLines lays the form out; from and to are the lines of the active field.
func (s *Session) formLines(f *form, width int) (lines []formLine, from, to int) {
	label := 0
	for i := range f.fields {
		label = max(label, block.Width(s.entryLabel(&f.fields[i]))+3)
	}
	label = min(label, width*2/5)
	put := func(at, offer int, draw func(block.Area)) { lines = append(lines, formLine{at, offer, draw}) }
	for i := range f.fields {
		x := &f.fields[i]
		if k := section(x); k >= 0 {
			if i > 0 {
				put(-1, -1, nil)
			}
			put(-1, -1, func(a block.Area) { a.Clip(0, 0, a.W, theme.Heading, s.env.Words.Entry.Sections[k]) })
		}
		if i == f.at {
			from = len(lines)
		}
		put(i, -1, func(a block.Area) { s.drawFormField(a, f, i, label) })
		if x.err != "" {
			for _, line := range block.Wrap("! "+x.err, max(width-label-2, 8)) {
				put(i, -1, func(a block.Area) { a.Text(label+2, 0, theme.Warn, line) })
			}
		}
		if i == f.at {
			s.formOffers(f, label, put)
			to = len(lines)
		}
	}
	put(-1, -1, nil)
	if f.at == len(f.fields) {
		from = len(lines)
	}
	put(len(f.fields), -1, func(a block.Area) {
		text, st := "[ "+s.env.Words.Entry.Save+" ]", theme.Plain
		if f.at == len(f.fields) {
			st = theme.Accent
			a.Text(label, 0, theme.Accent, "▸")
		}
		a.Clip(label+2, 0, a.W-label-2, st, text)
	})
	if f.at == len(f.fields) {
		to = len(lines)
	}
	return lines, from, to
}

// formOffers lays out the proposals below the active field, or how it is typed.
func (s *Session) formOffers(f *form, label int, put func(int, int, func(block.Area))) {
	all := s.offers(f, f.at)
	x := &f.fields[f.at]
	if hint := s.formHint(f, x, len(all) > 0); hint != "" {
		put(f.at, -1, func(a block.Area) { a.Clip(label+2, 0, a.W-label-2, theme.Muted, hint) })
	}
	top := scrollTo(f.choice, len(all), mostOffers)
	names := 0
	for _, o := range all[top:min(len(all), top+mostOffers)] {
		names = max(names, block.Width(o.label))
	}
	for i := top; i < min(len(all), top+mostOffers); i++ {
		o := all[i]
		put(f.at, i, func(a block.Area) {
			a = a.Sub(label+2, 0, a.W-label-2, 1)
			mark, st := "  ", theme.Muted
			if i == f.choice {
				mark, st = "▸ ", theme.Plain
			}
			col := a.Text(0, 0, theme.Accent, mark)
			room := a.W - col
			if o.detail == "" {
				a.Clip(col, 0, room, st, o.label)
			} else {
				n := min(names, room*2/3)
				a.Clip(col, 0, n, st, o.label)
				a.Clip(col+n+2, 0, room-n-2, theme.Muted, o.detail)
			}
			if i == f.choice {
				a.Select(0)
			}
		})
	}
	if rest := len(all) - top - mostOffers; rest > 0 {
		put(f.at, -1, func(a block.Area) {
			a.Clip(label+4, 0, a.W-label-4, theme.Muted, "▼ "+s.env.Words.Common.More(rest))
		})
	}
}

// formHint says how a field is typed, or what is known of what was.
func (s *Session) formHint(f *form, x *field, offered bool) string {
	w := s.env.Words.Entry
	text := strings.TrimSpace(x.input.Value())
	switch {
	case x.of == model.FieldCode && text != "":
		if it, ok := s.entering.Nomenclature.Find(text); ok {
			return w.CodeKnown(it.Name)
		}
		if _, err := model.ParseProgrammeCode(text); err == nil && s.entering.Nomenclature != nil {
			near, _ := s.entering.Nomenclature.Nearest(text)
			return w.CodeUnknown(strings.TrimSpace(near.Code + " " + near.Name))
		}
	case x.of == model.FieldCode:
		return "1.06.05 · 1.06.05.2.02 · 1.06.05.2.02.0006"
	case x.of == model.FieldSourceDate:
		return w.DateHint
	case x.kind == kindMoney, x.kind == kindCount:
		if text == "" {
			return w.NumberHint
		}
	case x.kind == kindPlaces:
		return w.PlaceHint
	case offered && f.choice < 0 && text == "":
		return w.ListHint
	}
	return ""
}

// drawFormField draws one field: its label, what stands in it, and behind an
// amount how it was read.
func (s *Session) drawFormField(a block.Area, f *form, i, label int) {
	x, w := &f.fields[i], s.env.Words.Entry
	active := i == f.at
	st := theme.Muted
	if active {
		st = theme.Accent
	}
	end := a.Clip(0, 0, label-2, st, s.entryLabel(x))
	if mustFill(x) && !f.many() {
		a.Text(end+1, 0, theme.Accent, "*")
	}
	value := a.Sub(label, 0, a.W-label, 1)
	text := block.Clean(x.input.Value())
	if x.kind == kindMoney || x.kind == kindCount {
		if n, err := s.env.Words.Lang.ParseRupiah(text); err == nil {
			if read := s.readAs(x, text, n); read != "" {
				value.Right(0, 0, value.W, theme.Muted, "= "+read)
				value = value.Sub(0, 0, max(value.W-block.Width(read)-4, 4), 1)
			}
		}
	}
	empty := w.Unknown
	switch {
	case f.many():
		empty = w.Unchanged
	case mustFill(x):
		empty = w.Required
	}
	switch {
	case active && !f.saving:
		s.drawInput(value, x.input, empty)
	case text == "":
		value.Clip(2, 0, value.W-2, theme.Muted, empty)
	default:
		value.Clip(2, 0, value.W-2, theme.Plain, text)
	}
}

// readAs says how a number was read, "" where it stands there just so.
func (s *Session) readAs(x *field, text string, n int64) string {
	l := s.env.Words.Lang
	whole, short := l.Int(n), ""
	if x.kind == kindMoney {
		whole = l.Rupiah(n)
		if short = l.Money(n); short == whole {
			short = ""
		}
	}
	switch {
	case text == l.Int(n):
		return short
	case short != "":
		return whole + " (" + short + ")"
	}
	return whole
}
