package ui_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"rakor/model/household"
	"rakor/ui"
	"rakor/ui/state"
)

// patience is how long a test waits for what must come.
const patience = 90 * time.Second

// outside carries out effects for a program under test: reading a file lasts
// until it is let go or cancelled.
type outside struct {
	effects chan state.Effect
	cancel  chan struct{}
	letGo   chan struct{}
}

func newOutside() *outside {
	return &outside{effects: make(chan state.Effect, 64), cancel: make(chan struct{}), letGo: make(chan struct{})}
}

func (o *outside) run(e state.Effect) (state.Intent, error) {
	o.effects <- e
	switch e.(type) {
	case state.CancelRead:
		close(o.cancel)
	case state.ReadHouseholds:
		select {
		case <-o.cancel:
			return nil, ui.SentenceError("Pembacaan berkas dibatalkan.")
		case <-o.letGo:
			return nil, errors.New("let go")
		}
	}
	return nil, nil
}

// next waits for the next effect.
func (o *outside) next(t *testing.T) state.Effect {
	t.Helper()
	select {
	case e := <-o.effects:
		return e
	case <-time.After(patience):
		t.Fatal("no effect")
		return nil
	}
}

// program runs an App without a terminal; done gives its end.
func program(m *ui.App) (p *tea.Program, done chan error) {
	p = tea.NewProgram(m, tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutRenderer(), tea.WithoutSignalHandler(), tea.WithFilter(m.Filter))
	done = make(chan error, 1)
	go func() {
		_, err := p.Run()
		done <- err
	}()
	return p, done
}

func send(p *tea.Program, names ...string) {
	for _, n := range names {
		p.Send(press(n))
	}
}

func sendText(p *tea.Program, text string) {
	for _, r := range text {
		send(p, string(r))
	}
}

// While a file is read every key works; Esc ends the reading, and it is said.
func TestReadingBlocksNoKey(t *testing.T) {
	t.Parallel()
	o := newOutside()
	s := session(t, 120, 36)
	m := ui.NewApp(s, o.run, nil)
	m.Progress = func() (ui.Reading, bool) {
		return ui.Reading{Name: "susenas.csv", Done: 40, Total: 100, Rows: 138000}, true
	}
	p, done := program(m)
	send(p, "2", "O")
	sendText(p, "susenas.csv")
	send(p, "enter")
	if e := o.next(t); e != (state.ReadHouseholds{Path: "susenas.csv"}) {
		t.Fatalf("%+v", e)
	}
	send(p, "l", "W")
	sendText(p, "Dasar")
	send(p, "enter")
	if w, ok := o.next(t).(state.WriteScenario); !ok || w.Scenario.Name != "Dasar" || *w.Scenario.Estimate.Rate != 3.63 {
		t.Fatalf("keys wait for the file: %+v", w)
	}
	send(p, "esc")
	if e := o.next(t); e != (state.CancelRead{}) {
		t.Fatalf("%+v", e)
	}
	send(p, "ctrl+c")
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(patience):
		t.Fatal("the program does not end")
	}
}

// Quitting does not wait for a file, as it does for what is being saved.
func TestQuitDoesNotWaitForAFile(t *testing.T) {
	t.Parallel()
	o := newOutside()
	defer close(o.letGo)
	p, done := program(ui.NewApp(session(t, 80, 24), o.run, nil))
	send(p, "2", "O")
	sendText(p, "besar.csv")
	send(p, "enter")
	o.next(t)
	send(p, "ctrl+c")
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(patience):
		t.Fatal("the program waits for the file")
	}
}

func TestReadingIsShown(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 16}} {
		s := session(t, size[0], size[1])
		s.Reading(&ui.Reading{Name: "a/very/long/path/to/susenas\x1b[2J.csv.gz", Done: 6, Total: 10, Rows: 207000})
		checkFrame(t, s, size[0], size[1])
		if got := plain(s); !strings.Contains(got, "207.000 ruta · Esc batal") || !strings.Contains(got, "Membaca a/very") || !strings.Contains(got, "60 %") && size[0] > 60 {
			t.Errorf("%v:\n%s", size, got)
		}
		if e := s.Key(press("esc")); len(e) != 1 || e[0] != (state.CancelRead{}) {
			t.Errorf("%+v", e)
		}
		s.Reading(nil)
		if strings.Contains(plain(s), "Esc batal") {
			t.Error("still shown")
		}
	}
}

