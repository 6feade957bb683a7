package meeting

import (
	"errors"
	"slices"
	"time"
)

// OfferFor is how long an offer of the floor stands.
const OfferFor = 20 * time.Second

// Grace is how long a lost driver has the floor to come back to before another
// operator may claim it.
const Grace = 60 * time.Second

// What the floor refuses.
var (
	ErrNotSeated = errors.New("meeting: no such person at the operators' table")
	ErrNotDriver = errors.New("meeting: only who drives can do that")
	ErrNoOffer   = errors.New("meeting: no offer stands")
	ErrNotOwner  = errors.New("meeting: only the presenter can take the floor back")
	ErrTooEarly  = errors.New("meeting: the driver may still come back")
	ErrTaken     = errors.New("meeting: somebody drives")
)

// ID is one connection of a person; 0 is nobody. A person who comes back has a
// new one.
type ID uint64

// Seat is a connection that may drive: who it is of is told by its key.
type Seat struct {
	ID   ID
	Key  string // the same for the same person at every connection
	Name string
}

// Floor is who drives and who may. The zero Floor is an empty table. It is a
// value: [Floor.After] gives the next one and leaves the old as it was.
//
// The first person to sit down drives and is the presenter, who can take the
// floor back at any time. The presenter's key, not a connection, is what
// counts: the same key that was lost drives again as soon as it is back, unless
// an operator has claimed the floor after [Grace].
type Floor struct {
	Seats  []Seat    // in the order of sitting down
	Driver ID        // who drives; 0 while nobody does
	Holder Seat      // who drives, or drove last; its ID is not kept up when it is lost
	Owner  string    // key of the presenter
	Lost   time.Time // when the driver's line dropped; zero while somebody drives
	To     ID        // who the floor is offered to; 0 for nobody
	Until  time.Time // when the offer ends
	Term   uint64    // grows whenever somebody else drives
}

// Event is what happens at the table.
type Event interface{ floorEvent() }

// The events. By is always the connection that asks.
type (
	// Sit is an operator or presenter who comes.
	Sit struct{ Seat Seat }
	// Leave is a connection that ends, however it does.
	Leave struct{ By ID }
	// Offer offers the floor; a second one replaces the first.
	Offer struct{ By, To ID }
	// Accept takes an offer.
	Accept struct{ By ID }
	// Decline turns an offer down, or withdraws it.
	Decline struct{ By ID }
	// TakeBack gives the floor back to the presenter.
	TakeBack struct{ By ID }
	// Claim takes the floor of a driver whose line is lost.
	Claim struct{ By ID }
	// HandOn makes another one presenter and driver, for who leaves.
	HandOn struct{ By, To ID }
	// Tick lets time pass.
	Tick struct{}
)

func (Sit) floorEvent()      {}
func (Leave) floorEvent()    {}
func (Offer) floorEvent()    {}
func (Accept) floorEvent()   {}
func (Decline) floorEvent()  {}
func (TakeBack) floorEvent() {}
func (Claim) floorEvent()    {}
func (HandOn) floorEvent()   {}
func (Tick) floorEvent()     {}

// After gives the floor after an event at a time. What is refused gives the
// floor as it was (but for an offer whose time is over) and the reason.
func (f Floor) After(e Event, now time.Time) (Floor, error) {
	if f.To != 0 && !now.Before(f.Until) {
		f.To, f.Until = 0, time.Time{}
	}
	switch e := e.(type) {
	case Sit:
		return f.sit(e.Seat), nil
	case Leave:
		return f.leave(e.By, now)
	case Offer:
		return f.offer(e.By, e.To, now)
	case Accept:
		return f.accept(e.By)
	case Decline:
		if f.To == 0 || e.By != f.To && e.By != f.Driver {
			return f, ErrNoOffer
		}
		f.To, f.Until = 0, time.Time{}
		return f, nil
	case TakeBack:
		s, ok := f.Seat(e.By)
		switch {
		case !ok:
			return f, ErrNotSeated
		case s.Key != f.Owner:
			return f, ErrNotOwner
		}
		return f.drive(s), nil
	case Claim:
		return f.claim(e.By, now)
	case HandOn:
		return f.handOn(e.By, e.To)
	}
	return f, nil
}

