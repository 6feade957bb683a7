package state

// Role is what a person may do to what everybody sees and to what is kept.
type Role uint8

// The roles. The zero Role is that of the person at the machine, alone or
// presenting.
const (
	// Owner sits at the machine whose data these are: everything.
	Owner Role = iota
	// Driver drives a meeting from another machine: everything but the files
	// of this one and what it remembers for its owner.
	Driver
	// Viewer looks, following or alone: nothing that is kept, nothing that
	// anybody else sees.
	Viewer
)

// May tells whether a role may wish an intent. Answers of effects are nobody's
// wish: they are as allowed as the wish was.
func (r Role) May(in Intent) bool {
	if r == Owner {
		return true
	}
	switch in.(type) {
	case OpenHouseholds, CloseHouseholds, OpenAgenda, OpenIntake, KeepIntake:
		return false
	case SaveScenario, RenameScenario, RemoveScenario, UndoScenario,
		StartMeeting, EditMeeting, RecordDecision, RemoveDecision, RecordHands, UndoMinutes,
		HoldMeeting, CallItem, ChooseReading, UndoFigures, Point, SaveProgrammes, UndoProgrammes:
		return r == Driver
	}
	return true
}

// ApplyAs is [Apply] for somebody of a role: what the role may not wish leaves
// the state as it was (put right, see [Valid]), and effects that the role may
// not have are left out.
func ApplyAs(r Role, snap *Snapshot, st State, in Intent) (State, []Effect) {
	if !r.May(in) {
		return Valid(snap, st), nil
	}
	next, effects := Apply(snap, st, in)
	if r == Owner {
		return next, effects
	}
	var out []Effect
	for _, e := range effects {
		if r.Has(e) {
			out = append(out, e)
		}
	}
	return next, out
}

// Has tells whether an effect of a role is carried out. Who drives from another
// machine keeps what the room decides on, and no effect that is not named here;
// a viewer's wishes touch nothing but their own screen.
func (r Role) Has(e Effect) bool {
	if r == Owner {
		return true
	}
	switch e.(type) {
	case Quit, Suspend, InRoom, AskHands, CloseHands:
		return true
	case WriteScenario, MoveScenario, DropScenario, RevertScenarios, WriteMinutes, RevertMinutes, UseReading, RevertFigures,
		WriteProgrammes, RevertProgrammes, KeepEntryDraft, LoadHistory, RefreshProgrammes:
		return r == Driver
	}
	return false
}

// Wish is something that is asked of the meeting one is in.
type Wish uint8

// The wishes.
const (
	Present    Wish = iota // start or stop presenting
	ShowJoin               // how to join
	ShowPeople             // who is there
	Pause                  // freeze, blank, back
	Follow                 // follow the presenter again
	Take                   // take the floor, back or over
)

// InRoom asks something of the meeting that the session is in.
type InRoom struct{ Wish Wish }

func (InRoom) effect() {}

// What is asked of the room is the meeting's to carry out.
type (
	// AskHands asks the room a question.
	AskHands struct{ Question string }
	// CloseHands ends the question that is open.
	CloseHands struct{}
)

func (AskHands) effect()   {}
func (CloseHands) effect() {}

// Point lights the selected row or point for all, or no longer.
type Point struct{}

func (Point) intent() {}
