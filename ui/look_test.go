package ui_test

import (
	"strings"
	"testing"

	"rakor/ui"
	"rakor/ui/state"
)

// TestCellOpensItsRows: from the matrix Enter lists the rows of a cell, Esc shows
// all, and what changes an entry waits until one can see it.
func TestCellOpensItsRows(t *testing.T) {
	t.Parallel()
	s := session(t, 120, 36)
	typeKeys(s, "3", "m", "right", "right")
	for _, k := range []string{"e", "d", "space"} {
		if effects := s.Key(press(k)); len(effects) > 0 || s.State().Program.View != state.MatrixView || !strings.Contains(plain(s), "daftar dulu") {
			t.Errorf("%s in the matrix: %+v\n%s", k, effects, plain(s))
		}
	}
	typeKeys(s, "enter")
	if p := s.State().Program; p.View != state.ListView || !strings.Contains(p.Filter, `kec="Pahandut" strategi=3`) {
		t.Errorf("%+v", p)
	}
	typeKeys(s, "esc")
	if s.State().Program.Filter != "" {
		t.Error("Esc keeps the filter")
	}
}

// TestFilterIsKept: F offers to keep the filter in use, under a name.
func TestFilterIsKept(t *testing.T) {
	t.Parallel()
	s := session(t, 120, 36)
	s.Do(state.ShowTab{Tab: state.TabProgram})
	s.Do(state.SetFilter{Filter: "tanpa:real"})
	typeKeys(s, "F", "enter", "B", "e", "l", "u", "m")
	effects := s.Key(press("enter"))
	if len(effects) != 1 || effects[0] != (state.WriteFilter{Filter: state.SavedFilter{Name: "Belum", Filter: "tanpa:real"}}) {
		t.Fatalf("%+v\n%s", effects, plain(s))
	}
	snap := *snapshot(t)
	snap.Rev, snap.Filters = 9, []state.SavedFilter{{Name: "Belum", Filter: "tanpa:real"}}
	s = ui.New(&snap, state.New("6271"), env(120, 36))
	for _, line := range []string{"pakai saringan belum", "urut opd, pagu turun", "tampilan matriks", "kelompok per OPD"} {
		if _, answer := s.Command(line); answer != "" {
			t.Errorf("%s: %s", line, answer)
		}
	}
	p := s.State().Program
	if p.Filter != "tanpa:real" || snap.SavedAs(p.Filter) != "Belum" || p.View != state.MatrixView || p.By != state.GroupDepartment || len(p.Orders()) != 2 {
		t.Errorf("%+v", p)
	}
}
