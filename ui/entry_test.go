package ui_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"rakor/model"
	"rakor/ui"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/state"
)

func entrySession(t *testing.T, w, h int, l lang.Lang) *ui.Session {
	t.Helper()
	e := env(w, h)
	e.Words = lang.For(l)
	s := ui.New(snapshot(t), state.New("6271"), e)
	s.Clock(ui.Clock{Now: "2026-11-25T07:00:00Z", Today: "2026-11-25", Unix: 1795590000})
	s.Key(press("3"))
	return s
}

// changeOf changes the budget of p003, of which the list has another one by
// now.
func conflictOf(t *testing.T, s *ui.Session) *model.ConflictError {
	t.Helper()
	was := s.Snapshot().Programmes.Find("p003")
	theirs, mine := *was, *was
	for p, text := range map[*model.Programme]string{&theirs: "5000000", &mine: "3000000"} {
		if err := p.Set(model.FieldBudget, text); err != nil {
			t.Fatal(err)
		}
	}
	_, err := model.Change{ID: "p003", Was: was, Now: &mine}.Apply(&theirs)
	c, ok := err.(*model.ConflictError) //nolint:errorlint // Apply gives it as it is
	if !ok {
		t.Fatal(err)
	}
	return c
}

// TestEntryPanels compares what lies above the third tab while the list is
// changed with files of testdata/entry.
func TestEntryPanels(t *testing.T) {
	t.Parallel()
	tabs := func(s *ui.Session, n int) {
		for range n {
			s.Key(press("tab"))
		}
	}
	for name, do := range map[string]func(*ui.Session){
		"form": func(s *ui.Session) { typeKeys(s, "o", "tab") },
		"error": func(s *ui.Session) {
			typeKeys(s, "o", "tab")
			typeText(s, "Dinas Sosial")
			tabs(s, 1)
			typeText(s, "sosial")
			tabs(s, 6)
			typeText(s, "1,45 M")
			tabs(s, 1)
			typeText(s, "1.234 jt")
			tabs(s, 2)
			typeText(s, "paha")
			s.Key(press("down"))
		},
		"many": func(s *ui.Session) { typeKeys(s, "space", "space", "e") },
		"remove": func(s *ui.Session) {
			typeKeys(s, "space", "space", "d")
		},
		"leave": func(s *ui.Session) {
			typeKeys(s, "o", "tab", "x", "esc")
		},
		"conflict": func(s *ui.Session) {
			s.Do(state.SelectProgramme{ID: "p003"})
			typeKeys(s, "e")
			tabs(s, 8)
			typeText(s, "3jt")
			s.Key(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
			s.Do(state.ProgrammesFailed{Rev: 1, Conflict: conflictOf(t, s)})
		},
		"history": func(s *ui.Session) {
			s.Do(state.SelectProgramme{ID: "p003"})
			c := conflictOf(t, s)
			typeKeys(s, "enter")
			s.Do(state.HistoryRead{ID: "p003", Steps: []model.LogEntry{
				{Seq: 1, At: "2026-11-24T09:30:00+07:00", By: "Budi", Kind: model.LogChange, Changes: []model.Change{{ID: "p003", Was: c.Was, Now: c.Theirs}}},
				{Seq: 2, At: "2026-11-25T14:02:00+07:00", By: "Rina", Kind: model.LogUndo, Of: 1, Changes: []model.Change{{ID: "p003", Was: c.Theirs, Now: c.Was}}},
			}})
			typeKeys(s, "end")
		},
	} {
		for _, size := range [][2]int{{120, 36}, {80, 24}} {
			for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
				s := entrySession(t, size[0], size[1], l)
				do(s)
				checkFrame(t, s, size[0], size[1])
				golden(t, fmt.Sprintf("entry/%s-%dx%d-%s.txt", name, size[0], size[1], l.Code()), plain(s)+"\n")
			}
		}
	}
}

