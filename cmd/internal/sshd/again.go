package sshd

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"sync"
	"time"

	"rakor/ui/meeting"
)

// Who comes back within meeting.PlaceFor is brought to where they were. They
// are known again by their key; by name and PIN together where the door asks
// for the PIN, so that a new PIN forgets who came by the old one; and in an open
// meeting, where a name proves nothing, by name and address together. Whoever
// takes both of somebody's sees at most which rows of the meeting's own figures
// they looked at.

// identity gives what somebody is known again by, as one short text from which
// neither PIN nor name can be read, however long a name may be.
func identity(parts ...string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", parts))
	return hex.EncodeToString(sum[:])
}

// lostTime is how long somebody's other line may take to answer before it is
// taken for lost.
const lostTime = 5 * time.Second

// maxTwins is how many lines of the same identity may be asked whether they are
// lost. A name that more people bear tells nobody apart.
const maxTwins = 4

// twin is one line of somebody.
type twin struct {
	line *line
	gone chan struct{} // closed when they have left the room
}

// twins knows the lines of everybody in the room.
type twins struct {
	mu sync.Mutex
	by map[string][]*twin
}

// enter counts a line in and gives those that were there before; leave counts it
// out again, after its place has been kept.
func (t *twins) enter(who string, l *line) (before []*twin, leave func()) {
	me := &twin{line: l, gone: make(chan struct{})}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.by == nil {
		t.by = map[string][]*twin{}
	}
	before = append(before, t.by[who]...)
	t.by[who] = append(t.by[who], me)
	return before, func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		close(me.gone)
		var rest []*twin
		for _, o := range t.by[who] {
			if o != me {
				rest = append(rest, o)
			}
		}
		if rest == nil {
			delete(t.by, who)
			return
		}
		t.by[who] = rest
	}
}

// lost asks lines whether anybody is there and ends those that do not answer: a
// laptop that has lost its network comes back long before three keepalives are
// missed. The channel is closed once one of them has left; nil for none to ask.
func (s *Server) lost(ctx context.Context, lines []*twin) <-chan struct{} {
	if len(lines) == 0 || len(lines) > maxTwins {
		return nil
	}
	found := make(chan struct{})
	var once sync.Once
	for _, t := range lines {
		go func() {
			if t.line.answers(ctx, s.cfg.Lost) {
				return
			}
			_ = t.line.Close()
			select {
			case <-t.gone:
				once.Do(func() { close(found) })
			case <-ctx.Done():
			}
		}()
	}
	return found
}

// answers tells whether a line answers within a time; who asks and leaves
// meanwhile does not want to know.
func (l *line) answers(ctx context.Context, within time.Duration) bool {
	l.mu.Lock()
	conn := l.conn
	l.mu.Unlock()
	if conn == nil {
		return true
	}
	answer := make(chan struct{})
	go func() { // ends with the line
		if _, _, err := conn.SendRequest("keepalive@openssh.com", true, nil); err == nil {
			close(answer)
		}
	}()
	t := time.NewTimer(within)
	defer t.Stop()
	select {
	case <-answer:
		return true
	case <-ctx.Done():
		return true
	case <-t.C:
		return false
	}
}

// later brings the person to the place of their line that was found lost, unless
// they have gone somewhere themselves by now.
func (p *person) later() {
	if p.moved {
		return
	}
	at, ok := p.s.cfg.Room.Return(p.who)
	if !ok {
		return
	}
	if at.Prefs.Set {
		p.prefer(langOf(at), at.Prefs.Big)
	}
	p.goTo(at)
}

// loggable gives a name as it may stand in the log: cleaned, and without the
// PIN that somebody has typed in its place.
func (s *Server) loggable(name string) string {
	name = meeting.Name(name)
	if pin := s.PIN(); pin != "" {
		name = strings.ReplaceAll(name, pin, strings.Repeat("*", len(pin)))
	}
	return name
}
