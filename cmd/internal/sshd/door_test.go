package sshd_test

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"rakor/cmd/internal/sshd"
)

func (h *house) refused(user string, auth ...ssh.AuthMethod) error {
	h.tb.Helper()
	c, err := ssh.Dial("tcp", h.addr, clientConfig(user, auth...))
	if err == nil {
		_ = c.Close()
		h.tb.Errorf("%s is let in", user)
	}
	return err
}

func TestDoor(t *testing.T) {
	t.Parallel()
	ani, viewer, stranger := signer(t), signer(t), signer(t)
	withKeys := func(c *sshd.Config) { c.Viewers = []sshd.Key{{Public: viewer.PublicKey(), Name: "Dewi"}} }
	password := ssh.Password("123456")
	for name, mode := range map[string]sshd.Audience{"open": sshd.Open, "pin": sshd.PIN, "keys": sshd.Keys} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := open(t, audience(mode), presenters(ani), withKeys)
			pin := h.srv.PIN()
			// the presenters' door: a key on their list, nothing else
			_ = h.dial("penyaji", ssh.PublicKeys(ani)).Close()
			_ = h.refused("penyaji")
			_ = h.refused("penyaji", ssh.PublicKeys(stranger))
			_ = h.refused("penyaji", ssh.PublicKeys(viewer))
			_ = h.refused("penyaji", pinAuth(pin), password)
			// the audience's door
			switch mode {
			case sshd.Open:
				_ = h.dial("dewi").Close()
			case sshd.PIN:
				_ = h.dial("dewi", pinAuth(pin)).Close()
				_ = h.refused("dewi")
				_ = h.refused("dewi", ssh.PublicKeys(ani), ssh.PublicKeys(viewer), password)
			case sshd.Keys:
				_ = h.dial("dewi", ssh.PublicKeys(viewer)).Close()
				_ = h.refused("dewi")
				_ = h.refused("dewi", ssh.PublicKeys(stranger), pinAuth("000000"), password)
			}
			// a presenter's key under another name is audience at most
			if mode != sshd.Open {
				_ = h.refused("ani", ssh.PublicKeys(ani))
			}
		})
	}
}

// TestPresenterKeyUnderAnotherName joins an open meeting with a presenter's
// key and another name: audience, which never drives.
func TestPresenterKeyUnderAnotherName(t *testing.T) {
	t.Parallel()
	ani := signer(t)
	h := open(t, presenters(ani))
	c := h.join(h.dial("ani", ssh.PublicKeys(ani)), look{w: 80, h: 24})
	c.sees("Mengikuti penyaji")
	if s, _ := h.room.Stage(); len(s.Floor.Seats) != 0 {
		t.Error("sits at the operators' table")
	}
}

// TestPIN tries wrong PINs, with right ones among them.
func TestPIN(t *testing.T) {
	t.Parallel()
	h := open(t, audience(sshd.PIN))
	h.drive()
	pin := h.srv.PIN()
	wrong := "000000"
	if pin == wrong {
		wrong = "000001"
	}
	begin := time.Now()
	_ = h.refused("dewi", pinAuth(wrong))
	if took := time.Since(begin); took < time.Second {
		t.Errorf("a wrong PIN is answered after %v", took)
	}
	// Twelve guess at once: their answers come at two a second in all. Right
	// ones get in meanwhile, however many guess from the same address.
	var wg sync.WaitGroup
	begin = time.Now()
	last := make(chan time.Duration, 12)
	for range 12 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c, err := ssh.Dial("tcp", h.addr, clientConfig("tebak", pinAuth(wrong)))
			if err == nil {
				_ = c.Close()
				t.Error("a wrong PIN is taken")
			}
			last <- time.Since(begin)
		}()
	}
	for range 3 {
		_ = h.dial("dewi", pinAuth(pin)).Close()
	}
	wg.Wait()
	close(last)
	var longest time.Duration
	for d := range last {
		longest = max(longest, d)
	}
	if longest < 6*time.Second {
		t.Errorf("12 wrong PINs are answered within %v", longest)
	}
	// a new PIN replaces the old one
	fresh, err := h.srv.NewPIN()
	if err != nil || fresh == pin || h.srv.PIN() != fresh {
		t.Errorf("%q after %q, %v", fresh, pin, err)
	}
	_ = h.refused("dewi", pinAuth(pin))
	_ = h.dial("dewi", pinAuth(fresh)).Close()
}

