package program_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/google/go-cmp/cmp"

	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/program"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// golden compares got with a file under testdata; UPDATE_GOLDEN=1 writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); d != "" {
		t.Errorf("%s (-want +got):\n%s", path, d)
	}
}

func TestFrames(t *testing.T) {
	snap := real(t)
	budget := state.Program{Sort: state.SortBudget, Desc: true}
	for _, c := range []struct {
		name  string
		w, h  int
		p     state.Program
		home  string
		table bool
		ascii bool
	}{
		{name: "120x31", w: 120, h: 31, p: budget},
		{name: "100x25", w: 100, h: 25, p: budget},
		{name: "80x19", w: 80, h: 19, p: budget},
		{name: "60x11", w: 60, h: 11, p: budget},
		{name: "200x55", w: 200, h: 55},
		{name: "filter-120x31", w: 120, h: 31, p: state.Program{Filter: "kec:Pahandut", Sort: state.SortDepartment}},
		{name: "fault-80x19", w: 80, h: 19, p: state.Program{Filter: "strategi:2 paguu>100jt"}},
		{name: "nothing-80x19", w: 80, h: 19, p: state.Program{Filter: "kec:Pahandut pagu>1T"}},
		{name: "table-120x31", w: 120, h: 31, p: state.Program{Selected: "p018"}, table: true},
		{name: "table-80x19", w: 80, h: 19, p: state.Program{Selected: "p018"}, table: true},
		{name: "ascii-120x31", w: 120, h: 31, p: state.Program{Selected: "p003"}, ascii: true},
		{name: "other-region-80x19", w: 80, h: 19, home: "6203"},
	} {
		for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
			e := env(c.w, c.h, l)
			e.ASCII = c.ascii
			st := city(c.p)
			st.Table = c.table
			if c.home != "" {
				st = state.New("6203")
			}
			lines, _ := draw(e, program.Build(snap, st))
			golden(t, fmt.Sprintf("%s.%s.txt", c.name, l.Code()), text(lines)+"\n")
		}
	}
}

// One frame as it is sent, a theme each.
func TestFramesInColour(t *testing.T) {
	snap := real(t)
	for name, th := range map[string]*theme.Theme{
		"dark":  theme.New(theme.Dark, colorprofile.TrueColor),
		"light": theme.New(theme.Light, colorprofile.ANSI256),
		"ansi":  theme.New(theme.Dark, colorprofile.ANSI),
		"mono":  theme.New(theme.None, colorprofile.NoTTY),
	} {
		e := env(120, 31, lang.Indonesian)
		e.Theme = th
		c := block.New(e)
		program.Render(e, c.All(), program.Build(snap, city(state.Program{Sort: state.SortBudget, Desc: true, Selected: "p018"})))
		golden(t, "120x31."+name+".ansi", c.Frame(th)+"\n")
	}
}

func TestSheetsAndLines(t *testing.T) {
	snap := real(t)
	for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
		e := env(120, 31, l)
		for _, id := range []string{"p003", "p018"} {
			v := program.Build(snap, city(state.Program{Selected: "p003", Filter: "disperkim"}))
			if id == "p018" {
				v = program.Build(snap, city(state.Program{Selected: "p018"}))
			}
			out := []string{program.Status(e, v), program.Context(e, v, 60), ""}
			for _, sh := range []block.Sheet{program.Detail(e, v), program.Card(e, v), program.Warnings(e, v)} {
				out = append(append(out, sh.Lines()...), "")
			}
			golden(t, fmt.Sprintf("sheets-%s.%s.txt", id, l.Code()), text(out)+"\n")
		}
		v := program.Build(snap, city(state.Program{Filter: "opd:dinsos", Sort: state.SortCode}))
		golden(t, "linear."+l.Code()+".txt", text(program.Linear(e, v))+"\n")
	}
}
