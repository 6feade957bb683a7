package compare

import (
	"cmp"
	"slices"
	"strings"

	"rakor/model"
)

// nearestKept is how many near names an error lists.
const nearestKept = 3

// nearestPeriods gives the periods of a series closest in time to p, as they
// are to be typed.
func nearestPeriods(s *model.Series, p model.Period) []string {
	months := func(q model.Period) int {
		m := int(q.Month)
		if m == 0 {
			m = 6 // a whole year has its middle there
		}
		return int(q.Year)*12 + m
	}
	far := func(q model.Period) int {
		d := months(q) - months(p)
		return max(d, -d)
	}
	ps := slices.Clone(s.Periods())
	slices.SortStableFunc(ps, func(a, b model.Period) int { return cmp.Compare(far(a), far(b)) })
	out := make([]string, 0, nearestKept)
	for _, q := range ps[:min(nearestKept, len(ps))] {
		out = append(out, q.String())
	}
	return out
}

func unknownRegion(ds *model.Dataset, c model.RegionCode) error {
	names := make([]string, 0, len(ds.Regions()))
	for _, r := range ds.Regions() {
		names = append(names, string(r.Code))
	}
	return &model.NotFoundError{Kind: "region", Name: string(c), Nearest: nearest(string(c), names)}
}

// nearest gives the names with the fewest letters to change from name, the
// longer common beginning first among equals; names that share nothing are
// left out.
func nearest(name string, names []string) []string {
	type near struct {
		name         string
		edits, start int
	}
	name = strings.ToLower(name)
	found := make([]near, 0, len(names))
	for _, n := range names {
		k := near{n, edits(name, strings.ToLower(n)), 0}
		for k.start < min(len(name), len(n)) && name[k.start] == n[k.start] {
			k.start++
		}
		if k.edits < max(len(name), len(n)) {
			found = append(found, k)
		}
	}
	slices.SortStableFunc(found, func(a, b near) int {
		return cmp.Or(cmp.Compare(a.edits, b.edits), cmp.Compare(b.start, a.start))
	})
	var out []string
	for _, k := range found[:min(nearestKept, len(found))] {
		out = append(out, k.name)
	}
	return out
}

// edits counts the letters to insert, delete or replace to turn a into b
// (Levenshtein 1966). Cost: len(a) x len(b).
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			next := min(row[j], row[j+1]) + 1
			if a[i] == b[j] {
				next = min(next, diagonal)
			} else {
				next = min(next, diagonal+1)
			}
			diagonal, row[j+1] = row[j+1], next
		}
	}
	return row[len(b)]
}
