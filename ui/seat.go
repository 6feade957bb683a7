package ui

import (
	tea "charm.land/bubbletea/v2"

	"rakor/ui/block"
	"rakor/ui/state"
)

// Seat is the place of a session in a meeting that it presents: while it sits
// there, keys go through the seat and the seat draws.
type Seat interface {
	Key(k tea.KeyPressMsg) []state.Effect
	Paste(text string) []state.Effect
	Click(x, y int) []state.Effect
	Wheel(by int) []state.Effect
	Do(in state.Intent) []state.Effect
	// Sync brings the seat to where the meeting is.
	Sync()
	// Wait gives what waits, in another goroutine, until Sync has something to
	// do.
	Wait() func()
	Frame() string
	// Over tells that the meeting is no longer the session's.
	Over() bool
}

// Present holds a meeting from a session: it gives the session's seat. It is
// called in another goroutine. An error is shown.
type Present func(snap *state.Snapshot, st state.State, env block.Env) (func(*Session) Seat, error)

// seatedMsg tells that a meeting has begun, or why not.
type seatedMsg struct {
	seat func(*Session) Seat
	err  error
}

// roomMsg tells that something has happened in the room.
type roomMsg struct{ of Seat }

// Sit seats the session in a meeting before the program runs.
func (a *App) Sit(s Seat) { a.seat = s }

// present begins a meeting beside everything else.
func (a *App) present() tea.Cmd {
	if a.Present == nil || a.seat != nil || a.opening {
		return nil
	}
	a.opening = true
	a.pending++ // quitting waits: a door that opens is closed again
	snap, st, env := a.session.snap, a.session.st, a.session.env
	return func() tea.Msg {
		seat, err := a.Present(snap, st, env)
		return seatedMsg{seat, err}
	}
}

// seated takes the seat of a meeting that has begun.
func (a *App) seated(msg seatedMsg) tea.Cmd {
	a.opening = false
	a.pending--
	switch {
	case msg.err != nil:
		a.quitting = false
		a.session.Tell(msg.err)
		return nil
	case a.quitting && a.pending == 0:
		return tea.Quit
	}
	a.seat = msg.seat(a.session)
	return a.listen()
}

// listen waits for the room.
func (a *App) listen() tea.Cmd {
	if a.seat == nil {
		return nil
	}
	seat, wait := a.seat, a.seat.Wait()
	return func() tea.Msg {
		wait()
		return roomMsg{of: seat}
	}
}

// roomChanged brings the seat to where the room is, and waits again.
func (a *App) roomChanged(msg roomMsg) tea.Cmd {
	if a.seat == nil || msg.of != a.seat {
		return nil
	}
	a.seat.Sync()
	return a.listen()
}

// rise gives the session back to its person alone when the meeting is over.
func (a *App) rise() {
	if a.seat == nil || !a.seat.Over() {
		return
	}
	a.seat = nil
	s := a.session
	s.As(state.Owner)
	s.Stand(Standing{Hosts: a.Present != nil})
	s.local.done = s.env.Words.Room.Stopped
	s.frame = nil
}

// key and the others hand something over to the seat, where there is one.
func (a *App) key(k tea.KeyPressMsg) []state.Effect {
	if a.seat != nil {
		return a.seat.Key(k)
	}
	return a.session.Key(k)
}

func (a *App) paste(text string) []state.Effect {
	if a.seat != nil {
		return a.seat.Paste(text)
	}
	return a.session.Paste(text)
}

func (a *App) click(x, y int) []state.Effect {
	if a.seat != nil {
		return a.seat.Click(x, y)
	}
	return a.session.Click(x, y)
}

func (a *App) wheel(by int) []state.Effect {
	if a.seat != nil {
		return a.seat.Wheel(by)
	}
	return a.session.Wheel(by)
}

func (a *App) intend(in state.Intent) []state.Effect {
	if a.seat != nil {
		return a.seat.Do(in)
	}
	return a.session.Do(in)
}
