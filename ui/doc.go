// Package ui is the terminal program without a terminal: a [Session] takes
// keys, sizes and mouse clicks and gives frames. It is plain code, so that a
// local terminal, a person over SSH, a test and the linear dialogue are all
// served by the same thing.
//
//	s := ui.New(snapshot, state, env)
//	effects := s.Key(key)      // what has to be done outside: save, quit
//	text := s.Frame().Text     // env.Width x env.Height cells
//
// A Session holds the shared [state.State], the viewer's own things (open
// panels, text being typed) and their [block.Env]. It does no input or output
// and knows no clock; what must be done outside it returns as
// [state.Effect]. It belongs to one goroutine at a time; different Sessions
// share nothing that changes.
//
// [App] is the thin bubbletea model over a Session.
package ui
