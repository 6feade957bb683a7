package state

import "rakor/model"

// The intents on the list of programmes. Those that are kept on the disk change
// nothing by themselves: they are effects, whose answer is an intent again.
type (
	// SaveProgrammes keeps changes of the list, all together or none: one undo
	// takes all of them back.
	SaveProgrammes struct {
		Changes []model.Change `json:"changes"`
	}
	// UndoProgrammes takes the last step of the list back, or makes it again.
	UndoProgrammes struct {
		Redo bool `json:"redo,omitempty"`
	}
	// AskHistory asks for the history of an entry.
	AskHistory struct {
		ID model.ProgrammeID `json:"id"`
	}
	// ProgrammesKept answers that the list was changed and that the change is
	// safe. What is add, edit, remove, many, undo, redo, none (nothing was left
	// to do), or reload where another program has changed it.
	ProgrammesKept struct {
		Rev  uint64              `json:"rev"`
		What string              `json:"what"`
		IDs  []model.ProgrammeID `json:"ids,omitempty"`
		// One is the change, where it was of one entry.
		One *model.Change `json:"one,omitempty"`
	}
	// ProgrammesFailed answers that a change was not kept, and why: in a
	// sentence, or by the conflict with what somebody else has changed.
	ProgrammesFailed struct {
		Rev      uint64               `json:"rev"`
		Why      string               `json:"why,omitempty"`
		Field    model.Field          `json:"field,omitempty"` // that it is about; "" for none
		Conflict *model.ConflictError `json:"conflict,omitempty"`
	}
	// HistoryRead answers with the steps that changed an entry, the newest
	// MaxHistory of them, oldest first.
	HistoryRead struct {
		ID    model.ProgrammeID `json:"id"`
		Steps []model.LogEntry  `json:"steps"`
	}
)

// MaxHistory is how many steps of an entry's history are shown.
const MaxHistory = 50

func (SaveProgrammes) intent()   {}
func (UndoProgrammes) intent()   {}
func (AskHistory) intent()       {}
func (ProgrammesKept) intent()   {}
func (ProgrammesFailed) intent() {}
func (HistoryRead) intent()      {}

// The effects on the list of programmes. By is who wishes them where that is
// not the person at the machine, see [Signed].
type (
	// WriteProgrammes keeps changes, and then drops the draft that they were
	// typed in; Draft is its number, see KeepEntryDraft.
	WriteProgrammes struct {
		Changes []model.Change
		By      string
		Draft   uint64
	}
	// RevertProgrammes takes the last step back, or makes it again.
	RevertProgrammes struct {
		Redo bool
		By   string
	}
	// KeepEntryDraft keeps what is typed of an entry through the end of the
	// program; an empty text drops it. N grows: an older draft never replaces a
	// newer one, in whatever order the effects are run.
	KeepEntryDraft struct {
		N    uint64
		Text string
		By   string
	}
	// LoadHistory reads the history of an entry.
	LoadHistory struct{ ID model.ProgrammeID }
	// RefreshProgrammes reads what other programs have written to the list.
	RefreshProgrammes struct{}
)

func (WriteProgrammes) effect()   {}
func (RevertProgrammes) effect()  {}
func (KeepEntryDraft) effect()    {}
func (LoadHistory) effect()       {}
func (RefreshProgrammes) effect() {}

// Signed gives an effect with the name of somebody who is not at the machine,
// where the effect leaves a name behind; any other as it is.
func Signed(e Effect, by string) Effect {
	switch e := e.(type) {
	case WriteProgrammes:
		e.By = by
		return e
	case RevertProgrammes:
		e.By = by
		return e
	case KeepEntryDraft:
		e.By = by
		return e
	}
	return e
}

// applyEntry carries out an intent on the list of programmes; ok is false for
// any other.
func applyEntry(snap *Snapshot, st State, in Intent) (next State, effects []Effect, ok bool) {
	switch in := in.(type) {
	case SaveProgrammes:
		if !snap.ReadOnly && len(in.Changes) > 0 {
			effects = []Effect{WriteProgrammes{Changes: in.Changes}}
		}
	case UndoProgrammes:
		if !snap.ReadOnly {
			effects = []Effect{RevertProgrammes{Redo: in.Redo}}
		}
	case AskHistory:
		effects = []Effect{LoadHistory(in)}
	case ProgrammesKept:
		st.Rev = max(st.Rev, in.Rev)
		if len(in.IDs) == 1 && snap.Programmes.Find(in.IDs[0]) != nil {
			st.Program.Selected = in.IDs[0] // what changed is what is looked at
		}
	case ProgrammesFailed:
		st.Rev = max(st.Rev, in.Rev)
	case HistoryRead:
	default:
		return st, nil, false
	}
	return st, effects, true
}
