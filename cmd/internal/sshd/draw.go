package sshd

import (
	"strings"

	"rakor/ui"
	"rakor/ui/meeting"
	"rakor/ui/state"
)

// draw sends the newest frame, unless one is in flight. first is what goes
// before a person's first frame.
func (p *person) draw(first string) {
	now := p.s.cfg.Now()
	if !p.flight.clear(now) {
		return
	}
	p.landed(false)
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
	if p.flight.start(seq, now) {
		out = append(out, askStatus...)
	}
	p.write(out)
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
	if p.desk == nil { // the room goes first
		p.s.easels <- struct{}{}
		defer func() { <-p.s.easels }()
	}
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
		return nil, 0
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
	s := p.alone()
	want := s != nil && s.Mouse()
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
	if p.desk != nil {
		return p.desk.Frame()
	}
	if p.voting {
		return p.ballot()
	}
	env := p.session.Env()
	return meeting.Compose(env, p.session.Frame().Text, meeting.LookBar(env.Words, p.lastPost))
}

// drawLines prints what is to be seen as lines, for a terminal that can do no
// more, when it has changed.
func (p *person) drawLines() {
	if !p.dirty && p.group == nil {
		return
	}
	p.dirty = false
	text := strings.Join(p.lines(), "\r\n")
	p.saw(p.lastPost.Seq)
	if text == p.shown.frame {
		return
	}
	p.shown.frame = text
	p.flight.hold(p.lastPost.Seq, p.s.cfg.Now())
	p.write([]byte("\r\n" + text + "\r\n"))
}

// lines gives what is to be seen as lines.
func (p *person) lines() []string {
	switch {
	case p.desk != nil:
		return p.desk.Lines()
	case p.session != nil:
		return p.session.Lines()
	case p.lastPost.Mode == meeting.Blank:
		return []string{p.words.Blank}
	}
	return ui.New(p.lastPost.Snap, p.lastPost.State, p.s.envs.For(p.look), ui.WithRole(state.Viewer), ui.WithoutLog()).Lines()
}

// ballot draws what the person sees with the ballot in its last line.
func (p *person) ballot() string {
	env := p.s.envs.For(p.look)
	c, ok := p.s.cfg.Room.Voted(p.id)
	bar := meeting.BallotBar(env.Words, p.lastPost, c, ok)
	if p.session != nil {
		return meeting.Compose(env, p.session.Frame().Text, bar)
	}
	f := follower{env: env}
	return meeting.Compose(env, f.Draw(p.lastPost), bar)
}
