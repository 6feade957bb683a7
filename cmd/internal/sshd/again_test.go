package sshd_test

import (
	"net"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"rakor/cmd/internal/sshd"
)

func lostAfter(d time.Duration) option { return func(c *sshd.Config) { c.Lost = d } }

// wanders joins, goes to the third tab in English, and leaves without a word.
func (h *house) wanders(conn *ssh.Client) {
	h.tb.Helper()
	before := h.room.Len()
	c := h.join(conn, look{w: 120, h: 36})
	c.sees("Mengikuti")
	c.press("L")
	c.sees("Following")
	c.press("3")
	c.sees("[3 Programmes]")
	_ = conn.Close()
	until(h.tb, "gone", func() bool { return h.room.Len() == before })
}

// isBack and isNew tell whether somebody is where wanders has left them.
func (h *house) isBack(conn *ssh.Client) {
	h.tb.Helper()
	c := h.join(conn, look{w: 80, h: 24})
	c.sees("[3 Programmes]")
	c.sees("Looking around")
}

func (h *house) isNew(conn *ssh.Client) {
	h.tb.Helper()
	c := h.join(conn, look{w: 120, h: 36})
	c.sees("Mengikuti penyaji")
}

// TestKnownAgain comes back by what each door knows people by, and by less.
func TestKnownAgain(t *testing.T) {
	t.Parallel()
	t.Run("pin", func(t *testing.T) {
		t.Parallel()
		h := open(t, audience(sshd.PIN))
		h.drive()
		as := func(user string) *ssh.Client { return h.dial(user, pinAuth(h.srv.PIN())) }
		h.wanders(as("dewi"))
		h.isNew(as("eka"))
		h.isBack(as("dewi"))
		h.wanders(as("fitri"))
		if _, err := h.srv.NewPIN(); err != nil {
			t.Fatal(err)
		}
		h.isNew(as("fitri"))
	})
	t.Run("keys", func(t *testing.T) {
		t.Parallel()
		dewi, eka := signer(t), signer(t)
		h := open(t, audience(sshd.Keys), func(c *sshd.Config) {
			c.Viewers = []sshd.Key{{Public: dewi.PublicKey()}, {Public: eka.PublicKey()}}
		})
		h.drive()
		h.wanders(h.dial("dewi", ssh.PublicKeys(dewi)))
		h.isNew(h.dial("dewi", ssh.PublicKeys(eka))) // the name is not asked
		h.isBack(h.dial("laptop", ssh.PublicKeys(dewi)))
	})
	t.Run("open", func(t *testing.T) {
		t.Parallel()
		h := open(t)
		h.drive()
		h.wanders(h.dial("dewi"))
		// Another address of the same machine, where it has one.
		d := net.Dialer{Timeout: patience, LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 2)}}
		if raw, err := d.DialContext(t.Context(), "tcp", h.addr); err == nil {
			cc, chans, reqs, err := ssh.NewClientConn(raw, h.addr, clientConfig("dewi"))
			if err != nil {
				t.Fatal(err)
			}
			h.isNew(ssh.NewClient(cc, chans, reqs))
		}
		h.isBack(h.dial("dewi"))
	})
}

// TestBackBeforeTheLineIsMissed comes back while the server still believes in
// the old line, as a laptop does that has lost its network for a moment.
func TestBackBeforeTheLineIsMissed(t *testing.T) {
	t.Parallel()
	h := open(t, lostAfter(100*time.Millisecond))
	h.drive()
	relay, cut := relayTo(t, h.addr)
	old, err := ssh.Dial("tcp", relay, clientConfig("dewi"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = old.Close() }()
	c := h.join(old, look{w: 120, h: 36})
	c.sees("Mengikuti")
	c.press("3")
	c.sees("Melihat sendiri")
	until(t, "looking around", func() bool { return h.room.People()[1].Looking })
	cut()
	again := h.join(h.dial("dewi"), look{w: 80, h: 24})
	again.sees("Melihat sendiri")
	again.sees("[3 Program")
	until(t, "there once", func() bool { return h.room.Len() == 2 })
}

// TestNamesakes lets two of one name be there: neither takes anything of the
// other's.
func TestNamesakes(t *testing.T) {
	t.Parallel()
	h := open(t, lostAfter(patience))
	h.drive()
	first := h.join(h.dial("user"), look{w: 120, h: 36})
	first.sees("Mengikuti")
	first.press("3")
	first.sees("Melihat sendiri")
	second := h.join(h.dial("user"), look{w: 120, h: 36})
	second.sees("Mengikuti")
	second.press("L")
	second.sees("Following")
	first.press("1")
	first.sees("[1 Perbandingan Wilayah]")
	if n := h.room.Len(); n != 3 {
		t.Errorf("%d in the room", n)
	}
}

// TestPresenterBackBeforeTheLineIsMissed reclaims the floor with the same key
// while the old line still seems to be there.
func TestPresenterBackBeforeTheLineIsMissed(t *testing.T) {
	t.Parallel()
	ani := signer(t)
	h := open(t, presenters(ani), lostAfter(100*time.Millisecond))
	relay, cut := relayTo(t, h.addr)
	old, err := ssh.Dial("tcp", relay, clientConfig("penyaji", ssh.PublicKeys(ani)))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = old.Close() }()
	p := h.join(old, look{w: 120, h: 36})
	p.sees("Anda menyajikan")
	p.press("2")
	p.sees("[2 Estimasi")
	cut()
	again := h.join(h.dial("penyaji", ssh.PublicKeys(ani)), look{w: 120, h: 36})
	again.sees("Anda menyajikan")
	again.sees("[2 Estimasi")
}

// TestPINAsAName keeps a PIN that was typed as a name out of the log.
func TestPINAsAName(t *testing.T) {
	t.Parallel()
	h := open(t, audience(sshd.PIN))
	h.drive()
	pin := h.srv.PIN()
	c := h.join(h.dial("x"+pin, pinAuth(pin)), look{w: 80, h: 24})
	c.sees("Mengikuti")
	c.press("q")
	c.over()
	_ = h.refused(pin, pinAuth("wrong"))
	until(t, "logged", func() bool {
		l := h.log.String()
		return strings.Contains(l, `"msg":"left"`) && strings.Contains(l, `"msg":"refused"`)
	})
	if l := h.log.String(); strings.Contains(l, pin) || !strings.Contains(l, "x******") {
		t.Error(l)
	}
}
