package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/charmbracelet/x/vt"
	"golang.org/x/crypto/ssh"
)

// report is one line of the clients' process.
type report struct {
	Kind    string
	First   []time.Duration `json:",omitempty"` // joined: connect to first frame; keys: key to frame
	Last    int64           `json:",omitempty"` // round: when the last follower had the frame
	Bytes   int64           `json:",omitempty"` // round: of all followers
	Screens []string        `json:",omitempty"` // of some followers, decoded
}

const question = "\x1b[5n"

// samples is how many followers decode what they get.
const samples = 3

// crew is the clients of one process.
type crew struct {
	n      int
	rtt    time.Duration // until an answer is on its way
	mu     sync.Mutex
	out    *json.Encoder
	rounds map[int]*round // by number of frames since counting began
	base   []int          // frames that each follower had then
	keys   []time.Duration
}

type round struct {
	left  int
	bytes int64
}

func (c *crew) say(r report) {
	c.mu.Lock()
	defer c.mu.Unlock()
	_ = c.out.Encode(r)
}

// guest is one client.
type guest struct {
	crew  *crew
	no    int // follower's number; -1 for who looks around alone
	in    io.Writer
	vtmu  sync.Mutex
	vt    *vt.Emulator
	raw   []byte // not decoded yet
	n     int    // frames
	bytes int64
	typed atomic.Int64 // when a key was pressed that has not been answered
}

func clients(addr string, followers, alone, w, h, abreast int, rtt time.Duration, in io.Reader, out io.Writer) error {
	c := &crew{n: followers, rtt: rtt, out: json.NewEncoder(out), rounds: map[int]*round{}, base: make([]int, followers)}
	all := make([]*guest, followers+alone)
	first := make([]time.Duration, len(all))
	errs := make(chan error, len(all))
	slots := make(chan struct{}, abreast)
	var wg sync.WaitGroup
	for i := range all {
		slots <- struct{}{}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-slots }()
			no := i
			if i >= followers {
				no = -1
			}
			g, d, err := c.join(addr, no, w, h)
			if err != nil {
				errs <- err
				return
			}
			all[i], first[i] = g, d
		}()
	}
	wg.Wait()
	select {
	case err := <-errs:
		return err
	default:
	}
	for i, g := range all[followers:] {
		go g.wander(time.Second * time.Duration(i) / time.Duration(alone))
	}
	c.say(report{Kind: "joined", First: first})
	sc := bufio.NewScanner(in)
	for sc.Scan() {
		switch sc.Text() {
		case "count":
			c.mu.Lock()
			c.rounds = map[int]*round{}
			for _, g := range all[:followers] {
				c.base[g.no] = g.n
			}
			_ = c.out.Encode(report{Kind: "counting"})
			c.mu.Unlock()
		case "screens":
			var texts []string
			for _, g := range all[:min(samples, followers)] {
				texts = append(texts, g.screen())
			}
			c.mu.Lock()
			keys := slices.Clone(c.keys)
			c.mu.Unlock()
			c.say(report{Kind: "screens", Screens: texts})
			c.say(report{Kind: "keys", First: keys})
		}
	}
	return sc.Err()
}

func (c *crew) join(addr string, no, w, h int) (*guest, time.Duration, error) {
	begin := time.Now()
	conn, err := ssh.Dial("tcp", addr, &ssh.ClientConfig{User: fmt.Sprint("warga", no), HostKeyCallback: ssh.InsecureIgnoreHostKey(), Timeout: time.Minute}) //nolint:gosec // loopback
	if err != nil {
		return nil, 0, err
	}
	sess, err := conn.NewSession()
	if err != nil {
		return nil, 0, err
	}
	g := &guest{crew: c, no: no}
	if no >= 0 && no < samples {
		g.vt = vt.NewEmulator(w, h)
	}
	if g.in, err = sess.StdinPipe(); err != nil {
		return nil, 0, err
	}
	out, err := sess.StdoutPipe()
	if err != nil {
		return nil, 0, err
	}
	if err := errors.Join(sess.RequestPty("xterm-256color", h, w, nil), sess.Shell()); err != nil {
		return nil, 0, err
	}
	ready := make(chan struct{})
	go g.read(out, ready)
	<-ready
	return g, time.Since(begin), nil
}

// read takes frames and answers for them. A frame ends with the question
// whether the terminal is well.
func (g *guest) read(out io.Reader, ready chan<- struct{}) {
	buf := make([]byte, 16<<10)
	var tail []byte // of what came before, should a question be cut in two
	for {
		n, err := out.Read(buf)
		if err != nil {
			return
		}
		now := time.Now()
		b := buf[:n]
		frames := bytes.Count(append(tail, b...), []byte(question))
		tail = append([]byte(nil), b[max(0, n-3):]...)
		g.keep(b)
		for range frames {
			g.frame(now, int64(n))
			n = 0
			time.AfterFunc(g.crew.rtt, func() { _, _ = io.WriteString(g.in, "\x1b[0n") })
			if g.n == 1 {
				close(ready)
			}
		}
		g.bytes += int64(n)
	}
}

func (g *guest) frame(now time.Time, n int64) {
	c := g.crew
	c.mu.Lock()
	defer c.mu.Unlock()
	g.n++
	n += g.bytes
	g.bytes = 0
	if g.no < 0 {
		if at := g.typed.Swap(0); at != 0 {
			c.keys = append(c.keys, now.Sub(time.Unix(0, at)))
		}
		return
	}
	k := g.n - c.base[g.no]
	r := c.rounds[k]
	if r == nil {
		r = &round{left: c.n}
		c.rounds[k] = r
	}
	r.bytes += n
	if r.left--; r.left == 0 && g.n > 1 {
		delete(c.rounds, k)
		_ = c.out.Encode(report{Kind: "round", Last: now.UnixNano(), Bytes: r.bytes})
	}
}

// keep keeps what is to be decoded when the screen is asked for: decoding takes
// longer than everything that is measured.
func (g *guest) keep(b []byte) {
	if g.vt == nil {
		return
	}
	g.vtmu.Lock()
	defer g.vtmu.Unlock()
	g.raw = append(g.raw, b...)
}

func (g *guest) screen() string {
	g.vtmu.Lock()
	defer g.vtmu.Unlock()
	b := bytes.ReplaceAll(g.raw, []byte(question), nil)
	b = bytes.ReplaceAll(b, []byte("\x1b]11;?\x1b\\"), nil)
	g.raw = nil
	_, _ = g.vt.Write(b)
	return textOf(g.vt)
}

func textOf(e *vt.Emulator) string {
	var b strings.Builder
	for y := range e.Height() {
		for x := range e.Width() {
			if cell := e.CellAt(x, y); cell == nil || cell.Content == "" {
				b.WriteByte(' ')
			} else {
				b.WriteString(cell.Content)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// wander looks around alone: a key a second, for good. No two begin together.
func (g *guest) wander(after time.Duration) {
	time.Sleep(after)
	for i := 0; ; i++ {
		key := "j"
		if i%6 >= 3 {
			key = "k"
		}
		g.typed.Store(time.Now().UnixNano())
		if _, err := io.WriteString(g.in, key); err != nil {
			return
		}
		time.Sleep(time.Second)
	}
}
