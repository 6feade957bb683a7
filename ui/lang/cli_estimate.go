package lang

import "strings"

// CLIEstimate is the words of estimate survey and estimate grouped: help,
// tables, notes and errors. Counts come in as numbers, measured values already
// written.
type CLIEstimate struct {
	SurveyShort, SurveyLong                                 string
	FlagLine, FlagLineBy, FlagBy, FlagMeasures, FlagValue   string
	FlagHHSize, FlagWeight, FlagStrata, FlagPSU, FlagLonely string
	FlagFPC, FlagSkipBad, FlagAgainst, FlagSameSample       string
	FlagAgainstLine, FlagDecimal                            string
	GroupedShort, GroupedLong, FlagMean, FlagLorenz         string
	ColGroup, ColFile, ColMeasure, ColEstimate, ColSE       string
	ColRSE, ColBand, ColDeff, ColHouseholds, ColPSU, ColP   string
	ColInterval                                             func(level string) string
	All, Difference, Stdin, FileArgument                    string
	LevelAllowed, LineAllowed, LinesAllowed                 string

	// Below the table.
	Design       func(file string, households, psus, strata, df int, people string) string
	Method       func(level, lonely string, fpc bool) string
	BandRule     string
	LineIs       func(file, line string) string
	LinesAre     func(file, column, lines string) string
	PersonWeight func(column string) string
	Independent  string
	SameSample   string
	Told, Noise  func(measure, change, se, p, level string) string
	NoTest       func(measure, change, reason string) string
	Split        func(measure, change, growth, redistribution string) string
	MeanGrowth   func(percent string) string
	CurveChosen  func(poverty, inequality, why string) string
	CurveGiven   func(curve string) string
	SharesAre    func(file string, groups int, kind string) string

	// Notes.
	Skipped      func(file string, refused, total int, first string) string
	Ambiguous    func(file, column string) string
	LoneRule     func(file string, strata int, rule string) string
	Unused       func(column, label, file string) string
	NoErrorOf    func(why, measures, groups string) string
	NoIntervalOf func(why, measures, groups string) string
	SameLine     func(line string) string
	Apart        func(groups string) string
	Rescaled     func(population, welfare string) string
	Order        func(file string, line int) string
	Invalid      func(curve, conditions string) string
	NoFigure     func(curve, measures string) string

	// Errors.
	MoreRows      func(n int) string
	Refused       func(file string, refused, total int, first string) string
	RefusedShares func(file string, refused int, first string) string
	Folder        func(file string) string
	Unreadable    func(file string) string
	Personal      func(file, columns string) string
	ColumnNamed   func(file, column, flag, header string) string
	ColumnUsual   func(file, what, names, flag string, none bool, header string) string
	ColumnTwice   func(file, column string) string
	Lone          func(file, stratum string, others int) string
	NoError       func(file, why string) string
	FPCTwo        func(file, column, stratum, one, other string) string
	FPCFew        func(file, column, stratum string, drawn int, said string) string
	NoLineFor     func(file, column, label, example string) string
	StdinTwice    string
	Together      func(flag, with, example string) string
	PSUNeeded     string
	NothingCommon func(one, other string) string
	TooFew        func(file string, least int) string
	NotShares     func(file string) string
	BadShare      func(file string, line int, column, value, why string) string
	NoCurve       func(file string) string
	NotPossible   func(file string) string
	Interrupted   string

	others           func(n int) string
	rowIs            func(line int, column string) string
	fields           func(found, want int) string
	quantile         string
	measures         map[string]string
	reasons, why     map[string]string
	rows, faults     map[string]string
	roles, kinds     map[string]string
	curves, checks   map[string]string
	choices, shares  map[string]string
	decimalOfProb    string
	quantileWithUnit string
}

// CLIEstimate gives the words of estimate survey and estimate grouped. It
// builds a new value each call: keep it.
func (l Lang) CLIEstimate() CLIEstimate { return pick(l, cliEstimateID(), cliEstimateEN()) }

// Measure gives the short name of a measure with its unit, by its stable id;
// "q0.1" is the quantile at 0.1.
func (c CLIEstimate) Measure(id string) string {
	if name, ok := c.measures[id]; ok {
		return name
	}
	if prob, ok := strings.CutPrefix(id, "q0."); ok {
		return c.quantile + " 0" + c.decimalOfProb + prob + c.quantileWithUnit
	}
	return id
}

// Reason gives, in a few words for a cell, why there is no standard error.
func (c CLIEstimate) Reason(id string) string { return named(c.reasons, id) }

// Why gives the same as half a sentence.
func (c CLIEstimate) Why(id string) string { return named(c.why, id) }

// Fault tells what is wrong with a file as a whole, and the remedy.
func (c CLIEstimate) Fault(file, id string) string { return file + ": " + named(c.faults, id) }

// Role gives what a column is used for.
func (c CLIEstimate) Role(id string) string { return named(c.roles, id) }

// Kind gives what makes a column personal.
func (c CLIEstimate) Kind(id string) string { return named(c.kinds, id) }

// Curve gives the name of a Lorenz curve.
func (c CLIEstimate) Curve(id string) string { return named(c.curves, id) }

// Check gives a condition on a Lorenz curve.
func (c CLIEstimate) Check(id string) string { return named(c.checks, id) }

// Choice gives the reason why a curve was chosen.
func (c CLIEstimate) Choice(id string) string { return named(c.choices, id) }

// Shares gives how shares were given, or what is wrong with one.
func (c CLIEstimate) Shares(id string) string { return named(c.shares, id) }

// Row tells what is wrong with one row: the place, the reason, what was found.
func (c CLIEstimate) Row(line int, column, value, reason string, found, want int) string {
	s := c.rowIs(line, column) + ": " + named(c.rows, reason)
	switch {
	case reason == "field-count":
		s += " " + c.fields(found, want)
	case value != "":
		s += " (" + quote(value) + ")"
	}
	return s
}

// Names lists names, at most so many; of the others it gives the number.
func (c CLIEstimate) Names(names []string, most int) string {
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:most], ", ") + " " + c.others(len(names)-most)
}

// named gives the name of an id, the id itself where there is none.
func named(names map[string]string, id string) string {
	if s, ok := names[id]; ok {
		return s
	}
	return id
}
