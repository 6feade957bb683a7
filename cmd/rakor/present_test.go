//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rakor/data"
)

// hall is a program that presents, and the stock clients that join it.
type hall struct {
	tb   testing.TB
	home string
	m    data.Meeting
}

// join runs the stock client of a person; a file of a key makes an operator.
func (h *hall) join(user, key string, width, height int, env ...string) *screen {
	h.tb.Helper()
	args := []string{
		"-F", "none", "-e", "none", "-p", strconv.Itoa(h.m.Port), "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=" + os.DevNull,
		"-o", "LogLevel=ERROR", "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "SendEnv=LANG",
	}
	if key != "" {
		args = append(args, "-i", key)
	}
	return startProgram(h.tb, width, height, append([]string{"HOME=" + h.home}, env...), "ssh", append(args, user+"@127.0.0.1")...)
}

func (s *screen) lacks(text string) {
	s.tb.Helper()
	s.until("screen without "+text, func(t string) bool { return !strings.Contains(t, text) })
}

// opener makes keys of operators and gives the files.
func (h *hall) operators(names ...string) (file string, keys []string) {
	h.tb.Helper()
	var all []byte
	for _, n := range names {
		key := filepath.Join(h.home, "key-"+n)
		if out, err := exec.CommandContext(h.tb.Context(), "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", n, "-f", key).CombinedOutput(); err != nil {
			h.tb.Fatalf("%v: %s", err, out)
		}
		pub, err := os.ReadFile(key + ".pub")
		if err != nil {
			h.tb.Fatal(err)
		}
		all, keys = append(all, pub...), append(keys, key)
	}
	file = filepath.Join(h.home, "operators")
	if err := os.WriteFile(file, all, 0o600); err != nil {
		h.tb.Fatal(err)
	}
	return file, keys
}

// present starts the program so that it presents at once.
func (h *hall) present(args ...string) *screen {
	h.tb.Helper()
	if _, err := exec.LookPath("ssh"); err != nil && os.Getenv("RAKOR_NEED_TOOLS") == "" {
		h.tb.Skip("ssh is not installed")
	}
	s := start(h.tb, 120, 36, []string{"HOME=" + h.home}, append([]string{"present", "--listen", "127.0.0.1:0"}, args...)...)
	s.see("Ikuti rapat ini dari laptop Anda")
	s.until("meeting that join-info tells of", func(string) bool {
		m, err := data.LoadMeeting(filepath.Join(h.home, ".local", "state", "rakor"))
		h.m = m
		return err == nil
	})
	return s
}

// TestPresent presents from the program itself to the stock client: PIN, steps,
// pointer, freeze, looking around, hand-over both ways, an edit of the other,
// and the end, after which the session is its person's alone again.
func TestPresent(t *testing.T) {
	t.Parallel()
	h := &hall{tb: t, home: t.TempDir()}
	file, keys := h.operators("Bapperida")
	p := h.present("--presenters", file)
	p.see("ssh -p " + strconv.Itoa(h.m.Port) + " 127.0.0.1")
	p.see("belum ada peserta")

	v := h.join("dewi", "", 80, 24)
	v.see("PIN rapat:")
	v.keys("000000x\r") // wrong, and answered late
	v.see("PIN rapat:")
	v.until("second question", func(x string) bool { return strings.Count(x, "PIN rapat:") > 1 })
	v.keys(h.m.PIN + "\r")
	v.see("Mengikuti penyaji")
	p.see("1 peserta")
	p.keys("\x1b")
	p.see("Anda menyajikan · 1 peserta")
	p.keys("3")
	v.see("[3 Program]")
	p.keys("2")
	v.see("[2 Estimasi]")

	// the pointer lights the row itself
	p.keys(".")
	v.see("penunjuk")
	v.see("█ ")
	p.keys(".")
	v.lacks("penunjuk")

	// frozen, the audience keeps what it sees
	p.keys("b")
	v.see("Layar ditahan penyaji")
	p.see("Layar peserta ditahan")
	p.keys("1")
	p.see("[1 Perbandingan Wilayah]")
	v.see("[2 Estimasi]")
	p.keys("b")
	v.see("Layar dikosongkan penyaji")
	p.keys("b")
	v.see("[1 Wilayah]")

	// a viewer looks around and comes back; what they type edits nothing
	v.keys("3")
	v.see("Melihat sendiri · penyaji di 1 Wilayah")
	v.see("[3 Program]")
	v.keys("f")
	v.see("[1 Wilayah]")
	v.see("Mengikuti penyaji")

	// hand-over to an operator, who keeps a scenario that everybody sees
	o := h.join("penyaji", keys[0], 100, 30)
	o.see("Operator, mengikuti (Penyaji)")
	p.keys("P")
	p.see("Peserta: 3")
	p.see("Bapperida")
	p.keys("G\r")
	p.see("Menunggu jawaban Bapperida")
	o.see("Anda ditawari menyajikan")
	o.keys("y")
	o.see("Anda menyajikan")
	p.see("Operator, mengikuti (Bapperida)")
	v.see("Mengikuti penyaji (Bapperida)")
	o.keys("2")
	v.see("[2 Estimasi]")
	p.see("[2 Estimasi Jumlah Jiwa]")
	o.keys("W")
	o.see("Simpan masukan ini")
	o.keys("Rapat kita\r")
	v.see("Rapat kita")
	p.see("Rapat kita")
	o.keys(":berkas /etc/passwd") // files of this machine are its owner's
	o.see("> berkas /etc/passwd")
	o.keys("\r")
	o.see("tidak dikenal")
	o.keys("\x1b")
	o.lacks("/etc/passwd")

	// taken back; the operator's line drops and nobody is the worse for it
	p.keys("T")
	p.see("Anda menyajikan")
	o.see("Operator, mengikuti")
	if err := o.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	p.keys("1")
	v.see("[1 Wilayah]")

	// the end: asked for, and only then
	p.keys("p")
	p.see("Tutup rapat bagi 1 peserta?")
	p.keys("\x1b")
	p.lacks("Tutup rapat")
	p.keys("p")
	p.see("Tutup rapat")
	p.keys("c")
	v.see("Rapat telah selesai. Terima kasih.")
	if code := v.exit(); code != 0 {
		t.Errorf("the viewer's client ends with %d", code)
	}
	p.see("Berhenti menyajikan")
	p.lacks("Anda menyajikan")
	p.keys("p") // again, from the same session
	p.see("Ikuti rapat ini")
	p.keys("\x1b")
	p.see("Anda menyajikan · 0 peserta")
	p.keys("q") // nobody is there to be asked for
	if code := p.exit(); code != 0 {
		t.Errorf("exit status %d", code)
	}
	if _, err := os.Stat(filepath.Join(h.home, ".local", "state", "rakor", "meeting.json")); !os.IsNotExist(err) {
		t.Errorf("meeting.json is left: %v", err)
	}
}

