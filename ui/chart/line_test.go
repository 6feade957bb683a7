package chart_test

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// decoded is a line chart read back from its cells.
type decoded struct {
	rows   [][]rune
	drawn  chart.Drawn
	top    int // line of the topmost plot row
	bottom int // line of the lowest plot row
	axis   int // column of the y axis
	right  int // column after the plot
	lo, hi float64
}

// read draws a chart and reads its axes: the numbers of the y axis and the rows
// they stand beside.
func read(t *testing.T, w, h int, ascii bool, s chart.LineSpec) decoded {
	t.Helper()
	d := decoded{axis: -1}
	d.rows = draw(t, w, h, ascii, func(a block.Area) { d.drawn = chart.Lines(a, s) })
	if !d.drawn.OK {
		t.Fatalf("nothing drawn at %dx%d", w, h)
	}
	type tick struct {
		y int
		v float64
	}
	var ticks []tick
	for y, row := range d.rows {
		line := string(row)
		at := slices.IndexFunc(row, func(r rune) bool { return r == '┤' || ascii && r == '+' })
		if at < 0 {
			continue
		}
		label := strings.TrimSpace(string(row[:at]))
		v, err := s.Lang.ParseNumber(label)
		if both := (*lang.AmbiguousError)(nil); errors.As(err, &both) {
			v, err = both.AsThousands, nil // the axis writes decimals with the other mark
		}
		if label == "" || err != nil {
			continue
		}
		if d.axis >= 0 && at != d.axis {
			t.Fatalf("axis in columns %d and %d:\n%s", d.axis, at, line)
		}
		d.axis = at
		ticks = append(ticks, tick{y, v})
	}
	if len(ticks) < 2 {
		t.Fatalf("fewer than two numbers on the axis:\n%s", text(d.rows))
	}
	first, last := ticks[0], ticks[len(ticks)-1]
	for _, k := range ticks[1:] {
		want := first.v + (last.v-first.v)*float64(k.y-first.y)/float64(last.y-first.y)
		if math.Abs(k.v-want) > 1e-6*(1+math.Abs(first.v-last.v)) {
			t.Fatalf("the axis is not even: %v at line %d, want %v\n%s", k.v, k.y, want, text(d.rows))
		}
	}
	per := (first.v - last.v) / float64(last.y-first.y)
	d.bottom = last.y
	d.lo = last.v
	if math.Abs(d.lo-d.drawn.Lo) > per/2 {
		t.Fatalf("the axis begins at %v, told as %v", d.lo, d.drawn.Lo)
	}
	d.top = d.bottom - int(math.Round((d.drawn.Hi-d.lo)/per))
	d.hi = d.drawn.Hi
	axis := d.rows[d.bottom+1]
	d.right = d.axis + 1
	for d.right < w && axis[d.right] != ' ' {
		d.right++
	}
	return d
}

// line gives the line nearest to v.
func (d decoded) line(v float64) float64 {
	return float64(d.bottom) - (v-d.lo)/(d.hi-d.lo)*float64(d.bottom-d.top)
}

// column gives what stands in a column of the plot, top first.
func (d decoded) column(x int) []rune {
	var out []rune
	for y := d.top; y <= d.bottom; y++ {
		out = append(out, d.rows[y][x])
	}
	return out
}

// ink gives the lines of a column in which anything of a curve stands.
func (d decoded) ink(x int) []int {
	var out []int
	for i, r := range d.column(x) {
		if r != ' ' && r != '┊' && r != ':' && r != '┈' {
			out = append(out, d.top+i)
		}
	}
	return out
}

// walk makes n figures that wander, some missing.
func walk(next func() float64, n int, missing float64) []float64 {
	y := make([]float64, n)
	base, size := (next()-0.3)*100, math.Exp(next()*8-3)
	v := base
	for i := range y {
		v += (next() - 0.5) * size
		y[i] = math.Round(v*100) / 100
		if next() < missing {
			y[i] = math.NaN()
		}
	}
	return y
}

