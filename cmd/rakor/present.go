package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"rakor/ui"
	"rakor/ui/block"
	"rakor/ui/meeting"
	"rakor/ui/state"
)

func (a *app) presentCommand() *cobra.Command {
	w := a.words.Lang.CLIServe()
	p := presenting{atOnce: true}
	c := &cobra.Command{
		Use: "present", Short: w.PresentShort, Long: w.PresentLong, Args: a.noArgs,
		Example: "  rakor present\n  rakor present --listen 0.0.0.0:2222\n  rakor present --listen 0.0.0.0:2222 --presenters kunci-penyaji",
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.sessionOf(cmd.Context(), &p) },
	}
	a.meetingFlags(c, &p.flags)
	return c
}

// localKey is the key of the seat on the machine that holds the meeting; no key
// of SSH has such a fingerprint.
const localKey = "local"

// presenting is the meeting that the program holds, if it does.
type presenting struct {
	flags  serveFlags
	atOnce bool

	now    *held
	served chan error // gives what the server ended with
	stop   context.CancelFunc
	log    io.Closer
}

// mayPresent lets the session present, or does so at once. Nothing of a meeting
// is made before it is asked for.
func (a *app) mayPresent(ctx context.Context, m *ui.App, s *ui.Session, p *presenting) error {
	s.Stand(ui.Standing{Hosts: true})
	m.Present = func(snap *state.Snapshot, st state.State, env block.Env) (func(*ui.Session) ui.Seat, error) {
		seat, err := a.beginMeeting(ctx, p, beginning{snap: snap, st: st, lang: env.Words.Lang})
		if err != nil {
			return nil, ui.SentenceError(a.sentence(err))
		}
		return seat, nil
	}
	if !p.atOnce {
		return nil
	}
	seat, err := a.beginMeeting(ctx, p, beginning{snap: s.Snapshot(), st: s.State(), lang: s.Env().Words.Lang})
	if err != nil {
		return err
	}
	m.Sit(seat(s))
	return nil
}

// beginMeeting opens the door of a meeting and gives the seat of its presenter.
func (a *app) beginMeeting(ctx context.Context, p *presenting, from beginning) (func(*ui.Session) ui.Seat, error) {
	if err := p.close(); err != nil { // the one before has ended
		return nil, err
	}
	var err error
	if from.log, err = a.doorLog(p); err != nil {
		return nil, err
	}
	m, err := a.hold(ctx, p.flags, from)
	if err != nil {
		return nil, errors.Join(err, p.closeLog())
	}
	id, err := m.room.Enter(meeting.Person{Name: from.lang.Room().Presenter}, localKey)
	if err != nil {
		return nil, errors.Join(err, m.listener.Close())
	}
	ctx, stop := context.WithCancel(ctx)
	p.now, p.stop, p.served = m, stop, make(chan error, 1)
	go func() {
		err := m.srv.Serve(ctx, m.listener)
		m.forget()
		p.served <- errors.Join(err, a.keepAttendance(m.room))
	}()
	return func(s *ui.Session) ui.Seat {
		d := meeting.NewDesk(m.room, m.srv, id, localKey, s, a.now, true)
		d.ShowJoin()
		return d
	}, nil
}

// maxMeetingLog is how long the log of meetings grows before it begins anew.
const maxMeetingLog = 1 << 20

// doorLog gives where the log of a meeting goes: to standard error where
// that is not the screen itself, else to a file.
func (a *app) doorLog(p *presenting) (io.Writer, error) {
	f, ok := a.err.(interface{ Fd() uintptr })
	if !ok || !term.IsTerminal(f.Fd()) || a.dirs.State == "" {
		return a.err, nil
	}
	if err := os.MkdirAll(a.dirs.State, 0o700); err != nil {
		return nil, err
	}
	name := filepath.Join(a.dirs.State, "meeting.log")
	how := os.O_CREATE | os.O_WRONLY | os.O_APPEND
	if info, err := os.Stat(name); err == nil && info.Size() > maxMeetingLog {
		how |= os.O_TRUNC
	}
	file, err := os.OpenFile(name, how, 0o600)
	if err != nil {
		return nil, err
	}
	p.log = file
	return file, nil
}

// end ends what is left when the screen has: the meeting, or the wait for the
// end of one that was left to somebody else. err is what the screen ended with.
func (p *presenting) end(ctx context.Context, a *app, err error) error {
	if p.now == nil {
		return err
	}
	post, _ := p.now.room.Latest()
	if err == nil && ctx.Err() == nil && !post.Closed && !post.Away {
		a.say(a.words.Room.GoesOn(post.Driver))
		select {
		case served := <-p.served:
			p.served <- served
		case <-ctx.Done():
		}
	}
	return errors.Join(err, p.close())
}

// close ends the meeting, if one is held, and waits for it.
func (p *presenting) close() error {
	if p.now == nil {
		return nil
	}
	p.stop()
	err := <-p.served
	p.now = nil
	return errors.Join(err, p.closeLog())
}

func (p *presenting) closeLog() error {
	if p.log == nil {
		return nil
	}
	err := p.log.Close()
	p.log = nil
	return err
}
