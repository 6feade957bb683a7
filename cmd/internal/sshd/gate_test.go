package sshd_test

import (
	"fmt"
	"io"
	"net"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

// raw opens a session channel and gives it with a way to ask for things.
func rawSession(t *testing.T, c *ssh.Client) (ssh.Channel, func(kind string, payload any) bool) {
	t.Helper()
	ch, reqs, err := c.OpenChannel("session", nil)
	if err != nil {
		t.Fatal(err)
	}
	go ssh.DiscardRequests(reqs)
	return ch, func(kind string, payload any) bool {
		var b []byte
		if payload != nil {
			b = ssh.Marshal(payload)
		}
		ok, err := ch.SendRequest(kind, true, b)
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		return ok
	}
}

type (
	envRequest struct{ Name, Value string }
	ptyRequest struct {
		Term               string
		W, H, PixelW, PixH uint32
		Modes              string
	}
	windowChange struct{ W, H, PixelW, PixH uint32 }
)

func TestGate(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.drive()
	c := h.dial("x")
	ch, ask := rawSession(t, c)
	for _, bad := range []struct {
		kind    string
		payload any
	}{
		{"exec", struct{ S string }{"id"}},
		{"subsystem", struct{ S string }{"sftp"}},
		{"auth-agent-req@openssh.com", nil},
		{"x11-req", struct {
			Single          bool
			Protocol, Cooki string
			Screen          uint32
		}{false, "MIT-MAGIC-COOKIE-1", "00", 0}},
		{"signal", struct{ S string }{"TERM"}},
		{"break", struct{ N uint32 }{1000}},
		{"env", envRequest{"PATH", "/tmp"}},
		{"env", envRequest{"LD_PRELOAD", "/tmp/x.so"}},
		{"env", envRequest{"NO_COLOR", "1"}},
		{"env", envRequest{"LC_ALL", strings.Repeat("x", 507)}},
		{"window-change", windowChange{100, 30, 0, 0}}, // there is no terminal yet
		{"nonsense", nil},
	} {
		if ask(bad.kind, bad.payload) {
			t.Errorf("%s %v is granted", bad.kind, bad.payload)
		}
	}
	for i := range 40 {
		if got, want := ask("env", envRequest{fmt.Sprintf("LC_%d", i), "id_ID.UTF-8"}), i < 32; got != want {
			t.Errorf("variable %d: %t", i+1, got)
		}
	}
	if !ask("pty-req", ptyRequest{Term: "xterm", W: 80, H: 24}) || ask("pty-req", ptyRequest{Term: "xterm", W: 80, H: 24}) {
		t.Error("one terminal is granted, and one only")
	}
	if !ask("shell", nil) || ask("shell", nil) || ask("exec", struct{ S string }{"id"}) || ask("env", envRequest{"LANG", "C"}) {
		t.Error("one shell is granted, and nothing after it")
	}
	buf := make([]byte, 4096)
	if _, err := ch.Read(buf); err != nil {
		t.Error(err)
	}
	// a second session, other channels, requests beside the channel
	for _, kind := range []string{"session", "direct-tcpip", "x11", "auth-agent@openssh.com", "forwarded-tcpip", "direct-streamlocal@openssh.com", "tun@openssh.com", "nonsense"} {
		if ch, _, err := c.OpenChannel(kind, ssh.Marshal(struct {
			Host  string
			Port  uint32
			From  string
			FromP uint32
		}{"127.0.0.1", 22, "127.0.0.1", 1})); err == nil {
			_ = ch.Close()
			t.Errorf("a channel %s is opened", kind)
		}
	}
	for _, kind := range []string{"tcpip-forward", "cancel-tcpip-forward", "streamlocal-forward@openssh.com", "no-more-sessions@openssh.com"} {
		if ok, _, err := c.SendRequest(kind, true, ssh.Marshal(struct {
			Host string
			Port uint32
		}{"127.0.0.1", 0})); ok || err != nil {
			t.Errorf("%s: %t, %v", kind, ok, err)
		}
	}
	if strings.Contains(h.log.String(), "panic") {
		t.Error(h.log.String())
	}
}

// TestForgedSizes claims windows that cannot be.
func TestForgedSizes(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.drive()
	for _, size := range [][2]uint32{{0, 0}, {0, 24}, {1, 1}, {4_000_000_000, 4_294_967_295}, {1, 4_000_000_000}} {
		ch, ask := rawSession(t, h.dial("x"))
		if !ask("pty-req", ptyRequest{Term: "xterm", W: size[0], H: size[1]}) || !ask("shell", nil) {
			t.Fatalf("%v is refused", size)
		}
		go io.Copy(io.Discard, ch) //nolint:errcheck // ends with the connection
		for range 50 {
			if !ask("window-change", windowChange{size[1], size[0], 0, 0}) {
				t.Errorf("%v", size)
			}
		}
	}
	until(t, "five came", func() bool { return h.room.Len() == 6 })
	for _, p := range h.room.People() {
		if p.Width > 400 || p.Height > 200 || p.ID != h.local && (p.Width < 1 || p.Height < 1) {
			t.Errorf("%dx%d", p.Width, p.Height)
		}
	}
	if strings.Contains(h.log.String(), "panic") {
		t.Error(h.log.String())
	}
}

// TestNoTerminal joins without one.
func TestNoTerminal(t *testing.T) {
	t.Parallel()
	h := open(t)
	sess, err := h.dial("x").NewSession()
	if err != nil {
		t.Fatal(err)
	}
	out, err := sess.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := sess.Shell(); err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(out)
	want := "Rapat ini perlu layar terminal. Bergabunglah dengan: ssh -t -p " + h.port() + " 127.0.0.1\r\n"
	if err != nil || string(b) != want {
		t.Errorf("%q, %v", b, err)
	}
	var exit *ssh.ExitError
	if err := sess.Wait(); err == nil {
		t.Error("exit status 0")
	} else if !asExit(err, &exit) || exit.ExitStatus() != 1 {
		t.Error(err)
	}
}

func asExit(err error, to **ssh.ExitError) bool {
	e, ok := err.(*ssh.ExitError) //nolint:errorlint // Wait gives it bare
	*to = e
	return ok
}

// TestWindowChangesBeforeAShell floods what blocked the library, then leaves;
// nothing stays behind.
func TestWindowChangesBeforeAShell(t *testing.T) {
	t.Parallel()
	h := open(t)
	for range 20 {
		c, err := ssh.Dial("tcp", h.addr, clientConfig("x"))
		if err != nil {
			t.Fatal(err)
		}
		_, ask := rawSession(t, c)
		ask("pty-req", ptyRequest{Term: "xterm", W: 80, H: 24})
		for range 20 {
			ask("window-change", windowChange{100, 30, 0, 0})
		}
		_ = c.Close()
	}
	until(t, "without goroutines of the gate", func() bool {
		buf := make([]byte, 4<<20)
		return !strings.Contains(string(buf[:runtime.Stack(buf, true)]), "sshd.(*gatedChannel)")
	})
}

// TestEditingKeysOfAViewer presses everything there is: the room stays where it
// is, and what belongs to the server's user is not touched.
func TestEditingKeysOfAViewer(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.drive()
	before, _ := h.room.Latest()
	c := h.join(h.dial("iseng"), look{w: 120, h: 36})
	c.sees("Mengikuti")
	for k := byte(1); k < 127; k++ {
		if k == 'q' || k == 3 || k == 27 || k == 'Q' {
			continue
		}
		c.press(string(rune(k)))
	}
	c.press("\x1b[200~ctrl+v \x16 \x1a\x1b[201~")
	c.press("\x1b[A\x1b[B\x1bOP\x1b[15~\x1b[1;5C\x1b[<0;5;5M\x1b[<0;5;5m")
	// it still answers
	until(t, "looking around", func() bool { return h.room.People()[1].Looking })
	after, _ := h.room.Latest()
	if after != before {
		t.Errorf("the room went from post %d to %d", before.Seq, after.Seq)
	}
	if strings.Contains(h.log.String(), "panic") {
		t.Error(h.log.String())
	}
}

// TestSilentAtTheDoor leaves connections half open: others come in as ever.
func TestSilentAtTheDoor(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.drive()
	for i := range 50 {
		c, err := net.Dial("tcp", h.addr)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = c.Close() }()
		if i%2 == 0 {
			_, _ = io.WriteString(c, "SSH-2.0-half\r\n\x00\x00")
		}
	}
	begin := time.Now()
	h.join(h.dial("dewi"), look{w: 80, h: 24}).sees("Mengikuti")
	if took := time.Since(begin); took > patience {
		t.Errorf("came in after %v", took)
	}
}
