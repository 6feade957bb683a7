package book_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rakor/data/book"
	"rakor/data/durable"
	"rakor/model"
)

func TestAddEditRemove(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "not", "there", "yet")
	b := open(t, dir, book.Options{})
	want(t, b, dir, "p001=embedded p002=embedded p003=embedded")
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Fatal("opening made something")
	}
	a := add(t, b, "first")
	c := add(t, b, "second")
	if a != "u1" || c != "u2" {
		t.Fatalf("identities %s %s", a, c)
	}
	note(t, b, "p002", "edited")
	remove(t, b, "p001")
	remove(t, b, a)
	want(t, b, dir, "p002=edited p003=embedded u2=second")
	closeBook(t, b)
	b = open(t, dir, book.Options{})
	want(t, b, dir, "p002=edited p003=embedded u2=second")
	if d := add(t, b, "third"); d == a || d == c {
		t.Errorf("the identity %s again", d)
	}
	closeBook(t, b)
	if _, err := b.Commit(t.Context(), edited(t, b.Snapshot(), "p002", "late"), "", noon()); !errors.Is(err, book.ErrClosed) {
		t.Errorf("after closing: %v", err)
	}
}

// TestDocumentIsUpToDate: after a program ends, programmes.json alone says all
// that a small list says.
func TestDocumentIsUpToDate(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for i := range 3 {
		b := open(t, dir, book.Options{})
		add(t, b, strings.Repeat("x", i+1))
		note(t, b, "p001", strings.Repeat("y", i+1))
		closeBook(t, b)
	}
	b := open(t, dir, book.Options{})
	text := brief(b.Snapshot())
	if err := os.Remove(filepath.Join(dir, book.JournalFile)); err != nil {
		t.Fatal(err)
	}
	b = open(t, dir, book.Options{})
	want(t, b, dir, text)
	// The journal's numbers begin again; nothing is confused with what was.
	id := add(t, b, "after the loss")
	want(t, b, dir, text+" "+string(id)+"=after the loss")
	note(t, b, "p002", "as well")
	closeBook(t, b)
	b = open(t, dir, book.Options{})
	want(t, b, dir, strings.Replace(text, "p002=embedded", "p002=as well", 1)+" "+string(id)+"=after the loss")
}

func TestTwoPrograms(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	one, two := open(t, dir, book.Options{}), open(t, dir, book.Options{})
	before := one.Snapshot()
	note(t, one, "p001", "one")
	// Another entry goes through, and brings the first one's along.
	note(t, two, "p002", "two")
	want(t, two, dir, "p001=one p002=two p003=embedded")
	// Another field of the same entry as well.
	c := edited(t, before, "p001", "embedded")
	c.Now.Benefit = "Rp5"
	s := commit(t, two, c)
	if got := *s.Changes[0].Now; got.Note != "one" || got.Benefit != "Rp5" {
		t.Errorf("merged to %+v", got)
	}
	// The same field is refused, with both values.
	_, err := two.Commit(t.Context(), edited(t, before, "p001", "mine"), "Budi", noon())
	var conflict *model.ConflictError
	if !errors.As(err, &conflict) || conflict.Field != model.FieldNote || conflict.Was.Note != "embedded" || conflict.Theirs.Note != "one" {
		t.Fatalf("%v, want a conflict", err)
	}
	// What was refused left nothing, and the same wish twice is no conflict.
	if s := commit(t, one, edited(t, before, "p002", "two")); s.Seq != 0 {
		t.Errorf("written again as %d", s.Seq)
	}
	want(t, one, dir, "p001=one p002=two p003=embedded")
	// A removal of what was changed meanwhile is refused; both see the end.
	gone, _ := before.Get("p002")
	if _, err := one.Commit(t.Context(), model.Change{ID: "p002", Was: &gone}, "", noon()); !errors.As(err, &conflict) {
		t.Errorf("%v, want a conflict", err)
	}
	closeBook(t, one)
	closeBook(t, two)
	if changed, err := open(t, dir, book.Options{}).Refresh(); changed || err != nil {
		t.Error(changed, err)
	}
}

