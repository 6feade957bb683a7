package sshd

import (
	"net"
	"sync"
	"sync/atomic"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// How long a connection may take for what no person has to type.
const (
	kexTime   = 10 * time.Second  // until keys are exchanged
	doorTime  = 120 * time.Second // until somebody is let in
	shellTime = 10 * time.Second  // from there to the shell
	writeTime = 5 * time.Second   // for what is written to be taken
)

// line is one connection, from before anybody is known on it.
type line struct {
	net.Conn
	sessions atomic.Int32
	timer    *time.Timer // ends the connection when a step takes too long
	once     sync.Once
	closed   func()

	writing atomic.Int64 // since when something is being written, ns; 0 for nothing

	door  atomic.Bool   // nobody is let in yet
	turns chan struct{} // see lines

	mu     sync.Mutex
	conn   *gossh.ServerConn // once somebody is let in
	asked  bool              // a keepalive is under way
	missed int
	held   bool // it has its turn at the door
	dead   bool
}

// lineKey finds a connection's line in its context.
type lineKey struct{}

// begin and done stand around everything that is written for a person.
func (l *line) begin(now time.Time) { l.writing.Store(now.UnixNano()) }
func (l *line) done()               { l.writing.Store(0) }

// stuck ends the connection when what is written has not been taken for
// writeTime. One look at all lines a second is cheaper than a deadline for
// every frame.
func (l *line) stuck(now time.Time) {
	if at := l.writing.Load(); at != 0 && now.UnixNano()-at > int64(writeTime) {
		go l.Close() //nolint:errcheck // it is dead
	}
}

// Read reads. At the door, who has something to be dealt with waits for a turn,
// and gives it back when there is nothing more: whoever only waits for a client
// holds up nobody.
func (l *line) Read(b []byte) (int, error) {
	l.yield()
	n, err := l.Conn.Read(b)
	if n > 0 && l.door.Load() {
		l.turns <- struct{}{}
		l.mu.Lock()
		l.held = true
		dead := l.dead
		l.mu.Unlock()
		if dead {
			l.yield()
		}
	}
	return n, err
}

// yield gives the turn back, if the line has it.
func (l *line) yield() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.held {
		l.held = false
		<-l.turns
	}
}

// Close closes the connection and counts it out, once.
func (l *line) Close() error {
	err := l.Conn.Close()
	l.mu.Lock()
	l.dead = true
	l.mu.Unlock()
	l.yield()
	l.once.Do(func() {
		l.timer.Stop()
		l.closed()
	})
	return err
}

// within gives the connection so long for its next step.
func (l *line) within(d time.Duration) { l.timer.Reset(d) }

// shell tells that the shell was asked for: no more steps to wait for.
func (l *line) shell() { l.timer.Stop() }

// keepalive asks whether anybody is there. After three questions without an
// answer the line is dead.
func (l *line) keepalive() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.conn == nil {
		return
	}
	if l.asked {
		if l.missed++; l.missed >= 3 {
			go l.Close() //nolint:errcheck // it is dead
		}
		return
	}
	l.asked = true
	conn := l.conn
	go func() {
		// Any answer will do, a refusal is the usual one.
		if _, _, err := conn.SendRequest("keepalive@openssh.com", true, nil); err == nil {
			l.mu.Lock()
			l.asked, l.missed = false, 0
			l.mu.Unlock()
		}
	}()
}

// lines counts the connections.
type lines struct {
	mu   sync.Mutex
	all  map[*line]struct{}
	by   map[string]int // address
	most int            // in all
	each int            // an address
	// turns is how many connections at once may keep a processor busy with
	// exchanging keys, so that a thousand at the door do not hold up those
	// who are in.
	turns chan struct{}
}

// add takes a connection in; nil where there are too many.
func (s *lines) add(c net.Conn) *line {
	addr := host(c.RemoteAddr())
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.all) >= s.most || s.by[addr] >= s.each {
		return nil
	}
	l := &line{Conn: c, turns: s.turns}
	l.door.Store(true)
	l.timer = time.AfterFunc(kexTime, func() { _ = l.Close() })
	l.closed = func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.all, l)
		if s.by[addr]--; s.by[addr] <= 0 {
			delete(s.by, addr)
		}
	}
	s.all[l] = struct{}{}
	s.by[addr]++
	return l
}

// do runs f for every connection there is.
func (s *lines) do(f func(*line)) {
	s.mu.Lock()
	now := make([]*line, 0, len(s.all))
	for l := range s.all {
		now = append(now, l)
	}
	s.mu.Unlock()
	for _, l := range now {
		f(l)
	}
}

func (s *lines) len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.all)
}

// host gives an address without its port.
func host(a net.Addr) string {
	if h, _, err := net.SplitHostPort(a.String()); err == nil {
		return h
	}
	return a.String()
}
