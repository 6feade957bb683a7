package doc

import (
	"rakor/data/internal/jscan"
	"rakor/model"
)

// Programmes is a list of programmes.
type Programmes struct {
	Entries []model.Programme
	Removed []model.ProgrammeID // of the list below it, in a user's document
}

// ReadProgrammes reads a list of programmes. What could be read is given
// whatever was reported; entries with a fault are left out.
func ReadProgrammes(b []byte, report Report) (Programmes, *jscan.SyntaxError) {
	r := jscan.New(b, report)
	var x Programmes
	object(r, 2, []member{
		{"format", func() { readFormat(r, ProgrammesFormat) }},
		{"programmes", func() { list(r, &x.Entries, readProgramme) }},
		{"removed", func() {
			r.Array(func(int) {
				if id, ok := readID(r, true); ok {
					x.Removed = append(x.Removed, model.ProgrammeID(id))
				}
			})
		}},
	})
	return x, finish(r)
}

func readProgramme(r *jscan.Reader) (model.Programme, bool) {
	var x model.Programme
	sound := true
	text := func(into *string) func() {
		return func() { *into = r.String() }
	}
	name := func(into *string) func() {
		return func() { *into, sound = readName(r, sound) }
	}
	money := func(into *model.Maybe[model.Rupiah]) func() {
		return func() {
			if r.Null() {
				return
			}
			n, ok := readInt(r, 0, 1<<53)
			sound = sound && ok
			*into = model.Known(model.Rupiah(n))
		}
	}
	ok := object(r, 6, []member{
		{"id", func() {
			var id string
			id, sound = readID(r, sound)
			x.ID = model.ProgrammeID(id)
		}},
		{"region", func() { x.Region, sound = readCode(r, sound) }},
		{"year", func() { x.Year, sound = readYear(r, sound) }},
		{"department", name(&x.Department)},
		{"code", name(&x.Code)},
		{"name", name(&x.Name)},
		{"activity", text(&x.Activity)},
		{"strategy", func() {
			n, ok := readInt(r, 0, 99)
			x.Strategy, sound = model.Strategy(n), sound && ok
		}},
		{"budget", money(&x.Budget)},
		{"budget_computed", func() { x.BudgetComputed = r.Bool() }},
		{"budget_basis", text(&x.BudgetBasis)},
		{"realised", money(&x.Realised)},
		{"target_text", text(&x.TargetText)},
		{"target", func() {
			if r.Null() {
				return
			}
			var c model.Count
			c, sound = readCount(r, sound)
			x.Target = model.Known(c)
		}},
		{"places", func() {
			r.Array(func(int) {
				var c model.KemendagriCode
				c, sound = readKemendagri(r, sound)
				x.Places = append(x.Places, c)
			})
		}},
		{"place_names", func() { r.Array(func(int) { x.PlaceNames = append(x.PlaceNames, r.String()) }) }},
		{"funding", text(&x.Funding)},
		{"sample", func() { x.Sample = r.Bool() }},
		{"evidence", text(&x.Evidence)},
		{"sources", func() {
			r.Array(func(int) {
				var id model.SourceID
				id, sound = readSourceID(r, sound)
				x.Sources = append(x.Sources, id)
			})
		}},
		{"note", text(&x.Note)},
	})
	return x, ok && sound
}

func readCount(r *jscan.Reader, sound bool) (model.Count, bool) {
	var c model.Count
	ok := object(r, 2, []member{
		{"count", func() {
			n, ok := readInt(r, 0, 1<<53)
			c.N, sound = n, sound && ok
		}},
		{"unit", func() {
			at := r.Offset()
			b := r.Bytes()
			for _, u := range model.TargetUnits() {
				if string(b) == string(u) {
					c.Unit = u
				}
			}
			if c.Unit == "" && b != nil {
				r.ReportAt(at, jscan.RuleSchema, jscan.Describe(b), "person, family, household, house, business, student or group")
			}
			sound = sound && c.Unit != ""
		}},
	})
	return c, ok && sound
}
