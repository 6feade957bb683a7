package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"rakor/model"
	"rakor/model/meeting"
	"rakor/ui/block"
	"rakor/ui/state"
)

// App is the bubbletea model over a [Session]: it hands over keys and sizes,
// and carries out effects as commands.
type App struct {
	session *Session
	// run carries out an effect outside the program and gives the intent that
	// answers it, if any, or an error to show.
	run func(state.Effect) (state.Intent, error)
	// dark gives the environment for a dark or a light terminal; nil keeps
	// the one the session has.
	dark func(dark bool) block.Env
	// pending counts effects under way; the program does not end before they
	// are done, since bubbletea drops what is in flight when it quits.
	pending  int
	quitting bool

	// Progress tells how far a file is read, false when none is. It is asked
	// from time to time while one is; nil for not at all.
	Progress func() (Reading, bool)
	// First are the effects to begin with.
	First []state.Effect
	// Now tells the time; nil for a program without a clock.
	// NoClipboard tells that the terminal takes no text for its clipboard (OSC
	// 52): what is copied is saved to a file instead.
	NoClipboard bool
	Now         func() Clock
	ticking     bool
	watching    bool

	// Present holds a meeting; nil where none can be held.
	Present Present
	seat    Seat // in the meeting that is held, if any
	opening bool // one is being opened
}

// NewApp makes the model. run must be safe to call from another goroutine.
func NewApp(s *Session, run func(state.Effect) (state.Intent, error), dark func(bool) block.Env) *App {
	return &App{session: s, run: run, dark: dark}
}

// doneMsg is the answer of an effect; free is that of one which quitting does
// not wait for.
type doneMsg struct {
	intent state.Intent
	err    error
	free   bool
}

// watchMsg asks how far a file is read.
type watchMsg struct{}

// watchEvery is how often that is asked.
const watchEvery = 100 * time.Millisecond

// Init asks the terminal for its background, without waiting for the answer.
func (a *App) Init() tea.Cmd {
	begin := tea.Batch(a.effects(a.First), a.listen())
	if a.dark == nil {
		return begin
	}
	return tea.Batch(begin, tea.RequestBackgroundColor)
}

// Update hands a message to the session.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if a.Now != nil {
		a.session.Clock(a.Now())
	}
	if _, tick := msg.(tickMsg); tick {
		a.ticking = false
	}
	m, cmd := a.update(msg)
	a.rise()
	if a.Now != nil && a.session.Timed() && !a.ticking {
		a.ticking = true
		cmd = tea.Batch(cmd, tea.Every(time.Second, func(time.Time) tea.Msg { return tickMsg{} }))
	}
	return m, cmd
}

// ClockAt gives the time as a session is told it; its day is that of t's place.
func ClockAt(t time.Time) Clock {
	return Clock{Now: meeting.Stamp(t.UTC().Format(time.RFC3339)), Today: model.Date(t.Format(time.DateOnly)), Unix: t.Unix(), Wall: t.Format("15:04")}
}

// tickMsg tells that a second has passed, while the screen shows a time.
type tickMsg struct{}

func (a *App) update(msg tea.Msg) (tea.Model, tea.Cmd) {
	s := a.session
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return a, a.effects(a.key(msg))
	case tea.PasteMsg:
		return a, a.effects(a.paste(msg.Content))
	case tea.WindowSizeMsg:
		s.Resize(msg.Width, msg.Height)
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft {
			return a, a.effects(a.click(msg.X, msg.Y))
		}
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelUp:
			return a, a.effects(a.wheel(-1))
		case tea.MouseWheelDown:
			return a, a.effects(a.wheel(1))
		}
	case tea.BackgroundColorMsg:
		if a.dark != nil {
			env := a.dark(msg.IsDark())
			env.Words, env.Large = s.Env().Words, s.Env().Large
			s.SetEnv(env)
		}
	case doneMsg:
		return a, a.done(msg)
	case watchMsg:
		return a, a.watch()
	case seatedMsg:
		return a, a.seated(msg)
	case roomMsg:
		return a, a.roomChanged(msg)
	}
	return a, nil
}

