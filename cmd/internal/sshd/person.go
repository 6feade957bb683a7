package sshd

import (
	"encoding/json"
	"fmt"
	"net"
	"runtime/debug"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"rakor/ui"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/meeting"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// person is one connection that is in the room. All of it belongs to the
// goroutine that runs it.
type person struct {
	s    *Server
	gate *gate
	line *line
	ctx  ssh.Context
	addr string
	name string
	key  string // who may drive; "" for the audience
	who  string // who it is when they come back
	id   meeting.ID

	term  terminal
	look  meeting.Key // how the person sees
	prefs meeting.Prefs
	words *lang.Room

	desk    *meeting.Desk  // of who may drive
	group   *meeting.Group // of the audience, while following
	session *ui.Session    // of the audience, while looking around

	mouse    bool   // the terminal reports the mouse
	dirty    bool   // what this person alone sees has changed
	moved    bool   // the person has done something
	leaving  bool   // the person leaves
	farewell string // the last line

	shown    shown
	flight   flight
	decoder  decoder
	lastPost *meeting.Post
	voting   bool            // holds a ballot
	lost     <-chan struct{} // closed when a line of theirs was found lost
	resized  time.Time       // when the size last changed
}

// shown is what stands on the terminal.
type shown struct {
	w, h  int // 0 for nobody knows what
	group *meeting.Group
	no    uint64
	frame string
}

// handle is the handler of a shell.
func (s *Server) handle(sess ssh.Session) {
	ctx := sess.Context()
	g, _ := ctx.Value(gateKey{}).(*gate)
	l, _ := ctx.Value(lineKey{}).(*line)
	if g == nil || l == nil || g.conn.Permissions == nil {
		return
	}
	l.mu.Lock()
	l.conn = g.conn
	l.mu.Unlock()
	if !s.crowd.enter() {
		return
	}
	defer s.crowd.leave()
	ext := g.conn.Permissions.Extensions
	p := &person{
		s: s, gate: g, line: l, ctx: ctx, addr: g.conn.RemoteAddr().String(),
		name: meeting.Name(ext[extName]), key: ext[extKey], who: ext[extWho],
	}
	code := s.stay(p)
	end := struct{ Status uint32 }{code}
	_, _ = g.ch.SendRequest("exit-status", false, gossh.Marshal(&end))
	_ = g.ch.Close()
	// One session a connection. The client hangs up first: what it has sent
	// and nobody has read would otherwise take the last line with it.
	t := time.NewTimer(hangUpTime)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-t.C:
	}
	_ = g.conn.Close()
}

// hangUpTime is how long a client has to close the connection after its session
// has ended.
const hangUpTime = 500 * time.Millisecond

// stay lets a person stay until they leave, and gives the exit status.
func (s *Server) stay(p *person) (code uint32) {
	pty, term, env := p.gate.terminfo()
	p.term = terminalOf(term, env)
	p.words = s.say(s.cfg.Lang)
	if !pty {
		p.say(p.words.NoTerminal(p.command()))
		return 1
	}
	if p.key == "" && s.viewers.Add(1) > int64(s.cfg.Max) {
		s.viewers.Add(-1)
		s.log.Warn("refused", "addr", p.addr, "what", "full")
		p.say(p.words.Full)
		return 1
	}
	if p.key == "" {
		defer s.viewers.Add(-1)
	}
	before, leave := s.twins.enter(p.who, p.line)
	defer leave()
	p.lost = s.lost(p.ctx, before)
	w, h := p.gate.size()
	id, err := s.cfg.Room.Enter(meeting.Person{Name: p.name, Addr: host(p.line.RemoteAddr()), Width: w, Height: h, Small: small(w, h)}, p.key)
	if err != nil {
		p.say(p.words.Ended)
		return 0
	}
	p.id = id
	s.log.Info("came", "id", id, "addr", p.addr, "name", s.loggable(p.name), "as", p.as(), "width", w, "height", h, "term", term)
	came := s.cfg.Now()
	defer func() {
		r := recover()
		if r != nil {
			s.log.Error("panic", "id", id, "what", fmt.Sprint(r), "stack", string(debug.Stack()))
			code, p.farewell = 1, p.words.Broken
		}
		s.cfg.Room.Exit(id, p.who, p.place())
		if p.group != nil {
			s.groups.Leave(p.group)
		}
		p.goodbye()
		s.log.Info("left", "id", id, "addr", p.addr, "name", s.loggable(p.name), "seconds", int(s.cfg.Now().Sub(came).Seconds()))
	}()
	p.look = meeting.Key{Width: w, Height: h, Profile: p.term.profile, ASCII: p.term.ascii || s.cfg.ASCII, Lang: s.cfg.Lang}
	p.comeBack()
	p.run()
	return 0
}

func (p *person) as() string {
	if p.key != "" {
		return "operator"
	}
	return "audience"
}

func small(w, h int) bool { return w < ui.MinWidth || h < ui.MinHeight }

// command is how one joins properly.
func (p *person) command() string {
	h, port, err := net.SplitHostPort(p.gate.conn.LocalAddr().String())
	if err != nil {
		return "ssh -t HOST"
	}
	return "ssh -t -p " + port + " " + h
}

// say writes one line to somebody who has no screen.
func (p *person) say(text string) { p.write([]byte(text + "\r\n")) }