// A file that was read opens the second tab on it; an empty path closes it.
func TestHouseholdsOpenAndClose(t *testing.T) {
	t.Parallel()
	c := household.Columns{Name: "susenas.csv"}
	for i := range 200 {
		c.Value, c.Size, c.Weight, c.PSU = append(c.Value, float64(400_000+5_000*i)), append(c.Size, 4), append(c.Weight, 100), append(c.PSU, int32(i/10))
	}
	f, err := household.New(c)
	if err != nil {
		t.Fatal(err)
	}
	snap := snapshot(t)
	current := snap
	s := ui.New(snap, state.New("6271"), env(120, 36), ui.WithSnapshots(func() *state.Snapshot { return current }))
	next := *snap
	next.Rev, next.Households = snap.Rev+1, []*household.File{f}
	current = &next
	s.Do(state.HouseholdsOpened{Rev: next.Rev, Name: "susenas.csv"})
	if got := plain(s); s.State().Tab != state.TabEstimate || !strings.Contains(got, "Berkas susenas.csv: 200 rumah tangga.") || !strings.Contains(got, "Ukuran dari berkas") {
		t.Fatalf("%s", got)
	}
	checkFrame(t, s, 120, 36)
	typeKeys(s, "O")
	if e := s.Key(press("enter")); len(e) != 1 || e[0] != (state.DropHouseholds{}) {
		t.Errorf("%+v", e)
	}
	last := next
	last.Rev, last.Households = next.Rev+1, nil
	current = &last
	s.Do(state.HouseholdsClosed{Rev: last.Rev})
	if got := plain(s); !strings.Contains(got, "11.226") || strings.Contains(got, "susenas") {
		t.Errorf("%s", got)
	}
}

// A long sentence is shown whole, a short one in the line for answers.
func TestTellIsWhole(t *testing.T) {
	t.Parallel()
	s := session(t, 80, 24)
	long := "susenas.csv: ada data pribadi di kolom NIK (nomor identitas), Nama KRT (nama); hapus kolom itu lalu ulangi. Berkas tidak dibaca lebih lanjut."
	s.Tell(fmt.Errorf("outside: %w", ui.SentenceError(long)))
	got := strings.Join(strings.Fields(strings.NewReplacer("│", " ", "─", " ").Replace(plain(s))), " ")
	for _, w := range []string{"Berkas tidak dibuka", "NIK (nomor identitas)", "tidak dibaca lebih lanjut."} {
		if !strings.Contains(got, w) {
			t.Errorf("no %q:\n%s", w, plain(s))
		}
	}
	s.Key(press("esc"))
	s.Tell(ui.SentenceError("Pembacaan berkas dibatalkan."))
	if !strings.Contains(plain(s), "! Pembacaan berkas dibatalkan.") {
		t.Error(plain(s))
	}
}

// TestLedgerTellsSinceWhen: an input of this session carries the time at which
// it was entered, until it is put back.
func TestLedgerTellsSinceWhen(t *testing.T) {
	t.Parallel()
	s := session(t, 120, 36)
	s.Clock(ui.ClockAt(time.Date(2026, 11, 25, 14, 2, 0, 0, time.FixedZone("WIB", 7*3600))))
	n := 640.0
	s.Do(state.SetInput{Input: state.InputSample, Value: &n})
	s.Clock(ui.ClockAt(time.Date(2026, 11, 25, 14, 9, 0, 0, time.FixedZone("WIB", 7*3600))))
	typeKeys(s, "2", "A")
	if got := plain(s); !strings.Contains(got, "sejak pukul 14:02") {
		t.Fatal(got)
	}
	typeKeys(s, "esc")
	s.Do(state.SetInput{Input: state.InputSample})
	typeKeys(s, "A")
	if got := plain(s); strings.Contains(got, "sejak pukul") {
		t.Fatal(got)
	}
}
