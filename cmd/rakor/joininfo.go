package main

import (
	"errors"
	"io/fs"
	"net"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"rsc.io/qr"

	"rakor/data"
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
	host := m.Addresses[0]
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	code, err := qr.Encode("ssh://"+host+":"+strconv.Itoa(m.Port), qr.L)
	if err != nil {
		return err
	}
	lines = append(append(lines, ""), qrLines(code, a.flags.ascii)...)
	return a.line(strings.Join(lines, "\n"))
}

// qrLines draws a QR code with its quiet zone: two modules a character in half
// blocks, dark on light whatever the terminal's ground is, or two characters a
// module in ASCII.
func qrLines(code *qr.Code, ascii bool) []string {
	const quiet = 2
	dark := func(x, y int) bool { return code.Black(x, y) }
	var out []string
	if ascii {
		for y := -quiet; y < code.Size+quiet; y++ {
			var b strings.Builder
			for x := -quiet; x < code.Size+quiet; x++ {
				if dark(x, y) {
					b.WriteString("  ")
				} else {
					b.WriteString("##")
				}
			}
			out = append(out, b.String())
		}
		return out
	}
	for y := -quiet; y < code.Size+quiet; y += 2 {
		var b strings.Builder
		for x := -quiet; x < code.Size+quiet; x++ {
			// Light modules are drawn, dark ones left: on a dark terminal that
			// reads as printed on paper.
			switch up, down := !dark(x, y), !dark(x, y+1) && y+1 < code.Size+quiet; {
			case up && down:
				b.WriteString("█")
			case up:
				b.WriteString("▀")
			case down:
				b.WriteString("▄")
			default:
				b.WriteString(" ")
			}
		}
		out = append(out, b.String())
	}
	return out
}
