package meeting_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"

	"rakor/ui"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/meeting"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// cell is what can be seen of one place of a screen.
type cell struct{ text, style string }

// screenOf gives what can be seen on a decoded screen, row by row. The colour
// of a blank's letter cannot.
func screenOf(e *vt.Emulator) [][]cell {
	out := make([][]cell, e.Height())
	for y := range out {
		out[y] = make([]cell, e.Width())
		for x := range out[y] {
			c := e.CellAt(x, y)
			if c == nil {
				c = &uv.Cell{}
			}
			k := cell{text: c.Content}
			if k.text == "" && c.Width < 2 {
				k.text = " "
			}
			st := c.Style
			if k.text == " " && st.Attrs&uv.AttrReverse == 0 {
				st.Fg, st.Attrs = nil, 0
			}
			if !st.Equal(&uv.Style{}) {
				k.style = fmt.Sprint(st.Fg, st.Bg, st.Attrs, st.Underline)
			}
			out[y][x] = k
		}
	}
	return out
}

// unlike tells where two screens differ, "" for nowhere.
func unlike(got, want [][]cell) string {
	var b strings.Builder
	n := 0
	for y := range want {
		for x := range want[y] {
			if got[y][x] != want[y][x] {
				if n++; n <= 5 {
					fmt.Fprintf(&b, "\nrow %d column %d: %q, want %q", y+1, x+1, got[y][x], want[y][x])
				}
			}
		}
	}
	if n > 5 {
		fmt.Fprintf(&b, "\nand %d more", n-5)
	}
	return b.String()
}

// dirtyTerminal is one on which something else stands, with a pen in use.
func dirtyTerminal(w, h int) *vt.Emulator {
	e := vt.NewEmulator(w, h)
	for y := range h {
		fmt.Fprintf(e, "\x1b[%d;1H\x1b[45;1m%s", y+1, strings.Repeat("#", w))
	}
	return e
}

// TestJoinerEqualsFollower walks through the three tabs. Whoever joins at any
// step, with the whole frame of that step, and follows from there by
// differences sees what an early follower sees, cell by cell; and both see the
// frame of the presenter's state.
func TestJoinerEqualsFollower(t *testing.T) {
	t.Parallel()
	snap := snapshot(t)
	var envs meeting.Envs
	walk := []keys.Command{
		keys.Down, keys.Down, keys.Table, keys.Table, keys.NextPeriod, keys.PrevPeriod, keys.TabEstimate, keys.Down, keys.More, keys.MuchMore,
		keys.Reset, keys.TabProgram, keys.Down, keys.Down, keys.Last, keys.Sort, keys.TabRegional, keys.Up, keys.Trend,
	}
	for _, k := range []meeting.Key{
		{Width: 120, Height: 36, Profile: colorprofile.TrueColor},
		{Width: 80, Height: 24, Profile: colorprofile.ANSI, Theme: theme.Light, Lang: lang.English},
		{Width: 60, Height: 16, Profile: colorprofile.Ascii, ASCII: true},
		{Width: 20, Height: 5, Profile: colorprofile.ANSI256},
	} {
		t.Run(fmt.Sprintf("%dx%d", k.Width, k.Height), func(t *testing.T) {
			t.Parallel()
			var p meeting.Painter
			s := ui.New(snap, state.New("6271"), envs.For(k))
			frame := s.Frame().Text
			var seen []*vt.Emulator // who joined at each step
			join := func() {
				e := dirtyTerminal(k.Width, k.Height)
				_, _ = e.Write(p.Full(k.Width, k.Height, frame))
				seen = append(seen, e)
			}
			join()
			for i, c := range walk {
				s.Run(c)
				next := s.Frame().Text
				diff := p.Diff(k.Width, k.Height, frame, next)
				for _, e := range seen {
					_, _ = e.Write(diff)
				}
				frame = next
				if i%4 == 0 {
					join()
				}
				want := plainScreen(k.Width, k.Height, frame)
				for j, e := range seen {
					if bad := unlike(screenOf(e), want); bad != "" {
						t.Fatalf("step %d (command %d): who joined at step %d sees%s", i+1, c, j, bad)
					}
					if at := e.CursorPosition(); at != uv.Pos(0, 0) {
						t.Fatalf("step %d: the cursor is left at %v", i+1, at)
					}
				}
			}
		})
	}
}

// plainScreen decodes a frame by itself, without the painter.
func plainScreen(w, h int, frame string) [][]cell {
	e := vt.NewEmulator(w, h)
	for y, l := range strings.Split(frame, "\n") {
		fmt.Fprintf(e, "\x1b[%d;1H%s\x1b[m", y+1, l)
	}
	return screenOf(e)
}

