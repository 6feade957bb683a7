package program

import (
	"math"
	"strconv"

	"rakor/model/filter"
	"rakor/model/target"
	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/state"
	"rakor/ui/theme"
)

func (v View) moveCell(c keys.Command) (state.Intent, bool) {
	m := &v.Judge.Matrix
	if len(m.Places) == 0 || len(m.Strategies) == 0 {
		return nil, false
	}
	i, j := v.Cell[0], v.Cell[1]
	switch c {
	case keys.Up:
		i--
	case keys.Down:
		i++
	case keys.Less:
		j--
	case keys.More:
		j++
	case keys.First, keys.PageUp:
		i = 0
	case keys.Last, keys.PageDown:
		i = len(m.Places) - 1
	case keys.Open:
		return v.showCell(i, j)
	default:
		return nil, false
	}
	return v.selectCell(min(max(i, 0), len(m.Places)-1), min(max(j, 0), len(m.Strategies)-1)), true
}

func (v View) selectCell(i, j int) state.Intent {
	m := &v.Judge.Matrix
	return state.SelectCell{Cell: state.MatrixCell{Place: m.Places[i].Kemendagri, Strategy: m.Strategies[j].Code}}
}

// showCell lists the entries of a cell: by the name of the kecamatan where that
// finds just them, else by its code.
func (v View) showCell(i, j int) (state.Intent, bool) {
	m := &v.Judge.Matrix
	strategy := ` strategi=` + strconv.Itoa(int(m.Strategies[j].Code))
	in, ok := v.show(`kec="` + m.Places[i].Name + `"` + strategy)
	if show, is := in.(state.ShowRows); ok && is && v.count(show.Filter) == m.Cells[i][j].Rows {
		return in, true
	}
	return v.show("kec=" + string(m.Places[i].Kemendagri) + strategy)
}

// count tells how many of the rows a filter leaves.
func (v View) count(f string) int {
	e, err := filter.Parse(f)
	if err != nil {
		return -1
	}
	e = e.Within(v.data, v.Home.Code)
	n := 0
	for _, p := range v.Rows {
		if e.Match(p) {
			n++
		}
	}
	return n
}

// amount gives what the measure says of a cell; NaN where it is not known.
func amount(m state.Measure, c target.Cell) float64 {
	switch m {
	case state.MeasureMoney:
		if c.Budget.Rows > 0 {
			return float64(c.Budget.Sum) / 1e6
		}
	case state.MeasurePeople:
		if c.PeopleRows > 0 {
			return float64(c.People)
		}
	default:
		return float64(c.Rows)
	}
	return math.NaN()
}

// cells is the matrix as it is drawn.
type cells struct {
	writer
	view     View
	name, w  int // columns of the names, and of a cell
	decimals int
	most     float64 // the largest figure, for the shades
}

// cells lays the matrix out for a width.
func (v View) cells(env block.Env, w int) cells {
	m := &v.Judge.Matrix
	g := cells{writer: v.writer(env), view: v, name: block.Width(env.Words.Program.Looks.Everywhere)}
	for _, p := range m.Places {
		g.name = max(g.name, block.Width(p.Name))
	}
	for _, row := range m.Cells {
		for _, c := range row {
			if x := amount(v.Measure, c); !math.IsNaN(x) {
				g.most = max(g.most, x)
				if v.Measure == state.MeasureMoney && x > 0 && x < 10 {
					g.decimals = 1
				}
			}
		}
	}
	g.name = min(g.name, w/3) + 2
	g.w = min((w-g.name)/len(m.Strategies), 24)
	return g
}

// renderMatrix draws the matrix: a row a kecamatan, a column a strategy, and
// below it what is for all of the region. It gives the lines taken.
func renderMatrix(env block.Env, a block.Area, v View) int {
	m := &v.Judge.Matrix
	words := env.Words.Program.Looks
	if len(m.Strategies) == 0 {
		return 0
	}
	g := v.cells(env, a.W)
	a.Clip(1, 0, g.name-1, theme.Muted, words.ColDistrict)
	for j, s := range m.Strategies {
		head := g.l.Int(int64(s.Code)) + " " + g.l.Of(s.Short)
		end := g.w - 4
		if block.Width(head) > end {
			end = g.w - 1
		}
		a.Right(g.name+j*g.w, 0, end, theme.Muted, head)
	}
	y := 1
	from := firstShown(v.Cell[0], len(m.Places), max(a.H-3, 1))
	for i := from; i < len(m.Places) && y < a.H-1; i++ {
		st := theme.Plain
		if i == v.Cell[0] {
			st = theme.Strong
		}
		a.Clip(1, y, g.name-2, st, m.Places[i].Name)
		for j := range m.Strategies {
			g.cell(a, y, i, j)
		}
		y++
	}
	if y >= a.H {
		return y
	}
	a.Clip(1, y, g.name-2, theme.Muted, words.Everywhere)
	for j := range m.Strategies {
		text := "-"
		if c := m.Everywhere[j]; c.Rows > 0 {
			text = g.text(c)
		}
		a.Right(g.name+j*g.w, y, g.w-4, theme.Muted, text)
	}
	return y + 1
}

// cell draws one cell: its figure and a shade, or that it is empty.
func (g cells) cell(a block.Area, y, i, j int) {
	c := g.view.Judge.Matrix.Cells[i][j]
	x := g.name + j*g.w
	words := g.writer.w.Looks
	st, text := theme.Plain, g.text(c)
	shade := ""
	switch x := amount(g.view.Measure, c); {
	case c.Empty():
		st, text = theme.Warn, words.Empty
	case math.IsNaN(x):
		st, text = theme.Muted, words.NoMoney
	case g.most > 0 && x > 0:
		shade = []string{"░", "▒", "▓", "█"}[min(int(x/g.most*4), 3)]
	}
	a.Right(x, y, g.w-4, st, text)
	a.Text(x+g.w-3, y, theme.Bar, shade+shade)
	if i == g.view.Cell[0] && j == g.view.Cell[1] {
		a.Sub(x+1, y, g.w-1, 1).Select(0)
		a.Text(x+max(g.w-5-block.Width(text)-1, 0), y, theme.Accent|theme.Selected, "▸")
	}
	a.Hit(x, y, g.w, 1, g.view.selectCell(i, j))
}

func (g cells) text(c target.Cell) string {
	x := amount(g.view.Measure, c)
	if math.IsNaN(x) {
		return g.writer.w.Looks.NoMoney
	}
	return g.l.Number(x, g.decimals)
}
