// Package sshd lets people join a meeting over SSH, with nothing but the ssh
// that is already on their laptops.
//
//	room := meeting.NewRoom(time.Now, snapshot, state.New("6271"))
//	key, err := sshd.HostKey(path)
//	srv, err := sshd.New(sshd.Config{Room: room, HostKey: key, Audience: sshd.PIN, Presenters: keys, Log: log})
//	err = srv.Serve(ctx, listener) // until ctx is done; then the meeting ends
//
// Nobody gets more than the meeting. Every channel passes a gate before the
// SSH library sees it: one session a connection, a terminal and a shell, and
// nothing else; no command, subsystem, agent, forwarding or environment beyond
// language and colour reaches it. Nothing that a connection asks for starts a
// process or opens a file.
//
// People join as audience, by [Audience]; the user name [PresenterUser] is for
// those who may drive, and only a key opens that door. Everybody, who drives
// included, is a ui.Session fed by the one pump of their connection: no program
// with a life of its own runs for a connection, so that nothing is left behind
// when it ends. Followers are drawn by ui/meeting, once for all who see the
// same.
//
// Who comes back within ten minutes is where they were, in their language: by
// the same key; by the same name and the PIN of that time; in an open meeting,
// where a name proves nothing, by the same name from the same address. Another
// line of theirs is asked whether anybody is there, and ends where nobody is, so
// that a laptop that lost its network need not wait for it to be missed.
//
// A frame is in flight until the terminal has answered for it, or a tenth of a
// second has passed where terminals do not answer; whatever is newer waits, and
// only the newest does. So nobody has a queue, and who reads slowly is late
// alone.
package sshd
