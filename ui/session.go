package ui

import (
	"slices"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/estimate"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/program"
	"rakor/ui/regional"
	"rakor/ui/state"
)

// MinWidth and MinHeight are the smallest window in which the three tabs are
// drawn; a smaller one gets them as lines.
const (
	MinWidth  = 60
	MinHeight = 16
)

// Session is one person's rakor.
type Session struct {
	snap  *state.Snapshot
	st    state.State
	env   block.Env
	keys  keys.Map
	log   state.Log
	local local
	views views
	frame *Frame // what was drawn last; nil once anything has changed

	source   func() *state.Snapshot // the newest data; nil where they never change
	role     state.Role
	standing Standing // in a meeting over the network
	unlogged bool

	searched *model.Dataset // that found was made of
	found    []candidate    // regions that can be searched for

	previews func(state.Intake) *Preview // nil where no files are read in
	entering Entering
}

// local is what one person has and nobody else sees.
type local struct {
	list    *list   // searchable list on top, if any
	sheet   *pane   // sheet on top, if any
	prompt  *prompt // line being typed, if any
	welcome bool    // the first line has not been dismissed
	banner  string  // why the user's data are not in use
	dir     string  // where these lie
	answer  string  // what the last command said
	decide  *decide // decision being typed, if any
	draft   string  // what was typed of one when the form was left or the program ended
	clock   Clock
	typed   [state.Inputs]string // when an input of the estimate was entered
	intake  *intake              // preview of a file, if any
	files   files                // of the chooser
	done    string               // what was done outside, as it was wished
	reading *Reading             // the file that is being read, if any
	entry   entry                // what is done to the list of programmes
	ask     *ask                 // question on top, if any
	mouse   bool
	export  *export // what can be carried away, if that is asked
	version string  // of the program
	scroll  int     // of the summary in a window that is too small
}

// Option changes how a Session begins.
type Option func(*Session)

// WithWelcome shows the one friendly line of the first run.
func WithWelcome() Option { return func(s *Session) { s.local.welcome = true } }

// WithBanner shows why the user's data are not in use.
func WithBanner(dir, what string) Option {
	return func(s *Session) { s.local.dir, s.local.banner = block.Clean(dir), block.Clean(what) }
}

// WithTrouble shows what did not work before the session began, until the first
// key.
func WithTrouble(what string) Option { return func(s *Session) { s.local.answer = block.Clean(what) } }

// WithSnapshots names where newer data come from: it is asked whenever an answer
// speaks of a revision that the session does not have.
func WithSnapshots(source func() *state.Snapshot) Option {
	return func(s *Session) { s.source = source }
}

// WithKeys gives the keys that the person uses; without it the program's own.
func WithKeys(m keys.Map) Option { return func(s *Session) { s.keys = m } }

// New makes a session on a snapshot, a state (put right where it is not valid)
// and an environment.
func New(snap *state.Snapshot, st state.State, env block.Env, opts ...Option) *Session {
	s := &Session{snap: snap, st: state.Valid(snap, st), env: env, keys: keys.Default(), local: local{mouse: true}}
	s.st.Rev = max(s.st.Rev, snap.Rev)
	for _, o := range opts {
		o(s)
	}
	return s
}

// State gives the shared state.
func (s *Session) State() state.State { return s.st }

// Log gives the intents applied so far.
func (s *Session) Log() *state.Log { return &s.log }

// Env gives the environment the session is drawn for.
func (s *Session) Env() block.Env { return s.env }

// Mouse tells whether the mouse is wanted.
func (s *Session) Mouse() bool { return s.local.mouse }

// Resize tells the size of the window in cells.
func (s *Session) Resize(w, h int) {
	if w != s.env.Width || h != s.env.Height {
		s.env.Width, s.env.Height = w, h
		s.frame = nil
	}
}

// SetEnv changes everything about the terminal but its size.
func (s *Session) SetEnv(env block.Env) {
	env.Width, env.Height = s.env.Width, s.env.Height
	s.env, s.frame = env, nil
}

// Failed tells the person that something outside did not work.
func (s *Session) Failed(why string) {
	s.local.answer = s.env.Words.Common.SaveFailed(block.Clean(why))
	s.frame = nil
}

