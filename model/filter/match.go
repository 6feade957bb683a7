package filter

import (
	"strings"

	"rakor/model"
	"rakor/model/target"
)

// truth is the answer of a comparison: unknown where the value is.
type truth uint8

const (
	isFalse truth = iota
	isTrue
	isUnknown
)

func of(is bool) truth {
	if is {
		return isTrue
	}
	return isFalse
}

// Match tells whether an entry fulfils every part of the expression. What is
// unknown fulfils no comparison of numbers, turned round or not. The entry is
// not changed. It allocates nothing for entries in plain ASCII.
func (e Expr) Match(p *model.Programme) bool {
	for i := range e.terms {
		t := e.terms[i].match(p)
		if t == isUnknown || (t == isTrue) == e.terms[i].neg {
			return false
		}
	}
	return true
}

func (k *term) match(p *model.Programme) truth {
	switch k.field {
	case onYear:
		return k.hold(float64(p.Year), p.Year != 0, 0)
	case onStrategy:
		if p.Strategy == 0 && k.compare > same { // work without a strategy has no place in an order
			return isUnknown
		}
		return k.hold(float64(p.Strategy), true, 0)
	case onBudget:
		budget := p.EffectiveBudget()
		return k.hold(float64(budget.V), budget.OK, 0)
	case onRealised:
		share, ok := target.Absorbed(p)
		return k.hold(share, ok, k.number.decimals)
	case onTarget:
		return k.matchTarget(p)
	case onUnit:
		if !p.Target.OK {
			return isUnknown
		}
		return of(p.Target.V.Unit == k.unit)
	case onSample:
		return of(p.Sample == k.yes)
	case onWithout:
		return of(lacks(p, k.missing))
	default:
		return of(k.matchText(p))
	}
}

// hold compares a number. Equality is that of the rounded values, so that
// real=33 finds what is shown as 33 %.
func (k *term) hold(v float64, known bool, decimals int) truth {
	if !known {
		return isUnknown
	}
	switch k.compare {
	case less:
		return of(v < k.number.value)
	case more:
		return of(v > k.number.value)
	case atMost:
		return of(v <= k.number.value)
	case atLeast:
		return of(v >= k.number.value)
	default:
		return of(model.Round(v, decimals) == k.number.value)
	}
}

// matchTarget compares the number of a target, or searches its words.
func (k *term) matchTarget(p *model.Programme) truth {
	byNumber := isUnknown
	if k.numeric {
		byNumber = k.hold(float64(p.Target.V.N), p.Target.OK, 0)
	}
	switch {
	case k.compare > same || byNumber == isTrue:
		return byNumber
	case k.compare == same:
		return of(equals(p.TargetText, k.text))
	}
	return of(contains(p.TargetText, k.text))
}

func (k *term) matchText(p *model.Programme) bool {
	switch k.field {
	case onDepartment:
		return k.in(p.Department) || k.compare == has && shortens(k.text, p.Department)
	case onCode:
		if k.compare == same {
			return equals(p.Code, k.text)
		}
		return begins(p.Code, k.text)
	case onProgramme:
		return k.in(p.Name)
	case onActivity:
		return k.in(p.Activity)
	case onFunding:
		return k.in(p.Funding)
	case onPlace:
		return k.inPlaces(p)
	case onSource:
		return k.inSources(p)
	default:
		return k.in(p.Department) || k.in(p.Name) || k.in(p.Activity) || k.in(p.TargetText) || k.inPlaces(p)
	}
}

func (k *term) in(s string) bool {
	if k.compare == same {
		return equals(s, k.text)
	}
	return contains(s, k.text)
}

func (k *term) inPlaces(p *model.Programme) bool {
	for _, name := range p.PlaceNames {
		if k.in(name) {
			return true
		}
	}
	for _, c := range p.Places {
		if k.field == onPlace && (lies(string(c), k.text) || k.whole != "" && c == k.whole) {
			return true
		}
		for _, found := range k.places {
			if lies(string(c), string(found)) {
				return true
			}
		}
	}
	return false
}

// lies tells whether code c is the place in, or lies in it.
func lies(c, in string) bool {
	return c == in || len(c) > len(in) && strings.HasPrefix(c, in) && c[len(in)] == '.'
}

func (k *term) inSources(p *model.Programme) bool {
	for _, s := range p.Sources {
		if equals(string(s), k.text) {
			return true
		}
		for _, found := range k.sources {
			if s == found {
				return true
			}
		}
	}
	return false
}

// lacks tells whether a field of an entry is not known.
func lacks(p *model.Programme, f field) bool {
	switch f {
	case onDepartment:
		return p.Department == ""
	case onCode:
		return p.Code == ""
	case onProgramme:
		return p.Name == ""
	case onActivity:
		return p.Activity == ""
	case onYear:
		return p.Year == 0
	case onStrategy:
		return p.Strategy == 0
	case onBudget:
		return !p.EffectiveBudget().OK
	case onRealised:
		return !p.Realised.OK
	case onTarget, onUnit:
		return !p.Target.OK
	case onPlace:
		return len(p.Places) == 0 && len(p.PlaceNames) == 0
	case onFunding:
		return p.Funding == ""
	case onSource:
		return len(p.Sources) == 0
	case onSample:
		return !p.Sample
	default:
		return false
	}
}
