//go:build unix

package durable_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"rakor/data/durable"
)

func TestTargetsThatAreNoFiles(t *testing.T) {
	dir := t.TempDir()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	in := func(name string) string { return filepath.Join(dir, name) }
	must(os.WriteFile(in("file"), []byte(oldText), 0o600))
	must(os.Symlink("file", in("link")))
	must(os.Symlink("nowhere", in("dangling")))
	must(os.Symlink("loop2", in("loop1")))
	must(os.Symlink("loop1", in("loop2")))
	must(syscall.Mkfifo(in("pipe"), 0o600))

	tests := []struct {
		path        string
		write, read error
	}{
		{in("link"), durable.ErrLink, nil},
		{in("dangling"), durable.ErrLink, os.ErrNotExist},
		{in("loop1"), durable.ErrLink, durable.ErrLinkLoop},
		{in("loop1/x"), durable.ErrLinkLoop, durable.ErrLinkLoop},
		{in("pipe"), durable.ErrNotRegular, durable.ErrNotRegular},
		{"/dev/null", durable.ErrNotRegular, durable.ErrNotRegular},
	}
	for _, tt := range tests {
		t.Run(filepath.Base(tt.path), func(t *testing.T) {
			if err := durable.WriteFile(durable.OS(), tt.path, []byte(newText)); !errors.Is(err, tt.write) {
				t.Errorf("write: %v, want %v", err, tt.write)
			}
			journal, _, err := durable.OpenJournal(durable.OS(), tt.path, durable.Limits{})
			if err == nil {
				_, err = journal.Append([]byte("{}"))
			}
			if !errors.Is(err, tt.write) && (tt.read == nil || !errors.Is(err, tt.read)) {
				t.Errorf("journal: %v, want %v or %v", err, tt.write, tt.read)
			}
			if lock, err := durable.Acquire(context.Background(), tt.path, 0); !errors.Is(err, tt.write) {
				t.Errorf("lock: %v, want %v", err, tt.write)
				_ = lock.Release()
			}
			if _, err := durable.ReadFile(durable.OS(), tt.path, 1<<10); !errors.Is(err, tt.read) {
				t.Errorf("read: %v, want %v", err, tt.read)
			}
		})
	}
	if got := content(t, durable.OS(), in("file")); got != oldText {
		t.Errorf("the file behind the link holds %q", got)
	}
	if err := durable.MakeDir(durable.OS(), in("dangling")); err == nil {
		t.Error("a link that leads nowhere passes for a folder")
	}
	must(os.Mkdir(in("real"), 0o700))
	must(os.Symlink("real", in("folder")))
	if err := durable.MakeDir(durable.OS(), in("folder")); err != nil {
		t.Errorf("a link to a folder: %v", err)
	}
	if err := durable.WriteFile(durable.OS(), in("folder/file"), nil); err != nil {
		t.Errorf("a file in a linked folder: %v", err)
	}
}

func TestPermissions(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	if err := durable.MakeDir(durable.OS(), dir); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "file")
	journal, _, err := durable.OpenJournal(durable.OS(), filepath.Join(dir, "journal"), durable.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	lock, err := durable.Acquire(context.Background(), filepath.Join(dir, "lock"), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = lock.Release() }()
	if _, err := journal.Append([]byte("{}")); err != nil {
		t.Fatal(err)
	}
	if err := durable.WriteFile(durable.OS(), path, nil); err != nil {
		t.Fatal(err)
	}
	check := func(path string, want os.FileMode) {
		t.Helper()
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has permissions %o, want %o", path, got, want)
		}
	}
	check(filepath.Dir(dir), 0o700)
	check(dir, 0o700)
	check(path, 0o600)
	check(filepath.Join(dir, "journal"), 0o600)
	check(filepath.Join(dir, "lock"), 0o600)

	// A team that shares the file keeps sharing it.
	if err := os.Chmod(path, 0o664); err != nil {
		t.Fatal(err)
	}
	if err := durable.WriteFile(durable.OS(), path, nil); err != nil {
		t.Fatal(err)
	}
	check(path, 0o664)
}
