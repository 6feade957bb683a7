package book_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rakor/data"
	"rakor/data/book"
	"rakor/data/durable"
	"rakor/model"
)

// TestRestore: a version copied over the document is taken as it stands, by
// programs that run and by those that start, and the journal goes on from it.
func TestRestore(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var states []string
	for i := range 40 { // two full saves at least
		b := open(t, dir, book.Options{})
		note(t, b, "p001", fmt.Sprint(i))
		closeBook(t, b)
		states = append(states, brief(b.Snapshot()))
	}
	versions, err := durable.NewVersions(durable.OS(), filepath.Join(dir, data.ListFile), 1<<20).List()
	if err != nil || len(versions) == 0 {
		t.Fatal(versions, err)
	}
	running := open(t, dir, book.Options{})
	old, err := os.ReadFile(versions[len(versions)-1].Path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(running.Path(), old, 0o600); err != nil {
		t.Fatal(err)
	}
	b := open(t, dir, book.Options{})
	restored := brief(b.Snapshot())
	if restored == states[len(states)-1] {
		t.Fatal("the version had no effect")
	}
	note(t, running, "p002", "after")
	wanted := strings.Replace(restored, "p002=embedded", "p002=after", 1)
	want(t, running, dir, wanted)
	if _, err := running.Undo(t.Context(), 1, "", noon()); err != nil {
		t.Fatal(err)
	}
	want(t, running, dir, restored)
	if _, err := running.Undo(t.Context(), 1, "", noon()); !errors.Is(err, book.ErrNothing) {
		t.Errorf("undo beyond the restored state: %v", err)
	}
	log, err := running.Log()
	if err != nil || log[len(log)-3].Kind != model.LogRestored {
		t.Error(log, err)
	}
	// Restored a second time, before and after another change.
	for _, text := range []string{"once", "again"} {
		if err := os.WriteFile(running.Path(), old, 0o600); err != nil {
			t.Fatal(err)
		}
		want(t, open(t, dir, book.Options{}), dir, restored)
		if _, err := b.Refresh(); err != nil {
			t.Fatal(err)
		}
		note(t, b, "p003", text)
		want(t, b, dir, strings.Replace(restored, "p003=embedded", "p003="+text, 1))
	}
	closeBook(t, b)
	closeBook(t, running)
	want(t, open(t, dir, book.Options{}), dir, strings.Replace(restored, "p003=embedded", "p003=again", 1))
}

// TestVersions: the last twenty states are kept.
func TestVersions(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	b := open(t, dir, book.Options{})
	note(t, b, "p001", "0")
	closeBook(t, b)
	for i := range durable.Kept + 5 {
		b := open(t, dir, book.Options{})
		for k := range 32 {
			note(t, b, "p001", fmt.Sprintf("%d %d", i, k))
		}
		closeBook(t, b)
	}
	list, err := durable.NewVersions(durable.OS(), filepath.Join(dir, data.ListFile), 1<<20).List()
	if err != nil || len(list) != durable.Kept {
		t.Errorf("%d versions, %v", len(list), err)
	}
}

// TestMissingDocument: where the journal has everything it makes the list
// again, also without the document.
func TestMissingDocument(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	b := open(t, dir, book.Options{})
	note(t, b, "p001", "a")
	id := add(t, b, "b")
	closeBook(t, b)
	text := brief(b.Snapshot())
	if err := os.Remove(b.Path()); err != nil {
		t.Fatal(err)
	}
	b = open(t, dir, book.Options{})
	want(t, b, dir, text)
	note(t, b, id, "c")
	closeBook(t, b)
	want(t, open(t, dir, book.Options{}), dir, strings.Replace(text, "=b", "=c", 1))
}

func TestBroken(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		file, text string
		check      func(error) bool
	}{
		"cut off":        {data.ListFile, `{"format":"rakor/programmes/1","progr`, isBroken(data.RuleSyntax, "/format")},
		"empty":          {data.ListFile, ``, isBroken(data.RuleSyntax, "")},
		"another format": {data.ListFile, `{"format":"rakor/programmes/2","programmes":[]}`, isBroken(data.RuleSchema, "/format")},
		"twice": {
			data.ListFile, `{"format":"rakor/programmes/1","programmes":[` + entry("a") + `,` + entry("a") + `]}`,
			isBroken(data.RuleDuplicate, "/programmes/1/id"),
		},
		"there and removed": {
			data.ListFile, `{"format":"rakor/programmes/1","removed":["a"],"programmes":[` + entry("a") + `]}`,
			isBroken(data.RuleDuplicate, "/removed/0"),
		},
		"no year": {
			data.ListFile, `{"format":"rakor/programmes/1","programmes":[` + strings.Replace(entry("a"), `"year":2026,`, "", 1) + `]}`,
			isBroken(data.RuleSchema, "/programmes/0"),
		},
		"a folder":       {data.ListFile + "/x", "", func(err error) bool { return errors.Is(err, durable.ErrDirectory) }},
		"journal":        {book.JournalFile, "nonsense\nnonsense\n", func(err error) bool { return errors.Is(err, durable.ErrCorrupt) }},
		"journal folder": {book.JournalFile + "/x", "", func(err error) bool { return errors.Is(err, durable.ErrDirectory) }},
		// Written whole, with its checksum, and yet no step: not of this program.
		"a step of another program": {book.JournalFile, foreignLine(t, `{"do":"change","changes":[{"id":"p001","now":{"id":"p001"}}]}`), func(err error) bool { return err != nil }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			path := filepath.Join(dir, filepath.FromSlash(c.file))
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := book.Open(dir, base(), book.Options{})
			if !c.check(err) {
				t.Errorf("%v", err)
			}
		})
	}
}

