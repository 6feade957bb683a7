//go:build unix

package matrix_test

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"

	"rakor/data/matrix"
)

// TestPipe names a pipe that nobody writes to, and a device without end: both
// are refused at once, unopened.
func TestPipe(t *testing.T) {
	t.Parallel()
	w := open(t)
	pipe := filepath.Join(t.TempDir(), "rat.csv")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, "/dev/zero"} {
		var bad *matrix.FileError
		if _, err := matrix.Open(path, w.options()); !errors.As(err, &bad) || bad.Fault != matrix.NotSpreadsheet {
			t.Errorf("%s: %v", path, err)
		}
	}
}