// Seat gives the seat of a connection.
func (f Floor) Seat(id ID) (Seat, bool) {
	i := slices.IndexFunc(f.Seats, func(s Seat) bool { return s.ID == id })
	if i < 0 {
		return Seat{}, false
	}
	return f.Seats[i], true
}

// Owns tells whether a connection is the presenter's.
func (f Floor) Owns(id ID) bool {
	s, ok := f.Seat(id)
	return ok && s.Key == f.Owner
}

// Away tells whether the driver's line is lost.
func (f Floor) Away() bool { return f.Driver == 0 && f.Holder.Key != "" }

// MayClaim tells whether a connection could take a lost driver's place now.
func (f Floor) MayClaim(id ID, now time.Time) bool {
	s, ok := f.Seat(id)
	return ok && f.Away() && (s.Key == f.Holder.Key || s.Key == f.Owner || !now.Before(f.Lost.Add(Grace)))
}

// Next gives the next moment at which the floor changes by itself: an offer
// ends, or the grace time of a lost driver. It is zero where there is none.
func (f Floor) Next(now time.Time) time.Time {
	if f.To != 0 {
		return f.Until
	}
	if end := f.Lost.Add(Grace); f.Away() && end.After(now) {
		return end
	}
	return time.Time{}
}

// drive makes a seat the driver; an offer ends by it.
func (f Floor) drive(s Seat) Floor {
	if f.Driver != s.ID {
		f.Term++
	}
	f.Driver, f.Holder = s.ID, s
	f.Lost, f.To, f.Until = time.Time{}, 0, time.Time{}
	return f
}

func (f Floor) sit(s Seat) Floor {
	if _, ok := f.Seat(s.ID); ok || s.ID == 0 || s.Key == "" {
		return f
	}
	f.Seats = append(slices.Clone(f.Seats), s)
	switch {
	case f.Holder.Key == "": // the first to come
		f.Owner = s.Key
		return f.drive(s)
	case f.Driver == 0 && s.Key == f.Holder.Key:
		return f.drive(s)
	}
	return f
}

func (f Floor) leave(id ID, now time.Time) (Floor, error) {
	i := slices.IndexFunc(f.Seats, func(s Seat) bool { return s.ID == id })
	if i < 0 {
		return f, ErrNotSeated
	}
	f.Seats = slices.Delete(slices.Clone(f.Seats), i, i+1)
	if f.To == id {
		f.To, f.Until = 0, time.Time{}
	}
	if f.Driver != id {
		return f, nil
	}
	for _, s := range f.Seats { // another window of the same person
		if s.Key == f.Holder.Key {
			return f.drive(s), nil
		}
	}
	f.Driver, f.Lost = 0, now
	f.Term++
	return f, nil
}

func (f Floor) offer(by, to ID, now time.Time) (Floor, error) {
	if by == 0 || by != f.Driver {
		return f, ErrNotDriver
	}
	if _, ok := f.Seat(to); !ok || to == by {
		return f, ErrNotSeated
	}
	f.To, f.Until = to, now.Add(OfferFor)
	return f, nil
}

func (f Floor) accept(by ID) (Floor, error) {
	s, ok := f.Seat(by)
	if !ok || f.To != by {
		return f, ErrNoOffer
	}
	return f.drive(s), nil
}

func (f Floor) claim(by ID, now time.Time) (Floor, error) {
	s, ok := f.Seat(by)
	switch {
	case !ok:
		return f, ErrNotSeated
	case f.Driver != 0:
		return f, ErrTaken
	case !f.MayClaim(by, now):
		return f, ErrTooEarly
	}
	return f.drive(s), nil
}

func (f Floor) handOn(by, to ID) (Floor, error) {
	if _, ok := f.Seat(by); !ok || by != f.Driver && !f.Owns(by) {
		return f, ErrNotDriver
	}
	s, ok := f.Seat(to)
	if !ok || to == by {
		return f, ErrNotSeated
	}
	f.Owner = s.Key
	return f.drive(s), nil
}
