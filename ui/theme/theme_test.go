package theme_test

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rakor/ui/theme"
)

// styles are all meanings; the test of the last one fails when one is added
// and not named here.
func styles() map[string]theme.Style {
	return map[string]theme.Style{
		"Plain": theme.Plain, "Muted": theme.Muted, "Strong": theme.Strong, "Accent": theme.Accent, "Title": theme.Title,
		"Heading": theme.Heading, "Border": theme.Border, "Key": theme.Key, "Warn": theme.Warn, "Bad": theme.Bad, "Bar": theme.Bar,
		"BarHome": theme.BarHome, "RefLine": theme.RefLine, "Series1": theme.Series1, "Series2": theme.Series2,
		"Series3": theme.Series3, "Series4": theme.Series4, "Figure": theme.Figure, "Input": theme.Input, "Cursor": theme.Cursor,
		"Tab": theme.Tab, "Lit": theme.Lit,
	}
}

var parameters = regexp.MustCompile(`^(\x1b\[[0-9;:]*m)*$`)

// codes gives the parameters of a prefix.
func codes(prefix string) []string {
	s := strings.NewReplacer("\x1b[", "", "m", ";").Replace(prefix)
	return strings.FieldsFunc(s, func(r rune) bool { return r == ';' })
}

func TestEveryStyleIsTold(t *testing.T) {
	all := styles()
	last := theme.Style(0)
	for _, s := range all {
		last = max(last, s)
	}
	if int(last)+1 != len(all) {
		t.Errorf("%d styles up to number %d", len(all), last)
	}
	th := theme.New(theme.Dark, colorprofile.TrueColor)
	if th.Prefix(last+1) != "" || th.Prefix(0x7f) != "" {
		t.Error("a style that does not exist is not plain")
	}
}

func TestPrefixesAreOnlyStyle(t *testing.T) {
	for _, name := range []theme.Name{theme.Dark, theme.Light, theme.None} {
		for _, p := range []colorprofile.Profile{colorprofile.NoTTY, colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
			th := theme.New(name, p)
			for what, s := range styles() {
				for _, sel := range []theme.Style{0, theme.Selected} {
					if got := th.Prefix(s | sel); !parameters.MatchString(got) {
						t.Errorf("%v %v %s: %q", name, p, what, got)
					}
				}
			}
		}
	}
}

// A terminal is only sent what it knows.
func TestColoursFitTheProfile(t *testing.T) {
	for _, name := range []theme.Name{theme.Dark, theme.Light} {
		for _, p := range []colorprofile.Profile{colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
			th := theme.New(name, p)
			if th.Name() != name || th.Profile() != p {
				t.Errorf("theme %v %v is %v %v", name, p, th.Name(), th.Profile())
			}
			coloured := 0
			for what, s := range styles() {
				cs := codes(th.Prefix(s) + th.Prefix(s|theme.Selected))
				for i := 0; i < len(cs); i++ {
					if cs[i] != "38" && cs[i] != "48" {
						continue
					}
					coloured++
					want := map[colorprofile.Profile]string{colorprofile.ANSI256: "5", colorprofile.TrueColor: "2"}[p]
					if want == "" || cs[i+1] != want {
						t.Errorf("%v %v %s: %v", name, p, what, cs)
						break
					}
					i += map[string]int{"5": 2, "2": 4}[want] // past the colour
				}
			}
			if p != colorprofile.ANSI && coloured == 0 {
				t.Errorf("%v %v has no colour", name, p)
			}
		}
	}
}

// Without colour there are bold, underline and reverse, and the selection can
// still be seen.
func TestNoColour(t *testing.T) {
	for _, th := range []*theme.Theme{
		theme.New(theme.None, colorprofile.TrueColor),
		theme.New(theme.Dark, colorprofile.NoTTY),
		theme.New(theme.Light, colorprofile.ASCII),
	} {
		if th.Name() != theme.None {
			t.Errorf("the palette is %v", th.Name())
		}
		for what, s := range styles() {
			for _, sel := range []theme.Style{0, theme.Selected} {
				for _, c := range codes(th.Prefix(s | sel)) {
					if c != "1" && c != "4" && c != "7" {
						t.Errorf("%s: code %s", what, c)
					}
				}
			}
			if !strings.Contains(th.Prefix(s|theme.Selected), "7") {
				t.Errorf("%s: the selection cannot be seen", what)
			}
		}
	}
}

