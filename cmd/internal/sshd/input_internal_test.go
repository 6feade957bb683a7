package sshd

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

func describe(events []any) string {
	var out []string
	for _, e := range events {
		switch e := e.(type) {
		case tea.KeyPressMsg:
			out = append(out, e.String())
		case tea.PasteMsg:
			out = append(out, "paste:"+e.Content)
		case tea.MouseClickMsg:
			out = append(out, fmt.Sprintf("click %d,%d", e.X, e.Y))
		case tea.MouseWheelMsg:
			out = append(out, "wheel")
		case answered:
			out = append(out, "answered")
		case dark:
			out = append(out, fmt.Sprintf("dark %t", bool(e)))
		}
	}
	return strings.Join(out, " ")
}

func TestDecoder(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		chunks []string
		want   string
		wait   bool // for more, before the flush
	}{
		"keys":                  {[]string{"jK3\r\t"}, "j K 3 enter tab", false},
		"arrows":                {[]string{"\x1b[A\x1bOB\x1b[5~"}, "up down pgup", false},
		"an arrow in pieces":    {[]string{"\x1b", "[", "A"}, "up", false},
		"escape alone":          {[]string{"\x1b"}, "esc", true},
		"answer":                {[]string{"\x1b[0n"}, "answered", false},
		"answer among keys":     {[]string{"j\x1b[0nk"}, "j answered k", false},
		"answer in pieces":      {[]string{"\x1b[", "0n"}, "answered", false},
		"paste":                 {[]string{"\x1b[200~a\nq\x16b\x1b[201~j"}, "paste:a\nq\x16b j", false},
		"paste in pieces":       {[]string{"\x1b[200~ab", "cd\x1b[2", "01~"}, "paste:abcd", false},
		"mouse":                 {[]string{"\x1b[<0;5;7M\x1b[<0;5;7m\x1b[<64;1;1M"}, "click 4,6 wheel", false},
		"background":            {[]string{"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"}, "dark false", false},
		"letters of their own":  {[]string{"é", "語"}, "é 語", false},
		"a letter in two parts": {[]string{"\xc3", "\xa9"}, "é", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var d decoder
			var got []any
			wait := false
			for _, chunk := range c.chunks {
				var events []any
				events, wait = d.feed([]byte(chunk))
				got = append(got, events...)
			}
			if wait != c.wait {
				t.Errorf("waits for more: %t", wait)
			}
			got = append(got, d.flush()...)
			if s := describe(got); s != c.want {
				t.Errorf("%q becomes %q, want %q", c.chunks, s, c.want)
			}
		})
	}
}

// TestPasteIsBounded pastes more than is kept, without an end.
func TestPasteIsBounded(t *testing.T) {
	t.Parallel()
	var d decoder
	d.feed([]byte("\x1b[200~"))
	for range 1000 {
		d.feed([]byte(strings.Repeat("x", 1000)))
	}
	if len(d.paste) > maxPaste || len(d.pending) > maxPending {
		t.Errorf("%d and %d bytes are kept", len(d.paste), len(d.pending))
	}
	events, _ := d.feed([]byte("\x1b[201~"))
	if len(events) != 1 || len(events[0].(tea.PasteMsg).Content) > maxPaste {
		t.Errorf("%d events", len(events))
	}
}

func TestBudget(t *testing.T) {
	t.Parallel()
	now := time.Date(2025, 7, 7, 9, 0, 0, 0, time.UTC)
	var b budget
	passed := 0
	for range 1024 { // a megabyte at once
		if ok, _ := b.take(1024, now); ok {
			passed += 1024
		}
	}
	if passed > inputBurst {
		t.Errorf("%d bytes pass at once", passed)
	}
	now = now.Add(time.Second)
	if ok, _ := b.take(10, now); ok {
		t.Error("the tail of a flood passes in pieces")
	}
	now = now.Add(2 * time.Second)
	if ok, after := b.take(10, now); !ok || !after {
		t.Errorf("after a rest: %t, told %t", ok, after)
	}
	for range 100 { // somebody who types fast, for long
		now = now.Add(50 * time.Millisecond)
		if ok, after := b.take(6, now); !ok || after {
			t.Fatal("typing is thrown away")
		}
	}
}

func FuzzDecoder(f *testing.F) {
	f.Add([]byte("\x1b[200~x\x1b[201~"), 3)
	f.Add([]byte("\x1b[<0;5;7M\x1b]11;rgb:00/00/00\x07\x1b[0n"), 1)
	f.Add([]byte("\x1bP\x1b_\x1bX\x1b^\xff\xc3\x9b\x1b[99999999999999999999m"), 2)
	f.Fuzz(func(t *testing.T, in []byte, size int) {
		var d decoder
		size = 1 + max(size, -size)%64
		for len(in) > 0 {
			n := min(max(size, 1), len(in))
			d.feed(in[:n])
			in = in[n:]
			if len(d.pending) > maxPending+64 || len(d.paste) > maxPaste {
				t.Fatalf("%d and %d bytes are kept", len(d.pending), len(d.paste))
			}
		}
		d.flush()
		if len(d.pending) > 0 {
			t.Fatalf("%q is left", d.pending)
		}
	})
}

func TestTerminalOf(t *testing.T) {
	t.Parallel()
	utf8 := map[string]string{"LANG": "id_ID.UTF-8"}
	for _, c := range []struct {
		term string
		env  map[string]string
		want terminal
	}{
		{"xterm-256color", utf8, terminal{profile: colorprofile.ANSI256, coloured: true}},
		{"xterm-256color", map[string]string{"COLORTERM": "truecolor"}, terminal{profile: colorprofile.TrueColor, coloured: true}},
		{"xterm", nil, terminal{profile: colorprofile.ANSI, coloured: true}},
		{"xterm", map[string]string{"LANG": "C"}, terminal{profile: colorprofile.ANSI, coloured: true, ascii: true}},
		{"xterm", map[string]string{"LANG": "C", "LC_ALL": "C.utf8"}, terminal{profile: colorprofile.ANSI, coloured: true}},
		{"linux", utf8, terminal{profile: colorprofile.ANSI}},
		{"vt100", nil, terminal{profile: colorprofile.Ascii}},
		{"", nil, terminal{profile: colorprofile.Ascii}},
		{"dumb", nil, terminal{profile: colorprofile.Ascii, lines: true}},
	} {
		if got := terminalOf(c.term, c.env); got != c.want {
			t.Errorf("%q %v: %+v, want %+v", c.term, c.env, got, c.want)
		}
	}
}
