package sshd

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	gossh "golang.org/x/crypto/ssh"
)

// ErrHostKey is returned for a host key that cannot be used.
var ErrHostKey = errors.New("unusable host key")

// HostKey gives the host key at path as PEM. The first time it makes one
// (ed25519, 0600, in a folder 0700); a file that is there is never written to,
// whatever stands in it. Two processes that start at once get the same key.
func HostKey(path string) ([]byte, error) {
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err = makeHostKey(path); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, fmt.Errorf("sshd: %s: %w", path, err)
		}
		b, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, fmt.Errorf("sshd: %w", err)
	}
	if _, err := gossh.ParsePrivateKey(b); err != nil {
		return nil, fmt.Errorf("sshd: %s: %w: %w", path, ErrHostKey, err)
	}
	return b, nil
}

// makeHostKey writes a new key beside its place and links it there, which
// fails where something is there already.
func makeHostKey(path string) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	block, err := gossh.MarshalPrivateKey(key, "rakor")
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".ssh_host_*") // made 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) //nolint:errcheck // gone already where the rename succeeded
	_, err = f.Write(pem.EncodeToMemory(block))
	if serr := f.Sync(); err == nil {
		err = serr
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	if err := os.Link(f.Name(), path); err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	// A file system without links: the name is taken first, so that nothing
	// that is there can be written over.
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return fs.ErrExist
	}
	return os.Rename(f.Name(), path)
}
