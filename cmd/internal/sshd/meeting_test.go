package sshd_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"
	"golang.org/x/crypto/ssh"

	"rakor/ui"
	"rakor/ui/lang"
	"rakor/ui/meeting"
	"rakor/ui/state"
)

func on(st state.State, tab state.Tab) state.State {
	st.Tab = tab
	return st
}

// expect gives the screen that a follower of a state must see, decoded from
// the presenter's state without server, group or difference.
func expect(h *house, p *meeting.Post, k meeting.Key) []string {
	var envs meeting.Envs
	env := envs.For(k)
	frame := meeting.Compose(env, ui.New(h.snap, p.State, env).Frame().Text, meeting.FollowerBar(env.Words, p))
	e := vt.NewEmulator(k.Width, k.Height)
	for y, l := range strings.Split(frame, "\n") {
		fmt.Fprintf(e, "\x1b[%d;1H%s\x1b[m", y+1, l)
	}
	return styledOf(e)
}

// TestFollowersSeeThePresentersState walks through the tabs with followers of
// several sizes and kinds of terminal; one more joins at every step. After each
// step everybody's screen, decoded, is the presenter's state at their size.
func TestFollowersSeeThePresentersState(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.drive()
	looks := []struct {
		look look
		key  meeting.Key
	}{
		{look{w: 120, h: 36}, meeting.Key{Width: 120, Height: 36, Profile: colorprofile.ANSI256}},
		{look{w: 80, h: 24, env: [][2]string{{"COLORTERM", "truecolor"}}}, meeting.Key{Width: 80, Height: 24, Profile: colorprofile.TrueColor}},
		{look{w: 60, h: 16, term: "vt100", silent: true}, meeting.Key{Width: 60, Height: 16, Profile: colorprofile.Ascii}},
		{look{w: 20, h: 5, term: "", env: [][2]string{{"LANG", "C"}}}, meeting.Key{Width: 20, Height: 5, Profile: colorprofile.ANSI256, ASCII: true}},
	}
	type seat struct {
		c *client
		k meeting.Key
	}
	var seats []seat
	join := func(i int) {
		l := looks[i%len(looks)]
		seats = append(seats, seat{h.join(h.dial(fmt.Sprintf("warga%d", len(seats))), l.look), l.key})
	}
	for i := range looks {
		join(i)
	}
	st := state.New("6271")
	steps := []state.State{st, on(st, state.TabEstimate), on(st, state.TabProgram)}
	other := st
	other.Regional.Selected, other.Table = "6200", true
	steps = append(steps, other, st)
	for i, s := range steps {
		h.publish(s)
		join(i)
		p, _ := h.room.Latest()
		for j, at := range seats {
			want := expect(h, p, at.k)
			at.c.wait(fmt.Sprintf("step %d at seat %d (%dx%d)", i, j, at.k.Width, at.k.Height), func() bool { return slices.Equal(at.c.styled(), want) })
		}
	}
}

func TestLookAroundAndReturn(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.drive()
	c := h.join(h.dial("dewi"), look{w: 120, h: 36})
	c.sees("Mengikuti penyaji")
	c.sees("[1 Perbandingan Wilayah]")
	c.press("3")
	c.sees("[3 Program OPD]")
	c.sees("Melihat sendiri · penyaji di 1 Wilayah")
	until(t, "told that dewi looks around", func() bool { return h.room.People()[1].Looking })
	h.publish(on(state.New("6271"), state.TabEstimate))
	c.sees("penyaji di 2 Estimasi")
	c.sees("[3 Program OPD]")
	c.press("f")
	c.sees("[2 Estimasi Jumlah Jiwa]")
	c.sees("Mengikuti penyaji")
	until(t, "told that dewi follows", func() bool { return !h.room.People()[1].Looking })
	if p, _ := h.room.Latest(); p.State.Tab != state.TabEstimate {
		t.Error("a viewer has moved the room")
	}
	c.press("q")
	if code := c.over(); code != 0 {
		t.Errorf("exit status %d", code)
	}
	until(t, "left", func() bool { return h.room.Len() == 1 })
}

