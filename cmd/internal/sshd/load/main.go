// Command load measures what a meeting costs: the real server on loopback, the
// real three tabs, and as many real SSH clients as asked for, in a process of
// their own so that the server's memory and time are its own.
//
//	go run ./cmd/internal/sshd/load                # the usual rows, medians of 5
//	go run ./cmd/internal/sshd/load -n 400 -runs 1
//	go run ./cmd/internal/sshd/load -soak 10m      # slow readers and storms
//
// A step is one key of the presenter; it is over when the last follower's
// terminal has the frame. Server and clients share the processors: the clients'
// half of the work (one decryption, one answer a frame) is in every figure.
package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"slices"
	"strconv"
	"strings"
	"time"

	"rakor/cmd/internal/sshd"
	"rakor/data"
	"rakor/ui"
	"rakor/ui/keys"
	"rakor/ui/meeting"
	"rakor/ui/state"
)

// plan is what to measure.
type plan struct {
	followers []int
	tmux      []int // followers of tmux
	alone     int
	steps     int
	runs      int
	soak      time.Duration
	judge     bool // fail where a soak shows what must not be
	width     int
	height    int
	rtt       time.Duration
}

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("load", flag.ContinueOnError)
	var (
		ns    = fs.String("n", "100,400,1000", "followers of each row")
		p     plan
		child = fs.String("client", "", "be the clients of the server at this address")
		n     = fs.Int("followers", 0, "with -client: how many follow")
		nag   = fs.String("trouble", "", "be everything that could slow the server at this address down, until the input ends")
		stage = fs.String("show", "", "be what a session of tmux shows, a step for each line of this file")
		tmux  = fs.String("tmux", "100", "followers of tmux over sshd, beside which the rows are set; \"\" for none")
		prof  = fs.String("profile", "", "write a profile of the server's processor time to this file")
		wide  = fs.Int("abreast", 1, "with -client: how many come in at once")
	)
	fs.IntVar(&p.alone, "alone", 400, "how many look around alone in the last row, 0 for no such row")
	fs.IntVar(&p.steps, "steps", 100, "steps of a run")
	fs.IntVar(&p.runs, "runs", 5, "runs of a row, of which the median is told")
	fs.DurationVar(&p.soak, "soak", 0, "instead: steps for so long, while others are slow, storm, and come and go")
	fs.BoolVar(&p.judge, "judge", false, "with -soak: fail where the others' p99 is not under twice its quiet value, or something stays behind")
	fs.IntVar(&p.width, "width", 120, "of the followers' windows")
	fs.IntVar(&p.height, "height", 36, "of the followers' windows")
	fs.DurationVar(&p.rtt, "rtt", 10*time.Millisecond, "between a frame and the terminal's answer, as over a network")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if *stage != "" {
		return show(*stage, p.width, p.height, out)
	}
	if *nag != "" {
		ctx, stop := context.WithCancel(context.Background())
		go func() {
			_, _ = io.Copy(io.Discard, os.Stdin)
			stop()
		}()
		trouble(ctx, *nag, p.soak)
		return nil
	}
	if *child != "" {
		return clients(*child, *n, p.alone, p.width, p.height, *wide, p.rtt, os.Stdin, out)
	}
	for list, to := range map[*string]*[]int{ns: &p.followers, tmux: &p.tmux} {
		for _, s := range strings.FieldsFunc(*list, func(r rune) bool { return r == ',' || r == ' ' }) {
			k, err := strconv.Atoi(s)
			if err != nil {
				return err
			}
			*to = append(*to, k)
		}
	}
	if *prof != "" {
		stop, err := profile(*prof)
		if err != nil {
			return err
		}
		defer stop()
	}
	if p.soak > 0 {
		return soak(p, out)
	}
	return table(p, out)
}

