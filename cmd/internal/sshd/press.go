package sshd

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"rakor/ui"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/meeting"
	"rakor/ui/state"
)

// press takes one key press.
func (p *person) press(k tea.KeyPressMsg) {
	p.dirty = true
	switch {
	case p.desk != nil:
		p.effects(p.desk.Key(k))
	case p.voting:
		p.voteKey(k.String())
	case keys.Default().Find(keys.Global, k.String()) == keys.Hands && p.lastPost.Question != "" && (p.session == nil || !p.session.Typing()):
		p.holdBallot()
	case p.session == nil:
		p.followerKey(k)
	default:
		p.effects(p.session.Key(k))
	}
}

// followerKey takes a key of somebody who follows as audience: whatever means
// something on the tab takes them off to look around.
func (p *person) followerKey(k tea.KeyPressMsg) {
	switch keys.Default().Find(scope(p.lastPost.State), k.String()) {
	case keys.None, keys.Close, keys.Suspend, keys.Mouse, keys.Follow,
		keys.Present, keys.Join, keys.People, keys.Pointer, keys.Pause, keys.Take, keys.Decide, keys.Hands,
		keys.AddEntry, keys.EditEntry, keys.RemoveEntry, keys.MarkEntry:
	case keys.Quit:
		p.leaving = true
	case keys.Copy: // what is followed, without leaving it
		if p.lastPost.Mode == meeting.Live {
			s := ui.New(viewersOnly(p.lastPost.Snap), p.lastPost.State, p.s.envs.For(p.look), ui.WithRole(state.Viewer), ui.WithoutLog())
			p.effects(s.Key(k))
		}
	case keys.Language:
		p.prefer(otherLang(p.look.Lang), p.look.Large)
	case keys.Large:
		p.prefer(p.look.Lang, !p.look.Large)
	default:
		if p.lastPost.Mode != meeting.Live { // what is held back is not to be walked around in
			return
		}
		p.lookAround(p.lastPost.State)
		p.effects(p.session.Key(k))
	}
}

func otherLang(l lang.Lang) lang.Lang {
	if l == lang.English {
		return lang.Indonesian
	}
	return lang.English
}

// effects sees to what the session wants done.
func (p *person) effects(es []state.Effect) {
	p.dirty = true
	if s := p.alone(); s != nil {
		if e := s.Env(); e.Words.Lang != p.look.Lang || e.Large != p.look.Large {
			p.prefer(e.Words.Lang, e.Large)
		}
	}
	for _, e := range es {
		switch e := e.(type) {
		case state.Quit:
			p.leaving = true
			return
		case state.Suspend:
		case state.CopyText: // on the person's own terminal, whoever they are
			p.write([]byte(ansi.SetSystemClipboard(e.Text)))
		case state.InRoom:
			if p.desk == nil && e.Wish == state.Follow {
				p.follow()
			}
		default:
			p.perform(e)
		}
	}
}

// perform carries out an effect of who drives. The audience's wishes end
// before this: what they may do touches nothing but their own screen.
func (p *person) perform(e state.Effect) {
	if p.desk == nil || !p.desk.Driving() || p.s.cfg.Perform == nil {
		return
	}
	in, err := p.s.cfg.Perform(state.Signed(e, p.signature()))
	if err != nil {
		p.desk.Session().Tell(err)
		return
	}
	if in != nil {
		p.effects(p.desk.Do(in))
	}
}

// signature is the name under which the changes of somebody who drives stand in
// a history. The name is chosen by the person, so the key stands beside it.
func (p *person) signature() string {
	return p.name + " (SSH " + p.key[:min(len(p.key), 15)] + ")"
}

// holdBallot gives the person a ballot: a frame of their own, wherever they
// look.
func (p *person) holdBallot() {
	p.voting = true
	if p.group != nil {
		p.s.groups.Leave(p.group)
		p.group = nil
	}
}

// voteKey takes a key on the ballot. Whatever is no choice puts it away; what
// was chosen before stays chosen.
func (p *person) voteKey(name string) {
	if c, ok := meeting.ChoiceOf(name); ok {
		_ = p.s.cfg.Room.Vote(p.id, c) // refused is a question that was closed meanwhile
	}
	p.layDown()
}

// layDown puts the ballot away.
func (p *person) layDown() {
	p.voting, p.dirty = false, true
	if p.session == nil && p.desk == nil {
		p.regroup()
	}
}
