package durable_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"rakor/data/durable"
)

const (
	childTask = "RAKOR_DURABLE_TEST_TASK"
	childDir  = "RAKOR_DURABLE_TEST_DIR"
	// patience bounds what must happen soon.
	patience = 90 * time.Second
)

// TestMain lets the test binary play the second program.
func TestMain(m *testing.M) {
	switch os.Getenv(childTask) {
	case "lock":
		os.Exit(childLock(os.Getenv(childDir)))
	case "save":
		os.Exit(childSave(os.Getenv(childDir)))
	}
	os.Exit(m.Run())
}

// childLock holds the lock until its input ends.
func childLock(dir string) int {
	lock, err := durable.Acquire(context.Background(), filepath.Join(dir, "lock"), patience)
	if err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println("held")
	_, _ = io.Copy(io.Discard, os.Stdin)
	if err := lock.Release(); err != nil {
		return 1
	}
	return 0
}

// childSave appends and saves one number after the other, starting after the
// last one in the journal, and tells which are saved.
func childSave(dir string) int {
	fsys := durable.OS()
	fail := func(err error) int {
		fmt.Println(err)
		return 1
	}
	lock, err := durable.Acquire(context.Background(), filepath.Join(dir, "lock"), patience)
	if err != nil {
		return fail(err)
	}
	defer func() { _ = lock.Release() }()
	if _, err := durable.Clean(fsys, dir); err != nil {
		return fail(err)
	}
	journal, _, err := durable.OpenJournal(fsys, filepath.Join(dir, "journal"), durable.Limits{})
	if err != nil {
		return fail(err)
	}
	versions := durable.NewVersions(fsys, filepath.Join(dir, "file"), 1<<20)
	for {
		text := stateText(journal.Last() + 1)
		seq, err := journal.Append(json.RawMessage(strconv.Quote(text)))
		if err != nil {
			return fail(err)
		}
		if warnings, err := versions.Save([]byte(text)); err != nil || len(warnings) > 0 {
			return fail(fmt.Errorf("%w, warnings %v", err, warnings))
		}
		fmt.Println("saved", seq)
	}
}

// stateText is long enough to be seen half written.
func stateText(n uint64) string { return strings.Repeat(fmt.Sprintf("state %d;", n), 500) }

type child struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Scanner
}

func startChild(ctx context.Context, t *testing.T, task, dir string) *child {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := &child{cmd: exec.CommandContext(ctx, self)}
	c.cmd.Env = append(os.Environ(), childTask+"="+task, childDir+"="+dir)
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	c.out = bufio.NewScanner(out)
	if err := c.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return c
}

// kill ends the child as kill -9 does, and waits for it.
func (c *child) kill(t *testing.T) {
	t.Helper()
	if err := c.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = c.cmd.Wait() // "signal: killed"
}

