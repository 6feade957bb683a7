package program_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/google/go-cmp/cmp"

	"rakor/data"
	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/program"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// real gives the embedded data.
func real(tb testing.TB) *state.Snapshot {
	tb.Helper()
	s, err := data.Open(data.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return &state.Snapshot{Rev: 1, Data: s.Dataset(), Programmes: s.Programmes()}
}

func env(w, h int, l lang.Lang) block.Env {
	return block.Env{Width: w, Height: h, Theme: theme.New(theme.None, colorprofile.NoTTY), Words: lang.For(l)}
}

// city gives the state of the tab for the city.
func city(p state.Program) state.State {
	st := state.New("6271")
	st.Tab, st.Program = state.TabProgram, p
	return st
}

// draw gives the lines of the tab without attributes, and what can be pressed.
func draw(e block.Env, v program.View) ([]string, []block.Hit) {
	c := block.New(e)
	program.Render(e, c.All(), v)
	return strings.Split(plain(c.Frame(e.Theme)), "\n"), c.Hits()
}

// plain takes the theme's own sequences away, and nothing else.
func plain(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		if strings.HasPrefix(s, "\x1b[") {
			if i := strings.IndexByte(s, 'm'); i > 0 && strings.Trim(s[2:i], "0123456789;") == "" {
				s = s[i+1:]
				continue
			}
		}
		b.WriteByte(s[0])
		s = s[1:]
	}
	return b.String()
}

func text(lines []string) string { return strings.Join(lines, "\n") }

func ids(v program.View) []string {
	var out []string
	for _, p := range v.Rows {
		out = append(out, string(p.ID))
	}
	return out
}

func TestBuildCountsTheCitysList(t *testing.T) {
	v := program.Build(real(t), city(state.Program{}))
	if !v.Listed || v.All != 43 || v.AllSamples != 18 || len(v.Rows) != 43 || v.At != 0 {
		t.Errorf("listed %v, %d entries, %d samples, %d shown, row %d selected", v.Listed, v.All, v.AllSamples, len(v.Rows), v.At)
	}
	if v.Totals.Rows != 43 || v.Totals.Samples != 18 {
		t.Errorf("totals of %d rows, %d samples", v.Totals.Rows, v.Totals.Samples)
	}
	var codes []model.Strategy
	rows := 0
	for _, s := range v.Strategies {
		codes = append(codes, s.Item.Code)
		rows += s.Rows
	}
	if d := cmp.Diff([]model.Strategy{1, 2, 3, 0}, codes); d != "" || rows != 43 {
		t.Errorf("strategies hold %d rows; order (-want +got):\n%s", rows, d)
	}
}

func TestFilterNarrowsSumsAndKeepsSelection(t *testing.T) {
	snap := real(t)
	v := program.Build(snap, city(state.Program{Filter: "opd:dinsos -contoh:ya", Selected: "p012"}))
	if d := cmp.Diff([]string{"p012"}, ids(v)); d != "" {
		t.Fatalf("(-want +got):\n%s", d)
	}
	if got := v.Totals.Known().Sum; got != 880_000_000 {
		t.Errorf("sum of what is shown = %d", got)
	}
	v = program.Build(snap, city(state.Program{Filter: "strategi:3", Selected: "p012"}))
	if v.At != 0 {
		t.Errorf("a selected entry that is not shown: row %d selected, want the first", v.At)
	}
}

func TestFaultyFilterKeepsItsSoundPart(t *testing.T) {
	snap := real(t)
	v := program.Build(snap, city(state.Program{Filter: "strategi:2 pagu>"}))
	sound := program.Build(snap, city(state.Program{Filter: "strategi:2"}))
	if v.Fault == nil || !v.Partly {
		t.Fatalf("fault %v, partly %v", v.Fault, v.Partly)
	}
	if d := cmp.Diff(ids(sound), ids(v)); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	v = program.Build(snap, city(state.Program{Filter: "paguu>1"}))
	if v.Partly || len(v.Rows) != 43 {
		t.Errorf("nothing of the filter can be read: partly %v, %d rows", v.Partly, len(v.Rows))
	}
	if got := program.FilterError(env(80, 19, lang.Indonesian), v); !strings.Contains(got, "paguu") || !strings.Contains(got, "pagu") {
		t.Errorf("FilterError = %q", got)
	}
}

