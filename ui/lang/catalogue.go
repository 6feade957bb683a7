package lang

import "rakor/model"

// Catalogue is every sentence of one language, a struct a screen.
type Catalogue struct {
	Lang     Lang
	Common   Common
	Regional Regional
	Estimate Estimate
	Program  Program
	Minutes  Minutes
	Hands    Hands
	Intake   Intake
	Entry    EntryForm
	CLI      CLI
	Room     Room
	Data     DataCLI
}

// For gives the catalogue of a language. It builds a new value each call: keep
// it.
func For(l Lang) *Catalogue {
	return &Catalogue{
		Lang:     l,
		Common:   common(l),
		Regional: regional(l),
		Estimate: estimate(l),
		Program:  program(l),
		Minutes:  minutesWords(l),
		Hands:    handsWords(l),
		Intake:   intakeWords(l),
		Entry:    entryWords(l),
		CLI:      cli(l),
		Room:     l.Room(),
		Data:     dataCLI(l),
	}
}

// Of picks the language's half of a name that the data carry.
func (l Lang) Of(t model.Text) string {
	if l == English && t.EN != "" {
		return t.EN
	}
	return t.ID
}

// pick gives the words of one of the two languages.
func pick[T any](l Lang, id, en T) T {
	if l == English {
		return en
	}
	return id
}