func TestLanguageAndSize(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.drive()
	c := h.join(h.dial("dewi"), look{w: 120, h: 36})
	c.sees("Perbandingan Wilayah")
	c.press("L")
	c.sees("Regional comparison")
	c.sees("Following the presenter")
	for _, size := range [][2]int{{80, 24}, {60, 16}, {20, 5}, {300, 100}, {120, 36}} {
		c.resize(size[0], size[1])
		p, _ := h.room.Latest()
		want := expect(h, p, meeting.Key{Width: size[0], Height: size[1], Profile: colorprofile.ANSI256, Lang: lang.English})
		c.wait(fmt.Sprintf("screen of %dx%d", size[0], size[1]), func() bool { return slices.Equal(c.styled(), want) })
	}
}

// TestLargeView lets one viewer see larger: the others do not, and the choice
// outlives a lost line.
func TestLargeView(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.drive()
	first := h.dial("belakang")
	c := h.join(first, look{w: 80, h: 24})
	other := h.join(h.dial("depan"), look{w: 80, h: 24})
	c.sees("Mengikuti")
	other.sees("Mengikuti")
	c.press("z")
	c.sees("██████    ██████ ██████")
	c.sees("Mengikuti")
	p, _ := h.room.Latest()
	want := expect(h, p, meeting.Key{Width: 80, Height: 24, Profile: colorprofile.ANSI256})
	other.wait("usual view", func() bool { return slices.Equal(other.styled(), want) })
	_ = first.Close()
	until(t, "gone", func() bool { return h.room.Len() == 2 })
	again := h.join(h.dial("belakang"), look{w: 80, h: 24})
	again.sees("██████    ██████ ██████")
	again.press("3")
	again.sees("Melihat sendiri")
	again.press("z")
	again.sees("Tanpa: P pagu")
	again.press("f")
	again.wait("usual view", func() bool { return slices.Equal(again.styled(), want) })
}

func TestComingBack(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.drive()
	first := h.dial("dewi")
	c := h.join(first, look{w: 120, h: 36})
	c.sees("Mengikuti")
	c.press("L")
	c.sees("Following")
	c.press("3")
	c.sees("[3 Programmes]")
	_ = first.Close() // the line drops
	until(t, "gone", func() bool { return h.room.Len() == 1 })
	again := h.join(h.dial("dewi"), look{w: 80, h: 24})
	again.sees("[3 Programmes]")
	again.sees("Looking around")
	other := h.join(h.dial("eka"), look{w: 120, h: 36})
	other.sees("Mengikuti penyaji")
}

