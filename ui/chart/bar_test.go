package chart_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// lengthLeft decodes a bar that ends before column x and grows to the left.
func lengthLeft(row []rune, x int) float64 {
	end := x
	for end > 0 && (row[end-1] == '█' || row[end-1] == '#') {
		end--
	}
	n := float64(x - end)
	if end > 0 && row[end-1] == '▐' {
		n += 0.5
	}
	if end > 0 && row[end-1] == '▕' {
		n += 0.125
	}
	return n
}

// decodeLength decodes a bar that begins at column x and grows to the right:
// its length in cells.
func decodeLength(row []rune, x int) float64 {
	end := x
	for end < len(row) && (row[end] == '█' || row[end] == '#') {
		end++
	}
	n := float64(end - x)
	if end < len(row) && row[end] > '█' && row[end] <= '▏' {
		n += float64('▏'-row[end]+1) / 8
	}
	return n
}

func TestBarEndsWhereItsFigureIs(t *testing.T) {
	next := random(7)
	for range 400 {
		w := 5 + int(next()*90)
		hi := math.Exp(next()*20 - 6)
		v := hi * next()
		track := chart.NewTrack(3, w, nil, hi)
		want := v / track.Scale.Hi * float64(w)
		for _, ascii := range []bool{false, true} {
			rows := draw(t, w+6, 1, ascii, func(a block.Area) { track.Bar(a, 0, v, theme.Bar) })
			got, within := decodeLength(rows[0], 3), 1.0/16
			if ascii {
				within = 0.5
			}
			if least := map[bool]float64{false: 1.0 / 8, true: 1}[ascii]; want < least {
				if got != least && math.Abs(got-want) > within {
					t.Fatalf("%v of %v in %d cells: %v cells, want a trace", v, track.Scale.Hi, w, got)
				}
				continue
			}
			if math.Abs(got-want) > within+1e-9 {
				t.Fatalf("%v of %v in %d cells, ascii %v: %v cells, want %v", v, track.Scale.Hi, w, ascii, got, want)
			}
			if s := strings.TrimLeft(string(rows[0][:3]), " "); s != "" {
				t.Fatalf("drawn before the track: %q", s)
			}
		}
	}
}

func TestBarsBelowZero(t *testing.T) {
	next := random(11)
	for range 400 {
		w := 12 + int(next()*60)
		lo, hi := -math.Exp(next()*6), math.Exp(next()*6)
		track := chart.NewTrack(0, w, nil, lo, hi)
		at := func(v float64) ([]rune, int) {
			rows := draw(t, w, 1, false, func(a block.Area) { track.Bar(a, 0, v, theme.Bar) })
			zero, ok := track.Column(0)
			if !ok {
				t.Fatal("no zero on the axis")
			}
			return rows[0], zero
		}
		// A unit is as long on one side as on the other.
		v := min(hi, -lo) * next()
		right, zero := at(v)
		left, _ := at(-v)
		a, b := decodeLength(right, zero), lengthLeft(left, zero)
		if math.Abs(a-b) > 0.25+1e-9 {
			t.Fatalf("%v is %v cells to the right, %v to the left", v, a, b)
		}
		if decodeLength(left, zero) != 0 || lengthLeft(right, zero) != 0 {
			t.Fatalf("%v stands on both sides of zero", v)
		}
		span := track.Scale.Hi - track.Scale.Lo
		if got, want := a/v*span, float64(w); v > span/10 && math.Abs(got-want) > 0.2*want {
			t.Fatalf("the axis is %v cells long, not %v", got, want)
		}
	}
}

func TestMissingAndZeroHaveNoBar(t *testing.T) {
	track := chart.NewTrack(0, 30, nil, 10)
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e30, 0} {
		rows := draw(t, 30, 1, false, func(a block.Area) { track.Bar(a, 0, v, theme.Bar) })
		if got := strings.TrimSpace(string(rows[0])); got != "" {
			t.Errorf("%v is drawn as %q", v, got)
		}
	}
	rows := draw(t, 30, 1, false, func(a block.Area) { track.Bar(a, 0, 1e-9, theme.Bar) })
	if rows[0][0] != '▏' {
		t.Error("a figure that is not zero has no trace")
	}
}

