package program

import (
	"math"
	"slices"
	"strconv"

	"rakor/model"
	"rakor/model/target"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// groupName gives the name of a group.
func (x writer) groupName(by state.ProgramBy, key string) string {
	if key == "" {
		return x.w.Looks.Unknown[string(by)]
	}
	if by == state.GroupStrategy {
		n, err := strconv.Atoi(key)
		if err != nil {
			return key
		}
		for _, s := range x.sums {
			if int(s.Item.Code) == n && x.l.Of(s.Item.Short) != "" {
				return key + " " + x.l.Of(s.Item.Short)
			}
		}
	}
	return key
}

// absorbed gives the share that is drawn of a group, and whether it is that of
// the whole year since semester I is not known; NaN where neither is.
func absorbed(x target.Absorption) (share float64, ofYear bool) {
	switch {
	case x.Semester1.OK:
		return x.Semester1.V, false
	case x.Year.OK:
		return x.Year.V, true
	}
	return math.NaN(), false
}

// moneyGrid is the columns of the groups.
type moneyGrid struct {
	writer
	view                         View
	name, rows, money, half, all int
	ready, below                 int // 0 where they have no room
	decimals                     int
	track                        chart.Track
}

func (v View) moneyGrid(env block.Env, w int) moneyGrid {
	g := moneyGrid{writer: v.writer(env), view: v, half: 7, all: 7}
	words := g.w.Looks
	longest, values := block.Width(words.ColGroup), []float64{}
	smallest := model.Rupiah(0)
	for _, x := range v.Groups {
		longest = max(longest, block.Width(g.groupName(v.By, x.Key)))
		share, _ := absorbed(x.Absorption)
		values = append(values, share)
		if s := x.Budget.Sum; s > 0 && (smallest == 0 || s < smallest) {
			smallest = s
		}
	}
	g.decimals = budgetDecimals(smallest)
	g.money = block.Width(words.ColBudget)
	for _, x := range v.Groups {
		g.money = max(g.money, block.Width(millions(g.l, x.Budget.Sum, g.decimals)))
	}
	g.rows = max(block.Width(words.ColRows), 5)
	g.below = max(block.Width(words.ColBelow), 4)
	if w >= 90 && v.View == state.DepartmentView {
		g.ready = 9
	}
	g.name = min(longest, max(w/4, 14))
	if w < 70 {
		g.rows, g.all, g.below = 0, 0, 0
	}
	used := 2 + g.name
	for _, c := range []int{g.rows, g.money, g.half, g.all, g.below, g.ready} {
		if c > 0 {
			used += c + 1
		}
	}
	refs := []chart.Ref{{Name: words.Half, Value: v.line().Percent, Style: theme.RefLine}}
	g.track = chart.NewTrack(used+2, max(w-used-3, 0), refs, append(values, 100)...)
	return g
}

// line is what the absorption is held against.
func (v View) line() target.Line {
	if v.Judge == nil {
		return target.HalfBySemester1()
	}
	return v.Judge.Line
}

// put writes cells from the right of the name on.
func (g moneyGrid) put(a block.Area, y int, st theme.Style, texts [6]string) {
	x := 2 + g.name
	for i, w := range []int{g.rows, g.money, g.half, g.all, g.below, g.ready} {
		if w == 0 {
			continue
		}
		s := st
		if texts[i] == "-" {
			s = theme.Muted
		}
		a.Right(x+1, y, w, s, texts[i])
		x += w + 1
	}
}

// renderGroups draws the groups, a line each, and gives the lines taken.
func renderGroups(env block.Env, a block.Area, v View) int {
	g := v.moneyGrid(env, a.W)
	words := g.w.Looks
	if len(v.Groups) == 0 {
		a.Clip(1, 0, a.W-1, theme.Muted, words.NoGroups)
		return 1
	}
	a.Clip(2, 0, g.name, theme.Muted, words.ColGroup)
	g.put(a, 0, theme.Muted, [6]string{words.ColRows, words.ColBudget, words.ColHalf, words.ColYear, words.ColBelow, words.ColReady})
	g.track.Axis(a, 0, g.l, theme.Muted)
	y, room := 1, max(a.H-2, 1)
	ofYear := slices.ContainsFunc(v.Groups, func(x Group) bool { _, is := absorbed(x.Absorption); return is })
	if ofYear {
		room = max(room-1, 1)
	}
	from := firstShown(v.GroupAt, len(v.Groups), room)
	for i := from; i < len(v.Groups) && y <= room; i++ {
		g.row(a, y, i)
		y++
	}
	g.track.RefNames(a, y)
	if ofYear && y < a.H {
		a.Clip(2, y, g.track.X-3, theme.Muted, words.OfYearWhy)
	}
	return y + 1
}

// row draws group i.
func (g moneyGrid) row(a block.Area, y, i int) {
	x := g.view.Groups[i]
	st := theme.Plain
	if x.Key == "" {
		st = theme.Muted
	}
	a.Clip(2, y, g.name, st, g.groupName(g.view.By, x.Key))
	texts := [6]string{g.l.Int(int64(x.Rows)), "-", "-", "-", "-", ""}
	if x.Budget.Rows > 0 {
		texts[1] = millions(g.l, x.Budget.Sum, g.decimals)
	}
	if x.Semester1.OK {
		texts[2] = g.l.Percent(x.Semester1.V, 1)
		texts[4] = g.l.Int(int64(x.Below))
	}
	if x.Year.OK {
		texts[3] = g.l.Percent(x.Year.V, 1)
	}
	texts[5] = g.l.Int(int64(x.Ready.Fit)) + "/" + g.l.Int(int64(x.Ready.Rows))
	g.put(a, y, st, texts)
	share, ofYear := absorbed(x.Absorption)
	if math.IsNaN(share) {
		g.track.RefLines(a, y, 1)
		if s := g.w.Looks.NoAbsorbed; block.Width(s) < g.track.W*9/20 {
			a.Text(g.track.X, y, theme.Muted, s)
		}
	} else {
		st := theme.Bar
		if !ofYear && share < g.view.line().Percent {
			st = theme.Warn
		}
		g.track.Bar(a, y, share, st)
		if ofYear {
			a.Text(g.track.X-1, y, theme.Muted, g.w.Looks.OfYear)
		} else if share < g.view.line().Percent {
			a.Text(g.track.X-1, y, theme.Warn, "!")
		}
	}
	if i == g.view.GroupAt {
		a.Text(0, y, theme.Accent, "▸")
		a.Select(y)
	}
	a.Hit(0, y, a.W, 1, state.SelectGroup{Group: x.id()})
}
