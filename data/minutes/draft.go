package minutes

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"

	"rakor/data/durable"
)

const (
	draftFile = "decision.draft"
	mostDraft = 64 << 10 // bytes
)

// ErrDraft is returned for a draft that is too long.
var ErrDraft = errors.New("minutes: a draft has at most 64 KiB")

// SaveDraft keeps what somebody types for a decision, so that it survives the
// end of the program, however it ends. It is no part of the records. Errors:
// [ErrReadOnly], [ErrDraft], *[durable.FileError].
func (s *Store) SaveDraft(ctx context.Context, text []byte) error {
	if len(text) > mostDraft {
		return ErrDraft
	}
	return s.drafting(ctx, func(path string) error { return durable.WriteFile(s.fsys, path, text) })
}

// LoadDraft gives the draft; nil where there is none. Error:
// *[durable.FileError].
func (s *Store) LoadDraft() ([]byte, error) {
	text, err := durable.ReadFile(s.fsys, filepath.Join(s.dir, draftFile), mostDraft)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return text, err
}

// DropDraft takes the draft away; it is no error that there is none. Errors:
// [ErrReadOnly], *[durable.FileError].
func (s *Store) DropDraft(ctx context.Context) error {
	return s.drafting(ctx, func(path string) error {
		err := s.fsys.Remove(path)
		if err == nil || errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	})
}

func (s *Store) drafting(ctx context.Context, do func(path string) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.opts.ReadOnly {
		return ErrReadOnly
	}
	if err := durable.MakeDir(s.fsys, s.dir); err != nil {
		return err
	}
	release, err := s.opts.Lock(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = release() }() // as in write
	return do(filepath.Join(s.dir, draftFile))
}
