package durable_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/data/durable"
	"rakor/data/durable/durabletest"
)

const journalPath = "/dir/journal"

// journalDisk has an empty folder.
func journalDisk() *durabletest.Disk {
	disk := durabletest.NewDisk()
	disk.Put("/dir/other", nil)
	return disk
}

func openJournal(t *testing.T, fsys durable.FS, path string) (*durable.Journal, durable.Log) {
	t.Helper()
	journal, log, err := durable.OpenJournal(fsys, path, durable.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return journal, log
}

// mustAppend appends entries such as "a", and checks their numbers.
func mustAppend(t *testing.T, j *durable.Journal, entries ...string) {
	t.Helper()
	for _, e := range entries {
		want := j.Last() + 1
		seq, err := j.Append(json.RawMessage(e))
		if err != nil || seq != want || j.Last() != want {
			t.Fatalf("append %s: number %d, %v; want %d", e, seq, err, want)
		}
	}
}

// texts writes entries as "1:a 2:b".
func texts(entries []durable.Entry) string {
	var all []string
	for _, e := range entries {
		all = append(all, fmt.Sprintf("%d:%s", e.Seq, e.Data))
	}
	return strings.Join(all, " ")
}

func TestJournalRoundTrip(t *testing.T) {
	for name, fsys := range map[string]durable.FS{"memory": journalDisk(), "disk": durable.OS()} {
		t.Run(name, func(t *testing.T) {
			path := journalPath
			if name == "disk" {
				path = filepath.Join(t.TempDir(), "journal")
			}
			journal, log := openJournal(t, fsys, path)
			if journal.Path() != path {
				t.Errorf("path %q", journal.Path())
			}
			if diff := cmp.Diff(durable.Log{Whole: true}, log); diff != "" {
				t.Errorf("no file yet (-want +got):\n%s", diff)
			}
			mustAppend(t, journal, `{ "text": "baris\nkedua" }`, `null`, `[1, 2.50, "}"]`)
			_, log = openJournal(t, fsys, path)
			want := durable.Log{Whole: true, Entries: []durable.Entry{
				{Seq: 1, Data: json.RawMessage(`{"text":"baris\nkedua"}`)},
				{Seq: 2, Data: json.RawMessage(`null`)},
				{Seq: 3, Data: json.RawMessage(`[1,2.50,"}"]`)},
			}}
			if diff := cmp.Diff(want, log); diff != "" {
				t.Errorf("read back (-want +got):\n%s", diff)
			}
			// Other tools read it as JSON lines.
			for line := range strings.Lines(content(t, fsys, path)) {
				var v struct {
					Seq   uint64
					CRC   string
					Entry json.RawMessage
				}
				if err := json.Unmarshal([]byte(line), &v); err != nil || v.Seq == 0 || len(v.CRC) != 8 {
					t.Errorf("line %q: %+v, %v", line, v, err)
				}
			}
		})
	}
}

func TestJournalRefusesEntries(t *testing.T) {
	disk := journalDisk()
	journal, _, err := durable.OpenJournal(disk, journalPath, durable.Limits{Entry: 60, File: 100})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, entry string
		want        error
	}{
		{"empty", "", durable.ErrInvalid},
		{"two values", "1 2", durable.ErrInvalid},
		{"raw newline", "\"a\nb\"", durable.ErrInvalid},
		{"long", `"` + strings.Repeat("x", 60) + `"`, durable.ErrTooLarge},
	} {
		_, err := journal.Append(json.RawMessage(tt.entry))
		var failure *durable.FileError
		if !errors.Is(err, tt.want) || !errors.As(err, &failure) || failure.Path != journalPath || failure.Placed {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
	mustAppend(t, journal, `1`, `2`)
	if _, err := journal.Append(json.RawMessage(`3`)); !errors.Is(err, durable.ErrTooLarge) {
		t.Errorf("journal above its limit: %v", err)
	}
	if got := content(t, disk, journalPath); strings.Count(got, "\n") != 2 {
		t.Errorf("journal holds %q", got)
	}
	if _, _, err := durable.OpenJournal(disk, journalPath, durable.Limits{File: 10}); !errors.Is(err, durable.ErrTooLarge) {
		t.Errorf("reading above the limit: %v", err)
	}
}

// Every call of three appends is made to fail, in every way, in a new journal
// and in one with a torn line. The journal has what was acknowledged, and
// besides at most the entry of which the program was told that it may be
// there; and it takes the next entry.
func TestJournalFaults(t *testing.T) {
	calls, placed, torn := 0, 0, 0
	for _, before := range []string{"", strings.Repeat("torn ", 40) + "\n"} {
		for _, how := range durabletest.Ways() {
			for at := 1; ; at++ {
				disk := journalDisk()
				if before != "" {
					disk.Put(journalPath, []byte(before))
				}
				faulty := durabletest.NewFaults(disk, at, how)
				run := appendThree(faulty)
				calls++
				if run.placed {
					placed++
				}
				run.check(t, faulty.String(), disk)
				for crash, after := range disk.Crashes() {
					if run.check(t, fmt.Sprintf("%v, then %+v", faulty, crash), after) {
						torn++
					}
				}
				if !faulty.Fired() {
					break
				}
			}
		}
	}
	if calls < 180 || placed == 0 || torn == 0 {
		t.Errorf("%d calls failed, %d unsure outcomes, %d torn lines: the test tests too little", calls, placed, torn)
	}
}

// appends is what a program was told about its appends.
type appends struct {
	acked  []string
	placed bool
}

// appendThree appends three entries, or those before the first error.
func appendThree(fsys *durabletest.Faults) appends {
	var run appends
	journal, _, err := durable.OpenJournal(fsys, journalPath, durable.Limits{})
	if err != nil {
		return run
	}
	for _, entry := range []string{`"one"`, `"two"`, `"three"`} {
		if _, err := journal.Append(json.RawMessage(entry)); err != nil {
			var failure *durable.FileError
			run.placed = errors.As(err, &failure) && failure.Placed
			return run
		}
		run.acked = append(run.acked, entry)
	}
	return run
}

// check reads the journal, compares, and appends one more. It tells whether
// there was a torn line.
func (run appends) check(t *testing.T, where string, fsys *durabletest.Disk) (torn bool) {
	t.Helper()
	fsys = fsys.After(durabletest.Crash{Names: 1 << 20, Loss: durabletest.Kept})
	journal, log, err := durable.OpenJournal(fsys, journalPath, durable.Limits{})
	if err != nil {
		t.Errorf("%s: %v", where, err)
		return false
	}
	var got []string
	for i, e := range log.Entries {
		got = append(got, string(e.Data))
		if e.Seq != uint64(i)+1 {
			t.Errorf("%s: entry %d has number %d", where, i+1, e.Seq)
		}
	}
	all := []string{`"one"`, `"two"`, `"three"`}
	most := len(run.acked)
	if run.placed {
		most++
	}
	if len(got) < len(run.acked) || len(got) > most || !slices.Equal(got, all[:len(got)]) {
		t.Errorf("%s: journal has %q, acknowledged were %q, placed %v", where, got, run.acked, run.placed)
	}
	mustAppend(t, journal, `"next"`)
	for _, after := range fsys.Crashes() {
		_, again := openJournal(t, after, journalPath)
		if again.Torn != nil || len(again.Entries) != len(got)+1 {
			t.Errorf("%s, then an append and a crash: %s, torn %+v", where, texts(again.Entries), again.Torn)
		}
	}
	return log.Torn != nil
}

// A program that goes on after a failed append, without a crash, reads what
// stands there and appends behind it.
func TestJournalGoesOn(t *testing.T) {
	for _, how := range []durabletest.How{durabletest.Refuse, durabletest.Late, durabletest.Short} {
		for at := 1; ; at++ {
			disk := journalDisk()
			faulty := durabletest.NewFaults(disk, at, how)
			journal, _, err := durable.OpenJournal(faulty, journalPath, durable.Limits{})
			if err != nil {
				continue
			}
			entries := 0
			for i := range 3 {
				_, err := journal.Append(json.RawMessage(`{}`))
				if err == nil {
					entries++
					continue
				}
				var failure *durable.FileError
				if !errors.As(err, &failure) || !faulty.Fired() {
					t.Fatalf("%v: append %d: %v", faulty, i, err)
				}
				_, log := openJournal(t, disk, journalPath)
				if n := len(log.Entries); n != entries && (!failure.Placed || n != entries+1) {
					t.Errorf("%v: %d entries after %d appends and %v", faulty, n, entries, err)
				}
				entries = len(log.Entries)
				if _, err := journal.Refresh(); err != nil {
					t.Fatalf("%v: refresh: %v", faulty, err)
				}
			}
			if _, log := openJournal(t, disk, journalPath); len(log.Entries) != entries || log.Torn != nil {
				t.Errorf("%v: %d entries, want %d; torn %+v", faulty, len(log.Entries), entries, log.Torn)
			}
			if !faulty.Fired() {
				break
			}
		}
	}
}

func TestJournalDiskFull(t *testing.T) {
	line := len(goodJournal(t)[0]) // a line as long as those below, or longer
	for room := range int64(line - 2) {
		disk := journalDisk()
		journal, _ := openJournal(t, disk, journalPath)
		mustAppend(t, journal, `1`)
		before := content(t, disk, journalPath)
		disk.Space(room)
		if _, err := journal.Append(json.RawMessage(`2`)); !errors.Is(err, durable.ErrNoSpace) {
			t.Fatalf("room for %d bytes: %v", room, err)
		}
		if got := content(t, disk, journalPath); got != before {
			t.Errorf("room for %d bytes: journal holds %q", room, got)
		}
		disk.Space(1 << 10)
		mustAppend(t, journal, `3`)
		if _, log := openJournal(t, disk, journalPath); texts(log.Entries) != "1:1 2:3" {
			t.Errorf("room for %d bytes: %s", room, texts(log.Entries))
		}
	}
}

// goodJournal returns the lines of a journal of three entries.
func goodJournal(t *testing.T) []string {
	t.Helper()
	disk := journalDisk()
	journal, _ := openJournal(t, disk, journalPath)
	mustAppend(t, journal, `"a"`, `"b"`, `"c"`)
	return slices.Collect(strings.Lines(content(t, disk, journalPath)))
}

func TestJournalDamage(t *testing.T) {
	l := goodJournal(t)
	text := strings.Join(l, "")
	lines := func(n int) int64 { return int64(len(strings.Join(l[:n], ""))) }
	tests := []struct {
		name    string
		file    string
		entries string
		torn    *durable.Torn
		corrupt *durable.CorruptError
	}{
		{name: "good", file: text, entries: `1:"a" 2:"b" 3:"c"`},
		{name: "empty", file: ""},
		{
			name: "no newline at the end", file: strings.TrimSuffix(text, "\n"), entries: `1:"a" 2:"b"`,
			torn: &durable.Torn{Line: 3, Offset: lines(2), Data: []byte(strings.TrimSuffix(l[2], "\n"))},
		},
		{
			name: "half a line", file: text + l[2][:9], entries: `1:"a" 2:"b" 3:"c"`,
			torn: &durable.Torn{Line: 4, Offset: lines(3), Data: []byte(l[2][:9])},
		},
		{
			name: "zeros", file: text + "\x00\x00\x00", entries: `1:"a" 2:"b" 3:"c"`,
			torn: &durable.Torn{Line: 4, Offset: lines(3), Data: []byte("\x00\x00\x00")},
		},
		{
			name: "last line wrong", file: l[0] + l[1] + strings.Replace(l[2], `"c"`, `"d"`, 1), entries: `1:"a" 2:"b"`,
			torn: &durable.Torn{Line: 3, Offset: lines(2), Data: []byte(strings.Replace(l[2], `"c"`, `"d"`, 1))},
		},
		{
			name: "only half a line", file: l[0][:5],
			torn: &durable.Torn{Line: 1, Data: []byte(l[0][:5])},
		},
		{
			name: "number wrong", file: strings.Replace(l[0], ":1,", ":4,", 1),
			torn: &durable.Torn{Line: 1, Data: []byte(strings.Replace(l[0], ":1,", ":4,", 1))},
		},
		{
			name: "middle line wrong", file: l[0] + strings.Replace(l[1], `"b"`, `"x"`, 1) + l[2], entries: `1:"a"`,
			corrupt: &durable.CorruptError{Line: 2, Offset: lines(1), Expected: "entry 2", Found: "an entry that does not match its checksum"},
		},
		{
			name: "line missing", file: l[0] + l[2], entries: `1:"a"`,
			corrupt: &durable.CorruptError{Line: 2, Offset: lines(1), Expected: "entry 2", Found: "entry 3"},
		},
		{
			name: "line twice", file: text + l[2], entries: `1:"a" 2:"b" 3:"c"`,
			corrupt: &durable.CorruptError{Line: 4, Offset: lines(3), Expected: "entry 4", Found: "entry 3"},
		},
		{
			name: "another file", file: "kode,nama\n1,x\n",
			corrupt: &durable.CorruptError{Line: 1, Expected: "a first entry", Found: "no entry"},
		},
		{
			name: "Windows line ends", file: strings.ReplaceAll(text, "\n", "\r\n"),
			corrupt: &durable.CorruptError{Line: 1, Expected: "a first entry", Found: "an entry without its end"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			disk := journalDisk()
			disk.Put(journalPath, []byte(tt.file))
			journal, log, err := durable.OpenJournal(disk, journalPath, durable.Limits{})
			if got := texts(log.Entries); got != tt.entries {
				t.Errorf("entries %s, want %s", got, tt.entries)
			}
			if diff := cmp.Diff(tt.torn, log.Torn); diff != "" {
				t.Errorf("torn (-want +got):\n%s", diff)
			}
			if got := content(t, disk, journalPath); got != tt.file {
				t.Errorf("reading changed the file to %q", got)
			}
			var corrupt *durable.CorruptError
			errors.As(err, &corrupt)
			if diff := cmp.Diff(tt.corrupt, corrupt); diff != "" {
				t.Fatalf("corrupt (-want +got):\n%s", diff)
			}
			if tt.corrupt != nil {
				if !errors.Is(err, durable.ErrCorrupt) || !strings.Contains(err.Error(), journalPath) {
					t.Errorf("error %v", err)
				}
				return
			}
			mustAppend(t, journal, `"next"`)
			_, log = openJournal(t, disk, journalPath)
			if n := len(log.Entries); log.Torn != nil || string(log.Entries[n-1].Data) != `"next"` {
				t.Errorf("after an append: %s, torn %+v", texts(log.Entries), log.Torn)
			}
		})
	}
}

// Whatever the file holds: no panic, and what is read and appended is read
// again.
func FuzzJournal(f *testing.F) {
	f.Add([]byte(""), []byte(`{}`))
	f.Add([]byte("{\"seq\":1,\"crc\":\"00000000\",\"entry\":1}\n"), []byte(`"a"`))
	f.Add([]byte("{\"seq\":1,\"crc\":\"90f599e3\",\"entry\":1}\n{\"seq\":2"), []byte(`[1]`))
	f.Add([]byte("\x00\x00\n"), []byte(`1`))
	f.Add([]byte("{\"seq\":18446744073709551615,\"crc\":\"\",\"entry\":}"), []byte(`1`))
	f.Fuzz(func(t *testing.T, file, entry []byte) {
		disk := journalDisk()
		disk.Put(journalPath, file)
		journal, before, err := durable.OpenJournal(disk, journalPath, durable.Limits{})
		if err != nil {
			if !errors.Is(err, durable.ErrCorrupt) {
				t.Fatalf("unexpected error %v", err)
			}
			return
		}
		seq, err := journal.Append(entry)
		if valid := json.Valid(entry); (err == nil) != valid {
			t.Fatalf("append %q (valid %v): %v", entry, valid, err)
		}
		if err != nil {
			return
		}
		_, after := openJournal(t, disk, journalPath)
		n := len(before.Entries)
		if len(after.Entries) != n+1 || after.Torn != nil || after.Entries[n].Seq != seq {
			t.Fatalf("%d entries, then %d, torn %v", n, len(after.Entries), after.Torn)
		}
		if texts(before.Entries) != texts(after.Entries[:n]) {
			t.Fatal("an append changed earlier entries")
		}
	})
}

func BenchmarkJournalAppend(b *testing.B) {
	journal, _, err := durable.OpenJournal(durable.OS(), filepath.Join(b.TempDir(), "journal"), durable.Limits{File: 1 << 40})
	if err != nil {
		b.Fatal(err)
	}
	entry := json.RawMessage(`"` + strings.Repeat("x", 1500) + `"`)
	for b.Loop() {
		if _, err := journal.Append(entry); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkJournalRead(b *testing.B) {
	disk := journalDisk()
	journal, _, err := durable.OpenJournal(disk, journalPath, durable.Limits{})
	if err != nil {
		b.Fatal(err)
	}
	entry := json.RawMessage(`"` + strings.Repeat("x", 1500) + `"`)
	for range 5000 {
		if _, err := journal.Append(entry); err != nil {
			b.Fatal(err)
		}
	}
	info, err := disk.Lstat(journalPath)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(info.Size())
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := durable.OpenJournal(disk, journalPath, durable.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}
