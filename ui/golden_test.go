package ui_test

import (
	"fmt"
	"strings"
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

// TestScreens compares whole screens with files of testdata/screens: every
// tab, four sizes, both languages, in colour and without.
func TestScreens(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	for tab, name := range []string{"regional", "estimate", "program"} {
		for _, size := range [][2]int{{120, 36}, {100, 30}, {80, 24}, {60, 16}} {
			for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
				for colours, th := range map[string]*theme.Theme{
					"mono": theme.New(theme.None, colorprofile.Ascii), "dark": theme.New(theme.Dark, colorprofile.TrueColor),
				} {
					st := state.New("6271")
					st.Tab = state.Tab(tab)
					s := ui.New(snap, st, block.Env{Width: size[0], Height: size[1], Theme: th, Words: lang.For(l)})
					golden(t, fmt.Sprintf("screens/%s-%dx%d-%s-%s.txt", name, size[0], size[1], l.Code(), colours), s.Frame().Text+"\n")
				}
			}
		}
	}
}

// TestPanels compares what lies above a tab: help, palette, lists, cards.
func TestPanels(t *testing.T) {
	t.Parallel()
	for name, ks := range map[string][]string{
		"help": {"?"}, "palette": {":"}, "regions": {"w"}, "indicators": {"i"}, "card": {"D"}, "glossary": {"K"},
		"typing": {"2", "enter"}, "ledger": {"2", "A"}, "filter": {"3", "/", "k", "c", ":", "x"}, "detail": {"3", "enter"},
	} {
		s := session(t, 80, 24)
		typeKeys(s, ks...)
		golden(t, "panels/"+name+".txt", plain(s)+"\n")
	}
}

// TestHostileText puts control sequences, bidi overrides, wide and combining
// characters into every text that data carry: nothing of it reaches the
// terminal, and columns stay where they are.
func TestHostileText(t *testing.T) {
	t.Parallel()
	const evil = "\x1b[2J\x1b]0;x\x07\u202eKota \u0301\u0301\u0301\u0301\u0301\u0301漢字\u200fa\u0000\r\nb\u009b31m👩\u200d👩\u200d👧 "
	snap := snapshot(t)
	ds := snap.Data
	p := model.Parts{Checksum: ds.Checksum(), Targets: ds.Targets("6271", model.P0), Breaks: ds.Breaks(), Series: ds.Series}
	for _, r := range ds.Regions() {
		r.Name = evil + r.Name
		p.Regions = append(p.Regions, r)
	}
	for _, i := range ds.Indicators() {
		i.Name = model.Text{ID: evil + i.Name.ID, EN: evil}
		i.Short = model.Text{ID: evil, EN: evil}
		p.Indicators = append(p.Indicators, i)
	}
	for _, src := range ds.Sources() {
		src.Title, src.Publisher, src.Note, src.URL = evil+src.Title, evil, evil, evil
		p.Sources = append(p.Sources, src)
	}
	var entries []model.Programme
	for _, e := range snap.Programmes.All() {
		e.Department, e.Code, e.Name, e.Activity = evil+e.Department, evil, evil+e.Name, evil+e.Activity
		e.TargetText, e.PlaceNames, e.Note, e.BudgetBasis, e.Funding = evil, []string{evil}, evil, evil, evil
		entries = append(entries, e)
	}
	hostile := &state.Snapshot{Rev: 1, Data: model.NewDataset(p), Programmes: model.NewProgrammes(entries, snap.Programmes.Strategies())}
	for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 16}, {30, 10}} {
		s := ui.New(hostile, state.New("6271"), env(size[0], size[1]))
		for _, k := range []string{"1", "t", "D", "esc", "!", "esc", "w", "esc", "i", "esc", "t", "2", "D", "esc", "A", "esc", "3", "enter", "esc", "D", "esc", "!", "esc", ":", "esc"} {
			s.Key(press(k))
			checkFrame(t, s, size[0], size[1])
			for _, l := range s.Lines() {
				if strings.ContainsFunc(l, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e }) {
					t.Fatalf("a line carries a control character: %q", l)
				}
			}
		}
	}
}

// TestEveryHome opens the three tabs for every regency and city: no panic, no
// frame that does not fit, and the region's name on it.
func TestEveryHome(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	for _, home := range snap.Data.Locals() {
		s := ui.New(snap, state.New(home), env(80, 24))
		for _, c := range []keys.Command{keys.TabRegional, keys.TabEstimate, keys.TabProgram} {
			s.Run(c)
			checkFrame(t, s, 80, 24)
			if r, _ := snap.Data.Region(home); !strings.Contains(plain(s), firstLetters(r.Name, 12)) {
				t.Errorf("%s: the screen does not name the region", home)
			}
		}
	}
}