// profile writes where the processors' time goes to a file, until stopped.
func profile(file string) (stop func(), err error) {
	f, err := os.Create(file)
	if err != nil {
		return nil, err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return func() {
		pprof.StopCPUProfile()
		_ = f.Close()
	}, nil
}

// row is the figures of one run.
type row struct {
	firstP50, firstMx time.Duration // connect to first frame
	p50, p99          time.Duration // step to the last follower, within a tab
	tab50, tab99      time.Duration // and from one tab to another, which is a new screen
	bytes, tabBytes   float64       // a step and follower
	cpu               time.Duration // of the server a step; 0 where unknown
	rss, live         float64       // MB a connection, of the process and of the heap and stacks in use
	missed            int
	keyP99            time.Duration // of who looks around: key to frame
	joining           time.Duration // p99 of a step while half of them still join
}

func table(p plan, out io.Writer) error {
	fmt.Fprintf(out, "%s/%s, %d processors, %dx%d, %d steps over the three tabs, median of %d\n\n",
		runtime.GOOS, runtime.GOARCH, runtime.GOMAXPROCS(0), p.width, p.height, p.steps, p.runs)
	fmt.Fprintln(out, "| followers | first frame p50, max | step p50, p99 | another tab p50, p99 | any step while joining p99 | bytes a step, another tab | CPU a step | memory each: process, in use | missed | key p99 |")
	fmt.Fprintln(out, "| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
	type kind struct{ n, alone int }
	var kinds []kind
	for _, n := range p.followers {
		kinds = append(kinds, kind{n, 0})
	}
	if p.alone > 0 {
		kinds = append(kinds, kind{400, p.alone})
	}
	for _, k := range kinds {
		var rows []row
		for range p.runs {
			r, err := measure(p, k.n, k.alone)
			if err != nil {
				return fmt.Errorf("%d followers: %w", k.n, err)
			}
			rows = append(rows, r)
		}
		name := strconv.Itoa(k.n)
		if k.alone > 0 {
			name += fmt.Sprintf(" and %d alone", k.alone)
		}
		ms := func(f func(row) time.Duration) string {
			return fmt.Sprintf("%.1f ms", float64(median(rows, f))/float64(time.Millisecond))
		}
		key := "-"
		if k.alone > 0 {
			key = ms(func(r row) time.Duration { return r.keyP99 })
		}
		missed := 0
		for _, r := range rows {
			missed += r.missed
		}
		fmt.Fprintf(out, "| %s | %s, %s | %s, %s | %s, %s | %s | %.0f, %.0f | %s | %.3f MB, %.3f MB | %d | %s |\n", name,
			ms(func(r row) time.Duration { return r.firstP50 }), ms(func(r row) time.Duration { return r.firstMx }),
			ms(func(r row) time.Duration { return r.p50 }), ms(func(r row) time.Duration { return r.p99 }),
			ms(func(r row) time.Duration { return r.tab50 }), ms(func(r row) time.Duration { return r.tab99 }),
			ms(func(r row) time.Duration { return r.joining }),
			median(rows, func(r row) float64 { return r.bytes }), median(rows, func(r row) float64 { return r.tabBytes }), ms(func(r row) time.Duration { return r.cpu }),
			median(rows, func(r row) float64 { return r.rss }), median(rows, func(r row) float64 { return r.live }), missed, key)
	}
	for _, n := range p.tmux {
		if err := beside(p, n, out); err != nil {
			return err
		}
	}
	return nil
}

func median[T cmp.Ordered](rows []row, f func(row) T) T {
	var xs []T
	for _, r := range rows {
		xs = append(xs, f(r))
	}
	slices.Sort(xs)
	return xs[len(xs)/2]
}

// percentile gives the value below which the share q of xs lies.
func percentile[T cmp.Ordered](xs []T, q float64) T {
	if len(xs) == 0 {
		var none T
		return none
	}
	xs = slices.Clone(xs)
	slices.Sort(xs)
	return xs[min(int(q*float64(len(xs))), len(xs)-1)]
}

// hall is a running meeting whose presenter is this process.
type hall struct {
	room      *meeting.Room
	addr      string
	presenter meeting.ID
	session   *ui.Session
	snap      *state.Snapshot
	step      int
	stop      context.CancelFunc
	ended     chan error
	dir       string
}

func openHall(size int) (*hall, error) {
	store, err := data.Open(data.Options{})
	if err != nil {
		return nil, err
	}
	h := &hall{snap: &state.Snapshot{Rev: 1, Data: store.Dataset(), Programmes: store.Programmes()}, ended: make(chan error, 1)}
	if h.dir, err = os.MkdirTemp("", "load"); err != nil {
		return nil, err
	}
	key, err := sshd.HostKey(filepath.Join(h.dir, "key"))
	if err != nil {
		return nil, err
	}
	st := state.New("6271")
	h.room = meeting.NewRoom(time.Now, h.snap, st)
	srv, err := sshd.New(sshd.Config{
		Room: h.room, HostKey: key, Audience: sshd.Open, Max: size + 100, PerAddress: 2*size + 1000, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		return nil, err
	}
	l, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	h.addr = l.Addr().String()
	if h.presenter, err = h.room.Enter(meeting.Person{Name: "Penyaji"}, "local"); err != nil {
		return nil, err
	}
	var envs meeting.Envs
	h.session = ui.New(h.snap, st, envs.For(meeting.Key{Width: 120, Height: 36}))
	ctx, cancel := context.WithCancel(context.Background())
	h.stop = cancel
	go func() { h.ended <- srv.Serve(ctx, l) }()
	return h, nil
}

func (h *hall) close() error {
	h.stop()
	return errors.Join(<-h.ended, os.RemoveAll(h.dir))
}

// next presses the presenter's next key: rows on each of the three tabs, and
// the tabs themselves. Every step changes what is seen.
func (h *hall) next() (time.Time, error) {
	h.walk()
	at := time.Now()
	return at, h.room.Publish(h.presenter, h.snap, h.session.State())
}

// walk takes the next step.
func (h *hall) walk() {
	walk := []keys.Command{
		keys.Down, keys.Down, keys.Down, keys.Up, keys.Down, keys.Up, keys.TabEstimate, keys.Down, keys.More, keys.More,
		keys.Less, keys.Down, keys.Up, keys.TabProgram, keys.Down, keys.Down, keys.Up, keys.Down, keys.Up, keys.TabRegional,
	}
	before := h.seen()
	for range walk {
		h.session.Run(walk[h.step%len(walk)])
		h.step++
		if h.seen() != before {
			break
		}
	}
}

// seen is what a follower sees of the presenter's state: all but the last line.
func (h *hall) seen() string {
	text := ui.New(h.snap, h.session.State(), h.session.Env()).Frame().Text
	return text[:strings.LastIndexByte(text, '\n')]
}

// guests is the process with the clients.
type guests struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	lines chan report
	err   chan error
}

func invite(addr string, n, alone int, p plan, abreast int) (*guests, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	g := &guests{lines: make(chan report, 4096), err: make(chan error, 1)}
	g.cmd = exec.Command(self, "-client", addr, "-followers", strconv.Itoa(n), "-alone", strconv.Itoa(alone), //nolint:gosec,noctx // itself; it ends with its input
		"-width", strconv.Itoa(p.width), "-height", strconv.Itoa(p.height), "-abreast", strconv.Itoa(abreast), "-rtt", p.rtt.String())
	g.cmd.Stderr = os.Stderr
	if g.in, err = g.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := g.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := g.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		defer close(g.lines)
		sc := bufio.NewScanner(out)
		sc.Buffer(make([]byte, 1<<20), 64<<20)
		for sc.Scan() {
			var r report
			if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
				g.err <- err
				return
			}
			g.lines <- r
		}
	}()
	return g, nil
}

