package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// Preview is what keeping a file would do, as a person looks at it before
// anything is written: groups that can be ticked, and the rows of each. Whoever
// reads the files makes it; its texts are asked for when they are drawn, in the
// language of the screen. It is not changed once it is handed over.
type Preview struct {
	Kind state.Intake
	Path string   // as it was chosen
	As   []string // what was said about the file when it was read
	// Head says in a few lines what was read: title, form, numbers.
	Head func(*lang.Catalogue) []string
	// Columns are the headings of the rows; the last one is as wide as there is
	// room and its text goes on below where it is longer.
	Columns func(*lang.Catalogue) []string
	Right   []bool // columns of numbers
	Groups  []PreviewGroup
}

// PreviewGroup is rows of a preview that are kept, or left, together.
type PreviewGroup struct {
	ID    string
	Label func(*lang.Catalogue) string
	N     int  // what it counts; Rows where that is the number of rows
	Tick  bool // it can be ticked
	On    bool // it is ticked at first
	// Again tells that ticking it says something about the file, which is then
	// read again with ID among [state.OpenIntake.As].
	Again bool
	Care  bool // it wants to be looked at
	Rows  int
	Row   func(w *lang.Catalogue, i int) []string
}

// WithFiles lets the person read in files of this computer: preview gives the
// preview that was made last.
func WithFiles(preview func(state.Intake) *Preview) Option {
	return func(s *Session) { s.previews = preview }
}

// intake is a preview on top of a tab.
type intake struct {
	preview *Preview
	on      []bool // of each group
	cursor  int
	top     int  // of the rows of the group under the cursor
	page    int  // rows that were drawn last
	fresh   bool // it has not been told yet, to who hears it
}

// readsFiles tells whether files of this computer can be read in.
func (s *Session) readsFiles() bool { return s.previews != nil && !s.snap.ReadOnly }

// answered takes what only this person sees: lists of files and previews.
func (s *Session) answered(in state.Intent) bool {
	switch in := in.(type) {
	case state.FilesListed:
		s.listed(in)
	case state.Exported:
		s.exported(in)
	case state.IntakeRead:
		if s.previews != nil {
			s.preview(s.previews(in.Kind))
		}
	default:
		return false
	}
	s.frame = nil
	return true
}

// preview puts a preview on top.
func (s *Session) preview(p *Preview) {
	if p == nil || len(p.Groups) == 0 {
		return
	}
	k := &intake{preview: p, on: make([]bool, len(p.Groups)), fresh: true}
	for i, g := range p.Groups {
		k.on[i] = g.Tick && (g.On || g.Again && slices.Contains(p.As, g.ID))
	}
	k.cursor = max(slices.IndexFunc(p.Groups, func(g PreviewGroup) bool { return g.N > 0 }), 0)
	if old := s.local.intake; old != nil && len(p.As) != len(old.preview.As) { // it was read again: stay where the answer was given
		id := old.group().ID
		k.cursor = max(slices.IndexFunc(p.Groups, func(g PreviewGroup) bool { return g.ID == id }), 0)
	}
	s.local.list, s.local.prompt, s.local.sheet, s.local.intake = nil, nil, nil, k
}

// ticked lists the groups that are to be kept.
func (k *intake) ticked() []string {
	var out []string
	for i, g := range k.preview.Groups {
		if k.on[i] && !g.Again {
			out = append(out, g.ID)
		}
	}
	return out
}

// keepable lists the groups that could be kept.
func (k *intake) keepable() []string {
	var out []string
	for _, g := range k.preview.Groups {
		if g.Tick && !g.Again {
			out = append(out, g.ID)
		}
	}
	return out
}

func (k *intake) group() *PreviewGroup { return &k.preview.Groups[k.cursor] }

func (s *Session) intakeKey(key tea.KeyPressMsg) []state.Effect {
	k, name := s.local.intake, key.String()
	switch name {
	case "space":
		return s.tick()
	case "enter":
		return s.keepIntake(k.ticked())
	}
	switch s.keys.Find(keys.Global, name) {
	case keys.Up:
		k.move(-1)
	case keys.Down:
		k.move(1)
	case keys.First:
		k.move(-len(k.on))
	case keys.Last:
		k.move(len(k.on))
	case keys.PageUp:
		k.top = max(k.top-max(k.page, 1), 0)
	case keys.PageDown:
		if k.top+k.page < k.group().Rows {
			k.top += max(k.page, 1)
		}
	case keys.Language:
		s.toggleLanguage()
	case keys.Suspend:
		return []state.Effect{state.Suspend{}}
	case keys.Close, keys.Quit:
		s.local.intake = nil
	default:
	}
	return nil
}

func (k *intake) move(by int) {
	k.cursor = min(max(k.cursor+by, 0), len(k.on)-1)
	k.top = 0
}

// scroll moves the rows of the group under the cursor.
func (k *intake) scroll(by int) {
	k.top = min(max(k.top+by, 0), max(k.group().Rows-1, 0))
}

