package book

import (
	"encoding/json"
	"fmt"

	"rakor/data"
	"rakor/data/durable"
	"rakor/model"
)

const (
	// someSteps, or someChanges in fewer steps, are enough for a version of their
	// own when the book is closed.
	someSteps   = 32
	someChanges = 500
	// manySteps are enough to write the document while the book is open.
	manySteps = 1024
	// smallDocument is the size in bytes up to which the document is written
	// each time the book is closed, so that other programs find it up to date.
	smallDocument = 1 << 20
	// longJournal is the size in bytes from which a full save cuts the journal to
	// half its entries. The whole of it is kept as a version before.
	longJournal = 16 << 20
)

// tidy brings the document up to date where that is due. The lock is held.
func (b *Book) tidy() error {
	if err := b.refresh(true); err != nil {
		return err
	}
	switch {
	case b.tail.foreign || b.tail.behind == 0:
		return nil
	case b.tail.unmarked >= someSteps || b.tail.behind >= someChanges:
		return join(b.save())
	case b.seen.size > smallDocument:
		return nil
	}
	raw, err := b.render()
	if err != nil || len(raw) > smallDocument {
		return err
	}
	if err := durable.WriteFile(b.fsys, b.Path(), raw); err != nil {
		return fmt.Errorf("book: %w", err)
	}
	return nil
}

func join(errs []error) error {
	if len(errs) == 0 {
		return nil
	}
	return errs[0]
}

// render gives the document as it should be now.
func (b *Book) render() ([]byte, error) {
	l := b.state.over()
	l.Journal = b.journal.Last()
	raw, err := data.WriteList(l)
	if err != nil {
		return nil, fmt.Errorf("book: %w", err)
	}
	return raw, nil
}

// save writes the document, keeps the one before as a version, and marks the
// journal. The lock is held and the state is fresh. What goes wrong does not
// touch what was committed.
func (b *Book) save() []error {
	raw, err := b.render()
	if err != nil {
		return []error{err}
	}
	included := b.journal.Last()
	warnings, err := b.versions.Save(raw)
	if err != nil {
		return append(warnings, fmt.Errorf("book: %w", err))
	}
	if b.seen, err = b.sign(); err != nil {
		return append(warnings, fmt.Errorf("book: %w", err))
	}
	b.tail.included, b.tail.behind = included, 0
	line, err := json.Marshal(record{Do: didSave, Saved: included})
	if err == nil {
		_, err = b.journal.Append(line)
	}
	if err != nil {
		return append(warnings, fmt.Errorf("book: %w", err))
	}
	b.tail.marked, b.tail.unmarked = included, 0
	return append(warnings, b.trim()...)
}

// trim cuts a journal that has grown long.
func (b *Book) trim() []error {
	raw, err := durable.ReadFile(b.fsys, b.Journal(), limits().File)
	if err != nil || len(raw) < longJournal {
		return nil // a journal that cannot be read is told of elsewhere
	}
	lines := 0
	for _, c := range raw {
		if c == '\n' {
			lines++
		}
	}
	warnings, err := durable.NewVersions(b.fsys, b.Journal(), limits().File).Save(raw)
	if err == nil {
		_, err = b.journal.Trim(lines / 2)
	}
	if err != nil {
		warnings = append(warnings, fmt.Errorf("book: %w", err))
	}
	return warnings
}

// adopt takes note of a document that was put back by hand: the journal goes
// on from it, and the document names its place in the journal.
func (b *Book) adopt() []error {
	line, err := json.Marshal(record{Do: model.LogRestored})
	if err == nil {
		_, err = b.journal.Append(line)
	}
	if err != nil {
		return []error{fmt.Errorf("book: %w", err)}
	}
	b.tail.foreign = false
	b.tail.unmarked++
	return b.save()
}
