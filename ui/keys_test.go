package ui_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"rakor/model"
	"rakor/ui"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/state"
)

func TestPressNames(t *testing.T) {
	t.Parallel()
	for _, b := range keys.Default().All() {
		for _, k := range b.Keys {
			if got := press(k).String(); got != k {
				t.Errorf("key %q arrives as %q", k, got)
			}
		}
	}
}

func TestEveryCommandHasWords(t *testing.T) {
	t.Parallel()
	for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
		names := map[string]keys.Command{}
		for _, c := range keys.Commands() {
			w := l.Command(c)
			if w.Name == "" || w.Help == "" || w.Hint == "" {
				t.Errorf("%s: command %d lacks words: %+v", l.Code(), c, w)
			}
			if other, twice := names[w.Name]; twice {
				t.Errorf("%s: %q names two commands, %d and %d", l.Code(), w.Name, other, c)
			}
			names[w.Name] = c
		}
		for a := lang.Argument(0); a < lang.Arguments; a++ {
			if w := l.Argument(a); w.Names[0] == "" || w.Help == "" || w.Example == "" {
				t.Errorf("%s: argument %d lacks words: %+v", l.Code(), a, w)
			}
		}
	}
}

func TestOneKeyOneMeaning(t *testing.T) {
	t.Parallel()
	where := map[keys.Command]map[string]bool{}
	meaning := map[string]keys.Command{}
	bound := map[keys.Command]bool{}
	for _, b := range keys.Default().All() {
		bound[b.Command] = true
		if b.Scope == keys.PeopleList || b.Scope == keys.Question { // nothing else is to be pressed there
			continue
		}
		for _, k := range b.Keys {
			// m shows the kecamatan, each tab what it knows of them;
			// e changes the selected line and Space picks it, each in the way of
			// its list.
			if c, taken := meaning[k]; taken && c != b.Command && k != "e" && k != "space" && k != "m" {
				t.Errorf("key %q means two things", k)
			}
			meaning[k] = b.Command
			if where[b.Command] == nil {
				where[b.Command] = map[string]bool{}
			}
			where[b.Command][k] = true
		}
	}
	for _, c := range keys.Commands() {
		if !bound[c] {
			t.Errorf("command %s is reached by nothing", lang.English.Command(c).Name)
		}
	}
}

// TestEveryKeyDoesSomething presses each key of the map in its tab and wants
// to see the frame, the state or the effects change: no key in the help is
// dead.
func TestEveryKeyDoesSomething(t *testing.T) {
	t.Parallel()
	km := keys.Default()
	for tab := state.TabRegional; tab < state.Tabs; tab++ {
		for _, b := range km.In(keys.Regional + keys.Scope(tab)) {
			if len(b.Keys) == 0 || b.Command == keys.Close {
				continue
			}
			s := session(t, 120, 36)
			s.Do(state.ShowTab{Tab: tab})
			s.Do(state.SetEstimatePeriod{Period: model.Period{Year: 2020, Month: 3}})
			s.Do(state.SetPeriod{Period: model.Period{Year: 2020, Month: 3}})
			rate, people := 5.0, 200000.0
			s.Do(state.SetInput{Input: state.InputRate, Value: &rate})
			s.Do(state.SetInput{Input: state.InputPopulation, Value: &people})
			s.Do(state.SetSort{Key: state.SortDepartment})
			s.Run(keys.Down)
			s.Do(state.SetOwn{Region: "6204", Period: model.Period{Year: 2019, Month: 3}})
			s.Do(state.SelectRegion{Region: "6204"})
			s.Do(state.SelectInput{Input: state.InputPopulation})
			s.Stand(ui.Standing{Hosts: true, Seated: true, Drives: true, Looks: true, MayTake: true})
			if tab == state.TabProgram && (b.Command == keys.Less || b.Command == keys.More) { // of the matrix
				s.Do(state.SetProgramView{View: state.MatrixView})
				s.Do(state.SelectCell{Cell: state.MatrixCell{Place: "62.71.03", Strategy: 2}})
			}
			before := s.Frame().Text
			effects := s.Key(press(b.Keys[0]))
			same := s.Frame().Text == before && len(effects) == 0
			self := b.Command == keys.TabRegional+keys.Command(tab)
			if same && !self {
				t.Errorf("tab %d: key %q (%s) does nothing", tab, b.Keys[0], lang.English.Command(b.Command).Name)
			}
		}
	}
}

func TestHelpListsOnlyWhatHolds(t *testing.T) {
	t.Parallel()
	s := session(t, 120, 60)
	typeKeys(s, "3", "?")
	frame := plain(s)
	if !strings.Contains(frame, lang.Indonesian.Command(keys.Filter).Help) {
		t.Error("help of the third tab lacks the filter")
	}
	if strings.Contains(frame, lang.Indonesian.Command(keys.Indicator).Help) {
		t.Error("help of the third tab lists a key of the first")
	}
	typeText(s, "saring")
	frame = plain(s)
	if !strings.Contains(frame, lang.Indonesian.Command(keys.Filter).Help) || strings.Contains(frame, lang.Indonesian.Command(keys.Glossary).Help) {
		t.Error("searching the help does not narrow it")
	}
}

func FuzzKeys(f *testing.F) {
	f.Add(uint64(1), uint16(80), uint16(24))
	f.Add(uint64(2), uint16(0), uint16(300))
	snap := snapshot(f)
	var names []string
	for _, b := range keys.Default().All() {
		names = append(names, b.Keys...)
	}
	names = append(names, "a", "x", "3", ",", "backspace", "ctrl+v", "é", "漢")
	f.Fuzz(func(t *testing.T, seed uint64, w, h uint16) {
		r := rand.New(rand.NewPCG(seed, 7))
		s := ui.New(snap, state.New("6271"), env(int(w%301), int(h%301)))
		for range 60 {
			switch r.IntN(12) {
			case 0:
				w, h = uint16(r.IntN(301)), uint16(r.IntN(301))
				s.Resize(int(w), int(h))
			case 1:
				s.Click(r.IntN(120), r.IntN(40))
			case 2:
				s.Wheel(r.IntN(5) - 2)
			default:
				s.Key(press(names[r.IntN(len(names))]))
			}
			e := s.Env()
			checkFrame(t, s, e.Width, e.Height)
		}
	})
}
