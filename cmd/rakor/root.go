package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/spf13/cobra"

	"rakor/data"
	"rakor/data/book"
	"rakor/data/minutes"
	"rakor/data/scenarios"
	"rakor/model"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// app is one call of the program: what was handed in, the flags that hold for
// every command, and the data once they are open.
type app struct {
	process
	words   *lang.Catalogue
	flags   flags
	store   *data.Store
	book    *book.Book // the user's list of programmes, once it is open
	dirs    data.Dirs
	saving  sync.Mutex     // over settings
	minutes *minutes.Store // nil where they cannot be kept
	drafts  drafts

	entryDrafts entryDrafts
	settings    data.Settings

	scenarios *scenarios.Store // nil where there are none to be had
	renewing  sync.Mutex       // over shown
	shown     *state.Snapshot
	reading   atomic.Pointer[reading] // the file that is being read
	intake    intake                  // what was previewed last
	opening   bool                    // the screens are being opened
	later     bool                    // the user's figures are read beside the screens
}

// flags hold for every command.
type flags struct {
	data     string
	home     string
	lang     string
	format   string
	noColor  bool
	ascii    bool
	text     bool
	readonly bool
	strict   bool
	quiet    bool
	version  bool // of the root alone
}

func (a *app) rootCommand() *cobra.Command {
	w := a.words.CLI
	root := &cobra.Command{
		Use:           "rakor",
		Short:         w.Short,
		Long:          w.Long,
		Example:       w.Examples,
		Args:          a.noCommand,
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(*cobra.Command, []string) error {
			return a.checkFlags()
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if a.flags.version {
				_, err := fmt.Fprintf(cmd.OutOrStdout(), "rakor %s\n", buildVersion())
				return err
			}
			return a.session(cmd.Context())
		},
	}
	f := root.PersistentFlags()
	f.StringVar(&a.flags.data, "data", "", w.FlagData)
	f.StringVar(&a.flags.home, "home", "", w.FlagHome)
	f.StringVar(&a.flags.lang, "lang", "id", w.FlagLang)
	f.StringVar(&a.flags.format, "format", "table", w.FlagFormat)
	f.BoolVar(&a.flags.noColor, "no-color", false, w.FlagNoColor)
	f.BoolVar(&a.flags.ascii, "ascii", false, w.FlagASCII)
	f.BoolVar(&a.flags.text, "text", false, w.FlagText)
	f.BoolVar(&a.flags.readonly, "readonly", false, w.FlagReadonly)
	f.BoolVar(&a.flags.strict, "strict", false, w.FlagStrict)
	f.BoolVar(&a.flags.quiet, "quiet", false, w.FlagQuiet)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		// A mistyped command leaves its flags to the root, which knows none of
		// them: the command is what is wrong.
		if word := cmd.Flags().Args(); cmd == root && len(word) > 0 {
			return a.noCommand(cmd, word)
		}
		return failf(exitUsage, "%s", w.BadFlag(err.Error(), example(cmd)))
	})
	root.Flags().BoolVar(&a.flags.version, "version", false, w.VersionShort)
	root.SetUsageFunc(func(cmd *cobra.Command) error { return writeUsage(cmd.OutOrStderr(), cmd, w) })
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { a.help(cmd) })
	root.AddCommand(
		a.compareCommand(), a.estimateCommand(), a.programCommand(), a.meetingCommand(), a.dataCommand(),
		a.reportCommand(),
		a.presentCommand(), a.serveCommand(), a.joinInfoCommand(), a.versionCommand(), a.infoCommand(), a.manCommand(),
	)
	root.InitDefaultCompletionCmd("completion")
	a.localise(root)
	return root
}

// example gives the first example of a command, for the sentence that says how
// it is called.
func example(cmd *cobra.Command) string {
	for c := cmd; c != nil; c = c.Parent() {
		if first, _, _ := strings.Cut(strings.TrimSpace(c.Example), "\n"); first != "" {
			return strings.TrimSpace(first)
		}
	}
	return "rakor --help"
}

// checkFlags refuses values that no command can use.
func (a *app) checkFlags() error {
	w := a.words.CLI
	if _, ok := lang.Parse(a.flags.lang); !ok {
		return failf(exitUsage, "%s", w.BadValue("--lang", a.flags.lang, "id, en"))
	}
	if !slices.Contains([]string{"table", "json", "csv", "md"}, a.flags.format) {
		return failf(exitUsage, "%s", w.BadValue("--format", a.flags.format, "table, json, csv, md"))
	}
	if a.flags.home != "" {
		if _, err := model.ParseRegionCode(a.flags.home); err != nil {
			return failf(exitUsage, "%s", w.BadCode(a.flags.home))
		}
	}
	return nil
}