func TestPointsStandAtTheirPlace(t *testing.T) {
	next := random(13)
	for range 300 {
		n := 2 + int(next()*12)
		w, h := 60+int(next()*90), 6+int(next()*24)
		y := walk(next, n, 0.25)
		y[0], y[n-1] = 3.5, 4.5
		ascii := next() < 0.5
		s := chart.LineSpec{Steps: years(2000, 1999+n), Lang: lang.English, Decimals: 2, Series: []chart.Series{{Letter: 'K', Y: y}}}
		d := read(t, w, h, ascii, s)
		for i, v := range y {
			x := d.drawn.Columns[i]
			col := d.column(x)
			at := slices.Index(col, 'K')
			if math.IsNaN(v) {
				if at >= 0 {
					t.Fatalf("a point at step %d, where the figure is missing\n%s", i, text(d.rows))
				}
				continue
			}
			if at < 0 {
				t.Fatalf("no point at step %d, column %d (%dx%d)\n%s", i, x, w, h, text(d.rows))
			}
			if off := math.Abs(float64(d.top+at) - d.line(v)); off > 0.5+1e-6 {
				t.Fatalf("%v stands %v lines off\n%s", v, off, text(d.rows))
			}
		}
	}
}

// Between two figures of neighbouring steps the line runs within a row of the
// straight one; next to a missing figure there is nothing.
func TestLinesRunWhereTheyShouldAndGapsStayGaps(t *testing.T) {
	next := random(17)
	for range 300 {
		n := 3 + int(next()*12)
		w, h := 50+int(next()*100), 6+int(next()*24)
		y := walk(next, n, 0.3)
		y[int(next()*float64(n))] = 50
		y[0] = 49
		s := chart.LineSpec{Steps: years(2000, 1999+n), Lang: lang.English, Decimals: 2, Series: []chart.Series{{Letter: 'K', Y: y}}}
		d := read(t, w, h, false, s)
		for i := range n - 1 {
			for x := d.drawn.Columns[i] + 1; x < d.drawn.Columns[i+1]; x++ {
				d.between(t, y, i, x)
			}
		}
	}
}

// between checks a column between two steps, the first of them step i.
func (d decoded) between(t *testing.T, y []float64, i, x int) {
	t.Helper()
	ink := d.ink(x)
	if math.IsNaN(y[i]) || math.IsNaN(y[i+1]) {
		if len(ink) > 0 {
			t.Fatalf("a line in the gap after step %d\n%s", i, text(d.rows))
		}
		return
	}
	x0, x1 := d.drawn.Columns[i], d.drawn.Columns[i+1]
	straight := func(x int) float64 { return d.line(y[i] + (y[i+1]-y[i])*float64(x-x0)/float64(x1-x0)) }
	want, after := straight(x), straight(x+1)
	if !slices.ContainsFunc(ink, func(l int) bool { return math.Abs(float64(l)-want) <= 0.5+1e-6 }) {
		t.Fatalf("column %d: lines %v, want %v\n%s", x, ink, want, text(d.rows))
	}
	for _, l := range ink { // what else stands there leads to the next column
		if float64(l) < min(want, after)-1 || float64(l) > max(want, after)+1 {
			t.Fatalf("column %d: line %d lies outside of %v to %v\n%s", x, l, want, after, text(d.rows))
		}
	}
}

// More figures than columns: the highest and the lowest stay.
func TestPeaksAreNotLost(t *testing.T) {
	next := random(19)
	for range 100 {
		n := 100 + int(next()*900)
		y := walk(next, n, 0)
		y[int(next()*float64(n-1))] = slices.Max(y) + 400
		y[1+int(next()*float64(n-2))] = slices.Min(y) - 400
		steps := make([]string, n)
		steps[0], steps[n-1] = "a", "z"
		d := read(t, 60, 14, false, chart.LineSpec{Steps: steps, Lang: lang.English, Series: []chart.Series{{Y: y}}})
		for _, v := range []float64{slices.Max(y), slices.Min(y)} {
			found := false
			for x := d.axis + 1; x < d.right; x++ {
				for _, l := range d.ink(x) {
					found = found || math.Abs(float64(l)-d.line(v)) <= 0.5+1e-6
				}
			}
			if !found {
				t.Fatalf("%v is nowhere\n%s", v, text(d.rows))
			}
		}
	}
}

