package matrix

import (
	"strings"

	"rakor/model"
	"rakor/model/intake"
)

// plain reads the columns that only the plain table has.
func (r *rowScan) plain() {
	if c, _ := r.effective(r.l, colID); c.kind == text || c.kind == number {
		r.row.Entry.ID = model.ProgrammeID(c.show())
	}
	r.readRegion()
	for _, w := range []struct {
		col   column
		field model.Field
	}{
		{colDirectness, model.FieldDirectness},
		{colDeed, model.FieldDeed},
		{colPlaceCodes, model.FieldPlaces},
		{colSIPD, model.FieldSIPD},
		{colIndicator, model.FieldIndicator},
		{colVerified, model.FieldVerification},
		{colSources, model.FieldSources},
		{colComputed, model.FieldBudgetComputed},
		{colSample, model.FieldSample},
	} {
		r.coded(w.col, w.field)
	}
	r.placeNames()
	r.readDate()
}

// readRegion refuses entries of another region's list.
func (r *rowScan) readRegion() {
	c, cell := r.effective(r.l, colRegion)
	if c.kind == blank {
		return
	}
	if c.show() != string(r.opt.Region) {
		r.refuse(intake.OtherRegion, model.FieldRegion, cell, c.show(), string(r.opt.Region))
		return
	}
	r.tell(model.FieldRegion, cell)
}

// coded reads a column whose values are those that [model.Programme.Text]
// gives.
func (r *rowScan) coded(col column, f model.Field) {
	c, cell := r.effective(r.l, col)
	if c.kind != text && c.kind != number {
		return
	}
	s := tidy(c.show())
	if unknownText(s) {
		return
	}
	if f == model.FieldSample || f == model.FieldBudgetComputed {
		switch fold(s) {
		case "yes", "true", "ya", "1", "x":
			s = "yes"
		default:
			s = "no"
		}
	}
	probe := model.Programme{Region: r.row.Entry.Region}
	if err := probe.Set(f, s); err != nil {
		r.refuse(intake.UnknownChoice, f, cell, s, "")
		return
	}
	r.row.Entry.Take(&probe, f)
	r.tell(f, cell)
}

// placeNames reads the words for the places, which stand beside their codes.
func (r *rowScan) placeNames() {
	if _, told := r.told[model.FieldPlaces]; !told {
		return
	}
	c, _ := r.effective(r.l, colPlace)
	if c.kind != text {
		return
	}
	for name := range strings.SplitSeq(c.text, ";") {
		if name = tidy(name); name != "" {
			r.row.Entry.PlaceNames = append(r.row.Entry.PlaceNames, name)
		}
	}
}

// readDate reads the date of the source, in any form of it.
func (r *rowScan) readDate() {
	c, cell := r.effective(r.l, colSourceDate)
	s := ""
	switch c.kind {
	case blank, recipe:
		return
	case text:
		s = tidy(c.text)
		if unknownText(s) {
			return
		}
		if d, ok := parseDay(s); ok {
			s = d
		}
	case number:
		s = c.show()
		if c.num > 2100 { // else it is a year
			s, _ = dayOf(c.num, r.s.base104)
		}
	case date:
		s, _ = dayOf(c.num, r.s.base104)
	case fault:
	}
	d, err := model.ParseDate(s)
	if err != nil || d == "" {
		r.refuse(intake.BadDate, model.FieldSourceDate, cell, c.show(), "2025-03-26")
		return
	}
	r.row.Entry.SourceDate = d
	r.tell(model.FieldSourceDate, cell)
}
