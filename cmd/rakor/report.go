package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rakor/data/durable"
	"rakor/model"
	"rakor/ui/report"
	"rakor/ui/report/paper"
	"rakor/ui/state"
)

// reportFlags are those of every report.
type reportFlags struct {
	format  string
	out     string
	at      string
	replace bool
	meeting string
}

func (a *app) reportCommand() *cobra.Command {
	w := a.words.Lang.CLIReport()
	return a.group("report", w.Short, w.Long,
		a.reportOf("brief", w.BriefShort, paper.Brief),
		a.reportOf("profile", w.ProfileShort, paper.Profile),
		a.reportOf("programs", w.ProgramsShort, paper.Programs),
		a.reportOf("minutes", w.MinutesShort, paper.Minutes),
		a.reportOf("followups", w.FollowUpsShort, paper.FollowUps),
	)
}

// reportFormats are those that a report is written in.
func reportFormats() []string { return []string{"html", "md", "txt", "json", "csv"} }

func (a *app) reportOf(name, short string, make func(paper.Input) report.Page) *cobra.Command {
	w := a.words.Lang.CLIReport()
	var f reportFlags
	c := &cobra.Command{
		Use: name, Short: short, Args: a.noArgs,
		Example: "  rakor report " + name + " -o " + name + ".html\n  rakor report " + name + " --home 6203 --lang en --format md --at 2026-02-18T14:02:00+07:00",
		RunE: func(*cobra.Command, []string) error {
			format, err := a.reportFormat(f)
			if err != nil {
				return err
			}
			at, err := a.reportTime(f.at)
			if err != nil {
				return err
			}
			if err := a.openAll(); err != nil {
				return err
			}
			st, command := state.New(a.home()), "rakor report "+name
			if f.meeting != "" {
				m, err := a.held(f.meeting)
				if err != nil {
					return err
				}
				st.Meeting.ID = m.ID
				command += " --meeting " + string(m.ID)
			}
			p := make(a.paperInput(st, at, command, format))
			return a.deliver(report.Write(p, report.Format(format)), f)
		},
	}
	c.Flags().StringVar(&f.format, "format", "", w.FlagFormat)
	c.Flags().StringVarP(&f.out, "output", "o", "", w.FlagOut)
	c.Flags().StringVar(&f.at, "at", "", w.FlagAt)
	c.Flags().BoolVar(&f.replace, "replace", false, w.FlagOver)
	if name == "minutes" {
		c.Flags().StringVar(&f.meeting, "meeting", "", w.FlagMeeting)
	}
	return c
}

// openAll opens everything that a report speaks of.
func (a *app) openAll() error {
	if err := a.openList(); err != nil {
		return err
	}
	if problem := a.openMinutes(); problem != "" {
		return failf(exitInvalid, "%s", problem)
	}
	return nil
}

// reportFormat gives the format asked for: by name, by the file's name, or what
// suits where it goes.
func (a *app) reportFormat(f reportFlags) (string, error) {
	format := strings.ToLower(f.format)
	if format == "" && f.out != "" {
		format = strings.ToLower(strings.TrimPrefix(filepath.Ext(f.out), "."))
		switch format {
		case "htm":
			format = "html"
		case "markdown":
			format = "md"
		case "text":
			format = "txt"
		}
	}
	if format == "" {
		format = "html"
		if _, tty := a.terminal(); tty {
			format = "txt"
		}
	}
	if !slices.Contains(reportFormats(), format) {
		return "", failf(exitUsage, "%s", a.words.CLI.BadValue("--format", format, strings.Join(reportFormats(), ", ")))
	}
	return format, nil
}

// reportTime reads when a report is made; "" is now.
func (a *app) reportTime(s string) (time.Time, error) {
	now := a.now()
	if s == "" {
		return now, nil
	}
	for _, layout := range [...]string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", time.DateOnly} {
		if t, err := time.ParseInLocation(layout, s, now.Location()); err == nil && t.Year() >= 1990 && t.Year() < 2200 {
			return t, nil
		}
	}
	return now, failf(exitUsage, "%s", a.words.Lang.CLIReport().BadTime(s))
}

// paperInput gathers what a document is made of.
func (a *app) paperInput(st state.State, at time.Time, command, format string) paper.Input {
	snap := a.snapshot()
	home, _ := snap.Data.Region(st.Home)
	again := command + " --home " + string(st.Home) + " --lang " + a.langName() + " --format " + format + " --at " + at.Format(time.RFC3339)
	if a.flags.data != "" {
		again += " --data " + shellWord(a.flags.data)
	}
	return paper.Input{
		Env: a.env(report.TextWidth, 24, true), Snap: snap, State: st, Today: model.Date(at.Format(time.DateOnly)),
		Stamp: report.Stamp{
			Version: buildVersion(), Dataset: snap.Data.Checksum(), Home: string(home.Code) + " " + home.Name,
			Made: at.Format("2006-01-02 15:04:05 -07:00"), Again: again,
		},
	}
}

func (a *app) langName() string {
	if a.words.Lang == 0 {
		return "id"
	}
	return "en"
}

// shellWord writes a word as a shell reads it.
func shellWord(s string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("/._-+:@", r)
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// deliver writes a document to standard output or to the file asked for.
func (a *app) deliver(b []byte, f reportFlags) error {
	if f.out == "" || f.out == "-" {
		_, err := a.out.Write(b)
		return err
	}
	w := a.words.Lang.CLIReport()
	if a.flags.readonly {
		return failf(exitForbidden, "%s", w.NotWritten(f.out, "--readonly"))
	}
	if _, err := os.Lstat(f.out); err == nil && !f.replace {
		return failf(exitFailed, "%s", w.Exists(f.out))
	}
	if info, err := os.Stat(filepath.Dir(f.out)); errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return failf(exitNotFound, "%s", w.NoFolder(filepath.Dir(f.out)))
	}
	if err := durable.WriteFile(durable.OS(), f.out, b); err != nil {
		return failf(exitFailed, "%s", w.NotWritten(f.out, reason(err)))
	}
	a.say(w.Written(f.out))
	return nil
}

// reason gives the cause of a file's error without its name, which the sentence
// has already.
func reason(err error) string {
	if e := (*durable.FileError)(nil); errors.As(err, &e) && e.Kind != nil {
		return e.Kind.Error()
	}
	return err.Error()
}
