package meeting

import (
	"sync"
)

// Screen draws posts for one key. It is used by one goroutine at a time.
type Screen interface {
	// Draw gives a frame: Key.Height lines of at most Key.Width columns,
	// joined by newlines.
	Draw(p *Post) string
}

// Groups holds the groups of a room. It is safe for concurrent use.
type Groups struct {
	room    *Room
	painter *Painter
	screen  func(Key) Screen
	panics  func(Key, any)

	mu     sync.Mutex
	groups map[Key]*Group
}

// NewGroups makes the groups of a room. screen makes the screen of a group;
// panics is told what a screen panicked with while drawing: the group keeps its
// last frame, and the others notice nothing.
func NewGroups(room *Room, painter *Painter, screen func(Key) Screen, panics func(Key, any)) *Groups {
	return &Groups{room: room, painter: painter, screen: screen, panics: panics, groups: map[Key]*Group{}}
}

// Group is all followers with one key.
type Group struct {
	key     Key
	drawn   latest[*Drawn]
	members int // guarded by Groups.mu
	done    chan struct{}
}

// Drawn is one frame of a group.
type Drawn struct {
	Seq uint64 // of the post that it shows
	No  uint64 // of the frame; equal numbers are equal frames

	key     Key
	painter *Painter
	frame   string
	before  string // frame No-1

	// Both are made when the first member wants them: a window that is being
	// dragged goes through groups that nobody stays in.
	onceDiff sync.Once
	diff     []byte // from frame No-1
	onceFull sync.Once
	full     []byte
}

// Since gives what a terminal on which frame no of the same group stands must
// be sent; 0 is a terminal that shows something else. The bytes are shared
// between all members: do not change them.
func (d *Drawn) Since(no uint64) []byte {
	switch {
	case no == d.No:
		return nil
	case no != 0 && no == d.No-1:
		d.onceDiff.Do(func() { d.diff = d.painter.Diff(d.key.Width, d.key.Height, d.before, d.frame) })
		return d.diff
	}
	d.onceFull.Do(func() { d.full = d.painter.Full(d.key.Width, d.key.Height, d.frame) })
	return d.full
}

// Frame gives the frame as text.
func (d *Drawn) Frame() string { return d.frame }

// Join gives the group of a key to a new member.
func (gs *Groups) Join(k Key) *Group {
	gs.mu.Lock()
	defer gs.mu.Unlock()
	g := gs.groups[k]
	if g == nil {
		g = &Group{key: k, done: make(chan struct{})}
		g.drawn.set(nil)
		gs.groups[k] = g
		go gs.run(g)
	}
	g.members++
	return g
}

// Leave takes a member out of a group; an empty group ends.
func (gs *Groups) Leave(g *Group) {
	gs.mu.Lock()
	defer gs.mu.Unlock()
	if g.members--; g.members == 0 {
		delete(gs.groups, g.key)
		close(g.done)
	}
}

// Len tells how many groups there are.
func (gs *Groups) Len() int {
	gs.mu.Lock()
	defer gs.mu.Unlock()
	return len(gs.groups)
}

// Key gives the group's key.
func (g *Group) Key() Key { return g.key }

// Latest gives the newest frame, nil before the first, and a channel that is
// closed when there is a newer one.
func (g *Group) Latest() (*Drawn, <-chan struct{}) {
	d, changed := g.drawn.get()
	return *d, changed
}

// run draws every post that is the latest when the one before it is done.
func (gs *Groups) run(g *Group) {
	var scr Screen
	var last *Drawn
	for {
		post, changed := gs.room.Latest()
		if d := gs.draw(g, &scr, last, post); d != nil {
			last = d
			g.drawn.set(d)
		}
		select {
		case <-changed:
		case <-g.done:
			return
		}
	}
}

// draw draws one post. Where the screen panics it gives the last frame again,
// nil where there was none.
func (gs *Groups) draw(g *Group, scr *Screen, last *Drawn, post *Post) (d *Drawn) {
	defer func() {
		if r := recover(); r != nil {
			d, *scr = nil, nil // a screen that broke is not used again
			if last != nil {   // the members are told all the same that there was a post
				d = &Drawn{Seq: post.Seq, key: g.key, painter: gs.painter, frame: last.frame}
				d.follow(last)
			}
			if gs.panics != nil {
				gs.panics(g.key, r)
			}
		}
	}()
	if *scr == nil {
		*scr = gs.screen(g.key)
	}
	d = &Drawn{Seq: post.Seq, No: 1, key: g.key, painter: gs.painter, frame: (*scr).Draw(post)}
	if last != nil {
		d.follow(last)
	}
	return d
}

// follow numbers a frame after the last one. A frame that is the same keeps
// number and predecessor: somebody may still stand on that.
func (d *Drawn) follow(last *Drawn) {
	if d.frame == last.frame {
		d.No, d.before = last.No, last.before
		return
	}
	d.No, d.before = last.No+1, last.frame
}
