package main

import (
	"context"
	"os"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
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
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE_GOLDEN") == "1",
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("USERPROFILE", e.WorkDir)
			e.Setenv("LOCALAPPDATA", e.WorkDir)
			e.Setenv("XDG_DATA_HOME", "")
			e.Setenv("TERM", "xterm-256color")
			return nil
		},
	})
}
