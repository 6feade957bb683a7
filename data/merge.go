package data

import (
	"math"
	"slices"

	"rakor/data/internal/doc"
	"rakor/model"
)

// mergeIndex lays an index over another: what both name is the upper one's, in
// the lower one's place; what is new follows. Neither is changed.
func mergeIndex(base, over doc.Index) doc.Index {
	return doc.Index{
		Regions:    merge(base.Regions, over.Regions, func(r model.Region) model.RegionCode { return r.Code }),
		Indicators: merge(base.Indicators, over.Indicators, func(i model.Indicator) model.IndicatorID { return i.ID }),
		Sources:    merge(base.Sources, over.Sources, func(s model.Source) model.SourceID { return s.ID }),
		Targets:    merge(base.Targets, over.Targets, targetKey),
		Breaks:     slices.Concat(base.Breaks, over.Breaks),
		Aliases:    merge(base.Aliases, over.Aliases, aliasKey),
		Strategies: merge(base.Strategies, over.Strategies, func(s model.StrategyItem) model.Strategy { return s.Code }),
	}
}

// aliasKey gives what an alias is told apart by.
func aliasKey(a model.Alias) model.Alias { return model.Alias{Name: a.Name, Kind: a.Kind} }

// targetKey gives what a target is the target of.
func targetKey(t model.Target) model.Target {
	return model.Target{Region: t.Region, Indicator: t.Indicator, Year: t.Year}
}

func merge[T any, K comparable](base, over []T, key func(T) K) []T {
	if len(over) == 0 {
		return base
	}
	out := slices.Clone(base)
	at := make(map[K]int, len(base))
	for i, v := range base {
		at[key(v)] = i
	}
	for _, v := range over {
		if i, ok := at[key(v)]; ok {
			out[i] = v
			continue
		}
		at[key(v)] = len(out)
		out = append(out, v)
	}
	return out
}

// mergeProgrammes lays a list of programmes over another.
func mergeProgrammes(base, over doc.Programmes) []model.Programme {
	kept := slices.DeleteFunc(slices.Clone(base.Entries), func(p model.Programme) bool {
		return slices.Contains(over.Removed, p.ID)
	})
	return merge(kept, over.Entries, func(p model.Programme) model.ProgrammeID { return p.ID })
}

// observations gives the figures of a table that has been found sound.
func observations(t *doc.Table, level levels) []model.Observation {
	c := columnsOf(t, level)
	out := make([]model.Observation, 0, len(c.Readings))
	next := 0
	for i, n := range c.Counts {
		if n == 0 {
			continue
		}
		all := c.Readings[next : next+int(n)]
		next += int(n)
		out = append(out, model.Observation{
			Region: t.Regions[i/len(t.Periods)], Indicator: t.Indicator, Period: t.Periods[i%len(t.Periods)],
			Reading: all[0], Others: all[1:],
		})
	}
	return out
}

// mergeTables lays a user's figures over the embedded ones. The user's reading
// is the preferred one; the embedded readings of the cell follow, except one of
// the same value, whose sources are named with the user's.
func mergeTables(ind model.Indicator, base, over *doc.Table, level levels) *model.Series {
	type key struct {
		r model.RegionCode
		p model.Period
	}
	out := observations(base, level)
	at := make(map[key]int, len(out))
	for i, o := range out {
		at[key{o.Region, o.Period}] = i
	}
	for _, o := range observations(over, level) {
		i, ok := at[key{o.Region, o.Period}]
		if !ok {
			out = append(out, o)
			continue
		}
		readings := slices.Concat([]model.Reading{o.Reading}, o.Others)
		for _, r := range slices.Concat([]model.Reading{out[i].Reading}, out[i].Others) {
			readings = addReading(readings, r)
		}
		out[i].Reading, out[i].Others = readings[0], readings[1:]
	}
	return model.NewSeries(ind, out)
}

// addReading adds a reading, or its sources to the reading of the same value.
func addReading(rs []model.Reading, r model.Reading) []model.Reading {
	for i := range rs {
		if math.Float64bits(rs[i].Value) != math.Float64bits(r.Value) {
			continue
		}
		sources := slices.Clone(rs[i].Sources)
		for _, id := range r.Sources {
			if !slices.Contains(sources, id) {
				sources = append(sources, id)
			}
		}
		rs[i].Sources = sources
		if rs[i].Note == "" {
			rs[i].Note = r.Note
		}
		return rs
	}
	return append(rs, r)
}
