package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model"
	"rakor/model/compare"
)

// cells writes a line as text: the period of each point, "-" for a gap, "/"
// before a point that must not be joined.
func cells(l compare.Line) []string {
	var out []string
	for _, p := range l.Points {
		s := "-"
		if p.OK {
			s = p.Observation.Period.String()
		}
		if p.Cut {
			s = "/" + s
		}
		out = append(out, s)
	}
	return out
}

func TestTrend(t *testing.T) {
	method := model.Break{Indicators: []model.IndicatorID{"rate"}, Regions: []model.RegionCode{b}, From: per("2016"), What: model.Text{EN: "m"}}
	s := sample{
		figures: []figure{
			{a, "2013", 1},
			{a, "2014-09", 2},
			{a, "2015-03", 3},
			{a, "2015-09", 4},
			{a, "2018-03", 5},
			{b, "2015-03", 1},
			{b, "2016-03", 2},
			{b, "2017-03", 2},
		},
		breaks: []model.Break{method},
	}
	got := compare.Trend(s.build(), "rate", []model.RegionCode{a, "9999", b, x})
	if !cmp.Equal(got.Years, []model.Year{2013, 2014, 2015, 2016, 2017, 2018}) {
		t.Errorf("years %v: none may be left out", got.Years)
	}
	want := [][]string{
		{"2013", "/2014-09", "/2015-03", "-", "-", "2018-03"},
		{"-", "-", "2015-03", "/2016-03", "2017-03", "-"},
		{"-", "-", "-", "-", "-", "-"},
	}
	if len(got.Lines) != len(want) {
		t.Fatalf("%d lines, want %d: unknown regions are left out, known ones stay", len(got.Lines), len(want))
	}
	for i, l := range got.Lines {
		if diff := cmp.Diff(want[i], cells(l)); diff != "" {
			t.Errorf("line %d: %s", i, diff)
		}
	}
	if diff := cmp.Diff([]model.Break{method}, got.Breaks); diff != "" {
		t.Error(diff)
	}
}

func TestTrendChoosesTheUsualRoundOfAYear(t *testing.T) {
	s := sample{figures: []figure{
		{a, "2015-08", 1},
		{a, "2016-08", 1},
		{a, "2017-02", 2},
		{a, "2017-08", 3},
		{a, "2018-02", 4},
		{b, "2017-08", 1},
		{b, "2018-02", 1},
		{b, "2018-03", 2},
		{b, "2018-09", 3},
		{b, "2017-09", 5},
	}}
	got := compare.Trend(s.build(), "rate", []model.RegionCode{a, b})
	want := [][]string{
		{"2015-08", "2016-08", "2017-08", "/2018-02"}, // its month is August; 2018 has only February
		{"-", "-", "2017-09", "/2018-03"},
	}
	for i, l := range got.Lines {
		if diff := cmp.Diff(want[i], cells(l)); diff != "" {
			t.Errorf("line %d: %s", i, diff)
		}
	}
}

func TestTrendOfNothing(t *testing.T) {
	ds := meeting().build()
	for name, got := range map[string]compare.Years{
		"unknown indicator":       compare.Trend(ds, "nothing", []model.RegionCode{a}),
		"no regions":              compare.Trend(ds, "rate", nil),
		"regions without figures": compare.Trend(ds, "rate", []model.RegionCode{x, y}),
	} {
		if len(got.Years) > 0 || len(got.Lines) > 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestLastRounds(t *testing.T) {
	s, err := meeting().build().Series("rate")
	if err != nil {
		t.Fatal(err)
	}
	periods := func(upTo string, n int) (out []string) {
		for _, o := range compare.LastRounds(s, north, per(upTo), n) {
			out = append(out, o.Period.String())
		}
		return out
	}
	if got := periods("2025-03", 2); !cmp.Equal(got, []string{"2024-03", "2025-03"}) {
		t.Errorf("%v", got)
	}
	if got := periods("2026", 9); !cmp.Equal(got, []string{"2023-03", "2024-03", "2025-03", "2025-09"}) {
		t.Errorf("%v", got)
	}
	if got := periods("2020", 3); got != nil {
		t.Errorf("%v before the first figure", got)
	}
}
