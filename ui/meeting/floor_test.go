package meeting_test

import (
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"rakor/ui/meeting"
)

func start() time.Time { return time.Date(2025, 7, 7, 9, 0, 0, 0, time.UTC) }

// step is one event of a script: after is since the beginning.
type step struct {
	after  time.Duration
	event  meeting.Event
	err    error
	driver meeting.ID
}

func sit(id meeting.ID, key string) meeting.Sit {
	return meeting.Sit{Seat: meeting.Seat{ID: id, Key: key, Name: key}}
}

func TestFloor(t *testing.T) {
	t.Parallel()
	const s = time.Second
	for name, script := range map[string][]step{
		"the first to come drives": {
			{0, sit(1, "ani"), nil, 1},
			{1 * s, sit(2, "budi"), nil, 1},
		},
		"an offer is accepted": {
			{0, sit(1, "ani"), nil, 1},
			{0, sit(2, "budi"), nil, 1},
			{1 * s, meeting.Offer{By: 1, To: 2}, nil, 1},
			{20 * s, meeting.Accept{By: 2}, nil, 2},
			{21 * s, meeting.Accept{By: 2}, meeting.ErrNoOffer, 2},
		},
		"an offer ends after 20 s": {
			{0, sit(1, "ani"), nil, 1},
			{0, sit(2, "budi"), nil, 1},
			{1 * s, meeting.Offer{By: 1, To: 2}, nil, 1},
			{21 * s, meeting.Accept{By: 2}, meeting.ErrNoOffer, 1},
		},
		"an offer is for one person": {
			{0, sit(1, "ani"), nil, 1},
			{0, sit(2, "budi"), nil, 1},
			{0, sit(3, "citra"), nil, 1},
			{0, meeting.Offer{By: 1, To: 2}, nil, 1},
			{0, meeting.Accept{By: 3}, meeting.ErrNoOffer, 1},
			{0, meeting.Offer{By: 1, To: 3}, nil, 1},
			{0, meeting.Accept{By: 2}, meeting.ErrNoOffer, 1},
			{0, meeting.Accept{By: 3}, nil, 3},
		},
		"an offer is declined or withdrawn": {
			{0, sit(1, "ani"), nil, 1},
			{0, sit(2, "budi"), nil, 1},
			{0, meeting.Offer{By: 1, To: 2}, nil, 1},
			{0, meeting.Decline{By: 2}, nil, 1},
			{0, meeting.Accept{By: 2}, meeting.ErrNoOffer, 1},
			{0, meeting.Offer{By: 1, To: 2}, nil, 1},
			{0, meeting.Decline{By: 1}, nil, 1},
			{0, meeting.Accept{By: 2}, meeting.ErrNoOffer, 1},
		},
		"only who drives offers, and not to themselves": {
			{0, sit(1, "ani"), nil, 1},
			{0, sit(2, "budi"), nil, 1},
			{0, meeting.Offer{By: 2, To: 1}, meeting.ErrNotDriver, 1},
			{0, meeting.Offer{By: 1, To: 1}, meeting.ErrNotSeated, 1},
			{0, meeting.Offer{By: 1, To: 9}, meeting.ErrNotSeated, 1},
			{0, meeting.Offer{By: 0, To: 2}, meeting.ErrNotDriver, 1},
		},
		"the presenter takes it back at any time, an operator does not": {
			{0, sit(1, "ani"), nil, 1},
			{0, sit(2, "budi"), nil, 1},
			{0, meeting.Offer{By: 1, To: 2}, nil, 1},
			{0, meeting.Accept{By: 2}, nil, 2},
			{0, meeting.TakeBack{By: 1}, nil, 1},
			{0, meeting.TakeBack{By: 2}, meeting.ErrNotOwner, 1},
		},
		"a lost driver is waited for, and the same key reclaims": {
			{0, sit(1, "ani"), nil, 1},
			{0, sit(2, "budi"), nil, 1},
			{10 * s, meeting.Leave{By: 1}, nil, 0},
			{30 * s, meeting.Claim{By: 2}, meeting.ErrTooEarly, 0},
			{40 * s, sit(3, "ani"), nil, 3},
			{80 * s, meeting.Claim{By: 2}, meeting.ErrTaken, 3},
		},
		"after the grace time an operator claims; the presenter may take it back": {
			{0, sit(1, "ani"), nil, 1},
			{0, sit(2, "budi"), nil, 1},
			{10 * s, meeting.Leave{By: 1}, nil, 0},
			{69 * s, meeting.Claim{By: 2}, meeting.ErrTooEarly, 0},
			{70 * s, meeting.Claim{By: 2}, nil, 2},
			{75 * s, sit(3, "ani"), nil, 2},
			{76 * s, meeting.TakeBack{By: 3}, nil, 3},
		},
		"the same key reclaims long after the grace time, unless it was claimed": {
			{0, sit(1, "ani"), nil, 1},
			{0, meeting.Leave{By: 1}, nil, 0},
			{900 * s, sit(2, "ani"), nil, 2},
		},
		"a lost operator: the presenter need not wait": {
			{0, sit(1, "ani"), nil, 1},
			{0, sit(2, "budi"), nil, 1},
			{0, sit(3, "citra"), nil, 1},
			{0, meeting.Offer{By: 1, To: 2}, nil, 1},
			{0, meeting.Accept{By: 2}, nil, 2},
			{5 * s, meeting.Leave{By: 2}, nil, 0},
			{6 * s, meeting.Claim{By: 3}, meeting.ErrTooEarly, 0},
			{6 * s, meeting.Claim{By: 1}, nil, 1},
		},
		"a second window of the driver goes on": {
			{0, sit(1, "ani"), nil, 1},
			{0, sit(2, "ani"), nil, 1},
			{0, meeting.Leave{By: 1}, nil, 2},
		},
		"leaving it to another makes them presenter": {
			{0, sit(1, "ani"), nil, 1},
			{0, sit(2, "budi"), nil, 1},
			{0, meeting.HandOn{By: 2, To: 1}, meeting.ErrNotDriver, 1},
			{0, meeting.HandOn{By: 1, To: 2}, nil, 2},
			{0, meeting.TakeBack{By: 1}, meeting.ErrNotOwner, 2},
			{0, meeting.Leave{By: 1}, nil, 2},
		},
		"strangers": {
			{0, meeting.Claim{By: 5}, meeting.ErrNotSeated, 0},
			{0, meeting.TakeBack{By: 5}, meeting.ErrNotSeated, 0},
			{0, meeting.Leave{By: 5}, meeting.ErrNotSeated, 0},
			{0, meeting.Decline{By: 0}, meeting.ErrNoOffer, 0},
			{0, sit(0, "nobody"), nil, 0},
			{0, sit(7, ""), nil, 0},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var f meeting.Floor
			for i, st := range script {
				next, err := f.After(st.event, start().Add(st.after))
				if !errors.Is(err, st.err) || st.err == nil && err != nil {
					t.Fatalf("step %d, %#v: error %v, want %v", i+1, st.event, err, st.err)
				}
				if next.Driver != st.driver {
					t.Fatalf("step %d, %#v: %d drives, want %d", i+1, st.event, next.Driver, st.driver)
				}
				f = next
			}
		})
	}
}

