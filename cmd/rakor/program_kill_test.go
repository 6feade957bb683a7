//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"rakor/ui/lang"
)

// killRounds is how often the short loop kills; RAKOR_KILL_ROUNDS=1000 makes it
// the long one.
const killRounds = 30

// addCall gives a call that adds a row whose fields all say the same number.
func addCall(tb testing.TB, dir string, n int) *exec.Cmd {
	tb.Helper()
	text := strconv.Itoa(n)
	cmd := exec.CommandContext(tb.Context(), binary(tb), "--data", dir, "program", "add", "--year", "2026", "--department", "OPD "+text,
		"--code", "1.06.05", "--name", "Program "+text, "--strategy", "1", "--allocation", text, "--note", text)
	cmd.Env = []string{"HOME=" + dir, "USER=rina"}
	return cmd
}

// listed gives the notes of the rows that were added, and how often each stands
// there. A row that is not whole fails the test.
func addedRows(tb testing.TB, dir string) map[string]int {
	tb.Helper()
	cmd := exec.CommandContext(tb.Context(), binary(tb), "--data", dir, "program", "list", "--format", "json", "--filter", `opd:"OPD "`)
	cmd.Env = []string{"HOME=" + dir}
	out, err := cmd.Output()
	if err != nil {
		tb.Fatalf("the list cannot be read: %v\n%s", err, out)
	}
	var got struct {
		Result struct {
			Entries []struct {
				ID, Department, Name, Note string
				Budget                     int
			}
		}
	}
	if err := json.Unmarshal(out, &got); err != nil {
		tb.Fatal(err)
	}
	rows := map[string]int{}
	for _, e := range got.Result.Entries {
		if e.Department != "OPD "+e.Note || e.Name != "Program "+e.Note || strconv.Itoa(e.Budget) != e.Note {
			tb.Errorf("half a row: %+v", e)
		}
		rows[e.Note]++
	}
	return rows
}

// TestKilledAtRandom kills `program add` at random moments. What it said was
// saved is there, once and whole; what it did not say may be there, whole, or
// not at all.
func TestKilledAtRandom(t *testing.T) {
	t.Parallel()
	rounds := killRounds
	if n, err := strconv.Atoi(os.Getenv("RAKOR_KILL_ROUNDS")); err == nil {
		rounds = n
	}
	dir := filepath.Join(t.TempDir(), "data")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	binary(t)
	started := time.Now()
	if out, err := addCall(t, dir, 0).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	whole := time.Since(started)
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 1))
	acknowledged, killed := map[string]bool{"0": true}, 0
	for n := 1; n <= rounds; n++ {
		cmd := addCall(t, dir, n)
		var out bytes.Buffer
		cmd.Stdout = &out
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		moment := time.AfterFunc(time.Duration(random.Float64()*1.3*float64(whole)), func() { _ = cmd.Process.Signal(syscall.SIGKILL) })
		err := cmd.Wait()
		moment.Stop()
		if strings.Contains(out.String(), "tersimpan di disk") {
			acknowledged[strconv.Itoa(n)] = true
		} else if err == nil {
			t.Fatalf("round %d: done without a word", n)
		}
		if err != nil {
			killed++
		}
		if n%50 == 0 || n == rounds {
			rows := addedRows(t, dir)
			for note := range acknowledged {
				if rows[note] != 1 {
					t.Fatalf("round %d, seed %d: row %s was acknowledged and is there %d times", n, seed, note, rows[note])
				}
			}
			for note, times := range rows {
				if times != 1 {
					t.Fatalf("round %d, seed %d: row %s is there %d times", n, seed, note, times)
				}
			}
		}
	}
	rows := addedRows(t, dir)
	t.Logf("%d rounds, %d killed, %d acknowledged, %d rows there: none of the acknowledged lost, none half there (seed %d)",
		rounds, killed, len(acknowledged)-1, len(rows)-1, seed)
	if rounds > 100 && (killed == 0 || killed == rounds) { // a few may all fall on one side of a slow machine's moment
		t.Errorf("%d of %d were killed: the moments are badly chosen", killed, rounds)
	}
	if out, err := addCall(t, dir, rounds+1).CombinedOutput(); err != nil {
		t.Fatalf("the next program: %v\n%s", err, out)
	}
	leftover, err := filepath.Glob(filepath.Join(dir, ".*rakor-tmp*"))
	if err != nil || len(leftover) > 0 {
		t.Error(leftover, err)
	}
}

// TestProgramsAtOnce: several programs add at the same time, and none of the
// rows is lost.
func TestProgramsAtOnce(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "data")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	const programs, each = 3, 5
	for p := range programs {
		all.Go(func() {
			for i := range each {
				if out, err := addCall(t, dir, 100*p+i).CombinedOutput(); err != nil {
					t.Errorf("%v\n%s", err, out)
				}
			}
		})
	}
	all.Wait()
	if rows := addedRows(t, dir); len(rows) != programs*each {
		t.Errorf("%d rows, want %d: %v", len(rows), programs*each, rows)
	}
}

// TestLockedList: while another program holds the lock, a write is refused with
// its own status; a lock that a killed program left behind is none.
func TestLockedList(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	holder, err := os.OpenFile(filepath.Join(dir, "lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer holder.Close() //nolint:errcheck // closed to let go
	if err := syscall.Flock(int(holder.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	out, err := addCall(t, dir, 1).CombinedOutput()
	if code := exitStatus(err); code != exitConflict || !strings.Contains(string(out), "dikunci program lain") {
		t.Fatalf("status %d: %s", code, out)
	}
	if err := holder.Close(); err != nil {
		t.Fatal(err)
	}
	if out, err := addCall(t, dir, 1).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

func exitStatus(err error) int {
	exit, ok := err.(*exec.ExitError) //nolint:errorlint // as exec gives it
	if !ok {
		return 0
	}
	return exit.ExitCode()
}

// TestConflictSentence: what a person reads whose edit comes second.
func TestConflictSentence(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	call := func(a *app, args ...string) error {
		root := a.rootCommand()
		root.SetArgs(append([]string{"--data", dir}, args...))
		root.SetOut(a.out)
		return root.ExecuteContext(t.Context())
	}
	fresh := func() *app {
		return &app{process: process{out: &bytes.Buffer{}, err: &bytes.Buffer{}, now: time.Now}, words: lang.For(lang.Indonesian)}
	}
	second := fresh()
	if err := call(second, "program", "list"); err != nil { // it has read the list
		t.Fatal(err)
	}
	if err := call(fresh(), "program", "edit", "p001", "--allocation", "2M"); err != nil {
		t.Fatal(err)
	}
	err := call(second, "program", "edit", "p001", "--allocation", "3M")
	want := "Pagu pada p001 sudah diubah orang lain: semula Rp2.500.000.000, sekarang Rp2.000.000.000, dari Anda Rp3.000.000.000. " +
		"Tidak ada yang ditulis; lihat rakor program show p001, lalu ulangi."
	if exitCode(err) != exitConflict || err.Error() != want {
		t.Errorf("status %d:\n%v\nwant\n%s", exitCode(err), err, want)
	}
	// Another row, and another field of the same row, go through.
	for _, args := range [][]string{{"program", "edit", "p001", "--note", "dua"}, {"program", "edit", "p003", "--note", "dua"}} {
		if err := call(second, args...); err != nil {
			t.Error(err)
		}
	}
	out := &bytes.Buffer{}
	third := fresh()
	third.out = out
	if err := call(third, "program", "show", "p001", "--format", "json"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"budget": 2000000000`, `"note": "dua"`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %s in %s", want, out)
		}
	}
}
