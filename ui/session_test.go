package ui_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rakor/data"
	"rakor/model"
	"rakor/ui"
	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// snapshot opens the embedded dataset once for all tests of the package.
func snapshot(tb testing.TB) *state.Snapshot {
	tb.Helper()
	store, err := data.Open(data.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return &state.Snapshot{Rev: 1, Data: store.Dataset(), Programmes: store.Programmes()}
}

func env(w, h int) block.Env {
	return block.Env{Width: w, Height: h, Theme: theme.New(theme.None, colorprofile.Ascii), Words: lang.For(lang.Indonesian)}
}

func session(tb testing.TB, w, h int, opts ...ui.Option) *ui.Session {
	tb.Helper()
	return ui.New(snapshot(tb), state.New("6271"), env(w, h), opts...)
}

// press makes the key message of a name as the key map writes it.
func press(name string) tea.KeyPressMsg {
	special := map[string]tea.Key{
		"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
		"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
		"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab}, "space": {Code: tea.KeySpace, Text: " "},
		"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "f1": {Code: tea.KeyF1},
		"shift+left": {Code: tea.KeyLeft, Mod: tea.ModShift}, "shift+right": {Code: tea.KeyRight, Mod: tea.ModShift},
		"ctrl+c": {Code: 'c', Mod: tea.ModCtrl}, "ctrl+z": {Code: 'z', Mod: tea.ModCtrl}, "ctrl+v": {Code: 'v', Mod: tea.ModCtrl},
		"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete}, "f2": {Code: tea.KeyF2},
	}
	if k, ok := special[name]; ok {
		return tea.KeyPressMsg(k)
	}
	r := []rune(name)[0]
	return tea.KeyPressMsg(tea.Key{Code: r, Text: name})
}

func typeKeys(s *ui.Session, names ...string) {
	for _, n := range names {
		s.Key(press(n))
	}
}

func typeText(s *ui.Session, text string) {
	for _, r := range text {
		if r == ' ' {
			s.Key(press("space"))
			continue
		}
		s.Key(press(string(r)))
	}
}

func plain(s *ui.Session) string { return ansi.Strip(s.Frame().Text) }

// checkFrame fails where a frame is not exactly as high as the window or a
// line is wider than it, or where it holds a control character.
func checkFrame(tb testing.TB, s *ui.Session, w, h int) {
	tb.Helper()
	lines := strings.Split(plain(s), "\n")
	if len(lines) != max(h, 1) {
		tb.Fatalf("%dx%d: frame has %d lines", w, h, len(lines))
	}
	for i, l := range lines {
		if n := ansi.StringWidth(l); n > max(w, 1) {
			tb.Fatalf("%dx%d: line %d is %d columns wide: %q", w, h, i, n, l)
		}
		if strings.ContainsFunc(l, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }) {
			tb.Fatalf("%dx%d: line %d holds a control character: %q", w, h, i, l)
		}
	}
}

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

func TestFrameFitsEveryWindow(t *testing.T) {
	t.Parallel()
	sizes := [][2]int{{120, 36}, {100, 30}, {80, 24}, {60, 16}, {200, 60}, {300, 100}, {59, 16}, {60, 15}, {1, 1}, {10, 500}, {300, 2}, {20, 5}}
	s := session(t, 120, 36)
	for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
		s.SetLang(l)
		for _, size := range sizes {
			s.Resize(size[0], size[1])
			for _, k := range []string{"1", "t", "?", "esc", "D", "esc", "!", "esc", "K", "esc", ":", "esc", "i", "esc", "w", "esc", "t", "2", "A", "esc", "enter", "esc", "t", "3", "/", "esc", "enter", "esc", "t"} {
				s.Key(press(k))
				checkFrame(t, s, size[0], size[1])
			}
		}
	}
}

