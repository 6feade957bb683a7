package program_test

import (
	"fmt"
	"testing"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/program"
	"rakor/ui/state"
)

func BenchmarkBuildRender(b *testing.B) {
	snap := real(b)
	for _, size := range [][2]int{{120, 31}, {80, 19}, {200, 55}} {
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			e := env(size[0], size[1], lang.Indonesian)
			st := city(state.Program{Selected: "p020", Filter: "tahun>=2020", Sort: state.SortBudget, Desc: true})
			b.ReportAllocs()
			for b.Loop() {
				c := block.New(e)
				program.Render(e, c.All(), program.Build(snap, st))
				c.Frame(e.Theme)
			}
		})
	}
}

// large gives the city's list over and over, each entry a little different.
func large(tb testing.TB, n int) *state.Snapshot {
	tb.Helper()
	snap := real(tb)
	base := snap.Programmes.All()
	ps := make([]model.Programme, n)
	for i := range ps {
		ps[i] = base[i%len(base)]
		ps[i].ID = model.ProgrammeID(fmt.Sprintf("e%05d", i))
		ps[i].Activity = fmt.Sprintf("%s %d", ps[i].Activity, i*7919%n)
		ps[i].Budget.V += model.Rupiah(i * 7919 % n)
	}
	return &state.Snapshot{Data: snap.Data, Programmes: model.NewProgrammes(ps, snap.Programmes.Strategies())}
}

func BenchmarkBuild20000(b *testing.B) {
	snap := large(b, 20_000)
	for _, c := range []struct {
		name string
		p    state.Program
	}{
		{"all", state.Program{}},
		{"sort=budget", state.Program{Sort: state.SortBudget, Desc: true}},
		{"sort=name", state.Program{Sort: state.SortName}},
		{"filter+sort", state.Program{Filter: "tahun>=2023 opd:dinas -contoh:ya a", Sort: state.SortName}},
		{"filter", state.Program{Filter: "kec:Pahandut rumah"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				program.Build(snap, city(c.p))
			}
		})
	}
}
