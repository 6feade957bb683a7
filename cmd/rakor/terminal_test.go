//go:build unix

package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// deadline is how long a test waits for what it expects to see: far more than
// the slowest machine takes.
const deadline = 90 * time.Second

// binary builds the program once for the tests of the package.
func binary(tb testing.TB) string {
	tb.Helper()
	path, err := buildOnce()
	if err != nil {
		tb.Fatal(err)
	}
	return path
}

var buildOnce = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "rakor-test-*")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "rakor")
	out, err := exec.CommandContext(context.Background(), "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", errors.New(string(out))
	}
	return path, nil
})

// screen is a real terminal's half of a run of the program: what it writes is
// drawn by an emulator that answers no query.
type screen struct {
	tb      testing.TB
	pty     *os.File
	cmd     *exec.Cmd
	mu      sync.Mutex
	emu     *vt.Emulator
	bytes   int
	started time.Time
	changed chan struct{} // holds a token after each write
	ended   chan struct{}
	err     error
}

func start(tb testing.TB, w, h int, env []string, args ...string) *screen {
	tb.Helper()
	return startProgram(tb, w, h, env, binary(tb), args...)
}

// startProgram runs any program in a terminal.
func startProgram(tb testing.TB, w, h int, env []string, program string, args ...string) *screen {
	tb.Helper()
	s := &screen{tb: tb, emu: vt.NewEmulator(w, h), changed: make(chan struct{}, 1), ended: make(chan struct{})}
	go func() { _, _ = io.Copy(io.Discard, s.emu) }() // its answers go nowhere
	s.cmd = exec.CommandContext(tb.Context(), program, args...)
	s.cmd.Env = append([]string{"HOME=" + tb.TempDir(), "TERM=xterm-256color", "PATH=" + os.Getenv("PATH")}, env...)
	s.started = time.Now()
	f, err := pty.StartWithSize(s.cmd, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)})
	if err != nil {
		tb.Fatal(err)
	}
	s.pty = f
	go func() {
		buf := make([]byte, 64<<10)
		for {
			n, err := f.Read(buf)
			if n > 0 {
				s.mu.Lock()
				_, _ = s.emu.Write(buf[:n])
				s.bytes += n
				s.mu.Unlock()
				select {
				case s.changed <- struct{}{}:
				default:
				}
			}
			if err != nil {
				s.err = s.cmd.Wait()
				close(s.ended)
				return
			}
		}
	}()
	tb.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		<-s.ended
		_ = f.Close()
		if answers, ok := s.emu.InputPipe().(io.Closer); ok { // its Close races with its Read
			_ = answers.Close()
		}
	})
	return s
}

func (s *screen) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.emu.String()
}

func (s *screen) written() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.bytes
}

// until waits for a condition on the screen, with a deadline.
func (s *screen) until(what string, ok func(text string) bool) {
	s.tb.Helper()
	timeout := time.NewTimer(deadline)
	defer timeout.Stop()
	again := time.NewTicker(100 * time.Millisecond) // for conditions that act
	defer again.Stop()
	for {
		if ok(s.text()) {
			return
		}
		select {
		case <-s.changed:
		case <-again.C:
		case <-s.ended:
			if !ok(s.text()) {
				s.tb.Fatalf("the program ended (%v) before %s\n%s", s.err, what, s.text())
			}
			return
		case <-timeout.C:
			s.tb.Fatalf("no %s within %v\n%s", what, deadline, s.text())
		}
	}
}

func (s *screen) see(text string) {
	s.tb.Helper()
	s.until(text, func(t string) bool { return strings.Contains(t, text) })
}

func (s *screen) keys(text string) {
	s.tb.Helper()
	if _, err := s.pty.WriteString(text); err != nil {
		s.tb.Fatal(err)
	}
}

// exit waits for the program to end and gives its status.
func (s *screen) exit() int {
	s.tb.Helper()
	select {
	case <-s.ended:
	case <-time.After(deadline):
		s.tb.Fatalf("the program does not end\n%s", s.text())
	}
	if exit := (*exec.ExitError)(nil); errors.As(s.err, &exit) {
		return exit.ExitCode()
	}
	return 0
}

