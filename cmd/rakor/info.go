package main

import (
	"io"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
)

// version is the program's version; a release sets it with -ldflags -X.
const version = "0.1.0"

// buildVersion gives the version with the commit it was built from, where the
// build tells.
func buildVersion() string {
	out := version
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return out
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 8 {
			out += "+" + s.Value[:8]
		}
	}
	return out
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: a.words.CLI.VersionShort, Args: a.noArgs, Example: "  rakor version",
		RunE: func(*cobra.Command, []string) error {
			if a.flags.format != "json" {
				return a.line("rakor " + buildVersion())
			}
			if err := a.open(); err != nil {
				return err
			}
			return a.print(answer{command: "version", result: map[string]string{"version": buildVersion(), "go": runtime.Version()}})
		},
	}
}

func (a *app) infoCommand() *cobra.Command {
	return &cobra.Command{
		Use: "info", Short: a.words.CLI.InfoShort, Args: a.noArgs, Example: "  rakor info",
		RunE: func(*cobra.Command, []string) error {
			if err := a.open(); err != nil {
				return err
			}
			w := a.words.CLI
			size, profile := w.InfoNoTerminal, colorprofile.NoTTY
			var sizeJSON *string
			if f, ok := a.terminal(); ok {
				if width, height, err := term.GetSize(f); err == nil {
					size = strconv.Itoa(width) + "x" + strconv.Itoa(height)
					sizeJSON = &size
				}
				profile = a.profile()
			}
			rows := [][]string{
				{w.InfoVersion, buildVersion()},
				{w.InfoGo, runtime.Version()},
				{w.InfoSystem, runtime.GOOS + "/" + runtime.GOARCH},
				{w.InfoTerm, a.getenv("TERM")},
				{w.InfoSize, size},
				{w.InfoColour, profile.String()},
				{w.InfoLocale, first(a.getenv("LC_ALL"), a.getenv("LANG"))},
				{w.InfoData, a.store.Dataset().Checksum()},
				{w.InfoHome, string(a.home())},
				{w.InfoPath, first(a.dirs.Data, w.NoHome)},
				{w.PathSettings, first(a.settingsPath(), w.NoHome)},
				{w.PathKeys, first(a.keysPath(), w.NoHome)},
			}
			result := map[string]any{
				"version": buildVersion(), "go": runtime.Version(), "os": runtime.GOOS, "arch": runtime.GOARCH, "term": a.getenv("TERM"),
				"size": sizeJSON, "colour": strings.ToLower(profile.String()), "settings": known(a.settingsPath()), "keys": known(a.keysPath()), "home": string(a.home()), "data_dir": known(a.dirs.Data),
			}
			if _, err := a.keyMap(); err != nil {
				return err
			}
			return a.print(answer{command: "info", header: []string{w.ColItem, w.ColValue}, rows: rows, result: result})
		},
	}
}

func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: a.words.CLI.ManShort, Args: a.noArgs, Example: "  rakor man | man -l -",
		RunE: func(cmd *cobra.Command, _ []string) error {
			root := cmd.Root()
			_ = a.load() // the page needs the place of the user's keys and no more
			var b strings.Builder
			b.WriteString(".TH RAKOR 1 " + a.now().UTC().Format("2006-01-02") + ` "rakor ` + version + "\"\n")
			b.WriteString(".SH NAME\nrakor \\- " + troff(root.Short) + "\n.SH SYNOPSIS\n" + troff(root.UseLine()) + "\n")
			b.WriteString(".SH DESCRIPTION\n" + troff(root.Long) + "\n")
			block := func(text string) {
				if strings.TrimSpace(text) != "" {
					b.WriteString(".PP\n.nf\n" + troff(strings.TrimRight(text, "\n")) + "\n.fi\n")
				}
			}
			block(root.PersistentFlags().FlagUsages())
			block(root.Example)
			for _, c := range root.Commands() {
				if c.Hidden || c.Name() == "help" {
					continue
				}
				b.WriteString(".SH " + strings.ToUpper(c.Name()) + "\n" + troff(first(c.Long, c.Short)) + "\n")
				block(c.UseLine())
				block(c.Example)
				block(c.LocalNonPersistentFlags().FlagUsages())
				for _, s := range c.Commands() {
					b.WriteString(".SS " + troff(s.CommandPath()) + "\n" + troff(first(s.Long, s.Short)) + "\n")
					block(s.Example)
					block(s.LocalNonPersistentFlags().FlagUsages())
				}
			}
			b.WriteString(a.manKeys())
			_, err := io.WriteString(a.out, b.String())
			return err
		},
	}
}

// manKeys writes the key map as a section of the manual page.
func (a *app) manKeys() string {
	var b strings.Builder
	b.WriteString(".SH " + a.words.CLI.HeadKeys + "\n.nf\n")
	for _, row := range a.keyRows() {
		b.WriteString(troff(row[0]) + strings.Repeat(" ", max(20-len([]rune(row[0])), 2)) + troff(row[1]) + "\n")
	}
	b.WriteString(".fi\n")
	return b.String()
}

// troff escapes what the formatter would read as a request.
func troff(s string) string {
	s = strings.ReplaceAll(s, `\`, `\e`)
	s = strings.ReplaceAll(s, "-", `\-`)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}

func first(xs ...string) string {
	for _, x := range xs {
		if x != "" {
			return x
		}
	}
	return ""
}