// TestDiffOfAnything changes frames at random, with wide characters, styles and
// empty lines at the end: differences always lead to the frame.
func TestDiffOfAnything(t *testing.T) {
	t.Parallel()
	const w, h = 24, 6
	rng := rand.New(rand.NewPCG(1, 2))
	parts := []string{"a", "kota", " ", "   ", "日本", "é", "█▌", "\x1b[1mX\x1b[m", "\x1b[38;5;79mhijau\x1b[m", "\x1b[48;2;36;57;58m  \x1b[m"}
	line := func() string {
		var b strings.Builder
		for n := 0; rng.IntN(5) > 0; {
			s := parts[rng.IntN(len(parts))]
			if n += cells(s); n > w {
				break
			}
			b.WriteString(s)
		}
		return b.String()
	}
	var p meeting.Painter
	lines := make([]string, h)
	e := dirtyTerminal(w, h)
	old := strings.Join(lines, "\n")
	_, _ = e.Write(p.Full(w, h, old))
	for i := range 600 {
		for range 1 + rng.IntN(3) {
			lines[rng.IntN(h)] = line()
		}
		next := strings.Join(lines, "\n")
		if i%50 == 49 {
			_, _ = e.Write(p.Full(w, h, next))
		} else {
			_, _ = e.Write(p.Diff(w, h, old, next))
		}
		if bad := unlike(screenOf(e), plainScreen(w, h, next)); bad != "" {
			t.Fatalf("change %d\n%q\nto\n%q%s", i, old, next, bad)
		}
		old = next
	}
}

func cells(s string) int {
	e := vt.NewEmulator(80, 1)
	_, _ = e.WriteString(s)
	return e.CursorPosition().X
}

// fakeScreen counts its frames and can be made to break.
type fakeScreen struct {
	drawn *atomic.Int64
	key   meeting.Key
}

func (f fakeScreen) Draw(p *meeting.Post) string {
	f.drawn.Add(1)
	if p.State.Table {
		panic("no such table")
	}
	return fmt.Sprintf("%d %d", f.key.Width, p.State.Tab)
}

func frameOf(t *testing.T, g *meeting.Group, want string) *meeting.Drawn {
	t.Helper()
	timeout := time.After(90 * time.Second)
	for {
		d, changed := g.Latest()
		if d != nil && d.Frame() == want {
			return d
		}
		select {
		case <-changed:
		case <-timeout:
			t.Fatalf("never drew %q", want)
		}
	}
}

func TestGroups(t *testing.T) {
	t.Parallel()
	r, _, snap := newRoom(t)
	ani := enter(t, r, "Ani", "ani")
	var drawn atomic.Int64
	panics := make(chan any, 8)
	var painter meeting.Painter
	gs := meeting.NewGroups(r, &painter, func(k meeting.Key) meeting.Screen { return fakeScreen{&drawn, k} }, func(_ meeting.Key, what any) { panics <- what })
	wide, narrow := meeting.Key{Width: 40, Height: 2}, meeting.Key{Width: 30, Height: 2}
	a, b, c := gs.Join(wide), gs.Join(wide), gs.Join(narrow)
	if a != b || a == c || gs.Len() != 2 {
		t.Fatal("equal keys do not share a group")
	}
	d := frameOf(t, a, "40 0")
	frameOf(t, c, "30 0")
	if n := drawn.Load(); n != 2 {
		t.Errorf("%d frames drawn for 2 groups of 3", n)
	}
	st := state.New("6271")
	if err := r.Publish(ani, snap, on(st, state.TabProgram)); err != nil {
		t.Fatal(err)
	}
	next := frameOf(t, a, "40 2")
	if next.No != d.No+1 || string(next.Since(d.No)) == string(next.Since(0)) || len(next.Since(next.No)) != 0 {
		t.Errorf("frame %d after %d: %q", next.No, d.No, next.Since(d.No))
	}
	// A post that looks the same is no new frame, but it is a newer post.
	if err := r.Publish(ani, snap, on(st, state.TabProgram)); err != nil {
		t.Fatal(err)
	}
	post, _ := r.Latest()
	for {
		same, changed := a.Latest()
		if same.Seq == post.Seq {
			// Which bytes lead from the frame before depends on the renderer that
			// was lent; that some do, does not.
			if same.No != next.No || same.Frame() != next.Frame() || len(same.Since(d.No)) == 0 {
				t.Errorf("frame %d, want %d; from the one before %q", same.No, next.No, same.Since(d.No))
			}
			break
		}
		<-changed
	}
	// A screen that breaks leaves the last frame, and the group lives on.
	broken := on(st, state.TabProgram)
	broken.Table = true
	if err := r.Publish(ani, snap, broken); err != nil {
		t.Fatal(err)
	}
	if what := <-panics; what != "no such table" {
		t.Error(what)
	}
	<-panics // the other group's
	if d, _ := a.Latest(); d.Frame() != "40 2" {
		t.Errorf("after breaking: %q", d.Frame())
	}
	if err := r.Publish(ani, snap, on(st, state.TabEstimate)); err != nil {
		t.Fatal(err)
	}
	frameOf(t, a, "40 1")
	frameOf(t, c, "30 1")
	gs.Leave(a)
	gs.Leave(b)
	gs.Leave(c)
	if gs.Len() != 0 {
		t.Errorf("%d groups without members", gs.Len())
	}
}

func BenchmarkDiff(b *testing.B) {
	snap := snapshot(b)
	var envs meeting.Envs
	var p meeting.Painter
	for tab := state.TabRegional; tab < state.Tabs; tab++ {
		s := ui.New(snap, on(state.New("6271"), tab), envs.For(meeting.Key{Width: 120, Height: 36, Profile: colorprofile.TrueColor}))
		one := s.Frame().Text
		s.Run(keys.Down)
		two := s.Frame().Text
		b.Run(fmt.Sprintf("tab%d", tab+1), func(b *testing.B) {
			b.ReportAllocs()
			n := 0
			for range b.N {
				n = len(p.Diff(120, 36, one, two))
				one, two = two, one
			}
			b.ReportMetric(float64(n), "bytes")
		})
	}
}
