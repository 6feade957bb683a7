package sshd

import (
	"bytes"
	"errors"
	"fmt"

	gossh "golang.org/x/crypto/ssh"

	"rakor/ui/meeting"
)

// Key is a public key that opens a door, and whose it is.
type Key struct {
	Public gossh.PublicKey
	Name   string // the comment, cleaned
}

// ErrKeys is returned for a file of keys that is not taken.
var ErrKeys = errors.New("not a list of authorised keys")

// ParseKeys reads an authorized_keys file. name is how errors call it. Options
// before a key are refused, since ignoring one such as from= would open a door
// wider than was meant; so are certificates and DSA keys. An empty file gives
// no keys.
func ParseKeys(name string, file []byte) ([]Key, error) {
	var keys []Key
	for i, line := range bytes.Split(file, []byte("\n")) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		k, comment, options, _, err := gossh.ParseAuthorizedKey(line)
		switch {
		case err != nil:
			return nil, fmt.Errorf("sshd: %s: line %d: %w: %w", name, i+1, ErrKeys, err)
		case len(options) > 0:
			return nil, fmt.Errorf("sshd: %s: line %d: %w: options are not supported: remove %q", name, i+1, ErrKeys, options[0])
		case !usable(k.Type()):
			return nil, fmt.Errorf("sshd: %s: line %d: %w: keys of type %s are not taken", name, i+1, ErrKeys, k.Type())
		}
		keys = append(keys, Key{Public: k, Name: meeting.Name(comment)})
	}
	return keys, nil
}

func usable(kind string) bool {
	switch kind {
	case gossh.KeyAlgoED25519, gossh.KeyAlgoSKED25519, gossh.KeyAlgoRSA,
		gossh.KeyAlgoECDSA256, gossh.KeyAlgoECDSA384, gossh.KeyAlgoECDSA521, gossh.KeyAlgoSKECDSA256:
		return true
	}
	return false
}

// find gives the key of a list that equals k.
func find(keys []Key, k gossh.PublicKey) (Key, bool) {
	want := k.Marshal()
	for _, have := range keys {
		if bytes.Equal(have.Public.Marshal(), want) {
			return have, true
		}
	}
	return Key{}, false
}
