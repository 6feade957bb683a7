package model

import "fmt"

// Change is one edit of a list of programmes: an entry as it was, and as it is
// to be. It is committed only where the list still agrees with Was.
type Change struct {
	ID  ProgrammeID // "" for a new entry whose identity the list is to choose
	Was *Programme  // nil: the entry is new
	Now *Programme  // nil: the entry is removed
}

// Kind tells what a change does.
func (c Change) Kind() ChangeKind {
	switch {
	case c.Was == nil && c.Now == nil:
		return ChangeNothing
	case c.Was == nil:
		return ChangeAdd
	case c.Now == nil:
		return ChangeRemove
	}
	return ChangeEdit
}

// ChangeKind is what a change does.
type ChangeKind uint8

// The kinds.
const (
	ChangeNothing ChangeKind = iota
	ChangeAdd
	ChangeEdit
	ChangeRemove
)

// Fields gives the fields of an edit that differ, in their order; nil for the
// other kinds and for an edit that changes nothing.
func (c Change) Fields() []Field {
	if c.Kind() != ChangeEdit {
		return nil
	}
	return Differing(c.Was, c.Now)
}

// Differing gives the fields in which two entries differ, in their order.
func Differing(a, b *Programme) []Field {
	var out []Field
	for _, f := range Fields() {
		if !a.Same(b, f) {
			out = append(out, f)
		}
	}
	return out
}

// Reverse gives the change that takes c back.
func (c Change) Reverse() Change { return Change{ID: c.ID, Was: c.Now, Now: c.Was} }

// ConflictError tells that an entry is not any more what a change took it for.
// Nothing was written.
type ConflictError struct {
	ID ProgrammeID
	// Field is the first field that both changed; "" where it is the entry as a
	// whole: removed meanwhile, or new under an identity that is taken.
	Field Field
	// Fields are all fields that both changed.
	Fields []Field
	Was    *Programme // what the change started from; nil for a new entry
	Theirs *Programme // what the list has now; nil where it was removed
	Mine   *Programme // what the change wanted; nil for a removal
}

// Error names the entry, the field and both values.
func (e *ConflictError) Error() string {
	switch {
	case e.Theirs == nil:
		return fmt.Sprintf("model: programme %s was removed meanwhile", e.ID)
	case e.Was == nil:
		return fmt.Sprintf("model: programme %s exists already", e.ID)
	}
	mine := "removed"
	if e.Mine != nil {
		mine = fmt.Sprintf("%q", e.Mine.Text(e.Field))
	}
	return fmt.Sprintf("model: programme %s, %s: was %q, meanwhile %q, wanted %s", e.ID, e.Field, e.Was.Text(e.Field), e.Theirs.Text(e.Field), mine)
}

// Apply gives what the list should have after a change, where it has current
// (nil: no such entry). A field that the change leaves alone is taken from
// current, whatever the change took it for; a field that it changes must be
// what the change took it for, or already what the change wants. A removal
// wants the whole entry as it was. The result is nil where the entry is to go;
// it is current itself where nothing is left to do. Neither current nor the
// change is changed. Error: *[ConflictError].
func (c Change) Apply(current *Programme) (*Programme, error) {
	switch c.Kind() {
	case ChangeNothing:
		return current, nil
	case ChangeAdd:
		if current == nil {
			return c.Now, nil
		}
		if len(Differing(current, c.Now)) == 0 {
			return current, nil
		}
		return nil, &ConflictError{ID: c.ID, Theirs: current, Mine: c.Now}
	case ChangeRemove:
		if current == nil {
			return nil, nil //nolint:nilnil // it is gone, as was asked
		}
		if fields := Differing(c.Was, current); len(fields) > 0 {
			return nil, &ConflictError{ID: c.ID, Field: fields[0], Fields: fields, Was: c.Was, Theirs: current}
		}
		return nil, nil //nolint:nilnil // it is to go
	}
	if current == nil {
		return nil, &ConflictError{ID: c.ID, Was: c.Was, Mine: c.Now}
	}
	return c.merge(current)
}

// merge lays the changed fields over current.
func (c Change) merge(current *Programme) (*Programme, error) {
	fields := c.Fields()
	out := *current
	var conflicts []Field
	changed, total := false, false
	for _, f := range fields {
		switch {
		case f == FieldRealised:
			total = true // it hangs on the semesters: below
		case current.Same(c.Now, f):
		case !current.Same(c.Was, f):
			conflicts = append(conflicts, f)
		default:
			out.Take(c.Now, f)
			changed = true
		}
	}
	switch sum := out.realisedTotal(); {
	case sum.OK:
		out.Realised = sum
	case !total || current.Realised == c.Now.Realised:
	case current.realisedTotal().OK || current.Realised == c.Was.Realised:
		out.Realised = c.Now.Realised
	default:
		conflicts = append(conflicts, FieldRealised)
	}
	if len(conflicts) > 0 {
		return nil, &ConflictError{ID: c.ID, Field: conflicts[0], Fields: conflicts, Was: c.Was, Theirs: current, Mine: c.Now}
	}
	if !changed && out.Realised == current.Realised {
		return current, nil
	}
	return &out, nil
}
