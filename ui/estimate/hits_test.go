package estimate_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rakor/model"
	"rakor/ui/estimate"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// What the mouse presses: a press on a row selects it, one on the selected
// slider sets a value that lies there.
func TestHits(t *testing.T) {
	snap := snapshot(t)
	for _, size := range [][2]int{{120, 31}, {80, 19}, {60, 11}} {
		for in := state.InputRate; in < state.Inputs; in++ {
			st := state.New("6271")
			st.Estimate.Selected = in
			_, hits := draw(env(lang.Indonesian, size[0], size[1]), estimate.Build(snap, st))
			rows, values := map[state.Input]bool{}, 0
			last := -1.0
			for _, h := range hits {
				switch do := h.Do.(type) {
				case state.SelectInput:
					rows[do.Input] = true
				case state.Intent:
					next, _ := state.Apply(snap, st, do)
					v := estimate.Build(snap, next)
					x := [...]float64{v.Rate.Value, v.Population.Value, v.Target.Value}[in]
					if x < last {
						t.Errorf("%v, input %d: %v lies right of %v", size, in, x, last)
					}
					last = x
					values++
				}
			}
			if len(rows) != int(state.Inputs) {
				t.Errorf("%v: rows %v", size, rows)
			}
			if values < 5 {
				t.Errorf("%v, input %d: %d places on the slider", size, in, values)
			}
		}
	}
}

// Any row of the history goes to its period, the newest to none.
func TestHistoryHits(t *testing.T) {
	snap := snapshot(t)
	st := scenes()["table"]
	_, hits := draw(env(lang.Indonesian, 120, 31), estimate.Build(snap, st))
	n := 0
	for _, h := range hits {
		in, ok := h.Do.(state.SetEstimatePeriod)
		if !ok {
			continue
		}
		next, _ := state.Apply(snap, st, in)
		if next.Estimate.Period != in.Period {
			t.Errorf("%v is not taken", in.Period)
		}
		n++
	}
	if n < 15 {
		t.Errorf("%d periods can be pressed", n)
	}
}

// The period shown is always in the history that is drawn, however low it is.
func TestHistoryKeepsThePeriodInSight(t *testing.T) {
	snap := snapshot(t)
	for y := model.Year(2004); y <= 2025; y++ {
		st := state.New("6271")
		st.Table = true
		st.Estimate.Period = model.Period{Year: y}
		v := estimate.Build(snap, st)
		l := lang.Indonesian
		if got := text(env(l, 120, 21), v); !strings.Contains(got, "▸ "+l.Period(v.Period)) {
			t.Errorf("%v is out of sight:\n%s", v.Period, got)
		}
	}
}

func BenchmarkBuildRender(b *testing.B) {
	snap := snapshot(b)
	for name, st := range map[string]state.State{"city": state.New("6271"), "user": scenes()["user"], "table": scenes()["table"]} {
		b.Run(name, func(b *testing.B) {
			e := env(lang.Indonesian, 120, 31)
			e.Theme = theme.New(theme.Dark, colorprofile.TrueColor)
			b.ReportAllocs()
			for b.Loop() {
				draw(e, estimate.Build(snap, st))
			}
		})
	}
}

func TestAllocations(t *testing.T) {
	snap := snapshot(t)
	e := env(lang.Indonesian, 120, 31)
	for name, st := range scenes() {
		if n := testing.AllocsPerRun(5, func() { draw(e, estimate.Build(snap, st)) }); n > 3000 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}
