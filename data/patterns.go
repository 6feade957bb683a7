package data

import (
	"fmt"
	"math"
	"slices"

	"rakor/data/internal/doc"
	"rakor/model"
)

// copies finds levels that repeat the year before: the same figure in over 80 %
// of the regions that have both.
func (g *grid) copies() {
	tiers := map[doc.Tier][]int{}
	for row, r := range g.regions {
		t := doc.TierOf(g.w.regions[r].Level)
		tiers[t] = append(tiers[t], row)
	}
	for tier := range doc.Tiers {
		for col, p := range g.periods {
			prev := g.before(col)
			if prev < 0 {
				continue
			}
			var both, same []gridCell
			for _, row := range tiers[tier] {
				c, b := g.at(row, col), g.at(row, prev)
				if c.d == nil || b.d == nil {
					continue
				}
				both = append(both, c)
				if c.v == b.v {
					same = append(same, c)
				}
			}
			if len(both) >= copyLeast && float64(len(same)) > copyShare*float64(len(both)) {
				g.warnColumn(same, RuleCopy, fmt.Sprintf("%d of %d figures of %s are those of %s", len(same), len(both), p, g.periods[prev]), "figures of "+p.String())
			}
		}
	}
}

// sorted finds provinces whose figures stand in order of size along the codes,
// which chance hardly ever does.
func (g *grid) sorted() {
	for _, group := range g.groups() {
		for col, p := range g.periods {
			var cells []gridCell
			for _, row := range group.rows {
				if c := g.at(row, col); c.d != nil {
					cells = append(cells, c)
				}
			}
			if len(cells) < sortedLeast || !g.judgedAny(cells) {
				continue
			}
			up, down := true, true
			for i := 1; i < len(cells); i++ {
				up = up && cells[i].v > cells[i-1].v
				down = down && cells[i].v < cells[i-1].v
			}
			if up || down {
				g.warnColumn(cells, RuleSorted, fmt.Sprintf("the %d figures of %s, %s in order of size", len(cells), group.name, p), "figures in the order of the regions")
			}
		}
	}
}

// repeated finds regions that repeat a sister, or their province, for years:
// a new regency filled with the figures of the one it came from.
func (g *grid) repeated() {
	for _, group := range g.groups() {
		rows := group.rows
		if row, ok := g.row[group.code]; ok {
			rows = slices.Concat([]int{row}, rows)
		}
		for i, a := range rows {
			for _, b := range rows[i+1:] {
				g.repeats(a, b)
			}
		}
	}
}

func (g *grid) repeats(a, b int) {
	run := 0
	for col := range g.periods {
		x, y := g.at(a, col), g.at(b, col)
		switch {
		case x.d == nil || y.d == nil:
			continue
		case x.v == y.v && telling(x.v, g.ind):
			run++
		default:
			run = 0
		}
		if run == repeatedLeast {
			g.w.warnAny([]gridCell{y, x}, RuleRepeated,
				fmt.Sprintf("%s has the figures of %s in %d periods up to %s", g.regions[b], g.regions[a], run, g.periods[col]), "figures of its own")
		}
	}
}

// telling tells whether a figure has so many digits that two regions hardly
// share it by chance.
func telling(v float64, ind model.Indicator) bool {
	return math.Abs(v)*math.Pow10(ind.Decimals) >= 100
}

// singles checks each figure by itself and against the nearest of its region.
func (g *grid) singles() {
	g.each(func(row, col int, c gridCell) {
		if c.v == 0 && zeroMeansNone(g.ind) {
			g.warn(c, RuleZero, "0 for "+string(g.regions[row])+", "+g.periods[col].String(), "null where there is no figure")
			return
		}
		for i := col - 1; i >= 0; i-- {
			b := g.at(row, i)
			if b.d == nil || b.v <= 0 {
				continue
			}
			if ratio := c.v / b.v; c.v > 0 && (ratio >= magnitudeRatio || ratio <= 1.0/magnitudeRatio) {
				g.w.warnAny([]gridCell{c, b}, RuleMagnitude,
					fmt.Sprintf("%s in %s after %s in %s", plain(c.v), g.periods[col], plain(b.v), g.periods[i]), "one unit: "+g.ind.Unit.String())
			}
			return
		}
	})
}

// zeroMeansNone tells whether a zero of an indicator is no figure that a survey
// gives. P1 and P2 may round to it, growth may be none.
func zeroMeansNone(ind model.Indicator) bool {
	return ind.ID != model.P1 && ind.ID != model.P2 && ind.Min >= 0
}

// shifts finds years in which a whole level jumps by far more than it ever
// does, where no change of method is known: a series that was continued with
// the figures of another.
func (g *grid) shifts() {
	if g.ind.Min < 0 {
		return // a growth rate has no usual change
	}
	for _, level := range []doc.Tier{doc.TierProvince, doc.TierLocal} {
		changes, at := g.changes(level)
		for i, c := range changes {
			usual, jump := usualOf(changes, i)
			if math.Abs(c.median) < jump || math.Abs(c.median) < shiftLeast || c.same < 0.9 {
				continue
			}
			g.warnColumn(c.cells, RuleShift,
				fmt.Sprintf("%s jumps by %s %% from %s to %s in %d regions", g.ind.ID, plain(model.Round(100*c.median, 1)), g.periods[at[i][0]], g.periods[at[i][1]], len(c.cells)/2),
				fmt.Sprintf("a change near %s %%, as in other years, or a known change of method", plain(model.Round(100*usual, 1))))
		}
	}
}

