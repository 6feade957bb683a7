package meeting

import (
	"strconv"
	"strings"

	"rsc.io/qr"

	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// Join is how a meeting is joined.
type Join struct {
	Addresses   []string // hosts, without port
	Port        int
	Fingerprint string // of the host key, "SHA256:…"
	PIN         string // "" where none is asked for
	Keys        bool   // only who has a key on the list
	Local       bool   // from this machine alone
	Presenter   string // the user name of operators; "" where there can be none
}

// Command gives the line with which the audience joins at an address.
func (j Join) Command(host string) string { return "ssh -p " + strconv.Itoa(j.Port) + " " + host }

// URL gives what the QR code holds: the address alone.
func (j Join) URL() string {
	if len(j.Addresses) == 0 {
		return ""
	}
	host := j.Addresses[0]
	if strings.Contains(host, ":") { // IPv6
		host = "[" + host + "]"
	}
	return "ssh://" + host + ":" + strconv.Itoa(j.Port)
}

// quiet is the light modules around a code. The standard asks for four; two are
// read by every reader tried, and leave room for the text at 80x24.
const quiet = 2

// QRLines draws a QR code of a text: two modules a character in half blocks,
// dark on light whatever the terminal's ground is, or two characters a module
// in ASCII. It gives none for a text that no code holds.
func QRLines(text string, ascii bool) []string {
	code, err := qr.Encode(text, qr.L)
	if err != nil || text == "" {
		return nil
	}
	light := func(x, y int) bool { return !code.Black(x, y) && y < code.Size+quiet }
	var out []string
	step := 2
	if ascii {
		step = 1
	}
	for y := -quiet; y < code.Size+quiet; y += step {
		var b strings.Builder
		for x := -quiet; x < code.Size+quiet; x++ {
			if ascii {
				b.WriteString(asciiModule(light(x, y)))
			} else {
				b.WriteString(halfBlock(light(x, y), light(x, y+1)))
			}
		}
		out = append(out, b.String())
	}
	return out
}

func asciiModule(light bool) string {
	if light {
		return "##"
	}
	return "  "
}

// halfBlock draws the light modules and leaves the dark ones: on a dark
// terminal that reads as printed on paper.
func halfBlock(up, down bool) string {
	switch {
	case up && down:
		return "█"
	case up:
		return "▀"
	case down:
		return "▄"
	}
	return " "
}

// JoinFrame draws how to join, for reading aloud and for the projector: the
// lines to type, the PIN in large figures, the code to scan, the fingerprint.
func JoinFrame(env block.Env, j Join, people int) string {
	w := &env.Words.Room
	c := block.New(env)
	a := c.All()
	a.Text(2, 0, theme.Title, "rakor")
	a.Clip(9, 0, a.W-10, theme.Heading, w.JoinTitle)
	a.HLine(0, 1, a.W, theme.Border)
	body := a.Sub(2, 3, a.W-4, a.H-5)
	if a.H < 22 {
		body = a.Sub(2, 2, a.W-4, a.H-3)
	}
	code := QRLines(j.URL(), env.ASCII)
	text := body
	switch {
	case len(code) == 0:
	case len(code) <= body.H && block.Width(code[0])+30 <= body.W:
		x := body.W - block.Width(code[0])
		for y, l := range code {
			body.Text(x, y, theme.Plain, l)
		}
		if len(code) < body.H {
			body.Clip(x+quiet, len(code), body.W-x, theme.Muted, w.JoinScan)
		}
		text = body.Sub(0, 0, x-2, body.H)
	default:
		body.Clip(0, body.H-1, body.W, theme.Muted, w.JoinNoScan)
		text = body.Sub(0, 0, body.W, body.H-1)
	}
	joinText(text, env.Words, j, env.Height >= 30)
	came := w.JoinNobody
	if people > 0 {
		came = w.JoinCame(people)
	}
	bar := Bar{Mark: came, Style: theme.Accent, Keys: hints(env.Words.Lang, keys.Close, keys.People)}
	return Compose(env, c.Frame(env.Theme), bar)
}

// joinText writes the lines to type, the PIN and the fingerprint: airy, and the
// first address in large figures too, where there is room.
func joinText(a block.Area, words *lang.Catalogue, j Join, airy bool) {
	w := &words.Room
	y := 1
	a.Clip(0, 0, a.W, theme.Muted, w.JoinHow)
	most := max(1, min(len(j.Addresses), a.H-14))
	for i, h := range j.Addresses[:min(most, len(j.Addresses))] {
		a.Clip(2, y, a.W-2, theme.Figure, j.Command(h))
		y++
		if large := block.FiguresWidth(h); i == 0 && airy && !j.Local && large > 0 && large+2 <= a.W {
			a.Figures(2, y+1, theme.Figure, h)
			y += block.FiguresHeight + 2
		}
	}
	y++
	if j.Local {
		for _, l := range block.Wrap(w.JoinHere, a.W) {
			a.Text(0, y, theme.Warn, l)
			y++
		}
		y++
	}
	y = joinPIN(a, w, j, y)
	if airy {
		y++
	}
	a.Clip(0, y, a.W, theme.Muted, w.Fingerprint)
	y++
	for _, l := range halves(j.Fingerprint, max(a.W, 1)) {
		a.Text(0, y, theme.Plain, l)
		y++
	}
	if j.Presenter != "" && len(j.Addresses) > 0 && y+1 < a.H {
		a.Clip(0, y+1, a.W, theme.Muted, w.JoinPresent(j.Command(j.Presenter+"@"+j.Addresses[0])))
	}
}

// joinPIN writes what is asked for at the door, and gives the line below it.
func joinPIN(a block.Area, w *lang.Room, j Join, y int) int {
	pin := spaced(j.PIN)
	switch {
	case j.PIN != "" && a.W >= block.FiguresWidth(pin) && a.H-y >= block.FiguresHeight+5:
		a.Clip(0, y, a.W, theme.Muted, w.PIN)
		a.Figures(2, y+1, theme.Figure, pin)
		return y + 2 + block.FiguresHeight
	case j.PIN != "":
		x := a.Clip(0, y, a.W, theme.Muted, w.PIN)
		a.Clip(x+2, y, a.W-x-2, theme.Figure, pin)
	case j.Keys:
		a.Clip(0, y, a.W, theme.Plain, w.JoinKeys)
	default:
		a.Clip(0, y, a.W, theme.Plain, w.JoinOpen)
	}
	return y + 2
}

// halves cuts a long word into lines of at most w columns, as alike as can be.
func halves(s string, w int) []string {
	n := (len(s) + w - 1) / w
	if n < 2 {
		return []string{s}
	}
	var out []string
	for each := (len(s) + n - 1) / n; len(s) > 0; {
		cut := min(each, len(s))
		out = append(out, s[:cut])
		s = s[cut:]
	}
	return out
}
