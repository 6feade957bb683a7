package ui

import (
	"slices"
	"strings"

	"rakor/model/meeting"
	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Standing is what the person of a session is in a meeting over the network.
// The zero Standing is nobody in none.
type Standing struct {
	Hosts   bool // a meeting can be held on this machine, or is
	Seated  bool // at the operators' table of a meeting
	Drives  bool
	Looks   bool // around alone, instead of following
	MayTake bool // the floor is there to be taken
	Asking  bool // a question to the room is open
	Asked   bool // and this person may answer it

	Mark  string // what stands at the right end of the title line
	Style theme.Style
}

// Stand tells the session what its person is in a meeting.
func (s *Session) Stand(st Standing) {
	if st != s.standing {
		s.standing, s.frame = st, nil
	}
}

// As gives the session another role.
func (s *Session) As(r state.Role) {
	if r != s.role {
		s.role, s.frame = r, nil
	}
}

// WithRole makes a session of somebody who may not do everything.
func WithRole(r state.Role) Option { return func(s *Session) { s.role = r } }

// WithoutLog makes a session that keeps no log of its intents: one that
// follows others, for hours.
func WithoutLog() Option { return func(s *Session) { s.unlogged = true } }

// Show puts another state on other data on the screen, as somebody else has
// come to it. What lies on top of the tab stays; nothing is logged.
func (s *Session) Show(snap *state.Snapshot, st state.State) {
	if snap != s.snap {
		s.views = views{}
	}
	s.snap, s.st, s.frame = snap, state.Valid(snap, st), nil
	s.st.Rev = max(s.st.Rev, snap.Rev)
}

// Snapshot gives the data that the state speaks of.
func (s *Session) Snapshot() *state.Snapshot { return s.snap }

// Keys gives the keys that the person uses.
func (s *Session) Keys() keys.Map { return s.keys }

// Typing tells whether text is being typed, so that letters are letters.
func (s *Session) Typing() bool {
	return s.local.list != nil || s.local.prompt != nil || s.local.decide != nil || s.local.entry.form != nil || s.local.ask != nil
}

// Means gives what a key means now; keys.None while text is being typed.
func (s *Session) Means(key string) keys.Command {
	if s.Typing() {
		return keys.None
	}
	return s.keys.Find(s.scope(), key)
}

// roomKey carries out the commands of a meeting over the network; false where
// it has none.
func (s *Session) roomKey(c keys.Command) (effects []state.Effect, ok bool) {
	wishes := [...]struct {
		command keys.Command
		wish    state.Wish
	}{
		{keys.Present, state.Present},
		{keys.Join, state.ShowJoin},
		{keys.People, state.ShowPeople},
		{keys.Pause, state.Pause},
		{keys.Follow, state.Follow},
		{keys.Take, state.Take},
	}
	switch c {
	case keys.Hands:
		return s.hands(), true
	case keys.Large:
		s.env.Large = !s.env.Large
		return nil, true
	case keys.Pointer:
		if s.stands(c) {
			effects = s.Do(state.Point{})
		}
		return effects, true
	}
	for _, w := range wishes {
		if w.command == c {
			if s.stands(c) {
				effects = []state.Effect{state.InRoom{Wish: w.wish}}
			}
			return effects, true
		}
	}
	return nil, false
}

// stands tells whether a command does something where the person stands; those
// that have nothing to do with a meeting over the network do.
func (s *Session) stands(c keys.Command) bool {
	st := s.standing
	switch c {
	case keys.Present:
		return st.Hosts
	case keys.Suspend:
		return !st.Seated
	case keys.Join, keys.People:
		return st.Seated
	case keys.Pointer, keys.Pause:
		return st.Drives
	case keys.Hands:
		return st.Drives || st.Asked
	case keys.Follow:
		return st.Looks
	case keys.Take:
		return st.MayTake
	case keys.SaveScenario, keys.AddEntry, keys.EditEntry, keys.RemoveEntry, keys.MarkEntry, keys.Decide, keys.MoveOn, keys.NextItem, keys.PrevItem:
		return s.role != state.Viewer
	case keys.Households, keys.Import:
		return s.role == state.Owner
	}
	return true
}

// forRole leaves out the commands with a value that the session's role may not
// give.
func (s *Session) forRole(as []argument) []argument {
	l := s.env.Words.Lang
	var not []lang.Argument
	switch s.role {
	case state.Viewer:
		not = []lang.Argument{
			lang.ArgHouseholds, lang.ArgAgenda, lang.ArgImport,
			lang.ArgSaveScenario, lang.ArgRenameScenario, lang.ArgRemoveScenario,
		}
	case state.Driver:
		not = []lang.Argument{lang.ArgHouseholds, lang.ArgAgenda, lang.ArgImport}
	}
	for _, n := range not {
		name := l.Argument(n).Names[0]
		as = slices.DeleteFunc(as, func(a argument) bool { return a.words.Names[0] == name })
	}
	return as
}

// standingFirst leaves out what does nothing where the person stands, and puts
// what who drives needs before the rest.
func (s *Session) standingFirst(bs []keys.Binding) []keys.Binding {
	bs = slices.DeleteFunc(bs, func(b keys.Binding) bool { return !s.stands(b.Command) })
	if s.standing.Drives {
		slices.SortStableFunc(bs, func(a, b keys.Binding) int { return driving(a.Command) - driving(b.Command) })
	}
	return bs
}

// driving orders the commands of who drives before all others.
func driving(c keys.Command) int {
	switch c {
	case keys.Pointer, keys.Pause, keys.People:
		return 0
	}
	return 1
}

// Stale tells whether the frame has changed since it was last asked for.
func (s *Session) Stale() bool { return s.frame == nil }

// hands asks the room a question, or closes the one that is open.
func (s *Session) hands() []state.Effect {
	w := s.env.Words
	switch {
	case !s.standing.Drives:
		s.local.answer = w.Hands.NoRoom
	case s.standing.Asking:
		return []state.Effect{state.CloseHands{}}
	default:
		s.local.prompt = &prompt{
			label: w.Hands.AskLabel, hint: w.Common.TakeHint + " · " + w.Common.CloseHint, input: newInput(""), asked: lang.ArgAsk,
			accept: func(text string) ([]state.Effect, string) {
				if text = strings.TrimSpace(block.Clean(text)); text == "" || len(text) > maxQuestion {
					return nil, w.Hands.NoText
				}
				return []state.Effect{state.AskHands{Question: text}}, ""
			},
		}
	}
	return nil
}

// maxQuestion is the longest question in bytes.
const maxQuestion = 160

func parseAsk(s *Session, v string) (any, bool) {
	v = strings.TrimSpace(block.Clean(v))
	return act(func() []state.Effect {
		if !s.standing.Drives {
			return s.hands()
		}
		return []state.Effect{state.AskHands{Question: v}}
	}), v != "" && len(v) <= maxQuestion
}

// HandsClosed tells the session how a show of hands ended: what is to be kept of it.
func (s *Session) HandsClosed(question string, agree, disagree, abstain, asked int) []state.Effect {
	w := s.env.Words.Hands
	s.local.done, s.frame = w.Result(agree, disagree, abstain, asked), nil
	if s.st.Meeting.ID == "" {
		return nil
	}
	return s.Do(state.RecordHands{Hands: meeting.Hands{
		Meeting: s.st.Meeting.ID, Number: s.snap.Minutes.NextHands(s.st.Meeting.ID), Item: s.st.Meeting.Item,
		Question: question, Agree: agree, Disagree: disagree, Abstain: abstain, Asked: asked, At: s.now(),
	}})
}
