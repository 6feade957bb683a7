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
// whatever was reported: entries keep their places, a member with a fault is
// empty or unknown.
func ReadProgrammes(b []byte, report Report) (Programmes, *jscan.SyntaxError) {
	r := jscan.New(b, report)
	var x Programmes
	object(r, 2, []member{
		{"format", func() { format(r, ProgrammesFormat) }},
		{"programmes", func() { list(r, &x.Entries, readProgramme) }},
		{"removed", func() { list(r, &x.Removed, id[model.ProgrammeID]) }},
	})
	return x, finish(r)
}

// mostRupiah is the largest amount: the largest whole number that every JSON
// reader keeps.
const mostRupiah = 1 << 53

func readProgramme(r *jscan.Reader) (x model.Programme) {
	object(r, 6, []member{
		{"id", func() { x.ID = id[model.ProgrammeID](r) }},
		{"region", func() { x.Region = code(r) }},
		{"year", func() { x.Year = year(r) }},
		{"department", func() { x.Department = name(r) }},
		{"code", func() { x.Code = name(r) }},
		{"name", func() { x.Name = name(r) }},
		{"activity", func() { x.Activity = r.String() }},
		{"strategy", func() {
			n, _ := whole(r, 0, 99)
			x.Strategy = model.Strategy(n)
		}},
		{"budget", func() { x.Budget = money(r) }},
		{"budget_computed", func() { x.BudgetComputed = r.Bool() }},
		{"budget_basis", func() { x.BudgetBasis = r.String() }},
		{"realised", func() { x.Realised = money(r) }},
		{"target_text", func() { x.TargetText = r.String() }},
		{"target", func() { x.Target = count(r) }},
		{"places", func() { list(r, &x.Places, kemendagri) }},
		{"place_names", func() { list(r, &x.PlaceNames, (*jscan.Reader).String) }},
		{"funding", func() { x.Funding = r.String() }},
		{"sample", func() { x.Sample = r.Bool() }},
		{"evidence", func() { x.Evidence = r.String() }},
		{"sources", func() { list(r, &x.Sources, id[model.SourceID]) }},
		{"note", func() { x.Note = r.String() }},
	})
	return x
}

// money takes an amount, or a null where it is not known.
func money(r *jscan.Reader) (m model.Maybe[model.Rupiah]) {
	if r.Null() {
		return m
	}
	if n, ok := whole(r, 0, mostRupiah); ok {
		m = model.Known(model.Rupiah(n))
	}
	return m
}

// count takes a number with its unit, or a null where it is not known.
func count(r *jscan.Reader) (m model.Maybe[model.Count]) {
	if r.Null() {
		return m
	}
	var c model.Count
	var ok bool
	object(r, 2, []member{
		{"count", func() { c.N, ok = whole(r, 0, mostRupiah) }},
		{"unit", func() { c.Unit = choice(r, model.TargetUnits()) }},
	})
	if ok && c.Unit != "" {
		m = model.Known(c)
	}
	return m
}
