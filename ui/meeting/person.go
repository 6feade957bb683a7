package meeting

import (
	"strings"
	"time"

	"rakor/ui/block"
)

// NameWidth is the most columns that a name takes.
const NameWidth = 24

// Name gives a name that somebody gave themselves as it may be shown: without
// control sequences and bidi marks, blanks drawn together, at most NameWidth
// columns.
func Name(s string) string {
	const enough = 4 * NameWidth // runes; more are marks without a width
	if r := []rune(s); len(r) > enough {
		s = string(r[:enough])
	}
	return block.Clip(strings.Join(strings.Fields(block.Clean(s)), " "), NameWidth, false)
}

// Role is what a person may do.
type Role uint8

// The roles. Only an operator or the presenter can drive; a viewer never does.
const (
	Viewer Role = iota
	Operator
	Driver // an operator, or the presenter, who drives now
)

// Person is one connection as the presenter sees it.
type Person struct {
	ID            ID
	Name          string // cleaned, see [Name]
	Addr          string
	Width, Height int
	Role          Role
	Since         time.Time
	Looking       bool   // around alone, instead of following
	Small         bool   // the window is too small for the tabs
	Seen          uint64 // Seq of the newest post that the terminal has answered for
}

// Lag is how many posts a person is behind; 0 for who looks around alone.
func (p Person) Lag(seq uint64) uint64 {
	if p.Looking || p.Seen >= seq {
		return 0
	}
	return seq - p.Seen
}

// Place is where a person was when their line dropped.
type Place struct {
	Looking bool
	State   []byte // of who looks around: state.State as JSON
	Prefs   Prefs
}

// Prefs is what a person has chosen for themselves. Set tells that they did.
type Prefs struct {
	Set  bool
	Lang uint8
	Big  bool
}

// PlaceFor is how long a place is kept.
const PlaceFor = 10 * time.Minute

// maxPlaces is how many places are kept; more are forgotten, the oldest first.
const maxPlaces = 4096

// kept is a place with the time at which it was left.
type kept struct {
	place Place
	left  time.Time
}

// places remembers where people were, by whatever tells who they are.
type places struct{ m map[string]kept }

func (p *places) keep(who string, at Place, now time.Time) {
	if who == "" {
		return
	}
	if p.m == nil {
		p.m = map[string]kept{}
	}
	if len(p.m) >= maxPlaces {
		p.forget(now)
	}
	p.m[who] = kept{place: at, left: now}
}

// forget drops what is too old and, where that is not enough, the oldest.
func (p *places) forget(now time.Time) {
	oldest, when := "", now
	for who, k := range p.m {
		if now.Sub(k.left) > PlaceFor {
			delete(p.m, who)
		} else if oldest == "" || k.left.Before(when) {
			oldest, when = who, k.left
		}
	}
	if len(p.m) >= maxPlaces {
		delete(p.m, oldest)
	}
}

// take gives a place and forgets it.
func (p *places) take(who string, now time.Time) (Place, bool) {
	k, ok := p.m[who]
	if !ok {
		return Place{}, false
	}
	delete(p.m, who)
	return k.place, now.Sub(k.left) <= PlaceFor
}