// The pointer stands under the faulty token, whatever comes before it.
func TestPointerStandsUnderTheFault(t *testing.T) {
	snap := real(t)
	for _, filter := range []string{"paguu>1", "strategi:2 paguu>1 x", `"目標 e\u0301" paguu>1`, strings.Repeat("opd:dinas ", 12) + "paguu>1"} {
		for _, w := range []int{60, 80, 120} {
			e := env(w, 25, lang.Indonesian)
			lines, _ := draw(e, program.Build(snap, city(state.Program{Filter: filter})))
			at, pointer := -1, -1
			for _, l := range lines {
				if i := strings.Index(l, "paguu>1"); i >= 0 && at < 0 {
					at = block.Width(l[:i])
				} else if i := strings.Index(l, "^^^^^"); i >= 0 {
					pointer = block.Width(l[:i])
				}
			}
			if at < 0 || at != pointer {
				t.Errorf("%q at %d columns: fault at column %d, pointer at %d\n%s", filter, w, at, pointer, text(lines[:4]))
			}
		}
	}
}

func TestRegionWithoutAListSaysSo(t *testing.T) {
	snap := real(t)
	v := program.Build(snap, state.New("6203"))
	if v.Listed || len(v.Rows) != 0 || v.WarningCount() != 0 {
		t.Fatalf("listed %v, %d rows, %d warnings", v.Listed, len(v.Rows), v.WarningCount())
	}
	for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
		e := env(80, 19, l)
		lines, _ := draw(e, v)
		all := text(lines)
		if !strings.Contains(all, v.Home.Name) || !strings.Contains(all, "Kota Palangka Raya") || !strings.Contains(all, "6271") {
			t.Errorf("the screen does not name the region, the list there is and the way to it:\n%s", all)
		}
		if got := text(program.Linear(e, v)); !strings.Contains(got, v.Home.Name) {
			t.Errorf("Linear: %s", got)
		}
	}
	for _, c := range keys.Commands() {
		if in, ok := v.Do(c); ok && c != keys.Sort {
			t.Errorf("command %d gives %v on an empty list", c, in)
		}
	}
}

func TestDoWalksTheList(t *testing.T) {
	snap := real(t)
	st := city(state.Program{Sort: state.SortBudget, Desc: true})
	step := func(c keys.Command) program.View {
		in, ok := program.Build(snap, st).Do(c)
		if !ok {
			t.Fatalf("command %d has no intent", c)
		}
		st, _ = state.Apply(snap, st, in)
		return program.Build(snap, st)
	}
	seen := map[string]bool{}
	v := program.Build(snap, st)
	for range v.Rows {
		seen[string(v.Rows[v.At].ID)] = true
		v = step(keys.Down)
	}
	if len(seen) != 43 || v.At != 42 {
		t.Errorf("%d entries seen, last row %d", len(seen), v.At)
	}
	for _, c := range []struct {
		do   keys.Command
		want int
	}{{keys.Down, 42}, {keys.Up, 41}, {keys.PageUp, 31}, {keys.First, 0}, {keys.Up, 0}, {keys.PageDown, 10}, {keys.Last, 42}, {keys.PageDown, 42}} {
		if v = step(c.do); v.At != c.want {
			t.Errorf("command %d: row %d, want %d", c.do, v.At, c.want)
		}
	}
}

func TestSortGoesThroughEveryColumnAndBack(t *testing.T) {
	snap := real(t)
	st := city(state.Program{})
	seen := map[state.SortKey]bool{}
	for range state.SortKeys() {
		in, ok := program.Build(snap, st).Do(keys.Sort)
		if !ok {
			t.Fatal("no intent")
		}
		st, _ = state.Apply(snap, st, in)
		seen[st.Program.Sort] = true
	}
	if len(seen) != len(state.SortKeys()) || st.Program.Sort != state.SortNone {
		t.Errorf("%d columns seen, back at %q", len(seen), st.Program.Sort)
	}
	if _, ok := program.Build(snap, st).Do(keys.SortReverse); ok {
		t.Error("the list's own order can be turned round")
	}
	st.Program.Sort, st.Program.Desc = state.SortBudget, true
	in, _ := program.Build(snap, st).Do(keys.SortReverse)
	if d := cmp.Diff(state.SetSort{Key: state.SortBudget}, in); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestSortedColumnIsMarked(t *testing.T) {
	snap := real(t)
	for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
		for _, k := range state.SortKeys()[1:] {
			for _, w := range []int{120, 200} {
				e := env(w, 31, l)
				lines, _ := draw(e, program.Build(snap, city(state.Program{Sort: k})))
				if !strings.Contains(lines[1], "▲") {
					t.Errorf("%s sorted at %d columns: %s", k, w, lines[1])
				}
				lines, _ = draw(e, program.Build(snap, city(state.Program{Sort: k, Desc: true})))
				if !strings.Contains(lines[1], "▼") {
					t.Errorf("%s sorted down at %d columns: %s", k, w, lines[1])
				}
			}
		}
	}
}

