package meeting

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rakor/model"
)

// Change is one edit: a record as it was, nil for none, and as it is to be, nil
// where it is removed.
type Change struct{ Was, Now Record }

// Add is the change that makes a record.
func Add(r Record) Change { return Change{Now: r} }

// Edit is the change of a record into another of the same key.
func Edit(was, now Record) Change { return Change{Was: was, Now: now} }

// Remove is the change that takes a record away.
func Remove(r Record) Change { return Change{Was: r} }

// Reverse gives the change that takes c back.
func (c Change) Reverse() Change { return Change{Was: c.Now, Now: c.Was} }

// Key names the record that a change is about.
func (c Change) Key() string {
	switch {
	case c.Now != nil:
		return c.Now.Key()
	case c.Was != nil:
		return c.Was.Key()
	}
	return ""
}

// ConflictError tells that a record is not what a change took it for.
type ConflictError struct {
	Key    string
	Theirs Record // what is there; nil where it is gone
	Mine   Record // what the change wanted; nil for a removal
}

// Error names the record and what has become of it.
func (e *ConflictError) Error() string {
	if e.Theirs == nil {
		return fmt.Sprintf("meeting: %s was removed meanwhile", e.Key)
	}
	return fmt.Sprintf("meeting: %s was changed meanwhile", e.Key)
}

// Minutes are all records after some changes. The zero value has none. Minutes
// are immutable and may be read from several goroutines.
type Minutes struct {
	records map[string]Record
}

// Len gives how many records there are.
func (m *Minutes) Len() int {
	if m == nil {
		return 0
	}
	return len(m.records)
}

// Same tells whether two records say the same; nil is the same as nil only.
func Same(a, b Record) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && a.Key() == b.Key() && bytes.Equal(x, y)
}