// goodbye gives the terminal back.
func (p *person) goodbye() {
	text := p.farewell
	if post, _ := p.s.cfg.Room.Latest(); post.Closed && text == "" {
		text = p.words.Ended
	}
	b := leaveSeq
	if p.term.lines {
		b = "\r\n"
	}
	if text != "" {
		b += text + "\r\n"
	}
	p.write([]byte(b))
}

// write writes to the terminal. What is not taken within writeTime ends the
// connection: the client's window, unlike its socket, has no deadline.
func (p *person) write(b []byte) {
	p.line.begin(p.s.cfg.Now())
	_, _ = p.gate.ch.Write(b) // the end of the connection ends the person
	p.line.done()
	p.s.written.Add(int64(len(b)))
}

// comeBack takes up the place that the person left, if they did.
func (p *person) comeBack() {
	at, ok := p.s.cfg.Room.Return(p.who)
	if ok && at.Prefs.Set {
		p.prefs = at.Prefs
		p.look.Lang, p.look.Large = langOf(at), at.Prefs.Big
	}
	p.words = p.s.say(p.look.Lang)
	post, _ := p.s.cfg.Room.Latest()
	p.lastPost = post
	if p.key != "" {
		sess := ui.New(post.Snap, post.State, p.s.envs.For(p.look), ui.WithSnapshots(p.s.cfg.Snapshots), ui.WithRole(state.Viewer))
		if p.s.cfg.Entry != nil {
			sess.Entering(p.s.cfg.Entry(p.signature()))
		}
		p.desk = meeting.NewDesk(p.s.cfg.Room, p.s, p.id, p.key, sess, p.s.cfg.Now, false)
	}
	if !ok || !p.goTo(at) {
		p.follow()
	}
}

// goTo looks around where somebody did; false where they followed.
func (p *person) goTo(at meeting.Place) bool {
	st := p.lastPost.State
	if !at.Looking || json.Unmarshal(at.State, &st) != nil {
		return false
	}
	p.lookAround(st)
	return true
}

func langOf(at meeting.Place) lang.Lang { return lang.Lang(at.Prefs.Lang) }

// place is where the person is now.
func (p *person) place() meeting.Place {
	at := meeting.Place{Prefs: p.prefs}
	s := p.session
	if p.desk != nil && p.desk.Looking() {
		s = p.desk.Session()
	}
	if s != nil {
		if b, err := json.Marshal(s.State()); err == nil {
			at.Looking, at.State = true, b
		}
	}
	return at
}

// follow shows what the presenter shows.
func (p *person) follow() {
	was := p.session != nil
	p.session, p.dirty = nil, true
	if p.desk == nil {
		p.regroup()
	}
	if was {
		p.s.cfg.Room.Update(p.id, func(q *meeting.Person) { q.Looking = false })
	}
}

// regroup joins the group of those who see the same.
func (p *person) regroup() {
	if p.group != nil {
		if p.group.Key() == p.look {
			return
		}
		p.s.groups.Leave(p.group)
	}
	p.group = p.s.groups.Join(p.look)
}

// lookAround lets the person look around alone, from a state on.
func (p *person) lookAround(st state.State) {
	p.dirty = true
	st.Pointer = false // it points at what the presenter sees
	if p.desk != nil {
		p.desk.Look(st)
		return
	}
	if p.group != nil {
		p.s.groups.Leave(p.group)
		p.group = nil
	}
	p.session = ui.New(viewersOnly(p.lastPost.Snap), st, p.s.envs.For(p.look), ui.WithRole(state.Viewer), ui.WithoutLog())
	p.session.Stand(ui.Standing{Looks: true})
	p.s.cfg.Room.Update(p.id, func(q *meeting.Person) { q.Looking = true })
}

// alone gives the session that only this person sees, nil while they follow as
// audience.
func (p *person) alone() *ui.Session {
	if p.desk != nil {
		return p.desk.Session()
	}
	return p.session
}

// restyle takes a change of size, colours or language.
func (p *person) restyle() {
	p.words = p.s.say(p.look.Lang)
	if s := p.alone(); s != nil {
		s.Resize(p.look.Width, p.look.Height)
		s.SetEnv(p.s.envs.For(p.look))
	} else {
		p.regroup()
	}
	p.dirty = true
}

// resize takes the newest size of the window.
func (p *person) resize() {
	p.resized = p.s.cfg.Now()
	w, h := p.gate.size()
	if w == p.look.Width && h == p.look.Height {
		return
	}
	p.look.Width, p.look.Height = w, h
	p.shown = shown{} // the terminal has moved things as it thought best
	p.restyle()
	p.s.cfg.Room.Update(p.id, func(q *meeting.Person) { q.Width, q.Height, q.Small = w, h, small(w, h) })
}

// prefer takes what the person chose for themselves, and remembers it.
func (p *person) prefer(l lang.Lang, large bool) {
	p.look.Lang, p.look.Large = l, large
	p.prefs = meeting.Prefs{Set: true, Lang: uint8(l), Big: large}
	p.restyle()
}

// setDark takes the terminal's answer to what its background is.
func (p *person) setDark(dark bool) {
	name := theme.Light
	if dark {
		name = theme.Dark
	}
	if p.look.Theme != name {
		p.look.Theme = name
		p.restyle()
	}
}

// scope is where the keys of the tab that is seen hold.
func scope(st state.State) keys.Scope {
	if st.Meeting.Shown {
		return keys.MinutesList
	}
	return keys.Regional + keys.Scope(st.Tab)
}