func TestMouse(t *testing.T) {
	snap := real(t)
	for _, size := range [][2]int{{120, 31}, {80, 19}, {60, 11}} {
		e := env(size[0], size[1], lang.Indonesian)
		v := program.Build(snap, city(state.Program{Selected: "p020"}))
		lines, hits := draw(e, v)
		rows := 0
		for _, h := range hits {
			if h.X < 0 || h.Y < 0 || h.X+h.W > size[0] || h.Y+h.H > size[1] {
				t.Errorf("%v: hit outside of the frame: %+v", size, h)
			}
			in, ok := h.Do.(state.SelectProgramme)
			if !ok {
				continue
			}
			rows++
			p, _ := snap.Programmes.Get(in.ID)
			line := lines[h.Y]
			if !strings.Contains(line, p.Department[:6]) {
				t.Errorf("%v: a press on %q selects %s of %s", size, line, p.ID, p.Department)
			}
		}
		if rows < 4 {
			t.Errorf("%v: %d rows can be pressed", size, rows)
		}
	}
	// A press on a head sorts, and on the sorted one turns round.
	_, hits := draw(env(120, 31, lang.Indonesian), program.Build(snap, city(state.Program{Sort: state.SortBudget, Desc: true})))
	var sorts []state.SetSort
	for _, h := range hits {
		if in, ok := h.Do.(state.SetSort); ok {
			sorts = append(sorts, in)
		}
	}
	want := []state.SetSort{
		{Key: state.SortDepartment},
		{Key: state.SortCode},
		{Key: state.SortName},
		{Key: state.SortStrategy},
		{Key: state.SortYear, Desc: true},
		{Key: state.SortTarget, Desc: true},
		{Key: state.SortBudget},
		{Key: state.SortRealised, Desc: true},
		{Key: state.SortPlace},
	}
	if d := cmp.Diff(want, sorts); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// Whatever the size, nothing panics, no line is wider and no frame is higher,
// and the selected row is in sight wherever a row is.
func TestEverySize(t *testing.T) {
	snap := real(t)
	for _, st := range []state.State{
		city(state.Program{Selected: "p043"}),
		city(state.Program{Selected: "p031", Filter: "tahun:2025 paguu>1"}),
		city(state.Program{Filter: "tidak-ada"}),
		state.New("6203"),
	} {
		v := program.Build(snap, st)
		st.Table = true
		table := program.Build(snap, st)
		for _, w := range []int{1, 2, 3, 7, 20, 40, 59, 60, 61, 79, 80, 99, 100, 109, 110, 111, 120, 149, 150, 200, 300} {
			for _, h := range []int{1, 2, 3, 5, 7, 8, 11, 15, 16, 19, 24, 31, 55, 100} {
				for _, one := range []program.View{v, table} {
					e := env(w, h, lang.English)
					lines, _ := draw(e, one)
					if len(lines) != h {
						t.Fatalf("%dx%d: %d lines", w, h, len(lines))
					}
					for _, l := range lines {
						if block.Width(l) > w {
							t.Fatalf("%dx%d: line of %d columns: %s", w, h, block.Width(l), l)
						}
					}
					if one.At >= 0 && w >= 60 && h >= 11 && !strings.Contains(text(lines), "▸") {
						t.Errorf("%dx%d: the selected row is out of sight\n%s", w, h, text(lines))
					}
				}
			}
		}
	}
}

func TestBuildIsTotal(t *testing.T) {
	for name, snap := range map[string]*state.Snapshot{
		"nothing":       nil,
		"no data":       {},
		"no programmes": {Data: model.NewDataset(model.Parts{})},
		"empty list":    {Data: model.NewDataset(model.Parts{}), Programmes: model.NewProgrammes(nil, nil)},
		"unknown region": {
			Data: model.NewDataset(model.Parts{}), Programmes: model.NewProgrammes([]model.Programme{{ID: "a", Region: "6271"}}, nil),
		},
	} {
		v := program.Build(snap, city(state.Program{Filter: "kec:a sumber:b", Sort: state.SortPlace}))
		e := env(120, 31, lang.Indonesian)
		draw(e, v)
		for _, sh := range []block.Sheet{program.Detail(e, v), program.Card(e, v), program.Warnings(e, v)} {
			if sh.Title == "" {
				t.Errorf("%s: a sheet without a title", name)
			}
		}
		program.Linear(e, v)
		program.Status(e, v)
		program.Context(e, v, 40)
		for _, c := range keys.Commands() {
			v.Do(c)
		}
	}
}

func TestWarningsAreCountedAndTold(t *testing.T) {
	snap := real(t)
	for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
		e := env(120, 31, l)
		for _, filter := range []string{"", "tahun:2025", "pagu>1jt", "contoh:ya", "paguu>1", "tidak-ada"} {
			v := program.Build(snap, city(state.Program{Filter: filter}))
			sh := program.Warnings(e, v)
			told := 0
			for _, r := range sh.Rows {
				if r.Label != "" {
					told++
				}
			}
			if told != v.WarningCount() {
				t.Errorf("%q: %d warnings counted, %d told", filter, v.WarningCount(), told)
			}
		}
	}
	if v := program.Build(snap, city(state.Program{Filter: "tidak-ada"})); v.WarningCount() != 0 {
		t.Errorf("%d warnings about nothing", v.WarningCount())
	}
	years := func(filter string) bool {
		v := program.Build(snap, city(state.Program{Filter: filter}))
		return strings.Contains(text(program.Warnings(env(120, 31, lang.Indonesian), v).Lines()), "mencampur tahun")
	}
	if !years("") || years("tahun:2025") {
		t.Error("sums over several years are not told, or those of one year are")
	}
}