// Do applies an intent, whatever asked for it.
func (s *Session) Do(in state.Intent) []state.Effect {
	if s.answered(in) || s.historyRead(in) {
		return nil
	}
	s.renew(in)
	st, effects := state.ApplyAs(s.role, s.snap, s.st, in)
	if !s.unlogged {
		s.log.Add(in)
	}
	s.entered(in)
	s.st, s.frame = st, nil
	return effects
}

// Run carries out a command.
func (s *Session) Run(c keys.Command) []state.Effect {
	s.frame = nil
	switch c {
	case keys.None:
		return nil
	case keys.Quit:
		return []state.Effect{state.Quit{}}
	case keys.Suspend:
		return []state.Effect{state.Suspend{}}
	case keys.Mouse:
		s.local.mouse = !s.local.mouse
		return nil
	case keys.Language:
		s.toggleLanguage()
		return nil
	case keys.Close:
		if effects, ok := s.lookKey(c); ok {
			return effects
		}
		return s.close()
	case keys.TabRegional, keys.TabEstimate, keys.TabProgram:
		return s.openTab(state.Tab(c - keys.TabRegional))
	case keys.NextTab:
		return s.openTab((s.st.Tab + 1) % state.Tabs)
	case keys.PrevTab:
		return s.openTab((s.st.Tab + state.Tabs - 1) % state.Tabs)
	case keys.Table:
		return s.Do(state.ToggleTable{})
	case keys.Copy:
		return s.copyScreen()
	case keys.Export:
		s.openExport()
		return nil
	}
	if effects, ok := s.roomKey(c); ok {
		return effects
	}
	if effects, ok := s.meetingKey(c); ok {
		return effects
	}
	if !s.stands(c) {
		s.local.answer = s.env.Words.Room.NotYours
		return nil
	}
	if effects, ok := s.lookKey(c); ok {
		return effects
	}
	if effects, ok := s.entryKey(c); ok {
		return effects
	}
	if s.open(c) {
		return nil
	}
	if c == keys.Import {
		return s.openChooser()
	}
	if c == keys.Undo && s.st.Tab == state.TabRegional {
		return s.keep(state.UndoFigures{})
	}
	if c == keys.Undo || c == keys.Redo {
		return s.keep(state.UndoScenario{Redo: c == keys.Redo})
	}
	if s.small() && s.smallScroll(c) {
		return nil
	}
	if in, ok := s.view().Do(c); ok {
		effects := s.Do(in)
		s.explain(in)
		return effects
	}
	return nil
}

// explain answers a wish that a limit of the state refused.
func (s *Session) explain(in state.Intent) {
	w := s.env.Words.Common
	switch in := in.(type) {
	case state.ToggleTrend:
		s.local.answer = refused(s.st.Drawn(s.snap.Data), in.Region, state.MaxTrend, w)
	case state.ToggleRegion:
		s.local.answer = refused(s.st.Compared(s.snap.Data), in.Region, state.MaxRegions, w)
	}
}

// refused says why toggling r left a list of regions as it was: r is the only
// one, or the list is full without it. "" where the list changed.
func refused(now []model.RegionCode, r model.RegionCode, most int, w lang.Common) string {
	switch in := slices.Contains(now, r); {
	case in && len(now) == 1:
		return w.LastStays
	case !in && len(now) >= most:
		return w.ListFull(most)
	}
	return ""
}

// openTab opens a tab. Who has changed screens knows how: the first line goes.
func (s *Session) openTab(t state.Tab) []state.Effect {
	effects := s.Do(state.ShowTab{Tab: t})
	if s.local.welcome {
		s.local.welcome = false
		effects = append(effects, state.SaveWelcomed{})
	}
	return effects
}

// open puts the panel of a command on top; false where it has none.
func (s *Session) open(c keys.Command) bool {
	switch c {
	case keys.Help, keys.Palette, keys.Glossary, keys.Home:
		s.openList(c)
	case keys.Indicator, keys.Regions:
		if s.st.Tab != state.TabRegional {
			return false
		}
		s.openList(c)
	case keys.Readings:
		if s.st.Tab != state.TabRegional {
			return false
		}
		s.openReadings()
	case keys.Districts:
		if s.st.Tab != state.TabRegional {
			return false
		}
		s.show(regional.Districts(s.env, s.regional(), s.snap))
	case keys.Card:
		s.show(s.card())
	case keys.Warnings:
		s.show(s.warnings())
	case keys.Ledger:
		if s.st.Tab != state.TabEstimate {
			return false
		}
		v := s.estimate()
		v.EnteredAt = s.local.typed
		s.show(estimate.Ledger(s.env, v))
	case keys.Scenarios, keys.SaveScenario:
		if s.st.Tab != state.TabEstimate {
			return false
		}
		s.openScenarios(c)
	case keys.Households:
		if s.st.Tab != state.TabEstimate {
			return false
		}
		s.openPath()
	case keys.Filter:
		if s.st.Tab != state.TabProgram {
			return false
		}
		s.openFilter()
	case keys.Open:
		s.openRow()
	default:
		return false
	}
	return true
}

