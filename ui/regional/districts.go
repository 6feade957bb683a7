package regional

import (
	"slices"
	"strings"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/block"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Districts shows what is known below a regency or city: for each kecamatan the
// counts of registers and the programmes that name it. Figures of surveys do not
// exist there, and the sheet says why; such figures in a user's data are not
// shown either.
func Districts(env block.Env, v View, snap *state.Snapshot) block.Sheet {
	s := newScreen(env, v)
	at := v.Home
	if r := v.region(v.Selected); r.Level.IsLocal() {
		at = r
	}
	w := env.Words.Lang.Districts()
	sh := block.Sheet{Title: w.Title + " · " + s.lang.Region(at)}
	sh.Rows = append(sh.Rows, block.SheetRow{Label: "! " + w.NoRate, Text: w.Why, Style: theme.Warn}, block.SheetRow{})
	list := snap.Programmes.Of(at.Code)
	any := false
	placed := 0
	for _, c := range v.ds.Children(at.Code) {
		r, ok := v.ds.Region(c)
		if !ok || r.Level != model.LevelDistrict {
			continue
		}
		any = true
		sh.Rows = append(sh.Rows, block.SheetRow{Label: w.District + " " + r.Name})
		for _, text := range s.registers(c) {
			sh.Rows = append(sh.Rows, block.SheetRow{Label: text[0], Text: text[1]})
		}
		n, budget, known, samples := 0, model.Rupiah(0), 0, 0
		for i := range list {
			p := &list[i]
			if !within(p.Places, r.Kemendagri) {
				continue
			}
			n++
			if p.Sample {
				samples++
			}
			if b := allocation(p); b.OK {
				known, budget = known+1, budget+b.V
			}
		}
		placed += n
		sh.Rows = append(sh.Rows, block.SheetRow{Label: w.Programmes, Text: w.Count(n, samples, s.lang.Money(int64(budget)), known)}, block.SheetRow{})
	}
	if !any {
		sh.Rows = append(sh.Rows, block.SheetRow{Text: w.None})
		return sh
	}
	everywhere := 0
	for i := range list {
		if len(list[i].Places) == 0 {
			everywhere++
		}
	}
	if len(list) > 0 {
		sh.Rows = append(sh.Rows, block.SheetRow{Text: w.Unplaced(everywhere, len(list)), Style: theme.Muted})
	}
	return sh
}

// registers gives what registers count in a kecamatan, each with its period and
// source.
func (s screen) registers(c model.RegionCode) [][2]string {
	var out [][2]string
	for _, ind := range s.ds.Indicators() {
		if compare.Sampled(ind.ID) {
			continue
		}
		series, err := s.ds.Series(ind.ID)
		if err != nil {
			continue
		}
		if o, ok := series.Newest(c); ok {
			out = append(out, [2]string{s.lang.Of(ind.Short), s.lang.WithUnit(o.Value, ind) + " · " + s.lang.Period(o.Period) + " · " + s.source(o.Reading)})
		}
	}
	return out
}

// within tells whether one of the places lies in a kecamatan.
func within(places []model.KemendagriCode, district model.KemendagriCode) bool {
	return slices.ContainsFunc(places, func(p model.KemendagriCode) bool {
		return p == district || strings.HasPrefix(string(p), string(district)+".")
	})
}

// allocation gives the budget that holds: the revised one where there is one.
func allocation(p *model.Programme) model.Maybe[model.Rupiah] {
	if p.BudgetRevised.OK {
		return p.BudgetRevised
	}
	return p.Budget
}
