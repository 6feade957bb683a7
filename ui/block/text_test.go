package block_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rakor/ui/block"
	"rakor/ui/theme"
)

func mono() *theme.Theme { return theme.New(theme.None, colorprofile.NoTTY) }

// row draws s on one line of w columns.
func row(w int, s string) string {
	c := block.New(block.Env{Width: w, Height: 1})
	c.All().Text(0, 0, theme.Plain, s)
	return c.Frame(mono())
}

func TestTextIsHarmless(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Palangka Raya", "Palangka Raya"},
		{"escape sequence", "a\x1b[31mb", "a�[31mb"},
		{"C1 control", "a\u009b31mb", "a�31mb"},
		{"bell and backspace", "a\a\bb", "a��b"},
		{"line breaks", "a\nb\rc\td", "a b c d"},
		{"line separator", "a\u2028b", "a b"},
		{"bidi override", "a\u202eb\u2066c", "abc"},
		{"zero-width joiner", "a\u200db", "ab"},
		{"variation selector", "❤\ufe0f!", "❤!"},
		{"soft hyphen", "a\u00adb", "ab"},
		{"invalid UTF-8", "a\xff\xc3(b", "a��(b"},
		{"private use", "a\ue000b", "a�b"},
		{"combining mark", "e\u0301a", "e\u0301a"},
		{"four marks at most", "e" + strings.Repeat("\u0301", 50) + "a", "e\u0301\u0301\u0301\u0301a"},
		{"leading mark", "\u0301a", "a"},
		{"wide", "漢字a", "漢字a"},
		{"family of emoji", "👨\u200d👩a", "👨👩a"},
		{"skin tone", "👍🏽a", "👍a"},
		{"flag", "🇮🇩a", "IDa"},
		{"vowel sign", "का", "क�"},
		{"tag characters", "a\U000e0041b", "ab"},
	} {
		if got := row(40, c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if got, want := block.Width(c.in), ansi.StringWidth(c.want); got != want {
			t.Errorf("%s: Width = %d, drawn %d", c.name, got, want)
		}
		if got := block.Clean(c.in); got != c.want {
			t.Errorf("%s: Clean = %q, want %q", c.name, got, c.want)
		}
	}
}

// measure fails unless everyone who measures the row finds as many columns as
// were filled: by character and by cluster.
func measure(t *testing.T, c *block.Canvas, th *theme.Theme, in string, want int) {
	t.Helper()
	f := c.Frame(th)
	if g, w := ansi.StringWidth(f), ansi.StringWidthWc(f); g != want || w != want {
		t.Fatalf("%+q: %d columns by cluster, %d by character, %d filled: %q", in, g, w, want, f)
	}
}

// No character changes the width of its neighbours.
func TestEveryCharacterIsAligned(t *testing.T) {
	th := mono()
	c := block.New(block.Env{Width: 40, Height: 1})
	for r := rune(0x80); r <= 0x1ffff; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		s := "a" + string(r) + "b漢" + string(r) + "क्" + string(r) + "ᄀ1" + string(r) + string(r) + "👍" + string(r)
		c.All().Clear()
		x := c.All().Text(0, 0, theme.Plain, s)
		c.All().Text(x, 0, theme.Plain, "|")
		measure(t, c, th, s, x+1)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"Kota", "漢字", "e\u0301", "\x1b]0;x\a", "🇮🇩👍🏽", "\u0301", "\xf0\x9f", "ก\u0e33"} {
		f.Add(s, 7)
	}
	th := mono()
	f.Fuzz(func(t *testing.T, s string, w int) {
		if w < 1 || w > 60 || len(s) > 300 {
			return
		}
		for _, ascii := range []bool{false, true} {
			clipped := block.Clip(s, w, ascii)
			if n := block.Width(clipped); n > w {
				t.Fatalf("Clip(%+q, %d) is %d columns wide", s, w, n)
			}
			if block.Width(s) <= w && clipped != s {
				t.Fatalf("Clip(%+q, %d) cut what fits: %q", s, w, clipped)
			}
		}
		if got := block.Clean(s); block.Width(got) != block.Width(s) || block.Clean(got) != got {
			t.Fatalf("Clean(%+q) = %+q", s, got)
		}
		c := block.New(block.Env{Width: w + 2, Height: 1})
		c.All().Sub(1, 0, w, 1).Text(0, 0, theme.Plain, s)
		c.All().Text(0, 0, theme.Plain, "|")
		c.All().Text(w+1, 0, theme.Plain, "|")
		measure(t, c, th, s, w+2)
		for _, line := range block.Wrap(s, w) {
			if n := block.Width(line); n > w {
				t.Fatalf("Wrap(%+q, %d) gives %d columns: %q", s, w, n, line)
			}
		}
	})
}

