package target

import (
	"cmp"
	"slices"
	"strings"

	"rakor/model"
)

// Cell is what a kecamatan has of one strategy.
type Cell struct {
	Rows int
	// Budget is that of the entries that name this kecamatan alone: the money
	// of an entry for several places cannot be told apart by place.
	Budget Money
	// People are the targets in persons of those entries.
	People     int64
	PeopleRows int
}

// Empty tells whether nothing is planned there.
func (c Cell) Empty() bool { return c.Rows == 0 }

// Matrix is which strategy works in which kecamatan: each poor household is to
// get the full set, protection, income and surroundings.
type Matrix struct {
	Places     []model.Region // kecamatan, in the order of their codes
	Strategies []model.StrategyItem
	Cells      [][]Cell // by place, then strategy

	// Everywhere are the entries for all of the region; they are in no cell.
	Everywhere []Cell // by strategy
	Unplaced   int    // entries without a place
	Unknown    int    // entries whose place has no kecamatan of the region
	Other      int    // entries without a strategy of the list
	Shared     int    // entries for several kecamatan, whose money is in no cell
	Samples    int    // left out
}

// Gap is a cell in which nothing is planned.
type Gap struct {
	Place    model.Region
	Strategy model.StrategyItem
}

// Gaps gives the empty cells, by place and strategy. What is planned for all of
// the region fills no cell: it may or may not reach a place.
func (m *Matrix) Gaps() []Gap {
	var out []Gap
	for i, p := range m.Places {
		for j, s := range m.Strategies {
			if m.Cells[i][j].Empty() {
				out = append(out, Gap{p, s})
			}
		}
	}
	return out
}

// Converge makes the matrix of a region. districts are its kecamatan with their
// Kemendagri codes. An entry counts once in every kecamatan that it names, or
// in which it names a kelurahan.
func Converge(entries []*model.Programme, home model.Region, districts []model.Region, strategies []model.StrategyItem) Matrix {
	m := Matrix{Places: districts, Strategies: strategies, Cells: make([][]Cell, len(districts)), Everywhere: make([]Cell, len(strategies))}
	for i := range m.Cells {
		m.Cells[i] = make([]Cell, len(strategies))
	}
	for _, p := range entries {
		if p.Sample {
			m.Samples++
			continue
		}
		m.add(p, home)
	}
	return m
}

func (m *Matrix) add(p *model.Programme, home model.Region) {
	j := slices.IndexFunc(m.Strategies, func(s model.StrategyItem) bool { return s.Code == p.Strategy && s.Code != 0 })
	at, all := m.places(p, home)
	switch {
	case len(p.Places) == 0 && len(p.PlaceNames) == 0:
		m.Unplaced++
		return
	case j < 0:
		m.Other++
		return
	case all:
		m.Everywhere[j].add(p, true)
		return
	case len(at) == 0:
		m.Unknown++
		return
	case len(at) > 1:
		m.Shared++
	}
	for _, i := range at {
		m.Cells[i][j].add(p, len(at) == 1)
	}
}

// places gives the kecamatan that an entry names, each once; all is true where
// it names the region itself.
func (m *Matrix) places(p *model.Programme, home model.Region) (at []int, all bool) {
	for _, code := range p.Places {
		if code == home.Kemendagri {
			return nil, true
		}
		i := slices.IndexFunc(m.Places, func(d model.Region) bool {
			return code == d.Kemendagri || strings.HasPrefix(string(code), string(d.Kemendagri)+".")
		})
		if i >= 0 && !slices.Contains(at, i) {
			at = append(at, i)
		}
	}
	slices.Sort(at)
	return at, false
}

func (c *Cell) add(p *model.Programme, alone bool) {
	c.Rows++
	if !alone {
		return
	}
	if b := p.EffectiveBudget(); b.OK {
		c.Budget.add(b.V)
	}
	if p.Target.OK && p.Target.V.Unit == model.PerPerson {
		c.People = saturating(c.People, p.Target.V.N)
		c.PeopleRows++
	}
}

// Overlap is two entries of two departments that give the same kind of help to
// the same group in the same place and year: to be looked at, not an error.
type Overlap struct {
	A, B  *model.Programme
	Place string // that both name
	Group string // as A words it
	Kind  string // of help, as A words it
}

// MaxOverlaps bounds how many pairs are listed.
const MaxOverlaps = 500

// Overlaps finds the pairs. Entries that do not tell group, kind of help or
// place cannot be compared and give none; capitals and blanks make no
// difference. At most [MaxOverlaps] are given, in the order of the list.
func Overlaps(entries []*model.Programme) []Overlap {
	type key struct {
		year        model.Year
		group, kind string
		place       string
	}
	like := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
	seen := map[key][]*model.Programme{}
	told := map[[2]model.ProgrammeID]bool{}
	var out []Overlap
	for _, p := range entries {
		group, kind := like(p.TargetGroup), like(cmp.Or(p.AidKind, p.Benefit))
		if p.Sample || group == "" || kind == "" {
			continue
		}
		for i, place := range p.Places {
			k := key{p.Year, group, kind, string(place)}
			for _, other := range seen[k] {
				pair := [2]model.ProgrammeID{other.ID, p.ID}
				if like(other.Department) == like(p.Department) || told[pair] || len(out) >= MaxOverlaps {
					continue
				}
				told[pair] = true
				name := string(place)
				if i < len(p.PlaceNames) && len(p.PlaceNames) == len(p.Places) {
					name = p.PlaceNames[i]
				}
				out = append(out, Overlap{A: other, B: p, Place: name, Group: other.TargetGroup, Kind: cmp.Or(other.AidKind, other.Benefit)})
			}
			seen[k] = append(seen[k], p)
		}
	}
	return out
}
