package main

import (
	"slices"

	"rakor/model"
)

// moreColumns lists the columns of the fields that most entries do not fill.
func (a *app) moreColumns() []column {
	w := a.words.Lang.Editing()
	var out []column
	for _, f := range []model.Field{
		model.FieldSubActivity, model.FieldDirectness, model.FieldBudgetRevised, model.FieldFunding, model.FieldAidKind,
		model.FieldTargetGroup, model.FieldBenefit, model.FieldDuration, model.FieldRealisedH1, model.FieldRealisedH2,
		model.FieldReached, model.FieldIndicator, model.FieldSIPD, model.FieldVerification, model.FieldBasis,
		model.FieldSourceText, model.FieldSourceDate, model.FieldNote,
	} {
		out = append(out, column{
			name: string(f), head: w.FieldName(f),
			text: func(p *model.Programme) string {
				if p.Text(f) == "" {
					return ""
				}
				return w.FieldText(p, f)
			},
			raw: func(p *model.Programme) string { return p.Text(f) },
			num: f == model.FieldBudgetRevised || f == model.FieldRealisedH1 || f == model.FieldRealisedH2,
		})
	}
	return out
}

// more fills the members of the fields that the official matrices ask for.
func (j *programJSON) more(p *model.Programme) {
	j.Sub, j.Directness = known(p.SubActivity), known(string(p.Directness))
	j.Revised, j.Effective = maybe(p.BudgetRevised), maybe(p.EffectiveBudget())
	j.RealisedH1, j.RealisedH2 = maybe(p.RealisedH1), maybe(p.RealisedH2)
	j.Group, j.Benefit, j.AidKind, j.Duration = known(p.TargetGroup), known(p.Benefit), known(p.AidKind), known(p.Duration)
	j.Indicator, j.SIPD, j.Verified = known(string(p.Indicator)), known(string(p.SIPD)), known(string(p.Verification))
	j.BasisDoc, j.SourceText, j.SourceDate = known(p.Basis), known(p.SourceText), known(string(p.SourceDate))
	if p.Reached.OK {
		j.Reached, j.ReachedIn = &p.Reached.V.N, &p.Reached.V.Unit
	}
}

// oddities gives the warnings of an entry beside its flags, by their stable
// names.
func (a *app) oddities(p *model.Programme, twins map[model.ProgrammeID]model.ProgrammeID) []string {
	var out []string
	if _, ok := twins[p.ID]; ok {
		out = append(out, string(model.WarnDuplicate))
	}
	for _, w := range p.Warnings(a.store.Nomenclature()) {
		name := string(w.Kind)
		if !slices.Contains(out, name) && name != flagNames()[model.FlagOver] {
			out = append(out, name)
		}
	}
	return out
}

// twinOf gives the earlier entry that says the same as p, if there is one.
func (a *app) twinOf(p *model.Programme) map[model.ProgrammeID]model.ProgrammeID {
	all := a.programmes().All()
	for i := range all {
		if all[i].ID == p.ID {
			break
		}
		if all[i].Alike(p) {
			return map[model.ProgrammeID]model.ProgrammeID{p.ID: all[i].ID}
		}
	}
	return nil
}
