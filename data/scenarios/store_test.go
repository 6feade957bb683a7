package scenarios_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rakor/data/durable"
	"rakor/data/durable/durabletest"
	"rakor/data/scenarios"
	"rakor/model"
)

const dir = "/home/rina/rakor"

func noon() time.Time { return time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC) }

func free(context.Context) (func() error, error) { return func() error { return nil }, nil }

func open(t testing.TB, fsys durable.Tree) *scenarios.Store {
	t.Helper()
	s, err := scenarios.Open(dir, scenarios.Options{FS: fsys, Lock: free})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func scenario(name string, rate float64) scenarios.Scenario {
	return scenarios.Scenario{
		Name: name, Region: "6271", Period: model.Period{Year: 2025, Month: 3},
		Inputs: map[string]float64{"rate": rate}, Dataset: "sha256:00",
	}
}

func save(t testing.TB, s *scenarios.Store, x scenarios.Scenario) {
	t.Helper()
	var was *scenarios.Scenario
	if old, ok := scenarios.Find(s.All(), x.Region, x.Name); ok {
		was = &old
	}
	if err := s.Save(t.Context(), x, was, noon()); err != nil {
		t.Fatal(err)
	}
}

// names tells what is in a store, "Dasar=3.62 ...".
func names(s *scenarios.Store) string {
	var out []string
	for _, x := range s.All() {
		out = append(out, fmt.Sprintf("%s=%v", x.Name, x.Inputs["rate"]))
	}
	return strings.Join(out, " ")
}

func TestSaveRenameRemoveUndo(t *testing.T) {
	t.Parallel()
	disk := durabletest.NewDisk()
	s := open(t, disk)
	want := func(what string) {
		t.Helper()
		if got := names(s); got != what {
			t.Errorf("%q, want %q", got, what)
		}
		if again := names(open(t, disk)); again != what {
			t.Errorf("after a restart %q, want %q", again, what)
		}
	}
	want("")
	save(t, s, scenario("Dasar", 3.62))
	save(t, s, scenario("Hati-hati", 4))
	want("Dasar=3.62 Hati-hati=4")
	save(t, s, scenario("Dasar", 3.5))
	want("Dasar=3.5 Hati-hati=4")
	dasar, _ := scenarios.Find(s.All(), "6271", "Dasar")
	if err := s.Rename(t.Context(), dasar, "Awal", noon()); err != nil {
		t.Fatal(err)
	}
	want("Awal=3.5 Hati-hati=4")
	awal, _ := scenarios.Find(s.All(), "6271", "Awal")
	if err := s.Remove(t.Context(), awal, noon()); err != nil {
		t.Fatal(err)
	}
	want("Hati-hati=4")

	undo := func(do, name, left string) {
		t.Helper()
		u, err := s.Undo(t.Context(), noon())
		if err != nil || u.Do != do || u.Name != name {
			t.Errorf("undone %+v, %v; want %s %s", u, err, do, name)
		}
		want(left)
	}
	undo("remove", "Awal", "Awal=3.5 Hati-hati=4")
	undo("rename", "Awal", "Dasar=3.5 Hati-hati=4")
	save(t, s, scenario("Baru", 1)) // a change after an undo can be undone itself
	undo("save", "Baru", "Dasar=3.5 Hati-hati=4")
	undo("save", "Dasar", "Dasar=3.62 Hati-hati=4")
	undo("save", "Hati-hati", "Dasar=3.62")
	undo("save", "Dasar", "")
	if _, err := s.Undo(t.Context(), noon()); !errors.Is(err, scenarios.ErrNothing) {
		t.Errorf("nothing is left to undo: %v", err)
	}
	want("")
}

// Every call of a change is made to fail, in every way, with and without a
// power failure after it: old or new, and new where it was acknowledged.
func TestEverySystemCallFails(t *testing.T) {
	t.Parallel()
	stories := map[string]func(s *scenarios.Store) error{
		"save": func(s *scenarios.Store) error {
			return s.Save(t.Context(), scenario("Baru", 2), nil, noon())
		},
		"rename": func(s *scenarios.Store) error {
			x, _ := scenarios.Find(s.All(), "6271", "Dasar")
			return s.Rename(t.Context(), x, "Lain", noon())
		},
		"undo": func(s *scenarios.Store) error { _, err := s.Undo(t.Context(), noon()); return err },
	}
	failed := 0
	for name, story := range stories {
		for _, how := range durabletest.Ways() {
			for at := 1; ; at++ {
				disk := durabletest.NewDisk()
				before := open(t, disk)
				save(t, before, scenario("Dasar", 3.62))
				old := names(before)
				clean := durabletest.NewDisk()
				expected := open(t, clean)
				save(t, expected, scenario("Dasar", 3.62))
				if err := story(expected); err != nil {
					t.Fatal(err)
				}
				now := names(expected)

				faulty := durabletest.NewFaults(disk, at, how)
				s, err := scenarios.Open(dir, scenarios.Options{FS: faulty, Lock: free})
				if err == nil {
					err = story(s)
				}
				if s != nil && err == nil && names(s) != now {
					t.Fatalf("%s, %v: acknowledged, and it shows %q", name, faulty, names(s))
				}
				for crash, after := range disk.Crashes() {
					r, rerr := scenarios.Open(dir, scenarios.Options{FS: after, Lock: free})
					if rerr != nil {
						t.Fatalf("%s, %v, %+v: %v", name, faulty, crash, rerr)
					}
					if got := names(r); got != now && (err == nil || got != old) {
						t.Fatalf("%s, %v, %+v: %q; old %q, new %q, error %v", name, faulty, crash, got, old, now, err)
					}
				}
				if !faulty.Fired() {
					break
				}
				failed++
			}
		}
	}
	if failed < 40 {
		t.Errorf("only %d calls were made to fail", failed)
	}
}

// Two programs at once: the second change of one scenario is refused with what
// is there, one of another goes through.
func TestTwoPrograms(t *testing.T) {
	t.Parallel()
	disk := durabletest.NewDisk()
	a := open(t, disk)
	save(t, a, scenario("Dasar", 3.62))
	save(t, a, scenario("Lain", 5))
	b := open(t, disk)
	was, _ := scenarios.Find(b.All(), "6271", "Dasar")
	save(t, a, scenario("Dasar", 3.3))
	var c *scenarios.ConflictError
	if err := b.Save(t.Context(), scenario("Dasar", 9), &was, noon()); !errors.As(err, &c) || c.Now == nil || c.Now.Inputs["rate"] != 3.3 {
		t.Errorf("changed by another: %v", err)
	}
	if err := b.Save(t.Context(), scenario("Dasar", 9), nil, noon()); !errors.As(err, &c) {
		t.Errorf("made by another: %v", err)
	}
	if err := b.Remove(t.Context(), was, noon()); !errors.As(err, &c) {
		t.Errorf("removed although changed: %v", err)
	}
	other, _ := scenarios.Find(b.All(), "6271", "Lain")
	if err := b.Rename(t.Context(), other, "Dasar", noon()); !errors.As(err, &c) {
		t.Errorf("renamed onto another: %v", err)
	}
	if err := b.Remove(t.Context(), other, noon()); err != nil {
		t.Errorf("another scenario: %v", err)
	}
	if got := names(b); got != "Dasar=3.3" {
		t.Errorf("%q", got)
	}
	if err := a.Remove(t.Context(), other, noon()); !errors.As(err, &c) || c.Now != nil {
		t.Errorf("gone already: %v", err)
	}
}

func TestRefused(t *testing.T) {
	t.Parallel()
	disk := durabletest.NewDisk()
	s := open(t, disk)
	bad := func(change func(*scenarios.Scenario)) scenarios.Scenario {
		x := scenario("Dasar", 3.62)
		change(&x)
		return x
	}
	for name, c := range map[string]struct {
		x    scenarios.Scenario
		want error
	}{
		"no name":      {bad(func(x *scenarios.Scenario) { x.Name = "" }), scenarios.ErrName},
		"blank name":   {bad(func(x *scenarios.Scenario) { x.Name = " Dasar" }), scenarios.ErrName},
		"long name":    {bad(func(x *scenarios.Scenario) { x.Name = strings.Repeat("a", scenarios.MaxName+1) }), scenarios.ErrName},
		"escape":       {bad(func(x *scenarios.Scenario) { x.Name = "a\x1b[2J" }), scenarios.ErrName},
		"bidi":         {bad(func(x *scenarios.Scenario) { x.Name = "a\u202eb" }), scenarios.ErrName},
		"two lines":    {bad(func(x *scenarios.Scenario) { x.Name = "a\nb" }), scenarios.ErrName},
		"broken bytes": {bad(func(x *scenarios.Scenario) { x.Name = "a\xff" }), scenarios.ErrName},
		"no region":    {bad(func(x *scenarios.Scenario) { x.Region = "x" }), scenarios.ErrInvalid},
		"no number":    {bad(func(x *scenarios.Scenario) { x.Inputs["rate"] = math.NaN() }), scenarios.ErrInvalid},
	} {
		if err := s.Save(t.Context(), c.x, nil, noon()); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for i := range scenarios.Most {
		save(t, s, scenario(fmt.Sprintf("s%03d", i), 1))
	}
	if err := s.Save(t.Context(), scenario("too many", 1), nil, noon()); !errors.Is(err, scenarios.ErrFull) {
		t.Errorf("one more: %v", err)
	}
	r, err := scenarios.Open(dir, scenarios.Options{FS: disk, Lock: free, ReadOnly: true})
	if err != nil || len(r.All()) != scenarios.Most {
		t.Fatalf("%d, %v", len(r.All()), err)
	}
	if _, err := r.Undo(t.Context(), noon()); !errors.Is(err, scenarios.ErrReadOnly) {
		t.Errorf("read only: %v", err)
	}
}

// The journal does not grow for ever, and undo reaches as far as it does.
func TestTrimmed(t *testing.T) {
	t.Parallel()
	disk := durabletest.NewDisk()
	s := open(t, disk)
	for i := range 350 {
		save(t, s, scenario("Dasar", float64(i)))
	}
	if got := names(open(t, disk)); got != "Dasar=349" {
		t.Errorf("%q", got)
	}
	n := 0
	for {
		if _, err := s.Undo(t.Context(), noon()); err != nil {
			if !errors.Is(err, scenarios.ErrNothing) {
				t.Fatal(err)
			}
			break
		}
		n++
	}
	if n < 50 {
		t.Errorf("only %d changes could be undone", n)
	}
}

// A real directory, with its lock.
func TestOnDisk(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "rakor")
	s, err := scenarios.Open(dir, scenarios.Options{})
	if err != nil {
		t.Fatal(err)
	}
	save(t, s, scenario("Dasar", 3.62))
	again, err := scenarios.Open(dir, scenarios.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := scenario("Dasar", 3.62)
	want.Saved = noon()
	if diff := cmp.Diff([]scenarios.Scenario{want}, again.All()); diff != "" {
		t.Error(diff)
	}
	again.All()[0].Inputs["rate"] = 99
	if names(again) != "Dasar=3.62" {
		t.Error("the store hands out its own maps")
	}
	lock, err := durable.Acquire(t.Context(), filepath.Join(dir, "lock"), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = lock.Release() }()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Save(ctx, scenario("Lain", 1), nil, noon()); err == nil {
		t.Error("saved while another program holds the lock")
	}
}

func TestBrokenJournal(t *testing.T) {
	t.Parallel()
	for name, line := range map[string]string{
		"no scenarios":     `{"format":"rakor/programmes/1"}`,
		"another version":  `{"format":"rakor/scenarios/2","scenarios":[]}`,
		"a list":           `[1]`,
		"a nameless one":   `{"format":"rakor/scenarios/1","scenarios":[{"region":"6271","inputs":{}}]}`,
		"an evil name":     `{"format":"rakor/scenarios/1","scenarios":[{"name":"a\u001b[2J","region":"6271"}]}`,
		"one twice":        `{"format":"rakor/scenarios/1","scenarios":[{"name":"a","region":"6271"},{"name":"a","region":"6271"}]}`,
		"a huge number":    `{"format":"rakor/scenarios/1","scenarios":[{"name":"a","region":"6271","inputs":{"rate":1e999}}]}`,
		"text for a value": `{"format":"rakor/scenarios/1","scenarios":[{"name":"a","region":"6271","inputs":{"rate":"x"}}]}`,
	} {
		disk := durabletest.NewDisk()
		if err := durable.MakeDir(disk, dir); err != nil {
			t.Fatal(err)
		}
		j, _, err := durable.OpenJournal(disk, filepath.Join(dir, scenarios.File), durable.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := j.Append(json.RawMessage(line)); err != nil {
			t.Fatal(err)
		}
		if _, err := scenarios.Open(dir, scenarios.Options{FS: disk}); !errors.Is(err, scenarios.ErrBroken) {
			t.Errorf("%s: %v", name, err)
		}
	}
	path := filepath.Join(t.TempDir(), scenarios.File)
	if err := os.WriteFile(path, []byte("not a journal\n{}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := scenarios.Open(filepath.Dir(path), scenarios.Options{}); !errors.Is(err, durable.ErrCorrupt) {
		t.Errorf("a damaged file: %v", err)
	}
}

// An input that this version does not know is kept.
func TestUnknownInputsAreKept(t *testing.T) {
	t.Parallel()
	disk := durabletest.NewDisk()
	s := open(t, disk)
	x := scenario("Dasar", 1)
	x.Inputs["of_tomorrow"] = 7
	save(t, s, x)
	save(t, s, scenario("Lain", 2))
	got, _ := scenarios.Find(open(t, disk).All(), "6271", "Dasar")
	if got.Inputs["of_tomorrow"] != 7 {
		t.Errorf("%+v", got)
	}
}
