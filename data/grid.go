package data

import (
	"math"
	"slices"

	"rakor/data/internal/doc"
	"rakor/model"
)

// world is what [Validate] looks at: the user's documents over the embedded
// ones, or the embedded ones alone.
type world struct {
	*known
	index  doc.Index
	tables map[model.IndicatorID][]*document // the uppermost first
	base   map[model.IndicatorID]*document   // the embedded ones, read on first use
	judged map[*document]bool                // documents whose problems are asked for
	grids  map[model.IndicatorID]*grid
}

// grid is one indicator as it will be seen: the figures of all its documents,
// each with where it stands.
type grid struct {
	w       *world
	ind     model.Indicator
	periods []model.Period
	regions []model.RegionCode // in the order of the index
	row     map[model.RegionCode]int
	cells   []gridCell
}

type gridCell struct {
	v        float64 // NaN for a gap
	d        *document
	row, col int // in the table of d
}

// embeddedTable gives the embedded document of an indicator; nil where there
// is none.
func (w *world) embeddedTable(id model.IndicatorID) *document {
	d, ok := w.base[id]
	if !ok {
		if b := embedded(fileOf(id)); b != nil {
			d = parse("seed/"+fileOf(id), b, doc.IndicatorFormat)
		}
		w.base[id] = d
	}
	return d
}

// grid lays the documents of an indicator over one another; nil where there
// are none.
func (w *world) grid(id model.IndicatorID) *grid {
	g, ok := w.grids[id]
	if !ok {
		g = w.newGrid(id)
		w.grids[id] = g
	}
	return g
}

func (w *world) newGrid(id model.IndicatorID) *grid {
	ind, ok := w.indicators[id]
	docs := slices.Clone(w.tables[id])
	if d := w.embeddedTable(id); d != nil && !slices.Contains(docs, d) {
		docs = append(docs, d)
	}
	if !ok || len(docs) == 0 {
		return nil
	}
	g := &grid{w: w, ind: ind, row: map[model.RegionCode]int{}}
	has := map[model.RegionCode]bool{}
	for _, d := range docs {
		g.periods = append(g.periods, d.table.Periods...)
		for _, r := range d.table.Regions {
			has[r] = true
		}
	}
	slices.SortFunc(g.periods, model.Period.Compare)
	g.periods = slices.Compact(g.periods)
	for _, r := range w.index.Regions {
		if _, twice := g.row[r.Code]; has[r.Code] && !twice {
			g.row[r.Code] = len(g.regions)
			g.regions = append(g.regions, r.Code)
		}
	}
	g.cells = slices.Repeat([]gridCell{{v: math.NaN()}}, len(g.regions)*len(g.periods))
	for _, d := range slices.Backward(docs) {
		g.lay(d)
	}
	return g
}

// lay puts the figures of a document over what is there.
func (g *grid) lay(d *document) {
	t := d.table
	cols := make([]int, len(t.Periods))
	for i, p := range t.Periods {
		cols[i], _ = slices.BinarySearchFunc(g.periods, p, model.Period.Compare)
	}
	for row, r := range t.Regions {
		to, ok := g.row[r]
		if !ok {
			continue
		}
		for col := range t.Periods {
			if v := t.Values[t.At(row, col)]; !math.IsNaN(v) {
				g.cells[to*len(g.periods)+cols[col]] = gridCell{v, d, row, col}
			}
		}
	}
}

// at gives a cell.
func (g *grid) at(row, col int) gridCell { return g.cells[row*len(g.periods)+col] }

// value gives a figure, NaN where there is none.
func (g *grid) value(r model.RegionCode, p model.Period) float64 {
	if g == nil {
		return math.NaN()
	}
	row, ok := g.row[r]
	col, found := slices.BinarySearchFunc(g.periods, p, model.Period.Compare)
	if !ok || !found {
		return math.NaN()
	}
	return g.at(row, col).v
}

// warn reports a figure where its document is judged.
func (g *grid) warn(c gridCell, rule Rule, found, expected string) {
	if g.w.judged[c.d] {
		c.d.add(Problem{Pointer: pointerTo(c.d.table, c.row, c.col), Rule: rule, Severity: Warning, Found: found, Expected: expected})
	}
}

// warnColumn reports a column at the first of some cells whose document is
// judged; it is reported once.
func (g *grid) warnColumn(cells []gridCell, rule Rule, found, expected string) {
	for _, c := range cells {
		if g.w.judged[c.d] {
			c.d.add(Problem{
				Pointer: pointerToPeriod(c.d.table, c.col), Rule: rule, Severity: Warning, Found: found, Expected: expected,
			})
			return
		}
	}
}

// judgedAny tells whether a figure of a column or row is judged.
func (g *grid) judgedAny(cells []gridCell) bool {
	return slices.ContainsFunc(cells, func(c gridCell) bool { return g.w.judged[c.d] })
}

// before gives the column of the same month before col, -1 where there is
// none.
func (g *grid) before(col int) int {
	for i := col - 1; i >= 0; i-- {
		if g.periods[i].Month == g.periods[col].Month {
			return i
		}
	}
	return -1
}

// groups gives the rows that one publisher's table would hold together: the
// regencies and cities of each province, and the provinces.
func (g *grid) groups() []group {
	var out []group
	at := map[model.RegionCode]int{}
	for row, code := range g.regions {
		r := g.w.regions[code]
		if r.Level != model.LevelProvince && !r.Level.IsLocal() {
			continue
		}
		i, ok := at[r.Parent]
		if !ok {
			i = len(out)
			at[r.Parent] = i
			out = append(out, group{name: g.w.regions[r.Parent].Name, code: r.Parent})
		}
		out[i].rows = append(out[i].rows, row)
	}
	return out
}

// group is some rows of a grid.
type group struct {
	name string
	code model.RegionCode // the parent of all
	rows []int
}