// Samples carry their mark wherever they are shown, and are counted.
func TestSamplesAreMarkedEverywhere(t *testing.T) {
	snap := real(t)
	v := program.Build(snap, city(state.Program{Selected: "p018"}))
	for _, size := range [][2]int{{120, 31}, {80, 19}, {60, 11}} {
		lines, _ := draw(env(size[0], size[1], lang.Indonesian), v)
		row := ""
		for _, l := range lines {
			if strings.Contains(l, "▸") {
				row = l
			}
		}
		if !strings.Contains(row, "▸x ") {
			t.Errorf("%v: the row of a sample has no mark: %s", size, row)
		}
		if !strings.Contains(text(lines), "x CONTOH") {
			t.Errorf("%v: the detail of a sample does not say so", size)
		}
	}
	e := env(120, 31, lang.Indonesian)
	for name, s := range map[string]string{
		"detail": text(program.Detail(e, v).Lines()), "card": text(program.Card(e, v).Lines()), "status": program.Status(e, v),
	} {
		if !strings.Contains(strings.ToLower(s), "contoh") {
			t.Errorf("%s does not say that the row is a sample: %s", name, s)
		}
	}
	if got := program.Context(e, v, 60); !strings.Contains(got, "18 contoh") {
		t.Errorf("Context = %q", got)
	}
	linear := program.Linear(e, v)
	n := 0
	for _, l := range linear {
		if strings.HasPrefix(l, "Baris ") && strings.Contains(l, "; contoh;") {
			n++
		}
	}
	if n != 18 {
		t.Errorf("%d samples marked in lines, want 18", n)
	}
}

// What is unknown is said to be so in the sheet, and never as zero.
func TestUnknownIsSaid(t *testing.T) {
	snap := real(t)
	e := env(120, 31, lang.Indonesian)
	v := program.Build(snap, city(state.Program{Selected: "p002"}))
	detail := text(program.Detail(e, v).Lines())
	for _, want := range []string{"Pagu: tidak diketahui", "Realisasi: tidak diketahui", "Lokasi: tidak diketahui", "tanpa pagu"} {
		if !strings.Contains(detail, want) {
			t.Errorf("the detail lacks %q:\n%s", want, detail)
		}
	}
	if card := text(program.Card(e, v).Lines()); !strings.Contains(card, "bukan nol") {
		t.Errorf("the card of an unknown budget: %s", card)
	}
}

func TestComputedBudgetsAreMarked(t *testing.T) {
	snap := real(t)
	v := program.Build(snap, city(state.Program{Selected: "p003"}))
	lines, _ := draw(env(120, 31, lang.Indonesian), v)
	all := text(lines)
	if !strings.Contains(all, "≈1.450") || !strings.Contains(all, "29 × 50jt") {
		t.Errorf("the computed budget has no mark or no basis:\n%s", all)
	}
	ascii := env(120, 31, lang.Indonesian)
	ascii.ASCII = true
	lines, _ = draw(ascii, v)
	for _, l := range lines {
		for _, r := range l {
			if r > 0x7e {
				t.Fatalf("%q under ASCII: %s", r, l)
			}
		}
	}
	if !strings.Contains(text(lines), "~1.450") {
		t.Error("no mark under ASCII")
	}
}

func TestContextFitsItsWidth(t *testing.T) {
	v := program.Build(real(t), city(state.Program{Filter: "tahun:2025", Sort: state.SortBudget, Desc: true}))
	for w := range 60 {
		if got := program.Context(env(80, 19, lang.English), v, w); block.Width(got) > w {
			t.Errorf("%d columns: %q", w, got)
		}
	}
	if got := program.Context(env(80, 19, lang.English), v, 60); !strings.Contains(got, "27 of 43 rows") || !strings.Contains(got, "budget ▼") {
		t.Errorf("Context = %q", got)
	}
}