// TestLeaveTheMeeting leaves the meeting to another: the machine goes on
// holding it without a screen until the other closes it.
func TestLeaveTheMeeting(t *testing.T) {
	t.Parallel()
	h := &hall{tb: t, home: t.TempDir()}
	file, keys := h.operators("Dinsos")
	p := h.present("--presenters", file, "--audience", "open")
	v := h.join("eka", "", 60, 16)
	v.see("Mengikuti")
	o := h.join("penyaji", keys[0], 80, 24)
	o.see("Operator")
	p.keys("\x1b")
	p.see("Anda menyajikan · 1 peserta")
	p.keys("q")
	p.see("l serahkan ke Dinsos")
	p.keys("l")
	p.see("Rapat berjalan terus, disajikan Dinsos")
	o.see("Anda menyajikan")
	o.keys("3")
	v.see("[3 Program]")
	o.keys("q")
	o.see("c tutup rapat")
	o.keys("c")
	v.see("Rapat telah selesai")
	if code := p.exit(); code != 0 {
		t.Errorf("exit status %d", code)
	}
}

// TestCannotPresent tells in one sentence why no meeting can be held.
func TestCannotPresent(t *testing.T) {
	t.Parallel()
	h := &hall{tb: t, home: t.TempDir()}
	h.present("--audience", "open")
	taken := "127.0.0.1:" + strconv.Itoa(h.m.Port)
	s := start(t, 80, 24, nil, "present", "--listen", taken)
	s.see("Tidak dapat mendengar di " + taken)
	if code := s.exit(); code != exitConnection {
		t.Errorf("a port in use: exit status %d", code)
	}
	cmd := exec.CommandContext(t.Context(), binary(t), "present")
	cmd.Env = []string{"HOME=" + t.TempDir()}
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != exitUsage || !strings.Contains(string(out), "rakor serve") {
		t.Errorf("without a terminal: %v %s", err, out)
	}
}

// TestServeShowsTheMinutes holds a meeting without a screen: who follows reads
// the records that were there before it began.
func TestServeShowsTheMinutes(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("ssh"); err != nil && os.Getenv("RAKOR_NEED_TOOLS") == "" {
		t.Skip("ssh is not installed")
	}
	h := &hall{tb: t, home: t.TempDir()}
	env := []string{"HOME=" + h.home}
	for _, args := range [][]string{
		{"meeting", "start", "--date", "2026-07-07"},
		{"meeting", "decide", "--text", "Padankan data warga miskin", "--owner", "BPS", "--deadline", "2027-08-07"},
	} {
		cmd := exec.CommandContext(t.Context(), binary(t), args...)
		cmd.Env = append(env, "PATH="+os.Getenv("PATH"))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
	s := start(t, 100, 30, env, "serve", "--listen", "127.0.0.1:0", "--audience", "open")
	s.until("meeting that join-info tells of", func(string) bool {
		m, err := data.LoadMeeting(filepath.Join(h.home, ".local", "state", "rakor"))
		h.m = m
		return err == nil
	})
	v := h.join("dewi", "", 100, 30)
	v.see("Perbandingan Wilayah")
	v.keys("N")
	v.see("Padankan data warga miskin")
	if err := s.cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if code := s.exit(); code != exitInterrupt {
		t.Errorf("exit status %d", code)
	}
}

// TestMeetingKeepsWhoWasThere decides while somebody follows: the record has
// the decision and, when the meeting is over, who joined.
func TestMeetingKeepsWhoWasThere(t *testing.T) {
	t.Parallel()
	h := &hall{tb: t, home: t.TempDir()}
	p := h.present("--audience", "open")
	p.keys("\x1b")
	p.see("Anda menyajikan")
	v := h.join("dewi", "", 80, 24)
	v.see("Mengikuti penyaji")
	p.keys("n")
	p.see("Catat keputusan")
	p.keys("Padankan data warga miskin\r")
	p.see("Padankan data")
	p.keys("\r\r") // nobody yet, no deadline
	v.see("keputusan")
	p.keys("q")
	p.see("Tutup rapat")
	p.keys("c")
	v.see("Rapat telah selesai")
	if code := p.exit(); code != 0 {
		t.Errorf("exit status %d", code)
	}
	cmd := exec.CommandContext(t.Context(), binary(t), "report", "minutes", "--format", "txt")
	cmd.Env = []string{"HOME=" + h.home, "PATH=" + os.Getenv("PATH")}
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "Padankan data warga miskin") || !strings.Contains(string(out), "dewi") {
		t.Errorf("%v\n%s", err, out)
	}
}
