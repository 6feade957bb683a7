package data

import (
	"fmt"
	"math"
	"slices"

	"rakor/model"
)

// The rules that look at several figures. RuleOrder is an error, the others
// warn: each is the trace that a known way of spoiling a table leaves, and some
// true figures leave it as well.
const (
	RuleOrder     Rule = "p2-p1-p0"          // P2 <= P1 <= P0 does not hold
	RuleCountRate Rule = "count-rate"        // the count is far from rate x population
	RuleBase      Rule = "base-jump"         // count / rate is far from that of the years around
	RuleSum       Rule = "sum-of-parts"      // a province's count is far from the sum of its regencies
	RuleCopy      Rule = "copy-of-year"      // a level repeats the year before
	RuleSwapped   Rule = "swapped-p1-p2"     // P1 and P2 of a province's regencies changed places
	RuleShifted   Rule = "shifted-round"     // a province's figures are those of another round
	RulePermuted  Rule = "permuted-regions"  // a province's figures belong to other regencies
	RuleSorted    Rule = "sorted-values"     // a province's figures stand in order of size
	RuleRepeated  Rule = "repeated-region"   // a region repeats another one for years
	RuleZero      Rule = "zero"              // a zero that stands for no data
	RuleMagnitude Rule = "magnitude"         // thousands and units mixed
	RuleShift     Rule = "series-shift"      // a level jumps where no change of method is known
	RuleForecast  Rule = "forecast"          // the source calls the figure a forecast
	RuleAfter     Rule = "later-than-source" // the period ends after its source was published
	RuleTwice     Rule = "region-twice"      // a region under an old and a new code
	RuleOver      Rule = "over-budget"       // realised above budget
	RuleEntry     Rule = "duplicate-entry"   // the same programme again
	RuleUnused    Rule = "unused-file"       // a file that is no document of the dataset
)

// The limits of the rules.
const (
	countRateLimit = 0.25 // of rate x population
	baseLimit      = 0.25 // of the median base of the years around
	sumLimit       = 0.05 // of the province's count
	copyShare      = 0.8  // of the regions of a level
	copyLeast      = 5    // regions; fewer prove nothing
	matchLeast     = 3    // regions of a province
	sortedLeast    = 9    // regions: by chance once in 180,000
	repeatedLeast  = 4    // periods
	magnitudeRatio = 80
	shiftRatio     = 8    // times the usual change
	shiftAgainst   = 4    // times the usual change, where it goes the other way
	shiftRegions   = 20   // regions; fewer jump together by chance
	shiftLeast     = 0.04 // of the level's median
)

// judge checks everything that needs more than one figure.
func (w *world) judge() {
	w.order()
	w.countRate()
	w.bases()
	w.sums()
	for _, ind := range w.index.Indicators {
		if g := w.judgedGrid(ind.ID); g != nil {
			g.copies()
			g.sorted()
			g.repeated()
			g.singles()
			g.shifts()
		}
	}
	for _, docs := range w.tables {
		for _, d := range docs {
			w.reference(d)
			w.origins(d)
		}
	}
}

// judgedGrid gives the grid of an indicator where a judged document holds
// figures of one of the indicators; nil otherwise.
func (w *world) judgedGrid(ids ...model.IndicatorID) *grid {
	for _, id := range ids {
		for _, d := range w.tables[id] {
			if w.judged[d] {
				return w.grid(ids[0])
			}
		}
	}
	return nil
}

// each calls back for every figure of a grid, row after row.
func (g *grid) each(f func(row, col int, c gridCell)) {
	for row := range g.regions {
		for col := range g.periods {
			if c := g.at(row, col); c.d != nil {
				f(row, col, c)
			}
		}
	}
}

// order checks P2 <= P1 <= P0, and whether P1 and P2 changed places.
func (w *world) order() {
	lower := w.judgedGrid(model.P2, model.P1)
	if lower != nil {
		upper := w.grid(model.P1)
		w.ordered(lower, upper, "P1")
		lower.swapped(upper)
	}
	if lower = w.judgedGrid(model.P1, model.P0); lower != nil {
		w.ordered(lower, w.grid(model.P0), "P0")
	}
}

func (w *world) ordered(lower, upper *grid, name string) {
	lower.each(func(row, col int, c gridCell) {
		most := upper.value(lower.regions[row], lower.periods[col])
		if !(c.v > most) {
			return
		}
		d, at := c.d, pointerTo(c.d.table, c.row, c.col)
		if !w.judged[d] {
			other := upper.at(upper.row[lower.regions[row]], slices.Index(upper.periods, lower.periods[col]))
			d, at = other.d, pointerTo(other.d.table, other.row, other.col)
		}
		if w.judged[d] {
			d.add(Problem{
				Pointer: at, Rule: RuleOrder, Found: fmt.Sprintf("%s %s above %s %s", lower.ind.Short.EN, plain(c.v), name, plain(most)),
				Expected: "P2 <= P1 <= P0",
			})
		}
	})
}

// swapped tells of provinces most of whose regencies have P2 above P1.
func (g *grid) swapped(p1 *grid) {
	for _, group := range g.groups() {
		for col, p := range g.periods {
			var all, above []gridCell
			for _, row := range group.rows {
				c, v := g.at(row, col), p1.value(g.regions[row], p)
				if c.d == nil || math.IsNaN(v) || c.v == v {
					continue
				}
				all = append(all, c)
				if c.v > v {
					above = append(above, c)
				}
			}
			if len(above) >= matchLeast && 2*len(above) > len(all) {
				g.warnColumn(above, RuleSwapped, fmt.Sprintf("P2 above P1 in %d of %d regions of %s, %s", len(above), len(all), group.name, p), "P1 and P2 each in its own table")
			}
		}
	}
}

