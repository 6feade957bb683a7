package ui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"rakor/model"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// kind is how what is typed into a field is read.
type kind uint8

const (
	kindText   kind = iota // as it is; with proposals where there are any
	kindMoney              // rupiah as people write them
	kindCount              // a number, whose unit is the field below
	kindUnit               // the unit of the number above
	kindChoice             // one of a coded list
	kindPlaces             // several of a list
)

// field is one line of the form.
type field struct {
	of    model.Field
	kind  kind
	input textinput.Model
	start string // what stood there when the form was opened
	err   string
	cut   bool // what was pasted was longer than a field
}

// form is the form in which an entry is made or edited, or several at once. It
// is kept until what was typed is safe on the disk, or was thrown away by its
// person.
type form struct {
	was    []model.Programme // the entries as they were; none for a new one
	region model.RegionCode
	fields []field
	at     int // the last one after the fields is the button that saves
	choice int // of the proposals; -1 for what was typed
	saving bool
	// fresh tells that the field was just come to: the first letter replaces
	// what stands in it, as in a cell of a spreadsheet.
	fresh bool
	// problem is why it was not saved, where that is about no field.
	problem string

	departments, fundings []string // proposed
	indicators            []offer
}

// many tells whether several entries are edited at once: an empty field then
// stays as it is.
func (f *form) many() bool { return len(f.was) > 1 }

// formFields lists the fields in their order.
func formFields() []field {
	var out []field
	add := func(k kind, fs ...model.Field) {
		for _, f := range fs {
			out = append(out, field{of: f, kind: k})
			if k == kindCount {
				out = append(out, field{of: f, kind: kindUnit})
			}
		}
	}
	add(kindText, model.FieldYear, model.FieldDepartment, model.FieldCode, model.FieldName, model.FieldActivity, model.FieldSubActivity)
	add(kindChoice, model.FieldStrategy, model.FieldDirectness)
	add(kindMoney, model.FieldBudget, model.FieldBudgetRevised)
	add(kindText, model.FieldFunding)
	add(kindPlaces, model.FieldPlaces)
	add(kindCount, model.FieldTarget)
	add(kindText, model.FieldTargetGroup, model.FieldAidKind, model.FieldBenefit, model.FieldDuration)
	add(kindMoney, model.FieldRealisedH1, model.FieldRealisedH2)
	add(kindCount, model.FieldReached)
	add(kindChoice, model.FieldIndicator, model.FieldSIPD, model.FieldVerification)
	add(kindText, model.FieldBasis, model.FieldSourceText, model.FieldSourceDate, model.FieldNote)
	return out
}

// section gives the heading before a field, -1 for none.
func section(f *field) int {
	if f.kind == kindUnit {
		return -1
	}
	return slices.Index([]model.Field{model.FieldYear, model.FieldBudget, model.FieldPlaces, model.FieldRealisedH1, model.FieldIndicator}, f.of)
}

// mustFill tells whether a field of a new entry has to be filled in.
func mustFill(f *field) bool {
	switch f.of {
	case model.FieldYear, model.FieldDepartment, model.FieldCode, model.FieldName, model.FieldStrategy:
		return true
	}
	return false
}

// newForm makes the form for entries; none for a new one.
func (s *Session) newForm(was ...model.Programme) *form {
	f := &form{was: was, region: s.st.Home, fields: formFields(), choice: -1, fresh: true}
	if len(was) > 0 {
		f.region = was[0].Region
	}
	for i := range f.fields {
		x := &f.fields[i]
		x.input = newInput("")
		x.input.CharLimit = model.MostText
		switch {
		case len(was) == 1:
			x.input.SetValue(s.fieldValue(x, &was[0]))
		case len(was) == 0 && x.of == model.FieldYear && len(s.today()) >= 4:
			x.input.SetValue(string(s.today()[:4]))
		}
		x.input.CursorEnd()
		x.start = x.input.Value()
	}
	s.fillOffers(f)
	return f
}

// fieldValue gives what a field of an entry looks like where it is typed.
func (s *Session) fieldValue(x *field, p *model.Programme) string {
	l := s.env.Words.Lang
	text := p.Text(x.of)
	switch x.kind {
	case kindMoney:
		return digitsOf(l, text)
	case kindCount, kindUnit:
		number, unit, _ := strings.Cut(text, " ")
		if x.kind == kindCount {
			return digitsOf(l, number)
		}
		return s.labelOf(x, unit)
	case kindChoice:
		return s.labelOf(x, text)
	case kindPlaces:
		return s.placeText(p)
	}
	return text
}

// digitsOf writes digits as they are read again: in groups, where nothing can
// take a group for decimals.
func digitsOf(l lang.Lang, text string) string {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return text
	}
	return l.Int(n)
}

// dirty tells whether anything was typed that is not saved.
func (f *form) dirty() bool {
	return slices.ContainsFunc(f.fields, func(x field) bool { return x.changed() })
}

func (x *field) changed() bool { return x.input.Value() != x.start }