// watch shows how far a file is read, and asks again while one is.
func (a *App) watch() tea.Cmd {
	r, reading := a.Progress()
	if !reading {
		a.watching = false
		a.session.Reading(nil)
		return nil
	}
	a.session.Reading(&r)
	return tea.Tick(watchEvery, func(time.Time) tea.Msg { return watchMsg{} })
}

// done takes the answer of an effect; the last one lets a wish to quit
// through, unless it tells of a failure, which the person must see first.
func (a *App) done(msg doneMsg) tea.Cmd {
	if !msg.free {
		a.pending--
	}
	var cmd tea.Cmd
	if _, failed := msg.intent.(state.ProgrammesFailed); failed { // the person must see it
		a.quitting = false
	}
	if msg.intent != nil {
		cmd = a.effects(a.intend(msg.intent))
	}
	if msg.err != nil { // what is there instead may have come with it
		a.quitting = false
		a.session.Tell(msg.err)
		return cmd
	}
	if a.quitting && a.pending == 0 {
		return tea.Quit
	}
	return cmd
}

// Filter holds back a wish to quit, wherever it comes from, while something is
// being saved. It is for tea.WithFilter.
func (a *App) Filter(_ tea.Model, msg tea.Msg) tea.Msg {
	if _, quit := msg.(tea.QuitMsg); quit && a.pending > 0 {
		a.quitting = true
		return nil
	}
	return msg
}

// View gives the session's frame.
func (a *App) View() tea.View {
	var text string
	if a.seat != nil {
		text = a.seat.Frame()
	} else {
		text = a.session.Frame().Text
	}
	v := tea.NewView(text)
	v.AltScreen = true
	if a.session.Mouse() {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

// effects turns the session's wishes into commands, in their order.
func (a *App) effects(es []state.Effect) tea.Cmd {
	var beside []tea.Cmd // what takes long, and what else is to be done in its order
	cmds := make([]tea.Cmd, 0, len(es))
	for _, e := range es {
		switch e := e.(type) {
		case state.Quit:
			cmds = append(cmds, tea.Quit)
		case state.Suspend:
			cmds = append(cmds, tea.Suspend)
		case state.InRoom:
			if e.Wish == state.Present {
				beside = append(beside, a.present())
			}
		case state.CopyText:
			cmds = append(cmds, a.copy(e))
		case state.ReadHouseholds:
			beside = append(beside, a.read(e, e.Path))
		case state.LoadFigures:
			beside = append(beside, a.read(e, ""))
		case state.ReadIntake:
			beside = append(beside, a.read(e, e.Path))
		default:
			a.pending++
			cmds = append(cmds, func() tea.Msg {
				in, err := a.run(e)
				return doneMsg{intent: in, err: err}
			})
		}
	}
	if len(cmds) > 0 {
		beside = append(beside, tea.Sequence(cmds...))
	}
	return tea.Batch(beside...)
}

// read lets a file be read beside everything else: nothing waits for it, not
// even quitting.
func (a *App) read(e state.Effect, path string) tea.Cmd {
	cmds := []tea.Cmd{func() tea.Msg {
		in, err := a.run(e)
		return doneMsg{intent: in, err: err, free: true}
	}}
	if a.Progress != nil && !a.watching {
		a.watching = true
		a.session.Reading(&Reading{Name: fileName(path)})
		cmds = append(cmds, tea.Tick(watchEvery, func(time.Time) tea.Msg { return watchMsg{} }))
	}
	return tea.Batch(cmds...)
}

// copy puts a text on the clipboard of the terminal, or saves it where that has
// none.
func (a *App) copy(e state.CopyText) tea.Cmd {
	if !a.NoClipboard {
		return tea.SetClipboard(e.Text)
	}
	a.pending++
	return func() tea.Msg {
		in, err := a.run(e)
		return doneMsg{intent: in, err: err}
	}
}
