package sshd_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"rakor/cmd/internal/sshd"
	"rakor/ui/state"
)

// watcher is a follower that counts frames and decodes nothing.
type watcher struct {
	frames atomic.Int64
	news   chan struct{}
}

func (h *house) watch(user string) *watcher {
	h.tb.Helper()
	sess, err := h.dial(user).NewSession()
	if err != nil {
		h.tb.Fatal(err)
	}
	in, err1 := sess.StdinPipe()
	out, err2 := sess.StdoutPipe()
	if err1 != nil || err2 != nil || sess.RequestPty("xterm", 36, 120, nil) != nil || sess.Shell() != nil {
		h.tb.Fatal("no terminal")
	}
	w := &watcher{news: make(chan struct{}, 1)}
	go func() {
		buf := make([]byte, 32<<10)
		for {
			n, err := out.Read(buf)
			if err != nil {
				return
			}
			if k := bytes.Count(buf[:n], []byte("\x1b[5n")); k > 0 {
				w.frames.Add(int64(k))
				for range k {
					_, _ = io.WriteString(in, "\x1b[0n")
				}
				select {
				case w.news <- struct{}{}:
				default:
				}
			}
		}
	}()
	return w
}

// until waits for the watcher's frame number n.
func (w *watcher) until(tb testing.TB, n int64) {
	tb.Helper()
	timeout := time.After(patience)
	for w.frames.Load() < n {
		select {
		case <-w.news:
		case <-timeout:
			tb.Fatalf("frame %d of %d never came", w.frames.Load(), n)
		}
	}
}

// steps publishes n steps, the next one when every watcher has seen the last.
func (h *house) steps(n int, ws []*watcher) {
	h.tb.Helper()
	for i := range n {
		st := state.New("6271")
		st.Regional.Selected = h.snap.Data.Sisters("6271")[i%5]
		if p, _ := h.room.Latest(); p.State.Regional.Selected == st.Regional.Selected {
			continue
		}
		var want []int64
		for _, w := range ws {
			want = append(want, w.frames.Load()+1)
		}
		h.publish(st)
		for j, w := range ws {
			w.until(h.tb, want[j])
		}
	}
}

// TestNobodySlowsTheRoom lets everything happen at once that could. A room that
// waits for somebody who never reads would never show the next step to the
// others: they see every one, and what the storms left behind goes away. How
// fast is what the load program measures; here a processor may be busy with
// anything.
func TestNobodySlowsTheRoom(t *testing.T) {
	h := open(t, audience(sshd.Open))
	h.drive()
	var ws []*watcher
	for i := range 10 {
		ws = append(ws, h.watch(fmt.Sprint("warga", i)))
	}
	for _, w := range ws {
		w.until(t, 1)
	}
	h.steps(10, ws)
	// the answers of all are in before goroutines are counted
	until(t, "caught up", func() bool {
		p, _ := h.room.Latest()
		for _, q := range h.room.People() {
			if q.ID != h.local && q.Lag(p.Seq) > 0 {
				return false
			}
		}
		return true
	})
	before := runtime.NumGoroutine()
	ctx, stop := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	for name, kind := range map[string]struct {
		n  int
		do func(context.Context, *house)
	}{
		"stalled": {5, slow(time.Hour)}, "a byte a second": {5, slow(time.Second)}, "windows": {3, windows}, "paste": {2, pasteMegabyte},
		"half open": {20, halfOpen}, "cut": {4, cutOff}, "refused": {4, refusedLogins}, "crowd": {4, comeAndGo},
	} {
		for range kind.n {
			wg.Add(1)
			go func() {
				defer wg.Done()
				kind.do(ctx, h)
			}()
		}
		_ = name
	}
	h.steps(30, ws)
	stop()
	wg.Wait()
	until(t, "without what they left behind", func() bool { return runtime.NumGoroutine() <= before+3 })
	until(t, "without those who left", func() bool { return h.room.Len() == 11 })
	if log := h.log.String(); strings.Contains(log, "panic") {
		t.Error(log)
	}
}

// guest opens a terminal over a connection; nil where that fails.
func (h *house) guest(conn net.Conn, user string) (c *ssh.Client, s *ssh.Session, out io.Reader, in io.Writer) {
	cc, chans, reqs, err := ssh.NewClientConn(conn, h.addr, clientConfig(user))
	if err != nil {
		_ = conn.Close()
		return nil, nil, nil, nil
	}
	c = ssh.NewClient(cc, chans, reqs)
	if s, err = c.NewSession(); err == nil {
		in, _ = s.StdinPipe()
		out, _ = s.StdoutPipe()
		if s.RequestPty("xterm", 36, 120, nil) == nil && s.Shell() == nil {
			return c, s, out, in
		}
	}
	_ = c.Close()
	return nil, nil, nil, nil
}