func TestReplay(t *testing.T) {
	t.Parallel()
	f, err := os.Open(filepath.Join("testdata", "meeting.rapat"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	log, err := state.ReadLog(f)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(log.Intents()); n < 100 {
		t.Fatalf("the recorded session has only %d intents", n)
	}
	snap := snapshot(t)
	want := log.Replay(snap, state.New("6271"))

	one := ui.New(snap, state.New("6271"), env(120, 36))
	for _, in := range log.Intents() {
		one.Do(in)
		one.Frame() // drawing between the steps must not change where they lead
	}
	got, _ := json.Marshal(one.State())
	if wanted, _ := json.Marshal(want); string(got) != string(wanted) {
		t.Errorf("state after the session\n%s\nafter the replay\n%s", got, wanted)
	}
	two := ui.New(snapshot(t), want, env(120, 36))
	if one.Frame().Text != two.Frame().Text {
		t.Error("the frame after the session differs from that of the replayed state")
	}
	golden(t, "meeting-state.json", string(got)+"\n")
	golden(t, "meeting-frame.txt", plain(one)+"\n")
	if len(got) > 2048 {
		t.Errorf("the state takes %d bytes, more than 2 KB", len(got))
	}

	var again strings.Builder
	if _, err := one.Log().WriteTo(&again); err != nil {
		t.Fatal(err)
	}
	back, err := state.ReadLog(strings.NewReader(again.String()))
	if err != nil || len(back.Intents()) != len(log.Intents()) {
		t.Errorf("the session's own log does not read back: %v, %d intents", err, len(back.Intents()))
	}
}

// golden compares with a file of testdata; UPDATE_GOLDEN=1 rewrites it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	// The checksum stands on every screen and changes with every figure.
	got = strings.ReplaceAll(got, ui.ShortSum(data.EmbeddedChecksum()), "#000000")
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ReplaceAll(string(want), "\r\n", "\n") != got {
		t.Errorf("%s differs; UPDATE_GOLDEN=1 rewrites it, after which it is to be read.\ngot:\n%s", file, got)
	}
}

func TestTwoSessionsDoNotMeet(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	envs := []block.Env{
		{Width: 120, Height: 36, Theme: theme.New(theme.Dark, colorprofile.TrueColor), Words: lang.For(lang.Indonesian)},
		{Width: 80, Height: 24, Theme: theme.New(theme.Light, colorprofile.ANSI), Words: lang.For(lang.English)},
		{Width: 60, Height: 16, Theme: theme.New(theme.None, colorprofile.Ascii), Words: lang.For(lang.English), ASCII: true},
	}
	walk := func(e block.Env) []string {
		s := ui.New(snap, state.New("6271"), e)
		var frames []string
		for _, k := range []string{"j", "[", "t", "i", "p", "enter", "2", "l", "l", ">", "A", "esc", "3", "s", "s", "j", "/", "d", "enter", "D", "esc", "1", "}", "!", "enter", "?", "esc"} {
			s.Key(press(k))
			frames = append(frames, s.Frame().Text)
		}
		return frames
	}
	alone := make([][]string, len(envs))
	for i, e := range envs {
		alone[i] = walk(e)
	}
	together := make([][]string, len(envs))
	var wg sync.WaitGroup
	for i, e := range envs {
		wg.Go(func() { together[i] = walk(e) })
	}
	wg.Wait()
	for i := range envs {
		for j := range alone[i] {
			if alone[i][j] != together[i][j] {
				t.Errorf("session %d, step %d: another session changed the frame", i, j)
			}
		}
	}
}

// TestHits presses every area of every tab at three sizes: it lies inside the
// window, tabs open, and a row of the first tab selects the region drawn there.
func TestHits(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 16}} {
		s := session(t, size[0], size[1])
		for tab := state.TabRegional; tab < state.Tabs; tab++ {
			s.Do(state.ShowTab{Tab: tab})
			hits := s.Frame().Hits
			rows := 0
			for _, h := range hits {
				if h.X < 0 || h.Y < 0 || h.X+h.W > size[0] || h.Y+h.H > size[1] || h.W < 1 || h.H < 1 {
					t.Errorf("%v tab %d: hit %+v lies outside the window", size, tab, h)
				}
				line := []rune(strings.Split(plain(s), "\n")[h.Y])
				if sel, ok := h.Do.(state.SelectRegion); ok {
					rows++
					name := regionName(t, sel.Region)
					short := strings.TrimPrefix(strings.TrimPrefix(name, "Kabupaten "), "Kota ")
					if !strings.Contains(string(line), firstLetters(short, 6)) && h.Y > 2 {
						t.Errorf("%v: row %d selects %s but shows %q", size, h.Y, name, string(line))
					}
				}
				if sel, ok := h.Do.(state.SelectProgramme); ok && sel.ID != "" {
					rows++
				}
			}
			if tab != state.TabEstimate && rows < 3 {
				t.Errorf("%v tab %d: only %d rows answer the mouse", size, tab, rows)
			}
			for _, h := range hits {
				s2 := ui.New(snapshot(t), s.State(), s.Env())
				s2.Click(h.X+h.W/2, h.Y+h.H/2)
				checkFrame(t, s2, size[0], size[1])
				if in, ok := h.Do.(state.SelectRegion); ok && s2.State().Regional.Selected != in.Region {
					t.Errorf("%v: a press on %s selects %q", size, in.Region, s2.State().Regional.Selected)
				}
			}
		}
		for _, h := range s.Frame().Hits {
			if h.Do == keys.TabRegional {
				s.Click(h.X, h.Y)
			}
		}
		if s.State().Tab != state.TabRegional {
			t.Errorf("%v: a press on the first tab does not open it", size)
		}
	}
}

