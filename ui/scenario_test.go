package ui_test

import (
	"slices"
	"strings"
	"testing"

	"rakor/ui"
	"rakor/ui/state"
)

// shelf keeps scenarios as the outside does, without a disk.
type shelf struct{ snap *state.Snapshot }

func (k *shelf) current() *state.Snapshot { return k.snap }

// perform carries out the effects of a session and hands it the answers.
func (k *shelf) perform(s *ui.Session, effects []state.Effect) {
	for _, e := range effects {
		next := *k.snap
		next.Rev++
		next.Scenarios = slices.Clone(k.snap.Scenarios)
		find := func(name string) int {
			return slices.IndexFunc(next.Scenarios, func(x state.Scenario) bool { return x.Name == name })
		}
		var in state.Intent
		switch e := e.(type) {
		case state.WriteScenario:
			if i := find(e.Scenario.Name); i >= 0 {
				next.Scenarios = slices.Delete(next.Scenarios, i, i+1)
			}
			next.Scenarios = append(next.Scenarios, e.Scenario)
			in = state.ScenarioSaved{Rev: next.Rev, Name: e.Scenario.Name}
		case state.MoveScenario:
			next.Scenarios[find(e.Was.Name)].Name = e.Name
			in = state.ScenarioRenamed{Rev: next.Rev, From: e.Was.Name, To: e.Name}
		case state.DropScenario:
			i := find(e.Was.Name)
			next.Scenarios = slices.Delete(next.Scenarios, i, i+1)
			in = state.ScenarioRemoved{Rev: next.Rev, Name: e.Was.Name}
		default:
			continue
		}
		k.snap = &next
		s.Do(in)
	}
}

func (k *shelf) keys(s *ui.Session, names ...string) {
	for _, n := range names {
		k.perform(s, s.Key(press(n)))
	}
}

func (k *shelf) text(s *ui.Session, text string) {
	for _, r := range text {
		n := string(r)
		if r == ' ' {
			n = "space"
		}
		k.keys(s, n)
	}
}

// A scenario is kept, changed, kept under another name, set beside the first,
// renamed and removed, all by keys.
func TestScenariosByKeys(t *testing.T) {
	t.Parallel()
	k := &shelf{snap: snapshot(t)}
	s := ui.New(k.snap, state.New("6271"), env(120, 36), ui.WithSnapshots(k.current))
	k.keys(s, "2", "W")
	k.text(s, "Dasar")
	k.keys(s, "enter")
	if len(k.snap.Scenarios) != 1 || s.State().Estimate.Scenario != "Dasar" || !strings.Contains(plain(s), "Skenario Dasar tersimpan.") {
		t.Fatalf("%+v\n%s", k.snap.Scenarios, plain(s))
	}
	if k.keys(s, "l", "l"); !strings.Contains(plain(s), "skenario Dasar*") {
		t.Errorf("the change of a scenario is not shown:\n%s", plain(s))
	}
	k.keys(s, "W")
	k.text(s, "Naik") // the first letter replaces the name that stands there
	k.keys(s, "enter")
	if len(k.snap.Scenarios) != 2 || k.snap.Scenarios[1].Name != "Naik" || *k.snap.Scenarios[1].Estimate.Rate != 3.64 {
		t.Fatalf("%+v", k.snap.Scenarios)
	}

	// Another one's name has to be confirmed.
	k.keys(s, "W")
	k.text(s, "Dasar")
	k.keys(s, "enter")
	if len(k.snap.Scenarios) != 2 || !strings.Contains(plain(s), "Dasar sudah ada") {
		t.Errorf("replaced without a word:\n%s", plain(s))
	}
	k.keys(s, "esc")

	k.keys(s, "v", "enter")
	frame := plain(s)
	for _, want := range []string{"Skenario berdampingan", "Kini", "Dasar", "Naik", "3,64 %", "11.288", "11.226"} {
		if !strings.Contains(frame, want) {
			t.Errorf("the comparison does not show %q:\n%s", want, frame)
		}
	}
	checkFrame(t, s, 120, 36)

	k.keys(s, "v")
	k.text(s, "naik")
	k.keys(s, "enter", "down", "down", "enter") // rename
	k.text(s, "Waspada")
	k.keys(s, "enter")
	if s.State().Estimate.Scenario != "Waspada" || !strings.Contains(plain(s), "kini bernama Waspada") {
		t.Errorf("%+v\n%s", s.State().Estimate, plain(s))
	}
	k.keys(s, "v")
	k.text(s, "waspada")
	k.keys(s, "enter", "down", "down", "down", "enter") // remove
	if len(k.snap.Scenarios) != 1 || s.State().Estimate.Scenario != "" || *s.State().Estimate.Rate != 3.64 {
		t.Errorf("%+v, %+v", k.snap.Scenarios, s.State().Estimate)
	}
	k.keys(s, "v")
	k.text(s, "dasar")
	k.keys(s, "enter", "enter") // use its inputs
	if e := s.State().Estimate; e.Scenario != "Dasar" || e.Rate != nil {
		t.Errorf("%+v", e)
	}
	if e := s.Key(press("u")); len(e) != 1 || e[0] != (state.RevertScenarios{}) {
		t.Errorf("%+v", e)
	}
}

func TestScenariosByCommands(t *testing.T) {
	t.Parallel()
	k := &shelf{snap: snapshot(t)}
	s := ui.New(k.snap, state.New("6271"), env(80, 24), ui.WithSnapshots(k.current))
	for _, c := range []struct {
		line  string
		names string
		used  string
	}{
		{"simpan skenario Dasar", "Dasar", "Dasar"},
		{"tingkat 4", "Dasar", "Dasar"},
		{"save scenario Naik", "Dasar Naik", "Naik"},
		{"muat skenario dasar", "Dasar Naik", "Dasar"},
		{"ganti nama skenario Awal", "Awal Naik", "Awal"},
		{"banding skenario Naik", "Awal Naik", "Awal"},
		{"hapus skenario Naik", "Awal", "Awal"},
	} {
		effects, answer := s.Command(c.line)
		k.perform(s, effects)
		var names []string
		for _, x := range k.snap.ScenariosOf("6271") {
			names = append(names, x.Name)
		}
		slices.Sort(names)
		if got := strings.Join(names, " "); got != c.names || s.State().Estimate.Scenario != c.used || answer != "" {
			t.Errorf("%s: %q, %q in use, answer %q", c.line, got, s.State().Estimate.Scenario, answer)
		}
		checkFrame(t, s, 80, 24)
	}
	for _, line := range []string{"muat skenario Nihil", "hapus skenario Nihil"} {
		if _, answer := s.Command(line); answer == "" {
			t.Errorf("%s: no answer", line)
		}
	}
}

// With --readonly nothing is kept, and the screen says so.
func TestScenariosReadOnly(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	snap.ReadOnly = true
	snap.Scenarios = []state.Scenario{{Name: "Dasar", Home: "6271"}}
	for _, ks := range [][]string{{"W"}, {"u"}, {"v", "down", "enter", "down", "down", "enter"}, {"v", "down", "enter", "down", "down", "down", "enter"}} {
		s := ui.New(snap, state.New("6271"), env(120, 36))
		s.Key(press("2"))
		for _, n := range ks {
			if effects := s.Key(press(n)); len(effects) > 0 {
				t.Errorf("%v: %+v", ks, effects)
			}
		}
		if !strings.Contains(plain(s), "untuk dibaca saja") {
			t.Errorf("%v:\n%s", ks, plain(s))
		}
	}
}