func TestBreaksAreNotJoined(t *testing.T) {
	for _, w := range []int{30, 45, 60, 120} {
		for _, ascii := range []bool{false, true} {
			y := []float64{5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5}
			s := chart.LineSpec{Steps: years(2010, 2025), Lang: lang.English, Decimals: 1, Series: []chart.Series{{Letter: 'K', Y: y, Breaks: []int{6}}}}
			d := read(t, w, 9, ascii, s)
			found := false
			for x := d.drawn.Columns[5] + 1; x < d.drawn.Columns[6]; x++ {
				if ink := d.ink(x); len(ink) > 0 {
					continue
				}
				mark := '┊'
				if ascii {
					mark = ':'
				}
				found = found || !slices.ContainsFunc(d.column(x), func(r rune) bool { return r != mark })
			}
			if !found {
				t.Errorf("%d columns: no mark between the methods, or a line through it\n%s", w, text(d.rows))
			}
		}
	}
}

func TestLonePoints(t *testing.T) {
	nan := math.NaN()
	for _, letter := range []rune{'K', 0} {
		for _, w := range []int{20, 40, 100} {
			y := []float64{nan, 3, nan, nan, 4, nan, 5}
			s := chart.LineSpec{Steps: years(2010, 2016), Lang: lang.English, Decimals: 1, Series: []chart.Series{{Letter: letter, Y: y}}}
			d := read(t, w, 8, false, s)
			want := letter
			if want == 0 {
				want = '•'
			}
			for _, i := range []int{1, 4, 6} {
				col := d.column(d.drawn.Columns[i])
				if !slices.Contains(col, want) {
					t.Errorf("%d columns: no mark at step %d\n%s", w, i, text(d.rows))
				}
			}
		}
	}
}

// Two lines on one another both show their letters.
func TestCoincidingPoints(t *testing.T) {
	y := []float64{3, 4, 5, 4, 3}
	s := chart.LineSpec{
		Steps: years(2010, 2014), Lang: lang.English, Decimals: 1,
		Series: []chart.Series{{Label: "city", Letter: 'K', Y: y}, {Label: "province", Letter: 'P', Y: y}},
	}
	d := read(t, 60, 10, false, s)
	for i, v := range y {
		row := string(d.rows[int(math.Round(d.line(v)))])
		x := d.drawn.Columns[i]
		near := string([]rune(row)[max(x-2, d.axis+1) : x+3])
		if []rune(row)[x] != 'K' || !strings.Contains(near, "P") {
			t.Errorf("step %d: %q", i, near)
		}
	}
	if d.drawn.Hidden != 0 {
		t.Errorf("%d points hidden", d.drawn.Hidden)
	}
	// With no place left it is told.
	five := s
	five.Series = nil
	for _, r := range "ABCDEFG" {
		five.Series = append(five.Series, chart.Series{Letter: r, Y: y})
	}
	if d := read(t, 16, 8, false, five); d.drawn.Hidden == 0 {
		t.Errorf("seven points in a cell, none hidden\n%s", text(d.rows))
	}
}