func TestClip(t *testing.T) {
	for _, c := range []struct {
		in    string
		w     int
		ascii bool
		want  string
	}{
		{"Palangka Raya", 13, false, "Palangka Raya"},
		{"Palangka Raya", 12, false, "Palangka Ra…"},
		{"Palangka Raya", 12, true, "Palangka Ra~"},
		{"Palangka Raya", 1, false, "…"},
		{"Palangka Raya", 0, false, ""},
		{"Palangka Raya", -3, false, ""},
		{"漢字漢字", 5, false, "漢字…"},
		{"漢字漢字", 4, false, "漢…"},
		{"漢字", 1, false, "…"},
		{"e\u0301e\u0301", 2, false, "e\u0301e\u0301"},
		{"", 5, false, ""},
	} {
		if got := block.Clip(c.in, c.w, c.ascii); got != c.want {
			t.Errorf("Clip(%q, %d) = %q, want %q", c.in, c.w, got, c.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in   string
		w    int
		want string
	}{
		{"satu dua tiga empat", 9, "satu dua|tiga|empat"},
		{"satu  dua\n tiga", 40, "satu dua tiga"},
		{"abcdefghij kl", 4, "abcd|efgh|ij|kl"},
		{"ab abcdefgh", 4, "ab|abcd|efgh"},
		{"abcde", 4, "abcd|e"},
		{"abcd…", 4, "abcd|…"},
		{"a~~~~~b", 3, "a~~|~~~|b"},
		{"漢字漢", 4, "漢字|漢"},
		{"漢字漢", 3, "漢|字|漢"},
		{"漢a", 1, "…|a"},
		{"", 5, ""},
		{"   ", 5, ""},
	} {
		if got := strings.Join(block.Wrap(c.in, c.w), "|"); got != c.want {
			t.Errorf("Wrap(%q, %d) = %q, want %q", c.in, c.w, got, c.want)
		}
	}
	if block.Wrap("a", 0) != nil || block.Wrap("a", -1) != nil {
		t.Error("lines of no width")
	}
	if got := block.Wrap("", 3); len(got) != 1 {
		t.Errorf("nothing is wrapped to %d lines, want an empty one", len(got))
	}
}

func TestSheetLines(t *testing.T) {
	s := block.Sheet{Title: "Sumber\x1b", Rows: []block.SheetRow{
		{Label: "Nilai", Text: "3,52"},
		{Text: "lanjutan\u202e"},
		{},
		{Label: "Catatan"},
	}}
	want := "Sumber�|Nilai: 3,52|  lanjutan|Catatan"
	if got := strings.Join(s.Lines(), "|"); got != want {
		t.Errorf("Lines = %q, want %q", got, want)
	}
}

func BenchmarkText(b *testing.B) {
	c := block.New(block.Env{Width: 120, Height: 1})
	s := "│ Kota Palangka Raya 3,62 ████████▍ — Sumber: BPS │"
	b.ReportAllocs()
	for b.Loop() {
		c.All().Text(0, 0, theme.Plain, s)
	}
}
