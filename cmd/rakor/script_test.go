package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"rakor/data"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"rakor": func() {
			os.Exit(run(context.Background(), os.Args[1:], process{
				in: os.Stdin, out: os.Stdout, err: os.Stderr, env: os.Environ(), now: time.Now,
			}))
		},
	})
}

// TestScripts runs the command line as people do: testdata/script, a file a
// command. UPDATE_GOLDEN=1 rewrites the outputs they compare with.
func TestScripts(t *testing.T) {
	t.Parallel()
	api := webAPI(t)
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE_GOLDEN") == "1",
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"status": status},
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("USERPROFILE", e.WorkDir)
			e.Setenv("LOCALAPPDATA", e.WorkDir)
			e.Setenv("XDG_DATA_HOME", "")
			e.Setenv("RAKOR_BPS_URL", api)
			e.Setenv("TERM", "xterm-256color")
			e.Setenv("CHECKSUM", data.EmbeddedChecksum())
			return nil
		},
	})
}

// status runs a command and wants its exit status: status 4 rakor compare ...
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status CODE COMMAND [ARG ...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("%q ends with %d, want %s", args[1:], got, args[0])
	}
}
