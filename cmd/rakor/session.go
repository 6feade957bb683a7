package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"rakor/data"
	"rakor/model"
	"rakor/ui"
	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// framesPerSecond is how often the screen may be redrawn: often enough that a
// key is answered within a display's frame.
const framesPerSecond = 120

// session opens the screens: in the terminal, as a dialogue of lines where the
// terminal can do no more, or as a summary where there is none.
func (a *app) session(ctx context.Context) error {
	return a.sessionOf(ctx, &presenting{flags: usualMeeting()})
}

func (a *app) sessionOf(ctx context.Context, p *presenting) error {
	a.opening = true
	banner, err := a.openLeniently()
	if err != nil {
		return err
	}
	fd, tty := a.terminal()
	linear := a.flags.text || a.getenv("TERM") == "dumb"
	opts := []ui.Option{ui.WithSnapshots(a.snapshot), ui.WithEntering(a.entering())}
	opts = append(opts, ui.WithVersion(buildVersion()))
	if own, err := a.keyMap(); err != nil {
		opts = append(opts, ui.WithTrouble(err.Error()))
	} else {
		opts = append(opts, ui.WithKeys(own))
	}
	if a.dirs.Data != "" {
		opts = append(opts, ui.WithFiles(a.preview))
	}
	if problem := a.openScenarios(); problem != "" {
		opts = append(opts, ui.WithTrouble(problem))
	}
	if problem := a.openMinutes(); problem != "" {
		opts = append(opts, ui.WithTrouble(problem))
	}
	if banner != "" {
		opts = append(opts, ui.WithBanner(a.dirs.Data, banner))
	}
	if p.atOnce && (!tty || linear || !a.inputIsTerminal()) {
		return failf(exitUsage, "%s", a.words.Lang.CLIServe().NeedsTerminal)
	}
	if !tty || linear {
		s := ui.New(a.snapshot(), state.New(a.home()), a.env(80, 24, true), opts...)
		if banner != "" {
			a.say(a.words.Common.DataProblem(a.dirs.Data, banner))
		}
		if tty && a.inputIsTerminal() {
			return a.dialogue(ctx, s)
		}
		return a.summary(s)
	}
	return a.screens(ctx, fd, p, opts)
}

// screens runs the program in the terminal.
func (a *app) screens(ctx context.Context, fd uintptr, pr *presenting, opts []ui.Option) error {
	width, height, err := term.GetSize(fd)
	if err != nil || width <= 0 || height <= 0 {
		width, height = 80, 24
	}
	if !a.settings.HintDismissed {
		opts = append(opts, ui.WithWelcome())
	}
	s := ui.New(a.snapshot(), state.New(a.home()), a.env(width, height, a.darkGuess()), opts...)
	var dark func(bool) block.Env
	if a.profile() >= colorprofile.ANSI && !a.flags.noColor {
		dark = func(isDark bool) block.Env { return a.env(width, height, isDark) }
	}
	m := ui.NewApp(s, a.perform, dark)
	m.Progress = a.progress
	if a.later {
		m.First = []state.Effect{state.LoadFigures{}}
	}
	m.Now, m.NoClipboard = a.clock, a.noClipboard()
	s.Draft(a.decisionDraft())
	if err := a.mayPresent(ctx, m, s, pr); err != nil {
		return err
	}
	s.Clock(a.clock())
	s.EntryDraft(a.loadEntryDraft(""))
	p := tea.NewProgram(m,
		tea.WithoutSignalHandler(), tea.WithInput(a.in), tea.WithOutput(a.out), tea.WithEnvironment(a.process.env),
		tea.WithColorProfile(a.profile()), tea.WithFPS(framesPerSecond), tea.WithWindowSize(width, height),
		tea.WithFilter(m.Filter),
	)
	defer context.AfterFunc(ctx, p.Quit)() // what is being saved is finished first
	_, err = p.Run()
	return cmp.Or(pr.end(ctx, a, err), interrupted(ctx))
}

// perform carries out an effect of the session: it is called from goroutines
// of the program, one at a time for each effect.
func (a *app) perform(e state.Effect) (state.Intent, error) {
	switch e := e.(type) {
	case state.SaveHome:
		return nil, a.remember(func(s *data.Settings) { s.Home = e.Region })
	case state.SaveWelcomed:
		return nil, a.remember(func(s *data.Settings) { s.HintDismissed = true })
	}
	if in, ok, err := a.exports(e); ok {
		return in, err
	}
	if in, ok, err := a.households(e); ok {
		return in, err
	}
	if in, ok, err := a.takeIn(e); ok {
		return in, err
	}
	if in, ok, err := a.keepMinutes(e); ok {
		return in, err
	}
	if in, ok, err := a.keepEntries(e); ok {
		return in, err
	}
	in, _, err := a.keepScenario(e)
	return in, err
}

