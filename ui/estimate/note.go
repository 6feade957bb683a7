package estimate

import "rakor/ui/state"

// noteKind is a way in which figures are not alike, or missing.
type noteKind uint8

const (
	noteMissing noteKind = iota // a figure is not in the data
	noteYear                    // population of another year than the rate
	noteBase                    // population off the base of BPS's figures
	noteUser                    // entered by the user
	noteOther                   // sources differ
	noteSecond                  // no official source
	notePast                    // the target lies before the rate
	noteMonth                   // the rate names no month
)

// note is one warning; what tells which figure it is about.
type note struct {
	kind noteKind
	what subject
}

// subject is a figure of the tab.
type subject uint8

const (
	subjectRate subject = iota
	subjectPopulation
	subjectTarget
	subjectCount
	subjectLine
)

// WarningCount gives how many warnings [Warnings] lists.
func (v View) WarningCount() int { return len(v.notes) }

// note collects what is to be warned of, the gravest first.
func (v *View) note() {
	add := func(is bool, k noteKind, what subject) {
		if is {
			v.notes = append(v.notes, note{k, what})
		}
	}
	published := [...]Fact{
		subjectRate: v.Rate.Published, subjectPopulation: v.Population.Published, subjectTarget: v.Target.Published,
		subjectCount: v.Count, subjectLine: v.Line,
	}
	for i, f := range published {
		add(!f.OK, noteMissing, subject(i))
	}
	add(v.otherYear(), noteYear, subjectPopulation)
	add(v.Base.OK && v.Population.OK && !v.Population.User && !v.Base.V.Rounding, noteBase, subjectPopulation)
	for i, in := range v.inputs() {
		add(in.User, noteUser, subject(i))
	}
	for i, f := range published {
		add(len(f.Others) > 0, noteOther, subject(i))
		add(f.OK && !f.Official, noteSecond, subject(i))
	}
	add(v.past(), notePast, subjectTarget)
	add(v.Rate.Published.OK && v.Rate.Published.Period.Month == 0, noteMonth, subjectRate)
}

// otherYear tells whether the population used is published for another year
// than the rate.
func (v *View) otherYear() bool {
	p := v.Population
	return p.Published.OK && !p.User && v.Rate.OK && !v.Rate.User && p.Published.Period.Year != v.Period.Year
}

// past tells whether the region's own target lies before the rate.
func (v *View) past() bool {
	return v.TargetYear != 0 && !v.Target.User && v.TargetYear < v.Period.Year
}

// inputs gives the inputs in the order of state.Input.
func (v *View) inputs() [state.Inputs]Input {
	return [state.Inputs]Input{state.InputRate: v.Rate, state.InputPopulation: v.Population, state.InputTarget: v.Target}
}

// fact gives the figure that a warning is about.
func (v *View) fact(s subject) Fact {
	switch s {
	case subjectPopulation:
		return v.Population.Published
	case subjectTarget:
		return v.Target.Published
	case subjectCount:
		return v.Count
	case subjectLine:
		return v.Line
	case subjectRate:
	}
	return v.Rate.Published
}

// user tells whether the user entered anything.
func (v *View) user() bool { return v.Rate.User || v.Population.User || v.Target.User }