// formKey takes a key while the form is open.
func (s *Session) formKey(k tea.KeyPressMsg) []state.Effect {
	f := s.local.entry.form
	name := k.String()
	switch {
	case name == "ctrl+z":
		return []state.Effect{state.Suspend{}}
	case name == "esc":
		return s.leaveForm()
	case f.saving: // what is typed now would come after what is saved
		return nil
	}
	switch name {
	case "ctrl+s":
		s.takeOffer(f)
		return s.saveForm()
	case "tab":
		s.takeOffer(f)
		s.goField(f, f.at+1)
		return nil
	case "shift+tab":
		s.goField(f, f.at-1)
		return nil
	case "enter":
		if f.at == len(f.fields) {
			return s.saveForm()
		}
		return s.enterField(f)
	case "down", "up":
		s.moveInForm(f, name == "down")
		return nil
	case "pgdown":
		s.goField(f, f.at+5)
		return nil
	case "pgup":
		s.goField(f, f.at-5)
		return nil
	case "ctrl+home":
		s.goField(f, 0)
		return nil
	case "ctrl+end":
		s.goField(f, len(f.fields))
		return nil
	}
	if f.at == len(f.fields) {
		return nil
	}
	x := &f.fields[f.at]
	before := x.input.Value()
	if f.fresh && k.Text != "" && x.replaced() {
		x.input.SetValue("")
	}
	f.fresh = false
	x.input, _ = x.input.Update(k)
	return s.fieldEdited(f, x, before)
}

// replaced tells whether the first letter typed into a field replaces what
// stands there: numbers, codes and what is chosen, and not the words that a
// person goes on writing.
func (x *field) replaced() bool {
	switch x.of {
	case model.FieldYear, model.FieldDepartment, model.FieldCode, model.FieldFunding, model.FieldSourceDate:
		return true
	}
	return x.kind != kindText && x.kind != kindPlaces
}

// enterField takes the proposal that is chosen and goes on. Of a field of
// several, the next one may follow at once.
func (s *Session) enterField(f *form) []state.Effect {
	x := &f.fields[f.at]
	before := x.input.Value()
	if s.takeOffer(f) && x.kind == kindPlaces {
		return s.fieldEdited(f, x, before)
	}
	s.goField(f, f.at+1)
	if x.input.Value() != before {
		return s.keepForm()
	}
	return nil
}

// moveInForm goes through the proposals of a field, and from its last one, or
// where there are none, to the next field.
func (s *Session) moveInForm(f *form, down bool) {
	n, here := 0, -1
	if f.at < len(f.fields) {
		all := s.offers(f, f.at)
		n = len(all)
		if f.choice < 0 {
			here = indexOf(all, f.fields[f.at].input.Value())
		}
	}
	switch {
	case down && here >= 0:
		f.choice = here
	case down && f.choice+1 < n:
		f.choice++
	case !down && f.choice >= 0:
		f.choice--
	case down:
		s.goField(f, f.at+1)
	default:
		s.goField(f, f.at-1)
	}
}

// goField goes to a field; the one that is left is read, and what is wrong with
// it is said there.
func (s *Session) goField(f *form, to int) {
	to = max(0, min(to, len(f.fields)))
	if f.at < len(f.fields) && to != f.at {
		s.leaveField(f, f.at)
	}
	f.fresh = f.fresh || to != f.at
	f.at, f.choice = to, -1
}

// takeOffer puts the proposal that is chosen into the field.
func (s *Session) takeOffer(f *form) bool {
	if f.at == len(f.fields) || f.choice < 0 {
		return false
	}
	all, x := s.offers(f, f.at), &f.fields[f.at]
	if f.choice >= len(all) {
		return false
	}
	text := all[f.choice].label
	if x.kind == kindPlaces {
		before, _ := cutLast(x.input.Value())
		text = before + text + ", "
	}
	if x.of == model.FieldCode {
		text = all[f.choice].value
	}
	x.input.SetValue(text)
	x.input.CursorEnd()
	f.choice, x.err = -1, ""
	return true
}

// fieldEdited acts on a field after a key: the draft is kept.
func (s *Session) fieldEdited(f *form, x *field, before string) []state.Effect {
	if x.input.Value() == before {
		return nil
	}
	x.err, x.cut, f.choice, f.problem = "", false, -1, ""
	return s.keepForm()
}

// formPaste takes pasted text into the field. What is longer than a field can
// hold is cut, and the field says so.
func (s *Session) formPaste(text string) []state.Effect {
	f := s.local.entry.form
	if f.saving || f.at == len(f.fields) || s.local.ask != nil {
		return nil
	}
	x := &f.fields[f.at]
	before := x.input.Value()
	if f.fresh && x.replaced() {
		x.input.SetValue("")
	}
	f.fresh = false
	text, cut := pasted(text, model.MostText-len([]rune(x.input.Value())))
	x.input, _ = x.input.Update(tea.PasteMsg{Content: text})
	effects := s.fieldEdited(f, x, before)
	x.cut = cut
	return effects
}

// formHit is a press of the mouse on a field, or on one of its proposals.
type formHit struct{ at, offer int }

func (s *Session) formClick(h formHit) []state.Effect {
	f := s.local.entry.form
	if f == nil || f.saving || s.local.ask != nil {
		return nil
	}
	s.frame = nil
	if h.offer >= 0 {
		f.choice = h.offer
		return s.enterField(f)
	}
	if h.at == f.at && h.at < len(f.fields) {
		return nil
	}
	s.goField(f, h.at)
	if h.at == len(f.fields) {
		return s.saveForm()
	}
	return nil
}

func (s *Session) formWheel(by int) []state.Effect {
	if f := s.local.entry.form; !f.saving {
		s.moveInForm(f, by > 0)
	}
	return nil
}
