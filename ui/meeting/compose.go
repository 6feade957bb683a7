package meeting

import (
	"strconv"
	"strings"
	"time"

	"rakor/ui/block"
	"rakor/ui/theme"
)

// Bar is the bottom line of everybody in the room.
type Bar struct {
	Mark  string      // in front, what one is: following, looking around
	Style theme.Style // of Mark
	Keys  string      // what one can press
}

// Compose puts the bar in the place of a frame's last line.
func Compose(env block.Env, frame string, b Bar) string {
	line := BarLine(env, b)
	if i := strings.LastIndexByte(frame, '\n'); i >= 0 {
		return frame[:i+1] + line
	}
	return line
}

// BarLine draws the bar as one line.
func BarLine(env block.Env, b Bar) string {
	env.Height = 1
	c := block.New(env)
	a := c.All()
	x := a.Clip(1, 0, a.W-2, b.Style, b.Mark)
	if x+3 < a.W {
		a.Clip(x+3, 0, a.W-x-4, theme.Muted, b.Keys)
	}
	return c.Frame(env.Theme)
}

// FollowerBar gives the bar of everybody who follows, for a post. It holds
// nothing personal.
func FollowerBar(w *Words, p *Post) Bar {
	b := Bar{Mark: w.Following, Style: theme.Accent, Keys: w.FollowKeys}
	switch {
	case p.Away:
		b.Mark, b.Style = "! "+w.Away, theme.Warn
	case p.Mode == Frozen:
		b.Mark, b.Style = "= "+w.Frozen, theme.Warn
	case p.Pointer:
		b.Mark = "> " + w.Following + " · " + w.Pointer
	}
	return b
}

// BlankFrame is what the room sees while the presenter has blanked the screen.
func BlankFrame(env block.Env, text string) string {
	c := block.New(env)
	a := c.All()
	lines := block.Wrap(text, max(a.W-2, 1))
	for i, l := range lines {
		a.Text(max((a.W-block.Width(l))/2, 0), (a.H-len(lines))/2+i, theme.Muted, l)
	}
	return c.Frame(env.Theme)
}

// PeopleFrame draws the list of who is in the room, from row top on, and gives
// top as far as it can be scrolled. seq is the newest post's, pin "" where
// there is none.
func PeopleFrame(env block.Env, w *Words, people []Person, seq uint64, pin string, now time.Time, top int) (string, int) {
	c := block.New(env)
	a := c.All()
	looking := 0
	for _, p := range people {
		if p.Looking {
			looking++
		}
	}
	title := w.PeopleTitle(len(people), looking)
	a.Clip(1, 0, a.W-2, theme.Heading, title)
	if x := block.Width(title) + 4; pin != "" && x+block.Width(w.PIN(pin)) < a.W {
		a.Right(x, 0, a.W-1-x, theme.Figure, w.PIN(pin))
	}
	a.HLine(0, 1, a.W, theme.Border)
	body := a.Sub(1, 2, a.W-2, a.H-3)
	cols := peopleColumns(body.W)
	for i, head := range w.PeopleHead {
		body.Clip(cols[i], 0, cols[i+1]-cols[i]-1, theme.Muted, head)
	}
	room := body.H - 1
	top = max(0, min(top, len(people)-room))
	for y := range min(room, len(people)-top) {
		p := people[top+y]
		cells := [5]string{
			p.Name, p.Addr, strconv.Itoa(p.Width) + "x" + strconv.Itoa(p.Height),
			strconv.Itoa(int(now.Sub(p.Since).Minutes())) + " min", personState(w, p, seq),
		}
		st := theme.Plain
		if p.Role != Viewer {
			st = theme.Accent
		}
		for i, t := range cells {
			body.Clip(cols[i], y+1, cols[i+1]-cols[i]-1, st, t)
		}
	}
	if rest := len(people) - top - room; rest > 0 {
		body.Right(0, body.H-1, body.W, theme.Muted, "▼ "+w.More(rest))
	}
	return Compose(env, c.Frame(env.Theme), Bar{Mark: "P", Style: theme.Key, Keys: w.PeopleKeys}), top
}

// peopleColumns gives where the five columns start, and the end. In a narrow
// window the address has no room.
func peopleColumns(w int) [6]int {
	if w < 70 {
		return [6]int{0, 20, 20, 28, 36, w + 1}
	}
	return [6]int{0, NameWidth + 1, NameWidth + 24, NameWidth + 32, NameWidth + 41, w + 1}
}

func personState(w *Words, p Person, seq uint64) string {
	s := w.People[0]
	switch {
	case p.Role == Driver:
		s = w.People[4]
	case p.Role == Operator:
		s = w.People[3]
	case p.Looking:
		s = w.People[1]
	}
	if p.Small {
		s += ", " + w.People[2]
	}
	if lag := p.Lag(seq); lag > 1 && p.Role != Driver {
		s += ", " + w.Behind(int(lag))
	}
	return s
}
