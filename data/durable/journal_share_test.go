package durable_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rakor/data/durable"
	"rakor/data/durable/durabletest"
)

// Two programs share a journal: each sees what the other one did, and an
// append that does not is refused.
func TestJournalTwoPrograms(t *testing.T) {
	disk := journalDisk()
	a, _ := openJournal(t, disk, journalPath)
	b, _ := openJournal(t, disk, journalPath)
	mustAppend(t, a, `"a1"`)
	refused := func(j *durable.Journal) {
		t.Helper()
		var failure *durable.FileError
		if _, err := j.Append(json.RawMessage(`0`)); !errors.Is(err, durable.ErrStale) || !errors.As(err, &failure) || failure.Placed {
			t.Errorf("append: %v, want ErrStale", err)
		}
		if _, err := j.Trim(1); !errors.Is(err, durable.ErrStale) {
			t.Errorf("trim: %v, want ErrStale", err)
		}
	}
	refreshed := func(j *durable.Journal, want string, whole bool) {
		t.Helper()
		log, err := j.Refresh()
		if err != nil || texts(log.Entries) != want || log.Whole != whole || log.Torn != nil {
			t.Errorf("refresh: %s, whole %v, torn %v, %v; want %s, whole %v", texts(log.Entries), log.Whole, log.Torn, err, want, whole)
		}
	}
	refused(b)
	refreshed(b, `1:"a1"`, true)
	mustAppend(t, b, `"b2"`, `"b3"`)
	refused(a)
	refreshed(a, `2:"b2" 3:"b3"`, false)
	refreshed(a, ``, false)

	if n, err := a.Trim(1); n != 2 || err != nil {
		t.Errorf("trim: %d, %v", n, err)
	}
	mustAppend(t, a, `"a4"`)
	refused(b)
	refreshed(b, `3:"b3" 4:"a4"`, true)

	// The last line replaced by another of the same length.
	other := journalDisk()
	other.Put(journalPath, []byte(content(t, disk, journalPath)))
	x, _ := openJournal(t, other, journalPath)
	if _, err := x.Trim(1); err != nil {
		t.Fatal(err)
	}
	mustAppend(t, b, `"b5"`)
	mustAppend(t, x, `"x5"`)
	if n, err := b.Trim(2); n != 1 || err != nil {
		t.Errorf("trim: %d, %v", n, err)
	}
	disk.Put(journalPath, []byte(content(t, other, journalPath)))
	refused(b)
	refreshed(b, `4:"a4" 5:"x5"`, true)

	// Put away altogether.
	if err := disk.Remove(journalPath); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Append(json.RawMessage(`0`)); !errors.Is(err, durable.ErrStale) {
		t.Errorf("append to a journal that is gone: %v", err)
	}
	refreshed(b, ``, true)
	mustAppend(t, b, `"b6"`)
	for crash, after := range disk.Crashes() {
		if _, log := openJournal(t, after, journalPath); texts(log.Entries) != `6:"b6"` {
			t.Errorf("%+v: journal made again has %s", crash, texts(log.Entries))
		}
	}
}

// A torn line that another program has replaced by a good one as long must not
// be cut away.
func TestJournalTornReplaced(t *testing.T) {
	l := goodJournal(t)
	disk := journalDisk()
	torn := strings.Replace(l[2], `"c"`, `"d"`, 1)
	disk.Put(journalPath, []byte(l[0]+l[1]+torn))
	journal, log := openJournal(t, disk, journalPath)
	if log.Torn == nil {
		t.Fatal("no torn line")
	}
	disk.Put(journalPath, []byte(l[0]+l[1]+l[2]))
	if _, err := journal.Append(json.RawMessage(`"e"`)); !errors.Is(err, durable.ErrStale) {
		t.Errorf("append: %v, want ErrStale", err)
	}
	if log, err := journal.Refresh(); err != nil || texts(log.Entries) != `3:"c"` {
		t.Errorf("refresh: %s, %v", texts(log.Entries), err)
	}
}

func TestJournalTrim(t *testing.T) {
	for _, how := range durabletest.Ways() {
		for at := 1; ; at++ {
			disk := journalDisk()
			journal, _ := openJournal(t, disk, journalPath)
			mustAppend(t, journal, `1`, `2`, `3`, `4`)
			faulty := durabletest.NewFaults(disk, at, how)
			journal, _, err := durable.OpenJournal(faulty, journalPath, durable.Limits{})
			dropped := 0
			if err == nil {
				dropped, err = journal.Trim(2)
			}
			if err == nil && dropped != 2 {
				t.Errorf("%v: dropped %d", faulty, dropped)
			}
			for crash, after := range disk.Crashes() {
				_, log := openJournal(t, after, journalPath)
				got := texts(log.Entries)
				if got != "3:3 4:4" && (err == nil || got != "1:1 2:2 3:3 4:4") {
					t.Errorf("%v, then %+v: %s (%v)", faulty, crash, got, err)
				}
			}
			if !faulty.Fired() {
				break
			}
		}
	}
	journal, _ := openJournal(t, journalDisk(), journalPath)
	if n, err := journal.Trim(0); n != 0 || err != nil {
		t.Errorf("empty journal: %d, %v", n, err)
	}
	mustAppend(t, journal, `1`, `2`)
	if n, err := journal.Trim(-1); n != 1 || err != nil {
		t.Errorf("keep at least one: dropped %d, %v", n, err)
	}
	mustAppend(t, journal, `3`)
}

func TestJournalUnreadable(t *testing.T) {
	dir := t.TempDir()
	if _, _, err := durable.OpenJournal(durable.OS(), dir, durable.Limits{}); !errors.Is(err, durable.ErrDirectory) {
		t.Errorf("folder: %v", err)
	}
	journal, _ := openJournal(t, durable.OS(), filepath.Join(dir, "no", "journal"))
	if _, err := journal.Append([]byte(`1`)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("folder missing: %v", err)
	}
	path := filepath.Join(dir, "file")
	if err := os.WriteFile(path, nil, 0o400); err != nil {
		t.Fatal(err)
	}
	journal, _ = openJournal(t, durable.OS(), path)
	if _, err := journal.Append([]byte(`1`)); !errors.Is(err, durable.ErrReadOnly) {
		t.Errorf("marked read-only: %v", err)
	}
}
