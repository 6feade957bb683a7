package sshd_test

import (
	"io"
	"net"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/crypto/ssh"
)

// onTerminal starts the stock client on a terminal of a size.
func (r *run) onTerminal(w, h uint16) *run {
	r.t.Helper()
	r.cmd.Stdin, r.cmd.Stdout, r.in = nil, nil, nil
	f, err := pty.StartWithSize(r.cmd, &pty.Winsize{Rows: h, Cols: w})
	if err != nil {
		r.t.Fatal(err)
	}
	r.in, r.pty = f, f
	r.t.Cleanup(func() { _, _ = r.cmd.Process.Kill(), f.Close() })
	go func() { _, _ = io.Copy(r.out, f) }()
	return r
}

// TestStockClientOpensNoOtherChannel asks for channels that are no session.
func TestStockClientOpensNoOtherChannel(t *testing.T) {
	t.Parallel()
	stock(t)
	h := open(t)
	h.drive()
	sock := filepath.Join(t.TempDir(), "s")
	for name, options := range map[string][]string{
		"connection to a host":  {"-W", "127.0.0.1:22"},
		"tunnel":                {"-N", "-w", "0:0", "-o", "Tunnel=ethernet", "-o", "ExitOnForwardFailure=yes"},
		"listening on a socket": {"-N", "-o", "ExitOnForwardFailure=yes", "-R", sock + ":127.0.0.1:22"},
		"listening as a proxy":  {"-N", "-o", "ExitOnForwardFailure=yes", "-R", "127.0.0.1:0"},
	} {
		r := h.ssh(t, "x", options).start()
		if code := r.code(); code == 0 || r.out.String() != "" {
			t.Errorf("%s: exit status %d, %q", name, code, r.out)
		}
	}
	if _, err := net.Dial("unix", sock); err == nil {
		t.Error("the server listens on a socket")
	}
}

// TestStockViewerEditsNothing presses every key there is in the stock client.
func TestStockViewerEditsNothing(t *testing.T) {
	t.Parallel()
	stock(t)
	h := open(t)
	h.drive()
	before, _ := h.room.Latest()
	r := h.ssh(t, "iseng", nil).onTerminal(120, 36)
	r.prints("Mengikuti")
	for k := byte(1); k < 127; k++ {
		if k == 'q' || k == 3 || k == 27 || k == 'Q' {
			continue
		}
		r.press(string(rune(k)))
	}
	r.press("\x1b[200~ctrl+v \x16 \x1a\x1b[201~\x1b[A\x1b[B\x1bOP\x1b[15~\x1b[1;5C\x1b[<0;5;5M\x1b[<0;5;5m")
	until(t, "looking around", func() bool { return h.room.People()[1].Looking })
	if after, _ := h.room.Latest(); after != before {
		t.Errorf("the room went from post %d to %d", before.Seq, after.Seq)
	}
	if strings.Contains(h.log.String(), "panic") {
		t.Error(h.log.String())
	}
}

// TestStockSizes joins from terminals that the stock client tells of: none, of
// no size, as small and as large as a terminal can claim to be.
func TestStockSizes(t *testing.T) {
	t.Parallel()
	stock(t)
	h := open(t)
	h.drive()
	for _, size := range []struct{ w, h, wantW, wantH int }{
		{0, 0, 80, 24}, {1, 1, 1, 1}, {65535, 65535, 400, 200}, {65535, 1, 400, 1}, {120, 36, 120, 36},
	} {
		r := h.ssh(t, "x", nil).onTerminal(uint16(size.w), uint16(size.h))
		until(t, "came", func() bool { return h.room.Len() == 2 })
		p := h.room.People()[1]
		if p.Width != size.wantW || p.Height != size.wantH {
			t.Errorf("%dx%d is taken for %dx%d", size.w, size.h, p.Width, p.Height)
		}
		if err := pty.Setsize(r.pty, &pty.Winsize{Rows: 65535, Cols: 65535}); err != nil {
			t.Error(err)
		}
		until(t, "400x200", func() bool {
			ps := h.room.People()
			return len(ps) == 2 && ps[1].Width == 400 && ps[1].Height == 200
		})
		_ = r.cmd.Process.Kill()
		_ = r.cmd.Wait()
		until(t, "gone", func() bool { return h.room.Len() == 1 })
	}
	if strings.Contains(h.log.String(), "panic") {
		t.Error(h.log.String())
	}
}

// TestSteps leaves connections standing at each step on the way in; they end by
// themselves.
func TestSteps(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.drive()
	ended := make(chan string, 3)
	watch := func(name string, c net.Conn) {
		t.Cleanup(func() { _ = c.Close() })
		go func() {
			_, _ = io.Copy(io.Discard, c)
			ended <- name
		}()
	}
	silent, err := net.Dial("tcp", h.addr)
	if err != nil {
		t.Fatal(err)
	}
	watch("no key exchange", silent)
	half, err := net.Dial("tcp", h.addr)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.WriteString(half, "SSH-2.0-half\r\n\x00\x00")
	watch("half a key exchange", half)
	in := h.dial("x") // let in, and asks for nothing
	go func() {
		_ = in.Wait()
		ended <- "no shell"
	}()
	timeout := time.After(patience)
	for range 3 {
		select {
		case <-ended:
		case <-timeout:
			t.Fatal("a connection that stopped half-way stays for ever")
		}
	}
	h.join(h.dial("dewi"), look{w: 80, h: 24}).sees("Mengikuti")
}

// TestTries offers many keys, and many PINs, on one connection.
func TestTries(t *testing.T) {
	t.Parallel()
	ani := signer(t)
	h := open(t, audience(0), presenters(ani))
	agent := func(strangers int) ssh.AuthMethod {
		var ks []ssh.Signer
		for range strangers {
			ks = append(ks, signer(t))
		}
		return ssh.PublicKeys(append(ks, ani)...)
	}
	_ = h.dial("penyaji", agent(5)).Close() // an agent that knows others too
	_ = h.refused("penyaji", agent(30))
	pin, wrong := h.srv.PIN(), "abc"
	_ = h.dial("dewi", pinAuth(wrong, pin)).Close()
	_ = h.refused("dewi", pinAuth(wrong, wrong, wrong, wrong, wrong, pin))
	if !strings.Contains(h.log.String(), `"method":"keyboard-interactive"`) || !strings.Contains(h.log.String(), `"method":"publickey"`) {
		t.Error("refused tries are not logged")
	}
}