// TestFloorHolds lets anything happen in any order: who drives is always at the
// table, every change of driver has a term of its own, and a value that was
// kept is not changed by what comes after it.
func TestFloorHolds(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(7, 7))
	for range 300 {
		var f meeting.Floor
		now := start()
		keys := []string{"ani", "budi", "citra"}
		for range 120 {
			now = now.Add(time.Duration(rng.IntN(30)) * time.Second)
			a, b := meeting.ID(rng.IntN(8)), meeting.ID(rng.IntN(8))
			var e meeting.Event
			switch rng.IntN(9) {
			case 0, 1:
				e = sit(a, keys[rng.IntN(len(keys))])
			case 2:
				e = meeting.Leave{By: a}
			case 3:
				e = meeting.Offer{By: a, To: b}
			case 4:
				e = meeting.Accept{By: a}
			case 5:
				e = meeting.TakeBack{By: a}
			case 6:
				e = meeting.Claim{By: a}
			case 7:
				e = meeting.HandOn{By: a, To: b}
			case 8:
				e = meeting.Tick{}
			}
			seats := append([]meeting.Seat(nil), f.Seats...)
			next, err := f.After(e, now)
			for i, s := range f.Seats {
				if s != seats[i] {
					t.Fatalf("%#v changed the floor it was given", e)
				}
			}
			if _, ok := next.Seat(next.Driver); !ok && next.Driver != 0 {
				t.Fatalf("%#v: %d drives without a seat", e, next.Driver)
			}
			if next.Driver == 0 && next.Holder.Key != "" && next.Lost.IsZero() {
				t.Fatalf("%#v: the driver is gone, and nobody knows since when", e)
			}
			if (next.Driver != f.Driver) != (next.Term > f.Term) {
				t.Fatalf("%#v: from %d to %d, term from %d to %d", e, f.Driver, next.Driver, f.Term, next.Term)
			}
			if next.Driver != f.Driver && err != nil {
				t.Fatalf("%#v was refused (%v) and changed the driver", e, err)
			}
			if _, ok := next.Seat(next.To); !ok && next.To != 0 {
				t.Fatalf("%#v: offered to %d, who is gone", e, next.To)
			}
			f = next
		}
	}
}

func TestFloorNext(t *testing.T) {
	t.Parallel()
	var f meeting.Floor
	do := func(e meeting.Event, at time.Duration) {
		t.Helper()
		var err error
		if f, err = f.After(e, start().Add(at)); err != nil {
			t.Fatal(err)
		}
	}
	do(sit(1, "ani"), 0)
	do(sit(2, "budi"), 0)
	if n := f.Next(start()); !n.IsZero() {
		t.Errorf("something would happen at %v", n)
	}
	do(meeting.Offer{By: 1, To: 2}, time.Second)
	if n := f.Next(start()); n != start().Add(21*time.Second) {
		t.Errorf("the offer ends at %v", n)
	}
	do(meeting.Tick{}, 21*time.Second)
	if f.To != 0 || !f.Next(start()).IsZero() {
		t.Error("the offer still stands")
	}
	do(meeting.Leave{By: 1}, 30*time.Second)
	if n := f.Next(start().Add(30 * time.Second)); n != start().Add(90*time.Second) {
		t.Errorf("the grace time ends at %v", n)
	}
	if n := f.Next(start().Add(90 * time.Second)); !n.IsZero() {
		t.Errorf("something would happen at %v after the grace time", n)
	}
	if !f.Away() || f.MayClaim(2, start().Add(89*time.Second)) || !f.MayClaim(2, start().Add(90*time.Second)) {
		t.Error("the grace time is not 60 s")
	}
}
