package model

// LogKind is what a step of the history did.
type LogKind string

// The kinds.
const (
	LogChange   LogKind = "change"
	LogUndo     LogKind = "undo"
	LogRedo     LogKind = "redo"
	LogRestored LogKind = "restored" // the list was put back from outside; older steps cannot be taken back
)

// LogEntry is one step of a list's history: the changes that were saved
// together, when, and by whom.
type LogEntry struct {
	Seq     uint64 // grows with every step; it does not lean on a clock
	At      string // as the clock said then, RFC 3339 to the second; clocks may go back
	By      string // who, in the words of the settings or of a key; "" where not known
	Kind    LogKind
	Of      uint64 // the step that an undo or redo is about
	Label   string // what it was, such as "import rat.xlsx"; may be empty
	Changes []Change
	Undone  bool // it has been taken back since
}

// LogOf gives the steps that changed one entry, in their order.
func LogOf(log []LogEntry, id ProgrammeID) []LogEntry {
	var out []LogEntry
	for _, e := range log {
		for _, c := range e.Changes {
			if c.ID == id {
				one := e
				one.Changes = []Change{c}
				out = append(out, one)
			}
		}
	}
	return out
}
