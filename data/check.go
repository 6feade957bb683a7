package data

import (
	"fmt"
	"math"
	"strconv"

	"rakor/data/internal/doc"
	"rakor/data/internal/jscan"
	"rakor/model"
)

// known is what documents may refer to.
type known struct {
	regions    map[model.RegionCode]model.Region
	kemendagri map[model.KemendagriCode]bool
	indicators map[model.IndicatorID]model.Indicator
	sources    map[model.SourceID]bool
	strategies map[model.Strategy]bool
}

func knownOf(x doc.Index) *known {
	k := &known{
		regions:    make(map[model.RegionCode]model.Region, len(x.Regions)),
		kemendagri: make(map[model.KemendagriCode]bool, len(x.Regions)),
		indicators: make(map[model.IndicatorID]model.Indicator, len(x.Indicators)),
		sources:    make(map[model.SourceID]bool, len(x.Sources)),
		strategies: make(map[model.Strategy]bool, len(x.Strategies)),
	}
	for _, r := range x.Regions {
		k.regions[r.Code] = r
		k.kemendagri[r.Kemendagri] = true
	}
	for _, i := range x.Indicators {
		k.indicators[i.ID] = i
	}
	for _, s := range x.Sources {
		k.sources[s.ID] = true
	}
	for _, s := range x.Strategies {
		k.strategies[s.Code] = true
	}
	return k
}

func (k *known) level(c model.RegionCode) model.Level { return k.regions[c].Level }

// checker reports what a document refers to and does not exist, and figures
// that cannot be.
type checker struct {
	*known
	report doc.Report
}

func (c checker) fault(pointer string, rule Rule, found, expected string) {
	c.report(jscan.Fault{Pointer: pointer, Offset: -1, Rule: rule, Found: found, Expected: expected})
}

func (c checker) region(pointer string, code model.RegionCode) {
	if _, ok := c.regions[code]; !ok && code != "" { // an empty one was reported when it was read
		c.fault(pointer, RuleRegion, strconv.Quote(string(code)), c.near(code))
	}
}

// near words what region was perhaps meant: BPS and Kemendagri number some
// regions differently.
func (c checker) near(code model.RegionCode) string {
	dotted := model.KemendagriCode(code)
	if len(code) == 4 {
		dotted = model.KemendagriCode(code[:2] + "." + code[2:])
	}
	if c.kemendagri[dotted] {
		return "a region of the index; " + string(dotted) + " is a code of Kemendagri, figures go by the code of BPS"
	}
	return "a region of the index"
}

func (c checker) indicator(pointer string, id model.IndicatorID) {
	if _, ok := c.indicators[id]; !ok && id != "" {
		c.fault(pointer, RuleIndicator, strconv.Quote(string(id)), "an indicator of the index")
	}
}

func (c checker) source(pointer string, id model.SourceID) {
	if !c.sources[id] && id != "" {
		c.fault(pointer, RuleSource, strconv.Quote(string(id)), "a source of the index")
	}
}

// once reports an identity given again.
func (c checker) once(again bool, pointer, id string) {
	if again {
		c.fault(pointer, RuleDuplicate, id+" again", "each one once")
	}
}

// twice reports elements of an index that have the identity of an earlier one.
func twice[T any, K comparable](c checker, list string, elements []T, key func(T) K) {
	seen := make(map[K]bool, len(elements))
	var none K
	for i, x := range elements {
		k := key(x)
		if k != none && seen[k] {
			c.once(true, fmt.Sprintf("/%s/%d", list, i), fmt.Sprint(k))
		}
		seen[k] = true
	}
}

// index checks a document that has been merged into what is known.
func (c checker) index(x doc.Index) {
	twice(c, "regions", x.Regions, func(r model.Region) model.RegionCode { return r.Code })
	twice(c, "indicators", x.Indicators, func(i model.Indicator) model.IndicatorID { return i.ID })
	twice(c, "sources", x.Sources, func(s model.Source) model.SourceID { return s.ID })
	twice(c, "strategies", x.Strategies, func(s model.StrategyItem) model.Strategy { return s.Code })
	twice(c, "targets", x.Targets, targetKey)
	for i, r := range x.Regions {
		c.region(fmt.Sprintf("/regions/%d/parent", i), r.Parent)
	}
	for i, ind := range x.Indicators {
		if f := fileOf(ind.ID); f == indexFile || f == programmesFile || f == SettingsFile {
			c.fault(fmt.Sprintf("/indicators/%d/id", i), RuleSchema, strconv.Quote(string(ind.ID)), "an id that is not the name of another file")
		}
	}
	for i, s := range x.Strategies {
		c.source(fmt.Sprintf("/strategies/%d/source", i), s.Source)
	}
	twice(c, "aliases", x.Aliases, aliasKey)
	for i, a := range x.Aliases {
		c.region(fmt.Sprintf("/aliases/%d/region", i), a.Region)
		c.source(fmt.Sprintf("/aliases/%d/source", i), a.Source)
	}
	c.targets(x.Targets)
	c.breaks(x.Breaks)
}

