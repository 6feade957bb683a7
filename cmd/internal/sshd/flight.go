package sshd

import (
	"sync"
	"time"

	"rakor/ui/meeting"
)

// How long a frame stays in flight.
const (
	silentFlight   = 100 * time.Millisecond // where the terminal does not answer
	answeredFlight = 3 * time.Second        // where it has, should an answer be lost
	maxUnanswered  = 3                      // questions to a terminal that never answered
)

// flight is the frame on its way. The answer is taken by whoever reads, so that
// a person who is up to date is not woken for it.
type flight struct {
	mu         sync.Mutex
	up         bool
	until      time.Time
	seq        uint64 // of the post that it shows
	seen       uint64 // of the newest post that has arrived
	answers    bool   // the terminal has answered before
	unanswered int
	waiting    bool // something newer waits for this to land
}

// clear tells whether nothing is on its way; where something is, the answer to
// it will wake the person.
func (f *flight) clear(now time.Time) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.up && now.Before(f.until) {
		f.waiting = true
		return false
	}
	return true
}

// start sends a frame on its way; ask tells whether its terminal is to be asked
// for an answer.
func (f *flight) start(seq uint64, now time.Time) (ask bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.up, f.seq, f.until, f.waiting = true, seq, now.Add(silentFlight), false
	if f.answers {
		f.until = now.Add(answeredFlight)
	}
	if ask = f.answers || f.unanswered < maxUnanswered; ask {
		f.unanswered++
	}
	return ask
}

// hold sends lines on their way, which nobody is asked about: they are not to
// come faster than they can be read.
func (f *flight) hold(seq uint64, now time.Time) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.up, f.seq, f.until, f.waiting = true, seq, now.Add(answeredFlight/3), false
}

// lands gives when the frame has landed at the latest; false where none is on
// its way.
func (f *flight) lands() (time.Time, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.until, f.up
}

// landed takes note that a frame has arrived, or that it must have; wake tells
// that something newer has waited for it.
func (p *person) landed(answer bool) (wake bool) {
	f := &p.flight
	f.mu.Lock()
	if answer {
		f.answers, f.unanswered = true, 0
	}
	wake, f.waiting = f.waiting, false
	up, seq := f.up, f.seq
	f.up = false
	f.mu.Unlock()
	if up {
		p.saw(seq)
	}
	return wake
}

// saw tells the room how far the person is.
func (p *person) saw(seq uint64) {
	f := &p.flight
	f.mu.Lock()
	newer := seq > f.seen
	if newer {
		f.seen = seq
	}
	f.mu.Unlock()
	if newer {
		p.s.cfg.Room.Update(p.id, func(q *meeting.Person) { q.Seen = max(q.Seen, seq) })
	}
}
