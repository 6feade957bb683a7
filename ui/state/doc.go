// Package state is what presenter and audience agree on: which tab, which
// comparison, which row, which inputs. It is plain data; no terminal, no
// files, no clock.
//
//	key, command, effect's answer -> Intent -> Apply -> State (+ Effects)
//
// [State] holds identities and values (a region code, a year, a filter text),
// never row numbers, offsets or styled text, so that each viewer can draw it
// at their own size. [Apply] is pure and total: any intent on any state gives
// a valid state and never panics; what cannot be done leaves the state as it
// was. [Log] writes intents down and replays them: the same dataset and the
// same log give the same State.
package state

import (
	"rakor/model"
	"rakor/model/household"
	"rakor/model/meeting"
)

// MaxHouseholds is how many files of households are open at once: one, and the
// one before it to compare with.
const MaxHouseholds = 2

// Snapshot is the immutable data that a State speaks of. An edit makes a new
// one with a higher Rev.
type Snapshot struct {
	Rev        uint64
	Data       *model.Dataset
	Programmes *model.Programmes
	Scenarios  []Scenario // by home region and name
	// Households are the files of households that are open, at most
	// MaxHouseholds; the one opened last stands last.
	Households []*household.File
	Shares     *Shares          // grouped shares that are open; nil for none
	Minutes    *meeting.Minutes // nil for none
	Peers      []PeerSet        // peer groups that the user saved, by name
	Filters    []SavedFilter    // filters that the user saved, by name
	ReadOnly   bool
}
