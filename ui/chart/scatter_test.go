package chart_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/lang"
)

func dots(n int, seed uint64) []chart.Dot {
	next := random(seed)
	out := make([]chart.Dot, n)
	for i := range out {
		out[i] = chart.Dot{X: 2 + 30*next(), Y: 3 + 5*next(), Label: "Wilayah " + strconv.Itoa(i+1)}
	}
	out[0].Mark = 'K'
	return out
}

// The decoder: from the marks on the axes alone the figures of every point are
// read back, to within half a cell.
func TestScatterReadsBack(t *testing.T) {
	for seed := range uint64(20) {
		s := chart.ScatterSpec{Dots: dots(8, seed+1), CutX: 15, CutY: 5, Lang: lang.English}
		var d chart.Scattered
		rows := draw(t, 90, 20, false, func(a block.Area) { d = chart.Scatter(a, s) })
		if !d.OK {
			t.Fatal("nothing drawn")
		}
		// Two ticks of each axis, read from their numbers, give the scale.
		ys, yv := axisY(rows)
		xs, xv := axisX(rows, d.Top+d.H)
		if len(ys) < 2 || len(xs) < 2 {
			t.Fatalf("too few ticks:\n%s", text(rows))
		}
		perRow := (yv[len(yv)-1] - yv[0]) / float64(ys[len(ys)-1]-ys[0])
		perCol := (xv[len(xv)-1] - xv[0]) / float64(xs[len(xs)-1]-xs[0])
		for i, k := range d.Dots {
			x, y := xv[0]+perCol*float64(k.X-xs[0]), yv[0]+perRow*float64(k.Y-ys[0])
			if math.Abs(x-s.Dots[i].X) > 1.6*math.Abs(perCol) || math.Abs(y-s.Dots[i].Y) > 0.51*math.Abs(perRow) {
				t.Errorf("seed %d: point %d at %.2f, %.2f reads as %.2f, %.2f", seed, i, s.Dots[i].X, s.Dots[i].Y, x, y)
			}
			if c := rows[k.Y][k.X]; c != '•' && c != 'K' {
				t.Errorf("seed %d: %q where point %d is", seed, c, i)
			}
		}
	}
}

func axisY(rows [][]rune) (at []int, v []float64) {
	for y, r := range rows {
		if i := slices.Index(r, '┤'); i > 0 {
			if x, err := strconv.ParseFloat(strings.TrimSpace(string(r[:i])), 64); err == nil {
				at, v = append(at, y), append(v, x)
			}
		}
	}
	return at, v
}

func axisX(rows [][]rune, line int) (at []int, v []float64) {
	for x, c := range rows[line] {
		if c != '┬' {
			continue
		}
		from, to := x, x
		for from > 0 && rows[line+1][from-1] != ' ' {
			from--
		}
		for to+1 < len(rows[line+1]) && rows[line+1][to+1] != ' ' {
			to++
		}
		if f, err := strconv.ParseFloat(strings.TrimSpace(string(rows[line+1][from:to+1])), 64); err == nil {
			at, v = append(at, x), append(v, f)
		}
	}
	return at, v
}

// Labels stand beside their own point and touch no other label or point.
func TestScatterLabelsAvoidEachOther(t *testing.T) {
	for _, size := range [][2]int{{100, 24}, {60, 10}, {40, 8}} {
		for seed := range uint64(30) {
			s := chart.ScatterSpec{Dots: dots(14, seed+7), CutX: math.NaN(), CutY: math.NaN(), Lang: lang.Indonesian}
			var d chart.Scattered
			rows := draw(t, size[0], size[1], false, func(a block.Area) { d = chart.Scatter(a, s) })
			labelled, marks := 0, 0
			for _, k := range d.Dots {
				labelled += map[bool]int{true: 1}[k.Labelled]
			}
			for y := d.Top; y < d.Top+d.H; y++ {
				for x := d.Left; x < size[0]; x++ {
					if rows[y][x] == '•' || rows[y][x] == 'K' {
						marks++
					}
				}
				if line := string(rows[y][d.Left:]); strings.Contains(line, "WWil") || strings.Contains(line, "0Wil") || strings.Contains(line, "…W") {
					t.Fatalf("labels touch: %s", line)
				}
			}
			if labelled+d.Unlabelled != 14 || marks != 14-d.Covered {
				t.Fatalf("%v seed %d: %d labelled, %d not, %d marks, %d covered\n%s", size, seed, labelled, d.Unlabelled, marks, d.Covered, text(rows))
			}
			if size[0] == 100 && d.Unlabelled > 4 {
				t.Errorf("seed %d: %d of 14 without a label in plenty of room\n%s", seed, d.Unlabelled, text(rows))
			}
		}
	}
}

func TestScatterIsTotal(t *testing.T) {
	odd := []chart.ScatterSpec{
		{},
		{Dots: []chart.Dot{{X: math.NaN(), Y: 1}}},
		{Dots: []chart.Dot{{X: math.Inf(1), Y: 1}, {X: 1, Y: 1, Label: strings.Repeat("x", 300), Mark: '漢'}}, CutX: math.Inf(-1), CutY: math.NaN()},
		{Dots: []chart.Dot{{X: 0, Y: 0}, {X: 0, Y: 0}}, CutX: 1e15, CutY: -1e15, XName: strings.Repeat("n", 200)},
	}
	for _, s := range odd {
		for w := 0; w < 60; w += 5 {
			for h := range 14 {
				for _, ascii := range []bool{false, true} {
					draw(t, max(w, 1), max(h, 1), ascii, func(a block.Area) { chart.Scatter(a, s) })
				}
			}
		}
	}
}

