package main

import (
	"io"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rakor/data/book"
	"rakor/model"
	"rakor/ui"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// clerk is somebody who works on the list of programmes: a session over a real
// list on the disk, whose effects are carried out as the program does.
type clerk struct {
	t   *testing.T
	app *app
	s   *ui.Session
	dir string
}

func newClerk(t *testing.T, dir string, change func(*app)) *clerk {
	t.Helper()
	a := &app{
		process: process{
			out: io.Discard, err: io.Discard, env: []string{"USER=Rina"},
			now: func() time.Time { return time.Date(2026, 11, 25, 14, 2, 0, 0, time.UTC) },
		},
		words: lang.For(lang.Indonesian),
	}
	a.flags.data = dir
	if change != nil {
		change(a)
	}
	if banner, err := a.openLeniently(); err != nil || banner != "" {
		t.Fatal(banner, err)
	}
	t.Cleanup(a.closeList)
	c := &clerk{t: t, app: a, dir: dir}
	c.open()
	return c
}

// open opens the session, as at the start of the program.
func (c *clerk) open() {
	env := block.Env{Width: 120, Height: 36, Theme: theme.New(theme.None, colorprofile.Ascii), Words: c.app.words}
	c.app.entryDrafts.newest = 0 // of another process
	c.s = ui.New(c.app.snapshot(), state.New("6271"), env, ui.WithSnapshots(c.app.snapshot), ui.WithEntering(c.app.entering()))
	c.s.Clock(ui.ClockAt(c.app.now()))
	c.s.EntryDraft(c.app.loadEntryDraft(""))
	c.run(c.s.Do(state.ShowTab{Tab: state.TabProgram}))
}

func (c *clerk) run(effects []state.Effect) {
	c.t.Helper()
	for _, e := range effects {
		in, err := c.app.perform(e)
		if in != nil {
			c.run(c.s.Do(in))
		}
		if err != nil {
			c.s.Tell(err)
		}
	}
}

// press presses keys by their names.
func (c *clerk) press(names ...string) {
	c.t.Helper()
	special := map[string]tea.Key{
		"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab}, "shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
		"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "pgdown": {Code: tea.KeyPgDown}, "pgup": {Code: tea.KeyPgUp},
		"space": {Code: tea.KeySpace, Text: " "}, "backspace": {Code: tea.KeyBackspace}, "ctrl+u": {Code: 'u', Mod: tea.ModCtrl},
		"ctrl+s": {Code: 's', Mod: tea.ModCtrl}, "ctrl+r": {Code: 'r', Mod: tea.ModCtrl}, "end": {Code: tea.KeyEnd}, "ctrl+end": {Code: tea.KeyEnd, Mod: tea.ModCtrl},
	}
	for _, n := range names {
		k, ok := special[n]
		if !ok {
			k = tea.Key{Code: []rune(n)[0], Text: n}
		}
		c.run(c.s.Key(tea.KeyPressMsg(k)))
	}
}

func (c *clerk) write(text string) {
	c.t.Helper()
	for _, r := range text {
		c.run(c.s.Key(tea.KeyPressMsg{Code: r, Text: string(r)}))
	}
}

func (c *clerk) screen() string { return ansi.Strip(c.s.Frame().Text) }

func (c *clerk) shows(want ...string) {
	c.t.Helper()
	got := c.screen()
	for _, x := range want {
		if !strings.Contains(got, x) {
			c.t.Fatalf("no %q on\n%s", x, got)
		}
	}
}

func (c *clerk) hides(unwanted ...string) {
	c.t.Helper()
	got := c.screen()
	for _, x := range unwanted {
		if strings.Contains(got, x) {
			c.t.Fatalf("%q on\n%s", x, got)
		}
	}
}

// saved gives an entry as another program finds it on the disk.
func (c *clerk) saved(id model.ProgrammeID) *model.Programme {
	c.t.Helper()
	b, err := book.Open(c.dir, c.app.store.Programmes(), book.Options{ReadOnly: true})
	if err != nil {
		c.t.Fatal(err)
	}
	return b.Snapshot().Find(id)
}

// other changes an entry as another program would.
func (c *clerk) other(id model.ProgrammeID, f model.Field, text string) {
	c.t.Helper()
	b, err := book.Open(c.dir, c.app.store.Programmes(), book.Options{})
	if err != nil {
		c.t.Fatal(err)
	}
	was := b.Snapshot().Find(id)
	now := *was
	if err := now.Set(f, text); err != nil {
		c.t.Fatal(err)
	}
	if _, err := b.Commit(c.t.Context(), model.Change{ID: id, Was: was, Now: &now}, "Budi", c.app.now()); err != nil {
		c.t.Fatal(err)
	}
}

// fill types into fields from the first one on, a Tab behind each.
func (c *clerk) fill(texts ...string) {
	c.t.Helper()
	for _, text := range texts {
		c.write(text)
		c.press("tab")
	}
}
