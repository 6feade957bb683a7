package doc

import (
	"rakor/data/internal/jscan"
	"rakor/model"
)

// Index is what the figures refer to. In a user's index every part may be
// missing.
type Index struct {
	Regions    []model.Region
	Indicators []model.Indicator
	Sources    []model.Source
	Targets    []model.Target
	Breaks     []model.Break
	Aliases    []model.Alias
	Strategies []model.StrategyItem
}

// ReadIndex reads an index. What could be read is given whatever was reported:
// elements keep their places, a member with a fault is empty, a number NaN or
// 0.
func ReadIndex(b []byte, report Report) (Index, *jscan.SyntaxError) {
	r := jscan.New(b, report)
	x := Index{Regions: make([]model.Region, 0, 600)}
	object(r, 1, []member{
		{"format", func() { format(r, IndexFormat) }},
		{"regions", func() { list(r, &x.Regions, readRegion) }},
		{"indicators", func() { list(r, &x.Indicators, readIndicator) }},
		{"sources", func() { list(r, &x.Sources, readSource) }},
		{"targets", func() { list(r, &x.Targets, readTarget) }},
		{"breaks", func() { list(r, &x.Breaks, readBreak) }},
		{"aliases", func() { list(r, &x.Aliases, readAlias) }},
		{"strategies", func() { list(r, &x.Strategies, readStrategy) }},
	})
	return x, finish(r)
}

func readRegion(r *jscan.Reader) (x model.Region) {
	object(r, 3, []member{
		{"code", func() { x.Code = code(r) }},
		{"level", func() { x.Level = level(r) }},
		{"name", func() { x.Name = name(r) }},
		{"kemendagri", func() { x.Kemendagri = kemendagri(r) }},
		{"parent", func() { x.Parent = code(r) }},
	})
	return x
}

func readIndicator(r *jscan.Reader) (x model.Indicator) {
	at := r.Offset()
	object(r, 9, []member{
		{"id", func() { x.ID = id[model.IndicatorID](r) }},
		{"name", func() { x.Name = text(r) }},
		{"short", func() { x.Short = text(r) }},
		{"unit", func() { coded(r, &x.Unit, "a unit such as percent") }},
		{"better", func() { coded(r, &x.Better, "none, lower or higher") }},
		{"decimals", func() {
			n, _ := whole(r, 0, 6)
			x.Decimals = int(n)
		}},
		{"min", func() { x.Min = number(r) }},
		{"max", func() { x.Max = number(r) }},
		{"months", func() {
			at := r.Offset()
			list(r, &x.Months, func(r *jscan.Reader) int8 {
				n, _ := whole(r, 0, 12)
				return int8(n)
			})
			if len(x.Months) == 0 {
				r.ReportAt(at, jscan.RuleSchema, "no month", "at least one; 0 is the whole year")
			}
		}},
		{"care", func() { x.Care = text(r) }},
	})
	if x.Min > x.Max {
		r.ReportAt(at, jscan.RuleSchema, "min above max", "min at most max")
	}
	return x
}

func readSource(r *jscan.Reader) (x model.Source) {
	object(r, 4, []member{
		{"id", func() { x.ID = id[model.SourceID](r) }},
		{"kind", func() { x.Kind = choice(r, Kinds()) }},
		{"title", func() { x.Title = name(r) }},
		{"publisher", func() { x.Publisher = name(r) }},
		{"year", func() { x.Year = year(r) }},
		{"url", func() { x.URL = r.String() }},
		{"note", func() { x.Note = r.String() }},
	})
	return x
}

// Kinds lists the kinds of sources in order of preference.
func Kinds() []model.SourceKind {
	return []model.SourceKind{
		model.SourceTable, model.SourceRelease, model.SourceGovernment, model.SourceThesis, model.SourcePress,
		model.SourceEncyclopedia, model.SourceNomenclature, model.SourcePeer, model.SourceUser,
	}
}

func readTarget(r *jscan.Reader) (x model.Target) {
	object(r, 5, []member{
		{"region", func() { x.Region = code(r) }},
		{"indicator", func() { x.Indicator = id[model.IndicatorID](r) }},
		{"year", func() { x.Year = year(r) }},
		{"value", func() { x.Value = number(r) }},
		{"source", func() { x.Source = id[model.SourceID](r) }},
		{"note", func() { x.Note = r.String() }},
	})
	return x
}

func readBreak(r *jscan.Reader) (x model.Break) {
	object(r, 4, []member{
		{"indicators", func() { list(r, &x.Indicators, id[model.IndicatorID]) }},
		{"from", func() { x.From = period(r) }},
		{"what", func() { x.What = text(r) }},
		{"source", func() { x.Source = id[model.SourceID](r) }},
		{"regions", func() { list(r, &x.Regions, code) }},
		{"levels", func() { list(r, &x.Levels, level) }},
	})
	return x
}

func readAlias(r *jscan.Reader) (x model.Alias) {
	object(r, 4, []member{
		{"name", func() { x.Name = name(r) }},
		{"region", func() { x.Region = code(r) }},
		{"kind", func() { x.Kind = choice(r, model.AliasKinds()) }},
		{"source", func() { x.Source = id[model.SourceID](r) }},
		{"since", func() { x.Since = year(r) }},
		{"note", func() { x.Note = r.String() }},
	})
	return x
}

func readStrategy(r *jscan.Reader) (x model.StrategyItem) {
	object(r, 4, []member{
		{"code", func() {
			n, _ := whole(r, 1, 99)
			x.Code = model.Strategy(n)
		}},
		{"name", func() { x.Name = text(r) }},
		{"short", func() { x.Short = text(r) }},
		{"source", func() { x.Source = id[model.SourceID](r) }},
	})
	return x
}
