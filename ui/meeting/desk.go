package meeting

import (
	"reflect"
	"time"

	tea "charm.land/bubbletea/v2"

	"rakor/ui"
	"rakor/ui/keys"
	"rakor/ui/state"
)

// House is what a desk asks of whoever holds the meeting.
type House interface {
	// Join tells how the meeting is joined now.
	Join() Join
	// NewPIN makes a new PIN and gives it, "" where none is asked for. Who is
	// in stays in.
	NewPIN() (string, error)
}

// Desk is a seat at the operators' table with the screen before it: what its
// keys do and what it shows, be it on the machine that holds the meeting or at
// the end of a line. One session is all it has: driving it is what the room
// sees, following it shows what the room sees, and in between its person looks
// around alone. A desk belongs to one goroutine.
type Desk struct {
	room    *Room
	house   House
	session *ui.Session
	id      ID
	key     string
	now     func() time.Time
	host    bool // on the machine that holds the meeting

	post     *Post
	stage    *Stage
	driving  bool
	looking  bool
	over     overlay
	stopping bool // what is asked ends presenting, and not the session
	at       ID   // in the list of people
	answer   string
	width    int // of the window, as the room knows it
	height   int
	left     bool // has left the meeting
	dirty    bool
}

// overlay is what lies over the session of a desk.
type overlay uint8

const (
	nothing overlay = iota
	joining         // how to join
	people          // who is there
	asking          // whether to leave
	voting          // on what is asked
)

// NewDesk makes the desk of an operator who has entered a room. host tells that
// the desk stands on the machine that holds the meeting.
func NewDesk(room *Room, house House, id ID, key string, session *ui.Session, now func() time.Time, host bool) *Desk {
	d := &Desk{room: room, house: house, session: session, id: id, key: key, now: now, host: host, dirty: true}
	if !host {
		session.As(state.Viewer)
	}
	d.Sync()
	return d
}

// Session gives the session.
func (d *Desk) Session() *ui.Session { return d.session }

// ID gives the connection that sits here.
func (d *Desk) ID() ID { return d.id }

// Driving tells whether the desk drives.
func (d *Desk) Driving() bool { return d.driving }

// Looking tells whether its person looks around alone.
func (d *Desk) Looking() bool { return d.looking && !d.driving }

// Over tells that the desk has left the meeting, or that the meeting has ended.
func (d *Desk) Over() bool { return d.left || d.post.Closed }

// Look lets the person look around alone, from a state on.
func (d *Desk) Look(st state.State) {
	if !d.driving {
		d.looking = true
		d.session.Show(d.post.Snap, st)
		d.Sync()
	}
}

// ShowJoin shows how to join.
func (d *Desk) ShowJoin() { d.over, d.dirty = joining, true }

// Changed gives channels that are closed when there is something to [Desk.Sync].
// A desk also wants to be synchronised once a second, for the people who come
// and go.
func (d *Desk) Changed() (post, stage <-chan struct{}) {
	_, post = d.room.Latest()
	_, stage = d.room.Stage()
	return post, stage
}

// Wait waits until there is something to [Desk.Sync], or for a second. It may be
// called from another goroutine.
func (d *Desk) Wait() func() {
	post, stage := d.Changed()
	return func() {
		t := time.NewTimer(time.Second)
		defer t.Stop()
		select {
		case <-post:
		case <-stage:
		case <-t.C:
		}
	}
}

// Sync brings the desk to where the room is: whether it drives, and what it
// sees where it does not.
func (d *Desk) Sync() {
	post, _ := d.room.Latest()
	stage, _ := d.room.Stage()
	drives := stage.Floor.Driver == d.id
	was := d.post
	d.post = post
	switch {
	case drives && !d.driving:
		d.driving, d.looking = true, false
		d.session.As(d.role())
		snap, st := d.room.Live()
		d.session.Show(snap, st)
		d.tell()
	case !drives && d.driving:
		d.driving = false
		if d.over == asking {
			d.over = nothing
		}
		d.session.As(state.Viewer)
		d.session.Show(post.Snap, post.State)
	case d.driving:
	case !d.looking && post != was:
		d.session.Show(post.Snap, post.State)
	case d.looking && was != nil && post.Snap != was.Snap: // edits are seen by all
		d.session.Show(post.Snap, d.session.State())
	}
	d.session.Stand(d.standing(stage))
	if w, h := d.session.Env().Width, d.session.Env().Height; w != d.width || h != d.height {
		d.width, d.height = w, h
		d.room.Update(d.id, func(p *Person) { p.Width, p.Height, p.Small = w, h, w < ui.MinWidth || h < ui.MinHeight })
	}
	d.dirty = d.dirty || post != was || stage != d.stage
	d.stage = stage
}