// TestTerminal uses the real program as a person does: three tabs, a filter, a
// number, the palette, another language, and out.
func TestTerminal(t *testing.T) {
	t.Parallel()
	s := start(t, 120, 36, nil)
	s.see("keluar") // the last word of the frame
	s.see("Kota Palangka Raya")
	s.see("3,62")
	s.see("Selamat datang")
	s.keys("[")
	s.see("Mar 2024")
	s.keys("2")
	s.see("11.226")
	s.keys("[")
	s.see("10.916")
	s.keys("\r")
	s.see("> ")
	s.keys(strings.Repeat("\x7f", 12) + "3,30\r")
	s.see("10.234")
	s.keys("3")
	s.see("DPKUKMP")
	s.keys("/")
	s.see("Saring program")
	s.keys("kec:Rakumpit\r")
	s.until("only Rakumpit", func(x string) bool { return strings.Contains(x, "Rakumpit") && !strings.Contains(x, "DPKUKMP") })
	s.keys("L")
	s.see("Programmes")
	s.keys(":")
	s.see("Command")
	s.keys("home region 3273\r")
	s.see("Kota Bandung")
	s.keys("?")
	s.see("MOVE")
	s.keys("\x1b")
	s.until("help to close", func(x string) bool { return !strings.Contains(x, "MOVE") })
	s.keys("q")
	if code := s.exit(); code != 0 {
		t.Errorf("exit status %d", code)
	}
}

// TestHomeIsRemembered chooses another home region and opens the program again.
func TestHomeIsRemembered(t *testing.T) {
	t.Parallel()
	home := "HOME=" + t.TempDir()
	s := start(t, 80, 24, []string{home})
	s.see("q keluar")
	s.see("Kota Palangka Raya")
	s.keys("\x1b")
	s.until("the first line to go", func(x string) bool { return !strings.Contains(x, "Selamat datang") })
	s.keys(":")
	s.see("Perintah")
	s.keys("wilayah utama 6203\rq")
	if code := s.exit(); code != 0 {
		t.Fatalf("exit status %d", code)
	}
	again := start(t, 80, 24, []string{home})
	again.see("Kabupaten Kapuas")
	if strings.Contains(again.text(), "Selamat datang") {
		t.Error("the first line came back")
	}
	again.keys("q")
	again.exit()
}

func TestReadonlyWritesNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := start(t, 80, 24, []string{"HOME=" + dir}, "--readonly")
	s.see("baca-saja")
	s.see("q keluar")
	s.keys("\x1b")
	s.until("the first line to go", func(x string) bool { return !strings.Contains(x, "Selamat datang") })
	s.keys(":")
	s.see("Perintah")
	s.keys("wilayah utama 6203\r")
	s.see("Kabupaten Kapuas")
	s.keys("q")
	s.exit()
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestResizeSuspendResume keeps the place through window changes and Ctrl-Z.
func TestResizeSuspendResume(t *testing.T) {
	t.Parallel()
	s := start(t, 120, 36, nil)
	s.see("3,62")
	s.keys("3")
	s.see("DPKUKMP")
	for _, size := range [][2]int{{80, 24}, {1, 1}, {300, 2}, {10, 100}, {60, 16}, {100, 30}} {
		s.mu.Lock()
		s.emu.Resize(size[0], size[1])
		s.mu.Unlock()
		if err := pty.Setsize(s.pty, &pty.Winsize{Cols: uint16(size[0]), Rows: uint16(size[1])}); err != nil {
			t.Fatal(err)
		}
	}
	s.see("DPKUKMP")
	s.keys("\x1a")
	s.until("the normal screen", func(string) bool { s.mu.Lock(); defer s.mu.Unlock(); return !s.emu.IsAltScreen() })
	s.until("the tab after fg", func(string) bool {
		_ = s.cmd.Process.Signal(syscall.SIGCONT) // until it has stopped there is nothing to continue
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.emu.IsAltScreen() && strings.Contains(s.emu.String(), "DPKUKMP")
	})
	s.keys("q")
	if code := s.exit(); code != 0 {
		t.Errorf("exit status %d", code)
	}
}

