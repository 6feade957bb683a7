//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// Both signals end a call at once, with the statuses that shells know and one
// sentence.
func TestSurveyIsInterrupted(t *testing.T) {
	t.Parallel()
	plain, err := os.ReadFile(households)
	if err != nil {
		t.Fatal(err)
	}
	for sig, want := range map[syscall.Signal]int{syscall.SIGINT: exitInterrupt, syscall.SIGTERM: exitTerminated} {
		ctx, cancel := context.WithTimeout(t.Context(), deadline)
		defer cancel()
		c := exec.CommandContext(ctx, binary(t), "estimate", "survey", "-", "--line", "500000", "--lang", "en")
		c.Env = []string{"HOME=" + t.TempDir()}
		var out, errs bytes.Buffer
		c.Stdout, c.Stderr = &out, &errs
		in, err := c.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		// More than a pipe holds: once it is written, the program reads.
		if _, err := in.Write(bytes.Repeat(plain, 8)); err != nil {
			t.Fatal(err)
		}
		if err := c.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		exit := (*exec.ExitError)(nil)
		if err := c.Wait(); !errors.As(err, &exit) || exit.ExitCode() != want {
			t.Errorf("%v: ends with %v, want %d", sig, err, want)
		}
		if out.Len() > 0 || strings.TrimSpace(errs.String()) != "rakor: Stopped before the end; there is no result." {
			t.Errorf("%v: %q %q", sig, out.String(), errs.String())
		}
	}
}
