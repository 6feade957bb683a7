package meeting

import (
	"cmp"
	"slices"
	"time"
)

// MaxVisits is how many people are remembered as having been there.
const MaxVisits = 2000

// Visit is a person's time in the room, from first coming to last leaving.
type Visit struct {
	Name         string // cleaned, see [Name]
	Since, Until time.Time
}

// visits remembers who has left. A person who comes back under the same name
// goes on with their visit; one who was there beside them is another person.
type visits []Visit

// add remembers a visit, and gives what is remembered then.
func (v visits) add(n Visit) visits {
	for i, old := range v {
		if old.Name == n.Name && !n.Since.Before(old.Until) {
			v[i].Until = n.Until
			return v
		}
	}
	if len(v) >= MaxVisits {
		return v
	}
	return append(v, n)
}

// Visits lists who joined over the network, those who are there until now, in
// the order of coming. It is for the record of the meeting, not for the room.
func (r *Room) Visits() []Visit {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := slices.Clone(r.gone)
	now, there := r.now(), make([]Person, 0, len(r.people))
	for _, p := range r.people {
		there = append(there, *p)
	}
	slices.SortFunc(there, func(a, b Person) int { return cmp.Compare(a.ID, b.ID) })
	for _, p := range there {
		if v, ok := p.visit(now); ok {
			out = out.add(v)
		}
	}
	slices.SortStableFunc(out, func(a, b Visit) int { return a.Since.Compare(b.Since) })
	return out
}

// visit gives the visit of a person who leaves now; nobody visits from the
// machine that holds the meeting.
func (p Person) visit(now time.Time) (Visit, bool) {
	return Visit{Name: p.Name, Since: p.Since, Until: now}, p.Addr != "" && p.Name != ""
}
