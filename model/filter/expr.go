package filter

import (
	"strings"

	"rakor/model"
)

// compare is how a value is held against another.
type compare uint8

const (
	has     compare = iota // contains, or begins with for a code
	same                   // equal
	less                   // <
	more                   // >
	atMost                 // <=
	atLeast                // >=
)

// term is one part of an expression.
type term struct {
	field   field
	neg     bool
	compare compare
	text    string // folded
	number  number
	numeric bool // number holds what text says
	unit    model.TargetUnit
	yes     bool
	missing field
	places  []model.KemendagriCode // whose name holds text, see Within
	whole   model.KemendagriCode   // the region they lie in
	sources []model.SourceID       // whose title or publisher does
}

// Expr is a filter expression. The zero Expr matches every entry. It is
// immutable.
type Expr struct {
	terms []term
}

// Empty tells whether the expression asks for nothing.
func (e Expr) Empty() bool { return len(e.terms) == 0 }

// Parse reads an expression. An empty one matches every entry. Errors:
// *[Error], for the first part that cannot be read; the Expr then is empty.
// Cost: linear in the length of the text.
func Parse(expr string) (Expr, error) {
	l := &lexer{src: expr}
	fields := table()
	var e Expr
	for {
		t, ok, err := l.next()
		if err != nil {
			return Expr{}, err
		}
		if !ok {
			return e, nil
		}
		k, err := l.term(fields, t)
		if err != nil {
			return Expr{}, err
		}
		e.terms = append(e.terms, k)
	}
}

// term reads one token. Where an amount is followed by its unit as a word of
// its own (1,45 M), it takes that word as well.
func (l *lexer) term(fields []named, t token) (term, *Error) {
	k := term{neg: t.neg, text: Fold(strings.Join(strings.Fields(t.value), " "))}
	if t.op == "" {
		return k, nil
	}
	f, english, ok := find(fields, t.name)
	if !ok {
		err := l.fault(UnknownField, t.namePos, t.namePos+len(t.name))
		err.Suggest = nearest(fields, t.name)
		return term{}, err
	}
	k.field = f.id
	switch t.op {
	case "=":
		k.compare = same
	case "<":
		k.compare = less
	case ">":
		k.compare = more
	case "<=", "≤":
		k.compare = atMost
	case ">=", "≥":
		k.compare = atLeast
	}
	if k.compare > same && (f.Kind == Text || f.Kind == Choice) {
		return term{}, l.fault(NoOrder, t.opPos, t.opPos+len(t.op))
	}
	switch f.Kind {
	case Choice:
		return l.choice(fields, k, t)
	case Number, Money, Percent:
		return l.number(k, f.Kind, t, english)
	default:
		return k, nil
	}
}

func (l *lexer) choice(fields []named, k term, t token) (term, *Error) {
	bad := l.fault(BadChoice, t.valuePos, t.afterValue)
	var ok bool
	switch k.field {
	case onUnit:
		k.unit, ok = findUnit(k.text)
		bad.Suggest = unitWords(0)
	case onSample:
		k.yes, ok = findChoice(k.text)
		bad.Suggest = []string{"ya", "tidak"}
	case onWithout:
		var f named
		f, _, ok = find(fields, k.text)
		k.missing = f.id
		ok = ok && f.id != onWithout
		if bad.Suggest = nearest(fields, k.text); len(bad.Suggest) == 0 {
			bad.Suggest = []string{"pagu", "real", "sasaran", "kec"}
		}
	default: // no other field is a choice
	}
	if !ok {
		return term{}, bad
	}
	return k, nil
}

func (l *lexer) number(k term, kind Kind, t token, english bool) (term, *Error) {
	value, end := t.value, t.afterValue
	if !t.quoted {
		value, end = l.takeUnit(t, kind)
	}
	n, why := parseNumber(value, kind, english)
	if why == "" {
		k.number, k.numeric = n, true
		return k, nil
	}
	if k.field == onTarget && k.compare <= same { // sasaran:balita asks for words
		return k, nil
	}
	return term{}, l.fault(why, t.valuePos, end)
}

// takeUnit gives the value of t together with a unit that stands behind it as
// a word of its own, and takes that word.
func (l *lexer) takeUnit(t token, kind Kind) (value string, end int) {
	last := t.value[len(t.value)-1]
	if kind != Money && kind != Percent || (last < '0' || last > '9') && !strings.EqualFold(t.value, "rp") {
		return t.value, t.afterValue
	}
	back := l.at
	l.space()
	word := l.word("")
	if strings.EqualFold(t.value, "rp") && word != "" { // Rp 100 jt
		rest := t
		rest.value, rest.afterValue = word, l.at
		value, end = l.takeUnit(rest, kind)
		return value, end
	}
	if kind == Money && isScale(word) || kind == Percent && word == "%" {
		return t.value + " " + word, l.at
	}
	l.at = back
	return t.value, t.afterValue
}

// Within gives the expression with names of places and of sources bound to
// their codes: the districts and villages of a region whose name holds what is
// asked for, and the sources whose title or publisher does. Without it only
// the words that entries themselves carry are searched. A place matches
// together with everything that lies in it; and an entry that is for the whole
// region is for each of its places, unless the name is asked for with =.
func (e Expr) Within(ds *model.Dataset, home model.RegionCode) Expr {
	out := Expr{terms: make([]term, len(e.terms))}
	copy(out.terms, e.terms)
	for i := range out.terms {
		k := &out.terms[i]
		if k.field == onPlace || k.field == onAnyText {
			k.places = findPlaces(ds, home, *k, nil, 0)
			if r, ok := ds.Region(home); ok && k.field == onPlace && k.compare == has && (len(k.places) > 0 || lies(k.text, string(r.Kemendagri))) {
				k.whole = r.Kemendagri
			}
		}
		if k.field == onSource {
			for _, s := range ds.Sources() {
				if contains(s.Title, k.text) || contains(s.Publisher, k.text) {
					k.sources = append(k.sources, s.ID)
				}
			}
		}
	}
	return out
}

// findPlaces collects the codes below r whose name is asked for; what lies in
// a place that is found is found with it.
func findPlaces(ds *model.Dataset, r model.RegionCode, k term, out []model.KemendagriCode, depth int) []model.KemendagriCode {
	if depth > 2 { // a loop of parents in broken data ends here
		return out
	}
	for _, c := range ds.Children(r) {
		child, ok := ds.Region(c)
		if !ok {
			continue
		}
		if k.compare == same && equals(child.Name, k.text) || k.compare == has && contains(child.Name, k.text) {
			out = append(out, child.Kemendagri)
			continue
		}
		out = findPlaces(ds, c, k, out, depth+1)
	}
	return out
}