func TestRefresh(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	one, two := open(t, dir, book.Options{}), open(t, dir, book.Options{ReadOnly: true})
	note(t, one, "p001", "a")
	if changed, err := two.Refresh(); !changed || err != nil {
		t.Fatal(changed, err)
	}
	want(t, two, dir, "p001=a p002=embedded p003=embedded")
	closeBook(t, one) // writes the document
	if _, err := two.Refresh(); err != nil {
		t.Fatal(err)
	}
	want(t, two, dir, "p001=a p002=embedded p003=embedded")
}

func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var all sync.WaitGroup
	const writers, each = 6, 15
	for range writers {
		all.Go(func() {
			b, err := book.Open(dir, base(), book.Options{})
			if err != nil {
				t.Error(err)
				return
			}
			for range each {
				p := row("", "x")
				if _, err := b.Commit(background(), model.Change{Now: &p}, "", noon()); err != nil {
					t.Error(err)
				}
			}
			if err := b.Close(background()); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n := open(t, dir, book.Options{}).Snapshot().Len(); n != 3+writers*each {
		t.Errorf("%d entries, want %d", n, 3+writers*each)
	}
}

func TestUndoRedo(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	b := open(t, dir, book.Options{})
	states := []string{brief(b.Snapshot())}
	keep := func() { states = append(states, brief(b.Snapshot())) }
	note(t, b, "p001", "one")
	keep()
	remove(t, b, "p002")
	keep()
	id := add(t, b, "new")
	keep()
	rows := []model.Programme{row("", "m1"), row("", "m2")}
	change := edited(t, b.Snapshot(), "p003", "many")
	if _, err := b.CommitMany(t.Context(), []model.Change{{Now: &rows[0]}, change, {Now: &rows[1]}}, "import x.csv", "Rina", noon()); err != nil {
		t.Fatal(err)
	}
	keep()
	note(t, b, id, "edited")
	keep()
	closeBook(t, b) // across restarts
	last := len(states) - 1
	for i := last - 1; i >= 0; i-- {
		b = open(t, dir, book.Options{})
		if _, err := b.Undo(t.Context(), 1, "Budi", noon()); err != nil {
			t.Fatal(err)
		}
		want(t, b, dir, states[i])
		closeBook(t, b)
	}
	b = open(t, dir, book.Options{})
	if _, err := b.Undo(t.Context(), 1, "", noon()); !errors.Is(err, book.ErrNothing) {
		t.Errorf("undo of nothing: %v", err)
	}
	if undo, redo, err := b.History(); undo != 0 || redo != last || err != nil {
		t.Errorf("history %d %d %v", undo, redo, err)
	}
	for i := 1; i <= last; i++ {
		if _, err := b.Redo(t.Context(), 1, "Budi", noon()); err != nil {
			t.Fatal(err)
		}
		want(t, b, dir, states[i])
	}
	if got, err := b.Undo(t.Context(), 99, "", noon()); err != nil || len(got) != last {
		t.Fatalf("%d steps, %v", len(got), err)
	}
	want(t, b, dir, states[0])
	if _, err := b.Redo(t.Context(), 2, "", noon()); err != nil {
		t.Fatal(err)
	}
	want(t, b, dir, states[2])
	note(t, b, "p003", "another way")
	if _, err := b.Redo(t.Context(), 1, "", noon()); !errors.Is(err, book.ErrNothing) {
		t.Errorf("redo after another change: %v", err)
	}
}

// TestUndoMeetsOthers: a step is taken back although another field of its entry
// was changed since, and refused where the document was edited by hand.
func TestUndoMeetsOthers(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	b := open(t, dir, book.Options{})
	note(t, b, "p001", "mine")
	closeBook(t, b)
	path := b.Path()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	byHand := func(old, text string) {
		t.Helper()
		if !strings.Contains(string(raw), old) {
			t.Fatalf("no %s in %s", old, raw)
		}
		if err := os.WriteFile(path, []byte(strings.Replace(string(raw), old, text, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	byHand(`"note":"mine"`, `"note":"mine","benefit":"by hand"`)
	b = open(t, dir, book.Options{})
	if p, _ := b.Snapshot().Get("p001"); p.Benefit != "by hand" {
		t.Fatalf("%+v", p)
	}
	byHand(`"note":"mine"`, `"note":"hand"`) // while the book is open
	var conflict *model.ConflictError
	if _, err := b.Undo(t.Context(), 1, "", noon()); !errors.As(err, &conflict) || conflict.Theirs.Note != "hand" {
		t.Fatalf("%v, want a conflict", err)
	}
	byHand(`"note":"mine"`, `"note":"mine","benefit":"by hand"`)
	if _, err := b.Undo(t.Context(), 1, "", noon()); err != nil {
		t.Fatal(err)
	}
	if p, _ := b.Snapshot().Get("p001"); p.Benefit != "by hand" || p.Note != "embedded" {
		t.Errorf("%+v", p)
	}
}

func TestLog(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	b := open(t, dir, book.Options{})
	note(t, b, "p001", "one")
	// A clock that was set back orders nothing.
	if _, err := b.Commit(t.Context(), edited(t, b.Snapshot(), "p001", "two"), "Budi\x1b[2J\n", noon().AddDate(-20, 0, 0)); err != nil {
		t.Fatal(err)
	}
	closeBook(t, b)
	b = open(t, dir, book.Options{})
	if _, err := b.Undo(t.Context(), 1, "Rina", noon()); err != nil {
		t.Fatal(err)
	}
	note(t, b, "p002", "x")
	log, err := b.Log()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range log {
		c := e.Changes[0]
		got = append(got, strings.Join([]string{e.At, e.By, string(e.Kind), string(c.ID), c.Was.Note, c.Now.Note, map[bool]string{true: "undone"}[e.Undone]}, "|"))
	}
	wanted := []string{
		"2026-11-20T12:00:00+07:00|Rina|change|p001|embedded|one|",
		"2006-11-20T12:00:00+07:00|Budi [2J|change|p001|one|two|undone",
		"2026-11-20T12:00:00+07:00|Rina|undo|p001|two|one|",
		"2026-11-20T12:00:00+07:00|Rina|change|p002|embedded|x|",
	}
	if diff := cmp.Diff(wanted, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if n := len(model.LogOf(log, "p001")); n != 3 {
		t.Errorf("%d steps of p001", n)
	}
	want(t, b, dir, "p001=one p002=x p003=embedded")
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	unknown := func(p *model.Programme) []*model.FieldError {
		if p.Indicator == "nothing" {
			return []*model.FieldError{{Field: model.FieldIndicator, Reason: model.ReasonUnknown}}
		}
		return nil
	}
	b := open(t, dir, book.Options{Coordinators: []string{"Asisten"}, Check: unknown})
	for name, c := range map[string]struct {
		change func(p *model.Programme)
		id     string
		field  model.Field
		reason model.Reason
	}{
		"no name":            {func(p *model.Programme) { p.Name = "" }, "", model.FieldName, model.ReasonRequired},
		"year":               {func(p *model.Programme) { p.Year = 0 }, "", model.FieldYear, model.ReasonRange},
		"unknown indicator":  {func(p *model.Programme) { p.Indicator = "nothing" }, "", model.FieldIndicator, model.ReasonUnknown},
		"verified by anyone": {func(p *model.Programme) { p.Verification = model.Verified }, "", model.FieldVerification, model.ReasonNotAllowed},
		"identity":           {func(*model.Programme) {}, "../x", "id", model.ReasonCode},
	} {
		p := row("", "x")
		c.change(&p)
		_, err := b.CommitMany(t.Context(), []model.Change{edited(t, base(), "p001", "never"), {ID: model.ProgrammeID(c.id), Now: &p}}, "", "Rina", noon())
		var fault *model.FieldError
		if !errors.As(err, &fault) || fault.Field != c.field || fault.Reason != c.reason {
			t.Errorf("%s: %v", name, err)
		}
	}
	want(t, b, dir, "p001=embedded p002=embedded p003=embedded") // none of the two
	was, _ := b.Snapshot().Get("p001")
	now := was
	now.Verification = model.Verified
	if _, err := b.Commit(t.Context(), model.Change{ID: "p001", Was: &was, Now: &now}, "Asisten", noon()); err != nil {
		t.Errorf("by the coordinator: %v", err)
	}
	// Whoever edits a verified entry does not verify it.
	note(t, b, "p001", "edited")
	if p, _ := b.Snapshot().Get("p001"); p.Verification != model.Verified {
		t.Error("the verification is gone")
	}
}

func TestReadOnly(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "none")
	b := open(t, dir, book.Options{ReadOnly: true})
	for name, err := range map[string]error{
		"commit": func() error {
			_, err := b.Commit(t.Context(), edited(t, b.Snapshot(), "p001", "x"), "", noon())
			return err
		}(),
		"undo":  func() error { _, err := b.Undo(t.Context(), 1, "", noon()); return err }(),
		"draft": b.SaveDraft(t.Context(), "a", nil),
		"drop":  b.DropDraft(t.Context(), "a"),
	} {
		if !errors.Is(err, book.ErrReadOnly) {
			t.Errorf("%s: %v", name, err)
		}
	}
	closeBook(t, b)
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Error("something was made")
	}
}

func TestLockedByAnother(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	b := open(t, dir, book.Options{})
	lock, err := durable.Acquire(t.Context(), filepath.Join(dir, "lock"), 0)
	if err != nil {
		t.Fatal(err)
	}
	started := time.Now()
	_, err = b.Commit(t.Context(), edited(t, b.Snapshot(), "p001", "x"), "", noon())
	if !errors.Is(err, durable.ErrLocked) || time.Since(started) > time.Minute {
		t.Fatalf("%v after %v", err, time.Since(started))
	}
	if err := lock.Release(); err != nil {
		t.Fatal(err)
	}
	note(t, b, "p001", "x") // a lock file that is there means nothing
	want(t, b, dir, "p001=x p002=embedded p003=embedded")
}

// TestCloseWaits: a save that was announced before the end is made.
func TestCloseWaits(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	b := open(t, dir, book.Options{})
	done, ok := b.Begin()
	if !ok {
		t.Fatal("closed already")
	}
	closed := make(chan error)
	go func() { closed <- b.Close(background()) }()
	for refused := false; !refused; { // until Close has begun
		other, ok := b.Begin()
		other()
		refused = !ok
	}
	note(t, b, "p001", "late")
	select {
	case err := <-closed:
		t.Fatal("closed with a save announced", err)
	default:
	}
	done()
	if err := <-closed; err != nil {
		t.Fatal(err)
	}
	want(t, open(t, dir, book.Options{}), dir, "p001=late p002=embedded p003=embedded")
}

func TestDrafts(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	b := open(t, dir, book.Options{})
	if text, err := b.LoadDraft("p001"); text != nil || err != nil {
		t.Fatal(text, err)
	}
	for _, text := range []string{"typed", "typed more"} {
		if err := b.SaveDraft(t.Context(), "p001", []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	other := open(t, dir, book.Options{})
	if text, err := other.LoadDraft("p001"); string(text) != "typed more" || err != nil {
		t.Fatalf("%q %v", text, err)
	}
	if names, err := other.Drafts(); cmp.Diff([]string{"p001"}, names) != "" || err != nil {
		t.Error(names, err)
	}
	for range 2 { // also one that is gone
		if err := b.DropDraft(t.Context(), "p001"); err != nil {
			t.Fatal(err)
		}
	}
	if names, err := b.Drafts(); names != nil || err != nil {
		t.Error(names, err)
	}
	for _, name := range []string{"", "../p001", "a/b", "a.b", strings.Repeat("a", 65)} {
		if err := b.SaveDraft(t.Context(), name, nil); !errors.Is(err, book.ErrDraft) {
			t.Errorf("%q: %v", name, err)
		}
	}
	want(t, b, dir, "p001=embedded p002=embedded p003=embedded")
}
