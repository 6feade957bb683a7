package estimate_test

import (
	"math"
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
// slider sets a value that lies there. The selected row is always in sight.
func TestHits(t *testing.T) {
	snap := snapshot(t)
	for _, size := range [][2]int{{120, 31}, {120, 21}, {80, 19}, {60, 11}} {
		seen := map[state.Input]bool{}
		for in := range state.Inputs {
			st := state.New("6271")
			st.Estimate.Selected = in
			shown := estimate.Build(snap, st)
			_, hits := draw(env(lang.Indonesian, size[0], size[1]), shown)
			here, values := false, 0
			last := math.Inf(-1)
			for _, h := range hits {
				switch do := h.Do.(type) {
				case state.SelectInput:
					seen[do.Input] = true
					here = here || do.Input == in
				case state.SetInput:
					next, _ := state.Apply(snap, st, do)
					x := estimate.Build(snap, next).In(in)
					if do.Input != in || !x.OK || x.Value < last {
						t.Errorf("%v, input %d: %v lies right of %v", size, in, x.Value, last)
					}
					last = x.Value
					values++
				}
			}
			if !here {
				t.Errorf("%v: input %d is out of sight", size, in)
			}
			if x := shown.In(in); values < 5 && size[0] >= 80 && x.Hi > x.Lo {
				t.Errorf("%v, input %d: %d places on the slider", size, in, values)
			}
		}
		if len(seen) != int(state.Inputs) {
			t.Errorf("%v: rows %v", size, seen)
		}
	}
}

// Any row of the history goes to its period, the newest to none.
func TestHistoryHits(t *testing.T) {
	snap := snapshot(t)
	st := scenes()["table"]
	_, hits := draw(env(lang.Indonesian, 120, 46), estimate.Build(snap, st))
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
