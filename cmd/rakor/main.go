// Command rakor is the terminal in which a region's poverty-reduction team
// prepares, presents and follows up its coordination meeting (rapat
// koordinasi).
//
// main only hands the process to [run], which takes everything it touches as
// arguments: the streams, the environment, the clock. One file a command;
// root.go has what they share, session.go opens the screens.
package main

import (
	"context"
	"os"
	"time"
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], process{
		in: os.Stdin, out: os.Stdout, err: os.Stderr, env: os.Environ(), now: time.Now,
	}))
}