func TestHostKey(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a", "ssh", "ssh_host_ed25519_key")
	var wg sync.WaitGroup
	got := make([][]byte, 8)
	for i := range got { // several start at once
		wg.Add(1)
		go func() {
			defer wg.Done()
			b, err := sshd.HostKey(path)
			if err != nil {
				t.Error(err)
			}
			got[i] = b
		}()
	}
	wg.Wait()
	on, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range got {
		if string(got[i]) != string(on) {
			t.Errorf("start %d has another key than the file", i)
		}
	}
	k, err := ssh.ParsePrivateKey(on)
	if err != nil || k.PublicKey().Type() != ssh.KeyAlgoED25519 {
		t.Errorf("%v %v", k, err)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("%v beside the key", entries)
	}
	if runtime.GOOS != "windows" {
		for p, mode := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
			if fi, err := os.Stat(p); err != nil || fi.Mode().Perm() != mode {
				t.Errorf("%s has mode %v, want %v", p, fi.Mode(), mode)
			}
		}
	}
	// what is there is never written to, not even when it is no key
	if err := os.WriteFile(path, []byte("my own notes"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := sshd.HostKey(path); !errors.Is(err, sshd.ErrHostKey) {
		t.Errorf("a file that is no key: %v", err)
	}
	if b, _ := os.ReadFile(path); string(b) != "my own notes" {
		t.Error("the file was overwritten")
	}
}

func TestParseKeys(t *testing.T) {
	t.Parallel()
	a := strings.TrimSpace(string(ssh.MarshalAuthorizedKey(signer(t).PublicKey())))
	b := strings.TrimSpace(string(ssh.MarshalAuthorizedKey(signer(t).PublicKey())))
	ks, err := sshd.ParseKeys("keys", []byte("# the team\n\n"+a+" Ani Wijaya\r\n"+b+"\n"))
	if err != nil || len(ks) != 2 || ks[0].Name != "Ani Wijaya" || ks[1].Name != "" {
		t.Fatalf("%v %v", ks, err)
	}
	if ks, err := sshd.ParseKeys("keys", nil); err != nil || ks != nil {
		t.Errorf("an empty file: %v %v", ks, err)
	}
	for name, file := range map[string]string{
		"options": `from="10.0.0.1",no-pty ` + a, "command": `command="/bin/sh" ` + a, "garbage": "hello", "half a key": a[:40],
	} {
		_, err := sshd.ParseKeys("keys", []byte(b+"\n"+file+"\n"))
		if !errors.Is(err, sshd.ErrKeys) || !strings.Contains(err.Error(), "keys: line 2") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestOldAlgorithms meets clients that speak only what is broken.
func TestOldAlgorithms(t *testing.T) {
	t.Parallel()
	h := open(t)
	for name, old := range map[string]ssh.Config{
		"sha1 key exchange": {KeyExchanges: []string{ssh.InsecureKeyExchangeDH14SHA1}},
		"group1":            {KeyExchanges: []string{ssh.InsecureKeyExchangeDH1SHA1}},
		"cbc":               {Ciphers: []string{ssh.InsecureCipherAES128CBC}},
		"rc4":               {Ciphers: []string{ssh.InsecureCipherRC4}},
		"sha1 mac":          {Ciphers: []string{ssh.CipherAES128CTR}, MACs: []string{ssh.HMACSHA1}},
	} {
		cfg := clientConfig("x")
		cfg.Config = old
		c, err := ssh.Dial("tcp", h.addr, cfg)
		if err == nil {
			_ = c.Close()
			t.Errorf("%s is spoken", name)
		}
	}
}

func TestLimits(t *testing.T) {
	t.Parallel()
	h := open(t, func(c *sshd.Config) { c.Max, c.PerAddress = 2, 5 })
	h.drive()
	for i := range 2 {
		h.join(h.dial("x"), look{w: 80, h: 24}).sees("Mengikuti")
		_ = i
	}
	full := h.join(h.dial("x"), look{w: 80, h: 24})
	if code := full.over(); code != 1 || !strings.Contains(full.received(), "Ruang rapat penuh") {
		t.Errorf("exit status %d, %q", code, full.received())
	}
	until(t, "ready for more", func() bool { return strings.Count(h.log.String(), `"msg":"came"`) == 2 })
	// connections that say nothing use up an address
	var silent []net.Conn
	for range 3 {
		c, err := net.Dial("tcp", h.addr)
		if err != nil {
			t.Fatal(err)
		}
		silent = append(silent, c)
	}
	until(t, "full", func() bool {
		c, err := ssh.Dial("tcp", h.addr, clientConfig("x"))
		if err == nil {
			_ = c.Close()
		}
		return err != nil && strings.Contains(h.log.String(), "too many connections")
	})
	for _, c := range silent {
		_ = c.Close()
	}
	until(t, "open again", func() bool {
		c, err := ssh.Dial("tcp", h.addr, clientConfig("x"))
		if err == nil {
			_ = c.Close()
		}
		return err == nil
	})
}

// TestKeepalive loses a client that answers nothing, and keeps one that is only
// silent.
func TestKeepalive(t *testing.T) {
	t.Parallel()
	h := open(t, func(c *sshd.Config) { c.Keepalive = 2 * time.Second })
	h.drive()
	quiet := h.join(h.dial("diam"), look{w: 80, h: 24, silent: true})
	quiet.sees("Mengikuti")
	// A relay that stops: the connection is there, and nobody is.
	relay, cut := relayTo(t, h.addr)
	dead, err := ssh.Dial("tcp", relay, clientConfig("putus"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = dead.Close() }()
	h.join(dead, look{w: 80, h: 24}).sees("Mengikuti")
	if n := h.room.Len(); n != 3 {
		t.Fatalf("%d in the room", n)
	}
	cut()
	until(t, "missed three keepalives", func() bool { return h.room.Len() == 2 })
	quiet.press("L")
	quiet.sees("Following")
}

// relayTo passes one connection on to addr until it is cut: then it stays open
// and passes nothing.
func relayTo(t *testing.T, addr string) (at string, cut func()) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	stop := make(chan struct{})
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		in, err := l.Accept()
		if err != nil {
			return
		}
		out, err := net.Dial("tcp", addr)
		if err != nil {
			return
		}
		t.Cleanup(func() { _, _ = in.Close(), out.Close() })
		pass := func(from, to net.Conn) {
			buf := make([]byte, 4096)
			for {
				n, err := from.Read(buf)
				if err != nil {
					return
				}
				select {
				case <-stop:
					return
				default:
				}
				if _, err := to.Write(buf[:n]); err != nil {
					return
				}
			}
		}
		go pass(in, out)
		go pass(out, in)
	}()
	return l.Addr().String(), func() { close(stop) }
}