// Apply gives the minutes after changes, all of them or none. A record must be
// what the change took it for, or what it wants already. Errors: [ErrRecord]
// for a record that cannot be kept or a change between two keys,
// *[ConflictError].
func (m *Minutes) Apply(changes ...Change) (*Minutes, error) {
	out := &Minutes{records: map[string]Record{}}
	if m != nil && m.records != nil {
		out.records = maps.Clone(m.records)
	}
	for _, c := range changes {
		if err := out.apply(c); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (m *Minutes) apply(c Change) error {
	key := c.Key()
	if key == "" {
		return nil
	}
	if c.Was != nil && c.Was.Key() != key {
		return invalid(key, "was %s", c.Was.Key())
	}
	there := m.records[key]
	if !Same(there, c.Was) && !Same(there, c.Now) {
		return &ConflictError{Key: key, Theirs: there, Mine: c.Now}
	}
	if c.Now == nil {
		delete(m.records, key)
		return nil
	}
	if err := c.Now.Check(); err != nil {
		return err
	}
	m.records[key] = c.Now
	return nil
}

// Records gives all records in the order of their keys.
func (m *Minutes) Records() []Record {
	if m == nil {
		return nil
	}
	out := make([]Record, 0, len(m.records))
	for _, key := range slices.Sorted(maps.Keys(m.records)) {
		out = append(out, m.records[key])
	}
	return out
}

// Meeting gives a meeting by its ID.
func (m *Minutes) Meeting(id ID) (Meeting, bool) {
	if m == nil {
		return Meeting{}, false
	}
	x, ok := m.records[Meeting{ID: id}.Key()].(Meeting)
	return x, ok
}

// Decision gives a decision by its ID.
func (m *Minutes) Decision(id DecisionID) (Decision, bool) {
	if m == nil {
		return Decision{}, false
	}
	x, ok := m.records["d/"+string(id)].(Decision)
	return x, ok
}

// Meetings gives the meetings of a region, the oldest first.
func (m *Minutes) Meetings(home model.RegionCode) []Meeting {
	if m == nil {
		return nil
	}
	var out []Meeting
	for _, r := range m.records {
		if x, ok := r.(Meeting); ok && x.Home == string(home) {
			out = append(out, x)
		}
	}
	slices.SortFunc(out, func(a, b Meeting) int { return compareIDs(a.ID, b.ID) })
	return out
}

// compareIDs orders meetings by day, and those of a day by their number.
func compareIDs(a, b ID) int {
	return cmp.Or(strings.Compare(day(a), day(b)), cmp.Compare(len(a), len(b)), strings.Compare(string(a), string(b)))
}

func day(id ID) string { return string(id)[:min(10, len(id))] }

// Before tells whether meeting a comes before meeting b.
func Before(a, b ID) bool { return compareIDs(a, b) < 0 }

// Decisions gives the decisions of a meeting by number.
func (m *Minutes) Decisions(id ID) []Decision {
	return collect(m, func(d Decision) bool { return d.Meeting == id })
}

// AllDecisions gives the decisions of all of a region's meetings, by meeting
// and number.
func (m *Minutes) AllDecisions(home model.RegionCode) []Decision {
	if m == nil {
		return nil
	}
	return collect(m, func(d Decision) bool {
		x, ok := m.Meeting(d.Meeting)
		return ok && x.Home == string(home)
	})
}

func collect(m *Minutes, want func(Decision) bool) []Decision {
	if m == nil {
		return nil
	}
	var out []Decision
	for _, r := range m.records {
		if d, ok := r.(Decision); ok && want(d) {
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b Decision) int {
		return cmp.Or(compareIDs(a.Meeting, b.Meeting), cmp.Compare(a.Number, b.Number))
	})
	return out
}

// Hands gives the shows of hands of a meeting by number.
func (m *Minutes) Hands(id ID) []Hands {
	if m == nil {
		return nil
	}
	var out []Hands
	for _, r := range m.records {
		if h, ok := r.(Hands); ok && h.Meeting == id {
			out = append(out, h)
		}
	}
	slices.SortFunc(out, func(a, b Hands) int { return cmp.Compare(a.Number, b.Number) })
	return out
}

// NextNumber gives the number of a meeting's next decision: one above the
// highest that there is.
func (m *Minutes) NextNumber(id ID) int {
	n := 0
	for _, d := range m.Decisions(id) {
		n = max(n, d.Number)
	}
	return n + 1
}

// NextHands gives the number of a meeting's next show of hands.
func (m *Minutes) NextHands(id ID) int {
	n := 0
	for _, h := range m.Hands(id) {
		n = max(n, h.Number)
	}
	return n + 1
}

// NewID gives the ID of a new meeting on a day.
func (m *Minutes) NewID(on model.Date) ID {
	id := ID(on)
	for n := 2; ; n++ {
		if _, taken := m.Meeting(id); !taken {
			return id
		}
		id = ID(fmt.Sprintf("%s-%d", on, n))
	}
}

// FollowUp is an open decision of an earlier meeting.
type FollowUp struct {
	Decision Decision
	// Late is how many days its deadline has passed; below 0 it has that many
	// left, and 0 is the day itself or no deadline.
	Late int
}

// FollowUps gives what earlier meetings of the same region left open, the
// latest first, then by meeting and number. Those without a deadline stand
// last. Today is the day that lateness is counted to.
func (m *Minutes) FollowUps(of Meeting, today model.Date) []FollowUp {
	var out []FollowUp
	for _, d := range m.AllDecisions(model.RegionCode(of.Home)) {
		if d.Status.IsOpen() && Before(d.Meeting, of.ID) {
			out = append(out, FollowUp{Decision: d, Late: DaysLate(d, today)})
		}
	}
	slices.SortStableFunc(out, func(a, b FollowUp) int {
		if none, other := a.Decision.Deadline == "", b.Decision.Deadline == ""; none != other {
			if none {
				return 1
			}
			return -1
		}
		return cmp.Compare(b.Late, a.Late)
	})
	return out
}

// DaysLate gives how many days a decision is past its deadline; below 0 it has
// that many left. Without a deadline, or where one of the days is none, 0.
func DaysLate(d Decision, today model.Date) int {
	n, ok := model.DaysBetween(d.Deadline, today)
	if !ok {
		return 0
	}
	return n
}

// With gives a meeting with one more attendee; one of the same name and
// department who was written down is there once.
func (m Meeting) With(p Attendee) Meeting {
	for _, q := range m.Attendance {
		if q.Name == p.Name && q.Department == p.Department && q.Joined == p.Joined && q.Since == p.Since {
			return m
		}
	}
	m.Attendance = append(slices.Clone(m.Attendance), p)
	return m
}

// Move gives a decision after a step: the new status, and the new deadline
// where one is given.
func (d Decision) Move(p Progress) Decision {
	d.Progress = append(slices.Clone(d.Progress), p)
	d.Status = p.Status
	if p.Deadline != "" {
		d.Deadline = p.Deadline
	}
	return d
}
