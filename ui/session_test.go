package ui_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rakor/model"
	"rakor/ui"
	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

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