func TestPresenterOverSSH(t *testing.T) {
	t.Parallel()
	ani, budi := signer(t), signer(t)
	h := open(t, presenters(ani, budi))
	viewer := h.join(h.dial("dewi"), look{w: 120, h: 36})
	viewer.sees("Mengikuti penyaji")
	p1conn := h.dial("penyaji", ssh.PublicKeys(ani))
	p1 := h.join(p1conn, look{w: 120, h: 36})
	p1.sees("Anda menyajikan")
	p2 := h.join(h.dial("penyaji", ssh.PublicKeys(budi)), look{w: 120, h: 36})
	p2.sees("Operator, mengikuti")

	// the presenter steps through the tabs; an operator's keys move nobody
	p1.press("2")
	viewer.sees("[2 Estimasi Jumlah Jiwa]")
	p2.press("3")
	p2.sees("[3 Program OPD]")
	p1.press("1")
	viewer.sees("[1 Perbandingan Wilayah]")
	p2.press("f")
	p2.sees("[1 Perbandingan Wilayah]")

	// freeze: the audience keeps what it sees; blank; back
	p1.press("b")
	viewer.sees("Layar ditahan penyaji")
	p1.press("3")
	p1.sees("[3 Program OPD]")
	viewer.sees("[1 Perbandingan Wilayah]")
	p1.press("b")
	viewer.sees("Layar dikosongkan penyaji")
	viewer.lacks("Perbandingan Wilayah")
	p1.press("b")
	viewer.sees("[3 Program OPD]")

	// pointer
	p1.press(".")
	viewer.sees("penunjuk")
	p1.press(".")
	viewer.lacks("penunjuk")

	// hand-over, declined, then accepted, then taken back
	offer := func() {
		t.Helper()
		p1.press("P")
		p1.sees("Peserta: 3")
		p1.press("G\r") // the last to come
		p1.lacks("Peserta: 3")
		p1.sees("Menunggu jawaban Penyaji 2")
		p2.sees("Anda ditawari menyajikan")
	}
	offer()
	p2.press("t")
	until(t, "declined", func() bool { stage, _ := h.room.Stage(); return stage.Floor.To == 0 })
	p2.lacks("Anda ditawari")
	offer()
	p2.press("y")
	p2.sees("Anda menyajikan")
	p1.sees("Operator, mengikuti")
	p2.press("2")
	viewer.sees("[2 Estimasi Jumlah Jiwa]")
	p1.sees("[2 Estimasi Jumlah Jiwa]")
	p1.press("T")
	p1.sees("Anda menyajikan")
	p2.sees("Operator, mengikuti")

	// the presenter's line drops: the room stays and says so
	_ = p1conn.Close()
	viewer.sees("Sambungan penyaji terputus")
	viewer.sees("[2 Estimasi Jumlah Jiwa]")
	p2.press("T") // within the grace time an operator cannot claim
	again := h.join(h.dial("penyaji", ssh.PublicKeys(ani)), look{w: 100, h: 30})
	again.sees("Anda menyajikan")
	viewer.lacks("Sambungan penyaji terputus")
	again.press("1")
	viewer.sees("[1 Perbandingan Wilayah]")

	// who is there
	again.press("P")
	again.sees("Peserta: 3")
	again.sees("dewi")
	again.press("P")
	again.sees("Anda menyajikan")

	// leaving it to the other, who then closes the meeting
	again.press("q")
	again.sees("l serahkan ke Penyaji 2")
	again.press("l")
	again.over()
	p2.sees("Anda menyajikan")
	p2.press("q")
	p2.sees("c tutup rapat")
	p2.press("\x1b")
	p2.sees("Anda menyajikan")
	p2.press("q")
	p2.sees("c tutup rapat")
	p2.press("c")
	p2.over()
	if code := viewer.over(); code != 0 {
		t.Errorf("exit status %d", code)
	}
	if got := viewer.received(); !strings.HasSuffix(got, "\x1b[?25h\x1b[?1049lRapat telah selesai. Terima kasih.\r\n") {
		t.Errorf("the viewer's terminal is left with %q", got[max(0, len(got)-120):])
	}
}

func TestEndOfTheMeeting(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.drive()
	var cs []*client
	for i := range 5 {
		c := h.join(h.dial(fmt.Sprint("warga", i)), look{w: 80, h: 24})
		c.sees("Mengikuti")
		cs = append(cs, c)
	}
	// one who does not read at all must not hold the others up
	stuck, err := h.dial("macet").NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if err := stuck.RequestPty("xterm", 24, 80, nil); err != nil {
		t.Fatal(err)
	}
	if err := stuck.Shell(); err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	h.stop()
	for _, c := range cs {
		if code := c.over(); code != 0 {
			t.Errorf("exit status %d", code)
		}
		if !strings.HasSuffix(c.received(), "Rapat telah selesai. Terima kasih.\r\n") || !strings.Contains(c.received(), "\x1b[?1049l") {
			t.Error("a terminal is not given back")
		}
	}
	err = <-h.ended
	h.ended <- err
	if took := time.Since(begin); err != nil || took > 30*time.Second {
		t.Errorf("ended after %v with %v", took, err)
	}
}

