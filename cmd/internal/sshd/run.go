package sshd

import (
	"errors"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"rakor/ui/meeting"
)

// run is a person's stay: one goroutine that takes input, looks at the room and
// draws, and one that reads.
func (p *person) run() {
	input := make(chan []byte)
	over := make(chan struct{})
	defer close(over)
	go p.pump(input, over)

	first := enterSeq
	if p.term.lines {
		first = ""
	}
	p.await() // the group's first frame, so that all goes in one write
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	var escape time.Time // when a sequence that does not end is taken as it is
	for {
		post, posted := p.s.cfg.Room.Latest()
		p.post(post)
		if post.Closed || p.leaving {
			return
		}
		staged := p.stage()
		drawn := p.drawnChannel()
		if drawn != nil {
			posted = nil // every post is told by a frame, and once is enough
		}
		p.draw(first)
		first = ""
		timer.Reset(p.next(escape))
		select {
		case chunk, ok := <-input:
			if !ok {
				return
			}
			wait := p.take(chunk)
			escape = time.Time{}
			if wait {
				escape = p.s.cfg.Now().Add(p.patience())
			}
		case <-posted:
		case <-staged:
		case <-drawn:
		case <-p.resizable():
			p.resize()
		case <-p.lost:
			p.lost = nil
			p.later()
		case <-timer.C:
			if now := p.s.cfg.Now(); !escape.IsZero() && !now.Before(escape) {
				escape = time.Time{}
				p.events(p.decoder.flush())
			}
			if p.desk != nil {
				p.desk.Sync()
				p.dirty = p.dirty || p.desk.Stale()
			}
		case <-p.ctx.Done():
			return
		}
	}
}

// pump reads for the whole life of the connection. A nil chunk tells that
// something was thrown away.
func (p *person) pump(input chan<- []byte, over <-chan struct{}) {
	defer close(input)
	var b budget
	buf := make([]byte, 1024)
	for {
		n, err := p.gate.ch.Read(buf)
		if n > 0 {
			ok, after := b.take(n, p.s.cfg.Now())
			if ok && !after && string(buf[:n]) == status && !p.landed(true) {
				continue // nearly always: there is nothing newer
			}
			if ok && !sendAll(input, buf[:n], after, over) {
				return
			}
		}
		if err != nil {
			// A client that has no more to say may still want to look on;
			// the end of the connection is told by its context.
			if errors.Is(err, io.EOF) {
				select {
				case <-over:
				case <-p.ctx.Done():
				}
			}
			return
		}
	}
}

// sendAll hands on a copy of a chunk, after a nil where something before it was
// thrown away; false where nobody takes it any more.
func sendAll(to chan<- []byte, chunk []byte, gap bool, over <-chan struct{}) bool {
	if gap && !send(to, nil, over) {
		return false
	}
	return send(to, append([]byte(nil), chunk...), over)
}

func send(to chan<- []byte, b []byte, over <-chan struct{}) bool {
	select {
	case to <- b:
		return true
	case <-over:
		return false
	}
}

// take takes a chunk of input; wait tells that it ends within a sequence.
func (p *person) take(chunk []byte) (wait bool) {
	if chunk == nil {
		p.decoder.reset()
		return false
	}
	events, wait := p.decoder.feed(chunk)
	p.events(events)
	return wait
}

func (p *person) events(events []any) {
	for _, e := range events {
		switch e := e.(type) {
		case answered:
			p.landed(true)
		case dark:
			p.setDark(bool(e))
		default:
			p.moved = true
			p.does(e)
		}
		if p.leaving {
			return
		}
	}
}

// does sees to what the person does.
func (p *person) does(e any) {
	switch e := e.(type) {
	case tea.KeyPressMsg:
		p.press(e)
	case tea.PasteMsg:
		p.paste(e.Content)
	case tea.MouseClickMsg:
		p.click(e.X, e.Y)
	case tea.MouseWheelMsg:
		p.wheel(e)
	}
}

func (p *person) wheel(e tea.MouseWheelMsg) {
	by := 1
	if e.Button == tea.MouseWheelUp {
		by = -1
	}
	switch {
	case p.desk != nil:
		p.effects(p.desk.Wheel(by))
	case p.session != nil:
		p.effects(p.session.Wheel(by))
	}
}

func (p *person) paste(text string) {
	switch {
	case p.desk != nil:
		p.effects(p.desk.Paste(text))
	case p.session != nil:
		p.effects(p.session.Paste(text))
	}
}

func (p *person) click(x, y int) {
	switch {
	case p.desk != nil:
		p.effects(p.desk.Click(x, y))
	case p.session != nil:
		p.effects(p.session.Click(x, y))
	}
}

// patience is how long the rest of a sequence may take. While the terminal owes
// an answer, which begins as the key Esc does, a slow line must not turn the
// answer into keys.
func (p *person) patience() time.Duration {
	if p.flight.up && p.flight.answers {
		return answerTime
	}
	return escTime
}

// post takes note of the newest post.
func (p *person) post(post *meeting.Post) {
	if post == p.lastPost {
		return
	}
	if p.session != nil && post.Snap != p.lastPost.Snap { // somebody who looks around sees edits too
		p.session.Show(viewersOnly(post.Snap), p.session.State())
	}
	p.lastPost = post
	p.dirty = true
	if p.voting && post.Question == "" { // closed in the meantime
		p.layDown()
	}
}

// stage gives the channel of the operators' table, for those who sit there,
// after bringing them to where the room is: what changed between two waits is
// not missed.
func (p *person) stage() <-chan struct{} {
	if p.desk == nil {
		return nil
	}
	_, changed := p.s.cfg.Room.Stage()
	p.desk.Sync()
	p.dirty = p.dirty || p.desk.Stale()
	return changed
}

// resizeEvery is the least time between two changes of a window's size that are
// followed, for one that is being dragged.
const resizeEvery = 100 * time.Millisecond

// resizable gives the channel that tells of a new size, unless the last one is
// too young.
func (p *person) resizable() <-chan struct{} {
	if p.s.cfg.Now().Before(p.resized.Add(resizeEvery)) {
		return nil
	}
	return p.gate.resized
}

// drawnChannel gives the channel of the group's next frame.
func (p *person) drawnChannel() <-chan struct{} {
	if p.group == nil {
		return nil
	}
	_, changed := p.group.Latest()
	return changed
}

// await waits for the first frame of the person's group.
func (p *person) await() {
	if p.group == nil {
		return
	}
	t := time.NewTimer(time.Second)
	defer t.Stop()
	for {
		d, changed := p.group.Latest()
		if d != nil {
			return
		}
		select {
		case <-changed:
		case <-t.C:
			return
		case <-p.ctx.Done():
			return
		}
	}
}

// next gives how long nothing has to be done by itself.
func (p *person) next(escape time.Time) time.Duration {
	d := time.Hour
	now := p.s.cfg.Now()
	if at, up := p.flight.lands(); up {
		d = min(d, at.Sub(now))
	}
	if !escape.IsZero() {
		d = min(d, escape.Sub(now))
	}
	if young := p.resized.Add(resizeEvery).Sub(now); young > 0 {
		d = min(d, young)
	}
	if p.desk != nil { // who is there changes by itself
		d = min(d, time.Second)
	}
	return max(d, time.Millisecond)
}