// usualOf gives the size of the usual change but for the i-th, and from what
// size on that one is a jump: less is enough against the way that the series
// has always taken.
func usualOf(changes []change, i int) (usual, jump float64) {
	var rest []float64
	against := 0
	for j, other := range changes {
		if j == i {
			continue
		}
		rest = append(rest, math.Abs(other.median))
		if math.Signbit(other.median) != math.Signbit(changes[i].median) {
			against++
		}
	}
	usual = median(rest)
	switch {
	case len(rest) < 3:
		return usual, math.Inf(1)
	case against*5 >= len(rest)*4:
		return usual, shiftAgainst * usual
	}
	return usual, shiftRatio * usual
}

// change is how a level moved from one period to the next.
type change struct {
	median float64    // relative
	same   float64    // share of regions that moved the median's way
	cells  []gridCell // of both periods
}

// changes gives the moves of a level between periods of the same month, except
// where a change of method is known.
func (g *grid) changes(tier doc.Tier) (out []change, at [][2]int) {
	for col := range g.periods {
		prev := g.before(col)
		if prev < 0 {
			continue
		}
		var c change
		var moves []float64
		for row, r := range g.regions {
			x, y := g.at(row, prev), g.at(row, col)
			if doc.TierOf(g.w.regions[r].Level) != tier || x.d == nil || y.d == nil || x.v <= 0 || g.broken(r, prev, col) {
				continue
			}
			moves = append(moves, y.v/x.v-1)
			c.cells = append(c.cells, y, x)
		}
		if len(moves) < shiftRegions {
			continue
		}
		c.median = median(moves)
		for _, m := range moves {
			if math.Signbit(m) == math.Signbit(c.median) {
				c.same += 1 / float64(len(moves))
			}
		}
		out, at = append(out, c), append(at, [2]int{prev, col})
	}
	return out, at
}

// broken tells whether a change of method is known between two columns.
func (g *grid) broken(r model.RegionCode, a, b int) bool {
	for _, k := range g.w.index.Breaks {
		onLevel := len(k.Levels) == 0 || slices.Contains(k.Levels, g.w.regions[r].Level)
		if onLevel && k.Between(g.ind.ID, r, g.periods[a], g.periods[b]) {
			return true
		}
	}
	return false
}

// reference holds a user's table against the embedded figures of the same
// cells: whether a province's are those of another round, or of other
// regencies.
func (w *world) reference(d *document) {
	base := w.embeddedTable(d.table.Indicator)
	if base == nil || base == d || !w.judged[d] {
		return
	}
	own := newView(w, d)
	ref := newView(w, base)
	for _, group := range own.groups() {
		for col, p := range own.periods {
			at := slices.Index(ref.periods, p)
			if at < 0 {
				continue
			}
			var cells []gridCell
			var codes []model.RegionCode
			for _, row := range group.rows {
				if c := own.at(row, col); c.d != nil {
					cells, codes = append(cells, c), append(codes, own.regions[row])
				}
			}
			if len(cells) < matchLeast {
				continue
			}
			own.shifted(group, p, cells, codes, ref)
			own.permuted(group, p, cells, codes, ref)
		}
	}
}

// newView makes a grid of one document alone.
func newView(w *world, d *document) *grid {
	v := &world{
		known: w.known, index: w.index, judged: w.judged,
		tables: map[model.IndicatorID][]*document{d.table.Indicator: {d}},
		base:   map[model.IndicatorID]*document{d.table.Indicator: nil},
		grids:  map[model.IndicatorID]*grid{},
	}
	if g := v.grid(d.table.Indicator); g != nil {
		return g
	}
	return &grid{w: v}
}

// matches counts the figures that a reference has in a period.
func matches(cells []gridCell, codes []model.RegionCode, ref *grid, p model.Period) (same, compared int) {
	for i, c := range cells {
		v := ref.value(codes[i], p)
		if math.IsNaN(v) {
			continue
		}
		compared++
		if v == c.v {
			same++
		}
	}
	return same, compared
}

// shifted finds a province's figures in another period of the reference.
func (g *grid) shifted(in group, p model.Period, cells []gridCell, codes []model.RegionCode, ref *grid) {
	own, compared := matches(cells, codes, ref, p)
	if compared < matchLeast || float64(own) > (1-copyShare)*float64(compared) {
		return
	}
	for _, other := range ref.periods {
		if same, n := matches(cells, codes, ref, other); other != p && n >= matchLeast && float64(same) >= copyShare*float64(n) {
			g.warnColumn(cells, RuleShifted, fmt.Sprintf("%d of %d figures of %s, %s are those of %s", same, n, in.name, p, other), "figures of "+p.String())
			return
		}
	}
}

// permuted finds a province's figures of the reference given to other regions.
func (g *grid) permuted(in group, p model.Period, cells []gridCell, codes []model.RegionCode, ref *grid) {
	var mine, theirs []float64
	moved := 0
	for i, c := range cells {
		v := ref.value(codes[i], p)
		if math.IsNaN(v) {
			return
		}
		mine, theirs = append(mine, c.v), append(theirs, v)
		if v != c.v {
			moved++
		}
	}
	slices.Sort(mine)
	slices.Sort(theirs)
	if moved >= matchLeast && slices.Equal(mine, theirs) {
		g.warnColumn(cells, RulePermuted, fmt.Sprintf("%d of %d figures of %s, %s belong to other regions of it", moved, len(cells), in.name, p), "each figure at its own region")
	}
}
