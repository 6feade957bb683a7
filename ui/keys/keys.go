// Package keys says which key means what, where. A [Map] is an immutable list
// of bindings; nothing else in the program compares a key with a letter. Help,
// palette, hints and the man page are drawn from the same list, so they cannot
// differ from what the keys do.
//
// One key has one meaning everywhere; a binding of a tab only adds meanings
// for keys that are free on the others. Three keys mean what is alike: e changes
// the selected line (a programme, the status of a decision), Space picks it
// (for the trend, for editing together), m shows the kecamatan (what is known of
// them, which strategy works there).
package keys

// Command is something a person can ask for, by key, palette or mouse.
type Command uint8

// The commands. The zero Command is none.
const (
	None Command = iota

	Quit
	Help
	Palette
	Filter
	Glossary
	Card     // where does this figure come from
	Warnings // what is not alike, and why
	Table    // chart <-> table
	Language
	Close // leave what lies on top, clear the filter, dismiss the first line
	Suspend
	Mouse // mouse on or off

	TabRegional
	TabEstimate
	TabProgram
	NextTab
	PrevTab

	Up
	Down
	PageUp
	PageDown
	First
	Last
	Open // Enter: detail of the row, or type the input

	Indicator
	PrevPeriod
	NextPeriod
	Regions // choose regions
	UsualRegions
	OwnPrev
	OwnNext
	OwnReset
	Align // every region the same period
	Reference
	Trend    // region into the trend, or out of it
	Analysis // the next analysis, the next way of looking at the list
	Against  // what the analysis sets it against: the next indicator, the next peer group

	Less
	More
	MuchLess
	MuchMore
	Reset
	Ledger // assumption ledger
	SaveScenario
	Scenarios  // side by side; open, rename, remove
	Undo       // the last change that was kept
	Households // a file of households

	Sort
	SortReverse
	SortThen   // by one column more, before the present ones
	Matrix     // kecamatan by strategy, or back
	GroupBy    // the next groups, or what else the cells can hold
	SaveFilter // under a name
	Filters    // that were saved: use, keep, remove

	AddEntry // to the list of programmes
	EditEntry
	RemoveEntry
	MarkEntry

	Decide   // record a decision about what is on the screen
	Minutes  // the minutes, or back
	NextItem // of the agenda
	PrevItem
	Hands       // ask the room, close the question; or hold a ballot
	MeetingMenu // open, go on, leave; items of the agenda
	MoveOn      // what became of the selected decision
	Redo        // what was taken back

	Districts // what is known of the kecamatan
	Import    // read a file in, with a preview
	Readings  // values of other sources, to choose another

	Present // start or stop presenting
	Join    // how to join
	People  // who is there
	Pointer // light the selected row for all
	Pause   // freeze what the audience sees, blank it, back
	Follow  // follow the presenter again
	Take    // take the floor, back or over
	Large   // larger and less, for the back row and the projector

	OfferFloor // to the operator that is selected in the list of people
	NewPIN
	Accept // what was offered
	Decline
	CloseRoom // the answers to whether to leave a meeting
	LeaveRoom

	Copy   // what is on the screen, as text
	Export // list of documents to carry away

	Home // choose the home region
	commands
)

// Scope is where a binding holds.
type Scope uint8

// The scopes. A tab's bindings hold together with the global ones.
const (
	Global Scope = iota
	Regional
	Estimate
	Program
	MinutesList
	PeopleList // who is in the room
	Question   // an offer, or whether to leave
)

// Group is a heading of the help.
type Group uint8

// The groups.
const (
	Moving Group = iota
	Viewing
	Changing
	Meeting
	General
)

// Binding ties keys to a command. Keys are written as the terminal library
// names them ("ctrl+c", "left"). A binding without keys is reached by the
// palette alone.
type Binding struct {
	Command Command
	Scope   Scope
	Group   Group
	Keys    []string
	Hint    bool // shown in the line of keys at the bottom, most useful first
}

// Map is the bindings in use.
type Map struct{ bindings []Binding }

