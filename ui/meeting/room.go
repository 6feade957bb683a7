package meeting

import (
	"cmp"
	"errors"
	"slices"
	"sync"
	"time"

	"rakor/ui/state"
)

// ErrClosed is returned for anything asked of a meeting that has ended.
var ErrClosed = errors.New("meeting: the meeting has ended")

// Room is one meeting. Its methods are safe for concurrent use and wait for
// nobody.
type Room struct {
	now func() time.Time

	post  latest[Post]
	stage latest[Stage]

	mu     sync.Mutex
	floor  Floor
	live   Post // what the driver sees; what the room sees is in post
	people map[ID]*Person
	places places
	gone   visits // who has left
	last   ID
	alarm  int
	ballot *ballot // the question that is open, if any
	hands  *Hands  // counts of the last one, while they are shown
	closed bool
}

// Stage is what only those who may drive see.
type Stage struct {
	Floor Floor
	// Alarm is how many wrong PINs were tried; it is told in steps.
	Alarm int
}

// NewRoom makes a room that shows a state on its data. now is the clock.
func NewRoom(now func() time.Time, snap *state.Snapshot, st state.State) *Room {
	r := &Room{now: now, people: map[ID]*Person{}}
	r.live = Post{Seq: 1, Snap: snap, State: st}
	r.post.set(r.live)
	r.stage.set(Stage{})
	return r
}

// Latest gives the newest post and a channel that is closed when there is a
// newer one. The post is shared: do not change it.
func (r *Room) Latest() (*Post, <-chan struct{}) { return r.post.get() }

// Stage gives who drives, and a channel that is closed when that changes.
func (r *Room) Stage() (*Stage, <-chan struct{}) { return r.stage.get() }

// Live gives the state that the driver is at, which a frozen or blank room does
// not see.
func (r *Room) Live() (*state.Snapshot, state.State) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.live.Snap, r.live.State
}

// Publish makes what the driver sees the newest of the room; a room that is
// frozen or blank sees it when it is live again. Anybody else than the driver
// is refused with [ErrNotDriver].
func (r *Room) Publish(by ID, snap *state.Snapshot, st state.State) error {
	return r.drive(by, func() {
		if r.live.State.Tab != st.Tab || r.live.State.Meeting.Item != st.Meeting.Item {
			r.hands = nil // what comes next takes their place
		}
		r.live.Snap, r.live.State = snap, st
	})
}

// Pause goes on to the next mode: freeze, blank, live again.
func (r *Room) Pause(by ID) error {
	return r.drive(by, func() { r.live.Mode = (r.live.Mode + 1) % modes })
}

// Close ends the meeting. By must drive or be the presenter; 0 is the house
// itself.
func (r *Room) Close(by ID) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if by != 0 && by != r.floor.Driver && !r.floor.Owns(by) {
		return ErrNotDriver
	}
	if !r.closed {
		r.closed = true
		r.show()
	}
	return nil
}

func (r *Room) drive(by ID, do func()) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case r.closed:
		return ErrClosed
	case by == 0 || by != r.floor.Driver:
		return ErrNotDriver
	}
	do()
	r.show()
	return nil
}

// show publishes what the room is to see now. The caller holds mu.
func (r *Room) show() {
	old, _ := r.post.get()
	p := r.live
	if p.Mode != Live {
		p.Snap, p.State = old.Snap, old.State
	}
	p.Seq = old.Seq + 1
	p.Question, p.Hands = "", r.hands
	if r.ballot != nil {
		p.Question = r.ballot.question
	}
	p.Away, p.Driver, p.Closed = r.floor.Away(), r.floor.Holder.Name, r.closed
	r.post.set(p)
}

// Happen lets something happen at the operators' table.
func (r *Room) Happen(e Event) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return ErrClosed
	}
	return r.happen(e)
}

func (r *Room) happen(e Event) error {
	was := r.floor
	f, err := was.After(e, r.now())
	r.floor = f
	if f.Term != was.Term {
		r.live.State.Pointer = false
		if f.Driver != 0 { // who drives next begins where the room is
			shown, _ := r.post.get()
			r.live.Snap, r.live.State, r.live.Mode = shown.Snap, shown.State, Live
			r.live.State.Pointer = false
		}
		r.show()
	}
	if f.Term != was.Term || f.To != was.To || len(f.Seats) != len(was.Seats) || e == (Tick{}) {
		r.stage.set(Stage{Floor: f, Alarm: r.alarm})
	}
	return err
}

// Next gives the next moment at which somebody should let a [Tick] happen; zero
// for none.
func (r *Room) Next() time.Time {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.floor.Next(r.now())
}

// Alarm tells the operators how many wrong PINs were tried.
func (r *Room) Alarm(tries int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.alarm = tries
	r.stage.set(Stage{Floor: r.floor, Alarm: tries})
}

// Enter lets a person in and gives their ID. One with a key sits down at the
// operators' table; the name is cleaned. ID, Since and Role are set here.
func (r *Room) Enter(p Person, key string) (ID, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return 0, ErrClosed
	}
	r.last++
	p.ID, p.Name, p.Since, p.Role = r.last, Name(p.Name), r.now(), Viewer
	r.people[p.ID] = &p
	if key != "" {
		p.Role = Operator
		if err := r.happen(Sit{Seat{ID: p.ID, Key: key, Name: p.Name}}); err != nil {
			return 0, err
		}
	}
	return p.ID, nil
}

// Exit sees a person off. Their place is kept under who, "" for not.
func (r *Room) Exit(id ID, who string, at Place) {
	r.mu.Lock()
	defer r.mu.Unlock()
	p, ok := r.people[id]
	if !ok {
		return
	}
	delete(r.people, id)
	if v, ok := p.visit(r.now()); ok {
		r.gone = r.gone.add(v)
	}
	r.places.keep(who, at, r.now())
	if p.Role != Viewer && !r.closed {
		_ = r.happen(Leave{By: id}) // a seat that is not there is left already
	}
}

// Return gives the place that a person left less than [PlaceFor] ago. It can be
// taken once.
func (r *Room) Return(who string) (Place, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.places.take(who, r.now())
}

// Update changes what is known of a person.
func (r *Room) Update(id ID, change func(*Person)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if p, ok := r.people[id]; ok {
		change(p)
	}
}

// People lists who is in the room, in the order of coming.
func (r *Room) People() []Person {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := make([]Person, 0, len(r.people))
	for _, p := range r.people {
		q := *p
		if q.ID == r.floor.Driver {
			q.Role = Driver
		}
		out = append(out, q)
	}
	slices.SortFunc(out, func(a, b Person) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// Crowd tells how many people are in the audience, and how many of them have a
// window that is too small.
func (r *Room) Crowd() (people, small int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, p := range r.people {
		if p.Role == Viewer {
			people++
			if p.Small {
				small++
			}
		}
	}
	return people, small
}

// Len tells how many are in the room.
func (r *Room) Len() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.people)
}