func isBroken(rule data.Rule, pointer string) func(error) bool {
	return func(err error) bool {
		var broken *book.BrokenError
		return errors.As(err, &broken) && broken.Problems[0].Rule == rule && broken.Problems[0].Pointer == pointer && broken.Problems[0].Line > 0
	}
}

func entry(id string) string {
	return fmt.Sprintf(`{"id":%q,"region":"6271","year":2026,"department":"d","code":"1.06.05","name":"n"}`, id)
}

// foreignLine gives a journal of one entry.
func foreignLine(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "j")
	j, _, err := durable.OpenJournal(durable.OS(), path, durable.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := j.Append([]byte(text)); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// TestBrokenWhileOpen: a document that was broken by hand is not overwritten.
func TestBrokenWhileOpen(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	b := open(t, dir, book.Options{})
	note(t, b, "p001", "a")
	if err := os.WriteFile(b.Path(), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	var broken *book.BrokenError
	if _, err := b.Commit(t.Context(), edited(t, b.Snapshot(), "p001", "b"), "", noon()); !errors.As(err, &broken) {
		t.Fatal(err)
	}
	if err := b.Close(t.Context()); !errors.As(err, &broken) {
		t.Fatal(err)
	}
	if raw, _ := os.ReadFile(b.Path()); string(raw) != "{" {
		t.Errorf("written over: %s", raw)
	}
}

// TestLongJournal: a journal that has grown long is cut, kept whole as a
// version, and programs that run notice.
func TestLongJournal(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	none := model.NewProgrammes(nil, nil)
	b, err := book.Open(dir, none, book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	other, err := book.Open(dir, none, book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	many := adds(long(6000))
	for i := range 12 { // 12 steps of 500: some five MB
		if _, err := b.CommitMany(t.Context(), many[i*500:(i+1)*500], "", "", noon()); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 30 {
		var edits []model.Change
		for k := range 500 {
			edits = append(edits, edited(t, b.Snapshot(), many[k].ID, fmt.Sprint(i)))
		}
		if _, err := b.CommitMany(t.Context(), edits, "", "", noon()); err != nil {
			t.Fatal(err)
		}
	}
	before, err := os.Stat(b.Journal())
	if err != nil {
		t.Fatal(err)
	}
	closeBook(t, b)
	after, err := os.Stat(b.Journal())
	if err != nil || after.Size() > before.Size()*3/4 {
		t.Fatalf("%d bytes, then %d: not cut", before.Size(), after.Size())
	}
	if _, err := os.Stat(filepath.Join(b.Versions(), book.JournalFile+".000001")); err != nil {
		t.Error(err)
	}
	if _, err := other.Refresh(); err != nil {
		t.Fatal(err)
	}
	again, err := book.Open(dir, none, book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, x := range map[string]*book.Book{"running": other, "opened": again} {
		if brief(x.Snapshot()) != brief(b.Snapshot()) {
			t.Errorf("%s has another list", name)
		}
	}
	undo, _, err := again.History()
	if err != nil || undo < 10 {
		t.Fatalf("%d steps to take back, %v", undo, err)
	}
	if _, err := again.Undo(t.Context(), undo, "", noon()); err != nil {
		t.Error(err)
	}
}
