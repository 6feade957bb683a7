package sshd

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"charm.land/ssh"
	"charm.land/wish/v2"
	gossh "golang.org/x/crypto/ssh"

	"rakor/ui"
	"rakor/ui/lang"
	"rakor/ui/meeting"
	"rakor/ui/state"
)

// Config is what a server is made of.
type Config struct {
	Room    *meeting.Room
	HostKey []byte // PEM, see [HostKey]

	Audience   Audience
	Presenters []Key // who may drive; empty: nobody over SSH
	Viewers    []Key // the audience of Keys

	Max        int           // people in the audience; 0 is 1000
	PerAddress int           // connections from one address; 0 is nine tenths of Max
	Keepalive  time.Duration // between two questions whether anybody is there; 0 is 30 s
	Lost       time.Duration // for the line of somebody who has come again to answer; 0 is 5 s

	Lang  lang.Lang // in which viewers start: the presenter's
	ASCII bool      // plain ASCII for all, as the presenter has it
	Log   *slog.Logger
	Now   func() time.Time // nil is time.Now
	// Perform carries out an effect of who drives over SSH; nil drops
	// effects. It is called by the goroutines of connections.
	Perform func(state.Effect) (state.Intent, error)
	// Entry gives what a session needs to let entries of the list be typed by
	// somebody who drives, and what they typed on an earlier connection and did
	// not save; nil for nothing.
	Entry func(by string) (ui.Entering, string)
	// NewPIN is told every PIN after the first one; nil for nobody.
	NewPIN func(pin string) error
	// Snapshots gives the newest data, for who changes them over SSH; nil
	// where they never change. It is called by the goroutines of connections.
	Snapshots func() *state.Snapshot
}

// spareLines are connections beyond Max, so that a full room keeps nobody who
// may drive out.
const spareLines = 64

// endTime is how long the end of a meeting may take.
const endTime = 2500 * time.Millisecond

// ErrConfig is returned for a Config that makes no server.
var ErrConfig = errors.New("sshd: incomplete configuration")

// Server is the door of one meeting.
type Server struct {
	cfg     Config
	log     *slog.Logger
	ssh     *ssh.Server
	signer  gossh.Signer
	pin     pinGuard
	lines   lines
	twins   twins
	envs    meeting.Envs
	painter meeting.Painter
	groups  *meeting.Groups
	// easels is how many of those who look around alone may be drawn for at
	// once: four hundred of them leave a processor for the room.
	easels  chan struct{}
	viewers atomic.Int64
	crowd   crowd
	served  atomic.Bool
	written atomic.Int64 // bytes sent to terminals
	address atomic.Pointer[address]
}

// New makes a server. It listens to nothing yet.
func New(cfg Config) (*Server, error) {
	if cfg.Room == nil || len(cfg.HostKey) == 0 || cfg.Log == nil {
		return nil, ErrConfig
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.Max <= 0 {
		cfg.Max = 1000
	}
	if cfg.PerAddress <= 0 {
		cfg.PerAddress = cfg.Max * 9 / 10
	}
	if cfg.Keepalive <= 0 {
		cfg.Keepalive = 30 * time.Second
	}
	if cfg.Lost <= 0 {
		cfg.Lost = lostTime
	}
	signer, err := gossh.ParsePrivateKey(cfg.HostKey)
	if err != nil {
		return nil, fmt.Errorf("sshd: %w: %w", ErrHostKey, err)
	}
	s := &Server{cfg: cfg, log: cfg.Log, signer: signer}
	s.easels = make(chan struct{}, max(1, runtime.GOMAXPROCS(0)/2))
	s.lines = lines{turns: make(chan struct{}, max(1, runtime.GOMAXPROCS(0)/2)), all: map[*line]struct{}{}, by: map[string]int{}, most: cfg.Max + spareLines, each: cfg.PerAddress}
	s.groups = meeting.NewGroups(cfg.Room, &s.painter, s.screen, func(k meeting.Key, what any) {
		s.log.Error("panic while drawing", "width", k.Width, "height", k.Height, "what", fmt.Sprint(what))
	})
	s.pin.now = cfg.Now
	if cfg.Audience == PIN {
		pin, err := newPIN()
		if err != nil {
			return nil, err
		}
		s.pin.set(pin)
	}
	s.ssh, err = wish.NewServer(
		wish.WithHostKeyPEM(cfg.HostKey),
		wish.WithVersion("rakor"),
		wish.WithMiddleware(func(ssh.Handler) ssh.Handler { return s.handle }),
	)
	if err != nil {
		return nil, fmt.Errorf("sshd: %w", err)
	}
	s.ssh.HandshakeTimeout = doorTime
	s.ssh.ConnCallback = s.connect
	s.ssh.ServerConfigCallback = s.configure
	// Nothing but sessions, and nothing beside them: the library's own tables
	// would be used where these are nil.
	s.ssh.ChannelHandlers = map[string]ssh.ChannelHandler{"session": s.admit}
	s.ssh.RequestHandlers = map[string]ssh.RequestHandler{}
	s.ssh.SubsystemHandlers = map[string]ssh.SubsystemHandler{}
	return s, nil
}

// Fingerprint gives the host key's fingerprint, "SHA256:…".
func (s *Server) Fingerprint() string { return gossh.FingerprintSHA256(s.signer.PublicKey()) }

// address is where the meeting is reached.
type address struct {
	hosts []string
	port  int
}

// At tells where the meeting is reached, for the screen that says how to join.
func (s *Server) At(hosts []string, port int) { s.address.Store(&address{hosts, port}) }

// Join tells how the meeting is joined now.
func (s *Server) Join() meeting.Join {
	j := meeting.Join{Fingerprint: s.Fingerprint(), PIN: s.PIN(), Keys: s.cfg.Audience == Keys}
	if len(s.cfg.Presenters) > 0 {
		j.Presenter = PresenterUser
	}
	if at := s.address.Load(); at != nil {
		j.Addresses, j.Port = at.hosts, at.port
		j.Local = true
		for _, h := range at.hosts {
			ip := net.ParseIP(h)
			j.Local = j.Local && (h == "localhost" || ip != nil && ip.IsLoopback())
		}
	}
	return j
}

// PIN gives the PIN of the meeting, "" where none is asked for.
func (s *Server) PIN() string { return s.pin.get() }

// NewPIN makes a new PIN and gives it. Who is in stays in.
func (s *Server) NewPIN() (string, error) {
	if s.cfg.Audience != PIN {
		return "", nil
	}
	pin, err := newPIN()
	if err != nil {
		return "", err
	}
	s.pin.set(pin)
	s.cfg.Room.Alarm(0)
	if s.cfg.NewPIN != nil {
		if err := s.cfg.NewPIN(pin); err != nil {
			s.log.Error("new pin", "err", err.Error())
		}
	}
	return pin, nil
}

// Serve lets people in until ctx is done. Then the meeting ends: everybody is
// told, terminals are restored, and Serve returns nil within three seconds.
// The listener is closed in any case. A server serves once.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	if s.served.Swap(true) {
		_ = l.Close()
		return fmt.Errorf("sshd: %w", ssh.ErrServerClosed)
	}
	over, stop := context.WithCancel(ctx)
	defer stop()
	go s.keepalives(over)
	go s.clock(over)
	failed := make(chan error, 1)
	go func() { failed <- s.ssh.Serve(l) }()
	var err error
	select {
	case <-ctx.Done():
	case <-s.closed():
	case err = <-failed:
	}
	s.end(l)
	if err != nil && !errors.Is(err, ssh.ErrServerClosed) {
		return fmt.Errorf("sshd: %w", err)
	}
	return nil
}

