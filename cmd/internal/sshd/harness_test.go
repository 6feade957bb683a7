package sshd_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
	"golang.org/x/crypto/ssh"

	"rakor/cmd/internal/sshd"
	"rakor/data"
	"rakor/ui/meeting"
	"rakor/ui/state"
)

// patience is how long a test waits for what must happen.
const patience = 90 * time.Second

// lines collects a log.
type lines struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// house is a meeting that runs.
type house struct {
	tb    testing.TB
	room  *meeting.Room
	srv   *sshd.Server
	snap  *state.Snapshot
	addr  string
	log   *lines
	stop  func()
	ended chan error
	local meeting.ID // drives in the process, where set
}

type option func(*sshd.Config)

func presenters(ks ...ssh.Signer) option {
	return func(c *sshd.Config) {
		for i, k := range ks {
			c.Presenters = append(c.Presenters, sshd.Key{Public: k.PublicKey(), Name: fmt.Sprintf("Penyaji %d", i+1)})
		}
	}
}

func audience(a sshd.Audience) option { return func(c *sshd.Config) { c.Audience = a } }

func snapshot(tb testing.TB) *state.Snapshot {
	tb.Helper()
	store, err := data.Open(data.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return &state.Snapshot{Rev: 1, Data: store.Dataset(), Programmes: store.Programmes()}
}

// open opens a meeting on loopback; it ends with the test. The audience comes
// in without a PIN unless an option says otherwise.
func open(tb testing.TB, opts ...option) *house {
	tb.Helper()
	h := &house{tb: tb, snap: snapshot(tb), log: &lines{}, ended: make(chan error, 1)}
	key, err := sshd.HostKey(filepath.Join(tb.TempDir(), "ssh", "key"))
	if err != nil {
		tb.Fatal(err)
	}
	h.room = meeting.NewRoom(time.Now, h.snap, state.New("6271"))
	cfg := sshd.Config{Room: h.room, HostKey: key, Audience: sshd.Open, Max: 1500, PerAddress: 1500, Log: slog.New(slog.NewJSONHandler(h.log, nil))}
	for _, o := range opts {
		o(&cfg)
	}
	if h.srv, err = sshd.New(cfg); err != nil {
		tb.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	h.addr = l.Addr().String()
	ctx, cancel := context.WithCancel(context.Background())
	h.stop = cancel
	go func() { h.ended <- h.srv.Serve(ctx, l) }()
	tb.Cleanup(func() {
		cancel()
		select {
		case err := <-h.ended:
			if err != nil {
				tb.Errorf("the server ended with %v", err)
			}
		case <-time.After(patience):
			tb.Error("the server does not end")
		}
	})
	return h
}

// drive makes the process itself the presenter, as `rakor present` does.
func (h *house) drive() {
	h.tb.Helper()
	id, err := h.room.Enter(meeting.Person{Name: "Penyaji"}, "local")
	if err != nil {
		h.tb.Fatal(err)
	}
	h.local = id
}

func (h *house) publish(st state.State) {
	h.tb.Helper()
	if err := h.room.Publish(h.local, h.snap, st); err != nil {
		h.tb.Fatal(err)
	}
}

func (h *house) port() string {
	_, p, _ := net.SplitHostPort(h.addr)
	return p
}

func signer(tb testing.TB) ssh.Signer {
	tb.Helper()
	_, k, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		tb.Fatal(err)
	}
	s, err := ssh.NewSignerFromKey(k)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// privatePEM makes a key for the stock client.
func privatePEM(tb testing.TB) ([]byte, ssh.Signer) {
	tb.Helper()
	_, k, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		tb.Fatal(err)
	}
	b, err := ssh.MarshalPrivateKey(k, "")
	if err != nil {
		tb.Fatal(err)
	}
	s, err := ssh.NewSignerFromKey(k)
	if err != nil {
		tb.Fatal(err)
	}
	return pem.EncodeToMemory(b), s
}

func clientConfig(user string, auth ...ssh.AuthMethod) *ssh.ClientConfig {
	return &ssh.ClientConfig{User: user, Auth: auth, HostKeyCallback: ssh.InsecureIgnoreHostKey(), Timeout: patience}
}

// dial connects, or fails the test.
func (h *house) dial(user string, auth ...ssh.AuthMethod) *ssh.Client {
	h.tb.Helper()
	c, err := ssh.Dial("tcp", h.addr, clientConfig(user, auth...))
	if err != nil {
		h.tb.Fatalf("%s: %v", user, err)
	}
	h.tb.Cleanup(func() { _ = c.Close() })
	return c
}

// client is a terminal at the end of a connection.
type client struct {
	tb      testing.TB
	conn    *ssh.Client
	sess    *ssh.Session
	in      io.WriteCloser
	changed chan struct{} // holds one: something has arrived
	silent  bool          // answers no question
	done    chan struct{}

	mu  sync.Mutex
	vt  *vt.Emulator
	raw bytes.Buffer
}

// look is what a client says of its terminal.
type look struct {
	w, h   int
	term   string
	env    [][2]string
	silent bool
}

// join opens a terminal on the meeting.
func (h *house) join(conn *ssh.Client, l look) *client {
	h.tb.Helper()
	if l.term == "" {
		l.term = "xterm-256color"
	}
	sess, err := conn.NewSession()
	if err != nil {
		h.tb.Fatal(err)
	}
	for _, kv := range l.env {
		_ = sess.Setenv(kv[0], kv[1]) // a refusal is what is tested elsewhere
	}
	if err := sess.RequestPty(l.term, l.h, l.w, ssh.TerminalModes{}); err != nil {
		h.tb.Fatal(err)
	}
	c := &client{tb: h.tb, conn: conn, sess: sess, changed: make(chan struct{}, 1), done: make(chan struct{}), silent: l.silent, vt: vt.NewEmulator(max(l.w, 1), max(l.h, 1))}
	if c.in, err = sess.StdinPipe(); err != nil {
		h.tb.Fatal(err)
	}
	out, err := sess.StdoutPipe()
	if err != nil {
		h.tb.Fatal(err)
	}
	if err := sess.Shell(); err != nil {
		h.tb.Fatal(err)
	}
	go c.read(out)
	return c
}

// read decodes what arrives and answers the questions in it.
func (c *client) read(out io.Reader) {
	defer close(c.done)
	buf := make([]byte, 32<<10)
	for {
		n, err := out.Read(buf)
		b := buf[:n]
		asked := bytes.Contains(b, []byte("\x1b[5n"))
		b = bytes.ReplaceAll(b, []byte("\x1b[5n"), nil)
		b = bytes.ReplaceAll(b, []byte("\x1b]11;?\x1b\\"), nil)
		c.mu.Lock()
		c.raw.Write(b)
		_, _ = c.vt.Write(b)
		c.mu.Unlock()
		if asked && !c.silent {
			_, _ = io.WriteString(c.in, "\x1b[0n")
		}
		select {
		case c.changed <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

func (c *client) press(keys string) {
	c.tb.Helper()
	if _, err := io.WriteString(c.in, keys); err != nil {
		c.tb.Fatalf("typing %q: %v", keys, err)
	}
}

func (c *client) resize(w, h int) {
	c.tb.Helper()
	c.mu.Lock()
	c.vt.Resize(w, h)
	c.mu.Unlock()
	if err := c.sess.WindowChange(h, w); err != nil {
		c.tb.Fatal(err)
	}
}

// text gives the screen as lines without styles.
func (c *client) text() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return screenText(c.vt)
}

func (c *client) received() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.raw.String()
}

func screenText(e *vt.Emulator) string {
	var b strings.Builder
	for y := range e.Height() {
		for x := range e.Width() {
			cell := e.CellAt(x, y)
			switch {
			case cell == nil || cell.Content == "" && cell.Width != 0:
				b.WriteByte(' ')
			case cell.Content == "" && cell.Width == 0: // second half of a wide one
			default:
				b.WriteString(cell.Content)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// styled gives every cell of the screen with its style.
func (c *client) styled() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return styledOf(c.vt)
}

func styledOf(e *vt.Emulator) []string {
	var out []string
	for y := range e.Height() {
		for x := range e.Width() {
			cell := e.CellAt(x, y)
			if cell == nil {
				cell = &uv.Cell{Content: " ", Width: 1}
			}
			text, st := cell.Content, cell.Style
			if text == "" || text == " " {
				text = " "
				if st.Attrs&uv.AttrReverse == 0 {
					st.Fg, st.Attrs = nil, 0
				}
			}
			out = append(out, fmt.Sprintf("%d,%d %s %v %v %v", x, y, text, st.Fg, st.Bg, st.Attrs))
		}
	}
	return out
}

// wait waits until a condition holds, looking again whenever something arrives.
func (c *client) wait(what string, cond func() bool) {
	c.tb.Helper()
	timeout := time.After(patience)
	for !cond() {
		select {
		case <-c.changed:
		case <-c.done:
			if cond() {
				return
			}
			c.tb.Fatalf("the connection ended before %s; the screen was\n%s", what, c.text())
		case <-timeout:
			c.tb.Fatalf("no %s; the screen is\n%s", what, c.text())
		}
	}
}

// sees waits until a text stands on the screen.
func (c *client) sees(text string) {
	c.tb.Helper()
	c.wait(fmt.Sprintf("%q", text), func() bool { return strings.Contains(c.text(), text) })
}

// lacks waits until a text does not stand on the screen.
func (c *client) lacks(text string) {
	c.tb.Helper()
	c.wait(fmt.Sprintf("screen without %q", text), func() bool { return !strings.Contains(c.text(), text) })
}

// until waits for something that no client is told of.
func until(tb testing.TB, what string, cond func() bool) {
	tb.Helper()
	deadline := time.Now().Add(patience)
	for !cond() {
		if time.Now().After(deadline) {
			tb.Fatalf("never %s", what)
		}
		time.Sleep(2 * time.Millisecond)
	}
}

// over waits for the end of the session and gives the exit status.
func (c *client) over() int {
	c.tb.Helper()
	select {
	case <-c.done:
	case <-time.After(patience):
		c.tb.Fatalf("the session does not end; the screen is\n%s", c.text())
	}
	err := c.sess.Wait()
	var exit *ssh.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitStatus()
	}
	c.tb.Fatalf("the session ended with %v", err)
	return -1
}