func TestReferenceLines(t *testing.T) {
	refs := []chart.Ref{{Name: "prov", Value: 5}, {Name: "nas", Value: 8, Mark: "┆"}, {Name: "?", Value: math.NaN()}}
	track := chart.NewTrack(2, 40, refs, 9)
	x, ok := track.Column(5)
	if want := 2 + int(5/track.Scale.Hi*40); !ok || x != want {
		t.Fatalf("the line is in column %d, %v; want %d", x, ok, want)
	}
	y, _ := track.Column(8)
	rows := draw(t, 44, 4, false, func(a block.Area) {
		track.Bar(a, 0, 9, theme.Bar)
		track.Bar(a, 1, 1, theme.Bar)
		track.Bar(a, 2, math.NaN(), theme.Bar)
		track.RefNames(a, 3)
	})
	for i := range 3 {
		if rows[i][x] != '│' || rows[i][y] != '┆' {
			t.Errorf("row %d: %q", i, string(rows[i]))
		}
	}
	names := string(rows[3])
	for i, name := range []string{"prov", "nas"} {
		at := strings.Index(names, name)
		if c := []int{x, y}[i]; at < 0 || c < at || c >= at+len(name) {
			t.Errorf("%s does not stand at its line: %q", name, names)
		}
	}
	// Lines that are close keep their names apart and in order.
	near := chart.NewTrack(0, 40, []chart.Ref{{Name: "provinsi", Value: 5}, {Name: "nasional", Value: 5.1}}, 9)
	rows = draw(t, 40, 1, false, func(a block.Area) { near.RefNames(a, 0) })
	if got := strings.Fields(string(rows[0])); !slices.Equal(got, []string{"provinsi", "nasional"}) {
		t.Errorf("names: %q", string(rows[0]))
	}
}

func TestScale(t *testing.T) {
	next := random(3)
	for range 2000 {
		lo, hi := 0.0, math.Exp(next()*40-10)
		if next() < 0.3 {
			lo = -hi * next() * 3
		}
		n := 1 + int(next()*9)
		s := chart.NewScale(lo, hi, n)
		if s.Lo > lo+1e-9*hi || s.Hi < hi*(1-1e-9) || s.Lo > 0 {
			t.Fatalf("NewScale(%v, %v, %d) = %+v does not hold its figures", lo, hi, n, s)
		}
		if s.Hi-hi > s.Step || lo-s.Lo > s.Step {
			t.Fatalf("NewScale(%v, %v, %d) = %+v wastes more than a step", lo, hi, n, s)
		}
		ticks := s.Ticks()
		if !slices.Contains(ticks, 0) || !slices.IsSorted(ticks) {
			t.Fatalf("ticks of %+v: %v", s, ticks)
		}
		if max(hi, -lo)/s.Step > float64(n)+1e-6 {
			t.Fatalf("NewScale(%v, %v, %d) = %+v has too many ticks", lo, hi, n, s)
		}
		m := s.Step / math.Pow(10, math.Floor(math.Log10(s.Step)+1e-9))
		if !slices.ContainsFunc([]float64{1, 2, 2.5, 5}, func(x float64) bool { return math.Abs(m-x) < 1e-6 }) {
			t.Fatalf("step %v is not round", s.Step)
		}
	}
	for _, s := range []chart.Scale{chart.NewScale(0, 0, 4), chart.NewScale(math.NaN(), math.Inf(1), 4), chart.NewScale(3, -2, 0)} {
		if s.Lo != 0 || s.Hi != 1 {
			t.Errorf("an axis of nothing is %+v", s)
		}
	}
	if ticks := (chart.Scale{Lo: 0, Hi: 1e9, Step: 1}).Ticks(); ticks != nil {
		t.Errorf("a thousand million ticks")
	}
}

