package durable_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/data/durable"
	"rakor/data/durable/durabletest"
)

const (
	oldText = "the old state"
	newText = "the new state, which is longer"
)

// none stands for a file that is not there.
const none = "<none>"

// content returns what a reader finds.
func content(t *testing.T, fsys durable.FS, path string) string {
	t.Helper()
	got, err := durable.ReadFile(fsys, path, 1<<20)
	if errors.Is(err, fs.ErrNotExist) {
		return none
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(got)
}

// Every call of WriteFile is made to fail, in every way, on a disk with and
// without an old file. What a reader finds, at once and after any power
// failure, is old or new; it is new for good if WriteFile said so.
func TestWriteFileOldOrNew(t *testing.T) {
	outcomes := map[string]int{}
	calls := 0
	for _, old := range []string{none, oldText} {
		for _, how := range durabletest.Ways() {
			for at := 1; ; at++ {
				disk := durabletest.NewDisk()
				disk.Put("/dir/other", nil)
				perm := fs.FileMode(0o600)
				if old != none {
					perm = 0o640
					putOld(t, disk, "/dir/file", old, perm)
				}
				faulty := durabletest.NewFaults(disk, at, how)
				err := durable.WriteFile(faulty, "/dir/file", []byte(newText))
				calls++

				now := content(t, disk, "/dir/file")
				outcomes[fmt.Sprintf("%v/%v", err == nil, now == newText)]++
				if want := placedContent(t, faulty, err, old); now != want {
					t.Errorf("%v: reader finds %q, want %q (error: %v)", faulty, now, want, err)
				}
				if info, err := disk.Lstat("/dir/file"); err == nil && info.Mode() != perm {
					t.Errorf("%v: %v, want permissions %v", faulty, info, perm)
				}
				for crash, after := range disk.Crashes() {
					got := content(t, after, "/dir/file")
					if got != newText && (err == nil || got != old) {
						t.Errorf("%v, then %+v: %q (error: %v)", faulty, crash, got, err)
					}
				}
				if err := durable.WriteFile(disk, "/dir/file", []byte("third")); err != nil {
					t.Errorf("%v: the next save fails: %v", faulty, err)
				}
				if _, err := durable.Clean(disk, "/dir"); err != nil {
					t.Errorf("%v: clean: %v", faulty, err)
				}
				if names, _ := disk.List("/dir"); !cmp.Equal(names, []string{"file", "other"}) {
					t.Errorf("%v: left behind: %q", faulty, names)
				}
				if !faulty.Fired() {
					break
				}
			}
		}
	}
	if calls < 85 {
		t.Errorf("only %d calls were made to fail", calls)
	}
	// A test in which nothing ever fails, or nothing ever succeeds, is none.
	for _, want := range []string{"true/true", "false/false", "false/true"} {
		if outcomes[want] == 0 {
			t.Errorf("no outcome of the kind (saved/new content) %s in %v", want, outcomes)
		}
	}
}

// putOld writes a file whose permissions somebody changed.
func putOld(t *testing.T, disk *durabletest.Disk, path, text string, perm fs.FileMode) {
	t.Helper()
	disk.Put(path, []byte(text))
	f, err := disk.Open(path, durable.Read)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Chmod(perm); err != nil {
		t.Fatal(err)
	}
}

// placedContent is what a reader must find at once. A killed program was told
// nothing, so there the error's Placed is no promise.
func placedContent(t *testing.T, faulty *durabletest.Faults, err error, old string) string {
	t.Helper()
	if err == nil {
		return newText
	}
	var failure *durable.FileError
	if !errors.As(err, &failure) || failure.Path != "/dir/file" || !errors.Is(err, durabletest.ErrInjected) {
		t.Fatalf("%v: error %#v does not name file and cause", faulty, err)
	}
	if failure.Placed {
		return newText
	}
	return old
}

// A program is killed at its k-th call, another one saves, the power fails:
// what the second one acknowledged is there.
func TestWriteFileAfterKill(t *testing.T) {
	for at := 1; ; at++ {
		disk := durabletest.NewDisk()
		killed := durabletest.NewFaults(disk, at, durabletest.StopShort)
		_ = durable.MakeDir(killed, "/a/b")
		_ = durable.WriteFile(killed, "/a/b/file", []byte(oldText))

		if err := durable.MakeDir(disk, "/a/b"); err != nil {
			t.Fatalf("%v: %v", killed, err)
		}
		if err := durable.WriteFile(disk, "/a/b/file", []byte(newText)); err != nil {
			t.Fatalf("%v: %v", killed, err)
		}
		for crash, after := range disk.Crashes() {
			if got := content(t, after, "/a/b/file"); got != newText && at > 3 {
				t.Errorf("%v, then %+v: %q", killed, crash, got)
			}
		}
		if !killed.Fired() {
			break
		}
	}
}

func TestWriteFileDiskFull(t *testing.T) {
	for room := range int64(len(newText)) {
		disk := durabletest.NewDisk()
		disk.Put("/file", []byte(oldText))
		disk.Space(room)
		err := durable.WriteFile(disk, "/file", []byte(newText))
		var failure *durable.FileError
		if !errors.Is(err, durable.ErrNoSpace) || !errors.As(err, &failure) || failure.Placed {
			t.Errorf("room for %d bytes: error %v, want disk full", room, err)
		}
		if got := content(t, disk, "/file"); got != oldText {
			t.Errorf("room for %d bytes: reader finds %q", room, got)
		}
		if names, _ := disk.List("/"); !cmp.Equal(names, []string{"file"}) {
			t.Errorf("room for %d bytes: left behind: %q", room, names)
		}
	}
}

func TestWriteFileReadOnlyFolder(t *testing.T) {
	disk := durabletest.NewDisk()
	disk.Put("/dir/file", []byte(oldText))
	disk.ReadOnly("/dir", true)
	err := durable.WriteFile(disk, "/dir/file", []byte(newText))
	if !errors.Is(err, durable.ErrReadOnly) || !errors.Is(err, fs.ErrPermission) {
		t.Errorf("error %v, want read-only", err)
	}
	if got := content(t, disk, "/dir/file"); got != oldText {
		t.Errorf("reader finds %q", got)
	}
}

func TestWriteFileOS(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	if err := durable.MakeDir(durable.OS(), dir); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "file")
	for _, text := range []string{oldText, newText, ""} {
		if err := durable.WriteFile(durable.OS(), path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got := content(t, durable.OS(), path); got != text {
			t.Errorf("reader finds %q, want %q", got, text)
		}
	}
	if names, err := durable.OS().List(dir); err != nil || !cmp.Equal(names, []string{"file"}) {
		t.Errorf("folder holds %q, %v", names, err)
	}
}

// The real file system, too, is made to fail call by call.
func TestWriteFileOSFaults(t *testing.T) {
	for _, how := range durabletest.Ways() {
		for at := 1; ; at++ {
			dir := t.TempDir()
			path := filepath.Join(dir, "file")
			if err := os.WriteFile(path, []byte(oldText), 0o600); err != nil {
				t.Fatal(err)
			}
			faulty := durabletest.NewFaults(durable.OS(), at, how)
			err := durable.WriteFile(faulty, path, []byte(newText))
			got := content(t, durable.OS(), path)
			if got != newText && (err == nil || got != oldText) {
				t.Errorf("%v: %q (error: %v)", faulty, got, err)
			}
			if !faulty.Fired() {
				break
			}
		}
	}
}

func TestWriteFileRefusesFolder(t *testing.T) {
	dir := t.TempDir()
	err := durable.WriteFile(durable.OS(), dir, []byte(newText))
	var failure *durable.FileError
	if !errors.Is(err, durable.ErrDirectory) || !errors.As(err, &failure) || failure.Path != dir {
		t.Errorf("error %v, want ErrDirectory that names %s", err, dir)
	}
	err = durable.WriteFile(durable.OS(), filepath.Join(dir, "no", "file"), nil)
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("folder missing: %v", err)
	}
}

func TestWriteFileMarkedReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, []byte(oldText), 0o400); err != nil {
		t.Fatal(err)
	}
	if err := durable.WriteFile(durable.OS(), path, []byte(newText)); !errors.Is(err, durable.ErrReadOnly) {
		t.Errorf("error %v, want ErrReadOnly", err)
	}
	if got := content(t, durable.OS(), path); got != oldText {
		t.Errorf("reader finds %q", got)
	}
}

// Temporary files of others are neither used nor endless.
func TestWriteFileTempTaken(t *testing.T) {
	disk := durabletest.NewDisk()
	const inWay = 64
	for i := range inWay {
		disk.Put(fmt.Sprintf("/.file.rakor-tmp%d", i), []byte("another program's"))
	}
	if err := durable.WriteFile(disk, "/file", []byte(newText)); err == nil {
		t.Error("saved, with every temporary name taken")
	}
	disk.Put("/.file.rakor-tmp64", nil)
	disk.Put("/.file.rakor-tmp", nil)
	disk.Put("/file.rakor-tmp1", nil)
	disk.Put("/.rakor-tmp1", nil)
	removed, err := durable.Clean(disk, "/")
	if err != nil || len(removed) != inWay {
		t.Errorf("clean removed %d, %v; want %d", len(removed), err, inWay)
	}
	if err := durable.WriteFile(disk, "/file", []byte(newText)); err != nil {
		t.Error(err)
	}
	want := []string{".file.rakor-tmp", ".file.rakor-tmp64", ".rakor-tmp1", "file", "file.rakor-tmp1"}
	if names, _ := disk.List("/"); !cmp.Equal(names, want) {
		t.Errorf("folder holds %q, want %q", names, want)
	}
}

