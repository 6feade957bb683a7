package matrix

import (
	"strings"

	"rakor/model"
	"rakor/model/intake"
)

// amounts reads the columns of money.
func (r *rowScan) amounts() {
	e := &r.row.Entry
	_, both := r.h.at[colOriginal]
	if !both {
		_, both = r.h.at[colRevised]
	}
	r.row.Allocation = !both && r.h.layout != Plain
	for _, a := range []struct {
		col   column
		field model.Field
		to    *model.Maybe[model.Rupiah]
	}{
		{colBudget, model.FieldBudget, &e.Budget},
		{colOriginal, model.FieldBudget, &e.Budget},
		{colRevised, model.FieldBudgetRevised, &e.BudgetRevised},
		{colH1, model.FieldRealisedH1, &e.RealisedH1},
		{colH2, model.FieldRealisedH2, &e.RealisedH2},
		{colRealised, model.FieldRealised, &e.Realised},
	} {
		i, ok := r.h.at[a.col]
		if !ok {
			continue
		}
		c, cell := r.cell(r.l, a.col), r.name(r.l, a.col)
		if c.kind == blank {
			if m, ok := r.over(r.l.row, r.h.cols[i].col); ok && m.top < r.l.row {
				// One amount over several rows belongs to the first: in each it
				// would be counted again.
				r.note(intake.SharedAmount, a.field, cell, "", cellName(r.s.name, m.top, m.left))
			}
			continue
		}
		v, why := amountOf(c, r.h.cols[i].unit, r.habit)
		if why != "" {
			r.refuse(why, a.field, cell, c.show(), "")
			continue
		}
		if v.OK {
			*a.to = v
			r.tell(a.field, cell)
		}
	}
	r.totals()
}

// totals holds the stated total against the two semesters.
func (r *rowScan) totals() {
	e := &r.row.Entry
	if !e.RealisedH1.OK || !e.RealisedH2.OK {
		return
	}
	sum := model.Known(e.RealisedH1.V + e.RealisedH2.V)
	if cell, told := r.told[model.FieldRealised]; told && e.Realised != sum {
		other := model.Programme{Realised: sum}
		r.note(intake.TotalDiffers, model.FieldRealised, cell, e.Text(model.FieldRealised), other.Text(model.FieldRealised))
	}
	e.Realised = sum
	r.tell(model.FieldRealised, r.told[model.FieldRealisedH2])
}

// recipients reads how many are aimed at and reached.
func (r *rowScan) recipients() {
	unit := func(col column, f model.Field) model.TargetUnit {
		c, cell := r.effective(r.l, col)
		if c.kind != text || unknownText(c.text) {
			return ""
		}
		u, ok := unitOf(c.text)
		if !ok {
			r.refuse(intake.UnknownChoice, f, cell, c.text, unitList())
		}
		return u
	}
	targetUnit := unit(colTargetUnit, model.FieldTarget)
	r.count(colTarget, model.FieldTarget, &r.row.Entry.Target, targetUnit)
	r.count(colTargetN, model.FieldTarget, &r.row.Entry.Target, targetUnit)
	r.count(colReached, model.FieldReached, &r.row.Entry.Reached, unit(colReachedUnit, model.FieldReached))
}

func unitList() string {
	var out []string
	for _, u := range model.TargetUnits() {
		out = append(out, string(u))
	}
	return strings.Join(out, ", ")
}

// count reads one number of recipients.
func (r *rowScan) count(col column, f model.Field, to *model.Maybe[model.Count], unit model.TargetUnit) {
	i, ok := r.h.at[col]
	if !ok {
		return
	}
	if unit == "" {
		unit = r.h.cols[i].count
	}
	c, cell := r.effective(r.l, col)
	n, why, warn := countOf(c, unit)
	if r.h.layout == Plain && col == colTarget {
		// The plain table has a column for the number: here are only words.
		n, why, warn = model.Maybe[model.Count]{}, "", ""
	}
	if why != "" {
		r.refuse(why, f, cell, c.show(), "")
		return
	}
	if warn != "" {
		r.note(warn, f, cell, c.show(), "")
	}
	if n.OK {
		*to = n
		r.tell(f, cell)
	}
	if col == colTarget && (c.kind == text || warn != "") {
		t := c
		t.kind, t.text = text, c.show()
		r.text(model.FieldTargetText, t, cell)
	}
}
