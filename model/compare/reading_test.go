package compare_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model"
	"rakor/model/compare"
)

// scene is a comparison and the region that is read.
type scene struct {
	sample
	period string
	own    map[model.RegionCode]string
	region model.RegionCode // d
	only   []model.RegionCode
}

func (s scene) read(t *testing.T) []compare.Fact {
	t.Helper()
	if s.region == "" {
		s.region = d
	}
	if s.only == nil {
		s.only = []model.RegionCode{d, north, model.Nation, a, b, c}
	}
	if s.id == "" {
		s.id = "rate"
	}
	ds := s.build()
	req := compare.Request{Indicator: s.id}
	if s.period != "" {
		req.Period = per(s.period)
	}
	for _, r := range s.only {
		k := compare.Pick{Region: r}
		if p, ok := s.own[r]; ok {
			k.Period = per(p)
		}
		req.Picks = append(req.Picks, k)
	}
	return compare.Read(ds, must(t, ds, req), s.region)
}

// TestRules has, for every rule, one scene in which it speaks, with the fact
// it gives, and scenes in which it must stay silent.
func TestRules(t *testing.T) {
	usual := func(f func(*scene)) scene {
		s := scene{sample: meeting(), period: "2025-03"}
		if f != nil {
			f(&s)
		}
		return s
	}
	with := func(fs ...figure) scene {
		return scene{sample: sample{better: model.BetterLower, figures: fs}, period: "2025-03"}
	}
	method := func(from string) []model.Break {
		return []model.Break{{Indicators: []model.IndicatorID{"rate"}, From: per(from), What: model.Text{EN: "m"}}}
	}
	target := func(v float64, y model.Year) []model.Target {
		return []model.Target{{Region: d, Indicator: "rate", Year: y, Value: v}}
	}
	march25, march24 := per("2025-03"), per("2024-03")
	tests := []struct {
		rule   compare.Rule
		speaks scene
		want   compare.Fact
		silent map[string]scene
	}{
		{
			rule: compare.RuleUnlike,
			speaks: usual(func(s *scene) {
				s.period, s.own = "2024-03", map[model.RegionCode]string{north: "2023-03"}
			}),
			want: compare.Fact{Regions: []model.RegionCode{north}, To: march24, Offer: march24},
			silent: map[string]scene{
				"all of one period": usual(nil),
				"some are missing":  usual(func(s *scene) { s.period = "2025-09" }),
			},
		},
		{
			rule:   compare.RuleNoFigure,
			speaks: usual(func(s *scene) { s.period = "2025-09" }),
			want:   compare.Fact{To: per("2025-09"), From: march25},
			silent: map[string]scene{
				"there is one":             usual(nil),
				"region is not compared":   usual(func(s *scene) { s.region = x }),
				"another region lacks one": usual(func(s *scene) { s.period, s.region = "2025-09", north }),
			},
		},
		{
			rule:   compare.RuleLevel,
			speaks: usual(nil),
			want:   compare.Fact{To: march25, Now: 2.75},
			silent: map[string]scene{"no figure": usual(func(s *scene) { s.period = "2025-09" })},
		},
		{
			rule:   compare.RuleChange,
			speaks: usual(nil),
			want:   compare.Fact{From: march24, To: march25, Was: 2.5, Now: 2.75, Diff: 0.25, Better: -1},
			silent: map[string]scene{
				"first round":      usual(func(s *scene) { s.period = "2023-03" }),
				"method changed":   usual(func(s *scene) { s.breaks = method("2025-03") }),
				"other round only": with(figure{d, "2024-09", 2}, figure{d, "2025-03", 3}),
				"no figure":        usual(func(s *scene) { s.period = "2025-09" }),
			},
		},
		{
			rule:   compare.RuleSmallChange,
			speaks: with(figure{d, "2024-03", 3.62}, figure{d, "2025-03", 3.63}),
			want:   compare.Fact{From: march24, To: march25, Was: 3.62, Now: 3.63, Diff: 0.01, Better: -1},
			silent: map[string]scene{
				"two units of the last digit": with(figure{d, "2024-03", 3.62}, figure{d, "2025-03", 3.64}),
				"no change at all":            with(figure{d, "2024-03", 3.62}, figure{d, "2025-03", 3.62}),
				"prints alike":                with(figure{d, "2024-03", 3.6201}, figure{d, "2025-03", 3.6199}),
				"nothing to compare with":     with(figure{d, "2025-03", 3.62}),
			},
		},
		{
			rule:   compare.RuleGapBefore,
			speaks: with(figure{d, "2021-03", 3}, figure{d, "2025-03", 4}, figure{d, "2023-09", 4}),
			want:   compare.Fact{From: per("2021-03"), To: march25, Was: 3, Now: 4, Diff: 1, Better: -1, Years: []model.Year{2022, 2024}},
			silent: map[string]scene{
				"year after year":   usual(nil),
				"no earlier figure": with(figure{d, "2025-03", 4}),
			},
		},
		{
			rule:   compare.RuleBroken,
			speaks: usual(func(s *scene) { s.breaks = method("2025") }),
			want:   compare.Fact{From: march24, To: march25, Break: method("2025")[0]},
			silent: map[string]scene{
				"no change of method":        usual(nil),
				"changed before both":        usual(func(s *scene) { s.breaks = method("2024-03") }),
				"changed, but nothing older": with(figure{d, "2025-03", 3}),
			},
		},
		{
			rule:   compare.RuleFirstRound,
			speaks: with(figure{d, "2023", 3}, figure{d, "2024-09", 3}, figure{d, "2025-03", 3}, figure{d, "2026-03", 3}),
			want:   compare.Fact{From: per("2024-09"), To: march25},
			silent: map[string]scene{
				"same round before": usual(nil),
				"nothing before":    with(figure{d, "2025-03", 3}, figure{d, "2026-03", 3}),
			},
		},
		{
			rule:   compare.RuleToProvince,
			speaks: usual(nil),
			want:   compare.Fact{Other: north, To: march25, Was: 5.75, Now: 2.75, Diff: -3, Better: 1},
			silent: map[string]scene{
				"province lacks the period": with(figure{d, "2025-03", 3}, figure{north, "2024-03", 3}),
				"the province itself":       usual(func(s *scene) { s.region = north }),
				"the nation":                usual(func(s *scene) { s.region = model.Nation }),
				"a total":                   usual(func(s *scene) { s.unit = model.UnitThousandPersons }),
			},
		},
		{
			rule:   compare.RuleToNation,
			speaks: usual(func(s *scene) { s.region = north }),
			want:   compare.Fact{Region: north, Other: model.Nation, To: march25, Was: 8.5, Now: 5.75, Diff: -2.75, Better: 1},
			silent: map[string]scene{
				"nation lacks the period": with(figure{d, "2025-03", 3}, figure{model.Nation, "2024-03", 3}),
				"the nation itself":       usual(func(s *scene) { s.region = model.Nation }),
				"a total":                 usual(func(s *scene) { s.unit = model.UnitPersons }),
			},
		},
		{
			rule:   compare.RuleSmallGap,
			speaks: with(figure{d, "2025-03", 3.62}, figure{north, "2025-03", 5}, figure{model.Nation, "2025-03", 3.61}),
			want:   compare.Fact{Other: model.Nation, To: march25, Was: 3.61, Now: 3.62, Diff: 0.01, Better: -1},
			silent: map[string]scene{
				"far apart": usual(nil),
				"equal":     with(figure{d, "2025-03", 3.62}, figure{model.Nation, "2025-03", 3.62}),
			},
		},
		{
			rule:   compare.RuleRank,
			speaks: with(march("2025", 9, 5, 4, 6, 3, 3)...),
			want:   compare.Fact{To: march25, N: 1, Of: 4, Tied: true},
			silent: map[string]scene{
				"alone":              usual(func(s *scene) { s.only = []model.RegionCode{d, north, model.Nation} }),
				"province":           usual(func(s *scene) { s.region = north }),
				"period of its own":  usual(func(s *scene) { s.own = map[model.RegionCode]string{d: "2024-03"} }),
				"not in the picture": usual(func(s *scene) { s.region = x }),
			},
		},
		{
			rule:   compare.RuleTarget,
			speaks: usual(func(s *scene) { s.targets = append(target(9, 2020), target(2.5, 2026)...) }),
			want:   compare.Fact{From: march25, To: per("2026"), Was: 2.5, Now: 2.75, Diff: 0.25, Better: -1},
			silent: map[string]scene{
				"none":            usual(nil),
				"an old figure":   usual(func(s *scene) { s.targets, s.period = target(2.5, 2026), "2024-03" }),
				"of the past":     usual(func(s *scene) { s.targets = target(2.5, 2024) }),
				"of another":      usual(func(s *scene) { s.targets, s.region = target(2.5, 2026), a }),
				"no wanted way":   usual(func(s *scene) { s.targets, s.better = target(2.5, 2026), model.BetterNone }),
				"no figure today": usual(func(s *scene) { s.targets, s.period = target(2.5, 2026), "2025-09" }),
			},
		},
		{
			rule:   compare.RuleNoSamplingError,
			speaks: usual(nil),
			want:   compare.Fact{Local: true},
			silent: map[string]scene{
				"nothing is compared": with(figure{d, "2025-03", 3}),
				"a register":          usual(func(s *scene) { s.id = model.PopulationAdmin }),
			},
		},
		{
			rule: compare.RuleDisputed,
			speaks: usual(func(s *scene) {
				s.others = map[figure][]float64{{d, "2025-03", 2.75}: {2.5, 2}}
			}),
			want: compare.Fact{To: march25, Now: 2.75, Was: 2.5, N: 2},
			silent: map[string]scene{
				"all agree": usual(nil),
				"another figure is disputed": usual(func(s *scene) {
					s.others = map[figure][]float64{{d, "2024-03", 2.5}: {2}}
				}),
			},
		},
		{
			rule:   compare.RuleGaps,
			speaks: with(figure{d, "2020-03", 1}, figure{d, "2022-09", 1}, figure{d, "2025-03", 1}),
			want:   compare.Fact{Years: []model.Year{2021, 2023, 2024}},
			silent: map[string]scene{
				"none":                     usual(nil),
				"others have longer lines": with(figure{a, "2010-03", 1}, figure{d, "2025-03", 1}),
			},
		},
		{
			rule: compare.RuleRounds,
			speaks: with(figure{d, "2013", 1}, figure{d, "2014-09", 1}, figure{d, "2015-09", 1},
				figure{d, "2016-03", 1}, figure{d, "2025-03", 1}),
			want: compare.Fact{Years: []model.Year{2014, 2016}},
			silent: map[string]scene{
				"one round":                usual(nil),
				"two rounds, one is drawn": usual(func(s *scene) { s.region = north }),
			},
		},
	}
	var seen []compare.Rule
	for _, tt := range tests {
		seen = append(seen, tt.rule)
		f, ok := compare.Find(tt.speaks.read(t), tt.rule)
		if !ok {
			t.Errorf("rule %d is silent where it should speak", tt.rule)
		}
		tt.want.Rule = tt.rule
		if tt.want.Region == "" {
			tt.want.Region = d
		}
		if diff := cmp.Diff(tt.want, f); diff != "" {
			t.Errorf("rule %d: %s", tt.rule, diff)
		}
		for name, s := range tt.silent {
			if f, ok := compare.Find(s.read(t), tt.rule); ok {
				t.Errorf("rule %d speaks although %s: %+v", tt.rule, name, f)
			}
		}
	}
	if diff := cmp.Diff(compare.Rules(), seen); diff != "" {
		t.Errorf("rules without a test: %s", diff)
	}
}