// openRow opens the detail of the selected row, or the typing of an input.
func (s *Session) openRow() {
	switch s.st.Tab {
	case state.TabEstimate:
		if s.st.Estimate.Selected == state.InputMethod && len(s.snap.Households) == 0 && s.snap.Shares == nil {
			s.openPath()
			return
		}
		s.openInput()
	case state.TabProgram:
		s.show(program.Detail(s.env, s.program()))
	default:
		s.show(s.card())
	}
}

// close takes away what is in the way, one thing a press: a message, the first
// line, the filter.
func (s *Session) close() []state.Effect {
	switch {
	case s.local.reading != nil && !s.local.reading.Fixed:
		return []state.Effect{state.CancelRead{}}
	case s.local.welcome:
		s.local.welcome = false
		return []state.Effect{state.SaveWelcomed{}}
	case s.local.banner != "":
		s.local.banner = ""
	case s.st.Tab == state.TabProgram && s.st.Program.Filter != "":
		return s.Do(state.SetFilter{})
	}
	return nil
}

func (s *Session) toggleLanguage() {
	l := lang.English
	if s.env.Words.Lang == lang.English {
		l = lang.Indonesian
	}
	s.SetLang(l)
}

// SetLang changes the language of everything on the screen.
func (s *Session) SetLang(l lang.Lang) {
	s.env.Words, s.frame = lang.For(l), nil
	if s.local.list != nil {
		s.refill()
	}
}

// small tells whether the window is too small for the tabs.
func (s *Session) small() bool { return s.env.Width < MinWidth || s.env.Height < MinHeight }

// bindings gives the bindings that do something now: on the third tab of a
// region without a list there is nothing to filter, sort or open.
func (s *Session) bindings() []keys.Binding {
	all := slices.DeleteFunc(s.standingFirst(s.keys.In(s.scope())), func(b keys.Binding) bool {
		if s.lookBinding(b) {
			return true
		}
		switch b.Command {
		case keys.NextItem, keys.PrevItem:
			return s.st.Meeting.ID == ""
		case keys.Decide:
			return s.snap.ReadOnly
		case keys.AddEntry, keys.EditEntry, keys.RemoveEntry, keys.MarkEntry:
			return s.snap.ReadOnly
		case keys.Undo, keys.Redo:
			return s.st.Tab == state.TabProgram && !s.st.Meeting.Shown && (s.snap.ReadOnly || s.role == state.Viewer)
		case keys.Import:
			return !s.readsFiles()
		case keys.Readings:
			return s.snap.ReadOnly
		case keys.Table:
			return s.st.Meeting.Shown
		case keys.MoveOn:
			return s.snap.ReadOnly || len(s.page().Lines) == 0
		case keys.Open, keys.Card, keys.Sort, keys.SortReverse:
			if s.st.Meeting.Shown {
				return len(s.page().Lines) == 0
			}
		}
		return false
	})
	if s.st.Meeting.Shown || s.st.Tab != state.TabProgram || len(s.snap.Programmes.Of(s.st.Home)) > 0 {
		return all
	}
	return slices.DeleteFunc(all, func(b keys.Binding) bool {
		switch b.Command {
		case keys.Open, keys.Table, keys.Card, keys.Filter, keys.EditEntry, keys.RemoveEntry, keys.MarkEntry, keys.Sort, keys.SortReverse,
			keys.Matrix, keys.GroupBy, keys.Filters,
			keys.Up, keys.Down, keys.PageUp, keys.PageDown, keys.First, keys.Last:
			return true
		}
		return b.Command == keys.Warnings && s.view().WarningCount() == 0
	})
}

func (s *Session) scope() keys.Scope {
	if s.st.Meeting.Shown {
		return keys.MinutesList
	}
	return keys.Regional + keys.Scope(s.st.Tab)
}
