package book_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"rakor/data/book"
	"rakor/data/durable"
	"rakor/data/durable/durabletest"
	"rakor/model"
)

// TestEverySystemCallFails makes every call of a save fail, one by one and in
// every way, with and without a power failure after it: whoever reads the list
// then finds the old state or the new one, and the new one where the save was
// acknowledged. The save is the whole life of a program: opening, committing,
// closing, which writes the document.
func TestEverySystemCallFails(t *testing.T) {
	t.Parallel()
	const dir = "/home/rina/rakor"
	stories := map[string]struct {
		before func(b *book.Book) // makes the old state
		save   func(b *book.Book) error
	}{
		"first": {func(*book.Book) {}, saveNote("p001", "new")},
		"edit":  {func(b *book.Book) { setNote(t, b, "p001", "old") }, saveNote("p001", "new")},
		"add": {func(b *book.Book) { setNote(t, b, "p001", "old") }, func(b *book.Book) error {
			p := row("", "new")
			_, err := b.Commit(background(), model.Change{Now: &p}, "Rina", noon())
			return err
		}},
		"remove": {func(b *book.Book) { setNote(t, b, "p001", "old") }, func(b *book.Book) error {
			was, _ := b.Snapshot().Get("p001")
			_, err := b.Commit(background(), model.Change{ID: "p001", Was: &was}, "Rina", noon())
			return err
		}},
		"several": {func(b *book.Book) { setNote(t, b, "p001", "old") }, func(b *book.Book) error {
			changes := []model.Change{edited(t, b.Snapshot(), "p001", "new"), edited(t, b.Snapshot(), "p002", "new"), edited(t, b.Snapshot(), "p003", "new")}
			_, err := b.CommitMany(background(), changes, "import", "Rina", noon())
			return err
		}},
		"undo": {func(b *book.Book) { setNote(t, b, "p001", "old") }, func(b *book.Book) error {
			_, err := b.Undo(background(), 1, "Rina", noon())
			return err
		}},
		// Enough steps for a version, so that closing keeps one and marks the journal.
		"with a version": {func(b *book.Book) {
			for i := range 40 {
				setNote(t, b, "p001", string(rune('a'+i%26))+string(rune('a'+i/26)))
			}
		}, saveNote("p001", "new")},
	}
	failed, outcomes := 0, map[string]int{}
	for name, story := range stories {
		for _, how := range durabletest.Ways() {
			for at := 1; ; at++ {
				disk := durabletest.NewDisk()
				story.before(onDisk(t, disk, dir))
				old := listOn(t, disk, dir)
				next := after(t, story.before, story.save, dir)
				faulty := durabletest.NewFaults(disk, at, how)
				acknowledged, closed := live(faulty, dir, story.save)
				if !faulty.Fired() {
					break
				}
				failed++
				check := func(where string, d *durabletest.Disk) {
					got := listOn(t, d, dir)
					switch {
					case got == next:
						outcomes["new"]++
					case got == old && !acknowledged:
						outcomes["old"]++
					default:
						t.Errorf("%s, %s, %s: acknowledged %v, closed %v:\n%s\nneither the old state\n%s\nnor the new one\n%s",
							name, faulty, where, acknowledged, closed, got, old, next)
					}
				}
				if how != durabletest.Stop && how != durabletest.StopShort {
					check("read", disk)
				}
				for c, d := range disk.Crashes() {
					check("after power failure "+c.Loss.String(), d)
				}
				if t.Failed() {
					return
				}
			}
		}
	}
	t.Logf("%d calls made to fail; %d states read after: %d old, %d new, 0 of any other kind", failed, outcomes["old"]+outcomes["new"], outcomes["old"], outcomes["new"])
	if failed < 500 || outcomes["old"] == 0 || outcomes["new"] == 0 {
		t.Error("the test does not reach the save")
	}
}

func setNote(t *testing.T, b *book.Book, id model.ProgrammeID, text string) {
	t.Helper()
	if _, err := b.Commit(background(), edited(t, b.Snapshot(), id, text), "Rina", noon()); err != nil {
		t.Fatal(err)
	}
}

func saveNote(id model.ProgrammeID, text string) func(b *book.Book) error {
	return func(b *book.Book) error {
		was, _ := b.Snapshot().Get(id)
		now := was
		now.Note = text
		_, err := b.Commit(background(), model.Change{ID: id, Was: &was, Now: &now}, "Rina", noon())
		return err
	}
}

func options(fsys durable.Tree) book.Options {
	return book.Options{FS: fsys, Lock: func(context.Context) (book.Release, error) { return func() error { return nil }, nil }}
}

