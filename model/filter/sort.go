package filter

import (
	"cmp"
	"encoding/binary"
	"slices"

	"rakor/model"
	"rakor/model/target"
)

// Sort gives entries in another order; the slice passed in is not changed. Key
// is a name as the screens have it: "department", "code", "name" (the
// activity, or the programme where there is none), "strategy", "target",
// "budget", "realised" (per cent of the budget), "place" or "year"; any other,
// "" among them, keeps the order. Texts are compared without case and accents.
//
// Entries that are equal keep their order, both ways. What is not known comes
// last, both ways, and so does work without a strategy. Targets are ordered
// within their unit and never across: persons, families, households, houses,
// businesses, students, groups, whichever way. Cost: O(n log n).
func Sort(entries []*model.Programme, key string, desc bool) []*model.Programme {
	switch key {
	case "department":
		return byText(entries, desc, func(p *model.Programme) string { return p.Department })
	case "code":
		return byText(entries, desc, func(p *model.Programme) string { return p.Code })
	case "name":
		return byText(entries, desc, func(p *model.Programme) string { return cmp.Or(p.Activity, p.Name) })
	case "place":
		return byText(entries, desc, func(p *model.Programme) string {
			if len(p.PlaceNames) > 0 {
				return p.PlaceNames[0]
			}
			if len(p.Places) > 0 {
				return string(p.Places[0])
			}
			return ""
		})
	case "strategy":
		return byNumber(entries, desc, func(p *model.Programme) (int, float64, bool) {
			return 0, float64(p.Strategy), p.Strategy != 0
		})
	case "year":
		return byNumber(entries, desc, func(p *model.Programme) (int, float64, bool) { return 0, float64(p.Year), p.Year != 0 })
	case "budget":
		return byNumber(entries, desc, func(p *model.Programme) (int, float64, bool) {
			budget := p.EffectiveBudget()
			return 0, float64(budget.V), budget.OK
		})
	case "realised":
		return byNumber(entries, desc, func(p *model.Programme) (int, float64, bool) {
			v, ok := target.Absorbed(p)
			return 0, v, ok
		})
	case "target":
		units := model.TargetUnits()
		return byNumber(entries, desc, func(p *model.Programme) (int, float64, bool) {
			i := slices.Index(units, p.Target.V.Unit)
			if i < 0 {
				i = len(units)
			}
			return i, float64(p.Target.V.N), p.Target.OK
		})
	}
	return slices.Clone(entries)
}

// keyed is an entry's place with what it is ordered by, taken once.
type keyed[K cmp.Ordered] struct {
	group int32  // 0 and above; what is not known is past all groups
	at    int32  // place before, so that equal entries keep it
	head  uint64 // of a text, its first letters: they decide most comparisons
	key   K
}

const unknownGroup = 1 << 30

func order[K cmp.Ordered](entries []*model.Programme, xs []keyed[K], desc bool) []*model.Programme {
	slices.SortFunc(xs, func(a, b keyed[K]) int {
		if a.group != b.group {
			return int(a.group - b.group)
		}
		c := cmp.Compare(a.head, b.head)
		if c == 0 {
			c = cmp.Compare(a.key, b.key)
		}
		switch {
		case c == 0:
			return int(a.at - b.at)
		case desc:
			return -c
		}
		return c
	})
	out := make([]*model.Programme, len(xs))
	for i := range xs {
		out[i] = entries[xs[i].at]
	}
	return out
}

// byText folds all texts into one piece of memory: they are compared some
// fifteen times each, and lie side by side that way.
func byText(entries []*model.Programme, desc bool, text func(*model.Programme) string) []*model.Programme {
	size := 0
	for _, p := range entries {
		size += len(text(p))
	}
	all := make([]byte, 0, size)
	ends := make([]int, len(entries))
	for i, p := range entries {
		all = appendFold(all, text(p))
		ends[i] = len(all)
	}
	folded, from := string(all), 0
	xs := make([]keyed[string], len(entries))
	for i, end := range ends {
		k := folded[from:end]
		xs[i] = keyed[string]{key: k, at: int32(i), head: head(k)}
		if k == "" {
			xs[i].group = unknownGroup
		}
		from = end
	}
	return order(entries, xs, desc)
}

// head gives the first eight bytes of s as a number with the same order.
func head(s string) uint64 {
	var b [8]byte
	copy(b[:], s)
	return binary.BigEndian.Uint64(b[:])
}

func byNumber(entries []*model.Programme, desc bool, number func(*model.Programme) (int, float64, bool)) []*model.Programme {
	xs := make([]keyed[float64], len(entries))
	for i, p := range entries {
		group, v, ok := number(p)
		if !ok {
			group, v = unknownGroup, 0
		}
		xs[i] = keyed[float64]{group: int32(group), key: v, at: int32(i)}
	}
	return order(entries, xs, desc)
}