// TestViewersDoNotEdit: who only looks has no keys for it, and a press of one
// changes nothing.
func TestViewersDoNotEdit(t *testing.T) {
	t.Parallel()
	s := entrySession(t, 120, 36, lang.Indonesian)
	s.As(state.Viewer)
	for _, k := range []string{"o", "e", "d", "space", "u"} {
		if effects := s.Key(press(k)); len(effects) > 0 || s.Typing() {
			t.Errorf("%s: %v, typing %v", k, effects, s.Typing())
		}
	}
	for _, c := range []keys.Command{keys.AddEntry, keys.EditEntry, keys.RemoveEntry, keys.Undo, keys.Redo} {
		s.Run(c)
		if s.Typing() {
			t.Errorf("command %d opened something", c)
		}
	}
	if strings.Contains(plain(s), "o baru") {
		t.Error("a viewer is offered a new row")
	}
	was := s.Snapshot().Programmes.Find("p003")
	if effects := s.Do(state.SaveProgrammes{Changes: []model.Change{{ID: "p003", Was: was}}}); len(effects) > 0 {
		t.Errorf("a viewer removed a row: %v", effects)
	}
}

// TestDriversEdit: who drives from another machine edits; their name is not
// that of the machine.
func TestDriversEdit(t *testing.T) {
	t.Parallel()
	s := entrySession(t, 120, 36, lang.Indonesian)
	s.As(state.Driver)
	s.Do(state.SelectProgramme{ID: "p003"})
	typeKeys(s, "d")
	effects := s.Key(press("enter"))
	if len(effects) == 0 {
		t.Fatalf("nothing is done:\n%s", plain(s))
	}
	w, ok := state.Signed(effects[0], "Budi (SSH)").(state.WriteProgrammes)
	if !ok || w.By != "Budi (SSH)" || len(w.Changes) != 1 || w.Changes[0].ID != "p003" || w.Changes[0].Now != nil {
		t.Errorf("%+v", effects)
	}
}

// TestSavingTakesNoKeys: what is typed between the wish to save and its answer
// would be lost with the form, so nothing is taken; Esc leaves all the same.
func TestSavingTakesNoKeys(t *testing.T) {
	t.Parallel()
	s := entrySession(t, 120, 36, lang.Indonesian)
	s.Do(state.SelectProgramme{ID: "p003"})
	typeKeys(s, "e")
	for range 8 {
		s.Key(press("tab"))
	}
	typeText(s, "9")
	s.Key(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
	if !strings.Contains(plain(s), "Menyimpan…") {
		t.Fatal(plain(s))
	}
	before := plain(s)
	typeText(s, "abc")
	s.Paste("def")
	s.Key(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
	if plain(s) != before {
		t.Error("keys were taken while it was being saved")
	}
	typeKeys(s, "esc", "esc")
	if !strings.Contains(plain(s), "Sunting program p003") || strings.Contains(plain(s), "Menyimpan…") {
		t.Errorf("Esc:\n%s", plain(s))
	}
}

// TestFormByMouse: a press on a field goes there, one on a proposal takes it.
func TestFormByMouse(t *testing.T) {
	t.Parallel()
	s := entrySession(t, 120, 36, lang.Indonesian)
	typeKeys(s, "o", "tab")
	at := func(text string) (x, y int) {
		for y, l := range strings.Split(plain(s), "\n") {
			if i := strings.Index(l, text); i >= 0 {
				return len([]rune(l[:i])), y
			}
		}
		t.Fatalf("no %q", text)
		return 0, 0
	}
	s.Click(at("Dinas Kesehatan"))
	if !strings.Contains(plain(s), "Kode *                      >") {
		t.Fatalf("the proposal was not taken:\n%s", plain(s))
	}
	s.Click(at("Pagu perubahan"))
	typeText(s, "5jt")
	if !strings.Contains(plain(s), "= Rp5.000.000") {
		t.Errorf("the field was not reached:\n%s", plain(s))
	}
}

// TestKeysAnywhereInTheForm walks the whole form with arrows and back in every
// size: no frame breaks, and the active field is always in sight.
func TestKeysAnywhereInTheForm(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 16}, {30, 8}} {
		s := entrySession(t, size[0], size[1], lang.Indonesian)
		s.Do(state.SelectProgramme{ID: "p003"})
		typeKeys(s, "e")
		for _, k := range []string{"tab", "shift+tab", "pgdown", "down", "up"} {
			for range 40 {
				s.Key(press(k))
				checkFrame(t, s, size[0], size[1])
				if got := plain(s); !strings.Contains(got, "> ") && !strings.Contains(got, "▸[") && !strings.Contains(got, "▸ [") {
					t.Fatalf("%dx%d, %s: the active field is out of sight:\n%s", size[0], size[1], k, got)
				}
			}
		}
	}
}
