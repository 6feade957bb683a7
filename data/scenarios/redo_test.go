package scenarios_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rakor/data/scenarios"
)

// What was taken back is made again step by step, across an opening, until
// something else is changed.
func TestRedo(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	open := func() *scenarios.Store {
		s, err := scenarios.Open(dir, scenarios.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	s := open()
	names := func() string {
		var out []string
		for _, x := range s.All() {
			out = append(out, x.Name)
		}
		return strings.Join(out, ",")
	}
	var states []string
	note := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		states = append(states, names())
	}
	note(nil)
	note(s.Save(t.Context(), scenario("a", 1), nil, noon()))
	note(s.Save(t.Context(), scenario("b", 2), nil, noon()))
	a, _ := scenarios.Find(s.All(), "6271", "a")
	note(s.Rename(t.Context(), a, "c", noon()))
	b, _ := scenarios.Find(s.All(), "6271", "b")
	note(s.Remove(t.Context(), b, noon()))
	if _, err := s.Redo(t.Context(), noon()); !errors.Is(err, scenarios.ErrNothing) {
		t.Errorf("nothing was taken back: %v", err)
	}
	var said []string
	for i := len(states) - 2; i >= 0; i-- {
		if _, err := s.Undo(t.Context(), noon()); err != nil || names() != states[i] {
			t.Fatalf("undo to %d: %q, %v", i, names(), err)
		}
	}
	s = open()
	for i := 1; i < len(states); i++ {
		u, err := s.Redo(t.Context(), noon())
		if err != nil || names() != states[i] {
			t.Fatalf("redo to %d: %q, want %q, %v", i, names(), states[i], err)
		}
		said = append(said, u.Do+" "+u.Name)
	}
	if want := []string{"save a", "save b", "rename c", "remove b"}; !slices.Equal(said, want) {
		t.Errorf("%q, want %q", said, want)
	}
	for range 2 { // back and forth at the end
		if _, err := s.Undo(t.Context(), noon()); err != nil || names() != states[3] {
			t.Fatal(names(), err)
		}
		if _, err := s.Redo(t.Context(), noon()); err != nil || names() != states[4] {
			t.Fatal(names(), err)
		}
	}
	if _, err := s.Undo(t.Context(), noon()); err != nil {
		t.Fatal(err)
	}
	if err := s.Save(t.Context(), scenario("d", 4), nil, noon()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Redo(t.Context(), noon()); !errors.Is(err, scenarios.ErrNothing) {
		t.Errorf("after another change: %v", err)
	}
	for i := range 3 {
		if _, err := s.Undo(t.Context(), noon()); err != nil {
			t.Fatal(fmt.Sprint(i), err)
		}
	}
	if names() != states[1] {
		t.Errorf("%q", names())
	}
}