// role is what the desk may do while it drives.
func (d *Desk) role() state.Role {
	if d.host {
		return state.Owner
	}
	return state.Driver
}

// tell tells the room how its person looks.
func (d *Desk) tell() {
	d.room.Update(d.id, func(p *Person) { p.Looking = d.looking })
}

// Key takes one key press and gives what is to be done outside.
func (d *Desk) Key(k tea.KeyPressMsg) []state.Effect {
	d.dirty = true
	name := k.String()
	stage, _ := d.room.Stage()
	switch {
	case d.over == asking:
		return d.answered(name)
	case d.over == people:
		d.peopleKey(name)
		return nil
	case d.over == voting:
		d.voteKey(name)
		return nil
	case d.session.Means(name) == keys.Hands && !d.driving && d.post.Question != "":
		d.over = voting
		return nil
	case d.over == joining:
		d.over = nothing
		if c := d.session.Means(name); c == keys.Join || c == keys.Close || c == keys.Open || c == keys.Quit {
			return nil
		}
	case stage.Floor.To == d.id && !d.session.Typing():
		switch d.session.Keys().Find(keys.Question, name) {
		case keys.Accept:
			d.happen(Accept{By: d.id})
			return nil
		case keys.Decline:
			d.happen(Decline{By: d.id})
			return nil
		}
	case d.driving && stage.Alarm > 0 && name == "esc":
		d.room.Alarm(0)
		d.Sync()
		return nil
	}
	if d.follows() && !d.mayMove(d.session.Means(name)) {
		return nil
	}
	return d.After(d.session.Key(k))
}

// follows tells whether the desk shows what the room sees.
func (d *Desk) follows() bool { return !d.driving && !d.looking }

// mayMove tells whether a key of who follows does anything; whatever moves
// takes them off to look around alone.
func (d *Desk) mayMove(c keys.Command) bool {
	switch c {
	case keys.None, keys.Close:
		return d.session.Typing()
	case keys.Hands, keys.Quit, keys.Language, keys.Large, keys.Mouse, keys.Suspend,
		keys.Present, keys.Join, keys.People, keys.Follow, keys.Take, keys.Pointer, keys.Pause,
		keys.AddEntry, keys.EditEntry, keys.RemoveEntry, keys.MarkEntry:
		return true
	}
	if d.post.Mode != Live { // what is held back is not to be walked around in
		return false
	}
	d.looking = true
	d.tell()
	st := d.session.State()
	st.Pointer = false // it points at what the presenter sees
	d.session.Show(d.session.Snapshot(), st)
	d.Sync()
	return true
}

// Paste takes pasted text.
func (d *Desk) Paste(text string) []state.Effect {
	return d.pointed(d.session.Typing(), func() []state.Effect { return d.session.Paste(text) })
}

// Click takes a press of the mouse.
func (d *Desk) Click(x, y int) []state.Effect {
	return d.pointed(d.over == nothing, func() []state.Effect { return d.session.Click(x, y) })
}

// Wheel takes a turn of the mouse wheel.
func (d *Desk) Wheel(by int) []state.Effect {
	if d.over == people {
		d.move(by)
		return nil
	}
	return d.pointed(d.over == nothing, func() []state.Effect { return d.session.Wheel(by) })
}

func (d *Desk) pointed(ok bool, do func() []state.Effect) []state.Effect {
	d.dirty = true
	if !ok || d.follows() && !d.mayMove(keys.Down) {
		return nil
	}
	return d.After(do())
}

// Do applies an intent, the answer of an effect.
func (d *Desk) Do(in state.Intent) []state.Effect { return d.After(d.session.Do(in)) }