func TestLockOneProgram(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	lock, err := durable.Acquire(context.Background(), path, 0)
	if err != nil {
		t.Fatal(err)
	}
	if lock.Path() != path {
		t.Errorf("path %q", lock.Path())
	}
	for _, wait := range []time.Duration{-time.Second, 0, 30 * time.Millisecond} {
		_, err := durable.Acquire(context.Background(), path, wait)
		var failure *durable.FileError
		if !errors.Is(err, durable.ErrLocked) || !errors.As(err, &failure) || failure.Path != path || !strings.Contains(err.Error(), path) {
			t.Errorf("wait %v: %v, want ErrLocked that names the file", wait, err)
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	if _, err := durable.Acquire(ctx, path, patience); !errors.Is(err, context.DeadlineExceeded) || errors.Is(err, durable.ErrLocked) {
		t.Errorf("context ended first: %v", err)
	}
	for range 2 {
		if err := lock.Release(); err != nil {
			t.Error(err)
		}
	}
	again, err := durable.Acquire(context.Background(), path, 0)
	if err != nil {
		t.Fatal(err)
	}
	// Somebody waits, and gets it.
	got := make(chan error, 1)
	go func() {
		next, err := durable.Acquire(context.Background(), path, patience)
		if err == nil {
			err = next.Release()
		}
		got <- err
	}()
	if err := again.Release(); err != nil {
		t.Error(err)
	}
	if err := <-got; err != nil {
		t.Error(err)
	}
	canceled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := durable.Acquire(canceled, path, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("context over: %v", err)
	}
}

func TestLockRefuses(t *testing.T) {
	dir := t.TempDir()
	if _, err := durable.Acquire(context.Background(), dir, 0); !errors.Is(err, durable.ErrDirectory) {
		t.Errorf("folder: %v", err)
	}
	if _, err := durable.Acquire(context.Background(), filepath.Join(dir, "no", "lock"), 0); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("folder missing: %v", err)
	}
}

// A lock held by another program is respected while that runs, and free when
// it was killed.
func TestLockTwoPrograms(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	dir := t.TempDir()
	path := filepath.Join(dir, "lock")
	for _, end := range []string{"killed", "done"} {
		holder := startChild(ctx, t, "lock", dir)
		if !holder.out.Scan() || holder.out.Text() != "held" {
			t.Fatalf("second program says %q, %v", holder.out.Text(), holder.out.Err())
		}
		if _, err := durable.Acquire(ctx, path, 50*time.Millisecond); !errors.Is(err, durable.ErrLocked) {
			t.Errorf("held by another program: %v, want ErrLocked", err)
		}
		if end == "killed" {
			holder.kill(t)
		} else {
			if err := holder.in.Close(); err != nil {
				t.Fatal(err)
			}
			if err := holder.cmd.Wait(); err != nil {
				t.Fatal(err)
			}
		}
		lock, err := durable.Acquire(ctx, path, 0)
		if err != nil {
			t.Fatalf("other program %s: %v", end, err)
		}
		if err := lock.Release(); err != nil {
			t.Error(err)
		}
	}
}

// A program that saves is killed at some moment, again and again: nothing it
// acknowledged is lost, nothing is half there, and the next one goes on.
func TestKillLoop(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 3*patience)
	defer cancel()
	dir := t.TempDir()
	rng := rand.New(rand.NewPCG(1, 2))
	var acked uint64
	for round := range 15 {
		saver := startChild(ctx, t, "save", dir)
		var line string
		for range 1 + rng.IntN(12) {
			if !saver.out.Scan() {
				t.Fatalf("round %d: the program ended after %q", round, line)
			}
			line = saver.out.Text()
			if _, err := fmt.Sscanf(line, "saved %d", &acked); err != nil {
				t.Fatalf("round %d: the program says %q", round, line)
			}
		}
		saver.kill(t)
		for saver.out.Scan() { // acknowledged before the kill, not yet read
			_, _ = fmt.Sscanf(saver.out.Text(), "saved %d", &acked)
		}
		checkSaved(t, dir, acked)
	}
}

func checkSaved(t *testing.T, dir string, acked uint64) {
	t.Helper()
	_, log := openJournal(t, durable.OS(), filepath.Join(dir, "journal"))
	n := uint64(len(log.Entries))
	if n != acked && n != acked+1 {
		t.Errorf("journal has %d entries, %d were acknowledged", n, acked)
	}
	for i, e := range log.Entries {
		if want := strconv.Quote(stateText(uint64(i) + 1)); string(e.Data) != want {
			t.Errorf("entry %d is not what was appended", i+1)
		}
	}
	file := content(t, durable.OS(), filepath.Join(dir, "file"))
	if file != stateText(acked) && file != stateText(acked+1) {
		t.Errorf("file is %.20q..., acknowledged was state %d", file, acked)
	}
	versions := durable.NewVersions(durable.OS(), filepath.Join(dir, "file"), 1<<20)
	for _, old := range kept(t, versions) {
		var k uint64
		if _, err := fmt.Sscanf(old, "state %d;", &k); err != nil || old != stateText(k) {
			t.Errorf("a version is %.20q...", old)
		}
	}
}
