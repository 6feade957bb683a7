package model

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Parts is what a dataset is built from.
type Parts struct {
	Checksum   string // "sha256:…" over the data in use
	Regions    []Region
	Indicators []Indicator // in the order in which they are offered
	Sources    []Source
	Targets    []Target
	Breaks     []Break
	Aliases    []Alias
	// Series loads one indicator. It is called at most once an indicator, on
	// first use, and may be called from several goroutines for different ones.
	Series func(IndicatorID) (*Series, error)
}

// Dataset is the published figures: immutable, safe for concurrent readers,
// each indicator decoded on first use. Build it with [NewDataset].
type Dataset struct {
	p          Parts
	region     map[RegionCode]int
	kemendagri map[KemendagriCode]RegionCode
	children   map[RegionCode][]RegionCode
	indicator  map[IndicatorID]int
	source     map[SourceID]int
	lazy       []lazySeries
}

type lazySeries struct {
	once sync.Once
	s    *Series
	err  error
}

// NewDataset indexes the parts; their slices are kept, not copied.
func NewDataset(p Parts) *Dataset {
	d := &Dataset{
		p:          p,
		region:     make(map[RegionCode]int, len(p.Regions)),
		kemendagri: make(map[KemendagriCode]RegionCode, len(p.Regions)),
		children:   map[RegionCode][]RegionCode{},
		indicator:  make(map[IndicatorID]int, len(p.Indicators)),
		source:     make(map[SourceID]int, len(p.Sources)),
		lazy:       make([]lazySeries, len(p.Indicators)),
	}
	for i, r := range p.Regions {
		d.region[r.Code] = i
		if r.Kemendagri != "" {
			d.kemendagri[r.Kemendagri] = r.Code
		}
		if r.Parent != "" {
			d.children[r.Parent] = append(d.children[r.Parent], r.Code)
		}
	}
	for i, x := range p.Indicators {
		d.indicator[x.ID] = i
	}
	for i, x := range p.Sources {
		d.source[x.ID] = i
	}
	return d
}

// Checksum gives the digest of the data in use, "sha256:…".
func (d *Dataset) Checksum() string { return d.p.Checksum }

// Regions gives all regions. The slice is shared: do not change it.
func (d *Dataset) Regions() []Region { return d.p.Regions }

// Region finds a region by its code.
func (d *Dataset) Region(c RegionCode) (Region, bool) {
	i, ok := d.region[c]
	if !ok {
		return Region{}, false
	}
	return d.p.Regions[i], true
}

// RegionByKemendagri finds a region by the code of Kemendagri.
func (d *Dataset) RegionByKemendagri(c KemendagriCode) (Region, bool) {
	r, ok := d.kemendagri[c]
	if !ok {
		return Region{}, false
	}
	return d.Region(r)
}

// Children gives the codes one tier below c, in the order of the file. The
// slice is shared: do not change it.
func (d *Dataset) Children(c RegionCode) []RegionCode { return d.children[c] }

// Province gives the province that c lies in, or is; ok is false for the
// nation and for unknown codes.
func (d *Dataset) Province(c RegionCode) (Region, bool) {
	for range 8 { // a loop of parents in broken data ends here
		r, ok := d.Region(c)
		if !ok || r.Level == LevelNation {
			return Region{}, false
		}
		if r.Level == LevelProvince {
			return r, true
		}
		c = r.Parent
	}
	return Region{}, false
}

// Sisters gives the regencies and cities of c's province, c itself among them,
// in the order of the file; nil where c lies in no province.
func (d *Dataset) Sisters(c RegionCode) []RegionCode {
	prov, ok := d.Province(c)
	if !ok {
		return nil
	}
	return d.children[prov.Code]
}

// Locals gives the codes of all regencies and cities, in the order of the
// file.
func (d *Dataset) Locals() []RegionCode {
	var out []RegionCode
	for _, r := range d.p.Regions {
		if r.Level.IsLocal() {
			out = append(out, r.Code)
		}
	}
	return out
}

// Indicators gives all indicators in the order in which they are offered. The
// slice is shared: do not change it.
func (d *Dataset) Indicators() []Indicator { return d.p.Indicators }

// Indicator finds an indicator.
func (d *Dataset) Indicator(id IndicatorID) (Indicator, bool) {
	i, ok := d.indicator[id]
	if !ok {
		return Indicator{}, false
	}
	return d.p.Indicators[i], true
}

// Sources gives all sources. The slice is shared: do not change it.
func (d *Dataset) Sources() []Source { return d.p.Sources }

// Source finds a source; an unknown one gives its id as title, so that a
// figure is never shown without where it came from.
func (d *Dataset) Source(id SourceID) Source {
	if i, ok := d.source[id]; ok {
		return d.p.Sources[i]
	}
	return Source{ID: id, Title: string(id)}
}

// Breaks gives the changes of method. The slice is shared: do not change it.
func (d *Dataset) Breaks() []Break { return d.p.Breaks }

// BreakBetween finds a change of method between two periods of a region's
// series.
func (d *Dataset) BreakBetween(id IndicatorID, r RegionCode, a, b Period) (Break, bool) {
	for _, k := range d.p.Breaks {
		if k.Between(id, r, a, b) && d.onLevel(k, r) {
			return k, true
		}
	}
	return Break{}, false
}

// onLevel tells whether a break holds for the level of a region.
func (d *Dataset) onLevel(k Break, r RegionCode) bool {
	if len(k.Levels) == 0 {
		return true
	}
	x, ok := d.Region(r)
	return ok && contains(k.Levels, x.Level)
}

// Targets gives the targets of a region for an indicator, earliest first.
func (d *Dataset) Targets(r RegionCode, id IndicatorID) []Target {
	var out []Target
	for _, t := range d.p.Targets {
		if t.Region == r && t.Indicator == id {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b Target) int { return int(a.Year - b.Year) })
	return out
}

// NotFoundError tells what was asked for and does not exist, with the nearest
// that do.
type NotFoundError struct {
	Kind    string   // "indicator", "region", "period", "programme"
	Name    string   // as asked for
	Nearest []string // as they are to be typed, best first; may be empty
}

// Error names what was not found and the nearest real ones.
func (e *NotFoundError) Error() string {
	if len(e.Nearest) == 0 {
		return fmt.Sprintf("%s %q not found", e.Kind, e.Name)
	}
	return fmt.Sprintf("%s %q not found; nearest: %s", e.Kind, e.Name, strings.Join(e.Nearest, ", "))
}

// Series gives one indicator, decoded on first use. Errors: *[NotFoundError]
// for an unknown indicator, or what the loader gave.
func (d *Dataset) Series(id IndicatorID) (*Series, error) {
	i, ok := d.indicator[id]
	if !ok {
		return nil, &NotFoundError{Kind: "indicator", Name: string(id)}
	}
	l := &d.lazy[i]
	l.once.Do(func() { l.s, l.err = d.p.Series(id) })
	return l.s, l.err
}

// Value gives one figure; ok is false where it, or the indicator, is missing.
func (d *Dataset) Value(r RegionCode, id IndicatorID, p Period) (float64, bool) {
	s, err := d.Series(id)
	if err != nil {
		return 0, false
	}
	return s.Value(r, p)
}

// At gives one figure with its sources; ok is false where it is missing.
func (d *Dataset) At(r RegionCode, id IndicatorID, p Period) (Observation, bool) {
	s, err := d.Series(id)
	if err != nil {
		return Observation{}, false
	}
	return s.At(r, p)
}