// noCommand refuses a word that is no command, and names the nearest one.
func (a *app) noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	near := model.Nearest(args[0], names, 1)
	return failf(exitUsage, "%s", a.words.CLI.UnknownCommand(args[0], strings.Join(near, "")))
}

// noArgs refuses words that a command does not take, in a sentence with an
// example.
func (a *app) noArgs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return failf(exitUsage, "%s", a.words.CLI.ExtraWord(args[0], example(cmd)))
}

// group makes a command that only holds others: called without one of them, or
// with an unknown one, it says which there are.
func (a *app) group(use, short, long string, subs ...*cobra.Command) *cobra.Command {
	c := &cobra.Command{
		Use: use, Short: short, Long: long, Example: subs[0].Example,
		RunE: func(cmd *cobra.Command, args []string) error {
			var names []string
			for _, s := range cmd.Commands() {
				if !s.Hidden {
					names = append(names, s.Name())
				}
			}
			word := ""
			if len(args) > 0 {
				word = args[0]
			}
			return failf(exitUsage, "%s", a.words.CLI.WantsCommand(cmd.CommandPath(), word, strings.Join(names, ", ")))
		},
	}
	c.AddCommand(subs...)
	return c
}

// sentence gives an error as one sentence in the language asked for.
func (a *app) sentence(err error) string {
	w := a.words.CLI
	if e := (*exitError)(nil); errors.As(err, &e) {
		return e.Error()
	}
	if e := (*model.NotFoundError)(nil); errors.As(err, &e) {
		return w.NotFound(e.Kind, e.Name, e.Nearest)
	}
	return err.Error()
}

// help writes what a command does and how it is called.
func (a *app) help(cmd *cobra.Command) {
	out := cmd.OutOrStdout()
	if text := strings.TrimSpace(cmp.Or(cmd.Long, cmd.Short)); text != "" {
		fmt.Fprintf(out, "%s\n\n", text)
	}
	// A reader that has gone has no use for the rest of a help text.
	_ = writeUsage(out, cmd, a.words.CLI)
}

// writeUsage is cobra's own usage text with its headings in the language asked
// for. It is code and not a template: text/template looks methods up by name,
// so that with it the linker keeps every exported method of every package (3
// MB of the binary).
func writeUsage(out io.Writer, cmd *cobra.Command, w lang.CLI) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", w.HeadUsage)
	if cmd.Runnable() {
		fmt.Fprintf(&b, "  %s\n", cmd.UseLine())
	}
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "  %s [command]\n", cmd.CommandPath())
	}
	if cmd.HasExample() {
		fmt.Fprintf(&b, "\n%s\n%s\n", w.HeadExamples, cmd.Example)
	}
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", w.HeadCommands)
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() {
				fmt.Fprintf(&b, "  %-*s %s\n", c.NamePadding(), c.Name(), c.Short)
			}
		}
	}
	if cmd.HasAvailableLocalFlags() {
		fmt.Fprintf(&b, "\n%s\n%s\n", w.HeadFlags, trimEnd(cmd.LocalFlags().FlagUsages()))
	}
	if cmd.HasAvailableInheritedFlags() {
		fmt.Fprintf(&b, "\n%s\n%s\n", w.HeadGlobal, trimEnd(cmd.InheritedFlags().FlagUsages()))
	}
	_, err := io.WriteString(out, b.String())
	return err
}

func trimEnd(s string) string { return strings.TrimRight(s, " \n") }

// localise words what cobra adds by itself.
func (a *app) localise(root *cobra.Command) {
	w := a.words.CLI
	root.InitDefaultHelpCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Short = w.HelpShort
		case "completion":
			c.Short, c.Long = w.CompletionShort, w.CompletionShort
			for _, shell := range c.Commands() {
				shell.Short = w.CompletionFor(shell.Name())
				shell.Long = shell.Short
				if f := shell.Flags().Lookup("no-descriptions"); f != nil {
					f.Usage = w.NoDescriptions
				}
			}
		}
	}
	root.InitDefaultHelpFlag()
	var each func(*cobra.Command)
	each = func(c *cobra.Command) {
		c.InitDefaultHelpFlag()
		if f := c.Flags().Lookup("help"); f != nil {
			f.Usage = w.FlagHelp
		}
		for _, s := range c.Commands() {
			each(s)
		}
	}
	each(root)
}
