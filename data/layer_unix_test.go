//go:build unix

package data_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"rakor/data"
)

// TestFilesThatWouldHang opens beside links in a loop and a pipe that nobody
// writes to: neither is waited for.
func TestFilesThatWouldHang(t *testing.T) {
	dir := t.TempDir()
	loop, pipe := filepath.Join(dir, "p0.json"), filepath.Join(dir, "p1.json")
	if err := os.Symlink(loop, loop); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{loop: "too many levels of symbolic links", pipe: "no regular file"}
	for how, ps := range map[string][]data.Problem{
		"open": open(t, data.Options{Dir: dir}).Problems(), "validate": data.Validate(dir).Problems,
	} {
		if len(ps) != len(want) {
			t.Errorf("%s: %v", how, ps)
		}
		for _, p := range ps {
			if p.Rule != data.RuleUnreadable || p.Found != want[p.File] {
				t.Errorf("%s: %v", how, p)
			}
		}
	}
	// A loop in place of the directory.
	self := filepath.Join(dir, "self")
	if err := os.Symlink(self, self); err != nil {
		t.Fatal(err)
	}
	if ps := open(t, data.Options{Dir: self}).Problems(); len(ps) != 1 || ps[0].Rule != data.RuleUnreadable {
		t.Errorf("a directory in a loop: %v", ps)
	}
}
