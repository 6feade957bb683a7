package chart_test

import (
	"fmt"
	"math"
	"testing"
	"strconv"

	"github.com/charmbracelet/colorprofile"
	"rakor/ui/block"
	"rakor/ui/chart"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

func TestDemo(t *testing.T) {
	nan := math.NaN()
	th := theme.New(theme.None, colorprofile.NoTTY)
	var steps []string
	for y := 2010; y <= 2026; y++ { steps = append(steps, strconv.Itoa(y)) }
	s := chart.LineSpec{Steps: steps, Lang: lang.Indonesian, Decimals: 2, Unit: "%", Values: true, Marked: 16,
		Series: []chart.Series{
			{Label: "Palangka Raya", Letter: 'K', Style: theme.Series1, Y: []float64{5.7, 5.1, nan, 4.5, 4.3, 4.0, nan, nan, 3.9, nan, 3.44, 3.75, 3.61, 3.44, 3.52, 3.62}, Breaks: []int{5}},
			{Label: "Kalteng", Letter: 'P', Style: theme.Series2, Y: []float64{6.77, 6.56, 6.19, 6.23, 6.07, 5.94, 5.66, 5.37, 5.17, 4.98, 4.82, 5.16, 5.28, 5.11, 5.17, 5.19}},
			{Label: "Nasional", Letter: 'N', Style: theme.Series3, Y: []float64{13.33, 12.49, 11.96, 11.36, 11.25, 11.22, 10.86, 10.64, 9.82, 9.41, 9.78, 10.14, 9.54, 9.36, 9.03, 8.47}},
		},
		Target: &chart.Target{Label: "target 3,30", Step: 16, Y: 3.30},
	}
	show := func(w, h int, ascii bool, s chart.LineSpec) {
		c := block.New(block.Env{Width: w, Height: h, ASCII: ascii})
		d := chart.Lines(c.All(), s)
		fmt.Println(w, h, d)
		fmt.Println(c.Frame(th))
	}
	for _, k := range [][2]int{{90, 20}, {60, 12}, {40, 6}, {58, 11}, {150,30}} { show(k[0], k[1], false, s) }
	show(60, 12, true, s)
	one := s
	one.Series = s.Series[:1]
	show(58, 11, false, one)
	show(58, 11, true, one)
	two := s
	two.Series = s.Series[:2]
	show(58, 11, false, two)
	c := block.New(block.Env{Width: 60, Height: 8})
	chart.Bars(c.All(), chart.BarSpec{Decimals: 2, Refs: []chart.Ref{{Name: "prov", Value: 5.19}, {Name: "nas", Value: 8.47}}, Rows: []chart.BarRow{
		{Name: "Kota Palangka Raya", Value: 3.62}, {Name: "Kab. Kapuas", Value: 5.2, Mark: "*"}, {Name: "x", Value: nan}, {Name: "Nasional", Value: 8.47}, {Name: "Kecil", Value: 0.01}}})
	fmt.Println(c.Frame(th))
	c = block.New(block.Env{Width: 60, Height: 8})
	chart.Bars(c.All(), chart.BarSpec{Decimals: 2, Rows: []chart.BarRow{
		{Name: "tumbuh", Value: 1.62}, {Name: "sebar", Value: -0.9, Mark: "*"}, {Name: "x", Value: nan}, {Name: "sisa", Value: 0.01}, {Name: "Kecil", Value: -0.01}}})
	fmt.Println(c.Frame(th))
}
