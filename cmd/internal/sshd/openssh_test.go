package sshd_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"

	"rakor/cmd/internal/sshd"
)

// stock finds the ssh that everybody has. Where it is missing the test is
// skipped, unless RAKOR_NEED_TOOLS says that it must not be.
func stock(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("ssh")
	if err != nil {
		if os.Getenv("RAKOR_NEED_TOOLS") != "" {
			t.Fatal("ssh is not installed")
		}
		t.Skip("ssh is not installed")
	}
	return path
}

// run is one run of the stock client.
type run struct {
	t   *testing.T
	cmd *exec.Cmd
	in  io.WriteCloser
	pty *os.File // where it runs on a terminal
	out *lines   // standard output
	err *lines
}

// ssh starts the stock client with options for the meeting; args come after
// the host.
func (h *house) ssh(t *testing.T, user string, options []string, args ...string) *run {
	t.Helper()
	argv := []string{
		"-F", "none", "-p", h.port(), "-e", "none", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=" + os.DevNull,
		"-o", "LogLevel=VERBOSE", "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "ConnectTimeout=20",
	}
	argv = append(append(argv, options...), user+"@127.0.0.1")
	ctx, cancel := context.WithTimeout(context.Background(), 2*patience)
	t.Cleanup(cancel)
	r := &run{t: t, cmd: exec.CommandContext(ctx, stock(t), append(argv, args...)...), out: &lines{}, err: &lines{}}
	r.cmd.Env = append(os.Environ(), "TERM=xterm-256color")
	r.cmd.Stdout, r.cmd.Stderr = r.out, r.err
	var err error
	if r.in, err = r.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	return r
}

func (r *run) start() *run {
	r.t.Helper()
	if err := r.cmd.Start(); err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() { _ = r.cmd.Process.Kill() })
	return r
}

// code waits for the end and gives the exit status.
func (r *run) code() int {
	r.t.Helper()
	err := r.cmd.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		r.t.Fatalf("ssh: %v\n%s", err, r.err)
	}
	return r.cmd.ProcessState.ExitCode()
}

// prints waits until a text stands on the screen of 80x24 that the client
// would show.
func (r *run) prints(text string) {
	r.t.Helper()
	until(r.t, fmt.Sprintf("%q from ssh; it said %q", text, r.err), func() bool {
		out := r.out.String()
		return strings.Contains(out, text) || strings.Contains(decoded(out), text)
	})
}

func decoded(out string) string {
	e := vt.NewEmulator(80, 24)
	for _, question := range []string{"\x1b[5n", "\x1b]11;?\x1b\\"} {
		out = strings.ReplaceAll(out, question, "")
	}
	_, _ = e.WriteString(out)
	return screenText(e)
}

func (r *run) press(keys string) {
	r.t.Helper()
	if _, err := io.WriteString(r.in, keys); err != nil {
		r.t.Fatal(err)
	}
}