func TestChangeOfAnIndicatorThatShouldRise(t *testing.T) {
	s := scene{sample: sample{better: model.BetterHigher, figures: march("2024", 9, 5, 4, 6, 3, 2)}, period: "2025-03"}
	s.figures = append(s.figures, march("2025", 9, 5, 4, 6, 3, 2.5)...)
	f, _ := compare.Find(s.read(t), compare.RuleChange)
	if f.Better != 1 || f.Diff != 0.5 {
		t.Errorf("%+v", f)
	}
	s.better = model.BetterNone
	if f, _ = compare.Find(s.read(t), compare.RuleChange); f.Better != 0 {
		t.Errorf("neither way is better, got %+v", f)
	}
}

// A distance holds for one period; where the comparison shows the other side
// of another, the fact says so.
func TestDistanceToWhatIsNotShown(t *testing.T) {
	s := scene{sample: meeting(), period: "2024-03", own: map[model.RegionCode]string{north: "2023-03"}}
	fs := s.read(t)
	if f, _ := compare.Find(fs, compare.RuleToProvince); !f.Unseen || f.Was != 5.5 {
		t.Errorf("%+v, want the province's own figure of 2024, not shown", f)
	}
	if f, _ := compare.Find(fs, compare.RuleToNation); f.Unseen {
		t.Errorf("%+v is shown", f)
	}
}

func TestFactsComeInTheOrderOfTheTable(t *testing.T) {
	s := scene{sample: meeting(), period: "2025-03"}
	fs := s.read(t)
	if !slices.IsSortedFunc(fs, func(p, q compare.Fact) int { return int(p.Rule) - int(q.Rule) }) || len(fs) < 5 {
		t.Errorf("%+v", fs)
	}
}

// The reading of a region with figures never states a change or distance
// without saying what is not known about it.
func TestNoChangeWithoutItsCaution(t *testing.T) {
	for _, p := range []string{"2023-03", "2024-03", "2025-03", "2025-09"} {
		for _, r := range []model.RegionCode{d, a, north, model.Nation} {
			fs := scene{sample: meeting(), period: p, region: r}.read(t)
			_, change := compare.Find(fs, compare.RuleChange)
			_, prov := compare.Find(fs, compare.RuleToProvince)
			_, nation := compare.Find(fs, compare.RuleToNation)
			if _, said := compare.Find(fs, compare.RuleNoSamplingError); said != (change || prov || nation) {
				t.Errorf("%s %s: caution %v", r, p, said)
			}
		}
	}
}
