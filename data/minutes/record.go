package minutes

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"rakor/model/meeting"
)

// format names what a file holds and in which form.
const format = "rakor/meetings/1"

// Kinds of lines.
const (
	didChange = "change"
	didUndo   = "undo"
	didRedo   = "redo"
)

// line is one line of the journal.
type line struct {
	Format  string `json:"format"`
	Do      string `json:"do"`
	At      string `json:"at"`
	By      string `json:"by,omitempty"`
	Label   string `json:"label,omitempty"`
	Of      uint64 `json:"of,omitempty"` // the line that an undo or redo is about
	Changes []step `json:"changes"`
}

// step is a change as a file has it.
type step struct {
	Key string          `json:"key"`
	Was json.RawMessage `json:"was,omitempty"`
	Now json.RawMessage `json:"now,omitempty"`
}

// document is meetings.json: all records after the journal's line Included.
type document struct {
	Format   string `json:"format"`
	Included uint64 `json:"included"`
	Records  []step `json:"records"` // with Now only
}

func encode(changes []meeting.Change) ([]step, error) {
	out := make([]step, 0, len(changes))
	for _, c := range changes {
		s := step{Key: c.Key()}
		var err error
		if c.Was != nil {
			s.Was, err = marshal(c.Was)
		}
		if c.Now != nil && err == nil {
			s.Now, err = marshal(c.Now)
		}
		if err != nil {
			return nil, fmt.Errorf("minutes: %s: %w", s.Key, err)
		}
		out = append(out, s)
	}
	return out, nil
}

func marshal(v any) (json.RawMessage, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

func decode(steps []step) ([]meeting.Change, error) {
	out := make([]meeting.Change, 0, len(steps))
	for _, s := range steps {
		var c meeting.Change
		var err error
		if s.Was != nil {
			c.Was, err = record(s.Key, s.Was)
		}
		if s.Now != nil && err == nil {
			c.Now, err = record(s.Key, s.Now)
		}
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// record reads a record whose kind stands in its key.
func record(key string, data json.RawMessage) (meeting.Record, error) {
	var r meeting.Record
	var err error
	switch kind, _, _ := strings.Cut(key, "/"); kind {
	case "m":
		r, err = as[meeting.Meeting](data)
	case "d":
		r, err = as[meeting.Decision](data)
	case "h":
		r, err = as[meeting.Hands](data)
	default:
		return nil, fmt.Errorf("%w: key %q", ErrBroken, key)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrBroken, key, err)
	}
	if r.Key() != key {
		return nil, fmt.Errorf("%w: %s stands under %s", ErrBroken, r.Key(), key)
	}
	if err := r.Check(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	return r, nil
}

func as[T meeting.Record](data json.RawMessage) (T, error) {
	var v T
	err := json.Unmarshal(data, &v)
	return v, err
}
