package ui

import (
	"slices"

	"rakor/ui/block"
	"rakor/ui/theme"
)

// drawIntake draws the preview in a panel.
func (s *Session) drawIntake(a block.Area) {
	k, w := s.local.intake, s.env.Words
	g := k.group()
	head := k.preview.Head(w)
	in := panel(a, 112, a.H-4).Box(theme.Border, theme.Heading, w.Intake.Title+" · "+block.Clean(fileName(k.preview.Path)))
	in = in.Sub(1, 0, in.W-2, in.H)
	y := 0
	for _, line := range head {
		for _, part := range block.Wrap(line, in.W) {
			if y < in.H/4 {
				in.Clip(0, y, in.W, theme.Muted, part)
				y++
			}
		}
	}
	y++
	shown := min(len(k.on), max((in.H-y-2)/2, 3))
	from := scrollTo(k.cursor, len(k.on), shown)
	for i := range shown {
		s.drawGroup(in.Row(y+i), k, from+i)
		in.Hit(0, y+i, in.W, 1, groupHit(from+i))
	}
	if rest := len(k.on) - from - shown; rest > 0 {
		in.Right(0, y+shown-1, in.W, theme.Muted, " ▼ "+w.Common.More(rest))
	}
	y += shown
	if y+2 > in.H {
		return
	}
	in.HLine(0, y, in.W, theme.Border)
	title := " " + g.Label(w) + " · " + w.Lang.Int(int64(g.N)) + " "
	in.Clip(1, y, in.W-2, theme.Heading, title)
	s.drawRows(in.Sub(0, y+1, in.W, in.H-y-1), k)
}

// drawGroup draws one group: mark, box, name and number.
func (s *Session) drawGroup(a block.Area, k *intake, i int) {
	g, w := k.preview.Groups[i], s.env.Words
	mark, box := " ", "   "
	if i == k.cursor {
		mark = "▸"
	}
	if g.Tick {
		box = "[ ]"
		if k.on[i] {
			box = "[✓]"
		}
	}
	a.Text(0, 0, theme.Accent, mark)
	a.Text(2, 0, theme.Key, box)
	st := theme.Plain
	switch {
	case g.N == 0:
		st = theme.Muted
	case g.Care:
		st = theme.Warn
	}
	x := 6
	a.Right(x, 0, 6, st, w.Lang.Int(int64(g.N)))
	a.Clip(x+8, 0, a.W-x-8, st, g.Label(w))
	if i == k.cursor {
		a.Select(0)
	}
}

// drawRows draws the rows of the group under the cursor, as many as fit.
func (s *Session) drawRows(a block.Area, k *intake) {
	g, w := k.group(), s.env.Words
	k.page = 0
	if g.Rows == 0 {
		a.Clip(0, 0, a.W, theme.Muted, w.Intake.NoRows)
		return
	}
	k.top = min(k.top, g.Rows-1)
	var rows [][]string
	for i := k.top; i < min(g.Rows, k.top+a.H); i++ {
		rows = append(rows, g.Row(w, i))
	}
	titles, right := k.preview.Columns(w), k.preview.Right
	titles, rows, right = lessColumns(titles, rows, right, a.W)
	widths := rowWidths(titles, rows, a.W)
	if last := len(titles) - 1; last > 0 && widths[last] < leastRemark { // it stands below
		titles, widths = titles[:last], widths[:last]
	}
	body := a.Sub(0, 1, a.W, a.H-2)
	if len(rows) > 0 && len(rows[0]) == 1 { // one text a row
		body, titles = a.Sub(0, 0, a.W, a.H-1), nil
		widths = []int{a.W}
	}
	drawCells(a, titles, widths, right, theme.Muted)
	y := 0
	for _, r := range rows {
		h := drawCells(body.Sub(0, y, body.W, body.H-y), r, widths, right, theme.Plain)
		if y+h > body.H && y > 0 {
			body.Fill(0, y, body.W, body.H-y, theme.Plain, "")
			break
		}
		y += h
		k.page++
	}
	foot := ""
	if rest := g.Rows - k.top - k.page; rest > 0 {
		foot = "▼ " + w.Common.More(rest) + " (PgDn)"
	} else if k.top > 0 {
		foot = "▲ PgUp"
	}
	a.Right(0, a.H-1, a.W, theme.Muted, foot)
}

// lessColumns leaves out the columns whose text is the same in every row, from
// the left, until the others fit beside each other; the remark does not count.
func lessColumns(titles []string, rows [][]string, right []bool, w int) (fewer []string, cells [][]string, aligned []bool) {
	fewer, cells, aligned = slices.Clone(titles), rows, slices.Clone(right)
	for i := 1; i < len(fewer)-1; {
		used := 0
		for k, n := range rowWidths(fewer, cells, w)[:len(fewer)-1] {
			used += n
			if k > 0 {
				used += 2
			}
		}
		if used <= w {
			break
		}
		same := !slices.ContainsFunc(cells, func(r []string) bool { return len(r) != len(fewer) || r[i] != cells[0][i] })
		if !same {
			i++
			continue
		}
		fewer = slices.Delete(fewer, i, i+1)
		if i < len(aligned) {
			aligned = slices.Delete(aligned, i, i+1)
		}
		next := make([][]string, len(cells))
		for k, r := range cells {
			next[k] = slices.Delete(slices.Clone(r), i, i+1)
		}
		cells = next
	}
	return fewer, cells, aligned
}

// rowWidths gives the columns what the rows want and the last one the rest.
func rowWidths(titles []string, rows [][]string, w int) []int {
	out := make([]int, len(titles))
	for i, t := range titles {
		out[i] = block.Width(t)
	}
	for _, r := range rows {
		for i, c := range r {
			if i < len(out) {
				out[i] = max(out[i], block.Width(c))
			}
		}
	}
	if len(out) == 0 {
		return out
	}
	last := len(out) - 1
	used := 0
	for i := range last {
		out[i] = min(out[i], max(w/4, 10))
		used += out[i] + 2
	}
	out[last] = max(w-used, 12)
	return out
}

// drawCells draws the cells of a row side by side and gives the lines it takes:
// the last cell goes on below where it is longer.
func drawCells(a block.Area, cells []string, widths []int, right []bool, st theme.Style) int {
	x, h := 0, 1
	for i, c := range cells {
		if i >= len(widths) { // the remark, below the row
			for _, l := range block.Wrap(c, a.W-4) {
				if c != "" {
					a.Clip(4, h, a.W-4, theme.Muted, l)
					h++
				}
			}
			break
		}
		switch {
		case i == len(widths)-1 && i == len(cells)-1:
			lines := block.Wrap(c, min(widths[i], a.W-x))
			h = max(h, len(lines))
			for y, l := range lines {
				a.Clip(x, y, a.W-x, st, l)
			}
		case i < len(right) && right[i]:
			a.Right(x, 0, widths[i], st, block.Clip(c, widths[i], a.ASCII()))
		default:
			a.Clip(x, 0, widths[i], st, c)
		}
		x += widths[i] + 2
	}
	return h
}
