package block_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rakor/ui/block"
	"rakor/ui/theme"
)

func bare(w, h int, ascii bool) block.Env {
	return block.Env{Width: w, Height: h, Theme: theme.New(theme.None, colorprofile.Ascii), ASCII: ascii}
}

// TestFigures draws every figure and reads it back as a picture.
func TestFigures(t *testing.T) {
	t.Parallel()
	e := bare(40, 5, true)
	c := block.New(e)
	if end := c.All().Figures(0, 0, theme.Plain, "10,9 %"); end != block.FiguresWidth("10,9 %")+1 {
		t.Errorf("ends at %d, is %d wide", end, block.FiguresWidth("10,9 %"))
	}
	want := strings.Join([]string{
		"  ##   ######    ######    ##  ##",
		"####   ##  ##    ##  ##        ##",
		"  ##   ##  ##    ######      ##",
		"  ##   ##  ## ##     ##    ##",
		"###### ###### ## ######    ##  ##",
	}, "\n")
	if got := c.Frame(e.Theme); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, s := range []string{"a", "12a", "\x1b"} {
		if w := block.FiguresWidth(s); w != 0 {
			t.Errorf("%q is %d wide", s, w)
		}
	}
	seen := map[string]rune{}
	for _, r := range "0123456789%+-,." {
		c := block.New(e)
		c.All().Figures(0, 0, theme.Plain, string(r))
		f := c.Frame(e.Theme)
		if old, twice := seen[f]; twice {
			t.Errorf("%c looks like %c", r, old)
		}
		seen[f] = r
	}
}

// TestLight tells a row that is lit from one that is only selected, without any
// colour and in ASCII.
func TestLight(t *testing.T) {
	t.Parallel()
	draw := func(lit, ascii bool, text string) string {
		e := bare(12, 2, ascii)
		c := block.New(e)
		c.Light(lit)
		c.All().Text(0, 0, theme.Accent, "▸")
		c.All().Text(2, 0, theme.Plain, text)
		c.All().Select(0)
		c.Light(false)
		c.All().Text(2, 1, theme.Plain, "rest")
		c.All().Select(1)
		frame := c.Frame(e.Theme)
		for strings.Contains(frame, "\x1b[") {
			i := strings.Index(frame, "\x1b[")
			frame = frame[:i] + frame[i+strings.IndexByte(frame[i:], 'm')+1:]
		}
		return strings.ReplaceAll(frame, " ", ".")
	}
	for _, tt := range []struct {
		lit, ascii bool
		text, want string
	}{
		{false, false, "Kota", "▸.Kota......\n..rest......"},
		{true, false, "Kota", "█.Kota.....◀\n..rest......"},
		{true, true, "Kota", "#.Kota.....<\n..rest......"},
		{true, true, "KotaPalang", "#.KotaPalang\n..rest......"},
	} {
		if got := draw(tt.lit, tt.ascii, tt.text); got != tt.want {
			t.Errorf("lit %t, ascii %t: %q, want %q", tt.lit, tt.ascii, got, tt.want)
		}
	}
}
