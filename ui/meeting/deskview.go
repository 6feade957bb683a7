package meeting

import (
	"rakor/ui"
	"rakor/ui/keys"
	"rakor/ui/theme"
)

// standing tells the session what its person is in the meeting.
func (d *Desk) standing(stage *Stage) ui.Standing {
	st := ui.Standing{Hosts: d.host, Seated: true, Drives: d.driving, Looks: d.Looking()}
	st.Asking = d.post.Question != ""
	st.Asked = st.Asking && !d.driving
	f := stage.Floor
	st.MayTake = !d.driving && (f.Owns(d.id) || f.MayClaim(d.id, d.now()))
	if !d.driving {
		return st
	}
	w := &d.session.Env().Words.Room
	st.Style = theme.Accent
	st.Mark = w.Driving(d.room.Crowd())
	switch d.post.Mode {
	case Frozen:
		st.Mark, st.Style = "= "+w.Held, theme.Warn
	case Blank:
		st.Mark, st.Style = "= "+w.Blanked, theme.Warn
	}
	return st
}

// Stale tells whether the frame has changed since it was last asked for.
func (d *Desk) Stale() bool {
	return d.dirty || d.over == people || d.driving && d.post.Question != "" || d.over == joining || d.session.Stale()
}

// Frame draws the desk.
func (d *Desk) Frame() string {
	d.dirty = false
	env := d.session.Env()
	switch d.over {
	case people:
		l := List{People: d.room.People(), At: d.at, Seq: d.post.Seq, PIN: d.house.Join().PIN, Answer: d.answer, Drives: d.driving}
		return PeopleFrame(env, l, d.now())
	case joining:
		viewers, _ := d.room.Crowd()
		return JoinFrame(env, d.house.Join(), viewers)
	}
	bar, ok := d.bar()
	var frame string
	if d.follows() && d.post.Mode == Blank {
		frame = BlankFrame(env, env.Words.Room.Blank)
	} else {
		frame = d.session.Frame().Text
	}
	if !ok {
		return frame
	}
	return Compose(env, frame, bar)
}

// Lines gives what the desk shows as lines, for a terminal that can do no more.
func (d *Desk) Lines() []string {
	if d.follows() && d.post.Mode == Blank {
		return []string{d.session.Env().Words.Room.Blank}
	}
	return d.session.Lines()
}

// bar gives the bottom line in the place of the session's line of keys; false
// where that stays: while its person drives undisturbed, or types.
func (d *Desk) bar() (Bar, bool) {
	words := d.session.Env().Words
	w := &words.Room
	hints := func(cs ...keys.Command) string { return hintsOf(d.session.Keys(), words.Lang, cs...) }
	stage, _ := d.room.Stage()
	f := stage.Floor
	switch to, waits := f.Seat(f.To); {
	case d.over == asking:
		return d.question(), true
	case d.over == voting:
		c, ok := d.room.Voted(d.id)
		return BallotBar(words, d.post, c, ok), true
	case f.To == d.id && f.To != 0:
		return Bar{Mark: "! " + w.Offered, Style: theme.Warn, Keys: hints(keys.Accept, keys.Decline)}, true
	case f.MayClaim(d.id, d.now()):
		return Bar{Mark: "! " + w.MayClaim, Style: theme.Warn, Keys: hints(keys.Take)}, true
	case d.driving && stage.Alarm > 0:
		return Bar{Mark: "! " + w.Alarm(stage.Alarm), Style: theme.Warn, Keys: hints(keys.People, keys.Close)}, true
	case d.driving && waits:
		return Bar{Mark: w.Waiting(to.Name), Style: theme.Accent}, true
	case d.driving && d.post.Question != "" && !d.session.Typing():
		return Bar{Mark: "? " + d.post.Question + " · " + words.Hands.Open(d.room.Answers()), Style: theme.Warn, Keys: hints(keys.Hands)}, true
	case d.driving || d.session.Typing():
		return Bar{}, false
	case d.looking:
		return LookBar(words, d.post), true
	}
	b := FollowerBar(words, d.post)
	if d.post.Question != "" || d.post.Hands != nil {
		return b, true
	}
	if !d.post.Away && d.post.Mode == Live {
		b.Mark = w.Operating + " (" + d.post.Driver + ")"
	}
	cs := []keys.Command{keys.People, keys.Join, keys.Quit}
	if f.Owns(d.id) {
		cs = append([]keys.Command{keys.Take}, cs...)
	}
	b.Keys = hints(cs...)
	return b, true
}

// question asks whether to leave.
func (d *Desk) question() Bar {
	words := d.session.Env().Words
	w := &words.Room
	hints := func(cs ...keys.Command) string { return hintsOf(d.session.Keys(), words.Lang, cs...) }
	viewers, _ := d.room.Crowd()
	b := Bar{Mark: w.AskClose(viewers), Style: theme.Warn, Keys: hints(keys.CloseRoom)}
	to := d.successor()
	if !d.driving {
		b.Mark = w.AskLeave(to.Name)
	}
	if to.ID != 0 && !d.stopping {
		if d.driving {
			b.Keys += keyGap + keyOf(d.session.Keys(), words.Lang, keys.LeaveRoom) + " " + w.LeaveTo(to.Name)
		} else {
			b.Keys += keyGap + hints(keys.LeaveRoom)
		}
	}
	b.Keys += keyGap + keyOf(d.session.Keys(), words.Lang, keys.Close) + " " + w.Cancel
	return b
}
