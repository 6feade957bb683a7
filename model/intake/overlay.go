package intake

import (
	"slices"
	"strings"

	"rakor/model"
	"rakor/model/filter"
)

// about makes l a line about an entry: the same, or a change of it.
func (l *Line) about(was *model.Programme, o Options) {
	now := l.overlay(was, o)
	l.Match, l.Was, l.Now, l.Like = was.ID, was, &now, ""
	l.Edits = l.edits(was, &now)
	l.Status = Changed
	if len(l.Edits) == 0 {
		l.Status, l.Now = Same, was
	}
}

// makeNew makes l a line about an entry that the list does not have.
func (l *Line) makeNew(o Options) {
	base := o.Base
	base.ID = l.Entry.ID
	now := l.overlay(&base, o)
	l.Status, l.Match, l.Was, l.Now, l.Edits, l.Like = New, "", nil, &now, nil, ""
}

// repeats makes l a line that repeats an earlier one.
func (l *Line) repeats(earlier *Line, o Options) {
	l.makeNew(o)
	l.Now.ID = ""
	l.Status, l.Like, l.Match = Duplicate, earlier.Cell, earlier.Match
}

// overlay lays what the row tells over an entry. What only says the same in
// other words is left as the entry has it.
func (l *Line) overlay(was *model.Programme, o Options) model.Programme {
	now := *was
	for _, t := range l.Told {
		if l.says(was, t.Field) {
			continue
		}
		switch {
		case t.Field == model.FieldBudget && l.Allocation && was.BudgetRevised.OK:
			now.BudgetRevised = l.Entry.Budget
		case t.Field == model.FieldVerification && l.Entry.Verification.Judged() && !o.Coordinator:
			l.note(Remark{Kind: ForCoordinator, Cell: t.Cell, Field: t.Field, Found: string(l.Entry.Verification)})
		default:
			now.Take(&l.Entry, t.Field)
		}
	}
	if _, told := l.Tells(model.FieldSample); o.Seen && !told {
		now.Sample = false
	}
	if now.Budget != was.Budget {
		if _, told := l.Tells(model.FieldBudgetComputed); !told {
			now.BudgetComputed, now.BudgetBasis = false, ""
		}
	}
	if now.Target != was.Target && was.TargetText == now.TargetText {
		now.TargetText = "" // the words name another number
	}
	if now.RealisedH1.OK && now.RealisedH2.OK {
		now.Realised = model.Known(now.RealisedH1.V + now.RealisedH2.V)
		if cell, told := l.Tells(model.FieldRealised); told && now.Realised != l.Entry.Realised {
			l.note(Remark{
				Kind: TotalDiffers, Cell: cell, Field: model.FieldRealised,
				Found: l.Entry.Text(model.FieldRealised), Want: now.Text(model.FieldRealised),
			})
		}
	}
	return now
}

// note adds a remark, once. Lines share no notes with the rows they came from.
func (l *Line) note(r Remark) {
	if !slices.Contains(l.Notes, r) {
		l.Notes = append(slices.Clip(l.Notes), r)
	}
}

// says tells whether a row says of a field what the entry has already, in other
// words: with other capitals or blanks, the codes of places under other names,
// a target in the unit's own word.
func (r *Row) says(was *model.Programme, f model.Field) bool {
	told := &r.Entry
	if was.Same(told, f) {
		return true
	}
	switch f {
	case model.FieldBudget:
		return r.Allocation && told.Budget == was.BudgetRevised
	case model.FieldPlaces:
		if len(was.Places) > 0 || len(told.Places) > 0 {
			return slices.Equal(sorted(was.Places), sorted(told.Places))
		}
		return like(strings.Join(was.PlaceNames, ";")) == like(strings.Join(told.PlaceNames, ";"))
	case model.FieldTargetText:
		return was.TargetText == "" && was.Target.OK && was.Target == told.Target
	case model.FieldCode:
		return sameCode(was.Code, told.Code)
	case model.FieldRegion, model.FieldYear, model.FieldStrategy, model.FieldDirectness, model.FieldBudgetRevised, model.FieldTarget,
		model.FieldRealisedH1, model.FieldRealisedH2, model.FieldRealised, model.FieldReached, model.FieldIndicator, model.FieldSIPD,
		model.FieldVerification, model.FieldSources, model.FieldSourceDate, model.FieldBudgetComputed, model.FieldSample:
		return false
	}
	return like(was.Text(f)) == like(told.Text(f))
}

// like gives a text in the form in which texts are alike: without regard to
// case, accents and blanks.
func like(s string) string { return strings.Join(strings.Fields(filter.Fold(s)), " ") }

// sameCode tells whether two codes are the same in different spellings.
func sameCode(a, b string) bool { return plainCode(a) == plainCode(b) }

func plainCode(s string) string {
	if c, err := model.ParseProgrammeCode(s); err == nil {
		return c.String()
	}
	return like(s)
}

// sorted gives a list in order, each item once.
func sorted[T ~string](xs []T) []T { return slices.Compact(slices.Sorted(slices.Values(xs))) }

// edits lists the fields in which now differs from was, with their cells.
func (l *Line) edits(was, now *model.Programme) []Edit {
	var out []Edit
	for _, f := range model.Differing(was, now) {
		cell, ok := l.Tells(f)
		if !ok {
			cell = l.Cell
		}
		out = append(out, Edit{Field: f, Cell: cell, Was: was.Text(f), Now: now.Text(f)})
	}
	return out
}
