package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"

	"rakor/ui"
	"rakor/ui/meeting"
)

// memory gives what the process holds and what of it is in use, in MB. The
// first is 0 where the system does not tell.
func memory() (rss, live float64) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	live = float64(m.HeapInuse+m.StackInuse) / (1 << 20)
	if b, err := os.ReadFile("/proc/self/statm"); err == nil {
		if f := strings.Fields(string(b)); len(f) > 1 {
			pages, _ := strconv.Atoi(f[1])
			rss = float64(pages*os.Getpagesize()) / (1 << 20)
		}
	}
	return rss, live
}

// processorTime gives the time that the process has computed, 0 where the
// system does not tell.
func processorTime() time.Duration {
	b, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	_, rest, ok := strings.Cut(string(b), ") ")
	f := strings.Fields(rest)
	if !ok || len(f) < 13 {
		return 0
	}
	user, _ := strconv.ParseInt(f[11], 10, 64)
	system, _ := strconv.ParseInt(f[12], 10, 64)
	return time.Duration(user+system) * 10 * time.Millisecond // clock ticks of 100 a second
}

// compare checks that what followers have decoded is the presenter's state.
func (h *hall) compare(g *guests, p plan) error {
	deadline := time.Now().Add(5 * time.Second)
	for {
		if _, err := io.WriteString(g.in, "screens\n"); err != nil {
			return err
		}
		r, err := g.want("screens", 5*time.Second)
		if err != nil {
			return err
		}
		post, _ := h.room.Latest()
		want := expected(post, p)
		same := true
		for _, s := range r.Screens {
			same = same && s == want
		}
		if same {
			return nil
		}
		if time.Now().After(deadline) {
			return errors.New("what a follower has decoded is not the presenter's state")
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func expected(post *meeting.Post, p plan) string {
	var envs meeting.Envs
	k := meeting.Key{Width: p.width, Height: p.height, Profile: colorprofile.ANSI256}
	env := envs.For(k)
	frame := meeting.Compose(env, ui.New(post.Snap, post.State, env).Frame().Text, meeting.FollowerBar(env.Words, post))
	e := vt.NewEmulator(k.Width, k.Height)
	for y, l := range strings.Split(frame, "\n") {
		fmt.Fprintf(e, "\x1b[%d;1H%s\x1b[m", y+1, l)
	}
	return textOf(e)
}
