package sshd

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"rakor/ui/meeting"
)

// What a client may say of its terminal.
const (
	maxEnv      = 32  // variables
	maxEnvBytes = 512 // of one, name and value
	maxTerm     = 64  // bytes of TERM
)

// gate stands between one connection and the SSH library. The library sees a
// terminal request, the allowed environment and one shell; window changes,
// which it would wait for somebody to take, stay here.
type gate struct {
	conn *gossh.ServerConn
	ch   gossh.Channel

	mu    sync.Mutex
	pty   bool
	term  string
	w, h  int
	env   map[string]string
	shell bool

	resized chan struct{} // holds one: the size has changed
	started func()        // the shell was asked for
}

// gateKey finds a connection's gate in its context.
type gateKey struct{}

// admit is the handler of session channels.
func (s *Server) admit(srv *ssh.Server, conn *gossh.ServerConn, newChan gossh.NewChannel, ctx ssh.Context) {
	l, ok := ctx.Value(lineKey{}).(*line)
	if !ok || l.sessions.Add(1) > 1 {
		s.log.Info("refused", "addr", conn.RemoteAddr().String(), "what", "second session")
		_ = newChan.Reject(gossh.Prohibited, "one session a connection")
		return
	}
	g := &gate{conn: conn, w: meeting.DefaultWidth, h: meeting.DefaultHeight, resized: make(chan struct{}, 1), started: l.shell}
	ctx.SetValue(gateKey{}, g)
	ssh.DefaultSessionHandler(srv, conn, &gatedChannel{NewChannel: newChan, gate: g, refused: func(what string) {
		s.log.Info("refused", "addr", conn.RemoteAddr().String(), "what", what)
	}}, ctx)
}

// gatedChannel hands the library a filtered stream of requests.
type gatedChannel struct {
	gossh.NewChannel
	gate    *gate
	refused func(what string)
}

// Accept accepts the channel and starts filtering.
func (c *gatedChannel) Accept() (gossh.Channel, <-chan *gossh.Request, error) {
	ch, reqs, err := c.NewChannel.Accept()
	if err != nil {
		return nil, nil, err
	}
	c.gate.ch = ch
	pass := make(chan *gossh.Request)
	go func() {
		defer close(pass)
		defer func() {
			if r := recover(); r != nil { // one connection's, and the end of that one
				c.refused(fmt.Sprint("panic: ", r))
				_ = c.gate.conn.Close()
			}
		}()
		var told atomic.Bool // one refusal a connection is logged
		for r := range reqs {
			if c.gate.filter(r) {
				pass <- r
				continue
			}
			if r.Type != "window-change" && r.Type != "env" && !told.Swap(true) {
				c.refused(r.Type)
			}
		}
	}()
	return ch, pass, nil
}

// filter answers a request itself, or tells that it may pass.
func (g *gate) filter(r *gossh.Request) (pass bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch r.Type {
	case "pty-req":
		if !g.pty && !g.shell && g.terminal(r.Payload) {
			r.Payload = g.tamePTY()
			return true
		}
	case "env":
		if !g.shell && g.variable(r.Payload) {
			return true
		}
	case "shell":
		if !g.shell {
			g.shell = true
			g.started()
			r.Payload = nil
			return true
		}
	case "window-change":
		var win struct{ W, H, PixelW, PixelH uint32 }
		ok := gossh.Unmarshal(r.Payload, &win) == nil && g.pty
		if ok {
			g.w, g.h = meeting.Size(win.W, win.H)
			select {
			case g.resized <- struct{}{}:
			default:
			}
		}
		_ = r.Reply(ok, nil)
		return false
	}
	_ = r.Reply(false, nil)
	return false
}

// terminal takes what a terminal request says.
func (g *gate) terminal(payload []byte) bool {
	var req struct {
		Term               string
		W, H, PixelW, PixH uint32
		Modes              string
	}
	if gossh.Unmarshal(payload, &req) != nil {
		return false
	}
	if len(req.Term) > maxTerm || strings.ContainsFunc(req.Term, func(r rune) bool { return r <= ' ' || r > '~' }) {
		req.Term = ""
	}
	g.pty, g.term = true, req.Term
	g.w, g.h = meeting.Size(req.W, req.H)
	return true
}

// tamePTY gives the terminal request that the library sees.
func (g *gate) tamePTY() []byte {
	return gossh.Marshal(struct {
		Term               string
		W, H, PixelW, PixH uint32
		Modes              string
	}{g.term, uint32(g.w), uint32(g.h), 0, 0, "\x00"})
}

// variable takes a variable of the environment where it is one of those that
// tell of language and colour.
func (g *gate) variable(payload []byte) bool {
	var kv struct{ Key, Value string }
	if gossh.Unmarshal(payload, &kv) != nil {
		return false
	}
	if kv.Key != "LANG" && kv.Key != "COLORTERM" && !strings.HasPrefix(kv.Key, "LC_") {
		return false
	}
	if len(kv.Key)+len(kv.Value) > maxEnvBytes || len(g.env) >= maxEnv {
		return false
	}
	if g.env == nil {
		g.env = map[string]string{}
	}
	if _, again := g.env[kv.Key]; again {
		return false
	}
	g.env[kv.Key] = kv.Value
	return true
}

// size gives the newest size of the window.
func (g *gate) size() (w, h int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.w, g.h
}

// terminfo gives what is known of the terminal.
func (g *gate) terminfo() (pty bool, term string, env map[string]string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.pty, g.term, g.env
}
