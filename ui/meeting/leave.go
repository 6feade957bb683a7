package meeting

import (
	"rakor/ui/keys"
	"rakor/ui/state"
)

// others tells whether there is anybody to ask about before leaving.
func (d *Desk) others() bool { return d.room.Len() > 1 }

// stop ends presenting, after a question where anybody is there.
func (d *Desk) stop() []state.Effect {
	if !d.host {
		return nil
	}
	d.stopping = true
	if d.others() {
		d.over = asking
		return nil
	}
	return d.close()
}

// quit leaves, after a question where others are concerned.
func (d *Desk) quit() []state.Effect {
	d.stopping = false
	if d.host || d.driving {
		if d.others() {
			d.over = asking
			return nil
		}
		return d.close()
	}
	d.left = true
	return []state.Effect{state.Quit{}}
}

// close ends the meeting.
func (d *Desk) close() []state.Effect {
	by := d.id
	if d.host {
		by = 0 // the house itself
	}
	d.over = nothing
	if d.room.Close(by) != nil { // somebody else drives by now
		d.Sync()
		return nil
	}
	d.left = true
	d.Sync()
	if d.stopping {
		return nil
	}
	return []state.Effect{state.Quit{}}
}

// successor is who the meeting could be left to; the zero Seat for nobody.
func (d *Desk) successor() Seat {
	stage, _ := d.room.Stage()
	f := stage.Floor
	if s, ok := f.Seat(f.Driver); ok && s.Key != d.key {
		return s
	}
	for _, s := range f.Seats {
		if s.ID != d.id && s.Key != d.key {
			return s
		}
	}
	return Seat{}
}

// answered takes the answer to whether to leave.
func (d *Desk) answered(name string) []state.Effect {
	switch d.session.Keys().Find(keys.Question, name) {
	case keys.CloseRoom:
		return d.close()
	case keys.LeaveRoom:
		to := d.successor()
		if to.ID == 0 || d.stopping {
			return nil
		}
		d.over = nothing
		if d.driving {
			d.happen(HandOn{By: d.id, To: to.ID})
		}
		if d.driving { // refused
			return nil
		}
		d.left = true
		return []state.Effect{state.Quit{}}
	case keys.Close, keys.Decline:
		d.over = nothing
	case keys.Quit:
		if name != "q" { // Ctrl+C again: out
			d.stopping = false
			return d.close()
		}
		d.over = nothing
	}
	return nil
}
