package program

import (
	"rakor/ui/block"
	"rakor/ui/theme"
)

// twoPanels is the width from which the table stands over two panels.
const twoPanels = 110

// Render draws the tab. Every area is drawn in, whatever its size.
func Render(env block.Env, a block.Area, v View) {
	switch {
	case !v.Listed:
		renderNoList(env, a, v)
	case v.Judge != nil:
		renderLook(env, a, v)
	case env.Large:
		renderLarge(env, a.Sub(2, 0, a.W-4, a.H), v)
	case a.W >= twoPanels && a.H >= 16:
		renderWide(env, a, v)
	default:
		renderNarrow(env, a, v)
	}
}

func renderWide(env block.Env, a block.Area, v View) {
	below := min(max(a.H*2/5, 9), 17)
	w := &env.Words.Program
	top := a.Sub(0, 0, a.W, a.H-below)
	in := top.Box(theme.Border, theme.Heading, w.Title)
	from, to := renderTable(env, in.Sub(1, 0, in.W-2, in.H), v, true)
	if to-from < len(v.Rows) {
		place := " " + w.RowsRange(from+1, to, len(v.Rows)) + " "
		top.Right(0, 0, a.W-3, theme.Muted, place)
	}

	left := a.W * 11 / 20
	in = a.Sub(0, a.H-below, left, below).Box(theme.Border, theme.Heading, v.detailHead(env))
	renderDetail(env, in.Sub(1, 0, in.W-2, in.H), v)
	in = a.Sub(left, a.H-below, a.W-left, below).Box(theme.Border, theme.Heading, w.ByStrategy)
	renderSums(env, in.Sub(1, 0, in.W-2, in.H), v)
}

// renderNarrow draws the table over a short detail; with charts as tables, over
// the sums by strategy.
func renderNarrow(env block.Env, a block.Area, v View) {
	in := a.Sub(1, 0, a.W-2, a.H)
	below := 2
	switch {
	case a.H >= 24:
		below = 8
	case a.H >= 16:
		below = 5
	case a.H < 8:
		below = 0
	}
	if below == 0 {
		renderTable(env, in, v, false)
		return
	}
	y := a.H - below
	renderTable(env, in.Sub(0, 0, in.W, y-1), v, a.H >= 16)
	a.HLine(0, y-1, a.W, theme.Border)
	under := in.Sub(0, y, in.W, below)
	if v.Table {
		renderSums(env, under, v)
		return
	}
	renderShort(env, under, v)
}

// detailHead is the title of the panel of the selected entry.
func (v View) detailHead(env block.Env) string {
	w := &env.Words.Program
	if v.At < 0 {
		return w.DetailTitle
	}
	return w.DetailTitle + " · " + w.Entry(v.At+1, len(v.Rows))
}

// renderNoList says that the home region has no list, and what can be done.
func renderNoList(env block.Env, a block.Area, v View) {
	y := max((a.H-8)/3, 0)
	in := a.Sub(2, 0, min(a.W-4, 76), a.H)
	for i, s := range v.noList(env) {
		st := theme.Plain
		switch i {
		case 0:
			st = theme.Strong
		case 1:
			st = theme.Muted
		}
		for _, line := range block.Wrap(s, in.W) {
			in.Text(0, y, st, line)
			y++
		}
		if a.H >= 11 {
			y++
		}
	}
}

// noList gives the sentences for a home region without a list.
func (v View) noList(env block.Env) []string {
	w := &env.Words.Program
	out := []string{w.NoList(v.Home.Name), w.NoListWhy}
	if len(v.Others) > 0 {
		names, n := "", min(len(v.Others), 3)
		for i, o := range v.Others[:n] {
			if i > 0 {
				names += ", "
			}
			names += w.RegionCount(o.Region.Name, o.Rows)
		}
		if n < len(v.Others) {
			names += ", …"
		}
		out = append(out, w.ListsOf(names), w.ChangeHome(env.Words.Lang.HomeCommand(string(v.Others[0].Region.Code))))
	}
	return append(out, w.OwnData)
}
