package meeting_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"rakor/ui"
	"rakor/ui/meeting"
	"rakor/ui/state"
)

// porter is a house whose PIN can be changed.
type porter struct {
	pin  string
	fail error
}

func (p *porter) Join() meeting.Join {
	return meeting.Join{Addresses: []string{"10.0.0.5"}, Port: 2222, Fingerprint: "SHA256:x", PIN: p.pin}
}

func (p *porter) NewPIN() (string, error) {
	if p.fail == nil {
		p.pin = "654321"
	}
	return p.pin, p.fail
}

// table is a room with desks at it.
type table struct {
	t     *testing.T
	room  *meeting.Room
	clock *clock
	house *porter
}

func newTable(t *testing.T) *table {
	t.Helper()
	r, c, _ := newRoom(t)
	return &table{t: t, room: r, clock: c, house: &porter{pin: "123456"}}
}

// sit brings an operator to a desk; the host is the machine itself.
func (tb *table) sit(name string, host bool) *meeting.Desk {
	tb.t.Helper()
	var envs meeting.Envs
	id := enter(tb.t, tb.room, name, name)
	post, _ := tb.room.Latest()
	s := ui.New(post.Snap, post.State, envs.For(meeting.Key{Width: 100, Height: 30}))
	return meeting.NewDesk(tb.room, tb.house, id, name, s, tb.clock.now, host)
}

