package estimate

import "rakor/ui/state"

// group is a heading of the inputs.
type group uint8

// The groups, in the order of the screen.
const (
	groupPeople group = iota
	groupGoal
	groupSure
	groupCost
	groupRegister
)

// groupOf gives the heading that an input stands under.
func groupOf(in state.Input) group {
	switch in {
	case state.InputTarget, state.InputTargetYear, state.InputGrowth:
		return groupGoal
	case state.InputSample, state.InputDeff, state.InputRSE:
		return groupSure
	case state.InputLine, state.InputGap, state.InputLeakage, state.InputCoverage:
		return groupCost
	case state.InputDecile1, state.InputDecile1Families, state.InputDecile4, state.InputDecile4Families:
		return groupRegister
	case state.InputRate, state.InputPopulation, state.InputMethod, state.InputMean:
	}
	return groupPeople
}

// noteKind is a way in which figures are not alike, or missing.
type noteKind uint8

const (
	noteMissing  noteKind = iota // a figure is not in the data
	noteYear                     // population of another year than the rate
	noteBase                     // population off the base of BPS's figures
	noteAssumed                  // the error is the user's assumption
	noteWhole                    // the file does not tell the region apart
	noteFileLine                 // the line of a period is used for a file whose year is not known
	noteLone                     // strata with one PSU
	noteShares                   // whose shares they are is not known
	noteInvalid                  // the curve through shares is none
	noteClosed                   // the file of the method entered is not open
	noteUser                     // entered by the user
	noteOther                    // sources differ
	noteSecond                   // no official source
	notePast                     // the target lies before the rate
	noteMonth                    // the rate names no month
)

// note is one warning; what tells which figure it is about.
type note struct {
	kind  noteKind
	what  subject
	input state.Input // of noteUser
}

// subject is a published figure of the tab.
type subject uint8

const (
	subjectRate subject = iota
	subjectPopulation
	subjectTarget
	subjectCount
	subjectLine
	subjectGap
)

// WarningCount gives how many warnings [Warnings] lists.
func (v View) WarningCount() int { return len(v.notes) }

// note collects what is to be warned of, the gravest first.
func (v *View) note() {
	add := func(is bool, k noteKind, what subject) {
		if is {
			v.notes = append(v.notes, note{kind: k, what: what})
		}
	}
	for s := subjectRate; s <= subjectLine; s++ {
		add(!v.fact(s).OK, noteMissing, s)
	}
	add(v.otherYear(), noteYear, subjectPopulation)
	population := v.Inputs[state.InputPopulation]
	add(v.Base.OK && population.OK && !population.User && !population.File && !v.Base.V.Rounding, noteBase, subjectPopulation)
	add(v.Sure.OK && !v.Sure.V.Design, noteAssumed, subjectRate)
	add(v.File.OK && !v.File.V.Own, noteWhole, subjectRate)
	add(v.File.OK && v.File.V.Line > 0 && !v.Inputs[state.InputLine].User, noteFileLine, subjectLine)
	add(v.File.OK && v.File.V.Lone > 0, noteLone, subjectRate)
	add(v.Shares.OK && v.Shares.V.Fit.OK && !v.Shares.V.Valid, noteInvalid, subjectRate)
	add(v.Shares.OK, noteShares, subjectRate)
	add(v.closed, noteClosed, subjectRate)
	for i, in := range v.Inputs {
		if in.User && state.Input(i) != state.InputMethod && groupOf(state.Input(i)) != groupRegister {
			v.notes = append(v.notes, note{kind: noteUser, input: state.Input(i)})
		}
	}
	for s := subjectRate; s <= subjectGap; s++ {
		f := v.fact(s)
		add(len(f.Others) > 0, noteOther, s)
		add(f.OK && !f.Official, noteSecond, s)
	}
	add(v.past(), notePast, subjectTarget)
	rate := v.Inputs[state.InputRate].Published
	add(rate.OK && rate.Period.Month == 0, noteMonth, subjectRate)
}

// otherYear tells whether the population used is published for another year
// than the rate.
func (v *View) otherYear() bool {
	p, rate := v.Inputs[state.InputPopulation], v.Inputs[state.InputRate]
	return p.Published.OK && !p.User && !p.File && rate.OK && !rate.User && p.Published.Period.Year != v.Period.Year
}

// past tells whether the target's year lies before the rate.
func (v *View) past() bool {
	y := v.Inputs[state.InputTargetYear]
	return y.OK && int(y.Value) < int(v.Period.Year)
}

// fact gives the figure that a warning is about.
func (v *View) fact(s subject) Fact {
	switch s {
	case subjectPopulation:
		return v.Inputs[state.InputPopulation].Published
	case subjectTarget:
		return v.Inputs[state.InputTarget].Published
	case subjectCount:
		return v.Count
	case subjectLine:
		return v.Inputs[state.InputLine].Published
	case subjectGap:
		return v.Inputs[state.InputGap].Published
	case subjectRate:
	}
	return v.Inputs[state.InputRate].Published
}

// user tells whether the user entered anything.
func (v *View) user() bool {
	for _, in := range v.Inputs {
		if in.User {
			return true
		}
	}
	return false
}

// changed tells whether the number of people rests on what the user entered.
func (v *View) changed() bool {
	return v.Inputs[state.InputRate].User || v.Inputs[state.InputPopulation].User
}
