package meeting_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"rakor/ui/meeting"
	"rakor/ui/state"
)

// TestShowOfHands: one vote a connection, the last one counts, the presenter
// has none, who has left has none, and nobody sees counts before the end.
func TestShowOfHands(t *testing.T) {
	t.Parallel()
	r, _, snap := newRoom(t)
	p := enter(t, r, "penyaji", "k1")
	op := enter(t, r, "operator", "k2")
	var v []meeting.ID
	for i := range 6 {
		v = append(v, enter(t, r, fmt.Sprint("v", i), ""))
	}
	if err := r.Vote(v[0], meeting.Agree); !errors.Is(err, meeting.ErrNoQuestion) {
		t.Fatal(err)
	}
	if err := r.Ask(op, "Setuju?"); !errors.Is(err, meeting.ErrNotDriver) {
		t.Fatal(err)
	}
	for _, bad := range []string{"", " ", strings.Repeat("x", meeting.MaxQuestion+1), "\x1b[2J"} {
		if err := r.Ask(p, bad); !errors.Is(err, meeting.ErrQuestion) && bad != "\x1b[2J" {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if post, _ := r.Latest(); strings.ContainsRune(post.Question, 0x1b) {
		t.Fatalf("a question with control characters: %q", post.Question)
	}
	if _, err := r.CloseHands(p); err != nil { // the cleaned one of above
		t.Fatal(err)
	}
	if err := r.Ask(p, "Sasaran 3,30 %?"); err != nil {
		t.Fatal(err)
	}
	if err := r.Ask(p, "Lagi?"); !errors.Is(err, meeting.ErrAsked) {
		t.Fatal(err)
	}
	post, changed := r.Latest()
	if post.Question != "Sasaran 3,30 %?" || post.Hands != nil {
		t.Fatalf("%+v", post)
	}
	for id, c := range map[meeting.ID]meeting.Choice{op: meeting.Agree, v[0]: meeting.Agree, v[1]: meeting.Disagree, v[2]: meeting.Abstain, v[3]: meeting.Agree} {
		if err := r.Vote(id, c); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Vote(p, meeting.Agree); !errors.Is(err, meeting.ErrPresenter) {
		t.Fatal(err)
	}
	if err := errors.Join(r.Vote(v[0], meeting.Disagree), r.Vote(v[0], meeting.Abstain)); err != nil { // changes their mind
		t.Fatal(err)
	}
	select {
	case <-changed:
		t.Fatal("a vote was drawn to the room")
	default:
	}
	// freezing and stepping lose no vote; who leaves takes theirs along
	if err := errors.Join(r.Pause(p), r.Pause(p), r.Pause(p), r.Publish(p, snap, on(state.New("6271"), state.TabEstimate))); err != nil {
		t.Fatal(err)
	}
	r.Exit(v[3], "", meeting.Place{})
	if voted, asked := r.Answers(); voted != 4 || asked != 6 {
		t.Fatalf("%d of %d", voted, asked)
	}
	if _, err := r.CloseHands(op); !errors.Is(err, meeting.ErrNotDriver) {
		t.Fatal(err)
	}
	h, err := r.CloseHands(p)
	if err != nil || h.Counts != [3]int{1, 1, 2} || h.Asked != 6 || h.Question != "Sasaran 3,30 %?" {
		t.Fatalf("%+v %v", h, err)
	}
	if post, _ := r.Latest(); post.Question != "" || post.Hands == nil || post.Hands.Asked != 6 {
		t.Fatalf("%+v", post)
	}
	if err := r.Vote(v[1], meeting.Agree); !errors.Is(err, meeting.ErrNoQuestion) {
		t.Fatal("a vote after the end:", err)
	}
	if err := r.Publish(p, snap, on(state.New("6271"), state.TabProgram)); err != nil {
		t.Fatal(err)
	}
	if post, _ := r.Latest(); post.Hands != nil {
		t.Error("the counts stay after the presenter has moved on")
	}
}

// BenchmarkHands asks 1,000 people: their votes and the counts.
func BenchmarkHands(b *testing.B) {
	r, _, _ := newRoom(b)
	p := enter(b, r, "penyaji", "k1")
	var v []meeting.ID
	for i := range 1000 {
		v = append(v, enter(b, r, fmt.Sprint("v", i), ""))
	}
	for b.Loop() {
		if err := r.Ask(p, "Setuju?"); err != nil {
			b.Fatal(err)
		}
		for i, id := range v {
			if err := r.Vote(id, meeting.Choice(i%3)); err != nil {
				b.Fatal(err)
			}
		}
		if h, err := r.CloseHands(p); err != nil || h.Asked != 1000 {
			b.Fatal(h, err)
		}
	}
}
