package model

import (
	"slices"
	"strconv"
	"strings"
)

// Field names one thing that an entry says; the names are those of the JSON
// documents and are stable.
type Field string

// The fields of an entry.
const (
	FieldRegion         Field = "region"
	FieldYear           Field = "year"
	FieldDepartment     Field = "department"
	FieldCode           Field = "code"
	FieldName           Field = "name"
	FieldActivity       Field = "activity"
	FieldSubActivity    Field = "sub_activity"
	FieldStrategy       Field = "strategy"
	FieldDirectness     Field = "directness"
	FieldDeed           Field = "deed"
	FieldBudget         Field = "budget"
	FieldBudgetComputed Field = "budget_computed"
	FieldBudgetBasis    Field = "budget_basis"
	FieldBudgetRevised  Field = "budget_revised"
	FieldFunding        Field = "funding"
	FieldAidNature      Field = "aid_nature"
	FieldAidKind        Field = "aid_kind"
	FieldPlaces         Field = "places" // codes and the words for them
	FieldTarget         Field = "target" // number with unit
	FieldTargetText     Field = "target_text"
	FieldTargetGroup    Field = "target_group"
	FieldBenefit        Field = "benefit"
	FieldDuration       Field = "duration"
	FieldRealisedH1     Field = "realised_h1"
	FieldRealisedH2     Field = "realised_h2"
	FieldRealised       Field = "realised"
	FieldReached        Field = "reached" // number with unit
	FieldIndicator      Field = "indicator"
	FieldSIPD           Field = "sipd"
	FieldVerification   Field = "verification"
	FieldBasis          Field = "basis"
	FieldSources        Field = "sources"
	FieldSourceText     Field = "source_text"
	FieldSourceDate     Field = "source_date"
	FieldSample         Field = "sample"
	FieldEvidence       Field = "evidence"
	FieldNote           Field = "note"
)

// Fields lists the fields in the order in which they are shown.
func Fields() []Field {
	return []Field{
		FieldRegion, FieldYear, FieldDepartment, FieldCode, FieldName, FieldActivity, FieldSubActivity, FieldStrategy, FieldDirectness, FieldDeed,
		FieldBudget, FieldBudgetComputed, FieldBudgetBasis, FieldBudgetRevised, FieldFunding, FieldAidNature, FieldAidKind, FieldPlaces,
		FieldTarget, FieldTargetText, FieldTargetGroup, FieldBenefit, FieldDuration, FieldRealisedH1, FieldRealisedH2, FieldRealised,
		FieldReached, FieldIndicator, FieldSIPD, FieldVerification, FieldBasis, FieldSources, FieldSourceText, FieldSourceDate,
		FieldSample, FieldEvidence, FieldNote,
	}
}

// Limits of an entry.
const (
	// MostRupiah is the largest amount, and the largest count: the largest
	// whole number that every reader of JSON keeps.
	MostRupiah = 1 << 53
	// MostText is the longest text in characters.
	MostText = 2000
	// MostPlaces is the longest list of places or sources.
	MostPlaces = 500
)

// text gives a field that is plain text; nil where f is none.
func (p *Programme) text(f Field) *string {
	switch f {
	case FieldDepartment:
		return &p.Department
	case FieldCode:
		return &p.Code
	case FieldName:
		return &p.Name
	case FieldActivity:
		return &p.Activity
	case FieldSubActivity:
		return &p.SubActivity
	case FieldBudgetBasis:
		return &p.BudgetBasis
	case FieldFunding:
		return &p.Funding
	case FieldDeed:
		return &p.Deed
	case FieldAidNature:
		return &p.AidNature
	case FieldAidKind:
		return &p.AidKind
	case FieldTargetText:
		return &p.TargetText
	case FieldTargetGroup:
		return &p.TargetGroup
	case FieldBenefit:
		return &p.Benefit
	case FieldDuration:
		return &p.Duration
	case FieldBasis:
		return &p.Basis
	case FieldSourceText:
		return &p.SourceText
	case FieldEvidence:
		return &p.Evidence
	case FieldNote:
		return &p.Note
	}
	return nil
}

