package book

import (
	"bytes"
	"encoding/json"
	"fmt"

	"rakor/data/durable"
	"rakor/data/internal/doc"
	"rakor/data/internal/jscan"
	"rakor/model"
)

// record is one line of the journal. What it does comes first, so that the
// lines that change nothing are known by their beginning.
type record struct {
	Do      model.LogKind `json:"do"`
	At      string        `json:"at,omitempty"`
	By      string        `json:"by,omitempty"`
	Of      uint64        `json:"of,omitempty"`
	Label   string        `json:"label,omitempty"`
	Saved   uint64        `json:"saved,omitempty"`
	Changes []step        `json:"changes,omitempty"`
}

// step is a change as the journal has it.
type step struct {
	ID  model.ProgrammeID `json:"id"`
	Was json.RawMessage   `json:"was,omitempty"`
	Now json.RawMessage   `json:"now,omitempty"`
}

// didSave marks in the journal that the document was written with all entries
// up to Saved. It is no step of the history.
const didSave model.LogKind = "saved"

// is tells what a line does without reading it.
func is(line json.RawMessage, do model.LogKind) bool {
	return bytes.HasPrefix(line, []byte(`{"do":"`+string(do)+`"`))
}

// encode writes a record with its changes.
func (r record) encode(changes []model.Change) (json.RawMessage, error) {
	for _, c := range changes {
		s := step{ID: c.ID}
		var err error
		if c.Was != nil {
			s.Was, err = doc.AppendEntry(nil, c.Was)
		}
		if c.Now != nil && err == nil {
			s.Now, err = doc.AppendEntry(nil, c.Now)
		}
		if err != nil {
			return nil, fmt.Errorf("book: %w", err)
		}
		r.Changes = append(r.Changes, s)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		return nil, fmt.Errorf("book: %w", err)
	}
	return b.Bytes(), nil
}

// decode reads a line of the journal.
func decode(e durable.Entry) (record, []model.Change, error) {
	var r record
	if err := json.Unmarshal(e.Data, &r); err != nil {
		return record{}, nil, fmt.Errorf("book: entry %d of the journal: %w", e.Seq, err)
	}
	var objects [][]byte
	for _, s := range r.Changes {
		for _, raw := range [...]json.RawMessage{s.Was, s.Now} {
			if raw != nil {
				objects = append(objects, raw)
			}
		}
	}
	var fault error
	entries, syntax := doc.ReadEntries(objects, func(f jscan.Fault) {
		if fault == nil {
			fault = fmt.Errorf("%s: found %s, expected %s", f.Pointer, f.Found, f.Expected)
		}
	})
	if syntax != nil {
		fault = syntax
	}
	if fault != nil {
		return record{}, nil, fmt.Errorf("book: entry %d of the journal: %w", e.Seq, fault)
	}
	changes := make([]model.Change, len(r.Changes))
	for i, s := range r.Changes {
		changes[i].ID = s.ID
		if s.Was != nil {
			changes[i].Was, entries = &entries[0], entries[1:]
		}
		if s.Now != nil {
			changes[i].Now, entries = &entries[0], entries[1:]
		}
	}
	return r, changes, nil
}