// TestTerminals joins with terminals that say little or nothing.
func TestTerminals(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.drive()
	for _, term := range []string{"", "unknown", "vt52", "xterm", "linux", "screen", "dumb", "\x1b]0;x\x07", strings.Repeat("x", 5000)} {
		name := term
		if len(name) > 10 {
			name = name[:10]
		}
		t.Run(fmt.Sprintf("%q", name), func(t *testing.T) {
			t.Parallel()
			sess, err := h.dial("x").NewSession()
			if err != nil {
				t.Fatal(err)
			}
			out, err := sess.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := sess.RequestPty(term, 24, 80, nil); err != nil {
				t.Fatal(err)
			}
			begin := time.Now()
			if err := sess.Shell(); err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			buf := make([]byte, 32<<10)
			for !strings.Contains(got.String(), "Palangka") {
				n, err := out.Read(buf)
				if err != nil {
					t.Fatalf("%v after %q", err, got.String())
				}
				got.Write(buf[:n])
			}
			if took := time.Since(begin); took > patience {
				t.Errorf("first frame after %v", took)
			}
			if strings.Contains(got.String(), "\x1b]11") && term != "xterm" {
				t.Error("a terminal of that kind is asked for its colours")
			}
		})
	}
}

// TestLog reads the log of a small meeting: JSON, a line each, no PIN.
func TestLog(t *testing.T) {
	t.Parallel()
	h := open(t, audience(0))
	h.drive()
	pin := h.srv.PIN()
	if len(pin) != 6 {
		t.Fatalf("pin %q", pin)
	}
	c := h.join(h.dial("dewi\x1b[2J", pinAuth(pin)), look{w: 80, h: 24})
	c.sees("Mengikuti")
	c.press("q")
	c.over()
	until(t, "left", func() bool { return strings.Contains(h.log.String(), `"msg":"left"`) })
	came := false
	for _, l := range strings.Split(strings.TrimSpace(h.log.String()), "\n") {
		var e map[string]any
		if err := json.Unmarshal([]byte(l), &e); err != nil {
			t.Fatalf("%v: %s", err, l)
		}
		if e["msg"] == "came" {
			came = true
			if name, _ := e["name"].(string); !strings.HasPrefix(name, "dewi") || strings.Contains(name, "\x1b") || e["addr"] == nil || e["as"] != "audience" {
				t.Error(l)
			}
		}
	}
	if !came || strings.Contains(h.log.String(), pin) {
		t.Errorf("log:\n%s", h.log.String())
	}
}

func pinAuth(pins ...string) ssh.AuthMethod {
	i := 0
	return ssh.RetryableAuthMethod(ssh.KeyboardInteractive(func(_, _ string, questions []string, _ []bool) ([]string, error) {
		if len(questions) == 0 {
			return nil, nil
		}
		p := pins[min(i, len(pins)-1)]
		i++
		return []string{p}, nil
	}), len(pins))
}

// What is copied arrives at the terminal of who copied it and nowhere else:
// whether they follow, look around or drive. A viewer's wish to save a file is
// a copy too: nothing is written on the server.
func TestCopyIsForOneTerminal(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.drive()
	a, b := h.join(h.dial("dewi"), look{w: 120, h: 36}), h.join(h.dial("budi"), look{w: 120, h: 36})
	a.sees("Mengikuti")
	b.sees("Mengikuti")
	copied := func(c *client) int { return strings.Count(c.received(), "\x1b]52;c;") }
	a.press("y")
	a.wait("a copy while following", func() bool { return copied(a) == 1 })
	if p := h.room.People(); p[1].Looking || p[2].Looking {
		t.Error("who copies stops following")
	}
	_, rest, _ := strings.Cut(a.received(), "\x1b]52;c;")
	code, _, _ := strings.Cut(rest, "\x07")
	text, err := base64.StdEncoding.DecodeString(code)
	if err != nil || !strings.Contains(string(text), "Lamandau") || !strings.Contains(string(text), "sha256:") {
		t.Errorf("copied %q, %v", text, err)
	}
	a.press("j") // looks around
	until(t, "looking around", func() bool { return h.room.People()[1].Looking })
	a.press("x\r")
	a.wait("a copy instead of a file", func() bool { return copied(a) == 2 })
	if copied(b) != 0 {
		t.Error("another terminal got the copy")
	}
}
