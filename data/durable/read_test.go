package durable_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rakor/data/durable"
	"rakor/data/durable/durabletest"
)

func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "file")
	if err := os.WriteFile(path, []byte("12345678"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		path  string
		limit int64
		want  error
	}{
		{"below the limit", path, 9, nil},
		{"at the limit", path, 8, nil},
		{"no limit to speak of", path, 1<<63 - 1, nil},
		{"above the limit", path, 7, durable.ErrTooLarge},
		{"missing", filepath.Join(dir, "no"), 8, fs.ErrNotExist},
		{"folder", dir, 8, durable.ErrDirectory},
		{"file used as folder", filepath.Join(path, "x"), 8, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := durable.ReadFile(durable.OS(), tt.path, tt.limit)
			if tt.path == path && tt.want == nil {
				if err != nil || string(got) != "12345678" {
					t.Errorf("got %q, %v", got, err)
				}
				return
			}
			var failure *durable.FileError
			if !errors.As(err, &failure) || failure.Path != tt.path || failure.Op != "read" || !strings.Contains(err.Error(), tt.path) {
				t.Fatalf("error %v does not name the file", err)
			}
			if tt.want != nil && !errors.Is(err, tt.want) {
				t.Errorf("error %v, want %v", err, tt.want)
			}
		})
	}
}

// A file that grows while it is read stays within the limit.
func TestReadFileGrowing(t *testing.T) {
	disk := durabletest.NewDisk()
	disk.Put("/file", []byte("12345678"))
	for _, tt := range []struct {
		limit int64
		want  error
	}{{limit: 100}, {limit: 16}, {limit: 15, want: durable.ErrTooLarge}, {limit: 8, want: durable.ErrTooLarge}} {
		got, err := durable.ReadFile(growing{disk}, "/file", tt.limit)
		if !errors.Is(err, tt.want) || (err == nil && string(got) != "1234567812345678") {
			t.Errorf("limit %d: got %q, %v", tt.limit, got, err)
		}
	}
}

// growing is a disk whose files say that they have half of their bytes.
type growing struct{ durable.Tree }

func (g growing) Open(name string, mode durable.Mode) (durable.File, error) {
	f, err := g.Tree.Open(name, mode)
	return twice{f}, err
}

type twice struct{ durable.File }

func (f twice) ReadAt(p []byte, off int64) (int, error) {
	const text = "1234567812345678"
	return strings.NewReader(text).ReadAt(p, off)
}

func TestReadFileFaults(t *testing.T) {
	disk := durabletest.NewDisk()
	disk.Put("/file", []byte(oldText))
	for at := 1; ; at++ {
		faulty := durabletest.NewFaults(disk, at, durabletest.Refuse)
		got, err := durable.ReadFile(faulty, "/file", 1<<10)
		if err == nil && string(got) != oldText {
			t.Errorf("%v: got %q without an error", faulty, got)
		}
		if err != nil && !errors.Is(err, durable.ErrUnreadable) {
			t.Errorf("%v: error %v, want ErrUnreadable", faulty, err)
		}
		if !faulty.Fired() {
			break
		}
	}
}