// After sees to the effects that are the meeting's, shows the room where its
// driver is now, and gives the effects that are left.
func (d *Desk) After(es []state.Effect) []state.Effect {
	d.dirty = true
	var rest []state.Effect
	for _, e := range es {
		switch e := e.(type) {
		case state.AskHands:
			_ = d.room.Ask(d.id, e.Question) // refused is who does not drive any more
			d.Sync()
		case state.CloseHands:
			if h, err := d.room.CloseHands(d.id); err == nil {
				rest = append(rest, d.session.HandsClosed(h.Question, h.Counts[Agree], h.Counts[Disagree], h.Counts[Abstain], h.Asked)...)
			}
			d.Sync()
		case state.InRoom:
			rest = append(rest, d.wish(e.Wish)...)
		case state.Quit:
			rest = append(rest, d.quit()...)
		case state.Suspend:
			if d.host { // everybody's screen would stand still
				d.session.Tell(ui.SentenceError(d.session.Env().Words.Room.NoPause))
			}
		default:
			// The machine's own wishes are always heard: a draft must not be
			// lost because somebody else has taken the floor.
			if d.host || d.driving && state.Driver.Has(e) {
				rest = append(rest, e)
			}
		}
	}
	d.Publish()
	return rest
}

// Publish shows the room where the driver is, if that has changed.
func (d *Desk) Publish() {
	if !d.driving || d.Over() {
		return
	}
	snap, st := d.room.Live()
	if snap == d.session.Snapshot() && reflect.DeepEqual(st, d.session.State()) {
		return
	}
	// Refused is who does not drive any more: Sync sees that.
	_ = d.room.Publish(d.id, d.session.Snapshot(), d.session.State())
	d.Sync()
}

// wish sees to what is asked of the meeting.
func (d *Desk) wish(w state.Wish) []state.Effect {
	stage, _ := d.room.Stage()
	switch w {
	case state.Present:
		return d.stop()
	case state.ShowJoin:
		d.over = joining
	case state.ShowPeople:
		d.over, d.answer = people, ""
	case state.Pause:
		_ = d.room.Pause(d.id) // refused is who does not drive any more
	case state.Follow:
		d.looking = false
		d.tell()
		d.session.Show(d.post.Snap, d.post.State)
	case state.Take:
		if stage.Floor.Away() {
			d.happen(Claim{By: d.id})
		} else {
			d.happen(TakeBack{By: d.id})
		}
	}
	d.Sync()
	return nil
}

// happen lets something happen at the table. What is refused has changed in the
// meantime, and the screen will show how.
func (d *Desk) happen(e Event) {
	_ = d.room.Happen(e)
	d.Sync()
}

// peopleKey takes a key on the list of people.
func (d *Desk) peopleKey(name string) {
	d.answer = ""
	c := d.session.Keys().Find(keys.PeopleList, name)
	switch c {
	case keys.Up:
		d.move(-1)
	case keys.Down:
		d.move(1)
	case keys.PageUp:
		d.move(-10)
	case keys.PageDown:
		d.move(10)
	case keys.First:
		d.move(-1 << 20)
	case keys.Last:
		d.move(1 << 20)
	case keys.Close, keys.Quit, keys.People:
		d.over = nothing
	case keys.OfferFloor, keys.NewPIN:
		d.askedOf(c)
	}
}

// askedOf offers the floor to who is selected, or makes a new PIN.
func (d *Desk) askedOf(c keys.Command) {
	w := &d.session.Env().Words.Room
	switch {
	case !d.driving:
	case c == keys.NewPIN:
		pin, err := d.house.NewPIN()
		if err != nil {
			d.answer = err.Error()
		} else if pin != "" {
			d.answer = w.NewPIN(spaced(pin))
		}
	default:
		ps := d.room.People()
		at := List{People: ps, At: d.at}.index()
		if at >= len(ps) || d.room.Happen(Offer{By: d.id, To: ps[at].ID}) != nil {
			d.answer = w.NotAsked
			return
		}
		d.over = nothing
		d.Sync()
	}
}

// move selects another row of the list of people.
func (d *Desk) move(by int) {
	d.dirty = true
	ps := d.room.People()
	if len(ps) > 0 {
		d.at = ps[max(0, min(List{People: ps, At: d.at}.index()+by, len(ps)-1))].ID
	}
}
