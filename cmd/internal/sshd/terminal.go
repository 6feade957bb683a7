package sshd

import (
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// Sequences at the beginning and the end of a person's stay.
const (
	enterSeq    = "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[m\x1b[2J"
	leaveSeq    = "\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[m\x1b[2J\x1b[H\x1b[?25h\x1b[?1049l"
	mouseOnSeq  = "\x1b[?1000h\x1b[?1006h"
	mouseOffSeq = "\x1b[?1006l\x1b[?1000l"
	askStatus   = "\x1b[5n"
	askColour   = "\x1b]11;?\x1b\\"
	clearSeq    = "\x1b[m\x1b[2J"
)

// terminal is what the name of a terminal and its environment tell.
type terminal struct {
	profile  colorprofile.Profile
	ascii    bool
	lines    bool // it can do no more than print lines
	coloured bool // it may be asked for its background
}

// terminalOf tells what can be done on a terminal, from TERM and the
// environment that the client has sent. Nothing is asked of it: the first
// frame waits for no answer.
func terminalOf(term string, env map[string]string) terminal {
	t := terminal{ascii: asciiOnly(env)}
	family, _, _ := strings.Cut(term, "-")
	switch {
	case term == "dumb":
		t.lines, t.profile = true, colorprofile.Ascii
		return t
	case term == "" || term == "unknown" || strings.HasPrefix(term, "vt") || strings.HasSuffix(term, "-m") || strings.HasSuffix(term, "-mono"):
		t.profile = colorprofile.Ascii
	case family == "linux" || family == "cygwin" || family == "ansi" || family == "cons25":
		t.profile = colorprofile.ANSI
	default:
		vars := []string{"TERM=" + term}
		if v := env["COLORTERM"]; v != "" {
			vars = append(vars, "COLORTERM="+v)
		}
		t.profile = max(colorprofile.Env(vars), colorprofile.ANSI)
	}
	switch family {
	case "xterm", "tmux", "alacritty", "kitty", "foot", "wezterm", "ghostty", "contour", "rio", "st", "konsole", "gnome":
		t.coloured = true
	}
	return t
}

// asciiOnly tells whether the locale has no UTF-8. A client that says nothing
// of its locale, as those of Windows, has.
func asciiOnly(env map[string]string) bool {
	for _, key := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := env[key]; v != "" {
			v = strings.ToUpper(v)
			return !strings.Contains(v, "UTF-8") && !strings.Contains(v, "UTF8")
		}
	}
	return false
}
