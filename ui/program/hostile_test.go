package program_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/program"
	"rakor/ui/state"
)

// texts are what data from anywhere may hold: sequences that move the cursor
// or change the title, bidi overrides, wide, combining and invisible
// characters, line breaks, broken UTF-8, and texts without an end.
func texts() []string {
	return []string{
		"\x1b[2J\x1b[1;1Hhapus", "\x1b]0;judul\x07", "a\rb\nc\td", "\u202etukar\u202c\u2066x", "住宅改善計画住宅改善計画",
		"e\u0301e\u0301\u0301\u0301\u0301\u0301\u0301", "\u200b\u200d\ufeff\ufe0f", "\xff\xfe\xc3", "👨‍👩‍👧 keluarga", strings.Repeat("panjang ", 400), "", "   ", "\x00\x7f\u0085",
	}
}

func hostile() *state.Snapshot {
	ts := texts()
	var ps []model.Programme
	var sources []model.Source
	for i, s := range ts {
		next := ts[(i+1)%len(ts)]
		id := model.SourceID(s)
		sources = append(sources, model.Source{ID: id, Title: next, Publisher: s, URL: next, Kind: model.SourceKind(s)})
		p := model.Programme{
			ID: model.ProgrammeID(fmt.Sprintf("h%d%s", i, s)), Region: "6271", Year: model.Year(2020 + i%3), Department: s, Code: next, Name: next, Activity: s,
			Strategy: model.Strategy(i % 5), TargetText: s, PlaceNames: []string{s, next}, Places: []model.KemendagriCode{model.KemendagriCode(s)},
			Funding: next, Evidence: s, Note: next, BudgetBasis: s, BudgetComputed: i%2 == 0, Sample: i%4 == 1, Sources: []model.SourceID{id},
		}
		if i%3 != 0 {
			p.Budget = model.Known(model.Rupiah(int64(i) * 123_456_789))
			p.Realised = model.Known(model.Rupiah(int64(i) * 200_000_000))
		}
		if i%2 == 1 {
			p.Target = model.Known(model.Count{N: int64(i) * 1000, Unit: model.TargetUnit(s)})
		}
		ps = append(ps, p)
	}
	return &state.Snapshot{
		Data: model.NewDataset(model.Parts{
			Regions: []model.Region{{Code: "6271", Kemendagri: "62.71", Level: model.LevelCity, Name: "Kota \x1b[31mRaya\u202e"}}, Sources: sources,
		}),
		Programmes: model.NewProgrammes(ps, []model.StrategyItem{{Code: 1, Name: model.Text{ID: ts[0]}, Short: model.Text{ID: ts[4]}}}),
	}
}

// harmless fails for a character that a terminal could obey.
func harmless(t *testing.T, where, s string) {
	t.Helper()
	for _, r := range s {
		if unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) {
			t.Fatalf("%s holds %U: %q", where, r, s)
		}
	}
}

func TestHostileTextIsHarmlessAndAligned(t *testing.T) {
	snap := hostile()
	for i := range texts() {
		v := program.Build(snap, city(state.Program{Sort: state.SortTarget, Selected: snap.Programmes.All()[i].ID}))
		for _, size := range [][2]int{{200, 55}, {120, 31}, {100, 25}, {80, 19}, {60, 11}} {
			e := env(size[0], size[1], lang.Indonesian)
			lines, _ := draw(e, v)
			if len(lines) != size[1] {
				t.Fatalf("%v: %d lines", size, len(lines))
			}
			for _, l := range lines {
				harmless(t, "frame", l)
				if block.Width(l) > size[0] {
					t.Fatalf("%v: %d columns: %q", size, block.Width(l), l)
				}
				if size[0] >= 110 && block.Width(l) != size[0] {
					t.Errorf("%v: the frame's edge is broken: %q", size, l)
				}
			}
			aligned(t, size, lines)
		}
		e := env(120, 31, lang.English)
		for _, l := range program.Linear(e, v) {
			harmless(t, "Linear", l)
		}
		for _, sh := range []block.Sheet{program.Detail(e, v), program.Card(e, v), program.Warnings(e, v)} {
			for _, l := range sh.Lines() {
				harmless(t, "sheet", l)
			}
		}
	}
}

// aligned fails where an amount does not end in the column in which the head
// of the budgets ends.
func aligned(t *testing.T, size [2]int, lines []string) {
	t.Helper()
	end := -1
	for _, l := range lines {
		if i := strings.Index(l, "Pagu jt"); i >= 0 && end < 0 {
			end = block.Width(l[:i]) + len("Pagu jt")
			continue
		}
		if end < 0 || strings.Contains(l, "─") || strings.Contains(l, "baris") {
			if end >= 0 {
				return
			}
			continue
		}
		if strings.Trim(l, " │") == "" { // below the last row
			return
		}
		before, after := column(l, end-1), column(l, end)
		if before == ' ' || before == 0 || after != ' ' && after != 0 && after != '│' {
			t.Errorf("%v: no amount ends in column %d (%q then %q): %s", size, end, before, after, l)
		}
	}
}

// column gives the character in a column of a line, 0 past its end.
func column(l string, at int) rune {
	x := 0
	for i, r := range l {
		w := block.Width(l[i : i+len(string(r))])
		if x <= at && at < x+w {
			return r
		}
		x += w
	}
	return 0
}

func TestHostileFilterIsHarmless(t *testing.T) {
	snap := real(t)
	for _, s := range texts() {
		for _, filter := range []string{s, "kec:" + s, s + ">1", `"` + s, "-" + s + ":"} {
			v := program.Build(snap, city(state.Program{Filter: filter}))
			for _, size := range [][2]int{{120, 31}, {60, 11}} {
				e := env(size[0], size[1], lang.English)
				lines, _ := draw(e, v)
				for _, l := range lines {
					harmless(t, "frame", l)
					if block.Width(l) > size[0] {
						t.Fatalf("%q: %d columns: %q", filter, block.Width(l), l)
					}
				}
				harmless(t, "Linear", strings.Join(program.Linear(e, v), " "))
			}
		}
	}
}
