package book

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"rakor/data/durable"
)

const (
	mostDraft   = 1 << 20 // bytes
	draftEnding = ".draft"
)

// ErrDraft is returned for a draft's name that no file can have, and for a
// draft that is too long.
var ErrDraft = errors.New("book: no such draft is kept: a name of letters, digits, - and _, at most 1 MiB")

func (b *Book) draft(name string) (string, error) {
	if !identity(name) {
		return "", fmt.Errorf("%w: %q", ErrDraft, name)
	}
	return filepath.Join(b.dir, draftsDir, name+draftEnding), nil
}

// SaveDraft keeps what somebody has typed, so that it survives the end of the
// program, however it ends. name tells whose and of what ("u12", "new-rina").
// A draft is no part of the list and of no history. Errors: [ErrDraft],
// [ErrReadOnly], *[durable.FileError].
func (b *Book) SaveDraft(ctx context.Context, name string, text []byte) error {
	path, err := b.draft(name)
	if err == nil && len(text) > mostDraft {
		err = fmt.Errorf("%w: %d bytes", ErrDraft, len(text))
	}
	if err != nil {
		return err
	}
	return b.drafting(ctx, func(dir string) error {
		if err := durable.MakeDir(b.fsys, dir); err != nil {
			return err
		}
		if _, err := durable.Clean(b.fsys, dir); err != nil {
			return err
		}
		return durable.WriteFile(b.fsys, path, text)
	})
}

// LoadDraft gives a draft; nil where there is none. Errors: [ErrDraft],
// *[durable.FileError].
func (b *Book) LoadDraft(name string) ([]byte, error) {
	path, err := b.draft(name)
	if err != nil {
		return nil, err
	}
	text, err := durable.ReadFile(b.fsys, path, mostDraft)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("book: %w", err)
	}
	return text, nil
}

// Drafts lists the names of the drafts, in increasing order. The error is a
// *[durable.FileError].
func (b *Book) Drafts() ([]string, error) {
	names, err := b.fsys.List(filepath.Join(b.dir, draftsDir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("book: %w", err)
	}
	var out []string
	for _, n := range names {
		if n, ok := strings.CutSuffix(n, draftEnding); ok && identity(n) {
			out = append(out, n)
		}
	}
	return out, nil
}

// DropDraft forgets a draft, once it was saved or given up. Errors are those of
// [Book.SaveDraft].
func (b *Book) DropDraft(ctx context.Context, name string) error {
	path, err := b.draft(name)
	if err != nil {
		return err
	}
	return b.drafting(ctx, func(dir string) error {
		if err := b.fsys.Remove(path); err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			return err
		}
		return b.fsys.SyncDir(dir)
	})
}

// drafting runs do with the lock of the list held.
func (b *Book) drafting(ctx context.Context, do func(dir string) error) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.closed:
		return ErrClosed
	case b.opts.ReadOnly:
		return ErrReadOnly
	}
	if err := durable.MakeDir(b.fsys, b.dir); err != nil {
		return fmt.Errorf("book: %w", err)
	}
	release, err := b.opts.Lock(ctx)
	if err != nil {
		return fmt.Errorf("book: %w", err)
	}
	if err := errors.Join(do(filepath.Join(b.dir, draftsDir)), release()); err != nil {
		return fmt.Errorf("book: draft: %w", err)
	}
	return nil
}
