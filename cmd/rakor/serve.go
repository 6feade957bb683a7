package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rakor/cmd/internal/sshd"
	"rakor/data"
	"rakor/model"
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
	fl := c.Flags()
	fl.StringVar(&f.listen, "listen", "127.0.0.1:2222", w.FlagListen)
	fl.StringVar(&f.audience, "audience", "pin", w.FlagAudience)
	fl.StringVar(&f.presenters, "presenters", "", w.FlagPresenters)
	fl.StringVar(&f.viewers, "viewers", "", w.FlagViewers)
	fl.IntVar(&f.max, "max", 1000, w.FlagMax)
	fl.DurationVar(&f.keepalive, "keepalive", 30*time.Second, w.FlagKeepalive)
	return c
}

// serve holds a meeting until it is interrupted.
func (a *app) serve(ctx context.Context, f serveFlags) error {
	w := a.words.Lang.CLIServe()
	if err := a.open(); err != nil {
		return err
	}
	if a.dirs.Data == "" || a.dirs.State == "" {
		return failf(exitFailed, "%s", w.NoHome)
	}
	cfg, err := a.serverConfig(f)
	if err != nil {
		return err
	}
	srv, err := sshd.New(cfg)
	if err != nil {
		return err
	}
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", f.listen)
	if err != nil {
		why := err
		if op := (*net.OpError)(nil); errors.As(err, &op) {
			why = op.Err
		}
		return failf(exitConnection, "%s", w.CannotListen(f.listen, why.Error()))
	}
	m := a.meetingOf(l.Addr(), srv, f.audience)
	srv.At(m.Addresses, m.Port)
	if err := data.SaveMeeting(a.dirs.State, m); err != nil {
		return errors.Join(err, l.Close())
	}
	defer func() { _ = data.RemoveMeeting(a.dirs.State) }()
	if _, err := a.out.Write([]byte(strings.Join(joinLines(m), "\n") + "\n")); err != nil {
		return errors.Join(err, l.Close())
	}
	if len(cfg.Presenters) == 0 {
		a.say(w.NobodyDrives)
	}
	if host, _, _ := net.SplitHostPort(m.Listen); loopback(host) {
		a.say(w.OnlyHere)
	}
	if err := srv.Serve(ctx, l); err != nil {
		return err
	}
	a.say(w.Ended)
	return interrupted(ctx)
}

// serverConfig reads the flags and the files of keys.
func (a *app) serverConfig(f serveFlags) (cfg sshd.Config, err error) {
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
	if problem := a.openMinutes(); problem != "" {
		fmt.Fprintln(a.err, problem) // the meeting is held all the same
	}
	cfg = sshd.Config{
		Room: meeting.NewRoom(a.now, a.snapshot(), state.New(a.home())), HostKey: key, Audience: way,
		Max: f.max, Keepalive: f.keepalive, Lang: a.words.Lang, ASCII: a.flags.ascii,
		Log: slog.New(slog.NewJSONHandler(a.err, nil)), Now: a.now, Perform: a.performRemote, Snapshots: a.snapshot,
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
