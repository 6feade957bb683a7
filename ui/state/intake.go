package state

import "rakor/model"

// Intake is what a file that is read in holds.
type Intake string

// What can be read in.
const (
	IntakeFigures    Intake = "figures"    // published figures, tab 1
	IntakeProgrammes Intake = "programmes" // programmes, tab 3
)

// The intents of files that are read in, previewed and then, where a person
// says so, kept. Preview and list of files are one person's: they change
// nothing that others see.
type (
	// OpenIntake reads a file and previews what keeping it would do. As are what
	// the person has said about the file, ids of the groups of an earlier
	// preview of it.
	OpenIntake struct {
		Kind Intake   `json:"kind"`
		Path string   `json:"path"`
		As   []string `json:"as,omitempty"`
	}
	// KeepIntake keeps groups of the file that was previewed last.
	KeepIntake struct {
		Kind   Intake   `json:"kind"`
		Groups []string `json:"groups"`
	}
	// FilesListed answers [ListFiles].
	FilesListed struct {
		Dir   string `json:"dir"` // as it was asked for
		Files []File `json:"files"`
	}
	// IntakeRead answers [ReadIntake]: a preview can be fetched.
	IntakeRead struct {
		Kind Intake `json:"kind"`
	}
	// ChooseReading makes another source's value the used one of a cell.
	ChooseReading struct {
		Region    model.RegionCode  `json:"region"`
		Indicator model.IndicatorID `json:"indicator"`
		Period    model.Period      `json:"period"`
		Source    model.SourceID    `json:"source"`
	}
	// UndoFigures takes back the last import or choice.
	UndoFigures struct{}
	// FiguresKept answers what changed the user's figures: Do is "import",
	// "choose" or "undo", none where there was nothing to be done.
	FiguresKept struct {
		Rev   uint64 `json:"rev"`
		Do    string `json:"do,omitempty"`
		Title string `json:"title,omitempty"`
		N     int    `json:"n,omitempty"`
	}
)

// File is a file or folder that can be chosen.
type File struct {
	Name string `json:"name"`
	Dir  bool   `json:"dir,omitempty"`
	Size int64  `json:"size,omitempty"` // bytes
}

func (OpenIntake) intent()    {}
func (KeepIntake) intent()    {}
func (FilesListed) intent()   {}
func (IntakeRead) intent()    {}
func (ChooseReading) intent() {}
func (UndoFigures) intent()   {}
func (FiguresKept) intent()   {}

// The effects of files that are read in.
type (
	// ListFiles lists the files of a folder that could be read in; "" is the
	// one the program was started in. Answer: [FilesListed].
	ListFiles struct {
		Kind Intake
		Dir  string
	}
	// ReadIntake reads a file, which takes a while and can be cancelled
	// ([CancelRead]). Answer: [IntakeRead].
	ReadIntake struct {
		Kind Intake
		Path string
		As   []string
	}
	// WriteIntake keeps groups of the last preview. Answer: [FiguresKept], or
	// for programmes their own.
	WriteIntake struct {
		Kind   Intake
		Groups []string
	}
	// UseReading keeps the choice of another source. Answer: [FiguresKept].
	UseReading struct{ Of ChooseReading }
	// LoadFigures reads the user's documents of figures beside the first
	// screens, which show the embedded ones until then. Answer: [Loaded].
	LoadFigures struct{}
	// RevertFigures takes back the last step of the user's figures. Answer:
	// [FiguresKept].
	RevertFigures struct{}
)

func (ListFiles) effect()     {}
func (ReadIntake) effect()    {}
func (WriteIntake) effect()   {}
func (UseReading) effect()    {}
func (RevertFigures) effect() {}
func (LoadFigures) effect()   {}

// applyIntake gives the effects of an intent on files; ok is false for any
// other.
func applyIntake(snap *Snapshot, st State, in Intent) (next State, effects []Effect, ok bool) {
	switch in := in.(type) {
	case OpenIntake:
		if in.Path != "" && len(in.Path) <= MaxPath && !snap.ReadOnly {
			effects = []Effect{ReadIntake(in)}
		}
	case KeepIntake:
		if len(in.Groups) > 0 && !snap.ReadOnly {
			effects = []Effect{WriteIntake(in)}
		}
	case ChooseReading:
		o, found := snap.Data.At(in.Region, in.Indicator, in.Period)
		if found && len(o.Others) > 0 && !snap.ReadOnly {
			effects = []Effect{UseReading{Of: in}}
		}
	case UndoFigures:
		if !snap.ReadOnly {
			effects = []Effect{RevertFigures{}}
		}
	case FiguresKept:
		st.Rev = max(st.Rev, in.Rev)
	case FilesListed, IntakeRead, Exported: // one person's, who sees them in a panel
	default:
		return st, nil, false
	}
	return st, effects, true
}
