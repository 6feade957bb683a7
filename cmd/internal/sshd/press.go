package sshd

import (
	"reflect"

	tea "charm.land/bubbletea/v2"

	"rakor/ui"
	"rakor/ui/keys"
	"rakor/ui/meeting"
	"rakor/ui/state"
)

// press takes one key press.
func (p *person) press(k tea.KeyPressMsg) {
	name := k.String()
	p.dirty = true
	switch {
	case p.asking:
		p.answer(name)
	case p.people:
		p.peopleKey(name)
	case p.key != "" && p.operatorKey(name):
	case p.session == nil:
		p.followerKey(k, name)
	case !p.driving && name == "f" && !typing(p.session):
		p.follow()
	default:
		p.session.Clock(ui.ClockAt(p.s.cfg.Now()))
		p.effects(p.session.Key(k))
	}
}

// followerKey takes a key of somebody who follows: whatever means something on
// the tab takes them off to look around.
func (p *person) followerKey(k tea.KeyPressMsg, name string) {
	switch c := keys.Default().Find(scope(p.lastPost.State), name); c {
	case keys.None, keys.Close, keys.Suspend, keys.Mouse:
		if name == "z" {
			p.look.Large = !p.look.Large
			p.setLang(p.look.Lang)
		}
	case keys.Quit:
		p.leaving = true
	case keys.Language:
		p.setLang(p.otherLang())
	default:
		if p.lastPost.Mode != meeting.Live { // what is held back is not to be walked around in
			return
		}
		p.lookAround(p.lastPost.State)
		p.session.Clock(ui.ClockAt(p.s.cfg.Now()))
		p.effects(p.session.Key(k))
	}
}

// operatorKey takes the keys of those who may drive; false where it is none.
func (p *person) operatorKey(name string) bool {
	if p.session != nil && typing(p.session) {
		return false
	}
	room := p.s.cfg.Room
	stage, _ := room.Stage()
	switch {
	case name == "P":
		p.people, p.top = true, 0
	case p.driving && name == ".":
		_ = room.Point(p.id)
	case p.driving && name == "b":
		if room.Pause(p.id) == nil && p.mode() == meeting.Live {
			p.publish()
		}
	case p.driving && name == "o":
		p.offer(stage.Floor)
	case p.driving && stage.Alarm > 0 && name == "esc":
		room.Alarm(0)
	case stage.Floor.To == p.id && name == "y":
		p.happen(meeting.Accept{By: p.id})
	case stage.Floor.To == p.id && name == "n":
		p.happen(meeting.Decline{By: p.id})
	case name == "a" && stage.Floor.MayClaim(p.id, p.s.cfg.Now()):
		p.happen(meeting.Claim{By: p.id})
	case !p.driving && name == "T" && stage.Floor.Owns(p.id):
		p.happen(meeting.TakeBack{By: p.id})
	default:
		return false
	}
	return true
}

func (p *person) mode() meeting.Mode {
	post, _ := p.s.cfg.Room.Latest()
	return post.Mode
}

// happen lets something happen at the table; what is refused has changed in
// the meantime, and the screen will show how.
func (p *person) happen(e meeting.Event) {
	if err := p.s.cfg.Room.Happen(e); err != nil {
		p.s.log.Info("floor", "id", p.id, "refused", err.Error())
		return
	}
	p.s.log.Info("floor", "id", p.id, "name", p.name, "event", reflect.TypeOf(e).Name())
}

// offer offers the floor to the next operator; again, to the one after.
func (p *person) offer(f meeting.Floor) {
	start := 0
	for i, s := range f.Seats {
		if s.ID == f.To {
			start = i + 1
		}
	}
	for i := range f.Seats {
		if s := f.Seats[(start+i)%len(f.Seats)]; s.ID != p.id {
			p.happen(meeting.Offer{By: p.id, To: s.ID})
			return
		}
	}
}

// successor is who the meeting could be left to; the zero Seat for nobody.
func (p *person) successor() meeting.Seat {
	stage, _ := p.s.cfg.Room.Stage()
	for _, s := range stage.Floor.Seats {
		if s.ID != p.id && s.Key != p.key {
			return s
		}
	}
	return meeting.Seat{}
}

// answer takes the answer of a driver who was asked whether to leave.
func (p *person) answer(name string) {
	switch name {
	case "c":
		_ = p.s.cfg.Room.Close(p.id)
	case "l":
		if to := p.successor(); to.ID != 0 {
			p.happen(meeting.HandOn{By: p.id, To: to.ID})
			p.leaving = true
		}
	case "esc", "q", "n":
		p.asking = false
	}
}

// peopleKey takes a key on the list of people.
func (p *person) peopleKey(name string) {
	stage, _ := p.s.cfg.Room.Stage()
	page := max(p.look.Height-4, 1)
	switch name {
	case "o":
		if p.driving {
			p.offer(stage.Floor)
		}
		return
	case "N":
		if p.driving {
			if _, err := p.s.NewPIN(); err != nil {
				p.s.log.Error("pin", "err", err.Error())
			}
		}
		return
	case "P":
		p.people = false
		return
	}
	switch keys.Default().Find(keys.Global, name) {
	case keys.Up:
		p.top--
	case keys.Down:
		p.top++
	case keys.PageUp:
		p.top -= page
	case keys.PageDown:
		p.top += page
	case keys.First:
		p.top = 0
	case keys.Last:
		p.top = 1 << 20
	case keys.Close, keys.Quit:
		p.people = false
	}
}

// effects sees to what the session wants done. A viewer's wishes end here: what
// they may do touches nothing but their own screen.
func (p *person) effects(es []state.Effect) {
	p.dirty = true
	if p.session != nil && p.session.Env().Words.Lang != p.look.Lang {
		p.setLang(p.session.Env().Words.Lang)
	}
	for _, e := range es {
		switch e.(type) {
		case state.Quit:
			if !p.driving {
				p.leaving = true
				return
			}
			p.asking = true
		case state.Suspend:
		default:
			p.perform(e)
		}
	}
	p.publish()
}

func (p *person) perform(e state.Effect) {
	if !p.driving || p.s.cfg.Perform == nil {
		return
	}
	in, err := p.s.cfg.Perform(e)
	if err != nil {
		p.session.Failed(err.Error())
		return
	}
	if in != nil {
		p.effects(p.session.Do(in))
	}
}

// publish shows the room where the driver is, if that has changed.
func (p *person) publish() {
	if !p.driving || p.session == nil {
		return
	}
	snap, st := p.s.cfg.Room.Live()
	if reflect.DeepEqual(st, p.session.State()) {
		return
	}
	if err := p.s.cfg.Room.Publish(p.id, snap, p.session.State()); err != nil {
		p.takeWheel() // somebody else drives by now
	}
}
