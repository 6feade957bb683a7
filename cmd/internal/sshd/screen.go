package sshd

import (
	"rakor/ui"
	"rakor/ui/block"
	"rakor/ui/meeting"
	"rakor/ui/state"
)

// follower draws posts for everybody who follows with one key.
type follower struct {
	env   block.Env
	words *meeting.Words
}

// screen makes the screen of a group.
func (s *Server) screen(k meeting.Key) meeting.Screen {
	return &follower{env: s.envs.For(k), words: meeting.Say(k.Lang)}
}

// Draw draws a post as a follower sees it.
func (f *follower) Draw(p *meeting.Post) string { return f.with(p, meeting.FollowerBar(f.words, p)) }

// with draws a post with a bar of one's own.
func (f *follower) with(p *meeting.Post, b meeting.Bar) string {
	if p.Mode == meeting.Blank {
		return meeting.Compose(f.env, meeting.BlankFrame(f.env, f.words.Blank), b)
	}
	return meeting.Compose(f.env, ui.New(p.Snap, p.State, f.env).Frame().Text, b)
}

// viewersOnly gives the data as the audience has them: to look at.
func viewersOnly(snap *state.Snapshot) *state.Snapshot {
	if snap.ReadOnly {
		return snap
	}
	c := *snap
	c.ReadOnly = true
	return &c
}

// typing tells whether a session is having text typed into it, so that letters
// are letters. A session that cannot tell is not.
func typing(s any) bool {
	t, ok := s.(interface{ Typing() bool })
	return ok && t.Typing()
}
