package sshd

import (
	"errors"
	"strings"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"rakor/ui/lang"
)

// PresenterUser is the user name of those who may drive: "presenter" in
// Indonesian. Only a key opens that door; any other name is audience.
const PresenterUser = "penyaji"

// Audience is how the audience comes in.
type Audience uint8

// The ways in. The zero value asks for the PIN.
const (
	PIN  Audience = iota // six digits, told in the room
	Open                 // whoever reaches the port
	Keys                 // a list of keys
)

// errRefused is all that a client is told.
var errRefused = errors.New("refused")

// Names of what the door writes on a connection's permissions.
const (
	extName = "rakor-name" // name to show
	extKey  = "rakor-key"  // who drives: fingerprint; "" for the audience
	extWho  = "rakor-who"  // who it is when they come back
)

// maxAuthTries bounds the keys that an agent may offer before the right one.
const maxAuthTries = 20

func permissions(name, key, who string) *gossh.Permissions {
	return &gossh.Permissions{Extensions: map[string]string{extName: name, extKey: key, extWho: who}}
}

// door gives the SSH configuration of one connection. Every method has a
// callback, since the library lets everybody in where none has.
func (s *Server) door(ctx ssh.Context, kexed func()) *gossh.ServerConfig {
	modern := gossh.Config{
		KeyExchanges: []string{gossh.KeyExchangeMLKEM768X25519, gossh.KeyExchangeCurve25519, gossh.KeyExchangeECDHP256},
		Ciphers:      []string{gossh.CipherAES128GCM, gossh.CipherAES256GCM, gossh.CipherChaCha20Poly1305, gossh.CipherAES256CTR, gossh.CipherAES128CTR},
		MACs:         []string{gossh.HMACSHA256ETM, gossh.HMACSHA512ETM, gossh.HMACSHA256},
	}
	cfg := &gossh.ServerConfig{
		Config:       modern,
		MaxAuthTries: maxAuthTries,
		PublicKeyAuthAlgorithms: []string{
			gossh.KeyAlgoED25519, gossh.KeyAlgoSKED25519, gossh.KeyAlgoSKECDSA256,
			gossh.KeyAlgoECDSA256, gossh.KeyAlgoECDSA384, gossh.KeyAlgoECDSA521, gossh.KeyAlgoRSASHA256, gossh.KeyAlgoRSASHA512,
		},
		PreAuthConnCallback: func(gossh.ServerPreAuthConn) { kexed() },
		NoClientAuth:        true,
		NoClientAuthCallback: func(c gossh.ConnMetadata) (*gossh.Permissions, error) {
			if s.cfg.Audience != Open || c.User() == PresenterUser {
				return nil, errRefused
			}
			return permissions(c.User(), "", identity("name and address", c.User(), host(c.RemoteAddr()))), nil
		},
		PublicKeyCallback: func(c gossh.ConnMetadata, k gossh.PublicKey) (*gossh.Permissions, error) {
			switch {
			case c.User() == PresenterUser:
				if have, ok := find(s.cfg.Presenters, k); ok {
					print := gossh.FingerprintSHA256(k)
					name := have.Name
					if name == "" {
						name = PresenterUser
					}
					return permissions(name, print, identity("key", print)), nil
				}
			case s.cfg.Audience == Keys:
				if have, ok := find(s.cfg.Viewers, k); ok {
					return permissions(either(have.Name, c.User()), "", identity("key", gossh.FingerprintSHA256(k))), nil
				}
			}
			return nil, errRefused
		},
		AuthLogCallback: func(c gossh.ConnMetadata, method string, err error) {
			if err != nil && method != "none" {
				s.log.Info("refused", "addr", c.RemoteAddr().String(), "user", s.loggable(c.User()), "method", method)
			}
		},
	}
	if s.cfg.Audience == PIN {
		tries := 0 // one goroutine serves a connection's door
		cfg.KeyboardInteractiveCallback = func(c gossh.ConnMetadata, ask gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
			if c.User() == PresenterUser {
				return nil, errRefused
			}
			if tries++; tries > pinTries {
				return nil, errRefused
			}
			return s.askPIN(ctx, c, ask)
		}
	}
	return cfg
}

func (s *Server) askPIN(ctx ssh.Context, c gossh.ConnMetadata, ask gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
	w := s.say(s.lang())
	answers, err := ask("", w.PINName, []string{w.PINPrompt}, []bool{true})
	if err != nil || len(answers) != 1 {
		return nil, errRefused
	}
	pin := strings.TrimSpace(answers[0])
	ok, at, alarm := s.pin.try(pin)
	if ok {
		return permissions(c.User(), "", identity("name and PIN", c.User(), pin)), nil
	}
	if alarm > 0 {
		s.log.Warn("wrong pins", "tries", alarm)
		s.cfg.Room.Alarm(alarm)
	}
	if l, ok := ctx.Value(lineKey{}).(*line); ok {
		l.yield()
	}
	t := time.NewTimer(at.Sub(s.cfg.Now()))
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
	return nil, errRefused
}

// lang is the language in which the door speaks.
func (s *Server) lang() lang.Lang { return s.cfg.Lang }

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
