package program

import (
	"strings"

	"rakor/ui/block"
	"rakor/ui/theme"
)

// renderFilter draws the filter and, where it cannot be read, a pointer at the
// fault with what is wrong. It gives the number of lines taken.
func renderFilter(env block.Env, a block.Area, v View) int {
	if v.Filter == "" {
		return 0
	}
	w := &env.Words.Program
	x := a.Text(0, 0, theme.Muted, w.FilterLabel+": ")
	if v.Fault == nil {
		found := w.RowsShown(len(v.Rows), v.All)
		room := a.W - x - block.Width(found) - 3
		x = a.Clip(x, 0, room, theme.Accent, v.Filter)
		a.Text(x, 0, theme.Muted, " · "+found)
		return 1
	}
	before, at, after := cutAt(v)
	from := ""
	if room := a.W - x - block.Width(at) - 2; block.Width(before) > room { // keep the fault in sight
		from = "…"
		for before != "" && block.Width(before) > room-1 {
			_, before = firstRune(before)
		}
	}
	x = a.Text(x, 0, theme.Muted, from)
	x = a.Text(x, 0, theme.Accent, before)
	mark := x
	x = a.Text(x, 0, theme.Bad, at)
	a.Clip(x, 0, a.W-x, theme.Muted, after)

	pointer := strings.Repeat("^", max(min(block.Width(at), a.W-mark), 1))
	x = a.Text(min(mark, a.W-1), 1, theme.Bad, pointer) + 1
	text := FilterError(env, v)
	if block.Width(text) <= a.W-x {
		a.Text(x, 1, theme.Warn, text)
		return 2
	}
	lines := block.Wrap(text, a.W)
	if a.H < 12 { // the rows need the room
		lines = []string{text}
	}
	for i, line := range lines {
		a.Clip(0, 2+i, a.W, theme.Warn, line)
	}
	return 2 + len(lines)
}

// cutAt splits the filter at its fault.
func cutAt(v View) (before, at, after string) {
	from := min(max(v.Fault.Pos, 0), len(v.Filter))
	to := min(max(from+v.Fault.Len, from), len(v.Filter))
	return v.Filter[:from], v.Filter[from:to], v.Filter[to:]
}

func firstRune(s string) (head, rest string) {
	for i := range s {
		if i > 0 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// FilterError says what is wrong with the filter, and what of it is used; ""
// where nothing is.
func FilterError(env block.Env, v View) string {
	if v.Fault == nil {
		return ""
	}
	w := &env.Words.Program
	used := w.FilterUnused
	if v.Partly {
		used = w.FilterPart
	}
	return env.Words.Lang.FilterFault(v.Fault) + " (" + used + ")"
}
