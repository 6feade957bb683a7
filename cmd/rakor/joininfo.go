package main

import (
	"errors"
	"io/fs"
	"net"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rakor/data"
	"rakor/ui/meeting"
)

func (a *app) joinInfoCommand() *cobra.Command {
	w := a.words.Lang.CLIServe()
	return &cobra.Command{
		Use: "join-info", Short: w.JoinShort, Long: w.JoinLong, Args: a.noArgs, Example: "  rakor join-info",
		RunE: func(cmd *cobra.Command, _ []string) error {
			dirs, err := data.UserDirs(a.getenv, runtime.GOOS)
			if err != nil {
				return failf(exitFailed, "%s", w.NoHome)
			}
			m, err := data.LoadMeeting(dirs.State)
			if errors.Is(err, fs.ErrNotExist) || err == nil && !alive(cmd, m) {
				return failf(exitNotFound, "%s", w.NoMeeting)
			}
			if err != nil {
				return err
			}
			return a.printJoin(m)
		},
	}
}

// alive tells whether something still listens where the meeting did: a program
// that was killed could not take its file away.
func alive(cmd *cobra.Command, m data.Meeting) bool {
	d := net.Dialer{Timeout: time.Second}
	host, port, err := net.SplitHostPort(m.Listen)
	if err != nil {
		return false
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	c, err := d.DialContext(cmd.Context(), "tcp", net.JoinHostPort(host, port))
	if err != nil {
		return false
	}
	return c.Close() == nil
}

// printJoin prints how to join: for people with a QR code of the address
// alone, for programs as JSON.
func (a *app) printJoin(m data.Meeting) error {
	if a.flags.format == "json" {
		if err := a.load(); err != nil {
			return err
		}
		return a.print(answer{command: "join-info", result: m})
	}
	lines := joinLines(m)
	code := meeting.QRLines(meeting.Join{Addresses: m.Addresses, Port: m.Port}.URL(), a.flags.ascii)
	return a.line(strings.Join(append(append(lines, ""), code...), "\n"))
}