func TestSelectionIsSeen(t *testing.T) {
	for _, name := range []theme.Name{theme.Dark, theme.Light} {
		for _, p := range []colorprofile.Profile{colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
			th := theme.New(name, p)
			for what, s := range styles() {
				if s != theme.Cursor && s != theme.Lit && th.Prefix(s) == th.Prefix(s|theme.Selected) {
					t.Errorf("%v %v %s: selected looks the same", name, p, what)
				}
			}
		}
	}
}

// rgb gives the colours of a prefix in true colour or of the 240 fixed ones,
// foreground and background.
func rgb(t *testing.T, prefix string) (fg, bg [3]float64, hasFg, hasBg bool) {
	t.Helper()
	cs := codes(prefix)
	at := func(i int) int {
		v, err := strconv.Atoi(cs[i])
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for i := 0; i < len(cs); i++ {
		if cs[i] != "38" && cs[i] != "48" {
			continue
		}
		var c [3]float64
		ground := cs[i]
		if cs[i+1] == "5" {
			c = indexed(at(i + 2))
			i += 2
		} else {
			c = [3]float64{float64(at(i + 2)), float64(at(i + 3)), float64(at(i + 4))}
			i += 4
		}
		if ground == "38" {
			fg, hasFg = c, true
		} else {
			bg, hasBg = c, true
		}
	}
	return fg, bg, hasFg, hasBg
}

// indexed gives the colour of the cube (16 to 231) or the grey (232 to 255).
func indexed(n int) [3]float64 {
	if n >= 232 {
		g := float64(8 + 10*(n-232))
		return [3]float64{g, g, g}
	}
	step := func(k int) float64 { return [...]float64{0, 95, 135, 175, 215, 255}[k%6] }
	n -= 16
	return [3]float64{step(n / 36), step(n / 6), step(n)}
}

// contrast is the contrast ratio of WCAG 2.1, 1 to 21.
func contrast(a, b [3]float64) float64 {
	l := func(c [3]float64) float64 {
		var s [3]float64
		for i, v := range c {
			if v /= 255; v <= 0.03928 {
				s[i] = v / 12.92
			} else {
				s[i] = math.Pow((v+0.055)/1.055, 2.4)
			}
		}
		return 0.2126*s[0] + 0.7152*s[1] + 0.0722*s[2]
	}
	x, y := l(a), l(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Text can be read on the usual backgrounds and on the selection (WCAG AA, 4.5);
// bars and lines, which are no text, need 3, and frames are quiet.
func TestContrast(t *testing.T) {
	grounds := map[theme.Name][][3]float64{
		theme.Dark:  {{0, 0, 0}, {30, 30, 30}},
		theme.Light: {{255, 255, 255}, {250, 250, 245}},
	}
	for name, backs := range grounds {
		for _, p := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
			th := theme.New(name, p)
			for what, s := range styles() {
				least := 4.5
				if s == theme.Bar || s == theme.BarHome {
					least = 3
				}
				fg, _, hasFg, _ := rgb(t, th.Prefix(s))
				if !hasFg || s == theme.Border {
					continue
				}
				for _, b := range backs {
					if c := contrast(fg, b); c < least {
						t.Errorf("%v %v: %s on %v: contrast %.2f", name, p, what, b, c)
					}
				}
				sel, back, _, hasBack := rgb(t, th.Prefix(s|theme.Selected))
				if !hasBack {
					t.Errorf("%v %v: %s has no background when selected", name, p, what)
					continue
				}
				if c := contrast(sel, back); c < min(least, 4) {
					t.Errorf("%v %v: %s on the selection: contrast %.2f", name, p, what, c)
				}
			}
		}
	}
}

// Series of a chart and warnings differ in colour from each other.
func TestSeriesDiffer(t *testing.T) {
	for _, name := range []theme.Name{theme.Dark, theme.Light} {
		for _, p := range []colorprofile.Profile{colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
			th := theme.New(name, p)
			seen := map[string]theme.Style{}
			for _, s := range []theme.Style{theme.Series1, theme.Series2, theme.Series3, theme.Series4} {
				if other, ok := seen[th.Prefix(s)]; ok {
					t.Errorf("%v %v: series %d and %d look alike", name, p, s, other)
				}
				seen[th.Prefix(s)] = s
			}
			if th.Prefix(theme.Warn) == th.Prefix(theme.Bad) || th.Prefix(theme.Bar) == th.Prefix(theme.BarHome) {
				t.Errorf("%v %v: warnings or bars look alike", name, p)
			}
		}
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		theme.New(theme.Dark, colorprofile.TrueColor)
	}
}
