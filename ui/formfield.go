package ui

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/lang"
)

// Entering is what a session needs to know to let entries of the list be typed.
type Entering struct {
	By           string   // who sits there
	Coordinators []string // who may verify
	// Personal tells whether a text holds a number of a person; nil for not
	// asked.
	Personal     func(string) bool
	Nomenclature *model.Nomenclature // nil for none
}

// WithEntering tells what is needed to let entries be typed.
func WithEntering(e Entering) Option { return func(s *Session) { s.entering = e } }

// offer is one proposal for a field.
type offer struct{ value, label, detail string }

// fillOffers finds what is proposed and does not change while the form is open.
func (s *Session) fillOffers(f *form) {
	departments, fundings := map[string]bool{}, map[string]bool{}
	for _, p := range s.snap.Programmes.Of(f.region) {
		departments[strings.TrimSpace(block.Clean(p.Department))] = true
		fundings[strings.TrimSpace(block.Clean(p.Funding))] = true
	}
	for _, usual := range []string{"APBN", "APBD provinsi", "APBD kota", "CSR", "DBH"} {
		fundings[usual] = true
	}
	f.departments, f.fundings = sortedWords(departments), sortedWords(fundings)
	for _, i := range s.snap.Data.Indicators() {
		f.indicators = append(f.indicators, offer{value: string(i.ID), label: s.env.Words.Lang.Of(i.Name), detail: string(i.ID)})
	}
}

func sortedWords(words map[string]bool) []string {
	var out []string
	for w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}

// coded lists the values that a coded field can have.
func (s *Session) coded(f *form, x *field) []offer {
	l, w := s.env.Words.Lang, s.env.Words.Lang.Editing()
	var out []offer
	word := func(v string) { out = append(out, offer{value: v, label: w.FieldWord(v)}) }
	switch {
	case x.kind == kindUnit:
		for _, u := range model.TargetUnits() {
			out = append(out, offer{value: string(u), label: l.TargetUnit(u, 2)})
		}
	case x.of == model.FieldStrategy:
		for _, k := range s.snap.Programmes.Strategies() {
			p := model.Programme{Strategy: k.Code}
			out = append(out, offer{value: p.Text(x.of), label: p.Text(x.of) + " " + l.Of(k.Name)})
		}
		out = append(out, offer{value: "0", label: "0 " + s.env.Words.Program.NoStrategy})
	case x.of == model.FieldDirectness:
		for _, d := range model.DirectnessKinds() {
			word(string(d))
		}
	case x.of == model.FieldSIPD:
		for _, t := range model.Tags() {
			word(string(t))
		}
	case x.of == model.FieldVerification:
		for _, v := range model.Verifications() {
			word(string(v))
		}
	case x.of == model.FieldIndicator:
		if f != nil {
			return f.indicators
		}
		for _, i := range s.snap.Data.Indicators() {
			out = append(out, offer{value: string(i.ID), label: l.Of(i.Name), detail: string(i.ID)})
		}
	}
	return out
}

// labelOf gives the words for a coded value.
func (s *Session) labelOf(x *field, value string) string {
	for _, o := range s.coded(nil, x) {
		if o.value == value {
			return o.label
		}
	}
	return value
}

// mayVerify tells whether who sits here may set the verification.
func (s *Session) mayVerify() bool { return slices.Contains(s.entering.Coordinators, s.entering.By) }

// indexOf finds a proposal by its label.
func indexOf(all []offer, label string) int {
	return slices.IndexFunc(all, func(o offer) bool { return o.label == label })
}

// offers gives what is proposed for what is typed into a field: everything,
// where one comes to a field that holds one of the proposals already.
func (s *Session) offers(f *form, at int) []offer {
	x := &f.fields[at]
	typed := x.input.Value()
	var all []offer
	words := func(ws []string) {
		for _, w := range ws {
			all = append(all, offer{value: w, label: w})
		}
	}
	switch {
	case x.kind == kindUnit || x.kind == kindChoice:
		all = s.coded(f, x)
		if x.of == model.FieldVerification && !s.mayVerify() {
			all = slices.DeleteFunc(all, func(o offer) bool { return model.Verification(o.value).Judged() })
		}
	case x.kind == kindPlaces:
		_, typed = cutLast(typed)
		for _, p := range s.vocabulary().Offer(f.region) {
			all = append(all, offer{value: string(p.Code), label: p.Name, detail: string(p.Code)})
		}
	case x.of == model.FieldDepartment:
		words(f.departments)
	case x.of == model.FieldFunding:
		words(f.fundings)
	case x.of == model.FieldCode:
		if s.entering.Nomenclature == nil || typed == x.start && typed != "" {
			return nil
		}
		for _, it := range s.entering.Nomenclature.Items() {
			all = append(all, offer{value: it.Code, label: it.Code, detail: it.Name})
		}
	case x.of == model.FieldName:
		if name := s.nameOfCode(f); name != "" && name != typed {
			return []offer{{value: name, label: name}}
		}
		return nil
	default:
		return nil
	}
	if f.fresh && indexOf(all, typed) >= 0 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(o offer) bool { return !matches(typed, o.value, o.label, o.detail) })
}