// env gives the environment that frames are drawn for.
func (a *app) env(width, height int, dark bool) block.Env {
	name := theme.Dark
	switch {
	case a.flags.noColor || a.getenv("NO_COLOR") != "":
		name = theme.None
	case !dark:
		name = theme.Light
	}
	return block.Env{Width: width, Height: height, Theme: theme.New(name, a.profile()), Words: a.words, ASCII: a.flags.ascii}
}

// profile tells the colours of the terminal from its environment alone:
// nothing is asked of it and no process is started.
func (a *app) profile() colorprofile.Profile {
	if _, ok := a.terminal(); !ok {
		return colorprofile.NoTTY
	}
	p := colorprofile.Env(a.process.env)
	if p == colorprofile.NoTTY {
		return colorprofile.Ascii
	}
	return p
}

// darkGuess tells whether the terminal is dark until it answers: COLORFGBG
// where it is set, else dark.
func (a *app) darkGuess() bool {
	v := a.getenv("COLORFGBG")
	bg := v[strings.LastIndexByte(v, ';')+1:]
	return bg != "7" && bg != "15"
}

// terminal gives the descriptor of standard output where that is a terminal.
func (a *app) terminal() (fd uintptr, ok bool) {
	f, ok := a.out.(interface{ Fd() uintptr })
	if !ok || !term.IsTerminal(f.Fd()) {
		return 0, false
	}
	return f.Fd(), true
}

func (a *app) inputIsTerminal() bool {
	f, ok := a.in.(interface{ Fd() uintptr })
	return ok && term.IsTerminal(f.Fd())
}

// summary prints the three tabs as lines.
func (a *app) summary(s *ui.Session) error {
	var b strings.Builder
	for t := state.TabRegional; t < state.Tabs; t++ {
		if t > 0 {
			b.WriteString("\n")
		}
		for _, l := range s.TabLines(t) {
			b.WriteString(l + "\n")
		}
	}
	_, err := io.WriteString(a.out, b.String())
	return err
}

// dialogue is the program for a screen reader: lines out, commands in. What a
// command changes is printed as new lines; nothing moves on the screen.
func (a *app) dialogue(ctx context.Context, s *ui.Session) error {
	w := func() { // the lines of what is on top now
		for _, l := range s.Lines() {
			fmt.Fprintln(a.out, l)
		}
	}
	w()
	lines := make(chan string)
	go func() {
		defer close(lines)
		for sc := bufio.NewScanner(a.in); sc.Scan(); {
			select {
			case lines <- sc.Text():
			case <-ctx.Done():
				return
			}
		}
	}()
	for {
		fmt.Fprint(a.out, s.Env().Words.Common.LinearPrompt)
		select {
		case <-ctx.Done():
			fmt.Fprintln(a.out)
			return interrupted(ctx)
		case line, ok := <-lines:
			if !ok {
				fmt.Fprintln(a.out)
				return nil
			}
			quit, err := a.reply(s, line)
			if err != nil || quit {
				return err
			}
		}
	}
}

// reply carries out one line of the dialogue; quit is true where it ends it.
func (a *app) reply(s *ui.Session, line string) (quit bool, err error) {
	effects, out := s.Line(line)
	for _, l := range out {
		if _, err := fmt.Fprintln(a.out, l); err != nil {
			return true, err
		}
	}
	for _, e := range effects {
		switch e.(type) {
		case state.Quit:
			_, err := fmt.Fprintln(a.out, s.Env().Words.Common.LinearBye)
			return true, err
		case state.Suspend:
		default:
			in, err := a.perform(e)
			if in != nil {
				s.Do(in)
			}
			if err != nil {
				s.Tell(err)
			}
			if said := s.Said(); said != "" {
				fmt.Fprintln(a.out, said)
			}
		}
	}
	return false, nil
}

// keyRows lists the key map: keys and what they do, by group.
func (a *app) keyRows() [][2]string {
	var out [][2]string
	l := a.words.Lang
	own, err := a.keyMap()
	if err != nil { // told where the keys are pressed
		own = keys.Default()
	}
	for g := keys.Moving; g <= keys.General; g++ {
		for _, b := range own.All() {
			if b.Group != g || len(b.Keys) == 0 {
				continue
			}
			names := make([]string, len(b.Keys))
			for i, k := range b.Keys {
				names[i] = l.Key(k)
			}
			where := ""
			if b.Scope != keys.Global {
				where = " (" + a.scopeName(b.Scope) + ")"
			}
			out = append(out, [2]string{strings.Join(names, " "), l.Command(b.Command).Help + where})
		}
	}
	return out
}

// home gives the home region: the flag, else what was remembered, else the
// city that rakor was made for.
func (a *app) home() model.RegionCode {
	for _, c := range []model.RegionCode{model.RegionCode(a.flags.home), a.settings.Home} {
		if r, ok := a.store.Dataset().Region(c); ok && r.Level.IsLocal() {
			return c
		}
	}
	return defaultHome
}

// defaultHome is Kota Palangka Raya.
const defaultHome model.RegionCode = "6271"

// line prints one line.
func (a *app) line(s string) error {
	_, err := io.WriteString(a.out, s+"\n")
	return err
}
