package minutes_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rakor/data/durable"
	"rakor/data/durable/durabletest"
	"rakor/data/minutes"
	"rakor/model/meeting"
)

func noon() time.Time { return time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC) }

func rakor() meeting.Meeting {
	return meeting.Meeting{ID: "2026-11-25", Home: "6271", Title: "Rakor", Date: "2026-11-25"}
}

func decided(n int, text string) meeting.Decision {
	return meeting.Decision{Meeting: "2026-11-25", Number: n, Text: text, Status: meeting.Open}
}

func open(t *testing.T, dir string, o minutes.Options) *minutes.Store {
	t.Helper()
	s, err := minutes.Open(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func commit(t *testing.T, s *minutes.Store, cs ...meeting.Change) {
	t.Helper()
	if _, err := s.Commit(t.Context(), cs, "", "Rina", noon()); err != nil {
		t.Fatal(err)
	}
}

// brief gives what the records say, to compare.
func brief(m *meeting.Minutes) string {
	var b strings.Builder
	for _, r := range m.Records() {
		fmt.Fprintf(&b, "%s %+v\n", r.Key(), r)
	}
	return b.String()
}

func TestKeptAndTakenBack(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "rakor")
	s := open(t, dir, minutes.Options{})
	commit(t, s, meeting.Add(rakor()))
	d := decided(1, "satu <b>&")
	commit(t, s, meeting.Add(d))
	e := d
	e.Owner = "Dinas Sosial"
	commit(t, s, meeting.Edit(d, e))
	after := brief(s.Minutes())

	again := open(t, dir, minutes.Options{})
	if diff := cmp.Diff(after, brief(again.Minutes())); diff != "" {
		t.Fatal("read again:", diff)
	}
	// Across programs and in order: the edit, the decision, the meeting, nothing.
	for i, want := range []int{2, 1, 0} {
		if _, err := again.Undo(t.Context(), "Budi", noon()); err != nil {
			t.Fatal(err)
		}
		if n := again.Minutes().Len(); n != want {
			t.Fatalf("after %d undone: %d records, want %d", i+1, n, want)
		}
	}
	if _, err := again.Undo(t.Context(), "Budi", noon()); !errors.Is(err, minutes.ErrNothing) {
		t.Fatal(err)
	}
	for range 3 {
		if _, err := open(t, dir, minutes.Options{}).Redo(t.Context(), "Budi", noon()); err != nil {
			t.Fatal(err)
		}
	}
	if err := again.Refresh(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(after, brief(again.Minutes())); diff != "" {
		t.Fatal("made again:", diff)
	}
	log, err := again.Log()
	if err != nil || len(log) != 9 || log[8].Do != "redo" || log[8].By != "Budi" {
		t.Fatalf("%v: %d lines of history, last %+v", err, len(log), log[len(log)-1])
	}
}

func TestTwoPrograms(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	a, b := open(t, dir, minutes.Options{}), open(t, dir, minutes.Options{})
	commit(t, a, meeting.Add(rakor()), meeting.Add(decided(1, "satu")))
	commit(t, b, meeting.Add(decided(2, "dua"))) // another record goes through
	mine, theirs := decided(1, "satu"), decided(1, "satu")
	mine.Owner, theirs.Owner = "Dinas Sosial", "Disnaker"
	commit(t, a, meeting.Edit(decided(1, "satu"), theirs))
	_, err := b.Commit(t.Context(), []meeting.Change{meeting.Edit(decided(1, "satu"), mine)}, "", "", noon())
	var c *meeting.ConflictError
	if !errors.As(err, &c) || c.Theirs.(meeting.Decision).Owner != "Disnaker" {
		t.Fatal(err)
	}
	// The number of a decision that another program took meanwhile is a conflict too.
	if _, err := a.Commit(t.Context(), []meeting.Change{meeting.Add(decided(2, "lain"))}, "", "", noon()); !errors.As(err, &c) {
		t.Fatal(err)
	}
}

func TestReadOnlyWritesNothing(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "none")
	s := open(t, dir, minutes.Options{ReadOnly: true})
	_, err := s.Commit(t.Context(), []meeting.Change{meeting.Add(rakor())}, "", "", noon())
	if !errors.Is(err, minutes.ErrReadOnly) || !errors.Is(s.SaveDraft(t.Context(), nil), minutes.ErrReadOnly) {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Fatal("a folder was made:", err)
	}
}

// TestLongJournal: the journal is shortened, nothing is lost, the newest steps
// can still be taken back, and a document that is gone is told, not guessed.
func TestLongJournal(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := open(t, dir, minutes.Options{Most: 20})
	other := open(t, dir, minutes.Options{Most: 20})
	commit(t, s, meeting.Add(rakor()))
	for n := range 50 {
		commit(t, s, meeting.Add(decided(n+1, "satu")))
	}
	if b, err := os.ReadFile(filepath.Join(dir, minutes.JournalFile)); err != nil || strings.Count(string(b), "\n") > 21 {
		t.Fatalf("%v: the journal has %d lines", err, strings.Count(string(b), "\n"))
	}
	again := open(t, dir, minutes.Options{Most: 20})
	if diff := cmp.Diff(brief(s.Minutes()), brief(again.Minutes())); diff != "" {
		t.Fatal(diff)
	}
	if err := other.Refresh(); err != nil || other.Minutes().Len() != 51 {
		t.Fatalf("%v: a program that had read the long journal has %d records", err, other.Minutes().Len())
	}
	if _, err := again.Undo(t.Context(), "", noon()); err != nil || again.Minutes().Len() != 50 {
		t.Fatalf("%v, %d records", err, again.Minutes().Len())
	}
	if err := os.Remove(again.Path()); err != nil {
		t.Fatal(err)
	}
	if _, err := minutes.Open(dir, minutes.Options{}); !errors.Is(err, minutes.ErrMissing) {
		t.Fatal(err)
	}
}

func TestBrokenFilesAreNamed(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ file, text string }{
		"not JSON":       {minutes.File, "{"},
		"another format": {minutes.File, `{"format":"rakor/meetings/9"}`},
		"another key":    {minutes.File, `{"format":"rakor/meetings/1","records":[{"key":"d/2026-11-25/2","now":{"meeting":"2026-11-25","number":1,"text":"x","status":"open"}}]}`},
		"no record":      {minutes.File, `{"format":"rakor/meetings/1","records":[{"key":"x/1","now":{}}]}`},
		"bad record":     {minutes.File, `{"format":"rakor/meetings/1","records":[{"key":"m/2026-11-25","now":{"id":"2026-11-25","date":"2026-11-25","title":""}}]}`},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, c.file), []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := minutes.Open(dir, minutes.Options{}); !errors.Is(err, minutes.ErrBroken) || !strings.Contains(err.Error(), c.file) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDraft(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := open(t, dir, minutes.Options{})
	if text, err := s.LoadDraft(); text != nil || err != nil {
		t.Fatal(text, err)
	}
	if err := s.SaveDraft(t.Context(), []byte("Dinsos verif")); err != nil {
		t.Fatal(err)
	}
	if text, err := open(t, dir, minutes.Options{}).LoadDraft(); string(text) != "Dinsos verif" || err != nil {
		t.Fatal(string(text), err)
	}
	if err := errors.Join(s.DropDraft(t.Context()), s.DropDraft(t.Context())); err != nil {
		t.Fatal(err)
	}
	if text, err := s.LoadDraft(); text != nil || err != nil {
		t.Fatal(text, err)
	}
	if err := s.SaveDraft(t.Context(), make([]byte, 1<<20)); !errors.Is(err, minutes.ErrDraft) {
		t.Fatal(err)
	}
}

// TestEverySystemCallFails makes every call of a commit fail, one by one and in
// every way, with a power failure after it: the next program finds the old
// records or the new ones, and the new ones where the commit was acknowledged.
func TestEverySystemCallFails(t *testing.T) {
	t.Parallel()
	const dir = "/home/rina/rakor"
	opts := func(fsys durable.Tree) minutes.Options {
		return minutes.Options{FS: fsys, Most: 6, Lock: func(context.Context) (func() error, error) { return func() error { return nil }, nil }}
	}
	read := func(d *durabletest.Disk) string { return brief(open(t, dir, opts(d)).Minutes()) }
	stories := map[string]int{"first": 0, "second": 1, "with a shortened journal": 5}
	failed, outcomes := 0, map[string]int{}
	for name, before := range stories {
		prepare := func(fsys durable.Tree) {
			for n := range before {
				commit(t, open(t, dir, opts(fsys)), meeting.Add(decided(n+1, "lama")))
			}
		}
		save := func(fsys durable.Tree) error {
			s, err := minutes.Open(dir, opts(fsys))
			if err != nil {
				return err
			}
			for _, c := range []meeting.Change{meeting.Add(decided(before+1, "baru")), meeting.Add(decided(before+2, "baru"))} {
				if _, err := s.Commit(context.Background(), []meeting.Change{c}, "", "Rina", noon()); err != nil {
					return err
				}
			}
			return nil
		}
		whole := durabletest.NewDisk()
		prepare(whole)
		old := read(whole)
		if err := save(whole); err != nil {
			t.Fatal(err)
		}
		next := read(whole)
		for _, how := range durabletest.Ways() {
			for at := 1; ; at++ {
				disk := durabletest.NewDisk()
				prepare(disk)
				faulty := durabletest.NewFaults(disk, at, how)
				acknowledged := save(faulty) == nil
				if !faulty.Fired() {
					break
				}
				failed++
				for c, d := range disk.Crashes() {
					switch got := read(d); {
					case got == next:
						outcomes["new"]++
					case !acknowledged && (got == old || strings.HasPrefix(next, got)):
						outcomes["old"]++ // or the first of the two
					default:
						t.Fatalf("%s, %s, power failure %s, acknowledged %v:\n%s\nneither old\n%s\nnor new\n%s", name, faulty, c.Loss, acknowledged, got, old, next)
					}
				}
			}
		}
	}
	t.Logf("%d calls made to fail; states read after: %v", failed, outcomes)
	if failed < 100 || outcomes["old"] == 0 || outcomes["new"] == 0 {
		t.Error("the test does not reach the save")
	}
}

func BenchmarkCommit(b *testing.B) {
	dir := b.TempDir()
	s, err := minutes.Open(dir, minutes.Options{})
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for b.Loop() {
		n++
		if _, err := s.Commit(b.Context(), []meeting.Change{meeting.Add(decided(n, "keputusan yang dicatat dalam rapat"))}, "", "Rina", noon()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpen reads 200 meetings with 5,000 decisions.
func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	s, err := minutes.Open(dir, minutes.Options{})
	if err != nil {
		b.Fatal(err)
	}
	day := rakor().Date
	for i := range 200 {
		m := rakor()
		m.Date = day.AddDays(-7 * i)
		m.ID = meeting.ID(m.Date)
		cs := []meeting.Change{meeting.Add(m)}
		for n := range 25 {
			d := decided(n+1, "keputusan yang dicatat dalam rapat")
			d.Meeting, d.Deadline = m.ID, m.Date.AddDays(30)
			cs = append(cs, meeting.Add(d))
		}
		if _, err := s.Commit(b.Context(), cs, "", "Rina", noon()); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if _, err := minutes.Open(dir, minutes.Options{ReadOnly: true}); err != nil {
			b.Fatal(err)
		}
	}
}