// Each number of the axis stands where a bar of that length ends.
func TestAxisNumbersStandAtTheirPlace(t *testing.T) {
	next := random(5)
	for range 200 {
		w := 20 + int(next()*80)
		track := chart.NewTrack(2, w, nil, math.Exp(next()*8))
		rows := draw(t, w+4, 1, false, func(a block.Area) { track.Axis(a, 0, lang.English, theme.Muted) })
		line := string(rows[0])
		fields := strings.Fields(line)
		if len(fields) < 2 {
			t.Fatalf("axis %q", line)
		}
		from := 0
		for _, f := range fields {
			at := from + strings.Index(line[from:], f)
			from = at + len(f)
			v, err := lang.English.ParseNumber(f)
			if err != nil {
				v, err = lang.English.ParseNumber(strings.ReplaceAll(f, ",", ""))
			}
			if err != nil {
				t.Fatal(err)
			}
			place := 2 + v/track.Scale.Hi*float64(w)
			if place < float64(at)-0.6 || place > float64(at+len(f))+0.6 {
				t.Fatalf("%s stands at %d, its place is %v: %q", f, at, place, line)
			}
		}
	}
}

func TestInterval(t *testing.T) {
	track := chart.Track{X: 1, W: 20, Scale: chart.Scale{Lo: 0, Hi: 20, Step: 5}}
	for _, c := range []struct {
		name        string
		lo, mid, hi float64
		ascii       bool
		want        string
	}{
		{"whole", 2, 5, 9, false, "   ├──●───┤"},
		{"ascii", 2, 5, 9, true, "   [--o---]"},
		{"cut at the right", 12, 15, 40, false, "             ├──●────"},
		{"cut at the left", -3, 2, 4, false, " ──●─┤"},
		{"limits missing", math.NaN(), 5, 9, false, "      ●"},
		{"estimate missing", 2, math.NaN(), 5, false, "   ├──┤"},
		{"off the axis", 30, 35, 40, false, ""},
		{"reversed", 9, 5, 2, false, "      ●"},
	} {
		rows := draw(t, 24, 1, c.ascii, func(a block.Area) { track.Interval(a, 0, c.lo, c.mid, c.hi, theme.Plain) })
		if got := strings.TrimRight(string(rows[0]), " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestBarsTellHowManyFit(t *testing.T) {
	spec := chart.BarSpec{Rows: make([]chart.BarRow, 10)}
	for _, c := range []struct{ w, h, want int }{{60, 8, 7}, {60, 20, 10}, {60, 1, 0}, {3, 5, 4}, {0, 0, 0}} {
		canvas := block.New(block.Env{Width: 80, Height: 30})
		got := chart.Bars(canvas.All().Sub(0, 0, c.w, c.h), spec)
		if got != c.want {
			t.Errorf("%dx%d: %d rows, want %d", c.w, c.h, got, c.want)
		}
	}
	if chart.Bars(block.Area{}, spec) != 0 {
		t.Error("drawn into nothing")
	}
}

func FuzzTrack(f *testing.F) {
	f.Add(0.0, 10.0, 5.0, 20)
	f.Add(-3.0, math.Inf(1), math.NaN(), 1)
	f.Add(1e-300, 1e300, -1e17, 0)
	f.Add(70.0, 10.0, 48.0, 96) // an axis that runs backwards
	f.Fuzz(func(_ *testing.T, lo, hi, v float64, w int) {
		if w > 300 || w < -5 {
			return
		}
		c := block.New(block.Env{Width: 60, Height: 4})
		track := chart.NewTrack(2, w, []chart.Ref{{Name: "r", Value: v}}, lo, hi)
		track.Axis(c.All(), 0, lang.Indonesian, theme.Muted)
		track.Bar(c.All(), 1, v, theme.Bar)
		track.Interval(c.All(), 2, lo, v, hi, theme.Bar)
		track.RefNames(c.All(), 3)
		chart.Track{X: 0, W: w, Scale: chart.Scale{Lo: lo, Hi: hi, Step: v}}.Bar(c.All(), 1, v, theme.Bar)
		chart.Track{X: 0, W: w, Scale: chart.Scale{Lo: lo, Hi: hi, Step: v}}.Axis(c.All(), 1, lang.English, theme.Bar)
	})
}

func BenchmarkBars(b *testing.B) {
	rows := make([]chart.BarRow, 16)
	for i := range rows {
		rows[i] = chart.BarRow{Name: "Kab. Pulang Pisau", Value: float64(i) / 2}
	}
	c := block.New(block.Env{Width: 60, Height: 20})
	b.ReportAllocs()
	for b.Loop() {
		chart.Bars(c.All(), chart.BarSpec{Rows: rows, Decimals: 2, Refs: []chart.Ref{{Name: "prov", Value: 5}}})
	}
}
