//go:build unix

package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestServe holds a meeting with the real program: what it prints is what
// join-info tells, and when it is asked to end nothing of it is left.
func TestServe(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	env := []string{"HOME=" + home, "PATH=" + os.Getenv("PATH")}
	run := func(args ...string) (string, int) {
		cmd := exec.CommandContext(t.Context(), binary(t), args...)
		cmd.Env = env
		out, err := cmd.CombinedOutput()
		code := 0
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
			code = exit.ExitCode()
		}
		return string(out), code
	}
	if out, code := run("join-info"); code != exitNotFound || !strings.Contains(out, "rakor serve") {
		t.Errorf("join-info without a meeting: %d %s", code, out)
	}
	ctx, cancel := context.WithTimeout(t.Context(), deadline)
	defer cancel()
	cmd := exec.CommandContext(ctx, binary(t), "serve", "--listen", "127.0.0.1:0")
	cmd.Env = env
	var log bytes.Buffer
	cmd.Stderr = &log
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(pipe)
	var printed []string
	for len(printed) < 3 {
		l, err := lines.ReadString('\n')
		if err != nil {
			t.Fatalf("%v after %q\n%s", err, printed, log.String())
		}
		printed = append(printed, strings.TrimSpace(l))
	}
	for i, want := range []string{`^ssh -p [0-9]+ 127\.0\.0\.1$`, `^fingerprint SHA256:[A-Za-z0-9+/]{43}$`, `^pin [0-9]{6}$`} {
		if !regexp.MustCompile(want).MatchString(printed[i]) {
			t.Errorf("line %d is %q", i, printed[i])
		}
	}
	out, code := run("join-info")
	if code != 0 || !strings.HasPrefix(out, strings.Join(printed, "\n")+"\n") || !strings.Contains(out, "█") {
		t.Errorf("join-info: %d\n%s", code, out)
	}
	if out, _ := run("join-info", "--ascii"); strings.ContainsFunc(out, func(r rune) bool { return r > 0x7e }) {
		t.Error("join-info --ascii is not ASCII")
	}
	if out, code := run("serve", "--listen", strings.ReplaceAll(strings.TrimPrefix(printed[0], "ssh -p "), " 127.0.0.1", "")); code != exitUsage {
		t.Errorf("a port without an address: %d %s", code, out)
	}
	port := strings.Fields(printed[0])[2]
	if out, code := run("serve", "--listen", "127.0.0.1:"+port); code != exitConnection {
		t.Errorf("a port in use: %d %s", code, out)
	}
	file := filepath.Join(home, ".local", "state", "rakor", "meeting.json")
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("meeting.json: %v %v", info, err)
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	at := time.Now()
	_, _ = io.Copy(io.Discard, lines)
	err = cmd.Wait()
	if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) || exit.ExitCode() != exitTerminated {
		t.Errorf("ends with %v", err)
	}
	if took := time.Since(at); took > 30*time.Second {
		t.Errorf("took %v to end", took)
	}
	if _, err := os.Stat(file); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("meeting.json is left: %v", err)
	}
	if strings.Contains(log.String(), strings.TrimPrefix(printed[2], "pin ")) {
		t.Error("the PIN stands in the log")
	}
}
