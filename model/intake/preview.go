package intake

import (
	"slices"

	"rakor/model"
)

// Status is what an import would do with a row.
type Status uint8

// The statuses.
const (
	Refused   Status = iota // it cannot be used
	New                     // no entry is like it
	Same                    // an entry says just that
	Changed                 // an entry says something else in some fields
	Duplicate               // an earlier row is about the same entry
	Ambiguous               // it could be one of several entries
)

// Statuses lists the statuses in the order in which they are shown.
func Statuses() []Status { return []Status{New, Changed, Same, Duplicate, Ambiguous, Refused} }

// ID gives the name of a status on the command line.
func (s Status) ID() string {
	names := [...]string{"refused", "new", "same", "changed", "duplicate", "ambiguous"}
	if int(s) >= len(names) {
		return ""
	}
	return names[s]
}

// ParseStatus reads the name of a status.
func ParseStatus(name string) (Status, bool) {
	for _, s := range Statuses() {
		if s.ID() == name {
			return s, true
		}
	}
	return Refused, false
}

// Applicable tells whether rows of a status can be written: new ones and
// duplicates as entries of their own, changed ones as edits.
func (s Status) Applicable() bool { return s == New || s == Changed || s == Duplicate }

// Edit is one field that an import would change.
type Edit struct {
	Field    model.Field
	Cell     string
	Was, Now string // as [model.Programme.Text] gives them; "" is unknown
}

// Line is a row of the file and what an import would do with it.
type Line struct {
	Row
	Status Status
	// Match is the entry that the row is about; "" for none.
	Match model.ProgrammeID
	// Was is that entry as the list has it; nil for none.
	Was *model.Programme
	// Now is the entry as it would be; nil for a refused or ambiguous row.
	Now *model.Programme
	// Edits are the fields that a changed row changes, in the order of
	// [model.Fields].
	Edits []Edit
	// Like is the cell of the earlier row that a duplicate repeats.
	Like string
	// Candidates are the entries between which an ambiguous row could choose.
	Candidates []model.ProgrammeID
}

// Preview is what an import would do.
type Preview struct {
	Lines []Line // in the order of the file
	// Absent are the entries of the years, and of the region, that the file is
	// about and that no row speaks of. An import leaves them as they are.
	Absent []model.ProgrammeID
	counts [6]int
}

// Count gives the number of rows of a status.
func (p *Preview) Count(s Status) int {
	if int(s) >= len(p.counts) {
		return 0
	}
	return p.counts[s]
}

// Changes gives the chosen rows as changes for one commit, in the order of the
// file. Rows that cannot be written, whatever was chosen, are left out. A nil
// choose takes the new and the changed ones.
func (p *Preview) Changes(choose func(*Line) bool) []model.Change {
	if choose == nil {
		choose = func(l *Line) bool { return l.Status == New || l.Status == Changed }
	}
	var out []model.Change
	for i := range p.Lines {
		l := &p.Lines[i]
		if !l.Status.Applicable() || l.Now == nil || !choose(l) {
			continue
		}
		if l.Status == Changed {
			out = append(out, model.Change{ID: l.Match, Was: l.Was, Now: l.Now})
			continue
		}
		out = append(out, model.Change{ID: l.Now.ID, Now: l.Now})
	}
	return out
}

// Options tell what an import may do.
type Options struct {
	// Region is the region whose list the file is about.
	Region model.RegionCode
	// Base is what a new entry has before its row is laid over it: the source
	// of the file. Its region is Region.
	Base model.Programme
	// Seen tells that the rows come from a department's own list: what they are
	// about was seen, and is no sample any more.
	Seen bool
	// Coordinator tells that whoever imports may set the states that only a
	// coordinator sets.
	Coordinator bool
}

// Compare holds rows against a list. The rows and the list are not changed;
// the preview keeps pointers into the list.
//
// Cost: O(rows + entries).
func Compare(rows []Row, list []model.Programme, o Options) *Preview {
	o.Base.Region = o.Region
	m := newMatcher(list, o)
	p := &Preview{Lines: make([]Line, len(rows))}
	for i := range rows {
		p.Lines[i] = Line{Row: rows[i]}
	}
	m.match(p.Lines)
	for i := range p.Lines {
		p.counts[p.Lines[i].Status]++
	}
	p.Absent = m.absent(p.Lines)
	return p
}

// Resolve gives the preview with one line settled by a person: it is about the
// entry id, one of its candidates, or, with "", an entry of its own. ok is false
// where the line is refused or id is none of its candidates. The preview itself
// is not changed.
func (p *Preview) Resolve(line int, id model.ProgrammeID, list *model.Programmes, o Options) (*Preview, bool) {
	if line < 0 || line >= len(p.Lines) || p.Lines[line].Status == Refused {
		return p, false
	}
	o.Base.Region = o.Region
	l := p.Lines[line]
	if id == "" {
		l.makeNew(o)
	} else {
		was, ok := list.Get(id)
		if !ok || !slices.Contains(l.Candidates, id) && l.Match != id {
			return p, false
		}
		l.about(&was, o)
	}
	out := &Preview{Lines: slices.Clone(p.Lines), Absent: p.Absent, counts: p.counts}
	out.counts[p.Lines[line].Status]--
	out.counts[l.Status]++
	out.Lines[line] = l
	return out, true
}
