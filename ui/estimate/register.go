package estimate

import (
	"rakor/model"
	"rakor/model/headcount"
	"rakor/ui/state"
)

// Register is what BPS estimates beside what the register lists: two concepts.
type Register struct {
	People    model.Maybe[int64] // BPS's published count, or rate x population
	Published bool               // People is the published count
	Rows      [2]RegisterRow
}

// RegisterRow is what the register lists up to a decile.
type RegisterRow struct {
	Decile           int
	People, Families model.Maybe[int64]
	Gap              model.Maybe[int64] // People less BPS's: a difference of concepts
}

// Entered tells whether the user entered any count of the register.
func (r Register) Entered() bool {
	for _, row := range r.Rows {
		if row.People.OK || row.Families.OK {
			return true
		}
	}
	return false
}

// register sets the counts that the user entered beside BPS's.
func (v *View) register() {
	r := &v.Register
	switch {
	case v.Base.OK:
		r.People, r.Published = model.Known(v.Base.V.Count), true
	case v.Result.OK:
		r.People = model.Known(v.Result.V.Poor)
	}
	whole := func(in state.Input) model.Maybe[int64] {
		x := v.Inputs[in]
		return model.Maybe[int64]{V: int64(x.Value), OK: x.OK}
	}
	r.Rows = [2]RegisterRow{
		{Decile: 1, People: whole(state.InputDecile1), Families: whole(state.InputDecile1Families)},
		{Decile: 4, People: whole(state.InputDecile4), Families: whole(state.InputDecile4Families)},
	}
	const survey, user = "bps", "user" // who counted, as the kernel wants named
	if !r.People.OK {
		return
	}
	tallies := make([]headcount.Tally, len(r.Rows))
	for i, row := range r.Rows {
		tallies[i] = headcount.Tally{
			Concept: headcount.ConceptRegister, Decile: row.Decile, Source: user,
			Persons: model.Maybe[headcount.Persons]{V: headcount.People(row.People.V), OK: row.People.OK},
		}
	}
	rec, err := headcount.Reconcile(headcount.Tally{Persons: model.Known(headcount.People(r.People.V)), Source: survey}, tallies...)
	if err != nil {
		return
	}
	for i := range r.Rows {
		if g, ok := rec.Gap(i); ok {
			r.Rows[i].Gap = model.Known(g.Persons.N())
		}
	}
}
