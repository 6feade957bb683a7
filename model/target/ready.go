package target

import (
	"slices"

	"rakor/model"
)

// Part is one thing that an entry must tell before it can be discussed.
type Part uint8

// The parts, in their order.
const (
	PartTarget   Part = iota // how many
	PartUnit                 // of what
	PartPlace                // where
	PartBudget               // the budget
	PartRealised             // what was realised
	PartSource               // where it was read
	PartSIPD                 // whether it is tagged as poverty work in SIPD
	Parts                    // how many
)

// Missing gives the parts that an entry does not tell, in their order.
func Missing(p *model.Programme) []Part {
	var out []Part
	add := func(is bool, part Part) {
		if is {
			out = append(out, part)
		}
	}
	add(!p.Target.OK, PartTarget)
	add(!p.Target.OK || p.Target.V.Unit == "", PartUnit)
	add(len(p.Places) == 0 && len(p.PlaceNames) == 0, PartPlace)
	add(!p.EffectiveBudget().OK, PartBudget)
	add(!Spent(p).OK && !p.RealisedH1.OK, PartRealised)
	add(len(p.Sources) == 0 && p.SourceText == "", PartSource)
	add(p.SIPD == "", PartSIPD)
	return out
}

// Readiness is how ready a list is to be discussed.
//
//	Score = known parts / (Rows x 7) x 100
//
// The score says little alone: it stands beside its parts. Samples are left
// out.
type Readiness struct {
	Rows    int
	Samples int
	Lacking [Parts]int // entries that do not tell the part
	Fit     int        // entries that tell all
	Almost  int        // entries that lack one
	Score   model.Maybe[float64]
}

// Ready judges a list.
func Ready(entries []*model.Programme) Readiness {
	var r Readiness
	known := 0
	for _, p := range entries {
		if p.Sample {
			r.Samples++
			continue
		}
		r.Rows++
		missing := Missing(p)
		known += int(Parts) - len(missing)
		for _, part := range missing {
			r.Lacking[part]++
		}
		switch len(missing) {
		case 0:
			r.Fit++
		case 1:
			r.Almost++
		}
	}
	if r.Rows > 0 {
		r.Score = model.Known(float64(known) / float64(r.Rows*int(Parts)) * 100)
	}
	return r
}

// Aims gives the indicators that entries are to move, with how many entries
// name each, in the order of their names; none is how many name no indicator.
// Samples are left out. That an indicator moved is no proof that they moved it.
func Aims(entries []*model.Programme) (aims []Aim, none int) {
	rows := map[model.IndicatorID]int{}
	for _, p := range entries {
		switch {
		case p.Sample:
		case p.Indicator == "":
			none++
		default:
			rows[p.Indicator]++
		}
	}
	for id, n := range rows {
		aims = append(aims, Aim{Indicator: id, Rows: n})
	}
	slices.SortFunc(aims, func(a, b Aim) int {
		if a.Indicator < b.Indicator {
			return -1
		}
		return 1
	})
	return aims, none
}

// Aim is an indicator that entries are to move.
type Aim struct {
	Indicator model.IndicatorID
	Rows      int
}
