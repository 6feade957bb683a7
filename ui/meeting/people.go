package meeting

import (
	"strconv"
	"time"

	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// List is the list of who is in the room, as one person looks at it.
type List struct {
	People []Person
	At     ID     // the row that is selected; the first where it has gone
	Seq    uint64 // of the newest post
	PIN    string // "" where none is asked for
	Answer string // what the last key there said
	Drives bool   // who looks at it
}

// PeopleFrame draws the list.
func PeopleFrame(env block.Env, l List, now time.Time) string {
	w := env.Words
	c := block.New(env)
	a := c.All()
	looking := 0
	for _, p := range l.People {
		if p.Looking {
			looking++
		}
	}
	title := w.Room.PeopleTitle(len(l.People), looking)
	a.Clip(1, 0, a.W-2, theme.Heading, title)
	if pin := w.Room.PIN + " " + spaced(l.PIN); l.PIN != "" && block.Width(title)+4+block.Width(pin) < a.W {
		a.Right(0, 0, a.W-1, theme.Figure, pin)
	}
	a.HLine(0, 1, a.W, theme.Border)
	body := a.Sub(1, 2, a.W-2, a.H-4)
	cols := peopleColumns(body.W)
	for i, head := range w.Room.PeopleHead {
		body.Clip(cols[i]+2, 0, cols[i+1]-cols[i]-1, theme.Muted, head)
	}
	room := max(body.H-1, 1)
	at := l.index()
	top := max(0, min(at-room/2, len(l.People)-room))
	for y := range min(room, len(l.People)-top) {
		drawPerson(body, y+1, cols, w, l, l.People[top+y], top+y == at, now)
	}
	if rest := len(l.People) - top - room; rest > 0 {
		a.Right(0, a.H-2, a.W-1, theme.Muted, "▼ "+w.Room.More(rest))
	}
	if l.Answer != "" {
		a.Clip(1, a.H-2, a.W-16, theme.Warn, l.Answer)
	}
	hint := hints(w.Lang, keys.Close)
	if l.Drives {
		hint = hints(w.Lang, keys.OfferFloor) + keyGap + hint
		if l.PIN != "" {
			hint = hints(w.Lang, keys.NewPIN) + keyGap + hint
		}
	}
	return Compose(env, c.Frame(env.Theme), Bar{Mark: w.Room.PeopleShort, Style: theme.Accent, Keys: hint})
}

// index gives the row that is selected.
func (l List) index() int {
	for i, p := range l.People {
		if p.ID == l.At {
			return i
		}
	}
	return 0
}

func drawPerson(a block.Area, y int, cols [6]int, w *lang.Catalogue, l List, p Person, selected bool, now time.Time) {
	st := theme.Plain
	if p.Role != Viewer {
		st = theme.Accent
	}
	size := "-"
	if p.Width > 0 {
		size = strconv.Itoa(p.Width) + "x" + strconv.Itoa(p.Height)
	}
	addr := p.Addr
	if addr == "" {
		addr = "-"
	}
	cells := [5]string{p.Name, addr, size, w.Room.Minutes(int(now.Sub(p.Since).Minutes())), personState(&w.Room, p, l.Seq)}
	if selected {
		a.Text(0, y, theme.Accent, "▸")
	}
	for i, t := range cells {
		cell := st
		if i == 4 && p.Small {
			cell = theme.Warn
		}
		a.Clip(cols[i]+2, y, cols[i+1]-cols[i]-1, cell, t)
	}
	if selected {
		a.Select(y)
	}
}

// peopleColumns gives where the five columns start, and the end. In a narrow
// window the address has no room.
func peopleColumns(w int) [6]int {
	if w < 70 {
		return [6]int{0, 18, 18, 26, 34, w - 1}
	}
	name := min(NameWidth+1, w/4)
	return [6]int{0, name, name + 17, name + 25, name + 33, w - 1}
}

func personState(w *lang.Room, p Person, seq uint64) string {
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
		s = "! " + w.People[2] + ", " + s
	}
	if lag := p.Lag(seq); lag > 1 && p.Role != Driver {
		s += ", " + w.Behind(int(lag))
	}
	return s
}

// spaced parts a PIN in the middle, as it is read aloud.
func spaced(pin string) string {
	if len(pin) != 6 {
		return pin
	}
	return pin[:3] + " " + pin[3:]
}
