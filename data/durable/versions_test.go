package durable_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/data/durable"
	"rakor/data/durable/durabletest"
)

func saveAll(t *testing.T, v *durable.Versions, from, to int) {
	t.Helper()
	for i := from; i <= to; i++ {
		warnings, err := v.Save(fmt.Appendf(nil, "state %d", i))
		if err != nil || len(warnings) > 0 {
			t.Fatalf("save %d: %v, warnings %v", i, err, warnings)
		}
	}
}

// kept returns the content of all versions, newest first.
func kept(t *testing.T, v *durable.Versions) []string {
	t.Helper()
	list, err := v.List()
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, version := range list {
		data, err := v.Read(version.Number)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(data))
	}
	return all
}

func states(from, to int) []string {
	var all []string
	for i := from; i >= to; i-- {
		all = append(all, fmt.Sprintf("state %d", i))
	}
	return all
}

func TestVersionsKeepTwenty(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "programmes.json")
	v := durable.NewVersions(durable.OS(), path, 1<<10)
	saveAll(t, v, 1, 1)
	if got := kept(t, v); got != nil {
		t.Errorf("after the first save: %q", got)
	}
	saveAll(t, v, 2, 25)
	if got := content(t, durable.OS(), path); got != "state 25" {
		t.Errorf("file holds %q", got)
	}
	if diff := cmp.Diff(states(24, 5), kept(t, v)); diff != "" {
		t.Errorf("versions (-want +got):\n%s", diff)
	}
	list, err := v.List()
	want := durable.Version{Number: 24, Path: filepath.Join(dir, "versions", "programmes.json.000024")}
	if err != nil || list[0] != want {
		t.Errorf("newest is %+v, %v; want %+v", list[0], err, want)
	}

	// Restored as README says: by copying one over the file, or by saving it.
	data, err := v.Read(10)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := v.Save(data); err != nil {
		t.Fatal(err)
	}
	if got := content(t, durable.OS(), path); got != "state 10" {
		t.Errorf("restored %q", got)
	}
	if got := kept(t, v); len(got) != durable.Kept || got[0] != "state 25" {
		t.Errorf("after restoring: %q", got)
	}
}

// Saving the same content again does not push older states out.
func TestVersionsSameContent(t *testing.T) {
	v := durable.NewVersions(durabletest.NewDisk(), "/file", 1<<10)
	saveAll(t, v, 1, 2)
	for range 30 {
		saveAll(t, v, 2, 2)
	}
	if diff := cmp.Diff(states(2, 1), kept(t, v)); diff != "" {
		t.Errorf("versions (-want +got):\n%s", diff)
	}
}

// Files that only look like versions are neither counted nor removed, and two
// files that share the folder do not meet.
func TestVersionsOtherFiles(t *testing.T) {
	disk := durabletest.NewDisk()
	others := []string{
		"file", "file.000", "file.12", "file.-00001", "file.000000", "file.0000012", "file.00001x",
		"file.x.000001", "other.000001",
	}
	for _, name := range others {
		disk.Put("/versions/"+name, []byte("x"))
	}
	disk.Put("/versions/file.1000000", []byte("a long number"))
	v := durable.NewVersions(disk, "/file", 1<<10)
	saveAll(t, v, 1, 30)
	saveAll(t, durable.NewVersions(disk, "/other", 1<<10), 1, 3)
	list, err := v.List()
	if err != nil || len(list) != durable.Kept || list[0].Number != 1000029 {
		t.Errorf("versions %+v, %v", list, err)
	}
	for _, name := range others {
		if got := content(t, disk, "/versions/"+name); got != "x" {
			t.Errorf("%s holds %q", name, got)
		}
	}
}

