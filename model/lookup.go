package model

import (
	"slices"
	"strings"
)

// NearestRegions gives the codes of at most n regions that were perhaps meant
// by what was typed: a name or a part of it, a code of Kemendagri, or a code or
// name with a slip. Best first.
func (d *Dataset) NearestRegions(asked string, n int) []string {
	l := lookup{asked: strings.ToLower(strings.TrimSpace(asked)), key: map[string]string{}}
	for _, r := range d.p.Regions {
		bare := strings.TrimPrefix(strings.TrimPrefix(r.Name, "Kabupaten "), "Kota ")
		l.add(string(r.Code), string(r.Code), string(r.Kemendagri), r.Name, bare)
	}
	return l.nearest(n)
}

// NearestIndicators gives the ids of at most n indicators that were perhaps
// meant by what was typed: an id with a slip, or a part of a name in either
// language. Best first.
func (d *Dataset) NearestIndicators(asked string, n int) []string {
	l := lookup{asked: strings.ToLower(strings.TrimSpace(asked)), key: map[string]string{}}
	for _, i := range d.p.Indicators {
		l.add(string(i.ID), string(i.ID), i.Short.ID, i.Short.EN, i.Name.ID, i.Name.EN)
	}
	return l.nearest(n)
}

// lookup finds the keys of names that look like what was asked for.
type lookup struct {
	asked string
	names []string          // in lower case, each once
	key   map[string]string // by name; the first region of a name has it
	whole []string          // keys with a name that is what was asked for
	start []string          // keys with a name that begins with it
	part  []string          // keys with a name that holds it
}

// leastPart is how many letters a part of a name must have to mean anything.
const leastPart = 3

func (l *lookup) add(key string, names ...string) {
	for _, name := range names {
		if name == "" {
			continue
		}
		name = strings.ToLower(name)
		switch {
		case name == l.asked:
			l.whole = append(l.whole, key)
		case len(l.asked) >= leastPart && strings.HasPrefix(name, l.asked):
			l.start = append(l.start, key)
		case len(l.asked) >= leastPart && strings.Contains(name, l.asked):
			l.part = append(l.part, key)
		}
		if _, ok := l.key[name]; !ok {
			l.key[name] = key
			l.names = append(l.names, name)
		}
	}
}

func (l *lookup) nearest(n int) []string {
	out := make([]string, 0, n)
	take := func(keys []string) {
		for _, k := range keys {
			if len(out) < n && !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
	}
	take(l.whole)
	take(l.start)
	take(l.part)
	for _, name := range Nearest(l.asked, l.names, 4*n) {
		take([]string{l.key[name]})
	}
	return out
}