func (c checker) targets(targets []model.Target) {
	for i, t := range targets {
		at := fmt.Sprintf("/targets/%d", i)
		c.region(at+"/region", t.Region)
		c.indicator(at+"/indicator", t.Indicator)
		c.source(at+"/source", t.Source)
		if ind, ok := c.indicators[t.Indicator]; ok {
			c.value(at+"/value", ind, t.Value)
		}
	}
}

func (c checker) breaks(breaks []model.Break) {
	for i, b := range breaks {
		at := fmt.Sprintf("/breaks/%d", i)
		for j, id := range b.Indicators {
			c.indicator(fmt.Sprintf("%s/indicators/%d", at, j), id)
		}
		for j, code := range b.Regions {
			c.region(fmt.Sprintf("%s/regions/%d", at, j), code)
		}
		c.source(at+"/source", b.Source)
	}
}

func (c checker) value(pointer string, ind model.Indicator, v float64) {
	if v < ind.Min || v > ind.Max {
		c.fault(pointer, RuleRange, plain(v), fmt.Sprintf("%s to %s %s", plain(ind.Min), plain(ind.Max), ind.Unit))
	}
}

func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// table checks the figures of one indicator.
func (c checker) table(t *doc.Table) {
	ind, ok := c.indicators[t.Indicator]
	if !ok {
		c.indicator("/indicator", t.Indicator)
		return
	}
	for i, o := range t.Origins {
		for j, id := range o.Sources {
			c.source(fmt.Sprintf("/origins/%d/sources/%d", i, j), id)
		}
	}
	for i, p := range t.Periods {
		if !ind.Allows(p) {
			c.fault(fmt.Sprintf("/periods/%d", t.Columns[i]), RulePeriod, p.String(), "a month that "+string(t.Indicator)+" has: "+months(ind.Months))
		}
	}
	for row, code := range t.Regions {
		c.region("/rows/"+string(code), code)
		for col := range t.Periods {
			v := t.Values[t.At(row, col)]
			if math.IsNaN(v) {
				continue
			}
			if v < ind.Min || v > ind.Max { // the pointer is dear
				c.value(pointerTo(t, row, col), ind, v)
			}
		}
	}
	for _, x := range t.Cells {
		for i, o := range x.Others {
			c.value(fmt.Sprintf("/cells/%d/others/%d/value", x.Index, i), ind, o.Value)
		}
	}
	c.originless(t)
}

// originless reports figures that no origin is given for.
func (c checker) originless(t *doc.Table) {
	own := map[int]bool{}
	for _, x := range t.Cells {
		if x.Origin >= 0 {
			own[t.At(x.Row, x.Col)] = true
		}
	}
	for row, code := range t.Regions {
		from, origin := t.Tier(doc.TierOf(c.level(code)))
		for col := range t.Periods {
			at := t.At(row, col)
			if from != nil {
				origin = from[col]
			}
			if origin < 0 && !own[at] && !math.IsNaN(t.Values[at]) {
				c.fault(pointerTo(t, row, col), RuleSource, "a figure without a source", "an origin for it in /from or /cells")
			}
		}
	}
}

// pointerTo gives the place of a figure in the document.
func pointerTo(t *doc.Table, row, col int) string {
	return fmt.Sprintf("/rows/%s/%d", t.Regions[row], t.Columns[col])
}

// pointerToPeriod gives the place of a column.
func pointerToPeriod(t *doc.Table, col int) string { return fmt.Sprintf("/periods/%d", t.Columns[col]) }

func months(ms []int8) string {
	s := ""
	for i, m := range ms {
		if i > 0 {
			s += ", "
		}
		if m == 0 {
			s += "the whole year"
			continue
		}
		s += strconv.Itoa(int(m))
	}
	return s
}

// programmes checks a list of programmes.
func (c checker) programmes(x doc.Programmes) {
	seen := map[model.ProgrammeID]bool{}
	for i, p := range x.Entries {
		at := fmt.Sprintf("/programmes/%d", i)
		c.once(seen[p.ID], at+"/id", string(p.ID))
		seen[p.ID] = p.ID != ""
		c.region(at+"/region", p.Region)
		if p.Strategy != 0 && !c.strategies[p.Strategy] {
			c.fault(at+"/strategy", RuleStrategy, strconv.Itoa(int(p.Strategy)), "a strategy of the index")
		}
		c.indicator(at+"/indicator", p.Indicator)
		for j, place := range p.Places {
			if !c.kemendagri[place] {
				c.fault(fmt.Sprintf("%s/places/%d", at, j), RuleRegion, strconv.Quote(string(place)), "a Kemendagri code of the index")
			}
		}
		for j, id := range p.Sources {
			c.source(fmt.Sprintf("%s/sources/%d", at, j), id)
		}
	}
}