func onDisk(t *testing.T, disk *durabletest.Disk, dir string) *book.Book {
	t.Helper()
	b, err := book.Open(dir, base(), options(disk))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// listOn reads the list as the next program finds it.
func listOn(t *testing.T, disk *durabletest.Disk, dir string) string {
	t.Helper()
	b, err := book.Open(dir, base(), options(disk))
	if err != nil {
		t.Fatalf("the next program cannot open the list: %v", err)
	}
	return brief(b.Snapshot())
}

// after gives the state of a save in which nothing fails.
func after(t *testing.T, before func(*book.Book), save func(*book.Book) error, dir string) string {
	t.Helper()
	disk := durabletest.NewDisk()
	before(onDisk(t, disk, dir))
	if ok, closed := live(disk, dir, save); !ok || closed != nil {
		t.Fatal("a save in which nothing fails fails", closed)
	}
	return listOn(t, disk, dir)
}

// live is the life of a program that saves once.
func live(fsys durable.Tree, dir string, save func(*book.Book) error) (acknowledged bool, closed error) {
	b, err := book.Open(dir, base(), options(fsys))
	if err != nil {
		return false, err
	}
	acknowledged = save(b) == nil
	return acknowledged, b.Close(background())
}

// TestBookAfterAFault: the book in which a save failed goes on, shows what the
// disk has, and saves the next change.
func TestBookAfterAFault(t *testing.T) {
	t.Parallel()
	const dir = "/r"
	for _, how := range []durabletest.How{durabletest.Refuse, durabletest.Late, durabletest.Short} {
		for at := 1; ; at++ {
			disk := durabletest.NewDisk()
			setNote(t, onDisk(t, disk, dir), "p001", "old")
			faulty := durabletest.NewFaults(disk, at, how)
			b, err := book.Open(dir, base(), options(faulty))
			if err != nil {
				continue // the fault hit the opening
			}
			err = saveNote("p001", "new")(b)
			if !faulty.Fired() {
				break
			}
			if shown, there := brief(b.Snapshot()), listOn(t, disk, dir); shown != there {
				t.Fatalf("%s: %v: shown\n%s\non the disk\n%s", faulty, err, shown, there)
			}
			if err := saveNote("p002", "next")(b); err != nil {
				t.Fatalf("%s: the next save: %v", faulty, err)
			}
			if shown, there := brief(b.Snapshot()), listOn(t, disk, dir); shown != there {
				t.Fatalf("%s: shown\n%s\non the disk\n%s", faulty, shown, there)
			}
		}
	}
}

// TestFullDisk: a disk that fills up at any byte leaves the old list, says so,
// and takes the change once there is room.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	const dir = "/r"
	refused := 0
	for room := int64(0); ; room += 7 {
		disk := durabletest.NewDisk()
		setNote(t, onDisk(t, disk, dir), "p001", "old")
		old := listOn(t, disk, dir)
		disk.Space(room)
		b := onDisk(t, disk, dir)
		err := saveNote("p001", "new")(b)
		if err == nil {
			break
		}
		refused++
		if !errors.Is(err, durable.ErrNoSpace) {
			t.Fatalf("room for %d bytes: %v", room, err)
		}
		if got := listOn(t, disk, dir); got != old || brief(b.Snapshot()) != old {
			t.Fatalf("room for %d bytes: %s", room, got)
		}
		disk.Space(1 << 20)
		if err := saveNote("p001", "new")(b); err != nil {
			t.Fatal(err)
		}
	}
	if refused < 10 {
		t.Errorf("refused %d times", refused)
	}
}

func TestReadOnlyDirectory(t *testing.T) {
	t.Parallel()
	const dir = "/r"
	disk := durabletest.NewDisk()
	disk.Put("/r/other", nil)
	disk.ReadOnly(dir, true)
	b := onDisk(t, disk, dir)
	if err := saveNote("p001", "new")(b); !errors.Is(err, durable.ErrReadOnly) {
		t.Fatal(err)
	}
	if err := b.SaveDraft(background(), "p001", []byte("typed")); !errors.Is(err, durable.ErrReadOnly) {
		t.Error(err)
	}
	disk.ReadOnly(dir, false)
	if err := saveNote("p001", "new")(b); err != nil {
		t.Error(err)
	}
}

// TestLeftovers: what a killed program left half written is cleared away.
func TestLeftovers(t *testing.T) {
	t.Parallel()
	const dir = "/r"
	disk := durabletest.NewDisk()
	disk.Put("/r/.programmes.json.rakor-tmp0", []byte("half"))
	b := onDisk(t, disk, dir)
	if err := saveNote("p001", "new")(b); err != nil {
		t.Fatal(err)
	}
	names, err := disk.List(dir)
	if err != nil || slices.Contains(names, ".programmes.json.rakor-tmp0") {
		t.Error(names, err)
	}
	if _, err := disk.Lstat(filepath.ToSlash(b.Journal())); err != nil {
		t.Error(err)
	}
}
