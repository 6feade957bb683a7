package program

import (
	"math"

	"rakor/model"
	"rakor/model/target"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// lookTitle is what stands over a view other than the list.
func (v View) lookTitle(env block.Env) string {
	w := env.Words.Program.Looks
	title := LookTitle(env, v.View)
	switch v.View {
	case state.MoneyView:
		return title + " " + w.Groups[string(v.By)]
	case state.MatrixView:
		return title + " · " + w.Measures[string(v.Measure)]
	default:
		return title
	}
}

// LookTitle is what a view is called in full.
func LookTitle(env block.Env, view state.ProgramView) string {
	w := &env.Words.Program
	switch view {
	case state.MoneyView:
		return w.Looks.MoneyTitle
	case state.DepartmentView:
		return w.Looks.DepartmentTitle
	case state.MatrixView:
		return w.Looks.MatrixTitle
	case state.JudgeView:
		return w.Looks.JudgeTitle
	default:
		return w.Title
	}
}

// renderLook draws a view other than the list: its figures, and below them what
// they say.
func renderLook(env block.Env, a block.Area, v View) {
	title, draw, need := v.lookTitle(env), renderGroups, len(v.Groups)+3
	ps := Passages(env, v)
	switch v.View {
	case state.MatrixView:
		draw, need = renderMatrix, len(v.Judge.Matrix.Places)+2
	case state.JudgeView:
		draw, need = renderParts, len(ps)
		ps = ps[min(max(v.GroupAt, 0), len(ps)-1):][:1]
	default:
	}
	if a.W < twoPanels || a.H < 16 {
		in := a.Sub(1, 0, a.W-2, a.H)
		y := renderFilter(env, in, v)
		in.Clip(0, y, in.W, theme.Heading, title)
		in = in.Sub(0, y+1, in.W, in.H-y-1)
		top := max(min(need, in.H-3), 3)
		y = draw(env, in.Sub(0, 0, in.W, top), v)
		if y < in.H-1 {
			in.HLine(0, y, in.W, theme.Border)
			renderPassages(env, in.Sub(0, y+1, in.W, in.H-y-1), ps)
		}
		return
	}
	filtered := 0
	if v.Filter != "" {
		filtered = 2
	}
	top := max(min(need+3+filtered, a.H*3/5), 8)
	up := a.Sub(0, 0, a.W, top).Box(theme.Border, theme.Heading, title)
	up = up.Sub(1, 0, up.W-2, up.H)
	y := renderFilter(env, up, v)
	if y > 0 {
		y++
	}
	draw(env, up.Sub(0, y, up.W, up.H-y), v)
	hint := env.Words.Program.Looks.Enter
	if v.View == state.JudgeView {
		hint = env.Words.Program.Looks.EnterPart
	}
	a.Right(0, 0, a.W-3, theme.Muted, " "+hint+" ")
	down := a.Sub(0, top, a.W, a.H-top).Box(theme.Border, theme.Heading, env.Words.Program.Looks.Conclusion)
	renderPassages(env, down.Sub(1, 0, down.W-2, down.H), ps)
}

// part is one line of the judgement: a figure of its own, a share of a hundred
// where there is one.
type part struct {
	text  string
	share float64 // NaN for none
	line  float64 // that it is held against; 0 for none
	warn  bool
}

// parts gives the line of each passage, in their order.
func (x writer) parts(j *target.Judgement) []part {
	w := x.w.Looks
	none := part{text: w.NotYet, share: math.NaN()}
	cover := none
	for _, c := range j.Coverage {
		if c.Unit == model.PerPerson && c.Aim.OK {
			cover = part{text: w.OfPoor(x.l.Percent(c.Aim.V, 1)), share: c.Aim.V}
		}
	}
	money := none
	if s := j.Money.Semester1; s.OK {
		money = part{text: w.HalfDone(x.l.Percent(s.V, 1)), share: s.V, line: j.Line.Percent, warn: s.V < j.Line.Percent}
	}
	gaps, all := len(j.Matrix.Gaps()), len(j.Matrix.Places)*len(j.Matrix.Strategies)
	cells := part{text: w.EmptyCells(gaps, all), share: math.NaN(), warn: gaps > 0}
	if all > 0 {
		cells.share = float64(all-gaps) / float64(all) * 100
	}
	ready := none
	if j.Ready.Score.OK {
		ready = part{text: w.FitRows(j.Ready.Fit, j.Ready.Rows, x.l.Percent(j.Ready.Score.V, 0)), share: j.Ready.Score.V}
	}
	return []part{
		cover, none, money, cells,
		{text: w.Pairs(len(j.Overlaps)), share: math.NaN(), warn: len(j.Overlaps) > 0},
		ready,
		{text: w.Aims(len(j.Aims)), share: math.NaN()},
	}
}

// renderParts draws what the list is judged by, a line each: no score without
// its parts.
func renderParts(env block.Env, a block.Area, v View) int {
	x := v.writer(env)
	ps, parts := Passages(env, v), x.parts(v.Judge)
	name, text := 0, 0
	for i, p := range ps {
		name = max(name, block.Width(p.Head))
		text = max(text, block.Width(parts[i].text))
	}
	name = min(name, max(a.W/3, 16))
	text = min(text, max(a.W-name-7, 0))
	at := 2 + name + 2 + 2 + text + 2
	track := chart.NewTrack(at, max(a.W-at-1, 0), nil, 100)
	y, from := 0, firstShown(v.GroupAt, len(ps), a.H)
	for i := from; i < len(ps) && y < a.H; i++ {
		a.Clip(2, y, name, theme.Plain, ps[i].Head)
		st := theme.Plain
		if parts[i].warn {
			a.Text(2+name+2, y, theme.Warn, "!")
		}
		if parts[i].text == x.w.Looks.NotYet {
			st = theme.Muted
		}
		a.Clip(2+name+4, y, text, st, parts[i].text)
		if track.W >= 10 && !math.IsNaN(parts[i].share) {
			t := track
			if parts[i].line > 0 {
				t.Refs = []chart.Ref{{Value: parts[i].line, Style: theme.RefLine}}
			}
			t.Bar(a, y, min(parts[i].share, 100), theme.Bar)
		}
		if i == v.GroupAt {
			a.Text(0, y, theme.Accent, "▸")
			a.Select(y)
		}
		a.Hit(0, y, a.W, 1, state.SelectGroup{Group: partID(i)})
		y++
	}
	return y
}