// Every call of Save is made to fail. The file is old or new, and new for
// good when Save says so; a version is whole or not there; what goes wrong
// with versions alone is a warning.
func TestVersionsFaults(t *testing.T) {
	calls, warned := 0, 0
	for _, how := range durabletest.Ways() {
		for at := 1; ; at++ {
			disk := journalDisk()
			saveAll(t, durable.NewVersions(disk, "/dir/file", 1<<10), 0, durable.Kept+1)
			disk.Put("/dir/versions/.file.000001.rakor-tmp0", []byte("left behind"))
			faulty := durabletest.NewFaults(disk, at, how)
			warnings, err := durable.NewVersions(faulty, "/dir/file", 1<<10).Save([]byte(newText))
			calls++
			if err == nil {
				warned += len(warnings)
			}
			for _, w := range append(warnings, err) {
				var failure *durable.FileError
				if w != nil && !errors.As(w, &failure) {
					t.Errorf("%v: %v is no FileError", faulty, w)
				}
			}
			now := fmt.Sprintf("state %d", durable.Kept+1)
			for crash, after := range disk.Crashes() {
				if got := content(t, after, "/dir/file"); got != newText && (err == nil || got != now) {
					t.Errorf("%v, then %+v: %q (%v)", faulty, crash, got, err)
				}
				checkVersions(t, fmt.Sprintf("%v, then %+v", faulty, crash), after)
			}
			if !faulty.Fired() {
				if names, _ := disk.List("/dir/versions"); len(names) != durable.Kept {
					t.Errorf("without a fault: left behind: %q", names)
				}
				if diff := cmp.Diff(states(durable.Kept+1, 2), kept(t, durable.NewVersions(disk, "/dir/file", 1<<10))); diff != "" {
					t.Errorf("without a fault: versions (-want +got):\n%s", diff)
				}
				break
			}
		}
	}
	if calls < 150 || warned == 0 {
		t.Errorf("%d calls failed, %d warnings: the test tests too little", calls, warned)
	}
}

// checkVersions wants whole states in their order, at least those that were
// kept before and are not due to be pruned.
func checkVersions(t *testing.T, where string, disk *durabletest.Disk) {
	t.Helper()
	v := durable.NewVersions(disk, "/dir/file", 1<<10)
	list, err := v.List()
	if err != nil {
		t.Fatalf("%s: %v", where, err)
	}
	if len(list) < durable.Kept {
		t.Errorf("%s: %d versions left", where, len(list))
	}
	for _, version := range list {
		data, err := v.Read(version.Number)
		if want := fmt.Sprintf("state %d", version.Number-1); err != nil || string(data) != want {
			t.Errorf("%s: version %d is %q, %v; want %q", where, version.Number, data, err, want)
		}
	}
}

// The folder of versions in the way, or full: the save goes through.
func TestVersionsWarn(t *testing.T) {
	disk := durabletest.NewDisk()
	disk.Put("/file", []byte(oldText))
	disk.Put("/versions", []byte("a file in the way"))
	warnings, err := durable.NewVersions(disk, "/file", 1<<10).Save([]byte(newText))
	if err != nil || len(warnings) == 0 || content(t, disk, "/file") != newText {
		t.Errorf("a file in the way: %v, warnings %v", err, warnings)
	}

	disk = durabletest.NewDisk()
	disk.Put("/file", []byte("longer than the limit"))
	warnings, err = durable.NewVersions(disk, "/file", 5).Save([]byte(newText))
	if err != nil || len(warnings) != 1 || !errors.Is(warnings[0], durable.ErrTooLarge) {
		t.Errorf("old state above the limit: %v, warnings %v", err, warnings)
	}

	disk = durabletest.NewDisk()
	saveAll(t, durable.NewVersions(disk, "/file", 1<<10), 1, durable.Kept+2)
	for i := range 3 {
		disk.Put(fmt.Sprintf("/versions/file.%06d", 100+i), []byte("more"))
	}
	disk.ReadOnly("/versions", true)
	warnings, err = durable.NewVersions(disk, "/file", 1<<10).Save([]byte(newText))
	// One version not kept, three not removed.
	if err != nil || len(warnings) != 4 {
		t.Errorf("read-only versions: %v, warnings %v", err, warnings)
	}
	for _, w := range warnings {
		if !errors.Is(w, durable.ErrReadOnly) {
			t.Errorf("read-only versions: warning %v", w)
		}
	}
}

// A target that is refused leaves no version either.
func TestVersionsRefuse(t *testing.T) {
	dir := t.TempDir()
	v := durable.NewVersions(durable.OS(), dir, 1<<10)
	if warnings, err := v.Save([]byte(newText)); !errors.Is(err, durable.ErrDirectory) || warnings != nil {
		t.Errorf("folder: %v, warnings %v", err, warnings)
	}
	if _, err := durable.OS().Lstat(v.Dir()); err == nil {
		t.Error("a folder of versions was made")
	}
}

func BenchmarkVersionsSave(b *testing.B) {
	for _, size := range []int{1 << 20, 10 << 20} {
		b.Run(fmt.Sprintf("%dKiB", size>>10), func(b *testing.B) {
			v := durable.NewVersions(durable.OS(), filepath.Join(b.TempDir(), "file"), 1<<30)
			data := make([]byte, size)
			i := byte(0)
			for b.Loop() {
				i++
				data[0] = i
				if _, err := v.Save(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
