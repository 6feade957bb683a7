package sshd

import (
	"rakor/ui"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/meeting"
	"rakor/ui/state"
)

// follower draws posts for everybody who follows with one key.
type follower struct {
	env     block.Env
	session *ui.Session // nil before the first post
}

// screen makes the screen of a group.
func (s *Server) screen(k meeting.Key) meeting.Screen { return &follower{env: s.envs.For(k)} }

// Draw draws a post as a follower sees it.
func (f *follower) Draw(p *meeting.Post) string {
	bar := meeting.FollowerBar(f.env.Words, p)
	if p.Mode == meeting.Blank {
		return meeting.Compose(f.env, meeting.BlankFrame(f.env, f.env.Words.Room.Blank), bar)
	}
	if f.session == nil {
		f.session = ui.New(p.Snap, p.State, f.env, ui.WithRole(state.Viewer), ui.WithoutLog())
	} else {
		f.session.Show(p.Snap, p.State)
	}
	return meeting.Compose(f.env, f.session.Frame().Text, bar)
}

// say gives the words of the room in a language.
func (s *Server) say(l lang.Lang) *lang.Room { return &s.envs.For(meeting.Key{Lang: l}).Words.Room }

// viewersOnly gives the data as the audience has them: to look at.
func viewersOnly(snap *state.Snapshot) *state.Snapshot {
	if snap.ReadOnly {
		return snap
	}
	c := *snap
	c.ReadOnly = true
	return &c
}
