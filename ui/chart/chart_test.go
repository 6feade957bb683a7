package chart_test

import (
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// draw gives what f draws on a canvas, a row of runes a line, blanks filled up
// to the width.
func draw(t *testing.T, w, h int, ascii bool, f func(a block.Area)) [][]rune {
	t.Helper()
	c := block.New(block.Env{Width: w, Height: h, ASCII: ascii})
	f(c.All())
	lines := strings.Split(plain(c.Frame(theme.New(theme.None, colorprofile.NoTTY))), "\n")
	if len(lines) != h {
		t.Fatalf("%d lines, want %d", len(lines), h)
	}
	out := make([][]rune, h)
	for i, line := range lines {
		out[i] = []rune(line)
		if len(out[i]) > w {
			t.Fatalf("line %d has %d columns of %d: %q", i, len(out[i]), w, line)
		}
		for len(out[i]) < w {
			out[i] = append(out[i], ' ')
		}
		for _, r := range out[i] {
			if ascii && r > 0x7e {
				t.Fatalf("%q is not ASCII: %s", r, line)
			}
		}
	}
	return out
}

// plain takes the escape sequences of styles off.
func plain(s string) string {
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(s, "\x1b[")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		_, s, _ = strings.Cut(after, "m")
	}
}

func text(rows [][]rune) string {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(strings.TrimRight(string(r), " ") + "\n")
	}
	return b.String()
}

// years names the steps from one year to another.
func years(from, to int) []string {
	var out []string
	for y := from; y <= to; y++ {
		out = append(out, strconv.Itoa(y))
	}
	return out
}

// random gives the same sequence for the same seed, numbers from 0 to 1.
func random(seed uint64) func() float64 {
	return func() float64 {
		seed ^= seed << 13
		seed ^= seed >> 7
		seed ^= seed << 17
		return float64(seed>>11) / (1 << 53)
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != strings.ReplaceAll(string(want), "\r\n", "\n") {
		t.Errorf("%s differs; got\n%s", path, got)
	}
}

// spec is a chart as the regional tab draws it; the figures only resemble real
// ones.
func spec() chart.LineSpec {
	nan := math.NaN()
	return chart.LineSpec{
		Steps: years(2014, 2026), Lang: lang.Indonesian, Decimals: 2, Unit: "%", Values: true, Marked: 12,
		Series: []chart.Series{
			{Label: "Kota", Letter: 'K', Style: theme.Series1, Y: []float64{4.4, nan, 4.1, nan, nan, 3.3, 3.4, 3.8, 3.6, 3.4, 3.5, 3.6}, Breaks: []int{7}},
			{Label: "Provinsi", Letter: 'P', Style: theme.Series2, Y: []float64{6.1, 5.9, 5.7, 5.4, 5.2, 5, 4.8, 5.2, 5.3, 5.1, 5.2, 5.2}},
			{Label: "Nasional", Letter: 'N', Style: theme.Series3, Y: []float64{11.3, 11.2, 10.9, 10.6, 9.8, 9.4, 9.8, 10.1, 9.5, 9.4, 9, 8.5}},
		},
		Target: &chart.Target{Label: "target 3,30", Step: 12, Y: 3.3, Style: theme.Warn},
	}
}

func TestGoldens(t *testing.T) {
	city := spec()
	city.Series = city.Series[:1]
	english := spec()
	english.Lang, english.Unit, english.FromZero = lang.English, "percent", true
	growth := chart.BarSpec{Lang: lang.Indonesian, Decimals: 2, Rows: []chart.BarRow{
		{Name: "Pertumbuhan", Value: -1.62}, {Name: "Pemerataan", Value: 0.9, Mark: "*"}, {Name: "Sisa", Value: math.NaN()}, {Name: "Kecil", Value: 0.004},
	}}
	ranks := chart.BarSpec{
		Lang: lang.Indonesian, Decimals: 2,
		Refs: []chart.Ref{{Name: "prov", Value: 5.2, Style: theme.RefLine}, {Name: "nas", Value: 8.5, Style: theme.RefLine, Mark: "┆"}},
		Rows: []chart.BarRow{
			{Name: "Kota Palangka Raya", Value: 3.6, Style: theme.BarHome},
			{Name: "Kab. Pulang Pisau", Value: 4.8},
			{Name: "Kab. Kapuas", Value: 5.3, Mark: "*"},
			{Name: "Kab. Barito Timur", Value: math.NaN()},
			{Name: "Nasional", Value: 8.5},
		},
	}
	for _, c := range []struct {
		name  string
		w, h  int
		ascii bool
		f     func(a block.Area)
	}{
		{"lines-90x20", 90, 20, false, func(a block.Area) { chart.Lines(a, spec()) }},
		{"lines-60x12", 60, 12, false, func(a block.Area) { chart.Lines(a, spec()) }},
		{"lines-60x12-ascii", 60, 12, true, func(a block.Area) { chart.Lines(a, spec()) }},
		{"lines-40x6", 40, 6, false, func(a block.Area) { chart.Lines(a, spec()) }},
		{"lines-cut-56x12", 56, 12, false, func(a block.Area) { chart.Lines(a, city) }},
		{"lines-english-70x14", 70, 14, false, func(a block.Area) { chart.Lines(a, english) }},
		{"lines-30x9", 30, 9, false, func(a block.Area) { chart.Lines(a, spec()) }},
		{"bars-60x8", 60, 8, false, func(a block.Area) { chart.Bars(a, ranks) }},
		{"bars-60x8-ascii", 60, 8, true, func(a block.Area) { chart.Bars(a, ranks) }},
		{"bars-negative-60x6", 60, 6, false, func(a block.Area) { chart.Bars(a, growth) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			golden(t, c.name+".txt", text(draw(t, c.w, c.h, c.ascii, c.f)))
		})
	}
}