// want waits for a report of a kind.
func (g *guests) want(kind string, within time.Duration) (report, error) {
	timeout := time.After(within)
	for {
		select {
		case r, ok := <-g.lines:
			if !ok {
				return report{}, errors.New("the clients ended")
			}
			if r.Kind == kind {
				return r, nil
			}
		case err := <-g.err:
			return report{}, err
		case <-timeout:
			return report{}, fmt.Errorf("no %s within %v", kind, within)
		}
	}
}

func (g *guests) leave() error {
	_ = g.in.Close()
	for range g.lines {
	}
	return g.cmd.Wait()
}

// patience is how long so many may take to come.
func patience(n int) time.Duration { return time.Minute + time.Duration(n)*50*time.Millisecond }

func measure(p plan, n, alone int) (row, error) {
	h, err := openHall(n + alone)
	if err != nil {
		return row{}, err
	}
	r, err := h.measure(p, n, alone)
	return r, errors.Join(err, h.close())
}

func (h *hall) measure(p plan, n, alone int) (row, error) {
	var r row
	debug.FreeOSMemory()
	rss0, live0 := memory()
	// Half of them come while the presenter goes on.
	base, err := invite(h.addr, n/2, 0, p, 1)
	if err != nil {
		return r, err
	}
	joined, err := base.want("joined", patience(n))
	if err != nil {
		return r, err
	}
	rest, err := invite(h.addr, n-n/2, alone, p, 8)
	if err != nil {
		return r, err
	}
	var joining []time.Duration
	done := make(chan error, 1)
	var joined2 report
	go func() {
		var err error
		joined2, err = rest.want("joined", patience(n+alone))
		done <- err
	}()
	for busy := true; busy; {
		select {
		case err := <-done:
			if err != nil {
				return r, err
			}
			busy = false
		default:
			at, err := h.next()
			if err != nil {
				return r, err
			}
			round, err := base.want("round", time.Minute)
			if err != nil {
				return r, err
			}
			joining = append(joining, time.Unix(0, round.Last).Sub(at))
		}
	}
	r.joining = percentile(joining, 0.99)
	first := joined.First
	r.firstP50, r.firstMx = percentile(first, 0.5), percentile(first, 1)
	_ = joined2

	runtime.GC()
	rss1, live1 := memory()
	r.rss, r.live = (rss1-rss0)/float64(n+alone), (live1-live0)/float64(n+alone)
	return r, h.steps(p, n, &r, base, rest)
}