func (h *house) tcp() net.Conn {
	c, err := net.DialTimeout("tcp", h.addr, patience)
	if err != nil {
		return nil
	}
	return c
}

func pause(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

// slowConn reads one byte, then waits, once it is slow.
type slowConn struct {
	net.Conn
	slow atomic.Bool
	wait time.Duration
	ctx  context.Context //nolint:containedctx // ends the waiting
}

func (c *slowConn) Read(b []byte) (int, error) {
	if !c.slow.Load() {
		return c.Conn.Read(b)
	}
	if !pause(c.ctx, c.wait) {
		return 0, c.ctx.Err()
	}
	return c.Conn.Read(b[:1])
}

func slow(wait time.Duration) func(context.Context, *house) {
	return func(ctx context.Context, h *house) {
		raw := h.tcp()
		if raw == nil {
			return
		}
		sc := &slowConn{Conn: raw, wait: wait, ctx: ctx}
		c, _, _, in := h.guest(sc, "lambat")
		if c == nil {
			return
		}
		defer func() { _ = c.Close() }()
		sc.slow.Store(true)
		for pause(ctx, 30*time.Millisecond) { // who looks around makes frames of their own
			if _, err := io.WriteString(in, "j3"); err != nil {
				return
			}
		}
	}
}

func (h *house) as(user string, do func(s *ssh.Session, out io.Reader, in io.Writer)) {
	raw := h.tcp()
	if raw == nil {
		return
	}
	c, s, out, in := h.guest(raw, user)
	if c == nil {
		return
	}
	defer func() { _ = c.Close() }()
	do(s, out, in)
}

func windows(ctx context.Context, h *house) {
	h.as("badai", func(s *ssh.Session, out io.Reader, _ io.Writer) {
		go io.Copy(io.Discard, out) //nolint:errcheck // ends with the connection
		for i := 0; pause(ctx, 2*time.Millisecond); i++ {
			if s.WindowChange(10+i%60, 20+i%150) != nil {
				return
			}
		}
	})
}

func pasteMegabyte(ctx context.Context, h *house) {
	h.as("tempel", func(_ *ssh.Session, out io.Reader, in io.Writer) {
		go io.Copy(io.Discard, out) //nolint:errcheck // ends with the connection
		_, _ = io.WriteString(in, "\x1b[200~"+strings.Repeat("kemiskinan ", 100_000)+"\x1b[201~")
		pause(ctx, time.Minute)
	})
}

func halfOpen(ctx context.Context, h *house) {
	if c := h.tcp(); c != nil {
		defer func() { _ = c.Close() }()
		_, _ = io.WriteString(c, "SSH-2.0-half\r\n")
		pause(ctx, time.Minute)
	}
}

func cutOff(ctx context.Context, h *house) {
	for pause(ctx, 50*time.Millisecond) {
		h.as("putus", func(_ *ssh.Session, out io.Reader, in io.Writer) {
			_, _ = io.WriteString(in, "3j1j")
			_, _ = out.Read(make([]byte, 100))
		})
	}
}

func refusedLogins(ctx context.Context, h *house) {
	for pause(ctx, 50*time.Millisecond) {
		if c, err := ssh.Dial("tcp", h.addr, clientConfig(sshd.PresenterUser, ssh.Password("x"))); err == nil {
			_ = c.Close()
		}
	}
}

func comeAndGo(ctx context.Context, h *house) {
	for pause(ctx, 50*time.Millisecond) {
		h.as("tamu", func(_ *ssh.Session, out io.Reader, in io.Writer) {
			go io.Copy(io.Discard, out) //nolint:errcheck // ends with the connection
			_, _ = io.WriteString(in, "jjq")
			pause(ctx, 50*time.Millisecond)
		})
	}
}

// TestBreakingScreen lets a session panic: only that one ends, with a last
// line and a log.
func TestBreakingScreen(t *testing.T) {
	t.Parallel()
	ani := signer(t)
	h := open(t, presenters(ani), func(c *sshd.Config) {
		c.Perform = func(state.Effect) (state.Intent, error) { panic("a disk of glass") }
	})
	p := h.join(h.dial("penyaji", ssh.PublicKeys(ani)), look{w: 120, h: 36})
	p.sees("Anda menyajikan")
	viewer := h.join(h.dial("dewi"), look{w: 120, h: 36})
	viewer.sees("Mengikuti")
	p.press("2") // a scenario is kept by an effect
	p.sees("[2 Estimasi")
	p.press("W")
	p.press("satu\r")
	if code := p.over(); code != 1 || !strings.HasSuffix(p.received(), "Sambungkan lagi untuk melanjutkan.\r\n") {
		t.Errorf("exit status %d, last %q", code, p.received()[max(0, len(p.received())-100):])
	}
	viewer.sees("Sambungan penyaji terputus")
	if log := h.log.String(); !strings.Contains(log, "a disk of glass") {
		t.Error("the panic is not logged")
	}
}
