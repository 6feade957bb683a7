package data

import (
	"fmt"
	"slices"
	"strconv"

	"rakor/data/internal/doc"
	"rakor/model"
)

// ListFile is the name of the user's list of programmes, in [Dirs.Data].
const ListFile = programmesFile

// List is a user's document of programmes, which is laid over the embedded list.
type List struct {
	Entries []model.Programme   // new entries, and those that replace embedded ones
	Removed []model.ProgrammeID // embedded entries that are not to be shown
	Journal uint64              // the last entry of the journal that is in the document
}

// ReadList reads a document of programmes. All problems are given at once; with
// one of them the list is not to be used. Whether entries refer to regions,
// indicators and sources that exist is not looked at: see [Validate] and
// [model.Vocabulary]. path is for the problems.
func ReadList(path string, b []byte) (List, []Problem) {
	d := parse(path, b, doc.ProgrammesFormat)
	if d.programmes == nil {
		return List{}, d.problems
	}
	x := *d.programmes
	seen := make(map[model.ProgrammeID]bool, len(x.Entries))
	for i := range x.Entries {
		id := x.Entries[i].ID
		if id != "" && seen[id] {
			d.add(Problem{Pointer: fmt.Sprintf("/programmes/%d/id", i), Rule: RuleDuplicate, Found: strconv.Quote(string(id)) + " again", Expected: "each one once"})
		}
		seen[id] = true
	}
	for i, id := range x.Removed {
		if seen[id] {
			d.add(Problem{Pointer: fmt.Sprintf("/removed/%d", i), Rule: RuleDuplicate, Found: strconv.Quote(string(id)) + ", which is among the programmes", Expected: "one or the other"})
		}
	}
	d.locate()
	return List(x), d.problems
}

// WriteList gives a list as a document, one entry a line.
func WriteList(x List) ([]byte, error) {
	return doc.WriteProgrammes(doc.Programmes{Entries: x.Entries, Removed: slices.Sorted(slices.Values(x.Removed)), Journal: x.Journal})
}