// money gives a field that is an amount; nil where f is none.
func (p *Programme) money(f Field) *Maybe[Rupiah] {
	switch f {
	case FieldBudget:
		return &p.Budget
	case FieldBudgetRevised:
		return &p.BudgetRevised
	case FieldRealisedH1:
		return &p.RealisedH1
	case FieldRealisedH2:
		return &p.RealisedH2
	case FieldRealised:
		return &p.Realised
	}
	return nil
}

// count gives a field that is a number with a unit; nil where f is none.
func (p *Programme) count(f Field) *Maybe[Count] {
	switch f {
	case FieldTarget:
		return &p.Target
	case FieldReached:
		return &p.Reached
	}
	return nil
}

// Text gives what a field says as plain text: digits without grouping, codes
// as the documents write them, lists joined by commas, a count with its unit
// ("1000 person"); "" where it is not known. For people, see ui/lang.
func (p *Programme) Text(f Field) string {
	if s := p.text(f); s != nil {
		return *s
	}
	if m := p.money(f); m != nil {
		if !m.OK {
			return ""
		}
		return strconv.FormatInt(int64(m.V), 10)
	}
	if c := p.count(f); c != nil {
		if !c.OK {
			return ""
		}
		return strconv.FormatInt(c.V.N, 10) + " " + string(c.V.Unit)
	}
	switch f {
	case FieldRegion:
		return string(p.Region)
	case FieldYear:
		if p.Year == 0 {
			return ""
		}
		return strconv.Itoa(int(p.Year))
	case FieldStrategy:
		return strconv.Itoa(int(p.Strategy))
	case FieldDirectness:
		return string(p.Directness)
	case FieldIndicator:
		return string(p.Indicator)
	case FieldSIPD:
		return string(p.SIPD)
	case FieldVerification:
		return string(p.Verification)
	case FieldSourceDate:
		return string(p.SourceDate)
	case FieldBudgetComputed:
		return yesNo(p.BudgetComputed)
	case FieldSample:
		return yesNo(p.Sample)
	case FieldPlaces:
		if len(p.Places) > 0 {
			return join(p.Places)
		}
		return strings.Join(p.PlaceNames, ", ")
	case FieldSources:
		return join(p.Sources)
	}
	return ""
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func join[T ~string](xs []T) string {
	out := make([]string, len(xs))
	for i, x := range xs {
		out[i] = string(x)
	}
	return strings.Join(out, ",")
}

// Same tells whether two entries say the same in a field.
func (p *Programme) Same(o *Programme, f Field) bool {
	if a := p.text(f); a != nil {
		return *a == *o.text(f)
	}
	if a := p.money(f); a != nil {
		return *a == *o.money(f)
	}
	if a := p.count(f); a != nil {
		return *a == *o.count(f)
	}
	switch f {
	case FieldPlaces:
		return slices.Equal(p.Places, o.Places) && slices.Equal(p.PlaceNames, o.PlaceNames)
	case FieldSources:
		return slices.Equal(p.Sources, o.Sources)
	}
	return p.Text(f) == o.Text(f)
}

// Take makes a field of p what it is in o; lists are shared. Nothing that hangs
// on the field follows.
func (p *Programme) Take(o *Programme, f Field) {
	if a := p.text(f); a != nil {
		*a = *o.text(f)
		return
	}
	if a := p.money(f); a != nil {
		*a = *o.money(f)
		return
	}
	if a := p.count(f); a != nil {
		*a = *o.count(f)
		return
	}
	switch f {
	case FieldRegion:
		p.Region = o.Region
	case FieldYear:
		p.Year = o.Year
	case FieldStrategy:
		p.Strategy = o.Strategy
	case FieldDirectness:
		p.Directness = o.Directness
	case FieldIndicator:
		p.Indicator = o.Indicator
	case FieldSIPD:
		p.SIPD = o.SIPD
	case FieldVerification:
		p.Verification = o.Verification
	case FieldSourceDate:
		p.SourceDate = o.SourceDate
	case FieldBudgetComputed:
		p.BudgetComputed = o.BudgetComputed
	case FieldSample:
		p.Sample = o.Sample
	case FieldPlaces:
		p.Places, p.PlaceNames = o.Places, o.PlaceNames
	case FieldSources:
		p.Sources = o.Sources
	}
}
