package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"

	"rakor/data"
	"rakor/ui"
	"rakor/ui/meeting"
	"rakor/ui/state"
)

// What rakor is compared with: the same screens in a session of tmux, which
// followers attach to, read-only, over the stock sshd. This program itself is
// what runs in the session (-show): it draws the presenter's frame for every
// line that it is given, with a word in the last line that no two steps share.

// wordOf is the word of a step; every letter differs from the step before.
func wordOf(step int) string {
	b := make([]byte, 8)
	for i := range b {
		b[i] = byte('A' + (step*7+i*5)%26)
	}
	return string(b)
}

// show draws a step for every line of a pipe.
func show(file string, w, h int, out io.Writer) error {
	store, err := data.Open(data.Options{})
	if err != nil {
		return err
	}
	snap := &state.Snapshot{Rev: 1, Data: store.Dataset(), Programmes: store.Programmes()}
	var envs meeting.Envs
	hall := &hall{snap: snap, session: ui.New(snap, state.New("6271"), envs.For(meeting.Key{Width: w, Height: h - 1}))}
	in, err := os.OpenFile(file, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	var p meeting.Painter
	frame := ""
	step := 0
	for sc := bufio.NewScanner(in); ; step++ {
		next := hall.session.Frame().Text + "\n" + wordOf(step)
		if step == 0 {
			_, err = out.Write(p.Full(w, h, next))
		} else {
			_, err = out.Write(p.Diff(w, h, frame, next))
		}
		frame = next
		if err != nil || !sc.Scan() {
			return errors.Join(err, sc.Err())
		}
		hall.walk()
	}
}

// beside measures tmux and sshd with n followers.
func beside(p plan, n int, out io.Writer) error {
	for _, tool := range []string{"tmux", "/usr/sbin/sshd"} {
		if _, err := exec.LookPath(tool); err != nil {
			_, err := fmt.Fprintf(out, "%s is not installed: nothing to compare with\n", tool)
			return err
		}
	}
	t, err := openTmux(p)
	if err != nil {
		return err
	}
	defer t.close()
	return t.measure(p, n, out)
}

// tmuxHall is a session of tmux behind an sshd.
type tmuxHall struct {
	dir  string
	addr string
	user string
	key  ssh.Signer
	pipe *os.File // a line is a step
	sshd *exec.Cmd
}

func openTmux(p plan) (*tmuxHall, error) {
	dir, err := os.MkdirTemp("", "tmux")
	if err != nil {
		return nil, err
	}
	t := &tmuxHall{dir: dir}
	who, err := user.Current()
	if err != nil {
		return nil, err
	}
	t.user = who.Username
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	block, err := ssh.MarshalPrivateKey(private, "")
	if err != nil {
		return nil, err
	}
	if t.key, err = ssh.NewSignerFromKey(private); err != nil {
		return nil, err
	}
	pub, err := ssh.NewPublicKey(public)
	if err != nil {
		return nil, err
	}
	l, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	t.addr = l.Addr().String()
	_ = l.Close()
	_, port, _ := net.SplitHostPort(t.addr)
	at := func(name string) string { return filepath.Join(dir, name) }
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	conf := fmt.Sprintf("Port %s\nListenAddress 127.0.0.1\nHostKey %s\nAuthorizedKeysFile %s\nPidFile none\nStrictModes no\nUsePAM no\nPermitRootLogin prohibit-password\nMaxStartups 1000\nPerSourceMaxStartups none\nLogLevel ERROR\nForceCommand tmux -S %s attach -r\n",
		port, at("host"), at("authorized"), at("socket"))
	for name, b := range map[string][]byte{"host": pem.EncodeToMemory(block), "authorized": ssh.MarshalAuthorizedKey(pub), "conf": []byte(conf)} {
		if err := os.WriteFile(at(name), b, 0o600); err != nil {
			return nil, err
		}
	}
	for _, argv := range [][]string{
		{"mkfifo", at("steps")},
		{"mkdir", "-p", "/run/sshd"},
		{
			"tmux", "-S", at("socket"), "-f", os.DevNull, "new-session", "-d", "-x", strconv.Itoa(p.width), "-y", strconv.Itoa(p.height),
			self, "-show", at("steps"), "-width", strconv.Itoa(p.width), "-height", strconv.Itoa(p.height),
		},
		{"tmux", "-S", at("socket"), "set", "-g", "status", "off"},
	} {
		if b, err := exec.Command(argv[0], argv[1:]...).CombinedOutput(); err != nil { //nolint:gosec,noctx // of this program alone
			return nil, fmt.Errorf("%s: %w: %s", argv[0], err, b)
		}
	}
	if t.pipe, err = os.OpenFile(at("steps"), os.O_RDWR, 0); err != nil {
		return nil, err
	}
	t.sshd = exec.Command("/usr/sbin/sshd", "-D", "-e", "-f", at("conf")) //nolint:gosec,noctx // ends with close
	t.sshd.Stderr = os.Stderr
	return t, t.sshd.Start()
}

func (t *tmuxHall) close() {
	_ = exec.Command("tmux", "-S", filepath.Join(t.dir, "socket"), "kill-server").Run() //nolint:gosec,noctx // of this program alone
	_ = t.sshd.Process.Kill()
	_ = t.sshd.Wait()
	_ = t.pipe.Close()
	_ = os.RemoveAll(t.dir)
}

// watcher is a client of tmux that looks for the word of a step.
type watcher struct {
	bytes atomic.Int64
	saw   chan time.Time
	tail  []byte
}

// read reads until the end; every time that the word asked for has come it says
// when.
func (w *watcher) read(out io.Reader, step *atomic.Int64) {
	buf := make([]byte, 32<<10)
	last := int64(-1)
	for {
		n, err := out.Read(buf)
		if err != nil {
			return
		}
		now := time.Now()
		w.bytes.Add(int64(n))
		w.tail = append(w.tail, buf[:n]...)
		if s := step.Load(); s != last && bytes.Contains(w.tail, []byte(wordOf(int(s)))) {
			last, w.tail = s, nil
			w.saw <- now
		}
		if len(w.tail) > 64<<10 {
			w.tail = append([]byte(nil), w.tail[32<<10:]...)
		}
	}
}

func (t *tmuxHall) measure(p plan, n int, out io.Writer) error {
	var step atomic.Int64
	var first []time.Duration
	ws := make([]*watcher, n)
	for i := range ws {
		begin := time.Now()
		ws[i] = &watcher{saw: make(chan time.Time, 16)}
		c, err := t.join(p, ws[i], &step)
		if err != nil {
			return err
		}
		defer func() { _ = c.Close() }()
		select {
		case at := <-ws[i].saw:
			first = append(first, at.Sub(begin))
		case <-time.After(20 * time.Second):
			return errors.New("a client of tmux sees nothing")
		}
	}
	mem := t.memory()
	var took []time.Duration
	var sent []float64
	for range p.steps {
		before := total(ws)
		step.Add(1)
		at := time.Now()
		if _, err := io.WriteString(t.pipe, "\n"); err != nil {
			return err
		}
		var last time.Time
		for _, w := range ws {
			select {
			case seen := <-w.saw:
				if seen.After(last) {
					last = seen
				}
			case <-time.After(20 * time.Second):
				return errors.New("a client of tmux missed a step")
			}
		}
		took = append(took, last.Sub(at))
		time.Sleep(p.rtt + 30*time.Millisecond)
		sent = append(sent, float64(total(ws)-before)/float64(n))
	}
	_, err := fmt.Fprintf(out, "tmux and sshd, %d read-only: first frame p50 %.0f ms, max %.0f ms; any step p50 %.1f ms, p99 %.1f ms; %.0f bytes a step; %.2f MB of private memory each\n",
		n, milli(percentile(first, 0.5)), milli(percentile(first, 1)), milli(percentile(took, 0.5)), milli(percentile(took, 0.99)), percentile(sent, 0.5), mem/float64(n))
	return err
}

func milli(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func total(ws []*watcher) (sum int64) {
	for _, w := range ws {
		sum += w.bytes.Load()
	}
	return sum
}

func (t *tmuxHall) join(p plan, w *watcher, step *atomic.Int64) (*ssh.Client, error) {
	var c *ssh.Client
	var err error
	for range 50 { // sshd takes a moment to listen
		c, err = ssh.Dial("tcp", t.addr, &ssh.ClientConfig{
			User: t.user, Auth: []ssh.AuthMethod{ssh.PublicKeys(t.key)}, HostKeyCallback: ssh.InsecureIgnoreHostKey(), Timeout: 20 * time.Second, //nolint:gosec // loopback
		})
		if err == nil {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if err != nil {
		return nil, err
	}
	sess, err := c.NewSession()
	if err != nil {
		return nil, err
	}
	o, err := sess.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := errors.Join(sess.RequestPty("xterm-256color", p.height, p.width, nil), sess.Shell()); err != nil {
		return nil, err
	}
	go w.read(o, step)
	return c, nil
}

// memory gives the private memory in MB of all processes of sshd and tmux that
// serve followers, 0 where the system does not tell.
func (t *tmuxHall) memory() float64 {
	parents, sizes := map[int]int{}, map[int]float64{}
	ours := map[int]bool{t.sshd.Process.Pid: true}
	dirs, _ := filepath.Glob("/proc/[0-9]*")
	for _, d := range dirs {
		pid, err := strconv.Atoi(filepath.Base(d))
		if err != nil {
			continue
		}
		stat, err1 := os.ReadFile(filepath.Join(d, "stat"))
		statm, err2 := os.ReadFile(filepath.Join(d, "statm"))
		cmd, err3 := os.ReadFile(filepath.Join(d, "cmdline"))
		_, rest, ok := strings.Cut(string(stat), ") ")
		f, m := strings.Fields(rest), strings.Fields(string(statm))
		if errors.Join(err1, err2, err3) != nil || !ok || len(f) < 2 || len(m) < 3 {
			continue // it has ended
		}
		parents[pid], _ = strconv.Atoi(f[1])
		all, _ := strconv.Atoi(m[1])
		shared, _ := strconv.Atoi(m[2])
		sizes[pid] = float64((all-shared)*os.Getpagesize()) / (1 << 20)
		ours[pid] = ours[pid] || strings.HasPrefix(string(cmd), "tmux") && strings.Contains(string(cmd), t.dir)
	}
	var sum float64
	for pid, size := range sizes {
		for p := pid; p > 1; p = parents[p] {
			if ours[p] {
				sum += size
				break
			}
		}
	}
	return sum
}