// nameOfCode gives the official name of the code that is typed.
func (s *Session) nameOfCode(f *form) string {
	for i := range f.fields {
		if x := &f.fields[i]; x.of == model.FieldCode {
			it, _ := s.entering.Nomenclature.Find(strings.TrimSpace(x.input.Value()))
			return it.Name
		}
	}
	return ""
}

func (s *Session) vocabulary() *model.Vocabulary {
	return model.NewVocabulary(s.snap.Data, s.snap.Programmes.Strategies())
}

// placeText writes the places of an entry as they are typed.
func (s *Session) placeText(p *model.Programme) string {
	if len(p.Places) == 0 {
		return strings.Join(p.PlaceNames, ", ")
	}
	offer := s.vocabulary().Offer(p.Region)
	names := make([]string, len(p.Places))
	for i, c := range p.Places {
		names[i] = string(c)
		if k := slices.IndexFunc(offer, func(o model.Place) bool { return o.Code == c }); k >= 0 {
			names[i] = offer[k].Name
		}
	}
	return strings.Join(names, ", ")
}

// cutLast parts a list into what stands before its last word, with the comma,
// and that word.
func cutLast(text string) (before, last string) {
	i := strings.LastIndexAny(text, ",;")
	if i < 0 {
		return "", text
	}
	return text[:i+1] + " ", strings.TrimSpace(text[i+1:])
}

// pasted makes a pasted text fit for a field of at most n letters; cut tells
// that it was longer.
func pasted(text string, n int) (short string, cut bool) {
	const each = 4 // bytes of a letter at most; the marks that are taken out come on top
	if most := (n + 1) * each * 4; len(text) > most {
		text, cut = text[:max(most, 0)], true
	}
	text = strings.ToValidUTF8(block.Clean(text), "")
	if r := []rune(text); len(r) > n {
		text, cut = string(r[:max(n, 0)]), true
	}
	return text, cut
}

// leaveField reads a field that is left: an amount is written out so that it
// can be seen how it was read, the rest of a word is filled in where only one
// proposal begins so, and what is wrong is said there.
func (s *Session) leaveField(f *form, at int) {
	x := &f.fields[at]
	text := strings.TrimSpace(x.input.Value())
	x.err = ""
	switch x.kind {
	case kindMoney, kindCount:
		if n, err := s.env.Words.Lang.ParseRupiah(text); err == nil {
			x.input.SetValue(s.env.Words.Lang.Int(n))
		}
	case kindChoice, kindUnit:
		if all := s.offers(f, at); text != "" && len(all) == 1 {
			x.input.SetValue(all[0].label)
		}
	case kindPlaces:
		x.input.SetValue(strings.TrimRight(text, ",; "))
	}
	x.input.CursorEnd()
	x.err = s.fault(f, at)
}

