// Package theme gives colours by meaning. Screens name a [Style] ("muted",
// "accent", "selected"), never a colour; a [Theme] turns it into the escape
// sequence of one terminal: dark or light, true colour down to none.
//
// A Theme is immutable and safe for concurrent use. Styles are resolved once,
// when the theme is made, so that drawing only copies ready prefixes.
package theme

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// Style is a meaning. Colour never carries it alone: each stands beside a
// word, a letter, a mark or a place.
type Style uint8

// The styles. Add [Selected] to any of them for a row that is selected.
const (
	Plain   Style = iota
	Muted         // secondary words, units, axes
	Strong        // bold
	Accent        // the one accent: the home region, what is active
	Title         // the program's name, bold accent
	Heading       // titles of panels
	Border        // frames and rules
	Key           // a key in a hint
	Warn          // what needs care; always beside a mark
	Bad           // what is wrong; always beside a mark
	Bar           // bars of other regions
	BarHome       // the bar of the home region
	RefLine       // reference line of province or nation
	Series1       // lines of a chart, told apart by letter too
	Series2
	Series3
	Series4
	Figure // a big number
	Input  // text being typed
	Cursor // where the next letter goes
	Tab    // the active tab
	Lit    // what the pointer lights for all
	styles // how many
)

// Selected is added to a style to draw it on the selection's background.
const Selected Style = 0x80

// Name tells which palette a theme has.
type Name uint8

// The palettes.
const (
	Dark Name = iota
	Light
	None // attributes only: bold, underline, reverse (NO_COLOR)
)

// Theme is the ready prefixes of one terminal.
type Theme struct {
	name    Name
	profile colorprofile.Profile
	prefix  [2 * int(styles)]string
}

// New resolves every style for a palette and a colour profile. Profiles below
// 16 colours, and the palette None, give attributes only.
func New(name Name, profile colorprofile.Profile) *Theme {
	if profile < colorprofile.ANSI {
		name = None
	}
	t := &Theme{name: name, profile: profile}
	for s := Style(0); s < styles; s++ {
		t.prefix[s] = prefix(t.resolve(s, false))
		t.prefix[int(styles)+int(s)] = prefix(t.resolve(s, true))
	}
	return t
}

// Name tells the palette.
func (t *Theme) Name() Name { return t.name }

// Profile tells the colour profile.
func (t *Theme) Profile() colorprofile.Profile { return t.profile }

// Prefix gives the escape sequence that starts style s, "" for plain text. It
// is ended by Reset.
func (t *Theme) Prefix(s Style) string {
	i := int(s &^ Selected)
	if i >= int(styles) {
		i = 0
	}
	if s&Selected != 0 {
		i += int(styles)
	}
	return t.prefix[i]
}

// Reset ends any style.
const Reset = "\x1b[m"

// prefix takes the opening sequence off a rendered marker, so that the styles
// themselves stay lipgloss's business.
func prefix(s lipgloss.Style) string {
	out := s.Render("x")
	i := strings.IndexByte(out, 'x')
	if i <= 0 {
		return ""
	}
	return out[:i]
}

// shade is one colour for terminals of true colour, 256 and 16 colours. The
// last two are chosen by hand: the nearest one is often garish or unreadable.
type shade struct{ full, indexed, basic string }

// palette is the colours of one theme.
type palette struct {
	accent, muted, border, warn, bad, bar, selected, s2, s3, s4 shade
}

func (t *Theme) palette() palette {
	if t.name == Light {
		return palette{
			accent: shade{"#00706B", "23", "6"}, muted: shade{"#646464", "241", "8"}, border: shade{"#C2C2C2", "250", "7"},
			warn: shade{"#8A5A00", "94", "3"}, bad: shade{"#B3261E", "124", "1"}, bar: shade{"#858585", "243", "8"},
			selected: shade{"#DCEFEC", "253", "7"}, s2: shade{"#2B5FB8", "25", "4"}, s3: shade{"#8A5A00", "94", "3"}, s4: shade{"#8E3B8E", "90", "5"},
		}
	}
	return palette{
		accent: shade{"#5ECFC0", "79", "14"}, muted: shade{"#949494", "246", "8"}, border: shade{"#4A4A4A", "239", "8"},
		warn: shade{"#E2B75F", "179", "11"}, bad: shade{"#F0736A", "203", "9"}, bar: shade{"#7A8786", "245", "7"},
		selected: shade{"#24393A", "236", "0"}, s2: shade{"#82A9F0", "111", "12"}, s3: shade{"#E2B75F", "179", "11"}, s4: shade{"#D69AD6", "176", "13"},
	}
}

// colour picks the value of the profile.
func (t *Theme) colour(c shade) color.Color {
	switch t.profile {
	case colorprofile.ANSI:
		return lipgloss.Color(c.basic)
	case colorprofile.ANSI256:
		return lipgloss.Color(c.indexed)
	default:
		return lipgloss.Color(c.full)
	}
}

func (t *Theme) resolve(s Style, selected bool) lipgloss.Style {
	st := lipgloss.NewStyle()
	switch s {
	case Strong, Title, Heading, Figure, BarHome, Tab:
		st = st.Bold(true)
	case Cursor:
		st = st.Reverse(true)
	case Lit:
		st = st.Bold(true).Reverse(true)
	case Input:
		st = st.Underline(true)
	default:
	}
	if t.name == None {
		if s == Accent || s == Key {
			st = st.Bold(true)
		}
		if s == Tab {
			st = st.Reverse(true)
		}
		if selected {
			st = st.Reverse(true)
		}
		return st
	}
	p := t.palette()
	fg := map[Style]shade{
		Muted: p.muted, Accent: p.accent, Title: p.accent, Border: p.border, Key: p.accent, Warn: p.warn, Bad: p.bad,
		Bar: p.bar, BarHome: p.accent, RefLine: p.warn, Series1: p.accent, Series2: p.s2, Series3: p.s3, Series4: p.s4,
		Figure: p.accent, Tab: p.accent, Lit: p.accent,
	}
	if c, ok := fg[s]; ok {
		st = st.Foreground(t.colour(c))
	}
	if selected {
		if t.profile == colorprofile.ANSI {
			return st.Reverse(true)
		}
		st = st.Background(t.colour(p.selected))
	}
	return st
}