func regionName(t *testing.T, c model.RegionCode) string {
	t.Helper()
	r, ok := snapshot(t).Data.Region(c)
	if !ok {
		t.Fatalf("unknown region %s", c)
	}
	return r.Name
}

func firstLetters(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
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

func TestPaletteRunsACommand(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		line string
		ok   func(state.State) bool
	}{
		"a name":            {"tab program", func(s state.State) bool { return s.Tab == state.TabProgram }},
		"English too":       {"table", func(s state.State) bool { return s.Table }},
		"an indicator":      {"indikator line", func(s state.State) bool { return s.Regional.Indicator == model.Line }},
		"a period":          {"periode 2024-03", func(s state.State) bool { return s.Regional.Period == model.Period{Year: 2024, Month: 3} }},
		"a region by name":  {"pilih Kalimantan Tengah", func(s state.State) bool { return s.Regional.Selected == "6200" }},
		"another home":      {"wilayah utama 6203", func(s state.State) bool { return s.Home == "6203" }},
		"home by other law": {"wilayah utama 62.06", func(s state.State) bool { return s.Home == "6209" || s.Home != "6206" && s.Home != "6271" }},
		"a rate": {"tingkat 3,30", func(s state.State) bool {
			return s.Estimate.Rate != nil && *s.Estimate.Rate == 3.3 && s.Tab == state.TabEstimate
		}},
		"a filter": {"saring kec:Pahandut", func(s state.State) bool { return s.Program.Filter == "kec:Pahandut" && s.Tab == state.TabProgram }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := session(t, 120, 36)
			typeKeys(s, ":")
			typeText(s, c.line)
			typeKeys(s, "enter")
			if !c.ok(s.State()) {
				got, _ := json.Marshal(s.State())
				t.Errorf(":%s leads to %s\n%s", c.line, got, plain(s))
			}
		})
	}
}

func TestUnknownCommandNamesTheNearest(t *testing.T) {
	t.Parallel()
	s := session(t, 120, 36)
	_, answer := s.Command("indikatr")
	if !strings.Contains(answer, "indikator") {
		t.Errorf("the answer does not help: %q", answer)
	}
}

func TestFilterIsUndoneByEsc(t *testing.T) {
	t.Parallel()
	s := session(t, 120, 36)
	typeKeys(s, "3", "/")
	typeText(s, "strategi:3")
	if s.State().Program.Filter != "strategi:3" {
		t.Fatalf("the filter acts as it is typed, but is %q", s.State().Program.Filter)
	}
	typeKeys(s, "esc")
	if s.State().Program.Filter != "" {
		t.Errorf("Esc left the filter %q", s.State().Program.Filter)
	}
	typeKeys(s, "/")
	typeText(s, "strategi:2")
	typeKeys(s, "enter", "esc")
	if s.State().Program.Filter != "" {
		t.Errorf("Esc in the tab does not clear the filter %q", s.State().Program.Filter)
	}
}

func TestWelcomeIsDismissedOnce(t *testing.T) {
	t.Parallel()
	s := session(t, 80, 24, ui.WithWelcome())
	if !strings.Contains(plain(s), "Selamat datang") {
		t.Fatal("no friendly line")
	}
	effects := s.Key(press("esc"))
	if len(effects) != 1 || effects[0] != (state.SaveWelcomed{}) {
		t.Errorf("effects %v", effects)
	}
	if strings.Contains(plain(s), "Selamat datang") {
		t.Error("the line is still there")
	}
}

func TestBannerIsHarmless(t *testing.T) {
	t.Parallel()
	s := session(t, 80, 24, ui.WithBanner("/data", "p0.json\x1b[2J\u202erusak"))
	checkFrame(t, s, 80, 24)
	if !strings.Contains(plain(s), "p0.json") {
		t.Error("the banner does not name the file")
	}
}

func TestNoPasteFromTheServersClipboard(t *testing.T) {
	t.Parallel()
	s := session(t, 80, 24)
	typeKeys(s, ":", "ctrl+v")
	if strings.Contains(plain(s), "Ctrl") {
		t.Fatal("unexpected text")
	}
	before := plain(s)
	s.Paste("tab \x1b[31mprogram")
	if after := plain(s); after == before || !strings.Contains(after, "tab ") {
		t.Error("pasted text does not arrive")
	}
	checkFrame(t, s, 80, 24)
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