// steps measures steps to all, in quiet.
func (h *hall) steps(p plan, n int, r *row, base, rest *guests) error {
	for _, g := range []*guests{base, rest} { // from here on both count alike
		if _, err := io.WriteString(g.in, "count\n"); err != nil {
			return err
		}
		if _, err := g.want("counting", 10*time.Second); err != nil {
			return err
		}
	}
	var steps, tabs []time.Duration
	var bytes, tabBytes []float64
	cpu0 := processorTime()
	for range p.steps {
		was := h.session.State().Tab
		at, err := h.next()
		if err != nil {
			return err
		}
		last, sum := int64(0), int64(0)
		for _, g := range []*guests{base, rest} {
			round, err := g.want("round", time.Minute)
			if err != nil {
				r.missed++
				return err
			}
			last = max(last, round.Last)
			sum += round.Bytes
		}
		took, each := time.Unix(0, last).Sub(at), float64(sum)/float64(n)
		if h.session.State().Tab == was {
			steps, bytes = append(steps, took), append(bytes, each)
		} else {
			tabs, tabBytes = append(tabs, took), append(tabBytes, each)
		}
		time.Sleep(p.rtt + 30*time.Millisecond) // a presenter's fingers, and the clients' answers
	}
	r.cpu = (processorTime() - cpu0) / time.Duration(p.steps)
	r.p50, r.p99 = percentile(steps, 0.5), percentile(steps, 0.99)
	r.tab50, r.tab99 = percentile(tabs, 0.5), percentile(tabs, 0.99)
	r.bytes, r.tabBytes = percentile(bytes, 0.5), percentile(tabBytes, 0.5)
	for _, g := range []*guests{base, rest} {
		if err := h.compare(g, p); err != nil {
			return err
		}
	}
	keys, err := rest.want("keys", time.Second)
	if err == nil {
		r.keyP99 = percentile(keys.First, 0.99)
	}
	return errors.Join(base.leave(), rest.leave())
}
