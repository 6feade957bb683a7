package sshd

import (
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"math/big"
	"sync"
	"time"
)

// How wrong PINs are answered. Right ones are never held up, since a whole hall
// may share one address with whoever guesses.
const (
	pinDigits   = 6
	pinDelay    = time.Second            // before a wrong try is answered
	pinSpacing  = 500 * time.Millisecond // between two answers, of all connections
	pinTries    = 5                      // a connection
	pinAlarmAt  = 50                     // wrong tries after which the presenter is told
	pinAlarmTop = 50                     // and again after each so many
)

// pinGuard keeps the PIN of a meeting.
type pinGuard struct {
	now func() time.Time

	mu    sync.Mutex
	pin   string
	next  time.Time // when the next wrong try may be answered
	wrong int
}

// newPIN gives six random digits.
func newPIN() (string, error) {
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		return "", fmt.Errorf("sshd: pin: %w", err)
	}
	return fmt.Sprintf("%0*d", pinDigits, n.Int64()), nil
}

func (g *pinGuard) get() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.pin
}

func (g *pinGuard) set(pin string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.pin, g.wrong = pin, 0
}

// try tells whether a PIN is right. Where it is not, at tells when that may be
// said, and alarm is the number of wrong tries when it is time to tell it.
func (g *pinGuard) try(pin string) (ok bool, at time.Time, alarm int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.pin != "" && len(pin) <= 64 && subtle.ConstantTimeCompare([]byte(pin), []byte(g.pin)) == 1 {
		return true, time.Time{}, 0
	}
	now := g.now()
	at = now.Add(pinDelay)
	if at.Before(g.next) {
		at = g.next
	}
	g.next = at.Add(pinSpacing)
	g.wrong++
	if g.wrong >= pinAlarmAt && (g.wrong-pinAlarmAt)%pinAlarmTop == 0 {
		alarm = g.wrong
	}
	return false, at, alarm
}
