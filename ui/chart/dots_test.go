package chart_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/lang"
)

// ticksOf reads the scale of a strip back from the numbers on its axis: the
// column of zero and the columns of one unit.
func ticksOf(t *testing.T, axis []rune, x int) (zero, unit float64) {
	t.Helper()
	line := string(axis)
	fields := strings.Fields(line)
	last := fields[max(len(fields)-2, 0)] // the very last may have been moved inward
	v, err := strconv.ParseFloat(last, 64)
	if err != nil || v <= 0 {
		t.Fatalf("axis %q", line)
	}
	at := float64(strings.Index(line, last)) + float64(len(last))/2
	return float64(x), (at - float64(x)) / v
}

// The decoder: dot and both ends are read back from the axis's numbers.
func TestDotsReadBack(t *testing.T) {
	next := random(31)
	for range 60 {
		s := chart.DotSpec{Lang: lang.English, Decimals: 2}
		for i := range 6 {
			v := 2 + 4*next()
			s.Rows = append(s.Rows, chart.DotRow{Name: "Row " + strconv.Itoa(i), Value: v, Lo: v * (0.6 + 0.3*next()), Hi: v * (1.1 + 0.4*next())})
		}
		for _, c := range []struct {
			w     int
			ascii bool
		}{{100, false}, {60, false}, {60, true}} {
			var d chart.Dotted
			rows := draw(t, c.w, 8, c.ascii, func(a block.Area) { d = chart.Dots(a, s) })
			zero, unit := ticksOf(t, rows[0], d.Track.X)
			within := 1.7 / unit // a cell, and half a number's width
			dot, from, to := '●', '├', '┤'
			if c.ascii {
				dot, from, to = 'o', '[', ']'
			}
			for i, r := range s.Rows {
				if r.Hi > d.Track.Scale.Hi {
					continue
				}
				for x, want := range map[rune]float64{dot: r.Value, from: r.Lo, to: r.Hi} {
					at := -1
					for k := d.Track.X; k < c.w; k++ { // behind the names
						if rows[i+1][k] == x {
							at = k
						}
					}
					if at < 0 {
						t.Fatalf("no %q in row %d\n%s", x, i, text(rows))
					}
					if got := (float64(at) + 0.5 - zero) / unit; math.Abs(got-want) > within {
						t.Fatalf("%q of %.2f reads as %.2f (within %.2f)\n%s", x, want, got, within, text(rows))
					}
				}
			}
		}
	}
}

func TestDotsAtTheEdges(t *testing.T) {
	s := chart.DotSpec{Lang: lang.English, Decimals: 1, Rows: []chart.DotRow{
		{Name: "wide", Value: 4, Lo: 1, Hi: 90},
		{Name: "known", Value: 5, Lo: 4, Hi: 6},
		{Name: "bare", Value: 3, Lo: math.NaN(), Hi: math.NaN()},
		{Name: "none", Value: math.NaN(), Lo: math.NaN(), Hi: math.NaN()},
	}}
	var d chart.Dotted
	rows := draw(t, 60, 6, false, func(a block.Area) { d = chart.Dots(a, s) })
	if d.N != 4 || d.Cut != 1 || d.Track.Scale.Hi < 9 || d.Track.Scale.Hi > 11 {
		t.Errorf("%+v\n%s", d, text(rows))
	}
	if strings.ContainsRune(string(rows[1]), '┤') {
		t.Error("an interval that goes on has an end mark")
	}
	if strings.ContainsAny(string(rows[3]), "├─┤") || strings.ContainsAny(string(rows[4]), "●├─┤") {
		t.Errorf("a mark where nothing is known:\n%s", text(rows))
	}
	for _, a := range []struct{ w, h int }{{0, 0}, {14, 6}, {60, 1}} {
		c := block.New(block.Env{Width: 80, Height: 10})
		if got := chart.Dots(c.All().Sub(0, 0, a.w, a.h), s); got.N != 0 {
			t.Errorf("%dx%d: %d rows", a.w, a.h, got.N)
		}
	}
}

// Every cell of a band lies between its limits, and none where a limit or a
// figure is missing or a method begins.
func TestBandReadsBack(t *testing.T) {
	nan := math.NaN()
	y := []float64{4, 5, nan, 6, 5, 7, 6}
	lo := []float64{3, 4, nan, 5, 4, 5, nan}
	hi := []float64{5, 7, nan, 7, 6, 9, nan}
	for _, ascii := range []bool{false, true} {
		s := chart.LineSpec{Steps: years(2019, 2025), Lang: lang.English, Decimals: 1, Series: []chart.Series{{Letter: 'K', Y: y, Lo: lo, Hi: hi, Breaks: []int{5}}}}
		d := read(t, 70, 16, ascii, s)
		shade := '░'
		if ascii {
			shade = ','
		}
		for i := range y {
			x := d.drawn.Columns[i]
			first, last := -1, -1
			for k, r := range d.column(x) {
				if r != shade && r != 'K' {
					continue
				}
				if first < 0 {
					first = k
				}
				last = k
			}
			if math.IsNaN(lo[i]) {
				if last > first {
					t.Errorf("a band at step %d, where no limit is known\n%s", i, text(d.rows))
				}
				continue
			}
			if math.Abs(float64(d.top+first)-d.line(hi[i])) > 0.5+1e-6 || math.Abs(float64(d.top+last)-d.line(lo[i])) > 0.5+1e-6 {
				t.Errorf("step %d: the band reaches from line %d to %d, want %.1f to %.1f\n%s", i, d.top+first, d.top+last, d.line(hi[i]), d.line(lo[i]), text(d.rows))
			}
		}
		for _, gap := range [][2]int{{1, 3}, {4, 5}} {
			for x := d.drawn.Columns[gap[0]] + 1; x < d.drawn.Columns[gap[1]]; x++ {
				for _, r := range d.column(x) {
					if r == shade {
						t.Errorf("the band goes on between steps %d and %d\n%s", gap[0], gap[1], text(d.rows))
						break
					}
				}
			}
		}
	}
}

// Where no axis is cut the corner is a corner; else it is marked.
func TestScatterTellsWhereItIsCut(t *testing.T) {
	for _, c := range []struct {
		name string
		x, y float64
		cut  bool
	}{{"both hold zero", 0, 0, false}, {"x is cut", 30, 0, true}, {"y is cut", 0, 60, true}} {
		s := chart.ScatterSpec{Dots: []chart.Dot{{X: c.x, Y: c.y}, {X: c.x + 10, Y: c.y + 10}}, CutX: math.NaN(), CutY: math.NaN(), Lang: lang.English}
		for _, ascii := range []bool{false, true} {
			var d chart.Scattered
			rows := draw(t, 50, 14, ascii, func(a block.Area) { d = chart.Scatter(a, s) })
			mark := map[bool]rune{false: '≈', true: '~'}[ascii]
			if got := rows[d.Top+d.H][d.Left-1] == mark; got != c.cut {
				t.Errorf("%s, ascii %v: corner %q", c.name, ascii, rows[d.Top+d.H][d.Left-1])
			}
		}
	}
}
