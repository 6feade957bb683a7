package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Reason tells why a field cannot be what was asked for; the words are stable.
type Reason string

// The reasons.
const (
	ReasonRequired   Reason = "required"   // nothing where something must be
	ReasonNumber     Reason = "not-number" // no whole number
	ReasonRange      Reason = "out-of-range"
	ReasonChoice     Reason = "not-a-choice"
	ReasonLong       Reason = "too-long"
	ReasonControl    Reason = "control-character"
	ReasonCode       Reason = "malformed-code"
	ReasonDate       Reason = "malformed-date"
	ReasonUnit       Reason = "unit-missing"   // a number without its unit
	ReasonCount      Reason = "number-missing" // a unit without its number
	ReasonUnknown    Reason = "unknown"        // named something that does not exist
	ReasonAmbiguous  Reason = "ambiguous"      // a place's name that two have
	ReasonNotAllowed Reason = "not-allowed"    // for who asks
)

// FieldError tells that a field cannot be what was asked for.
type FieldError struct {
	ID     ProgrammeID // of the entry, "" for a new one
	Field  Field
	Value  string // as asked for
	Reason Reason
	// Want is what would do, in no language: a range "1900..2100", choices
	// "direct,indirect,supporting", examples, the nearest names, or for a text
	// that is too long the most characters. It may be empty.
	Want string
}

// Error names the field, the value, the reason and what would do.
func (e *FieldError) Error() string {
	s := fmt.Sprintf("model: %s %q: %s", e.Field, e.Value, e.Reason)
	if e.Want != "" {
		s += " (want " + e.Want + ")"
	}
	return s
}

// Set changes one field to what plain text says, in the forms that
// [Programme.Text] gives; "" makes it unknown. What hangs on the field follows:
//
//   - a semester's figure makes [Programme.Realised] their sum, or unknown
//     where one is;
//   - a typed budget is no longer one worked out from units and prices;
//   - a target drops the words of the source, which named another number;
//   - whoever names a source, or verifies, has seen the entry: it is no sample
//     any more;
//   - places are codes of Kemendagri, and drop the words for them: see
//     [Vocabulary.Places] for names.
//
// Codes are kept in their usual spelling ("1.6.5" becomes "1.06.05"). Whether
// places, indicators and sources exist is asked of [Vocabulary.Check]. Error:
// *[FieldError]; the entry is then as it was.
func (p *Programme) Set(f Field, text string) error {
	text = strings.TrimSpace(text)
	fail := func(r Reason, want string) error {
		return &FieldError{ID: p.ID, Field: f, Value: clip(text), Reason: r, Want: want}
	}
	switch {
	case f == FieldCode && text != "":
		c, err := ParseProgrammeCode(text)
		if err != nil {
			return fail(ReasonCode, "1.06.05, 1.06.05.2.02, 1.06.05.2.02.0006")
		}
		p.Code = c.String()
		return nil
	case p.text(f) != nil:
		if r, want := checkText(f, text); r != "" {
			return fail(r, want)
		}
		*p.text(f) = text
		if f == FieldSourceText && text != "" {
			p.Sample = false
		}
		return nil
	case p.money(f) != nil:
		return p.setMoney(f, text, fail)
	case p.count(f) != nil:
		return p.setCount(f, text, fail)
	}
	return p.setCoded(f, text, fail)
}

// clip keeps a wrong value short enough for a sentence.
func clip(s string) string {
	const most = 80
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}

func required(f Field) bool {
	return f == FieldDepartment || f == FieldCode || f == FieldName || f == FieldRegion || f == FieldYear
}

// checkText tells what is wrong with a text.
func checkText(f Field, s string) (Reason, string) {
	switch {
	case s == "" && required(f):
		return ReasonRequired, ""
	case utf8.RuneCountInString(s) > MostText:
		return ReasonLong, strconv.Itoa(MostText)
	case !utf8.ValidString(s):
		return ReasonControl, ""
	}
	for _, r := range s {
		if unicode.IsControl(r) && (r != '\n' || f != FieldNote) {
			return ReasonControl, ""
		}
	}
	return "", ""
}

type failure func(r Reason, want string) error

func rangeOf(lo, hi int64) string { return fmt.Sprintf("%d..%d", lo, hi) }

