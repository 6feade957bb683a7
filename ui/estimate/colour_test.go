package estimate_test

import (
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rakor/ui/estimate"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// One frame a palette is kept with its colours, and one in ASCII.
func TestColourGoldens(t *testing.T) {
	snap := snapshot(t)
	v := estimate.Build(snap, scenes()["user"])
	e := env(lang.Indonesian, 120, 31)
	for name, th := range map[string]*theme.Theme{
		"dark": theme.New(theme.Dark, colorprofile.TrueColor), "light16": theme.New(theme.Light, colorprofile.ANSI),
	} {
		e.Theme = th
		frame, _ := draw(e, v)
		golden(t, "user_120x31_"+name, frame)
	}
	e.Theme, e.ASCII = theme.New(theme.None, colorprofile.NoTTY), true
	frame, _ := draw(e, v)
	golden(t, "user_120x31_ascii", plain(frame))
	for i, r := range frame {
		if r > 0x7e {
			t.Fatalf("%q at byte %d is no ASCII", r, i)
		}
	}
	e.Width, e.Height = 80, 19
	frame, _ = draw(e, v)
	golden(t, "user_80x19_ascii", plain(frame))
}
