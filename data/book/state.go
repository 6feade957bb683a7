package book

import (
	"slices"

	"rakor/data"
	"rakor/model"
)

// state is the list as it stands, and how it differs from the embedded one.
// Its parts are replaced, never changed, where a Snapshot may hold them.
type state struct {
	base    *model.Programmes
	place   map[model.ProgrammeID]int // of the embedded entries in their list
	list    *model.Programmes
	touched map[model.ProgrammeID]bool // entries that may differ from the embedded ones
	removed map[model.ProgrammeID]bool // embedded entries that were removed
}

func newState(base *model.Programmes) *state {
	s := &state{
		base: base, list: base, place: make(map[model.ProgrammeID]int, base.Len()),
		touched: map[model.ProgrammeID]bool{}, removed: map[model.ProgrammeID]bool{},
	}
	for i := range base.All() {
		s.place[base.All()[i].ID] = i
	}
	return s
}

// lay puts a document over the embedded list. The document's entries are taken
// over, not copied, where they need not stand between embedded ones: a long
// list is then in memory once.
func (s *state) lay(l data.List) {
	for _, id := range l.Removed {
		s.removed[id] = true
	}
	if rows, ok := s.above(l.Entries); ok {
		s.list = model.NewProgrammes(rows, s.base.Strategies())
		return
	}
	over := make(map[model.ProgrammeID]int, len(l.Entries))
	for i := range l.Entries {
		s.touched[l.Entries[i].ID] = true
		over[l.Entries[i].ID] = i
	}
	rows := make([]model.Programme, 0, s.base.Len()+len(l.Entries))
	for i := range s.base.All() {
		p := &s.base.All()[i]
		if at, ok := over[p.ID]; ok {
			rows = append(rows, l.Entries[at])
		} else if !s.removed[p.ID] {
			rows = append(rows, *p)
		}
	}
	for i := range l.Entries {
		if _, embedded := s.place[l.Entries[i].ID]; !embedded {
			rows = append(rows, l.Entries[i])
		}
	}
	s.list = model.NewProgrammes(rows, s.base.Strategies())
}

// above puts the embedded entries before those of a document that replaces
// none of them; ok is false where it does.
func (s *state) above(entries []model.Programme) (rows []model.Programme, ok bool) {
	for i := range entries {
		if _, embedded := s.place[entries[i].ID]; embedded {
			return nil, false
		}
	}
	var kept []model.Programme
	for i := range s.base.All() {
		if !s.removed[s.base.All()[i].ID] {
			kept = append(kept, s.base.All()[i])
		}
	}
	for i := range entries {
		s.touched[entries[i].ID] = true
	}
	return slices.Insert(entries, 0, kept...), true
}

// over gives the document that lays this list over the embedded one.
func (s *state) over() data.List {
	l := data.List{Entries: []model.Programme{}}
	for i := range s.list.All() {
		p := &s.list.All()[i]
		if !s.touched[p.ID] {
			continue
		}
		if b := s.base.Find(p.ID); b != nil && len(model.Differing(b, p)) == 0 {
			continue
		}
		l.Entries = append(l.Entries, *p)
	}
	for id := range s.removed {
		l.Removed = append(l.Removed, id)
	}
	return l
}

// result is what one change makes of its entry: nil, it is gone.
type result struct {
	id  model.ProgrammeID
	row *model.Programme
}

// put makes the list what the results say. Several results for one entry hold
// in their order.
func (s *state) put(results []result) {
	final := make(map[model.ProgrammeID]*model.Programme, len(results))
	var order []model.ProgrammeID
	for _, r := range results {
		if _, again := final[r.id]; !again {
			order = append(order, r.id)
		}
		final[r.id] = r.row
	}
	var there []*model.Programme
	back, gone := false, false
	for _, id := range order {
		row := final[id]
		_, embedded := s.place[id]
		switch row {
		case nil:
			gone = gone || s.list.Find(id) != nil
			delete(s.touched, id)
			if embedded {
				s.removed[id] = true
			}
		default:
			back = back || embedded && s.removed[id]
			delete(s.removed, id)
			s.touched[id] = true
			there = append(there, row)
		}
	}
	if len(there) > 0 {
		s.list = s.list.With(there...)
	}
	if gone {
		s.list = model.NewProgrammes(slices.DeleteFunc(slices.Clone(s.list.All()), func(p model.Programme) bool {
			row, named := final[p.ID]
			return named && row == nil
		}), s.base.Strategies())
	}
	if back { // an embedded entry comes back to its place
		s.lay(s.over())
	}
}