func (p *Programme) setMoney(f Field, text string, fail failure) error {
	v := Maybe[Rupiah]{}
	if text != "" {
		n, reason := whole(text, 0, MostRupiah)
		if reason != "" {
			return fail(reason, rangeOf(0, MostRupiah))
		}
		v = Known(Rupiah(n))
	}
	*p.money(f) = v
	switch f {
	case FieldBudget:
		p.BudgetComputed, p.BudgetBasis = false, ""
	case FieldRealisedH1, FieldRealisedH2:
		p.Realised = p.realisedTotal()
	}
	return nil
}

// realisedTotal is the sum of both semesters, unknown where one is.
func (p *Programme) realisedTotal() Maybe[Rupiah] {
	if !p.RealisedH1.OK || !p.RealisedH2.OK {
		return Maybe[Rupiah]{}
	}
	return Known(p.RealisedH1.V + p.RealisedH2.V)
}

// whole reads plain digits.
func whole(text string, lo, hi int64) (int64, Reason) {
	n, err := strconv.ParseInt(text, 10, 64)
	switch {
	case err != nil && !digits(strings.TrimPrefix(text, "-")), text[0] == '+':
		return 0, ReasonNumber
	case err != nil || n < lo || n > hi:
		return 0, ReasonRange
	}
	return n, ""
}

func (p *Programme) setCount(f Field, text string, fail failure) error {
	v := Maybe[Count]{}
	if text != "" {
		number, unit, _ := strings.Cut(text, " ")
		n, reason := whole(number, 0, MostRupiah)
		switch {
		case reason != "":
			return fail(reason, rangeOf(0, MostRupiah))
		case unit == "":
			return fail(ReasonUnit, join(TargetUnits()))
		case !slices.Contains(TargetUnits(), TargetUnit(unit)):
			return fail(ReasonChoice, join(TargetUnits()))
		}
		v = Known(Count{N: n, Unit: TargetUnit(unit)})
	}
	if f == FieldTarget && v != p.Target {
		p.TargetText = ""
	}
	*p.count(f) = v
	return nil
}

func (p *Programme) setCoded(f Field, text string, fail failure) (err error) {
	switch f {
	case FieldRegion:
		p.Region, err = pickRegion(p.Region, text, fail)
	case FieldYear:
		n, reason := int64(0), ReasonRequired
		if text != "" {
			n, reason = whole(text, firstYear, lastYear)
		}
		if reason != "" {
			return fail(reason, rangeOf(firstYear, lastYear))
		}
		p.Year = Year(n)
	case FieldStrategy:
		n, reason := int64(0), Reason("")
		if text != "" {
			n, reason = whole(text, 0, lastStrategy)
		}
		if reason != "" {
			return fail(reason, rangeOf(0, lastStrategy))
		}
		p.Strategy = Strategy(n)
	case FieldSourceDate:
		d, derr := ParseDate(text)
		if derr != nil {
			return fail(ReasonDate, "2026-03-31, 2026-03, 2026")
		}
		p.SourceDate = d
	case FieldDirectness:
		p.Directness, err = pickWord(p.Directness, text, DirectnessKinds(), fail)
	case FieldSIPD:
		p.SIPD, err = pickWord(p.SIPD, text, Tags(), fail)
	case FieldVerification:
		p.Verification, err = pickWord(p.Verification, text, Verifications(), fail)
		p.Sample = p.Sample && p.Verification != Verified
	case FieldIndicator:
		p.Indicator = IndicatorID(text)
	case FieldBudgetComputed:
		p.BudgetComputed = text == "yes"
	case FieldSample:
		p.Sample = text == "yes"
	case FieldPlaces:
		return p.setPlaces(text, fail)
	case FieldSources:
		p.Sources = splitList[SourceID](text)
		p.Sample = p.Sample && len(p.Sources) == 0
	default:
		return fail(ReasonUnknown, "")
	}
	return err
}

// Bounds of a year and of the coded list of strategies.
const (
	firstYear    = 1900
	lastYear     = 2100
	lastStrategy = 99
)

func pickRegion(was RegionCode, text string, fail failure) (RegionCode, error) {
	c, err := ParseRegionCode(text)
	if err != nil {
		return was, fail(ReasonCode, "6271")
	}
	return c, nil
}