// groupClick goes to a group, and ticks the one that was gone to already.
func (s *Session) groupClick(i int) []state.Effect {
	k := s.local.intake
	s.frame = nil
	if k == nil || i >= len(k.on) {
		return nil
	}
	if i == k.cursor {
		return s.tick()
	}
	k.move(i - k.cursor)
	return nil
}

// tick ticks the group under the cursor, or unticks it. One that says something
// about the file has it read again.
func (s *Session) tick() []state.Effect {
	k := s.local.intake
	g := k.group()
	if !g.Tick {
		return nil
	}
	k.on[k.cursor] = !k.on[k.cursor]
	if !g.Again {
		return nil
	}
	as := slices.DeleteFunc(slices.Clone(k.preview.As), func(id string) bool { return id == g.ID })
	if k.on[k.cursor] {
		as = append(as, g.ID)
	}
	return s.Do(state.OpenIntake{Kind: k.preview.Kind, Path: k.preview.Path, As: as})
}

// keepIntake keeps the groups of the preview on top.
func (s *Session) keepIntake(groups []string) []state.Effect {
	k := s.local.intake
	w := s.env.Words.Intake
	if len(groups) == 0 {
		s.local.answer = w.NothingTicked
		return nil
	}
	s.local.intake = nil
	return s.Do(state.KeepIntake{Kind: k.preview.Kind, Groups: groups})
}

// figuresKept says what became of the user's figures.
func (s *Session) figuresKept(in state.FiguresKept) {
	w := s.env.Words.Intake
	s.local.done = w.Kept(in.Do, s.env.Words.Lang.Int(int64(in.N)), block.Clean(in.Title))
}

// groupHit is a click on a group of a preview.
type groupHit int

// leastRemark is the room that a remark needs beside the other columns.
const leastRemark = 24

// heard is how many rows of a group are told to who hears them.
const heard = 20

// intakeLines gives the preview as lines.
func (s *Session) intakeLines() []string {
	k, w := s.local.intake, s.env.Words
	out := []string{w.Intake.Title + ": " + block.Clean(fileName(k.preview.Path)) + "."}
	for _, l := range k.preview.Head(w) {
		out = append(out, block.Clean(l))
	}
	titles := k.preview.Columns(w)
	for i, g := range k.preview.Groups {
		label := g.Label(w) + ": " + w.Lang.Int(int64(g.N))
		if g.Tick && !g.Again && k.on[i] {
			label += " (" + w.Common.Marked + ")"
		}
		out = append(out, label+".")
		for j := range min(g.Rows, heard) {
			var parts []string
			cells := g.Row(w, j)
			for c, text := range cells {
				if text == "" {
					continue
				}
				if len(cells) > 1 && c < len(titles) {
					text = titles[c] + " " + text
				}
				parts = append(parts, block.Clean(text))
			}
			out = append(out, "  "+strings.Join(parts, ", ")+".")
		}
		if rest := g.Rows - heard; rest > 0 {
			out = append(out, "  "+w.Common.More(rest))
		}
	}
	a := w.Lang.Argument(lang.ArgKeep)
	return append(out, w.Intake.HowToKeep(a.Names[0]+" "+strings.Join(k.keepable(), ",")))
}

// intakeArguments are the commands that read a file in, and keep what was
// previewed.
func (s *Session) intakeArguments() []argument {
	if !s.readsFiles() {
		return nil
	}
	w := s.env.Words.Lang
	out := []argument{{words: w.Argument(lang.ArgImport), tab: s.intakeTab(), parse: parseImport}}
	if s.local.intake != nil {
		out = append(out, argument{words: w.Argument(lang.ArgKeep), tab: state.Tabs, parse: parseKeep})
	}
	return out
}

func parseImport(s *Session, v string) (any, bool) {
	path := cleanPath(v)
	return state.OpenIntake{Kind: s.intakeKind(), Path: path}, path != ""
}

// parseKeep keeps the groups that are named, by their words or ids.
func parseKeep(s *Session, v string) (any, bool) {
	k := s.local.intake
	if k == nil {
		return nil, false
	}
	var ids []string
	for word := range strings.FieldsFuncSeq(v, func(r rune) bool { return r == ',' }) {
		word = strings.TrimSpace(word)
		i := slices.IndexFunc(k.preview.Groups, func(g PreviewGroup) bool {
			return (g.Tick || g.N == 0) && !g.Again && (g.ID == word || strings.EqualFold(g.Label(s.env.Words), word))
		})
		switch {
		case i < 0:
			return nil, false
		case k.preview.Groups[i].N > 0: // of an empty one there is nothing to keep
			ids = append(ids, k.preview.Groups[i].ID)
		}
	}
	return act(func() []state.Effect { return s.keepIntake(ids) }), true
}

// intakeTab is the tab that reads in what the present one does.
func (s *Session) intakeTab() state.Tab {
	if s.st.Tab == state.TabProgram {
		return state.TabProgram
	}
	return state.TabRegional
}

// intakeKind tells what is read in from the present tab.
func (s *Session) intakeKind() state.Intake {
	if s.st.Tab == state.TabProgram {
		return state.IntakeProgrammes
	}
	return state.IntakeFigures
}
