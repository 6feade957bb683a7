package durable_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"golang.org/x/sys/unix"

	"rakor/data/durable"
)

// asNobody runs f in a thread without the administrator's rights over files,
// so that permissions count even where tests run as root.
func asNobody(t *testing.T, f func()) {
	t.Helper()
	done := make(chan error)
	go func() {
		// Never unlocked: the thread ends with the goroutine.
		runtime.LockOSThread()
		if os.Geteuid() == 0 {
			if err := unix.Setfsuid(65534); err != nil {
				done <- err
				return
			}
		}
		f()
		done <- nil
	}()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

func TestReadOnlyFolderOS(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "file")
	secret := filepath.Join(dir, "secret")
	for _, name := range []string{path, secret} {
		if err := os.WriteFile(name, []byte(oldText), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(secret, 0o200); err != nil {
		t.Fatal(err)
	}
	hidden := filepath.Join(dir, "hidden")
	if err := os.Mkdir(hidden, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(hidden, 0o311); err != nil { // to enter, not to list
		t.Fatal(err)
	}
	for path, mode := range map[string]os.FileMode{dir: 0o555, filepath.Dir(dir): 0o755} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	var write, makeDir, there, lock, read, appended, save error
	asNobody(t, func() {
		write = durable.WriteFile(durable.OS(), path, []byte(newText))
		makeDir = durable.MakeDir(durable.OS(), filepath.Join(dir, "new"))
		there = durable.MakeDir(durable.OS(), hidden)
		_, lock = durable.Acquire(context.Background(), filepath.Join(dir, "lock"), 0)
		_, read = durable.ReadFile(durable.OS(), secret, 1<<10)
		journal, _, err := durable.OpenJournal(durable.OS(), filepath.Join(dir, "journal"), durable.Limits{})
		if err != nil {
			appended = err
			return
		}
		_, appended = journal.Append([]byte("{}"))
		_, save = durable.NewVersions(durable.OS(), path, 1<<10).Save([]byte(newText))
	})
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name      string
		got, want error
	}{
		{"write", write, durable.ErrReadOnly},
		{"make folder", makeDir, durable.ErrReadOnly},
		{"folder that is there", there, nil},
		{"lock", lock, durable.ErrReadOnly},
		{"append", appended, durable.ErrReadOnly},
		{"save", save, durable.ErrReadOnly},
		{"read", read, durable.ErrUnreadable},
	} {
		if !errors.Is(tt.got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, tt.got, tt.want)
		}
	}
	if got := content(t, durable.OS(), path); got != oldText {
		t.Errorf("reader finds %q", got)
	}
}

// A disk that is really full: /dev/full takes no byte. It is a device, so it
// is reached below the checks of WriteFile.
func TestDiskFullOS(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "file")
	if err := os.WriteFile(path, []byte(oldText), 0o600); err != nil {
		t.Fatal(err)
	}
	err := durable.WriteFile(fullDisk{durable.OS()}, path, []byte(newText))
	if !errors.Is(err, durable.ErrNoSpace) {
		t.Errorf("error %v, want ErrNoSpace", err)
	}
	if got := content(t, durable.OS(), path); got != oldText {
		t.Errorf("reader finds %q", got)
	}
}

type fullDisk struct{ durable.Tree }

func (d fullDisk) Open(name string, mode durable.Mode) (durable.File, error) {
	if mode == durable.Create {
		return os.OpenFile("/dev/full", os.O_WRONLY, 0)
	}
	return d.Tree.Open(name, mode)
}
