package book

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"rakor/data"
	"rakor/data/durable"
	"rakor/model"
)

// loadTries bounds how often document and journal are read again because
// another program wrote the document in between.
const loadTries = 8

func limits() durable.Limits { return durable.Limits{File: 256 << 20, Entry: 64 << 20} }

// load reads document and journal from the start. locked tells that nobody
// else can be writing.
func (b *Book) load(locked bool) error {
	for try := 1; ; try++ {
		// The journal first: a document that is newer than it is then a sign of
		// another program's save, and one that is older, of a copy put back.
		journal, log, err := durable.OpenJournal(b.fsys, b.Journal(), limits())
		if err != nil {
			return fmt.Errorf("book: %w", err)
		}
		seen, err := b.sign()
		if err != nil {
			return fmt.Errorf("book: %w", err)
		}
		list, err := b.document()
		if err != nil {
			return err
		}
		if list.Journal > journal.Last() && !locked && try < loadTries {
			continue
		}
		st, t, err := b.assemble(list, seen.exists, log.Entries, journal.Last())
		if err != nil {
			return err
		}
		b.journal, b.seen, b.state, b.tail = journal, seen, st, t
		return nil
	}
}

// document reads programmes.json; one that does not exist is empty.
func (b *Book) document() (data.List, error) {
	raw, err := durable.ReadFile(b.fsys, b.Path(), mostDocument)
	if errors.Is(err, fs.ErrNotExist) {
		return data.List{}, nil
	}
	if err != nil {
		return data.List{}, fmt.Errorf("book: %w", err)
	}
	list, problems := data.ReadList(b.Path(), raw)
	if len(problems) > 0 {
		return data.List{}, &BrokenError{Problems: problems}
	}
	return list, nil
}

// assemble lays a document over the embedded list, and the entries of the
// journal behind it over that.
//
// A full save marks itself in the journal. A document that is older than the
// last mark was put back by hand, and so was one that names entries that the
// journal does not have: it then counts as it stands, and with it the entries
// behind the step that took note of it, if one has.
func (b *Book) assemble(list data.List, exists bool, entries []durable.Entry, last uint64) (*state, tail, error) {
	t := tail{included: list.Journal}
	restored := uint64(0)
	for _, e := range entries {
		switch {
		case is(e.Data, didSave):
			var r record
			if err := json.Unmarshal(e.Data, &r); err != nil {
				return nil, t, fmt.Errorf("book: entry %d of the journal: %w", e.Seq, err)
			}
			t.marked = r.Saved
		case is(e.Data, model.LogRestored):
			restored = e.Seq
		}
	}
	switch {
	case !exists:
		// Whoever took the document away did not say that the entries are to
		// go: where the journal has them all, it makes them again.
		if len(entries) > 0 && entries[0].Seq > 1 || restored > 0 {
			return nil, t, ErrMissing
		}
	case list.Journal < t.marked || list.Journal > last:
		t.foreign = restored <= t.marked
		t.included = last
		if !t.foreign {
			t.included = restored
		}
	}
	st := newState(b.base)
	st.lay(list)
	lines := newReplay(st)
	for _, e := range entries {
		if e.Seq > t.marked && !is(e.Data, didSave) {
			t.unmarked++
		}
		if e.Seq <= t.included {
			continue
		}
		n, err := lines.line(e)
		if err != nil {
			return nil, t, err
		}
		t.behind += n
	}
	lines.put()
	return st, t, nil
}

// replay gathers what lines of the journal make of a list, and puts it there at
// once: a copy of a long list for each line would be dear.
type replay struct {
	st      *state
	rows    map[model.ProgrammeID]*model.Programme
	results []result
}

func newReplay(st *state) *replay {
	return &replay{st: st, rows: map[model.ProgrammeID]*model.Programme{}}
}

// line takes a line and gives the number of its changes.
func (r *replay) line(e durable.Entry) (int, error) {
	if is(e.Data, didSave) || is(e.Data, model.LogRestored) {
		return 0, nil
	}
	_, changes, err := decode(e)
	if err != nil {
		return 0, err
	}
	for _, c := range changes {
		current, ok := r.rows[c.ID]
		if !ok {
			current = r.st.list.Find(c.ID)
		}
		row, err := c.Apply(current)
		if err != nil {
			// The document was edited by hand where this step changed it. The
			// step was acknowledged, so it holds.
			row = c.Now
		}
		r.rows[c.ID] = row
		r.results = append(r.results, result{c.ID, row})
	}
	return len(changes), nil
}

// put makes the list what the lines say.
func (r *replay) put() {
	if len(r.results) > 0 {
		r.st.put(r.results)
	}
}

// refresh reads what has been written since the last reading.
func (b *Book) refresh(locked bool) error {
	seen, err := b.sign()
	if err != nil {
		return fmt.Errorf("book: %w", err)
	}
	if seen != b.seen {
		return b.load(locked)
	}
	log, err := b.journal.Refresh()
	if err != nil {
		return fmt.Errorf("book: %w", err)
	}
	if log.Whole && (len(log.Entries) > 0 || b.journal.Last() > 0) {
		return b.load(locked)
	}
	lines, behind := newReplay(b.state), 0
	for _, e := range log.Entries {
		if is(e.Data, model.LogRestored) {
			return b.load(locked)
		}
		n, err := lines.line(e)
		if err != nil {
			b.seen = signature{size: -1} // the lines before it are to be read again
			return err
		}
		behind += n
	}
	lines.put()
	b.tail.behind += behind
	b.tail.unmarked += len(log.Entries)
	return nil
}