func TestNothingToDraw(t *testing.T) {
	nan := math.NaN()
	k := chart.Series{Letter: 'K', Y: []float64{1, 2}}
	for _, c := range []struct {
		name string
		w, h int
		s    chart.LineSpec
	}{
		{"no series", 60, 12, chart.LineSpec{Steps: years(2020, 2021)}},
		{"no steps", 60, 12, chart.LineSpec{Series: []chart.Series{k}}},
		{"all missing", 60, 12, chart.LineSpec{Steps: years(2020, 2021), Series: []chart.Series{{Y: []float64{nan, math.Inf(1)}}}}},
		{"figures beyond the steps", 60, 12, chart.LineSpec{Steps: years(2020, 2020), Series: []chart.Series{{Y: []float64{nan, 3}}}}},
		{"too narrow", 15, 12, chart.LineSpec{Steps: years(2020, 2021), Series: []chart.Series{k}}},
		{"too low", 60, 3, chart.LineSpec{Steps: years(2020, 2021), Series: []chart.Series{k}}},
	} {
		rows := draw(t, c.w, c.h, false, func(a block.Area) {
			if d := chart.Lines(a, c.s); d.OK {
				t.Errorf("%s: %+v", c.name, d)
			}
		})
		if s := strings.TrimSpace(text(rows)); s != "" {
			t.Errorf("%s: drawn %q", c.name, s)
		}
	}
	if d := chart.Lines(block.Area{}, spec()); d.OK {
		t.Error("drawn into nothing")
	}
}

func TestOneStep(t *testing.T) {
	s := chart.LineSpec{Steps: []string{"2025"}, Lang: lang.English, Decimals: 2, Series: []chart.Series{{Label: "city", Letter: 'K', Y: []float64{3.62}}}}
	d := read(t, 40, 8, false, s)
	if !slices.Contains(d.column(d.drawn.Columns[0]), 'K') {
		t.Errorf("no point\n%s", text(d.rows))
	}
}

func FuzzLines(f *testing.F) {
	f.Add(60, 12, 10, uint64(1), false)
	f.Add(16, 4, 200, uint64(2), true)
	f.Add(150, 30, 1, uint64(3), false)
	f.Add(17, 5, 16, uint64(99), true)
	f.Fuzz(func(t *testing.T, w, h, n int, seed uint64, ascii bool) {
		if w < 0 || w > 200 || h < 0 || h > 60 || n < 0 || n > 400 {
			return
		}
		next := random(seed | 1)
		odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, 1e-12, 1e18, -1e18, math.MaxFloat64, 5e-324, 3.52}
		s := chart.LineSpec{Steps: years(1, n), Unit: "%", Decimals: int(next()*30) - 10, Values: next() < 0.5, FromZero: next() < 0.3, Marked: int(next()*float64(n+4)) - 2}
		for i := range int(next() * 6) {
			y := walk(next, int(next()*float64(n+3)), next())
			for range int(next() * 3) {
				if len(y) > 0 {
					y[int(next()*float64(len(y)))] = odd[int(next()*float64(len(odd)))]
				}
			}
			s.Series = append(s.Series, chart.Series{
				Label: strings.Repeat("n", int(next()*30)), Letter: []rune{0, 'K', 'P', '漢'}[i%4], Y: y,
				Style: theme.Series1, Breaks: []int{int(next() * 20), -1, n, n + 7},
			})
		}
		if next() < 0.5 {
			s.Target = &chart.Target{Label: "target", Step: int(next()*float64(n+2)) - 1, Y: odd[int(next()*10)], Of: int(next()*8) - 2}
		}
		c := block.New(block.Env{Width: w + 2, Height: h + 2, ASCII: ascii})
		a := c.All().Sub(1, 1, w, h)
		d := chart.Lines(a, s)
		for _, x := range d.Columns {
			if x < 0 || x >= w {
				t.Fatalf("a step in column %d of %d", x, w)
			}
		}
		if d.OK && (len(d.Columns) != n || !slices.IsSorted(d.Columns) || d.Lo > d.Hi) {
			t.Fatalf("%+v", d)
		}
	})
}

func BenchmarkLines60x12(b *testing.B) {
	s := spec()
	s.Series = append(s.Series, chart.Series{Label: "Kapuas", Letter: 'A', Style: theme.Series4, Y: []float64{5.5, 5.4, 5.3, 5.2, 5.1, 5.3, 5.2, 5.6, 5.3, 5.2, 5.2, 5.1}})
	c := block.New(block.Env{Width: 60, Height: 12})
	b.ReportAllocs()
	for b.Loop() {
		chart.Lines(c.All(), s)
	}
}