// closed gives a channel that is closed when the meeting has ended.
func (s *Server) closed() <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			p, changed := s.cfg.Room.Latest()
			if p.Closed {
				return
			}
			<-changed // the meeting ends with the server, so this does too
		}
	}()
	return done
}

// end ends the meeting: no more connections, a last line for everybody, and
// then the end of whoever does not take it.
func (s *Server) end(l net.Listener) {
	_ = l.Close()
	_ = s.cfg.Room.Close(0)
	done := s.crowd.close()
	t := time.NewTimer(endTime)
	defer t.Stop()
	select {
	case <-done:
	case <-t.C:
		s.log.Warn("some did not take their leave", "connections", s.lines.len())
	}
	_ = s.ssh.Close()
	s.lines.do(func(l *line) { _ = l.Close() })
}

// connect counts a connection in.
func (s *Server) connect(ctx ssh.Context, c net.Conn) net.Conn {
	l := s.lines.add(c)
	if l == nil {
		s.log.Warn("refused", "addr", c.RemoteAddr().String(), "what", "too many connections")
		return nil
	}
	ctx.SetValue(lineKey{}, l)
	return l
}

// configure gives the door of a connection, which counts the time of its steps.
func (s *Server) configure(ctx ssh.Context) *gossh.ServerConfig {
	l, ok := ctx.Value(lineKey{}).(*line)
	if !ok {
		return &gossh.ServerConfig{}
	}
	cfg := s.door(ctx, func() { l.within(doorTime) })
	log := cfg.AuthLogCallback
	cfg.AuthLogCallback = func(c gossh.ConnMetadata, method string, err error) {
		if err == nil {
			l.within(shellTime)
			l.door.Store(false)
		}
		log(c, method, err)
	}
	return cfg
}

// keepalives asks every connection whether anybody is there, and ends those
// that take nothing.
func (s *Server) keepalives(ctx context.Context) {
	t := time.NewTicker(s.cfg.Keepalive)
	defer t.Stop()
	look := time.NewTicker(time.Second)
	defer look.Stop()
	for {
		select {
		case <-t.C:
			s.lines.do((*line).keepalive)
		case <-look.C:
			now := s.cfg.Now()
			s.lines.do(func(l *line) { l.stuck(now) })
		case <-ctx.Done():
			return
		}
	}
}

// clock lets time pass at the operators' table: offers end, grace does.
func (s *Server) clock(ctx context.Context) {
	for {
		_, changed := s.cfg.Room.Stage()
		var due <-chan time.Time
		var t *time.Timer
		if next := s.cfg.Room.Next(); !next.IsZero() {
			t = time.NewTimer(max(next.Sub(s.cfg.Now()), time.Millisecond))
			due = t.C
		}
		select {
		case <-due:
			_ = s.cfg.Room.Happen(meeting.Tick{})
		case <-changed:
		case <-ctx.Done():
		}
		if t != nil {
			t.Stop()
		}
		if ctx.Err() != nil {
			return
		}
	}
}

// crowd counts who is in.
type crowd struct {
	mu     sync.Mutex
	n      int
	closed bool
	gone   chan struct{}
}

// enter counts somebody in; false when nobody is let in any more.
func (c *crowd) enter() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return false
	}
	c.n++
	return true
}

func (c *crowd) leave() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.n--; c.n == 0 && c.closed {
		close(c.gone)
	}
}

// close lets nobody in any more and gives a channel that is closed when all
// have left.
func (c *crowd) close() <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closed, c.gone = true, make(chan struct{})
	if c.n == 0 {
		close(c.gone)
	}
	return c.gone
}
