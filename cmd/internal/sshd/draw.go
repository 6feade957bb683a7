package sshd

import (
	"strings"

	"rakor/ui"
	"rakor/ui/meeting"
	"rakor/ui/theme"
)

// draw sends the newest frame, unless one is in flight. first is what goes
// before a person's first frame.
func (p *person) draw(first string) {
	now := p.s.cfg.Now()
	if p.flight.up {
		if now.Before(p.flight.until) {
			return
		}
		p.landed(false)
	}
	if p.term.lines {
		p.drawLines()
		return
	}
	b, seq := p.frame()
	if b == nil && first == "" {
		p.saw(seq)
		return
	}
	out := make([]byte, 0, len(first)+len(b)+len(askColour)+len(askStatus))
	out = append(out, first...)
	out = append(out, b...)
	if first != "" && p.term.coloured {
		out = append(out, askColour...)
	}
	f := &p.flight
	f.up, f.seq, f.until = true, seq, now.Add(silentFlight)
	if f.answers {
		f.until = now.Add(answeredFlight)
	}
	if f.answers || f.unanswered < maxUnanswered {
		f.unanswered++
		out = append(out, askStatus...)
	}
	p.write(out)
}

// landed takes note that a frame has arrived, or that it must have.
func (p *person) landed(answer bool) {
	f := &p.flight
	if answer {
		f.answers, f.unanswered = true, 0
	}
	if f.up {
		f.up = false
		p.saw(f.seq)
	}
}

// saw tells the room how far the person is.
func (p *person) saw(seq uint64) {
	if seq > p.seen {
		p.seen = seq
		p.s.cfg.Room.Update(p.id, func(q *meeting.Person) { q.Seen = seq })
	}
}

// frame gives the bytes from what stands on the terminal to the newest frame,
// nil for none, and the post that it shows.
func (p *person) frame() ([]byte, uint64) {
	if p.group != nil {
		return p.groupFrame()
	}
	seq := p.lastPost.Seq
	if !p.dirty {
		return nil, seq
	}
	p.dirty = false
	frame := p.own()
	b := p.mouseSeq()
	w, h := p.look.Width, p.look.Height
	if p.shown.w == w && p.shown.h == h {
		b = append(b, p.s.painter.Diff(w, h, p.shown.frame, frame)...)
	} else {
		b = append(b, clearSeq...)
		b = append(b, p.s.painter.Full(w, h, frame)...)
	}
	p.shown = shown{w: w, h: h, frame: frame}
	if len(b) == 0 {
		return nil, seq
	}
	return b, seq
}

func (p *person) groupFrame() ([]byte, uint64) {
	d, _ := p.group.Latest()
	if d == nil {
		return nil, p.seen
	}
	b := p.mouseSeq()
	w, h := p.look.Width, p.look.Height
	switch {
	case p.shown.group == p.group:
		if b == nil { // what nearly always is: the same bytes as everybody
			b = d.Since(p.shown.no)
		} else {
			b = append(b, d.Since(p.shown.no)...)
		}
	case p.shown.w == w && p.shown.h == h:
		b = append(b, p.s.painter.Diff(w, h, p.shown.frame, d.Frame())...)
	default:
		b = append(b, clearSeq...)
		b = append(b, d.Since(0)...)
	}
	p.shown = shown{w: w, h: h, group: p.group, no: d.No, frame: d.Frame()}
	if len(b) == 0 {
		return nil, d.Seq
	}
	return b, d.Seq
}

// mouseSeq turns the reports of the mouse on for who has something to click,
// and off again, so that a follower can mark text.
func (p *person) mouseSeq() []byte {
	want := p.session != nil && p.session.Mouse()
	if want == p.mouse {
		return nil
	}
	p.mouse = want
	if want {
		return []byte(mouseOnSeq)
	}
	return []byte(mouseOffSeq)
}

// own draws what this person alone sees.
func (p *person) own() string {
	env := p.s.envs.For(p.look)
	if p.people {
		frame, top := meeting.PeopleFrame(env, p.words, p.s.cfg.Room.People(), p.lastPost.Seq, p.s.PIN(), p.s.cfg.Now(), p.top)
		p.top = top
		return frame
	}
	bar := p.bar()
	if p.session == nil {
		f := follower{env: env, words: p.words}
		return f.with(p.lastPost, bar)
	}
	return meeting.Compose(env, p.session.Frame().Text, bar)
}

// bar is the bottom line of who is not in a group.
func (p *person) bar() meeting.Bar {
	w := p.words
	if p.key == "" {
		return meeting.Bar{Mark: w.Looking(p.tabName(p.lastPost.State.Tab)), Style: theme.Accent, Keys: w.LookKeys}
	}
	stage, _ := p.s.cfg.Room.Stage()
	f := stage.Floor
	switch {
	case p.asking:
		return meeting.Bar{Mark: w.AskQuit(p.successor().Name), Style: theme.Warn}
	case f.To == p.id && f.To != 0:
		return meeting.Bar{Mark: "! " + w.Offered, Style: theme.Warn}
	case f.MayClaim(p.id, p.s.cfg.Now()):
		return meeting.Bar{Mark: "! " + w.MayClaim, Style: theme.Warn}
	case !p.driving && p.session != nil:
		return meeting.Bar{Mark: w.Looking(p.tabName(p.lastPost.State.Tab)), Style: theme.Accent, Keys: w.LookKeys}
	case !p.driving:
		b := meeting.FollowerBar(w, p.lastPost)
		if b.Mark == w.Following {
			b.Mark = w.Operating
		}
		b.Keys = w.OpKeys
		return b
	}
	return p.drivingBar(stage)
}

func (p *person) drivingBar(stage *meeting.Stage) meeting.Bar {
	w := p.words
	b := meeting.Bar{Mark: w.Driving, Style: theme.Accent, Keys: w.DriveKeys}
	if to, ok := stage.Floor.Seat(stage.Floor.To); ok {
		b.Mark = w.Waiting(to.Name)
	}
	switch {
	case stage.Alarm > 0:
		b.Mark, b.Style, b.Keys = "! "+w.Alarm(stage.Alarm), theme.Warn, ""
	case p.lastPost.Mode == meeting.Frozen:
		b.Mark, b.Style = "= "+w.Frozen, theme.Warn
	case p.lastPost.Mode == meeting.Blank:
		b.Mark, b.Style = "= "+w.Blank, theme.Warn
	case p.lastPost.Pointer:
		b.Mark = "> " + b.Mark + " · " + w.Pointer
	}
	return b
}

// drawLines prints what is to be seen as lines, for a terminal that can do no
// more, when it has changed.
func (p *person) drawLines() {
	if !p.dirty && p.group == nil {
		return
	}
	p.dirty = false
	env := p.s.envs.For(p.look)
	s := p.session
	if s == nil {
		s = ui.New(p.lastPost.Snap, p.lastPost.State, env)
	}
	text := strings.Join(s.Lines(), "\r\n")
	if p.lastPost.Mode == meeting.Blank && p.session == nil {
		text = p.words.Blank
	}
	p.saw(p.lastPost.Seq)
	if text == p.shown.frame {
		return
	}
	p.shown.frame = text
	p.flight.up, p.flight.seq, p.flight.until = true, p.lastPost.Seq, p.s.cfg.Now().Add(answeredFlight/3)
	p.write([]byte("\r\n" + text + "\r\n"))
}