// Default gives the key map of the program.
func Default() Map {
	g := func(c Command, gr Group, hint bool, ks ...string) Binding {
		return Binding{Command: c, Scope: Global, Group: gr, Keys: ks, Hint: hint}
	}
	in := func(s Scope, c Command, gr Group, hint bool, ks ...string) Binding {
		return Binding{Command: c, Scope: s, Group: gr, Keys: ks, Hint: hint}
	}
	return Map{bindings: []Binding{
		in(Regional, Indicator, Changing, true, "i"),
		in(Regional, PrevPeriod, Changing, true, "["),
		in(Regional, NextPeriod, Changing, true, "]"),
		in(Regional, Regions, Changing, true, "w"),
		in(Regional, Analysis, Viewing, true, "a"),
		in(Regional, Against, Changing, false, "B"),
		in(Regional, Trend, Changing, true, "space"),
		in(Regional, Reference, Changing, false, "c"),
		in(Regional, OwnPrev, Changing, false, "{"),
		in(Regional, OwnNext, Changing, false, "}"),
		in(Regional, OwnReset, Changing, false, "="),
		in(Regional, Import, Changing, false, "I"),
		in(Regional, Districts, Viewing, false, "m"),
		in(Regional, Readings, Changing, false, "C"),
		in(Regional, Undo, Changing, false, "u"),
		in(Regional, Align, Changing, false),
		in(Regional, UsualRegions, Changing, false),

		in(Estimate, Less, Changing, true, "h", "left", "-"),
		in(Estimate, More, Changing, true, "l", "right", "+"),
		in(Estimate, MuchLess, Changing, false, "<", "shift+left"),
		in(Estimate, MuchMore, Changing, false, ">", "shift+right"),
		in(Estimate, PrevPeriod, Changing, false, "["),
		in(Estimate, NextPeriod, Changing, false, "]"),
		in(Estimate, Reset, Changing, true, "r"),
		in(Estimate, SaveScenario, Changing, true, "W"),
		in(Estimate, Scenarios, Viewing, true, "v"),
		in(Estimate, Ledger, Viewing, true, "A"),
		in(Estimate, Undo, Changing, false, "u"),
		in(Estimate, Redo, Changing, false, "ctrl+r"),
		in(Estimate, Households, Changing, false, "O"),

		in(MinutesList, MoveOn, Changing, true, "e"),
		in(MinutesList, Sort, Viewing, true, "s"),
		in(MinutesList, SortReverse, Viewing, false, "S"),
		in(MinutesList, Undo, Changing, true, "u"),
		in(MinutesList, Redo, Changing, false, "ctrl+r"),

		in(PeopleList, OfferFloor, Meeting, true, "enter"),
		in(PeopleList, NewPIN, Meeting, true, "N"),
		in(Question, Accept, Meeting, true, "y"),
		in(Question, Decline, Meeting, true, "t"),
		in(Question, CloseRoom, Meeting, true, "c"),
		in(Question, LeaveRoom, Meeting, true, "l"),

		in(Program, Import, Changing, false, "I"),
		in(Program, AddEntry, Changing, true, "o"),
		in(Program, EditEntry, Changing, true, "e", "f2"),
		in(Program, RemoveEntry, Changing, false, "d", "delete"),
		in(Program, MarkEntry, Changing, false, "space"),
		in(Program, Undo, Changing, false, "u"),
		in(Program, Redo, Changing, false, "ctrl+r"),
		in(Program, Filter, Viewing, true, "/"),
		in(Program, Sort, Changing, true, "s"),
		in(Program, Matrix, Viewing, true, "m"),
		in(Program, Analysis, Viewing, true, "a"),
		in(Program, GroupBy, Viewing, true, "R"),
		in(Program, SortReverse, Changing, false, "S"),
		in(Program, SortThen, Changing, false, "&"),
		in(Program, Less, Moving, false, "h", "left"),
		in(Program, More, Moving, false, "l", "right"),
		in(Program, SaveFilter, Changing, false),
		in(Program, Filters, Viewing, false, "F"),

		g(Open, Viewing, true, "enter"),
		g(Table, Viewing, true, "t"),
		g(Card, Viewing, true, "D"),
		g(Warnings, Viewing, true, "!"),

		g(Large, Viewing, false, "z"),
		g(Up, Moving, false, "k", "up"),
		g(Down, Moving, false, "j", "down"),
		g(PageUp, Moving, false, "pgup"),
		g(PageDown, Moving, false, "pgdown"),
		g(First, Moving, false, "g", "home"),
		g(Last, Moving, false, "G", "end"),
		g(TabRegional, Moving, false, "1"),
		g(TabEstimate, Moving, false, "2"),
		g(TabProgram, Moving, false, "3"),
		g(NextTab, Moving, false, "tab"),
		g(PrevTab, Moving, false, "shift+tab"),

		g(Decide, Meeting, true, "n"),
		g(Minutes, Meeting, true, "N"),
		g(Export, Viewing, true, "x"),
		g(Copy, Viewing, false, "y"),
		g(NextItem, Meeting, false, ")"),
		g(PrevItem, Meeting, false, "("),
		g(Hands, Meeting, false, "V"),
		g(MeetingMenu, Meeting, false),
		g(Pointer, Meeting, true, "."),
		g(Pause, Meeting, true, "b"),
		g(People, Meeting, true, "P"),
		g(Join, Meeting, false, "J"),
		g(Take, Meeting, true, "T"),
		g(Follow, Meeting, true, "f"),
		g(Present, Meeting, false, "p"),

		g(Palette, General, true, ":"),
		g(Help, General, true, "?", "f1"),
		g(Glossary, General, false, "K"),
		g(Language, General, false, "L"),
		g(Home, General, false),
		g(Close, General, false, "esc"),
		g(Mouse, General, false),
		g(Suspend, General, false, "ctrl+z"),
		g(Quit, General, true, "q", "ctrl+c"),
	}}
}

// Find gives the command of a key in a scope; None where the key means
// nothing.
func (m Map) Find(s Scope, key string) Command {
	for _, b := range m.bindings {
		if b.Scope != Global && b.Scope != s {
			continue
		}
		for _, k := range b.Keys {
			if k == key {
				return b.Command
			}
		}
	}
	return None
}

// In gives the bindings that hold in a scope, the tab's own first.
func (m Map) In(s Scope) []Binding {
	var out []Binding
	for _, b := range m.bindings {
		if b.Scope == Global || b.Scope == s {
			out = append(out, b)
		}
	}
	return out
}

// All gives every binding.
func (m Map) All() []Binding { return append([]Binding(nil), m.bindings...) }

// Commands gives every command but None, for tests of completeness.
func Commands() []Command {
	out := make([]Command, 0, commands-1)
	for c := None + 1; c < commands; c++ {
		out = append(out, c)
	}
	return out
}
