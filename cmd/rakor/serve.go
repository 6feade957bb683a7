package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"rakor/cmd/internal/sshd"
	"rakor/data"
	"rakor/model"
	"rakor/ui/lang"
	"rakor/ui/meeting"
	"rakor/ui/state"
)

// serveFlags are the flags of serve.
type serveFlags struct {
	listen, audience, presenters, viewers string
	max                                   int
	keepalive                             time.Duration
}

func (a *app) serveCommand() *cobra.Command {
	w := a.words.Lang.CLIServe()
	var f serveFlags
	c := &cobra.Command{
		Use: "serve", Short: w.ServeShort, Long: w.ServeLong, Args: a.noArgs,
		Example: "  rakor serve --presenters kunci-penyaji\n  rakor serve --listen 0.0.0.0:2222 --presenters kunci-penyaji",
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context(), f) },
	}
	a.meetingFlags(c, &f)
	return c
}

// meetingFlags adds the flags that serve and present share.
func (a *app) meetingFlags(c *cobra.Command, f *serveFlags) {
	w := a.words.Lang.CLIServe()
	*f = usualMeeting()
	fl := c.Flags()
	fl.StringVar(&f.listen, "listen", f.listen, w.FlagListen)
	fl.StringVar(&f.audience, "audience", f.audience, w.FlagAudience)
	fl.StringVar(&f.presenters, "presenters", "", w.FlagPresenters)
	fl.StringVar(&f.viewers, "viewers", "", w.FlagViewers)
	fl.IntVar(&f.max, "max", f.max, w.FlagMax)
	fl.DurationVar(&f.keepalive, "keepalive", f.keepalive, w.FlagKeepalive)
}

// usualMeeting is how a meeting is held where nothing else is asked for.
func usualMeeting() serveFlags {
	return serveFlags{listen: "127.0.0.1:2222", audience: "pin", max: 1000, keepalive: 30 * time.Second}
}

// serve holds a meeting until it is interrupted.
func (a *app) serve(ctx context.Context, f serveFlags) error {
	w := a.words.Lang.CLIServe()
	if err := a.openList(); err != nil {
		return err
	}
	if problem := a.openScenarios(); problem != "" {
		a.say(problem)
	}
	if problem := a.openMinutes(); problem != "" {
		a.say(problem) // the meeting is held all the same
	}
	m, err := a.hold(ctx, f, beginning{snap: a.snapshot(), st: state.New(a.home()), lang: a.words.Lang, log: a.err})
	if err != nil {
		return err
	}
	defer m.forget()
	if _, err := a.out.Write([]byte(strings.Join(joinLines(m.info()), "\n") + "\n")); err != nil {
		return errors.Join(err, m.listener.Close())
	}
	if !m.driven {
		a.say(w.NobodyDrives)
	}
	if host, _, _ := net.SplitHostPort(f.listen); loopback(host) {
		a.say(w.OnlyHere)
	}
	err = m.srv.Serve(ctx, m.listener)
	if problem := a.keepAttendance(m.room); problem != nil {
		a.say(problem.Error())
	}
	if err != nil {
		return err
	}
	a.say(w.Ended)
	return interrupted(ctx)
}

// beginning is what a meeting begins with.
type beginning struct {
	snap *state.Snapshot
	st   state.State
	lang lang.Lang
	log  io.Writer
}

// held is a meeting whose door is open.
type held struct {
	room     *meeting.Room
	srv      *sshd.Server
	listener net.Listener
	driven   bool   // somebody can drive over SSH
	dir      string // where it is told how to join

	mu sync.Mutex
	is data.Meeting
}

// hold opens the door of a meeting: it listens, and join-info tells of it. What
// serves the listener closes it.
func (a *app) hold(ctx context.Context, f serveFlags, from beginning) (*held, error) {
	w := a.words.Lang.CLIServe()
	if a.dirs.Data == "" || a.dirs.State == "" {
		return nil, failf(exitFailed, "%s", w.NoHome)
	}
	m := &held{dir: a.dirs.State, room: meeting.NewRoom(a.now, from.snap, from.st)}
	cfg, err := a.serverConfig(f, from, m)
	if err != nil {
		return nil, err
	}
	m.driven = len(cfg.Presenters) > 0
	if m.srv, err = sshd.New(cfg); err != nil {
		return nil, err
	}
	var lc net.ListenConfig
	m.listener, err = lc.Listen(ctx, "tcp", f.listen)
	if err != nil {
		why := err
		if op := (*net.OpError)(nil); errors.As(err, &op) {
			why = op.Err
		}
		return nil, failf(exitConnection, "%s", w.CannotListen(f.listen, why.Error()))
	}
	m.is = a.meetingOf(m.listener.Addr(), m.srv, f.audience)
	m.srv.At(m.is.Addresses, m.is.Port)
	if err := data.SaveMeeting(m.dir, m.is); err != nil {
		return nil, errors.Join(err, m.listener.Close())
	}
	return m, nil
}

