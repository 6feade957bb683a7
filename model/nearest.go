package model

import (
	"cmp"
	"slices"
	"strings"
)

// Nearest gives at most n of names that look most like name, best first: the
// fewest letters to change (Levenshtein 1966, without regard to case), the
// longer common beginning first among equals. Names that share nothing with it
// are left out. Cost: the letters of all names times those of name.
func Nearest(name string, names []string, n int) []string {
	type near struct {
		name         string
		edits, start int
	}
	name = strings.ToLower(name)
	found := make([]near, 0, len(names))
	for _, other := range names {
		low := strings.ToLower(other)
		k := near{other, edits(name, low), 0}
		for k.start < min(len(name), len(low)) && name[k.start] == low[k.start] {
			k.start++
		}
		if k.edits < max(len(name), len(low)) {
			found = append(found, k)
		}
	}
	slices.SortStableFunc(found, func(a, b near) int {
		return cmp.Or(cmp.Compare(a.edits, b.edits), cmp.Compare(b.start, a.start))
	})
	out := make([]string, 0, n)
	for _, k := range found {
		if len(out) < n && !slices.Contains(out, k.name) {
			out = append(out, k.name)
		}
	}
	return out
}

// edits counts the letters to insert, delete or replace to turn a into b.
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
