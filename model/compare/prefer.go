package compare

import (
	"slices"

	"rakor/model"
)

// PreferRule tells why one of several values of a cell is the used one; the
// words are part of the command line's contract.
type PreferRule string

// The rules.
const (
	PreferKind   PreferRule = "source-kind"  // its kind of source goes before the others'
	PreferOrder  PreferRule = "source-order" // of the same kind, it stands before the others in the list of sources
	PreferUser   PreferRule = "user"         // the user's own figures go before all
	PreferChosen PreferRule = "chosen"       // neither: somebody chose it
)

// Prefer tells by which rule the used value of an observation goes before the
// first of the others, from their sources alone: kinds in the order of
// [model.SourceKind], then the order of the dataset's sources. "" where there is
// no other value.
func Prefer(ds *model.Dataset, o model.Observation) PreferRule {
	if len(o.Others) == 0 || len(o.Sources) == 0 || len(o.Others[0].Sources) == 0 {
		return ""
	}
	used, other := ds.Source(o.Sources[0]), ds.Source(o.Others[0].Sources[0])
	if used.Kind == model.SourceUser {
		return PreferUser
	}
	kinds := []model.SourceKind{
		model.SourceTable, model.SourceRelease, model.SourceGovernment, model.SourceThesis, model.SourcePress, model.SourceEncyclopedia,
	}
	a, b := slices.Index(kinds, used.Kind), slices.Index(kinds, other.Kind)
	switch {
	case a < 0 || b < 0:
		return PreferChosen
	case a != b && a < b:
		return PreferKind
	case a != b:
		return PreferChosen
	}
	place := func(id model.SourceID) int {
		return slices.IndexFunc(ds.Sources(), func(s model.Source) bool { return s.ID == id })
	}
	if place(used.ID) < place(other.ID) {
		return PreferOrder
	}
	return PreferChosen
}
