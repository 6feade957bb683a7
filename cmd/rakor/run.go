package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/lang"
)

// process is everything of the outside that a command touches.
type process struct {
	in  io.Reader
	out io.Writer
	err io.Writer
	env []string
	now func() time.Time
}

// getenv gives a variable of the environment, "" where it is not set.
func (p process) getenv(key string) string {
	for i := len(p.env) - 1; i >= 0; i-- {
		if k, v, ok := strings.Cut(p.env[i], "="); ok && k == key {
			return v
		}
	}
	return ""
}

// Exit statuses, as the command-line contract names them.
const (
	exitOK         = 0
	exitFailed     = 1
	exitUsage      = 2
	exitInvalid    = 3
	exitNotFound   = 4
	exitNoAnswer   = 5
	exitConflict   = 6
	exitConnection = 7
	exitForbidden  = 8
	exitPersonal   = 9
	exitInterrupt  = 130
	exitTerminated = 143
)

// exitError is an error with its exit status; its text is a whole sentence for
// people.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string { return e.err.Error() }
func (e *exitError) Unwrap() error { return e.err }

// failf makes an error with an exit status.
func failf(code int, format string, args ...any) error {
	return &exitError{code: code, err: fmt.Errorf(format, args...)}
}

// printedError ends a command whose findings are already on its output.
type printedError struct{ code int }

func (e *printedError) Error() string { return "" }

// run carries out one call of the program and gives its exit status.
func run(ctx context.Context, args []string, p process) int {
	ctx, stop := withSignals(ctx)
	defer stop()
	a := &app{process: p, words: lang.For(langFlag(args))}
	root := a.rootCommand()
	root.SetArgs(args)
	root.SetIn(p.in)
	root.SetOut(p.out)
	root.SetErr(p.err)
	defer a.closeList()
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitOK
	}
	if printed := (*printedError)(nil); errors.As(err, &printed) || errors.As(interrupted(ctx), &printed) {
		return printed.code
	}
	if closed(err) { // the reader has seen enough: head, less
		return exitOK
	}
	code := exitCode(err)
	fmt.Fprintf(p.err, "rakor: %s\n", strings.ReplaceAll(block.Clean(a.sentence(err)), "\n", " "))
	return code
}

// closed tells whether an error only says that standard output was closed.
func closed(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) || errors.Is(err, fs.ErrClosed)
}

// exitCode gives the status of an error.
func exitCode(err error) int {
	if e := (*exitError)(nil); errors.As(err, &e) {
		return e.code
	}
	if e := (*model.NotFoundError)(nil); errors.As(err, &e) {
		return exitNotFound
	}
	return exitFailed
}

// withSignals gives a context that ends when the process is asked to; its
// cause is a *printedError with the status to end with.
func withSignals(ctx context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(ctx)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case s := <-signals:
			code := exitTerminated
			if s == os.Interrupt {
				code = exitInterrupt
			}
			cancel(&printedError{code: code})
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		cancel(nil)
	}
}

// interrupted gives the error of a context that a signal ended, nil while it
// goes on.
func interrupted(ctx context.Context) error {
	if ctx.Err() == nil {
		return nil
	}
	return context.Cause(ctx)
}

// langFlag finds --lang before the flags are read, since help and errors are
// written in it too.
func langFlag(args []string) lang.Lang {
	for i, arg := range args {
		v, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			v, ok = args[i+1], true
		}
		if ok {
			if l, known := lang.Parse(v); known {
				return l
			}
		}
		if arg == "--" {
			break
		}
	}
	return lang.Indonesian
}
