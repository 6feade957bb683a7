package sshd

import (
	"testing"
	"time"
)

// TestPINGuard tries a great many wrong PINs at one moment: their answers are
// spaced, and a right one waits for none of them.
func TestPINGuard(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 7, 7, 9, 0, 0, 0, time.UTC)
	g := pinGuard{now: func() time.Time { return now }}
	g.set("123456")
	var alarms []int
	for i := range 200 {
		ok, at, alarm := g.try("000000")
		if want := now.Add(pinDelay + time.Duration(i)*pinSpacing); ok || !at.Equal(want) {
			t.Fatalf("try %d: %t, answered after %v", i+1, ok, at.Sub(now))
		}
		if alarm > 0 {
			alarms = append(alarms, alarm)
		}
		if ok, at, _ := g.try("123456"); !ok || !at.IsZero() {
			t.Fatalf("a right PIN after %d wrong ones: %t, at %v", i+1, ok, at)
		}
	}
	if len(alarms) != 4 || alarms[0] != 50 || alarms[3] != 200 {
		t.Errorf("the presenter is told at %v", alarms)
	}
	for _, wrong := range []string{"", "12345", "1234567", "１２３４５６"} {
		if ok, _, _ := g.try(wrong); ok {
			t.Errorf("%q is taken", wrong)
		}
	}
	g.set("")
	if ok, _, _ := g.try(""); ok {
		t.Error("a meeting without a PIN takes an empty one")
	}
}
