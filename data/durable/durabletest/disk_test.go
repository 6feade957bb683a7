package durabletest_test

import (
	"errors"
	"io/fs"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/data/durable"
	"rakor/data/durable/durabletest"
)

// put writes without flushing anything, unless sync says so.
func put(t *testing.T, fsys durable.FS, name string, data string, sync bool) {
	t.Helper()
	f, err := fsys.Open(name, durable.Append)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte(data)); err != nil {
		t.Fatal(err)
	}
	if sync {
		if err := f.Sync(); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// seen returns what may stand under name after a power failure.
func seen(t *testing.T, d *durabletest.Disk, name string) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	for _, after := range d.Crashes() {
		got, err := durable.ReadFile(after, name, 1<<10)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			all["<none>"] = true
		case err != nil:
			t.Fatal(err)
		default:
			all[string(got)] = true
		}
	}
	return all
}

// The disk must catch each way of saving that people get wrong; otherwise the
// tests that stand on it prove nothing.
func TestDiskForgets(t *testing.T) {
	tests := []struct {
		name string
		save func(t *testing.T, d *durabletest.Disk)
		want map[string]bool
	}{
		{"nothing flushed", func(t *testing.T, d *durabletest.Disk) {
			put(t, d, "/new", "abcd", false)
		}, map[string]bool{"<none>": true, "": true, "ab": true, "\x00\x00\x00\x00": true, "\x00\x00cd": true, "abcd": true}},
		{"file flushed, folder not", func(t *testing.T, d *durabletest.Disk) {
			put(t, d, "/new", "abcd", true)
		}, map[string]bool{"<none>": true, "abcd": true}},
		{"folder flushed, file not", func(t *testing.T, d *durabletest.Disk) {
			put(t, d, "/new", "abcd", false)
			if err := d.SyncDir("/"); err != nil {
				t.Fatal(err)
			}
		}, map[string]bool{"": true, "ab": true, "\x00\x00\x00\x00": true, "\x00\x00cd": true, "abcd": true}},
		{"renamed without a flush", func(t *testing.T, d *durabletest.Disk) {
			put(t, d, "/temp", "abcd", false)
			if err := d.Rename("/temp", "/new"); err != nil {
				t.Fatal(err)
			}
		}, map[string]bool{"<none>": true, "": true, "ab": true, "\x00\x00\x00\x00": true, "\x00\x00cd": true, "abcd": true}},
		{"appended without a flush", func(t *testing.T, d *durabletest.Disk) {
			d.Put("/new", []byte("ab"))
			put(t, d, "/new", "cd", false)
		}, map[string]bool{"ab": true, "abc": true, "ab\x00\x00": true, "ab\x00d": true, "abcd": true}},
		{"cut without a flush", func(t *testing.T, d *durabletest.Disk) {
			d.Put("/new", []byte("abcd"))
			f, err := d.Open("/new", durable.Append)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.Truncate(1); err != nil {
				t.Fatal(err)
			}
			if _, err := f.Write([]byte("x")); err != nil {
				t.Fatal(err)
			}
		}, map[string]bool{"abcd": true, "ax": true, "axcd": true}},
		{"removed without a flush", func(t *testing.T, d *durabletest.Disk) {
			d.Put("/new", []byte("abcd"))
			if err := d.Remove("/new"); err != nil {
				t.Fatal(err)
			}
		}, map[string]bool{"<none>": true, "abcd": true}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := durabletest.NewDisk()
			tt.save(t, d)
			if diff := cmp.Diff(tt.want, seen(t, d, "/new")); diff != "" {
				t.Errorf("after a power failure (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDiskForgetsFolder(t *testing.T) {
	d := durabletest.NewDisk()
	if err := d.Mkdir("/dir"); err != nil {
		t.Fatal(err)
	}
	put(t, d, "/dir/new", "abcd", true)
	if err := d.SyncDir("/dir"); err != nil {
		t.Fatal(err)
	}
	want := map[string]bool{"<none>": true, "abcd": true}
	if diff := cmp.Diff(want, seen(t, d, "/dir/new")); diff != "" {
		t.Errorf("file in a folder that was not flushed (-want +got):\n%s", diff)
	}
	if err := d.SyncDir("/"); err != nil {
		t.Fatal(err)
	}
	want = map[string]bool{"abcd": true}
	if diff := cmp.Diff(want, seen(t, d, "/dir/new")); diff != "" {
		t.Errorf("file in a flushed folder (-want +got):\n%s", diff)
	}
}

func TestDiskRefuses(t *testing.T) {
	d := durabletest.NewDisk()
	d.Put("/dir/file", []byte("abcd"))
	d.Put("/closed/file", nil)
	d.ReadOnly("/closed", true)
	tests := []struct {
		name string
		call func() error
		want error
	}{
		{"read missing", func() error { _, err := d.Open("/no", durable.Read); return err }, fs.ErrNotExist},
		{"create taken", func() error { _, err := d.Open("/dir/file", durable.Create); return err }, fs.ErrExist},
		{"create in missing", func() error { _, err := d.Open("/no/file", durable.Create); return err }, fs.ErrNotExist},
		{"append to folder", func() error { _, err := d.Open("/dir", durable.Append); return err }, syscall.EISDIR},
		{"create in closed", func() error { _, err := d.Open("/closed/x", durable.Create); return err }, fs.ErrPermission},
		{"remove in closed", func() error { return d.Remove("/closed/file") }, fs.ErrPermission},
		{"remove full folder", func() error { return d.Remove("/dir") }, syscall.ENOTEMPTY},
		{"rename across folders", func() error { return d.Rename("/dir/file", "/file") }, fs.ErrNotExist},
		{"rename over folder", func() error { return d.Rename("/dir", "/closed") }, syscall.EISDIR},
		{"make taken", func() error { return d.Mkdir("/dir") }, fs.ErrExist},
		{"list file", func() error { _, err := d.List("/dir/file"); return err }, syscall.ENOTDIR},
		{"write to read-only handle", func() error {
			f, err := d.Open("/dir/file", durable.Read)
			if err != nil {
				return err
			}
			_, err = f.Write([]byte("x"))
			return err
		}, syscall.EBADF},
		{"use after close", func() error {
			f, err := d.Open("/dir/file", durable.Append)
			if err != nil {
				return err
			}
			if err := f.Close(); err != nil {
				return err
			}
			return f.Sync()
		}, fs.ErrClosed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if err := tt.call(); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
}

func TestFaultsHitOneCall(t *testing.T) {
	// Open, write, sync, close, open, stat, read, read, close: nine calls.
	steps := func(fsys durable.FS) {
		f, err := fsys.Open("/new", durable.Create)
		if err == nil {
			_, _ = f.Write([]byte("abcd"))
			_ = f.Sync()
			_ = f.Close()
		}
		_, _ = durable.ReadFile(fsys, "/new", 1<<10)
	}
	whole := durabletest.NewFaults(durabletest.NewDisk(), 0, durabletest.Refuse)
	steps(whole)
	if whole.Fired() || whole.Calls() < 7 {
		t.Fatalf("without a fault: fired %v after %d calls", whole.Fired(), whole.Calls())
	}
	tests := []struct {
		how  durabletest.How
		at   int
		want string
	}{
		{durabletest.Refuse, 2, ""},
		{durabletest.Late, 2, "abcd"},
		{durabletest.Short, 2, "ab"},
		{durabletest.Stop, 2, ""},
		{durabletest.StopShort, 2, "ab"},
		{durabletest.Stop, 3, "abcd"},
		{durabletest.Late, whole.Calls() + 1, "abcd"},
	}
	for _, tt := range tests {
		disk := durabletest.NewDisk()
		faulty := durabletest.NewFaults(disk, tt.at, tt.how)
		steps(faulty)
		got, err := durable.ReadFile(disk, "/new", 1<<10)
		if err != nil || string(got) != tt.want {
			t.Errorf("%v: file holds %q, %v; want %q", faulty, got, err, tt.want)
		}
		if want := tt.at <= whole.Calls(); faulty.Fired() != want {
			t.Errorf("%v: fired %v, want %v", faulty, faulty.Fired(), want)
		}
	}
}