// Upright bars read back: the height in eighths is the figure's part of the top.
func TestColumnsReadBack(t *testing.T) {
	next := random(3)
	ys := make([]float64, 20)
	for i := range ys {
		ys[i] = 10 * next()
	}
	ys[4], ys[9] = math.NaN(), 0
	rows := draw(t, 20, 5, false, func(a block.Area) { chart.Columns(a, ys, 10, 0) })
	for x, v := range ys {
		e := 0
		for y := range rows {
			switch c := rows[y][x]; {
			case c >= '▁' && c <= '█':
				e += int(c-'▁') + 1
			case c == '·' && !math.IsNaN(v):
				t.Errorf("column %d is drawn as missing", x)
			}
		}
		if math.IsNaN(v) {
			if e != 0 || rows[4][x] != '·' {
				t.Errorf("a missing figure is drawn")
			}
			continue
		}
		if math.Abs(float64(e)-v*4) > 0.5+1e-9 && !(v > 0 && e == 1) {
			t.Errorf("column %d: %d eighths for %v of 10", x, e, v)
		}
	}
}

func TestPanels(t *testing.T) {
	next := random(11)
	var s chart.PanelSpec
	for i := range 16 {
		p := chart.Panel{Title: "Wilayah " + strconv.Itoa(i), Value: "3,62"}
		for range 16 {
			p.Y = append(p.Y, 2+8*next())
		}
		s.Panels = append(s.Panels, p)
	}
	s.First, s.Last = "2010", "2025"
	for _, c := range []struct{ w, h, n int }{{118, 29, 16}, {78, 15, 16}, {58, 8, 6}, {15, 30, 0}, {30, 3, 0}} {
		for shown := range 16 {
			s.Shown = shown
			var d chart.Panelled
			rows := draw(t, c.w, c.h, false, func(a block.Area) { d = chart.Panels(a, s) })
			if c.n == 0 {
				if d.OK {
					t.Errorf("%dx%d: drawn", c.w, c.h)
				}
				continue
			}
			if d.N < min(c.n, 16-d.From) || shown < d.From || shown >= d.From+d.N {
				t.Fatalf("%dx%d: panels %d to %d, want %d in sight\n%s", c.w, c.h, d.From, d.From+d.N, shown, text(rows))
			}
			if want := s.Panels[shown].Title; !strings.Contains(text(rows), want) {
				t.Errorf("%dx%d: no %q\n%s", c.w, c.h, want, text(rows))
			}
		}
	}
	s.Panels[3].Y = nil
	draw(t, 80, 20, true, func(a block.Area) { chart.Panels(a, s) })
}

func TestHeatReadsBack(t *testing.T) {
	s := chart.HeatSpec{Lang: lang.English, Decimals: 1, Shade: true, Columns: years(2019, 2025)}
	next := random(5)
	for i := range 6 {
		r := chart.HeatRow{Name: "Row " + strconv.Itoa(i)}
		for range 7 {
			r.Values = append(r.Values, math.Round(100*next())/10)
		}
		s.Rows = append(s.Rows, r)
	}
	s.Rows[2].Values[3] = math.NaN()
	for _, w := range []int{80, 40} {
		var d chart.Heated
		rows := draw(t, w, 8, false, func(a block.Area) { d = chart.Heat(a, s) })
		for i, r := range s.Rows {
			for c := d.First; c < len(r.Values); c++ {
				x := d.Left + (c-d.First)*d.Width
				cell := rows[i+1][x : x+d.Width]
				got, err := strconv.ParseFloat(strings.Trim(string(cell), " ░▒▓"), 64)
				if math.IsNaN(r.Values[c]) {
					if err == nil {
						t.Errorf("a missing figure reads as %v", got)
					}
					continue
				}
				if err != nil || got != r.Values[c] {
					t.Errorf("%d, %d: %q for %v", i, c, string(cell), r.Values[c])
				}
				level := strings.IndexRune(" ░▒▓", cell[0])
				if want := min(int((r.Values[c]-d.Lo)/(d.Hi-d.Lo)*4), 3); utf8.RuneCountInString(" ░▒▓"[:level]) != want {
					t.Errorf("%v is shaded %q", r.Values[c], cell[0])
				}
			}
		}
		if (w == 80) != (d.First == 0) {
			t.Errorf("width %d: first column %d", w, d.First)
		}
	}
	if chart.Heat(block.Area{}, s).OK {
		t.Error("drawn in no room")
	}
}

func TestSparkReadsBack(t *testing.T) {
	ys := []float64{0, 1, 2, 3, 4, 5, 6, 7, math.NaN(), 7}
	rows := draw(t, 12, 1, false, func(a block.Area) { chart.Spark(a, 0, 0, ys, 0, 7, 0) })
	if got := strings.TrimRight(string(rows[0]), " "); got != "▁▂▃▄▅▆▇█ █" {
		t.Errorf("%q", got)
	}
	draw(t, 12, 1, true, func(a block.Area) { chart.Spark(a, 0, 0, ys, 0, 7, 0) })
}