// TestStockClientIsRefused asks the stock client for everything that a meeting
// does not give.
func TestStockClientIsRefused(t *testing.T) {
	t.Parallel()
	stock(t)
	h := open(t)
	h.drive()
	// what a forwarded connection would reach
	prize, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = prize.Close() }()
	go func() {
		for {
			c, err := prize.Accept()
			if err != nil {
				return
			}
			_, _ = io.WriteString(c, "prize")
			_ = c.Close()
		}
	}()
	free := func() string {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = l.Close() }()
		_, p, _ := net.SplitHostPort(l.Addr().String())
		return p
	}
	// reach dials a port that the client opened and gives what it says.
	reach := func(port, first string) string {
		var c net.Conn
		until(t, "listening for what is to be forwarded", func() bool {
			c, err = net.Dial("tcp", "127.0.0.1:"+port)
			return err == nil
		})
		defer func() { _ = c.Close() }()
		_ = c.SetDeadline(time.Now().Add(patience))
		_, _ = io.WriteString(c, first)
		b, _ := io.ReadAll(c)
		return string(b)
	}

	t.Run("exec", func(t *testing.T) {
		r := h.ssh(t, "x", nil, "id").start()
		if code := r.code(); code == 0 || strings.Contains(r.out.String(), "uid") {
			t.Errorf("%d %q", code, r.out)
		}
	})
	t.Run("exec with a terminal", func(t *testing.T) {
		r := h.ssh(t, "x", []string{"-tt"}, "id").start()
		if code := r.code(); code == 0 || strings.Contains(r.out.String(), "uid") {
			t.Errorf("%d %q", code, r.out)
		}
	})
	t.Run("sftp", func(t *testing.T) {
		r := h.ssh(t, "x", []string{"-s"}, "sftp").start()
		if code := r.code(); code == 0 {
			t.Errorf("exit status %d", code)
		}
	})
	t.Run("no terminal", func(t *testing.T) {
		r := h.ssh(t, "x", []string{"-T"}).start()
		if code := r.code(); code != 1 || !strings.Contains(r.out.String(), "Bergabunglah dengan: ssh -t -p "+h.port()) {
			t.Errorf("%d %q", code, r.out)
		}
	})
	t.Run("agent and X11", func(t *testing.T) {
		r := h.ssh(t, "x", []string{"-tt", "-A", "-Y", "-o", "IdentityAgent=SSH_AUTH_SOCK"})
		sock := filepath.Join(t.TempDir(), "agent")
		l, err := net.Listen("unix", sock)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = l.Close() }()
		asked := make(chan struct{}, 8)
		go func() { // an agent that has nothing, and tells of who asks
			for {
				c, err := l.Accept()
				if err != nil {
					return
				}
				asked <- struct{}{}
				_ = c.Close()
			}
		}()
		r.cmd.Env = append(r.cmd.Env, "SSH_AUTH_SOCK="+sock, "DISPLAY=127.0.0.1:99")
		r.start().prints("Mengikuti")
		for len(asked) > 0 { // the client itself looks for keys
			<-asked
		}
		r.press("q")
		if code := r.code(); code != 0 {
			t.Errorf("exit status %d: %s", code, r.err)
		}
		if len(asked) > 0 {
			t.Error("somebody asked the agent")
		}
		if log := h.log.String(); !strings.Contains(log, "x11-req") && !strings.Contains(log, "auth-agent-req") {
			t.Error("neither X11 nor the agent was refused")
		}
	})
	t.Run("local forwarding", func(t *testing.T) {
		port := free()
		h.ssh(t, "x", []string{"-N", "-L", port + ":" + prize.Addr().String()}).start()
		if got := reach(port, ""); got != "" {
			t.Errorf("reached %q", got)
		}
	})
	t.Run("dynamic forwarding", func(t *testing.T) {
		port := free()
		h.ssh(t, "x", []string{"-N", "-D", port}).start()
		_, p, _ := net.SplitHostPort(prize.Addr().String())
		var n int
		_, _ = fmt.Sscan(p, &n)
		if got := reach(port, "\x05\x01\x00\x05\x01\x00\x01\x7f\x00\x00\x01"+string([]byte{byte(n >> 8), byte(n)})); strings.Contains(got, "prize") {
			t.Errorf("reached %q", got)
		}
	})
	t.Run("remote forwarding", func(t *testing.T) {
		r := h.ssh(t, "x", []string{"-N", "-o", "ExitOnForwardFailure=yes", "-R", "127.0.0.1:0:" + prize.Addr().String()}).start()
		if code := r.code(); code != 255 {
			t.Errorf("exit status %d: %s", code, r.err)
		}
	})
	t.Run("second session", func(t *testing.T) {
		sock := filepath.Join(t.TempDir(), "s")
		first := h.ssh(t, "x", []string{"-tt", "-M", "-S", sock}).start()
		first.prints("Mengikuti")
		second := h.ssh(t, "x", []string{"-tt", "-S", sock}).start()
		until(t, "refused a second session", func() bool { return strings.Contains(second.err.String(), "Session open refused by peer") })
		_ = second.cmd.Process.Kill() // it goes on with a connection of its own
		_ = second.cmd.Wait()
		first.press("q")
		first.code()
	})
	t.Run("compression", func(t *testing.T) {
		r := h.ssh(t, "x", []string{"-tt", "-vv", "-C"}).start()
		r.prints("Mengikuti")
		r.press("q")
		r.code()
		if said := r.err.String(); !strings.Contains(said, "compression: none") {
			t.Error("what is sent is compressed")
		}
	})
	t.Run("environment", func(t *testing.T) {
		r := h.ssh(t, "x", []string{"-tt", "-o", "SetEnv=LC_ALL=C LD_PRELOAD=/tmp/x.so"}).start()
		r.prints("Mengikuti")
		r.press("q")
		r.code()
		if strings.ContainsAny(r.out.String(), "│─") {
			t.Error("a locale without UTF-8 gets box drawing")
		}
	})
}