// population gives the people of a region in a year and what counted them.
func (w *world) population(r model.RegionCode, y model.Year) (v float64, what string) {
	for _, id := range []model.IndicatorID{model.Population, model.PopulationAdmin} {
		g := w.grid(id)
		if g == nil {
			continue
		}
		for _, p := range g.periods {
			if v := g.value(r, p); p.Year == y && v > 0 {
				return v, string(id)
			}
		}
	}
	return math.NaN(), ""
}

// countRate holds the published count against rate x population.
func (w *world) countRate() {
	g := w.judgedGrid(model.Poor, model.P0, model.Population, model.PopulationAdmin)
	if g == nil {
		return
	}
	p0 := w.grid(model.P0)
	g.each(func(row, col int, c gridCell) {
		r, p := g.regions[row], g.periods[col]
		if p.Month == 9 { // one population a year: it is held against March
			return
		}
		people, what := w.population(r, p.Year)
		expected := p0.value(r, p) / 100 * people / 1000
		if math.Abs(c.v/expected-1) > countRateLimit {
			w.warnAny([]gridCell{c, p0.cell(r, p)}, RuleCountRate,
				fmt.Sprintf("%s thousand poor people of %s, %s", plain(c.v), r, p),
				fmt.Sprintf("within %d %% of rate x %s, %s thousand", int(100*countRateLimit), what, plain(model.Round(expected, 2))))
		}
	})
}

// cell gives the cell of a region and period; an empty one where there is none.
func (g *grid) cell(r model.RegionCode, p model.Period) gridCell {
	row, ok := g.row[r]
	col, found := slices.BinarySearchFunc(g.periods, p, model.Period.Compare)
	if !ok || !found {
		return gridCell{v: math.NaN()}
	}
	return g.at(row, col)
}

// warnAny reports a figure at the first of its cells that is judged.
func (w *world) warnAny(cells []gridCell, rule Rule, found, expected string) {
	for _, c := range cells {
		if w.judged[c.d] {
			c.d.add(Problem{Pointer: pointerTo(c.d.table, c.row, c.col), Rule: rule, Severity: Warning, Found: found, Expected: expected})
			return
		}
	}
}

// bases holds count / rate, the survey's base, against the years around: a row
// that slipped in one of the two tables shows there.
func (w *world) bases() {
	g := w.judgedGrid(model.Poor, model.P0)
	if g == nil {
		return
	}
	p0 := w.grid(model.P0)
	base := make([]float64, len(g.periods))
	for row, r := range g.regions {
		for col, p := range g.periods {
			base[col] = g.at(row, col).v / p0.value(r, p) * 100
		}
		for col, p := range g.periods {
			around := g.neighbours(r, base, col)
			if len(around) < 3 || math.IsNaN(base[col]) || p0.value(r, p) < 0.5 {
				continue
			}
			usual := median(around)
			if math.Abs(base[col]/usual-1) > baseLimit {
				w.warnAny([]gridCell{g.at(row, col), p0.cell(r, p)}, RuleBase,
					fmt.Sprintf("count / rate of %s, %s is %s thousand people", r, p, plain(model.Round(base[col], 1))),
					fmt.Sprintf("about %s thousand, as in the years around", plain(model.Round(usual, 1))))
			}
		}
	}
}

// neighbours gives the values of the three years before and after a column,
// as far as the borders of the region are the same.
func (g *grid) neighbours(r model.RegionCode, v []float64, col int) []float64 {
	var out []float64
	for i, p := range g.periods {
		d := p.Year - g.periods[col].Year
		if i == col || d < -3 || d > 3 || math.IsNaN(v[i]) || math.IsInf(v[i], 0) {
			continue
		}
		if !slices.ContainsFunc(g.w.index.Breaks, func(k model.Break) bool {
			return k.Regions != nil && k.Between(g.ind.ID, r, p, g.periods[col])
		}) {
			out = append(out, v[i])
		}
	}
	return out
}

// split tells whether a province had other borders at p than the index has: it
// is said as a change of method of its own.
func (g *grid) split(r model.RegionCode, p model.Period) bool {
	return slices.ContainsFunc(g.w.index.Breaks, func(k model.Break) bool {
		return slices.Contains(k.Regions, r) && slices.Contains(k.Indicators, g.ind.ID) && !p.Before(k.From)
	})
}

// median gives the median of some values, NaN of none; they are not changed.
func median(v []float64) float64 {
	if len(v) == 0 {
		return math.NaN()
	}
	s := slices.Clone(v)
	slices.Sort(s)
	return (s[(len(s)-1)/2] + s[len(s)/2]) / 2
}

// sums holds a province's count against the sum of its regencies.
func (w *world) sums() {
	g := w.judgedGrid(model.Poor)
	if g == nil {
		return
	}
	for _, group := range g.groups() {
		row, ok := g.row[group.code]
		if !ok || group.code == model.Nation {
			continue
		}
		for col, p := range g.periods {
			if g.split(group.code, p) {
				continue
			}
			sum := 0.0
			cells := []gridCell{g.at(row, col)}
			for _, child := range group.rows {
				sum += g.at(child, col).v // a gap makes the sum NaN
				cells = append(cells, g.at(child, col))
			}
			if math.Abs(sum/cells[0].v-1) > sumLimit {
				w.warnAny(cells, RuleSum, fmt.Sprintf("regencies of %s, %s: %s thousand", group.name, p, plain(model.Round(sum, 2))),
					fmt.Sprintf("about %s thousand, the province's count", plain(cells[0].v)))
			}
		}
	}
}
