package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"

	"rakor/cmd/internal/sshd"
)

// soak steps for a time in quiet and then for as long beside everything that
// could slow a room down, and tells what the others noticed.
func soak(p plan, out io.Writer) error {
	const followers = 100
	h, err := openHall(3000)
	if err != nil {
		return err
	}
	return errors.Join(h.soak(p, followers, out), h.close())
}

func (h *hall) soak(p plan, n int, out io.Writer) error {
	g, err := invite(h.addr, n, 0, p, 8)
	if err != nil {
		return err
	}
	if _, err := g.want("joined", time.Minute); err != nil {
		return err
	}
	if _, err := io.WriteString(g.in, "count\n"); err != nil {
		return err
	}
	if _, err := g.want("counting", time.Minute); err != nil {
		return err
	}
	quiet, err := h.stepFor(g, p.soak/10)
	if err != nil {
		return err
	}
	runtime.GC()
	rss0, live0 := memory()
	goroutines0 := runtime.NumGoroutine()
	self, err := os.Executable()
	if err != nil {
		return err
	}
	nag := exec.Command(self, "-trouble", h.addr, "-soak", p.soak.String()) //nolint:gosec,noctx // itself; it ends with its input
	nag.Stderr = os.Stderr
	nag.Env = append(os.Environ(), "GOMAXPROCS=1") // a hall's laptops do not compute on the server
	in, err := nag.StdinPipe()
	if err != nil {
		return err
	}
	if err := nag.Start(); err != nil {
		return err
	}
	loud, err := h.stepFor(g, p.soak)
	_ = in.Close()
	if err := errors.Join(err, nag.Wait()); err != nil {
		return err
	}
	deadline := time.Now().Add(30 * time.Second)
	for runtime.NumGoroutine() > goroutines0+5 && time.Now().Before(deadline) {
		time.Sleep(100 * time.Millisecond)
	}
	runtime.GC()
	rss1, live1 := memory()
	fmt.Fprintf(out, "quiet: %d steps, p50 %v, p99 %v\n", len(quiet), percentile(quiet, 0.5), percentile(quiet, 0.99))
	fmt.Fprintf(out, "beside the storms: %d steps, p50 %v, p99 %v\n", len(loud), percentile(loud, 0.5), percentile(loud, 0.99))
	fmt.Fprintf(out, "goroutines: %d before, %d after; memory in use: %.1f MB before, %.1f MB after; of the process: %.1f MB, %.1f MB\n",
		goroutines0, runtime.NumGoroutine(), live0, live1, rss0, rss1)
	if err := h.compare(g, p); err != nil {
		return err
	}
	fmt.Fprintln(out, "what followers have decoded is the presenter's state")
	if err := g.leave(); err != nil || !p.judge {
		return err
	}
	switch was, is := percentile(quiet, 0.99), percentile(loud, 0.99); {
	case is >= 2*was:
		return fmt.Errorf("p99 is %v beside the storms and %v in quiet", is, was)
	case runtime.NumGoroutine() > goroutines0+5:
		return fmt.Errorf("%d goroutines stay, of %d", runtime.NumGoroutine(), goroutines0)
	case live1 > live0+kept:
		return fmt.Errorf("%.1f MB stay, of %.1f", live1, live0)
	}
	return nil
}

// kept is what a meeting keeps of those who left, at most, in MB: the screens of
// their sizes, and where they were.
const kept = 40

// stepFor steps for a time and gives how long each step took to the last
// follower.
func (h *hall) stepFor(g *guests, d time.Duration) ([]time.Duration, error) {
	var took []time.Duration
	for end := time.Now().Add(d); time.Now().Before(end); {
		at, err := h.next()
		if err != nil {
			return nil, err
		}
		r, err := g.want("round", 30*time.Second)
		if err != nil {
			return nil, err
		}
		took = append(took, time.Unix(0, r.Last).Sub(at))
		time.Sleep(50 * time.Millisecond)
	}
	return took, nil
}

// trouble is everything at once, until ctx ends: readers that stall or read a
// byte a second, storms of window changes, a pasted megabyte, half-open
// connections, ends in the middle of a frame, refused logins, and crowds that
// come and go.
func trouble(ctx context.Context, addr string, length time.Duration) {
	var wg sync.WaitGroup
	defer wg.Wait()
	wg.Add(1)
	go func() {
		defer wg.Done()
		waves(ctx, addr, max(length/10, 10*time.Second))
	}()
	kinds := []func(context.Context, string){stalled, trickle, storm, paste, halfOpen, dropped, refusedLogin, visitor}
	slots := make(chan struct{}, 200)
	for ctx.Err() == nil {
		slots <- struct{}{}
		kind := kinds[rand.IntN(len(kinds))] //nolint:gosec // chance is all that is wanted
		go func() {
			defer func() { <-slots }()
			c, cancel := context.WithTimeout(ctx, 20*time.Second)
			defer cancel()
			kind(c, addr)
		}()
		time.Sleep(20 * time.Millisecond)
	}
	for range cap(slots) { // all have left
		slots <- struct{}{}
	}
}

// waves lets a thousand come within 5 s, and a thousand be refused at once, in
// turns; the first half-way through the first pause.
func waves(ctx context.Context, addr string, every time.Duration) {
	const many = 1000
	var wg sync.WaitGroup
	defer wg.Wait()
	wait(ctx, every/2)
	for i := 0; ctx.Err() == nil; i++ {
		for k := range many {
			wg.Add(1)
			go func() {
				defer wg.Done()
				if i%2 == 1 {
					refusedLogin(ctx, addr)
					return
				}
				wait(ctx, time.Duration(k)*5*time.Second/many)
				if ctx.Err() == nil {
					visitor(ctx, addr)
				}
			}()
		}
		wait(ctx, every)
	}
}

