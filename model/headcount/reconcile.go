package headcount

import (
	"fmt"

	"rakor/model"
)

// Concept is what a count of people means.
type Concept uint8

// The concepts. They are not two measurements of one thing: people below the
// line are estimated from a sample by what they spend, people of a decile are
// listed in a register by a score, and a decile is a tenth of the whole
// country's families, whatever the poverty rate is.
const (
	ConceptSurvey   Concept = iota // BPS, Susenas: expenditure below the line
	ConceptRegister                // DTSEN and its forerunners: listed up to a decile
)

// String gives the name used in JSON.
func (c Concept) String() string {
	if c == ConceptRegister {
		return "register"
	}
	return "survey"
}

// Tally is one office's count for a region.
type Tally struct {
	Concept  Concept
	Decile   int // up to which decile the register was counted, 1 to 10; 0 for a survey
	Persons  model.Maybe[Persons]
	Families model.Maybe[Families]
	Period   model.Period
	Source   model.SourceID
	// Converted names the factor with which families became people; "" where
	// people were counted.
	Converted string
}

// WithPersons gives the tally with people worked out from its families, and
// the factor's name put down. A tally that counts people, or has no families,
// comes back as it is. Errors as [Factor.Apply].
func (t Tally) WithPersons(f Factor[Family, Person]) (Tally, error) {
	if t.Persons.OK || !t.Families.OK {
		return t, nil
	}
	n, err := f.Apply(t.Families.V)
	if err != nil {
		return t, err
	}
	t.Persons, t.Converted = model.Known(n), f.Name()
	return t, nil
}

// Reconciliation is a survey's count with registers' counts beside it. Make it
// with [Reconcile].
type Reconciliation struct {
	Survey    Tally
	Registers []Tally // as given
}

// Reconcile sets what a survey estimates beside what registers list. Nothing
// is subtracted: see [Reconciliation.Gap]. Errors: [ErrConcept] unless the
// first is of a survey with people and the others of registers with a decile
// from 1 to 10; [ErrNoSource].
func Reconcile(survey Tally, registers ...Tally) (Reconciliation, error) {
	if survey.Concept != ConceptSurvey || !survey.Persons.OK {
		return Reconciliation{}, fmt.Errorf("headcount: %w: first the people that a survey estimates", ErrConcept)
	}
	if survey.Source == "" {
		return Reconciliation{}, fmt.Errorf("headcount: survey: %w", ErrNoSource)
	}
	for i, t := range registers {
		if t.Concept != ConceptRegister || t.Decile < 1 || t.Decile > 10 {
			return Reconciliation{}, fmt.Errorf("headcount: register %d: %w: want a register up to a decile from 1 to 10", i, ErrConcept)
		}
		if t.Source == "" {
			return Reconciliation{}, fmt.Errorf("headcount: register %d: %w", i, ErrNoSource)
		}
	}
	return Reconciliation{Survey: survey, Registers: append([]Tally(nil), registers...)}, nil
}

// Gap is the difference between two concepts. It is no error of either office
// and no number of people who were forgotten; it carries both concepts so that
// whoever shows it can say so.
type Gap struct {
	From, To  Tally
	Persons   Persons // To - From
	Converted bool    // people of the register were worked out from families
}

// Gap gives register i less the survey, as a difference of concepts; ok is
// false where there is no such register or it has no people.
func (r Reconciliation) Gap(i int) (g Gap, ok bool) {
	if i < 0 || i >= len(r.Registers) || !r.Registers[i].Persons.OK || !r.Survey.Persons.OK {
		return Gap{}, false
	}
	t := r.Registers[i]
	return Gap{From: r.Survey, To: t, Persons: t.Persons.V.Sub(r.Survey.Persons.V), Converted: t.Converted != ""}, true
}