func key(name string) tea.KeyPressMsg {
	switch name {
	case "esc":
		return tea.KeyPressMsg{Code: tea.KeyEscape}
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case "ctrl+c":
		return tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{Code: rune(name[0]), Text: name}
}

// press types keys at a desk and gives the effects of the last one.
func press(d *meeting.Desk, names ...string) (es []state.Effect) {
	for _, n := range names {
		es = d.Key(key(n))
	}
	return es
}

func (tb *table) sees(d *meeting.Desk, texts ...string) {
	tb.t.Helper()
	d.Sync()
	frame := ansi.Strip(d.Frame())
	for _, text := range texts {
		if !strings.Contains(frame, text) {
			tb.t.Fatalf("no %q on\n%s", text, frame)
		}
	}
}

func (tb *table) lacks(d *meeting.Desk, text string) {
	tb.t.Helper()
	d.Sync()
	if frame := ansi.Strip(d.Frame()); strings.Contains(frame, text) {
		tb.t.Fatalf("%q on\n%s", text, frame)
	}
}

func quits(es []state.Effect) bool {
	return len(es) == 1 && es[0] == state.Effect(state.Quit{})
}

func (tb *table) post() *meeting.Post {
	p, _ := tb.room.Latest()
	return p
}

// TestDeskDrives drives, freezes and hands over from the machine that holds the
// meeting, and takes the floor back.
func TestDeskDrives(t *testing.T) {
	t.Parallel()
	tb := newTable(t)
	ani, budi := tb.sit("Ani", true), tb.sit("Budi", false)
	tb.sees(ani, "Anda menyajikan · 0 peserta")
	tb.sees(budi, "Operator, mengikuti (Ani)")
	press(ani, "3")
	if tb.post().State.Tab != state.TabProgram {
		t.Fatal("the room is not where its driver is")
	}
	tb.sees(budi, "[3 Program OPD]")
	press(budi, "1")
	tb.sees(budi, "[1 Perbandingan", "penyaji di 3 Program")
	if !budi.Looking() || tb.post().State.Tab != state.TabProgram {
		t.Fatal("who only follows moves the room")
	}
	press(budi, "f")
	tb.sees(budi, "[3 Program OPD]")

	press(ani, "b", "1")
	tb.sees(ani, "Layar peserta ditahan", "[1 Perbandingan")
	tb.sees(budi, "Layar ditahan penyaji", "[3 Program OPD]")
	press(budi, "2") // what is held back is not to be walked around in
	tb.sees(budi, "[3 Program OPD]")
	press(ani, "b")
	tb.sees(budi, "Layar dikosongkan")
	press(ani, "b")
	tb.sees(budi, "[1 Perbandingan")

	press(ani, "P")
	tb.sees(ani, "Peserta: 2", "PIN 123 456", "▸ Ani")
	press(ani, "enter")
	tb.sees(ani, "Hanya operator yang dapat ditawari")
	press(ani, "j", "enter")
	tb.sees(ani, "Menunggu jawaban Budi")
	tb.sees(budi, "Anda ditawari menyajikan", "y terima", "t tolak")
	press(budi, "t")
	tb.lacks(budi, "ditawari")
	press(ani, "P", "G", "enter")
	tb.clock.move(21 * time.Second) // too late
	press(budi, "y")
	if budi.Driving() {
		t.Fatal("an offer is taken after its time")
	}
	press(ani, "P", "G", "enter")
	press(budi, "y")
	tb.sees(budi, "Anda menyajikan")
	tb.sees(ani, "Operator, mengikuti (Budi)", "T ambil kendali")
	press(budi, "2")
	tb.sees(ani, "[2 Estimasi")
	press(ani, "T")
	tb.sees(ani, "Anda menyajikan")
	tb.lacks(budi, "Anda menyajikan")
	if ani.Session().State().Tab != state.TabEstimate {
		t.Error("who takes the floor back begins somewhere else than the room is")
	}
}

// TestDeskLost loses a driver who had frozen the room: it comes back to what
// the room sees, and after the grace time another may take over.
func TestDeskLost(t *testing.T) {
	t.Parallel()
	tb := newTable(t)
	ani, budi := tb.sit("Ani", false), tb.sit("Budi", false)
	press(ani, "2")
	press(ani, "b", "3", ".")
	tb.room.Exit(ani.ID(), "", meeting.Place{})
	tb.sees(budi, "Sambungan penyaji terputus", "[2 Estimasi")
	press(budi, "T")
	if budi.Driving() {
		t.Fatal("taken over before the grace time is over")
	}
	ani = tb.sit("Ani", false)
	if st := ani.Session().State(); !ani.Driving() || st.Tab != state.TabEstimate || st.Pointer || tb.post().Mode != meeting.Live {
		t.Fatalf("back at tab %d, mode %d: not where the room is", st.Tab, tb.post().Mode)
	}
	tb.room.Exit(ani.ID(), "", meeting.Place{})
	tb.clock.move(meeting.Grace)
	tb.sees(budi, "T ambil kendali")
	press(budi, "T")
	tb.sees(budi, "Anda menyajikan")
	ani = tb.sit("Ani", false)
	tb.sees(ani, "Operator, mengikuti (Budi)", "T ambil kendali")
}

// TestDeskQuits leaves in every way there is.
func TestDeskQuits(t *testing.T) {
	t.Parallel()
	t.Run("alone", func(t *testing.T) {
		t.Parallel()
		tb := newTable(t)
		if d := tb.sit("Ani", true); !quits(press(d, "q")) || !tb.post().Closed || !d.Over() {
			t.Error("nobody is there to be asked about")
		}
	})
	t.Run("stops presenting", func(t *testing.T) {
		t.Parallel()
		tb := newTable(t)
		d := tb.sit("Ani", true)
		enter(t, tb.room, "Citra", "")
		if es := press(d, "p"); len(es) > 0 || tb.post().Closed {
			t.Fatal("closed without asking")
		}
		tb.sees(d, "Tutup rapat bagi 1 peserta?", "c tutup rapat")
		tb.lacks(d, "serahkan")
		press(d, "esc")
		tb.lacks(d, "Tutup rapat")
		if es := press(d, "p", "c"); len(es) > 0 || !tb.post().Closed || !d.Over() {
			t.Error("stopping ends the program, or not the meeting")
		}
	})
	t.Run("left to another", func(t *testing.T) {
		t.Parallel()
		tb := newTable(t)
		ani, budi := tb.sit("Ani", false), tb.sit("Budi", false)
		if es := press(ani, "q"); len(es) > 0 {
			t.Fatal("left without asking")
		}
		tb.sees(ani, "l serahkan ke Budi")
		if !quits(press(ani, "l")) || tb.post().Closed {
			t.Fatal("not left")
		}
		tb.sees(budi, "Anda menyajikan")
		if !quits(press(budi, "q", "c")) || !tb.post().Closed { // Ani's line has not ended yet
			t.Error("not closed")
		}
	})
	t.Run("an operator just goes", func(t *testing.T) {
		t.Parallel()
		tb := newTable(t)
		tb.sit("Ani", false)
		if budi := tb.sit("Budi", false); !quits(press(budi, "q")) || tb.post().Closed {
			t.Error("an operator cannot leave, or closes the meeting")
		}
	})
	t.Run("the host leaves it running", func(t *testing.T) {
		t.Parallel()
		tb := newTable(t)
		ani, budi := tb.sit("Ani", true), tb.sit("Budi", false)
		press(ani, "P", "G", "enter")
		press(budi, "y")
		ani.Sync()
		press(ani, "q")
		tb.sees(ani, "disajikan Budi", "c tutup rapat", "l keluar")
		if !quits(press(ani, "l")) || tb.post().Closed || !budi.Driving() {
			t.Error("the meeting does not go on")
		}
	})
	t.Run("ctrl+c twice", func(t *testing.T) {
		t.Parallel()
		tb := newTable(t)
		ani := tb.sit("Ani", true)
		enter(t, tb.room, "Citra", "")
		if es := press(ani, "ctrl+c"); len(es) > 0 {
			t.Fatal("closed without asking")
		}
		if !quits(press(ani, "ctrl+c")) || !tb.post().Closed {
			t.Error("Ctrl+C does not get out")
		}
	})
}

// TestDeskPIN is told of wrong PINs and makes a new one.
func TestDeskPIN(t *testing.T) {
	t.Parallel()
	tb := newTable(t)
	ani, budi := tb.sit("Ani", false), tb.sit("Budi", false)
	tb.room.Alarm(50)
	tb.sees(ani, "50 PIN salah dicoba")
	tb.lacks(budi, "50 PIN")
	press(ani, "P", "N")
	tb.sees(ani, "PIN baru: 654 321")
	press(budi, "P", "N") // who does not drive changes nothing
	tb.lacks(budi, "PIN baru")
	press(ani, "esc", "esc")
	tb.lacks(ani, "PIN salah")
	tb.house.fail = errors.New("no more PINs")
	press(ani, "P", "N")
	tb.sees(ani, "no more PINs")
}

// TestDeskRoles keeps effects from whoever may not have them.
func TestDeskRoles(t *testing.T) {
	t.Parallel()
	tb := newTable(t)
	ani, budi := tb.sit("Ani", false), tb.sit("Budi", false)
	press(ani, "2", "W")
	press(ani, "x")
	if es := press(ani, "enter"); len(es) != 1 {
		t.Errorf("who drives keeps no scenario: %v", es)
	}
	press(budi, "2", "W", "x")
	if es := press(budi, "enter"); len(es) != 0 {
		t.Errorf("who follows keeps a scenario: %v", es)
	}
	if es := ani.Do(state.OpenHouseholds{Path: "/etc/passwd"}); len(es) != 0 {
		t.Errorf("a file of this machine is opened for somebody elsewhere: %v", es)
	}
	host := tb.sit("Citra", true)
	if es := host.After([]state.Effect{state.Suspend{}}); len(es) != 0 {
		t.Error("the machine that holds the meeting stands still")
	}
	tb.sees(host, "tidak dijeda")
	if es := host.After([]state.Effect{state.KeepDecisionDraft{Text: "x"}}); len(es) != 1 {
		t.Error("the machine's own draft is lost while somebody else drives")
	}
	ani.ShowJoin()
	tb.sees(ani, "ssh -p 2222 10.0.0.5")
	press(ani, "3") // any key goes on
	tb.sees(ani, "[3 Program OPD]")
}