func TestInterruptAndTerminate(t *testing.T) {
	t.Parallel()
	s := start(t, 80, 24, nil)
	s.see("3,62")
	s.keys("\x03")
	if code := s.exit(); code != 0 {
		t.Errorf("Ctrl+C ends with %d", code)
	}
	s = start(t, 80, 24, nil)
	s.see("3,62")
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	if code := s.exit(); code != exitTerminated {
		t.Errorf("SIGTERM ends with %d, want %d", code, exitTerminated)
	}
	if s.emu.IsAltScreen() {
		t.Error("the terminal was not restored")
	}
}

// TestDumbTerminal is the dialogue: lines out, commands in, no screen control.
func TestDumbTerminal(t *testing.T) {
	t.Parallel()
	s := start(t, 200, 200, []string{"TERM=dumb"})
	s.see("Perintah (bantuan")
	s.keys("3\r")
	s.see("3. Program OPD")
	s.keys("tingkat 3,30\r")
	s.see("10.234")
	s.keys("indikatr\r")
	s.see("indikator")
	s.keys("keluar\r")
	if code := s.exit(); code != 0 {
		t.Errorf("exit status %d", code)
	}
}

func TestNoColour(t *testing.T) {
	t.Parallel()
	s := start(t, 80, 24, []string{"NO_COLOR=1"}, "--ascii")
	s.see("3,62")
	s.mu.Lock()
	defer s.mu.Unlock()
	for y := range 24 {
		for x := range 80 {
			c := s.emu.CellAt(x, y)
			if c == nil {
				continue
			}
			if c.Style.Fg != nil || c.Style.Bg != nil {
				t.Fatalf("colour at %d,%d", x, y)
			}
			for _, r := range c.Content {
				if r > 0x7e {
					t.Fatalf("%q at %d,%d", c.Content, x, y)
				}
			}
		}
	}
}

// BenchmarkFirstFrame measures from exec to the first full frame, in a terminal
// that answers no query.
func BenchmarkFirstFrame(b *testing.B) {
	binary(b)
	for b.Loop() {
		s := start(b, 120, 36, nil)
		s.see("keluar")
		b.StopTimer()
		s.keys("q")
		s.exit()
		b.StartTimer()
	}
}

// BenchmarkHelp measures `rakor --help` and a wrong flag in a terminal that
// answers no query.
func BenchmarkHelp(b *testing.B) {
	binary(b)
	for _, args := range [][]string{{"--help"}, {"--bogus"}} {
		b.Run(strings.TrimLeft(args[0], "-"), func(b *testing.B) {
			for b.Loop() {
				start(b, 120, 36, nil, args...).exit()
			}
		})
	}
}

// BenchmarkCompareCommand measures `rakor compare` from exec to exit.
func BenchmarkCompareCommand(b *testing.B) {
	path := binary(b)
	for b.Loop() {
		cmd := exec.CommandContext(b.Context(), path, "compare", "--region", "6271,6200,0000", "--indicator", "p0", "--period", "2024-03", "--format", "json")
		cmd.Env = []string{"HOME=" + b.TempDir()}
		if err := cmd.Run(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBytes measures what a row move and a tab switch write to the
// terminal, and how long a key takes to its bytes.
func BenchmarkBytes(b *testing.B) {
	for name, k := range map[string][2]string{"row": {"j", "k"}, "tab": {"2", "1"}} {
		b.Run(name, func(b *testing.B) {
			s := start(b, 120, 36, nil)
			s.see("keluar")
			quiet(s)
			total, n := 0, 0
			var took []float64
			for b.Loop() {
				before, at := s.written(), time.Now()
				s.keys(k[n%2])
				for s.written() == before {
					<-s.changed
				}
				took = append(took, float64(time.Since(at).Microseconds())/1000)
				b.StopTimer()
				quiet(s)
				total += s.written() - before
				n++
				b.StartTimer()
			}
			slices.Sort(took)
			b.ReportMetric(float64(total)/float64(n), "bytes/key")
			b.ReportMetric(took[len(took)/2], "p50-ms")
			b.ReportMetric(took[len(took)*99/100], "p99-ms")
		})
	}
}

// quiet waits until the program has written nothing for a while.
func quiet(s *screen) {
	for {
		n := s.written()
		select {
		case <-s.changed:
		case <-time.After(50 * time.Millisecond):
		}
		if s.written() == n {
			return
		}
	}
}