// pickWord reads one of the words of a list; "unknown" and "" are none of them.
func pickWord[T ~string](was T, text string, words []T, fail failure) (T, error) {
	if text == "" || text == "unknown" {
		return "", nil
	}
	if !slices.Contains(words, T(text)) {
		return was, fail(ReasonChoice, join(words))
	}
	return T(text), nil
}

func splitList[T ~string](text string) []T {
	var out []T
	for _, s := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' }) {
		if s = strings.TrimSpace(s); s != "" && !slices.Contains(out, T(s)) {
			out = append(out, T(s))
		}
	}
	return out
}

func (p *Programme) setPlaces(text string, fail failure) error {
	codes := splitList[KemendagriCode](text)
	for _, c := range codes {
		if _, err := ParseKemendagriCode(string(c)); err != nil {
			return fail(ReasonCode, "62.71.01")
		}
	}
	if len(codes) > MostPlaces {
		return fail(ReasonLong, strconv.Itoa(MostPlaces))
	}
	p.Places, p.PlaceNames = codes, nil
	return nil
}

// Check gives what makes an entry unfit to be kept: a required field that is
// missing, a value out of its range or a word that is none of its list. A code
// of the wrong form is no such thing, see [Programme.Warnings]. nil where the
// entry is fit. What the entry refers to is asked of [Vocabulary.Check].
func (p *Programme) Check() []*FieldError {
	var out []*FieldError
	bad := func(f Field, r Reason, want string) {
		out = append(out, &FieldError{ID: p.ID, Field: f, Value: clip(p.Text(f)), Reason: r, Want: want})
	}
	for _, f := range Fields() {
		if s := p.text(f); s != nil {
			if r, want := checkText(f, *s); r != "" {
				bad(f, r, want)
			}
		}
		if m := p.money(f); m != nil && m.OK && (m.V < 0 || m.V > MostRupiah) && f != FieldRealised {
			bad(f, ReasonRange, rangeOf(0, MostRupiah))
		}
		if c := p.count(f); c != nil && c.OK {
			if c.V.N < 0 || c.V.N > MostRupiah {
				bad(f, ReasonRange, rangeOf(0, MostRupiah))
			}
			if !slices.Contains(TargetUnits(), c.V.Unit) {
				bad(f, ReasonChoice, join(TargetUnits()))
			}
		}
	}
	p.checkCoded(bad)
	return out
}

func (p *Programme) checkCoded(bad func(Field, Reason, string)) {
	if _, err := ParseRegionCode(string(p.Region)); err != nil {
		bad(FieldRegion, ReasonCode, "6271")
	}
	if p.Year < firstYear || p.Year > lastYear {
		bad(FieldYear, ReasonRange, rangeOf(firstYear, lastYear))
	}
	if p.Strategy < 0 || p.Strategy > lastStrategy {
		bad(FieldStrategy, ReasonRange, rangeOf(0, lastStrategy))
	}
	if p.Directness != "" && !slices.Contains(DirectnessKinds(), p.Directness) {
		bad(FieldDirectness, ReasonChoice, join(DirectnessKinds()))
	}
	if p.SIPD != "" && !slices.Contains(Tags(), p.SIPD) {
		bad(FieldSIPD, ReasonChoice, join(Tags()))
	}
	if p.Verification != "" && !slices.Contains(Verifications(), p.Verification) {
		bad(FieldVerification, ReasonChoice, join(Verifications()))
	}
	if d, err := ParseDate(string(p.SourceDate)); err != nil || d != p.SourceDate {
		bad(FieldSourceDate, ReasonDate, "2026-03-31, 2026-03, 2026")
	}
	if total := p.realisedTotal(); total.OK && total != p.Realised {
		sum := Programme{Realised: total}
		bad(FieldRealised, ReasonRange, sum.Text(FieldRealised))
	} else if !total.OK && p.Realised.OK && (p.Realised.V < 0 || p.Realised.V > MostRupiah) {
		bad(FieldRealised, ReasonRange, rangeOf(0, MostRupiah))
	}
	for _, c := range p.Places {
		if _, err := ParseKemendagriCode(string(c)); err != nil {
			bad(FieldPlaces, ReasonCode, "62.71.01")
			break
		}
	}
	if len(p.Places) > MostPlaces || len(p.PlaceNames) > MostPlaces {
		bad(FieldPlaces, ReasonLong, strconv.Itoa(MostPlaces))
	}
}
