package meeting_test

import (
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rakor/data"
	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/meeting"
	"rakor/ui/state"
)

// clock is a clock that stands still until it is moved.
type clock struct {
	mu sync.Mutex
	t  time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.t
}

func (c *clock) move(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = c.t.Add(d)
}

func snapshot(tb testing.TB) *state.Snapshot {
	tb.Helper()
	store, err := data.Open(data.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return &state.Snapshot{Rev: 1, Data: store.Dataset(), Programmes: store.Programmes()}
}

func newRoom(tb testing.TB) (*meeting.Room, *clock, *state.Snapshot) {
	tb.Helper()
	snap := snapshot(tb)
	c := &clock{t: start()}
	return meeting.NewRoom(c.now, snap, state.New("6271")), c, snap
}

func enter(tb testing.TB, r *meeting.Room, name, key string) meeting.ID {
	tb.Helper()
	id, err := r.Enter(meeting.Person{Name: name}, key)
	if err != nil {
		tb.Fatal(err)
	}
	return id
}

func on(st state.State, tab state.Tab) state.State {
	st.Tab = tab
	return st
}

func TestLatestWins(t *testing.T) {
	t.Parallel()
	r, _, snap := newRoom(t)
	ani := enter(t, r, "Ani", "ani")
	first, changed := r.Latest()
	st := state.New("6271")
	for i := range 1000 { // nobody reads: nothing may wait
		if err := r.Publish(ani, snap, on(st, state.Tab(i%3))); err != nil {
			t.Fatal(err)
		}
	}
	select {
	case <-changed:
	default:
		t.Fatal("who waits is not woken")
	}
	p, _ := r.Latest()
	if p.Seq != first.Seq+1000 || p.State.Tab != state.Tab(999%3) {
		t.Errorf("the newest is post %d on tab %d", p.Seq, p.State.Tab)
	}
}

func TestOnlyTheDriverPublishes(t *testing.T) {
	t.Parallel()
	r, _, snap := newRoom(t)
	ani, budi := enter(t, r, "Ani", "ani"), enter(t, r, "Budi", "budi")
	viewer := enter(t, r, "Citra", "")
	st := on(state.New("6271"), state.TabProgram)
	for _, id := range []meeting.ID{budi, viewer, 0, 99} {
		for name, err := range map[string]error{
			"publish": r.Publish(id, snap, st), "pause": r.Pause(id),
		} {
			if !errors.Is(err, meeting.ErrNotDriver) {
				t.Errorf("%d may %s: %v", id, name, err)
			}
		}
	}
	if err := r.Close(viewer); !errors.Is(err, meeting.ErrNotDriver) {
		t.Errorf("a viewer may close the meeting: %v", err)
	}
	if p, _ := r.Latest(); p.State.Tab != state.TabRegional || p.Driver != "Ani" {
		t.Errorf("the room is at tab %d with %q", p.State.Tab, p.Driver)
	}
	// From the moment of handing over the old driver is nobody.
	if err := r.Happen(meeting.Offer{By: ani, To: budi}); err != nil {
		t.Fatal(err)
	}
	if err := r.Happen(meeting.Accept{By: budi}); err != nil {
		t.Fatal(err)
	}
	if err := r.Publish(ani, snap, st); !errors.Is(err, meeting.ErrNotDriver) {
		t.Errorf("two drive: %v", err)
	}
	if err := r.Publish(budi, snap, st); err != nil {
		t.Error(err)
	}
}

func TestFreezeAndBlank(t *testing.T) {
	t.Parallel()
	r, _, snap := newRoom(t)
	ani := enter(t, r, "Ani", "ani")
	st := state.New("6271")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	want := func(mode meeting.Mode, tab state.Tab) {
		t.Helper()
		if p, _ := r.Latest(); p.Mode != mode || p.State.Tab != tab {
			t.Fatalf("mode %d, tab %d; want %d, %d", p.Mode, p.State.Tab, mode, tab)
		}
	}
	must(r.Pause(ani))
	want(meeting.Frozen, state.TabRegional)
	must(r.Publish(ani, snap, on(st, state.TabProgram)))
	want(meeting.Frozen, state.TabRegional)
	must(r.Pause(ani))
	want(meeting.Blank, state.TabRegional)
	must(r.Pause(ani))
	want(meeting.Live, state.TabProgram)
	lit := on(st, state.TabProgram)
	lit.Pointer = true
	must(r.Publish(ani, snap, lit))
	budi := enter(t, r, "Budi", "budi")
	must(r.Happen(meeting.Offer{By: ani, To: budi}))
	must(r.Happen(meeting.Accept{By: budi}))
	if p, _ := r.Latest(); p.State.Pointer || p.State.Tab != state.TabProgram {
		t.Error("the pointer of one driver is lit for the next")
	}
}

func TestLostDriver(t *testing.T) {
	t.Parallel()
	r, c, snap := newRoom(t)
	ani, budi := enter(t, r, "Ani", "ani"), enter(t, r, "Budi", "budi")
	if err := r.Publish(ani, snap, on(state.New("6271"), state.TabEstimate)); err != nil {
		t.Fatal(err)
	}
	r.Exit(ani, "ani", meeting.Place{})
	p, _ := r.Latest()
	if !p.Away || p.State.Tab != state.TabEstimate {
		t.Fatalf("away %t at tab %d: the room stays and says so", p.Away, p.State.Tab)
	}
	again := enter(t, r, "Ani", "ani")
	if p, _ := r.Latest(); p.Away || p.State.Tab != state.TabEstimate {
		t.Fatal("the same key does not reclaim the floor where it was")
	}
	r.Exit(again, "", meeting.Place{})
	_, staged := r.Stage()
	c.move(61 * time.Second)
	if next := r.Next(); !next.IsZero() {
		t.Errorf("something would happen at %v", next)
	}
	if err := r.Happen(meeting.Tick{}); err != nil {
		t.Fatal(err)
	}
	select {
	case <-staged:
	default:
		t.Error("operators are not told that the grace time is over")
	}
	if err := r.Happen(meeting.Claim{By: budi}); err != nil {
		t.Fatal(err)
	}
	if p, _ := r.Latest(); p.Away || p.Driver != "Budi" {
		t.Errorf("away %t, %q drives", p.Away, p.Driver)
	}
}

func TestClosed(t *testing.T) {
	t.Parallel()
	r, _, snap := newRoom(t)
	ani := enter(t, r, "Ani", "ani")
	if err := r.Close(ani); err != nil {
		t.Fatal(err)
	}
	if p, _ := r.Latest(); !p.Closed {
		t.Error("the room does not say that it is over")
	}
	if err := r.Publish(ani, snap, state.New("6271")); !errors.Is(err, meeting.ErrClosed) {
		t.Error(err)
	}
	if _, err := r.Enter(meeting.Person{}, ""); !errors.Is(err, meeting.ErrClosed) {
		t.Error(err)
	}
	if err := r.Happen(meeting.Tick{}); !errors.Is(err, meeting.ErrClosed) {
		t.Error(err)
	}
	r.Exit(ani, "", meeting.Place{})
	if r.Len() != 0 {
		t.Error("somebody stays in a closed room")
	}
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	r, c, _ := newRoom(t)
	at := meeting.Place{Looking: true, State: []byte(`{"tab":2}`), Prefs: meeting.Prefs{Set: true, Lang: 1}}
	leave := func(who string) { r.Exit(enter(t, r, "x", ""), who, at) }
	leave("name:dewi")
	c.move(10 * time.Minute)
	if got, ok := r.Return("name:dewi"); !ok || cmp.Diff(at, got) != "" {
		t.Errorf("after 10 minutes: %v %v", got, ok)
	}
	if _, ok := r.Return("name:dewi"); ok {
		t.Error("a place is taken twice")
	}
	leave("name:dewi")
	c.move(10*time.Minute + time.Second)
	if _, ok := r.Return("name:dewi"); ok {
		t.Error("a place is kept for more than 10 minutes")
	}
	leave("")
	if _, ok := r.Return(""); ok {
		t.Error("nobody has a place")
	}
	for i := range 5000 { // names are free: they must not fill the memory
		leave(strings.Repeat("x", i%7) + string(rune('a'+i%26)) + time.Duration(i).String())
		c.move(time.Millisecond)
	}
	if _, ok := r.Return(strings.Repeat("x", 4999%7) + string(rune('a'+4999%26)) + time.Duration(4999).String()); !ok {
		t.Error("the newest place is forgotten")
	}
}

func TestPeople(t *testing.T) {
	t.Parallel()
	r, c, _ := newRoom(t)
	ani := enter(t, r, "Ani", "ani")
	c.move(time.Minute)
	dewi, err := r.Enter(meeting.Person{Name: "De\x1b[31mwi\u202e", Addr: "192.168.1.7", Width: 60, Height: 16}, "")
	if err != nil {
		t.Fatal(err)
	}
	r.Update(dewi, func(p *meeting.Person) { p.Seen = 1 })
	ps := r.People()
	if len(ps) != 2 || ps[0].ID != ani || ps[0].Role != meeting.Driver || ps[1].Role != meeting.Viewer {
		t.Fatalf("%+v", ps)
	}
	if p := ps[1]; strings.ContainsAny(p.Name, "\x1b\u202e") || p.Since != start().Add(time.Minute) || p.Lag(4) != 3 {
		t.Errorf("%+v, lag %d", p, p.Lag(4))
	}
}

func TestName(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                "",
		"Siti Aminah":     "Siti Aminah",
		"  a \t\r\n b  ":  "a b",
		"a\u202eb\u2066c": "abc",
		"\x1b[2J\x07x":    "�[2J�x",
		"日本語日本語日本語日本語日本語": "日本語日本語日本語日本…",
	} {
		if got := meeting.Name(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	if got := meeting.Name(strings.Repeat("e\u0301\u0301\u0301\u0301\u0301\u0301\u0301", 4000)); block.Width(got) > meeting.NameWidth || len(got) > 1000 {
		t.Errorf("%d columns in %d bytes", block.Width(got), len(got))
	}
}

func TestSize(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		w, h         uint32
		wantW, wantH int
	}{{0, 0, 80, 24}, {0, 50, 80, 50}, {120, 36, 120, 36}, {1, 1, 1, 1}, {4_000_000_000, 4_294_967_295, 400, 200}} {
		if w, h := meeting.Size(c.w, c.h); w != c.wantW || h != c.wantH {
			t.Errorf("%dx%d becomes %dx%d", c.w, c.h, w, h)
		}
	}
}

// fullState is a state with every list full.
func fullState(snap *state.Snapshot) state.State {
	st := state.New("6271")
	for _, reg := range snap.Data.Regions() {
		st, _ = state.Apply(snap, st, state.ToggleRegion{Region: reg.Code})
		st, _ = state.Apply(snap, st, state.ToggleTrend{Region: reg.Code})
		st, _ = state.Apply(snap, st, state.SetOwn{Region: reg.Code, Period: model.Period{Year: 2020, Month: 3}})
	}
	st, _ = state.Apply(snap, st, state.SetFilter{Filter: strings.Repeat("x", state.MaxFilter)})
	for in := range state.Inputs {
		v := in.Range().Hi
		if !in.Range().Whole {
			v = in.Range().Lo + 12.345678901234
		}
		st, _ = state.Apply(snap, st, state.SetInput{Input: in, Value: &v})
	}
	return st
}

func TestMessage(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	p := meeting.Post{
		Seq: 18446744073709551615, Snap: snap, State: fullState(snap), Mode: meeting.Blank, Away: true, Closed: true,
		Driver: strings.Repeat("語", 12),
	}
	b, err := p.Message()
	if err != nil {
		t.Fatalf("the largest post does not fit: %v", err)
	}
	t.Logf("the largest message has %d bytes", len(b))
	back, err := meeting.ReadMessage(snap, b)
	if err != nil {
		t.Fatal(err)
	}
	again, err := back.Message()
	if err != nil || string(again) != string(b) {
		t.Errorf("%v\n%s\n%s", err, b, again)
	}
	p.State.Program.Filter = strings.Repeat("x", 3000)
	if _, err := p.Message(); !errors.Is(err, meeting.ErrTooLong) {
		t.Errorf("a message of more than 2 KB: %v", err)
	}
}

func FuzzReadMessage(f *testing.F) {
	snap := snapshot(f)
	b, _ := (&meeting.Post{Seq: 3, Snap: snap, State: state.New("6271")}).Message()
	f.Add(b)
	f.Add([]byte(`{"v":1,"mode":7}`))
	f.Add([]byte(`{"v":2}`))
	f.Add([]byte(`{"v":1,"driver":"\u202e\u001b[2J","state":{"home":"x","tab":200}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := meeting.ReadMessage(snap, b)
		if err != nil {
			if !errors.Is(err, meeting.ErrMessage) {
				t.Fatal(err)
			}
			return
		}
		if p.Mode > meeting.Blank || block.Width(p.Driver) > meeting.NameWidth {
			t.Fatalf("%+v", p)
		}
		st, _ := json.Marshal(p.State)
		valid, _ := json.Marshal(state.Valid(snap, p.State))
		if string(st) != string(valid) {
			t.Fatalf("not valid: %s", st)
		}
	})
}