// TestStockClientByPIN comes in as the audience of a hall does, and as the
// presenter.
func TestStockClientByPIN(t *testing.T) {
	t.Parallel()
	stock(t)
	if runtime.GOOS == "windows" {
		t.Skip("the PIN is handed over by a shell script")
	}
	key, public := privatePEM(t)
	h := open(t, audience(sshd.PIN), presenters(public))
	dir := t.TempDir()
	file := filepath.Join(dir, "key")
	if err := os.WriteFile(file, key, 0o600); err != nil {
		t.Fatal(err)
	}
	askpass := filepath.Join(dir, "askpass")
	if err := os.WriteFile(askpass, []byte("#!/bin/sh\necho "+h.srv.PIN()+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	presenter := h.ssh(t, "penyaji", []string{"-tt", "-i", file}).start()
	presenter.prints("Anda menyajikan")
	viewer := h.ssh(t, "dewi", []string{"-tt"})
	viewer.cmd.Env = append(viewer.cmd.Env, "SSH_ASKPASS="+askpass, "SSH_ASKPASS_REQUIRE=force", "DISPLAY=none")
	viewer.start().prints("Mengikuti penyaji")
	presenter.press("3")
	viewer.prints("[3 Program]")
	presenter.press("q")
	presenter.prints("c tutup rapat")
	presenter.press("c")
	for who, r := range map[string]*run{"presenter": presenter, "viewer": viewer} {
		if code := r.code(); code != 0 || !strings.Contains(r.out.String(), "Rapat telah selesai") {
			t.Errorf("%s: exit status %d", who, code)
		}
	}
}

// TestKeysTouchNothingOfTheServer presses what would open an editor, read the
// clipboard or stop the program, as viewer and as presenter, in and out of
// text fields. Programs of those names lie in wait.
func TestKeysTouchNothingOfTheServer(t *testing.T) {
	stock(t)
	if runtime.GOOS == "windows" {
		t.Skip("the programs that lie in wait are shell scripts")
	}
	dir := t.TempDir()
	mark := filepath.Join(dir, "mark")
	for _, name := range []string{"nano", "vi", "vim", "editor", "xclip", "xsel", "wl-paste", "wl-copy", "pbpaste", "termux-clipboard-get"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\necho "+name+" >> "+mark+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	t.Setenv("EDITOR", filepath.Join(dir, "editor"))
	t.Setenv("VISUAL", filepath.Join(dir, "editor"))
	t.Setenv("DISPLAY", ":99")
	t.Setenv("WAYLAND_DISPLAY", "wayland-99")
	key, public := privatePEM(t)
	h := open(t, presenters(public))
	file := filepath.Join(dir, "key")
	if err := os.WriteFile(file, key, 0o600); err != nil {
		t.Fatal(err)
	}
	for user, options := range map[string][]string{"penyaji": {"-tt", "-i", file}, "dewi": {"-tt"}} {
		r := h.ssh(t, user, options).start()
		r.prints("Palangka")
		r.press("3\x05\x16\x1a/\x05\x16\x1a\r:\x05\x16\x1a\x1b")
		r.press("\x1b\x1b2\r\x05\x16\x1a\x1b")
		r.press("\x1b[200~\x16\x05\x1b[201~")
		r.press("1")
		r.prints("[1 ")
		_ = r.cmd.Process.Kill()
		_ = r.cmd.Wait()
	}
	if b, err := os.ReadFile(mark); err == nil {
		t.Errorf("started: %s", b)
	}
	if strings.Contains(h.log.String(), "panic") {
		t.Error(h.log.String())
	}
}