// terminalOn opens a terminal over a connection; nil where that fails.
func terminalOn(conn net.Conn, addr, user string) (*ssh.Client, *ssh.Session, io.Reader, io.Writer) {
	cc, chans, reqs, err := ssh.NewClientConn(conn, addr, &ssh.ClientConfig{User: user, HostKeyCallback: ssh.InsecureIgnoreHostKey(), Timeout: 10 * time.Second}) //nolint:gosec // loopback
	if err != nil {
		_ = conn.Close()
		return nil, nil, nil, nil
	}
	c := ssh.NewClient(cc, chans, reqs)
	s, err := c.NewSession()
	if err != nil {
		_ = c.Close()
		return nil, nil, nil, nil
	}
	in, err1 := s.StdinPipe()
	out, err2 := s.StdoutPipe()
	if errors.Join(err1, err2, s.RequestPty("xterm", 36, 120, nil), s.Shell()) != nil {
		_ = c.Close()
		return nil, nil, nil, nil
	}
	return c, s, out, in
}

func dialTCP(addr string) net.Conn {
	c, err := (&net.Dialer{Timeout: 10 * time.Second}).DialContext(context.Background(), "tcp", addr)
	if err != nil {
		return nil
	}
	return c
}

// slowConn reads a byte at a time, so often, once it is slow.
type slowConn struct {
	net.Conn
	slow  chan struct{}
	pause time.Duration
	ctx   context.Context //nolint:containedctx // of the one who is slow
}

func (c *slowConn) Read(b []byte) (int, error) {
	select {
	case <-c.slow:
		select {
		case <-time.After(c.pause):
		case <-c.ctx.Done():
			return 0, c.ctx.Err()
		}
		return c.Conn.Read(b[:1])
	default:
		return c.Conn.Read(b)
	}
}

func slowly(ctx context.Context, addr string, pause time.Duration) {
	raw := dialTCP(addr)
	if raw == nil {
		return
	}
	sc := &slowConn{Conn: raw, slow: make(chan struct{}), pause: pause, ctx: ctx}
	c, _, _, in := terminalOn(sc, addr, "lambat")
	if c == nil {
		return
	}
	defer func() { _ = c.Close() }()
	close(sc.slow)
	for ctx.Err() == nil { // looking around makes frames of one's own
		if _, err := io.WriteString(in, "j"); err != nil {
			return
		}
		wait(ctx, 100*time.Millisecond)
	}
}

func wait(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

func stalled(ctx context.Context, addr string) { slowly(ctx, addr, time.Hour) }
func trickle(ctx context.Context, addr string) { slowly(ctx, addr, time.Second) }

func with(ctx context.Context, addr, user string, do func(c *ssh.Client, s *ssh.Session, out io.Reader, in io.Writer)) {
	raw := dialTCP(addr)
	if raw == nil {
		return
	}
	c, s, out, in := terminalOn(raw, addr, user)
	if c == nil {
		return
	}
	defer func() { _ = c.Close() }()
	do(c, s, out, in)
	_ = ctx
}

func storm(ctx context.Context, addr string) {
	with(ctx, addr, "badai", func(_ *ssh.Client, s *ssh.Session, out io.Reader, _ io.Writer) {
		go io.Copy(io.Discard, out) //nolint:errcheck // ends with the connection
		for i := 0; ctx.Err() == nil; i++ {
			if s.WindowChange(10+i%60, 20+i%150) != nil {
				return
			}
			time.Sleep(time.Millisecond)
		}
	})
}

func paste(ctx context.Context, addr string) {
	with(ctx, addr, "tempel", func(_ *ssh.Client, _ *ssh.Session, out io.Reader, in io.Writer) {
		go io.Copy(io.Discard, out) //nolint:errcheck // ends with the connection
		_, _ = io.WriteString(in, "\x1b[200~"+strings.Repeat("kemiskinan ", 100_000)+"\x1b[201~")
		wait(ctx, 2*time.Second)
	})
}

func halfOpen(ctx context.Context, addr string) {
	if c := dialTCP(addr); c != nil {
		defer func() { _ = c.Close() }()
		_, _ = io.WriteString(c, "SSH-2.0-half\r\n")
		wait(ctx, 15*time.Second)
	}
}

func dropped(ctx context.Context, addr string) {
	with(ctx, addr, "putus", func(_ *ssh.Client, _ *ssh.Session, out io.Reader, in io.Writer) {
		for range 5 {
			_, _ = io.WriteString(in, "3j1j")
			_, _ = out.Read(make([]byte, 100))
		}
	})
}

func refusedLogin(_ context.Context, addr string) {
	c, err := ssh.Dial("tcp", addr, &ssh.ClientConfig{User: sshd.PresenterUser, Auth: []ssh.AuthMethod{ssh.Password("x")}, HostKeyCallback: ssh.InsecureIgnoreHostKey(), Timeout: 10 * time.Second}) //nolint:gosec // loopback
	if err == nil {
		_ = c.Close()
	}
}

func visitor(ctx context.Context, addr string) {
	with(ctx, addr, "tamu", func(_ *ssh.Client, _ *ssh.Session, out io.Reader, in io.Writer) {
		go io.Copy(io.Discard, out) //nolint:errcheck // ends with the connection
		for range 5 {
			wait(ctx, 200*time.Millisecond)
			_, _ = io.WriteString(in, "j")
		}
		_, _ = io.WriteString(in, "q")
		wait(ctx, 200*time.Millisecond)
	})
}