func TestClean(t *testing.T) {
	if removed, err := durable.Clean(durabletest.NewDisk(), "/no"); removed != nil || err != nil {
		t.Errorf("missing folder: %q, %v", removed, err)
	}
	disk := durabletest.NewDisk()
	disk.Put("/dir/.a.rakor-tmp0", nil)
	if _, err := durable.Clean(durabletest.NewFaults(disk, 1, durabletest.Refuse), "/dir"); !errors.Is(err, durable.ErrUnreadable) {
		t.Errorf("folder that cannot be listed: %v", err)
	}
	disk.Put("/dir/.b.rakor-tmp1", nil)
	// The first removal fails (call 1 is List), the second one goes on.
	faulty := durabletest.NewFaults(disk, 2, durabletest.Refuse)
	removed, err := durable.Clean(faulty, "/dir")
	var failure *durable.FileError
	if !errors.As(err, &failure) || filepath.ToSlash(failure.Path) != "/dir/.a.rakor-tmp0" {
		t.Errorf("error %v does not name the file", err)
	}
	if !cmp.Equal(removed, []string{".b.rakor-tmp1"}) {
		t.Errorf("removed %q", removed)
	}
}

func TestMakeDir(t *testing.T) {
	calls := 0
	for _, how := range durabletest.Ways() {
		for at := 1; ; at++ {
			disk := durabletest.NewDisk()
			faulty := durabletest.NewFaults(disk, at, how)
			err := durable.MakeDir(faulty, "/a/b/c")
			calls++
			if _, lerr := disk.Lstat("/a/b/c"); err == nil && lerr != nil {
				t.Errorf("%v: no error and no folder", faulty)
			}
			for crash, after := range disk.Crashes() {
				if _, lerr := after.Lstat("/a/b/c"); err == nil && lerr != nil {
					t.Errorf("%v, then %+v: folder lost", faulty, crash)
				}
			}
			if err := durable.MakeDir(disk, "/a/b/c"); err != nil {
				t.Errorf("%v: again: %v", faulty, err)
			}
			if !faulty.Fired() {
				break
			}
		}
	}
	if calls < 40 {
		t.Errorf("only %d calls were made to fail", calls)
	}
	disk := durabletest.NewDisk()
	disk.Put("/file", nil)
	if err := durable.MakeDir(disk, "/file"); !errors.Is(err, durable.ErrNotDirectory) {
		t.Errorf("file in the way: %v", err)
	}
	disk.ReadOnly("/", true)
	if err := durable.MakeDir(disk, "/dir"); !errors.Is(err, durable.ErrReadOnly) {
		t.Errorf("read-only folder: %v", err)
	}
}

func TestFileErrorText(t *testing.T) {
	err := &durable.FileError{Op: "write", Path: "p.json", Kind: durable.ErrNoSpace, Err: errors.New("cause")}
	if got, want := err.Error(), "write p.json: disk full: cause"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	err.Placed = true
	if got := err.Error(); len(got) < 60 {
		t.Errorf("%q does not tell that the new content may be in place", got)
	}
}

func BenchmarkWriteFile(b *testing.B) {
	for _, size := range []int{10 << 10, 1 << 20, 10 << 20} {
		b.Run(fmt.Sprintf("%dKiB", size>>10), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "file")
			data := make([]byte, size)
			for b.Loop() {
				if err := durable.WriteFile(durable.OS(), path, data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