// info tells how the meeting is joined.
func (m *held) info() data.Meeting {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.is
}

// newPIN lets join-info tell another PIN.
func (m *held) newPIN(pin string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.is.PIN = pin
	return data.SaveMeeting(m.dir, m.is)
}

// forget lets join-info tell of no meeting.
func (m *held) forget() { _ = data.RemoveMeeting(m.dir) }

// serverConfig reads the flags and the files of keys.
func (a *app) serverConfig(f serveFlags, from beginning, m *held) (cfg sshd.Config, err error) {
	w := a.words.Lang.CLIServe()
	ways := map[string]sshd.Audience{"open": sshd.Open, "pin": sshd.PIN, "keys": sshd.Keys}
	way, ok := ways[f.audience]
	switch {
	case !ok:
		return cfg, failf(exitUsage, "%s", a.words.CLI.BadValue("--audience", f.audience, "open, pin, keys"))
	case f.max < 1 || f.max > 100000:
		return cfg, failf(exitUsage, "%s", a.words.CLI.BadValue("--max", strconv.Itoa(f.max), "1 - 100000"))
	case f.keepalive < time.Second:
		return cfg, failf(exitUsage, "%s", a.words.CLI.BadValue("--keepalive", f.keepalive.String(), "30s"))
	case way == sshd.Keys && f.viewers == "":
		return cfg, failf(exitUsage, "%s", w.NeedsViewers)
	}
	if _, _, err := net.SplitHostPort(f.listen); err != nil {
		return cfg, failf(exitUsage, "%s", a.words.CLI.BadValue("--listen", f.listen, "127.0.0.1:2222"))
	}
	key, err := sshd.HostKey(filepath.Join(a.dirs.Data, "ssh", "ssh_host_ed25519_key"))
	if err != nil {
		return cfg, failf(exitFailed, "%s", err)
	}
	cfg = sshd.Config{
		Room: m.room, HostKey: key, Audience: way, NewPIN: m.newPIN,
		Max: f.max, Keepalive: f.keepalive, Lang: from.lang, ASCII: a.flags.ascii,
		Log: slog.New(slog.NewJSONHandler(from.log, nil)), Now: a.now, Perform: a.performRemote, Entry: a.enteringRemote, Snapshots: a.snapshot,
	}
	if cfg.Presenters, err = a.keysOf(f.presenters); err != nil {
		return cfg, err
	}
	cfg.Viewers, err = a.keysOf(f.viewers)
	return cfg, err
}

// keysOf reads an authorized_keys file; "" gives no keys.
func (a *app) keysOf(file string) ([]sshd.Key, error) {
	if file == "" {
		return nil, nil
	}
	w := a.words.Lang.CLIServe()
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &model.NotFoundError{Kind: "file", Name: file}
	}
	if err != nil {
		return nil, failf(exitFailed, "%s", w.BadKeys(file, err.Error()))
	}
	keys, err := sshd.ParseKeys(file, b)
	if err != nil {
		return nil, failf(exitUsage, "%s", w.BadKeys(file, err.Error()))
	}
	return keys, nil
}

// meetingOf gives how a meeting is joined.
func (a *app) meetingOf(addr net.Addr, srv *sshd.Server, audience string) data.Meeting {
	host, port, _ := net.SplitHostPort(addr.String())
	n, _ := strconv.Atoi(port)
	return data.Meeting{
		Listen: addr.String(), Addresses: addresses(host), Port: n, Fingerprint: srv.Fingerprint(),
		Audience: audience, PIN: srv.PIN(), Started: a.now().UTC().Truncate(time.Second),
	}
}

// addresses gives the hosts under which an address is reached: for "every
// interface" those of the machine, IPv4 first, the loopback left out.
func addresses(host string) []string {
	if ip := net.ParseIP(host); ip == nil || !ip.IsUnspecified() {
		return []string{host}
	}
	all, err := net.InterfaceAddrs()
	if err != nil {
		return []string{"127.0.0.1"}
	}
	var v4, v6 []string
	for _, x := range all {
		n, ok := x.(*net.IPNet)
		switch {
		case !ok || n.IP.IsLoopback() || n.IP.IsLinkLocalUnicast():
		case n.IP.To4() != nil:
			v4 = append(v4, n.IP.String())
		default:
			v6 = append(v6, n.IP.String())
		}
	}
	if out := append(v4, v6...); len(out) > 0 {
		return out
	}
	return []string{"127.0.0.1"}
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// joinLines are the lines that programs read: one an address, the fingerprint,
// the PIN.
func joinLines(m data.Meeting) []string {
	var out []string
	for _, h := range m.Addresses {
		out = append(out, "ssh -p "+strconv.Itoa(m.Port)+" "+h)
	}
	out = append(out, "fingerprint "+m.Fingerprint)
	if m.PIN != "" {
		out = append(out, "pin "+m.PIN)
	}
	return out
}
