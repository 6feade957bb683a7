package chart_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"rakor/ui/chart"
	"rakor/ui/lang"
)

func TestLinesAreToldApartWithoutColour(t *testing.T) {
	s := spec()
	for _, ascii := range []bool{false, true} {
		d := read(t, 100, 20, ascii, s)
		var styles []rune
		for i, x := range s.Series {
			// The name stands at the end of the line, after its letter.
			want := string(x.Letter) + " " + x.Label
			line := int(math.Round(d.line(x.Y[len(x.Y)-1])))
			if !strings.Contains(string(d.rows[line][d.right:]), want) {
				t.Errorf("%q does not stand in line %d\n%s", want, line, text(d.rows))
			}
			dash := d.rows[line][d.drawn.Columns[len(x.Y)-1]-1]
			styles = append(styles, dash)
			if slices.Contains(styles[:i], dash) {
				t.Errorf("two series are dashed with %q", dash)
			}
		}
	}
}

func TestNamesNeverCoverEachOther(t *testing.T) {
	s := chart.LineSpec{Steps: years(2020, 2025), Lang: lang.English, Decimals: 1}
	for i, name := range []string{"alpha", "beta", "gamma", "delta"} {
		s.Series = append(s.Series, chart.Series{Label: name, Letter: rune('A' + i), Y: []float64{1, 2, 3, 4, 5, 3}})
	}
	for _, h := range []int{6, 8, 12, 20} {
		for _, w := range []int{40, 60, 100} {
			d := read(t, w, h, false, s)
			all := text(d.rows)
			for _, name := range []string{"A alpha", "B beta", "C gamma", "D delta"} {
				if !strings.Contains(all, name) {
					t.Errorf("%dx%d: no name %q\n%s", w, h, name, all)
				}
			}
		}
	}
	d := read(t, 24, 8, false, s)
	if last := string(d.rows[7]); !strings.HasPrefix(last, "A alpha") || !strings.HasSuffix(strings.TrimRight(last, " "), "…") {
		t.Errorf("names below are not cut with an ellipsis: %q", last)
	}
}

func TestAxisTellsWhereItIsCut(t *testing.T) {
	for _, c := range []struct {
		name string
		y    []float64
		zero bool
		cut  bool
	}{
		{"near zero", []float64{1, 2, 9}, false, false},
		{"far from zero", []float64{81, 82, 83}, false, true},
		{"asked for zero", []float64{81, 82, 83}, true, false},
		{"below zero", []float64{-83, -82}, false, true},
		{"around zero", []float64{-3, 5}, false, false},
		{"all zero", []float64{0, 0, 0}, false, false},
		{"all alike", []float64{3.52, 3.52}, false, true},
		{"one figure", []float64{math.NaN(), 3.52}, false, true},
		{"large", []float64{641524, 654066}, false, true},
	} {
		for _, ascii := range []bool{false, true} {
			s := chart.LineSpec{Steps: years(2020, 2022), Lang: lang.Indonesian, Decimals: 2, FromZero: c.zero, Series: []chart.Series{{Letter: 'K', Y: c.y}}}
			d := read(t, 60, 12, ascii, s)
			corner := d.rows[d.bottom+1][d.axis]
			if d.drawn.Cut != c.cut || (corner == '≈' || corner == '~') != c.cut {
				t.Errorf("%s: cut %v, corner %q\n%s", c.name, d.drawn.Cut, corner, text(d.rows))
			}
			if !c.cut && (d.lo > 0 || d.hi < 0) {
				t.Errorf("%s: the axis goes from %v to %v", c.name, d.lo, d.hi)
			}
		}
	}
}

func TestTarget(t *testing.T) {
	s := spec()
	d := read(t, 100, 24, false, s)
	x := d.drawn.Columns[12]
	if at := slices.Index(d.column(x), '○'); at < 0 || math.Abs(float64(d.top+at)-d.line(3.3)) > 0.5 {
		t.Errorf("no target in column %d\n%s", x, text(d.rows))
	}
	dots := 0
	for c := d.drawn.Columns[11] + 1; c < x; c++ {
		dots += strings.Count(string(d.column(c)), "·")
	}
	if dots == 0 {
		t.Error("no dots lead to the target")
	}
	s.Target.Of = -1
	d = read(t, 100, 24, false, s)
	for c := d.drawn.Columns[11] + 1; c < x; c++ {
		if strings.Contains(string(d.column(c)), "·") {
			t.Error("dots although none were asked for")
		}
	}
	// A target outside of the figures is on the axis too.
	s.Target.Y = 20
	if d = read(t, 100, 24, false, s); d.hi < 20 {
		t.Errorf("the axis ends at %v", d.hi)
	}
	for _, bad := range []chart.Target{{Step: 13, Y: 3}, {Step: -1, Y: 3}, {Step: 2, Y: math.NaN()}} {
		s.Target = &bad
		if d = read(t, 100, 24, false, s); strings.Contains(text(d.rows), "○") {
			t.Errorf("a target %+v is drawn", bad)
		}
	}
}

// Names of steps stand under their ticks, evenly, the marked one always.
func TestStepNames(t *testing.T) {
	for w := 30; w <= 150; w += 5 {
		s := chart.LineSpec{Steps: years(2004, 2026), Lang: lang.English, Decimals: 1, Marked: 1 + 7, Series: []chart.Series{{Letter: 'K', Y: walk(random(uint64(w)), 23, 0)}}}
		d := read(t, w, 10, false, s)
		names := d.rows[d.bottom+2]
		seen := 0
		for i, name := range s.Steps {
			x := d.drawn.Columns[i]
			tick := d.rows[d.bottom+1][x]
			from := min(max(x-2, 0), w-4)
			if tick != '─' {
				seen++
				if string(names[from:from+4]) != name {
					t.Errorf("%d columns: under the tick of %s stands %q", w, name, string(names[from:from+4]))
				}
			}
			if want := i == 7; (tick == '▲') != want {
				t.Errorf("%d columns: mark of step %d: %q", w, i, tick)
			}
		}
		if seen < 2 || seen != len(strings.Fields(string(names))) {
			t.Errorf("%d columns: %d ticks, names %q", w, seen, string(names))
		}
	}
}

// Figures of the first series are written above or below their own points, and
// where there is room the last one is.
func TestValues(t *testing.T) {
	s := spec()
	for _, w := range []int{40, 44, 60, 90, 150} {
		d := read(t, w, 16, false, s)
		written := 0
		for y := d.top; y <= d.bottom; y++ {
			plot := string(d.rows[y][d.axis+1 : d.right])
			for _, f := range strings.FieldsFunc(plot, func(r rune) bool { return (r < '0' || r > '9') && r != ',' }) {
				written++
				from := d.axis + 1 + len([]rune(plot[:strings.Index(plot, f)]))
				own := false
				for i, v := range s.Series[0].Y {
					x := d.drawn.Columns[i]
					mark := d.rows[min(y+1, d.bottom)][x] == 'K' || d.rows[max(y-1, d.top)][x] == 'K'
					own = own || x >= from-1 && x <= from+len(f) && mark && f == lang.Indonesian.Number(v, 2)
				}
				if !own {
					t.Errorf("%d columns: %s is no figure of the point beside it\n%s", w, f, text(d.rows))
				}
			}
		}
		if written == 0 || w >= 90 && !strings.Contains(text(d.rows), "3,60") {
			t.Errorf("%d columns: %d figures written\n%s", w, written, text(d.rows))
		}
	}
}