// fault says what is wrong with a field, "" for nothing.
func (s *Session) fault(f *form, at int) string {
	x := &f.fields[at]
	base := model.Programme{Region: f.region}
	if len(f.was) > 0 {
		base = f.was[0]
	}
	err := s.setField(f, at, &base)
	w := s.env.Words
	if x.cut {
		return w.Entry.TooLong(strconv.Itoa(model.MostText))
	}
	if fault := (*model.FieldError)(nil); errors.As(err, &fault) {
		if fault.Reason == model.ReasonUnknown || fault.Reason == model.ReasonAmbiguous || fault.Reason == model.ReasonRange || fault.Reason == model.ReasonCode || fault.Reason == model.ReasonDate {
			return w.Lang.Editing().FieldFault(fault)
		}
		if fault.Reason == model.ReasonNotAllowed {
			return w.Entry.OnlyCoordinator
		}
		bare := *fault
		bare.Want = "" // choices stand below the field
		return w.Lang.Editing().FieldFault(&bare)
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

// setField sets a field of an entry to what was typed, if anything was. Errors:
// *model.FieldError, or a sentence.
func (s *Session) setField(f *form, at int, p *model.Programme) error {
	x := &f.fields[at]
	text := strings.TrimSpace(x.input.Value())
	unknown := func(why model.Reason) error { return &model.FieldError{Field: x.of, Value: text, Reason: why} }
	counts := x.kind == kindUnit || x.kind == kindCount
	switch {
	case counts:
	case f.many() && text == "":
		return nil
	case f.many() && text == "-":
		text = ""
	case !x.changed() && (len(f.was) > 0 || text == ""):
		if text == "" && mustFill(x) {
			return unknown(model.ReasonRequired)
		}
		return nil // what the entry says stays as it is, however it is written
	}
	if text != "" && s.entering.Personal != nil && s.entering.Personal(text) {
		return SentenceError(s.env.Words.Entry.NIK)
	}
	switch x.kind {
	case kindMoney:
		plain, err := s.plainNumber(text)
		if err != nil {
			return err
		}
		return p.Set(x.of, plain)
	case kindCount, kindUnit:
		return s.setCount(f, at, p)
	case kindChoice:
		return s.setChoice(f, x, text, p)
	case kindPlaces:
		codes, names, err := s.vocabulary().Places(f.region, text)
		if err != nil {
			return err
		}
		p.Places, p.PlaceNames = codes, names
		return nil
	}
	return p.Set(x.of, text)
}

func (s *Session) setChoice(f *form, x *field, text string, p *model.Programme) error {
	if text == "" && mustFill(x) {
		return &model.FieldError{Field: x.of, Reason: model.ReasonRequired}
	}
	value := text
	for _, o := range s.coded(f, x) {
		if strings.EqualFold(o.label, text) || strings.EqualFold(o.value, text) {
			value = o.value
		}
	}
	if v := model.Verification(value); x.of == model.FieldVerification && v.Judged() && v != p.Verification && !s.mayVerify() {
		return &model.FieldError{Field: x.of, Value: text, Reason: model.ReasonNotAllowed}
	}
	if err := p.Set(x.of, value); err != nil {
		return err
	}
	for _, fault := range s.vocabulary().Check(p) {
		if fault.Field == x.of {
			return fault
		}
	}
	return nil
}

// plainNumber gives the digits of a whole number as people write it.
func (s *Session) plainNumber(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	n, err := s.env.Words.Lang.ParseRupiah(text)
	if err != nil {
		if fault := (*lang.NumberError)(nil); errors.As(err, &fault) && fault.Fault == lang.NumberNotWhole {
			return "", SentenceError(s.env.Words.Entry.NotWhole)
		}
		return "", SentenceError(s.env.Words.Lang.Explain(err))
	}
	return strconv.FormatInt(n, 10), nil
}

// setCount sets a number with its unit, from the two fields that they are typed
// into; each says what is missing of it.
func (s *Session) setCount(f *form, at int, p *model.Programme) error {
	number, unit := at, at+1
	if f.fields[at].kind == kindUnit {
		number, unit = at-1, at
	}
	n, u := &f.fields[number], &f.fields[unit]
	if !n.changed() && !u.changed() {
		return nil
	}
	text, word := strings.TrimSpace(n.input.Value()), strings.TrimSpace(u.input.Value())
	if text == "-" || word == "-" {
		text, word = "", ""
	}
	for _, o := range s.coded(f, u) {
		if strings.EqualFold(o.label, word) || strings.EqualFold(o.value, word) {
			word = o.value
		}
	}
	plain, err := s.plainNumber(text)
	switch {
	case err != nil && at == number:
		return err
	case err != nil:
		return nil //nolint:nilerr // the field of the number says it
	case plain == "" && word == "":
		return p.Set(n.of, "")
	case plain == "" && at == number: // its unit may come first
		return &model.FieldError{Field: n.of, Reason: model.ReasonCount}
	case word == "" && at == unit:
		return &model.FieldError{Field: n.of, Value: text, Reason: model.ReasonUnit}
	case plain == "" || word == "":
		return nil
	}
	err = p.Set(n.of, plain+" "+word)
	if fault := (*model.FieldError)(nil); errors.As(err, &fault) && (fault.Reason == model.ReasonChoice) != (at == unit) {
		return nil // the other field says it
	}
	return err
}
